export const id = 9569;
export const ids = [9569,663];
export const modules = {

/***/ 48546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   chunkerPolynomialFrom: () => (/* binding */ chunkerPolynomialFrom),
/* harmony export */   fromTask: () => (/* binding */ fromTask)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _from_flags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10431);
/* harmony import */ var _other_repository_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38112);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69261);




/**
 * The chunker's polynomial of the other repository: with it equal files become equal chunks, so that `restic copy` adds
 * little. Null when it isn't asked for.
 * @throws HoldfastError bad-input if only one of the two flags is there; what opening a repository throws.
 */
async function chunkerPolynomialFrom(task) {
    const { flags } = task;
    if (!flags.copyChunkerParams) {
        const alone = firstOfFrom(flags);
        if (alone === undefined)
            return null;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${alone} alone: expected --copy-chunker-params with it. Nothing else is taken from another repository; ` +
            'leave it out if nothing is to be.');
    }
    if (!(0,_from_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .isFromNamed */ .W)(task)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', 'Cannot copy chunker parameters: no repository is named to copy them from. Give --from-repo.');
    }
    return (0,_session_js__WEBPACK_IMPORTED_MODULE_2__.withRepository)(fromTask(task), 'none', async ({ repository }) => repository.chunkerPolynomial);
}
/** Of the flags about the other repository the first that is given. */
function firstOfFrom(flags) {
    const values = {
        '--from-repo': flags.fromRepo,
        '--from-repository-file': flags.fromRepositoryFile,
        '--from-password-file': flags.fromPasswordFile,
        '--from-password-command': flags.fromPasswordCommand,
        '--from-key-hint': flags.fromKeyHint,
    };
    return Object.entries(values).find(([, value]) => value !== undefined)?.[0];
}
/** `task` as if the other repository were the one that is meant. */
function fromTask(task) {
    const { flags } = task;
    return (0,_other_repository_js__WEBPACK_IMPORTED_MODULE_3__/* .otherTask */ .a)(task, {
        flags: {
            repo: flags.fromRepo,
            repositoryFile: flags.fromRepositoryFile,
            passwordFile: flags.fromPasswordFile,
            passwordCommand: flags.fromPasswordCommand,
            keyHint: flags.fromKeyHint,
        },
        called: 'the repository of --from-repo',
        flagsBegin: '--from',
        variables: 'RESTIC_FROM_',
        storageVariables: 'HOLDFAST_FROM_',
    });
}


/***/ }),

/***/ 38112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ otherTask)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _settings_other_storage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30482);
/* harmony import */ var _prompt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9863);



const VARIABLES = [
    'REPOSITORY',
    'REPOSITORY_FILE',
    'PASSWORD',
    'PASSWORD_FILE',
    'PASSWORD_COMMAND',
    'KEY_HINT',
];
/**
 * `task` as if the other repository were the one that is meant.
 * @throws HoldfastError bad-input, also without a password that it could be opened with.
 */
function otherTask(task, other) {
    requirePassword(task.terminal, other);
    const { flags, variables, storageVariables } = other;
    const { terminal } = task;
    const { stdin, stdout, stderr, env } = terminal;
    const renamed = VARIABLES.map((name) => [`RESTIC_${name}`, env[`${variables}${name}`]]);
    const { verbose, cacert, compression, packSize, option } = task.flags;
    return {
        ...task,
        terminal: { stdin, stdout, stderr, env: Object.fromEntries(renamed) },
        flags: {
            ...flags,
            verbose,
            lock: false,
            compression: compression ?? env['RESTIC_COMPRESSION'],
            packSize: packSize ?? env['RESTIC_PACK_SIZE'],
            cacert: cacert ?? env['RESTIC_CACERT'],
            cache: false,
            option, // restic's -o is of both, too
            s3: storageOf(env, storageVariables),
        },
    };
}
function requirePassword(terminal, { flags, variables, called, flagsBegin }) {
    const inFlags = flags.passwordFile ?? flags.passwordCommand;
    const inEnvironment = ['', '_FILE', '_COMMAND'].some((rest) => terminal.env[`${variables}PASSWORD${rest}`]);
    if (inFlags !== undefined || inEnvironment || (0,_prompt_js__WEBPACK_IMPORTED_MODULE_0__.canAsk)(terminal))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot open ${called}: no password of it is given. Give ${flagsBegin}-password-file or ` +
        `${flagsBegin}-password-command, or set ${variables}PASSWORD, ${variables}PASSWORD_FILE or ${variables}PASSWORD_COMMAND.`);
}
function storageOf(env, prefix) {
    const variable = (word) => `${prefix}AWS_${word.toUpperCase().replaceAll('-', '_')}`;
    const given = (word) => env[variable(word)] ?? null;
    return (0,_settings_other_storage_js__WEBPACK_IMPORTED_MODULE_2__/* .otherStorage */ .E)({
        accessKeyId: given('access-key-id'),
        secretAccessKey: given('secret-access-key'),
        sessionToken: given('session-token'),
        profile: given('profile'),
        region: given('region'),
    }, variable);
}


