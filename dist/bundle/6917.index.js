export const id = 6917;
export const ids = [6917];
export const modules = {

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

/***/ 73888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ ACCESS_LISTS),
/* harmony export */   xv: () => (/* binding */ isOfRootAlone),
/* harmony export */   zX: () => (/* binding */ attributeKind)
/* harmony export */ });
const ACCESS_LISTS = 'system.posix_acl_*';
/** By what a filesystem decides whether it takes an attribute, ready to show: some alike, others each by its name. */
function attributeKind(name) {
    if (name === 'system.posix_acl_access' || name === 'system.posix_acl_default')
        return ACCESS_LISTS;
    const [namespace = ''] = name.split('.', 1);
    return namespace === 'user' || namespace === 'trusted' ? `${namespace}.*` : name;
}
/** Whether Linux lets nobody but root set the attribute. */
function isOfRootAlone(name) {
    return /^(security|trusted)\./.test(name);
}


/***/ }),

/***/ 76899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   Kf: () => (/* binding */ blobsToLoad),
/* harmony export */   qu: () => (/* binding */ dataOf),
/* harmony export */   uB: () => (/* binding */ BlobFeed)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _repository_lent_blob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97530);
/* harmony import */ var _holes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15937);




/** Zeros needn't be read. */
function blobsToLoad({ content }) {
    return (content ?? []).filter((id) => id !== _holes_js__WEBPACK_IMPORTED_MODULE_0__/* .ZERO_BLOB */ .fO);
}
/**
 * The bytes of a file that an archive wants: all but its holes. Each part is there until the next is asked for.
 * @param blobs All but those of zeros, which aren't loaded (`blobsToLoad`).
 * @param onPart Called with all bytes of the file, in order.
 */
async function* dataOf({ path, parts, segments }, blobs, onPart) {
    let offset = 0;
    for (const { id, sizeBytes } of parts) {
        const blob = id === _holes_js__WEBPACK_IMPORTED_MODULE_0__/* .ZERO_BLOB */ .fO ? ZEROS : await blobs.next(sizeBytes, path);
        try {
            onPart(blob.bytes);
            yield* (0,_holes_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutHoles */ .W5)(blob.bytes, offset, segments);
        }
        finally {
            blob.giveBack();
        }
        offset += sizeBytes;
    }
}
const ZEROS = _repository_lent_blob_js__WEBPACK_IMPORTED_MODULE_1__/* .LentBlob */ .R.ofOwn(Buffer.alloc(_holes_js__WEBPACK_IMPORTED_MODULE_0__/* .ZERO_BLOB_BYTES */ .tP));
/** The blobs of a file with their sizes. */
function partsOf(content, repository) {
    return content.map((id) => ({ id, sizeBytes: repository.blobSize('data', id) ?? 0 }));
}
/** The blobs as they are loaded. The next one is always asked for, since that is what drives the queue, too. */
class BlobFeed {
    #blobs;
    #next;
    constructor(blobs) {
        this.#blobs = blobs[Symbol.asyncIterator]();
        this.#next = this.#ask();
    }
    /** To be given back. @throws HoldfastError repository-damaged if it isn't of the size that the index says. */
    async next(sizeBytes, path) {
        const next = await this.#next;
        if (next.done !== true)
            this.#next = this.#ask();
        if (next.done !== true && next.value.bytes.length === sizeBytes)
            return next.value;
        const found = next.done === true ? 'nothing' : `${next.value.bytes.length} bytes`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('repository-damaged', `Cannot restore "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.display)(path)}": a blob of it holds ${found}, expected ${sizeBytes} bytes. Run "holdfast check --read-data".`);
    }
    async stop() {
        await this.#blobs.return?.();
        const next = await this.#next.catch(() => null);
        if (next !== null && next.done !== true)
            next.value.giveBack();
    }
    #ask() {
        const next = this.#blobs.next();
        next.catch(() => { }); // thrown again to who takes it
        return next;
    }
}


/***/ }),

/***/ 95516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XA: () => (/* binding */ stagedFolder),
/* harmony export */   ek: () => (/* binding */ placesOf),
/* harmony export */   ry: () => (/* binding */ GROUP_ID_DIGITS),
/* harmony export */   se: () => (/* binding */ groupByMount)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _files_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33684);
/* harmony import */ var _repository_format_blank_node_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(10152);
/* harmony import */ var _chooser_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54175);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93759);
/* harmony import */ var _who_may_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35098);








const GROUP_ID_DIGITS = 16;
/** Of a workspace: the folder that the groups are staged in. */
const STAGED_AT = 'new';
/**
 * Sorts the folders in which something changes by filesystem.
 * @throws HoldfastError restore-blocked, no-permission if one of them can't be written.
 */
