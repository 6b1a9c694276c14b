export const id = 2833;
export const ids = [2833,3711];
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

/***/ 40868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listBackups: () => (/* binding */ listBackups)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(95209);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30284);
/* harmony import */ var _github_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13794);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47508);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58999);
/* harmony import */ var _archives_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(84649);
/* harmony import */ var _restore_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40971);
/* harmony import */ var _unfinished_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(51719);








/** The summary has so many, the newest; the log has all. */
const MAX_ROWS = 100;
/** Shows which backups there are to restore. Reads only. */
async function listBackups(tools) {
    const access = await (0,_restore_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .readSourceAccess */ .eV)();
    const { filter } = (0,_restore_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .readSource */ .o$)();
    const rows = (access.kind === 'archive'
        ? await archivesIn(access, filter, tools)
        : await snapshotsIn(access, filter, tools)).toReversed();
    for (const row of rows)
        _github_log_js__WEBPACK_IMPORTED_MODULE_1__/* .log */ .Rm.info(`${row.id} ${timeOf(row)} ${row.complete ? '' : 'incomplete'}`.trimEnd());
    (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .addSummary */ .S0)(summary(rows));
}
async function snapshotsIn({ repository: access }, filter, tools) {
    const { listSnapshots } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 26299));
    const repository = await (0,_access_js__WEBPACK_IMPORTED_MODULE_3__/* .openRepositoryOf */ .Kq)(access, tools);
    try {
        const onUnreadable = (message) => tools.reporter.onWarning(message);
        const order = { specs: [], filter, latest: null, signal: tools.signal, onUnreadable };
        const found = await listSnapshots(repository, order);
        return found.map(({ id, snapshot }) => ({
            id: id.slice(0, 8),
            timeNs: snapshot.timeNs,
            hostname: snapshot.hostname,
            paths: snapshot.paths,
            bytes: snapshot.summary?.totalBytesProcessed ?? null,
            complete: !(0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .isIncomplete */ .Ne)(snapshot),
        }));
    }
    finally {
        await repository.close();
    }
}
async function archivesIn({ archive: { location, s3 } }, { target = null, hosts = [] }, tools) {
    _unfinished_js__WEBPACK_IMPORTED_MODULE_5__/* .unfinished */ .M.needsNoRepository();
    const { findArchives } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 90456));
    const store = await (0,_archives_js__WEBPACK_IMPORTED_MODULE_6__/* .openArchives */ .aB)({ location, s3 }, tools);
    try {
        const found = await findArchives(store, tools.signal);
        return found.flatMap(({ id, manifest, fault }) => {
            if (manifest === null || (target !== null && manifest.target !== target))
                return [];
            if (hosts.length > 0 && !hosts.includes(manifest.hostname))
                return [];
            const { timeNs, hostname, paths, stored } = manifest;
            return [
                { id, timeNs, hostname, paths, bytes: stored.bytes, complete: manifest.complete && fault === null },
            ];
        });
    }
    finally {
        await store.close();
    }
}
function timeOf({ timeNs }) {
    return `${new Date(Number(timeNs / 1000000n)).toISOString().slice(0, 19)}Z`;
}
function summary(rows) {
    const lines = rows.slice(0, MAX_ROWS).map((row) => {
        const cells = [
            `${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(row.id)}${row.complete ? '' : ' incomplete'}`,
            timeOf(row),
            (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(row.hostname),
            (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(row.paths.join(', ')),
            row.bytes === null ? '' : (0,_amounts_js__WEBPACK_IMPORTED_MODULE_7__.formatBytes)(row.bytes),
        ];
        return `| ${cells.join(' | ')} |`;
    });
    const more = rows.length - MAX_ROWS;
    return [
        `### ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_7__.formatCounted)(rows.length, 'backup')} to restore`,
        '',
        ...(rows.length === 0 ? ['There is none that fits.'] : []),
        ...(rows.length === 0
            ? []
            : ['| ID | time | host | what | size |', '| --- | --- | --- | --- | --- |', ...lines]),
        ...(more > 0 ? ['', `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_7__.formatCounted)(more, 'older one')}: the log has them.`] : []),
        '',
    ].join('\n');
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

/***/ 78305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restoreApplicationOf: () => (/* binding */ restoreApplicationOf)
});

// EXTERNAL MODULE: ./build/amounts.js
var amounts = __webpack_require__(95209);
// EXTERNAL MODULE: ./build/github/inputs.js
var inputs = __webpack_require__(52325);
// EXTERNAL MODULE: ./build/github/log.js
var log = __webpack_require__(30284);
// EXTERNAL MODULE: ./build/github/outputs.js
var outputs = __webpack_require__(31224);
// EXTERNAL MODULE: ./build/github/summary.js
var summary = __webpack_require__(13794);
// EXTERNAL MODULE: ./build/operations/restore-application.js
var restore_application = __webpack_require__(4006);
// EXTERNAL MODULE: ./build/operations/restore-outcome.js
var restore_outcome = __webpack_require__(488);
// EXTERNAL MODULE: ./build/operations/restore-record.js
var restore_record = __webpack_require__(35139);
// EXTERNAL MODULE: ./build/settings/application.js
var application = __webpack_require__(59206);
// EXTERNAL MODULE: ./build/settings/trusted-archive.js
var trusted_archive = __webpack_require__(52080);
// EXTERNAL MODULE: ./build/actions/access.js + 2 modules
var actions_access = __webpack_require__(58999);
// EXTERNAL MODULE: ./build/actions/application-inputs.js
var application_inputs = __webpack_require__(93234);
// EXTERNAL MODULE: ./build/progress/compared-words.js
var compared_words = __webpack_require__(14085);
// EXTERNAL MODULE: ./build/actions/markdown.js
var markdown = __webpack_require__(39863);
;// CONCATENATED MODULE: ./build/actions/restore-application-summary.js




/** The job summary of an application that was put back, or of a dry run of that. */
function applicationSummary({ record, steps, files, databases, buckets, durationMs }, { on, dryRun }) {
    const version = record.version === null ? '' : ` ${(0,summary/* markdownCode */.D9)(record.version)}`;
    const what = `${(0,summary/* markdownCode */.D9)(record.profile)}${version} on ${(0,summary/* markdownCode */.D9)(on)}`;
    const list = steps.map((title, i) => `${i + 1}. ${(0,summary/* markdownCode */.D9)(title)}`).join('\n');
    if (dryRun)
        return `### Dry run of the restore of ${what}\n\n${list}\n\n**Next:** run it without \`dry-run\`.\n`;
    const rows = files.map((part) => [
        `Files to ${(0,summary/* markdownCode */.D9)(part.target)}`,
        `${(0,amounts.formatCounted)(part.files, 'file')}, ${(0,amounts.formatBytes)(part.bytes)}`,
    ]);
    for (const { record: dump, restored } of databases) {
        const verified = restored?.verified ?? null;
        const aside = restored?.movedAside ?? null;
        rows.push([
            `Dump ${(0,summary/* markdownCode */.D9)(dump.name)}`,
            (verified === null ? 'not compared: it has no fingerprint' : (0,compared_words/* comparedWords */.$)(verified)) +
                (aside === null ? '' : `; what was there is called ${(0,summary/* markdownCode */.D9)(aside)}`),
        ]);
    }
    for (const { record: saved, into, written } of buckets)
        rows.push([
            `Bucket ${(0,summary/* markdownCode */.D9)(saved.name)} to ${(0,summary/* markdownCode */.D9)(into)}`,
            `${(0,amounts.formatCounted)(saved.objects, 'object')}, ${(0,amounts.formatBytes)(saved.size_bytes)}, each proved${written !== null && written.others > 0
                ? `; ${(0,amounts.formatCounted)(written.others, 'object')} there that the snapshot doesn’t have`
                : ''}`,
        ]);
    const undo = files.flatMap(({ undoFolders }) => undoFolders);
    rows.push(['What was there is in', (0,markdown/* codeList */.E5)(undo)], ['Took', (0,amounts.formatDuration)(durationMs)]);
    return `### ✅ Restored ${what}\n\n${(0,markdown/* factsTable */.wd)(rows)}\n\n${list}\n\n**Next:** see that it works; then remove what was there.\n`;
}

// EXTERNAL MODULE: ./build/actions/restore-inputs.js + 1 modules
var restore_inputs = __webpack_require__(40971);
// EXTERNAL MODULE: ./build/actions/restore-recorder.js
var restore_recorder = __webpack_require__(96113);
// EXTERNAL MODULE: ./build/actions/restore-source.js
var restore_source = __webpack_require__(47646);
;// CONCATENATED MODULE: ./build/actions/restore-application.js
















/** `snapshot`: whichever profile the snapshot names. */
const AS_SAVED = 'snapshot';
/** Puts an application back as its profile says. */
async function restoreApplicationOf(tools) {
    const access = await (0,restore_inputs/* readSourceAccess */.eV)();
    const way = (0,actions_access/* readHostAccess */.Ni)();
    const { spec, filter } = (0,restore_inputs/* readSource */.o$)();
    const { app, options } = (0,application_inputs/* applicationWords */.gC)();
    const locking = access.kind === 'archive' ? { asOfMs: null, retryLockMs: 0 } : access.repository;
    const recorder = access.kind === 'archive' ? null : (0,restore_recorder.readRestoreRecorder)(access.repository, way, tools);
    const words = { app: app === AS_SAVED ? null : app, options };
    const { id, result } = await (0,log/* inGroup */.HB)(`Restore an application on ${way.on}`, async () => {
        return (0,restore_source.withSource)(access, { spec: spec.snapshot, filter }, tools, async ({ source, snapshot }) => {
            if (access.kind === 'archive')
                (0,trusted_archive/* requireTrusted */.r)(snapshot.id, (0,inputs/* textInput */._Z)('trust-archive') ?? '', 'the input `trust-archive`');
            const about = { source, snapshot, what: 'application' };
            const restore = async () => {
                const host = await (0,actions_access/* connect */.Ng)(way, tools);
                try {
                    return await (0,restore_application.restoreApplication)((0,application_inputs/* siteOn */.N1)(way, host, tools), source, how, tools.reporter);
                }
                finally {
                    await host.close();
                }
            };
            const how = {
                snapshot,
                configure: (record) => (0,application/* configureSaved */.aZ)(record, words, application_inputs/* showApplicationWord */.IO),
                overwrite: 'always',
                delete: false,
                owners: (0,inputs/* booleanInput */.tE)('ownership-by-name') ? 'names' : 'numeric',
                verify: true,
                dryRun: (0,inputs/* booleanInput */.tE)('dry-run'),
                noLock: locking.asOfMs !== null,
                retryLockMs: locking.retryLockMs,
            };
            const done = await (0,restore_record.recorded)(recorder, about, restore, (one) => (0,restore_outcome.applicationOutcome)(one, true));
            return { id: snapshot.id, result: done };
        });
    });
    tell(result, { id, on: way.on });
}
function tell(result, { id, on }) {
    const { record, files, durationMs } = result;
    const total = (of) => files.reduce((sum, part) => sum + of(part), 0);
    (0,outputs/* setOutputs */.n0)({
        'snapshot-id': id,
        'files-total': total((part) => part.files),
        'bytes-total': total((part) => part.bytes),
        'undo-folders': files.flatMap(({ undoFolders }) => undoFolders).join('\n'),
        'duration-seconds': Math.round(durationMs / 1000),
    });
    log/* log */.Rm.info(`${record.profile}: ${(0,amounts.formatCounted)(result.steps.length, 'step')}, ${(0,amounts.formatBytes)(total((part) => part.bytes))} of files.`);
    (0,summary/* addSummary */.S0)(applicationSummary(result, { on, dryRun: (0,inputs/* booleanInput */.tE)('dry-run') }));
}


/***/ }),

/***/ 51057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreBucketOf: () => (/* binding */ restoreBucketOf)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(95209);
/* harmony import */ var _buckets_bucket_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77380);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52325);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(30284);
/* harmony import */ var _github_outputs_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(31224);
/* harmony import */ var _github_summary_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(13794);
/* harmony import */ var _operations_restore_bucket_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(61595);
/* harmony import */ var _operations_restore_outcome_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(488);
/* harmony import */ var _operations_restore_record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35139);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58999);
/* harmony import */ var _bucket_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54940);
/* harmony import */ var _configured_inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(80324);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(39863);
/* harmony import */ var _restore_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40971);
/* harmony import */ var _restore_recorder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(96113);















