export const id = 746;
export const ids = [746];
export const modules = {

/***/ 6770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ newDrillId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** A new drill's: `20261126T041500Z-1a2b3c4d`, the time it began and something of its own. */
function newDrillId(nowMs) {
    const time = new Date(nowMs).toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
    return `${time}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}`;
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

/***/ 99867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ restore)
});

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/files/accounts.js
var files_accounts = __webpack_require__(46742);
// EXTERNAL MODULE: ./build/operations/many-folders.js
var many_folders = __webpack_require__(23756);
// EXTERNAL MODULE: ./build/operations/modest-heap.js
var modest_heap = __webpack_require__(48606);
// EXTERNAL MODULE: ./build/operations/progress.js
var progress = __webpack_require__(72120);
// EXTERNAL MODULE: ./build/operations/restore/attribute-kinds.js
var attribute_kinds = __webpack_require__(73888);
// EXTERNAL MODULE: ./build/operations/restore/files-here.js
var files_here = __webpack_require__(71036);
// EXTERNAL MODULE: ./build/operations/restore/host-facts.js + 1 modules
var host_facts = __webpack_require__(72985);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/backends/cancel.js
var cancel = __webpack_require__(54716);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/operations/restore/workspace.js
var restore_workspace = __webpack_require__(93939);
;// CONCATENATED MODULE: ./build/operations/restore/file-times.js



const NS_PER_SECOND = 1000000000n;
/** Node sets these itself. Finer ones than microseconds it doesn't set, and earlier ones than 1970 not everywhere. */
function isWholeSecond(mtimeNs) {
    return mtimeNs >= 0n && mtimeNs % NS_PER_SECOND === 0n;
}
/** utimensat(2) by Linux's number of it, on machines of 64 bits. */
const UTIMENSAT = {
    x64: 280,
    arm64: 88,
    riscv64: 88,
    loong64: 88,
    ppc64: 304,
    s390x: 315,
};
/** From where it stands (AT_FDCWD); of a symlink, itself (AT_SYMLINK_NOFOLLOW); the time of access as it is (UTIME_OMIT). */
const setTimes = (number) => `perl -e '
$/ = "\\0";
while (<STDIN>) {
  chomp;
  my ($s, $ns, $path) = split / /, $_, 3;
  my $times = pack "q4", 0, 1073741822, $s, $ns;
  syscall(${number}, -100, $path, $times, 256) == 0 or die "$path: $!\\n";
}'`;
/** A time that shows each digit. */
const TRIAL_NS = 1000000001123456789n;
const TRIAL = 'trial-of-times';
/** Sets times of files with their fractions of seconds, by a Perl of this machine. */
class FileTimes {
    #running;
    #ready = Promise.withResolvers();
    #over = Promise.withResolvers();
    #write = null;
    constructor(workspace, script, signal) {
        this.#running = (0,restore_workspace/* runIn */.VO)(workspace, 'set times', script, {
            stdin: async (write) => {
                this.#ready.resolve(write);
                await this.#over.promise;
            },
            signal,
        });
        this.#running.catch(() => { }); // met by who sets a time, and at the end
        signal.addEventListener('abort', () => this.#over.resolve(), { once: true });
    }
    /** Null where it doesn't work: it is tried on a file of the workspace. */
    static async open(workspace, here, signal) {
        const number = UTIMENSAT[process.arch];
        if (number === undefined)
            return null;
        const script = (0,restore_workspace/* asItsRun */.Qi)(workspace, setTimes(number));
        return (await works(workspace, { script, here, signal }))
            ? new FileTimes(workspace, script, signal)
            : null;
    }
    /** @throws as `runIn`. */
    async set(times) {
        if (times.length === 0)
            return;
        try {
            // It may have ended before it read anything.
            this.#write ??= await Promise.race([this.#ready.promise, this.#running.then(() => endedEarly())]);
            await this.#write(recordsOf(times));
        }
        catch (error) {
            this.#over.resolve();
            await this.#running; // why it reads no more
            throw error;
        }
    }
    /** Resolves when all are set. @throws as `runIn`. */
    async end() {
        this.#over.resolve();
        await this.#running;
    }
}
function endedEarly() {
    throw new errors/* HoldfastError */.E('internal', 'What sets times ended before it was told to.');
}
async function works(workspace, { script, here, signal }) {
    const path = `${here.folder}/${TRIAL}`;
    try {
        (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(path, 'w', 0o600));
        const stdin = recordsOf([{ path: TRIAL, mtimeNs: TRIAL_NS }]);
        await (0,restore_workspace/* runIn */.VO)(workspace, 'try to set a time', script, { stdin, signal });
        const isSet = (0,external_node_fs_.statSync)(path, { bigint: true }).mtimeNs === TRIAL_NS;
        (0,external_node_fs_.unlinkSync)(path);
        return isSet;
    }
    catch (error) {
        if (signal.aborted)
            throw error;
        return false; // no Perl, or one that may not, or a workspace that is gone: who writes in it says so
    }
}
function recordsOf(times) {
    const records = times.map(({ path, mtimeNs }) => {
        const ns = ((mtimeNs % NS_PER_SECOND) + NS_PER_SECOND) % NS_PER_SECOND;
        return `${(mtimeNs - ns) / NS_PER_SECOND} ${ns} ${path}\0`;
    });
    return Buffer.from(records.join(''), 'latin1');
}

// EXTERNAL MODULE: ./build/repository/format/mode.js
var mode = __webpack_require__(41246);
;// CONCATENATED MODULE: ./build/operations/restore/lane-entries.js


/** Made at once: some milliseconds of work. */
const BATCH_ENTRIES = 512;
/**
 * Null for what goes to tar: what is neither, or has what Node can't give: attributes, such a time. A folder that tar will close it
 * opens, too: only so does it close it after the symlinks that it puts there at its end.
 */
function asLaneEntry(item, options) {
    const { is, path, node } = item;
    if (is !== 'open' && is !== 'close' && node.type !== 'symlink')
        return null;
    if (!takesAllOf(node, options))
        return null;
    if (is === 'open')
        return { item, entry: { is: 'folder', path }, time: null };
    const end = endOf(node, options);
    const time = end.mtimeSeconds === null ? { path, mtimeNs: node.mtimeNs } : null;
    if (is === 'close')
        return { item, entry: { is: 'closing', path, end }, time };
    return { item, entry: { is: 'symlink', path, target: node.linkTarget, end }, time };
}
/** Whether a thread and who sets times give all that `node` holds beside its content. */
function takesAllOf(node, { nodes, setsAllTimes }) {
    if (!setsAllTimes && !isWholeSecond(node.mtimeNs))
        return false;
    return nodes.of(node).extendedAttributes.length === 0;
}
/** What `node` gets when all of it is there. */
function endOf(node, { nodes, owners }) {
    return {
        permissions: (0,mode/* permissionsOf */.k)(nodes.of(node).mode),
        owner: owners.of(node),
        mtimeSeconds: isWholeSecond(node.mtimeNs) ? Number(node.mtimeNs / NS_PER_SECOND) : null,
    };
}
function* batchesOf(entries) {
    for (let at = 0; at < entries.length; at += BATCH_ENTRIES)
        yield entries.slice(at, at + BATCH_ENTRIES);
}

// EXTERNAL MODULE: ./build/repository/stretch.js
var stretch = __webpack_require__(36784);
// EXTERNAL MODULE: ./build/operations/restore/file-data.js
var file_data = __webpack_require__(76899);
// EXTERNAL MODULE: ./build/operations/restore/hard-links.js
var hard_links = __webpack_require__(19361);
// EXTERNAL MODULE: ./build/operations/restore/holes.js
var holes = __webpack_require__(15937);
;// CONCATENATED MODULE: ./build/operations/restore/lane-files.js






/** A stretch ends once it has so many bytes. */
const STRETCH_BYTES = 3 * 1024 * 1024;
/** Empty files have no blobs. */
const STRETCH_FILES = 2 * stretch/* MAX_STRETCH_BLOBS */.K;
/** A file of larger blobs than any chunker of restic's makes goes where memory is bounded otherwise. */
const MAX_BLOB_BYTES = 8 * 1024 * 1024;
/**
 * Null for what goes to tar: what is no file, isn't as its node says, or has what Node can't give: other names, holes, attributes,
 * such a time.
 */
