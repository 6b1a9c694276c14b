export const id = 7820;
export const ids = [7820,6276];
export const modules = {

/***/ 50566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   archiveJson: () => (/* binding */ archiveJson)
/* harmony export */ });
/* harmony import */ var _repository_format_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5620);

/** What a store has of an archive, as `--json` shows it. */
function archiveJson({ id, file, manifest, fault }) {
    return {
        id,
        file: file?.name ?? null,
        size: file?.sizeBytes ?? null,
        fault,
        ...(manifest === null
            ? {}
            : {
                time: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(manifest.timeNs),
                hostname: manifest.hostname,
                target: manifest.target,
                tags: manifest.tags,
                paths: manifest.paths,
                complete: manifest.complete,
                encryption: manifest.encryption,
            }),
    };
}


/***/ }),

/***/ 21620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   endForget: () => (/* binding */ endForget)
/* harmony export */ });
/* harmony import */ var _progress_describe_retention_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58254);
/* harmony import */ var _retention_item_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1298);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32900);



/** Warns of all that stayed although it was to go, and says with what status that ends. */
function endForget({ output, reporter }, result, onFrozen) {
    const named = (id) => `${result.noun === 'snapshot' ? 'Snapshot' : 'Archive'} ${(0,_retention_item_js__WEBPACK_IMPORTED_MODULE_0__/* .shownId */ .f)(id)}`;
    for (const { id, message } of result.retained)
        reporter.onWarning(`${named(id)} is retained: ${message}`);
    for (const frozen of result.frozen)
        reporter.onWarning((0,_progress_describe_retention_js__WEBPACK_IMPORTED_MODULE_1__/* .describeFreeze */ .LU)(frozen));
    if (result.failed !== null) {
        const { id, message } = result.failed;
        output.failure(`${named(id)} and ${result.untried.length} more could not be removed: ${message}`, _exit_status_js__WEBPACK_IMPORTED_MODULE_2__/* .ExitStatus */ .vu.incomplete);
        return _exit_status_js__WEBPACK_IMPORTED_MODULE_2__/* .ExitStatus */ .vu.incomplete;
    }
    const isFrozen = result.frozen.some(({ overridden }) => !overridden);
    return isFrozen && onFrozen === 'fail' && !result.dryRun ? _exit_status_js__WEBPACK_IMPORTED_MODULE_2__/* .ExitStatus */ .vu.incomplete : _exit_status_js__WEBPACK_IMPORTED_MODULE_2__/* .ExitStatus */ .vu.ok;
}


/***/ }),

/***/ 41155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   snapshotFilter: () => (/* binding */ snapshotFilter)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _settings_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51767);
/* harmony import */ var _settings_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15787);



/**
 * The filter that the flags ask for. As restic's: the host is RESTIC_HOST's without --host, and anyone's with an empty
 * one; a path is read as restic does, from the working folder. @throws HoldfastError bad-input.
 */
function snapshotFilter(flags, env) {
    const hosts = flags.host.length > 0 ? flags.host : [env['RESTIC_HOST'] ?? ''];
    return {
        hosts: hosts.filter((host) => host !== ''),
        target: flags.of ?? null,
        tags: flags.tag.map((list) => (0,_settings_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .splitTags */ .c)([list])),
        paths: flags.path.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path)),
        ...(flags.notAfter === undefined ? {} : { notAfterNs: (0,_settings_time_js__WEBPACK_IMPORTED_MODULE_2__.parseTime)(flags.notAfter, '--not-after') }),
    };
}


/***/ }),

/***/ 85850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   forgetArchivesIn: () => (/* binding */ forgetArchivesIn)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95209);
/* harmony import */ var _choice_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68881);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(19473);
/* harmony import */ var _operations_forget_options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27323);
/* harmony import */ var _operations_forget_archives_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(74347);
/* harmony import */ var _retention_policy_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87427);
/* harmony import */ var _archive_json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(50566);
/* harmony import */ var _archive_store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74495);
/* harmony import */ var _end_forget_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(21620);
/* harmony import */ var _forget_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88923);
/* harmony import */ var _show_forget_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(87564);











