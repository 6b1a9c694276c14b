export const id = 5270;
export const ids = [5270];
export const modules = {

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

/***/ 88205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ TarWriter)
});

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/copy-bytes.js
var copy_bytes = __webpack_require__(95865);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/files/tar/block.js
var tar_block = __webpack_require__(17577);
// EXTERNAL MODULE: ./build/files/tar/extensions.js
var extensions = __webpack_require__(51988);
// EXTERNAL MODULE: ./build/files/tar/number-field.js
var number_field = __webpack_require__(52822);
// EXTERNAL MODULE: ./build/files/tar/pax.js
var pax = __webpack_require__(22853);
// EXTERNAL MODULE: ./build/files/tar/sparse.js
var sparse = __webpack_require__(61002);
// EXTERNAL MODULE: ./build/files/tar/ustar.js
var ustar = __webpack_require__(30195);
;// CONCATENATED MODULE: ./build/files/tar/encode.js








const NS_PER_SECOND = 1000000000n;
const MAX_PERMISSIONS = 0o7777;
const TYPEFLAGS = {
    file: '0',
    hardlink: '1',
    symlink: '2',
    chardev: '3',
    dev: '4',
    dir: '5',
    fifo: '6',
};
/**
 * The header of a member with all extended headers that it needs, and for a sparse file its map.
 *
 * `pax` keeps everything exactly. So does `libarchive`, but for times before 1970 with a fraction: its versions don't
 * agree on what such a number means. `gnu` (for tars that know no pax) keeps names of any length, sizes and uids, and
 * times of whole seconds, rounded down; it has no place for extended attributes and holes.
 *
 * @throws HoldfastError internal if the header can't be written so: a caller's mistake, never a host's.
 */
