export const id = 2663;
export const ids = [2663];
export const modules = {

/***/ 82643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ assertName),
/* harmony export */   V: () => (/* binding */ NAME_PATTERN)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


/** Names that a store takes: 1 to 200 letters, digits, points, underscores and hyphens, not beginning with a point. */
const NAME_PATTERN = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}$/;
/** @throws HoldfastError internal: names are ours, never a user's. */
function assertName(name) {
    if (NAME_PATTERN.test(name))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('internal', `Cannot store an archive as ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(JSON.stringify(name))}: the name doesn't fit ${NAME_PATTERN}.`);
}


/***/ }),

/***/ 93301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ tryWritingTo),
/* harmony export */   o: () => (/* binding */ openFolderStore)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _backends_backend_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(77656);
/* harmony import */ var _backends_cancel_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(54716);
/* harmony import */ var _backends_directory_errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(26439);
/* harmony import */ var _backends_durable_write_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69348);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(19473);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(53648);
/* harmony import */ var _archive_store_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82643);












/** Bytes asked from the disk at once. */
const READ_BYTES = 256 * 1024;
/** A file that nobody has written to for so long is what a killed run left. */
const ABANDONED_AFTER_MS = 24 * 3_600_000;
const TEMPORARY = /^\..*-tmp-\d+$/;
const TEMPORARY_NUMBER_LIMIT = 2 ** 47;
/**
 * Archives in a folder of this machine, which must be there: one that isn't may be a disk that isn't mounted. A file is
 * written under a hidden temporary name, synced, and gets its own name then; mode 0600.
 */
