export const id = 8686;
export const ids = [8686];
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

/***/ 80563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   holder: () => (/* binding */ holder),
/* harmony export */   quiesceOptions: () => (/* binding */ quiesceOptions),
/* harmony export */   refuseUnlessHeld: () => (/* binding */ refuseUnlessHeld)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _apps_quiesce_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29872);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
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
/**
 * Who says what happens while the application stands believes that it does.
 * @throws HoldfastError bad-input for a flag that is about it, where nothing holds it.
 */
function refuseUnlessHeld(flags) {
    if (flags.app !== undefined || (flags.stop ?? []).length > 0)
        return;
    if (flags.firstPass === false) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', 'Cannot use --no-first-pass without --stop or --app: expected one of them. There is a first pass only ' +
            'where an application is stopped. Leave it out, or say what stops it.');
    }
    if (flags.spoolSize === undefined || flags.before.length > 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', 'Cannot use --spool-size without --stop, --before or --app: expected one of them. Only while an application is held ' +
        'does anything wait on this machine to be uploaded. Leave it out, or say what holds it.');
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
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(95209);
/* harmony import */ var _operations_restore_outcome_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(488);
/* harmony import */ var _operations_restore_record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35139);
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
        await output.line(`${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_11__.formatCounted)(part.files, 'file')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_11__.formatBytes)(part.bytes)} to ${part.target}.`);
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
        const counts = `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_11__.formatCounted)(bucket.record.objects, 'object')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_11__.formatBytes)(bucket.record.size_bytes)}`;
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
        await output.line(`${what} restored in ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_11__.formatDuration)(durationMs)}`);
}
function sum(amounts) {
    return amounts.reduce((total, amount) => total + amount, 0);
}


/***/ }),

/***/ 31662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ bucketLines),
/* harmony export */   restoreBucketOf: () => (/* binding */ restoreBucketOf)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95209);
/* harmony import */ var _buckets_bucket_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77380);
/* harmony import */ var _operations_restore_outcome_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(488);
/* harmony import */ var _operations_restore_record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35139);
/* harmony import */ var _restore_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19168);
/* harmony import */ var _restore_recorder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65330);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69261);







