export const id = 7714;
export const ids = [7714];
export const modules = {

/***/ 23833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GS: () => (/* binding */ MAX_ARCHIVE_MANIFEST_BYTES),
/* harmony export */   KB: () => (/* binding */ encodeArchiveManifest),
/* harmony export */   iz: () => (/* binding */ decodeArchiveManifest)
/* harmony export */ });
/* unused harmony export ARCHIVE_MANIFEST_VERSION */
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _repository_format_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5620);
/* harmony import */ var _archive_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16207);




/** Version of the manifest's own layout. A reader refuses a higher one. */
const ARCHIVE_MANIFEST_VERSION = 1;
/** It names no file of the host; one that is larger isn't ours. */
const MAX_ARCHIVE_MANIFEST_BYTES = 4 * 1024 * 1024;
function encodeArchiveManifest(manifest) {
    const json = {
        archive_manifest_version: ARCHIVE_MANIFEST_VERSION,
        program_version: manifest.programVersion,
        archive: (0,_archive_name_js__WEBPACK_IMPORTED_MODULE_0__/* .archiveFile */ .Bf)(manifest.id, manifest.encryption.kind !== 'none'),
        time: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTime */ .fU)(manifest.timeNs),
        target: manifest.target,
        hostname: manifest.hostname,
        tags: manifest.tags,
        paths: manifest.paths,
        complete: manifest.complete,
        encryption: manifest.encryption,
        stored_bytes: manifest.stored.bytes,
        stored_sha256: manifest.stored.sha256,
        tar_bytes: manifest.tar.bytes,
        tar_sha256: manifest.tar.sha256,
        files: manifest.files,
        folders: manifest.folders,
        others: manifest.others,
        content_bytes: manifest.contentBytes,
        dumps: manifest.dumps,
        problem_counts: manifest.problemCounts,
        tools: manifest.tools,
    };
    return Buffer.from(`${JSON.stringify(json, null, 2)}\n`, 'utf8');
}
/**
 * @param id By its name in the store: it must be the manifest of that archive.
 * @throws HoldfastError archive-damaged. Whoever can write to the store chooses what is in it.
 */
function decodeArchiveManifest(bytes, id) {
    const fields = new Fields(parsed(bytes, id), id);
    const version = fields.number('archive_manifest_version');
    if (version > ARCHIVE_MANIFEST_VERSION) {
        throw damaged(id, `it is of version ${version}, expected at most ${ARCHIVE_MANIFEST_VERSION}. Use a newer Holdfast`);
    }
    const encryption = encryptionOf(fields);
    const named = fields.text('archive');
    if (named !== (0,_archive_name_js__WEBPACK_IMPORTED_MODULE_0__/* .archiveFile */ .Bf)(id, encryption.kind !== 'none')) {
        throw damaged(id, `it is of another archive, "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(named)}"`);
    }
    return {
        id,
        programVersion: fields.text('program_version'),
        timeNs: fields.time('time'),
        target: fields.text('target'),
        hostname: fields.text('hostname'),
        tags: fields.texts('tags'),
        paths: fields.texts('paths'),
        complete: fields.boolean('complete'),
        encryption,
        stored: { bytes: fields.number('stored_bytes'), sha256: fields.hash('stored_sha256') },
        tar: { bytes: fields.number('tar_bytes'), sha256: fields.hash('tar_sha256') },
        files: fields.number('files'),
        folders: fields.number('folders'),
        others: fields.number('others'),
        contentBytes: fields.number('content_bytes'),
        dumps: fields.list('dumps').map((dump) => dumpOf(new Fields(dump, id))),
        problemCounts: fields.record('problem_counts', 'number'),
        tools: fields.record('tools', 'string'),
    };
}
function dumpOf(fields) {
    return {
        path: fields.text('path'),
        bytes: fields.number('bytes'),
        sha256: fields.hash('sha256'),
        entries: fields.number('entries'),
    };
}
function encryptionOf(fields) {
    const encryption = new Fields(fields.value('encryption'), fields.id);
    const kind = encryption.text('kind');
    if (kind === 'recipients')
        return { kind, recipients: encryption.texts('recipients') };
    if (kind === 'passphrase' || kind === 'none')
        return { kind };
    throw damaged(fields.id, `its encryption is ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(JSON.stringify(kind))}, which nobody knows`);
}
function parsed(bytes, id) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch (cause) {
        throw damaged(id, 'it is no JSON', cause);
    }
}
/** Members of an object of JSON, each proved to be what it must be. */
class Fields {
    id;
    #members;
    constructor(value, id) {
        this.id = id;
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            throw damaged(id, 'an object is missing');
        this.#members = value;
    }
    value(name) {
        return Object.hasOwn(this.#members, name) ? this.#members[name] : undefined;
    }
    text(name) {
        const value = this.value(name);
        if (typeof value === 'string')
            return value;
        throw damaged(this.id, `its ${name} is no text`);
    }
    boolean(name) {
        const value = this.value(name);
        if (typeof value === 'boolean')
            return value;
        throw damaged(this.id, `its ${name} is neither true nor false`);
    }
    number(name) {
        const value = this.value(name);
        if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
            return value;
        throw damaged(this.id, `its ${name} is no whole number`);
    }
    hash(name) {
        const value = this.text(name);
        if (/^[0-9a-f]{64}$/.test(value))
            return value;
        throw damaged(this.id, `its ${name} is no SHA-256`);
    }
    time(name) {
        try {
            return (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTime */ .pe)(this.text(name));
        }
        catch (cause) {
            throw damaged(this.id, `its ${name} is no time`, cause);
        }
    }
    list(name) {
        const value = this.value(name);
        if (Array.isArray(value))
            return value;
        throw damaged(this.id, `its ${name} is no list`);
    }
    texts(name) {
        return this.list(name).map((value) => {
            if (typeof value === 'string')
                return value;
            throw damaged(this.id, `its ${name} holds what is no text`);
        });
    }
    record(name, type) {
        const value = this.value(name);
        if (typeof value === 'object' &&
            value !== null &&
            Object.values(value).every((member) => typeof member === type))
            return { ...value };
        throw damaged(this.id, `its ${name} isn't as it must be`);
    }
}
function damaged(id, actual, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('archive-damaged', `Cannot use the manifest of the archive "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(id)}": ${actual}.`, { cause });
}


/***/ }),

