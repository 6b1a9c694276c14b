export const id = 4535;
export const ids = [4535];
export const modules = {

/***/ 15229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   go: () => (/* binding */ ObjectPaths),
/* harmony export */   yt: () => (/* binding */ keyOfPath)
/* harmony export */ });
/* unused harmony export pathOfKey */
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/**
 * An object's name as a path in a snapshot, and back. A name is any text; a path is not: it has no empty parts, no `.` and
 * `..`, no NUL, no part of more than 255 bytes, and nothing stands below a file. So a name is cut at its slashes, and of each
 * part
 *
 * | in the name | in the path |
 * | --- | --- |
 * | `%`, NUL | `%25`, `%00` |
 * | `.` and `..` as a whole part | `%2E`, `%2E%2E` |
 * | an empty part (`a//b`, `/a`, `a/`) | `%` |
 * | 251 bytes and more | cut: a part that ends in a single `%` goes on in the one below, which is `%` where nothing is left |
 * | a part below which objects stand, when an object has just that name, too | the folder ends in `%=` |
 *
 * All other names are their own paths. A `%` of a name is always `%25`, so none of these can be taken for another.
 *
 * Every folder is all the names that begin alike: of names that come by rising bytes, those in one folder come in one piece. So where a
 * part is cut must be told by what stands before the cut alone, and not by how long the whole is.
 */
/** File systems, and so restored files, take 255 bytes: this much, the rest of a character of 4 bytes, and GOES_ON. */
const CUT_BYTES = 251;
const EMPTY_PART = '%';
const GOES_ON = '%';
const BESIDE_OBJECT = '%=';
/** @param beside The lengths of those parts of `key` (in characters, from its beginning) that are objects themselves. */
function pathOfKey(key, beside = new Set()) {
    const parts = [];
    let end = -1;
    const names = key.split('/');
    for (const [i, name] of names.entries()) {
        end += name.length + 1;
        const isFolder = i < names.length - 1;
        const suffix = isFolder && beside.has(end) ? BESIDE_OBJECT : '';
        parts.push(...cut(escaped(name), suffix));
    }
    return `/${parts.join('/')}`;
}
/** @throws HoldfastError repository-damaged for a path that no name has. */
function keyOfPath(path) {
    const names = [];
    let begun = '';
    for (const part of path.slice(1).split('/')) {
        if (part !== EMPTY_PART && part.endsWith(GOES_ON)) {
            begun += part.slice(0, -GOES_ON.length);
            continue;
        }
        const last = part.endsWith(BESIDE_OBJECT) ? part.slice(0, -BESIDE_OBJECT.length) : part;
        const whole = begun + (last === EMPTY_PART ? '' : last);
        begun = '';
        names.push(whole.replace(/%(25|00|2E)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))));
    }
    const key = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toText)(names.join('/'));
    if (key !== null && begun === '')
        return key;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('repository-damaged', `Cannot tell which object ${JSON.stringify(path)} of the snapshot is: it is no name of one as it would have been saved.`);
}
function escaped(name) {
    return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(name).replace(/[%\0]/g, (one) => (one === '%' ? '%25' : '%00'));
}
/** Never within an escape, nor within a character: what is shown of it stays readable. */
function cut(part, suffix) {
    const parts = [];
    let rest = part;
    while (rest.length >= CUT_BYTES) {
        let at = CUT_BYTES;
        const percent = rest.lastIndexOf('%', at - 1);
        if (percent > at - 3)
            at = percent + 3;
        while ((rest.charCodeAt(at) & 0xc0) === 0x80)
            at++;
        parts.push(rest.slice(0, at) + GOES_ON);
        rest = rest.slice(at);
    }
    return [...parts, asPart(rest) + suffix];
}
/** What no entry of a folder can be called. */
function asPart(rest) {
    if (rest === '')
        return EMPTY_PART;
    return rest === '.' || rest === '..' ? rest.replaceAll('.', '%2E') : rest;
}
/** Gives the paths of names that come by rising bytes, as buckets list them. Holds the names that the last one begins with. */
class ObjectPaths {
    /** Each begins with the one before. */
    #open = [];
    pathOf(key) {
        while (this.#open.length > 0 && !key.startsWith(this.#open.at(-1) ?? ''))
            this.#open.pop();
        const beside = new Set(this.#open.filter((one) => key[one.length] === '/').map((one) => one.length));
        const path = pathOfKey(key, beside);
        this.#open.push(key);
        return path;
    }
}


/***/ }),

/***/ 35944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ holdApplication)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _repository_grace_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2441);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47508);
/* harmony import */ var _application_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76340);
/* harmony import */ var _quiesce_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70238);
/* harmony import */ var _quiesce_nodes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76523);






/**
 * How long the after commands may go on once the run is cancelled. A runner kills us 10 s after it said so; children
 * must be stopped before and locks removed after.
 */
const AFTER_WHEN_CANCELLED_MS = 5000;
/**
 * Runs the before commands, `work`, and then in every case the after commands, also when a before command failed
 * half-way or the run is cancelled. A dry run is `work` alone.
 *
 * @throws What `work` or a before command threw; if the after commands failed too, their failure, with the first
 *   one as its cause: an application that stays down is the worse of the two.
 */
async function holdApplication(run, work) {
    const { host, options, reporter, signal } = run;
    // Somebody looks at it before they decide, and what is stopped by a command of theirs is as down as by ours.
    if (options.dryRun)
        return { result: await work(signal), heldMs: null, afterFailure: null };
    if (options.before.length === 0 && options.after.length === 0) {
        const { result, stoppedMs, startFailure } = await stopApplication(run, work, options.onApplication);
        return { result, heldMs: stoppedMs, afterFailure: startFailure };
    }
    const startedMs = performance.now();
    options.onApplication?.('held');
    let quiesced;
    try {
        const commands = { when: 'before', commands: options.before, limitMs: options.commandLimitMs };
        await (0,_application_commands_js__WEBPACK_IMPORTED_MODULE_0__.runApplicationCommands)(host, commands, reporter, signal);
        quiesced = await stopApplication(run, work); // held until the after commands have run, too
    }
    catch (error) {
        const afterFailure = await release(run);
        if (afterFailure === null)
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E(afterFailure.code, `${afterFailure.message} Before that the work itself had failed.`, {
            cause: error,
        });
    }
    const afterFailure = await release(run);
    return {
        result: quiesced.result,
        heldMs: options.before.length > 0 ? Math.round(performance.now() - startedMs) : quiesced.stoppedMs,
        afterFailure: quiesced.startFailure ?? afterFailure,
    };
}
async function stopApplication(run, work, onApplication) {
    const { quiesce: options = null, application, target = _repository_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_TARGET */ .Kv } = run.options;
    // What a run that died still holds, the last look would wait for.
    if (options !== null)
        await (0,_quiesce_js__WEBPACK_IMPORTED_MODULE_3__/* .recoverEarlier */ .tc)({ ...run, options, target });
    await application?.beforeStop(run.host, run.signal);
    return (0,_quiesce_nodes_js__WEBPACK_IMPORTED_MODULE_4__/* .quiesceAll */ .l)({ ...run, options, target, onApplication }, application?.nodes ?? [], async (signal) => {
        await application?.whileStopped(run.host, signal);
        const result = await work(signal);
        await application?.afterReading(run.host, signal);
        return result;
    });
}
async function release(run) {
    try {
        const grace = (0,_repository_grace_js__WEBPACK_IMPORTED_MODULE_5__/* .graceAfter */ .D)(run.signal, AFTER_WHEN_CANCELLED_MS);
        const { after: commands, commandLimitMs: limitMs } = run.options;
        await (0,_application_commands_js__WEBPACK_IMPORTED_MODULE_0__.runApplicationCommands)(run.host, { when: 'after', commands, limitMs }, run.reporter, grace);
        run.options.onApplication?.('released');
        return null;
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('command-failed', `${reason} The application may still be held: see to it first.`, { cause });
    }
}


/***/ }),

/***/ 2965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uf: () => (/* binding */ Comparison),
/* harmony export */   qw: () => (/* binding */ trustedUntil)
/* harmony export */ });
/* unused harmony export CTIME_GRANULE_NS */
/**
 * Clock steps within which two changes of a file can carry the same ctime: 4 ms on most kernels, 1 s on ext4 with
 * 128-byte inodes. 2 s leaves room for both.
 */
const CTIME_GRANULE_NS = 2000000000n;
/**
 * A ctime that isn't older says nothing of an entry of a listing that began at `listingStartedNs`: the entry may have changed again
 * within the same tick.
 */
