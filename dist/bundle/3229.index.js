export const id = 3229;
export const ids = [3229,663];
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

/***/ 68990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ withBoundedYoungGeneration),
/* harmony export */   m: () => (/* binding */ withSmallYoungGeneration)
/* harmony export */ });
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78877);


/**
 * Does `work` with V8's young generation at the size that it has. Left to itself it grows to some 100 MiB under a stream
 * of short-lived objects, one row of them for each file or each read of a dump, and stays so large: a third of what an archive may
 * take; and the buffers of what was read wait in it to be freed. V8 reads
 * the factor whenever it would grow it; what doesn't fit is moved to the old generation sooner, which cost no time where
 * it was measured. Should a later V8 not heed it, an archive takes more memory and nothing else.
 */
async function withSmallYoungGeneration(work) {
    (0,node_v8__WEBPACK_IMPORTED_MODULE_1__.setFlagsFromString)('--semi-space-growth-factor=1');
    try {
        return await work();
    }
    finally {
        (0,node_v8__WEBPACK_IMPORTED_MODULE_1__.setFlagsFromString)('--semi-space-growth-factor=2');
    }
}
/** Semi-spaces of 4 MiB, and what survives: larger ones were no faster. */
const BOUND_BYTES = 8 * 1024 * 1024;
/**
 * Does `work` with a young generation that stops to grow at some BOUND_BYTES: where it is small at the beginning, and some
 * of what is made lives on, it must grow a little, or all of that is moved too soon.
 */
async function withBoundedYoungGeneration(work) {
    // It is grown by collections alone, twofold at most.
    const observer = new node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.PerformanceObserver(() => {
        if (youngBytes() >= BOUND_BYTES)
            (0,node_v8__WEBPACK_IMPORTED_MODULE_1__.setFlagsFromString)('--semi-space-growth-factor=1');
    });
    observer.observe({ entryTypes: ['gc'] });
    try {
        return await work();
    }
    finally {
        observer.disconnect();
        (0,node_v8__WEBPACK_IMPORTED_MODULE_1__.setFlagsFromString)('--semi-space-growth-factor=2');
    }
}
function youngBytes() {
    return (0,node_v8__WEBPACK_IMPORTED_MODULE_1__.getHeapSpaceStatistics)().find(({ space_name }) => space_name === 'new_space')?.space_size ?? 0;
}


/***/ }),

/***/ 12830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ groupPacks),
/* harmony export */   OR: () => (/* binding */ blobsOf),
/* harmony export */   ji: () => (/* binding */ checkPacks)
/* harmony export */ });
/* harmony import */ var _check_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5869);
/* harmony import */ var _format_pack_header_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56060);


