export const id = 5064;
export const ids = [5064];
export const modules = {

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

/***/ 23833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GS: () => (/* binding */ MAX_ARCHIVE_MANIFEST_BYTES),
/* harmony export */   KB: () => (/* binding */ encodeArchiveManifest),
/* harmony export */   iz: () => (/* binding */ decodeArchiveManifest)
/* harmony export */ });
/* unused harmony export ARCHIVE_MANIFEST_VERSION */
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _repository_format_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5620);
/* harmony import */ var _archive_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16207);




/** Version of the manifest's own layout. A reader refuses a higher one. */
const ARCHIVE_MANIFEST_VERSION = 1;
/** It names no file of the host; one that is larger isn't ours. */
const MAX_ARCHIVE_MANIFEST_BYTES = 4 * 1024 * 1024;
function encodeArchiveManifest(manifest) {
    const json = {
        archive_manifest_version: ARCHIVE_MANIFEST_VERSION,
        program_version: manifest.programVersion,
        archive: (0,_archive_name_js__WEBPACK_IMPORTED_MODULE_0__/* .archiveFile */ .Bf)(manifest.id, manifest.encryption.kind !== 'none'),
        time: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTime */ .fU)(manifest.timeNs),
        target: manifest.target,
        hostname: manifest.hostname,
        tags: manifest.tags,
        paths: manifest.paths,
        complete: manifest.complete,
        encryption: manifest.encryption,
        stored_bytes: manifest.stored.bytes,
        stored_sha256: manifest.stored.sha256,
        tar_bytes: manifest.tar.bytes,
        tar_sha256: manifest.tar.sha256,
        files: manifest.files,
        folders: manifest.folders,
        others: manifest.others,
        content_bytes: manifest.contentBytes,
        dumps: manifest.dumps,
        problem_counts: manifest.problemCounts,
        tools: manifest.tools,
    };
    return Buffer.from(`${JSON.stringify(json, null, 2)}\n`, 'utf8');
}
/**
 * @param id By its name in the store: it must be the manifest of that archive.
 * @throws HoldfastError archive-damaged. Whoever can write to the store chooses what is in it.
 */
function decodeArchiveManifest(bytes, id) {
    const fields = new Fields(parsed(bytes, id), id);
    const version = fields.number('archive_manifest_version');
    if (version > ARCHIVE_MANIFEST_VERSION) {
        throw damaged(id, `it is of version ${version}, expected at most ${ARCHIVE_MANIFEST_VERSION}. Use a newer Holdfast`);
    }
    const encryption = encryptionOf(fields);
    const named = fields.text('archive');
    if (named !== (0,_archive_name_js__WEBPACK_IMPORTED_MODULE_0__/* .archiveFile */ .Bf)(id, encryption.kind !== 'none')) {
        throw damaged(id, `it is of another archive, "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(named)}"`);
    }
    return {
        id,
        programVersion: fields.text('program_version'),
        timeNs: fields.time('time'),
        target: fields.text('target'),
        hostname: fields.text('hostname'),
        tags: fields.texts('tags'),
        paths: fields.texts('paths'),
        complete: fields.boolean('complete'),
        encryption,
        stored: { bytes: fields.number('stored_bytes'), sha256: fields.hash('stored_sha256') },
        tar: { bytes: fields.number('tar_bytes'), sha256: fields.hash('tar_sha256') },
        files: fields.number('files'),
        folders: fields.number('folders'),
        others: fields.number('others'),
        contentBytes: fields.number('content_bytes'),
        dumps: fields.list('dumps').map((dump) => dumpOf(new Fields(dump, id))),
        problemCounts: fields.record('problem_counts', 'number'),
        tools: fields.record('tools', 'string'),
    };
}
function dumpOf(fields) {
    return {
        path: fields.text('path'),
        bytes: fields.number('bytes'),
        sha256: fields.hash('sha256'),
        entries: fields.number('entries'),
    };
}
function encryptionOf(fields) {
    const encryption = new Fields(fields.value('encryption'), fields.id);
    const kind = encryption.text('kind');
    if (kind === 'recipients')
        return { kind, recipients: encryption.texts('recipients') };
    if (kind === 'passphrase' || kind === 'none')
        return { kind };
    throw damaged(fields.id, `its encryption is ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(JSON.stringify(kind))}, which nobody knows`);
}
function parsed(bytes, id) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch (cause) {
        throw damaged(id, 'it is no JSON', cause);
    }
}
/** Members of an object of JSON, each proved to be what it must be. */
class Fields {
    id;
    #members;
    constructor(value, id) {
        this.id = id;
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            throw damaged(id, 'an object is missing');
        this.#members = value;
    }
    value(name) {
        return Object.hasOwn(this.#members, name) ? this.#members[name] : undefined;
    }
    text(name) {
        const value = this.value(name);
        if (typeof value === 'string')
            return value;
        throw damaged(this.id, `its ${name} is no text`);
    }
    boolean(name) {
        const value = this.value(name);
        if (typeof value === 'boolean')
            return value;
        throw damaged(this.id, `its ${name} is neither true nor false`);
    }
    number(name) {
        const value = this.value(name);
        if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
            return value;
        throw damaged(this.id, `its ${name} is no whole number`);
    }
    hash(name) {
        const value = this.text(name);
        if (/^[0-9a-f]{64}$/.test(value))
            return value;
        throw damaged(this.id, `its ${name} is no SHA-256`);
    }
    time(name) {
        try {
            return (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTime */ .pe)(this.text(name));
        }
        catch (cause) {
            throw damaged(this.id, `its ${name} is no time`, cause);
        }
    }
    list(name) {
        const value = this.value(name);
        if (Array.isArray(value))
            return value;
        throw damaged(this.id, `its ${name} is no list`);
    }
    texts(name) {
        return this.list(name).map((value) => {
            if (typeof value === 'string')
                return value;
            throw damaged(this.id, `its ${name} holds what is no text`);
        });
    }
    record(name, type) {
        const value = this.value(name);
        if (typeof value === 'object' &&
            value !== null &&
            Object.values(value).every((member) => typeof member === type))
            return { ...value };
        throw damaged(this.id, `its ${name} isn't as it must be`);
    }
}
function damaged(id, actual, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('archive-damaged', `Cannot use the manifest of the archive "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(id)}": ${actual}.`, { cause });
}


/***/ }),

