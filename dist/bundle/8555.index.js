export const id = 8555;
export const ids = [8555];
export const modules = {

/***/ 96571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ SETTLE_LIMIT_MS)
/* harmony export */ });
/** How long an application may take to start or to stop that says nothing else. */
const SETTLE_LIMIT_MS = 300_000;


/***/ }),

/***/ 46878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jw: () => (/* binding */ assertRecipients),
  Yc: () => (/* binding */ decrypt),
  w: () => (/* binding */ encrypt)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/archive/age-payload.js


/**
 * The payload of an age file (age-encryption.org/v1, "Payload"): a nonce of 16 bytes, then chunks of 64 KiB, each sealed
 * by ChaCha20-Poly1305 under a counter and a flag that says which is the last. By Node's own cipher: the one in
 * JavaScript, which age's package brings, is ten times slower.
 */
const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const NONCE_BYTES = 16;
const CIPHER = 'chacha20-poly1305';
/** Memory: one chunk. */
async function* sealPayload(fileKey, plain) {
    const nonce = (0,external_node_crypto_.randomBytes)(NONCE_BYTES);
    const key = payloadKey(fileKey, nonce);
    yield nonce;
    const chunks = new ChunkCounter();
    const gathered = Buffer.allocUnsafeSlow(CHUNK_BYTES);
    let filled = 0;
    for await (const part of plain) {
        for (let at = 0; at < part.length;) {
            // Only what comes behind it tells that a full chunk isn't the last.
            if (filled === CHUNK_BYTES) {
                yield seal(key, chunks.next(false), gathered);
                filled = 0;
            }
            const length = Math.min(part.length - at, CHUNK_BYTES - filled);
            gathered.set(part.subarray(at, at + length), filled);
            filled += length;
            at += length;
        }
    }
    yield seal(key, chunks.next(true), gathered.subarray(0, filled));
}
/**
 * @param cannot For messages: `Cannot read the archive "…"`.
 * @throws HoldfastError archive-damaged: cut off, or altered. What was given before that is right.
 */
