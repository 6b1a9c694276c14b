export const id = 930;
export const ids = [930];
export const modules = {

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

/***/ 67510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/amounts.js
var amounts = __webpack_require__(95209);
// EXTERNAL MODULE: ./build/config/defaults.js
var defaults = __webpack_require__(91573);
// EXTERNAL MODULE: ./build/failure-text.js
var failure_text = __webpack_require__(53272);
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
// EXTERNAL MODULE: ./build/actions/configured-storage.js
var configured_storage = __webpack_require__(38110);
// EXTERNAL MODULE: ./build/actions/stage.js + 1 modules
var stage = __webpack_require__(62528);
// EXTERNAL MODULE: ./build/actions/told-findings.js
var told_findings = __webpack_require__(31830);
// EXTERNAL MODULE: ./build/config/rule-page.js
var rule_page = __webpack_require__(83869);
// EXTERNAL MODULE: ./build/config/target-facts.js
var target_facts = __webpack_require__(6688);
// EXTERNAL MODULE: ./build/config/change.js
var config_change = __webpack_require__(48647);
// EXTERNAL MODULE: ./build/config/compare.js
var compare = __webpack_require__(96228);
;// CONCATENATED MODULE: ./build/actions/change-text.js




/** What a change of the configuration would do, as Markdown; empty: nothing was compared. */
function changesPart({ changes, silences, noComparison, retention, }) {
    if (noComparison !== null)
        return `**What the change would do** isn’t known: ${(0,summary/* escapeMarkdown */.FV)(noComparison)}.`;
    if (changes === null)
        return '';
    if (changes.length + silences.length === 0)
        return '**What the change would do:** nothing to any target.';
    // A comment that is too long is cut: what is dangerous stands before that.
    const lines = [
        ...silences.map((one) => `- ⚠️ ${partText(one)}`),
        ...dangerousFirst(changes, (change) => change.changes.some(config_change/* isDangerous */.F$)).map((change) => `- ${changeText(change)}`),
        ...retention.map((one) => `- ${effectText(one)}`),
    ];
    return `**What the change would do**\n\n${lines.join('\n')}`;
}
function dangerousFirst(all, isOne) {
    return [...all.filter(isOne), ...all.filter((one) => !isOne(one))];
}
function changeText(change) {
    const name = (0,summary/* markdownCode */.D9)(change.target);
    const parts = dangerousFirst(change.changes, config_change/* isDangerous */.F$).map(partText).join('; ');
    if (change.kind === 'gained')
        return `${name} is new, and is backed up from its next run on: ${parts}`;
    if (change.kind === 'lost')
        return `⚠️ ${name} goes: it is not backed up any more; its snapshots stay as they are: ${parts}`;
    return `${(0,compare/* isLoss */.Q)(change) ? '⚠️ ' : ''}${name}: ${parts}`;
}
/** By longer and more ones a stranger would push the other lines out of the comment. */
const MAX_ITEM_CHARACTERS = 200;
const MAX_ITEMS = 20;
function partText(change) {
    const what = `${(0,config_change/* isDangerous */.F$)(change) ? '⚠️ ' : ''}${(0,summary/* escapeMarkdown */.FV)(change.what.slice(0, MAX_ITEM_CHARACTERS))}`;
    if (change.kind === 'value')
        return `${what} ${clipped(change.before)} → ${clipped(change.after)}`;
    const parts = [
        ...change.gained.map((item) => ({ sign: '+', item })),
        ...change.lost.map((item) => ({ sign: '−', item })),
    ];
    const shown = parts.slice(0, MAX_ITEMS).map(({ sign, item }) => `${sign} ${clipped(item)}`);
    const more = parts.length > MAX_ITEMS ? [`**and ${parts.length - MAX_ITEMS} more**`] : [];
    return `${what} ${[...shown, ...more].join(', ')}`;
}
function clipped(item) {
    if (item.length <= MAX_ITEM_CHARACTERS)
        return (0,summary/* markdownCode */.D9)(item);
    const kept = item.slice(0, MAX_ITEM_CHARACTERS).toWellFormed();
    return `${(0,summary/* markdownCode */.D9)(kept)}… (**${item.length - MAX_ITEM_CHARACTERS} characters more**)`;
}
function effectText(effect) {
    const name = (0,summary/* markdownCode */.D9)(effect.target);
    if ('unknown' in effect)
        return `${name}: how many snapshots the new retention removes can’t be known here: ${(0,summary/* escapeMarkdown */.FV)(effect.unknown)}. A dry run of \`retention\` says it.`;
    const { stored, before, after } = effect;
    const sign = after > before ? '⚠️ ' : '';
    return `${sign}${name}: the next run of retention would remove **${after}** of its ${(0,amounts.formatCounted)(stored, 'snapshot')}; by the policy as it is, ${before}`;
}

// EXTERNAL MODULE: ./build/actions/findings-table.js
var findings_table = __webpack_require__(86977);
;// CONCATENATED MODULE: ./build/actions/validation-summary.js






/** How many times to come are told. */
const NEXT_RUNS = 3;
/** What a check of the configuration came to, as Markdown. Nothing of the files stands in it unescaped. */
function validationSummary(checked, nowMs) {
    const { validation, counts, passed } = checked;
    const found = `${(0,amounts.formatCounted)(counts.error, 'error')}, ${(0,amounts.formatCounted)(counts.warning, 'warning')}, ${(0,amounts.formatCounted)(counts.notice, 'notice')}`;
    const parts = [
        `### ${passed ? '✅' : '❌'} The backup configuration ${passed ? 'is in order' : 'is not in order'}: ${found}`,
        (0,findings_table/* findingsTable */.f9)(validation.findings, rule_page/* rulePage */.g),
        changesPart(checked),
        targetsTable(validation.targets, nowMs),
        (0,findings_table/* silencedTable */.kN)(validation.silenced, rule_page/* rulePage */.g),
        auditPart(validation.audit),
    ];
    return parts
        .filter((part) => part !== '')
        .join('\n\n')
        .concat('\n');
}
/** The same, short, for a comment on the pull request. */
function validationComment(checked) {
    const { validation, passed, counts } = checked;
    const found = `${(0,amounts.formatCounted)(counts.error, 'error')}, ${(0,amounts.formatCounted)(counts.warning, 'warning')}`;
    const parts = [
        `### ${passed ? '✅' : '❌'} The backup configuration ${passed ? 'is in order' : 'is not in order'}: ${found}`,
        changesPart(checked),
        (0,findings_table/* findingsTable */.f9)(validation.findings.filter(({ severity }) => severity !== 'notice'), rule_page/* rulePage */.g),
    ];
    return parts
        .filter((part) => part !== '')
        .join('\n\n')
        .concat('\n');
}
function targetsTable(targets, nowMs) {
    if (targets.length === 0)
        return '';
    const rows = targets.map((target) => [
        (0,summary/* markdownCode */.D9)(target.name),
        (0,summary/* markdownCode */.D9)(target.hostname ?? '?'),
        (0,summary/* markdownCode */.D9)((0,target_facts/* storageText */.xC)(target) || '?'),
        (0,summary/* escapeMarkdown */.FV)((0,target_facts/* scheduleText */.lH)(target)),
        nextRuns(target, nowMs),
        (0,summary/* escapeMarkdown */.FV)((0,target_facts/* retentionText */.wW)(target)),
    ]);
    return `**Targets**\n\n${(0,findings_table/* table */.tp)(['target', 'host', 'storage', 'due', 'next', 'retention'], rows)}`;
}
function nextRuns(target, nowMs) {
    const schedule = (0,target_facts/* scheduleOf */.rH)(target);
    if (schedule === null)
        return '';
    return schedule
        .next(NEXT_RUNS, nowMs)
        .map((time) => (0,target_facts/* timeText */.Tc)(time, schedule.timezone))
        .join(', ');
}
function auditPart(silences) {
    if (silences.length === 0)
        return '';
    const rows = silences.map(({ rule, target, file, reason }) => [
        `[${(0,summary/* escapeMarkdown */.FV)(rule)}](${(0,rule_page/* auditPage */.n)(rule)})`,
        [target, file]
            .map((one) => (one === undefined ? '' : (0,summary/* markdownCode */.D9)(one)))
            .join(' ')
            .trim(),
        (0,summary/* escapeMarkdown */.FV)(reason),
    ]);
    return `**What the audit won’t say**\n\n${(0,findings_table/* table */.tp)(['rule', 'where', 'because'], rows)}`;
}

;// CONCATENATED MODULE: ./build/actions/validate-config.js













/**
 * Checks a checkout's `backup.yml` and workflows, which may be a stranger's: nothing of them is expanded or run, and no
 * secret is needed.
 */
async function main() {
    await (0,stage/* runStage */.S)({ title: 'The configuration can’t be checked', severity: 'fail' }, check);
}
async function check(tools) {
    const { baseOf, checkCheckout } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 30849));
    const checked = await checkCheckout({
        root: process.env['GITHUB_WORKSPACE'] || process.cwd(),
        config: (0,inputs/* textInput */._Z)('config') ?? defaults/* DEFAULT_CONFIG */.P,
        workflows: (0,inputs/* textInput */._Z)('workflows') ?? defaults/* DEFAULT_WORKFLOWS */.B,
        base: baseOf((0,inputs/* textInput */._Z)('base'), (0,inputs/* textInput */._Z)('base-ref'), {
            file: 'the input `base`',
            ref: 'the input `base-ref`',
        }),
        strict: (0,inputs/* booleanInput */.tE)('strict'),
        readItems: (0,inputs/* booleanInput */.tE)('snapshots') ? await itemsReader(tools) : null,
    });
    await tell(checked);
    if ((0,inputs/* booleanInput */.tE)('comment'))
        await commentOn(checked, tools);
}
/** Only what the base's own configuration names is read. */
async function itemsReader(tools) {
    const { readStoredItems } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 56710));
    return (storage) => readStoredItems((0,configured_storage/* accessHere */.j)(storage), (0,configured_storage/* storageTools */.N)(tools));
}
/** That it can't be made or brought up to date is no failure of the check: the summary has all of it. */
async function commentOn(checked, { signal }) {
    const { keepComment, ownPullRequest } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 84543));
    const [token, pull] = [(0,inputs/* textInput */._Z)('token'), await ownPullRequest()];
    if (token === null || pull === null || (checked.changes === null && checked.noComparison === null))
        return;
    (0,secrets/* mask */.dK)(token);
    const config = (0,inputs/* textInput */._Z)('config') ?? defaults/* DEFAULT_CONFIG */.P;
    const changed = (checked.changes?.length ?? 0) + checked.silences.length;
    const says = changed > 0 || checked.noComparison !== null || !checked.passed;
    const order = { token, signal, mark: `holdfast validate-config ${config}`, onlyUpdate: !says };
    try {
        const became = await keepComment(pull, { ...order, markdown: validationComment(checked) });
        log/* log */.Rm.info(COMMENTED[became]);
    }
    catch (error) {
        (0,annotations/* warn */.R8)('No comment', `The pull request has no comment of this check: ${(0,failure_text/* failureText */.k)(error)}`);
    }
}
const COMMENTED = {
    made: 'The pull request has a comment that says what the change would do.',
    updated: 'The comment on the pull request is brought up to date.',
    unchanged: 'The comment on the pull request says it already.',
    refused: 'The token may not comment on the pull request (`pull-requests: write`): what the change would do stands in the summary.',
    'not-needed': 'Nothing changes for any target: the pull request gets no comment.',
};
async function tell(checked) {
    const { validation, counts, passed, changes } = checked;
    await (0,told_findings/* tellFindings */.y)(validation.findings);
    (0,summary/* addSummary */.S0)(validationSummary(checked, Date.now()));
    const targets = validation.targets.map(({ name }) => name).join('\n');
    const changed = (changes ?? []).map(({ target }) => target).join('\n');
    (0,outputs/* setOutputs */.n0)({
        errors: counts.error,
        warnings: counts.warning,
        notices: counts.notice,
        targets: targets,
        changed: changed,
    });
    const found = `${(0,amounts.formatCounted)(counts.error, 'error')}, ${(0,amounts.formatCounted)(counts.warning, 'warning')}, ${(0,amounts.formatCounted)(counts.notice, 'notice')}`;
    if (passed)
        log/* log */.Rm.info(`The configuration is in order: ${found}.`);
    else
        (0,annotations/* fail */.fJ)('The configuration is not in order', `${found}. They stand at their lines, and in the summary.`);
}


