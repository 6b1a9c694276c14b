export const id = 8493;
export const ids = [8493,663];
export const modules = {

/***/ 69261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  asOfMs: () => (/* binding */ asOfMs),
  openOf: () => (/* binding */ openOf),
  openStorage: () => (/* binding */ openStorage),
  prepareOpening: () => (/* binding */ prepareOpening),
  repositoryLocation: () => (/* binding */ repositoryLocation),
  repositoryOptions: () => (/* binding */ repositoryOptions),
  retryLockMs: () => (/* binding */ retryLockMs),
  s3Settings: () => (/* binding */ s3Settings),
  withOpeningRepository: () => (/* binding */ withOpeningRepository),
  withRepository: () => (/* binding */ withRepository)
});

// EXTERNAL MODULE: ./build/backends/location.js + 6 modules
var backends_location = __webpack_require__(68713);
// EXTERNAL MODULE: ./build/backends/retry.js
var retry = __webpack_require__(65534);
// EXTERNAL MODULE: ./build/backends/storage-flags.js
var storage_flags = __webpack_require__(6595);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/repository/lock.js + 3 modules
var lock = __webpack_require__(55144);
// EXTERNAL MODULE: ./build/repository/open.js
var repository_open = __webpack_require__(65281);
// EXTERNAL MODULE: ./build/repository/storage-options.js
var storage_options = __webpack_require__(52419);
// EXTERNAL MODULE: ./build/duration.js
var duration = __webpack_require__(73110);
// EXTERNAL MODULE: ./build/settings/time.js
var time = __webpack_require__(15787);
// EXTERNAL MODULE: ./build/amounts.js
var amounts = __webpack_require__(95209);
;// CONCATENATED MODULE: ./build/cli/cache-options.js


/**
 * What is kept of a repository in a folder of this machine, by restic's flags and variables: what backups leave for the next ones;
 * and where it lies elsewhere, indexes, snapshots and packs of trees, which are read there once they were read before. And
 * `outermost`, which is put around what lies elsewhere.
 */
function cacheOptions(task, location, outermost = (backend) => backend) {
    // What is there as of a time isn't what is there: it would be forgotten.
    const isWanted = task.flags.cache && task.flags.asOf === undefined;
    let opening = null;
    const openFolder = (repositoryId) => {
        opening ??= isWanted ? openFolderOf(task, repositoryId) : Promise.resolve(null);
        return opening;
    };
    if (!(0,backends_location/* isRemote */.Vx)(location))
        return { openMarks: openFolder };
    const wrapBackend = async (backend, repositoryId) => {
        const folder = await openFolder(repositoryId);
        return outermost(folder === null ? backend : await cached(task, backend, folder));
    };
    return { wrapBackend, openMarks: openFolder };
}
async function cached({ reporter }, backend, folder) {
    const { withCache } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 66226));
    return withCache(backend, folder, { onProblem: (message) => reporter.onInfo(message) });
}
async function openFolderOf(task, repositoryId) {
    const { flags, reporter, terminal } = task;
    const { defaultCacheBase, openCacheFolder, removeOldCaches } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 79261));
    const base = flags.cacheDir ?? (terminal.env['RESTIC_CACHE_DIR'] || defaultCacheBase(terminal.env));
    if (base === null)
        return null;
    const onProblem = (message) => reporter.onInfo(message);
    const folder = await openCacheFolder({ base, repositoryId, onProblem });
    if (flags.cleanupCache) {
        const removed = await removeOldCaches(base, Date.now());
        if (removed > 0)
            reporter.onInfo(`${(0,amounts.formatCounted)(removed, 'old cache')} removed.`);
    }
    return folder;
}

// EXTERNAL MODULE: ./build/cli/password.js + 1 modules
var cli_password = __webpack_require__(64986);
;// CONCATENATED MODULE: ./build/cli/session.js











/** Opens the repository that the flags and the environment name, runs `work` under a lock, and closes everything. */
async function withRepository(task, asked, work) {
    const { lock, ahead } = typeof asked === 'string' ? { lock: asked, ahead: () => undefined } : asked;
    const retryForMs = retryLockMs(task.flags);
    const start = await prepareOpening(task);
    const repository = await start();
    try {
        // What was there at a time stays whatever others do now, and nothing can be written beside it.
        if (lock === 'none' || task.flags.asOf !== undefined || (lock === 'shared' && !task.flags.lock)) {
            return await work({ repository, signal: task.signal });
        }
        const session = { repository, signal: task.signal };
        const options = { exclusive: lock === 'exclusive', retryForMs, ahead: ahead(session) };
        return await withLock(task, repository, options, work);
    }
    finally {
        await repository.close();
    }
}
/**
 * As `withRepository` without a lock, for work that has something else to do while the password is tried, which takes
 * half a second.
 * @param outermost Put around a backend that lies elsewhere.
 */
