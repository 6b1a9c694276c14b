export const id = 8686;
export const ids = [8686,4454];
export const modules = {

/***/ 29872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseStopSpans),
/* harmony export */   t: () => (/* binding */ parseQuiesce)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73110);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


const DEFAULT_LEASE_MS = 120_000;
const DEFAULT_LONGEST_MS = 3_600_000;
/** A busy host, a slow line and four renewals must fit. */
const MIN_LEASE_MS = 20_000;
/**
 * How the application is stopped, or undefined: it isn't.
 * @param show A word as the user knows it: `--stop`, or `the input \`stop\``.
 * @throws HoldfastError bad-input for words that are missing, would be ignored, or mean too short a time.
 */
function parseQuiesce({ stop, start, status, lease, maxQuiesce, container }, show) {
    if (stop.length === 0 || start.length === 0) {
        const given = [
            start.length > 0 && 'start',
            stop.length > 0 && 'stop',
            status !== null && 'status',
            lease !== null && 'lease',
            maxQuiesce !== null && 'max-quiesce',
        ].find((word) => word !== false);
        if (given === undefined)
            return undefined;
        const missing = stop.length === 0 ? 'stop' : 'start';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show(given)} without ${show(missing)}: an application that is stopped must be started again, and who starts it must have stopped it.`);
    }
    const blank = [...stop, ...start, status ?? '-'].some((command) => command.trim() === '');
    if (blank) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use an empty command for ${show('stop')}, ${show('start')} or ${show('status')}: expected a shell command.`);
    }
    if (container !== null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('stop')} with ${show('container')}: a watchdog in a container ends with it. Back the container’s volumes up from its host, and stop the container there.`);
    }
    return { stop, start, status, ...parseStopSpans({ lease, maxQuiesce }, show) };
}
/** How long an application may be held. @throws HoldfastError bad-input for too short a time. */
function parseStopSpans({ lease, maxQuiesce }, show) {
    const leaseMs = lease === null ? DEFAULT_LEASE_MS : (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(lease, show('lease'));
    const longestMs = maxQuiesce === null ? DEFAULT_LONGEST_MS : (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(maxQuiesce, show('max-quiesce'));
    if (leaseMs < MIN_LEASE_MS) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('lease')}: it is ${JSON.stringify(lease)}, expected 20s at least: it is renewed four times in that time, over a line that may be slow.`);
    }
    if (longestMs < leaseMs) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('max-quiesce')}: it is ${longestMs / 1000} s, and ${show('lease')} ${leaseMs / 1000} s, expected no less than that.`);
    }
    return { leaseMs, longestMs };
}


/***/ }),

/***/ 57528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applicationOf: () => (/* binding */ applicationOf),
/* harmony export */   planApplication: () => (/* binding */ planApplication),
/* harmony export */   siteOf: () => (/* binding */ siteOf)
/* harmony export */ });
/* harmony import */ var _apps_quiesce_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29872);
/* harmony import */ var _operations_backup_planned_backup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85831);
/* harmony import */ var _settings_application_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59206);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65487);
/* harmony import */ var _quiesce_options_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80563);





/** The application that --app names; null: none. @throws HoldfastError bad-input. */
function applicationOf({ flags }) {
    const { app = null, appOption: options, stop, start, status } = flags;
    const application = (0,_settings_application_js__WEBPACK_IMPORTED_MODULE_0__/* .parseApplication */ .wO)({ app, options }, (word) => `--${word}`);
    if (application === null)
        return null;
    const others = [
        stop.length > 0 && '--stop',
        start.length > 0 && '--start',
        status !== undefined && '--status',
    ];
    (0,_operations_backup_planned_backup_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseOtherStop */ .XT)(others.filter((flag) => flag !== false), '--app');
    return application;
}
/** `options` with all that the application's profile says of the host. */
async function planApplication(task, host, { application, options }) {
    const { lease = null, maxQuiesce = null, container } = task.flags;
    const spans = (0,_apps_quiesce_words_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStopSpans */ .D)({ lease, maxQuiesce }, (word) => `--${word}`);
    const site = siteOf(task, host);
    const plan = await application.planBackup(site);
    if (container !== undefined)
        (0,_operations_backup_planned_backup_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseContainer */ .O)(plan, '--container');
    const stop = { ...spans, holder: (0,_quiesce_options_js__WEBPACK_IMPORTED_MODULE_3__.holder)(), connect: (signal) => (0,_connect_js__WEBPACK_IMPORTED_MODULE_4__.connect)({ ...task, signal }) };
    return (0,_operations_backup_planned_backup_js__WEBPACK_IMPORTED_MODULE_1__/* .withPlan */ .m5)(options, plan, { site, stop });
}
/** What a profile sees of the host. */
function siteOf(task, host) {
    const { flags, reporter, signal, terminal } = task;
    return {
        host,
        signal,
        env: terminal.env,
        connect: (address) => (0,_connect_js__WEBPACK_IMPORTED_MODULE_4__.connect)({ ...task, flags: { ...flags, on: address } }),
        onInfo: (message) => reporter.onInfo(message),
        onWarning: (message) => reporter.onWarning(message),
    };
}


/***/ }),

/***/ 65487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connect: () => (/* binding */ connect)
/* harmony export */ });
/* harmony import */ var _hosts_connect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79662);
/* harmony import */ var _hosts_host_access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84523);
/* harmony import */ var _settings_secret_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95850);
/* harmony import */ var _password_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64986);
/* harmony import */ var _prompt_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9863);





/** Connects to the host that the flags name. The agent is the one that ssh would ask. */
async function connect(task) {
    const { flags, terminal, signal } = task;
    const client = (0,_hosts_host_access_js__WEBPACK_IMPORTED_MODULE_0__/* .sshClientOf */ .l)(flags.sshClient, '--ssh-client');
    const password = client === 'ssh2' || flags.sshPasswordFile !== undefined ? await sshPassword(task) : null;
    return (0,_hosts_connect_js__WEBPACK_IMPORTED_MODULE_1__.connectHost)(flags.on, {
        client,
        identity: flags.identity,
        passphrase: await identityPassphrase(task),
        password: password ?? undefined,
        knownHosts: flags.knownHosts,
        jump: flags.jump,
        become: (0,_hosts_host_access_js__WEBPACK_IMPORTED_MODULE_0__/* .becomeOf */ .b)(flags.become, '--become'),
        container: flags.container,
        // Servers let nobody try often: an agent's keys would use up the tries before the password's turn.
        agent: password === null ? terminal.env['SSH_AUTH_SOCK'] : undefined,
        signal,
    });
}
async function sshPassword({ flags, terminal: { env } }) {
    const file = flags.sshPasswordFile;
    if (file !== undefined)
        return (0,_password_js__WEBPACK_IMPORTED_MODULE_2__.readSecretFile)(file, 'the SSH password');
    return (0,_settings_secret_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentSecret */ .q)(env['HOLDFAST_SSH_PASSWORD'], 'HOLDFAST_SSH_PASSWORD');
}
/** Asked for when the key needs one and somebody is there. */
async function identityPassphrase({ flags, terminal, signal }) {
    const { identity, identityPassphraseFile: file } = flags;
    if (file !== undefined)
        return (0,_password_js__WEBPACK_IMPORTED_MODULE_2__.readSecretFile)(file, 'the key’s passphrase');
    if (identity === undefined || flags.on === 'local' || !(0,_prompt_js__WEBPACK_IMPORTED_MODULE_4__.canAsk)(terminal))
        return undefined;
    const { needsPassphrase } = await Promise.all(/* import() | ssh */[__webpack_require__.e(5472), __webpack_require__.e(3347)]).then(__webpack_require__.bind(__webpack_require__, 22220));
    if (!(await needsPassphrase(identity)))
        return undefined;
    return (0,_prompt_js__WEBPACK_IMPORTED_MODULE_4__/* .askSecret */ .w)(terminal, 'enter passphrase of the private key: ', signal);
}


/***/ }),

/***/ 80563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   holder: () => (/* binding */ holder),
/* harmony export */   quiesceOptions: () => (/* binding */ quiesceOptions)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _apps_quiesce_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29872);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65487);



/** How the application is stopped under a lease; undefined: it isn't. @throws HoldfastError bad-input. */
function quiesceOptions(task) {
    const { stop, start, status = null, lease = null, maxQuiesce = null, container = null } = task.flags;
    const words = { stop, start, status, lease, maxQuiesce, container };
    const parsed = (0,_apps_quiesce_words_js__WEBPACK_IMPORTED_MODULE_1__/* .parseQuiesce */ .t)(words, (word) => `--${word}`);
    if (parsed === undefined)
        return undefined;
    return { ...parsed, holder: holder(), connect: (signal) => (0,_connect_js__WEBPACK_IMPORTED_MODULE_2__.connect)({ ...task, signal }) };
}
/** Who has the lease, for others. */
function holder() {
    return `process ${process.pid} on ${(0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)()}`;
}


/***/ }),

/***/ 48580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreApplicationOf: () => (/* binding */ restoreApplicationOf)
/* harmony export */ });
/* harmony import */ var _operations_restore_outcome_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(488);
/* harmony import */ var _operations_restore_record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35139);
/* harmony import */ var _progress_amounts_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(17699);
/* harmony import */ var _progress_compared_words_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(14085);
/* harmony import */ var _settings_application_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59206);
/* harmony import */ var _settings_trusted_archive_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(52080);
/* harmony import */ var _application_options_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57528);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65487);
/* harmony import */ var _from_archive_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(13106);
/* harmony import */ var _restore_bucket_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(31662);
/* harmony import */ var _restore_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19168);
/* harmony import */ var _restore_recorder_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(65330);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69261);
/* harmony import */ var _show_restore_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99323);














/** Puts an application back as its profile says, and tells what was done. */
async function restoreApplicationOf(task, spec) {
    const [{ restoreApplication }, { resolveSnapshot }] = await Promise.all([
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 4006)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 75207)),
    ]);
    const { flags, reporter } = task;
    const request = await (0,_restore_options_js__WEBPACK_IMPORTED_MODULE_0__.readSourceRequest)(task, spec);
    const words = { app: flags.app === true ? null : (flags.app ?? null), options: flags.appOption };
    const { onChange, shown } = (0,_show_restore_js__WEBPACK_IMPORTED_MODULE_1__.showChanges)(task);
    const putBack = async (source, snapshot, signal) => {
        const options = {
            snapshot,
            configure: (record) => (0,_settings_application_js__WEBPACK_IMPORTED_MODULE_2__/* .configureSaved */ .aZ)(record, words, (word) => `--${word}`),
            overwrite: 'always',
            delete: false,
            owners: flags.ownershipByName ? 'names' : 'numeric',
            verify: flags.verify,
            dryRun: flags.dryRun ?? false,
            noLock: !flags.lock || flags.asOf !== undefined,
            retryLockMs: (0,_session_js__WEBPACK_IMPORTED_MODULE_3__.retryLockMs)(flags),
            onChange,
        };
        const host = await (0,_connect_js__WEBPACK_IMPORTED_MODULE_4__.connect)(task);
        try {
            return await restoreApplication({ ...(0,_application_options_js__WEBPACK_IMPORTED_MODULE_5__.siteOf)(task, host), signal }, source, options, reporter);
        }
        finally {
            await host.close();
        }
    };
    const result = flags.archiveFrom === undefined
        ? await (0,_session_js__WEBPACK_IMPORTED_MODULE_3__.withRepository)(task, 'none', async ({ repository, signal }) => {
            const snapshot = await resolveSnapshot(repository, request.snapshot, request.filter, signal);
            const about = { source: repository, snapshot, what: 'application' };
            const restore = () => putBack(repository, snapshot, signal);
            return (0,_operations_restore_record_js__WEBPACK_IMPORTED_MODULE_6__.recorded)(await (0,_restore_recorder_js__WEBPACK_IMPORTED_MODULE_7__.restoreRecorder)(task), about, restore, (one) => (0,_operations_restore_outcome_js__WEBPACK_IMPORTED_MODULE_8__.applicationOutcome)(one, flags.verify));
        })
        : await (0,_from_archive_js__WEBPACK_IMPORTED_MODULE_9__.withArchive)(task, request.snapshot, (contents) => {
            (0,_settings_trusted_archive_js__WEBPACK_IMPORTED_MODULE_10__/* .requireTrusted */ .r)(contents.snapshot.id, flags.trustArchive ?? '', '--trust-archive');
            return putBack(contents, contents.snapshot, task.signal);
        });
    await shown();
    await show(task, result);
}
async function show({ output, flags }, result) {
    const { record, steps, files, databases, buckets, durationMs } = result;
    await output.json({
        message_type: 'summary',
        application: record.profile,
        version: record.version,
        steps,
        ...(flags.dryRun ? { dry_run: true } : {}),
        total_files: sum(files.map((part) => part.files)),
        total_bytes: sum(files.map((part) => part.bytes)),
        undo_folders: files.flatMap(({ undoFolders }) => undoFolders),
        databases: databases.map(({ record: dump, restored }) => ({
            dump: dump.name,
            database: restored?.database ?? null,
            moved_aside: restored?.movedAside ?? null,
            verified_tables: restored?.verified?.tables ?? null,
            verified_only_counted: restored?.verified?.onlyCounted ?? null,
        })),
        ...(buckets.length === 0
            ? {}
            : {
                buckets: buckets.map(({ record: saved, into, written }) => ({
                    bucket: saved.name,
                    into,
                    ...written,
                })),
            }),
        seconds_elapsed: durationMs / 1000,
    });
    for (const part of files) {
        await output.line(`${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_11__.formatCounted)(part.files, 'file')}, ${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_11__.formatBytes)(part.bytes)} to ${part.target}.`);
        for (const folder of part.undoFolders)
            await output.line(`What was there is in ${folder}.`);
    }
    for (const { record: dump, restored } of databases) {
        const compared = restored?.verified ? `, compared: ${(0,_progress_compared_words_js__WEBPACK_IMPORTED_MODULE_12__/* .comparedWords */ .$)(restored.verified)}` : '';
        await output.line(`Dump ${dump.name}${restored?.database ? ` to ${restored.database}` : ''}${compared}.`);
        if (restored != null && restored.movedAside !== null)
            await output.line(`The database that was there is called ${restored.movedAside} now.`);
    }
    for (const bucket of buckets) {
        const counts = `${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_11__.formatCounted)(bucket.record.objects, 'object')}, ${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_11__.formatBytes)(bucket.record.size_bytes)}`;
        await output.line(`Bucket ${bucket.record.name} to ${bucket.into}: ${counts}.`);
        for (const line of (0,_restore_bucket_js__WEBPACK_IMPORTED_MODULE_13__/* .bucketLines */ .i)(bucket))
            await output.line(line);
    }
    const what = `${record.profile}${record.version === null ? '' : ` ${record.version}`}`;
    if (flags.dryRun) {
        for (const [i, title] of steps.entries())
            await output.line(`${i + 1}. ${title}`);
        await output.line(`Dry run: nothing of ${what} was changed.`);
    }
    else
        await output.line(`${what} restored in ${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_11__.formatDuration)(durationMs)}`);
}
function sum(amounts) {
    return amounts.reduce((total, amount) => total + amount, 0);
}


/***/ }),

/***/ 99323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   showChanges: () => (/* binding */ showChanges),
/* harmony export */   showRestore: () => (/* binding */ showRestore)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _progress_amounts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17699);
/* harmony import */ var _settings_undo_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87212);



/**
 * Shows each change as it is planned: in a dry run, and with -v. `shown` resolves when all have been written.
 */
function showChanges({ flags, output }) {
    let written = Promise.resolve();
    const isShown = flags.dryRun === true || output.verbosity > 1;
    return {
        onChange: (change) => {
            if (isShown)
                written = written.then(() => showChange(output, change));
        },
        shown: () => written,
    };
}
/** restic's words for them. */
const RESTIC_ACTIONS = {
    create: 'restored',
    replace: 'updated',
    remove: 'deleted',
};
async function showChange(output, { kind, path }) {
    await output.line(`${kind.padEnd(8)}${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.display)(path)}`);
    await output.json({
        message_type: 'verbose_status',
        action: RESTIC_ACTIONS[kind],
        item: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toBytes)(path).toString('utf8'),
    });
}
/** Tells what a restore did: restic's `summary` message with more in it, or the same for a person. */
async function showRestore({ flags, output }, result) {
    await output.json(restoreJson(result));
    for (const line of restoreLines(result, flags))
        await output.line(line);
}
function restoreJson(result) {
    return {
        message_type: 'summary',
        snapshot_id: result.snapshotId,
        ...(result.dryRun ? { dry_run: true } : {}),
        target: result.target,
        seconds_elapsed: result.durationMs / 1000,
        total_files: result.files + result.folders + result.others,
        files_restored: result.sentFiles + result.resumedFiles,
        files_skipped: result.unchangedFiles + result.leftFiles,
        files_resumed: result.resumedFiles,
        total_bytes: result.bytes,
        bytes_restored: result.sentBytes,
        bytes_skipped: result.unchangedBytes,
        created: result.created,
        replaced: result.replaced,
        removed: result.removed,
        replaced_folders: result.replacedFolders,
        undo_folders: result.undoFolders,
        finished_earlier_run: result.finishedEarlierRun,
    };
}
function* restoreLines(result, flags) {
    const id = result.snapshotId.slice(0, 8);
    const { dryRun } = result;
    if (result.finishedEarlierRun)
        yield 'An earlier run had been cut off while it swapped in: that is done now.';
    const parts = `${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCounted)(result.files, 'file')}, ${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCounted)(result.folders, 'folder')}`;
    yield `Snapshot ${id}: ${parts}, ${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatBytes)(result.bytes)} chosen.`;
    const sent = `${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCounted)(result.sentFiles, 'file')}, ${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatBytes)(result.sentBytes)}`;
    const kept = `${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCount)(result.unchangedFiles)} already there as saved`;
    const left = result.leftFiles > 0 ? `, ${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCount)(result.leftFiles)} there otherwise and left as they are` : '';
    const resumed = result.resumedFiles > 0 ? `, ${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCount)(result.resumedFiles)} sent by an earlier run` : '';
    yield `${dryRun ? 'Would send' : 'Sent'} ${sent}; ${kept}${left}${resumed}.`;
    const changes = `${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCount)(result.created)} new, ${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCount)(result.replaced)} replaced, ${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCount)(result.removed)} removed`;
    yield `${dryRun ? 'Would swap in' : 'Swapped in'}: ${changes}.`;
    if (result.replacedFolders > 0)
        yield movedAlong(result);
    for (const folder of result.undoFolders)
        yield `What was in the way lies in ${folder}`;
    const [undoFolder] = result.undoFolders;
    if (undoFolder !== undefined)
        yield `To take it back: ${(0,_settings_undo_command_js__WEBPACK_IMPORTED_MODULE_2__/* .undoCommand */ .E)(undoFolder, flags)}`;
    if (dryRun)
        yield 'Dry run: nothing was written.';
    else
        yield `restored to ${result.target} in ${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatDuration)(result.durationMs)}`;
}
/** Folders are replaced by one rename, and not listed: how much goes along isn't known. */
function movedAlong({ dryRun, replacedFolders }) {
    const folders = (0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCounted)(replacedFolders, 'replaced folder');
    return dryRun
        ? `Entries in ${folders} that the snapshot does not hold, if any, would move into the undo folder with what is replaced.`
        : `Entries in ${folders} that the snapshot does not hold, if any, moved into the undo folder with what was replaced.`;
}


/***/ }),

/***/ 84523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ becomeOf),
/* harmony export */   l: () => (/* binding */ sshClientOf)
/* harmony export */ });
/* harmony import */ var _choice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68881);

/** @throws HoldfastError bad-input. */
function sshClientOf(text, name) {
    return text == null ? 'ssh2' : (0,_choice_js__WEBPACK_IMPORTED_MODULE_0__.parseChoice)(text, name, ['ssh2', 'openssh']);
}
/** @throws HoldfastError bad-input. */
function becomeOf(text, name) {
    return text == null ? undefined : (0,_choice_js__WEBPACK_IMPORTED_MODULE_0__.parseChoice)(text, name, ['sudo']);
}


/***/ }),

/***/ 35944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ holdApplication)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _repository_grace_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2441);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47508);
/* harmony import */ var _application_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76340);
/* harmony import */ var _quiesce_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92225);
/* harmony import */ var _quiesce_nodes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76523);






/**
 * How long the after commands may go on once the run is cancelled. A runner kills us 10 s after it said so; children
 * must be stopped before and locks removed after.
 */
const AFTER_WHEN_CANCELLED_MS = 5000;
/**
 * Runs the before commands, `work`, and then in every case the after commands, also when a before command failed
 * half-way or the run is cancelled.
 *
 * @throws What `work` or a before command threw; if the after commands failed too, their failure, with the first
 *   one as its cause: an application that stays down is the worse of the two.
 */
async function holdApplication(run, work) {
    const { host, options, reporter, signal } = run;
    if (options.before.length === 0 && options.after.length === 0) {
        const { result, stoppedMs, startFailure } = await stopApplication(run, work, options.onApplication);
        return { result, heldMs: stoppedMs, afterFailure: startFailure };
    }
    const startedMs = performance.now();
    options.onApplication?.('held');
    let quiesced;
    try {
        const commands = { when: 'before', commands: options.before, limitMs: options.commandLimitMs };
        await (0,_application_commands_js__WEBPACK_IMPORTED_MODULE_0__.runApplicationCommands)(host, commands, reporter, signal);
        quiesced = await stopApplication(run, work); // held until the after commands have run, too
    }
    catch (error) {
        const afterFailure = await release(run);
        if (afterFailure === null)
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E(afterFailure.code, `${afterFailure.message} Before that the work itself had failed.`, {
            cause: error,
        });
    }
    const afterFailure = await release(run);
    return {
        result: quiesced.result,
        heldMs: options.before.length > 0 ? Math.round(performance.now() - startedMs) : quiesced.stoppedMs,
        afterFailure: quiesced.startFailure ?? afterFailure,
    };
}
async function stopApplication(run, work, onApplication) {
    const { quiesce: options = null, application, target = _repository_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_TARGET */ .Kv, dryRun } = run.options;
    if (dryRun)
        return { result: await work(run.signal), stoppedMs: null, startFailure: null };
    // What a run that died still holds, the last look would wait for.
    if (options !== null)
        await (0,_quiesce_js__WEBPACK_IMPORTED_MODULE_3__/* .recoverEarlier */ .tc)({ ...run, options, target });
    await application?.beforeStop(run.host, run.signal);
    return (0,_quiesce_nodes_js__WEBPACK_IMPORTED_MODULE_4__/* .quiesceAll */ .l)({ ...run, options, target, onApplication }, application?.nodes ?? [], async (signal) => {
        await application?.whileStopped(run.host, signal);
        const result = await work(signal);
        await application?.afterReading(run.host, signal);
        return result;
    });
}
async function release(run) {
    try {
        const grace = (0,_repository_grace_js__WEBPACK_IMPORTED_MODULE_5__/* .graceAfter */ .D)(run.signal, AFTER_WHEN_CANCELLED_MS);
        const { after: commands, commandLimitMs: limitMs } = run.options;
        await (0,_application_commands_js__WEBPACK_IMPORTED_MODULE_0__.runApplicationCommands)(run.host, { when: 'after', commands, limitMs }, run.reporter, grace);
        run.options.onApplication?.('released');
        return null;
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('command-failed', `${reason} The application may still be held: see to it first.`, { cause });
    }
}


/***/ }),

/***/ 85831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ refuseContainer),
  XT: () => (/* binding */ refuseOtherStop),
  m5: () => (/* binding */ withPlan)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/operations/backup/planned-application.js
/** What an application's profile has a backup do beside reading files and dumps, and say of it. */
class PlannedApplication {
    #plan;
    #site;
    /** Stopped before this host, in this order. */
    nodes;
    #facts = {};
    constructor(plan, site, nodes) {
        this.#plan = plan;
        this.#site = site;
        this.nodes = nodes;
    }
    async beforeStop(host, signal) {
        await this.#plan.beforeStop?.({ ...this.#site, host, signal });
    }
    async whileStopped(host, signal) {
        this.#facts = (await this.#plan.whileStopped?.({ ...this.#site, host, signal })) ?? {};
    }
    /** Once all was read. Whether it is stopped still, by its status, whoever stopped it asks (quiesce.ts). */
    async afterReading(host, signal) {
        await this.#plan.afterReading?.({ ...this.#site, host, signal });
    }
    judge(dumps) {
        return this.#plan.judgeDumps?.(dumps) ?? [];
    }
    /** For the manifest. Whole once `whileStopped` has resolved. */
    get record() {
        const { record } = this.#plan;
        return { ...record, facts: { ...record.facts, ...this.#facts } };
    }
}

;// CONCATENATED MODULE: ./build/operations/backup/planned-backup.js


/** How long a node's lease outlives the one before: of nodes that nobody starts any more, one starts after the other. */
const NODE_STAGGER_MS = 60_000;
/**
 * What a plan makes of a backup that a user asked for; what the user named beside is saved, too.
 * @throws HoldfastError bad-input where the plan relies on a snapshot of the volume, and none is asked for.
 */
function withPlan(options, plan, { site, stop }) {
    const { onInfo, onWarning, env, connect } = site;
    if (plan.needsVolume === true && options.volume === undefined) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot read the files of a running application: they are of several moments, expected a snapshot of their volume. Say how it is taken ' +
            '(--volume, the input `volume`), or take another way.');
    }
    const given = options.dumps ?? [];
    const nodes = plan.nodes.map(({ address, control }, i) => {
        const laterMs = (i + 1) * NODE_STAGGER_MS;
        const longer = { leaseMs: stop.leaseMs + laterMs, longestMs: stop.longestMs + laterMs };
        return { address, quiesce: { ...stop, ...longer, ...control, connect: () => connect(address) } };
    });
    return {
        ...options,
        paths: [...new Set([...plan.paths, ...options.paths])],
        volume: options.volume === undefined ? undefined : { ...options.volume, aside: plan.aside },
        excludes: [...plan.excludes, ...options.excludes],
        dumps: [...plan.databases.map((database) => ({ database })), ...given],
        buckets: [...(plan.buckets ?? []), ...(options.buckets ?? [])],
        before: [...options.before, ...plan.hooks.before],
        after: [...plan.hooks.after, ...options.after],
        commandLimitMs: plan.hooks.limitMs,
        // Where it runs on, files change by right.
        onChanged: options.onChanged === 'auto' && plan.record.running ? 'warn' : options.onChanged,
        quiesce: plan.control === null ? options.quiesce : { ...stop, ...plan.control },
        application: new PlannedApplication(plan, { onInfo, onWarning, env, connect }, nodes),
    };
}
/** @throws HoldfastError bad-input: an application is stopped in one way. */
function refuseOtherStop(given, name) {
    const [first] = given;
    if (first === undefined)
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot use ${first} with ${name}: the application’s profile knows how it is stopped and started, expected one of them. ` +
        'Leave it out, or take the profile generic, which is told by its own options.');
}
/** @throws HoldfastError bad-input: what is stopped in a container can't be watched over there. */
function refuseContainer({ control }, name) {
    if (control === null)
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot stop an application within ${name}: a watchdog in a container ends with it. Back the container’s volumes up from its host, ` +
        'and stop the container there.');
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

/***/ 4006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreApplication: () => (/* binding */ restoreApplication),
/* harmony export */   savedApplication: () => (/* binding */ savedApplication)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53272);
/* harmony import */ var _hosts_lease_restore_mark_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52969);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47508);
/* harmony import */ var _backup_application_record_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(52044);
/* harmony import */ var _backup_dump_records_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9077);
/* harmony import */ var _backup_manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27273);
/* harmony import */ var _backup_quiesce_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92225);
/* harmony import */ var _restore_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(65968);
/* harmony import */ var _restore_bucket_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(61595);
/* harmony import */ var _restore_database_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(36583);











/**
 * Puts an application back on a host, from a snapshot or from an archive, step after step as its profile has them: it is stopped, its files and databases are
 * put back, what else belongs to it is done, and it is started. There is no lease: it must not be started half-way.
 *
 * While it is stopped no backup of the target begins on that host (restore-mark.ts), also once a step has failed.
 *
 * @throws HoldfastError restore-blocked, locked (a backup has it stopped) before anything changed. Else what the step that failed throws, with what is to be
 *   done in its message: the application stays stopped then, and the same restore can be done again.
 */
async function restoreApplication(site, repository, options, reporter) {
    const startedMs = performance.now();
    await repository.loadIndex(site.signal);
    const saved = await savedApplication(repository, options.snapshot, site.signal);
    const application = options.configure(saved.record);
    if (saved.record.running)
        reporter.onWarning('This snapshot was made while the application ran: its files are of several moments.');
    const place = {
        ...site,
        onInfo: (message) => reporter.onInfo(message),
        onWarning: (message) => reporter.onWarning(message),
    };
    const { steps } = await application.planRestore(place, saved);
    const mark = options.dryRun ? null : await markOf(steps, { place, options, reporter });
    const stops = [];
    const results = {
        files: [],
        databases: [],
        buckets: [],
    };
    for (const [i, step] of steps.entries()) {
        reporter.onInfo(`step ${i + 1} of ${steps.length}: ${step.title}`);
        try {
            if (!options.dryRun)
                await seeStopped(stops, place, application.title);
            await runStep(step, { place, repository, options, reporter, results });
        }
        catch (error) {
            if (i > 0 && !options.dryRun)
                throw unfinished(error, step, application.title);
            if (mark?.wasThere === false)
                await unmark(mark, reporter);
            throw error;
        }
        if (step.kind === 'run' && step.starts)
            stops.length = 0;
        else if (step.kind === 'run' && step.runsAgain !== undefined)
            stops.push(step);
    }
    if (mark !== null)
        await unmark(mark, reporter);
    const titles = steps.map(({ title }) => title);
    const durationMs = Math.round(performance.now() - startedMs);
    return { record: saved.record, steps: titles, ...results, durationMs };
}
/**
 * Of an application that is stopped: no backup may find it half put back, nor start it.
 * @throws HoldfastError locked: a backup has it stopped.
 */
async function markOf(steps, { place, options, reporter }) {
    const name = (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(options.snapshot.snapshot);
    const isStopped = steps.some((step) => step.kind === 'run' && step.runsAgain !== undefined);
    if (name === null || !isStopped)
        return null;
    const onEarlier = (log) => (0,_backup_quiesce_js__WEBPACK_IMPORTED_MODULE_1__/* .tellEarlier */ .aL)(log, reporter);
    const { host, signal } = place;
    try {
        return await (0,_hosts_lease_restore_mark_js__WEBPACK_IMPORTED_MODULE_2__/* .markRestore */ .q)(host, { name, folder: options.leases }, { onEarlier, signal });
    }
    catch (error) {
        // A host on which nothing can be noted needs its restore all the same.
        if (signal.aborted || (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .asHoldfastError */ .C)(error)?.code === 'locked')
            throw error;
        reporter.onWarning(`Nothing keeps backups away while it is put back: ${(0,_failure_text_js__WEBPACK_IMPORTED_MODULE_4__/* .failureText */ .k)(error)}`);
        return null;
    }
}
/** Also when the run is cancelled. */
async function unmark(mark, reporter) {
    await mark.remove(AbortSignal.timeout(UNMARK_WITHIN_MS)).catch((error) => {
        reporter.onWarning(`Backups of it are refused until the note of this restore is removed: ${(0,_failure_text_js__WEBPACK_IMPORTED_MODULE_4__/* .failureText */ .k)(error)}`);
    });
}
/**
 * What a snapshot says of its application.
 * @throws HoldfastError bad-input where it says nothing, repository-damaged.
 */
async function savedApplication(repository, snapshot, signal) {
    const target = (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(snapshot.snapshot);
    const json = target === null ? null : await (0,_backup_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .loadManifest */ .eY)(repository, snapshot, target, signal);
    const dumps = json === null ? [] : (0,_backup_dump_records_js__WEBPACK_IMPORTED_MODULE_6__/* .parseDumpRecords */ .G)(json);
    const record = json === null ? null : (0,_backup_application_record_js__WEBPACK_IMPORTED_MODULE_7__/* .parseApplicationRecord */ .d)(json);
    if (record !== null)
        return { record, dumps };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', `Cannot restore an application from snapshot ${snapshot.id.slice(0, 8)}: it was made without a profile, expected one of --app. ` +
        'Restore its files with --target, and its dumps with --database.');
}
const UNMARK_WITHIN_MS = 10_000;
/**
 * A supervisor, or a person, may start beside us what was stopped, and write to what is being put back.
 * @throws HoldfastError application-unfit.
 */
async function seeStopped(stops, place, application) {
    for (const { title, runsAgain } of stops) {
        if (!(await runsAgain?.(place)))
            continue;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('application-unfit', `Cannot go on with the restore to "${place.host.name}": ${application} runs, although the step ${JSON.stringify(title)} had stopped it, expected it to stand ` +
            'until all is back. See what starts it (a supervisor, another person).');
    }
}
async function runStep(step, run) {
    const { place, repository, options, reporter, results } = run;
    const { host, signal } = place;
    switch (step.kind) {
        case 'run':
            if (!options.dryRun)
                await step.run(place);
            return;
        case 'files': {
            const { configure: _, ...placing } = options;
            const none = { iincludes: [], iexcludes: [], includeOwn: false };
            const files = await (0,_restore_js__WEBPACK_IMPORTED_MODULE_8__/* .restore */ .P)(host, repository, { ...placing, ...none, ...step.part }, reporter, signal);
            results.files.push(files);
            return;
        }
        case 'database': {
            const { snapshot, dryRun, noLock, retryLockMs } = options;
            const meant = { name: step.dump, into: () => step.into, overwrite: step.overwrite };
            const how = { snapshot, dryRun, noLock, retryLockMs, before: [], after: [] };
            results.databases.push(await (0,_restore_database_js__WEBPACK_IMPORTED_MODULE_9__.restoreDatabase)(host, repository, { ...meant, ...how }, reporter, signal));
            return;
        }
        case 'bucket': {
            const { snapshot, dryRun, noLock, retryLockMs } = options;
            const meant = { name: step.name, into: () => step.into, replace: step.replace };
            const how = { ...meant, snapshot, dryRun, noLock, retryLockMs };
            if (!('guardBy' in repository))
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('internal', 'An archive holds no bucket.');
            results.buckets.push(await (0,_restore_bucket_js__WEBPACK_IMPORTED_MODULE_10__.restoreBucket)(repository, how, reporter, signal));
        }
    }
}
function unfinished(error, { title }, application) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E))
        return error;
    const what = `That was the step "${title}": ${application} may be stopped, and what comes after it isn't done. Restore again once the cause is gone; until then it is not backed up.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E(error.code, `${error.message} ${what}`, { cause: error });
}


