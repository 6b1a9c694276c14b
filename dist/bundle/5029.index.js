export const id = 5029;
export const ids = [5029];
export const modules = {

/***/ 89967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ cachedFile),
/* harmony export */   Ty: () => (/* binding */ CACHED_KINDS),
/* harmony export */   "do": () => (/* binding */ CacheFolder),
/* harmony export */   pl: () => (/* binding */ MAX_CACHED_FILE_BYTES)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85096);
/* harmony import */ var _make_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24877);





const CACHED_KINDS = ['index', 'snapshot', 'pack', 'marks'];
/** A larger file is read from the storage each time: it would push all others out. */
const MAX_CACHED_FILE_BYTES = 64 * 1024 * 1024;
/** When the cache has more than its limit, it is brought down to this part of it, so that it isn't done for each file. */
const TRIMMED_PART = 0.9;
/** A temporary file that is older was left by a process that was killed. */
const ABANDONED_MS = 60 * 60_000;
const MARKS_FOLDER = 'marks';
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
const TEMPORARY_NUMBER_LIMIT = 2 ** 47;
/**
 * Files of one repository in a folder of this machine, as they are stored: sealed, and named by their SHA-256. Whoever can
 * write to the folder can make it useless, and nothing else: what isn't what its name says is removed, never given out. Of
 * marks only their seal tells whether they are: see `FolderMarks`.
 *
 * Several processes may use the folder at once: a file comes to its name whole, and one that goes is only missed.
 */
class CacheFolder {
    path;
    #maxBytes;
    #known = new Map();
    #sizeBytes = 0;
    constructor(path, maxBytes) {
        this.path = path;
        this.#maxBytes = maxBytes;
    }
    /**
     * Makes the folder, where it isn't there yet.
     * @throws the system's errors: without a folder there is no cache.
     */
    static async open(path, maxBytes) {
        const folder = new CacheFolder(path, maxBytes);
        for (const kind of CACHED_KINDS) {
            await (0,_make_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .makeFolder */ .f)(folder.#folderOf(kind), FOLDER_MODE);
            await folder.#learn(kind);
        }
        return folder;
    }
    get sizeBytes() {
        return this.#sizeBytes;
    }
    /** What is there, as far as this process knows: the latest used first. */
    files() {
        return [...this.#known.values()].toSorted((a, b) => b.usedMs - a.usedMs);
    }
    /** The size that the file seems to have, or null if it isn't there. */
    sizeOf(file) {
        return this.#known.get(keyOf(file))?.sizeBytes ?? null;
    }
    /** The file's bytes, which are what its name says (but for marks), or null. Never rejects. */
    async read(file) {
        const known = this.#known.get(keyOf(file));
        if (known === undefined)
            return null;
        try {
            const path = this.#pathOf(file);
            const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path);
            const bytes = size > MAX_CACHED_FILE_BYTES ? null : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path);
            if (bytes !== null && isWhatItSays(file, [bytes])) {
                this.#touch(known);
                return bytes;
            }
        }
        catch {
            // Another process has removed it, or the disk doesn't give it.
        }
        await this.drop(file);
        return null;
    }
    /**
     * Keeps a file. `data` is read no more once this settles.
     * @throws the system's errors; then nothing is kept.
     */
    async write(file, data) {
        const sizeBytes = data.reduce((sum, part) => sum + part.length, 0);
        if (sizeBytes > MAX_CACHED_FILE_BYTES || sizeBytes > this.#maxBytes)
            return;
        if (this.#known.has(keyOf(file)) || !isWhatItSays(file, data))
            return;
        const path = this.#pathOf(file);
        const temporary = `${path}-tmp-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomInt)(TEMPORARY_NUMBER_LIMIT)}`;
        try {
            const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(temporary, 'wx', FILE_MODE);
            try {
                for (const part of data)
                    await handle.writeFile(part);
            }
            finally {
                await handle.close();
            }
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(temporary, path);
        }
        catch (error) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.unlink)(temporary).catch(() => { });
            throw error;
        }
        this.#remember(file, sizeBytes, Date.now());
        if (this.#sizeBytes > this.#maxBytes)
            await this.#trim();
    }
    /** Forgets a file. Never rejects. */
    async drop(file) {
        const known = this.#known.get(keyOf(file));
        if (known !== undefined)
            this.#sizeBytes -= known.sizeBytes;
        this.#known.delete(keyOf(file));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.unlink)(this.#pathOf(file)).catch(() => { });
    }
    /** Forgets all files of a kind but those named. Never rejects. */
    async keepOnly(kind, names) {
        for (const { file } of [...this.#known.values()]) {
            if (file.kind === kind && !names.has(file.name))
                await this.drop(file);
        }
    }
    async #trim() {
        for (const { file } of this.files().reverse()) {
            if (this.#sizeBytes <= this.#maxBytes * TRIMMED_PART)
                return;
            await this.drop(file);
        }
    }
    async #learn(kind) {
        const folder = this.#folderOf(kind);
        for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder)) {
            const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name)).catch(() => null);
            if (found === null || !found.isFile())
                continue;
            if ((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .isStoredName */ .pu)(name))
                this.#remember({ kind, name }, found.size, found.mtimeMs);
            else if (name.includes('-tmp-') && Date.now() - found.mtimeMs > ABANDONED_MS)
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.unlink)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name)).catch(() => { });
        }
    }
    #remember(file, sizeBytes, usedMs) {
        this.#known.set(keyOf(file), { file, sizeBytes, usedMs });
        this.#sizeBytes += sizeBytes;
    }
    /** The time is for who opens the folder next. */
    #touch(known) {
        known.usedMs = Date.now();
        void (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.utimes)(this.#pathOf(known.file), new Date(), new Date()).catch(() => { });
    }
    #folderOf(kind) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, kind === 'marks' ? MARKS_FOLDER : _layout_js__WEBPACK_IMPORTED_MODULE_4__/* .FOLDERS */ .Yk[kind]);
    }
    #pathOf({ kind, name }) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#folderOf(kind), name);
    }
}
/** `file`, if it is one that a cache may keep. */
function cachedFile({ kind, name }) {
    if (kind !== 'index' && kind !== 'snapshot' && kind !== 'pack')
        return null;
    return (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .isStoredName */ .pu)(name) ? { kind, name } : null;
}
function keyOf({ kind, name }) {
    return `${kind}/${name}`;
}
function isWhatItSays({ kind, name }, data) {
    return kind === 'marks' || hashOf(data) === name;
}
function hashOf(data) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const part of data)
        hash.update(part);
    return hash.digest('hex');
}


