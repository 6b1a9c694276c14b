export const id = 7282;
export const ids = [7282];
export const modules = {

/***/ 58999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ng: () => (/* binding */ connect),
  Vh: () => (/* binding */ maskStorageSecrets),
  Kq: () => (/* binding */ openRepositoryOf),
  Ni: () => (/* binding */ readHostAccess),
  J1: () => (/* binding */ readRepositoryAccess),
  GF: () => (/* binding */ shownPlaces)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/backends/location.js + 6 modules
var backends_location = __webpack_require__(68713);
// EXTERNAL MODULE: ./build/backends/retry.js
var retry = __webpack_require__(65534);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/github/annotations.js
var annotations = __webpack_require__(68492);
// EXTERNAL MODULE: ./build/github/inputs.js
var inputs = __webpack_require__(52325);
// EXTERNAL MODULE: ./build/github/secrets.js
var secrets = __webpack_require__(45907);
// EXTERNAL MODULE: ./build/hosts/address.js
var address = __webpack_require__(88772);
// EXTERNAL MODULE: ./build/hosts/container-address.js
var container_address = __webpack_require__(6410);
// EXTERNAL MODULE: ./build/hosts/host-access.js
var host_access = __webpack_require__(84523);
// EXTERNAL MODULE: ./build/hosts/key-text.js
var key_text = __webpack_require__(62967);
// EXTERNAL MODULE: ./build/repository/recovery-code.js
var recovery_code = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/duration.js
var duration = __webpack_require__(73110);
// EXTERNAL MODULE: ./build/settings/secret.js
var secret = __webpack_require__(95850);
// EXTERNAL MODULE: ./build/settings/time.js
var time = __webpack_require__(15787);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/github/log.js
var log = __webpack_require__(30284);
;// CONCATENATED MODULE: ./build/actions/cache.js






/** Of a repository in GitHub's cache. The GitHub repository has 10 GB for all that its workflows cache. */
const MAX_GITHUB_CACHE_BYTES = 512 * 1024 * 1024;
/** Null: no cache is wanted, or none is worth it: what lies on GitHub's own runners goes with the job. */
function readCacheInputs(location) {
    if ((0,inputs/* booleanInput */.tE)('no-cache'))
        return null;
    const given = (0,inputs/* textInput */._Z)('cache-dir');
    if (given !== null)
        return { folder: given };
    // On others folders stay.
    if (process.env['RUNNER_ENVIRONMENT'] === 'github-hosted')
        return (0,backends_location/* isRemote */.Vx)(location) ? 'github' : null;
    const base = process.env['XDG_CACHE_HOME'] || (process.env['HOME'] ? (0,external_node_path_.join)(process.env['HOME'], '.cache') : null);
    return base === null ? null : { folder: base };
}
/**
 * What is kept of a repository near this job: what backups leave for the next ones; and where it lies elsewhere, what was read of it.
 * And `outermost`, which is put around what lies elsewhere.
 */
function cacheOptions({ location, cache = null }, tools, outermost = (backend) => backend) {
    let opening = null;
    const open = (repositoryId) => {
        opening ??= cache === null ? Promise.resolve(null) : openCacheOf(cache, repositoryId, tools);
        return opening;
    };
    const openMarks = async (repositoryId) => (await open(repositoryId))?.folder ?? null;
    if (!(0,backends_location/* isRemote */.Vx)(location))
        return { openMarks };
    const wrapBackend = async (backend, repositoryId) => {
        const opened = await open(repositoryId);
        return outermost(opened === null ? backend : await cached(backend, opened));
    };
    return { wrapBackend, openMarks };
}
const onProblem = (message) => log/* log */.Rm.info(message);
async function openCacheOf(cache, repositoryId, tools) {
    const { openCacheFolder } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 79261));
    if (cache === 'github')
        return openGitHubs(repositoryId, tools);
    const folder = await openCacheFolder({ base: cache.folder, repositoryId, onProblem });
    return folder === null ? null : { folder, carrier: null };
}
/** A cache in the job's own folder, filled from GitHub's. */
async function openGitHubs(repositoryId, { signal }) {
    const [{ openCacheFolder }, { hasCacheService }] = await Promise.all([
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 79261)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 99210)),
    ]);
    const base = process.env['RUNNER_TEMP'] ?? '';
    if (base === '' || !hasCacheService())
        return null;
    const folder = await openCacheFolder({ base, repositoryId, maxBytes: MAX_GITHUB_CACHE_BYTES, onProblem });
    if (folder === null)
        return null;
    const carrier = new Carrier(folder, repositoryId, signal);
    await carrier.bring();
    return { folder, carrier };
}
/** `backend` with the cache, which is given to GitHub's when the repository is closed. */
async function cached(backend, { folder, carrier }) {
    const { withCache } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 66226));
    const caching = withCache(backend, folder, { onProblem });
    if (carrier === null)
        return caching;
    const close = caching.close.bind(caching);
    // A second closing does nothing more: the folder is as it was given.
    caching.close = async () => {
        await close();
        await carrier.give();
    };
    return caching;
}
/** Carries a cache to this runner, and back. Never rejects: what goes wrong is a line in the log. */
class Carrier {
    #folder;
    #prefix;
    #file;
    #signal;
    #known = '';
    constructor(folder, repositoryId, signal) {
        this.#folder = folder;
        // Of the repository's ID, which is no secret, as much as tells it from others.
        this.#prefix = `holdfast-1-${repositoryId.slice(0, ID_DIGITS)}-`;
        this.#file = (0,external_node_path_.join)(folder.path, 'bundle');
        this.#signal = signal;
    }
    async bring() {
        await this.#trying('restored', async () => {
            const [{ restoreCached }, { unbundleCache }] = await Promise.all([
                Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 99210)),
                Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 37419)),
            ]);
            const key = await restoreCached(this.#file, this.#prefix, this.#signal);
            const count = key === null ? 0 : await unbundleCache(this.#file, this.#folder);
            log/* log */.Rm.info(key === null
                ? "GitHub's cache has nothing of this repository."
                : `${count} files from GitHub's cache.`);
        });
        this.#known = this.#names();
    }
    /** Nothing is given when nothing is new, nor when somebody cancelled the run. */
    async give() {
        const names = this.#names();
        if (names === this.#known || this.#signal.aborted)
            return;
        this.#known = names;
        await this.#trying('saved', async () => {
            const [{ saveCached }, { bundleCache }] = await Promise.all([
                Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 99210)),
                Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 37419)),
            ]);
            await bundleCache(this.#folder, this.#file, MAX_GITHUB_CACHE_BYTES);
            const run = [process.env['GITHUB_RUN_ID'], process.env['GITHUB_RUN_ATTEMPT'], Date.now()].join('-');
            const isSaved = await saveCached(this.#file, this.#prefix + run, this.#signal);
            log/* log */.Rm.info(isSaved
                ? "The cache was given to GitHub's."
                : "GitHub's cache didn't take ours: the next run reads more.");
        });
    }
    #names() {
        return this.#folder
            .files()
            .map(({ file }) => file.name)
            .sort()
            .join();
    }
    async #trying(verb, work) {
        try {
            await work();
        }
        catch (error) {
            log/* log */.Rm.info(`The cache was not ${verb}: ${(0,system_error/* systemErrorText */.f9)(error)}. The work goes on without.`);
        }
        finally {
            await (0,promises_.rm)(this.#file, { force: true }).catch(() => { });
        }
    }
}
const ID_DIGITS = 16;

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/actions/open-or-make.js