async function withOpeningRepository(task, work, outermost) {
    const start = await prepareOpening(task, { outermost, leavesCores: true });
    const opening = start();
    opening.catch(() => { }); // met by `work`
    try {
        return await work(opening);
    }
    finally {
        const repository = await opening.catch(() => null);
        await repository?.close();
    }
}
async function withLock(task, repository, options, work) {
    const held = await (0,lock.acquireLock)(repository, {
        ...options,
        onlyReads: !options.exclusive,
        signal: task.signal,
        onWaiting: (message) => task.reporter.onInfo(message),
        onWarning: (message) => task.reporter.onWarning(message),
    });
    try {
        return await work({ repository, signal: AbortSignal.any([task.signal, held.lost]) });
    }
    finally {
        await held.release();
    }
}
/** Opens the repository; whoever asks for it closes it. */
async function openOf(task) {
    return (await prepareOpening(task))();
}
/** Reads all that opening takes, and asks the person for what is missing. What comes opens the repository. */
async function prepareOpening(task, { outermost, onPassword, leavesCores = false } = {}) {
    const location = await repositoryLocation(task);
    const backend = await openStorageAt(task, location);
    const options = { ...repositoryOptions(task), ...cacheOptions(task, location, outermost) };
    const password = await (0,cli_password.readPassword)(task.flags, task.terminal, task.signal, backend.location);
    onPassword?.(password);
    return () => (0,repository_open.openRepository)(backend, password, {
        ...options,
        leavesCores,
        keyHint: task.flags.keyHint ?? task.terminal.env['RESTIC_KEY_HINT'],
        signal: task.signal,
        onWarning: (message) => task.reporter.onWarning(message),
    });
}
/**
 * Where the repository's files lie, or shall lie, as the flags and the environment name it. Faults that may pass are
 * tried again, and told. @throws HoldfastError bad-input.
 */
async function openStorage(task) {
    return openStorageAt(task, await repositoryLocation(task));
}
async function openStorageAt(task, location) {
    const { flags, terminal } = task;
    const caFile = flags.cacert ?? (terminal.env['RESTIC_CACERT'] || undefined);
    const backend = await (0,backends_location/* openBackend */.f2)(location, {
        caFile,
        s3: { ...s3Settings(flags), ...flags.s3 },
        asOfMs: asOfMs(flags) ?? undefined,
    });
    return (0,retry/* withRetry */.b)(backend, { onRetry: (message) => task.reporter.onInfo(message) });
}
/** @throws HoldfastError bad-input. */
function s3Settings({ option = [], objectLock, objectLockDays }) {
    const lock = { mode: objectLock ?? null, days: objectLockDays ?? null };
    return {
        ...(0,storage_flags/* parseStorageOptions */.z)(option, '-o'),
        objectLock: (0,storage_flags/* parseObjectLock */.c)(lock, { mode: '--object-lock', days: '--object-lock-days' }),
    };
}
/** In ms since 1970, or null: as it is. @throws HoldfastError bad-input. */
function asOfMs({ asOf }) {
    return asOf === undefined ? null : (0,time.parseTimeMs)(asOf, '--as-of');
}
/** How a repository is written, by flags or restic's variables. @throws HoldfastError bad-input. */
function repositoryOptions({ flags, terminal: { env } }) {
    return (0,storage_options/* storageOptions */.E)({
        compression: flags.compression ?? (env['RESTIC_COMPRESSION'] || null),
        packSize: flags.packSize ?? (env['RESTIC_PACK_SIZE'] || null),
    }, { compression: '--compression or RESTIC_COMPRESSION', packSize: '--pack-size or RESTIC_PACK_SIZE' });
}
/** From --repo, --repository-file or their environment variables, in restic's order. @throws HoldfastError bad-input. */
async function repositoryLocation({ flags, terminal: { env } }) {
    if (flags.repo !== undefined && flags.repositoryFile !== undefined) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot use both --repo and --repository-file: expected one of them.');
    }
    // Given empty (an unset variable, say), it isn't the environment's that is meant.
    if (flags.repo !== undefined)
        return flags.repo;
    if (flags.repositoryFile !== undefined)
        return (0,cli_password.readSecretFile)(flags.repositoryFile, 'the repository’s location');
    if (env['RESTIC_REPOSITORY'])
        return env['RESTIC_REPOSITORY'];
    if (env['RESTIC_REPOSITORY_FILE']) {
        return (0,cli_password.readSecretFile)(env['RESTIC_REPOSITORY_FILE'], 'the repository’s location');
    }
    throw new errors/* HoldfastError */.E('bad-input', 'Cannot open a repository: none is named. Give -r/--repo, or set RESTIC_REPOSITORY.');
}
function retryLockMs(flags) {
    return flags.retryLock === undefined ? 0 : (0,duration/* parseDuration */.E)(flags.retryLock, '--retry-lock');
}