/** Puts the objects of a bucket of the snapshot that `spec` names back into one, and tells what became of it. */
async function restoreBucketOf(task, spec) {
    const [{ restoreBucket }, { resolveSnapshot }] = await Promise.all([
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 61595)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 75207)),
    ]);
    const { flags, terminal, reporter } = task;
    const request = await (0,_restore_options_js__WEBPACK_IMPORTED_MODULE_0__.readSourceRequest)(task, spec);
    const open = (url) => (0,_buckets_bucket_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBucket */ .W)(url, '--into', terminal.env);
    const given = flags.into === undefined ? null : open(flags.into);
    const result = await (0,_session_js__WEBPACK_IMPORTED_MODULE_2__.withRepository)(task, 'none', async ({ repository, signal }) => {
        const snapshot = await resolveSnapshot(repository, request.snapshot, request.filter, signal);
        const options = {
            snapshot,
            name: flags.bucket === true ? null : (flags.bucket ?? null),
            into: ({ location }) => given ?? open(location),
            replace: flags.replaceObjects ?? false,
            dryRun: flags.dryRun ?? false,
            noLock: !flags.lock || flags.asOf !== undefined,
            retryLockMs: (0,_session_js__WEBPACK_IMPORTED_MODULE_2__.retryLockMs)(flags),
        };
        const about = { source: repository, snapshot, what: 'bucket' };
        const recorder = await (0,_restore_recorder_js__WEBPACK_IMPORTED_MODULE_3__.restoreRecorder)(task, given?.location ?? _operations_restore_record_js__WEBPACK_IMPORTED_MODULE_4__.ORIGINAL_BUCKET);
        const restore = () => restoreBucket(repository, options, reporter, signal);
        return (0,_operations_restore_record_js__WEBPACK_IMPORTED_MODULE_4__.recorded)(recorder, about, restore, (one) => (0,_operations_restore_outcome_js__WEBPACK_IMPORTED_MODULE_5__.bucketsOutcome)([one]));
    });
    await show(task.output, result);
}
async function show(output, result) {
    const { record, written, snapshotId, into, durationMs } = result;
    await output.json({
        message_type: 'summary',
        snapshot_id: snapshotId,
        bucket: record.name,
        into,
        ...(written === null ? { dry_run: true } : { objects_unchanged: written.unchanged }),
        ...(written === null ? {} : { objects_replaced: written.replaced, objects_others: written.others }),
        total_objects: record.objects,
        total_bytes: record.size_bytes,
        seconds_elapsed: durationMs / 1000,
    });
    const counts = `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCounted)(record.objects, 'object')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatBytes)(record.size_bytes)}`;
    await output.line(`Snapshot ${snapshotId.slice(0, 8)}: bucket ${record.name}, ${counts}.`);
    for (const line of bucketLines(result))
        await output.line(line);
    if (written === null)
        await output.line('Dry run: nothing was written.');
    else
        await output.line(`restored to ${into} in ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatDuration)(durationMs)}`);
}
/** What else there is to say of it. */
function* bucketLines({ written }) {
    if (written === null)
        return;
    const { unchanged, replaced, others } = written;
    yield `Each was proved: ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCounted)(unchanged, 'object')} there already, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCounted)(replaced, 'object')} replaced.`;
    if (others > 0)
        yield `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCounted)(others, 'object')} there that the snapshot doesn't have: left as they are.`;
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

/***/ 4006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreApplication: () => (/* binding */ restoreApplication),
/* harmony export */   savedApplication: () => (/* binding */ savedApplication)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19473);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(53272);
/* harmony import */ var _files_accounts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46742);
/* harmony import */ var _files_paths_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(33684);
/* harmony import */ var _hosts_lease_restore_mark_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(52969);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52871);
/* harmony import */ var _repository_find_node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2111);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(47508);
/* harmony import */ var _backup_application_record_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(52044);
/* harmony import */ var _backup_dump_records_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9077);
/* harmony import */ var _backup_manifest_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(27273);
/* harmony import */ var _backup_quiesce_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(70238);
/* harmony import */ var _restore_other_numbers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99995);
/* harmony import */ var _restore_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(99867);
/* harmony import */ var _restore_bucket_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(61595);
/* harmony import */ var _restore_database_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(36583);

















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
    await assertSameNumbers(steps, { place, repository, options });
    await lookAtDatabases(steps, place, saved);
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
 * An application runs under an account, which a new host may have given another number: by the saved one it couldn't read its own files.
 * Whose it is tell the folders that were saved; deeper ones may be of containers, which have numbers of their own.
 * @throws HoldfastError restore-blocked.
 */
async function assertSameNumbers(steps, { place, repository, options }) {
    const { host, signal } = place;
    if (options.owners !== 'numeric' || !steps.some(({ kind }) => kind === 'files'))
        return;
    const { stdout } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_0__/* .runSuccessfully */ .t7)(host, 'ask who we are there', 'id -u', { signal });
    if (stdout.toString('latin1').trim() !== '0')
        return; // owners aren't restored
    const saved = { users: new Map(), groups: new Map() };
    const { tree, paths } = options.snapshot.snapshot;
    for (const path of paths) {
        const node = await (0,_repository_find_node_js__WEBPACK_IMPORTED_MODULE_1__/* .findNode */ .c)(repository, tree, (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(path), signal);
        if (node?.user)
            saved.users.set(node.user, node.uid);
        if (node?.group)
            saved.groups.set(node.group, node.gid);
    }
    const others = (0,_restore_other_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .otherNumbers */ .V)(saved, await (0,_files_accounts_js__WEBPACK_IMPORTED_MODULE_4__/* .readAccounts */ .n)(host, signal));
    if (others === null)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('restore-blocked', `Cannot restore the application to "${host.name}": ${others}, expected the same numbers. Give the accounts the numbers that they had (usermod -u, groupmod -g), ` +
        'or restore with --ownership-by-name (the input "ownership-by-name"), unless containers own some of the files. Nothing was touched.');
}
/**
 * A password that is wrong, or not given, is no reason to have an application stopped, with new files and old data.
 * @throws HoldfastError as the database's own restore would.
 */