function encodeHeader(header, dialect) {
    check(header, dialect);
    return dialect === 'gnu' ? encodeGnuMember(header) : encodePaxMember(header, dialect);
}
/** What ends an archive. */
function endOfArchive() {
    return Buffer.alloc(2 * tar_block/* BLOCK_BYTES */.Yo);
}
function check(header, dialect) {
    const refuse = (what) => new errors/* HoldfastError */.E('internal', `Cannot write "${(0,bytestring.display)(header.path)}" to a tar stream: ${what}.`);
    if (header.path === '' || `${header.path}${header.linkTarget}`.includes('\0'))
        throw refuse('a name that is none');
    if (header.type !== 'file' && header.sizeBytes !== 0n)
        throw refuse(`a ${header.type} with content`);
    if (header.type !== 'file' && header.segments !== null)
        throw refuse(`a ${header.type} with holes`);
    if (header.sizeBytes < 0n || header.sizeBytes > Number.MAX_SAFE_INTEGER)
        throw refuse(`${header.sizeBytes} bytes`);
    if (!(header.permissions >= 0 && header.permissions <= MAX_PERMISSIONS))
        throw refuse('permissions out of range');
    for (const id of [header.uid, header.gid]) {
        if (!(Number.isInteger(id) && id >= 0 && id <= extensions/* MAX_ID */.rc))
            throw refuse(`the owner ${id}`);
    }
    if (dialect === 'gnu' && (header.segments !== null || header.extendedAttributes.length > 0)) {
        throw refuse('holes or extended attributes, which GNU format has no place for');
    }
}
function encodePaxMember(header, dialect) {
    const map = header.segments === null ? null : (0,sparse/* encodeSparseMap */.xh)(header.segments, Number(header.sizeBytes));
    const contentBytes = header.segments === null ? Number(header.sizeBytes) : (0,sparse/* dataBytesOf */.x8)(header.segments);
    const storedBytes = contentBytes + (map?.length ?? 0);
    const name = archiveName(header);
    const records = paxRecords(header, { name, storedBytes, dialect });
    const parts = [];
    if (records.length > 0)
        parts.push(...extendedHeader('x', 'PaxHeader', (0,pax/* encodePax */._)(records), 'pax'));
    const seconds = floorSeconds(header.mtimeNs);
    parts.push((0,ustar/* encodeHeaderBlock */.tv)({
        ...blockOf(header, map === null ? name : sparseName(name)),
        uid: Math.min(header.uid, (0,number_field/* maxOctal */.SM)(ustar/* UID_FIELD_BYTES */.K7)),
        gid: Math.min(header.gid, (0,number_field/* maxOctal */.SM)(ustar/* UID_FIELD_BYTES */.K7)),
        sizeBytes: Math.min(storedBytes, (0,number_field/* maxOctal */.SM)(ustar/* SIZE_FIELD_BYTES */.vG)),
        mtimeSeconds: seconds < 0 || seconds > (0,number_field/* maxOctal */.SM)(ustar/* SIZE_FIELD_BYTES */.vG) ? 0 : seconds,
    }, 'pax'));
    if (map !== null)
        parts.push(map);
    return { bytes: joined(parts), contentBytes };
}
/** Most members have one block. */
function joined(parts) {
    const [first, second] = parts;
    return first !== undefined && second === undefined ? first : Buffer.concat(parts);
}
/** The records for all that the header block can't hold exactly. */
function paxRecords(header, { name, storedBytes, dialect }) {
    const records = [];
    const add = (key, value) => records.push({ key: key, value: typeof value === 'string' ? (0,bytestring.toBytes)(value) : value });
    const addText = (key, value) => add(key, (0,bytestring.fromText)(value));
    if (dialect === 'libarchive' &&
        !(fits(name, MAX_ASCII_BYTES) && fits(header.linkTarget, MAX_ASCII_BYTES))) {
        // Else it turns names from UTF-8 into the locale's characters, and fails at those that it can't.
        addText('hdrcharset', 'BINARY');
    }
    if (header.segments !== null) {
        addText('GNU.sparse.major', '1');
        addText('GNU.sparse.minor', '0');
        add('GNU.sparse.name', name);
        addText('GNU.sparse.realsize', String(header.sizeBytes));
    }
    else if (!fits(name, ustar/* MAX_BLOCK_NAME_BYTES */.Jp)) {
        add('path', name);
    }
    if (!fits(header.linkTarget, ustar/* MAX_BLOCK_NAME_BYTES */.Jp))
        add('linkpath', header.linkTarget);
    if (!fits(header.user, ustar/* MAX_BLOCK_ACCOUNT_BYTES */.vM))
        add('uname', header.user);
    if (!fits(header.group, ustar/* MAX_BLOCK_ACCOUNT_BYTES */.vM))
        add('gname', header.group);
    if (storedBytes > (0,number_field/* maxOctal */.SM)(ustar/* SIZE_FIELD_BYTES */.vG))
        addText('size', String(storedBytes));
    if (header.uid > (0,number_field/* maxOctal */.SM)(ustar/* UID_FIELD_BYTES */.K7))
        addText('uid', String(header.uid));
    if (header.gid > (0,number_field/* maxOctal */.SM)(ustar/* UID_FIELD_BYTES */.K7))
        addText('gid', String(header.gid));
    const seconds = floorSeconds(header.mtimeNs);
    if (seconds < 0 || seconds > (0,number_field/* maxOctal */.SM)(ustar/* SIZE_FIELD_BYTES */.vG) || header.mtimeNs % NS_PER_SECOND !== 0n) {
        addText('mtime', (0,pax/* encodePaxTime */.Tx)(header.mtimeNs));
    }
    for (const attribute of header.extendedAttributes) {
        const { key, value } = dialect === 'pax' ? (0,extensions/* gnuAttribute */.dM)(attribute) : (0,extensions/* libarchiveAttribute */.Cf)(attribute);
        add(key, value);
    }
    return records;
}
const MAX_ASCII_BYTES = Number.POSITIVE_INFINITY;
function encodeGnuMember(header) {
    const name = archiveName(header);
    const parts = [];
    if (header.linkTarget.length > ustar/* MAX_BLOCK_NAME_BYTES */.Jp)
        parts.push(...longName('K', header.linkTarget));
    if (name.length > ustar/* MAX_BLOCK_NAME_BYTES */.Jp)
        parts.push(...longName('L', name));
    parts.push((0,ustar/* encodeHeaderBlock */.tv)({
        ...blockOf(header, name),
        uid: header.uid,
        gid: header.gid,
        sizeBytes: Number(header.sizeBytes),
        mtimeSeconds: floorSeconds(header.mtimeNs),
    }, 'gnu'));
    return { bytes: Buffer.concat(parts), contentBytes: Number(header.sizeBytes) };
}
function longName(typeflag, name) {
    return extendedHeader(typeflag, '././@LongLink', Buffer.concat([(0,bytestring.toBytes)(name), Buffer.alloc(1)]), 'gnu');
}
function extendedHeader(typeflag, name, bytes, dialect) {
    const block = { ...EMPTY_BLOCK, name: name, typeflag, sizeBytes: bytes.length };
    return [(0,ustar/* encodeHeaderBlock */.tv)(block, dialect), bytes, Buffer.alloc((0,tar_block/* paddingOf */.Zt)(bytes.length))];
}
const EMPTY_BLOCK = {
    name: '',
    permissions: 0o644,
    uid: 0,
    gid: 0,
    sizeBytes: 0,
    mtimeSeconds: 0,
    typeflag: '0',
    linkName: '',
    user: '',
    group: '',
    deviceMajor: 0,
    deviceMinor: 0,
};
/** The block's fields that both dialects fill alike: names cut to what fits (an extension holds them whole). */
function blockOf(header, name) {
    return {
        name: name.slice(0, ustar/* MAX_BLOCK_NAME_BYTES */.Jp),
        permissions: header.permissions,
        typeflag: TYPEFLAGS[header.type],
        linkName: header.linkTarget.slice(0, ustar/* MAX_BLOCK_NAME_BYTES */.Jp),
        user: header.user.slice(0, ustar/* MAX_BLOCK_ACCOUNT_BYTES */.vM),
        group: header.group.slice(0, ustar/* MAX_BLOCK_ACCOUNT_BYTES */.vM),
        deviceMajor: header.deviceMajor,
        deviceMinor: header.deviceMinor,
    };
}
/** A folder's name ends in a slash, so that readers of before 1988's format know it. */
function archiveName(header) {
    return header.type === 'dir' && !header.path.endsWith('/')
        ? `${header.path}/`
        : header.path;
}
/** The name that tells a reader without sparse files that this isn't the file itself, as GNU tar forms it. */
function sparseName(name) {
    const slash = name.lastIndexOf('/') + 1;
    return `${name.slice(0, slash)}GNUSparseFile.0/${name.slice(slash)}`;
}
/** Whether a field of `maxBytes` holds `text`: readers take a block's names for ASCII. */
function fits(text, maxBytes) {
    return text.length <= maxBytes && /^[\x01-\x7f]*$/.test(text);
}
function floorSeconds(ns) {
    const seconds = ns / NS_PER_SECOND;
    return Number(ns < 0n && ns % NS_PER_SECOND !== 0n ? seconds - 1n : seconds);
}

;// CONCATENATED MODULE: ./build/files/tar/writer.js





/** Bytes gathered before they are written: as much as one SSH packet's window or a pipe takes in one go. */
const WRITE_BYTES = 128 * 1024;
/**
 * Writes one tar archive, member after member. Memory: two buffers of WRITE_BYTES, of which one fills while the other is
 * written. What has as many bytes itself is written from where it lies.
 */