async function groupByMount(destination, root) {
    const all = [...(0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .stays */ .PB)(root)];
    await destination.visit(all.map(({ folder }) => folder.path));
    assertNobodyLedUsAway(destination, root, '/');
    const byMount = new Map();
    for (const stay of (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .changedFolders */ .w5)(root)) {
        const standing = destination.folder(stay.folder.path);
        assertCanBeWritten(destination, standing, stay.folder.path);
        const mount = mountOf(destination, standing);
        const groups = byMount.get(mount) ?? [];
        byMount.set(mount, groups);
        groups.push({ id: groupId(stay.folder.path), stay, standing });
    }
    return [...byMount].map(([mount, groups]) => {
        const candidates = all.filter(({ folder }) => {
            const standing = destination.folder(folder.path);
            return standing?.writable === true && mountOf(destination, standing) === mount;
        });
        return { mount, groups, home: homeOf(destination, groups, candidates) };
    });
}
/**
 * Folders are looked at first and entered later, by their paths. Whoever may rename one of them could put a symlink in
 * its place in between, and so choose the folder that is written, by root perhaps: each must have been entered where
 * the one around it was, or where a symlink of root's or ours leads.
 *
 * @param physical Where `stay` was entered.
 * @throws HoldfastError restore-unsafe.
 */
function assertNobodyLedUsAway(destination, stay, physical) {
    for (const [name, plan] of stay.changes) {
        if (!(plan instanceof _plan_js__WEBPACK_IMPORTED_MODULE_1__/* .Stay */ .Mp))
            continue;
        const { path } = plan.folder;
        const expected = destination.ledTo(path) ?? (0,_files_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(physical, name);
        const actual = destination.folder(path)?.physical ?? expected;
        if (actual !== expected) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('restore-unsafe', `Cannot restore into "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.display)(path)}" on ${destination.host.name}: it led to "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.display)(actual)}" when it was entered, expected "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.display)(expected)}". Somebody put a symlink in a folder's place; nothing was written. See who may write there, then restore again.`);
        }
        assertNobodyLedUsAway(destination, plan, expected);
    }
}
/** Without mountinfo, the device stands for the mount. */
function mountOf({ facts }, { physical, identity }) {
    return facts.mounts.of(physical)?.id ?? `device ${identity.split(':')[0]}`;
}
/**
 * The folder for the workspace: around all that changes, next to what is restored rather than in it, and as near as
 * that allows; else the topmost one that can be written.
 */
function homeOf(destination, groups, candidates) {
    const common = groups.map(({ stay }) => stay.folder.path).reduce(commonFolder);
    const around = candidates.filter(({ folder }) => (0,_chooser_js__WEBPACK_IMPORTED_MODULE_5__/* .isAtOrBelow */ .a)(common, folder.path));
    const [nearest] = around
        .filter(({ own }) => own === null)
        .sort(byDepth)
        .reverse();
    const [topmost] = [...around, ...groups.map(({ stay }) => stay)].sort(byDepth);
    const home = destination.folder((nearest ?? topmost)?.folder.path ?? '/');
    if (home === null)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('internal', 'The folders that change stand nowhere.');
    return home;
}
function commonFolder(a, b) {
    let folder = a;
    while (!(0,_chooser_js__WEBPACK_IMPORTED_MODULE_5__/* .isAtOrBelow */ .a)(b, folder))
        folder = (0,_files_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .parentPath */ .yl)(folder);
    return folder;
}
function byDepth(a, b) {
    const [x, y] = [a.folder.path, b.folder.path];
    return x.length - y.length || (x < y ? -1 : 1);
}
function groupId(path) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.toBytes)(path)).digest('hex').slice(0, GROUP_ID_DIGITS);
}
function assertCanBeWritten(destination, standing, path) {
    const { facts, host } = destination;
    const where = `"${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.display)(path)}" on ${host.name}`;
    if (standing === null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('no-permission', `Cannot restore into ${where}: user ${facts.uid} can't enter that folder. Connect as another user, or restore elsewhere with --target.`);
    }
    if (facts.mounts.of(standing.physical)?.readOnly === true) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('restore-blocked', `Cannot restore into ${where}: it is mounted read-only. Mount it for writing, or restore elsewhere with --target.`);
    }
    if (standing.writable)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('no-permission', `Cannot restore into ${where}: user ${facts.uid} can't write that folder. ${facts.uid === 0 ? `Restore elsewhere with --target, or mend that: ${_who_may_js__WEBPACK_IMPORTED_MODULE_6__/* .WHAT_STOPS_ROOT */ .K}` : 'Connect as its owner or as root, or restore elsewhere with --target.'}`);
}
/** What a workspace's `new` folder is to hold: for each group a folder with its placed names. */
function stagedFolder(groups) {
    return {
        path: STAGED_AT,
        async children() {
            return groups
                .filter(({ stay }) => (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .placedNames */ .w7)(stay).length > 0)
                .map((group) => ({
                node: (0,_repository_format_blank_node_js__WEBPACK_IMPORTED_MODULE_7__/* .blankNode */ .t)(group.id, 'dir', 0o700),
                picks: 'whole',
                folder: placedIn(group.stay),
            }));
        },
    };
}
/** Tells where what is staged at `new/GROUP/…` will stand at the destination: the name that a person knows. */
function placesOf(groups) {
    const folders = new Map(groups.map(({ id, stay }) => [id, stay.folder.path]));
    return (staged) => {
        const [, id = ''] = staged.split('/', 2);
        const folder = folders.get(id);
        if (folder === undefined)
            return '';
        const below = staged.slice(`${STAGED_AT}/${id}`.length);
        return (folder === '/' && below !== '' ? below : `${folder}${below}`);
    };
}
function placedIn(stay) {
    return {
        path: stay.folder.path,
        async children() {
            const children = await stay.folder.children();
            return children.filter(({ node }) => (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlaced */ .AD)(stay.changes.get(node.name)));
        },
    };
}


