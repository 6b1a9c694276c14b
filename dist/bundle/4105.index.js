export const id = 4105;
export const ids = [4105];
export const modules = {

/***/ 8846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c7: () => (/* binding */ largestAclId),
/* harmony export */   nZ: () => (/* binding */ decodeAcl),
/* harmony export */   vJ: () => (/* binding */ encodeAcl)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21280);


// Linux' binary form of an access list (linux/posix_acl_xattr.h): a version, then tag, permissions and ID of each entry.
const VERSION = 2;
const HEADER_BYTES = 4;
const ENTRY_BYTES = 8;
const NO_ID = 0xffffffff;
const TAG = { ownUser: 0x01, user: 0x02, ownGroup: 0x04, group: 0x08, mask: 0x10, other: 0x20 };
/**
 * The access list that `text` says (`user::rw-,user:1000:r--,user:name:r--:1000,mask::r--`), as the extended attribute
 * that Linux keeps it in.
 *
 * @throws HoldfastError command-failed at an entry that isn't one, or that has a name and no number.
 */
function decodeAcl(text) {
    const entries = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromBytes)(text)
        .split(/[,\n]/)
        .filter((entry) => entry !== '')
        .map(decodeEntry)
        .sort((a, b) => a.tag - b.tag || a.id - b.id);
    const bytes = Buffer.alloc(HEADER_BYTES + entries.length * ENTRY_BYTES);
    bytes.writeUInt32LE(VERSION);
    for (const [i, { tag, permissions, id }] of entries.entries()) {
        const at = HEADER_BYTES + i * ENTRY_BYTES;
        bytes.writeUInt16LE(tag, at);
        bytes.writeUInt16LE(permissions, at + 2);
        bytes.writeUInt32LE(id, at + 4);
    }
    return bytes;
}
/**
 * The text of the access list that `value` is, every entry with its number as libarchive reads it (`user:12:r--:12`).
 * Null if it is no access list of Linux.
 */
function encodeAcl(value) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    const isList = bytes.length >= HEADER_BYTES && (bytes.length - HEADER_BYTES) % ENTRY_BYTES === 0;
    if (!isList || bytes.readUInt32LE() !== VERSION)
        return null;
    const entries = [];
    for (let at = HEADER_BYTES; at < bytes.length; at += ENTRY_BYTES) {
        const name = nameOfTag(bytes.readUInt16LE(at));
        const letters = lettersOf(bytes.readUInt16LE(at + 2));
        if (name === null || letters === null)
            return null;
        const id = bytes.readUInt32LE(at + 4);
        entries.push(name.endsWith(':') ? `${name}${id}:${letters}:${id}` : `${name}::${letters}`);
    }
    return Buffer.from(entries.join());
}
/** The largest number of a user or group in an attribute that is an access list; 0 if there is none. */
function largestAclId({ name, value }) {
    const text = name.startsWith('system.posix_acl_') ? encodeAcl(value) : null;
    const ids = text === null ? [] : [...text.toString().matchAll(/:(\d+)(?:,|$)/g)].map(([, id]) => Number(id));
    return Math.max(0, ...ids);
}
/** Of an entry for one user or group it ends in a colon. */
function nameOfTag(tag) {
    switch (tag) {
        case TAG.ownUser:
            return 'user';
        case TAG.user:
            return 'user:';
        case TAG.ownGroup:
            return 'group';
        case TAG.group:
            return 'group:';
        case TAG.mask:
            return 'mask';
        case TAG.other:
            return 'other';
        default:
            return null;
    }
}
function lettersOf(permissions) {
    if (permissions > 7)
        return null;
    return [4, 2, 1].map((bit, i) => ((permissions & bit) === 0 ? '-' : 'rwx'[i])).join('');
}
function decodeEntry(text) {
    const [kind = '', who = '', permissions = '', number = who] = text.split(':');
    const tag = tagOf(kind, who);
    const id = tag === TAG.user || tag === TAG.group ? Number(number) : NO_ID;
    if (tag === undefined || !/^[r-][w-][x-]$/.test(permissions) || !(id <= NO_ID) || !/^\d*$/.test(number)) {
        throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .tarFault */ .e)(`the access list holds "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.display)(text)}"`);
    }
    return { tag, permissions: permissionsOf(permissions), id };
}
function tagOf(kind, who) {
    if (kind === 'user')
        return who === '' ? TAG.ownUser : TAG.user;
    if (kind === 'group')
        return who === '' ? TAG.ownGroup : TAG.group;
    if (who !== '')
        return undefined;
    return kind === 'mask' ? TAG.mask : kind === 'other' ? TAG.other : undefined;
}
function permissionsOf(letters) {
    return (letters[0] === 'r' ? 4 : 0) | (letters[1] === 'w' ? 2 : 0) | (letters[2] === 'x' ? 1 : 0);
}