function groupPacks(index) {
    const packs = new Map();
    for (const rows of index.packs) {
        const known = packs.get(rows.id);
        if (known === undefined)
            packs.set(rows.id, [rows]);
        else
            known.push(rows);
    }
    return packs;
}
/** The blobs of one index entry, by rising offset. */
function blobsOf(index, rows) {
    const blobs = [];
    for (let row = rows.firstRow; row < rows.firstRow + rows.rowCount; row++) {
        const { offset, length, plainLength } = index.placeAt(row);
        blobs.push({ type: index.typeAt(row), id: index.idAt(row), offset, length, plainLength });
    }
    return blobs.sort((a, b) => a.offset - b.offset);
}
/** Whether the packs that are there are those that the index names, with the sizes that follow from it. */
async function* checkPacks(repository, packs, signal) {
    const { backend, index } = repository;
    const missing = new Set(packs.keys());
    for await (const { name, sizeBytes } of backend.list('pack', signal)) {
        const id = name;
        const entries = packs.get(id);
        missing.delete(id);
        if (entries === undefined) {
            yield (0,_check_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .hint */ .aK)('pack-unindexed', `Pack ${id} (${sizeBytes} bytes) is in no index.`);
        }
        else {
            yield* checkEntries(index, id, { entries, sizeBytes, version: repository.version });
        }
    }
    for (const id of missing) {
        const blobs = (packs.get(id) ?? []).reduce((sum, { rowCount }) => sum + rowCount, 0);
        yield (0,_check_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('pack-missing', `Pack ${id} is missing: ${blobs === 1 ? '1 blob was' : `${blobs} blobs were`} in it.`);
    }
}
function* checkEntries(index, id, pack) {
    const [first, ...others] = pack.entries.map((rows) => blobsOf(index, rows));
    if (first === undefined)
        return;
    if (others.length > 0) {
        const same = others.every((blobs) => describeBlobs(blobs) === describeBlobs(first));
        yield same
            ? (0,_check_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .hint */ .aK)('pack-twice', `Pack ${id} is named by ${pack.entries.length} index entries that agree.`)
            : (0,_check_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('pack-split', `Pack ${id} is named by ${pack.entries.length} index entries that differ.`);
        if (!same)
            return;
    }
    yield* checkSize(id, first, pack.sizeBytes);
    if (first.some(({ type }) => type !== first[0]?.type)) {
        yield (0,_check_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .hint */ .aK)('pack-mixed', `Pack ${id} holds trees and data.`);
    }
    if (pack.version === 1 && first.some(({ plainLength }) => plainLength !== null)) {
        yield (0,_check_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('compressed-in-version-1', `Pack ${id} has compressed blobs, which version 1 doesn't know.`);
    }
}
function* checkSize(id, blobs, sizeBytes) {
    const expectedBytes = (0,_format_pack_header_js__WEBPACK_IMPORTED_MODULE_1__/* .packSizeBytes */ .iG)(blobs);
    if (sizeBytes !== expectedBytes) {
        yield (0,_check_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('pack-wrong-size', `Pack ${id} has ${sizeBytes} bytes, expected ${expectedBytes} by the index.`, id);
    }
    let end = 0;
    for (const { id: blob, offset, length } of blobs) {
        if (offset !== end) {
            yield (0,_check_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('pack-overlap', `Pack ${id}: the index has blob ${blob} at byte ${offset}, expected ${end}.`);
            return;
        }
        end = offset + length;
    }
}
function describeBlobs(blobs) {
    return blobs
        .map((blob) => `${blob.type} ${blob.id} ${blob.offset} ${blob.length} ${blob.plainLength}`)
        .join();
}


/***/ }),

/***/ 23783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CheckedIndex: () => (/* binding */ CheckedIndex),
  checkRepository: () => (/* binding */ checkRepository),
  parseReadDataSubset: () => (/* reexport */ parseReadDataSubset)
});

// EXTERNAL MODULE: ./build/backends/backend.js
var backend = __webpack_require__(77656);
// EXTERNAL MODULE: ./build/repository/check-finding.js
var check_finding = __webpack_require__(5869);
// EXTERNAL MODULE: ./build/repository/check-packs.js
var check_packs = __webpack_require__(12830);
// EXTERNAL MODULE: ./build/repository/check-pack.js
var check_pack = __webpack_require__(56651);
// EXTERNAL MODULE: ./build/repository/damage.js
var damage = __webpack_require__(68656);
// EXTERNAL MODULE: ./build/repository/parallel.js
var parallel = __webpack_require__(46450);
;// CONCATENATED MODULE: ./build/repository/check-read-data.js





/** More than there are threads, so that none of them waits. */
const PACKS_AT_ONCE = 4;
/** Reads packs whole: their hash, their header against the index, and each blob. */
async function* checkReadData(repository, packs, chosen, options) {
    const work = async (pack) => {
        const [entry] = packs.get(pack.id) ?? [];
        const indexed = entry === undefined ? [] : (0,check_packs/* blobsOf */.OR)(repository.index, entry);
        const read = () => problemsOf(repository, { ...pack, indexed }, options.signal);
        // What was altered on its way here is read rightly the second time.
        const problems = (await read()).length === 0 ? [] : await read();
        options.onPack?.(pack);
        return problems.map((problem) => (0,check_finding/* error */.z3)('pack-unreadable', `Pack ${pack.id}: ${problem}`, pack.id));
    };
    for await (const findings of (0,parallel/* mapInOrder */.Y)(chosen, PACKS_AT_ONCE, work))
        yield* findings;
}
async function problemsOf(repository, pack, signal) {
    const { backend, masterKey } = repository;
    const file = { kind: 'pack', name: pack.id };
    const load = (range) => backend.load(file, range, signal);
    const workers = repository.workers();
    if (pack.sizeBytes > check_pack/* PIECE_BYTES */.ts) {
        return (0,check_pack/* checkPack */.EC)(pack, { load, open: (sealed, expected) => workers.open(sealed, expected) }, masterKey);
    }
    try {
        return await workers.checkPack(pack, (into) => load({ offset: 0, length: pack.sizeBytes, into }));
    }
    catch (caught) {
        if (!(0,damage/* isUnreadable */.GZ)(caught))
            throw caught;
        return [(0,check_finding/* reasonOf */.A3)(caught)];
    }
}

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/repository/format/node-fault.js
var node_fault = __webpack_require__(73836);
// EXTERNAL MODULE: ./build/repository/format/tree.js
var format_tree = __webpack_require__(52709);
;// CONCATENATED MODULE: ./build/repository/check-trees.js





/** Trees asked for together: neighbours are then loaded in one range. */
const TREES_AT_ONCE = 256;
/** Files with several links of one snapshot that are compared with one another. */
const MAX_HARD_LINKS_COMPARED = 1_000_000;
/** Every tree below `root` that was not checked for an earlier snapshot, and that all its blobs are there. */
async function* checkTrees(repository, snapshot, root, options) {
    const check = new SnapshotCheck(repository, snapshot, options.used);
    const stack = [];
    yield* check.enter({ id: root, path: '/' }, stack);
    while (stack.length > 0) {
        const batch = stack.splice(-TREES_AT_ONCE).reverse();
        let next = 0;
        const outcomes = repository.tryBlobs('tree', batch.map(({ id }) => id), options.signal);
        for await (const outcome of outcomes) {
            const tree = batch[next++];
            if (outcome.blob === null)
                yield check.unreadable(tree, outcome.error);
            else
                yield* check.tree(tree, outcome.blob, stack);
            options.onTree?.();
        }
    }
}
class SnapshotCheck {
    #repository;
    #snapshot;
    #used;
    /** By device and inode: what the first of the files with several links holds. */
    #hardLinks = new Map();
    constructor(repository, snapshot, used) {
        this.#repository = repository;
        this.#snapshot = snapshot;
        this.#used = used;
    }
    /** Puts a tree in line, unless it was before. */
    *enter(tree, stack) {
        const row = this.#repository.index.find('tree', tree.id);
        if (row < 0)
            yield (0,check_finding/* error */.z3)('tree-missing', `${this.#where(tree.path)}: tree ${tree.id} is in no index.`);
        else if (this.#used.add(row))
            stack.push(tree);
    }
    /** @throws what isn't the repository's fault. */
    unreadable({ path }, caught) {
        if (!(0,damage/* isUnreadable */.GZ)(caught))
            throw caught;
        return (0,check_finding/* error */.z3)('tree-unreadable', `${this.#where(path)}: ${(0,check_finding/* reasonOf */.A3)(caught)}`);
    }
    *tree(of, json, stack) {
        let tree;
        try {
            tree = (0,format_tree/* decodeTree */.fU)(json, `tree ${of.id}`);
        }
        catch (caught) {
            if (!(0,damage/* isUnreadable */.GZ)(caught))
                throw caught;
            yield (0,check_finding/* error */.z3)('tree-unreadable', `${this.#where(of.path)}: ${(0,check_finding/* reasonOf */.A3)(caught)}`);
            return;
        }
        let last = '';
        for (const node of tree.nodes) {
            const path = `${of.path === '/' ? '' : of.path}/${(0,bytestring.display)(node.name)}`;
            if (node.name <= last) {
                const problem = `it stands after "${(0,bytestring.display)(last)}", expected names to rise byte by byte`;
                yield (0,check_finding/* error */.z3)('node-broken', `${this.#where(path)}: ${problem}.`);
            }
            last = node.name;
            yield* this.#node(node, path, stack);
        }
    }
    *#node(node, path, stack) {
        const fault = (0,node_fault/* nodeFault */.d7)(node);
        if (fault !== null)
            yield (0,check_finding/* error */.z3)('node-broken', `${this.#where(path)}: ${fault}.`);
        if (node.content !== null)
            yield* this.#content(node, node.content, path);
        if (node.subtree !== null)
            yield* this.enter({ id: node.subtree, path }, stack);
        if (node.type === 'file')
            yield* this.#hardLink(node, path);
    }
    *#content(node, content, path) {
        let sizeBytes = 0n;
        let complete = true;
        for (const id of content) {
            const row = this.#repository.index.find('data', id);
            if (row < 0) {
                complete = false;
                yield (0,check_finding/* error */.z3)('blob-missing', `${this.#where(path)}: data blob ${id} is in no index.`);
                continue;
            }
            this.#used.add(row);
            sizeBytes += BigInt(this.#repository.blobSize('data', id) ?? 0);
        }
        if (complete && node.type === 'file' && sizeBytes !== node.sizeBytes) {
            const actual = `its size is ${node.sizeBytes}, but its content has ${sizeBytes} bytes`;
            yield (0,check_finding/* warning */.$e)('node-size', `${this.#where(path)}: ${actual}. It will be restored with one or the other.`);
        }
    }
    /** restic gives all files with one device and inode the content of the first, if any of them has several links. */
    *#hardLink(node, path) {
        if (node.links <= 1n)
            return;
        const key = `${node.deviceId}:${node.inode}`;
        const content = (node.content ?? []).join();
        const first = this.#hardLinks.get(key);
        if (first === undefined) {
            if (this.#hardLinks.size < MAX_HARD_LINKS_COMPARED)
                this.#hardLinks.set(key, content);
        }
        else if (first !== content) {
            const problem = `it shares device ${node.deviceId} and inode ${node.inode} with a file of other content`;
            yield (0,check_finding/* warning */.$e)('node-hard-link', `${this.#where(path)}: ${problem}. restic would restore both as one.`);
        }
    }
    #where(path) {
        return `Snapshot ${this.#snapshot.slice(0, 8)}, ${path}`;
    }
}

