export const id = 3877;
export const ids = [3877];
export const modules = {

/***/ 55483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yl: () => (/* binding */ headersOf),
/* harmony export */   wg: () => (/* binding */ inputOf),
/* harmony export */   yq: () => (/* binding */ signHeaderBytes)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);

/** What an upload is taken for of which nobody says what it is. */
const DEFAULT_TYPES = ['application/octet-stream', 'binary/octet-stream'];
/** What an object is kept with, as an answer tells. Values are bytes: one character each. */
function headersOf(answer) {
    const all = {
        'content-type': DEFAULT_TYPES.includes(answer.ContentType ?? '') ? undefined : answer.ContentType,
        'content-encoding': answer.ContentEncoding,
        'content-disposition': answer.ContentDisposition,
        'content-language': answer.ContentLanguage,
        'cache-control': answer.CacheControl,
    };
    const headers = Object.entries(all).filter((entry) => Boolean(entry[1]));
    return { headers: Object.fromEntries(headers), metadata: answer.Metadata ?? {} };
}
function inputOf({ headers, metadata }) {
    const input = {
        ContentType: headers['content-type'] ?? 'application/octet-stream',
        ContentEncoding: headers['content-encoding'],
        ContentDisposition: headers['content-disposition'],
        ContentLanguage: headers['content-language'],
        CacheControl: headers['cache-control'],
        Metadata: Object.keys(metadata).length === 0 ? undefined : { ...metadata },
    };
    return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
/**
 * A file's name in another alphabet, say. A signature covers text as UTF-8, and Node sends one byte a character: so such a value is
 * signed as the text that its bytes are, and sent as these. Storages keep nothing that is no UTF-8.
 */
function signHeaderBytes(command) {
    const stack = command.middlewareStack;
    const sent = new Map();
    stack.add((next) => (args) => {
        const { headers } = args.request;
        for (const [name, value] of Object.entries(headers)) {
            const signed = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toText)(value);
            if (signed === null || signed === value)
                continue;
            sent.set(name, value);
            headers[name] = signed;
        }
        return next(args);
    }, { step: 'build', name: 'holdfastSignedHeaders' });
    stack.add((next) => (args) => {
        Object.assign(args.request.headers, Object.fromEntries(sent));
        return next(args);
    }, { step: 'deserialize', name: 'holdfastSentHeaders' });
}


/***/ }),

/***/ 56847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ S3Requests),
/* harmony export */   u: () => (/* binding */ signBody)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65534);
/* harmony import */ var _s3_stored_as_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20907);




/** Requests about objects of a bucket, each tried again where that may help. */
class S3Requests {
    location;
    sdk;
    #connection;
    #retry;
    #noun;
    /** @param noun What an object is here, for messages. */
    constructor(connection, sdk, retry, noun = 'archive file') {
        this.location = connection.place.location;
        this.sdk = sdk;
        this.#connection = connection;
        this.#retry = retry;
        this.#noun = noun;
    }
    /** What the storage is told of how to keep an archive's files. */
    get storedAs() {
        return (0,_s3_stored_as_js__WEBPACK_IMPORTED_MODULE_1__/* .storedAs */ .q)(this.#retry);
    }
    get bucket() {
        return this.#connection.place.bucket;
    }
    /** Of the empty name: what stands before all others. */
    keyOf(name) {
        const { prefix } = this.#connection.place;
        return prefix === '' ? name : `${node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(prefix)}/${name}`;
    }
    cannot(verb, name) {
        return `Cannot ${verb} the ${this.#noun} "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(name)}" in "${this.location}"`;
    }
    /** @param doing For a log: `saving part 3`. @param what For an error: `Cannot save …`. */
    send(doing, what, signal, work) {
        return (0,_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .retrying */ .R)(doing, { ...this.#retry, signal }, () => this.#connection.request(what, signal, work));
    }
    close() {
        this.#connection.close();
    }
}
/** The SDK signs no stream's contents by itself, and takes this as it is. */
function signBody(command, sha256) {
    command.middlewareStack.add((next) => (args) => {
        args.request.headers['x-amz-content-sha256'] = sha256;
        return next(args);
    }, { step: 'build', name: 'holdfastContentHash' });
}


/***/ }),

/***/ 43895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ S3Uploads)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _s3_answers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72506);
/* harmony import */ var _s3_body_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43685);
/* harmony import */ var _s3_fault_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65629);
/* harmony import */ var _s3_headers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55483);
/* harmony import */ var _s3_requests_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56847);






