export const id = 263;
export const ids = [263];
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

/***/ 69876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ Meter)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Counts and hashes the bytes of one stream on their way. */
class Meter {
    #hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    bytes = 0;
    async *of(stream) {
        for await (const part of stream) {
            this.#hash.update(part);
            this.bytes += part.length;
            yield part;
        }
    }
    /** Once, when the stream has ended. */
    sum() {
        return { bytes: this.bytes, sha256: this.#hash.digest('hex') };
    }
}


/***/ }),

/***/ 9007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ compress),
/* harmony export */   m: () => (/* binding */ decompress)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46466);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38522);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19473);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53648);





/** zstd's own default. With a checksum, by which whoever unpacks by hand learns of altered bytes. */
const LEVEL = 3;
/** The largest window that is taken in: what `zstd -d` takes without being told, 128 MiB. */
const MAX_WINDOW_LOG = 27;
/** `plain` as one zstd frame, as it streams. What `plain` throws is thrown. */
function compress(plain) {
    return through(plain, (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.createZstdCompress)({
        params: { [node_zlib__WEBPACK_IMPORTED_MODULE_2__.constants.ZSTD_c_compressionLevel]: LEVEL, [node_zlib__WEBPACK_IMPORTED_MODULE_2__.constants.ZSTD_c_checksumFlag]: 1 },
    }));
}
/**
 * What the zstd frames in `compressed` hold, as it streams.
 *
 * @param cannot For messages: `Cannot read the archive "…"`.
 * @throws HoldfastError archive-damaged if it is cut off, altered or no zstd at all. What `compressed` throws.
 */
async function* decompress(compressed, cannot) {
    try {
        yield* through(compressed, (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.createZstdDecompress)({ params: { [node_zlib__WEBPACK_IMPORTED_MODULE_2__.constants.ZSTD_d_windowLogMax]: MAX_WINDOW_LOG } }));
    }
    catch (error) {
        if (!isOfZstd(error))
            throw error;
        const actual = (0,_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .xU)(error) === 'Z_BUF_ERROR' ? 'it is cut off (zstd)' : 'it is altered, or no zstd (zstd)';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('archive-damaged', `${cannot}: ${actual}. Take another copy of it, or another archive.`, { cause: error });
    }
}
function isOfZstd(error) {
    return /^(ZSTD_error_|Z_)/.test((0,_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .xU)(error));
}
async function* through(source, transform) {
    const feeding = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(source, { highWaterMark: 1 }), transform);
    feeding.catch(() => { }); // met below
    try {
        for await (const part of transform)
            yield part;
        await feeding;
    }
    finally {
        transform.destroy();
    }
}


/***/ }),

/***/ 61852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ SPOILED_NAME)
/* harmony export */ });
/** Names in an archive that hold what isn't the file's, each ended by NUL: beside the manifest in it, if there are any. */
const SPOILED_NAME = 'unreadable';


/***/ }),

/***/ 30593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ArchiveContents: () => (/* binding */ ArchiveContents),
  readArchive: () => (/* binding */ readArchive)
});

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/archive/age.js + 1 modules
var age = __webpack_require__(46878);
// EXTERNAL MODULE: ./build/archive/meter.js
var meter = __webpack_require__(69876);
// EXTERNAL MODULE: ./build/archive/zstd-stream.js
var zstd_stream = __webpack_require__(9007);
;// CONCATENATED MODULE: ./build/archive/open-archive.js





/**
 * The archive's tar, as it streams: decrypted and decompressed.
 *
 * It ends normally only if both what is stored and what it holds are, byte for byte, what the manifest says: until then
 * nothing of it counts.
 *
 * @param onStored Called with how many of the stored bytes have been read so far.
 * @throws HoldfastError archive-damaged, wrong-password, cancelled, and what the store throws.
 */
