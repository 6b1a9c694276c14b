export const id = 4374;
export const ids = [4374];
export const modules = {

/***/ 65229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/age.js
var age = __webpack_require__(55067);
// EXTERNAL MODULE: ./build/amounts.js
var amounts = __webpack_require__(95209);
// EXTERNAL MODULE: ./build/config/defaults.js
var defaults = __webpack_require__(91573);
// EXTERNAL MODULE: ./build/config/finding.js
var finding = __webpack_require__(38918);
// EXTERNAL MODULE: ./build/github/annotations.js
var annotations = __webpack_require__(68492);
// EXTERNAL MODULE: ./build/github/inputs.js
var inputs = __webpack_require__(52325);
// EXTERNAL MODULE: ./build/github/log.js
var log = __webpack_require__(30284);
// EXTERNAL MODULE: ./build/github/outputs.js
var outputs = __webpack_require__(31224);
// EXTERNAL MODULE: ./build/github/secrets.js
var secrets = __webpack_require__(45907);
// EXTERNAL MODULE: ./build/github/summary.js
var summary = __webpack_require__(13794);
// EXTERNAL MODULE: ./build/failure-text.js
var failure_text = __webpack_require__(53272);
// EXTERNAL MODULE: ./build/github/run.js
var run = __webpack_require__(67503);
// EXTERNAL MODULE: ./build/notify/notifier.js + 1 modules
var notify_notifier = __webpack_require__(20977);
;// CONCATENATED MODULE: ./build/actions/audit-notices.js





/** What makes a target's backups older than they may be. */
const STALE = ['missing-run', 'stale-target', 'stale-copy'];
/** Names of targets whose backups are older than they may be. */
function staleTargets({ findings }) {
    return [
        ...new Set(findings.flatMap(({ rule, target }) => (STALE.includes(rule) && target !== null ? target : []))),
    ];
}
/** Tells the webhooks that targets name for `stale`. That one can't be told is a warning. */
async function noticeStale(audited) {
    const names = staleTargets(audited);
    for (const { target } of audited.targets) {
        if (!names.includes(target.name))
            continue;
        for (const { on, webhook, template } of target.settings.notifications ?? []) {
            if (webhook === undefined || !on?.includes('stale'))
                continue;
            await tell(target, { variable: webhook.slice('env:'.length), template: template ?? STALE_TEMPLATE });
        }
    }
}
const STALE_TEMPLATE = '{"text":"Backups of {{target}} on {{host}} are {{outcome}}. {{run}}"}';
async function tell({ name, hostname }, { variable, template }) {
    const onProblem = (message) => (0,annotations/* warn */.R8)('Nobody was notified', message);
    const webhookUrl = process.env[variable] || null;
    if (webhookUrl === null) {
        onProblem(`The variable \`${variable}\`, which the configuration names for \`webhook\`, is not set or empty.`);
        return;
    }
    (0,secrets/* mask */.dK)(webhookUrl);
    try {
        const shown = { pingUrl: '`ping`', webhookUrl: `\`${variable}\``, template: '`template`' };
        const notifier = new notify_notifier/* Notifier */.ze((0,notify_notifier/* notifierSettings */.A8)({ pingUrl: null, webhookUrl, template }, shown), onProblem);
        const fields = {
            action: 'Audit',
            outcome: 'stale',
            target: name,
            host: hostname ?? '',
            duration: '',
            run: (0,run/* runAddress */.Y)(),
            reason: '',
        };
        await notifier.end(false, fields, { hurried: false });
    }
    catch (error) {
        onProblem((0,failure_text/* failureText */.k)(error));
    }
}

// EXTERNAL MODULE: ./build/config/audit-rules.js
var audit_rules = __webpack_require__(77610);
// EXTERNAL MODULE: ./build/config/rule-page.js
var rule_page = __webpack_require__(83869);
// EXTERNAL MODULE: ./build/config/target-facts.js
var target_facts = __webpack_require__(6688);
// EXTERNAL MODULE: ./build/actions/findings-table.js
var findings_table = __webpack_require__(86977);
;// CONCATENATED MODULE: ./build/actions/audit-summary.js








/** What an audit found, as Markdown. Nothing foreign stands in it unescaped. */
function auditSummary({ findings, silenced, targets }, nowMs) {
    const { error, warning } = (0,finding/* countsOf */.mQ)(findings);
    const found = `${(0,amounts.formatCounted)(error, 'error')}, ${(0,amounts.formatCounted)(warning, 'warning')}`;
    const parts = [
        `### ${error === 0 ? '✅ Backups are as they were promised' : '❌ Backups are not as they were promised'}: ${found}`,
        (0,findings_table/* findingsTable */.f9)(findings, (rule) => ((0,audit_rules/* isAuditRule */.yF)(rule) ? (0,rule_page/* auditPage */.n)(rule) : (0,rule_page/* rulePage */.g)(rule))),
        (0,findings_table/* silencedTable */.kN)(silenced, rule_page/* auditPage */.n),
        targetsTable(targets, nowMs),
    ];
    return parts
        .filter((part) => part !== '')
        .join('\n\n')
        .concat('\n');
}
function targetsTable(targets, nowMs) {
    if (targets.length === 0)
        return '';
    const ago = (ms) => (ms === null ? 'never' : `${(0,age.ageText)(nowMs - ms)} ago`);
    const rows = targets.map(({ target, lastMs, provedMs }) => [
        (0,summary/* markdownCode */.D9)(target.name),
        (0,summary/* markdownCode */.D9)(target.hostname ?? '?'),
        (0,summary/* escapeMarkdown */.FV)((0,target_facts/* scheduleText */.lH)(target)),
        ago(lastMs),
        target.settings.rpo === undefined ? '' : (0,summary/* escapeMarkdown */.FV)(target.settings.rpo),
        ago(provedMs),
        target.settings.drill === undefined ? '' : (0,summary/* escapeMarkdown */.FV)(target.settings.drill.every),
    ]);
    return (0,findings_table/* table */.tp)(['target', 'host', 'due', 'backed up', 'RPO', 'proved', 'a drill every'], rows);
}

// EXTERNAL MODULE: ./build/actions/configured-storage.js
var configured_storage = __webpack_require__(38110);
// EXTERNAL MODULE: ./build/actions/evidence-inputs.js
var evidence_inputs = __webpack_require__(36877);
// EXTERNAL MODULE: ./build/actions/stage.js + 1 modules
var stage = __webpack_require__(62528);
// EXTERNAL MODULE: ./build/actions/told-findings.js
var told_findings = __webpack_require__(31830);
;// CONCATENATED MODULE: ./build/actions/audit.js
















/** Compares what a `backup.yml` promises with the snapshots, drills and runs that there are. */
async function main() {
    await (0,stage/* runStage */.S)({ title: 'Audit failed', severity: 'fail' }, audit_run);
}
async function audit_run(tools) {
    const onFindings = (0,inputs/* choiceInput */.ij)('on-findings', ['fail', 'warn']);
    const nowMs = Date.now();
    const audited = await read(tools, nowMs);
    await (0,told_findings/* tellFindings */.y)(audited.findings);
    (0,summary/* addSummary */.S0)(auditSummary(audited, nowMs));
    giveOutputs(audited);
    await noticeStale(audited);
    const { error, warning } = (0,finding/* countsOf */.mQ)(audited.findings);
    const found = `${(0,amounts.formatCounted)(error, 'error')}, ${(0,amounts.formatCounted)(warning, 'warning')}`;
    if (error === 0)
        log/* log */.Rm.info(`Backups are as they were promised: ${found}.`);
    else {
        const tell = onFindings === 'fail' ? annotations/* fail */.fJ : annotations/* warn */.R8;
        tell('Backups are not as they were promised', `${found}. They stand at their lines, and in the summary.`);
    }
}
async function read(tools, nowMs) {
    const [{ audit }, { readAuditedStorage }, { readFileOf, readWorkflowsOf }] = await Promise.all([
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 12579)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 4458)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 18443)),
    ]);
    const root = process.env['GITHUB_WORKSPACE'] || process.cwd();
    const graceMs = (0,age.parseAge)((0,inputs/* textInput */._Z)('grace') ?? DEFAULT_GRACE, 'the input `grace`');
    const evidence = { evidence: (0,inputs/* textInput */._Z)('evidence'), evidenceKey: (0,evidence_inputs.readEvidenceKey)() };
    return audit({
        file: await readFileOf(root, (0,inputs/* textInput */._Z)('config') ?? defaults/* DEFAULT_CONFIG */.P),
        workflows: await readWorkflowsOf(root, (0,inputs/* textInput */._Z)('workflows') ?? defaults/* DEFAULT_WORKFLOWS */.B),
        nowMs,
        graceMs,
        readStorage: (storage) => readAuditedStorage((0,configured_storage/* accessHere */.j)(storage), { ...evidence, nowMs, ...(0,configured_storage/* storageTools */.N)(tools) }),
        runs: await readRuns(tools),
    });
}
const DEFAULT_GRACE = '3h';
async function readRuns({ signal }) {
    const token = (0,inputs/* textInput */._Z)('token');
    const repository = process.env['GITHUB_REPOSITORY'] ?? '';
    if (token === null || repository === '')
        return null;
    (0,secrets/* mask */.dK)(token);
    const { githubRuns } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 38468));
    return githubRuns({ repository, token, ownRef: process.env['GITHUB_WORKFLOW_REF'] ?? null, signal });
}
function giveOutputs(audited) {
    const counts = (0,finding/* countsOf */.mQ)(audited.findings);
    const named = (rules) => [
        ...new Set(audited.findings.flatMap(({ rule, target }) => (rules.includes(rule) ? (target ?? []) : []))),
    ];
    (0,outputs/* setOutputs */.n0)({
        errors: counts.error,
        warnings: counts.warning,
        stale: staleTargets(audited).join('\n'),
        overdue: named(['drill-overdue', 'drill-failed']).join('\n'),
        'runs-known': !audited.findings.some(({ rule }) => rule === 'unknown-runs'),
    });
}


