export const id = 5873;
export const ids = [5873];
export const modules = {

/***/ 23250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  copySnapshots: () => (/* binding */ copySnapshots)
});

// EXTERNAL MODULE: ./build/amounts.js
var amounts = __webpack_require__(95209);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/failure-text.js
var failure_text = __webpack_require__(53272);
// EXTERNAL MODULE: ./build/repository/damage.js
var damage = __webpack_require__(68656);
// EXTERNAL MODULE: ./build/repository/find-snapshot.js
var find_snapshot = __webpack_require__(75207);
// EXTERNAL MODULE: ./build/repository/tree-walk.js + 1 modules
var tree_walk = __webpack_require__(18115);
// EXTERNAL MODULE: ./build/repository/row-set.js
var row_set = __webpack_require__(67952);
// EXTERNAL MODULE: ./build/operations/progress.js
var progress = __webpack_require__(72120);
// EXTERNAL MODULE: ./build/operations/task-group.js
var task_group = __webpack_require__(19296);
;// CONCATENATED MODULE: ./build/operations/copy/blob-copy.js




/** Brings blobs from one repository into another. Both indexes are loaded. */
class BlobCopy {
    #from;
    #to;
    #reporter;
    #signal;
    /** Rows of the source's index: a bit each, and in the order of the packs. */
    #wanted;
    #bytesDone = 0;
    #bytesWanted = 0;
    constructor(from, to, reporter, signal) {
        this.#from = from;
        this.#to = to;
        this.#reporter = reporter;
        this.#signal = signal;
        this.#wanted = new row_set/* RowSet */.r(from.index.rowCount);
    }
    /** Notes a blob of the source, unless the destination has it. */
    want(row, type, id) {
        if (this.#to.hasBlob(type, id))
            return;
        this.#wanted.add(row);
        this.#bytesWanted += this.#from.index.placeAt(row).length;
    }
    /** Copies what was noted. Durable once the destination is flushed. */
    async copyWanted() {
        for (const type of ['data', 'tree'])
            await this.#copy(type);
        this.#wanted = new row_set/* RowSet */.r(this.#from.index.rowCount);
    }
    async #copy(type) {
        const saving = new task_group/* TaskGroup */.N();
        const asked = [];
        try {
            for await (const plain of this.#from.loadBlobs(type, this.#idsOf(type, asked), this.#signal)) {
                const row = asked.shift();
                await this.#to.room();
                saving.check();
                saving.add(this.#save(type, this.#from.index.idAt(row), plain));
                this.#bytesDone += this.#from.index.placeAt(row).length;
                this.#report();
            }
        }
        finally {
            await saving.settle();
        }
    }
    *#idsOf(type, asked) {
        const { index } = this.#from;
        for (const row of this.#wanted) {
            if (index.typeAt(row) !== type)
                continue;
            asked.push(row);
            yield index.idAt(row);
        }
    }
    async #save(type, id, plain) {
        const saved = await this.#to.saveBlob(type, plain);
        if (saved.id === id)
            return;
        throw new errors/* HoldfastError */.E('internal', `Cannot copy ${type} blob ${id}: it became ${saved.id}.`);
    }
    #report() {
        this.#reporter.onProgress({
            ...progress/* IDLE */.n,
            phase: 'copying',
            bytesDone: this.#bytesDone,
            bytesTotal: this.#bytesWanted,
        });
    }
}

;// CONCATENATED MODULE: ./build/operations/copy/copies-there.js
/** The ID that a snapshot had at first: it goes along with its copies. */
function originalOf({ id, snapshot }) {
    return snapshot.original ?? id;
}
/** What the destination holds already. */
class CopiesThere {
    #byOriginal = new Map();
    constructor(there) {
        for (const stored of there) {
            for (const id of new Set([stored.id, originalOf(stored)])) {
                const known = this.#byOriginal.get(id);
                if (known === undefined)
                    this.#byOriginal.set(id, [stored]);
                else
                    known.push(stored);
            }
        }
    }
    /** Its copy, by restic's rule: of the same original, and alike but for parent and original. Null: it isn't there. */
    copyOf(stored) {
        const candidates = this.#byOriginal.get(originalOf(stored)) ?? [];
        return candidates.find(({ snapshot }) => isSimilar(snapshot, stored.snapshot))?.id ?? null;
    }
}
function isSimilar(a, b) {
    return (a.timeNs === b.timeNs &&
        a.tree === b.tree &&
        a.hostname === b.hostname &&
        a.username === b.username &&
        a.uid === b.uid &&
        a.gid === b.gid &&
        hasSame(a.paths, b.paths) &&
        hasSame(a.tags, b.tags) &&
        a.excludes.length === b.excludes.length &&
        a.excludes.every((exclude, i) => exclude === b.excludes[i]));
}
/** In any order. */
function hasSame(a, b) {
    return a.length === b.length && b.every((one) => a.includes(one));
}

