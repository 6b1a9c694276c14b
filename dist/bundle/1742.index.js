export const id = 1742;
export const ids = [1742];
export const modules = {

/***/ 45251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prune: () => (/* binding */ prune)
});

// EXTERNAL MODULE: ./build/backends/cancel.js
var cancel = __webpack_require__(54716);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/repository/prune/counts.js
function noCounts() {
    return {
        blobs: { used: 0, duplicate: 0, unused: 0, repack: 0, repackRemove: 0, remove: 0 },
        bytes: {
            used: 0,
            duplicate: 0,
            unused: 0,
            unreferenced: 0,
            uncompressed: 0,
            repack: 0,
            repackRemove: 0,
            remove: 0,
        },
        packs: { used: 0, unused: 0, partlyUsed: 0, unreferenced: 0, keep: 0, repack: 0, remove: 0 },
    };
}
/** Unused bytes that stay after what was decided so far. */
function remainingUnusedBytes({ bytes }) {
    return bytes.duplicate + bytes.unused - bytes.remove - bytes.repackRemove;
}

// EXTERNAL MODULE: ./build/repository/row-set.js
var row_set = __webpack_require__(67952);
;// CONCATENATED MODULE: ./build/repository/prune/options.js
/** Bytes that may stay unused beside `usedBytes`. */
function unusedLimit(maxUnused, usedBytes) {
    switch (maxUnused.kind) {
        case 'unlimited':
            return Number.POSITIVE_INFINITY;
        case 'bytes':
            return maxUnused.bytes;
        case 'percent':
            return Math.floor((maxUnused.percent / (100 - maxUnused.percent)) * usedBytes);
    }
}

;// CONCATENATED MODULE: ./build/repository/prune/decide.js


const MIN_PACK_BYTES = 4 * 1024 * 1024;
/** A pack is small below 80 % of the size that 3 % of the packs don't reach. */
const SMALL_PERCENTILE = 3;
/** Fewer small packs aren't worth the trouble, and one alone would be written again by every prune. */
const MIN_SMALL_PACKS = 10;
/**
 * Which packs to write anew and which to remove, by restic's rules: packs of trees, and of trees and data mixed, as soon as
 * something in them is unused; small ones when there are ten; the others, most unused first, until the unused rest is
 * below the limit.
 */
