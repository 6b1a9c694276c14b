export const id = 5408;
export const ids = [5408];
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

/***/ 30423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E8: () => (/* binding */ addDump),
/* harmony export */   cG: () => (/* binding */ pieceName)
/* harmony export */ });
/* unused harmony export DUMP_ENTRY_BYTES */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _entry_header_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82734);




/** A member's size stands before its content, and nobody knows a dump's: so much of it is held until it is written. */
const DUMP_ENTRY_BYTES = 64 * 1024 * 1024;
/** By their names the shell's `*` puts them in order: 64 TiB of dump. */
const NUMBER_DIGITS = 6;
/**
 * Writes a dump as members `<path>.000000`, `<path>.000001` and so on, all of `entryBytes` but the last: `cat <path>.*`
 * gives it back. An empty one has one empty member. Memory: one entry.
 *
 * @param dump.path In the archive: no leading slash.
 * @throws What `content` throws. The archive is of no use then.
 */
async function addDump(writer, dump, content) {
    const { entryBytes = DUMP_ENTRY_BYTES } = dump;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let bytes = 0;
    let entries = 0;
    let parts = [];
    let gathered = 0;
    const write = async () => {
        if (entries >= 10 ** NUMBER_DIGITS)
            throw tooLong(dump.path);
        const path = pieceName(dump.path, entries);
        await writer.add((0,_entry_header_js__WEBPACK_IMPORTED_MODULE_1__/* .ownHeader */ .sG)(path, 'file', gathered, dump.timeNs), parts);
        entries++;
        parts = [];
        gathered = 0;
    };
    for await (const part of content) {
        hash.update(part);
        bytes += part.length;
        for (let at = 0; at < part.length;) {
            if (gathered === entryBytes)
                await write();
            const length = Math.min(part.length - at, entryBytes - gathered);
            parts.push(Buffer.from(part.subarray(at, at + length)));
            gathered += length;
            at += length;
        }
    }
    if (gathered > 0 || entries === 0)
        await write();
    return { path: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(dump.path), bytes, sha256: hash.digest('hex'), entries };
}
/** What the member number `piece` of a dump is called, from 0. */
function pieceName(path, piece) {
    return `${path}.${String(piece).padStart(NUMBER_DIGITS, '0')}`;
}
function tooLong(path) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', `Cannot put the dump "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(path)}" into an archive: it has more than ${10 ** NUMBER_DIGITS} entries of 64 MiB. Dump it in parts.`);
}


/***/ }),

/***/ 82734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ linkHeader),
/* harmony export */   Io: () => (/* binding */ entryHeader),
/* harmony export */   sG: () => (/* binding */ ownHeader)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _restore_tar_header_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5003);