/** Who makes a repository needs a second or two, most of it for the key. Each wait is a random part of its length. */
const WAITS_MS = [1000, 2000, 4000, 8000, 16_000];
/**
 * What `open` gives or, where nothing is there, `make`. Jobs of one matrix may all find nothing, and of those that make
 * it at once one does at most: the others open that, or try again after a while.
 * @throws HoldfastError what `make` threw at last, and whatever `open` throws but repository-missing; cancelled.
 */
async function openOrMake(open, make, signal) {
    for (const waitMs of WAITS_MS) {
        try {
            return await openElse(open, make);
        }
        catch (error) {
            if (!hasCode(error, 'repository-exists'))
                throw error;
        }
        await (0,external_node_timers_promises_.setTimeout)(Math.random() * waitMs, undefined, { signal }).catch(() => { }); // what comes next is told of the signal, too
    }
    return openElse(open, make);
}
async function openElse(open, make) {
    try {
        return await open();
    }
    catch (error) {
        if (!hasCode(error, 'repository-missing'))
            throw error;
    }
    return make();
}
function hasCode(error, code) {
    return (0,errors/* asHoldfastError */.C)(error)?.code === code;
}

// EXTERNAL MODULE: ./build/actions/storage-inputs.js + 1 modules
var storage_inputs = __webpack_require__(22465);
// EXTERNAL MODULE: ./build/actions/unfinished.js
var unfinished = __webpack_require__(51719);
;// CONCATENATED MODULE: ./build/actions/access.js




















/** @throws HoldfastError bad-input. */
function readHostAccess() {
    const on = (0,inputs/* requiredInput */.YF)('on', 'Say which host it is: `local` (the runner itself), or `ssh://user@host:port`.');
    (0,address/* parseHostAddress */.un)(on); // before it is shown anywhere: what can't be one may hold a password
    const password = secretInput('ssh-password');
    return {
        on,
        options: {
            client: (0,host_access/* sshClientOf */.l)((0,inputs/* textInput */._Z)('ssh-client'), 'the input `ssh-client`'),
            identity: secretInput('identity'),
            passphrase: secretInput('identity-passphrase'),
            password,
            knownHosts: (0,inputs/* textInput */._Z)('known-hosts') ?? undefined,
            jump: (0,inputs/* listInput */.dt)('jump'),
            become: (0,host_access/* becomeOf */.b)((0,inputs/* textInput */._Z)('become'), 'the input `become`'),
            container: containerInput(),
            // Servers let nobody try often: an agent's keys would use up the tries before the password's turn.
            agent: password === undefined ? process.env['SSH_AUTH_SOCK'] : undefined,
        },
    };
}
/** @throws HoldfastError bad-input, before anything is begun. */
function containerInput() {
    const container = (0,inputs/* textInput */._Z)('container') ?? undefined;
    if (container !== undefined)
        (0,container_address/* parseContainerAddress */.z)(container);
    return container;
}
/** Of the inputs, whether they are right or wrong, for people: without passwords that may stand in them. */
function shownPlaces() {
    const location = (0,inputs/* textInput */._Z)('repository');
    return {
        way: shownWay(),
        repository: location === null || (0,backends_location/* holdsCredentials */.Hn)(location) ? null : location,
    };
}
function shownWay() {
    const identity = (0,inputs/* textInput */._Z)('identity');
    const isPath = identity !== null && isIdentityPath(identity);
    const secrets = [];
    if (identity !== null && !isPath)
        secrets.push('identity');
    if ((0,inputs/* textInput */._Z)('ssh-password') !== null)
        secrets.push('ssh-password');
    return {
        on: (0,address/* withoutPassword */.G5)((0,inputs/* textInput */._Z)('on') ?? '?'),
        identity: isPath ? identity : undefined,
        knownHosts: (0,inputs/* textInput */._Z)('known-hosts') ?? undefined,
        jump: (0,inputs/* listInput */.dt)('jump').map(address/* withoutPassword */.G5),
        become: (0,inputs/* textInput */._Z)('become') ?? undefined,
        sshClient: (0,inputs/* textInput */._Z)('ssh-client') ?? undefined,
        container: (0,inputs/* textInput */._Z)('container') ?? undefined,
        secrets,
    };
}
/** @throws HoldfastError bad-input. */
async function readRepositoryAccess() {
    const location = (0,inputs/* textInput */._Z)('repository') ?? process.env['RESTIC_REPOSITORY'] ?? '';
    if (location === '') {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot start: the input `repository` is missing. Give the repository’s location, such as `/srv/backup`.');
    }
    maskStorageSecrets();
    const s3 = (0,storage_inputs/* readStorageInputs */.vY)();
    const givenPassword = await readPassword();
    const password = (0,recovery_code/* asWritten */.qm)(givenPassword);
    (0,secrets/* mask */.dK)(password);
    const retryLock = (0,inputs/* textInput */._Z)('retry-lock');
    const asOf = (0,inputs/* textInput */._Z)('as-of');
    return {
        location,
        s3,
        asOfMs: asOf === null ? null : (0,time.parseTimeMs)(asOf, 'the input `as-of`'),
        password,
        givenPassword,
        retryLockMs: retryLock === null ? 0 : (0,duration/* parseDuration */.E)(retryLock, 'the input `retry-lock`'),
        init: (0,inputs/* booleanInput */.tE)('init'),
        // What is there as of a time isn't what is there: it would be forgotten.
        cache: asOf === null ? readCacheInputs(location) : null,
    };
}
async function connect(access, { reporter, signal }) {
    const { connectHost } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 79662));
    const { container } = access.options;
    reporter.onInfo(container === undefined ? `Host: ${access.on}` : `Container: ${container} on ${access.on}`);
    const temporary = { temporaryFolder: process.env['RUNNER_TEMP'], onSecretFolder: unfinished/* unfinished */.M.secretFolder };
    return connectHost(access.on, { ...access.options, ...temporary, signal });
}
/**
 * Opens the repository, or makes it if the inputs say so and there is none.
 * @param outermost Put around a backend that lies elsewhere.
 */