class TarWriter {
    #write;
    #dialect;
    #buffer = Buffer.allocUnsafeSlow(WRITE_BYTES);
    #filled = 0;
    #other = Buffer.allocUnsafeSlow(WRITE_BYTES);
    /** Resolves when `#other` is written. */
    #writing = Promise.resolve();
    /**
     * @param write Resolves when the bytes are read no more, which is the back-pressure: their memory serves for others then.
     */
    constructor(write, dialect) {
        this.#write = write;
        this.#dialect = dialect;
    }
    /**
     * Adds a member. Resolves when it was written or gathered; members are added one at a time.
     *
     * @param content Exactly as many bytes as the header says: of a sparse file, those of its segments.
     * @throws HoldfastError internal if it is more or less; the archive is of no use then.
     */
    async add(header, content = NO_CONTENT) {
        const { bytes, contentBytes } = encodeHeader(header, this.#dialect);
        await this.#put(bytes);
        const written = await this.#putContent(content, contentBytes);
        if (written !== contentBytes) {
            throw new errors/* HoldfastError */.E('internal', `Cannot write "${(0,bytestring.display)(header.path)}" to a tar stream: ${written} bytes of content, expected ${contentBytes}.`);
        }
        await this.#put(PADDING.subarray(0, (0,tar_block/* paddingOf */.Zt)(contentBytes)));
    }
    /** Returns how many bytes there were, at most one part over `limitBytes`. */
    async #putContent(content, limitBytes) {
        if (content instanceof Uint8Array) {
            if (content.length <= limitBytes)
                await this.#put(content);
            return content.length;
        }
        let written = 0;
        for await (const part of content) {
            written += part.length;
            if (written > limitBytes)
                break;
            await this.#put(part);
        }
        return written;
    }
    /** Writes out what was gathered so far, without ending the archive. */
    async flush() {
        await this.#send();
        await this.#writing;
    }
    /** Ends the archive and writes all that is left. */
    async finish() {
        await this.#put(endOfArchive());
        await this.flush();
    }
    /** Begins to write what was gathered, and resolves when there is memory to gather more. */
    async #send() {
        await this.#writing;
        if (this.#filled === 0)
            return;
        this.#writing = this.#write(this.#buffer.subarray(0, this.#filled));
        this.#writing.catch(() => { }); // met by whoever writes next
        [this.#buffer, this.#other] = [this.#other, this.#buffer];
        this.#filled = 0;
    }
    /** Resolves when they are written: until then they are the caller's. */
    async #writeThrough({ buffer, byteOffset, byteLength }) {
        await this.flush();
        await this.#write(Buffer.from(buffer, byteOffset, byteLength));
    }
    async #put(bytes) {
        if (bytes.length >= WRITE_BYTES)
            return this.#writeThrough(bytes);
        let at = 0;
        while (at < bytes.length) {
            const length = Math.min(bytes.length - at, WRITE_BYTES - this.#filled);
            (0,copy_bytes/* copyBytes */.n)(bytes.subarray(at, at + length), this.#buffer, this.#filled);
            this.#filled += length;
            at += length;
            if (this.#filled === WRITE_BYTES)
                await this.#send();
        }
    }
}
const NO_CONTENT = new Uint8Array(0);
const PADDING = Buffer.alloc(512);


/***/ }),

/***/ 89914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  archive: () => (/* binding */ archive)
});

// EXTERNAL MODULE: ./build/archive/age.js + 1 modules
var age = __webpack_require__(46878);
// EXTERNAL MODULE: ./build/archive/archive-name.js
var archive_name = __webpack_require__(16207);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/files/list.js + 4 modules
var list = __webpack_require__(42627);
// EXTERNAL MODULE: ./build/files/sources.js
var files_sources = __webpack_require__(26194);
// EXTERNAL MODULE: ./build/operations/archive/after-failure.js
var after_failure = __webpack_require__(69415);
// EXTERNAL MODULE: ./build/operations/archive/dump-entries.js
var dump_entries = __webpack_require__(30423);
// EXTERNAL MODULE: ./build/operations/archive/entry-header.js
var entry_header = __webpack_require__(82734);
// EXTERNAL MODULE: ./build/archive/archive-manifest.js
var archive_manifest = __webpack_require__(23833);
// EXTERNAL MODULE: ./build/repository/grace.js
var grace = __webpack_require__(2441);
// EXTERNAL MODULE: ./build/repository/tags.js
var repository_tags = __webpack_require__(47508);
// EXTERNAL MODULE: ./build/operations/backup/recorded-path.js
var recorded_path = __webpack_require__(97058);
;// CONCATENATED MODULE: ./build/operations/archive/manifest-beside.js





/** The manifest that stands beside an archive of what was saved. */
function manifestBeside({ options, hostname, timeNs, probe, problems }, id, { counts, saver }, { complete, sums, dumps, }) {
    const tags = [...options.tags, (0,repository_tags/* targetTag */.mI)(options.target), ...(complete ? [] : [repository_tags/* INCOMPLETE_TAG */.yt])];
    return {
        id,
        programVersion: options.programVersion,
        timeNs,
        target: options.target,
        hostname,
        tags: [...new Set(tags)],
        paths: options.paths.map(recorded_path/* recordedPath */.w),
        complete,
        encryption: encryptionOf(options.sealing),
        ...sums,
        files: counts.totalFilesProcessed,
        folders: saver.folders,
        others: saver.others,
        contentBytes: counts.totalBytesProcessed,
        dumps,
        problemCounts: { ...problems.counts },
        tools: {
            node: process.version,
            zstd: process.versions['zstd'] ?? 'unknown',
            kernel: probe.kernel,
            find: probe.tools.find.version,
            tar: probe.tools.tar.version,
        },
    };
}
function encryptionOf(sealing) {
    return sealing.kind === 'recipients'
        ? { kind: sealing.kind, recipients: [...sealing.recipients] }
        : { kind: sealing.kind };
}
/** When a cancelled run has so much time left, what it can't finish is removed. */
const REMOVE_WITHIN_MS = 3000;
/** Stores the manifest, or takes the archive away that has none. @throws What the store throws. */
async function putManifest(store, archiveName, manifest, signal) {
    try {
        await store.put((0,archive_name/* manifestFile */.YE)(manifest.id), once((0,archive_manifest/* encodeArchiveManifest */.KB)(manifest)), signal);
    }
    catch (error) {
        // Nobody will ever take it for whole.
        await store.remove(archiveName, (0,grace/* graceAfter */.D)(signal, REMOVE_WITHIN_MS)).catch(() => { });
        throw error;
    }
}
async function* once(bytes) {
    yield bytes;
}

