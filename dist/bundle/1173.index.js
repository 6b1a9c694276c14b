export const id = 1173;
export const ids = [1173];
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

/***/ 34545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ storageAccess)
/* harmony export */ });
/* harmony import */ var _backends_storage_flags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6595);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25595);
/* harmony import */ var _settings_other_storage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30482);




/** @throws HoldfastError bad-input for a variable that isn't set, and a role that can't be assumed here. */
function storageAccess(storage, { env, onSecret, role }) {
    const read = (key) => {
        const value = storage[key];
        if (typeof value !== 'string')
            return null;
        if (!(0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretReference */ .IC)(value))
            return value;
        const variable = value.slice('env:'.length);
        const held = env[variable] ?? '';
        if (held === '')
            throw notSet(variable, key);
        if (key !== 'aws-access-key-id')
            onSecret(held);
        return held;
    };
    const region = storage['aws-region'];
    const given = {
        accessKeyId: read('aws-access-key-id'),
        secretAccessKey: read('aws-secret-access-key'),
        sessionToken: read('aws-session-token'),
        profile: storage['aws-profile'] ?? null,
        region: region ?? null,
    };
    return {
        location: storage.repository ?? storage.archives ?? '',
        password: read('password'),
        s3: {
            ...(0,_backends_storage_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStorageOptions */ .z)(storage['storage-options'] ?? [], '`storage-options`'),
            ...(0,_settings_other_storage_js__WEBPACK_IMPORTED_MODULE_2__/* .otherStorage */ .E)(given, (word) => `\`aws-${word}\``),
            ...(storage['aws-role'] === undefined
                ? {}
                : { credentials: assumed(storage['aws-role'], region, role) }),
        },
    };
}
function assumed(arn, region, role) {
    if (role !== null)
        return role(arn, region);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', 'Cannot assume the role of `aws-role` here: only a job of GitHub’s has a token for it. Run it there, with `permissions: id-token: write`.');
}
function notSet(variable, key) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', `Cannot start: the variable \`${variable}\`, which the configuration names for \`${key}\`, is not set or empty. Set it where this runs: in a workflow from a secret, elsewhere by \`export\`.`);
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
