export const id = 3277;
export const ids = [3277,663];
export const modules = {

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

/***/ 20760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ identitiesIn),
/* harmony export */   jJ: () => (/* binding */ sealingOf),
/* harmony export */   uB: () => (/* binding */ recipientsIn)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** Lines that hold something, without comments. */
function linesOf(text) {
    return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
}
/** Public keys, one a line or with commas between, `#` for comments: as in age's own files. */
function recipientsIn(text) {
    return linesOf(text)
        .flatMap((line) => line.split(','))
        .map((recipient) => recipient.trim())
        .filter((recipient) => recipient !== '');
}
/**
 * Secret keys, as `age-keygen` writes them.
 * @param where For the message: the file or the input that held `text`.
 * @throws HoldfastError bad-input if there is none. The message shows nothing of the text.
 */
function identitiesIn(text, where) {
    const lines = linesOf(text);
    if (lines.length > 0 && lines.every((line) => line.startsWith('AGE-SECRET-KEY-')))
        return lines;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot read an identity from ${where}: expected lines that begin with AGE-SECRET-KEY-, as age-keygen writes them.`);
}
/**
 * How an archive is to be encrypted.
 * @param names What the three are called where they were given.
 * @throws HoldfastError bad-input unless it is exactly one: that nothing is encrypted must be said.
 */
function sealingOf(given, names) {
    const { recipients, passphrase, unencrypted } = given;
    const ways = [
        recipients.length > 0 ? names.recipients : null,
        passphrase !== null ? names.passphrase : null,
        unencrypted ? names.unencrypted : null,
    ].filter((name) => name !== null);
    if (ways.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot make an archive: nothing says how it is encrypted. Give ${names.recipients}, ${names.passphrase}, or (whoever comes by it reads it then) ${names.unencrypted}.`);
    }
    if (ways.length > 1) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use both ${ways.join(' and ')}: expected one of them.`);
    }
    if (unencrypted)
        return { kind: 'none' };
    if (passphrase === null)
        return { kind: 'recipients', recipients };
    if (passphrase !== '')
        return { kind: 'passphrase', passphrase };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', 'Cannot use an empty passphrase. Choose a longer one.');
}


/***/ }),

/***/ 81595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ readOpening),
/* harmony export */   q: () => (/* binding */ readSealing)
/* harmony export */ });
/* harmony import */ var _archive_archive_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20760);
/* harmony import */ var _password_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64986);


const NAMES = {
    recipients: '--age-recipient or --age-recipients-file',
    passphrase: '--age-passphrase-file',
    unencrypted: '--unencrypted',
};
/** @throws HoldfastError bad-input unless exactly one way is named. */
async function readSealing(flags) {
    const recipients = [...flags.ageRecipient];
    for (const file of flags.ageRecipientsFile)
        recipients.push(...(0,_archive_archive_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .recipientsIn */ .uB)(await (0,_password_js__WEBPACK_IMPORTED_MODULE_1__.readSecretFile)(file, 'the recipients')));
    const passphrase = flags.agePassphraseFile === undefined
        ? null
        : await (0,_password_js__WEBPACK_IMPORTED_MODULE_1__.readSecretFile)(flags.agePassphraseFile, 'the passphrase');
    return (0,_archive_archive_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .sealingOf */ .jJ)({ recipients, passphrase, unencrypted: flags.unencrypted ?? false }, NAMES);
}
/** @throws HoldfastError bad-input. */
async function readOpening(flags) {
    const identities = [];
    for (const file of flags.ageIdentity)
        identities.push(...(0,_archive_archive_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .identitiesIn */ .Af)(await (0,_password_js__WEBPACK_IMPORTED_MODULE_1__.readSecretFile)(file, 'the identity'), JSON.stringify(file)));
    const passphrase = flags.agePassphraseFile === undefined
        ? null
        : await (0,_password_js__WEBPACK_IMPORTED_MODULE_1__.readSecretFile)(flags.agePassphraseFile, 'the passphrase');
    return { identities, passphrase };
}


/***/ }),

/***/ 74495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openArchives: () => (/* binding */ openArchives)
/* harmony export */ });
/* harmony import */ var _archive_open_store_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2663);
/* harmony import */ var _settings_unlocked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52395);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69261);



/** The store that `location` names. Requests that are tried again are told. @throws HoldfastError bad-input. */
function openArchives({ flags, terminal, reporter }, location) {
    return (0,_archive_open_store_js__WEBPACK_IMPORTED_MODULE_0__.openArchiveStore)(location, {
        ...(0,_settings_unlocked_js__WEBPACK_IMPORTED_MODULE_1__/* .unlocked */ .Y)((0,_session_js__WEBPACK_IMPORTED_MODULE_2__.s3Settings)(flags)),
        caFile: flags.cacert ?? (terminal.env['RESTIC_CACERT'] || undefined),
        onRetry: (message) => reporter.onInfo(message),
    });
}


/***/ }),

/***/ 41155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   snapshotFilter: () => (/* binding */ snapshotFilter)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _settings_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51767);
/* harmony import */ var _settings_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15787);



/**
 * The filter that the flags ask for. As restic's: the host is RESTIC_HOST's without --host, and anyone's with an empty
 * one; a path is read as restic does, from the working folder. @throws HoldfastError bad-input.
 */
function snapshotFilter(flags, env) {
    const hosts = flags.host.length > 0 ? flags.host : [env['RESTIC_HOST'] ?? ''];
    return {
        hosts: hosts.filter((host) => host !== ''),
        target: flags.of ?? null,
        tags: flags.tag.map((list) => (0,_settings_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .splitTags */ .c)([list])),
        paths: flags.path.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path)),
        ...(flags.notAfter === undefined ? {} : { notAfterNs: (0,_settings_time_js__WEBPACK_IMPORTED_MODULE_2__.parseTime)(flags.notAfter, '--not-after') }),
    };
}


/***/ }),

/***/ 13106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withArchive: () => (/* binding */ withArchive)
/* harmony export */ });
/* harmony import */ var _archive_find_archives_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90456);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19473);
/* harmony import */ var _operations_restore_archive_archive_contents_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30593);
/* harmony import */ var _age_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81595);
/* harmony import */ var _archive_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74495);
/* harmony import */ var _filter_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41155);






/** Finds the archive that `spec` means where `--archive-from` says, reads it, and has `work` restore from it. */
async function withArchive(task, spec, work) {
    const { flags, terminal, reporter, signal } = task;
    refuseIgnored(flags);
    const opening = await (0,_age_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .readOpening */ .j)(flags);
    const store = await (0,_archive_store_js__WEBPACK_IMPORTED_MODULE_1__.openArchives)(task, flags.archiveFrom ?? '');
    try {
        const [host = null] = (0,_filter_js__WEBPACK_IMPORTED_MODULE_2__.snapshotFilter)(flags, terminal.env).hosts ?? [];
        const filter = { target: flags.of ?? null, host };
        const found = await (0,_archive_find_archives_js__WEBPACK_IMPORTED_MODULE_3__.resolveArchive)(store, spec, filter, signal);
        tellIncomplete(found, task);
        return await work(await (0,_operations_restore_archive_archive_contents_js__WEBPACK_IMPORTED_MODULE_4__.readArchive)({ ...found, store, opening }, reporter, signal));
    }
    finally {
        await store.close();
    }
}
function tellIncomplete({ id, manifest }, { reporter }) {
    if (manifest?.complete === false)
        reporter.onWarning(`The archive ${id} is incomplete: not all that was to be saved is in it. Its own manifest (--own) says what is missing.`);
}
/** @throws HoldfastError bad-input for what chooses a snapshot of a repository alone. */
function refuseIgnored(flags) {
    const ignored = (flags.repo !== undefined && '--repo') ||
        (flags.tag.length > 0 && '--tag') ||
        (flags.path.length > 0 && '--path') ||
        (flags.notAfter !== undefined && '--not-after') ||
        (flags.host.length > 1 && 'several --host');
    if (!ignored)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('bad-input', `Cannot use both --archive-from and ${ignored}: an archive is chosen by its ID, or as latest by --host and --of.`);
}


/***/ }),

/***/ 88112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ readPatterns)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/settings/exclude-file.js
/**
 * The patterns in a file as restic reads it: one a line, without white space around it; empty lines and lines that
 * begin with `#` are left out; `$NAME` and `${NAME}` stand for environment variables, `$$` for a dollar sign.
 */
function parseExcludeFile(text, env = process.env) {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line) => line.replace(/\$(?:(\$)|\{(\w+)\}|(\w+))/g, (_, dollar, braced, bare) => dollar ?? env[braced ?? bare] ?? ''));
}

// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
;// CONCATENATED MODULE: ./build/cli/patterns.js




/** The patterns in files of this machine (--exclude-file and its kin). @throws HoldfastError bad-input. */
async function readPatterns(files) {
    const patterns = [];
    for (const file of files) {
        try {
            patterns.push(...parseExcludeFile(await (0,promises_.readFile)(file, 'utf8')));
        }
        catch (cause) {
            throw new errors/* HoldfastError */.E('bad-input', `Cannot read patterns from ${JSON.stringify(file)}: ${(0,system_error/* systemErrorText */.f9)(cause)}.`, { cause });
        }
    }
    return patterns;
}


/***/ }),

/***/ 19168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readRestoreOptions: () => (/* binding */ readRestoreOptions),
/* harmony export */   readSourceRequest: () => (/* binding */ readSourceRequest)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _choice_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68881);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19473);
/* harmony import */ var _files_given_path_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(34469);
/* harmony import */ var _settings_dump_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92095);
/* harmony import */ var _settings_snapshot_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59400);
/* harmony import */ var _filter_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41155);
/* harmony import */ var _patterns_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88112);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69261);









/** @throws HoldfastError bad-input. */
async function readSourceRequest({ flags, terminal }, text) {
    const { snapshot, folder } = (0,_settings_snapshot_spec_js__WEBPACK_IMPORTED_MODULE_1__.parseSnapshotSpec)(text);
    const filter = (0,_filter_js__WEBPACK_IMPORTED_MODULE_2__.snapshotFilter)(flags, terminal.env);
    if (flags.database !== undefined)
        return { snapshot, filter, parts: (0,_settings_dump_file_js__WEBPACK_IMPORTED_MODULE_3__/* .dumpAsFile */ .R)(flags.database === true ? null : flags.database) };
    const includes = [...flags.include, ...(await (0,_patterns_js__WEBPACK_IMPORTED_MODULE_4__/* .readPatterns */ .c)(flags.includeFile))];
    const iincludes = [...flags.iinclude, ...(await (0,_patterns_js__WEBPACK_IMPORTED_MODULE_4__/* .readPatterns */ .c)(flags.iincludeFile))];
    requireSomething(flags, [...includes, ...iincludes]);
    return {
        snapshot,
        filter,
        parts: {
            folder,
            includes,
            iincludes,
            excludes: [...flags.exclude, ...(await (0,_patterns_js__WEBPACK_IMPORTED_MODULE_4__/* .readPatterns */ .c)(flags.excludeFile))],
            iexcludes: [...flags.iexclude, ...(await (0,_patterns_js__WEBPACK_IMPORTED_MODULE_4__/* .readPatterns */ .c)(flags.iexcludeFile))],
            includeOwn: flags.own ?? false,
        },
    };
}
/** An empty variable, or an empty file: all would be restored where a part was meant. */
function requireSomething({ include, iinclude, includeFile, iincludeFile }, patterns) {
    const isAsked = [include, iinclude, includeFile, iincludeFile].some(({ length }) => length > 0);
    if (!isAsked || patterns.some((pattern) => pattern !== ''))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('bad-input', 'Cannot choose what is restored: --include and its kin hold no pattern, expected one at least. Leave them out to restore everything.');
}
/** How it is to be restored to a host. @throws HoldfastError bad-input. */
function readRestoreOptions(flags, { parts }) {
    return {
        ...parts,
        target: targetOf(flags, parts.folder),
        overwrite: (0,_choice_js__WEBPACK_IMPORTED_MODULE_6__.parseChoice)(flags.overwrite, '--overwrite', ['always', 'if-changed', 'if-newer', 'never']),
        delete: flags.delete ?? false,
        owners: flags.ownershipByName ? 'names' : 'numeric',
        verify: flags.verify,
        dryRun: flags.dryRun ?? false,
        noLock: !flags.lock || flags.asOf !== undefined,
        retryLockMs: (0,_session_js__WEBPACK_IMPORTED_MODULE_7__.retryLockMs)(flags),
        before: flags.before,
        after: flags.after,
    };
}
/** The folder to restore below; null for the original place. Never by omission: restic asks for it too. */
function targetOf({ target, on }, folder) {
    if (target === undefined || target === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('bad-input', 'Cannot restore: no place is named. Give --target FOLDER, or --target / for the original place.');
    }
    if (target.startsWith('~')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('bad-input', `Cannot restore to ${JSON.stringify(target)}: no shell has read its "~", expected a folder. Write the path out` +
            `${on === 'local' ? ', or ./~… for a folder that is called so' : ''}.`);
    }
    const path = (0,_files_given_path_js__WEBPACK_IMPORTED_MODULE_8__/* .givenPath */ .H)(on === 'local' ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(target) : target, '--target');
    return path === '/' && folder === null ? null : path;
}