/***/ }),

/***/ 91573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ DEFAULT_WORKFLOWS),
/* harmony export */   P: () => (/* binding */ DEFAULT_CONFIG)
/* harmony export */ });
// By itself: whoever shows these in a help text needs nothing else of this room.
/** From the checkout's root. */
const DEFAULT_CONFIG = 'backup.yml';
const DEFAULT_WORKFLOWS = '.github/workflows';


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

/***/ 52873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uc: () => (/* binding */ PAYLOAD_TYPE),
/* harmony export */   Z6: () => (/* binding */ subjectsOf),
/* harmony export */   zG: () => (/* binding */ STATEMENT_TYPE)
/* harmony export */ });
/** https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
/** What DSSE calls the payload. */
const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
/** The subjects that a snapshot is known by. Its ID is the SHA-256 of its file. */
function subjectsOf(snapshot) {
    const named = [
        ['snapshot', snapshot.id],
        ['tree', snapshot.tree],
        ['manifest', snapshot.manifestSha256],
    ];
    return named.flatMap(([name, sha256]) => (sha256 === null ? [] : [{ name, digest: { sha256 } }]));
}


/***/ }),

/***/ 63649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ readyToShow),
/* harmony export */   c: () => (/* binding */ RESTORE_PREDICATE_TYPE)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);

