export const id = 933;
export const ids = [933];
export const modules = {

/***/ 93234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IO: () => (/* binding */ showApplicationWord),
/* harmony export */   N1: () => (/* binding */ siteOn),
/* harmony export */   gC: () => (/* binding */ applicationWords)
/* harmony export */ });
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52325);
/* harmony import */ var _github_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45907);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58999);
/* harmony import */ var _bucket_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54940);
/* harmony import */ var _database_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43409);





/** What the inputs `app` and `app-options` say. */
function applicationWords() {
    return { app: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('app'), options: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .commandsInput */ .b7)('app-options') };
}
function showApplicationWord(word) {
    return word === 'app' ? 'the input `app`' : 'the input `app-options`';
}
/** What a profile sees of the host. Passwords that the options name are masked. */
function siteOn(access, host, tools) {
    const { reporter, signal } = tools;
    (0,_bucket_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .maskBucketSecrets */ .a)();
    for (const line of (process.env['HOLDFAST_KEY_IDENTITY'] ?? '').split('\n'))
        (0,_github_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .mask */ .dK)(line);
    return {
        host,
        signal,
        env: (0,_database_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .databaseEnvironment */ .hM)(applicationWords().options),
        connect: (address) => (0,_access_js__WEBPACK_IMPORTED_MODULE_4__/* .connect */ .Ng)({ ...access, on: address }, tools),
        onInfo: (message) => reporter.onInfo(message),
        onWarning: (message) => reporter.onWarning(message),
    };
}


/***/ }),

/***/ 38308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readApplication),
/* harmony export */   s: () => (/* binding */ planApplication)
/* harmony export */ });
/* harmony import */ var _apps_quiesce_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29872);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52325);
/* harmony import */ var _operations_backup_planned_backup_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85831);
/* harmony import */ var _settings_application_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59206);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(58999);
/* harmony import */ var _application_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93234);
/* harmony import */ var _quiesce_inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(28039);
/* harmony import */ var _unfinished_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(51719);








/** The application that is to be saved; null: none. @throws HoldfastError bad-input. */
function readApplication() {
    const application = (0,_settings_application_js__WEBPACK_IMPORTED_MODULE_0__/* .parseApplication */ .wO)((0,_application_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .applicationWords */ .gC)(), _application_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .showApplicationWord */ .IO);
    if (application === null)
        return null;
    const others = ['stop', 'start', 'status'].filter((name) => (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .commandsInput */ .b7)(name).length > 0);
    (0,_operations_backup_planned_backup_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseOtherStop */ .XT)(others.map((name) => `the input \`${name}\``), 'the input `app`');
    return application;
}
/** `options` with all that the application's profile says of the host. */
async function planApplication({ application, options }, { access, host }, tools) {
    const spans = (0,_apps_quiesce_words_js__WEBPACK_IMPORTED_MODULE_4__/* .parseStopSpans */ .D)({ lease: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)('lease'), maxQuiesce: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)('max-quiesce') }, (word) => `the input \`${word}\``);
    const site = (0,_application_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .siteOn */ .N1)(access, host, tools);
    const plan = await application.planBackup(site);
    if (access.options.container !== undefined)
        (0,_operations_backup_planned_backup_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseContainer */ .O)(plan, 'the input `container`');
    if (plan.nodes.length > 0)
        _unfinished_js__WEBPACK_IMPORTED_MODULE_5__/* .unfinished */ .M.nodes(plan.nodes.map(({ address }) => address));
    const reach = (signal) => (0,_access_js__WEBPACK_IMPORTED_MODULE_6__/* .connect */ .Ng)(access, { ...tools, signal });
    return (0,_operations_backup_planned_backup_js__WEBPACK_IMPORTED_MODULE_3__/* .withPlan */ .m5)(options, plan, { site, stop: { ...spans, holder: (0,_quiesce_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .holder */ .Lm)(), connect: reach } });
}


/***/ }),

/***/ 54940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ maskBucketSecrets),
/* harmony export */   m: () => (/* binding */ readBuckets)
/* harmony export */ });
/* harmony import */ var _buckets_bucket_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77380);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52325);
/* harmony import */ var _github_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45907);



/** What the input `buckets` names, one a line; their credential is masked. @throws HoldfastError bad-input. */
function readBuckets() {
    maskBucketSecrets();
    return (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .listInput */ .dt)('buckets').map((url) => (0,_buckets_bucket_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBucket */ .W)(url, 'the input `buckets`', process.env));
}
function maskBucketSecrets() {
    for (const name of _buckets_bucket_js__WEBPACK_IMPORTED_MODULE_1__/* .BUCKET_SECRETS */ .z)
        (0,_github_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .mask */ .dK)(process.env[name] ?? '');
}