/***/ }),

/***/ 17577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qf: () => (/* binding */ inBlocks),
/* harmony export */   Yo: () => (/* binding */ BLOCK_BYTES),
/* harmony export */   Zt: () => (/* binding */ paddingOf)
/* harmony export */ });
/** Everything in a tar archive comes in blocks of this size (POSIX pax, "ustar Interchange Format"). */
const BLOCK_BYTES = 512;
/** Bytes of padding behind content of `sizeBytes`. */
function paddingOf(sizeBytes) {
    return (BLOCK_BYTES - (sizeBytes % BLOCK_BYTES)) % BLOCK_BYTES;
}
/** `sizeBytes` rounded up to whole blocks. */
function inBlocks(sizeBytes) {
    return sizeBytes + paddingOf(sizeBytes);
}


/***/ }),

/***/ 51988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cf: () => (/* binding */ libarchiveAttribute),
/* harmony export */   Td: () => (/* binding */ attributesOf),
/* harmony export */   Ug: () => (/* binding */ addRecords),
/* harmony export */   Zu: () => (/* binding */ merged),
/* harmony export */   dM: () => (/* binding */ gnuAttribute),
/* harmony export */   rc: () => (/* binding */ MAX_ID)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _xfs_acl_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67350);
/* harmony import */ var _acl_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8846);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21280);
/* harmony import */ var _pax_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22853);





const XATTR_PREFIX = 'SCHILY.xattr.';
/** bsdtar's: the name with other bytes than letters as `%3D`, the value in base64 without padding. */
const LIBARCHIVE_PREFIX = 'LIBARCHIVE.xattr.';
/** Access lists as text (star's and bsdtar's), and the attributes that they are on Linux. */
const ACL_ATTRIBUTES = {
    'SCHILY.acl.access': 'system.posix_acl_access',
    'SCHILY.acl.default': 'system.posix_acl_default',
};
const SPARSE_PREFIX = 'GNU.sparse.';
const MAX_ID = 2 ** 32 - 1;
/**
 * Adds `records` to `to`. A later record wins over an earlier one of the same key; an empty value takes back what
 * stood there before (POSIX pax), but is a value for an extended attribute.
 *
 * @param scope `global`: from a header for all members that follow, which may not name or measure any one of them.
 * @throws HoldfastError command-failed at a value that can't be right.
 */
function addRecords(records, to, scope) {
    for (const { key, value } of records) {
        if (scope === 'global' && isOfOneMember(key)) {
            throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .tarFault */ .e)(`a global pax header sets "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(key)}", which differs from member to member`);
        }
        if (key.startsWith(XATTR_PREFIX))
            addAttribute(decodeAttributeName(key.slice(XATTR_PREFIX.length)), value, to);
        else if (key.startsWith(LIBARCHIVE_PREFIX))
            addLibarchiveAttribute(key, value, to);
        else if (key in ACL_ATTRIBUTES)
            addAttribute(ACL_ATTRIBUTES[key], (0,_acl_text_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeAcl */ .nZ)(value), to);
        else if (key.startsWith(SPARSE_PREFIX))
            addSparse(key, value, to);
        else
            addField(key, value, to);
    }
}
/** `global` and, over it, `member`. */
function merged(global, member) {
    if (Object.keys(global).length === 0)
        return member;
    const both = { ...global, ...member };
    if (global.extendedAttributes !== undefined && member.extendedAttributes !== undefined) {
        both.extendedAttributes = new Map([...global.extendedAttributes, ...member.extendedAttributes]);
    }
    return both;
}
/** The attributes of `extensions`, with their values copied out of the archive's buffers. */
function attributesOf(extensions) {
    if (extensions.extendedAttributes === undefined)
        return NO_ATTRIBUTES;
    return Array.from(extensions.extendedAttributes, ([name, value]) => ({ name, value: Buffer.from(value) }));
}
const NO_ATTRIBUTES = [];
/** The pax record of an attribute for GNU tar: `=` and `%` in its name as `%3D` and `%25`, since a keyword ends at `=`. */
function gnuAttribute({ name, value }) {
    const encoded = name.replaceAll('%', '%25').replaceAll('=', '%3D');
    return { key: `${XATTR_PREFIX}${encoded}`, value };
}
/**
 * The same for bsdtar, which takes access lists as text alone. One that makes no sense is sent as an attribute, and it
 * is the verification that finds it missing.
 */