// EXTERNAL MODULE: ./build/files/paths.js
var paths = __webpack_require__(33684);
// EXTERNAL MODULE: ./build/files/read-files.js + 2 modules
var read_files = __webpack_require__(54989);
// EXTERNAL MODULE: ./build/files/tar/sparse.js
var sparse = __webpack_require__(61002);
// EXTERNAL MODULE: ./build/operations/backup/node-of-entry.js
var node_of_entry = __webpack_require__(66989);
// EXTERNAL MODULE: ./build/operations/backup/own-tree.js
var own_tree = __webpack_require__(68071);
;// CONCATENATED MODULE: ./build/operations/archive/exact-content.js
/**
 * A file's data as its member wants it: without holes, and `contentBytes` of it in any case. A tar member's size stands
 * before its content, so that a file that could not be read to its end is filled up with zeros, as tar itself does it;
 * `isShort` says so afterwards.
 */
class ExactContent {
    isShort = false;
    #content;
    #contentBytes;
    #onPart;
    constructor(content, contentBytes, onPart) {
        this.#content = content;
        this.#contentBytes = contentBytes;
        this.#onPart = onPart;
    }
    async *[Symbol.asyncIterator]() {
        let left = this.#contentBytes;
        for await (const part of this.#content) {
            this.#onPart(part);
            if ('holeBytes' in part)
                continue;
            left -= part.length;
            yield part;
        }
        this.isShort = left > 0;
        for (; left > 0; left -= ZEROS.length)
            yield ZEROS.subarray(0, Math.min(left, ZEROS.length));
    }
}
const ZEROS = new Uint8Array(64 * 1024);

;// CONCATENATED MODULE: ./build/operations/archive/link-names.js
/**
 * Files with several names: one name's member has the content, the others are links to it. As in a snapshot, names of
 * a file that may have changed since the listing began are files of their own: their inodes may be another's by now.
 */
class LinkNames {
    #inodes = new Map();
    #oldUntilNs;
    /** @param oldUntilNs Whoever was changed before is older than the listing, by the host's clock. */
    constructor(oldUntilNs) {
        this.#oldUntilNs = oldUntilNs;
    }
    /** The member to link `entry` to; `wait`: `settle` gives it back; null: read it. */
    find(entry) {
        if (!this.#isShared(entry))
            return null;
        const key = keyOf(entry);
        const inode = this.#inodes.get(key);
        if (inode === undefined) {
            this.#inodes.set(key, { first: entry, member: null, waiting: [], namesLeft: entry.links - 1n });
            return null;
        }
        if (!isSameFile(inode.first, entry))
            return null;
        inode.namesLeft--;
        if (inode.member === null) {
            inode.waiting.push(entry);
            return 'wait';
        }
        if (inode.namesLeft <= 0n)
            this.#inodes.delete(key);
        return inode.member;
    }
    /**
     * Says in which member a name is that was to be read; null: in none that can be linked to, and the names that waited
     * for it must be looked for anew. Gives those.
     */
    settle(entry, member) {
        const key = keyOf(entry);
        const inode = this.#inodes.get(key);
        if (inode?.first !== entry)
            return [];
        const { waiting } = inode;
        inode.member = member;
        inode.waiting = [];
        if (member === null || inode.namesLeft <= 0n)
            this.#inodes.delete(key);
        return waiting;
    }
    #isShared(entry) {
        return entry.type === 'file' && entry.links > 1n && entry.ctimeNs < this.#oldUntilNs;
    }
}
function keyOf({ device, inode }) {
    return `${device}:${inode}`;
}
function isSameFile(a, b) {
    return (a.links === b.links && a.sizeBytes === b.sizeBytes && a.mtimeNs === b.mtimeNs && a.ctimeNs === b.ctimeNs);
}

;// CONCATENATED MODULE: ./build/operations/archive/save-entries.js










/** Entries asked from the host's tar in one command: enough to hide the round trip, few enough to hold in memory. */
const BATCH_ENTRIES = 4096;
const BATCH_BYTES = 1024n * 1024n * 1024n;
/** Files whose member must not be trusted: more are no backup, and their names are held in memory. */
const MAX_SPOILED = 100_000;
const UNNAMED = '?';
/**
 * Takes a listing as it comes, and writes each entry as a member of the archive, files with their contents as the host
 * sends them. An archive can't take back what it has: a file of which it turns out afterwards that it could not be read to
 * its end is named in `spoiled`.
 */
