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
/* harmony import */ var _settings_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51767);
/* harmony import */ var _settings_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15787);


/**
 * The filter that the flags ask for. As restic's: the host is RESTIC_HOST's without --host, and anyone's with an empty
 * one. @throws HoldfastError bad-input.
 */
function snapshotFilter(flags, env) {
    const hosts = flags.host.length > 0 ? flags.host : [env['RESTIC_HOST'] ?? ''];
    return {
        hosts: hosts.filter((host) => host !== ''),
        target: flags.of ?? null,
        tags: flags.tag.map((list) => (0,_settings_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .splitTags */ .c)([list])),
        paths: flags.path,
        ...(flags.notAfter === undefined ? {} : { notAfterNs: (0,_settings_time_js__WEBPACK_IMPORTED_MODULE_1__.parseTime)(flags.notAfter, '--not-after') }),
    };
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
/** A name for the dump of `database`, whatever bytes that has: different for different ones. */
function dumpNameOf(database, extension) {
    const plain = database.replace(/[^A-Za-z0-9._-]/g, '_').replace(/^[^A-Za-z0-9]/, '_');
    const stem = plain.slice(0, MAX_STEM);
    if (stem === database && NAME.test(stem))
        return `${stem}.${extension}`;
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
    const latest = found.findLast(({ snapshot }) => !(0,_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .isIncomplete */ .Ne)(snapshot));
    if (latest !== undefined)
        return notFromFuture(latest);
    const actual = found.length === 0 ? whyNone(all, filter) : `only incomplete ones match (${listShort(found)})`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('snapshot-missing', `Cannot find snapshot "latest": ${actual}, expected a complete one. List them with "snapshots".`);
}
/** A forged one would be `latest` for ever, whatever is backed up after it. */
function notFromFuture(latest) {
    const { id, snapshot } = latest;
    if (!(0,_future_js__WEBPACK_IMPORTED_MODULE_2__/* .isFromFuture */ .S)(snapshot.timeNs))
        return latest;
    const problem = (0,_future_js__WEBPACK_IMPORTED_MODULE_2__/* .futureProblem */ .V)(`snapshot ${id.slice(0, SHORT_ID_DIGITS)}`, snapshot.timeNs);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('snapshot-missing', `Cannot find snapshot "latest": ${problem}, and name one that "snapshots" lists by its ID.`);
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
/* harmony export */   S: () => (/* binding */ isFromFuture),
/* harmony export */   V: () => (/* binding */ futureProblem)
/* harmony export */ });
/** By so much clocks of machines that take backups and of the one that reads them may differ. */
const FUTURE_TOLERANCE_NS = 10n * 60n * 1000000000n;
/** Whether something says that it was taken later than now: a clock is wrong, or somebody forged it. */
function isFromFuture(timeNs, nowNs = BigInt(Date.now()) * 1000000n) {
    return timeNs > nowNs + FUTURE_TOLERANCE_NS;
}
/** Why `latest` is not taken for it. @param what `snapshot 1234abcd`. */
function futureProblem(what, timeNs) {
    const time = new Date(Number(timeNs / 1000000n));
    const shown = Number.isNaN(time.getTime()) ? 'far in the future' : time.toISOString().slice(0, 16);
    const now = new Date().toISOString().slice(0, 16);
    return `the newest, ${what}, is from the future (${shown}, and by this machine’s clock it is ${now}), expected one that was taken before now. A clock is or was wrong, or somebody forged it: look at it, and at those before it`;
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


/***/ }),

/***/ 51767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ splitTags)
/* harmony export */ });
/** Single tags out of restic's form `a,b`, given once or several times; empty ones are left out, as restic does. */
function splitTags(lists) {
    return lists.flatMap((list) => list.split(',').map((tag) => tag.trim())).filter((tag) => tag !== '');
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