function libarchiveAttribute({ name, value }) {
    for (const [key, attribute] of Object.entries(ACL_ATTRIBUTES)) {
        const text = name === attribute ? (0,_acl_text_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeAcl */ .vJ)(value) : null;
        if (text !== null)
            return { key, value: text };
    }
    const encoded = name.replace(/[^A-Za-z0-9._-]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
    const base64 = Buffer.from(value).toString('base64').replaceAll('=', '');
    return { key: `${LIBARCHIVE_PREFIX}${encoded}`, value: Buffer.from(base64) };
}
function decodeAttributeName(name) {
    return name.replaceAll('%3D', '=').replaceAll('%25', '%');
}
function isOfOneMember(key) {
    return key === 'path' || key === 'linkpath' || key === 'size' || key.startsWith(SPARSE_PREFIX);
}
function addLibarchiveAttribute(key, value, to) {
    const name = key
        .slice(LIBARCHIVE_PREFIX.length)
        .replace(/%([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    addAttribute(name, Buffer.from(value.toString('latin1'), 'base64'), to);
}
function addAttribute(name, value, to) {
    if (name === '')
        throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .tarFault */ .e)('a pax record holds an extended attribute without a name');
    if ((0,_xfs_acl_js__WEBPACK_IMPORTED_MODULE_3__/* .isXfsAccessList */ .o)(name))
        return;
    to.extendedAttributes ??= new Map();
    to.extendedAttributes.set(name, value);
}
function addField(key, value, to) {
    const or = (decode) => (value.length === 0 ? undefined : decode());
    switch (key) {
        case 'path':
            to.path = or(() => nameOf(value, 'path'));
            break;
        case 'linkpath':
            to.linkTarget = or(() => nameOf(value, 'linkpath'));
            break;
        case 'size':
            to.sizeBytes = or(() => (0,_pax_js__WEBPACK_IMPORTED_MODULE_4__/* .decodePaxNumber */ .xK)(value, Number.MAX_SAFE_INTEGER, 'size'));
            break;
        case 'uid':
            to.uid = or(() => (0,_pax_js__WEBPACK_IMPORTED_MODULE_4__/* .decodePaxNumber */ .xK)(value, MAX_ID, 'uid'));
            break;
        case 'gid':
            to.gid = or(() => (0,_pax_js__WEBPACK_IMPORTED_MODULE_4__/* .decodePaxNumber */ .xK)(value, MAX_ID, 'gid'));
            break;
        case 'uname':
            to.user = or(() => nameOf(value, 'uname'));
            break;
        case 'gname':
            to.group = or(() => nameOf(value, 'gname'));
            break;
        case 'mtime':
            to.mtimeNs = or(() => (0,_pax_js__WEBPACK_IMPORTED_MODULE_4__/* .decodePaxTime */ .nR)(value));
            break;
        case 'ctime':
            to.ctimeNs = or(() => (0,_pax_js__WEBPACK_IMPORTED_MODULE_4__/* .decodePaxTime */ .nR)(value));
            break;
        default: // atime, comment, hdrcharset, and what other tars invented: no part of what we keep
    }
}
function addSparse(key, value, to) {
    to.sparse ??= {};
    switch (key.slice(SPARSE_PREFIX.length)) {
        case 'major':
            to.sparse.major = value.toString('latin1');
            break;
        case 'minor':
            to.sparse.minor = value.toString('latin1');
            break;
        case 'name':
            to.sparse.name = nameOf(value, key);
            break;
        case 'realsize':
            to.sparse.realSizeBytes = (0,_pax_js__WEBPACK_IMPORTED_MODULE_4__/* .decodePaxNumber */ .xK)(value, Number.MAX_SAFE_INTEGER, key);
            break;
        default:
            throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .tarFault */ .e)(`the sparse record "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(key)}" is unknown, expected sparse format 1.0`);
    }
}
/** @throws HoldfastError command-failed if `value` holds a NUL, which no name on a Unix host can. */
function nameOf(value, key) {
    const name = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromBytes)(value);
    if (name.includes('\0'))
        throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .tarFault */ .e)(`the pax ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(key)} holds a NUL byte`);
    return name;
}


/***/ }),

/***/ 21280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ TooMuch),
/* harmony export */   e: () => (/* binding */ tarFault)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/**
 * The error of an entry that is rightly sent, and of which there is more than we take in: whoever has a folder on a host can make one.
 * What comes behind it in the stream isn't read; of the entry nothing was given.
 */