async function openRepositoryOf(access, tools, outermost) {
    const { openRepository } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 65281));
    const { reporter, signal } = tools;
    const options = {
        ...access.storage,
        ...cacheOptions(access, tools, outermost),
        signal,
        onWarning: (message) => reporter.onWarning(message),
    };
    const open = async () => openRepository(await openStorage(access, tools), access.password, options);
    if (!access.init)
        return open();
    const make = access.dryRun === true ? supposeRepository : makeRepository;
    return openOrMake(open, () => make(access, tools, options), signal);
}
/** An empty one that is nowhere but in memory. */
async function supposeRepository(access, tools) {
    requireFit(access.givenPassword);
    const [{ initRepository }, { createMemoryBackend }] = await Promise.all([
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 48315)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 73093)),
    ]);
    const storage = await openStorage(access, tools);
    await storage.close();
    const { location } = storage;
    (0,annotations/* notice */.lm)('No repository yet', `There is none at ${location}. A dry run makes none: it goes on as if an empty one were there.`);
    return initRepository(createMemoryBackend(location), access.password, { ...access.storage });
}
async function makeRepository(access, tools, options) {
    requireFit(access.givenPassword);
    const { initRepository } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 48315));
    const repository = await initRepository(await openStorage(access, tools), access.password, {
        ...options,
        ...(access.chunkerPolynomial === undefined ? {} : { chunkerPolynomial: access.chunkerPolynomial }),
    });
    (0,annotations/* notice */.lm)('Repository made', `There was none at ${repository.location}. ${ONE_KEY}`);
    return repository;
}
/** Of a password for a new repository. @throws HoldfastError bad-input. */
function requireFit(password) {
    (0,recovery_code/* requireAsPrinted */.Em)(password);
    requireWhole(password);
}
/**
 * Inputs lose the white space around them, as a password file does, and RESTIC_PASSWORD doesn't: whoever has the secret as it was
 * kept would find, when all else is lost, that it opens nothing.
 * @throws HoldfastError bad-input.
 */
function requireWhole(password) {
    for (const name of ['password', 'copy-to-password']) {
        const given = (0,inputs/* untrimmedInput */.G)(name).replace(/[\r\n]+$/, '');
        if (given.trim() !== password || given === password)
            continue;
        throw new errors/* HoldfastError */.E('bad-input', `Cannot make a repository with the input \`${name}\`: white space stands around it, which an action leaves out and ` +
            'other programs may not. Set the secret without it.');
    }
}
/** Faults of the storage that may pass are tried again, and told. */
async function openStorage(access, { reporter }) {
    const backend = await (0,backends_location/* openBackend */.f2)(access.location, {
        caFile: process.env['RESTIC_CACERT'] || undefined,
        s3: access.s3,
        asOfMs: access.asOfMs ?? undefined,
    });
    return (0,retry/* withRetry */.b)(backend, { onRetry: (message) => reporter.onInfo(message) });
}
const ONE_KEY = 'The password is its only key, and GitHub never shows a secret again: make a second one with `holdfast key add --recovery`.';
/** No message of ours holds them; what else runs in the job may print its environment. */
function maskStorageSecrets() {
    for (const name of ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'])
        (0,secrets/* mask */.dK)(process.env[name] ?? '');
}
async function readPassword() {
    const given = (0,inputs/* textInput */._Z)('password') ?? passwordFromEnvironment() ?? (await passwordFromFile());
    if (given === null || given === '') {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot start: the input `password` is missing or empty. Give it a secret of yours, such as `secrets.BACKUP_PASSWORD`. ' +
            '(Secrets are empty in pull requests from forks.)');
    }
    (0,secrets/* mask */.dK)(given);
    return given;
}
function passwordFromEnvironment() {
    return (0,secret/* environmentSecret */.q)(process.env['RESTIC_PASSWORD'], 'RESTIC_PASSWORD');
}
async function passwordFromFile() {
    const file = process.env['RESTIC_PASSWORD_FILE'];
    if (!file)
        return null;
    const where = JSON.stringify(file);
    const bytes = await (0,promises_.readFile)(file).catch((cause) => {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot read the password from ${where}: ${(0,system_error/* systemErrorText */.f9)(cause)}.`, { cause });
    });
    return (0,secret/* secretText */.y)(bytes, 'the password', where);
}
/** Longer than any relative path that somebody would give, shorter than any key in base64. */
const LONGEST_RELATIVE_PATH = 64;
/** A path is no secret; the text of a key is, also a mangled one. */
function isIdentityPath(value) {
    if ((0,key_text/* isKeyText */.l)(value))
        return false;
    return (0,key_text/* isCertainlyPath */.B)(value) || (value.length <= LONGEST_RELATIVE_PATH && !/\s/.test(value));
}
function secretInput(name) {
    const value = (0,inputs/* textInput */._Z)(name);
    if (value === null)
        return undefined;
    if (name !== 'identity' || !isIdentityPath(value))
        (0,secrets/* mask */.dK)(value);
    return value;
}


/***/ }),

/***/ 82085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LZ: () => (/* binding */ readCopyTo),
/* harmony export */   UO: () => (/* binding */ copyBackup),
/* harmony export */   zc: () => (/* binding */ failedCopySummary)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(95209);
/* harmony import */ var _backends_location_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68713);
/* harmony import */ var _backends_storage_flags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6595);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(53272);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52325);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(30284);
/* harmony import */ var _github_outputs_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(31224);
/* harmony import */ var _github_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45907);
/* harmony import */ var _github_summary_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(13794);
/* harmony import */ var _repository_recovery_code_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32202);
/* harmony import */ var _settings_other_storage_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30482);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(58999);
/* harmony import */ var _storage_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(22465);














/**
 * The second repository, or null. It is made where `init` says so, cutting files as the first one does.
 * @param first Whose ways of writing and waiting hold for it, too.
 * @throws HoldfastError bad-input.
 */
function readCopyTo(first) {
    const location = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('copy-to');
    const givenPassword = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('copy-to-password');
    const secretAccessKey = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('copy-to-aws-secret-access-key');
    const sessionToken = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('copy-to-aws-session-token');
    for (const secret of [givenPassword, secretAccessKey, sessionToken])
        (0,_github_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .mask */ .dK)(secret ?? '');
    if (location === null) {
        refuseAlone();
        return null;
    }
    if (givenPassword === null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', 'Cannot start: the input `copy-to-password` is missing or empty, expected the password of the repository of ' +
            '`copy-to`. (Secrets are empty in pull requests from forks.)');
    }
    const password = (0,_repository_recovery_code_js__WEBPACK_IMPORTED_MODULE_3__/* .asWritten */ .qm)(givenPassword);
    (0,_github_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .mask */ .dK)(password);
    return { ...first, location, password, givenPassword, s3: readCopyStorage(location, first) };
}
/**
 * Whoever says anything of a second repository means one: where none is named its variable isn't set, mostly, and the job would be
 * green without a copy.
 * @throws HoldfastError bad-input.
 */
function refuseAlone() {
    const [alone] = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .allInputs */ .j3)().find(([name, value]) => name.startsWith('copy-to-') && value !== '') ?? [];
    if (alone === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot use the input \`${alone}\` without \`copy-to\`: no second repository is named, and no copy would be made. ` +
        'Give both, or neither; a variable may be unset.');
}
/** How the second repository is reached and written: by a credential of its own, or by the first one's. */
function readCopyStorage(location, first) {
    const named = (word) => `the input \`copy-to-aws-${word}\``;
    const options = (0,_backends_storage_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .parseStorageOptions */ .z)((0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .listInput */ .dt)('copy-to-storage-options'), 'the input `copy-to-storage-options`');
    const region = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('copy-to-aws-region') ?? options.region;
    const other = (0,_settings_other_storage_js__WEBPACK_IMPORTED_MODULE_5__/* .otherStorage */ .E)({
        accessKeyId: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('copy-to-aws-access-key-id'),
        secretAccessKey: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('copy-to-aws-secret-access-key'),
        sessionToken: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('copy-to-aws-session-token'),
        profile: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('copy-to-aws-profile'),
        region: region ?? null,
    }, named);
    const role = (0,_storage_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .readRoleArn */ .eY)((0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('copy-to-aws-role'), 'copy-to-aws-role');
    if (role !== null && other?.credentials !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot use ${named('role')} beside a key or a profile for the second repository: expected one of them.`);
    }
    const own = role === null ? other?.credentials : (0,_storage_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .roleFor */ .IJ)(role, region);
    return {
        ...options,
        region,
        credentials: own ?? first.s3?.credentials,
        objectLock: readCopyLock(location),
    };
}
/** Found out before the backup, and not after hours of it. */
function readCopyLock(location) {
    const lock = (0,_backends_storage_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .parseObjectLock */ .c)({ mode: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('copy-to-object-lock'), days: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('copy-to-object-lock-days') }, { mode: 'the input `copy-to-object-lock`', days: 'the input `copy-to-object-lock-days`' });
    if (lock === undefined || (0,_backends_location_js__WEBPACK_IMPORTED_MODULE_7__/* .isRemote */ .Vx)(location))
        return lock;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', 'Cannot use the input `copy-to-object-lock`: `copy-to` is a folder, which locks nothing, expected a repository in S3.');
}
/** Copies what a backup came to. @throws CopyFailure. */
async function copyBackup({ from, to, snapshot }, tools) {
    const { copyAfterBackup } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 86868));
    const order = {
        snapshot,
        retryLockMs: to.retryLockMs,
        openFrom: () => (0,_access_js__WEBPACK_IMPORTED_MODULE_8__/* .openRepositoryOf */ .Kq)({ ...from, init: false }, tools),
        openTo: ({ chunkerPolynomial }) => (0,_access_js__WEBPACK_IMPORTED_MODULE_8__/* .openRepositoryOf */ .Kq)({ ...to, chunkerPolynomial }, tools),
    };
    const result = await copyAfterBackup(order, tools.reporter, tools.signal);
    (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_9__/* .setOutputs */ .n0)({ 'copied-snapshots': result.copied.length });
    _github_log_js__WEBPACK_IMPORTED_MODULE_10__/* .log */ .Rm.info(oneLine(result));
    (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_11__/* .addSummary */ .S0)(`**Copied to the second repository:** ${oneLine(result)}\n`);
    return result;
}
function oneLine({ copied, bytes, storedBytes }) {
    if (copied.length === 0)
        return 'It has the snapshot already.';
    const what = (0,_amounts_js__WEBPACK_IMPORTED_MODULE_12__.formatCounted)(copied.length, 'snapshot');
    return `${what}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_12__.formatBytes)(bytes)} added (${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_12__.formatBytes)(storedBytes)} stored).`;
}
/** The job summary of a failed copy. */
function failedCopySummary(failure) {
    return [
        `### ❌ The copy of snapshot ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_11__/* .markdownCode */ .D9)(failure.snapshot.slice(0, 8))} to the second repository failed`,
        (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_11__/* .escapeMarkdown */ .FV)((0,_failure_text_js__WEBPACK_IMPORTED_MODULE_13__/* .failureText */ .k)(failure)),
        '**Saved:** the snapshot itself. It can be restored from the first repository as ever; what is missing is a second place for it.',
        '**Next:** see to what the message says. The next run makes up for the copy.',
    ]
        .join('\n\n')
        .concat('\n');
}