/***/ }),

/***/ 66226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withCache: () => (/* binding */ withCache)
/* harmony export */ });
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53648);
/* harmony import */ var _cache_folder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89967);
/* harmony import */ var _cancel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54716);



/**
 * `backend`, with indexes, snapshots and packs of trees kept in a folder of this machine.
 *
 * The cache decides nothing. Which indexes and snapshots there are is asked from the storage each time, and one is given
 * from the cache only if the storage has just listed it, or we have just saved it; packs are asked for by those who were
 * told of them by an index. What is given is what its name says: else it is dropped, and read from the storage. So a
 * cache that is old, poisoned or gone costs requests, and nothing else.
 */
function withCache(backend, folder, options = {}) {
    return new CachingBackend(backend, folder, options);
}
class CachingBackend {
    location;
    connections;
    #backend;
    #folder;
    #options;
    /** Names of indexes and snapshots that are in the storage. */
    #stored = new Set();
    #isWritable = true;
    constructor(backend, folder, options) {
        this.location = backend.location;
        this.connections = backend.connections;
        this.#backend = backend;
        this.#folder = folder;
        this.#options = options;
    }
    get folder() {
        return this.#backend.folder;
    }
    get retention() {
        return this.#backend.retention;
    }
    create() {
        return this.#backend.create();
    }
    /** The storage first. `data` serves for something else as soon as we are done, so the cache's copy is made before that. */
    async save(file, data, signal) {
        await this.#backend.save(file, data, signal);
        const cached = (0,_cache_folder_js__WEBPACK_IMPORTED_MODULE_0__/* .cachedFile */ .$B)(file);
        if (cached === null)
            return;
        if (cached.kind !== 'pack')
            this.#stored.add(cached.name);
        if (isKept(file))
            await this.#keep(cached, data);
    }
    async load(file, range, signal) {
        (0,_cancel_js__WEBPACK_IMPORTED_MODULE_1__/* .throwIfCancelled */ .dZ)(signal);
        const cached = (0,_cache_folder_js__WEBPACK_IMPORTED_MODULE_0__/* .cachedFile */ .$B)(file);
        if (cached === null || !this.#mayGive(cached))
            return this.#backend.load(file, range, signal);
        const whole = await this.#folder.read(cached);
        const part = whole === null ? null : partOf(whole, range);
        if (part !== null)
            return part;
        const loaded = await this.#backend.load(file, range, signal);
        if (isKept(file) && isWhole(range))
            await this.#keep(cached, [loaded]);
        return loaded;
    }
    async stat(file, signal) {
        (0,_cancel_js__WEBPACK_IMPORTED_MODULE_1__/* .throwIfCancelled */ .dZ)(signal);
        const cached = (0,_cache_folder_js__WEBPACK_IMPORTED_MODULE_0__/* .cachedFile */ .$B)(file);
        const sizeBytes = cached?.kind === 'pack' ? this.#folder.sizeOf(cached) : null;
        return sizeBytes === null ? this.#backend.stat(file, signal) : { sizeBytes };
    }
    /** What the storage has; what it doesn't have any more goes from the cache, once the list is whole. */
    async *list(kind, signal) {
        const names = new Set();
        for await (const file of this.#backend.list(kind, signal)) {
            names.add(file.name);
            if (kind === 'index' || kind === 'snapshot')
                this.#stored.add(file.name);
            yield file;
        }
        if (kind === 'index' || kind === 'snapshot' || kind === 'pack')
            await this.#folder.keepOnly(kind, names);
        if (kind === 'snapshot')
            await this.#folder.keepOnly('marks', names);
    }
    async remove(file, signal) {
        await this.#backend.remove(file, signal);
        const cached = (0,_cache_folder_js__WEBPACK_IMPORTED_MODULE_0__/* .cachedFile */ .$B)(file);
        if (cached === null)
            return;
        this.#stored.delete(cached.name);
        await this.#folder.drop(cached);
    }
    close() {
        return this.#backend.close();
    }
    #mayGive({ kind, name }) {
        return kind === 'pack' || this.#stored.has(name);
    }
    /** Never rejects: what can't be kept is read again some day. */
    async #keep(file, data) {
        if (!this.#isWritable)
            return;
        try {
            await this.#folder.write(file, data);
        }
        catch (error) {
            this.#isWritable = false;
            this.#options.onProblem?.(`The cache in "${this.#folder.path}" can't be written: ${(0,_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .systemErrorText */ .f9)(error)}. The work goes on without.`);
        }
    }
}
/** Packs of data are read once, if ever: only those of trees are worth their place. */
function isKept(file) {
    return file.kind !== 'pack' || file.holdsTrees === true;
}
function isWhole(range) {
    return range === undefined || (range.offset === 0 && range.length === undefined);
}
/** Null where it has less: what is said of that is the storage's. */
function partOf(whole, range = { offset: 0 }) {
    const end = range.length === undefined ? whole.length : range.offset + range.length;
    return range.offset > whole.length || end > whole.length ? null : whole.subarray(range.offset, end);
}


