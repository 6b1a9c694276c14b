export const id = 5537;
export const ids = [5537];
export const modules = {

/***/ 71749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   it: () => (/* binding */ RECOVERY_EVERY),
/* harmony export */   iv: () => (/* binding */ drillsSinceOpened),
/* harmony export */   xX: () => (/* binding */ isTrialDue),
/* harmony export */   z7: () => (/* binding */ EARLIER_NAMED)
/* harmony export */ });
/** So much evidence a drill names of what was there before. */
const EARLIER_NAMED = 32;
/** Of so many drills one tries it, the first of all among them. */
const RECOVERY_EVERY = 4;
/** How many of the newest drills came after the last that has opened the repository with the recovery key; null: none has. */
function drillsSinceOpened(oldestFirst) {
    const last = oldestFirst.findLastIndex(({ predicate }) => predicate.recovery_key?.state === 'opened');
    return last < 0 ? null : oldestFirst.length - 1 - last;
}
/** @param drillsSince See RecoveryTrial. */
function isTrialDue(drillsSince) {
    return drillsSince === null || drillsSince >= RECOVERY_EVERY - 1;
}


/***/ }),

/***/ 79663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gM: () => (/* binding */ MAX_BLOBS),
  Nq: () => (/* binding */ saveContent),
  UC: () => (/* binding */ tooManyBlobs)
});

// EXTERNAL MODULE: ./build/backends/cancel.js
var cancel = __webpack_require__(54716);
// EXTERNAL MODULE: ./build/copy-bytes.js
var copy_bytes = __webpack_require__(95865);
// EXTERNAL MODULE: ./build/wasm/kernels.js + 1 modules
var kernels = __webpack_require__(35040);
// EXTERNAL MODULE: ./build/chunker/polynomial.js
var chunker_polynomial = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/chunker/tables.js

const WINDOW_BYTES = 64;
const BYTE_VALUES = 256;
let latest = null;
/** The tables of `polynomial`. A process works on one repository at a time: the last ones are kept. */
function tablesOf(polynomial) {
    if (latest?.polynomial !== polynomial)
        latest = { polynomial, tables: computeTables(polynomial) };
    return latest.tables;
}
function computeTables(polynomial) {
    const append = new BigUint64Array(BYTE_VALUES);
    const leave = new BigUint64Array(BYTE_VALUES);
    const left = (0,chunker_polynomial/* remainder */.CQ)(1n << BigInt(8 * WINDOW_BYTES), polynomial);
    for (let byte = 0; byte < BYTE_VALUES; byte++) {
        const top = BigInt(byte) << BigInt(chunker_polynomial/* POLYNOMIAL_DEGREE */.g1);
        append[byte] = top | (0,chunker_polynomial/* remainder */.CQ)(top, polynomial);
        leave[byte] = (0,chunker_polynomial/* remainder */.CQ)(multiply(left, BigInt(byte)), polynomial);
    }
    return { append, leave };
}
function multiply(a, b) {
    let product = 0n;
    for (let shift = 0n, rest = b; rest !== 0n; shift++, rest >>= 1n) {
        if (rest & 1n)
            product ^= a << shift;
    }
    return product;
}

;// CONCATENATED MODULE: ./build/chunker/chunker.js



/** No chunk but a file's last is shorter. */
const MIN_CHUNK_BYTES = 512 * 1024;
const MAX_CHUNK_BYTES = 8 * 1024 * 1024;
const SEARCH_STEP_BYTES = 64 * 1024;
/** Kernels that wait for the next file: each has 8 MiB of memory, so few are kept. */
const idleKernels = [];
const MAX_IDLE_KERNELS = 4;
/**
 * Cuts one file into restic's content-defined chunks: after a byte when the chunk has MIN_CHUNK_BYTES at least and the
 * Rabin fingerprint of the last 64 bytes ends in 20 zero bits, or at MAX_CHUNK_BYTES. The same bytes give the same
 * chunks however they are pushed.
 *
 * Up to 8 MiB are held, until `finish`.
 */
class Chunker {
    #polynomial;
    #kernel = null;
    /** Bytes of the open chunk, in the kernel's buffer. */
    #filled = 0;
    /** How many of them can't be a cut's place any more. A cut before the smallest size isn't looked for. */
    #searched = MIN_CHUNK_BYTES - 1;
    /** @param polynomial The repository's, of degree 53. */
    constructor(polynomial) {
        this.#polynomial = polynomial;
    }
    /**
     * Takes in the next bytes of the file and gives the chunks that end in them. A chunk is a view of memory that the next
     * step overwrites: copy what you keep. Iterate to the end, for the bytes are taken in on the way.
     */
    *push(bytes) {
        const kernel = this.#takeKernel();
        for (let taken = 0; taken < bytes.length;) {
            const piece = bytes.subarray(taken, taken + this.#nextPieceBytes());
            (0,copy_bytes/* copyBytes */.n)(piece, kernel.buffer, this.#filled);
            this.#filled += piece.length;
            const length = this.#findCut(kernel);
            // What stands behind the cut is taken again from the caller's bytes.
            taken += piece.length;
            if (length === null)
                continue;
            taken -= this.#filled - length;
            yield this.#takeChunk(kernel, length);
        }
    }
    /** Whether no bytes of an open chunk are held. */
    get isAtCut() {
        return this.#filled === 0;
    }
    /** Ends the file. Gives its last chunk, as `push` does, unless it is empty or ended at a cut. Then as new. */
    *finish() {
        const kernel = this.#kernel;
        if (kernel === null)
            return;
        this.#kernel = null;
        if (this.#filled > 0)
            yield this.#takeChunk(kernel, this.#filled);
        if (idleKernels.length < MAX_IDLE_KERNELS)
            idleKernels.push(kernel);
    }
    /** To the smallest chunk at once; from there in steps, for what stands behind a cut is copied twice. */
    #nextPieceBytes() {
        if (this.#filled < MIN_CHUNK_BYTES)
            return MIN_CHUNK_BYTES - this.#filled;
        return Math.min(SEARCH_STEP_BYTES, MAX_CHUNK_BYTES - this.#filled);
    }
    #takeKernel() {
        if (this.#kernel !== null)
            return this.#kernel;
        const kernel = idleKernels.pop() ?? (0,kernels/* createChunkerKernel */.Mx)();
        const { append, leave } = tablesOf(this.#polynomial);
        kernel.appendTable.set(append);
        kernel.leaveTable.set(leave);
        kernel.prepare();
        this.#kernel = kernel;
        return kernel;
    }
    /** Length of the chunk, if it ends in what is filled. */
    #findCut(kernel) {
        if (this.#filled <= this.#searched)
            return null;
        const cut = kernel.findCut(this.#searched, this.#filled);
        this.#searched = this.#filled;
        if (cut !== -1)
            return cut;
        return this.#filled === MAX_CHUNK_BYTES ? MAX_CHUNK_BYTES : null;
    }
    #takeChunk(kernel, length) {
        this.#filled = 0;
        this.#searched = MIN_CHUNK_BYTES - 1;
        return kernel.buffer.subarray(0, length);
    }
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/operations/backup/content.js



/**
 * Blobs of the files in folders that aren't saved yet, or of one: a tree names each, in one string of JSON that V8 can hold. So many
 * are 3 TiB of nothing but holes, and some 10 TB of data.
 */
const MAX_BLOBS = 6_500_000;
function tooManyBlobs(count) {
    return `it has ${count} pieces, and with those beside it more than ${MAX_BLOBS}, which a tree can't name: leave it out (--exclude)`;
}
/**
 * Cuts `content` into chunks and saves them, as far as there are no more than MAX_BLOBS. Resolves when all of it has been handed over,
 * so that the next file can be read.
 * @param signal Ends the waiting for room, which a slow backend makes long.
 */
async function saveContent(repository, content, signal) {
    if (content instanceof Uint8Array && content.length < MIN_CHUNK_BYTES) {
        if (content.length > 0)
            await untilRoom(repository, signal);
        const saved = savedWhole(repository, content);
        return { blobCount: Math.min(content.length, 1), saved: () => saved };
    }
    const blobs = new ContentBlobs(repository, signal);
    const chunker = new Chunker(repository.chunkerPolynomial);
    for await (const part of content instanceof Uint8Array ? [content] : content) {
        if ('holeBytes' in part)
            await saveHole(blobs, chunker, part.holeBytes);
        else
            await blobs.saveAll(chunker.push(part));
    }
    await blobs.saveAll(chunker.finish());
    return blobs;
}
/** Less than the smallest chunk is one chunk: no boundary to look for. */
function savedWhole(repository, content) {
    if (content.length === 0)
        return Promise.resolve({ blobs: [], sizeBytes: 0n });
    const sizeBytes = BigInt(content.length); // the bytes may be gone when the blob is saved
    return metLater(repository.saveBlob('data', content).then(({ id }) => ({ blobs: [id], sizeBytes })));
}
/** A failure is met by who awaits `saved`; until then it must not count as unhandled. */
function metLater(saved) {
    saved.catch(() => { });
    return saved;
}
/** Most blobs find room, and needn't wait for a turn of anything. */
async function untilRoom(repository, signal) {
    (0,cancel/* throwIfCancelled */.dZ)(signal);
    if (!repository.takeRoom())
        await (0,cancel/* untilCancelled */.c8)(repository.room(), signal);
}
const ZEROS = new Uint8Array(MIN_CHUNK_BYTES);
/**
 * Chunks of zeros are of the smallest size: the fingerprint of 64 zeros is 0. So behind a cut a hole has chunks that are
 * all the same, of which one is made: a disk image is mostly hole.
 */
async function saveHole(blobs, chunker, holeBytes) {
    let left = holeBytes;
    while (left > 0) {
        const repeats = chunker.isAtCut ? Math.floor(left / ZEROS.length) : 0;
        const zeros = ZEROS.subarray(0, Math.min(left, ZEROS.length));
        if (repeats > 0)
            await blobs.save(ZEROS, repeats);
        else
            await blobs.saveAll(chunker.push(zeros));
        left -= repeats > 0 ? repeats * ZEROS.length : zeros.length;
    }
}
class ContentBlobs {
    #repository;
    #runs = [];
    #signal;
    #sizeBytes = 0;
    blobCount = 0;
    constructor(repository, signal) {
        this.#repository = repository;
        this.#signal = signal;
    }
    async saveAll(chunks) {
        for (const chunk of chunks)
            await this.save(chunk);
    }
    /** Saves `chunk`, which stands `times` in a row. */
    async save(chunk, times = 1) {
        this.blobCount += times;
        if (this.blobCount > MAX_BLOBS)
            return;
        await untilRoom(this.#repository, this.#signal);
        this.#sizeBytes += chunk.length * times;
        const id = this.#repository.saveBlob('data', chunk).then((saved) => saved.id);
        // A failure is met in `saved`; until somebody awaits that, it must not count as unhandled.
        id.catch(() => { });
        this.#runs.push({ id, times });
    }
    saved = async () => {
        if (this.blobCount > MAX_BLOBS)
            throw new errors/* HoldfastError */.E('bad-input', `Cannot save a file: ${tooManyBlobs(this.blobCount)}.`);
        const blobs = [];
        // One by one: Promise.all takes no more than two million, which a file of a terabyte can have.
        for (const { id, times } of this.#runs) {
            const known = await id;
            for (let i = 0; i < times; i++)
                blobs.push(known);
        }
        return { blobs, sizeBytes: BigInt(this.#sizeBytes) };
    };
}


/***/ }),

/***/ 27273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Es: () => (/* binding */ savedRootDevice),
/* harmony export */   Gb: () => (/* binding */ encodeManifest),
/* harmony export */   K7: () => (/* binding */ listingOf),
/* harmony export */   eY: () => (/* binding */ loadManifest),
/* harmony export */   hh: () => (/* binding */ MANIFEST_VERSION)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19473);
/* harmony import */ var _repository_damage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68656);
/* harmony import */ var _repository_find_node_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2111);
/* harmony import */ var _repository_format_time_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5620);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47508);
/* harmony import */ var _own_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68071);







/** Version of the manifest's own layout. A reader refuses a higher one. */
const MANIFEST_VERSION = 1;
/** A manifest is small; one that claims more than this is not ours. */
const MAX_MANIFEST_BYTES = 64 * 1024 * 1024;
function encodeManifest(manifest) {
    return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, 'utf8');
}
async function listingOf(repository, parent, target, signal) {
    const json = await loadManifest(repository, parent, target, signal);
    return json === null ? { startedNs: startOf(parent.snapshot), rootDevice: 0n } : listingIn(json);
}
/** What the host's root was on when `stored` was made; 0: nobody knows, or its manifest is damaged. */
async function savedRootDevice(repository, stored, signal) {
    const target = (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(stored.snapshot);
    try {
        const json = target === null ? null : await loadManifest(repository, stored, target, signal);
        return json === null ? 0n : listingIn(json).rootDevice;
    }
    catch (error) {
        if ((0,_repository_damage_js__WEBPACK_IMPORTED_MODULE_1__/* .isDamage */ .e6)(error))
            return 0n;
        throw error;
    }
}
/** A manifest's bytes, or null when the snapshot has none of ours. */
async function loadManifest(repository, { snapshot }, target, signal) {
    const node = await (0,_repository_find_node_js__WEBPACK_IMPORTED_MODULE_2__/* .findNode */ .c)(repository, snapshot.tree, (0,_own_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestPath */ .ji)(target), signal);
    if (node?.content == null || node.sizeBytes > MAX_MANIFEST_BYTES)
        return null;
    const blobs = [];
    for await (const blob of repository.loadBlobs('data', node.content, signal))
        blobs.push(blob);
    return Buffer.concat(blobs);
}
/** Not by its time alone: `--time` and `rewrite` set that to whatever they are told. */
function startOf({ timeNs, summary }) {
    const startNs = summary?.backupStartNs ?? timeNs;
    return startNs < timeNs ? startNs : timeNs;
}
function listingIn(json) {
    try {
        const manifest = JSON.parse((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.toText)(json.toString('latin1')) ?? '');
        if (isRecord(manifest) && typeof manifest['listing_started'] === 'string') {
            return { startedNs: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTime */ .pe)(manifest['listing_started']), rootDevice: deviceIn(manifest) };
        }
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .HoldfastError */ .E('repository-damaged', 'Cannot read the manifest of the parent snapshot: not JSON.', { cause });
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .HoldfastError */ .E('repository-damaged', 'Cannot read the manifest of the parent snapshot: no listing_started.');
}
/** Not in manifests of older versions. */
function deviceIn({ root_device: device }) {
    return typeof device === 'string' && /^\d{1,20}$/.test(device) ? BigInt(device) : 0n;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null;
}


/***/ }),

/***/ 68071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ dumpsPath),
/* harmony export */   $c: () => (/* binding */ bucketsPath),
/* harmony export */   aq: () => (/* binding */ saveOwnTree),
/* harmony export */   ji: () => (/* binding */ manifestPath),
/* harmony export */   w5: () => (/* binding */ OWN_FOLDER),
/* harmony export */   xD: () => (/* binding */ OWN_PATH)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _repository_format_blank_node_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10152);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79663);



/** What Holdfast adds to a snapshot stands below this folder of its tree. */
const OWN_FOLDER = '.holdfast';
const OWN_PATH = '/.holdfast';
const MANIFEST_NAME = 'manifest.json';
const DUMPS_NAME = 'dumps';
const BUCKETS_NAME = 'buckets';
/** Where a target's manifest stands in a snapshot's tree. */
function manifestPath(target) {
    return `${OWN_PATH}/${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(target)}/${MANIFEST_NAME}`;
}
/** Where a target's dumps stand in a snapshot's tree. */
function dumpsPath(target) {
    return `${OWN_PATH}/${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(target)}/${DUMPS_NAME}`;
}
/** Where the folders of a target's buckets stand in a snapshot's tree. */
function bucketsPath(target) {
    return `${OWN_PATH}/${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(target)}/${BUCKETS_NAME}`;
}
/**
 * Saves `/.holdfast/<target>/manifest.json`, the dumps beside it in `dumps`, what is in `buckets`, and the folders above them;
 * gives the node of `/.holdfast`.
 */
async function saveOwnTree(repository, own) {
    const { saved } = await (0,_content_js__WEBPACK_IMPORTED_MODULE_1__/* .saveContent */ .Nq)(repository, own.manifest);
    const { blobs, sizeBytes } = await saved();
    const manifest = fileNode({ name: MANIFEST_NAME, blobs, sizeBytes }, own.timeNs);
    const children = [manifest];
    if (own.dumps.length > 0) {
        const files = own.dumps.map((dump) => fileNode(dump, own.timeNs));
        children.unshift(await folderOf(repository, DUMPS_NAME, files, own.timeNs));
    }
    if (own.buckets.length > 0) {
        const folders = own.buckets.map(({ name, tree }) => ({
            ...ownNode((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(name), 'dir', own.timeNs),
            subtree: tree,
        }));
        children.push(await folderOf(repository, BUCKETS_NAME, folders, own.timeNs));
    }
    const target = await folderOf(repository, (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(own.target), children, own.timeNs);
    return folderOf(repository, OWN_FOLDER, [target], own.timeNs);
}
function fileNode({ name, blobs, sizeBytes }, timeNs) {
    return { ...ownNode((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(name), 'file', timeNs), content: blobs, sizeBytes, links: 1n };
}
async function folderOf(repository, name, children, timeNs) {
    const nodes = children.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const subtree = (await repository.saveTree({ nodes })).id;
    return { ...ownNode(name, 'dir', timeNs), subtree };
}
function ownNode(name, type, timeNs) {
    const times = { mtimeNs: timeNs, atimeNs: timeNs, ctimeNs: timeNs };
    return { ...(0,_repository_format_blank_node_js__WEBPACK_IMPORTED_MODULE_2__/* .blankNode */ .t)(name, type, type === 'dir' ? 0o700 : 0o600), ...times, user: 'root', group: 'root' };
}


/***/ }),

/***/ 63986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CM: () => (/* binding */ requireReadable),
/* harmony export */   bs: () => (/* binding */ archiveItems),
/* harmony export */   sp: () => (/* binding */ isSelected)
/* harmony export */ });
/* unused harmony export archiveItem */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _repository_find_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75207);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47508);