/***/ }),

/***/ 67531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreToTar: () => (/* binding */ restoreToTar)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95209);
/* harmony import */ var _new_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90701);
/* harmony import */ var _operations_restore_tar_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85547);
/* harmony import */ var _repository_find_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75207);
/* harmony import */ var _restore_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19168);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69261);






/** `restore --tar FILE`: a snapshot, or a part of it, as one plain tar archive on this machine. */
async function restoreToTar(task, spec, file) {
    const request = await (0,_restore_options_js__WEBPACK_IMPORTED_MODULE_0__.readSourceRequest)(task, spec);
    if (task.flags.archiveFrom !== undefined) {
        const { withArchive } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 13106));
        return withArchive(task, request.snapshot, (contents) => writeTar(task, { source: contents, request, snapshot: contents.snapshot, signal: task.signal }, file));
    }
    await (0,_session_js__WEBPACK_IMPORTED_MODULE_1__.withRepository)(task, 'shared', async ({ repository, signal }) => {
        const snapshot = await (0,_repository_find_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.resolveSnapshot)(repository, request.snapshot, request.filter, signal);
        await writeTar(task, { source: repository, request, snapshot, signal }, file);
    });
}
async function writeTar({ output, reporter }, { source, request, snapshot, signal }, file) {
    const write = (sink) => (0,_operations_restore_tar_js__WEBPACK_IMPORTED_MODULE_3__/* .exportTar */ .S)(source, { ...request.parts, snapshot }, sink, reporter, signal);
    if (file === '-') {
        await write((bytes) => output.bytes(bytes));
        return;
    }
    const { files, folders, others, bytes } = await (0,_new_file_js__WEBPACK_IMPORTED_MODULE_4__.writeNewFile)(file, write);
    await output.json({
        message_type: 'summary',
        snapshot_id: snapshot.id,
        target: file,
        total_files: files + folders + others,
        total_bytes: bytes,
    });
    await output.line(`wrote ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_5__.formatCounted)(files, 'file')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_5__.formatBytes)(bytes)} to ${file}`);
}


/***/ }),

/***/ 69261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  asOfMs: () => (/* binding */ asOfMs),
  openOf: () => (/* binding */ openOf),
  openStorage: () => (/* binding */ openStorage),
  prepareOpening: () => (/* binding */ prepareOpening),
  repositoryLocation: () => (/* binding */ repositoryLocation),
  repositoryOptions: () => (/* binding */ repositoryOptions),
  retryLockMs: () => (/* binding */ retryLockMs),
  s3Settings: () => (/* binding */ s3Settings),
  withOpeningRepository: () => (/* binding */ withOpeningRepository),
  withRepository: () => (/* binding */ withRepository)
});

// EXTERNAL MODULE: ./build/backends/location.js + 6 modules
var backends_location = __webpack_require__(68713);
// EXTERNAL MODULE: ./build/backends/retry.js
var retry = __webpack_require__(65534);
// EXTERNAL MODULE: ./build/backends/storage-flags.js
var storage_flags = __webpack_require__(6595);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/repository/lock.js + 3 modules
var lock = __webpack_require__(55144);
// EXTERNAL MODULE: ./build/repository/open.js
var repository_open = __webpack_require__(65281);
// EXTERNAL MODULE: ./build/repository/storage-options.js
var storage_options = __webpack_require__(52419);
// EXTERNAL MODULE: ./build/duration.js
var duration = __webpack_require__(73110);
// EXTERNAL MODULE: ./build/settings/time.js
var time = __webpack_require__(15787);
// EXTERNAL MODULE: ./build/amounts.js
var amounts = __webpack_require__(95209);
;// CONCATENATED MODULE: ./build/cli/cache-options.js


/**
 * What is kept of a repository in a folder of this machine, by restic's flags and variables: what backups leave for the next ones;
 * and where it lies elsewhere, indexes, snapshots and packs of trees, which are read there once they were read before. And
 * `outermost`, which is put around what lies elsewhere.
 */
function cacheOptions(task, location, outermost = (backend) => backend) {
    // What is there as of a time isn't what is there: it would be forgotten.
    const isWanted = task.flags.cache && task.flags.asOf === undefined;
    let opening = null;
    const openFolder = (repositoryId) => {
        opening ??= isWanted ? openFolderOf(task, repositoryId) : Promise.resolve(null);
        return opening;
    };
    if (!(0,backends_location/* isRemote */.Vx)(location))
        return { openMarks: openFolder };
    const wrapBackend = async (backend, repositoryId) => {
        const folder = await openFolder(repositoryId);
        return outermost(folder === null ? backend : await cached(task, backend, folder));
    };
    return { wrapBackend, openMarks: openFolder };
}
async function cached({ reporter }, backend, folder) {
    const { withCache } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 66226));
    return withCache(backend, folder, { onProblem: (message) => reporter.onInfo(message) });
}
async function openFolderOf(task, repositoryId) {
    const { flags, reporter, terminal } = task;
    const { defaultCacheBase, openCacheFolder, removeOldCaches } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 79261));
    const base = flags.cacheDir ?? (terminal.env['RESTIC_CACHE_DIR'] || defaultCacheBase(terminal.env));
    if (base === null)
        return null;
    const onProblem = (message) => reporter.onInfo(message);
    const folder = await openCacheFolder({ base, repositoryId, onProblem });
    if (flags.cleanupCache) {
        const removed = await removeOldCaches(base, Date.now());
        if (removed > 0)
            reporter.onInfo(`${(0,amounts.formatCounted)(removed, 'old cache')} removed.`);
    }
    return folder;
}

// EXTERNAL MODULE: ./build/cli/password.js + 1 modules
var cli_password = __webpack_require__(64986);
;// CONCATENATED MODULE: ./build/cli/session.js











/** Opens the repository that the flags and the environment name, runs `work` under a lock, and closes everything. */
async function withRepository(task, asked, work) {
    const { lock, ahead } = typeof asked === 'string' ? { lock: asked, ahead: () => undefined } : asked;
    const retryForMs = retryLockMs(task.flags);
    const start = await prepareOpening(task);
    const repository = await start();
    try {
        // What was there at a time stays whatever others do now, and nothing can be written beside it.
        if (lock === 'none' || task.flags.asOf !== undefined || (lock === 'shared' && !task.flags.lock)) {
            return await work({ repository, signal: task.signal });
        }
        const session = { repository, signal: task.signal };
        const options = { exclusive: lock === 'exclusive', retryForMs, ahead: ahead(session) };
        return await withLock(task, repository, options, work);
    }
    finally {
        await repository.close();
    }
}
/**
 * As `withRepository` without a lock, for work that has something else to do while the password is tried, which takes
 * half a second.
 * @param outermost Put around a backend that lies elsewhere.
 */
async function withOpeningRepository(task, work, outermost) {
    const start = await prepareOpening(task, { outermost, leavesCores: true });
    const opening = start();
    opening.catch(() => { }); // met by `work`
    try {
        return await work(opening);
    }
    finally {
        const repository = await opening.catch(() => null);
        await repository?.close();
    }
}
async function withLock(task, repository, options, work) {
    const held = await (0,lock.acquireLock)(repository, {
        ...options,
        onlyReads: !options.exclusive,
        signal: task.signal,
        onWaiting: (message) => task.reporter.onInfo(message),
        onWarning: (message) => task.reporter.onWarning(message),
    });
    try {
        return await work({ repository, signal: AbortSignal.any([task.signal, held.lost]) });
    }
    finally {
        await held.release();
    }
}
/** Opens the repository; whoever asks for it closes it. */
async function openOf(task) {
    return (await prepareOpening(task))();
}
/** Reads all that opening takes, and asks the person for what is missing. What comes opens the repository. */
async function prepareOpening(task, { outermost, onPassword, leavesCores = false } = {}) {
    const location = await repositoryLocation(task);
    const backend = await openStorageAt(task, location);
    const options = { ...repositoryOptions(task), ...cacheOptions(task, location, outermost) };
    const password = await (0,cli_password.readPassword)(task.flags, task.terminal, task.signal, backend.location);
    onPassword?.(password);
    return () => (0,repository_open.openRepository)(backend, password, {
        ...options,
        leavesCores,
        keyHint: task.flags.keyHint ?? task.terminal.env['RESTIC_KEY_HINT'],
        signal: task.signal,
        onWarning: (message) => task.reporter.onWarning(message),
    });
}
/**
 * Where the repository's files lie, or shall lie, as the flags and the environment name it. Faults that may pass are
 * tried again, and told. @throws HoldfastError bad-input.
 */
async function openStorage(task) {
    return openStorageAt(task, await repositoryLocation(task));
}
async function openStorageAt(task, location) {
    const { flags, terminal } = task;
    const caFile = flags.cacert ?? (terminal.env['RESTIC_CACERT'] || undefined);
    const backend = await (0,backends_location/* openBackend */.f2)(location, {
        caFile,
        s3: { ...s3Settings(flags), ...flags.s3 },
        asOfMs: asOfMs(flags) ?? undefined,
    });
    return (0,retry/* withRetry */.b)(backend, { onRetry: (message) => task.reporter.onInfo(message) });
}
/** @throws HoldfastError bad-input. */
function s3Settings({ option = [], objectLock, objectLockDays }) {
    const lock = { mode: objectLock ?? null, days: objectLockDays ?? null };
    return {
        ...(0,storage_flags/* parseStorageOptions */.z)(option, '-o'),
        objectLock: (0,storage_flags/* parseObjectLock */.c)(lock, { mode: '--object-lock', days: '--object-lock-days' }),
    };
}
/** In ms since 1970, or null: as it is. @throws HoldfastError bad-input. */
function asOfMs({ asOf }) {
    return asOf === undefined ? null : (0,time.parseTimeMs)(asOf, '--as-of');
}
/** How a repository is written, by flags or restic's variables. @throws HoldfastError bad-input. */
function repositoryOptions({ flags, terminal: { env } }) {
    return (0,storage_options/* storageOptions */.E)({
        compression: flags.compression ?? (env['RESTIC_COMPRESSION'] || null),
        packSize: flags.packSize ?? (env['RESTIC_PACK_SIZE'] || null),
    }, { compression: '--compression or RESTIC_COMPRESSION', packSize: '--pack-size or RESTIC_PACK_SIZE' });
}
/** From --repo, --repository-file or their environment variables, in restic's order. @throws HoldfastError bad-input. */
async function repositoryLocation({ flags, terminal: { env } }) {
    if (flags.repo !== undefined && flags.repositoryFile !== undefined) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot use both --repo and --repository-file: expected one of them.');
    }
    // Given empty (an unset variable, say), it isn't the environment's that is meant.
    if (flags.repo !== undefined)
        return flags.repo;
    if (flags.repositoryFile !== undefined)
        return (0,cli_password.readSecretFile)(flags.repositoryFile, 'the repository’s location');
    if (env['RESTIC_REPOSITORY'])
        return env['RESTIC_REPOSITORY'];
    if (env['RESTIC_REPOSITORY_FILE']) {
        return (0,cli_password.readSecretFile)(env['RESTIC_REPOSITORY_FILE'], 'the repository’s location');
    }
    throw new errors/* HoldfastError */.E('bad-input', 'Cannot open a repository: none is named. Give -r/--repo, or set RESTIC_REPOSITORY.');
}
function retryLockMs(flags) {
    return flags.retryLock === undefined ? 0 : (0,duration/* parseDuration */.E)(flags.retryLock, '--retry-lock');
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

/***/ 27628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ deviceNumber)
/* harmony export */ });
/** Linux' encoding of a device's major and minor number in st_rdev (glibc's makedev). */
function deviceNumber(major, minor) {
    return ((major & ~0xfffn) << 32n) | ((major & 0xfffn) << 8n) | ((minor & ~0xffn) << 12n) | (minor & 0xffn);
}