class EntrySaver {
    /** Paths of members whose content is not that of the file. */
    spoiled = [];
    folders = 0;
    others = 0;
    #run;
    #counts;
    #links;
    #batch = [];
    #batchBytes = 0n;
    #again = [];
    #triedAgain = new Set();
    #sockets = 0;
    /** @param oldUntilNs See LinkNames. */
    constructor(run, counts, oldUntilNs) {
        this.#run = run;
        this.#counts = counts;
        this.#links = new LinkNames(oldUntilNs);
    }
    async take({ entries, problems }) {
        for (const problem of problems)
            this.#note(problem);
        for (const entry of entries)
            await this.#takeEntry(entry);
        this.#tell();
    }
    /** Resolves when all that was listed is in the archive. */
    async finish() {
        this.#counts.endListing();
        await this.#read();
        while (this.#again.length > 0) {
            const again = this.#again;
            this.#again = [];
            for (const entry of again)
                await this.#takeFile(entry);
            await this.#read();
        }
        if (this.#sockets > 0)
            this.#run.reporter.onInfo(`Sockets are not saved (found: ${this.#sockets}): what listens on one makes it anew.`);
    }
    #note({ kind, path, message }) {
        const { problems, reporter } = this.#run;
        if (kind === 'notice')
            reporter.onWarning((0,bytestring.displayText)(message));
        else
            problems.add(kind, path ?? UNNAMED, message);
    }
    async #takeEntry(entry) {
        const { problems } = this.#run;
        if (entry.path === own_tree/* OWN_PATH */.xD || (0,paths/* isInside */.FK)(entry.path, own_tree/* OWN_PATH */.xD)) {
            if (entry.path === own_tree/* OWN_PATH */.xD)
                problems.add('unsupported', entry.path, "the name is taken by what Holdfast adds; it isn't saved");
            return;
        }
        if (entry.type === 'other')
            problems.add('unsupported', entry.path, 'a kind of entry that cannot be saved');
        if (entry.type === 'symlink' && entry.linkTarget === '') {
            problems.add('unsupported', entry.path, 'a symlink without a target');
            return;
        }
        if (entry.type === 'socket')
            this.#sockets++;
        // The root of a filesystem is there wherever the archive is unpacked.
        if (!(0,node_of_entry/* isSaved */.Gs)(entry.type) || entry.path === '/')
            return;
        if (entry.type === 'file') {
            this.#counts.addListed(entry.sizeBytes);
            await this.#takeFile(entry);
        }
        else if ((0,read_files/* readsAttributes */.dB)(this.#run.reader))
            await this.#want(entry);
        else
            await this.#addOther(entry, (0,entry_header/* entryHeader */.Io)(entry, this.#run.accounts));
    }
    async #takeFile(entry) {
        const found = this.#links.find(entry);
        if (found === 'wait')
            return;
        if (found === null)
            await this.#want(entry);
        else
            await this.#addLink(entry, found);
    }
    async #want(entry) {
        this.#batch.push(entry);
        this.#batchBytes += entry.sizeBytes;
        if (this.#batch.length >= BATCH_ENTRIES || this.#batchBytes >= BATCH_BYTES)
            await this.#read();
    }
    async #read() {
        const batch = this.#batch;
        if (batch.length === 0)
            return;
        this.#batch = [];
        this.#batchBytes = 0n;
        const { host, reader, signal, reporter } = this.#run;
        const sent = new Map();
        for await (const event of (0,read_files/* readFiles */.Ul)(host, batch, { reader, signal })) {
            if (event.kind === 'content')
                sent.set(event.entry, await this.#addRead(event));
            else if (event.kind === 'notice')
                reporter.onWarning((0,bytestring.displayText)(event.message));
            else if (event.kind === 'outcome')
                await this.#settle(event.entry, event.outcome, sent.get(event.entry) ?? null);
        }
        this.#tell();
    }
    async #addRead(event) {
        const { entry, content } = event;
        const { writer, accounts } = this.#run;
        const sizeBytes = Buffer.isBuffer(content) ? BigInt(content.length) : event.sizeBytes;
        const header = (0,entry_header/* entryHeader */.Io)(entry, accounts, { ...event, sizeBytes });
        if (entry.type !== 'file') {
            await this.#addOther(entry, header);
            return { header, isShort: false };
        }
        if (Buffer.isBuffer(content)) {
            this.#counts.bytesRead += content.length;
            await writer.add(header, content);
            return { header, isShort: false };
        }
        const contentBytes = header.segments === null ? Number(sizeBytes) : (0,sparse/* dataBytesOf */.x8)(header.segments);
        const exact = new ExactContent(content, contentBytes, (part) => {
            if ('holeBytes' in part)
                this.#counts.holeBytes += part.holeBytes;
            else
                this.#counts.bytesRead += part.length;
            this.#tell();
        });
        await writer.add(header, exact);
        return { header, isShort: exact.isShort };
    }
    async #addOther(entry, header) {
        if (entry.type === 'dir')
            this.folders++;
        else
            this.others++;
        await this.#run.writer.add(header);
    }
    async #addLink(entry, member) {
        await this.#run.writer.add((0,entry_header/* linkHeader */.AF)(entry.path, member));
        this.#counts.addFile('new', member.sizeBytes);
    }
    async #settle(entry, told, sent) {
        if (entry.type !== 'file')
            return this.#settleOther(entry, told, sent);
        if (isAway(told) && sent === null && !this.#triedAgain.has(entry)) {
            this.#triedAgain.add(entry);
            this.#again.push(entry, ...this.#links.settle(entry, null));
            return;
        }
        this.#triedAgain.delete(entry);
        const outcome = judged(told, sent);
        if (outcome.kind !== 'read')
            this.#run.problems.add(outcome.kind, entry.path, outcome.message);
        else if (outcome.warning !== null)
            this.#run.problems.warn(entry.path, outcome.warning);
        const isKept = sent !== null && (outcome.kind === 'read' || outcome.kind === 'changed');
        if (isKept)
            this.#counts.addFile('new', sent.header.sizeBytes);
        else if (sent !== null)
            this.#spoil(entry.path);
        const member = outcome.kind === 'read' && sent !== null ? sent.header : null;
        for (const other of this.#links.settle(entry, member)) {
            if (member === null)
                this.#again.push(other);
            else
                await this.#addLink(other, member);
        }
    }
    /** An entry without content is saved as it was listed, whatever became of it: it has no other state. */
    async #settleOther(entry, outcome, sent) {
        const { problems, accounts } = this.#run;
        if (outcome.kind === 'unreadable')
            problems.warn(entry.path, `its extended attributes are not saved: ${outcome.message}`);
        else if (outcome.kind === 'read' && outcome.warning !== null)
            problems.warn(entry.path, outcome.warning);
        if (sent === null)
            await this.#addOther(entry, (0,entry_header/* entryHeader */.Io)(entry, accounts));
    }
    #spoil(path) {
        this.spoiled.push(path);
        if (this.spoiled.length <= MAX_SPOILED)
            return;
        throw new errors/* HoldfastError */.E('source-unreadable', `Cannot make the archive: more than ${MAX_SPOILED} files could not be read to their end. See to the disk of the host.`);
    }
    #tell() {
        this.#run.reporter.onProgress(this.#counts.progress('listing'));
    }
}
/** tar found nothing to send of a file that is there: it went and came back, or another file has come in its place. */
function isAway(outcome) {
    return outcome.kind === 'changed' && (outcome.now === null || outcome.now.type === 'file');
}
function judged(told, sent) {
    if (told.kind !== 'changed')
        return told;
    const isOther = told.now !== null && told.now.type !== 'file';
    if (sent === null)
        return { kind: isOther ? 'vanished' : 'unreadable', message: told.message };
    return sent.isShort ? { kind: 'unreadable', message: told.message } : told;
}