/** By its manifest, which is believed: who can write to the store chooses what is in it. */
function archiveItem(found) {
    const { id, manifest, fault } = found;
    const complete = manifest.complete && fault === null;
    return {
        noun: 'archive',
        id,
        found,
        formerIds: [],
        timeNs: manifest.timeNs,
        zoneSeconds: 0,
        tags: manifest.tags,
        hostname: manifest.hostname,
        target: manifest.target === _repository_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_TARGET */ .Kv ? null : manifest.target,
        paths: manifest.paths,
        complete,
        leftover: !complete,
        keptBecause: (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .keptBecause */ .XY)(manifest),
        sizeBytes: manifest.dumps.reduce((sum, { bytes }) => sum + bytes, manifest.contentBytes),
        fileCount: manifest.files,
    };
}
/** Those that a policy can tell apart. Others are unfinished. */
function archiveItems(found) {
    return found.flatMap((one) => one.manifest === null ? [] : [archiveItem({ ...one, manifest: one.manifest })]);
}
/**
 * One whose manifest can't be read may be the newest.
 * @throws HoldfastError archive-damaged.
 */
function requireReadable(found, location) {
    const unreadable = found.filter(({ manifest, unfinished }) => manifest === null && !unfinished);
    const [first] = unreadable;
    if (first === undefined)
        return;
    const more = unreadable.length === 1 ? '' : `, nor that of ${unreadable.length - 1} more`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('archive-damaged', `Cannot forget anything in "${location}": the manifest of the archive "${first.id}" can't be used${more}, and it may be ` +
        `the newest, expected manifests that can be read. Nothing was removed. Find out who altered it, and put its files ` +
        `elsewhere. It is so because of this: ${first.fault}`);
}
function isSelected({ found: { manifest } }, filter) {
    const { target = null } = filter;
    if (manifest === null || (target !== null && manifest.target !== target))
        return false;
    return (0,_repository_find_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.matches)(manifest, { ...filter, target: null });
}


/***/ }),

/***/ 32240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ snapshotItem)
/* harmony export */ });
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47508);

function snapshotItem(stored) {
    const { id, snapshot } = stored;
    const target = (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(snapshot);
    const incomplete = (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .isIncomplete */ .Ne)(snapshot);
    return {
        noun: 'snapshot',
        id,
        stored,
        formerIds: snapshot.original === null ? [] : [snapshot.original],
        timeNs: snapshot.timeNs,
        zoneSeconds: snapshot.zoneSeconds ?? 0,
        tags: snapshot.tags,
        hostname: snapshot.hostname,
        target: target === _repository_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_TARGET */ .Kv ? null : target,
        paths: snapshot.paths,
        complete: !incomplete,
        // A person's own tag of that name on a snapshot of restic's says nothing about a run of ours.
        leftover: incomplete && target !== null,
        keptBecause: (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .keptBecause */ .XY)(snapshot),
        sizeBytes: snapshot.summary?.totalBytesProcessed ?? null,
        fileCount: snapshot.summary?.totalFilesProcessed ?? null,
    };
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

/***/ 82187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ walkTree),
/* harmony export */   g: () => (/* binding */ subtreeOf)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


/**
 * Every node below the tree `root`, parents before their children, siblings in the tree's order.
 *
 * @param options.below Path of `root` itself; default `` (the root of the snapshot).
 * @param options.enter Whether to go into a folder; default: into every one.
 * @param options.check Called with each tree before its nodes come, and the path of its folder. Trees come as they were
 *   read: whoever makes paths of their names for anything but a person's eyes refuses those that aren't safe here.
 * @throws HoldfastError repository-damaged for a folder without a tree, or one that can't be read.
 */
async function* walkTree(repository, root, options = {}) {
    const { below = '', enter = () => true, check = () => { }, signal } = options;
    const load = async (id, path) => {
        const tree = await repository.loadTree(id, signal);
        check(tree, path);
        return { path, nodes: tree.nodes, next: 0 };
    };
    // A stack of our own: a tree may be deeper than JavaScript's.
    const open = [await load(root, below)];
    for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
        signal?.throwIfAborted();
        const node = level.nodes[level.next++];
        if (node === undefined) {
            open.pop();
            continue;
        }
        const placed = { path: `${level.path}/${node.name}`, node };
        yield placed;
        if (node.type === 'dir' && enter(placed))
            open.push(await load(subtreeOf(placed), placed.path));
    }
}
/** @throws HoldfastError repository-damaged if the folder has no tree. */
function subtreeOf({ path, node }) {
    if (node.subtree !== null)
        return node.subtree;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('repository-damaged', `Cannot read the folder "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(path)}": its node has no tree. Run \`holdfast check\`.`);
}


/***/ }),

/***/ 23621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ Collection)
});

// UNUSED EXPORTS: someOf

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/operations/forget/archive-items.js
var archive_items = __webpack_require__(63986);
// EXTERNAL MODULE: ./build/operations/forget/snapshot-items.js
var snapshot_items = __webpack_require__(32240);
// EXTERNAL MODULE: ./build/repository/damage.js
var damage = __webpack_require__(68656);
// EXTERNAL MODULE: ./build/repository/find-snapshot.js
var find_snapshot = __webpack_require__(75207);
// EXTERNAL MODULE: ./build/repository/tags.js
var tags = __webpack_require__(47508);
// EXTERNAL MODULE: ./build/retention/plan.js
var plan = __webpack_require__(89498);
// EXTERNAL MODULE: ./build/databases/fingerprint.js
var fingerprint = __webpack_require__(26861);
// EXTERNAL MODULE: ./build/operations/backup/manifest.js
var manifest = __webpack_require__(27273);
// EXTERNAL MODULE: ./build/report/history.js
var report_history = __webpack_require__(34995);
;// CONCATENATED MODULE: ./build/report/read-details.js






/**
 * What the manifest of a snapshot says for a report; null when it has none of ours. Whoever can write to the repository
 * chooses what is in it: what isn't as it must be is left out.
 * @param repository Its index is loaded.
 */
async function readDetails(repository, stored, { signal, onWarning }) {
    const target = (0,tags/* targetOf */.$r)(stored.snapshot);
    if (target === null)
        return null;
    try {
        const json = await (0,manifest/* loadManifest */.eY)(repository, stored, target, signal);
        return json === null ? null : detailsOf(JSON.parse(json.toString('utf8')));
    }
    catch (error) {
        if (!(error instanceof SyntaxError) && !(0,damage/* isUnreadable */.GZ)(error))
            throw error;
        onWarning(`The manifest of snapshot ${stored.id.slice(0, 8)} can't be read: ${(0,bytestring.displayText)(error.message)}`);
        return null;
    }
}
function detailsOf(json) {
    if (!isRecord(json))
        return null;
    const problems = isRecord(json['problem_counts']) ? Object.values(json['problem_counts']) : [];
    return {
        quiescedMs: countOf(json['quiesced_ms']),
        problems: problems.reduce((sum, count) => sum + (countOf(count) ?? 0), 0),
        dumps: Array.isArray(json['dumps']) ? json['dumps'].flatMap(dumpOf) : [],
    };
}
function dumpOf(json) {
    if (!isRecord(json) || typeof json['name'] !== 'string')
        return [];
    const tables = isRecord(json['fingerprint']) ? tablesOf(json['fingerprint']['tables']) : null;
    const sorted = (tables ?? []).toSorted((a, b) => b.rows - a.rows);
    return [
        {
            name: json['name'],
            sizeBytes: countOf(json['size_bytes']) ?? 0,
            rows: tables === null
                ? null
                : (0,fingerprint/* rowsIn */.Nn)({
                    tables: Object.fromEntries(tables.map((one) => [one.name, { ...one, checksum: null }])),
                }),
            tables: sorted.slice(0, report_history/* MAX_TABLES */.L),
        },
    ];
}
function tablesOf(json) {
    if (!isRecord(json))
        return null;
    return Object.entries(json).flatMap(([name, table]) => {
        const rows = isRecord(table) ? countOf(table['rows']) : null;
        return rows === null ? [] : [{ name, rows }];
    });
}
function countOf(value) {
    return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./build/operations/walk-tree.js
var walk_tree = __webpack_require__(82187);
;// CONCATENATED MODULE: ./build/report/recent-changes.js


/** Files of each list. */
const MAX_FILES = 10;
/** Trees read: where all is new, a report is no reason to read a whole repository. */
const MAX_TREES = 5000;
/** What Holdfast adds to a snapshot is none of the host's. */
const OWN = '/.holdfast';
/**
 * How two snapshots differ in files and what else isn't a folder. Equal folders aren't read.
 * @param repository Its index is loaded.
 * @returns Null where they differ in more than MAX_TREES folders.
 */
async function recentChanges(repository, [before, after], signal) {
    const found = new Found();
    const todo = [
        [before.snapshot.tree, after.snapshot.tree, ''],
    ];
    let trees = 0;
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
        signal.throwIfAborted();
        const [old, young, folder] = next;
        if (old === young || folder === OWN)
            continue;
        if (++trees > MAX_TREES)
            return null;
        for (const [was, is, path] of await pairs(repository, next, signal)) {
            const [wasFolder, isFolder] = [was?.type === 'dir', is?.type === 'dir'];
            if (was !== null && !wasFolder)
                found.had(was, is !== null && !isFolder ? is : null, path);
            else if (is !== null && !isFolder)
                found.added(is, path);
            if (was !== null && wasFolder)
                todo.push([
                    (0,walk_tree/* subtreeOf */.g)({ path, node: was }),
                    isFolder && is ? (0,walk_tree/* subtreeOf */.g)({ path, node: is }) : null,
                    path,
                ]);
            else if (is !== null && isFolder)
                todo.push([null, (0,walk_tree/* subtreeOf */.g)({ path, node: is }), path]);
        }
    }
    return { before: before.id, after: after.id, ...found.result() };
}
async function pairs(repository, [old, young, folder], signal) {
    const nodesOf = async (tree) => tree === null ? [] : (await repository.loadTree(tree, signal)).nodes;
    const [before, after] = [
        await nodesOf(old),
        new Map((await nodesOf(young)).map((node) => [node.name, node])),
    ];
    const names = new Set(before.map(({ name }) => name));
    const at = (name) => `${folder}/${name}`;
    return [
        ...before.map((node) => [node, after.get(node.name) ?? null, at(node.name)]),
        ...[...after.values()]
            .filter(({ name }) => !names.has(name))
            .map((node) => [null, node, at(node.name)]),
    ];
}
class Found {
    #counts = { added: 0, changed: 0, gone: 0 };
    #largest = new Top(({ sizeBytes }) => sizeBytes);
    #newest = new Top(({ modifiedMs }) => modifiedMs);
    #lost = new Top(({ sizeBytes }) => sizeBytes);
    added(node, path) {
        this.#counts.added++;
        this.#add(node, path);
    }
    had(was, is, path) {
        if (is === null) {
            this.#counts.gone++;
            this.#lost.add(fileOf(was, path));
        }
        else if (was.type !== is.type || !sameContent(was, is)) {
            this.#counts.changed++;
            this.#add(is, path);
        }
    }
    result() {
        return {
            ...this.#counts,
            largest: this.#largest.files,
            newest: this.#newest.files,
            lost: this.#lost.files,
        };
    }
    #add(node, path) {
        this.#largest.add(fileOf(node, path));
        this.#newest.add(fileOf(node, path));
    }
}
/** The MAX_FILES that have the most of something. */
class Top {
    files = [];
    #measure;
    constructor(measure) {
        this.#measure = measure;
    }
    add(file) {
        const index = this.files.findIndex((one) => this.#measure(one) < this.#measure(file));
        this.files.splice(index < 0 ? this.files.length : index, 0, file);
        this.files.length = Math.min(this.files.length, MAX_FILES);
    }
}
function sameContent(a, b) {
    const [x, y] = [a.content ?? [], b.content ?? []];
    return a.linkTarget === b.linkTarget && x.length === y.length && x.every((id, i) => id === y[i]);
}
function fileOf({ sizeBytes, mtimeNs }, path) {
    return { path: (0,bytestring.display)(path), sizeBytes: Number(sizeBytes), modifiedMs: Number(mtimeNs / 1000000n) };
}

;// CONCATENATED MODULE: ./build/report/collect.js









/** Manifests that are read of a target: each takes some requests. The newest, and others evenly over time. */
const MAX_MANIFESTS_PER_TARGET = 40;
const NEWEST_MANIFESTS = 8;
const NS_PER_MS = 1000000n;
/** What is read so far, of one place after the other. Their order is that of the report's places. */
class Collection {
    #targets = new Map();
    #drills = [];
    #restores = [];
    #places = 0;
    /**
     * The snapshots of a repository, with what their manifests say, and how the last two of each target differ.
     * @param options.deep Whether trees are read at all. They need the index, which may be large.
     * @throws What reading it throws; a snapshot or a manifest that is damaged is told.
     */
    async addRepository(repository, options) {
        const place = this.#places++;
        const { signal, onWarning } = options;
        const found = await (0,find_snapshot.findSnapshots)(repository, options.filter, { signal, onUnreadable: onWarning });
        if (options.deep && found.length > 0)
            await repository.loadIndex(signal);
        for (const [key, snapshots] of Map.groupBy(found, (stored) => (0,plan/* targetName */.je)((0,snapshot_items/* snapshotItem */.A)(stored)))) {
            const details = options.deep ? await this.#detailsOf(repository, snapshots, options) : new Map();
            for (const stored of snapshots)
                this.#add(key, backupOfSnapshot(stored, details.get(stored.id) ?? null, place));
            const lastTwo = snapshots.filter((stored) => (0,snapshot_items/* snapshotItem */.A)(stored).complete).slice(-2);
            const entry = this.#targets.get(key);
            // Of the first place that has two: the others have copies.
            if (options.deep && entry !== undefined && entry.changes === null && lastTwo.length === 2)
                entry.changes = await changesOf(repository, lastTwo, options);
        }
    }
    /** Archives, by their manifests. */
    addArchives(found, filter, onWarning) {
        const place = this.#places++;
        for (const { id, fault, manifest } of found)
            if (manifest === null)
                onWarning(`The archive ${id} can't be used: ${fault}.`);
        for (const item of (0,archive_items/* archiveItems */.bs)(found).filter((one) => (0,archive_items/* isSelected */.sp)(one, filter))) {
            const timeMs = Number(item.timeNs / NS_PER_MS);
            const { stored, dumps } = item.found.manifest ?? { stored: null, dumps: [] };
            this.#add((0,plan/* targetName */.je)(item), {
                ...{
                    item,
                    timeMs,
                    endMs: timeMs,
                    parent: null,
                    isCheckpoint: false,
                    durationMs: null,
                    places: [place],
                },
                addedBytes: item.sizeBytes,
                storedBytes: stored?.bytes ?? null,
                details: {
                    quiescedMs: null,
                    problems: 0,
                    dumps: dumps.map(({ path, bytes }) => ({ name: path, sizeBytes: bytes, rows: null, tables: [] })),
                },
            });
        }
    }
    /** What drills and restores have left. Those of a target of which there is no backup are left out. */
    addEvidence({ drills, restores }) {
        this.#drills.push(...drills);
        this.#restores.push(...restores);
    }
    /** What is added from now on is of the next place, also where nothing of this one could be read. */
    endPlace(index) {
        this.#places = index + 1;
    }
    /** All that was added, by target. */
    histories() {
        return [...this.#targets].map(([key, { backups, changes }]) => {
            const sorted = [...backups.values()].sort((a, b) => a.timeMs - b.timeMs || (a.item.id < b.item.id ? -1 : 1));
            const { target, hostname, paths } = sorted.at(-1).item;
            const ids = new Set(sorted.flatMap(({ item }) => [item.id, ...item.formerIds]));
            // Of no application in particular there may be several of a host: the snapshot tells them apart while it is there.
            const isOf = (found) => ids.has(found.record.snapshotId) ||
                (target !== null && found.target === target && found.hostname === hostname);
            const drills = this.#drills.filter(isOf).map(({ record }) => record);
            const restores = this.#restores.filter(isOf).map(({ record }) => record);
            return {
                key,
                target,
                hostname,
                paths,
                backups: sorted,
                drills: drills.sort((a, b) => a.timeMs - b.timeMs),
                restores: restores.sort((a, b) => a.timeMs - b.timeMs),
                changes,
            };
        });
    }
    /** A copy of a snapshot names the one that it is of. */
    #add(key, backup) {
        const entry = this.#targets.get(key) ?? { backups: new Map(), changes: null };
        this.#targets.set(key, entry);
        const id = backup.item.formerIds[0] ?? backup.item.id;
        const known = entry.backups.get(id);
        if (known === undefined)
            entry.backups.set(id, backup);
        else
            entry.backups.set(id, {
                ...known,
                details: known.details ?? backup.details,
                places: [...new Set([...known.places, ...backup.places])],
            });
    }
    async #detailsOf(repository, snapshots, options) {
        const details = new Map();
        for (const stored of someOf(snapshots))
            details.set(stored.id, await readDetails(repository, stored, options));
        return details;
    }
}
/** Damage in a tree is told: it is no reason to say nothing of all else. */
async function changesOf(repository, lastTwo, { signal, onWarning }) {
    try {
        return await recentChanges(repository, lastTwo, signal);
    }
    catch (error) {
        if (!(0,damage/* isUnreadable */.GZ)(error))
            throw error;
        onWarning(`What changed in snapshot ${lastTwo[1].id.slice(0, 8)} can't be seen: ${(0,bytestring.displayText)(error.message)}`);
        return null;
    }
}
/** The newest, and of the others some, evenly. */
function someOf(all) {
    if (all.length <= MAX_MANIFESTS_PER_TARGET)
        return all;
    const older = all.slice(0, -NEWEST_MANIFESTS);
    const count = MAX_MANIFESTS_PER_TARGET - NEWEST_MANIFESTS;
    const chosen = Array.from({ length: count }, (_, i) => older[Math.floor((i * older.length) / count)]);
    return [...chosen, ...all.slice(-NEWEST_MANIFESTS)];
}
function backupOfSnapshot(stored, details, place) {
    const { snapshot } = stored;
    const { summary } = snapshot;
    const timeMs = Number(snapshot.timeNs / NS_PER_MS);
    const durationMs = summary === null ? null : Number((summary.backupEndNs - summary.backupStartNs) / NS_PER_MS);
    return {
        item: (0,snapshot_items/* snapshotItem */.A)(stored),
        timeMs,
        endMs: timeMs + Math.max(0, durationMs ?? 0),
        parent: snapshot.parent,
        isCheckpoint: (0,tags/* isCheckpoint */.Zx)(snapshot),
        addedBytes: summary?.dataAdded ?? null,
        storedBytes: summary?.dataAddedPacked ?? null,
        durationMs: durationMs === null ? null : Math.max(0, durationMs),
        details,
        places: [place],
    };
}