/***/ }),

/***/ 34469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ givenPath)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/**
 * An absolute path without doubled or trailing slashes and `.`.
 * @throws HoldfastError bad-input for a relative path, or one with `..`, which a symlink would lead elsewhere.
 */
function givenPath(path, what) {
    const names = path.split('/').filter((name) => name !== '' && name !== '.');
    if (path.startsWith('/') && !names.includes('..'))
        return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(`/${names.join('/')}`);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${what}: it is ${JSON.stringify(path)}, expected an absolute path without "..".`);
}


/***/ }),

/***/ 61098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ compilePatterns)
});

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/files/rune.js
/** What Go puts for a byte that isn't part of valid UTF-8. */
const REPLACEMENT = 0xfffd;
/** The character of `bytes` at `at`, which is inside it. */
function decodeRune(bytes, at) {
    const first = bytes.charCodeAt(at);
    if (first < 0x80)
        return { codePoint: first, length: 1 };
    const length = first >= 0xc2 && first <= 0xdf
        ? 2
        : first >= 0xe0 && first <= 0xef
            ? 3
            : first >= 0xf0 && first <= 0xf4
                ? 4
                : 0;
    if (length === 0 || at + length > bytes.length)
        return INVALID;
    let codePoint = first & (0xff >> (length + 1));
    for (let i = 1; i < length; i++) {
        const next = bytes.charCodeAt(at + i);
        if ((next & 0xc0) !== 0x80)
            return INVALID;
        codePoint = (codePoint << 6) | (next & 0x3f);
    }
    const isOverlong = codePoint < (length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000);
    const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
    return isOverlong || isSurrogate || codePoint > 0x10ffff ? INVALID : { codePoint, length };
}
const INVALID = { codePoint: REPLACEMENT, length: 1 };
/** `bytes` in lower case as Go's `strings.ToLower` writes it: character by character, invalid bytes as U+FFFD. */
function toLowerBytes(bytes) {
    if (/^[\x00-\x7f]*$/.test(bytes))
        return bytes.toLowerCase();
    let lower = '';
    for (let at = 0; at < bytes.length;) {
        const { codePoint, length } = decodeRune(bytes, at);
        // One character's lower case is one character, but for U+0130, whose second is left out (as in Unicode's table).
        lower += String.fromCodePoint(String.fromCodePoint(codePoint).toLowerCase().codePointAt(0));
        at += length;
    }
    return Buffer.from(lower, 'utf8').toString('latin1');
}

;// CONCATENATED MODULE: ./build/files/pattern.js



/**
 * @throws HoldfastError bad-input at a syntax error (an open bracket, a backslash at the end), which filepath.Match
 *   calls ErrBadPattern.
 */
function compileComponent(pattern) {
    const bytes = (0,bytestring.fromText)(pattern);
    if (!/[\\[\]*?]/.test(pattern))
        return { matches: (name) => name === bytes };
    if (!/[\\[\]?]/.test(pattern))
        return starPattern(bytes.split('*'));
    const chunks = new ComponentParser(pattern, bytes).parse();
    return { matches: (name) => matchChunks(chunks, 0, name, 0) };
}
/** What most patterns are: literal text with stars between. The first text begins a name, the last one ends it. */
function starPattern(texts) {
    const first = texts[0] ?? '';
    const last = texts.at(-1) ?? '';
    const middle = texts.slice(1, -1);
    return {
        matches: (name) => {
            if (!name.startsWith(first) || !name.endsWith(last))
                return false;
            let at = first.length;
            for (const text of middle) {
                const found = name.indexOf(text, at);
                if (found === -1)
                    return false;
                at = found + text.length;
            }
            return at + last.length <= name.length;
        },
    };
}
class ComponentParser {
    #pattern;
    #bytes;
    #at = 0;
    constructor(pattern, bytes) {
        this.#pattern = pattern;
        this.#bytes = bytes;
    }
    parse() {
        const chunks = [];
        while (this.#at < this.#bytes.length) {
            const afterStar = this.#bytes[this.#at] === '*';
            while (this.#bytes[this.#at] === '*')
                this.#at++;
            const items = [];
            while (this.#at < this.#bytes.length && this.#bytes[this.#at] !== '*')
                items.push(this.#item());
            chunks.push({ afterStar, items });
        }
        return chunks;
    }
    #item() {
        const byte = this.#bytes[this.#at++];
        if (byte === '?')
            return { kind: 'any' };
        if (byte === '[')
            return this.#set();
        if (byte !== '\\')
            return { kind: 'byte', byte };
        const escaped = this.#bytes[this.#at++];
        if (escaped === undefined)
            throw this.#malformed('it ends in a backslash');
        return { kind: 'byte', byte: escaped };
    }
    #set() {
        const negated = this.#bytes[this.#at] === '^';
        if (negated)
            this.#at++;
        const ranges = [];
        while (this.#bytes[this.#at] !== ']' || ranges.length === 0) {
            const low = this.#setCharacter();
            if (this.#bytes[this.#at] === '-') {
                this.#at++;
                ranges.push([low, this.#setCharacter()]);
            }
            else {
                ranges.push([low, low]);
            }
        }
        this.#at++;
        return { kind: 'set', negated, ranges };
    }
    #setCharacter() {
        const first = this.#bytes[this.#at];
        if (first === undefined || first === '-' || first === ']')
            throw this.#malformed('a bracket is not closed or empty');
        if (first === '\\')
            this.#at++;
        if (this.#at >= this.#bytes.length)
            throw this.#malformed('it ends in a backslash');
        const rune = decodeRune(this.#bytes, this.#at);
        this.#at += rune.length;
        if (this.#at >= this.#bytes.length)
            throw this.#malformed('a bracket is not closed');
        return rune.codePoint;
    }
    #malformed(why) {
        return new errors/* HoldfastError */.E('bad-input', `Cannot use the pattern ${JSON.stringify(this.#pattern)}: ${why}. ` +
            'Put a backslash before characters of a name that mean something in a pattern: * ? [ ] \\.');
    }
}
/** Whether `chunks` from `index` on match all of `name` from `at` on. */
function matchChunks(chunks, index, name, at) {
    const chunk = chunks[index];
    if (chunk === undefined)
        return at === name.length;
    const isLast = index === chunks.length - 1;
    if (chunk.afterStar && chunk.items.length === 0)
        return true;
    // A chunk has no star in it, so where it fits first is as good as any later place for all chunks but the last.
    for (let start = at; start <= name.length; start++) {
        const end = matchItems(chunk.items, name, start);
        if (end !== -1 && !isLast)
            return matchChunks(chunks, index + 1, name, end);
        if (end === name.length && isLast)
            return true;
        if (!chunk.afterStar)
            return false;
    }
    return false;
}
/** Where the match of `items` at `at` ends, or -1. */
function matchItems(items, name, at) {
    for (const item of items) {
        if (at >= name.length)
            return -1;
        if (item.kind === 'byte') {
            if (name[at++] !== item.byte)
                return -1;
            continue;
        }
        const { codePoint, length } = decodeRune(name, at);
        at += length;
        if (item.kind === 'any')
            continue;
        const isIn = item.ranges.some(([low, high]) => codePoint >= low && codePoint <= high);
        if (isIn === item.negated)
            return -1;
    }
    return at;
}

;// CONCATENATED MODULE: ./build/files/path-patterns.js



/**
 * @param options.ignoreCase As restic's `--iexclude`: both sides in lower case.
 * @throws HoldfastError bad-input at a pattern with a syntax error.
 */
function compilePatterns(patterns, options = {}) {
    const ignoreCase = options.ignoreCase === true;
    const compiled = patterns
        .filter((pattern) => pattern !== '')
        .map((pattern) => compilePattern(pattern, ignoreCase));
    return new PatternList(compiled, ignoreCase ? toLowerBytes : (name) => name);
}
class PatternList {
    patterns;
    #fold;
    /** The folder of the last path asked for, with a slash behind it, and what is known of it: most paths come by it. */
    #folder = '';
    #components = [];
    #folderMatches = [];
    constructor(patterns, fold) {
        this.patterns = patterns;
        this.#fold = fold;
    }
    matches(path) {
        if (this.patterns.length === 0)
            return false;
        const nameAt = path.lastIndexOf('/') + 1;
        if (nameAt !== this.#folder.length || !path.startsWith(this.#folder))
            this.#enter(path.slice(0, nameAt));
        const name = path === '/' ? null : this.#fold(path.slice(nameAt));
        let matched = false;
        for (const [i, pattern] of this.patterns.entries()) {
            // One that would change nothing isn't looked at.
            if (matched !== pattern.isNegated)
                continue;
            const isMatch = this.#folderMatches[i] === true || (name !== null && matchesAtEnd(pattern, this.#components, name));
            if (isMatch)
                matched = !pattern.isNegated;
        }
        return matched;
    }
    mayMatchBelow(path) {
        const components = componentsOf(this.#fold(path));
        let mayMatch = false;
        for (const pattern of this.patterns) {
            if (pattern.isNegated)
                mayMatch &&= !matchesPattern(pattern, components);
            else
                mayMatch ||= mayMatchDeeper(pattern, components);
        }
        return mayMatch;
    }
    #enter(folder) {
        this.#folder = folder;
        this.#components = componentsOf(this.#fold((folder.slice(0, -1) || '/')));
        this.#folderMatches = this.patterns.map((pattern) => matchesPattern(pattern, this.#components));
    }
}
function compilePattern(original, ignoreCase) {
    const folded = ignoreCase
        ? Buffer.from(toLowerBytes((0,bytestring.fromText)(original)), 'latin1').toString('utf8')
        : original;
    const isNegated = folded.startsWith('!');
    const { isAbsolute, components } = cleaned(isNegated ? folded.slice(1) : folded);
    const parts = withoutIdleStars(components, isAbsolute).map((component) => component === '**' ? component : compileComponent(component));
    return { original, isNegated, isAbsolute, components, parts, hasDoubleStar: parts.includes('**') };
}
/**
 * `components` without double stars that say nothing: at the beginning, since a relative pattern matches below any
 * folder, and at the end, since a pattern matches all that is below what it matches.
 */
function withoutIdleStars(components, isAbsolute) {
    const first = isAbsolute ? 0 : components.findIndex((component) => component !== '**');
    const last = components.findLastIndex((component) => component !== '**');
    if (last === -1)
        return isAbsolute ? [] : components.slice(0, 1);
    return components.slice(first, last + 1);
}
/** As Go's `filepath.Clean`: no empty components, no `.`, `..` taken back where it can be. */
function cleaned(pattern) {
    const isAbsolute = pattern.startsWith('/');
    const components = [];
    for (const component of pattern.split('/')) {
        if (component === '' || component === '.')
            continue;
        if (component !== '..')
            components.push(component);
        else if (components.length > 0 && components.at(-1) !== '..')
            components.pop();
        else if (!isAbsolute)
            components.push('..');
    }
    return { isAbsolute, components: components.length === 0 && !isAbsolute ? ['.'] : components };
}
function componentsOf(path) {
    return path === '/' ? [] : path.slice(1).split('/');
}
/** Whether `pattern` matches the beginning of `path`, or, if it is relative, some run of its components. */
function matchesPattern({ isAbsolute, parts }, path) {
    return (isAbsolute || path.length > 0) && matchesFrom(parts, path, !isAbsolute);
}
/** Whether `pattern` matches at the end of the path of `name` in `folder`. It may say so if it matches `folder` alone. */
function matchesAtEnd(pattern, folder, name) {
    const { parts } = pattern;
    const last = parts.at(-1);
    if (last !== undefined && last !== '**' && !last.matches(name))
        return false;
    if (pattern.hasDoubleStar)
        return matchesPattern(pattern, [...folder, name]);
    const start = folder.length + 1 - parts.length;
    if (start < 0 || parts.length === 0 || (pattern.isAbsolute && start > 0))
        return false;
    for (let i = parts.length - 2; i >= 0; i--) {
        if (!parts[i].matches(folder[start + i]))
            return false;
    }
    return true;
}
/**
 * Whether `parts` match components of `path` from `at` on, at its beginning or, if it `floats`, anywhere. Where a run of parts between
 * two `**` fits first is as good as any later place for what comes after it, so nothing is tried twice: a pattern comes
 * from a pull request, and must not cost more than its length times the path's.
 */
function matchesFrom(parts, path, floats) {
    let mayMove = floats;
    let at = 0;
    for (let part = 0; part < parts.length;) {
        if (parts[part] === '**') {
            mayMove = true;
            part++;
            continue;
        }
        const end = endOfRun(parts, part);
        while (!fits(parts, part, end, path, at))
            if (!mayMove || ++at > path.length - (end - part))
                return false;
        at += end - part;
        part = end;
        mayMove = false;
    }
    return true;
}
/** Where the parts from `part` on come to a `**`, or to their end. */
function endOfRun(parts, part) {
    const end = parts.indexOf('**', part);
    return end === -1 ? parts.length : end;
}
function fits(parts, part, end, path, at) {
    if (at + end - part > path.length)
        return false;
    for (let i = part; i < end; i++) {
        if (!parts[i].matches(path[at + i - part]))
            return false;
    }
    return true;
}
/** Whether `pattern` may match something below the folder `path`. */
function mayMatchDeeper({ isAbsolute, parts }, path) {
    if (!isAbsolute)
        return true;
    const fixed = parts.indexOf('**');
    const length = Math.min(path.length, fixed === -1 ? parts.length : fixed);
    return matchesFrom(parts.slice(0, length), path, false);
}


/***/ }),