function asLaneFile(item, options) {
    const { node } = item;
    if (item.is !== 'file' || (0,hard_links/* hardLinkKey */.Rz)(node) !== null)
        return null;
    if (!takesAllOf(node, options))
        return null;
    const parts = (0,file_data/* partsOf */.CI)(node.content ?? [], options.repository);
    let sizeBytes = 0;
    for (const part of parts) {
        if (part.id === holes/* ZERO_BLOB */.fO || part.sizeBytes === 0 || part.sizeBytes > MAX_BLOB_BYTES)
            return null;
        sizeBytes += part.sizeBytes;
    }
    return BigInt(sizeBytes) === node.sizeBytes ? { item, parts } : null;
}
/** `files` in stretches, which may end within a file. */
function* stretchesOf(files, options) {
    let growing = new GrowingStretch();
    for (const { item, parts } of files) {
        let fileOffset = 0;
        let blobs = [];
        let bytes = 0;
        for (const part of parts) {
            if (growing.isFull) {
                if (blobs.length > 0)
                    growing.add({ path: item.path, fileOffset, blobs, end: null }, item);
                if (growing.last !== null)
                    yield growing.take(growing.last);
                growing = new GrowingStretch();
                fileOffset += bytes;
                blobs = [];
                bytes = 0;
            }
            growing.count(part);
            blobs.push(part);
            bytes += part.sizeBytes;
        }
        growing.add({ path: item.path, fileOffset, blobs, end: endOf(item.node, options) }, item);
        if (!isWholeSecond(item.node.mtimeNs))
            growing.times.push({ path: item.path, mtimeNs: item.node.mtimeNs });
        growing.completed++;
        if (!growing.isFull)
            continue;
        yield growing.take(item);
        growing = new GrowingStretch();
    }
    if (growing.last !== null)
        yield growing.take(growing.last);
}
class GrowingStretch {
    #files = [];
    times = [];
    #bytes = 0;
    #blobs = 0;
    completed = 0;
    last = null;
    get isFull() {
        return (this.#bytes >= STRETCH_BYTES || this.#blobs === stretch/* MAX_STRETCH_BLOBS */.K || this.#files.length >= STRETCH_FILES);
    }
    /** A blob of the file that will be added next. */
    count({ sizeBytes }) {
        this.#bytes += sizeBytes;
        this.#blobs++;
    }
    add(part, item) {
        this.#files.push(part);
        this.last = item;
    }
    take(last) {
        const { completed, times } = this;
        return { files: this.#files, times, completed, contentBytes: this.#bytes, last };
    }
}

;// CONCATENATED MODULE: ./build/operations/restore/lane-queue.js
/** What a lane takes at once: some stretches, so that neighbours in a pack stay together; or one larger file. */
const TAKEN_BYTES = 8 * 1024 * 1024;
const TAKEN_FILES = 512;
/** Files that wait for a lane. */
class LaneQueue {
    #files = [];
    #at = 0;
    #isOver = false;
    #changed = Promise.withResolvers();
    /** Resolves once all are taken. To be called again only then. */
    async add(files) {
        this.#files = files;
        this.#at = 0;
        this.#wake();
        while (this.#at < files.length)
            await this.#changed.promise;
    }
    /** No more come. */
    end() {
        this.#isOver = true;
        this.#wake();
    }
    /** The next ones, in their order; null after the last. */
    async take() {
        while (this.#at === this.#files.length) {
            if (this.#isOver)
                return null;
            await this.#changed.promise;
        }
        const first = this.#at;
        let bytes = 0;
        while (this.#at < this.#files.length && this.#at - first < TAKEN_FILES && bytes < TAKEN_BYTES) {
            bytes += Number(this.#files[this.#at++]?.item.node.sizeBytes);
        }
        if (this.#at === this.#files.length)
            this.#wake();
        return this.#files.slice(first, this.#at);
    }
    #wake() {
        this.#changed.resolve();
        this.#changed = Promise.withResolvers();
    }
}

;// CONCATENATED MODULE: ./build/operations/restore/new-file.js

/** Below it all is made by this run. */
const STAGED_AT = 'new';
const new_file_TRIAL = 'trial-of-files';
const MAKE = external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_EXCL | external_node_fs_.constants.O_NOFOLLOW;
const ALL = 0o777;
/**
 * What files have as soon as they are made in a workspace, by its filesystem, the umask and who we are: it is tried. All folders in it
 * are made by us, and closed after their files. Null where that isn't so, for an earlier run left some; and where modes are
 * something else.
 */
function newFileIn({ wasThere }, here) {
    if (wasThere)
        return null;
    try {
        const none = made(`${here.folder}/${STAGED_AT}/${new_file_TRIAL}`, 0);
        const all = made(`${here.folder}/${STAGED_AT}/${new_file_TRIAL}`, ALL);
        return none.permissions === 0 ? all : null;
    }
    catch {
        return null; // who writes there says why
    }
}
function made(path, permissions) {
    const file = (0,external_node_fs_.openSync)(path, MAKE, permissions);
    try {
        const { uid, gid, mode } = (0,external_node_fs_.fstatSync)(file);
        return { owner: { uid, gid }, permissions: mode & ALL };
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
        (0,external_node_fs_.unlinkSync)(path);
    }
}

;// CONCATENATED MODULE: ./build/operations/restore/lanes.js









/** One more than there are threads, so that none waits for its next stretch; each holds two in memory. */
const LANES = Math.min((0,external_node_os_.availableParallelism)(), 4) + 1;
/** Below it threads aren't worth starting. Each file counts for as much as it takes to open a small one. */
const WORTH_BYTES = 32 * 1024 * 1024;
const FILE_COST_BYTES = 4096;
function worthLanes({ files, bytes }) {
    return bytes + files * FILE_COST_BYTES >= WORTH_BYTES;
}
/**
 * Threads that write files of this machine and make folders and symlinks, beside a tar that makes all else. Folders, also those on
 * the way to files, are ours alone until they are closed.
 */
class Lanes {
    signal;
    #workspace;
    #parts;
    #queue = new LaneQueue();
    #lanes;
    #making = new Set();
    #failing;
    #failed;
    constructor(workspace, parts, failing) {
        this.#workspace = workspace;
        this.#parts = parts;
        this.#failing = failing;
        this.signal = signalOf(failing, parts);
        this.#lanes = Array.from({ length: LANES }, () => this.#run());
        this.#failed = new Promise((_resolve, reject) => {
            for (const lane of this.#lanes)
                lane.catch(reject);
        });
        this.#failed.catch(() => { });
    }
    /** Null where all goes to one tar: on another machine, by a tar that closes folders apart, without threads, in a workspace of another run. */
    static async open(workspace, options) {
        const { repository } = options;
        const { readStretch } = repository;
        if (options.unpacker.closesApart || readStretch == null || repository.makeEntries === undefined)
            return null;
        const makeEntries = repository.makeEntries.bind(repository);
        const here = files_here/* FilesHere */.i.open(workspace, options.repository);
        if (here?.isStillOf(workspace) !== true || (options.isVerified && !here.note(restore_workspace/* LEFT_TO_VERIFY */.eA))) {
            here?.close();
            return null;
        }
        const failing = new AbortController();
        const parts = { ...options, here, newFile: newFileIn(workspace, here), readStretch, makeEntries };
        if (!options.hasFractions)
            return new Lanes(workspace, { ...parts, times: null }, failing);
        try {
            const times = await FileTimes.open(workspace, here, signalOf(failing, options));
            return new Lanes(workspace, { ...parts, times }, failing);
        }
        catch (error) {
            here.close();
            throw error;
        }
    }
    async #run() {
        try {
            await this.#writeAll();
        }
        catch (error) {
            this.#failing.abort(error);
            throw error;
        }
    }
    async #writeAll() {
        const stretches = this.#stretches();
        let next = this.#read(stretches);
        for (let ahead = await next; ahead !== null; ahead = await next) {
            next = this.#read(stretches);
            next.catch(() => { }); // met above
            try {
                await this.#write(ahead);
            }
            catch (error) {
                await next.then((read) => read?.loaded.giveBack()).catch(() => { });
                throw error;
            }
            finally {
                ahead.loaded.giveBack();
            }
        }
    }
    async #read(stretches) {
        const next = await stretches.next();
        if (next.done === true)
            return null;
        const { readStretch, isVerified } = this.#parts;
        const loaded = await readStretch(next.value.files, { isReadAgain: isVerified, signal: this.signal });
        return { stretch: next.value, loaded };
    }
    async #write({ stretch, loaded }) {
        const { here, newFile, times, counts, onProgress } = this.#parts;
        this.#assertGoesOn();
        const refusal = await loaded.writeIn({ folder: here.folder, newFile }, this.signal);
        this.#assertTaken(refusal);
        await times?.set(stretch.times);
        counts.files += stretch.completed;
        counts.bytes += stretch.contentBytes;
        onProgress(stretch.last);
    }
    /**
     * A run that stood still (a machine that slept, a disk that hung) may have been given up, and the same restore begun anew: what came
     * late would then stand in that one's undo folder, which could not be undone any more.
     */
    #assertGoesOn() {
        (0,cancel/* throwIfCancelled */.dZ)(this.signal);
        if (!this.#parts.here.isStillOf(this.#workspace))
            throw (0,restore_workspace/* takenOver */.GH)(this.#workspace);
    }
    #assertTaken(refusal) {
        if (refusal !== null)
            throw (0,restore_workspace/* refusedFile */.Fe)(this.#workspace, refusal);
    }
    async *#stretches() {
        for (let taken = await this.#queue.take(); taken !== null; taken = await this.#queue.take()) {
            yield* stretchesOf(taken, this.#parts);
        }
    }
    /** Each in the order of `window`. */
    split(window) {
        const options = { ...this.#parts, setsAllTimes: this.#parts.times !== null };
        const files = [];
        const entries = [];
        const rest = [];
        for (const item of window) {
            const file = asLaneFile(item, options);
            const entry = file === null ? asLaneEntry(item, options) : null;
            if (file !== null)
                files.push(file);
            else if (entry !== null)
                entries.push(entry);
            else
                rest.push(item);
        }
        return { files, entries, rest };
    }
    /** Resolves when the lanes have taken them all. @throws Why one failed. */
    add(files) {
        return Promise.race([this.#queue.add(files), this.#failed]);
    }
    /** Resolves when they are made. @throws What the system refused. */
    async make(entries) {
        const batches = [...batchesOf(entries)].map((batch) => this.#make(batch));
        const made = Promise.all(batches).then(() => { });
        const settled = Promise.allSettled(batches).then(() => void this.#making.delete(settled));
        this.#making.add(settled);
        await made;
    }
    async #make(batch) {
        const { here, times, makeEntries, counts, onProgress } = this.#parts;
        this.#assertGoesOn();
        const refusal = await makeEntries(here.folder, batch.map(({ entry }) => entry));
        this.#assertTaken(refusal);
        await times?.set(batch.flatMap(({ time }) => time ?? []));
        for (const { entry } of batch) {
            if (entry.is === 'folder')
                counts.folders++;
            if (entry.is === 'symlink')
                counts.others++;
        }
        const last = batch.at(-1);
        if (last !== undefined)
            onProgress(last.item);
    }
    /** Resolves when all files are written. @throws Why a lane failed. */
    async endFiles() {
        this.#queue.end();
        await Promise.allSettled(this.#lanes);
        await Promise.all(this.#lanes);
    }
    /** Resolves when all is done. @throws Why it isn't. */
    async end() {
        await this.#parts.times?.end();
        this.#parts.here.close();
    }
    /** Ends them, and resolves when none writes any more. */
    async abandon(error) {
        this.#failing.abort(error);
        this.#queue.end();
        await Promise.allSettled([...this.#lanes, ...this.#making, this.#parts.times?.end()]);
        this.#parts.here.close();
    }
}
function signalOf(failing, { signal }) {
    return AbortSignal.any([failing.signal, ...(signal === undefined ? [] : [signal])]);
}

// EXTERNAL MODULE: ./build/operations/restore/other-numbers.js
var other_numbers = __webpack_require__(99995);
// EXTERNAL MODULE: ./build/files/paths.js
var paths = __webpack_require__(33684);
// EXTERNAL MODULE: ./build/hosts/output.js
var hosts_output = __webpack_require__(52871);
// EXTERNAL MODULE: ./build/hosts/quote.js
var quote = __webpack_require__(28976);
// EXTERNAL MODULE: ./build/operations/restore/settings.js
var restore_settings = __webpack_require__(64757);
// EXTERNAL MODULE: ./build/operations/restore/workspace-name.js
var workspace_name = __webpack_require__(16639);
;// CONCATENATED MODULE: ./build/operations/restore/other-staging.js






/** More are told by how many they are. */
const MAX_TOLD = 5;
/**
 * Tells of what other restores of the same snapshot have staged where this one looked: of one that was cut off, a
 * person expects this run to go on, and with another `--overwrite` it can't, for other names are swapped then.
 */
async function tellOtherStaging(run) {
    const { reporter, options } = run;
    const found = otherStaging(run);
    for (const path of found.slice(0, MAX_TOLD)) {
        const difference = (0,bytestring.displayText)((0,restore_settings/* differenceOf */.Pq)(await settingsIn(run, path), (0,restore_settings/* settingsOf */.f5)(options)));
        reporter.onWarning(`Another restore of this snapshot, ${difference}, has left what it sent in "${(0,bytestring.display)(path)}": it was cut off or undone, or still runs. ` +
            'This restore sends all anew. To go on from there instead, cancel this one and restore with the settings of then; ' +
            `or let this one end, and free the space: rm -rf -- ${(0,bytestring.display)((0,quote/* quote */.h)(path))}`);
    }
    if (found.length > MAX_TOLD)
        reporter.onWarning(`More such folders there: ${found.length - MAX_TOLD}.`);
}
function otherStaging({ destination, options, key }) {
    const prefix = (0,workspace_name/* snapshotStagingPrefix */.QA)(options.snapshot.id);
    const found = destination.visited.flatMap(({ physical, staged }) => staged
        .filter((name) => name.startsWith(prefix) && !name.startsWith((0,workspace_name/* stagingName */.zb)(key)))
        .map((name) => (0,paths/* joinPath */.uJ)(physical, name)));
    return [...new Set(found)].sort();
}
/** Null if there are none that can be read: only what is said depends on them. */
async function settingsIn({ host, signal }, path) {
    const script = `[ ! -L ${(0,quote/* quote */.h)(path)} ] && cd -P -- ${(0,quote/* quote */.h)(path)} && [ -f settings ] && head -c ${restore_settings/* MAX_SETTINGS_BYTES */.XK} settings`;
    const { stdout } = await (0,hosts_output/* runToEnd */.cd)(host, script, { limitBytes: restore_settings/* MAX_SETTINGS_BYTES */.XK, signal });
    return (0,restore_settings/* decodeSettings */.oC)((0,bytestring.toText)((0,bytestring.fromBytes)(stdout)) ?? '');
}

// EXTERNAL MODULE: ./build/operations/restore/owners.js
var restore_owners = __webpack_require__(76440);
// EXTERNAL MODULE: ./build/files/read-files.js + 2 modules
var read_files = __webpack_require__(54989);
// EXTERNAL MODULE: ./build/files/second-look.js
var second_look = __webpack_require__(75256);
// EXTERNAL MODULE: ./build/hosts/exit-status.js
var exit_status = __webpack_require__(62585);
;// CONCATENATED MODULE: ./build/operations/restore/attributes-below.js






/** So many entries are asked for at once. */
const ATTRIBUTES_BATCH = 1000;
/** 64 KiB of attributes for each, as hex, would be more: but Linux' filesystems give one block or little more. */
const OUTPUT_LIMIT_BYTES = 256 * 1024 * 1024;
/** tar gives attributes with contents alone: so much is sent back to see them where there is no getfattr. */
const MAX_READ_BYTES = 64n * 1024n * 1024n;
/**
 * Reads the extended attributes, access lists and capabilities of what is below `folder` on a host: by its getfattr, or
 * by its tar as far as that is cheap.
 */
function attributesBelow(host, folder, options) {
    if (!options.hasGetfattr)
        return new TarAttributes(host, folder, options);
    return { unread: 0, of: (paths) => byGetfattr(host, paths, options) };
}
async function byGetfattr(host, paths, { inFolder, signal }) {
    const script = inFolder('xargs -0 -r getfattr -h -d -m - -e hex -- 2>/dev/null; :');
    const stdin = Buffer.from(paths.map((path) => `${path}\0`).join(''), 'latin1');
    const output = await (0,hosts_output/* runToEnd */.cd)(host, script, { stdin, limitBytes: OUTPUT_LIMIT_BYTES, signal });
    if (!(0,exit_status/* isSuccess */.o)(output.exit))
        throw (0,restore_workspace/* failureOf */.g5)(host, 'read extended attributes', output);
    const found = new Map(paths.map((path) => [path, new Map()]));
    let of;
    for (const line of (0,bytestring.fromBytes)(output.stdout).split('\n')) {
        const file = /^# file: (.*)$/.exec(line)?.[1];
        if (file !== undefined)
            of = found.get(unescaped(file));
        const [, name, hex] = /^([^#][^=]*)=0x([0-9a-f]*)$/.exec(line) ?? [];
        if (name !== undefined && hex !== undefined)
            of?.set(unescaped(name), Buffer.from(hex, 'hex'));
    }
    return found;
}
/** getfattr writes newlines, backslashes and `=` as `\012`, `\134` and `\075`. */
function unescaped(text) {
    return text.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
}
/** Reads attributes by the host's tar. */
class TarAttributes {
    #host;
    #folder;
    #options;
    #readBytes = 0n;
    unread = 0;
    constructor(host, folder, options) {
        this.#host = host;
        this.#folder = folder;
        this.#options = options;
    }
    async of(relative) {
        const { reader, signal } = this.#options;
        const host = this.#host;
        const root = this.#folder === '/' ? '' : this.#folder;
        const paths = new Map(relative.map((path) => [`${root}/${path}`, path]));
        const { entries } = await (0,second_look/* lookAt */.t)(host, paths.keys(), { reader, signal });
        const found = new Map();
        const cheap = [...entries.values()].filter((entry) => this.#isCheap(entry));
        for await (const event of (0,read_files/* readFiles */.Ul)(host, cheap, { reader, signal })) {
            if (event.kind !== 'content')
                continue;
            if (!Buffer.isBuffer(event.content))
                for await (const _ of event.content)
                    ;
            const path = paths.get(event.entry.path);
            const attributes = event.extendedAttributes.map(({ name, value }) => [name, value]);
            if (path !== undefined)
                found.set(path, new Map(attributes));
        }
        return found;
    }
    #isCheap({ sizeBytes, type }) {
        const bytes = type === 'file' ? sizeBytes : 0n;
        if (this.#readBytes + bytes > MAX_READ_BYTES) {
            this.unread++;
            return false;
        }
        this.#readBytes += bytes;
        return true;
    }
}

;// CONCATENATED MODULE: ./build/operations/restore/in-batches.js
/** `items` in arrays of `length`, the last of which may be shorter. */
async function* inBatches(items, length) {
    let batch = [];
    for await (const item of items) {
        batch.push(item);
        if (batch.length < length)
            continue;
        yield batch;
        batch = [];
    }
    if (batch.length > 0)
        yield batch;
}

// EXTERNAL MODULE: ./build/operations/restore/plan.js
var restore_plan = __webpack_require__(93759);
// EXTERNAL MODULE: ./build/operations/restore/same-entry.js
var same_entry = __webpack_require__(82183);
;// CONCATENATED MODULE: ./build/operations/restore/compare-attributes.js






/** What is taken away from a file that was saved without it. Others a system gives to all (SELinux, IMA, overlayfs). */
const TAKEN_AWAY = /^(user\.|system\.posix_acl_|security\.capability$)/;
/**
 * Finds what a listing doesn't show: entries that are as they were saved, but for their extended attributes, access
 * lists or capabilities. To be called once all else is compared.
 *
 * Without getfattr on the host, attributes that nobody saved aren't found.
 */
async function compareAttributes(run, root, policy) {
    const { reader, hasGetfattr, unpacker } = run.facts;
    if (!unpacker.keepsAttributes)
        return;
    const inFolder = (body) => `cd / || exit 1\n${body}`;
    const options = { reader, hasGetfattr, inFolder, signal: run.signal };
    const read = attributesBelow(run.host, '/', options);
    const folders = [];
    for await (const batch of inBatches(doubtsIn(run, root), ATTRIBUTES_BATCH)) {
        const found = await read.of(batch.map(({ path }) => path));
        for (const { path, node, child } of batch) {
            const there = found.get(path);
            if (there === undefined || hasAttributes(run, node, there))
                continue;
            if (child === null)
                folders.push(path);
            else
                policy.replace(child.of, child.stay);
        }
    }
    if (read.unread > 0)
        run.reporter.onWarning(notCompared(run.host, read.unread));
    if (folders.length > 0)
        run.reporter.onWarning(foldersDiffer(run.host, folders));
}
async function* doubtsIn(run, root) {
    const isAsked = (node) => run.facts.hasGetfattr || run.nodes.of(node).extendedAttributes.length > 0;
    for (const stay of (0,restore_plan/* stays */.PB)(root)) {
        const { own, folder, doubtful } = stay;
        if (own !== null && !(0,same_entry/* isUntouched */.O)(own.node, own.entry) && isAsked(own.node))
            yield { path: fromRoot(folder.path), node: own.node, child: null };
        if (doubtful.size === 0)
            continue;
        for (const child of await folder.children()) {
            const { node } = child;
            if (!doubtful.has(node.name) || !isAsked(node))
                continue;
            yield { path: fromRoot((0,paths/* joinPath */.uJ)(folder.path, node.name)), node, child: { of: child, stay } };
        }
    }
}
function fromRoot(path) {
    return (path === '/' ? '.' : path.slice(1));
}
function hasAttributes({ nodes }, node, there) {
    const saved = new Map(nodes.of(node).extendedAttributes.map(({ name, value }) => [name, value]));
    for (const [name, value] of saved) {
        const actual = there.get(name);
        if (actual === undefined || Buffer.compare(actual, value) !== 0)
            return false;
    }
    const all = new Set(node.extendedAttributes.map(({ name }) => name));
    return [...there.keys()].every((name) => all.has(name) || !TAKEN_AWAY.test(name));
}
function notCompared({ name }, files) {
    return `Not all extended attributes were compared (files: ${files}): ${name} has no getfattr. Install attr there to have them compared, or restore with overwrite "always".`;
}
function foldersDiffer({ name }, folders) {
    return `Extended attributes and access lists of folders that stay are not restored (folders: ${folders.length}): those of "/${(0,bytestring.display)(folders[0])}" on ${name} differ from what was saved. Restore with overwrite "always" to have them.`;
}

// EXTERNAL MODULE: ./build/operations/restore/groups.js
var restore_groups = __webpack_require__(95516);
// EXTERNAL MODULE: ./build/operations/restore/compare.js
var compare = __webpack_require__(14337);
// EXTERNAL MODULE: ./build/operations/restore/list-folder.js
var list_folder = __webpack_require__(46265);
;// CONCATENATED MODULE: ./build/operations/restore/plan-in-place.js







/** The policy of a restore in place: what stands there is compared, and only what differs is sent. */
class InPlacePolicy {
    /** What is extra is found by comparing. */
    isToGo = null;
    unchanged = { files: 0, bytes: 0 };
    /** Files that stand there otherwise than saved, and stay: `never`, and what isn't older. */
    leftFiles = 0;
    #options;
    #pseudo;
    #leftOut;
    #links = new Map();
    constructor(options) {
        this.#options = options;
        const { pseudo } = options.destination.facts.mounts;
        this.#pseudo = new Set(pseudo);
        this.#leftOut = [...workspace_name/* OWN_FOLDER_PATTERNS */.Ag, ...pseudo.map((path) => `${(0,list_folder/* literalPattern */.K)(path)}/*`)];
    }
    async folder(child, path, entry) {
        const { destination, overwrite, signal } = this.#options;
        if (entry.type !== 'dir')
            return overwrite === 'never' ? new restore_plan/* Stay */.Mp(child.folder, null) : 'replace';
        await destination.visit([path]);
        const root = this.#stay(child, entry);
        const listing = (0,list_folder/* listFolder */.b)(destination.host, path, {
            reader: destination.facts.reader,
            leaveOut: this.#leftOut,
            signal,
        });
        await (0,compare/* compareListing */.i)(listing, path, { folder: child.folder, kept: root }, this.#visitor());
        return root;
    }
    other(child, stay, entry) {
        const replace = this.#isToBeReplaced(child, entry);
        if (!replace && this.#options.overwrite === 'if-changed' && !(0,same_entry/* isUntouched */.O)(child.node, entry))
            stay.doubtful.add(child.node.name);
        this.#noteLink(stay, child, replace ? null : entry);
        return replace ? 'replace' : null;
    }
    /** For what turned out to differ when all had been compared. */
    replace(child, stay) {
        const { node } = child;
        stay.changes.set(node.name, 'replace');
        this.#noteLink(stay, child, null);
        if (node.type !== 'file')
            return;
        this.unchanged.files--;
        this.unchanged.bytes -= Number(node.sizeBytes);
    }
    absent(child, stay) {
        this.#noteLink(stay, child, null);
    }
    #visitor() {
        return {
            folder: (kept, child, entry) => {
                if (this.#pseudo.has(entry.path))
                    return null;
                const stay = this.#stay(child, entry);
                kept.changes.set(child.node.name, stay);
                return stay;
            },
            entry: (kept, child, entry) => {
                const plan = this.other(child, kept, entry);
                if (plan !== null)
                    kept.changes.set(child.node.name, plan);
            },
            missing: (kept, child) => {
                kept.changes.set(child.node.name, 'create');
                this.absent(child, kept);
            },
            extra: (kept, entry) => {
                const name = (0,paths/* baseName */.Fl)(entry.path);
                if (!(0,workspace_name/* isOwnFolder */.Zn)(name) && this.#options.isToGo(entry))
                    kept.changes.set(name, 'remove');
            },
        };
    }
    #stay(child, entry) {
        const isOwn = child.picks === 'whole' || child.picks.own;
        const own = isOwn && this.#options.overwrite !== 'never' ? { node: child.node, entry } : null;
        return new restore_plan/* Stay */.Mp(child.folder, own);
    }
    #isToBeReplaced({ node }, entry) {
        const { overwrite, owners, destination } = this.#options;
        const { isTime } = destination.facts.unpacker;
        const isChanged = (0,same_entry/* differences */.t)(node, entry, { owner: owners.of(node), isTime }).length > 0;
        const replace = isChanged && (overwrite === 'if-changed' || (overwrite === 'if-newer' && node.mtimeNs > entry.mtimeNs));
        if (replace || node.type !== 'file')
            return replace;
        if (isChanged) {
            this.leftFiles++;
        }
        else {
            this.unchanged.files++;
            this.unchanged.bytes += Number(node.sizeBytes);
        }
        return false;
    }
    #noteLink(stay, { node }, entry) {
        const file = (0,hard_links/* linkedFile */.o2)(node);
        if (file === null || this.#options.overwrite !== 'if-changed')
            return;
        const group = this.#links.get(file) ?? { members: [], inodes: new Set(), differs: false };
        this.#links.set(file, group);
        group.members.push({ stay, name: node.name });
        if (entry === null)
            group.differs = true;
        else
            group.inodes.add(`${entry.device}:${entry.inode}`);
    }
    /**
     * To be called once all is compared. One name of a file can't be replaced alone: the others would go on naming the
     * old one.
     */
    keepLinksTogether() {
        for (const { members, inodes, differs } of this.#links.values()) {
            if (!differs && inodes.size < 2)
                continue;
            for (const { stay, name } of members)
                if (!stay.changes.has(name))
                    stay.changes.set(name, 'replace');
        }
    }
}

;// CONCATENATED MODULE: ./build/operations/restore/plan-swap.js





/**
 * The policy of `overwrite: always`: what can be replaced as a whole is.
 * @param isToGo See StandingPolicy.
 */
function replaceAll(destination, isToGo) {
    return {
        isToGo,
        async folder(child, path, entry, stay) {
            if (entry.type !== 'dir')
                return 'replace';
            const canBeReplaced = child.picks === 'whole' && (await canBeMoved(destination, path));
            return canBeReplaced ? 'replace' : stay();
        },
        other: () => 'replace',
        absent: () => { },
    };
}
/**
 * Combines what is wanted with what stands at the destination: which folders stay, and which names in them are
 * placed. The topmost possible names are placed, so that few renames swap in a whole application.
 *
 * @param root The destination's `/`.
 * @throws HoldfastError restore-blocked, no-permission.
 */
async function planPlaces(destination, root, picks, policy) {
    await destination.lookAt(pickedPaths(root.path, picks));
    await destination.visit(pickedFolders(root.path, picks).filter((path) => isFolderAt(destination, path)));
    return new Planner(destination, policy).stay(root, null);
}
class Planner {
    #destination;
    #policy;
    constructor(destination, policy) {
        this.#destination = destination;
        this.#policy = policy;
    }
    async stay(folder, own) {
        const stay = new restore_plan/* Stay */.Mp(folder, own);
        const children = await folder.children();
        await this.#destination.lookAt(children.map(({ node }) => (0,paths/* joinPath */.uJ)(folder.path, node.name)));
        for (const child of children) {
            const plan = await this.#child(child, (0,paths/* joinPath */.uJ)(folder.path, child.node.name), stay);
            if (plan !== null)
                stay.changes.set(child.node.name, plan);
        }
        if (own !== null && this.#policy.isToGo !== null)
            await this.#findExtras(stay, this.#policy.isToGo);
        return stay;
    }
    /** What stands in a folder and isn't in the snapshot. Mount points are never moved. */
    async #findExtras(stay, isToGo) {
        const { path } = stay.folder;
        const saved = new Set((await stay.folder.children()).map(({ node }) => node.name));
        const extras = (await this.#destination.namesIn(path)).filter((name) => !saved.has(name) && !(0,workspace_name/* isOwnFolder */.Zn)(name));
        await this.#destination.lookAt(extras.map((name) => (0,paths/* joinPath */.uJ)(path, name)));
        for (const name of extras) {
            const entry = this.#destination.entry((0,paths/* joinPath */.uJ)(path, name));
            if (entry === null || !isToGo(entry))
                continue;
            if (entry.type !== 'dir' || (await canBeMoved(this.#destination, entry.path)))
                stay.changes.set(name, 'remove');
        }
    }
    async #child(child, path, around) {
        const entry = this.#destination.entry(path);
        if (entry === null) {
            this.#policy.absent(child, around);
            return 'create';
        }
        if (!isFolderChild(child)) {
            assertNoMount(this.#destination, path);
            return this.#policy.other(child, around, entry);
        }
        const isOwn = child.picks === 'whole' || child.picks.own;
        if (!isOwn)
            return this.#wayThrough(child, path, entry);
        const stay = () => this.stay(child.folder, { node: child.node, entry });
        return this.#policy.folder(child, path, entry, stay);
    }
    /** A folder that is only on the way to what is restored. */
    async #wayThrough(child, path, entry) {
        if (entry.type === 'symlink') {
            await this.#destination.follow(path);
            await this.#destination.visit([path]);
        }
        const isFolder = entry.type === 'dir' || (entry.type === 'symlink' && this.#destination.folder(path) !== null);
        if (isFolder)
            return this.stay(child.folder, null);
        throw new errors/* HoldfastError */.E('restore-blocked', `Cannot restore below "${(0,bytestring.display)(path)}": a ${entry.type} stands there, expected a folder. Move it away, or restore elsewhere with --target.`);
    }
}
function isFolderChild(child) {
    return child.folder !== null;
}
/**
 * Whether a folder can be renamed: it is no mount point, none is below it (it would move along), nor does what is restored
 * from lie there, and the folder that it stands in can be written.
 */
async function canBeMoved(destination, path) {
    const parent = (0,paths/* parentPath */.yl)(path);
    await destination.visit([parent]);
    const standing = destination.folder(parent);
    if (standing === null || path === '/')
        return false;
    const physical = (0,paths/* joinPath */.uJ)(standing.physical, (0,paths/* baseName */.Fl)(path));
    const { mounts } = destination.facts;
    if (destination.source?.isIn(destination.identitiesAt(path)))
        return false;
    return standing.writable && !mounts.isMountPoint(physical) && mounts.below(physical).length === 0;
}
function assertNoMount(destination, path) {
    if (!destination.facts.mounts.isMountPoint(path))
        return;
    throw new errors/* HoldfastError */.E('restore-blocked', `Cannot restore "${(0,bytestring.display)(path)}": it is a mount point, expected a file that can be replaced. Unmount it, or exclude it.`);
}
function isFolderAt(destination, path) {
    return path === '/' || destination.entry(path)?.type === 'dir';
}
/** The folders of which a part is restored: visited in one round trip. */
function pickedFolders(path, picks) {
    if (picks === 'whole')
        return [];
    const below = [...picks.children].flatMap(([name, child]) => pickedFolders((0,paths/* joinPath */.uJ)(path, name), child));
    return [path, ...below];
}
/** Every path that the picks name: looked at in one round trip. */
function* pickedPaths(path, picks) {
    if (picks === 'whole')
        return;
    for (const [name, below] of picks.children) {
        const child = (0,paths/* joinPath */.uJ)(path, name);
        yield child;
        yield* pickedPaths(child, below);
    }
}

// EXTERNAL MODULE: ./build/operations/restore/space.js
var restore_space = __webpack_require__(53608);
;// CONCATENATED MODULE: ./build/operations/restore/stood-on.js




/** What a swap runs, and what brings our scripts to it. */
const TOOLS = 'sh mv mkdir chmod chown stat xargs rm rmdir touch cat ls id env setsid';
/** Where a system has its programs and libraries: nothing else is worth the question. */
const OF_A_SYSTEM = /^\/(usr|s?bin|lib[^/]*|nix|gnu|run)(\/|$)/;
const LIMIT_BYTES = 1024 * 1024;
const MAX_LINKS = 40;
const MAX_NAMED = 8;
/**
 * Every name on the way to what a program needs: symlinks, too. glibc's loader tells libraries when it is asked by this
 * variable; a program that is linked otherwise runs, with nothing to do and nothing to read. musl's loader is among what
 * a process has mapped.
 */
const NEEDED = `
walk() {
  d= rest=\${1#/} left=${MAX_LINKS}
  while [ -n "$rest" ]; do
    c=\${rest%%/*}
    case $rest in */*) rest=\${rest#*/};; *) rest=;; esac
    case $c in ""|.) continue;; ..) d=\${d%/*}; continue;; esac
    if [ -L "$d/$c" ] && [ $left -gt 0 ]; then
      printf "%s\\0" "$d/$c"
      left=$((left - 1)) t=$(readlink "$d/$c")
      case $t in /*) d=;; esac
      rest=$t/$rest
    else d=$d/$c
    fi
  done
  printf "%s\\0" "$d"
}
me=$(id -u)
{
  for tool in ${TOOLS}; do command -v $tool; done
  while IFS=: read -r name x uid gid full home shell; do [ "$uid" != "$me" ] || echo "$shell"; done </etc/passwd
  sed -n 's|^[^/]* \\(/.*\\)$|\\1|p' /proc/self/maps
} 2>/dev/null | sort -u | while IFS= read -r file; do
  case $file in /*) ;; *) continue;; esac
  walk "$file"
  [ -x "$file" ] || continue
  LD_TRACE_LOADED_OBJECTS=1 "$file" </dev/null 2>/dev/null |
    sed -n 's|^.*[[:space:]]\\(/[^ ]*\\) (0x.*$|\\1|p' | while IFS= read -r library; do walk "$library"; done
done
:`;
/**
 * Refuses to move away, be it for a moment, what the host's own commands run by: the one that is to put the new one in
 * its place could not start any more, nor could anybody log in to mend it.
 *
 * @throws HoldfastError restore-blocked.
 */
async function assertNotStoodOn(host, mounts, signal) {
    const moved = new Set();
    for (const { groups } of mounts) {
        for (const { stay, standing } of groups)
            for (const name of awayFrom(stay))
                moved.add((0,paths/* joinPath */.uJ)(standing.physical, name));
    }
    if (![...moved].some((path) => OF_A_SYSTEM.test(path)))
        return;
    const blocked = new Map();
    for (const path of await neededBySwaps(host, signal)) {
        for (const around of [...(0,paths/* ancestorsOf */.Gw)(path), path])
            if (moved.has(around))
                blocked.set(around, path);
    }
    if (blocked.size > 0)
        throw stoodOn(host, blocked);
}
function awayFrom(stay) {
    return [...stay.changes]
        .filter(([, plan]) => plan === 'replace' || plan === 'remove')
        .map(([name]) => name);
}
/** Paths of programs, libraries and the symlinks on the way to them, absolute. */
async function neededBySwaps(host, signal) {
    const options = { limitBytes: LIMIT_BYTES, signal };
    const { stdout } = await (0,hosts_output/* runSuccessfully */.t7)(host, 'ask what its commands run by', NEEDED, options);
    return [...new Set((0,bytestring.fromBytes)(stdout).split('\0'))].filter((path) => path !== '');
}
function stoodOn(host, blocked) {
    const names = [...blocked.keys()].sort();
    const shown = names.slice(0, MAX_NAMED).map((path) => `"${(0,bytestring.display)(path)}"`);
    const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : '';
    const needed = (0,bytestring.display)(blocked.get(names[0]));
    return new errors/* HoldfastError */.E('restore-blocked', `Cannot restore ${shown.join(', ')}${more} on ${(0,bytestring.displayText)(host.name)}: its running system, and the commands that would swap them in, need them all the while ("${needed}" is one), expected what it can do without for a moment. Nothing was written. Leave them out with --exclude; or replace only what differs with --overwrite if-changed; or start the machine from another system, mount its disk there, and restore with --target.`);
}

;// CONCATENATED MODULE: ./build/operations/restore/plan-restore.js









/**
 * Looks at the destination and decides what is placed where.
 * @throws HoldfastError restore-unsafe, restore-blocked, no-permission, no-space.
 */
async function planRestore(run) {
    const { destination, source, owners, options } = run;
    const policy = options.overwrite === 'always' ? null : inPlace(run);
    const root = await planPlaces(destination, source.root, source.picks, policy ?? replaceAll(destination, options.delete ? isToGo(run) : null));
    if (policy !== null)
        await compareAttributes(run, root, policy);
    policy?.keepLinksTogether();
    const { isTime, makesHoles } = run.facts.unpacker;
    (0,restore_plan/* prune */.R3)(root, ({ node, entry }) => (0,same_entry/* differences */.t)(node, entry, { owner: owners.of(node), isTime }).length === 0);
    await assertSourceStays(destination, root);
    const { changes, replacedFolders } = countChanges(run, root);
    const mounts = await (0,restore_groups/* groupByMount */.se)(destination, root);
    await assertNotStoodOn(run.host, mounts, run.signal);
    const needed = { files: 0, links: 0, bytes: 0 };
    for (const mount of mounts) {
        const check = (space) => checkSpace(run, mount, space);
        const space = await (0,restore_space/* spaceNeeded */.Y)((0,restore_groups/* stagedFolder */.XA)(mount.groups), {
            repository: run.repository,
            makesHoles,
            check,
        });
        needed.files += space.files;
        needed.links += space.links;
        needed.bytes += space.bytes;
    }
    Object.assign(run.planned, needed);
    return {
        root,
        mounts,
        unchanged: policy?.unchanged ?? { files: 0, bytes: 0 },
        leftFiles: policy?.leftFiles ?? 0,
        needed,
        changes,
        replacedFolders,
    };
}
/** @throws HoldfastError restore-blocked. */
async function assertSourceStays(destination, root) {
    const { source } = destination;
    if (source === null)
        return;
    await destination.lookAt(source.doubtful(root));
    source.assertStays(root, (path) => destination.identitiesAt(path));
}
function inPlace(run) {
    const { options, owners, destination, signal } = run;
    return new InPlacePolicy({
        overwrite: options.overwrite === 'always' ? 'if-changed' : options.overwrite,
        owners,
        destination,
        signal,
        isToGo: isToGo(run),
    });
}
/** With `delete`, what isn't in the snapshot and would have been chosen, had it been. */
function isToGo({ options, source }) {
    return ({ path, type }) => options.delete && source.choose(path, type === 'dir') !== 'none';
}
/** What an earlier run staged takes its space already: then only the filesystem itself knows. */
function checkSpace(run, { home }, needed) {
    if (!home.staged.includes((0,workspace_name/* stagingName */.zb)(run.key)))
        (0,restore_space/* assertSpace */.X)(home, needed, run.host.name);
}
function countChanges({ options, destination }, root) {
    const changes = { create: 0, replace: 0, remove: 0 };
    const isWhole = options.overwrite === 'always';
    let replacedFolders = 0;
    for (const change of (0,restore_plan/* changesOf */.fs)(root)) {
        changes[change.kind]++;
        if (isWhole && change.kind === 'replace' && destination.entry(change.path)?.type === 'dir')
            replacedFolders++;
        options.onChange?.(change);
    }
    return { changes, replacedFolders };
}

// EXTERNAL MODULE: ./build/operations/restore/destination.js
var destination = __webpack_require__(74734);
// EXTERNAL MODULE: ./build/operations/restore/staged-nodes.js
var staged_nodes = __webpack_require__(32590);
;// CONCATENATED MODULE: ./build/operations/restore/run.js



/** Everything that the steps of one restore share, and how far it is. */
class RestoreRun {
    host;
    repository;
    options;
    reporter;
    signal;
    facts;
    owners;
    source;
    key;
    destination;
    nodes;
    counts = { files: 0, folders: 0, others: 0, bytes: 0 };
    /** What is to be staged, once it is planned. */
    planned = { files: 0, links: 0, bytes: 0 };
    /** Of it: what an earlier run has sent. */
    resumed = { files: 0, bytes: 0 };
    #verified = { files: 0, bytes: 0 };
    constructor(parts) {
        this.host = parts.host;
        this.repository = parts.repository;
        this.options = parts.options;
        this.reporter = parts.reporter;
        this.signal = parts.signal;
        this.facts = parts.facts;
        this.owners = parts.owners;
        this.source = parts.source;
        this.key = parts.key;
        this.nodes = new staged_nodes/* StagedNodes */.W(parts.facts.uid, parts.facts.unpacker);
        this.destination = new destination/* Destination */.D(parts.host, parts.facts, parts.signal, parts.sourcePlace);
    }
    progress(phase, current) {
        const files = this.counts.files + this.resumed.files;
        const bytes = this.counts.bytes + this.resumed.bytes;
        this.#report(phase, { files, bytes }, { files: this.planned.files, current: (0,bytestring.display)(current) });
    }
    startVerifying() {
        Object.assign(this.#verified, { files: 0, bytes: 0 });
        this.#reportVerified();
    }
    #reportVerified() {
        // Each file is read by one of its names.
        const { files, links } = this.planned;
        this.#report('verifying', this.#verified, { files: files - links, current: '' });
    }
    onVerified(files, bytes) {
        this.#verified.files += files;
        this.#verified.bytes += bytes;
        this.#reportVerified();
    }
    #report(phase, done, { files, current }) {
        this.reporter.onProgress({
            phase,
            filesDone: done.files,
            bytesDone: done.bytes,
            filesTotal: files,
            bytesTotal: this.planned.bytes,
            current,
        });
    }
}

// EXTERNAL MODULE: ./build/operations/restore/source.js + 5 modules
var source = __webpack_require__(25678);
;// CONCATENATED MODULE: ./build/operations/restore/source-ahead.js
/**
 * What a restore reads of a repository while its lock settles: the index, and the trees of all that is restored.
 *
 * A prune whose lock came and went between our first look and the second isn't seen by either. So once the lock is got it is asked
 * whether the index that was loaded is still there.
 */
class SourceAhead {
    #repository;
    #read;
    #begun = null;
    constructor(repository, read) {
        this.#repository = repository;
        this.#read = read;
    }
    read() {
        this.#begun ??= this.#read();
        return this.#begun;
    }
    forget() {
        this.#begun = null;
        this.#repository.forgetIndex();
    }
    /** Resolves when nothing that was begun goes on any more. */
    async close() {
        await this.#begun?.catch(() => { });
    }
    /** Under the lock: what was read, if it still is so; else read anew, as what could not be read. @throws As `read`. */
    async take(signal) {
        const begun = await this.read().catch(() => null);
        if (begun !== null && (await this.#repository.hasLoadedIndex(signal)))
            return begun;
        this.forget();
        return await this.read();
    }
}

// EXTERNAL MODULE: ./build/operations/restore/source-place.js
var source_place = __webpack_require__(35931);
// EXTERNAL MODULE: ./build/operations/restore/faults.js
var restore_faults = __webpack_require__(4913);
// EXTERNAL MODULE: ./build/operations/restore/swaps.js
var restore_swaps = __webpack_require__(33186);
;// CONCATENATED MODULE: ./build/operations/restore/after-failure.js





/** Says what is left of a run that failed before its swap began, and lets go of what must not stay. */
async function afterFailure(workspace, error) {
    if (!(error instanceof errors/* HoldfastError */.E))
        return error;
    const where = `"${(0,bytestring.display)(workspace.path)}" on ${workspace.host.name}`;
    const left = await whatIsLeft(workspace, error).catch(() => `What was sent so far lies in ${where}: remove it.`);
    const kept = `What was sent so far is kept in ${where}: the same restore goes on from there; remove the folder if you don't want that.`;
    const note = left === null ? kept : left;
    return new errors/* HoldfastError */.E(error.code, `${error.message} Nothing that stood there was touched. ${note}`, {
        cause: error,
    });
}
/** Null: all of it. */
async function whatIsLeft(workspace, error) {
    if (error.code === 'no-space') {
        await (0,restore_swaps/* removeWorkspace */.qh)(workspace);
        return 'What was sent so far was removed again, for a full filesystem stops what runs there.';
    }
    if (!(error instanceof restore_faults/* RestoreMismatch */.N))
        return null;
    // A file that has its size and its time passes for complete: the next run would find the same fault again.
    if (error.paths === null) {
        await (0,restore_swaps/* removeWorkspace */.qh)(workspace);
        return 'All that was sent was removed again.';
    }
    await removeStaged(workspace, error.paths);
    return 'What differs was removed again, and the rest of what was sent is kept: the same restore goes on from there.';
}
/** Removes entries of a staging folder, named as it or a listing names them. */
async function removeStaged(workspace, paths, signal) {
    const root = `${workspace.path}/`;
    const names = paths.map((path) => (path.startsWith(root) ? path.slice(root.length) : path));
    const inside = names.filter((name) => name.startsWith('new/'));
    const stdin = Buffer.from(inside.map((name) => `./${name}\0`).join(''), 'latin1');
    const script = (0,restore_workspace/* asItsRun */.Qi)(workspace, 'xargs -0 -r rm -rf --');
    await (0,restore_workspace/* runIn */.VO)(workspace, 'remove what is not as it was saved', script, { stdin, signal });
}

;// CONCATENATED MODULE: ./build/operations/restore/close-modes.js

/** A mode and a path. */
const FIELDS = 2;
/** With the longest paths a command line of 25 KB: busybox' xargs would split one over 32 KB between the two. */
const ENTRIES_PER_SHELL = 6;
const CLOSE = `
while [ $# -gt 0 ]; do
  chmod "$1" "$2" || exit 255
  shift ${FIELDS}
done`;
/** Gives what was staged open to us (see `StagedNodes`) the mode that was saved. Inner folders first. */
async function closeModes(workspace, folder, { nodes, signal }) {
    if (nodes.isNeverOpen)
        return;
    const script = `xargs -0 -r -n ${FIELDS * ENTRIES_PER_SHELL} sh -c '${CLOSE}' close`;
    const stdin = fieldsOf(folder, folder.path, nodes);
    await (0,restore_workspace/* runIn */.VO)(workspace, 'set the modes of what is restored', (0,restore_workspace/* asItsRun */.Qi)(workspace, script), { stdin, signal });
}
async function* fieldsOf(folder, path, nodes) {
    for (const { node, folder: below } of await folder.children()) {
        const childPath = `${path}/${node.name}`;
        if (below !== null)
            yield* fieldsOf(below, childPath, nodes);
        if (!nodes.isOpen(node))
            continue;
        yield Buffer.from(`${nodes.permissionsOf(node).toString(8)}\0${childPath}\0`, 'latin1');
    }
}

// EXTERNAL MODULE: ./build/operations/restore/doubtful-times.js
var doubtful_times = __webpack_require__(97026);
// EXTERNAL MODULE: ./build/operations/restore/touch-dates.js
var touch_dates = __webpack_require__(18181);
;// CONCATENATED MODULE: ./build/operations/restore/mend.js


const ENTRY_FIELDS = 4;
/** With the longest paths a command line of 26 KB: busybox' xargs would split one over 32 KB within an entry. */
const mend_ENTRIES_PER_SHELL = 6;
/**
 * For each entry its path, owner (empty: it can't be given), and two dates for touch. A time that can't be set is left
 * for the verification to find.
 */
const MEND = `
${touch_dates/* TOUCH_ENTRY */.J}
while [ $# -gt 0 ]; do
  [ -z "$2" ] || chown -h "$2" "$1" || exit 255
  t "$1" "$3" "$4"
  shift ${ENTRY_FIELDS}
done
:`;
/**
 * Sets the owners and times that the host's tar can't, by its chown and touch: of symlinks themselves, never of what
 * they lead to; and all of it in folders that are ours alone.
 */
async function mend(workspace, folder, options) {
    if (options.unpacker.leavesWrong === null)
        return;
    const fields = mend_fieldsOf(folder, folder.path, options);
    const first = await fields.next();
    if (first.done === true)
        return;
    const script = `xargs -0 -r -n ${ENTRY_FIELDS * mend_ENTRIES_PER_SHELL} sh -c '${MEND}' mend`;
    const stdin = chain(first.value, fields);
    await (0,restore_workspace/* runIn */.VO)(workspace, 'set owners and times', (0,restore_workspace/* asItsRun */.Qi)(workspace, script), {
        stdin,
        signal: options.signal,
    });
}
async function* chain(first, rest) {
    yield first;
    yield* rest;
}
/** Inner folders before the ones around them. */
async function* mend_fieldsOf(folder, path, options) {
    for (const { node, folder: below } of await folder.children()) {
        const childPath = `${path}/${node.name}`;
        if (below !== null)
            yield* mend_fieldsOf(below, childPath, options);
        const isWanted = (node.type === 'dir') === (options.which === 'folders');
        if (isWanted && options.unpacker.leavesWrong?.(node))
            yield mendFields(node, childPath, options);
    }
}
function mendFields(node, path, { owners, unpacker }) {
    const owner = owners.of(node);
    const [exact, seconds] = (0,touch_dates/* datesForTouch */.u)(node.mtimeNs);
    // Its tar has set the second already: a touch that knows no fractions, and not all seconds, makes it no better.
    const otherwise = unpacker.keepsFractions ? '' : seconds;
    const fields = [path, owner === null ? '' : `${owner.uid}:${owner.gid}`, exact, otherwise];
    return Buffer.from(fields.map((field) => `${field}\0`).join(''), 'latin1');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/files/tar/writer.js + 1 modules
var tar_writer = __webpack_require__(88205);
;// CONCATENATED MODULE: ./build/operations/restore/send-queue.js

/** Windows that may wait between the reading of blobs and the sending of what they are part of. */
const MAX_WAITING_WINDOWS = 2;
/**
 * Splits what is sent in two: the blobs to load, asked for as far ahead as the repository likes to read, and the
 * items that they belong to, taken as they are sent. Both in one order.
 */
class SendQueue {
    #windows;
    #blobsOf;
    #waiting = [];
    #current = [];
    #at = 0;
    #end = null;
    #changed = Promise.withResolvers();
    constructor(windows, blobsOf) {
        this.#windows = windows[Symbol.asyncIterator]();
        this.#blobsOf = blobsOf;
    }
    /** The blobs of all items in order. Runs ahead of `next` by what its reader asks for, and a bounded number of items. */
    async *ids() {
        try {
            while (this.#end === null) {
                const next = await this.#windows.next();
                if (next.done === true)
                    break;
                this.#waiting.push(next.value);
                this.#wake();
                for (const item of next.value)
                    yield* this.#blobsOf(item);
                while (this.#waiting.length >= MAX_WAITING_WINDOWS && this.#end === null)
                    await this.#changed.promise;
            }
            this.#finish(null);
        }
        catch (error) {
            this.#finish(error);
            throw error;
        }
        finally {
            // Its reader gave up: what is left must not be taken for all there is.
            this.#finish(new errors/* HoldfastError */.E('internal', 'Nobody reads the blobs of what is restored any more.'));
        }
    }
    /** The next item, or null after the last. @throws What the windows threw. */
    async next() {
        for (;;) {
            const item = this.#current[this.#at];
            if (item !== undefined) {
                this.#at++;
                return item;
            }
            const window = this.#waiting.shift();
            if (window !== undefined) {
                this.#current = window;
                this.#at = 0;
                this.#wake();
            }
            else if (this.#end !== null) {
                if (this.#end.error !== null)
                    throw this.#end.error;
                return null;
            }
            else
                await this.#changed.promise;
        }
    }
    /** Lets `ids` end. */
    stop() {
        this.#finish(null);
    }
    #finish(error) {
        this.#end ??= { error };
        this.#wake();
    }
    #wake() {
        this.#changed.resolve();
        this.#changed = Promise.withResolvers();
    }
}

// EXTERNAL MODULE: ./build/operations/restore/tar-header.js
var tar_header = __webpack_require__(5003);
;// CONCATENATED MODULE: ./build/operations/restore/send.js








/** Written last, by this name: tar ends well even when its stream was cut. */
const RECEIVED_NAME = 'received';
/**
 * Writes `windows` as one tar archive, contents read from the repository as far ahead as it likes.
 * @throws HoldfastError repository-damaged, and what `write` throws.
 */
async function sendTar(windows, write, receivedToken, options) {
    const writer = new tar_writer/* TarWriter */.r(write, options.unpacker.dialect);
    const queue = new SendQueue(windows, ({ is, node }) => (is === 'file' ? (0,file_data/* blobsToLoad */.Kf)(node) : []));
    const blobs = new file_data/* BlobFeed */.uB(options.repository.lendBlobs('data', queue.ids(), options.signal));
    try {
        for (let item = await queue.next(); item !== null; item = await queue.next()) {
            options.onProgress(item);
            await sendItem(writer, item, blobs, options);
        }
        await writer.add(receivedHeader(RECEIVED_NAME, receivedToken), Buffer.from(receivedToken));
        await writer.finish();
    }
    finally {
        queue.stop();
        await blobs.stop();
    }
}
async function sendItem(writer, item, blobs, options) {
    const { path } = item;
    const node = options.nodes.of(item.node);
    const owner = options.owners.forTar(node);
    const add = (header) => writer.add(fitted(header, options.unpacker));
    switch (item.is) {
        case 'open':
            options.counts.folders++;
            return add((0,tar_header/* openFolderHeader */.cZ)(node, path, owner));
        case 'close':
            return add((0,tar_header/* headerOf */.rR)(node, path, owner));
        case 'other':
            options.counts.others++;
            return add((0,tar_header/* headerOf */.rR)(node, path, owner));
        case 'link':
            options.counts.files++;
            return add((0,tar_header/* linkHeader */.AF)(node, path, item.first ?? path, owner));
        case 'file':
            options.counts.files++;
            return sendFile(writer, item, blobs, options);
    }
}
function fitted(header, { timeToSend }) {
    return { ...header, mtimeNs: timeToSend(header.mtimeNs) };
}
async function sendFile(writer, item, blobs, options) {
    const { node, path } = item;
    const parts = (0,file_data/* partsOf */.CI)(node.content ?? [], options.repository);
    const segments = options.unpacker.makesHoles ? (0,holes/* segmentsOf */.OD)(parts) : null;
    const hash = options.hashes !== null && parts.length > 1 ? (0,external_node_crypto_.createHash)('sha256') : null;
    const content = (0,file_data/* dataOf */.qu)({ path, parts, segments }, blobs, (bytes) => {
        hash?.update(bytes);
        options.counts.bytes += bytes.length;
        options.onProgress(item);
    });
    const header = (0,tar_header/* headerOf */.rR)(options.nodes.of(node), path, options.owners.forTar(node), segments);
    await writer.add(fitted(header, options.unpacker), content);
    if (hash !== null)
        options.hashes?.set(path, hash.digest());
}
/** The last member and the end of an archive that isn't written by `sendTar`. */
function archiveEnd(receivedName, token, { dialect }) {
    const { bytes } = encodeHeader(receivedHeader(receivedName, token), dialect);
    return Buffer.concat([bytes, Buffer.from(token), Buffer.alloc(paddingOf(token.length)), endOfArchive()]);
}
function receivedHeader(path, token) {
    const none = '';
    return {
        path,
        type: 'file',
        linkTarget: none,
        permissions: 0o600,
        uid: 0,
        gid: 0,
        user: none,
        group: none,
        mtimeNs: 0n,
        sizeBytes: BigInt(token.length),
        deviceMajor: 0,
        deviceMinor: 0,
        extendedAttributes: [],
        segments: null,
    };
}

;// CONCATENATED MODULE: ./build/operations/restore/receive.js






/** `received` is the last member: with it missing the stream was cut, which tar takes for a good end. */
function unpackScript({ script }, receivedName = RECEIVED_NAME) {
    return `
rm -f ${receivedName}
${script} || exit
cat ${receivedName}`;
}
/** Words of tar that mean that it gave up on something, although it may go on and end well. */
const MAX_WARNINGS = 20;
/**
 * Unpacks what `windows` gives in the workspace, as one tar stream.
 * @throws HoldfastError no-space, no-permission, command-failed, host-silent …; cancelled.
 */
async function receive(workspace, windows, options) {
    const script = (0,restore_workspace/* asItsRun */.Qi)(workspace, unpackScript(options.unpacker));
    const output = await (0,hosts_output/* runToEnd */.cd)(workspace.host, script, {
        stdin: (write) => sendTar(windows, write, workspace.token, options),
        hasLargeInput: true,
        signal: options.signal,
    });
    judge(workspace, output, options);
}
/** @throws HoldfastError as `receive`, unless a tar that unpacked by `unpackScript` got all. */
function judge(workspace, output, options) {
    if (!(0,exit_status/* isSuccess */.o)(output.exit))
        throw (0,restore_workspace/* failureIn */.Q6)(workspace, 'unpack what is restored', output);
    for (const line of warningsOf(output.stderr))
        options.onWarning(`tar on ${workspace.host.name}: ${line}`);
    if ((0,bytestring.fromBytes)(output.stdout) !== workspace.token)
        throw cutOff(workspace);
}
function warningsOf(stderr) {
    const lines = stderr.toString('utf8').split('\n');
    return lines
        .filter((line) => line !== '')
        .slice(0, MAX_WARNINGS)
        .map(bytestring.displayText);
}
function cutOff({ host }) {
    return new errors/* HoldfastError */.E('host-silent', `Cannot restore on "${host.name}": its tar ended before all was sent to it. The connection was cut; restore again to go on.`);
}

;// CONCATENATED MODULE: ./build/operations/restore/send-order.js

/** Files whose contents are sorted by where they lie in the repository; what they need in memory is small. */
const WINDOW_FILES = 20_000;
/** And their blobs, for files may have many. */
const WINDOW_BLOBS = 200_000;
/** Where the content of `file` begins in what is restored; null for an empty one. */
function placeIn(source, file) {
    const [first] = file.content ?? [];
    if (first === undefined)
        return null;
    return source.filePlace === undefined ? source.blobPlace('data', first) : source.filePlace(file);
}
/**
 * What is sent of `root`, in an order that tar can unpack as it comes: a folder is opened before anything in it and
 * closed after everything in it; a link follows the file that it names. Between these, the files of one window are
 * sorted by pack.
 */
async function* sendOrder(root, need, options) {
    const window = new Window(options);
    const links = new hard_links/* HardLinks */.NW();
    const stack = [{ path: root.path, node: null, need, children: await root.children(), next: 0 }];
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
        const child = frame.children[frame.next++];
        if (child === undefined) {
            stack.pop();
            if (frame.node !== null && options.closesApart !== true)
                window.add(closing(frame.path, frame.node));
            continue;
        }
        const { node, folder } = child;
        const path = `${frame.path}/${node.name}`;
        const first = links.firstName(node, path);
        const needed = frame.need === 'all' ? 'all' : frame.need.children.get(node.name);
        if (needed === undefined)
            continue;
        window.add({ is: kindOf(node, first), path, node, first });
        if (folder !== null) {
            stack.push({ path, node, need: needed, children: await folder.children(), next: 0 });
        }
        if (window.isFull)
            yield window.take();
    }
    yield window.take();
}
/** The closing of all folders that `sendOrder` opens, inner ones first. */
async function* closings(root, need) {
    let window = [];
    const stack = [{ path: root.path, node: null, need, children: await root.children(), next: 0 }];
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
        const child = frame.children[frame.next++];
        if (child === undefined) {
            stack.pop();
            if (frame.node !== null)
                window.push(closing(frame.path, frame.node));
            if (window.length < WINDOW_FILES)
                continue;
            yield window;
            window = [];
            continue;
        }
        const { node, folder } = child;
        const needed = frame.need === 'all' ? 'all' : frame.need.children.get(node.name);
        if (folder === null || needed === undefined)
            continue;
        const path = `${frame.path}/${node.name}`;
        stack.push({ path, node, need: needed, children: await folder.children(), next: 0 });
    }
    yield window;
}
function closing(path, node) {
    return { is: 'close', path, node, first: null };
}
function kindOf(node, first) {
    if (node.type === 'dir')
        return 'open';
    if (node.type === 'file')
        return first === null ? 'file' : 'link';
    return 'other';
}
/** Items that are sent together, sorted. */
class Window {
    #placeOf;
    #items = emptyItems();
    #blobs = 0;
    #count = 0;
    constructor({ placeOf }) {
        this.#placeOf = placeOf;
    }
    add(item) {
        this.#items[item.is].push(item);
        this.#count++;
        if (item.is === 'file')
            this.#blobs += item.node.content?.length ?? 0;
    }
    get isFull() {
        return this.#count >= WINDOW_FILES || this.#blobs >= WINDOW_BLOBS;
    }
    take() {
        const { open, file, link, other, close } = this.#items;
        this.#items = emptyItems();
        this.#blobs = 0;
        this.#count = 0;
        return [...open, ...this.#byPack(file), ...other, ...link, ...close];
    }
    /** Empty files, and those whose blobs nobody knows, come first. */
    #byPack(files) {
        const placed = files.map((item) => ({ item, place: this.#placeOf(item.node) }));
        placed.sort((a, b) => (a.place?.packOrdinal ?? -1) - (b.place?.packOrdinal ?? -1) ||
            (a.place?.offset ?? -1) - (b.place?.offset ?? -1));
        return placed.map(({ item }) => item);
    }
}
function emptyItems() {
    return { open: [], file: [], link: [], other: [], close: [] };
}

;// CONCATENATED MODULE: ./build/operations/restore/fill.js




/**
 * Sends what is needed; where the host's tar can't do it all in one, the final metadata of folders by itself.
 * @returns Whether blobs were sent of which only the verification of what is restored will say that they are whole.
 */
async function fill(run, workspace, filling) {
    const { folder, nodes, need, hashes, placeOf, isVerified, writeBack, isAgain } = filling;
    const { repository, owners, counts, signal } = run;
    const { unpacker } = run.facts;
    const options = {
        repository,
        owners,
        unpacker,
        nodes,
        counts,
        hashes,
        onProgress: ({ path }) => {
            run.progress('restoring', placeOf(path));
            writeBack.look(counts.bytes);
        },
        onWarning: (message) => run.reporter.onWarning(message),
        signal,
    };
    const mayUseLanes = isAgain !== true && worthLanes(run.planned);
    const { hasFractions } = run.source.traits;
    const lanes = mayUseLanes ? await Lanes.open(workspace, { ...options, isVerified, hasFractions }) : null;
    const closesApart = unpacker.closesApart || lanes !== null;
    const windows = sendOrder(folder, need, { placeOf: (file) => placeIn(repository, file), closesApart });
    if (lanes === null)
        await receive(workspace, windows, options);
    else
        await receiveBeside(lanes, workspace, { windows, closings: () => closings(folder, need), options });
    await mend(workspace, folder, { unpacker, owners, which: 'others', signal });
    if (unpacker.closesApart)
        await receive(workspace, closings(folder, need), options);
    await mend(workspace, folder, { unpacker, owners, which: 'folders', signal });
    run.progress('restoring', '');
    return { leftToVerify: lanes !== null && isVerified };
}
/**
 * Plain files, folders and symlinks go by the lanes; all else by a tar. It ends after the files are written, and with what is last
 * done to those folders that lanes can't close; they close the others after it, since whatever is made in a folder changes its time.
 */
async function receiveBeside(lanes, workspace, parts) {
    const { windows, closings, options } = parts;
    async function* besides() {
        for await (const window of windows) {
            const { files, entries, rest } = lanes.split(window);
            const taken = lanes.add(files);
            taken.catch(() => { }); // met below
            await lanes.make(entries); // folders are there before tar puts something in them
            yield rest;
            await taken;
        }
        await lanes.endFiles();
        for await (const window of closings())
            yield lanes.split(window).rest;
    }
    try {
        await receive(workspace, besides(), { ...options, signal: lanes.signal });
        for await (const window of closings())
            await lanes.make(lanes.split(window).entries);
        await lanes.end();
    }
    catch (error) {
        await lanes.abandon(error);
        throw error;
    }
}

// EXTERNAL MODULE: ./build/files/tar/acl-text.js
var acl_text = __webpack_require__(8846);
;// CONCATENATED MODULE: ./build/operations/restore/taken-attributes.js





const FOLDER = 'attributes';
/** What GNU tar and bsdtar say of a filesystem that has no place for an attribute. */
const NOT_TAKEN = /Operation not supported|on this file system/;
/** An access list by which the group's bits in the mode are those of its mask: bsdtar doesn't say that it left one out. */
const ACCESS_LIST = {
    name: 'system.posix_acl_access',
    value: (0,acl_text/* decodeAcl */.nZ)(Buffer.from('user::rw-,user:0:r--,group::---,mask::rwx,other::---')),
};
const ITS_MODE = 0o670;
/**
 * What can be staged in `workspace`, once its filesystem was tried with one attribute of each kind that is restored.
 * It warns of the kinds that it doesn't take.
 */
async function nodesTakenBy(run, workspace) {
    const samples = [...run.source.traits.attributes]
        .map(([kind, sample]) => ({ kind, attribute: kind === attribute_kinds/* ACCESS_LISTS */.bD ? ACCESS_LIST : sample }))
        .filter(({ attribute }) => run.nodes.takesAttribute(attribute));
    if (samples.length === 0)
        return run.nodes;
    const said = await unpackSamples(run, workspace, samples);
    const refused = samples.filter(({ attribute }, i) => isRefused(said, fileName(i), attribute));
    if (refused.length === 0)
        return run.nodes;
    const kinds = refused.map(({ kind }) => kind).sort();
    const where = (0,bytestring.displayText)(`${workspace.home.physical} on ${run.host.name}`);
    run.reporter.onWarning(`The filesystem of ${where} takes no extended attributes of the kinds ${kinds.map(bytestring.displayText).join(', ')}: they are not restored. Restore to another filesystem with --target to have them.`);
    return run.nodes.without(new Set(kinds));
}
/** Unpacks a file with each sample, and gives what tar said of them and the modes that they have. */
async function unpackSamples(run, workspace, samples) {
    const body = `
rm -rf ${FOLDER} && mkdir ${FOLDER} && cd ${FOLDER} || exit 1
{ ${run.facts.unpacker.script}; } 2>&1
stat -c 'mode %a %n' *
cd .. && rm -rf ${FOLDER}`;
    const stdin = await archiveOf(samples, run);
    const what = 'see which extended attributes are taken';
    const said = await (0,restore_workspace/* runIn */.VO)(workspace, what, (0,restore_workspace/* asItsRun */.Qi)(workspace, body), { stdin, signal: run.signal });
    return (0,bytestring.fromBytes)(said).split('\n');
}
function isRefused(said, file, attribute) {
    const isUntaken = said.some((line) => NOT_TAKEN.test(line) && line.includes(file));
    return isUntaken || (attribute === ACCESS_LIST && !said.includes(`mode ${ITS_MODE.toString(8)} ${file}`));
}
/** None is a part of another, nor of anything else that a tar says. */
function fileName(i) {
    return `sample-${i}-of-kinds`;
}
async function archiveOf(samples, { facts }) {
    const parts = [];
    const writer = new tar_writer/* TarWriter */.r(async (bytes) => void parts.push(Buffer.from(bytes)), facts.unpacker.dialect);
    const none = '';
    for (const [i, { attribute }] of samples.entries()) {
        await writer.add({
            path: fileName(i),
            type: 'file',
            linkTarget: none,
            permissions: ITS_MODE,
            uid: facts.uid,
            gid: 0,
            user: none,
            group: none,
            mtimeNs: 0n,
            sizeBytes: 0n,
            deviceMajor: 0,
            deviceMinor: 0,
            extendedAttributes: [attribute],
            segments: null,
        });
    }
    await writer.finish();
    return Buffer.concat(parts);
}

// EXTERNAL MODULE: ./build/operations/restore/taken-back.js
var taken_back = __webpack_require__(64049);
// EXTERNAL MODULE: ./build/operations/restore/verify.js + 1 modules
var verify = __webpack_require__(69859);
;// CONCATENATED MODULE: ./build/operations/restore/verify-attributes.js





/**
 * Reads again the extended attributes, access lists and capabilities of what is staged, by the host's getfattr, or by its
 * tar as far as that is cheap. Attributes that nobody saved don't count: SELinux gives some to all.
 * @throws HoldfastError restore-mismatch.
 */
async function verifyAttributes(workspace, folder, options) {
    const faults = new restore_faults/* Faults */.C();
    const { host, path } = workspace;
    const read = attributesBelow(host, path, { ...options, inFolder: (body) => (0,restore_workspace/* inWorkspace */.ve)(workspace, body) });
    for await (const batch of inBatches(expectedIn(folder, folder.path, options.nodes), ATTRIBUTES_BATCH)) {
        const found = await read.of(batch.map((expected) => expected.path));
        for (const expected of batch)
            verify_attributes_compare(expected, found, faults);
    }
    faults.throwIfAny();
    if (read.unread > 0)
        options.onWarning(unverified(host, read.unread));
}
function unverified({ name }, files) {
    return `Not all extended attributes were verified (files: ${files}): ${name} has no getfattr. Install attr there to have them verified.`;
}
function verify_attributes_compare({ path, attributes }, found, faults) {
    const actual = found.get(path);
    if (actual === undefined)
        return;
    for (const { name, value } of attributes) {
        const there = actual.get(name);
        if (there === undefined)
            faults.add(path, `its extended attribute "${(0,bytestring.display)(name)}" is missing`);
        else if (Buffer.compare(there, value) !== 0)
            faults.add(path, `its extended attribute "${(0,bytestring.display)(name)}" differs`);
    }
}
async function* expectedIn(folder, path, nodes) {
    for (const { node, folder: below } of await folder.children()) {
        const childPath = `${path}/${node.name}`;
        const attributes = nodes.of(node).extendedAttributes;
        if (attributes.length > 0)
            yield { path: childPath, attributes };
        if (below !== null)
            yield* expectedIn(below, childPath, nodes);
    }
}

// EXTERNAL MODULE: ./build/operations/restore/verify-contents.js
var verify_contents = __webpack_require__(98800);
// EXTERNAL MODULE: ./build/operations/restore/write-back.js
var write_back = __webpack_require__(71029);
;// CONCATENATED MODULE: ./build/operations/restore/stage.js

















const NEW = 'new';
/**
 * Fills a workspace with all that `groups` place, and proves that it is there. What an earlier run left is used.
 * When it fails, the workspace stays for the next run, unless the filesystem is full.
 */
async function stage(run, groups) {
    const workspace = await stage_open(run, groups);
    if (!workspace.isTakenBack)
        return stageIn(run, workspace, groups);
    const folder = (0,restore_groups/* stagedFolder */.XA)(groups.groups);
    if (await (0,taken_back/* isAsRestored */.f)(run, workspace, () => proveTakenBack(run, workspace, folder)))
        return workspace;
    await (0,taken_back/* setAside */.Fi)(run, workspace, folder);
    return stageIn(run, await stage_open(run, groups), groups);
}
async function proveTakenBack(run, workspace, folder) {
    const { signal } = run;
    const nodes = await nodesTakenBy(run, workspace);
    if (!nodes.isNeverOpen)
        await (0,restore_workspace/* runIn */.VO)(workspace, 'open what was undone', (0,restore_workspace/* asItsRun */.Qi)(workspace, `${REOPEN}\n${REOPEN_FILES}`), {
            signal,
        });
    await stage_verify(run, workspace, { folder, nodes }, new Map());
    await closeModes(workspace, folder, { nodes, signal });
}
function stage_open(run, { home }) {
    const onWarning = (message) => run.reporter.onWarning(message);
    const settings = (0,restore_settings/* settingsOf */.f5)(run.options);
    return (0,restore_workspace/* openWorkspace */.OH)(run.host, home, { key: run.key, settings, signal: run.signal, onWarning });
}
async function stageIn(run, workspace, { groups }) {
    const { options, signal } = run;
    const isVerified = options.verify || workspace.isLeftToVerify;
    // Files that we read ourselves are compared blob by blob.
    const hashes = isVerified && !(0,files_here/* canReadHere */.L)(run.host, run.repository) ? new Map() : null;
    const folder = (0,restore_groups/* stagedFolder */.XA)(groups);
    const writeBack = new write_back/* WriteBackAhead */.cl(workspace, run.counts.bytes, signal);
    try {
        const nodes = await nodesTakenBy(run, workspace);
        const staged = { folder, nodes };
        const need = workspace.wasThere ? await resume(run, workspace, staged) : 'all';
        const filling = { ...staged, hashes, placeOf: (0,restore_groups/* placesOf */.ek)(groups), isVerified, writeBack };
        const { leftToVerify } = await fill(run, workspace, { ...filling, need });
        writeBack.lookAtRest(run.counts.bytes);
        if (isVerified)
            await stage_verify(run, workspace, staged, hashes ?? new Map()).catch(sendAgain);
        await closeModes(workspace, folder, { nodes, signal: run.signal });
        await writeBack.end();
        return workspace;
        /** Once more by the way on which each blob is looked at before it is sent, and for another place of it if it isn't whole. */
        async function sendAgain(error) {
            if (!leftToVerify || !(error instanceof restore_faults/* RestoreMismatch */.N))
                throw error;
            run.reporter.onWarning(AGAIN);
            const missing = await withoutFaults(run, workspace, staged, error.paths);
            await fill(run, workspace, { ...filling, need: missing, isAgain: true });
            await stage_verify(run, workspace, staged, hashes ?? new Map());
        }
    }
    catch (error) {
        await writeBack.end().catch(() => { });
        throw await afterFailure(workspace, error);
    }
}
const AGAIN = "Some of what was written isn't what was saved. It is read from the repository and written once more.";
/** Contents are read while all else is compared: the one keeps the host busy, the other us. */
async function stage_verify(run, workspace, staged, hashes) {
    run.startVerifying();
    // The listing goes by the path: make sure that it is still this workspace's.
    if (!isStillOursHere(workspace, run.repository))
        await (0,restore_workspace/* runIn */.VO)(workspace, 'verify what was restored', (0,restore_workspace/* asItsRun */.Qi)(workspace, ':'), { signal: run.signal });
    const failed = new AbortController();
    const contents = (0,verify_contents/* verifyContents */.W)(workspace, staged.folder, {
        repository: run.repository,
        hashTools: run.facts.hashTools,
        hashes,
        onVerified: (files, bytes) => run.onVerified(files, bytes),
        signal: AbortSignal.any([run.signal, failed.signal]),
    });
    contents.catch(() => { }); // met below, when the rest is known
    try {
        await verifyAllElse(run, workspace, staged);
    }
    catch (error) {
        // What isn't a file, where one is expected, may be read for ever; and what is missing is told better by this error.
        failed.abort();
        await contents.catch(() => { });
        throw error;
    }
    await contents;
}
/** Asked without a command; where it is not so, a command says why. */
function isStillOursHere(workspace, repository) {
    const here = files_here/* FilesHere */.i.open(workspace, repository);
    const isOurs = here?.isStillOf(workspace) === true;
    here?.close();
    return isOurs;
}
async function verifyAllElse(run, workspace, staged) {
    await (0,doubtful_times/* settleTimes */.l)(run, workspace, await (0,verify/* verifyMetadata */.b)(stagedTree(run, workspace, staged)));
    if (run.source.traits.attributes.size > 0)
        await checkAttributes(run, workspace, staged);
}
async function checkAttributes(run, workspace, { folder, nodes }) {
    const { reader, hasGetfattr } = run.facts;
    const onWarning = (message) => run.reporter.onWarning(message);
    await verifyAttributes(workspace, folder, { reader, hasGetfattr, nodes, onWarning, signal: run.signal });
}
function stagedTree(run, { host, path }, { folder, nodes }) {
    const staged = (0,paths/* joinPath */.uJ)(path, NEW);
    const { reader, unpacker } = run.facts;
    const listing = (0,list_folder/* listFolder */.b)(host, staged, { reader, signal: run.signal });
    return { path: staged, folder, owners: run.owners, nodes, isTime: unpacker.isTime, listing };
}
/** Without these rights nobody but root could go on in a folder that was closed already. */
const REOPEN = 'find new -type d ! -perm -700 -exec chmod u+rwx {} +';
const REOPEN_FILES = 'find new -type f ! -perm -400 -exec chmod u+r {} +';
async function resume(run, workspace, staged) {
    const { need, kept } = await clearLeftovers(run, workspace, staged);
    run.resumed.files += kept.files;
    run.resumed.bytes += kept.bytes;
    return need;
}
/** What is to be sent again; `faults`: what differs, null if that is too much to say. */
async function withoutFaults(run, workspace, staged, faults) {
    if (faults === null)
        return 'all';
    await removeStaged(workspace, faults, run.signal);
    return (await clearLeftovers(run, workspace, staged)).need;
}
async function clearLeftovers(run, workspace, staged) {
    await (0,restore_workspace/* runIn */.VO)(workspace, 'open what an earlier run left', (0,restore_workspace/* asItsRun */.Qi)(workspace, REOPEN), {
        signal: run.signal,
    });
    const found = await (0,verify/* lookAtLeftovers */.V)(stagedTree(run, workspace, staged));
    if (found.strange.length > 0)
        await removeStaged(workspace, found.strange, run.signal);
    return found;
}

// EXTERNAL MODULE: ./build/operations/restore/commit.js
var commit = __webpack_require__(14041);
// EXTERNAL MODULE: ./build/operations/restore/journal-file.js + 1 modules
var journal_file = __webpack_require__(8568);
// EXTERNAL MODULE: ./build/operations/restore/renumbered.js
var renumbered = __webpack_require__(58661);
// EXTERNAL MODULE: ./build/operations/restore/swap.js
var swap = __webpack_require__(88663);
;// CONCATENATED MODULE: ./build/operations/restore/swap-all.js













/**
 * Swaps in what the workspaces hold. If a rename fails, all is taken back.
 * @returns The undo folders, ready to show.
 */
async function swapAll(run, plan, workspaces) {
    run.progress('swapping', '');
    const giving = givingOf(run);
    const folders = await metadataOfStays(run, plan);
    if (workspaces.length === 0) {
        await (0,swap/* setFolderMetadata */.Ys)(run.host, folders, 'after', giving);
        return [];
    }
    const plans = plan.mounts.map(({ groups }, i) => ({
        batches: (0,commit/* swapBatches */.G9)(groups),
        // All of them in one journal: any of them may be touched by the renames of another filesystem's mount point.
        folders: i === 0 ? folders : [],
    }));
    const swaps = await beginSwaps(run, workspaces, plans);
    try {
        return (await (0,restore_swaps/* endSwaps */._3)(swaps, giving)).map(bytestring.display);
    }
    catch (error) {
        throw await takenBack(swaps, giving, error);
    }
}
function givingOf({ facts, reporter }) {
    return { owners: facts.uid === 0, onWarning: (message) => reporter.onWarning(message) };
}
async function metadataOfStays({ destination, owners }, { root }) {
    const own = [...(0,restore_plan/* stays */.PB)(root)].filter((stay) => stay.own !== null);
    await destination.visit(own.map(({ folder }) => folder.path));
    return (0,commit/* folderMetadata */._o)(own, owners, (path) => destination.folder(path)?.physical ?? path);
}
/** Every journal is written before the first swap begins, so that none can be missing later. */
async function beginSwaps(run, workspaces, plans) {
    const { name, time } = await freeUndoName(run, workspaces);
    const head = {
        snapshotId: run.options.snapshot.id,
        timeNs: BigInt(time.getTime()) * 1000000n,
        workspaces: workspaces.map(({ home }) => (0,paths/* joinPath */.uJ)(home.physical, name)),
    };
    const swaps = [];
    for (const [i, workspace] of workspaces.entries()) {
        await (0,commit/* writeJournal */.fY)(workspace, plans[i], head, run.signal).catch(async (error) => {
            throw await afterFailure(workspace, error);
        });
    }
    for (const [i, workspace] of workspaces.entries()) {
        const begun = await (0,commit/* beginSwap */.Nw)(workspace, name).catch(async (error) => {
            throw swaps.length === 0
                ? await afterFailure(workspace, error)
                : await takenBack(swaps, givingOf(run), error);
        });
        swaps.push({ ...plans[i], workspace: begun });
    }
    return swaps;
}
/**
 * The name of now, or of the next millisecond at which it is free in all homes: a clock may show one time twice. It
 * stays free, for only who works in the workspaces of this restore gives names with its key.
 */
async function freeUndoName(run, workspaces) {
    const homes = workspaces.map(({ home }) => home.physical);
    for (let time = new Date();; time = new Date(time.getTime() + 1)) {
        const name = (0,workspace_name/* undoName */.ao)(run.key, time);
        const { entries } = await (0,second_look/* lookAt */.t)(run.host, homes.map((home) => (0,paths/* joinPath */.uJ)(home, name)), { reader: run.facts.reader, signal: run.signal });
        if (entries.size === 0)
            return { name, time };
    }
}
async function takenBack(swaps, giving, error) {
    const [code, message] = error instanceof errors/* HoldfastError */.E
        ? [error.code, error.message]
        : ['internal', String(error)];
    const [{ workspace }] = swaps;
    const where = (0,bytestring.display)((0,quote/* quote */.h)(workspace.path));
    try {
        await (0,restore_swaps/* takeBackSwaps */.dl)(swaps);
        await (0,restore_swaps/* toStagingFolders */.ss)(swaps);
    }
    catch {
        return new errors/* HoldfastError */.E(code, `${message} The swap is half done. The same restore ends it; "restore --undo --target ${where}" takes it back.`, { cause: error });
    }
    const left = await (0,restore_swaps/* giveMetadataBack */.U2)(swaps, giving).then(() => 'all is as it was.', notGivenBack);
    return new errors/* HoldfastError */.E(code, `${message} What had been swapped in was taken back: ${left}`, {
        cause: error,
    });
}
function notGivenBack(error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `all is as it was, but for mode, owner and time of folders that stay, which may be others now. ${reason}`;
}
/**
 * Ends the swap of an earlier run of the same restore that was cut off in the middle of it. Swaps of other restores
 * are only told: they may concern something else in the same folder.
 * @returns Null if there is none.
 */
async function endUnfinished(run, plan) {
    const found = [...(0,restore_plan/* stays */.PB)(plan.root)].flatMap(({ folder }) => {
        const standing = run.destination.folder(folder.path);
        return standing?.unfinished.map((name) => (0,paths/* joinPath */.uJ)(standing.physical, name)) ?? [];
    });
    const ours = found.find((path) => path.endsWith(`-${run.key}`));
    for (const path of found.filter((other) => other !== ours)) {
        run.reporter.onWarning(`Another restore swaps just now, or was cut off while it did: "${(0,bytestring.display)(path)}" holds what was in its way. Let it end; one that was cut off is ended by running it again, or taken back with --undo.`);
    }
    if (ours === undefined)
        return null;
    run.reporter.onInfo(`Ending the swap that an earlier run had begun ("${(0,bytestring.display)(ours)}").`);
    const swaps = await openSwaps(run, ours);
    return { undoFolders: (await (0,restore_swaps/* endSwaps */._3)(swaps, givingOf(run))).map(bytestring.display) };
}
/** All swaps of the restore that `path` belongs to; those that hadn't begun, begin. */
async function openSwaps(run, path) {
    const { head } = await (0,journal_file/* readJournal */.a)(run.host, path, run.signal);
    const swaps = [];
    for (const undoPath of head.workspaces) {
        const standing = await (0,journal_file/* readJournal */.a)(run.host, undoPath, run.signal).catch(() => null);
        if (standing !== null) {
            swaps.push(standing);
            continue;
        }
        const staging = (0,paths/* joinPath */.uJ)((0,paths/* parentPath */.yl)(undoPath), `.holdfast-restore-${run.key}`);
        const waiting = await (0,journal_file/* readJournal */.a)(run.host, staging, run.signal);
        swaps.push({ ...waiting, workspace: await (0,commit/* beginSwap */.Nw)(waiting.workspace, (0,paths/* baseName */.Fl)(undoPath)) });
    }
    return (0,renumbered/* renumbered */.e)(swaps);
}

;// CONCATENATED MODULE: ./build/operations/restore/unmounted.js



const unmounted_MAX_NAMED = 5;
/**
 * Tells, before anything is written, of folders that were filesystems of their own and are none at the destination: a server that was
 * made anew has its disks mounted, or else all goes to the one that its root is on.
 */
async function tellUnmounted({ source, destination, host, reporter }) {
    const points = source.traits.mountPoints;
    try {
        await destination.lookAt(points.flatMap((path) => [(0,paths/* parentPath */.yl)(path), path]));
    }
    catch (error) {
        if ((0,errors/* asHoldfastError */.C)(error)?.code === 'no-permission')
            return; // nobody may look, and a restore needn't
        throw error;
    }
    const device = (path) => destination.entry(path)?.device;
    const missing = points.filter((path) => [undefined, device((0,paths/* parentPath */.yl)(path))].includes(device(path)));
    if (missing.length === 0)
        return;
    const more = missing.length > unmounted_MAX_NAMED ? `, and ${missing.length - unmounted_MAX_NAMED} more` : '';
    const named = missing.slice(0, unmounted_MAX_NAMED).map((path) => `"${(0,bytestring.display)(path)}"`);
    reporter.onWarning(`Filesystems of their own were mounted at ${named.join(', ')}${more}, and none are on ${host.name}: what they held goes to the filesystem ` +
        'around them. If their disks are still to come, mount them first and restore again.');
}

// EXTERNAL MODULE: ./build/operations/take-lock.js
var take_lock = __webpack_require__(18270);
;// CONCATENATED MODULE: ./build/operations/restore.js






















/**
 * Puts a snapshot, or a part of it, back on a host.
 *
 * Nothing that stands there is touched until all of it lies beside it, read again and compared; then it is swapped in
 * by renames, and what was in the way goes into an undo folder (see `undoRestore`). A run that was cut off goes on
 * where it was when the same restore is called again.
 *
 * @throws HoldfastError restore-unsafe, restore-blocked, restore-mismatch, no-space, no-permission, bad-input,
 *   repository-damaged, host-unsupported, command-failed, locked, lock-lost, cancelled, and what the host and the
 *   backend throw. Unless the message says so, nothing that stood at the destination was touched.
 */
function restore(...asked) {
    return (0,modest_heap.withModestHeap)(HEAP_GROWTH_PERCENT, () => putBack(...asked));
}
/** It took no time. */
const HEAP_GROWTH_PERCENT = 50;
async function putBack(...asked) {
    const [host, repository, options, reporter, signal] = asked;
    const startedMs = performance.now();
    const ending = new AbortController();
    const guarded = AbortSignal.any([signal, ending.signal]);
    const read = () => readSource(repository, options, reporter, guarded);
    // Only a repository can be pruned meanwhile: an archive has no locks.
    const locked = !('guardBy' in repository) || options.noLock || options.dryRun ? null : repository;
    const ahead = locked === null ? null : new SourceAhead(locked, read);
    // The host is asked meanwhile.
    const asking = askHost(host, guarded);
    asking.catch(() => { }); // met below, unless the repository fails before
    let lock = null;
    try {
        if (locked !== null && ahead !== null)
            lock = await (0,take_lock/* lockShared */.h)(locked, { ...options, ahead, onlyReads: true }, reporter, signal);
        endWith(lock?.lost, ending);
        const source = ahead === null ? await read() : await ahead.take(guarded);
        startThreads(host, repository, options, source);
        const asked = await asking;
        const sourcePlace = await source_place/* SourcePlace */.P.find(repository.folder, asked.facts.bootId);
        const parts = { signal: guarded, source, sourcePlace, ...asked };
        const run = prepare(host, repository, options, reporter, parts);
        return await putBackBy(run, startedMs);
    }
    finally {
        ending.abort();
        await Promise.allSettled([asking, ahead?.close()]);
        await lock?.release();
    }
}
function endWith(lost, ending) {
    const end = () => ending.abort(lost?.reason);
    if (lost?.aborted)
        end();
    lost?.addEventListener('abort', end, { once: true });
}
/** They are started while the rest is planned: nearly all that they will do is known now. */
function startThreads(host, repository, { dryRun, overwrite }, { totals }) {
    if (dryRun || overwrite !== 'always' || !('startThreads' in repository))
        return;
    if (worthLanes(totals) && (0,files_here/* canReadHere */.L)(host, repository))
        repository.startThreads();
}
async function putBackBy(run, startedMs) {
    const { options } = run;
    const plan = await planRestore(run);
    const earlier = options.dryRun ? null : await endUnfinished(run, plan);
    if (earlier !== null)
        return resultOf(run, plan, { ...earlier, finishedEarlierRun: true, startedMs });
    await tellOtherStaging(run);
    await tellUnmounted(run);
    if (options.dryRun)
        return resultOf(run, plan, { undoFolders: [], finishedEarlierRun: false, startedMs });
    const workspaces = [];
    for (const groups of plan.mounts)
        workspaces.push(await stage(run, groups));
    const undoFolders = await swapAll(run, plan, workspaces);
    return resultOf(run, plan, { undoFolders, finishedEarlierRun: false, startedMs });
}
async function askHost(host, signal) {
    const [facts, accounts] = await Promise.all([(0,host_facts/* readHostFacts */.a)(host, signal), (0,files_accounts/* readAccounts */.n)(host, signal)]);
    return { facts, accounts };
}
function prepare(host, repository, options, reporter, { signal, source, sourcePlace, facts, accounts, }) {
    for (const message of source.trees.leftOut())
        reporter.onWarning(message);
    checkLosses(host, { facts, source, reporter });
    const byName = options.owners === 'names';
    const owners = new restore_owners/* Owners */.d(facts.uid === 0, byName ? accounts : null);
    if (facts.uid !== 0)
        reporter.onWarning(`Owners are not restored: user ${facts.uid} on ${host.name} isn't root. Files of others lose setuid and setgid.`);
    const others = facts.uid === 0 && !byName ? (0,other_numbers/* otherNumbers */.V)(source.traits.owners, accounts) : null;
    if (others !== null)
        reporter.onWarning(`Owners have other numbers on ${host.name} (${others}): what is restored has the numbers that were saved. To go by names restore with --ownership-by-name (the input "ownership-by-name").`);
    return new RestoreRun({
        host,
        repository,
        options,
        reporter,
        signal,
        facts,
        owners,
        source,
        sourcePlace,
        key: (0,workspace_name/* restoreKey */.eE)(options.snapshot.id, choiceOf(options)),
    });
}
async function readSource(repository, options, reporter, signal) {
    reporter.onProgress({ ...progress/* IDLE */.n, phase: 'loading-index' });
    if ('openTreesAhead' in repository && readsNearlyAll(options))
        repository.openTreesAhead();
    await repository.loadIndex(signal);
    reporter.onProgress({ ...progress/* IDLE */.n, phase: 'preflight' });
    return await (0,source/* restoreSource */.M)(repository, options, signal);
}
/** Whether so many trees will be read that it is worth a thread. */
function readsNearlyAll({ snapshot, folder, includes, iincludes }) {
    const isWhole = folder === null && includes.length === 0 && iincludes.length === 0;
    return isWhole && (0,many_folders/* hasManyFolders */.r)(snapshot.snapshot);
}
/** Says before anything is written what the host's tar can't restore of what was chosen. */
function checkLosses({ name }, { facts, source, reporter }) {
    source.traits.assertTakenBy(facts.unpacker, name);
    const kinds = [...source.traits.attributes].filter(([, attribute]) => (0,attribute_kinds/* isOfRootAlone */.xv)(attribute.name));
    if (facts.uid !== 0 && facts.unpacker.keepsAttributes && kinds.length > 0) {
        const shown = kinds
            .map(([kind]) => (0,bytestring.displayText)(kind))
            .sort()
            .join(', ');
        reporter.onWarning(`Extended attributes of the kinds ${shown} are not restored: only root can set them, and user ${facts.uid} on ${name} isn't root.`);
    }
    const lost = source.traits.lostBy(facts.unpacker);
    if (lost.length === 0)
        return;
    reporter.onWarning(`Not all is restored on ${name}: its tar (${facts.tarVersion}) can't restore ${lost.join(', ')}. Install GNU tar there and restore again to have them.`);
}
/** All that makes two restores of one snapshot different. */
function choiceOf(options) {
    const { folder, target, includes, excludes, iincludes, iexcludes, overwrite, owners, includeOwn } = options;
    return [
        folder,
        target,
        includes,
        excludes,
        iincludes,
        iexcludes,
        overwrite,
        options.delete,
        owners,
        includeOwn,
    ];
}
function resultOf({ options, source, counts }, plan, end) {
    const { files, folders, others, bytes } = source.totals;
    const isWhole = !options.dryRun && !end.finishedEarlierRun;
    return {
        snapshotId: options.snapshot.id,
        dryRun: options.dryRun,
        target: options.target === null ? 'its original place' : (0,bytestring.display)(options.target),
        files,
        folders,
        others,
        bytes,
        unchangedFiles: plan.unchanged.files,
        unchangedBytes: plan.unchanged.bytes,
        leftFiles: plan.leftFiles,
        // What was sent twice isn't of an earlier run.
        resumedFiles: isWhole ? Math.max(plan.needed.files - counts.files, 0) : 0,
        sentFiles: options.dryRun ? plan.needed.files : counts.files,
        sentBytes: options.dryRun ? plan.needed.bytes : counts.bytes,
        created: plan.changes.create,
        replaced: plan.changes.replace,
        removed: plan.changes.remove,
        replacedFolders: plan.replacedFolders,
        undoFolders: end.undoFolders,
        finishedEarlierRun: end.finishedEarlierRun,
        durationMs: Math.round(performance.now() - end.startedMs),
    };
}


/***/ }),

/***/ 14337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ compareListing)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _files_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33684);



/**
 * Compares a listing (parents first, subtrees contiguous, siblings in any order) with a folder of what was saved,
 * as the listing streams. Holds the folders from the root down to where the listing stands, nothing else.
 *
 * @param rootPath Where `root` stands in the listing.
 * @throws HoldfastError internal if the listing isn't in that order.
 */
async function compareListing(listing, rootPath, root, visitor) {
    const comparison = new Comparison(visitor);
    await comparison.open(rootPath, root.folder, root.kept);
    for await (const batch of listing) {
        for (const entry of batch) {
            const opening = entry.path === rootPath ? null : comparison.see(entry);
            if (opening !== null)
                await opening; // of each entry it would take longer than to compare it
        }
    }
    comparison.closeAll();
}
class Comparison {
    #visitor;
    #open = [];
    /** Everything below this path is left out. */
    #skipped = null;
    constructor(visitor) {
        this.#visitor = visitor;
    }
    async open(path, folder, kept) {
        const unseen = new Map((await folder.children()).map((child) => [child.node.name, child]));
        this.#open.push({ path, unseen, kept });
    }
    /** What follows waits for what it returns. */
    see(entry) {
        if (this.#skipped !== null && entry.path.startsWith(`${this.#skipped}/`))
            return null;
        this.#skipped = null;
        const parent = this.#closeDownTo((0,_files_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .parentPath */ .yl)(entry.path), entry);
        const name = (0,_files_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .baseName */ .Fl)(entry.path);
        const child = parent.unseen.get(name);
        if (child === undefined) {
            this.#visitor.extra(parent.kept, entry);
            this.#skipped = entry.path;
            return null;
        }
        parent.unseen.delete(name);
        return this.#both(parent, child, entry);
    }
    #both(parent, child, entry) {
        if (child.folder !== null && entry.type === 'dir') {
            const kept = this.#visitor.folder(parent.kept, child, entry);
            if (kept !== null)
                return this.open(entry.path, child.folder, kept);
        }
        else {
            this.#visitor.entry(parent.kept, child, entry);
        }
        this.#skipped = entry.path;
        return null;
    }
    /** Closes what the listing has left, until the folder `path` is the innermost. */
    #closeDownTo(path, entry) {
        for (;;) {
            const innermost = this.#open.at(-1);
            if (innermost === undefined) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('internal', `The listing shows "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(entry.path)}" outside of its folder.`);
            }
            if (innermost.path === path)
                return innermost;
            this.#close();
        }
    }
    #close() {
        const folder = this.#open.pop();
        if (folder === undefined)
            return;
        for (const child of folder.unseen.values())
            this.#visitor.missing(folder.kept, child);
    }
    closeAll() {
        while (this.#open.length > 0)
            this.#close();
    }
}


/***/ }),

/***/ 97026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ MAX_DOUBTFUL_TIMES),
/* harmony export */   l: () => (/* binding */ settleTimes)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _files_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33684);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4913);
/* harmony import */ var _list_folder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46265);
/* harmony import */ var _touch_dates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18181);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93939);






/** More are faults: each needs an entry of its own. */
const MAX_DOUBTFUL_TIMES = 1000;
const FOLDER = 'times';
const FIELDS = 4;
/**
 * Tells times that the filesystem or the host's touch can't keep (ext4 ends in 2446, FAT counts by two seconds) from
 * wrong ones: an entry of our own is given each saved time, and must get what the restored one has.
 *
 * @throws HoldfastError restore-mismatch.
 */
async function settleTimes(run, workspace, doubts) {
    const [first] = doubts;
    if (first === undefined)
        return;
    const kept = await whatIsKept(run, workspace, doubts);
    const faults = new _faults_js__WEBPACK_IMPORTED_MODULE_0__/* .Faults */ .C();
    doubts.forEach(({ path, mtimeNs, savedNs }, i) => {
        if (kept.get(String(i)) !== mtimeNs)
            faults.add(path, `its mtime is ${mtimeNs}, expected ${savedNs}`);
    });
    faults.throwIfAny();
    run.reporter.onWarning(`Not all times can be kept on ${run.host.name} (entries: ${doubts.length}): that of "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)((0,_files_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .baseName */ .Fl)(first.path))}" became ${first.mtimeNs} instead of ${first.savedNs} ns since 1970. The filesystem there, or its touch, knows no such time.`);
}
/** By the place among `doubts`, the time that an entry gets. */
async function whatIsKept(run, workspace, doubts) {
    const body = `
rm -rf ${FOLDER} && mkdir ${FOLDER} || exit 1
xargs -0 -r -n ${FIELDS} sh -c '
if [ "$2" = yes ]; then ln -s x "$1"; else : > "$1"; fi
${_touch_dates_js__WEBPACK_IMPORTED_MODULE_3__/* .TOUCH_ENTRY */ .J}; t "$1" "$3" "$4"; :' _`;
    const fields = doubts.flatMap(({ isSymlink, savedNs }, i) => [
        `${FOLDER}/${i}`,
        isSymlink ? 'yes' : 'no',
        ...(0,_touch_dates_js__WEBPACK_IMPORTED_MODULE_3__/* .datesForTouch */ .u)(savedNs),
    ]);
    const stdin = Buffer.from(fields.map((field) => `${field}\0`).join(''));
    const { signal, facts } = run;
    await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .runIn */ .VO)(workspace, 'see which times are kept', (0,_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .asItsRun */ .Qi)(workspace, body), { stdin, signal });
    const kept = new Map();
    const folder = (0,_files_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(workspace.path, FOLDER);
    for await (const entries of (0,_list_folder_js__WEBPACK_IMPORTED_MODULE_5__/* .listFolder */ .b)(run.host, folder, { reader: facts.reader, signal })) {
        for (const { path, mtimeNs } of entries)
            kept.set((0,_files_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .baseName */ .Fl)(path), mtimeNs);
    }
    await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .runIn */ .VO)(workspace, 'remove what was made to see', (0,_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .asItsRun */ .Qi)(workspace, `rm -rf ${FOLDER}`), { signal });
    return kept;
}


/***/ }),

/***/ 4913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ Faults),
/* harmony export */   N: () => (/* binding */ RestoreMismatch)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


/** Faults named in the message; the others are counted. */
const MAX_NAMED_FAULTS = 5;
/** The paths of more aren't kept: then all that was staged is in doubt. */
const MAX_KEPT_PATHS = 1000;
/** What was restored isn't what was saved. */
class RestoreMismatch extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E {
    /** What differs, as the listing or the staging folder names it; null if it is too much to say. */
    paths;
    constructor(message, paths) {
        super('restore-mismatch', message);
        this.paths = paths;
    }
}
/** Faults of a restored tree, gathered so that one message can name several. */
class Faults {
    #named = [];
    #paths = [];
    #count = 0;
    add(path, what) {
        this.#count++;
        if (this.#paths.length < MAX_KEPT_PATHS)
            this.#paths.push(path);
        if (this.#named.length < MAX_NAMED_FAULTS)
            this.#named.push(`"${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(path)}": ${what}`);
    }
    /** @throws RestoreMismatch */
    throwIfAny() {
        if (this.#count === 0)
            return;
        const more = this.#count > this.#named.length ? `; and ${this.#count - this.#named.length} more` : '';
        throw new RestoreMismatch(`Cannot accept what was restored: it isn't what was saved. ${this.#named.join('; ')}${more}. Nothing was swapped in. Restore again; if it stays so, look at the host's disk and filesystem.`, this.#count === this.#paths.length ? this.#paths : null);
    }
}


/***/ }),

/***/ 71036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ canReadHere),
/* harmony export */   i: () => (/* binding */ FilesHere)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);


/** Whether restored files can be read without the host's commands. */
function canReadHere(host, repository) {
    return host.sharesFiles === true && repository.compareFiles !== undefined;
}
/**
 * A workspace on this machine. It is held open, so that its files are found through it and not by its path: nobody can put
 * another folder in its place, as no command that has entered it can be led away.
 */
class FilesHere {
    #repository;
    #descriptor;
    #isOpen = true;
    constructor(repository, descriptor) {
        this.#repository = repository;
        this.#descriptor = descriptor;
    }
    /** Null if it isn't here, or isn't what it was: then the host's commands say why. */
    static open({ host, path, identity }, repository) {
        if (!canReadHere(host, repository))
            return null;
        const descriptor = openFolder((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.toBytes)(path));
        if (descriptor === null)
            return null;
        const here = new FilesHere(repository, descriptor);
        if (here.#isOf(identity))
            return here;
        here.close();
        return null;
    }
    /** What is wrong with each, ready to show; null: nothing. Paths are relative to the workspace. */
    async faultsOf(files) {
        const faults = await this.#repository.compareFiles?.(this.folder, files);
        if (faults?.length === files.length)
            return faults;
        throw new TypeError(`${faults?.length} files were compared, expected ${files.length}`);
    }
    /** Whether no other run of the same restore has taken the workspace over. */
    isStillOf({ token }) {
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`${this.folder}/run`, 'latin1').trim() === token;
        }
        catch {
            return false;
        }
    }
    /** Leaves an empty file of that name in it. False: it can't, and who writes there says why. */
    note(name) {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(`${this.folder}/${name}`, '', { mode: 0o600 });
            return true;
        }
        catch {
            return false;
        }
    }
    /** When no file is looked at any more. Idempotent. */
    close() {
        if (this.#isOpen)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.#descriptor);
        this.#isOpen = false;
    }
    /** By which all threads find it as long as it is open: they have the same descriptors. */
    get folder() {
        return `/proc/self/fd/${this.#descriptor}`;
    }
    #isOf(identity) {
        try {
            const stats = [
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(this.#descriptor, { bigint: true }),
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(`${this.folder}/.`, { bigint: true }),
            ];
            return stats.every(({ dev, ino }) => `${dev}:${ino}` === identity);
        }
        catch {
            return false; // no /proc
        }
    }
}
/** Null if there is none. */
function openFolder(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_DIRECTORY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW);
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 46265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ literalPattern),
/* harmony export */   b: () => (/* binding */ listFolder)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _files_list_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42627);