/***/ }),

/***/ 65083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   configuredIn: () => (/* binding */ configuredIn)
/* harmony export */ });
/* harmony import */ var _age_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55067);
/* harmony import */ var _config_find_target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32520);
/* harmony import */ var _config_target_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6688);
/* harmony import */ var _retention_policy_section_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26857);




/** Also targets that can't be run as they are: that they aren't backed up is what a report is to say. @throws HoldfastError bad-input. */
function configuredIn(file) {
    const { targets } = (0,_config_find_target_js__WEBPACK_IMPORTED_MODULE_0__.targetsIn)(file);
    const storages = new Map();
    for (const { settings, storage, copyTo } of targets) {
        if (settings.storage !== undefined && storage !== null)
            storages.set(settings.storage, storage);
        const copy = settings['copy-to'];
        if (copy !== undefined && copyTo !== null)
            storages.set(copy, copyTo);
    }
    return { targets: targets.map((target) => configuredTarget(target, storages)), storages };
}
function configuredTarget(target, storages) {
    const { name, hostname, settings } = target;
    const used = [settings.storage, settings['copy-to']].filter((one) => one !== undefined);
    return {
        ...{ target: name, hostname, paths: settings.paths ?? [] },
        expectations: {
            ...ageAs('rpoMs', settings.rpo),
            ...ageAs('rtoMs', settings.rto),
            ...ageAs('proofMs', settings.drill?.every),
        },
        policy: target.policy === null ? null : { rules: (0,_retention_policy_section_js__WEBPACK_IMPORTED_MODULE_1__/* .policyOf */ .US)(target.policy), text: (0,_config_target_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .retentionText */ .wW)(target) },
        storages: used.filter((one) => storages.has(one)),
    };
}
function ageAs(key, text) {
    return text === undefined ? {} : { [key]: (0,_age_js__WEBPACK_IMPORTED_MODULE_3__.parseAge)(text, key) };
}


/***/ }),

/***/ 41364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w7: () => (/* binding */ expectedBy),
/* harmony export */   xR: () => (/* binding */ expectationsOf)
/* harmony export */ });
/* unused harmony exports DEFAULT_RPO_MS, DEFAULT_PROOF_MS */
/**
 * Whether a target that is expected and isn't there, is missing: a filter may have left it out.
 * @returns For a target, and the host where that is known.
 */
function expectedBy({ hosts = [], target: of = null, tags = [], paths = [], }) {
    return (target, hostname) => tags.length + paths.length === 0 &&
        (of === null || of === target) &&
        (hosts.length === 0 || hostname === null || hosts.includes(hostname));
}
const HOUR_MS = 3_600_000;
/** A night's backup, and two hours to spare. */
const DEFAULT_RPO_MS = 26 * HOUR_MS;
/** A quarter's drill, and a week to spare. */
const DEFAULT_PROOF_MS = 99 * 24 * HOUR_MS;
function expectationsOf({ all, byName }, { target, hostname }, configured = {}) {
    const name = target ?? 'files';
    const defaults = { rpoMs: DEFAULT_RPO_MS, rtoMs: null, proofMs: DEFAULT_PROOF_MS };
    return { ...defaults, ...all, ...configured, ...byName.get(name), ...byName.get(`${name}@${hostname}`) };
}


/***/ }),

/***/ 47712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  countByHealth: () => (/* binding */ countByHealth),
  isBad: () => (/* binding */ isBad),
  needsAttention: () => (/* binding */ needsAttention),
  reportOf: () => (/* binding */ reportOf)
});

// EXTERNAL MODULE: ./build/amounts.js
var amounts = __webpack_require__(95209);
// EXTERNAL MODULE: ./build/repository/tags.js
var tags = __webpack_require__(47508);
// EXTERNAL MODULE: ./build/retention/freeze.js
var freeze = __webpack_require__(52154);
// EXTERNAL MODULE: ./build/report/expectations.js
var report_expectations = __webpack_require__(41364);
// EXTERNAL MODULE: ./build/report/health.js
var health = __webpack_require__(25277);
// EXTERNAL MODULE: ./build/report/recovery-point.js
var recovery_point = __webpack_require__(31371);
// EXTERNAL MODULE: ./build/retention/group.js
var group = __webpack_require__(40510);
// EXTERNAL MODULE: ./build/retention/plan.js
var plan = __webpack_require__(89498);
;// CONCATENATED MODULE: ./build/report/retention-outlook.js


const DAY_MS = 86_400_000;
const NS_PER_MS = 1000000n;
/** So far ahead is looked. */
const HORIZON_DAYS = [30, 90, 365];
/** Backups that are thought up for a horizon; one that needs more isn't looked at. */
const MAX_FUTURE_BACKUPS = 2000;
/** @param backups Of one target, oldest first. */
function retentionOutlook(backups, { policy, nowMs, verified }) {
    const keep = (items, atMs) => {
        const { groups } = (0,plan/* planRetention */.SA)({
            items,
            isSelected: () => true,
            policy,
            groupBy: group/* BY_TARGET */.K0,
            limits: { maxAgeMs: null, shrunkenBelow: 0 },
            despite: new Set(),
            isReleased: () => false,
            verified,
            clock: { nowNs: BigInt(atMs) * NS_PER_MS },
        });
        return groups.flatMap(({ decisions }) => decisions);
    };
    const items = backups.map(({ item }) => item);
    const now = keep(items, nowMs);
    const goes = new Set(now.filter((one) => !one.keep).map(({ item }) => item.id));
    const left = items.filter(({ id }) => !goes.has(id));
    return { kept: now.length - goes.size, goes, future: futureOf(left, backups, nowMs, keep) };
}
function futureOf(left, backups, nowMs, keep) {
    const [intervalMs, last] = [usualIntervalMs(backups), backups.findLast(({ item }) => item.complete)];
    if (intervalMs === null || last === undefined)
        return [];
    const horizons = HORIZON_DAYS.map((days) => ({ days, count: Math.floor((days * DAY_MS) / intervalMs) }));
    const looked = horizons.filter(({ count }) => count <= MAX_FUTURE_BACKUPS);
    const coming = Array.from({ length: looked.at(-1)?.count ?? 0 }, (_, i) => ({
        ...last.item,
        id: `future-${i}`,
        formerIds: [],
        keptBecause: null,
        timeNs: BigInt(Math.round(nowMs + (i + 1) * intervalMs)) * NS_PER_MS,
    }));
    return looked.map(({ days, count }) => {
        const atMs = nowMs + days * DAY_MS;
        const there = keep([...left, ...coming.slice(0, count)], atMs).filter((one) => one.keep);
        const oldest = there.reduce((least, { item }) => Math.min(least, Number(item.timeNs / NS_PER_MS)), atMs);
        return { days, kept: there.length, reachMs: atMs - oldest };
    });
}
/** The median time between two complete backups; of thinned-out old ones, the young half says how often they are made. */
function usualIntervalMs(backups) {
    const times = backups.filter(({ item }) => item.complete).map(({ timeMs }) => timeMs);
    const young = times.slice(-Math.max(3, Math.ceil(times.length / 2)));
    const spans = young.slice(1).map((time, i) => time - young[i]);
    const median = spans.toSorted((a, b) => a - b)[Math.floor(spans.length / 2)];
    return median === undefined || median <= 0 ? null : median;
}

;// CONCATENATED MODULE: ./build/report/facts.js







const facts_DAY_MS = 86_400_000;
function reportOf(histories, settings) {
    const { nowMs, periodMs, places, warnings } = settings;
    const all = [...histories, ...missing(histories, settings)];
    const targets = all.map((history) => factsOf(history, settings)).sort(worstFirst);
    return { nowMs, periodMs, places, targets, warnings: someOf(warnings) };
}
/** A damaged repository warns of each snapshot: who made the report has all in its log. */
const MAX_WARNINGS = 50;
function someOf(warnings) {
    const more = warnings.length - MAX_WARNINGS;
    if (more <= 0)
        return warnings;
    return [...warnings.slice(0, MAX_WARNINGS), `And ${(0,amounts.formatCount)(more)} more: the log has them.`];
}
/** Something is expected of them, and nothing is there: what vanished as a whole, or never was, must not go unseen. */
function missing(histories, settings) {
    const known = new Set(histories.flatMap(({ target, hostname }) => {
        const name = target ?? tags/* DEFAULT_TARGET */.Kv;
        return [name, `${name}@${hostname}`];
    }));
    const named = [...settings.expectations.byName.keys()].map((name) => {
        const [target = name, hostname = null] = name.split('@');
        return { target, hostname, paths: [] };
    });
    const expected = [...settings.configured, ...named].filter(({ target, hostname }) => settings.isExpected(target, hostname));
    const gone = new Map();
    for (const { target, hostname, paths } of expected) {
        const name = hostname === null ? target : `${target}@${hostname}`;
        if (known.has(name) || gone.has(name))
            continue;
        known.add(target);
        gone.set(name, {
            ...{ key: `missing ${name}`, target, hostname: hostname ?? 'no host', paths },
            ...{ backups: [], drills: [], restores: [], changes: null },
        });
    }
    return [...gone.values()];
}
/** Whether somebody should look: a target is failing or stale, or there is none at all. */
function needsAttention({ targets }) {
    return targets.length === 0 || targets.some(({ judgement }) => isBad(judgement));
}
/** Of a target, or of one reason: that no drill has proved it yet is none to wake somebody. */
function isBad({ health }) {
    return health === 'failing' || health === 'stale';
}
function countByHealth({ targets }) {
    const count = (health) => targets.filter(({ judgement }) => judgement.health === health).length;
    return Object.fromEntries(health/* HEALTHS */.e.map((health) => [health, count(health)]));
}
function worstFirst(a, b) {
    const rank = ({ judgement }) => health/* HEALTHS */.e.indexOf(judgement.health);
    return rank(a) - rank(b) || byName(a.history, b.history);
}
/** `app-2` before `app-10`, on every machine the same. */
const NAMES = new Intl.Collator('en', { numeric: true });
function byName(a, b) {
    return (NAMES.compare(a.target ?? '', b.target ?? '') ||
        NAMES.compare(a.hostname, b.hostname) ||
        NAMES.compare(a.key, b.key));
}
function factsOf(history, settings) {
    const { nowMs, periodMs } = settings;
    const configured = configuredOf(history, settings);
    const expectations = (0,report_expectations/* expectationsOf */.xR)(settings.expectations, history, configured?.expectations);
    const complete = history.backups.filter(({ item }) => item.complete && !(0,freeze/* isAhead */.Y0)(item, BigInt(nowMs) * 1000000n));
    const copies = placesOf(history, configured, settings).map((index) => ({
        place: settings.places[index],
        newest: complete.findLast((one) => one.places.includes(index)) ?? null,
    }));
    const newest = complete.at(-1) ?? null;
    const recent = complete.filter(({ timeMs }) => timeMs >= nowMs - periodMs);
    // Of one from the future nobody is told that it was the last: as with health, a clock was wrong, or it is forged.
    const drills = history.drills.filter(({ timeMs }) => timeMs <= nowMs);
    const verified = new Set(history.drills.filter((drill) => drill.provesWhole).map(({ snapshotId }) => snapshotId));
    return {
        history,
        expectations,
        judgement: (0,health/* judgeHealth */.u)(history, { expectations, nowMs, complete, copies }),
        newest,
        ageMs: newest === null ? null : Math.max(0, nowMs - newest.timeMs),
        recoveryPoints: (0,recovery_point/* recoveryPoints */.t)(complete, { nowMs, periodMs, rpoMs: expectations.rpoMs }),
        growthPerDay: growthPerDay(recent),
        storedPerDay: storedPerDay(recent),
        duration: spreadOf(recent.map(({ durationMs }) => durationMs)),
        downtime: spreadOf(recent.map(({ details }) => details?.quiescedMs ?? null)),
        lastDrill: drills.at(-1) ?? null,
        lastProof: drills.findLast(({ passed }) => passed) ?? null,
        copies,
        retention: retentionOf(history, configured?.policy ?? settings.policy, { nowMs, verified }),
    };
}
function configuredOf({ target, hostname }, { configured }) {
    const name = target ?? tags/* DEFAULT_TARGET */.Kv;
    return configured.find((one) => one.target === name && (one.hostname ?? hostname) === hostname);
}
/** Where it is expected, as indexes: one that nobody configured, where it is. */
function placesOf({ backups }, configured, { places }) {
    return [...places.entries()]
        .filter(([index, { storage }]) => {
        if (storage === null)
            return true;
        if (configured !== undefined)
            return configured.storages.includes(storage);
        return backups.some((one) => one.places.includes(index));
    })
        .map(([index]) => index);
}
function retentionOf({ backups }, policy, { nowMs, verified }) {
    if (policy === null)
        return null;
    return { ...retentionOutlook(backups, { policy: policy.rules, nowMs, verified }), policy: policy.text };
}
function growthPerDay(recent) {
    const sized = recent.filter(({ item }) => item.sizeBytes !== null);
    const [first, last] = [sized[0], sized.at(-1)];
    if (first === undefined || last === undefined || last.timeMs <= first.timeMs)
        return null;
    return (((last.item.sizeBytes ?? 0) - (first.item.sizeBytes ?? 0)) * facts_DAY_MS) / (last.timeMs - first.timeMs);
}
/** The first one begins the span: what it took isn't of it. */
function storedPerDay(recent) {
    const [first, last] = [recent[0], recent.at(-1)];
    if (first === undefined || last === undefined || last.timeMs <= first.timeMs)
        return null;
    const bytes = recent.slice(1).reduce((sum, { storedBytes }) => sum + (storedBytes ?? 0), 0);
    return (bytes * facts_DAY_MS) / (last.timeMs - first.timeMs);
}
function spreadOf(values) {
    const known = values.filter((value) => value !== null);
    const last = known.at(-1);
    if (last === undefined)
        return null;
    const sorted = known.toSorted((a, b) => a - b);
    return { last, median: sorted[Math.floor(sorted.length / 2)], longest: sorted.at(-1) };
}


/***/ }),

/***/ 42082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ growthText)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95209);

/** `+1.2 GiB a day`; empty where it isn't known. */
function growthText(bytesPerDay) {
    if (bytesPerDay === null)
        return '';
    return `${bytesPerDay < 0 ? '−' : '+'}${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatBytes)(Math.round(Math.abs(bytesPerDay)))} a day`;
}


/***/ }),

/***/ 25277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ HEALTHS),
/* harmony export */   u: () => (/* binding */ judgeHealth)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95209);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _retention_freeze_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52154);
/* harmony import */ var _retention_item_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1298);
/* harmony import */ var _span_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98699);





/**
 * - `failing`: no complete backup; the last run gave none; what it gave looks wrong; the last drill failed or took too long
 * - `stale`: a backup, its copy, or its proof is older than it may be
 * - `never-proved`: no drill has shown that it can be restored
 * - `protected`: nothing of this
 */