class TooMuch extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E {
    /** What is too much, ready to show. */
    found;
    constructor(found) {
        super('command-failed', `Cannot read the tar stream: ${found}. Leave that entry out (--exclude).`);
        this.found = found;
    }
}
/** The error of a tar stream that can't be trusted. `offset` is where in the stream, in bytes, or null. */
function tarFault(found, offset = null) {
    const where = offset === null ? '' : ` at byte ${offset}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('command-failed', `Cannot read the tar stream${where}: ${found}. Nothing of it behind this point is used; run again, and look at ` +
        'the tar of the host if it stays.');
}


/***/ }),

/***/ 52822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SM: () => (/* binding */ maxOctal),
/* harmony export */   _v: () => (/* binding */ encodeNumber),
/* harmony export */   w2: () => (/* binding */ decodeNumber)
/* harmony export */ });
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21280);

const SPACE = 0x20;
const ZERO = 0x30;
const SEVEN = 0x37;
/** Top bit of the first byte: the field is base-256, big-endian two's complement (GNU). */
const BASE_256 = 0x80;
/** toybox writes a negative number as 64 bits in a wider field, without carrying its sign on. */
const INT64_BITS = 64;
/**
 * The number in a header field: octal digits that end at a space, a NUL or the end of the field, or GNU's base-256.
 * A field of spaces and NULs is 0.
 *
 * @throws HoldfastError command-failed if it is neither, or not within ±(2^53 − 1).
 */
function decodeNumber(block, start, length, name) {
    const first = block[start];
    if ((first & BASE_256) !== 0)
        return decodeBase256(block, start, length, name);
    const end = start + length;
    let at = start;
    while (at < end && block[at] === SPACE)
        at++;
    let value = 0;
    for (; at < end; at++) {
        const byte = block[at];
        if (byte === 0 || byte === SPACE)
            break;
        if (byte < ZERO || byte > SEVEN)
            throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .tarFault */ .e)(`the header's ${name} is no octal number`);
        value = value * 8 + (byte - ZERO);
    }
    return value;
}
function decodeBase256(block, start, length, name) {
    const bits = length * 8 - 1;
    let value = BigInt(block[start] & (BASE_256 - 1));
    for (let i = 1; i < length; i++)
        value = (value << 8n) | BigInt(block[start + i]);
    // The marker bit isn't part of the number: what is below it is two's complement of one bit less.
    const signBits = length > INT64_BITS / 8 && value < 1n << BigInt(INT64_BITS) ? INT64_BITS : bits;
    const number = Number(BigInt.asIntN(signBits, value));
    if (!Number.isSafeInteger(number))
        throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .tarFault */ .e)(`the header's ${name} is out of range`);
    return number;
}
/** The largest number that fits a field of `length` bytes as octal digits with a closing NUL. */
function maxOctal(length) {
    return MAX_OCTALS[length];
}
/** By the length of a field, of which there are none longer than 12: asked for ten times a member. */
const MAX_OCTALS = Array.from({ length: 13 }, (_, length) => 8 ** (length - 1) - 1);
/** Writes `value` as octal digits with a closing NUL if it fits, else as base-256. A whole number, any sign. */
function encodeNumber(block, value, start, length) {
    if (value >= 0 && value <= maxOctal(length)) {
        block.write(value.toString(8).padStart(length - 1, '0'), start, 'latin1');
        return;
    }
    let rest = BigInt.asUintN(length * 8, BigInt(value));
    for (let i = length - 1; i >= 0; i--) {
        block[start + i] = Number(rest & 0xffn);
        rest >>= 8n;
    }
    block[start] = block[start] | BASE_256;
}


/***/ }),

/***/ 22853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lo: () => (/* binding */ MAX_PAX_BYTES),
/* harmony export */   Tx: () => (/* binding */ encodePaxTime),
/* harmony export */   _: () => (/* binding */ encodePax),
/* harmony export */   m: () => (/* binding */ decodePax),
/* harmony export */   nR: () => (/* binding */ decodePaxTime),
/* harmony export */   xK: () => (/* binding */ decodePaxNumber)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21280);



/**
 * Longest extended header that is taken in: it is held whole in memory. Linux gives a file no more than 64 KiB of
 * attribute names, and in practice a few attributes.
 */