/**
 * The entries of `folder` and all below it. What vanishes meanwhile is left out.
 * @param leaveOut Patterns with restic's meaning.
 * @throws HoldfastError no-permission if a part can't be read: what isn't seen must not be taken for missing.
 */
async function* listFolder(host, folder, { reader, leaveOut = [], signal, }) {
    const listing = (0,_files_list_js__WEBPACK_IMPORTED_MODULE_0__/* .listTree */ .n)(host, [folder], { reader, excludes: leaveOut, signal })[Symbol.asyncIterator]();
    try {
        for (let next = await first(listing, host, folder); next.done !== true; next = await listing.next()) {
            const hidden = next.value.problems.find(({ kind }) => kind === 'unreadable');
            if (hidden !== undefined)
                throw unreadable(host, hidden.path ?? folder, hidden.message);
            yield next.value.entries;
        }
    }
    finally {
        await listing.return?.();
    }
}
function unreadable(host, path, message) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('no-permission', `Cannot list "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(path)}" on "${host.name}": ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(message)}, expected to read all that is restored over. Connect as a user who may, such as root, or use --overwrite always.`);
}
/** A folder of a restore that isn't there was there when it was planned, or made. */
async function first(listing, host, folder) {
    try {
        return await listing.next();
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E) || error.code !== 'source-missing')
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('restore-unsafe', `Cannot list "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(folder)}" on "${host.name}": it is gone, expected it there. Somebody moved it while we worked. Restore again.`, { cause: error });
    }
}
/** A pattern that matches `path` alone. Bytes that aren't UTF-8 stand for themselves as `?`. */
function literalPattern(path) {
    return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.toBytes)(path)
        .toString('utf8')
        .replace(/[\\*?[\]]/g, '\\$&')
        .replaceAll('\ufffd', '?');
}


