export const id = 6486;
export const ids = [6486];
export const modules = {

/***/ 9179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  backup: () => (/* binding */ backup)
});

// EXTERNAL MODULE: ./build/repository/grace.js
var grace = __webpack_require__(2441);
// EXTERNAL MODULE: ./build/repository/group-by.js
var group_by = __webpack_require__(57194);
// EXTERNAL MODULE: ./build/operations/backup/after-failure.js
var after_failure = __webpack_require__(58119);
;// CONCATENATED MODULE: ./build/operations/backup/ahead-of-lock.js
/**
 * What a backup does while its lock settles: it reads what the repository has, and where it may begins to compare files with that.
 *
 * A prune whose lock came and went between our first look and the second isn't seen by either. What was read may then name
 * packs that it removed; so once the lock is got it is asked whether the index that was loaded is still there. Is it, then packs that
 * it names and that are not stored are lost: a prune removes the index first.
 */
class AheadOfLock {
    #repository;
    #known;
    #compare;
    #signal;
    #begun = null;
    #lost = [];
    /** Ends the listing of packs. */
    #end = new AbortController();
    constructor(repository, known, compare, signal) {
        this.#signal = signal;
        this.#repository = repository;
        this.#known = known;
        this.#compare = compare;
    }
    read() {
        this.#begun ??= this.#begin();
        return this.#begun;
    }
    async #begin() {
        const known = await this.#known.read();
        const packs = this.#repository.lookAtPacks(AbortSignal.any([this.#signal, this.#end.signal]));
        const otherwise = packs.then(({ strays, lost }) => strays.length + lost.length > 0);
        otherwise.catch(() => { }); // met by who takes it
        return { known, saving: this.#compare(known, otherwise), packs };
    }
    async forget() {
        await this.close();
        this.#end = new AbortController();
        this.#begun = null;
        this.#known.forget();
    }
    /** Resolves when nothing that was begun goes on any more. */
    async close() {
        const begun = await this.#begun?.catch(() => null);
        this.#end.abort();
        await begun?.saving?.stop();
        await begun?.packs.catch(() => { });
    }
    /**
     * What was read, if it still is so, else read anew.
     * @param isLocked Else in a dry run: nobody looks at packs.
     * @throws As chooseParents.
     */
    async take(signal, isLocked) {
        const begun = await this.#stillSo(signal);
        if (begun !== null)
            return begun;
        const known = await this.#known.read();
        if (!isLocked)
            return { known, saving: null, hasStrays: false, lost: [] };
        const { strays, lost } = await this.#repository.lookAtPacks(signal);
        this.#leaveOut(lost);
        const hasStrays = strays.length > 0;
        return { known: await this.#known.read(), saving: null, hasStrays, lost: this.#lost };
    }
    /** Null: it isn't, and given up. */
    async #stillSo(signal) {
        if (this.#begun === null)
            return null;
        const { known, saving, packs } = await this.#begun;
        const isThere = await this.#repository.hasLoadedIndex(signal);
        const { strays, lost } = isThere ? await packs : NOT_LOOKED;
        if (isThere && lost.length === 0)
            return { known, saving, hasStrays: strays.length > 0, lost };
        await this.forget();
        const now = Promise.resolve();
        this.#repository.storeAfter(now, now); // what was begun waits for a lock that it won't get
        this.#leaveOut(lost);
        return null;
    }
    #leaveOut(lost) {
        if (lost.length === 0)
            return;
        this.#lost.push(...lost);
        this.#repository.leaveOut(lost);
        this.#known.forget();
    }
}
const NOT_LOOKED = { strays: [], lost: [] };

// EXTERNAL MODULE: ./build/backends/cancel.js
var cancel = __webpack_require__(54716);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/repository/find-node.js
var find_node = __webpack_require__(2111);
// EXTERNAL MODULE: ./build/operations/backup/bucket-record.js
var bucket_record = __webpack_require__(59042);
// EXTERNAL MODULE: ./build/databases/fingerprint.js
var fingerprint = __webpack_require__(26861);
;// CONCATENATED MODULE: ./build/operations/backup/dump-change.js

/** Of the rows: half of a table that is gone overnight is rarely meant. */
const DEFAULT_SHRINK_LIMIT = 0.5;
/** A table of a few rows halves every day. */
const MIN_ROWS = 100;
const MIN_BYTES = 100_000;
/** More are counted. */
const MAX_SHRUNK = 20;
/** @param limit Of the rows there were before, how large a part may be gone: 0 to 1. */
function changeOf(before, now, limit) {
    const change = { sizeBytesBefore: before.size_bytes, rowsBefore: null, rowsNow: null };
    if (before.fingerprint === null || now.fingerprint === null) {
        const isSmall = hasShrunk(before.size_bytes, now.size_bytes, MIN_BYTES, limit);
        const told = `${now.name}: ${now.size_bytes} bytes, ${before.size_bytes} before`;
        return { ...change, shrunk: isSmall ? [told] : [] };
    }
    const tables = now.fingerprint.tables;
    const shrunk = Object.entries(before.fingerprint.tables)
        .filter(([name, { rows }]) => hasShrunk(rows, tables[name]?.rows ?? 0, MIN_ROWS, limit))
        .map(([name, { rows }]) => `${name}: ${tables[name]?.rows ?? 'gone, 0'} rows, ${rows} before`);
    const more = shrunk.length - MAX_SHRUNK;
    return {
        ...change,
        rowsBefore: (0,fingerprint/* rowsIn */.Nn)(before.fingerprint),
        rowsNow: (0,fingerprint/* rowsIn */.Nn)(now.fingerprint),
        shrunk: more > 0 ? [...shrunk.slice(0, MAX_SHRUNK), `and ${more} more tables`] : shrunk,
    };
}
function hasShrunk(before, now, least, limit) {
    return before >= least && now < before * (1 - limit);
}

// EXTERNAL MODULE: ./build/operations/backup/manifest.js
var manifest = __webpack_require__(27273);
// EXTERNAL MODULE: ./build/operations/backup/own-tree.js
var own_tree = __webpack_require__(68071);
// EXTERNAL MODULE: ./build/operations/backup/problems.js
var problems = __webpack_require__(64520);
// EXTERNAL MODULE: ./build/repository/format/ids.js
var ids = __webpack_require__(46487);
// EXTERNAL MODULE: ./build/repository/format/tree.js
var format_tree = __webpack_require__(52709);
;// CONCATENATED MODULE: ./build/operations/backup/remembered-trees.js


/** Trees of some half million files. What is more is loaded again from the repository. */
const MAX_BYTES = 64 * 1024 * 1024;
/**
 * `trees`, of which what was loaded and saved stays in memory: a first pass of a backup leaves there what the second asks for
 * while the application is stopped, so that it needn't wait for slow storage.
 */
class RememberedTrees {
    #trees;
    #maxBytes;
    #known = new Map();
    #bytes = 0;
    constructor(trees, maxBytes = MAX_BYTES) {
        this.#trees = trees;
        this.#maxBytes = maxBytes;
    }
    async loadBlob(type, id, signal) {
        const known = type === 'tree' ? this.#known.get(id) : undefined;
        if (known !== undefined)
            return known;
        const loaded = await this.#trees.loadBlob(type, id, signal);
        if (type === 'tree')
            this.#remember(id, loaded);
        return loaded;
    }
    prefetchTrees(ids) {
        this.#trees.prefetchTrees([...ids].filter((id) => !this.#known.has(id)));
    }
    lacksTree(id) {
        return !this.#known.has(id) && this.#trees.lacksTree?.(id) === true;
    }
    async saveTree(tree) {
        if (this.#bytes < this.#maxBytes) {
            const json = (0,format_tree/* encodeTree */.hN)(tree);
            this.#remember((0,ids/* idOf */.TH)(json), json);
        }
        return this.#trees.saveTree(tree);
    }
    room() {
        return this.#trees.room();
    }
    #remember(id, json) {
        if (this.#known.has(id) || this.#bytes + json.length > this.#maxBytes)
            return;
        this.#known.set(id, json);
        this.#bytes += json.length;
    }
}

// EXTERNAL MODULE: ./build/operations/backup/save-bucket.js
var save_bucket = __webpack_require__(75824);
// EXTERNAL MODULE: ./build/repository/damage.js
var damage = __webpack_require__(68656);
;// CONCATENATED MODULE: ./build/operations/backup/unless-lost.js

