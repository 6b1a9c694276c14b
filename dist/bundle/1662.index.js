export const id = 1662;
export const ids = [1662];
export const modules = {

/***/ 31662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ bucketLines),
/* harmony export */   restoreBucketOf: () => (/* binding */ restoreBucketOf)
/* harmony export */ });
/* harmony import */ var _buckets_bucket_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77380);
/* harmony import */ var _operations_restore_outcome_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(488);
/* harmony import */ var _operations_restore_record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35139);
/* harmony import */ var _progress_amounts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17699);
/* harmony import */ var _restore_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19168);
/* harmony import */ var _restore_recorder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65330);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69261);







/** Puts the objects of a bucket of the snapshot that `spec` names back into one, and tells what became of it. */
async function restoreBucketOf(task, spec) {
    const [{ restoreBucket }, { resolveSnapshot }] = await Promise.all([
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 61595)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 75207)),
    ]);
    const { flags, terminal, reporter } = task;
    const request = await (0,_restore_options_js__WEBPACK_IMPORTED_MODULE_0__.readSourceRequest)(task, spec);
    const open = (url) => (0,_buckets_bucket_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBucket */ .W)(url, '--into', terminal.env);
    const given = flags.into === undefined ? null : open(flags.into);
    const result = await (0,_session_js__WEBPACK_IMPORTED_MODULE_2__.withRepository)(task, 'none', async ({ repository, signal }) => {
        const snapshot = await resolveSnapshot(repository, request.snapshot, request.filter, signal);
        const options = {
            snapshot,
            name: flags.bucket === true ? null : (flags.bucket ?? null),
            into: ({ location }) => given ?? open(location),
            replace: flags.replaceObjects ?? false,
            dryRun: flags.dryRun ?? false,
            noLock: !flags.lock || flags.asOf !== undefined,
            retryLockMs: (0,_session_js__WEBPACK_IMPORTED_MODULE_2__.retryLockMs)(flags),
        };
        const about = { source: repository, snapshot, what: 'bucket' };
        const recorder = await (0,_restore_recorder_js__WEBPACK_IMPORTED_MODULE_3__.restoreRecorder)(task, given?.location ?? _operations_restore_record_js__WEBPACK_IMPORTED_MODULE_4__.ORIGINAL_BUCKET);
        const restore = () => restoreBucket(repository, options, reporter, signal);
        return (0,_operations_restore_record_js__WEBPACK_IMPORTED_MODULE_4__.recorded)(recorder, about, restore, (one) => (0,_operations_restore_outcome_js__WEBPACK_IMPORTED_MODULE_5__.bucketsOutcome)([one]));
    });
    await show(task.output, result);
}
async function show(output, result) {
    const { record, written, snapshotId, into, durationMs } = result;
    await output.json({
        message_type: 'summary',
        snapshot_id: snapshotId,
        bucket: record.name,
        into,
        ...(written === null ? { dry_run: true } : { objects_unchanged: written.unchanged }),
        ...(written === null ? {} : { objects_replaced: written.replaced, objects_others: written.others }),
        total_objects: record.objects,
        total_bytes: record.size_bytes,
        seconds_elapsed: durationMs / 1000,
    });
    const counts = `${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCounted)(record.objects, 'object')}, ${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatBytes)(record.size_bytes)}`;
    await output.line(`Snapshot ${snapshotId.slice(0, 8)}: bucket ${record.name}, ${counts}.`);
    for (const line of bucketLines(result))
        await output.line(line);
    if (written === null)
        await output.line('Dry run: nothing was written.');
    else
        await output.line(`restored to ${into} in ${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatDuration)(durationMs)}`);
}
/** What else there is to say of it. */
function* bucketLines({ written }) {
    if (written === null)
        return;
    const { unchanged, replaced, others } = written;
    yield `Each was proved: ${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCounted)(unchanged, 'object')} there already, ${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCounted)(replaced, 'object')} replaced.`;
    if (others > 0)
        yield `${(0,_progress_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCounted)(others, 'object')} there that the snapshot doesn't have: left as they are.`;
}


/***/ }),

/***/ 65330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreRecorder: () => (/* binding */ restoreRecorder)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _hosts_address_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88772);
/* harmony import */ var _evidence_place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93758);