const MAX_PAX_BYTES = 16 * 1024 * 1024;
const SPACE = 0x20;
const NEWLINE = 0x0a;
const EQUALS = 0x3d;
const ZERO = 0x30;
const NINE = 0x39;
/** More digits than MAX_PAX_BYTES has are no length. */
const MAX_LENGTH_DIGITS = 9;
/**
 * The records of an extended header: `LENGTH KEY=VALUE\n` in a row, the length that of the whole record.
 * They are framed by their lengths alone: a value may hold a newline followed by what looks like another record.
 *
 * @throws HoldfastError command-failed at the first that isn't framed exactly.
 */
function decodePax(bytes) {
    const records = [];
    for (let start = 0; start < bytes.length;) {
        let at = start;
        let length = 0;
        for (; at < bytes.length && at - start < MAX_LENGTH_DIGITS; at++) {
            const byte = bytes[at];
            if (byte < ZERO || byte > NINE)
                break;
            length = length * 10 + (byte - ZERO);
        }
        const end = start + length;
        if (at === start || bytes[at] !== SPACE)
            throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .tarFault */ .e)('a pax record has no length');
        if (end > bytes.length || end <= at + 1)
            throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .tarFault */ .e)(`a pax record claims ${length} bytes, which it hasn't`);
        if (bytes[end - 1] !== NEWLINE)
            throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .tarFault */ .e)('a pax record does not end in a newline where its length says');
        const equals = bytes.indexOf(EQUALS, at + 1);
        if (equals === -1 || equals >= end - 1)
            throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .tarFault */ .e)('a pax record has no "="');
        if (equals === at + 1)
            throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .tarFault */ .e)('a pax record has no keyword');
        const key = bytes.toString('latin1', at + 1, equals);
        if (key.includes('\0'))
            throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .tarFault */ .e)(`the pax keyword "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(key)}" holds a NUL byte`);
        records.push({ key, value: bytes.subarray(equals + 1, end - 1) });
        start = end;
    }
    return records;
}
/** The bytes of `records`. Keys hold no `=` or NUL (a newline they may: attributes' names do). @throws HoldfastError internal. */
function encodePax(records) {
    return Buffer.concat(records.flatMap(encodeRecord));
}
function encodeRecord({ key, value }) {
    if (/[=\0]/.test(key) || key === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('internal', `Cannot write the pax keyword "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(key)}": it can't be framed.`);
    }
    const rest = 1 + key.length + 1 + value.length + 1;
    // The length counts its own digits, of which it may need one more for doing so.
    let length = rest + String(rest).length;
    length = rest + String(length).length;
    return [(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.toBytes)(`${length} ${key}=`), value, Buffer.from([NEWLINE])];
}
const NS_PER_SECOND = 1000000000n;
const NS_DIGITS = 9;
const MINUS = 0x2d;
const POINT = 0x2e;
/** More digits than any 64-bit time has. */
const MAX_SECOND_DIGITS = 19;
/**
 * A pax time (`-1.5`) in nanoseconds since 1970; digits past the ninth are cut off, towards the past.
 *
 * @throws HoldfastError command-failed if it isn't a decimal number.
 */
function decodePaxTime(value) {
    const first = value[0] === MINUS ? 1 : 0;
    const point = value.indexOf(POINT);
    const end = point === -1 ? value.length : point;
    if (end === first || end - first > MAX_SECOND_DIGITS)
        throw notATime();
    let seconds = 0;
    for (let i = first; i < end; i++)
        seconds = seconds * 10 + digitAt(value, i);
    let nanoseconds = 0;
    let rest = 0;
    for (let i = end + 1; i < value.length; i++) {
        if (i - end <= NS_DIGITS)
            nanoseconds = nanoseconds * 10 + digitAt(value, i);
        else
            rest |= digitAt(value, i);
    }
    for (let digits = Math.max(value.length - end - 1, 0); digits < NS_DIGITS; digits++)
        nanoseconds *= 10;
    const exactSeconds = Number.isSafeInteger(seconds) ? seconds : value.toString('latin1', first, end);
    const ns = BigInt(exactSeconds) * NS_PER_SECOND + BigInt(nanoseconds);
    if (first === 0)
        return ns;
    return rest === 0 ? -ns : -ns - 1n;
}
function digitAt(value, index) {
    const digit = value[index] - ZERO;
    if (!(digit >= 0 && digit <= 9))
        throw notATime();
    return digit;
}
function notATime() {
    return (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .tarFault */ .e)('a pax time is no decimal number');
}
/** `ns` as a pax time, exact, with no more digits than it needs. */
function encodePaxTime(ns) {
    const magnitude = ns < 0n ? -ns : ns;
    const seconds = magnitude / NS_PER_SECOND;
    const fraction = (magnitude % NS_PER_SECOND).toString().padStart(NS_DIGITS, '0').replace(/0+$/, '');
    return `${ns < 0n ? '-' : ''}${seconds}${fraction === '' ? '' : `.${fraction}`}`;
}
/**
 * A pax number that isn't negative.
 *
 * @throws HoldfastError command-failed if it isn't decimal digits, or over `max`: TooMuch where that is all that numbers can tell.
 */
