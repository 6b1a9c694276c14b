export const id = 2441;
export const ids = [2441,6276];
export const modules = {

/***/ 24495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   copyToTask: () => (/* binding */ copyToTask),
/* harmony export */   isCopyToNamed: () => (/* binding */ isCopyToNamed),
/* harmony export */   prepareCopy: () => (/* binding */ prepareCopy)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _operations_copy_after_backup_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86868);
/* harmony import */ var _other_repository_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38112);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69261);
/* harmony import */ var _show_copy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36336);





const VARIABLES = 'HOLDFAST_COPY_TO_';
/** Whether a second repository is named, by flags or the environment. @throws HoldfastError bad-input for an empty flag. */
function isCopyToNamed({ flags, terminal: { env } }) {
    if (flags.copyTo === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', 'Cannot copy to "": --copy-to is empty, expected a location. Leave it out to make no copy; a variable may be unset.');
    const isNamed = Boolean((flags.copyTo ?? env[`${VARIABLES}REPOSITORY`]) || env[`${VARIABLES}REPOSITORY_FILE`]);
    if (!isNamed)
        refuseFlagsAlone(flags);
    return isNamed;
}
/** Who says how it is opened believes that there is a copy. */
function refuseFlagsAlone({ copyToPasswordFile, copyToPasswordCommand, copyToKeyHint }) {
    const given = {
        'password-file': copyToPasswordFile,
        'password-command': copyToPasswordCommand,
        'key-hint': copyToKeyHint,
    };
    const [alone] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
    if (alone === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use --copy-to-${alone} without --copy-to: no second repository is named, and no copy would be made. Give ` +
        '--copy-to, or set HOLDFAST_COPY_TO_REPOSITORY.');
}
/**
 * What copies the snapshot of a backup into the second repository; null if none is named. Whatever its opening takes is read
 * now, before the backup: a password that is missing is found out before hours of work.
 *
 * @throws HoldfastError bad-input. What is given throws CopyFailure.
 */
async function prepareCopy(task) {
    const { flags, reporter, signal, output } = task;
    if (!isCopyToNamed(task))
        return null;
    const openTo = await (0,_session_js__WEBPACK_IMPORTED_MODULE_1__.prepareOpening)(copyToTask(task));
    return async (snapshot) => {
        const order = { snapshot, retryLockMs: (0,_session_js__WEBPACK_IMPORTED_MODULE_1__.retryLockMs)(flags), openFrom: () => (0,_session_js__WEBPACK_IMPORTED_MODULE_1__.openOf)(task), openTo };
        // The run's summary was that of the backup.
        await (0,_show_copy_js__WEBPACK_IMPORTED_MODULE_2__.showCopy)(output, await (0,_operations_copy_after_backup_js__WEBPACK_IMPORTED_MODULE_3__.copyAfterBackup)(order, reporter, signal), 'copied');
    };
}
/** @throws HoldfastError bad-input without a password that it could be opened with. */
function copyToTask(task) {
    const { flags } = task;
    return (0,_other_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .otherTask */ .a)(task, {
        flags: {
            repo: flags.copyTo,
            passwordFile: flags.copyToPasswordFile,
            passwordCommand: flags.copyToPasswordCommand,
            keyHint: flags.copyToKeyHint,
        },
        called: 'the second repository, of copy-to',
        flagsBegin: '--copy-to',
        variables: VARIABLES,
        storageVariables: VARIABLES,
    });
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

/***/ 38112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ otherTask)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _settings_other_storage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30482);
/* harmony import */ var _prompt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9863);



const VARIABLES = [
    'REPOSITORY',
    'REPOSITORY_FILE',
    'PASSWORD',
    'PASSWORD_FILE',
    'PASSWORD_COMMAND',
    'KEY_HINT',
];
/**
 * `task` as if the other repository were the one that is meant.
 * @throws HoldfastError bad-input, also without a password that it could be opened with.
 */
function otherTask(task, other) {
    requirePassword(task.terminal, other);
    const { flags, variables, storageVariables } = other;
    const { terminal } = task;
    const { stdin, stdout, stderr, env } = terminal;
    const renamed = VARIABLES.map((name) => [`RESTIC_${name}`, env[`${variables}${name}`]]);
    const { verbose, cacert, compression, packSize, option } = task.flags;
    return {
        ...task,
        terminal: { stdin, stdout, stderr, env: Object.fromEntries(renamed) },
        flags: {
            ...flags,
            verbose,
            lock: false,
            compression: compression ?? env['RESTIC_COMPRESSION'],
            packSize: packSize ?? env['RESTIC_PACK_SIZE'],
            cacert: cacert ?? env['RESTIC_CACERT'],
            cache: false,
            option, // restic's -o is of both, too
            s3: storageOf(env, storageVariables),
        },
    };
}
function requirePassword(terminal, { flags, variables, called, flagsBegin }) {
    const inFlags = flags.passwordFile ?? flags.passwordCommand;
    const inEnvironment = ['', '_FILE', '_COMMAND'].some((rest) => terminal.env[`${variables}PASSWORD${rest}`]);
    if (inFlags !== undefined || inEnvironment || (0,_prompt_js__WEBPACK_IMPORTED_MODULE_0__.canAsk)(terminal))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot open ${called}: no password of it is given. Give ${flagsBegin}-password-file or ` +
        `${flagsBegin}-password-command, or set ${variables}PASSWORD, ${variables}PASSWORD_FILE or ${variables}PASSWORD_COMMAND.`);
}
function storageOf(env, prefix) {
    const variable = (word) => `${prefix}AWS_${word.toUpperCase().replaceAll('-', '_')}`;
    const given = (word) => env[variable(word)] ?? null;
    return (0,_settings_other_storage_js__WEBPACK_IMPORTED_MODULE_2__/* .otherStorage */ .E)({
        accessKeyId: given('access-key-id'),
        secretAccessKey: given('secret-access-key'),
        sessionToken: given('session-token'),
        profile: given('profile'),
        region: given('region'),
    }, variable);
}


/***/ }),