/**
 * How this restore's record is kept.
 * @param to Where it goes. Default: the host.
 * @returns null for a dry run, with --no-evidence, and for what isn't of now.
 */
async function restoreRecorder(task, to = hostOf(task.flags)) {
    const { evidence, signingKey: file, dryRun, asOf } = task.flags;
    const key = await (0,_evidence_place_js__WEBPACK_IMPORTED_MODULE_1__.signingKey)(task, file);
    // Beside what is read as it was at a time nothing can be written.
    if (dryRun || evidence === false || asOf !== undefined)
        return null;
    return {
        place: await (0,_evidence_place_js__WEBPACK_IMPORTED_MODULE_1__.evidencePlace)(task, typeof evidence === 'string' ? evidence : null),
        key,
        who: { machine: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)() },
        to,
        signal: task.signal,
        onWarning: (message) => task.reporter.onWarning(message),
    };
}
function hostOf({ on, container }) {
    return container === undefined ? (0,_hosts_address_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutPassword */ .G5)(on) : `${container} on ${(0,_hosts_address_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutPassword */ .G5)(on)}`;
}


/***/ }),

/***/ 61595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bucketRecordsOf: () => (/* binding */ bucketRecordsOf),
  restoreBucket: () => (/* binding */ restoreBucket)
});

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/repository/find-node.js
var find_node = __webpack_require__(2111);
// EXTERNAL MODULE: ./build/repository/tags.js
var tags = __webpack_require__(47508);
// EXTERNAL MODULE: ./build/operations/backup/bucket-record.js
var bucket_record = __webpack_require__(59042);
// EXTERNAL MODULE: ./build/operations/backup/manifest.js
var manifest = __webpack_require__(27273);
// EXTERNAL MODULE: ./build/operations/backup/own-tree.js
var own_tree = __webpack_require__(68071);
// EXTERNAL MODULE: ./build/operations/progress.js
var progress = __webpack_require__(72120);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/buckets/object-path.js
var object_path = __webpack_require__(15229);
// EXTERNAL MODULE: ./build/operations/backup/object-content.js
var object_content = __webpack_require__(48743);
// EXTERNAL MODULE: ./build/operations/task-group.js
var task_group = __webpack_require__(19296);
;// CONCATENATED MODULE: ./build/operations/restore/object-writer.js