const NONE = '';
const NOTHING_READ = { sizeBytes: 0n, segments: null, extendedAttributes: [], readAs: null };
/** The member that holds `entry` at its own path without the leading slash: metadata as listed, contents as read. */
function entryHeader(entry, accounts, read = NOTHING_READ) {
    const isDevice = entry.type === 'dev' || entry.type === 'chardev';
    // Who led tar elsewhere must not come to own what was read there: such a file has no name's owner either.
    const { uid, gid, permissions } = read.readAs ?? entry;
    const isAsListed = read.readAs === null;
    return {
        path: entry.path.slice(1),
        type: entry.type,
        linkTarget: entry.type === 'symlink' ? entry.linkTarget : NONE,
        permissions,
        uid,
        gid,
        user: isAsListed ? (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(accounts.users.get(uid) ?? '') : NONE,
        group: isAsListed ? (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(accounts.groups.get(gid) ?? '') : NONE,
        mtimeNs: entry.mtimeNs,
        sizeBytes: entry.type === 'file' ? read.sizeBytes : 0n,
        deviceMajor: isDevice ? (0,_restore_tar_header_js__WEBPACK_IMPORTED_MODULE_1__/* .majorOf */ .Ds)(entry.deviceNumber) : 0,
        deviceMinor: isDevice ? (0,_restore_tar_header_js__WEBPACK_IMPORTED_MODULE_1__/* .minorOf */ .Hs)(entry.deviceNumber) : 0,
        extendedAttributes: read.extendedAttributes,
        segments: entry.type === 'file' ? read.segments : null,
    };
}
/** Another name of the file in the member of `header`. */
function linkHeader(path, header) {
    return {
        ...header,
        path: path.slice(1),
        type: 'hardlink',
        linkTarget: header.path,
        sizeBytes: 0n,
        segments: null,
        extendedAttributes: [],
    };
}
/** What Holdfast adds: root's, for root alone. */
function ownHeader(path, type, sizeBytes, timeNs) {
    return {
        path,
        type,
        linkTarget: NONE,
        permissions: type === 'dir' ? 0o700 : 0o600,
        uid: 0,
        gid: 0,
        user: 'root',
        group: 'root',
        mtimeNs: timeNs,
        sizeBytes: BigInt(sizeBytes),
        deviceMajor: 0,
        deviceMinor: 0,
        extendedAttributes: [],
        segments: null,
    };
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
/* harmony import */ var _quiesce_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92225);
/* harmony import */ var _quiesce_nodes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76523);






/**
 * How long the after commands may go on once the run is cancelled. A runner kills us 10 s after it said so; children
 * must be stopped before and locks removed after.
 */
const AFTER_WHEN_CANCELLED_MS = 5000;
/**
 * Runs the before commands, `work`, and then in every case the after commands, also when a before command failed
 * half-way or the run is cancelled.
 *
 * @throws What `work` or a before command threw; if the after commands failed too, their failure, with the first
 *   one as its cause: an application that stays down is the worse of the two.
 */
async function holdApplication(run, work) {
    const { host, options, reporter, signal } = run;
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
    const { quiesce: options = null, application, target = _repository_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_TARGET */ .Kv, dryRun } = run.options;
    if (dryRun)
        return { result: await work(run.signal), stoppedMs: null, startFailure: null };
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

/***/ 52044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ parseApplicationRecord)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/**
 * What a manifest says of its application; null where it was made without a profile.
 * @throws HoldfastError repository-damaged.
 */
function parseApplicationRecord(json) {
    const { application } = parsed(json);
    if (application === null || application === undefined)
        return null;
    const { profile, version, settings, facts, running } = application;
    const isRecord = [settings, facts].every((one) => typeof one === 'object' && one !== null && !Array.isArray(one));
    const isOurs = typeof profile === 'string' &&
        (version === null || typeof version === 'string') &&
        isRecord &&
        Object.values(facts).every((fact) => typeof fact === 'string') &&
        typeof running === 'boolean';
    if (isOurs)
        return application;
    throw damaged("what it says of the application can't be read");
}
function parsed(json) {
    try {
        return JSON.parse((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toText)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromBytes)(json)) ?? '');
    }
    catch (cause) {
        throw damaged('it is not JSON', cause);
    }
}
function damaged(problem, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('repository-damaged', `Cannot read the manifest of a snapshot: ${problem}.`, {
        cause,
    });
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

/***/ 27273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ encodeManifest),
/* harmony export */   Ko: () => (/* binding */ listingStartOf),
/* harmony export */   eY: () => (/* binding */ loadManifest),
/* harmony export */   hh: () => (/* binding */ MANIFEST_VERSION)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19473);
/* harmony import */ var _repository_find_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2111);
/* harmony import */ var _repository_format_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5620);
/* harmony import */ var _own_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68071);





/** Version of the manifest's own layout. A reader refuses a higher one. */
const MANIFEST_VERSION = 1;
/** A manifest is small; one that claims more than this is not ours. */
const MAX_MANIFEST_BYTES = 64 * 1024 * 1024;
function encodeManifest(manifest) {
    return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, 'utf8');
}
/**
 * When the listing of `parent` began by the host's clock, as its manifest says; for a snapshot without one (restic's
 * own) the time of the snapshot, by the clock of the machine that took it.
 */
