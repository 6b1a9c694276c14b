export const id = 9985;
export const ids = [9985];
export const modules = {

/***/ 6595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ parseObjectLock),
/* harmony export */   z: () => (/* binding */ parseStorageOptions)
/* harmony export */ });
/* harmony import */ var _choice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68881);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/** More would only wait at the storage. */
const MAX_CONNECTIONS = 100;
/** AWS's own limit is a hundred years; longer than ten is a slip, and a lock can't be taken back. */
const MAX_LOCK_DAYS = 3650;
/** What an archive takes hours to give back can't be restored when it is needed, nor read by the next backup. */
const ARCHIVES = new Set(['GLACIER', 'DEEP_ARCHIVE']);
/** restic's options for S3 that mean nothing here, and why. */
const ABSENT = {
    's3.enable-restore': 'what lies in an archive is brought back by the storage’s own tools',
    's3.layout': 'there is one layout left',
    's3.list-objects-v1': 'the storage must know version 2 of listing',
    's3.restore-days': 'what lies in an archive is brought back by the storage’s own tools',
    's3.restore-tier': 'what lies in an archive is brought back by the storage’s own tools',
    's3.restore-timeout': 'what lies in an archive is brought back by the storage’s own tools',
    's3.retries': 'what may pass is tried again for 15 minutes',
    's3.unsafe-anonymous-auth': 'a repository that anybody may read isn’t one to rely on',
};
/** restic's names where restic has one; `s3.sse` and `s3.sse-kms-key-id` are ours. */
const OPTIONS = {
    's3.region': (value, name) => ({ region: matching(value, name, /^[a-z0-9-]{1,32}$/, 'a region’s name') }),
    's3.bucket-lookup': (value, name) => ({ bucketLookup: (0,_choice_js__WEBPACK_IMPORTED_MODULE_0__.parseChoice)(value, name, ['auto', 'dns', 'path']) }),
    's3.connections': (value, name) => ({ connections: numberUpTo(MAX_CONNECTIONS, value, name) }),
    's3.storage-class': (value, name) => ({ storageClass: parseStorageClass(value, name) }),
    's3.sse': (value, name) => ({ sse: (0,_choice_js__WEBPACK_IMPORTED_MODULE_0__.parseChoice)(value, name, ['AES256', 'aws:kms']) }),
    's3.sse-kms-key-id': (value, name) => ({
        sseKmsKeyId: matching(value, name, /^[\x21-\x7e]{1,2048}$/, 'a key’s ID or ARN'),
    }),
};
/**
 * Storage options as restic's `-o` has them: `s3.region=eu-west-1`, each once.
 * @param where How they were given, for messages: `-o`, `the input \`storage-options\``.
 * @throws HoldfastError bad-input.
 */
function parseStorageOptions(options, where) {
    let settings = {};
    const seen = new Set();
    for (const option of options) {
        const [, name = '', value = ''] = /^([^=]*)(?:=(.*))?$/s.exec(option) ?? [];
        const key = name.trim().toLowerCase();
        if (seen.has(key))
            throw wrong(where, `"${key}" is given twice, expected once`);
        seen.add(key);
        settings = { ...settings, ...parserOf(key, where)(value.trim(), `${key} of ${where}`) };
    }
    if (settings.sseKmsKeyId !== undefined && settings.sse !== 'aws:kms') {
        throw wrong(where, 's3.sse-kms-key-id is given without s3.sse=aws:kms, expected both');
    }
    return settings;
}
/**
 * @param given Null: not given.
 * @param names Of the flags or inputs, for messages.
 * @throws HoldfastError bad-input.
 */
function parseObjectLock(given, names) {
    if (given.mode === null && given.days === null)
        return undefined;
    if (given.mode === null || given.days === null) {
        const [one, other] = given.mode === null ? [names.days, names.mode] : [names.mode, names.days];
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${one} alone: expected ${other} with it.`);
    }
    const mode = (0,_choice_js__WEBPACK_IMPORTED_MODULE_0__.parseChoice)(given.mode, names.mode, ['compliance', 'governance']);
    return {
        mode: mode === 'compliance' ? 'COMPLIANCE' : 'GOVERNANCE',
        days: numberUpTo(MAX_LOCK_DAYS, given.days, names.days),
    };
}
function parserOf(key, where) {
    const parse = OPTIONS[key];
    if (parse !== undefined)
        return parse;
    const reason = ABSENT[key];
    if (reason !== undefined)
        throw wrong(where, `restic’s "${key}" is absent here: ${reason}`);
    throw wrong(where, `there is no option ${JSON.stringify(key)}, expected ${Object.keys(OPTIONS).join(', ')}`);
}
function wrong(where, what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${where}: ${what}.`);
}
function parseStorageClass(value, name) {
    const storageClass = matching(value.toUpperCase(), name, /^[A-Z0-9_]{1,32}$/, 'a storage class');
    if (!ARCHIVES.has(storageClass))
        return storageClass;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: ${storageClass} is an archive, which takes hours to read, expected a class that is read at once ` +
        '(GLACIER_IR is one).');
}
function matching(value, name, pattern, expected) {
    if (pattern.test(value))
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(value)}, expected ${expected}.`);
}
function numberUpTo(limit, value, name) {
    const number = /^\d{1,6}$/.test(value) ? Number(value) : 0;
    if (number >= 1 && number <= limit)
        return number;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(value)}, expected a whole number from 1 to ${limit}.`);
}


/***/ }),

/***/ 7975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ randomPolynomial),
/* harmony export */   CQ: () => (/* binding */ remainder),
/* harmony export */   No: () => (/* binding */ degree),
/* harmony export */   g1: () => (/* binding */ POLYNOMIAL_DEGREE),
/* harmony export */   vp: () => (/* binding */ isIrreducible)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

// A polynomial over GF(2) is a bigint: bit i is the coefficient of x^i. Adding is XOR.
/** Degree of every chunker polynomial: what leaves 8 bits of an unsigned 64-bit word free, and 3 to spare. */
const POLYNOMIAL_DEGREE = 53;
const X = 2n;
/**
 * A random irreducible polynomial of degree 53, for a new repository: nobody who doesn't know it can tell from the
 * sizes of chunks what is in them.
 */
function randomPolynomial() {
    // One in about 26 with a constant term is irreducible.
    for (;;) {
        const random = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).readBigUInt64BE() & ((1n << BigInt(POLYNOMIAL_DEGREE)) - 1n);
        const candidate = random | (1n << BigInt(POLYNOMIAL_DEGREE)) | 1n;
        if (isIrreducible(candidate))
            return candidate;
    }
}
/**
 * Ben-Or's test: a reducible polynomial of degree n has a factor of degree i ≤ n/2, and x^(2^i) - x is the product of
 * all irreducible ones whose degree divides i.
 */
function isIrreducible(polynomial) {
    const n = degree(polynomial);
    if (n < 1)
        return false;
    let power = remainder(X, polynomial);
    for (let i = 1; i <= n / 2; i++) {
        power = remainder(square(power), polynomial);
        if (greatestCommonDivisor(polynomial, power ^ X) !== 1n)
            return false;
    }
    return true;
}
/** -1 for zero. */
function degree(polynomial) {
    return polynomial === 0n ? -1 : polynomial.toString(2).length - 1;
}
function remainder(dividend, divisor) {
    const divisorDegree = degree(divisor);
    let rest = dividend;
    for (let d = degree(rest); d >= divisorDegree; d = degree(rest)) {
        rest ^= divisor << BigInt(d - divisorDegree);
    }
    return rest;
}
/** Over GF(2) the square has each coefficient at twice its place. */
function square(polynomial) {
    return BigInt(`0b${Array.from(polynomial.toString(2)).join('0')}`);
}
function greatestCommonDivisor(a, b) {
    return b === 0n ? a : greatestCommonDivisor(b, remainder(a, b));
}


/***/ }),

/***/ 95865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ copyBytes)
/* harmony export */ });
/**
 * Copies all of `from` into `to`, from byte `at` on. It is what `to.set(from, at)` does, which takes five times as long where
 * one of the two lies in shared memory: V8 takes each word for another thread's. Node's own `copy` is the system's memmove
 * for all but what is a whole source, which it leaves to `set` again: so the last byte goes apart.
 * @throws RangeError if they don't fit.
 */
function copyBytes(from, to, at = 0) {
    const last = from.length - 1;
    if (at + last >= to.length) {
        throw new RangeError(`${from.length} bytes at ${at} of ${to.length}: they don't fit.`);
    }
    if (last < 0)
        return;
    const lastByte = from[last];
    Buffer.prototype.copy.call(from, to, at, 0, last);
    to[at + last] = lastByte;
}


/***/ }),

/***/ 41420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DV: () => (/* binding */ SEAL_OVERHEAD_BYTES),
  kL: () => (/* binding */ newRepositoryKey),
  ho: () => (/* binding */ seal_open),
  od: () => (/* binding */ seal),
  Ag: () => (/* binding */ sealInto),
  G3: () => (/* binding */ tryOpen)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/copy-bytes.js
var copy_bytes = __webpack_require__(95865);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/free-buffer.js
var free_buffer = __webpack_require__(35115);
// EXTERNAL MODULE: ./build/wasm/kernels.js + 1 modules
var kernels = __webpack_require__(35040);
;// CONCATENATED MODULE: ./build/crypto/poly1305.js


const POLY1305_KEY_BYTES = 32;
const POLY1305_TAG_BYTES = 16;
/**
 * Poly1305 (RFC 8439, section 2.5) of `message`, computed in WebAssembly. Node has no Poly1305 of its own.
 *
 * @param key r ‖ s, 32 bytes; r is clamped in use. For one message only.
 * @returns 16 bytes.
 */
function poly1305(key, message) {
    if (key.length !== POLY1305_KEY_BYTES)
        throw new RangeError(`Poly1305 key of ${key.length} bytes, expected 32.`);
    const kernel = (0,kernels/* getPoly1305Kernel */.l3)();
    const { window } = kernel;
    kernel.key.set(key);
    kernel.start();
    let position = 0;
    for (; message.length - position > window.length; position += window.length) {
        (0,copy_bytes/* copyBytes */.n)(message.subarray(position, position + window.length), window);
        kernel.update(window.length);
    }
    (0,copy_bytes/* copyBytes */.n)(message.subarray(position), window);
    kernel.finish(message.length - position);
    const tag = Buffer.from(kernel.tag);
    kernel.key.fill(0);
    return tag;
}

;// CONCATENATED MODULE: ./build/crypto/seal.js





const ENCRYPT_KEY_BYTES = 32;
const MAC_KEY_BYTES = 16;
const IV_BYTES = 16;
/** By how much a sealed object is longer than what is in it. */
const SEAL_OVERHEAD_BYTES = IV_BYTES + POLY1305_TAG_BYTES;
const ZERO_IV = Buffer.alloc(IV_BYTES);
/** A new random master key. */
function newRepositoryKey() {
    return {
        encrypt: (0,external_node_crypto_.randomBytes)(ENCRYPT_KEY_BYTES),
        macK: (0,external_node_crypto_.randomBytes)(MAC_KEY_BYTES),
        macR: (0,external_node_crypto_.randomBytes)(MAC_KEY_BYTES),
    };
}
/**
 * `plain` encrypted and authenticated as restic does it: IV ‖ AES-256-CTR ciphertext ‖ Poly1305-AES of the ciphertext
 * (restic's doc/design.rst, "Keys, Encryption and MAC"). The IV is random.
 */
function seal(key, plain) {
    const sealed = Buffer.allocUnsafeSlow(plain.length + SEAL_OVERHEAD_BYTES);
    sealInto(key, plain, sealed);
    return sealed;
}
/**
 * As `seal`, written to the beginning of `target`, where `plain` may lie too.
 * @returns How many bytes were written: `plain.length + SEAL_OVERHEAD_BYTES`, for which there must be room.
 */
function sealInto(key, plain, target) {
    const iv = newIv();
    const ciphertext = (0,external_node_crypto_.createCipheriv)('aes-256-ctr', preparedKey(key).encrypt, iv).update(plain);
    target.set(iv, 0);
    (0,copy_bytes/* copyBytes */.n)(ciphertext, target, IV_BYTES);
    target.set(poly1305(oneTimeKey(key, iv), ciphertext), IV_BYTES + ciphertext.length);
    // A thread that seals a dump's blobs would gather 40 MiB of them before V8 looks.
    (0,free_buffer/* freeNow */.V)(ciphertext);
    return plain.length + SEAL_OVERHEAD_BYTES;
}
/**
 * What `seal` took. Nothing is decrypted before the MAC is verified.
 *
 * @param what For the message: `pack 1234abcd…`.
 * @throws HoldfastError repository-damaged.
 */
function seal_open(key, sealed, what) {
    if (sealed.length < SEAL_OVERHEAD_BYTES) {
        throw new errors/* HoldfastError */.E('repository-damaged', `Cannot decrypt ${what}: ${sealed.length} bytes, expected ${SEAL_OVERHEAD_BYTES} at least. ${WHAT_TO_DO}`);
    }
    const plain = tryOpen(key, sealed);
    if (plain !== null)
        return plain;
    throw new errors/* HoldfastError */.E('repository-damaged', `Cannot decrypt ${what}: its authentication code is wrong, so it was altered or sealed with another key. ${WHAT_TO_DO}`);
}
const WHAT_TO_DO = 'Run `holdfast check --read-data` to see what else is damaged.';
/** As `open`, but null if `sealed` is not what this key sealed: how a password is tried on a key file. */
function tryOpen(key, sealed) {
    if (sealed.length < SEAL_OVERHEAD_BYTES)
        return null;
    const iv = sealed.subarray(0, IV_BYTES);
    const ciphertext = sealed.subarray(IV_BYTES, sealed.length - POLY1305_TAG_BYTES);
    const tag = sealed.subarray(sealed.length - POLY1305_TAG_BYTES);
    // restic refuses an IV of zeros: it stands for memory that was never filled in.
    if (ZERO_IV.equals(iv) || !(0,external_node_crypto_.timingSafeEqual)(poly1305(oneTimeKey(key, iv), ciphertext), tag))
        return null;
    return (0,external_node_crypto_.createDecipheriv)('aes-256-ctr', preparedKey(key).encrypt, iv).update(ciphertext);
}
/** Poly1305-AES (Bernstein 2005): r as it is, and s = AES-128 of the nonce. */
function oneTimeKey(key, iv) {
    const oneTime = Buffer.alloc(POLY1305_KEY_BYTES);
    oneTime.set(key.macR, 0);
    oneTime.set(preparedKey(key).mac.update(iv), key.macR.length);
    return oneTime;
}
// Each costs some 15 µs to make: three times what a small blob takes otherwise.
const preparedKeys = new WeakMap();
function preparedKey(key) {
    let prepared = preparedKeys.get(key);
    if (prepared === undefined) {
        prepared = {
            encrypt: (0,external_node_crypto_.createSecretKey)(key.encrypt),
            mac: (0,external_node_crypto_.createCipheriv)('aes-128-ecb', key.macK, null).setAutoPadding(false),
        };
        preparedKeys.set(key, prepared);
    }
    return prepared;
}
// Asking the system for each IV would take longer than to encrypt a small blob. Each part is used once.
const IV_POOL_BYTES = 256 * IV_BYTES;
let ivPool = Buffer.alloc(0);
function newIv() {
    if (ivPool.length === 0)
        ivPool = (0,external_node_crypto_.randomBytes)(IV_POOL_BYTES);
    const iv = ivPool.subarray(0, IV_BYTES);
    ivPool = ivPool.subarray(IV_BYTES);
    return iv;
}


/***/ }),

/***/ 15701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bc: () => (/* binding */ compress),
  R5: () => (/* binding */ compressInto),
  Ci: () => (/* binding */ compressedBound),
  mF: () => (/* binding */ decompress),
  E5: () => (/* binding */ decompressInto)
});

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/copy-bytes.js
var copy_bytes = __webpack_require__(95865);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/crypto/zstd-context.js

/**
 * A context of zstd that takes one frame after another. Node's functions for whole buffers make one for each, and a stream
 * with it, which takes longer than to compress a small blob: 20 to 40 % of all that zstd takes on a Linux system's files.
 *
 * It stands on the insides of Node's streams, as minizlib does, by which npm itself unpacks. A Node that has others gives
 * no context, and the functions for whole buffers do.
 */
class ZstdContext {
    #handle;
    #state;
    #error = null;
    #isUsable = true;
    constructor(handle, state) {
        this.#handle = handle;
        this.#state = state;
        handle.onerror = (message) => {
            this.#error = message;
        };
    }
    /** Null: this Node has none. */
    static compressing(params) {
        return ZstdContext.#within((0,external_node_zlib_.createZstdCompress)({ params }));
    }
    /** Null: this Node has none. */
    static decompressing(params) {
        return ZstdContext.#within((0,external_node_zlib_.createZstdDecompress)({ params }));
    }
    static #within(stream) {
        const { _handle: handle, _writeState: state } = stream;
        if (typeof handle?.writeSync !== 'function' || !(state instanceof Uint32Array))
            return null;
        return new ZstdContext(handle, state);
    }
    /** Not after a failure: what is left of a frame would become a part of the next. */
    get isUsable() {
        return this.#isUsable;
    }
    /**
     * Turns the whole of `input` into one frame, or a frame into its content, at the beginning of `output`.
     * @returns How many bytes that are.
     * @throws Error with what is wrong, as the end of a sentence.
     */
    run(input, output) {
        this.#isUsable = false;
        this.#error = null;
        this.#handle.writeSync(external_node_zlib_.constants.ZSTD_e_end, input, 0, input.length, output, 0, output.length);
        if (this.#error !== null)
            throw new Error(this.#error);
        const [free = 0, left = 0] = this.#state;
        if (left > 0)
            throw new Error(`${left} bytes that don't fit`);
        this.#isUsable = true;
        return output.length - free;
    }
}

;// CONCATENATED MODULE: ./build/crypto/zstd-frame.js
const FRAME_MAGIC = 0xfd2fb528;
/** The last four bits of a skippable frame's magic number are free. */
const SKIPPABLE_MAGIC = 0x184d2a50;
const MAGIC_BYTES = 4;
const SKIPPABLE_LENGTH_BYTES = 4;
const BLOCK_HEADER_BYTES = 3;
const CHECKSUM_BYTES = 4;
const BLOCK_RLE = 1;
const BLOCK_RESERVED = 3;
const DICTIONARY_ID_BYTES = [0, 1, 2, 4];
/** By the header's size flag; 0 means none, or 1 byte in a frame of a single segment. */
const CONTENT_SIZE_BYTES = [0, 2, 4, 8];
/** A size in 2 bytes is that much more. */
const TWO_BYTE_SIZE_OFFSET = 256;
/**
 * The frame at `offset`, read as far as needed to know where it ends. Node's decompressor stops silently after the
 * first frame, whatever follows.
 *
 * @throws Error with what is wrong, as the end of a sentence.
 */
function readZstdFrame(data, offset) {
    const magic = readUInt(data, offset, MAGIC_BYTES);
    if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE_MAGIC) {
        const length = readUInt(data, offset + MAGIC_BYTES, SKIPPABLE_LENGTH_BYTES);
        const end = offset + MAGIC_BYTES + SKIPPABLE_LENGTH_BYTES + length;
        if (end > data.length)
            throw truncated();
        return { end, skippable: true, contentBytes: 0, windowBytes: 0 };
    }
    if (magic !== FRAME_MAGIC)
        throw new Error('bytes that are no Zstandard frame');
    const header = readHeader(data, offset + MAGIC_BYTES);
    const end = endOfBlocks(data, header.end) + (header.checksum ? CHECKSUM_BYTES : 0);
    if (end > data.length)
        throw truncated();
    return { end, skippable: false, contentBytes: header.contentBytes, windowBytes: header.windowBytes };
}
function readHeader(data, offset) {
    const descriptor = readUInt(data, offset, 1);
    const singleSegment = (descriptor & 0x20) !== 0;
    const checksum = (descriptor & 0x04) !== 0;
    if (descriptor & 0x08)
        throw new Error('a frame header with its reserved bit set');
    let position = offset + 1;
    let windowBytes = 0;
    if (!singleSegment)
        windowBytes = windowOf(readUInt(data, position++, 1));
    const idBytes = DICTIONARY_ID_BYTES[(descriptor & 3)];
    if (idBytes > 0 && readUInt(data, position, idBytes) !== 0)
        throw new Error('a frame that needs a dictionary');
    position += idBytes;
    const sizeBytes = CONTENT_SIZE_BYTES[(descriptor >> 6)] || (singleSegment ? 1 : 0);
    const contentBytes = sizeBytes === 0 ? null : readContentSize(data, position, sizeBytes);
    if (singleSegment)
        windowBytes = contentBytes ?? 0;
    return { end: position + sizeBytes, checksum, contentBytes, windowBytes };
}
/** Section 3.1.1.1.2: a power of two from 1 KiB up, plus eighths of it. */
function windowOf(descriptor) {
    const base = 2 ** (10 + (descriptor >> 3));
    return base + (base / 8) * (descriptor & 7);
}
function readContentSize(data, offset, bytes) {
    if (bytes === 8)
        return readUInt(data, offset, 4) + 2 ** 32 * readUInt(data, offset + 4, 4);
    return readUInt(data, offset, bytes) + (bytes === 2 ? TWO_BYTE_SIZE_OFFSET : 0);
}
function endOfBlocks(data, start) {
    for (let position = start;;) {
        const header = readUInt(data, position, BLOCK_HEADER_BYTES);
        const type = (header >> 1) & 3;
        if (type === BLOCK_RESERVED)
            throw new Error('a block of the reserved type');
        // A run's block holds the one byte that repeats.
        position += BLOCK_HEADER_BYTES + (type === BLOCK_RLE ? 1 : header >> 3);
        if (header & 1)
            return position;
    }
}
function readUInt(data, offset, bytes) {
    if (offset + bytes > data.length)
        throw truncated();
    return data.readUIntLE(offset, bytes);
}
function truncated() {
    return new Error('a frame that is cut off');
}

;// CONCATENATED MODULE: ./build/crypto/zstd.js





/** restic's `auto`. */
const DEFAULT_LEVEL = 3;
/** restic's encoder looks back 512 KiB: readers need no more memory for a blob of any size. */
const MAX_WINDOW_LOG = 19;
/**
 * Smaller tables of the default level: they stay in a core's cache. On a Linux system's files that took 10 to 20 % off the
 * time and added less than 2 % to what is stored, which came to what restic stores.
 */
const DEFAULT_HASH_LOG = 15;
const DEFAULT_CHAIN_LOG = 14;
/** Go's decoder, and with it restic, refuses more. */
const MAX_DECODER_WINDOW_LOG = 29;
/** Decompressed without a promised size, the output grows in steps of this. */
const UNKNOWN_SIZE_STEP_BYTES = 128 * 1024;
/**
 * `plain` as one Zstandard frame as restic writes it: window of 512 KiB at most or a single segment, no checksum, no
 * dictionary. The result may be longer than `plain`.
 *
 * Blocks the thread: some 3 ms a MiB; more at a higher level.
 */
function compress(plain, level = DEFAULT_LEVEL) {
    const room = Buffer.allocUnsafe(compressedBound(plain.length));
    return room.subarray(0, compressInto(plain, room, level));
}
/**
 * As `compress`, written to the beginning of `room`, of `compressedBound(plain.length)` bytes, where `plain` must not lie.
 * @returns How many bytes were written.
 */
function compressInto(plain, room, level = DEFAULT_LEVEL) {
    const context = contextFor(level, plain.length);
    if (context !== null)
        return context.run(plain, room);
    const params = paramsOf(level, isLarge(plain.length));
    const compressed = (0,external_node_zlib_.zstdCompressSync)(plain, { chunkSize: compressedBound(plain.length), params });
    (0,copy_bytes/* copyBytes */.n)(compressed, room);
    return compressed.length;
}
/** This thread's, by level and by whether the window must be limited. */
const compressors = new Map();
function contextFor(level, plainBytes) {
    const name = `${level} ${isLarge(plainBytes)}`;
    let context = compressors.get(name);
    if (context === undefined || context?.isUsable === false) {
        context = ZstdContext.compressing(paramsOf(level, isLarge(plainBytes)));
        compressors.set(name, context);
    }
    return context;
}
/** Below it, the encoder itself takes the smallest window that fits. */
function isLarge(plainBytes) {
    return plainBytes > 2 ** MAX_WINDOW_LOG;
}
function paramsOf(level, large) {
    const params = { [external_node_zlib_.constants.ZSTD_c_compressionLevel]: level };
    if (large)
        params[external_node_zlib_.constants.ZSTD_c_windowLog] = MAX_WINDOW_LOG;
    if (level === DEFAULT_LEVEL) {
        params[external_node_zlib_.constants.ZSTD_c_hashLog] = DEFAULT_HASH_LOG;
        params[external_node_zlib_.constants.ZSTD_c_chainLog] = DEFAULT_CHAIN_LOG;
    }
    return params;
}
/** What `compress` makes of so many bytes at most: ZSTD_compressBound and a little, so that the output is one piece. */
function compressedBound(plainBytes) {
    return plainBytes + (plainBytes >> 8) + 128;
}
/**
 * The content of all frames in `data`, written to the beginning of `room`. Any level, checksums (verified), several and
 * skippable frames, and windows up to 512 MiB are accepted; dictionaries and bytes that are no frame aren't.
 *
 * @param room The most that may come out. Callers that know the size compare it.
 * @param what For the message: `blob 1234abcd…`.
 * @returns How many bytes came out.
 * @throws HoldfastError repository-damaged.
 */
function decompressInto(data, room, what) {
    let filled = 0;
    forEachFrame(data, { what, limitBytes: room.length }, (frame, header) => {
        filled += decompressFrameInto(frame, header, room.subarray(filled));
    });
    return filled;
}
/** As `decompressInto`, where it isn't known what comes out: never more than `limitBytes` is allocated. */
function decompress(data, limitBytes, what) {
    const contents = [];
    let total = 0;
    forEachFrame(data, { what, limitBytes }, (frame, header) => {
        const content = decompressFrame(frame, header, limitBytes - total);
        contents.push(content);
        total += content.length;
    });
    const [first] = contents;
    return contents.length === 1 && first !== undefined ? first : Buffer.concat(contents, total);
}
function forEachFrame(data, { what, limitBytes }, take) {
    const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    try {
        let position = 0;
        do {
            const header = readZstdFrame(bytes, position);
            if (!header.skippable)
                take(bytes.subarray(position, header.end), header);
            position = header.end;
        } while (position < bytes.length);
    }
    catch (error) {
        const actual = error instanceof Error ? error.message : String(error);
        throw new errors/* HoldfastError */.E('repository-damaged', `Cannot decompress ${what}: ${actual}, expected whole Zstandard frames of ${limitBytes} plain bytes at most. ` +
            'Run `holdfast check --read-data` to see what else is damaged.', { cause: error });
    }
}
const DECODER_PARAMS = { [external_node_zlib_.constants.ZSTD_d_windowLogMax]: MAX_DECODER_WINDOW_LOG };
/** This thread's. */
let decompressor;
function decompressFrame(frame, header, limitBytes) {
    const { contentBytes } = header;
    if (contentBytes === null)
        return decompressUnknown(frame, header, limitBytes);
    refuseMoreThan(limitBytes, contentBytes);
    const content = Buffer.allocUnsafe(contentBytes);
    decompressFrameInto(frame, header, content);
    return content;
}
function decompressFrameInto(frame, header, room) {
    const { contentBytes } = header;
    const context = contentBytes === null ? null : decompressorFor(header);
    if (contentBytes === null || context === null) {
        const content = decompressUnknown(frame, header, room.length);
        (0,copy_bytes/* copyBytes */.n)(content, room);
        return content.length;
    }
    refuseMoreThan(room.length, contentBytes);
    const actual = context.run(frame, room.subarray(0, contentBytes));
    if (actual === contentBytes)
        return actual;
    decompressor = undefined;
    throw new Error(`${actual} bytes of content in a frame that promises ${contentBytes}`);
}
function decompressorFor(header) {
    refuseLargeWindow(header);
    if (decompressor === undefined || decompressor?.isUsable === false) {
        decompressor = ZstdContext.decompressing(DECODER_PARAMS);
    }
    return decompressor;
}
function refuseLargeWindow({ windowBytes }) {
    if (windowBytes > 2 ** MAX_DECODER_WINDOW_LOG)
        throw new Error(`a window of ${windowBytes} bytes`);
}
function refuseMoreThan(limitBytes, contentBytes) {
    if (contentBytes > limitBytes)
        throw new Error(`${contentBytes} bytes of content`);
}
function decompressUnknown(frame, header, limitBytes) {
    refuseLargeWindow(header);
    const content = (0,external_node_zlib_.zstdDecompressSync)(frame, {
        params: DECODER_PARAMS,
        // One more than the content, for the decompressor asks for room again when a piece is full.
        chunkSize: Math.max(Math.min(limitBytes, UNKNOWN_SIZE_STEP_BYTES), 64) + 1,
        // Node takes 0 for no limit at all.
        maxOutputLength: Math.max(limitBytes, 1),
    });
    refuseMoreThan(limitBytes, content.length);
    return content;
}


/***/ }),

/***/ 14292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RR: () => (/* binding */ sealedBound),
/* harmony export */   YK: () => (/* binding */ refuseGiant),
/* harmony export */   Ym: () => (/* binding */ openBlob),
/* harmony export */   ib: () => (/* binding */ plainLengthOf),
/* harmony export */   tB: () => (/* binding */ verifyBlob),
/* harmony export */   vM: () => (/* binding */ sealBlob)
/* harmony export */ });
/* unused harmony exports sealBlobInto, openBlobInto, unsealBlobInto */
/* harmony import */ var _copy_bytes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95865);
/* harmony import */ var _crypto_seal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41420);
/* harmony import */ var _crypto_zstd_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15701);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _free_buffer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35115);
/* harmony import */ var _format_ids_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46487);






/** zstd's levels that come nearest to what restic's encoder makes of the same words. */
const LEVELS = {
    fastest: 1,
    auto: 3,
    better: 7,
    max: 13,
    trees: 3,
};
/**
 * The largest blob that is read, as stored and plain: what fits one string of V8, as a tree must. restic's chunker stops
 * at 8 MiB; but an index may say 4 GiB of what a pack holds in a few KiB of compressed zeros.
 */
const MAX_BLOB_BYTES = 512 * 1024 * 1024;
/**
 * To be asked before memory is taken for a blob.
 * @throws HoldfastError repository-damaged if it is larger than MAX_BLOB_BYTES.
 */
function refuseGiant(what, { length, plainLength }) {
    const largest = Math.max(length, plainLength ?? 0);
    if (largest <= MAX_BLOB_BYTES)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('repository-damaged', `Cannot read ${what}: it has ${largest} bytes, expected at most ${MAX_BLOB_BYTES}.`);
}
/** The most bytes that a blob of so many has when it is sealed. */
function sealedBound(plainBytes) {
    return (0,_crypto_zstd_js__WEBPACK_IMPORTED_MODULE_1__/* .compressedBound */ .Ci)(plainBytes) + _crypto_seal_js__WEBPACK_IMPORTED_MODULE_2__/* .SEAL_OVERHEAD_BYTES */ .DV;
}
/** How many bytes the blob that is stored in so many has, as the index tells it. */
function plainLengthOf(sealedBytes, { plainLength }) {
    return plainLength ?? sealedBytes - _crypto_seal_js__WEBPACK_IMPORTED_MODULE_2__/* .SEAL_OVERHEAD_BYTES */ .DV;
}
/** Compresses and seals the blob as it goes into a pack. */
function sealBlob(key, compression, type, plain) {
    const room = Buffer.allocUnsafe(sealedBound(plain.length));
    const { length, compressed } = sealBlobInto(key, { compression, type, plain }, room);
    return { bytes: Uint8Array.from(room.subarray(0, length)), plainLength: plain.length, compressed };
}
/** As `sealBlob`, written to the beginning of `room`, of `sealedBound(plain.length)` bytes, where `plain` may lie too. */
function sealBlobInto(key, blob, room) {
    const { compression, type, plain } = blob;
    const level = levelOf(compression, type);
    // A length of 0 says "not compressed" in an index, so that an empty blob can't be.
    const compressed = plain.length > 0 && level !== null;
    if (!compressed)
        return { length: (0,_crypto_seal_js__WEBPACK_IMPORTED_MODULE_2__/* .sealInto */ .Ag)(key, plain, room), compressed };
    const space = scratch((0,_crypto_zstd_js__WEBPACK_IMPORTED_MODULE_1__/* .compressedBound */ .Ci)(plain.length));
    const length = (0,_crypto_zstd_js__WEBPACK_IMPORTED_MODULE_1__/* .compressInto */ .R5)(plain, space, level);
    return { length: (0,_crypto_seal_js__WEBPACK_IMPORTED_MODULE_2__/* .sealInto */ .Ag)(key, space.subarray(0, length), room), compressed };
}
/** The most that is kept of it: restic's chunker stops at 8 MiB. */
const MAX_KEPT_SCRATCH_BYTES = 16 * 1024 * 1024;
/** This thread's, overwritten by each blob. */
let kept = Buffer.alloc(0);
function scratch(bytes) {
    if (bytes > MAX_KEPT_SCRATCH_BYTES)
        return Buffer.allocUnsafe(bytes);
    if (kept.length < bytes)
        kept = Buffer.allocUnsafeSlow(Math.min(2 * bytes, MAX_KEPT_SCRATCH_BYTES));
    return kept;
}
function levelOf(compression, type) {
    if (compression === 'off' || (compression === 'trees' && type !== 'tree'))
        return null;
    return LEVELS[compression];
}
/**
 * The plain blob: its MAC, its size and its hash are verified.
 * @throws HoldfastError repository-damaged.
 */
function openBlob(key, sealed, expected) {
    refuse(sealed, expected);
    const plain = Buffer.allocUnsafeSlow(Math.max(plainLengthOf(sealed.length, expected), 0));
    openBlobInto(key, { sealed, expected }, plain);
    return plain;
}
/** As `openBlob`, of a blob whose content nobody asks for. */
function verifyBlob(key, sealed, expected) {
    refuse(sealed, expected);
    const plainLength = Math.max(plainLengthOf(sealed.length, expected), 0);
    openBlobInto(key, { sealed, expected }, scratch(plainLength).subarray(0, plainLength));
}
/** As `openBlob`, written to `room`, which has just as many bytes as the plain blob is said to have. */
function openBlobInto(key, blob, room) {
    unsealBlobInto(key, blob, room);
    const id = (0,_format_ids_js__WEBPACK_IMPORTED_MODULE_3__/* .idOf */ .TH)(room);
    if (id !== blob.expected.id)
        throw damaged(blob.expected.id, `its SHA-256 is ${id}, expected its ID`);
}
/** As `openBlobInto`, for who looks later whether what became of it has the hash that is the blob's ID: only MAC and size are verified. */
function unsealBlobInto(key, { sealed, expected }, room) {
    const what = `blob ${expected.id}`;
    refuse(sealed, expected);
    const opened = (0,_crypto_seal_js__WEBPACK_IMPORTED_MODULE_2__/* .open */ .ho)(key, sealed, what);
    if (expected.plainLength === null)
        (0,_copy_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .copyBytes */ .n)(opened, room);
    const plainLength = expected.plainLength === null ? opened.length : (0,_crypto_zstd_js__WEBPACK_IMPORTED_MODULE_1__/* .decompressInto */ .E5)(opened, room, what);
    (0,_free_buffer_js__WEBPACK_IMPORTED_MODULE_5__/* .freeNow */ .V)(opened);
    if (plainLength !== room.length) {
        throw damaged(expected.id, `${plainLength} plain bytes, expected ${room.length}`);
    }
}
function refuse(sealed, { id, plainLength }) {
    refuseGiant(`blob ${id}`, { length: sealed.length, plainLength });
}
function damaged(id, problem) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('repository-damaged', `Cannot read blob ${id}: ${problem}. Run \`holdfast check --read-data\` to see what else is damaged.`);
}


/***/ }),

/***/ 47494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ OpenTable),
/* harmony export */   K4: () => (/* binding */ SaveTable),
/* harmony export */   gm: () => (/* binding */ tableBytes),
/* harmony export */   ry: () => (/* binding */ TABLE_BYTES),
/* harmony export */   xq: () => (/* binding */ MAX_BATCH_BLOBS)
/* harmony export */ });
/* harmony import */ var _format_ids_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46487);

// What threads tell one another of the blobs of a batch stands in a table at the beginning of its slab: to clone an
// object for each would take longer than to seal a small blob. A message says that the table was written; until the answer
// comes only the other thread writes to it.
/** Blobs of a batch at most. */
const MAX_BATCH_BLOBS = 128;
const ROW_WORDS = 16;
/** The blobs themselves lie behind it. */
const TABLE_BYTES = tableBytes(MAX_BATCH_BLOBS);
/** What a table of so many rows takes. */
function tableBytes(rows) {
    return rows * ROW_WORDS * Uint32Array.BYTES_PER_ELEMENT;
}
/** Words of a row. The last eight are an ID. */
const OFFSET = 0;
const LENGTH = 1;
/** Of a blob to save: the bytes that it may take from its offset on. Of one to open: the offset of its plain bytes. */
const ROOM = 2;
const IS_WANTED = 3;
/** Of one to open ahead, by atomic operations: one of the states below. */
const STATE = 3;
const IS_COMPRESSED = 4;
/** As stored, of a blob to save; plain, of one to open. */
const RESULT_LENGTH = 5;
const ID_WORD = 8;
const UNTOUCHED = 0;
/** Somebody opens it, or couldn't. */
const TAKEN = 1;
const OPENED = 2;
class Table {
    words;
    #bytes;
    constructor({ buffer, byteOffset }, rows = MAX_BATCH_BLOBS) {
        this.words = new Uint32Array(buffer, byteOffset, rows * ROW_WORDS);
        this.#bytes = Buffer.from(buffer, byteOffset, tableBytes(rows));
    }
    word(row, word) {
        return this.words[row * ROW_WORDS + word];
    }
    setWord(row, word, value) {
        this.words[row * ROW_WORDS + word] = value;
    }
    id(row) {
        const start = idOffset(row);
        return this.#bytes.toString('hex', start, start + _format_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .ID_BYTES */ .Q$);
    }
    setId(row, id) {
        this.#bytes.write(id, idOffset(row), 'hex');
    }
}
function idOffset(row) {
    return (row * ROW_WORDS + ID_WORD) * Uint32Array.BYTES_PER_ELEMENT;
}
/** Of blobs to save: where they lie; their IDs, by the thread; which are wanted; what became of those, by the thread. */
class SaveTable extends Table {
    put(row, { offset, length, room }) {
        this.setWord(row, OFFSET, offset);
        this.setWord(row, LENGTH, length);
        this.setWord(row, ROOM, room);
        this.setWord(row, IS_WANTED, 0);
    }
    span(row) {
        return { offset: this.word(row, OFFSET), length: this.word(row, LENGTH), room: this.word(row, ROOM) };
    }
    want(row) {
        this.setWord(row, IS_WANTED, 1);
    }
    isWanted(row) {
        return this.word(row, IS_WANTED) === 1;
    }
    putSealed(row, { length, compressed }) {
        this.setWord(row, RESULT_LENGTH, length);
        this.setWord(row, IS_COMPRESSED, compressed ? 1 : 0);
    }
    sealed(row) {
        return { length: this.word(row, RESULT_LENGTH), compressed: this.word(row, IS_COMPRESSED) === 1 };
    }
}
/** Of blobs to open: where they lie, and what is expected of them. */
class OpenTable extends Table {
    put(row, { offset, length, expected, plainOffset }) {
        const { id, plainLength } = expected;
        this.setWord(row, OFFSET, offset);
        this.setWord(row, LENGTH, length);
        this.setWord(row, ROOM, plainOffset);
        this.setWord(row, STATE, UNTOUCHED);
        this.setWord(row, IS_COMPRESSED, plainLength === null ? 0 : 1);
        this.setWord(row, RESULT_LENGTH, plainLength ?? 0);
        this.setId(row, id);
    }
    span(row) {
        const plainLength = this.word(row, IS_COMPRESSED) === 0 ? null : this.word(row, RESULT_LENGTH);
        return {
            offset: this.word(row, OFFSET),
            length: this.word(row, LENGTH),
            plainOffset: this.word(row, ROOM),
            expected: { id: this.id(row), plainLength },
        };
    }
    /** False: another has taken it before. */
    take(row) {
        return Atomics.compareExchange(this.words, row * ROW_WORDS + STATE, UNTOUCHED, TAKEN) === UNTOUCHED;
    }
    /** From now on its plain bytes may be read, which lie in their place. */
    setOpened(row) {
        Atomics.store(this.words, row * ROW_WORDS + STATE, OPENED);
    }
    isOpened(row) {
        return Atomics.load(this.words, row * ROW_WORDS + STATE) === OPENED;
    }
}


/***/ }),

/***/ 5869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   aK: () => (/* binding */ hint),
/* harmony export */   z3: () => (/* binding */ error)
/* harmony export */ });
function error(code, message, pack) {
    return { severity: 'error', code, message, ...(pack === undefined ? {} : { pack }) };
}
function warning(code, message) {
    return { severity: 'warning', code, message };
}
function hint(code, message) {
    return { severity: 'hint', code, message };
}
/** What errors of damage end with, for everybody but the check itself. */
const ADVICE_TO_CHECK = / (?:Run )?[`"](?:holdfast )?check[^`"]*[`"] (?:tells|to see) what else is damaged\.$/;
/** The message of what was caught while something was read. Only faults of the repository are findings. */
function reasonOf(caught) {
    return caught instanceof Error ? caught.message.replace(ADVICE_TO_CHECK, '') : String(caught);
}


/***/ }),

/***/ 56651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bf: () => (/* binding */ checkWholePack),
/* harmony export */   EC: () => (/* binding */ checkPack),
/* harmony export */   ts: () => (/* binding */ PIECE_BYTES)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _blob_sealing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14292);
/* harmony import */ var _check_finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5869);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68656);
/* harmony import */ var _pack_end_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38304);





/** Of a larger pack no more than this is in memory. */
const PIECE_BYTES = 32 * 1024 * 1024;
/**
 * What is wrong with a pack, a sentence each: its hash, its header against the index, and each blob.
 * @throws what isn't damage.
 */
async function checkPack(pack, source, key) {
    const problems = [];
    try {
        const actual = await hashOf(pack, source);
        if (actual !== pack.id)
            problems.push(`its ${pack.sizeBytes} bytes have the hash ${actual}: it was altered.`);
        const header = await (0,_pack_end_js__WEBPACK_IMPORTED_MODULE_1__/* .readPackEnd */ .B)({ ...pack, load: source.load }, key);
        if (!isSameList(header, pack.indexed))
            problems.push('its header names other blobs than the index does.');
        for (const blob of pack.indexed) {
            const problem = await openingFault(blob, source);
            if (problem !== null)
                problems.push(problem);
        }
    }
    catch (caught) {
        if (!(0,_damage_js__WEBPACK_IMPORTED_MODULE_2__/* .isUnreadable */ .GZ)(caught))
            throw caught;
        problems.push((0,_check_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonOf */ .A3)(caught));
    }
    return problems;
}
/** As `checkPack`, of one whose `bytes` are there. Blocks the thread, some 10 ms a MiB. */
function checkWholePack(pack, bytes, key) {
    const load = async ({ offset, length }) => bytes.subarray(offset, offset + length);
    return checkPack(pack, { load, open: (sealed, expected) => (0,_blob_sealing_js__WEBPACK_IMPORTED_MODULE_4__/* .verifyBlob */ .tB)(key, sealed, expected) }, key);
}
async function hashOf({ sizeBytes }, { load }) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (let offset = 0; offset < sizeBytes; offset += PIECE_BYTES) {
        hash.update(await load({ offset, length: Math.min(PIECE_BYTES, sizeBytes - offset) }));
    }
    return hash.digest('hex');
}
async function openingFault({ id, offset, length, plainLength }, { load, open }) {
    try {
        (0,_blob_sealing_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseGiant */ .YK)(`blob ${id}`, { length, plainLength });
        await open(await load({ offset, length }), { id, plainLength });
        return null;
    }
    catch (caught) {
        if (!(0,_damage_js__WEBPACK_IMPORTED_MODULE_2__/* .isUnreadable */ .GZ)(caught))
            throw caught;
        return (0,_check_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonOf */ .A3)(caught);
    }
}
function isSameList(header, indexed) {
    return header.length === indexed.length && header.every((blob, i) => isSameBlob(blob, indexed[i]));
}
function isSameBlob(blob, other) {
    return (blob.id === other?.id &&
        blob.type === other.type &&
        blob.offset === other.offset &&
        blob.length === other.length &&
        blob.plainLength === other.plainLength);
}


/***/ }),

/***/ 17730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ currentUser)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);

/** The name of the user that this process runs as, or empty: in a container a uid may have no name. */
function currentUser() {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_0__.userInfo)().username;
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 68656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GZ: () => (/* binding */ isUnreadable),
/* harmony export */   ST: () => (/* binding */ isGone),
/* harmony export */   e6: () => (/* binding */ isDamage)
/* harmony export */ });
/* harmony import */ var _backends_backend_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77656);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


/** Whether what the repository holds is wrong or lost, as opposed to a backend that doesn't answer. */
function isDamage(error) {
    return isGone(error) || (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asHoldfastError */ .C)(error)?.code === 'repository-damaged';
}
/** Whether the storage itself says that it hasn't got the bytes. */
function isGone(error) {
    return (0,_backends_backend_js__WEBPACK_IMPORTED_MODULE_1__/* .isMissing */ .b2)(error) || (0,_backends_backend_js__WEBPACK_IMPORTED_MODULE_1__/* .isShort */ .tQ)(error) || (0,_backends_backend_js__WEBPACK_IMPORTED_MODULE_1__/* .isReadFault */ .dV)(error);
}
/** As `isDamage`, or of a kind that we don't know. */
function isUnreadable(error) {
    return isDamage(error) || (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asHoldfastError */ .C)(error)?.code === 'repository-unsupported';
}


/***/ }),

/***/ 53967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ decodeConfig),
/* harmony export */   d: () => (/* binding */ encodeConfig)
/* harmony export */ });
/* harmony import */ var _chunker_polynomial_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7975);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69701);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(872);
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79417);




const HEX_NUMBER = /^[0-9a-f]{1,16}$/;
/** `{"version":2,"id":"…","chunker_polynomial":"2bd7b45530738b"}` */
function encodeConfig(config) {
    const polynomial = config.chunkerPolynomial.toString(16);
    return Buffer.from(`{"version":${config.version},"id":"${config.id}","chunker_polynomial":"${polynomial}"}`);
}
/** @throws HoldfastError repository-damaged; repository-unsupported for an unknown version or polynomial. */
function decodeConfig(json, what = 'the config') {
    return (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .decoding */ .uw)(what, () => {
        const { version, id, chunker_polynomial: polynomial } = (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(json);
        return {
            version: asVersion(version),
            id: (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asId */ .gR)(id, 'id'),
            chunkerPolynomial: asPolynomial(polynomial),
        };
    });
}
function asVersion(value) {
    const version = (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asUint */ .ZC)(value, 'version');
    if (version === 1 || version === 2)
        return version;
    throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatFault */ ._z(`its version is ${version}`, '1 or 2', 'repository-unsupported');
}
function asPolynomial(value) {
    if (typeof value !== 'string' || !HEX_NUMBER.test(value)) {
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatFault */ ._z(`chunker_polynomial is ${(0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(value)}`, 'up to 16 hex digits');
    }
    const polynomial = BigInt(`0x${value}`);
    if ((0,_chunker_polynomial_js__WEBPACK_IMPORTED_MODULE_3__/* .degree */ .No)(polynomial) !== _chunker_polynomial_js__WEBPACK_IMPORTED_MODULE_3__/* .POLYNOMIAL_DEGREE */ .g1) {
        const expected = `one of degree ${_chunker_polynomial_js__WEBPACK_IMPORTED_MODULE_3__/* .POLYNOMIAL_DEGREE */ .g1}`;
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatFault */ ._z(`chunker_polynomial is "${value}"`, expected, 'repository-unsupported');
    }
    if (!(0,_chunker_polynomial_js__WEBPACK_IMPORTED_MODULE_3__/* .isIrreducible */ .vp)(polynomial)) {
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatFault */ ._z(`chunker_polynomial is "${value}"`, 'an irreducible one');
    }
    return polynomial;
}


/***/ }),

/***/ 69701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   _z: () => (/* binding */ FormatFault),
/* harmony export */   uw: () => (/* binding */ decoding)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


/** What a decoder throws inside: `decoding` adds what was read and makes a HoldfastError of it. */
class FormatFault extends Error {
    name = 'FormatFault';
    code;
    /** `found` and `expected` are for a person; `found` is already safe to show. */
    constructor(found, expected, code = 'repository-damaged') {
        super(`${found}, expected ${expected}`);
        this.code = code;
    }
}
/**
 * What `decode` returns. Whatever it throws on hostile input becomes a HoldfastError that names `what`:
 * repository-damaged, or the code that a FormatFault says.
 */
function decoding(what, decode) {
    try {
        return decode();
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E)
            throw error;
        const fault = error instanceof FormatFault
            ? error
            : // JSON.parse (SyntaxError), too long for a string, too deep: all of them are the input's doing.
                new FormatFault(reason(error), 'JSON', 'repository-damaged');
        const advice = ADVICE[fault.code] ?? '';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E(fault.code, `Cannot read ${what}: ${fault.message}.${advice}`, { cause: error });
    }
}
const ADVICE = {
    'repository-damaged': ' Run "holdfast check" to see what else is damaged.',
    'repository-unsupported': ' A newer Holdfast, or restic, may know it.',
};
function reason(error) {
    return shorten(error instanceof Error ? error.message : String(error));
}
const SHOWN_CHARACTERS = 80;
function shorten(text) {
    const start = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(text.slice(0, SHOWN_CHARACTERS));
    return text.length > SHOWN_CHARACTERS ? `${start}…` : start;
}
/** Any value that came from a repository, made short and safe for a message. */
function shown(value) {
    if (value === undefined)
        return 'missing';
    if (Array.isArray(value))
        return 'an array';
    if (typeof value === 'object' && value !== null)
        return 'an object';
    return typeof value === 'string' ? `"${shorten(value)}"` : shorten(String(value));
}


/***/ }),

/***/ 872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DW: () => (/* binding */ asTexts),
/* harmony export */   ET: () => (/* binding */ MAX_UINT64),
/* harmony export */   GU: () => (/* binding */ asTime),
/* harmony export */   Rl: () => (/* binding */ MAX_UINT32),
/* harmony export */   W0: () => (/* binding */ isAbsent),
/* harmony export */   Yd: () => (/* binding */ asBytes),
/* harmony export */   ZC: () => (/* binding */ asUint),
/* harmony export */   _j: () => (/* binding */ asArray),
/* harmony export */   aA: () => (/* binding */ asIdOrNull),
/* harmony export */   e1: () => (/* binding */ asText),
/* harmony export */   gR: () => (/* binding */ asId),
/* harmony export */   v0: () => (/* binding */ asFlag)
/* harmony export */ });
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69701);
/* harmony import */ var _ids_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46487);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5620);



// Values of decoded JSON as what the format says they are. As in Go, null and absent are the zero value where
// nothing else is said. All throw FormatFault, which names the field.
const MAX_UINT32 = 2 ** 32 - 1;
const MAX_UINT64 = 2n ** 64n - 1n;
/** Well-formed text: a lone surrogate becomes U+FFFD. */
function asText(value, field) {
    if (typeof value === 'string')
        return value.toWellFormed();
    if (isAbsent(value))
        return '';
    throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatFault */ ._z(`${field} is ${(0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(value)}`, 'a string');
}
function asTexts(value, field) {
    return asArray(value, field).map((element) => asText(element, field));
}
function asFlag(value, field) {
    if (typeof value === 'boolean')
        return value;
    if (isAbsent(value))
        return false;
    throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatFault */ ._z(`${field} is ${(0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(value)}`, 'true or false');
}
/** A whole number from 0 to `max` (−0 is 0). */
function asUint(value, field, max = Number.MAX_SAFE_INTEGER) {
    if (typeof value === 'number' && value >= 0 && value <= max && Number.isInteger(value))
        return Math.abs(value);
    if (isAbsent(value))
        return 0;
    throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatFault */ ._z(`${field} is ${(0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(value)}`, `a whole number from 0 to ${max}`);
}
/** Nanoseconds since 1970; Go's zero time where it is absent (rustic leaves out the access time). */
function asTime(value, field) {
    if (isAbsent(value))
        return _time_js__WEBPACK_IMPORTED_MODULE_1__/* .ZERO_TIME_NS */ .jJ;
    const ns = typeof value === 'string' ? (0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTimeOrNull */ .L5)(value) : null;
    if (ns === null)
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatFault */ ._z(`${field} is ${(0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(value)}`, 'a time (RFC 3339)');
    return ns;
}
/** Bytes in base64 with padding. */
function asBytes(value, field) {
    if (isAbsent(value))
        return Buffer.alloc(0);
    const bytes = typeof value === 'string' ? Buffer.from(value, 'base64') : null;
    if (bytes === null || bytes.toString('base64') !== value) {
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatFault */ ._z(`${field} is ${(0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(value)}`, 'base64');
    }
    return bytes;
}
function asId(value, field) {
    if (typeof value === 'string' && (0,_ids_js__WEBPACK_IMPORTED_MODULE_2__/* .isId */ .eQ)(value))
        return value;
    throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatFault */ ._z(`${field} is ${(0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(value)}`, 'an ID of 64 hex digits');
}
function asIdOrNull(value, field) {
    return isAbsent(value) ? null : asId(value, field);
}
function asArray(value, field) {
    if (Array.isArray(value))
        return value;
    if (isAbsent(value))
        return [];
    throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatFault */ ._z(`${field} is ${(0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(value)}`, 'an array');
}
function isAbsent(value) {
    return value === undefined || value === null;
}


/***/ }),

/***/ 83872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  AB: () => (/* binding */ quoteName),
  Lh: () => (/* binding */ unquoteName)
});

// UNUSED EXPORTS: isGoPrintable

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
;// CONCATENATED MODULE: ./build/repository/format/go-printable.generated.js
/**
 * The 148,998 code points that Go's strconv.IsPrint accepts (letters, marks, numbers, punctuation, symbols and the
 * space, of Unicode 15.0: Go 1.21 to 1.26), as 711 ranges: pairs, in base 36, of the distance from the end of the
 * range before and the length less one. Made by a loop over strconv.IsPrint(rune) from 0 to 0x10FFFF with Go 1.26.
 * The SHA-256 of the list (upper-case hex and a line feed each) is in the test.
 */
const GO_PRINTABLE_RANGES = 'w 2m z b 2 jt 3 5 5 6 2 0 2 j 2 b0 2 11 3 1d 3 2 2 1i 9 q 5 5 i l 2 5b 2 1b 3 1m 3 2s f 1m 3 1c 3 e ' +
    '2 r 3 0 2 a 6 u a 21 2 4g 2 7 3 1 3 l 2 6 2 0 4 3 3 8 3 1 3 3 9 0 5 1 2 4 3 o 3 2 2 5 5 1 3 l 2 6 2 ' +
    '1 2 1 2 1 3 0 2 4 5 1 3 2 4 0 8 3 2 0 8 g b 2 2 8 2 2 2 l 2 6 2 1 2 4 3 9 2 2 2 2 3 0 g 3 3 b 8 6 2 ' +
    '2 2 7 3 1 3 l 2 6 2 1 2 4 3 8 3 1 3 2 8 2 5 1 2 4 3 h b 1 2 5 4 2 2 3 4 1 2 0 2 1 4 1 4 2 4 b 5 4 4 ' +
    '2 2 3 3 0 7 0 f k 6 c 2 2 2 m 2 f 3 8 2 2 2 3 8 1 2 2 3 0 3 3 3 9 8 l 2 2 2 m 2 9 2 4 3 8 2 2 2 3 8 ' +
    '1 7 1 2 3 3 9 2 2 d c 2 2 2 1e 2 2 2 5 5 f 3 p 2 2 2 h 4 n 2 8 2 0 3 6 4 0 5 5 2 0 2 7 7 9 3 2 d 1l ' +
    '5 s 12 1 2 0 2 4 2 n 2 0 2 m 3 4 2 0 2 6 2 9 3 3 x 1z 2 z 5 12 2 z 2 e 2 c 12 5h 2 0 6 0 3 ag 2 3 3 ' +
    '6 2 0 2 3 3 14 2 3 3 w 2 3 3 6 2 0 2 3 3 e 2 1k 2 3 3 1u 3 v 4 p 7 2d 3 5 3 hr 2 r 4 2g 8 l a n a j ' +
    'd c 2 2 2 1 d 2l 3 9 7 9 7 d 2 a 7 2g 8 16 6 1x b u 2 b 5 b 5 0 4 15 3 4 c 17 5 p 7 a 4 1p 3 1s 2 s ' +
    '3 a 7 9 7 d 3 u 1e 24 4 1a 2 37 9 1n 4 e 4 1n 8 16 3 a 9 16 6 et 3 5 3 11 3 5 3 7 2 0 2 0 2 0 2 u 3 ' +
    '1g 2 e 2 d 3 5 2 i 3 2 2 8 i n 9 1a i 1 3 q 2 c 4 w g w g 3v 5 ie q a m 1eb 3 v 2 9o 6 18 2 0 6 0 3 ' +
    '1j 8 1 f n a 6 2 6 2 6 2 6 2 6 2 6 2 6 2 6 2 3h z p 2 2g d 5x r b 6 1q 2 2d 3 2u 6 16 2 2l 2 2b d 1a ' +
    '2 mlo 4 1i a 9n l 53 9 5m 6 1 2 0 2 4 p 1m 4 9 7 1j 9 1x 9 b 7 37 c t 4 25 2 a 5 w 2 1i a d 3 9 3 2u ' +
    'p r b 5 3 5 3 5 a 6 2 6 2 1n 5 3h 3 9 7 8mb d m 5 1c 6it a5 3 2x 13 6 d 4 6 p 2 4 2 0 2 1 2 1 2 3g h ' +
    'cc 3 1h 8 0 x 15 7 1e 2 i 2 3 5 4 2 3q 5 59 4 5 3 5 3 5 3 2 4 6 2 6 e 1 3 b 2 p 2 i 2 1 2 e 3 d z 3e ' +
    '6 2 5 18 4 2f 2 c 4 0 1c 19 3n s 4 1c g r 5 z a t 6 16 6 t 2 10 5 d 17 4d 3 9 7 z 5 z 5 13 9 1f c b ' +
    '2 e 2 6 2 1 2 a 2 e 2 6 2 1 1w 8m a l b 7 p 5 2 15 2 8 1y 5 3 0 2 17 2 1 4 0 3 m 2 1z 9 8 1d i 2 1 6 ' +
    'w 4 q 6 0 1t 1j 5 j 3 1d 2 1 6 7 2 2 2 s 3 2 5 9 8 8 8 1r x 12 5 b a 1h 4 s 3 q 6 p 8 3 d 6 29 20 1k ' +
    '1e e 1e 8 19 9 9 87 u 2 15 2 2 3 1 24 16 9 15 n p 13 r l m a 25 5 z a 1p 2 4 e o 8 9 7 1g 2 h 9 12 a ' +
    '2n 2 j c h 2 1a 1r 6 2 0 2 3 2 e 2 a 7 1m 6 9 7 3 2 7 3 1 3 l 2 6 2 1 2 4 2 9 3 1 3 2 3 0 7 0 6 6 3 ' +
    '6 4 4 3w 2j 2 4 v 1z 9 9 4n 1h 3 11 z 1w c 9 7 c k 1l 7 9 1j q 3 e 5 m 56 1n 2t 2a d 7 3 0 3 7 2 1 2 ' +
    't 2 1 3 b a 9 1z 7 3 19 3 a s 1z 9 2a e 20 8 9 6v 8 2 18 2 d b s 4 v 3 l 2 d 22 6 2 1 2 17 4 0 2 1 2 ' +
    '8 9 9 7 5 2 1 2 10 2 1 2 5 8 9 8n o 8 g 2 14 4 r 2f 0 g 1d e pm 2v 32 2 4 c 5f 219 2q e tr h l 33f ' +
    'g6 6nu fs 8 u 2 9 5 28 2 9 7 t 3 5 b 1x b 9 2 6 2 k 6 i j5 2i 2u 22 5 1k 8 g 1t 4 c 1 f 4qf 9 yd 17 ' +
    '8 6w8 3 2 6 2 1 2 82 g 0 u 2 3 0 f 3 9 az 1s5 2y 6 c 4 8 8 9 3 3 3mp 19 3 m a 37 1p 6t b 12 3 21 9 ' +
    '33 m 1x 3f j d j d 2e a o 3s 2c 2 1y 2 1 3 0 3 1 3 3 2 b 2 0 2 6 2 1s 2 3 3 7 2 6 2 r 2 3 2 4 2 0 4 ' +
    '6 2 9f 3 83 3 jh g 4 2 e up u 7 5 5y 6 2 g 3 6 2 1 2 4 6 1p y 0 35 18 4 d 3 9 5 1 8x u i 1l 6 0 cx ' +
    '15 kn 6 2 3 2 1 2 e 2 5g 3 f 16 23 5 9 5 1 lu 1v 25 1o 5f 3 2 q 2 1 2 0 3 0 2 9 2 3 2 0 2 0 7 0 5 0 ' +
    '2 0 2 0 2 2 2 1 2 0 3 0 2 0 2 0 2 0 2 0 2 1 2 0 3 3 2 6 2 3 2 3 2 0 2 9 2 g 6 2 2 4 2 g 1h 1 7j 17 5 ' +
    '2r d e 3 e 2 e 2 10 b 4t 1l s e 17 5 8 8 1 f 5 4b rb 5 g 4 c 4 3a 5 2m 7 b 5 0 g b 5 1j 9 9 7 13 9 t ' +
    '3 1 27 9f d d 3 c 4 8 8 19 2 6 9 d 5 8 8 8 8 42 2 1i 12 9 sn wyn x 37d 7 65 3 4g1 f 5rk 2e8 f1 15v ' +
    '3t6 6 38f f9e9 6n';

// EXTERNAL MODULE: ./build/repository/format/utf8.js
var utf8 = __webpack_require__(2930);
;// CONCATENATED MODULE: ./build/repository/format/go-quote.js



/** ASCII that strconv.Quote leaves as it is. */
const PLAIN_ASCII = /^[ !#-[\]-~]*$/;
const SHORT_ESCAPES = new Map([
    [0x07, '\\a'],
    [0x08, '\\b'],
    [0x09, '\\t'],
    [0x0a, '\\n'],
    [0x0b, '\\v'],
    [0x0c, '\\f'],
    [0x0d, '\\r'],
    [0x22, '\\"'],
    [0x5c, '\\\\'],
]);
/**
 * `name` as Go's strconv.Quote writes it, without the quotes around it: valid UTF-8 of printable characters as it
 * is, the rest as `\n`, `\x1b`, `\u00a0`, `\U000e0001`, and a byte that isn't UTF-8 as `\xff`. This is how restic
 * keeps bytes in the name of a node. The result is UTF-8 bytes; any bytes at all come back through `unquoteName`.
 */
function quoteName(name) {
    if (PLAIN_ASCII.test(name))
        return name;
    let quoted = '';
    let copied = 0;
    for (let i = 0; i < name.length;) {
        const rune = (0,utf8/* runeAt */.cf)(name, i);
        const width = rune === utf8/* INVALID_RUNE */.Lp ? 1 : (0,utf8/* runeWidth */.B3)(rune);
        if (!isPlain(rune)) {
            quoted += name.slice(copied, i) + escapeOf(rune, name.charCodeAt(i));
            copied = i + width;
        }
        i += width;
    }
    return (quoted + name.slice(copied));
}
/**
 * The bytes that `quoted` (text as JSON gave it, without the quotes around it) stands for, or null where Go's
 * strconv.Unquote fails: a bare `"` or newline, an escape that it doesn't know, a surrogate or a number out of range.
 */
function unquoteName(quoted) {
    if (PLAIN_ASCII.test(quoted))
        return quoted;
    if (/["\n]/.test(quoted.replace(/\\./gs, '')))
        return null;
    if (!quoted.includes('\\'))
        return (0,bytestring.fromText)(quoted);
    let bytes = '';
    let copied = 0;
    for (let at = quoted.indexOf('\\'); at >= 0; at = quoted.indexOf('\\', copied)) {
        bytes += (0,bytestring.fromText)(quoted.slice(copied, at));
        const read = readEscape(quoted, at + 1);
        if (read === null)
            return null;
        bytes += read.bytes;
        copied = at + 1 + read.length;
    }
    return (bytes + (0,bytestring.fromText)(quoted.slice(copied)));
}
/** Go's strconv.IsPrint as of Go 1.21 to 1.26: categories L, M, N, P and S of Unicode 15.0, and U+0020. */
function isGoPrintable(rune) {
    let low = 0;
    let high = PRINTABLE_STARTS.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if (PRINTABLE_STARTS[middle] <= rune)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && rune <= PRINTABLE_ENDS[low - 1];
}
const { starts: PRINTABLE_STARTS, ends: PRINTABLE_ENDS } = readRanges(GO_PRINTABLE_RANGES);
function readRanges(text) {
    const distances = text.split(' ').map((digits) => Number.parseInt(digits, 36));
    const starts = new Uint32Array(distances.length / 2);
    const ends = new Uint32Array(distances.length / 2);
    let end = 0;
    for (let i = 0; i < starts.length; i++) {
        const start = end + distances[2 * i];
        end = start + distances[2 * i + 1];
        starts[i] = start;
        ends[i] = end;
    }
    return { starts, ends };
}
function isPlain(rune) {
    if (rune < 0x7f)
        return rune >= 0x20 && rune !== 0x22 && rune !== 0x5c;
    return isGoPrintable(rune);
}
function escapeOf(rune, byte) {
    const short = SHORT_ESCAPES.get(rune);
    if (short !== undefined)
        return short;
    if (rune < 0x20 || rune === 0x7f)
        return `\\x${hex(byte, 2)}`;
    return rune < 0x10000 ? `\\u${hex(rune, 4)}` : `\\U${hex(rune, 8)}`;
}
function hex(value, digits) {
    return value.toString(16).padStart(digits, '0');
}
const ESCAPED_BYTES = new Map(Array.from(SHORT_ESCAPES, ([byte, written]) => [written.slice(1), String.fromCharCode(byte)]));
const NUMBERED_ESCAPE = /x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})/y;
/** The escape whose letter is at `index`: the bytes that it means, and its length without the backslash. */
function readEscape(quoted, index) {
    const short = ESCAPED_BYTES.get(quoted.charAt(index));
    if (short !== undefined)
        return { bytes: short, length: 1 };
    NUMBERED_ESCAPE.lastIndex = index;
    const match = NUMBERED_ESCAPE.exec(quoted);
    if (match === null)
        return null;
    const [whole, byteHex, shortHex, longHex, octal] = match;
    if (shortHex !== undefined || longHex !== undefined) {
        const rune = Number.parseInt(shortHex ?? longHex ?? '', 16);
        if (rune > 0x10ffff || (rune >= 0xd800 && rune <= 0xdfff))
            return null;
        return { bytes: (0,bytestring.fromText)(String.fromCodePoint(rune)), length: whole.length };
    }
    const byte = byteHex === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(byteHex, 16);
    return byte > 0xff ? null : { bytes: String.fromCharCode(byte), length: whole.length };
}


/***/ }),

/***/ 46487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q$: () => (/* binding */ ID_BYTES),
/* harmony export */   TH: () => (/* binding */ idOf),
/* harmony export */   eQ: () => (/* binding */ isId),
/* harmony export */   fh: () => (/* binding */ HEX_VALUES),
/* harmony export */   yE: () => (/* binding */ isIdAt)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Bytes of a SHA-256. */
const ID_BYTES = 32;
const ID_DIGITS = 2 * ID_BYTES;
/** Has a bit that no digit has. */
const NO_DIGIT = 0x80;
/** What each byte stands for as a lower-case hex digit; else NO_DIGIT. Without a branch: half of them would be guessed wrongly. */
const HEX_VALUES = new Uint8Array(256).fill(NO_DIGIT);
for (let value = 0; value < 16; value++)
    HEX_VALUES[value.toString(16).charCodeAt(0)] = value;
/** 64 lower-case hex digits. By hand: an index has hundreds of thousands of them, and a regular expression is slower. */
function isId(text) {
    if (text.length !== ID_DIGITS)
        return false;
    let all = 0;
    for (let i = 0; i < ID_DIGITS; i++)
        all |= HEX_VALUES[text.charCodeAt(i)] ?? NO_DIGIT;
    return all < NO_DIGIT;
}
/** Whether one stands in `bytes` at `at`. */
function isIdAt(bytes, at) {
    if (at + ID_DIGITS > bytes.length)
        return false;
    let all = 0;
    for (let i = at; i < at + ID_DIGITS; i++)
        all |= HEX_VALUES[bytes[i]];
    return all < NO_DIGIT;
}
/** The ID of `bytes`: their SHA-256. */
function idOf(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', bytes, 'hex');
}


/***/ }),

/***/ 47456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ decodeIndex),
/* harmony export */   b: () => (/* binding */ encodeIndex)
/* harmony export */ });
/* harmony import */ var _crypto_seal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41420);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69701);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(872);
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79417);




/** The JSON of an index file, as restic writes it: with a line feed at the end. */
function encodeIndex(packs) {
    let json = '{"packs":[';
    let separator = '';
    for (const pack of packs) {
        json += `${separator}{"id":"${pack.id}","blobs":[${pack.blobs.map(blobJson).join(',')}]}`;
        separator = ',';
    }
    return Buffer.from(`${json}]}\n`, 'latin1');
}
/**
 * Calls `visit` with every blob in an index's JSON, in its order; all blobs of a pack come with the same string
 * `pack`. Nothing is visited before the whole index is found to be sound. `supersedes` and unknown fields are ignored.
 *
 * @throws HoldfastError repository-damaged; repository-unsupported for the array that restic wrote before 2015.
 */
function decodeIndex(json, visit, what = 'an index') {
    for (const { id, blobs } of (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .decoding */ .uw)(what, () => readPacks(json))) {
        for (const blob of blobs)
            visit(id, blob);
    }
}
function blobJson(blob) {
    const plain = blob.plainLength === null ? '' : `,"uncompressed_length":${blob.plainLength}`;
    return `{"id":"${blob.id}","type":"${blob.type}","offset":${blob.offset},"length":${blob.length}${plain}}`;
}
function readPacks(json) {
    const index = JSON.parse((0,_parse_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonText */ .s$)(json));
    if (Array.isArray(index)) {
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatFault */ ._z('it is an array, as in repositories of 2015', 'an object', 'repository-unsupported');
    }
    const { packs } = (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(index, 'the whole');
    if ((0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .isAbsent */ .W0)(packs))
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatFault */ ._z('packs is missing', 'an array');
    return (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asArray */ ._j)(packs, 'packs').map(readPack);
}
function readPack(value) {
    const { id, blobs } = (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(value, 'a pack');
    return { id: (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asId */ .gR)(id, "a pack's id"), blobs: (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asArray */ ._j)(blobs, 'blobs').map(readBlob) };
}
function readBlob(value) {
    const { id, type, offset, length, uncompressed_length: plainLength } = (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(value, 'a blob');
    const blob = {
        type: asBlobType(type),
        id: (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asId */ .gR)(id, "a blob's id"),
        offset: (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asUint */ .ZC)(offset, 'offset', _fields_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_UINT32 */ .Rl),
        length: (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asUint */ .ZC)(length, 'length', _fields_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_UINT32 */ .Rl),
        plainLength: (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asUint */ .ZC)(plainLength, 'uncompressed_length', _fields_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_UINT32 */ .Rl) || null,
    };
    if (!isPossiblePlace(blob.offset, blob.length)) {
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatFault */ ._z(`a blob is at ${blob.offset} with the length ${blob.length}`, `at least ${_crypto_seal_js__WEBPACK_IMPORTED_MODULE_3__/* .SEAL_OVERHEAD_BYTES */ .DV} bytes that end by ${_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_UINT32 */ .Rl}`);
    }
    return blob;
}
function asBlobType(value) {
    if (value === 'data' || value === 'tree')
        return value;
    throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatFault */ ._z(`a blob's type is ${(0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(value)}`, '"data" or "tree"');
}
function isPossiblePlace(offset, length) {
    return length >= _crypto_seal_js__WEBPACK_IMPORTED_MODULE_3__/* .SEAL_OVERHEAD_BYTES */ .DV && offset + length <= _fields_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_UINT32 */ .Rl;
}


/***/ }),

/***/ 87527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ql: () => (/* binding */ quoteJsonBytes),
/* harmony export */   c1: () => (/* binding */ rawElements),
/* harmony export */   fp: () => (/* binding */ quoteJson),
/* harmony export */   s3: () => (/* binding */ rawMembers)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _utf8_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2930);


/** ASCII that Go's encoding/json writes as it is. */
const PLAIN_ASCII = /^[ !#-%'-;=?-[\]-\x7f]*$/;
const SHORT_ESCAPES = new Map([
    [0x08, '\\b'],
    [0x09, '\\t'],
    [0x0a, '\\n'],
    [0x0c, '\\f'],
    [0x0d, '\\r'],
    [0x22, '\\"'],
    [0x5c, '\\\\'],
    [0x2028, '\\u2028'],
    [0x2029, '\\u2029'],
    [_utf8_js__WEBPACK_IMPORTED_MODULE_0__/* .INVALID_RUNE */ .Lp, '\\ufffd'],
]);
/**
 * `bytes` as a JSON string, quotes included, byte for byte as Go's encoding/json (1.22 and later) writes it: `<`,
 * `>`, `&`, U+2028 and U+2029 as `\u003c` …, a byte that isn't UTF-8 as `\ufffd` (it is lost), the rest as it is.
 */
function quoteJsonBytes(bytes) {
    return `"${PLAIN_ASCII.test(bytes) ? bytes : escapeBytes(bytes)}"`;
}
/** The same for `text`, as UTF-8 bytes. A lone surrogate becomes U+FFFD. */
function quoteJson(text) {
    return PLAIN_ASCII.test(text) ? `"${text}"` : quoteJsonBytes((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(text));
}
function escapeBytes(bytes) {
    let escaped = '';
    let copied = 0;
    for (let i = 0; i < bytes.length;) {
        const rune = (0,_utf8_js__WEBPACK_IMPORTED_MODULE_0__/* .runeAt */ .cf)(bytes, i);
        const width = rune === _utf8_js__WEBPACK_IMPORTED_MODULE_0__/* .INVALID_RUNE */ .Lp ? 1 : (0,_utf8_js__WEBPACK_IMPORTED_MODULE_0__/* .runeWidth */ .B3)(rune);
        const replacement = escapeOf(rune);
        if (replacement !== null) {
            escaped += bytes.slice(copied, i) + replacement;
            copied = i + width;
        }
        i += width;
    }
    return escaped + bytes.slice(copied);
}
function escapeOf(rune) {
    const short = SHORT_ESCAPES.get(rune);
    if (short !== undefined)
        return short;
    const isHtml = rune === 0x3c || rune === 0x3e || rune === 0x26;
    return rune < 0x20 || isHtml ? `\\u${rune.toString(16).padStart(4, '0')}` : null;
}
/**
 * The members of the JSON object at the start of `json`, each value as the text that stands there: for numbers that
 * a double can't hold and for fields that we don't know. Of a name that stands twice the last counts, as in Go.
 *
 * `json` must be JSON that JSON.parse has accepted, without white space before it.
 */
function rawMembers(json) {
    const members = new Map();
    forEachValue(json, (value, name) => {
        members.set(JSON.parse(name).toWellFormed(), value);
    });
    return members;
}
/** The elements of the JSON array at the start of `json` as the texts that stand there. Conditions as above. */
function rawElements(json) {
    const elements = [];
    forEachValue(json, (value) => {
        elements.push(value);
    });
    return elements;
}
/** Calls `visit` with each value of the object or array at the start of `json`; `name` is its quoted name, or empty. */
function forEachValue(json, visit) {
    const isObject = json.charCodeAt(0) === 0x7b;
    let at = skipPast(json, 1, SPACE);
    while (at < json.length && !'}]'.includes(json.charAt(at))) {
        let name = '';
        if (isObject) {
            const end = endOfString(json, at);
            name = json.slice(at, end);
            at = skipPast(json, end, SPACE_AND_COLON);
        }
        const end = endOfValue(json, at);
        visit(json.slice(at, end), name);
        at = skipPast(json, end, SPACE_AND_COMMA);
    }
}
const SPACE = /[ \t\r\n]*/y;
const SPACE_AND_COLON = /[ \t\r\n:]*/y;
const SPACE_AND_COMMA = /[ \t\r\n,]*/y;
const SCALAR = /[^ \t\r\n,:{}[\]"]*/y;
const BRACE_OR_QUOTE = /[{}[\]"]/g;
function skipPast(json, at, pattern) {
    pattern.lastIndex = at;
    return pattern.test(json) ? pattern.lastIndex : json.length;
}
/** No regular expression: one would keep a state for each character of a string of megabytes. */
function endOfString(json, at) {
    for (let quote = json.indexOf('"', at + 1); quote >= 0; quote = json.indexOf('"', quote + 1)) {
        let backslashes = 0;
        while (json.charAt(quote - 1 - backslashes) === '\\')
            backslashes++;
        if (backslashes % 2 === 0)
            return quote + 1;
    }
    return json.length;
}
/** Counts braces instead of recursing: no depth of nesting can exhaust the stack. */
function endOfValue(json, at) {
    const first = json.charAt(at);
    if (first === '"')
        return endOfString(json, at);
    if (first !== '{' && first !== '[')
        return skipPast(json, at, SCALAR);
    let depth = 0;
    BRACE_OR_QUOTE.lastIndex = at;
    for (let match = BRACE_OR_QUOTE.exec(json); match !== null; match = BRACE_OR_QUOTE.exec(json)) {
        if (match[0] === '"')
            BRACE_OR_QUOTE.lastIndex = endOfString(json, match.index);
        else if (match[0] === '{' || match[0] === '[')
            depth++;
        else if (--depth === 0)
            return match.index + 1;
    }
    return json.length;
}


/***/ }),

/***/ 73836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TE: () => (/* binding */ isSafeName),
/* harmony export */   d7: () => (/* binding */ nodeFault)
/* harmony export */ });
/* unused harmony export treeFault */
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);

/**
 * Whether `name` can be one entry of a folder: not empty, not `.` or `..`, without `/` and NUL. Any other name in a
 * tree is an attack or damage, and must not become part of a path.
 */
function isSafeName(name) {
    return name !== '' && name !== '.' && name !== '..' && !/[/\0]/.test(name);
}
/**
 * What is wrong with a decoded node, for a person, or null. restic restores a file without content as zeros, and
 * walks into nothing where a folder has no subtree: neither may be taken for a whole node.
 */
function nodeFault(node) {
    if (!isSafeName(node.name))
        return `its name "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.display)(node.name)}" can't be that of a file`;
    if (node.type === 'file' && node.content === null && node.sizeBytes > 0n) {
        return `it is a file of ${node.sizeBytes} bytes without content`;
    }
    if (node.type === 'dir' && node.subtree === null)
        return 'it is a folder without a subtree';
    if (node.type !== 'dir' && node.subtree !== null)
        return `it has a subtree but isn't a folder`;
    if (node.type === '')
        return 'it has no type';
    return null;
}
/** The first fault of a decoded tree: of a node, or names that aren't strictly rising. Null if there is none. */
function treeFault(tree) {
    let last = '';
    for (const node of tree.nodes) {
        const fault = nodeFault(node);
        if (fault !== null)
            return `node "${display(node.name)}": ${fault}`;
        if (node.name <= last)
            return `node "${display(node.name)}": it stands after "${display(last)}"`;
        last = node.name;
    }
    return null;
}


/***/ }),

/***/ 25088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ writeNodeHead),
/* harmony export */   x: () => (/* binding */ writeText)
/* harmony export */ });
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87527);
/* harmony import */ var _node_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45392);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5620);



/** Types that a listing has, as JSON. */
const TYPES = new Map(['file', 'dir', 'symlink', 'fifo', 'dev', 'chardev'].map((type) => [type, `,"type":"${type}"`]));
/**
 * Writes to `room` what `encodeNodeHead(node)` has behind the name, byte for byte, in a tenth of the time: a backup of a
 * million files that didn't change compares as many heads.
 * @param start Where in `room`.
 * @returns Where it ends. Null where it would be something that no listing gives, or more than `room` holds: then
 *   `encodeNodeHead` is to be asked. What is in `room` means nothing then.
 */
function writeNodeHead(node, room, start = 0) {
    const type = TYPES.get(node.type);
    if (type === undefined || node.otherFields !== null || node.extendedAttributes.length > 0)
        return null;
    let at = writeText(type, room, start);
    if (node.mode !== 0)
        at = writeNumber(node.mode, room, writeText(',"mode":', room, at));
    at = writeTimes(node, room, at);
    if (at < 0)
        return null;
    at = writeText(ownerJson(node), room, at);
    at = writeField(',"inode":', node.inode, room, at);
    at = writeField(',"device_id":', node.deviceId, room, at);
    at = writeField(',"size":', node.sizeBytes, room, at);
    at = writeField(',"links":', node.links, room, at);
    if (at < 0)
        return null;
    if (node.linkTarget !== '')
        at = writeText((0,_node_json_js__WEBPACK_IMPORTED_MODULE_0__/* .linkTargetJson */ .gM)(node.linkTarget), room, at);
    at = writeField(',"device":', node.deviceNumber, room, at);
    // What is written past its end, a Uint8Array passes over.
    return at < 0 || at > room.length ? null : at;
}
function writeTimes({ mtimeNs, atimeNs, ctimeNs }, room, at) {
    const mtimeAt = writeText(',"mtime":"', room, at);
    const mtimeEnd = (0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .writeTime */ .Rs)(mtimeNs, room, mtimeAt);
    if (mtimeEnd < 0)
        return -1;
    const atimeAt = writeText('","atime":"', room, mtimeEnd);
    let end = atimeAt + mtimeEnd - mtimeAt;
    if (atimeNs === mtimeNs) {
        for (let i = mtimeAt; i < mtimeEnd; i++)
            room[atimeAt + i - mtimeAt] = room[i];
    }
    else {
        end = (0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .writeTime */ .Rs)(atimeNs, room, atimeAt);
        if (end < 0)
            return -1;
    }
    end = (0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .writeTime */ .Rs)(ctimeNs, room, writeText('","ctime":"', room, end));
    return end < 0 ? -1 : writeText('","uid":', room, end);
}
let lastOwner = { uid: -1, gid: -1, user: '', group: '' };
let lastOwnerJson = '';
/** Of most trees all entries belong to few: the last one's is kept. */
function ownerJson({ uid, gid, user, group }) {
    const { uid: lastUid, gid: lastGid, user: lastUser, group: lastGroup } = lastOwner;
    if (uid === lastUid && gid === lastGid && user === lastUser && group === lastGroup)
        return lastOwnerJson;
    lastOwnerJson = `${uid},"gid":${gid}`;
    if (user !== '')
        lastOwnerJson += `,"user":${(0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteJson */ .fp)(user)}`;
    if (group !== '')
        lastOwnerJson += `,"group":${(0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteJson */ .fp)(group)}`;
    lastOwner = { uid, gid, user, group };
    return lastOwnerJson;
}
const MAX_EXACT = BigInt(Number.MAX_SAFE_INTEGER);
/** Nothing for 0. −1: it has too many bits, or `at` is −1 already. */
function writeField(name, value, room, at) {
    if (at < 0 || value === 0n)
        return at;
    if (value < 0n || value > MAX_EXACT)
        return -1;
    return writeNumber(Number(value), room, writeText(name, room, at));
}
/** @param value A whole number of 0 or more that is exact. */
function writeNumber(value, room, at) {
    let digits = 1;
    for (let limit = 10; value >= limit; limit *= 10)
        digits++;
    let rest = value;
    for (let place = at + digits - 1; place >= at; place--) {
        const tenth = Math.floor(rest / 10);
        room[place] = 0x30 + (rest - tenth * 10); // the digit first: the sum may be past what is exact
        rest = tenth;
    }
    return at + digits;
}
/** @param text Bytes, one a character. @returns Where it ends, whether there was room or not. */
function writeText(text, room, at) {
    for (let i = 0; i < text.length; i++)
        room[at + i] = text.charCodeAt(i);
    return at + text.length;
}


/***/ }),

/***/ 45392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KY: () => (/* binding */ nameJson),
/* harmony export */   Nf: () => (/* binding */ encodeNode),
/* harmony export */   QC: () => (/* binding */ NODE_START),
/* harmony export */   T$: () => (/* binding */ encodeNodeTail),
/* harmony export */   ZM: () => (/* binding */ encodeNodeHead),
/* harmony export */   gM: () => (/* binding */ linkTargetJson),
/* harmony export */   gs: () => (/* binding */ hasOtherFields),
/* harmony export */   iN: () => (/* binding */ hasRoundedNumbers),
/* harmony export */   jw: () => (/* binding */ decodeNode),
/* harmony export */   xG: () => (/* binding */ quoteLongNumbers)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(19473);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69701);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(872);
/* harmony import */ var _go_quote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83872);
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87527);
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(79417);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5620);
/* harmony import */ var _utf8_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2930);









const KNOWN_FIELDS = new Set([
    'name',
    'type',
    'mode',
    'mtime',
    'atime',
    'ctime',
    'uid',
    'gid',
    'user',
    'group',
    'inode',
    'device_id',
    'size',
    'links',
    'linktarget',
    'linktarget_raw',
    'extended_attributes',
    'device',
    'content',
    'subtree',
    'error',
]);
/** Written in its own place; kept, like unknown fields, in `otherFields`. */
const GENERIC_ATTRIBUTES = 'generic_attributes';
/** What every node's JSON begins with; its name follows. */
const NODE_START = '{"name":';
/**
 * The JSON of `node` as UTF-8 bytes, exactly as restic 0.19 writes it. Of `otherFields`, generic_attributes stands
 * where restic has it and the rest at the end.
 * @throws HoldfastError internal for a file with bytes but without content: restic restores such a file as zeros.
 */
function encodeNode(node) {
    return encodeNodeHead(node) + encodeNodeTail(node);
}
/** What `encodeNode` writes from the content on. @throws As it. */
function encodeNodeTail(node) {
    let json = `,"content":${contentJson(node)}`;
    if (node.subtree !== null)
        json += `,"subtree":"${node.subtree}"`;
    if (node.error !== '')
        json += `,"error":${(0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteJson */ .fp)(node.error)}`;
    if (node.otherFields !== null)
        json += unknownFieldsJson(node.otherFields);
    return `${json}}`;
}
/** What `encodeNode` writes before the content. */
function encodeNodeHead(node) {
    const { mode, inode, deviceId, sizeBytes, links, deviceNumber, otherFields } = node;
    let json = `${NODE_START}${nameJson(node.name)},"type":${(0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteJson */ .fp)(node.type)}`;
    if (mode !== 0)
        json += `,"mode":${mode}`;
    const mtime = (0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTime */ .fU)(node.mtimeNs);
    const atime = node.atimeNs === node.mtimeNs ? mtime : (0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTime */ .fU)(node.atimeNs);
    const ctime = node.ctimeNs === node.mtimeNs ? mtime : (0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTime */ .fU)(node.ctimeNs);
    json += `,"mtime":"${mtime}","atime":"${atime}","ctime":"${ctime}","uid":${node.uid},"gid":${node.gid}`;
    if (node.user !== '')
        json += `,"user":${(0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteJson */ .fp)(node.user)}`;
    if (node.group !== '')
        json += `,"group":${(0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteJson */ .fp)(node.group)}`;
    if (inode !== 0n)
        json += `,"inode":${inode}`;
    if (deviceId !== 0n)
        json += `,"device_id":${deviceId}`;
    if (sizeBytes !== 0n)
        json += `,"size":${sizeBytes}`;
    if (links !== 0n)
        json += `,"links":${links}`;
    if (node.linkTarget !== '')
        json += linkTargetJson(node.linkTarget);
    if (node.extendedAttributes.length > 0)
        json += attributesJson(node.extendedAttributes);
    if (otherFields !== null)
        json += genericAttributesJson(otherFields);
    if (deviceNumber !== 0n)
        json += `,"device":${deviceNumber}`;
    return json;
}
/** Whether `raw` has fields that we don't know, to be kept as text. */
function hasOtherFields(raw) {
    for (const field in raw)
        if (!KNOWN_FIELDS.has(field))
            return true;
    return false;
}
/** Whether `raw` has a number that JSON.parse may have rounded: the inodes of overlayfs are such. */
function hasRoundedNumbers(raw) {
    const { inode, device_id: deviceId, size, links, device } = raw;
    return isRounded(inode) || isRounded(deviceId) || isRounded(size) || isRounded(links) || isRounded(device);
}
const LONG_NUMBERS = /"(inode|device_id|size|links|device)"(\s*:\s*)([0-9]{16,20})(?=[\s,}])/g;
/**
 * The JSON of a tree with its long numbers as strings of their digits. In a string of JSON the quote after a field's
 * name would be escaped: only fields match. (JSON.parse with a reviver that sees the source takes four times as long.)
 */
function quoteLongNumbers(json) {
    return json.replace(LONG_NUMBERS, '"$1"$2"$3"');
}
/**
 * The node in `raw`. As in Go, a field that is null or missing is the zero value; only name and type must be there.
 * Nothing is said about whether the node makes sense: see node-fault.ts.
 * @throws FormatFault
 */
function decodeNode(raw, { numbers, members }) {
    try {
        const mtimeNs = (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asTime */ .GU)(raw.mtime, 'mtime');
        return {
            name: asName(raw.name),
            type: asType(raw.type),
            mode: (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asUint */ .ZC)(raw.mode, 'mode', _fields_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_UINT32 */ .Rl),
            mtimeNs,
            atimeNs: raw.atime === raw.mtime ? mtimeNs : (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asTime */ .GU)(raw.atime, 'atime'),
            ctimeNs: raw.ctime === raw.mtime ? mtimeNs : (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asTime */ .GU)(raw.ctime, 'ctime'),
            uid: (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asUint */ .ZC)(raw.uid, 'uid', _fields_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_UINT32 */ .Rl),
            gid: (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asUint */ .ZC)(raw.gid, 'gid', _fields_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_UINT32 */ .Rl),
            user: (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asText */ .e1)(raw.user, 'user'),
            group: (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asText */ .e1)(raw.group, 'group'),
            inode: asUint64(raw.inode, numbers.inode, 'inode'),
            deviceId: asDevice(raw.device_id, numbers.device_id),
            sizeBytes: asUint64(raw.size, numbers.size, 'size'),
            links: asUint64(raw.links, numbers.links, 'links'),
            linkTarget: asLinkTarget(raw.linktarget, raw.linktarget_raw),
            extendedAttributes: asAttributes(raw.extended_attributes),
            deviceNumber: asUint64(raw.device, numbers.device, 'device'),
            content: asContent(raw.content),
            subtree: (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asIdOrNull */ .aA)(raw.subtree, 'subtree'),
            error: (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asText */ .e1)(raw.error, 'error'),
            otherFields: members === null ? null : otherFieldsOf(members),
        };
    }
    catch (error) {
        if (error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_3__/* .FormatFault */ ._z)
            error.message = `node ${(0,_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(raw.name)}: ${error.message}`;
        throw error;
    }
}
/** A node's name as JSON. */
function nameJson(name) {
    return (0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteJsonBytes */ .Ql)((0,_go_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quoteName */ .AB)(name));
}
function asName(value) {
    const name = typeof value === 'string' ? (0,_go_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .unquoteName */ .Lh)(value) : null;
    if (name === null)
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_3__/* .FormatFault */ ._z(`name is ${(0,_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(value)}`, 'a name as Go quotes it');
    return name;
}
function asType(value) {
    if (typeof value === 'string')
        return value.toWellFormed();
    throw new _fault_js__WEBPACK_IMPORTED_MODULE_3__/* .FormatFault */ ._z(`type is ${(0,_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(value)}`, 'a string');
}
/** A target that isn't UTF-8 is given a second time, whole, in base64: that one counts. */
function linkTargetJson(target) {
    const raw = (0,_utf8_js__WEBPACK_IMPORTED_MODULE_5__/* .isUtf8 */ .co)(target) ? '' : `,"linktarget_raw":"${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_6__.toBytes)(target).toString('base64')}"`;
    return `,"linktarget":${(0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteJsonBytes */ .Ql)(target)}${raw}`;
}
const NO_TARGET = '';
function asLinkTarget(text, raw) {
    if ((0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .isAbsent */ .W0)(text) && (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .isAbsent */ .W0)(raw))
        return NO_TARGET;
    if ((0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .isAbsent */ .W0)(raw))
        return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_6__.fromText)((0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asText */ .e1)(text, 'linktarget'));
    return (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asBytes */ .Yd)(raw, 'linktarget_raw').toString('latin1');
}
function attributesJson(attributes) {
    const all = attributes.map(({ name, value }) => {
        const base64 = Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
        return `{"name":${(0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteJsonBytes */ .Ql)(name)},"value":"${base64}"}`;
    });
    return `,"extended_attributes":[${all.join(',')}]`;
}
function asAttributes(value) {
    if ((0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .isAbsent */ .W0)(value))
        return [];
    return (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asArray */ ._j)(value, 'extended_attributes').map((element) => {
        const { name, value: bytes } = (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_7__/* .asObject */ .eB)(element, 'an extended attribute');
        return {
            name: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_6__.fromText)((0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asText */ .e1)(name, "an extended attribute's name")),
            value: (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asBytes */ .Yd)(bytes, "an extended attribute's value"),
        };
    });
}
function contentJson(node) {
    if (node.content !== null)
        return node.content.length === 0 ? '[]' : `["${node.content.join('","')}"]`;
    if (node.type !== 'file' || node.sizeBytes === 0n)
        return 'null';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .HoldfastError */ .E('internal', `Cannot write the node "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_6__.display)(node.name)}": a file of ${node.sizeBytes} bytes without content.`);
}
function asContent(value) {
    if ((0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .isAbsent */ .W0)(value))
        return null;
    const ids = (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asArray */ ._j)(value, 'content');
    for (const id of ids)
        (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .asId */ .gR)(id, 'content');
    return ids; // nobody else has them
}
function isRounded(value) {
    return typeof value === 'number' && !Number.isSafeInteger(value);
}
/** `digits` is the same value by its text: it counts only for a number that a double can't hold. */
function asUint64(value, digits, field) {
    if ((0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .isAbsent */ .W0)(value))
        return 0n;
    if (typeof value === 'number' && value >= 0) {
        if (value === 1)
            return 1n; // the links of nearly every file
        if (Number.isSafeInteger(value))
            return BigInt(value);
        const exact = typeof digits === 'string' ? BigInt(digits) : -1n;
        if (exact >= 0n && exact <= _fields_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_UINT64 */ .ET)
            return exact;
    }
    throw new _fault_js__WEBPACK_IMPORTED_MODULE_3__/* .FormatFault */ ._z(`${field} is ${(0,_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(value)}`, 'a whole number of 64 bits');
}
/** The last one that was read: nearly always it is also the next. */
let known = { value: 0, device: 0n };
function asDevice(value, digits) {
    if (value === known.value)
        return known.device;
    const device = asUint64(value, digits, 'device_id');
    if (Number.isSafeInteger(value))
        known = { value: value, device };
    return device;
}
function genericAttributesJson(otherFields) {
    const json = otherFields.get(GENERIC_ATTRIBUTES);
    return json === undefined ? '' : `,"${GENERIC_ATTRIBUTES}":${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_6__.fromText)(json)}`;
}
function unknownFieldsJson(otherFields) {
    let fields = '';
    for (const [name, json] of otherFields) {
        if (name !== GENERIC_ATTRIBUTES)
            fields += `,${(0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteJson */ .fp)(name)}:${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_6__.fromText)(json)}`;
    }
    return fields;
}
/** Go takes `Inode` for `inode`: restic and we would read two different nodes, so such a field is refused. */
function otherFieldsOf(members) {
    const others = new Map();
    for (const [name, json] of members) {
        if (KNOWN_FIELDS.has(name))
            continue;
        if (KNOWN_FIELDS.has(name.toLowerCase())) {
            throw new _fault_js__WEBPACK_IMPORTED_MODULE_3__/* .FormatFault */ ._z(`it has a field ${(0,_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(name)}`, 'its name in lower case');
        }
        others.set(name, json);
    }
    return others.size === 0 ? null : others;
}


/***/ }),

/***/ 56060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FJ: () => (/* binding */ encodePackHeader),
/* harmony export */   Fe: () => (/* binding */ HEADER_LENGTH_BYTES),
/* harmony export */   LU: () => (/* binding */ decodePackHeader),
/* harmony export */   cw: () => (/* binding */ decodeHeaderLength),
/* harmony export */   eF: () => (/* binding */ encodeHeaderLength),
/* harmony export */   iG: () => (/* binding */ packSizeBytes)
/* harmony export */ });
/* unused harmony export MAX_PACK_BLOBS */
/* harmony import */ var _crypto_seal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41420);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19473);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69701);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(872);
/* harmony import */ var _ids_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46487);





// A pack: sealed blobs without gaps ‖ sealed header ‖ length of the sealed header. Header entry: type (1 byte) ‖
// stored length ‖ plain length (compressed blobs only) ‖ SHA-256 of the plain blob. Numbers are uint32, little-endian.
const DATA = 0;
const TREE = 1;
/** Added to the type of a compressed blob. */
const COMPRESSED = 2;
const LENGTH_BYTES = 4;
const PLAIN_ENTRY_BYTES = 1 + LENGTH_BYTES + _ids_js__WEBPACK_IMPORTED_MODULE_0__/* .ID_BYTES */ .Q$;
const COMPRESSED_ENTRY_BYTES = PLAIN_ENTRY_BYTES + LENGTH_BYTES;
/** Of the number at the end of a pack. */
const HEADER_LENGTH_BYTES = LENGTH_BYTES;
/** The largest sealed header that restic reads. */
const MAX_SEALED_HEADER_BYTES = 16 * 1024 * 1024;
/** Blobs of a pack, if all of them are compressed. */
const MAX_PACK_BLOBS = Math.floor((MAX_SEALED_HEADER_BYTES - _crypto_seal_js__WEBPACK_IMPORTED_MODULE_1__/* .SEAL_OVERHEAD_BYTES */ .DV) / COMPRESSED_ENTRY_BYTES);
/** Bytes of a pack that holds exactly `blobs`: its body, sealed header and length. */
function packSizeBytes(blobs) {
    let size = _crypto_seal_js__WEBPACK_IMPORTED_MODULE_1__/* .SEAL_OVERHEAD_BYTES */ .DV + HEADER_LENGTH_BYTES;
    for (const blob of blobs)
        size += blob.length + entryBytes(blob);
    return size;
}
/** Bytes of the entry that `blob` has in its pack's header. */
function entryBytes(blob) {
    return blob.plainLength === null ? PLAIN_ENTRY_BYTES : COMPRESSED_ENTRY_BYTES;
}
/**
 * The header, not yet sealed, of a pack whose body is `blobs` in this order.
 * @throws HoldfastError internal if there is a gap or an overlap, or too many blobs for restic to read.
 */
function encodePackHeader(blobs) {
    let headerBytes = 0;
    let offset = 0;
    for (const blob of blobs) {
        if (blob.offset !== offset)
            throw unwritable(`blob ${blob.id} is at ${blob.offset}, expected ${offset}`);
        offset += blob.length;
        headerBytes += entryBytes(blob);
    }
    if (blobs.length === 0 || headerBytes + _crypto_seal_js__WEBPACK_IMPORTED_MODULE_1__/* .SEAL_OVERHEAD_BYTES */ .DV > MAX_SEALED_HEADER_BYTES) {
        throw unwritable(`it has ${blobs.length} blobs, expected 1 to ${MAX_PACK_BLOBS}`);
    }
    if (offset > _fields_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_UINT32 */ .Rl)
        throw unwritable(`its body has ${offset} bytes, expected at most ${_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_UINT32 */ .Rl}`);
    const header = Buffer.alloc(headerBytes);
    let at = 0;
    for (const blob of blobs)
        at = writeEntry(header, at, blob);
    return header;
}
/**
 * The blobs of a pack by its opened header, in the order of its body.
 * @throws HoldfastError repository-damaged; repository-unsupported for an unknown type of blob.
 */
function decodePackHeader(header, what = "a pack's header") {
    return (0,_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .decoding */ .uw)(what, () => {
        const bytes = Buffer.from(header.buffer, header.byteOffset, header.byteLength);
        const blobs = [];
        let offset = 0;
        for (let at = 0; at < bytes.length;) {
            const blob = readEntry(bytes, at, offset);
            at += entryBytes(blob);
            offset += blob.length;
            if (offset > _fields_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_UINT32 */ .Rl)
                throw new _fault_js__WEBPACK_IMPORTED_MODULE_3__/* .FormatFault */ ._z(`its blobs end at ${offset}`, `at most ${_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_UINT32 */ .Rl}`);
            blobs.push(blob);
        }
        if (blobs.length === 0)
            throw new _fault_js__WEBPACK_IMPORTED_MODULE_3__/* .FormatFault */ ._z('it is empty', 'at least one blob');
        return blobs;
    });
}
/** The last bytes of a pack. */
function encodeHeaderLength(sealedHeaderBytes) {
    const bytes = Buffer.alloc(HEADER_LENGTH_BYTES);
    bytes.writeUInt32LE(sealedHeaderBytes);
    return bytes;
}
/**
 * How long the sealed header before the last four bytes of a pack is.
 * @param end the last bytes of the pack, four or more; `packBytes` is the size of all of it.
 * @throws HoldfastError repository-damaged if no header of that length can be there.
 */
function decodeHeaderLength(end, packBytes, what = 'a pack') {
    return (0,_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .decoding */ .uw)(what, () => {
        const smallest = _crypto_seal_js__WEBPACK_IMPORTED_MODULE_1__/* .SEAL_OVERHEAD_BYTES */ .DV + PLAIN_ENTRY_BYTES;
        if (end.length < HEADER_LENGTH_BYTES || packBytes < smallest + HEADER_LENGTH_BYTES) {
            throw new _fault_js__WEBPACK_IMPORTED_MODULE_3__/* .FormatFault */ ._z(`it has ${packBytes} bytes`, `at least ${smallest + HEADER_LENGTH_BYTES}`);
        }
        const length = Buffer.from(end.buffer, end.byteOffset, end.byteLength).readUInt32LE(end.length - 4);
        const largest = Math.min(packBytes - HEADER_LENGTH_BYTES, MAX_SEALED_HEADER_BYTES);
        if (length < smallest || length > largest) {
            throw new _fault_js__WEBPACK_IMPORTED_MODULE_3__/* .FormatFault */ ._z(`its header's length is ${length}`, `${smallest} to ${largest}`);
        }
        return length;
    });
}
function writeEntry(header, start, blob) {
    const type = blob.type === 'data' ? DATA : TREE;
    let at = header.writeUInt8(blob.plainLength === null ? type : type + COMPRESSED, start);
    at = header.writeUInt32LE(blob.length, at);
    if (blob.plainLength !== null)
        at = header.writeUInt32LE(blob.plainLength, at);
    return at + header.write(blob.id, at, 'hex');
}
function readEntry(header, start, offset) {
    const typeByte = header.readUInt8(start);
    const compressed = typeByte >= COMPRESSED;
    const end = start + (compressed ? COMPRESSED_ENTRY_BYTES : PLAIN_ENTRY_BYTES);
    const where = `the entry at byte ${start}`;
    if (typeByte > TREE + COMPRESSED) {
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_3__/* .FormatFault */ ._z(`${where} has the type ${typeByte}`, '0 to 3', 'repository-unsupported');
    }
    if (end > header.length)
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_3__/* .FormatFault */ ._z(`${where} is cut off`, `${end - start} bytes`);
    const type = (typeByte & 1) === DATA ? 'data' : 'tree';
    const length = header.readUInt32LE(start + 1);
    const plainLength = compressed ? header.readUInt32LE(start + 1 + LENGTH_BYTES) : null;
    if (length < _crypto_seal_js__WEBPACK_IMPORTED_MODULE_1__/* .SEAL_OVERHEAD_BYTES */ .DV) {
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_3__/* .FormatFault */ ._z(`${where} has the length ${length}`, `at least ${_crypto_seal_js__WEBPACK_IMPORTED_MODULE_1__/* .SEAL_OVERHEAD_BYTES */ .DV}`);
    }
    if (plainLength === 0)
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_3__/* .FormatFault */ ._z(`${where} is compressed and empty`, 'an empty blob as it is');
    return { type, id: header.toString('hex', end - _ids_js__WEBPACK_IMPORTED_MODULE_0__/* .ID_BYTES */ .Q$, end), offset, length, plainLength };
}
function unwritable(problem) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('internal', `Cannot write a pack: ${problem}.`);
}


/***/ }),

/***/ 79417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eB: () => (/* binding */ asObject),
/* harmony export */   lj: () => (/* binding */ parseObject),
/* harmony export */   pt: () => (/* binding */ requireNoBomb),
/* harmony export */   s$: () => (/* binding */ jsonText)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69701);


/**
 * A JSON text up to this size may hold anything: parsed it takes 20 times as much at the worst. Beyond, one object or
 * array must stand for 16 bytes or more, and one comma for 8, as in every index and tree (a blob of an index takes 100,
 * a node as much, with some 18 commas).
 */
const SMALL_BYTES = 8 * 1024 * 1024;
const BYTES_PER_BRACKET = 16;
const BYTES_PER_COMMA = 8;
/** And never more than this, which the largest tree that fits a string of V8 (1.6 million nodes) just reaches. */
const MAX_BRACKETS = 6_000_000;
const MAX_COMMAS = 32_000_000;
/**
 * The text of `json`, to be parsed. ASCII makes one-byte strings, which parse twice as fast.
 * @throws FormatFault if it is a bomb: `[],[],[]…` of 100 MiB would take gigabytes, `1,1,1…` of 500 end the process.
 */
function jsonText(json) {
    const bytes = Buffer.from(json.buffer, json.byteOffset, json.byteLength);
    requireNoBomb(bytes);
    return (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isAscii)(bytes) ? bytes.toString('latin1') : bytes.toString('utf8');
}
/** The JSON object in `json`, its fields unchecked. @throws FormatFault, SyntaxError */
function parseObject(json) {
    return asObject(JSON.parse(jsonText(json)), 'the whole');
}
function asObject(value, field) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        return value;
    }
    throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatFault */ ._z(`${field} is ${(0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(value)}`, 'an object');
}
/** @throws FormatFault as `jsonText`. */
function requireNoBomb(json) {
    if (json.length <= SMALL_BYTES)
        return;
    const { brackets, commas } = countStructure(json);
    const mostBrackets = Math.min(json.length / BYTES_PER_BRACKET, MAX_BRACKETS);
    const mostCommas = Math.min(json.length / BYTES_PER_COMMA, MAX_COMMAS);
    if (brackets <= mostBrackets && commas <= mostCommas)
        return;
    throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatFault */ ._z('it has too many values for its size', `one object or array in ${BYTES_PER_BRACKET} bytes at most (${MAX_BRACKETS} in all), and one comma in ${BYTES_PER_COMMA} (${MAX_COMMAS})`);
}
/** Brackets that open an object or array, and commas. Those in strings don't count: any name may be full of them. */
function countStructure(json) {
    let brackets = 0;
    let commas = 0;
    let inString = false;
    for (let i = 0; i < json.length; i++) {
        const byte = json[i];
        if (byte === QUOTE)
            inString = !inString;
        else if (inString)
            i += byte === BACKSLASH ? 1 : 0;
        else if (byte === COMMA)
            commas++;
        else if (byte === OPEN_BRACE || byte === OPEN_BRACKET)
            brackets++;
    }
    return { brackets, commas };
}
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const OPEN_BRACKET = 0x5b;
const COMMA = 0x2c;


/***/ }),

/***/ 5620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ parseTimeOrNull),
/* harmony export */   Rs: () => (/* binding */ writeTime),
/* harmony export */   fU: () => (/* binding */ formatTime),
/* harmony export */   jJ: () => (/* binding */ ZERO_TIME_NS),
/* harmony export */   kE: () => (/* binding */ zoneOf),
/* harmony export */   pe: () => (/* binding */ parseTime)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69701);


const NS_PER_SECOND = 1000000000n;
const SECONDS_PER_DAY = 86_400;
/** From 1 January of the year 0 to 1 January 1970, in Gregorian days. */
const DAYS_TO_1970 = 719_528;
/** Go's zero time, 0001-01-01T00:00:00Z: what restic reads where a time is missing. Nanoseconds since 1970. */
const ZERO_TIME_NS = -62135596800n * NS_PER_SECOND;
/** A hundred million years: what lies beyond is written as this, so that a double holds every second exactly. */
const MAX_EXACT_SECONDS = 3155695200000000n;
const FIRST_YEAR = 0;
const LAST_YEAR = 9999;
/**
 * `ns` (nanoseconds since 1970) as RFC 3339 with up to 9 decimals and no trailing zeros, as Go's time.Time writes it:
 * `2026-11-21T09:47:54.62Z`. A year outside 0 to 9999 becomes 0 or 9999 with the rest of the date kept (29 February
 * becomes 1 March in 9999), as restic does it.
 * @param zoneSeconds Seconds east of UTC of the zone that it is written in; whole minutes.
 */
function formatTime(ns, zoneSeconds = 0) {
    const wallNs = ns + BigInt(zoneSeconds) * NS_PER_SECOND;
    let seconds = wallNs / NS_PER_SECOND;
    let fraction = Number(wallNs % NS_PER_SECOND);
    if (fraction < 0) {
        seconds -= 1n;
        fraction += 1_000_000_000;
    }
    if (seconds < -MAX_EXACT_SECONDS)
        seconds = -MAX_EXACT_SECONDS;
    if (seconds > MAX_EXACT_SECONDS)
        seconds = MAX_EXACT_SECONDS;
    const whole = Number(seconds);
    const days = Math.floor(whole / SECONDS_PER_DAY);
    const zone = zoneSeconds === 0 ? 'Z' : formatZone(zoneSeconds);
    return `${dateOf(days)}T${timeOfDay(whole - days * SECONDS_PER_DAY)}${decimals(fraction)}${zone}`;
}
const MAX_INT64 = 2n ** 63n - 1n;
const bits = new DataView(new ArrayBuffer(8));
/**
 * Writes what `formatTime(ns)` gives to `room` at `at`, without a string, and without arithmetic on big integers, which takes
 * longer than all the rest.
 * @returns Where it ends, whether there was room or not. −1: it is before 1970, or past 64 bits; nothing was written.
 */
function writeTime(ns, room, at) {
    if (ns < 0n || ns > MAX_INT64)
        return -1;
    bits.setBigInt64(0, ns);
    const low = bits.getUint32(4);
    // By hand, 16 bits at a time: each dividend is below 2 ** 46.
    const top = bits.getUint32(0);
    const middle = (top % 1e9) * 65_536 + (low >>> 16);
    const bottom = (middle % 1e9) * 65_536 + (low & 0xffff);
    const seconds = Math.floor(top / 1e9) * 2 ** 32 + Math.floor(middle / 1e9) * 65_536 + Math.floor(bottom / 1e9);
    const days = Math.floor(seconds / SECONDS_PER_DAY);
    const date = dateOf(days);
    let end = at;
    for (let i = 0; i < date.length; i++)
        room[end++] = date.charCodeAt(i);
    room[end++] = 0x54; // T
    const ofDay = seconds - days * SECONDS_PER_DAY;
    end = writeTwoDigits(Math.floor(ofDay / 3600), room, end);
    room[end++] = 0x3a; // :
    end = writeTwoDigits(Math.floor(ofDay / 60) % 60, room, end);
    room[end++] = 0x3a;
    end = writeTwoDigits(ofDay % 60, room, end);
    end = writeDecimals(bottom % 1e9, room, end);
    room[end++] = 0x5a; // Z
    return end;
}
function writeTwoDigits(value, room, at) {
    const tens = Math.floor(value / 10);
    room[at] = 0x30 + tens;
    room[at + 1] = 0x30 + (value - tens * 10);
    return at + 2;
}
const FRACTION_DIGITS = 9;
function writeDecimals(nanoseconds, room, at) {
    if (nanoseconds === 0)
        return at;
    room[at] = 0x2e; // .
    let rest = nanoseconds;
    let zeros = 0;
    for (let place = at + FRACTION_DIGITS; place > at; place--) {
        const tenth = Math.floor(rest / 10);
        const digit = rest - tenth * 10;
        room[place] = 0x30 + digit;
        if (digit === 0 && at + FRACTION_DIGITS - place === zeros)
            zeros++;
        rest = tenth;
    }
    return at + 1 + FRACTION_DIGITS - zeros;
}
function formatZone(seconds) {
    const minutes = Math.abs(seconds) / 60;
    return `${seconds < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}
/**
 * Nanoseconds since 1970 of an RFC 3339 time, as Go's time.Time reads it: any zone, decimals past the ninth cut off.
 * @throws HoldfastError repository-damaged if it isn't one.
 */
function parseTime(text) {
    const ns = parseTimeOrNull(text);
    if (ns !== null)
        return ns;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('repository-damaged', `Cannot read a time: ${(0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(text)}, expected RFC 3339 as in 2026-11-21T09:47:54.62Z.`);
}
/** The same, with null for what isn't an RFC 3339 time. */
function parseTimeOrNull(text) {
    const length = text.length;
    if (length < 20 || !hasSeparators(text))
        return null;
    const day = daysOf(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
    const hour = digits(text, 11, 2);
    const minute = digits(text, 14, 2);
    const second = digits(text, 17, 2);
    if (day === null || !isClock(hour, minute) || second < 0 || second > 59)
        return null;
    let at = 19;
    let nanoseconds = 0;
    if (text.charCodeAt(at) === 0x2e) {
        const start = ++at;
        while (isDigit(text.charCodeAt(at)))
            at++;
        if (at === start)
            return null;
        nanoseconds = Number(text.slice(start, Math.min(at, start + 9)).padEnd(9, '0'));
    }
    const offset = zoneOffset(text, at);
    if (offset === null)
        return null;
    const seconds = day * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second - offset;
    return nanosecondsOf(seconds, nanoseconds);
}
/** Up to here, the year 2242, 63 bits hold the nanoseconds. */
const MAX_FAST_SECONDS = 2 ** 33;
/** Without the big integers on the way: of a large folder they would take longer than to read its times. */
function nanosecondsOf(seconds, nanoseconds) {
    if (seconds < 0 || seconds >= MAX_FAST_SECONDS)
        return BigInt(seconds) * NS_PER_SECOND + BigInt(nanoseconds);
    // seconds = high * 2 ** 22 + low. Each product and sum is below 2 ** 53.
    const high = Math.floor(seconds / 2 ** 22) * 1e9;
    const low = (seconds % 2 ** 22) * 1e9 + nanoseconds + (high % 2 ** 10) * 2 ** 22;
    bits.setUint32(0, Math.floor(high / 2 ** 10) + Math.floor(low / 2 ** 32));
    bits.setUint32(4, low % 2 ** 32);
    return bits.getBigUint64(0);
}
/** Seconds east of UTC of the zone in which `text` gives its time: 0 for `Z`, and where it isn't an RFC 3339 time. */
function zoneOf(text) {
    if (parseTimeOrNull(text) === null || text.endsWith('Z'))
        return 0;
    return zoneOffset(text, text.length - 6) ?? 0;
}
function hasSeparators(text) {
    return (text.charCodeAt(4) === 0x2d &&
        text.charCodeAt(7) === 0x2d &&
        text.charCodeAt(10) === 0x54 &&
        text.charCodeAt(13) === 0x3a &&
        text.charCodeAt(16) === 0x3a);
}
/** Seconds east of UTC of the zone that takes all of `text` from `at` on, or null. */
function zoneOffset(text, at) {
    const sign = text.charCodeAt(at);
    if (sign === 0x5a)
        return at + 1 === text.length ? 0 : null;
    if ((sign !== 0x2b && sign !== 0x2d) || at + 6 !== text.length || text.charCodeAt(at + 3) !== 0x3a)
        return null;
    const hours = digits(text, at + 1, 2);
    const minutes = digits(text, at + 4, 2);
    if (!isClock(hours, minutes))
        return null;
    return (sign === 0x2d ? -1 : 1) * (hours * 3600 + minutes * 60);
}
function isClock(hours, minutes) {
    return hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60;
}
function isDigit(code) {
    return code >= 0x30 && code <= 0x39;
}
/** The number that `count` digits at `at` make, or -1 where one of them isn't a digit. */
function digits(text, at, count) {
    let value = 0;
    for (let i = at; i < at + count; i++) {
        const code = text.charCodeAt(i);
        if (!isDigit(code))
            return -1;
        value = value * 10 + code - 0x30;
    }
    return value;
}
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
function isLeap(year) {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
function daysBeforeMonth(year, month) {
    return DAYS_BEFORE_MONTH[month - 1] + (month > 2 && isLeap(year) ? 1 : 0);
}
/** Gregorian days from the start of the year 0 to that of `year`. */
function daysBeforeYear(year) {
    const before = year - 1;
    return year * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) + 1;
}
/** Days since 1970 of a date, or null if there is no such day. */
function daysOf(year, month, day) {
    if (year < 0 || month < 1 || month > 12 || day < 1)
        return null;
    const start = daysBeforeMonth(year, month);
    const length = (month === 12 ? 365 + (isLeap(year) ? 1 : 0) : daysBeforeMonth(year, month + 1)) - start;
    return day > length ? null : daysBeforeYear(year) - DAYS_TO_1970 + start + day - 1;
}
/** Dates that were asked for lately, each in the place that its day falls on: a tree's times are of few days. */
const KNOWN_DATES = 256;
const knownDays = new Float64Array(KNOWN_DATES).fill(Number.NaN);
const knownDates = new Array(KNOWN_DATES).fill('');
/** The date `days` after 1 January 1970. */
function dateOf(days) {
    const place = days & (KNOWN_DATES - 1);
    if (knownDays[place] !== days) {
        knownDates[place] = formatDate(days);
        knownDays[place] = days;
    }
    return knownDates[place];
}
function formatDate(days) {
    const since0 = days + DAYS_TO_1970;
    let year = Math.floor(since0 / 365.2425);
    while (daysBeforeYear(year) > since0)
        year--;
    while (daysBeforeYear(year + 1) <= since0)
        year++;
    const dayOfYear = since0 - daysBeforeYear(year);
    let month = 12;
    while (daysBeforeMonth(year, month) > dayOfYear)
        month--;
    const day = dayOfYear - daysBeforeMonth(year, month) + 1;
    const shownYear = Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR);
    if (month === 2 && day === 29 && !isLeap(shownYear))
        return `${shownYear}-03-01`;
    return `${String(shownYear).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}
function timeOfDay(seconds) {
    const minutes = Math.floor(seconds / 60);
    return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`;
}
const TWO_DIGITS = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));
const THREE_DIGITS = Array.from({ length: 1000 }, (_, value) => String(value).padStart(3, '0'));
function twoDigits(value) {
    return TWO_DIGITS[value];
}
function decimals(nanoseconds) {
    if (nanoseconds === 0)
        return '';
    const micros = Math.floor(nanoseconds / 1000);
    const millis = Math.floor(micros / 1000);
    const all = `.${THREE_DIGITS[millis]}${THREE_DIGITS[micros % 1000]}${THREE_DIGITS[nanoseconds % 1000]}`;
    return nanoseconds % 10 === 0 ? all.replace(/0+$/, '') : all;
}


/***/ }),

/***/ 55064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LB: () => (/* binding */ NEXT_NODE),
/* harmony export */   LI: () => (/* binding */ TREE_END),
/* harmony export */   Nh: () => (/* binding */ treeRuns),
/* harmony export */   uj: () => (/* binding */ TREE_START)
/* harmony export */ });
/* harmony import */ var _node_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45392);
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79417);


/** What stands around the nodes of a tree, as restic writes it, and between two of them. */
const TREE_START = '{"nodes":[';
const TREE_END = ']}\n';
const NEXT_NODE = `,${_node_json_js__WEBPACK_IMPORTED_MODULE_0__/* .NODE_START */ .QC}`;
/** A tree up to twice this size is read as a whole. */
const RUN_BYTES = 512 * 1024;
/** How a node ends: a name that begins behind it isn't that of one of its attributes. */
const NODE_END = /(?:\]\}|"content":null\}|"subtree":"[0-9a-f]{64}"\})$/;
const MOST_OF_AN_END = 80;
/**
 * The nodes of the tree in `bytes`, in order, as several pieces of JSON, with the commas between nodes: to parse a folder of a
 * million entries as one text takes gigabytes, and most of the time goes to V8's collections, each of which visits all that is
 * parsed so far.
 *
 * Where it is cut there stands nothing that a string of JSON could hold. Yet it may be within a node that has what we don't know:
 * then JSON.parse refuses the list of what stands before the cut (a bracket is open there), and the tree is to be read as a whole,
 * which says what is wrong where nothing of it is JSON. If it accepts all lists, the tree is JSON as well, and they are what it holds.
 * @returns null if it isn't worth it, or isn't written as restic writes it.
 * @throws FormatFault for a bomb.
 */
function treeRuns(bytes) {
    if (bytes.length <= 2 * RUN_BYTES)
        return null;
    const json = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const isWhole = json.toString('latin1', 0, TREE_START.length) === TREE_START &&
        json.toString('latin1', json.length - TREE_END.length) === TREE_END;
    if (!isWhole)
        return null;
    (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_1__/* .requireNoBomb */ .pt)(json);
    return cut(json.subarray(TREE_START.length, -TREE_END.length));
}
function* cut(nodes) {
    for (let start = 0; start < nodes.length;) {
        const end = nodeEndAfter(nodes, start + RUN_BYTES);
        yield nodes.subarray(start, end);
        start = end + 1;
    }
}
function nodeEndAfter(nodes, from) {
    const next = (behind) => nodes.indexOf(NEXT_NODE, behind, 'latin1');
    for (let at = next(from); at >= 0; at = next(at + 1)) {
        if (NODE_END.test(nodes.toString('latin1', Math.max(0, at - MOST_OF_AN_END), at)))
            return at;
    }
    return nodes.length;
}


/***/ }),

/***/ 22409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ TreeText),
/* harmony export */   z: () => (/* binding */ subtreesIn)
/* harmony export */ });
/* harmony import */ var _go_quote_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83872);
/* harmony import */ var _ids_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46487);
/* harmony import */ var _node_head_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25088);
/* harmony import */ var _node_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45392);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5620);
/* harmony import */ var _tree_runs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55064);






// In the strings of JSON every quote is escaped: what begins and ends with bare ones is what it seems to be.
const NAME_END = '","type":';
/** Values that hold names of their own, or anything at all. */
const NESTED = /"(?:extended_attributes|generic_attributes)":/;
/** What follows the head of a folder, and of all else that has no content. */
const FOLDER_END = /,"content":null,"subtree":"([0-9a-f]{64})"\}$/;
const FOLDER_REST = new RegExp(`^${FOLDER_END.source}`);
const OTHER_END = ',"content":null}';
const DEVICE_ID = /,"device_id":(\d+)[,}]/;
const SUBTREE_START = '"subtree":"';
const SUBTREE = /"subtree":"([0-9a-f]{64})"/g;
const ID_DIGITS = 64;
/** What stands behind a file's name, with a time of our zone: of another one it takes more to tell whether it is the same. */
const FILE_TIME = /,"type":"file"(?:,"mode":\d{1,10})?,"mtime":"([-\dT:.]{19,29}Z)"/y;
/** What all heads are written to, but for those with a long link target. */
const headRoom = Buffer.alloc(1024);
/**
 * A tree cut into the texts of its nodes, which are not read: enough to see that an entry is as it was, at a fraction of
 * the time.
 */
class TreeText {
    #bytes;
    /** The same: one a character. */
    #text;
    /** By name: each is written as `nameJson` writes it. */
    #nodes = new Map();
    #subtrees = [];
    constructor(bytes, text) {
        this.#bytes = bytes;
        this.#text = text;
    }
    /**
     * @param bytes A tree's JSON, and `text` the same, one byte a character. Null for a tree that `encodeTree` didn't write, or
     *   with attributes: its nodes must be read.
     */
    static cut(bytes, text = bytes.toString('latin1')) {
        if (!text.startsWith(_tree_runs_js__WEBPACK_IMPORTED_MODULE_0__/* .TREE_START */ .uj) || !text.endsWith(_tree_runs_js__WEBPACK_IMPORTED_MODULE_0__/* .TREE_END */ .LI) || NESTED.test(text))
            return null;
        const tree = new TreeText(bytes, text);
        const end = text.length - _tree_runs_js__WEBPACK_IMPORTED_MODULE_0__/* .TREE_END */ .LI.length;
        if (end === _tree_runs_js__WEBPACK_IMPORTED_MODULE_0__/* .TREE_START */ .uj.length)
            return tree;
        if (!text.startsWith(_node_json_js__WEBPACK_IMPORTED_MODULE_1__/* .NODE_START */ .QC, _tree_runs_js__WEBPACK_IMPORTED_MODULE_0__/* .TREE_START */ .uj.length))
            return null;
        return tree.#cut(end) ? tree : null;
    }
    /** False: a node that can't be found by its name, or stands out of order. */
    #cut(treeEnd) {
        const text = this.#text;
        let last = '';
        let end;
        for (let start = _tree_runs_js__WEBPACK_IMPORTED_MODULE_0__/* .TREE_START */ .uj.length; start < treeEnd; start = end + 1) {
            end = text.indexOf(_tree_runs_js__WEBPACK_IMPORTED_MODULE_0__/* .NEXT_NODE */ .LB, start);
            if (end === -1)
                end = treeEnd;
            const nameEnd = text.indexOf(NAME_END, start + _node_json_js__WEBPACK_IMPORTED_MODULE_1__/* .NODE_START */ .QC.length) + 1;
            if (nameEnd === 0 || nameEnd > end)
                return false;
            const name = nameIn(text.slice(start + _node_json_js__WEBPACK_IMPORTED_MODULE_1__/* .NODE_START */ .QC.length, nameEnd));
            // One that is out of order must be written anew.
            if (name === null || name <= last)
                return false;
            last = name;
            this.#nodes.set(name, { start, nameEnd, end });
            // Of all else the last value is a list or null.
            if (this.#bytes[end - 2] === QUOTE)
                this.#noteSubtree(end - 2);
        }
        return true;
    }
    #noteSubtree(idEnd) {
        const idAt = idEnd - ID_DIGITS;
        const isSubtree = this.#text.startsWith(SUBTREE_START, idAt - SUBTREE_START.length);
        if (isSubtree && (0,_ids_js__WEBPACK_IMPORTED_MODULE_2__/* .isIdAt */ .yE)(this.#bytes, idAt))
            this.#subtrees.push(this.#text.slice(idAt, idEnd));
    }
    /** The trees of its folders. */
    get subtrees() {
        return this.#subtrees;
    }
    /** How many nodes it has. */
    get size() {
        return this.#nodes.size;
    }
    /** Whether it holds just `node`. */
    has(node) {
        const place = this.#nodes.get(node.name);
        const headEnd = place === undefined ? null : this.#headEnd(node, place);
        if (place === undefined || headEnd === null)
            return false;
        return this.#text.slice(headEnd, place.end) === (0,_node_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeNodeTail */ .T$)(node);
    }
    /**
     * Whether it has a file of that name with another mtime, or such a folder with another tree. False: it may say the same, or
     * nothing; only reading its node tells.
     */
    hasOther({ name, type, mtimeNs, subtree }) {
        const place = this.#nodes.get(name);
        if (place === undefined)
            return false;
        if (type === 'dir')
            return ![null, subtree].includes(this.subtreeOf(name));
        FILE_TIME.lastIndex = place.nameEnd;
        const time = type === 'file' ? FILE_TIME.exec(this.#text)?.[1] : undefined;
        return time !== undefined && time !== (0,_time_js__WEBPACK_IMPORTED_MODULE_3__/* .formatTime */ .fU)(mtimeNs);
    }
    /**
     * `others`, which rise by their names, with the nodes `names` as they stand here, unread; each of those is another's than theirs.
     * Null: one of `names` isn't here.
     */
    mergedWith(names, others) {
        const merged = [];
        let run = null;
        let found = 0;
        let next = 0;
        const endRun = () => {
            if (run !== null)
                merged.push({ names: run.names, json: this.#bytes.subarray(run.start, run.end) });
            run = null;
        };
        for (const [name, { start, end }] of this.#nodes) {
            const nextOther = next;
            while (next < others.length && others[next].name < name)
                next++;
            if (next > nextOther) {
                endRun();
                merged.push(...others.slice(nextOther, next));
            }
            if (!names.has(name)) {
                endRun();
                continue;
            }
            found++;
            run ??= { names: [], start, end };
            run.names.push(name);
            run.end = end;
        }
        endRun();
        return found === names.size ? [...merged, ...others.slice(next)] : null;
    }
    /**
     * The content of the node that says the same as `node`, whose own content and subtree aren't looked at: empty for what
     * is no file. Null: it says something else, or isn't there.
     */
    contentOf(node) {
        const place = this.#nodes.get(node.name);
        const headEnd = place === undefined ? null : this.#headEnd(node, place);
        if (place === undefined || headEnd === null)
            return null;
        if (node.type === 'file')
            return readContent(this.#bytes, this.#text, headEnd, place.end);
        const rest = this.#text.slice(headEnd, place.end);
        return rest === OTHER_END || (node.type === 'dir' && FOLDER_REST.test(rest)) ? [] : null;
    }
    /** Where the head ends of the node at `place`, if it is the head of `node`, whose name it has. */
    #headEnd(node, { start, nameEnd, end }) {
        const length = (0,_node_head_js__WEBPACK_IMPORTED_MODULE_4__/* .writeNodeHead */ .k)(node, headRoom);
        if (length === null) {
            const head = (0,_node_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeNodeHead */ .ZM)(node);
            return this.#text.startsWith(head, start) ? start + head.length : null;
        }
        const headEnd = nameEnd + length;
        if (headEnd > end)
            return null;
        return this.#bytes.compare(headRoom, 0, length, nameEnd, headEnd) === 0 ? headEnd : null;
    }
    /** The JSON of the node `name`; null if there is none. */
    jsonOf(name) {
        const place = this.#nodes.get(name);
        return place === undefined ? null : this.#text.slice(place.start, place.end);
    }
    /** The device that the node `name` is on; 0: it says none, or isn't here. */
    deviceOf(name) {
        return BigInt(DEVICE_ID.exec(this.jsonOf(name) ?? '')?.[1] ?? 0);
    }
    /** The tree of the folder `name`; null if there is no such folder. */
    subtreeOf(name) {
        const [, id] = FOLDER_END.exec(this.jsonOf(name) ?? '') ?? [];
        return id ?? null;
    }
}
/** What `nameJson` leaves as it is. */
const PLAIN_NAME = /^"[ !#-%'-;=?-[\]-~]*"$/;
/** The name that `nameJson` writes as `json`; null if there is none. */
function nameIn(json) {
    if (PLAIN_NAME.test(json))
        return json.slice(1, -1);
    const name = unquotedName(json);
    return name !== null && (0,_node_json_js__WEBPACK_IMPORTED_MODULE_1__/* .nameJson */ .KY)(name) === json ? name : null;
}
function unquotedName(json) {
    try {
        return (0,_go_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .unquoteName */ .Lh)(JSON.parse(Buffer.from(json, 'latin1').toString()));
    }
    catch {
        return null;
    }
}
/** The trees below the one whose JSON this is. */
function subtreesIn(json) {
    return Array.from(json.matchAll(SUBTREE), ([, id]) => id);
}
const CONTENT_START = ',"content":[';
const CONTENT_END = ']}';
const QUOTE = 0x22;
const COMMA = 0x2c;
/** With the quotes. */
const ID_JSON_LENGTH = ID_DIGITS + 2;
/** The IDs of `,"content":["…","…"]}`, if that is all that stands from `at` to `nodeEnd`. */
function readContent(bytes, text, at, nodeEnd) {
    const end = nodeEnd - CONTENT_END.length;
    if (!text.startsWith(CONTENT_START, at) || !text.startsWith(CONTENT_END, end))
        return null;
    const ids = [];
    let next = at + CONTENT_START.length;
    while (next < end) {
        const idEnd = next + ID_JSON_LENGTH - 1;
        if (bytes[next] !== QUOTE || bytes[idEnd] !== QUOTE || !(0,_ids_js__WEBPACK_IMPORTED_MODULE_2__/* .isIdAt */ .yE)(bytes, next + 1))
            return null;
        ids.push(text.slice(next + 1, idEnd));
        next = idEnd + 1;
        if (next < end && bytes[next++] !== COMMA)
            return null;
    }
    return next === end ? ids : null;
}


/***/ }),

/***/ 52709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ readsBack),
/* harmony export */   UB: () => (/* binding */ TreeTooLarge),
/* harmony export */   fU: () => (/* binding */ decodeTree),
/* harmony export */   hN: () => (/* binding */ encodeTree)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63509);
/* harmony import */ var _copy_bytes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95865);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(19473);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69701);
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(87527);
/* harmony import */ var _node_fault_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73836);
/* harmony import */ var _node_head_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25088);
/* harmony import */ var _node_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(45392);
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(79417);
/* harmony import */ var _tree_runs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55064);











/**
 * A tree as restic 0.19 writes it, byte for byte: equal trees must be equal blobs.
 * @throws HoldfastError internal unless every name is safe (`isSafeName`) and they strictly rise, byte by byte; TreeTooLarge
 *   for more entries than one string of JSON can hold (some 1.5 million).
 */
function encodeTree(tree) {
    let end = (0,_node_head_js__WEBPACK_IMPORTED_MODULE_1__/* .writeText */ .x)(_tree_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .TREE_START */ .uj, room, 0);
    let last = '';
    let separator = '';
    for (const [index, node] of tree.nodes.entries()) {
        last = 'json' in node ? node.names.reduce(nextName, last) : nextName(last, node.name);
        end = append(separator, end);
        end = 'json' in node ? appendBytes(node.json, end) : appendNode(node, end);
        if (end > MAX_JSON_LENGTH)
            throw new TreeTooLarge(index);
        separator = ',';
    }
    end = append(_tree_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .TREE_END */ .LI, end); // before `room` is looked at: it may be another one now
    if (room.length <= KEPT_ROOM_BYTES)
        return Buffer.from(room.subarray(0, end));
    const json = room.subarray(0, end);
    room = Buffer.allocUnsafeSlow(FIRST_ROOM_BYTES);
    return json;
}
/** @throws HoldfastError internal unless it is safe, and stands after `last`. */
function nextName(last, name) {
    if (!(0,_node_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .isSafeName */ .TE)(name))
        throw unwritable(name, "it can't be the name of a file");
    if (name <= last)
        throw unwritable(name, `it stands after "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.display)(last)}"`);
    return name;
}
const FIRST_ROOM_BYTES = 64 * 1024;
/** One that a larger tree took is given away: no second copy of hundreds of megabytes. */
const KEPT_ROOM_BYTES = 1024 * 1024;
/** Of a node without its name and its content: what is longer is written the long way. */
const MOST_HEADS_BYTES = 1024;
/** Where a tree is written: strings that are put together would be garbage of several times its size. */
let room = Buffer.allocUnsafeSlow(FIRST_ROOM_BYTES);
/** @returns Where it ends in `room`. */
function appendNode(node, at) {
    const nameEnd = append((0,_node_json_js__WEBPACK_IMPORTED_MODULE_5__/* .nameJson */ .KY)(node.name), append(_node_json_js__WEBPACK_IMPORTED_MODULE_5__/* .NODE_START */ .QC, at));
    ensureRoom(nameEnd + MOST_HEADS_BYTES);
    const headEnd = (0,_node_head_js__WEBPACK_IMPORTED_MODULE_1__/* .writeNodeHead */ .k)(node, room, nameEnd);
    return headEnd === null ? append((0,_node_json_js__WEBPACK_IMPORTED_MODULE_5__/* .encodeNode */ .Nf)(node), at) : append((0,_node_json_js__WEBPACK_IMPORTED_MODULE_5__/* .encodeNodeTail */ .T$)(node), headEnd);
}
function append(text, at) {
    ensureRoom(at + text.length);
    return (0,_node_head_js__WEBPACK_IMPORTED_MODULE_1__/* .writeText */ .x)(text, room, at);
}
function appendBytes(bytes, at) {
    ensureRoom(at + bytes.length);
    (0,_copy_bytes_js__WEBPACK_IMPORTED_MODULE_6__/* .copyBytes */ .n)(bytes, room, at);
    return at + bytes.length;
}
function ensureRoom(bytes) {
    if (bytes <= room.length)
        return;
    const larger = Buffer.allocUnsafeSlow(Math.max(bytes, 2 * room.length));
    room.copy(larger);
    room = larger;
}
/**
 * The nodes of a tree, in the order in which they stand. Accepts what can be shown and checked, even if it can't be
 * restored: unsafe names, nodes out of order, files without content. `treeFault` (node-fault.ts) finds these; whoever
 * restores a tree or relies on its order must ask it first.
 *
 * 64-bit numbers and unknown fields survive. Of times only the instant does, not the zone.
 *
 * @throws HoldfastError repository-damaged.
 */
function decodeTree(bytes, what = 'a tree') {
    return (0,_fault_js__WEBPACK_IMPORTED_MODULE_7__/* .decoding */ .uw)(what, () => ({ nodes: decodeRuns(bytes) ?? decodeWhole((0,_parse_json_js__WEBPACK_IMPORTED_MODULE_8__/* .jsonText */ .s$)(bytes)) }));
}
/** Whether a tree that `encodeTree` wrote says the same when it is read: of a large one a piece after the other. */
function readsBack(json) {
    let isSame = true;
    const compare = (nodes, piece) => {
        isSame &&= encodeTree({ nodes }).subarray(_tree_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .TREE_START */ .uj.length, -_tree_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .TREE_END */ .LI.length).equals(piece);
    };
    return forEachRun(json, compare) ? isSame : encodeTree(decodeTree(json)).equals(json);
}
/** Null: it can't be read in pieces. */
function decodeRuns(bytes) {
    const all = [];
    const gather = (nodes) => {
        for (const node of nodes)
            all.push(node);
    };
    return forEachRun(bytes, gather) ? all : null;
}
/** @returns false if the tree can't be read in pieces, or one of them isn't JSON by itself. */
function forEachRun(bytes, visit) {
    const runs = (0,_tree_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .treeRuns */ .Nh)(bytes);
    if (runs === null)
        return false;
    try {
        for (const piece of runs) {
            const list = `[${(0,_parse_json_js__WEBPACK_IMPORTED_MODULE_8__/* .jsonText */ .s$)(piece)}]`;
            const nodes = decodeNodes(JSON.parse(list), () => list);
            visit(nodes, piece);
        }
        return true;
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return false;
        throw error;
    }
}
function decodeWhole(json) {
    const { nodes } = (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_8__/* .asObject */ .eB)(JSON.parse(json), 'the whole');
    return decodeNodes(nodes, () => (0,_json_text_js__WEBPACK_IMPORTED_MODULE_9__/* .rawMembers */ .s3)(json.trimStart()).get('nodes') ?? '[]');
}
/** @param list The text that `elements` stand in. */
function decodeNodes(elements, list) {
    const texts = new ListTexts(list);
    return nodesIn(elements).map((element, index) => {
        const raw = (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_8__/* .asObject */ .eB)(element, 'a node');
        return (0,_node_json_js__WEBPACK_IMPORTED_MODULE_5__/* .decodeNode */ .jw)(raw, {
            numbers: (0,_node_json_js__WEBPACK_IMPORTED_MODULE_5__/* .hasRoundedNumbers */ .iN)(raw) ? texts.numbersOf(index) : raw,
            members: (0,_node_json_js__WEBPACK_IMPORTED_MODULE_5__/* .hasOtherFields */ .gs)(raw) ? texts.membersOf(index) : null,
        });
    });
}
function nodesIn(nodes) {
    if (Array.isArray(nodes))
        return nodes;
    throw new _fault_js__WEBPACK_IMPORTED_MODULE_7__/* .FormatFault */ ._z(`nodes is ${(0,_fault_js__WEBPACK_IMPORTED_MODULE_7__/* .shown */ .SP)(nodes)}`, 'an array');
}
/** The texts of nodes, for the few trees where JSON.parse loses something: each made when first asked for. */
class ListTexts {
    #list;
    #numbers = null;
    #texts = null;
    constructor(list) {
        this.#list = list;
    }
    numbersOf(index) {
        this.#numbers ??= nodesIn(JSON.parse((0,_node_json_js__WEBPACK_IMPORTED_MODULE_5__/* .quoteLongNumbers */ .xG)(this.#list())));
        return this.#numbers[index];
    }
    membersOf(index) {
        this.#texts ??= (0,_json_text_js__WEBPACK_IMPORTED_MODULE_9__/* .rawElements */ .c1)(this.#list());
        return (0,_json_text_js__WEBPACK_IMPORTED_MODULE_9__/* .rawMembers */ .s3)(this.#texts[index] ?? '{}');
    }
}
/** With room for what stands around the nodes. */
const MAX_JSON_LENGTH = node_buffer__WEBPACK_IMPORTED_MODULE_0__.constants.MAX_STRING_LENGTH - 16;
/** A tree would be larger than what is read again. */
class TreeTooLarge extends _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .HoldfastError */ .E {
    /** So many of the first things in the tree have room. */
    fits;
    constructor(fits) {
        super('bad-input', `Cannot save a folder: its tree would have more bytes than expected, ${MAX_JSON_LENGTH} at most. Exclude some of ` +
            'its entries, or spread them over subfolders.');
        this.fits = fits;
    }
}
function unwritable(name, problem) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .HoldfastError */ .E('internal', `Cannot write a tree with the name "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.display)(name)}": ${problem}, expected names of files, rising byte by byte.`);
}


/***/ }),

/***/ 2930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B3: () => (/* binding */ runeWidth),
/* harmony export */   Lp: () => (/* binding */ INVALID_RUNE),
/* harmony export */   cf: () => (/* binding */ runeAt),
/* harmony export */   co: () => (/* binding */ isUtf8)
/* harmony export */ });
/** What `runeAt` gives for a byte that no valid UTF-8 sequence holds. Such a byte stands alone: its width is 1. */
const INVALID_RUNE = -1;
/**
 * The code point whose UTF-8 sequence starts at `index`, or INVALID_RUNE, exactly as Go's utf8.DecodeRune decides it:
 * overlong forms, surrogates, code points past U+10FFFF and cut-off sequences are invalid (RFC 3629, section 4).
 */
function runeAt(bytes, index) {
    const first = bytes.charCodeAt(index);
    if (first < 0x80)
        return first;
    if (first < 0xc2 || first > 0xf4)
        return INVALID_RUNE;
    const second = continuation(bytes, index + 1);
    if (second < 0)
        return INVALID_RUNE;
    if (first < 0xe0)
        return ((first & 0x1f) << 6) | second;
    const third = continuation(bytes, index + 2);
    if (third < 0)
        return INVALID_RUNE;
    if (first < 0xf0) {
        const rune = ((first & 0x0f) << 12) | (second << 6) | third;
        return rune < 0x800 || (rune >= 0xd800 && rune <= 0xdfff) ? INVALID_RUNE : rune;
    }
    const fourth = continuation(bytes, index + 3);
    if (fourth < 0)
        return INVALID_RUNE;
    const rune = ((first & 0x07) << 18) | (second << 12) | (third << 6) | fourth;
    return rune < 0x10000 || rune > 0x10ffff ? INVALID_RUNE : rune;
}
/** How many bytes `rune` takes in UTF-8. */
function runeWidth(rune) {
    if (rune < 0x80)
        return 1;
    if (rune < 0x800)
        return 2;
    return rune < 0x10000 ? 3 : 4;
}
/** Whether all of `bytes` is valid UTF-8. */
function isUtf8(bytes) {
    for (let i = 0; i < bytes.length;) {
        const rune = runeAt(bytes, i);
        if (rune === INVALID_RUNE)
            return false;
        i += runeWidth(rune);
    }
    return true;
}
/** The low six bits of a continuation byte, or -1 where there is none. */
function continuation(bytes, index) {
    const byte = bytes.charCodeAt(index);
    return byte >= 0x80 && byte < 0xc0 ? byte & 0x3f : -1;
}


/***/ }),

/***/ 55035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ saveWhileHeld)
/* harmony export */ });
/* harmony import */ var _backends_cancel_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54716);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/**
 * Saves a file that names others, of which a prune takes those that nobody names: only while our lock keeps it out. A
 * lock that is there before and after was there all the time, for each is a file of its own name: then no prune had begun
 * that doesn't see what we wrote. One that went meanwhile may have let a prune in, so what we wrote goes, too.
 *
 * @param confirmHeld Looks at the lock.
 * @throws HoldfastError lock-lost; what saving throws.
 */
async function saveWhileHeld(files, confirmHeld, file) {
    await confirmHeld();
    (0,_backends_cancel_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(file.signal);
    const id = await files.save(file.kind, file.json, file.lost);
    try {
        await confirmHeld();
    }
    catch (error) {
        // Storage that doesn't answer says nothing of the lock: it was there a moment ago.
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asHoldfastError */ .C)(error)?.code !== 'lock-lost')
            return id;
        throw await takenBack(files, file.kind, id, error);
    }
    return id;
}
/** `lost`, once the file is gone; or with the word that it stays: a credential, or a lock of the storage's, may forbid it. */
async function takenBack(files, kind, id, lost) {
    try {
        await files.backend.remove({ kind, name: id });
        return lost;
    }
    catch (error) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('lock-lost', `${lost.message} But ${kind} ${id} stands already and can't be removed (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asHoldfastError */ .C)(error)?.message ?? error}): ` +
            'run `check`; if it names what is missing, forget it.', { cause: lost });
    }
}


/***/ }),

/***/ 45597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ku: () => (/* binding */ IndexWriter),
/* harmony export */   OM: () => (/* binding */ INDEX_BLOBS),
/* harmony export */   V8: () => (/* binding */ encodeReadableIndex)
/* harmony export */ });
/* unused harmony export INDEX_AGE_MS */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _format_index_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47456);
/* harmony import */ var _guarded_save_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55035);



/** As restic: an index is written once it names so many blobs, */
const INDEX_BLOBS = 50_000;
/** or once the first of its packs has waited so long. What was stored before a cut-off is then found again. */
const INDEX_AGE_MS = 10 * 60_000;
/** Writes index files that name new packs. Only packs that are stored can be added. */
class IndexWriter {
    #options;
    #saving = new Set();
    #packs = [];
    #blobCount = 0;
    #firstAddedMs = 0;
    #closed = false;
    constructor(options) {
        this.#options = options;
    }
    /** Adds a pack, and begins to write an index if it is time for one. */
    add(pack) {
        const nowMs = this.#options.nowMs();
        if (this.#packs.length === 0)
            this.#firstAddedMs = nowMs;
        this.#packs.push(pack);
        this.#blobCount += pack.blobs.length;
        if (this.#blobCount >= INDEX_BLOBS || nowMs - this.#firstAddedMs >= INDEX_AGE_MS)
            this.#startSaving();
    }
    /** Writes what is left. @throws what a write failed with. */
    async flush() {
        this.#startSaving();
        while (this.#saving.size > 0)
            await Promise.all(this.#saving);
    }
    /** From here on begins to write none. Resolves when none is being written. */
    async close() {
        this.#closed = true;
        await Promise.allSettled(this.#saving);
    }
    #startSaving() {
        if (this.#packs.length === 0 || this.#closed)
            return;
        const work = this.#save(this.#packs);
        this.#packs = [];
        this.#blobCount = 0;
        this.#saving.add(work);
        work.then(() => this.#saving.delete(work), this.#options.onFailure);
    }
    async #save(packs) {
        const json = encodeReadableIndex(packs);
        const { files, confirmLock, onSaved } = this.#options;
        onSaved(await (0,_guarded_save_js__WEBPACK_IMPORTED_MODULE_0__/* .saveWhileHeld */ .C)(files, confirmLock, { kind: 'index', json }));
    }
}
/** The JSON of an index of `packs`, read back already. */
function encodeReadableIndex(packs) {
    const json = (0,_format_index_file_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeIndex */ .b)(packs);
    const expected = packs.flatMap(({ id, blobs }) => blobs.map((blob) => [id, blob.id]));
    let count = 0;
    let same = true;
    (0,_format_index_file_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeIndex */ .X)(json, (pack, blob) => {
        const next = expected[count++];
        same &&= next !== undefined && next[0] === pack && next[1] === blob.id;
    });
    if (!same || count !== expected.length) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('internal', 'Cannot write an index: it reads back as another one.');
    }
    return json;
}


/***/ }),

/***/ 51095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Tj: () => (/* binding */ findKey),
  m5: () => (/* binding */ loadKeyFile),
  Xo: () => (/* binding */ saveKey)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/backends/backend.js
var backend = __webpack_require__(77656);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/crypto/scrypt-cost.js
const SALT_BYTES = 64;

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
// EXTERNAL MODULE: ./build/wasm/kernels.js + 1 modules
var kernels = __webpack_require__(35040);
;// CONCATENATED MODULE: ./build/crypto/scrypt-lanes.js





/** What one lane takes, at most. */
const MAX_LANE_BYTES = 64 * 1024 * 1024;
/** What lanes take that are mixed at once: eight of restic's. A planted key file must not take more on a machine of many cores. */
const MAX_BYTES_AT_ONCE = 256 * 1024 * 1024;
/** Below it a thread takes longer to start than a lane to mix. */
const MIN_LANE_BYTES = 8 * 1024 * 1024;
/**
 * Whether lanes of their own threads are faster than OpenSSL, one lane after the other, and take no more memory than is fair. What
 * a thread mixes at once takes as long as three lanes do there.
 */
function worthLanes({ N, r, p }, threads) {
    const laneBytes = 128 * N * r;
    return p > kernels/* ROMIX_LANES */.Yx && threads > 1 && laneBytes >= MIN_LANE_BYTES && laneBytes <= MAX_LANE_BYTES;
}
/**
 * scrypt (RFC 7914) of `password`: PBKDF2 by Node, and between its two calls the p lanes, which don't depend on one
 * another, side by side in `threads` threads. OpenSSL takes one after the other.
 * @throws Error if a thread can't be started or fails: nothing is known of the password then.
 */
async function scryptInLanes(password, { N, r, p, salt }, { lengthBytes, threads }) {
    const setBytes = kernels/* ROMIX_LANES */.Yx * 128 * r;
    const blocks = (0,external_node_crypto_.pbkdf2Sync)(password, salt, 1, p * 128 * r, 'sha256');
    const left = Array.from({ length: Math.ceil(p / kernels/* ROMIX_LANES */.Yx) }, (_, set) => blocks.subarray(set * setBytes, (set + 1) * setBytes));
    const workers = [];
    try {
        const roomFor = Math.max(1, Math.floor(MAX_BYTES_AT_ONCE / (N * setBytes)));
        while (workers.length < Math.min(threads, left.length, roomFor))
            workers.push(startThread({ N, r }));
        await Promise.all(workers.map((worker) => mixBlocks(worker, left)));
        return (0,external_node_crypto_.pbkdf2Sync)(password, blocks, 1, lengthBytes, 'sha256');
    }
    finally {
        // Nobody waits for it: the threads hold nothing that somebody else needs.
        for (const worker of workers)
            worker.postMessage(null);
    }
}
/** Has blocks mixed in place, as long as some are left. */
async function mixBlocks(worker, left) {
    const ended = (0,external_node_events_.once)(worker, 'exit').then(([code]) => {
        throw new Error(`a thread that derives a key ended with exit code ${code}`);
    });
    ended.catch(() => { }); // at the latest when it is told to end
    for (let blocks = left.pop(); blocks !== undefined; blocks = left.pop()) {
        worker.postMessage(Uint8Array.from(blocks));
        const [mixed] = await Promise.race([(0,external_node_events_.once)(worker, 'message'), ended]);
        blocks.set(mixed);
    }
}
function startThread(cost) {
    const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';
    // Not `new URL(…, import.meta.url)`: a bundler would take that for an asset, and copy the entry without its imports.
    return new external_node_worker_threads_.Worker((0,external_node_path_.join)(import.meta.dirname, `scrypt-lane.${extension}`), { workerData: cost });
}

;// CONCATENATED MODULE: ./build/crypto/kdf.js






/**
 * The cost of new keys. restic calibrates N = 32768, r = 8 and p so that a key takes half a second on the machine that
 * makes it: 7 or 8 on today's servers. Ours is fixed at the upper end, for a slow runner must not make a weak key.
 */
const DEFAULT_SCRYPT = { N: 32_768, r: 8, p: 8 };
// Whoever can write to the storage can plant a key file, and it is read before any password is known to be right.
const MAX_SCRYPT_MEMORY_BYTES = 1024 ** 3;
/** N·r·p: 32 times the default, some 15 s. */
const MAX_SCRYPT_WORK = 2 ** 26;
const ENCRYPT_KEY_BYTES = 32;
const MAC_KEY_BYTES = 16;
const DERIVED_BYTES = ENCRYPT_KEY_BYTES + 2 * MAC_KEY_BYTES;
/**
 * The key that `password` and a key file's parameters give: scrypt's 64 bytes as AES-256 key, k and r.
 *
 * Runs in other threads: with restic's parameters it is 0.4 s of work, which the cores share.
 * @param options.threads 1: by OpenSSL, in one. Default: one per core, by scrypt-lanes.ts.
 * @param options.atOnce So many of the threads at most. Default: all.
 * @throws HoldfastError repository-unsupported if the parameters are invalid, or would take more than 1 GiB or minutes.
 */
async function deriveKey(password, parameters, { threads = (0,external_node_os_.availableParallelism)(), atOnce = threads, } = {}) {
    checkParameters(parameters);
    const derived = await scryptBytes(password, parameters, { threads, atOnce });
    return {
        encrypt: derived.subarray(0, ENCRYPT_KEY_BYTES),
        macK: derived.subarray(ENCRYPT_KEY_BYTES, ENCRYPT_KEY_BYTES + MAC_KEY_BYTES),
        macR: derived.subarray(ENCRYPT_KEY_BYTES + MAC_KEY_BYTES),
    };
}
function checkParameters({ N, r, p, salt }) {
    for (const [name, value] of [
        ['N', N],
        ['r', r],
        ['p', p],
    ]) {
        if (!Number.isSafeInteger(value) || value < 1)
            refuse(`${name} is ${value}`, 'a whole number above 0');
    }
    if (N < 2 || !Number.isInteger(Math.log2(N)))
        refuse(`N is ${N}`, 'a power of two above 1');
    if (128 * N * r > MAX_SCRYPT_MEMORY_BYTES) {
        refuse(`N ${N} and r ${r} need ${128 * N * r} bytes of memory`, `${MAX_SCRYPT_MEMORY_BYTES} at most`);
    }
    if (N * r * p > MAX_SCRYPT_WORK)
        refuse(`N·r·p is ${N * r * p}`, `${MAX_SCRYPT_WORK} at most`);
    if (salt.length !== SALT_BYTES)
        refuse(`the salt has ${salt.length} bytes`, `${SALT_BYTES}`);
}
function refuse(actual, expected) {
    throw new errors/* HoldfastError */.E('repository-unsupported', `Cannot derive a key with scrypt: ${actual}, expected ${expected}. The key file is damaged or was planted: remove it if you don't know it.`);
}
async function scryptBytes(password, parameters, { threads, atOnce }) {
    if (!worthLanes(parameters, threads))
        return scryptByNode(password, parameters);
    const options = { lengthBytes: DERIVED_BYTES, threads: atOnce };
    // No thread, or no room for it: Node needs only its own.
    return scryptInLanes(password, parameters, options).catch(() => scryptByNode(password, parameters));
}
function scryptByNode(password, { N, r, p, salt }) {
    // What OpenSSL counts: N blocks, p blocks and two for work, each 128·r bytes.
    const maxmem = 128 * r * (N + p + 2) + 1024;
    return new Promise((resolve, reject) => {
        (0,external_node_crypto_.scrypt)(password, salt, DERIVED_BYTES, { N, r, p, maxmem }, (error, derived) => error === null ? resolve(derived) : reject(error));
    });
}

// EXTERNAL MODULE: ./build/crypto/seal.js + 1 modules
var seal = __webpack_require__(41420);
// EXTERNAL MODULE: ./build/repository/current-user.js
var current_user = __webpack_require__(17730);
// EXTERNAL MODULE: ./build/repository/format/ids.js
var ids = __webpack_require__(46487);
// EXTERNAL MODULE: ./build/repository/format/fault.js
var fault = __webpack_require__(69701);
// EXTERNAL MODULE: ./build/repository/format/fields.js
var fields = __webpack_require__(872);
// EXTERNAL MODULE: ./build/repository/format/json-text.js
var json_text = __webpack_require__(87527);
// EXTERNAL MODULE: ./build/repository/format/parse-json.js
var parse_json = __webpack_require__(79417);
// EXTERNAL MODULE: ./build/repository/format/time.js
var time = __webpack_require__(5620);
;// CONCATENATED MODULE: ./build/repository/format/key-file.js






const ENCRYPT_BYTES = 32;
const MAC_PART_BYTES = 16;
const MAX_PARAMETER = 2 ** 31 - 1;
function encodeKeyFile(key) {
    const hostname = key.hostname === '' ? '' : `"hostname":${(0,json_text/* quoteJson */.fp)(key.hostname)},`;
    return Buffer.from(`{"created":"${(0,time/* formatTime */.fU)(key.createdNs)}","username":${(0,json_text/* quoteJson */.fp)(key.username)},${hostname}` +
        `"kdf":"scrypt","N":${key.N},"r":${key.r},"p":${key.p},` +
        `"salt":"${key.salt.toString('base64')}","data":"${key.data.toString('base64')}"}`, 'latin1');
}
/** @throws HoldfastError repository-damaged; repository-unsupported for another KDF than scrypt. */
function decodeKeyFile(json, what = 'a key') {
    return (0,fault/* decoding */.uw)(what, () => {
        const { created, username, hostname, kdf, N, r, p, salt, data } = (0,parse_json/* parseObject */.lj)(json);
        if (kdf !== 'scrypt')
            throw new fault/* FormatFault */._z(`kdf is ${(0,fault/* shown */.SP)(kdf)}`, '"scrypt"', 'repository-unsupported');
        return {
            createdNs: (0,fields/* asTime */.GU)(created, 'created'),
            username: (0,fields/* asText */.e1)(username, 'username'),
            hostname: (0,fields/* asText */.e1)(hostname, 'hostname'),
            N: asParameter(N, 'N'),
            r: asParameter(r, 'r'),
            p: asParameter(p, 'p'),
            salt: ofLength((0,fields/* asBytes */.Yd)(salt, 'salt'), SALT_BYTES, 'salt'),
            data: (0,fields/* asBytes */.Yd)(data, 'data'),
        };
    });
}
/** The master key's JSON, to be sealed into a key file: `{"mac":{"k":"…","r":"…"},"encrypt":"…"}`. Secret. */
function encodeMasterKey(key) {
    const mac = `{"k":"${key.macK.toString('base64')}","r":"${key.macR.toString('base64')}"}`;
    return Buffer.from(`{"mac":${mac},"encrypt":"${key.encrypt.toString('base64')}"}`);
}
/**
 * The master key in an opened key file.
 * @throws HoldfastError repository-damaged, which shows nothing of what was read.
 */
function decodeMasterKey(json, what = 'the master key') {
    return (0,fault/* decoding */.uw)(what, () => {
        const { mac, encrypt } = parseSecret(json);
        const { k, r } = (0,parse_json/* asObject */.eB)(mac, 'mac');
        return {
            encrypt: asSecret(encrypt, ENCRYPT_BYTES, 'encrypt'),
            macK: asSecret(k, MAC_PART_BYTES, 'mac.k'),
            macR: asSecret(r, MAC_PART_BYTES, 'mac.r'),
        };
    });
}
function asParameter(value, field) {
    const parameter = (0,fields/* asUint */.ZC)(value, field, MAX_PARAMETER);
    if (parameter === 0)
        throw new fault/* FormatFault */._z(`${field} is 0 or missing`, 'at least 1');
    return parameter;
}
function ofLength(bytes, length, field) {
    if (bytes.length === length)
        return bytes;
    throw new fault/* FormatFault */._z(`${field} has ${bytes.length} bytes`, `${length}`);
}
/** The message of a SyntaxError quotes its input: here that would be a secret. */
function parseSecret(json) {
    try {
        return (0,parse_json/* parseObject */.lj)(json);
    }
    catch {
        throw new fault/* FormatFault */._z('it is not what it should be', 'a JSON object');
    }
}
function asSecret(value, length, field) {
    const bytes = typeof value === 'string' ? Buffer.from(value, 'base64') : null;
    if (bytes !== null && bytes.length === length && bytes.toString('base64') === value)
        return bytes;
    throw new fault/* FormatFault */._z(`${field} is not what it should be`, `${length} bytes in base64`);
}

// EXTERNAL MODULE: ./build/repository/sealed-files.js + 1 modules
var sealed_files = __webpack_require__(29499);
;// CONCATENATED MODULE: ./build/repository/key-store.js










/** restic tries no more: each try takes half a second. */
const MAX_KEYS_TRIED = 20;
/** @throws HoldfastError repository-damaged if the file isn't what its name says or isn't a key. */
async function loadKeyFile(backend, id, signal) {
    const bytes = await (0,sealed_files/* loadNamedByHash */.zC)(backend, { kind: 'key', name: id }, signal);
    return decodeKeyFile(bytes, `key ${id}`);
}
/**
 * Stores `masterKey` under `password`, then opens what was stored: a key that doesn't open would be found out when it
 * is the last one.
 */
async function saveKey(backend, masterKey, password, options = {}) {
    if (password === '') {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot make a key: the password is empty, expected at least one character.');
    }
    const cost = options.scrypt ?? DEFAULT_SCRYPT;
    const salt = (0,external_node_crypto_.randomBytes)(SALT_BYTES);
    // By OpenSSL, and tried below by what opens it later: a key that one of them made wrong would open for nobody.
    const userKey = await deriveKey(password, { ...cost, salt }, { threads: 1 });
    const file = encodeKeyFile({
        createdNs: BigInt((options.nowMs ?? Date.now)()) * 1000000n,
        username: options.username ?? (0,current_user/* currentUser */.N)(),
        hostname: options.hostname ?? (0,external_node_os_.hostname)(),
        ...cost,
        salt,
        data: (0,seal/* seal */.od)(userKey, encodeMasterKey(masterKey)),
    });
    const id = (0,ids/* idOf */.TH)(file);
    await backend.save({ kind: 'key', name: id }, [file]);
    await assertOpens(backend, id, password, masterKey);
    return id;
}
/**
 * The key that `password` opens, of at most 20. A key file that can't be used is passed over with a warning: one
 * planted or damaged file must not lock everyone out.
 * @throws HoldfastError wrong-password; repository-damaged if no key file can be used; repository-missing if there is none.
 */
async function findKey(backend, password, { onWarning, keyHint, signal, leavesCores = false, fits }) {
    const atOnce = Math.ceil((0,external_node_os_.availableParallelism)() / (leavesCores ? 2 : 1));
    const all = (await (0,sealed_files/* listAll */._w)(backend, 'key', signal)).map(({ name }) => name);
    const isHinted = (id) => keyHint !== undefined && id.startsWith(keyHint);
    const ids = [...all.filter(isHinted), ...all.filter((id) => !isHinted(id))];
    let tried = 0;
    let unusable = 0;
    for (const id of ids) {
        if (tried === MAX_KEYS_TRIED)
            break;
        let masterKey = null;
        try {
            masterKey = await tryKey(backend, id, { password, atOnce, signal });
            tried++;
        }
        catch (error) {
            if (!isUnusable(error))
                throw error;
            unusable++;
            onWarning?.(`A key file is passed over: ${error instanceof Error ? error.message : error}`);
        }
        if (masterKey === null)
            continue;
        if (fits === undefined || (await fits(masterKey)))
            return { id, masterKey };
        onWarning?.(`Key ${id.slice(0, 8)} is passed over: it does not open the config of this repository.`);
    }
    throw noKeyFound(backend.location, { found: ids.length, tried, unusable });
}
async function tryKey(backend, id, { password, atOnce, signal }) {
    const file = await loadKeyFile(backend, id, signal);
    const opened = (0,seal/* tryOpen */.G3)(await deriveKey(password, file, { atOnce }), file.data);
    return opened && decodeMasterKey(opened, `the master key in key ${id}`);
}
async function assertOpens(backend, id, password, expected) {
    const file = await loadKeyFile(backend, id);
    const json = (0,seal/* open */.ho)(await deriveKey(password, file), file.data, `key ${id}`);
    if (!json.equals(encodeMasterKey(expected))) {
        throw new errors/* HoldfastError */.E('internal', `Cannot use the new key ${id}: it opens to another master key.`);
    }
}
function isUnusable(error) {
    if ((0,backend/* isMissing */.b2)(error))
        return true;
    return (error instanceof errors/* HoldfastError */.E &&
        (error.code === 'repository-damaged' || error.code === 'repository-unsupported'));
}
function noKeyFound(location, { found, tried, unusable }) {
    const cannot = `Cannot open repository "${location}"`;
    if (found === 0) {
        return new errors/* HoldfastError */.E('repository-missing', `${cannot}: it has a config but no key files, expected at least one. Bring its folder keys/ back from a copy.`);
    }
    if (tried === 0) {
        return new errors/* HoldfastError */.E('repository-damaged', `${cannot}: none of its ${found} key files can be used, expected at least one. Bring its folder keys/ back from a copy.`);
    }
    const others = unusable === 0 ? '' : `, and ${unusable} more could not be used`;
    const untried = found - tried - unusable;
    const limit = untried === 0 ? '' : `, and ${untried} were not tried`;
    return new errors/* HoldfastError */.E('wrong-password', `${cannot}: the password opens none of ${tried} ${tried === 1 ? 'key' : 'keys'}${others}${limit}. ` +
        'Check that it is the password of this repository.');
}


/***/ }),

/***/ 97530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ LentBlob)
/* harmony export */ });
/* harmony import */ var _copy_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95865);

/**
 * The plain bytes of a blob, in memory that mostly serves for other blobs afterwards: who takes one reads it, and gives it
 * back.
 */
class LentBlob {
    bytes;
    #onGivenBack;
    #readers = 1;
    constructor(bytes, onGivenBack) {
        this.bytes = bytes;
        this.#onGivenBack = onGivenBack;
    }
    /** @param onGivenBack Called once, when nobody reads the bytes any more. */
    static of(bytes, onGivenBack) {
        return new LentBlob(bytes, onGivenBack);
    }
    /** Bytes that serve for nothing else: they stay also when they were given back. */
    static ofOwn(bytes) {
        return new LentBlob(bytes, null);
    }
    /** So many more readers will give it back. */
    share(readers) {
        this.#readers += readers;
    }
    /** The bytes aren't read any more. To be called once by each reader. */
    giveBack() {
        if (--this.#readers === 0)
            this.#onGivenBack?.();
    }
    /** Gives the blob back, and its bytes, which stay: a copy where they wouldn't. */
    keep() {
        const kept = this.#onGivenBack === null ? this.bytes : copyOf(this.bytes);
        this.giveBack();
        return kept;
    }
}
function copyOf(bytes) {
    const copy = Buffer.allocUnsafeSlow(bytes.length);
    (0,_copy_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .copyBytes */ .n)(bytes, copy);
    return copy;
}


/***/ }),

/***/ 26261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ OpenRepository)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/backends/cancel.js
var cancel = __webpack_require__(54716);
// EXTERNAL MODULE: ./build/crypto/seal.js + 1 modules
var seal = __webpack_require__(41420);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/repository/damage.js
var damage = __webpack_require__(68656);
// EXTERNAL MODULE: ./build/repository/format/index-file.js
var index_file = __webpack_require__(47456);
// EXTERNAL MODULE: ./build/repository/index-writer.js
var index_writer = __webpack_require__(45597);
// EXTERNAL MODULE: ./build/repository/format/pack-header.js
var pack_header = __webpack_require__(56060);
// EXTERNAL MODULE: ./build/repository/sealed-files.js + 1 modules
var sealed_files = __webpack_require__(29499);
;// CONCATENATED MODULE: ./build/repository/look-at-packs.js


/** Lists all packs. The index must be loaded. */
async function lookAtPacks({ backend, index }, signal) {
    const stored = await (0,sealed_files/* listAll */._w)(backend, 'pack', signal);
    const expected = expectedSizes(index);
    const sizes = new Map(stored.map(({ name, sizeBytes }) => [name, sizeBytes]));
    return {
        strays: stored.filter(({ name }) => !expected.has(name)),
        lost: [...expected].filter(([id, of]) => !isWhole(of, sizes.get(id) ?? -1)).map(([id]) => id),
    };
}
function isWhole({ least, most }, sizeBytes) {
    return sizeBytes >= least && sizeBytes <= most;
}
/** Of a pack that several indexes name, the widest. */
function expectedSizes(index) {
    const all = new Map();
    for (const pack of index.packs) {
        const before = all.get(pack.id) ?? { least: 0, most: 0 };
        let least = before.least;
        for (let row = pack.firstRow; row < pack.firstRow + pack.rowCount; row++) {
            least = Math.max(least, index.offsetAt(row) + index.lengthAt(row));
        }
        all.set(pack.id, { least, most: Math.max(before.most, (0,pack_header/* packSizeBytes */.iG)(lengthsOf(index, pack))) });
    }
    return all;
}
/** One object for all: there are millions. */
function* lengthsOf(index, { firstRow, rowCount }) {
    const lengths = { length: 0, plainLength: null };
    for (let row = firstRow; row < firstRow + rowCount; row++) {
        lengths.length = index.lengthAt(row);
        lengths.plainLength = index.plainLengthAt(row);
        yield lengths;
    }
}

// EXTERNAL MODULE: ./build/repository/pack-end.js
var pack_end = __webpack_require__(38304);
// EXTERNAL MODULE: ./build/repository/parallel.js
var parallel = __webpack_require__(46450);
;// CONCATENATED MODULE: ./build/repository/adopt-packs.js







/**
 * Indexes the packs that no index names: those that a run stored before it was cut off. What is in them then needn't
 * be stored again. Only the end of a pack is read: its header, which must be authentic and account for every byte. One
 * that isn't so is left for prune.
 *
 * Lists all packs. Take a lock and load the index first; a pack that another run stores meanwhile may come to be named
 * by two indexes, which is allowed.
 */
async function adoptPacks(repository, signal) {
    const { backend, index, masterKey } = repository;
    const { strays } = await lookAtPacks(repository, signal);
    const adopted = [];
    await (0,parallel/* inParallel */.H)(strays, backend.connections, async ({ name, sizeBytes }) => {
        const id = name;
        const load = (range) => backend.load({ kind: 'pack', name }, range, signal);
        try {
            adopted.push({ id, blobs: await (0,pack_end/* readPackEnd */.B)({ id, sizeBytes, load }, masterKey) });
        }
        catch (error) {
            if (!(0,damage/* isUnreadable */.GZ)(error))
                throw error;
        }
    });
    for (const packs of inGroups(adopted)) {
        (0,cancel/* throwIfCancelled */.dZ)(signal);
        await repository.saveIndex((0,index_file/* encodeIndex */.b)(packs));
        for (const { id, blobs } of packs)
            for (const blob of blobs)
                index.add(id, blob, null);
    }
    return { packs: adopted.length, blobs: adopted.reduce((sum, { blobs }) => sum + blobs.length, 0) };
}
/** As many packs to a group as go into one index file. */
function* inGroups(packs) {
    let group = [];
    let blobCount = 0;
    for (const pack of packs) {
        group.push(pack);
        blobCount += pack.blobs.length;
        if (blobCount < index_writer/* INDEX_BLOBS */.OM)
            continue;
        yield group;
        group = [];
        blobCount = 0;
    }
    if (group.length > 0)
        yield group;
}

// EXTERNAL MODULE: ./build/copy-bytes.js
var copy_bytes = __webpack_require__(95865);
// EXTERNAL MODULE: ./build/repository/blob-sealing.js
var blob_sealing = __webpack_require__(14292);
;// CONCATENATED MODULE: ./build/repository/check-batch.js
/** One pack to check. */
class CheckBatch {
    #slab;
    #pack;
    #result = Promise.withResolvers();
    /** @param slab Begins with the whole pack. */
    constructor(slab, pack) {
        this.#slab = slab;
        this.#pack = pack;
    }
    /** What is wrong with it. The slab is looked into until then. */
    get problems() {
        return this.#result.promise;
    }
    request(batch) {
        return { kind: 'check', batch, slab: this.#slab, pack: this.#pack };
    }
    onReply(reply) {
        if (reply.kind !== 'checked')
            return null;
        this.#result.resolve(reply.problems);
        return null;
    }
    onFailure(error) {
        this.#result.reject(error);
    }
}

// EXTERNAL MODULE: ./build/repository/check-pack.js
var check_pack = __webpack_require__(56651);
;// CONCATENATED MODULE: ./build/repository/compare-batch.js
/** Files of this machine to compare with their blobs. */
class CompareBatch {
    #folder;
    #files;
    #result = Promise.withResolvers();
    constructor(folder, files) {
        this.#folder = folder;
        this.#files = files;
    }
    /** What is wrong with each, null where nothing is. */
    get faults() {
        return this.#result.promise;
    }
    request(batch) {
        return { kind: 'compare', batch, folder: this.#folder, files: this.#files };
    }
    onReply(reply) {
        if (reply.kind === 'compared')
            this.#result.resolve(reply.faults);
        return null;
    }
    onFailure(error) {
        this.#result.reject(error);
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
;// CONCATENATED MODULE: ./build/repository/compare-file.js



/** Nobody waits for a fifo's other end, nor goes where a symlink leads. */
const FLAGS = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
/** Read and hashed at once: small enough to stay in the processor's cache. */
const PIECE_BYTES = 256 * 1024;
/** This thread's. Room for what must not be there, too. */
const room = Buffer.allocUnsafeSlow(PIECE_BYTES + 1);
/**
 * What is wrong with a file of this machine that lies in `folder`, ready to show; null: nothing. All of it is read, once: each
 * part is compared with the SHA-256 that its blob is named by. Blocks the thread, half a millisecond a MiB.
 */
function faultOfFile(folder, { path, blobs }) {
    try {
        const file = (0,external_node_fs_.openSync)(Buffer.from(`${folder}/${path}`, 'latin1'), FLAGS);
        try {
            return isMadeOf(file, blobs) ? null : 'its content differs';
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    catch (error) {
        return `it can't be read: ${(0,system_error/* systemErrorText */.f9)(error)}`;
    }
}
function isMadeOf(file, blobs) {
    const [first, second] = blobs;
    if (first !== undefined && second === undefined && first.sizeBytes <= PIECE_BYTES)
        return isSmall(file, first);
    const isSame = blobs.every(({ id, sizeBytes }) => hashOfNext(file, sizeBytes) === id);
    return isSame && (0,external_node_fs_.readSync)(file, room, 0, 1, null) === 0;
}
/** As nearly every file: one read gives what must be there, and tells that there is no more. */
function isSmall(file, { id, sizeBytes }) {
    let filled = 0;
    while (filled < sizeBytes) {
        const read = (0,external_node_fs_.readSync)(file, room, filled, sizeBytes + 1 - filled, null);
        if (read === 0)
            return false;
        filled += read;
    }
    return filled === sizeBytes && (0,external_node_crypto_.hash)('sha256', room.subarray(0, sizeBytes)) === id;
}
/** The SHA-256 of the next bytes of a file, in hex; null if it ends before. */
function hashOfNext(file, sizeBytes) {
    if (sizeBytes <= PIECE_BYTES)
        return fillRoom(file, sizeBytes) ? (0,external_node_crypto_.hash)('sha256', room.subarray(0, sizeBytes)) : null;
    const whole = (0,external_node_crypto_.createHash)('sha256');
    for (let left = sizeBytes; left > 0;) {
        const length = Math.min(left, PIECE_BYTES);
        if (!fillRoom(file, length))
            return null;
        whole.update(room.subarray(0, length));
        left -= length;
    }
    return whole.digest('hex');
}
/** Reads `length` bytes to the beginning of the room; false if there aren't so many. */
function fillRoom(file, length) {
    for (let filled = 0; filled < length;) {
        const read = (0,external_node_fs_.readSync)(file, room, filled, length - filled, null);
        if (read === 0)
            return false;
        filled += read;
    }
    return true;
}

// EXTERNAL MODULE: ./build/repository/format/ids.js
var ids = __webpack_require__(46487);
// EXTERNAL MODULE: ./build/repository/lent-blob.js
var lent_blob = __webpack_require__(97530);
;// CONCATENATED MODULE: ./build/repository/make-batch.js
/** Folders and symlinks of this machine that a thread makes. */
class MakeBatch {
    #folder;
    #entries;
    #result = Promise.withResolvers();
    constructor(folder, entries) {
        this.#folder = folder;
        this.#entries = entries;
    }
    /** See makeEntries. */
    get refusal() {
        return this.#result.promise;
    }
    request(batch) {
        return { kind: 'make', batch, folder: this.#folder, entries: this.#entries };
    }
    onReply(reply) {
        if (reply.kind === 'made')
            this.#result.resolve(reply.refusal);
        return null;
    }
    onFailure(error) {
        this.#result.reject(error);
    }
}

// EXTERNAL MODULE: ./build/repository/blob-tables.js
var blob_tables = __webpack_require__(47494);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
;// CONCATENATED MODULE: ./build/repository/blob-worker-messages.js

function toWire(error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    return { code: error instanceof HoldfastError ? error.code : null, message, stack };
}
function fromWire({ code, message, stack }) {
    const cause = new Error(message);
    cause.stack = stack;
    if (code !== null)
        return new errors/* HoldfastError */.E(code, message, { cause });
    return new errors/* HoldfastError */.E('internal', `Cannot process a blob in a worker thread: ${message}`, { cause });
}

;// CONCATENATED MODULE: ./build/repository/blob-thread.js



/** A batch is full when it has so much, or MAX_BATCH_BLOBS: some milliseconds of work. */
const MAX_BATCH_BYTES = 256 * 1024;
/** A thread makes few objects, but large buffers with them: with V8's own limit those would pile up for long. */
const YOUNG_MIB = 4;
/** One worker thread. It keeps the process alive only while it has work. */
class BlobThread {
    #options;
    #worker;
    #batches = new Map();
    #nextBatch = 0;
    #ended = false;
    constructor(options) {
        this.#options = options;
        this.#worker = new external_node_worker_threads_.Worker(options.entry ?? workerFile(), {
            workerData: options.data,
            resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB },
        });
        this.#worker.unref();
        this.#worker.on('message', (reply) => this.#onReply(reply));
        this.#worker.on('messageerror', (error) => this.#crashed(error));
        this.#worker.on('error', (error) => this.#crashed(error));
        this.#worker.on('exit', (code) => this.#crashed(new Error(`it ended with exit code ${code}`)));
    }
    get batchCount() {
        return this.#batches.size;
    }
    run(batch) {
        const number = this.#nextBatch++;
        if (this.#batches.size === 0)
            this.#worker.ref();
        this.#batches.set(number, batch);
        this.#post(batch.request(number));
    }
    /** Ends the thread; its batches fail with `error`. Idempotent. */
    async end(error) {
        this.#ended = true;
        for (const batch of this.#batches.values())
            batch.onFailure(error);
        this.#batches.clear();
        await this.#worker.terminate();
    }
    #onReply(reply) {
        const batch = this.#batches.get(reply.batch);
        if (batch === undefined)
            return;
        const next = reply.kind === 'failed' ? null : batch.onReply(reply);
        if (next !== null) {
            this.#post(next);
            return;
        }
        if (reply.kind === 'failed')
            batch.onFailure(fromWire(reply.error));
        this.#batches.delete(reply.batch);
        if (this.#batches.size === 0)
            this.#worker.unref();
        this.#options.onBatchDone();
    }
    #post(request) {
        this.#worker.postMessage(request);
    }
    #crashed(error) {
        if (!this.#ended)
            this.#options.onCrash(error);
    }
}
/**
 * Beside this file, or beside the bundle that this file is part of. Not written as `new URL(…, import.meta.url)`: a
 * bundler would take that for an asset, and copy the entry without its imports.
 */
function workerFile() {
    const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';
    return (0,external_node_path_.join)(import.meta.dirname, `blob-worker.${extension}`);
}

;// CONCATENATED MODULE: ./build/repository/open-batch.js






/** Sealed blobs, each with room behind it for its plain bytes. */
class OpenBatch {
    #slabs;
    #slab;
    #table;
    /** By their rows in the table, with where the plain bytes are. */
    #jobs = [];
    #filled = blob_tables/* TABLE_BYTES */.ry;
    /** Made for `first`: for it there will be room. */
    constructor(slabs, first) {
        this.#slabs = slabs;
        this.#slab = slabs.take(blob_tables/* TABLE_BYTES */.ry + first.sealed.length + plainRoomOf(first));
        this.#table = new blob_tables/* OpenTable */.Dc(this.#slab);
    }
    get isFull() {
        return this.#filled >= MAX_BATCH_BYTES || this.#jobs.length >= blob_tables/* MAX_BATCH_BLOBS */.xq;
    }
    hasRoomFor(blob) {
        return !this.isFull && this.#filled + blob.sealed.length + plainRoomOf(blob) <= this.#slab.length;
    }
    /** Copies the sealed bytes of `blob`, for which there must be room. Resolves to its plain ones, which lie in the slab. */
    add(blob) {
        const result = Promise.withResolvers();
        const { sealed, expected } = blob;
        const start = this.#filled + sealed.length;
        const end = start + plainRoomOf(blob);
        (0,copy_bytes/* copyBytes */.n)(sealed, this.#slab, this.#filled);
        this.#table.put(this.#jobs.length, {
            offset: this.#filled,
            length: sealed.length,
            expected,
            plainOffset: start,
        });
        this.#jobs.push({ result, start, end });
        this.#filled = end;
        return result.promise;
    }
    request(batch) {
        return { kind: 'open', batch, slab: this.#slab, count: this.#jobs.length };
    }
    onReply(reply) {
        if (reply.kind !== 'opened')
            return null;
        for (const { row, error } of reply.failures)
            this.#jobs[row]?.result.reject(fromWire(error));
        const failed = new Set(reply.failures.map(({ row }) => row));
        const { buffer, byteOffset } = this.#slab;
        let lent = this.#jobs.length - failed.size;
        if (lent === 0)
            this.#slabs.give(this.#slab);
        const onGivenBack = () => {
            if (--lent === 0)
                this.#slabs.give(this.#slab);
        };
        for (const [row, { result, start, end }] of this.#jobs.entries()) {
            if (!failed.has(row))
                result.resolve(lent_blob/* LentBlob */.R.of(Buffer.from(buffer, byteOffset + start, end - start), onGivenBack));
        }
        return null;
    }
    onFailure(error) {
        for (const { result } of this.#jobs)
            result.reject(error);
    }
}
/** What is too short to be a sealed blob fails, and needs no room. */
function plainRoomOf({ sealed, expected }) {
    return Math.max((0,blob_sealing/* plainLengthOf */.ib)(sealed.length, expected), 0);
}

;// CONCATENATED MODULE: ./build/repository/save-batch.js




/** Blobs of one type: a pack that stays open for long must not hold on to memory of the other's. */
class SaveBatch {
    #type;
    #slabs;
    #slab;
    #table;
    /** By their rows in the table. */
    #jobs = [];
    #filled = blob_tables/* TABLE_BYTES */.ry;
    #plainBytes = 0;
    /** @param firstBytes Size of the first blob, for which there will be room. */
    constructor(type, slabs, firstBytes) {
        this.#type = type;
        this.#slabs = slabs;
        this.#slab = slabs.take(blob_tables/* TABLE_BYTES */.ry + (0,blob_sealing/* sealedBound */.RR)(firstBytes));
        this.#table = new blob_tables/* SaveTable */.K4(this.#slab);
    }
    /** Whether it is worth a message by now. */
    get isFull() {
        return this.#plainBytes >= MAX_BATCH_BYTES || this.#jobs.length >= blob_tables/* MAX_BATCH_BLOBS */.xq;
    }
    hasRoomFor(plainBytes) {
        return !this.isFull && this.#filled + (0,blob_sealing/* sealedBound */.RR)(plainBytes) <= this.#slab.length;
    }
    /** Copies `plain`, for which there must be room. */
    add(plain, saver) {
        const result = Promise.withResolvers();
        const room = (0,blob_sealing/* sealedBound */.RR)(plain.length);
        (0,copy_bytes/* copyBytes */.n)(plain, this.#slab, this.#filled);
        this.#table.put(this.#jobs.length, { offset: this.#filled, length: plain.length, room });
        this.#jobs.push({ saver, result });
        this.#filled += room;
        this.#plainBytes += plain.length;
        return result.promise;
    }
    request(batch) {
        return { kind: 'hash', batch, type: this.#type, slab: this.#slab, count: this.#jobs.length };
    }
    onReply(reply) {
        if (reply.kind === 'hashed')
            return this.#choose(reply.batch);
        if (reply.kind === 'sealed')
            this.#finish();
        return null;
    }
    onFailure(error) {
        for (const { result } of this.#jobs)
            result.reject(error);
    }
    #choose(batch) {
        for (const [row, { saver, result }] of this.#jobs.entries()) {
            const id = this.#table.id(row);
            try {
                if (saver.isNew(id))
                    this.#table.want(row);
                else
                    result.resolve(id);
            }
            catch (error) {
                result.reject(error);
            }
        }
        return { kind: 'seal', batch };
    }
    #finish() {
        for (const [row, { saver, result }] of this.#jobs.entries()) {
            if (!this.#table.isWanted(row))
                continue;
            const id = this.#table.id(row);
            const { offset, length: plainLength } = this.#table.span(row);
            const { length, compressed } = this.#table.sealed(row);
            try {
                saver.onSealed(id, { bytes: this.#slab.subarray(offset, offset + length), plainLength, compressed });
                result.resolve(id);
            }
            catch (error) {
                result.reject(error);
            }
        }
        this.#slabs.give(this.#slab);
    }
}

// EXTERNAL MODULE: ./build/repository/slab-pool.js
var slab_pool = __webpack_require__(56948);
;// CONCATENATED MODULE: ./build/repository/pack-opener.js
/**
 * The thread that opens packs ahead. Nothing depends on it: if it fails, who wants a tree opens it. Where other work comes for threads
 * it becomes the first of them, and is as the others from then on.
 */
class PackOpener {
    #makeThread;
    #thread = null;
    #hasFailed = false;
    #onCrash = null;
    constructor(makeThread) {
        this.#makeThread = makeThread;
    }
    /** Starts the thread, unless one failed before. */
    start() {
        if (!this.#hasFailed)
            this.#thread ??= this.#makeThread((error) => this.#crashed(error));
    }
    open(pack) {
        this.start();
        this.#thread?.run(pack);
    }
    /** The thread, if there is one, for other work; `onCrash` is told when it is gone. It still opens packs. */
    share(onCrash) {
        this.#onCrash = onCrash;
        return this.#thread;
    }
    /** Packs are opened by `thread` from now on, which is somebody else's, unless there is one for it already. */
    use(thread) {
        this.#thread ??= thread;
    }
    async end(error) {
        await this.#thread?.end(error);
    }
    #crashed(error) {
        this.#onCrash?.(error);
        this.#hasFailed = true;
        void this.#thread?.end(error);
        this.#thread = null;
    }
}

;// CONCATENATED MODULE: ./build/repository/thread-team.js


/** So that a thread has work while the main thread answers which blobs are new. */
const MAX_BATCHES_PER_THREAD = 3;
/** Kinds of work in the order in which threads take it: folders wait for the IDs of the trees below them. */
const KINDS = ['tree', 'open', 'data'];
/** The threads, and what waits for them. They are started one by one, as long as there is more to do. */
class ThreadTeam {
    maxThreads;
    #options;
    #threads = [];
    #opener = new PackOpener((onCrash) => this.#makeThread(onCrash));
    /** Batches that take no more, and wait for a thread. */
    #waiting = { tree: [], open: [], data: [] };
    #isPlanned = false;
    #isEnded = false;
    constructor(options) {
        this.#options = options;
        this.maxThreads = options.maxThreads;
    }
    /** Whether there are some for all kinds of work. */
    get isStarted() {
        return this.#threads.length > 0;
    }
    /** Puts `batch` in line. */
    add(kind, batch) {
        this.#waiting[kind].push(batch);
        this.planDispatch();
    }
    /** Threads take what there is at the end of this turn: blobs that come together go together. */
    planDispatch() {
        if (this.#isPlanned)
            return;
        this.#isPlanned = true;
        setImmediate(() => {
            this.#isPlanned = false;
            this.#dispatch();
        });
    }
    /** See BlobWorkers. */
    openAhead(pack) {
        if (this.maxThreads > 0)
            this.#opener.open(pack);
    }
    /** See BlobWorkers. */
    startOpening() {
        if (this.maxThreads > 0)
            this.#opener.start();
    }
    /** Starts threads until there are `count`, if so many there may be. */
    start(count = this.maxThreads) {
        while (this.#threads.length < Math.min(count, this.maxThreads))
            this.#startThread();
    }
    /** Ends the threads; all that waits or is under way fails with `error`. Idempotent. */
    async end(error) {
        this.#isEnded = true;
        for (const kind of KINDS) {
            for (const batch of this.#waiting[kind].splice(0))
                batch.onFailure(error);
            this.#options.growing.take(kind)?.onFailure(error);
        }
        await Promise.all([this.#opener.end(error), ...this.#threads.map((thread) => thread.end(error))]);
    }
    #dispatch() {
        while (!this.#isEnded && this.#hasWork()) {
            const thread = this.#freeThread();
            const batch = thread === null ? null : this.#nextBatch();
            if (thread === null || batch === null)
                return;
            thread.run(batch);
        }
    }
    #hasWork() {
        return this.#options.growing.hasAny() || KINDS.some((kind) => this.#waiting[kind].length > 0);
    }
    #nextBatch() {
        for (const kind of KINDS) {
            const batch = this.#waiting[kind].shift() ?? this.#options.growing.take(kind);
            if (batch !== null)
                return batch;
        }
        return null;
    }
    /** The thread with the least to do. */
    #freeThread() {
        const [least] = this.#threads.toSorted((a, b) => a.batchCount - b.batchCount);
        if (least !== undefined && (least.batchCount === 0 || this.#threads.length === this.maxThreads)) {
            return least.batchCount < MAX_BATCHES_PER_THREAD ? least : null;
        }
        return this.#startThread();
    }
    /** The first is the one that opens packs ahead, if there is one. */
    #startThread() {
        const { onCrash } = this.#options;
        const shared = this.#threads.length === 0 ? this.#opener.share(onCrash) : null;
        const thread = shared ?? this.#makeThread(onCrash);
        if (shared === null)
            this.#opener.use(thread);
        this.#threads.push(thread);
        return thread;
    }
    #makeThread(onCrash) {
        const { data, entry } = this.#options;
        return new BlobThread({ data, entry, onBatchDone: () => this.#dispatch(), onCrash });
    }
}

;// CONCATENATED MODULE: ./build/repository/verify-batch.js


/** Sealed blobs that lie together, to be verified. */
class VerifyBatch {
    #slabs;
    #slab;
    #blobs;
    #result = Promise.withResolvers();
    /** @param bytes Where `blobs` lie; copied. */
    constructor(slabs, blobs, bytes) {
        this.#slabs = slabs;
        this.#blobs = blobs;
        this.#slab = slabs.take(bytes.length);
        (0,copy_bytes/* copyBytes */.n)(bytes, this.#slab);
    }
    /** What is wrong with each, null where nothing is. */
    get faults() {
        return this.#result.promise;
    }
    request(batch) {
        return { kind: 'verify', batch, slab: this.#slab, blobs: this.#blobs };
    }
    onReply(reply) {
        if (reply.kind !== 'verified')
            return null;
        this.#slabs.give(this.#slab);
        const faults = this.#blobs.map(() => null);
        for (const { row, error } of reply.failures)
            faults[row] = fromWire(error);
        this.#result.resolve(faults);
        return null;
    }
    onFailure(error) {
        this.#result.reject(error);
    }
}

;// CONCATENATED MODULE: ./build/repository/write-batch.js
/** A stretch that a thread completes and writes. */
class WriteBatch {
    #stretch;
    #target;
    #result = Promise.withResolvers();
    constructor(stretch, target) {
        this.#stretch = stretch;
        this.#target = target;
    }
    get outcome() {
        return this.#result.promise;
    }
    request(batch) {
        const { slab, files, count, isReadAgain } = this.#stretch;
        return { kind: 'write', batch, slab, count, files, isReadAgain, target: this.#target };
    }
    onReply(reply) {
        if (reply.kind !== 'written')
            return null;
        const { failedRows, refusal } = reply;
        this.#result.resolve({ failedRows, refusal });
        return null;
    }
    onFailure(error) {
        this.#result.reject(error);
    }
}

;// CONCATENATED MODULE: ./build/repository/blob-pool.js

















/** Threads are started at the first heavy use: a run that saves or reads a few trees is over before they would be. */
function createBlobWorkers(key, options) {
    return new BlobPool(key, options);
}
/** What is done in this thread before others are started, counting each blob as SMALL_BLOB_COST_BYTES more. */
const HEAVY_USE_BYTES = 8 * 1024 * 1024;
const SMALL_BLOB_COST_BYTES = 4096;
/**
 * What is opened blob by blob counts for a part of it: to hand a tree over takes nearly as long as to open it, and to start two
 * threads (0.2 s of the processor's time) as long as to open 5,000.
 */
const OPENED_ALONE_PART = 1 / 4;
/** So much of what it takes to open bytes does it take to hash them alone. */
const PART_OF_HASHING = 1 / 4;
class BlobPool {
    #key;
    #compression;
    #team;
    #slabs = new slab_pool/* SlabPool */.B();
    /** Batches that grow while all threads have enough to do. */
    #saves = { tree: null, data: null };
    #open = null;
    #heavyUseBytes;
    #bytesBeforeThreads;
    /** What was said to come. */
    #expectedBytes = 0;
    /** Why nothing works any more. */
    #ended = null;
    constructor(key, options) {
        this.#key = key;
        this.#compression = options.compression;
        this.#team = new ThreadTeam({
            maxThreads: options.threads ?? (0,external_node_os_.availableParallelism)(),
            data: workerData(key, options.compression),
            entry: options.workerEntry,
            growing: {
                hasAny: () => this.#open !== null || this.#saves.tree !== null || this.#saves.data !== null,
                take: (kind) => this.#take(kind),
            },
            onCrash: (error) => this.#crashed(error),
        });
        this.#heavyUseBytes = options.bytesBeforeThreads ?? HEAVY_USE_BYTES;
        this.#bytesBeforeThreads = this.#heavyUseBytes;
    }
    save(type, plain, saver) {
        if (this.#ended !== null)
            return Promise.reject(this.#ended);
        if (this.#staysHere(plain.length))
            return this.#saveHere(type, plain, saver);
        if (this.#saves[type]?.hasRoomFor(plain.length) === false)
            this.#close(type);
        this.#saves[type] ??= new SaveBatch(type, this.#slabs, plain.length);
        const result = this.#saves[type].add(plain, saver);
        this.#team.planDispatch();
        return result;
    }
    async open(sealed, expected) {
        return (await this.lend(sealed, expected)).keep();
    }
    async lend(sealed, expected, { alone } = { alone: false }) {
        if (this.#ended !== null)
            throw this.#ended;
        if (this.#staysHere(sealed.length, alone ? OPENED_ALONE_PART : 1))
            return lent_blob/* LentBlob */.R.ofOwn((0,blob_sealing/* openBlob */.Ym)(this.#key, sealed, expected));
        // Before room is taken for what an index claims.
        (0,blob_sealing/* refuseGiant */.YK)(`blob ${expected.id}`, { length: sealed.length, plainLength: expected.plainLength });
        const blob = { sealed, expected };
        if (this.#open?.hasRoomFor(blob) === false)
            this.#close('open');
        this.#open ??= new OpenBatch(this.#slabs, blob);
        const result = this.#open.add(blob);
        this.#team.planDispatch();
        return await result;
    }
    async checkPack(pack, read) {
        if (this.#ended !== null)
            throw this.#ended;
        const slab = this.#slabs.take(pack.sizeBytes);
        try {
            const bytes = await read(slab.subarray(0, pack.sizeBytes));
            if (this.#ended !== null)
                throw this.#ended;
            if (this.#staysHere(bytes.length))
                return await (0,check_pack/* checkWholePack */.Bf)(pack, bytes, this.#key);
            if (bytes.buffer !== slab.buffer)
                (0,copy_bytes/* copyBytes */.n)(bytes, slab);
            const batch = new CheckBatch(slab, pack);
            this.#team.add('open', batch);
            return await batch.problems;
        }
        finally {
            this.#slabs.give(slab);
        }
    }
    async verify(blobs, bytes) {
        if (this.#ended !== null)
            throw this.#ended;
        if (this.#staysHere(bytes.length))
            return blobs.map((blob) => this.#faultOf(blob, bytes));
        const batch = new VerifyBatch(this.#slabs, blobs, bytes);
        this.#team.add('open', batch);
        return await batch.faults;
    }
    #faultOf({ offset, length, expected }, bytes) {
        try {
            (0,blob_sealing/* verifyBlob */.tB)(this.#key, bytes.subarray(offset, offset + length), expected);
            return null;
        }
        catch (error) {
            return error instanceof Error ? error : new Error(String(error));
        }
    }
    async compareFiles(folder, files) {
        if (this.#ended !== null)
            throw this.#ended;
        const bytes = files.reduce((sum, { blobs }) => sum + bytesIn(blobs), 0);
        if (this.#staysHere(bytes * PART_OF_HASHING))
            return files.map((file) => faultOfFile(folder, file));
        const batch = new CompareBatch(folder, files);
        this.#team.add('open', batch);
        return await batch.faults;
    }
    get hasThreads() {
        return this.#team.maxThreads > 0;
    }
    async write(stretch, target) {
        if (this.#ended !== null)
            throw this.#ended;
        const batch = new WriteBatch(stretch, target);
        this.#team.add('open', batch);
        return await batch.outcome;
    }
    async make(folder, entries) {
        if (this.#ended !== null)
            throw this.#ended;
        const batch = new MakeBatch(folder, entries);
        this.#team.add('open', batch);
        return await batch.refusal;
    }
    openAhead(pack) {
        if (this.#ended === null)
            this.#team.openAhead(pack);
    }
    startOpening() {
        if (this.#ended === null)
            this.#team.startOpening();
    }
    expectToSave(sizeBytes) {
        this.#expectedBytes += sizeBytes + SMALL_BLOB_COST_BYTES;
        if (this.#ended === null)
            this.#team.start(Math.floor(this.#expectedBytes / this.#heavyUseBytes));
    }
    start() {
        if (this.#ended === null)
            this.#team.start();
    }
    async close() {
        const closed = new errors/* HoldfastError */.E('cancelled', 'Cannot finish work on blobs: the repository was closed.');
        await this.#end(closed);
    }
    #staysHere(bytes, part = 1) {
        if (!this.hasThreads)
            return true;
        if (this.#team.isStarted)
            return false;
        this.#bytesBeforeThreads -= (bytes + SMALL_BLOB_COST_BYTES) * part;
        return this.#bytesBeforeThreads >= 0;
    }
    async #saveHere(type, plain, saver) {
        const id = (0,ids/* idOf */.TH)(plain);
        if (saver.isNew(id))
            saver.onSealed(id, (0,blob_sealing/* sealBlob */.vM)(this.#key, this.#compression, type, plain));
        return id;
    }
    /** The batch that grows, which takes no more. */
    #take(kind) {
        const batch = kind === 'open' ? this.#open : this.#saves[kind];
        if (kind === 'open')
            this.#open = null;
        else
            this.#saves[kind] = null;
        return batch;
    }
    /** Puts the batch that grows in line. */
    #close(kind) {
        const batch = this.#take(kind);
        if (batch !== null)
            this.#team.add(kind, batch);
    }
    #crashed(cause) {
        void this.#end(new errors/* HoldfastError */.E('internal', `Cannot process blobs: a worker thread failed: ${cause.message}. ` +
            'No snapshot was saved. If memory is short, use fewer threads; then run it again.', { cause }));
    }
    async #end(error) {
        this.#ended ??= error;
        await this.#team.end(error);
    }
}
function workerData({ encrypt, macK, macR }, compression) {
    // Copies: a clone of a Buffer would carry along the memory that it shares with others.
    return {
        encrypt: Uint8Array.from(encrypt),
        macK: Uint8Array.from(macK),
        macR: Uint8Array.from(macR),
        compression,
    };
}
function bytesIn(blobs) {
    return blobs.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}

;// CONCATENATED MODULE: ./build/repository/blob-cache.js
/**
 * Plain blobs that were read lately, up to `limitBytes`: a sparse file's zero chunk is read once, not thousands of
 * times. What was used least lately goes first.
 */
class BlobCache {
    #limitBytes;
    #blobs = new Map();
    #sizeBytes = 0;
    constructor(limitBytes) {
        this.#limitBytes = limitBytes;
    }
    get(type, id) {
        const key = keyOf(type, id);
        const blob = this.#blobs.get(key);
        if (blob === undefined)
            return null;
        this.#blobs.delete(key);
        this.#blobs.set(key, blob);
        return blob;
    }
    put(type, id, blob) {
        const key = keyOf(type, id);
        if (this.#blobs.has(key) || blob.length > this.#limitBytes)
            return;
        this.#blobs.set(key, blob);
        this.#sizeBytes += blob.length;
        for (const [oldKey, old] of this.#blobs) {
            if (this.#sizeBytes <= this.#limitBytes)
                return;
            this.#blobs.delete(oldKey);
            this.#sizeBytes -= old.length;
        }
    }
}
function keyOf(type, id) {
    return type === 'tree' ? `t${id}` : id;
}

;// CONCATENATED MODULE: ./build/repository/opened-pack.js


/**
 * Smaller packs are of later backups in which little changed: what is wanted of them is opened before a thread has come to it. Larger
 * ones, too, have trees that were replaced since, and are opened for nobody: how many that can be, the room for all of them bounds.
 */
const LEAST_TREES = 256;
/** A forged index can have a pack hold any number of empty ones. */
const MOST_TREES = 32_768;
/**
 * A pack of trees that a thread opens, one tree after the other, while another uses them. Nobody waits for it: who wants a tree that
 * isn't open yet opens it, and the thread passes over it.
 */
class OpenedPack {
    /** Where the pack's bytes go before a thread opens it. */
    sealed;
    #slab;
    #table;
    #firstRow;
    #count;
    /** What it takes at the end. */
    sizeBytes;
    /**
     * Null if the pack isn't worth it.
     * @param sealedBytes Of the whole pack.
     * @param roomBytes For all of it: trees that go beyond aren't opened.
     */
    static of(index, { packOrdinal }, { sealedBytes, roomBytes }) {
        const { firstRow, rowCount } = index.packs[packOrdinal] ?? { firstRow: 0, rowCount: 0 };
        let plainBytes = 0;
        let count = 0;
        for (; count < Math.min(rowCount, MOST_TREES); count++) {
            const row = firstRow + count;
            if (index.typeAt(row) !== 'tree')
                return null;
            const bytes = plainBytesAt(index, row);
            if (sealedBytes + plainBytes + bytes > roomBytes)
                break;
            plainBytes += bytes;
        }
        return count < LEAST_TREES ? null : new OpenedPack(index, { firstRow, count, sealedBytes, plainBytes });
    }
    constructor(index, of) {
        const { firstRow, count, sealedBytes, plainBytes } = of;
        const sealedAt = (0,blob_tables/* tableBytes */.gm)(count);
        let plainOffset = sealedAt + sealedBytes;
        this.#slab = new Uint8Array(new SharedArrayBuffer(plainOffset + plainBytes));
        this.sealed = this.#slab.subarray(sealedAt, plainOffset);
        this.sizeBytes = sealedBytes + plainBytes;
        this.#table = new blob_tables/* OpenTable */.Dc(this.#slab, count);
        this.#firstRow = firstRow;
        this.#count = count;
        for (let i = 0; i < count; i++) {
            const row = firstRow + i;
            const expected = { id: index.idAt(row), plainLength: index.plainLengthAt(row) };
            const { offset, length } = index.placeAt(row);
            this.#table.put(i, { offset: sealedAt + offset, length, expected, plainOffset });
            plainOffset += plainBytesAt(index, row);
        }
    }
    /** Whether the tree of `row` is opened ahead, sooner or later. */
    covers(row) {
        return row >= this.#firstRow && row < this.#firstRow + this.#count;
    }
    /** The tree `id` at `row`, which is verified; null: it isn't open yet, or can't be, and the thread leaves it to the caller. */
    take(row, id) {
        if (!this.covers(row))
            return null;
        const i = row - this.#firstRow;
        if (!this.#table.isOpened(i)) {
            this.#table.take(i);
            return null;
        }
        const { length, plainOffset, expected } = this.#table.span(i);
        // An index that was read anew meanwhile may have other rows.
        if (expected.id !== id)
            return null;
        return Buffer.from(this.#slab.buffer, plainOffset, (0,blob_sealing/* plainLengthOf */.ib)(length, expected));
    }
    request(batch) {
        return { kind: 'open-ahead', batch, slab: this.#slab, count: this.#count };
    }
    onReply(_) {
        return null;
    }
    /** What isn't open is opened by who wants it. */
    onFailure(_) { }
}
function plainBytesAt(index, row) {
    return Math.max((0,blob_sealing/* plainLengthOf */.ib)(index.lengthAt(row), { plainLength: index.plainLengthAt(row) }), 0);
}

// EXTERNAL MODULE: ./build/repository/second-read.js
var second_read = __webpack_require__(23174);
;// CONCATENATED MODULE: ./build/repository/tree-packs.js

/** Blobs of one pack that are read one by one before the pack is taken whole: who reads so many reads on. */
const SINGLE_READS = 2;
/** A pack larger than this (restic makes them up to 128 MiB on request) is never taken whole. */
const MAX_WHOLE_PACK_BYTES = 20 * 1024 * 1024;
/**
 * Bytes of packs kept, the latest used. The trees of one snapshot lie in as many packs as backups wrote some of them, and a
 * walk goes from one to the other and back.
 */
const HELD_BYTES = 2 * MAX_WHOLE_PACK_BYTES;
/**
 * Bytes of packs whose trees are opened ahead, with these: of some 5,000 folders. In all, for V8 doesn't see how much shared memory
 * waits to be collected.
 */
const MAX_OPENED_BYTES = 48 * 1024 * 1024;
/** Packs kept, those among them that are too large to be held. */
const MAX_WHOLE_PACKS = 1000;
/**
 * Blobs of a pack that was held before that are read one by one before it is taken whole again: where there is no room for all,
 * packs must not be read over and over for a few trees each.
 */
const SINGLE_READS_AGAIN = 16;
/** Packs of which only the count of reads is known; the oldest is forgotten. */
const MAX_COUNTED_PACKS = 10_000;
const OPENS_NONE = { prepare: () => null, begin() { } };
/**
 * Reads trees from packs. A walk through a snapshot asks for thousands of trees of a few hundred bytes that lie side
 * by side: one read of the pack serves them all.
 */
class TreePacks {
    #backend;
    #heldLimitBytes;
    #reads = new Map();
    #whole = new Map();
    #ahead;
    #openedBytes = 0;
    /** @param heldLimitBytes What packs may take in memory together, but for the latest, and for what is opened ahead. */
    constructor(backend, { heldLimitBytes = HELD_BYTES, ahead = OPENS_NONE } = {}) {
        this.#backend = backend;
        this.#heldLimitBytes = heldLimitBytes;
        this.#ahead = ahead;
    }
    /** The pack, if its trees are being opened. */
    opened(pack) {
        return this.#whole.get(pack)?.opened ?? null;
    }
    /** The sealed bytes at `place`: the caller's own. */
    async load(place, signal) {
        const whole = await this.#wholeOf(place, signal);
        const end = place.offset + place.length;
        // A pack that is too short is told by the backend, in the words for all packs.
        if (whole !== null && whole.length >= end)
            return Uint8Array.prototype.slice.call(whole, place.offset, end);
        return this.#backend.load(treePack(place.pack), place, signal);
    }
    #wholeOf(place, signal) {
        const { pack } = place;
        const known = this.#whole.get(pack);
        if (known !== undefined) {
            this.#whole.delete(pack);
            this.#whole.set(pack, known);
            return known.bytes;
        }
        if (this.#countRead(pack) <= SINGLE_READS)
            return Promise.resolve(null);
        const whole = { opened: null, heldBytes: 0, bytes: Promise.resolve(null) };
        this.#whole.set(pack, whole);
        whole.bytes = this.#loadWhole(place, whole, signal);
        whole.bytes.catch(() => {
            if (this.#whole.get(pack) === whole)
                this.#whole.delete(pack);
        });
        return whole.bytes;
    }
    async #loadWhole(place, whole, signal) {
        const file = treePack(place.pack);
        const size = await this.#backend.stat(file, signal);
        whole.heldBytes = size === null || size.sizeBytes > MAX_WHOLE_PACK_BYTES ? 0 : size.sizeBytes;
        this.#makeRoom();
        if (whole.heldBytes === 0)
            return null;
        const roomBytes = MAX_OPENED_BYTES - this.#openedBytes;
        const opened = this.#ahead.prepare(place, { sealedBytes: whole.heldBytes, roomBytes });
        if (opened === null)
            return this.#backend.load(file, undefined, signal);
        this.#openedBytes += opened.sizeBytes;
        const { sealed } = opened;
        const bytes = await this.#backend.load(file, { offset: 0, length: sealed.length, into: sealed }, signal);
        if (bytes.buffer !== sealed.buffer)
            (0,copy_bytes/* copyBytes */.n)(bytes, sealed);
        this.#ahead.begin(opened);
        whole.opened = opened;
        return sealed;
    }
    /** Lets go of what was used least lately, but for one. */
    #makeRoom() {
        let heldBytes = this.#whole.values().reduce((sum, whole) => sum + whole.heldBytes, 0);
        for (const [oldest, whole] of this.#whole) {
            const isWithin = heldBytes <= this.#heldLimitBytes && this.#whole.size <= MAX_WHOLE_PACKS;
            if (isWithin || this.#whole.size === 1)
                return;
            heldBytes -= whole.heldBytes;
            this.#whole.delete(oldest);
            this.#reads.set(oldest, SINGLE_READS - SINGLE_READS_AGAIN);
        }
    }
    #countRead(pack) {
        const count = (this.#reads.get(pack) ?? 0) + 1;
        this.#reads.delete(pack);
        this.#reads.set(pack, count);
        const [oldest] = this.#reads.keys();
        if (this.#reads.size > MAX_COUNTED_PACKS && oldest !== undefined)
            this.#reads.delete(oldest);
        return count;
    }
}
function treePack(name) {
    return { kind: 'pack', name, holdsTrees: true };
}

// EXTERNAL MODULE: ./build/repository/format/tree-text.js
var tree_text = __webpack_require__(22409);
;// CONCATENATED MODULE: ./build/repository/trees-ahead.js

/** Plain bytes of trees that are on their way: well below what the cache holds, or they would drive one another out. */
const MAX_COMING_BYTES = 4 * 1024 * 1024;
/** Plain bytes of trees that nobody asked for yet: half of what the cache holds. */
const MAX_UNASKED_BYTES = 8 * 1024 * 1024;
/**
 * Trees that are loaded before they are asked for, so that many are opened together: those that somebody says he will ask
 * for, and when they have come those below them, since a walk goes down first.
 */
class TreesAhead {
    #options;
    #coming = new Map();
    #comingBytes = 0;
    #unasked = new Map();
    #unaskedBytes = 0;
    constructor(options) {
        this.#options = options;
    }
    /** Begins to load as many of `ids` as there is room for. Failures are told to who asks. */
    begin(ids) {
        for (const id of ids)
            if (!this.#begin(id))
                return;
    }
    /** The tree that somebody wants now, if it is on its way. */
    take(id) {
        const coming = this.#coming.get(id);
        // Trees that a walk passes over would keep the room for ever.
        if (coming !== undefined && this.#unaskedBytes >= MAX_UNASKED_BYTES)
            this.#forgetUnasked();
        this.#unaskedBytes -= this.#unasked.get(id) ?? 0;
        this.#unasked.delete(id);
        return coming;
    }
    /** False: there is no room for it. */
    #begin(id) {
        const sizeBytes = this.#coming.has(id) ? null : this.#options.sizeOf(id);
        if (sizeBytes === null)
            return true;
        if (this.#comingBytes + sizeBytes > MAX_COMING_BYTES)
            return false;
        this.#comingBytes += sizeBytes;
        this.#unaskedBytes += sizeBytes - (this.#unasked.get(id) ?? 0);
        this.#unasked.set(id, sizeBytes);
        const tree = this.#options.load(id);
        const arrived = () => {
            this.#coming.delete(id);
            this.#comingBytes -= sizeBytes;
        };
        tree.then((json) => {
            arrived();
            if (this.#unaskedBytes < MAX_UNASKED_BYTES)
                this.begin((0,tree_text/* subtreesIn */.z)(json.toString('latin1')));
        }, arrived);
        this.#coming.set(id, tree);
        return true;
    }
    #forgetUnasked() {
        this.#unasked.clear();
        this.#unaskedBytes = 0;
    }
}

;// CONCATENATED MODULE: ./build/repository/blob-reader.js











/** Plain blobs kept because they may be asked for again, or will be for the first time. */
const CACHE_BYTES = 16 * 1024 * 1024;
/** Loads, opens and verifies single blobs. read-ahead.ts reads many. */
class BlobReader {
    #options;
    #cache = new BlobCache(CACHE_BYTES);
    #trees;
    #ahead;
    #rooms = new slab_pool/* SlabPool */.B();
    #opensAhead = false;
    constructor(options) {
        this.#options = options;
        this.#trees = new TreePacks(options.backend, {
            ahead: {
                prepare: (place, size) => (this.#opensAhead ? OpenedPack.of(options.index, place, size) : null),
                begin: (pack) => options.workers().openAhead(pack),
            },
        });
        this.#ahead = new TreesAhead({
            load: (id) => this.#load('tree', id),
            sizeOf: (id) => this.#sizeOfTreeToLoad(id),
        });
    }
    /** Loads of packs that are worth running at once. */
    get connections() {
        return this.#options.backend.connections;
    }
    /** The blob, if it was read lately. */
    cached(type, id) {
        return this.#cache.get(type, id);
    }
    /** Where the blob is read from, or null if no index names it. */
    place(type, id) {
        const row = this.#options.index.find(type, id);
        return row < 0 ? null : this.#options.index.placeAt(row);
    }
    /**
     * Loads a part of a pack for `take`, which must have copied what it needs when it returns: the memory serves for other
     * parts then.
     */
    async takeRange(pack, { offset, length }, signal, take) {
        (0,blob_sealing/* refuseGiant */.YK)(`a part of pack ${pack}`, { length, plainLength: null });
        const slab = this.#rooms.take(length);
        try {
            const range = { offset, length, into: slab.subarray(0, length) };
            take(await this.#options.backend.load({ kind: 'pack', name: pack }, range, signal));
        }
        finally {
            this.#rooms.give(slab);
        }
    }
    /** Loads a part of a pack, for which `into` has just the room. */
    async loadInto(pack, { offset, length }, into, signal) {
        (0,blob_sealing/* refuseGiant */.YK)(`a part of pack ${pack}`, { length, plainLength: null });
        const bytes = await this.#options.backend.load({ kind: 'pack', name: pack }, { offset, length, into }, signal);
        if (bytes.buffer !== into.buffer)
            (0,copy_bytes/* copyBytes */.n)(bytes, into);
    }
    /** Opens and verifies the blob that was loaded from `place`. */
    lend(id, place, sealed) {
        return this.#options.workers().lend(sealed, { id, plainLength: place.plainLength });
    }
    /** Keeps a blob for those who ask for it soon. */
    remember(type, id, plain) {
        this.#cache.put(type, id, plain);
    }
    /**
     * Begins to load trees that will soon be asked for one by one, and those below them, so that they are opened together: as
     * many of them as memory for that is left. Failures are told to who asks.
     */
    prefetchTrees(ids) {
        this.#ahead.begin(ids);
    }
    /** From now on the trees of packs that many are wanted of are opened ahead by a thread. */
    openTreesAhead() {
        this.#opensAhead = true;
        this.#options.workers().startOpening();
    }
    #opened(id) {
        if (!this.#opensAhead)
            return null;
        const place = this.place('tree', id);
        return (place && this.#trees.opened(place.pack)?.take(place.row, id)) ?? null;
    }
    #sizeOfTreeToLoad(id) {
        const place = this.place('tree', id);
        if (place === null || this.#trees.opened(place.pack)?.covers(place.row) === true)
            return null;
        if (this.#cache.get('tree', id) !== null)
            return null;
        return place.plainLength ?? place.length;
    }
    /**
     * The blob, from whichever of its places gives it whole.
     * @throws HoldfastError repository-damaged if it is missing or damaged in all of them; what the backend throws.
     */
    async load(type, id, signal) {
        (0,cancel/* throwIfCancelled */.dZ)(signal);
        if (type !== 'tree')
            return this.#load(type, id, signal);
        const opened = this.#opened(id);
        if (opened !== null)
            return opened;
        const coming = this.#ahead.take(id);
        if (coming !== undefined)
            return (0,cancel/* untilCancelled */.c8)(coming, signal);
        return this.#load(type, id, signal);
    }
    async #load(type, id, signal) {
        const cached = this.#cache.get(type, id) ?? (await this.#loadPending(type, id));
        if (cached !== null)
            return cached;
        const problems = [];
        for (const place of this.#options.index.places(type, id)) {
            try {
                const { plainLength } = place;
                const lent = await (0,second_read/* readAgainIfAltered */.Z)(async (again) => {
                    const sealed = await this.#loadSealed(type, place, signal, again);
                    return this.#options.workers().lend(sealed, { id, plainLength }, { alone: true });
                });
                const plain = lent.keep();
                this.remember(type, id, plain);
                return plain;
            }
            catch (error) {
                if (!(0,damage/* isDamage */.e6)(error))
                    throw error;
                problems.push(error);
            }
        }
        throw damagedBlob(type, id, problems);
    }
    async #loadSealed(type, place, signal, again) {
        (0,blob_sealing/* refuseGiant */.YK)(`a blob of pack ${place.pack}`, place);
        return type === 'tree' && !again
            ? this.#trees.load(place, signal)
            : this.#options.backend.load({ kind: 'pack', name: place.pack }, rangeOf(place), signal);
    }
    /** Null if it isn't pending, or its pack was stored meanwhile: then an index names it. */
    async #loadPending(type, id) {
        const { pending, workers } = this.#options;
        await pending.whenSealed(type, id);
        const sealed = pending.sealed(type, id);
        if (sealed === null)
            return null;
        const plainLength = sealed.compressed ? sealed.plainLength : null;
        return await workers().open(sealed.bytes, { id, plainLength });
    }
}
function rangeOf({ offset, length }) {
    return { offset, length };
}
function damagedBlob(type, id, problems) {
    const [first] = problems;
    const actual = first === undefined ? 'no index names it' : first instanceof Error ? first.message : String(first);
    return new errors/* HoldfastError */.E('repository-damaged', `Cannot read ${type} blob ${id}: ${actual.replace(/\.$/, '')}. "check --read-data" tells what else is damaged.`, { cause: first });
}

;// CONCATENATED MODULE: ./build/repository/pack-builder.js





/** By how much a pack is expected to grow above its size, with its last blob and its header. */
const EXPECTED_EXCESS_BYTES = 2 * 1024 * 1024;
/** What is more than was expected gathers in slabs of this size, or of a blob's that is larger. */
const PAGE_BYTES = 1024 * 1024;
/** A pack that is being filled, with blobs of one type. */
class PackBuilder {
    #type;
    #sizeBytes;
    #slabs;
    #blobs = [];
    #pages = [];
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #bodyBytes = 0;
    /** @param sizeBytes At which the pack will be closed. */
    constructor(type, sizeBytes, slabs) {
        this.#type = type;
        this.#sizeBytes = sizeBytes;
        this.#slabs = slabs;
    }
    get bodyBytes() {
        return this.#bodyBytes;
    }
    get blobCount() {
        return this.#blobs.length;
    }
    /** Copies the blob into the pack. @returns It as it lies there, until the pack is released. */
    add(id, blob) {
        const { length } = blob.bytes;
        const plainLength = blob.compressed ? blob.plainLength : null;
        this.#blobs.push({ type: this.#type, id, offset: this.#bodyBytes, length, plainLength });
        const bytes = this.#append(blob.bytes);
        this.#bodyBytes += length;
        return { ...blob, bytes };
    }
    /** Closes the pack. Its header is read back first, as a reader would. */
    finish(key) {
        const header = (0,seal/* seal */.od)(key, (0,pack_header/* encodePackHeader */.FJ)(this.#blobs));
        const headerLength = (0,pack_header/* encodeHeaderLength */.eF)(header.length);
        const sizeBytes = this.#bodyBytes + header.length + headerLength.length;
        this.#assertReadable(key, Buffer.concat([header, headerLength]), sizeBytes);
        this.#append(header);
        this.#append(headerLength);
        return {
            id: this.#hash.digest('hex'),
            blobs: this.#blobs,
            parts: this.#pages.map(({ slab, filled }) => slab.subarray(0, filled)),
            sizeBytes,
            release: () => {
                for (const { slab } of this.#pages)
                    this.#slabs.give(slab);
            },
        };
    }
    /** Copies `bytes` behind what is there, all of them into one page. @returns Them, as they lie there. */
    #append(bytes) {
        const page = this.#pageFor(bytes.length);
        (0,copy_bytes/* copyBytes */.n)(bytes, page.slab, page.filled);
        const copy = page.slab.subarray(page.filled, page.filled + bytes.length);
        page.filled += bytes.length;
        this.#hash.update(copy);
        return copy;
    }
    #pageFor(bytes) {
        const last = this.#pages.at(-1);
        if (last !== undefined && last.filled + bytes <= last.slab.length)
            return last;
        const expected = last === undefined ? this.#sizeBytes + EXPECTED_EXCESS_BYTES : PAGE_BYTES;
        const page = { slab: this.#slabs.take(Math.max(bytes, expected)), filled: 0 };
        this.#pages.push(page);
        return page;
    }
    #assertReadable(key, end, sizeBytes) {
        const headerBytes = (0,pack_header/* decodeHeaderLength */.cw)(end, sizeBytes);
        const read = (0,pack_header/* decodePackHeader */.LU)((0,seal/* open */.ho)(key, end.subarray(0, headerBytes), 'a new pack'), 'a new pack');
        const same = read.length === this.#blobs.length && read.every((blob, i) => isSame(blob, this.#blobs[i]));
        if (!same)
            throw new errors/* HoldfastError */.E('internal', 'Cannot write a pack: its header reads back as another one.');
    }
}
function isSame(a, b) {
    return (b !== undefined &&
        a.type === b.type &&
        a.id === b.id &&
        a.offset === b.offset &&
        a.length === b.length &&
        a.plainLength === b.plainLength);
}

;// CONCATENATED MODULE: ./build/repository/pack-uploader.js
const DURABLE = Symbol('durable');
/** Writes packs in the background, as many at once as the backend takes. After a failure it starts no further one. */
class PackUploader {
    #options;
    #waiting = [];
    /** One for each pack that is neither stored nor given up. */
    #unsettled = new Set();
    #running = 0;
    /** Null: nothing is waited for. */
    #awaited = null;
    #failure = null;
    constructor(options) {
        this.#options = options;
    }
    /** No pack is begun before `lock` resolves; if it rejects, before one does that is given later. */
    holdUntil(lock) {
        this.#awaited = lock;
        const isGot = () => {
            if (this.#awaited !== lock)
                return;
            this.#awaited = null;
            this.#startWaiting();
        };
        lock.then(isGot, () => { }); // who gave the lock knows
    }
    /** Whether another pack would wait behind one that waits already. */
    get isFull() {
        return this.#waiting.length > 0;
    }
    put(pack) {
        const { promise, resolve } = Promise.withResolvers();
        const settle = () => {
            this.#unsettled.delete(promise);
            resolve();
        };
        this.#unsettled.add(promise);
        this.#waiting.push({ pack, settle });
        this.#startWaiting();
    }
    /**
     * Resolves when every pack that was put before is stored: those that follow meanwhile may go on for hours.
     * @throws what a write failed with.
     */
    async stored() {
        await Promise.all(this.#unsettled);
        if (this.#failure !== null)
            throw this.#failure.error;
    }
    #startWaiting() {
        if (this.#failure !== null) {
            for (const { settle } of this.#waiting.splice(0))
                settle();
            return;
        }
        if (this.#awaited !== null)
            return;
        const free = this.#options.backend.connections - this.#running;
        for (const { pack, settle } of this.#waiting.splice(0, free)) {
            this.#running++;
            void this.#upload(pack).finally(() => {
                this.#running--;
                settle();
                this.#startWaiting();
                this.#options.onSettled();
            });
        }
    }
    /** Never rejects. */
    async #upload(pack) {
        const { id, blobs, parts } = pack;
        try {
            const holdsTrees = blobs[0]?.type === 'tree';
            await this.#options.backend.save({ kind: 'pack', name: id, holdsTrees }, parts);
            this.#options.onStored({ id, blobs, [DURABLE]: true });
            pack.release();
        }
        catch (error) {
            this.#failure ??= { error };
            this.#options.onFailure(error);
        }
    }
}

;// CONCATENATED MODULE: ./build/repository/blob-writer.js





/** Plain bytes that may be with each thread before `room` makes callers wait. */
const BYTES_UNDER_WAY_OF_A_THREAD = 5 * 1024 * 1024;
/** Blobs that may be with each thread: small ones cost messages, not bytes. */
const BLOBS_UNDER_WAY_OF_A_THREAD = 128;
/** Of more threads than these some wait now and then: memory doesn't grow with a machine's cores. */
const MOST_FED_THREADS = 12;
/** What a caller that was let in is taken to bring, until it does. */
const EXPECTED_BLOB_BYTES = 512 * 1024;
/** Far below restic's limit for a header (409,199 blobs): a pack of tiny blobs stays cheap to index and to check. */
const MAX_BLOBS_PER_PACK = 50_000;
/**
 * The way of new blobs: workers (hash, compress, seal) → an open pack of their type → upload → index file. The first
 * failure of any step ends all of it: every later call throws that error, so that nothing is built on a lost blob.
 */
class BlobWriter {
    #options;
    #uploader;
    #indexes;
    #pages = new slab_pool/* SlabPool */.B();
    #open;
    #waitingForRoom = [];
    #written = { dataBlobs: 0, treeBlobs: 0, addedBytes: 0, storedBytes: 0, packs: 0 };
    #underWay = new Set();
    #bytesUnderWay = 0;
    /** Callers that `room` let in during this turn of the event loop and that have not saved anything yet. */
    #admitted = 0;
    #turnPlanned = false;
    #failure = null;
    /** The lock that no pack is stored before. */
    #awaited = null;
    /** False: nobody is let in yet. */
    #hasBegun = true;
    /** Why it was not got: nobody is let in before another is waited for. */
    #refusal = null;
    constructor(options) {
        this.#options = options;
        this.#open = { data: this.#newPack('data'), tree: this.#newPack('tree') };
        this.#uploader = new PackUploader({
            backend: options.backend,
            onStored: (pack) => this.#packIsStored(pack),
            onFailure: (error) => this.#fail(error),
            onSettled: () => this.#planTurn(),
        });
        this.#indexes = new index_writer/* IndexWriter */.Ku({
            files: options.files,
            nowMs: options.nowMs,
            confirmLock: options.confirmLock,
            onSaved: options.onIndexSaved,
            onFailure: (error) => this.#fail(error),
        });
    }
    get written() {
        return { ...this.#written };
    }
    save(type, plain) {
        const sizeBytes = plain.length; // The workers may take the memory away.
        return this.#save(type, plain, (id) => this.#claim(type, id, sizeBytes));
    }
    /** As `save`, also of a blob that the repository has: it is stored once more. */
    saveAgain(type, plain) {
        const sizeBytes = plain.length;
        return this.#save(type, plain, (id) => {
            this.#options.pending.add(type, id, sizeBytes);
            return true;
        });
    }
    /** Puts a blob into a pack that is sealed already, also one that the repository has. Its bytes are copied. */
    addSealed(type, id, blob) {
        this.#throwFailure();
        this.#options.pending.add(type, id, blob.plainLength);
        this.#addToPack(type, id, blob);
    }
    async #save(type, plain, claim) {
        this.#throwFailure();
        const sizeBytes = plain.length;
        let added = false;
        const work = this.#options.workers().save(type, plain, {
            isNew: claim,
            onSealed: (newId, sealed) => {
                this.#throwFailure();
                this.#addToPack(type, newId, sealed);
                added = true;
            },
        });
        this.#underWay.add(work);
        this.#bytesUnderWay += sizeBytes;
        if (this.#admitted > 0)
            this.#admitted--;
        try {
            return { id: await work, added };
        }
        catch (error) {
            this.#fail(error);
            throw error;
        }
        finally {
            this.#underWay.delete(work);
            this.#bytesUnderWay -= sizeBytes;
            this.#planTurn();
        }
    }
    /** See Repository. */
    storeAfter(lock, begin) {
        this.#awaited = lock;
        this.#hasBegun = false;
        this.#refusal = null;
        this.#uploader.holdUntil(lock);
        const ifAwaited = (work) => {
            if (this.#awaited === lock)
                work();
        };
        const letIn = () => ifAwaited(() => {
            this.#hasBegun = true;
            this.#planTurn();
        });
        const refuse = (error) => ifAwaited(() => {
            this.#refusal = { error };
            for (const waiting of this.#waitingForRoom.splice(0))
                waiting.reject(error);
        });
        lock.then(letIn, refuse);
        begin.then(letIn, () => { }); // then the lock lets them in
    }
    async room() {
        this.#throwFailure();
        if (this.#refusal !== null)
            throw this.#refusal.error;
        if (this.takeRoom())
            return;
        const waiting = Promise.withResolvers();
        this.#waitingForRoom.push(waiting);
        await waiting.promise;
    }
    /** See Repository. */
    takeRoom() {
        if (this.#failure !== null || this.#refusal !== null)
            return false;
        this.#planTurn();
        if (!this.#hasRoom() || this.#waitingForRoom.length > 0)
            return false;
        this.#admitted++;
        return true;
    }
    /** Packs first, then the index that names them: for every blob whose `save` was called before. */
    async flush() {
        await Promise.allSettled(this.#underWay);
        this.#throwFailure();
        const isAllStored = this.#options.pending.watchSealed();
        this.#closePack('data');
        this.#closePack('tree');
        await this.#uploader.stored();
        this.#throwFailure();
        if (!isAllStored()) {
            const lost = new errors/* HoldfastError */.E('internal', 'Cannot finish: a blob that was saved is in no stored pack.');
            this.#fail(lost);
            throw lost;
        }
        await this.#indexes.flush();
        this.#throwFailure();
    }
    /** Ends writing: later calls fail, packs under way come to be named by no index, and no index is under way. */
    async stop() {
        this.#fail(new errors/* HoldfastError */.E('internal', 'Nothing more is written to the repository.'));
        await this.#indexes.close();
    }
    /** True for the first who saves this blob: it must then be sealed and packed, since others rely on it. */
    #claim(type, id, sizeBytes) {
        const { index, pending } = this.#options;
        if (pending.has(type, id) || index.find(type, id) >= 0)
            return false;
        pending.add(type, id, sizeBytes);
        return true;
    }
    #addToPack(type, id, blob) {
        const pack = this.#open[type];
        this.#options.pending.setSealed(type, id, pack.add(id, blob));
        this.#written[type === 'data' ? 'dataBlobs' : 'treeBlobs']++;
        this.#written.addedBytes += blob.plainLength;
        this.#written.storedBytes += blob.bytes.length;
        if (pack.bodyBytes >= this.#options.packSizeBytes || pack.blobCount >= MAX_BLOBS_PER_PACK) {
            this.#closePack(type);
        }
    }
    #closePack(type) {
        const pack = this.#open[type];
        if (pack.blobCount === 0)
            return;
        this.#open[type] = this.#newPack(type);
        try {
            this.#uploader.put(pack.finish(this.#options.key));
        }
        catch (error) {
            // Its blobs are lost, and others count on them.
            this.#fail(error);
            throw error;
        }
    }
    #newPack(type) {
        return new PackBuilder(type, this.#options.packSizeBytes, this.#pages);
    }
    #packIsStored(pack) {
        const { index, pending } = this.#options;
        for (const blob of pack.blobs) {
            index.add(pack.id, blob, null);
            pending.remove(blob.type, blob.id);
        }
        this.#written.packs++;
        this.#indexes.add(pack);
    }
    #hasRoom() {
        const threads = Math.min(this.#options.threads, MOST_FED_THREADS);
        return (this.#hasBegun &&
            this.#bytesUnderWay + this.#admitted * EXPECTED_BLOB_BYTES < threads * BYTES_UNDER_WAY_OF_A_THREAD &&
            this.#underWay.size + this.#admitted < threads * BLOBS_UNDER_WAY_OF_A_THREAD &&
            !this.#uploader.isFull);
    }
    /**
     * In the next turn those who were let in have saved what they have (or never will), so that it is known what room is
     * left for those who wait. All let in at once, they would fill it many times over.
     */
    #planTurn() {
        if (this.#turnPlanned)
            return;
        this.#turnPlanned = true;
        setImmediate(() => {
            this.#turnPlanned = false;
            this.#admitted = 0;
            while (this.#waitingForRoom.length > 0 && this.#hasRoom()) {
                this.#admitted++;
                this.#waitingForRoom.shift()?.resolve();
            }
            if (this.#admitted > 0)
                this.#planTurn();
        });
    }
    #fail(error) {
        if (this.#failure !== null)
            return;
        this.#failure = { error };
        this.#options.pending.failAll(error instanceof Error ? error : new Error(String(error)));
        for (const waiting of this.#waitingForRoom.splice(0))
            waiting.reject(error);
    }
    #throwFailure() {
        if (this.#failure !== null)
            throw this.#failure.error;
    }
}

// EXTERNAL MODULE: ./build/repository/format/fault.js
var fault = __webpack_require__(69701);
// EXTERNAL MODULE: ./build/repository/format/fields.js
var format_fields = __webpack_require__(872);
// EXTERNAL MODULE: ./build/repository/format/json-text.js
var json_text = __webpack_require__(87527);
// EXTERNAL MODULE: ./build/repository/format/parse-json.js
var parse_json = __webpack_require__(79417);
// EXTERNAL MODULE: ./build/repository/format/time.js
var format_time = __webpack_require__(5620);
;// CONCATENATED MODULE: ./build/repository/format/snapshot-file.js





/** The JSON of a file in `snapshots/`, as restic 0.19 writes it: field order, omissions, no line feed. */
function encodeSnapshot(snapshot) {
    const { summary } = snapshot;
    const fields = [
        `"time":"${(0,format_time/* formatTime */.fU)(snapshot.timeNs, snapshot.zoneSeconds)}"`,
        snapshot.parent === null ? '' : `"parent":"${snapshot.parent}"`,
        `"tree":"${snapshot.tree}"`,
        `"paths":${quoteAll(snapshot.paths)}`,
        snapshot.hostname === '' ? '' : `"hostname":${(0,json_text/* quoteJson */.fp)(snapshot.hostname)}`,
        snapshot.username === '' ? '' : `"username":${(0,json_text/* quoteJson */.fp)(snapshot.username)}`,
        snapshot.uid === 0 ? '' : `"uid":${snapshot.uid}`,
        snapshot.gid === 0 ? '' : `"gid":${snapshot.gid}`,
        snapshot.excludes.length === 0 ? '' : `"excludes":${quoteAll(snapshot.excludes)}`,
        snapshot.tags.length === 0 ? '' : `"tags":${quoteAll(snapshot.tags)}`,
        snapshot.original === null ? '' : `"original":"${snapshot.original}"`,
        snapshot.programVersion === '' ? '' : `"program_version":${(0,json_text/* quoteJson */.fp)(snapshot.programVersion)}`,
        summary === null ? '' : `"summary":${summaryJson(summary)}`,
    ];
    return Buffer.from(`{${fields.filter((field) => field !== '').join(',')}}`, 'latin1');
}
/**
 * What a snapshot's JSON says. Only `tree` must be there, as for restic; unknown fields are left out.
 * @throws HoldfastError repository-damaged.
 */
function decodeSnapshot(json, what = 'a snapshot') {
    return (0,fault/* decoding */.uw)(what, () => {
        const { time, parent, tree, paths, hostname, username, uid, gid, excludes, tags, original, ...rest } = (0,parse_json/* parseObject */.lj)(json);
        const { program_version: programVersion, summary } = rest;
        const zoneSeconds = typeof time === 'string' ? (0,format_time/* zoneOf */.kE)(time) : 0;
        return {
            timeNs: (0,format_fields/* asTime */.GU)(time, 'time'),
            ...(zoneSeconds === 0 ? {} : { zoneSeconds }),
            parent: (0,format_fields/* asIdOrNull */.aA)(parent, 'parent'),
            tree: (0,format_fields/* asId */.gR)(tree, 'tree'),
            paths: (0,format_fields/* asTexts */.DW)(paths, 'paths'),
            hostname: (0,format_fields/* asText */.e1)(hostname, 'hostname'),
            username: (0,format_fields/* asText */.e1)(username, 'username'),
            uid: (0,format_fields/* asUint */.ZC)(uid, 'uid', format_fields/* MAX_UINT32 */.Rl),
            gid: (0,format_fields/* asUint */.ZC)(gid, 'gid', format_fields/* MAX_UINT32 */.Rl),
            excludes: (0,format_fields/* asTexts */.DW)(excludes, 'excludes'),
            tags: (0,format_fields/* asTexts */.DW)(tags, 'tags'),
            original: (0,format_fields/* asIdOrNull */.aA)(original, 'original'),
            programVersion: (0,format_fields/* asText */.e1)(programVersion, 'program_version'),
            summary: (0,format_fields/* isAbsent */.W0)(summary) ? null : readSummary((0,parse_json/* asObject */.eB)(summary, 'summary')),
        };
    });
}
function quoteAll(texts) {
    return `[${texts.map(json_text/* quoteJson */.fp).join(',')}]`;
}
/** The counts of a summary in restic's order, each with its name in JSON. */
const COUNTS = [
    ['files_new', 'filesNew'],
    ['files_changed', 'filesChanged'],
    ['files_unmodified', 'filesUnmodified'],
    ['dirs_new', 'dirsNew'],
    ['dirs_changed', 'dirsChanged'],
    ['dirs_unmodified', 'dirsUnmodified'],
    ['data_blobs', 'dataBlobs'],
    ['tree_blobs', 'treeBlobs'],
    ['data_added', 'dataAdded'],
    ['data_added_packed', 'dataAddedPacked'],
    ['total_files_processed', 'totalFilesProcessed'],
    ['total_bytes_processed', 'totalBytesProcessed'],
];
function summaryJson(summary) {
    const start = `"backup_start":"${(0,format_time/* formatTime */.fU)(summary.backupStartNs)}"`;
    const end = `"backup_end":"${(0,format_time/* formatTime */.fU)(summary.backupEndNs)}"`;
    return `{${[start, end, ...COUNTS.map(([name, key]) => `"${name}":${summary[key]}`)].join(',')}}`;
}
function readSummary(fields) {
    const { backup_start: start, backup_end: end } = fields;
    const summary = {
        backupStartNs: (0,format_fields/* asTime */.GU)(start, 'backup_start'),
        backupEndNs: (0,format_fields/* asTime */.GU)(end, 'backup_end'),
    };
    for (const [name, key] of COUNTS)
        summary[key] = (0,format_fields/* asUint */.ZC)(fields[name], name);
    return summary;
}

// EXTERNAL MODULE: ./build/repository/format/tree.js
var format_tree = __webpack_require__(52709);
// EXTERNAL MODULE: ./build/repository/guarded-save.js
var guarded_save = __webpack_require__(55035);
;// CONCATENATED MODULE: ./build/repository/format/index-rows.js



/** Words of a row: the blob's ID, its type (1: a tree), its offset and length in the pack, its plain length (0: not compressed). */
const INDEX_ROW_WORDS = ids/* ID_BYTES */.Q$ / 4 + 4;
const ID_WORDS = ids/* ID_BYTES */.Q$ / 4;
const START = bytesOf('{"packs":[');
const PACK_START = bytesOf('{"id":"');
const BLOBS = bytesOf('","blobs":[');
const BLOB_START = bytesOf('{"id":"');
const TYPE = bytesOf('","type":"');
const DATA = bytesOf('data","offset":');
const TREE = bytesOf('tree","offset":');
const LENGTH = bytesOf(',"length":');
const PLAIN_LENGTH = bytesOf(',"uncompressed_length":');
const LIST_END = bytesOf(']}');
const OBJECT_END = 0x7d;
const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const LETTER_T = 0x74;
const ZERO = 0x30;
const NINE = 0x39;
const ID_DIGITS = 2 * ids/* ID_BYTES */.Q$;
/** Of a blob's text: an index can't hold more of them than so many fit. */
const LEAST_BLOB_BYTES = `{"id":"","type":"data","offset":0,"length":32}`.length + ID_DIGITS;
/**
 * The blobs of an index that is written as `encodeIndex` and restic write it, to the byte, and sound: in a third of the time, and a
 * fifth of the memory, that `decodeIndex` takes. Null for any other: that is for `decodeIndex`, which also tells what is wrong with it.
 */
function readIndexRows(json) {
    return new RowReader(json).read();
}
/** Every `take…` that doesn't find what it should leaves `#isSound` false, and all that is read from then on means nothing. */
class RowReader {
    #json;
    #words;
    #at = 0;
    #rowCount = 0;
    #isSound = true;
    constructor(json) {
        this.#json = json;
        this.#words = new Uint32Array(Math.floor(json.length / LEAST_BLOB_BYTES) * INDEX_ROW_WORDS);
    }
    read() {
        const packs = [];
        this.#take(START);
        if (!this.#isNext(LIST_END)) {
            do
                packs.push(this.#readPack());
            while (this.#isSound && this.#passes(COMMA));
        }
        this.#take(LIST_END);
        this.#passes(LINE_FEED);
        if (!this.#isSound || this.#at !== this.#json.length)
            return null;
        return { packs, words: this.#words.subarray(0, this.#rowCount * INDEX_ROW_WORDS) };
    }
    #readPack() {
        this.#take(PACK_START);
        const idAt = this.#at;
        this.#skipId();
        const id = Buffer.from(this.#json.subarray(idAt, this.#at)).toString('latin1');
        this.#take(BLOBS);
        const firstRow = this.#rowCount;
        if (!this.#isNext(LIST_END)) {
            do
                this.#readBlob();
            while (this.#isSound && this.#passes(COMMA));
        }
        this.#take(LIST_END);
        return { id, rowCount: this.#rowCount - firstRow };
    }
    #readBlob() {
        const start = this.#rowCount * INDEX_ROW_WORDS;
        this.#take(BLOB_START);
        this.#readId(start);
        this.#take(TYPE);
        const isTree = this.#json[this.#at] === LETTER_T;
        this.#take(isTree ? TREE : DATA);
        const offset = this.#readUint();
        this.#take(LENGTH);
        const length = this.#readUint();
        let plainLength = 0;
        if (this.#json[this.#at] === COMMA) {
            this.#take(PLAIN_LENGTH);
            plainLength = this.#readUint();
        }
        if (!this.#passes(OBJECT_END))
            this.#isSound = false;
        if (length < seal/* SEAL_OVERHEAD_BYTES */.DV || offset + length > format_fields/* MAX_UINT32 */.Rl)
            this.#isSound = false;
        this.#words[start + ID_WORDS] = isTree ? 1 : 0;
        this.#words[start + ID_WORDS + 1] = offset;
        this.#words[start + ID_WORDS + 2] = length;
        this.#words[start + ID_WORDS + 3] = plainLength;
        this.#rowCount++;
    }
    /** Reads 64 digits to eight words from `start` on. */
    #readId(start) {
        const json = this.#json;
        let at = this.#at;
        let all = 0;
        for (let word = start; word < start + ID_WORDS; word++) {
            let value = 0;
            for (const end = at + 8; at < end; at++) {
                const digit = ids/* HEX_VALUES */.fh[json[at]];
                all |= digit;
                value = (value << 4) | digit;
            }
            this.#words[word] = value;
        }
        this.#at = at;
        if (!(all < 0x10) || at > json.length)
            this.#isSound = false;
    }
    #skipId() {
        const end = this.#at + ID_DIGITS;
        let all = end > this.#json.length ? ID_DIGITS : 0;
        for (; this.#at < end; this.#at++)
            all |= ids/* HEX_VALUES */.fh[this.#json[this.#at]];
        if (!(all < 0x10))
            this.#isSound = false;
    }
    /** A whole number of 32 bits, as JSON has it: without a sign, a fraction, or a zero in front. */
    #readUint() {
        const json = this.#json;
        const start = this.#at;
        let at = start;
        let value = 0;
        for (;; at++) {
            const byte = json[at];
            if (!(byte >= ZERO && byte <= NINE) || value > format_fields/* MAX_UINT32 */.Rl)
                break;
            value = value * 10 + (byte - ZERO);
        }
        this.#at = at;
        const hasZeroInFront = json[start] === ZERO && at > start + 1;
        if (at === start || hasZeroInFront || value > format_fields/* MAX_UINT32 */.Rl)
            this.#isSound = false;
        return value;
    }
    #take(expected) {
        if (!this.#isNext(expected))
            this.#isSound = false;
        this.#at += expected.length;
    }
    #isNext(expected) {
        for (let i = 0; i < expected.length; i++)
            if (this.#json[this.#at + i] !== expected[i])
                return false;
        return true;
    }
    #passes(byte) {
        if (this.#json[this.#at] !== byte)
            return false;
        this.#at++;
        return true;
    }
}
function bytesOf(text) {
    return Uint8Array.from(Buffer.from(text, 'latin1'));
}

;// CONCATENATED MODULE: ./build/repository/blob-index.js



const blob_index_ID_WORDS = ids/* ID_BYTES */.Q$ / 4;
// A row: as one of IndexRows, but for the pack.
const PACK_WORD = blob_index_ID_WORDS; // pack ordinal × 2, + 1 for a tree
const OFFSET_WORD = blob_index_ID_WORDS + 1;
const LENGTH_WORD = blob_index_ID_WORDS + 2;
const PLAIN_LENGTH_WORD = blob_index_ID_WORDS + 3; // 0: not compressed
const ROW_WORDS = INDEX_ROW_WORDS;
/** Rows come in segments, so that growing copies nothing. 16,384 rows are 768 KiB. */
const SEGMENT_SHIFT = 14;
const SEGMENT_ROWS = 1 << SEGMENT_SHIFT;
const FIRST_SLOTS = 1 << 12;
/** Slots double when more than this part of them is taken. */
const MAX_LOAD = 0.7;
/**
 * Steps from a blob's first slot to one that is free. Different blobs keep it to some 300 at that load, in an index of
 * any size; a forged index that names one blob a million times doesn't, and each of its rows would take as many steps as
 * there are before.
 */
const MAX_STEPS = 1024;
/**
 * Where every blob lies, for tens of millions of blobs: 48 bytes for each in typed arrays, and 6 to 12 of hash slots.
 * A blob that lies in several packs has a row for each; the first one added is found first.
 */
class BlobIndex {
    /** Packs whose blobs are not added, whatever index names them. `clear` leaves it. */
    leftOut = new Set();
    #segments = [];
    #packs = [];
    #wanted = new Uint32Array(blob_index_ID_WORDS);
    /** The one that is added just now. */
    #row = new Uint32Array(ROW_WORDS);
    // Random, so that nobody can choose file contents, or IDs in a forged index, whose blobs all fall on one slot.
    #multipliers = Uint32Array.from({ length: blob_index_ID_WORDS }, () => (0,external_node_crypto_.randomInt)(2 ** 31) * 2 + 1);
    #rowCount = 0;
    #slots = new Uint32Array(FIRST_SLOTS);
    #slotShift = 32 - Math.log2(FIRST_SLOTS);
    get rowCount() {
        return this.#rowCount;
    }
    /** By ordinal. A pack that several index entries name is here several times. */
    get packs() {
        return this.#packs;
    }
    clear() {
        this.#segments.length = 0;
        this.#packs.length = 0;
        this.#rowCount = 0;
        this.#slots = new Uint32Array(FIRST_SLOTS);
        this.#slotShift = 32 - Math.log2(FIRST_SLOTS);
    }
    /** Adds a blob of `pack`. All blobs of one index entry are added in a row; `index` is null for our own packs. */
    add(pack, blob, index) {
        if (this.leftOut.has(pack))
            return;
        const row = this.#row;
        readWords(blob.id, row);
        row[PACK_WORD] = blob.type === 'tree' ? 1 : 0;
        row[OFFSET_WORD] = blob.offset;
        row[LENGTH_WORD] = blob.length;
        row[PLAIN_LENGTH_WORD] = blob.plainLength ?? 0;
        this.#rowsOf(pack, index).rowCount++;
        this.#makeSlots(this.#rowCount + 1);
        this.#addRows(row);
    }
    /** As `add` of every blob that the index file `index` names. */
    addAll({ packs, words }, index) {
        this.#makeSlots(this.#rowCount + words.length / ROW_WORDS);
        let at = 0;
        for (const { id, rowCount } of packs) {
            const end = at + rowCount * ROW_WORDS;
            if (this.leftOut.has(id))
                at = end;
            if (at === end)
                continue;
            this.#rowsOf(id, index).rowCount += rowCount;
            while (at < end)
                at += this.#addRows(words.subarray(at, end));
        }
    }
    /** Adds the rows in `words` for the last pack, or as many of them as fit the last segment. Returns how many words they are. */
    #addRows(words) {
        const { segment, start } = this.#nextPlace();
        const fitting = words.length <= segment.length - start ? words : words.subarray(0, segment.length - start);
        // In one piece: word by word it would take longer than all the rest.
        segment.set(fitting, start);
        const packWord = (this.#packs.length - 1) * 2;
        for (let at = start; at < start + fitting.length; at += ROW_WORDS) {
            segment[at + PACK_WORD] = packWord + segment[at + PACK_WORD];
            this.#takeSlot(this.#rowCount++, this.#firstSlot(segment, at));
        }
        return fitting.length;
    }
    /** Where the next row goes. */
    #nextPlace() {
        const row = this.#rowCount;
        if (row >>> SEGMENT_SHIFT === this.#segments.length) {
            this.#segments.push(new Uint32Array(SEGMENT_ROWS * ROW_WORDS));
        }
        const segment = this.#segments[row >>> SEGMENT_SHIFT];
        return { segment, start: (row & (SEGMENT_ROWS - 1)) * ROW_WORDS };
    }
    /** The first row of the blob, or −1. */
    find(type, id) {
        readWords(id, this.#wanted);
        return this.#probe(type === 'tree' ? 1 : 0, this.#firstSlot(this.#wanted, 0));
    }
    /** The first row of the blob that `row` is of: −1 only for what a forged index has hidden. */
    firstRowOf(row) {
        for (let word = 0; word < blob_index_ID_WORDS; word++)
            this.#wanted[word] = this.#word(row, word);
        return this.#probe(this.#word(row, PACK_WORD) & 1, this.#firstSlot(this.#wanted, 0));
    }
    /** All places of the blob. */
    places(type, id) {
        const found = [];
        const typeBit = type === 'tree' ? 1 : 0;
        readWords(id, this.#wanted);
        const mask = this.#slots.length - 1;
        for (let slot = this.#firstSlot(this.#wanted, 0);; slot = (slot + 1) & mask) {
            const row = this.#slots[slot] - 1;
            if (row < 0)
                return found;
            if (this.#isWanted(row, typeBit))
                found.push(this.placeAt(row));
        }
    }
    placeAt(row) {
        const packOrdinal = this.#word(row, PACK_WORD) >>> 1;
        return {
            row,
            packOrdinal,
            pack: this.#packs[packOrdinal].id,
            offset: this.offsetAt(row),
            length: this.lengthAt(row),
            plainLength: this.plainLengthAt(row),
        };
    }
    /** Of `placeAt`. */
    offsetAt(row) {
        return this.#word(row, OFFSET_WORD);
    }
    /** Of `placeAt`. */
    lengthAt(row) {
        return this.#word(row, LENGTH_WORD);
    }
    /** Of `placeAt`. */
    plainLengthAt(row) {
        return this.#word(row, PLAIN_LENGTH_WORD) || null;
    }
    typeAt(row) {
        return (this.#word(row, PACK_WORD) & 1) === 1 ? 'tree' : 'data';
    }
    idAt(row) {
        for (let word = 0; word < blob_index_ID_WORDS; word++)
            idBytes.writeUInt32BE(this.#word(row, word), word * 4);
        return idBytes.toString('hex');
    }
    /** What the pack's next blob counts for. */
    #rowsOf(pack, index) {
        const last = this.#packs.at(-1);
        if (last !== undefined && last.id === pack && last.index === index)
            return last;
        const rows = { id: pack, firstRow: this.#rowCount, rowCount: 0, index };
        this.#packs.push(rows);
        return rows;
    }
    #word(row, word) {
        const segment = this.#segments[row >>> SEGMENT_SHIFT];
        return segment[(row & (SEGMENT_ROWS - 1)) * ROW_WORDS + word];
    }
    /** The slot where the search begins for the ID in `words` from `at` on. */
    #firstSlot(words, at) {
        let hash = 0;
        for (let word = 0; word < blob_index_ID_WORDS; word++) {
            hash = (hash + Math.imul(words[at + word], this.#multipliers[word])) | 0;
        }
        return hash >>> this.#slotShift;
    }
    #probe(typeBit, firstSlot) {
        const mask = this.#slots.length - 1;
        for (let slot = firstSlot;; slot = (slot + 1) & mask) {
            const row = this.#slots[slot] - 1;
            if (row < 0 || this.#isWanted(row, typeBit))
                return row;
        }
    }
    #isWanted(row, typeBit) {
        const segment = this.#segments[row >>> SEGMENT_SHIFT];
        const start = (row & (SEGMENT_ROWS - 1)) * ROW_WORDS;
        for (let word = 0; word < blob_index_ID_WORDS; word++) {
            if (segment[start + word] !== this.#wanted[word])
                return false;
        }
        return (segment[start + PACK_WORD] & 1) === typeBit;
    }
    /** Enters `row` behind the rows of the same blob, unless there are thousands of them. @param firstSlot That of its ID. */
    #takeSlot(row, firstSlot) {
        const mask = this.#slots.length - 1;
        let slot = firstSlot;
        for (let steps = 0; this.#slots[slot] !== 0; steps++) {
            if (steps === MAX_STEPS)
                return;
            slot = (slot + 1) & mask;
        }
        this.#slots[slot] = row + 1;
    }
    /** Doubles the slots until so many rows have room, and enters all rows anew. */
    #makeSlots(rowCount) {
        let slotCount = this.#slots.length;
        while (rowCount > slotCount * MAX_LOAD)
            slotCount *= 2;
        if (slotCount === this.#slots.length)
            return;
        this.#slots = new Uint32Array(slotCount);
        this.#slotShift = 32 - Math.log2(slotCount);
        for (let row = 0; row < this.#rowCount; row++) {
            const segment = this.#segments[row >>> SEGMENT_SHIFT];
            this.#takeSlot(row, this.#firstSlot(segment, (row & (SEGMENT_ROWS - 1)) * ROW_WORDS));
        }
    }
}
/** Of the ID that is written just now. */
const idBytes = Buffer.alloc(ids/* ID_BYTES */.Q$);
/** Reads an ID to the first words. */
function readWords(id, words) {
    for (let word = 0; word < blob_index_ID_WORDS; word++) {
        let value = 0;
        for (let digit = word * 8; digit < word * 8 + 8; digit++) {
            value = (value << 4) | ids/* HEX_VALUES */.fh[id.charCodeAt(digit)];
        }
        words[word] = value;
    }
}

;// CONCATENATED MODULE: ./build/repository/index-loader.js





/**
 * Adds what all index files say to `index`. A file that is gone since it was listed is no error: whoever replaced it
 * (a prune needs the exclusive lock) wrote its successor first.
 */
async function loadIndexFiles(files, index, { signal, onUnreadable, onListed, onLoaded }) {
    const ids = (await files.list('index', signal)).map(({ id }) => id);
    onListed?.(ids);
    await (0,parallel/* inParallel */.H)(ids, files.backend.connections, async (id) => {
        try {
            const json = await files.loadIfThere('index', id, signal);
            if (json === null)
                return;
            const rows = readIndexRows(json);
            if (rows !== null)
                index.addAll(rows, id);
            else
                (0,index_file/* decodeIndex */.X)(json, (pack, blob) => index.add(pack, blob, id), `index ${id}`);
            onLoaded?.(id);
        }
        catch (error) {
            if (onUnreadable === undefined)
                throw withNextStep(error);
            if (!(0,damage/* isUnreadable */.GZ)(error))
                throw error;
            onUnreadable(id, error);
        }
    });
}
/** An index is the easiest of all to make anew, which nobody knows who wants a file back. */
function withNextStep(error) {
    if (!(error instanceof errors/* HoldfastError */.E) || error.code !== 'repository-damaged')
        return error;
    if (error.message.includes('check'))
        return error;
    return new errors/* HoldfastError */.E(error.code, `${error.message} "holdfast check" says how it is mended.`, {
        cause: error,
    });
}

;// CONCATENATED MODULE: ./build/repository/loaded-index.js


/** A repository's index in memory, once it is loaded, and what is written since. */
class LoadedIndex {
    blobs = new BlobIndex();
    /** The index files that `blobs` was loaded from. */
    files = new Set();
    /** Those that were written since. */
    written = new Set();
    /** Those that were there when it was loaded. One that was gone when its turn came has a successor that isn't among them. */
    #listed = new Set();
    #stored;
    #load = null;
    constructor(stored) {
        this.#stored = stored;
    }
    /** Once: whoever asks while it is loaded, or later, gets that. See OpenRepository. */
    load(signal, onUnreadable) {
        this.#load ??= this.#loadFiles(signal, onUnreadable);
        return this.#load;
    }
    forget() {
        this.blobs.clear();
        this.files.clear();
        this.written.clear();
        this.#listed.clear();
        this.#load = null;
    }
    /** Whether all files that were there when it was loaded are still stored. */
    async isStillStored(signal) {
        return this.#listed.isSubsetOf(await this.#there(signal));
    }
    /** Whether no other files are stored than those. */
    async isAllThatIsStored(signal) {
        const there = await this.#there(signal);
        return this.#listed.size === there.size && this.#listed.isSubsetOf(there);
    }
    async #there(signal) {
        return new Set((await this.#stored.list('index', signal)).map(({ id }) => id));
    }
    async #loadFiles(signal, onUnreadable) {
        try {
            const onListed = (ids) => {
                for (const id of ids)
                    this.#listed.add(id);
            };
            const onLoaded = (id) => void this.files.add(id);
            await loadIndexFiles(this.#stored, this.blobs, { signal, onUnreadable, onListed, onLoaded });
        }
        catch (error) {
            this.#load = null;
            throw error;
        }
    }
}

;// CONCATENATED MODULE: ./build/repository/marks.js


const CIPHER = 'aes-256-gcm';
/** What the key is for, so that nothing else of the repository can be taken for marks: not even a file's content, which anybody may write. */
const PURPOSE = 'holdfast marks 1';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/**
 * What a backup leaves on this machine for the next one, which has its snapshot for a parent: what is in it is the backup's. It may
 * be gone at any time, then the next one only reads more.
 *
 * Sealed by a key of its own, which comes from the master key, and bound to the snapshot. It holds as long as each index file that
 * was known then is there: so long nothing that the snapshot needs was taken out of the index.
 *
 *     nonce (12), then AES-256-GCM of: count of index files (4, BE), their IDs (32 each), what was left; tag (16)
 */
class SnapshotMarks {
    #masterKey;
    #index;
    #openFolder;
    #folder = null;
    #key = null;
    constructor(masterKey, { index, openFolder }) {
        this.#masterKey = masterKey;
        this.#index = index;
        this.#openFolder = openFolder;
    }
    /** Whether something was left with the snapshot; whether it holds, `load` tells. Never rejects. */
    async has(snapshot) {
        const folder = await this.#open();
        return folder !== null && folder.sizeOf({ kind: 'marks', name: snapshot }) !== null;
    }
    /** What was left with the snapshot, if it still holds. The index must be loaded. Never rejects. */
    async load(snapshot) {
        const folder = await this.#open();
        const sealed = (await folder?.read({ kind: 'marks', name: snapshot })) ?? null;
        const plain = sealed === null ? null : this.#unseal(snapshot, sealed);
        if (plain === null)
            return null;
        const idsEnd = 4 + ids/* ID_BYTES */.Q$ * plain.readUInt32BE(0);
        for (let at = 4; at < idsEnd; at += ids/* ID_BYTES */.Q$) {
            if (!this.#index.files.has(plain.toString('hex', at, at + ids/* ID_BYTES */.Q$)))
                return null;
        }
        return plain.subarray(idsEnd);
    }
    /**
     * Leaves `marks` with the snapshot, in the place of those of `instead`. All that the snapshot needs must be in the index. Never
     * rejects: where they can't be written, there are none.
     */
    async save(snapshot, marks, { instead }) {
        const folder = await this.#open();
        if (folder === null)
            return;
        const ids = [...this.#index.files.union(this.#index.written)];
        const count = Buffer.alloc(4);
        count.writeUInt32BE(ids.length);
        const plain = [count, ...ids.map((id) => Buffer.from(id, 'hex')), marks];
        for (const name of new Set([snapshot, instead]))
            await folder.drop({ kind: 'marks', name });
        await folder.write({ kind: 'marks', name: snapshot }, this.#seal(snapshot, plain)).catch(() => { });
    }
    #open() {
        this.#folder ??= this.#openFolder();
        return this.#folder;
    }
    #seal(snapshot, plain) {
        const nonce = (0,external_node_crypto_.randomBytes)(NONCE_BYTES);
        const cipher = (0,external_node_crypto_.createCipheriv)(CIPHER, this.#ownKey(), nonce).setAAD(Buffer.from(snapshot));
        const sealed = plain.map((part) => cipher.update(part));
        return [nonce, ...sealed, cipher.final(), cipher.getAuthTag()];
    }
    #unseal(snapshot, sealed) {
        const end = sealed.length - TAG_BYTES;
        if (end < NONCE_BYTES)
            return null;
        const decipher = (0,external_node_crypto_.createDecipheriv)(CIPHER, this.#ownKey(), sealed.subarray(0, NONCE_BYTES), {
            authTagLength: TAG_BYTES,
        });
        decipher.setAAD(Buffer.from(snapshot)).setAuthTag(sealed.subarray(end));
        const plain = decipher.update(sealed.subarray(NONCE_BYTES, end));
        try {
            return Buffer.concat([plain, decipher.final()]);
        }
        catch {
            return null; // sealed by somebody else, for another snapshot, or altered
        }
    }
    #ownKey() {
        const { encrypt, macK, macR } = this.#masterKey;
        this.#key ??= Buffer.from((0,external_node_crypto_.hkdfSync)('sha256', Buffer.concat([encrypt, macK, macR]), Buffer.alloc(0), PURPOSE, KEY_BYTES));
        return this.#key;
    }
}

;// CONCATENATED MODULE: ./build/repository/pending-blobs.js

/**
 * Blobs that this run saves and that no index names yet, from the moment that their hash is known: two equal blobs
 * saved at once are stored once. They can be read back while they are here.
 */
class PendingBlobs {
    #blobs = { data: new Map(), tree: new Map() };
    #failure = null;
    has(type, id) {
        return this.#blobs[type].has(id);
    }
    plainLength(type, id) {
        return this.#blobs[type].get(id)?.plainLength ?? null;
    }
    /** Resolves when the blob is sealed, and at once if it isn't pending. @throws what `failAll` was told. */
    async whenSealed(type, id) {
        const pending = this.#blobs[type].get(id);
        if (pending === undefined || pending.sealed !== null)
            return;
        if (this.#failure !== null)
            throw this.#failure;
        pending.sealing ??= Promise.withResolvers();
        await pending.sealing.promise;
    }
    /**
     * The sealed blob, or null if it isn't sealed, or pending no more. Its bytes are to be used before anything is awaited:
     * when its pack is stored, their memory serves for others.
     */
    sealed(type, id) {
        return this.#blobs[type].get(id)?.sealed ?? null;
    }
    add(type, id, plainLength) {
        this.#blobs[type].set(id, { plainLength, sealing: null, sealed: null });
    }
    setSealed(type, id, blob) {
        const pending = this.#blobs[type].get(id);
        if (pending === undefined)
            throw new errors/* HoldfastError */.E('internal', `Sealed a blob that wasn't pending: ${id}.`);
        pending.sealed = blob;
        pending.sealing?.resolve();
    }
    /** Its pack is stored, and the index names it. */
    remove(type, id) {
        this.#blobs[type].delete(id);
    }
    /** Gives what tells later whether all that are sealed by now were removed since. */
    watchSealed() {
        const { data, tree } = this.#blobs;
        const sealed = [data, tree].map((blobs) => [...blobs].filter(([, blob]) => blob.sealed !== null).map(([id]) => id));
        return () => sealed.every((ids, i) => ids.every((id) => ![data, tree][i]?.has(id)));
    }
    /** Whoever waits for a blob that isn't sealed, or will, gets `error`. */
    failAll(error) {
        this.#failure ??= error;
        for (const blobs of [this.#blobs.data, this.#blobs.tree]) {
            for (const { sealing } of blobs.values())
                sealing?.reject(error);
        }
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/repository/read-ranges.js
var read_ranges = __webpack_require__(94956);
;// CONCATENATED MODULE: ./build/repository/read-ahead.js





/** Bytes, stored and plain, of the blobs that are read before they are asked for. */
const READ_AHEAD_BYTES = 32 * 1024 * 1024;
/** And their number: small ones cost objects, not bytes. */
const READ_AHEAD_BLOBS = 4096;
/** A full window is filled again once this part of it is free, so that neighbours are planned together. */
const REFILL_AT = 0.25;
/**
 * The blobs of `ids` in that order. Those that lie close together are loaded in one range, several ranges at once,
 * and opened by the workers while earlier ones are used. A damaged blob is tried at its other places, and is then an
 * outcome of its own: the rest goes on. Each blob is to be given back before many more are asked for: what is read ahead takes
 * its memory.
 *
 * @throws what `ids` throws; HoldfastError cancelled.
 */
async function* readAhead(reader, type, ids, signal) {
    const abandoned = new AbortController();
    const window = new ReadWindow(reader, type, signal === undefined ? abandoned.signal : AbortSignal.any([signal, abandoned.signal]));
    void window.fill(ids);
    try {
        for (;;) {
            const outcome = await window.next();
            if (outcome === null)
                return;
            yield outcome;
        }
    }
    finally {
        abandoned.abort();
        window.giveBack();
    }
}
class ReadWindow {
    #reader;
    #type;
    #signal;
    #wanted = [];
    /** The slots in #wanted: a blob that is asked for twice is read once. */
    #slots = new Map();
    #ranges = [];
    #unplanned = [];
    #sizeBytes = 0;
    #loads = 0;
    #sourceEnd = null;
    #changed = Promise.withResolvers();
    constructor(reader, type, signal) {
        this.#reader = reader;
        this.#type = type;
        this.#signal = signal;
        signal.addEventListener('abort', () => this.#abort(), { once: true });
        if (signal.aborted)
            this.#abort();
    }
    /** Takes IDs as long as there is room. Never rejects: `next` throws what the source threw. */
    async fill(ids) {
        let error = null;
        try {
            for await (const id of ids) {
                if (this.#isFilledTo(1))
                    await this.#partlyEmpty();
                if (this.#signal.aborted)
                    break;
                this.#want(id);
                this.#wake();
            }
        }
        catch (thrown) {
            error = thrown;
        }
        this.#sourceEnd = { error };
        this.#plan();
        this.#wake();
    }
    /** The next outcome, or null after the last. */
    async next() {
        const first = await this.#first();
        if (first === null)
            return null;
        if (first.slot !== null && !first.slot.planned) {
            await (0,promises_.setImmediate)(); // What the source has ready already is planned together with it.
            this.#plan();
        }
        const outcome = await first.outcome;
        if (this.#signal.aborted)
            throw (0,cancel/* cancellation */.WN)(this.#signal);
        this.#wanted.shift();
        this.#sizeBytes -= first.sizeBytes;
        if (first.slot !== null)
            this.#slots.delete(first.slot.id);
        this.#wake();
        return outcome;
    }
    async #first() {
        for (;;) {
            if (this.#signal.aborted)
                throw (0,cancel/* cancellation */.WN)(this.#signal);
            const [first] = this.#wanted;
            if (first !== undefined)
                return first;
            if (this.#sourceEnd?.error)
                throw this.#sourceEnd.error;
            if (this.#sourceEnd !== null)
                return null;
            await this.#changed.promise;
        }
    }
    async #partlyEmpty() {
        this.#plan();
        while (this.#isFilledTo(1 - REFILL_AT) && !this.#signal.aborted)
            await this.#changed.promise;
    }
    /** What was read and is wanted no more. */
    giveBack() {
        for (const { outcome } of this.#wanted.splice(0))
            void outcome.then(({ blob }) => blob?.giveBack());
    }
    #isFilledTo(part) {
        return (this.#sizeBytes >= READ_AHEAD_BYTES * part ||
            (this.#wanted.length >= READ_AHEAD_BLOBS * part && this.#wanted.length > 0));
    }
    #want(id) {
        const wanted = this.#asCached(id) ?? this.#asSlot(id) ?? this.#asUnplaced(id);
        this.#wanted.push(wanted);
        this.#sizeBytes += wanted.sizeBytes;
    }
    #asCached(id) {
        const known = this.#slots.get(id);
        if (known !== undefined) {
            known.readers++;
            known.lent?.share(1);
            return { outcome: known.outcome.promise, sizeBytes: 0, slot: null };
        }
        const cached = this.#reader.cached(this.#type, id);
        if (cached === null)
            return null;
        const blob = lent_blob/* LentBlob */.R.ofOwn(cached);
        return { outcome: Promise.resolve({ id, blob }), sizeBytes: cached.length, slot: null };
    }
    #asSlot(id) {
        const place = this.#reader.place(this.#type, id);
        if (place === null)
            return null;
        const slot = {
            id,
            place,
            outcome: Promise.withResolvers(),
            planned: false,
            readers: 1,
            lent: null,
        };
        this.#slots.set(id, slot);
        this.#unplanned.push(slot);
        const sizeBytes = place.length + (place.plainLength ?? place.length);
        return { outcome: slot.outcome.promise, sizeBytes, slot };
    }
    /** One that no index names: it is still in this run's memory, or an error. */
    #asUnplaced(id) {
        return { outcome: this.#loadAlone(id), sizeBytes: 0, slot: null };
    }
    /** Puts the ranges of what was asked for so far in line. */
    #plan() {
        const slots = this.#unplanned;
        this.#unplanned = [];
        for (const slot of slots)
            slot.planned = true;
        this.#ranges.push(...(0,read_ranges/* coalesce */.Yc)(slots));
        while (this.#loads < this.#reader.connections && this.#startNext())
            ;
    }
    #startNext() {
        const range = this.#signal.aborted ? undefined : this.#ranges.shift();
        if (range === undefined)
            return false;
        this.#loads++;
        const load = this.#reader.takeRange(range.pack, range, this.#signal, (bytes) => {
            // Each copies its own part at once.
            for (const slot of range.items)
                void this.#open(slot, bytes, range.offset);
        });
        load
            .catch((error) => {
            for (const slot of range.items)
                this.#failed(slot, error);
        })
            .finally(() => {
            this.#loads--;
            this.#startNext();
        });
        return true;
    }
    async #open(slot, bytes, rangeOffset) {
        const { id, place } = slot;
        const start = place.offset - rangeOffset;
        try {
            const blob = await this.#reader.lend(id, place, bytes.subarray(start, start + place.length));
            if (this.#signal.aborted)
                return blob.giveBack();
            blob.share(slot.readers - 1);
            slot.lent = blob;
            slot.outcome.resolve({ id, blob });
        }
        catch (error) {
            this.#failed(slot, error);
        }
    }
    #failed(slot, error) {
        const { id } = slot;
        slot.outcome.resolve((0,damage/* isDamage */.e6)(error) ? this.#loadAlone(id) : { id, blob: null, error });
    }
    async #loadAlone(id) {
        try {
            return { id, blob: lent_blob/* LentBlob */.R.ofOwn(await this.#reader.load(this.#type, id, this.#signal)) };
        }
        catch (error) {
            return { id, blob: null, error };
        }
    }
    /** Tells both ends to look again. */
    #wake() {
        this.#changed.resolve();
        this.#changed = Promise.withResolvers();
    }
    #abort() {
        const error = (0,cancel/* cancellation */.WN)(this.#signal);
        for (const { id, outcome } of this.#slots.values())
            outcome.resolve({ id, blob: null, error });
        this.#wake();
    }
}

// EXTERNAL MODULE: ./build/repository/retention-locks.js + 1 modules
var retention_locks = __webpack_require__(73687);
// EXTERNAL MODULE: ./build/backends/backend.js
var backend = __webpack_require__(77656);
;// CONCATENATED MODULE: ./build/repository/snapshots.js




/** Snapshots loaded at once: they are small, so that the time is all in asking for them. */
const LOADED_AT_ONCE = 16;
/**
 * All snapshots, in no order. One that was removed since it was listed is left out.
 * @throws HoldfastError repository-damaged at one that can't be read, unless it can be told.
 */
async function* loadSnapshots(files, options = {}) {
    const ids = await snapshotIds(files, options.signal);
    for (let start = 0; start < ids.length; start += LOADED_AT_ONCE) {
        const batch = ids.slice(start, start + LOADED_AT_ONCE);
        for (const stored of await Promise.all(batch.map((id) => loadOrTell(files, id, options)))) {
            if (stored !== null)
                yield stored;
        }
    }
}
/** The IDs of all snapshots, by name: none is read. */
async function snapshotIds(files, signal) {
    return (await files.list('snapshot', signal)).map(({ id }) => id);
}
/** @throws HoldfastError repository-damaged if it can't be read; `isMissing(error)` if it isn't there. */
async function loadSnapshot(files, id, signal) {
    try {
        const json = await files.load('snapshot', id, signal);
        return { id, snapshot: decodeSnapshot(json, `snapshot ${id}`) };
    }
    catch (error) {
        throw (0,damage/* isUnreadable */.GZ)(error) && !(0,backend/* isMissing */.b2)(error) ? withStep(error, id) : error;
    }
}
async function loadOrTell(files, id, { signal, onUnreadable }) {
    try {
        return await loadSnapshot(files, id, signal);
    }
    catch (error) {
        if ((0,backend/* isMissing */.b2)(error))
            return null;
        if (onUnreadable === undefined || !(0,damage/* isUnreadable */.GZ)(error))
            throw error;
        onUnreadable(error.message, id);
        return null;
    }
}
/** A damaged snapshot can't be repaired: restic too only goes on once its file is gone. */
function withStep(error, id) {
    const { message } = error;
    const isForeign = (0,errors/* asHoldfastError */.C)(error)?.code === 'repository-unsupported';
    return new errors/* HoldfastError */.E(isForeign ? 'repository-unsupported' : 'repository-damaged', `${message} The other snapshots can be used by their IDs. Put snapshots/${id} back from a copy of the ` +
        'repository, or move it out of it: that one snapshot is lost then.', { cause: error });
}

// EXTERNAL MODULE: ./build/repository/stretch.js
var stretch = __webpack_require__(36784);
;// CONCATENATED MODULE: ./build/repository/write-guard.js

/** Which lock a repository's writers stand under. */
class WriteGuard {
    #lock = null;
    /** From now on what is written is guarded by `lock`. */
    guardBy(lock) {
        this.#lock = lock;
    }
    /** The lock that a snapshot is saved under. @throws HoldfastError internal: there is none. */
    requireLock() {
        if (this.#lock !== null)
            return this.#lock;
        throw new errors/* HoldfastError */.E('internal', 'Cannot save a snapshot: the repository is not locked.');
    }
    /** Of the lock, if there is one. @throws HoldfastError lock-lost. */
    async confirmHeld() {
        await this.#lock?.confirmHeld();
    }
    /** To be asked before anything is removed that others may need. @throws HoldfastError lock-lost. */
    async confirmExclusive() {
        if (!this.#lock?.exclusive) {
            throw new errors/* HoldfastError */.E('internal', 'Cannot remove anything: the repository is not locked for us alone.');
        }
        await this.#lock.confirmHeld();
    }
}

;// CONCATENATED MODULE: ./build/repository/open-repository.js






















const DEFAULT_PACK_BYTES = 16 * 1024 * 1024;
/** A repository that is open. Made by `openRepository` and `initRepository`. */
class OpenRepository {
    backend;
    files;
    marks;
    masterKey;
    id;
    version;
    chunkerPolynomial;
    /** The key that opened it. `changePassword` sets it. */
    keyId;
    #options;
    #index;
    #guard = new WriteGuard();
    #pending = new PendingBlobs();
    #reader;
    #stretches;
    #writer;
    #workers = null;
    #closing = null;
    constructor({ backend, config, masterKey, keyId }, options) {
        this.backend = backend;
        this.masterKey = masterKey;
        this.keyId = keyId;
        this.id = config.id;
        this.version = config.version;
        this.chunkerPolynomial = config.chunkerPolynomial;
        this.files = new sealed_files/* SealedFiles */.UH(backend, masterKey, config.version);
        this.#index = new LoadedIndex(this.files);
        const openFolder = async () => (await options.openMarks?.(config.id)) ?? null;
        this.marks = new SnapshotMarks(masterKey, { index: this.#index, openFolder });
        this.#options = options;
        const shared = { backend, index: this.index, pending: this.#pending, workers: () => this.workers() };
        this.#reader = new BlobReader(shared);
        this.#stretches = new stretch/* Stretches */._(this.#reader, shared.workers);
        this.#writer = new BlobWriter({
            ...shared,
            files: this.files,
            key: masterKey,
            threads: Math.max(this.#threads, 1),
            packSizeBytes: this.packSizeBytes,
            nowMs: options.nowMs ?? (() => performance.now()),
            confirmLock: () => this.#guard.confirmHeld(),
            onIndexSaved: (id) => void this.#index.written.add(id),
        });
    }
    /** New packs are closed once they have so many bytes. */
    get packSizeBytes() {
        return this.#options.packSizeBytes ?? DEFAULT_PACK_BYTES;
    }
    get #threads() {
        return this.#options.threads ?? (0,external_node_os_.availableParallelism)();
    }
    get location() {
        return this.backend.location;
    }
    get folder() {
        return this.backend.folder;
    }
    get written() {
        return this.#writer.written;
    }
    async keyCount() {
        return (await (0,sealed_files/* listAll */._w)(this.backend, 'key')).length;
    }
    get index() {
        return this.#index.blobs;
    }
    /** The index files that `index` was loaded from. */
    get indexFiles() {
        return this.#index.files;
    }
    /** `onUnreadable` is told of index files that can't be read, which are then left out; without it they are errors. */
    loadIndex(signal, onUnreadable) {
        return this.#index.load(signal, onUnreadable);
    }
    forgetIndex() {
        this.#index.forget();
    }
    hasLoadedIndex(signal) {
        return this.#index.isStillStored(signal);
    }
    /** Whether no other index files are stored than those that were there when the index was loaded. */
    hasWholeIndex(signal) {
        return this.#index.isAllThatIsStored(signal);
    }
    hasBlob(type, id) {
        return this.#pending.has(type, id) || this.index.find(type, id) >= 0;
    }
    blobSize(type, id) {
        const row = this.index.find(type, id);
        if (row < 0)
            return this.#pending.plainLength(type, id);
        return this.index.plainLengthAt(row) ?? this.index.lengthAt(row) - seal/* SEAL_OVERHEAD_BYTES */.DV;
    }
    blobPlace(type, id) {
        return this.#reader.place(type, id);
    }
    loadBlob(type, id, signal) {
        return this.#reader.load(type, id, signal);
    }
    async *loadBlobs(type, ids, signal) {
        for await (const outcome of this.tryBlobs(type, ids, signal)) {
            if (outcome.blob === null)
                throw outcome.error;
            yield outcome.blob;
        }
    }
    async *lendBlobs(type, ids, signal) {
        for await (const outcome of readAhead(this.#reader, type, ids, signal)) {
            if (outcome.blob === null)
                throw outcome.error;
            yield outcome.blob;
        }
    }
    /** As `loadBlobs`, but a blob that can't be read is an outcome, and the rest follows. */
    async *tryBlobs(type, ids, signal) {
        for await (const outcome of readAhead(this.#reader, type, ids, signal)) {
            if (outcome.blob === null) {
                yield outcome;
                continue;
            }
            const blob = outcome.blob.keep();
            this.#reader.remember(type, outcome.id, blob);
            yield { id: outcome.id, blob };
        }
    }
    async loadTree(id, signal) {
        return (0,format_tree/* decodeTree */.fU)(await this.#reader.load('tree', id, signal));
    }
    compareFiles(folder, files) {
        return this.workers().compareFiles(folder, files);
    }
    get readStretch() {
        if (!this.workers().hasThreads)
            return null;
        return (files, options) => this.#stretches.read(files, options);
    }
    makeEntries(folder, entries) {
        return this.workers().make(folder, entries);
    }
    startThreads() {
        this.workers().start();
    }
    expectToSave(sizeBytes) {
        this.workers().expectToSave(sizeBytes);
    }
    openTreesAhead() {
        if (this.#threads > 1)
            this.#reader.openTreesAhead();
    }
    prefetchTrees(ids) {
        this.#reader.prefetchTrees(ids);
    }
    saveBlob(type, plain) {
        return this.#writer.save(type, plain);
    }
    async saveTree(tree) {
        const json = (0,format_tree/* encodeTree */.hN)(tree);
        const id = (0,ids/* idOf */.TH)(json);
        // Most folders of a backup haven't changed: their trees needn't be looked at twice.
        if (this.hasBlob('tree', id))
            return { id, added: false };
        // What a stored tree has was checked when that was written, and is what was listed now.
        const fresh = tree.nodes.filter((node) => !('json' in node));
        const checked = fresh.length === tree.nodes.length ? json : (0,format_tree/* encodeTree */.hN)({ nodes: fresh });
        if (!(0,format_tree/* readsBack */.Fg)(checked)) {
            throw new errors/* HoldfastError */.E('internal', 'Cannot save a tree: it reads back as another one.');
        }
        return await this.#writer.save('tree', json);
    }
    /** As `saveBlob`, also of a blob that is stored: prune compresses what wasn't so. */
    saveBlobAgain(type, plain) {
        return this.#writer.saveAgain(type, plain);
    }
    /** Stores a blob once more that is sealed with this repository's key, in these bytes (copied), which were verified. */
    addSealedBlob(type, id, blob) {
        this.#writer.addSealed(type, id, blob);
    }
    room() {
        return this.#writer.room();
    }
    takeRoom() {
        return this.#writer.takeRoom();
    }
    storeAfter(lock, begin) {
        this.#writer.storeAfter(lock, begin);
    }
    flush() {
        return this.#writer.flush();
    }
    stopWriting() {
        return this.#writer.stop();
    }
    lookAtPacks(signal) {
        return lookAtPacks(this, signal);
    }
    leaveOut(lost) {
        for (const id of lost)
            this.index.leftOut.add(id);
    }
    get leavesOut() {
        return this.index.leftOut.size > 0;
    }
    lacksTree(id) {
        return this.leavesOut && !this.hasBlob('tree', id);
    }
    adoptPacks(signal) {
        return adoptPacks(this, signal);
    }
    /** Writes an index file, unless our lock is lost: a prune may then have taken the packs that it names. */
    async saveIndex(json) {
        const file = { kind: 'index', json };
        this.#index.written.add(await (0,guarded_save/* saveWhileHeld */.C)(this.files, () => this.#guard.confirmHeld(), file));
    }
    guardBy(lock) {
        this.#guard.guardBy(lock);
    }
    /** To be asked before anything is removed that others may need. @throws HoldfastError lock-lost. */
    confirmExclusive() {
        return this.#guard.confirmExclusive();
    }
    snapshots(options = {}) {
        return loadSnapshots(this.files, options);
    }
    snapshotIds(signal) {
        return snapshotIds(this.files, signal);
    }
    async loadSnapshot(id, signal) {
        const { snapshot } = await loadSnapshot(this.files, id, signal);
        return snapshot;
    }
    async saveSnapshot(snapshot, signal) {
        const lock = this.#guard.requireLock();
        await (0,cancel/* untilCancelled */.c8)(this.flush(), signal);
        if (this.index.find('tree', snapshot.tree) < 0) {
            throw new errors/* HoldfastError */.E('internal', `Cannot save a snapshot: its tree ${snapshot.tree} is not stored.`);
        }
        await this.#holdNeeded(snapshot, lock, signal);
        const file = { kind: 'snapshot', json: encodeSnapshot(snapshot), signal, lost: lock.lost };
        return await (0,guarded_save/* saveWhileHeld */.C)(this.files, () => lock.confirmHeld(), file);
    }
    /** What the snapshot reuses may be locked for a few days more only, or not at all. */
    async #holdNeeded({ tree }, { lost }, signal) {
        const ending = signal === undefined ? lost : AbortSignal.any([signal, lost]);
        await (0,retention_locks/* holdNeeded */.B)(this, { trees: [tree], snapshots: [] }, { signal: ending });
    }
    /** The threads, started when they are first needed. */
    workers() {
        if (this.#closing !== null)
            throw new errors/* HoldfastError */.E('internal', 'The repository is closed.');
        this.#workers ??= createBlobWorkers(this.masterKey, {
            threads: this.#threads,
            bytesBeforeThreads: this.#options.bytesBeforeThreads,
            compression: compressionOf(this.version, this.#options),
        });
        return this.#workers;
    }
    close() {
        this.#closing ??= this.#close();
        return this.#closing;
    }
    async #close() {
        await this.#workers?.close();
        await this.backend.close();
    }
}
function compressionOf(version, { compression = 'auto' }) {
    if (version === 1)
        return 'off';
    return compression === 'off' ? 'trees' : compression;
}


/***/ }),

/***/ 65281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openRepository: () => (/* binding */ openRepository)
/* harmony export */ });
/* harmony import */ var _crypto_seal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41420);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _check_finding_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5869);
/* harmony import */ var _format_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53967);
/* harmony import */ var _key_store_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(51095);
/* harmony import */ var _open_repository_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26261);
/* harmony import */ var _second_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23174);







/**
 * Opens a repository with a password. Nothing is locked or loaded yet. The backend belongs to the repository from
 * here on, also if this fails.
 * @throws HoldfastError repository-missing, wrong-password, repository-damaged, repository-unsupported, or the
 * backend's.
 */
async function openRepository(backend, password, options = {}) {
    try {
        return await unlock(backend, password, options);
    }
    catch (error) {
        await backend.close();
        throw error;
    }
}
async function unlock(backend, password, options) {
    const { signal } = options;
    const file = { kind: 'config', name: '' };
    if ((await backend.stat(file, signal)) === null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('repository-missing', `Cannot open repository "${backend.location}": there is no config in it, expected one. ` +
            'Check the location, or make a repository there with init.');
    }
    const what = `the config of repository "${backend.location}"`;
    const configBy = (masterKey) => (0,_second_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readAgainIfAltered */ .Z)(async () => (0,_format_config_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeConfig */ .F)((0,_crypto_seal_js__WEBPACK_IMPORTED_MODULE_3__/* .open */ .ho)(masterKey, await backend.load(file, undefined, signal), what), what));
    const { id: keyId, masterKey, config } = await keyAndConfig(backend, password, configBy, options);
    const wrapped = (await options.wrapBackend?.(backend, config.id)) ?? backend;
    return new _open_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .OpenRepository */ .l({ backend: wrapped, keyId, masterKey, config }, options);
}
/** The key that the password and the config both fit. */
async function keyAndConfig(backend, password, configBy, options) {
    let config = null;
    let damage = null;
    const fits = async (masterKey) => {
        try {
            config = await configBy(masterKey);
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asHoldfastError */ .C)(error)?.code !== 'repository-damaged')
                throw error;
            damage ??= error;
        }
        return config !== null;
    };
    const { onWarning, keyHint, signal, leavesCores } = options;
    const found = await (0,_key_store_js__WEBPACK_IMPORTED_MODULE_5__/* .findKey */ .Tj)(backend, password, { onWarning, keyHint, signal, leavesCores, fits }).catch((error) => {
        throw damage === null ? error : configDamaged(damage);
    });
    if (config === null)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('internal', 'A key was found without its config.');
    return { ...found, config };
}
/** No check gets past it, and nothing but the file itself mends it. */
function configDamaged(error) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('repository-damaged', `${(0,_check_finding_js__WEBPACK_IMPORTED_MODULE_6__/* .reasonOf */ .A3)(error)} Without it nothing in the repository can be read. Put the file "config" back from a copy of the repository: it is what it was since init.`, { cause: error });
}


/***/ }),

/***/ 38304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ readPackEnd)
/* harmony export */ });
/* harmony import */ var _crypto_seal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41420);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _format_pack_header_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56060);



/** Loaded at once from the end of a pack: the header of one with 1,500 blobs. */
const FIRST_TAIL_BYTES = 64 * 1024;
/**
 * The blobs of a pack by its own header, which is verified, and which must account for every byte of the file.
 * @throws HoldfastError repository-damaged, repository-unsupported; what `load` throws.
 */
async function readPackEnd(pack, key) {
    const { id, sizeBytes } = pack;
    const tailBytes = Math.min(sizeBytes, FIRST_TAIL_BYTES);
    const tail = await pack.load({ offset: sizeBytes - tailBytes, length: tailBytes });
    const headerBytes = (0,_format_pack_header_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeHeaderLength */ .cw)(tail, sizeBytes, `pack ${id}`);
    const endBytes = headerBytes + _format_pack_header_js__WEBPACK_IMPORTED_MODULE_0__/* .HEADER_LENGTH_BYTES */ .Fe;
    const end = endBytes <= tailBytes
        ? tail.subarray(tailBytes - endBytes)
        : await pack.load({ offset: sizeBytes - endBytes, length: endBytes });
    const what = `the header of pack ${id}`;
    const blobs = (0,_format_pack_header_js__WEBPACK_IMPORTED_MODULE_0__/* .decodePackHeader */ .LU)((0,_crypto_seal_js__WEBPACK_IMPORTED_MODULE_1__/* .open */ .ho)(key, end.subarray(0, headerBytes), what), what);
    const expectedBytes = (0,_format_pack_header_js__WEBPACK_IMPORTED_MODULE_0__/* .packSizeBytes */ .iG)(blobs);
    if (expectedBytes === sizeBytes)
        return blobs;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('repository-damaged', `Cannot read pack ${id}: it has ${sizeBytes} bytes, expected ${expectedBytes} by its header.`);
}


/***/ }),

/***/ 46450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel),
/* harmony export */   Y: () => (/* binding */ mapInOrder)
/* harmony export */ });
/**
 * Calls `work` with each of `items` in order, at most `limit` at once. After the first failure no further one is
 * begun; those under way are awaited, then that failure is thrown.
 */
async function inParallel(items, limit, work) {
    const iterator = items[Symbol.iterator]();
    let failure = null;
    const lane = async () => {
        while (failure === null) {
            const { done, value } = iterator.next();
            if (done)
                return;
            try {
                await work(value);
            }
            catch (error) {
                failure ??= { error };
            }
        }
    };
    await Promise.all(Array.from({ length: Math.max(1, limit) }, lane));
    rethrow(failure);
}
/** Apart, since the compiler takes `failure` above for null still. */
function rethrow(failure) {
    if (failure !== null)
        throw failure.error;
}
/** What `work` gives for each of `items`, in their order, with at most `limit` of them begun and not yet given. */
async function* mapInOrder(items, limit, work) {
    const begun = [];
    for (const item of items) {
        if (begun.length >= limit)
            yield await begun.shift();
        const result = work(item);
        result.catch(() => { }); // Thrown when it is its turn.
        begun.push(result);
    }
    for (const result of begun)
        yield await result;
}


/***/ }),

/***/ 94956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yc: () => (/* binding */ coalesce)
/* harmony export */ });
/* unused harmony exports MAX_GAP_BYTES, MAX_RANGE_BYTES */
/** Bytes between two blobs that are loaded for nothing, since another request would take longer. */
const MAX_GAP_BYTES = 256 * 1024;
/** A range doesn't grow past this (one blob may be longer): several small ones are loaded at once. */
const MAX_RANGE_BYTES = 8 * 1024 * 1024;
/** Ranges that bring all of `items`, the range with the earliest item first. */
function coalesce(items) {
    const ordered = items.map((item, position) => ({ item, position }));
    ordered.sort((a, b) => comparePlaces(a.item.place, b.item.place));
    const ranges = [];
    for (const { item, position } of ordered) {
        const last = ranges.at(-1);
        const length = last === undefined ? null : extendedLength(last.range, item);
        if (last !== undefined && length !== null) {
            last.range.items.push(item);
            last.range.length = length;
            last.firstPosition = Math.min(last.firstPosition, position);
        }
        else {
            const { pack, offset, length: ownLength } = item.place;
            ranges.push({ firstPosition: position, range: { pack, offset, length: ownLength, items: [item] } });
        }
    }
    return ranges.sort((a, b) => a.firstPosition - b.firstPosition).map(({ range }) => range);
}
function comparePlaces(a, b) {
    return a.packOrdinal - b.packOrdinal || a.offset - b.offset;
}
/** The length of `range` with `item` in it, or null if they are better loaded apart. */
function extendedLength(range, { place }) {
    const end = range.offset + range.length;
    if (range.pack !== place.pack || place.offset - end > MAX_GAP_BYTES)
        return null;
    const length = Math.max(end, place.offset + place.length) - range.offset;
    return length > MAX_RANGE_BYTES ? null : length;
}


/***/ }),

/***/ 73687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ holdNeeded)
});

// EXTERNAL MODULE: ./build/backends/backend.js
var backend = __webpack_require__(77656);
// EXTERNAL MODULE: ./build/backends/cancel.js
var cancel = __webpack_require__(54716);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/repository/damage.js
var repository_damage = __webpack_require__(68656);
// EXTERNAL MODULE: ./build/repository/parallel.js
var parallel = __webpack_require__(46450);
// EXTERNAL MODULE: ./build/repository/sealed-files.js + 1 modules
var sealed_files = __webpack_require__(29499);
// EXTERNAL MODULE: ./build/repository/format/tree.js
var tree = __webpack_require__(52709);
// EXTERNAL MODULE: ./build/repository/row-set.js
var row_set = __webpack_require__(67952);
;// CONCATENATED MODULE: ./build/repository/used-packs.js



/** Trees asked for together: neighbours are then loaded in one range. */
const TREES_AT_ONCE = 256;
/**
 * The packs that hold what stands below the trees `roots`. Each tree is read once, no data. The index must be loaded, and
 * all that was saved flushed.
 * @throws HoldfastError repository-damaged when something isn't in the index, or a tree can't be read.
 */
async function packsUsedBelow(repository, roots, signal) {
    const used = new UsedPacks(repository);
    const stack = roots.filter((root) => used.add('tree', root));
    while (stack.length > 0) {
        const batch = stack.splice(-TREES_AT_ONCE).reverse();
        for await (const json of repository.loadBlobs('tree', batch, signal)) {
            for (const { content, subtree } of (0,tree/* decodeTree */.fU)(json).nodes) {
                for (const id of content ?? [])
                    used.add('data', id);
                if (subtree !== null && used.add('tree', subtree))
                    stack.push(subtree);
            }
        }
    }
    return used.packs;
}
class UsedPacks {
    packs = new Set();
    #repository;
    #rows;
    constructor(repository) {
        this.#repository = repository;
        this.#rows = new row_set/* RowSet */.r(repository.index.rowCount);
    }
    /** Whether the blob is new. */
    add(type, id) {
        const { index, location } = this.#repository;
        const row = index.find(type, id);
        if (row < 0) {
            throw new errors/* HoldfastError */.E('repository-damaged', `Cannot tell what a snapshot in "${location}" needs: ${type} blob ${id} is in no index. Run \`holdfast check\`.`);
        }
        if (!this.#rows.add(row))
            return false;
        this.packs.add(index.placeAt(row).pack);
        return true;
    }
}

;// CONCATENATED MODULE: ./build/repository/retention-locks.js







/**
 * Sees to it that the storage's locks on all that these snapshots need last for half of their days at least: the packs
 * below their trees, every index and key, the config, the snapshots themselves. Every version of a file: one that somebody
 * put over another hides it, and must not let it go.
 *
 * Null where the storage isn't asked to lock. The index must be loaded.
 * @throws HoldfastError repository-damaged when something of it isn't there, is hidden, or can't be read (all else was seen
 *   to then, all packs where it can't be told which); no-permission, and what the backend throws.
 */
async function holdNeeded(repository, needed, options = {}) {
    const { backend } = repository;
    const { retention } = backend;
    if (retention === undefined)
        return null;
    let damage = null;
    const packs = await packsUsedBelow(repository, needed.trees, options.signal).catch((error) => {
        if (!(0,repository_damage/* isDamage */.e6)(error))
            throw error;
        damage = error;
        // What stands below can't be told: all of it may be needed to mend it.
        return new Set(repository.index.packs.map(({ id }) => id));
    });
    const work = new Holding(backend, retention, options);
    await work.hold('pack', packs);
    for (const kind of ['index', 'key'])
        await work.hold(kind, await namesOf(backend, kind, options));
    await work.hold('config', new Set(['']));
    if (needed.snapshots.length > 0)
        await work.hold('snapshot', new Set(needed.snapshots));
    work.assertAllThere();
    if (damage !== null)
        throw damage;
    return work.counts;
}
async function namesOf(backend, kind, { signal }) {
    return new Set((await (0,sealed_files/* listAll */._w)(backend, kind, signal)).map(({ name }) => name));
}
/** Versions that are listed before they are held, many at once. */
const LISTED_AHEAD = 1000;
class Holding {
    counts = { kept: 0, extended: 0 };
    #backend;
    #retention;
    #options;
    #firstLost = null;
    #lostCount = 0;
    constructor(backend, retention, options) {
        this.#backend = backend;
        this.#retention = retention;
        this.#options = options;
    }
    async hold(kind, names) {
        const { signal } = this.#options;
        let seen = 0;
        let batch = [];
        for await (const { name, isHidden, versionIds } of this.#retention.versions(kind, signal)) {
            if (!names.has(name))
                continue;
            seen++;
            const file = { kind, name };
            if (isHidden)
                this.#lost(file);
            batch.push(...versionIds.map((versionId) => ({ file, versionId })));
            if (batch.length < LISTED_AHEAD)
                continue;
            await this.#holdAll(batch);
            batch = [];
        }
        await this.#holdAll(batch);
        if (seen < names.size)
            await this.#findLost(kind, names);
    }
    /** @throws HoldfastError repository-damaged. */
    assertAllThere() {
        if (this.#firstLost === null)
            return;
        const more = this.#lostCount === 1 ? '' : `, nor are ${this.#lostCount - 1} other files`;
        throw new errors/* HoldfastError */.E('repository-damaged', `Cannot lock all that is needed in "${this.#backend.location}": ${(0,backend/* describeFile */.CL)(this.#firstLost)} isn't there${more}. ` +
            'Somebody removed it, or hid it behind a marker: find out who, look with --as-of at a time before that, and bring it back.');
    }
    async #holdAll(versions) {
        await (0,parallel/* inParallel */.H)(versions, this.#backend.connections, async ({ file, versionId }) => {
            (0,cancel/* throwIfCancelled */.dZ)(this.#options.signal);
            const isExtended = await this.#retention.hold(file, versionId, this.#options.signal);
            this.counts[isExtended ? 'extended' : 'kept']++;
            this.#options.onHeld?.(this.counts);
        });
    }
    async #findLost(kind, names) {
        const lost = new Set(names);
        for await (const { name } of this.#retention.versions(kind, this.#options.signal))
            lost.delete(name);
        for (const name of lost)
            this.#lost({ kind, name });
    }
    #lost(file) {
        this.#firstLost ??= file;
        this.#lostCount++;
    }
}


/***/ }),

/***/ 67952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ RowSet)
/* harmony export */ });
/** A set of rows of the index: one bit each. */
class RowSet {
    #bits;
    constructor(rowCount) {
        this.#bits = new Uint32Array(Math.ceil(rowCount / 32));
    }
    has(row) {
        return ((this.#bits[row >>> 5] >>> (row & 31)) & 1) === 1;
    }
    /** Whether it is new. */
    add(row) {
        if (this.has(row))
            return false;
        this.#bits[row >>> 5] = this.#bits[row >>> 5] | (1 << (row & 31));
        return true;
    }
    /** Whether it was there. */
    delete(row) {
        if (!this.has(row))
            return false;
        this.#bits[row >>> 5] = this.#bits[row >>> 5] & ~(1 << (row & 31));
        return true;
    }
    /** Its rows, rising. */
    *[Symbol.iterator]() {
        for (let word = 0; word < this.#bits.length; word++) {
            for (let bits = this.#bits[word]; bits !== 0; bits &= bits - 1) {
                yield word * 32 + 31 - Math.clz32(bits & -bits);
            }
        }
    }
}


/***/ }),

/***/ 29499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  UH: () => (/* binding */ SealedFiles),
  _w: () => (/* binding */ listAll),
  zC: () => (/* binding */ loadNamedByHash)
});

// EXTERNAL MODULE: ./build/backends/backend.js
var backends_backend = __webpack_require__(77656);
// EXTERNAL MODULE: ./build/crypto/seal.js + 1 modules
var seal = __webpack_require__(41420);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/repository/format/ids.js
var ids = __webpack_require__(46487);
// EXTERNAL MODULE: ./build/crypto/zstd.js + 2 modules
var zstd = __webpack_require__(15701);
// EXTERNAL MODULE: ./build/repository/format/fault.js
var fault = __webpack_require__(69701);
;// CONCATENATED MODULE: ./build/repository/format/unpacked.js


/** The first byte of a compressed file. Any other file starts with its JSON. */
const COMPRESSED = 2;
const OBJECT_START = 0x7b; // {
const ARRAY_START = 0x5b; // [
/**
 * Limit on the plain size of an index, snapshot or lock. restic closes an index at 50,000 blobs and one pack more
 * (409,199 blobs at most, by its header), of at most 200 bytes of JSON each: 88 MiB.
 */
const MAX_UNPACKED_BYTES = 128 * 1024 * 1024;
/** What is sealed into an index, snapshot or lock file whose JSON is `json`: compressed since version 2. */
function encodeUnpacked(json, version) {
    if (version === 1)
        return Buffer.from(json.buffer, json.byteOffset, json.byteLength);
    return Buffer.concat([Buffer.of(COMPRESSED), (0,zstd/* compress */.Bc)(json)]);
}
/**
 * The JSON in the opened bytes of an index, snapshot or lock file: compressed or plain, whatever the version is.
 * May share memory with `opened`.
 * @throws HoldfastError repository-damaged; repository-unsupported if the first byte says an encoding unknown to us.
 */
function decodeUnpacked(opened, what, limitBytes = MAX_UNPACKED_BYTES) {
    return (0,fault/* decoding */.uw)(what, () => {
        const first = opened[0];
        if (first === COMPRESSED)
            return (0,zstd/* decompress */.mF)(opened.subarray(1), limitBytes, what);
        if (first === OBJECT_START || first === ARRAY_START) {
            return Buffer.from(opened.buffer, opened.byteOffset, opened.byteLength);
        }
        if (first === undefined)
            throw new fault/* FormatFault */._z('it is empty', 'JSON or zstd');
        throw new fault/* FormatFault */._z(`it starts with the byte ${first}`, '2, { or [', 'repository-unsupported');
    });
}

// EXTERNAL MODULE: ./build/repository/second-read.js
var second_read = __webpack_require__(23174);
;// CONCATENATED MODULE: ./build/repository/sealed-files.js






/** Index, snapshot and lock files: JSON, compressed since version 2, sealed, and named by its hash. */
class SealedFiles {
    backend;
    #key;
    #version;
    constructor(backend, key, version) {
        this.backend = backend;
        this.#key = key;
        this.#version = version;
    }
    /** Stores `json` durably; what will be stored is opened again first. */
    async save(kind, json, signal) {
        const sealed = (0,seal/* seal */.od)(this.#key, encodeUnpacked(json, this.#version));
        const id = (0,ids/* idOf */.TH)(sealed);
        const what = (0,backends_backend/* describeFile */.CL)({ kind, name: id });
        if (!decodeUnpacked((0,seal/* open */.ho)(this.#key, sealed, what), what).equals(json)) {
            throw new errors/* HoldfastError */.E('internal', `Cannot save ${what}: it reads back as something else.`);
        }
        await this.backend.save({ kind, name: id }, [sealed], signal);
        return id;
    }
    /**
     * The JSON of a file.
     * @throws HoldfastError repository-damaged if it isn't what its name says; `isMissing(error)` if it isn't there.
     */
    async load(kind, id, signal) {
        const what = (0,backends_backend/* describeFile */.CL)({ kind, name: id });
        const sealed = await loadNamedByHash(this.backend, { kind, name: id }, signal);
        return decodeUnpacked((0,seal/* open */.ho)(this.#key, sealed, what), what);
    }
    /** As `load`, or null if the file was removed since it was listed. */
    async loadIfThere(kind, id, signal) {
        try {
            return await this.load(kind, id, signal);
        }
        catch (error) {
            if ((0,backends_backend/* isMissing */.b2)(error))
                return null;
            throw error;
        }
    }
    /** IDs and stored sizes of all files of a kind. */
    async list(kind, signal) {
        const files = await listAll(this.backend, kind, signal);
        return files.map(({ name, sizeBytes }) => ({ id: name, sizeBytes }));
    }
    remove(kind, id, signal) {
        return this.backend.remove({ kind, name: id }, signal);
    }
}
/**
 * The bytes of a file whose name is their hash.
 * @throws HoldfastError repository-damaged if they have another one, twice; what the backend throws.
 */
function loadNamedByHash(backend, file, signal) {
    return (0,second_read/* readAgainIfAltered */.Z)(async () => {
        const bytes = await backend.load(file, undefined, signal);
        const actual = (0,ids/* idOf */.TH)(bytes);
        if (actual === file.name)
            return bytes;
        throw new errors/* HoldfastError */.E('repository-damaged', `Cannot read ${(0,backends_backend/* describeFile */.CL)(file)}: its ${bytes.length} bytes have the hash ${actual}. It was cut off or altered.`);
    });
}
/** All files of a kind, sorted by name so that runs are alike. */
async function listAll(backend, kind, signal) {
    const files = [];
    for await (const file of backend.list(kind, signal))
        files.push(file);
    return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}


/***/ }),

/***/ 23174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ readAgainIfAltered)
/* harmony export */ });
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68656);

/**
 * What `read` comes to. Bytes that aren't what they should be are read once more before that counts as damage: a network,
 * a proxy or a memory may have altered them on their way. What isn't there, or ends too early, isn't asked for again.
 * @param read Called with true the second time: then past anything that keeps what was read.
 */
async function readAgainIfAltered(read) {
    try {
        return await read(false);
    }
    catch (error) {
        if (!(0,_damage_js__WEBPACK_IMPORTED_MODULE_0__/* .isDamage */ .e6)(error) || (0,_damage_js__WEBPACK_IMPORTED_MODULE_0__/* .isGone */ .ST)(error))
            throw error;
        return await read(true);
    }
}


/***/ }),

/***/ 56948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ SlabPool)
/* harmony export */ });
/** Slabs begin at a multiple of this in memory, so that they can be written past the page cache. It is WebAssembly's page. */
const GRAIN_BYTES = 64 * 1024;
/** Slabs have so many bytes at least, and a multiple of GRAIN_BYTES. */
const SMALLEST_SLAB_BYTES = 512 * 1024;
/** Slabs are cut from arenas of this size. The system gives an arena's memory only where it is written to. */
const ARENA_BYTES = 64 * 1024 * 1024;
/**
 * Slabs of one thread that are used again and again. Nothing is left to the collector, which doesn't know of their memory
 * and would let it pile up.
 */
class SlabPool {
    #arenas = [];
    /** A slab of `sizeBytes` at least. What an earlier user left may still stand in it. */
    take(sizeBytes) {
        const slabBytes = Math.ceil(Math.max(sizeBytes, SMALLEST_SLAB_BYTES) / GRAIN_BYTES) * GRAIN_BYTES;
        for (const arena of this.#arenas) {
            const slab = arena.take(slabBytes);
            if (slab !== null)
                return slab;
        }
        const arena = new Arena(Math.max(slabBytes, ARENA_BYTES));
        this.#arenas.push(arena);
        return arena.take(slabBytes);
    }
    /** Gives a slab back that nobody looks into any more, now or later. */
    give(slab) {
        this.#arenas.find(({ buffer }) => buffer === slab.buffer)?.give(slab);
    }
}
/** Takes the first gap that is large enough, so that what is used stays together at the beginning. */
class Arena {
    buffer;
    /** By their starts; no two touch. */
    #gaps;
    constructor(sizeBytes) {
        this.buffer = sharedPages(sizeBytes);
        this.#gaps = [{ start: 0, end: sizeBytes }];
    }
    take(slabBytes) {
        const at = this.#gaps.findIndex(({ start, end }) => end - start >= slabBytes);
        const gap = this.#gaps[at];
        if (gap === undefined)
            return null;
        const rest = { start: gap.start + slabBytes, end: gap.end };
        this.#gaps.splice(at, 1, ...(rest.start < rest.end ? [rest] : []));
        return new Uint8Array(this.buffer, gap.start, slabBytes);
    }
    give({ byteOffset, length }) {
        let { start, end } = { start: byteOffset, end: byteOffset + length };
        let at = this.#gaps.findIndex((gap) => gap.start > start);
        if (at < 0)
            at = this.#gaps.length;
        const [before, behind] = [this.#gaps[at - 1], this.#gaps[at]];
        let taken = 0;
        if (behind?.start === end) {
            end = behind.end;
            taken++;
        }
        if (before?.end === start) {
            start = before.start;
            at--;
            taken++;
        }
        this.#gaps.splice(at, taken, { start, end });
    }
}
/** Of the memories that JavaScript can have, WebAssembly's alone is known to begin at a page of the system's. */
function sharedPages(sizeBytes) {
    const pages = sizeBytes / GRAIN_BYTES;
    return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true }).buffer;
}


/***/ }),

/***/ 52419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ storageOptions)
/* harmony export */ });
/* harmony import */ var _choice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68881);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/** restic's own limits. */
const MIN_PACK_MIB = 4;
const MAX_PACK_MIB = 128;
const MIB = 1024 * 1024;
/**
 * @param names Of the flags, variables or inputs, for the message.
 * @throws HoldfastError bad-input.
 */
function storageOptions({ compression, packSize }, names) {
    return {
        ...(compression === null
            ? {}
            : {
                compression: (0,_choice_js__WEBPACK_IMPORTED_MODULE_0__.parseChoice)(compression, names.compression, [
                    'auto',
                    'off',
                    'fastest',
                    'better',
                    'max',
                ]),
            }),
        ...(packSize === null ? {} : { packSizeBytes: parsePackSize(packSize, names.packSize) }),
    };
}
function parsePackSize(text, name) {
    const mebibytes = /^\d{1,4}$/.test(text) ? Number(text) : 0;
    if (mebibytes >= MIN_PACK_MIB && mebibytes <= MAX_PACK_MIB)
        return mebibytes * MIB;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected a whole number of MiB from ${MIN_PACK_MIB} to ${MAX_PACK_MIB}.`);
}


/***/ }),

/***/ 36784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ MAX_STRETCH_BLOBS),
/* harmony export */   _: () => (/* binding */ Stretches)
/* harmony export */ });
/* harmony import */ var _copy_bytes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95865);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19473);
/* harmony import */ var _blob_sealing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14292);
/* harmony import */ var _blob_tables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47494);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68656);
/* harmony import */ var _read_ranges_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94956);
/* harmony import */ var _slab_pool_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56948);







/** So many blobs a stretch may have. */
const MAX_STRETCH_BLOBS = _blob_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_BATCH_BLOBS */ .xq;
/** What stretches of one repository share. */
class Stretches {
    #reader;
    #workers;
    #slabs = new _slab_pool_js__WEBPACK_IMPORTED_MODULE_1__/* .SlabPool */ .B();
    constructor(reader, workers) {
        this.#reader = reader;
        this.#workers = workers;
    }
    /**
     * Loads what `files` are made of: at most MAX_STRETCH_BLOBS.
     * @throws what the backend throws; HoldfastError cancelled. Damage is told when it is written.
     */
    async read(files, { isReadAgain, signal }) {
        const { placed, unplaced, laidOut, end } = this.#layOut(files);
        const ranges = (0,_read_ranges_js__WEBPACK_IMPORTED_MODULE_2__/* .coalesce */ .Yc)(placed);
        const sealedBytes = ranges.reduce((sum, { length }) => sum + length, 0);
        const slab = this.#slabs.take(end + sealedBytes);
        const stretch = new LoadedStretch(this.#reader, this.#workers, {
            slab,
            files: laidOut,
            isReadAgain,
            giveBack: () => this.#slabs.give(slab),
        });
        for (const row of unplaced)
            stretch.leaveToMain(row);
        const loads = [];
        let offset = end;
        for (const range of ranges) {
            loads.push(stretch.load(range, offset, signal));
            offset += range.length;
        }
        const outcomes = await Promise.allSettled(loads);
        for (const outcome of outcomes) {
            if (outcome.status === 'fulfilled')
                continue;
            stretch.giveBack();
            throw outcome.reason;
        }
        return stretch;
    }
    /** The plain bytes of a file one behind the other. */
    #layOut(files) {
        const laidOut = [];
        const placed = [];
        const unplaced = [];
        let end = _blob_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .TABLE_BYTES */ .ry;
        for (const { path, fileOffset, end: fileEnd, blobs } of files) {
            const start = end;
            for (const { id, sizeBytes } of blobs) {
                const place = this.#reader.place('data', id);
                // The thread fills as much as the index says: no more than there is room for.
                if (place === null || (0,_blob_sealing_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLengthOf */ .ib)(place.length, place) !== sizeBytes)
                    unplaced.push({ id, sizeBytes, plainOffset: end });
                else
                    placed.push({ id, place, sizeBytes, plainOffset: end });
                end += sizeBytes;
            }
            laidOut.push({ path, fileOffset, end: fileEnd, span: { offset: start, length: end - start } });
        }
        return { placed, unplaced, laidOut, end };
    }
}
class LoadedStretch {
    slab;
    files;
    isReadAgain;
    giveBack;
    #reader;
    #workers;
    #table;
    #rows = [];
    /** What no thread can open: it is loaded from wherever else it lies. */
    #alone = [];
    constructor(reader, workers, { slab, files, isReadAgain, giveBack, }) {
        this.#reader = reader;
        this.#workers = workers;
        this.slab = slab;
        this.files = files;
        this.isReadAgain = isReadAgain;
        this.giveBack = giveBack;
        this.#table = new _blob_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .OpenTable */ .Dc(slab);
    }
    get count() {
        return this.#rows.length;
    }
    leaveToMain(row) {
        this.#alone.push(row);
    }
    async load(range, offset, signal) {
        const into = this.slab.subarray(offset, offset + range.length);
        try {
            await this.#reader.loadInto(range.pack, range, into, signal);
        }
        catch (error) {
            if (!(0,_damage_js__WEBPACK_IMPORTED_MODULE_4__/* .isDamage */ .e6)(error))
                throw error;
            this.#alone.push(...range.items);
            return;
        }
        for (const row of range.items) {
            const { id, place, plainOffset } = row;
            this.#table.put(this.#rows.length, {
                offset: offset + place.offset - range.offset,
                length: place.length,
                expected: { id, plainLength: place.plainLength },
                plainOffset,
            });
            this.#rows.push(row);
        }
    }
    async writeIn(target, signal) {
        await this.#loadAlone(signal);
        const { failedRows, refusal } = await this.#workers().write(this, target);
        if (failedRows.length === 0)
            return refusal;
        // The others are open, each in its place.
        this.#alone = failedRows.map((row) => this.#rows[row]);
        this.#rows = [];
        return this.writeIn(target, signal);
    }
    /** @throws HoldfastError repository-damaged if it is whole in none of its places. */
    async #loadAlone(signal) {
        for (const { id, sizeBytes, plainOffset } of this.#alone.splice(0)) {
            const plain = await this.#reader.load('data', id, signal);
            if (plain.length !== sizeBytes) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('repository-damaged', `Cannot read data blob ${id}: it has ${plain.length} bytes, expected ${sizeBytes}. Run "holdfast check --read-data".`);
            }
            (0,_copy_bytes_js__WEBPACK_IMPORTED_MODULE_6__/* .copyBytes */ .n)(plain, this.slab, plainOffset);
        }
    }
}


/***/ }),

/***/ 35040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yx: () => (/* binding */ ROMIX_LANES),
  Mx: () => (/* binding */ createChunkerKernel),
  l3: () => (/* binding */ getPoly1305Kernel)
});

// UNUSED EXPORTS: createRomixKernel

;// CONCATENATED MODULE: ./build/wasm/kernels.generated.js
// Generated by scripts/build-wasm.ts from src/wasm/assembly. Do not edit.
const POLY1305_WASM = 'AGFzbQEAAAABEgRgAABgAX8AYAJ/fgBgAn9/AAMIBwEAAgAAAwEFBAEBAgIGYxN/AEEAC38AQSALfwBBwAALfwBBgIAEC34BQgALfgFCAAt+AUIAC34BQgALfgFCAAt+AUIAC34BQgALfgFCAAt+AUIAC34BQgALfgFCAAt+AUIAC34BQgALfgFCAAt+AUIACwdICANLRVkDAANUQUcDAQZXSU5ET1cDAgxXSU5ET1dfQllURVMDAwVzdGFydAAEBnVwZGF0ZQAABmZpbmlzaAAGBm1lbW9yeQIACucNBygBAX8gAEFAayEBIABBEHEEf0HAAEKAgIAIEAJB0AAFQcAACyABEAULjAIBBX4jBCMJfiMNQgV+IgEjBX58IwxCBX4iAiMGfnwjC0IFfiIDIwd+fCMIIwpCBX5+fCEAIwQjDX4jBSMMfnwjBiMLfnwjByMKfnwjCCMJfnwjBCMMfiMFIwt+fCMGIwp+fCMHIwl+fCMIIAF+fCMEIwt+IwUjCn58IwYjCX58IwcgAX58IwggAn58IwQjCn4jBSMJfnwjBiABfnwjByACfnwjCCADfnwgAEIaiHwiAkIaiHwiA0IaiHwiAUIaiHwiBEIaiEIFfiAAQv///x+DfCQEIAJC////H4MjBEIaiHwkBSMEQv///x+DJAQgA0L///8fgyQGIAFC////H4MkByAEQv///x+DJAgLYgECfiAAKQMIIQIjBCAAKQMAIgNC////H4N8JAQjBSADQhqIQv///x+DfCQFIwYgAkIMhiADQjSIhEL///8fg3wkBiMHIAJCDohC////H4N8JAcjCCACQiiIIAGEfCQIEAELowMBB34jBSMEQhqIfCQFIwRC////H4MkBCMGIwVCGoh8JAYjBUL///8fgyQFIwcjBkIaiHwkByMGQv///x+DJAYjCCMHQhqIfCQIIwdC////H4MkByMEIwhCGohCBX58JAQjCEL///8fgyQIIwUjBEIaiHwkBSMEQv///x+DJAQjBiMFQhqIfCQGIwVC////H4MkBSMHIwZCGoh8JAcjBkL///8fgyQGIwgjB0IaiHwkCCMHQv///x+DJAcjBCMIQhqIQgV+fCQEIwhC////H4MkCEIAIwgjByMGIwUjBEIFfCIFQhqIfCIGQhqIfCIAQhqIfCIBQhqIfCICQhqIfSIDQn+FIgQjBIMgBUL///8fgyADg4QkBCMFIASDIAZC////H4MgA4OEJAUjBiAEgyAAQv///x+DIAODhCQGIwcgBIMgAUL///8fgyADg4QkByMIIASDIAJC////H4MgA4OEJAhBICMEIwVCGoaEIwZCNIaEIgBBECkDAHwiATcDAEEoIAAgAVatQRgpAwAjB0IOhiMGQgyIhCMIQiiGhHx8NwMAC6IBAQJ+QQgpAwBC/P///8D///8PgyEAQQApAwBC/////8D///8PgyIBQv///x+DJAkgAUIaiEL///8fgyQKIABCDIYgAUI0iIRC////H4MkCyAAQg6IQv///x+DJAwgAEIoiCQNIwkkBCMKJAUjCyQGIwwkByMNJAgQASMEJA4jBSQPIwYkECMHJBEjCCQSQgAkCEIAJAdCACQGQgAkBUIAJAQLwwUBH34jCSEHIw4hCCMKIglCBX4hFSMLIg1CBX4hESMMIhJCBX4hDiMNIhZCBX4hCiMPIgtCBX4hFyMQIg9CBX4hEyMRIhRCBX4hECMSIhhCBX4hDCMEIQIjBSEDIwYhBCMHIQUjCCEGA0AgACABSQRAIAApAxAiG0L///8fgyIZIAd+IAogG0IaiEL///8fgyIafnwgDiAAKQMYIhxCDIYgG0I0iIRC////H4MiG358IBEgHEIOiEL///8fgyIdfnwgFSAcQiiIQoCAgAiEIhx+fCACIAApAwAiHkL///8fg3wiAiAIfiAMIAMgHkIaiEL///8fg3wiH358IBAgBCAAKQMIIgRCDIYgHkI0iIRC////H4N8Ih5+fCATIAUgBEIOiEL///8fg3wiA358IBcgBiAEQiiIQoCAgAiEfCIFfnx8IQYgFiAZfiASIBp+fCANIBt+fCAJIB1+fCAHIBx+fCACIBh+IBQgH358IA8gHn58IAMgC358IAUgCH58fCASIBl+IA0gGn58IAkgG358IAcgHX58IAogHH58IAIgFH4gDyAffnwgCyAefnwgAyAIfnwgBSAMfnx8IgRCGoh8ISAgBEL///8fgyANIBl+IAkgGn58IAcgG358IAogHX58IA4gHH58IAIgD34gCyAffnwgCCAefnwgAyAMfnwgBSAQfnx8IAkgGX4gByAafnwgCiAbfnwgDiAdfnwgESAcfnwgAiALfiAIIB9+fCAMIB5+fCADIBB+fCAFIBN+fHwgBkIaiHwiAkIaiHwiA0IaiHwhBSADQv///x+DIQQgAkL///8fgyAgQhqIQgV+IAZC////H4N8IgJCGoh8IQMgAkL///8fgyECICBC////H4MgBUIaiHwhBiAFQv///x+DIQUgAEEgaiEADAELCyACJAQgAyQFIAQkBiAFJAcgBiQICz0BAX8gAEFwcSIBEAAgACABSgRAIABBQGtBAToAACAAQcEAakEAQQ8gACABa2v8CwAgAUFAa0IAEAILEAML';
const CHUNKER_WASM = 'AGFzbQEAAAABCgJgAn9/AX9gAAADBAMAAQAFBgEBgQGBAQYTA38AQQALfwBBgBALfwBBgMAACwdEBgxBUFBFTkRfVEFCTEUDAAtMRUFWRV9UQUJMRQMBBkJVRkZFUgMCB2ZpbmRDdXQAAgdwcmVwYXJlAAEGbWVtb3J5AgAKmA0DoQkCCH8Le0HAK0EAQYAI/AsAIABBQGohBSABQUBrIQcDQCAEIAdJBEAgBCAFaiEAIARBBHRB/w9xQcAjaiEGQQAhAwNAIANBCEkEQCADQQV0QcAzaiIIIAAgASADbGr9AAQAIhEgACADQQhqIAFsav0ABAAiEv0NABABEQISAxMEFAUVBhYHF/0LBAAgCCARIBL9DQgYCRkKGgsbDBwNHQ4eDx/9CwQQIANBAWohAwwBCwtBACEAA0AgAEGAAUkEQCAAQQF0QcA1aiIDIABBwDNq/QAEACIRIABBwDRq/QAEACIS/Q0AEAERAhIDEwQUBRUGFgcX/QsEACADIBEgEv0NCBgJGQoaCxsMHA0dDh4PH/0LBBAgAEEQaiEADAELC0EAIQADQCAAQYABSQRAIABBAXRBwDNqIgMgAEHANWr9AAQAIhEgAEHANmr9AAQAIhL9DQAQARECEgMTBBQFFQYWBxf9CwQAIAMgESAS/Q0IGAkZChoLGwwcDR0OHg8f/QsEECAAQRBqIQAMAQsLQQAhAANAIABBgAFJBEAgBiAAQQF0aiIDIABBwDNq/QAEACIRIABBwDRq/QAEACIS/Q0AEAERAhIDEwQUBRUGFgcX/QsEACADIBEgEv0NCBgJGQoaCxsMHA0dDh4PH/0LBBAgAEEQaiEADAELCyAEQQR0QYAIakH/D3FBwCNqIQlBACEDA0AgA0GAAkkEQCAOQcAh/QAEACALQQT9bSIT/YACQdAh/QAEACAL/QwPDw8PDw8PDw8PDw8PDw8P/U4iEf2AAv1RQaAj/QAEACADIAlq/QAEACILQQT9bSIU/YACQbAj/QAEACAL/QwPDw8PDw8PDw8PDw8PDw8P/U4iEv2AAv1R/VH9USELIA9BoCH9AAQAIBP9gAJBsCH9AAQAIBH9gAL9UUGAI/0ABAAgFP2AAkGQI/0ABAAgEv2AAv1R/VH9USEOIBBBgCH9AAQAIBP9gAJBkCH9AAQAIBH9gAL9UUHgIv0ABAAgFP2AAkHwIv0ABAAgEv2AAv1R/VH9USEPIAxB4CD9AAQAIBP9gAJB8CD9AAQAIBH9gAL9UUHAIv0ABAAgFP2AAkHQIv0ABAAgEv2AAv1R/VH9USEQIA1BwCD9AAQAIBP9gAJB0CD9AAQAIBH9gAL9UUGgIv0ABAAgFP2AAkGwIv0ABAAgEv2AAv1R/VH9USEMIAogAyAGav0ABAAiCkEF/W39UUGgIP0ABAAgE/2AAkGwIP0ABAAgEf2AAv1RQYAi/QAEACAU/YACQZAi/QAEACAS/YAC/VH9Uf1RIQ1BASAEQcAASSAKQQP9a0GAIP0ABAAgE/2AAkGQIP0ABAAgEf2AAv1RQeAh/QAEACAU/YACQfAh/QAEACAS/YAC/VH9Uf1RIgogDf1QIAz9DH9/f39/f39/f39/f39/f3/9Tv1QIhH9YxtFBEAgAkUgBSAR/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZGgiCCABbGogBGogA0EEdmpBAWoiACACSXIEQCAAIQILIAhFBEAgAg8LCyADQRBqIQMMAQsLIARBEGohBAwBCwsgAgvuAQIDfwJ+A0AgAUEHSQRAQQAhAANAIABBEEkEQCAAQQN0KQMAQgOGIQMgAUEFdEGAIGoiAiAAaiAAQQd0KQMAQgOGIAFBA3StIgSIPAAAIAJBEGogAGogAyAEiDwAACAAQQFqIQAMAQsLIAFBAWohAQwBCwtBACEBA0AgAUEHSQRAQQAhAANAIABBEEkEQCAAQQN0QYAQaikDAEIDhiEDIAFBBXRB4CFqIgIgAGogAEEHdEGAEGopAwBCA4YgAUEDdK0iBIg8AAAgAkEQaiAAaiADIASIPAAAIABBAWohAAwBCwsgAUEBaiEBDAELCwuCAgIBfgF/IABBgEBrIQAgAUGAQGshAwNAIAMgAGtBgIAETwRAIABBgCAQACIBBEAgAUGAQGoPCyAAQYCABGohAAwBCwsDQCADIABrQYDAAE8EQCAAQYAEEAAiAQRAIAFBgEBqDwsgAEGAQGshAAwBCwsgAEFAaiEBA0AgACABSwRAIAJCLYinQQN0KQMAIAExAAAgAkIIhoSFIQIgAUEBaiEBDAELCwJ/A0AgACADSQRAIABBQGotAABBA3RBgBBqKQMAIAJCLYinQQN0KQMAIAAxAAAgAkIIhoSFhSECIABBAWoiACACQv//P4NQDQIaDAELC0EACyIAQYBAakF/IAAbCw==';
const kernels_generated_ROMIX_WASM = 'AGFzbQEAAAABGANgB39/f39/f38AYAV/f39/fwBgAn9/AAMEAwABAgUFAQEBkCAGBwF/AEHAAAsHGQMGQkxPQ0tTAwADbWl4AAIGbWVtb3J5AgAK3BgD7hQCEnsKfyAGQQd0IhkgAGohGyAZIBtqIh0gGWohHiAZQUBqIhwgAWohHyAAIBxqIiD9AAQAIB/9AAQA/VEhCCAg/QAEECAf/QAEEP1RIQ0gIP0ABCAgH/0ABCD9USEOICD9AAQwIB/9AAQw/VEhCSAbIBxqIh/9AAQAIAIgHGoiIP0ABAD9USETIB/9AAQQICD9AAQQ/VEhCyAf/QAEICAg/QAEIP1RIRQgH/0ABDAgIP0ABDD9USEPIBwgHWoiH/0ABAAgAyAcaiIg/QAEAP1RIQcgH/0ABBAgIP0ABBD9USEQIB/9AAQgICD9AAQg/VEhESAf/QAEMCAg/QAEMP1RIQogHCAeaiIf/QAEACAEIBxqIhz9AAQA/VEhFSAf/QAEECAc/QAEEP1RIQwgH/0ABCAgHP0ABCD9USEWIB/9AAQwIBz9AAQw/VEhEgNAIBogBkEBdEkEQCAaQQZ0IhwgAWohHyAIIAAgHGoiIP0ABAAgH/0ABAD9Uf1RIQggDSAg/QAEECAf/QAEEP1R/VEhDSAOICD9AAQgIB/9AAQg/VH9USEOIAkgIP0ABDAgH/0ABDD9Uf1RIQkgEyAbIBxqIh/9AAQAIAIgHGoiIP0ABAD9Uf1RIRMgCyAf/QAEECAg/QAEEP1R/VEhCyAUIB/9AAQgICD9AAQg/VH9USEUIA8gH/0ABDAgIP0ABDD9Uf1RIQ8gByAcIB1qIh/9AAQAIAMgHGoiIP0ABAD9Uf1RIQcgECAf/QAEECAg/QAEEP1R/VEhECARIB/9AAQgICD9AAQg/VH9USERIAogH/0ABDAgIP0ABDD9Uf1RIQogFSAcIB5qIh/9AAQAIAQgHGoiHP0ABAD9Uf1RIRUgDCAf/QAEECAc/QAEEP1R/VEhDCAWIB/9AAQgIBz9AAQg/VH9USEWIBIgH/0ABDAgHP0ABDD9Uf1RIRIgGSAZIBkgBSAaQQFxIAZsIBpBAXZqQQZ0aiIhaiIfaiIgaiEiICEgCP0LBAAgISAN/QsEECAhIA79CwQgICEgCf0LBDAgHyAT/QsEACAfIAv9CwQQIB8gFP0LBCAgHyAP/QsEMCAgIAf9CwQAICAgEP0LBBAgICAR/QsEICAgIAr9CwQwICIgFf0LBAAgIiAM/QsEECAiIBb9CwQgICIgEv0LBDBBACEcA0AgHEEISARAIAggCSAOIA0gCCAJ/a4BIglBB/2rASAJQRn9rQH9UP1RIgkgCP2uASIIQQn9qwEgCEEX/a0B/VD9USIIIAn9rgEiDUEN/asBIA1BE/2tAf1Q/VEiDSAI/a4BIg5BEv2rASAOQQ79rQH9UP1RIQ4gEyAPIBQgCyATIA/9rgEiC0EH/asBIAtBGf2tAf1Q/VEiCyAT/a4BIg9BCf2rASAPQRf9rQH9UP1RIg8gC/2uASITQQ39qwEgE0ET/a0B/VD9USITIA/9rgEiFEES/asBIBRBDv2tAf1Q/VEhFCAIIAj9DQgJCgsMDQ4PAAECAwQFBgcgDSAN/Q0EBQYHCAkKCwwNDg8AAQIDIA4gCSAJ/Q0MDQ4PAAECAwQFBgcICQoLIgj9rgEiCUEH/asBIAlBGf2tAf1Q/VEiCSAO/a4BIg1BCf2rASANQRf9rQH9UP1RIRcgDyAP/Q0ICQoLDA0ODwABAgMEBQYHIBMgE/0NBAUGBwgJCgsMDQ4PAAECAyAUIAsgC/0NDA0ODwABAgMEBQYHCAkKCyIL/a4BIg1BB/2rASANQRn9rQH9UP1RIg8gFP2uASINQQn9qwEgDUEX/a0B/VD9USEYIA4gCCAXIAn9rgEiCEEN/asBIAhBE/2tAf1Q/VEiDSAX/a4BIghBEv2rASAIQQ79rQH9UP1RIQggFCALIBggD/2uASILQQ39qwEgC0ET/a0B/VD9USILIBj9rgEiDkES/asBIA5BDv2tAf1Q/VEhEyANIA39DQQFBgcICQoLDA0ODwABAgMhDSALIAv9DQQFBgcICQoLDA0ODwABAgMhCyAXIBf9DQgJCgsMDQ4PAAECAwQFBgchDiAYIBj9DQgJCgsMDQ4PAAECAwQFBgchFCAJIAn9DQwNDg8AAQIDBAUGBwgJCgshCSAPIA/9DQwNDg8AAQIDBAUGBwgJCgshDyAHIAogESAQIAcgCv2uASIKQQf9qwEgCkEZ/a0B/VD9USIKIAf9rgEiB0EJ/asBIAdBF/2tAf1Q/VEiByAK/a4BIhBBDf2rASAQQRP9rQH9UP1RIhAgB/2uASIRQRL9qwEgEUEO/a0B/VD9USERIBUgEiAWIAwgFSAS/a4BIgxBB/2rASAMQRn9rQH9UP1RIgwgFf2uASISQQn9qwEgEkEX/a0B/VD9USISIAz9rgEiFUEN/asBIBVBE/2tAf1Q/VEiFSAS/a4BIhZBEv2rASAWQQ79rQH9UP1RIRYgByAH/Q0ICQoLDA0ODwABAgMEBQYHIBAgEP0NBAUGBwgJCgsMDQ4PAAECAyARIAogCv0NDA0ODwABAgMEBQYHCAkKCyIH/a4BIgpBB/2rASAKQRn9rQH9UP1RIgogEf2uASIQQQn9qwEgEEEX/a0B/VD9USEXIBIgEv0NCAkKCwwNDg8AAQIDBAUGByAVIBX9DQQFBgcICQoLDA0ODwABAgMgFiAMIAz9DQwNDg8AAQIDBAUGBwgJCgsiDP2uASIQQQf9qwEgEEEZ/a0B/VD9USISIBb9rgEiEEEJ/asBIBBBF/2tAf1Q/VEhGCARIAcgFyAK/a4BIgdBDf2rASAHQRP9rQH9UP1RIhAgF/2uASIHQRL9qwEgB0EO/a0B/VD9USEHIBYgDCAYIBL9rgEiDEEN/asBIAxBE/2tAf1Q/VEiDCAY/a4BIhFBEv2rASARQQ79rQH9UP1RIRUgECAQ/Q0EBQYHCAkKCwwNDg8AAQIDIRAgDCAM/Q0EBQYHCAkKCwwNDg8AAQIDIQwgFyAX/Q0ICQoLDA0ODwABAgMEBQYHIREgGCAY/Q0ICQoLDA0ODwABAgMEBQYHIRYgCiAK/Q0MDQ4PAAECAwQFBgcICQoLIQogEiAS/Q0MDQ4PAAECAwQFBgcICQoLIRIgHEECaiEcDAELCyANICH9AAQQ/a4BIQ0gDiAh/QAEIP2uASEOIAkgIf0ABDD9rgEhCSATIB/9AAQA/a4BIRMgCyAf/QAEEP2uASELIBQgH/0ABCD9rgEhFCAPIB/9AAQw/a4BIQ8gByAg/QAEAP2uASEHIBAgIP0ABBD9rgEhECARICD9AAQg/a4BIREgCiAg/QAEMP2uASEKIBUgIv0ABAD9rgEhFSAMICL9AAQQ/a4BIQwgFiAi/QAEIP2uASEWIBIgIv0ABDD9rgEhEiAhIAggIf0ABAD9rgEiCP0LBAAgISAN/QsEECAhIA79CwQgICEgCf0LBDAgHyAT/QsEACAfIAv9CwQQIB8gFP0LBCAgHyAP/QsEMCAgIAf9CwQAICAgEP0LBBAgICAR/QsEICAgIAr9CwQwICIgFf0LBAAgIiAM/QsEECAiIBb9CwQgICIgEv0LBDAgGkEBaiEaDAELCwuEAQEBfyAAIAEgBEEHdCIFIANBAWsiAyAAIAVqQUBqKAIAcUECdGxqIAEgBSAAIAVBAXRqQUBqKAIAIANxQQJ0QQFqbGogASAFIAAgBUEDbGpBQGooAgAgA3FBAnRBAmpsaiABIAUgACAFQQJ0akFAaigCACADcUECdEEDamxqIAIgBBAAC+MCAQh/IAFBB3QiCEECdCIEQUBrIQcgCCAEIAdqIgNqIQZBwAAhBQNAIAUgBEFAa0kEQEEAIAVBwAD8CgAAQQAhAgNAIAJBEEkEQCAFIAJBAnRqIAJBBWxBD3FBAnQoAgA2AgAgAkEBaiECDAELCyAFQUBrIQUMAQsLIANBACAI/AsAIAZBwAAgBPwKAABBASECA0AgACACSwRAIAYgAkEBayAEbGoiBSADIAMgAyADIAQgBWogARAAIAJBAWohAgwBCwsgBiAAQQFrIARsaiADIAMgAyADQcAAIAEQAANAIAAgCUsEQEHAACAGIAcgACABEAEgByAGQcAAIAAgARABIAlBAmohCQwBCwtBwAAhAQNAIAEgBEFAa0kEQEEAIAFBwAD8CgAAQQAhAANAIABBEEkEQCABIABBBWxBD3FBAnRqIABBAnQoAgA2AgAgAEEBaiEADAELCyABQUBrIQEMAQsLCw==';

;// CONCATENATED MODULE: ./build/wasm/kernels.js

/** So many blocks a RomixKernel mixes at once. */
const ROMIX_LANES = 4;
const TABLE_ENTRIES = 256;
const KEY_BYTES = 32;
const TAG_BYTES = 16;
const WASM_PAGE_BYTES = 65_536;
let poly1305Kernel = null;
let chunkerModule = null;
/** The thread's one kernel: callers finish a message before they return. */
function getPoly1305Kernel() {
    poly1305Kernel ??= createPoly1305Kernel();
    return poly1305Kernel;
}
function createPoly1305Kernel() {
    const exports = instantiate(compile(POLY1305_WASM));
    const view = (offset, length) => new Uint8Array(exports.memory.buffer, offset.value, length);
    return {
        key: view(exports.KEY, KEY_BYTES),
        tag: view(exports.TAG, TAG_BYTES),
        window: view(exports.WINDOW, exports.WINDOW_BYTES.value),
        start: exports.start,
        update: exports.update,
        finish: exports.finish,
    };
}
/** A kernel with memory of its own, 8 MiB of which only what is used becomes resident. */
function createChunkerKernel() {
    chunkerModule ??= compile(CHUNKER_WASM);
    const exports = instantiate(chunkerModule);
    const { buffer } = exports.memory;
    return {
        appendTable: new BigUint64Array(buffer, exports.APPEND_TABLE.value, TABLE_ENTRIES),
        leaveTable: new BigUint64Array(buffer, exports.LEAVE_TABLE.value, TABLE_ENTRIES),
        prepare: exports.prepare,
        buffer: new Uint8Array(buffer, exports.BUFFER.value),
        findCut: exports.findCut,
    };
}
/**
 * A kernel for ROMIX_LANES blocks of 128·r bytes and tables of N of each, with as much memory of its own, 257 MiB at most.
 * @throws RangeError for more.
 */
function createRomixKernel({ N, r }) {
    const exports = instantiate(compile(ROMIX_WASM));
    const blockBytes = 128 * r;
    const neededBytes = exports.BLOCKS.value + blockBytes * (ROMIX_LANES * (N + 2) + 1);
    const missingBytes = neededBytes - exports.memory.buffer.byteLength;
    if (missingBytes > 0)
        exports.memory.grow(Math.ceil(missingBytes / WASM_PAGE_BYTES));
    return {
        blocks: new Uint8Array(exports.memory.buffer, exports.BLOCKS.value, ROMIX_LANES * blockBytes),
        mix: () => exports.mix(N, r),
    };
}
function compile(base64) {
    return new WebAssembly.Module(Buffer.from(base64, 'base64'));
}
/** The kernels import nothing. T is what its source exports. */
function instantiate(module) {
    return new WebAssembly.Instance(module).exports;
}


/***/ })

};