/** Objects that are written at once, each of at most one part in memory. */
const WRITES_AT_ONCE = 4;
/** What is larger is sent in parts, one object at a time; S3 takes 10,000 of them: of 5 TiB, which is its most, each has 525 MiB. */
const WHOLE_BYTES = 16 * 1024 * 1024;
const MAX_PARTS = 10_000;
/** Writes a snapshot's objects into a bucket, and proves each. */
class ObjectWriter {
    #run;
    #tasks = new task_group/* TaskGroup */.N();
    #writing = new Set();
    #there = 0;
    #mayReplace = false;
    #objects = 0;
    #bytes = 0;
    #unchanged = 0;
    #replaced = 0;
    constructor(run) {
        this.#run = run;
    }
    /** @throws HoldfastError restore-blocked where replacing would lose what is there. */
    async prepare({ replace }) {
        const { store, signal } = this.#run;
        for await (const page of store.list(signal))
            this.#there += page.length;
        if (!replace || this.#there === 0)
            return;
        if (await store.keepsVersions(signal))
            this.#mayReplace = true;
        else
            throw new errors/* HoldfastError */.E('restore-blocked', `Cannot replace objects in "${store.location}": the bucket keeps no versions, expected it to keep what is replaced. Enable versioning, or ` +
                'restore into an empty prefix.');
    }
    /** A large one goes alone: its parts are as large as their number demands. */
    async take(placed) {
        const isLarge = placed.node.sizeBytes > BigInt(WHOLE_BYTES);
        const room = isLarge ? 0 : WRITES_AT_ONCE - 1;
        while (this.#writing.size > room)
            await Promise.race(this.#writing);
        this.#tasks.check();
        if (isLarge)
            return this.#put(placed);
        const writing = this.#put(placed).finally(() => this.#writing.delete(writing));
        this.#writing.add(writing);
        writing.catch(() => { }); // met by the tasks
        this.#tasks.add(writing);
    }
    /** @throws The first failure; HoldfastError restore-mismatch where there were fewer than the manifest says. */
    async finish() {
        await this.#tasks.settle();
        const { record, store } = this.#run;
        if (this.#objects !== record.objects) {
            throw new errors/* HoldfastError */.E('restore-mismatch', `Cannot count the bucket ${record.name} as restored to "${store.location}": the snapshot holds ${this.#objects} objects of it, expected ${record.objects}. ` +
                'Run `holdfast check --read-data`.');
        }
        const others = this.#there - this.#unchanged - this.#replaced;
        return {
            objects: this.#objects,
            bytes: this.#bytes,
            unchanged: this.#unchanged,
            replaced: this.#replaced,
            others,
        };
    }
    async #put({ path, node }) {
        const key = (0,object_path/* keyOfPath */.yt)(path);
        const shown = (0,bytestring.displayText)(key);
        const blobs = node.content ?? [];
        const sizeBytes = Number(node.sizeBytes);
        const object = { blobs, sizeBytes, shown, ...(0,object_content/* headersIn */.WD)(node.extendedAttributes, shown) };
        const isThere = this.#there > 0 && (await this.#meet(key, object));
        if (isThere !== 'same')
            await this.#write(key, object, isThere === 'other');
        this.#objects++;
        this.#bytes += sizeBytes;
        const done = { filesDone: this.#objects, bytesDone: this.#bytes, current: shown };
        const { objects: filesTotal, size_bytes: bytesTotal } = this.#run.record;
        this.#run.reporter.onProgress({ ...progress/* IDLE */.n, ...done, filesTotal, bytesTotal, phase: 'restoring' });
    }
    /** @throws HoldfastError restore-blocked for another object in its place. */
    async #meet(key, object) {
        const { store, signal } = this.#run;
        const there = await store.find(key, signal);
        if (there === null)
            return false;
        const difference = await this.#differenceTo(there, key, object);
        if (difference === null) {
            this.#unchanged++;
            return 'same';
        }
        if (this.#mayReplace) {
            this.#replaced++;
            return 'other';
        }
        throw this.#inTheWay(object, `${difference} is there`);
    }
    /** In which it isn't as it was saved; null: it is. */
    async #differenceTo(there, key, object) {
        const isSame = there.sizeBytes === object.sizeBytes && (await this.#isStored(key, object));
        if (!isSame)
            return `another of ${there.sizeBytes} bytes`;
        const headers = (0,object_content/* differingHeaders */.Fp)(there, object);
        return headers.length === 0
            ? null
            : `one of the same bytes with another ${(0,bytestring.displayText)(headers.join(', '))}`;
    }
    async #write(key, object, isReplacing) {
        const { store } = this.#run;
        try {
            if (await this.#send(key, object, { ifAbsent: !isReplacing }))
                return;
        }
        catch (error) {
            // The name is taken: perhaps by a try of ours whose answer was lost.
            if (store.faultIn(error) !== 'changed')
                throw error;
            const there = await store.find(key, this.#run.signal);
            if (there !== null && (await this.#differenceTo(there, key, object)) === null)
                return;
            throw this.#inTheWay(object, 'another came meanwhile');
        }
        if (await this.#isStored(key, object))
            return;
        throw new errors/* HoldfastError */.E('restore-mismatch', `Cannot count the object "${object.shown}" in "${store.location}" as restored: what is read of it is other than was written, expected the same bytes. ` +
            'Look at the storage, then restore again.');
    }
    /** True: the storage has summed up what it received, and its tag is that sum. */
    async #send(key, object, terms) {
        const { store, signal } = this.#run;
        const { headers, metadata } = object;
        if (object.sizeBytes > WHOLE_BYTES) {
            await store.putParts(key, { parts: this.#partsOf(object), headers, metadata }, terms, signal);
            return false;
        }
        const bytes = Buffer.concat(await collect(this.#contentOf(object)), object.sizeBytes);
        const tag = await store.put(key, { bytes, headers, metadata }, terms, signal);
        return tag === `"${(0,external_node_crypto_.createHash)('md5').update(bytes).digest('hex')}"`;
    }
    #inTheWay({ shown }, what) {
        return new errors/* HoldfastError */.E('restore-blocked', `Cannot write the object "${shown}" in "${this.#run.store.location}": ${what}, expected none, or the one that was saved. ` +
            'Restore into an empty prefix; or replace it, in a bucket that keeps versions.');
    }
    /** Reads it again, and compares. */
    async #isStored(key, object) {
        const { store, signal } = this.#run;
        const saved = (0,external_node_crypto_.createHash)('sha256');
        for await (const bytes of this.#contentOf(object))
            saved.update(bytes);
        const stored = (0,external_node_crypto_.createHash)('sha256');
        let tag = null;
        for (let offset = 0; offset < object.sizeBytes;) {
            const part = await store.readPart(key, { offset, lengthBytes: object_content/* PART_BYTES */._E, tag }, signal);
            if (part.sizeBytes !== object.sizeBytes)
                return false;
            tag = part.tag;
            offset += part.bytes.length;
            stored.update(part.bytes);
        }
        return saved.digest('hex') === stored.digest('hex');
    }
    async *#contentOf({ blobs, sizeBytes, shown }) {
        const { repository, signal } = this.#run;
        let done = 0;
        for await (const bytes of repository.loadBlobs('data', blobs, signal)) {
            done += bytes.length;
            if (done > sizeBytes)
                break;
            yield bytes;
        }
        if (done === sizeBytes)
            return;
        throw new errors/* HoldfastError */.E('repository-damaged', `Cannot restore the object "${shown}": its blobs don't add up to its ${sizeBytes} bytes. Run \`holdfast check --read-data\`.`);
    }
    async *#partsOf(object) {
        const partBytes = Math.max(WHOLE_BYTES, Math.ceil(object.sizeBytes / MAX_PARTS));
        let room = Buffer.allocUnsafeSlow(partBytes);
        let filled = 0;
        for await (const piece of this.#contentOf(object)) {
            for (let at = 0; at < piece.length;) {
                const length = Math.min(piece.length - at, partBytes - filled);
                room.set(piece.subarray(at, at + length), filled);
                filled += length;
                at += length;
                if (filled < partBytes)
                    continue;
                yield room;
                room = Buffer.allocUnsafeSlow(partBytes);
                filled = 0;
            }
        }
        if (filled > 0)
            yield room.subarray(0, filled);
    }
}
async function collect(pieces) {
    const all = [];
    for await (const piece of pieces)
        all.push(piece);
    return all;
}

// EXTERNAL MODULE: ./build/operations/take-lock.js
var take_lock = __webpack_require__(18270);
// EXTERNAL MODULE: ./build/operations/walk-tree.js
var walk_tree = __webpack_require__(82187);
;// CONCATENATED MODULE: ./build/operations/restore-bucket.js











/**
 * Puts the objects of a bucket that a snapshot holds back into one, and proves each: by the tag that the storage gives it, or by
 * reading it again. Nothing is removed, and nothing that is another is replaced unless the bucket keeps it. It can be done again: what
 * is there as it was saved stays.
 *
 * @throws HoldfastError bad-input for a bucket that isn't there; restore-blocked for an object that is in the way: what was written
 *   before stays, and is found by the next try; restore-mismatch,
 *   repository-damaged, locked, lock-lost, cancelled, and what the storage throws.
 */
async function restoreBucket(repository, options, reporter, signal) {
    const startedMs = performance.now();
    const { snapshot, dryRun, noLock } = options;
    const lock = noLock || dryRun ? null : await (0,take_lock/* lockShared */.h)(repository, { ...options, onlyReads: true }, reporter, signal);
    try {
        const guarded = lock === null ? signal : AbortSignal.any([signal, lock.lost]);
        reporter.onProgress({ ...progress/* IDLE */.n, phase: 'loading-index' });
        await repository.loadIndex(guarded);
        const { record, tree } = await chooseBucket(repository, options, guarded);
        const bucket = options.into(record);
        const end = { snapshotId: snapshot.id, record, into: bucket.location };
        if (dryRun)
            return { ...end, written: null, durationMs: since(startedMs) };
        const store = await bucket.open((message) => reporter.onInfo(message));
        // What is under way when one of them has failed.
        const ending = new AbortController();
        const until = AbortSignal.any([guarded, ending.signal]);
        try {
            const writer = new ObjectWriter({ repository, store, record, reporter, signal: until });
            await writer.prepare(options);
            for await (const placed of (0,walk_tree/* walkTree */.I)(repository, tree, { signal: until }))
                if (placed.node.type === 'file')
                    await writer.take(placed);
            return { ...end, written: await writer.finish(), durationMs: since(startedMs) };
        }
        finally {
            ending.abort();
            store.close();
        }
    }
    finally {
        await lock?.release();
    }
}
/** What a snapshot says of its buckets; none in one that has no manifest of ours. @throws HoldfastError repository-damaged. */
async function bucketRecordsOf(repository, snapshot, signal) {
    const target = (0,tags/* targetOf */.$r)(snapshot.snapshot);
    const json = target === null ? null : await (0,manifest/* loadManifest */.eY)(repository, snapshot, target, signal);
    return json === null ? [] : (0,bucket_record/* parseBucketRecords */.K)(json);
}
async function chooseBucket(repository, { snapshot, name }, signal) {
    const records = await bucketRecordsOf(repository, snapshot, signal);
    const record = name === null && records.length === 1 ? records[0] : records.find((one) => one.name === name);
    const shown = snapshot.id.slice(0, 8);
    if (record === undefined) {
        const names = records.map((one) => one.name).join(', ');
        throw new errors/* HoldfastError */.E('bad-input', `Cannot restore ${name === null ? 'a bucket' : `the bucket ${JSON.stringify(name)}`} of snapshot ${shown}: ` +
            (records.length === 0 ? 'it holds none. Choose another snapshot.' : `expected one of ${names}.`));
    }
    const path = `${(0,own_tree/* bucketsPath */.$c)((0,tags/* targetOf */.$r)(snapshot.snapshot) ?? '')}/${record.name}`;
    const node = await (0,find_node/* findNode */.c)(repository, snapshot.snapshot.tree, (0,bytestring.fromText)(path), signal);
    if (node?.subtree != null)
        return { record, tree: node.subtree };
    throw new errors/* HoldfastError */.E('repository-damaged', `Cannot restore the bucket ${record.name} of snapshot ${shown}: its folder isn't in it, expected what the manifest says. Run \`holdfast check\`.`);
}
function since(startedMs) {
    return Math.round(performance.now() - startedMs);
}


/***/ }),

/***/ 488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applicationOutcome: () => (/* binding */ applicationOutcome),
/* harmony export */   bucketsOutcome: () => (/* binding */ bucketsOutcome),
/* harmony export */   databasesOutcome: () => (/* binding */ databasesOutcome),
/* harmony export */   filesOutcome: () => (/* binding */ filesOutcome)
/* harmony export */ });
/** @param isVerified Whether each part was read again before it was swapped in. */
function filesOutcome(parts, isVerified) {
    const done = parts.flatMap(({ files, bytes, target, undoFolders }) => [
        `${files} files, ${bytes} bytes to ${target}`,
        ...undoFolders.map((folder) => `what was there is in ${folder}`),
    ]);
    return { done, verified: isVerified };
}
function databasesOutcome(results) {
    const done = results.flatMap(({ record, restored }) => {
        if (restored === null)
            return [];
        const { database, movedAside, verified } = restored;
        const compared = verified === null
            ? 'not compared'
            : `${verified.tables} tables, ${verified.rows} rows as they were dumped`;
        return [
            `dump ${record.name}${database === null ? '' : ` to ${database}`}: ${compared}`,
            ...(movedAside === null ? [] : [`what was there is called ${movedAside}`]),
        ];
    });
    return { done, verified: results.every(({ restored }) => restored?.verified != null) };
}
/** Each object is proved when it is written. */
function bucketsOutcome(results) {
    const done = results.flatMap(({ record, into, written }) => {
        if (written === null)
            return [];
        const { objects, bytes, unchanged, replaced } = written;
        return [
            `bucket ${record.name} to ${into}: ${objects} objects, ${bytes} bytes; ${unchanged} there already, ${replaced} replaced`,
        ];
    });
    return { done, verified: results.every(({ written }) => written !== null) };
}
/** @param isVerified As of filesOutcome. */
function applicationOutcome(result, isVerified) {
    const parts = [
        filesOutcome(result.files, isVerified),
        databasesOutcome(result.databases),
        bucketsOutcome(result.buckets),
    ];
    const title = `${result.record.profile}, ${result.steps.length} steps`;
    return {
        done: [title, ...parts.flatMap(({ done }) => done)],
        verified: parts.every(({ verified }) => verified),
    };
}


/***/ }),