async function lookAtDatabases(steps, place, { dumps }) {
    const earlier = [];
    for (const step of steps) {
        const record = step.kind === 'database' ? dumps.find(({ name }) => name === step.dump) : undefined;
        if (step.kind !== 'database' || record === undefined)
            continue;
        const dump = { record, content: noContent };
        await step.into.lookBeforeRestore?.(place.host, dump, place, earlier).catch((error) => {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E))
                throw error;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E(error.code, `${error.message} Nothing was touched.`, { cause: error });
        });
        earlier.push(record);
    }
}
async function* noContent() { }
const WITHOUT_CASE = { iincludes: [], iexcludes: [], includeOwn: false };
/**
 * Of an application that is stopped: no backup may find it half put back, nor start it.
 * @throws HoldfastError locked: a backup has it stopped.
 */
async function markOf(steps, { place, options, reporter }) {
    const name = (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_6__/* .targetOf */ .$r)(options.snapshot.snapshot);
    const isStopped = steps.some((step) => step.kind === 'run' && step.runsAgain !== undefined);
    if (name === null || !isStopped)
        return null;
    const onEarlier = (log) => (0,_backup_quiesce_js__WEBPACK_IMPORTED_MODULE_7__/* .tellEarlier */ .aL)(log, reporter);
    const { host, signal } = place;
    try {
        return await (0,_hosts_lease_restore_mark_js__WEBPACK_IMPORTED_MODULE_8__/* .markRestore */ .q)(host, { name, folder: options.leases }, { onEarlier, signal });
    }
    catch (error) {
        // A host on which nothing can be noted needs its restore all the same.
        if (signal.aborted || (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .asHoldfastError */ .C)(error)?.code === 'locked')
            throw error;
        reporter.onWarning(`Nothing keeps backups away while it is put back: ${(0,_failure_text_js__WEBPACK_IMPORTED_MODULE_9__/* .failureText */ .k)(error)}`);
        return null;
    }
}
/** Also when the run is cancelled. */
async function unmark(mark, reporter) {
    await mark.remove(AbortSignal.timeout(UNMARK_WITHIN_MS)).catch((error) => {
        reporter.onWarning(`Backups of it are refused until the note of this restore is removed: ${(0,_failure_text_js__WEBPACK_IMPORTED_MODULE_9__/* .failureText */ .k)(error)}`);
    });
}
/**
 * What a snapshot says of its application.
 * @throws HoldfastError bad-input where it says nothing, repository-damaged, restore-unsafe for a name that would be a path.
 */
