export const id = 3416;
export const ids = [3416];
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
    const path = (0,_files_given_path_js__WEBPACK_IMPORTED_MODULE_8__/* .givenPath */ .H)(on === 'local' ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(target) : target, '--target');
    return path === '/' && folder === null ? null : path;
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

/***/ 75207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findSnapshots: () => (/* binding */ findSnapshots),
/* harmony export */   matches: () => (/* binding */ matches),
/* harmony export */   resolveSnapshot: () => (/* binding */ resolveSnapshot),
/* harmony export */   whyNone: () => (/* binding */ whyNone)
/* harmony export */ });
/* harmony import */ var _backends_backend_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77656);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68656);
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
 * @throws HoldfastError snapshot-missing; bad-input if the prefix is ambiguous; repository-damaged if it can't be read,
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
        return latest;
    const actual = found.length === 0 ? whyNone(all, filter) : `only incomplete ones match (${listShort(found)})`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('snapshot-missing', `Cannot find snapshot "latest": ${actual}, expected a complete one. List them with "snapshots".`);
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
    const shown = all.slice(0, SHOWN_CANDIDATES).map((name) => `"${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(name)}"`);
    return all.length > SHOWN_CANDIDATES ? `${shown.join(', ')}, …` : shown.join(', ');
}
async function findByPrefix(repository, spec, signal) {
    const cannot = `Cannot find snapshot "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(spec)}"`;
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
        throw (0,_backends_backend_js__WEBPACK_IMPORTED_MODULE_3__/* .isMissing */ .b2)(error) ? missing : error;
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
        if (!(0,_damage_js__WEBPACK_IMPORTED_MODULE_4__/* .isUnreadable */ .GZ)(error))
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
    return `${id.slice(0, SHORT_ID_DIGITS)} of ${time} on ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(snapshot.hostname)}`;
}
function inShort(shown, count) {
    return count > shown.length ? `${shown.join(', ')}, …` : shown.join(', ');
}


/***/ })

};