function decodePaxNumber(value, max, name) {
    const text = value.toString('latin1');
    const number = /^\d{1,20}$/.test(text) ? Number(text) : Number.NaN;
    if (max === Number.MAX_SAFE_INTEGER && number > max)
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .TooMuch */ .G(`the pax ${name} is more than ${max}`);
    if (!(number <= max))
        throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .tarFault */ .e)(`the pax ${name} is no number up to ${max}`);
    return number;
}


/***/ }),

/***/ 61002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n6: () => (/* binding */ SparseMapDecoder),
/* harmony export */   x8: () => (/* binding */ dataBytesOf),
/* harmony export */   xh: () => (/* binding */ encodeSparseMap)
/* harmony export */ });
/* unused harmony export MAX_SPARSE_SEGMENTS */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _block_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17577);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21280);



/** Segments taken in of one file. They are held in memory while the file streams: 16 bytes each. */
const MAX_SPARSE_SEGMENTS = 4_000_000;
const NEWLINE = 0x0a;
const ZERO = 0x30;
const NINE = 0x39;
/**
 * Decodes the map at the head of a sparse file's content (GNU sparse format 1.0): decimal lines, the number of
 * segments first, then offset and length of each; padded with NULs to a whole block. Fed block by block.
 */
class SparseMapDecoder {
    #numbers = [];
    #realSizeBytes;
    #value = 0;
    #digits = 0;
    #wanted = Number.POSITIVE_INFINITY;
    constructor(realSizeBytes) {
        this.#realSizeBytes = realSizeBytes;
    }
    /**
     * Takes in a block. Returns true when it was the map's last.
     *
     * @throws HoldfastError command-failed if it isn't a map, or one that overlaps, falls back or leaves the file.
     */
    push(block) {
        for (let i = 0; i < block.length && this.#numbers.length < this.#wanted; i++) {
            const byte = block[i];
            if (byte === NEWLINE && this.#digits > 0)
                this.#endNumber();
            else if (byte >= ZERO && byte <= NINE)
                this.#addDigit(byte - ZERO);
            else
                throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .tarFault */ .e)('the map of a sparse file is not lines of decimal numbers');
        }
        return this.#numbers.length === this.#wanted;
    }
    /** Runs of data by rising offset, empty ones left out. Only once `push` returned true. */
    segments() {
        const segments = [];
        let end = 0;
        for (let i = 1; i < this.#numbers.length; i += 2) {
            const segment = { offset: this.#numbers[i], length: this.#numbers[i + 1] };
            if (segment.offset < end)
                throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .tarFault */ .e)('the segments of a sparse file overlap or fall back');
            end = segment.offset + segment.length;
            if (end > this.#realSizeBytes)
                throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .tarFault */ .e)(`a segment of a sparse file ends at ${end}, behind the file`);
            if (segment.length > 0)
                segments.push(segment);
        }
        // GNU tar pads the data of each segment to whole blocks, others don't: only where that is the same do we read it.
        if (segments.slice(0, -1).some(({ length }) => length % _block_js__WEBPACK_IMPORTED_MODULE_1__/* .BLOCK_BYTES */ .Yo !== 0)) {
            throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .tarFault */ .e)('a segment of a sparse file is not whole blocks');
        }
        return segments;
    }
    #addDigit(digit) {
        this.#value = this.#value * 10 + digit;
        this.#digits++;
        if (!Number.isSafeInteger(this.#value))
            throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .tarFault */ .e)('a number in the map of a sparse file is out of range');
    }
    #endNumber() {
        if (this.#numbers.length === 0) {
            if (this.#value > MAX_SPARSE_SEGMENTS) {
                throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .TooMuch */ .G(`a sparse file has ${this.#value} segments, expected at most ${MAX_SPARSE_SEGMENTS}`);
            }
            this.#wanted = 1 + 2 * this.#value;
        }
        this.#numbers.push(this.#value);
        this.#value = 0;
        this.#digits = 0;
    }
}
/**
 * The map of `segments` for a file of `realSizeBytes`, padded to whole blocks, closed by a segment of length 0 at the
 * end of the file (without which GNU tar leaves off a hole at the end).
 *
 * @throws HoldfastError internal unless segments rise without overlap, and offsets and lengths are multiples of
 *   512 but for the length of one that ends with the file: GNU tar mixes up the data of others.
 */