/***/ }),

/***/ 91637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HL: () => (/* binding */ noticeFailure),
/* harmony export */   QB: () => (/* binding */ noticeCutOff),
/* harmony export */   VN: () => (/* binding */ runMain),
/* harmony export */   be: () => (/* binding */ OF_A_HOST),
/* harmony export */   kg: () => (/* binding */ OF_SNAPSHOTS)
/* harmony export */ });
/* unused harmony export failureOf */
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(95209);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(19473);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53272);
/* harmony import */ var _github_annotations_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68492);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52325);
/* harmony import */ var _github_run_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(67503);
/* harmony import */ var _github_secrets_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(45907);
/* harmony import */ var _notify_notifier_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(20977);
/* harmony import */ var _settings_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47508);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58999);
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62528);
/* harmony import */ var _unfinished_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51719);












/** Of one target on the host that is connected to. */
const OF_A_HOST = {
    target: () => (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('of') ?? _settings_target_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_TARGET */ .Kv,
    host: () => (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('host') ?? (0,_access_js__WEBPACK_IMPORTED_MODULE_2__/* .shownPlaces */ .GF)().way.on,
    ifNotWell: 'incomplete',
};
/** Of all that filters leave. */
const OF_SNAPSHOTS = {
    target: () => (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('of') ?? 'all targets',
    host: () => (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .listInput */ .dt)('host').join(', ') || 'all hosts',
};
function failureOf(error) {
    return { error, cancelled: asHoldfastError(error)?.code === 'cancelled' };
}
/**
 * Runs main of an action, and tells others of it by the inputs for that. That they can't be told changes nothing of the step's
 * outcome, and is a warning.
 */
async function runMain(about, policy, work) {
    const notifier = readNotifier(about);
    const startedMs = Date.now();
    notifier?.start();
    const failures = [];
    const onFailure = (error) => {
        failures.push(error);
        policy.onFailure?.(error);
    };
    await (0,_stage_js__WEBPACK_IMPORTED_MODULE_3__/* .runStage */ .S)({ ...policy, onFailure }, work);
    _unfinished_js__WEBPACK_IMPORTED_MODULE_4__/* .unfinished */ .M.mainFinished();
    const [error] = failures;
    const outcome = error !== undefined ? 'failed' : process.exitCode ? about.ifNotWell : 'complete';
    const problems = error !== undefined ? [(0,_failure_text_js__WEBPACK_IMPORTED_MODULE_5__/* .failureText */ .k)(error)] : (0,_github_annotations_js__WEBPACK_IMPORTED_MODULE_6__/* .toldFailures */ .dJ)();
    // The runner kills a cancelled step 10 s after it was told: what is left of that is little.
    const hurried = (0,_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .asHoldfastError */ .C)(error)?.code === 'cancelled';
    await tell(about, notifier, { outcome, problems, ms: Date.now() - startedMs, hurried });
}
/** Of a main that failed before it could begin. */
async function noticeFailure(about) {
    const problems = (0,_github_annotations_js__WEBPACK_IMPORTED_MODULE_6__/* .toldFailures */ .dJ)();
    await tell(about, readNotifier(about), { outcome: 'failed', problems, ms: 0, hurried: false });
}
/** In post, of a main that was killed: nobody else says that it failed. Post has minutes. */
async function noticeCutOff(about) {
    if (!_unfinished_js__WEBPACK_IMPORTED_MODULE_4__/* .unfinished */ .M.wasMainCutOff())
        return;
    const problems = ['The step was cut off.'];
    await tell(about, readNotifier(about), { outcome: 'failed', problems, ms: 0, hurried: false });
}
async function tell(about, notifier, ending) {
    const { outcome, problems, ms, hurried } = ending;
    const [target, host] = [about.target(), about.host()];
    const reason = outcome === 'complete' ? '' : (0,_github_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .withoutSecrets */ .cT)(problems.join(' '));
    const fields = {
        ...{ action: about.action, outcome, target, host, duration: (0,_amounts_js__WEBPACK_IMPORTED_MODULE_9__.formatDuration)(ms), run: (0,_github_run_js__WEBPACK_IMPORTED_MODULE_10__/* .runAddress */ .Y)() },
        reason,
    };
    // Who cancels it knows, and there is no time for it.
    const isTold = !isDryRun() && !hurried;
    await Promise.all([
        notifier?.end(outcome === 'complete', fields, { hurried }),
        isTold ? about.settleIssue?.(target, host, outcome === 'complete' ? [] : problems) : null,
    ]);
}
function readNotifier({ byEnvironment }) {
    const byVariable = (name) => (byEnvironment ? process.env[name] || null : null);
    const given = {
        pingUrl: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('ping-url') ?? byVariable('HOLDFAST_PING_URL'),
        webhookUrl: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('webhook-url') ?? byVariable('HOLDFAST_WEBHOOK_URL'),
        template: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('webhook-template'),
    };
    for (const secret of [given.pingUrl, given.webhookUrl])
        (0,_github_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .mask */ .dK)(secret ?? '');
    if (isDryRun() || (given.pingUrl === null && given.webhookUrl === null))
        return null;
    const onProblem = (message) => (0,_github_annotations_js__WEBPACK_IMPORTED_MODULE_6__/* .warn */ .R8)('Nobody was notified', message);
    try {
        const names = {
            pingUrl: 'the input `ping-url`',
            webhookUrl: 'the input `webhook-url`',
            template: 'the input `webhook-template`',
        };
        const webhookOn = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .choiceInput */ .ij)('webhook-on', _notify_notifier_js__WEBPACK_IMPORTED_MODULE_11__/* .WEBHOOK_ON */ .Kf);
        return new _notify_notifier_js__WEBPACK_IMPORTED_MODULE_11__/* .Notifier */ .ze((0,_notify_notifier_js__WEBPACK_IMPORTED_MODULE_11__/* .notifierSettings */ .A8)(given, names, webhookOn), onProblem);
    }
    catch (error) {
        onProblem((0,_failure_text_js__WEBPACK_IMPORTED_MODULE_5__/* .failureText */ .k)(error));
        return null;
    }
}
/** One that isn't a word for it fails the step itself. */
function isDryRun() {
    return (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .booleanOf */ .SF)((0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('dry-run') ?? '') === true;
}


/***/ }),

/***/ 51719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ unfinished)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53272);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30284);
/* harmony import */ var _github_outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31224);