function openFolderStore(path) {
    return new FolderStore((0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(path));
}
/** More than most evidence: what a filesystem that is full still takes into its own blocks proves nothing. */
const TRIAL_BYTES = 64 * 1024;
/**
 * Writes to the folder `path` as the store does, under a temporary name, and removes that again. What a run that is killed meanwhile
 * leaves goes as all that is abandoned does.
 * @throws The system's error.
 */
async function tryWritingTo(path) {
    const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, `.trial-tmp-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomInt)(TEMPORARY_NUMBER_LIMIT)}`);
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(temporary, 'wx', 0o600);
    try {
        try {
            await file.writeFile(Buffer.alloc(TRIAL_BYTES));
            await (0,_backends_durable_write_js__WEBPACK_IMPORTED_MODULE_4__/* .ignoringUnoffered */ .G5)(file.sync());
        }
        finally {
            await file.close();
        }
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.unlink)(temporary);
    }
}
class FolderStore {
    location;
    folder;
    #root;
    constructor(root) {
        this.#root = root;
        this.folder = root;
        this.location = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.displayText)(root);
    }
    async put(name, stream, signal) {
        (0,_archive_store_js__WEBPACK_IMPORTED_MODULE_6__/* .assertName */ .I)(name);
        (0,_backends_cancel_js__WEBPACK_IMPORTED_MODULE_7__/* .throwIfCancelled */ .dZ)(signal);
        const cannot = `Cannot save the archive file "${name}" in "${this.location}"`;
        await this.#removeAbandoned();
        const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.#root, `.${name}-tmp-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomInt)(TEMPORARY_NUMBER_LIMIT)}`);
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(temporary, 'wx', 0o600).catch((error) => {
            throw (0,_backends_directory_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .directoryError */ .yJ)(cannot, error);
        });
        try {
            try {
                await writeStream(file, stream, { cannot, signal });
                await (0,_backends_durable_write_js__WEBPACK_IMPORTED_MODULE_4__/* .ignoringUnoffered */ .G5)(file.sync());
            }
            finally {
                await file.close();
            }
            (0,_backends_cancel_js__WEBPACK_IMPORTED_MODULE_7__/* .throwIfCancelled */ .dZ)(signal);
            await (0,_backends_durable_write_js__WEBPACK_IMPORTED_MODULE_4__/* .giveName */ .JJ)(temporary, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.#root, name));
        }
        catch (error) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.unlink)(temporary).catch(() => { });
            throw isOfSystem(error) ? this.#explained(cannot, error) : error;
        }
        await (0,_backends_durable_write_js__WEBPACK_IMPORTED_MODULE_4__/* .syncFolder */ .Yw)(this.#root).catch((error) => {
            throw (0,_backends_directory_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .directoryError */ .yJ)(cannot, error);
        });
    }
    async *get(name, signal) {
        (0,_archive_store_js__WEBPACK_IMPORTED_MODULE_6__/* .assertName */ .I)(name);
        const cannot = `Cannot read the archive file "${name}" in "${this.location}"`;
        (0,_backends_cancel_js__WEBPACK_IMPORTED_MODULE_7__/* .throwIfCancelled */ .dZ)(signal);
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.#root, name), node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK).catch((error) => {
            throw (0,_system_error_js__WEBPACK_IMPORTED_MODULE_9__/* .systemCode */ .xU)(error) === 'ENOENT' ? missing(cannot) : (0,_backends_directory_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .directoryReadError */ .G1)(cannot, error);
        });
        try {
            const found = await file.stat();
            if (!found.isFile())
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .HoldfastError */ .E('archive-damaged', `${cannot}: it is no file.`);
            for (let at = 0; at < found.size;) {
                (0,_backends_cancel_js__WEBPACK_IMPORTED_MODULE_7__/* .throwIfCancelled */ .dZ)(signal);
                const buffer = Buffer.allocUnsafeSlow(Math.min(READ_BYTES, found.size - at));
                const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
                if (bytesRead === 0) {
                    throw new _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .HoldfastError */ .E('archive-damaged', `${cannot}: it ended at ${at} bytes, expected ${found.size}.`);
                }
                at += bytesRead;
                yield buffer.subarray(0, bytesRead);
            }
        }
        catch (error) {
            throw isOfSystem(error) ? (0,_backends_directory_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .directoryReadError */ .G1)(cannot, error) : error;
        }
        finally {
            await file.close();
        }
    }
    async *list(signal) {
        (0,_backends_cancel_js__WEBPACK_IMPORTED_MODULE_7__/* .throwIfCancelled */ .dZ)(signal);
        for (const name of await this.#names()) {
            (0,_backends_cancel_js__WEBPACK_IMPORTED_MODULE_7__/* .throwIfCancelled */ .dZ)(signal);
            if (!_archive_store_js__WEBPACK_IMPORTED_MODULE_6__/* .NAME_PATTERN */ .V.test(name))
                continue;
            const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.#root, name)).catch(() => null);
            if (found?.isFile())
                yield { name, sizeBytes: found.size, storedMs: found.mtimeMs };
        }
    }
    async remove(name, signal) {
        (0,_archive_store_js__WEBPACK_IMPORTED_MODULE_6__/* .assertName */ .I)(name);
        (0,_backends_cancel_js__WEBPACK_IMPORTED_MODULE_7__/* .throwIfCancelled */ .dZ)(signal);
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.unlink)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.#root, name));
            await (0,_backends_durable_write_js__WEBPACK_IMPORTED_MODULE_4__/* .syncFolder */ .Yw)(this.#root);
        }
        catch (error) {
            if ((0,_system_error_js__WEBPACK_IMPORTED_MODULE_9__/* .systemCode */ .xU)(error) === 'ENOENT')
                return;
            throw (0,_backends_directory_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .directoryError */ .yJ)(`Cannot remove the archive file "${name}" in "${this.location}"`, error);
        }
    }
    async close() { }
    #names() {
        const cannot = `Cannot use archives in "${this.location}"`;
        return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(this.#root).catch((error) => {
            if ((0,_system_error_js__WEBPACK_IMPORTED_MODULE_9__/* .systemCode */ .xU)(error) !== 'ENOENT')
                throw (0,_backends_directory_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .directoryError */ .yJ)(cannot, error);
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .HoldfastError */ .E('backend-failed', `${cannot}: the folder isn't there, expected one. Mount the disk that belongs there, or make the folder.`, { cause: error });
        });
    }
    #explained(cannot, error) {
        return (0,_system_error_js__WEBPACK_IMPORTED_MODULE_9__/* .systemCode */ .xU)(error) === 'EEXIST'
            ? new _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .HoldfastError */ .E('backend-failed', `${cannot}: the name is taken, and nothing is replaced.`, {
                cause: error,
            })
            : (0,_backends_directory_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .directoryError */ .yJ)(cannot, error);
    }
    /** Whoever can't remove them can still save. */
    async #removeAbandoned() {
        const names = (await this.#names()).filter((name) => TEMPORARY.test(name));
        for (const name of names) {
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.#root, name);
            const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(path).catch(() => null);
            if (found?.isFile() && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS)
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.unlink)(path).catch(() => { });
        }
    }
}
async function writeStream(file, stream, { cannot, signal }) {
    for await (const part of stream) {
        (0,_backends_cancel_js__WEBPACK_IMPORTED_MODULE_7__/* .throwIfCancelled */ .dZ)(signal);
        try {
            // On a handle writeFile goes on where the last one ended; unlike write, it never writes only a part.
            await file.writeFile(part);
        }
        catch (error) {
            throw (0,_backends_directory_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .directoryError */ .yJ)(cannot, error);
        }
    }
}
function isOfSystem(error) {
    return (0,_system_error_js__WEBPACK_IMPORTED_MODULE_9__/* .isSystemError */ .Or)(error) || (0,_system_error_js__WEBPACK_IMPORTED_MODULE_9__/* .systemCode */ .xU)(error) === 'EEXIST';
}
function missing(cannot) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .HoldfastError */ .E('backend-failed', `${cannot}: it isn't there.`, { cause: new _backends_backend_js__WEBPACK_IMPORTED_MODULE_11__/* .MissingFileError */ .Hb() });
}


/***/ }),

/***/ 2663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openArchiveStore: () => (/* binding */ openArchiveStore)
});