/***/ }),

/***/ 99995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ otherNumbers)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);

const MAX_NAMED = 5;
/**
 * The accounts that have another number on a host than what is restored has, in words; null: there are none. By number their files would
 * go to nobody there, or to somebody else.
 */
function otherNumbers(saved, there) {
    const all = [
        ...othersAmong('user', saved.users, there.users),
        ...othersAmong('group', saved.groups, there.groups),
    ];
    if (all.length === 0)
        return null;
    const more = all.length > MAX_NAMED ? `, and ${all.length - MAX_NAMED} more` : '';
    return `${all.slice(0, MAX_NAMED).join(', ')}${more}`;
}
function othersAmong(kind, saved, there) {
    const numbers = new Map();
    for (const [number, name] of there)
        numbers.set(name, (numbers.get(name) ?? new Set()).add(number));
    return [...saved].flatMap(([name, number]) => {
        const here = numbers.get(name);
        if (here === undefined || here.has(number))
            return [];
        return [`the ${kind} ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.displayText)(name)} was ${number}, and is ${[...here].join(' or ')} there`];
    });
}


/***/ }),

/***/ 59255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ ownPermissions)
/* harmony export */ });
/* harmony import */ var _repository_format_mode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41246);

/** setuid and setgid. */
const SET_ID_BITS = 0o6000;
/**
 * The permissions of `node` where it belongs to `uid`. Only root can give a file to whom it was saved of: as somebody else's own a program
 * of another account would run with their rights, for everybody. (`cp -p` does the same.) On a folder the bits mean something else.
 */
