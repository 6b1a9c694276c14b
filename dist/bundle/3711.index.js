export const id = 3711;
export const ids = [3711];
export const modules = {

/***/ 15229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   go: () => (/* binding */ ObjectPaths),
/* harmony export */   yt: () => (/* binding */ keyOfPath)
/* harmony export */ });
/* unused harmony export pathOfKey */
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/**
 * An object's name as a path in a snapshot, and back. A name is any text; a path is not: it has no empty parts, no `.` and
 * `..`, no NUL, no part of more than 255 bytes, and nothing stands below a file. So a name is cut at its slashes, and of each
 * part
 *
 * | in the name | in the path |
 * | --- | --- |
 * | `%`, NUL | `%25`, `%00` |
 * | `.` and `..` as a whole part | `%2E`, `%2E%2E` |
 * | an empty part (`a//b`, `/a`, `a/`) | `%` |
 * | 251 bytes and more | cut: a part that ends in a single `%` goes on in the one below, which is `%` where nothing is left |
 * | a part below which objects stand, when an object has just that name, too | the folder ends in `%=` |
 *
 * All other names are their own paths. A `%` of a name is always `%25`, so none of these can be taken for another.
 *
 * Every folder is all the names that begin alike: of names that come by rising bytes, those in one folder come in one piece. So where a
 * part is cut must be told by what stands before the cut alone, and not by how long the whole is.
 */
/** File systems, and so restored files, take 255 bytes: this much, the rest of a character of 4 bytes, and GOES_ON. */
const CUT_BYTES = 251;
const EMPTY_PART = '%';
const GOES_ON = '%';
const BESIDE_OBJECT = '%=';
/** @param beside The lengths of those parts of `key` (in characters, from its beginning) that are objects themselves. */
function pathOfKey(key, beside = new Set()) {
    const parts = [];
    let end = -1;
    const names = key.split('/');
    for (const [i, name] of names.entries()) {
        end += name.length + 1;
        const isFolder = i < names.length - 1;
        const suffix = isFolder && beside.has(end) ? BESIDE_OBJECT : '';
        parts.push(...cut(escaped(name), suffix));
    }
    return `/${parts.join('/')}`;
}
/** @throws HoldfastError repository-damaged for a path that no name has. */
function keyOfPath(path) {
    const names = [];
    let begun = '';
    for (const part of path.slice(1).split('/')) {
        if (part !== EMPTY_PART && part.endsWith(GOES_ON)) {
            begun += part.slice(0, -GOES_ON.length);
            continue;
        }
        const last = part.endsWith(BESIDE_OBJECT) ? part.slice(0, -BESIDE_OBJECT.length) : part;
        const whole = begun + (last === EMPTY_PART ? '' : last);
        begun = '';
        names.push(whole.replace(/%(25|00|2E)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))));
    }
    const key = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toText)(names.join('/'));
    if (key !== null && begun === '')
        return key;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('repository-damaged', `Cannot tell which object ${JSON.stringify(path)} of the snapshot is: it is no name of one as it would have been saved.`);
}
function escaped(name) {
    return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(name).replace(/[%\0]/g, (one) => (one === '%' ? '%25' : '%00'));
}
/** Never within an escape, nor within a character: what is shown of it stays readable. */
function cut(part, suffix) {
    const parts = [];
    let rest = part;
    while (rest.length >= CUT_BYTES) {
        let at = CUT_BYTES;
        const percent = rest.lastIndexOf('%', at - 1);
        if (percent > at - 3)
            at = percent + 3;
        while ((rest.charCodeAt(at) & 0xc0) === 0x80)
            at++;
        parts.push(rest.slice(0, at) + GOES_ON);
        rest = rest.slice(at);
    }
    return [...parts, asPart(rest) + suffix];
}
/** What no entry of a folder can be called. */
function asPart(rest) {
    if (rest === '')
        return EMPTY_PART;
    return rest === '.' || rest === '..' ? rest.replaceAll('.', '%2E') : rest;
}
/** Gives the paths of names that come by rising bytes, as buckets list them. Holds the names that the last one begins with. */
class ObjectPaths {
    /** Each begins with the one before. */
    #open = [];
    pathOf(key) {
        while (this.#open.length > 0 && !key.startsWith(this.#open.at(-1) ?? ''))
            this.#open.pop();
        const beside = new Set(this.#open.filter((one) => key[one.length] === '/').map((one) => one.length));
        const path = pathOfKey(key, beside);
        this.#open.push(key);
        return path;
    }
}


/***/ }),

