export const id = 8591;
export const ids = [8591];
export const modules = {

/***/ 36877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   evidencePlaceOf: () => (/* binding */ evidencePlaceOf),
/* harmony export */   readEvidenceKey: () => (/* binding */ readEvidenceKey)
/* harmony export */ });
/* harmony import */ var _drills_dsse_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26542);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52325);
/* harmony import */ var _settings_unlocked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52395);
/* harmony import */ var _archives_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84649);




/** Where evidence on the repository lies. @param location Null: beside it. */
function evidencePlaceOf({ location: repository, s3 = {} }, location, tools) {
    const { objectLock: _, ...settings } = s3; // the bucket's own default may lock it
    return {
        location,
        repository,
        open: (at) => (0,_archives_js__WEBPACK_IMPORTED_MODULE_0__/* .openArchives */ .aB)({ location: at, s3: (0,_settings_unlocked_js__WEBPACK_IMPORTED_MODULE_1__/* .unlocked */ .Y)(settings) }, tools),
    };
}
/** The key that evidence must be signed by; null: none is given. @throws HoldfastError bad-input. */
function readEvidenceKey() {
    const text = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)('evidence-key');
    return text === null ? null : (0,_drills_dsse_js__WEBPACK_IMPORTED_MODULE_3__/* .parseVerifyingKeys */ .nG)(text, 'the input `evidence-key`');
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