function ownPermissions(node, uid) {
    const saved = (0,_repository_format_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .permissionsOf */ .k)(node.mode);
    return node.type !== 'file' || node.uid === uid ? saved : saved & ~SET_ID_BITS;
}


/***/ }),

/***/ 82183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ isUntouched),
/* harmony export */   t: () => (/* binding */ differences)
/* harmony export */ });
/* harmony import */ var _repository_format_mode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41246);
/* harmony import */ var _own_permissions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59255);


/**
 * What of an entry on the host isn't as it was saved, in words for a person; empty if it is the same.
 *
 * Not compared: what a listing doesn't show (contents; extended attributes: see compare-attributes.ts), and what can't be restored (inode,
 * ctime). A symlink's permissions mean nothing on Linux; a folder's size is its filesystem's own.
 *
 * @param owner Null where owners can't be restored (not root).
 * @param isTime See `Unpacker`.
 */
function differences(node, entry, { owner, isTime }) {
    if (node.type !== entry.type)
        return [`it is a ${entry.type}, expected a ${node.type}`];
    const found = [];
    const note = (what, actual, expected) => {
        if (actual !== expected)
            found.push(`its ${what} is ${String(actual)}, expected ${String(expected)}`);
    };
    if (owner !== null) {
        note('owner', `${entry.uid}:${entry.gid}`, `${owner.uid}:${owner.gid}`);
    }
    if (!isTime(entry.mtimeNs, node.mtimeNs))
        note('mtime', entry.mtimeNs, node.mtimeNs);
    if (node.type === 'symlink')
        note('target', entry.linkTarget, node.linkTarget);
    else {
        const expected = owner === null ? (0,_own_permissions_js__WEBPACK_IMPORTED_MODULE_0__/* .ownPermissions */ .r)(node, entry.uid) : (0,_repository_format_mode_js__WEBPACK_IMPORTED_MODULE_1__/* .permissionsOf */ .k)(node.mode);
        note('mode', octal(entry.permissions), octal(expected));
    }
    if (node.type === 'file')
        note('size', entry.sizeBytes, node.sizeBytes);
    if (node.type === 'dev' || node.type === 'chardev')
        note('device', entry.deviceNumber, node.deviceNumber);
    return found;
}
/** Whether nothing of an entry can have changed since it was saved: nobody can set a ctime. */
function isUntouched(node, entry) {
    return node.ctimeNs === entry.ctimeNs && node.inode === entry.inode;
}
function octal(permissions) {
    return permissions.toString(8).padStart(4, '0');
}


