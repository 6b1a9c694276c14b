export const id = 9083;
export const ids = [9083];
export const modules = {

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

/***/ 88112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ readPatterns)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/settings/exclude-file.js
/**
 * The patterns in a file as restic reads it: one a line, without white space around it; empty lines and lines that
 * begin with `#` are left out; `$NAME` and `${NAME}` stand for environment variables, `$$` for a dollar sign.
 */
function parseExcludeFile(text, env = process.env) {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line) => line.replace(/\$(?:(\$)|\{(\w+)\}|(\w+))/g, (_, dollar, braced, bare) => dollar ?? env[braced ?? bare] ?? ''));
}

// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
;// CONCATENATED MODULE: ./build/cli/patterns.js




/** The patterns in files of this machine (--exclude-file and its kin). @throws HoldfastError bad-input. */
async function readPatterns(files) {
    const patterns = [];
    for (const file of files) {
        try {
            patterns.push(...parseExcludeFile(await (0,promises_.readFile)(file, 'utf8')));
        }
        catch (cause) {
            throw new errors/* HoldfastError */.E('bad-input', `Cannot read patterns from ${JSON.stringify(file)}: ${(0,system_error/* systemErrorText */.f9)(cause)}.`, { cause });
        }
    }
    return patterns;
}


/***/ }),

/***/ 19168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readRestoreOptions: () => (/* binding */ readRestoreOptions),
/* harmony export */   readSourceRequest: () => (/* binding */ readSourceRequest)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _choice_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68881);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19473);
/* harmony import */ var _files_given_path_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(34469);
/* harmony import */ var _settings_dump_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92095);
/* harmony import */ var _settings_snapshot_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59400);
/* harmony import */ var _filter_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41155);
/* harmony import */ var _patterns_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88112);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69261);









/** @throws HoldfastError bad-input. */
async function readSourceRequest({ flags, terminal }, text) {
    const { snapshot, folder } = (0,_settings_snapshot_spec_js__WEBPACK_IMPORTED_MODULE_1__.parseSnapshotSpec)(text);
    const filter = (0,_filter_js__WEBPACK_IMPORTED_MODULE_2__.snapshotFilter)(flags, terminal.env);
    if (flags.database !== undefined)
        return { snapshot, filter, parts: (0,_settings_dump_file_js__WEBPACK_IMPORTED_MODULE_3__/* .dumpAsFile */ .R)(flags.database === true ? null : flags.database) };
    const includes = [...flags.include, ...(await (0,_patterns_js__WEBPACK_IMPORTED_MODULE_4__/* .readPatterns */ .c)(flags.includeFile))];
    const iincludes = [...flags.iinclude, ...(await (0,_patterns_js__WEBPACK_IMPORTED_MODULE_4__/* .readPatterns */ .c)(flags.iincludeFile))];
    requireSomething(flags, [...includes, ...iincludes]);
    return {
        snapshot,
        filter,
        parts: {
            folder,
            includes,
            iincludes,
            excludes: [...flags.exclude, ...(await (0,_patterns_js__WEBPACK_IMPORTED_MODULE_4__/* .readPatterns */ .c)(flags.excludeFile))],
            iexcludes: [...flags.iexclude, ...(await (0,_patterns_js__WEBPACK_IMPORTED_MODULE_4__/* .readPatterns */ .c)(flags.iexcludeFile))],
            includeOwn: flags.own ?? false,
        },
    };
}
/** An empty variable, or an empty file: all would be restored where a part was meant. */
function requireSomething({ include, iinclude, includeFile, iincludeFile }, patterns) {
    const isAsked = [include, iinclude, includeFile, iincludeFile].some(({ length }) => length > 0);
    if (!isAsked || patterns.some((pattern) => pattern !== ''))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('bad-input', 'Cannot choose what is restored: --include and its kin hold no pattern, expected one at least. Leave them out to restore everything.');
}
/** How it is to be restored to a host. @throws HoldfastError bad-input. */
function readRestoreOptions(flags, { parts }) {
    return {
        ...parts,
        target: targetOf(flags, parts.folder),
        overwrite: (0,_choice_js__WEBPACK_IMPORTED_MODULE_6__.parseChoice)(flags.overwrite, '--overwrite', ['always', 'if-changed', 'if-newer', 'never']),
        delete: flags.delete ?? false,
        owners: flags.ownershipByName ? 'names' : 'numeric',
        verify: flags.verify,
        dryRun: flags.dryRun ?? false,
        noLock: !flags.lock || flags.asOf !== undefined,
        retryLockMs: (0,_session_js__WEBPACK_IMPORTED_MODULE_7__.retryLockMs)(flags),
        before: flags.before,
        after: flags.after,
    };
}
/** The folder to restore below; null for the original place. Never by omission: restic asks for it too. */
function targetOf({ target, on }, folder) {
    if (target === undefined || target === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('bad-input', 'Cannot restore: no place is named. Give --target FOLDER, or --target / for the original place.');
    }
    if (target.startsWith('~')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('bad-input', `Cannot restore to ${JSON.stringify(target)}: no shell has read its "~", expected a folder. Write the path out` +
            `${on === 'local' ? ', or ./~… for a folder that is called so' : ''}.`);
    }
    const path = (0,_files_given_path_js__WEBPACK_IMPORTED_MODULE_8__/* .givenPath */ .H)(on === 'local' ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(target) : target, '--target');
    return path === '/' && folder === null ? null : path;
}