async function* openArchive({ store, file, manifest, opening }, signal, onStored) {
    const cannot = `Cannot read the archive "${(0,bytestring.displayText)(manifest.id)}"`;
    const [stored, tar] = [new meter/* Meter */.k(), new meter/* Meter */.k()];
    const sealed = stored.of(store.get(file.name, signal));
    const compressed = manifest.encryption.kind === 'none' ? sealed : (0,age/* decrypt */.Yc)(sealed, opening, cannot);
    for await (const part of tar.of((0,zstd_stream/* decompress */.m)(compressed, cannot))) {
        if (tar.bytes > manifest.tar.bytes)
            throw unlike(cannot, 'its tar', tar.bytes, manifest.tar.bytes);
        onStored?.(stored.bytes);
        yield part;
    }
    compare(cannot, 'what is stored', stored.sum(), manifest.stored);
    compare(cannot, 'its tar', tar.sum(), manifest.tar);
}
function compare(cannot, what, actual, expected) {
    if (actual.bytes !== expected.bytes)
        throw unlike(cannot, what, actual.bytes, expected.bytes);
    if (actual.sha256 === expected.sha256)
        return;
    throw new errors/* HoldfastError */.E('archive-damaged', `${cannot}: ${what} has the SHA-256 ${actual.sha256}, expected ${expected.sha256} by its manifest. It was altered, or ` +
        'its manifest was. Take another copy of it, or another archive.');
}
function unlike(cannot, what, actual, expected) {
    return new errors/* HoldfastError */.E('archive-damaged', `${cannot}: ${what} has ${actual} bytes${actual > expected ? ' or more' : ''}, expected ${expected} by its manifest. It ` +
        'was altered, or its manifest was. Take another copy of it, or another archive.');
}

// EXTERNAL MODULE: ./build/files/tar/decode.js
var decode = __webpack_require__(20064);
// EXTERNAL MODULE: ./build/repository/lent-blob.js
var lent_blob = __webpack_require__(97530);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/operations/restore/holes.js
var holes = __webpack_require__(15937);
;// CONCATENATED MODULE: ./build/operations/restore-archive/chunks.js


