export const id = 2974;
export const ids = [2974];
export const modules = {

/***/ 77380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ BUCKET_SECRETS),
  W: () => (/* binding */ parseBucket)
});

// EXTERNAL MODULE: ./build/backends/location.js + 6 modules
var backends_location = __webpack_require__(68713);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/backends/backend.js
var backend = __webpack_require__(77656);
// EXTERNAL MODULE: ./build/backends/s3-answers.js
var s3_answers = __webpack_require__(72506);
// EXTERNAL MODULE: ./build/backends/s3-body.js
var s3_body = __webpack_require__(43685);
// EXTERNAL MODULE: ./build/backends/s3-connection.js + 3 modules
var s3_connection = __webpack_require__(83705);
// EXTERNAL MODULE: ./build/backends/s3-fault.js
var s3_fault = __webpack_require__(65629);
// EXTERNAL MODULE: ./build/backends/s3-headers.js
var s3_headers = __webpack_require__(55483);
// EXTERNAL MODULE: ./build/backends/s3-pages.js
var s3_pages = __webpack_require__(37949);
// EXTERNAL MODULE: ./build/backends/s3-range.js
var s3_range = __webpack_require__(1152);
// EXTERNAL MODULE: ./build/backends/s3-requests.js
var s3_requests = __webpack_require__(56847);
// EXTERNAL MODULE: ./build/backends/s3-uploads.js
var s3_uploads = __webpack_require__(43895);
;// CONCATENATED MODULE: ./build/backends/s3-objects.js












/** Objects of an application's below a prefix of a bucket. Nothing is asked yet. */
async function openS3Objects(place, options = {}) {
    const sdk = await import(/* webpackIgnore: true */ './s3-sdk.js');
    return new S3Objects(new s3_requests/* S3Requests */.t(new s3_connection/* S3Connection */.t(place, sdk, options), sdk, options, 'object'));
}
/** How long removing the parts of a failed upload may take: a cancelled run is killed soon. */
const ABANDON_WITHIN_MS = 5000;
/**
 * It lies in an archive class; gives no right to this one; was encrypted with a key that only its application has (SSE-C, which S3 calls an
 * invalid request), or with one of the storage's that is gone.
 */
