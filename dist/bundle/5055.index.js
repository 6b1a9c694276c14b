export const id = 5055;
export const ids = [5055];
export const modules = {

/***/ 77656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CL: () => (/* binding */ describeFile),
/* harmony export */   DH: () => (/* binding */ MAX_WHOLE_BYTES),
/* harmony export */   Hb: () => (/* binding */ MissingFileError),
/* harmony export */   Rw: () => (/* binding */ tooLargeToLoad),
/* harmony export */   Vn: () => (/* binding */ ReadFaultError),
/* harmony export */   WG: () => (/* binding */ isPassing),
/* harmony export */   b2: () => (/* binding */ isMissing),
/* harmony export */   d1: () => (/* binding */ ShortFileError),
/* harmony export */   dV: () => (/* binding */ isReadFault),
/* harmony export */   ed: () => (/* binding */ PassingFaultError),
/* harmony export */   tQ: () => (/* binding */ isShort)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/**
 * What is loaded to a file's end has no more bytes: twice the largest index. Whoever can write to the storage can leave
 * files of any size there, and needs no password for it.
 */
const MAX_WHOLE_BYTES = 256 * 1024 * 1024;
/** The error for a file that has more. */
function tooLargeToLoad(file, location, sizeBytes) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('repository-damaged', `Cannot read ${describeFile(file)} in "${location}": it has ${sizeBytes} bytes, expected at most ${MAX_WHOLE_BYTES}. ` +
        "It isn't what its name says; if you didn't put it there, find out who did, then remove it.");
}
/** The cause when a file isn't there. */
class MissingFileError extends Error {
    name = 'MissingFileError';
}
/** The cause when a file ends before the range that was asked for. */
class ShortFileError extends Error {
    name = 'ShortFileError';
}
/** The cause when a fault may pass by itself (a busy disk, a lost connection), so that trying again makes sense. */
class PassingFaultError extends Error {
    name = 'PassingFaultError';
}
/**
 * The cause when the storage is there, but its medium does not give back what this one file holds (a bad sector, say).
 * To those who read, the file is damaged.
 */
class ReadFaultError extends Error {
    name = 'ReadFaultError';
}
function isMissing(error) {
    return hasCause(error, (cause) => cause instanceof MissingFileError);
}
function isShort(error) {
    return hasCause(error, (cause) => cause instanceof ShortFileError);
}
function isPassing(error) {
    return hasCause(error, (cause) => cause instanceof PassingFaultError);
}
function isReadFault(error) {
    return hasCause(error, (cause) => cause instanceof ReadFaultError);
}
function hasCause(error, matches) {
    for (let e = error; e instanceof Error; e = e.cause) {
        if (matches(e))
            return true;
    }
    return false;
}
/** `file` for messages: `pack 1f0c…`, `config`. */
function describeFile(file) {
    return file.kind === 'config' ? 'config' : `${file.kind} ${file.name}`;
}


/***/ }),

/***/ 54716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WN: () => (/* binding */ cancellation),
/* harmony export */   c8: () => (/* binding */ untilCancelled),
/* harmony export */   dZ: () => (/* binding */ throwIfCancelled)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/**
 * Throws if `signal` is aborted: the HoldfastError that it was aborted with (a lost lock, a lost host), else one with
 * code cancelled.
 */
function throwIfCancelled(signal) {
    if (signal?.aborted)
        throw cancellation(signal);
}
/**
 * What `work` comes to; or, as soon as `signal` is aborted, the error that `throwIfCancelled` would throw. The work itself
 * then goes on, and nobody hears of it.
 */
async function untilCancelled(work, signal) {
    if (signal === undefined)
        return work;
    work.catch(() => { });
    throwIfCancelled(signal);
    const cancelled = Promise.withResolvers();
    const onAbort = () => cancelled.reject(cancellation(signal));
    signal.addEventListener('abort', onAbort, { once: true });
    try {
        return await Promise.race([work, cancelled.promise]);
    }
    finally {
        signal.removeEventListener('abort', onAbort);
    }
}
/** The error that stands for an aborted `signal`. */
function cancellation(signal) {
    const { reason } = signal;
    return reason instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E
        ? reason
        : new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('cancelled', 'Cancelled.', { cause: reason });
}


/***/ }),

/***/ 26439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FS: () => (/* binding */ isUnoffered),
/* harmony export */   G1: () => (/* binding */ directoryReadError),
/* harmony export */   yJ: () => (/* binding */ directoryError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53648);
/* harmony import */ var _backend_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77656);



/** Faults of a disk or a network filesystem that may be gone a moment later. */
const PASSING = new Set([
    'EAGAIN',
    'EBUSY',
    'ECONNABORTED',
    'ECONNRESET',
    'EHOSTDOWN',
    'EHOSTUNREACH',
    'EINTR',
    'EIO',
    'EMFILE',
    'ENFILE',
    'ENETDOWN',
    'ENETUNREACH',
    'ENOMEM',
    'ENOTCONN',
    'EREMOTEIO',
    'ESTALE',
    'ETIMEDOUT',
    'ETXTBSY',
]);
/** Errors of a call that the filesystem doesn't offer: NFS, SMB and FUSE lack some of fsync, chmod and link. */
const UNOFFERED = new Set(['ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EPERM', 'EMLINK']);
function isUnoffered(error) {
    return UNOFFERED.has((0,_system_error_js__WEBPACK_IMPORTED_MODULE_0__/* .systemCode */ .xU)(error));
}
/** `error` of the filesystem as ours: `what` is `Cannot save pack 1f0c… in "/srv/backup"`. */
function directoryError(what, error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E)
        return error;
    const [code, actual, advice] = explain(error);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E(code, `${what}: ${actual}.${advice === '' ? '' : ` ${advice}`}`, {
        cause: causeOf(error),
    });
}
/**
 * What a disk, or the checksums of a filesystem, say of contents that are lost. EIO may also pass: a network filesystem
 * says it of a connection.
 */
const READ_FAULTS = new Set(['EIO', 'EUCLEAN', 'EBADMSG']);
/** The same for reading a file that is there. */
function directoryReadError(what, error) {
    const failure = directoryError(what, error);
    if (!READ_FAULTS.has((0,_system_error_js__WEBPACK_IMPORTED_MODULE_0__/* .systemCode */ .xU)(error)))
        return failure;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E(failure.code, `${failure.message} The disk does not give it: see what the system's log (dmesg) says of that.`, { cause: new _backend_js__WEBPACK_IMPORTED_MODULE_2__/* .ReadFaultError */ .Vn((0,_system_error_js__WEBPACK_IMPORTED_MODULE_0__/* .systemCode */ .xU)(error), { cause: failure }) });
}
function causeOf(error) {
    const code = (0,_system_error_js__WEBPACK_IMPORTED_MODULE_0__/* .systemCode */ .xU)(error);
    if (code === 'ENOENT')
        return new _backend_js__WEBPACK_IMPORTED_MODULE_2__/* .MissingFileError */ .Hb('ENOENT', { cause: error });
    if (PASSING.has(code))
        return new _backend_js__WEBPACK_IMPORTED_MODULE_2__/* .PassingFaultError */ .ed(code, { cause: error });
    return error;
}
function explain(error) {
    const code = (0,_system_error_js__WEBPACK_IMPORTED_MODULE_0__/* .systemCode */ .xU)(error);
    switch (code) {
        case 'ENOSPC':
            return [
                'no-space',
                'no space is left on the filesystem (ENOSPC)',
                'Free some, or move the repository.',
            ];
        case 'EDQUOT':
            return ['no-space', 'the disk quota is used up (EDQUOT)', 'Free some space, or have the quota raised.'];
        case 'EACCES':
        case 'EPERM':
            return [
                'no-permission',
                `permission denied (${code})`,
                `Give the user that runs this (uid ${process.getuid?.() ?? '?'}) the right to it.`,
            ];
        case 'EROFS':
            return ['no-permission', 'the filesystem is mounted read-only (EROFS)', 'Mount it read-write.'];
        case 'ENOENT':
            return ['backend-failed', "it isn't there (ENOENT)", ''];
        default:
            return ['backend-failed', (0,_system_error_js__WEBPACK_IMPORTED_MODULE_0__/* .systemErrorText */ .f9)(error), ''];
    }
}


/***/ }),

/***/ 69348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JJ: () => (/* binding */ giveName),
  G5: () => (/* binding */ ignoringUnoffered),
  Yw: () => (/* binding */ syncFolder),
  v8: () => (/* binding */ writeDurably)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
// EXTERNAL MODULE: ./build/backends/directory-errors.js
var directory_errors = __webpack_require__(26439);
;// CONCATENATED MODULE: ./build/backends/direct-write.js



/** What is smaller isn't worth opening the file twice. */
const WORTHWHILE_BYTES = 1024 * 1024;
/** What goes directly begins and ends at multiples of this; disks ask for 512 or 4096. */
const BLOCK_BYTES = 4096;
/**
 * Filesystems that write directly when they are asked to, by `f_type` of statfs(2): ext2 to ext4, and XFS. Others copy all
 * the same (btrfs), wait for a server (NFS), or pass it on to something that we don't know (FUSE, overlayfs).
 */
const DIRECT_FILESYSTEMS = new Set([0xef53, 0x58465342]);
/**
 * Writes the beginning of a large file past the system's page cache (O_DIRECT). A pack is synced at once and read again
 * when it's needed, if ever: in the cache it would take the place of what the machine's applications read, and to fill the
 * cache is most of the processor time that writing it takes.
 * @param path Of an empty file.
 * @param beginning Goes directly only if it lies at a block in memory. It must not change meanwhile: a command may be started, and a
 * page that changes after that is another one than the disk reads (open(2), "Notes").
 * @returns How many of its bytes are written, a multiple of BLOCK_BYTES: 0 where that isn't offered. The rest is the
 * caller's, and so is fsync, without which nothing is durable.
 */
async function writeDirectly(path, beginning) {
    if (beginning.length < WORTHWHILE_BYTES || !(await isOnDirectFilesystem(path)))
        return 0;
    const file = await unlessUnoffered((0,promises_.open)(path, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_DIRECT | external_node_fs_.constants.O_NOFOLLOW));
    if (file === null)
        return 0;
    try {
        return await writeBlocks(file, beginning);
    }
    finally {
        await file.close();
    }
}
async function isOnDirectFilesystem(path) {
    return DIRECT_FILESYSTEMS.has((await (0,promises_.statfs)(path)).type);
}
/** Ends early where the system takes less than it was asked to: whoever writes the rest hears why. */
async function writeBlocks(file, bytes) {
    const done = await unlessUnoffered(file.write(bytes, 0, wholeBlocks(bytes.length), 0));
    return wholeBlocks(done?.bytesWritten ?? 0);
}
function wholeBlocks(bytes) {
    return bytes - (bytes % BLOCK_BYTES);
}
async function unlessUnoffered(work) {
    try {
        return await work;
    }
    catch (error) {
        if ((0,directory_errors/* isUnoffered */.FS)(error))
            return null;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/backends/make-folder.js
var make_folder = __webpack_require__(24877);
;// CONCATENATED MODULE: ./build/backends/durable-write.js








/** Buffers handed to the system at once: IOV_MAX of Linux. */
const VECTOR_LENGTH = 1024;
const TEMPORARY_NUMBER_LIMIT = 2 ** 47;
/**
 * Writes a file so that its name stands for the whole of it or isn't there, whenever the power fails: a temporary
 * name in the same folder (restic's `NAME-tmp-DIGITS`, mode 0600), fsync, the final name, fsync of the folder, then
 * the final mode. The temporary file is removed if anything fails.
 * @throws the system's errors; EEXIST if the name is taken, which is then unchanged.
 */
async function writeDurably(path, data, { modes, root }) {
    const temporary = `${path}-tmp-${(0,external_node_crypto_.randomInt)(TEMPORARY_NUMBER_LIMIT)}`;
    const file = await createIn(temporary, modes.folder, root);
    try {
        try {
            const written = await writeDirectly(temporary, data[0] ?? new Uint8Array());
            await writeFrom(written, file, data);
            await ignoringUnoffered(file.sync());
        }
        finally {
            await file.close();
        }
        await giveName(temporary, path);
    }
    catch (error) {
        await (0,promises_.unlink)(temporary).catch(() => { });
        throw error;
    }
    await syncFolder((0,external_node_path_.dirname)(path));
    await ignoringUnoffered((0,promises_.chmod)(path, modes.file));
}
/** Makes the folder's entries durable. */
async function syncFolder(folder) {
    const handle = await (0,promises_.open)(folder, external_node_fs_.constants.O_RDONLY);
    try {
        await ignoringUnoffered(handle.sync());
    }
    finally {
        await handle.close();
    }
}
/** Creates `path`; its folder too, if that is missing, but never the repository's root (an unmounted disk). */
async function createIn(path, folderMode, root) {
    try {
        return await (0,promises_.open)(path, 'wx', 0o600);
    }
    catch (error) {
        const folder = (0,external_node_path_.dirname)(path);
        if ((0,system_error/* systemCode */.xU)(error) !== 'ENOENT' || folder === root)
            throw error;
        await (0,promises_.access)(root);
        await (0,make_folder/* makeFolder */.f)(folder, folderMode);
        await syncFolder((0,external_node_path_.dirname)(folder));
        return await (0,promises_.open)(path, 'wx', 0o600);
    }
}
/** Writes what lies behind the first `position` bytes of `data`, there. */
async function writeFrom(position, file, data) {
    let at = position;
    for (let left = behind(at, data); left.length > 0;) {
        const { bytesWritten } = await file.writev(left.slice(0, VECTOR_LENGTH), at);
        if (bytesWritten === 0)
            throw new Error('the system wrote nothing and gave no reason');
        at += bytesWritten;
        left = behind(bytesWritten, left);
    }
}
/** `data` without its first `bytes` bytes. */
function behind(bytes, data) {
    let left = bytes;
    return data.flatMap((part) => {
        const rest = part.subarray(Math.min(left, part.length));
        left -= part.length - rest.length;
        return rest.length === 0 ? [] : [rest];
    });
}
/** A hard link refuses to replace what is there, which rename doesn't; where there are none, look first. */
async function giveName(temporary, path) {
    try {
        await (0,promises_.link)(temporary, path);
    }
    catch (error) {
        if (!(0,directory_errors/* isUnoffered */.FS)(error))
            throw error;
        await refuseExisting(path);
        return await (0,promises_.rename)(temporary, path);
    }
    await (0,promises_.unlink)(temporary);
}
async function refuseExisting(path) {
    try {
        await (0,promises_.access)(path);
    }
    catch {
        return;
    }
    throw Object.assign(new Error(`${path} exists`), { code: 'EEXIST' });
}
async function ignoringUnoffered(work) {
    try {
        await work;
    }
    catch (error) {
        if (!(0,directory_errors/* isUnoffered */.FS)(error))
            throw error;
    }
}


/***/ }),