/***/ }),

/***/ 79261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MAX_CACHE_BYTES: () => (/* binding */ MAX_CACHE_BYTES),
/* harmony export */   defaultCacheBase: () => (/* binding */ defaultCacheBase),
/* harmony export */   openCacheFolder: () => (/* binding */ openCacheFolder),
/* harmony export */   removeOldCaches: () => (/* binding */ removeOldCaches)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63509);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53648);
/* harmony import */ var _cache_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89967);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(85096);
/* harmony import */ var _make_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24877);







/** Of one repository. Indexes of a million files take some 60 MB, trees as much again. */
const MAX_CACHE_BYTES = 2 * 1024 ** 3;
/** As restic: a repository's cache that nobody used for so long may go. */
const UNUSED_MS = 30 * 24 * 60 * 60_000;
/** Below a folder of caches: those of each repository, by its ID. */
const OWN_FOLDER = 'holdfast';
const FOLDER_MODE = 0o700;
/** What tells backup programs, ours too, to leave a folder's contents out: https://bford.info/cachedir/ */
const TAG = 'Signature: 8a477f597d28d172789f06886806bc55\n# A cache of Holdfast: it may be removed at any time.\n';
/** Where caches lie when nobody says it: as the XDG specification has it. Null: nobody knows. */
function defaultCacheBase(env) {
    // The specification has relative paths ignored.
    if (env['XDG_CACHE_HOME']?.startsWith('/'))
        return env['XDG_CACHE_HOME'];
    return env['HOME'] ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(env['HOME'], '.cache') : null;
}
/** The repository's cache, or null, which was told, where there can be none. Never rejects. */
async function openCacheFolder(place) {
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place.base, OWN_FOLDER);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(own, place.repositoryId);
    try {
        await (0,_make_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .makeFolder */ .f)(own, FOLDER_MODE);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(own, 'CACHEDIR.TAG'), TAG, { flag: 'wx', mode: 0o600 }).catch(() => { });
        const folder = await _cache_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .CacheFolder */ ["do"].open(path, place.maxBytes ?? MAX_CACHE_BYTES);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.utimes)(path, new Date(), new Date());
        return folder;
    }
    catch (error) {
        const text = (0,_system_error_js__WEBPACK_IMPORTED_MODULE_4__/* .systemErrorText */ .f9)(error);
        place.onProblem(`There is no cache in "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.displayText)(path)}": ${text}. The work goes on without; --no-cache spares this message.`);
        return null;
    }
}
/**
 * Removes the caches of repositories that nobody used for 30 days.
 * @returns How many. What can't be removed is left.
 */
