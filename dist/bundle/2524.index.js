export const id = 2524;
export const ids = [2524];
export const modules = {

/***/ 6595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ parseObjectLock),
/* harmony export */   z: () => (/* binding */ parseStorageOptions)
/* harmony export */ });
/* harmony import */ var _choice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68881);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/** More would only wait at the storage. */
const MAX_CONNECTIONS = 100;
/** AWS's own limit is a hundred years; longer than ten is a slip, and a lock can't be taken back. */
const MAX_LOCK_DAYS = 3650;
/** What an archive takes hours to give back can't be restored when it is needed, nor read by the next backup. */
const ARCHIVES = new Set(['GLACIER', 'DEEP_ARCHIVE']);
/** restic's options for S3 that mean nothing here, and why. */
const ABSENT = {
    's3.enable-restore': 'what lies in an archive is brought back by the storage’s own tools',
    's3.layout': 'there is one layout left',
    's3.list-objects-v1': 'the storage must know version 2 of listing',
    's3.restore-days': 'what lies in an archive is brought back by the storage’s own tools',
    's3.restore-tier': 'what lies in an archive is brought back by the storage’s own tools',
    's3.restore-timeout': 'what lies in an archive is brought back by the storage’s own tools',
    's3.retries': 'what may pass is tried again for 15 minutes',
    's3.unsafe-anonymous-auth': 'a repository that anybody may read isn’t one to rely on',
};
/** restic's names where restic has one; `s3.sse` and `s3.sse-kms-key-id` are ours. */
const OPTIONS = {
    's3.region': (value, name) => ({ region: matching(value, name, /^[a-z0-9-]{1,32}$/, 'a region’s name') }),
    's3.bucket-lookup': (value, name) => ({ bucketLookup: (0,_choice_js__WEBPACK_IMPORTED_MODULE_0__.parseChoice)(value, name, ['auto', 'dns', 'path']) }),
    's3.connections': (value, name) => ({ connections: numberUpTo(MAX_CONNECTIONS, value, name) }),
    's3.storage-class': (value, name) => ({ storageClass: parseStorageClass(value, name) }),
    's3.sse': (value, name) => ({ sse: (0,_choice_js__WEBPACK_IMPORTED_MODULE_0__.parseChoice)(value, name, ['AES256', 'aws:kms']) }),
    's3.sse-kms-key-id': (value, name) => ({
        sseKmsKeyId: matching(value, name, /^[\x21-\x7e]{1,2048}$/, 'a key’s ID or ARN'),
    }),
};
/**
 * Storage options as restic's `-o` has them: `s3.region=eu-west-1`, each once.
 * @param where How they were given, for messages: `-o`, `the input \`storage-options\``.
 * @throws HoldfastError bad-input.
 */
function parseStorageOptions(options, where) {
    let settings = {};
    const seen = new Set();
    for (const option of options) {
        const [, name = '', value = ''] = /^([^=]*)(?:=(.*))?$/s.exec(option) ?? [];
        const key = name.trim().toLowerCase();
        if (seen.has(key))
            throw wrong(where, `"${key}" is given twice, expected once`);
        seen.add(key);
        settings = { ...settings, ...parserOf(key, where)(value.trim(), `${key} of ${where}`) };
    }
    if (settings.sseKmsKeyId !== undefined && settings.sse !== 'aws:kms') {
        throw wrong(where, 's3.sse-kms-key-id is given without s3.sse=aws:kms, expected both');
    }
    return settings;
}
/**
 * @param given Null: not given.
 * @param names Of the flags or inputs, for messages.
 * @throws HoldfastError bad-input.
 */
