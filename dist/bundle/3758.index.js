export const id = 3758;
export const ids = [3758,663];
export const modules = {

/***/ 74495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openArchives: () => (/* binding */ openArchives)
/* harmony export */ });
/* harmony import */ var _archive_open_store_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2663);
/* harmony import */ var _settings_unlocked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52395);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69261);



/** The store that `location` names. Requests that are tried again are told. @throws HoldfastError bad-input. */
function openArchives({ flags, terminal, reporter }, location) {
    return (0,_archive_open_store_js__WEBPACK_IMPORTED_MODULE_0__.openArchiveStore)(location, {
        ...(0,_settings_unlocked_js__WEBPACK_IMPORTED_MODULE_1__/* .unlocked */ .Y)((0,_session_js__WEBPACK_IMPORTED_MODULE_2__.s3Settings)(flags)),
        caFile: flags.cacert ?? (terminal.env['RESTIC_CACERT'] || undefined),
        onRetry: (message) => reporter.onInfo(message),
    });
}


/***/ }),

/***/ 93758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   drilledSnapshots: () => (/* binding */ drilledSnapshots),
/* harmony export */   evidenceKey: () => (/* binding */ evidenceKey),
/* harmony export */   evidencePlace: () => (/* binding */ evidencePlace),
/* harmony export */   recoveryCode: () => (/* binding */ recoveryCode),
/* harmony export */   signingKey: () => (/* binding */ signingKey)
/* harmony export */ });
/* harmony import */ var _drills_dsse_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26542);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _operations_forget_drilled_snapshots_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(16141);
/* harmony import */ var _settings_secret_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95850);
/* harmony import */ var _archive_store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74495);
/* harmony import */ var _password_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64986);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69261);







/** Where evidence on the repository lies. @param location Null: beside it. @throws HoldfastError bad-input for an empty one. */
async function evidencePlace(task, location) {
    if (location === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', 'Cannot keep evidence at "": --evidence is empty, expected a location. Leave it out for a place beside the repository; a variable may be unset.');
    const repository = await (0,_session_js__WEBPACK_IMPORTED_MODULE_1__.repositoryLocation)(task);
    // The flags are about the repository; the bucket's own default may lock evidence.
    const { objectLock: _, objectLockDays: __, ...flags } = task.flags;
    return { location, repository, open: (at) => (0,_archive_store_js__WEBPACK_IMPORTED_MODULE_2__.openArchives)({ ...task, flags }, at) };
}
/** The key that evidence is signed with: from a file, or the environment; null: none is given. */
async function signingKey({ terminal: { env } }, file) {
    if (file !== undefined)
        return (0,_drills_dsse_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSigningKey */ .UG)(await (0,_password_js__WEBPACK_IMPORTED_MODULE_4__.readSecretFile)(file, 'the signing key'), JSON.stringify(file));
    const text = (0,_settings_secret_js__WEBPACK_IMPORTED_MODULE_5__/* .environmentSecret */ .q)(env['HOLDFAST_SIGNING_KEY'], 'HOLDFAST_SIGNING_KEY');
    return text === null ? null : (0,_drills_dsse_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSigningKey */ .UG)(text, 'HOLDFAST_SIGNING_KEY');
}
/** The recovery code, however it is written: from a file, or the environment; null: none is given. */
async function recoveryCode({ terminal: { env } }, file) {
    if (file !== undefined)
        return (0,_password_js__WEBPACK_IMPORTED_MODULE_4__.readSecretFile)(file, 'the recovery code');
    return (0,_settings_secret_js__WEBPACK_IMPORTED_MODULE_5__/* .environmentSecret */ .q)(env['HOLDFAST_RECOVERY_CODE'], 'HOLDFAST_RECOVERY_CODE');
}
/** The key that evidence must be signed by; null: none is given. */
async function evidenceKey(file) {
    if (file === undefined)
        return null;
    return (0,_drills_dsse_js__WEBPACK_IMPORTED_MODULE_3__/* .parseVerifyingKeys */ .nG)(await (0,_password_js__WEBPACK_IMPORTED_MODULE_4__.readSecretFile)(file, 'the evidence key'), JSON.stringify(file));
}
/** What drills have proved, for retention. */
async function drilledSnapshots(task) {
    const { evidence = null, evidenceKey: file } = task.flags;
    return new _operations_forget_drilled_snapshots_js__WEBPACK_IMPORTED_MODULE_6__.DrilledSnapshots({
        place: await evidencePlace(task, evidence),
        key: await evidenceKey(file),
        onUnreadable: (message) => task.reporter.onWarning(message),
    });
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

/***/ 26542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UG: () => (/* binding */ parseSigningKey),
/* harmony export */   Ue: () => (/* binding */ envelop),
/* harmony export */   nG: () => (/* binding */ parseVerifyingKeys),
/* harmony export */   s3: () => (/* binding */ isSignedBy)
/* harmony export */ });
/* unused harmony exports preAuthEncoding, keyIdOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/** @param key Null: it is left unsigned. */
function envelop(payloadType, payload, key) {
    const signatures = key === null
        ? []
        : [
            {
                keyid: keyIdOf((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key)),
                sig: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, preAuthEncoding(payloadType, payload), key).toString('base64'),
            },
        ];
    return { payloadType, payload: Buffer.from(payload).toString('base64'), signatures };
}
/** Whether one of the signatures is one of the keys'. Whose they say they are isn't asked. */
function isSignedBy({ payloadType, payload, signatures }, keys) {
    const bytes = preAuthEncoding(payloadType, Buffer.from(payload, 'base64'));
    return signatures.some(({ sig }) => keys.some((key) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, bytes, key, Buffer.from(sig, 'base64'))));
}
/** What is signed, byte by byte (DSSE's PAE): the type is bound to the payload, and no two pairs give the same bytes. */
function preAuthEncoding(payloadType, payload) {
    const type = Buffer.from(payloadType, 'utf8');
    const head = `DSSEv1 ${type.length} ${payloadType} ${payload.length} `;
    return Buffer.concat([Buffer.from(head, 'utf8'), payload]);
}
/** SHA-256 of the public key as it is encoded in DER, in hex. */
function keyIdOf(key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(key.export({ type: 'spki', format: 'der' }))
        .digest('hex');
}
/**
 * An Ed25519 private key as `openssl genpkey -algorithm ed25519` writes it (PEM).
 * @param where For the message: what it was read from. @throws HoldfastError bad-input, without the text.
 */