function decide(uses, options, counts) {
    return new Decider(uses, options, counts).decide();
}
class Decider {
    #uses;
    #options;
    #counts;
    #smallBytes;
    #repack = new Set();
    #remove = new Set();
    #forget = new Set();
    constructor(uses, options, counts) {
        this.#uses = uses;
        this.#options = options;
        this.#counts = counts;
        this.#smallBytes = options.repackSmallerThanBytes ?? smallBelow(uses);
    }
    decide() {
        const candidates = [];
        const small = [];
        for (const use of this.#uses) {
            this.#count(use);
            const mustCompress = this.#mustCompress(use);
            if (use.usedBlobs === 0)
                this.#drop(use);
            else if (this.#options.repackCacheableOnly && use.holds === 'data')
                this.#counts.packs.keep++;
            else if (use.unusedBlobs > 0 || use.holds === 'both' || mustCompress)
                candidates.push({ use, mustCompress });
            else if (this.#isSmall(use))
                small.push({ use, mustCompress });
            else
                this.#counts.packs.keep++;
        }
        if (small.length < MIN_SMALL_PACKS)
            this.#counts.packs.keep += small.length;
        else
            candidates.push(...small);
        candidates.sort((a, b) => this.#compare(a.use, b.use));
        this.#chooseRepacked(candidates);
        this.#counts.packs.repack = this.#repack.size;
        this.#counts.packs.remove = this.#remove.size;
        if (this.#options.version === 1)
            this.#counts.bytes.uncompressed = 0;
        return { repack: this.#repack, remove: this.#remove, forget: this.#forget };
    }
    #count({ pack, usedBlobs, unusedBlobs, isUncompressed }) {
        if (pack.sizeBytes === null)
            return;
        const { packs, bytes } = this.#counts;
        packs[usedBlobs === 0 ? 'unused' : unusedBlobs === 0 ? 'used' : 'partlyUsed']++;
        if (isUncompressed && usedBlobs > 0)
            bytes.uncompressed += pack.expectedBytes;
    }
    #mustCompress({ holds, isUncompressed }) {
        const { version, repackUncompressed } = this.#options;
        return version === 2 && isUncompressed && (holds === 'tree' || repackUncompressed);
    }
    #drop({ pack, unusedBlobs, unusedBytes }) {
        (pack.sizeBytes === null ? this.#forget : this.#remove).add(pack.id);
        this.#counts.blobs.remove += unusedBlobs;
        this.#counts.bytes.remove += unusedBytes;
    }
    #isSmall({ pack }) {
        return pack.expectedBytes < this.#smallBytes;
    }
    /** Trees first, then small packs, then by the part that is unused. */
    #compare(a, b) {
        return (Number(a.holds === 'data') - Number(b.holds === 'data') ||
            Number(this.#isSmall(b)) - Number(this.#isSmall(a)) ||
            b.unusedBytes * a.usedBytes - a.unusedBytes * b.usedBytes ||
            (a.pack.id < b.pack.id ? -1 : 1));
    }
    #chooseRepacked(candidates) {
        const { bytes, packs } = this.#counts;
        const { maxRepackBytes } = this.#options;
        const unusedBytes = unusedLimit(this.#options.maxUnused, bytes.used);
        for (const { use, mustCompress } of candidates) {
            const isTooMuch = maxRepackBytes !== null && bytes.repack + use.pack.expectedBytes >= maxRepackBytes;
            const isEnough = remainingUnusedBytes(this.#counts) < unusedBytes && !this.#isSmall(use);
            if (isTooMuch || (isEnough && use.holds === 'data' && !mustCompress))
                packs.keep++;
            else
                this.#rewrite(use);
        }
    }
    #rewrite({ pack, usedBlobs, unusedBlobs, unusedBytes, isUncompressed }) {
        const { blobs, bytes } = this.#counts;
        this.#repack.add(pack.id);
        blobs.repack += usedBlobs + unusedBlobs;
        bytes.repack += pack.expectedBytes;
        blobs.repackRemove += unusedBlobs;
        bytes.repackRemove += unusedBytes;
        if (isUncompressed)
            bytes.uncompressed -= pack.expectedBytes;
    }
}
function smallBelow(uses) {
    const sizes = uses.map(({ pack }) => pack.expectedBytes).sort((a, b) => a - b);
    const atPercentile = sizes[Math.floor((sizes.length * SMALL_PERCENTILE) / 100)] ?? 0;
    return Math.floor((Math.max(MIN_PACK_BYTES, atPercentile) * 4) / 5);
}

// EXTERNAL MODULE: ./build/repository/check-packs.js
var check_packs = __webpack_require__(12830);
// EXTERNAL MODULE: ./build/repository/format/pack-header.js
var pack_header = __webpack_require__(56060);
;// CONCATENATED MODULE: ./build/repository/prune/stored-packs.js



/** What packs there are, and what the index says of them. */
class StoredPacks {
    indexed;
    /** Those that no index names. */
    strays;
    index;
    /** Rows that say again what another row says. */
    #repeated;
    constructor(index, repeated, indexed, strays) {
        this.index = index;
        this.#repeated = repeated;
        this.indexed = indexed;
        this.strays = strays;
    }
    static async list({ index, backend }, signal) {
        const entriesOf = (0,check_packs/* groupPacks */.E4)(index);
        const strays = [];
        const sizes = new Map();
        for await (const { name, sizeBytes } of backend.list('pack', signal)) {
            const id = name;
            if (entriesOf.has(id))
                sizes.set(id, sizeBytes);
            else
                strays.push({ id, sizeBytes });
        }
        const repeated = new row_set/* RowSet */.r(index.rowCount);
        const indexed = [];
        for (const [id, entries] of entriesOf) {
            if (entries.length > 1)
                markRepeated(index, entries, repeated);
            const expectedBytes = (0,pack_header/* packSizeBytes */.iG)(blobsIn(index, entries, repeated));
            indexed.push({ id, entries, expectedBytes, sizeBytes: sizes.get(id) ?? null });
        }
        return new StoredPacks(index, repeated, indexed, strays);
    }
    /** The rows of a pack's blobs, each blob once, by rising offset in each entry that restic or we wrote. */
    *rowsOf({ entries }) {
        for (const { firstRow, rowCount } of entries) {
            for (let row = firstRow; row < firstRow + rowCount; row++)
                if (!this.#repeated.has(row))
                    yield row;
        }
    }
}
/** Whether the pack is there with the size that the index says: only then its blobs count as stored. */
function isSound({ sizeBytes, expectedBytes }) {
    return sizeBytes === expectedBytes;
}
function markRepeated(index, entries, repeated) {
    const seen = new Set();
    for (const { firstRow, rowCount } of entries) {
        for (let row = firstRow; row < firstRow + rowCount; row++) {
            const { offset, length } = index.placeAt(row);
            const key = `${index.typeAt(row)} ${index.idAt(row)} ${offset} ${length}`;
            if (seen.has(key))
                repeated.add(row);
            else
                seen.add(key);
        }
    }
}
function* blobsIn(index, entries, repeated) {
    for (const { firstRow, rowCount } of entries) {
        for (let row = firstRow; row < firstRow + rowCount; row++) {
            if (!repeated.has(row))
                yield index.placeAt(row);
        }
    }
}

;// CONCATENATED MODULE: ./build/repository/prune/pack-uses.js


/** Copies of a blob are counted up to here: more make no other choice. */
const MOST_COPIES = 255;
/** Of a blob of which one copy was chosen, or that has only one. */
const CHOSEN = 1;
/** Of a needed blob all of whose copies but one were passed over: CHOSEN would say that it is chosen. */
const LAST_COPY = 0;
/**
 * How much of each pack is used. Of a blob that lies in several packs one copy counts as used, chosen as restic does:
 * one beside other used blobs, or in a pack of nothing but such copies (as a prune that was cut off leaves them).
 *
 * A pack that is missing, or hasn't the size that the index says, holds no copy of anything.
 * @param used First rows of the blobs that snapshots need.
 * @throws HoldfastError repository-damaged for a blob that is needed and of which there is no copy.
 */
function usesOfPacks(packs, used, counts) {
    const choice = new CopyChoice(packs, used, counts);
    const uses = packs.indexed.map((pack) => choice.count(pack));
    for (const use of uses)
        if (isSound(use.pack))
            choice.choose(use);
    return uses;
}
class CopyChoice {
    #packs;
    #used;
    #counts;
    /** Of each needed blob, by its first row. */
    #copies;
    constructor(packs, used, counts) {
        this.#packs = packs;
        this.#used = used;
        this.#counts = counts;
        this.#copies = new Uint8Array(packs.index.rowCount);
        for (const pack of packs.indexed)
            if (isSound(pack))
                this.#countCopies(pack);
        for (const row of used)
            if (this.#copies[row] === 0)
                throw lost(packs, row);
    }
    #countCopies(pack) {
        for (const row of this.#packs.rowsOf(pack)) {
            const first = this.#neededAs(row);
            if (first === null)
                continue;
            this.#copies[first] = Math.min(this.#copies[first] + 1, MOST_COPIES);
        }
    }
    /** The first row of the blob, or null if nobody needs it. */
    #neededAs(row) {
        const first = this.#packs.index.firstRowOf(row);
        return first >= 0 && this.#used.has(first) ? first : null;
    }
    /** What is in the pack; of a blob with several copies all are duplicates still. */
    count(pack) {
        const { index } = this.#packs;
        const use = {
            pack,
            usedBlobs: 0,
            unusedBlobs: 0,
            duplicateBlobs: 0,
            usedBytes: pack.expectedBytes,
            unusedBytes: 0,
            holds: 'nothing',
            isUncompressed: false,
        };
        for (const row of this.#packs.rowsOf(pack)) {
            const { length, plainLength } = index.placeAt(row);
            const type = index.typeAt(row);
            use.holds = use.holds === 'nothing' || use.holds === type ? type : 'both';
            use.isUncompressed ||= plainLength === null;
            this.#countBlob(use, this.#kindOf(row, pack), length);
        }
        return use;
    }
    #kindOf(row, pack) {
        const first = this.#neededAs(row);
        if (first === null)
            return 'unused';
        return this.#copies[first] === CHOSEN && isSound(pack) ? 'used' : 'duplicate';
    }
    #countBlob(use, kind, length) {
        this.#counts.blobs[kind]++;
        this.#counts.bytes[kind] += length;
        if (kind === 'used') {
            use.usedBlobs++;
            return;
        }
        use.unusedBlobs++;
        use.usedBytes -= length;
        use.unusedBytes += length;
        if (kind === 'duplicate')
            use.duplicateBlobs++;
    }
    /** Chooses copies that lie in the pack, where it is their turn. */
    choose(use) {
        if (use.duplicateBlobs === 0)
            return;
        for (const row of this.#packs.rowsOf(use.pack)) {
            const first = this.#neededAs(row);
            if (first === null || this.#copies[first] === CHOSEN)
                continue;
            const count = this.#copies[first];
            const isTurn = use.usedBlobs > 0 || use.duplicateBlobs === use.unusedBlobs || count === LAST_COPY;
            if (isTurn) {
                this.#copies[first] = CHOSEN;
                this.#makeUsed(use, this.#packs.index.placeAt(row).length);
            }
            else {
                this.#copies[first] = count - 1 === CHOSEN ? LAST_COPY : count - 1;
            }
        }
    }
    #makeUsed(use, length) {
        const { blobs, bytes } = this.#counts;
        use.usedBlobs++;
        use.unusedBlobs--;
        use.usedBytes += length;
        use.unusedBytes -= length;
        blobs.used++;
        blobs.duplicate--;
        bytes.used += length;
        bytes.duplicate -= length;
    }
}
function lost({ index, indexed }, row) {
    const type = index.typeAt(row);
    const id = index.idAt(row);
    const places = index.places(type, id).map(({ pack }) => pack);
    const where = indexed.filter(({ id: pack }) => places.includes(pack)).map(describeFault);
    return new errors/* HoldfastError */.E('repository-damaged', `Cannot prune: ${type} blob ${id} is needed, but ${where.join(', and ')}. No data was removed. ` +
        'Run "holdfast check" to see how to mend it.');
}
function describeFault({ id, sizeBytes, expectedBytes }) {
    return sizeBytes === null
        ? `pack ${id} that held it is missing`
        : `pack ${id} that held it has ${sizeBytes} bytes, expected ${expectedBytes} by the index`;
}