/***/ }),

/***/ 76440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ Owners)
/* harmony export */ });
/** Whom each restored entry is given to. */
class Owners {
    #canGive;
    #uids;
    #gids;
    /**
     * @param canGive Only root can give files to others.
     * @param accounts Those of the destination, to look names up in; null: the saved numbers are taken.
     */
    constructor(canGive, accounts) {
        this.#canGive = canGive;
        this.#uids = accounts === null ? null : numbersByName(accounts.users);
        this.#gids = accounts === null ? null : numbersByName(accounts.groups);
    }
    /** The owner that `node` is to have, or null where that can't be chosen. */
    of(node) {
        return this.#canGive ? this.forTar(node) : null;
    }
    /** The same for a tar header, which always names one. A name that the destination lacks keeps its number. */
    forTar(node) {
        return {
            uid: this.#uids?.get(node.user) ?? node.uid,
            gid: this.#gids?.get(node.group) ?? node.gid,
        };
    }
}
/** Of two accounts with one name, the first listed is the one that the system finds. */
function numbersByName(names) {
    const numbers = new Map();
    for (const [number, name] of names)
        if (name !== '' && !numbers.has(name))
            numbers.set(name, number);
    return numbers;
}


/***/ }),

/***/ 30737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ assertPathFits),
/* harmony export */   i: () => (/* binding */ assertSafeNames)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _files_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33684);



/**
 * Refuses a tree whose names could make a restore write outside the folder that it stands for, or write one entry
 * over another. Whoever can write to the repository chooses these names.
 *
 * @param path The folder of the tree, for the message.
 * @throws HoldfastError restore-unsafe.
 */
function assertSafeNames(tree, path) {
    // Names that rise, as nearly everywhere, are all different.
    let seen = null;
    let last = '';
    for (const [at, { name }] of tree.nodes.entries()) {
        if (name <= last)
            seen ??= new Set(tree.nodes.slice(0, at).map((node) => node.name));
        const fault = faultOfName(name) ?? (seen?.has(name) === true ? 'it stands there twice' : null);
        if (fault !== null) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('restore-unsafe', `Cannot restore "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(name)}" in "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(path)}": ${fault}, expected one plain name. The snapshot was damaged or made to write elsewhere; nothing was written. Exclude this folder to restore the rest.`);
        }
        seen?.add(name);
        last = name;
    }
}
function faultOfName(name) {
    if (name === '')
        return 'the name is empty';
    if (name === '.' || name === '..')
        return 'the name leads to another folder';
    if (name.includes('/'))
        return 'the name holds a slash';
    if (name.includes('\0'))
        return 'the name holds a NUL';
    if (name.length > _files_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_NAME_BYTES */ .pg)
        return `the name has ${name.length} bytes (at most ${_files_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_NAME_BYTES */ .pg})`;
    return null;
}
/**
 * @param maxBytes How long a path of the snapshot may be, so that a system call takes it at the destination.
 * @throws HoldfastError restore-unsafe.
 */
function assertPathFits(path, maxBytes = _files_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_PATH_BYTES */ .PR) {
    if (path.length <= maxBytes)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('restore-unsafe', `Cannot restore "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(path.slice(0, SHOWN_BYTES))}…": its path has ${path.length} bytes, expected at most ${maxBytes} there (Linux takes ${_files_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_PATH_BYTES */ .PR}). Restore the folders below it on their own (SNAPSHOT:FOLDER with --target), or exclude them; nothing was written.`);
}
const SHOWN_BYTES = 200;


/***/ }),

/***/ 25678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ restoreSource)
});

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/files/path-patterns.js + 2 modules
var path_patterns = __webpack_require__(61098);
// EXTERNAL MODULE: ./build/files/paths.js
var paths = __webpack_require__(33684);
// EXTERNAL MODULE: ./build/repository/find-node.js
var find_node = __webpack_require__(2111);
// EXTERNAL MODULE: ./build/repository/format/blank-node.js
var blank_node = __webpack_require__(10152);
// EXTERNAL MODULE: ./build/operations/backup/manifest.js
var manifest = __webpack_require__(27273);
// EXTERNAL MODULE: ./build/operations/backup/own-tree.js
var own_tree = __webpack_require__(68071);
// EXTERNAL MODULE: ./build/operations/restore/chooser.js
var chooser = __webpack_require__(54175);
// EXTERNAL MODULE: ./build/operations/restore/groups.js
var groups = __webpack_require__(95516);
;// CONCATENATED MODULE: ./build/operations/restore/picks.js
/** The folders `names`, one in another, with `innermost` below them. */
function picksBelow(names, innermost) {
    return names.reduceRight((below, name) => ({ own: false, children: new Map([[name, below]]) }), innermost);
}