function trustedUntil(listingStartedNs) {
    return listingStartedNs - CTIME_GRANULE_NS;
}
/** Judges whether a file is as a parent snapshot saw it. */
class Comparison {
    #repository;
    #ignored;
    #untimed;
    /** Kinds of filesystems on which something wasn't trusted since they keep no ctime of their own. */
    distrusted = new Set();
    constructor(repository, ignored = 'nothing', untimed = new Map()) {
        this.#repository = repository;
        this.#ignored = ignored;
        this.#untimed = untimed;
    }
    /**
     * The first of `previous` (the file as each parent has it) since which `entry` is unchanged. Null when it must be
     * read: it changed since all of them, or one of its blobs is missing from the repository, or its blobs don't add up
     * to its size (a node that another program damaged must not be handed on).
     */
    findUnchanged(entry, previous) {
        for (const { node, listingStartedNs } of previous) {
            const { type, content } = node;
            if (type !== 'file' || content === null || !this.#isUntouched(entry, node, listingStartedNs))
                continue;
            if (this.#storedBytes(content) === entry.sizeBytes)
                return { node, content };
        }
        return null;
    }
    /**
     * The first of `previous` since which `entry`, which has no content, is unchanged: its extended attributes are as
     * they were. Null: they must be read.
     */
    findUntouched(entry, previous) {
        const found = previous.find(({ node, listingStartedNs }) => node.type === entry.type && this.#isUntouched(entry, node, listingStartedNs));
        return found?.node ?? null;
    }
    /** Whether an entry of which a parent says all the same is unchanged since, with a content that can be taken over. */
    isKept(entry, { content, listingStartedNs }) {
        return (this.#isTrusted(entry, listingStartedNs) &&
            (entry.type !== 'file' || this.#storedBytes(content) === entry.sizeBytes));
    }
    /** Size of the content, or null if a part of it is missing. */
    #storedBytes(content) {
        let sizeBytes = 0;
        for (const id of content) {
            const blobBytes = this.#repository.blobSize('data', id);
            if (blobBytes === null)
                return null;
            sizeBytes += blobBytes;
        }
        return BigInt(sizeBytes);
    }
    /**
     * Same size, mtime, ctime and inode, as restic judges it. Devices aren't compared: their numbers change by mount and
     * by volume snapshot. A ctime younger than the parent's listing less the granule isn't trusted: the file may have
     * changed again within the same tick. Nor is one that is none: see UntimedDevices. Where the ctime is to be ignored, the mtime is judged so.
     */
    #isUntouched(entry, previous, listingStartedNs) {
        const ignored = this.#ignored;
        return ((entry.type !== 'file' || entry.sizeBytes === previous.sizeBytes) &&
            entry.mtimeNs === previous.mtimeNs &&
            (ignored !== 'nothing' || entry.ctimeNs === previous.ctimeNs) &&
            (ignored === 'inode' || entry.inode === previous.inode) &&
            this.#isTrusted(entry, listingStartedNs));
    }
    #isTrusted(entry, listingStartedNs) {
        const untilNs = trustedUntil(listingStartedNs);
        if (this.#ignored !== 'nothing')
            return entry.mtimeNs < untilNs;
        return entry.ctimeNs < untilNs && !this.#isUntimed(entry);
    }
    #isUntimed({ device, type }) {
        const kind = this.#untimed.get(device);
        if (kind === undefined)
            return false;
        if (type === 'file')
            this.distrusted.add(kind);
        return true;
    }
}


/***/ }),

/***/ 3048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ Counts)
/* harmony export */ });
/** What a backup has done so far. */
class Counts {
    filesNew = 0;
    filesChanged = 0;
    filesUnmodified = 0;
    /** Regular files, a hard link as often as it has names; no symbolic links and the like: as restic counts them. */
    totalFilesProcessed = 0;
    totalBytesProcessed = 0;
    /** Of file contents that the host sent. */
    bytesRead = 0;
    /** Of holes, which the host didn't send. */
    holeBytes = 0;
    /** Files whose content the host sent and that are saved for good. */
    filesRead = 0;
    /** What is being worked on, ready to show. */
    current = '';
    #keptBytes = 0;
    #listedFiles = 0;
    #listedBytes = 0;
    #isListed = false;
    #expectedFiles;
    #expectedBytes;
    /** @param expected What the parent snapshot held: the best guess at what this one will. */
    constructor(expected) {
        this.#expectedFiles = expected?.totalFilesProcessed ?? null;
        this.#expectedBytes = expected?.totalBytesProcessed ?? null;
    }
    /** A file that was read. */
    addFile(outcome, sizeBytes) {
        this.#add(outcome, sizeBytes);
        if (sizeBytes > 0n)
            this.filesRead++;
    }
    /** A file that needn't be read. */
    addKept(outcome, sizeBytes) {
        this.#add(outcome, sizeBytes);
        this.#keptBytes += Number(sizeBytes);
    }
    /** Files of a folder that is as it was. */
    addUnmodified(files, sizeBytes) {
        this.filesUnmodified += files;
        this.totalFilesProcessed += files;
        this.totalBytesProcessed += Number(sizeBytes);
        this.#keptBytes += Number(sizeBytes);
    }
    #add(outcome, sizeBytes) {
        if (outcome === 'new')
            this.filesNew++;
        else if (outcome === 'changed')
            this.filesChanged++;
        else
            this.filesUnmodified++;
        this.totalFilesProcessed++;
        this.totalBytesProcessed += Number(sizeBytes);
    }
    /** @param sizeBytes Null for a further name of a file that is read by another. */
    addListed(sizeBytes) {
        this.#listedFiles++;
        this.#listedBytes += Number(sizeBytes ?? 0n);
    }
    /** From now on it is known how much there is to do: what was listed, whatever the parent held. */
    endListing() {
        this.#isListed = true;
    }
    progress(phase) {
        // A file counts when its batch is settled, which for a large one is long after it began: its bytes count as they come.
        const bytesDone = this.#keptBytes + this.bytesRead + this.holeBytes;
        return {
            phase,
            filesDone: this.totalFilesProcessed,
            bytesDone,
            filesTotal: atLeast(this.#isListed ? this.#listedFiles : this.#expectedFiles, this.totalFilesProcessed),
            bytesTotal: atLeast(this.#isListed ? this.#listedBytes : this.#expectedBytes, bytesDone),
            current: this.current,
        };
    }
}
function atLeast(expected, done) {
    return expected === null ? null : Math.max(expected, done);
}


/***/ }),

/***/ 62707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ dryTrees)
/* harmony export */ });
/* harmony import */ var _repository_format_ids_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46487);
/* harmony import */ var _repository_format_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52709);


/** Trees as a dry run needs them: the parent's can be loaded; of new ones only the IDs are known. */
function dryTrees(repository) {
    return {
        loadBlob: (type, id, signal) => repository.loadBlob(type, id, signal),
        prefetchTrees: (ids) => repository.prefetchTrees(ids),
        saveTree: async (tree) => ({ id: (0,_repository_format_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .idOf */ .TH)((0,_repository_format_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeTree */ .hN)(tree)), added: false }),
        room: async () => { },
    };
}


/***/ }),

/***/ 22114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ DumpStreams)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72120);


/**
 * The dumps of one backup. In this order: `pin` and then `saveUnpinned` while the application is held, `savePinned` when it
 * goes on, `giveUpEarlier` when the snapshot is saved, and in any case `close`.
 */