;// CONCATENATED MODULE: ./build/repository/prune/plan.js






/**
 * Looks at what is stored and decides. Writes nothing.
 * @param used First rows of the blobs that snapshots need.
 * @throws HoldfastError repository-damaged if something that is needed isn't there.
 */
async function planPrune(repository, used, options, signal) {
    const { version, index } = repository;
    const packs = await StoredPacks.list(repository, signal);
    const counts = noCounts();
    const uses = usesOfPacks(packs, used, counts);
    const decision = decide(uses, { ...options, version }, counts);
    counts.packs.unreferenced = packs.strays.length;
    counts.bytes.unreferenced = packs.strays.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    return { packs, decision, counts, rowCount: index.rowCount, used, ...chooseRows(packs, decision, used) };
}
/** Whether the pack is no more after the prune. */
function goes({ repack, remove, forget }, pack) {
    return repack.has(pack) || remove.has(pack) || forget.has(pack);
}
function chooseRows(packs, decision, used) {
    const { index } = packs;
    const none = () => new row_set/* RowSet */.r(index.rowCount);
    const [staying, moves, moved, atRisk, looks] = [none(), none(), none(), none(), none()];
    const eachNeeded = (pack, visit) => {
        for (const row of packs.rowsOf(pack)) {
            const first = index.firstRowOf(row);
            if (first >= 0 && used.has(first))
                visit(row, first);
        }
    };
    const leaving = packs.indexed.filter(({ id }) => goes(decision, id));
    const remaining = packs.indexed.filter(({ id }) => !goes(decision, id));
    for (const pack of remaining)
        eachNeeded(pack, (_row, first) => staying.add(first));
    for (const pack of leaving) {
        eachNeeded(pack, (row, first) => {
            if (staying.has(first))
                atRisk.add(first);
            else if (decision.repack.has(pack.id) && moved.add(first))
                moves.add(row);
        });
    }
    for (const pack of remaining) {
        eachNeeded(pack, (row, first) => {
            if (atRisk.delete(first))
                looks.add(row);
        });
    }
    for (const row of used)
        if (!staying.has(row) && !moved.has(row))
            throw lostBy(packs, row);
    return { staying, moves, looks };
}
/**
 * The last look before something is removed: each blob that is needed lies in a pack that stays or was written since.
 * @throws HoldfastError internal.
 */
