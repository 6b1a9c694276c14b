export const id = 5601;
export const ids = [5601];
export const modules = {

/***/ 28898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ keepCheckToLog)
/* harmony export */ });
/* harmony import */ var _github_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45907);

const COMMAND = 'command:';
/** Of a drill's check that is a command it is sent elsewhere that it failed, and not how it reads. @param name As statements have it. */
function keepCheckToLog(name) {
    if (name.startsWith(COMMAND))
        (0,_github_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .keepToLog */ .JU)(name, `${COMMAND} …`);
}


/***/ }),

/***/ 80324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ce: () => (/* binding */ requireConfigured),
  BH: () => (/* binding */ resolveConfigured),
  gD: () => (/* binding */ useConfigured),
  e6: () => (/* binding */ useConfiguredOfMain)
});

// EXTERNAL MODULE: ./build/config/checkout.js
var checkout = __webpack_require__(18443);
// EXTERNAL MODULE: ./build/config/find-target.js
var find_target = __webpack_require__(32520);
// EXTERNAL MODULE: ./build/config/nearest.js
var nearest = __webpack_require__(49445);
// EXTERNAL MODULE: ./build/config/read-config.js + 16 modules
var read_config = __webpack_require__(80723);
// EXTERNAL MODULE: ./build/age.js
var age = __webpack_require__(55067);
// EXTERNAL MODULE: ./build/config/backup-inputs.js
var backup_inputs = __webpack_require__(59587);
;// CONCATENATED MODULE: ./build/config/role-inputs.js


const WAY_TO_HOST = [
    'on',
    'identity',
    'identity-passphrase',
    'ssh-password',
    'known-hosts',
    'jump',
    'become',
    'ssh-client',
    'container',
];
/** One credential: whoever gives a part of it, gives it whole. */
const CREDENTIAL = [
    'aws-access-key-id',
    'aws-secret-access-key',
    'aws-session-token',
    'aws-profile',
    'aws-role',
];
const STORAGE = ['repository', 'password', 'storage-options', 'aws-region', ...CREDENTIAL];
const LOCKS = ['object-lock', 'object-lock-days'];
/** Inputs that belong together: where one is said, the configuration's others are not meant. */
const TOGETHER = [WAY_TO_HOST, CREDENTIAL];
/** What a target of `backup.yml` means to the action of a role. @throws HoldfastError bad-input: no host, or no storage. */
function roleInputsOf(target, role) {
    const given = (0,backup_inputs/* backupInputsOf */.d)(target);
    const pick = (names) => picked(given, names);
    const archives = given['archive-to'];
    switch (role) {
        case 'restore':
        case 'unpack':
            return {
                ...pick([...STORAGE, ...(role === 'restore' ? WAY_TO_HOST : []), 'host', 'archive-passphrase']),
                ...(archives === undefined ? {} : { 'archive-from': archives }),
            };
        case 'undo':
            return pick(WAY_TO_HOST);
        case 'drill':
            return {
                ...pick([...STORAGE, 'host']),
                ...texts({
                    'max-age': wholeHours(target.settings.rpo),
                    'max-restore-time': wholeMinutes(target.settings.rto),
                }),
            };
        case 'retention':
            return {
                ...pick([...STORAGE, 'host', ...(archives === undefined ? LOCKS : [])]),
                ...(archives === undefined ? {} : { archives }),
                ...texts({ ...target.policy }),
            };
    }
}
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** The input takes days and hours alone: a part of one counts as all of it. */
function wholeHours(span) {
    return span === undefined ? undefined : `${Math.ceil((0,age.parseAge)(span, '`rpo`') / HOUR_MS)}h`;
}
function wholeMinutes(span) {
    return span === undefined ? undefined : `${(0,age.parseAge)(span, '`rto`') / MINUTE_MS}m`;
}
function picked(inputs, names) {
    return Object.fromEntries(Object.entries(inputs).filter(([name]) => names.includes(name)));
}
function texts(values) {
    return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => {
        if (value === undefined)
            return [];
        return [[name, { text: typeof value === 'object' ? value.join('\n') : String(value) }]];
    }));
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/github/inputs.js
var github_inputs = __webpack_require__(52325);
// EXTERNAL MODULE: ./build/github/outputs.js
var outputs = __webpack_require__(31224);
// EXTERNAL MODULE: ./build/repository/tags.js
var tags = __webpack_require__(47508);
// EXTERNAL MODULE: ./build/actions/configured-target.js
var configured_target = __webpack_require__(20998);
;// CONCATENATED MODULE: ./build/actions/configured-inputs.js










/** What action.yml gives where nobody said anything. */
const DEFAULTS = { 'ssh-client': 'ssh2' };
/**
 * With the input `config`: gives the step what that file says of the target that `of` names, for what is done here with its
 * backups. What the step says itself counts more, so that it can have a credential of its own.
 * @throws HoldfastError bad-input.
 */
async function useConfigured(role) {
    const config = (0,github_inputs/* textInput */._Z)('config');
    if (config === null)
        return;
    const name = (0,github_inputs/* requiredInput */.YF)('of', 'With `config`, say which of its targets is meant.');
    const root = process.env['GITHUB_WORKSPACE'] || process.cwd();
    const file = await (0,checkout.readFileOf)(root, config);
    const target = withHost(file, (0,find_target.findBackedUp)(file, name));
    requireRepository(target, role);
    const inputs = unsaid(roleInputsOf(target, role));
    if (inputs['host'] !== undefined)
        (0,configured_target/* give */.qU)({ host: inputs['host'] }); // whoever is told that a secret is missing learns whose
    (0,configured_target/* give */.qU)(inputs);
    (0,outputs/* saveState */.LZ)('configured-inputs', JSON.stringify(inputs));
    if (role === 'undo')
        (0,github_inputs/* provideInputs */.zC)({ of: '' }); // it chose the host; no snapshot is chosen
}
/** The same in post, from what main noted: the file may be another one by now. */
function useConfiguredOfMain() {
    const noted = (0,outputs/* loadState */.C7)('configured-inputs');
    if (noted !== null)
        (0,configured_target/* give */.qU)(JSON.parse(noted));
}
/** The snapshot that is asked for, which by a configuration must be its target's. @throws HoldfastError snapshot-missing, bad-input. */
async function resolveConfigured(repository, spec, filter, signal) {
    const { resolveSnapshot } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 75207));
    const found = await resolveSnapshot(repository, spec, filter, signal);
    requireConfigured(found.id, (0,tags/* targetOf */.$r)(found.snapshot));
    return found;
}
/**
 * By a configuration a target's backups go to a target's host: a snapshot that was named by its ID may be another's.
 * @throws HoldfastError bad-input.
 */