/** What `read` gives of an earlier snapshot, or null where packs are lost and it was in one of them. */
async function unlessLost({ leavesOut }, read) {
    try {
        return await read();
    }
    catch (error) {
        if (leavesOut && (0,damage/* isDamage */.e6)(error))
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/operations/backup/bucket-set.js












/**
 * The buckets of one backup: `look` before the application is stopped, `save` while it is held. What was written between is
 * all that is read while it stands.
 */
class BucketSet {
    #run;
    #buckets;
    #seen = new Map();
    #saved = [];
    #bytesRead = 0;
    /** @throws HoldfastError bad-input for two that would stand under one name. */
    constructor(run) {
        this.#run = run;
        this.#buckets = run.options.buckets ?? [];
        for (const bucket of this.#buckets)
            refuseOwnPlace(bucket, run.repository.location);
        const names = this.#buckets.map(({ name }) => name);
        const twice = names.find((name, i) => names.indexOf(name) !== i);
        if (twice === undefined)
            return;
        throw new errors/* HoldfastError */.E('bad-input', `Cannot save two buckets under the name ${JSON.stringify(twice)}: expected one. Name each once, or save them as two targets.`);
    }
    get saved() {
        return this.#saved;
    }
    get bytesRead() {
        return this.#bytesRead;
    }
    /** The first pass. What is wrong with an object is told by the second: it may have been so for a moment. */
    async look() {
        const { repository, reporter, signal } = this.#run;
        if (this.#buckets.length === 0)
            return;
        const quiet = {
            ...this.#run,
            problems: new problems/* Problems */.Z(() => { }),
            reporter: { ...reporter, onProgress: reporter.onProgress.bind(reporter), onInfo() { }, onWarning() { } },
        };
        for (const bucket of this.#buckets) {
            reporter.onInfo(`first pass: objects of ${bucket.location} are read while the application runs`);
            const trees = new RememberedTrees(repository);
            const { tree, counts } = await (0,save_bucket/* saveBucket */.I)(quiet, bucket, {
                parents: await this.#parentsOf(bucket),
                trees,
            });
            this.#bytesRead += counts.bytesRead;
            this.#seen.set(bucket, { parent: { tree, listingStartedNs: 0n, isFirstPass: true }, trees });
        }
        await (0,cancel/* untilCancelled */.c8)(repository.flush(), signal);
    }
    async save() {
        for (const bucket of this.#buckets) {
            this.#run.reporter.onInfo(`bucket: ${bucket.location}`);
            const seen = this.#seen.get(bucket);
            const earlier = await this.#parentsOf(bucket);
            const parents = seen === undefined ? earlier : [seen.parent, ...earlier];
            const saved = await (0,save_bucket/* saveBucket */.I)(this.#run, bucket, { parents, trees: seen?.trees });
            this.#bytesRead += saved.counts.bytesRead;
            this.#saved.push(saved);
            await this.#tellShrunk(saved);
        }
    }
    /** What was emptied by mistake, or a prefix that isn't right, looks like a bucket without objects. */
    async #tellShrunk({ name, location, counts }) {
        const { last, repository, options, reporter, signal } = this.#run;
        const { totalFilesProcessed: now } = counts;
        if (now === 0)
            reporter.onWarning(`${location} holds no object: see whether that is the right prefix.`);
        const load = async () => last && (0,manifest/* loadManifest */.eY)(repository, last, options.target, signal);
        const json = await unlessLost(repository, load);
        const before = json === null ? undefined : (0,bucket_record/* parseBucketRecords */.K)(json).find((one) => one.name === name);
        if (before === undefined || !bucket_set_hasShrunk(before.objects, now, options.shrinkLimit))
            return;
        reporter.onWarning(`${location} has shrunk since the last backup: ${now} objects, ${before.objects} before.`);
    }
    /** As the parents of the whole have it, in their order. */
    async #parentsOf({ name }) {
        const { parents, repository, options, signal } = this.#run;
        const found = [];
        for (const { snapshot } of parents) {
            const path = `${(0,own_tree/* bucketsPath */.$c)(options.target)}/${name}`;
            const find = () => (0,find_node/* findNode */.c)(repository, snapshot.tree, (0,bytestring.fromText)(path), signal);
            const node = await unlessLost(repository, find);
            if (node?.subtree != null)
                found.push({ tree: node.subtree, listingStartedNs: 0n });
        }
        return found;
    }
}
/** A bucket of a few objects halves every day. */
const MIN_OBJECTS = 100;
function bucket_set_hasShrunk(before, now, limit = DEFAULT_SHRINK_LIMIT) {
    return before >= MIN_OBJECTS && now < before * (1 - limit);
}
/** @throws HoldfastError bad-input: each backup would save the one before, and never come to an end. */
function refuseOwnPlace({ location }, repository) {
    const place = (url) => `${url
        .toLowerCase()
        .replace(/^s3:(https?:)?(\/\/)?/, '')
        .replace(/\/+$/, '')}/`;
    if (!repository.startsWith('s3:') || !place(repository).startsWith(place(location)))
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot save the bucket ${JSON.stringify(location)}: the repository itself lies in it, expected it elsewhere. Name a prefix of the bucket, or keep backups in ` +
        'another one.');
}
/** Whether an application is stopped for which a first pass of its buckets is worth while. */
function wantsFirstLook({ quiesce, dryRun, firstPass }) {
    return quiesce !== undefined && !dryRun && firstPass !== false;
}

// EXTERNAL MODULE: ./build/repository/tags.js
var repository_tags = __webpack_require__(47508);
// EXTERNAL MODULE: ./build/operations/backup/recorded-path.js
var recorded_path = __webpack_require__(97058);
// EXTERNAL MODULE: ./build/operations/backup/comparison.js
var backup_comparison = __webpack_require__(2965);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/files/paths.js
var paths = __webpack_require__(33684);
// EXTERNAL MODULE: ./build/operations/backup/node-of-entry.js
var node_of_entry = __webpack_require__(66989);
;// CONCATENATED MODULE: ./build/operations/backup/mark.js



/** Bytes of a mark: a SHA-256. */
const MARK_BYTES = 32;
const TYPES = {
    file: 1,
    dir: 2,
    symlink: 3,
    fifo: 4,
    dev: 5,
    chardev: 6,
    socket: 7,
    other: 8,
};
/** Of an entry without its owner's names, its own and its link target. */
const FIXED_BYTES = 77;
/** What is hashed. */
let room = Buffer.allocUnsafeSlow(64 * 1024);
let view = new DataView(room.buffer);
/**
 * The mark of a folder: the hash of what stands in its entries' nodes and comes from the listing (`nodeOfEntry`), in the listing's order.
 * A folder that has the mark that it had has the same entries, as far as a listing tells; contents and attributes aside.
 *
 *     type (1), permissions (2), uid (4), gid (4), mtime, ctime, inode, device, size, links, device number (8 each), lengths of the owner's
 *     names (4), of name (2) and link target (4), the owner's names as JSON, name, link target
 *
 * Numbers are big-endian, and wrap. Sizes are those of files alone, links those of what isn't a folder or a FIFO.
 */
function markOf(entries, names) {
    const owners = ownersOf(names);
    let end = 0;
    for (const entry of entries) {
        const name = (0,paths/* baseName */.Fl)(entry.path);
        const owner = ownerOf(entry, names, owners);
        const { linkTarget } = entry;
        const ownerAt = end + FIXED_BYTES;
        const nameAt = ownerAt + owner.length;
        const targetAt = nameAt + name.length;
        if (targetAt + linkTarget.length > room.length)
            growTo(targetAt + linkTarget.length);
        writeFixed(entry, (0,node_of_entry/* deviceIdOf */.Lu)(entry, names), end);
        view.setUint32(end + 67, owner.length);
        view.setUint16(end + 71, name.length);
        view.setUint32(end + 73, linkTarget.length);
        room.set(owner, ownerAt);
        room.write(name, nameAt, 'latin1');
        room.write(linkTarget, targetAt, 'latin1');
        end = targetAt + linkTarget.length;
    }
    return (0,external_node_crypto_.hash)('sha256', room.subarray(0, end), 'buffer');
}
function writeFixed(entry, device, at) {
    const { type } = entry;
    view.setUint8(at, TYPES[type]);
    view.setUint16(at + 1, entry.permissions);
    view.setUint32(at + 3, entry.uid);
    view.setUint32(at + 7, entry.gid);
    view.setBigInt64(at + 11, entry.mtimeNs);
    view.setBigInt64(at + 19, entry.ctimeNs);
    view.setBigInt64(at + 27, entry.inode);
    view.setBigInt64(at + 35, device);
    view.setBigInt64(at + 43, type === 'file' ? entry.sizeBytes : 0n);
    view.setBigInt64(at + 51, type === 'dir' || type === 'fifo' ? 0n : entry.links);
    view.setBigInt64(at + 59, entry.deviceNumber);
}
function growTo(bytes) {
    const larger = Buffer.allocUnsafeSlow(2 * bytes);
    room.copy(larger);
    room = larger;
    view = new DataView(room.buffer);
}
/** When there are more they are forgotten: a host can list as many as it likes. */
const MAX_OWNERS = 1000;
const ownerNames = new WeakMap();
function ownersOf(names) {
    const known = ownerNames.get(names) ?? new Map();
    ownerNames.set(names, known);
    return known;
}
function ownerOf({ uid, gid }, names, known) {
    const key = `${uid}:${gid}`;
    const found = known.get(key);
    if (found !== undefined)
        return found;
    const bytes = Buffer.from(JSON.stringify([names.users.get(uid) ?? '', names.groups.get(gid) ?? '']));
    if (known.size === MAX_OWNERS)
        known.clear();
    known.set(key, bytes);
    return bytes;
}

;// CONCATENATED MODULE: ./build/operations/backup/folder-marks.js




/** Of fewer folders and files the trees are compared as fast as marks are read. */
const FEW_FOLDERS = 500;
const FEW_FILES = 20_000;
/** The paths of more folders would take too much memory. */
const MOST_FOLDERS = 100_000;
/** After so long all is compared once more, whatever the marks say: a damaged tree, or a fault of ours, must not stay unseen. */
const MAX_AGE_NS = 7n * 24n * 3600n * 1000000000n;
const VERSION_BYTES = 32;
const TIME_BYTES = 8;
const LENGTH_BYTES = 2;
/** Whether a snapshot's folders are worth marks. */
function isWorthMarks({ summary }) {
    const { dirsNew = 0, dirsChanged = 0, dirsUnmodified = 0, totalFilesProcessed = 0 } = summary ?? {};
    const folders = dirsNew + dirsChanged + dirsUnmodified;
    return folders <= MOST_FOLDERS && (folders >= FEW_FOLDERS || totalFilesProcessed >= FEW_FILES);
}
/**
 * The marks of a snapshot's folders, as a backup leaves them for the next. Numbers are big-endian:
 *
 *     SHA-256 of the program's version (32), when all was compared (8, in ns since 1970), then for each folder: length of its path (2), path, mark (32), ID of its
 *     tree (32)
 */
class FolderMarks {
    /** When all folders were last compared with their trees, in ns since 1970. */
    comparedNs;
    #bytes;
    /** Where each folder's mark stands. */
    #places = new Map();
    constructor(bytes) {
        this.#bytes = bytes;
        this.comparedNs = bytes.readBigInt64BE(VERSION_BYTES);
        let end;
        for (let at = VERSION_BYTES + TIME_BYTES; at < bytes.length; at = end) {
            const pathAt = at + LENGTH_BYTES;
            const markAt = pathAt + bytes.readUInt16BE(at);
            this.#places.set((0,bytestring.fromBytes)(bytes.subarray(pathAt, markAt)), markAt);
            end = markAt + MARK_BYTES + ids/* ID_BYTES */.Q$;
        }
    }
    /**
     * Null: they were made long ago, or by another version of the program, which may write trees in another way.
     * @param bytes As `encodeMarks` made them.
     */
    static decode(bytes, { programVersion, nowNs }) {
        if (!bytes.subarray(0, VERSION_BYTES).equals(hashOf(programVersion)))
            return null;
        const marks = new FolderMarks(bytes);
        const ageNs = nowNs - marks.comparedNs;
        return ageNs < 0n || ageNs > MAX_AGE_NS ? null : marks;
    }
    /** The folder, if it has a mark. */
    find(path) {
        const markAt = this.#places.get(path);
        if (markAt === undefined)
            return null;
        const treeAt = markAt + MARK_BYTES;
        const tree = this.#bytes.toString('hex', treeAt, treeAt + ids/* ID_BYTES */.Q$);
        return { path, mark: this.#bytes.subarray(markAt, treeAt), tree };
    }
}
/** What `FolderMarks.decode` reads. */
function encodeMarks(folders, { programVersion, comparedNs }) {
    const time = Buffer.alloc(TIME_BYTES);
    time.writeBigInt64BE(comparedNs);
    const parts = [hashOf(programVersion), time];
    for (const { path, mark, tree } of folders) {
        const length = Buffer.alloc(LENGTH_BYTES);
        length.writeUInt16BE(path.length);
        parts.push(length, Buffer.from(path, 'latin1'), mark, Buffer.from(tree, 'hex'));
    }
    return Buffer.concat(parts);
}
function hashOf(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest();
}

;// CONCATENATED MODULE: ./build/operations/backup/left-marks.js




/** The parent whose marks a backup takes, and the next one its own. Null: there are several, or it isn't worth it. */
function markedParent(parents) {
    const [parent] = parents;
    if (parent === undefined || parents.length > 1 || (0,repository_tags/* isIncomplete */.Ne)(parent.snapshot))
        return null;
    return isWorthMarks(parent.snapshot) ? parent : null;
}
/** What was left of the parent's folders, if it holds. The index must be loaded. */
async function loadMarks(repository, parent, { options, startedNs }) {
    const bytes = await repository.marks.load(parent.id);
    const { programVersion } = options;
    return bytes === null ? null : FolderMarks.decode(bytes, { programVersion, nowNs: startedNs });
}
/**
 * Leaves for the next backup what this one found. All that its snapshot needs must be stored.
 * @param snapshot Null: it would have been as its parent is, whose marks are added to.
 */
async function leaveMarks(run, { marks, asOfNs: ownNs }, snapshot) {
    const { repository, parents, options, signal } = run;
    const [parent] = parents;
    if (marks === null || parent === undefined || (snapshot === null && !marks.areNew))
        return;
    const asOfNs = snapshot === null ? (await (0,manifest/* listingOf */.K7)(repository, parent, options.target, signal)).startedNs : ownNs;
    const folders = marks.olderThan((0,backup_comparison/* trustedUntil */.qw)(asOfNs));
    const { programVersion } = options;
    const bytes = encodeMarks(folders, { programVersion, comparedNs: run.marks?.comparedNs ?? run.startedNs });
    await repository.marks.save(snapshot ?? parent.id, bytes, { instead: parent.id });
}

// EXTERNAL MODULE: ./build/operations/backup/manifest-of.js
var manifest_of = __webpack_require__(93043);
;// CONCATENATED MODULE: ./build/operations/backup/write-snapshot.js








/** What a checkpoint has of dumps and buckets: what of them is in the repository, the next run finds there. */
const NOTHING_ADDED = { dumps: [], buckets: [] };
/**
 * Adds the manifest, closes the root, and writes what is left: packs, then the index, then the snapshot.
 * The repository refuses the snapshot when its lock is lost: a prune may then have taken what the snapshot names.
 */
async function writeSnapshot(run, files, ending) {
    const { repository, options, reporter } = run;
    const tags = tagsOf(run, ending.complete);
    const paths = (0,recorded_path/* recordedPaths */.d)(options);
    if (options.dryRun) {
        return {
            snapshotId: null,
            unchanged: false,
            summary: summaryOf(run, files, { dumps: [], buckets: ending.buckets }, repository.written),
            paths,
            tags,
        };
    }
    reporter.onProgress(files.counts.progress('finishing'));
    const root = await (0,cancel/* untilCancelled */.c8)(files.assembly.rootNodes(), run.signal);
    // A dump is hardly ever what it was before: then there is a new snapshot. And what a parent has lost was saved anew.
    const maySkip = options.skipIfUnchanged &&
        !repository.leavesOut &&
        options.keepBecause === undefined &&
        ending.complete &&
        ending.dumps.length === 0 &&
        ending.buckets.length === 0;
    if (maySkip && (await isAsParent(run, root))) {
        await leaveMarks(run, files, null);
        return {
            snapshotId: null,
            unchanged: true,
            summary: summaryOf(run, files, NOTHING_ADDED, repository.written),
            paths,
            tags,
        };
    }
    const own = await saveOwn(run, files, ending);
    const tree = await (0,cancel/* untilCancelled */.c8)(files.assembly.saveRoot(root, [own]), run.signal);
    await (0,cancel/* untilCancelled */.c8)(repository.flush(), run.signal);
    const summary = summaryOf(run, files, ending, repository.written);
    const snapshot = { ...whoseSnapshot(run), timeNs: run.timeNs, tree, paths, tags, summary };
    const snapshotId = await repository.saveSnapshot(snapshot, run.signal);
    if (ending.complete)
        await leaveMarks(run, files, snapshotId);
    return { snapshotId, unchanged: false, summary, paths, tags };
}
/** Whether a complete parent has the same root, but for what is ours: the manifest says when it was made. */
async function isAsParent({ repository, parents, signal }, root) {
    const [parent] = parents;
    if (parent === undefined || (0,repository_tags/* isIncomplete */.Ne)(parent.snapshot))
        return false;
    const { nodes } = await repository.loadTree(parent.snapshot.tree, signal);
    return (0,format_tree/* encodeTree */.hN)({ nodes: ofHost(nodes) }).equals((0,format_tree/* encodeTree */.hN)({ nodes: ofHost(root) }));
}
function ofHost(nodes) {
    return nodes.filter(({ name }) => name !== own_tree/* OWN_FOLDER */.w5).sort((a, b) => (a.name < b.name ? -1 : 1));
}
/**
 * By so much a checkpoint is older than its run's snapshot: who goes by time alone, as restic's `latest` does, must not
 * take one that could not be removed for the newer of the two.
 */
const CHECKPOINT_OLDER_NS = 1000000n;
/**
 * Writes what is known so far as an incomplete snapshot, while listing and reading go on.
 *
 * The user's own tags aren't on it: what is kept by them doesn't count it.
 * @param signal When it is aborted before the snapshot is being written, there is none.
 */
async function writeCheckpoint(run, files, signal) {
    const { repository, options } = run;
    const summary = summaryOf(run, files, NOTHING_ADDED, repository.written);
    const own = saveOwn(run, files, { complete: false, quiescedMs: null, volume: null, ...NOTHING_ADDED });
    const tree = files.assembly.saveSoFar(own);
    const snapshot = {
        ...whoseSnapshot(run),
        timeNs: run.timeNs - CHECKPOINT_OLDER_NS,
        tree: await (0,cancel/* untilCancelled */.c8)(tree, signal),
        paths: (0,recorded_path/* recordedPaths */.d)(options),
        tags: [(0,repository_tags/* targetTag */.mI)(options.target), repository_tags/* INCOMPLETE_TAG */.yt, repository_tags/* CHECKPOINT_TAG */.sD],
        summary,
    };
    return repository.saveSnapshot(snapshot, signal);
}
function saveOwn(run, files, ending) {
    return (0,own_tree/* saveOwnTree */.aq)(run.repository, {
        target: run.options.target,
        manifest: (0,manifest/* encodeManifest */.Gb)((0,manifest_of/* manifestOf */.$)(run, files, ending)),
        dumps: ending.dumps.map(({ record, content }) => ({ name: record.name, ...content })),
        buckets: ending.buckets,
        timeNs: run.timeNs,
    });
}
function whoseSnapshot({ parents, hostname, probe, options }) {
    return {
        parent: parents[0]?.id ?? null,
        hostname,
        username: probe.username,
        uid: probe.uid,
        gid: 0, // the host wasn't asked
        excludes: [...options.excludes],
        original: null,
        programVersion: options.programVersion,
    };
}
function tagsOf(run, complete) {
    const { tags: own, target, keepBecause } = run.options;
    const tags = [...own, (0,repository_tags/* targetTag */.mI)(target), ...(keepBecause === undefined ? [] : (0,repository_tags/* keepTags */.dy)(keepBecause))];
    if (!complete)
        tags.push(repository_tags/* INCOMPLETE_TAG */.yt);
    return [...new Set(tags)];
}
function summaryOf(run, { counts, assembly }, { dumps, buckets }, written) {
    const dumpBytes = dumps.reduce((sum, { record }) => sum + record.size_bytes, 0);
    const parts = [
        { ...counts, ...assembly.counts },
        ...buckets.map((bucket) => ({ ...bucket.counts, ...bucket.folders })),
    ];
    const total = (count) => parts.reduce((sum, part) => sum + count(part), 0);
    return {
        backupStartNs: run.startedNs,
        backupEndNs: BigInt(Date.now()) * 1000000n,
        filesNew: total((part) => part.filesNew) + dumps.length, // each is made anew
        filesChanged: total((part) => part.filesChanged),
        filesUnmodified: total((part) => part.filesUnmodified),
        dirsNew: total((part) => part.dirsNew),
        dirsChanged: total((part) => part.dirsChanged),
        dirsUnmodified: total((part) => part.dirsUnmodified),
        totalFilesProcessed: total((part) => part.totalFilesProcessed) + dumps.length,
        totalBytesProcessed: total((part) => part.totalBytesProcessed) + dumpBytes,
        dataBlobs: written.dataBlobs,
        treeBlobs: written.treeBlobs,
        dataAdded: written.addedBytes,
        dataAddedPacked: written.storedBytes,
    };
}

;// CONCATENATED MODULE: ./build/operations/backup/checkpoints.js




/** A GitHub job may run for 6 h: of that, a run that is cut off loses no more. */
const CHECKPOINT_EVERY_MS = 15 * 60_000;
/** A timer of Node that is to wait longer doesn't wait at all. */
const MAX_TIMER_MS = 2 ** 31 - 1;
/** What was read in less is soon read again: a run that fails so early leaves no checkpoint. */
const WORTH_MS = 60_000;
/**
 * The checkpoints of one run: snapshots of what it has so far, each in place of the one before, for the run that goes on
 * when this one doesn't end. They are beside the work: whatever befalls them, the run goes on.
 */
class Checkpoints {
    #run;
    #lastCall;
    /** Null: never. */
    #everyMs;
    #files = null;
    #timer = null;
    #writing = Promise.resolve();
    /** Our newest one that is there. */
    #own = null;
    #filesRead = 0;
    #sinceMs = 0;
    /** The storage lets us write, but not remove. */
    #mayRemove = true;
    /** @param lastCall Aborted when there is no time left to write one. */
    constructor(run, lastCall) {
        const { checkpointEveryMs = CHECKPOINT_EVERY_MS, dryRun } = run.options;
        this.#run = run;
        this.#lastCall = lastCall;
        this.#everyMs = dryRun || checkpointEveryMs === null ? null : Math.min(checkpointEveryMs, MAX_TIMER_MS);
    }
    /** From here on one is written whenever it is time. */
    begin(files) {
        this.#files = files;
        this.#filesRead = 0;
        if (this.#timer !== null)
            clearTimeout(this.#timer);
        this.#sinceMs = performance.now();
        this.#plan();
    }
    /** Begins no further one. Resolves when none is being written. Never rejects. */
    async stop() {
        this.#everyMs = null;
        if (this.#timer !== null)
            clearTimeout(this.#timer);
        await this.#writing;
    }
    /** For a run that failed: writes one of what it has, unless that is little, and then none any more. Never rejects. */
    async conclude() {
        const worthMs = Math.min(this.#everyMs ?? Number.POSITIVE_INFINITY, WORTH_MS);
        await this.stop();
        if (performance.now() - this.#sinceMs < worthMs || !this.#isNewsworthy)
            return;
        // What keeps it from being written is likely what ended the run, and that is told.
        await this.#write().catch(() => { });
    }
    /**
     * Removes our own: the run's snapshot, which stands now, has all that was in them. And `superseded`. Never rejects.
     */
    async removeAll(superseded) {
        if (this.#own !== null)
            await this.#remove(this.#own);
        for (const id of superseded)
            await this.#remove(id);
    }
    get #isNewsworthy() {
        return this.#files !== null && this.#files.counts.filesRead > this.#filesRead;
    }
    #plan() {
        if (this.#everyMs === null)
            return;
        this.#timer = setTimeout(() => {
            this.#writing = this.#tryToWrite().finally(() => this.#plan());
        }, this.#everyMs);
        this.#timer.unref();
    }
    /** Never rejects. */
    async #tryToWrite() {
        // A cancelled run's first seconds are the application's; the last checkpoint is written after that.
        if (!this.#isNewsworthy || this.#run.signal.aborted)
            return;
        try {
            await this.#write();
        }
        catch (error) {
            if (this.#run.signal.aborted)
                return;
            this.#run.reporter.onWarning(`No checkpoint could be written: ${messageOf(error)}`);
        }
    }
    async #write() {
        const files = this.#files;
        if (files === null)
            return;
        const { filesRead } = files.counts;
        const older = this.#own;
        this.#own = await writeCheckpoint(this.#run, files, this.#lastCall);
        this.#filesRead = filesRead;
        this.#sinceMs = performance.now();
        this.#run.options.onCheckpoint?.(this.#own);
        this.#run.reporter.onInfo(`checkpoint ${this.#own.slice(0, 8)} saved`);
        if (older !== null)
            await this.#remove(older);
        // They pile up: fewer and fewer are made.
        if (!this.#mayRemove && this.#everyMs !== null)
            this.#everyMs = Math.min(this.#everyMs * 2, MAX_TIMER_MS);
    }
    /** Never rejects: what can't be removed is left, and told once. */
    async #remove(id) {
        if (!this.#mayRemove)
            return;
        const { repository, reporter } = this.#run;
        try {
            await repository.files.remove('snapshot', id, this.#lastCall);
        }
        catch (error) {
            this.#mayRemove = false;
            reporter.onWarning(`Checkpoint ${id.slice(0, 8)} and later ones are left in the repository: ${messageOf(error)} ` +
                'Forget them with a credential that may delete.');
        }
    }
}
/**
 * The checkpoints that a complete snapshot of `run` supersedes: those of earlier runs for the same host, target and
 * paths. Nothing but what is marked as a checkpoint of ours.
 */
function checkpointsAmong(earlier, { hostname, options }) {
    const paths = new Set((0,recorded_path/* recordedPaths */.d)(options));
    const isOurs = ({ snapshot }) => (0,repository_tags/* isCheckpoint */.Zx)(snapshot) &&
        snapshot.hostname === hostname &&
        (0,repository_tags/* targetOf */.$r)(snapshot) === options.target &&
        paths.symmetricDifference(new Set(snapshot.paths)).size === 0;
    return earlier.filter(isOurs).map(({ id }) => id);
}
function messageOf(error) {
    return (0,errors/* asHoldfastError */.C)(error)?.message ?? String(error);
}

// EXTERNAL MODULE: ./build/operations/young-generation.js
var young_generation = __webpack_require__(68990);
// EXTERNAL MODULE: ./build/operations/backup/content.js + 2 modules
var backup_content = __webpack_require__(79663);
// EXTERNAL MODULE: ./build/operations/backup/dump-records.js
var dump_records = __webpack_require__(9077);
// EXTERNAL MODULE: ./build/operations/backup/dump-streams.js
var dump_streams = __webpack_require__(22114);
;// CONCATENATED MODULE: ./build/operations/backup/dump-set.js






/** The dumps of one backup, in its repository. */
class DumpSet {
    #run;
    #streams;
    constructor(run) {
        this.#run = run;
        this.#streams = new dump_streams/* DumpStreams */.g(run, async (_name, content) => {
            const { saved } = await (0,backup_content/* saveContent */.Nq)(run.repository, content, run.signal);
            const stored = await saved();
            return { stored, sizeBytes: stored.sizeBytes };
        });
    }
    /** See DumpStreams. */
    pin() {
        return this.#streams.pin();
    }
    // Of a stream each read is a buffer: what its source doesn't give back waits for the young generation to be looked through.
    saveUnpinned() {
        return (0,young_generation/* withSmallYoungGeneration */.m)(() => this.#streams.saveUnpinned());
    }
    savePinned() {
        return (0,young_generation/* withSmallYoungGeneration */.m)(() => this.#streams.savePinned());
    }
    /** See DumpStreams. */
    giveUpEarlier() {
        return this.#streams.giveUpEarlier();
    }
    close() {
        return this.#streams.close();
    }
    /** What the tools have sent. */
    get bytesRead() {
        return this.#streams.bytesRead;
    }
    get saved() {
        return this.#streams.saved.map(({ record, stored }) => ({ record, content: stored }));
    }
    /** What was saved, compared with what the last snapshot of the target has under the same name; a shrink is told. */
    async results() {
        const { reporter, options } = this.#run;
        const limit = options.shrinkLimit ?? DEFAULT_SHRINK_LIMIT;
        const earlier = this.saved.length === 0 ? [] : await this.#earlierRecords();
        return this.saved.map(({ record }) => {
            const before = earlier.find(({ name }) => name === record.name);
            const change = before === undefined ? null : changeOf(before, record, limit);
            for (const line of change?.shrunk ?? []) {
                reporter.onWarning(`${record.name} has shrunk since the last dump: ${(0,bytestring.displayText)(line)}`);
            }
            return { record, change };
        });
    }
    async #earlierRecords() {
        const { last, repository, options, reporter, signal } = this.#run;
        if (last === null)
            return [];
        try {
            return await (0,dump_records/* dumpRecordsOf */.E)(repository, last, options.target, signal);
        }
        catch (error) {
            // It would only have told of a change: an old damage must not keep today's dump from being saved.
            if (signal.aborted)
                throw error;
            reporter.onWarning(`The dumps of snapshot ${last.id.slice(0, 8)} can't be compared: ${String(error)}`);
            return [];
        }
    }
}

// EXTERNAL MODULE: ./build/files/list.js + 4 modules
var list = __webpack_require__(42627);
// EXTERNAL MODULE: ./build/files/sources.js
var files_sources = __webpack_require__(26194);
// EXTERNAL MODULE: ./build/hosts/output.js
var output = __webpack_require__(52871);
// EXTERNAL MODULE: ./build/files/device-number.js
var device_number = __webpack_require__(27628);
;// CONCATENATED MODULE: ./build/files/untimed.js



/**
 * Filesystems that keep no time of a file's last change. What they give as its ctime is its mtime, which anybody may set back, and
 * which images that are built reproducibly have all alike: another content can stand behind the same size, times and inode.
 */
const UNTIMED = [
    ...['vfat', 'msdos', 'exfat', 'squashfs', 'erofs', 'iso9660', 'cramfs', 'romfs', 'afs'],
    ...['sshfs', 'rclone', 's3fs', 'fusefat', 'exfat', 'squashfuse', 'squashfuse_ll', 'fuseiso'].map((name) => `fuse[.]${name}`),
];
const SCRIPT = `grep -E ' - (${UNTIMED.join('|')}) ' /proc/self/mountinfo`;
/**
 * The devices mounted on the host whose filesystems keep no time of a file's last change. None where it can't tell (no /proc).
 * @throws What the host throws.
 */
async function findUntimedDevices(host, signal) {
    const { stdout } = await (0,output/* runToEnd */.cd)(host, SCRIPT, { signal });
    const devices = new Map();
    for (const line of (0,bytestring.fromBytes)(stdout).split('\n')) {
        const [, major, minor, kind] = /^\d+ \d+ (\d+):(\d+) .* - ([a-z0-9_.]+) /.exec(line) ?? [];
        if (major === undefined || minor === undefined || kind === undefined)
            continue;
        devices.set((0,device_number/* deviceNumber */.O)(BigInt(major), BigInt(minor)), kind);
    }
    return devices;
}

;// CONCATENATED MODULE: ./build/operations/backup/listing.js



/**
 * Looks for the sources; the listing itself begins with the iteration.
 * @param known What is known of the paths: they are not looked for then.
 * @throws What findSources throws; the iteration, what listTree throws.
 */
async function beginListing(run, known) {
    const { host, reader, options, signal } = run;
    const finding = findUntimedDevices(host, signal);
    finding.catch(() => { }); // met below
    const sources = known ?? (await lookForSources(run));
    const untimed = await finding;
    const startedNs = run.asOfNs ?? run.hostClockNs();
    const batches = sources.present.length === 0 ? NOTHING : (0,list/* listTree */.n)(host, sources.present, { ...options, reader, signal });
    return { sources, startedNs, untimed, batches };
}
const NOTHING = { async *[Symbol.asyncIterator]() { } };
function lookForSources({ host, reader, options, signal }) {
    const how = { reader, signal };
    return options.paths.length > 0 ? (0,files_sources/* findSources */.Id)(host, options.paths, how) : (0,files_sources/* noSources */.S0)(host, how);
}

;// CONCATENATED MODULE: ./build/operations/backup/pull-ahead.js
/** Entries that wait at most, in some 12 MiB; the host's find waits with the others. */
const MAX_WAITING_ENTRIES = 32_768;
/** The same once they are taken: enough to keep find busy. What takes them holds thousands itself. */
const MAX_WAITING_WHILE_TAKEN = 8192;
/** What `source` lists, asked for before somebody waits for it. Who asks no more must end the source itself. */
function pullAhead(source) {
    const ahead = new PulledAhead();
    void ahead.pull(source);
    return ahead;
}
/** To be iterated over once. */
class PulledAhead {
    #waiting = [];
    #entries = 0;
    #end = null;
    #mayWait = MAX_WAITING_ENTRIES;
    #isLeft = false;
    #arrival = Promise.withResolvers();
    #room = Promise.withResolvers();
    /** Never rejects: the iteration throws what `source` threw. */
    async pull(source) {
        let error = null;
        try {
            for await (const batch of source) {
                this.#waiting.push(batch);
                this.#entries += batch.entries.length;
                this.#arrival.resolve();
                while (this.#entries > this.#mayWait && !this.#isLeft)
                    await this.#nextRoom();
                if (this.#isLeft)
                    return;
            }
        }
        catch (thrown) {
            error = thrown;
        }
        this.#end = { error };
        this.#arrival.resolve();
    }
    /** How many of the entries that wait have changed at `sinceNs` or later, up to `limit`. */
    countChanged(sinceNs, limit) {
        let count = 0;
        for (const { entries } of this.#waiting) {
            for (const { ctimeNs } of entries)
                if (ctimeNs >= sinceNs && ++count === limit)
                    return count;
        }
        return count;
    }
    async *[Symbol.asyncIterator]() {
        this.#mayWait = MAX_WAITING_WHILE_TAKEN;
        try {
            for (;;) {
                for (let batch = this.#waiting.shift(); batch !== undefined; batch = this.#waiting.shift()) {
                    this.#entries -= batch.entries.length;
                    this.#room.resolve();
                    yield batch;
                }
                if (this.#end !== null)
                    break;
                await this.#arrival.promise;
                this.#arrival = Promise.withResolvers();
            }
            if (this.#end.error !== null)
                throw this.#end.error;
        }
        finally {
            this.#isLeft = true;
            this.#room.resolve();
        }
    }
    async #nextRoom() {
        await this.#room.promise;
        this.#room = Promise.withResolvers();
    }
}

;// CONCATENATED MODULE: ./build/operations/backup/early-listing.js


/** What was listed longer ago says too little of what is there now: the repository was locked meanwhile, say. */
const MAX_AGE_MS = 30_000;
/**
 * Whether files may be listed before it is their turn: nothing is held still for them, and no dump and no bucket must be older than
 * they are.
 */
function mayListEarly(options) {
    const { before, after, quiesce, application, volume, dumps = [], buckets = [] } = options;
    const isHeld = before.length > 0 || after.length > 0 || quiesce !== undefined || application !== undefined;
    return !isHeld && volume === undefined && dumps.length + buckets.length === 0;
}
/**
 * A listing that goes on while the repository is opened: the password alone takes half a second, in which the host has
 * nothing to do.
 */
class EarlyListing {
    #beginning;
    #startedMs = performance.now();
    #stop = new AbortController();
    #ahead = null;
    #isTaken = false;
    constructor(run) {
        const signal = AbortSignal.any([run.signal, this.#stop.signal]);
        this.#beginning = beginListing({ ...run, signal }).then((listing) => {
            this.#ahead = pullAhead(listing.batches);
            return { ...listing, batches: this.#ahead };
        });
        this.#beginning.catch(() => { }); // met by `take`
    }
    /** @param run Its signal also ends the listing when nobody takes it any more. */
    static begin(run) {
        return new EarlyListing(run);
    }
    /** How many entries that were listed by now and wait have changed at `sinceNs` or later, up to `limit`. */
    countChanged(sinceNs, limit) {
        return this.#ahead?.countChanged(sinceNs, limit) ?? 0;
    }
    /** The listing. Null: it is too old, or was taken before. @throws As beginListing. */
    async take() {
        const isFresh = !this.#isTaken && performance.now() - this.#startedMs < MAX_AGE_MS;
        this.#isTaken = true;
        if (isFresh)
            return this.#beginning;
        this.#stop.abort();
        return null;
    }
}

// EXTERNAL MODULE: ./build/operations/old-generation.js
var old_generation = __webpack_require__(49865);
// EXTERNAL MODULE: ./build/operations/own-place.js
var own_place = __webpack_require__(72129);
// EXTERNAL MODULE: ./build/operations/backup/counts.js
var backup_counts = __webpack_require__(3048);
// EXTERNAL MODULE: ./build/operations/backup/dry-trees.js
var dry_trees = __webpack_require__(62707);
// EXTERNAL MODULE: ./build/operations/many-folders.js
var many_folders = __webpack_require__(23756);
;// CONCATENATED MODULE: ./build/operations/backup/few-trees.js

/** Files in so many or so large folders that opening their trees keeps threads busy: those start while the lock settles. */
const LARGE_BACKUP_FILES = 100_000;
/** To open so many one by one takes as long as a thread for it takes to start. */
const FEW_TREES = 200;
/**
 * `trees`, of which few are expected to be asked for: none is loaded ahead. Where more are asked for after all, `expectMany` is called,
 * and from then on they are.
 */
function fewTrees(trees, expectMany) {
    let loaded = 0;
    return {
        loadBlob: (type, id, signal) => {
            if (++loaded === FEW_TREES)
                expectMany();
            return trees.loadBlob(type, id, signal);
        },
        prefetchTrees: (ids) => {
            if (loaded >= FEW_TREES)
                trees.prefetchTrees(ids);
        },
        saveTree: (tree) => trees.saveTree(tree),
        room: () => trees.room(),
    };
}
/** Says that the trees of most folders of `parents` will be asked for. */
function expectAllTrees(repository, parents) {
    if (parents.some(isLarge))
        repository.startThreads();
    else if (parents.some(({ snapshot }) => (0,many_folders/* hasManyFolders */.r)(snapshot)))
        repository.openTreesAhead();
}
function isLarge({ snapshot }) {
    return (snapshot.summary?.totalFilesProcessed ?? 0) >= LARGE_BACKUP_FILES;
}

// EXTERNAL MODULE: ./build/files/read-files.js + 2 modules
var read_files = __webpack_require__(54989);
;// CONCATENATED MODULE: ./build/operations/backup/file-queue.js
/**
 * Entries asked from the host's tar in one command: enough to hide the round trip, and that a process as large as ours is copied
 * for each of its commands; few enough to hold in memory.
 */
const BATCH_FILES = 8192;
/** Bytes after which a batch is closed early: what was read is settled (and can be kept) that often. */
const BATCH_BYTES = 1024n * 1024n * 1024n;
/** While nothing is read, fewer are enough: the host has nothing better to do, however long the listing goes on. */
const IDLE_BATCH_FILES = 128;
const IDLE_BATCH_BYTES = 16n * 1024n * 1024n;
/**
 * Gathers wanted entries into batches. While the listing fills one, the host is asked for another, a third is read, and the
 * host accounts for a fourth, whose last contents are on their way into the repository. So at most four are in memory: `add`
 * waits.
 */
class FileQueue {
    #read;
    #batch = [];
    #batchBytes = 0n;
    /** The batch that was begun last: it has come, and the one before it is settled. */
    #reading = Promise.resolve({ settled: Promise.resolve() });
    /** The same of the batch before: none waits for its turn then. */
    #before = this.#reading;
    #underWay = 0;
    /** @param read The first failure ends the queue. */
    constructor(read) {
        this.#read = read;
    }
    /** Null: there is nothing to wait for. */
    add(wanted) {
        this.#batch.push(wanted);
        this.#batchBytes += wanted.entry.sizeBytes;
        const [files, bytes] = this.#underWay > 0 ? [BATCH_FILES, BATCH_BYTES] : [IDLE_BATCH_FILES, IDLE_BATCH_BYTES];
        return this.#batch.length >= files || this.#batchBytes >= bytes ? this.#send() : null;
    }
    /** Resolves when all that was added has been read and saved. */
    async finish() {
        await this.#send();
        await (await this.#reading).settled;
    }
    async #send() {
        await this.#before;
        const batch = this.#batch;
        if (batch.length === 0)
            return;
        this.#batch = [];
        this.#batchBytes = 0n;
        const before = this.#reading;
        this.#before = before;
        this.#reading = this.#readBehind(before, batch);
        this.#reading.catch(() => { }); // met by the next `add` or by `finish`
    }
    /** Resolves when the contents of `batch` have come, and the batch before it is settled. */
    async #readBehind(before, batch) {
        this.#underWay++;
        const turn = before.then(() => { });
        const reading = this.#read(batch, turn).finally(() => this.#underWay--);
        reading.catch(() => { });
        await (await before).settled;
        const { settled } = await reading;
        settled.catch(() => { }); // met by whoever comes next
        return { settled };
    }
}

// EXTERNAL MODULE: ./build/repository/format/mode.js
var mode = __webpack_require__(41246);
;// CONCATENATED MODULE: ./build/operations/backup/read-batch.js






/** Reads batches of entries from the host, saves their contents, and supplies their nodes. */
class BatchReader {
    #run;
    #assembly;
    #counts;
    #hardLinks;
    #names;
    #again = [];
    #triedAgain = new Set();
    constructor(run, parts) {
        this.#run = run;
        this.#assembly = parts.assembly;
        this.#counts = parts.counts;
        this.#hardLinks = parts.hardLinks;
        this.#names = parts.names;
    }
    /**
     * Asks the host for the batch now, and takes what it sends when it is its turn. Resolves when all contents have come: the
     * next batch can be read while this one is settled.
     */
    async read(batch, turn) {
        const received = Promise.withResolvers();
        const wanted = new Map(batch.map((entry) => [entry.entry, entry]));
        const settled = this.#take(wanted, await this.#ask(wanted, turn), received.resolve);
        await Promise.race([received.promise, settled]);
        return { settled };
    }
    /** What the host sends of `wanted`, from its turn on. A command takes a while to begin, in which another can be read. */
    async #ask(wanted, turn) {
        const { host, reader } = this.#run;
        const over = new AbortController();
        const signal = AbortSignal.any([over.signal, this.#run.signal]);
        const events = (0,read_files/* readFilesByTurns */.P)(host, [...wanted.keys()], { reader, signal });
        const first = events.next();
        first.catch(() => { }); // met by who goes on
        try {
            await turn;
        }
        catch (error) {
            over.abort(error);
            await first.catch(() => { });
            await events.return?.();
            throw error;
        }
        return begun(first, events);
    }
    async #take(wanted, turns, onReceived) {
        const received = new Map();
        for await (const events of turns) {
            for (const event of events) {
                if (event.kind === 'content') {
                    received.set(event.entry, await this.#receive(event));
                }
                else if (event.kind === 'received') {
                    onReceived();
                }
                else if (event.kind === 'notice') {
                    this.#run.reporter.onWarning((0,bytestring.displayText)(event.message));
                }
                else {
                    const settling = this.#settle(wanted.get(event.entry), event.outcome, received.get(event.entry));
                    if (settling !== null)
                        await settling;
                }
            }
        }
        this.#run.reporter.onProgress(this.#counts.progress('listing'));
    }
    async #receive({ entry, content, extendedAttributes }) {
        const { repository, signal } = this.#run;
        const { blobCount, saved } = await (0,backup_content/* saveContent */.Nq)(repository, this.#counted(content), signal);
        return { blobCount, saved, extendedAttributes: this.#storable(entry, extendedAttributes) };
    }
    /** Files to be read once more: those that were away for a moment, and names of files whose other name was not read. */
    takeAgain() {
        const again = this.#again;
        this.#again = [];
        return again;
    }
    /** Not kept while files wait: a node takes as much memory as an entry. */
    #nodeOf({ entry, isApart }) {
        const node = (0,node_of_entry/* nodeOfEntry */.Sq)(entry, (0,paths/* baseName */.Fl)(entry.path), this.#names);
        return isApart ? (0,node_of_entry/* apart */.zZ)(node) : node;
    }
    /** In a dry run: as if `file` had been read; its other names needn't be. */
    pretend(file) {
        this.#counts.bytesRead += Number(file.entry.sizeBytes);
        const read = { blobs: [], sizeBytes: file.entry.sizeBytes, extendedAttributes: [] };
        this.#hardLinks.settle(file.entry, read);
        this.supply(file, read);
    }
    /** @param node Default: as it was listed. */
    supply(file, read, node = this.#nodeOf(file)) {
        const { blobs, sizeBytes, extendedAttributes } = read;
        if (!this.#assembly.takeRoom(file.folder, blobs.length)) {
            this.#run.problems.add('unreadable', file.entry.path, (0,backup_content/* tooManyBlobs */.UC)(blobs.length));
            this.#assembly.drop(file.folder);
            return;
        }
        this.#counts.addFile(file.isNew ? 'new' : 'changed', sizeBytes);
        this.#assembly.supply(file.folder, {
            ...node,
            // What was read decides: a reader pads a node whose size says more than its content.
            sizeBytes,
            content: blobs,
            extendedAttributes: [...extendedAttributes],
        });
    }
    /** Null: there is nothing to wait for. */
    #settle(wanted, outcome, received) {
        if (wanted !== undefined && 'isNew' in wanted)
            return this.#settleFile(wanted, outcome, received);
        if (wanted !== undefined) {
            this.#settleAttributes(wanted, outcome, received?.extendedAttributes ?? null);
        }
        return null;
    }
    async #settleFile(file, told, received) {
        if (isAway(told, received) && !this.#triedAgain.has(file)) {
            this.#triedAgain.add(file);
            this.#again.push(file, ...this.#hardLinks.settle(file.entry, null));
            return;
        }
        const outcome = received === undefined ? ofAbsent(told) : this.#ifItFits(told, received);
        this.#triedAgain.delete(file);
        this.#report(file, outcome);
        const isKept = outcome.kind === 'read' || outcome.kind === 'changed';
        const read = received === undefined || !isKept
            ? null
            : { ...(await received.saved()), extendedAttributes: received.extendedAttributes };
        const waiting = this.#hardLinks.settle(file.entry, outcome.kind === 'read' ? read : null);
        if (read === null)
            this.#assembly.drop(file.folder);
        else if (outcome.kind === 'changed')
            this.supply(file, read, asRead(this.#nodeOf(file), outcome.readAs));
        else
            this.supply(file, read);
        for (const other of waiting) {
            if (read !== null && outcome.kind === 'read')
                this.supply(other, read);
            else
                this.#again.push(other);
        }
    }
    /** Its blobs aren't even gathered where there is no room for them. */
    #ifItFits(outcome, { blobCount }) {
        if (outcome.kind === 'vanished' || this.#assembly.hasRoom(blobCount))
            return outcome;
        return { kind: 'unreadable', message: (0,backup_content/* tooManyBlobs */.UC)(blobCount) };
    }
    /** The entry itself is saved as it was listed, whatever became of it: an entry without content has no other state. */
    #settleAttributes({ entry, node, folder }, outcome, received) {
        const attributes = outcome.kind === 'read' ? received : null;
        if (outcome.kind === 'unreadable') {
            this.#run.problems.warn(entry.path, `its extended attributes are not saved: ${outcome.message}`);
        }
        else if (outcome.kind === 'read' && outcome.warning !== null) {
            this.#run.problems.warn(entry.path, outcome.warning);
        }
        if (node !== null) {
            this.#assembly.supply(folder, (0,node_of_entry/* withAttributes */.EZ)(node, attributes));
        }
        else {
            folder.extendedAttributes = attributes;
            this.#assembly.drop(folder);
        }
    }
    /** The format holds names of attributes as text: one that isn't UTF-8 would be lost, and make restic refuse the tree. */
    #storable(entry, attributes) {
        return attributes.filter(({ name }) => {
            if ((0,bytestring.toText)(name) !== null)
                return true;
            this.#run.problems.warn(entry.path, `its attribute "${name}" isn't saved: the name isn't UTF-8`);
            return false;
        });
    }
    #report({ entry }, outcome) {
        if (outcome.kind !== 'read')
            this.#run.problems.add(outcome.kind, entry.path, outcome.message);
        else if (outcome.warning !== null)
            this.#run.problems.warn(entry.path, outcome.warning);
    }
    #counted(content) {
        if (!(content instanceof Uint8Array))
            return this.#countedStream(content);
        this.#counts.bytesRead += content.length;
        return content;
    }
    async *#countedStream(content) {
        for await (const part of content) {
            if ('holeBytes' in part)
                this.#counts.holeBytes += part.holeBytes;
            else
                this.#counts.bytesRead += part.length;
            this.#run.reporter.onProgress(this.#counts.progress('listing'));
            yield part;
        }
    }
}
/** The rest of `events`, of which the first was asked for. */
async function* begun(first, events) {
    try {
        for (let step = await first; step.done !== true; step = await events.next())
            yield step.value;
    }
    finally {
        await events.return?.();
    }
}
/** tar found nothing to send of a file that is there: it went and came back, or another file has come in its place. */
function isAway(outcome, received) {
    return outcome.kind === 'changed' && received === undefined && !isOfAnotherKind(outcome.now);
}
function isOfAnotherKind(now) {
    return now !== null && now.type !== 'file';
}
/** A file in whose place a folder stands is gone; the folder is new, and the next listing's. */
function ofAbsent(outcome) {
    if (outcome.kind !== 'changed')
        return outcome;
    return { kind: isOfAnotherKind(outcome.now) ? 'vanished' : 'unreadable', message: outcome.message };
}
/**
 * `node` of a file whose content may be that of another: it gets the owner and the permissions of what was read, and no inode,
 * so that no later backup takes the content over.
 */
function asRead(node, access) {
    if (access === null)
        return (0,node_of_entry/* apart */.zZ)(node);
    const { uid, gid, permissions } = access;
    return { ...(0,node_of_entry/* apart */.zZ)(node), uid, gid, user: '', group: '', mode: (0,mode/* modeOf */.V)('file', permissions) };
}

;// CONCATENATED MODULE: ./build/operations/backup/file-saver.js








const WHY_NO_SOCKETS = 'what listens on one makes it anew';
/** Stands for the path where a host's message names none. */
const UNNAMED = '?';
/** Takes a listing as it comes, and sees to each entry. */
class FileSaver {
    #run;
    #names;
    #assembly;
    #counts;
    #comparison;
    #hardLinks;
    #queue;
    #reader;
    #sockets = 0;
    constructor(run, parts) {
        this.#run = run;
        this.#hardLinks = parts.hardLinks;
        this.#names = parts.names;
        this.#assembly = parts.assembly;
        this.#counts = parts.counts;
        this.#comparison = parts.comparison;
        this.#reader = new BatchReader(run, parts);
        this.#queue = new FileQueue(async (batch, turn) => {
            await parts.writeBack.before(batch.map(({ entry }) => entry));
            return this.#reader.read(batch, turn);
        });
    }
    /** @param unchanged What finds folders that needn't be looked into, if anything does. */
    async take({ entries, problems }, unchanged) {
        for (const problem of problems)
            this.#note(problem);
        for (const entry of entries) {
            const taking = unchanged === null ? this.takeEntry(entry) : unchanged.take(entry);
            if (taking !== null)
                await taking;
        }
        this.#run.reporter.onProgress(this.#counts.progress('listing'));
    }
    /** Resolves when all that was listed is read and saved. */
    async finish() {
        this.#counts.endListing();
        this.#assembly.leaveAll();
        await this.#queue.finish();
        if (this.#sockets > 0)
            this.#run.reporter.onInfo(`Sockets are not saved (found: ${this.#sockets}): ${WHY_NO_SOCKETS}.`);
        for (let again = this.#reader.takeAgain(); again.length > 0; again = this.#reader.takeAgain()) {
            for (const file of again)
                await this.#want(file, this.#hardLinks.find(file));
            await this.#queue.finish();
        }
    }
    #note({ kind, path, message }) {
        const { problems, reporter } = this.#run;
        if (kind === 'notice')
            reporter.onWarning((0,bytestring.displayText)(message));
        else
            problems.add(kind, path ?? UNNAMED, message);
    }
    /** As `#takeElsewhere`; null, with nothing to wait for, where the entry is as it was, in the folder that the listing is in. */
    takeEntry(entry) {
        const isInFolder = entry.type !== 'dir' && (0,node_of_entry/* isSaved */.Gs)(entry.type);
        // Never of ours: that stands in the root, or in a folder that was refused.
        const folder = isInFolder ? this.#assembly.folderAtHand(entry.path) : null;
        return folder === null ? this.#takeElsewhere(entry) : this.#takeInto(folder, entry);
    }
    /** Takes a folder with all below it. Where something of itself has changed, that is looked at as of any other. */
    async takeUnchanged({ entry, tree, folders, files, bytes }) {
        const folder = await this.#assembly.folderOf(entry.path);
        await this.#takeFolders();
        this.#counts.addUnmodified(files, bytes);
        const node = (0,node_of_entry/* nodeOfEntry */.Sq)(entry, (0,paths/* baseName */.Fl)(entry.path), this.#names);
        if (folder.previous.hasBelow(node.name, tree) && this.#keeps(entry, node, folder)) {
            this.#assembly.counts.dirsUnmodified += folders;
            return;
        }
        this.#assembly.counts.dirsUnmodified += folders - 1; // it counts itself
        await this.#assembly.enter(entry, tree);
        await this.#takeFolders();
    }
    async #takeElsewhere(entry) {
        if (entry.path === own_tree/* OWN_PATH */.xD || (0,paths/* isInside */.FK)(entry.path, own_tree/* OWN_PATH */.xD))
            return this.#refuseOwn(entry);
        if (entry.type === 'other') {
            this.#run.problems.add('unsupported', entry.path, 'a kind of entry that cannot be saved');
        }
        if (entry.type === 'socket')
            this.#sockets++;
        if (!(0,node_of_entry/* isSaved */.Gs)(entry.type))
            return;
        if (entry.type === 'dir') {
            await this.#assembly.enter(entry);
            return this.#takeFolders();
        }
        const folder = await this.#assembly.folderOf(entry.path);
        await this.#takeFolders();
        await this.#takeInto(folder, entry);
    }
    /** Null: the entry is kept. */
    #takeInto(folder, entry) {
        const node = (0,node_of_entry/* nodeOfEntry */.Sq)(entry, (0,paths/* baseName */.Fl)(entry.path), this.#names);
        const isAdmitted = entry.type !== 'file' || this.#hardLinks.admit(entry);
        if (isAdmitted && this.#keeps(entry, node, folder))
            return null;
        this.#assembly.expect(folder);
        if (entry.type === 'file')
            return this.#takeFile({ entry, folder, isApart: !isAdmitted }, node);
        return this.#takeWithoutContent(folder, entry, node);
    }
    #takeWithoutContent(folder, entry, node) {
        const previous = folder.previous.find(node.name);
        const attributes = this.#attributesOf(entry, previous);
        if (attributes === null)
            return this.#queue.add({ entry, node, folder });
        this.#assembly.supply(folder, (0,node_of_entry/* withAttributes */.EZ)(node, attributes));
        return null;
    }
    async #takeFolders() {
        for (const folder of this.#assembly.takeEntered()) {
            folder.extendedAttributes = this.#attributesOfFolder(folder);
            if (folder.extendedAttributes !== null)
                continue;
            this.#assembly.expect(folder);
            await this.#queue.add({ entry: folder.entry, node: null, folder });
        }
    }
    #attributesOfFolder({ entry, name, above }) {
        const kept = above?.previous.findSame((0,node_of_entry/* nodeOfEntry */.Sq)(entry, name, this.#names)) ?? null;
        if (kept !== null && this.#comparison.isKept(entry, kept))
            return kept.extendedAttributes;
        return this.#attributesOf(entry, above?.previous.find(name) ?? []);
    }
    /** Of an entry without content: those that a parent has, none if the host's tar gives none, or null: to be read. */
    #attributesOf(entry, previous) {
        const untouched = this.#comparison.findUntouched(entry, previous);
        if (untouched !== null)
            return untouched.extendedAttributes;
        return this.#run.options.dryRun || !(0,read_files/* readsAttributes */.dB)(this.#run.reader) ? [] : null;
    }
    /** Takes an entry that is in every respect as it was: the short way, which nearly all of them go. */
    #keeps(entry, node, folder) {
        const kept = folder.previous.findSame(node);
        if (kept === null || !this.#comparison.isKept(entry, kept))
            return false;
        if (!this.#assembly.takeRoom(folder, kept.content.length))
            return false;
        if (entry.type === 'file')
            this.#counts.addKept(folder.previous.outcomeOf(node, kept.content), entry.sizeBytes);
        this.#assembly.keep(folder, node.name);
        return true;
    }
    /** @param node As it was listed. */
    #takeFile(file, node) {
        const { entry, folder, isApart } = file;
        const isChanged = folder.previous.hasOtherFile(node);
        const unchanged = isChanged
            ? null
            : this.#comparison.findUnchanged(entry, folder.previous.find(node.name));
        if (unchanged !== null) {
            const { content, node: old } = unchanged;
            if (!this.#assembly.takeRoom(folder, content.length)) {
                this.#run.problems.add('unreadable', entry.path, (0,backup_content/* tooManyBlobs */.UC)(content.length));
                this.#assembly.drop(folder);
                return null;
            }
            const { extendedAttributes, otherFields } = old;
            this.#counts.addListed(entry.sizeBytes);
            const own = isApart ? (0,node_of_entry/* apart */.zZ)(node) : node;
            this.#counts.addKept(folder.previous.outcomeOf(own, content), entry.sizeBytes);
            this.#assembly.supply(folder, { ...own, content, extendedAttributes, otherFields });
            return null;
        }
        const wanted = { ...file, isNew: !isChanged && folder.previous.isNewFile(node.name) };
        const read = this.#hardLinks.find(wanted);
        this.#counts.addListed(read === null ? entry.sizeBytes : null);
        return this.#want(wanted, read);
    }
    /**
     * Null: there is nothing to wait for.
     * @param read What is known of another name of the same file: see HardLinks.find.
     */
    #want(file, read) {
        if (read === null && !this.#run.options.dryRun) {
            this.#run.repository.expectToSave(Number(file.entry.sizeBytes));
            return this.#queue.add(file);
        }
        if (read === null)
            this.#reader.pretend(file);
        else if (read !== 'wait')
            this.#reader.supply(file, read);
        return null;
    }
    #refuseOwn(entry) {
        if (entry.path !== own_tree/* OWN_PATH */.xD)
            return;
        this.#run.problems.add('unsupported', entry.path, "the name is taken by what Holdfast adds to a snapshot; it isn't saved");
    }
}