/***/ }),

/***/ 38110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ storageTools),
/* harmony export */   j: () => (/* binding */ accessHere)
/* harmony export */ });
/* harmony import */ var _config_storage_access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34545);
/* harmony import */ var _github_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45907);
/* harmony import */ var _archives_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84649);
/* harmony import */ var _storage_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22465);




/** How a storage of `backup.yml` is reached in a job: by the variables that it names, or by a role. @throws HoldfastError bad-input. */
function accessHere(storage) {
    return (0,_config_storage_access_js__WEBPACK_IMPORTED_MODULE_0__/* .storageAccess */ .Q)(storage, { env: process.env, onSecret: _github_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .mask */ .dK, role: _storage_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .roleFor */ .IJ });
}
/** What one is read by. */
function storageTools(tools) {
    return {
        signal: tools.signal,
        caFile: process.env['RESTIC_CACERT'] || undefined,
        onInfo: (message) => tools.reporter.onInfo(message),
        onWarning: (message) => tools.reporter.onWarning(message),
        openArchives: (access) => (0,_archives_js__WEBPACK_IMPORTED_MODULE_3__/* .openArchives */ .aB)(access, tools),
    };
}


/***/ }),

/***/ 86977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f9: () => (/* binding */ findingsTable),
/* harmony export */   kN: () => (/* binding */ silencedTable),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* unused harmony export withCode */
/* harmony import */ var _github_summary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13794);