/** Uploads of objects in parts (S3's "multipart uploads"). */
class S3Uploads {
    #requests;
    constructor(requests) {
        this.#requests = requests;
    }
    /** Begins an upload in parts; gives its ID. @param headers What the object is kept with. Default: it is but bytes. */
    async begin(name, signal, headers = { ContentType: 'application/octet-stream' }) {
        const what = this.#requests.cannot('save', name);
        const { UploadId } = await this.#requests.send(`beginning to save ${name}`, what, signal, (client, watch) => {
            const command = new this.#requests.sdk.CreateMultipartUploadCommand({
                Bucket: this.#requests.bucket,
                Key: this.#requests.keyOf(name),
                ...headers,
                ...this.#requests.storedAs,
            });
            (0,_s3_headers_js__WEBPACK_IMPORTED_MODULE_0__/* .signHeaderBytes */ .yq)(command);
            return client.send(command, { abortSignal: watch.signal });
        });
        if (UploadId !== undefined)
            return UploadId;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('backend-failed', `${what}: the storage gave the upload no ID.`);
    }
    /** `bytes` must not change before it settles. */
    async addPart(name, part, signal) {
        const { sizeBytes, sha256, md5 } = (0,_s3_body_js__WEBPACK_IMPORTED_MODULE_2__/* .checksumsOf */ .Uw)([part.bytes]);
        const what = this.#requests.cannot('save', name);
        const doing = `saving part ${part.number} of ${name}`;
        const { ETag } = await this.#requests.send(doing, what, signal, (client, watch) => {
            const command = new this.#requests.sdk.UploadPartCommand({
                Bucket: this.#requests.bucket,
                Key: this.#requests.keyOf(name),
                UploadId: part.uploadId,
                PartNumber: part.number,
                ContentLength: sizeBytes,
                ContentMD5: md5,
                Body: (0,_s3_body_js__WEBPACK_IMPORTED_MODULE_2__/* .streamOf */ .mA)([part.bytes], () => watch.heard()),
            });
            (0,_s3_requests_js__WEBPACK_IMPORTED_MODULE_3__/* .signBody */ .u)(command, sha256);
            return client.send(command, { abortSignal: watch.signal });
        });
        if (ETag !== undefined)
            return { number: part.number, tag: ETag };
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('backend-failed', `${what}: the storage gave no tag for part ${part.number}, expected one. It can't keep uploads in parts.`);
    }
    /** Makes the object of its parts; until then nobody sees it. */
    async complete(name, upload, signal) {
        const { uploadId, parts, isConditional = true } = upload;
        const what = this.#requests.cannot('save', name);
        try {
            const answer = await this.#requests.send(`ending ${name}`, what, signal, (client, watch) => client.send(new this.#requests.sdk.CompleteMultipartUploadCommand({
                Bucket: this.#requests.bucket,
                Key: this.#requests.keyOf(name),
                UploadId: uploadId,
                MultipartUpload: {
                    Parts: parts.map(({ number, tag }) => ({ PartNumber: number, ETag: tag })),
                },
                ...(isConditional ? { IfNoneMatch: '*' } : {}),
            }), { abortSignal: watch.signal }));
            (0,_s3_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .assertStored */ .S_)(answer, what);
        }
        catch (error) {
            if ((0,_s3_fault_js__WEBPACK_IMPORTED_MODULE_5__/* .s3FaultIn */ .W$)(error)?.status !== 501 || !isConditional)
                throw error;
            await this.complete(name, { uploadId, parts, isConditional: false }, signal);
        }
    }
    /** Removes the parts of an upload. Resolves too when there is none. */
    async abort(name, uploadId, signal) {
        const what = `Cannot remove the parts of "${name}" in "${this.#requests.location}"`;
        try {
            await this.#requests.send(`removing parts of ${name}`, what, signal, (client, watch) => client.send(new this.#requests.sdk.AbortMultipartUploadCommand({
                Bucket: this.#requests.bucket,
                Key: this.#requests.keyOf(name),
                UploadId: uploadId,
            }), { abortSignal: watch.signal }));
        }
        catch (error) {
            if ((0,_s3_fault_js__WEBPACK_IMPORTED_MODULE_5__/* .s3FaultIn */ .W$)(error)?.status !== 404)
                throw error;
        }
    }
    /** Uploads that were begun before `beforeMs` and never ended: the first thousand. */
    async unfinished(beforeMs, signal) {
        const folder = this.#requests.keyOf('');
        const what = `Cannot list the unfinished uploads in "${this.#requests.location}"`;
        const { Uploads = [] } = await this.#requests.send('listing unfinished uploads', what, signal, (client, watch) => client.send(new this.#requests.sdk.ListMultipartUploadsCommand({
            Bucket: this.#requests.bucket,
            Prefix: folder,
        }), {
            abortSignal: watch.signal,
        }));
        return Uploads.flatMap(({ Key = '', UploadId = '', Initiated }) => Initiated !== undefined && Initiated.getTime() < beforeMs && Key.startsWith(folder)
            ? [{ name: Key.slice(folder.length), uploadId: UploadId }]
            : []);
    }
}