/**
 * What main leaves for post to finish, should main be cut off. It is written as it happens, so that a kill loses
 * nothing: the runner reads it whatever main's end was.
 *
 * What can't be noted as begun isn't begun: it throws. What can't be noted as ended, post does once more.
 */
const unfinished = {
    mainStarted: () => (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ)('main', 'started'),
    mainFinished: () => noteEnd('main', 'finished'),
    application: (state) => {
        if (state === 'held')
            (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ)('application', state);
        else
            noteEnd('application', state);
    },
    /** Addresses of the application's further hosts, in the order in which they are stopped. */
    nodes: (addresses) => (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ)('nodes', JSON.stringify(addresses)),
    /** There is no repository that could be left locked: archives have no locks. */
    needsNoRepository: () => (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ)('repository', 'none'),
    /** A folder on the runner that will hold a key, and that is removed when the connection ends. */
    secretFolder: (path) => (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ)('secret-folder', path),
    /** What a drill has an engine make is found by its ID. */
    drill: (id) => (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ)('drill', id),
    /** In post: the drill that main ran, or null. */
    drillId: () => (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .loadState */ .C7)('drill'),
    /** In post: whether main began and never said that it ended in order. */
    wasMainCutOff: () => (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .loadState */ .C7)('main') === 'started',
    /** In post: whether main's work was on a repository. */
    usesRepository: () => (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .loadState */ .C7)('repository') !== 'none',
    /** In post: whether before commands may have run without their after commands. */
    isApplicationHeld: () => (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .loadState */ .C7)('application') === 'held',
    /** In post: see `nodes`; none where main hadn't come so far. */
    nodesOfMain: () => JSON.parse((0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .loadState */ .C7)('nodes') ?? '[]'),
    /** In post: removes what main could not. */
    removeSecretFolder: async () => {
        const path = (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .loadState */ .C7)('secret-folder');
        if (path !== null)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true });
    },
};
function noteEnd(name, value) {
    try {
        (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ)(name, value);
    }
    catch (error) {
        _github_log_js__WEBPACK_IMPORTED_MODULE_2__/* .log */ .Rm.warning((0,_failure_text_js__WEBPACK_IMPORTED_MODULE_3__/* .failureText */ .k)(error));
    }
}


/***/ }),

/***/ 37419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bundleCache: () => (/* binding */ bundleCache),
/* harmony export */   unbundleCache: () => (/* binding */ unbundleCache)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _cache_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89967);
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});



/**
 * A cache as one file, to be carried from machine to machine: what stands in it is sealed as it is in the storage.
 *
 *     "holdfast cache 1\n", then for each file: kind (1: an index into CACHED_KINDS), SHA-256 (32), length (4, BE), bytes
 */
const MAGIC = Buffer.from('holdfast cache 1\n');
const HASH_BYTES = 32;
const HEADER_BYTES = 1 + HASH_BYTES + 4;
/** What spares the most for its bytes comes first. */
const BUNDLE_ORDER = ['index', 'snapshot', 'marks', 'pack'];
/**
 * Writes `folder` as one file, by BUNDLE_ORDER, and of each kind the latest used first, as many as go into `maxBytes`.
 * @throws the system's errors.
 */