/** Puts the objects of a bucket of a snapshot back into one. */
async function restoreBucketOf(tools) {
    (0,_bucket_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .maskBucketSecrets */ .a)();
    const access = await (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .readRepositoryAccess */ .J1)();
    const { spec, filter } = (0,_restore_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readSource */ .o$)();
    const open = (url) => (0,_buckets_bucket_js__WEBPACK_IMPORTED_MODULE_3__/* .parseBucket */ .W)(url, 'the input `into`', process.env);
    const url = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .textInput */ ._Z)('into');
    const given = url === null ? null : open(url);
    const recorder = (0,_restore_recorder_js__WEBPACK_IMPORTED_MODULE_5__.readRestoreRecorder)(access, given?.location ?? _operations_restore_record_js__WEBPACK_IMPORTED_MODULE_6__.ORIGINAL_BUCKET, tools);
    const result = await (0,_github_log_js__WEBPACK_IMPORTED_MODULE_7__/* .inGroup */ .HB)('Restore a bucket', async () => {
        const repository = await (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .openRepositoryOf */ .Kq)(access, tools);
        try {
            const { reporter, signal } = tools;
            const snapshot = await (0,_configured_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .resolveConfigured */ .BH)(repository, spec.snapshot, filter, signal);
            const options = {
                snapshot,
                name: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .textInput */ ._Z)('bucket'),
                into: ({ location }) => given ?? open(location),
                replace: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .booleanInput */ .tE)('replace-objects'),
                dryRun: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .booleanInput */ .tE)('dry-run'),
                noLock: access.asOfMs !== null,
                retryLockMs: access.retryLockMs,
            };
            const about = { source: repository, snapshot, what: 'bucket' };
            const restore = () => (0,_operations_restore_bucket_js__WEBPACK_IMPORTED_MODULE_9__.restoreBucket)(repository, options, reporter, signal);
            return await (0,_operations_restore_record_js__WEBPACK_IMPORTED_MODULE_6__.recorded)(recorder, about, restore, (one) => (0,_operations_restore_outcome_js__WEBPACK_IMPORTED_MODULE_10__.bucketsOutcome)([one]));
        }
        finally {
            await repository.close();
        }
    });
    const { record, snapshotId, durationMs } = result;
    (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_11__/* .setOutputs */ .n0)({
        'snapshot-id': snapshotId,
        'files-total': record.objects,
        'bytes-total': record.size_bytes,
        'duration-seconds': Math.round(durationMs / 1000),
    });
    _github_log_js__WEBPACK_IMPORTED_MODULE_7__/* .log */ .Rm.info(`Snapshot ${snapshotId.slice(0, 8)}: ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_12__.formatCounted)(record.objects, 'object')} to ${result.into}.`);
    (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_13__/* .addSummary */ .S0)(bucketSummary(result));
}
function bucketSummary({ record, into, written, snapshotId, durationMs }) {
    const what = `${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_13__/* .markdownCode */ .D9)(record.name)} of ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_13__/* .markdownCode */ .D9)(snapshotId.slice(0, 8))} to ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_13__/* .markdownCode */ .D9)(into)}`;
    const objects = `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_12__.formatCounted)(record.objects, 'object')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_12__.formatBytes)(record.size_bytes)}`;
    if (written === null)
        return `### Dry run of the restore of ${what}\n\n${objects}.\n\n**Next:** run it without \`dry-run\`.\n`;
    const rows = [
        ['Written and proved', objects],
        ['There already', (0,_amounts_js__WEBPACK_IMPORTED_MODULE_12__.formatCounted)(written.unchanged, 'object')],
        ['Replaced', (0,_amounts_js__WEBPACK_IMPORTED_MODULE_12__.formatCounted)(written.replaced, 'object')],
        ['There, and not in the snapshot', (0,_amounts_js__WEBPACK_IMPORTED_MODULE_12__.formatCounted)(written.others, 'object')],
        ['Took', (0,_amounts_js__WEBPACK_IMPORTED_MODULE_12__.formatDuration)(durationMs)],
    ];
    return `### ✅ Restored ${what}\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_14__/* .factsTable */ .wd)(rows)}\n\n**Next:** see that the application works with it.\n`;
}


/***/ }),

/***/ 46150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restoreDatabaseOf: () => (/* binding */ restoreDatabaseOf)
});

// EXTERNAL MODULE: ./build/amounts.js
var amounts = __webpack_require__(95209);
// EXTERNAL MODULE: ./build/databases/databases.js + 31 modules
var databases = __webpack_require__(99298);
// EXTERNAL MODULE: ./build/github/inputs.js
var inputs = __webpack_require__(52325);
// EXTERNAL MODULE: ./build/github/log.js
var log = __webpack_require__(30284);
// EXTERNAL MODULE: ./build/github/outputs.js
var outputs = __webpack_require__(31224);
// EXTERNAL MODULE: ./build/github/summary.js
var summary = __webpack_require__(13794);
// EXTERNAL MODULE: ./build/operations/restore-database.js
var restore_database = __webpack_require__(36583);
// EXTERNAL MODULE: ./build/operations/restore-outcome.js
var restore_outcome = __webpack_require__(488);
// EXTERNAL MODULE: ./build/operations/restore-record.js
var restore_record = __webpack_require__(35139);
// EXTERNAL MODULE: ./build/actions/access.js + 2 modules
var actions_access = __webpack_require__(58999);
// EXTERNAL MODULE: ./build/actions/configured-inputs.js + 1 modules
var configured_inputs = __webpack_require__(80324);
// EXTERNAL MODULE: ./build/actions/database-inputs.js
var database_inputs = __webpack_require__(43409);
// EXTERNAL MODULE: ./build/databases/fingerprint.js
var databases_fingerprint = __webpack_require__(26861);
// EXTERNAL MODULE: ./build/progress/compared-words.js
var compared_words = __webpack_require__(14085);
// EXTERNAL MODULE: ./build/actions/markdown.js
var markdown = __webpack_require__(39863);
;// CONCATENATED MODULE: ./build/actions/restore-database-summary.js





/** The job summary of a dump that was put back, or of a dry run of that. */
function databaseSummary(result, on) {
    const { record, restored } = result;
    const what = `${(0,summary/* markdownCode */.D9)(record.name)} of ${(0,summary/* markdownCode */.D9)(result.snapshotId.slice(0, 8))} on ${(0,summary/* markdownCode */.D9)(on)}`;
    const rows = [
        ['Dump', `${(0,summary/* markdownCode */.D9)(record.name)}, ${(0,amounts.formatBytes)(record.size_bytes)}`],
    ];
    if (restored === null) {
        return `### Dry run of the restore of ${what}\n\n${(0,markdown/* factsTable */.wd)(rows)}\n\n**Next:** run it without \`dry-run\`.\n`;
    }
    const { database, movedAside, verified } = restored;
    if (database !== null)
        rows.push(['Database', (0,summary/* markdownCode */.D9)(database)]);
    if (movedAside !== null)
        rows.push(['What was there is called', (0,summary/* markdownCode */.D9)(movedAside)]);
    rows.push(['Compared', comparedCell(record, verified)], ['Took', (0,amounts.formatDuration)(result.durationMs)]);
    const mark = verified === null || verified.onlyCounted > 0 ? '⚠️' : '✅';
    const next = movedAside === null
        ? '**Next:** see that the application works with it.'
        : '**Next:** see that the application works with it; then drop what was there.';
    return `### ${mark} Restored ${what}\n\n${(0,markdown/* factsTable */.wd)(rows)}\n\n${next}\n`;
}
function comparedCell({ fingerprint }, verified) {
    if (verified === null)
        return `no: ${(0,databases_fingerprint/* whyNotVerified */.kG)(fingerprint)}`;
    return (0,compared_words/* comparedWords */.$)(verified);
}

// EXTERNAL MODULE: ./build/actions/restore-inputs.js + 1 modules
var restore_inputs = __webpack_require__(40971);
// EXTERNAL MODULE: ./build/actions/restore-recorder.js
var restore_recorder = __webpack_require__(96113);
// EXTERNAL MODULE: ./build/actions/unfinished.js
var unfinished = __webpack_require__(51719);
;// CONCATENATED MODULE: ./build/actions/restore-database.js
















/** Puts a dump of a snapshot back into its database. */
async function restoreDatabaseOf(tools) {
    const access = await (0,actions_access/* readRepositoryAccess */.J1)();
    const way = (0,actions_access/* readHostAccess */.Ni)();
    const { spec, filter } = (0,restore_inputs/* readSource */.o$)();
    const options = { ...readOptions(access.retryLockMs), connectDatabase: (0,database_inputs/* databaseHost */.iz)(way, tools) };
    const recorder = (0,restore_recorder.readRestoreRecorder)(access, way, tools);
    const result = await (0,log/* inGroup */.HB)(`Restore a database on ${way.on}`, async () => {
        const repository = await (0,actions_access/* openRepositoryOf */.Kq)(access, tools);
        try {
            const { reporter, signal } = tools;
            const snapshot = await (0,configured_inputs/* resolveConfigured */.BH)(repository, spec.snapshot, filter, signal);
            const about = { source: repository, snapshot, what: 'database' };
            const restore = async () => {
                const host = await (0,actions_access/* connect */.Ng)(way, tools);
                try {
                    return await (0,restore_database.restoreDatabase)(host, repository, { ...options, snapshot }, reporter, signal);
                }
                finally {
                    await host.close();
                }
            };
            return await (0,restore_record.recorded)(recorder, about, restore, (one) => (0,restore_outcome.databasesOutcome)([one]));
        }
        finally {
            await repository.close();
        }
    });
    const { restored, record } = result;
    (0,outputs/* setOutputs */.n0)({
        'snapshot-id': result.snapshotId,
        'bytes-total': record.size_bytes,
        database: restored?.database ?? '',
        'moved-aside': restored?.movedAside ?? '',
        'duration-seconds': Math.round(result.durationMs / 1000),
    });
    log/* log */.Rm.info(`Snapshot ${result.snapshotId.slice(0, 8)}: ${record.name}, ${(0,amounts.formatBytes)(record.size_bytes)}.`);
    if (result.afterFailure !== null)
        throw result.afterFailure;
    (0,summary/* addSummary */.S0)(databaseSummary(result, way.on));
}
function readOptions(retryLockMs) {
    const url = (0,inputs/* textInput */._Z)('into');
    const env = (0,database_inputs/* databaseEnvironment */.hM)(url === null ? [] : [url]);
    const parse = (0,database_inputs/* parserOfPlace */.eB)();
    const given = url === null ? null : parse(url, 'the input `into`', env);
    return {
        name: (0,inputs/* textInput */._Z)('database'),
        into: (record) => given ?? parse((0,databases/* urlOf */.rs)(record), 'the input `into`', env),
        overwrite: (0,inputs/* booleanInput */.tE)('overwrite-database'),
        dryRun: (0,inputs/* booleanInput */.tE)('dry-run'),
        noLock: false,
        retryLockMs,
        before: (0,inputs/* commandsInput */.b7)('before'),
        after: (0,inputs/* commandsInput */.b7)('after'),
        onApplication: unfinished/* unfinished */.M.application,
    };
}


/***/ }),

/***/ 40971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ez: () => (/* binding */ readRestoreInputs),
  o$: () => (/* binding */ readSource),
  eV: () => (/* binding */ readSourceAccess),
  nY: () => (/* binding */ requireMeaning),
  Mn: () => (/* binding */ targetInput)
});

// EXTERNAL MODULE: ./build/files/given-path.js
var given_path = __webpack_require__(34469);
// EXTERNAL MODULE: ./build/github/inputs.js
var inputs = __webpack_require__(52325);
// EXTERNAL MODULE: ./build/settings/dump-file.js
var dump_file = __webpack_require__(92095);
// EXTERNAL MODULE: ./build/settings/restore-meaning.js
var restore_meaning = __webpack_require__(17448);
// EXTERNAL MODULE: ./build/settings/snapshot-spec.js
var snapshot_spec = __webpack_require__(59400);
// EXTERNAL MODULE: ./build/settings/tags.js
var settings_tags = __webpack_require__(51767);
// EXTERNAL MODULE: ./build/settings/time.js
var time = __webpack_require__(15787);
// EXTERNAL MODULE: ./build/actions/access.js + 2 modules
var access = __webpack_require__(58999);
// EXTERNAL MODULE: ./build/archive/archive-keys.js
var archive_keys = __webpack_require__(20760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/github/secrets.js
var secrets = __webpack_require__(45907);
// EXTERNAL MODULE: ./build/settings/unlocked.js
var unlocked = __webpack_require__(52395);
// EXTERNAL MODULE: ./build/actions/storage-inputs.js + 1 modules
var storage_inputs = __webpack_require__(22465);
;// CONCATENATED MODULE: ./build/actions/archive-access.js







/** Null: a snapshot is restored. @throws HoldfastError bad-input for inputs of which one would be ignored. */
function readArchiveAccess() {
    const identity = secretInput('archive-identity');
    const passphrase = secretInput('archive-passphrase');
    const location = (0,inputs/* textInput */._Z)('archive-from');
    if (location === null) {
        const given = identity !== null ? 'archive-identity' : passphrase !== null ? 'archive-passphrase' : null;
        if (given === null || isConfigured())
            return null;
        throw new errors/* HoldfastError */.E('bad-input', `Cannot use the input \`${given}\` without \`archive-from\`.`);
    }
    const ignored = [
        'repository',
        'tags',
        'paths',
        'not-after',
        'as-of',
        ...(isConfigured() ? [] : ['retry-lock']),
    ].find((name) => (0,inputs/* textInput */._Z)(name) !== null);
    if (ignored !== undefined) {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot use both the inputs \`archive-from\` and \`${ignored}\`: an archive is chosen by its ID in \`snapshot\`, or as latest by \`host\` and \`of\`.`);
    }
    (0,access/* maskStorageSecrets */.Vh)();
    const s3 = (0,unlocked/* unlocked */.Y)((0,storage_inputs/* readStorageInputs */.vY)());
    const identities = identity === null ? [] : (0,archive_keys/* identitiesIn */.Af)(identity, 'the input `archive-identity`');
    return { location, s3, opening: { identities, passphrase } };
}
/**
 * Of which kind the backups are, the configuration says: a workflow for all of its targets hands on what each kind may
 * need, and what this one doesn't is no contradiction.
 */
function isConfigured() {
    return (0,inputs/* textInput */._Z)('config') !== null;
}
function secretInput(name) {
    const value = (0,inputs/* textInput */._Z)(name);
    if (value !== null)
        (0,secrets/* mask */.dK)(value);
    return value;
}

;// CONCATENATED MODULE: ./build/actions/restore-inputs.js