/***/ 30423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E8: () => (/* binding */ addDump),
/* harmony export */   cG: () => (/* binding */ pieceName)
/* harmony export */ });
/* unused harmony export DUMP_ENTRY_BYTES */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _entry_header_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82734);




/** A member's size stands before its content, and nobody knows a dump's: so much of it is held until it is written. */
const DUMP_ENTRY_BYTES = 64 * 1024 * 1024;
/** By their names the shell's `*` puts them in order: 64 TiB of dump. */
const NUMBER_DIGITS = 6;
/**
 * Writes a dump as members `<path>.000000`, `<path>.000001` and so on, all of `entryBytes` but the last: `cat <path>.*`
 * gives it back. An empty one has one empty member. Memory: one entry.
 *
 * @param dump.path In the archive: no leading slash.
 * @throws What `content` throws. The archive is of no use then.
 */
async function addDump(writer, dump, content) {
    const { entryBytes = DUMP_ENTRY_BYTES } = dump;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let bytes = 0;
    let entries = 0;
    let parts = [];
    let gathered = 0;
    const write = async () => {
        if (entries >= 10 ** NUMBER_DIGITS)
            throw tooLong(dump.path);
        const path = pieceName(dump.path, entries);
        await writer.add((0,_entry_header_js__WEBPACK_IMPORTED_MODULE_1__/* .ownHeader */ .sG)(path, 'file', gathered, dump.timeNs), parts);
        entries++;
        parts = [];
        gathered = 0;
    };
    for await (const part of content) {
        hash.update(part);
        bytes += part.length;
        for (let at = 0; at < part.length;) {
            if (gathered === entryBytes)
                await write();
            const length = Math.min(part.length - at, entryBytes - gathered);
            parts.push(Buffer.from(part.subarray(at, at + length)));
            gathered += length;
            at += length;
        }
    }
    if (gathered > 0 || entries === 0)
        await write();
    return { path: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(dump.path), bytes, sha256: hash.digest('hex'), entries };
}
/** What the member number `piece` of a dump is called, from 0. */
function pieceName(path, piece) {
    return `${path}.${String(piece).padStart(NUMBER_DIGITS, '0')}`;
}
function tooLong(path) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', `Cannot put the dump "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(path)}" into an archive: it has more than ${10 ** NUMBER_DIGITS} entries of 64 MiB. Dump it in parts.`);
}


/***/ }),

/***/ 82734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ linkHeader),
/* harmony export */   Io: () => (/* binding */ entryHeader),
/* harmony export */   sG: () => (/* binding */ ownHeader)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _restore_tar_header_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5003);


const NONE = '';
const NOTHING_READ = { sizeBytes: 0n, segments: null, extendedAttributes: [], readAs: null };
/** The member that holds `entry` at its own path without the leading slash: metadata as listed, contents as read. */
function entryHeader(entry, accounts, read = NOTHING_READ) {
    const isDevice = entry.type === 'dev' || entry.type === 'chardev';
    // Who led tar elsewhere must not come to own what was read there: such a file has no name's owner either.
    const { uid, gid, permissions } = read.readAs ?? entry;
    const isAsListed = read.readAs === null;
    return {
        path: entry.path.slice(1),
        type: entry.type,
        linkTarget: entry.type === 'symlink' ? entry.linkTarget : NONE,
        permissions,
        uid,
        gid,
        user: isAsListed ? (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(accounts.users.get(uid) ?? '') : NONE,
        group: isAsListed ? (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(accounts.groups.get(gid) ?? '') : NONE,
        mtimeNs: entry.mtimeNs,
        sizeBytes: entry.type === 'file' ? read.sizeBytes : 0n,
        deviceMajor: isDevice ? (0,_restore_tar_header_js__WEBPACK_IMPORTED_MODULE_1__/* .majorOf */ .Ds)(entry.deviceNumber) : 0,
        deviceMinor: isDevice ? (0,_restore_tar_header_js__WEBPACK_IMPORTED_MODULE_1__/* .minorOf */ .Hs)(entry.deviceNumber) : 0,
        extendedAttributes: read.extendedAttributes,
        segments: entry.type === 'file' ? read.segments : null,
    };
}
/** Another name of the file in the member of `header`. */
function linkHeader(path, header) {
    return {
        ...header,
        path: path.slice(1),
        type: 'hardlink',
        linkTarget: header.path,
        sizeBytes: 0n,
        segments: null,
        extendedAttributes: [],
    };
}
/** What Holdfast adds: root's, for root alone. */
function ownHeader(path, type, sizeBytes, timeNs) {
    return {
        path,
        type,
        linkTarget: NONE,
        permissions: type === 'dir' ? 0o700 : 0o600,
        uid: 0,
        gid: 0,
        user: 'root',
        group: 'root',
        mtimeNs: timeNs,
        sizeBytes: BigInt(sizeBytes),
        deviceMajor: 0,
        deviceMinor: 0,
        extendedAttributes: [],
        segments: null,
    };
}


/***/ }),