/***/ 35139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ORIGINAL_BUCKET: () => (/* binding */ ORIGINAL_BUCKET),
/* harmony export */   recorded: () => (/* binding */ recorded)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _drills_drill_id_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6770);
/* harmony import */ var _drills_in_toto_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(52873);
/* harmony import */ var _drills_restore_statement_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63649);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53272);
/* harmony import */ var _repository_open_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87352);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(47508);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(58508);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5202);










/** Where objects go for which nobody names a bucket: which one it was is in what was done. */
const ORIGINAL_BUCKET = 'the bucket that was saved';
/** A restore that was cancelled leaves its record within this. */
const LATE_MS = 3000;
/**
 * Restores, and leaves a record of it beside the repository, whatever came of it. That no record can be kept is told, and keeps
 * nobody from what was restored: a credential that only reads is the right one for a restore.
 * @param recorder Null: none is wanted (a dry run).
 */
async function recorded(recorder, about, restore, outcomeOf) {
    const { source } = about;
    if (recorder === null || !(source instanceof _repository_open_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .OpenRepository */ .l))
        return restore();
    const startedMs = Date.now();
    const keep = (end) => keepRecord(recorder, source, predicateOf(recorder, source, { about, startedMs, end }), about.snapshot);
    let result;
    try {
        result = await restore();
    }
    catch (error) {
        const reasons = [(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asHoldfastError */ .C)(error)?.message ?? (0,_failure_text_js__WEBPACK_IMPORTED_MODULE_3__/* .failureText */ .k)(error))];
        await keep({ result: 'failed', reasons, done: [], verified: false });
        throw error;
    }
    await keep({ result: 'restored', reasons: [], ...(0,_drills_restore_statement_js__WEBPACK_IMPORTED_MODULE_4__/* .readyToShow */ .S)(outcomeOf(result)) });
    return result;
}
function predicateOf({ who, to }, repository, { about: { snapshot: stored, what }, startedMs, end, }) {
    const { id, snapshot } = stored;
    const takenMs = Number(snapshot.timeNs / 1000000n);
    return {
        restore_id: (0,_drills_drill_id_js__WEBPACK_IMPORTED_MODULE_5__/* .newDrillId */ .p)(startedMs),
        ...end,
        program_version: _version_js__WEBPACK_IMPORTED_MODULE_6__/* .PROGRAM_VERSION */ .c,
        started: new Date(startedMs).toISOString(),
        finished: new Date().toISOString(),
        who,
        repository_id: repository.id,
        snapshot: {
            id,
            tree: snapshot.tree,
            time: new Date(takenMs).toISOString(),
            hostname: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(snapshot.hostname),
            target: (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_7__/* .targetOf */ .$r)(snapshot),
            age_ms: startedMs - takenMs,
        },
        what,
        to: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(to),
        sheet_sha256: null,
    };
}
async function keepRecord({ place, key, signal, onWarning }, repository, predicate, { id, snapshot }) {
    const subject = (0,_drills_in_toto_js__WEBPACK_IMPORTED_MODULE_8__/* .subjectsOf */ .Z6)({ id, tree: snapshot.tree, manifestSha256: null });
    const statement = {
        _type: _drills_in_toto_js__WEBPACK_IMPORTED_MODULE_8__/* .STATEMENT_TYPE */ .zG,
        subject,
        predicateType: _drills_restore_statement_js__WEBPACK_IMPORTED_MODULE_4__/* .RESTORE_PREDICATE_TYPE */ .c,
        predicate,
    };
    const envelope = (0,_evidence_js__WEBPACK_IMPORTED_MODULE_9__.evidenceEnvelope)(statement, key);
    const until = signal.aborted ? AbortSignal.timeout(LATE_MS) : signal;
    await (0,_evidence_js__WEBPACK_IMPORTED_MODULE_9__.keepEvidence)(place, repository, { envelope, sheet: null }, until).catch((error) => {
        const why = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asHoldfastError */ .C)(error)?.message ?? (0,_failure_text_js__WEBPACK_IMPORTED_MODULE_3__/* .failureText */ .k)(error);
        onWarning(`No record of this restore is kept: ${why} Say --no-evidence, or \`no-evidence\`, if none is wanted.`);
    });
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


/***/ })

};