/***/ 47720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readTargets: () => (/* binding */ readTargets),
/* harmony export */   reportSettings: () => (/* binding */ reportSettings)
/* harmony export */ });
/* harmony import */ var _archive_find_archives_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(90456);
/* harmony import */ var _backends_location_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(68713);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(19473);
/* harmony import */ var _report_collect_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(23621);
/* harmony import */ var _report_expectations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41364);
/* harmony import */ var _report_parse_expectations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15110);
/* harmony import */ var _report_place_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(23060);
/* harmony import */ var _report_read_evidence_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(62173);
/* harmony import */ var _retention_policy_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(418);
/* harmony import */ var _retention_policy_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(87427);
/* harmony import */ var _retention_policy_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15035);
/* harmony import */ var _archive_store_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(74495);
/* harmony import */ var _copy_backup_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(24495);
/* harmony import */ var _evidence_place_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(93758);
/* harmony import */ var _filter_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41155);
/* harmony import */ var _forget_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88923);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(69261);


















const shown = (word) => `--${word}`;
/** What the flags alone say. @throws HoldfastError bad-input. */
function reportSettings(flags, env) {
    const rules = (0,_retention_policy_words_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePolicy */ .ON)((word) => (0,_forget_options_js__WEBPACK_IMPORTED_MODULE_1__.givenBy)(flags, word), flags.keepTag, shown);
    return {
        periodMs: (0,_report_parse_expectations_js__WEBPACK_IMPORTED_MODULE_2__/* .parseAge */ .F)(flags.period, '--period'),
        expectations: (0,_report_parse_expectations_js__WEBPACK_IMPORTED_MODULE_2__/* .parseExpectations */ .L)(flags, shown),
        isExpected: (0,_report_expectations_js__WEBPACK_IMPORTED_MODULE_3__/* .expectedBy */ .w7)((0,_filter_js__WEBPACK_IMPORTED_MODULE_4__.snapshotFilter)(flags, env)),
        policy: (0,_retention_policy_js__WEBPACK_IMPORTED_MODULE_5__/* .isEmptyPolicy */ .k)(rules) ? null : { rules, text: (0,_retention_policy_text_js__WEBPACK_IMPORTED_MODULE_6__.policyText)(rules) },
    };
}
/** Reads all that the flags name, without a lock: it changes nothing, and what a prune takes away meanwhile is told. */
async function readTargets(task) {
    const { flags } = task;
    const configured = flags.config === undefined ? null : await readConfigured(flags.config);
    const [collection, warnings] = [new _report_collect_js__WEBPACK_IMPORTED_MODULE_7__/* .Collection */ .p(), []];
    const onWarning = (message) => {
        warnings.push(message);
        task.reporter.onWarning(message);
    };
    const isByFlags = flags.repo ?? flags.repositoryFile ?? flags.archives ?? flags.copyTo;
    const places = configured !== null && isByFlags === undefined
        ? await readConfiguredPlaces(task, collection, { configured, onWarning })
        : await readNamedPlaces(task, collection, onWarning);
    return { histories: collection.histories(), configured: configured?.targets ?? [], places, warnings };
}
async function readConfigured(file) {
    const [{ configuredIn }, { readFileOf }] = await Promise.all([
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 65083)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 18443)),
    ]);
    return configuredIn(await readFileOf(process.cwd(), file));
}
async function readConfiguredPlaces(task, collection, { configured, onWarning }) {
    const { readStorages } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 45222));
    const { flags, terminal, reporter, signal } = task;
    return readStorages(collection, configured.storages, {
        filter: (0,_filter_js__WEBPACK_IMPORTED_MODULE_4__.snapshotFilter)(flags, terminal.env),
        deep: !flags.shallow,
        evidence: flags.evidence ?? null,
        evidenceKey: await (0,_evidence_place_js__WEBPACK_IMPORTED_MODULE_8__.evidenceKey)(flags.evidenceKey),
        surroundings: { env: terminal.env, onSecret: () => { }, role: null },
        caFile: flags.cacert ?? (terminal.env['RESTIC_CACERT'] || undefined),
        ...{ signal, onWarning, onInfo: (message) => reporter.onInfo(message) },
        openArchives: async ({ location, s3 }) => (await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 2663))).openArchiveStore(location, s3),
    });
}
/** Of the flags and the environment. @returns The places. @throws HoldfastError bad-input if none is named. */
async function readNamedPlaces(task, collection, onWarning) {
    const { flags, terminal } = task;
    const places = [];
    const filter = (0,_filter_js__WEBPACK_IMPORTED_MODULE_4__.snapshotFilter)(flags, terminal.env);
    const key = await (0,_evidence_place_js__WEBPACK_IMPORTED_MODULE_8__.evidenceKey)(flags.evidenceKey);
    const read = (of, evidence) => (0,_session_js__WEBPACK_IMPORTED_MODULE_9__.withRepository)(of, 'none', async ({ repository, signal }) => {
        places.push(placeAt(repository.location));
        await collection.addRepository(repository, { filter, deep: !flags.shallow, signal, onWarning });
        const place = await (0,_evidence_place_js__WEBPACK_IMPORTED_MODULE_8__.evidencePlace)(of, evidence);
        collection.addEvidence(await (0,_report_read_evidence_js__WEBPACK_IMPORTED_MODULE_10__/* .readEvidence */ .A)(repository, { place, key, signal, onWarning }));
    });
    const hasCopies = (0,_copy_backup_js__WEBPACK_IMPORTED_MODULE_11__.isCopyToNamed)(task);
    if (isRepositoryNamed(task))
        await read(task, flags.evidence ?? null);
    if (hasCopies)
        await read((0,_copy_backup_js__WEBPACK_IMPORTED_MODULE_11__.copyToTask)(task), null);
    if (flags.archives !== undefined) {
        const store = await (0,_archive_store_js__WEBPACK_IMPORTED_MODULE_12__.openArchives)(task, flags.archives);
        try {
            places.push(placeAt(flags.archives));
            collection.addArchives(await (0,_archive_find_archives_js__WEBPACK_IMPORTED_MODULE_13__.findArchives)(store, task.signal), filter, onWarning);
        }
        finally {
            await store.close();
        }
    }
    if (places.length > 0)
        return places;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_14__/* .HoldfastError */ .E('bad-input', 'Cannot report: neither a repository nor archives are named. Give -r/--repo, --archives or --config, or set RESTIC_REPOSITORY.');
}
function placeAt(location) {
    const shown = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_15__.displayText)((0,_backends_location_js__WEBPACK_IMPORTED_MODULE_16__/* .redactUrl */ .BO)(location));
    return { shown, storage: null, isOffSite: (0,_report_place_js__WEBPACK_IMPORTED_MODULE_17__/* .isElsewhere */ .l)(location), isKnown: true };
}
function isRepositoryNamed({ flags, terminal: { env } }) {
    return Boolean(flags.repo ?? flags.repositoryFile ?? (env['RESTIC_REPOSITORY'] || env['RESTIC_REPOSITORY_FILE']));
}


