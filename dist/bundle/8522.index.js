export const id = 8522;
export const ids = [8522,663];
export const modules = {

/***/ 57528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applicationOf: () => (/* binding */ applicationOf),
/* harmony export */   planApplication: () => (/* binding */ planApplication),
/* harmony export */   siteOf: () => (/* binding */ siteOf)
/* harmony export */ });
/* harmony import */ var _apps_quiesce_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29872);
/* harmony import */ var _operations_backup_planned_backup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85831);
/* harmony import */ var _settings_application_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59206);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65487);
/* harmony import */ var _quiesce_options_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80563);





/** The application that --app names; null: none. @throws HoldfastError bad-input. */
function applicationOf({ flags }) {
    const { app = null, appOption: options, stop, start, status } = flags;
    const application = (0,_settings_application_js__WEBPACK_IMPORTED_MODULE_0__/* .parseApplication */ .wO)({ app, options }, (word) => `--${word}`);
    if (application === null)
        return null;
    const others = [
        stop.length > 0 && '--stop',
        start.length > 0 && '--start',
        status !== undefined && '--status',
    ];
    (0,_operations_backup_planned_backup_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseOtherStop */ .XT)(others.filter((flag) => flag !== false), '--app');
    return application;
}
/** `options` with all that the application's profile says of the host. */
async function planApplication(task, host, { application, options }) {
    const { lease = null, maxQuiesce = null, container } = task.flags;
    const spans = (0,_apps_quiesce_words_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStopSpans */ .D)({ lease, maxQuiesce }, (word) => `--${word}`);
    const site = siteOf(task, host);
    const plan = await application.planBackup(site);
    if (container !== undefined)
        (0,_operations_backup_planned_backup_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseContainer */ .O)(plan, '--container');
    const stop = { ...spans, holder: (0,_quiesce_options_js__WEBPACK_IMPORTED_MODULE_3__.holder)(), connect: (signal) => (0,_connect_js__WEBPACK_IMPORTED_MODULE_4__.connect)({ ...task, signal }) };
    return (0,_operations_backup_planned_backup_js__WEBPACK_IMPORTED_MODULE_1__/* .withPlan */ .m5)(options, plan, { site, stop });
}
/** What a profile sees of the host. */
function siteOf(task, host) {
    const { flags, reporter, signal, terminal } = task;
    return {
        host,
        signal,
        env: terminal.env,
        connect: (address) => (0,_connect_js__WEBPACK_IMPORTED_MODULE_4__.connect)({ ...task, flags: { ...flags, on: address } }),
        onInfo: (message) => reporter.onInfo(message),
        onWarning: (message) => reporter.onWarning(message),
    };
}


/***/ }),

/***/ 65487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connect: () => (/* binding */ connect)
/* harmony export */ });
/* harmony import */ var _hosts_connect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79662);
/* harmony import */ var _hosts_host_access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84523);
/* harmony import */ var _settings_secret_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95850);
/* harmony import */ var _password_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64986);
/* harmony import */ var _prompt_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9863);





/** Connects to the host that the flags name. The agent is the one that ssh would ask. */
async function connect(task) {
    const { flags, terminal, signal } = task;
    const client = (0,_hosts_host_access_js__WEBPACK_IMPORTED_MODULE_0__/* .sshClientOf */ .l)(flags.sshClient, '--ssh-client');
    const password = client === 'ssh2' || flags.sshPasswordFile !== undefined ? await sshPassword(task) : null;
    return (0,_hosts_connect_js__WEBPACK_IMPORTED_MODULE_1__.connectHost)(flags.on, {
        client,
        identity: flags.identity,
        passphrase: await identityPassphrase(task),
        password: password ?? undefined,
        knownHosts: flags.knownHosts,
        jump: flags.jump,
        become: (0,_hosts_host_access_js__WEBPACK_IMPORTED_MODULE_0__/* .becomeOf */ .b)(flags.become, '--become'),
        container: flags.container,
        // Servers let nobody try often: an agent's keys would use up the tries before the password's turn.
        agent: password === null ? terminal.env['SSH_AUTH_SOCK'] : undefined,
        signal,
    });
}
async function sshPassword({ flags, terminal: { env } }) {
    const file = flags.sshPasswordFile;
    if (file !== undefined)
        return (0,_password_js__WEBPACK_IMPORTED_MODULE_2__.readSecretFile)(file, 'the SSH password');
    return (0,_settings_secret_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentSecret */ .q)(env['HOLDFAST_SSH_PASSWORD'], 'HOLDFAST_SSH_PASSWORD');
}
/** Asked for when the key needs one and somebody is there. */
async function identityPassphrase({ flags, terminal, signal }) {
    const { identity, identityPassphraseFile: file } = flags;
    if (file !== undefined)
        return (0,_password_js__WEBPACK_IMPORTED_MODULE_2__.readSecretFile)(file, 'the key’s passphrase');
    if (identity === undefined || flags.on === 'local' || !(0,_prompt_js__WEBPACK_IMPORTED_MODULE_4__.canAsk)(terminal))
        return undefined;
    const { needsPassphrase } = await Promise.all(/* import() | ssh */[__webpack_require__.e(5472), __webpack_require__.e(3347)]).then(__webpack_require__.bind(__webpack_require__, 22220));
    if (!(await needsPassphrase(identity)))
        return undefined;
    return (0,_prompt_js__WEBPACK_IMPORTED_MODULE_4__/* .askSecret */ .w)(terminal, 'enter passphrase of the private key: ', signal);
}


/***/ }),

/***/ 80563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   holder: () => (/* binding */ holder),
/* harmony export */   quiesceOptions: () => (/* binding */ quiesceOptions),
/* harmony export */   refuseUnlessHeld: () => (/* binding */ refuseUnlessHeld)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _apps_quiesce_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29872);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65487);




/** How the application is stopped under a lease; undefined: it isn't. @throws HoldfastError bad-input. */
function quiesceOptions(task) {
    const { stop, start, status = null, lease = null, maxQuiesce = null, container = null } = task.flags;
    const words = { stop, start, status, lease, maxQuiesce, container };
    const parsed = (0,_apps_quiesce_words_js__WEBPACK_IMPORTED_MODULE_1__/* .parseQuiesce */ .t)(words, (word) => `--${word}`);
    if (parsed === undefined)
        return undefined;
    return { ...parsed, holder: holder(), connect: (signal) => (0,_connect_js__WEBPACK_IMPORTED_MODULE_2__.connect)({ ...task, signal }) };
}
/**
 * Who says what happens while the application stands believes that it does.
 * @throws HoldfastError bad-input for a flag that is about it, where nothing holds it.
 */
function refuseUnlessHeld(flags) {
    if (flags.app !== undefined || (flags.stop ?? []).length > 0)
        return;
    if (flags.firstPass === false) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', 'Cannot use --no-first-pass without --stop or --app: expected one of them. There is a first pass only ' +
            'where an application is stopped. Leave it out, or say what stops it.');
    }
    if (flags.spoolSize === undefined || flags.before.length > 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', 'Cannot use --spool-size without --stop, --before or --app: expected one of them. Only while an application is held ' +
        'does anything wait on this machine to be uploaded. Leave it out, or say what holds it.');
}
/** Who has the lease, for others. */
function holder() {
    return `process ${process.pid} on ${(0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)()}`;
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

/***/ 43037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  carryOut: () => (/* binding */ carryOut)
});

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/cli/show-recovery-code.js
var show_recovery_code = __webpack_require__(10234);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
;// CONCATENATED MODULE: ./build/cli/setup/files.js





/**
 * Those of `files` that are there and say something else, links among them: what they lead to isn't written.
 * @throws HoldfastError bad-input for one that can't be read or made.
 */
async function filesInTheWay(root, files) {
    const inTheWay = [];
    for (const [path, text] of files) {
        await requireWithin(root, path);
        const there = await textAt((0,external_node_path_.join)(root, path)).catch((cause) => {
            throw cannotWrite(path, (0,system_error/* systemErrorText */.f9)(cause), cause);
        });
        if (there !== null && there !== text)
            inTheWay.push(path);
    }
    return inTheWay;
}
/** Null: there is nothing. Undefined: something that isn't a file. */
async function textAt(path) {
    const found = await (0,promises_.lstat)(path).catch((cause) => {
        if ((0,system_error/* systemCode */.xU)(cause) === 'ENOENT')
            return null;
        throw cause;
    });
    if (found === null)
        return null;
    if (found.isDirectory())
        throw new Error('it is a folder');
    return found.isFile() ? (0,promises_.readFile)(path, 'utf8') : undefined;
}
/** Folders on the way may be links, as long as they stay in the checkout: a file is to be where its name says. */
async function requireWithin(root, path) {
    for (let folder = (0,external_node_path_.dirname)((0,external_node_path_.join)(root, path)); folder !== root; folder = (0,external_node_path_.dirname)(folder)) {
        const real = await (0,promises_.realpath)(folder).catch((cause) => {
            if ((0,system_error/* systemCode */.xU)(cause) === 'ENOENT')
                return null;
            throw cannotWrite(path, (0,system_error/* systemErrorText */.f9)(cause), cause);
        });
        if (real !== null && !`${real}/`.startsWith(`${root}/`))
            throw cannotWrite(path, 'the way there is a link that leads out of the checkout');
    }
}
/**
 * Writes them, each whole or not at all.
 * @param mayReplace Paths that may be there already: of any other that is there by now, nothing is touched.
 */