/***/ 16207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $q: () => (/* binding */ parseName),
/* harmony export */   Bf: () => (/* binding */ archiveFile),
/* harmony export */   Jm: () => (/* binding */ timeMsOf),
/* harmony export */   YE: () => (/* binding */ manifestFile),
/* harmony export */   cC: () => (/* binding */ mayBeOf),
/* harmony export */   nR: () => (/* binding */ timeOf),
/* harmony export */   qU: () => (/* binding */ newArchiveId),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
/* unused harmony exports SEALED_SUFFIX, PLAIN_SUFFIX */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/**
 * Names in a store: `<target>-<host>.<YYYYMMDDTHHMMSSZ>.<8 random hex digits>`, the archive's ID, with `.tar.zst.age` (or
 * `.tar.zst` for one that isn't encrypted) for the archive and `.manifest.json` for its manifest. No colon, no space: it
 * must be a file on any system and the name of a GitHub artifact.
 */
const MANIFEST_SUFFIX = '.manifest.json';
const SEALED_SUFFIX = '.tar.zst.age';
const PLAIN_SUFFIX = '.tar.zst';
const ID_PATTERN = /^[A-Za-z0-9_-][A-Za-z0-9._-]*\.\d{8}T\d{6}Z\.[0-9a-f]{8}$/;
/** What of a target's or a host's name stands in an ID; the manifest has it whole. */
const MAX_PART_LENGTH = 60;
function newArchiveId({ target, hostname, timeNs, }) {
    const time = new Date(Number(timeNs / 1000000n))
        .toISOString()
        .replace(/\.\d+/, '')
        .replaceAll(/[-:]/g, '');
    return `${partOf(target)}-${partOf(hostname)}.${time}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}`;
}
/** Whether it can be the ID of an archive of that target and host, where its manifest doesn't say. Null: any. */
function mayBeOf(id, { target, host }) {
    const isOfTarget = target === null || id.startsWith(`${partOf(target)}-`);
    return isOfTarget && (host === null || id.includes(`-${partOf(host)}.`));
}
function partOf(name) {
    const plain = name.replaceAll(/[^A-Za-z0-9._-]/g, '_').slice(0, MAX_PART_LENGTH);
    return plain.replace(/^[.-]/, '_') || '_';
}
function archiveFile(id, isSealed) {
    return `${id}${isSealed ? SEALED_SUFFIX : PLAIN_SUFFIX}`;
}
function manifestFile(id) {
    return `${id}${MANIFEST_SUFFIX}`;
}
/** Null for names that aren't of an archive of ours. */
function parseName(name) {
    for (const [suffix, is] of [
        [MANIFEST_SUFFIX, 'manifest'],
        [SEALED_SUFFIX, 'archive'],
        [PLAIN_SUFFIX, 'archive'],
    ]) {
        const id = name.endsWith(suffix) ? name.slice(0, -suffix.length) : '';
        if (ID_PATTERN.test(id))
            return { id, is };
    }
    return null;
}
/** The time in an ID, `YYYYMMDDTHHMMSSZ`, which rises as a text does. */
function timeOf(id) {
    return id.split('.').at(-2) ?? '';
}
/** The same in milliseconds since 1970; NaN if there is no such time. */
function timeMsOf(id) {
    const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(timeOf(id)) ?? [];
    const [, year, month, day, hour, minute, second] = parts;
    return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
/** `<target>-<host>` of an ID: the same for all archives of a target, although those of another may have it, too. */
function originOf(id) {
    return id.split('.').slice(0, -2).join('.');
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

/***/ 57528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applicationOf: () => (/* binding */ applicationOf),
/* harmony export */   planApplication: () => (/* binding */ planApplication),
/* harmony export */   siteOf: () => (/* binding */ siteOf)
/* harmony export */ });
/* harmony import */ var _apps_quiesce_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29872);
/* harmony import */ var _operations_backup_planned_backup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85831);
/* harmony import */ var _settings_application_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59206);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65487);
/* harmony import */ var _quiesce_options_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80563);





