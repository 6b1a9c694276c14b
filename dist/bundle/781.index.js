export const id = 781;
export const ids = [781];
export const modules = {

/***/ 41155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   snapshotFilter: () => (/* binding */ snapshotFilter)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _settings_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51767);
/* harmony import */ var _settings_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15787);



/**
 * The filter that the flags ask for. As restic's: the host is RESTIC_HOST's without --host, and anyone's with an empty
 * one; a path is read as restic does, from the working folder. @throws HoldfastError bad-input.
 */
function snapshotFilter(flags, env) {
    const hosts = flags.host.length > 0 ? flags.host : [env['RESTIC_HOST'] ?? ''];
    return {
        hosts: hosts.filter((host) => host !== ''),
        target: flags.of ?? null,
        tags: flags.tag.map((list) => (0,_settings_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .splitTags */ .c)([list])),
        paths: flags.path.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path)),
        ...(flags.notAfter === undefined ? {} : { notAfterNs: (0,_settings_time_js__WEBPACK_IMPORTED_MODULE_2__.parseTime)(flags.notAfter, '--not-after') }),
    };
}


/***/ }),

/***/ 33684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   Fl: () => (/* binding */ baseName),
/* harmony export */   GC: () => (/* binding */ isEntryName),
/* harmony export */   Gw: () => (/* binding */ ancestorsOf),
/* harmony export */   PR: () => (/* binding */ MAX_PATH_BYTES),
/* harmony export */   Po: () => (/* binding */ tooLong),
/* harmony export */   pg: () => (/* binding */ MAX_NAME_BYTES),
/* harmony export */   ts: () => (/* binding */ cleanPath),
/* harmony export */   uJ: () => (/* binding */ joinPath),
/* harmony export */   yl: () => (/* binding */ parentPath)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


/**
 * Longest path in bytes that Linux takes in one call: PATH_MAX less the closing NUL. `find` lists longer ones, step by
 * step; `tar -T` and `stat` refuse them.
 */
const MAX_PATH_BYTES = 4095;
/** What is wrong with a path that no call takes, as a listing's problem; null for any other. */
function tooLong({ length }) {
    return length <= MAX_PATH_BYTES ? null : `its path has ${length} bytes, expected at most ${MAX_PATH_BYTES}`;
}
/** Longest name of one entry in bytes (NAME_MAX of every common Linux filesystem). */
const MAX_NAME_BYTES = 255;
const ROOT = '/';
/** The folder that `path` (absolute, clean) stands in; that of the root is the root. */
function parentPath(path) {
    const slash = path.lastIndexOf('/');
    return slash <= 0 ? ROOT : path.slice(0, slash);
}
/** The last component of `path` (absolute, clean); empty for the root. */
function baseName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
/**
 * The path of the entry `name` in `folder` (absolute, clean).
 *
 * @throws HoldfastError restore-unsafe if `name` isn't the name of one entry: empty, `.`, `..`, or holding `/` or NUL.
 *   Names come from trees that somebody else may have written.
 */
function joinPath(folder, name) {
    if (!isEntryName(name)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('restore-unsafe', `Cannot use the name "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(name)}" in "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(folder)}": expected one component of a path. ` +
            'The tree that holds it was damaged or made to write outside its root: do not trust it.');
    }
    return (folder === ROOT ? `/${name}` : `${folder}/${name}`);
}
/** Whether `name` can be the name of one entry of a folder. */
function isEntryName(name) {
    return name !== '' && name !== '.' && name !== '..' && !name.includes('/') && !name.includes('\0');
}
/** Whether `path` lies below `folder`, at any depth. Both absolute and clean; nothing lies inside itself. */
function isInside(path, folder) {
    if (folder === ROOT)
        return path !== ROOT;
    return path.length > folder.length && path[folder.length] === '/' && path.startsWith(folder);
}
/** The folders above `path` (absolute, clean) from the root down, without `path` itself. */
function ancestorsOf(path) {
    if (path === ROOT)
        return [];
    const ancestors = [ROOT];
    for (let slash = path.indexOf('/', 1); slash !== -1; slash = path.indexOf('/', slash + 1)) {
        ancestors.push(path.slice(0, slash));
    }
    return ancestors;
}
/**
 * `path` as an absolute path without empty components, `.` or a trailing slash.
 *
 * @throws HoldfastError bad-input if it is relative, holds NUL or `..` (which, behind a symlink, isn't what it looks
 *   like), or is longer than MAX_PATH_BYTES.
 */