/***/ 52044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ parseApplicationRecord)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/**
 * What a manifest says of its application; null where it was made without a profile.
 * @throws HoldfastError repository-damaged.
 */
function parseApplicationRecord(json) {
    const { application } = parsed(json);
    if (application === null || application === undefined)
        return null;
    const { profile, version, settings, facts, running } = application;
    const isRecord = [settings, facts].every((one) => typeof one === 'object' && one !== null && !Array.isArray(one));
    const isOurs = typeof profile === 'string' &&
        (version === null || typeof version === 'string') &&
        isRecord &&
        Object.values(facts).every((fact) => typeof fact === 'string') &&
        typeof running === 'boolean';
    if (isOurs)
        return application;
    throw damaged("what it says of the application can't be read");
}
function parsed(json) {
    try {
        return JSON.parse((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toText)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromBytes)(json)) ?? '');
    }
    catch (cause) {
        throw damaged('it is not JSON', cause);
    }
}
function damaged(problem, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('repository-damaged', `Cannot read the manifest of a snapshot: ${problem}.`, {
        cause,
    });
}


/***/ }),

/***/ 59042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ parseBucketRecords)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/** None in a manifest from before there were buckets. @throws HoldfastError repository-damaged. */
function parseBucketRecords(json) {
    try {
        const { buckets = [] } = JSON.parse((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toText)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromBytes)(json)) ?? '');
        if (Array.isArray(buckets) && buckets.every(isRecord))
            return buckets;
    }
    catch {
        // told below
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('repository-damaged', 'Cannot read the manifest of a snapshot: what it says of buckets can’t be read.');
}
function isRecord(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { name, location, objects, size_bytes: bytes, renamed } = value;
    return (typeof name === 'string' &&
        /^[A-Za-z0-9._-]+$/.test(name) &&
        typeof location === 'string' &&
        [objects, bytes, renamed].every((count) => typeof count === 'number'));
}


/***/ }),

/***/ 9077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ dumpRecordsOf),
/* harmony export */   G: () => (/* binding */ parseDumpRecords)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _databases_dump_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39435);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27273);




/**
 * What a snapshot's manifest says of its dumps; none where there is no manifest, or one from before there were dumps.
 * @throws HoldfastError repository-damaged for records that can't be read.
 */
async function dumpRecordsOf(repository, snapshot, target, signal) {
    const json = await (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .loadManifest */ .eY)(repository, snapshot, target, signal);
    return json === null ? [] : parseDumpRecords(json);
}
/** @throws HoldfastError repository-damaged. */
function parseDumpRecords(json) {
    let manifest;
    try {
        manifest = JSON.parse((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.toText)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromBytes)(json)) ?? '');
    }
    catch (cause) {
        throw damaged('it is not JSON', cause);
    }
    const dumps = isRecord(manifest) ? (manifest['dumps'] ?? []) : null;
    if (!Array.isArray(dumps))
        throw damaged('it has no list of dumps');
    return dumps.map(requireRecord);
}
function requireRecord(value) {
    if (!isRecord(value))
        throw damaged('a dump is no object');
    const texts = ['name', 'engine', 'format', 'tool'].map((key) => value[key]);
    const [name] = texts;
    if (texts.some((text) => typeof text !== 'string'))
        throw damaged('a dump lacks its name, engine or format');
    (0,_databases_dump_name_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDumpName */ .Z)(String(name), 'a dump’s name in the manifest');
    const isFit = typeof value['size_bytes'] === 'number' &&
        (value['database'] === null || typeof value['database'] === 'string') &&
        isTexts(value['options']) &&
        isTexts(value['warnings']) &&
        isRecord(value['restore']) &&
        isTexts(Object.values(value['restore'])) &&
        isFingerprint(value['fingerprint']);
    if (!isFit)
        throw damaged(`what it says of ${name} can't be read`);
    return value;
}
function isFingerprint(value) {
    if (value === null)
        return true;
    if (!isRecord(value) || typeof value['fingerprint_version'] !== 'number')
        return false;
    const { tables, values, schema, facts } = value;
    return (isRecord(tables) &&
        Object.values(tables).every((table) => isRecord(table) && typeof table['rows'] === 'number') &&
        [values, schema, facts].every((texts) => isRecord(texts) && isTexts(Object.values(texts))));
}
function isTexts(value) {
    return Array.isArray(value) && value.every((text) => typeof text === 'string');
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function damaged(problem, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('repository-damaged', `Cannot read the manifest of a snapshot: ${problem}.`, {
        cause,
    });
}


/***/ }),

