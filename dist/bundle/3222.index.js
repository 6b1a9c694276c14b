export const id = 3222;
export const ids = [3222];
export const modules = {

/***/ 30849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  baseOf: () => (/* binding */ baseOf),
  checkCheckout: () => (/* binding */ checkCheckout)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/config/change.js
var change = __webpack_require__(48647);
// EXTERNAL MODULE: ./build/config/checkout.js
var checkout = __webpack_require__(18443);
// EXTERNAL MODULE: ./build/config/compare.js
var compare = __webpack_require__(96228);
// EXTERNAL MODULE: ./build/config/finding.js
var finding = __webpack_require__(38918);
// EXTERNAL MODULE: ./build/config/read-config.js + 16 modules
var read_config = __webpack_require__(80723);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/failure-text.js
var failure_text = __webpack_require__(53272);
// EXTERNAL MODULE: ./build/operations/forget/by-policy.js
var by_policy = __webpack_require__(50075);
// EXTERNAL MODULE: ./build/repository/tags.js
var tags = __webpack_require__(47508);
// EXTERNAL MODULE: ./build/retention/group.js
var group = __webpack_require__(40510);
// EXTERNAL MODULE: ./build/retention/policy-section.js
var policy_section = __webpack_require__(26857);
// EXTERNAL MODULE: ./build/config/targets.js
var targets = __webpack_require__(44425);
;// CONCATENATED MODULE: ./build/config/retention-effect.js








/**
 * What another retention removes. Only storages of the base are read, where and as it says: what a change names may be a
 * stranger's, and gets no credential.
 * @param readItems Null: nobody may read them here.
 * @throws cancelled.
 */
async function retentionEffects(before, after, readItems) {
    const young = new Map((0,targets/* targetsOf */.Q)(after).map((target) => [target.name, target]));
    const storages = new Map();
    const effects = [];
    for (const was of (0,targets/* targetsOf */.Q)(before)) {
        const is = young.get(was.name);
        if (is === undefined || (0,external_node_util_.isDeepStrictEqual)(was.policy, is.policy))
            continue;
        effects.push(await effectOf(was, is, { readItems, storages }));
    }
    return effects;
}
async function effectOf(was, is, { readItems, storages }) {
    const { name: target, storage, settings, hostname } = was;
    const unknown = (why) => ({ target, unknown: why });
    if (storage === null || settings.storage === undefined || hostname === null)
        return unknown('it has no storage yet');
    if (!(0,external_node_util_.isDeepStrictEqual)(storage, is.storage) || hostname !== is.hostname)
        return unknown('its storage, or its name there, changes with it');
    if (readItems === null)
        return unknown('that takes the repository and its password');
    try {
        const reading = storages.get(settings.storage) ?? readItems(storage, settings.storage);
        storages.set(settings.storage, reading);
        const { items, verified } = await reading;
        const own = items.filter((item) => item.hostname === hostname && (item.target ?? tags/* DEFAULT_TARGET */.Kv) === target);
        const removed = (policy) => removedBy(policy, own, verified);
        return { target, stored: own.length, before: removed(was.policy), after: removed(is.policy) };
    }
    catch (error) {
        if ((0,errors/* asHoldfastError */.C)(error)?.code === 'cancelled')
            throw error;
        return unknown((0,failure_text/* failureText */.k)(error).replace(/\.$/, ''));
    }
}
/** As the retention action decides, with its defaults. */
function removedBy(policy, items, verified) {
    if (policy === null || items.length === 0)
        return 0;
    const plan = (0,by_policy/* planByPolicy */.b)({
        items,
        verified,
        isSelected: () => true,
        isReleased: () => false,
        policy: (0,policy_section/* policyOf */.US)(policy),
        limits: (0,policy_section/* limitsOf */.Af)(policy),
        despite: (0,policy_section/* despiteOf */.M_)(policy),
        groupBy: group/* BY_TARGET */.K0,
        clock: { nowNs: BigInt(Date.now()) * 1000000n },
    });
    return (0,by_policy/* removalOrder */.V)(plan).length;
}

// EXTERNAL MODULE: ./build/config/silence.js
var config_silence = __webpack_require__(31360);
// EXTERNAL MODULE: ./build/config/validate.js
var validate = __webpack_require__(27249);
;// CONCATENATED MODULE: ./build/config/check-checkout.js









/** Reads a checkout's configuration and workflows, and says what is wrong and what changes. @throws HoldfastError bad-input. */
async function checkCheckout(order) {
    const config = await (0,checkout.readFileOf)(order.root, order.config);
    const validation = (0,validate/* validate */.t)(config, await (0,checkout.readWorkflowsOf)(order.root, order.workflows));
    const counts = (0,finding/* countsOf */.mQ)(validation.findings);
    return {
        validation,
        ...(await comparisonOf(order, config, validation)),
        counts,
        passed: counts.error === 0 && (!order.strict || counts.warning === 0),
    };
}
async function comparisonOf({ root, base, readItems }, { name }, validation) {
    if (base === null)
        return { changes: null, silences: [], noComparison: null, retention: [] };
    if (validation.config === null)
        return notCompared('the new configuration can’t be read');
    const file = 'file' in base ? await (0,checkout.readFileOf)(root, base.file) : await (0,checkout.readFileAt)(root, base.ref, name);
    const before = file === null ? NOTHING : (0,read_config/* readConfig */.X)(file.text, file.name).config;
    if (before === null)
        return notCompared('the configuration before can’t be read');
    return {
        changes: (0,compare/* compareConfigs */.R)(before, validation.config),
        silences: (0,change/* listChange */.h6)('silenced', silencesIn(before), silencesIn(validation.config)),
        noComparison: null,
        retention: await retentionEffects(before, validation.config, readItems),
    };
}
function silencesIn({ silence = [] }) {
    return silence.map(config_silence/* silenceText */.Zf);
}
function notCompared(noComparison) {
    return { changes: null, silences: [], noComparison, retention: [] };
}
/** What a base that has no such file says. */
const NOTHING = { version: 1, storage: {}, hosts: {}, targets: {} };
/** @throws HoldfastError bad-input for both. */
function baseOf(file, ref, names) {
    if (file !== null && ref !== null) {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot use both ${names.file} and ${names.ref}: expected one of them.`);
    }
    if (file !== null)
        return { file };
    return ref === null ? null : { ref };
}


/***/ }),

/***/ 56710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readStoredItems: () => (/* binding */ readStoredItems)
/* harmony export */ });
/* harmony import */ var _archive_find_archives_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90456);
/* harmony import */ var _operations_forget_archive_items_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63986);
/* harmony import */ var _operations_forget_drilled_snapshots_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16141);
/* harmony import */ var _operations_forget_snapshot_items_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(32240);
/* harmony import */ var _repository_find_snapshot_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75207);
/* harmony import */ var _open_history_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67266);






/** What a storage holds, as retention sees it. It is only read. @throws What opening and reading throw. */
function readStoredItems(access, tools) {
    const { signal, onWarning } = tools;
    return (0,_open_history_js__WEBPACK_IMPORTED_MODULE_0__.withStorage)(access, tools, async (storage) => {
        if (storage.kind === 'archives') {
            const found = await (0,_archive_find_archives_js__WEBPACK_IMPORTED_MODULE_1__.findArchives)(storage.store, signal);
            (0,_operations_forget_archive_items_js__WEBPACK_IMPORTED_MODULE_2__/* .requireReadable */ .CM)(found, access.location);
            return { items: (0,_operations_forget_archive_items_js__WEBPACK_IMPORTED_MODULE_2__/* .archiveItems */ .bs)(found), verified: new Set() };
        }
        const place = {
            location: null,
            repository: access.location,
            open: (location) => tools.openArchives({ ...access, location, password: null }),
        };
        const drilled = new _operations_forget_drilled_snapshots_js__WEBPACK_IMPORTED_MODULE_3__.DrilledSnapshots({ place, key: tools.evidenceKey ?? null, onUnreadable: onWarning });
        const items = (await (0,_repository_find_snapshot_js__WEBPACK_IMPORTED_MODULE_4__.findSnapshots)(storage.repository, {}, { signal })).map(_operations_forget_snapshot_items_js__WEBPACK_IMPORTED_MODULE_5__/* .snapshotItem */ .A);
        return { items, verified: await drilled.ids(storage.repository, signal) };
    });
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

/***/ 63986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CM: () => (/* binding */ requireReadable),
/* harmony export */   bs: () => (/* binding */ archiveItems),
/* harmony export */   sp: () => (/* binding */ isSelected)
/* harmony export */ });
/* unused harmony export archiveItem */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _repository_find_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75207);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47508);



/** By its manifest, which is believed: who can write to the store chooses what is in it. */
function archiveItem(found) {
    const { id, manifest, fault } = found;
    const complete = manifest.complete && fault === null;
    return {
        noun: 'archive',
        id,
        found,
        formerIds: [],
        timeNs: manifest.timeNs,
        zoneSeconds: 0,
        tags: manifest.tags,
        hostname: manifest.hostname,
        target: manifest.target === _repository_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_TARGET */ .Kv ? null : manifest.target,
        paths: manifest.paths,
        complete,
        leftover: !complete,
        keptBecause: (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .keptBecause */ .XY)(manifest),
        sizeBytes: manifest.dumps.reduce((sum, { bytes }) => sum + bytes, manifest.contentBytes),
        fileCount: manifest.files,
    };
}
/** Those that a policy can tell apart. Others are unfinished. */
function archiveItems(found) {
    return found.flatMap((one) => one.manifest === null ? [] : [archiveItem({ ...one, manifest: one.manifest })]);
}
/**
 * One whose manifest can't be read may be the newest.
 * @throws HoldfastError archive-damaged.
 */
function requireReadable(found, location) {
    const unreadable = found.filter(({ manifest, unfinished }) => manifest === null && !unfinished);
    const [first] = unreadable;
    if (first === undefined)
        return;
    const more = unreadable.length === 1 ? '' : `, nor that of ${unreadable.length - 1} more`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('archive-damaged', `Cannot forget anything in "${location}": the manifest of the archive "${first.id}" can't be used${more}, and it may be ` +
        `the newest, expected manifests that can be read. Nothing was removed. Find out who altered it, and put its files ` +
        `elsewhere. It is so because of this: ${first.fault}`);
}
function isSelected({ found: { manifest } }, filter) {
    const { target = null } = filter;
    if (manifest === null || (target !== null && manifest.target !== target))
        return false;
    return (0,_repository_find_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.matches)(manifest, { ...filter, target: null });
}


/***/ }),