/***/ }),

/***/ 69261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  asOfMs: () => (/* binding */ asOfMs),
  openOf: () => (/* binding */ openOf),
  openStorage: () => (/* binding */ openStorage),
  prepareOpening: () => (/* binding */ prepareOpening),
  repositoryLocation: () => (/* binding */ repositoryLocation),
  repositoryOptions: () => (/* binding */ repositoryOptions),
  retryLockMs: () => (/* binding */ retryLockMs),
  s3Settings: () => (/* binding */ s3Settings),
  withOpeningRepository: () => (/* binding */ withOpeningRepository),
  withRepository: () => (/* binding */ withRepository)
});

// EXTERNAL MODULE: ./build/backends/location.js + 6 modules
var backends_location = __webpack_require__(68713);
// EXTERNAL MODULE: ./build/backends/retry.js
var retry = __webpack_require__(65534);
// EXTERNAL MODULE: ./build/backends/storage-flags.js
var storage_flags = __webpack_require__(6595);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/repository/lock.js + 3 modules
var lock = __webpack_require__(55144);
// EXTERNAL MODULE: ./build/repository/open.js
var repository_open = __webpack_require__(65281);
// EXTERNAL MODULE: ./build/repository/storage-options.js
var storage_options = __webpack_require__(52419);
// EXTERNAL MODULE: ./build/duration.js
var duration = __webpack_require__(73110);
// EXTERNAL MODULE: ./build/settings/time.js
var time = __webpack_require__(15787);
// EXTERNAL MODULE: ./build/amounts.js
var amounts = __webpack_require__(95209);
;// CONCATENATED MODULE: ./build/cli/cache-options.js


/**
 * What is kept of a repository in a folder of this machine, by restic's flags and variables: what backups leave for the next ones;
 * and where it lies elsewhere, indexes, snapshots and packs of trees, which are read there once they were read before. And
 * `outermost`, which is put around what lies elsewhere.
 */
function cacheOptions(task, location, outermost = (backend) => backend) {
    // What is there as of a time isn't what is there: it would be forgotten.
    const isWanted = task.flags.cache && task.flags.asOf === undefined;
    let opening = null;
    const openFolder = (repositoryId) => {
        opening ??= isWanted ? openFolderOf(task, repositoryId) : Promise.resolve(null);
        return opening;
    };
    if (!(0,backends_location/* isRemote */.Vx)(location))
        return { openMarks: openFolder };
    const wrapBackend = async (backend, repositoryId) => {
        const folder = await openFolder(repositoryId);
        return outermost(folder === null ? backend : await cached(task, backend, folder));
    };
    return { wrapBackend, openMarks: openFolder };
}
async function cached({ reporter }, backend, folder) {
    const { withCache } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 66226));
    return withCache(backend, folder, { onProblem: (message) => reporter.onInfo(message) });
}
async function openFolderOf(task, repositoryId) {
    const { flags, reporter, terminal } = task;
    const { defaultCacheBase, openCacheFolder, removeOldCaches } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 79261));
    const base = flags.cacheDir ?? (terminal.env['RESTIC_CACHE_DIR'] || defaultCacheBase(terminal.env));
    if (base === null)
        return null;
    const onProblem = (message) => reporter.onInfo(message);
    const folder = await openCacheFolder({ base, repositoryId, onProblem });
    if (flags.cleanupCache) {
        const removed = await removeOldCaches(base, Date.now());
        if (removed > 0)
            reporter.onInfo(`${(0,amounts.formatCounted)(removed, 'old cache')} removed.`);
    }
    return folder;
}