;// CONCATENATED MODULE: ./build/operations/restore/source-folder.js



/** The folder whose tree is `tree`, of which `picks` is restored. Its path is where it will stand on the host. */
function sourceFolder(trees, tree, picks, path) {
    return {
        path,
        async children() {
            const { nodes } = await trees.load(tree, path);
            const picked = nodes.filter((node) => picks === 'whole' || picks.children.has(node.name));
            trees.readAhead(picked);
            return picked.map((node, at) => {
                if (node.type !== 'dir')
                    return { node, folder: null, picks: 'whole' };
                const below = picks === 'whole' ? 'whole' : (picks.children.get(node.name) ?? 'whole');
                const childPath = (0,paths/* joinPath */.uJ)(path, node.name);
                const folder = sourceFolder(trees, treeOf(node, childPath), below, childPath);
                return { node, folder: readingAhead(folder, () => trees.readAhead(picked, at + 1)), picks: below };
            });
        },
    };
}
/** `folder`, behind which the next ones are read as soon as somebody looks into it. */
function readingAhead({ path, children }, readAhead) {
    return {
        path,
        children() {
            readAhead();
            return children();
        },
    };
}
/** @throws HoldfastError repository-damaged if a folder's node names no tree. */
function treeOf(node, path) {
    if (node.subtree !== null)
        return node.subtree;
    throw new errors/* HoldfastError */.E('repository-damaged', `Cannot restore the folder "${(0,bytestring.display)(path)}": its node names no tree, expected one. Exclude it to restore the rest; "holdfast check" says what else is damaged.`);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/operations/restore/safe-name.js
var safe_name = __webpack_require__(30737);
// EXTERNAL MODULE: ./build/operations/restore/workspace-name.js
var workspace_name = __webpack_require__(16639);
;// CONCATENATED MODULE: ./build/operations/restore/source-trees.js





/** Nodes that the cache may hold: some 100 MB. A restore goes through all trees five times (plan, space, send, twice verify). */
const MAX_CACHED_NODES = 100_000;
/** Trees of folders beside the one that is walked, which are read meanwhile. */
const READ_AHEAD_TREES = 8;
const RESTORABLE = new Set(['file', 'dir', 'symlink', 'fifo', 'dev', 'chardev']);
/** As many of our own folders are told by name. */
const MAX_TOLD = 5;
/**
 * The trees of what is restored, with every name proved harmless each time a tree is read. Sockets, and types that
 * we don't know, are left out: nothing could be made of them. So is what has a name of a restore's own folders:
 * its journal would pass for ours, and whoever made it could have the next restore or undo rename what they like.
 *
 * Folders above a snapshot's tree (of a target, or of the path to it) are trees of ours: `add`.
 */
class SourceTrees {
    #repository;
    #signal;
    #own = new Map();
    #cache = new Map();
    /** What is restored of trees that were read, each as long as it is in memory. */
    #proven = new WeakMap();
    #cachedNodes = 0;
    #leftOut = new Set();
    #ownFolders = new Set();
    constructor(repository, signal) {
        this.#repository = repository;
        this.#signal = signal;
    }
    /** A tree that stands in no repository, by an ID that no blob has. */
    add(nodes) {
        const id = (0,external_node_crypto_.createHash)('sha256')
            .update(`a tree of no repository ${this.#own.size}`)
            .digest('hex');
        this.#own.set(id, { nodes });
        return id;
    }
    /**
     * @param path For messages.
     * @throws HoldfastError restore-unsafe, repository-damaged, cancelled.
     */
    async load(id, path) {
        const tree = await this.#load(id);
        const known = this.#proven.get(tree);
        if (known !== undefined)
            return known;
        (0,safe_name/* assertSafeNames */.i)(tree, path);
        const isOurs = this.#own.has(id);
        const nodes = tree.nodes.filter((node) => (RESTORABLE.has(node.type) || this.#leaveOut(node)) &&
            (isOurs || !(0,workspace_name/* isOwnFolder */.Zn)(node.name) || this.#leaveOwn((0,paths/* joinPath */.uJ)(path, node.name))));
        const proven = nodes.length === tree.nodes.length ? tree : { nodes };
        this.#proven.set(tree, proven);
        return proven;
    }
    /** Begins to read the first folders of `nodes` from the one at `from` on, which are about to be loaded in this order. */
    readAhead(nodes, from = 0) {
        let ahead = 0;
        for (let at = from; at < nodes.length && ahead < READ_AHEAD_TREES; at++) {
            const subtree = nodes[at]?.subtree ?? null;
            if (subtree === null)
                continue;
            ahead++; // those that are there already, too: else each call would look through all that follow
            if (!this.#cache.has(subtree))
                this.#load(subtree).catch(() => { }); // who loads it meets the same failure
        }
    }
    /** What was left out so far, ready to show. */
    leftOut() {
        const types = [...this.#leftOut].map((type) => `Entries of type ${type} are not restored.`);
        const own = [...this.#ownFolders].map((path) => `"${(0,bytestring.display)(path)}" is not restored: a restore gives such names to its own folders, and would take it for one. ` +
            'To have what is in it, restore that folder by itself to another one (SNAPSHOT:FOLDER with --target).');
        return [...types, ...own];
    }
    #leaveOut(node) {
        this.#leftOut.add(node.type);
        return false;
    }
    #leaveOwn(path) {
        if (this.#ownFolders.size < MAX_TOLD)
            this.#ownFolders.add(path);
        return false;
    }
    async #load(id) {
        const own = this.#own.get(id);
        if (own !== undefined)
            return own;
        const cached = this.#cache.get(id);
        if (cached !== undefined) {
            this.#cache.delete(id);
            this.#cache.set(id, cached);
            return cached.tree;
        }
        return this.#read(id);
    }
    async #read(id) {
        const entry = { tree: this.#repository.loadTree(id, this.#signal), weight: 0 };
        this.#cache.set(id, entry);
        try {
            const tree = await entry.tree;
            entry.weight = tree.nodes.length + 1;
            this.#cachedNodes += entry.weight;
            this.#forgetOldest(id);
            return tree;
        }
        catch (error) {
            this.#cache.delete(id);
            throw error;
        }
    }
    #forgetOldest(keep) {
        for (const [id, { weight }] of this.#cache) {
            if (this.#cachedNodes <= MAX_CACHED_NODES)
                return;
            if (id === keep || weight === 0)
                continue;
            this.#cachedNodes -= weight;
            this.#cache.delete(id);
        }
    }
}

// EXTERNAL MODULE: ./build/files/tar/acl-text.js
var acl_text = __webpack_require__(8846);
// EXTERNAL MODULE: ./build/files/xfs-acl.js
var xfs_acl = __webpack_require__(67350);
// EXTERNAL MODULE: ./build/operations/restore/attribute-kinds.js
var attribute_kinds = __webpack_require__(73888);
// EXTERNAL MODULE: ./build/operations/restore/holes.js
var holes = __webpack_require__(15937);
// EXTERNAL MODULE: ./build/operations/restore/tar-header.js
var tar_header = __webpack_require__(5003);
;// CONCATENATED MODULE: ./build/operations/restore/traits.js







/** Kinds of attributes that are looked at, of the dozen that there are. */
const MAX_KINDS = 50;
/** Names of owners that are looked at: a hostile tree can hold as many as it has entries. */
const MAX_NAMES = 1000;
/** Mount points that are looked at. */
const MAX_MOUNT_POINTS = 100;
const NS_PER_SECOND = 1000000000n;
/** What there is in the chosen entries that not every host can restore. */
class Traits {
    #hasFractions = false;
    #hasHoles = false;
    #attributes = new Map();
    #minor = { value: 0, path: null };
    #aclId = { value: 0, path: null };
    #users = new Map();
    #groups = new Map();
    #mountPoints = [];
    /** @param device What the folder around it was on; 0: nobody knows. */
    add(node, path, device) {
        const isMountPoint = node.type === 'dir' && device !== 0n && ![0n, device].includes(node.deviceId);
        if (isMountPoint && this.#mountPoints.length < MAX_MOUNT_POINTS)
            this.#mountPoints.push(path);
        note(this.#users, node.user, node.uid);
        note(this.#groups, node.group, node.gid);
        const { type, extendedAttributes, mtimeNs, content } = node;
        this.#hasFractions ||= mtimeNs % NS_PER_SECOND !== 0n;
        this.#hasHoles ||= content?.includes(holes/* ZERO_BLOB */.fO) === true;
        if (type === 'dev' || type === 'chardev')
            raise(this.#minor, (0,tar_header/* minorOf */.Hs)(node.deviceNumber), path);
        if (extendedAttributes.length === 0)
            return;
        for (const attribute of extendedAttributes) {
            if ((0,xfs_acl/* isXfsAccessList */.o)(attribute.name))
                continue;
            raise(this.#aclId, (0,acl_text/* largestAclId */.c7)(attribute), path);
            const kind = (0,attribute_kinds/* attributeKind */.zX)(attribute.name);
            if (this.#attributes.size < MAX_KINDS && !this.#attributes.has(kind))
                this.#attributes.set(kind, attribute);
        }
    }
    /** The numbers of users and groups that have names, as they were saved. */
    get owners() {
        return { users: this.#users, groups: this.#groups };
    }
    /** Folders that were filesystems of their own, by their paths in the snapshot. */
    get mountPoints() {
        return this.#mountPoints;
    }
    /** One attribute of each kind. */
    get attributes() {
        return this.#attributes;
    }
    /** There are times with fractions of seconds. */
    get hasFractions() {
        return this.#hasFractions;
    }
    /** What of it `unpacker` can't restore, in words for a person. */
    lostBy({ keepsAttributes, keepsFractions, makesHoles }) {
        const lost = [];
        if (this.#attributes.size > 0 && !keepsAttributes)
            lost.push('extended attributes, access lists and capabilities');
        if (this.#hasFractions && !keepsFractions)
            lost.push('fractions of seconds in times');
        if (this.#hasHoles && !makesHoles)
            lost.push('holes in files (they are filled with zeros)');
        return lost;
    }
    /**
     * To be called before anything is written.
     * @throws HoldfastError host-unsupported if `unpacker` would restore an entry as something else, or fail at it.
     */
    assertTakenBy({ maxDeviceMinor, maxAclId }, hostName) {
        assertBelow(this.#minor, maxDeviceMinor, { what: 'a device with the minor number', hostName });
        assertBelow(this.#aclId, maxAclId, { what: 'an access list for the user or group', hostName });
    }
}
function note(numbers, name, number) {
    if (name !== '' && numbers.size < MAX_NAMES && !numbers.has(name))
        numbers.set(name, number);
}
function raise(extreme, value, path) {
    if (value <= extreme.value)
        return;
    extreme.value = value;
    extreme.path = path;
}
function assertBelow({ value, path }, max, { what, hostName }) {
    if (path === null || value <= max)
        return;
    throw new errors/* HoldfastError */.E('host-unsupported', `Cannot restore "${(0,bytestring.display)(path)}" on ${hostName}: it is or has ${what} ${value}, and the tar there takes ${max} at most. Install GNU tar there, or exclude it; nothing was written.`);
}

// EXTERNAL MODULE: ./build/operations/restore/unsendable.js
var unsendable = __webpack_require__(85221);
;// CONCATENATED MODULE: ./build/operations/restore/wanted.js







/** Inodes of the largest ext4. Whatever has more is no backup, but trees that name one subtree over and over. */
const MAX_ENTRIES = 2 ** 32;
/**
 * Walks the whole tree before anything is written: what is chosen, how much it is, and that nothing in it is
 * hostile or damaged (names, paths too long, files whose blobs are missing or don't add up to their size).
 */
class WantedWalk {
    #repository;
    #trees;
    #choose;
    #traits = new Traits();
    /** Sums of trees with several subfolders, so that a tree that names one subtree over and over takes no longer. */
    #sums = new Map();
    constructor(repository, trees, choose) {
        this.#repository = repository;
        this.#trees = trees;
        this.#choose = choose;
    }
    /** @param longestPrefix Bytes that stand in front of a path of the snapshot at the destination, at most. */
    async wanted({ tree, device }, longestPrefix) {
        const sum = emptySum();
        const root = { tree, device, path: '/' };
        const picks = await this.#folder(root, this.#choose(root.path, true), sum);
        (0,safe_name/* assertPathFits */.e)(`/${sum.longest}`, paths/* MAX_PATH_BYTES */.PR - longestPrefix);
        assertCountFits(sum);
        return { picks, totals: sum, traits: this.#traits };
    }
    async #folder(folder, choice, sum) {
        if (choice === 'none')
            return null;
        if (choice === 'all') {
            addInto(sum, await this.#sumOf(folder), '');
            return 'whole';
        }
        const children = new Map();
        const { nodes } = await this.#trees.load(folder.tree, folder.path);
        for (const [at, node] of nodes.entries()) {
            if (node.type === 'dir')
                this.#trees.readAhead(nodes, at);
            const picks = await this.#child(node, folder, sum);
            if (picks !== null)
                children.set(node.name, picks);
        }
        const own = choice === 'own';
        const isWhole = own && children.size === nodes.length && [...children.values()].every((p) => p === 'whole');
        if (isWhole)
            return 'whole';
        return own || children.size > 0 ? { own, children } : null;
    }
    async #child(node, around, sum) {
        const path = (0,paths/* joinPath */.uJ)(around.path, node.name);
        const choice = this.#choose(path, node.type === 'dir');
        if (choice === 'none')
            return null;
        const below = emptySum();
        const picks = node.type === 'dir' ? await this.#folder(asFolder(node, path), choice, below) : leafPicks(choice);
        if (picks === null)
            return null;
        this.#count(node, path, around.device, below);
        addInto(sum, below, node.name);
        return picks;
    }
    /** The sum of all that is in a tree. */
    async #sumOf({ tree, path, device }) {
        const known = this.#sums.get(tree);
        if (known !== undefined)
            return known;
        (0,safe_name/* assertPathFits */.e)(path);
        const { nodes } = await this.#trees.load(tree, path);
        const sum = emptySum();
        let subfolders = 0;
        for (const [at, node] of nodes.entries()) {
            const below = emptySum();
            const nodePath = (0,paths/* joinPath */.uJ)(path, node.name);
            if (node.type === 'dir') {
                subfolders++;
                this.#trees.readAhead(nodes, at);
                addInto(below, await this.#sumOf(asFolder(node, nodePath)), '');
            }
            this.#count(node, nodePath, device, below);
            addInto(sum, below, node.name);
        }
        if (subfolders > 1)
            this.#sums.set(tree, sum);
        return sum;
    }
    #count(node, path, device, sum) {
        if (node.type === 'dir')
            sum.folders++;
        else if (node.type === 'file') {
            sum.files++;
            sum.bytes += this.#contentBytes(node, path);
        }
        else
            sum.others++;
        this.#traits.add(node, path, device);
        const fault = (0,unsendable/* unsendable */.Y)(node);
        if (fault !== null)
            throw damaged(path, fault);
    }
    /** Size of a file's content, which must be what its node says. */
    #contentBytes(node, path) {
        let bytes = 0;
        for (const id of node.content ?? []) {
            const size = this.#repository.blobSize('data', id);
            if (size === null)
                throw damaged(path, `its blob ${id} is missing from the repository`);
            bytes += size;
        }
        if (BigInt(bytes) !== node.sizeBytes) {
            throw damaged(path, `its blobs hold ${bytes} bytes and its node says ${node.sizeBytes}`);
        }
        return bytes;
    }
}
function asFolder(node, path) {
    return { tree: treeOf(node, path), device: node.deviceId, path };
}
function leafPicks(choice) {
    return choice === 'all' || choice === 'own' ? 'whole' : null;
}
function emptySum() {
    return { files: 0, folders: 0, others: 0, bytes: 0, longest: '' };
}
function addInto(sum, part, name) {
    sum.files += part.files;
    sum.folders += part.folders;
    sum.others += part.others;
    sum.bytes += part.bytes;
    const longest = part.longest === '' || name === '' ? name + part.longest : `${name}/${part.longest}`;
    if (longest.length > sum.longest.length)
        sum.longest = longest;
}
function assertCountFits({ files, folders, others }) {
    const entries = files + folders + others;
    if (entries <= MAX_ENTRIES)
        return;
    throw new errors/* HoldfastError */.E('restore-unsafe', `Cannot restore the snapshot: its trees name ${entries} entries, expected at most ${MAX_ENTRIES}. It was made to fill the disk; nothing was written. Restore a part of it with --include.`);
}
function damaged(path, what) {
    return new errors/* HoldfastError */.E('repository-damaged', `Cannot restore "${(0,bytestring.display)(path)}": ${what}. Nothing was written. Exclude it to restore the rest, or take another snapshot; "holdfast check" says what else is damaged.`);
}

;// CONCATENATED MODULE: ./build/operations/restore/source.js















const ROOT = '/';
/** By so much the path of an entry in staging can be longer than at its destination. */
const STAGING_BYTES = `/${workspace_name/* STAGING_PREFIX */.th}12345678-12345678/new/`.length + groups/* GROUP_ID_DIGITS */.ry;
/**
 * Finds what is to be restored, and proves before anything is written that none of it is hostile or damaged.
 * @throws HoldfastError restore-unsafe, repository-damaged, bad-input, restore-blocked.
 */
async function restoreSource(repository, options, signal) {
    const trees = new SourceTrees(repository, signal);
    const { target } = options;
    const folder = folderOf(options);
    const { snapshot } = options.snapshot;
    const saved = folder === null ? null : await savedFolder(repository, snapshot, folder, signal);
    const folderTree = saved?.subtree ?? snapshot.tree;
    // Below a target, what is in the folder stands at once; at its original place, the folder stands where it was.
    const tree = target === null ? snapshot.tree : folderTree;
    const choose = chooserFor(options, target === null ? folder : null, await savedPaths(trees, options, tree));
    // Below a target nobody expects other filesystems.
    const device = target === null ? await (0,manifest/* savedRootDevice */.Es)(repository, options.snapshot, signal) : 0n;
    const prefixBytes = (target?.length ?? 0) + STAGING_BYTES;
    const { picks, totals, traits } = await new WantedWalk(repository, trees, choose).wanted({ tree, device }, prefixBytes);
    if (picks === null)
        throw nothingChosen(options);
    const names = target === null ? [] : target.split('/').filter((name) => name !== '');
    const root = names.reduceRight((below, name, i) => {
        const isTarget = i === names.length - 1;
        const made = { ...(0,blank_node/* blankNode */.t)(name, 'dir', options.likeFolder ? 0o755 : 0o700), mtimeNs: snapshot.timeNs };
        const node = options.likeFolder && isTarget && saved !== null ? { ...saved, name } : made;
        return trees.add([{ ...node, subtree: below }]);
    }, tree);
    const placedPicks = target === null ? picks : picksBelow(names, await contentsOf(trees, tree, picks));
    return {
        trees,
        root: sourceFolder(trees, root, placedPicks, ROOT),
        picks: placedPicks,
        totals,
        traits,
        choose: target === null ? choose : below(target, choose),
    };
}
/**
 * What is in a folder, but not the folder itself: a target that exists is never replaced, and of the root of a
 * snapshot no metadata was saved.
 */
async function contentsOf(trees, tree, picks) {
    if (picks !== 'whole')
        return { own: false, children: picks.children };
    const { nodes } = await trees.load(tree, ROOT);
    return { own: false, children: new Map(nodes.map(({ name }) => [name, 'whole'])) };
}
function below(target, choose) {
    return (path, isFolder) => choose((path.slice(target === '/' ? 0 : target.length) || '/'), isFolder);
}
function chooserFor(options, place, saved) {
    const { includes, iincludes, excludes, iexcludes } = options;
    return (0,chooser/* chooser */.y)({
        roots: place === null ? saved : [place],
        include: [(0,path_patterns/* compilePatterns */.x)(includes), (0,path_patterns/* compilePatterns */.x)(iincludes, { ignoreCase: true })],
        exclude: [(0,path_patterns/* compilePatterns */.x)(excludes), (0,path_patterns/* compilePatterns */.x)(iexcludes, { ignoreCase: true })],
        patternRoot: place ?? ROOT,
        leftOut: options.includeOwn || folderOf(options) !== null ? null : own_tree/* OWN_PATH */.xD,
    });
}
/** `SNAPSHOT:/` is the whole snapshot. */
function folderOf({ folder }) {
    return folder === ROOT ? null : folder;
}
async function savedFolder(repository, { tree }, folder, signal) {
    const node = await (0,find_node/* findNode */.c)(repository, tree, folder, signal);
    if (node?.type === 'dir' && node.subtree !== null)
        return node;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot restore "${(0,bytestring.display)(folder)}" of the snapshot: ${node === null ? 'nothing of that name is in it' : `it is a ${(0,bytestring.displayText)(node.type)}`}, expected a folder. List the snapshot with "ls"; for a single file use --include.`);
}
/**
 * The paths that the snapshot was made of, in `tree`: what is above them was only on the way. A part of a snapshot,
 * and one that was made of relative paths (its tree doesn't begin at the root), count as a whole.
 */
async function savedPaths(trees, options, tree) {
    const { snapshot } = options.snapshot;
    if (folderOf(options) !== null)
        return [ROOT];
    const found = [];
    for (const path of snapshot.paths) {
        const inTree = await pathInTree(trees, tree, path);
        if (inTree !== null)
            found.push(inTree);
        else if (options.target === null)
            throw relativePath(path);
        else
            return [ROOT];
    }
    // What Holdfast added is in no path, and is chosen only when asked for.
    return [...(found.length === 0 ? [ROOT] : found), ...(options.includeOwn ? [own_tree/* OWN_PATH */.xD] : [])];
}
/** Follows `path`, in which restic wrote U+FFFD for bytes that aren't UTF-8, down the tree. */
async function pathInTree(trees, tree, path) {
    let at = ROOT;
    let subtree = tree;
    for (const name of path.split('/').filter((part) => part !== '')) {
        if (subtree === null)
            return null;
        const { nodes } = await trees.load(subtree, at);
        const node = nodes.find((child) => (0,bytestring.toBytes)(child.name).toString('utf8') === name);
        if (node === undefined)
            return null;
        at = (0,paths/* joinPath */.uJ)(at, node.name);
        subtree = node.subtree;
    }
    return at;
}
function relativePath(path) {
    return new errors/* HoldfastError */.E('restore-blocked', `Cannot restore to the original place: "${(0,bytestring.displayText)(path)}" isn't in the snapshot's tree, expected it there; the snapshot was made of a relative path. Name a folder with --target.`);
}
function nothingChosen(options) {
    const { includes, excludes, iincludes, iexcludes, snapshot } = options;
    const isNarrowed = [includes, excludes, iincludes, iexcludes].some(({ length }) => length > 0);
    const why = isNarrowed
        ? 'no entry of it was chosen, expected one at least. List it with "ls" and correct --include and --exclude; ' +
            `what Holdfast added, at ${own_tree/* OWN_PATH */.xD}, is chosen only with --own`
        : `it holds no files of a host, only what Holdfast added, at ${own_tree/* OWN_PATH */.xD}, expected some. ` +
            'Put a dump of it back with --database, or restore all of that as files with --own';
    return new errors/* HoldfastError */.E('bad-input', `Cannot restore anything of snapshot ${snapshot.id.slice(0, 8)}: ${why}.`);
}


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

/***/ 85221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ unsendable)
/* harmony export */ });
/* harmony import */ var _files_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33684);

/**
 * What in `node` no tar archive can hold and no system call takes, or null. Names are another matter (safe-name.ts), as
 * are sizes: whoever reads the contents knows them.
 */
function unsendable({ type, linkTarget, extendedAttributes }) {
    if (type === 'symlink') {
        if (linkTarget === '')
            return 'the symlink has no target';
        if (linkTarget.includes('\0'))
            return "the symlink's target holds a NUL";
        if (linkTarget.length > _files_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_PATH_BYTES */ .PR) {
            return `the symlink's target has ${linkTarget.length} bytes, expected at most ${_files_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_PATH_BYTES */ .PR}`;
        }
    }
    for (const { name } of extendedAttributes) {
        if (name === '')
            return 'an extended attribute has no name';
        if (name.includes('\0'))
            return 'the name of an extended attribute holds a NUL';
    }
    return null;
}


/***/ })

};