async function removeOldCaches(base, nowMs) {
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(base, OWN_FOLDER);
    let removed = 0;
    for (const name of (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(own).catch(() => [])).filter(_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .isStoredName */ .pu)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(own, name);
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).catch(() => null);
        if (found === null || !found.isDirectory() || nowMs - found.mtimeMs < UNUSED_MS)
            continue;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true }).then(() => removed++, () => { });
    }
    return removed;
}


/***/ }),

/***/ 2441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ graceAfter)
/* harmony export */ });
/** A signal that aborts `graceMs` after `signal` did, for what must still be done once the run is cancelled. */
function graceAfter(signal, graceMs) {
    const grace = new AbortController();
    const arm = () => setTimeout(() => grace.abort(signal.reason), graceMs).unref();
    if (signal.aborted)
        arm();
    else
        signal.addEventListener('abort', arm, { once: true });
    return grace.signal;
}


/***/ }),

/***/ 55144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  acquireLock: () => (/* binding */ acquireLock),
  removeAllLocks: () => (/* binding */ removeAllLocks),
  removeStaleLocks: () => (/* binding */ removeStaleLocks)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/backends/cancel.js
var cancel = __webpack_require__(54716);
// EXTERNAL MODULE: ./build/backends/pause.js
var pause = __webpack_require__(31706);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/repository/current-user.js
var current_user = __webpack_require__(17730);
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
;// CONCATENATED MODULE: ./build/repository/format/lock-file.js





function encodeLock(lock) {
    const uid = lock.uid === 0 ? '' : `,"uid":${lock.uid}`;
    const gid = lock.gid === 0 ? '' : `,"gid":${lock.gid}`;
    return Buffer.from(`{"time":"${(0,time/* formatTime */.fU)(lock.timeNs)}","exclusive":${lock.exclusive},"hostname":${(0,json_text/* quoteJson */.fp)(lock.hostname)},` +
        `"username":${(0,json_text/* quoteJson */.fp)(lock.username)},"pid":${lock.pid}${uid}${gid}}`, 'latin1');
}
/** @throws HoldfastError repository-damaged. */
function decodeLock(json, what = 'a lock') {
    return (0,fault/* decoding */.uw)(what, () => {
        const { time, exclusive, hostname, username, pid, uid, gid } = (0,parse_json/* parseObject */.lj)(json);
        return {
            timeNs: (0,fields/* asTime */.GU)(time, 'time'),
            exclusive: (0,fields/* asFlag */.v0)(exclusive, 'exclusive'),
            hostname: (0,fields/* asText */.e1)(hostname, 'hostname'),
            username: (0,fields/* asText */.e1)(username, 'username'),
            pid: (0,fields/* asUint */.ZC)(pid, 'pid'),
            uid: (0,fields/* asUint */.ZC)(uid, 'uid', fields/* MAX_UINT32 */.Rl),
            gid: (0,fields/* asUint */.ZC)(gid, 'gid', fields/* MAX_UINT32 */.Rl),
        };
    });
}

// EXTERNAL MODULE: ./build/repository/grace.js
var grace = __webpack_require__(2441);
;// CONCATENATED MODULE: ./build/repository/held-lock.js