/***/ 50075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ removalOrder),
/* harmony export */   b: () => (/* binding */ planByPolicy)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _retention_item_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1298);
/* harmony import */ var _retention_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89498);



/** The plan of a policy. @throws HoldfastError bad-input for one that keeps nothing of a group. */
function planByPolicy(request) {
    const plan = (0,_retention_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .planRetention */ .SA)(request);
    requireSomeKept(plan);
    return plan;
}
/** A policy of a mistyped tag, say, would keep no more than the newest of everything. */
function requireSomeKept({ groups }) {
    const group = groups.find(({ keepsNone }) => keepsNone);
    const newest = group?.decisions[0]?.item;
    if (group === undefined || newest === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot forget by this policy: it keeps none of the ${group.decisions.length} ${newest.noun}s of the group that ` +
        `${(0,_retention_item_js__WEBPACK_IMPORTED_MODULE_2__/* .shownId */ .f)(newest.id)} is in, expected at least one in each group. Nothing was removed. Look at it with dry-run ` +
        'and keep-last 1, and correct the policy.');
}
/** What is worth least goes first, then the oldest: whenever it is cut off, the newest are there. */
function removalOrder({ groups }) {
    const items = groups.flatMap(({ decisions }) => decisions.filter(({ keep }) => !keep).map(({ item }) => item));
    const rank = ({ leftover }) => (leftover ? 0 : 1);
    return items.sort((a, b) => rank(a) - rank(b) || (0,_retention_item_js__WEBPACK_IMPORTED_MODULE_2__/* .newestFirst */ .l)(b, a));
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

/***/ 32240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ snapshotItem)
/* harmony export */ });
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47508);

function snapshotItem(stored) {
    const { id, snapshot } = stored;
    const target = (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(snapshot);
    const incomplete = (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .isIncomplete */ .Ne)(snapshot);
    return {
        noun: 'snapshot',
        id,
        stored,
        formerIds: snapshot.original === null ? [] : [snapshot.original],
        timeNs: snapshot.timeNs,
        zoneSeconds: snapshot.zoneSeconds ?? 0,
        tags: snapshot.tags,
        hostname: snapshot.hostname,
        target: target === _repository_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_TARGET */ .Kv ? null : target,
        paths: snapshot.paths,
        complete: !incomplete,
        // A person's own tag of that name on a snapshot of restic's says nothing about a run of ours.
        leftover: incomplete && target !== null,
        keptBecause: (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .keptBecause */ .XY)(snapshot),
        sizeBytes: snapshot.summary?.totalBytesProcessed ?? null,
        fileCount: snapshot.summary?.totalFilesProcessed ?? null,
    };
}


/***/ })

};