/** @throws HoldfastError bad-input, before anything is connected to. */
async function readRestoreInputs() {
    const source = await readSourceAccess();
    const { spec, filter, parts } = readSource();
    const locking = source.kind === 'repository' ? source.repository : { retryLockMs: 0 };
    const options = { ...parts, ...readOptions(spec, locking) };
    return { host: (0,access/* readHostAccess */.Ni)(), source, spec, filter, options };
}
/** @throws HoldfastError bad-input. */
async function readSourceAccess() {
    const archive = readArchiveAccess();
    return archive === null
        ? { kind: 'repository', repository: await (0,access/* readRepositoryAccess */.J1)() }
        : { kind: 'archive', archive };
}
/** What action.yml gives where a person gives nothing, or what says no more than that. */
const DEFAULTS = {
    'database-on': 'host',
    snapshot: 'latest',
    overwrite: 'always',
    on: 'local',
};
/** @throws HoldfastError bad-input for inputs of which one would be ignored. */
function requireMeaning() {
    const named = (word) => (word === 'app-option' ? 'app-options' : word);
    const isGiven = (word) => {
        const text = (0,inputs/* textInput */._Z)(named(word)) ?? '';
        return text !== '' && !/^false$/i.test(text) && text !== DEFAULTS[word];
    };
    (0,restore_meaning/* requireOneMeaning */.V)((0,inputs/* booleanInput */.tE)('undo'), isGiven, (word) => `the input \`${named(word)}\``);
}
/** Which snapshot, and what of it. */
function readSource() {
    const spec = (0,snapshot_spec.parseSnapshotSpec)((0,inputs/* textInput */._Z)('snapshot') ?? 'latest');
    const dump = (0,inputs/* textInput */._Z)('database');
    if (dump !== null)
        return { spec, filter: readFilter(), parts: (0,dump_file/* dumpAsFile */.R)(dump) };
    const parts = {
        folder: spec.folder,
        includes: (0,inputs/* selectionInput */.VR)('include'),
        iincludes: (0,inputs/* selectionInput */.VR)('iinclude'),
        excludes: (0,inputs/* selectionInput */.VR)('exclude'),
        iexcludes: (0,inputs/* selectionInput */.VR)('iexclude'),
        includeOwn: (0,inputs/* booleanInput */.tE)('own'),
    };
    return { spec, filter: readFilter(), parts };
}
function readFilter() {
    const tags = (0,settings_tags/* splitTags */.c)((0,inputs/* selectionInput */.VR)('tags'));
    const notAfter = (0,inputs/* textInput */._Z)('not-after');
    const host = (0,inputs/* textInput */._Z)('host');
    return {
        hosts: host === null ? [] : [host],
        target: (0,inputs/* textInput */._Z)('of'),
        tags: tags.length === 0 ? [] : [tags],
        paths: (0,inputs/* selectionInput */.VR)('paths'),
        ...(notAfter === null ? {} : { notAfterNs: (0,time.parseTime)(notAfter, 'the input `not-after`') }),
    };
}
function readOptions(spec, { retryLockMs, asOfMs = null }) {
    return {
        target: readTarget(spec),
        overwrite: (0,inputs/* choiceInput */.ij)('overwrite', ['always', 'if-changed', 'if-newer', 'never']),
        delete: (0,inputs/* booleanInput */.tE)('delete'),
        owners: (0,inputs/* booleanInput */.tE)('ownership-by-name') ? 'names' : 'numeric',
        verify: true,
        dryRun: (0,inputs/* booleanInput */.tE)('dry-run'),
        // What was there at a time stays whatever others do now.
        noLock: asOfMs !== null,
        retryLockMs,
        before: (0,inputs/* commandsInput */.b7)('before'),
        after: (0,inputs/* commandsInput */.b7)('after'),
    };
}
function readTarget({ folder }) {
    const path = targetInput('Give the folder to restore to, or `/` for the original place.');
    return path === '/' && folder === null ? null : path;
}
/** @throws HoldfastError bad-input unless it is an absolute path. */
function targetInput(whatToDo) {
    return (0,given_path/* givenPath */.H)((0,inputs/* requiredInput */.YF)('target', whatToDo), 'the input `target`');
}


/***/ }),

/***/ 96113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readRestoreRecorder: () => (/* binding */ readRestoreRecorder)
/* harmony export */ });
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52325);
/* harmony import */ var _hosts_address_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88772);
/* harmony import */ var _evidence_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36877);
/* harmony import */ var _signing_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(941);




/** How a record of a restore to a host, or into a bucket, is kept; null: for a dry run, with `no-evidence`, and for what isn't of now. @throws HoldfastError bad-input. */
function readRestoreRecorder(repository, to, tools) {
    const key = (0,_signing_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .readSigningKey */ .j)();
    const isOfNow = (repository.asOfMs ?? null) === null;
    if (!isOfNow || (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .booleanInput */ .tE)('dry-run') || (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .booleanInput */ .tE)('no-evidence'))
        return null;
    return {
        place: (0,_evidence_inputs_js__WEBPACK_IMPORTED_MODULE_2__.evidencePlaceOf)(repository, (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .textInput */ ._Z)('evidence'), tools),
        key,
        who: (0,_signing_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .readWho */ .$)(process.env),
        to: typeof to === 'string' ? to : hostOf(to),
        signal: tools.signal,
        onWarning: (message) => tools.reporter.onWarning(message),
    };
}
function hostOf({ on, options: { container } }) {
    return `${container === undefined ? '' : `${container} on `}${(0,_hosts_address_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutPassword */ .G5)(on)}`;
}


/***/ }),

/***/ 47646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withSource: () => (/* binding */ withSource)
/* harmony export */ });
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58999);
/* harmony import */ var _archives_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84649);
/* harmony import */ var _configured_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80324);
/* harmony import */ var _unfinished_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51719);




/** Opens the repository, or reads the archive, that `access` names, and has `work` restore from it. */
async function withSource(access, which, tools, work) {
    if (access.kind === 'archive')
        return withArchive(access.archive, which, tools, work);
    const repository = await (0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .openRepositoryOf */ .Kq)(access.repository, tools);
    try {
        const snapshot = await (0,_configured_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveConfigured */ .BH)(repository, which.spec, which.filter, tools.signal);
        return await work({ source: repository, snapshot });
    }
    finally {
        await repository.close();
    }
}
async function withArchive({ location, s3, opening }, { spec, filter }, tools, work) {
    const [{ resolveArchive }, { readArchive }] = await Promise.all([
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 90456)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 30593)),
    ]);
    _unfinished_js__WEBPACK_IMPORTED_MODULE_2__/* .unfinished */ .M.needsNoRepository();
    const { reporter, signal } = tools;
    const store = await (0,_archives_js__WEBPACK_IMPORTED_MODULE_3__/* .openArchives */ .aB)({ location, s3 }, tools);
    try {
        const narrowed = { target: filter.target ?? null, host: filter.hosts?.[0] ?? null };
        const found = await resolveArchive(store, spec, narrowed, signal);
        (0,_configured_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .requireConfigured */ .Ce)(found.id, found.manifest.target);
        if (!found.manifest.complete) {
            reporter.onWarning(`The archive ${found.id} is incomplete: not all that was to be saved is in it. Its own manifest (\`own: true\`) says what is missing.`);
        }
        const contents = await readArchive({ ...found, store, opening }, reporter, signal);
        return await work({ source: contents, snapshot: contents.snapshot });
    }
    finally {
        await store.close();
    }
}


/***/ }),

/***/ 77383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ failedUndoSummary),
/* harmony export */   P7: () => (/* binding */ undoSummary),
/* harmony export */   Uy: () => (/* binding */ failedRestoreSummary),
/* harmony export */   b5: () => (/* binding */ failedTarSummary),
/* harmony export */   i_: () => (/* binding */ tarSummary),
/* harmony export */   rk: () => (/* binding */ restoreSummary)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95209);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(63509);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53272);
/* harmony import */ var _github_summary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13794);
/* harmony import */ var _operations_restore_restore_after_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19240);
/* harmony import */ var _settings_undo_command_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(87212);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39863);
/* harmony import */ var _next_steps_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(97041);








/** The log names them all. */
const MAX_CHANGES_SHOWN = 50;
/** The job summary of a restore that was done, or of a dry run. */
function restoreSummary(result, place) {
    const id = (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(result.snapshotId.slice(0, 8));
    const what = `${id} to ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(place.way.on)}`;
    const heading = result.dryRun ? `### Dry run of the restore of ${what}` : `### ✅ Restored ${what}`;
    const parts = [heading, facts(result)];
    if (result.dryRun)
        parts.push(changesTable(result, place.changes));
    else
        parts.push(inTheWay(result));
    parts.push(next(result, place.way));
    return `${parts.join('\n\n')}\n`;
}
/** The job summary of an archive that was written. */
function tarSummary(archive) {
    const rows = [
        ['File on the runner', (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(archive.file)],
        ['Holds', `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCounted)(archive.files, 'file')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatBytes)(archive.bytes)}`],
    ];
    const heading = `### ✅ Wrote ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(archive.snapshotId.slice(0, 8))} as a tar archive`;
    const next = '**Next:** use it in this job: a runner’s files are gone after it. It is not encrypted.';
    return `${[heading, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .factsTable */ .wd)(rows), next].join('\n\n')}\n`;
}
/** The job summary of a restore that was undone, or of a dry run of that. */
function undoSummary(result, on) {
    const what = `the restore of ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(result.snapshotId.slice(0, 8))} on ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(on)}`;
    const names = (0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCounted)(result.names, 'topmost name');
    if (result.dryRun) {
        return `### Dry run: undoing ${what}\n\n**Would change:** ${names}.\n\n**Next:** run it without \`dry-run\`.\n`;
    }
    const kept = `**Put back:** ${names}. What had been restored, with all that was changed there since, lies in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .codeList */ .E5)(result.keptIn)} on the host.`;
    return `### ✅ Undid ${what}\n\n${kept}\n\n**Next:** see that the application works; then remove what had been restored.\n`;
}
/** The job summary of a restore that was not done, or whose after commands failed. */
function failedRestoreSummary(error, what) {
    if (error instanceof _operations_restore_restore_after_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .RestoreAfterFailure */ .R)
        return heldSummary(error, what.way);
    return failedSummary(error, what.repository, {
        heading: `Restore of ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(what.snapshot)} to ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(what.way.on)} failed`,
        left: '**Restored:** nothing is swapped in unless the message says so; what stood there still stands. Whatever was sent by then is kept beside it, and the same restore goes on from there.',
    });
}
/** The job summary of an undo that was not done, or not to its end. */
function failedUndoSummary(error, on) {
    return failedSummary(error, null, {
        heading: `Undo of a restore on ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(on)} failed`,
        left: '**Put back:** nothing, or only a part if it was cut off meanwhile. Nothing is deleted: what is not put back yet still lies in the undo folder, and the same undo goes on from there.',
    });
}
/** The job summary of an archive that was not written. */
function failedTarSummary(error, what) {
    return failedSummary(error, what.repository, {
        heading: `Writing ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(what.snapshot)} as a tar archive failed`,
        left: '**Written:** nothing: a half-written archive is removed.',
    });
}
function failedSummary(error, repository, { heading, left }) {
    const { advice, commands } = (0,_next_steps_js__WEBPACK_IMPORTED_MODULE_4__/* .nextSteps */ .Zn)(error);
    const parts = [`### ❌ ${heading}`, (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_failure_text_js__WEBPACK_IMPORTED_MODULE_5__/* .failureText */ .k)(error)), left, `**Next:** ${advice}`];
    if (commands.length > 0)
        parts.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .shellBlock */ .OV)((0,_next_steps_js__WEBPACK_IMPORTED_MODULE_4__/* .withEnvironment */ .Ec)(commands, repository)));
    return `${parts.join('\n\n')}\n`;
}
/** What was restored, for a person who must see to the application first. */
function heldSummary(error, way) {
    const { result } = error;
    const what = `${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(result.snapshotId.slice(0, 8))} to ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(way.on)}`;
    const [heading, again] = result.dryRun
        ? [`Dry run of the restore of ${what}`, 'Then run it without `dry-run`.']
        : [`Restored ${what}`, 'The restore is done and need not be run again.'];
    const parts = [
        `### ❌ ${heading}, but an after command failed`,
        (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_failure_text_js__WEBPACK_IMPORTED_MODULE_5__/* .failureText */ .k)(error)),
        '**Held:** the application may still be stopped.',
        facts(result),
    ];
    if (!result.dryRun)
        parts.push(inTheWay(result));
    parts.push(`**Next:** run the \`after\` commands by hand on the host, and see that the application works. ${again}`);
    const undo = takeBack(result, way);
    if (undo !== null)
        parts.push(undo);
    return `${parts.join('\n\n')}\n`;
}
function facts(result) {
    const sent = `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCounted)(result.sentFiles, 'file')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatBytes)(result.sentBytes)}`;
    const rows = [
        ['To', (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(result.target)],
        [
            'Chosen',
            `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCounted)(result.files, 'file')} in ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCounted)(result.folders, 'folder')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatBytes)(result.bytes)}`,
        ],
        [
            'Already there as saved',
            `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCounted)(result.unchangedFiles, 'file')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatBytes)(result.unchangedBytes)}`,
        ],
        [result.dryRun ? 'Would be sent' : 'Sent', sent],
    ];
    if (result.leftFiles > 0)
        rows.push(['There otherwise, and left as it is (`overwrite`)', (0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCounted)(result.leftFiles, 'file')]);
    if (result.resumedFiles > 0)
        rows.push(['Sent by an earlier run', (0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCounted)(result.resumedFiles, 'file')]);
    const changes = `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCount)(result.created)} new, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCount)(result.replaced)} replaced, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCount)(result.removed)} removed`;
    rows.push([result.dryRun ? 'Would be swapped in' : 'Swapped in', changes]);
    rows.push(['Took', (0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatDuration)(result.durationMs)]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .factsTable */ .wd)(rows);
}
function inTheWay({ undoFolders }) {
    if (undoFolders.length === 0)
        return '**In the way:** nothing was.';
    return `**In the way:** what stood there lies in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .codeList */ .E5)(undoFolders)} on the host.`;
}
function changesTable(result, changes) {
    const total = changesOf(result);
    if (total === 0)
        return '**Would change:** nothing.';
    const shown = changes.slice(0, MAX_CHANGES_SHOWN);
    const lines = ['| what | path |', '| --- | --- |'];
    lines.push(...shown.map(({ kind, path }) => `| ${kind} | ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_6__.display)(path))} |`));
    if (total > shown.length)
        lines.push('', `… and ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCount)(total - shown.length)} more: the log names them.`);
    return lines.join('\n');
}
function changesOf({ created, replaced, removed }) {
    return created + replaced + removed;
}
function next(result, way) {
    if (result.dryRun)
        return changesOf(result) > 0 ? '**Next:** run it without `dry-run`.' : '**Next:** nothing.';
    const undo = takeBack(result, way);
    if (undo === null)
        return '**Next:** see that the application works.';
    return `**Next:** see that the application works; then remove the undo folder on the host, which takes up space. ${undo}`;
}
/** Null if nothing was in the way. */
function takeBack({ undoFolders: [folder] }, way) {
    if (folder === undefined)
        return null;
    const parts = [`To take the restore back instead:\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .shellBlock */ .OV)([(0,_settings_undo_command_js__WEBPACK_IMPORTED_MODULE_7__/* .undoCommand */ .E)(folder, way)])}`];
    if (way.secrets.length > 0)
        parts.push(LOGINS[way.secrets.includes('identity') ? 'identity' : 'ssh-password']);
    return parts.join('\n\n');
}
/** GitHub shows no secret again, and one on a command line would be in the shell's history. */
const LOGINS = {
    identity: 'It logs in with the keys of your agent or your own; for the key of the input `identity`, add `--identity FILE`.',
    'ssh-password': 'Write the password of the input `ssh-password` to a file, and add `--ssh-password-file FILE`.',
};


/***/ }),