async function listingStartOf(repository, parent, target, signal) {
    const json = await loadManifest(repository, parent, target, signal);
    return json === null ? startOf(parent.snapshot) : listingStart(json);
}
/** A manifest's bytes, or null when the snapshot has none of ours. */
async function loadManifest(repository, { snapshot }, target, signal) {
    const node = await (0,_repository_find_node_js__WEBPACK_IMPORTED_MODULE_0__/* .findNode */ .c)(repository, snapshot.tree, (0,_own_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestPath */ .ji)(target), signal);
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
function listingStart(json) {
    try {
        const manifest = JSON.parse((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.toText)(json.toString('latin1')) ?? '');
        if (isRecord(manifest) && typeof manifest['listing_started'] === 'string') {
            return (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTime */ .pe)(manifest['listing_started']);
        }
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('repository-damaged', 'Cannot read the manifest of the parent snapshot: not JSON.', { cause });
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('repository-damaged', 'Cannot read the manifest of the parent snapshot: no listing_started.');
}
function isRecord(value) {
    return typeof value === 'object' && value !== null;
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

/***/ 79529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ contentOfDump)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _repository_find_node_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2111);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47508);
/* harmony import */ var _archive_dump_entries_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(30423);
/* harmony import */ var _backup_own_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68071);
/* harmony import */ var _list_tree_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(45400);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72120);








/** A dump's bytes, as often as they are asked for: a file of a snapshot, or the pieces that an archive has of it. @throws HoldfastError repository-damaged. */
async function contentOfDump(source, { record, snapshot }, reporter, signal) {
    const path = `${(0,_backup_own_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .dumpsPath */ .$6)((0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .targetOf */ .$r)(snapshot.snapshot) ?? '')}/${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(record.name)}`;
    const nodes = await nodesOf(source, { root: snapshot.snapshot.tree, path }, signal);
    const content = nodes.flatMap((node) => node.content ?? []);
    const sizeBytes = nodes.reduce((sum, node) => sum + node.sizeBytes, 0n);
    if (nodes.some((node) => node.content === null) || sizeBytes !== BigInt(record.size_bytes)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('repository-damaged', `Cannot read the dump ${record.name}: the snapshot holds ${sizeBytes} bytes of it, expected ${record.size_bytes}. ` +
            'Run `holdfast check --read-data`, or choose another one.');
    }
    return async function* read({ isLent } = { isLent: false }) {
        let bytesDone = 0;
        const chunks = isLent ? lent(source, content, signal) : source.loadBlobs('data', content, signal);
        for await (const bytes of chunks) {
            bytesDone += bytes.length;
            const amounts = { bytesDone, bytesTotal: record.size_bytes, current: record.name };
            reporter.onProgress({ ..._progress_js__WEBPACK_IMPORTED_MODULE_4__/* .IDLE */ .n, ...amounts, phase: 'restoring' });
            yield bytes;
        }
    };
}
/** Each is there until the next one is asked for. */
async function* lent(source, ids, signal) {
    for await (const blob of source.lendBlobs('data', ids, signal)) {
        try {
            yield blob.bytes;
        }
        finally {
            blob.giveBack();
        }
    }
}
/** The file at `path`; or, where there is none, `path.000000`, `path.000001` and so on. */
async function nodesOf(source, { root, path }, signal) {
    const pieces = [];
    for (;;) {
        const piece = await (0,_repository_find_node_js__WEBPACK_IMPORTED_MODULE_5__/* .findNode */ .c)(source, root, (0,_archive_dump_entries_js__WEBPACK_IMPORTED_MODULE_6__/* .pieceName */ .cG)(path, pieces.length), signal);
        if (piece === null)
            break;
        pieces.push(piece);
    }
    return pieces.length > 0 ? pieces : [(await (0,_list_tree_js__WEBPACK_IMPORTED_MODULE_7__.nodeAt)(source, root, path, signal)).node];
}


/***/ }),

/***/ 45400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listEntries: () => (/* binding */ listEntries),
/* harmony export */   nodeAt: () => (/* binding */ nodeAt)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _repository_find_node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2111);
/* harmony import */ var _walk_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82187);




/**
 * What `ls` shows of the snapshot with tree `root`: each asked path itself, then what is in it.
 * @throws HoldfastError bad-input for a path that the snapshot doesn't hold.
 */