async function bundleCache(folder, path, maxBytes) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const out = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'w', 0o600), true);
        await out.writeFile(MAGIC);
        let leftBytes = maxBytes - MAGIC.length;
        for (const kind of BUNDLE_ORDER) {
            for (const { file, sizeBytes } of folder.files()) {
                if (file.kind !== kind || leftBytes < sizeBytes + HEADER_BYTES)
                    continue;
                const bytes = await folder.read(file);
                if (bytes === null)
                    continue;
                await writeRecord(out, file, bytes);
                leftBytes -= HEADER_BYTES + bytes.length;
            }
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function writeRecord(out, { kind, name }, bytes) {
    const header = Buffer.alloc(HEADER_BYTES);
    header.writeUInt8(_cache_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .CACHED_KINDS */ .Ty.indexOf(kind));
    header.write(name, 1, 'hex');
    header.writeUInt32BE(bytes.length, 1 + HASH_BYTES);
    await out.writeFile(header);
    await out.writeFile(bytes);
}
/**
 * Takes over into `folder` what is in the file, as far as it is what its names say. Whoever made the file may be anybody:
 * it is read to the first thing that can't be, and nothing of it is written but under the name of its hash, or as marks, of which
 * the seal is looked at when they are wanted.
 * @returns How many files.
 * @throws the system's errors.
 */
async function unbundleCache(path, folder) {
    const reader = new Reader((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path));
    let count = 0;
    try {
        if (!(await reader.take(MAGIC.length))?.equals(MAGIC))
            return 0;
        for (;;) {
            const header = await reader.take(HEADER_BYTES);
            const kind = _cache_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .CACHED_KINDS */ .Ty[header?.readUInt8() ?? -1];
            const length = header?.readUInt32BE(1 + HASH_BYTES) ?? 0;
            if (header === null || kind === undefined || length > _cache_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_CACHED_FILE_BYTES */ .pl)
                return count;
            const bytes = await reader.take(length);
            if (bytes === null)
                return count;
            await folder.write({ kind, name: header.toString('hex', 1, 1 + HASH_BYTES) }, [bytes]);
            count++;
        }
    }
    finally {
        reader.close();
    }
}
/** Gives a stream in pieces of the sizes that are asked for. */
class Reader {
    #stream;
    #parts;
    #held = [];
    #heldBytes = 0;
    constructor(stream) {
        this.#stream = stream;
        this.#parts = stream[Symbol.asyncIterator]();
    }
    /** Exactly `length` bytes, or null where the stream ends before. */
    async take(length) {
        while (this.#heldBytes < length) {
            const { done, value } = await this.#parts.next();
            if (done)
                return null;
            this.#held.push(value);
            this.#heldBytes += value.length;
        }
        const all = Buffer.concat(this.#held);
        this.#held = [all.subarray(length)];
        this.#heldBytes -= length;
        return all.subarray(0, length);
    }
    close() {
        this.#stream.destroy();
    }
}


/***/ }),

/***/ 73093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createMemoryBackend: () => (/* binding */ createMemoryBackend)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _backend_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77656);
/* harmony import */ var _cancel_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54716);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85096);




const MEMORY_CONNECTIONS = 2;
/**
 * A backend that forgets everything when the process ends: for tests, and for dry runs where there is no repository yet.
 * @param location Where it stands for, in messages.
 */
function createMemoryBackend(location = 'memory') {
    return new MemoryBackend(location);
}
class MemoryBackend {
    location;
    connections = MEMORY_CONNECTIONS;
    #files = new Map();
    constructor(location) {
        this.location = location;
    }
    async create() { }
    async save(file, data, signal) {
        (0,_cancel_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        const bytes = Buffer.concat(data);
        const path = (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(file).join('/');
        const existing = this.#files.get(path);
        if (existing === undefined)
            this.#files.set(path, { file, bytes });
        else if (!existing.bytes.equals(bytes)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('backend-failed', `Cannot save ${(0,_backend_js__WEBPACK_IMPORTED_MODULE_3__/* .describeFile */ .CL)(file)}: the name holds other bytes already.`);
        }
    }
    async load(file, range = { offset: 0 }, signal) {
        (0,_cancel_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        const what = `Cannot read ${(0,_backend_js__WEBPACK_IMPORTED_MODULE_3__/* .describeFile */ .CL)(file)} in memory`;
        const stored = this.#files.get((0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(file).join('/'));
        if (stored === undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('backend-failed', `${what}: it isn't there.`, {
                cause: new _backend_js__WEBPACK_IMPORTED_MODULE_3__/* .MissingFileError */ .Hb(),
            });
        }
        const sizeBytes = stored.bytes.length;
        const end = range.length === undefined ? sizeBytes : range.offset + range.length;
        if (range.length === undefined && end - range.offset > _backend_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_WHOLE_BYTES */ .DH) {
            throw (0,_backend_js__WEBPACK_IMPORTED_MODULE_3__/* .tooLargeToLoad */ .Rw)(file, this.location, sizeBytes);
        }
        if (range.offset > sizeBytes || end > sizeBytes) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('backend-failed', `${what}: it has ${sizeBytes} bytes, expected at least ${end}.`, { cause: new _backend_js__WEBPACK_IMPORTED_MODULE_3__/* .ShortFileError */ .d1() });
        }
        return Buffer.from(stored.bytes.subarray(range.offset, end));
    }
    async stat(file) {
        const stored = this.#files.get((0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(file).join('/'));
        return stored === undefined ? null : { sizeBytes: stored.bytes.length };
    }
    async *list(kind, signal) {
        for (const { file, bytes } of [...this.#files.values()]) {
            (0,_cancel_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
            if (file.kind === kind && (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .isStoredName */ .pu)(file.name))
                yield { name: file.name, sizeBytes: bytes.length };
        }
    }
    async remove(file) {
        this.#files.delete((0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(file).join('/'));
    }
    async close() { }
}


/***/ }),

/***/ 99210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hasCacheService: () => (/* binding */ hasCacheService),
/* harmony export */   restoreCached: () => (/* binding */ restoreCached),
/* harmony export */   saveCached: () => (/* binding */ saveCached)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_process_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49620);




/** A cache spares seconds: it may not cost minutes. */
const LIMIT_MS = 60_000;
/** The same in each run, since it goes into what GitHub compares. */
const FILE_NAME = 'holdfast-cache';
/**
 * GitHub's client packs what it caches by tar, and unpacks with `tar -P` whatever comes: whoever can write to the cache
 * (each job of the repository can, also one that runs a stranger's code) could write any file on the runner by that. So in
 * the place of tar it finds a script that carries one file, and unpacks nothing; what is in the file is looked at by
 * src/backends/cache-bundle.ts.
 */
const CARRIER = `#!/bin/sh
PATH=/usr/bin:/bin
case "$1 $2 $3" in
*-xf*)
  while [ "$1" != -xf ]; do shift; done
  exec cp "$2" "$HOLDFAST_CACHE_FILE"
  ;;
*-cf*)
  while [ "$1" != -cf ]; do shift; done
  exec cp "$HOLDFAST_CACHE_FILE" "$2"
  ;;
esac
exit 1
`;
/** Whether the runner offers a cache. It is for files of some hundred MB; the repository shares 10 GB. */
function hasCacheService() {
    return (Boolean(process.env['ACTIONS_RESULTS_URL'] || process.env['ACTIONS_CACHE_URL']) &&
        process.platform !== 'win32');
}
/**
 * Brings the newest file whose key begins with `prefix` to `path`.
 * @returns Its key, or null if there is none, or GitHub doesn't give it.
 * @throws What keeps it from being asked.
 */
async function restoreCached(path, prefix, signal) {
    return await inExchange(signal, async (folder, ask) => {
        // No key is the prefix itself: each run's goes on with its number.
        const { key } = await ask({ do: 'restore-cache', key: prefix, prefixes: [prefix] });
        if (key !== null)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FILE_NAME), path);
        return key;
    });
}
/** Keeps the file at `path`, which is moved away, as `key`. @returns Whether GitHub took it. */
async function saveCached(path, key, signal) {
    return await inExchange(signal, async (folder, ask) => {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(path, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FILE_NAME));
        return (await ask({ do: 'save-cache', key })).isSaved;
    });
}
/** Runs `work` in a folder of its own, from which the client takes, and into which it puts. */
async function inExchange(signal, work) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(process.env['RUNNER_TEMP'] || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'holdfast-cache-'));
    try {
        const programs = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'bin');
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(programs, { mode: 0o700 });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(programs, 'tar'), CARRIER, { mode: 0o700 });
        const env = {
            PATH: programs, // no zstd either: what is sealed doesn't compress
            GITHUB_WORKSPACE: folder,
            RUNNER_TEMP: folder,
            HOLDFAST_CACHE_FILE: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FILE_NAME),
        };
        return await work(folder, async (request) => {
            const asked = new _toolkit_process_js__WEBPACK_IMPORTED_MODULE_3__/* .ToolkitProcess */ .si(request, { signal, env, cwd: folder, limitMs: LIMIT_MS });
            try {
                return await asked.result;
            }
            finally {
                await asked.kill();
            }
        });
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 62967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ isCertainlyPath),
/* harmony export */   l: () => (/* binding */ isKeyText)
/* harmony export */ });
/** No path that a person writes is as long; a key in base64, whose head got lost, is. */
const LONGEST_PATH = 255;
/** Whether `identity` is a key's text (or what is left of it), and not a path: then it is a secret. */
function isKeyText(identity) {
    return (identity.includes('-----BEGIN') ||
        /[\r\n]/.test(identity.trim()) ||
        /^(ssh|ecdsa|sk)-\S+ AAAA/.test(identity) ||
        identity.length > LONGEST_PATH);
}
/**
 * Whether `identity` can only be meant as a path. Anything else may be a key that lost its first line, was put into
 * base64, or a passphrase in the wrong place: so it is never shown, in a message or otherwise.
 */