function cleanPath(path) {
    const refuse = (actual, advice) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use the path "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(path)}": ${actual}. ${advice}`);
    if (!path.startsWith('/'))
        throw refuse('it is relative, expected an absolute path', 'Begin it with "/".');
    if (path.includes('\0'))
        throw refuse('it holds a NUL byte, which no path can', 'Take it out.');
    const components = path.split('/').filter((component) => component !== '' && component !== '.');
    if (components.includes('..'))
        throw refuse('it holds "..", expected none', 'Write the path without "..".');
    const clean = `/${components.join('/')}`;
    if (clean.length > MAX_PATH_BYTES) {
        throw refuse(`it has ${clean.length} bytes, expected at most ${MAX_PATH_BYTES}`, 'Choose a folder above it.');
    }
    return clean;
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

/***/ 90701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   requireNewFiles: () => (/* binding */ requireNewFiles),
/* harmony export */   writeNewFile: () => (/* binding */ writeNewFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53648);



/**
 * Writes a new file on this machine, for its owner alone: what is in a backup may be secret. Nothing is overwritten,
 * and a file that was not finished is removed: a half must not look like a whole.
 *
 * @param write Gets a sink for the bytes, which resolves when more are wanted.
 * @throws HoldfastError bad-input if the file can't be made; what `write` throws.
 */
async function writeNewFile(path, write) {
    const file = await openNew(path);
    try {
        // On a handle writeFile goes on where the last one ended; unlike write, it never writes only a part.
        const result = await write((bytes) => file.writeFile(bytes));
        await file.sync();
        return result;
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true });
        throw asNoSpace(path, error);
    }
    finally {
        await file.close();
    }
}
/** More than a page or a sheet mostly has: see tryWritingTo. */
const TRIAL_BYTES = 64 * 1024;
/**
 * That `writeNewFile` can make each of `paths` is tried before what goes into them is worked for, which may take hours: under their own
 * names, side by side, so that one that is named twice, or is too long, shows too. All are removed again.
 *
 * @throws HoldfastError bad-input, no-space, naming the first that can't be made.
 */
async function requireNewFiles(paths) {
    const made = [];
    try {
        for (const path of paths) {
            const file = await openNew(path);
            made.push(path);
            try {
                await file.writeFile(Buffer.alloc(TRIAL_BYTES));
                await file.sync();
            }
            catch (error) {
                throw asNoSpace(path, error);
            }
            finally {
                await file.close();
            }
        }
    }
    finally {
        for (const path of made)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.unlink)(path);
    }
}
/** @throws HoldfastError bad-input when there is something, or nothing can be made. */
async function openNew(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'wx', 0o600).catch((cause) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot make the file ${JSON.stringify(path)}: ${(0,_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .systemErrorText */ .f9)(cause)}. ${adviceOn(cause)}`, { cause });
    });
}
function adviceOn(error) {
    return (0,_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .xU)(error) === 'EEXIST'
        ? "Name one that isn't there yet."
        : 'Name one in a folder that is there and that you may write to.';
}
function asNoSpace(path, error) {
    const code = (0,_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .xU)(error);
    if (code !== 'ENOSPC' && code !== 'EDQUOT')
        return error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('no-space', `Cannot write the file ${JSON.stringify(path)}: its disk is full. What was written is removed; make room, or name ` +
        'a file on another disk.', { cause: error });
}


/***/ }),

/***/ 62321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dump: () => (/* binding */ dump)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _files_tar_writer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88205);
/* harmony import */ var _list_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45400);
/* harmony import */ var _restore_safe_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30737);
/* harmony import */ var _restore_tar_header_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5003);
/* harmony import */ var _restore_unsendable_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(85221);
/* harmony import */ var _walk_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82187);








/**
 * Writes what stands at `path` in the snapshot with tree `root`: a file's bytes as they are, a folder (`/`: the whole
 * snapshot) as a tar archive (pax) in which everything has its path in the snapshot, without the leading slash.
 *
 * @throws HoldfastError bad-input if there is nothing, or neither file nor folder; repository-damaged; restore-unsafe for
 *   names that would lead whoever unpacks the archive elsewhere.
 */