// EXTERNAL MODULE: ./build/backends/location.js + 6 modules
var backends_location = __webpack_require__(68713);
// EXTERNAL MODULE: ./build/backends/s3-url.js
var s3_url = __webpack_require__(4532);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/archive/folder-store.js
var folder_store = __webpack_require__(93301);
// EXTERNAL MODULE: ./build/backends/cancel.js
var cancel = __webpack_require__(54716);
// EXTERNAL MODULE: ./build/backends/backend.js
var backend = __webpack_require__(77656);
// EXTERNAL MODULE: ./build/backends/s3-answers.js
var s3_answers = __webpack_require__(72506);
// EXTERNAL MODULE: ./build/backends/s3-body.js
var s3_body = __webpack_require__(43685);
// EXTERNAL MODULE: ./build/backends/s3-connection.js + 3 modules
var s3_connection = __webpack_require__(83705);
// EXTERNAL MODULE: ./build/backends/s3-fault.js
var s3_fault = __webpack_require__(65629);
// EXTERNAL MODULE: ./build/backends/s3-pages.js
var s3_pages = __webpack_require__(37949);
// EXTERNAL MODULE: ./build/backends/s3-range.js
var s3_range = __webpack_require__(1152);
// EXTERNAL MODULE: ./build/backends/s3-requests.js
var s3_requests = __webpack_require__(56847);
// EXTERNAL MODULE: ./build/backends/s3-uploads.js
var s3_uploads = __webpack_require__(43895);
;// CONCATENATED MODULE: ./build/backends/s3-bucket.js