const ICONS = { error: '❌', warning: '⚠️', notice: 'ℹ️' };
/** @param pageOf Where a rule is explained. */
function findingsTable(findings, pageOf) {
    if (findings.length === 0)
        return '';
    return table(['', 'where', 'rule', 'what', 'what to do'], findings.map((finding) => [
        ICONS[finding.severity],
        placeOf(finding),
        ruleLink(finding.rule, pageOf),
        withCode(finding.what),
        withCode(finding.advice),
    ]));
}
/** What is known and meant so, each with why. */
function silencedTable(silenced, pageOf) {
    if (silenced.length === 0)
        return '';
    const rows = silenced.map(({ finding, reason }) => [
        ruleLink(finding.rule, pageOf),
        placeOf(finding),
        withCode(finding.what),
        (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(reason),
    ]);
    return `**Silenced**\n\n${table(['rule', 'where', 'what', 'because'], rows)}`;
}
function table(titles, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}
function placeOf({ file, at }) {
    return (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(`${file}:${at.line}`);
}
function ruleLink(rule, pageOf) {
    return `[${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(rule)}](${pageOf(rule)})`;
}
/** What stands between backticks is code, also where it is foreign and holds what markup is made of. */
function withCode(text) {
    return text
        .split(/(`[^`]*`)/)
        .map((part) => (/^`[^`]+`$/.test(part) ? (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(part.slice(1, -1)) : spaced(part)))
        .join('');
}
/** Escaping trims: between two codes the spaces stay. */
function spaced(text) {
    const [, before = '', inner = '', after = ''] = /^( ?)(.*?)( ?)$/s.exec(text) ?? [];
    return `${before}${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(inner)}${after}`;
}


/***/ }),

/***/ 31830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ tellFindings)
/* harmony export */ });
/* harmony import */ var _github_annotations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68492);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30284);