/***/ }),

/***/ 36583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreDatabase: () => (/* binding */ restoreDatabase)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19473);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47508);
/* harmony import */ var _backup_application_hold_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35944);
/* harmony import */ var _backup_dump_records_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9077);
/* harmony import */ var _dump_content_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79529);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72120);
/* harmony import */ var _take_lock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18270);







/**
 * Puts a dump of a snapshot back into its database by the engine's own tool, and compares what is there then with the
 * fingerprint in the manifest.
 *
 * @throws HoldfastError bad-input for a dump that isn't there, restore-blocked, restore-mismatch, command-failed,
 *   repository-damaged, locked, lock-lost, cancelled, and what the host and the backend throw.
 */
async function restoreDatabase(host, repository, options, reporter, signal) {
    const startedMs = performance.now();
    const { snapshot, dryRun } = options;
    // An archive has no locks.
    const lock = !('guardBy' in repository) || options.noLock || dryRun
        ? null
        : await (0,_take_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .lockShared */ .h)(repository, { ...options, onlyReads: true }, reporter, signal);
    try {
        const guarded = lock === null ? signal : AbortSignal.any([signal, lock.lost]);
        reporter.onProgress({ ..._progress_js__WEBPACK_IMPORTED_MODULE_1__/* .IDLE */ .n, phase: 'loading-index' });
        await repository.loadIndex(guarded);
        const record = await chooseRecord(repository, options, guarded);
        const dump = {
            record,
            content: await (0,_dump_content_js__WEBPACK_IMPORTED_MODULE_2__/* .contentOfDump */ .r)(repository, { record, snapshot }, reporter, guarded),
        };
        const database = options.into(record);
        const context = {
            signal: guarded,
            onInfo: (message) => reporter.onInfo(message),
            onWarning: (message) => reporter.onWarning(message),
        };
        const end = { snapshotId: snapshot.id, record };
        if (dryRun)
            return { ...end, restored: null, durationMs: since(startedMs), afterFailure: null };
        const run = { host, options, reporter, signal };
        const { result, afterFailure } = await (0,_backup_application_hold_js__WEBPACK_IMPORTED_MODULE_3__/* .holdApplication */ .u)(run, () => atItsPlace(options.connectDatabase, host, (place) => database.restore(place, dump, { overwrite: options.overwrite }, context)));
        return { ...end, restored: result, durationMs: since(startedMs), afterFailure };
    }
    finally {
        await lock?.release();
    }
}
async function atItsPlace(connect, host, work) {
    if (connect === undefined)
        return work(host);
    const place = await connect();
    try {
        return await work(place);
    }
    finally {
        await place.close();
    }
}
function since(startedMs) {
    return Math.round(performance.now() - startedMs);
}
/** The dump that is meant. @throws HoldfastError bad-input naming those that there are. */
async function chooseRecord(repository, { snapshot, name }, signal) {
    const target = (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .targetOf */ .$r)(snapshot.snapshot);
    const records = target === null ? [] : await (0,_backup_dump_records_js__WEBPACK_IMPORTED_MODULE_5__/* .dumpRecordsOf */ .E)(repository, snapshot, target, signal);
    const record = name === null && records.length === 1 ? records[0] : records.find((one) => one.name === name);
    if (record !== undefined)
        return record;
    const names = records.map((one) => one.name).join(', ');
    const asked = name === null ? 'a database' : `the dump ${JSON.stringify(name)}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .HoldfastError */ .E('bad-input', `Cannot restore ${asked} of snapshot ${snapshot.id.slice(0, 8)}: ` +
        (records.length === 0 ? 'it holds no dump. Choose another snapshot.' : `expected one of ${names}.`));
}


/***/ }),

/***/ 14085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ comparedWords)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17699);

/** `3 tables, 120 rows, as they were dumped`, and of how many tables that isn't said of the data. */
function comparedWords({ tables, rows, onlyCounted }) {
    const counts = `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(tables, 'table')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(rows, 'row')}, as they were dumped`;
    if (onlyCounted === 0)
        return counts;
    return `${counts}; of ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(onlyCounted, 'table')} only the rows were counted, the data was not compared`;
}


/***/ }),

/***/ 59206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aZ: () => (/* binding */ configureSaved),
/* harmony export */   wO: () => (/* binding */ parseApplication)
/* harmony export */ });
/* unused harmony export readOptions */
/* harmony import */ var _apps_applications_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55256);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38816);



/**
 * The application that is meant, with its settings; null: none is.
 * @param show A word as the user knows it: `--app`, or `the input \`app\``.
 * @throws HoldfastError bad-input.
 */