/** Objects below a prefix of a bucket, uploaded in one or in parts, each request tried again where that may help. */
async function openBucket(place, options = {}) {
    const sdk = await import(/* webpackIgnore: true */ './s3-sdk.js');
    return new S3Bucket(new s3_requests/* S3Requests */.t(new s3_connection/* S3Connection */.t(place, sdk, options), sdk, options));
}
/** From storage that has no locks, whatever it calls that; of what isn't there; or to one who may not know. */
const ANSWERS_OF_NO_LOCK = new Set([200, 400, 403, 404, 405, 501]);
class S3Bucket {
    location;
    uploads;
    #requests;
    constructor(requests) {
        this.#requests = requests;
        this.uploads = new s3_uploads/* S3Uploads */.v(requests);
        this.location = requests.location;
    }
    /** Objects right below the prefix whose names begin with `start`. */
    async *list(start = '', signal) {
        const what = `Cannot list the archives in "${this.location}"`;
        const folder = this.#requests.keyOf('');
        let token;
        do {
            const ContinuationToken = token;
            const page = await this.#requests.send('listing archives', what, signal, (client, watch) => client.send(new this.#requests.sdk.ListObjectsV2Command({
                Bucket: this.#requests.bucket,
                Prefix: `${folder}${start}`,
                Delimiter: '/',
                ContinuationToken,
            }), { abortSignal: watch.signal }));
            for (const { Key = '', Size = 0, LastModified } of page.Contents ?? [])
                yield {
                    name: Key.slice(folder.length),
                    sizeBytes: Size,
                    storedMs: LastModified === undefined ? null : LastModified.getTime(),
                };
            token = (0,s3_pages/* nextPage */.Z)(page, token, what);
        } while (token !== undefined);
    }
    /** The object, or null. */
    async find(name, signal) {
        for await (const object of this.list(name, signal))
            if (object.name === name)
                return object;
        return null;
    }
    /** Stores an object whole. Its name must be free; a storage that heeds no condition doesn't see to that. */
    async put(name, bytes, signal) {
        try {
            await this.#put(name, bytes, true, signal);
        }
        catch (error) {
            if ((0,s3_fault/* s3FaultIn */.W$)(error)?.status !== 501)
                throw error;
            await this.#put(name, bytes, false, signal);
        }
    }
    async #put(name, bytes, isConditional, signal) {
        const { sizeBytes, sha256, md5 } = (0,s3_body/* checksumsOf */.Uw)([bytes]);
        const input = {
            Bucket: this.#requests.bucket,
            Key: this.#requests.keyOf(name),
            ContentLength: sizeBytes,
            ContentMD5: md5,
            ContentType: 'application/octet-stream',
            ...this.#requests.storedAs,
            ...(isConditional ? { IfNoneMatch: '*' } : {}),
        };
        const what = this.#requests.cannot('save', name);
        await this.#requests.send(`saving ${name}`, what, signal, async (client, watch) => {
            const command = new this.#requests.sdk.PutObjectCommand({
                ...input,
                Body: (0,s3_body/* streamOf */.mA)([bytes], () => watch.heard()),
            });
            (0,s3_requests/* signBody */.u)(command, sha256);
            (0,s3_answers/* assertStored */.S_)(await client.send(command, { abortSignal: watch.signal }), what);
        });
    }
    /**
     * At most `lengthBytes` from `offset` on, and how many there are in all. `tag`: of the object that is meant, as the first
     * range of it told: another in its place is an error.
     */
    async getRange(name, range, signal) {
        const what = this.#requests.cannot('read', name);
        return this.#requests.send(`reading ${name}`, what, signal, async (client, watch) => {
            const answer = await client.send(new this.#requests.sdk.GetObjectCommand({
                Bucket: this.#requests.bucket,
                Key: this.#requests.keyOf(name),
                Range: (0,s3_range/* rangeHeader */.H)({ offset: range.offset, length: range.lengthBytes }),
                ...(range.tag === null ? {} : { IfMatch: range.tag }),
            }), { abortSignal: watch.signal });
            watch.heard();
            const { firstByte, sizeBytes, partBytes } = (0,s3_range/* extentOf */.O)(answer, what);
            const isRight = firstByte === range.offset && partBytes === Math.min(range.lengthBytes, sizeBytes - range.offset);
            const bytes = isRight ? await (0,s3_body/* readBody */.x8)(answer.Body, partBytes, () => watch.heard()) : null;
            if (bytes === null) {
                const how = 'it gave other bytes than those that were asked for';
                throw new errors/* HoldfastError */.E('backend-failed', `${what}: ${how}.`, { cause: new backend/* PassingFaultError */.ed(how) });
            }
            return { bytes, sizeBytes, tag: answer.ETag ?? null };
        });
    }
    /**
     * Resolves too when it isn't there. What is seen to be locked isn't removed: S3 would hide it behind a marker.
     * @throws HoldfastError retained.
     */
    async remove(name, signal) {
        await this.#assertUnlocked(name, signal);
        await this.#requests
            .send(`removing ${name}`, this.#requests.cannot('remove', name), signal, (client, watch) => client.send(new this.#requests.sdk.DeleteObjectCommand({
            Bucket: this.#requests.bucket,
            Key: this.#requests.keyOf(name),
        }), {
            abortSignal: watch.signal,
        }))
            .catch((error) => {
            if ((0,s3_fault/* s3FaultIn */.W$)(error)?.status !== 404)
                throw error;
        });
    }
    /** Who may not look at locks is taken for one whose bucket has none: most have none. */
    async #assertUnlocked(name, signal) {
        const what = this.#requests.cannot('see the lock of', name);
        const input = { Bucket: this.#requests.bucket, Key: this.#requests.keyOf(name) };
        const lock = await this.#requests
            .send(`looking at the lock of ${name}`, what, signal, (client, watch) => client.send(new this.#requests.sdk.GetObjectRetentionCommand(input), { abortSignal: watch.signal }))
            .catch((error) => {
            if (!ANSWERS_OF_NO_LOCK.has((0,s3_fault/* s3FaultIn */.W$)(error)?.status ?? 0))
                throw error;
            return null;
        });
        const until = lock?.Retention?.RetainUntilDate;
        if (until === undefined || until.getTime() <= Date.now())
            return;
        throw new errors/* HoldfastError */.E('retained', `${this.#requests.cannot('remove', name)}: its Object Lock (${lock?.Retention?.Mode}) forbids it until ` +
            `${until.toISOString()}. It is left as it is: try again after that.`);
    }
    close() {
        this.#requests.close();
    }
}

// EXTERNAL MODULE: ./build/archive/archive-store.js
var archive_store = __webpack_require__(82643);
;// CONCATENATED MODULE: ./build/archive/part-buffers.js

const MIB = 1024 * 1024;
/**
 * S3 takes 10,000 parts of an object, and at least 5 MiB in each but the last. Small ones first, so that a short archive
 * takes little memory; then large ones, of which two are held: 297 GiB in all.
 */
const SMALL_PART_BYTES = 16 * MIB;
const SMALL_PARTS = 1000;
const LARGE_PART_BYTES = 32 * MIB;
const MAX_PARTS = 10_000;
/** Cuts a stream into parts, in buffers that are used again: what the garbage collector must find would add up. */
class PartBuffers {
    #stream;
    #smallPartBytes;
    #free = [];
    /** @param smallPartBytes Default SMALL_PART_BYTES. */
    constructor(stream, smallPartBytes = SMALL_PART_BYTES) {
        this.#stream = stream;
        this.#smallPartBytes = smallPartBytes;
    }
    /** At least one, which may be empty. @throws HoldfastError bad-input for a stream of more parts than S3 takes. */
    async *parts() {
        let number = 1;
        let room = this.#take(number);
        let filled = 0;
        for await (const piece of this.#stream) {
            for (let at = 0; at < piece.length;) {
                // Only what comes behind a full part tells that it isn't the last.
                if (filled === room.length) {
                    yield { number, bytes: room, isLast: false, room };
                    if (++number > MAX_PARTS)
                        throw tooLong();
                    room = this.#take(number);
                    filled = 0;
                }
                const length = Math.min(piece.length - at, room.length - filled);
                room.set(piece.subarray(at, at + length), filled);
                filled += length;
                at += length;
            }
        }
        yield { number, bytes: room.subarray(0, filled), isLast: true, room };
    }
    give({ room }) {
        this.#free.push(room);
    }
    #take(number) {
        const wanted = number <= SMALL_PARTS ? this.#smallPartBytes : LARGE_PART_BYTES;
        this.#free = this.#free.filter(({ length }) => length === wanted);
        return this.#free.pop() ?? Buffer.allocUnsafeSlow(wanted);
    }
}
function tooLong() {
    const limitBytes = SMALL_PARTS * SMALL_PART_BYTES + (MAX_PARTS - SMALL_PARTS) * LARGE_PART_BYTES;
    return new errors/* HoldfastError */.E('bad-input', `Cannot save the archive: it has more than ${limitBytes} bytes, which is all that S3 takes in ${MAX_PARTS} parts. Back up into a repository, or the paths in several archives.`);
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/archive/s3-upload.js


/** Bytes of parts that are under way at once, beside the one that fills. */
const IN_FLIGHT_BYTES = 48 * 1024 * 1024;
/** How long removing the parts of a failed upload may take: a cancelled run is killed soon. */
const ABANDON_WITHIN_MS = 5000;
/** A part that was cut off has come to nothing by then, or is there. */
const PART_LANDS_WITHIN_MS = 300;
/** One object on its way: whole if it is one part, else in parts that become it at the end. */
class S3Upload {
    #bucket;
    #name;
    #buffers;
    #failing = new AbortController();
    #signal;
    #uploadId = null;
    #only = null;
    #inFlight = new Map();
    #parts = [];
    #sizeBytes = 0;
    #failure = null;
    constructor(bucket, name, buffers, signal) {
        this.#bucket = bucket;
        this.#name = name;
        this.#buffers = buffers;
        this.#signal =
            signal === undefined ? this.#failing.signal : AbortSignal.any([signal, this.#failing.signal]);
    }
    /** Takes a part over. Resolves when there is room for the next. @throws The first failure of any part. */
    async add(part) {
        this.#sizeBytes += part.bytes.length;
        if (part.isLast && part.number === 1) {
            this.#only = part;
            return;
        }
        this.#uploadId ??= await this.#bucket.uploads.begin(this.#name, this.#signal);
        const uploading = this.#upload(this.#uploadId, part)
            .catch((error) => {
            this.#failure ??= { error };
            this.#failing.abort();
        })
            .finally(() => this.#inFlight.delete(uploading));
        this.#inFlight.set(uploading, part.bytes.length);
        while (this.#inFlightBytes() > IN_FLIGHT_BYTES)
            await Promise.race(this.#inFlight.keys());
        this.#throwFailure();
    }
    /** Makes the object of what was added. */
    async finish() {
        await Promise.all(this.#inFlight.keys());
        this.#throwFailure();
        try {
            await this.#end();
        }
        catch (error) {
            if (!(await this.#isDone(error)))
                throw error;
        }
        this.#uploadId = null;
    }
    async #end() {
        if (this.#only !== null)
            return this.#bucket.put(this.#name, this.#only.bytes, this.#signal);
        const parts = this.#parts.toSorted((a, b) => a.number - b.number);
        await this.#bucket.uploads.complete(this.#name, { uploadId: this.#uploadId ?? '', parts }, this.#signal);
    }
    /** Removes what was sent, as far as the storage allows. Never throws. */
    async abandon() {
        this.#failing.abort();
        await Promise.allSettled(this.#inFlight.keys());
        if (this.#uploadId === null)
            return;
        const soon = AbortSignal.timeout(ABANDON_WITHIN_MS);
        const abort = () => this.#bucket.uploads.abort(this.#name, this.#uploadId ?? '', soon).catch(() => { });
        await abort();
        // A part that the storage was just taking can outlive that, as S3's documentation says: once more.
        await (0,promises_.setTimeout)(PART_LANDS_WITHIN_MS);
        await abort();
    }
    async #upload(uploadId, part) {
        const { number, bytes } = part;
        this.#parts.push(await this.#bucket.uploads.addPart(this.#name, { uploadId, number, bytes }, this.#signal));
        this.#buffers.give(part);
    }
    #inFlightBytes() {
        let bytes = 0;
        for (const partBytes of this.#inFlight.values())
            bytes += partBytes;
        return bytes;
    }
    #throwFailure() {
        if (this.#failure !== null)
            throw this.#failure.error;
    }
    /**
     * A try whose answer was lost may have made the object: the next one finds no upload, or the name taken. The name is ours
     * alone (it was free, and is random), so what has our size is ours.
     */
    async #isDone(error) {
        const { status } = (0,s3_fault/* s3FaultIn */.W$)(error) ?? { status: null };
        if (status !== 404 && status !== 412)
            return false;
        const found = await this.#bucket.find(this.#name, this.#signal);
        return found?.sizeBytes === this.#sizeBytes;
    }
}

;// CONCATENATED MODULE: ./build/archive/s3-store.js







/** Bytes of one request, and requests ahead of what is wanted. */
const READ_BYTES = 8 * 1024 * 1024;
const READ_AHEAD = 2;
/** What nobody has ended for so long is what a killed run left: no part of an upload takes as long. */
const ABANDONED_AFTER_MS = 24 * 3_600_000;
/** Archives as objects right below a prefix of a bucket, each uploaded in parts as it comes. */
async function openS3Store(place, options = {}) {
    return new S3Store(await openBucket(place, options), options.smallPartBytes);
}
class S3Store {
    location;
    #bucket;
    #smallPartBytes;
    constructor(bucket, smallPartBytes) {
        this.#bucket = bucket;
        this.#smallPartBytes = smallPartBytes;
        this.location = bucket.location;
    }
    async put(name, stream, signal) {
        (0,archive_store/* assertName */.I)(name);
        (0,cancel/* throwIfCancelled */.dZ)(signal);
        if (await this.#isTaken(name, signal))
            throw taken(name, this.location);
        await this.#removeAbandoned(signal);
        const buffers = new PartBuffers(stream, this.#smallPartBytes);
        const upload = new S3Upload(this.#bucket, name, buffers, signal);
        try {
            for await (const part of buffers.parts()) {
                (0,cancel/* throwIfCancelled */.dZ)(signal);
                await upload.add(part);
            }
            (0,cancel/* throwIfCancelled */.dZ)(signal);
            await upload.finish();
        }
        catch (error) {
            await upload.abandon();
            const { status, code } = (0,s3_fault/* s3FaultIn */.W$)(error) ?? {};
            throw status === 412 || code === 'PreconditionFailed' ? taken(name, this.location, error) : error;
        }
    }
    async *get(name, signal) {
        (0,archive_store/* assertName */.I)(name);
        (0,cancel/* throwIfCancelled */.dZ)(signal);
        const first = await this.#first(name, signal);
        if (first === null)
            return;
        const { sizeBytes, tag } = first;
        const coming = [];
        let offset = first.bytes.length;
        // What is under way when nobody wants it any more.
        const ending = new AbortController();
        const until = signal === undefined ? ending.signal : AbortSignal.any([signal, ending.signal]);
        const ask = () => {
            while (coming.length < READ_AHEAD && offset < sizeBytes) {
                const range = this.#bucket.getRange(name, { offset, lengthBytes: READ_BYTES, tag }, until);
                range.catch(() => { }); // met when it is its turn
                coming.push(range);
                offset += READ_BYTES;
            }
        };
        try {
            ask();
            yield first.bytes;
            for (let next = coming.shift(); next !== undefined; next = coming.shift()) {
                const { bytes } = await next;
                ask();
                yield bytes;
            }
        }
        finally {
            ending.abort();
        }
    }
    async *list(signal) {
        (0,cancel/* throwIfCancelled */.dZ)(signal);
        for await (const object of this.#bucket.list('', signal)) {
            if (archive_store/* NAME_PATTERN */.V.test(object.name))
                yield object;
        }
    }
    async remove(name, signal) {
        (0,archive_store/* assertName */.I)(name);
        (0,cancel/* throwIfCancelled */.dZ)(signal);
        await this.#bucket.remove(name, signal);
    }
    async close() {
        this.#bucket.close();
    }
    /** Who may only create can't look: the condition of the request itself refuses a name that is taken. */
    async #isTaken(name, signal) {
        try {
            return (await this.#bucket.find(name, signal)) !== null;
        }
        catch (error) {
            if ((0,errors/* asHoldfastError */.C)(error)?.code !== 'no-permission')
                throw error;
            return false;
        }
    }
    /** Null: it is empty, and such a one has no range. */
    async #first(name, signal) {
        try {
            return await this.#bucket.getRange(name, { offset: 0, lengthBytes: READ_BYTES, tag: null }, signal);
        }
        catch (error) {
            if ((0,s3_fault/* s3FaultIn */.W$)(error)?.status === 416)
                return null;
            throw error;
        }
    }
    /** A credential that may not list or remove them can still save: a lifecycle rule of the bucket's does it then. */
    async #removeAbandoned(signal) {
        try {
            const left = await this.#bucket.uploads.unfinished(Date.now() - ABANDONED_AFTER_MS, signal);
            for (const { name, uploadId } of left)
                if (archive_store/* NAME_PATTERN */.V.test(name))
                    await this.#bucket.uploads.abort(name, uploadId, signal);
        }
        catch {
            (0,cancel/* throwIfCancelled */.dZ)(signal);
        }
    }
}
function taken(name, location, cause) {
    return new errors/* HoldfastError */.E('backend-failed', `Cannot save the archive file "${name}" in "${location}": the name is taken, and nothing is replaced.`, { cause });
}

;// CONCATENATED MODULE: ./build/archive/open-store.js





const LOCAL_PREFIX = 'local:';
/**
 * The store that `location` names, in the notation of repositories: `/path`, `local:/path`, `s3:https://host/bucket/prefix`.
 * Nothing is asked yet.
 *
 * @throws HoldfastError bad-input. The message never shows a user name or password of the URL.
 */
async function openArchiveStore(location, options = {}) {
    if (location.startsWith(s3_url/* S3_SCHEME */.b))
        return openS3Store((0,s3_url/* parseS3Url */.F)(location, (0,backends_location/* redactUrl */.BO)(location)), options);
    const isLocal = location.startsWith(LOCAL_PREFIX);
    const path = isLocal ? location.slice(LOCAL_PREFIX.length) : location;
    if (path !== '' && !path.includes('\0') && (isLocal || !/^[a-z][a-z0-9]+:/i.test(path)))
        return (0,folder_store/* openFolderStore */.o)(path);
    throw new errors/* HoldfastError */.E('bad-input', `Cannot keep archives in "${(0,backends_location/* redactUrl */.BO)(location)}": no such kind of storage, expected a folder or S3. ` +
        'Use "/path" or "s3:https://HOST/BUCKET/PREFIX".');
}


/***/ }),

/***/ 55483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yl: () => (/* binding */ headersOf),
/* harmony export */   wg: () => (/* binding */ inputOf),
/* harmony export */   yq: () => (/* binding */ signHeaderBytes)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);

/** What an upload is taken for of which nobody says what it is. */
const DEFAULT_TYPES = ['application/octet-stream', 'binary/octet-stream'];
/** What an object is kept with, as an answer tells. Values are bytes: one character each. */
function headersOf(answer) {
    const all = {
        'content-type': DEFAULT_TYPES.includes(answer.ContentType ?? '') ? undefined : answer.ContentType,
        'content-encoding': answer.ContentEncoding,
        'content-disposition': answer.ContentDisposition,
        'content-language': answer.ContentLanguage,
        'cache-control': answer.CacheControl,
    };
    const headers = Object.entries(all).filter((entry) => Boolean(entry[1]));
    return { headers: Object.fromEntries(headers), metadata: answer.Metadata ?? {} };
}
function inputOf({ headers, metadata }) {
    const input = {
        ContentType: headers['content-type'] ?? 'application/octet-stream',
        ContentEncoding: headers['content-encoding'],
        ContentDisposition: headers['content-disposition'],
        ContentLanguage: headers['content-language'],
        CacheControl: headers['cache-control'],
        Metadata: Object.keys(metadata).length === 0 ? undefined : { ...metadata },
    };
    return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
/**
 * A file's name in another alphabet, say. A signature covers text as UTF-8, and Node sends one byte a character: so such a value is
 * signed as the text that its bytes are, and sent as these. Storages keep nothing that is no UTF-8.
 */
function signHeaderBytes(command) {
    const stack = command.middlewareStack;
    const sent = new Map();
    stack.add((next) => (args) => {
        const { headers } = args.request;
        for (const [name, value] of Object.entries(headers)) {
            const signed = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toText)(value);
            if (signed === null || signed === value)
                continue;
            sent.set(name, value);
            headers[name] = signed;
        }
        return next(args);
    }, { step: 'build', name: 'holdfastSignedHeaders' });
    stack.add((next) => (args) => {
        Object.assign(args.request.headers, Object.fromEntries(sent));
        return next(args);
    }, { step: 'deserialize', name: 'holdfastSentHeaders' });
}


/***/ }),

/***/ 56847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ S3Requests),
/* harmony export */   u: () => (/* binding */ signBody)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65534);
/* harmony import */ var _s3_stored_as_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20907);