/***/ 9568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreToTar: () => (/* binding */ restoreToTar)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(95209);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52325);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(30284);
/* harmony import */ var _github_outputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(31224);
/* harmony import */ var _github_summary_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(13794);
/* harmony import */ var _new_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90701);
/* harmony import */ var _operations_restore_tar_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85547);
/* harmony import */ var _restore_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40971);
/* harmony import */ var _restore_source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47646);
/* harmony import */ var _restore_summary_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(77383);










/** Writes a snapshot, or a part of it, as a tar archive on the runner. */
async function restoreToTar(tools) {
    const startedMs = performance.now();
    const file = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredInput */ .YF)('tar', 'Name the file to write.');
    const access = await (0,_restore_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readSourceAccess */ .eV)();
    const { spec, filter, parts } = (0,_restore_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readSource */ .o$)();
    await (0,_restore_source_js__WEBPACK_IMPORTED_MODULE_2__.withSource)(access, { spec: spec.snapshot, filter }, tools, async ({ source, snapshot }) => {
        const { files, bytes } = await (0,_new_file_js__WEBPACK_IMPORTED_MODULE_3__.writeNewFile)(file, (write) => (0,_operations_restore_tar_js__WEBPACK_IMPORTED_MODULE_4__/* .exportTar */ .S)(source, { ...parts, snapshot }, write, tools.reporter, tools.signal));
        (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_5__/* .setOutputs */ .n0)({
            'snapshot-id': snapshot.id,
            'files-total': files,
            'bytes-total': bytes,
            'duration-seconds': Math.round((performance.now() - startedMs) / 1000),
        });
        (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_6__/* .addSummary */ .S0)((0,_restore_summary_js__WEBPACK_IMPORTED_MODULE_7__/* .tarSummary */ .i_)({ snapshotId: snapshot.id, files, bytes, file }));
        _github_log_js__WEBPACK_IMPORTED_MODULE_8__/* .log */ .Rm.info(`Snapshot ${snapshot.id.slice(0, 8)}: ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_9__.formatCounted)(files, 'file')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_9__.formatBytes)(bytes)} in ${file}.`);
    });
}


/***/ }),

/***/ 99566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main),
/* harmony export */   post: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(95209);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(63509);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(52325);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(30284);
/* harmony import */ var _github_outputs_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(31224);
/* harmony import */ var _github_summary_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(13794);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58999);
/* harmony import */ var _configured_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80324);
/* harmony import */ var _notices_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91637);
/* harmony import */ var _post_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97752);
/* harmony import */ var _restore_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40971);
/* harmony import */ var _restore_summary_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(77383);
/* harmony import */ var _unfinished_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51719);













/** The summary names so many; the log has them all. */
const MAX_CHANGES_KEPT = 1000;
const ABOUT = {
    ..._notices_js__WEBPACK_IMPORTED_MODULE_0__/* .OF_A_HOST */ .be,
    action: 'Restore',
    host: () => (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .shownPlaces */ .GF)().way.on,
    byEnvironment: false,
};
/** Puts a snapshot, or a part of it, back on a host. */
async function main() {
    const title = isUndo() ? 'Undo failed' : 'Restore failed';
    await (0,_notices_js__WEBPACK_IMPORTED_MODULE_0__/* .runMain */ .VN)(ABOUT, { title, severity: 'fail', onFailure: summarizeFailure }, restore);
}
async function post() {
    await (0,_post_js__WEBPACK_IMPORTED_MODULE_2__/* .finishForMain */ .y)(_configured_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .useConfiguredOfMain */ .e6);
    await (0,_notices_js__WEBPACK_IMPORTED_MODULE_0__/* .noticeCutOff */ .QB)(ABOUT);
}
async function restore(tools) {
    _unfinished_js__WEBPACK_IMPORTED_MODULE_4__/* .unfinished */ .M.mainStarted();
    await (0,_configured_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .useConfigured */ .gD)(role());
    (0,_restore_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .requireMeaning */ .nY)();
    if ((0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .booleanInput */ .tE)('list'))
        await (await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 40868))).listBackups(tools);
    else if ((0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .booleanInput */ .tE)('undo'))
        await undo(tools);
    else if ((0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .textInput */ ._Z)('app') !== null)
        await (await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 78305))).restoreApplicationOf(tools);
    else if ((0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .textInput */ ._Z)('database') !== null && (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .textInput */ ._Z)('target') === null)
        await (await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 46150))).restoreDatabaseOf(tools);
    else if ((0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .textInput */ ._Z)('bucket') !== null)
        await (await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 51057))).restoreBucketOf(tools);
    else if ((0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .textInput */ ._Z)('tar') !== null)
        await (await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 9568))).restoreToTar(tools);
    else
        await putBack(tools);
}
/** What a configuration is asked for: not what would be of no meaning to this restore. */
function role() {
    if ((0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .booleanInput */ .tE)('undo'))
        return 'undo';
    return (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .textInput */ ._Z)('tar') === null ? 'restore' : 'unpack';
}
async function putBack(tools) {
    const inputs = await (0,_restore_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .readRestoreInputs */ .Ez)();
    const changes = [];
    const onChange = (change) => {
        if (inputs.options.dryRun)
            _github_log_js__WEBPACK_IMPORTED_MODULE_7__/* .log */ .Rm.info(`would ${change.kind} ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_8__.display)(change.path)}`);
        if (changes.length < MAX_CHANGES_KEPT)
            changes.push(change);
    };
    const restored = await (0,_github_log_js__WEBPACK_IMPORTED_MODULE_7__/* .inGroup */ .HB)(`Restore to ${inputs.host.on}`, () => run(inputs, onChange, tools));
    const { result, afterFailure } = restored;
    giveOutputs(result);
    _github_log_js__WEBPACK_IMPORTED_MODULE_7__/* .log */ .Rm.info(oneLine(result));
    if (afterFailure !== null)
        throw afterFailure;
    (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .addSummary */ .S0)((0,_restore_summary_js__WEBPACK_IMPORTED_MODULE_10__/* .restoreSummary */ .rk)(result, { way: (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .shownPlaces */ .GF)().way, changes }));
}
async function run(inputs, onChange, tools) {
    const [{ withSource }, { restoreHeld }, { recorded }, { filesOutcome }, { readRestoreRecorder }] = await Promise.all([
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 47646)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 41)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 35139)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 488)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 96113)),
    ]);
    const { reporter, signal } = tools;
    const which = { spec: inputs.spec.snapshot, filter: inputs.filter };
    return withSource(inputs.source, which, tools, async ({ source, snapshot }) => {
        reporter.onInfo(`Snapshot: ${snapshot.id.slice(0, 8)} of ${new Date(Number(snapshot.snapshot.timeNs / 1000000n)).toISOString()}`);
        const recorder = inputs.source.kind === 'archive'
            ? null
            : readRestoreRecorder(inputs.source.repository, inputs.host, tools);
        const restoreFiles = async () => {
            const host = await (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .connect */ .Ng)(inputs.host, tools);
            try {
                const options = { ...inputs.options, snapshot, onChange, onApplication: _unfinished_js__WEBPACK_IMPORTED_MODULE_4__/* .unfinished */ .M.application };
                return await restoreHeld(host, source, options, reporter, signal);
            }
            finally {
                await host.close();
            }
        };
        const about = { source, snapshot, what: 'files' };
        return recorded(recorder, about, restoreFiles, ({ result }) => filesOutcome([result], inputs.options.verify));
    });
}
function giveOutputs(result) {
    (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_11__/* .setOutputs */ .n0)({
        'snapshot-id': result.snapshotId,
        'files-total': result.files,
        'files-sent': result.sentFiles,
        'files-unchanged': result.unchangedFiles,
        'bytes-total': result.bytes,
        'bytes-sent': result.sentBytes,
        created: result.created,
        replaced: result.replaced,
        removed: result.removed,
        'undo-folders': result.undoFolders.join('\n'),
        'duration-seconds': Math.round(result.durationMs / 1000),
    });
}
function oneLine(result) {
    const what = `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_12__.formatCounted)(result.files, 'file')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_12__.formatBytes)(result.bytes)}`;
    const id = result.snapshotId.slice(0, 8);
    if (result.dryRun)
        return `Dry run: snapshot ${id} has ${what}; ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_12__.formatBytes)(result.sentBytes)} would be sent.`;
    return `Snapshot ${id}: ${what} restored to ${result.target}; ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_12__.formatBytes)(result.sentBytes)} sent.`;
}
function summarizeFailure(error) {
    const what = { snapshot: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .textInput */ ._Z)('snapshot') ?? 'latest', ...(0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .shownPlaces */ .GF)() };
    if (isUndo())
        (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .addSummary */ .S0)((0,_restore_summary_js__WEBPACK_IMPORTED_MODULE_10__/* .failedUndoSummary */ .A)(error, what.way.on));
    else if ((0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .textInput */ ._Z)('tar') !== null)
        (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .addSummary */ .S0)((0,_restore_summary_js__WEBPACK_IMPORTED_MODULE_10__/* .failedTarSummary */ .b5)(error, what));
    else
        (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .addSummary */ .S0)((0,_restore_summary_js__WEBPACK_IMPORTED_MODULE_10__/* .failedRestoreSummary */ .Uy)(error, what));
}
/** Also where the input can't be right, and reading it in earnest would throw. */
function isUndo() {
    return /^true$/i.test((0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .textInput */ ._Z)('undo') ?? '');
}
async function undo(tools) {
    const { undoRestore } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 9087));
    const path = (0,_restore_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .targetInput */ .Mn)('Give the undo folder that the restore reported, what it restored, or the folder that it restored to.');
    const access = (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .readHostAccess */ .Ni)();
    const host = await (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .connect */ .Ng)(access, tools);
    try {
        const dryRun = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .booleanInput */ .tE)('dry-run');
        const startedMs = performance.now();
        const result = await undoRestore(host, { path, dryRun }, tools.reporter, tools.signal);
        (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_11__/* .setOutputs */ .n0)({
            'snapshot-id': result.snapshotId,
            'duration-seconds': Math.round((performance.now() - startedMs) / 1000),
        });
        (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .addSummary */ .S0)((0,_restore_summary_js__WEBPACK_IMPORTED_MODULE_10__/* .undoSummary */ .P7)(result, access.on));
        _github_log_js__WEBPACK_IMPORTED_MODULE_7__/* .log */ .Rm.info(`${dryRun ? 'Would undo' : 'Undid'} the restore of snapshot ${result.snapshotId.slice(0, 8)}.`);
    }
    finally {
        await host.close();
    }
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

/***/ 15229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   go: () => (/* binding */ ObjectPaths),
/* harmony export */   yt: () => (/* binding */ keyOfPath)
/* harmony export */ });
/* unused harmony export pathOfKey */
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/**
 * An object's name as a path in a snapshot, and back. A name is any text; a path is not: it has no empty parts, no `.` and
 * `..`, no NUL, no part of more than 255 bytes, and nothing stands below a file. So a name is cut at its slashes, and of each
 * part
 *
 * | in the name | in the path |
 * | --- | --- |
 * | `%`, NUL | `%25`, `%00` |
 * | `.` and `..` as a whole part | `%2E`, `%2E%2E` |
 * | an empty part (`a//b`, `/a`, `a/`) | `%` |
 * | 251 bytes and more | cut: a part that ends in a single `%` goes on in the one below, which is `%` where nothing is left |
 * | a part below which objects stand, when an object has just that name, too | the folder ends in `%=` |
 *
 * All other names are their own paths. A `%` of a name is always `%25`, so none of these can be taken for another.
 *
 * Every folder is all the names that begin alike: of names that come by rising bytes, those in one folder come in one piece. So where a
 * part is cut must be told by what stands before the cut alone, and not by how long the whole is.
 */