async function writeFiles(root, files, mayReplace) {
    for (const [path, text] of files) {
        const whole = (0,external_node_path_.join)(root, path);
        try {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(whole), { recursive: true });
            if (mayReplace.includes(path))
                await replace(whole, text);
            else
                await make(whole, text);
        }
        catch (cause) {
            const isSame = (0,system_error/* systemCode */.xU)(cause) === 'EEXIST' && (await textAt(whole).catch(() => '')) === text;
            if (!isSame)
                throw cannotWrite(path, (0,system_error/* systemErrorText */.f9)(cause), cause);
        }
    }
}
/** A half of it, as a full disk leaves one, is removed. */
async function make(path, text) {
    const file = await (0,promises_.open)(path, 'wx');
    try {
        await file.writeFile(text);
    }
    catch (error) {
        await (0,promises_.rm)(path, { force: true });
        throw error;
    }
    finally {
        await file.close();
    }
}
async function replace(path, text) {
    const fresh = `${path}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    try {
        await make(fresh, text);
        await (0,promises_.rename)(fresh, path);
    }
    catch (error) {
        await (0,promises_.rm)(fresh, { force: true });
        throw error;
    }
}
function cannotWrite(path, why, cause) {
    return new errors/* HoldfastError */.E('bad-input', `Cannot write ${JSON.stringify(path)}: ${why}.`, { cause });
}

// EXTERNAL MODULE: ./build/config/needed-secrets.js
var needed_secrets = __webpack_require__(48302);
// EXTERNAL MODULE: ./build/hosts/quote.js
var quote = __webpack_require__(28976);
// EXTERNAL MODULE: ./build/cli/setup/host.js
var host = __webpack_require__(53269);
// EXTERNAL MODULE: ./build/cli/setup/storage.js
var storage = __webpack_require__(69810);
;// CONCATENATED MODULE: ./build/cli/setup/next-steps.js





/** What a person does now: commands to paste, and comments. No secret is in them, only the files that hold one. */
function nextSteps({ config, pinned: { pin, whyNot } }, { flags, terminal: { env } }) {
    const files = {
        [storage/* STORAGE_VARIABLES */.mK.password]: flags.passwordFile ?? (env['RESTIC_PASSWORD_FILE'] || undefined),
        [host/* HOST_VARIABLES */.FY.identity]: flags.identity,
        [host/* HOST_VARIABLES */.FY.passphrase]: flags.identityPassphraseFile,
        [host/* HOST_VARIABLES */.FY.password]: flags.sshPasswordFile,
    };
    return [
        ...(whyNot === null
            ? []
            : [
                `# ${whyNot}. With COMMIT, the full SHA of a release of Holdfast:`,
                `sed -i 's/@${pin.commit} #.*/@COMMIT/' .github/workflows/*.yml`,
            ]),
        '# secrets, which the workflows name (without a file, gh asks for the value)',
        ...(0,needed_secrets/* secretsFor */.$J)(config)
            .filter(({ use }) => use === 'backup')
            .map(({ name }) => setSecret(name, files[name])),
        '# restores: in an environment whose reviewers approve them, first of all you',
        ...environment(config, 'restore', REVIEWERS, 'a login that may write on the host (backups need only read)'),
        ...(config.retention === undefined
            ? []
            : [
                '# retention: in an environment of its own, with the only credential that may delete',
                ...environment(config, 'retention', '', 'a credential that may delete'),
            ]),
        '# a key that signs the evidence of drills; its public half stays with you',
        'openssl genpkey -algorithm ed25519 -out ~/drill-key.pem',
        'openssl pkey -in ~/drill-key.pem -pubout -out ~/drill-key.pub.pem',
        'gh secret set DRILL_SIGNING_KEY <~/drill-key.pem && rm ~/drill-key.pem',
        '# then look at what was written, and at what it means',
        'holdfast validate',
        "git add backup.yml .github/workflows && git commit -m 'Backups as code' && git push",
        '# the first backup; later ones come by the schedule',
        'gh workflow run backup.yml && gh run watch',
    ];
}
const REVIEWERS = ` -F 'reviewers[][type]=User' -F "reviewers[][id]=$(gh api user --jq .id)"`;
/** An environment whose secret only jobs of the default branch get, and the secret. */
function environment(config, name, flags, credential) {
    const at = `repos/{owner}/{repo}/environments/${name}`;
    const policy = `-F 'deployment_branch_policy[protected_branches]=false' -F 'deployment_branch_policy[custom_branch_policies]=true'`;
    const branch = '"name=$(gh repo view --json defaultBranchRef --jq .defaultBranchRef.name)"';
    const secret = (0,needed_secrets/* environmentSecretsFor */.yR)(config).find((one) => one.environment === name);
    return [
        `gh api -X PUT '${at}'${flags} ${policy}`,
        `gh api -X POST '${at}/deployment-branch-policies' -f ${branch}`,
        ...(secret === undefined
            ? []
            : [
                `# its HOLDFAST_ENV, with ${secret.own.join(', ')} of ${credential}: one file for each name in ~/holdfast-${name}`,
                `${jsonOf(secret.variables, `~/holdfast-${name}`)} | gh secret set HOLDFAST_ENV --env ${name}`,
            ]),
    ];
}
/** One line of JSON out of files, as gh takes them too: without the newline at their ends. */
function jsonOf(variables, folder) {
    const files = variables.map((name) => `--rawfile ${name} ${folder}/${name}`);
    return `jq -cn ${files.join(' ')} '$ARGS.named | map_values(rtrimstr("\\n"))'`;
}
function setSecret(name, file) {
    return `gh secret set ${name}${file === undefined ? '' : ` <${(0,quote/* quote */.h)((0,bytestring.fromText)(file))}`}`;
}

;// CONCATENATED MODULE: ./build/cli/setup/carry-out.js