async function* listEntries(repository, root, options) {
    const { signal } = options;
    const paths = options.paths.map(withoutTrailingSlash);
    if (paths.length === 0) {
        yield* (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .walkTree */ .I)(repository, root, { signal });
        return;
    }
    for (const path of paths) {
        const enter = () => options.recursive;
        if (path === '') {
            yield* (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .walkTree */ .I)(repository, root, { enter, signal });
            continue;
        }
        const placed = await nodeAt(repository, root, path, signal);
        yield placed;
        if (placed.node.type === 'dir') {
            yield* (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .walkTree */ .I)(repository, (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .subtreeOf */ .g)(placed), { below: placed.path, enter, signal });
        }
    }
}
/** By its path, or as `ls` shows that. @throws HoldfastError bad-input if the snapshot holds nothing at `path`. */
async function nodeAt(repository, root, path, signal) {
    const placed = await (0,_repository_find_node_js__WEBPACK_IMPORTED_MODULE_1__/* .findShownNode */ .D)(repository, root, path, signal);
    if (placed !== null)
        return placed;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot find "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.display)(path)}": the snapshot holds nothing there. List what it holds with \`holdfast ls\`.`);
}
function withoutTrailingSlash(path) {
    return path.replace(/\/+$/, '');
}


/***/ }),

/***/ 4006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreApplication: () => (/* binding */ restoreApplication),
/* harmony export */   savedApplication: () => (/* binding */ savedApplication)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19473);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(53272);
/* harmony import */ var _files_accounts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46742);
/* harmony import */ var _files_paths_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(33684);
/* harmony import */ var _hosts_lease_restore_mark_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(52969);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52871);
/* harmony import */ var _repository_find_node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2111);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(47508);
/* harmony import */ var _backup_application_record_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(52044);
/* harmony import */ var _backup_dump_records_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9077);
/* harmony import */ var _backup_manifest_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(27273);
/* harmony import */ var _backup_quiesce_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(92225);
/* harmony import */ var _restore_other_numbers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99995);
/* harmony import */ var _restore_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(65968);
/* harmony import */ var _restore_bucket_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(61595);
/* harmony import */ var _restore_database_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(36583);

















/**
 * Puts an application back on a host, from a snapshot or from an archive, step after step as its profile has them: it is stopped, its files and databases are
 * put back, what else belongs to it is done, and it is started. There is no lease: it must not be started half-way.
 *
 * While it is stopped no backup of the target begins on that host (restore-mark.ts), also once a step has failed.
 *
 * @throws HoldfastError restore-blocked, locked (a backup has it stopped) before anything changed. Else what the step that failed throws, with what is to be
 *   done in its message: the application stays stopped then, and the same restore can be done again.
 */
async function restoreApplication(site, repository, options, reporter) {
    const startedMs = performance.now();
    await repository.loadIndex(site.signal);
    const saved = await savedApplication(repository, options.snapshot, site.signal);
    const application = options.configure(saved.record);
    if (saved.record.running)
        reporter.onWarning('This snapshot was made while the application ran: its files are of several moments.');
    const place = {
        ...site,
        onInfo: (message) => reporter.onInfo(message),
        onWarning: (message) => reporter.onWarning(message),
    };
    const { steps } = await application.planRestore(place, saved);
    await assertSameNumbers(steps, { place, repository, options });
    const mark = options.dryRun ? null : await markOf(steps, { place, options, reporter });
    const stops = [];
    const results = {
        files: [],
        databases: [],
        buckets: [],
    };
    for (const [i, step] of steps.entries()) {
        reporter.onInfo(`step ${i + 1} of ${steps.length}: ${step.title}`);
        try {
            if (!options.dryRun)
                await seeStopped(stops, place, application.title);
            await runStep(step, { place, repository, options, reporter, results });
        }
        catch (error) {
            if (i > 0 && !options.dryRun)
                throw unfinished(error, step, application.title);
            if (mark?.wasThere === false)
                await unmark(mark, reporter);
            throw error;
        }
        if (step.kind === 'run' && step.starts)
            stops.length = 0;
        else if (step.kind === 'run' && step.runsAgain !== undefined)
            stops.push(step);
    }
    if (mark !== null)
        await unmark(mark, reporter);
    const titles = steps.map(({ title }) => title);
    const durationMs = Math.round(performance.now() - startedMs);
    return { record: saved.record, steps: titles, ...results, durationMs };
}
/**
 * An application runs under an account, which a new host may have given another number: by the saved one it couldn't read its own files.
 * Whose it is tell the folders that were saved; deeper ones may be of containers, which have numbers of their own.
 * @throws HoldfastError restore-blocked.
 */