/***/ 48743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ contentOf),
/* harmony export */   Fp: () => (/* binding */ differingHeaders),
/* harmony export */   Td: () => (/* binding */ attributesOf),
/* harmony export */   WD: () => (/* binding */ headersIn),
/* harmony export */   _E: () => (/* binding */ PART_BYTES)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/** Bytes of one request: what an object under way takes of memory, and once more for the next of it. */
const PART_BYTES = 4 * 1024 * 1024;
/** As which a node keeps what an object is kept with: JSON, `{"headers":{…},"metadata":{…}}`. None: nothing but bytes. */
const ATTRIBUTE = 'user.holdfast.object';
/** An object's bytes from the first part on; another in its place is an error (`ObjectStore.faultIn`). */
async function* contentOf(store, key, first, signal) {
    yield first.bytes;
    const { sizeBytes, tag } = first;
    for (let offset = first.bytes.length; offset < sizeBytes;) {
        const part = await store.readPart(key, { offset, lengthBytes: PART_BYTES, tag }, signal);
        offset += part.bytes.length;
        yield part.bytes;
    }
}
function attributesOf({ headers, metadata }) {
    if (Object.keys(headers).length + Object.keys(metadata).length === 0)
        return [];
    const json = JSON.stringify({ headers: sorted(headers), metadata: sorted(metadata) });
    return [{ name: ATTRIBUTE, value: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toBytes)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(json)) }];
}
/** @throws HoldfastError repository-damaged for one that isn't ours. */
function headersIn(attributes, shown) {
    const found = attributes.find(({ name }) => name === ATTRIBUTE);
    if (found === undefined)
        return { headers: {}, metadata: {} };
    try {
        const text = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toText)(Buffer.from(found.value).toString('latin1')) ?? '';
        const { headers, metadata } = JSON.parse(text);
        if (isTexts(headers) && isTexts(metadata))
            return { headers, metadata };
    }
    catch {
        // told below
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('repository-damaged', `Cannot read what the object ${shown} of the snapshot was kept with: expected JSON of ours. Run \`holdfast check --read-data\`.`);
}
/** The names of those in which two differ: `content-type`, `x-amz-meta-origin`. Empty: they are kept alike. */
function differingHeaders(one, other) {
    const differing = (a, b) => [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]).sort();
    return [
        ...differing(one.headers, other.headers),
        ...differing(one.metadata, other.metadata).map((name) => `x-amz-meta-${name}`),
    ];
}
function isTexts(value) {
    return (typeof value === 'object' &&
        value !== null &&
        Object.values(value).every((text) => typeof text === 'string'));
}
function sorted(texts) {
    return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
}


/***/ }),

/***/ 79529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ contentOfDump)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _repository_find_node_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2111);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47508);
/* harmony import */ var _archive_dump_entries_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(30423);
/* harmony import */ var _backup_own_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68071);
/* harmony import */ var _list_tree_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(45400);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72120);








/** A dump's bytes, as often as they are asked for: a file of a snapshot, or the pieces that an archive has of it. @throws HoldfastError repository-damaged. */
async function contentOfDump(source, { record, snapshot }, reporter, signal) {
    const path = `${(0,_backup_own_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .dumpsPath */ .$6)((0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .targetOf */ .$r)(snapshot.snapshot) ?? '')}/${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(record.name)}`;
    const nodes = await nodesOf(source, { root: snapshot.snapshot.tree, path }, signal);
    const content = nodes.flatMap((node) => node.content ?? []);
    const sizeBytes = nodes.reduce((sum, node) => sum + node.sizeBytes, 0n);
    if (nodes.some((node) => node.content === null) || sizeBytes !== BigInt(record.size_bytes)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('repository-damaged', `Cannot read the dump ${record.name}: the snapshot holds ${sizeBytes} bytes of it, expected ${record.size_bytes}. ` +
            'Run `holdfast check --read-data`, or choose another one.');
    }
    return async function* read({ isLent } = { isLent: false }) {
        let bytesDone = 0;
        const chunks = isLent ? lent(source, content, signal) : source.loadBlobs('data', content, signal);
        for await (const bytes of chunks) {
            bytesDone += bytes.length;
            const amounts = { bytesDone, bytesTotal: record.size_bytes, current: record.name };
            reporter.onProgress({ ..._progress_js__WEBPACK_IMPORTED_MODULE_4__/* .IDLE */ .n, ...amounts, phase: 'restoring' });
            yield bytes;
        }
    };
}
/** Each is there until the next one is asked for. */
async function* lent(source, ids, signal) {
    for await (const blob of source.lendBlobs('data', ids, signal)) {
        try {
            yield blob.bytes;
        }
        finally {
            blob.giveBack();
        }
    }
}
/** The file at `path`; or, where there is none, `path.000000`, `path.000001` and so on. */
async function nodesOf(source, { root, path }, signal) {
    const pieces = [];
    for (;;) {
        const piece = await (0,_repository_find_node_js__WEBPACK_IMPORTED_MODULE_5__/* .findNode */ .c)(source, root, (0,_archive_dump_entries_js__WEBPACK_IMPORTED_MODULE_6__/* .pieceName */ .cG)(path, pieces.length), signal);
        if (piece === null)
            break;
        pieces.push(piece);
    }
    return pieces.length > 0 ? pieces : [(await (0,_list_tree_js__WEBPACK_IMPORTED_MODULE_7__.nodeAt)(source, root, path, signal)).node];
}