class DumpStreams {
    #run;
    #store;
    #context;
    #prepared = [];
    #saved = new Map();
    /** Of those that databases are on, by how they are reached: several may share one. */
    #hosts = new Map();
    #bytesDone = 0;
    constructor(run, store) {
        const { reporter, signal } = run;
        this.#run = run;
        this.#store = store;
        this.#context = {
            signal,
            onInfo: (message) => reporter.onInfo(message),
            onWarning: (message) => reporter.onWarning(message),
        };
    }
    /** Prepares every dump, one database after the other; what can't be dumped is told before anything is read. */
    async pin() {
        const { options } = this.#run;
        for (const request of options.dumps ?? []) {
            const prepared = await request.database.prepareDumps(await this.#hostOf(request), this.#context);
            this.#prepared.push(...prepared);
        }
        const names = this.#prepared.map(({ name }) => name);
        const twice = names.find((name, i) => names.indexOf(name) !== i);
        if (twice === undefined)
            return;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot save two dumps under the name ${JSON.stringify(twice)}: expected one. Name one of them otherwise (?name=…).`);
    }
    /** Streams those whose tools see what is written meanwhile. */
    async saveUnpinned() {
        await this.#saveThose((dump) => !dump.isPinned);
    }
    /** Streams the others. */
    async savePinned() {
        await this.#saveThose((dump) => dump.isPinned);
    }
    /** What the tools have sent. */
    get bytesRead() {
        return this.#bytesDone;
    }
    /** In their order. */
    get saved() {
        return this.#prepared.flatMap((dump) => this.#saved.get(dump) ?? []);
    }
    /** To be called once a complete snapshot, or an archive, that holds them is saved. Never rejects. */
    async giveUpEarlier() {
        for (const dump of this.#saved.keys())
            await dump.giveUpEarlier?.();
    }
    /** Ends what still runs. Idempotent; never rejects. */
    async close() {
        await Promise.all(this.#prepared.map((dump) => dump.close()));
        await Promise.all([...this.#hosts.values()].map((host) => host.close()));
    }
    async #hostOf({ connect }) {
        if (connect === undefined)
            return this.#run.host;
        const host = this.#hosts.get(connect) ?? (await connect());
        this.#hosts.set(connect, host);
        return host;
    }
    async #saveThose(isMeant) {
        if (this.#run.options.dryRun)
            return;
        for (const dump of this.#prepared.filter(isMeant)) {
            if (!this.#saved.has(dump))
                this.#saved.set(dump, await this.#save(dump));
        }
    }
    async #save(dump) {
        this.#run.reporter.onInfo(`dump: ${dump.name}`);
        const { stored, sizeBytes } = await this.#store(dump.name, this.#counted(dump));
        await dump.close();
        const record = dump.record();
        if (BigInt(record.size_bytes) !== sizeBytes) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('internal', `The dump ${dump.name} has ${record.size_bytes} bytes, of which ${sizeBytes} were saved.`);
        }
        return { record, stored };
    }
    async *#counted(dump) {
        for await (const chunk of dump.stream()) {
            this.#bytesDone += chunk.length;
            const done = { bytesDone: this.#bytesDone, current: dump.name };
            this.#run.reporter.onProgress({ ..._progress_js__WEBPACK_IMPORTED_MODULE_1__/* .IDLE */ .n, ...done, phase: 'dumping' });
            yield chunk;
        }
    }
}


/***/ }),

/***/ 76576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LZ: () => (/* binding */ hostnameOf),
/* harmony export */   M2: () => (/* binding */ saysItsName),
/* harmony export */   OR: () => (/* binding */ assertOwnName),
/* harmony export */   i2: () => (/* binding */ reachedAt)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _hosts_local_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60051);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(28976);
/* harmony import */ var _repository_damage_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68656);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47508);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27273);







/** The host name to record: the one that was given, or the lasting one of a container, or what the host calls itself. */
function hostnameOf({ recordedName }, { hostname }, probe) {
    return hostname ?? recordedName ?? probe.hostname;
}
/** Where a host is: its name without the user who logs in, and a container without the one that commands run as. */
function reachedAt({ name }) {
    return name
        .replace(/ssh:\/\/[^/]*@/, 'ssh://')
        .replace(/^((?:podman-)?compose|docker|podman):[^@\s]*@/, '$1:');
}
/** Whether a host says itself what it is called: not one whose name is given, nor this machine. */
function saysItsName({ name }, { hostname }) {
    return hostname === null && name !== _hosts_local_js__WEBPACK_IMPORTED_MODULE_0__/* .THIS_MACHINE */ .D;
}
/**
 * A host that says its own name may say another's, whose snapshots would then be compared with, forgotten beside, and followed by
 * those of a stranger. So that name is its own only while the newest snapshot of the name came from the same place.
 *
 * @param ofThatName Snapshots that have the name, oldest first. Those that don't say where they came from prove nothing.
 * @throws HoldfastError bad-input.
 */
async function assertOwnName(repository, ofThatName, { hostname, reached }, signal) {
    const newest = ofThatName.at(-1);
    const target = newest === undefined ? null : (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .targetOf */ .$r)(newest.snapshot);
    if (newest === undefined || target === null)
        return;
    const before = placeIn(await (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .loadManifest */ .eY)(repository, newest, target, signal).catch(nullIfDamaged));
    if (before === null || before === reached)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', `Cannot back up ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)(reached)}: it calls itself "${hostname}", and so does ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)(before)}, of which snapshot ${newest.id.slice(0, 8)} is; ` +
        `expected each host to have a name of its own. If they are the same host, say so by --host ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.fromText)(hostname))} (the input "host"); ` +
        'if not, give another name.');
}
/** It is read before the packs are looked at, and what is lost must not keep it from being saved anew. */
function nullIfDamaged(error) {
    if ((0,_repository_damage_js__WEBPACK_IMPORTED_MODULE_6__/* .isDamage */ .e6)(error))
        return null;
    throw error;
}
function placeIn(manifest) {
    try {
        const { reached_at: place } = JSON.parse(manifest?.toString('utf8') ?? '{}');
        return typeof place === 'string' ? reachedAt({ name: place }) : null;
    }
    catch {
        return null; // a parent's is read anew, and told
    }
}


/***/ }),

/***/ 93043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ manifestOf)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _repository_format_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5620);
/* harmony import */ var _host_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76576);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27273);
/* harmony import */ var _save_bucket_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75824);





function manifestOf(run, { asOfNs, rootDevice }, ending) {
    const { options, problems, probe } = run;
    return {
        manifest_version: _manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .MANIFEST_VERSION */ .hh,
        program_version: options.programVersion,
        target: options.target,
        hostname: run.hostname,
        reached_at: (0,_host_name_js__WEBPACK_IMPORTED_MODULE_1__/* .reachedAt */ .i2)(run.host),
        system: { kernel: probe.kernel, find: probe.tools.find.version, tar: probe.tools.tar.version },
        paths: options.paths.map(_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display),
        excludes: [...options.excludes, ...options.iexcludes],
        listing_started: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_3__/* .formatTime */ .fU)(asOfNs),
        root_device: rootDevice?.toString() ?? null,
        quiesced_ms: ending.quiescedMs,
        volume: ending.volume,
        complete: ending.complete,
        problem_counts: problems.counts,
        problems: problems.list,
        dumps: ending.dumps.map(({ record }) => record),
        buckets: ending.buckets.map(_save_bucket_js__WEBPACK_IMPORTED_MODULE_4__/* .recordOfBucket */ .Z),
        application: options.application?.record ?? null,
        origin: options.origin ?? null,
    };
}


/***/ }),

/***/ 66989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ withAttributes),
/* harmony export */   Gs: () => (/* binding */ isSaved),
/* harmony export */   Lu: () => (/* binding */ deviceIdOf),
/* harmony export */   Sq: () => (/* binding */ nodeOfEntry),
/* harmony export */   qE: () => (/* binding */ isKnown),
/* harmony export */   zZ: () => (/* binding */ apart)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _repository_format_mode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41246);


/** The node of a listed entry, with no content and no subtree yet. Access times aren't saved: mtime stands for them. */
function nodeOfEntry(entry, name, names) {
    const type = nodeTypeOf(entry.type);
    return {
        name,
        type,
        mode: (0,_repository_format_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .modeOf */ .V)(type, entry.permissions),
        mtimeNs: entry.mtimeNs,
        atimeNs: entry.mtimeNs,
        ctimeNs: entry.ctimeNs,
        uid: entry.uid,
        gid: entry.gid,
        user: names.users.get(entry.uid) ?? '',
        group: names.groups.get(entry.gid) ?? '',
        inode: entry.inode,
        deviceId: deviceIdOf(entry, names),
        sizeBytes: type === 'file' ? entry.sizeBytes : 0n,
        // As restic: a folder's links are no concern of a backup.
        links: type === 'dir' || type === 'fifo' ? 0n : entry.links,
        linkTarget: entry.linkTarget,
        extendedAttributes: [],
        deviceNumber: entry.deviceNumber,
        content: null,
        subtree: null,
        error: '',
        otherFields: null,
    };
}
function deviceIdOf({ device }, { devices }) {
    return devices?.get(device) ?? device;
}
/** `node` of a file that has an inode of its own, whatever its number says. */
function apart(node) {
    return { ...node, inode: 0n, links: 1n };
}
/** A ctime that says that something of the entry isn't known: the next backup asks for it again. */
const UNKNOWN_CTIME_NS = 0n;
/** `node` with its extended attributes; null: they are not known, which a later comparison must not take for none. */
function withAttributes(node, attributes) {
    return attributes === null
        ? { ...node, ctimeNs: UNKNOWN_CTIME_NS }
        : { ...node, extendedAttributes: [...attributes] };
}
/** Whether all that a node says is known. */
function isKnown({ ctimeNs }) {
    return ctimeNs !== UNKNOWN_CTIME_NS;
}
/** Types that a tree can hold. Sockets are never saved, as by restic: nothing could listen on a restored one. */
function isSaved(type) {
    return type !== 'socket' && type !== 'other';
}
function nodeTypeOf(type) {
    if (type === 'other')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('internal', 'An entry of an unknown kind has no node.');
    return type;
}


/***/ }),

/***/ 48743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ contentOf),
/* harmony export */   Fp: () => (/* binding */ differingHeaders),
/* harmony export */   Td: () => (/* binding */ attributesOf),
/* harmony export */   WD: () => (/* binding */ headersIn),
/* harmony export */   _E: () => (/* binding */ PART_BYTES)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/** Bytes of one request: what an object under way takes of memory, and once more for the next of it. */
const PART_BYTES = 4 * 1024 * 1024;
/** As which a node keeps what an object is kept with: JSON, `{"headers":{…},"metadata":{…}}`. None: nothing but bytes. */
const ATTRIBUTE = 'user.holdfast.object';
/** An object's bytes from the first part on; another in its place is an error (`ObjectStore.faultIn`). */
async function* contentOf(store, key, first, signal) {
    yield first.bytes;
    const { sizeBytes, tag } = first;
    for (let offset = first.bytes.length; offset < sizeBytes;) {
        const part = await store.readPart(key, { offset, lengthBytes: PART_BYTES, tag }, signal);
        offset += part.bytes.length;
        yield part.bytes;
    }
}
function attributesOf({ headers, metadata }) {
    if (Object.keys(headers).length + Object.keys(metadata).length === 0)
        return [];
    const json = JSON.stringify({ headers: sorted(headers), metadata: sorted(metadata) });
    return [{ name: ATTRIBUTE, value: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toBytes)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(json)) }];
}
/** @throws HoldfastError repository-damaged for one that isn't ours. */
function headersIn(attributes, shown) {
    const found = attributes.find(({ name }) => name === ATTRIBUTE);
    if (found === undefined)
        return { headers: {}, metadata: {} };
    try {
        const text = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toText)(Buffer.from(found.value).toString('latin1')) ?? '';
        const { headers, metadata } = JSON.parse(text);
        if (isTexts(headers) && isTexts(metadata))
            return { headers, metadata };
    }
    catch {
        // told below
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('repository-damaged', `Cannot read what the object ${shown} of the snapshot was kept with: expected JSON of ours. Run \`holdfast check --read-data\`.`);
}
/** The names of those in which two differ: `content-type`, `x-amz-meta-origin`. Empty: they are kept alike. */
function differingHeaders(one, other) {
    const differing = (a, b) => [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]).sort();
    return [
        ...differing(one.headers, other.headers),
        ...differing(one.metadata, other.metadata).map((name) => `x-amz-meta-${name}`),
    ];
}
function isTexts(value) {
    return (typeof value === 'object' &&
        value !== null &&
        Object.values(value).every((text) => typeof text === 'string'));
}
function sorted(texts) {
    return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
}