/***/ 16207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $q: () => (/* binding */ parseName),
/* harmony export */   Bf: () => (/* binding */ archiveFile),
/* harmony export */   Jm: () => (/* binding */ timeMsOf),
/* harmony export */   YE: () => (/* binding */ manifestFile),
/* harmony export */   cC: () => (/* binding */ mayBeOf),
/* harmony export */   nR: () => (/* binding */ timeOf),
/* harmony export */   qU: () => (/* binding */ newArchiveId),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
/* unused harmony exports SEALED_SUFFIX, PLAIN_SUFFIX */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/**
 * Names in a store: `<target>-<host>.<YYYYMMDDTHHMMSSZ>.<8 random hex digits>`, the archive's ID, with `.tar.zst.age` (or
 * `.tar.zst` for one that isn't encrypted) for the archive and `.manifest.json` for its manifest. No colon, no space: it
 * must be a file on any system and the name of a GitHub artifact.
 */
const MANIFEST_SUFFIX = '.manifest.json';
const SEALED_SUFFIX = '.tar.zst.age';
const PLAIN_SUFFIX = '.tar.zst';
const ID_PATTERN = /^[A-Za-z0-9_-][A-Za-z0-9._-]*\.\d{8}T\d{6}Z\.[0-9a-f]{8}$/;
/** What of a target's or a host's name stands in an ID; the manifest has it whole. */
const MAX_PART_LENGTH = 60;
function newArchiveId({ target, hostname, timeNs, }) {
    const time = new Date(Number(timeNs / 1000000n))
        .toISOString()
        .replace(/\.\d+/, '')
        .replaceAll(/[-:]/g, '');
    return `${partOf(target)}-${partOf(hostname)}.${time}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}`;
}
/** Whether it can be the ID of an archive of that target and host, where its manifest doesn't say. Null: any. */
function mayBeOf(id, { target, host }) {
    const isOfTarget = target === null || id.startsWith(`${partOf(target)}-`);
    return isOfTarget && (host === null || id.includes(`-${partOf(host)}.`));
}
function partOf(name) {
    const plain = name.replaceAll(/[^A-Za-z0-9._-]/g, '_').slice(0, MAX_PART_LENGTH);
    return plain.replace(/^[.-]/, '_') || '_';
}
function archiveFile(id, isSealed) {
    return `${id}${isSealed ? SEALED_SUFFIX : PLAIN_SUFFIX}`;
}
function manifestFile(id) {
    return `${id}${MANIFEST_SUFFIX}`;
}
/** Null for names that aren't of an archive of ours. */
function parseName(name) {
    for (const [suffix, is] of [
        [MANIFEST_SUFFIX, 'manifest'],
        [SEALED_SUFFIX, 'archive'],
        [PLAIN_SUFFIX, 'archive'],
    ]) {
        const id = name.endsWith(suffix) ? name.slice(0, -suffix.length) : '';
        if (ID_PATTERN.test(id))
            return { id, is };
    }
    return null;
}
/** The time in an ID, `YYYYMMDDTHHMMSSZ`, which rises as a text does. */
function timeOf(id) {
    return id.split('.').at(-2) ?? '';
}
/** The same in milliseconds since 1970; NaN if there is no such time. */
function timeMsOf(id) {
    const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(timeOf(id)) ?? [];
    const [, year, month, day, hour, minute, second] = parts;
    return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
/** `<target>-<host>` of an ID: the same for all archives of a target, although those of another may have it, too. */
function originOf(id) {
    return id.split('.').slice(0, -2).join('.');
}


/***/ }),

/***/ 90456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findArchives: () => (/* binding */ findArchives),
/* harmony export */   idOf: () => (/* binding */ idOf),
/* harmony export */   resolveArchive: () => (/* binding */ resolveArchive)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _repository_future_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20750);
/* harmony import */ var _archive_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23833);
/* harmony import */ var _archive_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16207);





/** Manifests read at once. */
const READ_AT_ONCE = 8;
/**
 * All archives of a store, oldest first; those without a manifest last.
 * @throws What the store throws.
 */