/***/ }),

/***/ 45400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listEntries: () => (/* binding */ listEntries),
/* harmony export */   nodeAt: () => (/* binding */ nodeAt)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _repository_find_node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2111);
/* harmony import */ var _walk_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82187);




/**
 * What `ls` shows of the snapshot with tree `root`: each asked path itself, then what is in it.
 * @throws HoldfastError bad-input for a path that the snapshot doesn't hold.
 */
async function* listEntries(repository, root, options) {
    const { signal } = options;
    const paths = options.paths.map(withoutTrailingSlash);
    if (paths.length === 0) {
        yield* (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .walkTree */ .I)(repository, root, { signal });
        return;
    }
    for (const path of paths) {
        const enter = () => options.recursive;
        if (path === '') {
            yield* (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .walkTree */ .I)(repository, root, { enter, signal });
            continue;
        }
        const placed = await nodeAt(repository, root, path, signal);
        yield placed;
        if (placed.node.type === 'dir') {
            yield* (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .walkTree */ .I)(repository, (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .subtreeOf */ .g)(placed), { below: placed.path, enter, signal });
        }
    }
}
/** By its path, or as `ls` shows that. @throws HoldfastError bad-input if the snapshot holds nothing at `path`. */
async function nodeAt(repository, root, path, signal) {
    const placed = await (0,_repository_find_node_js__WEBPACK_IMPORTED_MODULE_1__/* .findShownNode */ .D)(repository, root, path, signal);
    if (placed !== null)
        return placed;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot find "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.display)(path)}": the snapshot holds nothing there. List what it holds with \`holdfast ls\`.`);
}
function withoutTrailingSlash(path) {
    return path.replace(/\/+$/, '');
}


/***/ }),

/***/ 82187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ walkTree),
/* harmony export */   g: () => (/* binding */ subtreeOf)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


/**
 * Every node below the tree `root`, parents before their children, siblings in the tree's order.
 *
 * @param options.below Path of `root` itself; default `` (the root of the snapshot).
 * @param options.enter Whether to go into a folder; default: into every one.
 * @param options.check Called with each tree before its nodes come, and the path of its folder. Trees come as they were
 *   read: whoever makes paths of their names for anything but a person's eyes refuses those that aren't safe here.
 * @throws HoldfastError repository-damaged for a folder without a tree, or one that can't be read.
 */
async function* walkTree(repository, root, options = {}) {
    const { below = '', enter = () => true, check = () => { }, signal } = options;
    const load = async (id, path) => {
        const tree = await repository.loadTree(id, signal);
        check(tree, path);
        return { path, nodes: tree.nodes, next: 0 };
    };
    // A stack of our own: a tree may be deeper than JavaScript's.
    const open = [await load(root, below)];
    for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
        signal?.throwIfAborted();
        const node = level.nodes[level.next++];
        if (node === undefined) {
            open.pop();
            continue;
        }
        const placed = { path: `${level.path}/${node.name}`, node };
        yield placed;
        if (node.type === 'dir' && enter(placed))
            open.push(await load(subtreeOf(placed), placed.path));
    }
}
/** @throws HoldfastError repository-damaged if the folder has no tree. */
function subtreeOf({ path, node }) {
    if (node.subtree !== null)
        return node.subtree;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('repository-damaged', `Cannot read the folder "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(path)}": its node has no tree. Run \`holdfast check\`.`);
}


/***/ })

};