function encodeSparseMap(segments, realSizeBytes) {
    let end = 0;
    for (const { offset, length } of segments) {
        const isWhole = length % _block_js__WEBPACK_IMPORTED_MODULE_1__/* .BLOCK_BYTES */ .Yo === 0 || offset + length === realSizeBytes;
        if (offset < end ||
            length <= 0 ||
            offset % _block_js__WEBPACK_IMPORTED_MODULE_1__/* .BLOCK_BYTES */ .Yo !== 0 ||
            !isWhole ||
            offset + length > realSizeBytes) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('internal', `Cannot write the map of a sparse file: the segment of ${length} bytes at ${offset} can't stand in it.`);
        }
        end = offset + length;
    }
    const numbers = [
        segments.length + 1,
        ...segments.flatMap(({ offset, length }) => [offset, length]),
        realSizeBytes,
        0,
    ];
    const text = Buffer.from(`${numbers.join('\n')}\n`, 'latin1');
    const map = Buffer.alloc((0,_block_js__WEBPACK_IMPORTED_MODULE_1__/* .inBlocks */ .Qf)(text.length));
    text.copy(map);
    return map;
}
/** Bytes of data in `segments`. */
function dataBytesOf(segments) {
    return segments.reduce((sum, { length }) => sum + length, 0);
}


/***/ }),

/***/ 30195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jp: () => (/* binding */ MAX_BLOCK_NAME_BYTES),
/* harmony export */   K7: () => (/* binding */ UID_FIELD_BYTES),
/* harmony export */   dP: () => (/* binding */ decodeHeaderBlock),
/* harmony export */   ei: () => (/* binding */ isZeroBlock),
/* harmony export */   tv: () => (/* binding */ encodeHeaderBlock),
/* harmony export */   vG: () => (/* binding */ SIZE_FIELD_BYTES),
/* harmony export */   vM: () => (/* binding */ MAX_BLOCK_ACCOUNT_BYTES)
/* harmony export */ });
/* harmony import */ var _block_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17577);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21280);
/* harmony import */ var _number_field_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52822);



// POSIX pax, "ustar Header Block": where each field begins.
const NAME = { start: 0, length: 100 };
const MODE = { start: 100, length: 8 };
const UID = { start: 108, length: 8 };
const GID = { start: 116, length: 8 };
const SIZE = { start: 124, length: 12 };
const MTIME = { start: 136, length: 12 };
const CHECKSUM = { start: 148, length: 8 };
const TYPEFLAG = 156;
const LINKNAME = { start: 157, length: 100 };
const MAGIC = { start: 257, length: 8 };
const UNAME = { start: 265, length: 32 };
const GNAME = { start: 297, length: 32 };
const DEVMAJOR = { start: 329, length: 8 };
const DEVMINOR = { start: 337, length: 8 };
const PREFIX = { start: 345, length: 155 };
/** Longest name and link name that a block holds without an extension. */
const MAX_BLOCK_NAME_BYTES = NAME.length;
/** Longest user or group name, which needs a closing NUL. */
const MAX_BLOCK_ACCOUNT_BYTES = UNAME.length - 1;
const UID_FIELD_BYTES = UID.length;
const SIZE_FIELD_BYTES = SIZE.length;
const PAX_MAGIC = Buffer.from('ustar\x0000', 'latin1');
const GNU_MAGIC = Buffer.from('ustar  \0', 'latin1');
const MODE_MASK = 0o7777;
const SPACE = 0x20;
/** Whether a block holds nothing but zeros: two of them end an archive. */
function isZeroBlock(bytes, start) {
    for (let i = start; i < start + _block_js__WEBPACK_IMPORTED_MODULE_0__/* .BLOCK_BYTES */ .Yo; i++)
        if (bytes[i] !== 0)
            return false;
    return true;
}
/**
 * The header block at `start`.
 *
 * @throws HoldfastError command-failed if its checksum is wrong or a number isn't one.
 */