// EXTERNAL MODULE: ./build/repository/keys.js
var repository_keys = __webpack_require__(21805);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/repository/read-data-subset.js

const UNITS = { '': 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };
const MAX_PARTS = 256;
/**
 * restic's notation: `2/5`, `10%`, `2.5%`, `500M`.
 * @throws HoldfastError bad-input.
 */
function parseReadDataSubset(text) {
    const part = /^(\d+)\/(\d+)$/.exec(text);
    if (part !== null)
        return asPart(text, Number(part[1]), Number(part[2]));
    const percent = /^(\d+(?:\.\d+)?)%$/.exec(text);
    if (percent !== null)
        return asPercent(text, Number(percent[1]));
    const size = /^(\d+)([kmgt]?)$/i.exec(text);
    if (size !== null)
        return asBytes(text, Number(size[1]) * (UNITS[(size[2] ?? '').toLowerCase()] ?? 1));
    throw wrong(text, 'it is none of these');
}
/** The packs of the subset. `random` (0 to 1) chooses for percentages and sizes. */
function selectPacks(packs, subset, random = Math.random) {
    switch (subset.kind) {
        case 'all':
            return [...packs];
        case 'part':
            return packs.filter(({ id }) => Number.parseInt(id.slice(0, 2), 16) % subset.parts === subset.part - 1);
        case 'percent':
            return pick(packs, random, (count) => count < Math.ceil((packs.length * subset.percent) / 100));
        case 'bytes':
            return pick(packs, random, (_, bytes) => bytes < subset.bytes);
    }
}
/** Packs at random, as long as `wantsMore` says so of those chosen; never none if there are any. */
function pick(packs, random, wantsMore) {
    const left = [...packs];
    const chosen = [];
    let bytes = 0;
    while (left.length > 0 && (chosen.length === 0 || wantsMore(chosen.length, bytes))) {
        const at = Math.min(Math.floor(random() * left.length), left.length - 1);
        const pack = left[at];
        left[at] = left[left.length - 1];
        left.pop();
        chosen.push(pack);
        bytes += pack.sizeBytes;
    }
    return chosen;
}
function asPart(text, part, parts) {
    if (parts < 1 || parts > MAX_PARTS || part < 1 || part > parts) {
        throw wrong(text, `its numbers must be 1 to ${MAX_PARTS}, the first not above the second`);
    }
    return { kind: 'part', part, parts };
}
function asPercent(text, percent) {
    if (percent <= 0 || percent > 100)
        throw wrong(text, 'it must be above 0 % and at most 100 %');
    return { kind: 'percent', percent };
}
function asBytes(text, bytes) {
    if (bytes === 0 || !Number.isSafeInteger(bytes))
        throw wrong(text, 'it must be above 0');
    return { kind: 'bytes', bytes };
}
function wrong(text, actual) {
    return new errors/* HoldfastError */.E('bad-input', `Cannot read a subset "${text}": ${actual}, expected a part "n/m", a percentage "x%" or a size "500M".`);
}