const HEALTHS = ['failing', 'stale', 'never-proved', 'protected'];
function judgeHealth(history, standing) {
    const found = [
        ...runReasons(history, standing),
        ...ageReasons(standing),
        ...drillReasons(history, standing),
    ];
    const reasons = found.length > 0 ? found : [protectedReason(history, standing)];
    const sorted = reasons.toSorted((a, b) => HEALTHS.indexOf(a.health) - HEALTHS.indexOf(b.health));
    return { health: sorted[0].health, reasons: sorted };
}
function runReasons({ backups }, { complete, copies, nowMs }) {
    const unread = copies.filter(({ place }) => !place.isKnown);
    const texts = unread.map(({ place }) => `${place.shown} can't be read: nobody knows what is in it`);
    const newest = complete.at(-1);
    if (newest === undefined && unread.length === 0)
        texts.push(backups.length === 0 ? 'never backed up: nothing of it is there' : 'there is no complete backup');
    // A run that goes on leaves checkpoints on its way.
    const last = backups.findLast(({ isCheckpoint, timeMs }) => !isCheckpoint && timeMs <= nowMs);
    if (newest !== undefined && last !== undefined && !last.item.complete && last.timeMs > newest.timeMs)
        texts.push(`the last run, ${(0,_span_text_js__WEBPACK_IMPORTED_MODULE_0__.timeText)(last.timeMs)}, gave none that is complete (${shownText(last)}${problemsText(last)})`);
    const items = backups.map(({ item }) => item);
    const limits = { maxAgeMs: null, shrunkenBelow: _retention_freeze_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_SHRUNKEN_BELOW */ .ZZ };
    for (const { message } of (0,_retention_freeze_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeTarget */ .dM)(items, limits, BigInt(nowMs) * 1000000n))
        texts.push(message);
    return texts.map((text) => ({ health: 'failing', text }));
}
function problemsText({ details }) {
    return details === null || details.problems === 0
        ? ''
        : `: ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatCounted)(details.problems, 'entry', 'entries')} not as on the host`;
}
function shownText({ item }) {
    return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)((0,_retention_item_js__WEBPACK_IMPORTED_MODULE_4__/* .shownId */ .f)(item.id));
}
function ageReasons({ complete, copies, expectations: { rpoMs }, nowMs }) {
    const newest = complete.at(-1);
    if (newest === undefined)
        return [];
    const reasons = [];
    const ageMs = nowMs - newest.timeMs;
    const limit = `expected at most ${(0,_span_text_js__WEBPACK_IMPORTED_MODULE_0__.spanText)(rpoMs)} (RPO)`;
    if (ageMs > rpoMs)
        reasons.push({ health: 'stale', text: `the last complete backup is ${(0,_span_text_js__WEBPACK_IMPORTED_MODULE_0__.spanText)(ageMs)} old, ${limit}` });
    for (const { place, newest: copy } of copies) {
        if (copy === newest || !place.isKnown)
            continue;
        if (copy === null)
            reasons.push({ health: 'stale', text: `nothing complete of it is in ${place.shown}` });
        // That all are old is said already.
        else if (nowMs - copy.timeMs > rpoMs && ageMs <= rpoMs)
            reasons.push({
                health: 'stale',
                text: `its newest in ${place.shown} is ${(0,_span_text_js__WEBPACK_IMPORTED_MODULE_0__.spanText)(nowMs - copy.timeMs)} old, ${limit}`,
            });
    }
    return reasons;
}
function drillReasons({ drills: all }, { expectations: { rtoMs, proofMs }, nowMs }) {
    const drills = all.filter(({ timeMs }) => timeMs <= nowMs);
    const last = drills.at(-1);
    const proof = drills.findLast(({ passed }) => passed);
    const reasons = [];
    if (last !== undefined && !last.passed)
        reasons.push({
            health: 'failing',
            text: `the last drill, ${(0,_span_text_js__WEBPACK_IMPORTED_MODULE_0__.timeText)(last.timeMs)}, failed${becauseOf(last)}`,
        });
    if (proof === undefined)
        return [
            ...reasons,
            {
                health: 'never-proved',
                text: last === undefined ? 'no drill has restored it' : 'no drill has passed yet',
            },
        ];
    if (proof.restoreMs !== null && rtoMs !== null && proof.restoreMs > rtoMs)
        reasons.push({
            health: 'failing',
            text: `the last restore took ${(0,_span_text_js__WEBPACK_IMPORTED_MODULE_0__.spanText)(proof.restoreMs)}, expected at most ${(0,_span_text_js__WEBPACK_IMPORTED_MODULE_0__.spanText)(rtoMs)} (RTO)`,
        });
    if (nowMs - proof.timeMs > proofMs)
        reasons.push({
            health: 'stale',
            text: `the last drill that passed was ${(0,_span_text_js__WEBPACK_IMPORTED_MODULE_0__.spanText)(nowMs - proof.timeMs)} ago, expected at most ${(0,_span_text_js__WEBPACK_IMPORTED_MODULE_0__.spanText)(proofMs)}`,
        });
    return reasons;
}
function becauseOf({ reasons: [first] }) {
    return first === undefined ? '' : `: ${first}`;
}
function protectedReason({ drills }, { complete, nowMs }) {
    const newest = complete.at(-1);
    const proof = drills.findLast(({ passed, timeMs }) => passed && timeMs <= nowMs);
    const but = proof.leftOut.length === 0 ? '' : `, but for what the drill left out: ${proof.leftOut.join(', ')}`;
    return {
        health: 'protected',
        text: `backed up ${(0,_span_text_js__WEBPACK_IMPORTED_MODULE_0__.spanText)(nowMs - newest.timeMs)} ago, proved ${(0,_span_text_js__WEBPACK_IMPORTED_MODULE_0__.spanText)(nowMs - proof.timeMs)} ago${but}`,
    };
}


/***/ }),

/***/ 34995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ MAX_TABLES),
/* harmony export */   a: () => (/* binding */ nounOf)
/* harmony export */ });
/** Tables of a dump that a report shows: the largest. */
const MAX_TABLES = 20;
function nounOf({ backups }) {
    return backups.some(({ item }) => item.noun === 'snapshot')
        ? 'snapshot'
        : (backups[0]?.item.noun ?? 'snapshot');
}


/***/ }),

/***/ 39563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HEALTH_NAMES: () => (/* binding */ HEALTH_NAMES),
/* harmony export */   targetShort: () => (/* binding */ targetShort),
/* harmony export */   targetTitle: () => (/* binding */ targetTitle)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);

/** What a target is called, ready to show: `wiki on db1`, or its paths where it is no application in particular. */
function targetTitle({ target, hostname, paths, }) {
    return `${targetShort({ target, paths })} on ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.displayText)(hostname)}`;
}
/** The same without its host. */
function targetShort({ target, paths }) {
    return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.displayText)(target ?? `files: ${paths.join(', ')}`);
}
const HEALTH_NAMES = {
    failing: 'failing',
    stale: 'stale',
    'never-proved': 'never proved',
    protected: 'protected',
};


/***/ }),

/***/ 45446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ offSiteText)
/* harmony export */ });
/** Whether the newest is somewhere else, too, so that one fire doesn't take all; empty where there is none. */
function offSiteText({ copies, newest }) {
    if (newest === null)
        return '';
    const elsewhere = copies.filter(({ place, newest: copy }) => place.isOffSite && copy !== null);
    if (elsewhere.some((copy) => copy.newest === newest))
        return 'off-site: yes';
    return elsewhere.length > 0 ? 'off-site: older' : 'off-site: none';
}


/***/ }),

/***/ 65113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportPage: () => (/* binding */ reportPage),
  roomFor: () => (/* binding */ roomFor)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/amounts.js
var amounts = __webpack_require__(95209);
// EXTERNAL MODULE: ./build/report/span-text.js
var span_text = __webpack_require__(98699);
;// CONCATENATED MODULE: ./build/report/page/html.js
/** Text that is HTML already. Only `html` makes it, and the few places that write a constant of ours. */
class Markup {
    text;
    constructor(text) {
        this.text = text;
    }
}
/** A template of HTML: whatever is put in is escaped, in text and in quoted attributes alike, unless it is Markup. */
function html(parts, ...values) {
    let text = parts[0];
    for (const [i, value] of values.entries())
        text += markupOf(value) + parts[i + 1];
    return new Markup(text);
}
function markupOf(value) {
    if (value === null)
        return '';
    if (value instanceof Markup)
        return value.text;
    if (typeof value === 'object')
        return value.map((one) => one?.text ?? '').join('');
    return escapeHtml(String(value));
}
const ESCAPES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** Also what a browser would act on without its being markup: marks that turn the direction of text, and controls. */
function escapeHtml(text) {
    return text
        .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (character) => `\\u{${character.codePointAt(0).toString(16)}}`)
        .replace(/[&<>"']/g, (character) => ESCAPES[character]);
}

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/report/growth-text.js
var growth_text = __webpack_require__(42082);
// EXTERNAL MODULE: ./build/report/health.js
var health = __webpack_require__(25277);
// EXTERNAL MODULE: ./build/report/history.js
var report_history = __webpack_require__(34995);
// EXTERNAL MODULE: ./build/report/names.js
var names = __webpack_require__(39563);
// EXTERNAL MODULE: ./build/report/off-site-text.js
var off_site_text = __webpack_require__(45446);
// EXTERNAL MODULE: ./build/report/recovery-point.js
var recovery_point = __webpack_require__(31371);
// EXTERNAL MODULE: ./build/report/share-text.js
var share_text = __webpack_require__(51550);
;// CONCATENATED MODULE: ./build/report/page/health-mark.js


/** Never by colour alone. */
const SIGNS = {
    failing: '✕',
    stale: '◷',
    'never-proved': '?',
    protected: '✓',
};
function healthMark(health) {
    return html `<span class="mark ${health}"><span aria-hidden="true">${SIGNS[health]}</span> ${names.HEALTH_NAMES[health]}</span>`;
}

;// CONCATENATED MODULE: ./build/report/page/rpo-strip.js



/** Stretches of the period that a strip shows: of the default one, days. */
const SLOTS = 30;
const SLOT_WIDTH = 5;
const BAR_WIDTH = 4;
const HEIGHT = 18;
/** What lasted a part of a stretch is drawn lower: it is told without its colour, too. */
const HEIGHTS = {
    kept: HEIGHT,
    partly: HEIGHT,
    missed: HEIGHT,
    unknown: 9,
    before: 2,
};
const WORDS = {
    kept: 'kept',
    partly: 'partly missed',
    missed: 'missed',
    unknown: 'unknown',
    before: 'before the first backup',
};
const STATES = Object.keys(WORDS);
/** When in the period the RPO was kept, as a bar for each stretch of time; null without any backup. */
function rpoStrip({ recoveryPoints: points }, periodMs) {
    if (points === null)
        return null;
    const slots = (0,recovery_point/* recoverySlots */.zy)(points, { periodMs, count: SLOTS });
    const counts = STATES.map((state) => [state, slots.filter((one) => one === state).length])
        .filter(([, count]) => count > 0)
        .map(([state, count]) => `${count} ${WORDS[state]}`);
    const label = `RPO in ${SLOTS} stretches of ${(0,span_text.spanText)(periodMs / SLOTS)}: ${counts.join(', ')}.`;
    const shapes = STATES.map((state) => {
        const bars = slots.flatMap((one, i) => (one === state ? [barAt(i, HEIGHTS[state])] : []));
        return bars.length === 0 ? null : html `<path class="${state}" d="${bars.join('')}"/>`;
    });
    return html `<svg class="strip" viewBox="0 0 ${SLOTS * SLOT_WIDTH - 1} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${label}">${shapes}</svg>`;
}
function barAt(index, height) {
    return `M${index * SLOT_WIDTH} ${HEIGHT - height}h${BAR_WIDTH}v${height}h-${BAR_WIDTH}z`;
}

;// CONCATENATED MODULE: ./build/report/page/share-bar.js

/** How much of what is allowed is used up. The numbers beside it say the same. @param share 1: all. */
function shareBar(share) {
    const width = Math.round(100 * Math.max(0.02, Math.min(1, share)));
    return html `<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><path class="track" d="M0 0h100v4H0z"/><path class="${share > 1 ? 'missed' : 'kept'}" d="M0 0h${width}v4H0z"/></svg>`;
}

;// CONCATENATED MODULE: ./build/report/page/chart.js


function valueText(value, unit) {
    if (unit === 'bytes')
        return (0,amounts.formatBytes)(Math.round(value));
    return unit === 'ms' ? (0,span_text.spanText)(value) : (0,amounts.formatCount)(Math.round(value));
}
/**
 * At most `count` points of which none hides a peak or a dip: of each stretch of time the largest and the smallest of each
 * series stay, and the first and the last of all.
 */
function thinOut(points, count) {
    const [{ values } = { values: [] }] = points;
    if (points.length <= count)
        return points;
    const stretches = Math.max(1, Math.floor((count - 2) / (2 * Math.max(1, values.length))));
    const kept = new Set([0, points.length - 1]);
    for (let i = 0; i < stretches; i++) {
        const [from, to] = [i, i + 1].map((n) => Math.floor((n * points.length) / stretches));
        for (const series of values.keys())
            for (const index of extremesOf(points, series, from, to))
                kept.add(index);
    }
    return [...kept].sort((a, b) => a - b).map((index) => points[index]);
}
function extremesOf(points, series, from, to) {
    let [least, most] = [-1, -1];
    const at = (index) => points[index]?.values[series] ?? null;
    for (let i = from; i < to; i++) {
        const value = at(i);
        if (value === null)
            continue;
        if (least < 0 || value < at(least))
            least = i;
        if (most < 0 || value > at(most))
            most = i;
    }
    return least < 0 ? [] : [least, most];
}
/** What a person who doesn't see it is told: of each series where it began, ended, and went. */
function describeChart({ series, points, unit }) {
    const sentences = series.map((name, i) => {
        const values = points.map((point) => point.values[i] ?? null).filter((value) => value !== null);
        const [first, last] = [values[0], values.at(-1)];
        if (first === undefined || last === undefined)
            return `${name}: nothing is known.`;
        const text = (value) => valueText(value, unit);
        // Of more values than a function takes arguments, perhaps.
        const least = values.reduce((a, b) => Math.min(a, b));
        const most = values.reduce((a, b) => Math.max(a, b));
        return `${name}: from ${text(first)} to ${text(last)}, lowest ${text(least)}, highest ${text(most)}.`;
    });
    return sentences.join(' ');
}
const BYTE_FACTOR = 1024;
const TIME_STEPS_MS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 10e3, 15e3, 30e3].concat([1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 720, 1440].map((minutes) => minutes * 60_000));
/** A round step, so that three or four of them reach `most`. */
function roundStep(most, unit) {
    const least = Math.max(most, Number.EPSILON) / 4;
    if (unit === 'ms') {
        const step = TIME_STEPS_MS.find((one) => one >= least);
        if (step !== undefined)
            return step;
    }
    const base = unit === 'bytes' ? BYTE_FACTOR ** Math.floor(Math.log(Math.max(1, least)) / Math.log(BYTE_FACTOR)) : 1;
    const power = 10 ** Math.floor(Math.log10(least / base));
    const digit = [1, 2, 5, 10].find((one) => one * power * base >= least) ?? 10;
    // 1000 MiB aren't round, 1 GiB is.
    const step = unit === 'bytes' && digit * power >= 1000 ? base * BYTE_FACTOR : digit * power * base;
    return base === 1 ? Math.max(1, step) : step;
}

;// CONCATENATED MODULE: ./build/report/page/sparkline.js


const WIDTH = 96;
const sparkline_HEIGHT = 20;
const MAX_POINTS = 16;
/** How the size went, at a glance, from its own lowest to its own highest. The part of the target has a chart with numbers. */
function sizeSparkline({ history }) {
    const points = history.backups
        .filter(({ item }) => item.complete && item.sizeBytes !== null)
        .map(({ item, timeMs }) => ({ timeMs, values: [item.sizeBytes] }));
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined || last.timeMs <= first.timeMs)
        return null;
    const thin = thinOut(points, MAX_POINTS);
    const values = thin.map(({ values: [value] }) => value ?? 0);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const x = (timeMs) => Math.round(((timeMs - first.timeMs) / (last.timeMs - first.timeMs)) * WIDTH);
    const y = (value) => Math.round((1 - (most > least ? (value - least) / (most - least) : 0.5)) * sparkline_HEIGHT);
    const line = thin.map(({ timeMs }, i) => `${i === 0 ? 'M' : 'L'}${x(timeMs)} ${y(values[i])}`);
    return html `<svg class="spark" viewBox="-1 -1 ${WIDTH + 2} ${sparkline_HEIGHT + 2}" aria-hidden="true"><path d="${line.join('')}"/></svg>`;
}

;// CONCATENATED MODULE: ./build/report/page/overview.js