/***/ }),

/***/ 28748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ isHeld)
/* harmony export */ });
/** Whether the application holds still while files are read, so that none may change. */
function isHeld({ before, quiesce, volume, }) {
    return before.length > 0 || quiesce !== undefined || volume !== undefined;
}


/***/ }),

/***/ 64520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ Problems)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28748);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17421);



/** Of a path or a host's words: Linux takes no longer path, and MAX_PROBLEMS of these must be a manifest of sane size. */
const MAX_SHOWN = 4500;
/** Gathers what could not be saved as it is, in bounded memory. */
class Problems {
    list = [];
    counts = {
        missing: 0,
        unreadable: 0,
        changed: 0,
        vanished: 0,
        unsupported: 0,
    };
    #onWarning;
    constructor(onWarning) {
        this.#onWarning = onWarning;
    }
    /** Tells of something that doesn't spoil the snapshot. `message` may hold text from the host. */
    warn(path, message) {
        this.#onWarning(`${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.display)(cut(path))}: ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.displayText)(cut(message))}`);
    }
    /** `message` may hold text from the host: it is escaped here. */
    add(kind, path, message) {
        this.counts[kind]++;
        if (this.list.length >= _result_js__WEBPACK_IMPORTED_MODULE_1__.MAX_PROBLEMS)
            return;
        const problem = { kind, path: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.display)(cut(path)), message: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.displayText)(cut(message)) };
        this.list.push(problem);
        this.#onWarning(`${problem.path}: ${kind}: ${problem.message}`);
        if (this.list.length === _result_js__WEBPACK_IMPORTED_MODULE_1__.MAX_PROBLEMS)
            this.#onWarning('More problems are counted, but not shown.');
    }
    /** Whether, by the options' policies, the snapshot may count as complete. Without one of its paths it never does. */
    allow(options) {
        const onChanged = options.onChanged !== 'auto' ? options.onChanged : (0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .isHeld */ .i)(options) ? 'fail' : 'warn';
        const failing = this.counts.missing +
            (options.onUnreadable === 'fail' ? this.counts.unreadable : 0) +
            (onChanged === 'fail' ? this.counts.changed + this.counts.vanished : 0);
        return failing === 0;
    }
}
function cut(text) {
    return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}...`;
}


/***/ }),

/***/ 15587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ bothFailed),
  o: () => (/* binding */ readSource)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/files/paths.js
var paths = __webpack_require__(33684);
// EXTERNAL MODULE: ./build/files/volume/btrfs.js
var btrfs = __webpack_require__(64020);
;// CONCATENATED MODULE: ./build/files/volume/absent.js


/**
 * A listing of a snapshot, with a problem for each folder that is empty there, and each file that is another one, because another
 * filesystem, another subvolume or a file stands in its place: nothing of that is saved, and nobody must think so. Excluded folders aren't listed.
 */
async function* tellAbsent(listing, place) {
    for await (const batch of listing) {
        const problems = batch.entries.flatMap((entry) => problemOf(entry, place));
        yield problems.length === 0 ? batch : { ...batch, problems: [...batch.problems, ...problems] };
    }
}
function problemOf({ type, path, inode }, place) {
    if (place.absent.has(path))
        return [problem(path, 'something else is mounted on it')];
    const isEmptySubvolume = type === 'dir' && place.fileSystem === 'btrfs' && inode === btrfs/* EMPTY_SUBVOLUME_INODE */.bZ;
    if (!isEmptySubvolume || btrfs/* SNAPSHOT_FOLDER */.aZ.test((0,paths/* baseName */.Fl)(path)))
        return [];
    return [problem(path, 'it is a subvolume of its own')];
}
function problem(path, why) {
    const message = `${why}, of which a snapshot of the volume has nothing: back it up by itself, or exclude it`;
    return { kind: 'unreadable', path, message };
}

// EXTERNAL MODULE: ./build/files/volume/volume-snapshot.js + 4 modules
var volume_snapshot = __webpack_require__(54810);
// EXTERNAL MODULE: ./build/repository/grace.js
var grace = __webpack_require__(2441);
// EXTERNAL MODULE: ./build/repository/tags.js
var tags = __webpack_require__(47508);
// EXTERNAL MODULE: ./build/operations/backup/application-hold.js
var application_hold = __webpack_require__(35944);
;// CONCATENATED MODULE: ./build/operations/backup/read-source.js






/** A cancelled run has not much longer. */
const CLOSE_WHEN_CANCELLED_MS = 5000;
/**
 * Holds the application, reads its files, and lets it go on; or, with a snapshot of the volume, takes that while it is held,
 * lets it go on, and reads the files from there.
 *
 * @throws As holdApplication and VolumeSnapshot. What the application's failure to start is, when the reading failed, too, is thrown.
 */
async function readSource(run, steps) {
    const { volume, dryRun } = run.options;
    if (volume !== undefined && !dryRun)
        return readSnapshot(run, { ...steps, volume });
    const held = await (0,application_hold/* holdApplication */.u)(run, async (signal) => {
        await steps.atTheMoment();
        return steps.read({ host: run.host, signal });
    });
    return { ...held, volume: null };
}
async function readSnapshot({ host, options, reporter, signal, hostClockNs }, steps) {
    const { volume } = steps;
    const { paths, target = tags/* DEFAULT_TARGET */.Kv } = options;
    const onInfo = (message) => reporter.onInfo(message);
    const onWarning = (message) => reporter.onWarning(message);
    const snapshot = await volume_snapshot/* VolumeSnapshot */.j.own(host, volume, { target, paths, signal, onInfo, onWarning });
    let isGood = false;
    try {
        let asOfNs = hostClockNs();
        const run = { host, options, reporter, signal };
        const held = await (0,application_hold/* holdApplication */.u)(run, async (during) => {
            await steps.atTheMoment();
            // What changes in the same tick of the clock, and isn't in the snapshot, must be seen as changed by the next backup.
            asOfNs = hostClockNs();
            await snapshot.create(during);
        });
        try {
            await steps.beforeReading(held);
            const within = await snapshot.mount(signal);
            const listed = (listing) => tellAbsent(listing, snapshot.place);
            const result = await steps.read({ ...within, signal, asOfNs, listed });
            await snapshot.check(signal);
            isGood = true;
            return { ...held, result, volume: { kind: volume.kind.word, name: snapshot.name, kept: volume.keep } };
        }
        catch (error) {
            throw held.afterFailure === null ? error : bothFailed(held.afterFailure, error);
        }
    }
    finally {
        await snapshot.close((0,grace/* graceAfter */.D)(signal, CLOSE_WHEN_CANCELLED_MS), { isGood });
    }
}
/** The application comes first, whatever else went wrong. */
function bothFailed(afterFailure, cause) {
    const other = (0,errors/* asHoldfastError */.C)(cause)?.message ?? String(cause);
    const message = `${afterFailure.message} No snapshot was made either: ${other}`;
    return new errors/* HoldfastError */.E(afterFailure.code, message, { cause });
}


/***/ }),

/***/ 97058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ recordedPaths),
/* harmony export */   w: () => (/* binding */ recordedPath)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _own_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68071);


/** A path as a snapshot's JSON holds it: text, with U+FFFD for what isn't UTF-8, as restic writes it. */
function recordedPath(path) {
    return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toBytes)(path).toString('utf8');
}
/** What a snapshot says that it is of: the host's paths, or of dumps or buckets alone the folder that they stand in. */
function recordedPaths({ paths, target, dumps = [], buckets = [], }) {
    const own = dumps.length === 0 && buckets.length > 0 ? (0,_own_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .bucketsPath */ .$c)(target) : (0,_own_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .dumpsPath */ .$6)(target);
    return (paths.length > 0 ? paths : [own]).map(recordedPath);
}


/***/ }),

/***/ 90950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ requireSources)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/**
 * A backup of nothing would be complete, the newest, and what the next restore takes.
 * @throws HoldfastError bad-input.
 */
function requireSources({ paths, dumps = [], buckets = [], }) {
    if (paths.length + dumps.length + buckets.length > 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', 'Cannot back up nothing: no path, no database and no bucket is named, expected one at least. Name what is to be saved.');
}


/***/ }),

/***/ 17421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MAX_PROBLEMS: () => (/* binding */ MAX_PROBLEMS),
/* harmony export */   heldBy: () => (/* binding */ heldBy)
/* harmony export */ });
/** The snapshot that holds what was found: the new one, or the parent that it would have equalled; null after a dry run. */
function heldBy({ snapshotId, parentId, unchanged }) {
    return unchanged ? parentId : snapshotId;
}
/** Problems kept with their names; more are only counted, so that a broken disk can't fill the memory. */
const MAX_PROBLEMS = 1000;


/***/ }),

/***/ 75824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ saveBucket),
/* harmony export */   Z: () => (/* binding */ recordOfBucket)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _buckets_object_path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15229);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _files_paths_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(33684);
/* harmony import */ var _task_group_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19296);
/* harmony import */ var _comparison_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2965);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(79663);
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3048);
/* harmony import */ var _dry_trees_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62707);
/* harmony import */ var _node_of_entry_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(66989);
/* harmony import */ var _object_content_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(48743);
/* harmony import */ var _tree_assembly_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88116);












/** Objects that are read at once: with PART_BYTES each, what a bucket takes of memory. */
const READS_AT_ONCE = 8;
const NAMES = { users: new Map([[0, 'root']]), groups: new Map([[0, 'root']]) };
/** A tag says whether an object is another: that it was written just now makes no difference. */
const ALWAYS_TRUSTED = 1n << 62n;
/** For the manifest. */
function recordOfBucket({ name, location, counts, renamed }) {
    const { totalFilesProcessed: objects, totalBytesProcessed: size_bytes } = counts;
    return { name, location, objects, size_bytes, renamed };
}
/**
 * Lists a bucket and saves what isn't as a parent has it: by size, time and tag (of which a node holds a part of the hash as its
 * inode), without asking for the object. One object is read at one moment, whatever becomes of it meanwhile.
 *
 * What is gone, or refused, is a problem of the backup; what was written between listing and reading is saved as it is then, and
 * told, too.
 * @param trees Where trees are loaded from and saved to. Default: the repository.
 * @throws HoldfastError backend-failed, no-permission, cancelled, and what the repository throws.
 */
async function saveBucket(run, bucket, { parents, trees }) {
    const { repository, options, reporter } = run;
    const store = await bucket.open((message) => reporter.onInfo(message));
    // What is under way when one of them has failed.
    const ending = new AbortController();
    const signal = AbortSignal.any([run.signal, ending.signal]);
    try {
        const assembly = await _tree_assembly_js__WEBPACK_IMPORTED_MODULE_1__/* .TreeAssembly */ .P.start({
            trees: trees ?? (options.dryRun ? (0,_dry_trees_js__WEBPACK_IMPORTED_MODULE_2__/* .dryTrees */ .f)(repository) : repository),
            names: NAMES,
            ancestors: new Map([['/', folderEntry('/')]]),
            parents: parents.map((parent) => ({ ...parent, listingStartedNs: ALWAYS_TRUSTED })),
            onLeftOut: (folder, why) => run.problems.add('unreadable', ((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromText)(bucket.location) + folder), why),
        });
        return await new BucketSaver({ ...run, signal }, bucket, store, assembly).save();
    }
    finally {
        ending.abort();
        store.close();
    }
}
class BucketSaver {
    #run;
    #bucket;
    #store;
    #assembly;
    #comparison;
    #counts = new _counts_js__WEBPACK_IMPORTED_MODULE_4__/* .Counts */ .V(null);
    #paths = new _buckets_object_path_js__WEBPACK_IMPORTED_MODULE_5__/* .ObjectPaths */ .go();
    #tasks = new _task_group_js__WEBPACK_IMPORTED_MODULE_6__/* .TaskGroup */ .N();
    #reading = new Set();
    /** Folders that are open, from the one below the root on. */
    #folders = [];
    #renamed = 0;
    constructor(run, bucket, store, assembly) {
        this.#run = run;
        this.#bucket = bucket;
        this.#store = store;
        this.#assembly = assembly;
        this.#comparison = new _comparison_js__WEBPACK_IMPORTED_MODULE_7__/* .Comparison */ .Uf(run.repository);
    }
    async save() {
        const { signal, options } = this.#run;
        for await (const page of this.#store.list(signal)) {
            for (const object of page)
                await this.#take(object);
            this.#tasks.check();
            this.#tell();
        }
        this.#counts.endListing();
        this.#assembly.leaveAll();
        await this.#tasks.settle();
        const root = await this.#assembly.rootNodes();
        const tree = options.dryRun ? '' : await this.#assembly.saveRoot(root, []);
        const { name, location } = this.#bucket;
        const { counts: folders } = this.#assembly;
        return { name, location, tree, counts: this.#counts, folders, renamed: this.#renamed };
    }
    async #take(object) {
        const { key, shown } = object;
        if (key === null)
            return this.#problem('unsupported', shown, "its name isn't UTF-8: nobody can ask for it");
        const path = this.#paths.pathOf(key);
        if (path !== `/${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromText)(key)}`)
            this.#renamed++;
        const folder = await this.#folderOf(path);
        const entry = fileEntry(path, object);
        const node = (0,_node_of_entry_js__WEBPACK_IMPORTED_MODULE_8__/* .nodeOfEntry */ .Sq)(entry, (0,_files_paths_js__WEBPACK_IMPORTED_MODULE_9__/* .baseName */ .Fl)(path), NAMES);
        const kept = object.tag === null ? null : folder.previous.findSame(node);
        if (kept !== null && this.#comparison.isKept(entry, kept)) {
            this.#counts.addKept(folder.previous.outcomeOf(node, kept.content), entry.sizeBytes);
            this.#assembly.keep(folder, node.name);
            return;
        }
        this.#assembly.expect(folder);
        const same = object.tag === null ? null : this.#comparison.findUnchanged(entry, folder.previous.find(node.name));
        if (same !== null) {
            const { extendedAttributes, otherFields } = same.node;
            this.#counts.addListed(entry.sizeBytes);
            this.#counts.addKept(folder.previous.outcomeOf(node, same.content), entry.sizeBytes);
            this.#assembly.supply(folder, { ...node, content: same.content, extendedAttributes, otherFields });
            return;
        }
        await this.#want({ object: { ...object, key }, node, folder });
    }
    /** Enters the folders above `path`, which are in no list: a bucket has none of its own. */
    async #folderOf(path) {
        const names = path.slice(1).split('/').slice(0, -1);
        let shared = 0;
        while (shared < names.length && this.#folders[shared] === names[shared])
            shared++;
        for (let i = shared; i < names.length; i++)
            await this.#assembly.enter(folderEntry(`/${names.slice(0, i + 1).join('/')}`));
        this.#folders = names;
        this.#assembly.takeEntered();
        return this.#assembly.folderOf(path);
    }
    async #want(wanted) {
        const { object, node, folder } = wanted;
        this.#counts.addListed(BigInt(object.sizeBytes));
        if (this.#run.options.dryRun) {
            this.#counts.bytesRead += object.sizeBytes;
            this.#counts.addFile(folder.previous.isNewFile(node.name) ? 'new' : 'changed', node.sizeBytes);
            return this.#assembly.supply(folder, { ...node, content: [] });
        }
        while (this.#reading.size >= READS_AT_ONCE)
            await Promise.race(this.#reading);
        this.#tasks.check();
        const reading = this.#read(wanted).finally(() => this.#reading.delete(reading));
        this.#reading.add(reading);
        reading.catch(() => { }); // met by the tasks
        this.#tasks.add(reading);
    }
    /** Once more where it is written anew while it is read: what was read of the earlier one is of no use. */
    async #read(wanted, isAgain = false) {
        const { object, folder } = wanted;
        try {
            const part = await this.#firstPart(object, isAgain);
            if (part === null)
                return this.#lose(folder, object, 'vanished', 'it was removed after it was listed');
            await this.#save(wanted, part);
        }
        catch (error) {
            const fault = this.#store.faultIn(error);
            if (fault === null)
                throw error;
            if (fault === 'changed' && !isAgain)
                return this.#read(wanted, true);
            const reason = error instanceof Error ? error.message : String(error);
            this.#lose(folder, object, LOST[fault], reason);
        }
    }
    async #save({ object, node, folder }, part) {
        const { repository, signal } = this.#run;
        const content = (0,_object_content_js__WEBPACK_IMPORTED_MODULE_10__/* .contentOf */ .$E)(this.#store, object.key, part, signal);
        const { saved } = await (0,_content_js__WEBPACK_IMPORTED_MODULE_11__/* .saveContent */ .Nq)(repository, this.#counted(content, object.shown), signal);
        const { blobs, sizeBytes } = await saved();
        // A list tells times to the millisecond, what answers a request to the second: a node has the list's, to be found by it.
        const now = part.tag === object.tag ? {} : { ...timesOf(part), inode: inodeOf(part.tag) };
        this.#counts.addFile(folder.previous.isNewFile(node.name) ? 'new' : 'changed', sizeBytes);
        const extendedAttributes = (0,_object_content_js__WEBPACK_IMPORTED_MODULE_10__/* .attributesOf */ .Td)(part);
        this.#assembly.supply(folder, { ...node, ...now, sizeBytes, content: blobs, extendedAttributes });
    }
    /** As it was listed; else as it is now, and that is told. Null: it is gone. */
    async #firstPart({ key, sizeBytes, tag }, isAgain) {
        const { signal } = this.#run;
        const range = { offset: 0, lengthBytes: _object_content_js__WEBPACK_IMPORTED_MODULE_10__/* .PART_BYTES */ ._E };
        if (sizeBytes > 0 && !isAgain)
            return this.#store.readPart(key, { ...range, tag }, signal);
        const now = await this.#store.find(key, signal);
        if (now === null)
            return null;
        if (isAgain || now.sizeBytes > 0)
            this.#problem('changed', key, 'it was written anew after it was listed, and is saved as it was then');
        if (now.sizeBytes === 0)
            return { ...now, bytes: Buffer.alloc(0) };
        return this.#store.readPart(key, { ...range, tag: now.tag }, signal);
    }
    async *#counted(content, shown) {
        for await (const bytes of content) {
            this.#counts.bytesRead += bytes.length;
            this.#counts.current = shown;
            this.#tell();
            yield bytes;
        }
    }
    #lose(folder, { key }, kind, why) {
        this.#problem(kind, key, why);
        this.#assembly.drop(folder);
    }
    #problem(kind, name, why) {
        // As a path: it is shown, and no more.
        this.#run.problems.add(kind, (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromText)(`${this.#bucket.location}/${name}`), why);
    }
    #tell() {
        this.#run.reporter.onProgress(this.#counts.progress('listing'));
    }
}
const LOST = { changed: 'changed', gone: 'vanished', refused: 'unreadable' };
function fileEntry(path, { sizeBytes, storedMs, tag }) {
    const times = timesOf({ storedMs });
    const own = {
        type: 'file',
        permissions: 0o600,
        sizeBytes: BigInt(sizeBytes),
        inode: inodeOf(tag),
    };
    return { ...folderEntry(path), ...own, ...times };
}
/** All folders are alike, and stay as they are. */
function folderEntry(path) {
    return {
        path,
        type: 'dir',
        permissions: 0o700,
        uid: 0,
        gid: 0,
        sizeBytes: 0n,
        blocks: 0n,
        mtimeNs: 0n,
        ctimeNs: 0n,
        device: 0n,
        inode: 0n,
        links: 1n,
        linkTarget: '',
        deviceNumber: 0n,
    };
}
function timesOf({ storedMs }) {
    const ns = BigInt(storedMs) * 1000000n;
    return { mtimeNs: ns, atimeNs: ns, ctimeNs: ns };
}
/** 64 bits of the tag's hash: an inode is compared like everything else of a node. */
function inodeOf(tag) {
    return tag === null ? 0n : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(tag).digest().readBigUInt64BE() >> 1n;
}