async function assertSameNumbers(steps, { place, repository, options }) {
    const { host, signal } = place;
    if (options.owners !== 'numeric' || !steps.some(({ kind }) => kind === 'files'))
        return;
    const { stdout } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_0__/* .runSuccessfully */ .t7)(host, 'ask who we are there', 'id -u', { signal });
    if (stdout.toString('latin1').trim() !== '0')
        return; // owners aren't restored
    const saved = { users: new Map(), groups: new Map() };
    const { tree, paths } = options.snapshot.snapshot;
    for (const path of paths) {
        const node = await (0,_repository_find_node_js__WEBPACK_IMPORTED_MODULE_1__/* .findNode */ .c)(repository, tree, (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(path), signal);
        if (node?.user)
            saved.users.set(node.user, node.uid);
        if (node?.group)
            saved.groups.set(node.group, node.gid);
    }
    const others = (0,_restore_other_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .otherNumbers */ .V)(saved, await (0,_files_accounts_js__WEBPACK_IMPORTED_MODULE_4__/* .readAccounts */ .n)(host, signal));
    if (others === null)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('restore-blocked', `Cannot restore the application to "${host.name}": ${others}, expected the same numbers. Give the accounts the numbers that they had (usermod -u, groupmod -g), ` +
        'or restore with --ownership-by-name (the input "ownership-by-name"), unless containers own some of the files. Nothing was touched.');
}
const WITHOUT_CASE = { iincludes: [], iexcludes: [], includeOwn: false };
/**
 * Of an application that is stopped: no backup may find it half put back, nor start it.
 * @throws HoldfastError locked: a backup has it stopped.
 */
async function markOf(steps, { place, options, reporter }) {
    const name = (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_6__/* .targetOf */ .$r)(options.snapshot.snapshot);
    const isStopped = steps.some((step) => step.kind === 'run' && step.runsAgain !== undefined);
    if (name === null || !isStopped)
        return null;
    const onEarlier = (log) => (0,_backup_quiesce_js__WEBPACK_IMPORTED_MODULE_7__/* .tellEarlier */ .aL)(log, reporter);
    const { host, signal } = place;
    try {
        return await (0,_hosts_lease_restore_mark_js__WEBPACK_IMPORTED_MODULE_8__/* .markRestore */ .q)(host, { name, folder: options.leases }, { onEarlier, signal });
    }
    catch (error) {
        // A host on which nothing can be noted needs its restore all the same.
        if (signal.aborted || (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .asHoldfastError */ .C)(error)?.code === 'locked')
            throw error;
        reporter.onWarning(`Nothing keeps backups away while it is put back: ${(0,_failure_text_js__WEBPACK_IMPORTED_MODULE_9__/* .failureText */ .k)(error)}`);
        return null;
    }
}
/** Also when the run is cancelled. */
async function unmark(mark, reporter) {
    await mark.remove(AbortSignal.timeout(UNMARK_WITHIN_MS)).catch((error) => {
        reporter.onWarning(`Backups of it are refused until the note of this restore is removed: ${(0,_failure_text_js__WEBPACK_IMPORTED_MODULE_9__/* .failureText */ .k)(error)}`);
    });
}
/**
 * What a snapshot says of its application.
 * @throws HoldfastError bad-input where it says nothing, repository-damaged, restore-unsafe for a name that would be a path.
 */
async function savedApplication(repository, snapshot, signal) {
    const target = (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_6__/* .targetOf */ .$r)(snapshot.snapshot);
    if (target !== null)
        requirePlainName(target, snapshot);
    const json = target === null ? null : await (0,_backup_manifest_js__WEBPACK_IMPORTED_MODULE_10__/* .loadManifest */ .eY)(repository, snapshot, target, signal);
    const dumps = json === null ? [] : (0,_backup_dump_records_js__WEBPACK_IMPORTED_MODULE_11__/* .parseDumpRecords */ .G)(json);
    const record = json === null ? null : (0,_backup_application_record_js__WEBPACK_IMPORTED_MODULE_12__/* .parseApplicationRecord */ .d)(json);
    if (record !== null)
        return { record, dumps };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('bad-input', `Cannot restore an application from snapshot ${snapshot.id.slice(0, 8)}: it was made without a profile, expected one of --app. ` +
        'Restore its files with --target, and its dumps with --database.');
}
/** Notes on the host have its name, and are believed: a path would lead to those of somebody else's making. */
function requirePlainName(target, { id }) {
    if ((0,_files_paths_js__WEBPACK_IMPORTED_MODULE_13__/* .isEntryName */ .GC)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(target)))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('restore-unsafe', `Cannot restore an application from snapshot ${id.slice(0, 8)}: it calls it ${JSON.stringify((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(target))}, expected a plain name. ` +
        'The snapshot was made to lead elsewhere: choose another one.');
}
const UNMARK_WITHIN_MS = 10_000;
/**
 * A supervisor, or a person, may start beside us what was stopped, and write to what is being put back.
 * @throws HoldfastError application-unfit.
 */