/** A row for each target. */
function overview(report) {
    const heads = COLUMNS.map(({ title }) => html `<th scope="col" role="columnheader">${title}</th>`);
    return html `<p class="search" hidden><label>Search <input type="search" id="search" autocomplete="off" placeholder="name, host, state"></label> <span id="found" role="status"></span></p>
<div class="scroll card" tabindex="0" role="group" aria-labelledby="overview">
<table class="overview" role="table" aria-labelledby="overview"><thead role="rowgroup"><tr role="row">${heads}</tr></thead><tbody role="rowgroup">
${report.targets.map((facts, i) => row(facts, { index: i, report }))}</tbody></table></div>
${stripKey()}
`;
}
/** What the colours of the strips are: their labels say it of each in words. */
function stripKey() {
    const words = [
        ['kept', 'RPO kept'],
        ['partly', 'missed for a part'],
        ['missed', 'missed'],
        ['unknown', 'unknown: backups may have been removed'],
    ];
    return html `<p class="strip-key note">RPO kept over time:${words.map(([state, text]) => html ` <span class="swatch ${state}">${text}</span>`)}</p>`;
}
const NOTHING = html `<span class="none">none</span>`;
/** Sorts what isn't known behind all that is. */
const LAST = Number.MAX_SAFE_INTEGER;
const COLUMNS = [
    {
        title: 'Target',
        cell: ({ history }, { index }) => html `<a href="#t${index + 1}">${(0,names.targetShort)(history)}</a> <small>${(0,bytestring.displayText)(history.hostname)}</small>`,
        key: ({ history }) => (0,names.targetShort)(history),
    },
    {
        title: 'Health',
        cell: ({ judgement: { health, reasons } }) => html `${healthMark(health)} <small class="why">${reasons[0]?.text ?? ''}${reasons.length > 1 ? ` (and ${reasons.length - 1} more)` : ''}</small>`,
        key: ({ judgement }) => health/* HEALTHS */.e.indexOf(judgement.health),
    },
    {
        title: 'Last backup',
        cell: ({ newest, ageMs, expectations: { rpoMs } }) => newest === null || ageMs === null
            ? NOTHING
            : html `<time datetime="${dateTime(newest.timeMs)}" title="${(0,span_text.timeText)(newest.timeMs)}">${(0,span_text.spanText)(ageMs)} ago</time> ${shareBar(ageMs / rpoMs)}<small>RPO ${(0,span_text.spanText)(rpoMs)}</small>`,
        key: ({ ageMs }) => ageMs ?? LAST,
    },
    {
        title: 'RPO kept',
        cell: (facts, { report }) => html `${(0,share_text.shareText)(facts)} ${rpoStrip(facts, report.periodMs)}`,
        key: ({ recoveryPoints }) => (recoveryPoints === null ? -1 : (0,recovery_point/* keptShare */.ui)(recoveryPoints).least),
    },
    {
        title: 'Last drill',
        cell: ({ lastDrill }, { report }) => lastDrill === null
            ? NOTHING
            : html `<span class="${lastDrill.passed ? 'good' : 'bad'}">${lastDrill.passed ? '✓ passed' : '✕ failed'}</span> <small><time datetime="${dateTime(lastDrill.timeMs)}" title="${(0,span_text.timeText)(lastDrill.timeMs)}">${(0,span_text.spanText)(report.nowMs - lastDrill.timeMs)} ago</time></small>`,
        key: ({ lastDrill }) => -(lastDrill?.timeMs ?? -LAST),
    },
    {
        title: 'Restore',
        cell: ({ lastProof, expectations: { rtoMs } }) => lastProof?.restoreMs == null
            ? html `– <small>${rtoMs === null ? 'no RTO given' : `RTO ${(0,span_text.spanText)(rtoMs)}`}</small>`
            : html `${(0,span_text.spanText)(lastProof.restoreMs)} ${rtoMs === null ? null : shareBar(lastProof.restoreMs / rtoMs)}<small>${rtoMs === null ? 'no RTO given' : `RTO ${(0,span_text.spanText)(rtoMs)}`}</small>`,
        key: ({ lastProof }) => lastProof?.restoreMs ?? LAST,
    },
    {
        title: 'Downtime',
        cell: ({ downtime }) => html `${downtime === null ? '–' : (0,span_text.spanText)(downtime.last)}`,
        key: ({ downtime }) => downtime?.last ?? -1,
    },
    {
        title: 'Size',
        cell: (facts) => html `${facts.newest?.item.sizeBytes == null ? '–' : (0,amounts.formatBytes)(facts.newest.item.sizeBytes)} ${sizeSparkline(facts)}<small>${(0,growth_text/* growthText */.b)(facts.growthPerDay)}</small>`,
        key: ({ newest }) => newest?.item.sizeBytes ?? -1,
    },
    {
        title: 'Kept',
        cell: (facts) => {
            const { history, retention, copies } = facts;
            const goes = retention?.goes.size ?? 0;
            const rest = [(0,off_site_text/* offSiteText */.K)(facts), goes === 0 ? '' : `${goes} would go`].filter((part) => part !== '');
            return html `${(0,amounts.formatCounted)(history.backups.length, (0,report_history/* nounOf */.a)(history))} <small>newest in ${inPlaces(facts)} of ${copies.length}</small>${rest.length === 0 ? null : html ` <small>${rest.join(', ')}</small>`}`;
        },
        key: ({ history }) => history.backups.length,
    },
];
function dateTime(ms) {
    const date = new Date(ms);
    return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
function inPlaces({ copies, newest }) {
    return copies.filter((copy) => copy.newest !== null && copy.newest === newest).length;
}
function row(facts, place) {
    const cells = COLUMNS.map(({ title, cell, key }) => html `<td role="cell" data-l="${title}" data-v="${key(facts)}">${cell(facts, place)}</td>`);
    return html `<tr role="row" class="${facts.judgement.health}" data-h="${facts.judgement.health}">${cells}</tr>
`;
}

;// CONCATENATED MODULE: ./build/report/page/script.js
/**
 * What the page can do besides being read: search, sort, and open the part that a link leads to. Without it all stands there
 * as well. It makes no markup of any text.
 */
const SCRIPT = `'use strict';
const table = document.querySelector('.overview');
const body = table.tBodies[0];
const rows = [...body.rows];
const search = document.getElementById('search');
const found = document.getElementById('found');
search.closest('p').hidden = false;
let only = null;
const show = () => {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let count = 0;
  for (const row of rows) {
    const text = row.textContent.toLowerCase();
    row.hidden = !words.every((word) => text.includes(word)) || (only !== null && row.dataset.h !== only);
    if (!row.hidden) count++;
  }
  found.textContent = words.length || only !== null ? count + ' of ' + rows.length : '';
};
search.addEventListener('input', show);
show();
const counts = [...document.querySelectorAll('.counts li')];
for (const item of counts) {
  const button = document.createElement('button');
  button.type = 'button';
  button.append(...item.childNodes);
  button.setAttribute('aria-pressed', 'false');
  item.append(button);
  button.addEventListener('click', () => {
    only = only === item.dataset.h ? null : item.dataset.h;
    for (const other of counts) other.firstChild.setAttribute('aria-pressed', String(other.dataset.h === only));
    show();
  });
}
const order = new Intl.Collator(undefined, { numeric: true });
for (const [index, head] of [...table.tHead.rows[0].cells].entries()) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = head.textContent;
  head.replaceChildren(button);
  button.addEventListener('click', () => {
    const descending = head.getAttribute('aria-sort') === 'ascending';
    for (const other of head.parentElement.cells) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    const key = (row) => row.cells[index].dataset.v;
    const compare = (a, b) => (index === 0 ? order.compare(key(a), key(b)) : Number(key(a)) - Number(key(b)));
    body.append(...rows.sort((a, b) => (descending ? -compare(a, b) : compare(a, b))));
  });
}
const reveal = () => {
  const part = location.hash && document.getElementById(location.hash.slice(1));
  const details = part && part.closest('details');
  if (!details) return;
  details.open = true;
  part.focus({ preventScroll: true });
  details.scrollIntoView();
};
addEventListener('hashchange', reveal);
reveal();
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('.target[open] details')) if (!details.closest('figure')) details.open = true;
});
`;

;// CONCATENATED MODULE: ./build/report/page/style.js
/** The page's one style. Colours are named once, for light and for dark; each on its ground has the contrast of WCAG AA. */
const STYLE = `
:root{color-scheme:light dark;--ground:#f4f6f8;--raised:#fff;--text:#171b20;--soft:#55606c;--line:#dde2e8;--link:#0a58ad;
--good:#12662b;--warn:#7a4b00;--bad:#b3231b;--open:#5a3fa0;--good-t:#e4f3e8;--warn-t:#fcf0da;--bad-t:#fce9e7;--open-t:#eeeafb;
--fill-good:#2da44e;--fill-warn:#e0a21b;--fill-bad:#d6453b;--fill-open:#8a6fe0;--fill-none:#c6cdd5;--series-1:#0b6bcb;--series-2:#b35900;--series-3:#12662b;--shade:0 1px 2px #1b1f241a}
@media (prefers-color-scheme:dark){:root{--ground:#0f1216;--raised:#181c22;--text:#e8ebef;--soft:#a3aeba;--line:#2c333c;--link:#7db7ff;
--good:#74d692;--warn:#f0b95b;--bad:#ff9a91;--open:#c3b1ff;--good-t:#12301c;--warn-t:#38290c;--bad-t:#3d1b19;--open-t:#291f47;
--fill-good:#3fb960;--fill-warn:#e0a21b;--fill-bad:#f0655b;--fill-open:#9d84f0;--fill-none:#49525d;--series-1:#6cb0ff;--series-2:#ffb066;--series-3:#74d692;--shade:none}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:90rem;padding:1.5rem clamp(.75rem,3vw,2.5rem) 4rem;background:var(--ground);color:var(--text);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:clamp(1.5rem,1.1rem + 1.8vw,2.3rem);font-weight:700;line-height:1.15;letter-spacing:-.015em;margin:0;text-wrap:balance}h2{display:inline;font-size:1.2rem}.parts{display:block;margin:2.5rem 0 .5rem;font-size:1.3rem}
h3{font-size:1.05rem;margin:2rem 0 .5rem}h4{font-size:.9rem;margin:.5rem 0}
a{color:var(--link)}small,.note,figcaption,.lead{color:var(--soft)}small{font-size:.82rem}code{font:.88em ui-monospace,monospace}.lead{margin:.4rem 0 0}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.card,.target,.counts li,.tiles>div,figure{background:var(--raised);border:1px solid var(--line);border-radius:.6rem;box-shadow:var(--shade)}
.failing{--c:var(--bad);--t:var(--bad-t);--f:var(--fill-bad)}.stale{--c:var(--warn);--t:var(--warn-t);--f:var(--fill-warn)}.never-proved{--c:var(--open);--t:var(--open-t);--f:var(--fill-open)}.protected{--c:var(--good);--t:var(--good-t);--f:var(--fill-good)}
.verdict{border-left:.5rem solid var(--f);padding:.2rem 0 .2rem 1.1rem;margin-bottom:1.25rem}.proportions{display:block;width:100%;height:.55rem;border-radius:1rem;margin-top:1rem}.proportions path{fill:var(--f)}
.mark{color:var(--c);background:var(--t);font-weight:600;white-space:nowrap;border-radius:1rem;padding:.1rem .6rem;font-size:.9rem}.good{color:var(--good)}.bad{color:var(--bad)}.good,.bad{font-weight:600;white-space:nowrap}
.counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.75rem;list-style:none;padding:0;margin:0 0 1.5rem}
.counts li{padding:.7rem 1rem}.counts li:has(button){padding:0}.counts button{font:inherit;color:inherit;text-align:left;background:none;border:0;border-radius:.6rem;padding:.7rem 1rem;width:100%;cursor:pointer}
.counts button:hover{background:var(--t)}.counts button[aria-pressed=true]{box-shadow:inset 0 0 0 .15rem var(--c)}.counts b{display:block;font-size:2rem;line-height:1.15;font-variant-numeric:tabular-nums}.counts .zero b{color:var(--soft);font-weight:400}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .6rem;border-bottom:1px solid var(--line)}thead th{color:var(--soft);font-weight:600;white-space:nowrap}tbody tr:last-child>*{border-bottom:0}
tbody th{font-weight:400}.n,figure td{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}th.n{text-align:right}
.overview td{padding-block:.75rem;font-variant-numeric:tabular-nums}.overview td small{display:block;line-height:1.35}.overview td:nth-child(1){min-width:10rem}.overview td:nth-child(2){min-width:12.5rem}.overview td:nth-child(n+3){white-space:nowrap}.overview td:last-child{white-space:normal;min-width:7.5rem}.overview td:nth-child(1) a{font-weight:600}
.overview th button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;white-space:nowrap}.overview tbody tr:hover{background:var(--ground)}.overview td:first-child{box-shadow:inset .25rem 0 var(--f);padding-left:.9rem}
.overview th{padding-right:1.1rem}.overview th button{position:relative}th button::after{content:"↕";position:absolute;left:calc(100% + .15rem);opacity:.5}th[aria-sort=ascending] button::after{content:"↑";opacity:1}th[aria-sort=descending] button::after{content:"↓";opacity:1}
input{font:inherit;color:inherit;background:var(--raised);border:1px solid var(--soft);border-radius:.5rem;padding:.4rem .7rem;width:min(22rem,100%)}
svg{display:block}.strip{width:7.4rem;height:1.1rem;margin:.2rem 0}.bar{width:4.8rem;height:.3rem;border-radius:1rem;margin:.3rem 0 .15rem}.spark{width:4.8rem;height:1.25rem;margin:.1rem 0}.spark path{fill:none;stroke:var(--series-1);stroke-width:1.5;vector-effect:non-scaling-stroke}
.kept{fill:var(--fill-good);--s:var(--fill-good)}.partly{fill:var(--fill-warn);--s:var(--fill-warn)}.missed{fill:var(--fill-bad);--s:var(--fill-bad)}.unknown,.before,.track{fill:var(--fill-none);--s:var(--fill-none)}.track{fill:var(--line)}
.strip-key{font-size:.82rem;margin:.6rem 0 0}.swatch::before{content:"";display:inline-block;width:.7em;height:.7em;border-radius:.15em;margin:0 .35em 0 .8em;background:var(--s)}
.why::first-letter{text-transform:uppercase}.empty{padding:.9rem 1.1rem}.target{margin:1rem 0;border-left:.3rem solid var(--f);content-visibility:auto;contain-intrinsic-size:auto 4rem}
.target>summary{padding:.9rem 1.1rem}.target>div{padding:0 1.1rem 1.2rem}.target>div:focus{outline:0}summary{cursor:pointer}details details{margin:.35rem 0}
.reasons{margin:.2rem 0 1rem;padding-left:1.2rem}dl{margin:0}dt{color:var(--soft)}dd{margin:0}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,9rem),1fr));gap:.75rem}.tiles>div{padding:.6rem .85rem;background:var(--ground);box-shadow:none}.tiles dt{font-size:.85rem}.tiles b{display:block;font-size:1.1rem;line-height:1.3;font-variant-numeric:tabular-nums}.tiles small{display:block;line-height:1.35}.tiles .bar,.tiles .strip{width:100%}
.facts{columns:2 30rem;column-gap:2rem;margin-top:1rem;font-size:.92rem}.facts div{display:grid;grid-template-columns:5.5rem 1fr;gap:.5rem;padding:.15rem 0;break-inside:avoid}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,23rem),1fr));gap:.75rem;margin-top:1.25rem}
figure{margin:0;padding:.7rem .8rem;box-shadow:none}figure svg{width:100%;height:auto;margin:.3rem 0}figure svg text{font:11px system-ui,sans-serif}figcaption{color:var(--text);font-weight:600;font-size:.92rem}figure summary{color:var(--soft);font-size:.85rem}
.key{color:var(--soft);font-weight:400;white-space:nowrap}.key::before{content:"";display:inline-block;width:.9em;height:.25em;margin:0 .35em .2em .6em;background:var(--k)}.s1{--k:var(--series-1)}.s2{--k:var(--series-2)}.s3{--k:var(--series-3)}.limit{--k:var(--bad)}
.lists{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:0 1.5rem;padding:.3rem 1rem .7rem;box-shadow:none}.lists ul{margin:0;padding-left:1.2rem;font-size:.92rem}
.warnings{border-left:.5rem solid var(--fill-warn);background:var(--warn-t);border-radius:.3rem;padding:.5rem 1.1rem;margin-bottom:1.25rem}
@media screen and (min-width:85rem){.overview td:last-child{min-width:11.5rem}.scroll.card{overflow:visible}.overview thead th{position:sticky;top:0;background:var(--raised);z-index:1;border-radius:.6rem}}
@media screen and (max-width:68rem){.scroll.card{background:none;border:0;box-shadow:none;overflow:visible}.overview,.overview tbody{display:block}.overview thead{position:absolute;clip-path:inset(50%);height:1px;overflow:hidden;width:1px}
.overview tbody{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,21rem),1fr));gap:.75rem}.overview tbody tr:hover{background:var(--raised)}
.overview tr[hidden]{display:none}.overview tr{display:grid;grid-template-columns:1fr 1fr;gap:.1rem .75rem;background:var(--raised);border:1px solid var(--line);border-left:.3rem solid var(--f);border-radius:.6rem;padding:.7rem .9rem;align-content:start}
.overview td,.overview td:nth-child(n){border:0;box-shadow:none;padding:.25rem 0;min-width:0;white-space:normal}.overview td:nth-child(-n+2){grid-column:1/-1}.overview td:nth-child(n+3)::before{content:attr(data-l);display:block;color:var(--soft);font-size:.82rem}.overview .strip{max-width:12rem}}
@media print{:root{color-scheme:light;--ground:#fff;--raised:#fff;--text:#000;--soft:#444;--line:#bbb;--link:#000;--good:#12662b;--warn:#7a4b00;--bad:#b3231b;--open:#5a3fa0;--good-t:#fff;--warn-t:#fff;--bad-t:#fff;--open-t:#fff;--series-1:#0b6bcb;--series-2:#b35900;--series-3:#12662b;--shade:none;
--fill-good:#2da44e;--fill-warn:#e0a21b;--fill-bad:#d6453b;--fill-open:#8a6fe0;--fill-none:#c6cdd5}
@page{margin:12mm}body{max-width:none;padding:0;font-size:9pt}.search,figure details,th button::after,.target:not([open]),.parts:not(:has(~.target[open])){display:none}.target{content-visibility:visible;border:0;break-before:page;border-radius:0}.parts+.target{break-before:auto}.parts{break-before:page}
.overview{font-size:7.5pt}.overview{table-layout:fixed}.overview thead th{white-space:normal}.overview th,.overview td,.overview td:nth-child(n){padding:.35rem .3rem;min-width:0;width:9.5%;white-space:normal}.overview th:nth-child(1){width:13%}.overview th:nth-child(2){width:21%}.overview .mark{font-size:inherit;padding:0}.overview small{font-size:7pt}.overview .strip,.overview .bar,.overview .spark{width:100%}.scroll.card{border:0;overflow:visible}.overview tbody tr{break-inside:avoid}.overview td:first-child{padding-left:.6rem}.target>summary,.target>div{padding-inline:0}figure,tr,.tiles>div,.counts li{break-inside:avoid}h3{break-after:avoid}.scroll{overflow:visible}a{text-decoration:none}
svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}.charts{grid-template-columns:1fr 1fr}.tiles{grid-template-columns:repeat(3,1fr)}.counts{grid-template-columns:repeat(4,1fr)}.counts button,.counts li{padding:.3rem .6rem}.swatch::before,.key::before,.verdict{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;

// EXTERNAL MODULE: ./build/retention/item.js
var retention_item = __webpack_require__(1298);
;// CONCATENATED MODULE: ./build/report/page/evidence-parts.js






/** Backups that are seen at once: the others are a click away. */
const SHOWN_AT_ONCE = 10;
/** The newest so many, and how many there are beside. */
function backupsTable(facts, count) {
    const { backups } = facts.history;
    const shown = backups.slice(-count).toReversed();
    const [first, others] = [shown.slice(0, SHOWN_AT_ONCE), shown.slice(SHOWN_AT_ONCE)];
    const more = backups.length - shown.length;
    const noun = (0,report_history/* nounOf */.a)(facts.history);
    const title = noun === 'snapshot' ? 'Snapshots' : 'Archives';
    const note = html `<p class="note">${(0,amounts.formatCounted)(more, `older ${noun}`)}: <code>holdfast ${noun}s</code> lists all.</p>`;
    return html `<h3>${title}</h3>
${table(facts, first, `${title}, the newest`)}${others.length === 0
        ? null
        : html `<details><summary>${(0,amounts.formatCounted)(others.length, `earlier ${noun}`)}</summary>${table(facts, others, `${title}, earlier ones`)}</details>`}${more > 0 ? note : null}`;
}
function table({ retention }, shown, label) {
    const rows = shown.map(({ item, timeMs, durationMs, storedBytes, details, }) => html `<tr><th scope="row"><code>${(0,bytestring.displayText)((0,retention_item/* shownId */.f)(item.id))}</code></th><td>${(0,span_text.isoMinute)(timeMs)}</td><td class="n">${item.sizeBytes === null ? '' : (0,amounts.formatBytes)(item.sizeBytes)}</td><td class="n">${storedBytes === null ? '' : (0,amounts.formatBytes)(Math.round(storedBytes))}</td><td class="n">${durationMs === null ? '' : (0,span_text.spanText)(durationMs)}</td><td>${notesOf(item, details, retention?.goes.has(item.id) ?? false)}</td></tr>
`);
    return html `<div class="scroll" tabindex="0" role="group" aria-label="${label}"><table><thead><tr><th scope="col">ID</th><th scope="col">Time (UTC)</th><th scope="col" class="n">Size</th><th scope="col" class="n">Stored</th><th scope="col" class="n">Took</th><th scope="col">Notes</th></tr></thead><tbody>
${rows}</tbody></table></div>
`;
}
function notesOf({ complete, keptBecause, tags }, details, goes) {
    const own = tags.filter((tag) => !tag.startsWith('holdfast:') && tag !== 'incomplete');
    return [
        complete ? null : 'incomplete',
        details !== null && details.problems > 0
            ? `${(0,amounts.formatCounted)(details.problems, 'entry', 'entries')} not as on the host`
            : null,
        keptBecause === null ? null : `kept: ${(0,bytestring.displayText)(keptBecause)}`,
        goes ? 'would go' : null,
        own.length === 0 ? null : own.map(bytestring.displayText).join(', '),
    ]
        .filter((note) => note !== null)
        .join('; ');
}
function changesPart({ changes }) {
    if (changes === null)
        return null;
    const { before, after, added, changed, gone } = changes;
    return html `<h3>What changed</h3><p>From <code>${(0,bytestring.displayText)((0,retention_item/* shownId */.f)(before))}</code> to <code>${(0,bytestring.displayText)((0,retention_item/* shownId */.f)(after))}</code>: ${(0,amounts.formatCount)(added)} added, ${(0,amounts.formatCount)(changed)} changed, ${(0,amounts.formatCount)(gone)} gone.</p>
<div class="lists card">${filesList('Largest of them', changes.largest)}${filesList('Last modified', changes.newest)}${filesList('Gone', changes.lost)}</div>`;
}
function filesList(title, files) {
    if (files.length === 0)
        return null;
    const items = files.map(({ path, sizeBytes, modifiedMs }) => html `<li><code>${path}</code> <small>${(0,amounts.formatBytes)(sizeBytes)}, ${(0,span_text.timeText)(modifiedMs)}</small></li>`);
    return html `<div><h4>${title}</h4><ul>${items}</ul></div>`;
}
/** The tables of the newest dumps, with what they had before. */
function tablesPart({ backups }) {
    const counted = backups.filter(({ item, details }) => item.complete && details?.dumps.some(({ rows }) => rows !== null));
    const [newest, before] = [counted.at(-1), counted.at(-2)];
    if (newest === undefined)
        return null;
    const rows = (newest.details?.dumps ?? []).flatMap(({ name, tables }) => tables.map(({ name: table, rows: count }) => {
        const was = before?.details?.dumps
            .find((one) => one.name === name)
            ?.tables.find((one) => one.name === table)?.rows;
        return html `<tr><td>${(0,bytestring.displayText)(name)}</td><th scope="row">${table}</th><td class="n">${(0,amounts.formatCount)(count)}</td><td class="n">${was === undefined ? '' : (0,amounts.formatCount)(was)}</td><td class="n">${was === undefined ? '' : differenceText(count - was)}</td></tr>
`;
    }));
    return html `<h3>Table rows</h3><div class="scroll" tabindex="0" role="group" aria-label="Table rows"><table><thead><tr><th scope="col">Dump</th><th scope="col">Table</th><th scope="col" class="n">Rows</th><th scope="col" class="n">Before</th><th scope="col" class="n">Change</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
function differenceText(rows) {
    if (rows === 0)
        return '±0';
    return `${rows < 0 ? '−' : '+'}${(0,amounts.formatCount)(Math.abs(rows))}`;
}
/** Drills that a page shows of each target: the newest. */
const MAX_DRILLS = 8;
const RESULTS = { passed: '✓ passed', failed: '✕ failed', 'could-not-run': '✕ could not run' };
function drillsPart({ drills }) {
    if (drills.length === 0)
        return html `<h3>Drills</h3><p>None: no drill has restored it. <code>holdfast drill</code>, or the workflow for it, makes one.</p>`;
    const parts = drills
        .slice(-MAX_DRILLS)
        .toReversed()
        .map(({ timeMs, passed, snapshotId, reasons, restoreMs, checks }, i) => html `<details${i === 0 ? html ` open` : null}><summary>${(0,span_text.timeText)(timeMs)}: <span class="${passed ? 'good' : 'bad'}">${passed ? '✓ passed' : '✕ failed'}</span></summary>
<p>Snapshot <code>${(0,bytestring.displayText)((0,retention_item/* shownId */.f)(snapshotId))}</code>${restoreMs === null ? null : html `, restored in ${(0,span_text.spanText)(restoreMs)}`}.</p>${reasons.length === 0 ? null : html `<ul>${reasons.map((reason) => html `<li>${reason}</li>`)}</ul>`}
<div class="scroll" tabindex="0" role="group" aria-label="Checks of ${(0,span_text.timeText)(timeMs)}"><table><thead><tr><th scope="col">Check</th><th scope="col">Result</th><th scope="col">Expected</th><th scope="col">Found</th></tr></thead><tbody>${checks.map((check) => html `<tr><th scope="row">${check.name}</th><td class="${check.result === 'passed' ? 'good' : 'bad'}">${RESULTS[check.result]}</td><td>${check.expected}</td><td>${check.found}</td></tr>
`)}</tbody></table></div></details>`);
    const more = drills.length - MAX_DRILLS;
    return html `<h3>Drills</h3>${parts}${more > 0 ? html `<p class="note">${(0,amounts.formatCounted)(more, 'earlier drill')}.</p>` : null}`;
}
/** Restores that a page shows of each target: the newest. */
const MAX_RESTORES = 8;
/** What was put back in earnest; nothing where nothing was. */
function restoresPart({ restores }) {
    if (restores.length === 0)
        return null;
    const rows = restores
        .slice(-MAX_RESTORES)
        .toReversed()
        .map(({ timeMs, succeeded, snapshotId, what, to, lines, }) => html `<tr><th scope="row">${(0,span_text.timeText)(timeMs)}</th><td>${succeeded ? 'restored' : 'failed'}</td><td>${what}</td><td><code>${(0,bytestring.displayText)((0,retention_item/* shownId */.f)(snapshotId))}</code></td><td>${to}</td><td>${lines.join('; ')}</td></tr>
`);
    const more = restores.length - MAX_RESTORES;
    return html `<h3>Restores</h3><div class="scroll" tabindex="0" role="group" aria-label="Restores"><table><thead><tr><th scope="col">When</th><th scope="col">Result</th><th scope="col">What</th><th scope="col">Snapshot</th><th scope="col">To</th><th scope="col">Done</th></tr></thead><tbody>${rows}</tbody></table></div>${more > 0 ? html `<p class="note">${(0,amounts.formatCounted)(more, 'earlier restore')}.</p>` : null}`;
}

;// CONCATENATED MODULE: ./build/report/page/draw-chart.js

/** What a chart is wide where three stand side by side: its text is then as large as that beside it. */
const CHART_WIDTH = 400;
const CHART_HEIGHT = 170;
/** In the order of the series. The page's style says what they are in light and in dark. */
const SERIES_COLOURS = ['var(--series-1)', 'var(--series-2)', 'var(--series-3)'];
/** Where the lines are drawn: beside and below it stand the scales' words. */
const PLOT = { left: 60, right: CHART_WIDTH - 36, top: 10, bottom: CHART_HEIGHT - 24 };
/** The shapes of a chart, to stand in an `<svg>` of CHART_WIDTH × CHART_HEIGHT. */
function drawChart(chart, engine) {
    const { points, limit, unit } = chart;
    const most = Math.max(1, limit ?? 0, ...points.flatMap(({ values }) => values.map((value) => value ?? 0)));
    const step = roundStep(most, unit);
    const [firstMs, lastMs] = [points[0]?.timeMs ?? 0, points.at(-1)?.timeMs ?? 0];
    const frame = { firstMs, spanMs: Math.max(1, lastMs - firstMs), step, top: Math.ceil(most / step) * step };
    return drawScales(frame, unit) + plainShapes(engine.render(optionOf(chart, frame)));
}
/** Of the time axis: both ends, and between them. */
const DATES = 4;
/** Lines across, with what they stand for, and dates below. ECharts' axes are the half of what drawing a chart takes it. */
function drawScales({ firstMs, spanMs, step, top }, unit) {
    const count = Math.round(top / step);
    const y = (i) => PLOT.bottom - (i / count) * (PLOT.bottom - PLOT.top);
    const x = (i) => PLOT.left + (i / (DATES - 1)) * (PLOT.right - PLOT.left);
    const values = Array.from({ length: count + 1 }, (_, i) => label(axisText(i * step, unit), PLOT.left - 6, y(i) + 4));
    const dates = Array.from({ length: DATES }, (_, i) => label(dateText(firstMs + (i * spanMs) / (DATES - 1), spanMs), x(i), PLOT.bottom + 16));
    const lines = values.map((_, i) => `M${PLOT.left} ${shorter(String(y(i)))}H${PLOT.right}`).join('');
    return `<path d="${lines}" fill="none" stroke="var(--line)"/><g fill="var(--soft)" text-anchor="end">${values.join('')}</g><g fill="var(--soft)" text-anchor="middle">${dates.join('')}</g>`;
}
/** @param text Ours: digits and units. */
function label(text, x, y) {
    return `<text x="${shorter(String(x))}" y="${shorter(String(y))}">${text}</text>`;
}
function optionOf({ series, points, limit }, { firstMs, spanMs, top }) {
    const limitLine = limit === null ? [] : [[0, limit], [spanMs, limit]];
    const { left, top: up } = PLOT;
    return {
        animation: false,
        grid: {
            ...{ left, top: up, right: CHART_WIDTH - PLOT.right, bottom: CHART_HEIGHT - PLOT.bottom },
            outerBoundsMode: 'none',
        },
        xAxis: { type: 'value', min: 0, max: spanMs, show: false },
        yAxis: { type: 'value', min: 0, max: top, show: false },
        series: [
            ...series.map((_, i) => lineOf(points.map(({ timeMs, values }) => [timeMs - firstMs, values[i] ?? null]), { color: SERIES_COLOURS[i], width: 2, type: 'solid', filled: series.length === 1 })),
            ...(limit === null
                ? []
                : [lineOf(limitLine, { color: 'var(--bad)', width: 1, type: 'dashed', filled: false })]),
        ],
    };
}
/** So many points have a mark each. */
const MAX_MARKED_POINTS = 12;
function lineOf(data, { filled, ...lineStyle }) {
    return {
        type: 'line',
        data,
        lineStyle,
        ...{ silent: true, clip: false, emphasis: { disabled: true }, connectNulls: true },
        // A mark on each is an element on each; few points are seen by their marks.
        showSymbol: lineStyle.type === 'solid' && data.length <= MAX_MARKED_POINTS,
        symbol: 'circle',
        symbolSize: 5,
        itemStyle: { color: lineStyle.color },
        ...(filled ? { areaStyle: { color: lineStyle.color, opacity: 0.14 } } : {}),
    };
}
/** `600 MiB`: steps are round. */
function axisText(value, unit) {
    return value === 0 ? '0' : valueText(value, unit).replace('.0 ', ' ');
}
const TWO_DAYS_MS = 2 * 86_400_000;
function dateText(ms, spanMs) {
    const iso = new Date(ms).toISOString();
    return spanMs < TWO_DAYS_MS ? iso.slice(11, 16) : iso.slice(0, 10);
}
const SHAPE = /<(path|text|circle)\b([^>]*)>([^<]*)/g;
const ATTRIBUTE = /\s([\w:-]+)="([^"<>]*)"/g;
/** What a shape needs: no `style`, which the page's policy refuses, no class, no ID, no handler. */
const KEPT_ATTRIBUTES = new Set([
    ...[
        'd',
        'x',
        'y',
        'cx',
        'cy',
        'r',
        'transform',
        'fill',
        'fill-opacity',
        'stroke',
        'stroke-width',
        'stroke-dasharray',
    ],
    ...['text-anchor', 'dominant-baseline'],
]);
/** Of ECharts' SVG the shapes alone, with the attributes that are known: all else, whatever it would be, is left out. */
function plainShapes(svg) {
    const drawn = svg.replace(/<defs[\s\S]*?<\/defs>|<style[\s\S]*?<\/style>/g, '');
    return [...drawn.matchAll(SHAPE)]
        .map(([, name = '', attributes = '', text = '']) => {
        const kept = [...attributes.matchAll(ATTRIBUTE)].filter(([, key = '']) => KEPT_ATTRIBUTES.has(key));
        const list = kept.map(([, key, value = '']) => ` ${key}="${shorter(value)}"`).join('');
        return name === 'text' ? `<text${list}>${text}</text>` : `<${name}${list}/>`;
    })
        .join('');
}
/** A tenth of a pixel is enough. */
function shorter(value) {
    return value.replace(/\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10));
}