async function findArchives(store, signal) {
    const found = await Array.fromAsync(readAll(store, [...(await namesIn(store, signal))], signal));
    const time = ({ manifest }) => manifest?.timeNs ?? null;
    return found.sort((a, b) => compareTimes(time(a), time(b)) || (a.id < b.id ? -1 : 1));
}
async function namesIn(store, signal) {
    const byId = new Map();
    for await (const stored of store.list(signal)) {
        const parsed = (0,_archive_name_js__WEBPACK_IMPORTED_MODULE_0__/* .parseName */ .$q)(stored.name);
        if (parsed === null)
            continue;
        const names = byId.get(parsed.id) ?? { archives: [], manifests: 0 };
        byId.set(parsed.id, names);
        if (parsed.is === 'manifest')
            names.manifests++;
        else
            names.archives.push(stored);
    }
    return byId;
}
/** In the order of `named`, some at a time: who has found what was wanted reads no further. */
async function* readAll(store, named, signal) {
    for (let start = 0; start < named.length; start += READ_AT_ONCE) {
        const batch = named.slice(start, start + READ_AT_ONCE);
        yield* await Promise.all(batch.map(([id, names]) => read(store, id, names, signal)));
    }
}
function compareTimes(a, b) {
    if (a === null || b === null)
        return Number(a === null) - Number(b === null);
    return a < b ? -1 : Number(a > b);
}
async function read(store, id, { archives, manifests }, signal) {
    const [file = null, second] = archives;
    const unread = { id, file, manifest: null, unfinished: false };
    if (manifests > 1)
        return { ...unread, fault: 'it has two manifests' };
    if (second !== undefined)
        return { ...unread, file: null, fault: 'two files go by its name, one of them encrypted' };
    if (manifests === 0) {
        const fault = 'it has no manifest: it is not whole, or still being written';
        return { ...unread, unfinished: true, fault };
    }
    try {
        const manifest = await loadManifest(store, id, signal);
        return { ...unread, manifest, fault: faultOf(file, manifest) };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E) || error.code !== 'archive-damaged')
            throw error;
        return { ...unread, fault: error.message.replace(/\.$/, '') };
    }
}
function faultOf(file, manifest) {
    if (file === null)
        return 'only its manifest is there';
    const { bytes } = manifest.stored;
    return file.sizeBytes === bytes
        ? null
        : `it has ${file.sizeBytes} bytes, expected ${bytes} by its manifest`;
}
async function loadManifest(store, id, signal) {
    const parts = [];
    let sizeBytes = 0;
    for await (const part of store.get((0,_archive_name_js__WEBPACK_IMPORTED_MODULE_0__/* .manifestFile */ .YE)(id), signal)) {
        sizeBytes += part.length;
        if (sizeBytes > _archive_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_ARCHIVE_MANIFEST_BYTES */ .GS) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('archive-damaged', `Cannot use the manifest of the archive "${id}": it has more than ${_archive_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_ARCHIVE_MANIFEST_BYTES */ .GS} bytes.`);
        }
        parts.push(Buffer.from(part));
    }
    return (0,_archive_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeArchiveManifest */ .iz)(Buffer.concat(parts), id);
}
/**
 * The one archive that `spec` means: an ID, the SHA-256 of what is stored, the beginning of one, or `latest`: the newest complete one.
 *
 * @throws HoldfastError archive-missing, bad-input (several), archive-damaged if it can't be restored, or a newer one than `latest` can't.
 */
async function resolveArchive(store, spec, filter, signal) {
    const named = await namesIn(store, signal);
    const found = spec === 'latest' ? await latestOf(store, named, filter, signal) : await byId(store, named, spec, signal);
    if (found === null)
        throw missing(store, spec, named.size);
    const { manifest, file, fault } = found;
    if (fault !== null || manifest === null || file === null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('archive-damaged', `Cannot use the archive "${found.id}" in "${store.location}": ${fault}. Take another archive.`);
    }
    return { ...found, manifest, file };
}
/**
 * By the times in the IDs, which are the manifests': the newest first, so that few manifests are read. One that was cut off before its
 * manifest was written was never there; but a damaged one is: nobody is given an older one in its place without a word.
 */
async function latestOf(store, named, filter, signal) {
    const newestFirst = [...named].sort(([a], [b]) => ((0,_archive_name_js__WEBPACK_IMPORTED_MODULE_0__/* .timeOf */ .nR)(a) < (0,_archive_name_js__WEBPACK_IMPORTED_MODULE_0__/* .timeOf */ .nR)(b) ? 1 : -1));
    for await (const found of readAll(store, newestFirst, signal)) {
        const { manifest, fault, unfinished } = found;
        if (unfinished || manifest?.complete === false || !fits(found, filter))
            continue;
        if (fault !== null || manifest === null)
            throw damagedLatest(store, found);
        return notFromFuture(found, manifest);
    }
    return null;
}
function fits({ id, manifest }, filter) {
    if (manifest === null)
        return (0,_archive_name_js__WEBPACK_IMPORTED_MODULE_0__/* .mayBeOf */ .cC)(id, filter);
    const { target, host } = filter;
    return (target === null || manifest.target === target) && (host === null || manifest.hostname === host);
}
function damagedLatest({ location }, { id, fault }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('archive-damaged', `Cannot tell which archive in "${location}" is the latest: "${id}" is newer than those that are whole, and can't be used: ` +
        `${fault}. Find out what befell it; if an older one will do, name it by its ID ("holdfast archives" lists them).`);
}
/** A forged one would be `latest` for ever, whatever is backed up after it. It is found by the time in its ID, which may be another. */
function notFromFuture(found, manifest) {
    const idMs = (0,_archive_name_js__WEBPACK_IMPORTED_MODULE_0__/* .timeMsOf */ .Jm)(found.id);
    const idNs = Number.isNaN(idMs) ? NEVER_NS : BigInt(idMs) * 1000000n;
    const timeNs = idNs > manifest.timeNs ? idNs : manifest.timeNs;
    if (!(0,_repository_future_js__WEBPACK_IMPORTED_MODULE_3__/* .isFromFuture */ .S5)(timeNs))
        return found;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('archive-missing', `Cannot find the archive "latest": ${(0,_repository_future_js__WEBPACK_IMPORTED_MODULE_3__/* .futureProblem */ .VC)(`"${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)(found.id)}"`, timeNs)}, and name one by its ID.`);
}
/** Later than all that a Date can say. */
const NEVER_NS = 10n ** 30n;
async function byId(store, named, spec, signal) {
    const id = idOf([...named].map(([one, { archives }]) => ({ id: one, files: archives })), spec);
    if (id === null)
        return bySha256(store, named, spec, signal);
    const names = named.get(id);
    return names === undefined ? null : read(store, id, names, signal);
}
/** By the sum of what is stored, which is an archive's snapshot-id in outputs, or its beginning. @throws HoldfastError bad-input. */
async function bySha256(store, named, spec, signal) {
    if (!/^[0-9a-f]{8,64}$/i.test(spec))
        return null;
    let fitting = null;
    for await (const found of readAll(store, [...named], signal)) {
        if (found.manifest?.stored.sha256.startsWith(spec.toLowerCase()) !== true)
            continue;
        if (fitting !== null)
            throw ambiguous(spec);
        fitting = found;
    }
    return fitting;
}
/** The one ID that `spec` is, or the file of, or the beginning of; null: there is none. @throws HoldfastError bad-input. */
function idOf(archives, spec) {
    const exact = archives.filter(({ id, files }) => id === spec || files.some(({ name }) => name === spec));
    const fitting = exact.length > 0 ? exact : archives.filter(({ id }) => id.startsWith(spec));
    const [first, second] = fitting;
    if (second === undefined)
        return first?.id ?? null;
    throw ambiguous(spec);
}
function ambiguous(spec) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot tell which archive ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)(JSON.stringify(spec))} is: the IDs of several begin so. Give more of it.`);
}
function missing(store, spec, count) {
    const which = spec === 'latest'
        ? 'no complete archive is there that fits'
        : `no archive's ID begins with ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)(JSON.stringify(spec))}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('archive-missing', `Cannot find the archive in "${store.location}": ${which} (${count} there). List them with "holdfast archives".`);
}