function parseApplication({ app, options }, show) {
    if (app === null) {
        if (options.length === 0)
            return null;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('app-option')} without ${show('app')}: expected both. Say which application’s options they are.`);
    }
    const known = (0,_apps_applications_js__WEBPACK_IMPORTED_MODULE_1__/* .findApplication */ .oN)(app, show('app'));
    return known.configure(readOptions(known, options, show('app-option')), `the options of ${app}`);
}
/**
 * The application that a snapshot tells of, with the settings that it had then, but for those that are given.
 * @param app Null: whichever the snapshot says.
 * @throws HoldfastError bad-input.
 */
function configureSaved({ profile, settings }, { app, options }, show) {
    if (app !== null && app !== profile) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('app')}: it is ${JSON.stringify(app)}, expected ${JSON.stringify(profile)}, as which the snapshot was made. Leave the name out.`);
    }
    const known = (0,_apps_applications_js__WEBPACK_IMPORTED_MODULE_1__/* .findApplication */ .oN)(profile, 'the profile in the snapshot');
    const given = readOptions(known, options, show('app-option'));
    return known.configure({ ...settings, ...given }, `the options of ${profile}`);
}
/**
 * `key=value` lines as the settings that they mean.
 * @throws HoldfastError bad-input for an unknown key, or one given twice that is no list.
 */