async function* openPayload(fileKey, sealed, cannot) {
    const nonce = Buffer.alloc(NONCE_BYTES);
    let key = null;
    const chunks = new ChunkCounter();
    const gathered = Buffer.allocUnsafeSlow(CHUNK_BYTES + TAG_BYTES);
    let filled = 0;
    for await (const part of sealed) {
        for (let at = 0; at < part.length;) {
            const room = key === null ? nonce : gathered;
            if (filled === room.length) {
                if (key === null)
                    key = payloadKey(fileKey, nonce);
                else
                    yield age_payload_open(key, chunks.next(false), gathered) ?? refuse(cannot, 'altered');
                filled = 0;
                continue;
            }
            const length = Math.min(part.length - at, room.length - filled);
            room.set(part.subarray(at, at + length), filled);
            filled += length;
            at += length;
        }
    }
    if (key === null)
        throw refuse(cannot, 'cut off');
    const last = gathered.subarray(0, filled);
    const plain = filled < TAG_BYTES ? null : age_payload_open(key, chunks.next(true), last);
    if (plain === null || (plain.length === 0 && chunks.count > 1)) {
        const wasNotLast = filled === gathered.length && age_payload_open(key, chunks.again(false), last) !== null;
        throw refuse(cannot, wasNotLast || filled < gathered.length ? 'cut off' : 'altered');
    }
    yield plain;
}
function refuse(cannot, how) {
    throw new errors/* HoldfastError */.E('archive-damaged', how === 'altered'
        ? `${cannot}: bytes of it were altered (age). Take another copy of it, or another archive.`
        : `${cannot}: it is cut off, or altered at its end (age). Take another copy of it, or another archive.`);
}
function payloadKey(fileKey, nonce) {
    return Buffer.from((0,external_node_crypto_.hkdfSync)('sha256', fileKey, nonce, 'payload', 32));
}
function seal(key, nonce, plain) {
    const cipher = (0,external_node_crypto_.createCipheriv)(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}
/** Null if it isn't what was sealed. */
function age_payload_open(key, nonce, sealed) {
    const decipher = (0,external_node_crypto_.createDecipheriv)(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
    const plain = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
    try {
        decipher.final();
    }
    catch {
        return null;
    }
    return plain;
}
/** The nonces of chunks: a counter of 11 bytes, big-endian, and one that is 1 for the last chunk. */
class ChunkCounter {
    count = 0;
    next(isLast) {
        this.count++;
        return this.again(isLast);
    }
    /** Of the same chunk. */
    again(isLast) {
        const nonce = Buffer.alloc(12);
        // 48 bits of chunks are more than any storage holds.
        nonce.writeUIntBE(this.count - 1, 5, 6);
        nonce[11] = isLast ? 1 : 0;
        return nonce;
    }
}

;// CONCATENATED MODULE: ./build/archive/age.js




/**
 * The scrypt work of a passphrase: 2^17, which takes 128 MiB for half a second. age's own 2^18 would be most of the memory
 * that an archive may take; whoever reads takes what the file says.
 */
const WORK_FACTOR = 17;
const SCRYPT_BLOCK = 8;
/** @throws HoldfastError bad-input at a recipient that is none. */
async function assertRecipients(recipients) {
    const { Encrypter } = await __webpack_require__.e(/* import() | age */ 644).then(__webpack_require__.bind(__webpack_require__, 81539));
    for (const recipient of recipients) {
        try {
            new Encrypter().addRecipient(recipient);
        }
        catch (cause) {
            throw new errors/* HoldfastError */.E('bad-input', `Cannot encrypt for ${shownRecipient(recipient)}: it is no recipient of age, expected one such as age1…. ` +
                'Print it from the identity with `age-keygen -y FILE`.', { cause });
        }
    }
}
/** Somebody may have taken the one for the other, and a secret key must not be shown. */
function shownRecipient(recipient) {
    return /secret/i.test(recipient)
        ? 'a secret key'
        : (0,bytestring.displayText)(JSON.stringify(recipient.slice(0, MAX_SHOWN)));
}
const MAX_SHOWN = 70;
/** `plain` as an age file, as it streams. */
async function* encrypt(plain, sealing) {
    const { Encrypter, Stanza } = await __webpack_require__.e(/* import() | age */ 644).then(__webpack_require__.bind(__webpack_require__, 81539));
    const encrypter = new Encrypter();
    let fileKey = null;
    const take = (key) => {
        fileKey = Uint8Array.from(key);
    };
    if (sealing.kind === 'passphrase') {
        encrypter.addRecipient(passphraseRecipient(sealing, Stanza, take));
    }
    else {
        await assertRecipients(sealing.recipients);
        for (const recipient of sealing.recipients)
            encrypter.addRecipient(recipient);
        // Is given the file's key as each recipient is, and leaves nothing in the header.
        encrypter.addRecipient({
            wrapFileKey(key) {
                take(key);
                return [];
            },
        });
    }
    // An empty file: its header is ours, too.
    const empty = Buffer.from(await encrypter.encrypt(new Uint8Array(0)));
    if (fileKey === null)
        throw new errors/* HoldfastError */.E('internal', 'age encrypted without a key.');
    yield empty.subarray(0, headerBytes(empty) ?? 0);
    yield* sealPayload(fileKey, plain);
}
/** age's own scrypt recipient, by Node's scrypt: in another thread, and its memory is free again at once. */
function passphraseRecipient({ passphrase, workFactor = WORK_FACTOR }, Stanza, onKey) {
    return {
        async wrapFileKey(fileKey) {
            onKey(fileKey);
            const salt = (0,external_node_crypto_.randomBytes)(16);
            const key = await stretched(passphrase, Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), salt]), 2 ** workFactor);
            const cipher = (0,external_node_crypto_.createCipheriv)('chacha20-poly1305', key, Buffer.alloc(12), { authTagLength: 16 });
            const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
            const saltText = salt.toString('base64').replaceAll('=', '');
            return [new Stanza(['scrypt', saltText, String(workFactor)], body)];
        },
    };
}
function stretched(passphrase, salt, cost) {
    const maxmem = 2 * 128 * SCRYPT_BLOCK * cost;
    return new Promise((resolve, reject) => {
        (0,external_node_crypto_.scrypt)(passphrase, salt, 32, { N: cost, r: SCRYPT_BLOCK, p: 1, maxmem }, (error, key) => {
            if (error === null)
                resolve(key);
            else
                reject(error);
        });
    });
}
/** Longest header that is taken in: some hundred recipients of the largest kind. */
const MAX_HEADER_BYTES = 1024 * 1024;
const FIRST_LINE = 'age-encryption.org/v1\n';
/**
 * What an age file holds, as it streams.
 *
 * @param cannot For messages: `Cannot read the archive "…"`.
 * @throws HoldfastError wrong-password if nothing given opens it; archive-damaged if it is altered, cut off or no age file:
 *   what came before that is right. Whatever `sealed` throws.
 */
