export const id = 3536;
export const ids = [3536,663];
export const modules = {

/***/ 80776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  backupOptions: () => (/* binding */ backupOptions)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/buckets/bucket.js + 1 modules
var bucket = __webpack_require__(77380);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/choice.js
var choice = __webpack_require__(68881);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/github/run.js
var github_run = __webpack_require__(67503);
// EXTERNAL MODULE: ./build/hosts/address.js
var address = __webpack_require__(88772);
// EXTERNAL MODULE: ./build/settings/checkpoint-interval.js
var checkpoint_interval = __webpack_require__(65912);
// EXTERNAL MODULE: ./build/settings/group-by.js
var group_by = __webpack_require__(74177);
// EXTERNAL MODULE: ./build/settings/retention.js
var retention = __webpack_require__(88706);
// EXTERNAL MODULE: ./build/settings/tags.js
var tags = __webpack_require__(51767);
// EXTERNAL MODULE: ./build/repository/tags.js
var repository_tags = __webpack_require__(47508);
// EXTERNAL MODULE: ./build/settings/target.js
var target = __webpack_require__(59487);
// EXTERNAL MODULE: ./build/settings/time.js
var time = __webpack_require__(15787);
// EXTERNAL MODULE: ./build/size.js
var size = __webpack_require__(85963);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(58508);
// EXTERNAL MODULE: ./build/cli/database-flags.js
var database_flags = __webpack_require__(16002);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
;// CONCATENATED MODULE: ./build/cli/files-from.js





/** A list of more is no list of sources but of files: naming their folders does it. */
const MAX_LIST_BYTES = 64 * 1024 * 1024;
const UTF_8_BOM = '\xef\xbb\xbf';
/** The paths in the files that the flags name, as bytes. @throws HoldfastError bad-input. */
async function readFilesFrom(flags, stdin) {
    const all = [...flags.filesFrom, ...flags.filesFromVerbatim, ...flags.filesFromRaw];
    if (all.filter((file) => file === '-').length > 1) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot read paths from standard input twice: expected one "-" among --files-from and its kin.');
    }
    const paths = [];
    const readAll = async (files, parse) => {
        for (const file of files) {
            const where = file === '-' ? 'standard input' : JSON.stringify(file);
            paths.push(...parse(await readList(file, where, stdin), where));
        }
    };
    await readAll(flags.filesFrom, pathsOf);
    await readAll(flags.filesFromVerbatim, verbatimPathsOf);
    await readAll(flags.filesFromRaw, rawPathsOf);
    return paths;
}
async function readList(file, where, stdin) {
    const bytes = await (file === '-' ? (0,consumers_.buffer)(stdin) : (0,promises_.readFile)(file)).catch((cause) => {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot read paths from ${where}: ${(0,system_error/* systemErrorText */.f9)(cause)}.`, {
            cause,
        });
    });
    if (bytes.length <= MAX_LIST_BYTES)
        return (0,bytestring.fromBytes)(bytes);
    throw new errors/* HoldfastError */.E('bad-input', `Cannot read paths from ${where}: it has ${bytes.length} bytes, expected at most ${MAX_LIST_BYTES}. ` +
        'Name the folders that the files are in.');
}
/** @throws HoldfastError bad-input for a pattern: restic expands it, but on the machine that it runs on. */
function pathsOf(list, where) {
    const paths = linesOf(list, where)
        .map((line) => line.replace(/^[ \t\v\f\r]+|[ \t\v\f\r]+$/g, ''))
        .filter((line) => line !== '' && !line.startsWith('#'));
    const pattern = paths.find((path) => /[*?[]/.test(path));
    if (pattern === undefined)
        return paths;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot use "${(0,bytestring.display)(pattern)}" of ${where}: it is a pattern, expected a path. Name the folder above it and leave ` +
        'out the rest with --exclude; a path that really has such characters can stand in a file for --files-from-verbatim.');
}
function verbatimPathsOf(list, where) {
    return linesOf(list, where).filter((line) => line !== '');
}
/** @throws HoldfastError bad-input if a path is empty, or the last has no NUL after it: the list may be cut off. */
function rawPathsOf(list, where) {
    const paths = list.split('\0');
    const rest = paths.pop();
    if (rest !== '') {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot read paths from ${where}: after the last NUL stands "${(0,bytestring.display)(rest)}", expected nothing. ` +
            'Each path ends with a NUL, as `find -print0` writes it; the list may be cut off.');
    }
    if (!paths.includes(''))
        return paths;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot read paths from ${where}: one of them is empty.`);
}
function linesOf(list, where) {
    if (list.includes('\0')) {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot read paths from ${where}: there are NUL bytes in it, expected lines of UTF-8. A list with a NUL after each ` +
            'path is for --files-from-raw.');
    }
    const text = list.startsWith(UTF_8_BOM) ? list.slice(UTF_8_BOM.length) : list;
    return text.split('\n').map((line) => line.replace(/\r$/, ''));
}

// EXTERNAL MODULE: ./build/cli/patterns.js + 1 modules
var patterns = __webpack_require__(88112);
// EXTERNAL MODULE: ./build/cli/session.js + 1 modules
var session = __webpack_require__(69261);
// EXTERNAL MODULE: ./build/cli/volume-flags.js
var volume_flags = __webpack_require__(78933);
;// CONCATENATED MODULE: ./build/cli/backup-options.js




















/** The operation's options from flags. @throws HoldfastError bad-input. */
async function backupOptions(flags, args, terminal) {
    if (flags.force && flags.parent !== undefined) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot use both --force and --parent: expected one of them.');
    }
    const dumps = (0,database_flags.databasesOf)(flags, terminal.env);
    const buckets = (flags.bucket ?? []).map((url) => (0,bucket/* parseBucket */.W)(url, '--bucket', terminal.env));
    if (dumps.length === 0 && flags.app === undefined && flags.databaseOn !== 'host') {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot use --database-on without --database: expected both. Say which database is to be saved.');
    }
    const mayBeNone = dumps.length + buckets.length > 0 || flags.app !== undefined;
    return {
        paths: await readPaths(flags, args, terminal.stdin, mayBeNone),
        dumps,
        buckets,
        excludes: [...flags.exclude, ...(await (0,patterns/* readPatterns */.c)(flags.excludeFile))],
        iexcludes: [...flags.iexclude, ...(await (0,patterns/* readPatterns */.c)(flags.iexcludeFile))],
        excludeCaches: flags.excludeCaches ?? false,
        excludeIfPresent: flags.excludeIfPresent,
        excludeLargerThanBytes: flags.excludeLargerThan === undefined
            ? null
            : (0,size/* parseLargestSize */.l)(flags.excludeLargerThan, '--exclude-larger-than'),
        oneFileSystem: flags.oneFileSystem ?? false,
        hostname: (flags.host ?? terminal.env['RESTIC_HOST']) || null,
        target: flags.of === undefined ? repository_tags/* DEFAULT_TARGET */.Kv : (0,target/* parseTarget */.h)(flags.of, '--of'),
        tags: (0,tags/* parseNewTags */.X)(flags.tag, '--tag'),
        keepBecause: flags.keepBecause === undefined ? undefined : (0,retention/* parseKeepBecause */.hZ)(flags.keepBecause, '--keep-because'),
        parent: flags.force ? 'none' : flags.parent === undefined ? 'newest' : { spec: flags.parent },
        groupBy: (0,group_by.parseGroupBy)(flags.groupBy, '--group-by'),
        timeNs: flags.time === undefined ? undefined : (0,time.parseTime)(flags.time, '--time'),
        skipIfUnchanged: flags.skipIfUnchanged,
        ignore: flags.ignoreInode ? 'inode' : flags.ignoreCtime ? 'ctime' : 'nothing',
        firstPass: flags.firstPass,
        volume: (0,volume_flags/* volumeOptions */.r)(flags),
        before: flags.before,
        after: flags.after,
        onUnreadable: (0,choice.parseChoice)(flags.onUnreadable, '--on-unreadable', ['fail', 'warn']),
        onChanged: (0,choice.parseChoice)(flags.onChanged, '--on-changed', ['auto', 'fail', 'warn']),
        checkpointEveryMs: (0,checkpoint_interval/* parseCheckpointInterval */.f)(flags.checkpointInterval ?? null, '--checkpoint-interval'),
        dryRun: flags.dryRun ?? false,
        retryLockMs: (0,session.retryLockMs)(flags),
        programVersion: version/* PROGRAM_VERSION */.c,
        origin: originIn(terminal.env),
    };
}
/** The command line is run by workflows, too. */
function originIn(env) {
    const run = (0,github_run/* currentRun */.x)(env);
    return run === null ? undefined : { configuration: null, run };
}
/** Each once: a path that is named twice is recorded once. */
async function readPaths(flags, args, stdin, mayBeNone) {
    const listed = await readFilesFrom(flags, stdin);
    const paths = [...args.map(fromArgument), ...listed].map((path) => absolutePath(path, flags.on));
    if (paths.length > 0)
        return [...new Set(paths)];
    const isListed = flags.filesFrom.length + flags.filesFromVerbatim.length + flags.filesFromRaw.length > 0;
    if (!isListed && mayBeNone)
        return [];
    throw new errors/* HoldfastError */.E('bad-input', isListed
        ? 'Cannot back up: the files that list the paths name none, expected at least one.'
        : 'Cannot back up: no path is named. Give one or more, or --files-from a list of them.');
}
/** Node reads arguments as UTF-8, and puts U+FFFD for whatever isn't: another name than the one that was given. */
function fromArgument(path) {
    if (!path.includes('\ufffd'))
        return (0,bytestring.fromText)(path);
    throw new errors/* HoldfastError */.E('bad-input', `Cannot back up ${JSON.stringify(path)}: it is not valid UTF-8, expected UTF-8 on the command line. Give it in a file, ` +
        'by --files-from-raw.');
}
/** An empty path is a variable that isn't set, not the working folder. Relative paths have a meaning on this machine alone: another one's working folder is nobody's intention. */
function absolutePath(path, on) {
    if (path === '') {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot back up "": it is empty, expected a path. Give one, or `.` for the working folder; a variable may be unset.');
    }
    if (path.startsWith('/'))
        return path;
    // Bytes stay bytes: only `/` and `.` have a meaning here.
    if (on === 'local')
        return (0,external_node_path_.resolve)((0,bytestring.fromText)(process.cwd()), path);
    throw new errors/* HoldfastError */.E('bad-input', `Cannot back up "${(0,bytestring.display)(path)}" of ${(0,bytestring.displayText)((0,address/* withoutPassword */.G5)(on))}: it is a relative path, expected an absolute one.`);
}


/***/ }),

/***/ 65487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connect: () => (/* binding */ connect)
/* harmony export */ });
/* harmony import */ var _hosts_connect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79662);
/* harmony import */ var _hosts_host_access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84523);
/* harmony import */ var _settings_secret_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95850);
/* harmony import */ var _password_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64986);
/* harmony import */ var _prompt_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9863);





/** Connects to the host that the flags name. The agent is the one that ssh would ask. */
async function connect(task) {
    const { flags, terminal, signal } = task;
    const client = (0,_hosts_host_access_js__WEBPACK_IMPORTED_MODULE_0__/* .sshClientOf */ .l)(flags.sshClient, '--ssh-client');
    const password = client === 'ssh2' || flags.sshPasswordFile !== undefined ? await sshPassword(task) : null;
    return (0,_hosts_connect_js__WEBPACK_IMPORTED_MODULE_1__.connectHost)(flags.on, {
        client,
        identity: flags.identity,
        passphrase: await identityPassphrase(task),
        password: password ?? undefined,
        knownHosts: flags.knownHosts,
        jump: flags.jump,
        become: (0,_hosts_host_access_js__WEBPACK_IMPORTED_MODULE_0__/* .becomeOf */ .b)(flags.become, '--become'),
        container: flags.container,
        // Servers let nobody try often: an agent's keys would use up the tries before the password's turn.
        agent: password === null ? terminal.env['SSH_AUTH_SOCK'] : undefined,
        signal,
    });
}
async function sshPassword({ flags, terminal: { env } }) {
    const file = flags.sshPasswordFile;
    if (file !== undefined)
        return (0,_password_js__WEBPACK_IMPORTED_MODULE_2__.readSecretFile)(file, 'the SSH password');
    return (0,_settings_secret_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentSecret */ .q)(env['HOLDFAST_SSH_PASSWORD'], 'HOLDFAST_SSH_PASSWORD');
}
/** Asked for when the key needs one and somebody is there. */
async function identityPassphrase({ flags, terminal, signal }) {
    const { identity, identityPassphraseFile: file } = flags;
    if (file !== undefined)
        return (0,_password_js__WEBPACK_IMPORTED_MODULE_2__.readSecretFile)(file, 'the key’s passphrase');
    if (identity === undefined || flags.on === 'local' || !(0,_prompt_js__WEBPACK_IMPORTED_MODULE_4__.canAsk)(terminal))
        return undefined;
    const { needsPassphrase } = await Promise.all(/* import() | ssh */[__webpack_require__.e(5472), __webpack_require__.e(3347)]).then(__webpack_require__.bind(__webpack_require__, 22220));
    if (!(await needsPassphrase(identity)))
        return undefined;
    return (0,_prompt_js__WEBPACK_IMPORTED_MODULE_4__/* .askSecret */ .w)(terminal, 'enter passphrase of the private key: ', signal);
}


/***/ }),

/***/ 16002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   databaseHost: () => (/* binding */ databaseHost),
/* harmony export */   databasesOf: () => (/* binding */ databasesOf),
/* harmony export */   parserOf: () => (/* binding */ parserOf)
/* harmony export */ });
/* harmony import */ var _databases_tunnelled_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26034);
/* harmony import */ var _hosts_container_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6410);
/* harmony import */ var _hosts_local_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60051);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65487);




/** The databases that --database names. @throws HoldfastError bad-input. */
function databasesOf({ database, databaseOn }, env) {
    const parse = parserOf(databaseOn);
    return database.map((url) => ({ database: parse(url, 'the database', env) }));
}
/** `parseDatabase` for what --database-on says. @throws HoldfastError bad-input for a place that is none. */
function parserOf(databaseOn) {
    if (!(0,_databases_tunnelled_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlaceOfOurs */ ._9)(databaseOn))
        (0,_hosts_container_address_js__WEBPACK_IMPORTED_MODULE_1__/* .parseContainerAddress */ .z)(databaseOn);
    return (text, name, env) => (0,_databases_tunnelled_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDatabaseAt */ .Qh)(databaseOn, text, name, env);
}
/** How what --database-on says is reached; undefined: it is the host that --on names. */
function databaseHost(task) {
    const { databaseOn } = task.flags;
    if (databaseOn === 'host' || databaseOn === 'tunnel')
        return undefined;
    if (databaseOn === 'here')
        return async () => (0,_hosts_local_js__WEBPACK_IMPORTED_MODULE_2__/* .localHost */ .O)();
    return () => (0,_connect_js__WEBPACK_IMPORTED_MODULE_3__.connect)({ ...task, flags: { ...task.flags, container: databaseOn } });
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

/***/ 80563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   holder: () => (/* binding */ holder),
/* harmony export */   quiesceOptions: () => (/* binding */ quiesceOptions),
/* harmony export */   refuseUnlessHeld: () => (/* binding */ refuseUnlessHeld)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _apps_quiesce_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29872);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65487);




/** How the application is stopped under a lease; undefined: it isn't. @throws HoldfastError bad-input. */
function quiesceOptions(task) {
    const { stop, start, status = null, lease = null, maxQuiesce = null, container = null } = task.flags;
    const words = { stop, start, status, lease, maxQuiesce, container };
    const parsed = (0,_apps_quiesce_words_js__WEBPACK_IMPORTED_MODULE_1__/* .parseQuiesce */ .t)(words, (word) => `--${word}`);
    if (parsed === undefined)
        return undefined;
    return { ...parsed, holder: holder(), connect: (signal) => (0,_connect_js__WEBPACK_IMPORTED_MODULE_2__.connect)({ ...task, signal }) };
}
/**
 * Who says what happens while the application stands believes that it does.
 * @throws HoldfastError bad-input for a flag that is about it, where nothing holds it.
 */
function refuseUnlessHeld(flags) {
    if (flags.app !== undefined || (flags.stop ?? []).length > 0)
        return;
    if (flags.firstPass === false) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', 'Cannot use --no-first-pass without --stop or --app: expected one of them. There is a first pass only ' +
            'where an application is stopped. Leave it out, or say what stops it.');
    }
    if (flags.spoolSize === undefined || flags.before.length > 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', 'Cannot use --spool-size without --stop, --before or --app: expected one of them. Only while an application is held ' +
        'does anything wait on this machine to be uploaded. Leave it out, or say what holds it.');
}
/** Who has the lease, for others. */
function holder() {
    return `process ${process.pid} on ${(0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)()}`;
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


/***/ })

};