function readOptions({ name, schema }, options, show) {
    const kinds = kindsOf(schema);
    const settings = {};
    for (const option of options) {
        const [, key = '', value = ''] = /^([a-z][a-z0-9-]*)=(.*)$/s.exec(option) ?? [];
        const kind = kinds.get(key);
        if (kind === undefined)
            throw unknownOption(key === '' ? option : key, { name, kinds, show });
        const earlier = settings[key];
        if (kind === 'list')
            settings[key] = [...(earlier ?? []), value];
        else if (earlier === undefined)
            settings[key] = settingOf(value, kind);
        else
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show} ${key} twice: expected one.`);
    }
    return settings;
}
/** What stays text is refused by the schema, which says what it expected. */
function settingOf(text, kind) {
    if (kind === 'boolean' && /^(true|false)$/.test(text))
        return text === 'true';
    if (kind === 'number' && /^-?\d+(\.\d+)?$/.test(text))
        return Number(text);
    return text;
}
function kindsOf(schema) {
    const shape = schema instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodObject */ .bvH ? schema.shape : {};
    return new Map(Object.entries(shape).map(([key, type]) => [key, kindOf(type)]));
}
function kindOf(type) {
    if (type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodDefault */ .XiL || type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodOptional */ .IiU || type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodNullable */ .l1C)
        return kindOf(type.unwrap());
    if (type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodArray */ .naA)
        return 'list';
    if (type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodBoolean */ .WFD)
        return 'boolean';
    return type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodNumber */ .rSt ? 'number' : 'text';
}
function unknownOption(key, { name, kinds, show }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show} ${JSON.stringify(key)}: ${name} has no such option, expected KEY=VALUE with one of ${[...kinds.keys()].join(', ')}.`);
}