/***/ }),

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

/***/ 24495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   copyToTask: () => (/* binding */ copyToTask),
/* harmony export */   isCopyToNamed: () => (/* binding */ isCopyToNamed),
/* harmony export */   prepareCopy: () => (/* binding */ prepareCopy)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _operations_copy_after_backup_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86868);
/* harmony import */ var _other_repository_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38112);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69261);
/* harmony import */ var _show_copy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36336);





const VARIABLES = 'HOLDFAST_COPY_TO_';
/** Whether a second repository is named, by flags or the environment. @throws HoldfastError bad-input for an empty flag. */
function isCopyToNamed({ flags, terminal: { env } }) {
    if (flags.copyTo === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', 'Cannot copy to "": --copy-to is empty, expected a location. Leave it out to make no copy; a variable may be unset.');
    const isNamed = Boolean((flags.copyTo ?? env[`${VARIABLES}REPOSITORY`]) || env[`${VARIABLES}REPOSITORY_FILE`]);
    if (!isNamed)
        refuseFlagsAlone(flags);
    return isNamed;
}
/** Who says how it is opened believes that there is a copy. */
function refuseFlagsAlone({ copyToPasswordFile, copyToPasswordCommand, copyToKeyHint }) {
    const given = {
        'password-file': copyToPasswordFile,
        'password-command': copyToPasswordCommand,
        'key-hint': copyToKeyHint,
    };
    const [alone] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
    if (alone === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use --copy-to-${alone} without --copy-to: no second repository is named, and no copy would be made. Give ` +
        '--copy-to, or set HOLDFAST_COPY_TO_REPOSITORY.');
}
/**
 * What copies the snapshot of a backup into the second repository; null if none is named. Whatever its opening takes is read
 * now, before the backup: a password that is missing is found out before hours of work.
 *
 * @throws HoldfastError bad-input. What is given throws CopyFailure.
 */
async function prepareCopy(task) {
    const { flags, reporter, signal, output } = task;
    if (!isCopyToNamed(task))
        return null;
    const openTo = await (0,_session_js__WEBPACK_IMPORTED_MODULE_1__.prepareOpening)(copyToTask(task));
    return async (snapshot) => {
        const order = { snapshot, retryLockMs: (0,_session_js__WEBPACK_IMPORTED_MODULE_1__.retryLockMs)(flags), openFrom: () => (0,_session_js__WEBPACK_IMPORTED_MODULE_1__.openOf)(task), openTo };
        // The run's summary was that of the backup.
        await (0,_show_copy_js__WEBPACK_IMPORTED_MODULE_2__.showCopy)(output, await (0,_operations_copy_after_backup_js__WEBPACK_IMPORTED_MODULE_3__.copyAfterBackup)(order, reporter, signal), 'copied');
    };
}
/** @throws HoldfastError bad-input without a password that it could be opened with. */
function copyToTask(task) {
    const { flags } = task;
    return (0,_other_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .otherTask */ .a)(task, {
        flags: {
            repo: flags.copyTo,
            passwordFile: flags.copyToPasswordFile,
            passwordCommand: flags.copyToPasswordCommand,
            keyHint: flags.copyToKeyHint,
        },
        called: 'the second repository, of copy-to',
        flagsBegin: '--copy-to',
        variables: VARIABLES,
        storageVariables: VARIABLES,
    });
}


/***/ }),

/***/ 38112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ otherTask)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _settings_other_storage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30482);
/* harmony import */ var _prompt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9863);



const VARIABLES = [
    'REPOSITORY',
    'REPOSITORY_FILE',
    'PASSWORD',
    'PASSWORD_FILE',
    'PASSWORD_COMMAND',
    'KEY_HINT',
];
/**
 * `task` as if the other repository were the one that is meant.
 * @throws HoldfastError bad-input, also without a password that it could be opened with.
 */
function otherTask(task, other) {
    requirePassword(task.terminal, other);
    const { flags, variables, storageVariables } = other;
    const { terminal } = task;
    const { stdin, stdout, stderr, env } = terminal;
    const renamed = VARIABLES.map((name) => [`RESTIC_${name}`, env[`${variables}${name}`]]);
    const { verbose, cacert, compression, packSize, option } = task.flags;
    return {
        ...task,
        terminal: { stdin, stdout, stderr, env: Object.fromEntries(renamed) },
        flags: {
            ...flags,
            verbose,
            lock: false,
            compression: compression ?? env['RESTIC_COMPRESSION'],
            packSize: packSize ?? env['RESTIC_PACK_SIZE'],
            cacert: cacert ?? env['RESTIC_CACERT'],
            cache: false,
            option, // restic's -o is of both, too
            s3: storageOf(env, storageVariables),
        },
    };
}
function requirePassword(terminal, { flags, variables, called, flagsBegin }) {
    const inFlags = flags.passwordFile ?? flags.passwordCommand;
    const inEnvironment = ['', '_FILE', '_COMMAND'].some((rest) => terminal.env[`${variables}PASSWORD${rest}`]);
    if (inFlags !== undefined || inEnvironment || (0,_prompt_js__WEBPACK_IMPORTED_MODULE_0__.canAsk)(terminal))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot open ${called}: no password of it is given. Give ${flagsBegin}-password-file or ` +
        `${flagsBegin}-password-command, or set ${variables}PASSWORD, ${variables}PASSWORD_FILE or ${variables}PASSWORD_COMMAND.`);
}
function storageOf(env, prefix) {
    const variable = (word) => `${prefix}AWS_${word.toUpperCase().replaceAll('-', '_')}`;
    const given = (word) => env[variable(word)] ?? null;
    return (0,_settings_other_storage_js__WEBPACK_IMPORTED_MODULE_2__/* .otherStorage */ .E)({
        accessKeyId: given('access-key-id'),
        secretAccessKey: given('secret-access-key'),
        sessionToken: given('session-token'),
        profile: given('profile'),
        region: given('region'),
    }, variable);
}


/***/ }),