/** The application that --app names; null: none. @throws HoldfastError bad-input. */
function applicationOf({ flags }) {
    const { app = null, appOption: options, stop, start, status } = flags;
    const application = (0,_settings_application_js__WEBPACK_IMPORTED_MODULE_0__/* .parseApplication */ .wO)({ app, options }, (word) => `--${word}`);
    if (application === null)
        return null;
    const others = [
        stop.length > 0 && '--stop',
        start.length > 0 && '--start',
        status !== undefined && '--status',
    ];
    (0,_operations_backup_planned_backup_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseOtherStop */ .XT)(others.filter((flag) => flag !== false), '--app');
    return application;
}
/** `options` with all that the application's profile says of the host. */
async function planApplication(task, host, { application, options }) {
    const { lease = null, maxQuiesce = null, container } = task.flags;
    const spans = (0,_apps_quiesce_words_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStopSpans */ .D)({ lease, maxQuiesce }, (word) => `--${word}`);
    const site = siteOf(task, host);
    const plan = await application.planBackup(site);
    if (container !== undefined)
        (0,_operations_backup_planned_backup_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseContainer */ .O)(plan, '--container');
    const stop = { ...spans, holder: (0,_quiesce_options_js__WEBPACK_IMPORTED_MODULE_3__.holder)(), connect: (signal) => (0,_connect_js__WEBPACK_IMPORTED_MODULE_4__.connect)({ ...task, signal }) };
    return (0,_operations_backup_planned_backup_js__WEBPACK_IMPORTED_MODULE_1__/* .withPlan */ .m5)(options, plan, { site, stop });
}
/** What a profile sees of the host. */
function siteOf(task, host) {
    const { flags, reporter, signal, terminal } = task;
    return {
        host,
        signal,
        env: terminal.env,
        connect: (address) => (0,_connect_js__WEBPACK_IMPORTED_MODULE_4__.connect)({ ...task, flags: { ...flags, on: address } }),
        onInfo: (message) => reporter.onInfo(message),
        onWarning: (message) => reporter.onWarning(message),
    };
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

/***/ 42018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   backupToArchive: () => (/* binding */ backupToArchive)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(95209);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(19473);
/* harmony import */ var _operations_archive_after_failure_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(69415);
/* harmony import */ var _operations_archive_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(89914);
/* harmony import */ var _age_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81595);
/* harmony import */ var _application_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57528);
/* harmony import */ var _archive_store_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(74495);
/* harmony import */ var _backup_options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80776);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(65487);
/* harmony import */ var _database_flags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16002);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(32900);
/* harmony import */ var _quiesce_options_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80563);













