export const id = 9680;
export const ids = [9680,6276,1881];
export const modules = {

/***/ 70849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   accessHere: () => (/* binding */ accessHere),
/* harmony export */   storageTools: () => (/* binding */ storageTools)
/* harmony export */ });
/* harmony import */ var _config_storage_access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34545);

/** How a storage of `backup.yml` is reached here: by the variables that it names. @throws HoldfastError bad-input. */
function accessHere({ terminal: { env } }, storage) {
    return (0,_config_storage_access_js__WEBPACK_IMPORTED_MODULE_0__/* .storageAccess */ .Q)(storage, { env, onSecret: () => { }, role: null });
}
/** What one is read by. */
function storageTools({ flags, terminal: { env }, signal, reporter }) {
    return {
        signal,
        caFile: flags.cacert ?? (env['RESTIC_CACERT'] || undefined),
        onInfo: (message) => reporter.onInfo(message),
        onWarning: (message) => reporter.onWarning(message),
        openArchives: async ({ location, s3 }) => (await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 2663))).openArchiveStore(location, s3),
    };
}


/***/ }),

/***/ 63838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   showFindings: () => (/* binding */ showFindings),
/* harmony export */   showValidation: () => (/* binding */ showValidation)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95209);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _config_change_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(48647);
/* harmony import */ var _config_compare_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(96228);
/* harmony import */ var _config_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38918);
/* harmony import */ var _config_silence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31360);
/* harmony import */ var _config_target_facts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6688);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81681);








/** What a check of the configuration came to, for a person. */
async function showValidation(output, checked, nowMs) {
    const { validation, changes, counts } = checked;
    await showFindings(output, validation);
    for (const silence of validation.audit)
        await output.line(`silenced in the audit: ${(0,_config_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .safeText */ .Hk)((0,_config_silence_js__WEBPACK_IMPORTED_MODULE_1__/* .silenceText */ .Zf)(silence))}`);
    await showTargets(output, checked, nowMs);
    for (const change of changes ?? [])
        await output.line(changeLine(change));
    for (const effect of checked.retention)
        await output.line(effectLine(effect));
    for (const change of checked.silences)
        await output.line(`! ${partText(change)}`);
    if (changes?.length === 0 && checked.silences.length === 0)
        await output.line('Nothing changes for any target.');
    const found = [
        (0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatCounted)(counts.error, 'error'),
        (0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatCounted)(counts.warning, 'warning'),
        (0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatCounted)(counts.notice, 'notice'),
    ];
    await output.line(`${found.join(', ')}.`);
}
/** As compilers give them. */
async function showFindings(output, { findings, silenced }) {
    for (const { rule, severity, file, at, what, advice } of findings) {
        await output.line(`${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(file)}:${at.line}:${at.column}: ${severity}: ${(0,_config_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .safeText */ .Hk)(what)} [${rule}]`);
        await output.line(`    ${(0,_config_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .safeText */ .Hk)(advice)}`);
    }
    for (const { finding, reason } of silenced)
        await output.line(`silenced: ${(0,_config_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .safeText */ .Hk)(finding.what)} [${finding.rule}]: ${(0,_config_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .safeText */ .Hk)(reason)}`);
}
async function showTargets(output, { validation }, nowMs) {
    if (validation.targets.length === 0)
        return;
    const rows = validation.targets.map((target) => {
        const schedule = (0,_config_target_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .scheduleOf */ .rH)(target);
        const next = schedule === null ? [] : schedule.next(1, nowMs).map((time) => (0,_config_target_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .timeText */ .Tc)(time, schedule.timezone));
        return [target.name, target.hostname ?? '?', (0,_config_target_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .scheduleText */ .lH)(target), ...next];
    });
    const columns = ['Target', 'Host', 'Due', 'Next'].map((title) => ({ title }));
    for (const line of (0,_table_js__WEBPACK_IMPORTED_MODULE_5__.tableLines)(columns, rows))
        await output.line(line);
}
function effectLine(effect) {
    if ('unknown' in effect)
        return `? ${effect.target}: how many snapshots the new retention removes isn’t known: ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(effect.unknown)}`;
    const { target, stored, before, after } = effect;
    return `${after > before ? '!' : 'M'} ${target}: the next run of retention would remove ${after} of ${stored}; by the policy as it is, ${before}`;
}
function changeLine(change) {
    const parts = change.changes.map(partText).join('; ');
    if (change.kind === 'gained')
        return `+ ${change.target}: ${parts}`;
    if (change.kind === 'lost')
        return `- ${change.target}: not backed up any more: ${parts}`;
    const isMarked = (0,_config_compare_js__WEBPACK_IMPORTED_MODULE_6__/* .isLoss */ .Q)(change) || change.changes.some(_config_change_js__WEBPACK_IMPORTED_MODULE_7__/* .isDangerous */ .F$);
    return `${isMarked ? '!' : 'M'} ${change.target}: ${parts}`;
}
function partText(change) {
    if (change.kind === 'value')
        return `${change.what} ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(change.before)} → ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(change.after)}`;
    const parts = [
        ...change.gained.map((item) => `+${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(item)}`),
        ...change.lost.map((item) => `-${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(item)}`),
    ];
    return `${change.what} ${parts.join(' ')}`;
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

/***/ 61418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ askRest)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58508);
/* harmony import */ var _toolkit_process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49620);