function assertNothingIsLost({ packs, rowCount, used, staying }) {
    const { index } = packs;
    const written = new row_set/* RowSet */.r(rowCount);
    for (let row = rowCount; row < index.rowCount; row++) {
        const first = index.firstRowOf(row);
        if (first >= 0 && first < rowCount)
            written.add(first);
    }
    for (const row of used)
        if (!staying.has(row) && !written.has(row))
            throw lostBy(packs, row);
}
function lostBy({ index }, row) {
    return new errors/* HoldfastError */.E('internal', `Cannot prune: ${index.typeAt(row)} blob ${index.idAt(row)}, which is needed, would be lost. No data was removed.`);
}

// EXTERNAL MODULE: ./build/repository/parallel.js
var parallel = __webpack_require__(46450);
;// CONCATENATED MODULE: ./build/repository/prune/remove-files.js



/**
 * Removes files, some at once, and looks at the lock before each few of them.
 * @returns Those that Object Lock keeps: they are still there.
 * @throws HoldfastError lock-lost, cancelled; the first failure of the backend.
 */
async function removeFiles(repository, kind, names, { signal, onFile } = {}) {
    const { backend } = repository;
    const retained = new Set();
    const all = [...names];
    for (let start = 0; start < all.length; start += backend.connections) {
        (0,cancel/* throwIfCancelled */.dZ)(signal);
        await repository.confirmExclusive();
        const some = all.slice(start, start + backend.connections);
        await (0,parallel/* inParallel */.H)(some, backend.connections, async (name) => {
            const isGone = await removed(() => backend.remove({ kind, name }, signal));
            if (!isGone)
                retained.add(name);
            onFile?.(isGone);
        });
    }
    return retained;
}
async function removed(remove) {
    try {
        await remove();
        return true;
    }
    catch (error) {
        if ((0,errors/* asHoldfastError */.C)(error)?.code !== 'retained')
            throw error;
        return false;
    }
}

// EXTERNAL MODULE: ./build/repository/blob-sealing.js
var blob_sealing = __webpack_require__(14292);
// EXTERNAL MODULE: ./build/repository/damage.js
var damage = __webpack_require__(68656);
// EXTERNAL MODULE: ./build/repository/read-ranges.js
var read_ranges = __webpack_require__(94956);
;// CONCATENATED MODULE: ./build/repository/prune/repack.js






/** Ranges of packs that are loaded or verified at once, each up to MAX_RANGE_BYTES and twice in memory. */
const RANGES_AT_ONCE = 4;
/**
 * Reads, verifies and writes anew what the plan says: a blob that is compressed goes into its new pack as it is sealed.
 * One that is damaged is taken from another place, if there is one. Afterwards all of it is durable, and indexed.
 * @throws HoldfastError repository-damaged, naming it, for a blob that no place gives whole.
 */