const RESTIC_TIMINGS = {
    refreshMs: 5 * 60_000,
    refreshAgainMs: 30_000,
    lostAfterMs: 22.5 * 60_000,
    settleMs: 200,
    firstRetryMs: 5_000,
    longestRetryMs: 60_000,
    nowMs: () => Date.now(),
};
/** The runner kills a cancelled step after 10 s, and storage that is away would be tried again for a quarter of an hour. */
const REMOVE_WHEN_CANCELLED_MS = 2_000;
/** For how long a lock is still removed once the run is cancelled. */
function untilRemoved(cancelling) {
    return cancelling && (0,grace/* graceAfter */.D)(cancelling, REMOVE_WHEN_CANCELLED_MS);
}
class RefreshedLock {
    #files;
    #timings;
    #content;
    #cancelling;
    #onWarning;
    #lost = new AbortController();
    /** Our files: the newest last. Older ones are those that could not be removed yet. */
    #ids;
    #refreshedMs;
    #timer = null;
    #refreshing = Promise.resolve();
    #released = false;
    constructor(files, timings, written, { signal, onWarning } = {}) {
        this.#cancelling = signal;
        this.#onWarning = onWarning;
        this.#files = files;
        this.#timings = timings;
        this.#content = written.content;
        this.#ids = [written.id];
        this.#refreshedMs = written.timeMs;
        this.#scheduleRefresh(timings.refreshMs);
    }
    get exclusive() {
        return this.#content.exclusive;
    }
    get lost() {
        return this.#lost.signal;
    }
    assertHeld() {
        if (this.#released)
            throw new errors/* HoldfastError */.E('internal', 'The lock on the repository was released already.');
        const ageMs = this.#timings.nowMs() - this.#refreshedMs;
        if (ageMs >= this.#timings.lostAfterMs)
            this.#lose(`it was not refreshed for ${Math.round(ageMs / 60_000)} min by this machine’s clock (the storage did not take it, the machine slept, or the clock was set)`);
        if (this.lost.aborted)
            throw this.lost.reason;
    }
    async confirmHeld() {
        this.assertHeld();
        if (!(await this.#isThere()))
            this.#lose('its file is gone: somebody removed it');
        this.assertHeld();
    }
    async release() {
        this.#released = true;
        if (this.#timer !== null)
            clearTimeout(this.#timer);
        const late = untilRemoved(this.#cancelling);
        await (0,cancel/* untilCancelled */.c8)(this.#refreshing, late);
        try {
            await this.#removeAllBut(null, late);
        }
        catch (error) {
            if (this.#onWarning === undefined || !isDenied(error))
                throw error;
            this.#onWarning(`The lock on the repository is left, and counts as stale in 30 minutes: ${error.message}`);
        }
    }
    #scheduleRefresh(delayMs) {
        if (this.#released || this.lost.aborted)
            return;
        this.#timer = setTimeout(() => {
            this.#refreshing = this.#refresh();
        }, delayMs);
        this.#timer.unref();
    }
    /** Never rejects. */
    async #refresh() {
        try {
            this.assertHeld();
            if (await this.#isThere())
                await this.#renew();
            else
                this.#lose('its file is gone: somebody removed it');
            this.#scheduleRefresh(this.#timings.refreshMs);
        }
        catch (error) {
            this.#refreshFailed(error);
        }
    }
    /** The old one must be there when the new one is: else somebody may have locked in between. */
    async #renew() {
        const timeMs = this.#timings.nowMs();
        const lock = { ...this.#content, timeNs: BigInt(timeMs) * 1000000n };
        const old = this.#ids.at(-1);
        const id = await this.#files.save('lock', encodeLock(lock));
        this.#ids.unshift(id); // not ours to go by yet, but to be removed
        if (old === undefined || !(await this.#has(old))) {
            this.#lose('its file is gone: somebody removed it');
            return this.#removeAllBut(null);
        }
        this.#ids.push(...this.#ids.splice(0, 1));
        this.#refreshedMs = timeMs;
        await this.#removeAllBut(id).catch((error) => {
            // Told when the lock is released. Tried again at once, a new lock would be left every half minute.
            if (!isDenied(error))
                throw error;
        });
    }
    #refreshFailed(error) {
        if (this.#timings.nowMs() - this.#refreshedMs >= this.#timings.lostAfterMs) {
            this.#lose('it could not be refreshed', error);
        }
        this.#scheduleRefresh(this.#timings.refreshAgainMs);
    }
    async #isThere() {
        for (;;) {
            const newest = this.#ids.at(-1);
            if (newest === undefined)
                return false;
            if (await this.#has(newest))
                return true;
            if (newest === this.#ids.at(-1))
                return false; // Otherwise a refresh replaced it while we looked.
        }
    }
    async #has(name) {
        return (await this.#files.backend.stat({ kind: 'lock', name })) !== null;
    }
    async #removeAllBut(kept, signal) {
        for (const id of this.#ids.filter((own) => own !== kept)) {
            await this.#files.remove('lock', id, signal);
            this.#ids.splice(this.#ids.indexOf(id), 1);
        }
    }
    #lose(reason, cause) {
        if (this.lost.aborted)
            return;
        this.#lost.abort(new errors/* HoldfastError */.E('lock-lost', `Cannot go on with repository "${this.#files.backend.location}": its lock was lost, ${reason}. ` +
            'Nothing was made visible that others may have made incomplete. Start again.', { cause }));
    }
}
/** Whether the storage lets us write, but not remove. */
function isDenied(error) {
    const code = (0,errors/* asHoldfastError */.C)(error)?.code;
    return code === 'no-permission' || code === 'retained';
}

// EXTERNAL MODULE: ./build/repository/sealed-files.js + 1 modules
var sealed_files = __webpack_require__(29499);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
;// CONCATENATED MODULE: ./build/repository/stored-locks.js




/** Whoever refreshes a lock does so every 5 minutes: after 30, nobody does. */
const STALE_AFTER_MS = 30 * 60_000;
/**
 * All locks. An empty file is none: some storage shows a file before its bytes.
 * @throws HoldfastError repository-damaged if one can't be read: it may be exclusive.
 */
async function loadLocks(files, signal) {
    const listed = (await files.list('lock', signal)).filter(({ sizeBytes }) => sizeBytes > 0);
    const loaded = await Promise.all(listed.map(({ id }) => loadLock(files, id, signal)));
    return loaded.filter((stored) => stored !== null);
}
/** The lock, or null if it was removed meanwhile. */
async function loadLock(files, id, signal) {
    try {
        const json = await files.loadIfThere('lock', id, signal);
        return json && { id, lock: decodeLock(json, `lock ${id}`) };
    }
    catch (error) {
        if ((0,errors/* asHoldfastError */.C)(error)?.code !== 'repository-damaged')
            throw error;
        throw new errors/* HoldfastError */.E('repository-damaged', `Cannot tell whether the repository is locked: ${error instanceof Error ? error.message : error} ` +
            'If nothing else uses the repository, run "unlock --remove-all".', { cause: error });
    }
}
/** The first of `locks` that a new one can't stand beside: for an exclusive one, any; else an exclusive one. */
function findConflict(locks, exclusive) {
    return locks.find(({ lock }) => exclusive || lock.exclusive) ?? null;
}
/** Whether nobody holds the lock any more: not refreshed for 30 minutes, or its process on this machine is gone. */
function isStale(lock, nowMs) {
    if (nowMs - timeMsOf(lock) > STALE_AFTER_MS)
        return true;
    return lock.hostname === (0,external_node_os_.hostname)() && !isProcessAlive(lock.pid);
}
/** `PID 7 of root on "db1", exclusive, since 2026-11-21T10:47:54Z (3 min ago)`. Ready to show. */
function describeLock(lock, nowMs) {
    const since = new Date(timeMsOf(lock)).toISOString().replace(/\.\d+Z$/, 'Z');
    const minutes = Math.max(0, Math.round((nowMs - timeMsOf(lock)) / 60_000));
    return (`PID ${lock.pid} of ${(0,bytestring.displayText)(lock.username)} on "${(0,bytestring.displayText)(lock.hostname)}", ` +
        `${lock.exclusive ? 'exclusive' : 'shared'}, since ${since} (${minutes} min ago)`);
}
function timeMsOf(lock) {
    return Number(lock.timeNs / 1000000n);
}
function isProcessAlive(pid) {
    if (!Number.isSafeInteger(pid) || pid <= 0)
        return false;
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
    }
}

;// CONCATENATED MODULE: ./build/repository/lock.js









/**
 * Locks the repository as restic does: look, write, wait, look again. A conflicting lock is obeyed however old it is,
 * as restic obeys it; `removeStaleLocks` removes those that nobody refreshes.
 *
 * A process that holds a lock should have a handler for SIGHUP: `restic unlock` on the same machine sends it that to
 * see whether it lives.
 *
 * @throws HoldfastError locked; cancelled; repository-damaged if a lock can't be read.
 */
async function acquireLock(repository, options = {}) {
    const timings = { ...RESTIC_TIMINGS, ...options.timings };
    const deadlineMs = timings.nowMs() + (options.retryForMs ?? 0);
    for (let delayMs = timings.firstRetryMs;; delayMs = Math.min(delayMs * 2, timings.longestRetryMs)) {
        const attempt = await tryLock(repository.files, timings, options).catch((error) => {
            throw options.onlyReads === true ? withWayOut(error) : error;
        });
        if (attempt instanceof RefreshedLock) {
            repository.guardBy(attempt);
            return attempt;
        }
        const remainingMs = deadlineMs - timings.nowMs();
        if (remainingMs <= 0)
            throw lockedBy(attempt, repository.files, timings);
        options.onWaiting?.(`The repository is locked by ${describeLock(attempt.lock, timings.nowMs())}: waiting.`);
        await (0,pause/* pause */.v)(Math.min(delayMs, remainingMs), options.signal);
    }
}
function withWayOut(error) {
    if (!(error instanceof errors/* HoldfastError */.E) || !['no-space', 'no-permission'].includes(error.code))
        return error;
    const wayOut = 'What only reads can do without a lock (--no-lock), while nobody prunes.';
    return new errors/* HoldfastError */.E(error.code, `${error.message} ${wayOut}`, { cause: error });
}
/** Removes the locks that nobody holds any more; says how many. One that can't be read is left, with a warning. */
async function removeStaleLocks(repository, options = {}) {
    const { files } = repository;
    let removed = 0;
    for (const { id } of await files.list('lock', options.signal)) {
        const stored = await loadLock(files, id, options.signal).catch((error) => {
            if (!(error instanceof errors/* HoldfastError */.E) || error.code !== 'repository-damaged')
                throw error;
            options.onWarning?.(error.message);
            return null;
        });
        if (stored === null || !isStale(stored.lock, options.nowMs?.() ?? Date.now()))
            continue;
        await files.remove('lock', id, options.signal);
        removed++;
    }
    return removed;
}
/** Removes every lock, also those that are held: their holders then end before their snapshot. Says how many. */
async function removeAllLocks(repository, signal) {
    const { backend } = repository.files;
    const locks = await (0,sealed_files/* listAll */._w)(backend, 'lock', signal);
    for (const { name } of locks)
        await backend.remove({ kind: 'lock', name }, signal);
    return locks.length;
}
/** The lock, or the one that is in the way. */
async function tryLock(files, timings, options) {
    const { exclusive = false, signal, ahead } = options;
    const before = findConflict(await loadLocks(files, signal), exclusive);
    if (before !== null)
        return before;
    (0,cancel/* throwIfCancelled */.dZ)(signal);
    const content = ownLock(exclusive);
    const timeMs = timings.nowMs();
    const id = await files.save('lock', encodeLock({ ...content, timeNs: BigInt(timeMs) * 1000000n }));
    const reading = ahead?.read();
    reading?.catch(() => { });
    try {
        await (0,pause/* pause */.v)(timings.settleMs, signal);
        const after = findConflict(await othersThan(id, files, signal), exclusive);
        if (after === null)
            return new RefreshedLock(files, timings, { id, content, timeMs }, options);
        await files.remove('lock', id, untilRemoved(signal));
        await reading?.catch(() => { });
        await ahead?.forget();
        return after;
    }
    catch (error) {
        await files.remove('lock', id, untilRemoved(signal)).catch(() => { });
        throw error;
    }
}
async function othersThan(id, files, signal) {
    return (await loadLocks(files, signal)).filter((stored) => stored.id !== id);
}
function ownLock(exclusive) {
    return {
        exclusive,
        hostname: (0,external_node_os_.hostname)(),
        username: (0,current_user/* currentUser */.N)(),
        pid: process.pid,
        uid: process.getuid?.() ?? 0,
        gid: process.getgid?.() ?? 0,
    };
}
function lockedBy({ lock }, files, timings) {
    const advice = isStale(lock, timings.nowMs())
        ? 'Nobody refreshes it any more: run "unlock", then try again.'
        : 'Wait until it is done, or give --retry-lock.';
    return new errors/* HoldfastError */.E('locked', `Cannot lock repository "${files.backend.location}": it is locked by ${describeLock(lock, timings.nowMs())}. ${advice}`);
}


/***/ })

};