/** Each as an annotation on its line, and all of them in the log: the runner drops what is too many. */
async function tellFindings(findings) {
    for (const finding of findings)
        annotateFinding(finding);
    if (findings.length > 0)
        await (0,_github_log_js__WEBPACK_IMPORTED_MODULE_0__/* .inGroup */ .HB)('Findings', async () => logLines(findings));
}
function logLines(findings) {
    for (const { rule, severity, file, at, what, advice } of findings)
        _github_log_js__WEBPACK_IMPORTED_MODULE_0__/* .log */ .Rm.info(`${file}:${at.line}:${at.column}: ${severity} ${rule}: ${what}. ${advice}`);
}
function annotateFinding({ rule, severity, file, at, what, advice }) {
    const spot = { file, startLine: at.line, startColumn: at.column };
    (0,_github_annotations_js__WEBPACK_IMPORTED_MODULE_1__/* .annotate */ .fz)(severity, `Holdfast: ${rule}`, `${what}. ${advice}`, spot);
}


/***/ }),

/***/ 67266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   historyIn: () => (/* binding */ historyIn),
/* harmony export */   openHistory: () => (/* binding */ openHistory),
/* harmony export */   withStorage: () => (/* binding */ withStorage)
/* harmony export */ });
/* harmony import */ var _backends_location_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68713);
/* harmony import */ var _backends_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65534);
/* harmony import */ var _operations_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33504);
/* harmony import */ var _repository_open_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65281);




/** Opens a storage to read it, without a lock, and closes it. @throws What opening and `work` throw. */
async function withStorage(access, tools, work) {
    if (access.password === null) {
        const store = await tools.openArchives(access);
        try {
            return await work({ kind: 'archives', store });
        }
        finally {
            await store.close();
        }
    }
    const { signal, caFile } = tools;
    const backend = (0,_backends_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .withRetry */ .b)(await (0,_backends_location_js__WEBPACK_IMPORTED_MODULE_1__/* .openBackend */ .f2)(access.location, { caFile, s3: access.s3 }), {
        onRetry: (message) => tools.onInfo(message),
    });
    const onWarning = (message) => tools.onWarning(message);
    const repository = await (0,_repository_open_js__WEBPACK_IMPORTED_MODULE_2__.openRepository)(backend, access.password, { signal, onWarning });
    try {
        return await work({ kind: 'repository', repository });
    }
    finally {
        await repository.close();
    }
}
/** What a storage has of all targets. @throws What opening and reading throw. */
function openHistory(access, tools) {
    return withStorage(access, tools, (storage) => historyIn(storage, tools));
}
/** The same of one that is open. */
function historyIn(storage, { nowMs, signal, onWarning }) {
    return storage.kind === 'archives'
        ? (0,_operations_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .archiveHistory */ .hX)(storage.store, nowMs, signal)
        : (0,_operations_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryHistory */ .h5)(storage.repository, nowMs, { signal, onUnreadable: onWarning });
}


/***/ }),

/***/ 83869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ rulePage),
/* harmony export */   n: () => (/* binding */ auditPage)
/* harmony export */ });
/** Where a rule is explained. */
function rulePage(rule) {
    return `https://github.com/holdfast/holdfast/blob/main/docs/rules/${encodeURIComponent(rule)}.md`;
}
/** Where a finding of the audit is explained. */
function auditPage(rule) {
    return `https://github.com/holdfast/holdfast/blob/main/docs/how-to/audit.md#${encodeURIComponent(rule)}`;
}


/***/ }),

/***/ 67503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ runAddress),
/* harmony export */   x: () => (/* binding */ currentRun)
/* harmony export */ });
/** Where a person sees this run; empty outside of one. */
function runAddress(env = process.env) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
    return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : '';
}
/** Which run this is, as GitHub tells every step; null outside of one. */
function currentRun(env = process.env) {
    const { GITHUB_REPOSITORY, GITHUB_SHA, GITHUB_REF, GITHUB_WORKFLOW_REF, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, } = env;
    if (!GITHUB_RUN_ID)
        return null;
    return {
        repository: GITHUB_REPOSITORY ?? '',
        commit: GITHUB_SHA ?? '',
        ref: GITHUB_REF ?? '',
        workflow: GITHUB_WORKFLOW_REF ?? '',
        run_id: GITHUB_RUN_ID,
        run_attempt: GITHUB_RUN_ATTEMPT ?? '',
    };
}