/** Makes or opens the repository, then writes the files. The code stands in neither. */
async function carryOut(task, plan) {
    const { flags, output } = task;
    const replaced = await mayReplace(task, plan);
    for (const note of plan.notes)
        output.note(`note: ${(0,bytestring.displayText)(note)}`);
    if (flags.dryRun)
        return showFiles(task, plan);
    const repository = await (0,storage/* prepareRepository */.uA)(task, plan.location, plan.wantsCode);
    const { recoveryCode } = repository;
    // At once: whatever becomes of the files, it can't be shown again.
    for (const line of recoveryCode === null ? [] : (0,show_recovery_code/* recoveryCodeLines */.E)(recoveryCode))
        await output.line(line);
    await writeOrSay(task, plan, { replaced, repository });
    await tell(task, plan, repository);
}
/** @throws HoldfastError bad-input for files that nobody wants replaced: before anything is made. */
async function mayReplace({ flags }, { questions, root, files }) {
    const inTheWay = await filesInTheWay(root, files);
    if (inTheWay.length === 0 || flags.dryRun)
        return inTheWay;
    const list = inTheWay.map((path) => JSON.stringify(path)).join(', ');
    if (await questions.yes(`There are files in the way: ${list}. Replace them?`, flags.overwrite, false))
        return inTheWay;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot write ${list}: ${inTheWay.length === 1 ? 'it is' : 'they are'} there already, and nothing was touched. Give --overwrite to ` +
        'replace what is there, or another --folder.');
}
async function writeOrSay({ output }, { root, files }, { replaced, repository }) {
    try {
        await writeFiles(root, files, replaced);
    }
    catch (error) {
        if (!repository.existed)
            output.note('The repository was made; run setup again with it once the files can be written.');
        // A program that reads the result gets nothing else of it.
        if (repository.recoveryCode !== null)
            await output.json({
                message_type: 'repository',
                id: repository.id,
                recovery_code: repository.recoveryCode,
            });
        throw error;
    }
}
async function showFiles({ output }, { files, config }) {
    await output.json({
        message_type: 'setup',
        dry_run: true,
        files: Object.fromEntries(files),
        targets: Object.keys(config.targets),
    });
    for (const [path, text] of files) {
        await output.line(`==> ${path}`);
        for (const line of text.trimEnd().split('\n'))
            await output.line(line);
        await output.line('');
    }
}
async function tell(task, plan, repository) {
    const { files, config, location } = plan;
    const { output } = task;
    const steps = nextSteps(plan, task);
    const { id, existed, recoveryCode } = repository;
    await output.json({
        message_type: 'setup',
        dry_run: false,
        files: [...files.keys()],
        targets: Object.keys(config.targets),
        repository: { id, existed },
        ...(recoveryCode === null ? {} : { recovery_code: recoveryCode }),
        next: steps,
    });
    await output.line('');
    await output.line(`${existed ? 'opened' : 'created'} repository ${id.slice(0, 10)} at ${(0,bytestring.displayText)(location)}`);
    await output.line(`wrote ${[...files.keys()].join(', ')}`);
    if (recoveryCode === null && !existed)
        await output.line('The password is the only key: without it all backups are lost. `holdfast key add --recovery` makes a second one.');
    await output.line('');
    await output.line('Next:');
    for (const step of steps)
        await output.line(`  ${step}`);
}


/***/ }),

/***/ 53269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DU: () => (/* binding */ hostSectionOf),
/* harmony export */   FY: () => (/* binding */ HOST_VARIABLES),
/* harmony export */   Rh: () => (/* binding */ askHostName),
/* harmony export */   wf: () => (/* binding */ askHost)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _hosts_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88772);
/* harmony import */ var _hosts_known_hosts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34121);
/* harmony import */ var _hosts_load_known_hosts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54794);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25595);






/** Variables that the workflows set, by what they hold. */
const HOST_VARIABLES = {
    identity: 'BACKUP_SSH_KEY',
    passphrase: 'BACKUP_SSH_PASSPHRASE',
    password: 'BACKUP_SSH_PASSWORD',
};
const SSH_PORT = 22;
/** Which host it is, as `--on` has it. */
function askHost(questions, { on }) {
    return questions.text({
        text: 'Where are the applications (ssh://user@host, or local)',
        flag: '--on',
        given: on,
        fallback: 'local',
        check: _hosts_address_js__WEBPACK_IMPORTED_MODULE_1__/* .parseHostAddress */ .un,
    });
}
function askHostName(questions, on, { name }) {
    return questions.text({
        text: 'What is the host called in snapshots',
        flag: '--name',
        given: name,
        fallback: nameOf(on),
        check: (answer) => {
            if (!_section_js__WEBPACK_IMPORTED_MODULE_2__/* .NAME */ .o_.test(answer))
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', `Cannot use ${JSON.stringify(answer)} as a name: expected 1 to 64 letters, digits, dots, dashes or underscores.`);
        },
    });
}
function nameOf(on) {
    const address = (0,_hosts_address_js__WEBPACK_IMPORTED_MODULE_1__/* .parseHostAddress */ .un)(on);
    const host = address === 'local' ? (0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)() : address.host;
    const isAddress = /^[\d.]+$|:/.test(host);
    const name = (isAddress ? host : (host.split('.')[0] ?? ''))
        .replace(/[^A-Za-z0-9._-]/g, '-')
        .replace(/^[^A-Za-z0-9]+/, '');
    return name.slice(0, 64) || 'host';
}
/** The host as `backup.yml` has it: what was connected by, keys pinned, secrets by the names of their variables. */
async function hostSectionOf({ flags }) {
    const { on, jump, become, sshClient, container } = flags;
    if ((0,_hosts_address_js__WEBPACK_IMPORTED_MODULE_1__/* .parseHostAddress */ .un)(on) === 'local') {
        return { address: 'local', ...optional({ become, container }) };
    }
    const isByPassword = flags.sshPasswordFile !== undefined;
    return {
        address: on,
        ...(isByPassword
            ? { 'ssh-password': `env:${HOST_VARIABLES.password}` }
            : { identity: `env:${HOST_VARIABLES.identity}` }),
        ...(flags.identityPassphraseFile === undefined
            ? {}
            : { 'identity-passphrase': `env:${HOST_VARIABLES.passphrase}` }),
        ...optional({ 'known-hosts': await pinnedKeys(flags) }),
        ...(jump.length === 0 ? {} : { jump: [...jump] }),
        ...optional({ become, container, 'ssh-client': sshClient === 'ssh2' ? undefined : sshClient }),
    };
}
/** The keys by which the host, and those on the way to it, were just known: of this machine's files nobody else has any. */
async function pinnedKeys({ on, jump, knownHosts }) {
    const known = await (0,_hosts_load_known_hosts_js__WEBPACK_IMPORTED_MODULE_4__/* .loadKnownHosts */ .VZ)(knownHosts);
    const lines = [...jump, on].flatMap((address, i) => {
        const { host, port } = (0,_hosts_address_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSshAddress */ .UQ)(address);
        const isDestination = i === jump.length;
        const { keys, fingerprints } = known.lookUp(host, port ?? SSH_PORT, { isDestination });
        return [...fingerprints, ...keys.map((key) => (0,_hosts_known_hosts_js__WEBPACK_IMPORTED_MODULE_5__/* .knownHostsLine */ .TZ)(host, port ?? SSH_PORT, key))];
    });
    return lines.length === 0 ? undefined : [...new Set(lines)].join('\n');
}
function optional(values) {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}


/***/ }),

/***/ 25941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planSetup: () => (/* binding */ planSetup)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/config/needed-secrets.js
var needed_secrets = __webpack_require__(48302);
;// CONCATENATED MODULE: ./build/config/callers.js

/** A choice that is no target: their names have no spaces. */
const ALL_DUE = 'all due';
/** An archive is of whoever may write to the store, until somebody says that it is theirs. */
const TRUST_INPUT = `      trust-archive:
        description: 'With app, of a target that is archived: the SHA-256 of the archive, as the run that made it said'
        type: string
`;
const TRUST_HANDED_ON = `      trust-archive: \${{ inputs.trust-archive }}
`;
/** The makers' own. Without one a database can't be drilled; of what a snapshot has no dump of, none is asked for. */
const DRILL_IMAGES = `      image: | # what dumps are restored into: each server’s own version
        postgresql=postgres:{version}
        mariadb=mariadb:{version}
        mysql=mysql:{version}
        redis=redis:{version}
        dolt=dolthub/dolt:{version}
`;
/**
 * The workflows that call ours for a configuration: what stands in `.github/workflows` beside it. Every permission is one that the
 * called workflow uses, and each job has its own.
 */
function callersFor(config, pin, choices = {}) {
    const caller = new Caller(config, pin, choices);
    return {
        'audit.yml': caller.audit(),
        'backup.yml': caller.backup(),
        'report.yml': caller.report(),
        'restore-drill.yml': caller.drill(),
        'restore.yml': caller.restore(),
        ...(config.retention === undefined ? {} : { 'retention.yml': caller.retention() }),
        'validate.yml': caller.validate(),
    };
}
class Caller {
    #config;
    #pin;
    #choices;
    constructor(config, pin, choices) {
        this.#config = config;
        this.#pin = pin;
        this.#choices = choices;
    }
    backup() {
        return `name: Back up
on:
  schedule:
    - cron: '17 * * * *' # each hour: backup.yml says what is due then, and what was missed
  workflow_dispatch:
    inputs:
${this.#targetChoice('One target, due or not, or all that are due', { optional: true })}
      keep-because:
        description: Why this snapshot is to stay, whatever policy forgets others
        type: string
permissions: {}
jobs:
  backup:
${this.#permissions()}
    uses: ${this.#workflow('backup.yml')}
    with:
      target: \${{ inputs.target != '${ALL_DUE}' && inputs.target || '' }}
      keep-because: \${{ inputs.keep-because }}
${this.#runsOn()}${this.#secrets((0,needed_secrets/* variablesNamedIn */.yc)(this.#config))}`;
    }
    restore() {
        return `name: Restore
on:
  workflow_dispatch:
    inputs:
${this.#targetChoice('Which target')}
      snapshot:
        description: Its ID, the beginning of it, or latest; empty, only list what there is
        type: string
      destination:
        description: Folder on the host to restore below; / is the original place
        type: string
        default: /tmp/restored
      app:
        description: Put the whole application back as its profile says, in place of files to a folder
        type: boolean
${this.#hasArchives() ? TRUST_INPUT : ''}      dry-run:
        description: Only say what would happen
        type: boolean
        default: true
permissions: {}
jobs:
  restore:
${this.#permissions()}
    uses: ${this.#workflow('restore.yml')}
    with:
      target: \${{ inputs.target }}
      snapshot: \${{ inputs.snapshot }}
      destination: \${{ inputs.destination }}
      app: \${{ inputs.app }}
${this.#hasArchives() ? TRUST_HANDED_ON : ''}      dry-run: \${{ inputs.dry-run }}
      environment: restore # its reviewers approve, with the dry run before them; its own HOLDFAST_ENV goes before this one
${this.#runsOn()}${this.#secrets((0,needed_secrets/* variablesNamedIn */.yc)(this.#config))}`;
    }
    drill() {
        return `name: Restore drill
on:
  schedule:
    - cron: '23 5 * * *' # one target a day, of those that are due
${this.#timezone()}  workflow_dispatch:
    inputs:
${this.#targetChoice('One target, due or not, or the one that is due for longest', { optional: true })}
      snapshot:
        description: Its ID, the beginning of it, or latest
        type: string
        default: latest
      check:
        description: 'A file that must be there: “file: /PATH => TEXT IN IT”'
        type: string
permissions: {}
jobs:
  drill:
${this.#permissions('issues: write # one for each target whose last drill failed')}
    uses: ${this.#workflow('restore-drill.yml')}
    with:
      target: \${{ inputs.target != '${ALL_DUE}' && inputs.target || '' }}
      snapshot: \${{ inputs.snapshot || 'latest' }}
      safe-check: \${{ inputs.check }} # never as check, which may be a command
${this.#mayHaveDumps() ? DRILL_IMAGES : ''}${this.#runsOn()}${this.#secrets((0,needed_secrets/* variablesNamedIn */.yc)(this.#config.storage))}      HOLDFAST_SIGNING_KEY: \${{ secrets.${needed_secrets/* SIGNING_KEY */.oF} }}
`;
    }
    /** Of which databases, only the host knows: profiles find theirs there. */
    #mayHaveDumps() {
        const { defaults, targets } = this.#config;
        return [defaults, ...Object.values(targets)].some((one) => one?.application !== undefined || (one?.databases?.length ?? 0) > 0);
    }
    /** Of the backups, or of the first that has one; without it GitHub's own, UTC. */
    #timezone() {
        const { defaults, targets } = this.#config;
        const [zone] = [defaults, ...Object.values(targets)].flatMap((one) => one?.timezone ?? []);
        return zone === undefined ? '' : `      timezone: '${zone}'\n`;
    }
    retention() {
        const role = this.#choices.retentionRole;
        return `name: Retention
on:
  schedule:
    - cron: '47 4 * * 0'
  workflow_dispatch:
    inputs:
      dry-run:
        description: Only show what would be kept and removed
        type: boolean
        default: true
permissions: {}
concurrency:
  group: retention
  cancel-in-progress: false
jobs:
  retention:
${this.#permissions()}
    uses: ${this.#workflow('retention.yml')}
    with:
      dry-run: \${{ inputs.dry-run || false }}
${role === undefined ? '' : `      aws-role: ${role} # no other may delete\n`}      environment: retention # its own HOLDFAST_ENV, with the key that may delete, goes before this one
${this.#runsOn()}${this.#secrets((0,needed_secrets/* variablesNamedIn */.yc)(this.#config.storage))}`;
    }
    audit() {
        return `name: Audit
on:
  schedule:
    - cron: '43 6 * * *'
  workflow_dispatch:
permissions: {}
jobs:
  audit:
${this.#permissions('actions: read # what became of scheduled runs')}
    uses: ${this.#workflow('audit.yml')}
${this.#runsOnAlone()}${this.#secrets(this.#read())}`;
    }
    report() {
        return `name: Report
on:
  schedule:
    - cron: '53 6 * * *'
  workflow_dispatch:
permissions: {}
jobs:
  report:
${this.#permissions()}
    uses: ${this.#workflow('report.yml')}
${this.#runsOnAlone()}${this.#secrets(this.#read())}`;
    }
    validate() {
        return `name: Validate
on:
  pull_request: # never pull_request_target: strangers' pull requests get no secret
    paths:
      - backup.yml
      - .github/workflows/**
permissions: {}
jobs:
  validate:
    permissions:
      contents: read # backup.yml and workflows
      pull-requests: write # the comment; a fork's pull request gets no such right
    uses: ${this.#workflow('validate.yml')}
`;
    }
    #hasArchives() {
        return Object.values(this.#config.storage).some(({ archives }) => archives !== undefined);
    }
    /** What storages are read by, and whom it tells. */
    #read() {
        const { storage, defaults, targets } = this.#config;
        return (0,needed_secrets/* variablesNamedIn */.yc)([storage, [defaults, ...Object.values(targets)].map((one) => one?.notifications)]);
    }
    /** Who assumes no role asks for no token of its identity. */
    #permissions(...more) {
        const hasRole = this.#choices.retentionRole !== undefined ||
            Object.values(this.#config.storage).some((storage) => storage['aws-role'] !== undefined);
        const lines = [
            'contents: read # backup.yml',
            ...(hasRole ? ['id-token: write # the role in backup.yml'] : []),
            ...more,
        ];
        return ['    permissions:', ...lines.map((line) => `      ${line}`)].join('\n');
    }
    #workflow(name) {
        return `holdfast/holdfast/.github/workflows/${name}@${this.#pin.commit} # ${this.#pin.version}`;
    }
    #runsOn() {
        return this.#choices.runsOn === undefined ? '' : `      runs-on: '${this.#choices.runsOn}'\n`;
    }
    #runsOnAlone() {
        return this.#choices.runsOn === undefined ? '' : `    with:\n${this.#runsOn()}`;
    }
    #targetChoice(description, { optional = false } = {}) {
        const options = [...(optional ? [ALL_DUE] : []), ...Object.keys(this.#config.targets)].map(inYaml);
        return `      target:
        description: ${description}
        type: choice
        options: [${options.join(', ')}]`;
    }
    /** One line once it is folded: of a secret of several lines GitHub would mask each, also a brace. */
    #secrets(variables) {
        const pairs = variables.map((name) => `"${name}": \${{ toJSON(secrets.${name}) }}`);
        return `    secrets:
      HOLDFAST_ENV: >-
        {${pairs.join(',\n        ')}}
`;
    }
}
/** A name that YAML might take for something else stands in quotes; none holds one. */
function inYaml(name) {
    const isPlain = /^[a-z][a-z0-9_ -]*$/i.test(name) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(name);
    return isPlain ? name : `'${name}'`;
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/schedule/schedule.js
var schedule_schedule = __webpack_require__(1383);
;// CONCATENATED MODULE: ./build/config/new-config.js


const HEAD = `# yaml-language-server: $schema=https://raw.githubusercontent.com/holdfast/holdfast/main/docs/reference/backup.schema.json
# What is backed up, where to, when, and for how long it is kept. Every key: docs/reference/backup-yml.md of Holdfast.
# Secrets are named, never written: env:NAME is a variable that the workflow sets.
`;
/** A year back, ever more thinly; nothing is removed of a target that has had no backup for long. */
const STANDARD = { 'keep-within-daily': '14d', 'keep-within-weekly': '3m', 'keep-within-monthly': '1y' };
const DRILL_EVERY = '90d';
const HOUR_MS = 3_600_000;
/** As text, with the policies and promises that most begin with. */
function newConfigText(config) {
    const rpoHours = rpoHoursOf(config);
    const value = {
        version: 1,
        defaults: {
            host: config.hostName,
            storage: config.storageName,
            schedule: config.schedule,
            timezone: config.timezone,
            rpo: `${rpoHours}h`,
            retention: 'standard',
            // Archives can't be drilled.
            ...(config.storage.archives === undefined ? { drill: { every: DRILL_EVERY } } : {}),
        },
        storage: { [config.storageName]: config.storage },
        hosts: { [config.hostName]: config.host },
        retention: { standard: { ...STANDARD, 'max-age': `${rpoHours + MORE_HOURS}h` } },
        targets: config.targets,
    };
    const yaml = (0,dist/* stringify */.As)(value, { lineWidth: 0, singleQuote: true, aliasDuplicateObjects: false });
    return `${HEAD}${yaml.replace(/\n(?=(?:defaults|storage|hosts|retention|targets):)/g, '\n\n')}`;
}
/** Before retention freezes a target that has become old, somebody had this long to see to it. */
const MORE_HOURS = 4;
/** What the schedule can keep: its longest gap, and an hour for the run and the runner's delay. */
function rpoHoursOf({ schedule, timezone }) {
    const names = { cron: '`schedule`', timezone: '`timezone`' };
    return Math.ceil((0,schedule_schedule/* parseSchedule */.nP)(schedule, timezone, names).longestGapMs() / HOUR_MS) + 1;
}

// EXTERNAL MODULE: ./build/config/read-config.js + 16 modules
var read_config = __webpack_require__(80723);
// EXTERNAL MODULE: ./build/config/validate.js
var validate = __webpack_require__(27249);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/apps/applications.js + 72 modules
var applications = __webpack_require__(97921);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/hosts/output.js
var output = __webpack_require__(52871);
;// CONCATENATED MODULE: ./build/databases/detect.js


/** More files than anybody looks through. */
const MAX_FILES = 20;
/** Where applications keep what is theirs. */
const ROOTS = '/srv /opt /home /var/lib /var/www /data';
/** SQLite's own files of a system: caches that it makes again. */
const NOT_APPLICATIONS = /^\/var\/lib\/(?:command-not-found|PackageKit|fwupd|rpm|dnf|yum|apt|dpkg|snapd|colord|NetworkManager|docker|containerd)\//;
/**
 * Prints what is there: a kind and a path or a word, one a line. A name with a line's end in it is two lines, of which none is
 * used. It connects to nothing but a Redis of this host, writes nothing, and doesn't leave a filesystem.
 */
const SCRIPT = `for s in /var/run/postgresql/.s.PGSQL.* /run/postgresql/.s.PGSQL.* /tmp/.s.PGSQL.*; do [ ! -S "$s" ] || printf 'postgresql %s\\n' "$s"; done
for s in /run/mysqld/mysqld.sock /var/run/mysqld/mysqld.sock /var/lib/mysql/mysql.sock /tmp/mysql.sock; do [ ! -S "$s" ] || printf 'mysql %s\\n' "$s"; done
for s in /run/redis/*.sock /var/run/redis/*.sock /run/valkey/*.sock; do [ ! -S "$s" ] || printf 'redis-socket %s\\n' "$s"; done
for c in redis-cli valkey-cli keydb-cli; do
  if command -v "$c" >/dev/null 2>&1; then
    printf 'redis %s\\n' "$("$c" -h 127.0.0.1 -p 6379 ping </dev/null 2>&1 | head -n 1)"; break
  fi
done
for r in ${ROOTS}; do
  [ ! -d "$r" ] || find "$r" -xdev -maxdepth 4 \\( -name .dolt -type d -print -prune \\) -o \\( -type f \\( -name '*.sqlite' -o -name '*.sqlite3' -o -name '*.db' \\) -size +0 -print \\) 2>/dev/null
done | head -n 500 | while IFS= read -r f; do
  case $f in */.dolt) [ ! -d "$f/noms" ] || printf 'dolt %s\\n' "$f" ;; *) [ "$(head -c 15 "$f" 2>/dev/null)" != 'SQLite format 3' ] || printf 'sqlite %s\\n' "$f" ;; esac
done
true`;
/** What there is by the sockets and files of a host, as far as its login sees them. Changes nothing. @throws What the host throws. */
async function detectDatabases(host, signal) {
    const { stdout } = await (0,output/* runSuccessfully */.t7)(host, 'look for databases', SCRIPT, { signal });
    return databasesIn(stdout.toString('utf8'));
}
/** What the script's output means. */
function databasesIn(output) {
    const lines = [...new Set(output.split('\n'))].filter(isPlain);
    const of = (kind) => lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1));
    return [
        found('postgresql', 'PostgreSQL', postgresqlUrls(of('postgresql'))),
        found('mysql', 'MySQL or MariaDB', mysqlUrls(of('mysql'))),
        redisOf(of('redis-socket'), of('redis')[0] ?? ''),
        sqliteOf(of('sqlite')),
        found('dolt', 'Dolt', doltUrls(of('dolt')), 'make the staging folder that the URL names, on a disk that has room'),
    ].filter(({ urls }) => urls.length > 0);
}
/** A path that isn't text, or hides something, is left to a person. */
function isPlain(line) {
    return (0,bytestring.displayText)(line) === line && !line.includes('\uFFFD');
}
function found(engine, title, urls, note = null) {
    return { engine, title, urls, note };
}
/** The same server may have its socket in several folders. */
function postgresqlUrls(sockets) {
    const byPort = new Map();
    for (const socket of sockets) {
        const [, folder = '', port] = /^(.*)\/\.s\.PGSQL\.(\d{1,5})$/.exec(socket) ?? [];
        if (port !== undefined && !byPort.has(port))
            byPort.set(port, folder);
    }
    return [...byPort].map(([port, folder]) => {
        const options = ['all=true', 'as=postgres', ...(folder === '/tmp' ? ['host=/tmp'] : [])];
        return `postgresql://${port === '5432' ? '' : `:${port}`}/?${options.join('&')}`;
    });
}
function mysqlUrls(sockets) {
    const [socket] = sockets;
    if (socket === undefined)
        return [];
    const isUsual = /^(?:\/var)?\/run\/mysqld\/mysqld\.sock$/.test(socket);
    return [`mysql:///?all=true${isUsual ? '' : `&socket=${encodePath(socket)}`}`];
}
function redisOf(sockets, answer) {
    const isThere = /^PONG$|^NOAUTH/.test(answer);
    const [socket] = sockets;
    const options = [
        ...(isThere || socket === undefined ? [] : [`socket=${encodePath(socket)}`]),
        'users=with',
        ...(answer.startsWith('NOAUTH') ? ['password-env=REDIS_PASSWORD'] : []),
    ];
    const urls = isThere || socket !== undefined
        ? [`redis://${isThere ? '127.0.0.1:6379' : ''}?${options.join('&')}`]
        : [];
    return found('redis', 'Redis or Valkey', urls);
}
function sqliteOf(files) {
    const own = files.filter((file) => !NOT_APPLICATIONS.test(file));
    const rest = own.slice(MAX_FILES);
    const urls = own.slice(0, MAX_FILES).map((file) => `sqlite:${encodePath(file)}`);
    const note = rest.length === 0
        ? null
        : `there are ${rest.length} more that are not written down, ${rest[0]} the first; add them, or save their folders as paths`;
    return found('sqlite', 'SQLite', urls, note);
}
function doltUrls(folders) {
    // A database's folder holds `.dolt`; the folder around it is the server's.
    const [data] = [...new Set(folders.map((folder) => folder.split('/').slice(0, -2).join('/')))];
    return data === undefined || data === ''
        ? []
        : [`dolt:///?all=true&data-dir=${encodePath(data)}&staging=/var/backups/holdfast-dolt`];
}
function encodePath(path) {
    return path.split('/').map(encodeURIComponent).join('/');
}