// EXTERNAL MODULE: ./build/cli/password.js + 1 modules
var cli_password = __webpack_require__(64986);
;// CONCATENATED MODULE: ./build/cli/session.js











/** Opens the repository that the flags and the environment name, runs `work` under a lock, and closes everything. */
async function withRepository(task, asked, work) {
    const { lock, ahead } = typeof asked === 'string' ? { lock: asked, ahead: () => undefined } : asked;
    const retryForMs = retryLockMs(task.flags);
    const start = await prepareOpening(task);
    const repository = await start();
    try {
        // What was there at a time stays whatever others do now, and nothing can be written beside it.
        if (lock === 'none' || task.flags.asOf !== undefined || (lock === 'shared' && !task.flags.lock)) {
            return await work({ repository, signal: task.signal });
        }
        const session = { repository, signal: task.signal };
        const options = { exclusive: lock === 'exclusive', retryForMs, ahead: ahead(session) };
        return await withLock(task, repository, options, work);
    }
    finally {
        await repository.close();
    }
}
/**
 * As `withRepository` without a lock, for work that has something else to do while the password is tried, which takes
 * half a second.
 * @param outermost Put around a backend that lies elsewhere.
 */
async function withOpeningRepository(task, work, outermost) {
    const start = await prepareOpening(task, { outermost, leavesCores: true });
    const opening = start();
    opening.catch(() => { }); // met by `work`
    try {
        return await work(opening);
    }
    finally {
        const repository = await opening.catch(() => null);
        await repository?.close();
    }
}
async function withLock(task, repository, options, work) {
    const held = await (0,lock.acquireLock)(repository, {
        ...options,
        onlyReads: !options.exclusive,
        signal: task.signal,
        onWaiting: (message) => task.reporter.onInfo(message),
        onWarning: (message) => task.reporter.onWarning(message),
    });
    try {
        return await work({ repository, signal: AbortSignal.any([task.signal, held.lost]) });
    }
    finally {
        await held.release();
    }
}
/** Opens the repository; whoever asks for it closes it. */
async function openOf(task) {
    return (await prepareOpening(task))();
}
/** Reads all that opening takes, and asks the person for what is missing. What comes opens the repository. */
async function prepareOpening(task, { outermost, onPassword, leavesCores = false } = {}) {
    const location = await repositoryLocation(task);
    const backend = await openStorageAt(task, location);
    const options = { ...repositoryOptions(task), ...cacheOptions(task, location, outermost) };
    const password = await (0,cli_password.readPassword)(task.flags, task.terminal, task.signal, backend.location);
    onPassword?.(password);
    return () => (0,repository_open.openRepository)(backend, password, {
        ...options,
        leavesCores,
        keyHint: task.flags.keyHint ?? task.terminal.env['RESTIC_KEY_HINT'],
        signal: task.signal,
        onWarning: (message) => task.reporter.onWarning(message),
    });
}
/**
 * Where the repository's files lie, or shall lie, as the flags and the environment name it. Faults that may pass are
 * tried again, and told. @throws HoldfastError bad-input.
 */