/***/ }),

/***/ 32590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ StagedNodes)
/* harmony export */ });
/* harmony import */ var _files_xfs_acl_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67350);
/* harmony import */ var _repository_format_mode_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41246);
/* harmony import */ var _attribute_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73888);
/* harmony import */ var _own_permissions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59255);




const FOLDER_OPEN = 0o700;
const FILE_READABLE = 0o400;
const SPECIAL_BITS = 0o7000;
/**
 * What of saved nodes can be staged. Root can read what is closed to everybody; another user couldn't verify it, nor go
 * on in it: so what belongs to that user stays open to them until all is verified.
 */
class StagedNodes {
    #uid;
    #unpacker;
    #refused;
    /**
     * @param uid Who restores.
     * @param refused Kinds of attributes (attribute-kinds.ts) that the filesystem doesn't take.
     */
    constructor(uid, unpacker, refused = new Set()) {
        this.#uid = uid;
        this.#unpacker = unpacker;
        this.#refused = refused;
    }
    without(refused) {
        return new StagedNodes(this.#uid, this.#unpacker, refused);
    }
    takesAttribute({ name }) {
        if (!this.#unpacker.keepsAttributes || (!this.#isRoot && (0,_attribute_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .isOfRootAlone */ .xv)(name)))
            return false;
        // Earlier versions saved it, and restic does.
        if ((0,_files_xfs_acl_js__WEBPACK_IMPORTED_MODULE_1__/* .isXfsAccessList */ .o)(name))
            return false;
        return this.#refused.size === 0 || !this.#refused.has((0,_attribute_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .attributeKind */ .zX)(name));
    }
    /** The node as it stands in staging. The same object if it is all that was saved. */
    of(node) {
        const extendedAttributes = this.#attributesOf(node);
        const saved = (0,_repository_format_mode_js__WEBPACK_IMPORTED_MODULE_2__/* .permissionsOf */ .k)(node.mode);
        const permissions = this.#isRoot ? saved : this.#openTo(node.type, this.permissionsOf(node));
        if (permissions === saved && extendedAttributes.length === node.extendedAttributes.length)
            return node;
        return { ...node, mode: (0,_repository_format_mode_js__WEBPACK_IMPORTED_MODULE_2__/* .modeOf */ .V)(node.type, permissions), extendedAttributes };
    }
    /** Those that the node has in the end. */
    permissionsOf(node) {
        return this.#isRoot ? (0,_repository_format_mode_js__WEBPACK_IMPORTED_MODULE_2__/* .permissionsOf */ .k)(node.mode) : (0,_own_permissions_js__WEBPACK_IMPORTED_MODULE_3__/* .ownPermissions */ .r)(node, this.#uid);
    }
    get #isRoot() {
        return this.#uid === 0;
    }
    /** Whether every node is staged with its own mode. */
    get isNeverOpen() {
        return this.#isRoot;
    }
    /** Whether the node's own mode is to be set once all is verified. */
    isOpen(node) {
        return this.of(node).mode !== node.mode;
    }
    #openTo(type, permissions) {
        const { keepsFolderModes, keepsSpecialBits } = this.#unpacker;
        if (type === 'symlink')
            return permissions;
        const kept = keepsSpecialBits ? permissions : permissions & ~SPECIAL_BITS;
        if (type === 'dir')
            return keepsFolderModes ? kept | FOLDER_OPEN : FOLDER_OPEN;
        return type === 'file' ? kept | FILE_READABLE : kept;
    }
    #attributesOf({ extendedAttributes }) {
        if (extendedAttributes.every((attribute) => this.takesAttribute(attribute)))
            return extendedAttributes;
        return extendedAttributes.filter((attribute) => this.takesAttribute(attribute));
    }
}