function parseObjectLock(given, names) {
    if (given.mode === null && given.days === null)
        return undefined;
    if (given.mode === null || given.days === null) {
        const [one, other] = given.mode === null ? [names.days, names.mode] : [names.mode, names.days];
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${one} alone: expected ${other} with it.`);
    }
    const mode = (0,_choice_js__WEBPACK_IMPORTED_MODULE_0__.parseChoice)(given.mode, names.mode, ['compliance', 'governance']);
    return {
        mode: mode === 'compliance' ? 'COMPLIANCE' : 'GOVERNANCE',
        days: numberUpTo(MAX_LOCK_DAYS, given.days, names.days),
    };
}
function parserOf(key, where) {
    const parse = OPTIONS[key];
    if (parse !== undefined)
        return parse;
    const reason = ABSENT[key];
    if (reason !== undefined)
        throw wrong(where, `restic’s "${key}" is absent here: ${reason}`);
    throw wrong(where, `there is no option ${JSON.stringify(key)}, expected ${Object.keys(OPTIONS).join(', ')}`);
}
function wrong(where, what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${where}: ${what}.`);
}
function parseStorageClass(value, name) {
    const storageClass = matching(value.toUpperCase(), name, /^[A-Z0-9_]{1,32}$/, 'a storage class');
    if (!ARCHIVES.has(storageClass))
        return storageClass;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: ${storageClass} is an archive, which takes hours to read, expected a class that is read at once ` +
        '(GLACIER_IR is one).');
}
function matching(value, name, pattern, expected) {
    if (pattern.test(value))
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(value)}, expected ${expected}.`);
}
function numberUpTo(limit, value, name) {
    const number = /^\d{1,6}$/.test(value) ? Number(value) : 0;
    if (number >= 1 && number <= limit)
        return number;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(value)}, expected a whole number from 1 to ${limit}.`);
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

/***/ 8988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explanationOf: () => (/* binding */ explanationOf)
/* harmony export */ });
/* harmony import */ var _notify_notification_section_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6347);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38918);
/* harmony import */ var _target_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6688);



/** How many times to come are told. */
const NEXT_RUNS = 3;
/** What a target means, as titles with lines; what is foreign in them is escaped. Without what isn't said. */
function explanationOf(target, nowMs) {
    const { name, application, settings, host, hostname, storage, copyTo, policy } = target;
    const { quiesce } = settings;
    const facts = [
        ['Target', [name]],
        ['Application', [application ?? undefined]],
        ['Options', optionsOf(target)],
        ['Host', [`${hostname}: ${host?.address}`, host?.container && `in the container ${host.container}`]],
        [
            'Saved',
            [
                ...(settings.paths ?? []),
                ...(settings.databases ?? []).map((url) => `dump of ${url}`),
                ...(settings.buckets ?? []).map((url) => `objects of ${url}`),
            ],
        ],
        ['But not', excludedOf(target)],
        ['Stopped by', quiesce?.stop ?? []],
        ['Started by', quiesce?.start ?? []],
        [
            'Stands',
            quiesce === undefined
                ? []
                : [
                    `at most ${quiesce['max-quiesce'] ?? '1h'}, and started by the host itself ${quiesce.lease ?? '2m'} after the run fell silent`,
                ],
        ],
        ['Run before', settings.before ?? []],
        ['Run after', settings.after ?? []],
        ['To', [storage?.repository ?? storage?.archives]],
        ['Copied to', [copyTo?.repository]],
        ['Due', [(0,_target_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .scheduleText */ .lH)(target), settings['scheduled-by'] && `begun by ${settings['scheduled-by']}`]],
        ['Next', nextRuns(target, nowMs)],
        ['Kept', [policy === null ? 'all: nothing is removed' : (0,_target_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .retentionText */ .wW)(target)]],
        ['Locked', [lockText(storage), copyTo && lockText(copyTo) && `copies: ${lockText(copyTo)}`]],
        [
            'Promised',
            [settings.rpo && `no older than ${settings.rpo}`, settings.rto && `back within ${settings.rto}`],
        ],
        ['Drilled', [settings.drill && `every ${settings.drill.every}`]],
        ['Told', toldOf(target)],
        [
            'Second key',
            [storage?.['recovery-key'], copyTo?.['recovery-key'] && `of the copy: ${copyTo['recovery-key']}`],
        ],
    ];
    return facts
        .map(([title, lines]) => [
        title,
        lines.filter((line) => !!line).map((line) => (0,_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .safeText */ .Hk)(line ?? '')),
    ])
        .filter(([, lines]) => lines.length > 0);
}
/** What the profile is told: a list's key once for each value, as `app-options` has them. */
function optionsOf({ settings }) {
    return Object.entries(settings.options ?? {}).flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).map((one) => `${key}=${String(one)}`));
}
/** Who, by the variables that hold addresses. */
function toldOf({ settings: { notifications = [] } }) {
    const name = (reference) => reference.replace(/^env:/, '');
    return notifications.flatMap((one) => [
        ...(one.ping === undefined ? [] : [`start, success and failure: the address in ${name(one.ping)}`]),
        ...(one.webhook === undefined ? [] : [`${(0,_notify_notification_section_js__WEBPACK_IMPORTED_MODULE_2__/* .kindsOf */ .tG)(one).join(', ')}: the webhook in ${name(one.webhook)}`]),
    ]);
}
function lockText(storage) {
    const mode = storage?.['object-lock'];
    return mode === undefined ? undefined : `for ${storage?.['object-lock-days']} days, ${mode}`;
}
function excludedOf({ settings }) {
    return [
        ...(settings.exclude ?? []),
        ...(settings.iexclude ?? []).map((pattern) => `${pattern}, in any case of letters`),
        ...(settings['exclude-if-present'] ?? []).map((file) => `folders that hold ${file}`),
        settings['exclude-caches'] ? 'folders with a CACHEDIR.TAG' : undefined,
        settings['exclude-larger-than'] === undefined
            ? undefined
            : `files larger than ${settings['exclude-larger-than']}`,
        settings['one-file-system'] ? 'other filesystems' : undefined,
    ];
}
function nextRuns(target, nowMs) {
    const schedule = (0,_target_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .scheduleOf */ .rH)(target);
    return schedule === null
        ? []
        : schedule.next(NEXT_RUNS, nowMs).map((time) => (0,_target_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .timeText */ .Tc)(time, schedule.timezone));
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

/***/ 33994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   configuredSheet: () => (/* binding */ configuredSheet)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28976);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47508);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38918);




/**
 * What a person does at three in the morning by what a configuration says of a target, when neither GitHub nor Holdfast is there:
 * commands of stock tools, in Markdown. What is in a snapshot it doesn't know: a drill's own sheet does.
 */
function configuredSheet(target) {
    const { name, hostname, storage, copyTo } = target;
    const parts = [
        `# Recovery sheet: ${code(name)} of ${code(hostname ?? '?')}`,
        'It needs neither Holdfast nor GitHub: a shell, the programs below, and the keys. A drill makes one that it has tried, with each dump’s own commands: `holdfast evidence sheet`.',
        ...(storage === null
            ? []
            : storage.repository === undefined
                ? archiveParts(target, storage)
                : repositoryParts(target, storage)),
        ...(copyTo?.repository === undefined
            ? []
            : [
                `## If that is lost: the copy\n\nThe same with ${code(copyTo.repository)}, and its own keys: ${keysText(copyTo)}.`,
            ]),
        `## Before the application starts\n\n${LAST}`,
    ];
    return `${parts.join('\n\n')}\n`;
}
const LAST = 'Compare what is there with what you expect (newest records, number of users). A restored application may send mail and run ' +
    'what was scheduled: start it where it can’t reach others until you have looked.';