/***/ }),

/***/ 74347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  forgetArchives: () => (/* binding */ forgetArchives)
});

// EXTERNAL MODULE: ./build/amounts.js
var amounts = __webpack_require__(95209);
// EXTERNAL MODULE: ./build/archive/archive-name.js
var archive_name = __webpack_require__(16207);
// EXTERNAL MODULE: ./build/archive/find-archives.js
var find_archives = __webpack_require__(90456);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/failure-text.js
var failure_text = __webpack_require__(53272);
// EXTERNAL MODULE: ./build/retention/freeze.js
var freeze = __webpack_require__(52154);
// EXTERNAL MODULE: ./build/retention/item.js
var retention_item = __webpack_require__(1298);
// EXTERNAL MODULE: ./build/operations/forget/archive-items.js
var archive_items = __webpack_require__(63986);
// EXTERNAL MODULE: ./build/operations/forget/by-policy.js
var by_policy = __webpack_require__(50075);
// EXTERNAL MODULE: ./build/operations/forget/named.js
var named = __webpack_require__(86252);
// EXTERNAL MODULE: ./build/operations/forget/options.js
var forget_options = __webpack_require__(27323);
// EXTERNAL MODULE: ./build/operations/forget/remove-each.js
var remove_each = __webpack_require__(58659);
// EXTERNAL MODULE: ./build/retention/plan.js
var plan = __webpack_require__(89498);
;// CONCATENATED MODULE: ./build/operations/forget/unfinished-archives.js




/** What has no manifest for so long is nobody's work any more: no archive takes as long, nor does bringing one elsewhere. */
const UNFINISHED_AFTER_MS = 7 * 86_400_000;
/** As an item, of which its ID alone tells. */
function unfinishedItem(found) {
    const timeMs = (0,archive_name/* timeMsOf */.Jm)(found.id);
    return {
        noun: 'archive',
        id: found.id,
        found,
        formerIds: [],
        timeNs: Number.isNaN(timeMs) ? 0n : BigInt(timeMs) * 1000000n,
        zoneSeconds: 0,
        tags: [],
        hostname: '',
        target: null,
        paths: [],
        complete: false,
        leftover: true,
        keptBecause: null,
        sizeBytes: found.file?.sizeBytes ?? null,
        fileCount: null,
    };
}
/** Whether it may still be written, or be on its way here: by its ID, and by when its file came, as far as the store says it. */
function isYoung({ id, file }, nowMs) {
    const isOld = (ms) => nowMs - ms > UNFINISHED_AFTER_MS;
    // What has no such time isn't older than anything.
    return !isOld((0,archive_name/* timeMsOf */.Jm)(id)) || (file !== null && file.storedMs !== null && !isOld(file.storedMs));
}
/**
 * What becomes of archives without a manifest: no policy's business, for nobody knows whose they are, but for what the
 * beginnings of their IDs say. One goes when it is old, and a complete one with the same beginning, of no frozen target,
 * came after it: where manifests were lost, nothing that may be the last is.
 * @param seen.selected Those that the policy is applied to: what none of them has the beginning of isn't looked at.
 */
function planUnfinished(found, seen) {
    const origins = new Set(seen.selected.map(({ id }) => (0,archive_name/* originOf */.yv)(id)));
    const { notAfterNs } = seen.filter;
    const isNarrow = (0,forget_options.narrows)(seen.filter) || notAfterNs !== undefined;
    const unfinished = found
        .filter((one) => one.unfinished && (!isNarrow || origins.has((0,archive_name/* originOf */.yv)(one.id))))
        .map(unfinishedItem)
        .filter(({ timeNs }) => notAfterNs === undefined || timeNs <= notAfterNs);
    if (unfinished.length === 0)
        return [];
    const holds = new Set(seen.frozen.filter(({ overridden }) => !overridden).map(({ name }) => name));
    const ofOrigin = Map.groupBy(seen.items, ({ id }) => (0,archive_name/* originOf */.yv)(id));
    const decisions = unfinished.toSorted(retention_item/* newestFirst */.l).map((one) => {
        const keep = whyKept(one, ofOrigin.get((0,archive_name/* originOf */.yv)(one.id)) ?? [], holds, seen.nowMs);
        const others = [keep ?? 'without a manifest, and a complete archive came after it'];
        return { item: one, keep: keep !== null, matches: [], others };
    });
    const key = { hostname: null, target: null, paths: null, tags: null };
    return [{ key, title: 'without a manifest', decisions, keepsNone: false }];
}
function whyKept(one, siblings, holds, nowMs) {
    if (isYoung(one.found, nowMs))
        return 'without a manifest, but not 7 days old: it may still be written';
    if (siblings.some((item) => holds.has((0,plan/* targetName */.je)(item))))
        return 'frozen with its target';
    const after = siblings.some((item) => item.complete && (0,retention_item/* newestFirst */.l)(item, one) < 0);
    return after ? null : 'without a manifest, but no complete archive came after it';
}