function requireConfigured(id, target) {
    const name = (0,github_inputs/* textInput */._Z)('of');
    if ((0,github_inputs/* textInput */._Z)('config') === null || target === name)
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot use the backup ${id.slice(0, 8)} for the target ${JSON.stringify(name)}: it is ` +
        `${target === null ? 'of none' : `of ${JSON.stringify(target)}`}. Name one of that target’s.`);
}
/** `on` may name another host of the file: its way there is taken. */
function withHost(file, target) {
    const name = (0,github_inputs/* textInput */._Z)('on');
    if (name === null || name === 'local' || name.includes('://'))
        return target;
    const hosts = (0,read_config/* readConfig */.X)(file.text, file.name).config?.hosts ?? {};
    const host = Object.hasOwn(hosts, name) ? hosts[name] : undefined;
    if (host === undefined) {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot find the host ${JSON.stringify(name)} in the configuration. ${(0,nearest/* suggestion */.h)(name, Object.keys(hosts))}`);
    }
    (0,github_inputs/* provideInputs */.zC)({ on: '' });
    return { ...target, host };
}
/** What the step doesn't say itself. */
function unsaid(inputs) {
    const isSaid = (name) => {
        const value = (0,github_inputs/* textInput */._Z)(name);
        return value !== null && value !== DEFAULTS[name];
    };
    const left = new Set(TOGETHER.filter((names) => names.some(isSaid)).flat());
    return Object.fromEntries(Object.entries(inputs).filter(([name]) => !left.has(name) && !isSaid(name)));
}
function requireRepository({ name, storage }, role) {
    if (role !== 'drill' || storage?.archives === undefined)
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot drill the target ${JSON.stringify(name)}: its backups are archives, expected snapshots of a repository.`);
}


/***/ }),

/***/ 20998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PL: () => (/* binding */ useTarget),
/* harmony export */   ls: () => (/* binding */ useTargetOfMain),
/* harmony export */   qU: () => (/* binding */ give)
/* harmony export */ });
/* harmony import */ var _config_backup_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59587);
/* harmony import */ var _config_checkout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18443);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91573);
/* harmony import */ var _config_find_target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32520);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _github_annotations_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68492);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52325);
/* harmony import */ var _github_outputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31224);
/* harmony import */ var _github_secrets_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(45907);









/** Inputs that are of one run, or of the runner: they may stand beside a target. */
const OF_A_RUN = new Set([
    'target',
    'config',
    'variables',
    'if-due',
    'init',
    'dry-run',
    'keep-because',
    'force',
    'parent',
    'ignore-ctime',
    'ignore-inode',
    'no-cache',
    'cache-dir',
    'retry-lock',
    'aws-role-session-name',
    'artifact-retention-days',
    'artifact-token',
    'ping-url',
    'webhook-url',
    'webhook-template',
    'webhook-on',
    'issue-token',
]);
/** What action.yml gives where nobody said anything; `false` is no word either. */
const DEFAULTS = {
    'ssh-client': 'ssh2',
    'database-on': 'host',
    format: 'snapshot',
    of: 'files',
    'on-unreadable': 'fail',
    'on-changed': 'auto',
    'webhook-on': 'all',
};
/**
 * Reads the target that the input `target` names, and gives the step the inputs that it means. Null: it names none.
 * @throws HoldfastError bad-input.
 */
async function useTarget() {
    const name = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('target');
    const config = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('config');
    if (name === null) {
        if (config === null)
            return null;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', 'Cannot use the input `config` without `target`: expected the name of a target in it.');
    }
    refuseOthers();
    (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .provideInputs */ .zC)({ of: name }); // whoever is told that it failed before it began learns which
    const root = process.env['GITHUB_WORKSPACE'] || process.cwd();
    const file = await (0,_config_checkout_js__WEBPACK_IMPORTED_MODULE_2__.readFileOf)(root, config ?? _config_defaults_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CONFIG */ .P);
    const notices = giveNotices((0,_config_find_target_js__WEBPACK_IMPORTED_MODULE_4__.targetsIn)(file).targets.find((one) => one.name === name));
    const target = (0,_config_find_target_js__WEBPACK_IMPORTED_MODULE_4__.findTarget)(file, name);
    const inputs = { ...withoutNotices((0,_config_backup_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .backupInputsOf */ .d)(target)), ...notices };
    give(inputs);
    (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_6__/* .saveState */ .LZ)('target-inputs', JSON.stringify(inputs));
    return configurationOf(target);
}
const NOTICE_INPUTS = ['ping-url', 'webhook-url', 'webhook-template', 'webhook-on'];
function withoutNotices(inputs) {
    return Object.fromEntries(Object.entries(inputs).filter(([name]) => !NOTICE_INPUTS.includes(name)));
}
/**
 * Gives the step, first of all, who is told how it ends: also of a target that can't be backed up. An input of the same name
 * goes before, and an address that isn't set is a warning: no backup is left out because of it.
 * @returns Those that it gave.
 */
function giveNotices(target) {
    if (target === undefined)
        return {};
    const isHookSaid = NOTICE_INPUTS.some((name) => name.startsWith('webhook-') && isSaid(name));
    const given = Object.entries((0,_config_backup_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .noticeInputsOf */ .P)(target)).filter(([name, value]) => {
        if (name === 'ping-url' ? isSaid(name) : isHookSaid)
            return false;
        if ('text' in value || process.env[value.variable])
            return true;
        (0,_github_annotations_js__WEBPACK_IMPORTED_MODULE_7__/* .warn */ .R8)('Nobody was notified', `The variable \`${value.variable}\`, which the configuration names for \`${name}\`, is not set or empty.`);
        return false;
    });
    const inputs = Object.fromEntries(given);
    give(inputs);
    return inputs;
}
function isSaid(name) {
    const value = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)(name);
    return value !== null && value !== DEFAULTS[name];
}
/** The same in post, from what main noted: the file may be another one by now. */
function useTargetOfMain() {
    const noted = (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_6__/* .loadState */ .C7)('target-inputs');
    if (noted !== null)
        give(JSON.parse(noted));
}
/** Gives the step inputs; what is in variables is masked first. @throws HoldfastError bad-input for one that isn't set. */
function give(inputs) {
    (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .provideInputs */ .zC)(Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, resolve(name, value)])));
}
function resolve(name, value) {
    if ('text' in value)
        return value.text;
    const held = process.env[value.variable] ?? '';
    if (held === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot start: the variable \`${value.variable}\`, which the configuration names for \`${name}\`, is not set or empty. ` +
            'Set it in `env` of the step, from a secret. (Secrets are empty in pull requests from forks.)');
    }
    if (name !== 'known-hosts' && !name.endsWith('access-key-id'))
        (0,_github_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .mask */ .dK)(held);
    return held;
}
/** What a target is stands in the file alone: what two places say, nobody sees in one. */
function refuseOthers() {
    const other = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .allInputs */ .j3)().find(([name, value]) => !OF_A_RUN.has(name) && value !== '' && value !== 'false' && value !== DEFAULTS[name]);
    if (other === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use both the inputs \`target\` and \`${other[0]}\`: what a target is stands in the configuration alone. ` +
        'Say it there, or leave the input out.');
}
function configurationOf({ name, settings, host, storage, copyTo, policy }) {
    const placeOf = (place) => place?.repository ?? place?.archives ?? null;
    return {
        target: name,
        ...settings,
        host,
        storage: placeOf(storage),
        'copy-to': placeOf(copyTo),
        retention: policy,
    };
}