function isCertainlyPath(identity) {
    return /^(~|\.{1,2})?\/[^\r\n]*$/.test(identity);
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

/***/ 86868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   copyAfterBackup: () => (/* binding */ copyAfterBackup),
/* harmony export */   i: () => (/* binding */ CopyFailure)
/* harmony export */ });
/* unused harmony export sinceNewestCopy */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53272);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47508);
/* harmony import */ var _copy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23250);




/**
 * Copies a backup's snapshot into a second repository, with those of its host, application and paths that came after the
 * newest that is there: runs whose copy failed are made up for. Older ones aren't brought: the second repository may have
 * forgotten them by a policy of its own.
 * @throws CopyFailure, which says that the snapshot itself is safe.
 */
async function copyAfterBackup(order, reporter, signal) {
    try {
        return await copy(order, reporter, signal);
    }
    catch (error) {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asHoldfastError */ .C)(error)?.code === 'cancelled' ? 'cancelled' : 'copy-failed';
        throw new CopyFailure(code, order.snapshot, error);
    }
}
/** The copy failed, although the backup itself is done. */
class CopyFailure extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E {
    snapshot;
    constructor(code, snapshot, cause) {
        super(code, `Cannot copy snapshot ${snapshot.slice(0, 8)} to the second repository: ${(0,_failure_text_js__WEBPACK_IMPORTED_MODULE_1__/* .failureText */ .k)(cause)} ` +
            'The snapshot itself is saved and safe in the first one. The next run, or `holdfast copy`, makes up for its copy.', { cause });
        this.snapshot = snapshot;
    }
}
async function copy({ snapshot, openFrom, openTo, ...locking }, reporter, signal) {
    const from = await openFrom();
    try {
        const to = await openTo(from);
        try {
            const own = await from.loadSnapshot(snapshot, signal);
            const newest = { id: snapshot, snapshot: own };
            const filter = { hosts: [own.hostname], target: (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .targetOf */ .$r)(own), paths: own.paths };
            return await (0,_copy_js__WEBPACK_IMPORTED_MODULE_3__.copySnapshots)(from, to, {
                specs: [],
                filter,
                choose: (found, there) => sinceNewestCopy(newest, found, there),
                onUnreadable: (message) => reporter.onWarning(message),
                lockSource: true,
                ...locking,
            }, reporter, signal);
        }
        finally {
            await to.close();
        }
    }
    finally {
        await from.close();
    }
}
/** @param found Oldest first. */
function sinceNewestCopy(newest, found, there) {
    const isOfSame = ({ snapshot: { paths, timeNs } }) => paths.length === newest.snapshot.paths.length && timeNs <= newest.snapshot.timeNs;
    const candidates = found.filter((stored) => isOfSame(stored) && !(0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .isCheckpoint */ .Zx)(stored.snapshot));
    const last = candidates.findLastIndex((stored) => there.copyOf(stored) !== null);
    return last < 0 ? [newest] : candidates.slice(last + 1);
}


/***/ }),

/***/ 57194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BY_HOST_AND_PATHS: () => (/* binding */ BY_HOST_AND_PATHS),
/* harmony export */   groupSnapshots: () => (/* binding */ groupSnapshots)
/* harmony export */ });
/** restic's own, for parents and for `snapshots --latest`. */
const BY_HOST_AND_PATHS = { host: true, paths: true, tags: false };
/** `snapshots` by group, in the order in which the groups come up. */
function groupSnapshots(snapshots, by) {
    const groups = new Map();
    for (const stored of snapshots) {
        const key = keyOf(stored.snapshot, by);
        const name = JSON.stringify(key);
        const group = groups.get(name);
        if (group === undefined)
            groups.set(name, { key, snapshots: [stored] });
        else
            group.snapshots.push(stored);
    }
    return [...groups.values()];
}
function keyOf({ hostname, paths, tags }, by) {
    return {
        hostname: by.host ? hostname : null,
        paths: by.paths ? paths.toSorted() : null,
        tags: by.tags ? tags.toSorted() : null,
    };
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

/***/ 32202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ normalizeRecoveryCode),
/* harmony export */   Em: () => (/* binding */ requireAsPrinted),
/* harmony export */   Le: () => (/* binding */ newRecoveryCode),
/* harmony export */   mt: () => (/* binding */ looksLikeRecoveryCode),
/* harmony export */   qm: () => (/* binding */ asWritten)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