// EXTERNAL MODULE: ./build/operations/list-snapshots.js
var list_snapshots = __webpack_require__(26299);
// EXTERNAL MODULE: ./build/operations/take-lock.js
var take_lock = __webpack_require__(18270);
;// CONCATENATED MODULE: ./build/operations/copy.js











/** As restic: snapshots are written once so many packs' worth was copied, */
const BATCH_PACKS = 100;
/** and so much time has passed. What is cut off before is found again by the next run. */
const BATCH_MS = 60_000;
/**
 * Brings snapshots from one repository into another, each with all that it needs before itself. Every blob is verified as
 * it is read, and sealed with the other key. One that is there is not sent again: with equal chunker parameters that is
 * whatever both hold.
 *
 * Both are locked here (shared). Neither index may be loaded yet.
 * @throws HoldfastError repository-damaged if the source lacks something: that snapshot, and those after it, aren't copied.
 *   bad-input, snapshot-missing, locked, lock-lost, cancelled; what the backends throw.
 */
async function copySnapshots(from, to, options, reporter, signal) {
    refuseSame(from, to);
    const locks = [];
    try {
        if (options.lockSource)
            locks.push(await (0,take_lock/* lockShared */.h)(from, options, reporter, signal));
        locks.push(await (0,take_lock/* lockShared */.h)(to, options, reporter, signal));
        const guarded = AbortSignal.any([signal, ...locks.map(({ lost }) => lost)]);
        return await copyLocked(from, to, options, reporter, guarded);
    }
    finally {
        await to.stopWriting();
        for (const lock of locks.reverse())
            await lock.release();
    }
}
async function copyLocked(from, to, options, reporter, signal) {
    // Snapshots before the indexes: what a snapshot names was indexed before it.
    const found = await (0,list_snapshots.listSnapshots)(from, { ...options, latest: null, signal });
    if (found.length === 0 && options.choose === undefined)
        await refuseNone(from, options.filter, signal);
    const onUnreadable = (message) => reporter.onWarning(message);
    const there = new CopiesThere(await Array.fromAsync(to.snapshots({ signal, onUnreadable })));
    const chosen = options.choose === undefined ? found : options.choose(found, there);
    const skipped = [];
    const missing = chosen.filter((stored) => {
        const copy = there.copyOf(stored);
        if (copy !== null)
            skipped.push({ from: stored.id, to: copy });
        return copy === null;
    });
    if (missing.length === 0)
        return { copied: [], skipped, bytes: 0, storedBytes: 0 };
    warnOfOtherChunks(from, to, reporter);
    reporter.onProgress({ ...progress/* IDLE */.n, phase: 'loading-index' });
    await Promise.all([from.loadIndex(signal), to.loadIndex(signal)]);
    await leaveOutLost(to, reporter, signal);
    await to.adoptPacks(signal);
    const mended = to.leavesOut ? chosen.filter((stored) => !missing.includes(stored)) : [];
    await mend(mended, { from, to, reporter, signal });
    const copied = await copyAll(missing, { from, to, reporter, signal });
    const { addedBytes, storedBytes } = to.written;
    return { copied, skipped, bytes: addedBytes, storedBytes };
}
/** Whoever copies every night would believe for years that there are copies: a name is mistyped, or another repository is meant. */
async function refuseNone(from, filter, signal) {
    const why = (0,find_snapshot.whyNone)(await (0,find_snapshot.findSnapshots)(from, {}, { signal }), filter);
    throw new errors/* HoldfastError */.E('snapshot-missing', `Cannot copy anything from "${from.location}": ${why}, expected one at least. List them with "snapshots".`);
}
/** Sends again what the destination has lost of snapshots that are there. */
async function mend(snapshots, { from, to, reporter, signal }) {
    for (const { id, snapshot } of snapshots) {
        const walk = new tree_walk/* TreeWalk */.O(from, { signal });
        const blobs = new BlobCopy(from, to, reporter, signal); // of its own: what one lacks would fail the next as well
        try {
            await walk.walk([snapshot.tree], (row, type, blob) => blobs.want(row, type, blob));
            await blobs.copyWanted();
        }
        catch (error) {
            if (!(0,damage/* isDamage */.e6)(error))
                throw error; // it must not keep the others from being copied
            reporter.onWarning(`Snapshot ${id.slice(0, 8)} can't be sent again: ${(0,failure_text/* failureText */.k)(error)}`);
        }
    }
    await to.flush();
}
/** What the destination has lost is sent again. */
async function leaveOutLost(to, reporter, signal) {
    const { lost } = await to.lookAtPacks(signal);
    if (lost.length === 0)
        return;
    reporter.onWarning(`The repository "${to.location}" is damaged: ${(0,amounts.formatCounted)(lost.length, 'pack')} gone, cut off or overwritten. What is here is sent again. Run \`holdfast check\` on it, which says what to do.`);
    to.leaveOut(lost);
    to.forgetIndex();
    await to.loadIndex(signal);
}
async function copyAll(snapshots, { from, to, reporter, signal }) {
    const walk = new tree_walk/* TreeWalk */.O(from, { signal });
    const blobs = new BlobCopy(from, to, reporter, signal);
    const copied = [];
    let batch = [];
    let startedMs = performance.now();
    let startedBytes = 0;
    const save = async () => {
        for (const stored of batch)
            copied.push(await saveCopy(to, stored, reporter, signal));
        batch = [];
        startedMs = performance.now();
        startedBytes = to.written.storedBytes;
    };
    for (const stored of snapshots) {
        reporter.onInfo(`Copying snapshot ${stored.id.slice(0, 8)} (${copied.length + batch.length + 1} of ${snapshots.length}).`);
        try {
            await walk.walk([stored.snapshot.tree], (row, type, id) => blobs.want(row, type, id));
            await blobs.copyWanted();
        }
        catch (error) {
            // Those before it are whole.
            if ((0,damage/* isDamage */.e6)(error))
                await save();
            throw error;
        }
        batch.push(stored);
        const isLarge = to.written.storedBytes - startedBytes >= BATCH_PACKS * to.packSizeBytes;
        if (isLarge && performance.now() - startedMs >= BATCH_MS)
            await save();
    }
    await save();
    return copied;
}
/** As restic: without a parent, which has another ID there, if it is there; and with the ID that it had at first. */
async function saveCopy(to, stored, reporter, signal) {
    const copy = { ...stored.snapshot, parent: null, original: originalOf(stored) };
    const id = await to.saveSnapshot(copy, signal);
    reporter.onInfo(`Snapshot ${id.slice(0, 8)} saved: the copy of ${stored.id.slice(0, 8)}.`);
    return { from: stored.id, to: id };
}
function refuseSame(from, to) {
    if (from.location !== to.location)
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot copy from "${from.location}" to itself: expected two repositories. ` +
        'Name the one to copy from by --from-repo, and the other by --repo.');
}
function warnOfOtherChunks(from, to, reporter) {
    if (from.chunkerPolynomial === to.chunkerPolynomial)
        return;
    reporter.onWarning('The two repositories cut files at different places: what both hold is stored twice in the second one. ' +
        'Make it by `holdfast init --copy-chunker-params --from-repo …` to avoid that.');
}


/***/ }),

/***/ 26299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listSnapshots: () => (/* binding */ listSnapshots)
/* harmony export */ });
/* harmony import */ var _repository_find_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75207);
/* harmony import */ var _repository_group_by_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57194);


/** The snapshots that are asked for, oldest first. @throws HoldfastError snapshot-missing, bad-input. */
async function listSnapshots(repository, options) {
    const { specs, filter, latest, groupBy = _repository_group_by_js__WEBPACK_IMPORTED_MODULE_0__.BY_HOST_AND_PATHS, signal } = options;
    if (specs.length > 0) {
        const found = [];
        for (const spec of specs)
            found.push(await (0,_repository_find_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.resolveSnapshot)(repository, spec, filter, signal));
        return found;
    }
    const found = await (0,_repository_find_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.findSnapshots)(repository, filter, options);
    return latest === null ? found : newestOfEach(found, latest, groupBy);
}
/** @param found Oldest first. */
function newestOfEach(found, count, by) {
    const newest = new Set((0,_repository_group_by_js__WEBPACK_IMPORTED_MODULE_0__.groupSnapshots)(found, by).flatMap(({ snapshots }) => snapshots.slice(-count)));
    return found.filter((stored) => newest.has(stored));
}


/***/ }),

/***/ 18270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ lockExclusive),
/* harmony export */   h: () => (/* binding */ lockShared)
/* harmony export */ });
/* harmony import */ var _repository_lock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55144);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72120);


/**
 * The lock under which a snapshot is written, or read whole: beside others of its kind, and against prune.
 * @throws HoldfastError locked, cancelled.
 */
function lockShared(...asked) {
    return lock(false, ...asked);
}
/**
 * The lock under which something is removed: nobody else has one meanwhile.
 * @throws HoldfastError locked, cancelled.
 */
function lockExclusive(...asked) {
    return lock(true, ...asked);
}
function lock(exclusive, ...[repository, { retryLockMs, ahead, onlyReads = false, lockTimings = {} }, reporter, signal]) {
    reporter.onProgress({ ..._progress_js__WEBPACK_IMPORTED_MODULE_0__/* .IDLE */ .n, phase: 'locking' });
    return (0,_repository_lock_js__WEBPACK_IMPORTED_MODULE_1__.acquireLock)(repository, {
        exclusive,
        retryForMs: retryLockMs,
        ahead,
        onlyReads,
        signal,
        timings: lockTimings,
        onWaiting: reporter.onInfo.bind(reporter),
        onWarning: reporter.onWarning.bind(reporter),
    });
}


/***/ }),

/***/ 19296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ TaskGroup)
/* harmony export */ });
/**
 * Promises that run beside the main line of work. The first failure is kept: `check` throws it at the next chance,
 * and `settle` throws it after all have ended. None can become an unhandled rejection.
 */
class TaskGroup {
    #running = new Set();
    #failure = null;
    add(task) {
        const settled = task.then(() => void this.#running.delete(settled), (error) => {
            this.#failure ??= { error };
            this.#running.delete(settled);
        });
        this.#running.add(settled);
    }
    /** @throws The first failure so far. */
    check() {
        if (this.#failure !== null)
            throw this.#failure.error;
    }
    /** Resolves when all tasks, also those that they add, have ended. @throws The first failure. */
    async settle() {
        while (this.#running.size > 0)
            await Promise.all(this.#running);
        this.check();
    }
}


/***/ }),

/***/ 75207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findSnapshots: () => (/* binding */ findSnapshots),
/* harmony export */   matches: () => (/* binding */ matches),
/* harmony export */   resolveSnapshot: () => (/* binding */ resolveSnapshot),
/* harmony export */   whyNone: () => (/* binding */ whyNone)
/* harmony export */ });
/* harmony import */ var _backends_backend_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77656);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68656);
/* harmony import */ var _future_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20750);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47508);






function matches(snapshot, filter) {
    const { hosts = [], target = null, tags = [], paths = [], notAfterNs } = filter;
    return ((hosts.length === 0 || hosts.includes(snapshot.hostname)) &&
        (target === null || (0,_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(snapshot) === target) &&
        (tags.length === 0 || tags.some((all) => hasTags(snapshot, all))) &&
        paths.every((path) => snapshot.paths.includes(path)) &&
        (notAfterNs === undefined || snapshot.timeNs <= notAfterNs));
}
/** The snapshots that match, oldest first. @throws HoldfastError repository-damaged, unless it can be told. */
async function findSnapshots(repository, filter, options = {}) {
    const found = [];
    for await (const stored of repository.snapshots(options)) {
        if (matches(stored.snapshot, filter))
            found.push(stored);
    }
    return found.sort(byTime);
}
/**
 * The snapshot that `spec` names: an ID, a unique prefix of one, or `latest`: the newest complete one that matches
 * `filter` (which only narrows `latest`). Of an ID, only that snapshot's file is read: a damaged one hides no other.
 * @throws HoldfastError snapshot-missing, also for a `latest` from the future; bad-input if the prefix is ambiguous; repository-damaged if it can't be read,
 *   for `latest` if any can't: it may be the newest.
 */
async function resolveSnapshot(repository, spec, filter = {}, signal) {
    return spec === 'latest'
        ? await findLatest(repository, filter, signal)
        : await findByPrefix(repository, spec, signal);
}
async function findLatest(repository, filter, signal) {
    const all = await findSnapshots(repository, {}, { signal, onUnreadable: refuseLatest });
    const found = all.filter(({ snapshot }) => matches(snapshot, filter));
    const complete = found.filter(({ snapshot }) => !(0,_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .isIncomplete */ .Ne)(snapshot));
    const latest = complete.at(-1);
    if (latest !== undefined)
        return notFromFuture(latest, complete);
    const actual = found.length === 0 ? whyNone(all, filter) : `only incomplete ones match (${listShort(found)})`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('snapshot-missing', `Cannot find snapshot "latest": ${actual}, expected a complete one. List them with "snapshots".`);
}
/** A forged one would be `latest` for ever, whatever is backed up after it. */
function notFromFuture(latest, complete) {
    const { id, snapshot } = latest;
    if (!(0,_future_js__WEBPACK_IMPORTED_MODULE_2__/* .isFromFuture */ .S5)(snapshot.timeNs))
        return latest;
    const problem = (0,_future_js__WEBPACK_IMPORTED_MODULE_2__/* .futureProblem */ .VC)(`snapshot ${id.slice(0, SHORT_ID_DIGITS)}`, snapshot.timeNs);
    const earlier = complete.findLast((other) => !(0,_future_js__WEBPACK_IMPORTED_MODULE_2__/* .isFromFuture */ .S5)(other.snapshot.timeNs));
    const before = earlier === undefined
        ? 'None was taken before now.'
        : `The newest that was taken before now is snapshot ${earlier.id.slice(0, SHORT_ID_DIGITS)} (${(0,_future_js__WEBPACK_IMPORTED_MODULE_2__/* .shownTime */ .h5)(earlier.snapshot.timeNs)}).`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('snapshot-missing', `Cannot find snapshot "latest": ${problem}, and name one by its ID. ${before} One that is wrong goes by "forget ID"; then "latest" is found again.`);
}
/** Nobody knows the time of one that can't be read. An older one in its place would be old data without a word. */
function refuseLatest(message, id) {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('repository-damaged', `Cannot find snapshot "latest": snapshot ${id} cannot be read and may be the newest. Name one that "snapshots" ` +
        'lists by its ID; "check" tells what else is damaged.', { cause: message });
}
/** Why none of `all` matches: `no snapshot is of host "db2", there are some of "db1"`. */
function whyNone(all, filter) {
    if (all.length === 0)
        return 'the repository holds no snapshot';
    const { hosts = [], target = null } = filter;
    const wanted = new Set(hosts);
    const actualHosts = new Set(all.map(({ snapshot }) => snapshot.hostname));
    if (hosts.length > 0 && wanted.isDisjointFrom(actualHosts)) {
        return `no snapshot is of host ${quoted(wanted)}, there are some of ${quoted(actualHosts)}`;
    }
    const targets = new Set(all.map(({ snapshot }) => (0,_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(snapshot)).filter((name) => name !== null));
    if (target !== null && targets.size > 0 && !targets.has(target)) {
        return `no snapshot is of application ${quoted([target])}, there are some of ${quoted(targets)}`;
    }
    return all.length === 1 ? 'the only snapshot does not match' : `none of ${all.length} snapshots matches`;
}
function quoted(names) {
    const all = [...names].sort();
    const shown = all.slice(0, SHOWN_CANDIDATES).map((name) => `"${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(name)}"`);
    return all.length > SHOWN_CANDIDATES ? `${shown.join(', ')}, …` : shown.join(', ');
}
async function findByPrefix(repository, spec, signal) {
    const cannot = `Cannot find snapshot "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(spec)}"`;
    if (!/^[0-9a-f]{1,64}$/.test(spec)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `${cannot}: expected "latest", an ID, or the first digits of one. List them with "snapshots".`);
    }
    const all = await repository.snapshotIds(signal);
    const found = all.filter((id) => id.startsWith(spec));
    const [id, ...others] = found;
    const missing = new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('snapshot-missing', `${cannot}: ${noneOf(all.length)} has such an ID. List them with "snapshots".`);
    if (id === undefined)
        throw missing;
    if (others.length === 0)
        return await loadListed(repository, id, { missing, signal });
    const candidates = await listCandidates(repository, found, signal);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `${cannot}: ${found.length} snapshots begin so, expected 1. Give more digits: ${candidates}.`);
}
function noneOf(count) {
    return count > 1 ? `none of ${count} snapshots` : 'no snapshot';
}
async function loadListed(repository, id, { missing, signal }) {
    try {
        return { id, snapshot: await repository.loadSnapshot(id, signal) };
    }
    catch (error) {
        throw (0,_backends_backend_js__WEBPACK_IMPORTED_MODULE_4__/* .isMissing */ .b2)(error) ? missing : error;
    }
}
async function listCandidates(repository, ids, signal) {
    const shown = [];
    for (const id of ids.slice(0, SHOWN_CANDIDATES))
        shown.push(await describeCandidate(repository, id, signal));
    return inShort(shown, ids.length);
}
async function describeCandidate(repository, id, signal) {
    try {
        return describe({ id, snapshot: await repository.loadSnapshot(id, signal) });
    }
    catch (error) {
        if (!(0,_damage_js__WEBPACK_IMPORTED_MODULE_5__/* .isUnreadable */ .GZ)(error))
            throw error;
        return `${id.slice(0, SHORT_ID_DIGITS)}, which cannot be read`;
    }
}
function hasTags({ tags }, wanted) {
    return wanted.length === 0 ? tags.length === 0 : wanted.every((tag) => tags.includes(tag));
}
/** By time; of the same moment by ID, so that two runs choose alike. */
function byTime(a, b) {
    if (a.snapshot.timeNs !== b.snapshot.timeNs)
        return a.snapshot.timeNs < b.snapshot.timeNs ? -1 : 1;
    return a.id < b.id ? -1 : 1;
}
const SHOWN_CANDIDATES = 10;
const SHORT_ID_DIGITS = 12;
function listShort(found) {
    return inShort(found.slice(0, SHOWN_CANDIDATES).map(describe), found.length);
}
function describe({ id, snapshot }) {
    const time = new Date(Number(snapshot.timeNs / 1000000n)).toISOString().slice(0, 16);
    return `${id.slice(0, SHORT_ID_DIGITS)} of ${time} on ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(snapshot.hostname)}`;
}
function inShort(shown, count) {
    return count > shown.length ? `${shown.join(', ')}, …` : shown.join(', ');
}


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

/***/ 30482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ otherStorage)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/**
 * @param named The variable's or the input's name, of AWS's word for it (`access-key-id`): for messages.
 * @returns Undefined: nothing is given, and it is reached as the first one is.
 * @throws HoldfastError bad-input for half a key, and for a key beside a profile.
 */
function otherStorage(given, named) {
    const region = given.region || undefined;
    const credentials = credentialsOf(given, named);
    if (region === undefined && credentials === undefined)
        return undefined;
    return { region, credentials };
}
function credentialsOf({ accessKeyId, secretAccessKey, sessionToken, profile }, named) {
    const isKeyGiven = [accessKeyId, secretAccessKey, sessionToken].some(Boolean);
    if (isKeyGiven && profile) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use both ${named('access-key-id')} and ${named('profile')}: expected one of them.`);
    }
    if (profile)
        return { kind: 'profile', name: profile };
    if (!isKeyGiven)
        return undefined;
    if (accessKeyId && secretAccessKey) {
        return { kind: 'keys', accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use only a part of a key: expected both ${named('access-key-id')} and ${named('secret-access-key')}.`);
}


/***/ })

};