/** What docs/design.md describes. Another meaning of a field gets another number. */
const RESTORE_PREDICATE_TYPE = 'urn:holdfast:restore:1';
function readyToShow({ done, verified }) {
    return { done: done.map(_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.displayText), verified };
}


/***/ }),

/***/ 79310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ parseStatement),
/* harmony export */   KH: () => (/* binding */ isDrill),
/* harmony export */   T8: () => (/* binding */ statementOf),
/* harmony export */   dy: () => (/* binding */ provesWhole)
/* harmony export */ });
/* unused harmony export PREDICATE_TYPE */
/* harmony import */ var _in_toto_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52873);
/* harmony import */ var _restore_statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63649);


/** What docs/design.md describes. Another meaning of a field gets another number. */
const PREDICATE_TYPE = 'urn:holdfast:restore-drill:1';
function statementOf(subject, predicate) {
    return { _type: _in_toto_js__WEBPACK_IMPORTED_MODULE_0__/* .STATEMENT_TYPE */ .zG, subject, predicateType: PREDICATE_TYPE, predicate };
}
function isDrill(statement) {
    return statement.predicateType === PREDICATE_TYPE;
}
/** Whether a drill has passed, and no dump or bucket of the snapshot was left out of it: what retention counts as a proof of it. */
function provesWhole(predicate) {
    const { result, dumps_left_out: dumps, buckets_left_out: buckets = [], left_out: names } = predicate;
    // Earlier versions told dumps and checks together: a check's name has a slash, a dump's never.
    const left = dumps ?? (names ?? []).filter((name) => !String(name).includes('/'));
    return result === 'passed' && left.length === 0 && buckets.length === 0;
}
/** Null for bytes that are no statement of ours. Only what is used later is looked at. */
function parseStatement(json) {
    const value = parsed(json);
    if (!isRecord(value) || value['_type'] !== _in_toto_js__WEBPACK_IMPORTED_MODULE_0__/* .STATEMENT_TYPE */ .zG)
        return null;
    const { subject, predicate, predicateType: type } = value;
    if (!Array.isArray(subject) || !isRecord(predicate) || !isRecord(predicate['snapshot']))
        return null;
    const ids = { [PREDICATE_TYPE]: 'drill_id', [_restore_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .RESTORE_PREDICATE_TYPE */ .c]: 'restore_id' };
    const lists = { [PREDICATE_TYPE]: 'checks', [_restore_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .RESTORE_PREDICATE_TYPE */ .c]: 'done' };
    if (type !== PREDICATE_TYPE && type !== _restore_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .RESTORE_PREDICATE_TYPE */ .c)
        return null;
    const texts = [ids[type], 'result', 'started', 'repository_id'].map((name) => predicate[name]);
    const isFit = texts.every((text) => typeof text === 'string') &&
        typeof predicate['snapshot']['id'] === 'string' &&
        Array.isArray(predicate[lists[type]]) &&
        Array.isArray(predicate['reasons']);
    return isFit ? value : null;
}
function parsed(json) {
    try {
        return JSON.parse(Buffer.from(json).toString('utf8'));
    }
    catch {
        return null;
    }
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 84543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keepComment: () => (/* binding */ keepComment),
/* harmony export */   ownPullRequest: () => (/* binding */ ownPullRequest)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95209);
/* harmony import */ var _rest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61418);
/* harmony import */ var _toolkit_process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49620);