/***/ 85096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E3: () => (/* binding */ packPrefixes),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   Yk: () => (/* binding */ FOLDERS),
/* harmony export */   pu: () => (/* binding */ isStoredName)
/* harmony export */ });
/** Folders of restic's default layout, by kind of file. */
const FOLDERS = {
    key: 'keys',
    lock: 'locks',
    index: 'index',
    snapshot: 'snapshots',
    pack: 'data',
};
/** Packs lie in 256 folders named for the first two digits of their IDs. */
const PACK_PREFIX_DIGITS = 2;
/** The 256 names `00` to `ff`. */
function packPrefixes() {
    return Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(PACK_PREFIX_DIGITS, '0'));
}
/** Where a file lies below the repository's root, folders first: `['data', '1f', '1f0c…']`. */
function pathOf(file) {
    switch (file.kind) {
        case 'config':
            return ['config'];
        case 'pack':
            return [FOLDERS.pack, file.name.slice(0, PACK_PREFIX_DIGITS), file.name];
        default:
            return [FOLDERS[file.kind], file.name];
    }
}
const STORED_NAME = /^[0-9a-f]{64}$/;
/** Whether `name` is that of a stored file. Others (`…-tmp-123`, `.nfs…`) are left alone. */
function isStoredName(name) {
    return STORED_NAME.test(name);
}


/***/ }),

/***/ 68713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c9: () => (/* binding */ checkLocation),
  Hn: () => (/* binding */ holdsCredentials),
  Vx: () => (/* binding */ isRemote),
  f2: () => (/* binding */ openBackend),
  BO: () => (/* binding */ redactUrl)
});

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
// EXTERNAL MODULE: ./build/backends/backend.js
var backend = __webpack_require__(77656);
// EXTERNAL MODULE: ./build/backends/cancel.js
var cancel = __webpack_require__(54716);
// EXTERNAL MODULE: ./build/backends/directory-errors.js
var directory_errors = __webpack_require__(26439);
// EXTERNAL MODULE: ./build/backends/durable-write.js + 1 modules
var durable_write = __webpack_require__(69348);
// EXTERNAL MODULE: ./build/backends/layout.js
var layout = __webpack_require__(85096);
// EXTERNAL MODULE: ./build/backends/make-folder.js
var make_folder = __webpack_require__(24877);
;// CONCATENATED MODULE: ./build/backends/directory.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});