// A recovery code is a second password of the repository, made to be printed and typed in again: six groups of five
// random characters (150 bits in all) and one check character. Stock restic takes it as it is printed.
/** Crockford's base 32: no i, l, o or u, which are misread or spell words. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const GROUPS = 6;
const RANDOM_PER_GROUP = 5;
const GROUP_LENGTH = RANDOM_PER_GROUP + 1;
/** What people read for characters that aren't in the alphabet. */
const MISREAD = { o: '0', i: '1', l: '1' };
/** A new random code, as it is printed and as it is the password: `x7k2mq-0d9fh3-…`. Secret. */
function newRecoveryCode() {
    const groups = Array.from({ length: GROUPS }, (_, group) => {
        const values = Array.from({ length: RANDOM_PER_GROUP }, () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomInt)(ALPHABET.length));
        return [...values, checkValue(values, group)].map((value) => ALPHABET[value]).join('');
    });
    return groups.join('-');
}
/** Whether `text` has the shape of a recovery code, typed however: to tell a mistyped code from a password. */
function looksLikeRecoveryCode(text) {
    return compact(text).length === GROUPS * GROUP_LENGTH && /^\s*\w{6}([\s-]+\w{6}){5}\s*$/.test(text);
}
/**
 * The password that a typed code stands for: capitals, spaces and misread characters (`O` for `0`, `l` for `1`) are
 * put right.
 * @throws HoldfastError bad-input that says which group has a mistake (any single wrong character, any two swapped
 * neighbours, and 31 of 32 others), before a second is spent on trying it. The code isn't in the message.
 */
function normalizeRecoveryCode(text) {
    const characters = compact(text);
    if (characters.length !== GROUPS * GROUP_LENGTH) {
        throw mistake(`it has ${characters.length} characters, expected ${GROUPS * GROUP_LENGTH}`);
    }
    const groups = [];
    for (let group = 0; group < GROUPS; group++) {
        const written = characters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH);
        const values = [...written].map((character) => ALPHABET.indexOf(character));
        const check = values.pop();
        if (values.includes(-1) || check !== checkValue(values, group)) {
            throw mistake(`group ${group + 1} of ${GROUPS} has a typing mistake`);
        }
        groups.push(written);
    }
    return groups.join('-');
}
/**
 * The password that `text` stands for, which nobody typed just now: a recovery code however it is written, also without
 * its hyphens, and anything else as it is. Never throws: a password may have a code's shape, which its check characters
 * tell.
 */
function asWritten(text) {
    if (!/^[\w\s-]+$/.test(text))
        return text;
    try {
        return normalizeRecoveryCode(text);
    }
    catch {
        return text;
    }
}
/**
 * A recovery code opens however it is written: one that is made a password by itself must be that password.
 * @throws HoldfastError bad-input for one that was written otherwise than it is printed.
 */
function requireAsPrinted(password) {
    if (asWritten(password) === password)
        return password;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', 'Cannot use the password: it is a recovery code, but not as it was printed. Write it in small letters with hyphens, ' +
        'or choose another.');
}
function compact(text) {
    return text
        .toLowerCase()
        .replace(/[\s-]/g, '')
        .replace(/[oil]/g, (character) => MISREAD[character] ?? character);
}
/**
 * A weighted sum in GF(32): as the weights differ and aren't 0, one wrong character or two swapped ones always change
 * it. The group's number is in it, so that swapped groups are found too.
 */
function checkValue(values, group) {
    return values.reduce((sum, value, position) => sum ^ multiply(value, position + 2), multiply(group + 1, 29));
}
/** In GF(2^5) modulo x^5 + x^2 + 1. */
function multiply(a, b) {
    let product = 0;
    for (let bit = 0; bit < 5; bit++) {
        if ((b >> bit) & 1)
            product ^= a << bit;
    }
    for (let bit = 8; bit >= 5; bit--) {
        if ((product >> bit) & 1)
            product ^= 0b100101 << (bit - 5);
    }
    return product;
}
function mistake(actual) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot read the recovery code: ${actual}. Compare it with the printed sheet and type it again.`);
}


/***/ }),

/***/ 95850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ environmentSecret),
/* harmony export */   y: () => (/* binding */ secretText)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/**
 * A password, passphrase or location in bytes of somebody's making: the contents of a file, the output of a command.
 * White space around it and a byte order mark are cut, as restic does.
 *
 * What isn't UTF-8 is refused: read all the same, each foreign byte would become `\ufffd`, and the repository would have
 * another password than its owner's.
 *
 * @param what For the message: `the password`.
 * @param where For the message, quoted already: `"/etc/backup-password"`.
 * @throws HoldfastError bad-input if it is empty, or not UTF-8. Never shows what it is.
 */
function secretText(bytes, what, where) {
    const text = decode(bytes, what, where).trim();
    if (text !== '')
        return text;
    const actual = bytes.length === 0 ? 'it is empty' : 'there is nothing but white space';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot read ${what} from ${where}: ${actual}, expected ${what}.`);
}
/**
 * A secret as the environment has it, or null without one.
 *
 * Node reads the environment as UTF-8 and puts U+FFFD for whatever isn't. Nobody has U+FFFD in a password; who does all
 * the same can put it in a file.
 *
 * @param name Of the variable, for the message.
 * @throws HoldfastError bad-input if it isn't UTF-8.
 */
function environmentSecret(value, name) {
    if (!value?.includes('\ufffd'))
        return value || null;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name} of the environment: it is not valid UTF-8, expected UTF-8 text. Set the terminal and the shell ` +
        'to UTF-8; if it is made of random bytes, write them as text (base64, hex) and use that.');
}
function decode(bytes, what, where) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot read ${what} from ${where}: it is not valid UTF-8, expected UTF-8 text. Save it as UTF-8; if it is made ` +
            'of random bytes, write them as text (base64, hex) and use that.', { cause });
    }
}


/***/ }),

/***/ 15787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseTime: () => (/* binding */ parseTime),
/* harmony export */   parseTimeMs: () => (/* binding */ parseTimeMs)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/**
 * A time as a person writes it, in this machine's zone unless it names one: `2026-11-21`, `2026-11-21 10:47`,
 * `2026-11-21T10:47:54Z`. In nanoseconds since 1970.
 * @param name Of the flag or input, for the message.
 * @throws HoldfastError bad-input.
 */
function parseTime(text, name) {
    const iso = text.trim().replace(' ', 'T');
    if (/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.test(iso)) {
        // Without a time of day JavaScript would take it for UTC.
        const ms = Date.parse(iso.includes('T') ? iso : `${iso}T00:00:00`);
        if (!Number.isNaN(ms) && isOfTheCalendar(iso))
            return BigInt(ms) * 1000000n;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected a time such as 2026-11-21T10:47:54.`);
}
/** JavaScript reads 2026-02-30 as the 2nd of March: other snapshots would be meant than somebody thinks. */
function isOfTheCalendar(iso) {
    const [year = 0, month = 0, day = 0] = iso.slice(0, 'yyyy-mm-dd'.length).split('-').map(Number);
    return year > 0 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
/** The same in milliseconds. A day alone, or a minute, is its beginning. */
function parseTimeMs(text, name) {
    return Number(parseTime(text, name) / 1000000n);
}


/***/ })

};