/** The one that this run is of; null: it is of none. */
async function ownPullRequest(env = process.env) {
    if (env['GITHUB_EVENT_NAME'] !== 'pull_request')
        return null;
    const [owner = '', name = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
    try {
        const event = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(env['GITHUB_EVENT_PATH'] ?? '', 'utf8'));
        const { number } = event.pull_request;
        return owner !== '' && name !== '' && Number.isSafeInteger(number)
            ? { owner, name, number: Number(number) }
            : null;
    }
    catch {
        return null;
    }
}
/** GitHub takes 65,536 characters; what is cut off stands in the summary. */
const MAX_CHARACTERS = 60_000;
const CUT = '\n\n_Cut here: the rest stands in the summary of the run._\n';
const PER_PAGE = 100;
const MAX_PAGES = 20;
/**
 * Keeps one comment on a pull request up to date.
 * @returns What became of it; `refused`: the token may not, as that of a stranger's pull request.
 * @throws ToolkitError, and what the network throws.
 */
async function keepComment(pull, order) {
    const { token, signal, onlyUpdate } = order;
    const base = `/repos/${encodeURIComponent(pull.owner)}/${encodeURIComponent(pull.name)}/issues`;
    const body = bodyOf(order);
    try {
        const own = await findOwn(`${base}/${pull.number}/comments`, order);
        if (own?.body === body)
            return 'unchanged';
        if (own !== null) {
            await (0,_rest_js__WEBPACK_IMPORTED_MODULE_1__/* .askRest */ .y)('PATCH', `${base}/comments/${own.id}`, { token, signal, body: { body } });
            return 'updated';
        }
        if (onlyUpdate)
            return 'not-needed';
        await (0,_rest_js__WEBPACK_IMPORTED_MODULE_1__/* .askRest */ .y)('POST', `${base}/${pull.number}/comments`, { token, signal, body: { body } });
        return 'made';
    }
    catch (error) {
        const status = error instanceof _toolkit_process_js__WEBPACK_IMPORTED_MODULE_2__/* .ToolkitError */ .h4 ? error.status : null;
        if (status === 401 || status === 403 || status === 404)
            return 'refused';
        throw error;
    }
}
function markOf({ mark }) {
    return `<!-- ${mark.replace(/[^\w./ ]+/g, '-')} -->`;
}
function bodyOf(order) {
    const { markdown } = order;
    if (markdown.length <= MAX_CHARACTERS)
        return `${markOf(order)}\n${markdown}`;
    const end = markdown.lastIndexOf('\n', MAX_CHARACTERS);
    const kept = markdown.slice(0, end > 0 ? end : MAX_CHARACTERS);
    const missing = markdown.slice(kept.length).trim().split('\n').length;
    return `${markOf(order)}\n${cutNote(missing)}${kept}${CUT}`;
}
/** At the top, for who reads no further. */
function cutNote(lines) {
    return `⚠️ **This is not all: ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_3__.formatCounted)(lines, 'line')} did not fit into this comment. Read the summary of the run, and the files themselves, before you merge.**\n\n`;
}
/** A stranger's comment with our mark in it is not ours: under their name they could change what it says. */
async function findOwn(path, order) {
    const { token, signal } = order;
    const login = await ownLogin(order);
    for (let page = 1; page <= MAX_PAGES; page++) {
        const answer = await (0,_rest_js__WEBPACK_IMPORTED_MODULE_1__/* .askRest */ .y)('GET', `${path}?per_page=${PER_PAGE}&page=${page}`, { token, signal });
        const comments = Array.isArray(answer) ? answer : [];
        for (const { id, body, user } of comments) {
            const who = user;
            const isOurs = login === null ? who?.type === 'Bot' : who?.login === login;
            if (isOurs &&
                typeof id === 'number' &&
                typeof body === 'string' &&
                body.startsWith(`${markOf(order)}\n`))
                return { id, body };
        }
        if (comments.length < PER_PAGE)
            return null;
    }
    return null;
}
/** A job's own token is of no user, and comments as a bot. */
async function ownLogin({ token, signal }) {
    try {
        const { login } = (await (0,_rest_js__WEBPACK_IMPORTED_MODULE_1__/* .askRest */ .y)('GET', '/user', { token, signal }));
        return typeof login === 'string' ? login : null;
    }
    catch (error) {
        if (error instanceof _toolkit_process_js__WEBPACK_IMPORTED_MODULE_2__/* .ToolkitError */ .h4 && (error.status === 401 || error.status === 403))
            return null;
        throw error;
    }
}


/***/ })

};
