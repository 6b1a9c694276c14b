export const id = 2073;
export const ids = [2073];
export const modules = {

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

/***/ 62233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main),
  post: () => (/* binding */ retention_post)
});

// EXTERNAL MODULE: ./build/amounts.js
var amounts = __webpack_require__(95209);
// EXTERNAL MODULE: ./build/github/annotations.js
var annotations = __webpack_require__(68492);
// EXTERNAL MODULE: ./build/github/inputs.js
var github_inputs = __webpack_require__(52325);
// EXTERNAL MODULE: ./build/github/log.js
var log = __webpack_require__(30284);
// EXTERNAL MODULE: ./build/github/outputs.js
var outputs = __webpack_require__(31224);
// EXTERNAL MODULE: ./build/github/summary.js
var summary = __webpack_require__(13794);
// EXTERNAL MODULE: ./build/progress/describe-retention.js
var describe_retention = __webpack_require__(58254);
// EXTERNAL MODULE: ./build/retention/item.js
var retention_item = __webpack_require__(1298);
// EXTERNAL MODULE: ./build/retention/policy-text.js
var policy_text = __webpack_require__(87427);
// EXTERNAL MODULE: ./build/actions/access.js + 2 modules
var access = __webpack_require__(58999);
// EXTERNAL MODULE: ./build/actions/archives.js
var actions_archives = __webpack_require__(84649);
// EXTERNAL MODULE: ./build/actions/configured-inputs.js + 1 modules
var configured_inputs = __webpack_require__(80324);
// EXTERNAL MODULE: ./build/actions/notices.js
var notices = __webpack_require__(91637);
// EXTERNAL MODULE: ./build/actions/post.js
var post = __webpack_require__(97752);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/progress/prune-after-forget.js
var prune_after_forget = __webpack_require__(73095);
// EXTERNAL MODULE: ./build/retention/policy-words.js
var policy_words = __webpack_require__(15035);
// EXTERNAL MODULE: ./build/settings/prune.js
var prune = __webpack_require__(25964);
// EXTERNAL MODULE: ./build/settings/retention.js
var retention = __webpack_require__(88706);
// EXTERNAL MODULE: ./build/settings/tags.js
var tags = __webpack_require__(51767);
// EXTERNAL MODULE: ./build/settings/unlocked.js
var unlocked = __webpack_require__(52395);
// EXTERNAL MODULE: ./build/actions/policy-inputs.js
var policy_inputs = __webpack_require__(25652);
// EXTERNAL MODULE: ./build/actions/storage-inputs.js + 1 modules
var storage_inputs = __webpack_require__(22465);
;// CONCATENATED MODULE: ./build/actions/retention-inputs.js