/***/ }),

/***/ 65330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreRecorder: () => (/* binding */ restoreRecorder)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _hosts_address_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88772);
/* harmony import */ var _evidence_place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93758);



/**
 * How this restore's record is kept.
 * @param to Where it goes. Default: the host.
 * @returns null for a dry run, with --no-evidence, and for what isn't of now.
 */
async function restoreRecorder(task, to = hostOf(task.flags)) {
    const { evidence, signingKey: file, dryRun, asOf } = task.flags;
    const key = await (0,_evidence_place_js__WEBPACK_IMPORTED_MODULE_1__.signingKey)(task, file);
    // Beside what is read as it was at a time nothing can be written.
    if (dryRun || evidence === false || asOf !== undefined)
        return null;
    return {
        place: await (0,_evidence_place_js__WEBPACK_IMPORTED_MODULE_1__.evidencePlace)(task, typeof evidence === 'string' ? evidence : null),
        key,
        who: { machine: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)() },
        to,
        signal: task.signal,
        onWarning: (message) => task.reporter.onWarning(message),
    };
}
function hostOf({ on, container }) {
    return container === undefined ? (0,_hosts_address_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutPassword */ .G5)(on) : `${container} on ${(0,_hosts_address_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutPassword */ .G5)(on)}`;
}


/***/ }),

/***/ 34469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ givenPath)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/**
 * An absolute path without doubled or trailing slashes and `.`.
 * @throws HoldfastError bad-input for a relative path, or one with `..`, which a symlink would lead elsewhere.
 */