/***/ }),

/***/ 98800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ verifyContents)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _backends_cancel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54716);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(19473);
/* harmony import */ var _files_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33684);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(52871);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4913);
/* harmony import */ var _file_data_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(76899);
/* harmony import */ var _files_here_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71036);
/* harmony import */ var _hard_links_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19361);
/* harmony import */ var _hash_tools_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(51090);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(93939);












/** Of files hashed by one command. */
const BY_COMMANDS = { files: 10_000, bytes: 384 * 1024 * 1024, atOnce: 2 };
/** Of those that our threads read: some 10 ms of work each, and always one more than they can take. */
const BY_THREADS = { files: 256, bytes: 8 * 1024 * 1024, atOnce: 8 };
const HASH_DIGITS = 64;
/** A record is a hash, a path and what is around it. */
const OUTPUT_LIMIT_BYTES = BY_COMMANDS.files * (HASH_DIGITS + _files_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_PATH_BYTES */ .PR + 10);
const EMPTY_HASH = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').digest('hex');
/**
 * Reads every file of a staging folder again and compares it with what was saved: on the host by its SHA-256 (a file of one
 * blob is named by that very hash); where this process finds the same files, by itself, each part by its blob's name.
 * @throws HoldfastError restore-mismatch.
 */
async function verifyContents(workspace, folder, options) {
    const faults = new _faults_js__WEBPACK_IMPORTED_MODULE_2__/* .Faults */ .C();
    const here = _files_here_js__WEBPACK_IMPORTED_MODULE_3__/* .FilesHere */ .i.open(workspace, options.repository);
    const faultsOf = (batch) => here === null ? faultsByCommands(workspace, batch, options) : faultsHere(here, batch, options);
    try {
        const size = here === null ? BY_COMMANDS : BY_THREADS;
        await inLanes(batchesOf(folder, size), size.atOnce, async (batch) => {
            for (const [i, fault] of (await faultsOf(batch)).entries()) {
                if (fault !== null)
                    faults.add(batch[i].path, fault);
            }
            options.onVerified(batch.length, bytesOf(batch));
        });
    }
    finally {
        here?.close();
    }
    faults.throwIfAny();
}
/** After a failure no batch is begun; those under way are awaited. */
async function inLanes(batches, atOnce, work) {
    let isFailing = false;
    const lane = async () => {
        for (;;) {
            const batch = await batches.next();
            if (batch.done === true || isFailing)
                return;
            await work(batch.value).catch((error) => {
                isFailing = true;
                throw error;
            });
        }
    };
    const ends = await Promise.allSettled(Array.from({ length: atOnce }, lane));
    for (const end of ends)
        if (end.status === 'rejected')
            throw end.reason;
}
function bytesOf(batch) {
    return batch.reduce((sum, { node }) => sum + Number(node.sizeBytes), 0);
}
/**
 * Files with content, each once: other names of one file are proved by its inode. A generator that gave file after file, through
 * another one for each folder above it, would take longer than to read a small one.
 */