;// CONCATENATED MODULE: ./build/operations/backup/hard-links.js
/**
 * Files with several names: each is read once. Also the guard of restic's rule that nodes with the same inode and
 * device are one file: whoever restores them gives all of them the first one's content.
 */
class HardLinks {
    #inodes = new Map();
    #oldUntilNs;
    /** @param oldUntilNs Whoever was changed before is older than the listing, by the host's clock. */
    constructor(oldUntilNs) {
        this.#oldUntilNs = oldUntilNs;
    }
    /**
     * Takes note of a listed file. False: another file may have been listed before with its inode and device. That one
     * was deleted, or changed, since; as names of one file both would be restored with the same content. Files with one
     * name are too many to be remembered; but who took over the inode of one that was listed got its second name since.
     */
    admit(entry) {
        if (entry.links < 2n && this.#inodes.size === 0)
            return true;
        if (entry.links > 1n && entry.ctimeNs >= this.#oldUntilNs)
            return false;
        const key = keyOf(entry);
        const inode = this.#inodes.get(key);
        if (inode === undefined) {
            if (entry.links > 1n)
                this.#inodes.set(key, { first: entry, namesLeft: entry.links - 1n, state: 'unread' });
            return true;
        }
        inode.namesLeft--;
        return isSameFile(inode.first, entry);
    }
    /** What was read of another name of the file; `wait`: it is being read, `file` is given back by `settle`; null: read it. */
    find(file) {
        const inode = this.#inodeOf(file.entry);
        if (inode === undefined)
            return null;
        const { state } = inode;
        if (state === 'unread') {
            inode.state = { waiting: [] };
            return null;
        }
        if ('read' in state) {
            if (inode.namesLeft <= 0n)
                this.#inodes.delete(keyOf(file.entry));
            return state.read;
        }
        state.waiting.push(file);
        return 'wait';
    }
    /**
     * Says what came of reading a name; gives the names that waited for it. After a failure (null) the others must be
     * read by themselves: that one name is gone says nothing of them.
     */
    settle(entry, read) {
        const inode = this.#inodeOf(entry);
        if (inode === undefined || inode.state === 'unread' || 'read' in inode.state)
            return [];
        const { waiting } = inode.state;
        inode.state = read === null ? 'unread' : { read };
        if (read !== null && inode.namesLeft <= 0n)
            this.#inodes.delete(keyOf(entry));
        return waiting;
    }
    #inodeOf(entry) {
        if (entry.links < 2n)
            return undefined;
        const inode = this.#inodes.get(keyOf(entry));
        return inode !== undefined && isSameFile(inode.first, entry) ? inode : undefined;
    }
}
function keyOf({ device, inode }) {
    return `${device}:${inode}`;
}
function isSameFile(a, b) {
    return (a.links === b.links && a.sizeBytes === b.sizeBytes && a.mtimeNs === b.mtimeNs && a.ctimeNs === b.ctimeNs);
}

;// CONCATENATED MODULE: ./build/operations/backup/new-marks.js


/** Gathers the marks that a backup leaves for the next one: of the folders that are as its parent has them. */
class NewMarks {
    #names;
    /** What was listed in folders of which the tree isn't known yet. */
    #noted = new Map();
    #kept = [];
    #compared = [];
    constructor(names) {
        this.#names = names;
    }
    /** A folder that has the mark that the parent's has. */
    keep(folder) {
        this.#kept.push(folder);
    }
    /** A folder that is compared entry by entry, with all that was listed in it. */
    note(path, entries) {
        this.#noted.set(path, entries);
    }
    /**
     * What became of a folder. It gets its mark where the parent has this very tree, of as many entries as were listed: what can't be
     * read must be told each time. And where all is known of each.
     */
    settle({ entry: { path }, kept, nodes, previous }, tree) {
        const entries = this.#noted.get(path);
        this.#noted.delete(path);
        if (entries === undefined || !previous.has(tree))
            return;
        if (entries.length !== kept.size + nodes.length || !nodes.every(node_of_entry/* isKnown */.qE))
            return;
        this.#compared.push({ path, tree, mark: markOf(entries, this.#names), newestNs: newestOf(entries) });
    }
    /** Whether there are marks that the parent doesn't have. */
    get areNew() {
        return this.#compared.length > 0;
    }
    /** The folders with their marks, but for those in which something isn't older than `untilNs`. */
    olderThan(untilNs) {
        return [...this.#kept, ...this.#compared.filter(({ newestNs }) => newestNs < untilNs)];
    }
}
function newestOf(entries) {
    let newest = -(2n ** 63n);
    for (const { ctimeNs } of entries)
        if (ctimeNs > newest)
            newest = ctimeNs;
    return newest;
}

// EXTERNAL MODULE: ./build/operations/backup/tree-assembly.js + 5 modules
var tree_assembly = __webpack_require__(88116);
;// CONCATENATED MODULE: ./build/operations/backup/unchanged-folders.js



/** Entries of folders that the listing is in, at most: some 12 MiB. */
const MAX_HELD_ENTRIES = 32_768;
/**
 * Finds in a listing the folders that are as they were, with all below them, by the marks that the last backup left of them: their
 * trees are neither read nor compared. All else is given on entry by entry, as if there were no marks.
 *
 * A folder is held back until the listing has left it, or until something in it turns out to be otherwise: then it is given on, and so
 * are those above it. So what is held are entries of folders on the way to where the listing is, and nothing below them.
 */
class UnchangedFolders {
    #options;
    /** The folders that the listing is in, each in the one before. */
    #levels = [];
    #held = 0;
    constructor(options) {
        this.#options = options;
    }
    /** Takes the next entry of the listing. Null: there is nothing to wait for. */
    take(entry) {
        const level = this.#levels.at(-1);
        const isAtHand = level !== undefined && entry.type !== 'dir' && standsIn(level.entry.path, entry.path);
        return isAtHand ? this.#takeInto(level, entry) : this.#takeElsewhere(entry);
    }
    /** To be called once the listing is at its end. */
    async end() {
        while (this.#levels.length > 0)
            await this.#leave();
    }
    #takeInto(level, entry) {
        const { taker } = this.#options;
        if (level.entries === null)
            return taker.takeEntry(entry);
        if (this.#held === MAX_HELD_ENTRIES)
            return this.#giveUp(this.#levels, entry);
        if (!isToldByMark(entry) || this.#isYoung(entry))
            return this.#giveUp([level], entry);
        this.#hold(level.entries, entry);
        if (level.isOpen)
            return taker.takeEntry(entry);
        level.count(entry);
        return null;
    }
    async #takeElsewhere(entry) {
        const above = (0,paths/* parentPath */.yl)(entry.path);
        while (this.#levels.length > 0 && this.#levels.at(-1)?.entry.path !== above)
            await this.#leave();
        const level = this.#levels.at(-1);
        if (entry.type === 'dir' && entry.path !== '/')
            await this.#enter(level, entry);
        else
            await (level === undefined ? this.#options.taker.takeEntry(entry) : this.#takeInto(level, entry));
    }
    async #enter(above, folder) {
        if (this.#held === MAX_HELD_ENTRIES)
            await this.#giveUp(this.#levels, null);
        const isYoung = this.#isYoung(folder);
        if (isYoung && above !== undefined)
            await this.#giveUp([above], null);
        else if (above?.entries)
            this.#hold(above.entries, folder);
        const marked = isYoung ? null : (this.#options.marks?.find(folder.path) ?? null);
        this.#levels.push(new Level(folder, marked));
        if (marked === null)
            await this.#open();
    }
    #isYoung({ ctimeNs, device }) {
        return ctimeNs >= this.#options.trustedUntilNs || this.#options.untimed?.has(device) === true;
    }
    #hold(entries, entry) {
        entries.push(entry);
        this.#held++;
    }
    /** From now on `levels` can't have marks: what stands in them is otherwise, can't be told by one, or is too much to be held. */
    async #giveUp(levels, next) {
        await this.#open();
        for (const level of levels) {
            this.#held -= level.entries?.length ?? 0;
            level.entries = null;
        }
        if (next !== null)
            await this.#options.taker.takeEntry(next);
    }
    /** Gives on what was held back. */
    async #open() {
        for (const level of this.#levels) {
            if (level.isOpen)
                continue;
            level.isOpen = true;
            await this.#options.taker.takeEntry(level.entry);
            for (const entry of level.entries ?? [])
                await this.#giveOn(level, entry);
            level.unchanged.clear();
        }
    }
    async #giveOn({ unchanged }, entry) {
        const { taker } = this.#options;
        const folder = unchanged.get(entry.path);
        if (folder !== undefined)
            await taker.takeUnchanged(folder);
        // Else the listing is in that folder, which is given on by itself.
        else if (entry.type !== 'dir')
            await taker.takeEntry(entry);
    }
    /** Leaves the folder that the listing is in. */
    async #leave() {
        const { names, found } = this.#options;
        const level = this.#levels.at(-1);
        const { entries, marked, isOpen } = level;
        const isUnchanged = !isOpen && entries !== null && marked !== null && markOf(entries, names).equals(marked.mark);
        if (!isUnchanged)
            await this.#open();
        this.#levels.pop();
        this.#held -= entries?.length ?? 0;
        if (isUnchanged) {
            found.keep(marked);
            await this.#passUnchanged(level.asUnchanged(marked.tree));
        }
        else if (entries !== null)
            found.note(level.entry.path, entries);
    }
    async #passUnchanged(folder) {
        const above = this.#levels.at(-1);
        if (above === undefined || above.isOpen)
            await this.#options.taker.takeUnchanged(folder);
        else
            above.hold(folder);
    }
}
/** A folder that the listing is in. */
class Level {
    entry;
    /** As the parent has it. Null: its entries are given on at once. */
    marked;
    /** What stands in it, as it was listed. Null: it can't have a mark. */
    entries = [];
    /** The folders in it that are as they were and aren't given on yet. */
    unchanged = new Map();
    /** Whether its entries are given on. */
    isOpen = false;
    #folders = 1;
    #files = 0;
    #bytes = 0n;
    constructor(entry, marked) {
        this.entry = entry;
        this.marked = marked;
    }
    count({ type, sizeBytes }) {
        if (type !== 'file')
            return;
        this.#files++;
        this.#bytes += sizeBytes;
    }
    hold(folder) {
        this.unchanged.set(folder.entry.path, folder);
        this.#folders += folder.folders;
        this.#files += folder.files;
        this.#bytes += folder.bytes;
    }
    asUnchanged(tree) {
        return { entry: this.entry, tree, folders: this.#folders, files: this.#files, bytes: this.#bytes };
    }
}
/** Whether a backup has nothing to do for an entry that is as it was: sockets are told, other names of a file looked for. */
function isToldByMark({ type, links }) {
    return (0,node_of_entry/* isSaved */.Gs)(type) && (type !== 'file' || links < 2n);
}
function standsIn(folder, path) {
    return path.startsWith(folder) && path[folder.length] === '/' && !path.includes('/', folder.length + 1);
}

// EXTERNAL MODULE: ./build/amounts.js
var amounts = __webpack_require__(95209);
;// CONCATENATED MODULE: ./build/operations/backup/unmounted.js

/**
 * Tells of a folder that had a filesystem of its own when it was last saved, and is a plain folder now. An empty one is what
 * a disk leaves that isn't mounted: a snapshot that held it for complete would outlive, one day, those that have what was on the disk.
 *
 * What a snapshot of a volume has nothing of is told by itself (`tellAbsent`).
 */
function tellUnmounted({ problems, devices }, { entry, above, previous, isEmpty }, tree) {
    if (devices !== undefined || entry.device !== above?.entry.device)
        return;
    // An earlier night may have found it empty, too.
    if (!isEmpty && previous.has(tree))
        return;
    const entries = previous.entriesWhenMounted ?? 0;
    if (entries === 0)
        return;
    const had = `it was a filesystem of its own, with ${(0,amounts.formatCounted)(entries, 'entry', 'entries')}, when it was last saved`;
    if (isEmpty) {
        problems.add('unreadable', entry.path, `${had}, and is an empty folder now: mount it; if it is gone for good, remove the folder, or exclude it`);
    }
    else
        problems.warn(entry.path, `${had}, and is a plain folder now: is it not mounted?`);
}

// EXTERNAL MODULE: ./build/hosts/exit-status.js
var exit_status = __webpack_require__(62585);
// EXTERNAL MODULE: ./build/hosts/quote.js
var quote = __webpack_require__(28976);
// EXTERNAL MODULE: ./build/operations/backup/options.js
var backup_options = __webpack_require__(28748);
;// CONCATENATED MODULE: ./build/operations/backup/write-back.js




/** A disk that writes back for longer is too busy to be waited for. */
const SYNC_LIMIT_MS = 120_000;
/** After so long a kernel has written back what it had, unless its disk can't keep up: Linux begins after half a minute. */
const WRITTEN_BY_ITSELF_NS = 300000000000n;
const NOT_WRITTEN_BACK = 'The host can’t write its files back (sync): what changed in the last five minutes is read once more by the next backup.';
/**
 * Has the host write back what is in its memory, as far as `script` says. False: it can't, or not in time.
 * @throws HoldfastError cancelled; what the host throws.
 */
async function writeBack({ host, signal }, script = 'sync') {
    const limit = AbortSignal.timeout(SYNC_LIMIT_MS);
    try {
        const { exit } = await (0,output/* runToEnd */.cd)(host, script, { signal: AbortSignal.any([signal, limit]) });
        return (0,exit_status/* isSuccess */.o)(exit);
    }
    catch (error) {
        if (signal.aborted || !limit.aborted)
            throw error;
        return false;
    }
}
/**
 * By when the host has written back what it had, before an application is held for which there is no first pass: while it is held, it
 * isn't kept waiting for that. Undefined: it isn't held, or files aren't read.
 */
async function writeBackBeforeHold(run) {
    const { options, reporter, hostClockNs } = run;
    if (!isHeldForReading(options))
        return undefined;
    const nowNs = hostClockNs();
    if (await writeBack(run))
        return nowNs;
    reporter.onInfo(NOT_WRITTEN_BACK);
    return nowNs - WRITTEN_BY_ITSELF_NS;
}
/** Of the snapshot of a volume it is seen to where that is taken. */
function isHeldForReading(options) {
    return (0,backup_options/* isHeld */.i)(options) && options.volume === undefined && options.paths.length > 0 && !options.dryRun;
}
/**
 * Sees to it that a file that is read has been written back, if it changed a short while ago. For two things happen to one that
 * waits in the host's memory without moving its times, so that the next backup would take it for unchanged: a program goes on
 * writing to a mapped page (mmap), which moves them once alone until the page is written back; and a crash undoes what was written, but not the times,
 * which a journal has kept.
 */
class WriteBack {
    #run;
    #youngFromNs;
    #isDone;
    /** Devices that were written back. */
    #written = new Set();
    #asOfNs;
    #last = Promise.resolve();
    /** @param asOfNs By when it was done, if it was done before. */
    constructor(run, { listingStartedNs, asOfNs }) {
        this.#run = run;
        this.#youngFromNs = listingStartedNs - WRITTEN_BY_ITSELF_NS;
        this.#isDone = asOfNs !== undefined;
        this.#asOfNs = asOfNs ?? listingStartedNs;
    }
    /** A file that changed well before is on the disk as it was read: what the next backup trusts. By the host's clock, in ns since 1970. */
    get asOfNs() {
        return this.#asOfNs;
    }
    /** To be waited for before `entries` are read. @throws As writeBack. */
    before(entries) {
        if (this.#isDone)
            return Promise.resolve();
        const young = entries.filter(({ type, ctimeNs }) => type === 'file' && ctimeNs >= this.#youngFromNs);
        if (young.length === 0)
            return Promise.resolve();
        this.#last = this.#last.then(() => this.#writeBack(young));
        return this.#last;
    }
    async #writeBack(young) {
        const oneOfEach = new Map(young.map(({ device, path }) => [device, path]));
        const unwritten = [...oneOfEach].filter(([device]) => !this.#written.has(device));
        if (unwritten.length === 0)
            return;
        const paths = (0,quote/* quoteAll */._)(unwritten.slice(0, MOST_FILESYSTEMS).map(([, path]) => path));
        const one = unwritten.length <= MOST_FILESYSTEMS ? `sync -f ${paths} 2>/dev/null || ` : '';
        for (const [device] of unwritten)
            this.#written.add(device);
        if (await writeBack(this.#run, `${one}sync`))
            return;
        this.#run.reporter.onInfo(NOT_WRITTEN_BACK);
        if (this.#asOfNs > this.#youngFromNs)
            this.#asOfNs = this.#youngFromNs;
    }
}
/** Of more, all of the host's are written back. */
const MOST_FILESYSTEMS = 20;

;// CONCATENATED MODULE: ./build/operations/backup/save-files.js



















/** Lists the sources, compares them with the parents, and reads and saves what is new; `checkpoints` go along. */
async function saveFiles(run, checkpoints, { trees, seen, sources: known, asOfNs = run.asOfNs, early } = {}) {
    const { repository, options, parents } = run;
    const names = { ...run.accounts, devices: run.devices };
    const listing = early ?? (await beginListing(run, known));
    const { sources, startedNs: listingStartedNs, untimed, batches } = listing;
    for (const path of sources.missing)
        run.problems.add('missing', path, files_sources/* MISSING_SOURCE */.PL);
    for (const line of (0,files_sources/* linkWarnings */.wJ)(sources))
        run.reporter.onWarning(line);
    // What a first pass leaves and finds isn't what the parent has; nor is all of a parent there that has lost something.
    const isMarked = trees === undefined && !repository.leavesOut && markedParent(parents) !== null;
    const found = isMarked ? new NewMarks(names) : null;
    const loaded = await loadParents(run);
    const assembly = await tree_assembly/* TreeAssembly */.P.start({
        trees: trees ?? treesOf(run),
        names,
        ancestors: sources.ancestors,
        parents: [...(seen === undefined ? [] : [seen]), ...loaded],
        onSaved: (folder, tree) => {
            found?.settle(folder, tree);
            tellUnmounted(run, folder, tree);
        },
        onLeftOut: (folder, why) => run.problems.add('unreadable', folder, why),
    });
    const counts = new backup_counts/* Counts */.V(expectedOf(parents));
    const comparison = new backup_comparison/* Comparison */.Uf(repository, options.ignore, untimed);
    const writeBack = new WriteBack(run, { listingStartedNs, asOfNs });
    const saver = new FileSaver(run, {
        writeBack,
        names,
        assembly,
        counts,
        comparison,
        hardLinks: new HardLinks((0,backup_comparison/* trustedUntil */.qw)(listingStartedNs)),
    });
    const files = {
        get asOfNs() {
            return writeBack.asOfNs;
        },
        counts,
        assembly,
        sources,
        rootDevice: rootDeviceOf(sources, names),
        marks: found,
    };
    checkpoints.begin(files);
    const trustedUntilNs = (0,backup_comparison/* trustedUntil */.qw)(loaded[0]?.listingStartedNs ?? 0n);
    const unchanged = found && new UnchangedFolders({ marks: run.marks, trustedUntilNs, untimed, names, taker: saver, found });
    // A first pass would tell it twice.
    const own = trees === undefined ? await own_place/* OwnPlace */.A.find(run.host, repository.folder, 'repository') : null;
    const onBatch = (batch) => own?.tell(batch, run.reporter);
    const saveAll = () => saveListed(run.listed?.(batches) ?? batches, saver, { unchanged, onBatch });
    await (parents.length === 0 ? (0,old_generation/* withSlowlyGrowingHeap */.s)(FIRST_HEAP_GROWTH_PERCENT, saveAll) : saveAll());
    if (comparison.distrusted.size > 0)
        run.reporter.onInfo(readEachTime(comparison.distrusted));
    return files;
}
function readEachTime(kinds) {
    return (`Files on ${[...kinds].join(', ')} are read each time: such a filesystem doesn't tell when a file last changed. Where size and mtime ` +
        'are enough, say --ignore-ctime, or --ignore-inode, which trusts the mtime alone.');
}
async function saveListed(listing, saver, { unchanged, onBatch }) {
    for await (const batch of listing) {
        onBatch(batch);
        await saver.take(batch, unchanged);
    }
    await unchanged?.end();
    await saver.finish();
}
/**
 * Where there is nothing to compare with, tens of thousands of entries wait for their contents: by this they take 15 MiB less, for a
 * hundredth of the time. Where nothing changed, it would take three hundredths, for nothing.
 */
const FIRST_HEAP_GROWTH_PERCENT = 35;
/** A dry run only reads. */
function treesOf(run) {
    const { repository, options, asksForFew, parents } = run;
    const trees = options.dryRun ? (0,dry_trees/* dryTrees */.f)(repository) : repository;
    return asksForFew ? fewTrees(trees, () => expectAllTrees(repository, parents)) : trees;
}
async function loadParents({ repository, options, parents, signal }) {
    const loaded = [];
    for (const parent of parents) {
        const load = () => (0,manifest/* listingOf */.K7)(repository, parent, options.target, signal);
        const listing = await unlessLost(repository, load);
        if (listing === null)
            continue;
        const { startedNs: listingStartedNs, rootDevice } = listing;
        loaded.push({ tree: parent.snapshot.tree, listingStartedNs, rootDevice });
    }
    return loaded;
}
function rootDeviceOf({ ancestors }, names) {
    const root = ancestors.get('/');
    return root === undefined ? 0n : (0,node_of_entry/* deviceIdOf */.Lu)(root, names);
}
/** The parents' summary that promises most: a checkpoint's own says only how far it came. */
function expectedOf(parents) {
    const summaries = parents.map(({ snapshot }) => snapshot.summary).filter((summary) => summary !== null);
    return summaries.toSorted((a, b) => b.totalBytesProcessed - a.totalBytesProcessed)[0] ?? null;
}

;// CONCATENATED MODULE: ./build/operations/backup/early-saving.js


/**
 * Files that are listed and compared, read from the host, and saved in memory, before it is known whether the lock is got. Nothing of
 * it is written or told before that; and if it isn't got, all of it is thrown away but the blobs themselves, which hold whatever
 * comes.
 */
class EarlySaving {
    /** What the backup goes on with: its problems are those of these files. */
    run;
    files;
    #lock = Promise.withResolvers();
    #begun = Promise.withResolvers();
    #stop = new AbortController();
    #reporter;
    /**
     * @param makeRun The run, by how it speaks.
     * @param strays Whether there are packs to take over, or lost: what is in them would be stored again, or not at all, so that nothing is saved before.
     */
    constructor(makeRun, listing, { held, strays }) {
        this.#reporter = held;
        const run = makeRun(held);
        this.run = run;
        const begin = strays.then((areThere) => (areThere ? this.#lock.promise : undefined));
        run.repository.storeAfter(this.#lock.promise, begin);
        this.files = this.#save({ ...run, signal: AbortSignal.any([run.signal, this.#stop.signal]) }, listing);
        // Met by who takes them; `stop` rejects the lock whether somebody waits for it or not.
        for (const promise of [this.files, this.#lock.promise, this.#begun.promise])
            promise.catch(() => { });
    }
    async #save(run, listing) {
        const early = await listing.take();
        return saveFiles(run, { begin: (files) => this.#begun.resolve(files) }, { early });
    }
    /** From here on it is as any other; `checkpoints` go along. It ends when the lock is `lost`. */
    lockIsGot(lost, checkpoints) {
        this.#reporter.release();
        const end = () => this.#stop.abort(lost.reason);
        if (lost.aborted)
            end();
        else
            lost.addEventListener('abort', end, { once: true, signal: this.#stop.signal });
        void this.#begun.promise.then((files) => checkpoints.begin(files));
        this.#lock.resolve();
    }
    /** Resolves when nothing goes on any more. Idempotent; of no effect once it is done. */
    async stop() {
        const reason = new errors/* HoldfastError */.E('cancelled', 'What was compared before the lock was got is given up.');
        this.#stop.abort(reason);
        this.#lock.reject(reason);
        await this.files.catch(() => { });
    }
}

;// CONCATENATED MODULE: ./build/operations/backup/first-pass.js






/** Whether an application is to be stopped for which a first pass is worth while. */
function wantsFirstPass({ quiesce, volume, paths, dryRun, firstPass }) {
    return quiesce !== undefined && volume === undefined && paths.length > 0 && !dryRun && firstPass !== false;
}
/**
 * Lists the files and saves what has changed while the application still runs: what then changes until it is stopped is all
 * that must be read while it stands. Nothing that is seen here counts by itself: the second pass lists everything again, and
 * takes over what is as it was, by the rules that hold for a parent.
 *
 * First the host writes back what is in its memory. A program that writes through a mapping (mmap) of a file moves its times
 * only at the first write to a page that isn't dirty; so of a file whose ctime is older than the write-back, no write can
 * have gone unseen since. The others are read again.
 *
 * Null: there is none, and the second pass reads everything that changed.
 * @throws What the repository and the host throw; HoldfastError cancelled. A source that isn't there yet is no error.
 */
async function makeFirstPass(run, checkpoints) {
    const { repository, reporter, signal } = run;
    reporter.onInfo('first pass: what has changed until now is read while the application runs');
    const asOfNs = run.hostClockNs();
    if (!(await writeBack(run))) {
        reporter.onInfo('There is no first pass: the host can’t write its files back (sync).');
        return null;
    }
    const trees = new RememberedTrees(repository);
    // What is wrong with a file is told by the second pass: it may have been so for a moment.
    const quiet = {
        ...run,
        asOfNs,
        problems: new problems/* Problems */.Z(() => { }),
        reporter: { ...reporter, onProgress: reporter.onProgress.bind(reporter), onInfo() { }, onWarning() { } },
    };
    try {
        const files = await saveFiles(quiet, checkpoints, { trees });
        const root = await (0,cancel/* untilCancelled */.c8)(files.assembly.rootNodes(), signal);
        const tree = await (0,cancel/* untilCancelled */.c8)(files.assembly.saveRoot(root, []), signal);
        // What is still on its way to slow storage would keep the second pass waiting.
        await (0,cancel/* untilCancelled */.c8)(repository.flush(), signal);
        return {
            parent: { tree, listingStartedNs: asOfNs, isFirstPass: true },
            trees,
            bytesRead: files.counts.bytesRead,
            sources: files.sources.missing.length === 0 ? files.sources : null,
        };
    }
    catch (error) {
        const code = (0,errors/* asHoldfastError */.C)(error)?.code;
        if (code !== 'source-missing' && code !== 'source-changed')
            throw error;
        return null;
    }
}

// EXTERNAL MODULE: ./build/operations/backup/host-name.js
var host_name = __webpack_require__(76576);
// EXTERNAL MODULE: ./build/repository/find-snapshot.js
var find_snapshot = __webpack_require__(75207);
;// CONCATENATED MODULE: ./build/operations/backup/parent.js




/**
 * The snapshots that the backup compares with, in the order in which they are asked; the first is recorded as the
 * parent. That is the one that was named; else those of `parentsAmong`; none when everything is to be read.
 *
 * @param earlier What the repository has that may be one, by host and time, oldest first.
 * @throws HoldfastError snapshot-missing or bad-input for a named one that isn't there; repository-damaged for one that
 *   is named by its ID and can't be read.
 */
async function chooseParents(repository, options, earlier, signal) {
    if (options.parent === 'none')
        return [];
    if (options.parent !== 'newest')
        return named(repository, options.parent.spec, signal);
    const { groupBy = group_by.BY_HOST_AND_PATHS, tags } = options;
    const grouped = earlier.filter(({ snapshot }) => !groupBy.tags || tags.every((tag) => snapshot.tags.includes(tag)));
    return parentsAmong(grouped, groupBy.paths ? (0,recorded_path/* recordedPaths */.d)(options) : []);
}
/**
 * `latest` is the newest that can be read: what can't was told already, when `earlier` was read. A restore must not take
 * an older one for it; a backup only reads more.
 */
async function named(repository, spec, signal) {
    if (spec !== 'latest')
        return [await (0,find_snapshot.resolveSnapshot)(repository, spec, {}, signal)];
    let unreadable = 0;
    const onUnreadable = () => void unreadable++;
    const all = await (0,find_snapshot.findSnapshots)(repository, {}, { signal, onUnreadable });
    const latest = all.findLast(({ snapshot }) => !(0,repository_tags/* isIncomplete */.Ne)(snapshot));
    if (latest !== undefined)
        return [latest];
    return unreadable > 0 ? [] : [await (0,find_snapshot.resolveSnapshot)(repository, spec, {}, signal)];
}
/**
 * The host's snapshots until `timeNs`, oldest first; without a host those of all. One from the future is left out: it
 * is never a parent.
 */
function earlierSnapshots(repository, { hostname, timeNs }, options) {
    return (0,find_snapshot.findSnapshots)(repository, { hosts: hostname === null ? [] : [hostname], notAfterNs: timeNs }, options);
}
/**
 * Of those that have all of the paths, the newest, as restic chooses it; and when that one is incomplete, the fullest
 * incomplete one and the newest complete one: what a cut-off run didn't reach needn't be read again if an earlier one
 * has it. So at most three, newest first.
 *
 * @param earlier Snapshots of one host, oldest first.
 */
function parentsAmong(earlier, paths) {
    const fitting = earlier.filter(({ snapshot }) => paths.every((path) => snapshot.paths.includes(path)));
    const lastComplete = fitting.findLastIndex(({ snapshot }) => !(0,repository_tags/* isIncomplete */.Ne)(snapshot));
    const incomplete = fitting.slice(lastComplete + 1);
    const chosen = [incomplete.at(-1), fullestOf(incomplete), fitting[lastComplete]];
    return [...new Set(chosen)].filter((stored) => stored !== undefined);
}
/** Of equally full ones the newest. */
function fullestOf(snapshots) {
    const fullness = ({ snapshot }) => snapshot.summary?.totalBytesProcessed ?? 0;
    return snapshots.reduceRight((fullest, next) => (fullest === undefined || fullness(next) > fullness(fullest) ? next : fullest), undefined);
}

;// CONCATENATED MODULE: ./build/operations/backup/known-backups.js






/** Where so many entries have changed, most trees are asked for. */
const MANY_CHANGES = 64;
/** What the repository has: the snapshots that may be compared with, and the index. Read once, perhaps ahead of the lock. */
class KnownBackups {
    #repository;
    #asked;
    #reading = null;
    constructor(repository, asked) {
        this.#repository = repository;
        this.#asked = asked;
    }
    /** Resolves when the index is loaded, too. @throws As chooseParents. */
    read() {
        this.#reading ??= this.#read();
        return this.#reading;
    }
    forget() {
        this.#reading = null;
        this.#repository.forgetIndex();
    }
    async #read() {
        const { options, timeNs, onWarning, signal } = this.#asked;
        const hostname = this.#asked.ofAllHosts ? null : this.#asked.hostname;
        // Before the index: what a snapshot names was indexed before it, also when another writes one just now.
        const earlier = await earlierSnapshots(this.#repository, { hostname, timeNs }, 
        // It would only have spared reading: an old damage must not keep today's data from being saved.
        { signal, onUnreadable: onWarning });
        const parents = await chooseParents(this.#repository, options, earlier, signal);
        // A first pass loads the trees for the second, in which the application stands still.
        const marked = wantsFirstPass(options) ? null : markedParent(parents);
        const { leavesOut } = this.#repository; // marks say that all is there which they name
        const mayHaveMarks = marked !== null && !leavesOut && (await this.#repository.marks.has(marked.id));
        const mayAskForFew = mayHaveMarks && !this.#hasManyChanges(marked);
        if (!mayAskForFew)
            expectAllTrees(this.#repository, parents);
        await this.#repository.loadIndex(signal);
        await this.#assertOwnName(earlier);
        const marks = mayHaveMarks ? await loadMarks(this.#repository, marked, this.#asked) : null;
        const asksForFew = mayAskForFew && marks !== null;
        if (!asksForFew) {
            if (mayAskForFew)
                expectAllTrees(this.#repository, parents);
            // As many as there is room for are opened while the lock settles; if it isn't got, nobody asks for them.
            this.#repository.prefetchTrees(parents.map(({ snapshot }) => snapshot.tree));
        }
        return { earlier, parents, last: lastOf(options.target, earlier), marks, asksForFew };
    }
    async #assertOwnName(earlier) {
        const { hostname, reached, signal } = this.#asked;
        if (reached === null)
            return;
        const ofThatName = earlier.filter(({ snapshot }) => snapshot.hostname === hostname);
        await (0,host_name/* assertOwnName */.OR)(this.#repository, ofThatName, { hostname, reached }, signal);
    }
    #hasManyChanges({ snapshot }) {
        return this.#asked.early?.countChanged(snapshot.timeNs, MANY_CHANGES) === MANY_CHANGES;
    }
}
function lastOf(target, earlier) {
    return earlier.findLast(({ snapshot }) => (0,repository_tags/* targetOf */.$r)(snapshot) === target && !(0,repository_tags/* isIncomplete */.Ne)(snapshot)) ?? null;
}

;// CONCATENATED MODULE: ./build/operations/backup/lost-packs.js

const MAX_NAMED = 5;
/** What is still on the host is saved anew; older snapshots lack what isn't. */
function warnOfLostPacks(lost, reporter) {
    if (lost.length === 0)
        return;
    const named = lost.slice(0, MAX_NAMED).map((id) => id.slice(0, 8));
    const more = lost.length > MAX_NAMED ? `, and ${(0,amounts.formatCount)(lost.length - MAX_NAMED)} more` : '';
    const what = lost.length === 1 ? 'a pack is' : `${(0,amounts.formatCount)(lost.length)} packs are`;
    reporter.onWarning(`The repository is damaged: ${what} gone, cut off or overwritten (${named.join(', ')}${more}). What was in there and is still on the host is saved anew; ` +
        'older snapshots may lack files. Run `holdfast check`, which says what to do.');
}

// EXTERNAL MODULE: ./build/operations/backup/read-source.js + 1 modules
var read_source = __webpack_require__(15587);
// EXTERNAL MODULE: ./build/operations/backup/require-sources.js
var require_sources = __webpack_require__(90950);
// EXTERNAL MODULE: ./build/operations/backup/survey-host.js
var survey_host = __webpack_require__(82729);
;// CONCATENATED MODULE: ./build/operations/held-reporter.js
/** Tells nothing before `release`: of what is thrown away nobody should hear. How far it came is told once, as it is then. */
class HeldReporter {
    #to;
    /** Null: released. */
    #held = [];
    #progress = null;
    constructor(to) {
        this.#to = to;
    }
    onProgress(progress) {
        if (this.#held === null)
            this.#to.onProgress(progress);
        else
            this.#progress = progress;
    }
    onWarning(message) {
        this.#tell(() => this.#to.onWarning(message));
    }
    onInfo(message) {
        this.#tell(() => this.#to.onInfo(message));
    }
    /** Idempotent. */
    release() {
        const held = this.#held ?? [];
        this.#held = null;
        for (const tell of held)
            tell();
        if (this.#progress !== null)
            this.#to.onProgress(this.#progress);
        this.#progress = null;
    }
    #tell(tell) {
        if (this.#held === null)
            tell();
        else
            this.#held.push(tell);
    }
}

// EXTERNAL MODULE: ./build/operations/modest-heap.js
var modest_heap = __webpack_require__(48606);
// EXTERNAL MODULE: ./build/operations/progress.js
var progress = __webpack_require__(72120);
// EXTERNAL MODULE: ./build/operations/take-lock.js
var take_lock = __webpack_require__(18270);
;// CONCATENATED MODULE: ./build/operations/backup.js

























/**
 * Backs up `options.paths` of `host` into one new snapshot.
 *
 * The application is held only while the host is listed and read: the last packs, the index and the snapshot are
 * written after it goes on, and so are dumps of `options.dumps` whose moment could be pinned. When the after commands fail, the snapshot is written all the same, and then the failure
 * thrown, as an AfterFailure.
 *
 * @param opening A repository that is still being opened is waited for while the host is asked what it has.
 * @throws HoldfastError bad-input, source-missing, host-unsupported, command-failed, locked, lock-lost, dump-failed, cancelled, and
 *   what the host and the backend throw. Then no snapshot was written but perhaps a checkpoint, except after failed
 *   after commands. The repository takes no further writes.
 */
function backup(...asked) {
    return (0,modest_heap.withModestHeap)(HEAP_GROWTH_PERCENT, () => backUp(...asked));
}
/** It takes a quarter off a first backup’s memory, for two hundredths of its time. */
const HEAP_GROWTH_PERCENT = 70;
async function backUp(...[host, opening, options, reporter, signal]) {
    (0,require_sources/* requireSources */.a)(options);
    const startedMs = performance.now();
    const startedNs = nowNs();
    const over = new AbortController();
    try {
        const listing = { host, options, signal: AbortSignal.any([signal, over.signal]) };
        const surveying = (0,survey_host/* surveyHost */.L)(host, reporter, signal).then((survey) => {
            const early = mayListEarly(options) ? EarlyListing.begin({ ...survey, ...listing }) : null;
            return { survey, early };
        });
        const [repository, begun] = await Promise.all([opening, surveying]);
        return await backupInto(repository, {
            host,
            options,
            reporter,
            signal,
            startedMs,
            startedNs,
            ...begun,
        });
    }
    finally {
        over.abort();
    }
}
async function backupInto(repository, begun) {
    const { options, reporter, signal, early } = begun;
    const compare = (known, strays) => {
        if (early === null)
            return null;
        const makeRun = (held) => runOf(repository, begun, known, held);
        return new EarlySaving(makeRun, early, { held: new HeldReporter(reporter), strays });
    };
    const ahead = new AheadOfLock(repository, knownBackups(repository, begun), compare, signal);
    let lock = null;
    try {
        if (!options.dryRun)
            lock = await (0,take_lock/* lockShared */.h)(repository, { ...options, ahead }, reporter, signal);
        return await saveUnder(lock, repository, begun, ahead);
    }
    finally {
        await ahead.close();
        await lock?.release();
    }
}
/** Saves what was begun ahead of the lock, or all of it. @param lock Null: nothing is to be written. */
async function saveUnder(lock, repository, begun, ahead) {
    const { reporter, signal, startedMs, early } = begun;
    const guarded = lock === null ? signal : AbortSignal.any([signal, lock.lost]);
    reporter.onProgress({ ...progress/* IDLE */.n, phase: 'loading-index' });
    const { known, saving, hasStrays, lost } = await ahead.take(guarded, lock !== null);
    warnOfLostPacks(lost, reporter);
    if (hasStrays)
        await takeOverPacks(repository, reporter, guarded);
    const run = { ...(saving?.run ?? runOf(repository, begun, known, reporter)), signal: guarded };
    const checkpoints = new Checkpoints(run, lastCall(signal, lock));
    if (lock !== null)
        saving?.lockIsGot(lock.lost, checkpoints);
    const { held, result } = await saveAll(run, checkpoints, { early, saving, startedMs });
    await checkpoints.removeAll(result.complete ? checkpointsAmong(known.earlier, run) : []);
    if (held.afterFailure !== null)
        throw new after_failure.AfterFailure(held.afterFailure, result);
    return result;
}
function knownBackups(repository, begun) {
    const { host, options, reporter, signal, startedNs, survey, early } = begun;
    const { timeNs = startedNs, groupBy = group_by.BY_HOST_AND_PATHS } = options;
    return new KnownBackups(repository, {
        options,
        hostname: (0,host_name/* hostnameOf */.LZ)(host, options, survey.probe),
        ofAllHosts: !groupBy.host,
        reached: (0,host_name/* saysItsName */.M2)(host, options) ? (0,host_name/* reachedAt */.i2)(host) : null,
        timeNs,
        startedNs,
        early,
        onWarning: (message) => reporter.onWarning(message),
        signal,
    });
}
function runOf(repository, begun, { parents, last, marks, asksForFew }, reporter) {
    const { host, options, signal, startedNs, survey } = begun;
    return {
        ...survey,
        host,
        repository,
        options,
        reporter,
        signal,
        problems: new problems/* Problems */.Z((message) => reporter.onWarning(message)),
        hostname: (0,host_name/* hostnameOf */.LZ)(host, options, survey.probe),
        parents,
        last,
        marks,
        asksForFew,
        startedNs,
        timeNs: options.timeNs ?? startedNs,
    };
}
async function saveAll(run, checkpoints, { early, saving, startedMs }) {
    const dumps = new DumpSet(run);
    const buckets = new BucketSet(run);
    try {
        const first = wantsFirstPass(run.options) ? await makeFirstPass(run, checkpoints) : null;
        const asOfNs = first?.parent.listingStartedNs ?? (await writeBackBeforeHold(run));
        if (wantsFirstLook(run.options))
            await buckets.look();
        const held = await (0,read_source/* readSource */.o)(run, {
            atTheMoment: async () => {
                await dumps.pin();
                await dumps.saveUnpinned();
                await buckets.save();
            },
            beforeReading: () => dumps.savePinned(),
            read: async (source) => {
                if (saving !== null)
                    return saving.files;
                // With a first pass its checkpoints are fuller for long.
                const going = first === null ? checkpoints : { begin: () => { } };
                return saveFiles({ ...run, ...source }, going, {
                    trees: first?.trees,
                    seen: first?.parent,
                    sources: first?.sources ?? undefined,
                    ...(asOfNs === undefined ? {} : { asOfNs }),
                    early: await early?.take(),
                });
            },
        });
        await dumps.savePinned().catch((error) => {
            throw held.afterFailure === null ? error : (0,read_source/* bothFailed */.p)(held.afterFailure, error);
        });
        await checkpoints.stop();
        const end = {
            quiescedMs: held.heldMs,
            volume: held.volume,
            startedMs,
            dumps,
            buckets,
            bytesRead: first?.bytesRead ?? 0,
        };
        return { held, result: await finish(run, held.result, end) };
    }
    catch (error) {
        await dumps.close();
        await checkpoints.conclude();
        await run.repository.stopWriting();
        throw error;
    }
    finally {
        await dumps.close();
    }
}
/**
 * From the moment that a run is cancelled there are 10 s until it is killed. In the first the after commands have their
 * turn; the lock must go at the end.
 */
const LAST_CHECKPOINT_AFTER_MS = 6000;
function lastCall(signal, lock) {
    const late = (0,grace/* graceAfter */.D)(signal, LAST_CHECKPOINT_AFTER_MS);
    return lock === null ? late : AbortSignal.any([late, lock.lost]);
}
/** No index names yet what a run stored that was cut off; or one that goes on beside this one, which does no harm. */
async function takeOverPacks(repository, reporter, signal) {
    const { packs } = await repository.adoptPacks(signal);
    if (packs === 0)
        return;
    const what = packs === 1 ? '1 pack is' : `${packs} packs are`;
    reporter.onInfo(`${what} taken over that another run stored and no index names.`);
}
async function finish(run, files, end) {
    const { options, problems, hostname, parents } = run;
    const complete = problems.allow(options);
    const { quiescedMs, volume } = end;
    const dumps = await end.dumps.results();
    const records = dumps.map(({ record }) => record);
    for (const line of options.application?.judge(records) ?? [])
        run.reporter.onWarning(line);
    const written = await writeSnapshot(run, files, {
        complete,
        quiescedMs,
        volume,
        dumps: end.dumps.saved,
        buckets: end.buckets.saved,
    });
    // Only now are earlier ones replaced: an incomplete snapshot replaces nothing.
    if (written.snapshotId !== null && complete)
        await end.dumps.giveUpEarlier();
    return {
        ...written,
        parentId: parents[0]?.id ?? null,
        complete,
        problems: problems.list,
        problemCounts: problems.counts,
        bytesRead: end.bytesRead + files.counts.bytesRead + end.dumps.bytesRead + end.buckets.bytesRead,
        durationMs: Math.round(performance.now() - end.startedMs),
        quiescedMs,
        dumps,
        buckets: end.buckets.saved.map(save_bucket/* recordOfBucket */.Z),
        hostname,
        target: options.target,
    };
}
/** Wall-clock time; to the millisecond, which is all that JavaScript's clock gives. */
function nowNs() {
    return BigInt(Date.now()) * 1000000n;
}


/***/ }),

/***/ 58119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AfterFailure: () => (/* binding */ AfterFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** The after commands failed, although the backup itself is done: `result` says what was saved. */
class AfterFailure extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E {
    result;
    constructor(failure, result) {
        super(failure.code, `${failure.message} ${savedBy(result)}`, { cause: failure });
        this.result = result;
    }
}
function savedBy({ snapshotId, complete, unchanged, parentId }) {
    if (unchanged)
        return `Nothing had changed since snapshot ${parentId?.slice(0, 8)}.`;
    if (snapshotId === null)
        return 'Nothing was saved: it was a dry run.';
    return `Snapshot ${snapshotId.slice(0, 8)} is saved${complete ? '' : ' (incomplete)'}.`;
}


/***/ }),

/***/ 59042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ parseBucketRecords)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/** None in a manifest from before there were buckets. @throws HoldfastError repository-damaged. */
function parseBucketRecords(json) {
    try {
        const { buckets = [] } = JSON.parse((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toText)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromBytes)(json)) ?? '');
        if (Array.isArray(buckets) && buckets.every(isRecord))
            return buckets;
    }
    catch {
        // told below
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('repository-damaged', 'Cannot read the manifest of a snapshot: what it says of buckets can’t be read.');
}
function isRecord(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { name, location, objects, size_bytes: bytes, renamed } = value;
    return (typeof name === 'string' &&
        /^[A-Za-z0-9._-]+$/.test(name) &&
        typeof location === 'string' &&
        [objects, bytes, renamed].every((count) => typeof count === 'number'));
}


/***/ }),

/***/ 9077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ dumpRecordsOf),
/* harmony export */   G: () => (/* binding */ parseDumpRecords)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _databases_dump_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39435);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27273);




/**
 * What a snapshot's manifest says of its dumps; none where there is no manifest, or one from before there were dumps.
 * @throws HoldfastError repository-damaged for records that can't be read.
 */
async function dumpRecordsOf(repository, snapshot, target, signal) {
    const json = await (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .loadManifest */ .eY)(repository, snapshot, target, signal);
    return json === null ? [] : parseDumpRecords(json);
}
/** @throws HoldfastError repository-damaged. */
function parseDumpRecords(json) {
    let manifest;
    try {
        manifest = JSON.parse((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.toText)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromBytes)(json)) ?? '');
    }
    catch (cause) {
        throw damaged('it is not JSON', cause);
    }
    const dumps = isRecord(manifest) ? (manifest['dumps'] ?? []) : null;
    if (!Array.isArray(dumps))
        throw damaged('it has no list of dumps');
    return dumps.map(requireRecord);
}
function requireRecord(value) {
    if (!isRecord(value))
        throw damaged('a dump is no object');
    const texts = ['name', 'engine', 'format', 'tool'].map((key) => value[key]);
    const [name] = texts;
    if (texts.some((text) => typeof text !== 'string'))
        throw damaged('a dump lacks its name, engine or format');
    (0,_databases_dump_name_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDumpName */ .Z)(String(name), 'a dump’s name in the manifest');
    const isFit = typeof value['size_bytes'] === 'number' &&
        (value['database'] === null || typeof value['database'] === 'string') &&
        isTexts(value['options']) &&
        isTexts(value['warnings']) &&
        isRecord(value['restore']) &&
        isTexts(Object.values(value['restore'])) &&
        isFingerprint(value['fingerprint']);
    if (!isFit)
        throw damaged(`what it says of ${name} can't be read`);
    return value;
}
function isFingerprint(value) {
    if (value === null)
        return true;
    if (!isRecord(value) || typeof value['fingerprint_version'] !== 'number')
        return false;
    const { tables, values, schema, facts } = value;
    return (isRecord(tables) &&
        Object.values(tables).every((table) => isRecord(table) && typeof table['rows'] === 'number') &&
        [values, schema, facts].every((texts) => isRecord(texts) && isTexts(Object.values(texts))));
}
function isTexts(value) {
    return Array.isArray(value) && value.every((text) => typeof text === 'string');
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function damaged(problem, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('repository-damaged', `Cannot read the manifest of a snapshot: ${problem}.`, {
        cause,
    });
}


/***/ }),

/***/ 23756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ hasManyFolders)
/* harmony export */ });
/** To open so many trees takes as long as a thread for it takes to start, which it does while the index is read. */
const MANY_FOLDERS = 2000;
/** Whether it is worth a thread to open the trees of all of a snapshot ahead, by what the snapshot says of itself. */
function hasManyFolders({ summary }) {
    const { dirsNew = 0, dirsChanged = 0, dirsUnmodified = 0 } = summary ?? {};
    return dirsNew + dirsChanged + dirsUnmodified >= MANY_FOLDERS;
}


/***/ }),

/***/ 54201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   unlessFails: () => (/* binding */ unlessFails)
/* harmony export */ });
/**
 * What `work` comes to, unless `other` fails before: then that failure, and `discard` is given what `work` comes to later.
 */