/***/ }),

/***/ 99149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main),
  post: () => (/* binding */ restore_verify_post)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/drills/drill-id.js
var drill_id = __webpack_require__(6770);
// EXTERNAL MODULE: ./build/drills/page.js
var page = __webpack_require__(34688);
// EXTERNAL MODULE: ./build/github/annotations.js
var annotations = __webpack_require__(68492);
// EXTERNAL MODULE: ./build/github/inputs.js
var inputs = __webpack_require__(52325);
// EXTERNAL MODULE: ./build/github/log.js
var log = __webpack_require__(30284);
// EXTERNAL MODULE: ./build/github/outputs.js
var outputs = __webpack_require__(31224);
// EXTERNAL MODULE: ./build/github/summary.js
var summary = __webpack_require__(13794);
// EXTERNAL MODULE: ./build/new-file.js
var new_file = __webpack_require__(90701);
// EXTERNAL MODULE: ./build/operations/drill/evidence-trial.js
var evidence_trial = __webpack_require__(99369);
// EXTERNAL MODULE: ./build/operations/drill/recovery-key.js
var recovery_key = __webpack_require__(66820);
// EXTERNAL MODULE: ./build/operations/drill.js + 35 modules
var drill = __webpack_require__(17679);
// EXTERNAL MODULE: ./build/operations/evidence.js + 1 modules
var evidence = __webpack_require__(5202);
// EXTERNAL MODULE: ./build/actions/access.js + 2 modules
var access = __webpack_require__(58999);
// EXTERNAL MODULE: ./build/actions/configured-inputs.js + 1 modules
var configured_inputs = __webpack_require__(80324);
// EXTERNAL MODULE: ./build/actions/evidence-inputs.js
var evidence_inputs = __webpack_require__(36877);
// EXTERNAL MODULE: ./build/actions/notices.js
var notices = __webpack_require__(91637);
// EXTERNAL MODULE: ./build/actions/post.js
var post = __webpack_require__(97752);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/drills/user-check.js
var user_check = __webpack_require__(27117);
// EXTERNAL MODULE: ./build/github/secrets.js
var secrets = __webpack_require__(45907);
// EXTERNAL MODULE: ./build/hosts/container-engine.js
var container_engine = __webpack_require__(76422);
// EXTERNAL MODULE: ./build/operations/drill/witness-environment.js
var witness_environment = __webpack_require__(51646);
// EXTERNAL MODULE: ./build/repository/recovery-code.js
var recovery_code = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/settings/drill.js + 2 modules
var settings_drill = __webpack_require__(14992);
// EXTERNAL MODULE: ./build/settings/secret.js
var secret = __webpack_require__(95850);
// EXTERNAL MODULE: ./build/settings/tags.js
var settings_tags = __webpack_require__(51767);
// EXTERNAL MODULE: ./build/settings/time.js
var time = __webpack_require__(15787);
// EXTERNAL MODULE: ./build/actions/check-text.js
var check_text = __webpack_require__(28898);
// EXTERNAL MODULE: ./build/actions/signing-inputs.js
var signing_inputs = __webpack_require__(941);
;// CONCATENATED MODULE: ./build/actions/restore-verify-inputs.js