/***/ }),

/***/ 82729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ surveyHost)
/* harmony export */ });
/* harmony import */ var _files_accounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46742);
/* harmony import */ var _files_probe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1546);
/* harmony import */ var _files_read_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54989);



/** What must be known of the host before its application is held. */
async function surveyHost(host, reporter, signal) {
    const accounts = (0,_files_accounts_js__WEBPACK_IMPORTED_MODULE_0__/* .readAccounts */ .n)(host, signal);
    accounts.catch(() => { }); // met below; a host that can't be asked what it has says so first
    const probe = await (0,_files_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .probeHost */ .z)(host, signal);
    const hostClockNs = clockFrom(probe.clockNs);
    const reader = (0,_files_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .chooseReader */ .P)(host, probe);
    if (!(0,_files_read_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readsAttributes */ .dB)(reader))
        reporter.onWarning(NO_ATTRIBUTES);
    return { probe, hostClockNs, reader, accounts: await accounts };
}
const NO_ATTRIBUTES = "Extended attributes, access lists and capabilities are not saved: the host's tar doesn't give them. Install GNU tar " +
    'there, then back up once without a parent.';
/** A clock that said `atNs` a moment ago, carried on by our own. */
function clockFrom(atNs) {
    const heardMs = performance.now();
    return () => atNs + BigInt(Math.floor(performance.now() - heardMs)) * 1000000n;
}