;// CONCATENATED MODULE: ./build/report/page/figure.js




/** A chart with its legend, its words for who doesn't see it, and its numbers as a table. */
function figure(chart, engine, room) {
    const drawn = { ...chart, points: thinOut(chart.points, room.pointsPerChart) };
    const thin = { points: thinOut(chart.points, room.numbersPerChart) };
    const box = `0 0 ${CHART_WIDTH} ${CHART_HEIGHT}`;
    return html `<figure><figcaption>${chart.title}${legend(chart)}</figcaption>
<svg viewBox="${box}" role="img" aria-label="${chart.title}. ${describeChart(chart)}">${new Markup(drawChart(drawn, engine))}</svg>
<details><summary>Numbers</summary><div class="scroll" tabindex="0" role="group" aria-label="Numbers: ${chart.title}"><table><thead><tr><th scope="col">Time (UTC)</th>${chart.series.map((name) => html `<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${thin.points.map((point) => html `<tr><th scope="row">${(0,span_text.isoMinute)(point.timeMs)}</th>${cells(point.values, chart)}</tr>`)}</tbody></table></div>${thin.points.length < chart.points.length ? html `<p>${thin.points.length} of ${chart.points.length}: highs and lows of each stretch of time.</p>` : null}</details></figure>
`;
}
function cells(values, { unit }) {
    return values.map((value) => html `<td>${value === null ? '' : valueText(value, unit)}</td>`);
}
function legend({ series, limit }) {
    if (series.length === 1 && limit === null)
        return null;
    const names = series.map((name, i) => html ` <span class="key s${i + 1}">${name}</span>`);
    return html `${names}${limit === null ? null : html ` <span class="key limit">Expected at most</span>`}`;
}

;// CONCATENATED MODULE: ./build/report/page/target-charts.js
/** Those of which there is something to draw, at two times at least, the most telling first. */
function chartsOf({ history, expectations }) {
    const complete = history.backups.filter(({ item }) => item.complete);
    const of = (...values) => complete.map((backup) => ({ timeMs: backup.timeMs, values: values.map((value) => value(backup)) }));
    const charts = [
        {
            title: 'Size of what it holds',
            unit: 'bytes',
            series: ['Size'],
            points: of(({ item }) => item.sizeBytes),
            limit: null,
        },
        {
            ...{ title: 'Added by each backup', unit: 'bytes', series: ['Added', 'Stored'], limit: null },
            points: of(({ addedBytes }) => addedBytes, ({ storedBytes }) => storedBytes),
        },
        {
            ...{ title: 'Duration of backups', unit: 'ms', series: ['Duration'], limit: null },
            points: of(({ durationMs }) => durationMs),
        },
        {
            ...{ title: 'Downtime: application held', unit: 'ms', series: ['Downtime'], limit: null },
            points: of(({ details }) => details?.quiescedMs ?? null),
        },
        {
            ...{ title: 'Restore time in drills', unit: 'ms', series: ['Restore'], limit: expectations.rtoMs },
            points: history.drills.map(({ timeMs, restoreMs }) => ({ timeMs, values: [restoreMs] })),
        },
        { title: 'Table rows in its dumps', unit: 'count', series: ['Rows'], points: of(rowsOf), limit: null },
    ];
    return charts.map(withoutEmpty).filter(({ points }) => points.at(-1)?.timeMs !== points[0]?.timeMs);
}
function rowsOf({ details }) {
    const counted = (details?.dumps ?? []).map(({ rows }) => rows).filter((rows) => rows !== null);
    return counted.length === 0 ? null : counted.reduce((sum, rows) => sum + rows, 0);
}
/** Without series and points of which nothing is known. */
function withoutEmpty(chart) {
    const known = chart.series.map((_, i) => chart.points.some(({ values }) => values[i] !== null));
    const isKnown = (_, i) => known[i] === true;
    const points = chart.points.map(({ timeMs, values }) => ({
        timeMs,
        values: values.filter(isKnown),
    }));
    return {
        ...chart,
        series: chart.series.filter(isKnown),
        points: points.filter(({ values }) => values.some((value) => value !== null)),
    };
}

;// CONCATENATED MODULE: ./build/report/page/tiles.js







/** The figures that a target is judged by, each against what is expected of it. */
function tiles(facts, report) {
    const { newest, ageMs, expectations, lastDrill, lastProof, downtime, growthPerDay } = facts;
    const { rpoMs, rtoMs, proofMs } = expectations;
    const restoreMs = lastProof?.restoreMs ?? null;
    const sizeBytes = newest?.item.sizeBytes ?? null;
    const drillAgeMs = lastDrill === null ? null : report.nowMs - lastDrill.timeMs;
    return html `<dl class="tiles">${[
        tile('Last backup', ageMs === null ? 'none' : `${(0,span_text.spanText)(ageMs)} ago`, {
            graphic: ageMs === null ? null : shareBar(ageMs / rpoMs),
            note: `RPO ${(0,span_text.spanText)(rpoMs)}`,
        }),
        tile('RPO kept', (0,share_text.shareText)(facts), {
            graphic: rpoStrip(facts, report.periodMs),
            note: `${periodText(facts)}${unknownText(facts)}`,
        }),
        tile('Last drill', drillText(facts, drillAgeMs), {
            graphic: lastProof === null ? null : shareBar((report.nowMs - lastProof.timeMs) / proofMs),
            note: `one that passes every ${(0,span_text.spanText)(proofMs)}`,
        }),
        tile('Restore time', restoreMs === null ? 'not measured' : (0,span_text.spanText)(restoreMs), {
            graphic: restoreMs === null || rtoMs === null ? null : shareBar(restoreMs / rtoMs),
            note: rtoMs === null ? 'no RTO given' : `RTO ${(0,span_text.spanText)(rtoMs)}`,
        }),
        tile('Downtime', downtime === null ? 'none' : (0,span_text.spanText)(downtime.last), {
            graphic: null,
            note: downtime === null ? 'the application is not held' : `longest ${(0,span_text.spanText)(downtime.longest)}`,
        }),
        tile('Size', sizeBytes === null ? 'not known' : (0,amounts.formatBytes)(sizeBytes), {
            graphic: null,
            note: (0,growth_text/* growthText */.b)(growthPerDay) || 'growth not known yet',
        }),
    ]}</dl>`;
}
function tile(title, value, { graphic, note }) {
    return html `<div><dt>${title}</dt><dd><b>${value}</b>${graphic}<small>${note}</small></dd></div>`;
}
function drillText({ lastDrill }, ageMs) {
    if (lastDrill === null || ageMs === null)
        return 'none';
    return `${lastDrill.passed ? 'passed' : 'failed'} ${(0,span_text.spanText)(ageMs)} ago`;
}
function periodText({ recoveryPoints }) {
    return recoveryPoints === null
        ? 'no time'
        : `of the last ${(0,span_text.spanText)(recoveryPoints.toMs - recoveryPoints.fromMs)}`;
}
function unknownText({ recoveryPoints }) {
    if (recoveryPoints === null || recoveryPoints.unknownMs === 0)
        return '';
    return `; of ${(0,span_text.spanText)(recoveryPoints.unknownMs)} the backups may have been removed`;
}

;// CONCATENATED MODULE: ./build/report/page/target-part.js











function targetPart(facts, index, context) {
    const { report, engine, room } = context;
    const { history, judgement } = facts;
    const charts = chartsOf(facts);
    const drawn = charts.slice(0, room.charts).map((chart) => figure(chart, engine, room));
    const left = charts.length - drawn.length;
    return html `<details class="target ${judgement.health}"${room.open ? html ` open` : null}><summary><h2>${(0,names.targetTitle)(history)}</h2> ${healthMark(judgement.health)}</summary>
<div id="t${index + 1}" tabindex="-1">
<ul class="reasons">${judgement.reasons.map(({ text }) => html `<li class="why">${text}</li>`)}</ul>
${tiles(facts, report)}${factList(facts)}
${drawn.length === 0 ? html `<p class="note">${history.backups.length === 0 ? 'There is nothing to show yet.' : 'Charts come with the second backup.'}</p>` : html `<div class="charts">${drawn}</div>`}${left > 0 ? html `<p class="note">${(0,amounts.formatCounted)(left, 'more chart')} in a report of fewer targets, such as of this one alone (<code>--of</code>).</p>` : null}
${drillsPart(history)}${restoresPart(history)}${changesPart(history)}${tablesPart(history)}${backupsTable(facts, room.backupsShown)}
</div></details>
`;
}
function factList(facts) {
    const { newest, history, duration, downtime, storedPerDay, copies, retention } = facts;
    const rows = [
        ['Paths', history.paths.map(bytestring.displayText).join(', ') || 'none'],
        newest === null
            ? null
            : ['Newest', `${(0,bytestring.displayText)((0,retention_item/* shownId */.f)(newest.item.id))}, ${(0,span_text.timeText)(newest.timeMs)}`],
        duration === null ? null : ['Duration', spreadText(duration)],
        downtime === null ? null : ['Downtime', spreadText(downtime)],
        storedPerDay === null
            ? null
            : ['Stored', `${(0,amounts.formatBytes)(Math.round(storedPerDay))} a day, of the backups that are still there`],
        ...copies.map(({ place, newest: copy }) => [
            place.isOffSite ? 'Off-site' : 'Kept in',
            `${place.shown}: ${copy === null ? 'nothing complete' : `newest of ${(0,span_text.timeText)(copy.timeMs)}`}`,
        ]),
        ['Retention', retention === null ? 'no policy was given' : retentionText(facts)],
        retention === null || retention.future.length === 0
            ? null
            : ['In time', `as often as now, that leaves ${retention.future.map(futureText).join('; ')}`],
    ];
    return html `<dl class="facts">${rows.map((one) => (one === null ? null : html `<div><dt>${one[0]}</dt><dd>${one[1]}</dd></div>`))}</dl>`;
}
function spreadText({ last, median, longest }) {
    return `${(0,span_text.spanText)(last)}, median ${(0,span_text.spanText)(median)}, longest ${(0,span_text.spanText)(longest)}`;
}
function retentionText({ retention }) {
    return retention === null
        ? ''
        : `${retention.policy}: ${retention.kept} stay, ${retention.goes.size} would go now`;
}
function futureText({ days, kept, reachMs }) {
    return `${kept} in ${days} d (the oldest of ${(0,span_text.spanText)(reachMs)} before)`;
}

// EXTERNAL MODULE: ./build/report/facts.js + 1 modules
var facts = __webpack_require__(47712);
;// CONCATENATED MODULE: ./build/report/page/verdict.js






/** What a team lead wants to know first: is all well, of how many targets, and as of when. */
function verdict(report) {
    const { nowMs, periodMs, places, targets } = report;
    const worst = targets[0]?.judgement.health ?? 'failing';
    return html `<header class="verdict ${worst}"><h1 id="overview">${sentence(report)}</h1>
<p class="lead">As of ${(0,span_text.timeText)(nowMs)}; figures over time are of the last ${(0,span_text.spanText)(periodMs)}. Read from ${places.map(({ shown }) => shown).join(', ')}.</p>
${proportions(report)}</header>
<ul class="counts">${health/* HEALTHS */.e.map((health) => count(health, (0,facts.countByHealth)(report)[health]))}</ul>
`;
}
function count(health, targets) {
    return html `<li class="${health}${targets === 0 ? ' zero' : ''}" data-h="${health}"><b>${targets}</b> ${healthMark(health)}</li>`;
}
function sentence(report) {
    const counts = (0,facts.countByHealth)(report);
    const all = report.targets.length;
    const bad = counts.failing + counts.stale;
    if (all === 0)
        return 'There is no backup of anything';
    if (bad > 0)
        return `${bad} of ${(0,amounts.formatCounted)(all, 'target')} ${bad === 1 ? 'needs' : 'need'} attention`;
    if (all === 1)
        return counts.protected === 1 ? 'The target is protected' : 'The backup is fresh, but never proved';
    if (counts['never-proved'] > 0)
        return `Backups are fresh; ${counts['never-proved']} of ${(0,amounts.formatCounted)(all, 'target')} never proved`;
    return `All ${all} targets are protected`;
}
/** The counts as lengths, the worst first. */
function proportions(report) {
    const counts = (0,facts.countByHealth)(report);
    const all = report.targets.length;
    if (all === 0)
        return null;
    let at = 0;
    const parts = health/* HEALTHS */.e.map((health) => {
        const width = (counts[health] / all) * 1000;
        const part = html `<path class="${health}" d="M${Math.round(at)} 0h${Math.round(width)}v8h-${Math.round(width)}z"/>`;
        at += width;
        return width === 0 ? null : part;
    });
    return html `<svg class="proportions" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

;// CONCATENATED MODULE: ./build/report/page/page.js









/** Charts of a page: each costs some milliseconds, and up to MAX_CHART_BYTES. */
const MAX_CHARTS = 450;
const MAX_CHARTS_PER_TARGET = 6;
const MIN_CHARTS_PER_TARGET = 1;
/** Up to so many targets each part is open from the beginning. */
const MAX_OPEN_TARGETS = 5;
/** Of a page of few targets, and of many. */
const WIDE = { pointsPerChart: 120, numbersPerChart: 120, backupsShown: 100 };
const NARROW = { pointsPerChart: 80, numbersPerChart: 24, backupsShown: 12 };
const MAX_WIDE_TARGETS = 40;
/** The report as one HTML page, piece by piece: it asks nothing of anybody, and whoever wrote a name in it can make it do nothing. */
function* reportPage(report, engine) {
    const room = roomFor(report.targets.length);
    yield head(report).text;
    yield verdict(report).text;
    yield warningsPart(report).text;
    if (report.targets.length === 0)
        yield EMPTY.text;
    else {
        yield overview(report).text;
        yield html `<h2 class="parts">Each target</h2>`.text;
        for (const [i, facts] of report.targets.entries())
            yield targetPart(facts, i, { report, engine, room }).text;
        yield `<script>${SCRIPT}</script>`;
    }
    yield '</main></body></html>\n';
}
/** What may be the matter where nothing was found. */
const EMPTY = html `<div class="card empty"><h2>What to do</h2><ul>
<li>Is this the place? Backups are looked for where this page says above that it was read from.</li>
<li>Do filters (<code>--host</code>, <code>--of</code>, <code>--tag</code>, <code>--path</code>) leave all out?</li>
<li>Make a first backup: <code>holdfast backup</code>, or run the workflow that does.</li></ul></div>
`;
function roomFor(targets) {
    const charts = Math.floor(MAX_CHARTS / Math.max(1, targets));
    return {
        ...(targets <= MAX_WIDE_TARGETS ? WIDE : NARROW),
        charts: Math.max(MIN_CHARTS_PER_TARGET, Math.min(MAX_CHARTS_PER_TARGET, charts)),
        open: targets <= MAX_OPEN_TARGETS,
    };
}
/** Nothing is loaded, sent, framed or run but the style and the script below, which are known by their hashes. */
const POLICY = [
    "default-src 'none'",
    `style-src '${hashOf(STYLE)}'`,
    `script-src '${hashOf(SCRIPT)}'`,
    "base-uri 'none'",
    "form-action 'none'",
].join('; ');
function hashOf(text) {
    return `sha256-${(0,external_node_crypto_.createHash)('sha256').update(text).digest('base64')}`;
}
function head({ nowMs, targets }) {
    return html `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">
<title>Backups: ${(0,amounts.formatCounted)(targets.length, 'target')}, ${(0,span_text.timeText)(nowMs)}</title><style>${new Markup(STYLE)}</style></head>
<body><main>
`;
}
function warningsPart({ warnings }) {
    if (warnings.length === 0)
        return html ``;
    return html `<div class="warnings"><p><strong>To be seen to:</strong></p><ul>${warnings.map((warning) => html `<li>${warning}</li>`)}</ul></div>`;
}


/***/ }),