function parseSigningKey(pem, where) {
    return requireEd25519(() => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(pem), `the signing key in ${where}`);
}
/**
 * The public half, as `openssl pkey -pubout` writes it, or several one after the other; a private key serves as well.
 * @throws HoldfastError bad-input.
 */
function parseVerifyingKeys(pem, where) {
    const blocks = pem.match(PEM_BLOCK) ?? [pem];
    return blocks.map((block) => requireEd25519(() => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(block), `the evidence key in ${where}`));
}
const PEM_BLOCK = /-----BEGIN [A-Z ]+-----[^-]*-----END [A-Z ]+-----/g;
function requireEd25519(read, what) {
    let key = null;
    try {
        key = read();
    }
    catch {
        // What Node says of it may quote it.
    }
    if (key?.asymmetricKeyType === 'ed25519')
        return key;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${what}: it is ${key === null ? 'no key in PEM' : `of type ${key.asymmetricKeyType}`}, expected an Ed25519 key. ` +
        'Make one with `openssl genpkey -algorithm ed25519`.');
}


/***/ }),

/***/ 65848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ evidenceBeside),
/* harmony export */   y: () => (/* binding */ folderOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _backends_location_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68713);
/* harmony import */ var _backends_s3_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4532);



const NAME = 'holdfast-evidence';
const LOCAL_PREFIX = 'local:';
/**
 * Where evidence on a repository lies: beside it, never in it, so that nothing that works on the repository sees it.
 * `/srv/backup` has `/srv/backup-holdfast-evidence`, and so has a prefix in S3; one that takes the whole bucket has the
 * prefix `holdfast-evidence` in it, in which nobody looks for packs.
 * @param repository As restic takes it.
 */
function evidenceBeside(repository) {
    if (repository.startsWith(_backends_s3_url_js__WEBPACK_IMPORTED_MODULE_1__/* .S3_SCHEME */ .b)) {
        const url = repository.replace(/\/+$/, '');
        return (0,_backends_s3_url_js__WEBPACK_IMPORTED_MODULE_1__/* .parseS3Url */ .F)(url, (0,_backends_location_js__WEBPACK_IMPORTED_MODULE_2__/* .redactUrl */ .BO)(url)).prefix === '' ? `${url}/${NAME}` : `${url}-${NAME}`;
    }
    const isMarked = repository.startsWith(LOCAL_PREFIX);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(isMarked ? repository.slice(LOCAL_PREFIX.length) : repository);
    return `${LOCAL_PREFIX}${path === '/' ? '/' : `${path}-`}${NAME}`;
}
/** The folder of a place on this machine; null for any other. */
function folderOf(place) {
    if (place.startsWith(LOCAL_PREFIX))
        return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(place.slice(LOCAL_PREFIX.length));
    return /^[a-z][a-z0-9]+:/i.test(place) ? null : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(place);
}


/***/ }),

/***/ 5202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  evidenceEnvelope: () => (/* binding */ evidenceEnvelope),
  isOfDrill: () => (/* binding */ isOfDrill),
  keepEvidence: () => (/* binding */ keepEvidence),
  listEvidence: () => (/* binding */ listEvidence),
  listWithCopies: () => (/* binding */ listWithCopies),
  locationOf: () => (/* binding */ locationOf),
  missingEvidence: () => (/* binding */ missingEvidence)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/backends/make-folder.js
var make_folder = __webpack_require__(24877);
// EXTERNAL MODULE: ./build/drills/dsse.js
var dsse = __webpack_require__(26542);
// EXTERNAL MODULE: ./build/crypto/seal.js + 1 modules
var seal = __webpack_require__(41420);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/drills/in-toto.js
var in_toto = __webpack_require__(52873);
;// CONCATENATED MODULE: ./build/drills/evidence-object.js




/**
 * What lies beside a repository as evidence: `evidence-<repository>.<YYYYMMDDTHHMMSSZ>.<8 hex digits>`, an object sealed with
 * the repository's master key, as all in it is. The name says which repository's it is and when, and nothing else.
 */
const NAME = /^evidence-([0-9a-f]{16})\.(\d{8}T\d{6}Z)\.[0-9a-f]{8}$/;
const REPOSITORY_DIGITS = 16;
/** Version of the object's own layout. A reader refuses a higher one. */
const EVIDENCE_VERSION = 1;
/** Larger ones aren't ours: evidence is some kilobytes, a line a check. */
const MAX_EVIDENCE_BYTES = 16 * 1024 * 1024;
function evidenceName(repositoryId, timeMs) {
    const time = new Date(timeMs).toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
    return `evidence-${repositoryId.slice(0, REPOSITORY_DIGITS)}.${time}.${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
}
/** Whether an object of this name is evidence on this repository. Those of others beside it aren't looked at. */
function isEvidenceOf(repositoryId, name) {
    return NAME.exec(name)?.[1] === repositoryId.slice(0, REPOSITORY_DIGITS);
}
function sealEvidence(key, { envelope, sheet }) {
    const json = JSON.stringify({ evidence_version: EVIDENCE_VERSION, envelope, sheet });
    return (0,seal/* seal */.od)(key, Buffer.from(json, 'utf8'));
}
/** @throws HoldfastError repository-damaged for what this key hasn't sealed, or isn't evidence. */
function openEvidence(key, sealed, name) {
    const json = parsed((0,seal/* open */.ho)(key, sealed, `the evidence ${name}`));
    const { evidence_version: version, envelope, sheet } = (json ?? {});
    if (version !== EVIDENCE_VERSION ||
        !isEnvelope(envelope) ||
        (sheet !== null && typeof sheet !== 'string')) {
        throw new errors/* HoldfastError */.E('repository-damaged', `Cannot read the evidence ${name}: its version is ${JSON.stringify(version)}, expected ${EVIDENCE_VERSION}. Use the ` +
            'version of Holdfast that wrote it.');
    }
    return { envelope, sheet };
}
/** Something else that this key has sealed may lie there under a name of ours. */
function parsed(bytes) {
    try {
        return JSON.parse(bytes.toString('utf8'));
    }
    catch {
        return null;
    }
}
function isEnvelope(value) {
    const { payloadType, payload, signatures } = (value ?? {});
    return (payloadType === in_toto/* PAYLOAD_TYPE */.Uc &&
        typeof payload === 'string' &&
        Array.isArray(signatures) &&
        signatures.every((one) => typeof one?.keyid === 'string' && typeof one?.sig === 'string'));
}

// EXTERNAL MODULE: ./build/drills/evidence-place.js
var evidence_place = __webpack_require__(65848);
// EXTERNAL MODULE: ./build/drills/statement.js
var drills_statement = __webpack_require__(79310);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
;// CONCATENATED MODULE: ./build/operations/evidence.js










function isOfDrill(evidence) {
    return (0,drills_statement/* isDrill */.KH)(evidence.statement);
}
/** In the notation of repositories. */
function locationOf({ location, repository }) {
    return location ?? (0,evidence_place/* evidenceBeside */.I)(repository);
}
/** A statement in its envelope. @param key Null: nobody signs it. */
function evidenceEnvelope(statement, key) {
    return (0,dsse/* envelop */.Ue)(in_toto/* PAYLOAD_TYPE */.Uc, Buffer.from(JSON.stringify(statement), 'utf8'), key);
}
/**
 * Keeps evidence, with the sheet if there is one, sealed with the repository's own key, under a name that is new.
 * @returns the name. @throws HoldfastError no-permission, no-space, backend-failed, bad-input.
 */
async function keepEvidence(place, repository, evidence, signal) {
    const location = locationOf(place);
    const folder = (0,evidence_place/* folderOf */.y)(location);
    if (folder !== null)
        await makeStoreFolder(folder);
    const store = await place.open(location);
    try {
        const name = evidenceName(repository.id, Date.now());
        const sealed = sealEvidence(repository.masterKey, evidence);
        await store.put(name, once(sealed), signal);
        return name;
    }
    finally {
        await store.close();
    }
}
async function makeStoreFolder(folder) {
    await (0,make_folder/* makeFolder */.f)(folder, 0o700).catch((cause) => {
        throw new errors/* HoldfastError */.E('no-permission', `Cannot make the folder ${JSON.stringify(folder)} for evidence: ${(0,system_error/* systemErrorText */.f9)(cause)}. Make it, or name another ` +
            'place for it.', { cause });
    });
}
async function* once(bytes) {
    yield bytes;
}
/**
 * All evidence on the repository, oldest first; none where there has been no drill. A statement counts once, and for the time that it
 * says itself: whoever puts an old one there under a new name makes it no newer.
 * @param key Of who signs it; null: signatures aren't looked at.
 * @param onDamaged Is told what is damaged or no evidence, and all else is given. Null: that is an error.
 * @throws HoldfastError repository-damaged naming what can't be read; no-permission, backend-failed.
 */
async function listEvidence(place, repository, key, signal, onDamaged = null) {
    const found = await listWithCopies(place, repository, key, signal, onDamaged);
    return found.filter(({ copyOf }) => copyOf === null);
}
/**
 * The same, with copies of what is there already.
 * @throws HoldfastError repository-damaged naming what can't be read; no-permission, backend-failed.
 */
async function listWithCopies(place, repository, key, signal, onDamaged = null) {
    const location = locationOf(place);
    const folder = (0,evidence_place/* folderOf */.y)(location);
    if (place.location === null && folder !== null && (await isAbsent(folder)))
        return [];
    const store = await place.open(location);
    try {
        const names = [];
        for await (const { name } of store.list(signal))
            if (isEvidenceOf(repository.id, name))
                names.push(name);
        const found = [];
        const firsts = new Map();
        for (const name of names.toSorted(byTimeInName)) {
            const evidence = await readEvidence(store, repository, { name, key }, signal).catch((error) => {
                if (onDamaged === null || (0,errors/* asHoldfastError */.C)(error)?.code !== 'repository-damaged')
                    throw error;
                onDamaged(error.message);
                return null;
            });
            if (evidence === null)
                continue;
            // Base64 can be written in several ways.
            const held = (0,external_node_crypto_.createHash)('sha256')
                .update(Buffer.from(evidence.envelope.payload, 'base64'))
                .digest('hex');
            const copyOf = firsts.get(held) ?? null;
            // One that isn't signed by the key must not push the real one aside.
            if (copyOf === null && (key === null || evidence.signature === 'valid'))
                firsts.set(held, name);
            found.push({ ...evidence, copyOf });
        }
        return found.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
    }
    finally {
        await store.close();
    }
}
/** By when it began, as it says itself: a name can be any. */
function orderOf({ name, statement }) {
    const startedMs = Date.parse(statement.predicate.started);
    return `${Number.isNaN(startedMs) ? '' : new Date(startedMs).toISOString()} ${name}`;
}
/** The rest of a name is random. */
function byTimeInName(a, b) {
    const [[, timeA = ''], [, timeB = '']] = [a.split('.'), b.split('.')];
    if (timeA === timeB)
        return a < b ? -1 : 1;
    return timeA < timeB ? -1 : 1;
}
/** Of those that are signed by the key: what others say of it would only frighten. */
function missingEvidence(found) {
    const there = new Set(found.map(({ name }) => name));
    const missing = new Map();
    for (const { name, statement, signature } of found) {
        if (signature !== 'valid' || !(0,drills_statement/* isDrill */.KH)(statement))
            continue;
        const { earlier_evidence: earlier } = statement.predicate;
        if (!Array.isArray(earlier))
            continue;
        for (const one of earlier)
            if (!there.has(one) && !missing.has(one))
                missing.set(one, name);
    }
    return [...missing].map(([name, namedBy]) => ({ name, namedBy }));
}
async function isAbsent(folder) {
    return await (0,promises_.stat)(folder).then(() => false, (error) => error.code === 'ENOENT');
}
async function readEvidence(store, repository, { name, key }, signal) {
    const parts = [];
    let sizeBytes = 0;
    for await (const part of store.get(name, signal)) {
        sizeBytes += part.length;
        if (sizeBytes > MAX_EVIDENCE_BYTES)
            throw damaged(name, `it is larger than ${MAX_EVIDENCE_BYTES} bytes`);
        parts.push(Buffer.from(part));
    }
    const { envelope, sheet } = openEvidence(repository.masterKey, Buffer.concat(parts), name);
    const statement = (0,drills_statement/* parseStatement */.By)(Buffer.from(envelope.payload, 'base64'));
    if (statement === null)
        throw damaged(name, 'what is in it is no statement of ours');
    const { repository_id: about, sheet_sha256: hash } = statement.predicate;
    if (about !== repository.id)
        throw damaged(name, 'it is about another repository');
    if (hash !== (sheet === null ? null : (0,external_node_crypto_.createHash)('sha256').update(sheet).digest('hex')))
        throw damaged(name, 'its recovery sheet isn’t the one that it names');
    return { name, envelope, statement, sheet, signature: signatureOf(envelope, key), copyOf: null };
}
function signatureOf(envelope, key) {
    if (envelope.signatures.length === 0)
        return 'none';
    if (key === null)
        return 'unchecked';
    return (0,dsse/* isSignedBy */.s3)(envelope, key) ? 'valid' : 'other';
}
function damaged(name, problem) {
    return new errors/* HoldfastError */.E('repository-damaged', `Cannot read the evidence ${name}: ${problem}. Find out who put it there, then move it away.`);
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


/***/ }),

/***/ 52395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ unlocked)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/**
 * How archives in S3 are reached.
 * @throws HoldfastError bad-input if they were to be locked, which only the bucket's own default does.
 */
function unlocked(settings) {
    if (settings.objectLock === undefined)
        return settings;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', 'Cannot lock an archive by `object-lock`: that is for repositories, expected none. Give the bucket a default retention; it locks archives, too.');
}


/***/ })

};
