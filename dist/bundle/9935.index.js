export const id = 9935;
export const ids = [9935];
export const modules = {

/***/ 34198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ issueOf),
/* harmony export */   y: () => (/* binding */ settleIssues)
/* harmony export */ });
/* harmony import */ var _github_annotations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68492);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52325);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30284);
/* harmony import */ var _github_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67503);
/* harmony import */ var _github_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45907);





/** Tells how a target stands by its issue, where a token for that is given. */
function issueOf(subject) {
    return async (target, hostname, problems) => {
        await settleIssues([{ target, hostname, subject, problems }]);
    };
}
/** Never throws: what can't be told is a warning. @returns What was done. */
async function settleIssues(states) {
    const token = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('issue-token');
    if (token === null)
        return [];
    (0,_github_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .mask */ .dK)(token);
    const [{ settleTargetIssues }, { ownVisibility }] = await Promise.all([
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 5401)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 28520)),
    ]);
    // Names of files and tables in an error's message are not everybody's business.
    const visibility = await ownVisibility(token);
    const isForFew = visibility === 'private' || visibility === 'internal';
    const shown = isForFew ? states : states.map((state) => withoutReasons(state, visibility));
    const settled = await settleTargetIssues(shown, {
        repository: process.env['GITHUB_REPOSITORY'] ?? '',
        token,
        run: (0,_github_run_js__WEBPACK_IMPORTED_MODULE_2__/* .runAddress */ .Y)(),
        onProblem: (message) => (0,_github_annotations_js__WEBPACK_IMPORTED_MODULE_3__/* .warn */ .R8)('No issue tells it', message),
    });
    for (const { number, done, url } of settled)
        _github_log_js__WEBPACK_IMPORTED_MODULE_4__/* .log */ .Rm.info(`Issue ${number} ${done}: ${url}`);
    return settled;
}
function withoutReasons(state, visibility) {
    if (state.problems.length === 0)
        return state;
    const because = visibility === 'public'
        ? 'this GitHub repository is public'
        : 'GitHub doesn’t say who may see this repository';
    return { ...state, problems: [`Why stands in the run’s summary: ${because}.`] };
}


/***/ }),

/***/ 97041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ec: () => (/* binding */ withEnvironment),
/* harmony export */   Zn: () => (/* binding */ nextSteps),
/* harmony export */   en: () => (/* binding */ shellEnvironment)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28976);



const STEPS = {
    'bad-input': { advice: 'Correct the inputs of the step, then run the job again.', commands: [] },
    'repository-missing': {
        advice: 'Check the input `repository`. If this is the first backup, make the repository once, from anywhere that reaches it:',
        commands: ['holdfast init'],
    },
    'wrong-password': {
        advice: 'Check the secret behind the input `password`. Which keys the repository has, and whether yours opens it:',
        commands: ['holdfast key list'],
    },
    locked: {
        advice: 'Another run uses the repository. Wait for it, set `retry-lock: 30m`, or, if it was cut off:',
        commands: ['holdfast unlock'],
    },
    'repository-damaged': {
        advice: 'Find out how far the damage goes before anything else, and keep a copy of the repository as it is:',
        commands: ['holdfast check --read-data'],
    },
    'host-unreachable': {
        advice: 'See whether the runner can reach the host at all: its address, port and firewall. Then run the job again.',
        commands: [],
    },
    'host-key-unknown': {
        advice: 'Compare the fingerprint in the message with the host’s own, on the host; if they agree, put it into the input `known-hosts`:',
        commands: ['ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub'],
    },
    'host-key-mismatch': {
        advice: 'Either the host was set up anew, or somebody stands between. Compare the fingerprint on the host itself before you change `known-hosts`:',
        commands: ['ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub'],
    },
    'host-login-refused': {
        advice: 'Check the user in `on` and what it logs in with. The public half of the key in `identity` must stand in that user’s `~/.ssh/authorized_keys`; a password in `ssh-password` helps only where the server takes passwords.',
        commands: [],
    },
    'no-space': {
        advice: 'Make room where the message says, then run the job again: what is stored already is reused.',
        commands: [],
    },
    'command-failed': {
        advice: 'Run the command by hand on the host to see why it fails, then run the job again.',
        commands: [],
    },
    'restore-mismatch': {
        advice: 'See whether the repository itself is whole:',
        commands: ['holdfast check --read-data'],
    },
    cancelled: {
        advice: 'Run the job again when you are ready: what is stored already is reused.',
        commands: [],
    },
};
const DEFAULT = { advice: 'Follow the message above, then run the job again.', commands: [] };
function nextSteps(error) {
    const known = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asHoldfastError */ .C)(error);
    return (known === null ? undefined : STEPS[known.code]) ?? DEFAULT;
}
/** The commands with the lines that they need before them: those for the host itself need none. */
function withEnvironment(commands, repository) {
    const usesRepository = commands.some((command) => command.startsWith('holdfast '));
    return usesRepository ? [...shellEnvironment(repository), ...commands] : [...commands];
}
/** The lines before commands on a repository. */
function shellEnvironment(repository) {
    return repository === null ? [] : [`export RESTIC_REPOSITORY=${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(repository))}`];
}