// EXTERNAL MODULE: ./build/repository/row-set.js
var row_set = __webpack_require__(67952);
;// CONCATENATED MODULE: ./build/repository/run-ahead.js
/**
 * What `source` gives, all of which is asked for at once: it works while something else is done, and what comes of it
 * waits here. For few and small things. Who asks no more must end the work itself.
 */
function runAhead(source) {
    const ahead = new Ahead();
    void ahead.pull(source);
    return ahead.items();
}
class Ahead {
    #arrived = [];
    #changed = Promise.withResolvers();
    #end = null;
    /** Never rejects: `items` throws what `source` threw. */
    async pull(source) {
        let error = null;
        try {
            for await (const item of source) {
                this.#arrived.push(item);
                this.#changed.resolve();
            }
        }
        catch (thrown) {
            error = thrown;
        }
        this.#end = { error };
        this.#changed.resolve();
    }
    async *items() {
        for (;;) {
            while (this.#arrived.length > 0)
                yield this.#arrived.shift();
            if (this.#end !== null)
                break;
            await this.#changed.promise;
            this.#changed = Promise.withResolvers();
        }
        if (this.#end.error !== null)
            throw this.#end.error;
    }
}

;// CONCATENATED MODULE: ./build/repository/check.js











/** The index, and what is wrong with its files. Can be read while the lock settles. */
class CheckedIndex {
    findings = [];
    #repository;
    #signal;
    constructor(repository, signal) {
        this.#repository = repository;
        this.#signal = signal;
    }
    /** What was read isn't read again. */
    read() {
        return this.#repository.loadIndex(this.#signal, (id, caught) => this.findings.push((0,check_finding/* error */.z3)('index-unreadable', `Index ${id}: ${(0,check_finding/* reasonOf */.A3)(caught)}`)));
    }
    /**
     * Under the lock: what was read, if it is all there is, else read anew. A backup that was there before our lock could be seen, and
     * was done before our second look, has left an index that isn't known, and a snapshot that would look damaged.
     */
    async take() {
        await this.read();
        if (await this.#repository.hasWholeIndex(this.#signal))
            return;
        this.forget();
        await this.read();
    }
    forget() {
        this.findings.length = 0;
        this.#repository.forgetIndex();
    }
}
/**
 * Checks that everything every snapshot needs is there, and tells what it finds as it goes. What can't be read is a
 * finding, not an exception; only a backend that fails, or a cancellation, ends the check.
 *
 * Take the exclusive lock first: a backup that runs meanwhile would look like missing packs. The repository must be
 * freshly opened: an index that was loaded before isn't loaded again.
 */
async function* checkRepository(repository, options = {}) {
    const { signal, onProgress } = options;
    yield* checkKeys(repository, signal);
    onProgress?.({ phase: 'index', done: 0, total: null });
    const index = options.index ?? new CheckedIndex(repository, signal);
    await index.take();
    yield* index.findings;
    const packs = (0,check_packs/* groupPacks */.E4)(repository.index);
    onProgress?.({ phase: 'packs', done: 0, total: packs.size });
    yield* (0,check_packs/* checkPacks */.ji)(repository, packs, signal);
    if (options.readData)
        yield* checkSnapshotsAndData(repository, packs, options, options.readData);
    else
        yield* checkSnapshots(repository, options);
}
/** Packs are read by the threads while this one goes through the trees. What is found in trees is told first. */
async function* checkSnapshotsAndData(repository, packs, options, subset) {
    const stopped = new AbortController();
    const signal = AbortSignal.any([stopped.signal, ...(options.signal === undefined ? [] : [options.signal])]);
    const data = runAhead(readData(repository, packs, subset, { ...options, signal }));
    try {
        // The bytes that are read tell how far it is.
        yield* checkSnapshots(repository, { ...options, onProgress: () => { } });
        yield* data;
    }
    finally {
        stopped.abort();
    }
}
async function* checkKeys(repository, signal) {
    const keys = await (0,repository_keys.listKeys)(repository, signal);
    for (const { problem } of keys) {
        if (problem !== null)
            yield (0,check_finding/* warning */.$e)('key-unusable', problem);
    }
    if (keys.filter(({ problem }) => problem === null).length === 1) {
        yield (0,check_finding/* hint */.aK)('key-single', 'The repository has only one key: if its password is lost, so is everything. ' +
            'Add a second one, printed and kept apart ("key add --recovery").');
    }
}
async function* checkSnapshots(repository, options) {
    const snapshots = [];
    const listed = await repository.files.list('snapshot', options.signal);
    for (const { id } of listed)
        yield* loadInto(snapshots, repository, id, options.signal);
    if (listed.length === 0)
        yield (0,check_finding/* hint */.aK)('snapshots-none', 'The repository has no snapshots.');
    const used = new row_set/* RowSet */.r(repository.index.rowCount);
    let trees = 0;
    const onTree = () => options.onProgress?.({ phase: 'trees', done: ++trees, total: null });
    for (const { id, snapshot } of snapshots) {
        yield* checkTrees(repository, id, snapshot.tree, { used, signal: options.signal, onTree });
    }
    if (snapshots.length === listed.length)
        yield* checkUnused(repository, used);
}
async function* loadInto(snapshots, repository, id, signal) {
    try {
        snapshots.push({ id, snapshot: await repository.loadSnapshot(id, signal) });
    }
    catch (caught) {
        if ((0,backend/* isMissing */.b2)(caught))
            return; // Removed since it was listed.
        if (!(0,damage/* isUnreadable */.GZ)(caught))
            throw caught;
        yield (0,check_finding/* error */.z3)('snapshot-unreadable', `Snapshot ${id}: ${(0,check_finding/* reasonOf */.A3)(caught)}`);
    }
}
function* checkUnused({ index }, used) {
    const unused = { count: 0, bytes: 0 };
    const duplicate = { count: 0, bytes: 0 };
    for (let row = 0; row < index.rowCount; row++) {
        if (used.has(row))
            continue;
        const sum = index.find(index.typeAt(row), index.idAt(row)) === row ? unused : duplicate;
        sum.count++;
        sum.bytes += index.placeAt(row).length;
    }
    // No word of prune: with an error elsewhere, these may be what a lost tree names.
    if (unused.count > 0)
        yield (0,check_finding/* hint */.aK)('blobs-unused', `${blobsAre(unused)} in no snapshot.`);
    if (duplicate.count > 0)
        yield (0,check_finding/* hint */.aK)('blobs-duplicate', `${blobsAre(duplicate)} stored more than once.`);
}
function blobsAre({ count, bytes }) {
    return count === 1 ? `1 blob (${bytes} bytes) is` : `${count} blobs (${bytes} bytes) are`;
}
async function* readData(repository, packs, subset, { signal, onProgress }) {
    const stored = [];
    for await (const { name, sizeBytes } of repository.backend.list('pack', signal)) {
        const id = name;
        if (packs.has(id))
            stored.push({ id, sizeBytes });
    }
    const chosen = selectPacks(stored, subset);
    const total = chosen.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    let done = 0;
    onProgress?.({ phase: 'data', done, total });
    yield* checkReadData(repository, packs, chosen, {
        signal,
        onPack: ({ sizeBytes }) => {
            done += sizeBytes;
            onProgress?.({ phase: 'data', done, total });
        },
    });
}


/***/ }),

/***/ 21805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   addKey: () => (/* binding */ addKey),
/* harmony export */   changePassword: () => (/* binding */ changePassword),
/* harmony export */   listKeys: () => (/* binding */ listKeys),
/* harmony export */   removeKey: () => (/* binding */ removeKey)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _key_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51095);
/* harmony import */ var _sealed_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29499);