async function repack(repository, plan, options = {}) {
    const work = (range) => loadRange(repository, range, options.signal);
    for await (const loaded of (0,parallel/* mapInOrder */.Y)(rangesOf(repository, plan), RANGES_AT_ONCE, work)) {
        (0,cancel/* throwIfCancelled */.dZ)(options.signal);
        await store(repository, loaded, options);
        options.onBytes?.(loaded.range.items.reduce((sum, { place }) => sum + place.length, 0));
    }
    await repository.flush();
}
/** Stored bytes of all blobs that `repack` reads. */
function bytesToRead({ packs: { index }, moves, looks }) {
    let bytes = 0;
    for (const rows of [moves, looks])
        for (const row of rows)
            bytes += index.placeAt(row).length;
    return bytes;
}
function* rangesOf({ index, version }, plan) {
    for (const pack of plan.packs.indexed) {
        const items = [];
        for (const row of plan.packs.rowsOf(pack)) {
            const isMoved = plan.moves.has(row);
            if (!isMoved && !plan.looks.has(row))
                continue;
            const place = index.placeAt(row);
            const task = !isMoved ? 'look' : version === 2 && place.plainLength === null ? 'compress' : 'move';
            items.push({ place, type: index.typeAt(row), id: index.idAt(row), task });
        }
        yield* (0,read_ranges/* coalesce */.Yc)(items);
    }
}
/** Never rejects for damage: that is an outcome of each item. */
async function loadRange(repository, range, signal) {
    try {
        (0,blob_sealing/* refuseGiant */.YK)(`a part of pack ${range.pack}`, { length: range.length, plainLength: null });
        const bytes = await repository.backend.load({ kind: 'pack', name: range.pack }, range, signal);
        return { range, bytes, outcomes: await verify(repository, range, bytes) };
    }
    catch (error) {
        if (!(0,damage/* isDamage */.e6)(error))
            throw error;
        return { range, bytes: null, outcomes: range.items.map(() => ({ error })) };
    }
}
async function verify(repository, { items, offset: start }, bytes) {
    const workers = repository.workers();
    const toVerify = items.filter(({ task }) => task !== 'compress');
    const faults = workers.verify(toVerify.map((item) => ({
        offset: item.place.offset - start,
        length: item.place.length,
        expected: expectedOf(item),
    })), bytes);
    const opened = items.map(async (item) => {
        if (item.task !== 'compress')
            return null;
        try {
            return { plain: await workers.open(sealedBytes(item, bytes, start), expectedOf(item)) };
        }
        catch (error) {
            return { error };
        }
    });
    const verified = (await faults).map((error) => (error === null ? { plain: null } : { error }));
    return (await Promise.all(opened)).map((outcome) => outcome ?? verified.shift());
}
function expectedOf({ id, place }) {
    return { id, plainLength: place.plainLength };
}
function sealedBytes({ place }, bytes, start) {
    return bytes.subarray(place.offset - start, place.offset - start + place.length);
}
async function store(repository, { range, bytes, outcomes }, options) {
    const saving = [];
    const save = (item, plain) => {
        const saved = saveAgain(repository, item, plain);
        saved.catch(() => { }); // Thrown at the end, or whatever fails before.
        saving.push(saved);
    };
    for (const [i, item] of range.items.entries()) {
        const outcome = outcomes[i];
        await repository.room();
        if ('error' in outcome) {
            save(item, await fromElsewhere(repository, item, outcome.error, options));
        }
        else if (outcome.plain !== null) {
            save(item, outcome.plain);
        }
        else if (item.task === 'move' && bytes !== null) {
            const sealed = sealedBytes(item, bytes, range.offset);
            const { plainLength } = item.place;
            repository.addSealedBlob(item.type, item.id, {
                bytes: sealed,
                plainLength: (0,blob_sealing/* plainLengthOf */.ib)(sealed.length, { plainLength }),
                compressed: plainLength !== null,
            });
        }
    }
    await Promise.all(saving);
}
async function saveAgain(repository, { type, id }, plain) {
    const saved = await repository.saveBlobAgain(type, plain);
    if (saved.id === id)
        return;
    throw new errors/* HoldfastError */.E('internal', `Cannot move ${type} blob ${id}: it became ${saved.id}.`);
}
/** The plain blob from another of its places, to be stored anew whatever its task was. */
async function fromElsewhere(repository, { type, id, place }, error, { signal, onWarning }) {
    if (!(0,damage/* isDamage */.e6)(error))
        throw error;
    try {
        const plain = await repository.loadBlob(type, id, signal);
        onWarning?.(`Pack ${place.pack} is damaged: ${type} blob ${id} was saved anew from another pack.`);
        return plain;
    }
    catch (cause) {
        if (!(0,damage/* isDamage */.e6)(cause))
            throw cause;
        throw new errors/* HoldfastError */.E('repository-damaged', `Cannot read ${type} blob ${id} in pack ${place.pack}, which is needed: ${messageOf(error)}`, { cause });
    }
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}

// EXTERNAL MODULE: ./build/repository/index-writer.js
var index_writer = __webpack_require__(45597);
;// CONCATENATED MODULE: ./build/repository/prune/rewrite-indexes.js



/**
 * Writes indexes of the packs that stay, in place of the files that name packs that go, and of small ones. Those it only
 * names: they still have to be removed, before any pack is.
 * @throws HoldfastError lock-lost.
 */