/***/ 15110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseAge),
/* harmony export */   L: () => (/* binding */ parseExpectations)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

const KEYS = { rpo: 'rpoMs', rto: 'rtoMs', provedWithin: 'proofMs' };
const NAMES = { rpo: 'rpo', rto: 'rto', provedWithin: 'proved-within' };
/** @param show A name as it is written where it was given: `--rpo`. @throws HoldfastError bad-input. */
function parseExpectations(given, show) {
    const all = {};
    const byName = new Map();
    for (const word of Object.keys(KEYS)) {
        for (const text of given[word]) {
            const [, target, span = ''] = /^(?:([^=]+)=)?([^=]*)$/.exec(text) ?? [];
            const value = { [KEYS[word]]: parseAge(span, show(NAMES[word])) };
            if (target === undefined)
                Object.assign(all, value);
            else
                byName.set(target.trim(), { ...byName.get(target.trim()), ...value });
        }
    }
    return { all, byName };
}
const MINUTE_MS = 60_000;
/** Days, hours and minutes: `26h`, `8d`, `1d12h`, `90m`. In ms. @throws HoldfastError bad-input. */
function parseAge(text, name) {
    const [, days, hours, minutes] = /^(?:(\d{1,5})d)?(?:(\d{1,5})h)?(?:(\d{1,5})m)?$/.exec(text.trim()) ?? [];
    const ms = ((Number(days ?? 0) * 24 + Number(hours ?? 0)) * 60 + Number(minutes ?? 0)) * MINUTE_MS;
    if (ms > 0)
        return ms;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected days, hours and minutes such as 26h, 8d or 90m; for one target ` +
        'wiki=2h, on one host wiki@db1=2h.');
}


/***/ }),

/***/ 23060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ isElsewhere)
/* harmony export */ });
/* harmony import */ var _backends_location_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68713);

/** As long as nobody says otherwise, a folder is where the hosts are. */
function isElsewhere(location) {
    return (0,_backends_location_js__WEBPACK_IMPORTED_MODULE_0__/* .isRemote */ .Vx)(location) || location.startsWith('artifact:');
}


/***/ }),

/***/ 62173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readEvidence)
/* harmony export */ });
/* unused harmony export foundDrill */
/* harmony import */ var _backends_location_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68713);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63509);
/* harmony import */ var _drills_recovery_trial_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71749);
/* harmony import */ var _drills_statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79310);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _operations_evidence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5202);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(47508);







/**
 * The drills and restores of which there is evidence beside the repository, oldest first. What can't be read is told, and is no
 * evidence: the targets then stand there as never proved.
 */
async function readEvidence(repository, options) {
    const { place, key, signal, onWarning } = options;
    try {
        // One object that somebody spoilt must not hide all others: a drill that failed among them.
        const onDamaged = (message) => onWarning(`Some evidence does not count: ${message}`);
        const all = await (0,_operations_evidence_js__WEBPACK_IMPORTED_MODULE_0__.listEvidence)(place, repository, key, signal, onDamaged);
        const found = all.filter((one) => counts(one, options));
        const drills = found.filter(_operations_evidence_js__WEBPACK_IMPORTED_MODULE_0__.isOfDrill);
        tellOfRecoveryKey(drills, options);
        return {
            drills: drills.map(foundDrill),
            restores: found.flatMap(({ name, statement }) => (0,_drills_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .isDrill */ .KH)(statement) ? [] : [foundRestore(name, statement)]),
        };
    }
    catch (error) {
        const known = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asHoldfastError */ .C)(error);
        if (known === null || signal.aborted)
            throw error;
        onWarning(`No evidence of drills counts: ${known.message}`);
        return { drills: [], restores: [] };
    }
}
/** A recovery key that nobody has tried for long may be one that nobody has any more. */
function tellOfRecoveryKey(drills, { place, onWarning }) {
    if (drills.length === 0)
        return;
    const since = (0,_drills_recovery_trial_js__WEBPACK_IMPORTED_MODULE_3__/* .drillsSinceOpened */ .iv)(drills.map(({ statement }) => statement));
    if (since !== null && since <= _drills_recovery_trial_js__WEBPACK_IMPORTED_MODULE_3__/* .RECOVERY_EVERY */ .it)
        return;
    const last = since === null ? 'No drill has' : `None of the last ${since} drills has`;
    onWarning(`${last} opened the repository ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)((0,_backends_location_js__WEBPACK_IMPORTED_MODULE_5__/* .redactUrl */ .BO)(place.repository))} with its recovery key: give drills the recovery code ` +
        '(`recovery-code`, or HOLDFAST_RECOVERY_CODE), of which every fourth tries it.');
}
function counts({ name, signature }, { key, onWarning }) {
    if (key === null || signature === 'valid')
        return true;
    onWarning(`The evidence ${name} does not count: ${signature === 'none' ? 'nobody has signed it' : 'another key signed it'}.`);
    return false;
}
function foundDrill({ name, statement: { predicate } }) {
    const { snapshot, started, result, reasons, recovery_time: time, checks, left_out: leftOut } = predicate;
    const timeMs = Date.parse(started);
    const restoreMs = time?.restore_ms;
    return {
        target: snapshot.target === _repository_tags_js__WEBPACK_IMPORTED_MODULE_6__/* .DEFAULT_TARGET */ .Kv ? null : snapshot.target,
        hostname: snapshot.hostname,
        record: {
            id: name,
            timeMs: Number.isNaN(timeMs) ? 0 : timeMs,
            snapshotId: snapshot.id,
            passed: result === 'passed',
            reasons: reasons.map(String),
            restoreMs: typeof restoreMs === 'number' ? restoreMs : null,
            leftOut: (leftOut ?? []).map(String),
            provesWhole: (0,_drills_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .provesWhole */ .dy)(predicate),
            checks: checks.map(checkOf),
        },
    };
}
function foundRestore(name, { predicate }) {
    const { snapshot, started, result, reasons, what, to, done } = predicate;
    const timeMs = Date.parse(started);
    return {
        target: snapshot.target === _repository_tags_js__WEBPACK_IMPORTED_MODULE_6__/* .DEFAULT_TARGET */ .Kv ? null : snapshot.target,
        hostname: snapshot.hostname,
        record: {
            id: name,
            timeMs: Number.isNaN(timeMs) ? 0 : timeMs,
            snapshotId: snapshot.id,
            succeeded: result === 'restored',
            what: String(what),
            to: String(to),
            lines: [...reasons, ...done].map(String),
        },
    };
}
function checkOf({ name, expected, found, result }) {
    const known = result === 'passed' || result === 'failed' ? result : 'could-not-run';
    return { name: String(name), expected: String(expected), found: String(found), result: known };
}


/***/ }),

/***/ 45222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readStorages: () => (/* binding */ readStorages)
/* harmony export */ });
/* harmony import */ var _archive_find_archives_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(90456);
/* harmony import */ var _backends_location_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68713);
/* harmony import */ var _backends_retry_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(65534);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _config_storage_access_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34545);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19473);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53272);
/* harmony import */ var _repository_open_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(65281);
/* harmony import */ var _settings_unlocked_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(52395);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23060);
/* harmony import */ var _read_evidence_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(62173);











/**
 * Reads the storages that a configuration names, by the passwords that it refers to. One that can't be read is told, and hides
 * nothing of the others.
 * @throws HoldfastError cancelled.
 */
async function readStorages(collection, storages, options) {
    const places = [];
    for (const [name, storage] of storages) {
        const location = storage.repository ?? storage.archives ?? '';
        const isKnown = await tryToRead(collection, { name, storage }, options);
        places.push({
            ...{ shown: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.displayText)((0,_backends_location_js__WEBPACK_IMPORTED_MODULE_1__/* .redactUrl */ .BO)(location)), storage: name, isKnown },
            isOffSite: storage['off-site'] ?? (0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .isElsewhere */ .l)(location),
        });
        collection.endPlace(places.length - 1);
    }
    return places;
}
/** @returns Whether it is known what is in it. */
async function tryToRead(collection, { name, storage }, options) {
    try {
        await readStorage(collection, (0,_config_storage_access_js__WEBPACK_IMPORTED_MODULE_3__/* .storageAccess */ .Q)(storage, options.surroundings), options);
        return true;
    }
    catch (error) {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .asHoldfastError */ .C)(error)?.code;
        if (code === 'cancelled' || options.signal.aborted)
            throw error;
        options.onWarning(`The storage ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.displayText)(name)} can't be read: ${(0,_failure_text_js__WEBPACK_IMPORTED_MODULE_5__/* .failureText */ .k)(error)}`);
        // One that there isn't yet holds nothing.
        return code === 'repository-missing';
    }
}
async function readStorage(collection, access, options) {
    const { filter, deep, signal, onWarning, caFile, evidenceKey: key } = options;
    if (access.password === null) {
        const store = await options.openArchives(access);
        try {
            collection.addArchives(await (0,_archive_find_archives_js__WEBPACK_IMPORTED_MODULE_6__.findArchives)(store, signal), filter, onWarning);
        }
        finally {
            await store.close();
        }
        return;
    }
    const backend = (0,_backends_retry_js__WEBPACK_IMPORTED_MODULE_7__/* .withRetry */ .b)(await (0,_backends_location_js__WEBPACK_IMPORTED_MODULE_1__/* .openBackend */ .f2)(access.location, { caFile, s3: access.s3 }), {
        onRetry: (message) => options.onInfo(message),
    });
    const repository = await (0,_repository_open_js__WEBPACK_IMPORTED_MODULE_8__.openRepository)(backend, access.password, { signal, onWarning });
    try {
        await collection.addRepository(repository, { filter, deep, signal, onWarning });
        const open = (location) => options.openArchives({ location, s3: (0,_settings_unlocked_js__WEBPACK_IMPORTED_MODULE_9__/* .unlocked */ .Y)(access.s3) });
        const place = { location: options.evidence, repository: access.location, open };
        collection.addEvidence(await (0,_read_evidence_js__WEBPACK_IMPORTED_MODULE_10__/* .readEvidence */ .A)(repository, { place, key, signal, onWarning }));
    }
    finally {
        await repository.close();
    }
}