/***/ }),

/***/ 43409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eB: () => (/* binding */ parserOfPlace),
/* harmony export */   hM: () => (/* binding */ databaseEnvironment),
/* harmony export */   iz: () => (/* binding */ databaseHost),
/* harmony export */   wL: () => (/* binding */ readDumps)
/* harmony export */ });
/* harmony import */ var _databases_password_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8972);
/* harmony import */ var _databases_tunnelled_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26034);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52325);
/* harmony import */ var _github_secrets_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45907);
/* harmony import */ var _hosts_container_address_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6410);
/* harmony import */ var _hosts_local_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60051);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58999);







/** What the input `databases` names, one a line. The passwords are masked. @throws HoldfastError bad-input. */
function readDumps() {
    const lines = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .listInput */ .dt)('databases');
    const env = databaseEnvironment(lines);
    const parse = parserOfPlace();
    return lines.map((line) => ({ database: parse(line, 'the input `databases`', env) }));
}
/** `parseDatabase` for the place that the tools run in. @throws HoldfastError bad-input for a place that is none. */
function parserOfPlace() {
    const place = placeInput();
    if (!(0,_databases_tunnelled_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlaceOfOurs */ ._9)(place))
        (0,_hosts_container_address_js__WEBPACK_IMPORTED_MODULE_2__/* .parseContainerAddress */ .z)(place);
    return (text, name, env) => (0,_databases_tunnelled_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDatabaseAt */ .Qh)(place, text, name, env);
}
/** How the place that the databases' tools run in is reached; undefined: it is the host of the step. */
function databaseHost(access, tools) {
    const place = placeInput();
    if (place === 'host' || place === 'tunnel')
        return undefined;
    if (place === 'here')
        return async () => (0,_hosts_local_js__WEBPACK_IMPORTED_MODULE_3__/* .localHost */ .O)();
    return () => (0,_access_js__WEBPACK_IMPORTED_MODULE_4__/* .connect */ .Ng)({ ...access, options: { ...access.options, container: place } }, tools);
}
/** `host`, `here`, `tunnel`, or the address of a container. */
function placeInput() {
    return (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('database-on') ?? 'host';
}
/** Where passwords of databases are taken from: the input, and variables that the URLs name. All are masked. */
function databaseEnvironment(urls) {
    const given = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('database-password');
    const env = given === null ? process.env : { ...process.env, [_databases_password_js__WEBPACK_IMPORTED_MODULE_5__/* .PASSWORD_VARIABLE */ .H]: given };
    const named = urls.flatMap((url) => [...url.matchAll(/[?&]password-env=([^&]+)/g)].map(([, name = '']) => name));
    for (const name of [_databases_password_js__WEBPACK_IMPORTED_MODULE_5__/* .PASSWORD_VARIABLE */ .H, ...named])
        (0,_github_secrets_js__WEBPACK_IMPORTED_MODULE_6__/* .mask */ .dK)(env[name] ?? '');
    return env;
}


/***/ }),

/***/ 39863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E5: () => (/* binding */ codeList),
/* harmony export */   OV: () => (/* binding */ shellBlock),
/* harmony export */   wd: () => (/* binding */ factsTable)
/* harmony export */ });
/* harmony import */ var _github_summary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13794);