function decodeHeaderBlock(bytes, start) {
    checkSum(bytes, start);
    const number = (field, name) => (0,_number_field_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeNumber */ .w2)(bytes, start + field.start, field.length, name);
    const isUstar = bytes.compare(PAX_MAGIC, 0, 6, start + MAGIC.start, start + MAGIC.start + 6) === 0;
    const isGnu = !isUstar && bytes.compare(GNU_MAGIC, 0, 6, start + MAGIC.start, start + MAGIC.start + 6) === 0;
    const hasMagic = isUstar || isGnu;
    const typeflag = bytes[start + TYPEFLAG];
    const isDevice = typeflag === 0x33 || typeflag === 0x34;
    return {
        name: isUstar ? prefixedName(bytes, start) : text(bytes, start, NAME),
        permissions: number(MODE, 'mode') & MODE_MASK,
        uid: number(UID, 'uid'),
        gid: number(GID, 'gid'),
        sizeBytes: number(SIZE, 'size'),
        mtimeSeconds: number(MTIME, 'mtime'),
        typeflag: typeflag === 0 ? '0' : String.fromCharCode(typeflag),
        linkName: text(bytes, start, LINKNAME),
        user: hasMagic ? text(bytes, start, UNAME) : '',
        group: hasMagic ? text(bytes, start, GNAME) : '',
        deviceMajor: isDevice && hasMagic ? number(DEVMAJOR, 'devmajor') : 0,
        deviceMinor: isDevice && hasMagic ? number(DEVMINOR, 'devminor') : 0,
    };
}
/** The block of `fields`. Names must fit it; numbers that don't fit in octal are written in base-256. */
function encodeHeaderBlock(fields, dialect) {
    const block = Buffer.alloc(_block_js__WEBPACK_IMPORTED_MODULE_0__/* .BLOCK_BYTES */ .Yo);
    const put = (value, field) => {
        if (value !== '')
            block.write(value, field.start, 'latin1');
    };
    const number = (value, field) => (0,_number_field_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeNumber */ ._v)(block, value, field.start, field.length);
    put(fields.name, NAME);
    number(fields.permissions, MODE);
    number(fields.uid, UID);
    number(fields.gid, GID);
    number(fields.sizeBytes, SIZE);
    number(fields.mtimeSeconds, MTIME);
    block.write(fields.typeflag, TYPEFLAG, 'latin1');
    put(fields.linkName, LINKNAME);
    (dialect === 'gnu' ? GNU_MAGIC : PAX_MAGIC).copy(block, MAGIC.start);
    put(fields.user, UNAME);
    put(fields.group, GNAME);
    number(fields.deviceMajor, DEVMAJOR);
    number(fields.deviceMinor, DEVMINOR);
    block.fill(SPACE, CHECKSUM.start, CHECKSUM.start + CHECKSUM.length);
    const sum = unsignedSum(block, 0).toString(8).padStart(6, '0');
    block.write(`${sum}\0 `, CHECKSUM.start, 'latin1');
    return block;
}
function prefixedName(bytes, start) {
    const name = text(bytes, start, NAME);
    if (bytes[start + PREFIX.start] === 0)
        return name;
    return `${text(bytes, start, PREFIX)}/${name}`;
}
function text(bytes, start, field) {
    const from = start + field.start;
    if (bytes[from] === 0)
        return '';
    const nul = bytes.indexOf(0, from);
    const end = nul === -1 ? from + field.length : Math.min(nul, from + field.length);
    return bytes.toString('latin1', from, end);
}
function checkSum(bytes, start) {
    const written = (0,_number_field_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeNumber */ .w2)(bytes, start + CHECKSUM.start, CHECKSUM.length, 'checksum');
    let sum = unsignedSum(bytes, start);
    // The checksum is made with its own field as spaces.
    for (let i = start + CHECKSUM.start; i < start + CHECKSUM.start + CHECKSUM.length; i++) {
        sum += SPACE - bytes[i];
    }
    if (written !== sum) {
        throw (0,_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .tarFault */ .e)(`a header's checksum is ${written.toString(8)}, expected ${sum.toString(8)} (octal)`);
    }
}
/** Unrolled: it runs over every header of an archive, and is most of what decoding a small member costs. */
function unsignedSum(bytes, start) {
    let sum = 0;
    for (let i = start; i < start + _block_js__WEBPACK_IMPORTED_MODULE_0__/* .BLOCK_BYTES */ .Yo; i += 4) {
        sum +=
            bytes[i] + bytes[i + 1] + bytes[i + 2] + bytes[i + 3];
    }
    return sum;
}


/***/ }),

/***/ 67350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ isXfsAccessList)
/* harmony export */ });
/**
 * Whether an attribute is XFS' own form of an access list: it shows each list by this name as well, to root. Set on XFS, it takes the
 * place of the list itself; and on another filesystem it stays as it was when that changes.
 */
function isXfsAccessList(name) {
    return name === 'trusted.SGI_ACL_FILE' || name === 'trusted.SGI_ACL_DEFAULT';
}


/***/ })

};