async function rewriteIndexes(repository, { packs, decision }, signal) {
    const isGoing = (pack) => goes(decision, pack.id);
    if (!packs.indexed.some((pack) => isGoing(pack) || isNamedTwice(pack)))
        return [];
    const obsolete = obsoleteFiles(repository, packs, isGoing);
    const isNamedElsewhere = ({ entries }) => entries.some(({ index }) => index !== null && !obsolete.has(index));
    const rewritten = packs.indexed.filter((pack) => !isGoing(pack) && !isNamedElsewhere(pack));
    for (const group of inGroups(rewritten, packs)) {
        (0,cancel/* throwIfCancelled */.dZ)(signal);
        await repository.saveIndex((0,index_writer/* encodeReadableIndex */.V8)(group));
    }
    return [...obsolete];
}
/** As a prune that was cut off leaves them. */
function isNamedTwice({ entries }) {
    return entries.length > 1;
}
/** Files that name a pack that goes or that is named twice, and those that aren't full: a backup each night makes one. */
function obsoleteFiles({ indexFiles }, packs, isGoing) {
    const blobs = new Map();
    const obsolete = new Set();
    for (const pack of packs.indexed) {
        for (const { index, rowCount } of pack.entries) {
            if (index === null)
                continue;
            blobs.set(index, (blobs.get(index) ?? 0) + rowCount);
            if (isGoing(pack) || isNamedTwice(pack))
                obsolete.add(index);
        }
    }
    for (const index of indexFiles)
        if ((blobs.get(index) ?? 0) < index_writer/* INDEX_BLOBS */.OM)
            obsolete.add(index);
    return obsolete;
}
/** As many packs to a group as go into one index file. */
function* inGroups(indexed, packs) {
    let group = [];
    let blobCount = 0;
    for (const pack of indexed) {
        const blobs = [...blobsOf(pack, packs)].sort((a, b) => a.offset - b.offset);
        group.push({ id: pack.id, blobs });
        blobCount += blobs.length;
        if (blobCount < index_writer/* INDEX_BLOBS */.OM)
            continue;
        yield group;
        group = [];
        blobCount = 0;
    }
    if (group.length > 0)
        yield group;
}
function* blobsOf(pack, packs) {
    const { index } = packs;
    for (const row of packs.rowsOf(pack)) {
        const { offset, length, plainLength } = index.placeAt(row);
        yield { type: index.typeAt(row), id: index.idAt(row), offset, length, plainLength };
    }
}

// EXTERNAL MODULE: ./build/repository/tree-walk.js + 1 modules
var tree_walk = __webpack_require__(18115);
// EXTERNAL MODULE: ./build/operations/modest-heap.js
var modest_heap = __webpack_require__(48606);
// EXTERNAL MODULE: ./build/operations/progress.js
var progress = __webpack_require__(72120);
;// CONCATENATED MODULE: ./build/operations/prune.js










/**
 * Removes what no snapshot needs. In this order, so that whatever cuts it off loses nothing: all trees are walked; packs
 * that are partly used are read, verified and written anew; indexes that name what stays; only then the old indexes go,
 * and after them the packs.
 *
 * The caller holds the exclusive lock, and took it before the index was loaded. Afterwards nothing more can be written or
 * read by this open repository. It can be called again after any failure.
 *
 * @throws HoldfastError repository-damaged if something that a snapshot needs can't be read or isn't there: nothing is
 *   removed then. bad-input; lock-lost, before the next removal; cancelled; what the backend throws.
 */