;// CONCATENATED MODULE: ./build/operations/forget-archives.js














/**
 * Removes archives: those that are named, or those that the policy doesn't keep, and what cut-off runs left. A store has no
 * lock: what is being written has no manifest, and is left alone.
 *
 * @throws HoldfastError bad-input, archive-missing, cancelled; archive-damaged if a manifest can't be read: that archive may
 *   be the newest. Nothing was removed then, except after cancelled. What the store throws when it is listed and read.
 */
async function forgetArchives(store, options, reporter, signal) {
    const kind = (0,forget_options.kindOf)(options, 'archive');
    const found = await (0,find_archives.findArchives)(store, signal);
    (0,archive_items/* requireReadable */.CM)(found, store.location);
    if (found.length === 0 && kind !== 'named')
        throw noneThere(store.location);
    const plan = makePlan(found, kind, options);
    if (kind !== 'named' && plan.groups.length === 0)
        reporter.onWarning(noneSelected(found));
    const items = new Map((0,by_policy/* removalOrder */.V)(plan).map((item) => [item.id, item.found]));
    const remove = (id, until) => removeArchive(store, items.get(id), until);
    const removal = options.dryRun
        ? remove_each/* NOTHING_REMOVED */.V
        : await (0,remove_each/* removeEach */.O)([...items.keys()], remove, {
            phase: 'removing-archives',
            lock: null,
            reporter,
            signal,
            onRemoved: options.onRemoved,
        });
    return { noun: 'archive', kind, dryRun: options.dryRun, ...plan, ...removal, locks: null, prune: null };
}
function makePlan(found, kind, options) {
    const items = (0,archive_items/* archiveItems */.bs)(found);
    const { nowNs = BigInt(Date.now()) * 1000000n, filter } = options;
    const seen = { items, verified: new Set(), clock: { nowNs }, isReleased: () => false };
    if (kind === 'named')
        return (0,named/* planNamed */.H)(namedItems(found, items, options, nowNs), options.despite, seen);
    const selected = items.filter((item) => (0,archive_items/* isSelected */.sp)(item, filter));
    const plan = (0,by_policy/* planByPolicy */.b)({ ...options, ...seen, isSelected: (item) => (0,archive_items/* isSelected */.sp)(item, filter) });
    const unfinished = planUnfinished(found, {
        items,
        selected,
        filter,
        frozen: plan.frozen,
        nowMs: Number(nowNs / 1000000n),
    });
    return { ...plan, groups: [...plan.groups, ...unfinished] };
}
/** By their IDs, the beginnings of those, or as latest. @throws HoldfastError archive-missing, bad-input. */
function namedItems(found, items, { specs, filter }, nowNs) {
    const all = [...items, ...found.filter(({ unfinished }) => unfinished).map(unfinishedItem)];
    const names = found.map(({ id, file }) => ({ id, files: file === null ? [] : [file] }));
    const named = specs.map((spec) => {
        const id = spec === 'latest' ? latestOf(items, filter, nowNs) : spec === '' ? null : (0,find_archives.idOf)(names, spec);
        const item = all.find((one) => one.id === id);
        if (item === undefined)
            throw missing(spec, found.length);
        if (item.found.unfinished && isYoung(item.found, Number(nowNs / 1000000n)))
            throw stillWritten(item);
        return item;
    });
    return [...new Set(named)];
}
function latestOf(items, filter, nowNs) {
    const fitting = items.filter((item) => item.complete && !(0,freeze/* isAhead */.Y0)(item, nowNs) && (0,archive_items/* isSelected */.sp)(item, filter));
    return fitting.sort(retention_item/* newestFirst */.l)[0]?.id ?? null;
}
/** Its manifest first, which is the mark that it is whole: nobody takes for whole what is about to go. */
async function removeArchive(store, found, signal) {
    if (found === undefined)
        return;
    const { id, file, unfinished } = found;
    if (!unfinished)
        await store.remove((0,archive_name/* manifestFile */.YE)(id), signal);
    if (file === null)
        return;
    try {
        await store.remove(file.name, signal);
    }
    catch (error) {
        if (unfinished || (0,errors/* asHoldfastError */.C)(error)?.code === 'cancelled')
            throw error;
        throw new errors/* HoldfastError */.E('backend-failed', // whatever it was: it isn't retained as it is
        `${(0,failure_text/* failureText */.k)(error)} Its manifest is gone already: what is left goes by a later run, or by its ID, once it is older than 7 days.`, { cause: error });
    }
}
/** A retention of the wrong place would never remove anything, and nobody would know. */
function noneThere(location) {
    return new errors/* HoldfastError */.E('archive-missing', `Cannot forget archives in "${location}": there is none, expected one at least. Name the place that they are in. If ` +
        'the first is still to come, run this again then.');
}
/** Nor would one of a mistyped name. */
function noneSelected(found) {
    const names = found.flatMap(({ manifest }) => manifest === null ? [] : [`"${(0,bytestring.displayText)(manifest.target)}" of "${(0,bytestring.displayText)(manifest.hostname)}"`]);
    const known = [...new Set(names)].sort().slice(0, SHOWN_NAMES).join(', ');
    return `Nothing is chosen to be kept or removed: none of ${(0,amounts.formatCounted)(found.length, 'archive')} matches; there are some of ${known}.`;
}
/** So many applications are named where none matches. */
const SHOWN_NAMES = 5;
function missing(spec, count) {
    const which = spec === 'latest' ? 'no complete one is there that fits' : 'no ID begins so, and no file has that name';
    return new errors/* HoldfastError */.E('archive-missing', `Cannot forget the archive ${(0,bytestring.displayText)(JSON.stringify(spec))}: ${which} (${count} are there). Nothing was removed. ` +
        'List them with "holdfast archives".');
}
function stillWritten({ id }) {
    return new errors/* HoldfastError */.E('bad-input', `Cannot forget archive ${id}: it has no manifest, and may still be written, expected one that is older than 7 days. ` +
        'Nothing was removed. Try again when it is.');
}