async function unlessFails(other, work, discard) {
    const failed = Promise.withResolvers();
    other.catch(failed.reject);
    try {
        return await Promise.race([failed.promise, work]);
    }
    catch (error) {
        work.then(discard).catch(() => { });
        throw error;
    }
}


/***/ }),

/***/ 93991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  spoolOf: () => (/* binding */ spoolOf)
});

// EXTERNAL MODULE: ./build/amounts.js
var amounts = __webpack_require__(95209);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/backends/backend.js
var backend = __webpack_require__(77656);
// EXTERNAL MODULE: ./build/backends/cancel.js
var cancel = __webpack_require__(54716);
;// CONCATENATED MODULE: ./build/backends/spool.js






/** What the spool takes when nobody says it, unless half of what is free is less. */
const SPOOL_BYTES = 10 * 1024 ** 3;
/** Each pack in the spool is an open file. */
const MAX_SPOOLED_PACKS = 1000;
const NAME_LIMIT = 2 ** 47;
/**
 * `backend`, before which packs wait on this machine's disk while an application is held, so that slow storage isn't
 * downtime: between `hold` and `release` a pack counts as saved once it is in the spool. It is uploaded in the background.
 *
 * An index or a snapshot is saved only when every pack that was saved before is in the storage. So what others can see keeps
 * the order of writing; what is only in the spool is named nowhere.
 *
 * The spool's files have no names: when this process ends, however it does, the system takes them back.
 */