/***/ 20447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   showBackup: () => (/* binding */ showBackup)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95209);
/* harmony import */ var _databases_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26861);
/* harmony import */ var _operations_backup_result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17421);
/* harmony import */ var _snapshot_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50492);




/** Tells what a backup did: restic's `summary` message, or the same for a person. */
async function showBackup(output, result) {
    await output.json(backupJson(result));
    for (const line of backupLines(result))
        await output.line(line);
}
function backupJson(result) {
    const { summary } = result;
    return {
        message_type: 'summary',
        ...whatBecame(result),
        ...(result.parentId === null ? {} : { parent: result.parentId }),
        complete: result.complete,
        ...(0,_snapshot_json_js__WEBPACK_IMPORTED_MODULE_0__.summaryJson)(summary),
        bytes_read: result.bytesRead,
        total_duration: result.durationMs / 1000,
        ...(result.quiescedMs === null ? {} : { quiesced_duration: result.quiescedMs / 1000 }),
        hostname: result.hostname,
        target: result.target,
        paths: result.paths,
        tags: result.tags,
        ...(result.dumps.length === 0 ? {} : { dumps: result.dumps.map(dumpJson) }),
        ...(result.buckets.length === 0 ? {} : { buckets: result.buckets }),
        problem_counts: result.problemCounts,
        problems: result.problems,
    };
}
function dumpJson({ record, change }) {
    const { fingerprint, ...rest } = record;
    return {
        ...rest,
        tables: fingerprint === null ? null : Object.keys(fingerprint.tables).length,
        rows: fingerprint === null ? null : (0,_databases_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsIn */ .Nn)(fingerprint),
        size_bytes_before: change?.sizeBytesBefore ?? null,
        rows_before: change?.rowsBefore ?? null,
        shrunk: change?.shrunk ?? [],
    };
}
/** `Dump app.dump: 12 tables, 21,117 rows, 10.4 MiB (21,000 rows before)` */
function dumpLine({ record, change }) {
    const { fingerprint } = record;
    const tables = fingerprint === null ? 0 : Object.keys(fingerprint.tables).length;
    const rows = fingerprint === null ? 0 : (0,_databases_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsIn */ .Nn)(fingerprint);
    const counts = fingerprint === null ? '' : `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatCounted)(tables, 'table')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatCounted)(rows, 'row')}, `;
    const before = change === null
        ? ''
        : change.rowsBefore === null
            ? ` (${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatBytes)(change.sizeBytesBefore)} before)`
            : ` (${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatCounted)(change.rowsBefore, 'row')} before)`;
    return `Dump ${record.name}: ${counts}${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatBytes)(record.size_bytes)}${before}`;
}
/** As restic: no ID where no snapshot was made. */
function whatBecame({ snapshotId, unchanged }) {
    if (snapshotId !== null)
        return { snapshot_id: snapshotId };
    return unchanged ? { unchanged: true } : { dry_run: true };
}
function* backupLines(result) {
    const { summary } = result;
    const dry = (0,_operations_backup_result_js__WEBPACK_IMPORTED_MODULE_3__.heldBy)(result) === null;
    for (const dump of result.dumps)
        yield dumpLine(dump);
    for (const { location, objects, size_bytes: bytes } of result.buckets)
        yield `Bucket ${location}: ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatCounted)(objects, 'object')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatBytes)(bytes)}`;
    const row = (words, fresh, changed, same) => `${words} ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatCount)(fresh).padStart(11)} new, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatCount)(changed).padStart(9)} changed, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatCount)(same).padStart(9)} unmodified`;
    yield row('Files:', summary.filesNew, summary.filesChanged, summary.filesUnmodified);
    yield row('Dirs: ', summary.dirsNew, summary.dirsChanged, summary.dirsUnmodified);
    if (dry)
        yield `Would read ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatBytes)(result.bytesRead)} from the host.`;
    else {
        yield `Read ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatBytes)(result.bytesRead)} from the host, added ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatBytes)(summary.dataAdded)} to the repository (${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatBytes)(summary.dataAddedPacked)} stored).`;
    }
    const total = `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatCounted)(summary.totalFilesProcessed, 'file')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatBytes)(summary.totalBytesProcessed)}`;
    yield `Processed ${total} in ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatDuration)(result.durationMs)}.`;
    if (result.quiescedMs !== null)
        yield `The application was held for ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatDuration)(result.quiescedMs)}.`;
    if (dry)
        yield 'Dry run: nothing was saved.';
    else if (result.unchanged)
        yield `unchanged since snapshot ${result.parentId?.slice(0, 8)}: no new one was made`;
    else if (result.complete)
        yield `snapshot ${result.snapshotId?.slice(0, 8)} saved`;
    else
        yield `snapshot ${result.snapshotId?.slice(0, 8)} saved, INCOMPLETE: see the warnings above`;
}