/** `backup --archive-to LOCATION`: an archive in place of a snapshot. */
async function backupToArchive(task, paths, location) {
    refuseIgnored(task.flags);
    const sealing = await (0,_age_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .readSealing */ .q)(task.flags);
    const application = (0,_application_options_js__WEBPACK_IMPORTED_MODULE_1__.applicationOf)(task);
    const given = await (0,_backup_options_js__WEBPACK_IMPORTED_MODULE_2__.backupOptions)(task.flags, paths, task.terminal);
    const connectDatabase = (0,_database_flags_js__WEBPACK_IMPORTED_MODULE_3__.databaseHost)(task);
    const options = {
        ...given,
        dumps: given.dumps?.map(({ database }) => ({ database, connect: connectDatabase })),
        quiesce: application === null ? (0,_quiesce_options_js__WEBPACK_IMPORTED_MODULE_4__.quiesceOptions)(task) : undefined,
    };
    const store = await (0,_archive_store_js__WEBPACK_IMPORTED_MODULE_5__.openArchives)(task, location);
    try {
        const host = await (0,_connect_js__WEBPACK_IMPORTED_MODULE_6__.connect)(task);
        try {
            const planned = application === null ? options : await (0,_application_options_js__WEBPACK_IMPORTED_MODULE_1__.planApplication)(task, host, { application, options });
            const result = await (0,_operations_archive_js__WEBPACK_IMPORTED_MODULE_7__.archive)(host, store, { ...planned, sealing }, task.reporter, task.signal);
            await showArchive(task.output, result);
            return result.complete ? _exit_status_js__WEBPACK_IMPORTED_MODULE_8__/* .ExitStatus */ .vu.ok : _exit_status_js__WEBPACK_IMPORTED_MODULE_8__/* .ExitStatus */ .vu.incomplete;
        }
        finally {
            await host.close();
        }
    }
    catch (error) {
        // What was saved is saved, whatever became of the application.
        if (error instanceof _operations_archive_after_failure_js__WEBPACK_IMPORTED_MODULE_9__/* .ArchiveAfterFailure */ .n)
            await showArchive(task.output, error.result);
        throw error;
    }
    finally {
        await store.close();
    }
}
/** As the flag's own default is. */
const DEFAULT_GROUP_BY = 'host,paths';
/** @throws HoldfastError bad-input for flags that would be ignored: an archive compares with nothing. */
function refuseIgnored(flags) {
    const ignored = (flags.repo !== undefined && '--repo') ||
        (flags.parent !== undefined && '--parent') ||
        (flags.force && '--force') ||
        (flags.skipIfUnchanged && '--skip-if-unchanged') ||
        (flags.ignoreInode && '--ignore-inode') ||
        (flags.firstPass === false && '--no-first-pass') ||
        (flags.ignoreCtime && '--ignore-ctime') ||
        (flags.checkpointInterval !== undefined && '--checkpoint-interval') ||
        (flags.groupBy !== DEFAULT_GROUP_BY && '--group-by') ||
        (flags.compression !== undefined && '--compression') ||
        (flags.packSize !== undefined && '--pack-size') ||
        (flags.copyTo !== undefined && '--copy-to') ||
        ((flags.bucket ?? []).length > 0 && '--bucket') ||
        (flags.keepBecause !== undefined && '--keep-because') ||
        (flags.spoolSize !== undefined && '--spool-size') ||
        (flags.dryRun && '--dry-run');
    if (!ignored)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .HoldfastError */ .E('bad-input', `Cannot use both --archive-to and ${ignored}: an archive is always of everything, and in no repository. Leave out one of them.`);
}
async function showArchive(output, result) {
    await output.json(archiveJson(result));
    for (const line of archiveLines(result))
        await output.line(line);
}
function archiveJson(result) {
    return {
        message_type: 'summary',
        archive_id: result.id,
        archive_file: result.archiveFile,
        manifest_file: result.manifestFile,
        location: result.location,
        complete: result.complete,
        files: result.files,
        folders: result.folders,
        others: result.others,
        total_bytes_processed: result.contentBytes,
        tar_bytes: result.tarBytes,
        stored_bytes: result.storedBytes,
        stored_sha256: result.storedSha256,
        ...(result.dumps.length === 0
            ? {}
            : { dumps: result.dumps.map(({ name, size_bytes }) => ({ name, size_bytes })) }),
        total_duration: result.durationMs / 1000,
        ...(result.quiescedMs === null ? {} : { quiesced_duration: result.quiescedMs / 1000 }),
        hostname: result.hostname,
        target: result.target,
        paths: result.paths,
        tags: result.tags,
        problem_counts: result.problemCounts,
        problems: result.problems,
    };
}
function* archiveLines(result) {
    const files = `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_11__.formatCounted)(result.files, 'file')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_11__.formatCounted)(result.folders, 'folder')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_11__.formatBytes)(result.contentBytes)}`;
    yield `${files}: an archive of ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_11__.formatBytes)(result.storedBytes)} in ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_11__.formatDuration)(result.durationMs)}.`;
    for (const { name, size_bytes } of result.dumps)
        yield `Dump ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_12__.displayText)(name)}: ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_11__.formatBytes)(size_bytes)}.`;
    if (result.quiescedMs !== null)
        yield `The application was held for ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_11__.formatDuration)(result.quiescedMs)}.`;
    yield `SHA-256 ${result.storedSha256}`;
    yield `archive ${result.id} saved${result.complete ? '' : ', INCOMPLETE: see the warnings above'}`;
}