/***/ }),

/***/ 20977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ze: () => (/* binding */ Notifier),
  Kf: () => (/* binding */ WEBHOOK_ON),
  A8: () => (/* binding */ notifierSettings)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(58508);
;// CONCATENATED MODULE: ./build/notify/deliver.js






const PATIENT = { timeoutMs: 10_000, tries: 3, pauseMs: 1000 };
/** Where the run is being cancelled, and has seconds. */
const HURRIED = { timeoutMs: 1500, tries: 1, pauseMs: 0 };
/**
 * Sends `message`, again where that may help. Redirects aren't followed: they would take a secret elsewhere.
 * @returns Null when it was taken, or why it wasn't, ready to show. Never throws.
 */
async function deliver(message, limits) {
    for (let attempt = 1;; attempt++) {
        const refusal = await send(message, limits.timeoutMs);
        if (refusal === null)
            return null;
        if (!refusal.mayPass || attempt >= limits.tries)
            return attempt === 1 ? refusal.text : `${refusal.text} (tried ${attempt} times)`;
        await (0,promises_.setTimeout)(limits.pauseMs * 2 ** (attempt - 1) * (1 + Math.random() / 2));
    }
}
async function send(message, timeoutMs) {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
        return refusalOf(await post(message, { signal, timeoutMs }));
    }
    catch (error) {
        return faultOf(error, { timeoutMs, isLate: signal.aborted });
    }
}
/** Through a proxy where the environment names one. @returns The status: what else is answered isn't read. */
function post({ url, body, contentType }, { signal, timeoutMs }) {
    const isTls = url.protocol === 'https:';
    const proxy = { proxyEnv: process.env };
    const agent = isTls ? new external_node_https_.Agent(proxy) : new external_node_http_.Agent(proxy);
    const text = body ?? '';
    const headers = {
        'content-length': Buffer.byteLength(text),
        'user-agent': version/* PROGRAM_VERSION */.c,
        ...(body === null ? {} : { 'content-type': contentType }),
    };
    return new Promise((resolve, reject) => {
        // Before a proxy has opened the tunnel Node tells a request nothing of its signal: its socket ends by its own time.
        const options = { method: 'POST', headers, agent, signal, timeout: 2 * timeoutMs };
        const request = (isTls ? external_node_https_.request : external_node_http_.request)(url, options, (response) => {
            resolve(response.statusCode ?? 0);
            response.destroy();
        });
        request.on('error', reject);
        request.on('timeout', () => request.destroy());
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        request.end(text);
    }).finally(() => agent.destroy());
}
function refusalOf(status) {
    if (status >= 200 && status < 300)
        return null;
    if (status >= 300 && status < 400)
        return {
            text: `it answered ${status}, a redirect, which is not followed: give the address that it leads to`,
            mayPass: false,
        };
    return { text: `it answered ${status}, expected 2xx`, mayPass: status >= 500 || status === 429 };
}
/** What OpenSSL says of certificates, by Node's codes for it. */
const TLS_FAULTS = {
    DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
    SELF_SIGNED_CERT_IN_CHAIN: 'an authority that this machine does not know signed its certificate',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'an authority that this machine does not know signed its certificate, or it leaves out one between',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'an authority that this machine does not know signed its certificate',
    CERT_HAS_EXPIRED: 'its certificate has expired',
    CERT_NOT_YET_VALID: 'its certificate is not valid yet: is this machine’s clock right?',
    ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};
const TLS_ADVICE = 'For an authority of your own set NODE_EXTRA_CA_CERTS to its certificate’s file';
function faultOf(error, { timeoutMs, isLate }) {
    if (isLate)
        return { text: `it did not answer within ${timeoutMs / 1000} s`, mayPass: true };
    const code = (0,system_error/* systemCode */.xU)(error);
    const tls = TLS_FAULTS[code];
    if (tls !== undefined)
        return { text: `${tls} (${code}). ${TLS_ADVICE}`, mayPass: false };
    // Node's own messages may name more than the server.
    return {
        text: code === '' ? 'the connection failed' : `the connection failed (${(0,bytestring.displayText)(code)})`,
        mayPass: true,
    };
}