/** File systems, and so restored files, take 255 bytes: this much, the rest of a character of 4 bytes, and GOES_ON. */
const CUT_BYTES = 251;
const EMPTY_PART = '%';
const GOES_ON = '%';
const BESIDE_OBJECT = '%=';
/** @param beside The lengths of those parts of `key` (in characters, from its beginning) that are objects themselves. */
function pathOfKey(key, beside = new Set()) {
    const parts = [];
    let end = -1;
    const names = key.split('/');
    for (const [i, name] of names.entries()) {
        end += name.length + 1;
        const isFolder = i < names.length - 1;
        const suffix = isFolder && beside.has(end) ? BESIDE_OBJECT : '';
        parts.push(...cut(escaped(name), suffix));
    }
    return `/${parts.join('/')}`;
}
/** @throws HoldfastError repository-damaged for a path that no name has. */
function keyOfPath(path) {
    const names = [];
    let begun = '';
    for (const part of path.slice(1).split('/')) {
        if (part !== EMPTY_PART && part.endsWith(GOES_ON)) {
            begun += part.slice(0, -GOES_ON.length);
            continue;
        }
        const last = part.endsWith(BESIDE_OBJECT) ? part.slice(0, -BESIDE_OBJECT.length) : part;
        const whole = begun + (last === EMPTY_PART ? '' : last);
        begun = '';
        names.push(whole.replace(/%(25|00|2E)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))));
    }
    const key = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toText)(names.join('/'));
    if (key !== null && begun === '')
        return key;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('repository-damaged', `Cannot tell which object ${JSON.stringify(path)} of the snapshot is: it is no name of one as it would have been saved.`);
}
function escaped(name) {
    return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(name).replace(/[%\0]/g, (one) => (one === '%' ? '%25' : '%00'));
}
/** Never within an escape, nor within a character: what is shown of it stays readable. */
function cut(part, suffix) {
    const parts = [];
    let rest = part;
    while (rest.length >= CUT_BYTES) {
        let at = CUT_BYTES;
        const percent = rest.lastIndexOf('%', at - 1);
        if (percent > at - 3)
            at = percent + 3;
        while ((rest.charCodeAt(at) & 0xc0) === 0x80)
            at++;
        parts.push(rest.slice(0, at) + GOES_ON);
        rest = rest.slice(at);
    }
    return [...parts, asPart(rest) + suffix];
}
/** What no entry of a folder can be called. */
function asPart(rest) {
    if (rest === '')
        return EMPTY_PART;
    return rest === '.' || rest === '..' ? rest.replaceAll('.', '%2E') : rest;
}
/** Gives the paths of names that come by rising bytes, as buckets list them. Holds the names that the last one begins with. */
class ObjectPaths {
    /** Each begins with the one before. */
    #open = [];
    pathOf(key) {
        while (this.#open.length > 0 && !key.startsWith(this.#open.at(-1) ?? ''))
            this.#open.pop();
        const beside = new Set(this.#open.filter((one) => key[one.length] === '/').map((one) => one.length));
        const path = pathOfKey(key, beside);
        this.#open.push(key);
        return path;
    }
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

/***/ 90701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   requireNewFiles: () => (/* binding */ requireNewFiles),
/* harmony export */   writeNewFile: () => (/* binding */ writeNewFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53648);



/**
 * Writes a new file on this machine, for its owner alone: what is in a backup may be secret. Nothing is overwritten,
 * and a file that was not finished is removed: a half must not look like a whole.
 *
 * @param write Gets a sink for the bytes, which resolves when more are wanted.
 * @throws HoldfastError bad-input if the file can't be made; what `write` throws.
 */
async function writeNewFile(path, write) {
    const file = await openNew(path);
    try {
        // On a handle writeFile goes on where the last one ended; unlike write, it never writes only a part.
        const result = await write((bytes) => file.writeFile(bytes));
        await file.sync();
        return result;
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true });
        throw asNoSpace(path, error);
    }
    finally {
        await file.close();
    }
}
/** More than a page or a sheet mostly has: see tryWritingTo. */
const TRIAL_BYTES = 64 * 1024;
/**
 * That `writeNewFile` can make each of `paths` is tried before what goes into them is worked for, which may take hours: under their own
 * names, side by side, so that one that is named twice, or is too long, shows too. All are removed again.
 *
 * @throws HoldfastError bad-input, no-space, naming the first that can't be made.
 */
async function requireNewFiles(paths) {
    const made = [];
    try {
        for (const path of paths) {
            const file = await openNew(path);
            made.push(path);
            try {
                await file.writeFile(Buffer.alloc(TRIAL_BYTES));
                await file.sync();
            }
            catch (error) {
                throw asNoSpace(path, error);
            }
            finally {
                await file.close();
            }
        }
    }
    finally {
        for (const path of made)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.unlink)(path);
    }
}
/** @throws HoldfastError bad-input when there is something, or nothing can be made. */
async function openNew(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'wx', 0o600).catch((cause) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot make the file ${JSON.stringify(path)}: ${(0,_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .systemErrorText */ .f9)(cause)}. ${adviceOn(cause)}`, { cause });
    });
}
function adviceOn(error) {
    return (0,_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .xU)(error) === 'EEXIST'
        ? "Name one that isn't there yet."
        : 'Name one in a folder that is there and that you may write to.';
}
function asNoSpace(path, error) {
    const code = (0,_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .xU)(error);
    if (code !== 'ENOSPC' && code !== 'EDQUOT')
        return error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('no-space', `Cannot write the file ${JSON.stringify(path)}: its disk is full. What was written is removed; make room, or name ` +
        'a file on another disk.', { cause: error });
}


/***/ }),

/***/ 30423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E8: () => (/* binding */ addDump),
/* harmony export */   cG: () => (/* binding */ pieceName)
/* harmony export */ });
/* unused harmony export DUMP_ENTRY_BYTES */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _entry_header_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82734);




/** A member's size stands before its content, and nobody knows a dump's: so much of it is held until it is written. */
const DUMP_ENTRY_BYTES = 64 * 1024 * 1024;
/** By their names the shell's `*` puts them in order: 64 TiB of dump. */
const NUMBER_DIGITS = 6;
/**
 * Writes a dump as members `<path>.000000`, `<path>.000001` and so on, all of `entryBytes` but the last: `cat <path>.*`
 * gives it back. An empty one has one empty member. Memory: one entry.
 *
 * @param dump.path In the archive: no leading slash.
 * @throws What `content` throws. The archive is of no use then.
 */
async function addDump(writer, dump, content) {
    const { entryBytes = DUMP_ENTRY_BYTES } = dump;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let bytes = 0;
    let entries = 0;
    let parts = [];
    let gathered = 0;
    const write = async () => {
        if (entries >= 10 ** NUMBER_DIGITS)
            throw tooLong(dump.path);
        const path = pieceName(dump.path, entries);
        await writer.add((0,_entry_header_js__WEBPACK_IMPORTED_MODULE_1__/* .ownHeader */ .sG)(path, 'file', gathered, dump.timeNs), parts);
        entries++;
        parts = [];
        gathered = 0;
    };
    for await (const part of content) {
        hash.update(part);
        bytes += part.length;
        for (let at = 0; at < part.length;) {
            if (gathered === entryBytes)
                await write();
            const length = Math.min(part.length - at, entryBytes - gathered);
            parts.push(Buffer.from(part.subarray(at, at + length)));
            gathered += length;
            at += length;
        }
    }
    if (gathered > 0 || entries === 0)
        await write();
    return { path: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(dump.path), bytes, sha256: hash.digest('hex'), entries };
}
/** What the member number `piece` of a dump is called, from 0. */
function pieceName(path, piece) {
    return `${path}.${String(piece).padStart(NUMBER_DIGITS, '0')}`;
}
function tooLong(path) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', `Cannot put the dump "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(path)}" into an archive: it has more than ${10 ** NUMBER_DIGITS} entries of 64 MiB. Dump it in parts.`);
}


/***/ }),

/***/ 82734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ linkHeader),
/* harmony export */   Io: () => (/* binding */ entryHeader),
/* harmony export */   sG: () => (/* binding */ ownHeader)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _restore_tar_header_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5003);


const NONE = '';
const NOTHING_READ = { sizeBytes: 0n, segments: null, extendedAttributes: [], readAs: null };
/** The member that holds `entry` at its own path without the leading slash: metadata as listed, contents as read. */
function entryHeader(entry, accounts, read = NOTHING_READ) {
    const isDevice = entry.type === 'dev' || entry.type === 'chardev';
    // Who led tar elsewhere must not come to own what was read there: such a file has no name's owner either.
    const { uid, gid, permissions } = read.readAs ?? entry;
    const isAsListed = read.readAs === null;
    return {
        path: entry.path.slice(1),
        type: entry.type,
        linkTarget: entry.type === 'symlink' ? entry.linkTarget : NONE,
        permissions,
        uid,
        gid,
        user: isAsListed ? (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(accounts.users.get(uid) ?? '') : NONE,
        group: isAsListed ? (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(accounts.groups.get(gid) ?? '') : NONE,
        mtimeNs: entry.mtimeNs,
        sizeBytes: entry.type === 'file' ? read.sizeBytes : 0n,
        deviceMajor: isDevice ? (0,_restore_tar_header_js__WEBPACK_IMPORTED_MODULE_1__/* .majorOf */ .Ds)(entry.deviceNumber) : 0,
        deviceMinor: isDevice ? (0,_restore_tar_header_js__WEBPACK_IMPORTED_MODULE_1__/* .minorOf */ .Hs)(entry.deviceNumber) : 0,
        extendedAttributes: read.extendedAttributes,
        segments: entry.type === 'file' ? read.segments : null,
    };
}
/** Another name of the file in the member of `header`. */
function linkHeader(path, header) {
    return {
        ...header,
        path: path.slice(1),
        type: 'hardlink',
        linkTarget: header.path,
        sizeBytes: 0n,
        segments: null,
        extendedAttributes: [],
    };
}
/** What Holdfast adds: root's, for root alone. */
function ownHeader(path, type, sizeBytes, timeNs) {
    return {
        path,
        type,
        linkTarget: NONE,
        permissions: type === 'dir' ? 0o700 : 0o600,
        uid: 0,
        gid: 0,
        user: 'root',
        group: 'root',
        mtimeNs: timeNs,
        sizeBytes: BigInt(sizeBytes),
        deviceMajor: 0,
        deviceMinor: 0,
        extendedAttributes: [],
        segments: null,
    };
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
/* harmony import */ var _quiesce_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70238);
/* harmony import */ var _quiesce_nodes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76523);






/**
 * How long the after commands may go on once the run is cancelled. A runner kills us 10 s after it said so; children
 * must be stopped before and locks removed after.
 */
const AFTER_WHEN_CANCELLED_MS = 5000;
/**
 * Runs the before commands, `work`, and then in every case the after commands, also when a before command failed
 * half-way or the run is cancelled. A dry run is `work` alone.
 *
 * @throws What `work` or a before command threw; if the after commands failed too, their failure, with the first
 *   one as its cause: an application that stays down is the worse of the two.
 */
async function holdApplication(run, work) {
    const { host, options, reporter, signal } = run;
    // Somebody looks at it before they decide, and what is stopped by a command of theirs is as down as by ours.
    if (options.dryRun)
        return { result: await work(signal), heldMs: null, afterFailure: null };
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
    const { quiesce: options = null, application, target = _repository_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_TARGET */ .Kv } = run.options;
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

/***/ 52044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ parseApplicationRecord)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/**
 * What a manifest says of its application; null where it was made without a profile.
 * @throws HoldfastError repository-damaged.
 */
function parseApplicationRecord(json) {
    const { application } = parsed(json);
    if (application === null || application === undefined)
        return null;
    const { profile, version, settings, facts, running } = application;
    const isRecord = [settings, facts].every((one) => typeof one === 'object' && one !== null && !Array.isArray(one));
    const isOurs = typeof profile === 'string' &&
        (version === null || typeof version === 'string') &&
        isRecord &&
        Object.values(facts).every((fact) => typeof fact === 'string') &&
        typeof running === 'boolean';
    if (isOurs)
        return application;
    throw damaged("what it says of the application can't be read");
}
function parsed(json) {
    try {
        return JSON.parse((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toText)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromBytes)(json)) ?? '');
    }
    catch (cause) {
        throw damaged('it is not JSON', cause);
    }
}
function damaged(problem, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('repository-damaged', `Cannot read the manifest of a snapshot: ${problem}.`, {
        cause,
    });
}


/***/ }),

/***/ 59042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ parseBucketRecords)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/** None in a manifest from before there were buckets. @throws HoldfastError repository-damaged. */
function parseBucketRecords(json) {
    try {
        const { buckets = [] } = JSON.parse((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toText)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromBytes)(json)) ?? '');
        if (Array.isArray(buckets) && buckets.every(isRecord))
            return buckets;
    }
    catch {
        // told below
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('repository-damaged', 'Cannot read the manifest of a snapshot: what it says of buckets can’t be read.');
}
function isRecord(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { name, location, objects, size_bytes: bytes, renamed } = value;
    return (typeof name === 'string' &&
        /^[A-Za-z0-9._-]+$/.test(name) &&
        typeof location === 'string' &&
        [objects, bytes, renamed].every((count) => typeof count === 'number'));
}


/***/ }),

/***/ 9077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ dumpRecordsOf),
/* harmony export */   G: () => (/* binding */ parseDumpRecords)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _databases_dump_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39435);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27273);




/**
 * What a snapshot's manifest says of its dumps; none where there is no manifest, or one from before there were dumps.
 * @throws HoldfastError repository-damaged for records that can't be read.
 */
async function dumpRecordsOf(repository, snapshot, target, signal) {
    const json = await (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .loadManifest */ .eY)(repository, snapshot, target, signal);
    return json === null ? [] : parseDumpRecords(json);
}
/** @throws HoldfastError repository-damaged. */
function parseDumpRecords(json) {
    let manifest;
    try {
        manifest = JSON.parse((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.toText)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromBytes)(json)) ?? '');
    }
    catch (cause) {
        throw damaged('it is not JSON', cause);
    }
    const dumps = isRecord(manifest) ? (manifest['dumps'] ?? []) : null;
    if (!Array.isArray(dumps))
        throw damaged('it has no list of dumps');
    return dumps.map(requireRecord);
}
function requireRecord(value) {
    if (!isRecord(value))
        throw damaged('a dump is no object');
    const texts = ['name', 'engine', 'format', 'tool'].map((key) => value[key]);
    const [name] = texts;
    if (texts.some((text) => typeof text !== 'string'))
        throw damaged('a dump lacks its name, engine or format');
    (0,_databases_dump_name_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDumpName */ .Z)(String(name), 'a dump’s name in the manifest');
    const isFit = typeof value['size_bytes'] === 'number' &&
        (value['database'] === null || typeof value['database'] === 'string') &&
        isTexts(value['options']) &&
        isTexts(value['warnings']) &&
        isRecord(value['restore']) &&
        isTexts(Object.values(value['restore'])) &&
        isFingerprint(value['fingerprint']);
    if (!isFit)
        throw damaged(`what it says of ${name} can't be read`);
    return value;
}
function isFingerprint(value) {
    if (value === null)
        return true;
    if (!isRecord(value) || typeof value['fingerprint_version'] !== 'number')
        return false;
    const { tables, values, schema, facts } = value;
    return (isRecord(tables) &&
        Object.values(tables).every((table) => isRecord(table) && typeof table['rows'] === 'number') &&
        [values, schema, facts].every((texts) => isRecord(texts) && isTexts(Object.values(texts))));
}
function isTexts(value) {
    return Array.isArray(value) && value.every((text) => typeof text === 'string');
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function damaged(problem, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('repository-damaged', `Cannot read the manifest of a snapshot: ${problem}.`, {
        cause,
    });
}


/***/ }),