/** Requests about objects of a bucket, each tried again where that may help. */
class S3Requests {
    location;
    sdk;
    #connection;
    #retry;
    #noun;
    /** @param noun What an object is here, for messages. */
    constructor(connection, sdk, retry, noun = 'archive file') {
        this.location = connection.place.location;
        this.sdk = sdk;
        this.#connection = connection;
        this.#retry = retry;
        this.#noun = noun;
    }
    /** What the storage is told of how to keep an archive's files. */
    get storedAs() {
        return (0,_s3_stored_as_js__WEBPACK_IMPORTED_MODULE_1__/* .storedAs */ .q)(this.#retry);
    }
    get bucket() {
        return this.#connection.place.bucket;
    }
    /** Of the empty name: what stands before all others. */
    keyOf(name) {
        const { prefix } = this.#connection.place;
        return prefix === '' ? name : `${node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(prefix)}/${name}`;
    }
    cannot(verb, name) {
        return `Cannot ${verb} the ${this.#noun} "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(name)}" in "${this.location}"`;
    }
    /** @param doing For a log: `saving part 3`. @param what For an error: `Cannot save …`. */
    send(doing, what, signal, work) {
        return (0,_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .retrying */ .R)(doing, { ...this.#retry, signal }, () => this.#connection.request(what, signal, work));
    }
    close() {
        this.#connection.close();
    }
}
/** The SDK signs no stream's contents by itself, and takes this as it is. */
function signBody(command, sha256) {
    command.middlewareStack.add((next) => (args) => {
        args.request.headers['x-amz-content-sha256'] = sha256;
        return next(args);
    }, { step: 'build', name: 'holdfastContentHash' });
}


/***/ }),

/***/ 43895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ S3Uploads)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _s3_answers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72506);
/* harmony import */ var _s3_body_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43685);
/* harmony import */ var _s3_fault_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65629);
/* harmony import */ var _s3_headers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55483);
/* harmony import */ var _s3_requests_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56847);