async function* batchesOf(root, { files, bytes }) {
    const links = new _hard_links_js__WEBPACK_IMPORTED_MODULE_4__/* .HardLinks */ .NW();
    let batch = [];
    let batchBytes = 0;
    const stack = [{ path: root.path, children: await root.children(), next: 0 }];
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
        const child = frame.children[frame.next++];
        if (child === undefined) {
            stack.pop();
            continue;
        }
        const { node, folder } = child;
        const path = `${frame.path}/${node.name}`;
        if (folder !== null)
            stack.push({ path, children: await folder.children(), next: 0 });
        else if (node.type === 'file' && links.firstName(node, path) === null) {
            batch.push({ path, node });
            batchBytes += Number(node.sizeBytes);
        }
        if (batch.length < files && batchBytes < bytes)
            continue;
        yield batch;
        batch = [];
        batchBytes = 0;
    }
    if (batch.length > 0)
        yield batch;
}
/** What is wrong with each of `batch`, or null. */
async function faultsHere(here, batch, { repository, signal }) {
    (0,_backends_cancel_js__WEBPACK_IMPORTED_MODULE_5__/* .throwIfCancelled */ .dZ)(signal);
    return here.faultsOf(batch.map(({ path, node }) => ({ path, blobs: (0,_file_data_js__WEBPACK_IMPORTED_MODULE_6__/* .partsOf */ .CI)(node.content ?? [], repository) })));
}
/** The same, by hashes that the host's commands tell. */
async function faultsByCommands(workspace, batch, options) {
    const found = await hashesOf(workspace, batch, options);
    const faults = [];
    for (const { path, node } of batch) {
        const isSame = found.get(path) === (await expectedHash(path, node, options));
        faults.push(isSame ? null : 'its content differs');
    }
    return faults;
}
async function hashesOf(workspace, batch, { hashTools, signal }) {
    const found = new Map();
    let left = batch.map(({ path }) => path);
    for (const tool of hashTools) {
        const way = _hash_tools_js__WEBPACK_IMPORTED_MODULE_7__/* .HASH_WAYS */ .Cz[tool];
        const taken = left.filter(way.takes);
        left = left.filter((path) => !way.takes(path));
        if (taken.length > 0)
            await hashWith(way, workspace, { paths: taken, found, signal });
    }
    return found;
}
async function hashWith(way, workspace, files) {
    const { paths, found, signal } = files;
    const what = 'read again what was restored';
    const stdin = Buffer.from(paths.map((path) => `${path}\0`).join(''), 'latin1');
    const script = (0,_workspace_js__WEBPACK_IMPORTED_MODULE_8__/* .inWorkspace */ .ve)(workspace, way.script);
    const output = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_9__/* .runToEnd */ .cd)(workspace.host, script, { stdin, limitBytes: OUTPUT_LIMIT_BYTES, signal });
    const records = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_10__.fromBytes)(output.stdout).split(way.recordEnd);
    if (records.length !== paths.length + 1)
        throw (0,_workspace_js__WEBPACK_IMPORTED_MODULE_8__/* .failureIn */ .Q6)(workspace, what, output);
    for (const [i, path] of paths.entries()) {
        const record = records[i] ?? '';
        const hash = record.slice(0, HASH_DIGITS);
        const name = record.slice(HASH_DIGITS);
        if (name !== way.nameOf(path)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_11__/* .HoldfastError */ .E('command-failed', `Cannot ${what}: what tells hashes on "${workspace.host.name}" spoke of "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_10__.display)(name)}", expected "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_10__.display)(path)}".`);
        }
        found.set(path, hash);
    }
}
async function expectedHash(path, { content }, options) {
    const [first, second] = content ?? [];
    if (first === undefined)
        return EMPTY_HASH;
    if (second === undefined)
        return first;
    const sent = options.hashes.get(path);
    if (sent !== undefined)
        return sent.toString('hex');
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for await (const blob of options.repository.lendBlobs('data', content ?? [], options.signal)) {
        hash.update(blob.bytes);
        blob.giveBack();
    }
    return hash.digest('hex');
}


/***/ }),

/***/ 69859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ lookAtLeftovers),
  b: () => (/* binding */ verifyMetadata)
});

// EXTERNAL MODULE: ./build/operations/restore/compare.js
var compare = __webpack_require__(14337);
// EXTERNAL MODULE: ./build/operations/restore/doubtful-times.js
var doubtful_times = __webpack_require__(97026);
// EXTERNAL MODULE: ./build/operations/restore/faults.js
var restore_faults = __webpack_require__(4913);
// EXTERNAL MODULE: ./build/operations/restore/hard-links.js
var hard_links = __webpack_require__(19361);
;// CONCATENATED MODULE: ./build/operations/restore/need.js
/** A folder that is sent (its own entry), with those of its children that are needed. */
class NeededFolder {
    children = new Map();
    /** Whether its own metadata is wrong. */
    isWrong;
    constructor(isWrong) {
        this.isWrong = isWrong;
    }
}
/** Drops folders of which nothing is needed. */
function dropComplete(folder) {
    for (const [name, need] of folder.children) {
        if (need === 'all')
            continue;
        dropComplete(need);
        if (need.children.size === 0 && !need.isWrong)
            folder.children.delete(name);
    }
}

// EXTERNAL MODULE: ./build/operations/restore/same-entry.js
var same_entry = __webpack_require__(82183);
;// CONCATENATED MODULE: ./build/operations/restore/verify.js






/**
 * What is missing in a staging folder that an earlier run left. A file that has its size and its mtime was written
 * to its end: tar sets the time last. Contents are read when all is there.
 *
 * Names of one file are always needed again: a link can't be made to a name that isn't sent along.
 */
async function lookAtLeftovers(staged) {
    const need = new NeededFolder(false);
    const strange = [];
    const there = { files: 0, bytes: 0 };
    await (0,compare/* compareListing */.i)(staged.listing, staged.path, { folder: staged.folder, kept: need }, {
        folder(kept, child, entry) {
            const isWrong = kept !== need && differencesIn(staged, child, entry).length > 0;
            const folder = new NeededFolder(isWrong);
            kept.children.set(child.node.name, folder);
            return folder;
        },
        entry(kept, child, entry) {
            const isWrong = differencesIn(staged, child, entry).length > 0;
            if (isWrong || (0,hard_links/* linkedFile */.o2)(child.node) !== null)
                kept.children.set(child.node.name, 'all');
            else if (child.node.type === 'file') {
                there.files++;
                there.bytes += Number(child.node.sizeBytes);
            }
            // Not every tar puts one kind of entry in another's place.
            if (isWrong && child.node.type !== entry.type)
                strange.push(entry.path);
        },
        missing: (kept, child) => void kept.children.set(child.node.name, 'all'),
        extra: (_kept, entry) => void strange.push(entry.path),
    });
    dropComplete(need);
    return { need, strange, kept: there };
}
function differencesIn({ owners, nodes, isTime }, { node }, entry) {
    return (0,same_entry/* differences */.t)(nodes.of(node), entry, { owner: owners.of(node), isTime });
}
/**
 * Proves that a staging folder holds what was saved: nothing missing, nothing else, all metadata right, and names of
 * one file still names of one file. Contents are verified by `verifyContents`.
 * @returns Entries of which only the time is wrong, for the filesystem may know no such time (`settleTimes`).
 * @throws HoldfastError restore-mismatch.
 */
async function verifyMetadata(staged) {
    const faults = new restore_faults/* Faults */.C();
    const doubts = [];
    const links = new Map();
    const check = (child, entry) => {
        const isTime = (mtimeNs, savedNs) => {
            if (staged.isTime(mtimeNs, savedNs))
                return true;
            if (doubts.length === doubtful_times/* MAX_DOUBTFUL_TIMES */.E)
                return false;
            doubts.push({ path: entry.path, isSymlink: entry.type === 'symlink', savedNs, mtimeNs });
            return true;
        };
        for (const difference of differencesIn({ ...staged, isTime }, child, entry)) {
            faults.add(entry.path, difference);
        }
    };
    const top = { path: staged.path };
    await (0,compare/* compareListing */.i)(staged.listing, staged.path, { folder: staged.folder, kept: top }, {
        folder(kept, child, entry) {
            if (kept !== top)
                check(child, entry);
            return { path: entry.path };
        },
        entry(_kept, child, entry) {
            check(child, entry);
            const file = (0,hard_links/* linkedFile */.o2)(child.node);
            if (file === null)
                return;
            const inode = `${entry.device}:${entry.inode}`;
            const first = links.get(file) ?? inode;
            links.set(file, first);
            if (first !== inode)
                faults.add(entry.path, 'it is a file of its own, expected another name of one file');
        },
        missing: (kept, child) => faults.add(`${kept.path}/${child.node.name}`, 'it is missing'),
        extra: (_kept, entry) => faults.add(entry.path, 'nothing of that name was sent'),
    });
    faults.throwIfAny();
    return doubts;
}


/***/ })

};