// EXTERNAL MODULE: ./build/operations/archive/spoiled-name.js
var spoiled_name = __webpack_require__(61852);
// EXTERNAL MODULE: ./build/archive/meter.js
var meter = __webpack_require__(69876);
// EXTERNAL MODULE: ./build/archive/zstd-stream.js
var zstd_stream = __webpack_require__(9007);
// EXTERNAL MODULE: ./build/backends/cancel.js
var cancel = __webpack_require__(54716);
// EXTERNAL MODULE: ./build/files/tar/writer.js + 1 modules
var writer = __webpack_require__(88205);
;// CONCATENATED MODULE: ./build/operations/archive/byte-pipe.js
/** The end of a pipe that nobody reads from any more. */
class ReaderGone extends Error {
    name = 'ReaderGone';
}
/**
 * Turns writes into an iterable of what was written, one write at a time: `write` resolves when its bytes have been
 * taken and more are wanted. Nothing is held but the bytes of that one write.
 */
class BytePipe {
    #given = null;
    #end = null;
    #isGone = false;
    #changed = Promise.withResolvers();
    /** @throws ReaderGone if nobody will ever take the bytes. */
    async write(bytes) {
        while (this.#given !== null && !this.#isGone)
            await this.#changed.promise;
        if (this.#isGone)
            throw new ReaderGone('Nobody reads what is written.');
        this.#given = bytes;
        this.#wake();
    }
    /** Nothing more comes; with an error, the reader gets it. */
    end(error = null) {
        this.#end ??= { error };
        this.#wake();
    }
    async *[Symbol.asyncIterator]() {
        try {
            for (;;) {
                const given = this.#given;
                if (given !== null) {
                    this.#given = null;
                    this.#wake();
                    yield given;
                }
                else if (this.#end !== null) {
                    if (this.#end.error !== null)
                        throw this.#end.error;
                    return;
                }
                else
                    await this.#changed.promise;
            }
        }
        finally {
            this.abandon();
        }
    }
    /** Says that nobody reads (any more): the writer is told. */
    abandon() {
        this.#isGone = true;
        this.#wake();
    }
    #wake() {
        this.#changed.resolve();
        this.#changed = Promise.withResolvers();
    }
}

;// CONCATENATED MODULE: ./build/operations/archive/stored-stream.js






/**
 * A tar archive on its way into a store: what `writer` takes is compressed, encrypted and uploaded as it comes, held up
 * where the store is slow. Memory: a few buffers of each step.
 */
class StoredStream {
    writer;
    /** Aborted, with its error as the reason, when the store fails: nothing that is read on would be stored. */
    failed;
    #pipe = new BytePipe();
    #tar = new meter/* Meter */.k();
    #stored = new meter/* Meter */.k();
    #putting;
    constructor(store, file, signal) {
        const failing = new AbortController();
        this.failed = failing.signal;
        this.writer = new writer/* TarWriter */.r((bytes) => this.#pipe.write(Buffer.from(bytes)), 'pax');
        const compressed = (0,zstd_stream/* compress */.B)(this.#tar.of(this.#pipe));
        const sealed = file.sealing.kind === 'none' ? compressed : (0,age/* encrypt */.w)(compressed, file.sealing);
        this.#putting = store.put(file.name, this.#stored.of(sealed), signal);
        this.#putting.catch((error) => {
            failing.abort(error);
            this.#pipe.abandon();
        });
        // At once, also where the host gives nothing: removing what is stored takes its time, and a cancelled run has little.
        signal.addEventListener('abort', () => this.#pipe.end((0,cancel/* cancellation */.WN)(signal)), { once: true });
    }
    /** Ends the archive. Resolves when all of it is stored. @throws What the store throws. */
    async finish() {
        await this.writer.finish();
        this.#pipe.end();
        await this.#putting;
        return { tar: this.#tar.sum(), stored: this.#stored.sum() };
    }
    /**
     * Gives up, for `reason`. Resolves when the store has removed what it had.
     * @returns What to throw: the store's failure, if it is that which made the writing fail.
     */
    async abandon(reason) {
        const hadFailed = this.failed.aborted;
        this.#pipe.end(reason);
        const storesFailure = await this.#putting.then(() => reason, (error) => error);
        return hadFailed || reason instanceof ReaderGone ? storesFailure : reason;
    }
}

// EXTERNAL MODULE: ./build/operations/backup/comparison.js
var comparison = __webpack_require__(2965);
// EXTERNAL MODULE: ./build/operations/backup/counts.js
var backup_counts = __webpack_require__(3048);
// EXTERNAL MODULE: ./build/operations/backup/dump-streams.js
var dump_streams = __webpack_require__(22114);
// EXTERNAL MODULE: ./build/operations/backup/host-name.js
var host_name = __webpack_require__(76576);
// EXTERNAL MODULE: ./build/operations/backup/manifest.js
var manifest = __webpack_require__(27273);
// EXTERNAL MODULE: ./build/operations/backup/manifest-of.js
var manifest_of = __webpack_require__(93043);
// EXTERNAL MODULE: ./build/operations/backup/problems.js
var backup_problems = __webpack_require__(64520);
// EXTERNAL MODULE: ./build/operations/backup/read-source.js + 1 modules
var read_source = __webpack_require__(15587);
// EXTERNAL MODULE: ./build/operations/backup/require-sources.js
var require_sources = __webpack_require__(90950);
// EXTERNAL MODULE: ./build/operations/backup/survey-host.js
var survey_host = __webpack_require__(82729);
// EXTERNAL MODULE: ./build/operations/own-place.js
var own_place = __webpack_require__(72129);
// EXTERNAL MODULE: ./build/operations/progress.js
var progress = __webpack_require__(72120);
// EXTERNAL MODULE: ./build/operations/young-generation.js
var young_generation = __webpack_require__(68990);
;// CONCATENATED MODULE: ./build/operations/archive.js



























/**
 * Saves `options.paths` of `host` as one archive of its own: a tar of all of it, compressed, encrypted, and streamed to
 * the store. Nothing is written to this machine's disk, and memory doesn't grow with what is saved.
 *
 * The application is held while the host is read, which is as long as the store takes. The manifest is stored last: an
 * archive without one isn't whole.
 *
 * @throws HoldfastError bad-input, source-missing, source-unreadable, host-unsupported, command-failed, cancelled, and what
 *   the host and the store throw. Then there is no manifest, and nothing else but what the store could not remove; except
 *   after failed after commands, which are told by an ArchiveAfterFailure.
 */
function archive(host, store, options, reporter, signal) {
    return (0,young_generation/* withSmallYoungGeneration */.m)(() => makeArchive(host, store, { options, reporter, signal }));
}
async function makeArchive(host, store, { options, reporter, signal }) {
    const startedMs = performance.now();
    refuseBuckets(options);
    (0,require_sources/* requireSources */.a)(options);
    const { sealing, target, timeNs = BigInt(Date.now()) * 1000000n } = options;
    if (sealing.kind === 'recipients')
        await (0,age/* assertRecipients */.jw)(sealing.recipients);
    const survey = await (0,survey_host/* surveyHost */.L)(host, reporter, signal);
    const hostname = (0,host_name/* hostnameOf */.LZ)(host, options, survey.probe);
    const problems = new backup_problems/* Problems */.Z(reporter.onWarning.bind(reporter));
    const id = (0,archive_name/* newArchiveId */.qU)({ target, hostname, timeNs });
    const name = (0,archive_name/* archiveFile */.Bf)(id, sealing.kind !== 'none');
    const stream = new StoredStream(store, { name, sealing }, signal);
    const run = {
        ...survey,
        host,
        options,
        reporter,
        problems,
        ownPlace: await own_place/* OwnPlace */.A.find(host, store.folder, 'folder of archives'),
        hostname,
        timeNs,
        writer: stream.writer,
        signal: AbortSignal.any([signal, stream.failed]),
    };
    const dumps = archiveDumps(run);
    try {
        const { result: saved, heldMs, afterFailure, volume } = await saveSource(run, dumps);
        reporter.onProgress(saved.counts.progress('finishing'));
        const records = dumps.saved.map(({ record }) => record);
        for (const line of options.application?.judge(records) ?? [])
            reporter.onWarning(line);
        const complete = problems.allow(options) && saved.saver.spoiled.length === 0;
        await addOwn(run, saved, { complete, quiescedMs: heldMs, volume, dumps: dumps.saved, buckets: [] });
        const sums = await stream.finish();
        const manifest = manifestBeside(run, id, saved, {
            complete,
            sums,
            dumps: dumps.saved.map(({ stored }) => stored),
        });
        await putManifest(store, name, manifest, run.signal);
        if (complete)
            await dumps.giveUpEarlier();
        const result = resultOf(run, manifest, { location: store.location, heldMs, startedMs, name, records });
        if (afterFailure !== null)
            throw new after_failure/* ArchiveAfterFailure */.n(afterFailure, result);
        return result;
    }
    catch (error) {
        if (error instanceof after_failure/* ArchiveAfterFailure */.n)
            throw error;
        throw await stream.abandon(error);
    }
    finally {
        await dumps.close();
    }
}
/** An application's plan may bring some that no flag has named. */
function refuseBuckets({ buckets = [] }) {
    const [first] = buckets;
    if (first === undefined)
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot save the bucket ${(0,bytestring.displayText)(first.location)} into an archive: an archive holds files and dumps, expected no bucket. ` +
        'Give a repository for it.');
}
/** Entries and dumps go into the archive, in the order in which the application can be let go again soonest. */
async function saveSource(run, dumps) {
    const read = await (0,read_source/* readSource */.o)(run, {
        atTheMoment: async () => {
            await dumps.pin();
            await dumps.saveUnpinned();
        },
        beforeReading: () => dumps.savePinned(),
        read: (source) => saveEntries({ ...run, ...source }),
    });
    await dumps.savePinned().catch((error) => {
        throw read.afterFailure === null ? error : (0,read_source/* bothFailed */.p)(read.afterFailure, error);
    });
    return read;
}
/** They go to the archive as they come, each in pieces of its own. */
function archiveDumps(run) {
    const { host, options, reporter, signal, timeNs, writer } = run;
    const folder = (0,own_tree/* dumpsPath */.$6)(options.target).slice(1);
    return new dump_streams/* DumpStreams */.g({ host, options: { dumps: options.dumps, dryRun: false }, reporter, signal }, async (name, content) => {
        const path = `${folder}/${(0,bytestring.fromText)(name)}`;
        const stored = await (0,dump_entries/* addDump */.E8)(writer, { path, timeNs }, content);
        return { stored, sizeBytes: BigInt(stored.bytes) };
    });
}
async function saveEntries(run) {
    const { host, reader, options, signal, accounts, writer } = run;
    run.reporter.onProgress({ ...progress/* IDLE */.n, phase: 'listing' });
    const how = { reader, signal };
    const sources = options.paths.length > 0 ? await (0,files_sources/* findSources */.Id)(host, options.paths, how) : await (0,files_sources/* noSources */.S0)(host, how);
    for (const path of sources.missing)
        run.problems.add('missing', path, files_sources/* MISSING_SOURCE */.PL);
    for (const line of (0,files_sources/* linkWarnings */.wJ)(sources))
        run.reporter.onWarning(line);
    const listingStartedNs = run.asOfNs ?? run.hostClockNs();
    const counts = new backup_counts/* Counts */.V(null);
    const saver = new EntrySaver(run, counts, (0,comparison/* trustedUntil */.qw)(listingStartedNs));
    for (const [path, entry] of [...sources.ancestors].sort(([a], [b]) => (a < b ? -1 : 1))) {
        // They were only on the way; a symlink there is the folder that it leads to.
        if (path !== '/')
            await writer.add((0,entry_header/* entryHeader */.Io)({ ...entry, path }, accounts));
    }
    if (sources.present.length > 0) {
        const listing = (0,list/* listTree */.n)(host, sources.present, { ...options, reader, signal });
        for await (const batch of run.listed?.(listing) ?? listing) {
            run.ownPlace?.tell(batch, run.reporter);
            await saver.take(batch);
        }
    }
    await saver.finish();
    return { listingStartedNs, counts, saver };
}
async function addOwn(run, { saver, listingStartedNs }, ending) {
    const { writer, options, timeNs } = run;
    const folder = `${own_tree/* OWN_FOLDER */.w5}/${(0,bytestring.fromText)(options.target)}`;
    const folders = [
        own_tree/* OWN_FOLDER */.w5,
        folder,
        ...(ending.dumps.length > 0 ? [(0,own_tree/* dumpsPath */.$6)(options.target).slice(1)] : []),
    ];
    for (const path of folders)
        await writer.add((0,entry_header/* ownHeader */.sG)(path, 'dir', 0, timeNs));
    const add = (name, content) => writer.add((0,entry_header/* ownHeader */.sG)(`${folder}/${name}`, 'file', content.length, timeNs), content);
    if (saver.spoiled.length > 0) {
        const names = saver.spoiled.map((path) => `${path.slice(1)}\0`).join('');
        await add(spoiled_name/* SPOILED_NAME */.l, Buffer.from(names, 'latin1'));
    }
    await add('manifest.json', (0,manifest/* encodeManifest */.Gb)((0,manifest_of/* manifestOf */.$)(run, { asOfNs: listingStartedNs }, ending)));
}
function resultOf({ problems, options }, manifest, end) {
    const { id, complete, files, folders, others, contentBytes, hostname, paths, tags } = manifest;
    return {
        id,
        archiveFile: end.name,
        manifestFile: (0,archive_name/* manifestFile */.YE)(id),
        location: end.location,
        complete,
        problems: problems.list,
        problemCounts: problems.counts,
        files,
        folders,
        others,
        contentBytes,
        tarBytes: manifest.tar.bytes,
        storedBytes: manifest.stored.bytes,
        storedSha256: manifest.stored.sha256,
        dumps: end.records,
        durationMs: Math.round(performance.now() - end.startedMs),
        quiescedMs: end.heldMs,
        hostname,
        target: options.target,
        paths,
        tags,
    };
}


/***/ }),

/***/ 69415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ ArchiveAfterFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** The after commands failed, although the archive itself is whole: `result` says what was saved. */
class ArchiveAfterFailure extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E {
    result;
    constructor(failure, result) {
        const how = result.complete ? '' : ' (incomplete)';
        super(failure.code, `${failure.message} The archive ${result.id} is saved${how}.`, { cause: failure });
        this.result = result;
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

/***/ 61852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ SPOILED_NAME)
/* harmony export */ });
/** Names in an archive that hold what isn't the file's, each ended by NUL: beside the manifest in it, if there are any. */
const SPOILED_NAME = 'unreadable';


/***/ }),

/***/ 5003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ linkHeader),
/* harmony export */   Ds: () => (/* binding */ majorOf),
/* harmony export */   Hs: () => (/* binding */ minorOf),
/* harmony export */   cZ: () => (/* binding */ openFolderHeader),
/* harmony export */   rR: () => (/* binding */ headerOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _repository_format_mode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41246);


const NO_NAME = '';
/** The tar header that gives back all that `node` holds. */
function headerOf(node, path, owner, segments = null) {
    const isDevice = node.type === 'dev' || node.type === 'chardev';
    return {
        path,
        type: tarTypeOf(node),
        linkTarget: node.type === 'symlink' ? node.linkTarget : NO_NAME,
        permissions: (0,_repository_format_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .permissionsOf */ .k)(node.mode),
        uid: owner.uid,
        gid: owner.gid,
        user: NO_NAME,
        group: NO_NAME,
        mtimeNs: node.mtimeNs,
        sizeBytes: node.type === 'file' ? node.sizeBytes : 0n,
        deviceMajor: isDevice ? majorOf(node.deviceNumber) : 0,
        deviceMinor: isDevice ? minorOf(node.deviceNumber) : 0,
        extendedAttributes: node.extendedAttributes,
        segments,
    };
}
/** Another name of the file that an earlier member, `first`, has made. */
function linkHeader(node, path, first, owner) {
    const header = headerOf(node, path, owner);
    return { ...header, type: 'hardlink', linkTarget: first, sizeBytes: 0n, extendedAttributes: [] };
}
/** A folder before its contents are sent: ours alone, and writable whatever its final mode is. */
function openFolderHeader(node, path, owner) {
    return { ...headerOf(node, path, owner), permissions: 0o700, extendedAttributes: [] };
}
function tarTypeOf({ type, name }) {
    switch (type) {
        case 'file':
        case 'dir':
        case 'symlink':
        case 'fifo':
        case 'dev':
        case 'chardev':
            return type;
        default:
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('internal', `A node of type ${JSON.stringify(type)} (${name}) can't be sent.`);
    }
}
/** Linux's st_rdev (gnu_dev_major(3)): 12 low bits of the major from bit 8, the rest from bit 44. */
function majorOf(device) {
    return Number(((device >> 8n) & 0xfffn) | ((device >> 32n) & 0xfffff000n));
}
function minorOf(device) {
    return Number((device & 0xffn) | ((device >> 12n) & 0xffffff00n));
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