/***/ }),

/***/ 44863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  forget: () => (/* binding */ forget)
});

// EXTERNAL MODULE: ./build/repository/find-snapshot.js
var find_snapshot = __webpack_require__(75207);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/repository/retention-locks.js + 1 modules
var retention_locks = __webpack_require__(73687);
// EXTERNAL MODULE: ./build/operations/progress.js
var progress = __webpack_require__(72120);
;// CONCATENATED MODULE: ./build/operations/extend-locks.js



/**
 * Extends the storage's locks (S3 Object Lock) on all that `kept` snapshots need, where less than half of the days is left.
 * To be called once what isn't kept is forgotten: what only that needs keeps the lock that it has, which then ends.
 *
 * @throws HoldfastError bad-input where the storage isn't asked to lock; repository-damaged when something isn't there or is
 *   hidden, once all else is locked; no-permission, cancelled, and what the backend throws.
 */
async function extendLocks(repository, kept, reporter, signal) {
    reporter.onProgress({ ...progress/* IDLE */.n, phase: 'loading-index' });
    await repository.loadIndex(signal);
    const needed = { trees: kept.map(({ snapshot }) => snapshot.tree), snapshots: kept.map(({ id }) => id) };
    const onHeld = ({ kept, extended }) => reporter.onProgress({ ...progress/* IDLE */.n, phase: 'checking', filesDone: kept + extended });
    const counts = await (0,retention_locks/* holdNeeded */.B)(repository, needed, { signal, onHeld });
    if (counts !== null)
        return counts;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot extend locks in "${repository.location}": none are asked for, expected --object-lock with its days.`);
}

// EXTERNAL MODULE: ./build/operations/forget/by-policy.js
var by_policy = __webpack_require__(50075);
// EXTERNAL MODULE: ./build/operations/forget/named.js
var named = __webpack_require__(86252);
// EXTERNAL MODULE: ./build/operations/forget/options.js
var forget_options = __webpack_require__(27323);
;// CONCATENATED MODULE: ./build/operations/forget/release.js

/** Enough digits to mean one snapshot for as long as the configuration holds that names it. */
const MIN_DIGITS = 8;
/**
 * The snapshots that were to stay until that is taken back, and for which it is. One that isn't there any more is told:
 * the list may lag behind.
 * @throws HoldfastError bad-input for what is no ID, or the beginning of several.
 */
function releasedItems(items, ids, reporter) {
    const released = new Set();
    for (const id of ids) {
        const found = items.filter((item) => [item.id, ...item.formerIds].some((own) => own.startsWith(id)));
        if (!isIdStart(id) || found.length > 1)
            throw notOne(id, found.length);
        const [item] = found;
        if (item === undefined)
            reporter.onInfo(`Snapshot ${id}, which is released, is not there any more.`);
        else if (item.keptBecause === null)
            reporter.onInfo(`Snapshot ${id} is released, but nothing kept it.`);
        else
            released.add(item);
    }
    return released;
}
function isIdStart(id) {
    return /^[0-9a-f]{1,64}$/.test(id) && id.length >= MIN_DIGITS;
}
function notOne(id, found) {
    const actual = isIdStart(id) ? `${found} snapshots begin so` : 'it is no such ID';
    return new errors/* HoldfastError */.E('bad-input', `Cannot release snapshot ${JSON.stringify(id)}: ${actual}, expected the ID of one, or at least ${MIN_DIGITS} digits of it.`);
}

// EXTERNAL MODULE: ./build/operations/forget/remove-each.js
var remove_each = __webpack_require__(58659);
// EXTERNAL MODULE: ./build/operations/forget/snapshot-items.js
var snapshot_items = __webpack_require__(32240);
;// CONCATENATED MODULE: ./build/operations/forget/verified-snapshots.js
/** Where there have been no drills. */
const NONE_VERIFIED = { ids: async () => new Set() };

// EXTERNAL MODULE: ./build/operations/take-lock.js
var take_lock = __webpack_require__(18270);
;// CONCATENATED MODULE: ./build/operations/forget.js










/**
 * Removes snapshots: those that are named, or those that the policy doesn't keep. Only their files in `snapshots/`; what
 * they held is removed by prune.
 *
 * The exclusive lock is held from before the snapshots are listed until the last is removed: no backup runs meanwhile,
 * and none is decided upon that wasn't seen.
 *
 * @throws HoldfastError bad-input, snapshot-missing, locked, lock-lost, cancelled; repository-damaged if a snapshot can't
 *   be read: it may be the newest, and a damaged repository is none to remove things from. Nothing was removed then,
 *   except after lock-lost and cancelled.
 */
async function forget(repository, options, reporter, signal) {
    const kind = (0,forget_options.kindOf)(options);
    const lock = options.noLock ? null : await (0,take_lock/* lockExclusive */.U)(repository, options, reporter, signal);
    try {
        const guarded = lock === null ? signal : AbortSignal.any([signal, lock.lost]);
        const plan = await makePlan(repository, kind, options, { reporter, signal: guarded });
        const ids = (0,by_policy/* removalOrder */.V)(plan).map(({ id }) => id);
        const removal = options.dryRun
            ? remove_each/* NOTHING_REMOVED */.V
            : await (0,remove_each/* removeEach */.O)(ids, (id, until) => repository.files.remove('snapshot', id, until), {
                ...options,
                phase: 'removing-snapshots',
                lock,
                reporter,
                signal: guarded,
            });
        const forgotten = new Set(options.dryRun ? ids : removal.removed);
        const locks = options.extendLocks && !options.dryRun
            ? await extendLocks(repository, await (0,find_snapshot.findSnapshots)(repository, {}, { signal: guarded }), reporter, guarded)
            : null;
        const prune = await pruneAfter(repository, options, { forgotten, removal }, { reporter, signal: guarded });
        return { noun: 'snapshot', kind, dryRun: options.dryRun, ...plan, ...removal, locks, prune };
    }
    finally {
        await lock?.release();
    }
}
async function makePlan(repository, kind, options, { reporter, signal }) {
    const items = (await (0,find_snapshot.findSnapshots)(repository, {}, { signal })).map(snapshot_items/* snapshotItem */.A);
    const { nowNs = BigInt(Date.now()) * 1000000n } = options;
    const verified = await (options.verified ?? NONE_VERIFIED).ids(repository, signal);
    const released = releasedItems(items, options.release, reporter);
    const seen = { items, verified, clock: { nowNs }, isReleased: (item) => released.has(item) };
    if (kind === 'named')
        return (0,named/* planNamed */.H)(await namedItems(repository, options, items, signal), options.despite, seen);
    const isSelected = ({ stored }) => (0,find_snapshot.matches)(stored.snapshot, options.filter);
    if (!items.some(isSelected))
        reporter.onWarning(noneSelected(items, options.filter));
    return (0,by_policy/* planByPolicy */.b)({ ...options, ...seen, isSelected });
}
/** A retention with a mistyped name would never remove anything, and nobody would know. */
function noneSelected(items, filter) {
    const all = items.map(({ stored }) => stored);
    return `Nothing is chosen to be kept or removed: ${(0,find_snapshot.whyNone)(all, filter)}.`;
}
async function namedItems(repository, { specs, filter }, items, signal) {
    const ids = new Set();
    for (const spec of specs)
        ids.add((await (0,find_snapshot.resolveSnapshot)(repository, spec, filter, signal)).id);
    return items.filter(({ id }) => ids.has(id));
}
/** As restic: only if a snapshot went, and none failed to. */
async function pruneAfter(repository, { prune = null, dryRun }, { forgotten, removal }, { reporter, signal }) {
    if (prune === null || forgotten.size === 0 || removal.failed !== null)
        return null;
    return prune(repository, { dryRun, forgotten }, reporter, signal);
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

/***/ 86252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ planNamed)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _retention_item_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1298);
/* harmony import */ var _retention_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89498);



/**
 * The plan that removes what a person names: some of the items that are seen.
 * @throws HoldfastError bad-input for one that must be named with the reason why it was to stay, too.
 */
function planNamed(named, despite, seen) {
    const protections = (0,_retention_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .protectionsOf */ ._X)(seen);
    const decisions = named.map((item) => {
        const held = (protections.get(item) ?? []).find(({ reason }) => !despite.has(reason));
        if (held !== undefined)
            throw protectedFrom(item, held);
        return { item, keep: false, matches: [], others: ['named'] };
    });
    const key = { hostname: null, target: null, paths: null, tags: null };
    const group = { key, decisions, keepsNone: false };
    return { groups: [group], frozen: [] };
}
const WHAT = {
    newest: 'it is the newest complete one of its target',
    verified: 'it is the last of its target that a drill verified',
    kept: 'it was taken to be kept until that is taken back',
};
function protectedFrom({ id, noun }, { reason }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot forget ${noun} ${(0,_retention_item_js__WEBPACK_IMPORTED_MODULE_2__/* .shownId */ .f)(id)}: ${WHAT[reason]}, expected none such. Nothing was removed. If it must go, ` +
        `add --despite ${reason}.`);
}