// EXTERNAL MODULE: ./build/notify/template.js
var notify_template = __webpack_require__(56268);
;// CONCATENATED MODULE: ./build/notify/notifier.js



const WEBHOOK_ON = ['all', 'failure', 'success'];
/** @throws HoldfastError bad-input; no message holds a URL. */
function notifierSettings(given, names, webhookOn = 'all') {
    const template = given.template ?? notify_template/* SLACK_TEMPLATE */.c2;
    (0,notify_template/* checkTemplate */.BU)(template, names.template);
    return {
        pingUrl: urlOf(given.pingUrl, names.pingUrl),
        webhookUrl: urlOf(given.webhookUrl, names.webhookUrl),
        template,
        webhookOn,
    };
}
function urlOf(text, name) {
    if (text === null || text.trim() === '')
        return null;
    const url = URL.parse(text.trim());
    if (url !== null &&
        (url.protocol === 'https:' || url.protocol === 'http:') &&
        url.username + url.password === '')
        return url;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot use ${name}: it is no address that begins with https://, expected one without a user in it.`);
}
/**
 * Tells others how a run goes. What can't be told is no failure of the run, and is never passed over: `onProblem` is told, with
 * the server's name and never the secret path.
 */
class Notifier {
    #settings;
    #onProblem;
    #patience;
    #started = Promise.resolve();
    constructor(settings, onProblem, patience = PATIENT) {
        this.#settings = settings;
        this.#onProblem = onProblem;
        this.#patience = patience;
    }
    /** Told meanwhile: nothing waits for it but the end. */
    start() {
        this.#started = this.#ping('/start', this.#patience);
    }
    /** @param hurried The run is being cancelled: there is little time. */
    async end(succeeded, fields, { hurried }) {
        const limits = hurried ? HURRIED : this.#patience;
        // The server would take a start that comes after the end for another run.
        if (!hurried)
            await this.#started;
        const { webhookUrl, template, webhookOn } = this.#settings;
        const notices = [this.#ping(succeeded ? '' : '/fail', limits)];
        if (webhookUrl !== null && (webhookOn === 'all' || succeeded === (webhookOn === 'success')))
            notices.push(this.#send({ url: webhookUrl, body: (0,notify_template/* fillIn */.pz)(template, fields), contentType: 'application/json' }, limits));
        await Promise.all(notices);
    }
    async #ping(end, limits) {
        const { pingUrl } = this.#settings;
        if (pingUrl === null)
            return;
        const url = new URL(pingUrl);
        url.pathname = url.pathname.replace(/\/+$/, '') + end;
        await this.#send({ url, body: null, contentType: '' }, limits);
    }
    async #send(message, limits) {
        const problem = await deliver(message, limits);
        if (problem !== null)
            this.#onProblem(`Cannot notify ${message.url.origin}: ${problem}. The run itself is not touched by this.`);
    }
}


/***/ }),

/***/ 33504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Vo: () => (/* binding */ NO_HISTORY),
  hX: () => (/* binding */ archiveHistory),
  iS: () => (/* binding */ planTargets),
  h5: () => (/* binding */ repositoryHistory)
});

// EXTERNAL MODULE: ./build/archive/find-archives.js
var find_archives = __webpack_require__(90456);
// EXTERNAL MODULE: ./build/repository/find-snapshot.js
var find_snapshot = __webpack_require__(75207);
// EXTERNAL MODULE: ./build/repository/tags.js
var tags = __webpack_require__(47508);
;// CONCATENATED MODULE: ./build/schedule/due.js
/** More are told as so many. */
const MAX_MISSED = 1000;
/** A run that comes later than this wasn't on time: GitHub delays by minutes, not by hours. */
const LATE_MS = 3_600_000;
/**
 * A run is due when a time of the schedule has passed since the newest one began: so one that was missed or came late is
 * made up for once, not twice, and one that came early doesn't count for the time after it.
 * @param lastMs When the newest complete run began; null: there was none.
 */