/***/ 48743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ contentOf),
/* harmony export */   Fp: () => (/* binding */ differingHeaders),
/* harmony export */   Td: () => (/* binding */ attributesOf),
/* harmony export */   WD: () => (/* binding */ headersIn),
/* harmony export */   _E: () => (/* binding */ PART_BYTES)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/** Bytes of one request: what an object under way takes of memory, and once more for the next of it. */
const PART_BYTES = 4 * 1024 * 1024;
/** As which a node keeps what an object is kept with: JSON, `{"headers":{…},"metadata":{…}}`. None: nothing but bytes. */
const ATTRIBUTE = 'user.holdfast.object';
/** An object's bytes from the first part on; another in its place is an error (`ObjectStore.faultIn`). */
async function* contentOf(store, key, first, signal) {
    yield first.bytes;
    const { sizeBytes, tag } = first;
    for (let offset = first.bytes.length; offset < sizeBytes;) {
        const part = await store.readPart(key, { offset, lengthBytes: PART_BYTES, tag }, signal);
        offset += part.bytes.length;
        yield part.bytes;
    }
}
function attributesOf({ headers, metadata }) {
    if (Object.keys(headers).length + Object.keys(metadata).length === 0)
        return [];
    const json = JSON.stringify({ headers: sorted(headers), metadata: sorted(metadata) });
    return [{ name: ATTRIBUTE, value: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toBytes)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(json)) }];
}
/** @throws HoldfastError repository-damaged for one that isn't ours. */
function headersIn(attributes, shown) {
    const found = attributes.find(({ name }) => name === ATTRIBUTE);
    if (found === undefined)
        return { headers: {}, metadata: {} };
    try {
        const text = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toText)(Buffer.from(found.value).toString('latin1')) ?? '';
        const { headers, metadata } = JSON.parse(text);
        if (isTexts(headers) && isTexts(metadata))
            return { headers, metadata };
    }
    catch {
        // told below
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('repository-damaged', `Cannot read what the object ${shown} of the snapshot was kept with: expected JSON of ours. Run \`holdfast check --read-data\`.`);
}
/** The names of those in which two differ: `content-type`, `x-amz-meta-origin`. Empty: they are kept alike. */
function differingHeaders(one, other) {
    const differing = (a, b) => [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]).sort();
    return [
        ...differing(one.headers, other.headers),
        ...differing(one.metadata, other.metadata).map((name) => `x-amz-meta-${name}`),
    ];
}
function isTexts(value) {
    return (typeof value === 'object' &&
        value !== null &&
        Object.values(value).every((text) => typeof text === 'string'));
}
function sorted(texts) {
    return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
}


/***/ }),

/***/ 79529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ contentOfDump)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _repository_find_node_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2111);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47508);
/* harmony import */ var _archive_dump_entries_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(30423);
/* harmony import */ var _backup_own_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68071);
/* harmony import */ var _list_tree_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(45400);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72120);








/** A dump's bytes, as often as they are asked for: a file of a snapshot, or the pieces that an archive has of it. @throws HoldfastError repository-damaged. */
async function contentOfDump(source, { record, snapshot }, reporter, signal) {
    const path = `${(0,_backup_own_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .dumpsPath */ .$6)((0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .targetOf */ .$r)(snapshot.snapshot) ?? '')}/${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(record.name)}`;
    const nodes = await nodesOf(source, { root: snapshot.snapshot.tree, path }, signal);
    const content = nodes.flatMap((node) => node.content ?? []);
    const sizeBytes = nodes.reduce((sum, node) => sum + node.sizeBytes, 0n);
    if (nodes.some((node) => node.content === null) || sizeBytes !== BigInt(record.size_bytes)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('repository-damaged', `Cannot read the dump ${record.name}: the snapshot holds ${sizeBytes} bytes of it, expected ${record.size_bytes}. ` +
            'Run `holdfast check --read-data`, or choose another one.');
    }
    return async function* read({ isLent } = { isLent: false }) {
        let bytesDone = 0;
        const chunks = isLent ? lent(source, content, signal) : source.loadBlobs('data', content, signal);
        for await (const bytes of chunks) {
            bytesDone += bytes.length;
            const amounts = { bytesDone, bytesTotal: record.size_bytes, current: record.name };
            reporter.onProgress({ ..._progress_js__WEBPACK_IMPORTED_MODULE_4__/* .IDLE */ .n, ...amounts, phase: 'restoring' });
            yield bytes;
        }
    };
}
/** Each is there until the next one is asked for. */
async function* lent(source, ids, signal) {
    for await (const blob of source.lendBlobs('data', ids, signal)) {
        try {
            yield blob.bytes;
        }
        finally {
            blob.giveBack();
        }
    }
}
/** The file at `path`; or, where there is none, `path.000000`, `path.000001` and so on. */
async function nodesOf(source, { root, path }, signal) {
    const pieces = [];
    for (;;) {
        const piece = await (0,_repository_find_node_js__WEBPACK_IMPORTED_MODULE_5__/* .findNode */ .c)(source, root, (0,_archive_dump_entries_js__WEBPACK_IMPORTED_MODULE_6__/* .pieceName */ .cG)(path, pieces.length), signal);
        if (piece === null)
            break;
        pieces.push(piece);
    }
    return pieces.length > 0 ? pieces : [(await (0,_list_tree_js__WEBPACK_IMPORTED_MODULE_7__.nodeAt)(source, root, path, signal)).node];
}


/***/ }),

/***/ 45400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listEntries: () => (/* binding */ listEntries),
/* harmony export */   nodeAt: () => (/* binding */ nodeAt)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _repository_find_node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2111);
/* harmony import */ var _walk_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82187);




/**
 * What `ls` shows of the snapshot with tree `root`: each asked path itself, then what is in it.
 * @throws HoldfastError bad-input for a path that the snapshot doesn't hold.
 */
async function* listEntries(repository, root, options) {
    const { signal } = options;
    const paths = options.paths.map(withoutTrailingSlash);
    if (paths.length === 0) {
        yield* (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .walkTree */ .I)(repository, root, { signal });
        return;
    }
    for (const path of paths) {
        const enter = () => options.recursive;
        if (path === '') {
            yield* (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .walkTree */ .I)(repository, root, { enter, signal });
            continue;
        }
        const placed = await nodeAt(repository, root, path, signal);
        yield placed;
        if (placed.node.type === 'dir') {
            yield* (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .walkTree */ .I)(repository, (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .subtreeOf */ .g)(placed), { below: placed.path, enter, signal });
        }
    }
}
/** By its path, or as `ls` shows that. @throws HoldfastError bad-input if the snapshot holds nothing at `path`. */
async function nodeAt(repository, root, path, signal) {
    const placed = await (0,_repository_find_node_js__WEBPACK_IMPORTED_MODULE_1__/* .findShownNode */ .D)(repository, root, path, signal);
    if (placed !== null)
        return placed;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot find "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.display)(path)}": the snapshot holds nothing there. List what it holds with \`holdfast ls\`.`);
}
function withoutTrailingSlash(path) {
    return path.replace(/\/+$/, '');
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

/***/ 41:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreHeld: () => (/* binding */ restoreHeld)
/* harmony export */ });
/* harmony import */ var _backup_application_hold_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35944);
/* harmony import */ var _restore_restore_after_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19240);
/* harmony import */ var _restore_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99867);



/**
 * Restores while the application holds still: before commands, restore, after commands, these in every case.
 * @throws As `restore`; command-failed when a before command fails, or an after command once the restore itself had.
 */
async function restoreHeld(host, repository, options, reporter, signal) {
    const { before, after, onApplication, dryRun } = options; // `target` is a folder to a restore
    const held = { host, options: { before, after, onApplication, dryRun }, reporter, signal };
    const { result, afterFailure } = await (0,_backup_application_hold_js__WEBPACK_IMPORTED_MODULE_0__/* .holdApplication */ .u)(held, () => (0,_restore_js__WEBPACK_IMPORTED_MODULE_1__/* .restore */ .P)(host, repository, options, reporter, signal));
    return {
        result,
        afterFailure: afterFailure === null ? null : new _restore_restore_after_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .RestoreAfterFailure */ .R(afterFailure, result),
    };
}


/***/ }),

/***/ 488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applicationOutcome: () => (/* binding */ applicationOutcome),
/* harmony export */   bucketsOutcome: () => (/* binding */ bucketsOutcome),
/* harmony export */   databasesOutcome: () => (/* binding */ databasesOutcome),
/* harmony export */   filesOutcome: () => (/* binding */ filesOutcome)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95209);

/** @param isVerified Whether each part was read again before it was swapped in. */
function filesOutcome(parts, isVerified) {
    const done = parts.flatMap(({ files, bytes, target, undoFolders }) => [
        `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(files, 'file')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(bytes, 'byte')} to ${target}`,
        ...undoFolders.map((folder) => `what was there is in ${folder}`),
    ]);
    return { done, verified: isVerified };
}
function databasesOutcome(results) {
    const done = results.flatMap(({ record, restored }) => {
        if (restored === null)
            return [];
        const { database, movedAside, verified } = restored;
        const compared = verified === null
            ? 'not compared'
            : `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(verified.tables, 'table')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(verified.rows, 'row')} as they were dumped`;
        return [
            `dump ${record.name}${database === null ? '' : ` to ${database}`}: ${compared}`,
            ...(movedAside === null ? [] : [`what was there is called ${movedAside}`]),
        ];
    });
    return { done, verified: results.every(({ restored }) => restored?.verified != null) };
}
/** Each object is proved when it is written. */
function bucketsOutcome(results) {
    const done = results.flatMap(({ record, into, written }) => {
        if (written === null)
            return [];
        const { objects, bytes, unchanged, replaced } = written;
        return [
            `bucket ${record.name} to ${into}: ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(objects, 'object')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(bytes, 'byte')}; ${unchanged} there already, ${replaced} replaced`,
        ];
    });
    return { done, verified: results.every(({ written }) => written !== null) };
}
/** @param isVerified As of filesOutcome. */
function applicationOutcome(result, isVerified) {
    const parts = [
        filesOutcome(result.files, isVerified),
        databasesOutcome(result.databases),
        bucketsOutcome(result.buckets),
    ];
    const title = `${result.record.profile}, ${result.steps.length} steps`;
    return {
        done: [title, ...parts.flatMap(({ done }) => done)],
        verified: parts.every(({ verified }) => verified),
    };
}


/***/ }),

/***/ 35139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ORIGINAL_BUCKET: () => (/* binding */ ORIGINAL_BUCKET),
/* harmony export */   recorded: () => (/* binding */ recorded)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _drills_drill_id_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6770);
/* harmony import */ var _drills_in_toto_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(52873);
/* harmony import */ var _drills_restore_statement_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63649);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53272);
/* harmony import */ var _repository_open_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26261);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(47508);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(58508);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5202);










/** Where objects go for which nobody names a bucket: which one it was is in what was done. */
const ORIGINAL_BUCKET = 'the bucket that was saved';
/** A restore that was cancelled leaves its record within this. */
const LATE_MS = 3000;
/**
 * Restores, and leaves a record of it beside the repository, whatever came of it. That no record can be kept is told, and keeps
 * nobody from what was restored: a credential that only reads is the right one for a restore.
 * @param recorder Null: none is wanted (a dry run).
 */