/***/ }),

/***/ 88116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ TreeAssembly)
});

// EXTERNAL MODULE: ./build/amounts.js
var amounts = __webpack_require__(95209);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/files/paths.js
var paths = __webpack_require__(33684);
// EXTERNAL MODULE: ./build/repository/format/tree.js
var tree = __webpack_require__(52709);
// EXTERNAL MODULE: ./build/operations/task-group.js
var task_group = __webpack_require__(19296);
// EXTERNAL MODULE: ./build/operations/backup/content.js + 2 modules
var content = __webpack_require__(79663);
;// CONCATENATED MODULE: ./build/operations/backup/folder.js
/**
 * A folder whose tree is being put together. It is finished when the listing has left it (`closed`) and every entry
 * in it is known (`pending` 0); folders below count as pending until they are saved.
 */
class Folder {
    entry;
    name;
    above;
    /** The entries that are known, saved folders among them; but for those in `kept`. */
    nodes = [];
    /** The names of entries that are just as the first parent has them. */
    kept = new Set();
    /** The folders below that aren't saved yet. */
    below = new Set();
    previous;
    /** What is known to be in it. Null: its entries tell. */
    tree;
    /** Of the folder itself; null while they aren't known, or if they can't be had. */
    extendedAttributes = [];
    pending = 0;
    /** Of the files in it that are known. */
    blobCount = 0;
    closed = false;
    constructor(place) {
        this.entry = place.entry;
        this.name = place.name;
        this.above = place.above;
        this.previous = place.previous;
        this.tree = place.tree;
    }
    /** Nothing in it is known to be saved. */
    get isEmpty() {
        return this.tree === null && this.nodes.length === 0 && this.kept.size === 0;
    }
    get finished() {
        return this.closed && this.pending === 0;
    }
    /** Forgets all other entries: they aren't saved. */
    keepOnly(nodes) {
        this.nodes = nodes;
        this.kept.clear();
    }
    /** All entries that are known. */
    allNodes() {
        return [...this.nodes, ...this.previous.nodesNamed(this.kept)];
    }
    /** What is known at this moment of the folder and of all below it. */
    outline() {
        const { entry, name, tree, extendedAttributes } = this;
        const below = [...this.below].map((folder) => folder.outline());
        return { entry, name, tree, extendedAttributes, nodes: this.allNodes(), below };
    }
}

// EXTERNAL MODULE: ./build/operations/backup/node-of-entry.js
var node_of_entry = __webpack_require__(66989);
// EXTERNAL MODULE: ./build/repository/format/tree-text.js
var tree_text = __webpack_require__(22409);
;// CONCATENATED MODULE: ./build/operations/backup/previous-tree.js


