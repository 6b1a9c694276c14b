export const id = 7150;
export const ids = [7150,6276,663];
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

/***/ 50566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   archiveJson: () => (/* binding */ archiveJson)
/* harmony export */ });
/* harmony import */ var _repository_format_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5620);

/** What a store has of an archive, as `--json` shows it. */
function archiveJson({ id, file, manifest, fault }) {
    return {
        id,
        file: file?.name ?? null,
        size: file?.sizeBytes ?? null,
        fault,
        ...(manifest === null
            ? {}
            : {
                time: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(manifest.timeNs),
                hostname: manifest.hostname,
                target: manifest.target,
                tags: manifest.tags,
                paths: manifest.paths,
                complete: manifest.complete,
                encryption: manifest.encryption,
            }),
    };
}


/***/ }),

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

/***/ 51846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   formatLocalTime: () => (/* binding */ formatLocalTime)
/* harmony export */ });
/** `2026-11-21 10:47:54` in this machine's zone, as restic shows times. Years outside JavaScript's are shown in ns. */
function formatLocalTime(timeNs) {
    const date = new Date(Number(timeNs / 1000000n));
    if (Number.isNaN(date.getTime()))
        return `${timeNs} ns`;
    const two = (n) => String(n).padStart(2, '0');
    const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
    return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
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

/***/ 81681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tableLines: () => (/* binding */ tableLines)
/* harmony export */ });
/** Lines of a table: titles, a rule, and the rows; each column as wide as its widest cell. Cells are already escaped. */
function tableLines(columns, rows) {
    const widths = columns.map(({ title }, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
    const line = (cells) => cells
        .map((cell, i) => (columns[i]?.right ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd();
    const rule = '-'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
    return [line(columns.map(({ title }) => title)), rule, ...rows.map(line)];
}


/***/ }),

/***/ 20750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S5: () => (/* binding */ isFromFuture),
/* harmony export */   VC: () => (/* binding */ futureProblem),
/* harmony export */   h5: () => (/* binding */ shownTime)
/* harmony export */ });
/** By so much clocks of machines that take backups and of the one that reads them may differ. */
const FUTURE_TOLERANCE_NS = 10n * 60n * 1000000000n;
/** Whether something says that it was taken later than now: a clock is wrong, or somebody forged it. */
function isFromFuture(timeNs, nowNs = BigInt(Date.now()) * 1000000n) {
    return timeNs > nowNs + FUTURE_TOLERANCE_NS;
}
/** Why `latest` is not taken for it. @param what `snapshot 1234abcd`. */
function futureProblem(what, timeNs) {
    const now = new Date().toISOString().slice(0, SHOWN_CHARACTERS);
    return `the newest, ${what}, is from the future (${shownTime(timeNs)}, and by this machine’s clock it is ${now}), expected one that was taken before now. If it is this machine’s clock that is wrong, set it. Else another’s is or was, or somebody forged it: look at it, and at those before it`;
}
/** `2026-11-21T10:47`. */
const SHOWN_CHARACTERS = 16;
function shownTime(timeNs) {
    const time = new Date(Number(timeNs / 1000000n));
    return Number.isNaN(time.getTime()) ? 'far in the future' : time.toISOString().slice(0, SHOWN_CHARACTERS);
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