/** `forget --archives LOCATION`: archives in place of snapshots. */
async function forgetArchivesIn(task, specs, location) {
    const { flags, output, reporter, signal, terminal } = task;
    refuseIgnored(flags);
    const options = (0,_forget_options_js__WEBPACK_IMPORTED_MODULE_0__.selectionOptions)(flags, specs, terminal.env);
    const onFrozen = (0,_choice_js__WEBPACK_IMPORTED_MODULE_1__.parseChoice)(flags.onFrozen, '--on-frozen', ['fail', 'warn']);
    const kind = (0,_operations_forget_options_js__WEBPACK_IMPORTED_MODULE_2__.kindOf)(options, 'archive');
    const store = await (0,_archive_store_js__WEBPACK_IMPORTED_MODULE_3__.openArchives)(task, location);
    try {
        if (kind !== 'named')
            output.note(`Policy: ${(0,_retention_policy_text_js__WEBPACK_IMPORTED_MODULE_4__.policyText)(options.policy)}`);
        let removed = 0;
        const onRemoved = () => void removed++;
        const result = await (0,_operations_forget_archives_js__WEBPACK_IMPORTED_MODULE_5__.forgetArchives)(store, { ...options, onRemoved }, reporter, signal).catch((error) => {
            if (removed > 0)
                reporter.onWarning(`${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCounted)(removed, 'archive')} had been removed by then.`);
            throw error;
        });
        const compact = flags.compact ?? false;
        await (0,_show_forget_js__WEBPACK_IMPORTED_MODULE_7__.showForget)(output, result, { compact, json: ({ found }) => (0,_archive_json_js__WEBPACK_IMPORTED_MODULE_8__.archiveJson)(found) });
        return (0,_end_forget_js__WEBPACK_IMPORTED_MODULE_9__.endForget)(task, result, onFrozen);
    }
    finally {
        await store.close();
    }
}
/** @throws HoldfastError bad-input for what a repository alone has: a password, locks, data to prune. */
function refuseIgnored(flags) {
    const ignored = (flags.repo !== undefined && '--repo') ||
        (flags.repositoryFile !== undefined && '--repository-file') ||
        (flags.passwordFile !== undefined && '--password-file') ||
        (flags.passwordCommand !== undefined && '--password-command') ||
        (flags.keyHint !== undefined && '--key-hint') ||
        (!flags.lock && '--no-lock') ||
        (flags.retryLock !== undefined && '--retry-lock') ||
        (flags.release.length > 0 && '--release') ||
        (flags.objectLock !== undefined && '--object-lock') ||
        (flags.evidence !== undefined && '--evidence') ||
        (flags.evidenceKey !== undefined && '--evidence-key') ||
        (flags.prune && '--prune') ||
        (flags.maxUnused !== undefined && '--max-unused') ||
        (flags.maxRepackSize !== undefined && '--max-repack-size') ||
        (flags.repackSmallerThan !== undefined && '--repack-smaller-than') ||
        (flags.repackCacheableOnly && '--repack-cacheable-only') ||
        (flags.repackUncompressed && '--repack-uncompressed');
    if (!ignored)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .HoldfastError */ .E('bad-input', `Cannot use both --archives and ${ignored}: archives are in no repository, which alone has a password, locks and data to prune. Leave out one of them.`);
}


/***/ }),

/***/ 88923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   forgetOptions: () => (/* binding */ forgetOptions),
/* harmony export */   givenBy: () => (/* binding */ givenBy),
/* harmony export */   selectionOptions: () => (/* binding */ selectionOptions)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19473);
/* harmony import */ var _progress_prune_after_forget_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73095);
/* harmony import */ var _retention_policy_words_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(15035);
/* harmony import */ var _settings_prune_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25964);
/* harmony import */ var _settings_retention_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88706);
/* harmony import */ var _filter_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(41155);
/* harmony import */ var _prune_flags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85359);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69261);








/** The operation's options from flags. @throws HoldfastError bad-input. */
function forgetOptions(flags, specs, env) {
    const pruning = (0,_settings_prune_js__WEBPACK_IMPORTED_MODULE_0__.pruneOptions)((0,_prune_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .pruneSettings */ .U)(flags), shownFlag);
    if (!flags.prune)
        refuseHowToPrune(flags);
    const selection = selectionOptions(flags, specs, env);
    const { objectLock } = (0,_session_js__WEBPACK_IMPORTED_MODULE_2__.s3Settings)(flags);
    (0,_settings_retention_js__WEBPACK_IMPORTED_MODULE_3__/* .requireLocksThatLast */ .PX)(objectLock, selection, shownFlag);
    return {
        ...selection,
        release: flags.release,
        noLock: !flags.lock,
        extendLocks: objectLock !== undefined,
        retryLockMs: (0,_session_js__WEBPACK_IMPORTED_MODULE_2__.retryLockMs)(flags),
        prune: flags.prune ? (0,_progress_prune_after_forget_js__WEBPACK_IMPORTED_MODULE_4__/* .pruneAfterForget */ .K)(pruning) : null,
    };
}
/** Who says how it is pruned believes that it is: the storage fills all the same. */
function refuseHowToPrune(flags) {
    const alone = Object.entries((0,_prune_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .pruneSettings */ .U)(flags)).find(([, value]) => value !== null && value !== false);
    if (alone === undefined)
        return;
    const flag = alone[0].replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('bad-input', `Cannot use ${shownFlag(flag)} without --prune: expected both. What is forgotten takes its room until it is pruned.`);
}
/** What is to go, of a repository or a store of archives. @throws HoldfastError bad-input. */
function selectionOptions(flags, specs, env) {
    const given = (word) => givenBy(flags, word);
    return {
        specs,
        filter: (0,_filter_js__WEBPACK_IMPORTED_MODULE_6__.snapshotFilter)(flags, narrowsByEnvironment(flags, specs) ? env : {}),
        policy: (0,_retention_policy_words_js__WEBPACK_IMPORTED_MODULE_7__/* .parsePolicy */ .ON)(given, flags.keepTag, shownFlag),
        groupBy: (0,_settings_retention_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRetentionGroupBy */ .So)(flags.groupBy, '--group-by'),
        limits: (0,_retention_policy_words_js__WEBPACK_IMPORTED_MODULE_7__/* .parseLimits */ .kd)(given, shownFlag),
        despite: (0,_retention_policy_words_js__WEBPACK_IMPORTED_MODULE_7__/* .parseDespite */ .y_)(flags.despite, '--despite'),
        allowRemoveAll: flags.unsafeAllowRemoveAll ?? false,
        dryRun: flags.dryRun ?? false,
    };
}
function shownFlag(word) {
    return `--${word}`;
}
/** RESTIC_HOST narrows a policy. It neither stands in the way of an ID, nor is it what all may be removed by. */
function narrowsByEnvironment(flags, specs) {
    if (specs.length > 0)
        return specs.includes('latest');
    const { host, tag, path, of } = flags;
    return !flags.unsafeAllowRemoveAll || host.length + tag.length + path.length > 0 || of !== undefined;
}
/** By the name that commander gives a flag: `keep-last` is `keepLast`. */
function givenBy(flags, word) {
    const key = word.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
    const value = flags[key];
    return typeof value === 'string' ? value : null;
}