/** @throws HoldfastError bad-input, before anything is opened. */
async function readDrillInputs() {
    const repository = await (0,access/* readRepositoryAccess */.J1)();
    const { witness, ...parsed } = readDrill();
    const { location, password, s3 } = repository;
    const isRole = s3?.credentials?.kind === 'role';
    const environment = (0,witness_environment/* witnessEnvironment */.h)({ repository: location, password, s3 }, process.env);
    return {
        repository,
        signingKey: (0,signing_inputs/* readSigningKey */.j)(),
        recoveryCode: readRecoveryCode(),
        evidence: (0,inputs/* textInput */._Z)('evidence'),
        keepsEvidence: !(0,inputs/* booleanInput */.tE)('no-evidence'),
        options: {
            ...parsed,
            checks: [...parsed.checks, ...(0,inputs/* listInput */.dt)('safe-check').map((text) => (0,user_check/* parseFileCheck */.K)(text, SAFE_CHECK))],
            filter: readFilter(),
            engineEnvironment: (0,container_engine/* engineEnvironment */.I)(process.env),
            // What a role gives ends within the hour: restic can't be given it.
            witness: { mode: isRole && witness === 'auto' ? 'never' : witness, program: 'restic', environment },
            who: (0,signing_inputs/* readWho */.$)(process.env),
            noLock: false,
            trustSnapshot: (0,inputs/* booleanInput */.tE)('trust-snapshot'),
            retryLockMs: repository.retryLockMs,
        },
    };
}
const SAFE_CHECK = 'the input `safe-check`';
function readDrill() {
    const within = (0,inputs/* textInput */._Z)('random-within');
    const checks = (0,inputs/* commandsInput */.b7)('check');
    for (const check of checks)
        (0,check_text/* keepCheckToLog */.n)((0,bytestring.displayText)(check));
    const words = {
        snapshot: (0,inputs/* textInput */._Z)('snapshot') ?? 'latest',
        'random-within': within,
        // Whoever looks at the run later knows what it was drawn by.
        seed: (0,inputs/* textInput */._Z)('seed') ?? (within === null ? null : runOf(process.env)),
        'max-age': (0,inputs/* textInput */._Z)('max-age'),
        'max-restore-time': (0,inputs/* textInput */._Z)('max-restore-time'),
        engine: (0,inputs/* textInput */._Z)('engine'),
        memory: (0,inputs/* textInput */._Z)('memory'),
        cpus: (0,inputs/* textInput */._Z)('cpus'),
        processes: (0,inputs/* textInput */._Z)('processes'),
        'time-limit': (0,inputs/* textInput */._Z)('time-limit'),
        'init-limit': (0,inputs/* textInput */._Z)('init-limit'),
        restic: (0,inputs/* textInput */._Z)('restic'),
        image: (0,inputs/* listInput */.dt)('image'),
        application: (0,inputs/* commandsInput */.b7)('application'),
        check: checks,
        'leave-out': (0,inputs/* listInput */.dt)('leave-out'),
    };
    return (0,settings_drill/* parseDrill */.R)(words, (word) => `the input \`${word}\``);
}
function readFilter() {
    const tags = (0,settings_tags/* splitTags */.c)((0,inputs/* selectionInput */.VR)('tags'));
    const notAfter = (0,inputs/* textInput */._Z)('not-after');
    return {
        hosts: (0,inputs/* selectionInput */.VR)('host'),
        target: (0,inputs/* textInput */._Z)('of'),
        tags: tags.length === 0 ? [] : [tags],
        paths: (0,inputs/* selectionInput */.VR)('paths'),
        ...(notAfter === null ? {} : { notAfterNs: (0,time.parseTime)(notAfter, 'the input `not-after`') }),
    };
}
/** As it was given, and as it opens a key: neither is to be seen. */
function readRecoveryCode() {
    const { HOLDFAST_RECOVERY_CODE: variable } = process.env;
    const code = (0,inputs/* textInput */._Z)('recovery-code') ?? (0,secret/* environmentSecret */.q)(variable, 'HOLDFAST_RECOVERY_CODE');
    if (code === null)
        return null;
    (0,secrets/* mask */.dK)(code);
    (0,secrets/* mask */.dK)((0,recovery_code/* asWritten */.qm)(code));
    return code;
}
function runOf(env) {
    return `${env['GITHUB_RUN_ID'] ?? ''}-${env['GITHUB_RUN_ATTEMPT'] ?? '1'}`;
}

// EXTERNAL MODULE: ./build/drills/time-text.js
var time_text = __webpack_require__(57488);
// EXTERNAL MODULE: ./build/failure-text.js
var failure_text = __webpack_require__(53272);
// EXTERNAL MODULE: ./build/actions/markdown.js
var markdown = __webpack_require__(39863);
;// CONCATENATED MODULE: ./build/actions/restore-verify-summary.js





/** The job summary of a drill, passed or failed. */
function drillSummary({ passed, reasons, statement, checks }) {
    const { predicate } = statement;
    const what = `${(0,summary/* markdownCode */.D9)(predicate.snapshot.target ?? 'files')} of ${(0,summary/* markdownCode */.D9)(predicate.snapshot.hostname)}`;
    const facts = (0,page/* factsOf */.x)(predicate).map(([name, value]) => [name, (0,summary/* escapeMarkdown */.FV)(value)]);
    return [
        `### ${passed ? '✅ Restore drill passed' : '❌ Restore drill failed'}: ${what}`,
        ...(passed ? [] : [reasons.map((reason) => `- ${(0,summary/* escapeMarkdown */.FV)(reason)}`).join('\n')]),
        (0,markdown/* factsTable */.wd)(facts),
        checksTable(checks),
        passed
            ? '**Next:** nothing. The recovery sheet is kept with the evidence; print it.'
            : '**Next:** find out whether the backup or the drill is at fault. Until a drill passes, nobody knows that the backup holds.',
        '',
    ].join('\n\n');
}
function checksTable(checks) {
    const mark = { passed: '✅', failed: '❌', 'could-not-run': '❌ could not run' };
    const rows = checks.map(({ name, result, expected, found, duration_ms: took }) => `| ${mark[result]} | ${(0,summary/* escapeMarkdown */.FV)(name)} | ${(0,summary/* escapeMarkdown */.FV)(expected)} | ${(0,summary/* escapeMarkdown */.FV)(found)} | ${(0,time_text/* timeText */.T)(took)} |`);
    return ['| | Check | Expected | Found | Took |', '| --- | --- | --- | --- | ---: |', ...rows].join('\n');
}
/** Of a drill that came to no result. */
function brokenDrillSummary(error, snapshot) {
    return (`### ❌ Restore drill failed: ${(0,summary/* markdownCode */.D9)(snapshot)}\n\nIt came to no result: ${(0,summary/* escapeMarkdown */.FV)((0,failure_text/* failureText */.k)(error))}\n\n` +
        '**Next:** mend that, and drill again.\n');
}