/***/ }),

/***/ 25652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ readPolicyInputs)
/* harmony export */ });
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52325);
/* harmony import */ var _retention_policy_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15035);


/** What the inputs `keep-…` say. @throws HoldfastError bad-input. */
function readPolicyInputs(shown) {
    const words = {
        'keep-last': (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('keep-last'),
        'keep-hourly': (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('keep-hourly'),
        'keep-daily': (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('keep-daily'),
        'keep-weekly': (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('keep-weekly'),
        'keep-monthly': (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('keep-monthly'),
        'keep-yearly': (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('keep-yearly'),
        'keep-within': (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('keep-within'),
        'keep-within-hourly': (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('keep-within-hourly'),
        'keep-within-daily': (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('keep-within-daily'),
        'keep-within-weekly': (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('keep-within-weekly'),
        'keep-within-monthly': (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('keep-within-monthly'),
        'keep-within-yearly': (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('keep-within-yearly'),
    };
    return (0,_retention_policy_words_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePolicy */ .ON)((word) => words[word] ?? null, (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .selectionInput */ .VR)('keep-tag'), shown);
}


/***/ }),

/***/ 88756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main),
  post: () => (/* binding */ post)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/amounts.js
var amounts = __webpack_require__(95209);
// EXTERNAL MODULE: ./build/github/annotations.js
var annotations = __webpack_require__(68492);
// EXTERNAL MODULE: ./build/github/log.js
var log = __webpack_require__(30284);
// EXTERNAL MODULE: ./build/github/outputs.js
var outputs = __webpack_require__(31224);
// EXTERNAL MODULE: ./build/github/secrets.js
var secrets = __webpack_require__(45907);
// EXTERNAL MODULE: ./build/github/summary.js
var summary = __webpack_require__(13794);
// EXTERNAL MODULE: ./build/report/collect.js + 2 modules
var collect = __webpack_require__(23621);
// EXTERNAL MODULE: ./build/report/facts.js + 1 modules
var facts = __webpack_require__(47712);
// EXTERNAL MODULE: ./build/report/names.js
var names = __webpack_require__(39563);
// EXTERNAL MODULE: ./build/report/place.js
var place = __webpack_require__(23060);
// EXTERNAL MODULE: ./build/report/read-evidence.js
var read_evidence = __webpack_require__(62173);
// EXTERNAL MODULE: ./build/report/write-report.js + 1 modules
var write_report = __webpack_require__(81680);
// EXTERNAL MODULE: ./build/repository/tags.js
var tags = __webpack_require__(47508);
// EXTERNAL MODULE: ./build/actions/access.js + 2 modules
var actions_access = __webpack_require__(58999);
// EXTERNAL MODULE: ./build/actions/archives.js
var archives = __webpack_require__(84649);
// EXTERNAL MODULE: ./build/actions/evidence-inputs.js
var evidence_inputs = __webpack_require__(36877);
// EXTERNAL MODULE: ./build/actions/issues.js
var issues = __webpack_require__(34198);
// EXTERNAL MODULE: ./build/actions/notices.js
var notices = __webpack_require__(91637);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/github/inputs.js
var inputs = __webpack_require__(52325);
// EXTERNAL MODULE: ./build/report/expectations.js
var expectations = __webpack_require__(41364);
// EXTERNAL MODULE: ./build/report/parse-expectations.js
var parse_expectations = __webpack_require__(15110);
// EXTERNAL MODULE: ./build/retention/policy.js + 1 modules
var policy = __webpack_require__(418);
// EXTERNAL MODULE: ./build/retention/policy-text.js
var policy_text = __webpack_require__(87427);
// EXTERNAL MODULE: ./build/settings/tags.js
var settings_tags = __webpack_require__(51767);
// EXTERNAL MODULE: ./build/settings/unlocked.js
var unlocked = __webpack_require__(52395);
// EXTERNAL MODULE: ./build/actions/copy-to.js
var copy_to = __webpack_require__(82085);
// EXTERNAL MODULE: ./build/actions/policy-inputs.js
var policy_inputs = __webpack_require__(25652);
// EXTERNAL MODULE: ./build/actions/storage-inputs.js + 1 modules
var storage_inputs = __webpack_require__(22465);
;// CONCATENATED MODULE: ./build/actions/report-inputs.js













const shown = (word) => `the input \`${word}\``;
/** @throws HoldfastError bad-input, before anything is opened. */
async function readReportInputs() {
    const archives = (0,inputs/* textInput */._Z)('archives');
    const filter = readFilter();
    const settings = readSettings(filter);
    const configured = await readConfigured();
    const isByInputs = [archives, (0,inputs/* textInput */._Z)('repository'), (0,inputs/* textInput */._Z)('copy-to')].some((one) => one !== null);
    const [html, metrics] = [(0,inputs/* textInput */._Z)('html'), (0,inputs/* textInput */._Z)('metrics')];
    const onUnprotected = (0,inputs/* choiceInput */.ij)('on-unprotected', ['fail', 'warn']);
    return {
        repositories: configured !== null && !isByInputs ? [] : await readRepositories(archives),
        archives: archives === null ? null : readArchives(archives),
        filter,
        configured,
        evidence: (0,inputs/* textInput */._Z)('evidence'),
        evidenceKey: (0,evidence_inputs.readEvidenceKey)(),
        settings,
        deep: !(0,inputs/* booleanInput */.tE)('shallow'),
        ...{ html, metrics, onUnprotected },
    };
}
function readFilter() {
    return {
        hosts: (0,inputs/* selectionInput */.VR)('host'),
        target: (0,inputs/* textInput */._Z)('of'),
        tags: (0,inputs/* selectionInput */.VR)('tags').map((list) => (0,settings_tags/* splitTags */.c)([list])),
        paths: (0,inputs/* selectionInput */.VR)('paths'),
    };
}
/** @throws HoldfastError bad-input. */
async function readConfigured() {
    const config = (0,inputs/* textInput */._Z)('config');
    if (config === null)
        return null;
    const [{ configuredIn }, { readFileOf }] = await Promise.all([
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 65083)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 18443)),
    ]);
    return configuredIn(await readFileOf(process.env['GITHUB_WORKSPACE'] || process.cwd(), config));
}
/** The one that backups are made into, and the one that they are copied to. */
async function readRepositories(archives) {
    const named = (0,inputs/* textInput */._Z)('repository') ?? process.env['RESTIC_REPOSITORY'] ?? '';
    if (named === '' && archives !== null) {
        if ((0,inputs/* textInput */._Z)('copy-to') === null)
            return [];
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot use the input `copy-to` without `repository`: expected the first repository, too.');
    }
    const first = { ...(await (0,actions_access/* readRepositoryAccess */.J1)()), init: false };
    const second = (0,copy_to/* readCopyTo */.LZ)(first);
    return second === null ? [first] : [first, { ...second, cache: null }];
}
function readArchives(location) {
    (0,actions_access/* maskStorageSecrets */.Vh)();
    return { location, s3: (0,unlocked/* unlocked */.Y)((0,storage_inputs/* readStorageInputs */.vY)()) };
}
function readSettings(filter) {
    const rules = (0,policy_inputs/* readPolicyInputs */.k)(shown);
    const given = { rpo: (0,inputs/* listInput */.dt)('rpo'), rto: (0,inputs/* listInput */.dt)('rto'), provedWithin: (0,inputs/* listInput */.dt)('proved-within') };
    return {
        periodMs: (0,parse_expectations/* parseAge */.F)((0,inputs/* textInput */._Z)('period') ?? '30d', shown('period')),
        expectations: (0,parse_expectations/* parseExpectations */.L)(given, shown),
        isExpected: (0,expectations/* expectedBy */.w7)(filter),
        policy: (0,policy/* isEmptyPolicy */.k)(rules) ? null : { rules, text: (0,policy_text.policyText)(rules) },
    };
}

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/failure-text.js
var failure_text = __webpack_require__(53272);
// EXTERNAL MODULE: ./build/report/growth-text.js
var growth_text = __webpack_require__(42082);
// EXTERNAL MODULE: ./build/report/health.js
var health = __webpack_require__(25277);
// EXTERNAL MODULE: ./build/report/history.js
var report_history = __webpack_require__(34995);
// EXTERNAL MODULE: ./build/report/off-site-text.js
var off_site_text = __webpack_require__(45446);
// EXTERNAL MODULE: ./build/report/share-text.js
var share_text = __webpack_require__(51550);
// EXTERNAL MODULE: ./build/report/span-text.js
var span_text = __webpack_require__(98699);
// EXTERNAL MODULE: ./build/actions/next-steps.js
var next_steps = __webpack_require__(97041);
;// CONCATENATED MODULE: ./build/actions/report-summary.js













const SIGNS = {
    failing: '❌',
    stale: '⚠️',
    'never-proved': '❔',
    protected: '✅',
};
/** What stands beside the table has this much room. */
const BESIDE_BYTES = 16 * 1024;
/** The overview as Markdown. The worst come first: where a table would be too long, what is left out is the best. */
function reportSummary(report) {
    const { targets, warnings, nowMs, periodMs } = report;
    const parts = [
        `### ${SIGNS[targets[0]?.judgement.health ?? 'failing']} Backups of ${(0,amounts.formatCounted)(targets.length, 'target')}`,
        `As of ${(0,span_text.timeText)(nowMs)}; figures over time are of the last ${(0,span_text.spanText)(periodMs)}.`,
        pie(report),
        table(targets),
        warnings.length === 0
            ? ''
            : `⚠️ ${(0,amounts.formatCounted)(warnings.length, 'warning')}: what could not be read, or should be seen to; the log has them.`,
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
function failedReportSummary(error) {
    return `### ❌ Report failed\n\n${(0,summary/* escapeMarkdown */.FV)((0,failure_text/* failureText */.k)(error))}\n\n**Next:** ${(0,next_steps/* nextSteps */.Zn)(error).advice}\n`;
}
/** Our words and numbers alone: no name gets into Mermaid. */
function pie(report) {
    const counts = (0,facts.countByHealth)(report);
    const parts = health/* HEALTHS */.e.filter((health) => counts[health] > 0).map((health) => `  "${names.HEALTH_NAMES[health]}" : ${counts[health]}`);
    return parts.length < 2 ? '' : ['```mermaid', 'pie showData', ...parts, '```'].join('\n');
}
function table(targets) {
    const titles = COLUMNS.map(([title]) => title);
    const lines = [`| ${titles.join(' | ')} |`, `|${' --- |'.repeat(titles.length)}`];
    let room = summary/* MAX_SUMMARY_BYTES */.Q0 - BESIDE_BYTES;
    for (const [i, facts] of targets.entries()) {
        const line = `| ${COLUMNS.map(([, cell]) => cell(facts)).join(' | ')} |`;
        room -= Buffer.byteLength(line) + 1;
        if (room < 0)
            return [
                ...lines,
                '',
                `_${(0,amounts.formatCounted)(targets.length - i, 'more target')}: the page and the log have all._`,
            ].join('\n');
        lines.push(line);
    }
    return lines.join('\n');
}
/** As the page's overview has them. */
const COLUMNS = [
    ['Target', ({ history }) => (0,summary/* escapeMarkdown */.FV)((0,names.targetShort)(history))],
    ['Host', ({ history }) => (0,summary/* escapeMarkdown */.FV)((0,bytestring.displayText)(history.hostname))],
    ['Health', ({ judgement: { health } }) => `${SIGNS[health]} ${names.HEALTH_NAMES[health]}`],
    ['Why', ({ judgement }) => judgement.reasons.map(({ text }) => (0,summary/* escapeMarkdown */.FV)(text)).join('; ')],
    [
        'Last backup',
        ({ ageMs, expectations: { rpoMs } }) => ageMs === null ? 'none' : `${(0,span_text.spanText)(ageMs)} ago (RPO ${(0,span_text.spanText)(rpoMs)})`,
    ],
    ['RPO kept', (facts) => (0,share_text.shareText)(facts)],
    [
        'Last drill',
        ({ lastDrill }) => lastDrill === null ? 'none' : `${lastDrill.passed ? 'passed' : 'failed'} ${(0,span_text.timeText)(lastDrill.timeMs)}`,
    ],
    ['Restore', restoreCell],
    ['Downtime', ({ downtime }) => (downtime === null ? '–' : (0,span_text.spanText)(downtime.last))],
    ['Size', sizeCell],
    ['Kept', keptCell],
];
function restoreCell({ lastProof, expectations: { rtoMs } }) {
    const measured = lastProof?.restoreMs == null ? '–' : (0,span_text.spanText)(lastProof.restoreMs);
    return rtoMs === null ? measured : `${measured} (RTO ${(0,span_text.spanText)(rtoMs)})`;
}
function sizeCell({ newest, growthPerDay }) {
    if (newest?.item.sizeBytes == null)
        return '';
    const growth = (0,growth_text/* growthText */.b)(growthPerDay);
    return `${(0,amounts.formatBytes)(newest.item.sizeBytes)}${growth === '' ? '' : ` (${growth})`}`;
}
function keptCell({ history, copies, newest, retention }) {
    const there = copies.filter((copy) => copy.newest !== null && copy.newest === newest).length;
    return [
        (0,amounts.formatCounted)(history.backups.length, (0,report_history/* nounOf */.a)(history)),
        `newest in ${there} of ${copies.length}`,
        (0,off_site_text/* offSiteText */.K)({ copies, newest }),
        retention === null || retention.goes.size === 0 ? '' : `${retention.goes.size} would go`,
    ]
        .filter((part) => part !== '')
        .join(', ');
}

// EXTERNAL MODULE: ./build/actions/unfinished.js
var unfinished = __webpack_require__(51719);
;// CONCATENATED MODULE: ./build/actions/report.js























/** The runner shows ten of a level. */
const MAX_ANNOTATIONS = 8;
const ABOUT = { ...notices/* OF_SNAPSHOTS */.kg, action: 'Report', ifNotWell: 'failed', byEnvironment: false };
/** Shows how every target stands. */
async function main() {
    const onFailure = (error) => (0,summary/* addSummary */.S0)(failedReportSummary(error));
    await (0,notices/* runMain */.VN)(ABOUT, { title: 'Report failed', severity: 'fail', onFailure }, report);
}
/** Tells of a main that was killed. */
async function post() {
    await (0,notices/* noticeCutOff */.QB)(ABOUT);
}
async function report(tools) {
    unfinished/* unfinished */.M.mainStarted();
    const inputs = await readReportInputs();
    const made = await (0,log/* inGroup */.HB)('Read the backups', () => read(inputs, tools));
    const html = inputs.html ?? (0,external_node_path_.join)(process.env['RUNNER_TEMP'] ?? '.', 'holdfast-report.html');
    let page = '';
    try {
        await (0,write_report.writePage)(html, made);
        page = html;
        if (inputs.metrics !== null)
            await (0,write_report.writeMetrics)(inputs.metrics, made);
    }
    finally {
        // What was found is told, also where no file takes it: a full disk must hide no target that is failing.
        giveOutputs(made, page);
        (0,summary/* addSummary */.S0)(reportSummary(made));
        annotate(made, inputs.onUnprotected === 'fail' ? annotations/* fail */.fJ : annotations/* warn */.R8);
        await (0,issues/* settleIssues */.y)(made.targets.map(stateOf));
    }
}
/** As an issue is about it: one that isn't proved yet is no failure. */
function stateOf({ history: { target, hostname }, judgement }) {
    const problems = judgement.reasons.filter(facts.isBad).map(({ text }) => text);
    return { target: target ?? tags/* DEFAULT_TARGET */.Kv, hostname, subject: 'report', problems };
}
async function read(inputs, tools) {
    const [collection, warnings] = [new collect/* Collection */.p(), []];
    const onWarning = (message) => {
        warnings.push(message);
        tools.reporter.onWarning(message);
    };
    const { configured } = inputs;
    const isByInputs = inputs.repositories.length > 0 || inputs.archives !== null;
    const places = configured !== null && !isByInputs
        ? await readConfiguredPlaces(collection, { inputs, configured, onWarning }, tools)
        : await readNamedPlaces(collection, { inputs, onWarning }, tools);
    return (0,facts.reportOf)(collection.histories(), {
        ...inputs.settings,
        ...{ configured: configured?.targets ?? [], places, warnings, nowMs: Date.now() },
    });
}
async function readConfiguredPlaces(collection, { inputs, configured, onWarning }, tools) {
    const { readStorages } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 45222));
    const { filter, deep, evidence, evidenceKey } = inputs;
    return readStorages(collection, configured.storages, {
        ...{ filter, deep, evidence, evidenceKey, onWarning, signal: tools.signal },
        surroundings: { env: process.env, onSecret: secrets/* mask */.dK, role: storage_inputs/* roleFor */.IJ },
        caFile: process.env['RESTIC_CACERT'] || undefined,
        onInfo: (message) => tools.reporter.onInfo(message),
        openArchives: (access) => (0,archives/* openArchives */.aB)(access, tools),
    });
}
/** Of the inputs. @returns The places. */
async function readNamedPlaces(collection, { inputs, onWarning }, tools) {
    const places = [];
    const { filter, deep } = inputs;
    for (const [i, access] of inputs.repositories.entries()) {
        const repository = await (0,actions_access/* openRepositoryOf */.Kq)(access, tools);
        try {
            places.push(placeAt(access.location, 'a repository'));
            await collection.addRepository(repository, { filter, deep, signal: tools.signal, onWarning });
            const place = (0,evidence_inputs.evidencePlaceOf)(access, i === 0 ? inputs.evidence : null, tools);
            const evidence = await (0,read_evidence/* readEvidence */.A)(repository, {
                place,
                key: inputs.evidenceKey,
                signal: tools.signal,
                onWarning,
            });
            collection.addEvidence(evidence);
        }
        finally {
            await repository.close();
        }
    }
    if (inputs.archives !== null) {
        const { findArchives } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 90456));
        const store = await (0,archives/* openArchives */.aB)(inputs.archives, tools);
        try {
            places.push(placeAt(inputs.archives.location, 'archives'));
            collection.addArchives(await findArchives(store, tools.signal), filter, onWarning);
        }
        finally {
            await store.close();
        }
    }
    return places;
}
function placeAt(location, orElse) {
    const shown = (0,archives/* shownLocation */.RI)(location) ?? orElse;
    return { shown, storage: null, isOffSite: (0,place/* isElsewhere */.l)(location), isKnown: true };
}
function giveOutputs(made, page) {
    const counts = (0,facts.countByHealth)(made);
    (0,outputs/* setOutputs */.n0)({
        html: page,
        targets: made.targets.length,
        protected: counts.protected,
        'never-proved': counts['never-proved'],
        stale: counts.stale,
        failing: counts.failing,
    });
}
function annotate(made, tell) {
    const bad = made.targets.filter(({ judgement }) => (0,facts.isBad)(judgement));
    for (const { history, judgement } of made.targets)
        log/* log */.Rm.info(`${names.HEALTH_NAMES[judgement.health]}: ${(0,names.targetTitle)(history)}: ${judgement.reasons.map(({ text }) => text).join('; ')}`);
    for (const { history, judgement } of bad.slice(0, MAX_ANNOTATIONS))
        tell(`Backup ${names.HEALTH_NAMES[judgement.health]}`, `${(0,names.targetTitle)(history)}: ${judgement.reasons[0]?.text ?? ''}`);
    if (made.targets.length === 0)
        tell('No backups', 'There is no backup of anything, expected at least one.');
    const more = bad.length - MAX_ANNOTATIONS;
    if (more > 0)
        tell('Backups failing or stale', `${(0,amounts.formatCounted)(more, 'more target')}: the summary and the log say which.`);
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

/***/ 5401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  settleTargetIssues: () => (/* binding */ settleTargetIssues)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/amounts.js
var amounts = __webpack_require__(95209);
// EXTERNAL MODULE: ./build/github/secrets.js
var secrets = __webpack_require__(45907);
// EXTERNAL MODULE: ./build/github/summary.js
var summary = __webpack_require__(13794);
;// CONCATENATED MODULE: ./build/github/issue-text.js





/** What can be wrong with a target, each told by another action: one that is well again doesn't speak for the others. */
const SUBJECTS = ['backup', 'dump', 'drill', 'report'];
/** GitHub refuses a longer title, and a body of more than 65,536 characters. */
const MAX_NAME_CHARACTERS = 80;
const MAX_PROBLEM_CHARACTERS = 800;
/** Of each subject's list, which leaves room for what stands beside it. */
const MAX_LIST_CHARACTERS = 14_000;
const END = '<!-- holdfast:end -->';
const SECTION = new RegExp(`<!-- holdfast:(${SUBJECTS.join('|')}) (\\d{1,6}) (\\d{1,15}) -->\\n([\\s\\S]*?)\\n${END}`, 'g');
/** Stands in the issue's text and isn't shown: it finds the issue again. Names are in it as a hash, since they may end a comment. */
function markerOf({ target, hostname }) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(`${target}\0${hostname}`).digest('hex').slice(0, 32);
    return `<!-- holdfast:target ${hash} -->`;
}
function issueTitle({ target, hostname }, troubles) {
    const what = inOrder(troubles)
        .map(({ subject }) => WORDS[subject].title)
        .join(', ');
    return (0,secrets/* withoutSecrets */.cT)(`${nameText(target)} on ${nameText(hostname)}: ${what}`);
}
function inOrder(troubles) {
    return troubles.toSorted((a, b) => SUBJECTS.indexOf(a.subject) - SUBJECTS.indexOf(b.subject));
}
const WORDS = {
    backup: { title: 'backup fails', heading: 'The backup failed' },
    dump: { title: 'dump of its databases fails', heading: 'The dump of its databases failed' },
    drill: { title: 'drill fails', heading: 'The restore drill failed' },
    report: { title: 'not protected', heading: 'The report finds it not protected' },
};
/** A mention in a title would tell somebody. */
function nameText(name) {
    const text = (0,bytestring.displayText)(name).replaceAll('@', '＠');
    return text.length <= MAX_NAME_CHARACTERS ? text : `${text.slice(0, MAX_NAME_CHARACTERS)}…`;
}
/** The issue's whole text. `troublesIn` reads it again. */
function issueBody(target, troubles) {
    const name = `**${(0,summary/* escapeMarkdown */.FV)(nameText(target.target))}** on **${(0,summary/* escapeMarkdown */.FV)(nameText(target.hostname))}**`;
    const parts = inOrder(troubles).map(({ subject, times, sinceMs, text }) => `<!-- holdfast:${subject} ${times} ${sinceMs} -->\n${text.replaceAll(END, '')}\n${END}`);
    return [
        markerOf(target),
        `What Holdfast finds wrong with ${name}. The next run changes this text, and closes the issue once all is well.`,
        ...parts,
    ].join('\n\n');
}
/** What an issue's text says, as far as it is as `issueBody` writes it. */
function troublesIn(body) {
    return [...body.replaceAll('\r\n', '\n').matchAll(SECTION)].map(([, subject, times, since, text = '']) => ({
        subject: subject,
        times: Number(times),
        sinceMs: Number(since),
        text,
    }));
}
/** The same trouble once more, or for the first time. @param problems Text as it is, a line each. */
function troubleOf({ subject, problems }, { before, run, nowMs }) {
    const [times, sinceMs] = [(before?.times ?? 0) + 1, before?.sinceMs ?? nowMs];
    const shown = asMuchAsFits(problems.map((problem) => `- ${(0,summary/* escapeMarkdown */.FV)(cut((0,secrets/* withoutSecrets */.cT)(problem)))}`));
    const more = problems.length - shown.length;
    const heading = `### ${WORDS[subject].heading}${times > 1 ? `, ${(0,amounts.formatCounted)(times, 'time')} since ${minuteText(sinceMs)}` : ''}`;
    const last = `Last: ${minuteText(nowMs)}${run === '' ? '' : `, [its run](${run})`}.`;
    const lines = [heading, '', ...shown, ...(more > 0 ? [`- and ${more} more`] : []), '', last];
    return { subject, times, sinceMs, text: lines.join('\n') };
}
function asMuchAsFits(lines) {
    let room = MAX_LIST_CHARACTERS;
    return lines.filter((line) => {
        room -= line.length;
        return room >= 0;
    });
}
function cut(text) {
    return text.length <= MAX_PROBLEM_CHARACTERS ? text : `${text.slice(0, MAX_PROBLEM_CHARACTERS)} …`;
}
function minuteText(ms) {
    return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

// EXTERNAL MODULE: ./build/github/rest.js
var rest = __webpack_require__(61418);
// EXTERNAL MODULE: ./build/github/toolkit-process.js
var toolkit_process = __webpack_require__(49620);
;// CONCATENATED MODULE: ./build/github/target-issue.js






/** Who may set a label may triage: so an outsider's issue can't pass for ours. */
const LABEL = 'holdfast';
const PER_PAGE = 100;
const MAX_PAGES = 10;
/** GitHub holds back who writes too much at once. */
const MAX_OPENED = 20;
const LIMIT_MS = 60_000;
const TRIES = 3;
const PAUSE_MS = 1000;
/**
 * One issue for each target that isn't well: opened, changed by the next run, closed by the one that finds it well. What
 * another subject says of the same target stays in it, and keeps it open.
 *
 * An issue that a person closed is left alone: if the target still fails, there will be a new one.
 * @returns What was done. Never throws: what couldn't be is told to `onProblem`.
 */
async function settleTargetIssues(states, access) {
    const settling = new Settling(byTarget(states), access, AbortSignal.timeout(access.limitMs ?? LIMIT_MS));
    for (let attempt = 1;; attempt++) {
        try {
            await settling.run();
            return settling.settled;
        }
        catch (error) {
            if (!mayPass(error) || attempt >= TRIES) {
                access.onProblem(`Cannot tell it by an issue of ${(0,bytestring.displayText)(access.repository)}: ${whyNot(error)}`);
                return settling.settled;
            }
            await (0,promises_.setTimeout)((access.pauseMs ?? PAUSE_MS) * 2 ** (attempt - 1));
        }
    }
}
/** Of the same target in the same subject one state: not well if one of them isn't. */
function byTarget(states) {
    const groups = Map.groupBy(states, (state) => `${markerOf(state)} ${state.subject}`);
    return [...groups.values()].map(([first, ...others]) => ({
        ...first,
        problems: [first, ...others].flatMap(({ problems }) => problems),
    }));
}
/** What is settled stays so when the rest is tried again. */
class Settling {
    settled = [];
    #todo;
    #access;
    #signal;
    #path;
    #found = [];
    constructor(todo, access, signal) {
        this.#todo = todo;
        this.#access = access;
        this.#signal = signal;
        const [owner = '', name = ''] = access.repository.split('/');
        this.#path = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}/issues`;
    }
    async run() {
        if (this.#todo.length === 0)
            return;
        this.#found = await this.#openIssues();
        for (let state = this.#todo[0]; state !== undefined; state = this.#todo[0]) {
            const marker = markerOf(state);
            const ours = this.#found.filter(({ body }) => body.startsWith(marker));
            await this.#settle(state, ours);
            this.#todo.shift();
        }
    }
    /** Oldest first. */
    async #openIssues() {
        const found = [];
        for (let page = 1; page <= MAX_PAGES; page++) {
            const query = `state=open&labels=${LABEL}&sort=created&direction=asc&per_page=${PER_PAGE}&page=${page}`;
            const answer = await this.#ask('GET', `?${query}`);
            const items = Array.isArray(answer) ? answer : [];
            found.push(...items.flatMap(issueIn));
            if (items.length < PER_PAGE)
                break;
        }
        return found;
    }
    /** Two runs at once may have opened one each: the older one is gone on with, and both are closed. */
    async #settle(state, ours) {
        const [first] = ours;
        if (state.problems.length > 0)
            return first === undefined ? this.#open(state) : this.#update(state, first);
        for (const issue of ours)
            await this.#relieve(state, issue);
    }
    async #open(state) {
        if (this.settled.filter(({ done }) => done === 'opened').length >= MAX_OPENED) {
            this.#access.onProblem(`No issue is opened for ${(0,bytestring.displayText)(state.target)}: ${MAX_OPENED} were opened by this run already.`);
            return;
        }
        const answer = await this.#ask('POST', '', {
            ...this.#textOf(state, [this.#trouble(state, undefined)]),
            labels: [LABEL],
        });
        const [issue] = issueIn(answer);
        if (issue === undefined)
            throw new Error('GitHub answered without an issue');
        this.#found.push(issue);
        this.settled.push({ number: issue.number, url: issue.url, done: 'opened' });
        if (!labelsIn(answer).includes(LABEL))
            this.#access.onProblem(`The issue ${issue.number} has not the label ${LABEL}, by which the next run finds it: the token may not set it. Set it yourself, or give another token.`);
    }
    async #update(state, issue) {
        const known = troublesIn(issue.body);
        const before = known.find(({ subject }) => subject === state.subject);
        const others = known.filter((one) => one !== before);
        await this.#ask('PATCH', `/${issue.number}`, this.#textOf(state, [...others, this.#trouble(state, before)]));
        this.settled.push({ number: issue.number, url: issue.url, done: 'updated' });
    }
    /** Closed before it is said why: a comment that can't be made leaves nothing open. */
    async #relieve(state, issue) {
        const known = troublesIn(issue.body);
        const left = known.filter(({ subject }) => subject !== state.subject);
        if (left.length === known.length && known.length > 0)
            return;
        if (left.length > 0) {
            await this.#ask('PATCH', `/${issue.number}`, this.#textOf(state, left));
            this.settled.push({ number: issue.number, url: issue.url, done: 'updated' });
            return;
        }
        await this.#ask('PATCH', `/${issue.number}`, { state: 'closed', state_reason: 'completed' });
        this.settled.push({ number: issue.number, url: issue.url, done: 'closed' });
        const { run } = this.#access;
        const body = `It is well again${run === '' ? '' : `: [the run that found it so](${run})`}.`;
        await this.#ask('POST', `/${issue.number}/comments`, { body });
    }
    #trouble(state, before) {
        return troubleOf(state, { before, run: this.#access.run, nowMs: Date.now() });
    }
    #textOf(target, troubles) {
        return { title: issueTitle(target, troubles), body: issueBody(target, troubles) };
    }
    #ask(method, path, body) {
        return (0,rest/* askRest */.y)(method, this.#path + path, {
            token: this.#access.token,
            signal: this.#signal,
            ...(body === undefined ? {} : { body }),
        });
    }
}
function issueIn(json) {
    if (typeof json !== 'object' || json === null || 'pull_request' in json)
        return [];
    const { number, html_url: url, body } = json;
    if (typeof number !== 'number')
        return [];
    return [{ number, url: typeof url === 'string' ? url : '', body: typeof body === 'string' ? body : '' }];
}
function labelsIn(json) {
    const { labels } = json;
    return Array.isArray(labels) ? labels.map((label) => label?.name) : [];
}
/** The end of the time for all together doesn't pass. */
function mayPass(error) {
    if (error instanceof Error && error.name === 'AbortError')
        return false;
    if (!(error instanceof toolkit_process/* ToolkitError */.h4) || error.status === null)
        return true;
    return error.status >= 500 || error.status === 429;
}
function whyNot(error) {
    const status = error instanceof toolkit_process/* ToolkitError */.h4 ? error.status : null;
    if (error instanceof Error && /rate limit/i.test(error.message))
        return 'GitHub holds back who asks too much; the next run tries again.';
    if (status === 401)
        return 'GitHub does not know the token (401): it is wrong, or has expired.';
    if (status === 403 || status === 404)
        return `the token may not write issues (${status}): give the job \`permissions: issues: write\` and pass \`github.token\`, or another token that may.`;
    if (status === 410)
        return 'issues are switched off there (410): switch them on in its settings, or give no token.';
    if (error instanceof Error && error.name === 'AbortError')
        return 'GitHub took too long.';
    return (0,bytestring.displayText)((0,system_error/* systemErrorText */.f9)(error)).replace(/\.?$/, '.');
}


/***/ })

};