/***/ 33684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   Fl: () => (/* binding */ baseName),
/* harmony export */   GC: () => (/* binding */ isEntryName),
/* harmony export */   Gw: () => (/* binding */ ancestorsOf),
/* harmony export */   PR: () => (/* binding */ MAX_PATH_BYTES),
/* harmony export */   Po: () => (/* binding */ tooLong),
/* harmony export */   pg: () => (/* binding */ MAX_NAME_BYTES),
/* harmony export */   ts: () => (/* binding */ cleanPath),
/* harmony export */   uJ: () => (/* binding */ joinPath),
/* harmony export */   yl: () => (/* binding */ parentPath)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


/**
 * Longest path in bytes that Linux takes in one call: PATH_MAX less the closing NUL. `find` lists longer ones, step by
 * step; `tar -T` and `stat` refuse them.
 */
const MAX_PATH_BYTES = 4095;
/** What is wrong with a path that no call takes, as a listing's problem; null for any other. */
function tooLong({ length }) {
    return length <= MAX_PATH_BYTES ? null : `its path has ${length} bytes, expected at most ${MAX_PATH_BYTES}`;
}
/** Longest name of one entry in bytes (NAME_MAX of every common Linux filesystem). */
const MAX_NAME_BYTES = 255;
const ROOT = '/';
/** The folder that `path` (absolute, clean) stands in; that of the root is the root. */
function parentPath(path) {
    const slash = path.lastIndexOf('/');
    return slash <= 0 ? ROOT : path.slice(0, slash);
}
/** The last component of `path` (absolute, clean); empty for the root. */
function baseName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
/**
 * The path of the entry `name` in `folder` (absolute, clean).
 *
 * @throws HoldfastError restore-unsafe if `name` isn't the name of one entry: empty, `.`, `..`, or holding `/` or NUL.
 *   Names come from trees that somebody else may have written.
 */
function joinPath(folder, name) {
    if (!isEntryName(name)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('restore-unsafe', `Cannot use the name "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(name)}" in "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(folder)}": expected one component of a path. ` +
            'The tree that holds it was damaged or made to write outside its root: do not trust it.');
    }
    return (folder === ROOT ? `/${name}` : `${folder}/${name}`);
}
/** Whether `name` can be the name of one entry of a folder. */
function isEntryName(name) {
    return name !== '' && name !== '.' && name !== '..' && !name.includes('/') && !name.includes('\0');
}
/** Whether `path` lies below `folder`, at any depth. Both absolute and clean; nothing lies inside itself. */
function isInside(path, folder) {
    if (folder === ROOT)
        return path !== ROOT;
    return path.length > folder.length && path[folder.length] === '/' && path.startsWith(folder);
}
/** The folders above `path` (absolute, clean) from the root down, without `path` itself. */
function ancestorsOf(path) {
    if (path === ROOT)
        return [];
    const ancestors = [ROOT];
    for (let slash = path.indexOf('/', 1); slash !== -1; slash = path.indexOf('/', slash + 1)) {
        ancestors.push(path.slice(0, slash));
    }
    return ancestors;
}
/**
 * `path` as an absolute path without empty components, `.` or a trailing slash.
 *
 * @throws HoldfastError bad-input if it is relative, holds NUL or `..` (which, behind a symlink, isn't what it looks
 *   like), or is longer than MAX_PATH_BYTES.
 */
function cleanPath(path) {
    const refuse = (actual, advice) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use the path "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(path)}": ${actual}. ${advice}`);
    if (!path.startsWith('/'))
        throw refuse('it is relative, expected an absolute path', 'Begin it with "/".');
    if (path.includes('\0'))
        throw refuse('it holds a NUL byte, which no path can', 'Take it out.');
    const components = path.split('/').filter((component) => component !== '' && component !== '.');
    if (components.includes('..'))
        throw refuse('it holds "..", expected none', 'Write the path without "..".');
    const clean = `/${components.join('/')}`;
    if (clean.length > MAX_PATH_BYTES) {
        throw refuse(`it has ${clean.length} bytes, expected at most ${MAX_PATH_BYTES}`, 'Choose a folder above it.');
    }
    return clean;
}


/***/ }),

/***/ 20064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readArchives),
/* harmony export */   s: () => (/* binding */ readTar)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21280);
/* harmony import */ var _parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34497);



/**
 * The members of one tar archive in its order. Content that isn't read is skipped. Back-pressure: no more of `source`
 * is asked for than what is read here needs. The source is read to its end, or ended when the iteration is.
 *
 * @throws HoldfastError command-failed if the bytes are no archive that we can read exactly, or stop before its two
 *   zero blocks. What was given before that was right, unless it was still streaming.
 */
async function* readTar(source) {
    const events = new TarEvents(source, new _parser_js__WEBPACK_IMPORTED_MODULE_0__/* .TarParser */ .J());
    try {
        for (let event = await events.next(); event !== null; event = events.buffered() ?? (await events.next())) {
            if (event.kind === 'member') {
                yield { header: event.header, content: event.content, segments: null };
            }
            else if (event.kind === 'start') {
                const content = new StreamedContent(events);
                yield { header: event.header, content, segments: event.segments };
                await content.skipRest();
            }
        }
    }
    finally {
        await events.close();
    }
}
/**
 * As `readTar`, for archives that may be cut off: that is the last step, and ends the content that is streaming, which
 * then is no content of anything. Steps that came at once come together, so that small members cost no promise; a content
 * that streams is the last of them. Contents are good until the next steps are asked for.
 *
 * @param options.inARow Any number of archives, one behind the other, without padding between them.
 * @throws HoldfastError command-failed if the bytes are no archive that we can read exactly.
 */
async function* readArchives(source, options) {
    const parser = new _parser_js__WEBPACK_IMPORTED_MODULE_0__/* .TarParser */ .J(options);
    const events = new TarEvents(source, parser);
    events.takesCut = true;
    try {
        for (let event = await events.next(); event !== null; event = await events.next()) {
            const { steps, streaming } = stepsAtHand(event, events);
            yield steps;
            await streaming?.skipRest();
        }
        parser.release(); // each command has its own, and V8 would let them pile up
        if (events.cut !== null)
            yield [{ kind: 'cut', unfinished: parser.unfinished, fault: events.cut }];
    }
    finally {
        await events.close();
    }
}
/** What comes of `first` and of the events that are there already, up to a content that streams. */
function stepsAtHand(first, events) {
    const steps = [];
    for (let event = first; event !== undefined; event = events.buffered()) {
        if (event.kind === 'member')
            steps.push({ kind: 'member', member: { ...event, segments: null } });
        else if (event.kind === 'end')
            steps.push({ kind: 'end' });
        else if (event.kind === 'start') {
            const content = new StreamedContent(events);
            steps.push({ kind: 'member', member: { header: event.header, content, segments: event.segments } });
            return { steps, streaming: content };
        }
    }
    return { steps, streaming: null };
}
/** The events of a parser that is fed from `source` as they are wanted. */
class TarEvents {
    /** Whether the source may stop before the archive does: then `cut` says it. Else that throws. */
    takesCut = false;
    cut = null;
    #parser;
    #source;
    #events = [];
    #index = 0;
    constructor(source, parser) {
        this.#source = source[Symbol.asyncIterator]();
        this.#parser = parser;
    }
    /** An event that is there already, or undefined: spares a promise for each small member. */
    buffered() {
        return this.#events[this.#index++];
    }
    /** The next event, or null at the end. */
    async next() {
        for (;;) {
            const event = this.buffered();
            if (event !== undefined)
                return event;
            if (this.cut !== null)
                return null;
            const { done, value } = await this.#source.next();
            if (done === true) {
                this.#finish();
                return null;
            }
            if (!this.#push(value))
                return null;
        }
    }
    /** False: what comes isn't taken in. */
    #push(bytes) {
        this.#index = 0;
        try {
            this.#events = this.#parser.push(bytes);
            return true;
        }
        catch (error) {
            if (!this.takesCut || !(error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .TooMuch */ .G))
                throw error;
            this.cut = error;
            this.#events = [];
            return false;
        }
    }
    #finish() {
        try {
            this.#parser.finish();
        }
        catch (error) {
            if (!this.takesCut || !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E))
                throw error;
            this.cut = error;
        }
    }
    async close() {
        await this.#source.return?.();
    }
}
class StreamedContent {
    #events;
    #finished = false;
    constructor(events) {
        this.#events = events;
    }
    async *[Symbol.asyncIterator]() {
        for (let part = await this.#next(); part !== null; part = await this.#next())
            yield part;
    }
    async skipRest() {
        while ((await this.#next()) !== null)
            ;
    }
    async #next() {
        if (this.#finished)
            return null;
        const event = await this.#events.next();
        if (event?.kind === 'data')
            return event.bytes;
        if (event?.kind === 'hole')
            return { holeBytes: event.lengthBytes };
        this.#finished = true;
        return null;
    }
}


/***/ }),

/***/ 34497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ TarParser)
});

// UNUSED EXPORTS: WHOLE_CONTENT_BYTES

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/free-buffer.js
var free_buffer = __webpack_require__(35115);
// EXTERNAL MODULE: ./build/files/tar/extensions.js
var tar_extensions = __webpack_require__(51988);
// EXTERNAL MODULE: ./build/files/tar/fault.js
var fault = __webpack_require__(21280);
;// CONCATENATED MODULE: ./build/files/tar/assemble-header.js


const NS_PER_SECOND = 1000000000n;
const TYPES = {
    '0': 'file',
    '7': 'file', // "contiguous": a file like any other
    '1': 'hardlink',
    '2': 'symlink',
    '3': 'chardev',
    '4': 'dev',
    '5': 'dir',
    '6': 'fifo',
};
/**
 * Puts a header block and what extended headers said before it together.
 *
 * @throws HoldfastError command-failed if they contradict each other or the member is of a kind that we don't know.
 */
function assembleHeader(block, extensions) {
    const type = TYPES[block.typeflag];
    if (type === undefined)
        throw (0,fault/* tarFault */.e)(`a member is of the unknown type ${JSON.stringify(block.typeflag)}`);
    const storedBytes = extensions.sizeBytes ?? block.sizeBytes;
    if (storedBytes < 0)
        throw (0,fault/* tarFault */.e)(`a member's size is ${storedBytes}`);
    if (type !== 'file' && storedBytes !== 0) {
        throw (0,fault/* tarFault */.e)(`a member of type ${type} has ${storedBytes} bytes of content, expected none`);
    }
    const isSparse = extensions.sparse !== undefined;
    const header = {
        path: pathOf(type, extensions.sparse?.name ?? extensions.path ?? block.name),
        type,
        linkTarget: linkTargetOf(type, extensions.linkTarget ?? block.linkName),
        permissions: block.permissions,
        uid: idOf(extensions.uid ?? block.uid, 'uid'),
        gid: idOf(extensions.gid ?? block.gid, 'gid'),
        user: extensions.user ?? block.user,
        group: extensions.group ?? block.group,
        mtimeNs: extensions.mtimeNs ?? BigInt(block.mtimeSeconds) * NS_PER_SECOND,
        ctimeNs: extensions.ctimeNs ?? null,
        sizeBytes: BigInt(isSparse ? realSizeOf(type, extensions) : storedBytes),
        deviceMajor: block.deviceMajor,
        deviceMinor: block.deviceMinor,
        extendedAttributes: (0,tar_extensions/* attributesOf */.Td)(extensions),
        sparse: isSparse,
    };
    return { header, storedBytes };
}
function pathOf(type, path) {
    let end = path.length;
    if (type === 'dir')
        while (end > 1 && path[end - 1] === '/')
            end--;
    else if (path.endsWith('/'))
        throw (0,fault/* tarFault */.e)(`a member of type ${type} has a name that ends in a slash`);
    if (end === 0)
        throw (0,fault/* tarFault */.e)('a member has no name');
    return end === path.length ? path : path.slice(0, end);
}
function linkTargetOf(type, target) {
    if (type !== 'symlink' && type !== 'hardlink')
        return '';
    if (target === '')
        throw (0,fault/* tarFault */.e)(`a ${type} has no target`);
    return target;
}
function idOf(id, name) {
    if (id < 0 || id > tar_extensions/* MAX_ID */.rc)
        throw (0,fault/* tarFault */.e)(`a member's ${name} is ${id}, expected 0 to ${tar_extensions/* MAX_ID */.rc}`);
    return id;
}
function realSizeOf(type, { sparse }) {
    if (type !== 'file')
        throw (0,fault/* tarFault */.e)(`a member of type ${type} claims to be sparse`);
    if (sparse?.major !== '1' || sparse.minor !== '0') {
        throw (0,fault/* tarFault */.e)(`a sparse file is in format ${sparse?.major}.${sparse?.minor}, expected 1.0`);
    }
    if (sparse.name === undefined || sparse.realSizeBytes === undefined) {
        throw (0,fault/* tarFault */.e)('a sparse file lacks its name or its size');
    }
    return sparse.realSizeBytes;
}