async function savedApplication(repository, snapshot, signal) {
    const target = (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_6__/* .targetOf */ .$r)(snapshot.snapshot);
    if (target !== null)
        requirePlainName(target, snapshot);
    const json = target === null ? null : await (0,_backup_manifest_js__WEBPACK_IMPORTED_MODULE_10__/* .loadManifest */ .eY)(repository, snapshot, target, signal);
    const dumps = json === null ? [] : (0,_backup_dump_records_js__WEBPACK_IMPORTED_MODULE_11__/* .parseDumpRecords */ .G)(json);
    const record = json === null ? null : (0,_backup_application_record_js__WEBPACK_IMPORTED_MODULE_12__/* .parseApplicationRecord */ .d)(json);
    if (record !== null)
        return { record, dumps };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('bad-input', `Cannot restore an application from snapshot ${snapshot.id.slice(0, 8)}: it was made without a profile, expected one of --app. ` +
        'Restore its files with --target, and its dumps with --database.');
}
/** Notes on the host have its name, and are believed: a path would lead to those of somebody else's making. */
function requirePlainName(target, { id }) {
    if ((0,_files_paths_js__WEBPACK_IMPORTED_MODULE_13__/* .isEntryName */ .GC)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(target)))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('restore-unsafe', `Cannot restore an application from snapshot ${id.slice(0, 8)}: it calls it ${JSON.stringify((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(target))}, expected a plain name. ` +
        'The snapshot was made to lead elsewhere: choose another one.');
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('application-unfit', `Cannot go on with the restore to "${place.host.name}": ${application} runs, although the step ${JSON.stringify(title)} had stopped it, expected it to stand ` +
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
            const meant = { ...placing, ...WITHOUT_CASE, ...step.part };
            const files = await (0,_restore_js__WEBPACK_IMPORTED_MODULE_14__/* .restore */ .P)(host, repository, meant, reporter, signal);
            results.files.push(files);
            return;
        }
        case 'database': {
            const { snapshot, dryRun, noLock, retryLockMs } = options;
            const meant = { name: step.dump, into: () => step.into, overwrite: step.overwrite };
            const how = { snapshot, dryRun, noLock, retryLockMs, before: [], after: [] };
            results.databases.push(await (0,_restore_database_js__WEBPACK_IMPORTED_MODULE_15__.restoreDatabase)(host, repository, { ...meant, ...how }, reporter, signal));
            return;
        }
        case 'bucket': {
            const { snapshot, dryRun, noLock, retryLockMs } = options;
            const meant = { name: step.name, into: () => step.into, replace: step.replace };
            const how = { ...meant, snapshot, dryRun, noLock, retryLockMs };
            if (!('guardBy' in repository))
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('internal', 'An archive holds no bucket.');
            results.buckets.push(await (0,_restore_bucket_js__WEBPACK_IMPORTED_MODULE_16__.restoreBucket)(repository, how, reporter, signal));
        }
    }
}
function unfinished(error, { title }, application) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E))
        return error;
    const what = `That was the step "${title}": ${application} may be stopped, and what comes after it isn't done. Restore again once the cause is gone; until then it is not backed up.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E(error.code, `${error.message} ${what}`, { cause: error });
}


/***/ }),

/***/ 61595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bucketRecordsOf: () => (/* binding */ bucketRecordsOf),
  restoreBucket: () => (/* binding */ restoreBucket)
});

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/repository/find-node.js
var find_node = __webpack_require__(2111);
// EXTERNAL MODULE: ./build/repository/tags.js
var tags = __webpack_require__(47508);
// EXTERNAL MODULE: ./build/operations/backup/bucket-record.js
var bucket_record = __webpack_require__(59042);
// EXTERNAL MODULE: ./build/operations/backup/manifest.js
var manifest = __webpack_require__(27273);
// EXTERNAL MODULE: ./build/operations/backup/own-tree.js
var own_tree = __webpack_require__(68071);
// EXTERNAL MODULE: ./build/operations/progress.js
var progress = __webpack_require__(72120);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/buckets/object-path.js
var object_path = __webpack_require__(15229);
// EXTERNAL MODULE: ./build/operations/backup/object-content.js
var object_content = __webpack_require__(48743);
// EXTERNAL MODULE: ./build/operations/task-group.js
var task_group = __webpack_require__(19296);
;// CONCATENATED MODULE: ./build/operations/restore/object-writer.js







/** Objects that are written at once, each of at most one part in memory. */
const WRITES_AT_ONCE = 4;
/** What is larger is sent in parts, one object at a time; S3 takes 10,000 of them: of 5 TiB, which is its most, each has 525 MiB. */
const WHOLE_BYTES = 16 * 1024 * 1024;
const MAX_PARTS = 10_000;
/** Writes a snapshot's objects into a bucket, and proves each. */
class ObjectWriter {
    #run;
    #tasks = new task_group/* TaskGroup */.N();
    #writing = new Set();
    #there = 0;
    #mayReplace = false;
    #objects = 0;
    #bytes = 0;
    #unchanged = 0;
    #replaced = 0;
    constructor(run) {
        this.#run = run;
    }
    /** @throws HoldfastError restore-blocked where replacing would lose what is there. */
    async prepare({ replace }) {
        const { store, signal } = this.#run;
        for await (const page of store.list(signal))
            this.#there += page.length;
        if (!replace || this.#there === 0)
            return;
        if (await store.keepsVersions(signal))
            this.#mayReplace = true;
        else
            throw new errors/* HoldfastError */.E('restore-blocked', `Cannot replace objects in "${store.location}": the bucket keeps no versions, expected it to keep what is replaced. Enable versioning, or ` +
                'restore into an empty prefix.');
    }
    /** A large one goes alone: its parts are as large as their number demands. */
    async take(placed) {
        const isLarge = placed.node.sizeBytes > BigInt(WHOLE_BYTES);
        const room = isLarge ? 0 : WRITES_AT_ONCE - 1;
        while (this.#writing.size > room)
            await Promise.race(this.#writing);
        this.#tasks.check();
        if (isLarge)
            return this.#put(placed);
        const writing = this.#put(placed).finally(() => this.#writing.delete(writing));
        this.#writing.add(writing);
        writing.catch(() => { }); // met by the tasks
        this.#tasks.add(writing);
    }
    /** @throws The first failure; HoldfastError restore-mismatch where there were fewer than the manifest says. */
    async finish() {
        await this.#tasks.settle();
        const { record, store } = this.#run;
        if (this.#objects !== record.objects) {
            throw new errors/* HoldfastError */.E('restore-mismatch', `Cannot count the bucket ${record.name} as restored to "${store.location}": the snapshot holds ${this.#objects} objects of it, expected ${record.objects}. ` +
                'Run `holdfast check --read-data`.');
        }
        const others = this.#there - this.#unchanged - this.#replaced;
        return {
            objects: this.#objects,
            bytes: this.#bytes,
            unchanged: this.#unchanged,
            replaced: this.#replaced,
            others,
        };
    }
    async #put({ path, node }) {
        const key = (0,object_path/* keyOfPath */.yt)(path);
        const shown = (0,bytestring.displayText)(key);
        const blobs = node.content ?? [];
        const sizeBytes = Number(node.sizeBytes);
        const object = { blobs, sizeBytes, shown, ...(0,object_content/* headersIn */.WD)(node.extendedAttributes, shown) };
        const isThere = this.#there > 0 && (await this.#meet(key, object));
        if (isThere !== 'same')
            await this.#write(key, object, isThere === 'other');
        this.#objects++;
        this.#bytes += sizeBytes;
        const done = { filesDone: this.#objects, bytesDone: this.#bytes, current: shown };
        const { objects: filesTotal, size_bytes: bytesTotal } = this.#run.record;
        this.#run.reporter.onProgress({ ...progress/* IDLE */.n, ...done, filesTotal, bytesTotal, phase: 'restoring' });
    }
    /** @throws HoldfastError restore-blocked for another object in its place. */
    async #meet(key, object) {
        const { store, signal } = this.#run;
        const there = await store.find(key, signal);
        if (there === null)
            return false;
        const difference = await this.#differenceTo(there, key, object);
        if (difference === null) {
            this.#unchanged++;
            return 'same';
        }
        if (this.#mayReplace) {
            this.#replaced++;
            return 'other';
        }
        throw this.#inTheWay(object, `${difference} is there`);
    }
    /** In which it isn't as it was saved; null: it is. */
    async #differenceTo(there, key, object) {
        const isSame = there.sizeBytes === object.sizeBytes && (await this.#isStored(key, object));
        if (!isSame)
            return `another of ${there.sizeBytes} bytes`;
        const headers = (0,object_content/* differingHeaders */.Fp)(there, object);
        return headers.length === 0
            ? null
            : `one of the same bytes with another ${(0,bytestring.displayText)(headers.join(', '))}`;
    }
    async #write(key, object, isReplacing) {
        const { store } = this.#run;
        try {
            if (await this.#send(key, object, { ifAbsent: !isReplacing }))
                return;
        }
        catch (error) {
            // The name is taken: perhaps by a try of ours whose answer was lost.
            if (store.faultIn(error) !== 'changed')
                throw error;
            const there = await store.find(key, this.#run.signal);
            if (there !== null && (await this.#differenceTo(there, key, object)) === null)
                return;
            throw this.#inTheWay(object, 'another came meanwhile');
        }
        if (await this.#isStored(key, object))
            return;
        throw new errors/* HoldfastError */.E('restore-mismatch', `Cannot count the object "${object.shown}" in "${store.location}" as restored: what is read of it is other than was written, expected the same bytes. ` +
            'Look at the storage, then restore again.');
    }
    /** True: the storage has summed up what it received, and its tag is that sum. */
    async #send(key, object, terms) {
        const { store, signal } = this.#run;
        const { headers, metadata } = object;
        if (object.sizeBytes > WHOLE_BYTES) {
            await store.putParts(key, { parts: this.#partsOf(object), headers, metadata }, terms, signal);
            return false;
        }
        const bytes = Buffer.concat(await collect(this.#contentOf(object)), object.sizeBytes);
        const tag = await store.put(key, { bytes, headers, metadata }, terms, signal);
        return tag === `"${(0,external_node_crypto_.createHash)('md5').update(bytes).digest('hex')}"`;
    }
    #inTheWay({ shown }, what) {
        return new errors/* HoldfastError */.E('restore-blocked', `Cannot write the object "${shown}" in "${this.#run.store.location}": ${what}, expected none, or the one that was saved. ` +
            'Restore into an empty prefix; or replace it, in a bucket that keeps versions.');
    }
    /** Reads it again, and compares. */
    async #isStored(key, object) {
        const { store, signal } = this.#run;
        const saved = (0,external_node_crypto_.createHash)('sha256');
        for await (const bytes of this.#contentOf(object))
            saved.update(bytes);
        const stored = (0,external_node_crypto_.createHash)('sha256');
        let tag = null;
        for (let offset = 0; offset < object.sizeBytes;) {
            const part = await store.readPart(key, { offset, lengthBytes: object_content/* PART_BYTES */._E, tag }, signal);
            if (part.sizeBytes !== object.sizeBytes)
                return false;
            tag = part.tag;
            offset += part.bytes.length;
            stored.update(part.bytes);
        }
        return saved.digest('hex') === stored.digest('hex');
    }
    async *#contentOf({ blobs, sizeBytes, shown }) {
        const { repository, signal } = this.#run;
        let done = 0;
        for await (const bytes of repository.loadBlobs('data', blobs, signal)) {
            done += bytes.length;
            if (done > sizeBytes)
                break;
            yield bytes;
        }
        if (done === sizeBytes)
            return;
        throw new errors/* HoldfastError */.E('repository-damaged', `Cannot restore the object "${shown}": its blobs don't add up to its ${sizeBytes} bytes. Run \`holdfast check --read-data\`.`);
    }
    async *#partsOf(object) {
        const partBytes = Math.max(WHOLE_BYTES, Math.ceil(object.sizeBytes / MAX_PARTS));
        let room = Buffer.allocUnsafeSlow(partBytes);
        let filled = 0;
        for await (const piece of this.#contentOf(object)) {
            for (let at = 0; at < piece.length;) {
                const length = Math.min(piece.length - at, partBytes - filled);
                room.set(piece.subarray(at, at + length), filled);
                filled += length;
                at += length;
                if (filled < partBytes)
                    continue;
                yield room;
                room = Buffer.allocUnsafeSlow(partBytes);
                filled = 0;
            }
        }
        if (filled > 0)
            yield room.subarray(0, filled);
    }
}
async function collect(pieces) {
    const all = [];
    for await (const piece of pieces)
        all.push(piece);
    return all;
}

// EXTERNAL MODULE: ./build/operations/take-lock.js
var take_lock = __webpack_require__(18270);
// EXTERNAL MODULE: ./build/operations/walk-tree.js
var walk_tree = __webpack_require__(82187);
;// CONCATENATED MODULE: ./build/operations/restore-bucket.js











/**
 * Puts the objects of a bucket that a snapshot holds back into one, and proves each: by the tag that the storage gives it, or by
 * reading it again. Nothing is removed, and nothing that is another is replaced unless the bucket keeps it. It can be done again: what
 * is there as it was saved stays.
 *
 * @throws HoldfastError bad-input for a bucket that isn't there; restore-blocked for an object that is in the way: what was written
 *   before stays, and is found by the next try; restore-mismatch,
 *   repository-damaged, locked, lock-lost, cancelled, and what the storage throws.
 */
async function restoreBucket(repository, options, reporter, signal) {
    const startedMs = performance.now();
    const { snapshot, dryRun, noLock } = options;
    const lock = noLock || dryRun ? null : await (0,take_lock/* lockShared */.h)(repository, { ...options, onlyReads: true }, reporter, signal);
    try {
        const guarded = lock === null ? signal : AbortSignal.any([signal, lock.lost]);
        reporter.onProgress({ ...progress/* IDLE */.n, phase: 'loading-index' });
        await repository.loadIndex(guarded);
        const { record, tree } = await chooseBucket(repository, options, guarded);
        const bucket = options.into(record);
        const end = { snapshotId: snapshot.id, record, into: bucket.location };
        if (dryRun)
            return { ...end, written: null, durationMs: since(startedMs) };
        const store = await bucket.open((message) => reporter.onInfo(message));
        // What is under way when one of them has failed.
        const ending = new AbortController();
        const until = AbortSignal.any([guarded, ending.signal]);
        try {
            const writer = new ObjectWriter({ repository, store, record, reporter, signal: until });
            await writer.prepare(options);
            for await (const placed of (0,walk_tree/* walkTree */.I)(repository, tree, { signal: until }))
                if (placed.node.type === 'file')
                    await writer.take(placed);
            return { ...end, written: await writer.finish(), durationMs: since(startedMs) };
        }
        finally {
            ending.abort();
            store.close();
        }
    }
    finally {
        await lock?.release();
    }
}
/** What a snapshot says of its buckets; none in one that has no manifest of ours. @throws HoldfastError repository-damaged. */
async function bucketRecordsOf(repository, snapshot, signal) {
    const target = (0,tags/* targetOf */.$r)(snapshot.snapshot);
    const json = target === null ? null : await (0,manifest/* loadManifest */.eY)(repository, snapshot, target, signal);
    return json === null ? [] : (0,bucket_record/* parseBucketRecords */.K)(json);
}
async function chooseBucket(repository, { snapshot, name }, signal) {
    const records = await bucketRecordsOf(repository, snapshot, signal);
    const record = name === null && records.length === 1 ? records[0] : records.find((one) => one.name === name);
    const shown = snapshot.id.slice(0, 8);
    if (record === undefined) {
        const names = records.map((one) => one.name).join(', ');
        throw new errors/* HoldfastError */.E('bad-input', `Cannot restore ${name === null ? 'a bucket' : `the bucket ${JSON.stringify(name)}`} of snapshot ${shown}: ` +
            (records.length === 0 ? 'it holds none. Choose another snapshot.' : `expected one of ${names}.`));
    }
    const path = `${(0,own_tree/* bucketsPath */.$c)((0,tags/* targetOf */.$r)(snapshot.snapshot) ?? '')}/${record.name}`;
    const node = await (0,find_node/* findNode */.c)(repository, snapshot.snapshot.tree, (0,bytestring.fromText)(path), signal);
    if (node?.subtree != null)
        return { record, tree: node.subtree };
    throw new errors/* HoldfastError */.E('repository-damaged', `Cannot restore the bucket ${record.name} of snapshot ${shown}: its folder isn't in it, expected what the manifest says. Run \`holdfast check\`.`);
}
function since(startedMs) {
    return Math.round(performance.now() - startedMs);
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

/***/ 19296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ TaskGroup)
/* harmony export */ });
/**
 * Promises that run beside the main line of work. The first failure is kept: `check` throws it at the next chance,
 * and `settle` throws it after all have ended. None can become an unhandled rejection.
 */
class TaskGroup {
    #running = new Set();
    #failure = null;
    add(task) {
        const settled = task.then(() => void this.#running.delete(settled), (error) => {
            this.#failure ??= { error };
            this.#running.delete(settled);
        });
        this.#running.add(settled);
    }
    /** @throws The first failure so far. */
    check() {
        if (this.#failure !== null)
            throw this.#failure.error;
    }
    /** Resolves when all tasks, also those that they add, have ended. @throws The first failure. */
    async settle() {
        while (this.#running.size > 0)
            await Promise.all(this.#running);
        this.check();
    }
}


/***/ }),

/***/ 14085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ comparedWords)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95209);

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
/* harmony import */ var _apps_applications_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97921);
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


/***/ })

};