/***/ }),

/***/ 36336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   showCopy: () => (/* binding */ showCopy)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95209);

/** Tells what a copy did. */
async function showCopy(output, result, messageType = 'summary') {
    const { copied, skipped, bytes, storedBytes } = result;
    await output.json({
        message_type: messageType,
        copied: copied.map(({ from, to }) => ({ source_id: from, snapshot_id: to })),
        skipped: skipped.map(({ from, to }) => ({ source_id: from, snapshot_id: to })),
        data_added: bytes,
        data_added_packed: storedBytes,
    });
    for (const { from, to } of copied) {
        await output.line(`snapshot ${to.slice(0, 8)} saved, copied from source snapshot ${from.slice(0, 8)}`);
    }
    const there = skipped.length === 0 ? '' : `; ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(skipped.length, 'other')} there already`;
    await output.line(`copied ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(copied.length, 'snapshot')}, added ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatBytes)(bytes)} (${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatBytes)(storedBytes)} stored)${there}`);
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

/***/ 32520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findBackedUp: () => (/* binding */ findBackedUp),
/* harmony export */   findTarget: () => (/* binding */ findTarget),
/* harmony export */   targetsIn: () => (/* binding */ targetsIn)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49445);
/* harmony import */ var _validate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27249);




/** Rules by which a target can't be run as it is meant. What only makes little sense mustn't keep a backup from being made. */
const BLOCKING = new Set([
    'incomplete-target',
    'unknown-host',
    'unknown-storage',
    'unknown-application',
    'copy-to-itself',
    'copy-ignores',
    'unfit-quiesce',
    'unfit-volume',
]);
/** Every target of a configuration that can be run. @throws HoldfastError bad-input if the file can't be read. */
function targetsIn(file) {
    const { config, findings, silenced, targets } = (0,_validate_js__WEBPACK_IMPORTED_MODULE_0__/* .validate */ .t)(file, []);
    const [first] = findings;
    if (config === null && first !== undefined)
        throw cannotUse(file, first);
    const all = [...findings, ...silenced.map(({ finding }) => finding)];
    const blocked = new Map();
    for (const finding of all)
        if (finding.target !== null && BLOCKING.has(finding.rule))
            blocked.set(finding.target, finding);
    return { targets, blocked };
}
/** @throws HoldfastError bad-input if there is no such target, or it can't be run. */
function findTarget(file, name) {
    const { targets, blocked } = targetsIn(file);
    const target = named(file, targets, name);
    const fault = blocked.get(name);
    if (fault !== undefined)
        throw cannotUse(file, fault);
    return target;
}
/** The same where nothing is backed up: what keeps a target from that needn't keep it from being restored. */
function findBackedUp(file, name) {
    return named(file, targetsIn(file).targets, name);
}
function named(file, targets, name) {
    const target = targets.find((one) => one.name === name);
    if (target === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot find the target ${JSON.stringify(name)} in "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(file.name)}". ${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestion */ .h)(name, targets.map((one) => one.name))}`);
    }
    return target;
}
function cannotUse(file, { at, what, advice }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(file.name)}": line ${at.line}: ${what}. ${advice}`);
}