// EXTERNAL MODULE: ./build/files/tar/block.js
var tar_block = __webpack_require__(17577);
// EXTERNAL MODULE: ./build/files/tar/pax.js
var pax = __webpack_require__(22853);
// EXTERNAL MODULE: ./build/files/tar/sparse.js
var sparse = __webpack_require__(61002);
;// CONCATENATED MODULE: ./build/files/tar/sparse-content.js



/**
 * Turns the stored content of a sparse file (its map, then its data without holes) into data and holes in order, behind
 * its `start`, which comes once the map is known.
 */
class SparseContent {
    #header;
    #sizeBytes;
    #map;
    /** The part of a map's block that came with the last push. */
    #block = Buffer.alloc(tar_block/* BLOCK_BYTES */.Yo);
    #blockFilled = 0;
    #mapBytes = 0;
    #storedBytes;
    /** Null until the map is complete. */
    #segments = null;
    #segmentIndex = 0;
    #segmentDone = 0;
    /** How far into the file the events have come. */
    #position = 0;
    constructor(header, storedBytes) {
        const sizeBytes = Number(header.sizeBytes);
        this.#header = header;
        this.#sizeBytes = sizeBytes;
        this.#storedBytes = storedBytes;
        this.#map = new sparse/* SparseMapDecoder */.n6(sizeBytes);
    }
    push(bytes, events) {
        let at = 0;
        while (this.#segments === null && at < bytes.length)
            at += this.#pushMap(bytes.subarray(at), events);
        while (at < bytes.length)
            at += this.#pushData(bytes.subarray(at), events);
    }
    /** Says that the stored content has ended. @throws HoldfastError command-failed if some of it was missing. */
    finish(events) {
        if (this.#segments === null || this.#segmentIndex < this.#segments.length) {
            throw (0,fault/* tarFault */.e)('a sparse file has less data than its map says');
        }
        this.#fillUpTo(this.#sizeBytes, events);
    }
    #pushMap(bytes, events) {
        const taken = bytes.copy(this.#block, this.#blockFilled);
        this.#blockFilled += taken;
        if (this.#blockFilled < tar_block/* BLOCK_BYTES */.Yo)
            return taken;
        this.#blockFilled = 0;
        this.#mapBytes += tar_block/* BLOCK_BYTES */.Yo;
        if (this.#map.push(this.#block)) {
            this.#segments = this.#map.segments();
            this.#checkStoredBytes(this.#segments);
            events.push({ kind: 'start', header: this.#header, segments: this.#segments });
        }
        return taken;
    }
    /** The data of all segments is what must follow the map: no more, no less. */
    #checkStoredBytes(segments) {
        const dataBytes = (0,sparse/* dataBytesOf */.x8)(segments);
        const storedBytes = this.#storedBytes - this.#mapBytes;
        if (storedBytes !== dataBytes) {
            throw (0,fault/* tarFault */.e)(`a sparse file has ${storedBytes} bytes of data, expected ${dataBytes} by its map`);
        }
    }
    #pushData(bytes, events) {
        const segment = this.#segments?.[this.#segmentIndex];
        if (segment === undefined)
            throw (0,fault/* tarFault */.e)('a sparse file has more data than its map says');
        this.#fillUpTo(segment.offset, events);
        const length = Math.min(bytes.length, segment.length - this.#segmentDone);
        events.push({ kind: 'data', bytes: bytes.subarray(0, length) });
        this.#position += length;
        this.#segmentDone += length;
        if (this.#segmentDone === segment.length) {
            this.#segmentIndex++;
            this.#segmentDone = 0;
        }
        return length;
    }
    #fillUpTo(offset, events) {
        if (offset <= this.#position)
            return;
        events.push({ kind: 'hole', lengthBytes: offset - this.#position });
        this.#position = offset;
    }
}

// EXTERNAL MODULE: ./build/files/tar/ustar.js
var ustar = __webpack_require__(30195);
;// CONCATENATED MODULE: ./build/files/tar/parser.js









/** Content of fewer bytes than this comes whole, in one event; of as many or more (or sparse), as it streams. */
const WHOLE_CONTENT_BYTES = 512 * 1024;
/** Longest GNU long name: what no call of Linux takes is no name. */
const MAX_LONG_NAME_BYTES = 1024 * 1024;
/**
 * A push parser of a tar archive, or of archives in a row: ustar, GNU (long names, base-256 numbers) and pax, with sparse files of format
 * 1.0. Synchronous, so that small members cost no promise; memory is bounded by MAX_PAX_BYTES and the largest map.
 * Contents are good until the next `push`.
 */
class TarParser {
    #offset = 0;
    #gathering = null;
    /** Where contents gather, in turn: one may still be looked at while the next begins. */
    #rooms = [null, null];
    #nextRoom = 0;
    #streamingBytes = 0;
    #skippingBytes = 0;
    #sparse = null;
    #inARow;
    #global = {};
    #pending = {};
    /** Type flags of the extended headers before the next member. */
    #pendingTypes = '';
    #zeroBlocks = 0;
    #unfinished = null;
    #tooMuch = null;
    /**
     * @param options.inARow Archives follow one another without padding, as each tar of a row writes one: every two zero
     *   blocks end one. Default: one archive, with any padding of zeros behind it.
     */
    constructor(options = {}) {
        this.#inARow = options.inARow ?? false;
    }
    /**
     * Takes in the next bytes.
     *
     * @throws HoldfastError command-failed if they are no archive that we can read exactly. Use no parser after that. TooMuch only
     *   once all that stands before it was given.
     */
    push(bytes) {
        if (this.#tooMuch !== null)
            throw this.#tooMuch;
        const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        const events = [];
        let at = 0;
        try {
            while (at < chunk.length) {
                const taken = this.#take(chunk, at, events);
                at += taken;
                this.#offset += taken;
            }
        }
        catch (error) {
            if (!(error instanceof fault/* TooMuch */.G) || events.length === 0)
                throw error;
            this.#tooMuch = error;
        }
        return events;
    }
    /** Says that no more bytes come. @throws HoldfastError command-failed if the archive isn't at its end. */
    finish() {
        if (this.#tooMuch !== null)
            throw this.#tooMuch;
        if (this.#zeroBlocks < 2)
            throw (0,fault/* tarFault */.e)('the stream ended before the archive did', this.#offset);
    }
    /** The member whose content has not come to its end, or null. */
    get unfinished() {
        return this.#unfinished;
    }
    /** Gives the memory of contents back: nobody looks at one any more, and no more bytes come. */
    release() {
        for (const room of this.#rooms)
            if (room !== null)
                (0,free_buffer/* freeNow */.V)(room);
        this.#rooms.fill(null);
    }
    /** Takes bytes of `chunk` from `at` on: at least one. Returns how many. */
    #take(chunk, at, events) {
        const available = chunk.length - at;
        if (this.#gathering !== null)
            return this.#gather(this.#gathering, chunk, at, events);
        if (this.#streamingBytes > 0) {
            const length = Math.min(available, this.#streamingBytes);
            this.#stream(chunk.subarray(at, at + length), events);
            return length;
        }
        if (this.#skippingBytes > 0) {
            const length = Math.min(available, this.#skippingBytes);
            this.#skippingBytes -= length;
            return length;
        }
        if (available < tar_block/* BLOCK_BYTES */.Yo) {
            const block = this.#gatherNext(tar_block/* BLOCK_BYTES */.Yo, (bytes, found) => void this.#readBlock(bytes, 0, found));
            return this.#gather(block, chunk, at, events);
        }
        return this.#readBlock(chunk, at, events);
    }
    /** Reads the block at `at`, and the content behind it if all of it is there too. Returns the bytes taken. */
    #readBlock(chunk, at, events) {
        if (chunk[at] === 0 && (0,ustar/* isZeroBlock */.ei)(chunk, at)) {
            this.#readZeroBlock(events);
            return tar_block/* BLOCK_BYTES */.Yo;
        }
        if (this.#inARow && this.#zeroBlocks === 2) {
            this.#zeroBlocks = 0;
            this.#global = {};
        }
        if (this.#zeroBlocks > 0) {
            throw (0,fault/* tarFault */.e)(this.#zeroBlocks === 1 ? 'a single zero block' : 'bytes behind the end of the archive', this.#offset);
        }
        const block = (0,ustar/* decodeHeaderBlock */.dP)(chunk, at);
        const content = at + tar_block/* BLOCK_BYTES */.Yo;
        if ('xgLK'.includes(block.typeflag)) {
            this.#expectExtension(block);
            return tar_block/* BLOCK_BYTES */.Yo;
        }
        const extensions = (0,tar_extensions/* merged */.Zu)(this.#global, this.#pending);
        this.#pending = {};
        this.#pendingTypes = '';
        const { header, storedBytes } = assembleHeader(block, extensions);
        if (header.sparse || storedBytes >= WHOLE_CONTENT_BYTES) {
            this.#startStream(header, storedBytes, events);
            return tar_block/* BLOCK_BYTES */.Yo;
        }
        if (content + storedBytes <= chunk.length) {
            events.push({ kind: 'member', header, content: chunk.subarray(content, content + storedBytes) });
            this.#skippingBytes = (0,tar_block/* paddingOf */.Zt)(storedBytes);
            return tar_block/* BLOCK_BYTES */.Yo + storedBytes;
        }
        this.#unfinished = header;
        this.#gatherIn(this.#roomFor(storedBytes), (bytes, found) => {
            this.#unfinished = null;
            found.push({ kind: 'member', header, content: bytes });
        });
        return tar_block/* BLOCK_BYTES */.Yo;
    }
    #readZeroBlock(events) {
        if (this.#pendingTypes !== '')
            throw (0,fault/* tarFault */.e)('an extended header without a member', this.#offset);
        if (this.#inARow && this.#zeroBlocks === 2)
            this.#zeroBlocks = 0;
        if (this.#zeroBlocks < 2 && ++this.#zeroBlocks === 2)
            events.push({ kind: 'end' });
    }
    #expectExtension({ typeflag, sizeBytes }) {
        const limit = typeflag === 'x' || typeflag === 'g' ? pax/* MAX_PAX_BYTES */.Lo : MAX_LONG_NAME_BYTES;
        if (sizeBytes < 0)
            throw (0,fault/* tarFault */.e)(`an extended header has ${sizeBytes} bytes`, this.#offset);
        if (sizeBytes > limit) {
            throw new fault/* TooMuch */.G(`an extended header has ${sizeBytes} bytes, expected at most ${limit}`);
        }
        if (typeflag !== 'g') {
            if (this.#pendingTypes.includes(typeflag))
                throw (0,fault/* tarFault */.e)('two extended headers for one member', this.#offset);
            this.#pendingTypes += typeflag;
        }
        const read = (bytes) => this.#readExtension(typeflag, bytes);
        if (sizeBytes === 0)
            read(Buffer.alloc(0));
        else
            this.#gatherNext(sizeBytes, read);
    }
    #readExtension(typeflag, bytes) {
        if (typeflag === 'x')
            (0,tar_extensions/* addRecords */.Ug)((0,pax/* decodePax */.m)(bytes), this.#pending, 'member');
        else if (typeflag === 'g')
            (0,tar_extensions/* addRecords */.Ug)((0,pax/* decodePax */.m)(bytes), this.#global, 'global');
        else if (typeflag === 'L')
            this.#pending.path = longName(bytes);
        else
            this.#pending.linkTarget = longName(bytes);
    }
    #startStream(header, storedBytes, events) {
        if (header.sparse)
            this.#sparse = new SparseContent(header, storedBytes);
        this.#streamingBytes = storedBytes;
        this.#skippingBytes = (0,tar_block/* paddingOf */.Zt)(storedBytes);
        this.#unfinished = header;
        if (!header.sparse)
            events.push({ kind: 'start', header, segments: null });
        if (storedBytes === 0)
            throw (0,fault/* tarFault */.e)('a sparse file lacks its map', this.#offset);
    }
    #stream(bytes, events) {
        this.#streamingBytes -= bytes.length;
        if (this.#sparse === null)
            events.push({ kind: 'data', bytes });
        else
            this.#sparse.push(bytes, events);
        if (this.#streamingBytes > 0)
            return;
        this.#sparse?.finish(events);
        this.#sparse = null;
        this.#unfinished = null;
        events.push({ kind: 'finish' });
    }
    #gatherNext(length, complete) {
        return this.#gatherIn(Buffer.allocUnsafe(length), complete);
    }
    #gatherIn(bytes, complete) {
        this.#gathering = { bytes, filled: 0, complete };
        this.#skippingBytes = (0,tar_block/* paddingOf */.Zt)(bytes.length);
        return this.#gathering;
    }
    /**
     * Used again and again: a buffer for each content would have V8 collect its whole heap every few of them. Of one push
     * at most one content is gathered whole and one begun, so that two rooms do.
     */
    #roomFor(length) {
        this.#nextRoom = this.#nextRoom === 0 ? 1 : 0;
        const room = this.#rooms[this.#nextRoom] ?? Buffer.allocUnsafeSlow(WHOLE_CONTENT_BYTES);
        this.#rooms[this.#nextRoom] = room;
        return room.subarray(0, length);
    }
    #gather(gathering, chunk, at, events) {
        const length = Math.min(chunk.length - at, gathering.bytes.length - gathering.filled);
        chunk.copy(gathering.bytes, gathering.filled, at, at + length);
        gathering.filled += length;
        if (gathering.filled === gathering.bytes.length) {
            this.#gathering = null;
            gathering.complete(gathering.bytes, events);
        }
        return length;
    }
}
/** A GNU long name, which ends at a NUL or with its content. */
function longName(bytes) {
    const nul = bytes.indexOf(0);
    const name = (0,bytestring.fromBytes)(nul === -1 ? bytes : bytes.subarray(0, nul));
    if (name === '')
        throw (0,fault/* tarFault */.e)('a GNU long name is empty');
    return name;
}


/***/ }),

/***/ 90701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   requireNewFiles: () => (/* binding */ requireNewFiles),
/* harmony export */   writeNewFile: () => (/* binding */ writeNewFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53648);



/**
 * Writes a new file on this machine, for its owner alone: what is in a backup may be secret. Nothing is overwritten,
 * and a file that was not finished is removed: a half must not look like a whole.
 *
 * @param write Gets a sink for the bytes, which resolves when more are wanted.
 * @throws HoldfastError bad-input if the file can't be made; what `write` throws.
 */
async function writeNewFile(path, write) {
    const file = await openNew(path);
    try {
        // On a handle writeFile goes on where the last one ended; unlike write, it never writes only a part.
        const result = await write((bytes) => file.writeFile(bytes));
        await file.sync();
        return result;
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true });
        throw asNoSpace(path, error);
    }
    finally {
        await file.close();
    }
}
/** More than a page or a sheet mostly has: see tryWritingTo. */
const TRIAL_BYTES = 64 * 1024;
/**
 * That `writeNewFile` can make each of `paths` is tried before what goes into them is worked for, which may take hours: under their own
 * names, side by side, so that one that is named twice, or is too long, shows too. All are removed again.
 *
 * @throws HoldfastError bad-input, no-space, naming the first that can't be made.
 */
async function requireNewFiles(paths) {
    const made = [];
    try {
        for (const path of paths) {
            const file = await openNew(path);
            made.push(path);
            try {
                await file.writeFile(Buffer.alloc(TRIAL_BYTES));
                await file.sync();
            }
            catch (error) {
                throw asNoSpace(path, error);
            }
            finally {
                await file.close();
            }
        }
    }
    finally {
        for (const path of made)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.unlink)(path);
    }
}
/** @throws HoldfastError bad-input when there is something, or nothing can be made. */
async function openNew(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'wx', 0o600).catch((cause) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot make the file ${JSON.stringify(path)}: ${(0,_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .systemErrorText */ .f9)(cause)}. ${adviceOn(cause)}`, { cause });
    });
}
function adviceOn(error) {
    return (0,_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .xU)(error) === 'EEXIST'
        ? "Name one that isn't there yet."
        : 'Name one in a folder that is there and that you may write to.';
}
function asNoSpace(path, error) {
    const code = (0,_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .xU)(error);
    if (code !== 'ENOSPC' && code !== 'EDQUOT')
        return error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('no-space', `Cannot write the file ${JSON.stringify(path)}: its disk is full. What was written is removed; make room, or name ` +
        'a file on another disk.', { cause: error });
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

/***/ 72120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ IDLE)
/* harmony export */ });
/** Before anything is counted. */
const IDLE = { filesDone: 0, bytesDone: 0, filesTotal: null, bytesTotal: null, current: '' };


/***/ }),

/***/ 85547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ exportTar)
/* harmony export */ });
/* harmony import */ var _files_tar_writer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88205);
/* harmony import */ var _restore_file_data_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76899);
/* harmony import */ var _restore_hard_links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19361);
/* harmony import */ var _restore_holes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(15937);
/* harmony import */ var _restore_owners_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76440);
/* harmony import */ var _restore_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25678);
/* harmony import */ var _restore_tar_header_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5003);







/**
 * Writes a snapshot, or a part of it, as one plain tar archive (POSIX pax), names relative, owners numeric, holes as holes (GNU's
 * sparse format 1.0, which GNU tar, bsdtar and Python know). The same
 * choice of the same snapshot gives the same bytes, whatever the repository's packs are.
 *
 * @param write Takes bytes, and resolves when they are read no more: their memory serves for others then. What it throws is thrown.
 * @throws HoldfastError restore-unsafe, repository-damaged, bad-input, cancelled.
 */
async function exportTar(repository, options, write, reporter, signal) {
    await repository.loadIndex(signal);
    const choice = { ...options, target: '/' };
    const { root, totals, trees } = await (0,_restore_source_js__WEBPACK_IMPORTED_MODULE_0__/* .restoreSource */ .M)(repository, choice, signal);
    for (const message of trees.leftOut())
        reporter.onWarning(message);
    const blobs = new _restore_file_data_js__WEBPACK_IMPORTED_MODULE_1__/* .BlobFeed */ .uB(repository.lendBlobs('data', contentsOf(root, new _restore_hard_links_js__WEBPACK_IMPORTED_MODULE_2__/* .HardLinks */ .NW()), signal));
    const done = { files: 0, bytes: 0 };
    const writer = new _files_tar_writer_js__WEBPACK_IMPORTED_MODULE_3__/* .TarWriter */ .r(write, 'pax');
    const links = new _restore_hard_links_js__WEBPACK_IMPORTED_MODULE_2__/* .HardLinks */ .NW();
    const owners = new _restore_owners_js__WEBPACK_IMPORTED_MODULE_4__/* .Owners */ .d(true, null);
    try {
        for await (const { path, node } of entriesOf(root, '')) {
            reporter.onProgress({
                phase: 'restoring',
                filesDone: done.files,
                bytesDone: done.bytes,
                filesTotal: totals.files,
                bytesTotal: totals.bytes,
                current: '',
            });
            const first = links.firstName(node, path);
            if (node.type === 'file')
                done.files++;
            if (first !== null)
                await writer.add((0,_restore_tar_header_js__WEBPACK_IMPORTED_MODULE_5__/* .linkHeader */ .AF)(node, path, first, owners.forTar(node)));
            else
                await addEntry(node, path);
        }
        await writer.finish();
    }
    finally {
        await blobs.stop();
    }
    return totals;
    function addEntry(node, path) {
        const owner = owners.forTar(node);
        if (node.type !== 'file')
            return writer.add((0,_restore_tar_header_js__WEBPACK_IMPORTED_MODULE_5__/* .headerOf */ .rR)(node, path, owner));
        const parts = (0,_restore_file_data_js__WEBPACK_IMPORTED_MODULE_1__/* .partsOf */ .CI)(node.content ?? [], repository);
        const segments = (0,_restore_holes_js__WEBPACK_IMPORTED_MODULE_6__/* .segmentsOf */ .OD)(parts);
        const content = (0,_restore_file_data_js__WEBPACK_IMPORTED_MODULE_1__/* .dataOf */ .qu)({ path, parts, segments }, blobs, (bytes) => {
            done.bytes += bytes.length;
        });
        return writer.add((0,_restore_tar_header_js__WEBPACK_IMPORTED_MODULE_5__/* .headerOf */ .rR)(node, path, owner, segments), content);
    }
}
/** All entries, folders before what is in them, names in the tree's order. */
async function* entriesOf(folder, path) {
    for (const child of await folder.children()) {
        const childPath = (path === '' ? child.node.name : `${path}/${child.node.name}`);
        yield { path: childPath, node: child.node };
        if (child.folder !== null)
            yield* entriesOf(child.folder, childPath);
    }
}
/** The blobs of all files in the same order; each file once. */
async function* contentsOf(root, links) {
    for await (const { path, node } of entriesOf(root, '')) {
        if (node.type === 'file' && links.firstName(node, path) === null)
            yield* (0,_restore_file_data_js__WEBPACK_IMPORTED_MODULE_1__/* .blobsToLoad */ .Kf)(node);
    }
}


/***/ }),

/***/ 54175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isAtOrBelow),
/* harmony export */   y: () => (/* binding */ chooser)
/* harmony export */ });
/* harmony import */ var _files_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33684);

function chooser(options) {
    const { leftOut } = options;
    const include = options.include.filter(({ patterns }) => patterns.length > 0);
    const exclude = options.exclude.filter(({ patterns }) => patterns.length > 0);
    const noPatterns = include.length === 0 && exclude.length === 0;
    return (path, isFolder) => {
        if (leftOut !== null && isAtOrBelow(path, leftOut))
            return 'none';
        const place = placeOf(path, options.roots);
        if (place !== 'inside')
            return place === 'above' && isFolder ? 'below' : 'none';
        const holdsLeftOut = leftOut !== null && isAtOrBelow(leftOut, path);
        if (noPatterns)
            return holdsLeftOut ? 'own' : 'all';
        const seen = relativeTo(path, options.patternRoot);
        if (exclude.some((list) => list.matches(seen)))
            return 'none';
        if (include.length === 0 || include.some((list) => list.matches(seen)))
            return 'own';
        return isFolder && include.some((list) => list.mayMatchBelow(seen)) ? 'below' : 'none';
    };
}
/** Whether `path` is `folder` or stands below it. */
function isAtOrBelow(path, folder) {
    return path === folder || (0,_files_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .isInside */ .FK)(path, folder);
}
function placeOf(path, roots) {
    if (roots.some((root) => isAtOrBelow(path, root)))
        return 'inside';
    return roots.some((root) => isAtOrBelow(root, path)) ? 'above' : 'apart';
}
function relativeTo(path, root) {
    return root === '/' ? path : (path.slice(root.length) || '/');
}


/***/ }),

/***/ 19361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NW: () => (/* binding */ HardLinks),
/* harmony export */   Rz: () => (/* binding */ hardLinkKey),
/* harmony export */   o2: () => (/* binding */ linkedFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Which file a hard link was saved of, or null if the node is no hard link. */
function hardLinkKey(node) {
    if (node.type !== 'file' || node.links < 2n)
        return null;
    return `${node.deviceId}:${node.inode}`;
}
/**
 * The same, proved by all else that was saved: equal for two nodes only if they are names of one file, or can't be
 * told from that.
 */
function linkedFile(node) {
    const key = hardLinkKey(node);
    return key === null ? null : `${key} ${fingerprintOf(node)}`;
}
/**
 * Finds the names of one file among what is restored.
 *
 * Device and inode alone don't prove it: programs write snapshots with both zero, and inodes are used again while a
 * backup runs. restic then gives every such file the first one's content. So all that was saved must be equal too.
 */
class HardLinks {
    #first = new Map();
    /** The path under which this file was met first; null if this is the first (or only) time. */
    firstName(node, path) {
        const key = hardLinkKey(node);
        if (key === null)
            return null;
        const first = this.#first.get(key);
        if (first === undefined) {
            this.#first.set(key, { path, fingerprint: fingerprintOf(node), remaining: node.links - 1n });
            return null;
        }
        if (first.fingerprint !== fingerprintOf(node))
            return null;
        first.remaining -= 1n;
        if (first.remaining <= 0n)
            this.#first.delete(key);
        return first.path;
    }
}
function fingerprintOf(node) {
    const { content, sizeBytes, mode, mtimeNs, uid, gid, links } = node;
    const attributes = node.extendedAttributes.map(({ name, value }) => [
        name,
        Buffer.from(value).toString('base64'),
    ]);
    const saved = [content, String(sizeBytes), mode, String(mtimeNs), uid, gid, String(links), attributes];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(saved)).digest('base64');
}


/***/ }),

/***/ 15937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OD: () => (/* binding */ segmentsOf),
/* harmony export */   W5: () => (/* binding */ withoutHoles),
/* harmony export */   fO: () => (/* binding */ ZERO_BLOB),
/* harmony export */   tP: () => (/* binding */ ZERO_BLOB_BYTES)
/* harmony export */ });
/**
 * The blob of 512 KiB of zeros: what the chunker makes of every hole, since no cut falls into zeros before its
 * smallest chunk is full.
 */
const ZERO_BLOB = '07854d2fef297a06ba81685e660c332de36d5d18d546927d30daad6d7fda1541';
const ZERO_BLOB_BYTES = 512 * 1024;
/** A hole begins and ends at multiples of tar's block, or at the file's end. */
const ALIGNMENT_BYTES = 512;
/** Where a file of these blobs has data, if the rest is left as holes; null for a file without zero blobs. */
function segmentsOf(blobs) {
    if (blobs.every(({ id }) => id !== ZERO_BLOB))
        return null;
    const segments = [];
    let dataStart = 0;
    let offset = 0;
    for (let i = 0; i < blobs.length;) {
        if (blobs[i]?.id !== ZERO_BLOB) {
            offset += blobs[i++]?.sizeBytes ?? 0;
            continue;
        }
        const holeStart = Math.ceil(offset / ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
        while (blobs[i]?.id === ZERO_BLOB)
            offset += blobs[i++]?.sizeBytes ?? 0;
        const holeEnd = i === blobs.length ? offset : Math.floor(offset / ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
        if (holeStart > dataStart)
            segments.push({ offset: dataStart, length: holeStart - dataStart });
        dataStart = holeEnd;
    }
    if (offset > dataStart)
        segments.push({ offset: dataStart, length: offset - dataStart });
    return segments;
}
/** The parts of the bytes `[offset, offset + bytes.length)` of a file that lie in its segments. */
function* withoutHoles(bytes, offset, segments) {
    if (segments === null) {
        yield bytes;
        return;
    }
    for (let i = firstEndingBehind(segments, offset); i < segments.length; i++) {
        const segment = segments[i];
        const start = Math.max(segment.offset, offset);
        const end = Math.min(segment.offset + segment.length, offset + bytes.length);
        if (start >= end)
            return;
        yield bytes.subarray(start - offset, end - offset);
    }
}
function firstEndingBehind(segments, offset) {
    let low = 0;
    let high = segments.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        const segment = segments[middle];
        if (segment.offset + segment.length > offset)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}


/***/ }),

/***/ 93759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ isPlaced),
/* harmony export */   Mp: () => (/* binding */ Stay),
/* harmony export */   PB: () => (/* binding */ stays),
/* harmony export */   R3: () => (/* binding */ prune),
/* harmony export */   RO: () => (/* binding */ removedNames),
/* harmony export */   fs: () => (/* binding */ changesOf),
/* harmony export */   w5: () => (/* binding */ changedFolders),
/* harmony export */   w7: () => (/* binding */ placedNames)
/* harmony export */ });
/* harmony import */ var _files_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33684);

/** A folder that exists and stays: some of its entries change. */
class Stay {
    /** What is restored of it. */
    folder;
    /** Its node and what stands there, if its own metadata is restored; else null. */
    own;
    changes = new Map();
    /** Names of what a listing shows as it was saved, but that was touched since: its attributes may be others. */
    doubtful = new Set();
    constructor(folder, own) {
        this.folder = folder;
        this.own = own;
    }
}
/** All folders that stay, from the root down. */
function* stays(root) {
    yield root;
    for (const plan of root.changes.values())
        if (plan instanceof Stay)
            yield* stays(plan);
}
/** The folders in which something is placed or removed. */
function* changedFolders(root) {
    for (const stay of stays(root)) {
        for (const plan of stay.changes.values()) {
            if (plan instanceof Stay)
                continue;
            yield stay;
            break;
        }
    }
}
/** Whether something is swapped in. */
function isPlaced(plan) {
    return plan === 'create' || plan === 'replace';
}
/** Names in `stay` at which something is swapped in. */
function placedNames(stay) {
    return [...stay.changes].filter(([, plan]) => isPlaced(plan)).map(([name]) => name);
}
/** Names in `stay` that go. */
function removedNames(stay) {
    return [...stay.changes].filter(([, plan]) => plan === 'remove').map(([name]) => name);
}
/** Every change, as a person would list it. */
function* changesOf(root) {
    for (const stay of stays(root)) {
        for (const [name, plan] of stay.changes) {
            if (!(plan instanceof Stay))
                yield { path: (0,_files_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(stay.folder.path, name), kind: plan };
        }
    }
}
/** Drops folders in which nothing changes and whose own metadata is right. */
function prune(root, isRight) {
    for (const [name, plan] of root.changes) {
        if (!(plan instanceof Stay))
            continue;
        prune(plan, isRight);
        if (plan.changes.size === 0 && (plan.own === null || isRight(plan.own)))
            root.changes.delete(name);
    }
}


/***/ }),

/***/ 35098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ adviceAgainst),
/* harmony export */   K: () => (/* binding */ WHAT_STOPS_ROOT)
/* harmony export */ });
/** What root itself is stopped by; ready to show. */
const WHAT_STOPS_ROOT = 'Root is stopped by file attributes alone (lsattr -d shows i or a, of it or of the folder around it; chattr -i -a takes them away), and by filesystems whose rights are given elsewhere (NFS, a container, a read-only disk).';
/** What helps against the system's refusal, by its own words or code; ready to show. */
function adviceAgainst(said) {
    if (/Read-only file system|EROFS/.test(said))
        return "Mount it for writing (if it was, the system's log, dmesg, says why it isn't any more), or restore elsewhere with --target.";
    if (/not permitted|EPERM/.test(said))
        return `Connect as a user who may, or restore elsewhere with --target. ${WHAT_STOPS_ROOT}`;
    return 'Connect as a user who may, such as root, or restore elsewhere with --target.';
}


/***/ }),

/***/ 16639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ OWN_FOLDER_PATTERNS),
/* harmony export */   Dg: () => (/* binding */ isUndoFolder),
/* harmony export */   QA: () => (/* binding */ snapshotStagingPrefix),
/* harmony export */   Zn: () => (/* binding */ isOwnFolder),
/* harmony export */   ao: () => (/* binding */ undoName),
/* harmony export */   eE: () => (/* binding */ restoreKey),
/* harmony export */   kV: () => (/* binding */ UNDO_PREFIX),
/* harmony export */   th: () => (/* binding */ STAGING_PREFIX),
/* harmony export */   y_: () => (/* binding */ keyOfUndoName),
/* harmony export */   zb: () => (/* binding */ stagingName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

const STAGING_PREFIX = '.holdfast-restore-';
const UNDO_PREFIX = '.holdfast-undo-';
/**
 * Names one restore: the same snapshot to the same place with the same choice. Two runs with one key do the same, so
 * the second goes on where the first was cut off.
 */
function restoreKey(snapshot, choice) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([snapshot, choice]))
        .digest('hex');
    return `${snapshot.slice(0, 8)}-${digest.slice(0, 8)}`;
}
function stagingName(key) {
    return `${STAGING_PREFIX}${key}`;
}
/** How the staging folders of all restores of one snapshot begin. */
function snapshotStagingPrefix(snapshot) {
    return `${STAGING_PREFIX}${snapshot.slice(0, 8)}-`;
}
/** Sorts by time, which is UTC: `.holdfast-undo-20261121T115906.042Z-…`. */
function undoName(key, time) {
    const digits = time.toISOString().replace(/[-:]/g, '');
    return `${UNDO_PREFIX}${digits}-${key}`;
}
/** The key of the restore that an undo folder is of. */
function keyOfUndoName(name) {
    return name.slice(UNDO_PREFIX.length).replace(/^[^-]*-/, '');
}
function isUndoFolder(name) {
    return name.startsWith(UNDO_PREFIX);
}
/** The names that Holdfast gives to its own folders at a destination: never extra, never deleted. */
function isOwnFolder(name) {
    return name.startsWith(STAGING_PREFIX) || name.startsWith(UNDO_PREFIX);
}
/** Patterns for the same. */
const OWN_FOLDER_PATTERNS = [`${STAGING_PREFIX}*`, `${UNDO_PREFIX}*`];


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

/***/ 75207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findSnapshots: () => (/* binding */ findSnapshots),
/* harmony export */   matches: () => (/* binding */ matches),
/* harmony export */   resolveSnapshot: () => (/* binding */ resolveSnapshot),
/* harmony export */   whyNone: () => (/* binding */ whyNone)
/* harmony export */ });
/* harmony import */ var _backends_backend_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77656);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68656);
/* harmony import */ var _future_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20750);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47508);






function matches(snapshot, filter) {
    const { hosts = [], target = null, tags = [], paths = [], notAfterNs } = filter;
    return ((hosts.length === 0 || hosts.includes(snapshot.hostname)) &&
        (target === null || (0,_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(snapshot) === target) &&
        (tags.length === 0 || tags.some((all) => hasTags(snapshot, all))) &&
        paths.every((path) => snapshot.paths.includes(path)) &&
        (notAfterNs === undefined || snapshot.timeNs <= notAfterNs));
}
/** The snapshots that match, oldest first. @throws HoldfastError repository-damaged, unless it can be told. */
async function findSnapshots(repository, filter, options = {}) {
    const found = [];
    for await (const stored of repository.snapshots(options)) {
        if (matches(stored.snapshot, filter))
            found.push(stored);
    }
    return found.sort(byTime);
}
/**
 * The snapshot that `spec` names: an ID, a unique prefix of one, or `latest`: the newest complete one that matches
 * `filter` (which only narrows `latest`). Of an ID, only that snapshot's file is read: a damaged one hides no other.
 * @throws HoldfastError snapshot-missing, also for a `latest` from the future; bad-input if the prefix is ambiguous; repository-damaged if it can't be read,
 *   for `latest` if any can't: it may be the newest.
 */
async function resolveSnapshot(repository, spec, filter = {}, signal) {
    return spec === 'latest'
        ? await findLatest(repository, filter, signal)
        : await findByPrefix(repository, spec, signal);
}
async function findLatest(repository, filter, signal) {
    const all = await findSnapshots(repository, {}, { signal, onUnreadable: refuseLatest });
    const found = all.filter(({ snapshot }) => matches(snapshot, filter));
    const complete = found.filter(({ snapshot }) => !(0,_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .isIncomplete */ .Ne)(snapshot));
    const latest = complete.at(-1);
    if (latest !== undefined)
        return notFromFuture(latest, complete);
    const actual = found.length === 0 ? whyNone(all, filter) : `only incomplete ones match (${listShort(found)})`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('snapshot-missing', `Cannot find snapshot "latest": ${actual}, expected a complete one. List them with "snapshots".`);
}
/** A forged one would be `latest` for ever, whatever is backed up after it. */
function notFromFuture(latest, complete) {
    const { id, snapshot } = latest;
    if (!(0,_future_js__WEBPACK_IMPORTED_MODULE_2__/* .isFromFuture */ .S5)(snapshot.timeNs))
        return latest;
    const problem = (0,_future_js__WEBPACK_IMPORTED_MODULE_2__/* .futureProblem */ .VC)(`snapshot ${id.slice(0, SHORT_ID_DIGITS)}`, snapshot.timeNs);
    const earlier = complete.findLast((other) => !(0,_future_js__WEBPACK_IMPORTED_MODULE_2__/* .isFromFuture */ .S5)(other.snapshot.timeNs));
    const before = earlier === undefined
        ? 'None was taken before now.'
        : `The newest that was taken before now is snapshot ${earlier.id.slice(0, SHORT_ID_DIGITS)} (${(0,_future_js__WEBPACK_IMPORTED_MODULE_2__/* .shownTime */ .h5)(earlier.snapshot.timeNs)}).`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('snapshot-missing', `Cannot find snapshot "latest": ${problem}, and name one by its ID. ${before} One that is wrong goes by "forget ID"; then "latest" is found again.`);
}
/** Nobody knows the time of one that can't be read. An older one in its place would be old data without a word. */
function refuseLatest(message, id) {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('repository-damaged', `Cannot find snapshot "latest": snapshot ${id} cannot be read and may be the newest. Name one that "snapshots" ` +
        'lists by its ID; "check" tells what else is damaged.', { cause: message });
}
/** Why none of `all` matches: `no snapshot is of host "db2", there are some of "db1"`. */
function whyNone(all, filter) {
    if (all.length === 0)
        return 'the repository holds no snapshot';
    const { hosts = [], target = null } = filter;
    const wanted = new Set(hosts);
    const actualHosts = new Set(all.map(({ snapshot }) => snapshot.hostname));
    if (hosts.length > 0 && wanted.isDisjointFrom(actualHosts)) {
        return `no snapshot is of host ${quoted(wanted)}, there are some of ${quoted(actualHosts)}`;
    }
    const targets = new Set(all.map(({ snapshot }) => (0,_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(snapshot)).filter((name) => name !== null));
    if (target !== null && targets.size > 0 && !targets.has(target)) {
        return `no snapshot is of application ${quoted([target])}, there are some of ${quoted(targets)}`;
    }
    return all.length === 1 ? 'the only snapshot does not match' : `none of ${all.length} snapshots matches`;
}
function quoted(names) {
    const all = [...names].sort();
    const shown = all.slice(0, SHOWN_CANDIDATES).map((name) => `"${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(name)}"`);
    return all.length > SHOWN_CANDIDATES ? `${shown.join(', ')}, …` : shown.join(', ');
}
async function findByPrefix(repository, spec, signal) {
    const cannot = `Cannot find snapshot "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(spec)}"`;
    if (!/^[0-9a-f]{1,64}$/.test(spec)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `${cannot}: expected "latest", an ID, or the first digits of one. List them with "snapshots".`);
    }
    const all = await repository.snapshotIds(signal);
    const found = all.filter((id) => id.startsWith(spec));
    const [id, ...others] = found;
    const missing = new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('snapshot-missing', `${cannot}: ${noneOf(all.length)} has such an ID. List them with "snapshots".`);
    if (id === undefined)
        throw missing;
    if (others.length === 0)
        return await loadListed(repository, id, { missing, signal });
    const candidates = await listCandidates(repository, found, signal);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `${cannot}: ${found.length} snapshots begin so, expected 1. Give more digits: ${candidates}.`);
}
function noneOf(count) {
    return count > 1 ? `none of ${count} snapshots` : 'no snapshot';
}
async function loadListed(repository, id, { missing, signal }) {
    try {
        return { id, snapshot: await repository.loadSnapshot(id, signal) };
    }
    catch (error) {
        throw (0,_backends_backend_js__WEBPACK_IMPORTED_MODULE_4__/* .isMissing */ .b2)(error) ? missing : error;
    }
}
async function listCandidates(repository, ids, signal) {
    const shown = [];
    for (const id of ids.slice(0, SHOWN_CANDIDATES))
        shown.push(await describeCandidate(repository, id, signal));
    return inShort(shown, ids.length);
}
async function describeCandidate(repository, id, signal) {
    try {
        return describe({ id, snapshot: await repository.loadSnapshot(id, signal) });
    }
    catch (error) {
        if (!(0,_damage_js__WEBPACK_IMPORTED_MODULE_5__/* .isUnreadable */ .GZ)(error))
            throw error;
        return `${id.slice(0, SHORT_ID_DIGITS)}, which cannot be read`;
    }
}
function hasTags({ tags }, wanted) {
    return wanted.length === 0 ? tags.length === 0 : wanted.every((tag) => tags.includes(tag));
}
/** By time; of the same moment by ID, so that two runs choose alike. */
function byTime(a, b) {
    if (a.snapshot.timeNs !== b.snapshot.timeNs)
        return a.snapshot.timeNs < b.snapshot.timeNs ? -1 : 1;
    return a.id < b.id ? -1 : 1;
}
const SHOWN_CANDIDATES = 10;
const SHORT_ID_DIGITS = 12;
function listShort(found) {
    return inShort(found.slice(0, SHOWN_CANDIDATES).map(describe), found.length);
}
function describe({ id, snapshot }) {
    const time = new Date(Number(snapshot.timeNs / 1000000n)).toISOString().slice(0, 16);
    return `${id.slice(0, SHORT_ID_DIGITS)} of ${time} on ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(snapshot.hostname)}`;
}
function inShort(shown, count) {
    return count > shown.length ? `${shown.join(', ')}, …` : shown.join(', ');
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

/***/ 20750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S5: () => (/* binding */ isFromFuture),
/* harmony export */   VC: () => (/* binding */ futureProblem),
/* harmony export */   h5: () => (/* binding */ shownTime)
/* harmony export */ });
/** By so much clocks of machines that take backups and of the one that reads them may differ. */
const FUTURE_TOLERANCE_NS = 10n * 60n * 1000000000n;
/** Whether something says that it was taken later than now: a clock is wrong, or somebody forged it. */
function isFromFuture(timeNs, nowNs = BigInt(Date.now()) * 1000000n) {
    return timeNs > nowNs + FUTURE_TOLERANCE_NS;
}
/** Why `latest` is not taken for it. @param what `snapshot 1234abcd`. */
function futureProblem(what, timeNs) {
    const now = new Date().toISOString().slice(0, SHOWN_CHARACTERS);
    return `the newest, ${what}, is from the future (${shownTime(timeNs)}, and by this machine’s clock it is ${now}), expected one that was taken before now. If it is this machine’s clock that is wrong, set it. Else another’s is or was, or somebody forged it: look at it, and at those before it`;
}
/** `2026-11-21T10:47`. */
const SHOWN_CHARACTERS = 16;
function shownTime(timeNs) {
    const time = new Date(Number(timeNs / 1000000n));
    return Number.isNaN(time.getTime()) ? 'far in the future' : time.toISOString().slice(0, SHOWN_CHARACTERS);
}


/***/ }),

/***/ 51767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ parseNewTags),
/* harmony export */   c: () => (/* binding */ splitTags)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47508);


/** Single tags out of restic's form `a,b`, given once or several times; empty ones are left out, as restic does. */
function splitTags(lists) {
    return lists.flatMap((list) => list.split(',').map((tag) => tag.trim())).filter((tag) => tag !== '');
}
/**
 * The same for a new snapshot. Ours say what it is: with one of them it would be another application's, or a checkpoint, which
 * the next backup removes.
 *
 * @param name What a person gave them by.
 * @throws HoldfastError bad-input.
 */
function parseNewTags(lists, name) {
    const tags = splitTags(lists);
    const own = tags.find(_repository_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .isOwnTag */ .$3);
    if (own === undefined)
        return tags;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(own)}, and that is a tag of Holdfast’s own, expected neither \`incomplete\` nor one that ` +
        'begins with `holdfast:`. Choose another; what a snapshot is of, and why it stays, is said by `of` (`target`) and `keep-because`.');
}


/***/ }),

/***/ 52395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ unlocked)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/**
 * How archives in S3 are reached.
 * @throws HoldfastError bad-input if they were to be locked, which only the bucket's own default does.
 */
function unlocked(settings) {
    if (settings.objectLock === undefined)
        return settings;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', 'Cannot lock an archive by `object-lock`: that is for repositories, expected none. Give the bucket a default retention; it locks archives, too.');
}


/***/ })

};