/***/ }),

/***/ 51846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   formatLocalTime: () => (/* binding */ formatLocalTime)
/* harmony export */ });
/** `2026-11-21 10:47:54` in this machine's zone, as restic shows times. Years outside JavaScript's are shown in ns. */
function formatLocalTime(timeNs) {
    const date = new Date(Number(timeNs / 1000000n));
    if (Number.isNaN(date.getTime()))
        return `${timeNs} ns`;
    const two = (n) => String(n).padStart(2, '0');
    const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
    return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}


/***/ }),

/***/ 87564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   showForget: () => (/* binding */ showForget)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95209);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63509);
/* harmony import */ var _operations_forget_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1241);
/* harmony import */ var _progress_describe_retention_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58254);
/* harmony import */ var _retention_item_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1298);
/* harmony import */ var _retention_plan_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(89498);
/* harmony import */ var _local_time_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51846);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81681);








/** Tells what was kept and removed, and why: a table for each group, or restic's JSON with a few fields more. */
async function showForget(output, result, shown) {
    const outcomeOf = (0,_operations_forget_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .outcomesOf */ .R)(result);
    await output.json(result.groups.map((group) => groupJson(group, result, shown)));
    for (const group of result.groups) {
        if (result.kind !== 'named')
            await output.line(`${(0,_progress_describe_retention_js__WEBPACK_IMPORTED_MODULE_1__/* .groupTitle */ .SZ)(group, result.noun)}:`);
        for (const line of groupLines(group, outcomeOf, shown.compact))
            await output.line(line);
        await output.line('');
    }
    await output.line(sumOf(result));
    if (result.locks !== null) {
        const { extended, kept } = result.locks;
        await output.line(`${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatCounted)(extended, 'file')} locked for longer, ${kept} for long enough`);
    }
    if (result.prune === null)
        return;
    for (const line of result.prune.lines)
        await output.line(line);
    await output.json(result.prune.json);
}
const VERBS = {
    kept: 'keep',
    'would-remove': 'remove',
    removed: 'removed',
    retained: 'retained',
    failed: 'not removed',
};
function groupLines({ decisions }, outcomeOf, compact) {
    const rows = decisions.toReversed().map((decision) => {
        const { id, timeNs, hostname, tags, paths, sizeBytes } = decision.item;
        return [
            VERBS[outcomeOf(decision)],
            (0,_retention_item_js__WEBPACK_IMPORTED_MODULE_3__/* .shownId */ .f)(id),
            (0,_local_time_js__WEBPACK_IMPORTED_MODULE_4__.formatLocalTime)(timeNs),
            (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.displayText)(hostname),
            (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.displayText)(tags.join(',')),
            (0,_progress_describe_retention_js__WEBPACK_IMPORTED_MODULE_1__/* .describeReasons */ .nl)(decision),
            ...(compact ? [] : [(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.displayText)(paths.join(', '))]),
            sizeBytes === null ? '' : (0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatBytes)(sizeBytes),
        ];
    });
    const titles = ['', 'ID', 'Time', 'Host', 'Tags', 'Why', ...(compact ? [] : ['Paths'])];
    return (0,_table_js__WEBPACK_IMPORTED_MODULE_6__.tableLines)([...titles.map((title) => ({ title })), { title: 'Size', right: true }], rows);
}
function sumOf({ noun, groups, dryRun, removed, retained, }) {
    const all = groups.flatMap(({ decisions }) => decisions);
    const kept = all.filter(({ keep }) => keep).length;
    if (dryRun)
        return `Dry run: ${kept} would be kept, ${all.length - kept} removed. Nothing was.`;
    const held = retained.length === 0 ? '' : `, ${retained.length} retained by the storage`;
    return `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatCounted)(removed.length, noun)} removed, ${all.length - removed.length - retained.length} kept${held}`;
}
function groupJson({ key, title, decisions }, result, shown) {
    const keep = decisions.filter((decision) => decision.keep);
    const remove = decisions.filter((decision) => !decision.keep);
    const names = new Set(decisions.map(({ item }) => (0,_retention_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .targetName */ .je)(item)));
    return {
        tags: key.tags?.length ? key.tags : null,
        host: key.hostname ?? '',
        paths: key.paths,
        keep: orNull(keep.map(({ item }) => shown.json(item))),
        remove: orNull(remove.map(({ item }) => shown.json(item))),
        reasons: orNull(keep.map((decision) => reasonJson(decision, shown))),
        ...(title === undefined ? {} : { title }),
        ...(key.target === null ? {} : { target: key.target }),
        removals: orNull(removalsJson(remove, result)),
        frozen: orNull(result.frozen.filter(({ name }) => names.has(name)).map(frozenJson)),
    };
}
/** restic's `reasons`; `others` are ours, which no policy overrides. */
function reasonJson({ item, matches, others }, { json }) {
    return { [item.noun]: json(item), matches, ...(others.length === 0 ? {} : { others }) };
}
function removalsJson(removals, result) {
    const outcomeOf = (0,_operations_forget_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .outcomesOf */ .R)(result);
    const unremoved = [...result.retained, ...(result.failed === null ? [] : [result.failed])];
    const messages = new Map(unremoved.map(({ id, message }) => [id, message]));
    return removals.map((decision) => {
        const { id } = decision.item;
        const message = messages.get(id);
        const because = { because: decision.others, outcome: outcomeOf(decision) };
        return { id, ...because, ...(message === undefined ? {} : { message }) };
    });
}
function frozenJson({ hostname, target, paths, freeze, overridden }) {
    return { host: hostname, target, paths, reason: freeze.reason, message: freeze.message, overridden };
}
/** Go writes an empty list as null. */
function orNull(list) {
    return list.length === 0 ? null : list;
}