// EXTERNAL MODULE: ./build/failure-text.js
var failure_text = __webpack_require__(53272);
;// CONCATENATED MODULE: ./build/operations/look-for-applications.js




/**
 * What of the applications and databases that Holdfast knows is on a host, as far as the login sees it. Changes nothing.
 * @throws cancelled, and what makes the host unreachable; that one profile can't look is told by `site.onWarning`.
 */
async function lookForApplications(site) {
    const found = [];
    for (const application of applications/* APPLICATIONS */.Um) {
        const { name, title } = application;
        const options = await unlessUnknown(site, title, () => application.detect(site));
        if (options !== null)
            found.push({ kind: 'application', name, title, options });
    }
    const databases = await unlessUnknown(site, 'a database', () => detectDatabases(site.host, site.signal));
    return [
        ...found,
        ...(databases ?? []).map(({ engine, title, urls, note }) => ({ kind: 'databases', name: engine, title, urls, note })),
    ];
}
/** Null, and a warning, where a look fails that others needn't. */
async function unlessUnknown(site, title, look) {
    try {
        return await look();
    }
    catch (error) {
        const code = (0,errors/* asHoldfastError */.C)(error)?.code;
        if (code !== 'command-failed' && code !== 'no-permission' && code !== 'host-unsupported')
            throw error;
        site.onWarning(`Nobody knows whether ${title} is there: ${(0,failure_text/* failureText */.k)(error)} If it is, write its target into backup.yml yourself.`);
        return null;
    }
}

// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
// EXTERNAL MODULE: ./build/cli/application-options.js
var application_options = __webpack_require__(57528);
// EXTERNAL MODULE: ./build/cli/connect.js
var connect = __webpack_require__(65487);
// EXTERNAL MODULE: ./build/cli/recovery-code-place.js
var recovery_code_place = __webpack_require__(46608);
// EXTERNAL MODULE: ./build/files/given-path.js
var given_path = __webpack_require__(34469);
;// CONCATENATED MODULE: ./build/cli/setup/choose-targets.js



/**
 * Of folders that belong to no application that we know. Not `files`: that is what backups of none in particular are called, which
 * their paths tell apart. Another path would make it another target, and what was saved before a stale one that stays.
 */
const FOLDERS = 'folders';
/** What of all that was found is backed up, and which folders beside it. @throws HoldfastError bad-input: nothing is. */
async function chooseTargets(found, { questions, flags, output, }) {
    const targets = {};
    const notes = [];
    requireFound(flags.app, found);
    for (const one of found) {
        const wanted = flags.app.length === 0 ? undefined : flags.app.includes(one.name);
        if (one.kind === 'databases')
            for (const url of one.urls)
                output.note(`    ${(0,bytestring.displayText)(url)}`);
        if (!(await questions.yes(`Back up ${one.title}?`, wanted, true)))
            continue;
        targets[one.name] = sectionOf(one);
        if (one.kind === 'databases' && one.note !== null)
            notes.push(`${one.title}: ${one.note}.`);
    }
    const isEmpty = Object.keys(targets).length === 0;
    const paths = await askPaths(questions, flags, isEmpty);
    if (paths.length > 0)
        targets[FOLDERS] = { paths };
    return { targets, notes };
}
function sectionOf(found) {
    if (found.kind === 'databases')
        return { databases: [...found.urls] };
    const { name, options } = found;
    return { application: name, ...(Object.keys(options).length === 0 ? {} : { options: { ...options } }) };
}
function requireFound(named, found) {
    const missing = named.find((name) => !found.some((one) => one.name === name));
    if (missing === undefined)
        return;
    const there = found.map(({ name }) => name).join(', ') || 'none';
    throw new errors/* HoldfastError */.E('bad-input', `Cannot set up ${JSON.stringify(missing)}: it wasn’t found on the host, expected one of what was: ${there}.`);
}
async function askPaths(questions, { path }, isNeeded) {
    const answer = await questions.text({
        text: isNeeded
            ? 'Which folders are saved (with commas between)'
            : 'Folders to save, too (with commas between)',
        flag: '--path',
        given: path.length === 0 ? undefined : path.join(','),
        fallback: isNeeded ? null : '',
        check: (text) => pathsIn(text),
    });
    return pathsIn(answer);
}
function pathsIn(text) {
    const parts = text.split(',').map((part) => part.trim());
    return [...new Set(parts.filter((part) => part !== ''))].map((part) => {
        (0,given_path/* givenPath */.H)(part, 'a path');
        return part;
    });
}

// EXTERNAL MODULE: ./build/cli/setup/host.js
var host = __webpack_require__(53269);
// EXTERNAL MODULE: ./build/github/rest.js
var rest = __webpack_require__(61418);
// EXTERNAL MODULE: ./build/github/toolkit-process.js
var toolkit_process = __webpack_require__(49620);
;// CONCATENATED MODULE: ./build/github/own-release.js


/** Where Holdfast is published. */
const OWN_REPOSITORY = 'holdfast/holdfast';
async function commitOfRelease(tag, token, signal) {
    try {
        const path = `/repos/${OWN_REPOSITORY}/commits/${encodeURIComponent(tag)}`;
        const { sha } = (await (0,rest/* askRest */.y)('GET', path, { token, signal }));
        return typeof sha === 'string' && /^[0-9a-f]{40}$/.test(sha) ? { commit: sha } : 'unknown';
    }
    catch (error) {
        if (signal.aborted)
            throw signal.reason;
        const isNone = error instanceof toolkit_process/* ToolkitError */.h4 && (error.status === 404 || error.status === 422);
        return isNone ? 'none' : 'unknown';
    }
}

// EXTERNAL MODULE: ./build/version.js
var build_version = __webpack_require__(58508);
;// CONCATENATED MODULE: ./build/cli/setup/pin.js