function repositoryParts(target, storage) {
    const { name, hostname, settings } = target;
    const hasFiles = settings.application !== undefined || (settings.paths ?? []).length > 0;
    const filter = `--tag ${shell((0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .targetTag */ .mI)(name))} --host ${shell(hostname ?? '')}`;
    return [
        `## 1. What you need\n\n- \`restic\` 0.14 or newer (from your distribution, or https://restic.net)\n- ${keysText(storage)}\n${reach(storage)}`,
        `## 2. Open the repository\n\n${block([
            `export RESTIC_REPOSITORY=${shell(storage.repository ?? '')}`,
            'read -rs RESTIC_PASSWORD && export RESTIC_PASSWORD   # type it, or the recovery code',
            `restic snapshots ${filter}`,
            'export HOLDFAST_SNAPSHOT=…   # the newest without the tag `incomplete`',
        ])}`,
        ...(hasFiles ? [filesPart(settings.paths ?? [])] : []),
        `## ${hasFiles ? 4 : 3}. Dumps, and how it was saved\n\n${block([
            `restic ls "$HOLDFAST_SNAPSHOT" ${shell(`/.holdfast/${name}`)}`,
            `restic dump "$HOLDFAST_SNAPSHOT" ${shell(`/.holdfast/${name}/manifest.json`)}   # versions, what was stopped, dumps`,
            `restic dump "$HOLDFAST_SNAPSHOT" ${shell(`/.holdfast/${name}/dumps/`)}NAME >NAME   # give it to what reads it: psql, pg_restore, mysql …`,
        ])}${listOf('Dumped were', settings.databases ?? [])}`,
    ];
}
function filesPart(paths) {
    return `## 3. The files\n\nAs root, so that owners come back. First beside, then into place:\n\n${block([
        'mkdir -p recovered',
        'restic restore "$HOLDFAST_SNAPSHOT" --target recovered --exclude /.holdfast --verify',
    ])}${listOf('They stand below `recovered` at their own paths', paths)}`;
}
function archiveParts({ name, settings }, storage) {
    const isEncrypted = storage.unencrypted !== true;
    const decrypt = storage.recipients === undefined ? 'age -d' : 'age -d -i KEY-FILE';
    const command = isEncrypted ? `${decrypt} ../ARCHIVE | zstd -d |` : 'zstd -d <../ARCHIVE |';
    const key = storage.recipients === undefined ? 'the passphrase' : 'the secret key of one of its recipients';
    return [
        `## 1. What you need\n\n- \`${isEncrypted ? 'age`, `zstd` and GNU `tar`' : 'zstd` and GNU `tar`'}\n${isEncrypted ? `- ${key}\n` : ''}- the newest archive of ${code(name)} with a \`.manifest.json\` beside it, from ${code(storage.archives ?? '')}\n${reach(storage)}`,
        `## 2. Unpack it\n\nAs root, so that owners come back:\n\n${block([
            'mkdir recovered && cd recovered',
            `${command} tar -xp --numeric-owner --xattrs --xattrs-include='*' --delay-directory-restore`,
        ])}${listOf('It holds', settings.paths ?? [])}`,
    ];
}
/** Where the keys are, as far as the file says. */
function keysText(storage) {
    const password = storage.password?.replace(/^env:/, '') ?? '';
    const where = storage['recovery-key'];
    return `the repository’s password (workflows have it in the secret for ${code(password)}, which GitHub doesn’t show)${where === undefined ? '; nothing says that there is a second key' : `, or the second key: ${code(where)}`}`;
}
function reach(storage) {
    const location = storage.repository ?? storage.archives ?? '';
    if (location.startsWith('s3:'))
        return '- the storage’s key: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, and `AWS_DEFAULT_REGION` if it has one, exported';
    return location === 'artifact:'
        ? '- the GitHub repository’s artifacts: `gh run download`'
        : '- the disk that it lies on, mounted';
}
function listOf(title, items) {
    return items.length === 0 ? '' : `\n\n${title}:\n\n${items.map((item) => `- ${code(item)}`).join('\n')}`;
}
function block(lines) {
    return `\`\`\`sh\n${lines.join('\n')}\n\`\`\``;
}
/** A name with a line's end, or what hides, is none that a schema lets pass; a word of the shell stays one. */
function shell(text) {
    return (0,_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .safeText */ .Hk)((0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromText)(text)));
}
function code(text) {
    return `\`${(0,_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .safeText */ .Hk)(text).replaceAll('`', '’')}\``;
}