function dueAt(schedule, lastMs, nowMs) {
    if (schedule === null)
        return { isDue: false, why: 'not-scheduled', scheduledMs: null, missed: 0 };
    const scheduledMs = schedule.last(nowMs);
    if (scheduledMs === null)
        return { isDue: false, why: 'not-yet', scheduledMs, missed: 0 };
    if (lastMs === null)
        return { isDue: true, why: 'never', scheduledMs, missed: 0 };
    if (lastMs >= scheduledMs)
        return { isDue: false, why: 'done', scheduledMs, missed: 0 };
    const missed = schedule.next(MAX_MISSED, lastMs).filter((time) => time <= nowMs).length;
    const why = missed === 1 && nowMs - scheduledMs < LATE_MS ? 'on-time' : 'missed';
    return { isDue: true, why, scheduledMs, missed };
}

;// CONCATENATED MODULE: ./build/operations/plan.js




/** A clock that is ahead by more than this is wrong, or a snapshot forged: it doesn't count as a run. */
const FUTURE_MS = 3_600_000;
/**
 * Which targets are due at `nowMs`.
 * @param histories By storage; a text says why there is none.
 */
function planTargets(targets, histories, nowMs) {
    return targets.map(({ name, hostname, schedule, storage }) => {
        const history = histories.get(storage);
        const isKnown = typeof history === 'function';
        const lastMs = isKnown ? history(hostname, name) : null;
        const due = dueAt(schedule, lastMs, nowMs);
        const unknown = isKnown || !due.isDue ? null : (history ?? 'its storage wasn’t asked');
        return { target: name, hostname, storage, timezone: schedule?.timezone ?? null, due, lastMs, unknown };
    });
}
/** What a repository's snapshots say. Reads only. @throws What the repository throws. */
async function repositoryHistory(repository, nowMs, options) {
    const found = await (0,find_snapshot.findSnapshots)(repository, {}, options);
    const complete = found.filter(({ snapshot }) => !(0,tags/* isIncomplete */.Ne)(snapshot));
    return historyOf(complete.map(({ snapshot }) => ({
        hostname: snapshot.hostname,
        target: (0,tags/* targetOf */.$r)(snapshot),
        timeMs: Number(snapshot.timeNs / NS_PER_MS),
    })), nowMs);
}
/** What a store's manifests say. @throws What the store throws. */
async function archiveHistory(store, nowMs, signal) {
    const manifests = (await (0,find_archives.findArchives)(store, signal))
        .map(({ manifest }) => manifest)
        .filter((one) => one !== null);
    return historyOf(manifests
        .filter(({ complete }) => complete)
        .map(({ hostname, target, timeNs }) => ({ hostname, target, timeMs: Number(timeNs / NS_PER_MS) })), nowMs);
}
/** There is nothing yet. */
const NO_HISTORY = () => null;
const NS_PER_MS = 1000000n;
function historyOf(runs, nowMs) {
    const newest = new Map();
    for (const { hostname, target, timeMs } of runs) {
        if (target === null || timeMs > nowMs + FUTURE_MS)
            continue;
        const key = keyOf(hostname, target);
        newest.set(key, Math.max(newest.get(key) ?? Number.NEGATIVE_INFINITY, timeMs));
    }
    return (hostname, target) => newest.get(keyOf(hostname, target)) ?? null;
}
function keyOf(hostname, target) {
    return JSON.stringify([hostname, target]);
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

/***/ 30482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ otherStorage)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/**
 * @param named The variable's or the input's name, of AWS's word for it (`access-key-id`): for messages.
 * @returns Undefined: nothing is given, and it is reached as the first one is.
 * @throws HoldfastError bad-input for half a key, and for a key beside a profile.
 */
function otherStorage(given, named) {
    const region = given.region || undefined;
    const credentials = credentialsOf(given, named);
    if (region === undefined && credentials === undefined)
        return undefined;
    return { region, credentials };
}
function credentialsOf({ accessKeyId, secretAccessKey, sessionToken, profile }, named) {
    const isKeyGiven = [accessKeyId, secretAccessKey, sessionToken].some(Boolean);
    if (isKeyGiven && profile) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use both ${named('access-key-id')} and ${named('profile')}: expected one of them.`);
    }
    if (profile)
        return { kind: 'profile', name: profile };
    if (!isKeyGiven)
        return undefined;
    if (accessKeyId && secretAccessKey) {
        return { kind: 'keys', accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use only a part of a key: expected both ${named('access-key-id')} and ${named('secret-access-key')}.`);
}


/***/ })

};