/** As large as a repository's largest blob may be, halved: what a restore holds of a file at once. */
const CHUNK_BYTES = 4 * 1024 * 1024;
/** Cuts a member's content into the same chunks each time that it is read. */
async function* chunksOf({ content }) {
    if (Buffer.isBuffer(content)) {
        if (content.length > 0)
            yield { kind: 'data', bytes: Buffer.from(content) };
        return;
    }
    let gathered = Buffer.allocUnsafeSlow(CHUNK_BYTES);
    let filled = 0;
    const take = () => {
        const bytes = gathered.subarray(0, filled);
        gathered = Buffer.allocUnsafeSlow(CHUNK_BYTES);
        filled = 0;
        return { kind: 'data', bytes };
    };
    for await (const part of content) {
        if ('holeBytes' in part) {
            if (filled > 0)
                yield take();
            for (let left = part.holeBytes; left > 0; left -= holes/* ZERO_BLOB_BYTES */.tP)
                yield { kind: 'zeros', sizeBytes: Math.min(left, holes/* ZERO_BLOB_BYTES */.tP) };
            continue;
        }
        for (let at = 0; at < part.length;) {
            if (filled === CHUNK_BYTES)
                yield take();
            const length = Math.min(part.length - at, CHUNK_BYTES - filled);
            part.copy(gathered, filled, at, at + length);
            filled += length;
            at += length;
        }
    }
    if (filled > 0)
        yield take();
}
function idOfBytes(bytes) {
    return (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
}

// EXTERNAL MODULE: ./build/files/device-number.js
var device_number = __webpack_require__(27628);
// EXTERNAL MODULE: ./build/repository/format/blank-node.js
var blank_node = __webpack_require__(10152);
// EXTERNAL MODULE: ./build/repository/format/mode.js
var mode = __webpack_require__(41246);
// EXTERNAL MODULE: ./build/operations/archive/spoiled-name.js
var spoiled_name = __webpack_require__(61852);
// EXTERNAL MODULE: ./build/operations/backup/own-tree.js
var own_tree = __webpack_require__(68071);
// EXTERNAL MODULE: ./build/operations/progress.js
var progress = __webpack_require__(72120);
;// CONCATENATED MODULE: ./build/operations/restore-archive/blob-table.js


/**
 * Which chunks an archive holds, and where: chunks of data are numbered as they come. Some 150 bytes of memory for each
 * that is unlike all others.
 */
class BlobTable {
    #rows = new Map();
    #sizes = [];
    #first = [];
    /** Further places of chunks that come several times, rising. */
    #further = new Map();
    #zeros = new Map();
    #zeroIds = new Map();
    #count = 0;
    /** Takes note of the next chunk of data. */
    add(bytes) {
        const id = idOfBytes(bytes);
        const place = this.#count++;
        const row = this.#rows.get(id);
        if (row === undefined) {
            this.#rows.set(id, this.#sizes.length);
            this.#sizes.push(bytes.length);
            this.#first.push(place);
        }
        else {
            const further = this.#further.get(row);
            if (further === undefined)
                this.#further.set(row, [place]);
            else
                further.push(place);
        }
        return id;
    }
    /** A run of zeros, at most ZERO_BLOB_BYTES of them, which stands nowhere. */
    addZeros(sizeBytes) {
        const known = this.#zeroIds.get(sizeBytes);
        if (known !== undefined)
            return known;
        const id = sizeBytes === holes/* ZERO_BLOB_BYTES */.tP ? holes/* ZERO_BLOB */.fO : idOfBytes(new Uint8Array(sizeBytes));
        this.#zeroIds.set(sizeBytes, id);
        this.#zeros.set(id, sizeBytes);
        return id;
    }
    /** How many zeros it is, if it is nothing else. */
    zerosOf(id) {
        return this.#zeros.get(id) ?? null;
    }
    sizeOf(id) {
        const row = this.#rows.get(id);
        return row === undefined ? this.zerosOf(id) : this.#sizes[row];
    }
    /** The first place from `from` on where the chunk stands; else the first of all; null if there is none. */
    placeOf(id, from = 0) {
        const row = this.#rows.get(id);
        if (row === undefined)
            return null;
        const first = this.#first[row];
        if (first >= from)
            return first;
        return firstFrom(this.#further.get(row) ?? [], from) ?? first;
    }
}
function firstFrom(rising, from) {
    let low = 0;
    let high = rising.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (rising[middle] >= from)
            high = middle;
        else
            low = middle + 1;
    }
    return rising[low] ?? null;
}

// EXTERNAL MODULE: ./build/files/paths.js
var paths = __webpack_require__(33684);
// EXTERNAL MODULE: ./build/repository/format/node-json.js
var node_json = __webpack_require__(45392);
// EXTERNAL MODULE: ./build/repository/format/tree.js
var tree = __webpack_require__(52709);
;// CONCATENATED MODULE: ./build/operations/restore-archive/entry-tree.js







const ROOT = '';
/**
 * The folders of an archive with what is in each, put together from its members, whatever order they come in. Some 500
 * bytes of memory an entry.
 */
class EntryTree {
    #folders = new Map();
    #byId = new Map();
    /** Names of files that have several, by their number. */
    #links = new Map();
    constructor() {
        this.#folder(ROOT);
    }
    get rootId() {
        return this.#folder(ROOT).id;
    }
    /**
     * Puts `node` at `path`. Of two at one path the later one stands, as when tar unpacks them.
     * @throws HoldfastError restore-unsafe at a path that leads elsewhere. Whoever made the archive chose it.
     */
    add(path, node) {
        assertSafe(path);
        const { parent, name } = split(path);
        const { children } = this.#ensure(parent);
        children.delete(name);
        const subtree = node.type === 'dir' ? this.#folder(path).id : null;
        children.set(name, (0,node_json/* encodeNode */.Nf)({ ...node, name, subtree }));
    }
    /**
     * Gives the file at `target` the further name `path`.
     * @throws HoldfastError archive-damaged if no file is there.
     */
    link(path, target) {
        const node = this.find(target);
        if (node?.type !== 'file') {
            throw new errors/* HoldfastError */.E('archive-damaged', `Cannot restore "${(0,bytestring.display)(path)}" of the archive: it is a link to "${(0,bytestring.display)(target)}", which is no file before it. The archive was made to deceive, or by a fault.`);
        }
        this.#links.set(node.inode, (this.#links.get(node.inode) ?? 1n) + 1n);
        this.add(path, node);
        return node;
    }
    find(path) {
        const { parent, name } = split(path);
        const text = this.#folders.get(parent)?.children.get(name);
        return text === undefined ? null : (this.#decoded([text])[0] ?? null);
    }
    remove(path) {
        const { parent, name } = split(path);
        this.#folders.get(parent)?.children.delete(name);
    }
    /** The folder by its ID, its nodes in the archive's order; null if there is none. */
    load(id) {
        const folder = this.#byId.get(id);
        return folder === undefined ? null : { nodes: this.#decoded([...folder.children.values()]) };
    }
    #decoded(texts) {
        const { nodes } = (0,tree/* decodeTree */.fU)(Buffer.from(`{"nodes":[${texts.join(',')}]}\n`, 'latin1'));
        return nodes.map((node) => ({ ...node, links: this.#links.get(node.inode) ?? node.links }));
    }
    /** The folder at `path`, with an entry in the one above: an archive needn't have a member for each. */
    #ensure(path) {
        const known = this.#folders.get(path);
        if (known !== undefined)
            return known;
        const { parent, name } = split(path);
        const above = this.#ensure(parent);
        const folder = this.#folder(path);
        if (!above.children.has(name))
            above.children.set(name, (0,node_json/* encodeNode */.Nf)({ ...(0,blank_node/* blankNode */.t)(name, 'dir', 0o755), subtree: folder.id }));
        return folder;
    }
    #folder(path) {
        const known = this.#folders.get(path);
        if (known !== undefined)
            return known;
        const id = (0,external_node_crypto_.createHash)('sha256')
            .update(`folder of an archive ${this.#folders.size}`)
            .digest('hex');
        const folder = { id, children: new Map() };
        this.#folders.set(path, folder);
        this.#byId.set(id, folder);
        return folder;
    }
}
function split(path) {
    const slash = path.lastIndexOf('/');
    return {
        parent: (slash < 0 ? ROOT : path.slice(0, slash)),
        name: path.slice(slash + 1),
    };
}
function assertSafe(path) {
    const isSafe = path.length <= paths/* MAX_PATH_BYTES */.PR && path.split('/').every((name) => (0,paths/* isEntryName */.GC)(name));
    if (isSafe)
        return;
    throw new errors/* HoldfastError */.E('restore-unsafe', `Cannot restore "${(0,bytestring.display)(path.slice(0, SHOWN_BYTES))}" of the archive: its path leads elsewhere or is too long, expected names with slashes between. The archive was made to write outside its place; nothing was written.`);
}
const SHOWN_BYTES = 200;

;// CONCATENATED MODULE: ./build/operations/restore-archive/read-index.js













/** The names of files that could not be read to their end: more than any run that came to its end leaves. */
const MAX_SPOILED_BYTES = 512 * 1024 * 1024;
/**
 * Reads an archive from end to end: proves that it is whole and unaltered, and takes note of what is in it.
 *
 * @throws HoldfastError archive-damaged, wrong-password, restore-unsafe, cancelled, and what the store throws.
 */
async function readIndex(archive, reporter, signal) {
    const index = { tree: new EntryTree(), blobs: new BlobTable() };
    const spoiled = [];
    const { manifest } = archive;
    const spoiledPath = `${own_tree/* OWN_FOLDER */.w5}/${(0,bytestring.fromText)(manifest.target)}/${spoiled_name/* SPOILED_NAME */.l}`;
    const tar = openArchive(archive, signal, (bytes) => reporter.onProgress({
        ...progress/* IDLE */.n,
        phase: 'loading-index',
        bytesDone: bytes,
        bytesTotal: manifest.stored.bytes,
    }));
    let number = 0;
    try {
        for await (const member of (0,decode/* readTar */.s)(tar)) {
            number++;
            await addMember(index, member, {
                number,
                reporter,
                keep: member.header.path === spoiledPath ? spoiled : null,
            });
        }
    }
    catch (error) {
        throw asDamaged(error, manifest.id);
    }
    removeSpoiled(index, Buffer.concat(spoiled), reporter);
    return index;
}
/** What a tar says of its faults is worded for a host's. */
function asDamaged(error, id) {
    if (!(error instanceof errors/* HoldfastError */.E) || error.code !== 'command-failed')
        return error;
    return new errors/* HoldfastError */.E('archive-damaged', `Cannot read the archive "${id}": ${error.message}`, {
        cause: error,
    });
}
async function addMember({ tree, blobs }, member, { number, reporter, keep }) {
    const { header } = member;
    if (header.type === 'hardlink') {
        tree.link(header.path, header.linkTarget);
        return;
    }
    const node = nodeOf(member, number, reporter);
    if (header.type !== 'file')
        return tree.add(header.path, node);
    const content = [];
    let keptBytes = 0;
    for await (const chunk of chunksOf(member)) {
        content.push(chunk.kind === 'data' ? blobs.add(chunk.bytes) : blobs.addZeros(chunk.sizeBytes));
        if (keep === null || chunk.kind !== 'data')
            continue;
        keptBytes += chunk.bytes.length;
        if (keptBytes <= MAX_SPOILED_BYTES)
            keep.push(chunk.bytes);
    }
    tree.add(header.path, { ...node, content });
}
/** The number stands for the inode, which an archive has none of: by it names of one file are known, and its place. */
function nodeOf({ header }, number, reporter) {
    const { type, mtimeNs } = header;
    const isDevice = type === 'dev' || type === 'chardev';
    const nodeType = type === 'hardlink' ? 'file' : type;
    return {
        ...(0,blank_node/* blankNode */.t)('-', nodeType, 0),
        mode: (0,mode/* modeOf */.V)(nodeType, header.permissions),
        mtimeNs,
        atimeNs: mtimeNs,
        uid: header.uid,
        gid: header.gid,
        user: (0,bytestring.toText)(header.user) ?? '',
        group: (0,bytestring.toText)(header.group) ?? '',
        inode: BigInt(number),
        deviceId: 1n,
        links: type === 'file' ? 1n : 0n,
        sizeBytes: header.sizeBytes,
        linkTarget: type === 'symlink' ? header.linkTarget : '',
        deviceNumber: isDevice ? (0,device_number/* deviceNumber */.O)(BigInt(header.deviceMajor), BigInt(header.deviceMinor)) : 0n,
        extendedAttributes: header.extendedAttributes.filter(({ name }) => {
            if ((0,bytestring.toText)(name) !== null)
                return true;
            reporter.onWarning(`${(0,bytestring.display)(header.path)}: its attribute "${(0,bytestring.display)(name)}" isn't restored: the name isn't UTF-8`);
            return false;
        }),
    };
}
/** What is in the archive under these names isn't what the files held. */
function removeSpoiled({ tree }, names, reporter) {
    for (const name of names.toString('latin1').split('\0')) {
        if (name === '')
            continue;
        tree.remove(name);
        reporter.onWarning(`/${(0,bytestring.display)(name)}: not restored: it could not be read to its end`);
    }
}

;// CONCATENATED MODULE: ./build/operations/restore-archive/archive-contents.js






/**
 * Reads an archive once, whole, and gives it as something that a restore takes like a repository.
 *
 * Contents are then streamed from it again, in its own order where it can be: a content that stands before the last one
 * has the archive read from its beginning. What is given is compared with what the first reading found.
 *
 * @throws HoldfastError archive-damaged, wrong-password, restore-unsafe, cancelled, and what the store throws.
 */
async function readArchive(archive, reporter, signal) {
    return new ArchiveContents(archive, await readIndex(archive, reporter, signal));
}
class ArchiveContents {
    #archive;
    #index;
    /** How often the archive was begun to be read for contents. */
    passes = 0;
    constructor(archive, index) {
        this.#archive = archive;
        this.#index = index;
    }
    get folder() {
        return this.#archive.store.folder;
    }
    /** As a snapshot, whose ID is the SHA-256 of what is stored. */
    get snapshot() {
        const { manifest } = this.#archive;
        return {
            id: manifest.stored.sha256,
            snapshot: {
                timeNs: manifest.timeNs,
                parent: null,
                tree: this.#index.tree.rootId,
                paths: [...manifest.paths],
                hostname: manifest.hostname,
                username: '',
                uid: 0,
                gid: 0,
                excludes: [],
                tags: [...manifest.tags],
                original: null,
                programVersion: manifest.programVersion,
                summary: null,
            },
        };
    }
    async loadIndex() { }
    blobSize(_type, id) {
        return this.#index.blobs.sizeOf(id);
    }
    blobPlace(_type, id) {
        const offset = this.#index.blobs.placeOf(id);
        return offset === null ? null : { packOrdinal: 0, offset };
    }
    /** Equal contents stand at several places: a file's own is its member's. */
    filePlace({ inode }) {
        return { packOrdinal: 0, offset: Number(inode) };
    }
    async loadTree(id) {
        const tree = this.#index.tree.load(id);
        if (tree === null)
            throw new errors/* HoldfastError */.E('internal', `An archive has no folder ${id}.`);
        return tree;
    }
    async *lendBlobs(...asked) {
        for await (const blob of this.loadBlobs(...asked))
            yield lent_blob/* LentBlob */.R.ofOwn(blob);
    }
    async *loadBlobs(_type, ids, signal) {
        const { blobs } = this.#index;
        let pass = null;
        try {
            for await (const id of ids) {
                const zeros = blobs.zerosOf(id);
                if (zeros !== null) {
                    yield Buffer.alloc(zeros);
                    continue;
                }
                const place = blobs.placeOf(id, pass?.next ?? 0);
                if (place === null)
                    throw new errors/* HoldfastError */.E('internal', `An archive has no chunk ${id}.`);
                if (pass === null || place < pass.next) {
                    await pass?.close();
                    pass = new Pass(this.#archive, signal);
                    this.passes++;
                }
                yield await pass.read(place, id);
            }
        }
        finally {
            await pass?.close();
        }
    }
}
/** One reading of the archive, from its beginning on. */
class Pass {
    /** The number of the chunk of data that comes next. */
    next = 0;
    #chunks;
    #id;
    constructor(archive, signal) {
        this.#chunks = dataOf(archive, signal);
        this.#id = archive.manifest.id;
    }
    /** @throws HoldfastError archive-damaged if it isn't what stood there when the archive was read first. */
    async read(place, id) {
        for (;;) {
            const chunk = await this.#chunks.next();
            if (chunk.done === true)
                throw this.#altered();
            if (this.next++ < place)
                continue;
            if (idOfBytes(chunk.value) !== id)
                throw this.#altered();
            return chunk.value;
        }
    }
    async close() {
        await this.#chunks.return(undefined);
    }
    #altered() {
        return new errors/* HoldfastError */.E('archive-damaged', `Cannot read the archive "${this.#id}": it is another one than a moment ago. Somebody writes to the store, or it is failing: nothing was swapped in.`);
    }
}
async function* dataOf(archive, signal) {
    for await (const member of (0,decode/* readTar */.s)(openArchive(archive, signal))) {
        if (member.header.type !== 'file')
            continue;
        for await (const chunk of chunksOf(member))
            if (chunk.kind === 'data')
                yield chunk.bytes;
    }
}


/***/ }),

/***/ 92095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ dumpAsFile)
/* harmony export */ });
/* harmony import */ var _databases_dump_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39435);