// EXTERNAL MODULE: ./build/actions/stage.js + 1 modules
var stage = __webpack_require__(62528);
// EXTERNAL MODULE: ./build/drills/drill-folder.js
var drill_folder = __webpack_require__(86255);
// EXTERNAL MODULE: ./build/drills/sweep.js
var sweep = __webpack_require__(90343);
// EXTERNAL MODULE: ./build/drills/teardown-text.js
var teardown_text = __webpack_require__(78791);
// EXTERNAL MODULE: ./build/hosts/local.js
var local = __webpack_require__(60051);
// EXTERNAL MODULE: ./build/actions/unfinished.js
var unfinished = __webpack_require__(51719);
;// CONCATENATED MODULE: ./build/actions/sweep-drill.js








/** In post: what ends with main's process may need a moment; what doesn't is removed here. */
async function sweepDrill({ signal }) {
    const drillId = unfinished/* unfinished */.M.drillId();
    if (drillId === null)
        return;
    const engine = (0,inputs/* textInput */._Z)('engine') === 'podman' ? 'podman' : 'docker';
    const client = new container_engine/* EngineClient */.A(engine, (0,local/* localHost */.O)(), (0,container_engine/* engineEnvironment */.I)(process.env));
    let folders = 0;
    let containers = 0;
    let volumes = 0;
    try {
        folders = await (0,drill_folder/* sweepFolders */.m)(client.host, drillId);
        if ((0,inputs/* listInput */.dt)('image').length > 0) {
            containers = await (0,sweep/* sweepContainers */.V)(client, drillId, signal);
            volumes = await (0,sweep/* sweepVolumes */.q)(client, drillId, signal);
        }
    }
    finally {
        await client.host.close();
    }
    const found = (0,teardown_text/* teardownText */.E)({ containers, volumes, folders });
    log/* log */.Rm.info(`The step was cut off; ${found} of the drill removed.`);
}

;// CONCATENATED MODULE: ./build/actions/restore-verify.js

























const ABOUT = {
    ...notices/* OF_SNAPSHOTS */.kg,
    action: 'Restore drill',
    ifNotWell: 'failed',
    byEnvironment: false,
};
/** Restores a snapshot somewhere else, proves it, and removes it again. */
async function main() {
    const onFailure = (error) => (0,summary/* addSummary */.S0)(brokenDrillSummary(error, (0,inputs/* textInput */._Z)('snapshot') ?? 'latest'));
    await (0,notices/* runMain */.VN)(ABOUT, { title: 'Restore drill failed', severity: 'fail', onFailure }, verify);
}
/** Removes what a drill that was cut off has left, and its lock. */
async function restore_verify_post() {
    if (unfinished/* unfinished */.M.wasMainCutOff())
        await (0,stage/* runStage */.S)({ title: 'Something of a drill may be left', severity: 'fail' }, sweepDrill);
    await (0,post/* finishForMain */.y)(configured_inputs/* useConfiguredOfMain */.e6);
    await (0,notices/* noticeCutOff */.QB)(ABOUT);
}
async function verify(tools) {
    try {
        await (0,configured_inputs/* useConfigured */.gD)('drill');
    }
    finally {
        tellWhose();
    }
    const inputs = await readDrillInputs();
    await (0,evidence_trial/* requireOutputFolder */.H)(outputParent());
    const drillId = (0,drill_id/* newDrillId */.p)(Date.now());
    unfinished/* unfinished */.M.drill(drillId);
    unfinished/* unfinished */.M.mainStarted();
    const repository = await (0,access/* openRepositoryOf */.Kq)(inputs.repository, tools);
    try {
        const { reporter, signal } = tools;
        const place = (0,evidence_inputs.evidencePlaceOf)(inputs.repository, inputs.evidence, tools);
        if (inputs.keepsEvidence)
            await (0,evidence_trial/* requireEvidencePlace */.m)(place, signal);
        const trial = { place, code: inputs.recoveryCode };
        const result = await (0,log/* inGroup */.HB)(`Restore drill ${drillId}`, async () => {
            const recovery = await (0,recovery_key/* recoveryTrial */.S)(repository, trial, signal);
            return (0,drill/* drill */.E)(repository, { ...inputs.options, drillId, recovery }, reporter, signal);
        });
        try {
            await keepAll(repository, inputs, result, tools);
        }
        finally {
            tell(result);
        }
    }
    finally {
        await repository.close();
    }
}
function outputParent() {
    return process.env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)();
}
/** Whoever keeps an issue of it knows whose it is, also of a drill that comes to no result. */
function tellWhose() {
    (0,outputs/* setOutputs */.n0)({
        of: (0,inputs/* textInput */._Z)('of') ?? '',
        host: (0,inputs/* listInput */.dt)('host').join(', '),
    });
}
/** What later steps attest and upload is written in any case; then what is kept beside the repository. */
async function keepAll(repository, inputs, { passed: isPassed, snapshot, statement, sheet }, tools) {
    const { drill_id: id, recovery_time: time, recovery_point: point } = statement.predicate;
    const folder = (0,external_node_path_.join)(outputParent(), `holdfast-evidence-${id}`);
    await (0,promises_.mkdir)(folder, { mode: 0o700 });
    const write = async (name, text) => {
        const path = (0,external_node_path_.join)(folder, name);
        await (0,new_file.writeNewFile)(path, (sink) => sink(Buffer.from(text, 'utf8')));
        return path;
    };
    const envelope = (0,evidence.evidenceEnvelope)(statement, inputs.signingKey);
    const files = {
        statement: await write('statement.json', `${JSON.stringify(statement, null, 2)}\n`),
        predicate: await write('predicate.json', `${JSON.stringify(statement.predicate, null, 2)}\n`),
        envelope: await write('envelope.json', `${JSON.stringify(envelope)}\n`),
        page: await write('drill.html', (0,page/* drillPage */.v)(statement, sheet)),
        sheet: await write('recovery-sheet.md', sheet),
    };
    const place = (0,evidence_inputs.evidencePlaceOf)(inputs.repository, inputs.evidence, tools);
    let kept = '';
    try {
        if (inputs.keepsEvidence)
            kept = await (0,evidence.keepEvidence)(place, repository, { envelope, sheet }, tools.signal);
    }
    finally {
        (0,outputs/* setOutputs */.n0)({
            passed: isPassed,
            'snapshot-id': snapshot.id,
            'drill-id': id,
            evidence: kept,
            'evidence-folder': folder,
            statement: files.statement,
            predicate: files.predicate,
            'predicate-type': statement.predicateType,
            page: files.page,
            sheet: files.sheet,
            'restore-seconds': time.restore_ms === null ? '' : Math.round(time.restore_ms / 1000),
            'age-seconds': point.age_ms === null ? '' : Math.round(point.age_ms / 1000),
        });
    }
    if (kept !== '')
        log/* log */.Rm.info(`Evidence: ${kept}`);
}
function tell(result) {
    (0,summary/* addSummary */.S0)(drillSummary(result));
    if (result.passed)
        log/* log */.Rm.info(`The drill passed: ${result.checks.length} checks.`);
    else
        (0,annotations/* fail */.fJ)('Restore drill failed', result.reasons.join(' '));
}