/***/ }),

/***/ 52080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ requireTrusted)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


/**
 * Sees that an archive is the very one that a person trusts: by its SHA-256, which only what is stored has, whoever writes to the store.
 * @param given What was given as that; `name` is how.
 * @throws HoldfastError bad-input for what is no SHA-256; restore-blocked for another archive.
 */
function requireTrusted(sha256, given, name) {
    if (!/^[0-9a-f]{64}$/i.test(given)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(given))}, expected the SHA-256 of the archive in 64 hex digits, as the run that made it said ` +
            '(archive-sha256), or `sha256sum` of the file.');
    }
    if (given.toLowerCase() === sha256)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('restore-blocked', `Cannot restore an application from this archive: its SHA-256 is ${sha256}, expected ${given.toLowerCase()}, which ${name} names. It isn't the one that ` +
        'you trust: see who made it.');
}


/***/ }),

/***/ 87212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ undoCommand)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28976);


/** The command that undoes a restore by one of its undo folders, the others with it: for a POSIX shell. */
function undoCommand(undoFolder, way) {
    const access = [
        ['--on', way.on === 'local' ? undefined : way.on],
        ['--identity', way.identity],
        ['--identity-passphrase-file', way.identityPassphraseFile],
        ['--ssh-password-file', way.sshPasswordFile],
        ['--known-hosts', way.knownHosts],
        ...way.jump.map((jump) => ['--jump', jump]),
        ['--become', way.become],
        ['--ssh-client', way.sshClient === 'ssh2' ? undefined : way.sshClient],
        ['--container', way.container],
    ];
    const given = access.flatMap(([flag, value]) => (value === undefined ? [] : [flag, value]));
    const words = ['holdfast', 'restore', '--undo', ...given, '--target', undoFolder];
    return (0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteAll */ ._)(words.map(_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText));
}


/***/ })

};