const OF_ONE_OBJECT = /^(InvalidObjectState|AccessDenied|InvalidRequest|KMS\..*)$/;
class S3Objects {
    location;
    #requests;
    #uploads;
    constructor(requests) {
        this.location = requests.location;
        this.#requests = requests;
        this.#uploads = new s3_uploads/* S3Uploads */.v(requests);
    }
    async *list(signal) {
        const what = `Cannot list the objects in "${this.location}"`;
        const prefix = this.#requests.keyOf('');
        let token;
        let last = '';
        do {
            const input = { Bucket: this.#requests.bucket, Prefix: prefix, ContinuationToken: token };
            const page = await this.#requests.send('listing objects', what, signal, (client, watch) => client.send(new this.#requests.sdk.ListObjectsV2Command({ ...input, EncodingType: 'url' }), {
                abortSignal: watch.signal,
            }));
            const isEncoded = page.EncodingType === 'url';
            const objects = [];
            for (const { Key = '', Size = 0, LastModified, ETag } of page.Contents ?? []) {
                const whole = isEncoded ? decodedKey(Key) : Key;
                if (whole !== null && !whole.startsWith(prefix))
                    continue;
                const key = whole === null ? null : whole.slice(prefix.length);
                if (key !== null)
                    last = this.#inOrder(last, key, what);
                objects.push({
                    key,
                    shown: (0,bytestring.displayText)(key ?? Key),
                    sizeBytes: Size,
                    storedMs: LastModified?.getTime() ?? 0,
                    tag: ETag ?? null,
                });
            }
            yield objects;
            token = (0,s3_pages/* nextPage */.Z)(page, token, what);
        } while (token !== undefined);
    }
    async find(key, signal) {
        const input = { Bucket: this.#requests.bucket, Key: this.#requests.keyOf(key) };
        const doing = `looking at ${(0,bytestring.displayText)(key)}`;
        try {
            const answer = await this.#requests.send(doing, this.#requests.cannot('look at', key), signal, (client, watch) => client.send(new this.#requests.sdk.HeadObjectCommand(input), { abortSignal: watch.signal }));
            const { ContentLength: sizeBytes = 0, LastModified, ETag: tag = null } = answer;
            const storedMs = LastModified?.getTime() ?? 0;
            return { key, shown: (0,bytestring.displayText)(key), sizeBytes, storedMs, tag, ...(0,s3_headers/* headersOf */.Yl)(answer) };
        }
        catch (error) {
            const status = (0,s3_fault/* s3FaultIn */.W$)(error)?.status;
            if ((0,backend/* isMissing */.b2)(error) || status === 404)
                return null;
            if (status === 400 || status === 403)
                await this.#askWhy(key, signal);
            throw error;
        }
    }
    /** What answers a HEAD has no body, and so doesn't say what is wrong. @throws HoldfastError: what a GET says. */
    async #askWhy(key, signal) {
        await this.readPart(key, { offset: 0, lengthBytes: 1, tag: null }, signal);
    }
    readPart(key, { offset, lengthBytes, tag }, signal) {
        const what = this.#requests.cannot('read', key);
        return this.#requests.send(`reading ${(0,bytestring.displayText)(key)}`, what, signal, async (client, watch) => {
            const command = new this.#requests.sdk.GetObjectCommand({
                Bucket: this.#requests.bucket,
                Key: this.#requests.keyOf(key),
                Range: (0,s3_range/* rangeHeader */.H)({ offset, length: lengthBytes }),
                ...(tag === null ? {} : { IfMatch: tag }),
            });
            const answer = await client.send(command, { abortSignal: watch.signal });
            watch.heard();
            (0,s3_answers/* assertAsked */.$V)(tag, answer, what);
            const { firstByte, sizeBytes, partBytes } = (0,s3_range/* extentOf */.O)(answer, what);
            const isRight = firstByte === offset && partBytes === Math.min(lengthBytes, sizeBytes - offset);
            const bytes = isRight ? await (0,s3_body/* readBody */.x8)(answer.Body, partBytes, () => watch.heard()) : null;
            if (bytes === null) {
                const how = 'it gave other bytes than those that were asked for';
                throw new errors/* HoldfastError */.E('backend-failed', `${what}: ${how}.`, { cause: new backend/* PassingFaultError */.ed(how) });
            }
            const storedMs = answer.LastModified?.getTime() ?? 0;
            return { bytes, sizeBytes, tag: answer.ETag ?? null, storedMs, ...(0,s3_headers/* headersOf */.Yl)(answer) };
        });
    }
    faultIn(error) {
        const fault = (0,s3_fault/* s3FaultIn */.W$)(error);
        // 416: it has become shorter. An upload that is gone may have been ended by a try whose answer was lost.
        if (fault?.status === 412 || fault?.status === 416 || fault?.code === 'NoSuchUpload')
            return 'changed';
        if (fault?.code === 'NoSuchKey')
            return 'gone';
        return fault !== null && OF_ONE_OBJECT.test(fault.code) ? 'refused' : null;
    }
    async put(key, { bytes, ...kept }, { ifAbsent }, signal) {
        const { sizeBytes, sha256, md5 } = (0,s3_body/* checksumsOf */.Uw)([bytes]);
        const input = {
            Bucket: this.#requests.bucket,
            Key: this.#requests.keyOf(key),
            ContentLength: sizeBytes,
            ContentMD5: md5,
            ...(0,s3_headers/* inputOf */.wg)(kept),
            ...(ifAbsent ? { IfNoneMatch: '*' } : {}),
        };
        const what = this.#requests.cannot('write', key);
        try {
            return await this.#requests.send(`writing ${(0,bytestring.displayText)(key)}`, what, signal, async (client, watch) => {
                // An empty stream would be one of unknown length to the SDK.
                const body = { Body: sizeBytes === 0 ? bytes : (0,s3_body/* streamOf */.mA)([bytes], () => watch.heard()) };
                const command = new this.#requests.sdk.PutObjectCommand({ ...input, ...body });
                (0,s3_requests/* signBody */.u)(command, sha256);
                (0,s3_headers/* signHeaderBytes */.yq)(command);
                return (await client.send(command, { abortSignal: watch.signal })).ETag ?? null;
            });
        }
        catch (error) {
            if ((0,s3_fault/* s3FaultIn */.W$)(error)?.status !== 501 || !ifAbsent)
                throw error;
            return this.put(key, { bytes, ...kept }, { ifAbsent: false }, signal);
        }
    }
    async putParts(key, { parts, ...kept }, { ifAbsent }, signal) {
        const uploadId = await this.#uploads.begin(key, signal, (0,s3_headers/* inputOf */.wg)(kept));
        try {
            const uploaded = [];
            for await (const bytes of parts)
                uploaded.push(await this.#uploads.addPart(key, { uploadId, number: uploaded.length + 1, bytes }, signal));
            await this.#uploads.complete(key, { uploadId, parts: uploaded, isConditional: ifAbsent }, signal);
        }
        catch (error) {
            await this.#uploads.abort(key, uploadId, AbortSignal.timeout(ABANDON_WITHIN_MS)).catch(() => { });
            throw error;
        }
    }
    async keepsVersions(signal) {
        const what = `Cannot ask whether "${this.location}" keeps versions`;
        const Bucket = this.#requests.bucket;
        const { Status } = await this.#requests.send('asking for versions', what, signal, (client, watch) => client.send(new this.#requests.sdk.GetBucketVersioningCommand({ Bucket }), {
            abortSignal: watch.signal,
        }));
        return Status === 'Enabled';
    }
    close() {
        this.#requests.close();
    }
    /** By bytes, not as JavaScript compares text. */
    #inOrder(last, key, what) {
        if (last === '' || (0,bytestring.fromText)(last) < (0,bytestring.fromText)(key))
            return key;
        throw new errors/* HoldfastError */.E('backend-failed', `${what}: the storage lists ${JSON.stringify((0,bytestring.displayText)(key))} behind ${JSON.stringify((0,bytestring.displayText)(last))}, expected names by rising bytes, as S3 has them. ` +
            'A bucket that lists otherwise (a directory bucket) can’t be saved.');
    }
}
/** As S3 encodes names in a list; null: it isn't UTF-8. */
function decodedKey(encoded) {
    try {
        return decodeURIComponent(encoded.replaceAll('+', '%20'));
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./build/backends/s3-url.js
var s3_url = __webpack_require__(4532);
;// CONCATENATED MODULE: ./build/buckets/bucket.js




/** Where credentials of buckets are looked for; without them, where a repository's are: AWS's own chain. */
const VARIABLES = {
    id: 'HOLDFAST_BUCKET_ACCESS_KEY_ID',
    secret: 'HOLDFAST_BUCKET_SECRET_ACCESS_KEY',
    token: 'HOLDFAST_BUCKET_SESSION_TOKEN',
    region: 'HOLDFAST_BUCKET_REGION',
};
/** Those that hold a secret. */
const BUCKET_SECRETS = [VARIABLES.secret, VARIABLES.token];
/**
 * `s3:https://host/bucket/prefix`.
 * @param name Of the flag or input, for messages.
 * @throws HoldfastError bad-input.
 */
function parseBucket(url, name, env) {
    if (!url.startsWith(s3_url/* S3_SCHEME */.b)) {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot use ${name}: it is ${JSON.stringify((0,backends_location/* redactUrl */.BO)(url))}, expected s3:https://HOST/BUCKET/PREFIX.`);
    }
    const place = (0,s3_url/* parseS3Url */.F)(url, (0,backends_location/* redactUrl */.BO)(url));
    const credentials = credentialsIn(env);
    const region = env[VARIABLES.region] || undefined;
    return {
        name: [place.bucket, ...place.prefix.split('/').filter((part) => part !== '')]
            .join('_')
            .replace(/[^A-Za-z0-9._-]/g, '-'),
        location: place.location,
        open: (onRetry) => openS3Objects(place, { credentials, region, ...(onRetry && { onRetry }) }),
    };
}
/** @throws HoldfastError bad-input for half a key. */
function credentialsIn(env) {
    const [accessKeyId = '', secretAccessKey = '', sessionToken = ''] = [
        env[VARIABLES.id],
        env[VARIABLES.secret],
        env[VARIABLES.token],
    ];
    if (accessKeyId === '' && secretAccessKey === '')
        return undefined;
    if (accessKeyId !== '' && secretAccessKey !== '')
        return { kind: 'keys', accessKeyId, secretAccessKey, ...(sessionToken === '' ? {} : { sessionToken }) };
    throw new errors/* HoldfastError */.E('bad-input', `Cannot use only a part of a key: expected both ${VARIABLES.id} and ${VARIABLES.secret}.`);
}


/***/ }),

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