function givenPath(path, what) {
    const names = path.split('/').filter((name) => name !== '' && name !== '.');
    if (path.startsWith('/') && !names.includes('..'))
        return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(`/${names.join('/')}`);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${what}: it is ${JSON.stringify(path)}, expected an absolute path without "..".`);
}


/***/ }),

/***/ 488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applicationOutcome: () => (/* binding */ applicationOutcome),
/* harmony export */   bucketsOutcome: () => (/* binding */ bucketsOutcome),
/* harmony export */   databasesOutcome: () => (/* binding */ databasesOutcome),
/* harmony export */   filesOutcome: () => (/* binding */ filesOutcome)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95209);

/** @param isVerified Whether each part was read again before it was swapped in. */
function filesOutcome(parts, isVerified) {
    const done = parts.flatMap(({ files, bytes, target, undoFolders }) => [
        `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(files, 'file')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(bytes, 'byte')} to ${target}`,
        ...undoFolders.map((folder) => `what was there is in ${folder}`),
    ]);
    return { done, verified: isVerified };
}
function databasesOutcome(results) {
    const done = results.flatMap(({ record, restored }) => {
        if (restored === null)
            return [];
        const { database, movedAside, verified } = restored;
        const compared = verified === null
            ? 'not compared'
            : `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(verified.tables, 'table')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(verified.rows, 'row')} as they were dumped`;
        return [
            `dump ${record.name}${database === null ? '' : ` to ${database}`}: ${compared}`,
            ...(movedAside === null ? [] : [`what was there is called ${movedAside}`]),
        ];
    });
    return { done, verified: results.every(({ restored }) => restored?.verified != null) };
}
/** Each object is proved when it is written. */
function bucketsOutcome(results) {
    const done = results.flatMap(({ record, into, written }) => {
        if (written === null)
            return [];
        const { objects, bytes, unchanged, replaced } = written;
        return [
            `bucket ${record.name} to ${into}: ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(objects, 'object')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(bytes, 'byte')}; ${unchanged} there already, ${replaced} replaced`,
        ];
    });
    return { done, verified: results.every(({ written }) => written !== null) };
}
/** @param isVerified As of filesOutcome. */
function applicationOutcome(result, isVerified) {
    const parts = [
        filesOutcome(result.files, isVerified),
        databasesOutcome(result.databases),
        bucketsOutcome(result.buckets),
    ];
    const title = `${result.record.profile}, ${result.steps.length} steps`;
    return {
        done: [title, ...parts.flatMap(({ done }) => done)],
        verified: parts.every(({ verified }) => verified),
    };
}


/***/ }),

/***/ 35139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ORIGINAL_BUCKET: () => (/* binding */ ORIGINAL_BUCKET),
/* harmony export */   recorded: () => (/* binding */ recorded)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _drills_drill_id_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6770);
/* harmony import */ var _drills_in_toto_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(52873);
/* harmony import */ var _drills_restore_statement_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63649);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53272);
/* harmony import */ var _repository_open_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26261);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(47508);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(58508);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5202);










/** Where objects go for which nobody names a bucket: which one it was is in what was done. */
const ORIGINAL_BUCKET = 'the bucket that was saved';
/** A restore that was cancelled leaves its record within this. */
const LATE_MS = 3000;
/**
 * Restores, and leaves a record of it beside the repository, whatever came of it. That no record can be kept is told, and keeps
 * nobody from what was restored: a credential that only reads is the right one for a restore.
 * @param recorder Null: none is wanted (a dry run).
 */
async function recorded(recorder, about, restore, outcomeOf) {
    const { source } = about;
    if (recorder === null || !(source instanceof _repository_open_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .OpenRepository */ .l))
        return restore();
    const startedMs = Date.now();
    const keep = (end) => keepRecord(recorder, source, predicateOf(recorder, source, { about, startedMs, end }), about.snapshot);
    let result;
    try {
        result = await restore();
    }
    catch (error) {
        const reasons = [(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asHoldfastError */ .C)(error)?.message ?? (0,_failure_text_js__WEBPACK_IMPORTED_MODULE_3__/* .failureText */ .k)(error))];
        await keep({ result: 'failed', reasons, done: [], verified: false });
        throw error;
    }
    await keep({ result: 'restored', reasons: [], ...(0,_drills_restore_statement_js__WEBPACK_IMPORTED_MODULE_4__/* .readyToShow */ .S)(outcomeOf(result)) });
    return result;
}
function predicateOf({ who, to }, repository, { about: { snapshot: stored, what }, startedMs, end, }) {
    const { id, snapshot } = stored;
    const takenMs = Number(snapshot.timeNs / 1000000n);
    return {
        restore_id: (0,_drills_drill_id_js__WEBPACK_IMPORTED_MODULE_5__/* .newDrillId */ .p)(startedMs),
        ...end,
        program_version: _version_js__WEBPACK_IMPORTED_MODULE_6__/* .PROGRAM_VERSION */ .c,
        started: new Date(startedMs).toISOString(),
        finished: new Date().toISOString(),
        who,
        repository_id: repository.id,
        snapshot: {
            id,
            tree: snapshot.tree,
            time: new Date(takenMs).toISOString(),
            hostname: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(snapshot.hostname),
            target: (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_7__/* .targetOf */ .$r)(snapshot),
            age_ms: startedMs - takenMs,
        },
        what,
        to: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(to),
        sheet_sha256: null,
    };
}
async function keepRecord({ place, key, signal, onWarning }, repository, predicate, { id, snapshot }) {
    const subject = (0,_drills_in_toto_js__WEBPACK_IMPORTED_MODULE_8__/* .subjectsOf */ .Z6)({ id, tree: snapshot.tree, manifestSha256: null });
    const statement = {
        _type: _drills_in_toto_js__WEBPACK_IMPORTED_MODULE_8__/* .STATEMENT_TYPE */ .zG,
        subject,
        predicateType: _drills_restore_statement_js__WEBPACK_IMPORTED_MODULE_4__/* .RESTORE_PREDICATE_TYPE */ .c,
        predicate,
    };
    const envelope = (0,_evidence_js__WEBPACK_IMPORTED_MODULE_9__.evidenceEnvelope)(statement, key);
    const until = signal.aborted ? AbortSignal.timeout(LATE_MS) : signal;
    await (0,_evidence_js__WEBPACK_IMPORTED_MODULE_9__.keepEvidence)(place, repository, { envelope, sheet: null }, until).catch((error) => {
        const why = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asHoldfastError */ .C)(error)?.message ?? (0,_failure_text_js__WEBPACK_IMPORTED_MODULE_3__/* .failureText */ .k)(error);
        onWarning(`No record of this restore is kept: ${why} Say --no-evidence, or \`no-evidence\`, if none is wanted.`);
    });
}


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

