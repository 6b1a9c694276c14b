export const id = 7974;
export const ids = [7974,663];
export const modules = {

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

/***/ 51846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   formatLocalTime: () => (/* binding */ formatLocalTime)
/* harmony export */ });
/** `2026-11-21 10:47:54` in this machine's zone, as restic shows times. Years outside JavaScript's are shown in ns. */
function formatLocalTime(timeNs) {
    const date = new Date(Number(timeNs / 1000000n));
    if (Number.isNaN(date.getTime()))
        return `${timeNs} ns`;
    const two = (n) => String(n).padStart(2, '0');
    const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
    return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}


/***/ }),

/***/ 52803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   formatMode: () => (/* binding */ formatMode),
/* harmony export */   longLine: () => (/* binding */ longLine),
/* harmony export */   moreJson: () => (/* binding */ moreJson),
/* harmony export */   nodeJson: () => (/* binding */ nodeJson)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95209);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _repository_format_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5620);
/* harmony import */ var _local_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51846);




/** Go's letters for the bits of a mode above the permissions, from the highest. restic shows modes so. */
const MODE_LETTERS = 'dalTLDpSugct?';
const PERMISSION_LETTERS = 'rwxrwxrwx';
const HIGHEST_BIT = 31;
/** `drwxr-xr-x`, `-rw-r--r--`, `Lrwxrwxrwx`: a mode as Go and restic write it. */
function formatMode(mode) {
    let letters = '';
    for (const [i, letter] of Array.from(MODE_LETTERS).entries()) {
        if (mode & (2 ** (HIGHEST_BIT - i)))
            letters += letter;
    }
    const permissions = Array.from(PERMISSION_LETTERS, (letter, i) => (mode & (1 << (8 - i)) ? letter : '-'));
    return (letters || '-') + permissions.join('');
}
/** A line of `ls -l`. */
function longLine({ path, node }, humanReadable) {
    const size = humanReadable ? (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatBytes)(node.sizeBytes).padStart(10) : String(node.sizeBytes).padStart(12);
    const target = node.type === 'symlink' ? ` -> ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(node.linkTarget)}` : '';
    const owner = `${String(node.uid).padStart(5)} ${String(node.gid).padStart(5)}`;
    return `${formatMode(node.mode)} ${owner} ${size} ${(0,_local_time_js__WEBPACK_IMPORTED_MODULE_2__.formatLocalTime)(node.mtimeNs)} ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(path)}${target}`;
}
/** A node as restic's `ls --json` and `find --json` show it. */
function nodeJson({ path, node }) {
    return {
        ...textJson('name', node.name),
        type: node.type,
        ...textJson('path', path),
        uid: node.uid,
        gid: node.gid,
        ...(node.type === 'file' ? { size: node.sizeBytes } : {}),
        mode: node.mode,
        permissions: formatMode(node.mode),
        ...timesJson(node),
        ...(node.inode === 0n ? {} : { inode: node.inode }),
        ...(node.type === 'symlink' ? textJson('linktarget', node.linkTarget) : {}),
    };
}
/** What restic's `find --json` shows beside that. */
function moreJson({ node }) {
    return {
        ...(node.user === '' ? {} : { user: node.user }),
        ...(node.group === '' ? {} : { group: node.group }),
        ...(node.deviceId === 0n ? {} : { device_id: node.deviceId }),
        ...(node.links === 0n ? {} : { links: node.links }),
    };
}
function timesJson(node) {
    return {
        mtime: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_3__/* .formatTime */ .fU)(node.mtimeNs),
        atime: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_3__/* .formatTime */ .fU)(node.atimeNs),
        ctime: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_3__/* .formatTime */ .fU)(node.ctimeNs),
    };
}
/** Bytes as JSON: UTF-8 text; for anything else, U+FFFD stands in it and the bytes themselves beside it, in base64. */
function textJson(key, bytes) {
    const text = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.toText)(bytes);
    if (text !== null)
        return { [key]: text };
    return { [key]: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.toBytes)(bytes).toString('utf8'), [`${key}_base64`]: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.toBytes)(bytes).toString('base64') };
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

/***/ 7317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findEntries: () => (/* binding */ findEntries)
/* harmony export */ });
/* harmony import */ var _files_path_patterns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61098);
/* harmony import */ var _walk_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82187);


/** What matches in the snapshot with tree `root`, in the tree's order. @throws HoldfastError bad-input: a bad pattern. */
async function* findEntries(repository, root, options) {
    const patterns = (0,_files_path_patterns_js__WEBPACK_IMPORTED_MODULE_0__/* .compilePatterns */ .x)(options.patterns, { ignoreCase: options.ignoreCase });
    const { oldestNs, newestNs, signal } = options;
    const enter = ({ path }) => patterns.matches(path) || patterns.mayMatchBelow(path);
    for await (const placed of (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .walkTree */ .I)(repository, root, { enter, signal })) {
        const { mtimeNs } = placed.node;
        if (oldestNs !== undefined && mtimeNs < oldestNs)
            continue;
        if (newestNs !== undefined && mtimeNs > newestNs)
            continue;
        if (patterns.matches(placed.path))
            yield placed;
    }
}


/***/ }),

/***/ 26299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listSnapshots: () => (/* binding */ listSnapshots)
/* harmony export */ });
/* harmony import */ var _repository_find_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75207);
/* harmony import */ var _repository_group_by_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57194);


/** The snapshots that are asked for, oldest first. @throws HoldfastError snapshot-missing, bad-input. */
async function listSnapshots(repository, options) {
    const { specs, filter, latest, groupBy = _repository_group_by_js__WEBPACK_IMPORTED_MODULE_0__.BY_HOST_AND_PATHS, signal } = options;
    if (specs.length > 0) {
        const found = [];
        for (const spec of specs)
            found.push(await (0,_repository_find_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.resolveSnapshot)(repository, spec, filter, signal));
        return found;
    }
    const found = await (0,_repository_find_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.findSnapshots)(repository, filter, options);
    return latest === null ? found : newestOfEach(found, latest, groupBy);
}
/** @param found Oldest first. */
function newestOfEach(found, count, by) {
    const newest = new Set((0,_repository_group_by_js__WEBPACK_IMPORTED_MODULE_0__.groupSnapshots)(found, by).flatMap(({ snapshots }) => snapshots.slice(-count)));
    return found.filter((stored) => newest.has(stored));
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


/***/ })

};