async function* decrypt(sealed, opening, cannot) {
    const source = sealed[Symbol.asyncIterator]();
    try {
        const { header, rest } = await readHeader(source, cannot);
        const fileKey = await fileKeyOf(header, opening, cannot);
        yield* openPayload(fileKey, behind(rest, source), cannot);
    }
    finally {
        await source.return?.();
    }
}
async function* behind(first, source) {
    yield first;
    for (let next = await source.next(); next.done !== true; next = await source.next())
        yield next.value;
}
async function readHeader(source, cannot) {
    let head = Buffer.alloc(0);
    for (;;) {
        const known = head.subarray(0, FIRST_LINE.length).toString('latin1');
        // A piece may hold far more than the header: of S3 the first has 8 MiB.
        const length = headerBytes(head.subarray(0, MAX_HEADER_BYTES));
        if (!FIRST_LINE.startsWith(known) || (length === null && head.length > MAX_HEADER_BYTES)) {
            throw damaged(cannot, "it doesn't begin as a file of age does");
        }
        if (length !== null)
            return { header: head.subarray(0, length), rest: head.subarray(length) };
        const next = await source.next();
        if (next.done === true)
            throw damaged(cannot, "it is cut off in age's header");
        head = Buffer.concat([head, next.value]);
    }
}
/** Up to the line of the MAC, that one included; null if that isn't there yet. */
function headerBytes(bytes) {
    const mac = bytes.indexOf('\n--- ');
    const end = mac < 0 ? -1 : bytes.indexOf('\n', mac + 1);
    return end < 0 ? null : end + 1;
}
async function fileKeyOf(header, opening, cannot) {
    const isByPassphrase = header.includes('\n-> scrypt ');
    if (isByPassphrase && opening.passphrase === null) {
        throw wrongKey(cannot, 'it is encrypted with a passphrase, and none was given', 'Give the passphrase.');
    }
    if (!isByPassphrase && opening.identities.length === 0) {
        throw wrongKey(cannot, 'it is encrypted for recipients, and no identity was given', 'Give the identity (AGE-SECRET-KEY-1…) of one of them.');
    }
    const { Decrypter } = await __webpack_require__.e(/* import() | age */ 644).then(__webpack_require__.bind(__webpack_require__, 81539));
    const decrypter = new Decrypter();
    if (isByPassphrase)
        decrypter.addPassphrase(opening.passphrase ?? '');
    else
        for (const identity of opening.identities)
            addIdentity(decrypter, identity);
    try {
        return await decrypter.decryptHeader(Uint8Array.from(header));
    }
    catch (cause) {
        const said = cause instanceof Error ? cause.message : '';
        if (!/no identity matched/.test(said)) {
            throw damaged(cannot, `age's header is altered (${(0,bytestring.displayText)(said)})`, cause);
        }
        throw isByPassphrase
            ? wrongKey(cannot, 'the passphrase is wrong', 'Give the one that it was made with.', cause)
            : wrongKey(cannot, 'none of the identities given is of a recipient that it was encrypted for', 'Its manifest names the recipients; `age-keygen -y FILE` says which one an identity is.', cause);
    }
}
function addIdentity(decrypter, identity) {
    try {
        decrypter.addIdentity(identity);
    }
    catch (cause) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot use an identity: it is no secret key of age, expected AGE-SECRET-KEY-1…. Give the file that age-keygen made.', { cause });
    }
}
function wrongKey(cannot, actual, advice, cause) {
    return new errors/* HoldfastError */.E('wrong-password', `${cannot}: ${actual}. ${advice}`, { cause });
}
function damaged(cannot, actual, cause) {
    return new errors/* HoldfastError */.E('archive-damaged', `${cannot}: ${actual}. Take another copy of it, or another archive.`, { cause });
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

/***/ 14480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ statusBy),
/* harmony export */   u: () => (/* binding */ askStatus)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _as_a_person_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37216);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52871);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28976);