/***/ }),

/***/ 941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readWho),
/* harmony export */   j: () => (/* binding */ readSigningKey)
/* harmony export */ });
/* harmony import */ var _drills_dsse_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26542);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52325);
/* harmony import */ var _github_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45907);



/** The key that signs evidence; null: nobody signs it. @throws HoldfastError bad-input. */
function readSigningKey() {
    const text = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('signing-key');
    if (text === null)
        return null;
    (0,_github_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .mask */ .dK)(text);
    return (0,_drills_dsse_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSigningKey */ .UG)(text, 'the input `signing-key`');
}
/** Who ran it, as GitHub tells the job. */
function readWho(env) {
    const run = `${env['GITHUB_SERVER_URL']}/${env['GITHUB_REPOSITORY']}/actions/runs/${env['GITHUB_RUN_ID']}`;
    const facts = {
        machine: env['RUNNER_NAME'],
        run: env['GITHUB_RUN_ID'] ? `${run}/attempts/${env['GITHUB_RUN_ATTEMPT'] ?? '1'}` : undefined,
        actor: env['GITHUB_TRIGGERING_ACTOR'] || env['GITHUB_ACTOR'],
        workflow: env['GITHUB_WORKFLOW_REF'],
        commit: env['GITHUB_SHA'],
    };
    return Object.fromEntries(Object.entries(facts).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}


/***/ }),

/***/ 59587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ noticeInputsOf),
/* harmony export */   d: () => (/* binding */ backupInputsOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _notify_notification_section_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6347);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25595);



/**
 * A target as the inputs of the action that backs it up, so that the file means what the inputs mean. No secret is in it:
 * only the names of the variables that hold them.
 * @throws HoldfastError bad-input for a target that has no host or no storage.
 */