const DEFAULT_GROUP_BY = 'target';
/** @throws HoldfastError bad-input, before anything is opened. */
async function readRetentionInputs() {
    const onFrozen = (0,github_inputs/* choiceInput */.ij)('on-frozen', ['fail', 'warn']);
    const location = (0,github_inputs/* textInput */._Z)('archives');
    if (location !== null)
        return { kind: 'archives', archives: readArchives(location), onFrozen, options: readSelection() };
    const repository = await (0,access/* readRepositoryAccess */.J1)();
    const pruning = readPruning();
    const selection = readSelection();
    (0,retention/* requireLocksThatLast */.PX)(repository.s3?.objectLock, selection, shownInput);
    const options = {
        ...selection,
        release: (0,github_inputs/* listInput */.dt)('release'),
        noLock: false,
        retryLockMs: repository.retryLockMs,
        extendLocks: repository.s3?.objectLock !== undefined,
        prune: (0,github_inputs/* booleanInput */.tE)('prune') ? (0,prune_after_forget/* pruneAfterForget */.K)(pruning) : null,
    };
    return { kind: 'repository', repository, onFrozen, options };
}
/** What a repository alone has. `retry-lock` and `no-cache` have defaults. */
const IGNORED_TEXTS = [
    'repository',
    'password',
    'release',
    'max-unused',
    'max-repack-size',
    'cache-dir',
    'evidence',
    'evidence-key',
];
/** @throws HoldfastError bad-input for inputs of which one would be ignored. */
function readArchives(location) {
    const ignored = IGNORED_TEXTS.find((name) => (0,github_inputs/* textInput */._Z)(name) !== null) ?? ((0,github_inputs/* booleanInput */.tE)('prune') ? 'prune' : undefined);
    if (ignored !== undefined) {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot use both the inputs \`archives\` and \`${ignored}\`: archives are in no repository, which alone has a password, locks and data to prune. Leave out one of them.`);
    }
    if (location === 'artifact:' && (0,github_inputs/* textInput */._Z)('artifact-token') === null) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot remove artifacts without the input `artifact-token`: only those of this run are seen then, expected those of ' +
            'all runs. Give `github.token`, with `permissions: actions: write`.');
    }
    (0,access/* maskStorageSecrets */.Vh)();
    return { location, s3: (0,unlocked/* unlocked */.Y)((0,storage_inputs/* readStorageInputs */.vY)()) };
}
function readSelection() {
    const limits = {
        'max-age': (0,github_inputs/* textInput */._Z)('max-age'),
        'shrunken-below': (0,github_inputs/* textInput */._Z)('shrunken-below'),
    };
    return {
        specs: [],
        filter: readFilter(),
        policy: (0,policy_inputs/* readPolicyInputs */.k)(shownInput),
        groupBy: (0,retention/* parseRetentionGroupBy */.So)((0,github_inputs/* textInput */._Z)('group-by') ?? DEFAULT_GROUP_BY, shownInput('group-by')),
        limits: (0,policy_words/* parseLimits */.kd)((word) => limits[word] ?? null, shownInput),
        despite: (0,policy_words/* parseDespite */.y_)((0,github_inputs/* listInput */.dt)('despite'), shownInput('despite')),
        allowRemoveAll: false,
        dryRun: (0,github_inputs/* booleanInput */.tE)('dry-run'),
    };
}
function shownInput(word) {
    return `the input \`${word}\``;
}
function readFilter() {
    return {
        hosts: (0,github_inputs/* selectionInput */.VR)('host'),
        target: (0,github_inputs/* textInput */._Z)('of'),
        tags: (0,github_inputs/* selectionInput */.VR)('tags').map((list) => (0,tags/* splitTags */.c)([list])),
        paths: (0,github_inputs/* selectionInput */.VR)('paths'),
    };
}
/** What prune is told: the rest is as restic has it. @throws HoldfastError bad-input. */
function readPruning() {
    const settings = {
        maxUnused: (0,github_inputs/* textInput */._Z)('max-unused'),
        maxRepackSize: (0,github_inputs/* textInput */._Z)('max-repack-size'),
        repackSmallerThan: null,
        repackCacheableOnly: false,
        repackUncompressed: false,
    };
    return (0,prune.pruneOptions)(settings, shownInput);
}

// EXTERNAL MODULE: ./build/failure-text.js
var failure_text = __webpack_require__(53272);
// EXTERNAL MODULE: ./build/operations/forget/outcome.js
var outcome = __webpack_require__(1241);
// EXTERNAL MODULE: ./build/actions/markdown.js
var markdown = __webpack_require__(39863);
// EXTERNAL MODULE: ./build/actions/next-steps.js
var next_steps = __webpack_require__(97041);
;// CONCATENATED MODULE: ./build/actions/retention-summary.js