/** What a status command says of an application, by its exit status: 0 it runs, 3 it is stopped. */
function askStatus(host, status, signal) {
    return statusBy(host, `(${_as_a_person_js__WEBPACK_IMPORTED_MODULE_0__/* .AS_A_PERSON */ .T}; cd / && eval ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(status))}) </dev/null >&2`, signal);
}
/** The same of a script of ours that ends as the command does. */
async function statusBy(host, script, signal) {
    const { exit } = await (0,_output_js__WEBPACK_IMPORTED_MODULE_3__/* .runToEnd */ .cd)(host, script, { signal });
    if (!('code' in exit))
        return 'unknown';
    return exit.code === 0 ? 'runs' : exit.code === 3 ? 'stopped' : 'unknown';
}


/***/ }),

/***/ 31355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ RUNS)
/* harmony export */ });
/**
 * Shell: `start_of PID` sets `start` to when the process started; `runs PID START` says whether it is that one. A number may
 * be another's by now, and what has ended stays in /proc until somebody waits for it.
 */
const RUNS = `
start_of() {
  IFS= read -r line </proc/$1/stat || return 1
  set -- \${line##*')'}
  case $1 in [ZX]) return 1 ;; esac
  start=\${20}
} 2>/dev/null
runs() { [ -n "$1" ] && start_of "$1" && [ "$start" = "$2" ]; }
`;


/***/ }),

/***/ 41:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreHeld: () => (/* binding */ restoreHeld)
/* harmony export */ });
/* harmony import */ var _backup_application_hold_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35944);
/* harmony import */ var _restore_restore_after_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19240);
/* harmony import */ var _restore_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99867);



/**
 * Restores while the application holds still: before commands, restore, after commands, these in every case.
 * @throws As `restore`; command-failed when a before command fails, or an after command once the restore itself had.
 */
async function restoreHeld(host, repository, options, reporter, signal) {
    const { before, after, onApplication, dryRun } = options; // `target` is a folder to a restore
    const held = { host, options: { before, after, onApplication, dryRun }, reporter, signal };
    const { result, afterFailure } = await (0,_backup_application_hold_js__WEBPACK_IMPORTED_MODULE_0__/* .holdApplication */ .u)(held, () => (0,_restore_js__WEBPACK_IMPORTED_MODULE_1__/* .restore */ .P)(host, repository, options, reporter, signal));
    return {
        result,
        afterFailure: afterFailure === null ? null : new _restore_restore_after_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .RestoreAfterFailure */ .R(afterFailure, result),
    };
}


/***/ }),

/***/ 19240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ RestoreAfterFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** The after commands failed, although the restore itself is done: `result` says what it did. */
class RestoreAfterFailure extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E {
    result;
    constructor(failure, result) {
        super(failure.code, `${failure.message} ${doneBy(result)}`, { cause: failure });
        this.result = result;
    }
}
function doneBy({ dryRun, undoFolders }) {
    if (dryRun)
        return 'Nothing was restored: it was a dry run.';
    if (undoFolders.length === 0)
        return 'The restore itself is done; nothing was in its way.';
    const where = undoFolders.map((folder) => `"${folder}"`).join(', ');
    return `The restore itself is done; what was in its way lies in ${where}.`;
}


/***/ })

};