function backupInputsOf(target) {
    const { host, storage, copyTo, hostname, name } = target;
    if (host === null || storage === null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot back up the target ${JSON.stringify(name)}: it has no ${host === null ? 'host' : 'storage'} that is in the file. ` +
            '`holdfast validate` says more.');
    }
    const given = {
        ...hostInputs(host),
        ...(storage.repository === undefined ? archiveInputs(storage) : repositoryInputs(storage)),
        ...storageInputs(storage),
        ...(copyTo === null ? {} : copyInputs(copyTo)),
        ...targetInputs(target),
        ...noticeWords(target),
        of: name,
        host: hostname ?? undefined,
    };
    return inputsOf(given);
}
/** Of these who is told: also of a target that can't be backed up. */
function noticeInputsOf(target) {
    return inputsOf(noticeWords(target));
}
function inputsOf(given) {
    return Object.fromEntries(Object.entries(given).flatMap(([key, value]) => value === undefined ? [] : [[key, inputOf(key, value)]]));
}
function noticeWords({ settings: { notifications = [] } }) {
    const ping = notifications.find((one) => one.ping !== undefined)?.ping;
    const hook = notifications.find(_notify_notification_section_js__WEBPACK_IMPORTED_MODULE_1__/* .isOfBackups */ .NH);
    const kinds = hook === undefined ? [] : (0,_notify_notification_section_js__WEBPACK_IMPORTED_MODULE_1__/* .kindsOf */ .tG)(hook);
    const isOfBoth = kinds.includes('success') && kinds.includes('failure');
    return {
        'ping-url': ping,
        'webhook-url': hook?.webhook,
        'webhook-template': hook?.template,
        'webhook-on': hook === undefined || isOfBoth ? undefined : kinds.includes('failure') ? 'failure' : 'success',
    };
}
/** Keys whose text may be a reference. Of all others it is what it is. */
const REFERENCES = /(?:^|-)(?:password|passphrase|identity|known-hosts|access-key-id|secret-access-key|session-token|ping-url|webhook-url)$/;
function inputOf(key, value) {
    if (typeof value === 'string' && REFERENCES.test(key) && (0,_section_js__WEBPACK_IMPORTED_MODULE_2__/* .isSecretReference */ .IC)(value)) {
        return { variable: value.slice('env:'.length) };
    }
    return { text: typeof value === 'object' ? value.join('\n') : String(value) };
}
function hostInputs(host) {
    const { address, name: _, ...way } = host;
    return { on: address, ...way };
}
function repositoryInputs(storage) {
    return {
        repository: storage.repository,
        password: storage.password,
        compression: storage.compression,
        'pack-size': storage['pack-size'],
        'object-lock': storage['object-lock'],
        'object-lock-days': storage['object-lock-days'],
    };
}
function archiveInputs(storage) {
    return {
        format: 'archive',
        'archive-to': storage.archives,
        'archive-recipients': storage.recipients,
        'archive-passphrase': storage.passphrase,
        'archive-unencrypted': storage.unencrypted,
    };
}
function storageInputs(storage) {
    return {
        'storage-options': storage['storage-options'],
        'aws-region': storage['aws-region'],
        'aws-access-key-id': storage['aws-access-key-id'],
        'aws-secret-access-key': storage['aws-secret-access-key'],
        'aws-session-token': storage['aws-session-token'],
        'aws-profile': storage['aws-profile'],
        'aws-role': storage['aws-role'],
    };
}
/** What a copy takes of its storage; the rule `copy-ignores` tells what it doesn't. */
function copyInputs(storage) {
    return {
        'copy-to': storage.repository,
        'copy-to-password': storage.password,
        'copy-to-aws-region': storage['aws-region'],
        'copy-to-aws-access-key-id': storage['aws-access-key-id'],
        'copy-to-aws-secret-access-key': storage['aws-secret-access-key'],
        'copy-to-aws-session-token': storage['aws-session-token'],
        'copy-to-aws-profile': storage['aws-profile'],
        'copy-to-aws-role': storage['aws-role'],
        'copy-to-storage-options': storage['storage-options'],
        'copy-to-object-lock': storage['object-lock'],
        'copy-to-object-lock-days': storage['object-lock-days'],
    };
}
/** As the input `app-options` has them: a list's key stands once for each value. */
function optionLines(options) {
    return Object.entries(options).flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).map((one) => optionLine(key, one)));
}
function optionLine(key, value) {
    const line = `${key}=${String(value)}`;
    if (typeof value !== 'object' && !/[\r\n]|\\$/.test(line))
        return line;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use the option ${JSON.stringify(key)}: expected one line that doesn't end in a backslash.`);
}
function targetInputs({ application, settings }) {
    const { quiesce } = settings;
    return {
        app: application ?? undefined,
        'app-options': settings.options === undefined ? undefined : optionLines(settings.options),
        paths: settings.paths,
        databases: settings.databases,
        buckets: settings.buckets,
        'database-on': settings['database-on'],
        'database-password': settings['database-password'],
        exclude: settings.exclude,
        iexclude: settings.iexclude,
        'exclude-caches': settings['exclude-caches'],
        'exclude-if-present': settings['exclude-if-present'],
        'exclude-larger-than': settings['exclude-larger-than'],
        'one-file-system': settings['one-file-system'],
        tags: settings.tags,
        'skip-if-unchanged': settings['skip-if-unchanged'],
        stop: quiesce?.stop,
        start: quiesce?.start,
        status: quiesce?.status,
        lease: quiesce?.lease,
        'max-quiesce': quiesce?.['max-quiesce'],
        'no-first-pass': settings['no-first-pass'],
        volume: settings.volume,
        'volume-size': settings['volume-size'],
        'volume-create': settings['volume-create'],
        'volume-mount': settings['volume-mount'],
        'volume-unmount': settings['volume-unmount'],
        'volume-destroy': settings['volume-destroy'],
        'volume-keep': settings['volume-keep'],
        before: settings.before,
        after: settings.after,
        'spool-size': settings['spool-size'],
        'on-unreadable': settings['on-unreadable'],
        'on-changed': settings['on-changed'],
        'checkpoint-interval': settings['checkpoint-interval'],
    };
}


/***/ }),

/***/ 18443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readFileAt: () => (/* binding */ readFileAt),
/* harmony export */   readFileOf: () => (/* binding */ readFileOf),
/* harmony export */   readWorkflowsOf: () => (/* binding */ readWorkflowsOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57975);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19473);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(53648);
/* harmony import */ var _defaults_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91573);
/* harmony import */ var _source_limits_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(46623);










/** More workflows than any GitHub repository has. */
const MAX_WORKFLOWS = 200;
/** Of all together, so that a stranger's can't keep the check busy for longer than some seconds. */
const MAX_WORKFLOWS_BYTES = 2 * 1024 * 1024;
/**
 * The text of a file of a checkout, which may be a stranger's: a symlink that leads out of it is refused, so that what is
 * shown of the file is never something of this machine. A file that lies outside by its own name is the user's choice.
 * @param root The checkout: what names of files are told from.
 * @throws HoldfastError bad-input.
 */
async function readFileOf(root, path) {
    const whole = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(root, path);
    const isInside = isBelow(root, whole);
    const name = isInside ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(root, whole).split(node_path__WEBPACK_IMPORTED_MODULE_3__.sep).join('/') : whole;
    try {
        const real = await ledTo(root, whole, name);
        return { name, text: await textOf(real, name) };
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E)
            throw error;
        const isUsual = (0,_system_error_js__WEBPACK_IMPORTED_MODULE_6__/* .systemCode */ .xU)(error) === 'ENOENT' && name === _defaults_js__WEBPACK_IMPORTED_MODULE_7__/* .DEFAULT_CONFIG */ .P;
        throw cannotRead(name, `${(0,_system_error_js__WEBPACK_IMPORTED_MODULE_6__/* .systemErrorText */ .f9)(error)}${isUsual ? NO_CONFIG : ''}`, error);
    }
}
const NO_CONFIG = '. Go where it is (a workflow has it after actions/checkout), name another file, or have `holdfast setup` write it';
/**
 * Where `whole` leads. Git's own folder is none of the checkout's files: it can hold a token, and what else others fetched.
 * @throws HoldfastError bad-input for what is in the checkout by its name alone.
 */