async function openStorage(task) {
    return openStorageAt(task, await repositoryLocation(task));
}
async function openStorageAt(task, location) {
    const { flags, terminal } = task;
    const caFile = flags.cacert ?? (terminal.env['RESTIC_CACERT'] || undefined);
    const backend = await (0,backends_location/* openBackend */.f2)(location, {
        caFile,
        s3: { ...s3Settings(flags), ...flags.s3 },
        asOfMs: asOfMs(flags) ?? undefined,
    });
    return (0,retry/* withRetry */.b)(backend, { onRetry: (message) => task.reporter.onInfo(message) });
}
/** @throws HoldfastError bad-input. */
function s3Settings({ option = [], objectLock, objectLockDays }) {
    const lock = { mode: objectLock ?? null, days: objectLockDays ?? null };
    return {
        ...(0,storage_flags/* parseStorageOptions */.z)(option, '-o'),
        objectLock: (0,storage_flags/* parseObjectLock */.c)(lock, { mode: '--object-lock', days: '--object-lock-days' }),
    };
}
/** In ms since 1970, or null: as it is. @throws HoldfastError bad-input. */
function asOfMs({ asOf }) {
    return asOf === undefined ? null : (0,time.parseTimeMs)(asOf, '--as-of');
}
/** How a repository is written, by flags or restic's variables. @throws HoldfastError bad-input. */
function repositoryOptions({ flags, terminal: { env } }) {
    return (0,storage_options/* storageOptions */.E)({
        compression: flags.compression ?? (env['RESTIC_COMPRESSION'] || null),
        packSize: flags.packSize ?? (env['RESTIC_PACK_SIZE'] || null),
    }, { compression: '--compression or RESTIC_COMPRESSION', packSize: '--pack-size or RESTIC_PACK_SIZE' });
}
/** From --repo, --repository-file or their environment variables, in restic's order. @throws HoldfastError bad-input. */
async function repositoryLocation({ flags, terminal: { env } }) {
    if (flags.repo !== undefined && flags.repositoryFile !== undefined) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot use both --repo and --repository-file: expected one of them.');
    }
    // Given empty (an unset variable, say), it isn't the environment's that is meant.
    if (flags.repo !== undefined)
        return flags.repo;
    if (flags.repositoryFile !== undefined)
        return (0,cli_password.readSecretFile)(flags.repositoryFile, 'the repository’s location');
    if (env['RESTIC_REPOSITORY'])
        return env['RESTIC_REPOSITORY'];
    if (env['RESTIC_REPOSITORY_FILE']) {
        return (0,cli_password.readSecretFile)(env['RESTIC_REPOSITORY_FILE'], 'the repository’s location');
    }
    throw new errors/* HoldfastError */.E('bad-input', 'Cannot open a repository: none is named. Give -r/--repo, or set RESTIC_REPOSITORY.');
}
function retryLockMs(flags) {
    return flags.retryLock === undefined ? 0 : (0,duration/* parseDuration */.E)(flags.retryLock, '--retry-lock');
}


/***/ }),

/***/ 23118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   addRecoveryKey: () => (/* binding */ addRecoveryKey)
/* harmony export */ });
/* harmony import */ var _repository_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21805);
/* harmony import */ var _repository_recovery_code_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32202);


/** How the list of keys names it. */
const RECOVERY_USERNAME = 'recovery';
/** Adds a key with a new recovery code as its password, and gives the code. It is kept nowhere else. */
async function addRecoveryKey(repository) {
    const code = (0,_repository_recovery_code_js__WEBPACK_IMPORTED_MODULE_0__/* .newRecoveryCode */ .Le)();
    await (0,_repository_keys_js__WEBPACK_IMPORTED_MODULE_1__.addKey)(repository, code, { username: RECOVERY_USERNAME });
    return code;
}


/***/ }),

/***/ 48315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   initRepository: () => (/* binding */ initRepository)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _chunker_polynomial_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7975);
/* harmony import */ var _crypto_seal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41420);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19473);
/* harmony import */ var _format_config_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(53967);
/* harmony import */ var _format_ids_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46487);
/* harmony import */ var _key_store_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51095);
/* harmony import */ var _open_repository_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26261);
/* harmony import */ var _sealed_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(29499);