/***/ }),

/***/ 86868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   copyAfterBackup: () => (/* binding */ copyAfterBackup),
/* harmony export */   i: () => (/* binding */ CopyFailure)
/* harmony export */ });
/* unused harmony export sinceNewestCopy */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53272);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47508);
/* harmony import */ var _copy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23250);




/**
 * Copies a backup's snapshot into a second repository, with those of its host, application and paths that came after the
 * newest that is there: runs whose copy failed are made up for. Older ones aren't brought: the second repository may have
 * forgotten them by a policy of its own.
 * @throws CopyFailure, which says that the snapshot itself is safe.
 */
async function copyAfterBackup(order, reporter, signal) {
    try {
        return await copy(order, reporter, signal);
    }
    catch (error) {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asHoldfastError */ .C)(error)?.code === 'cancelled' ? 'cancelled' : 'copy-failed';
        throw new CopyFailure(code, order.snapshot, error);
    }
}
/** The copy failed, although the backup itself is done. */
class CopyFailure extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E {
    snapshot;
    constructor(code, snapshot, cause) {
        super(code, `Cannot copy snapshot ${snapshot.slice(0, 8)} to the second repository: ${(0,_failure_text_js__WEBPACK_IMPORTED_MODULE_1__/* .failureText */ .k)(cause)} ` +
            'The snapshot itself is saved and safe in the first one. The next run, or `holdfast copy`, makes up for its copy.', { cause });
        this.snapshot = snapshot;
    }
}
async function copy({ snapshot, openFrom, openTo, ...locking }, reporter, signal) {
    const from = await openFrom();
    try {
        const to = await openTo(from);
        try {
            const own = await from.loadSnapshot(snapshot, signal);
            const newest = { id: snapshot, snapshot: own };
            const filter = { hosts: [own.hostname], target: (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .targetOf */ .$r)(own), paths: own.paths };
            return await (0,_copy_js__WEBPACK_IMPORTED_MODULE_3__.copySnapshots)(from, to, {
                specs: [],
                filter,
                choose: (found, there) => sinceNewestCopy(newest, found, there),
                onUnreadable: (message) => reporter.onWarning(message),
                lockSource: true,
                ...locking,
            }, reporter, signal);
        }
        finally {
            await to.close();
        }
    }
    finally {
        await from.close();
    }
}
/** @param found Oldest first. */
function sinceNewestCopy(newest, found, there) {
    const isOfSame = ({ snapshot: { paths, timeNs } }) => paths.length === newest.snapshot.paths.length && timeNs <= newest.snapshot.timeNs;
    const candidates = found.filter((stored) => isOfSame(stored) && !(0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .isCheckpoint */ .Zx)(stored.snapshot));
    const last = candidates.findLastIndex((stored) => there.copyOf(stored) !== null);
    return last < 0 ? [newest] : candidates.slice(last + 1);
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

/***/ 73095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ pruneAfterForget)
/* harmony export */ });
/* harmony import */ var _operations_prune_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45251);
/* harmony import */ var _prune_figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3286);