/** Uploads of objects in parts (S3's "multipart uploads"). */
class S3Uploads {
    #requests;
    constructor(requests) {
        this.#requests = requests;
    }
    /** Begins an upload in parts; gives its ID. @param headers What the object is kept with. Default: it is but bytes. */
    async begin(name, signal, headers = { ContentType: 'application/octet-stream' }) {
        const what = this.#requests.cannot('save', name);
        const { UploadId } = await this.#requests.send(`beginning to save ${name}`, what, signal, (client, watch) => {
            const command = new this.#requests.sdk.CreateMultipartUploadCommand({
                Bucket: this.#requests.bucket,
                Key: this.#requests.keyOf(name),
                ...headers,
                ...this.#requests.storedAs,
            });
            (0,_s3_headers_js__WEBPACK_IMPORTED_MODULE_0__/* .signHeaderBytes */ .yq)(command);
            return client.send(command, { abortSignal: watch.signal });
        });
        if (UploadId !== undefined)
            return UploadId;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('backend-failed', `${what}: the storage gave the upload no ID.`);
    }
    /** `bytes` must not change before it settles. */
    async addPart(name, part, signal) {
        const { sizeBytes, sha256, md5 } = (0,_s3_body_js__WEBPACK_IMPORTED_MODULE_2__/* .checksumsOf */ .Uw)([part.bytes]);
        const what = this.#requests.cannot('save', name);
        const doing = `saving part ${part.number} of ${name}`;
        const { ETag } = await this.#requests.send(doing, what, signal, (client, watch) => {
            const command = new this.#requests.sdk.UploadPartCommand({
                Bucket: this.#requests.bucket,
                Key: this.#requests.keyOf(name),
                UploadId: part.uploadId,
                PartNumber: part.number,
                ContentLength: sizeBytes,
                ContentMD5: md5,
                Body: (0,_s3_body_js__WEBPACK_IMPORTED_MODULE_2__/* .streamOf */ .mA)([part.bytes], () => watch.heard()),
            });
            (0,_s3_requests_js__WEBPACK_IMPORTED_MODULE_3__/* .signBody */ .u)(command, sha256);
            return client.send(command, { abortSignal: watch.signal });
        });
        if (ETag !== undefined)
            return { number: part.number, tag: ETag };
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('backend-failed', `${what}: the storage gave no tag for part ${part.number}, expected one. It can't keep uploads in parts.`);
    }
    /** Makes the object of its parts; until then nobody sees it. */
    async complete(name, upload, signal) {
        const { uploadId, parts, isConditional = true } = upload;
        const what = this.#requests.cannot('save', name);
        try {
            const answer = await this.#requests.send(`ending ${name}`, what, signal, (client, watch) => client.send(new this.#requests.sdk.CompleteMultipartUploadCommand({
                Bucket: this.#requests.bucket,
                Key: this.#requests.keyOf(name),
                UploadId: uploadId,
                MultipartUpload: {
                    Parts: parts.map(({ number, tag }) => ({ PartNumber: number, ETag: tag })),
                },
                ...(isConditional ? { IfNoneMatch: '*' } : {}),
            }), { abortSignal: watch.signal }));
            (0,_s3_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .assertStored */ .S_)(answer, what);
        }
        catch (error) {
            if ((0,_s3_fault_js__WEBPACK_IMPORTED_MODULE_5__/* .s3FaultIn */ .W$)(error)?.status !== 501 || !isConditional)
                throw error;
            await this.complete(name, { uploadId, parts, isConditional: false }, signal);
        }
    }
    /** Removes the parts of an upload. Resolves too when there is none. */
    async abort(name, uploadId, signal) {
        const what = `Cannot remove the parts of "${name}" in "${this.#requests.location}"`;
        try {
            await this.#requests.send(`removing parts of ${name}`, what, signal, (client, watch) => client.send(new this.#requests.sdk.AbortMultipartUploadCommand({
                Bucket: this.#requests.bucket,
                Key: this.#requests.keyOf(name),
                UploadId: uploadId,
            }), { abortSignal: watch.signal }));
        }
        catch (error) {
            if ((0,_s3_fault_js__WEBPACK_IMPORTED_MODULE_5__/* .s3FaultIn */ .W$)(error)?.status !== 404)
                throw error;
        }
    }
    /** Uploads that were begun before `beforeMs` and never ended: the first thousand. */
    async unfinished(beforeMs, signal) {
        const folder = this.#requests.keyOf('');
        const what = `Cannot list the unfinished uploads in "${this.#requests.location}"`;
        const { Uploads = [] } = await this.#requests.send('listing unfinished uploads', what, signal, (client, watch) => client.send(new this.#requests.sdk.ListMultipartUploadsCommand({
            Bucket: this.#requests.bucket,
            Prefix: folder,
        }), {
            abortSignal: watch.signal,
        }));
        return Uploads.flatMap(({ Key = '', UploadId = '', Initiated }) => Initiated !== undefined && Initiated.getTime() < beforeMs && Key.startsWith(folder)
            ? [{ name: Key.slice(folder.length), uploadId: UploadId }]
            : []);
    }
}


/***/ })

};