/***/ }),

/***/ 6688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tc: () => (/* binding */ timeText),
/* harmony export */   lH: () => (/* binding */ scheduleText),
/* harmony export */   rH: () => (/* binding */ scheduleOf),
/* harmony export */   wW: () => (/* binding */ retentionText),
/* harmony export */   xC: () => (/* binding */ storageText)
/* harmony export */ });
/* harmony import */ var _retention_policy_section_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26857);
/* harmony import */ var _retention_policy_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87427);
/* harmony import */ var _schedule_schedule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1383);



/** When a target is due, or null: nobody runs it by itself. */
function scheduleOf({ settings }) {
    if (settings.schedule === undefined)
        return null;
    const names = { cron: '`schedule`', timezone: '`timezone`' };
    return (0,_schedule_schedule_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSchedule */ .nP)(settings.schedule, settings.timezone ?? _schedule_schedule_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_TIMEZONE */ .GI, names);
}
/** `At 03:17 (Europe/Vienna)`, or `never by itself`. */
function scheduleText(target) {
    const schedule = scheduleOf(target);
    return schedule === null ? 'never by itself' : `${schedule.words} (${schedule.timezone})`;
}
/** What its policy keeps, in restic's words. */
function retentionText({ policy }) {
    return policy === null ? 'keep all' : (0,_retention_policy_text_js__WEBPACK_IMPORTED_MODULE_1__.policyText)((0,_retention_policy_section_js__WEBPACK_IMPORTED_MODULE_2__/* .policyOf */ .US)(policy));
}
/** Where its backups are, as restic's URL or the archives' location; a URL with a credential in it is refused before. */
function storageText({ storage, copyTo }) {
    const places = [storage, copyTo]
        .map((one) => one?.repository ?? one?.archives)
        .filter((one) => one !== undefined);
    return places.join(', then copied to ');
}
/** `2026-11-27 03:17` by the target's clock. */
function timeText(ms, timezone) {
    const parts = new Intl.DateTimeFormat('en-CA', {
        timeZone: timezone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
    }).formatToParts(ms);
    const part = (type) => parts.find((one) => one.type === type)?.value ?? '';
    return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}