/***/ }),

/***/ 36336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   showCopy: () => (/* binding */ showCopy)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95209);

/** Tells what a copy did. */
async function showCopy(output, result, messageType = 'summary') {
    const { copied, skipped, bytes, storedBytes } = result;
    await output.json({
        message_type: messageType,
        copied: copied.map(({ from, to }) => ({ source_id: from, snapshot_id: to })),
        skipped: skipped.map(({ from, to }) => ({ source_id: from, snapshot_id: to })),
        data_added: bytes,
        data_added_packed: storedBytes,
    });
    for (const { from, to } of copied) {
        await output.line(`snapshot ${to.slice(0, 8)} saved, copied from source snapshot ${from.slice(0, 8)}`);
    }
    const there = skipped.length === 0 ? '' : `; ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(skipped.length, 'other')} there already`;
    await output.line(`copied ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(copied.length, 'snapshot')}, added ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatBytes)(bytes)} (${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatBytes)(storedBytes)} stored)${there}`);
}


/***/ }),

/***/ 50492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   snapshotJson: () => (/* binding */ snapshotJson),
/* harmony export */   summaryJson: () => (/* binding */ summaryJson)
/* harmony export */ });
/* harmony import */ var _repository_format_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5620);

/** What a snapshot says of its making, as restic's --json shows it there and at the end of a backup. */
function summaryJson(summary) {
    return {
        backup_start: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(summary.backupStartNs),
        backup_end: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(summary.backupEndNs),
        files_new: summary.filesNew,
        files_changed: summary.filesChanged,
        files_unmodified: summary.filesUnmodified,
        dirs_new: summary.dirsNew,
        dirs_changed: summary.dirsChanged,
        dirs_unmodified: summary.dirsUnmodified,
        data_blobs: summary.dataBlobs,
        tree_blobs: summary.treeBlobs,
        data_added: summary.dataAdded,
        data_added_packed: summary.dataAddedPacked,
        total_files_processed: summary.totalFilesProcessed,
        total_bytes_processed: summary.totalBytesProcessed,
    };
}
/** A snapshot as restic's --json shows it. */
function snapshotJson({ id, snapshot }) {
    const { summary } = snapshot;
    return {
        time: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(snapshot.timeNs),
        ...(snapshot.parent === null ? {} : { parent: snapshot.parent }),
        tree: snapshot.tree,
        paths: snapshot.paths,
        hostname: snapshot.hostname,
        username: snapshot.username,
        ...(snapshot.uid === 0 ? {} : { uid: snapshot.uid }),
        ...(snapshot.gid === 0 ? {} : { gid: snapshot.gid }),
        ...(snapshot.excludes.length === 0 ? {} : { excludes: snapshot.excludes }),
        ...(snapshot.tags.length === 0 ? {} : { tags: snapshot.tags }),
        ...(snapshot.original === null ? {} : { original: snapshot.original }),
        program_version: snapshot.programVersion,
        ...(summary === null
            ? {}
            : {
                summary: summaryJson(summary),
            }),
        id,
        short_id: id.slice(0, 8),
    };
}