/** restic's own number for local folders: more only hold more memory, since the disk is one. */
const DIRECTORY_CONNECTIONS = 2;
/** lstat calls under way at once while listing: hides the latency of a network filesystem. */
const LIST_BATCH = 64;
/** Folders of packs that are listed at once, of 256. */
const LISTED_AT_ONCE = 16;
/** Node ends the process when it is asked for 2 GiB or more in one read. */
const MAX_READ_BYTES = 1024 ** 3;
/** A repository in a local folder (or one that is mounted), laid out as restic does. Nothing is touched yet. */
function openDirectory(path) {
    return new DirectoryBackend((0,external_node_path_.resolve)(path));
}
class DirectoryBackend {
    location;
    folder;
    connections = DIRECTORY_CONNECTIONS;
    #root;
    #modes = null;
    constructor(root) {
        this.#root = root;
        this.folder = root;
        this.location = (0,bytestring.displayText)(root);
    }
    async create() {
        const folders = [
            ...Object.values(layout/* FOLDERS */.Yk),
            ...(0,layout/* packPrefixes */.E3)().map((prefix) => (0,external_node_path_.join)(layout/* FOLDERS */.Yk.pack, prefix)),
        ];
        try {
            const { folder: mode } = await this.#fileModes();
            await (0,make_folder/* makeFolder */.f)(this.#root, mode);
            for (const folder of folders)
                await (0,make_folder/* makeFolder */.f)((0,external_node_path_.join)(this.#root, folder), mode);
            await (0,durable_write/* syncFolder */.Yw)((0,external_node_path_.join)(this.#root, layout/* FOLDERS */.Yk.pack));
            await (0,durable_write/* syncFolder */.Yw)(this.#root);
            await (0,durable_write/* syncFolder */.Yw)((0,external_node_path_.dirname)(this.#root));
        }
        catch (error) {
            throw (0,directory_errors/* directoryError */.yJ)(`Cannot make the repository's folders in "${this.location}"`, error);
        }
    }
    async save(file, data, signal) {
        (0,cancel/* throwIfCancelled */.dZ)(signal);
        const path = this.#pathOf(file);
        try {
            await (0,durable_write/* writeDurably */.v8)(path, data, { modes: await this.#fileModes(), root: this.#root });
        }
        catch (error) {
            if ((0,system_error/* systemCode */.xU)(error) === 'EEXIST')
                return await this.#assertSame(file, data);
            throw (0,directory_errors/* directoryError */.yJ)(this.#cannot('save', file), error);
        }
    }
    async load(file, range = { offset: 0 }, signal) {
        (0,cancel/* throwIfCancelled */.dZ)(signal);
        try {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                // A named pipe in a file's place would hold up its opening for ever.
                const flags = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK;
                const handle = __addDisposableResource(env_1, new OpenFile(await (0,external_node_util_.promisify)(external_node_fs_.open)(this.#pathOf(file), flags)), false);
                const { size } = statOfFile(handle, this.#cannot('read', file));
                const length = range.length ?? size - range.offset;
                if (range.length === undefined && length > backend/* MAX_WHOLE_BYTES */.DH) {
                    throw (0,backend/* tooLargeToLoad */.Rw)(file, this.location, size);
                }
                if (length < 0 || range.offset + length > size) {
                    throw this.#tooShort(file, size, range.offset + Math.max(length, 0));
                }
                const room = range.into ?? Buffer.allocUnsafeSlow(length);
                return await readExactly(handle, range.offset, room, () => this.#tooShort(file, size, range.offset + length));
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                __disposeResources(env_1);
            }
        }
        catch (error) {
            throw (0,directory_errors/* directoryReadError */.G1)(this.#cannot('read', file), error);
        }
    }
    async stat(file, signal) {
        (0,cancel/* throwIfCancelled */.dZ)(signal);
        try {
            return { sizeBytes: (await (0,promises_.stat)(this.#pathOf(file))).size };
        }
        catch (error) {
            if ((0,system_error/* systemCode */.xU)(error) === 'ENOENT')
                return null;
            throw (0,directory_errors/* directoryError */.yJ)(this.#cannot('look at', file), error);
        }
    }
    async *list(kind, signal) {
        const folder = (0,external_node_path_.join)(this.#root, layout/* FOLDERS */.Yk[kind]);
        try {
            if (kind !== 'pack')
                yield* listFolder(folder, kind, signal);
            else
                yield* listFolders((0,layout/* packPrefixes */.E3)().map((prefix) => (0,external_node_path_.join)(folder, prefix)), signal);
        }
        catch (error) {
            throw (0,directory_errors/* directoryError */.yJ)(`Cannot list the ${kind} files in "${this.location}"`, error);
        }
    }
    async remove(file, signal) {
        (0,cancel/* throwIfCancelled */.dZ)(signal);
        try {
            await (0,promises_.unlink)(this.#pathOf(file));
        }
        catch (error) {
            if ((0,system_error/* systemCode */.xU)(error) !== 'ENOENT')
                throw (0,directory_errors/* directoryError */.yJ)(this.#cannot('remove', file), error);
        }
    }
    async close() { }
    #pathOf(file) {
        return (0,external_node_path_.join)(this.#root, ...(0,layout/* pathOf */.XM)(file));
    }
    #cannot(verb, file) {
        return `Cannot ${verb} ${(0,backend/* describeFile */.CL)(file)} in "${this.location}"`;
    }
    #tooShort(file, sizeBytes, expectedBytes) {
        return new errors/* HoldfastError */.E('backend-failed', `${this.#cannot('read', file)}: it has ${sizeBytes} bytes, expected at least ${expectedBytes}.`, { cause: new backend/* ShortFileError */.d1() });
    }
    /** As restic does: a repository whose config the group may read is shared with the group. */
    async #fileModes() {
        this.#modes ??= (0,promises_.stat)((0,external_node_path_.join)(this.#root, 'config')).then(modesOf, () => modesOf(null));
        const modes = await this.#modes;
        if (!modes.settled)
            this.#modes = null;
        return modes;
    }
    /** A name is a hash, so an existing file is what an earlier try of this same save left, unless it is damaged. */
    async #assertSame(file, data) {
        const stored = await this.load(file);
        if (stored.equals(Buffer.concat(data)))
            return await (0,durable_write/* syncFolder */.Yw)((0,external_node_path_.dirname)(this.#pathOf(file)));
        throw new errors/* HoldfastError */.E('backend-failed', `${this.#cannot('save', file)}: the name holds other bytes already (${stored.length}).`);
    }
}
function modesOf(config) {
    const shared = config !== null && (config.mode & 0o040) !== 0;
    return { settled: config !== null, file: shared ? 0o440 : 0o400, folder: shared ? 0o770 : 0o700 };
}
/** Several at a time: most of listing one is waiting for the thread that does it. */
async function* listFolders(folders, signal) {
    for (let i = 0; i < folders.length; i += LISTED_AT_ONCE) {
        const some = folders.slice(i, i + LISTED_AT_ONCE);
        const found = await Promise.all(some.map((folder) => Array.fromAsync(listFolder(folder, 'pack', signal))));
        yield* found.flat();
    }
}
async function* listFolder(folder, kind, signal) {
    let names = [];
    try {
        for await (const entry of await (0,promises_.opendir)(folder)) {
            (0,cancel/* throwIfCancelled */.dZ)(signal);
            if (!(0,layout/* isStoredName */.pu)(entry.name))
                continue;
            names.push(entry.name);
            if (names.length < LIST_BATCH)
                continue;
            yield* await withSizes(folder, kind, names);
            names = [];
        }
    }
    catch (error) {
        if ((0,system_error/* systemCode */.xU)(error) !== 'ENOENT')
            throw error;
    }
    yield* await withSizes(folder, kind, names);
}
/** A symlink to nothing is no file that was removed: taken for one, what it stands for would count as needed by nobody. */
async function statLinked(path) {
    try {
        return await (0,promises_.stat)(path);
    }
    catch (error) {
        if ((0,system_error/* systemCode */.xU)(error) !== 'ENOENT')
            throw error;
        throw new errors/* HoldfastError */.E('repository-damaged', `Cannot list the repository: ${JSON.stringify(path)} is a symlink to nothing, expected a file. Mount the disk that it points to; ` +
            'if what was there is lost, remove the symlink and run `holdfast check`.', { cause: error });
    }
}
/**
 * A file that was removed since it was listed is left out, as is a folder with such a name. Not in a snapshot's place: left out, it
 * would need nothing that a prune looks at, and reading it says what it is.
 */
async function withSizes(folder, kind, names) {
    const files = await Promise.all(names.map(async (name) => {
        const path = (0,external_node_path_.join)(folder, name);
        try {
            const found = await (0,promises_.lstat)(path);
            const target = found.isSymbolicLink() ? await statLinked(path) : found;
            return target.isFile() || kind === 'snapshot' ? [{ name, sizeBytes: target.size }] : [];
        }
        catch (error) {
            if ((0,system_error/* systemCode */.xU)(error) === 'ENOENT')
                return [];
            throw error;
        }
    }));
    return files.flat();
}
/** What is asked of it once it is open the system answers at once: another thread is only asked to open and to read it. */
class OpenFile {
    descriptor;
    constructor(descriptor) {
        this.descriptor = descriptor;
    }
    [Symbol.dispose]() {
        (0,external_node_fs_.closeSync)(this.descriptor);
    }
}
/** @throws HoldfastError repository-damaged if it is a folder, a pipe or a device. */
function statOfFile({ descriptor }, cannot) {
    const found = (0,external_node_fs_.fstatSync)(descriptor);
    if (found.isFile())
        return found;
    throw new errors/* HoldfastError */.E('repository-damaged', `${cannot}: it is no file, expected one. If you didn't put it there, find out who did, then remove it.`);
}
async function readExactly({ descriptor }, offset, room, tooShort) {
    const { length } = room;
    for (let done = 0; done < length;) {
        const wanted = Math.min(length - done, MAX_READ_BYTES);
        const { bytesRead } = await (0,external_node_util_.promisify)(external_node_fs_.read)(descriptor, room, done, wanted, offset + done);
        if (bytesRead === 0)
            throw tooShort();
        done += bytesRead;
    }
    return Buffer.from(room.buffer, room.byteOffset, length);
}

// EXTERNAL MODULE: ./build/backends/s3-answers.js
var s3_answers = __webpack_require__(72506);
// EXTERNAL MODULE: ./build/backends/s3-fault.js
var s3_fault = __webpack_require__(65629);
// EXTERNAL MODULE: ./build/backends/s3-pages.js
var s3_pages = __webpack_require__(37949);
;// CONCATENATED MODULE: ./build/backends/s3-versions.js




/** Of one file as many are kept in memory: of more, which only an attacker makes, the newest and the oldest. */
const MAX_VERSIONS_KEPT = 10_000;
/** All files of a kind that the bucket has any version of, or a marker; each once, by rising names. */
async function* listVersions(bucket, kind, signal) {
    let file = null;
    for await (const { key, version } of allVersions(bucket, kind, signal)) {
        const name = kind === 'config' ? '' : external_node_path_.posix.basename(key);
        if (kind !== 'config' && !(0,layout/* isStoredName */.pu)(name))
            continue;
        if (key !== bucket.reader.keyOf((0,layout/* pathOf */.XM)({ kind, name })))
            continue;
        // A page may end between the versions of one object.
        if (file !== null && file.name !== name) {
            yield file;
            file = null;
        }
        file ??= { name, versions: [] };
        file.versions.push(version);
        if (file.versions.length > MAX_VERSIONS_KEPT)
            file.versions.splice(MAX_VERSIONS_KEPT >> 1, 1);
    }
    if (file !== null)
        yield file;
}
async function* allVersions(bucket, kind, signal) {
    const what = `Cannot list the versions of ${kind} files in "${bucket.reader.location}"`;
    for (let start = {}; start !== null;) {
        const page = await pageFrom(bucket, kind, start, what, signal);
        const versions = (page.Versions ?? []).map((of) => keyed(of, false));
        const markers = (page.DeleteMarkers ?? []).map((of) => keyed(of, true));
        yield* [...versions, ...markers].sort(byKeyAndAge);
        const next = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
        const isTruncated = (0,s3_pages/* goesOn */.E)(page, what);
        if (isTruncated && (next.KeyMarker === undefined || isSame(next, start))) {
            throw new errors/* HoldfastError */.E('backend-failed', `${what}: the storage gives a part and not the way to the next.`);
        }
        start = isTruncated ? next : null;
    }
}
function isSame(a, b) {
    return a.KeyMarker === b.KeyMarker && a.VersionIdMarker === b.VersionIdMarker;
}
function pageFrom({ connection, sdk, reader }, kind, start, what, signal) {
    const input = {
        Bucket: connection.place.bucket,
        Prefix: kind === 'config' ? reader.keyOf(['config']) : `${reader.keyOf([layout/* FOLDERS */.Yk[kind]])}/`,
        ...start,
    };
    return connection.request(what, signal, (client, watch) => client.send(new sdk.ListObjectVersionsCommand(input), { abortSignal: watch.signal }));
}
function keyed(of, isMarker) {
    return {
        key: of.Key ?? '',
        version: {
            versionId: of.VersionId ?? 'null',
            sizeBytes: of.Size ?? 0,
            savedMs: of.LastModified?.getTime() ?? 0,
            isMarker,
            isCurrent: of.IsLatest ?? false,
        },
    };
}
/**
 * The storage lists versions and markers apart, each from the newest on. Of one second (AWS tells no more) the current one
 * is the newest, and a version counts as newer than a marker: what may have been there is shown.
 */
function byKeyAndAge(a, b) {
    if (a.key !== b.key)
        return a.key < b.key ? -1 : 1;
    const [x, y] = [a.version, b.version];
    if (x.isCurrent !== y.isCurrent)
        return x.isCurrent ? -1 : 1;
    return y.savedMs - x.savedMs || Number(x.isMarker) - Number(y.isMarker);
}

;// CONCATENATED MODULE: ./build/backends/s3-as-of.js




/** Of one file no more versions are read through for the right one: whoever may write can leave thousands. */
const MAX_VERSIONS_READ = 100;
/**
 * A repository as it was at a time, from the versions that its bucket keeps. Nothing can be saved or removed.
 *
 * Which files there are goes by the time. What is in them doesn't where their names are the hashes of their contents:
 * of a file that was ever replaced, that version is taken whose hash is the name, whenever it was saved.
 */
class S3AsOfBackend {
    location;
    connections;
    #options;
    #reader;
    #tables = new Map();
    constructor(options) {
        this.#options = options;
        this.#reader = options.reader;
        this.location = `${options.reader.location} as of ${new Date(options.asOfMs).toISOString()}`;
        this.connections = options.connections;
    }
    async create() {
        throw this.#readOnly('make a repository');
    }
    async save() {
        throw this.#readOnly('save anything');
    }
    async remove() {
        throw this.#readOnly('remove anything');
    }
    async load(file, range, signal) {
        const then = (await this.#tableOf(file.kind, signal)).get(file.name);
        if (then === undefined)
            throw this.#missing(file);
        const { versionId } = await then.version();
        return await this.#reader.load({ file, versionId }, range, signal);
    }
    async stat(file, signal) {
        const then = (await this.#tableOf(file.kind, signal)).get(file.name);
        return then === undefined ? null : { sizeBytes: (await then.version()).sizeBytes };
    }
    async *list(kind, signal) {
        for (const [name, then] of await this.#tableOf(kind, signal)) {
            yield { name, sizeBytes: (await then.version()).sizeBytes };
        }
    }
    async close() {
        this.#options.connection.close();
    }
    #tableOf(kind, signal) {
        const known = this.#tables.get(kind);
        if (known !== undefined)
            return known;
        const table = this.#readTable(kind, signal);
        table.catch(() => this.#tables.delete(kind)); // so that it can be tried again
        this.#tables.set(kind, table);
        return table;
    }
    async #readTable(kind, signal) {
        // Asked for first, and by everybody.
        if (kind === 'config')
            await this.#assertKeepsVersions(signal);
        const table = new Map();
        for await (const file of listVersions(this.#options, kind, signal)) {
            const then = fileAt(this.#options.asOfMs, file, (candidates, then) => this.#rightOf({ kind, name: file.name }, candidates, then));
            if (then !== null)
                table.set(file.name, then);
        }
        return table;
    }
    /** The first of `candidates` whose hash is the name; `then` if none is, which is told as damaged by who reads it. */
    async #rightOf(file, candidates, then) {
        for (const candidate of candidates.slice(0, MAX_VERSIONS_READ)) {
            if (candidate.sizeBytes > backend/* MAX_WHOLE_BYTES */.DH)
                continue;
            if ((await this.#reader.sha256({ file, versionId: candidate.versionId })) === file.name)
                return candidate;
        }
        return then;
    }
    /** Without versions, what is there now would pass for what was there then. */
    async #assertKeepsVersions(signal) {
        const { connection, sdk } = this.#options;
        const what = `Cannot read "${this.location}" as of a time`;
        const { bucket: Bucket } = connection.place;
        try {
            const { Status } = await connection.request(what, signal, (client, watch) => client.send(new sdk.GetBucketVersioningCommand({ Bucket }), { abortSignal: watch.signal }));
            if (Status !== undefined)
                return;
        }
        catch (error) {
            const status = (0,s3_fault/* s3FaultIn */.W$)(error)?.status;
            // Who may not ask, or can't, still gets what versions there are.
            if (status === 403 || status === 405 || status === 501)
                return;
            throw error;
        }
        throw new errors/* HoldfastError */.E('bad-input', `${what}: the bucket keeps no versions, expected versioning switched on before that time. Read it without --as-of.`);
    }
    #readOnly(verb) {
        return new errors/* HoldfastError */.E('bad-input', `Cannot ${verb} in "${this.location}": what was can't be changed. Leave --as-of out.`);
    }
    #missing(file) {
        const time = new Date(this.#options.asOfMs).toISOString();
        return new errors/* HoldfastError */.E('backend-failed', `${this.#reader.cannot('read', file)}: it wasn't there at ${time}.`, { cause: new backend/* MissingFileError */.Hb() });
    }
}
/**
 * What `file` was at a time, or null if it wasn't there then.
 * @param choose Called when there is more than one version: with all of them, the oldest first, since nothing of ours
 *   replaces a file, and the one that was current at the time.
 */
function fileAt(asOfMs, { name, versions }, choose) {
    const then = versions.find(({ savedMs }) => savedMs <= asOfMs);
    if (then === undefined || then.isMarker)
        return null;
    const candidates = versions.filter(({ isMarker }) => !isMarker).reverse();
    // The config's name says nothing of what is in it.
    if (candidates.length === 1 || name === '')
        return { version: () => Promise.resolve(then) };
    let chosen = null;
    return {
        version: () => {
            if (chosen !== null)
                return chosen;
            chosen = choose(candidates, then);
            chosen.catch(() => {
                chosen = null; // so that it can be tried again
            });
            return chosen;
        },
    };
}

// EXTERNAL MODULE: ./build/backends/s3-body.js
var s3_body = __webpack_require__(43685);
// EXTERNAL MODULE: ./build/backends/s3-connection.js + 3 modules
var s3_connection = __webpack_require__(83705);
;// CONCATENATED MODULE: ./build/backends/s3-object-lock.js






const DAY_MS = 24 * 60 * 60_000;
/** A lock is extended when less than this part of it is left: each object about twice in its time. */
const LEAST_PART = 0.5;
/** Of one file no more versions are held, the oldest: whoever may write can leave thousands, for us to lock and pay. */
const MAX_VERSIONS_HELD = 100;
/** Answers to a question about a lock that aren't one: from storage that has none, whatever it calls that. */
const ANSWERS_WITHOUT_LOCKS = new Set([200, 400, 404, 405, 501]);
/** Of these the whole bucket has none. */
const NO_LOCKS_AT_ALL = new Set(['InvalidRequest', 'MethodNotAllowed', 'NotImplemented']);
/** Looks at the Object Locks of a bucket, and sets them. */
class S3ObjectLocks {
    #bucket;
    /** False once the storage has said that nothing in the bucket can be locked. */
    #mayHaveLocks = true;
    constructor(bucket) {
        this.#bucket = bucket;
    }
    /**
     * Whatever S3 says to a DELETE of a locked object, it hides it behind a marker: so that a prune would take from every
     * reader what the lock was to keep.
     * @throws HoldfastError retained; no-permission where the storage doesn't let us look, but may lock.
     */
    async assertRemovable(file, signal) {
        if (!this.#mayHaveLocks)
            return;
        const lock = await this.#lockToRemove(file, signal);
        if (lock === null || lock.untilMs <= Date.now())
            return;
        throw new errors/* HoldfastError */.E('retained', `${this.#bucket.reader.cannot('remove', file)}: its Object Lock (${lock.mode}) forbids it until ` +
            `${new Date(lock.untilMs).toISOString()}. It is left as it is: try again after that.`);
    }
    /**
     * @throws HoldfastError bad-input if the bucket can't lock objects; no-permission if that can't be seen.
     */
    async assertLocking(signal) {
        const { connection, sdk, reader } = this.#bucket;
        const what = `Cannot lock objects in "${reader.location}"`;
        const { bucket: Bucket } = connection.place;
        const isOn = await connection
            .request(what, signal, (client, watch) => client.send(new sdk.GetObjectLockConfigurationCommand({ Bucket }), { abortSignal: watch.signal }))
            .then(({ ObjectLockConfiguration }) => ObjectLockConfiguration?.ObjectLockEnabled === 'Enabled')
            .catch((error) => {
            if (hasNoLocks(error))
                return false;
            throw withRight(error, what, 's3:GetBucketObjectLockConfiguration');
        });
        if (isOn)
            return;
        throw new errors/* HoldfastError */.E('bad-input', `${what}: the bucket "${(0,bytestring.displayText)(Bucket)}" has no Object Lock, expected one that was made with it (and so keeps ` +
            'versions). Make such a bucket, or leave --object-lock out. Nothing was saved.');
    }
    /** Null: none. @throws `isMissing(error)`; what a storage says that we don't know. */
    async get(file, versionId, signal) {
        const { connection, sdk, reader } = this.#bucket;
        const input = {
            Bucket: connection.place.bucket,
            Key: reader.keyOf((0,layout/* pathOf */.XM)(file)),
            VersionId: versionId,
        };
        const what = reader.cannot('see the lock of', file);
        try {
            const answer = await connection.request(what, signal, (client, watch) => client.send(new sdk.GetObjectRetentionCommand(input), { abortSignal: watch.signal }));
            return lockOf(answer);
        }
        catch (error) {
            if (!hasNoLocks(error))
                throw error;
            if (NO_LOCKS_AT_ALL.has((0,s3_fault/* s3FaultIn */.W$)(error)?.code ?? ''))
                this.#mayHaveLocks = false;
            return null;
        }
    }
    async put(file, versionId, lock, signal) {
        const { connection, sdk, reader } = this.#bucket;
        const what = reader.cannot('extend the lock of', file);
        const input = {
            Bucket: connection.place.bucket,
            Key: reader.keyOf((0,layout/* pathOf */.XM)(file)),
            VersionId: versionId,
            Retention: { Mode: lock.mode, RetainUntilDate: new Date(lock.untilMs) },
        };
        await connection
            .request(what, signal, (client, watch) => client.send(new sdk.PutObjectRetentionCommand(input), { abortSignal: watch.signal }))
            .catch((error) => {
            throw withRight(error, what, 's3:PutObjectRetention');
        });
    }
    async #lockToRemove(file, signal) {
        try {
            return await this.get(file, undefined, signal);
        }
        catch (error) {
            if ((0,backend/* isMissing */.b2)(error))
                return null;
            const status = (0,s3_fault/* s3FaultIn */.W$)(error)?.status;
            if (status !== 403 && status !== 404)
                throw error;
            // An ordinary bucket's credential needs no right to look at locks: without versions there are none.
            const facts = await this.#bucket.reader.stat({ file }, signal);
            if (facts === null)
                return null;
            if (facts.versionId !== null)
                throw withRight(error, this.#bucket.reader.cannot('remove', file), 's3:GetObjectRetention');
            this.#mayHaveLocks = false;
            return null;
        }
    }
}
/** What `objectLock` asks for, as a repository does it (src/repository/retention-locks.ts). */
class S3RetentionLocks {
    days;
    #bucket;
    #locks;
    #objectLock;
    /** Until when the versions are locked that this process saved: they needn't be asked. */
    #own = new Map();
    constructor(bucket, locks, objectLock) {
        this.#bucket = bucket;
        this.#locks = locks;
        this.#objectLock = objectLock;
        this.days = objectLock.days;
    }
    /** What a new object is saved with. */
    newLock() {
        const { mode, days } = this.#objectLock;
        return { mode, untilMs: Date.now() + days * DAY_MS };
    }
    onSaved(versionId, { untilMs }) {
        if (versionId !== undefined)
            this.#own.set(versionId, untilMs);
    }
    async *versions(kind, signal) {
        for await (const { name, versions } of listVersions(this.#bucket, kind, signal)) {
            yield {
                name,
                isHidden: versions[0]?.isMarker ?? true,
                versionIds: versions
                    .filter(({ isMarker }) => !isMarker)
                    .slice(-MAX_VERSIONS_HELD)
                    .map(({ versionId }) => versionId),
            };
        }
    }
    async hold(file, versionId, signal) {
        const least = Date.now() + this.days * DAY_MS * LEAST_PART;
        if ((this.#own.get(versionId) ?? 0) >= least)
            return false;
        const lock = await this.#locks.get(file, versionId, signal);
        if (lock !== null && lock.untilMs >= least)
            return false;
        const { mode, untilMs } = this.newLock();
        // A stricter mode stays: to loosen it is forbidden.
        await this.#locks.put(file, versionId, { mode: lock?.mode ?? mode, untilMs }, signal);
        return true;
    }
}
function lockOf({ Retention }) {
    if (Retention?.RetainUntilDate === undefined)
        return null;
    const mode = Retention.Mode === 'GOVERNANCE' ? 'GOVERNANCE' : 'COMPLIANCE';
    return { mode, untilMs: Retention.RetainUntilDate.getTime() };
}
/** A wrong clock, region or key is none of it, nor a fault that may pass: they have codes, or causes, of their own. */
function hasNoLocks(error) {
    const fault = (0,s3_fault/* s3FaultIn */.W$)(error);
    if (fault === null || fault.code === 'NoSuchBucket')
        return false;
    const isOther = (0,backend/* isMissing */.b2)(error) || (0,backend/* isPassing */.WG)(error) || (0,errors/* asHoldfastError */.C)(error)?.code !== 'backend-failed';
    return !isOther && ANSWERS_WITHOUT_LOCKS.has(fault.status ?? 0);
}
/** The general advice of a denied request doesn't name this right. */
function withRight(error, what, right) {
    if (!(error instanceof errors/* HoldfastError */.E) || (0,s3_fault/* s3FaultIn */.W$)(error)?.code !== 'AccessDenied')
        return error;
    return new errors/* HoldfastError */.E('no-permission', `${what}: the credential has no right to it (AccessDenied). It takes ${right}.`, { cause: error.cause });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/backends/s3-range.js
var s3_range = __webpack_require__(1152);
;// CONCATENATED MODULE: ./build/backends/s3-reader.js








/** Reads the objects of a repository in a bucket. */
class S3Reader {
    #connection;
    #sdk;
    location;
    constructor(connection, sdk) {
        this.#connection = connection;
        this.#sdk = sdk;
        this.location = connection.place.location;
    }
    /** As Backend.load. */
    async load(of, range = { offset: 0 }, signal) {
        if (range.length === 0)
            return await this.#loadNothing(of, range.offset, signal);
        try {
            return await this.#get(of, range, signal);
        }
        catch (error) {
            // What the range begins behind may be the end itself.
            if ((0,s3_fault/* s3FaultIn */.W$)(error)?.status !== 416)
                throw error;
            const { sizeBytes } = await this.#statThere(of, signal);
            if (range.length === undefined && range.offset === sizeBytes)
                return Buffer.alloc(0);
            throw this.#tooShort(of.file, sizeBytes, range.offset + (range.length ?? 0));
        }
    }
    /** Null if it isn't there. */
    async stat(of, signal) {
        try {
            return await this.#statThere(of, signal);
        }
        catch (error) {
            if ((0,backend/* isMissing */.b2)(error))
                return null;
            throw error;
        }
    }
    /** The SHA-256 of all its bytes, in hex; none of them is kept. */
    async sha256(of, signal) {
        return await this.#fetch(of, undefined, signal, async (answer, heard) => {
            const hash = (0,external_node_crypto_.createHash)('sha256');
            for await (const chunk of answer.Body) {
                heard();
                hash.update(chunk);
            }
            return hash.digest('hex');
        });
    }
    keyOf(path) {
        return external_node_path_.posix.join(this.#connection.place.prefix, ...path);
    }
    /** The beginning of a message. */
    cannot(verb, file) {
        return `Cannot ${verb} ${(0,backend/* describeFile */.CL)(file)} in "${this.location}"`;
    }
    async #get(of, range, signal) {
        const { file } = of;
        return await this.#fetch(of, (0,s3_range/* rangeHeader */.H)(range), signal, async (answer, heard) => {
            const { firstByte, sizeBytes, partBytes } = (0,s3_range/* extentOf */.O)(answer, this.cannot('read', file));
            if (firstByte !== range.offset)
                throw this.#faulty(file, `it gave bytes from ${firstByte} on, expected from ${range.offset}`);
            if (range.length === undefined && partBytes > backend/* MAX_WHOLE_BYTES */.DH) {
                throw (0,backend/* tooLargeToLoad */.Rw)(file, this.location, sizeBytes);
            }
            const wantedBytes = range.length ?? sizeBytes - range.offset;
            if (range.offset + wantedBytes > sizeBytes)
                throw this.#tooShort(file, sizeBytes, range.offset + wantedBytes);
            const bytes = await (0,s3_body/* readBody */.x8)(answer.Body, wantedBytes, heard, range.into);
            if (bytes === null)
                throw this.#faulty(file, `it gave other than the ${wantedBytes} bytes that it has`);
            return bytes;
        });
    }
    async #loadNothing(of, offset, signal) {
        const { sizeBytes } = await this.#statThere(of, signal);
        if (offset > sizeBytes)
            throw this.#tooShort(of.file, sizeBytes, offset);
        return Buffer.alloc(0);
    }
    /**
     * By asking for the first byte: what HEAD answers has no body, and so doesn't tell a missing object from a missing bucket,
     * nor a wrong key from a wrong clock.
     */
    async #statThere(of, signal) {
        try {
            return await this.#fetch(of, 'bytes=0-0', signal, async (answer, heard) => {
                const { sizeBytes, partBytes } = (0,s3_range/* extentOf */.O)(answer, this.cannot('look at', of.file));
                // Read, so that the connection can be used again.
                if (partBytes <= 1)
                    await (0,s3_body/* readBody */.x8)(answer.Body, partBytes, heard);
                return { sizeBytes, versionId: answer.VersionId ?? null };
            });
        }
        catch (error) {
            // Only an empty object has no first byte.
            if ((0,s3_fault/* s3FaultIn */.W$)(error)?.status === 416)
                return { sizeBytes: 0, versionId: null };
            throw error;
        }
    }
    async #fetch({ file, versionId }, range, signal, read) {
        const { bucket: Bucket } = this.#connection.place;
        const Key = this.keyOf((0,layout/* pathOf */.XM)(file));
        return await this.#connection.request(this.cannot('read', file), signal, async (client, watch) => {
            const command = new this.#sdk.GetObjectCommand({ Bucket, Key, Range: range, VersionId: versionId });
            const answer = await client.send(command, { abortSignal: watch.signal });
            watch.heard();
            return await read(answer, () => watch.heard());
        });
    }
    #tooShort(file, sizeBytes, expectedBytes) {
        return new errors/* HoldfastError */.E('backend-failed', `${this.cannot('read', file)}: it has ${sizeBytes} bytes, expected at least ${expectedBytes}.`, { cause: new backend/* ShortFileError */.d1() });
    }
    #faulty(file, how) {
        return new errors/* HoldfastError */.E('backend-failed', `${this.cannot('read', file)}: ${how}.`, {
            cause: new backend/* PassingFaultError */.ed(how),
        });
    }
}

// EXTERNAL MODULE: ./build/backends/s3-stored-as.js
var s3_stored_as = __webpack_require__(20907);
;// CONCATENATED MODULE: ./build/backends/s3.js













/** restic's own number for S3. */
const S3_CONNECTIONS = 5;
/** A repository in a bucket, laid out as restic does; with `asOfMs` as it was then, to be read. Nothing is asked yet. */
async function openS3(place, { asOfMs, ...options } = {}) {
    const sdk = await import(/* webpackIgnore: true */ './s3-sdk.js');
    const connection = new s3_connection/* S3Connection */.t(place, sdk, options);
    const reader = new S3Reader(connection, sdk);
    if (asOfMs === undefined)
        return new S3Backend({ connection, sdk, reader }, options);
    return new S3AsOfBackend({
        connection,
        sdk,
        reader,
        asOfMs,
        connections: options.connections ?? S3_CONNECTIONS,
    });
}
class S3Backend {
    location;
    connections;
    retention;
    #connection;
    #sdk;
    #reader;
    #settings;
    #locks;
    /** False once the storage has said that it can't save on the condition that the name is free. */
    #hasConditions = true;
    /** Whether the bucket can lock objects: asked before the first is saved. */
    #locking = null;
    constructor(bucket, settings) {
        this.#connection = bucket.connection;
        this.#sdk = bucket.sdk;
        this.#reader = bucket.reader;
        this.#settings = settings;
        this.#locks = new S3ObjectLocks(bucket);
        const { objectLock, connections = S3_CONNECTIONS } = settings;
        this.retention = objectLock && new S3RetentionLocks(bucket, this.#locks, objectLock);
        this.connections = connections;
        this.location = bucket.reader.location;
    }
    /** There are no folders. The bucket has settings that only its owner can choose: it isn't made here. */
    async create() { }
    async save(file, data, signal) {
        if (this.retention !== undefined)
            await this.#assertLocking(signal);
        const hadConditions = this.#hasConditions;
        try {
            if (hadConditions)
                await this.#put(file, data, signal);
            else
                await this.#putIfUnseen(file, data, signal);
        }
        catch (error) {
            const fault = (0,s3_fault/* s3FaultIn */.W$)(error);
            if (fault?.status === 412) {
                await this.#assertSame(file, data, signal);
                return await this.#holdAsStored(file, signal);
            }
            if (fault?.status !== 501 || !hadConditions)
                throw error;
            this.#hasConditions = false;
            return await this.save(file, data, signal);
        }
        // Two who make a repository at once: where a storage heeds no condition, the one who came first sees it here.
        if (file.kind === 'config')
            await this.#assertSame(file, data, signal);
    }
    load(file, range, signal) {
        return this.#reader.load({ file }, range, signal);
    }
    async stat(file, signal) {
        const facts = await this.#reader.stat({ file }, signal);
        return facts && { sizeBytes: facts.sizeBytes };
    }
    async *list(kind, signal) {
        const what = `Cannot list the ${kind} files in "${this.location}"`;
        const { bucket: Bucket } = this.#connection.place;
        const Prefix = `${this.#reader.keyOf([layout/* FOLDERS */.Yk[kind]])}/`;
        let token;
        do {
            const ContinuationToken = token;
            const page = await this.#connection.request(what, signal, (client, watch) => client.send(new this.#sdk.ListObjectsV2Command({ Bucket, Prefix, ContinuationToken }), {
                abortSignal: watch.signal,
            }));
            for (const { Key, Size } of page.Contents ?? []) {
                const name = external_node_path_.posix.basename(Key ?? '');
                if ((0,layout/* isStoredName */.pu)(name) && Key === this.#reader.keyOf((0,layout/* pathOf */.XM)({ kind, name }))) {
                    yield { name, sizeBytes: Size ?? 0 };
                }
            }
            token = (0,s3_pages/* nextPage */.Z)(page, token, what);
        } while (token !== undefined);
    }
    /** By a DELETE without a version: in a bucket that keeps versions, a marker hides the file until its rules remove it. */
    async remove(file, signal) {
        if (file.kind !== 'lock')
            await this.#locks.assertRemovable(file, signal);
        const { bucket: Bucket } = this.#connection.place;
        const Key = this.#reader.keyOf((0,layout/* pathOf */.XM)(file));
        try {
            await this.#connection.request(this.#reader.cannot('remove', file), signal, (client, watch) => client.send(new this.#sdk.DeleteObjectCommand({ Bucket, Key }), { abortSignal: watch.signal }));
        }
        catch (error) {
            if (!(0,backend/* isMissing */.b2)(error))
                throw error;
        }
    }
    async close() {
        this.#connection.close();
    }
    /** On the condition that the name is free: else HTTP 412. */
    async #put(file, data, signal) {
        const { sizeBytes, sha256, md5 } = (0,s3_body/* checksumsOf */.Uw)(data);
        const lock = file.kind === 'lock' ? undefined : this.retention?.newLock();
        const input = {
            Bucket: this.#connection.place.bucket,
            Key: this.#reader.keyOf((0,layout/* pathOf */.XM)(file)),
            ContentLength: sizeBytes,
            ContentMD5: md5,
            ContentType: 'application/octet-stream',
            ...(this.#hasConditions ? { IfNoneMatch: '*' } : {}),
            ...this.#storedAs(file),
            ...(lock && { ObjectLockMode: lock.mode, ObjectLockRetainUntilDate: new Date(lock.untilMs) }),
        };
        const what = this.#reader.cannot('save', file);
        await this.#connection.request(what, signal, async (client, watch) => {
            const command = new this.#sdk.PutObjectCommand({ ...input, Body: (0,s3_body/* streamOf */.mA)(data, () => watch.heard()) });
            // The SDK signs no stream's contents by itself, and takes this as it is.
            command.middlewareStack.add((next) => (args) => {
                args.request.headers['x-amz-content-sha256'] = sha256;
                return next(args);
            }, { step: 'build', name: 'holdfastContentHash' });
            const answer = await client.send(command, { abortSignal: watch.signal });
            (0,s3_answers/* assertStored */.S_)(answer, what);
            if (lock !== undefined)
                this.retention?.onSaved(answer.VersionId, lock);
        });
    }
    #storedAs(file) {
        const { storageClass: _, ...always } = this.#settings;
        // Locks live for minutes: a class that is billed by the month makes them dear.
        return (0,s3_stored_as/* storedAs */.q)(file.kind === 'lock' ? always : this.#settings);
    }
    async #assertLocking(signal) {
        this.#locking ??= this.#locks.assertLocking(signal);
        try {
            await this.#locking;
        }
        catch (error) {
            this.#locking = null; // so that it can be tried again
            throw error;
        }
    }
    /** Of a file that is there already, whoever saved it: perhaps without a lock. */
    async #holdAsStored(file, signal) {
        if (this.retention === undefined || file.kind === 'lock')
            return;
        const facts = await this.#reader.stat({ file }, signal);
        if (facts?.versionId)
            await this.retention.hold(file, facts.versionId, signal);
    }
    /** The best that can be done with a storage that knows no conditions. */
    async #putIfUnseen(file, data, signal) {
        if ((await this.stat(file, signal)) !== null) {
            await this.#assertSame(file, data, signal);
            await this.#holdAsStored(file, signal);
        }
        else {
            await this.#put(file, data, signal);
        }
    }
    async #assertSame(file, data, signal) {
        const stored = await this.load(file, undefined, signal);
        if (stored.equals(Buffer.concat(data)))
            return;
        throw new errors/* HoldfastError */.E('backend-failed', `${this.#reader.cannot('save', file)}: the name holds other bytes already (${stored.length}).`);
    }
}

// EXTERNAL MODULE: ./build/backends/s3-url.js
var s3_url = __webpack_require__(4532);
;// CONCATENATED MODULE: ./build/backends/location.js





/** Schemes of restic's URLs that stock restic reads and we don't. */
const OTHER_SCHEMES = ['sftp', 'rest', 'b2', 'azure', 'gs', 'swift', 'rclone'];
const LOCAL_PREFIX = 'local:';
/**
 * Also one of restic's in other letters, or after white space (` s3:…`, `S3:…`): as a folder's name it would take backups on
 * this machine that were meant for elsewhere, and be shown with what secrets stand in it.
 */
const LIKE_A_SCHEME = new RegExp(`^\\s*(?:[a-z][a-z0-9+.-]*://|(?:s3|local|${OTHER_SCHEMES.join('|')}):)`, 'i');
/**
 * The backend that a repository's URL names, in restic's own notation: `/path`, `path`, `local:/path`,
 * `s3:https://host/bucket/prefix`. Nothing is read yet, so that a folder that doesn't exist is no error here.
 * @throws HoldfastError bad-input. The message never shows a user name or password of the URL.
 */
async function openBackend(url, options = {}) {
    requireLocation(url);
    if (url.startsWith(s3_url/* S3_SCHEME */.b)) {
        const { caFile, s3, asOfMs } = options;
        return await openS3((0,s3_url/* parseS3Url */.F)(url, redactUrl(url)), { ...s3, caFile, asOfMs });
    }
    refuseForFolder(url, options);
    return openDirectory(folderOf(url));
}
/** Sees that `url` is a location that `openBackend` takes. @throws HoldfastError bad-input, as it does. */
function checkLocation(url) {
    requireLocation(url);
    if (url.startsWith(s3_url/* S3_SCHEME */.b))
        (0,s3_url/* parseS3Url */.F)(url, redactUrl(url));
    else
        folderOf(url);
}
function requireLocation(url) {
    if (url !== '')
        return;
    throw new errors/* HoldfastError */.E('bad-input', 'Cannot open a repository: its location is empty. Name a folder, or s3:https://HOST/BUCKET/PREFIX.');
}
function folderOf(url) {
    if (url.startsWith(LOCAL_PREFIX))
        return checkedPath(url.slice(LOCAL_PREFIX.length), url);
    const scheme = OTHER_SCHEMES.find((name) => url.startsWith(`${name}:`));
    if (scheme !== undefined) {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot open repository "${redactUrl(url)}": ${scheme} storage is not supported yet, expected a folder or S3. ` +
            'Use "/path", "local:/path" or "s3:https://HOST/BUCKET/PREFIX".');
    }
    if (LIKE_A_SCHEME.test(url)) {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot open repository "${redactUrl(url)}": no such kind of storage, expected a folder or S3. ` +
            'Use "/path", "s3:https://HOST/BUCKET/PREFIX", or "local:path" for a path that looks like an address.');
    }
    return checkedPath(url, url);
}
/** What was asked for to protect, or to read, must not be passed over. */
function refuseForFolder(url, { s3, asOfMs }) {
    const [flag, what] = asOfMs !== undefined
        ? ['--as-of', 'keeps no versions']
        : s3?.objectLock === undefined
            ? []
            : ['--object-lock', 'locks nothing'];
    if (flag === undefined)
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot use ${flag} with repository "${redactUrl(url)}": a folder ${what}, expected s3:https://HOST/BUCKET/PREFIX.`);
}
/** Whether the repository lies elsewhere, so that each request to it takes time. A folder of whatever kind doesn't. */
function isRemote(url) {
    return url.startsWith(s3_url/* S3_SCHEME */.b);
}
function checkedPath(path, url) {
    if (path !== '' && !path.includes('\0'))
        return path;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot open repository "${(0,bytestring.displayText)(url)}": expected a path without a NUL byte.`);
}
/** `url` for messages: a user name and password, and a query (which may hold a token), become `***`. */
function redactUrl(url) {
    return (0,bytestring.displayText)(withoutCredentials(url));
}
/** Whether something stands in `url` that may be secret. A folder of any name doesn't. */
function holdsCredentials(url) {
    const isUrl = url.includes('://') || (LIKE_A_SCHEME.test(url) && !url.startsWith(LOCAL_PREFIX));
    return isUrl && withoutCredentials(url) !== url;
}
/** Up to the last `@`: a password may hold one, and a slash. */
function withoutCredentials(url) {
    return url.replace(/^([a-z0-9]+:(?!\/\/))?([a-z0-9]+:\/\/)?.*@/is, '$1$2***@').replace(/\?.*$/s, '?***');
}


/***/ }),

/***/ 24877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ makeFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53648);



/**
 * Makes the folder `path` and those above it that are missing. Resolves too when it is there.
 *
 * Node's own recursive mkdir never ends where a folder says "no such file" to whatever is made in it, as /proc does.
 *
 * @throws What the system says of the first folder that can't be made.
 */
async function makeFolder(path, mode) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { mode });
    }
    catch (error) {
        if (await isFolder(path))
            return;
        const above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
        if ((0,_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .xU)(error) !== 'ENOENT' || above === path || (await isFolder(above)))
            throw error;
        await makeFolder(above, mode);
        await makeFolder(path, mode);
    }
}
async function isFolder(path) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => null))?.isDirectory() ?? false;
}


/***/ }),

/***/ 31706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var _cancel_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54716);

/** Resolves after `ms`. @throws HoldfastError as `signal` says, as soon as it is aborted. */
async function pause(ms, signal) {
    (0,_cancel_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
    if (ms <= 0)
        return;
    const { promise, resolve, reject } = Promise.withResolvers();
    const timer = setTimeout(resolve, ms);
    const onAbort = () => signal && reject((0,_cancel_js__WEBPACK_IMPORTED_MODULE_0__/* .cancellation */ .WN)(signal));
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
        await promise;
    }
    finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
    }
}


/***/ }),

/***/ 65534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ retrying),
/* harmony export */   b: () => (/* binding */ withRetry)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _backend_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77656);
/* harmony import */ var _cancel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54716);
/* harmony import */ var _pause_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31706);




const GIVE_UP_AFTER_MS = 15 * 60_000;
/** For what a disk doesn't give, which seldom passes: the kernel itself has tried for a while, and people wait. */
const READ_FAULT_GIVE_UP_AFTER_MS = 30_000;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 60_000;
/** A delay is between half of its nominal length and the whole. */
const JITTER = 0.5;
const SYSTEM_CLOCK = {
    nowMs: () => performance.now(),
    sleep: _pause_js__WEBPACK_IMPORTED_MODULE_0__/* .pause */ .v,
    random: Math.random,
};
/**
 * `backend`, with faults that may pass (`isPassing`) tried again, ever more slowly. All others fail at once: a wrong
 * address or a missing permission doesn't get better by waiting.
 */
function withRetry(backend, options = {}) {
    return new RetryingBackend(backend, options);
}
class RetryingBackend {
    #backend;
    #options;
    #clock;
    constructor(backend, options) {
        this.#backend = backend;
        this.#options = options;
        this.#clock = options.clock ?? SYSTEM_CLOCK;
    }
    get location() {
        return this.#backend.location;
    }
    get connections() {
        return this.#backend.connections;
    }
    get folder() {
        return this.#backend.folder;
    }
    get retention() {
        const { retention } = this.#backend;
        return (retention && {
            days: retention.days,
            versions: (kind, signal) => this.#listing(`listing versions of ${kind} files`, signal, () => retention.versions(kind, signal)),
            hold: (file, versionId, signal) => this.#trying(`locking ${(0,_backend_js__WEBPACK_IMPORTED_MODULE_1__/* .describeFile */ .CL)(file)}`, signal, () => retention.hold(file, versionId, signal)),
        });
    }
    create() {
        return this.#trying('making the folders', undefined, () => this.#backend.create());
    }
    save(file, data, signal) {
        return this.#trying(`saving ${(0,_backend_js__WEBPACK_IMPORTED_MODULE_1__/* .describeFile */ .CL)(file)}`, signal, () => this.#backend.save(file, data, signal));
    }
    load(file, range, signal) {
        return this.#trying(`reading ${(0,_backend_js__WEBPACK_IMPORTED_MODULE_1__/* .describeFile */ .CL)(file)}`, signal, () => this.#backend.load(file, range, signal));
    }
    stat(file, signal) {
        return this.#trying(`looking at ${(0,_backend_js__WEBPACK_IMPORTED_MODULE_1__/* .describeFile */ .CL)(file)}`, signal, () => this.#backend.stat(file, signal));
    }
    list(kind, signal) {
        return this.#listing(`listing ${kind} files`, signal, () => this.#backend.list(kind, signal));
    }
    remove(file, signal) {
        return this.#trying(`removing ${(0,_backend_js__WEBPACK_IMPORTED_MODULE_1__/* .describeFile */ .CL)(file)}`, signal, () => this.#backend.remove(file, signal));
    }
    close() {
        return this.#backend.close();
    }
    /** What was given out already is left out of a further try's list. */
    async *#listing(doing, signal, list) {
        const given = new Set();
        const tries = this.#tries(doing, signal);
        for (;;) {
            try {
                for await (const file of list()) {
                    if (given.has(file.name))
                        continue;
                    given.add(file.name);
                    yield file;
                }
                return;
            }
            catch (error) {
                await tries.afterFailure(error);
            }
        }
    }
    async #trying(doing, signal, work) {
        const tries = this.#tries(doing, signal);
        for (;;) {
            try {
                return await work();
            }
            catch (error) {
                await tries.afterFailure(error);
            }
        }
    }
    #tries(doing, signal) {
        return new Tries({ doing, signal, options: this.#options, clock: this.#clock });
    }
}
/** The failures of one operation. */
class Tries {
    #of;
    #failures = 0;
    #firstFailureMs = 0;
    constructor(of) {
        this.#of = of;
    }
    /**
     * Resolves when it is time for another try.
     * @throws `error`, if it can't pass or has lasted too long; HoldfastError cancelled.
     */
    async afterFailure(error) {
        const { doing, signal, options, clock } = this.#of;
        (0,_cancel_js__WEBPACK_IMPORTED_MODULE_2__/* .throwIfCancelled */ .dZ)(signal);
        if (!(0,_backend_js__WEBPACK_IMPORTED_MODULE_1__/* .isPassing */ .WG)(error))
            throw error;
        if (this.#failures++ === 0)
            this.#firstFailureMs = clock.nowMs();
        const delayMs = this.#delayMs();
        const lastedMs = clock.nowMs() - this.#firstFailureMs;
        if (lastedMs + delayMs > giveUpAfterMs(error, options)) {
            throw gaveUp(error, this.#failures, lastedMs);
        }
        const reason = error instanceof Error ? error.message : String(error);
        options.onRetry?.(`${doing} failed, trying again in ${Math.ceil(delayMs / 1000)} s: ${reason}`);
        await clock.sleep(delayMs, signal);
    }
    #delayMs() {
        const { options, clock } = this.#of;
        const nominalMs = (options.firstDelayMs ?? FIRST_DELAY_MS) * 2 ** (this.#failures - 1);
        const cappedMs = Math.min(nominalMs, options.longestDelayMs ?? LONGEST_DELAY_MS);
        return cappedMs * (1 - JITTER * clock.random());
    }
}
function giveUpAfterMs(error, { giveUpAfterMs = GIVE_UP_AFTER_MS }) {
    return (0,_backend_js__WEBPACK_IMPORTED_MODULE_1__/* .isReadFault */ .dV)(error) ? Math.min(giveUpAfterMs, READ_FAULT_GIVE_UP_AFTER_MS) : giveUpAfterMs;
}
function gaveUp(error, failures, lastedMs) {
    const reason = error instanceof Error ? error.message : String(error);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E ? error.code : 'backend-failed', `${reason} Tried ${failures} times in ${Math.round(lastedMs / 1000)} s.`, { cause: error });
}
/** Does `work` again and again as a retrying backend does. @param doing For a log: `saving part 3`. */
async function retrying(doing, { signal, ...options }, work) {
    const tries = new Tries({ doing, signal, options, clock: options.clock ?? SYSTEM_CLOCK });
    for (;;) {
        try {
            return await work();
        }
        catch (error) {
            await tries.afterFailure(error);
        }
    }
}


/***/ }),

/***/ 72506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ assertAsked),
/* harmony export */   S_: () => (/* binding */ assertStored),
/* harmony export */   Vg: () => (/* binding */ notOfS3)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _s3_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65629);


/**
 * For an answer that says that all went well, in a way in which S3 doesn't say it: a page of a proxy's, of a network that wants a
 * login, of a web server. AWS's client takes what it can't find in one for something that isn't there.
 * @param got Behind `the storage gave `.
 */
function notOfS3(what, got) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('backend-failed', `${what}: the storage gave ${got}, expected what S3 says. Something else may answer in its place, such as a proxy or a page to ` +
        "log in: check the location's host and port, and HTTPS_PROXY.");
}
/** Of what is saved, S3 always gives the tag. @throws HoldfastError backend-failed: nobody knows whether it is kept. */
function assertStored({ ETag }, what) {
    if (ETag === undefined)
        throw notOfS3(what, 'no tag (ETag) for it');
}
/**
 * That an answer is of the object that was asked for by its tag. Not every storage heeds the condition (If-Match), and what another writes
 * between two parts would be half an object of each.
 * @param tag Null: whichever is there was asked for.
 * @throws HoldfastError backend-failed: as when S3 itself says so (HTTP 412); or as `notOfS3`.
 */
function assertAsked(tag, { ETag }, what) {
    if (tag === null || ETag === tag)
        return;
    if (ETag === undefined)
        throw notOfS3(what, 'no tag (ETag) with it');
    if (bare(ETag) === bare(tag))
        return;
    const how = 'another object came than the one that was asked for by its tag';
    const of = { code: 'PreconditionFailed', status: 412, region: null, dateMs: null };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('backend-failed', `${what}: ${how}.`, { cause: new _s3_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .S3Fault */ .fh(how, of) });
}
/** Some storages quote tags here and not there. */
function bare(tag) {
    return tag.replace(/^W\//, '').replace(/^"(.*)"$/, '$1');
}


/***/ }),

/***/ 43685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uw: () => (/* binding */ checksumsOf),
/* harmony export */   mA: () => (/* binding */ streamOf),
/* harmony export */   x8: () => (/* binding */ readBody)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);


/** Parts are sent in pieces of this size: small ones together, large ones cut, so that progress shows. */
const PIECE_BYTES = 256 * 1024;
function checksumsOf(data) {
    const [sha256, md5] = [(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256'), (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('md5')];
    let sizeBytes = 0;
    for (const part of data) {
        sha256.update(part);
        md5.update(part);
        sizeBytes += part.length;
    }
    return { sizeBytes, sha256: sha256.digest('hex'), md5: md5.digest('base64') };
}
/** `data` as a stream, without a copy of its large parts. `onPiece` is called whenever another piece is wanted. */
function streamOf(data, onPiece) {
    return node_stream__WEBPACK_IMPORTED_MODULE_1__.Readable.from(piecesOf(data, onPiece), { objectMode: false });
}
function* piecesOf(data, onPiece) {
    let small = [];
    let smallBytes = 0;
    const takeSmall = () => {
        const piece = Buffer.concat(small);
        [small, smallBytes] = [[], 0];
        return piece;
    };
    for (const part of data) {
        if (smallBytes > 0 && smallBytes + part.length > PIECE_BYTES) {
            onPiece();
            yield takeSmall();
        }
        if (part.length < PIECE_BYTES) {
            small.push(part);
            smallBytes += part.length;
            continue;
        }
        for (let start = 0; start < part.length; start += PIECE_BYTES) {
            onPiece();
            const end = Math.min(start + PIECE_BYTES, part.length);
            yield Buffer.from(part.buffer, part.byteOffset + start, end - start);
        }
    }
    onPiece();
    if (smallBytes > 0)
        yield takeSmall();
}
/**
 * All of `body`, which must have `sizeBytes`; null if it has more or less.
 * @param onChunk Called for every piece that comes.
 * @param into Memory of `sizeBytes` that it is put into. Default: its own.
 */
async function readBody(body, sizeBytes, onChunk, into = Buffer.allocUnsafeSlow(sizeBytes)) {
    let done = 0;
    for await (const chunk of body) {
        onChunk();
        if (done + chunk.length > sizeBytes)
            return null;
        into.set(chunk, done);
        done += chunk.length;
    }
    return done === sizeBytes ? Buffer.from(into.buffer, into.byteOffset, sizeBytes) : null;
}


/***/ }),

/***/ 83705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ S3Connection)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
// EXTERNAL MODULE: ./build/backends/cancel.js
var cancel = __webpack_require__(54716);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/backends/backend.js
var backend = __webpack_require__(77656);
;// CONCATENATED MODULE: ./build/backends/s3-errors.js



/** Faults of S3 that are gone a moment later, also those that come with a status below 500. */
const PASSING_CODES = new Set([
    'BadDigest',
    'ConditionalRequestConflict',
    'IncompleteBody',
    'OperationAborted',
    'RequestThrottled',
    'RequestTimeout',
    'SlowDown',
    'Throttling',
    'ThrottlingException',
    'TooManyRequestsException',
    'XAmzContentChecksumMismatch',
    'XAmzContentSHA256Mismatch',
]);
const PASSING_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504]);
/** Beyond these, no answer came because the other side speaks another protocol, or isn't whom we believe. */
const PERMANENT_CONNECTION_CODES = /^(ERR_TLS_|ERR_SSL_|EPROTO|HPE_|CERT_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_|ERR_INVALID)/;
/** Of an address that has answered before these pass: a service is started anew, a network comes back. */
const NOBODY_THERE = new Set(['ENOTFOUND', 'ECONNREFUSED']);
/**
 * `fault` as an error for a person: `what` is `Cannot save pack 1f0c… in "s3:…"`. `isPassing` of those that trying again may
 * help with, `isMissing` where the object isn't there but its bucket is.
 */
function s3Error(what, fault, context) {
    const { code, actual, advice } = explain(fault, context);
    return new errors/* HoldfastError */.E(code, `${what}: ${actual}.${advice === '' ? '' : ` ${advice}`}`, {
        cause: causeOf(fault, context),
    });
}
function causeOf(fault, context) {
    if (fault.code === 'NoSuchKey')
        return new backend/* MissingFileError */.Hb(fault.code, { cause: fault });
    return isPassingFault(fault, context) ? new backend/* PassingFaultError */.ed(fault.code, { cause: fault }) : fault;
}
function isPassingFault({ code, status, message }, { answered, mayPass }) {
    if (PASSING_CODES.has(code))
        return true;
    if (status !== null && status >= 300)
        return PASSING_STATUSES.has(status);
    if (isNoRegion(message))
        return false;
    if (code === 'CredentialsProviderError' || PERMANENT_CONNECTION_CODES.test(code))
        return false;
    if (!answered && NOBODY_THERE.has(code))
        return false;
    // What was cut off in the middle of an answer, too.
    return mayPass;
}
function explain(fault, context) {
    return (explainPlace(fault, context) ??
        explainSetting(fault, context) ??
        // Before credentials: some storages say 403 when a quota is used up.
        explainLimit(fault) ??
        explainOther(fault, context) ??
        explainCredentials(fault, context) ??
        (fault.status === null ? explainConnection(fault, context) : explainAnswer(fault)));
}
function explainPlace(fault, { place, region, nowMs }) {
    switch (fault.code) {
        case 'NoSuchKey':
            return { code: 'backend-failed', actual: "it isn't there (NoSuchKey)", advice: '' };
        case 'NoSuchBucket':
            return {
                code: 'backend-failed',
                actual: `there is no bucket "${place.bucket}" (NoSuchBucket), expected one`,
                advice: 'Check its name in the location; or make it first, with the settings that it shall have: this is never done for you.',
            };
        case 'InvalidBucketName':
            return {
                code: 'bad-input',
                actual: `"${place.bucket}" can't be a bucket's name (InvalidBucketName), expected 3 to 63 lower-case letters, digits, dots or dashes`,
                advice: 'Correct the location: s3:https://HOST/BUCKET/PREFIX.',
            };
        case 'RequestTimeTooSkewed':
        case 'RequestExpired':
            return {
                code: 'backend-failed',
                actual: `${clockText(fault, nowMs)} (${fault.code}), expected at most 15 minutes`,
                advice: "Set this machine's clock, best by NTP: snapshots and locks go by it, too.",
            };
    }
    const wanted = fault.region !== null && fault.region !== region ? fault.region : null;
    if (wanted === null && !isRegionFault(fault))
        return null;
    return {
        code: 'bad-input',
        actual: `the region is ${JSON.stringify(region)}, the storage expected ${wanted === null ? 'another' : (0,bytestring.displayText)(JSON.stringify(wanted))} (${shownCode(fault)})`,
        advice: `Set AWS_DEFAULT_REGION${wanted === null ? " to the bucket's" : `=${(0,bytestring.displayText)(wanted)}`}.`,
    };
}
/** What the SDK itself refuses, before anything is asked. */
function explainSetting({ code, message }, { region }) {
    if (code === 'ERR_INVALID_CHAR') {
        return {
            code: 'bad-input',
            actual: `the access key or the session token holds what can stand in no request, such as a line break (${code})`,
            advice: 'Check AWS_ACCESS_KEY_ID and AWS_SESSION_TOKEN: set them anew, without a line break behind them.',
        };
    }
    if (!isNoRegion(message))
        return null;
    return {
        code: 'bad-input',
        actual: `${(0,bytestring.displayText)(JSON.stringify(region))} can be no region, expected one such as "eu-west-1"`,
        advice: 'Check AWS_DEFAULT_REGION and AWS_REGION.',
    };
}
function isNoRegion(message) {
    return message.startsWith('Region not accepted');
}
/** An answer in which there is no code of S3's: the SDK has names of its own for such. */
function explainOther({ status, message }, { place }) {
    if (message !== 'UnknownError' || status === null || status < 300 || status >= 500)
        return null;
    return {
        code: status === 403 ? 'no-permission' : 'backend-failed',
        actual: `${place.endpoint ?? "AWS's endpoint"} answered HTTP ${status} without a code of S3's`,
        advice: "Something else may answer there, such as a console, a website or a proxy: check the location's host and port, and HTTPS_PROXY.",
    };
}
function isRegionFault({ code, status, message }) {
    if (code === 'PermanentRedirect' || status === 301)
        return true;
    return code === 'AuthorizationHeaderMalformed' && /region/i.test(message);
}
function clockText({ dateMs }, nowMs) {
    if (dateMs === null)
        return "this machine's clock and the storage's differ";
    const minutes = Math.round(Math.abs(nowMs - dateMs) / 60_000);
    if (minutes === 0)
        return 'the request was long under way, or a clock was wrong until now';
    const way = nowMs > dateMs ? 'ahead of' : 'behind';
    return `this machine's clock is ${minutes} minutes ${way} the storage's`;
}
function explainCredentials({ code, message, status }, { accessKey }) {
    const key = accessKey === null ? 'the access key' : `the access key that ends in "${(0,bytestring.displayText)(accessKey)}"`;
    switch (code) {
        case 'CredentialsProviderError':
            return {
                code: 'no-permission',
                actual: 'there are no credentials for S3, expected some',
                advice: `Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or run it where a role is given. (${(0,bytestring.displayText)(message)})`,
            };
        case 'InvalidAccessKeyId':
        case 'XAdminUserNotFound': // versitygw's
            return {
                code: 'no-permission',
                actual: `the storage doesn't know ${key} (${code})`,
                advice: 'Check AWS_ACCESS_KEY_ID, and that it is for this storage.',
            };
        case 'SignatureDoesNotMatch':
            return {
                code: 'no-permission',
                actual: `the secret doesn't belong to ${key} (${code})`,
                advice: 'Check AWS_SECRET_ACCESS_KEY: one letter too few, or a line break behind it, is enough.',
            };
        case 'ExpiredToken':
        case 'InvalidToken':
        case 'InvalidTokenId': // MinIO's
        case 'TokenRefreshRequired':
            return {
                code: 'no-permission',
                actual: `the session token of ${key} has expired or isn't its own (${code})`,
                advice: 'Get new temporary credentials: AWS_SESSION_TOKEN belongs to them.',
            };
        case 'InvalidObjectState':
            return {
                code: 'backend-failed',
                actual: 'it lies in an archive (InvalidObjectState)',
                advice: 'Have it brought back first, and keep repositories out of archive storage classes.',
            };
    }
    if (code !== 'AccessDenied' && status !== 401 && status !== 403)
        return null;
    return {
        code: 'no-permission',
        actual: `${key} has no right to it (${shownCode({ code, status })})`,
        advice: 'It takes s3:ListBucket on the bucket; s3:GetObject and s3:PutObject on the objects; s3:DeleteObject on those of locks/.',
    };
}
function explainLimit(fault) {
    if (fault.status !== 507 && !/Quota|StorageFull|InsufficientStorage/i.test(fault.code))
        return null;
    return {
        code: 'no-space',
        actual: `no space is left (${shownCode(fault)})`,
        advice: 'Free some, or have the quota raised.',
    };
}
function explainConnection(fault, { place }) {
    const endpoint = place.endpoint ?? "AWS's endpoint";
    if (/^(ERR_TLS_|CERT_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_)/.test(fault.code)) {
        return {
            code: 'backend-failed',
            actual: `the certificate of ${endpoint} is not to be believed (${fault.code}): ${(0,bytestring.displayText)(fault.message)}`,
            advice: "If it is of an authority of your own, name the authority's certificate with --cacert, RESTIC_CACERT or NODE_EXTRA_CA_CERTS.",
        };
    }
    if (/^(ERR_SSL_|EPROTO|HPE_)/.test(fault.code)) {
        return {
            code: 'backend-failed',
            actual: `${endpoint} doesn't speak ${place.endpoint?.startsWith('http:') ? 'HTTP' : 'HTTPS'} (${fault.code})`,
            advice: 'Check the port, and write s3:http://… for a storage without TLS.',
        };
    }
    return {
        code: 'backend-failed',
        actual: `${endpoint} can't be reached, or broke off: ${(0,bytestring.displayText)(fault.message)} (${fault.code})`,
        advice: "Check the location's host and port, and whether a firewall is in the way.",
    };
}
function explainAnswer(fault) {
    return {
        code: 'backend-failed',
        actual: `the storage answered ${shownCode(fault)}: ${(0,bytestring.displayText)(fault.message.replace(/\.$/, ''))}`,
        advice: '',
    };
}
/** `SlowDown, HTTP 503`. */
function shownCode({ code, status }) {
    return `${(0,bytestring.displayText)(code)}${status === null ? '' : `, HTTP ${status}`}`;
}

// EXTERNAL MODULE: ./build/backends/s3-fault.js
var s3_fault = __webpack_require__(65629);
;// CONCATENATED MODULE: ./build/backends/s3-role.js




/** Credentials are renewed so long before they expire: a request that is under way then still ends in time. */
const RENEW_BEFORE_MS = 5 * 60_000;
/**
 * The credentials of `role`, asked for when they are first needed, and again with a fresh token before they expire.
 * A renewal that fails while the old ones are still good is tried again at the next request.
 * @throws from what it returns: HoldfastError no-permission, backend-failed, and what `role.token` throws.
 */
function assumeRole(role, fromWebToken, client) {
    let current = null;
    let renewing = null;
    const renew = async () => {
        try {
            current = await ask(role, fromWebToken, client, current !== null);
            return current;
        }
        catch (error) {
            if (current !== null && remainingMs(current) > 0)
                return current;
            throw error;
        }
        finally {
            renewing = null;
        }
    };
    return () => {
        if (current !== null && remainingMs(current) > RENEW_BEFORE_MS)
            return Promise.resolve(current);
        renewing ??= renew();
        return renewing;
    };
}
function remainingMs({ expiration }) {
    return expiration === undefined ? Number.POSITIVE_INFINITY : expiration.getTime() - Date.now();
}
async function ask(role, fromWebToken, client, hasAnswered) {
    const webIdentityToken = await role.token();
    role.onSecret?.(webIdentityToken);
    const provide = fromWebToken({
        roleArn: role.arn,
        roleSessionName: role.sessionName,
        webIdentityToken,
        clientConfig: client,
    });
    const credentials = await provide().catch((error) => {
        throw explained(role, (0,s3_fault/* faultOf */.Kl)(error), hasAnswered);
    });
    role.onSecret?.(credentials.secretAccessKey);
    if (credentials.sessionToken !== undefined)
        role.onSecret?.(credentials.sessionToken);
    return credentials;
}
/** @param hasAnswered Whether the service ever has: else its address may be wrong, and trying again helps nothing. */
function explained({ arn }, fault, hasAnswered) {
    const what = `Cannot assume the role "${(0,bytestring.displayText)(arn)}"`;
    const said = `${(0,bytestring.displayText)(fault.message.replace(/\.$/, ''))} (${(0,bytestring.displayText)(fault.code)})`;
    if (fault.status === null || fault.status >= 500) {
        const mayPass = fault.status !== null || hasAnswered;
        return new errors/* HoldfastError */.E('backend-failed', `${what}: its service can't be reached, or failed: ${said}.`, {
            cause: mayPass ? new backend/* PassingFaultError */.ed(fault.code, { cause: fault }) : fault,
        });
    }
    return new errors/* HoldfastError */.E('no-permission', `${what}: ${said}. The role must trust GitHub’s provider (token.actions.githubusercontent.com) with the audience ` +
        'sts.amazonaws.com, and this repository, branch or environment as its subject.', { cause: fault });
}

;// CONCATENATED MODULE: ./build/backends/s3-silence.js

/** The reason when a storage neither took nor gave a byte for too long. */
class SilenceError extends Error {
    name = 'SilenceError';
    constructor(limitMs) {
        super(`nothing came from it for ${Math.round(limitMs / 1000)} s`);
    }
}
/**
 * Ends one request when its other side is silent, or when it is cancelled. A total time limit would end a slow upload,
 * and a socket's own timeout doesn't see an answer that stops halfway.
 */
class SilenceWatch {
    /** Aborted on silence, on cancelling and by `end`: for the request itself. */
    signal;
    #limitMs;
    #controller = new AbortController();
    #timer;
    /** @throws HoldfastError cancelled, if `cancelling` is aborted already. */
    constructor(limitMs, cancelling) {
        (0,cancel/* throwIfCancelled */.dZ)(cancelling);
        this.#limitMs = limitMs;
        this.signal = cancelling
            ? AbortSignal.any([this.#controller.signal, cancelling])
            : this.#controller.signal;
        this.heard();
    }
    /** A byte went over. */
    heard() {
        if (this.#timer !== undefined)
            this.#timer.refresh();
        else
            this.#timer = setTimeout(() => this.#abort(new SilenceError(this.#limitMs)), this.#limitMs);
    }
    /** The silence that ended the request, or null if something else did. */
    get silence() {
        const { reason } = this.#controller.signal;
        return reason instanceof SilenceError ? reason : null;
    }
    /** What of the request is still under way is cut off: its memory is the caller's again. */
    end() {
        clearTimeout(this.#timer);
        this.#abort(null);
    }
    #abort(reason) {
        if (!this.#controller.signal.aborted)
            this.#controller.abort(reason);
    }
}

;// CONCATENATED MODULE: ./build/backends/s3-connection.js









/** More than a lost packet or two takes, and a busy disk at the other end. */
const SILENCE_MS = 60_000;
/**
 * Until the storage has answered once, an address may be wrong, or a firewall in the way, and somebody waits: what doesn't
 * answer in this time is told, and not tried any longer.
 */
const FIRST_CONTACT_MS = 8_000;
/** What S3 calls the region of those who name none; storage that has no regions takes it. */
const DEFAULT_REGION = 'us-east-1';
/** Requests at once: restic's connections, and what refreshes the lock and looks at it meanwhile. */
const MAX_SOCKETS = 16;
/** For the lock, when more connections are asked for than there are sockets. */
const SPARE_SOCKETS = 4;
/** Of asking for a role. */
const STS_ATTEMPTS = 3;
/** Whatever the SDK would say on the console: errors are thrown, too, and requests hold session tokens. */
const SILENT = { trace() { }, debug() { }, info() { }, warn() { }, error() { } };
/** Sends requests to a bucket: one place for its address, region, credentials and faults. */
class S3Connection {
    place;
    #sdk;
    #options;
    #givenRegion;
    #region;
    #client;
    /** Those of other regions, whose requests may be under way still. */
    #former = [];
    /** Of a role: one for all clients. */
    #role = null;
    /** Whether anything that is an HTTP answer has come. */
    #answered = false;
    #firstTriedMs = null;
    constructor(place, sdk, options) {
        this.place = place;
        this.#sdk = sdk;
        this.#options = options;
        // restic's variable first; an address with a region in it can mean no other.
        this.#givenRegion =
            place.region ??
                (options.region || process.env['AWS_DEFAULT_REGION'] || process.env['AWS_REGION'] || null);
        this.#region = this.#givenRegion ?? DEFAULT_REGION;
        this.#client = this.#connect();
    }
    /**
     * What `work` comes to. It passes `watch.signal` to the SDK, and tells the watch of every byte.
     * @param what For messages: `Cannot save pack 1f0c… in "s3:…"`.
     * @throws HoldfastError: see `s3Error`; cancelled.
     */
    async request(what, cancelling, work) {
        // A service of its own: its silence isn't the storage's.
        if (this.#role !== null)
            await (0,cancel/* untilCancelled */.c8)(this.#role(), cancelling);
        this.#firstTriedMs ??= performance.now();
        for (let regionIsOpen = this.#givenRegion === null;; regionIsOpen = false) {
            const [client, region] = [this.#client, this.#region];
            const watch = new SilenceWatch(this.#silenceMs(), cancelling);
            try {
                const result = await work(client, watch);
                this.#answered = true;
                return result;
            }
            catch (error) {
                if (cancelling?.aborted)
                    throw (0,cancel/* cancellation */.WN)(cancelling);
                if (error instanceof errors/* HoldfastError */.E)
                    throw error;
                const fault = watch.silence === null ? (0,s3_fault/* faultOf */.Kl)(error) : (0,s3_fault/* faultOf */.Kl)(watch.silence);
                if (fault.status !== null)
                    this.#answered = true;
                if (!regionIsOpen || !this.#learnsRegion(fault, region))
                    throw await this.#explained(what, fault);
            }
            finally {
                watch.end();
            }
        }
    }
    close() {
        for (const client of [this.#client, ...this.#former])
            client.destroy();
    }
    #silenceMs() {
        const silenceMs = this.#options.silenceMs ?? SILENCE_MS;
        return this.#answered ? silenceMs : Math.min(silenceMs, FIRST_CONTACT_MS);
    }
    /** Nobody named a region, and the storage says that it isn't `tried`: restic asks for it, too. */
    #learnsRegion({ region }, tried) {
        if (region === null || region === tried || !/^[a-z0-9-]{1,32}$/.test(region))
            return false;
        // Unless a request beside this one has learned it meanwhile.
        if (region !== this.#region) {
            this.#former.push(this.#client);
            this.#region = region;
            this.#client = this.#connect();
        }
        return true;
    }
    async #explained(what, fault) {
        const triedMs = performance.now() - (this.#firstTriedMs ?? 0);
        return s3Error(what, fault, {
            place: this.place,
            region: this.#region,
            accessKey: await this.#accessKey(),
            answered: this.#answered,
            mayPass: this.#answered || triedMs < FIRST_CONTACT_MS,
            nowMs: Date.now() + (this.#options.clockOffsetMs ?? 0),
        });
    }
    /** Of the access key in use the last four letters: enough to tell which it is. Null if there is none. */
    async #accessKey() {
        const credentials = await this.#client.config.credentials().catch(() => null);
        return credentials === null ? null : credentials.accessKeyId.slice(-4);
    }
    #connect() {
        const { place } = this;
        return new this.#sdk.S3Client({
            ...this.#credentials(),
            ...(place.endpoint === null ? { useDualstackEndpoint: place.dualStack } : { endpoint: place.endpoint }),
            region: this.#region,
            forcePathStyle: this.#isPathStyle(),
            // src/backends/retry.ts tries again; both together would multiply tries and waits.
            maxAttempts: 1,
            // What uploads are checked by stands in s3.ts; the SDK's own way is refused by services other than AWS.
            requestChecksumCalculation: 'WHEN_REQUIRED',
            responseChecksumValidation: 'WHEN_REQUIRED',
            // Services that don't know it cost a wait for each pack.
            expectContinueHeader: false,
            logger: SILENT,
            systemClockOffset: this.#options.clockOffsetMs ?? 0,
            requestHandler: this.#requestHandler(),
        });
    }
    #isPathStyle() {
        const { bucketLookup = 'auto' } = this.#options;
        return bucketLookup === 'auto' ? this.place.pathStyle : bucketLookup === 'path';
    }
    #requestHandler() {
        const ca = caCertificates(this.#options.caFile);
        const { connections = 0 } = this.#options;
        // As restic does: HTTPS_PROXY, HTTP_PROXY, NO_PROXY.
        const agent = {
            keepAlive: true,
            maxSockets: Math.max(MAX_SOCKETS, connections + SPARE_SOCKETS),
            proxyEnv: process.env,
        };
        return {
            connectionTimeout: FIRST_CONTACT_MS,
            httpAgent: agent,
            httpsAgent: { ...agent, ...(ca === null ? {} : { ca }) },
        };
    }
    /** Nothing: AWS's whole chain. */
    #credentials() {
        const { credentials } = this.#options;
        switch (credentials?.kind) {
            case undefined:
                return {};
            case 'keys': {
                const { accessKeyId, secretAccessKey, sessionToken } = credentials;
                return {
                    credentials: {
                        accessKeyId,
                        secretAccessKey,
                        ...(sessionToken === undefined ? {} : { sessionToken }),
                    },
                };
            }
            case 'profile':
                return { profile: credentials.name };
            case 'role':
                this.#role ??= assumeRole(credentials, this.#sdk.fromWebToken, {
                    region: credentials.region ?? this.#region,
                    maxAttempts: STS_ATTEMPTS,
                    logger: SILENT,
                    requestHandler: this.#requestHandler(),
                });
                return { credentials: this.#role };
        }
    }
}
/** Given to an agent, certificates stand in the place of Node's own and of NODE_EXTRA_CA_CERTS: those stay believed. */
function caCertificates(file) {
    if (file === undefined)
        return null;
    try {
        return [...(0,external_node_tls_.getCACertificates)('default'), (0,external_node_fs_.readFileSync)(file, 'utf8')];
    }
    catch (cause) {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot read the certificates in ${JSON.stringify(file)}: ${(0,system_error/* systemErrorText */.f9)(cause)}. Expected a file in PEM format.`, { cause });
    }
}


/***/ }),

/***/ 65629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kl: () => (/* binding */ faultOf),
/* harmony export */   W$: () => (/* binding */ s3FaultIn),
/* harmony export */   fh: () => (/* binding */ S3Fault)
/* harmony export */ });
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53648);

/**
 * What went wrong with a request, without the SDK's own error: that holds the request, whose headers hold session
 * tokens, and would carry them wherever an error is printed whole.
 */
class S3Fault extends Error {
    name = 'S3Fault';
    /** S3's own code (`NoSuchKey`), the system's (`ECONNRESET`), or the SDK's name for it. */
    code;
    /** Of HTTP, or null if no answer came. */
    status;
    /** The region that the storage says it wants, or null. */
    region;
    /** When it was there, by its own clock, in ms since 1970; or null. */
    dateMs;
    constructor(message, of) {
        super(message);
        this.code = of.code;
        this.status = of.status;
        this.region = of.region;
        this.dateMs = of.dateMs;
    }
}
/** Longer texts of a storage's are pages for browsers. */
const LONGEST_TEXT = 300;
/** Of whatever the SDK, or the stream that it gave, threw. */
function faultOf(error) {
    if (error instanceof S3Fault)
        return error;
    const cause = innermost(error);
    const code = (0,_system_error_js__WEBPACK_IMPORTED_MODULE_0__/* .systemCode */ .xU)(cause) || text(field(error, 'Code')) || (cause instanceof Error ? cause.name : '');
    const headers = field(field(error, '$response'), 'headers');
    const date = Date.parse(text(field(headers, 'date')));
    const status = field(field(error, '$metadata'), 'httpStatusCode') ?? field(field(error, '$response'), 'statusCode');
    const message = error instanceof Error ? error.message : String(error);
    return new S3Fault(message.length > LONGEST_TEXT ? `${message.slice(0, LONGEST_TEXT)}…` : message, {
        code: code || 'unknown',
        status: typeof status === 'number' && status > 0 ? status : null,
        region: text(field(error, 'Region')) || text(field(headers, 'x-amz-bucket-region')) || null,
        dateMs: Number.isNaN(date) ? null : date,
    });
}
/** Node wraps what each address of a host said in one AggregateError. */
function innermost(error) {
    if (error instanceof AggregateError && (0,_system_error_js__WEBPACK_IMPORTED_MODULE_0__/* .systemCode */ .xU)(error) === '')
        return error.errors[0] ?? error;
    return error;
}
function field(of, name) {
    return typeof of === 'object' && of !== null ? of[name] : undefined;
}
function text(value) {
    return typeof value === 'string' ? value : '';
}
/** The fault that `error` came of, or null. */
function s3FaultIn(error) {
    for (let e = error; e instanceof Error; e = e.cause) {
        if (e instanceof S3Fault)
            return e;
    }
    return null;
}


/***/ }),

/***/ 37949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ goesOn),
/* harmony export */   Z: () => (/* binding */ nextPage)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _s3_answers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72506);


/**
 * By which the next page is asked for, or undefined after the last.
 * @param token By which `page` was.
 * @throws HoldfastError backend-failed: a list that ends early would be taken for a storage that lacks what isn't in it.
 */
function nextPage(page, token, what) {
    if (!goesOn(page, what))
        return undefined;
    const next = page.NextContinuationToken;
    if (next !== undefined && next !== token)
        return next;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('backend-failed', `${what}: the storage gives a part and not the way to the next.`);
}
/**
 * Whether there is another page. S3 says it in each, also in one without any file. What doesn't is somebody else's page, which
 * would be taken for an empty list: a prune then removes everything.
 * @throws HoldfastError backend-failed.
 */
function goesOn({ IsTruncated }, what) {
    if (IsTruncated === undefined)
        throw (0,_s3_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .notOfS3 */ .Vg)(what, "a list that doesn't say whether it goes on");
    return IsTruncated;
}


/***/ }),

/***/ 1152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ rangeHeader),
/* harmony export */   O: () => (/* binding */ extentOf)
/* harmony export */ });
/* harmony import */ var _s3_answers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72506);

/** The Range header for a part of an object, or undefined for all of it. `length` must not be 0: there is no such range. */
function rangeHeader({ offset, length }) {
    if (length === undefined)
        return offset === 0 ? undefined : `bytes=${offset}-`;
    return `bytes=${offset}-${offset + length - 1}`;
}
/** What an answer says of the object, and of the part of it that comes. */
function extentOf({ ContentRange, ContentLength }, cannot) {
    const [, first, last, size] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(ContentRange ?? '') ?? [];
    if (size !== undefined) {
        return { firstByte: Number(first), sizeBytes: Number(size), partBytes: Number(last) - Number(first) + 1 };
    }
    if (ContentLength !== undefined) {
        return { firstByte: 0, sizeBytes: ContentLength, partBytes: ContentLength };
    }
    throw (0,_s3_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .notOfS3 */ .Vg)(cannot, 'no length for it');
}


/***/ }),

/***/ 20907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ storedAs)
/* harmony export */ });
/** What a PUT, or the beginning of an upload in parts, says of how the storage keeps the object. Nothing: as the bucket has it. */
function storedAs({ storageClass, sse, sseKmsKeyId }) {
    return {
        ...(storageClass === undefined ? {} : { StorageClass: storageClass }),
        ...(sse === undefined ? {} : { ServerSideEncryption: sse }),
        ...(sseKmsKeyId === undefined ? {} : { SSEKMSKeyId: sseKmsKeyId }),
    };
}


/***/ }),

/***/ 4532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseS3Url),
/* harmony export */   b: () => (/* binding */ S3_SCHEME)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);



const S3_SCHEME = 's3:';
const EXPECTED = 'expected s3:https://HOST/BUCKET/PREFIX or s3:HOST/BUCKET/PREFIX';
/**
 * restic's own notation: `s3:https://host/bucket/prefix`, `s3:http://…`, `s3:host/bucket/prefix`, `s3://host/…`. Without a
 * scheme it is HTTPS. In the forms with one, the path is percent-decoded, in the others it isn't.
 * @param shown `url` for messages.
 * @throws HoldfastError bad-input.
 */
function parseS3Url(url, shown) {
    const { plain, host, path } = partsOf(url);
    const [, bucket = '', rest = ''] = /^\/?([^/]*)\/?(.*)$/s.exec(path ?? '') ?? [];
    const fault = faultOf(url) ?? (path === null ? 'its path is no percent-encoded text' : faultOfPlace(host, bucket));
    if (fault !== null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot open repository "${shown}": ${fault}, ${EXPECTED}.`);
    }
    const amazon = plain ? null : amazonEndpoint(host);
    return {
        location: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(url),
        endpoint: amazon === null ? `${plain ? 'http' : 'https'}://${host}` : null,
        region: amazon?.region ?? null,
        dualStack: amazon?.dualStack ?? false,
        bucket,
        prefix: rest === '' ? '' : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(rest, '.').replace(/\/+$/, ''),
        pathStyle: !takesBucketInHost(host) || (!plain && bucket.includes('.')),
    };
}
function partsOf(url) {
    const rest = url.slice(S3_SCHEME.length);
    const [, scheme, host = '', path = ''] = /^(?:(https?):\/\/|\/\/)?([^/]*)(.*)$/is.exec(rest) ?? [];
    const plain = scheme?.toLowerCase() === 'http';
    return { plain, host: host.toLowerCase(), path: scheme === undefined ? path : decoded(path) };
}
function decoded(path) {
    try {
        return decodeURIComponent(path);
    }
    catch {
        return null;
    }
}
/** What may be secret is told nowhere: `redactUrl` takes all up to an `@`, and all from a `?` on, for such. */
function faultOf(url) {
    if (url.includes('@')) {
        return 'an @ stands in it; credentials are taken from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY alone';
    }
    return url.includes('?') ? 'a query stands in it' : null;
}
function faultOfPlace(host, bucket) {
    if (host === '')
        return 'it names no host';
    if (!/^([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/.test(host))
        return 'its host is none';
    if (bucket === '')
        return 'it names no bucket';
    if (!/^[a-zA-Z0-9][a-zA-Z0-9._-]{1,62}$/.test(bucket)) {
        return `"${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(bucket)}" can be no bucket's name`;
    }
    return null;
}
/** `s3.amazonaws.com`, with a region in it or not. Other names of AWS (of a VPC's endpoint, say) are taken as they are. */
function amazonEndpoint(host) {
    const match = /^s3(?:[.-](dualstack))?(?:[.-]([a-z]{2}(?:-[a-z]+)+-\d+))?\.amazonaws\.com(?:\.cn)?$/.exec(host);
    if (match === null)
        return null;
    const [, dualStack, region] = match;
    return { region: region ?? null, dualStack: dualStack !== undefined };
}
/** As restic decides it: those of Amazon, Google and Aliyun. A wildcard certificate covers no bucket with a dot in it. */
function takesBucketInHost(host) {
    return (/(^|\.)amazonaws\.com(\.cn)?$/.test(host) ||
        host === 'storage.googleapis.com' ||
        /\baliyuncs\.com(:\d+)?$/.test(host));
}


/***/ }),

/***/ 73110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

const UNIT_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
/** Of bounded length, so that a text of digits, which may be a pull request's, is looked at in time that goes with its length. */
const PART = /(\d{1,15}(?:\.\d{1,15})?)(ms|s|m|h)/g;
/**
 * A span as restic (Go) writes it: `30s`, `5m`, `1h30m`, `0`. In milliseconds.
 * @param name Of the flag or input, for the message.
 * @throws HoldfastError bad-input.
 */
function parseDuration(text, name) {
    if (text === '0')
        return 0;
    if (text !== '' && text.replace(PART, '') === '') {
        let milliseconds = 0;
        for (const [, amount, unit] of text.matchAll(PART))
            milliseconds += Number(amount) * (UNIT_MS[unit ?? ''] ?? 0);
        return milliseconds;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected a span of time such as 30s, 5m or 1h30m.`);
}


/***/ }),

/***/ 35115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ freeNow)
/* harmony export */ });
/**
 * Gives the memory of bytes back that nobody needs any more, now and not when V8 next looks: of a stream's reads, 64 KiB each, it
 * would leave 100 MiB and more. Bytes that share their memory with others are left alone; whoever still looks at these finds
 * none. Once more of the same bytes does nothing.
 */
function freeNow({ buffer, byteLength }) {
    if (!(buffer instanceof ArrayBuffer) || buffer.detached)
        return;
    if (buffer.byteLength === byteLength)
        buffer.transfer(0);
}


/***/ })

};