/** Rows of all tables together; the log has them all. */
const MAX_ROWS = 1000;
/** Of frozen targets. */
const MAX_FROZEN_SHOWN = 100;
/** What is gone; in a dry run, that would be. */
function removalsOf({ groups, dryRun, removed }) {
    if (!dryRun)
        return removed;
    return groups.flatMap(({ decisions }) => decisions.filter(({ keep }) => !keep).map(({ item }) => item.id));
}
/** The job summary of a run that came to its end. */
function retentionSummary(result, policy) {
    const parts = [
        heading(result),
        facts(result, policy),
        frozenTable(result),
        ...tables(result),
        next(result),
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
/** The job summary of one that didn't. */
function failedRetentionSummary(error, what) {
    const { advice, commands } = (0,next_steps/* nextSteps */.Zn)(error);
    const parts = [
        '### ❌ Retention failed',
        (0,summary/* escapeMarkdown */.FV)((0,failure_text/* failureText */.k)(error)),
        what.removed === 0
            ? '**Removed:** nothing.'
            : `**Removed:** ${(0,amounts.formatCounted)(what.removed, what.noun)} before it failed. ${WHOLE[what.noun]}; the next run removes the others.`,
        `**Next:** ${advice}`,
    ];
    if (commands.length > 0)
        parts.push((0,markdown/* shellBlock */.OV)((0,next_steps/* withEnvironment */.Ec)(commands, what.repository)));
    return `${parts.join('\n\n')}\n`;
}
const WHOLE = {
    snapshot: 'The repository is whole',
    archive: 'The archives that are left are whole',
};
function heading(result) {
    const count = (0,amounts.formatCounted)(removalsOf(result).length, result.noun);
    if (result.failed !== null)
        return `### ❌ Retention stopped: ${count} removed`;
    const verb = result.dryRun ? 'Retention, dry run' : 'Retention';
    const isOdd = held(result).length > 0 || result.groups.length === 0;
    const sign = isOdd ? '⚠️' : result.dryRun ? '🔎' : '✅';
    return `### ${sign} ${verb}: ${count} ${result.dryRun ? 'would be removed' : 'removed'}`;
}
function facts(result, policy) {
    const decisions = result.groups.flatMap((group) => group.decisions);
    const rows = [
        ['Policy', (0,summary/* escapeMarkdown */.FV)(policy)],
        ['Kept', (0,amounts.formatCount)(decisions.filter(({ keep }) => keep).length)],
        [result.dryRun ? 'Would be removed' : 'Removed', (0,amounts.formatCount)(removalsOf(result).length)],
    ];
    if (result.retained.length > 0)
        rows.push(['Retained by the storage’s Object Lock', (0,amounts.formatCount)(result.retained.length)]);
    if (result.failed !== null)
        rows.push([
            'Could not be removed',
            `${(0,summary/* markdownCode */.D9)((0,retention_item/* shownId */.f)(result.failed.id))} and ${result.untried.length} more: ${(0,summary/* escapeMarkdown */.FV)(result.failed.message)}`,
        ]);
    if (held(result).length > 0)
        rows.push(['Frozen', (0,amounts.formatCounted)(held(result).length, 'target')]);
    if (result.locks !== null)
        rows.push([
            'Object Lock',
            `${(0,amounts.formatCounted)(result.locks.extended, 'file')} locked for longer, ${result.locks.kept} for long enough`,
        ]);
    for (const line of result.prune?.lines ?? [])
        rows.push(['Prune', (0,summary/* escapeMarkdown */.FV)(line)]);
    if (result.groups.length === 0)
        rows.push(['Applied to', `no ${result.noun}: there is none, or none fits`]);
    return (0,markdown/* factsTable */.wd)(rows);
}
function held({ frozen }) {
    return frozen.filter(({ overridden }) => !overridden);
}
function frozenTable(result) {
    if (result.frozen.length === 0)
        return '';
    const shown = result.frozen.slice(0, MAX_FROZEN_SHOWN);
    const rows = shown.map((frozen) => {
        const { freeze, overridden } = frozen;
        const state = overridden ? 'not frozen, as asked' : '**frozen**';
        return `| ${(0,summary/* escapeMarkdown */.FV)((0,describe_retention/* describeTarget */.ff)(frozen))} | ${state} | \`${freeze.reason}\`: ${(0,summary/* escapeMarkdown */.FV)(freeze.message)} |`;
    });
    const more = result.frozen.length - shown.length;
    return [
        'Something is odd about these targets. Nothing of a frozen one is removed.',
        '',
        '| target | | why |',
        '| --- | --- | --- |',
        ...rows,
        ...(more > 0 ? ['', `… and ${(0,amounts.formatCount)(more)} more: the log names them.`] : []),
    ].join('\n');
}
/** One for each group, with what is to go first; as far as there is room. */
function tables(result) {
    const outcomeOf = (0,outcome/* outcomesOf */.R)(result);
    let room = MAX_ROWS;
    let left = 0;
    const shown = [];
    for (const group of result.groups) {
        const rows = group.decisions.slice(0, room);
        room -= rows.length;
        left += group.decisions.length - rows.length;
        if (rows.length > 0)
            shown.push(groupTable(group, result.noun, rows, (decision) => VERBS[outcomeOf(decision)]));
    }
    if (left > 0)
        shown.push(`… and ${(0,amounts.formatCounted)(left, `more ${result.noun}`)}: the log has them all.`);
    return shown;
}
function groupTable(group, noun, rows, verbOf) {
    const { decisions } = group;
    const gone = decisions.filter(({ keep }) => !keep).length;
    return [
        `**${(0,summary/* escapeMarkdown */.FV)((0,describe_retention/* describeGroup */.N3)(group))}:** ${decisions.length - gone} to keep, ${gone} to remove`,
        '',
        '<details><summary>Each with the reason</summary>',
        '',
        `| | ${noun} | time (UTC) | why | size |`,
        '| --- | --- | --- | --- | ---: |',
        ...rows.map((decision) => row(decision, verbOf(decision))),
        '',
        '</details>',
    ].join('\n');
}
const VERBS = {
    kept: 'keep',
    'would-remove': '**remove**',
    removed: '**removed**',
    retained: 'retained',
    failed: 'not removed',
};
function row(decision, verb) {
    const { item } = decision;
    const time = new Date(Number(item.timeNs / 1000000n)).toISOString().slice(0, 16).replace('T', ' ');
    const size = item.sizeBytes === null ? '' : (0,amounts.formatBytes)(item.sizeBytes);
    const why = (0,summary/* escapeMarkdown */.FV)((0,describe_retention/* describeReasons */.nl)(decision));
    return `| ${verb} | ${(0,summary/* markdownCode */.D9)((0,retention_item/* shownId */.f)(item.id))} | ${time} | ${why} | ${size} |`;
}
function next(result) {
    if (result.failed !== null)
        return result.noun === 'snapshot'
            ? '**Next:** see whether the credential may delete below `snapshots/`, then run the job again: the repository is whole.'
            : '**Next:** see whether the credential may delete archives, then run the job again: those that are left are whole.';
    if (held(result).length > 0)
        return '**Next:** see to the frozen targets. If all is well with one, run the job once with its reason in `despite`.';
    return result.dryRun ? '**Next:** run it without `dry-run`.' : '';
}

// EXTERNAL MODULE: ./build/actions/unfinished.js
var unfinished = __webpack_require__(51719);
;// CONCATENATED MODULE: ./build/actions/retention.js

















/** The runner shows ten of a level: one of them says that there are more. */
const MAX_ANNOTATIONS = 8;
const ABOUT = {
    ...notices/* OF_SNAPSHOTS */.kg,
    action: 'Retention',
    ifNotWell: 'incomplete',
    byEnvironment: false,
};
/** Removes the snapshots, or the archives, that the policy doesn't keep. */
async function main() {
    const policy = { title: 'Retention failed', severity: 'fail', onFailure: summarizeFailure };
    await (0,notices/* runMain */.VN)(ABOUT, policy, retain);
}
/** Removes our lock when main was cut off. */
async function retention_post() {
    await (0,post/* finishForMain */.y)(configured_inputs/* useConfiguredOfMain */.e6);
    await (0,notices/* noticeCutOff */.QB)(ABOUT);
}
/** What is gone, should this run fail. */
const removed = [];
const onRemoved = (id) => void removed.push(id);
async function retain(tools) {
    unfinished/* unfinished */.M.mainStarted();
    await (0,configured_inputs/* useConfigured */.gD)('retention');
    const inputs = await readRetentionInputs();
    if (inputs.kind === 'archives')
        unfinished/* unfinished */.M.needsNoRepository();
    const { options, onFrozen } = inputs;
    const result = await (0,log/* inGroup */.HB)(`Policy: ${(0,policy_text.policyText)(options.policy)}`, () => run(inputs, tools));
    giveOutputs(result);
    logDecisions(result);
    (0,summary/* addSummary */.S0)(retentionSummary(result, (0,policy_text.policyText)(options.policy)));
    annotateFrozen(result, onFrozen === 'fail' && !options.dryRun ? annotations/* fail */.fJ : annotations/* warn */.R8);
    if (result.groups.length === 0)
        (0,annotations/* warn */.R8)('Nothing is chosen', NONE_CHOSEN);
    if (result.failed === null)
        return;
    const { id, message } = result.failed;
    const what = result.noun === 'snapshot' ? 'Snapshot' : 'Archive';
    (0,annotations/* fail */.fJ)(`${what}s could not be removed`, `${what} ${(0,retention_item/* shownId */.f)(id)} and ${result.untried.length} more are still there: ${message}`);
}
/** A mistyped name would have nothing removed for ever, and the job would be green. */
const NONE_CHOSEN = 'The policy was applied to nothing, so that nothing is removed: there is nothing yet, or `host`, `of`, `tags` or `paths` fit none. The log says what there is.';
async function run(inputs, tools) {
    const { kindOf } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 27323));
    const { reporter, signal } = tools;
    if (inputs.kind === 'archives') {
        const { archives, options } = inputs;
        kindOf(options, 'archive'); // before a store is opened for nothing
        const { forgetArchives } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 74347));
        const store = await (0,actions_archives/* openArchives */.aB)(archives, tools);
        try {
            return await forgetArchives(store, { ...options, onRemoved }, reporter, signal);
        }
        finally {
            await store.close();
        }
    }
    kindOf(inputs.options);
    const [{ forget }, { DrilledSnapshots }, { evidencePlaceOf, readEvidenceKey }] = await Promise.all([
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 44863)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 16141)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 36877)),
    ]);
    const verified = new DrilledSnapshots({
        place: evidencePlaceOf(inputs.repository, (0,github_inputs/* textInput */._Z)('evidence'), tools),
        key: readEvidenceKey(),
        onUnreadable: (message) => reporter.onWarning(message),
    });
    const repository = await (0,access/* openRepositoryOf */.Kq)(inputs.repository, tools);
    try {
        return await forget(repository, { ...inputs.options, verified, onRemoved }, reporter, signal);
    }
    finally {
        await repository.close();
    }
}
function giveOutputs(result) {
    const gone = removalsOf(result);
    const kept = result.groups.flatMap(({ decisions }) => decisions.filter(({ keep }) => keep));
    const frozen = heldTargets(result).map((one) => `${(0,describe_retention/* describeTarget */.ff)(one)}: ${one.freeze.reason}`);
    (0,outputs/* setOutputs */.n0)({
        kept: kept.length,
        removed: gone.length,
        'removed-ids': gone.join('\n'),
        retained: result.retained.length,
        frozen: frozen.join('\n'),
    });
}
/** All of them: the summary has room for some. */
function logDecisions(result) {
    for (const group of result.groups) {
        log/* log */.Rm.info(`${(0,describe_retention/* groupTitle */.SZ)(group, result.noun)}:`);
        for (const decision of group.decisions.toReversed()) {
            const { id, timeNs } = decision.item;
            const time = new Date(Number(timeNs / 1000000n)).toISOString().slice(0, 16);
            log/* log */.Rm.info(`  ${decision.keep ? 'keep  ' : 'remove'} ${(0,retention_item/* shownId */.f)(id)} ${time} ${(0,describe_retention/* describeReasons */.nl)(decision)}`);
        }
    }
    for (const { id, message } of result.retained)
        log/* log */.Rm.info(`retained: ${(0,retention_item/* shownId */.f)(id)}: ${message}`);
    for (const line of result.prune?.lines ?? [])
        log/* log */.Rm.info(line);
    const verb = result.dryRun ? 'would be removed' : 'removed';
    log/* log */.Rm.info(`${(0,amounts.formatCounted)(removalsOf(result).length, result.noun)} ${verb}.`);
}
function annotateFrozen(result, annotate) {
    for (const frozen of result.frozen.filter(({ overridden }) => overridden))
        log/* log */.Rm.info((0,describe_retention/* describeFreeze */.LU)(frozen));
    const held = heldTargets(result);
    for (const frozen of held.slice(0, MAX_ANNOTATIONS))
        annotate('Target frozen', (0,describe_retention/* describeFreeze */.LU)(frozen));
    const more = held.length - MAX_ANNOTATIONS;
    if (more > 0)
        annotate('Targets frozen', `${(0,amounts.formatCounted)(more, 'more target')}: the summary and the log say which.`);
    for (const frozen of held.slice(MAX_ANNOTATIONS))
        log/* log */.Rm.warning((0,describe_retention/* describeFreeze */.LU)(frozen));
}
function heldTargets({ frozen }) {
    return frozen.filter(({ overridden }) => !overridden);
}
function summarizeFailure(error) {
    const noun = (0,github_inputs/* textInput */._Z)('archives') === null ? 'snapshot' : 'archive';
    const { repository } = (0,access/* shownPlaces */.GF)();
    if (removed.length > 0)
        (0,outputs/* setOutputs */.n0)({ removed: removed.length, 'removed-ids': removed.join('\n') });
    (0,summary/* addSummary */.S0)(failedRetentionSummary(error, { noun, repository, removed: removed.length }));
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


/***/ }),