/** A table of two columns without titles. Cells are Markdown already. */
function factsTable(facts) {
    return ['| | |', '| --- | --- |', ...facts.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
}
/** Each as code, with commas between; `none` if there are none. */
function codeList(items) {
    return items.length === 0 ? 'none' : items.map(_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9).join(', ');
}
/** A block of lines for a shell. The fence is longer than any in the lines. */
function shellBlock(lines) {
    const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}sh`, ...lines, fence].join('\n');
}


/***/ }),

/***/ 97752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ finishForMain)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(95209);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(19473);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(53272);
/* harmony import */ var _github_annotations_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68492);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52325);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(30284);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58999);
/* harmony import */ var _application_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38308);
/* harmony import */ var _copy_to_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(82085);
/* harmony import */ var _quiesce_inputs_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(28039);
/* harmony import */ var _snapshot_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(87434);
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62528);
/* harmony import */ var _unfinished_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51719);














/**
 * Does what main could not when it was cut off: removes secrets, lets the application go on, removes a volume's
 * snapshot and our lock.
 * @param prepare Gives the step the inputs that main had beside those of its own.
 */
async function finishForMain(prepare = () => { }) {
    await (0,_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .runStage */ .S)({ title: 'A key may be left on the runner', severity: 'fail' }, _unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .unfinished */ .M.removeSecretFolder);
    if (_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .unfinished */ .M.isApplicationHeld()) {
        await (0,_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .runStage */ .S)({ title: 'The application may still be held', severity: 'fail' }, (tools) => {
            prepare();
            return letApplicationGoOn(tools);
        });
    }
    if (_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .unfinished */ .M.wasMainCutOff() && (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)('volume') !== null) {
        await (0,_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .runStage */ .S)({ title: 'A snapshot of the volume may be left', severity: 'warn' }, removeVolumeSnapshot);
    }
    if (_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .unfinished */ .M.wasMainCutOff() && _unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .unfinished */ .M.usesRepository()) {
        await (0,_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .runStage */ .S)({ title: 'The repository may still be locked', severity: 'warn' }, (tools) => {
            prepare();
            return removeOurLock(tools);
        });
    }
}
async function letApplicationGoOn(tools) {
    const application = (0,_application_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .readApplication */ .n)();
    const after = [...hooksAfter(application), ...(0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .commandsInput */ .b7)('after')];
    const isStopped = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .commandsInput */ .b7)('stop').length > 0 || application !== null;
    if (after.length === 0 && !isStopped)
        return;
    const { runApplicationCommands } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 76340));
    const access = (0,_access_js__WEBPACK_IMPORTED_MODULE_4__/* .readHostAccess */ .Ni)();
    const host = await (0,_access_js__WEBPACK_IMPORTED_MODULE_4__/* .connect */ .Ng)(access, tools);
    try {
        // After commands run whatever happened before them.
        const failure = isStopped ? await startAll(host, access, tools).then(() => null, toFailure) : null;
        if (after.length > 0) {
            await runApplicationCommands(host, { when: 'after', commands: after }, tools.reporter, tools.signal);
            (0,_github_annotations_js__WEBPACK_IMPORTED_MODULE_5__/* .notice */ .lm)('Application resumed', `The step was cut off; its after commands have run now on ${access.on}.`);
        }
        if (failure !== null)
            throw failure.cause;
    }
    finally {
        await host.close();
    }
}
function toFailure(cause) {
    return { cause };
}
/**
 * This host's application, then those of further nodes, the last stopped first, as main would have. One that can't be started keeps
 * nobody from the next.
 * @throws The first failure; further ones are told.
 */
async function startAll(host, access, tools) {
    const { nodeTarget } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 76523));
    const target = (0,_snapshot_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .targetInput */ .Mn)();
    const onNode = async (address, name) => {
        const node = await (0,_access_js__WEBPACK_IMPORTED_MODULE_4__/* .connect */ .Ng)({ ...access, on: address }, tools);
        try {
            await startByLease(node, { on: address, name }, tools);
        }
        finally {
            await node.close();
        }
    };
    const starts = [
        () => startByLease(host, { on: access.on, name: target }, tools),
        ..._unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .unfinished */ .M
            .nodesOfMain()
            .toReversed()
            .map((address, after) => () => onNode(address, nodeTarget(target, after))),
    ];
    const failures = [];
    for (const start of starts)
        await start().catch((error) => failures.push(error));
    for (const other of failures.slice(1))
        _github_log_js__WEBPACK_IMPORTED_MODULE_7__/* .log */ .Rm.warning((0,_failure_text_js__WEBPACK_IMPORTED_MODULE_8__/* .failureText */ .k)(other));
    if (failures.length > 0)
        throw failures[0];
}
/** The watchdog would, once the lease is over: that may be minutes. */
async function startByLease(host, { on, name }, { reporter, signal }) {
    const { resumeLeft } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 13166));
    const resumed = await resumeLeft(host, { name, holder: (0,_quiesce_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .holder */ .Lm)() }, signal);
    if (resumed === null)
        return;
    for (const line of resumed.log)
        if (line !== '')
            reporter.onInfo(`  ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_10__.displayText)(line)}`);
    if (resumed.state === 'failed') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_11__/* .HoldfastError */ .E('command-failed', `Cannot start the application on ${on}: its start command fails, as the log of this step says. It is down: see to it first.`);
    }
    (0,_github_annotations_js__WEBPACK_IMPORTED_MODULE_5__/* .notice */ .lm)('Application started', `The step was cut off; the application was started now on ${on}, by its lease.`);
}
/** One of LVM slows its volume down, and is void once it is full: better now than when the next run comes by. */
async function removeVolumeSnapshot(tools) {
    const { removeLeftSnapshot } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 54810));
    const host = await (0,_access_js__WEBPACK_IMPORTED_MODULE_4__/* .connect */ .Ng)((0,_access_js__WEBPACK_IMPORTED_MODULE_4__/* .readHostAccess */ .Ni)(), tools);
    try {
        const target = (0,_snapshot_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .targetInput */ .Mn)();
        const onInfo = (message) => _github_log_js__WEBPACK_IMPORTED_MODULE_7__/* .log */ .Rm.info(message);
        await removeLeftSnapshot(host, { target, holder: (0,_quiesce_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .holder */ .Lm)(), signal: tools.signal, onInfo });
    }
    finally {
        await host.close();
    }
}
/** A lock that we leave behind is in everybody's way for half an hour. */
async function removeOurLock(tools) {
    const { removeStaleLocks } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 55144));
    const first = await (0,_access_js__WEBPACK_IMPORTED_MODULE_4__/* .readRepositoryAccess */ .J1)();
    const second = (0,_copy_to_js__WEBPACK_IMPORTED_MODULE_12__/* .readCopyTo */ .LZ)(first);
    for (const access of second === null ? [first] : [first, second]) {
        // Never made here: main's end decides whether there is a repository.
        const repository = await (0,_access_js__WEBPACK_IMPORTED_MODULE_4__/* .openRepositoryOf */ .Kq)({ ...access, init: false, cache: null }, tools);
        try {
            const removed = await removeStaleLocks(repository, { signal: tools.signal });
            _github_log_js__WEBPACK_IMPORTED_MODULE_7__/* .log */ .Rm.info(`The step was cut off; ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_13__.formatCounted)(removed, 'stale lock')} removed.`);
        }
        finally {
            await repository.close();
        }
    }
}
/** Those of the application's own options, which come first. */
function hooksAfter(application) {
    const hooks = application?.settings['after'];
    return Array.isArray(hooks) ? hooks : [];
}


/***/ }),

/***/ 28039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HQ: () => (/* binding */ quiesceOn),
/* harmony export */   Lm: () => (/* binding */ holder),
/* harmony export */   bG: () => (/* binding */ readQuiesceInputs)
/* harmony export */ });
/* harmony import */ var _apps_quiesce_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29872);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52325);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58999);



/** How the application is stopped under a lease; undefined: it isn't. @throws HoldfastError bad-input. */
function readQuiesceInputs() {
    const words = {
        stop: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .commandsInput */ .b7)('stop'),
        start: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .commandsInput */ .b7)('start'),
        status: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('status'),
        lease: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('lease'),
        maxQuiesce: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('max-quiesce'),
        container: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('container'),
    };
    const parsed = (0,_apps_quiesce_words_js__WEBPACK_IMPORTED_MODULE_1__/* .parseQuiesce */ .t)(words, (word) => `the input \`${word}\``);
    return parsed === undefined ? undefined : { ...parsed, holder: holder() };
}
/** The same with a way to the host of its own. */
function quiesceOn(access, quiesce, tools) {
    if (quiesce === undefined)
        return undefined;
    return { ...quiesce, connect: (signal) => (0,_access_js__WEBPACK_IMPORTED_MODULE_2__/* .connect */ .Ng)(access, { ...tools, signal }) };
}
/** Others see it who want the same application. */
function holder() {
    const { GITHUB_RUN_ID: run, GITHUB_REPOSITORY: repository } = process.env;
    return run === undefined
        ? `process ${process.pid}`
        : `run ${run} of ${repository ?? 'a GitHub repository'}`;
}