/***/ 20750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S5: () => (/* binding */ isFromFuture),
/* harmony export */   VC: () => (/* binding */ futureProblem),
/* harmony export */   h5: () => (/* binding */ shownTime)
/* harmony export */ });
/** By so much clocks of machines that take backups and of the one that reads them may differ. */
const FUTURE_TOLERANCE_NS = 10n * 60n * 1000000000n;
/** Whether something says that it was taken later than now: a clock is wrong, or somebody forged it. */
function isFromFuture(timeNs, nowNs = BigInt(Date.now()) * 1000000n) {
    return timeNs > nowNs + FUTURE_TOLERANCE_NS;
}
/** Why `latest` is not taken for it. @param what `snapshot 1234abcd`. */
function futureProblem(what, timeNs) {
    const now = new Date().toISOString().slice(0, SHOWN_CHARACTERS);
    return `the newest, ${what}, is from the future (${shownTime(timeNs)}, and by this machine’s clock it is ${now}), expected one that was taken before now. If it is this machine’s clock that is wrong, set it. Else another’s is or was, or somebody forged it: look at it, and at those before it`;
}
/** `2026-11-21T10:47`. */
const SHOWN_CHARACTERS = 16;
function shownTime(timeNs) {
    const time = new Date(Number(timeNs / 1000000n));
    return Number.isNaN(time.getTime()) ? 'far in the future' : time.toISOString().slice(0, SHOWN_CHARACTERS);
}


/***/ }),

/***/ 51767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ parseNewTags),
/* harmony export */   c: () => (/* binding */ splitTags)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47508);


/** Single tags out of restic's form `a,b`, given once or several times; empty ones are left out, as restic does. */
function splitTags(lists) {
    return lists.flatMap((list) => list.split(',').map((tag) => tag.trim())).filter((tag) => tag !== '');
}
/**
 * The same for a new snapshot. Ours say what it is: with one of them it would be another application's, or a checkpoint, which
 * the next backup removes.
 *
 * @param name What a person gave them by.
 * @throws HoldfastError bad-input.
 */
function parseNewTags(lists, name) {
    const tags = splitTags(lists);
    const own = tags.find(_repository_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .isOwnTag */ .$3);
    if (own === undefined)
        return tags;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(own)}, and that is a tag of Holdfast’s own, expected neither \`incomplete\` nor one that ` +
        'begins with `holdfast:`. Choose another; what a snapshot is of, and why it stays, is said by `of` (`target`) and `keep-because`.');
}


/***/ })

};