const SILENCE_MS = 30_000;
/** GitHub's answers are of some hundred KB. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
/**
 * One request to GitHub's REST interface, through a proxy where the environment names one. Follows no redirection.
 * @param path `/repos/OWNER/NAME`, what is in it already encoded.
 * @param body Sent as JSON.
 * @returns The JSON that came; null where none did.
 * @throws ToolkitError with the status, if it isn't one of success.
 */
async function askRest(method, path, { token, body, signal }) {
    const url = new URL((process.env['GITHUB_API_URL'] || 'https://api.github.com') + path);
    const answer = await send(method, url, { token, body, signal });
    const text = await textOf(answer);
    const status = answer.statusCode ?? 0;
    if (status >= 200 && status < 300)
        return text === '' ? null : JSON.parse(text);
    throw new _toolkit_process_js__WEBPACK_IMPORTED_MODULE_2__/* .ToolkitError */ .h4({
        name: 'RequestError',
        message: `GitHub answered ${status} ${messageIn(text)}`,
        status,
    });
}
function send(method, url, { token, body, signal }) {
    const json = body === undefined ? null : Buffer.from(JSON.stringify(body), 'utf8');
    const headers = {
        ...(json === null ? {} : { 'content-type': 'application/json', 'content-length': json.length }),
        accept: 'application/vnd.github+json',
        'user-agent': _version_js__WEBPACK_IMPORTED_MODULE_3__/* .PROGRAM_VERSION */ .c,
        'x-github-api-version': '2022-11-28',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    };
    const proxy = { proxyEnv: process.env };
    const isTls = url.protocol === 'https:';
    const agent = isTls ? new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent(proxy) : new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent(proxy);
    return new Promise((resolve, reject) => {
        const options = {
            method,
            headers,
            agent,
            timeout: SILENCE_MS,
            ...(signal === undefined ? {} : { signal }),
        };
        const sent = (isTls ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request)(url, options, resolve);
        sent.on('timeout', () => sent.destroy(new Error('ETIMEDOUT: GitHub does not answer')));
        sent.on('error', reject);
        rejectOnAbort(signal, reject);
        sent.end(json ?? undefined);
    });
}
/** Node tells a request nothing of its signal before a proxy has opened the tunnel. The error is as Node's own of a request. */
function rejectOnAbort(signal, reject) {
    const abort = () => reject(Object.assign(new Error('The operation was aborted', { cause: signal?.reason }), {
        name: 'AbortError',
    }));
    if (signal?.aborted)
        abort();
    else
        signal?.addEventListener('abort', abort, { once: true });
}
async function textOf(answer) {
    const parts = [];
    let sizeBytes = 0;
    for await (const part of answer) {
        sizeBytes += part.length;
        if (sizeBytes > MAX_ANSWER_BYTES)
            throw new Error('GitHub gave an endless answer');
        parts.push(part);
    }
    return Buffer.concat(parts).toString('utf8');
}
function messageIn(text) {
    try {
        const { message } = JSON.parse(text);
        return typeof message === 'string' ? message : '';
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 49620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eY: () => (/* binding */ askToolkit),
/* harmony export */   h4: () => (/* binding */ ToolkitError),
/* harmony export */   si: () => (/* binding */ ToolkitProcess)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);



/**
 * What of our environment GitHub's clients need. Passwords, keys of storage and inputs are in it, too, and are none of
 * their business.
 */
const KNOWN_VARIABLES = [
    // Not those by which a job asks for tokens of its identity.
    /^ACTIONS_(RUNTIME|RESULTS|CACHE|ARTIFACT)_/,
    /^GITHUB_(SERVER_URL|API_URL|RETENTION_DAYS|RUN_ID)$/,
    /^RUNNER_TEMP$/,
    /^(HTTP|HTTPS|NO|ALL)_PROXY$/i,
    /^NODE_EXTRA_CA_CERTS$/,
    /^(HOME|PATH|TMPDIR)$/,
];
/**
 * The client gives an upload up when its storage took nothing for five minutes, which is also how it looks when a dump has
 * nothing to give, or little: it sends 8 MiB at a time. So its patience is that of a whole job, and who writes to it looks
 * whether it takes what there is (artifact-upload.ts).
 */
const CLIENT_PATIENCE_MS = 6 * 60 * 60_000;
/** An error of GitHub's client. */
class ToolkitError extends Error {
    name = 'ToolkitError';
    /** What the client calls it, such as `UsageError`. */
    kind;
    status;
    constructor({ name, message, status }) {
        super(message);
        this.kind = name;
        this.status = status;
    }
}
/** One request to GitHub's services, under way in a process of its own. */
class ToolkitProcess {
    /** @throws ToolkitError; HoldfastError cancelled. */
    result;
    #child;
    constructor(request, options = {}) {
        const env = { ...knownEnvironment(), ...options.env };
        this.#child = takeIdle(env) ?? start(env, options.cwd);
        this.result = this.#outcome(options);
        this.result.catch(() => { }); // told to who waits for it
        this.#child.send(request, () => { });
    }
    /** What is uploaded. */
    get input() {
        return this.#child.stdin;
    }
    /** Says that `input` was written to its end. */
    complete(message) {
        this.input.end();
        this.#child.send(message, () => { });
    }
    /** Ends it, whatever it does: nothing is finished after that. Resolves when it is gone. */
    async kill() {
        if (this.#child.exitCode !== null || this.#child.signalCode !== null)
            return;
        const gone = new Promise((resolve) => this.#child.once('exit', resolve));
        this.#child.ref();
        this.#child.kill('SIGKILL');
        await gone;
    }
    /** For one that did its work: it may do the next one's, since to load the clients takes most of the time. */
    keep() {
        if (idle !== null)
            idle.child.kill('SIGKILL');
        this.#child.unref();
        this.#child.channel?.unref();
        idle = { child: this.#child, environment: environments.get(this.#child) ?? '' };
    }
    async #outcome({ signal, limitMs }) {
        const { promise, resolve, reject } = Promise.withResolvers();
        const hear = (answer) => {
            if ('failure' in answer)
                reject(new ToolkitError(answer.failure));
            else
                resolve(answer.result);
        };
        const end = (code, killedBy) => reject(lost(`the process that speaks to GitHub ended (${killedBy ?? code})`));
        this.#child.once('message', hear).once('error', reject).once('exit', end);
        const cancel = () => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('cancelled', 'Cancelled.', { cause: signal?.reason }));
        if (signal?.aborted)
            cancel();
        signal?.addEventListener('abort', cancel, { once: true });
        const late = () => reject(lost(`GitHub took longer than ${(limitMs ?? 0) / 1000} s`));
        const timer = limitMs === undefined ? undefined : setTimeout(late, limitMs);
        try {
            return await promise;
        }
        catch (error) {
            await this.kill();
            throw error;
        }
        finally {
            clearTimeout(timer);
            signal?.removeEventListener('abort', cancel);
            this.#child.off('message', hear).off('error', reject).off('exit', end);
        }
    }
}
/** Does one thing, and waits for it. @throws ToolkitError; HoldfastError cancelled. */
async function askToolkit(request, options) {
    const asked = new ToolkitProcess(request, options);
    const result = await asked.result;
    asked.keep();
    return result;
}
/** A process that waits for the next request. It keeps nobody alive, and ends with us. */
let idle = null;
const environments = new WeakMap();
function takeIdle(env) {
    const taken = idle;
    if (taken === null || taken.environment !== JSON.stringify(env) || !taken.child.connected)
        return null;
    idle = null;
    taken.child.ref();
    taken.child.channel?.ref();
    return taken.child;
}
function start(env, cwd) {
    // The end of ours is the end of its own: it has no part in a terminal's signals.
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.fork)(entryFile(), [], {
        stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
        env,
        execArgv: [],
        detached: true,
        ...(cwd === undefined ? {} : { cwd }),
    });
    environments.set(child, JSON.stringify(env));
    // Signed addresses may stand in what it says, which nobody has masked then: it isn't shown, also not to who debugs.
    for (const stream of [child.stdout, child.stderr]) {
        stream?.resume();
        stream?.unref();
    }
    child.stdin?.unref();
    // One that ended takes no more: its end is told by the result.
    child.stdin?.on('error', () => { });
    child.on('error', () => { });
    return child;
}
function lost(message) {
    return new ToolkitError({ name: 'Lost', message, status: null });
}
function knownEnvironment() {
    const known = Object.entries(process.env).filter(([name]) => KNOWN_VARIABLES.some((one) => one.test(name)));
    return { ...Object.fromEntries(known), ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS: `${CLIENT_PATIENCE_MS}` };
}
/** As for the threads: beside this file, or beside the bundle that it is in. */
function entryFile() {
    const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(import.meta.dirname, `toolkit.${extension}`);
}


/***/ })

};