/***/ }),

/***/ 85831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ refuseContainer),
  XT: () => (/* binding */ refuseOtherStop),
  m5: () => (/* binding */ withPlan)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/operations/backup/planned-application.js
/** What an application's profile has a backup do beside reading files and dumps, and say of it. */
class PlannedApplication {
    #plan;
    #site;
    /** Stopped before this host, in this order. */
    nodes;
    #facts = {};
    constructor(plan, site, nodes) {
        this.#plan = plan;
        this.#site = site;
        this.nodes = nodes;
    }
    async beforeStop(host, signal) {
        await this.#plan.beforeStop?.({ ...this.#site, host, signal });
    }
    async whileStopped(host, signal) {
        this.#facts = (await this.#plan.whileStopped?.({ ...this.#site, host, signal })) ?? {};
    }
    /** Once all was read. Whether it is stopped still, by its status, whoever stopped it asks (quiesce.ts). */
    async afterReading(host, signal) {
        await this.#plan.afterReading?.({ ...this.#site, host, signal });
    }
    judge(dumps) {
        return this.#plan.judgeDumps?.(dumps) ?? [];
    }
    /** For the manifest. Whole once `whileStopped` has resolved. */
    get record() {
        const { record } = this.#plan;
        return { ...record, facts: { ...record.facts, ...this.#facts } };
    }
}

;// CONCATENATED MODULE: ./build/operations/backup/planned-backup.js


/** How long a node's lease outlives the one before: of nodes that nobody starts any more, one starts after the other. */
const NODE_STAGGER_MS = 60_000;
/**
 * What a plan makes of a backup that a user asked for; what the user named beside is saved, too.
 * @throws HoldfastError bad-input where the plan relies on a snapshot of the volume, and none is asked for.
 */
function withPlan(options, plan, { site, stop }) {
    const { onInfo, onWarning, env, connect } = site;
    if (plan.needsVolume === true && options.volume === undefined) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot read the files of a running application: they are of several moments, expected a snapshot of their volume. Say how it is taken ' +
            '(--volume, the input `volume`), or take another way.');
    }
    const given = options.dumps ?? [];
    const nodes = plan.nodes.map(({ address, control }, i) => {
        const laterMs = (i + 1) * NODE_STAGGER_MS;
        const longer = { leaseMs: stop.leaseMs + laterMs, longestMs: stop.longestMs + laterMs };
        return { address, quiesce: { ...stop, ...longer, ...control, connect: () => connect(address) } };
    });
    return {
        ...options,
        paths: [...new Set([...plan.paths, ...options.paths])],
        volume: options.volume === undefined ? undefined : { ...options.volume, aside: plan.aside },
        excludes: [...plan.excludes, ...options.excludes],
        dumps: [...plan.databases.map((database) => ({ database })), ...given],
        buckets: [...(plan.buckets ?? []), ...(options.buckets ?? [])],
        before: [...options.before, ...plan.hooks.before],
        after: [...plan.hooks.after, ...options.after],
        commandLimitMs: plan.hooks.limitMs,
        // Where it runs on, files change by right.
        onChanged: options.onChanged === 'auto' && plan.record.running ? 'warn' : options.onChanged,
        quiesce: plan.control === null ? options.quiesce : { ...stop, ...plan.control },
        application: new PlannedApplication(plan, { onInfo, onWarning, env, connect }, nodes),
    };
}
/** @throws HoldfastError bad-input: an application is stopped in one way. */
function refuseOtherStop(given, name) {
    const [first] = given;
    if (first === undefined)
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot use ${first} with ${name}: the application’s profile knows how it is stopped and started, expected one of them. ` +
        'Leave it out, or take the profile generic, which is told by its own options.');
}
/** @throws HoldfastError bad-input: what is stopped in a container can't be watched over there. */
function refuseContainer({ control }, name) {
    if (control === null)
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot stop an application within ${name}: a watchdog in a container ends with it. Back the container’s volumes up from its host, ` +
        'and stop the container there.');
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