/** @throws HoldfastError bad-input for anything but a full SHA. */
function requirePin(pin) {
    if (pin === undefined || /^[0-9a-f]{40}$/.test(pin))
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot use --pin ${JSON.stringify(pin)}: expected the full SHA of a commit of Holdfast, 40 hexadecimal digits.`);
}
/** A tag is better than nothing, if there is one: what is to be done then stands among the next steps. */
async function pinOf({ flags: { pin }, terminal: { env }, signal, }) {
    const version = `v${build_version/* VERSION */.x}`;
    if (pin !== undefined)
        return { pin: { commit: pin, version }, whyNot: null };
    const token = env['GH_TOKEN'] || env['GITHUB_TOKEN'] || null;
    const release = await commitOfRelease(version, token, signal);
    if (typeof release === 'object')
        return { pin: { commit: release.commit, version }, whyNot: null };
    const whyNot = release === 'none'
        ? `GitHub knows no release ${version} of Holdfast: no run of these workflows can begin before they name a commit that it has`
        : `GitHub didn’t say which commit this version of Holdfast is: the workflows name its tag ${version}, which can be moved`;
    return { pin: { commit: version, version }, whyNot };
}

// EXTERNAL MODULE: ./build/cli/prompt.js
var cli_prompt = __webpack_require__(9863);
;// CONCATENATED MODULE: ./build/cli/setup/questions.js


/** Asks a person, unless a flag said it already or there is nobody to ask: then the usual answer is taken. It never waits in vain. */
class Questions {
    #task;
    canAsk;
    constructor(task) {
        this.#task = task;
        this.canAsk = !task.flags.yes && task.output.mode === 'text' && (0,cli_prompt.canAsk)(task.terminal);
    }
    /** @throws HoldfastError bad-input for a flag that is no answer, and where there is neither a flag nor a person. */
    async text({ text, flag, given, fallback, check }) {
        if (given !== undefined) {
            await check(given);
            return given;
        }
        if (!this.canAsk) {
            if (fallback !== null)
                return fallback;
            throw new errors/* HoldfastError */.E('bad-input', `Cannot set up: nobody says “${text}”, and nobody can be asked here. Give ${flag}.`);
        }
        const { terminal, signal } = this.#task;
        for (;;) {
            const shown = fallback === null || fallback === '' ? '' : ` [${fallback}]`;
            const typed = (await (0,cli_prompt/* askLine */.k)(terminal, `${text}${shown}: `, signal)).trim();
            const answer = typed === '' ? fallback : typed;
            try {
                if (answer !== null) {
                    await check(answer);
                    return answer;
                }
            }
            catch (error) {
                this.tellOrThrow(error);
            }
        }
    }
    /** Tells what is wrong with an answer, so that another can be given. @throws What a person can't mend by one. */
    tellOrThrow(error) {
        if (!this.canAsk || !(error instanceof errors/* HoldfastError */.E) || error.code === 'cancelled')
            throw error;
        this.#task.output.note(error.message);
    }
    /** @param usual What most would answer, and what is done where nobody can be asked. */
    async yes(text, given, usual) {
        if (given !== undefined)
            return given;
        if (!this.canAsk)
            return usual;
        const { terminal, signal } = this.#task;
        const answer = (await (0,cli_prompt/* askLine */.k)(terminal, `${text} ${usual ? '[Y/n]' : '[y/N]'} `, signal)).trim();
        return answer === '' ? usual : /^y/i.test(answer);
    }
}

// EXTERNAL MODULE: ./build/backends/location.js + 6 modules
var backends_location = __webpack_require__(68713);
// EXTERNAL MODULE: ./build/hosts/address.js
var address = __webpack_require__(88772);
;// CONCATENATED MODULE: ./build/cli/setup/runner.js



/** A folder, and this machine, are there on a runner of one's own alone. */
async function askRunner(questions, { runsOn }, { on, location }) {
    const isOwn = (0,address/* parseHostAddress */.un)(on) === 'local' || !(0,backends_location/* isRemote */.Vx)(location);
    const answer = await questions.text({
        text: 'Labels of the runner, as JSON (empty: GitHub’s own)',
        flag: '--runs-on',
        given: runsOn,
        fallback: isOwn ? '["self-hosted"]' : '',
        check: requireLabels,
    });
    return answer === '' ? undefined : JSON.stringify(labelsIn(answer));
}
const LABEL = /^[\w.-]{1,100}$/;
function requireLabels(text) {
    const labels = text === '' ? [] : labelsIn(text);
    if (labels !== undefined && [labels].flat().every((label) => LABEL.test(String(label))))
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot use ${JSON.stringify(text)} as labels of a runner: expected a list of words without spaces, as JSON, such as ["self-hosted", "backup"].`);
}
function labelsIn(text) {
    try {
        const value = JSON.parse(text);
        const isList = Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
        return typeof value === 'string' || isList ? value : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/cli/setup/storage.js
var setup_storage = __webpack_require__(69810);
;// CONCATENATED MODULE: ./build/cli/setup/plan-setup.js



















const CONFIG = 'backup.yml';
const WORKFLOWS = '.github/workflows';
const STORAGE = 'main';
/** Asks, looks at the host, and says what is to be written. @throws HoldfastError bad-input, and what connecting throws. */
async function planSetup(task) {
    const { flags } = task;
    requireFitting(flags);
    const questions = new Questions(task);
    const root = await checkoutAt(flags.folder);
    const { on, found } = await askAndLook(questions, task);
    const hostTask = { ...task, flags: { ...flags, on } };
    const hostName = await (0,host/* askHostName */.Rh)(questions, on, flags);
    const { targets, notes } = await chooseTargets(found, { questions, flags, output: task.output });
    const location = await (0,setup_storage/* askLocation */.jF)(questions, task, root);
    const storage = await (0,setup_storage/* askStorage */.Bp)(questions, location, flags);
    const schedule = await askSchedule(questions, flags, hostName);
    const timezone = await askTimezone(questions, flags);
    const runsOn = await askRunner(questions, flags, { on, location });
    const wantsCode = await askForCode(task, questions, location);
    const place = flags.recoveryKeyPlace ?? (wantsCode ? DEFAULT_PLACE : undefined);
    const text = newConfigText({
        ...{ storageName: STORAGE, hostName, targets, schedule, timezone, host: await (0,host/* hostSectionOf */.DU)(hostTask) },
        storage: { ...storage, ...(place === undefined ? {} : { 'recovery-key': place }) },
    });
    const config = readBack(text);
    const pinned = await pinOf(task);
    const callers = callersFor(config, pinned.pin, { runsOn, retentionRole: flags.retentionRole });
    const files = new Map([
        [CONFIG, text],
        ...Object.entries(callers).map(([name, body]) => [`${WORKFLOWS}/${name}`, body]),
    ]);
    const all = [...notes, ...findingsIn(files), ...(pinned.whyNot === null ? [] : [`${pinned.whyNot}.`])];
    return { questions, root, location, wantsCode, files, config, pinned, notes: all };
}
/** A person who mistyped it, or whose host is down, is asked again. */
async function askAndLook(questions, task) {
    for (;;) {
        const on = await (0,host/* askHost */.wf)(questions, task.flags);
        if (!task.flags.look)
            return { on, found: [] };
        try {
            return { on, found: await look({ ...task, flags: { ...task.flags, on } }) };
        }
        catch (error) {
            if (task.flags.on !== undefined)
                throw error;
            questions.tellOrThrow(error);
        }
    }
}
/** What needs no answer to be wrong. @throws HoldfastError bad-input. */
function requireFitting({ pin, look: isLooked, app, retentionRole, recoveryKeyPlace: place, }) {
    requirePin(pin);
    if (retentionRole !== undefined)
        (0,setup_storage/* requireRole */.cl)(retentionRole);
    if (!isLooked && app.length > 0) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot use both --app and --no-look: what is named must be found on the host, expected one of them.');
    }
    if (place === undefined || /^\S(?:.*\S)?$/.test(place))
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot use --recovery-key-place ${JSON.stringify(place)}: expected words in one line, such as “printed, in the safe of the office”.`);
}
/** What shows it must be no log: where nobody can be asked, only who says so gets one. */
async function askForCode(task, questions, location) {
    const { flags, terminal } = task;
    const existed = !flags.dryRun && (await (0,setup_storage/* isRepositoryAt */.We)(task, location));
    const text = existed
        ? 'There is a repository already. Add a recovery code to it, to be kept on paper?'
        : 'Make a recovery code, to be kept on paper?';
    const wants = await questions.yes(text, flags.recoveryKey, !existed && questions.canAsk);
    if (wants)
        (0,recovery_code_place/* requirePlaceForRecoveryCode */.E)(terminal);
    return wants;
}
const DEFAULT_PLACE = 'printed when it was set up';
async function checkoutAt(folder) {
    const unfit = (why, cause) => new errors/* HoldfastError */.E('bad-input', `Cannot use --folder ${JSON.stringify(folder)}: ${why}.`, { cause });
    const real = await (0,promises_.realpath)(folder).catch((cause) => {
        throw unfit((0,system_error/* systemErrorText */.f9)(cause), cause);
    });
    if (!(await (0,promises_.stat)(real)).isDirectory())
        throw unfit('it is a file, expected the folder of a checkout');
    const top = await topOf(real);
    if (top === null || top === real)
        return real;
    throw unfit(`it is a folder of the checkout ${JSON.stringify(top)}, and GitHub reads workflows at the root of one alone. Give --folder ` +
        `${JSON.stringify(top)}, or make it a checkout of its own by \`git init\``);
}
/** The nearest checkout that a folder is in; null: it is in none. A worktree's `.git` is a file. */
async function topOf(folder) {
    for (let at = folder;; at = (0,external_node_path_.dirname)(at)) {
        if ((await (0,promises_.stat)((0,external_node_path_.join)(at, '.git')).catch(() => null)) !== null)
            return at;
        if (at === (0,external_node_path_.dirname)(at))
            return null;
    }
}
async function look(task) {
    const host = await (0,connect.connect)(task);
    try {
        const found = await lookForApplications((0,application_options.siteOf)(task, host));
        const what = found.map(({ title }) => title).join(', ');
        task.output.note(what === '' ? 'No application that is known here was found.' : `Found: ${what}.`);
        return found;
    }
    finally {
        await host.close();
    }
}
const NAMES = { cron: 'the schedule', timezone: 'the timezone' };
/** In the night, at a minute that differs from host to host: everybody's runs are at the full hour. */
function askSchedule(questions, { schedule }, hostName) {
    const minute = 1 + ([...hostName].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7) % 58);
    return questions.text({
        text: 'When are backups due (cron)',
        flag: '--schedule',
        given: schedule,
        fallback: `${minute} 3 * * *`,
        check: (text) => (0,schedule_schedule/* parseSchedule */.nP)(text, 'UTC', NAMES),
    });
}
function askTimezone(questions, { timezone }) {
    return questions.text({
        text: 'In which timezone',
        flag: '--timezone',
        given: timezone,
        fallback: Intl.DateTimeFormat().resolvedOptions().timeZone,
        check: (text) => (0,schedule_schedule/* parseTimezone */.hr)(text, NAMES.timezone),
    });
}
/** What is written must be what is read. */
function readBack(text) {
    const { config, findings } = (0,read_config/* readConfig */.X)(text, CONFIG);
    if (config !== null)
        return config;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot set up: ${findings[0]?.what ?? 'the configuration is none'}.`);
}
/** @throws HoldfastError bad-input for what would be an error. */
function findingsIn(files) {
    const [config, ...workflows] = [...files].map(([name, text]) => ({ name, text }));
    const { findings } = (0,validate/* validate */.t)(config, workflows);
    const fault = findings.find(({ severity }) => severity === 'error');
    if (fault !== undefined)
        throw new errors/* HoldfastError */.E('bad-input', `Cannot set up: ${fault.what}. ${fault.advice}`);
    return findings
        .filter(({ severity, rule }) => severity === 'warning' && rule !== 'moving-tag')
        .map(({ file, at, what, advice }) => `${file}:${at.line}: ${what}. ${advice}`);
}


/***/ }),

/***/ 69810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ askStorage),
/* harmony export */   We: () => (/* binding */ isRepositoryAt),
/* harmony export */   cl: () => (/* binding */ requireRole),
/* harmony export */   jF: () => (/* binding */ askLocation),
/* harmony export */   mK: () => (/* binding */ STORAGE_VARIABLES),
/* harmony export */   uA: () => (/* binding */ prepareRepository)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _backends_location_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68713);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _operations_recovery_key_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23118);
/* harmony import */ var _repository_init_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48315);
/* harmony import */ var _password_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64986);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69261);







const STORAGE_VARIABLES = {
    password: 'BACKUP_PASSWORD',
    keyId: 'BACKUP_KEY_ID',
    secretKey: 'BACKUP_SECRET_KEY',
};
/** Where backups are kept, as restic takes it: a folder by its whole path. @throws HoldfastError bad-input. */
async function askLocation(questions, task, checkout) {
    const { flags, terminal } = task;
    const answer = await questions.text({
        text: 'Where are backups kept (s3:https://host/bucket/prefix, or a folder of the runner)',
        flag: '--repo',
        given: flags.repo ?? (terminal.env['RESTIC_REPOSITORY'] || undefined),
        fallback: null,
        // Also whether it can be reached: a person needn't answer all else again then.
        check: async (text) => {
            const location = checkedLocation(text, checkout);
            if (questions.canAsk && !flags.dryRun)
                await isRepositoryAt(task, location);
        },
    });
    return checkedLocation(answer, checkout);
}
function checkedLocation(text, checkout) {
    (0,_backends_location_js__WEBPACK_IMPORTED_MODULE_1__/* .checkLocation */ .c9)(text);
    if ((0,_backends_location_js__WEBPACK_IMPORTED_MODULE_1__/* .holdsCredentials */ .Hn)(text)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot write "${(0,_backends_location_js__WEBPACK_IMPORTED_MODULE_1__/* .redactUrl */ .BO)(text)}" into a file: a credential stands in it. Leave it out: workflows get it from secrets.`);
    }
    if ((0,_backends_location_js__WEBPACK_IMPORTED_MODULE_1__/* .isRemote */ .Vx)(text))
        return text;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(text.replace(/^local:/, ''));
    if (folder !== checkout && !folder.startsWith(`${checkout}/`))
        return folder;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot keep backups in ${JSON.stringify(folder)}: it is in the checkout, whose files are committed. Name another place.`);
}
const ROLE = /^arn:[a-z-]+:iam::[^:\s]*:role\/\S+$/;
/** How workflows reach it: by a role, or by a key; and where its second key is. */
async function askStorage(questions, location, flags) {
    const base = {
        repository: location,
        password: `env:${STORAGE_VARIABLES.password}`,
        ...writtenBy(flags),
    };
    if (!(0,_backends_location_js__WEBPACK_IMPORTED_MODULE_1__/* .isRemote */ .Vx)(location)) {
        refuseOfS3(flags);
        return base;
    }
    const role = await questions.text({
        text: 'Role that workflows assume by GitHub’s OIDC token (its ARN; empty: an access key)',
        flag: '--aws-role',
        given: flags.awsRole,
        fallback: '',
        check: (text) => {
            if (text !== '')
                requireRole(text);
        },
    });
    const region = flags.awsRegion === undefined ? {} : { 'aws-region': flags.awsRegion };
    return role === ''
        ? {
            ...base,
            ...region,
            'aws-access-key-id': `env:${STORAGE_VARIABLES.keyId}`,
            'aws-secret-access-key': `env:${STORAGE_VARIABLES.secretKey}`,
        }
        : { ...base, ...region, 'aws-role': role };
}
/** @throws HoldfastError bad-input for what a folder has no use for: who gives it expects that it is used. */
function refuseOfS3({ awsRole, awsRegion, retentionRole }) {
    const given = { '--aws-role': awsRole, '--aws-region': awsRegion, '--retention-role': retentionRole };
    const [flag] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
    if (flag === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot use ${flag} with a repository in a folder: expected one in S3 (-r s3:https://host/bucket/prefix). Leave it out.`);
}
/** What setup itself makes the repository with holds for who writes to it later. */
function writtenBy(flags) {
    const { option = [], objectLock, objectLockDays, compression, packSize } = flags;
    return {
        ...(option.length === 0 ? {} : { 'storage-options': [...option] }),
        ...(objectLock === undefined ? {} : { 'object-lock': objectLock }),
        ...(objectLockDays === undefined ? {} : { 'object-lock-days': objectLockDays }),
        ...(compression === undefined ? {} : { compression }),
        ...(packSize === undefined ? {} : { 'pack-size': packSize }),
    };
}
/** @throws HoldfastError bad-input. */
function requireRole(text) {
    if (ROLE.test(text))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot use ${JSON.stringify(text)} as a role: expected its ARN, such as arn:aws:iam::123456789012:role/backup.`);
}
/** Whether there is a repository already. @throws What makes the storage unreachable. */
async function isRepositoryAt(task, location) {
    const backend = await (0,_session_js__WEBPACK_IMPORTED_MODULE_3__.openStorage)(at(task, location));
    try {
        return (await backend.stat({ kind: 'config', name: '' })) !== null;
    }
    finally {
        await backend.close();
    }
}
/** Makes the repository, or opens the one that is there, which proves its password. */
async function prepareRepository(task, location, wantsCode) {
    const existed = await isRepositoryAt(task, location);
    const repository = await (existed ? (0,_session_js__WEBPACK_IMPORTED_MODULE_3__.openOf)(at(task, location)) : make(at(task, location)));
    try {
        return { id: repository.id, existed, recoveryCode: wantsCode ? await (0,_operations_recovery_key_js__WEBPACK_IMPORTED_MODULE_4__.addRecoveryKey)(repository) : null };
    }
    finally {
        await repository.close();
    }
}
async function make(task) {
    const password = await (0,_password_js__WEBPACK_IMPORTED_MODULE_5__.readNewPassword)(task.flags, task.terminal, task.signal);
    return (0,_repository_init_js__WEBPACK_IMPORTED_MODULE_6__.initRepository)(await (0,_session_js__WEBPACK_IMPORTED_MODULE_3__.openStorage)(task), password, (0,_session_js__WEBPACK_IMPORTED_MODULE_3__.repositoryOptions)(task));
}
function at(task, location) {
    const { awsRegion } = task.flags;
    const s3 = awsRegion === undefined ? {} : { s3: { region: awsRegion } };
    return { ...task, flags: { ...task.flags, repo: location, repositoryFile: undefined, ...s3 } };
}


/***/ }),

/***/ 48302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ secretsFor),
/* harmony export */   oF: () => (/* binding */ SIGNING_KEY),
/* harmony export */   yR: () => (/* binding */ environmentSecretsFor),
/* harmony export */   yc: () => (/* binding */ variablesNamedIn)
/* harmony export */ });
/* harmony import */ var _secret_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91546);

/** The secrets that these workflows name, in the order in which a person makes them. */
function secretsFor(config) {
    return [
        ...variablesNamedIn(config).map((variable) => ({ name: variable, variable, use: 'backup' })),
        { name: SIGNING_KEY, variable: null, use: 'drill' },
    ];
}
/** The secrets that no workflow names, so that nobody else's job has them: those of environments. */
function environmentSecretsFor(config) {
    const { hosts, storage, retention } = config;
    // A key that logs in to a host may read there; one that a restore uses may write.
    const logins = variablesNamedIn(Object.values(hosts).map(({ identity }) => identity));
    // A storage's own key adds; retention's deletes.
    const keys = variablesNamedIn(Object.values(storage).flatMap((one) => [
        one['aws-access-key-id'],
        one['aws-secret-access-key'],
        one['aws-session-token'],
    ]));
    const all = [
        { environment: 'restore', variables: variablesNamedIn(config), own: logins },
        ...(retention === undefined
            ? []
            : [{ environment: 'retention', variables: variablesNamedIn(storage), own: keys }]),
    ];
    return all.filter(({ own }) => own.length > 0);
}
const SIGNING_KEY = 'DRILL_SIGNING_KEY';
/** The variables of the environment that `value` refers to, each once. */
function variablesNamedIn(value) {
    return [...new Set((0,_secret_references_js__WEBPACK_IMPORTED_MODULE_0__/* .secretsOf */ .F)(value).map(({ name }) => name))].sort();
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


/***/ }),

/***/ 34121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BV: () => (/* binding */ KnownHosts),
/* harmony export */   TZ: () => (/* binding */ knownHostsLine),
/* harmony export */   Tx: () => (/* binding */ judgeHostKey),
/* harmony export */   ax: () => (/* binding */ fingerprintOf),
/* harmony export */   xK: () => (/* binding */ parseHostKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/**
 * Pinned host keys: lines of sshd(8)'s known_hosts (plain and hashed names, wildcards, negation, `[host]:port`,
 * `@revoked`), and ours: `SHA256:…` alone pins the destination (no jump host), `PATTERNS SHA256:…` whatever matches.
 */
class KnownHosts {
    /** Lines that say nothing to us, for messages: `line 3: @cert-authority isn't supported`. */
    notes;
    #entries;
    constructor(entries, notes) {
        this.#entries = entries;
        this.notes = notes;
    }
    /** Never throws: lines that can't be read pin nothing and are in `notes`. */
    static parse(text) {
        const entries = [];
        const notes = [];
        for (const [index, raw] of text.split(/\r?\n/).entries()) {
            const line = raw.trim();
            if (line === '' || line.startsWith('#'))
                continue;
            const entry = parseLine(line);
            if (typeof entry === 'string')
                notes.push(`line ${index + 1}: ${entry}`);
            else
                entries.push(entry);
        }
        return new KnownHosts(entries, notes);
    }
    get isEmpty() {
        return this.#entries.length === 0;
    }
    /** As ssh does it: with a port of its own a host is `[host]:port`, and `host` where that isn't known. */
    lookUp(host, port, { isDestination }) {
        const name = knownHostsName(host, port);
        const exact = this.#matching(name, isDestination);
        const plain = name === host ? exact : this.#matching(host, isDestination);
        const trusted = (entry) => !entry.revoked;
        const pins = exact.some(trusted) ? exact.filter(trusted) : plain.filter(trusted);
        return {
            keys: pins.map((entry) => entry.key).filter((key) => typeof key !== 'string'),
            fingerprints: pins.map((entry) => entry.key).filter((key) => typeof key === 'string'),
            revoked: [...exact, ...plain].filter((entry) => entry.revoked).map((entry) => entry.key),
        };
    }
    #matching(name, isDestination) {
        return this.#entries.filter(({ matches }) => matches === null ? isDestination : matches(name.toLowerCase()));
    }
}
/** `host`, or `[host]:port` for a port other than 22. */
function knownHostsName(host, port) {
    return port === 22 ? host : `[${host}]:${port}`;
}
function judgeHostKey(key, pinned) {
    const fingerprint = fingerprintOf(key.blob);
    const isThis = (known) => typeof known === 'string' ? known === fingerprint : known.blob.equals(key.blob);
    if (pinned.revoked.some(isThis))
        return 'revoked';
    if ([...pinned.keys, ...pinned.fingerprints].some(isThis))
        return 'trusted';
    return pinned.keys.length + pinned.fingerprints.length > 0 ? 'changed' : 'unknown';
}
/** As `ssh-keygen -l` shows it: `SHA256:` and base64 without padding. */
function fingerprintOf(blob) {
    return `SHA256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}
/** The line that pins `key`. */
function knownHostsLine(host, port, key) {
    return `${knownHostsName(host, port)} ${key.type} ${key.blob.toString('base64')}`;
}
/** The key in `blob`, which begins with its type (RFC 4253, 6.6). Null if it doesn't. */
function parseHostKey(blob) {
    if (blob.length < 4)
        return null;
    const length = blob.readUInt32BE(0);
    const type = blob.toString('latin1', 4, 4 + length);
    return length > 0 && blob.length > 4 + length && /^[\x21-\x7e]+$/.test(type) ? { type, blob } : null;
}
const FINGERPRINT = /^SHA256:[A-Za-z0-9+/]{43}=?$/;
/** Or why the line pins nothing. */
function parseLine(line) {
    const words = line.split(/[ \t]+/);
    const marker = words[0]?.startsWith('@') ? words.shift() : undefined;
    if (marker === '@cert-authority')
        return '@cert-authority is not supported';
    if (marker !== undefined && marker !== '@revoked')
        return `unknown marker ${marker}`;
    const revoked = marker === '@revoked';
    const [first = '', second = '', third = ''] = words;
    if (FINGERPRINT.test(first))
        return { matches: null, revoked, key: first.replace('=', '') };
    const matches = nameMatcher(first);
    if (matches === null)
        return 'its hashed name is damaged';
    if (FINGERPRINT.test(second))
        return { matches, revoked, key: second.replace('=', '') };
    const key = parseHostKey(Buffer.from(third, 'base64'));
    const isWhole = key?.type === second && key.blob.toString('base64') === third;
    return isWhole ? { matches, revoked, key } : 'it holds no host key';
}
/** Null for a hashed name that can't be one. */
function nameMatcher(names) {
    if (names.startsWith('|'))
        return hashedNameMatcher(names);
    const patterns = names
        .toLowerCase()
        .split(',')
        .map((pattern) => ({
        negated: pattern.startsWith('!'),
        regExp: globToRegExp(pattern.replace(/^!/, '')),
    }));
    return (name) => {
        const hits = patterns.filter(({ regExp }) => regExp.test(name));
        return hits.length > 0 && !hits.some(({ negated }) => negated);
    };
}
const SHA1_BYTES = 20;
/** `|1|salt|HMAC-SHA1 of the name`, both in base64. */
function hashedNameMatcher(names) {
    const [, version, salt = '', hash = ''] = names.split('|');
    const expected = Buffer.from(hash, 'base64');
    if (version !== '1' || expected.length !== SHA1_BYTES)
        return null;
    return (name) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha1', Buffer.from(salt, 'base64')).update(name).digest(), expected);
}
/** `*` is any characters, `?` any one. */
function globToRegExp(glob) {
    const source = glob
        .replace(/\*+/g, '*')
        .replace(/[^*?]/g, (character) => character.replace(/[\\^$.|+()[\]{}]/, '\\$&'))
        .replaceAll('*', '.*')
        .replaceAll('?', '.');
    return new RegExp(`^${source}$`, 's');
}


/***/ }),

/***/ 54794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DC: () => (/* binding */ readKnownHosts),
/* harmony export */   VZ: () => (/* binding */ loadKnownHosts),
/* harmony export */   qT: () => (/* binding */ pinsNothing)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19473);
/* harmony import */ var _known_hosts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34121);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(22566);







/**
 * The pinned host keys: of a file, or in a text (anything that holds white space or begins with `SHA256:`), or, when
 * nothing is given, in the files that ssh reads.
 *
 * @throws HoldfastError bad-input for a file that can't be read, and for one or a text that pins nothing.
 */
async function loadKnownHosts(given) {
    if (given === undefined)
        return _known_hosts_js__WEBPACK_IMPORTED_MODULE_3__/* .KnownHosts */ .BV.parse(await readDefaultFiles());
    const known = _known_hosts_js__WEBPACK_IMPORTED_MODULE_3__/* .KnownHosts */ .BV.parse(await readKnownHosts(given));
    if (known.isEmpty)
        throw pinsNothing(given, known);
    return known;
}
/** Of known hosts in which no line says anything. */
function pinsNothing(given, known) {
    const what = isKnownHostsText(given) ? 'the text that was given' : `"${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)(given)}"`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('bad-input', `Cannot find a host key in the known hosts, ${what}: ${known.notes.map(_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText).join('; ') || 'it is empty'}, ` +
        'expected lines like "db.example ssh-ed25519 AAAA…" or "SHA256:…". Correct them.');
}
function isKnownHostsText(given) {
    return given === '' || /\s/.test(given.trim()) || given.startsWith('SHA256:');
}
/**
 * The text that is given, or that of the file.
 * @throws HoldfastError bad-input for a file that can't be read.
 */
async function readKnownHosts(given) {
    if (isKnownHostsText(given))
        return given;
    return (0,_local_file_js__WEBPACK_IMPORTED_MODULE_6__/* .readLocalFile */ .M)((0,_local_file_js__WEBPACK_IMPORTED_MODULE_6__/* .expandHome */ .k)(given), 'the known hosts');
}
async function readDefaultFiles() {
    const files = [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.ssh', 'known_hosts'), '/etc/ssh/ssh_known_hosts'];
    const texts = await Promise.all(files.map((file) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8').catch(() => '')));
    return texts.join('\n');
}


/***/ }),

/***/ 22566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readLocalFile),
/* harmony export */   k: () => (/* binding */ expandHome)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53648);






function expandHome(path) {
    return path.startsWith('~/') ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), path.slice(2)) : path;
}
const REASONS = {
    ENOENT: 'there is no such file',
    ENOTDIR: 'there is no such file',
    EISDIR: 'it is a folder',
    EACCES: 'this user may not read it',
    EPERM: 'this user may not read it',
};
/**
 * The text of a file on this machine.
 * @param what For the message: `the private key`.
 * @throws HoldfastError bad-input.
 */
async function readLocalFile(path, what) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', `Cannot read ${what} "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)(path)}": ${REASONS[(0,_system_error_js__WEBPACK_IMPORTED_MODULE_5__/* .systemCode */ .xU)(error)] ?? (0,_system_error_js__WEBPACK_IMPORTED_MODULE_5__/* .systemErrorText */ .f9)(error)}, expected a file that can ` +
            'be read. Give its path, or its text itself.');
    }
}


/***/ }),

/***/ 85831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ refuseContainer),
  XT: () => (/* binding */ refuseOtherStop),
  m5: () => (/* binding */ withPlan)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/operations/backup/planned-application.js
/** What an application's profile has a backup do beside reading files and dumps, and say of it. */
class PlannedApplication {
    #plan;
    #site;
    /** Stopped before this host, in this order. */
    nodes;
    #facts = {};
    constructor(plan, site, nodes) {
        this.#plan = plan;
        this.#site = site;
        this.nodes = nodes;
    }
    async beforeStop(host, signal) {
        await this.#plan.beforeStop?.({ ...this.#site, host, signal });
    }
    async whileStopped(host, signal) {
        this.#facts = (await this.#plan.whileStopped?.({ ...this.#site, host, signal })) ?? {};
    }
    /** Once all was read. Whether it is stopped still, by its status, whoever stopped it asks (quiesce.ts). */
    async afterReading(host, signal) {
        await this.#plan.afterReading?.({ ...this.#site, host, signal });
    }
    judge(dumps) {
        return this.#plan.judgeDumps?.(dumps) ?? [];
    }
    /** For the manifest. Whole once `whileStopped` has resolved. */
    get record() {
        const { record } = this.#plan;
        return { ...record, facts: { ...record.facts, ...this.#facts } };
    }
}

;// CONCATENATED MODULE: ./build/operations/backup/planned-backup.js


/** How long a node's lease outlives the one before: of nodes that nobody starts any more, one starts after the other. */
const NODE_STAGGER_MS = 60_000;
/**
 * What a plan makes of a backup that a user asked for; what the user named beside is saved, too.
 * @throws HoldfastError bad-input where the plan relies on a snapshot of the volume, and none is asked for.
 */
function withPlan(options, plan, { site, stop }) {
    const { onInfo, onWarning, env, connect } = site;
    if (plan.needsVolume === true && options.volume === undefined) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot read the files of a running application: they are of several moments, expected a snapshot of their volume. Say how it is taken ' +
            '(--volume, the input `volume`), or take another way.');
    }
    const given = options.dumps ?? [];
    const nodes = plan.nodes.map(({ address, control }, i) => {
        const laterMs = (i + 1) * NODE_STAGGER_MS;
        const longer = { leaseMs: stop.leaseMs + laterMs, longestMs: stop.longestMs + laterMs };
        return { address, quiesce: { ...stop, ...longer, ...control, connect: () => connect(address) } };
    });
    return {
        ...options,
        paths: [...new Set([...plan.paths, ...options.paths])],
        volume: options.volume === undefined ? undefined : { ...options.volume, aside: plan.aside },
        excludes: [...plan.excludes, ...options.excludes],
        dumps: [...plan.databases.map((database) => ({ database })), ...given],
        buckets: [...(plan.buckets ?? []), ...(options.buckets ?? [])],
        before: [...options.before, ...plan.hooks.before],
        after: [...plan.hooks.after, ...options.after],
        commandLimitMs: plan.hooks.limitMs,
        // Where it runs on, files change by right.
        onChanged: options.onChanged === 'auto' && plan.record.running ? 'warn' : options.onChanged,
        quiesce: plan.control === null ? options.quiesce : { ...stop, ...plan.control },
        application: new PlannedApplication(plan, { onInfo, onWarning, env, connect }, nodes),
    };
}
/** @throws HoldfastError bad-input: an application is stopped in one way. */
function refuseOtherStop(given, name) {
    const [first] = given;
    if (first === undefined)
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot use ${first} with ${name}: the application’s profile knows how it is stopped and started, expected one of them. ` +
        'Leave it out, or take the profile generic, which is told by its own options.');
}
/** @throws HoldfastError bad-input: what is stopped in a container can't be watched over there. */
function refuseContainer({ control }, name) {
    if (control === null)
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot stop an application within ${name}: a watchdog in a container ends with it. Back the container’s volumes up from its host, ` +
        'and stop the container there.');
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

/***/ 59206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aZ: () => (/* binding */ configureSaved),
/* harmony export */   wO: () => (/* binding */ parseApplication)
/* harmony export */ });
/* unused harmony export readOptions */
/* harmony import */ var _apps_applications_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97921);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38816);



/**
 * The application that is meant, with its settings; null: none is.
 * @param show A word as the user knows it: `--app`, or `the input \`app\``.
 * @throws HoldfastError bad-input.
 */
function parseApplication({ app, options }, show) {
    if (app === null) {
        if (options.length === 0)
            return null;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('app-option')} without ${show('app')}: expected both. Say which application’s options they are.`);
    }
    const known = (0,_apps_applications_js__WEBPACK_IMPORTED_MODULE_1__/* .findApplication */ .oN)(app, show('app'));
    return known.configure(readOptions(known, options, show('app-option')), `the options of ${app}`);
}
/**
 * The application that a snapshot tells of, with the settings that it had then, but for those that are given.
 * @param app Null: whichever the snapshot says.
 * @throws HoldfastError bad-input.
 */
function configureSaved({ profile, settings }, { app, options }, show) {
    if (app !== null && app !== profile) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('app')}: it is ${JSON.stringify(app)}, expected ${JSON.stringify(profile)}, as which the snapshot was made. Leave the name out.`);
    }
    const known = (0,_apps_applications_js__WEBPACK_IMPORTED_MODULE_1__/* .findApplication */ .oN)(profile, 'the profile in the snapshot');
    const given = readOptions(known, options, show('app-option'));
    return known.configure({ ...settings, ...given }, `the options of ${profile}`);
}
/**
 * `key=value` lines as the settings that they mean.
 * @throws HoldfastError bad-input for an unknown key, or one given twice that is no list.
 */