const CONFIG = { kind: 'config', name: '' };
/**
 * Makes an empty repository and opens it. The config comes last: without it there is no repository. The backend belongs
 * to the repository from here on, also if this fails.
 * @throws HoldfastError repository-exists; bad-input for an empty password; or the backend's.
 */
async function initRepository(backend, password, options = {}) {
    try {
        return await makeRepository(backend, password, options);
    }
    catch (error) {
        await backend.close();
        throw error;
    }
}
async function makeRepository(backend, password, options) {
    await assertEmpty(backend);
    const config = {
        version: options.version ?? 2,
        id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(_format_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .ID_BYTES */ .Q$).toString('hex'),
        chunkerPolynomial: options.chunkerPolynomial ?? (0,_chunker_polynomial_js__WEBPACK_IMPORTED_MODULE_2__/* .randomPolynomial */ .Ax)(),
    };
    const masterKey = (0,_crypto_seal_js__WEBPACK_IMPORTED_MODULE_3__/* .newRepositoryKey */ .kL)();
    await backend.create();
    const keyId = await (0,_key_store_js__WEBPACK_IMPORTED_MODULE_4__/* .saveKey */ .Xo)(backend, masterKey, password, options.key);
    await saveConfigAlone(backend, { keyId, masterKey, config });
    const wrapped = (await options.wrapBackend?.(backend, config.id)) ?? backend;
    return new _open_repository_js__WEBPACK_IMPORTED_MODULE_5__/* .OpenRepository */ .l({ backend: wrapped, config, masterKey, keyId }, options);
}
/** A config that doesn't show isn't enough: over old keys and packs a new one would make them unreadable. */
async function assertEmpty(backend) {
    const cannot = `Cannot make a repository in "${backend.location}"`;
    if ((await backend.stat(CONFIG)) !== null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .HoldfastError */ .E('repository-exists', `${cannot}: there is one already, expected none. Use it, or choose another place.`);
    }
    for (const kind of ['key', 'snapshot', 'index', 'pack']) {
        if (!(await hasAny(backend, kind)))
            continue;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .HoldfastError */ .E('repository-exists', `${cannot}: there are ${kind} files in it but no config, expected nothing. ` +
            'If a repository was there, bring its config back from a copy; if an init was cut off, empty the place first.');
    }
}
/**
 * Of several inits of one place at once at most one makes the config, and the others take back their keys: beside the
 * config of another a key would open what is no repository, for restic, too. Each saves its key before it looks, so of
 * two at least one sees the other; if both do, neither goes on.
 */
async function saveConfigAlone(backend, { keyId, masterKey, config }) {
    const keys = await (0,_sealed_files_js__WEBPACK_IMPORTED_MODULE_7__/* .listAll */ ._w)(backend, 'key');
    if (keys.some(({ name }) => name !== keyId))
        return takeBackKey(backend, keyId);
    try {
        await saveConfig(backend, masterKey, config);
    }
    catch (error) {
        const stored = await backend.load(CONFIG).catch(() => null);
        // Where nothing is there, or ours is, it is as it was for anybody whose storage failed.
        if (stored === null || (0,_crypto_seal_js__WEBPACK_IMPORTED_MODULE_3__/* .tryOpen */ .G3)(masterKey, stored) !== null)
            throw error;
        await takeBackKey(backend, keyId);
    }
}
async function takeBackKey(backend, keyId) {
    const text = `Cannot make a repository in "${backend.location}": another run makes one there at this moment`;
    await backend.remove({ kind: 'key', name: keyId }).catch((cause) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .HoldfastError */ .E('repository-exists', `${text}, and our key could not be removed again. Remove the file keys/${keyId}: restic may take it for the key ` +
            'of the repository. Then use the repository that is there.', { cause });
    });
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .HoldfastError */ .E('repository-exists', `${text}, expected none. Use that one.`);
}
async function hasAny(backend, kind) {
    for await (const _ of backend.list(kind))
        return true;
    return false;
}
async function saveConfig(backend, masterKey, config) {
    const sealed = (0,_crypto_seal_js__WEBPACK_IMPORTED_MODULE_3__/* .seal */ .od)(masterKey, (0,_format_config_js__WEBPACK_IMPORTED_MODULE_8__/* .encodeConfig */ .d)(config));
    (0,_format_config_js__WEBPACK_IMPORTED_MODULE_8__/* .decodeConfig */ .F)((0,_crypto_seal_js__WEBPACK_IMPORTED_MODULE_3__/* .open */ .ho)(masterKey, sealed, 'the new config'), 'the new config');
    await backend.save(CONFIG, [sealed]);
}