/***/ 31662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ bucketLines),
/* harmony export */   restoreBucketOf: () => (/* binding */ restoreBucketOf)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95209);
/* harmony import */ var _buckets_bucket_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77380);
/* harmony import */ var _operations_restore_outcome_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(488);
/* harmony import */ var _operations_restore_record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35139);
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
    const counts = `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCounted)(record.objects, 'object')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatBytes)(record.size_bytes)}`;
    await output.line(`Snapshot ${snapshotId.slice(0, 8)}: bucket ${record.name}, ${counts}.`);
    for (const line of bucketLines(result))
        await output.line(line);
    if (written === null)
        await output.line('Dry run: nothing was written.');
    else
        await output.line(`restored to ${into} in ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatDuration)(durationMs)}`);
}
/** What else there is to say of it. */
function* bucketLines({ written }) {
    if (written === null)
        return;
    const { unchanged, replaced, others } = written;
    yield `Each was proved: ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCounted)(unchanged, 'object')} there already, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCounted)(replaced, 'object')} replaced.`;
    if (others > 0)
        yield `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCounted)(others, 'object')} there that the snapshot doesn't have: left as they are.`;
}


/***/ }),

/***/ 39435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ dumpNameOf),
/* harmony export */   Z: () => (/* binding */ parseDumpName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/** It becomes a file's name in the snapshot, and a word in commands. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
/** @param name Of the flag or option, for the message. @throws HoldfastError bad-input. */
function parseDumpName(text, name) {
    if (NAME.test(text))
        return text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected 1 to 128 letters, digits, dots, dashes or underscores.`);
}
const HASH_DIGITS = 8;
const MAX_STEM = 100;
/**
 * A name for the dump of `database`, whatever bytes that has: different for different ones.
 * @param taken What another dump beside it is called.
 */
function dumpNameOf(database, extension, taken = null) {
    const plain = database.replace(/[^A-Za-z0-9._-]/g, '_').replace(/^[^A-Za-z0-9]/, '_');
    const stem = plain.slice(0, MAX_STEM);
    const name = `${stem}.${extension}`;
    if (stem === database && NAME.test(stem) && name !== taken)
        return name;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(database).digest('hex').slice(0, HASH_DIGITS);
    return `db${stem.startsWith('_') ? '' : '_'}${stem}-${hash}.${extension}`;
}


/***/ }),

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

/***/ 72120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ IDLE)
/* harmony export */ });
/** Before anything is counted. */
const IDLE = { filesDone: 0, bytesDone: 0, filesTotal: null, bytesTotal: null, current: '' };


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


/***/ }),

/***/ 92095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ dumpAsFile)
/* harmony export */ });
/* harmony import */ var _databases_dump_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39435);

/** What of a snapshot is a dump as a file, or all of its dumps (null). @throws HoldfastError bad-input. */
function dumpAsFile(name) {
    const pattern = name === null
        ? '*'
        : (0,_databases_dump_name_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDumpName */ .Z)(name, 'the dump’s name (such as `wiki.dump`, as the snapshot has it; the database’s own address is another setting)');
    return {
        folder: null,
        includes: [`/.holdfast/*/dumps/${pattern}`],
        iincludes: [],
        excludes: [],
        iexcludes: [],
        includeOwn: true,
    };
}


/***/ }),

/***/ 59400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseSnapshotSpec: () => (/* binding */ parseSnapshotSpec)
/* harmony export */ });
/* harmony import */ var _files_given_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34469);

/** Takes restic's `SNAPSHOT` and `SNAPSHOT:FOLDER` apart. @throws HoldfastError bad-input for a relative folder. */
function parseSnapshotSpec(text) {
    const colon = text.indexOf(':');
    if (colon < 0)
        return { snapshot: text, folder: null };
    const folder = (0,_files_given_path_js__WEBPACK_IMPORTED_MODULE_0__/* .givenPath */ .H)(text.slice(colon + 1), 'the folder of the snapshot');
    return { snapshot: text.slice(0, colon), folder: folder === '/' ? null : folder };
}


/***/ })

};