/** So many entries of a tree are read one by one; who asks for more has it read as a whole. */
const MAX_READ_ALONE = 64;
/** A tree of a parent. Most folders don't change: its nodes are only read when somebody asks for them. */
class PreviousTree {
    parent;
    id;
    /** Where its folder stands. Null: it is the root's. */
    #place;
    /** Null: only its nodes tell what it holds. */
    text;
    /** Whether a snapshot has it, and not only this backup's first pass. */
    isOfSnapshot;
    #json;
    #nodes = null;
    #byName = null;
    #alone = new Map();
    constructor({ parent, id, place }, json, text) {
        this.parent = parent;
        this.id = id;
        this.#place = place;
        this.isOfSnapshot = parent.isFirstPass !== true;
        this.text = tree_text/* TreeText */.C.cut(json, text);
        this.#json = json;
        if (this.text === null)
            this.#nodes = this.nodes; // what is no tree is told at once
    }
    static async load(wanted, trees) {
        const json = await trees.loadBlob('tree', wanted.id);
        const text = json.toString('latin1');
        const tree = new PreviousTree(wanted, json, text);
        // A listing enters the folders below one after the other.
        trees.prefetchTrees(tree.text?.subtrees ?? (0,tree_text/* subtreesIn */.z)(text));
        return tree;
    }
    get nodes() {
        this.#nodes ??= (0,tree/* decodeTree */.fU)(this.#json).nodes;
        return this.#nodes;
    }
    get size() {
        return this.text?.size ?? this.nodes.length;
    }
    /** Whether a filesystem of its own was mounted there. */
    get isMountPoint() {
        const above = this.#place === null ? 0n : this.#place.above.#device;
        return above !== 0n && ![0n, above].includes(this.#device);
    }
    /** 0: nobody knows. */
    get #device() {
        if (this.#place === null)
            return this.parent.rootDevice ?? 0n;
        const { above, name } = this.#place;
        return above.text?.deviceOf(name) ?? above.byName.get(name)?.deviceId ?? 0n;
    }
    subtreeOf(name) {
        if (this.text !== null)
            return this.text.subtreeOf(name);
        const node = this.byName.get(name);
        return node?.type === 'dir' ? node.subtree : null;
    }
    /** The entry of that name: of a folder in which little changed, the others needn't be read for it. */
    nodeNamed(name) {
        if (this.text === null || this.#byName !== null || this.#alone.size >= MAX_READ_ALONE)
            return this.byName.get(name);
        const known = this.#alone.get(name);
        if (known !== undefined)
            return known;
        const json = this.text.jsonOf(name);
        if (json === null)
            return undefined;
        const [node] = (0,tree/* decodeTree */.fU)(Buffer.from(`{"nodes":[${json}]}`, 'latin1')).nodes;
        // Other fields are taken over as one and the same object: see `isSameNode`.
        if (node === undefined || node.otherFields !== null)
            return this.byName.get(name);
        this.#alone.set(name, node);
        return node;
    }
    get byName() {
        this.#byName ??= new Map(this.nodes.map((node) => [node.name, node]));
        return this.#byName;
    }
}

;// CONCATENATED MODULE: ./build/operations/backup/same-node.js
/** Whether two nodes say the same, so that a tree that holds one of them needn't be written for the other. */
function isSameNode(a, b) {
    return (a.name === b.name &&
        a.type === b.type &&
        a.mode === b.mode &&
        a.mtimeNs === b.mtimeNs &&
        a.atimeNs === b.atimeNs &&
        a.ctimeNs === b.ctimeNs &&
        a.uid === b.uid &&
        a.gid === b.gid &&
        a.user === b.user &&
        a.group === b.group &&
        a.inode === b.inode &&
        a.deviceId === b.deviceId &&
        a.sizeBytes === b.sizeBytes &&
        a.links === b.links &&
        a.linkTarget === b.linkTarget &&
        a.deviceNumber === b.deviceNumber &&
        a.subtree === b.subtree &&
        a.error === b.error &&
        // What is taken over from a parent is the parent's own object.
        a.otherFields === b.otherFields &&
        (a.content === b.content || hasSameElements(a.content, b.content)) &&
        hasSameAttributes(a.extendedAttributes, b.extendedAttributes));
}
function hasSameElements(a, b) {
    return a !== null && b !== null && a.length === b.length && a.every((element, i) => element === b[i]);
}
function hasSameAttributes(a, b) {
    return (a.length === b.length &&
        a.every(({ name, value }, i) => {
            const other = b[i];
            return name === other.name && Buffer.compare(value, other.value) === 0;
        }));
}

;// CONCATENATED MODULE: ./build/operations/backup/previous-folder.js



/**
 * What the parents have of one folder, in the order in which they are asked. A tree that several of them share is held
 * once, for the first of them.
 */
class PreviousFolder {
    #trees;
    constructor(trees) {
        this.#trees = trees;
    }
    /** The root. */
    static ofParents(parents, trees) {
        return PreviousFolder.#load(parents.map((parent) => ({ parent, id: parent.tree, place: null })), trees);
    }
    static async #load(wanted, trees) {
        const loaded = [];
        for (const one of wanted) {
            const { parent, id } = one;
            if (trees.lacksTree?.(id) === true)
                continue;
            const same = loaded.find((tree) => tree.id === id);
            if (same !== undefined) {
                same.isOfSnapshot ||= parent.isFirstPass !== true;
                continue;
            }
            loaded.push(await PreviousTree.load(one, trees));
        }
        return new PreviousFolder(loaded);
    }
    /** No snapshot has the folder. */
    get isNew() {
        return !this.#trees.some(({ isOfSnapshot }) => isOfSnapshot);
    }
    /** How many entries it had in the first of the snapshots in which it was a filesystem of its own; null: in none. */
    get entriesWhenMounted() {
        return this.#trees.find((tree) => tree.isOfSnapshot && tree.isMountPoint)?.size ?? null;
    }
    /** Whether a snapshot has the folder with just this tree. */
    has(tree) {
        return this.#trees.some(({ id, isOfSnapshot }) => isOfSnapshot && id === tree);
    }
    /** Whether the first parent has such a folder in this one. */
    hasBelow(name, tree) {
        return this.#trees[0]?.subtreeOf(name) === tree;
    }
    /** What a file that needn't be read is, compared with the snapshots: the first pass may have read it. */
    outcomeOf({ name, mtimeNs }, content) {
        if (this.#trees.every(({ isOfSnapshot }) => isOfSnapshot))
            return 'unmodified';
        const earlier = this.#trees.flatMap((tree) => (tree.isOfSnapshot ? (tree.nodeNamed(name) ?? []) : []));
        const files = earlier.filter(({ type }) => type === 'file');
        if (files.length === 0)
            return 'new';
        const isSame = (node) => node.mtimeNs === mtimeNs && node.content !== null && areEqual(node.content, content);
        return files.some(isSame) ? 'unmodified' : 'changed';
    }
    /** Whether no snapshot has a file of that name. */
    isNewFile(name) {
        return !this.#trees.some((tree) => tree.isOfSnapshot && tree.nodeNamed(name)?.type === 'file');
    }
    /** Whether the only parent has it as a file that was written since; false: look at what is found by its name. */
    hasOtherFile(node) {
        const [first, other] = this.#trees;
        return other === undefined && first?.isOfSnapshot === true && first.text?.hasOther(node) === true;
    }
    /** The tree of a parent that holds just `nodes`, in this order; null if none does. It needn't be written again. */
    treeOf(nodes) {
        const same = this.#trees.find((tree) => tree.nodes.length === nodes.length &&
            tree.nodes.every((node, i) => isSameNode(node, nodes[i])));
        return same?.id ?? null;
    }
    /** What the first parent has of an entry of which it says the same as `node`, whose content isn't known yet; or null. */
    findSame(node) {
        const [first] = this.#trees;
        const content = first?.text?.contentOf(node) ?? null;
        return first === undefined || content === null
            ? null
            : { content, extendedAttributes: [], listingStartedNs: first.parent.listingStartedNs };
    }
    /** The nodes of the first parent with these names, which it has. */
    nodesNamed(names) {
        const byName = names.size === 0 ? undefined : this.#trees[0]?.byName;
        return Array.from(names, (name) => {
            const node = byName?.get(name);
            if (node === undefined)
                throw lostKept();
            return node;
        });
    }
    /** The tree of the first parent, if it holds just its own nodes of these names, and `nodes`; else null. */
    treeKept(names, nodes) {
        const [first] = this.#trees;
        if (first === undefined || first.text?.size !== names.size + nodes.length)
            return null;
        const others = new Set(nodes.map(({ name }) => name));
        const areApart = others.size === nodes.length && others.isDisjointFrom(names);
        return areApart && nodes.every((node) => first.text?.has(node)) ? first.id : null;
    }
    /**
     * `nodes`, which rise by their names, with the entries `names` as the only parent's tree has them, unread, and so what of `nodes` it
     * has as well. Null where that tree may hold just these in other bytes, or there are several: then `treeOf` is to be asked, which
     * takes them all.
     */
    mergedWith(names, nodes) {
        const [first, other] = this.#trees;
        const text = first?.text ?? null;
        if (first === undefined || text === null || other !== undefined)
            return null;
        const isOther = (node) => {
            if (text.hasOther(node))
                return true;
            const known = first.nodeNamed(node.name);
            return known === undefined || !isSameNode(known, node);
        };
        const fresh = nodes.filter((node) => !text.has(node));
        if (!fresh.some(isOther))
            return null;
        const stored = new Set(names);
        for (const { name } of nodes)
            stored.add(name);
        for (const { name } of fresh)
            stored.delete(name);
        const merged = text.mergedWith(stored, fresh);
        if (merged === null)
            throw lostKept();
        return merged;
    }
    /** The entry of that name, by each parent that has one. */
    find(name) {
        return this.#trees.flatMap((tree) => {
            const node = tree.nodeNamed(name);
            return node === undefined ? [] : [{ node, listingStartedNs: tree.parent.listingStartedNs }];
        });
    }
    /** The folder of that name in this one. */
    below(name, trees) {
        const wanted = this.#trees.flatMap((tree) => {
            const id = tree.subtreeOf(name);
            return id === null ? [] : [{ parent: tree.parent, id, place: { above: tree, name } }];
        });
        return PreviousFolder.#load(wanted, trees);
    }
}
function lostKept() {
    return new errors/* HoldfastError */.E('internal', 'A folder has lost what a parent has of it.');
}
function areEqual(a, b) {
    return a.length === b.length && a.every((id, i) => id === b[i]);
}

;// CONCATENATED MODULE: ./build/operations/backup/tree-order.js


/**
 * `nodes` by rising name. A name renamed over while its folder was listed can come twice: the later stays.
 * @throws HoldfastError internal for one and the same folder twice: what is in it came in two pieces, of which one would be lost.
 */
function inOrder(nodes) {
    nodes.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    return nodes.filter((node, i) => {
        const next = nodes[i + 1];
        if (node.name !== next?.name)
            return true;
        // A folder that was made anew while the one above was listed is another one, and was listed whole.
        const isSame = node.type === 'dir' && next.type === 'dir' && node.inode === next.inode;
        if (!isSame)
            return false;
        throw new errors/* HoldfastError */.E('internal', `Cannot save the folder "${(0,bytestring.display)(node.name)}": what is in it came in two pieces, expected one after the other. ` +
            'Try again; where it says the same, report it.');
    });
}

;// CONCATENATED MODULE: ./build/operations/backup/tree-assembly.js











/**
 * Puts a snapshot's tree together from a listing that comes parents first with subtrees contiguous (as find gives
 * it), and saves every folder's tree as soon as all below it is known. So memory holds the folders on the way from
 * the root to where the listing is, and those that wait for contents; never the whole tree.
 */