/***/ 59206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aZ: () => (/* binding */ configureSaved),
/* harmony export */   wO: () => (/* binding */ parseApplication)
/* harmony export */ });
/* unused harmony export readOptions */
/* harmony import */ var _apps_applications_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97921);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38816);



/**
 * The application that is meant, with its settings; null: none is.
 * @param show A word as the user knows it: `--app`, or `the input \`app\``.
 * @throws HoldfastError bad-input.
 */
function parseApplication({ app, options }, show) {
    if (app === null) {
        if (options.length === 0)
            return null;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('app-option')} without ${show('app')}: expected both. Say which application’s options they are.`);
    }
    const known = (0,_apps_applications_js__WEBPACK_IMPORTED_MODULE_1__/* .findApplication */ .oN)(app, show('app'));
    return known.configure(readOptions(known, options, show('app-option')), `the options of ${app}`);
}
/**
 * The application that a snapshot tells of, with the settings that it had then, but for those that are given.
 * @param app Null: whichever the snapshot says.
 * @throws HoldfastError bad-input.
 */
function configureSaved({ profile, settings }, { app, options }, show) {
    if (app !== null && app !== profile) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('app')}: it is ${JSON.stringify(app)}, expected ${JSON.stringify(profile)}, as which the snapshot was made. Leave the name out.`);
    }
    const known = (0,_apps_applications_js__WEBPACK_IMPORTED_MODULE_1__/* .findApplication */ .oN)(profile, 'the profile in the snapshot');
    const given = readOptions(known, options, show('app-option'));
    return known.configure({ ...settings, ...given }, `the options of ${profile}`);
}
/**
 * `key=value` lines as the settings that they mean.
 * @throws HoldfastError bad-input for an unknown key, or one given twice that is no list.
 */
function readOptions({ name, schema }, options, show) {
    const kinds = kindsOf(schema);
    const settings = {};
    for (const option of options) {
        const [, key = '', value = ''] = /^([a-z][a-z0-9-]*)=(.*)$/s.exec(option) ?? [];
        const kind = kinds.get(key);
        if (kind === undefined)
            throw unknownOption(key === '' ? option : key, { name, kinds, show });
        const earlier = settings[key];
        if (kind === 'list')
            settings[key] = [...(earlier ?? []), value];
        else if (earlier === undefined)
            settings[key] = settingOf(value, kind);
        else
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show} ${key} twice: expected one.`);
    }
    return settings;
}
/** What stays text is refused by the schema, which says what it expected. */
function settingOf(text, kind) {
    if (kind === 'boolean' && /^(true|false)$/.test(text))
        return text === 'true';
    if (kind === 'number' && /^-?\d+(\.\d+)?$/.test(text))
        return Number(text);
    return text;
}
function kindsOf(schema) {
    const shape = schema instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodObject */ .bvH ? schema.shape : {};
    return new Map(Object.entries(shape).map(([key, type]) => [key, kindOf(type)]));
}
function kindOf(type) {
    if (type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodDefault */ .XiL || type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodOptional */ .IiU || type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodNullable */ .l1C)
        return kindOf(type.unwrap());
    if (type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodArray */ .naA)
        return 'list';
    if (type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodBoolean */ .WFD)
        return 'boolean';
    return type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodNumber */ .rSt ? 'number' : 'text';
}
function unknownOption(key, { name, kinds, show }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show} ${JSON.stringify(key)}: ${name} has no such option, expected KEY=VALUE with one of ${[...kinds.keys()].join(', ')}.`);
}


/***/ })

};