function readOptions({ name, schema }, options, show) {
    const kinds = kindsOf(schema);
    const settings = {};
    for (const option of options) {
        const [, key = '', value = ''] = /^([a-z][a-z0-9-]*)=(.*)$/s.exec(option) ?? [];
        const kind = kinds.get(key);
        if (kind === undefined)
            throw unknownOption(key === '' ? option : key, { name, kinds, show });
        const earlier = settings[key];
        if (kind === 'list')
            settings[key] = [...(earlier ?? []), value];
        else if (earlier === undefined)
            settings[key] = settingOf(value, kind);
        else
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show} ${key} twice: expected one.`);
    }
    return settings;
}
/** What stays text is refused by the schema, which says what it expected. */
function settingOf(text, kind) {
    if (kind === 'boolean' && /^(true|false)$/.test(text))
        return text === 'true';
    if (kind === 'number' && /^-?\d+(\.\d+)?$/.test(text))
        return Number(text);
    return text;
}
function kindsOf(schema) {
    const shape = schema instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodObject */ .bvH ? schema.shape : {};
    return new Map(Object.entries(shape).map(([key, type]) => [key, kindOf(type)]));
}
function kindOf(type) {
    if (type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodDefault */ .XiL || type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodOptional */ .IiU || type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodNullable */ .l1C)
        return kindOf(type.unwrap());
    if (type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodArray */ .naA)
        return 'list';
    if (type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodBoolean */ .WFD)
        return 'boolean';
    return type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodNumber */ .rSt ? 'number' : 'text';
}
function unknownOption(key, { name, kinds, show }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show} ${JSON.stringify(key)}: ${name} has no such option, expected KEY=VALUE with one of ${[...kinds.keys()].join(', ')}.`);
}


/***/ })

};