/***/ }),

/***/ 50492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   snapshotJson: () => (/* binding */ snapshotJson),
/* harmony export */   summaryJson: () => (/* binding */ summaryJson)
/* harmony export */ });
/* harmony import */ var _repository_format_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5620);

/** What a snapshot says of its making, as restic's --json shows it there and at the end of a backup. */
function summaryJson(summary) {
    return {
        backup_start: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(summary.backupStartNs),
        backup_end: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(summary.backupEndNs),
        files_new: summary.filesNew,
        files_changed: summary.filesChanged,
        files_unmodified: summary.filesUnmodified,
        dirs_new: summary.dirsNew,
        dirs_changed: summary.dirsChanged,
        dirs_unmodified: summary.dirsUnmodified,
        data_blobs: summary.dataBlobs,
        tree_blobs: summary.treeBlobs,
        data_added: summary.dataAdded,
        data_added_packed: summary.dataAddedPacked,
        total_files_processed: summary.totalFilesProcessed,
        total_bytes_processed: summary.totalBytesProcessed,
    };
}
/** A snapshot as restic's --json shows it. */
function snapshotJson({ id, snapshot }) {
    const { summary } = snapshot;
    return {
        time: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(snapshot.timeNs),
        ...(snapshot.parent === null ? {} : { parent: snapshot.parent }),
        tree: snapshot.tree,
        paths: snapshot.paths,
        hostname: snapshot.hostname,
        username: snapshot.username,
        ...(snapshot.uid === 0 ? {} : { uid: snapshot.uid }),
        ...(snapshot.gid === 0 ? {} : { gid: snapshot.gid }),
        ...(snapshot.excludes.length === 0 ? {} : { excludes: snapshot.excludes }),
        ...(snapshot.tags.length === 0 ? {} : { tags: snapshot.tags }),
        ...(snapshot.original === null ? {} : { original: snapshot.original }),
        program_version: snapshot.programVersion,
        ...(summary === null
            ? {}
            : {
                summary: summaryJson(summary),
            }),
        id,
        short_id: id.slice(0, 8),
    };
}


/***/ }),

/***/ 81681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tableLines: () => (/* binding */ tableLines)
/* harmony export */ });
/** Lines of a table: titles, a rule, and the rows; each column as wide as its widest cell. Cells are already escaped. */
function tableLines(columns, rows) {
    const widths = columns.map(({ title }, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
    const line = (cells) => cells
        .map((cell, i) => (columns[i]?.right ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd();
    const rule = '-'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
    return [line(columns.map(({ title }) => title)), rule, ...rows.map(line)];
}


/***/ }),

/***/ 48606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withModestHeap: () => (/* binding */ withModestHeap)
/* harmony export */ });
/* harmony import */ var _old_generation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49865);
/* harmony import */ var _young_generation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68990);


/**
 * Does `work` in less memory than V8 takes when it is left to itself: a fifth to a quarter less where tens of thousands of entries pass,
 * for two to seven hundredths of the time.
 * @param growthPercent See withSlowlyGrowingHeap.
 */
function withModestHeap(growthPercent, work) {
    return (0,_old_generation_js__WEBPACK_IMPORTED_MODULE_0__/* .withSlowlyGrowingHeap */ .s)(growthPercent, () => (0,_young_generation_js__WEBPACK_IMPORTED_MODULE_1__/* .withBoundedYoungGeneration */ .g)(work));
}


/***/ }),

/***/ 49865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ withSlowlyGrowingHeap)
/* harmony export */ });
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78877);

/**
 * Does `work` with an old generation that is collected more often: what outlives the young one and is of no use soon after, as
 * each file of a backup or a restore leaves something, doesn't pile up to several times of what is in use. V8 reads the limit at each
 * collection. Should a later V8 not heed it, more memory is taken and nothing else.
 * @param growthPercent By so much of what it holds it may grow before it is collected again. Left to itself it takes up to four
 *   times.
 */
async function withSlowlyGrowingHeap(growthPercent, work) {
    const before = percent;
    setPercent(growthPercent);
    try {
        return await work();
    }
    finally {
        setPercent(before);
    }
}
/** 0: its own measure. */
let percent = 0;
function setPercent(growthPercent) {
    percent = growthPercent;
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)(`--heap-growing-percent=${growthPercent}`);
}


/***/ }),

/***/ 72120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ IDLE)
/* harmony export */ });
/** Before anything is counted. */
const IDLE = { filesDone: 0, bytesDone: 0, filesTotal: null, bytesTotal: null, current: '' };


/***/ }),

/***/ 18270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ lockExclusive),
/* harmony export */   h: () => (/* binding */ lockShared)
/* harmony export */ });
/* harmony import */ var _repository_lock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55144);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72120);


/**
 * The lock under which a snapshot is written, or read whole: beside others of its kind, and against prune.
 * @throws HoldfastError locked, cancelled.
 */
function lockShared(...asked) {
    return lock(false, ...asked);
}
/**
 * The lock under which something is removed: nobody else has one meanwhile.
 * @throws HoldfastError locked, cancelled.
 */