class TreeAssembly {
    counts = { dirsNew: 0, dirsChanged: 0, dirsUnmodified: 0 };
    #trees;
    #names;
    #ancestors;
    #onSaved;
    #onLeftOut;
    #tasks = new task_group/* TaskGroup */.N();
    /** The folders that the listing is in, from the root down. */
    #open = [];
    #entered = [];
    /** Of the files in folders that aren't saved yet. */
    #blobCount = 0;
    #rootNodes = Promise.withResolvers();
    constructor({ trees, names, ancestors, onSaved, onLeftOut }) {
        this.#trees = trees;
        this.#names = names;
        this.#ancestors = ancestors;
        this.#onSaved = onSaved;
        this.#onLeftOut = onLeftOut;
        this.#rootNodes.promise.catch(() => { });
    }
    static async start(options) {
        const assembly = new TreeAssembly(options);
        const root = options.ancestors.get('/');
        if (root === undefined)
            throw new errors/* HoldfastError */.E('internal', 'The listing of the folders above lacks the root.');
        const previous = await PreviousFolder.ofParents(options.parents, options.trees);
        const folder = new Folder({ entry: root, name: '', above: null, previous, tree: null });
        folder.pending = 1; // held open until `rootNodes`
        assembly.#open.push(folder);
        return assembly;
    }
    /**
     * Opens a listed folder; what the listing gives next below it goes into it.
     * @param tree What is known to be in it: then nothing comes.
     */
    async enter(entry, tree = null) {
        if (entry.path === '/')
            return;
        const above = await this.folderOf(entry.path);
        const name = (0,paths/* baseName */.Fl)(entry.path);
        const previous = await above.previous.below(name, this.#trees);
        const folder = new Folder({ entry, name, above, previous, tree });
        above.pending++;
        above.below.add(folder);
        this.#open.push(folder);
        this.#entered.push(folder);
    }
    /** The folder that `path` stands in: leaves those that the listing is done with, enters ancestors of a source. */
    async folderOf(path) {
        this.#tasks.check();
        const wanted = (0,paths/* parentPath */.yl)(path);
        while (!isAtOrBelow(wanted, this.#current.entry.path))
            this.#leave();
        if (this.#current.entry.path !== wanted) {
            const ancestor = this.#ancestors.get(wanted);
            if (ancestor === undefined) {
                throw new errors/* HoldfastError */.E('source-changed', `Cannot list "${(0,bytestring.display)(path)}": it came before its folder, expected parents first. ` +
                    'Folders were moved while they were listed: try again.');
            }
            await this.enter(ancestor);
        }
        return this.#current;
    }
    /** As `folderOf`, where the listing is still in that folder; else null. Null for what stands in the root. */
    folderAtHand(path) {
        const current = this.#current;
        const above = current.entry.path;
        const isIn = path.startsWith(above) && path[above.length] === '/' && !path.includes('/', above.length + 1);
        if (!isIn)
            return null;
        this.#tasks.check();
        return current;
    }
    /** The folders opened since the last call, those above a source among them. */
    takeEntered() {
        const entered = this.#entered;
        if (entered.length > 0)
            this.#entered = [];
        return entered;
    }
    /** Whether `takeRoom` would say so. */
    hasRoom(blobCount) {
        return this.#blobCount + blobCount <= content/* MAX_BLOBS */.gM;
    }
    /**
     * To be asked for each file before it is kept or supplied, until its folder is saved. False: its tree could not be written, or all that
     * is held would be too much; then it is none of the snapshot.
     */
    takeRoom(folder, blobCount) {
        if (!this.hasRoom(blobCount))
            return false;
        this.#blobCount += blobCount;
        folder.blobCount += blobCount;
        return true;
    }
    /** An entry that is just as the first parent has it (`PreviousFolder.findSame`). */
    keep(folder, name) {
        folder.kept.add(name);
    }
    /** Says that one more entry of `folder` will come by `supply` or `drop`. */
    expect(folder) {
        folder.pending++;
    }
    /** The node of an expected entry. */
    supply(folder, node) {
        folder.nodes.push(node);
        this.drop(folder);
    }
    /** An expected entry that isn't saved after all. */
    drop(folder) {
        folder.pending--;
        this.#finishIfDone(folder);
    }
    /** Leaves every folder but the root. Contents may still be pending. */
    leaveAll() {
        while (this.#open.length > 1)
            this.#leave();
    }
    /** Ends the assembly: resolves with what the root holds when all that is below it is saved. To be called once. */
    async rootNodes() {
        this.leaveAll();
        const root = this.#current;
        root.closed = true;
        this.drop(root);
        await this.#tasks.settle();
        return this.#rootNodes.promise;
    }
    /** Ends the assembly with what is ours added to the root, and resolves with the root tree when everything is saved. */
    async finish(own) {
        return this.saveRoot(await this.rootNodes(), own);
    }
    /** Saves the root that `rootNodes` gave, with what is ours. */
    async saveRoot(nodes, own) {
        const all = inOrder([...nodes, ...own]);
        // What is ours tells what was left out: more of it would be too late.
        if (own.length > 0)
            return this.#saveTree(all);
        return this.#saveFirst(all, (fits) => this.#leaveOut(this.#current, all, fits));
    }
    /**
     * Saves a tree of what is known when this is called, with `own` in its root: entries that are still to come are
     * missing from it. The assembly goes on as if nothing had happened, also meanwhile.
     */
    async saveSoFar(own) {
        const outline = this.#open[0].outline();
        outline.nodes.push(await own);
        return this.#saveOutline(outline);
    }
    get #current() {
        return this.#open[this.#open.length - 1];
    }
    #leave() {
        const folder = this.#open.pop();
        folder.closed = true;
        this.#finishIfDone(folder);
    }
    #finishIfDone(folder) {
        if (folder.finished)
            this.#tasks.add(this.#save(folder));
    }
    async #save(folder) {
        if (folder.above === null) {
            this.#rootNodes.resolve(folder.allNodes());
            return;
        }
        const known = folder.tree ?? folder.previous.treeKept(folder.kept, folder.nodes);
        const id = known ?? (await this.#saveNodes(folder));
        this.#blobCount -= folder.blobCount;
        this.#count(folder, id);
        this.#onSaved?.(folder, id);
        folder.above.below.delete(folder);
        this.supply(folder.above, this.#nodeOf(folder, id));
    }
    async #saveNodes(folder) {
        const others = inOrder(folder.nodes).filter(({ name }) => !folder.kept.has(name));
        const merged = folder.previous.mergedWith(folder.kept, others);
        const saved = merged === null ? null : await this.#saveTree(merged).catch(unlessTooLarge);
        if (saved !== null)
            return saved;
        const nodes = inOrder(folder.allNodes());
        return (folder.previous.treeOf(nodes) ?? this.#saveFirst(nodes, (fits) => this.#leaveOut(folder, nodes, fits)));
    }
    /** As many of `nodes` as a tree can hold: whoever fills a folder must not end the backup of all others. */
    async #saveFirst(nodes, onCut) {
        try {
            return await this.#saveTree(nodes);
        }
        catch (error) {
            if (!(error instanceof tree/* TreeTooLarge */.UB))
                throw error;
            onCut(error.fits);
            return this.#saveTree(nodes.slice(0, error.fits));
        }
    }
    #leaveOut(folder, nodes, fits) {
        folder.keepOnly(nodes.slice(0, fits));
        this.#onLeftOut(folder.entry.path, `${(0,amounts.formatCount)(nodes.length - fits)} of its ${(0,amounts.formatCounted)(nodes.length, 'entry', 'entries')}, from ` +
            `"${(0,bytestring.display)(nodes[fits].name)}" on, are left out: a tree can't hold more. Exclude some of them, or spread them ` +
            'over subfolders');
    }
    async #saveOutline({ nodes, below, tree }) {
        if (tree !== null)
            return tree;
        const folders = below.map(async (folder) => this.#nodeOf(folder, await this.#saveOutline(folder)));
        const all = [...nodes, ...(await Promise.all(folders))];
        return this.#saveFirst(inOrder(all), () => { });
    }
    async #saveTree(nodes) {
        await this.#trees.room();
        return (await this.#trees.saveTree({ nodes })).id;
    }
    #nodeOf(folder, subtree) {
        const node = (0,node_of_entry/* nodeOfEntry */.Sq)(folder.entry, folder.name, this.#names);
        return { ...(0,node_of_entry/* withAttributes */.EZ)(node, folder.extendedAttributes), subtree };
    }
    #count(folder, tree) {
        if (folder.previous.isNew)
            this.counts.dirsNew++;
        else if (folder.previous.has(tree))
            this.counts.dirsUnmodified++;
        else
            this.counts.dirsChanged++;
    }
}
function unlessTooLarge(error) {
    if (error instanceof tree/* TreeTooLarge */.UB)
        return null;
    throw error;
}
function isAtOrBelow(path, folder) {
    return folder === '/' || path === folder || path.startsWith(`${folder}/`);
}


/***/ }),

/***/ 72129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ OwnPlace)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);


/**
 * Tells of a repository, or a store of archives, that lies in what is saved: each backup then saves all that those before have stored,
 * which is sealed and so has nothing in common with anything.
 */
class OwnPlace {
    #shown;
    #device;
    #inode;
    #isTold = false;
    constructor(shown, device, inode) {
        this.#shown = shown;
        this.#device = device;
        this.#inode = inode;
    }
    /**
     * @param folder Of this machine; undefined: it lies elsewhere.
     * @param what `repository`, or what else it is.
     * @returns Null where it lies elsewhere than the files, as far as that is known.
     */
    static async find(host, folder, what) {
        if (folder === undefined || host.sharesFiles !== true)
            return null;
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(folder, { bigint: true }).catch(() => null);
        return found === null ? null : new OwnPlace(`${what} "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(folder)}"`, found.dev, found.ino);
    }
    /** Once, when it is seen. */
    tell({ entries }, reporter) {
        if (this.#isTold)
            return;
        if (!entries.some(({ device, inode }) => inode === this.#inode && device === this.#device))
            return;
        this.#isTold = true;
        reporter.onWarning(`The ${this.#shown} lies in what is saved: each backup stores all of those before once more. Leave it out by --exclude (the ` +
            'input "exclude"), and keep one elsewhere, too: it is lost with the disk that it lies on.');
    }
}


/***/ })

};