/***/ }),

/***/ 21805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   addKey: () => (/* binding */ addKey),
/* harmony export */   changePassword: () => (/* binding */ changePassword),
/* harmony export */   listKeys: () => (/* binding */ listKeys),
/* harmony export */   removeKey: () => (/* binding */ removeKey)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _key_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51095);
/* harmony import */ var _sealed_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29499);




async function listKeys(repository, signal) {
    const files = await (0,_sealed_files_js__WEBPACK_IMPORTED_MODULE_0__/* .listAll */ ._w)(repository.backend, 'key', signal);
    return Promise.all(files.map(({ name }) => describeKey(repository, name, signal)));
}
/**
 * Adds a password that opens the repository.
 * @throws HoldfastError bad-input if it is empty.
 */
function addKey(repository, newPassword, options = {}) {
    return (0,_key_store_js__WEBPACK_IMPORTED_MODULE_1__/* .saveKey */ .Xo)(repository.backend, repository.masterKey, newPassword, options);
}
/**
 * Removes the key with the ID or unique prefix `spec`. Whoever knows its password and kept a copy of the key file can
 * still open what they have a copy of.
 * @throws HoldfastError bad-input for the current key (so that the last one is never removed), an unknown or an
 * ambiguous ID.
 */
async function removeKey(repository, spec) {
    const id = await resolveKey(repository, spec);
    if (id === repository.keyId) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot remove key ${id}: the repository is open with it. Open it with another password, then remove this one.`);
    }
    await repository.backend.remove({ kind: 'key', name: id });
    return id;
}
/**
 * Replaces the current key by one with `newPassword`. The old one goes only when the new one is stored and was opened
 * again; if that fails, both or the old one are there.
 */
async function changePassword(repository, newPassword, options = {}) {
    const oldId = repository.keyId;
    const newId = await addKey(repository, newPassword, options);
    repository.keyId = newId;
    await repository.backend.remove({ kind: 'key', name: oldId }).catch((error) => {
        throw stillOpens(error, oldId);
    });
    return newId;
}
/** Who may add but not remove, or has locked the key, must not think that the old password is void. */
function stillOpens(error, oldId) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E))
        return error;
    const text = `The new password opens the repository, and the old one still does, by key ${oldId.slice(0, 8)}: ${error.message}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E(error.code, text, { cause: error });
}
async function describeKey(repository, id, signal) {
    const current = id === repository.keyId;
    try {
        const { createdNs, username, hostname } = await (0,_key_store_js__WEBPACK_IMPORTED_MODULE_1__/* .loadKeyFile */ .m5)(repository.backend, id, signal);
        return {
            id,
            current,
            createdNs,
            username: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(username),
            hostname: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(hostname),
            problem: null,
        };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E) || error.code === 'cancelled')
            throw error;
        return { id, current, createdNs: 0n, username: '', hostname: '', problem: error.message };
    }
}
async function resolveKey(repository, spec) {
    const files = await (0,_sealed_files_js__WEBPACK_IMPORTED_MODULE_0__/* .listAll */ ._w)(repository.backend, 'key');
    const matches = files.filter(({ name }) => spec !== '' && name.startsWith(spec));
    const [match] = matches;
    if (match !== undefined && matches.length === 1)
        return match.name;
    const candidates = (matches.length === 0 ? files : matches).map(({ name }) => name.slice(0, 16)).join(', ');
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot find key "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(spec)}": ${matches.length} keys match, expected 1. There are: ${candidates}.`);
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