function lockExclusive(...asked) {
    return lock(true, ...asked);
}
function lock(exclusive, ...[repository, { retryLockMs, ahead, onlyReads = false, lockTimings = {} }, reporter, signal]) {
    reporter.onProgress({ ..._progress_js__WEBPACK_IMPORTED_MODULE_0__/* .IDLE */ .n, phase: 'locking' });
    return (0,_repository_lock_js__WEBPACK_IMPORTED_MODULE_1__.acquireLock)(repository, {
        exclusive,
        retryForMs: retryLockMs,
        ahead,
        onlyReads,
        signal,
        timings: lockTimings,
        onWaiting: reporter.onInfo.bind(reporter),
        onWarning: reporter.onWarning.bind(reporter),
    });
}


/***/ }),

/***/ 75207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findSnapshots: () => (/* binding */ findSnapshots),
/* harmony export */   matches: () => (/* binding */ matches),
/* harmony export */   resolveSnapshot: () => (/* binding */ resolveSnapshot),
/* harmony export */   whyNone: () => (/* binding */ whyNone)
/* harmony export */ });
/* harmony import */ var _backends_backend_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77656);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68656);
/* harmony import */ var _future_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20750);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47508);






function matches(snapshot, filter) {
    const { hosts = [], target = null, tags = [], paths = [], notAfterNs } = filter;
    return ((hosts.length === 0 || hosts.includes(snapshot.hostname)) &&
        (target === null || (0,_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(snapshot) === target) &&
        (tags.length === 0 || tags.some((all) => hasTags(snapshot, all))) &&
        paths.every((path) => snapshot.paths.includes(path)) &&
        (notAfterNs === undefined || snapshot.timeNs <= notAfterNs));
}
/** The snapshots that match, oldest first. @throws HoldfastError repository-damaged, unless it can be told. */
async function findSnapshots(repository, filter, options = {}) {
    const found = [];
    for await (const stored of repository.snapshots(options)) {
        if (matches(stored.snapshot, filter))
            found.push(stored);
    }
    return found.sort(byTime);
}
/**
 * The snapshot that `spec` names: an ID, a unique prefix of one, or `latest`: the newest complete one that matches
 * `filter` (which only narrows `latest`). Of an ID, only that snapshot's file is read: a damaged one hides no other.
 * @throws HoldfastError snapshot-missing, also for a `latest` from the future; bad-input if the prefix is ambiguous; repository-damaged if it can't be read,
 *   for `latest` if any can't: it may be the newest.
 */
async function resolveSnapshot(repository, spec, filter = {}, signal) {
    return spec === 'latest'
        ? await findLatest(repository, filter, signal)
        : await findByPrefix(repository, spec, signal);
}
async function findLatest(repository, filter, signal) {
    const all = await findSnapshots(repository, {}, { signal, onUnreadable: refuseLatest });
    const found = all.filter(({ snapshot }) => matches(snapshot, filter));
    const complete = found.filter(({ snapshot }) => !(0,_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .isIncomplete */ .Ne)(snapshot));
    const latest = complete.at(-1);
    if (latest !== undefined)
        return notFromFuture(latest, complete);
    const actual = found.length === 0 ? whyNone(all, filter) : `only incomplete ones match (${listShort(found)})`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('snapshot-missing', `Cannot find snapshot "latest": ${actual}, expected a complete one. List them with "snapshots".`);
}
/** A forged one would be `latest` for ever, whatever is backed up after it. */
function notFromFuture(latest, complete) {
    const { id, snapshot } = latest;
    if (!(0,_future_js__WEBPACK_IMPORTED_MODULE_2__/* .isFromFuture */ .S5)(snapshot.timeNs))
        return latest;
    const problem = (0,_future_js__WEBPACK_IMPORTED_MODULE_2__/* .futureProblem */ .VC)(`snapshot ${id.slice(0, SHORT_ID_DIGITS)}`, snapshot.timeNs);
    const earlier = complete.findLast((other) => !(0,_future_js__WEBPACK_IMPORTED_MODULE_2__/* .isFromFuture */ .S5)(other.snapshot.timeNs));
    const before = earlier === undefined
        ? 'None was taken before now.'
        : `The newest that was taken before now is snapshot ${earlier.id.slice(0, SHORT_ID_DIGITS)} (${(0,_future_js__WEBPACK_IMPORTED_MODULE_2__/* .shownTime */ .h5)(earlier.snapshot.timeNs)}).`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('snapshot-missing', `Cannot find snapshot "latest": ${problem}, and name one by its ID. ${before} One that is wrong goes by "forget ID"; then "latest" is found again.`);
}
/** Nobody knows the time of one that can't be read. An older one in its place would be old data without a word. */
function refuseLatest(message, id) {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('repository-damaged', `Cannot find snapshot "latest": snapshot ${id} cannot be read and may be the newest. Name one that "snapshots" ` +
        'lists by its ID; "check" tells what else is damaged.', { cause: message });
}
/** Why none of `all` matches: `no snapshot is of host "db2", there are some of "db1"`. */
function whyNone(all, filter) {
    if (all.length === 0)
        return 'the repository holds no snapshot';
    const { hosts = [], target = null } = filter;
    const wanted = new Set(hosts);
    const actualHosts = new Set(all.map(({ snapshot }) => snapshot.hostname));
    if (hosts.length > 0 && wanted.isDisjointFrom(actualHosts)) {
        return `no snapshot is of host ${quoted(wanted)}, there are some of ${quoted(actualHosts)}`;
    }
    const targets = new Set(all.map(({ snapshot }) => (0,_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(snapshot)).filter((name) => name !== null));
    if (target !== null && targets.size > 0 && !targets.has(target)) {
        return `no snapshot is of application ${quoted([target])}, there are some of ${quoted(targets)}`;
    }
    return all.length === 1 ? 'the only snapshot does not match' : `none of ${all.length} snapshots matches`;
}
function quoted(names) {
    const all = [...names].sort();
    const shown = all.slice(0, SHOWN_CANDIDATES).map((name) => `"${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(name)}"`);
    return all.length > SHOWN_CANDIDATES ? `${shown.join(', ')}, …` : shown.join(', ');
}
async function findByPrefix(repository, spec, signal) {
    const cannot = `Cannot find snapshot "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(spec)}"`;
    if (!/^[0-9a-f]{1,64}$/.test(spec)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `${cannot}: expected "latest", an ID, or the first digits of one. List them with "snapshots".`);
    }
    const all = await repository.snapshotIds(signal);
    const found = all.filter((id) => id.startsWith(spec));
    const [id, ...others] = found;
    const missing = new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('snapshot-missing', `${cannot}: ${noneOf(all.length)} has such an ID. List them with "snapshots".`);
    if (id === undefined)
        throw missing;
    if (others.length === 0)
        return await loadListed(repository, id, { missing, signal });
    const candidates = await listCandidates(repository, found, signal);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `${cannot}: ${found.length} snapshots begin so, expected 1. Give more digits: ${candidates}.`);
}
function noneOf(count) {
    return count > 1 ? `none of ${count} snapshots` : 'no snapshot';
}
async function loadListed(repository, id, { missing, signal }) {
    try {
        return { id, snapshot: await repository.loadSnapshot(id, signal) };
    }
    catch (error) {
        throw (0,_backends_backend_js__WEBPACK_IMPORTED_MODULE_4__/* .isMissing */ .b2)(error) ? missing : error;
    }
}
async function listCandidates(repository, ids, signal) {
    const shown = [];
    for (const id of ids.slice(0, SHOWN_CANDIDATES))
        shown.push(await describeCandidate(repository, id, signal));
    return inShort(shown, ids.length);
}
async function describeCandidate(repository, id, signal) {
    try {
        return describe({ id, snapshot: await repository.loadSnapshot(id, signal) });
    }
    catch (error) {
        if (!(0,_damage_js__WEBPACK_IMPORTED_MODULE_5__/* .isUnreadable */ .GZ)(error))
            throw error;
        return `${id.slice(0, SHORT_ID_DIGITS)}, which cannot be read`;
    }
}
function hasTags({ tags }, wanted) {
    return wanted.length === 0 ? tags.length === 0 : wanted.every((tag) => tags.includes(tag));
}
/** By time; of the same moment by ID, so that two runs choose alike. */
function byTime(a, b) {
    if (a.snapshot.timeNs !== b.snapshot.timeNs)
        return a.snapshot.timeNs < b.snapshot.timeNs ? -1 : 1;
    return a.id < b.id ? -1 : 1;
}
const SHOWN_CANDIDATES = 10;
const SHORT_ID_DIGITS = 12;
function listShort(found) {
    return inShort(found.slice(0, SHOWN_CANDIDATES).map(describe), found.length);
}
function describe({ id, snapshot }) {
    const time = new Date(Number(snapshot.timeNs / 1000000n)).toISOString().slice(0, 16);
    return `${id.slice(0, SHORT_ID_DIGITS)} of ${time} on ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(snapshot.hostname)}`;
}
function inShort(shown, count) {
    return count > shown.length ? `${shown.join(', ')}, …` : shown.join(', ');
}