/***/ 26194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Id: () => (/* binding */ findSources),
/* harmony export */   PL: () => (/* binding */ MISSING_SOURCE),
/* harmony export */   S0: () => (/* binding */ noSources),
/* harmony export */   TQ: () => (/* binding */ sourcesMissing),
/* harmony export */   _K: () => (/* binding */ planSources),
/* harmony export */   b2: () => (/* binding */ isMissing),
/* harmony export */   qg: () => (/* binding */ sourceFault),
/* harmony export */   wJ: () => (/* binding */ linkWarnings)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52871);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28976);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33684);
/* harmony import */ var _second_look_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75256);
/* harmony import */ var _second_look_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(89166);






/** @throws HoldfastError bad-input if `roots` is empty or one of them is no absolute path without `..`. */
function planSources(roots) {
    if (roots.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', 'Cannot list files: no source was given, expected at least one. Name a path.');
    }
    const all = new Set(roots.map(_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanPath */ .ts));
    const clean = [...all].sort();
    const isNested = (path) => (0,_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .ancestorsOf */ .Gw)(path).some((above) => all.has(above));
    return { outer: clean.filter((path) => !isNested(path)), nested: clean.filter(isNested) };
}
/**
 * Looks whether `roots` (absolute paths) are there, so that a wrong one is told before a long listing.
 *
 * @throws HoldfastError bad-input, source-missing if none of them is there, source-unreadable, command-failed.
 */