/***/ }),

/***/ 86868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   copyAfterBackup: () => (/* binding */ copyAfterBackup),
/* harmony export */   i: () => (/* binding */ CopyFailure)
/* harmony export */ });
/* unused harmony export sinceNewestCopy */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53272);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47508);
/* harmony import */ var _copy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23250);




/**
 * Copies a backup's snapshot into a second repository, with those of its host, application and paths that came after the
 * newest that is there: runs whose copy failed are made up for. Older ones aren't brought: the second repository may have
 * forgotten them by a policy of its own.
 * @throws CopyFailure, which says that the snapshot itself is safe.
 */
async function copyAfterBackup(order, reporter, signal) {
    try {
        return await copy(order, reporter, signal);
    }
    catch (error) {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asHoldfastError */ .C)(error)?.code === 'cancelled' ? 'cancelled' : 'copy-failed';
        throw new CopyFailure(code, order.snapshot, error);
    }
}
/** The copy failed, although the backup itself is done. */
class CopyFailure extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E {
    snapshot;
    constructor(code, snapshot, cause) {
        super(code, `Cannot copy snapshot ${snapshot.slice(0, 8)} to the second repository: ${(0,_failure_text_js__WEBPACK_IMPORTED_MODULE_1__/* .failureText */ .k)(cause)} ` +
            'The snapshot itself is saved and safe in the first one. The next run, or `holdfast copy`, makes up for its copy.', { cause });
        this.snapshot = snapshot;
    }
}
async function copy({ snapshot, openFrom, openTo, ...locking }, reporter, signal) {
    const from = await openFrom();
    try {
        const to = await openTo(from);
        try {
            const own = await from.loadSnapshot(snapshot, signal);
            const newest = { id: snapshot, snapshot: own };
            const filter = { hosts: [own.hostname], target: (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .targetOf */ .$r)(own), paths: own.paths };
            return await (0,_copy_js__WEBPACK_IMPORTED_MODULE_3__.copySnapshots)(from, to, {
                specs: [],
                filter,
                choose: (found, there) => sinceNewestCopy(newest, found, there),
                onUnreadable: (message) => reporter.onWarning(message),
                lockSource: true,
                ...locking,
            }, reporter, signal);
        }
        finally {
            await to.close();
        }
    }
    finally {
        await from.close();
    }
}
/** @param found Oldest first. */
function sinceNewestCopy(newest, found, there) {
    const isOfSame = ({ snapshot: { paths, timeNs } }) => paths.length === newest.snapshot.paths.length && timeNs <= newest.snapshot.timeNs;
    const candidates = found.filter((stored) => isOfSame(stored) && !(0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .isCheckpoint */ .Zx)(stored.snapshot));
    const last = candidates.findLastIndex((stored) => there.copyOf(stored) !== null);
    return last < 0 ? [newest] : candidates.slice(last + 1);
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

/***/ 47177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseSpoolSize: () => (/* binding */ parseSpoolSize)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85963);


/**
 * How many bytes of packs may wait on this machine while an application is held. Null: the default; 0: none.
 * @throws HoldfastError bad-input.
 */
function parseSpoolSize(text, name) {
    if (text === null || text === undefined)
        return null;
    const sizeBytes = (0,_size_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSize */ .D)(text, name);
    if (sizeBytes <= BigInt(Number.MAX_SAFE_INTEGER))
        return Number(sizeBytes);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected at most 8191t.`);
}


/***/ })

};