async function ledTo(root, whole, name) {
    const [realRoot, real] = await Promise.all([(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(root), (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(whole)]);
    if (!isBelow(root, whole) || whole === real)
        return real;
    if (!isBelow(realRoot, real))
        throw cannotRead(name, 'it is a link that leads out of the checkout');
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(realRoot, real).split(node_path__WEBPACK_IMPORTED_MODULE_3__.sep).includes('.git'))
        throw cannotRead(name, 'it is a link that leads to what is git’s own');
    return real;
}
/** The workflows in a folder; none if there is no such folder. @throws HoldfastError bad-input. */
async function readWorkflowsOf(root, folder) {
    const names = await namesIn(root, folder);
    const files = names.filter((name) => /\.ya?ml$/.test(name)).sort();
    if (files.length > MAX_WORKFLOWS) {
        throw cannotRead(folder, `it holds ${files.length} workflows, expected at most ${MAX_WORKFLOWS}`);
    }
    const all = await Promise.all(files.map((name) => readFileOf(root, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name))));
    const sizeBytes = all.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    if (sizeBytes <= MAX_WORKFLOWS_BYTES)
        return all;
    const limit = `expected at most ${MAX_WORKFLOWS_BYTES / 1024 / 1024} MiB`;
    throw cannotRead(folder, `its workflows have ${Math.ceil(sizeBytes / 1024 / 1024)} MiB together, ${limit}`);
}
/** Of a folder elsewhere not even names are told. */
async function namesIn(root, folder) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(await ledTo(root, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(root, folder), folder));
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E)
            throw error;
        // One that somebody named is there: a mistyped one would be checked, and in order.
        if ((0,_system_error_js__WEBPACK_IMPORTED_MODULE_6__/* .systemCode */ .xU)(error) === 'ENOENT' && folder === _defaults_js__WEBPACK_IMPORTED_MODULE_7__/* .DEFAULT_WORKFLOWS */ .B)
            return [];
        throw cannotRead(folder, (0,_system_error_js__WEBPACK_IMPORTED_MODULE_6__/* .systemErrorText */ .f9)(error), error);
    }
}
/** Names that git takes for nothing but a ref or a commit. */
const REF = /^[A-Za-z0-9_][\w./+-]{0,200}$/;
/**
 * The same file as it stands in another commit, or null if it isn't there. Git reads its own objects: no hook, no filter and
 * no program that the checkout names is run.
 * @throws HoldfastError bad-input if there is no such commit, or git can't say what is in it.
 */
async function readFileAt(root, ref, name) {
    if (!REF.test(ref) || ref.includes('..'))
        throw noCommit(ref, 'it is no name of a branch, a tag or a commit');
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(name))
        throw cannotRead(name, 'it lies outside of the checkout, so that no commit has it');
    const commit = await nameIn(root, ref, `${ref}^{commit}`);
    if (commit === null) {
        throw noCommit(ref, 'git has no such commit here, expected one that was fetched (`fetch-depth: 0` of actions/checkout)');
    }
    const blob = await nameIn(root, ref, `${commit}:${name}`);
    return blob === null
        ? null
        : { name: `${name} of ${ref}`, text: await git(root, ref, ['cat-file', 'blob', blob]) };
}
/** The ID of an object by a name of git's; null if git says that there is none, which is something else than that it can't say. */
async function nameIn(root, ref, name) {
    try {
        return (await git(root, ref, ['rev-parse', '--verify', '--quiet', '--end-of-options', name])).trim();
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E && error.cause.code === NO_SUCH_NAME)
            return null;
        throw error;
    }
}
/** Of `rev-parse --quiet`. */
const NO_SUCH_NAME = 1;
/** A checkout could hold files that make its folder look like a bare repository, with a configuration that runs programs. */
const OWN_REPOSITORY_ALONE = ['-c', 'safe.bareRepository=explicit'];
/** What git needs to find its own settings and to know whose checkouts it may trust; no password is among it. */
function gitEnvironment(env) {
    const isGits = /^(PATH|HOME|XDG_CONFIG_HOME|SUDO_UID|GIT_\w+)$/;
    return Object.fromEntries(Object.entries(env).filter(([name]) => isGits.test(name)));
}
/** @throws HoldfastError bad-input, whose cause has git's exit status as its `code`. */
async function git(root, ref, args) {
    try {
        const options = {
            cwd: root,
            maxBuffer: 2 * _source_limits_js__WEBPACK_IMPORTED_MODULE_8__/* .MAX_SOURCE_BYTES */ .T,
            env: { ...gitEnvironment(process.env), GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' },
        };
        return (await (0,node_util__WEBPACK_IMPORTED_MODULE_4__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('git', [...OWN_REPOSITORY_ALONE, ...args], options)).stdout;
    }
    catch (cause) {
        const { code, stderr } = cause;
        if (typeof code === 'number')
            throw noCommit(ref, saidByGit(String(stderr)), cause);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('bad-input', `Cannot ask git: ${(0,_system_error_js__WEBPACK_IMPORTED_MODULE_6__/* .systemErrorText */ .f9)(cause)}.`, { cause });
    }
}
/** Why git can't say what stands in a commit, and what helps. */
function saidByGit(stderr) {
    const fatal = /^fatal: (.*)$/m.exec(stderr)?.[1] ?? stderr.trim();
    const help = /dubious ownership/.test(fatal)
        ? 'The checkout is another account’s, as in a job’s container: trust it in a step before, `git config --global --add safe.directory "$PWD"`'
        : 'Check it out whole: actions/checkout with `fetch-depth: 0`, without `filter`';
    return `git says ${JSON.stringify((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_9__.displayText)(fatal))}, expected what stands in that commit. ${help}`;
}
async function textOf(real, name) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(real, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK);
    try {
        if (!(await file.stat()).isFile())
            throw cannotRead(name, 'it is no file');
        return await firstBytes(file);
    }
    finally {
        await file.close();
    }
}
/** Not more than is needed to see that it is too large. */
async function firstBytes(file) {
    const bytes = Buffer.alloc(_source_limits_js__WEBPACK_IMPORTED_MODULE_8__/* .MAX_SOURCE_BYTES */ .T + 1);
    let length = 0;
    for (;;) {
        const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
        length += bytesRead;
        if (bytesRead === 0 || length === bytes.length)
            return bytes.toString('utf8', 0, length);
    }
}
function isBelow(folder, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(folder, path);
    return way !== '' && way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_3__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(way);
}
function cannotRead(name, why, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('bad-input', `Cannot read "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_9__.displayText)(name)}": ${why}.`, { cause });
}
function noCommit(ref, why, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('bad-input', `Cannot compare with ${JSON.stringify(ref)}: ${why}.`, { cause });
}


/***/ })

};