async function seeStopped(stops, place, application) {
    for (const { title, runsAgain } of stops) {
        if (!(await runsAgain?.(place)))
            continue;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('application-unfit', `Cannot go on with the restore to "${place.host.name}": ${application} runs, although the step ${JSON.stringify(title)} had stopped it, expected it to stand ` +
            'until all is back. See what starts it (a supervisor, another person).');
    }
}
async function runStep(step, run) {
    const { place, repository, options, reporter, results } = run;
    const { host, signal } = place;
    switch (step.kind) {
        case 'run':
            if (!options.dryRun)
                await step.run(place);
            return;
        case 'files': {
            const { configure: _, ...placing } = options;
            const meant = { ...placing, ...WITHOUT_CASE, ...step.part };
            const files = await (0,_restore_js__WEBPACK_IMPORTED_MODULE_14__/* .restore */ .P)(host, repository, meant, reporter, signal);
            results.files.push(files);
            return;
        }
        case 'database': {
            const { snapshot, dryRun, noLock, retryLockMs } = options;
            const meant = { name: step.dump, into: () => step.into, overwrite: step.overwrite };
            const how = { snapshot, dryRun, noLock, retryLockMs, before: [], after: [] };
            results.databases.push(await (0,_restore_database_js__WEBPACK_IMPORTED_MODULE_15__.restoreDatabase)(host, repository, { ...meant, ...how }, reporter, signal));
            return;
        }
        case 'bucket': {
            const { snapshot, dryRun, noLock, retryLockMs } = options;
            const meant = { name: step.name, into: () => step.into, replace: step.replace };
            const how = { ...meant, snapshot, dryRun, noLock, retryLockMs };
            if (!('guardBy' in repository))
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('internal', 'An archive holds no bucket.');
            results.buckets.push(await (0,_restore_bucket_js__WEBPACK_IMPORTED_MODULE_16__.restoreBucket)(repository, how, reporter, signal));
        }
    }
}
function unfinished(error, { title }, application) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E))
        return error;
    const what = `That was the step "${title}": ${application} may be stopped, and what comes after it isn't done. Restore again once the cause is gone; until then it is not backed up.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E(error.code, `${error.message} ${what}`, { cause: error });
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

/***/ 36583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreDatabase: () => (/* binding */ restoreDatabase)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19473);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47508);
/* harmony import */ var _backup_application_hold_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35944);
/* harmony import */ var _backup_dump_records_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9077);
/* harmony import */ var _dump_content_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79529);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72120);
/* harmony import */ var _take_lock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18270);







/**
 * Puts a dump of a snapshot back into its database by the engine's own tool, and compares what is there then with the
 * fingerprint in the manifest.
 *
 * @throws HoldfastError bad-input for a dump that isn't there, restore-blocked, restore-mismatch, command-failed,
 *   repository-damaged, locked, lock-lost, cancelled, and what the host and the backend throw.
 */
async function restoreDatabase(host, repository, options, reporter, signal) {
    const startedMs = performance.now();
    const { snapshot, dryRun } = options;
    // An archive has no locks.
    const lock = !('guardBy' in repository) || options.noLock || dryRun
        ? null
        : await (0,_take_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .lockShared */ .h)(repository, { ...options, onlyReads: true }, reporter, signal);
    try {
        const guarded = lock === null ? signal : AbortSignal.any([signal, lock.lost]);
        reporter.onProgress({ ..._progress_js__WEBPACK_IMPORTED_MODULE_1__/* .IDLE */ .n, phase: 'loading-index' });
        await repository.loadIndex(guarded);
        const record = await chooseRecord(repository, options, guarded);
        const dump = {
            record,
            content: await (0,_dump_content_js__WEBPACK_IMPORTED_MODULE_2__/* .contentOfDump */ .r)(repository, { record, snapshot }, reporter, guarded),
        };
        const database = options.into(record);
        const context = {
            signal: guarded,
            onInfo: (message) => reporter.onInfo(message),
            onWarning: (message) => reporter.onWarning(message),
        };
        const end = { snapshotId: snapshot.id, record };
        if (dryRun)
            return { ...end, restored: null, durationMs: since(startedMs), afterFailure: null };
        const run = { host, options, reporter, signal };
        const { result, afterFailure } = await (0,_backup_application_hold_js__WEBPACK_IMPORTED_MODULE_3__/* .holdApplication */ .u)(run, () => atItsPlace(options.connectDatabase, host, (place) => database.restore(place, dump, { overwrite: options.overwrite }, context)));
        return { ...end, restored: result, durationMs: since(startedMs), afterFailure };
    }
    finally {
        await lock?.release();
    }
}
async function atItsPlace(connect, host, work) {
    if (connect === undefined)
        return work(host);
    const place = await connect();
    try {
        return await work(place);
    }
    finally {
        await place.close();
    }
}
function since(startedMs) {
    return Math.round(performance.now() - startedMs);
}
/** The dump that is meant. @throws HoldfastError bad-input naming those that there are. */
async function chooseRecord(repository, { snapshot, name }, signal) {
    const target = (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .targetOf */ .$r)(snapshot.snapshot);
    const records = target === null ? [] : await (0,_backup_dump_records_js__WEBPACK_IMPORTED_MODULE_5__/* .dumpRecordsOf */ .E)(repository, snapshot, target, signal);
    const record = name === null && records.length === 1 ? records[0] : records.find((one) => one.name === name);
    if (record !== undefined)
        return record;
    const names = records.map((one) => one.name).join(', ');
    const asked = name === null ? 'a database' : `the dump ${JSON.stringify(name)}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .HoldfastError */ .E('bad-input', `Cannot restore ${asked} of snapshot ${snapshot.id.slice(0, 8)}: ` +
        (records.length === 0 ? 'it holds no dump. Choose another snapshot.' : `expected one of ${names}.`));
}


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