async function listKeys(repository, signal) {
    const files = await (0,_sealed_files_js__WEBPACK_IMPORTED_MODULE_0__/* .listAll */ ._w)(repository.backend, 'key', signal);
    return Promise.all(files.map(({ name }) => describeKey(repository, name, signal)));
}
/**
 * Adds a password that opens the repository.
 * @throws HoldfastError bad-input if it is empty.
 */
function addKey(repository, newPassword, options = {}) {
    return (0,_key_store_js__WEBPACK_IMPORTED_MODULE_1__/* .saveKey */ .Xo)(repository.backend, repository.masterKey, newPassword, options);
}
/**
 * Removes the key with the ID or unique prefix `spec`. Whoever knows its password and kept a copy of the key file can
 * still open what they have a copy of.
 * @throws HoldfastError bad-input for the current key (so that the last one is never removed), an unknown or an
 * ambiguous ID.
 */
async function removeKey(repository, spec) {
    const id = await resolveKey(repository, spec);
    if (id === repository.keyId) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot remove key ${id}: the repository is open with it. Open it with another password, then remove this one.`);
    }
    await repository.backend.remove({ kind: 'key', name: id });
    return id;
}
/**
 * Replaces the current key by one with `newPassword`. The old one goes only when the new one is stored and was opened
 * again; if that fails, both or the old one are there.
 */
async function changePassword(repository, newPassword, options = {}) {
    const oldId = repository.keyId;
    const newId = await addKey(repository, newPassword, options);
    repository.keyId = newId;
    await repository.backend.remove({ kind: 'key', name: oldId }).catch((error) => {
        throw stillOpens(error, oldId);
    });
    return newId;
}
/** Who may add but not remove, or has locked the key, must not think that the old password is void. */
function stillOpens(error, oldId) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E))
        return error;
    const text = `The new password opens the repository, and the old one still does, by key ${oldId.slice(0, 8)}: ${error.message}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E(error.code, text, { cause: error });
}
async function describeKey(repository, id, signal) {
    const current = id === repository.keyId;
    try {
        const { createdNs, username, hostname } = await (0,_key_store_js__WEBPACK_IMPORTED_MODULE_1__/* .loadKeyFile */ .m5)(repository.backend, id, signal);
        return {
            id,
            current,
            createdNs,
            username: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(username),
            hostname: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(hostname),
            problem: null,
        };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E) || error.code === 'cancelled')
            throw error;
        return { id, current, createdNs: 0n, username: '', hostname: '', problem: error.message };
    }
}
async function resolveKey(repository, spec) {
    const files = await (0,_sealed_files_js__WEBPACK_IMPORTED_MODULE_0__/* .listAll */ ._w)(repository.backend, 'key');
    const matches = files.filter(({ name }) => spec !== '' && name.startsWith(spec));
    const [match] = matches;
    if (match !== undefined && matches.length === 1)
        return match.name;
    const candidates = (matches.length === 0 ? files : matches).map(({ name }) => name.slice(0, 16)).join(', ');
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot find key "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(spec)}": ${matches.length} keys match, expected 1. There are: ${candidates}.`);
}


/***/ })

};