/***/ }),

/***/ 18115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ TreeWalk)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/repository/format/fault.js
var fault = __webpack_require__(69701);
// EXTERNAL MODULE: ./build/repository/format/fields.js
var fields = __webpack_require__(872);
// EXTERNAL MODULE: ./build/repository/format/parse-json.js
var parse_json = __webpack_require__(79417);
;// CONCATENATED MODULE: ./build/repository/format/tree-references.js



/**
 * What a tree's JSON refers to, whatever else is in it: names and times that `decodeTree` would refuse don't make a
 * blob needless. Whatever could hide a reference is a fault.
 * @throws HoldfastError repository-damaged.
 */
function decodeTreeReferences(json, what = 'a tree') {
    return (0,fault/* decoding */.uw)(what, () => {
        const { nodes } = (0,parse_json/* parseObject */.lj)(json);
        if (!Array.isArray(nodes))
            throw new fault/* FormatFault */._z(`nodes is ${(0,fault/* shown */.SP)(nodes)}`, 'an array');
        const data = [];
        const trees = [];
        for (const node of nodes) {
            const { type, content, subtree } = (0,parse_json/* asObject */.eB)(node, 'a node');
            for (const id of (0,fields/* asArray */._j)(content, 'content'))
                data.push((0,fields/* asId */.gR)(id, 'an element of content'));
            const tree = (0,fields/* asIdOrNull */.aA)(subtree, 'subtree');
            if (tree !== null)
                trees.push(tree);
            else if (type === 'dir')
                throw new fault/* FormatFault */._z('a folder has no subtree', 'an ID');
        }
        return { data, trees };
    });
}

// EXTERNAL MODULE: ./build/repository/row-set.js
var row_set = __webpack_require__(67952);
;// CONCATENATED MODULE: ./build/repository/tree-walk.js