/**
 * What `forget --prune` and the input `prune` of the action retention call once snapshots were removed, and how they show what
 * it did. This is the one place where forgetting and pruning meet.
 */
function pruneAfterForget(plan) {
    return async (repository, { dryRun, forgotten }, reporter, signal) => {
        // What is really gone needn't be ignored; and what Object Lock held is still there, and needs its data.
        const options = { ...plan, dryRun, ...(dryRun ? { ignoreSnapshots: forgotten } : {}) };
        const result = await (0,_operations_prune_js__WEBPACK_IMPORTED_MODULE_0__.prune)(repository, options, reporter, signal);
        return { lines: (0,_prune_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .pruneLines */ .O)(result, false), json: (0,_prune_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .pruneJson */ .D)(result) };
    };
}


/***/ }),

/***/ 77012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportJson: () => (/* binding */ reportJson)
/* harmony export */ });
/* unused harmony export REPORT_VERSION */
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _recovery_point_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31371);


/** Version of the JSON's own layout: fields are added without another number. */
const REPORT_VERSION = 1;
/** What `--json` prints: docs/reference/json.md describes it. Times are RFC 3339, spans in ms, names as they are. */
function reportJson(report) {
    return {
        report_version: REPORT_VERSION,
        time: timeJson(report.nowMs),
        period_ms: report.periodMs,
        places: report.places.map(({ shown }) => shown),
        warnings: report.warnings,
        targets: report.targets.map(targetJson),
    };
}
function targetJson(facts) {
    const { history, judgement, expectations, newest, recoveryPoints, lastDrill, lastProof, retention } = facts;
    return {
        target: history.target,
        hostname: history.hostname,
        paths: history.paths,
        health: judgement.health,
        reasons: judgement.reasons.map(({ health, text }) => ({ health, text })),
        backups: history.backups.length,
        last_backup: newest === null
            ? null
            : { id: newest.item.id, time: timeJson(newest.timeMs), size_bytes: newest.item.sizeBytes },
        age_ms: facts.ageMs,
        rpo_ms: expectations.rpoMs,
        proof_ms: expectations.proofMs,
        rpo_kept: recoveryPoints === null ? null : (0,_recovery_point_js__WEBPACK_IMPORTED_MODULE_0__/* .keptShare */ .ui)(recoveryPoints),
        rto_ms: expectations.rtoMs,
        restore_ms: lastProof?.restoreMs ?? null,
        last_drill: lastDrill === null
            ? null
            : { id: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(lastDrill.id), time: timeJson(lastDrill.timeMs), passed: lastDrill.passed },
        restores: history.restores.map(({ id, timeMs, succeeded, what, to }) => ({
            id: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(id),
            time: timeJson(timeMs),
            succeeded,
            what,
            to,
        })),
        duration_ms: facts.duration,
        downtime_ms: facts.downtime,
        growth_bytes_per_day: facts.growthPerDay,
        stored_bytes_per_day: facts.storedPerDay,
        copies: facts.copies.map(({ place, newest: copy }) => ({
            place: place.shown,
            off_site: place.isOffSite,
            time: copy === null ? null : timeJson(copy.timeMs),
        })),
        retention: retention === null
            ? null
            : {
                policy: retention.policy,
                kept: retention.kept,
                removed: retention.goes.size,
                future: retention.future.map(({ days, kept, reachMs }) => ({ days, kept, reach_ms: reachMs })),
            },
    };
}
function timeJson(ms) {
    return new Date(ms).toISOString();
}


/***/ })

};