class SpoolingBackend {
    location;
    connections;
    #backend;
    #options;
    #spooled = new Map();
    #waiting = [];
    #closing = new AbortController();
    /** Bytes in the spool, and those that are being written to it. */
    #bytes = 0;
    #packs = 0;
    #running = 0;
    #limit = null;
    #isHolding = false;
    #isFullTold = false;
    #failure = null;
    #change = Promise.withResolvers();
    constructor(backend, options) {
        this.location = backend.location;
        this.connections = backend.connections;
        this.#backend = backend;
        this.#options = options;
        const giveUp = () => this.#fail((0,cancel/* cancellation */.WN)(options.signal));
        options.signal.addEventListener('abort', giveUp, { once: true });
        this.#closing.signal.addEventListener('abort', () => options.signal.removeEventListener('abort', giveUp));
    }
    /** From here on packs wait in the spool. */
    hold() {
        this.#isHolding = true;
        this.#limit ??= limitOf(this.#options);
    }
    /** From here on packs go to the storage itself. @returns How many bytes are still in the spool. */
    release() {
        this.#isHolding = false;
        this.#tell();
        return this.#bytes;
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
    async save(file, data, signal) {
        (0,cancel/* throwIfCancelled */.dZ)(signal);
        this.#throwFailure();
        if (file.kind === 'pack' && this.#isHolding && (await this.#spool(file, data)))
            return;
        if (file.kind === 'index' || file.kind === 'snapshot')
            await this.#drained(signal);
        await this.#backend.save(file, data, signal);
    }
    async load(file, range, signal) {
        (0,cancel/* throwIfCancelled */.dZ)(signal);
        const spooled = file.kind === 'pack' ? this.#spooled.get(file.name) : undefined;
        if (spooled === undefined)
            return this.#backend.load(file, range, signal);
        const { offset = 0, length = Math.max(spooled.sizeBytes - offset, 0) } = range ?? {};
        if (offset + length <= spooled.sizeBytes)
            return await readSpooled(spooled, offset, length);
        // What is said of that is the storage's.
        await this.#drained(signal);
        return this.#backend.load(file, range, signal);
    }
    async stat(file, signal) {
        const spooled = file.kind === 'pack' ? this.#spooled.get(file.name) : undefined;
        return spooled === undefined ? this.#backend.stat(file, signal) : { sizeBytes: spooled.sizeBytes };
    }
    async *list(kind, signal) {
        if (kind === 'pack')
            await this.#drained(signal);
        yield* this.#backend.list(kind, signal);
    }
    async remove(file, signal) {
        if (file.kind === 'pack' && this.#spooled.has(file.name))
            await this.#drained(signal);
        await this.#backend.remove(file, signal);
    }
    /** What isn't uploaded is given up: nothing names it. */
    async close() {
        this.#fail(new errors/* HoldfastError */.E('internal', 'The repository is closed.'));
        this.#closing.abort();
        while (this.#running > 0)
            await this.#change.promise;
        for (const { disk } of this.#spooled.values())
            await disk.close();
        this.#spooled.clear();
        await this.#backend.close();
    }
    /** False if the pack must go to the storage itself. */
    async #spool(file, data) {
        if (this.#spooled.has(file.name))
            return true;
        const sizeBytes = data.reduce((sum, part) => sum + part.length, 0);
        const limitBytes = (await this.#limit) ?? 0;
        while (this.#bytes + sizeBytes > limitBytes || this.#packs >= MAX_SPOOLED_PACKS) {
            this.#tellFull();
            if (!this.#isHolding || this.#packs === 0)
                return false;
            await this.#change.promise;
            this.#throwFailure();
        }
        this.#bytes += sizeBytes;
        this.#packs++;
        const disk = await writeNameless(this.#options.folder, data).catch(() => null);
        if (disk === null) {
            // The disk is full, say: then it is as without a spool.
            this.#forget(sizeBytes);
            this.#tellFull();
            return false;
        }
        if (this.#failure !== null)
            await disk.close();
        this.#throwFailure();
        const spooled = { file, sizeBytes, disk };
        this.#spooled.set(file.name, spooled);
        this.#waiting.push(spooled);
        this.#startNext();
        return true;
    }
    #startNext() {
        while (this.#failure === null && this.#running < this.connections) {
            const next = this.#waiting.shift();
            if (next === undefined)
                return;
            this.#running++;
            void this.#upload(next).finally(() => {
                this.#running--;
                this.#tell();
                this.#startNext();
            });
        }
    }
    /** Never rejects. */
    async #upload(spooled) {
        const { file, sizeBytes, disk } = spooled;
        try {
            const bytes = await readSpooled(spooled, 0, sizeBytes);
            if ((0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex') !== file.name)
                throw altered(file);
            await this.#backend.save(file, [bytes], this.#closing.signal);
            this.#spooled.delete(file.name);
            this.#forget(sizeBytes);
            await disk.close();
        }
        catch (error) {
            this.#fail(error);
        }
    }
    /**
     * Resolves when every pack that was spooled before is in the storage.
     * @throws what an upload failed with; HoldfastError cancelled.
     */
    async #drained(signal) {
        const names = [...this.#spooled.keys()];
        while (names.some((name) => this.#spooled.has(name))) {
            this.#throwFailure();
            await (0,cancel/* untilCancelled */.c8)(this.#change.promise, signal);
        }
        this.#throwFailure();
    }
    #forget(sizeBytes) {
        this.#bytes -= sizeBytes;
        this.#packs--;
        this.#tell();
    }
    #fail(error) {
        this.#failure ??= { error };
        this.#closing.abort();
        this.#tell();
    }
    #throwFailure() {
        if (this.#failure !== null)
            throw this.#failure.error;
    }
    #tellFull() {
        if (this.#isFullTold)
            return;
        this.#isFullTold = true;
        this.#options.onFull?.(this.#bytes);
    }
    /** Wakes all who wait for a change. */
    #tell() {
        this.#change.resolve();
        this.#change = Promise.withResolvers();
    }
}
async function limitOf({ folder, maxBytes }) {
    if (maxBytes !== null)
        return maxBytes;
    try {
        const { bavail, bsize } = await (0,promises_.statfs)(folder);
        return Math.min(SPOOL_BYTES, (bavail * bsize) / 2);
    }
    catch {
        return 0;
    }
}
/** A file that is there only as long as it is open. */
async function writeNameless(folder, data) {
    const path = (0,external_node_path_.join)(folder, `holdfast-spool-${(0,external_node_crypto_.randomInt)(NAME_LIMIT)}`);
    const disk = await (0,promises_.open)(path, 'wx+', 0o600);
    try {
        await (0,promises_.unlink)(path);
        for (const part of data)
            await disk.writeFile(part);
        return disk;
    }
    catch (error) {
        await disk.close();
        throw error;
    }
}
async function readSpooled({ file, disk }, offset, length) {
    const bytes = Buffer.allocUnsafeSlow(length);
    for (let done = 0; done < length;) {
        const { bytesRead } = await disk.read(bytes, done, length - done, offset + done);
        if (bytesRead === 0)
            throw altered(file);
        done += bytesRead;
    }
    return bytes;
}
function altered(file) {
    return new errors/* HoldfastError */.E('backend-failed', `Cannot save ${(0,backend/* describeFile */.CL)(file)}: the disk gives other bytes back than the spool wrote to it. ` +
        'See what the system’s log says of that disk, or use --spool-size 0.');
}

// EXTERNAL MODULE: ./build/operations/backup/options.js
var backup_options = __webpack_require__(28748);
// EXTERNAL MODULE: ./build/repository/grace.js
var grace = __webpack_require__(2441);
;// CONCATENATED MODULE: ./build/progress/spool.js




/** From the moment that a run is cancelled: until then a last checkpoint may come to the storage, and no longer. */
const GIVE_UP_AFTER_MS = 6000;
/** Null where none is wanted: nothing is held, or nothing is written. */
function spoolOf(options, place, { reporter, signal }) {
    const mayBeHeld = options.mayBeHeld || (0,backup_options/* isHeld */.i)(options);
    if (!mayBeHeld || options.dryRun || place.maxBytes === 0)
        return null;
    let spool = null;
    const onFull = (spooledBytes) => reporter.onInfo(`The spool for packs has ${(0,amounts.formatBytes)(spooledBytes)} and takes no more (--spool-size): from here on the storage ` +
        'sets the pace, while the application is held.');
    return {
        wrap(backend) {
            spool = new SpoolingBackend(backend, {
                ...place,
                signal: (0,grace/* graceAfter */.D)(signal, GIVE_UP_AFTER_MS),
                onFull,
            });
            return spool;
        },
        onApplication(state) {
            if (state === 'held')
                spool?.hold();
            const leftBytes = state === 'released' ? (spool?.release() ?? 0) : 0;
            if (leftBytes > 0)
                reporter.onInfo(`The application goes on; ${(0,amounts.formatBytes)(leftBytes)} wait to be uploaded.`);
        },
    };
}


/***/ })

};