async function recorded(recorder, about, restore, outcomeOf) {
    const { source } = about;
    if (recorder === null || !(source instanceof _repository_open_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .OpenRepository */ .l))
        return restore();
    const startedMs = Date.now();
    const keep = (end) => keepRecord(recorder, source, predicateOf(recorder, source, { about, startedMs, end }), about.snapshot);
    let result;
    try {
        result = await restore();
    }
    catch (error) {
        const reasons = [(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asHoldfastError */ .C)(error)?.message ?? (0,_failure_text_js__WEBPACK_IMPORTED_MODULE_3__/* .failureText */ .k)(error))];
        await keep({ result: 'failed', reasons, done: [], verified: false });
        throw error;
    }
    await keep({ result: 'restored', reasons: [], ...(0,_drills_restore_statement_js__WEBPACK_IMPORTED_MODULE_4__/* .readyToShow */ .S)(outcomeOf(result)) });
    return result;
}
function predicateOf({ who, to }, repository, { about: { snapshot: stored, what }, startedMs, end, }) {
    const { id, snapshot } = stored;
    const takenMs = Number(snapshot.timeNs / 1000000n);
    return {
        restore_id: (0,_drills_drill_id_js__WEBPACK_IMPORTED_MODULE_5__/* .newDrillId */ .p)(startedMs),
        ...end,
        program_version: _version_js__WEBPACK_IMPORTED_MODULE_6__/* .PROGRAM_VERSION */ .c,
        started: new Date(startedMs).toISOString(),
        finished: new Date().toISOString(),
        who,
        repository_id: repository.id,
        snapshot: {
            id,
            tree: snapshot.tree,
            time: new Date(takenMs).toISOString(),
            hostname: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(snapshot.hostname),
            target: (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_7__/* .targetOf */ .$r)(snapshot),
            age_ms: startedMs - takenMs,
        },
        what,
        to: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(to),
        sheet_sha256: null,
    };
}
async function keepRecord({ place, key, signal, onWarning }, repository, predicate, { id, snapshot }) {
    const subject = (0,_drills_in_toto_js__WEBPACK_IMPORTED_MODULE_8__/* .subjectsOf */ .Z6)({ id, tree: snapshot.tree, manifestSha256: null });
    const statement = {
        _type: _drills_in_toto_js__WEBPACK_IMPORTED_MODULE_8__/* .STATEMENT_TYPE */ .zG,
        subject,
        predicateType: _drills_restore_statement_js__WEBPACK_IMPORTED_MODULE_4__/* .RESTORE_PREDICATE_TYPE */ .c,
        predicate,
    };
    const envelope = (0,_evidence_js__WEBPACK_IMPORTED_MODULE_9__.evidenceEnvelope)(statement, key);
    const until = signal.aborted ? AbortSignal.timeout(LATE_MS) : signal;
    await (0,_evidence_js__WEBPACK_IMPORTED_MODULE_9__.keepEvidence)(place, repository, { envelope, sheet: null }, until).catch((error) => {
        const why = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asHoldfastError */ .C)(error)?.message ?? (0,_failure_text_js__WEBPACK_IMPORTED_MODULE_3__/* .failureText */ .k)(error);
        onWarning(`No record of this restore is kept: ${why} Say --no-evidence, or \`no-evidence\`, if none is wanted.`);
    });
}


/***/ }),

/***/ 85547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ exportTar)
/* harmony export */ });
/* harmony import */ var _files_tar_writer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88205);
/* harmony import */ var _restore_file_data_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76899);
/* harmony import */ var _restore_hard_links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19361);
/* harmony import */ var _restore_holes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(15937);
/* harmony import */ var _restore_owners_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76440);
/* harmony import */ var _restore_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25678);
/* harmony import */ var _restore_tar_header_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5003);







/**
 * Writes a snapshot, or a part of it, as one plain tar archive (POSIX pax), names relative, owners numeric, holes as holes (GNU's
 * sparse format 1.0, which GNU tar, bsdtar and Python know). The same
 * choice of the same snapshot gives the same bytes, whatever the repository's packs are.
 *
 * @param write Takes bytes, and resolves when they are read no more: their memory serves for others then. What it throws is thrown.
 * @throws HoldfastError restore-unsafe, repository-damaged, bad-input, cancelled.
 */
async function exportTar(repository, options, write, reporter, signal) {
    await repository.loadIndex(signal);
    const choice = { ...options, target: '/' };
    const { root, totals, trees } = await (0,_restore_source_js__WEBPACK_IMPORTED_MODULE_0__/* .restoreSource */ .M)(repository, choice, signal);
    for (const message of trees.leftOut())
        reporter.onWarning(message);
    const blobs = new _restore_file_data_js__WEBPACK_IMPORTED_MODULE_1__/* .BlobFeed */ .uB(repository.lendBlobs('data', contentsOf(root, new _restore_hard_links_js__WEBPACK_IMPORTED_MODULE_2__/* .HardLinks */ .NW()), signal));
    const done = { files: 0, bytes: 0 };
    const writer = new _files_tar_writer_js__WEBPACK_IMPORTED_MODULE_3__/* .TarWriter */ .r(write, 'pax');
    const links = new _restore_hard_links_js__WEBPACK_IMPORTED_MODULE_2__/* .HardLinks */ .NW();
    const owners = new _restore_owners_js__WEBPACK_IMPORTED_MODULE_4__/* .Owners */ .d(true, null);
    try {
        for await (const { path, node } of entriesOf(root, '')) {
            reporter.onProgress({
                phase: 'restoring',
                filesDone: done.files,
                bytesDone: done.bytes,
                filesTotal: totals.files,
                bytesTotal: totals.bytes,
                current: '',
            });
            const first = links.firstName(node, path);
            if (node.type === 'file')
                done.files++;
            if (first !== null)
                await writer.add((0,_restore_tar_header_js__WEBPACK_IMPORTED_MODULE_5__/* .linkHeader */ .AF)(node, path, first, owners.forTar(node)));
            else
                await addEntry(node, path);
        }
        await writer.finish();
    }
    finally {
        await blobs.stop();
    }
    return totals;
    function addEntry(node, path) {
        const owner = owners.forTar(node);
        if (node.type !== 'file')
            return writer.add((0,_restore_tar_header_js__WEBPACK_IMPORTED_MODULE_5__/* .headerOf */ .rR)(node, path, owner));
        const parts = (0,_restore_file_data_js__WEBPACK_IMPORTED_MODULE_1__/* .partsOf */ .CI)(node.content ?? [], repository);
        const segments = (0,_restore_holes_js__WEBPACK_IMPORTED_MODULE_6__/* .segmentsOf */ .OD)(parts);
        const content = (0,_restore_file_data_js__WEBPACK_IMPORTED_MODULE_1__/* .dataOf */ .qu)({ path, parts, segments }, blobs, (bytes) => {
            done.bytes += bytes.length;
        });
        return writer.add((0,_restore_tar_header_js__WEBPACK_IMPORTED_MODULE_5__/* .headerOf */ .rR)(node, path, owner, segments), content);
    }
}
/** All entries, folders before what is in them, names in the tree's order. */
async function* entriesOf(folder, path) {
    for (const child of await folder.children()) {
        const childPath = (path === '' ? child.node.name : `${path}/${child.node.name}`);
        yield { path: childPath, node: child.node };
        if (child.folder !== null)
            yield* entriesOf(child.folder, childPath);
    }
}
/** The blobs of all files in the same order; each file once. */
async function* contentsOf(root, links) {
    for await (const { path, node } of entriesOf(root, '')) {
        if (node.type === 'file' && links.firstName(node, path) === null)
            yield* (0,_restore_file_data_js__WEBPACK_IMPORTED_MODULE_1__/* .blobsToLoad */ .Kf)(node);
    }
}


/***/ }),

/***/ 9087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  undoRestore: () => (/* binding */ undoRestore)
});

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/files/second-look.js
var second_look = __webpack_require__(75256);
// EXTERNAL MODULE: ./build/operations/restore/host-facts.js + 1 modules
var host_facts = __webpack_require__(72985);
// EXTERNAL MODULE: ./build/operations/restore/journal-file.js + 1 modules
var journal_file = __webpack_require__(8568);
// EXTERNAL MODULE: ./build/operations/restore/renumbered.js
var renumbered = __webpack_require__(58661);
// EXTERNAL MODULE: ./build/operations/restore/swap.js
var swap = __webpack_require__(88663);
// EXTERNAL MODULE: ./build/operations/restore/swaps.js
var restore_swaps = __webpack_require__(33186);
// EXTERNAL MODULE: ./build/files/paths.js
var paths = __webpack_require__(33684);
// EXTERNAL MODULE: ./build/operations/restore/destination.js
var restore_destination = __webpack_require__(74734);
// EXTERNAL MODULE: ./build/hosts/output.js
var output = __webpack_require__(52871);
// EXTERNAL MODULE: ./build/hosts/quote.js
var quote = __webpack_require__(28976);
// EXTERNAL MODULE: ./build/operations/restore/workspace-name.js
var workspace_name = __webpack_require__(16639);
;// CONCATENATED MODULE: ./build/operations/restore/search-below.js




/** A restore below a folder leaves its undo folder as deep as what it replaced lay: `TARGET/srv/wiki/data`. */
const SEARCH_DEPTH = 8;
/** Nearly all lie no deeper: they are found before the search of a whole machine takes its time. */
const SHALLOW_DEPTH = 3;
const SHALLOW_SECONDS = 5;
const SEARCH_SECONDS = 20;
const LIMIT_BYTES = 16 * 1024 * 1024;
/**
 * Undo folders of ours below `folder` (without symlinks), at most SEARCH_DEPTH deep in each filesystem. What Holdfast
 * has moved away or staged is not searched. What can't be read is left out: no restore of ours was there.
 */
async function searchUndoFolders(host, folder, { mounts, signal }) {
    const script = searchScript([folder, ...mounts.writableBelow(folder)]);
    const { stdout } = await (0,output/* runToEnd */.cd)(host, script, { limitBytes: LIMIT_BYTES, signal });
    const parts = (0,bytestring.fromBytes)(stdout).split('\0');
    const end = parts.indexOf('');
    return { folders: [...new Set(parts.slice(0, end))], isWhole: parts[end + 1] === 'whole' };
}
/** Without `timeout` on the host only what isn't deep is searched. 1 is find's word for what it couldn't read. */
function searchScript(starts) {
    const find = (depth) => `find ${(0,quote/* quoteAll */._)(starts)} -xdev -maxdepth ${depth} -name '.holdfast-*' -prune ` +
        `-name '${workspace_name/* UNDO_PREFIX */.kV}*' -type d -user "$(id -u)" -print0 2>/dev/null`;
    return `
if command -v timeout >/dev/null; then
  timeout ${SHALLOW_SECONDS} ${find(SHALLOW_DEPTH)}
  timeout ${SEARCH_SECONDS} ${find(SEARCH_DEPTH)}
  status=$?
else ${find(SHALLOW_DEPTH)}; status=cut
fi
printf '\\0'
case $status in 0|1) printf 'whole\\0';; *) printf 'cut\\0';; esac`;
}

;// CONCATENATED MODULE: ./build/operations/restore/undo-folder.js







/** An error names so many undo folders, and so many paths of each. */
const MAX_FOLDERS_SHOWN = 10;
const MAX_PATHS_SHOWN = 3;
/**
 * The undo folder that `path` means: itself if it is one; else the newest, in it, above it or below it, whose journal
 * names `path` or something below it. Folders of several applications stand side by side: the newest of all may
 * belong to another one. If the newest lies deeper than `path`, or `path` is `/`, which says no more than "here", then
 * all that fit must be of the same restore, and all must have been found.
 *
 * @throws HoldfastError restore-blocked if none fits, or several do; it tells which there are and what they restored.
 */
async function findUndoFolder(host, { path, facts, reporter, signal, }) {
    if ((0,workspace_name/* isUndoFolder */.Dg)((0,paths/* baseName */.Fl)(path)))
        return (0,journal_file/* readJournal */.a)(host, path, signal);
    const destination = new restore_destination/* Destination */.D(host, facts, signal);
    const places = [...(0,paths/* ancestorsOf */.Gw)(path), path];
    await destination.visit(places);
    const around = new Set(undoFoldersIn(destination, places));
    const below = await searchBelow(destination, path, signal);
    if (!below.isWhole)
        reporter.onInfo(`Not all folders below "${(0,bytestring.display)(path)}" were searched: ${TOO_MANY}.`);
    const newestFirst = [...new Set([...around, ...below.folders])].sort(byNewest);
    const wanted = namesOf(destination, path);
    const fits = [];
    const seen = [];
    for (const folder of newestFirst) {
        const swap = await readIfWhole(host, folder, signal);
        if (swap !== null && isAbout(swap, wanted)) {
            if (fits.length === 0 && path !== '/' && around.has(folder))
                return swap;
            fits.push(swap);
        }
        if (seen.length < MAX_FOLDERS_SHOWN)
            seen.push(`"${(0,bytestring.display)(folder)}" (${whatItRestored(swap)})`);
    }
    const [newest] = fits;
    if (newest !== undefined && below.isWhole && fits.every((swap) => keyOf(swap) === keyOf(newest)))
        return newest;
    throw noneIsMeant(host, path, { seen, total: newestFirst.length, expected: expectedOf(fits, below) });
}
const TOO_MANY = `there are too many for ${SEARCH_SECONDS} seconds`;
async function searchBelow(destination, path, signal) {
    const folder = destination.folder(path);
    if (folder === null)
        return { folders: [], isWhole: true };
    const { mounts } = destination.facts;
    return searchUndoFolders(destination.host, folder.physical, { mounts, signal });
}
function keyOf({ workspace }) {
    return (0,workspace_name/* keyOfUndoName */.y_)((0,paths/* baseName */.Fl)(workspace.path));
}
/** Their names begin with the time. */
function byNewest(a, b) {
    return (0,paths/* baseName */.Fl)(a) < (0,paths/* baseName */.Fl)(b) ? 1 : -1;
}
/** Folders reached by two ways count once. */
function undoFoldersIn(destination, places) {
    const found = new Set();
    for (const place of places) {
        const folder = destination.folder(place);
        for (const name of folder?.undoable ?? [])
            found.add((0,paths/* joinPath */.uJ)(folder?.physical ?? place, name));
    }
    return [...found];
}
/** `path` as it may stand in a journal, which has paths without symlinks. */
function namesOf(destination, path) {
    if (path === '/')
        return [path];
    const around = destination.folder((0,paths/* parentPath */.yl)(path));
    const within = destination.folder(path);
    return [
        path,
        ...(around === null ? [] : [(0,paths/* joinPath */.uJ)(around.physical, (0,paths/* baseName */.Fl)(path))]),
        ...(within === null ? [] : [within.physical]),
    ];
}
/** Null for a journal that can't be used: it can't be known to fit. */
async function readIfWhole(host, folder, signal) {
    try {
        return await (0,journal_file/* readJournal */.a)(host, folder, signal);
    }
    catch (error) {
        if (error instanceof errors/* HoldfastError */.E && error.code === 'restore-blocked')
            return null;
        throw error;
    }
}
function isAbout(swap, wanted) {
    for (const path of touchedBy(swap)) {
        if (wanted.some((name) => path === name || (0,paths/* isInside */.FK)(path, name)))
            return true;
    }
    return false;
}
function* touchedBy({ batches, folders }) {
    for (const { parent, names } of batches)
        for (const name of names)
            yield (0,paths/* joinPath */.uJ)(parent, name);
    for (const { path } of folders)
        yield path;
}
function whatItRestored(swap) {
    if (swap === null)
        return 'its journal is not whole';
    const shown = [];
    let count = 0;
    for (const path of touchedBy(swap))
        if (++count <= MAX_PATHS_SHOWN)
            shown.push(`"${(0,bytestring.display)(path)}"`);
    const more = count > shown.length ? ` and ${count - shown.length} more` : '';
    return `restored ${shown.join(', ')}${more} from ${swap.head.snapshotId.slice(0, 8)}`;
}
function expectedOf(fits, { isWhole }) {
    if (fits.length === 0)
        return 'expected one of a restore of that path or of something below it';
    return isWhole ? 'expected those of one restore alone' : 'expected to have searched everywhere for others';
}
function noneIsMeant(host, path, { seen, total, expected }) {
    const more = total > seen.length ? `, and ${total - seen.length} more` : '';
    const found = total === 0
        ? `there is no undo folder in it, beside it, above it or up to ${SEARCH_DEPTH} folders below it`
        : `the undo folders there are ${seen.join(', ')}${more}`;
    return new errors/* HoldfastError */.E('restore-blocked', `Cannot undo a restore at "${(0,bytestring.display)(path)}" on "${host.name}": ${found}, ${expected}. Name the undo folder that the restore reported (".holdfast-undo-…").`);
}