/***/ }),

/***/ 27323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kindOf: () => (/* binding */ kindOf),
/* harmony export */   narrows: () => (/* binding */ narrows)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _retention_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89498);
/* harmony import */ var _retention_policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(418);



/**
 * What the options ask for.
 * @throws HoldfastError bad-input for those that contradict each other, ask for nothing, or for more than they may.
 */
function kindOf(options, noun = 'snapshot') {
    const { specs, filter, policy, allowRemoveAll, dryRun, noLock = false } = options;
    if (noLock && !dryRun)
        throw refused('without a lock: others may be using the repository, expected that of a dry run alone');
    const empty = (0,_retention_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .isEmptyPolicy */ .k)(policy);
    const filtered = narrows(filter);
    if (specs.length > 0) {
        if (!empty)
            throw refused(`named ${noun}s by a policy, too: expected one of them. Leave out the other`);
        if (filtered && !specs.includes('latest'))
            throw refused(`named ${noun}s by a filter, too: expected one of them. Leave out the other`);
    }
    else if (empty) {
        if (!allowRemoveAll)
            throw refused(noPolicy(noun));
        if (!filtered)
            throw refused(noFilter(noun));
    }
    const kind = specs.length > 0 ? 'named' : empty ? 'all' : 'policy';
    requireKnownReasons(options.despite, kind, noun);
    return kind;
}
function noPolicy(noun) {
    return (`anything: no policy is given, and no ${noun} is named. Say what to keep, such as keep-daily 7 and keep-weekly 4, or ` +
        `name ${noun}s by their IDs`);
}
function noFilter(noun) {
    const all = noun === 'snapshot' ? 'all snapshots of the repository' : 'all archives that are there';
    return `${all}: unsafe-allow-remove-all needs a filter by host, tag, path or application. Give one`;
}
/** What narrows by a time alone is no filter here: nearly all may be older. */
function narrows({ hosts = [], target = null, tags = [], paths = [] }) {
    return hosts.length + tags.length + paths.length > 0 || target !== null;
}
/** No policy overrides what protects single snapshots; and to name one is to know of it whatever froze its target. */
function requireKnownReasons(despite, kind, noun) {
    for (const reason of despite) {
        const protects = _retention_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .PROTECT_REASONS */ .Mq.some((one) => one === reason);
        if (kind !== 'policy' && reason === _retention_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .LOCK_REASON */ .zq)
            throw refused(`without a policy despite ${reason}: only a policy can outlast locks. Leave it out`);
        if (kind === 'named' && !protects)
            throw refused(`named ${noun}s despite ${reason}: that only freezes a policy. Leave it out`);
        const isOpen = kind === 'all' ? reason !== 'newest' : !protects;
        if (kind !== 'named' && !isOpen)
            throw refused(kind === 'all'
                ? 'all that match despite newest: they are all meant already. Leave it out'
                : `by a policy despite ${reason}: no policy removes such a one. Name it by its ID`);
    }
}
function refused(what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot forget ${what}.`);
}


/***/ }),

/***/ 1241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ outcomesOf)
/* harmony export */ });
/** Says it of each of a result's decisions. */
function outcomesOf({ dryRun, removed, retained, }) {
    const gone = new Set(removed);
    const held = new Set(retained.map(({ id }) => id));
    return ({ keep, item: { id } }) => {
        if (keep)
            return 'kept';
        if (dryRun)
            return 'would-remove';
        if (gone.has(id))
            return 'removed';
        return held.has(id) ? 'retained' : 'failed';
    };
}


/***/ }),

/***/ 58659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ removeEach),
/* harmony export */   V: () => (/* binding */ NOTHING_REMOVED)
/* harmony export */ });
/* harmony import */ var _backends_cancel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54716);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53272);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72120);




const NOTHING_REMOVED = { removed: [], retained: [], failed: null, untried: [] };
/**
 * Removes one after the other, in the order given: after each the repository or store is whole, so that it does no
 * harm to stop. What fails for one (no right to, a storage that is gone) would fail for the next.
 * @throws HoldfastError cancelled, lock-lost.
 */
async function removeEach(ids, remove, { phase, lock, reporter, signal, onRemoved }) {
    if (ids.length > 0)
        await lock?.confirmHeld();
    const removed = [];
    const retained = [];
    for (const [done, id] of ids.entries()) {
        reporter.onProgress({ ..._progress_js__WEBPACK_IMPORTED_MODULE_0__/* .IDLE */ .n, phase, filesDone: done, filesTotal: ids.length });
        (0,_backends_cancel_js__WEBPACK_IMPORTED_MODULE_1__/* .throwIfCancelled */ .dZ)(signal);
        lock?.assertHeld(); // a machine that slept may have lost it, and heard nothing yet
        try {
            await remove(id, signal);
            removed.push(id);
            onRemoved?.(id);
        }
        catch (error) {
            const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asHoldfastError */ .C)(error)?.code;
            if (code === 'cancelled' || code === 'lock-lost')
                throw error;
            const unremoved = { id, message: (0,_failure_text_js__WEBPACK_IMPORTED_MODULE_3__/* .failureText */ .k)(error) };
            if (code !== 'retained')
                return { removed, retained, failed: unremoved, untried: ids.slice(done + 1) };
            retained.push(unremoved);
        }
    }
    return { removed, retained, failed: null, untried: [] };
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


/***/ }),

/***/ 58254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LU: () => (/* binding */ describeFreeze),
/* harmony export */   N3: () => (/* binding */ describeGroup),
/* harmony export */   SZ: () => (/* binding */ groupTitle),
/* harmony export */   ff: () => (/* binding */ describeTarget),
/* harmony export */   nl: () => (/* binding */ describeReasons)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);

/** `snapshots of host db1; application wiki`. Escaped. */
function groupTitle(group, noun) {
    return `${noun}s ${group.title === undefined ? 'of ' : ''}${describeGroup(group)}`;
}
/** `host db1; application wiki`, or `all`. Escaped. */
function describeGroup({ key, title }) {
    if (title !== undefined)
        return title;
    const { hostname, target, paths, tags } = key;
    const parts = [
        ...(hostname === null ? [] : [`host ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.displayText)(hostname)}`]),
        ...(target === null ? [] : [`application ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.displayText)(target)}`]),
        ...(paths === null ? [] : [`paths ${paths.map(_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.displayText).join(', ')}`]),
        ...(tags === null ? [] : [`tags ${tags.map(_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.displayText).join(',') || '(none)'}`]),
    ];
    return parts.join('; ') || 'all';
}
/** `wiki on db1`, or the paths of a target that is no application. Escaped. */
function describeTarget({ hostname, target, paths }) {
    return `${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.displayText)(target ?? (paths ?? []).join(', '))} on ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.displayText)(hostname)}`;
}
/** What is wrong with a frozen target, and what to do. Escaped. */
function describeFreeze(frozen) {
    const { freeze, overridden } = frozen;
    const target = describeTarget(frozen);
    if (overridden)
        return `${target}: ${freeze.message}. It goes on despite ${freeze.reason}, as asked.`;
    return `Nothing of ${target} is removed: ${freeze.message}. See to it; or, if all is well, add despite ${freeze.reason}.`;
}
/** Why a snapshot is kept or removed. Escaped. */
function describeReasons({ matches, others }) {
    return [...matches, ...others].map(_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.displayText).join('; ');
}


/***/ }),

/***/ 73095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ pruneAfterForget)
/* harmony export */ });
/* harmony import */ var _operations_prune_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45251);
/* harmony import */ var _prune_figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3286);


/**
 * What `forget --prune` and the input `prune` of the action retention call once snapshots were removed, and how they show what
 * it did. This is the one place where forgetting and pruning meet.
 */
function pruneAfterForget(plan) {
    return async (repository, { dryRun, forgotten }, reporter, signal) => {
        // What is really gone needn't be ignored; and what Object Lock held is still there, and needs its data.
        const options = { ...plan, dryRun, ...(dryRun ? { ignoreSnapshots: forgotten } : {}) };
        const result = await (0,_operations_prune_js__WEBPACK_IMPORTED_MODULE_0__.prune)(repository, options, reporter, signal);
        return { lines: (0,_prune_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .pruneLines */ .O)(result, false), json: (0,_prune_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .pruneJson */ .D)(result) };
    };
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