/** Trees asked for together: those that lie close to one another are then loaded in one range. */
const TREES_AT_ONCE = 4096;
/** Walks trees of several snapshots, each tree once. Takes a bit for each blob of the index, and 8 bytes for each tree in line. */
class TreeWalk {
    /** First rows in the index of the blobs that were reached. */
    reached;
    #repository;
    #options;
    /** Rows of trees that were reached and not yet read. */
    #line = [];
    /** The index must be loaded. */
    constructor(repository, options = {}) {
        this.#repository = repository;
        this.#options = options;
        this.reached = new row_set/* RowSet */.r(repository.index.rowCount);
    }
    /**
     * Goes through everything below `roots` that wasn't reached before.
     * @param onReached Told once of each blob's first row: a tree's when the tree was read.
     * @throws HoldfastError repository-damaged for a tree that can't be read, and for a blob that no index names.
     */
    async walk(roots, onReached = () => { }) {
        for (const root of roots)
            this.#reachTree(root, 'a snapshot');
        while (this.#line.length > 0) {
            const rows = this.#line.splice(-TREES_AT_ONCE);
            const ids = rows.map((row) => this.#repository.index.idAt(row));
            let next = 0;
            for await (const json of this.#repository.loadBlobs('tree', ids, this.#options.signal)) {
                const id = ids[next];
                const { data, trees } = decodeTreeReferences(json, `tree ${id}`);
                for (const blob of data) {
                    const row = this.#rowOf('data', blob, `tree ${id}`);
                    if (this.reached.add(row))
                        onReached(row, 'data', blob);
                }
                for (const tree of trees)
                    this.#reachTree(tree, `tree ${id}`);
                onReached(rows[next++], 'tree', id);
                this.#options.onTree?.(this.#line.length);
            }
        }
    }
    #reachTree(id, namedBy) {
        const row = this.#rowOf('tree', id, namedBy);
        if (this.reached.add(row))
            this.#line.push(row);
    }
    #rowOf(type, id, namedBy) {
        const row = this.#repository.index.find(type, id);
        if (row >= 0)
            return row;
        throw new errors/* HoldfastError */.E('repository-damaged', `Cannot find ${type} blob ${id}, which ${namedBy} names: it is in no index. ` +
            'Run "holdfast check" to see what else is missing, and how to mend it.');
    }
}


/***/ }),

/***/ 75221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ reachDays)
/* harmony export */ });
/* harmony import */ var _span_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77461);

/** Of a calendar's periods the longest, so that a reach is never told too short. */
const DAYS = { hour: 1 / 24, day: 1, week: 7, month: 31, year: 366 };
/**
 * For how many days a backup may be kept by the policy, when there is one in each of its periods; Infinity: for ever. What is
 * kept by number alone (`last`) or for its tags has no such time, and doesn't count.
 */
function reachDays(policy) {
    const spans = [
        policy.within,
        policy.withinHourly,
        policy.withinDaily,
        policy.withinWeekly,
        policy.withinMonthly,
        policy.withinYearly,
    ];
    return Math.max(policy.hourly * DAYS.hour, policy.daily * DAYS.day, policy.weekly * DAYS.week, policy.monthly * DAYS.month, policy.yearly * DAYS.year, ...spans.filter((span) => !(0,_span_js__WEBPACK_IMPORTED_MODULE_0__/* .isNoSpan */ .ck)(span)).map(daysOf));
}
function daysOf({ years, months, days, hours }) {
    return years * DAYS.year + months * DAYS.month + days * DAYS.day + hours * DAYS.hour;
}


/***/ }),

/***/ 15035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ON: () => (/* binding */ parsePolicy),
/* harmony export */   kd: () => (/* binding */ parseLimits),
/* harmony export */   pq: () => (/* binding */ parseMaxAge),
/* harmony export */   y_: () => (/* binding */ parseDespite)
/* harmony export */ });
/* harmony import */ var _choice_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68881);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19473);
/* harmony import */ var _freeze_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52154);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89498);
/* harmony import */ var _span_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77461);





const COUNTS = {
    'keep-last': 'last',
    'keep-hourly': 'hourly',
    'keep-daily': 'daily',
    'keep-weekly': 'weekly',
    'keep-monthly': 'monthly',
    'keep-yearly': 'yearly',
};
const SPANS = {
    'keep-within': 'within',
    'keep-within-hourly': 'withinHourly',
    'keep-within-daily': 'withinDaily',
    'keep-within-weekly': 'withinWeekly',
    'keep-within-monthly': 'withinMonthly',
    'keep-within-yearly': 'withinYearly',
};
/**
 * The policy, as restic reads it.
 * @param keepTags Lists of tags with commas between. A snapshot is kept that has all tags of one of them.
 * @param show A word as it is written where it was given: `--keep-last`, or `the input keep-last`.
 * @throws HoldfastError bad-input.
 */