/***/ }),

/***/ 24813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   showPrune: () => (/* binding */ showPrune)
/* harmony export */ });
/* harmony import */ var _progress_prune_figures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3286);

/** What a prune did, or would do: restic's figures, then ours. */
async function showPrune(output, result) {
    await output.json((0,_progress_prune_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .pruneJson */ .D)(result));
    for (const line of (0,_progress_prune_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .pruneLines */ .O)(result, output.verbosity > 1))
        await output.line(line);
}


/***/ }),

/***/ 48606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withModestHeap: () => (/* binding */ withModestHeap)
/* harmony export */ });
/* harmony import */ var _old_generation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49865);
/* harmony import */ var _young_generation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68990);


/**
 * Does `work` in less memory than V8 takes when it is left to itself: a fifth to a quarter less where tens of thousands of entries pass,
 * for two to seven hundredths of the time.
 * @param growthPercent See withSlowlyGrowingHeap.
 */
function withModestHeap(growthPercent, work) {
    return (0,_old_generation_js__WEBPACK_IMPORTED_MODULE_0__/* .withSlowlyGrowingHeap */ .s)(growthPercent, () => (0,_young_generation_js__WEBPACK_IMPORTED_MODULE_1__/* .withBoundedYoungGeneration */ .g)(work));
}


/***/ }),

/***/ 49865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ withSlowlyGrowingHeap)
/* harmony export */ });
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78877);

/**
 * Does `work` with an old generation that is collected more often: what outlives the young one and is of no use soon after, as
 * each file of a backup or a restore leaves something, doesn't pile up to several times of what is in use. V8 reads the limit at each
 * collection. Should a later V8 not heed it, more memory is taken and nothing else.
 * @param growthPercent By so much of what it holds it may grow before it is collected again. Left to itself it takes up to four
 *   times.
 */
async function withSlowlyGrowingHeap(growthPercent, work) {
    const before = percent;
    setPercent(growthPercent);
    try {
        return await work();
    }
    finally {
        setPercent(before);
    }
}
/** 0: its own measure. */
let percent = 0;
function setPercent(growthPercent) {
    percent = growthPercent;
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)(`--heap-growing-percent=${growthPercent}`);
}


/***/ }),

/***/ 72120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ IDLE)
/* harmony export */ });
/** Before anything is counted. */
const IDLE = { filesDone: 0, bytesDone: 0, filesTotal: null, bytesTotal: null, current: '' };


/***/ }),

/***/ 18115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ TreeWalk)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/repository/format/fault.js
var fault = __webpack_require__(69701);
// EXTERNAL MODULE: ./build/repository/format/fields.js
var fields = __webpack_require__(872);
// EXTERNAL MODULE: ./build/repository/format/parse-json.js
var parse_json = __webpack_require__(79417);
;// CONCATENATED MODULE: ./build/repository/format/tree-references.js



/**
 * What a tree's JSON refers to, whatever else is in it: names and times that `decodeTree` would refuse don't make a
 * blob needless. Whatever could hide a reference is a fault.
 * @throws HoldfastError repository-damaged.
 */
function decodeTreeReferences(json, what = 'a tree') {
    return (0,fault/* decoding */.uw)(what, () => {
        const { nodes } = (0,parse_json/* parseObject */.lj)(json);
        if (!Array.isArray(nodes))
            throw new fault/* FormatFault */._z(`nodes is ${(0,fault/* shown */.SP)(nodes)}`, 'an array');
        const data = [];
        const trees = [];
        for (const node of nodes) {
            const { type, content, subtree } = (0,parse_json/* asObject */.eB)(node, 'a node');
            for (const id of (0,fields/* asArray */._j)(content, 'content'))
                data.push((0,fields/* asId */.gR)(id, 'an element of content'));
            const tree = (0,fields/* asIdOrNull */.aA)(subtree, 'subtree');
            if (tree !== null)
                trees.push(tree);
            else if (type === 'dir')
                throw new fault/* FormatFault */._z('a folder has no subtree', 'an ID');
        }
        return { data, trees };
    });
}