function prune(...asked) {
    return (0,modest_heap.withModestHeap)(HEAP_GROWTH_PERCENT, () => removeUnneeded(...asked));
}
/** It takes a fifth off the memory. */
const HEAP_GROWTH_PERCENT = 70;
async function removeUnneeded(...[repository, options, reporter, signal]) {
    refuseContradictions(repository, options);
    if (!options.dryRun)
        await repository.confirmExclusive();
    try {
        const { plan, snapshots } = await beforeRemoval(() => prepare(repository, options, reporter, signal));
        const retained = options.dryRun ? NOTHING_RETAINED : await remove(repository, plan, reporter, signal);
        return resultOf(repository, { plan, snapshots, retained, dryRun: options.dryRun });
    }
    finally {
        // No index may come once the caller lets the lock go.
        await repository.stopWriting();
    }
}
/** All that is done before the first removal: looking, deciding, and writing anew. */
async function prepare(repository, options, reporter, signal) {
    reporter.onProgress({ ...progress/* IDLE */.n, phase: 'loading-index' });
    await repository.loadIndex(signal);
    await requireCurrentIndex(repository, signal);
    const roots = await rootsOf(repository, options, signal);
    const used = await findUsed(repository, roots, reporter, signal);
    reporter.onProgress({ ...progress/* IDLE */.n, phase: 'planning' });
    const plan = await planPrune(repository, used, options, signal);
    if (!options.dryRun) {
        await writeAnew(repository, plan, reporter, signal);
        assertNothingIsLost(plan);
    }
    return { plan, snapshots: roots.length };
}
function refuseContradictions(repository, options) {
    const { repackUncompressed, repackSmallerThanBytes, ignoreSnapshots, dryRun } = options;
    if (repackUncompressed && repository.version === 1) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot compress what is not compressed: the repository is of version 1, which knows no compression. ' +
            '`restic migrate upgrade_repo_v2` makes it version 2.');
    }
    if ((repackSmallerThanBytes ?? 0) > repository.packSizeBytes) {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot repack packs smaller than ${repackSmallerThanBytes} bytes: new ones have ${repository.packSizeBytes}, ` +
            'expected at most that. Make them larger with --pack-size.');
    }
    if (ignoreSnapshots !== undefined && !dryRun) {
        throw new errors/* HoldfastError */.E('internal', 'Cannot prune as if snapshots were gone: remove them first.');
    }
}
/** An index that was loaded before the lock was there may lack what somebody wrote meanwhile, and that would go. */
async function requireCurrentIndex(repository, signal) {
    const listed = await repository.files.list('index', signal);
    const { indexFiles } = repository;
    if (listed.length === indexFiles.size && listed.every(({ id }) => indexFiles.has(id)))
        return;
    throw new errors/* HoldfastError */.E('internal', 'Cannot prune: the indexes are not those that were loaded. No data was removed. Run it again.');
}
/** @throws HoldfastError repository-damaged at a snapshot that can't be read: nobody knows what it needs. */
async function rootsOf(repository, { ignoreSnapshots }, signal) {
    const roots = [];
    for await (const { id, snapshot } of repository.snapshots({ signal })) {
        if (!ignoreSnapshots?.has(id))
            roots.push(snapshot.tree);
    }
    return roots;
}
async function findUsed(repository, roots, reporter, signal) {
    let filesDone = 0;
    const onTree = () => reporter.onProgress({ ...progress/* IDLE */.n, phase: 'walking-trees', filesDone: ++filesDone });
    const walk = new tree_walk/* TreeWalk */.O(repository, { signal, onTree });
    await walk.walk(roots);
    return walk.reached;
}
async function writeAnew(repository, plan, reporter, signal) {
    const bytesTotal = bytesToRead(plan);
    if (bytesTotal === 0)
        return;
    let bytesDone = 0;
    const report = () => reporter.onProgress({ ...progress/* IDLE */.n, phase: 'repacking', bytesDone, bytesTotal });
    report();
    const onBytes = (bytes) => {
        bytesDone += bytes;
        report();
    };
    await repack(repository, plan, { signal, onBytes, onWarning: (message) => reporter.onWarning(message) });
}
/** The same error, of which it is said that nothing is lost yet. */
async function beforeRemoval(work) {
    try {
        return await work();
    }
    catch (error) {
        const known = (0,errors/* asHoldfastError */.C)(error);
        if (known === null || !EXPLAINED.has(known.code) || known.message.includes(UNTOUCHED))
            throw error;
        const advice = known.code === 'no-space' ? NO_SPACE_ADVICE : '';
        throw new errors/* HoldfastError */.E(known.code, `${known.message} ${UNTOUCHED}${advice}`, { cause: error });
    }
}
const EXPLAINED = new Set([
    'repository-damaged',
    'repository-unsupported',
    'no-space',
]);
/** Not "nothing": forget --prune has removed snapshots before. */
const UNTOUCHED = 'No data was removed.';
const NO_SPACE_ADVICE = ' With `--max-repack-size 0` nothing is written anew, and what is wholly unused goes: that makes room.';
const NOTHING_RETAINED = { indexes: 0, packs: 0, bytes: 0 };
/** First the indexes, or somebody could take a pack for stored that is gone. */
async function remove(repository, plan, reporter, signal) {
    (0,cancel/* throwIfCancelled */.dZ)(signal);
    reporter.onProgress({ ...progress/* IDLE */.n, phase: 'rewriting-indexes' });
    const obsolete = await rewriteIndexes(repository, plan, signal);
    const indexes = await removeFiles(repository, 'index', obsolete, { signal });
    const { going, kept } = packsToRemove(plan, indexes);
    let filesDone = 0;
    const report = () => reporter.onProgress({ ...progress/* IDLE */.n, phase: 'removing', filesDone, filesTotal: going.size });
    report();
    const onFile = () => {
        filesDone++;
        report();
    };
    const packs = await removeFiles(repository, 'pack', going.keys(), { signal, onFile });
    const sizes = [...packs].map((id) => going.get(id) ?? 0).concat(...kept.values());
    return {
        indexes: indexes.size,
        packs: sizes.length,
        bytes: sizes.reduce((sum, bytes) => sum + bytes, 0),
    };
}
/** By size. What an index names that had to stay has to stay, too. */
function packsToRemove({ packs: { indexed, strays }, decision: { repack: written, remove: unused } }, retained) {
    const going = new Map(strays.map(({ id, sizeBytes }) => [id, sizeBytes]));
    const kept = new Map();
    for (const { id, entries, sizeBytes } of indexed) {
        if (sizeBytes === null || !(written.has(id) || unused.has(id)))
            continue;
        const isNamed = entries.some(({ index }) => index !== null && retained.has(index));
        (isNamed ? kept : going).set(id, sizeBytes);
    }
    return { going, kept };
}
function resultOf(repository, { plan: { counts }, ...rest }) {
    const { bytes } = counts;
    const { packs, storedBytes } = repository.written;
    const total = bytes.used + bytes.duplicate + bytes.unused;
    return {
        ...counts,
        ...rest,
        remainingUnusedBytes: remainingUnusedBytes(counts),
        remainingBytes: total - bytes.remove - bytes.repackRemove,
        written: { packs, bytes: storedBytes },
    };
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

/***/ 3286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ pruneJson),
/* harmony export */   O: () => (/* binding */ pruneLines)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95209);

/** restic's `summary` message of prune, with what we wrote, and what Object Lock keeps. */
function pruneJson({ blobs, bytes, packs, ...result }) {
    const blobTotal = blobs.used + blobs.duplicate + blobs.unused;
    const blobsRemoved = blobs.remove + blobs.repackRemove;
    return {
        message_type: 'summary',
        dry_run: result.dryRun,
        blobs: {
            used: blobs.used,
            duplicate: blobs.duplicate,
            unused: blobs.unused,
            total: blobTotal,
            repack: blobs.repack,
            repack_remove: blobs.repackRemove,
            remove: blobs.remove,
            remove_total: blobsRemoved,
            remaining: blobTotal - blobsRemoved,
        },
        bytes: {
            used: bytes.used,
            duplicate: bytes.duplicate,
            unused: bytes.unused,
            unreferenced: bytes.unreferenced,
            uncompressed: bytes.uncompressed,
            total: bytes.used + bytes.duplicate + bytes.unused + bytes.unreferenced,
            repack: bytes.repack,
            repack_remove: bytes.repackRemove,
            remove: bytes.remove,
            remove_total: freedBytes(bytes),
            remaining: result.remainingBytes,
            remaining_unused: result.remainingUnusedBytes,
        },
        packfiles: {
            used: packs.used,
            unused: packs.unused,
            partly_used: packs.partlyUsed,
            unreferenced: packs.unreferenced,
            total: packs.used + packs.unused + packs.partlyUsed + packs.unreferenced,
            keep: packs.keep,
            repack: packs.repack,
            remove: packs.remove,
            remove_total: packs.unreferenced + packs.remove,
        },
        written: result.written,
        retained: result.retained,
    };
}
function freedBytes({ remove, repackRemove, unreferenced }) {
    return remove + repackRemove + unreferenced;
}
/** Lines for a person: what was done or would be, and with `isVerbose` what was found. */
function pruneLines(result, isVerbose) {
    const { blobs, bytes, packs, dryRun, retained } = result;
    const lines = [];
    const row = (what, count, size) => lines.push(`${what.padEnd(14)}${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCount)(count).padStart(11)} blobs / ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatBytes)(size)}`);
    if (isVerbose) {
        row('used:', blobs.used, bytes.used);
        if (blobs.duplicate > 0)
            row('duplicates:', blobs.duplicate, bytes.duplicate);
        row('unused:', blobs.unused, bytes.unused);
        if (bytes.unreferenced > 0)
            lines.push(`in no index:  ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatBytes)(bytes.unreferenced)}`);
    }
    row(dryRun ? 'to repack:' : 'repacked:', blobs.repack, bytes.repack);
    row('this removes:', blobs.repackRemove, bytes.repackRemove);
    row(dryRun ? 'to delete:' : 'deleted:', blobs.remove, bytes.remove + bytes.unreferenced);
    row('total prune:', blobs.remove + blobs.repackRemove, freedBytes(bytes));
    if (bytes.uncompressed > 0)
        lines.push(`not yet compressed: ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatBytes)(bytes.uncompressed)}`);
    const part = result.remainingBytes === 0 ? 0 : result.remainingUnusedBytes / result.remainingBytes;
    lines.push(`${dryRun ? 'would remain' : 'remaining'}: ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatBytes)(result.remainingBytes)}, ` +
        `of which ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatBytes)(result.remainingUnusedBytes)} (${(part * 100).toFixed(2)} %) are unused`);
    if (isVerbose) {
        lines.push(`packs: ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCount)(packs.keep)} kept, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCount)(packs.repack)} repacked, ` +
            `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCount)(packs.remove)} deleted, and ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCount)(packs.unreferenced)} that no index named`);
    }
    if (retained.packs > 0 || retained.indexes > 0) {
        const what = `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(retained.packs, 'pack')} (${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatBytes)(retained.bytes)})`;
        const indexes = retained.indexes > 0 ? ` and ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(retained.indexes, 'index', 'indexes')}` : '';
        lines.push(`Object Lock keeps ${what}${indexes} for now: a later prune removes them.`);
    }
    return lines;
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

/***/ 25964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseMaxUnused: () => (/* binding */ parseMaxUnused),
/* harmony export */   pruneOptions: () => (/* binding */ pruneOptions)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85963);


const DEFAULT_MAX_UNUSED = '5%';
/**
 * @param named The flag's or the input's name, of restic's word for it: for messages.
 * @throws HoldfastError bad-input.
 */
function pruneOptions(settings, named) {
    const size = (text, word) => text === null ? null : Number((0,_size_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSize */ .D)(text, named(word)));
    const repackSmallerThanBytes = size(settings.repackSmallerThan, 'repack-smaller-than');
    if (repackSmallerThanBytes === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${named('repack-smaller-than')}: it is 0, expected more.`);
    }
    return {
        maxUnused: parseMaxUnused(settings.maxUnused ?? DEFAULT_MAX_UNUSED, named('max-unused')),
        maxRepackBytes: size(settings.maxRepackSize, 'max-repack-size'),
        repackSmallerThanBytes,
        repackCacheableOnly: settings.repackCacheableOnly,
        repackUncompressed: settings.repackUncompressed,
    };
}
/** `unlimited`, a percentage from 0 to below 100, or a size. @throws HoldfastError bad-input. */
function parseMaxUnused(text, name) {
    const value = text.trim();
    if (value === 'unlimited')
        return { kind: 'unlimited' };
    if (/^\d+[a-z]*$/i.test(value))
        return { kind: 'bytes', bytes: Number((0,_size_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSize */ .D)(value, name)) };
    const [, digits] = /^(\d+(?:\.\d*)?|\.\d+)%$/.exec(value) ?? [];
    const percent = Number(digits ?? Number.NaN);
    if (percent >= 0 && percent < 100)
        return { kind: 'percent', percent };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected a size such as 2g, a percentage from 0% to below 100%, or unlimited.`);
}


/***/ })

};