function parsePolicy(given, keepTags, show) {
    const counts = Object.entries(COUNTS).map(([word, kind]) => [
        kind,
        parseCount(given(word), show(word)),
    ]);
    const spans = Object.entries(SPANS).map(([word, kind]) => [
        kind,
        readSpan(given(word), show(word)),
    ]);
    const tags = keepTags.map((list) => list.split(',').map((tag) => tag.trim()));
    return { ...Object.fromEntries([...counts, ...spans]), tags };
}
/** As restic: a number, or `unlimited`. */
function parseCount(text, name) {
    if (text === null)
        return 0;
    if (text === 'unlimited')
        return Number.POSITIVE_INFINITY;
    if (/^\+?\d{1,9}$/.test(text))
        return Number(text);
    throw notA(text, name, 'a whole number that is not negative, or `unlimited`');
}
function readSpan(text, name) {
    if (text === null)
        return _span_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_SPAN */ .vI;
    const span = (0,_span_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSpan */ .wr)(text);
    if (span !== null)
        return span;
    throw notA(text, name, 'a span such as 7d, 1y5m7d2h (years, months, days, hours; at most six digits each)');
}
/** When a target is frozen. @throws HoldfastError bad-input. */
function parseLimits(given, show) {
    const below = given('shrunken-below');
    return {
        maxAgeMs: parseMaxAge(given('max-age'), show('max-age')),
        shrunkenBelow: below === null ? _freeze_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_SHRUNKEN_BELOW */ .ZZ : parsePercent(below, show('shrunken-below')),
    };
}
const HOUR_MS = 3_600_000;
/** Days and hours alone: `m` would be minutes to some and months to others. @throws HoldfastError bad-input. */
function parseMaxAge(text, name) {
    if (text === null)
        return null;
    const [, days, hours] = /^(?:(\d{1,5})d)?(?:(\d{1,5})h)?$/.exec(text) ?? [];
    const ms = (Number(days ?? 0) * 24 + Number(hours ?? 0)) * HOUR_MS;
    if (ms > 0)
        return ms;
    throw notA(text, name, 'days and hours, such as 30h or 8d');
}
function parsePercent(text, name) {
    const percent = /^(\d{1,3})%?$/.exec(text)?.[1];
    if (percent !== undefined && Number(percent) <= 100)
        return Number(percent) / 100;
    throw notA(text, name, 'a percentage from 0% to 100%');
}
/** Reasons with commas between, given once or several times. @throws HoldfastError bad-input. */
function parseDespite(lists, name) {
    const reasons = [..._freeze_js__WEBPACK_IMPORTED_MODULE_1__/* .FREEZE_REASONS */ .qG, ..._plan_js__WEBPACK_IMPORTED_MODULE_2__/* .PROTECT_REASONS */ .Mq, _plan_js__WEBPACK_IMPORTED_MODULE_2__/* .LOCK_REASON */ .zq];
    return new Set(commaSeparated(lists).map((reason) => (0,_choice_js__WEBPACK_IMPORTED_MODULE_3__.parseChoice)(reason, name, reasons)));
}
function commaSeparated(lists) {
    return lists.flatMap((list) => list.split(',').map((one) => one.trim())).filter((one) => one !== '');
}
function notA(text, name, expected) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected ${expected}.`);
}


/***/ }),

/***/ 74177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseGroupBy: () => (/* binding */ parseGroupBy)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/**
 * restic's `--group-by`: any of `host`, `paths` and `tags`, with commas between; empty: everything is one group.
 * @param name Of the flag or input, for the message.
 * @throws HoldfastError bad-input.
 */
function parseGroupBy(text, name) {
    const words = text === '' ? [] : text.split(',').map((word) => word.trim());
    const wrong = words.find((word) => !/^(hosts?|paths?|tags?)?$/.test(word));
    if (wrong !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it has ${JSON.stringify(wrong)}, expected any of host, paths and tags, with commas between.`);
    }
    const has = (start) => words.some((word) => word.startsWith(start));
    return { host: has('host'), paths: has('path'), tags: has('tag') };
}


/***/ }),

/***/ 88706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PX: () => (/* binding */ requireLocksThatLast),
/* harmony export */   So: () => (/* binding */ parseRetentionGroupBy),
/* harmony export */   hZ: () => (/* binding */ parseKeepBecause)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _retention_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89498);
/* harmony import */ var _retention_policy_reach_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75221);
/* harmony import */ var _group_by_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74177);




/** restic's words, and `target`: the application on its host. @throws HoldfastError bad-input. */
function parseRetentionGroupBy(text, name) {
    const words = text.split(',').map((word) => word.trim());
    const isTarget = (word) => word === 'target' || word === 'targets';
    const others = words.filter((word) => !isTarget(word));
    return { ...(0,_group_by_js__WEBPACK_IMPORTED_MODULE_0__.parseGroupBy)(others.join(','), name), target: words.some(isTarget) };
}
/**
 * Locks that end before the policy lets go leave the oldest backups to whoever has stolen a key and stops the runs that
 * extend them.
 * @throws HoldfastError bad-input when a lock is shorter than the policy's reach, unless `despite` says that this is known.
 */
function requireLocksThatLast(objectLock, { policy, despite }, show) {
    const reach = Math.ceil((0,_retention_policy_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .reachDays */ .P)(policy));
    if (objectLock === undefined || objectLock.days >= reach || despite.has(_retention_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .LOCK_REASON */ .zq))
        return;
    const kept = reach === Number.POSITIVE_INFINITY ? 'for ever' : `for up to ${reach} days`;
    const longer = reach === Number.POSITIVE_INFINITY ? 'a policy with an end' : `at least ${reach}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('object-lock-days')}: it is ${objectLock.days}, but the policy keeps snapshots ${kept}: expected ` +
        `${longer}. If it is enough that each run of this extends the locks, give ${show('despite')} ${_retention_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .LOCK_REASON */ .zq}.`);
}
function notA(text, name, expected) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected ${expected}.`);
}
/** Long enough for a sentence, short enough for a table. */
const MAX_REASON_CHARACTERS = 200;
/**
 * Why a backup's snapshot is to stay until that is taken back. It becomes a tag.
 * @throws HoldfastError bad-input.
 */
function parseKeepBecause(text, name) {
    const reason = text.trim();
    const isOneLine = !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(reason);
    if (reason !== '' && isOneLine && [...reason].length <= MAX_REASON_CHARACTERS)
        return reason;
    throw notA(text, name, `a reason of one line and at most ${MAX_REASON_CHARACTERS} characters`);
}


/***/ })

};