/***/ }),

/***/ 52419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ storageOptions)
/* harmony export */ });
/* harmony import */ var _choice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68881);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/** restic's own limits. */
const MIN_PACK_MIB = 4;
const MAX_PACK_MIB = 128;
const MIB = 1024 * 1024;
/**
 * @param names Of the flags, variables or inputs, for the message.
 * @throws HoldfastError bad-input.
 */
function storageOptions({ compression, packSize }, names) {
    return {
        ...(compression === null
            ? {}
            : {
                compression: (0,_choice_js__WEBPACK_IMPORTED_MODULE_0__.parseChoice)(compression, names.compression, [
                    'auto',
                    'off',
                    'fastest',
                    'better',
                    'max',
                ]),
            }),
        ...(packSize === null ? {} : { packSizeBytes: parsePackSize(packSize, names.packSize) }),
    };
}
function parsePackSize(text, name) {
    const mebibytes = /^\d{1,4}$/.test(text) ? Number(text) : 0;
    if (mebibytes >= MIN_PACK_MIB && mebibytes <= MAX_PACK_MIB)
        return mebibytes * MIB;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected a whole number of MiB from ${MIN_PACK_MIB} to ${MAX_PACK_MIB}.`);
}


/***/ }),

/***/ 87427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   policyText: () => (/* binding */ policyText)
/* harmony export */ });
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(418);
/* harmony import */ var _span_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77461);


/** The policy as restic tells it: `keep 7 daily, 4 weekly snapshots and all snapshots within 3d of the newest`. */
function policyText(policy) {
    if ((0,_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .isEmptyPolicy */ .k)(policy))
        return 'remove';
    const parts = [countsText(policy), tagsText(policy), withinText(policy)].filter((part) => part !== '');
    return `keep ${parts.join(' and ')}`;
}
function countsText(policy) {
    const counts = [
        [policy.last, 'latest'],
        [policy.hourly, 'hourly'],
        [policy.daily, 'daily'],
        [policy.weekly, 'weekly'],
        [policy.monthly, 'monthly'],
        [policy.yearly, 'yearly'],
    ];
    const spans = [
        [policy.withinHourly, 'hourly'],
        [policy.withinDaily, 'daily'],
        [policy.withinWeekly, 'weekly'],
        [policy.withinMonthly, 'monthly'],
        [policy.withinYearly, 'yearly'],
    ];
    const counted = counts
        .filter(([count]) => count > 0)
        .map(([count, word]) => `${count === Number.POSITIVE_INFINITY ? 'all' : count} ${word}`);
    const within = spans
        .filter(([span]) => !(0,_span_js__WEBPACK_IMPORTED_MODULE_1__/* .isNoSpan */ .ck)(span))
        .map(([span, word]) => `${word} snapshots within ${(0,_span_js__WEBPACK_IMPORTED_MODULE_1__/* .spanText */ .Cp)(span)}`);
    return [counted.length === 0 ? '' : `${counted.join(', ')} snapshots`, ...within]
        .filter((part) => part !== '')
        .join(', ');
}
function tagsText({ tags }) {
    if (tags.length === 0)
        return '';
    return `all snapshots with tags [${tags.map((all) => `[${all.join(', ')}]`).join(' ')}]`;
}
function withinText({ within }) {
    return (0,_span_js__WEBPACK_IMPORTED_MODULE_1__/* .isNoSpan */ .ck)(within) ? '' : `all snapshots within ${(0,_span_js__WEBPACK_IMPORTED_MODULE_1__/* .spanText */ .Cp)(within)} of the newest`;
}


/***/ })

};