/***/ }),

/***/ 31371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ recoveryPoints),
/* harmony export */   ui: () => (/* binding */ keptShare),
/* harmony export */   zy: () => (/* binding */ recoverySlots)
/* harmony export */ });
/**
 * @param complete Complete backups, none of them from the future, oldest first.
 * @returns Of the period, or of what of it is since the first backup; null without any.
 */
function recoveryPoints(complete, period) {
    const [first] = complete;
    if (first === undefined)
        return null;
    const fromMs = Math.min(period.nowMs, Math.max(period.nowMs - period.periodMs, first.endMs));
    const known = new Map(complete.flatMap((one) => [one.item.id, ...one.item.formerIds].map((id) => [id, one.timeMs])));
    const spans = [];
    for (const [i, backup] of complete.entries()) {
        const next = complete[i + 1];
        const start = Math.max(fromMs, backup.endMs);
        const end = Math.min(period.nowMs, next?.endMs ?? period.nowMs);
        if (end <= start)
            continue;
        const coveredUntil = Math.min(end, Math.max(start, backup.timeMs + period.rpoMs));
        const state = next === undefined || followsAtOnce(backup, next, known) ? 'missed' : 'unknown';
        if (coveredUntil > start)
            spans.push({ state: 'kept', fromMs: start, toMs: coveredUntil });
        if (end > coveredUntil)
            spans.push({ state, fromMs: coveredUntil, toMs: end });
    }
    const timeOf = (state) => spans.filter((span) => span.state === state).reduce((sum, span) => sum + span.toMs - span.fromMs, 0);
    return {
        ...{ fromMs, toMs: period.nowMs, spans },
        ...{ keptMs: timeOf('kept'), missedMs: timeOf('missed'), unknownMs: timeOf('unknown') },
    };
}
/** The period in `count` stretches of the same length, oldest first. The worst that was in one counts, but for what is unknown. */
function recoverySlots({ spans, toMs }, { periodMs, count }) {
    const slots = Array.from({ length: count }, () => ({ kept: 0, missed: 0, unknown: 0 }));
    const [startMs, slotMs] = [toMs - periodMs, periodMs / count];
    for (const { state, fromMs, toMs: untilMs } of spans) {
        const first = Math.max(0, Math.floor((fromMs - startMs) / slotMs));
        for (let i = first; i < count && startMs + i * slotMs < untilMs; i++) {
            const slot = slots[i];
            slot[state] += Math.min(untilMs, startMs + (i + 1) * slotMs) - Math.max(fromMs, startMs + i * slotMs);
        }
    }
    return slots.map(({ kept, missed, unknown }) => {
        if (missed > 0)
            return missed >= kept + unknown ? 'missed' : 'partly';
        if (unknown > 0)
            return 'unknown';
        return kept > 0 ? 'kept' : 'before';
    });
}
/** Whether nothing was removed between the two: the later one's parent is the earlier one, or one since. */
function followsAtOnce(earlier, later, timeOf) {
    const parentMs = later.parent === null ? undefined : timeOf.get(later.parent);
    return parentMs !== undefined && parentMs >= earlier.timeMs;
}
/** At least, and at most, of the time. */
function keptShare({ keptMs, missedMs, unknownMs }) {
    const whole = keptMs + missedMs + unknownMs;
    if (whole === 0)
        return { least: 1, most: 1 };
    return { least: keptMs / whole, most: (keptMs + unknownMs) / whole };
}


/***/ }),

/***/ 51550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   shareText: () => (/* binding */ shareText)
/* harmony export */ });
/* harmony import */ var _recovery_point_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31371);
/* harmony import */ var _span_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98699);


/** `99.2 %`, or the least and the most where removed backups leave it open. */
function shareText({ recoveryPoints }) {
    if (recoveryPoints === null)
        return '–';
    const { least, most } = (0,_recovery_point_js__WEBPACK_IMPORTED_MODULE_0__/* .keptShare */ .ui)(recoveryPoints);
    return least === most ? (0,_span_text_js__WEBPACK_IMPORTED_MODULE_1__.percentText)(least) : `${(0,_span_text_js__WEBPACK_IMPORTED_MODULE_1__.percentText)(least)} to ${(0,_span_text_js__WEBPACK_IMPORTED_MODULE_1__.percentText)(most)}`;
}


/***/ }),

/***/ 98699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isoMinute: () => (/* binding */ isoMinute),
/* harmony export */   percentText: () => (/* binding */ percentText),
/* harmony export */   spanText: () => (/* binding */ spanText),
/* harmony export */   timeText: () => (/* binding */ timeText)
/* harmony export */ });
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** A span for a person who compares it with others: `45 s`, `12 min`, `30 h`, `3 d 4 h`, `120 d`. Negative ones are none. */
function spanText(ms) {
    const span = Math.max(0, ms);
    if (span < 1000)
        return `${Math.round(span)} ms`;
    if (span < 2 * MINUTE_MS)
        return `${Math.round(span / 1000)} s`;
    if (span < 2 * HOUR_MS)
        return `${Math.floor(span / MINUTE_MS)} min`;
    if (span < 2 * DAY_MS) {
        const minutes = Math.floor((span % HOUR_MS) / MINUTE_MS);
        const hours = Math.floor(span / HOUR_MS);
        return span < 10 * HOUR_MS && minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
    }
    const days = Math.floor(span / DAY_MS);
    const hours = Math.floor((span % DAY_MS) / HOUR_MS);
    return days < 14 && hours > 0 ? `${days} d ${hours} h` : `${days} d`;
}
/** `2026-11-26 04:30 UTC`: the same for every reader, wherever the report was made. */
function timeText(ms) {
    return `${isoMinute(ms)} UTC`;
}
/** The same without its zone, where a heading has it. */
function isoMinute(ms) {
    const date = new Date(ms);
    return Number.isNaN(date.getTime()) ? 'no time' : date.toISOString().slice(0, 16).replace('T', ' ');
}
/** A share as whole percents, of which neither 100 nor 0 is rounded to. */
function percentText(share) {
    const percent = Math.round(share * 1000) / 10;
    if (percent >= 100 && share < 1)
        return '99.9 %';
    if (percent <= 0 && share > 0)
        return '0.1 %';
    return `${percent} %`;
}


/***/ }),

/***/ 81680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeMetrics: () => (/* binding */ writeMetrics),
  writePage: () => (/* binding */ writePage)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
// EXTERNAL MODULE: ./build/report/health.js
var report_health = __webpack_require__(25277);
// EXTERNAL MODULE: ./build/report/recovery-point.js
var recovery_point = __webpack_require__(31371);
;// CONCATENATED MODULE: ./build/report/metrics.js


const MS_PER_SECOND = 1000;
const inSeconds = (ms) => (ms == null ? null : ms / MS_PER_SECOND);
const METRICS = [
    {
        name: 'last_backup_timestamp_seconds',
        unit: 'seconds',
        help: 'When the newest complete backup was taken.',
        value: ({ newest }) => inSeconds(newest?.timeMs),
    },
    {
        name: 'rpo_seconds',
        unit: 'seconds',
        help: 'How old the newest complete backup may be.',
        value: ({ expectations }) => inSeconds(expectations.rpoMs),
    },
    {
        name: 'rpo_kept_ratio',
        unit: 'ratio',
        help: 'For which share of the period that was kept at least, 0 to 1.',
        value: ({ recoveryPoints }) => (recoveryPoints === null ? null : (0,recovery_point/* keptShare */.ui)(recoveryPoints).least),
    },
    {
        name: 'last_backup_size_bytes',
        unit: 'bytes',
        help: 'What the newest complete backup holds.',
        value: ({ newest }) => newest?.item.sizeBytes ?? null,
    },
    {
        name: 'last_backup_stored_bytes',
        unit: 'bytes',
        help: 'What it added to the repository.',
        value: ({ newest }) => newest?.storedBytes ?? null,
    },
    {
        name: 'last_backup_duration_seconds',
        unit: 'seconds',
        help: 'How long it took.',
        value: ({ newest }) => inSeconds(newest?.durationMs),
    },
    {
        name: 'last_backup_downtime_seconds',
        unit: 'seconds',
        help: 'How long it held the application.',
        value: ({ newest }) => inSeconds(newest?.details?.quiescedMs),
    },
    {
        name: 'backups',
        unit: null,
        help: 'How many there are.',
        value: ({ history }) => history.backups.length,
    },
    {
        name: 'last_drill_timestamp_seconds',
        unit: 'seconds',
        help: 'When the last drill ran.',
        value: ({ lastDrill }) => inSeconds(lastDrill?.timeMs),
    },
    {
        name: 'last_drill_passed',
        unit: null,
        help: 'Whether it passed: 1 or 0.',
        value: ({ lastDrill }) => (lastDrill === null ? null : Number(lastDrill.passed)),
    },
    {
        name: 'restore_seconds',
        unit: 'seconds',
        help: 'How long the restore of the last drill that passed took.',
        value: ({ lastProof }) => inSeconds(lastProof?.restoreMs),
    },
    {
        name: 'rto_seconds',
        unit: 'seconds',
        help: 'How long it may take.',
        value: ({ expectations }) => inSeconds(expectations.rtoMs),
    },
];
/**
 * The report as an OpenMetrics text, for the textfile collector of Prometheus' node_exporter: the age of a backup is the
 * difference of its time to now, so that it goes on growing when nobody writes the file any more.
 */
function metricsText(report) {
    const labelled = labelledTargets(report);
    const lines = METRICS.flatMap(({ name, unit, help, value }) => [
        ...head(name, unit, help),
        ...labelled.flatMap(([labels, facts]) => {
            const number = value(facts);
            return number === null ? [] : [`holdfast_${name}{${labels}} ${number}`];
        }),
    ]);
    const health = labelled.flatMap(([labels, { judgement }]) => report_health/* HEALTHS */.e.map((one) => `holdfast_health{${labels},health="${one}"} ${Number(judgement.health === one)}`));
    const made = [
        ...head('report_timestamp_seconds', 'seconds', 'When this was written.'),
        `holdfast_report_timestamp_seconds ${report.nowMs / MS_PER_SECOND}`,
    ];
    return `${[...lines, ...head('health', null, 'Whether the target is so: 1 or 0.'), ...health, ...made, '# EOF'].join('\n')}\n`;
}
function head(name, unit, help) {
    return [
        `# TYPE holdfast_${name} gauge`,
        ...(unit === null ? [] : [`# UNIT holdfast_${name} ${unit}`]),
        `# HELP holdfast_${name} ${help}`,
    ];
}
/** Each with labels of its own: of two samples that are called alike an exporter takes neither, nor anything else of the file. */
function labelledTargets({ targets }) {
    const taken = new Set();
    return targets.map((facts) => {
        let labels = labelsOf(facts, '');
        for (let count = 2; taken.has(labels); count++)
            labels = labelsOf(facts, ` (${count})`);
        taken.add(labels);
        return [labels, facts];
    });
}
/** Where a target is no application in particular, its paths tell it from others. */
function labelsOf({ history: { target, hostname, paths } }, more) {
    return `target="${escapeLabel((target ?? paths.join(',')) + more)}",host="${escapeLabel(hostname)}"`;
}
function escapeLabel(text) {
    return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\r', ' ');
}

;// CONCATENATED MODULE: ./build/report/write-report.js




/** It names hosts and files: for its owner alone. */
const PAGE_MODE = 0o600;
/** Of numbers and targets' names; another account's exporter reads it. */
const METRICS_MODE = 0o644;
async function writePage(path, report) {
    const [{ reportPage }, { createChartEngine }] = await Promise.all([
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 65113)),
        import(/* webpackIgnore: true */ './chart-engine.js'),
    ]);
    const engine = createChartEngine();
    try {
        await replaceFile(path, reportPage(report, engine), PAGE_MODE);
    }
    finally {
        engine.close();
    }
}
async function writeMetrics(path, report) {
    await replaceFile(path, [metricsText(report)], METRICS_MODE);
}
/** Whole or not at all: whoever reads it sees the old one until the new one is written. @throws HoldfastError bad-input. */
async function replaceFile(path, pieces, mode) {
    const unfinished = `${path}.${process.pid}.new`;
    try {
        const file = await (0,promises_.open)(unfinished, 'wx', mode);
        try {
            for (const piece of pieces)
                await file.writeFile(piece);
            await file.chmod(mode); // whatever the umask took away from it
        }
        finally {
            await file.close();
        }
        await (0,promises_.rename)(unfinished, path);
    }
    catch (cause) {
        await (0,promises_.rm)(unfinished, { force: true });
        if (cause instanceof errors/* HoldfastError */.E)
            throw cause;
        throw new errors/* HoldfastError */.E('bad-input', `Cannot write the report to ${JSON.stringify(path)}: ${(0,system_error/* systemErrorText */.f9)(cause)}. Name a file in a folder that is there and that you may write to.`, { cause });
    }
}


/***/ }),

/***/ 2111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ findShownNode),
/* harmony export */   c: () => (/* binding */ findNode)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);

/**
 * The node at `path` (absolute) in the tree of a snapshot, or null if there is none.
 * The root itself has no node: null.
 */
async function findNode(repository, rootTree, path, signal) {
    return (await walkTo(repository, rootTree, path, isNamed, signal)).at(-1) ?? null;
}
/**
 * The same of a path as `ls` shows it, where there is nothing by that very name: whoever copies it from there finds
 * also what no command line can name, bytes that are no UTF-8. With the path that it really has.
 */
async function findShownNode(repository, rootTree, path, signal) {
    const nodes = await walkTo(repository, rootTree, path, isShownAs, signal);
    const node = nodes.at(-1);
    return node === undefined
        ? null
        : { path: nodes.map(({ name }) => `/${name}`).join(''), node };
}
const isNamed = (node, name) => node.name === name;
const isShownAs = (node, name) => (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.display)(node.name) === (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toText)(name);
/** The nodes on the way to `path`, itself the last; none if it isn't there. */
async function walkTo(repository, rootTree, path, isIt, signal) {
    let tree = rootTree;
    const way = [];
    for (const name of path.split('/').filter((part) => part !== '')) {
        if (tree === null)
            return [];
        const { nodes } = await repository.loadTree(tree, signal);
        const found = nodes.find((node) => isNamed(node, name)) ?? nodes.find((node) => isIt(node, name));
        if (found === undefined)
            return [];
        way.push(found);
        tree = found.subtree;
    }
    return way;
}


/***/ }),

/***/ 10152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ blankNode)
/* harmony export */ });
/* harmony import */ var _mode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41246);

/** The node of an entry that no host has: root's by number, without names, times and content. */
function blankNode(name, type, permissions) {
    return {
        name,
        type,
        mode: (0,_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .modeOf */ .V)(type, permissions),
        mtimeNs: 0n,
        atimeNs: 0n,
        ctimeNs: 0n,
        uid: 0,
        gid: 0,
        user: '',
        group: '',
        inode: 0n,
        deviceId: 0n,
        sizeBytes: 0n,
        links: 0n,
        linkTarget: '',
        extendedAttributes: [],
        deviceNumber: 0n,
        content: null,
        subtree: null,
        error: '',
        otherFields: null,
    };
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


/***/ })

};