/***/ 14085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ comparedWords)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95209);

/** `3 tables, 120 rows, as they were dumped`, and of how many tables that isn't said of the data. */
function comparedWords({ tables, rows, onlyCounted }) {
    const counts = `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(tables, 'table')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(rows, 'row')}, as they were dumped`;
    if (onlyCounted === 0)
        return counts;
    return `${counts}; of ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(onlyCounted, 'table')} only the rows were counted, the data was not compared`;
}


/***/ }),

/***/ 52080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ requireTrusted)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


/**
 * Sees that an archive is the very one that a person trusts: by its SHA-256, which only what is stored has, whoever writes to the store.
 * @param given What was given as that; `name` is how.
 * @throws HoldfastError bad-input for what is no SHA-256; restore-blocked for another archive.
 */
function requireTrusted(sha256, given, name) {
    if (!/^[0-9a-f]{64}$/i.test(given)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(given))}, expected the SHA-256 of the archive in 64 hex digits, as the run that made it said ` +
            '(archive-sha256), or `sha256sum` of the file.');
    }
    if (given.toLowerCase() === sha256)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('restore-blocked', `Cannot restore an application from this archive: its SHA-256 is ${sha256}, expected ${given.toLowerCase()}, which ${name} names. It isn't the one that ` +
        'you trust: see who made it.');
}


/***/ }),

/***/ 87212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ undoCommand)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28976);


/** The command that undoes a restore by one of its undo folders, the others with it: for a POSIX shell. */
function undoCommand(undoFolder, way) {
    const access = [
        ['--on', way.on === 'local' ? undefined : way.on],
        ['--identity', way.identity],
        ['--identity-passphrase-file', way.identityPassphraseFile],
        ['--ssh-password-file', way.sshPasswordFile],
        ['--known-hosts', way.knownHosts],
        ...way.jump.map((jump) => ['--jump', jump]),
        ['--become', way.become],
        ['--ssh-client', way.sshClient === 'ssh2' ? undefined : way.sshClient],
        ['--container', way.container],
    ];
    const given = access.flatMap(([flag, value]) => (value === undefined ? [] : [flag, value]));
    const words = ['holdfast', 'restore', '--undo', ...given, '--target', undoFolder];
    return (0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteAll */ ._)(words.map(_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText));
}


/***/ })

};