/** What of a snapshot is a dump as a file, or all of its dumps (null). @throws HoldfastError bad-input. */
function dumpAsFile(name) {
    const pattern = name === null
        ? '*'
        : (0,_databases_dump_name_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDumpName */ .Z)(name, 'the dump’s name (such as `wiki.dump`, as the snapshot has it; the database’s own address is another setting)');
    return {
        folder: null,
        includes: [`/.holdfast/*/dumps/${pattern}`],
        iincludes: [],
        excludes: [],
        iexcludes: [],
        includeOwn: true,
    };
}


/***/ }),

/***/ 59400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseSnapshotSpec: () => (/* binding */ parseSnapshotSpec)
/* harmony export */ });
/* harmony import */ var _files_given_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34469);

/** Takes restic's `SNAPSHOT` and `SNAPSHOT:FOLDER` apart. @throws HoldfastError bad-input for a relative folder. */
function parseSnapshotSpec(text) {
    const colon = text.indexOf(':');
    if (colon < 0)
        return { snapshot: text, folder: null };
    const folder = (0,_files_given_path_js__WEBPACK_IMPORTED_MODULE_0__/* .givenPath */ .H)(text.slice(colon + 1), 'the folder of the snapshot');
    return { snapshot: text.slice(0, colon), folder: folder === '/' ? null : folder };
}


/***/ })

};