async function findSources(host, roots, { reader, signal } = {}) {
    const { outer, nested } = planSources(roots);
    const sources = [...outer, ...nested];
    const above = lookAbove(host, sources, { reader, signal });
    above.catch(() => { }); // met below
    const there = await (0,_second_look_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAt */ .t)(host, sources, { reader, signal });
    const missing = sources.filter((source) => !there.entries.has(source));
    for (const source of missing) {
        const failure = there.failures.get(source);
        if (!isMissing(failure))
            throw sourceFault(source, failure);
    }
    const present = sources.filter((source) => there.entries.has(source));
    if (present.length === 0)
        throw sourcesMissing(missing);
    const ancestors = ancestorsAmong(await above, present);
    const links = present.filter((source) => there.entries.get(source)?.type === 'symlink');
    return { present, missing, ancestors, links: await leavingLinks(host, links, { present, signal }) };
}
/** Where those of `links` lead to that lead out of `present`, by `readlink -f`. */
async function leavingLinks(host, links, { present, signal }) {
    const leaving = new Map();
    for (const link of links) {
        const { stdout } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_3__/* .runToEnd */ .cd)(host, `readlink -f ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(link)}`, { signal });
        const end = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.fromBytes)(stdout).slice(0, -1);
        const isSaved = present.some((source) => source !== link && (end === source || (0,_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .isInside */ .FK)(end, source)));
        if (end !== '' && !isSaved)
            leaving.set(link, end);
    }
    return leaving;
}
/** What to say of `links` of sources. */
function linkWarnings({ links }) {
    return [...links].map(([link, end]) => `"${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.display)(link)}" is a symlink: the link is saved, and nothing of what it leads to, "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.display)(end)}". Name that, too.`);
}
/** For a snapshot that holds no files of the host: nothing but the root. @throws HoldfastError as `findSources`. */
async function noSources(host, options = {}) {
    const ancestors = ancestorsAmong(await lookAbove(host, [], options), []);
    return { present: [], missing: [], ancestors, links: new Map() };
}
/** Looks at the folders above `sources`, also of those that aren't there. */
function lookAbove(host, sources, options) {
    return (0,_second_look_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAt */ .t)(host, foldersAbove(sources), { ...options, followSymlinks: true });
}
function foldersAbove(sources) {
    return [...new Set(['/', ...sources.flatMap(_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .ancestorsOf */ .Gw)])];
}
function ancestorsAmong(above, sources) {
    const ancestors = new Map();
    for (const path of foldersAbove(sources)) {
        const entry = above.entries.get(path);
        if (entry === undefined)
            throw sourceFault(path, above.failures.get(path));
        ancestors.set(path, entry);
    }
    return ancestors;
}
/** What a host said of a source, or that it said nothing, means that the source isn't there. */
function isMissing(failure) {
    return failure === undefined || (0,_second_look_js__WEBPACK_IMPORTED_MODULE_6__/* .saysVanished */ .X)(failure);
}
/** What to say of a source that isn't there. */
const MISSING_SOURCE = "it isn't there";
/** More are counted. */
const MAX_MISSING_NAMED = 5;
/** @param missing All of the sources, clean. */
function sourcesMissing(missing) {
    const names = missing.slice(0, MAX_MISSING_NAMED).map((path) => `"${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.display)(path)}"`);
    const more = missing.length - names.length;
    const which = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    const actual = missing.length === 1 ? MISSING_SOURCE : 'none of them is there';
    const message = `Cannot back up ${which}: ${actual}. Mount the disk if it is on one, or correct the path.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('source-missing', message);
}
/** Why the source `path`, or a folder above one, can't be backed up. */
function sourceFault(path, failure) {
    if (failure === undefined || (0,_second_look_js__WEBPACK_IMPORTED_MODULE_6__/* .saysVanished */ .X)(failure))
        return sourcesMissing([path]);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('source-unreadable', `Cannot back up "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.display)(path)}": ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.display)(failure.reason)}. Give the user of the login the right to read it, ` +
        'or become root.');
}


/***/ }),

/***/ 16141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DrilledSnapshots: () => (/* binding */ DrilledSnapshots)
/* harmony export */ });
/* harmony import */ var _drills_statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79310);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5202);



/** The snapshots that drills have proved as a whole, no dump left out, by the evidence beside the repository. */
class DrilledSnapshots {
    #options;
    constructor(options) {
        this.#options = options;
    }
    async ids(repository, signal) {
        const { place, key, onUnreadable } = this.#options;
        try {
            const found = (await (0,_evidence_js__WEBPACK_IMPORTED_MODULE_0__.listEvidence)(place, repository, key, signal)).filter(_evidence_js__WEBPACK_IMPORTED_MODULE_0__.isOfDrill);
            const proved = found.filter(({ statement, signature }) => (0,_drills_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .provesWhole */ .dy)(statement.predicate) && (key === null || signature === 'valid'));
            return new Set(proved.map(({ statement }) => statement.predicate.snapshot.id));
        }
        catch (error) {
            const known = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asHoldfastError */ .C)(error);
            // A credential for the repository alone may not even ask. What can be read and is damaged is another matter.
            if (place.location !== null || key !== null || known?.code !== 'no-permission')
                throw error;
            onUnreadable(`No evidence of drills can be read, so that no snapshot counts as verified: ${known.message} Give the credential ` +
                'the right to read it.');
            return new Set();
        }
    }
}


/***/ })

};