// EXTERNAL MODULE: ./build/repository/row-set.js
var row_set = __webpack_require__(67952);
;// CONCATENATED MODULE: ./build/repository/tree-walk.js



/** Trees asked for together: those that lie close to one another are then loaded in one range. */
const TREES_AT_ONCE = 4096;
/** Walks trees of several snapshots, each tree once. Takes a bit for each blob of the index, and 8 bytes for each tree in line. */
class TreeWalk {
    /** First rows in the index of the blobs that were reached. */
    reached;
    #repository;
    #options;
    /** Rows of trees that were reached and not yet read. */
    #line = [];
    /** The index must be loaded. */
    constructor(repository, options = {}) {
        this.#repository = repository;
        this.#options = options;
        this.reached = new row_set/* RowSet */.r(repository.index.rowCount);
    }
    /**
     * Goes through everything below `roots` that wasn't reached before.
     * @param onReached Told once of each blob's first row: a tree's when the tree was read.
     * @throws HoldfastError repository-damaged for a tree that can't be read, and for a blob that no index names.
     */
    async walk(roots, onReached = () => { }) {
        for (const root of roots)
            this.#reachTree(root, 'a snapshot');
        while (this.#line.length > 0) {
            const rows = this.#line.splice(-TREES_AT_ONCE);
            const ids = rows.map((row) => this.#repository.index.idAt(row));
            let next = 0;
            for await (const json of this.#repository.loadBlobs('tree', ids, this.#options.signal)) {
                const id = ids[next];
                const { data, trees } = decodeTreeReferences(json, `tree ${id}`);
                for (const blob of data) {
                    const row = this.#rowOf('data', blob, `tree ${id}`);
                    if (this.reached.add(row))
                        onReached(row, 'data', blob);
                }
                for (const tree of trees)
                    this.#reachTree(tree, `tree ${id}`);
                onReached(rows[next++], 'tree', id);
                this.#options.onTree?.(this.#line.length);
            }
        }
    }
    #reachTree(id, namedBy) {
        const row = this.#rowOf('tree', id, namedBy);
        if (this.reached.add(row))
            this.#line.push(row);
    }
    #rowOf(type, id, namedBy) {
        const row = this.#repository.index.find(type, id);
        if (row >= 0)
            return row;
        throw new errors/* HoldfastError */.E('repository-damaged', `Cannot find ${type} blob ${id}, which ${namedBy} names: it is in no index. ` +
            'Run "holdfast check" to see what else is missing, and how to mend it.');
    }
}


/***/ }),

/***/ 85963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseSize),
/* harmony export */   l: () => (/* binding */ parseLargestSize)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

const UNITS = {
    '': 1n,
    b: 1n,
    k: 1n << 10n,
    m: 1n << 20n,
    g: 1n << 30n,
    t: 1n << 40n,
};
/** restic keeps it in a signed 64-bit number. */
const MAX_SIZE_BYTES = 2n ** 63n - 1n;
/**
 * A size as restic reads it: a whole number with an optional unit `b`, `k`, `m`, `g` or `t` (of 1024), in any case.
 * @param name Of the flag or input, for the message.
 * @throws HoldfastError bad-input.
 */
function parseSize(text, name) {
    const match = /^\+?(\d+)([bkmgt]?)$/i.exec(text.trim());
    const unit = UNITS[match?.[2]?.toLowerCase() ?? '-'];
    const size = match?.[1] === undefined || unit === undefined ? null : BigInt(match[1]) * unit;
    if (size !== null && size <= MAX_SIZE_BYTES)
        return size;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected a whole number with an optional unit such as 500M or 2g.`);
}
/**
 * The size above which files are left out.
 * @throws HoldfastError bad-input, also for none at all: nothing but empty files would be saved.
 */
function parseLargestSize(text, name) {
    const size = parseSize(text, name);
    if (size > 0n)
        return size;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, by which every file with something in it would be left out, expected a size such as 500M. Leave it away to save all.`);
}


/***/ })

};