;// CONCATENATED MODULE: ./build/operations/restore-undo.js









/**
 * Puts back what a restore has moved out of the way, on all filesystems that it touched, and what it has restored
 * into its staging folders. Nothing is deleted. Works on a swap that was cut off, and may itself be cut off and
 * called again.
 *
 * @throws HoldfastError restore-blocked if there is no undo folder of a restore of that path, or if something new stands where what was moved
 *   is to go back; no-permission, command-failed, and what the host throws.
 */
async function undoRestore(host, options, reporter, signal) {
    const facts = await (0,host_facts/* readHostFacts */.a)(host, signal);
    const first = await findUndoFolder(host, { path: options.path, facts, reporter, signal });
    reporter.onInfo(`Undoing by "${(0,bytestring.display)(first.workspace.path)}".`);
    const swaps = (0,renumbered/* renumbered */.e)(await allSwaps(host, { first, facts, reporter, signal }));
    await assertNotEmptied(host, swaps);
    const names = swaps.flatMap(({ batches }) => batches.map((batch) => batch.names.length));
    const result = {
        snapshotId: first.head.snapshotId,
        names: names.reduce((sum, count) => sum + count, 0),
        dryRun: options.dryRun,
    };
    if (options.dryRun)
        return { ...result, keptIn: [] };
    await (0,restore_swaps/* takeBackSwaps */.dl)(swaps);
    const giving = { owners: facts.uid === 0, onWarning: (message) => reporter.onWarning(message) };
    return { ...result, keptIn: (await (0,restore_swaps/* undone */.SF)(swaps, giving)).map(bytestring.display) };
}
function notThere(path) {
    return `Nothing is undone by "${(0,bytestring.display)(path)}": it isn't there. Where its disk isn't mounted, mount it and undo by that folder, too; else an undo that was cut off has done it, or its part of the restore had not begun.`;
}
/** Else what was restored would be taken away, and nothing put in its place. */
async function assertNotEmptied(host, swaps) {
    for (const { workspace, isDone } of swaps)
        if (!isDone || !(await (0,swap/* isEmptied */.xr)(workspace)))
            return;
    const folders = swaps.map(({ workspace }) => `"${(0,bytestring.display)(workspace.path)}"`).join(', ');
    throw new errors/* HoldfastError */.E('restore-blocked', `Cannot undo by ${folders} on "${host.name}": nothing of what was in the way is there any more, expected it in "old". Somebody has removed it; what was restored stays. Restore another snapshot instead.`);
}
/** A restore to several filesystems has an undo folder on each. One that had nothing to swap yet has none. */
async function allSwaps(host, { first, facts, reporter, signal, }) {
    const swaps = [];
    for (const path of first.head.workspaces) {
        if (path === first.workspace.path) {
            swaps.push(first);
            continue;
        }
        const { entries } = await (0,second_look/* lookAt */.t)(host, [path], { reader: facts.reader, signal });
        if (entries.has(path))
            swaps.push(await (0,journal_file/* readJournal */.a)(host, path, signal));
        else
            reporter.onWarning(notThere(path));
    }
    return swaps.includes(first) ? swaps : [first, ...swaps];
}


/***/ }),

/***/ 19240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ RestoreAfterFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** The after commands failed, although the restore itself is done: `result` says what it did. */
class RestoreAfterFailure extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E {
    result;
    constructor(failure, result) {
        super(failure.code, `${failure.message} ${doneBy(result)}`, { cause: failure });
        this.result = result;
    }
}
function doneBy({ dryRun, undoFolders }) {
    if (dryRun)
        return 'Nothing was restored: it was a dry run.';
    if (undoFolders.length === 0)
        return 'The restore itself is done; nothing was in its way.';
    const where = undoFolders.map((folder) => `"${folder}"`).join(', ');
    return `The restore itself is done; what was in its way lies in ${where}.`;
}


/***/ }),

/***/ 82187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ walkTree),
/* harmony export */   g: () => (/* binding */ subtreeOf)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


/**
 * Every node below the tree `root`, parents before their children, siblings in the tree's order.
 *
 * @param options.below Path of `root` itself; default `` (the root of the snapshot).
 * @param options.enter Whether to go into a folder; default: into every one.
 * @param options.check Called with each tree before its nodes come, and the path of its folder. Trees come as they were
 *   read: whoever makes paths of their names for anything but a person's eyes refuses those that aren't safe here.
 * @throws HoldfastError repository-damaged for a folder without a tree, or one that can't be read.
 */
async function* walkTree(repository, root, options = {}) {
    const { below = '', enter = () => true, check = () => { }, signal } = options;
    const load = async (id, path) => {
        const tree = await repository.loadTree(id, signal);
        check(tree, path);
        return { path, nodes: tree.nodes, next: 0 };
    };
    // A stack of our own: a tree may be deeper than JavaScript's.
    const open = [await load(root, below)];
    for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
        signal?.throwIfAborted();
        const node = level.nodes[level.next++];
        if (node === undefined) {
            open.pop();
            continue;
        }
        const placed = { path: `${level.path}/${node.name}`, node };
        yield placed;
        if (node.type === 'dir' && enter(placed))
            open.push(await load(subtreeOf(placed), placed.path));
    }
}
/** @throws HoldfastError repository-damaged if the folder has no tree. */
function subtreeOf({ path, node }) {
    if (node.subtree !== null)
        return node.subtree;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('repository-damaged', `Cannot read the folder "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(path)}": its node has no tree. Run \`holdfast check\`.`);
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

/***/ 17448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ requireOneMeaning)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** What chooses files of a snapshot. */
const OF_FILES = [
    'include',
    'iinclude',
    'include-file',
    'iinclude-file',
    'exclude',
    'iexclude',
    'exclude-file',
    'iexclude-file',
    'own',
];
/** What chooses the snapshot, and what of it. */
const SELECTING = ['host', 'of', 'tags', 'paths', 'not-after', 'as-of', ...OF_FILES];
/** What says how it is put on a host. */
const PLACING = ['overwrite', 'delete', 'ownership-by-name', 'before', 'after'];
/** What is ignored by a restore that is undone: it puts back all that one restore moved away. */
const IGNORED_BY_UNDO = [
    'snapshot',
    'archive-from',
    'trust-archive',
    'tar',
    'app',
    'app-option',
    'database',
    'bucket',
    'into',
    'overwrite-database',
    'database-on',
    'replace-objects',
    ...SELECTING,
    ...PLACING,
];
/** What is ignored when an archive is written; `dry-run` would write it all the same. */
const IGNORED_BY_TAR = [
    'target',
    'on',
    'dry-run',
    'database',
    'database-on',
    'bucket',
    'app',
    ...PLACING,
];
/** What is ignored when an application is put back: its profile says what goes where, and in which order. */
const IGNORED_BY_APP = [
    'target',
    'database',
    'bucket',
    'into',
    'overwrite-database',
    'database-on',
    'replace-objects',
    'overwrite',
    'delete',
    'before',
    'after',
    ...OF_FILES,
];
/** What is ignored when a dump goes back into its database. */
const IGNORED_BY_DATABASE = [...OF_FILES, 'overwrite', 'delete', 'ownership-by-name'];
/** What is ignored when objects go back into a bucket: no host has a part in it. */
const IGNORED_BY_BUCKET = [
    'archive-from',
    'target',
    'on',
    'database',
    'overwrite-database',
    'database-on',
    ...OF_FILES,
    ...PLACING,
];
/** Whoever can write to its store may have made an archive: nothing of it is run, unless all of an application is put back by a person's word. */
const WITHOUT_DUMPS = ['archive-from'];
/** What says how a dump goes into a database. */
const OF_DATABASES = ['into', 'overwrite-database', 'database-on'];
/**
 * Refuses a restore that was asked for in words of which one would be ignored.
 *
 * @param isGiven Whether a word was given with another value than its default.
 * @param show A word as it is written where it was given: `--tar`, or `the input tar`.
 * @throws HoldfastError bad-input.
 */
function requireOneMeaning(undo, isGiven, show) {
    if (undo) {
        const ignored = IGNORED_BY_UNDO.find(isGiven);
        if (ignored === undefined)
            return;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('undo')} with ${show(ignored)}: it puts back all that one restore moved away, expected no ` +
            `more than the place. Name that alone, with ${show('target')}.`);
    }
    requireApplicationMeaning(isGiven, show);
    requireDatabaseMeaning(isGiven, show);
    requireBucketMeaning(isGiven, show);
    const ignored = isGiven('tar') ? IGNORED_BY_TAR.find(isGiven) : undefined;
    if (ignored === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use both ${show('tar')} and ${show(ignored)}: an archive is written to this machine, expected one of ` +
        'them. Leave out the other.');
}
function requireApplicationMeaning(isGiven, show) {
    if (isGiven('tar'))
        return;
    if (!isGiven('app')) {
        const alone = ['app-option', 'trust-archive'].find(isGiven);
        if (alone === undefined)
            return;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show(alone)} without ${show('app')}: expected both. Say that the application is to be restored.`);
    }
    if (isGiven('archive-from') !== isGiven('trust-archive'))
        throw untrusted(isGiven('archive-from'), show);
    const ignored = IGNORED_BY_APP.find(isGiven);
    if (ignored === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use both ${show('app')} and ${show(ignored)}: an application is put back as its profile says, expected one of them. Leave out the other.`);
}
/** What a profile runs stands in the archive, and is run by whoever the login is: root, as a rule. */
function untrusted(isArchive, show) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', isArchive
        ? `Cannot restore an application from an archive without ${show('trust-archive')}: whoever can write to its store can have made it, and commands in it are run on ` +
            'the host, expected its SHA-256 as the run that made it said (archive-sha256). Without that, see what it says first: ' +
            '`holdfast restore ID --archive-from … --own --include /.holdfast --target FOLDER`, and give that of `sha256sum` of the file. Or by hand: files by ' +
            '`--target /`, then dumps by `cat DUMP.*`, as docs/how-to/archives.md says.'
        : `Cannot use ${show('trust-archive')} without ${show('archive-from')}: expected both. A snapshot needs no such word: only who has the key can have made it.`);
}
function requireBucketMeaning(isGiven, show) {
    if (isGiven('tar'))
        return;
    if (!isGiven('bucket')) {
        if (!isGiven('replace-objects'))
            return;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('replace-objects')} without ${show('bucket')}: expected both. Say which bucket is to be restored.`);
    }
    const ignored = IGNORED_BY_BUCKET.find(isGiven);
    if (ignored === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use both ${show('bucket')} and ${show(ignored)}: it is about one bucket, expected one of them. Leave out the other.`);
}
function requireDatabaseMeaning(isGiven, show) {
    if (isGiven('tar'))
        return;
    const toFile = isGiven('target');
    if (isGiven('database')) {
        const ignored = [
            ...WITHOUT_DUMPS,
            ...(toFile ? [...OF_FILES, ...OF_DATABASES] : IGNORED_BY_DATABASE),
        ].find(isGiven);
        if (ignored === undefined)
            return;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use both ${show('database')} and ${show(ignored)}: it is about one dump, expected one of them. ${ignored === 'archive-from'
            ? `Of an archive dumps come back as files (${show('own')} and ${show('include')} /.holdfast), for the database’s own tool: docs/how-to/archives.md.`
            : 'Leave out the other.'}`);
    }
    if (isGiven('bucket'))
        return;
    const alone = OF_DATABASES.find(isGiven);
    if (alone === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show(alone)} without ${show('database')}: expected both. Say which dump is to be restored.`);
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
    const ways = [
        ['--on', way.on],
        ['--identity', way.identity],
        ['--identity-passphrase-file', way.identityPassphraseFile],
        ['--ssh-password-file', way.sshPasswordFile],
        ['--known-hosts', way.knownHosts],
        ...way.jump.map((jump) => ['--jump', jump]),
        ['--ssh-client', way.sshClient === 'ssh2' ? undefined : way.sshClient],
    ];
    const access = [
        ...(way.on === 'local' ? [] : ways), // to this machine there is no way, and one without --on is refused
        ['--become', way.become],
        ['--container', way.container],
    ];
    const given = access.flatMap(([flag, value]) => (value === undefined ? [] : [flag, value]));
    const words = ['holdfast', 'restore', '--undo', ...given, '--target', undoFolder];
    return (0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteAll */ ._)(words.map(_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText));
}


/***/ })

};