/***/ }),

/***/ 87434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GJ: () => (/* binding */ readStorage),
/* harmony export */   Mn: () => (/* binding */ targetInput),
/* harmony export */   fM: () => (/* binding */ hostnameFor)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19473);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52325);
/* harmony import */ var _repository_storage_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52419);
/* harmony import */ var _settings_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47508);
/* harmony import */ var _settings_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59487);




/** How what is written is stored. @throws HoldfastError bad-input. */
function readStorage() {
    return (0,_repository_storage_options_js__WEBPACK_IMPORTED_MODULE_0__/* .storageOptions */ .E)({ compression: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .textInput */ ._Z)('compression'), packSize: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .textInput */ ._Z)('pack-size') }, { compression: 'the input `compression`', packSize: 'the input `pack-size`' });
}
/** Which application a snapshot is of. @throws HoldfastError bad-input. */
function targetInput() {
    const of = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .textInput */ ._Z)('of');
    return of === null ? _settings_target_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_TARGET */ .Kv : (0,_settings_target_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTarget */ .h)(of, 'the input `of`');
}
/**
 * The recorded name is the target's, never the runner's: a runner has another name each time, so that no run would
 * find the one before it.
 */
function hostnameFor(on) {
    const host = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .textInput */ ._Z)('host');
    if (host !== null || on !== 'local')
        return host;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('bad-input', 'Cannot record the runner’s own name: with `on: local` the input `host` is needed. Give it a name that stays the same in every run.');
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


/***/ })

};