async function dump(repository, root, path, options) {
    const at = path.replace(/\/+$/, '');
    if (at === '') {
        await dumpFolder(repository, root, at, options);
        return;
    }
    const placed = await (0,_list_tree_js__WEBPACK_IMPORTED_MODULE_0__.nodeAt)(repository, root, at, options.signal);
    if (placed.node.type === 'dir') {
        await dumpFolder(repository, (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .subtreeOf */ .g)(placed), placed.path, options);
    }
    else if (placed.node.type === 'file') {
        for await (const bytes of fileContent(repository, placed, options.signal))
            await options.sink(bytes);
    }
    else {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot dump "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.display)(at)}": it is a ${placed.node.type}, expected a file or a folder.`);
    }
}
async function dumpFolder(repository, tree, below, { sink, signal }) {
    const tar = new _files_tar_writer_js__WEBPACK_IMPORTED_MODULE_4__/* .TarWriter */ .r(sink, 'pax');
    for await (const placed of (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .walkTree */ .I)(repository, tree, { below, check: _restore_safe_name_js__WEBPACK_IMPORTED_MODULE_5__/* .assertSafeNames */ .i, signal })) {
        const { node, path } = placed;
        if (!IN_TAR.has(node.type))
            continue;
        const fault = (0,_restore_unsendable_js__WEBPACK_IMPORTED_MODULE_6__/* .unsendable */ .Y)(node);
        if (fault !== null)
            throw damaged(path, fault);
        const header = (0,_restore_tar_header_js__WEBPACK_IMPORTED_MODULE_7__/* .headerOf */ .rR)(node, path.slice(1), { uid: node.uid, gid: node.gid });
        await tar.add(header, node.type === 'file' ? fileContent(repository, placed, signal) : undefined);
    }
    await tar.finish();
}
/** What a tar archive can hold; sockets are in no archive. */
const IN_TAR = new Set(['file', 'dir', 'symlink', 'fifo', 'dev', 'chardev']);
/**
 * A file's bytes.
 * @throws HoldfastError repository-damaged, at once, when they aren't all there or aren't as many as the file has.
 */
function fileContent(repository, { path, node }, signal) {
    const content = node.content ?? [];
    let sizeBytes = 0n;
    for (const id of content) {
        const blobBytes = repository.blobSize('data', id);
        if (blobBytes === null)
            throw damaged(path, `its blob ${id} is missing`);
        sizeBytes += BigInt(blobBytes);
    }
    if (node.content === null || sizeBytes !== node.sizeBytes) {
        throw damaged(path, `its blobs hold ${sizeBytes} bytes, expected ${node.sizeBytes}`);
    }
    return repository.loadBlobs('data', content, signal);
}
function damaged(path, problem) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('repository-damaged', `Cannot read "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.display)(path)}": ${problem}. Run \`holdfast check --read-data\`.`);
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


/***/ }),

/***/ 41246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ modeOf),
/* harmony export */   k: () => (/* binding */ permissionsOf)
/* harmony export */ });
/** Type bits of Go's os.FileMode, by node type. */
const TYPE_BITS = new Map([
    ['dir', 2 ** 31],
    ['symlink', 2 ** 27],
    ['dev', 2 ** 26],
    ['chardev', 2 ** 26 + 2 ** 21],
    ['fifo', 2 ** 25],
    ['socket', 2 ** 24],
    ['irregular', 2 ** 19],
]);
/** Go's bits of setuid, setgid and sticky, and those of Unix. */
const SPECIAL_BITS = [
    [2 ** 23, 0o4000],
    [2 ** 22, 0o2000],
    [2 ** 20, 0o1000],
];
/** Go's os.FileMode of an entry with these Unix permission bits (0 to 0o7777). A type without bits is a file's. */
function modeOf(type, permissions) {
    let mode = (TYPE_BITS.get(type) ?? 0) + (permissions & 0o777);
    for (const [goBit, unixBit] of SPECIAL_BITS)
        if ((permissions & unixBit) !== 0)
            mode += goBit;
    return mode;
}
/** The Unix permission bits (0 to 0o7777) in Go's os.FileMode `mode`. */
function permissionsOf(mode) {
    let permissions = mode & 0o777;
    for (const [goBit, unixBit] of SPECIAL_BITS)
        if ((mode & goBit) !== 0)
            permissions |= unixBit;
    return permissions;
}


/***/ }),

/***/ 51767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ parseNewTags),
/* harmony export */   c: () => (/* binding */ splitTags)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47508);


/** Single tags out of restic's form `a,b`, given once or several times; empty ones are left out, as restic does. */
function splitTags(lists) {
    return lists.flatMap((list) => list.split(',').map((tag) => tag.trim())).filter((tag) => tag !== '');
}
/**
 * The same for a new snapshot. Ours say what it is: with one of them it would be another application's, or a checkpoint, which
 * the next backup removes.
 *
 * @param name What a person gave them by.
 * @throws HoldfastError bad-input.
 */
function parseNewTags(lists, name) {
    const tags = splitTags(lists);
    const own = tags.find(_repository_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .isOwnTag */ .$3);
    if (own === undefined)
        return tags;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(own)}, and that is a tag of Holdfast’s own, expected neither \`incomplete\` nor one that ` +
        'begins with `holdfast:`. Choose another; what a snapshot is of, and why it stays, is said by `of` (`target`) and `keep-because`.');
}


/***/ })

};
