export const id = 1087;
export const ids = [1087];
export const modules = {

/***/ 46742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readAccounts)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52871);


/** A directory of a large company has some 100 bytes an account. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
const SEPARATOR = '\0';
const MAX_ID = 2 ** 32 - 1;
/**
 * Reads the accounts that the host's name service lists (or, without getent, its /etc/passwd and /etc/group). Users
 * of a directory that doesn't let itself be listed have no name here.
 *
 * @throws HoldfastError host-unsupported if there are unreasonably many.
 */
async function readAccounts(host, signal) {
    const read = (database) => `{ getent ${database} || cat /etc/${database}; } 2>/dev/null`;
    const script = `${read('passwd')}; printf '\\0'; ${read('group')}`;
    const { stdout } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_0__/* .runToEnd */ .cd)(host, script, { limitBytes: MAX_OUTPUT_BYTES, signal });
    const [passwd = '', group = ''] = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromBytes)(stdout).split(SEPARATOR);
    return { users: namesById(passwd), groups: namesById(group) };
}
/** Of `name:password:id:…` lines; the first of several names of a number counts, as for getpwuid. */
function namesById(lines) {
    const names = new Map();
    for (const line of lines.split('\n')) {
        const [name = '', , id = ''] = line.split(':');
        const number = /^\d{1,10}$/.test(id) ? Number(id) : Number.NaN;
        const text = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.toText)(name);
        if (text === null || text === '' || !(number <= MAX_ID) || names.has(number))
            continue;
        names.set(number, text);
    }
    return names;
}


/***/ }),

/***/ 42627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ listTree)
});

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/hosts/exit-status.js
var exit_status = __webpack_require__(62585);
// EXTERNAL MODULE: ./build/hosts/output.js
var hosts_output = __webpack_require__(52871);
// EXTERNAL MODULE: ./build/hosts/quote.js
var quote = __webpack_require__(28976);
// EXTERNAL MODULE: ./build/files/file-reader.js
var file_reader = __webpack_require__(42606);
// EXTERNAL MODULE: ./build/files/fill-in.js
var fill_in = __webpack_require__(40035);
// EXTERNAL MODULE: ./build/files/paths.js
var files_paths = __webpack_require__(33684);
// EXTERNAL MODULE: ./build/files/tool-message.js
var tool_message = __webpack_require__(89166);
;// CONCATENATED MODULE: ./build/files/find-problems.js



/** Lines kept of those that are no message about a path. */
const MAX_OTHER_LINES = 20;
/** Problems that wait for the entries among which they are told: a host could print them without end, and no entry. */
const MAX_WAITING = 100_000;
/** xargs: some command ended with 1 to 125. */
const XARGS_SOME_FAILED = 123;
/** Makes problems of what a listing's commands print on stderr. */
class FindProblems {
    #roots;
    #lister;
    #aboutRoots = new Map();
    #problems = [];
    #untold = 0;
    #count = 0;
    #others = [];
    constructor(roots, lister) {
        this.#roots = new Set(roots);
        this.#lister = lister;
    }
    add(line) {
        const message = this.#lister.parseMessage(line);
        if (message === null) {
            if (this.#others.length < MAX_OTHER_LINES)
                this.#others.push(line);
            return;
        }
        this.#count++;
        if (this.#roots.has(message.path)) {
            this.#aboutRoots.set(message.path, message);
            return;
        }
        const kind = (0,tool_message/* saysVanished */.X)(message) ? 'vanished' : 'unreadable';
        // Not every find walks step by step: some say for themselves that a name is too long.
        const reason = (0,files_paths/* tooLong */.Po)(message.path) ?? message.reason;
        if (this.#problems.length < MAX_WAITING)
            this.#problems.push({ kind, path: message.path, message: reason });
        else
            this.#untold++;
    }
    /** What find said about the root `path`. */
    aboutRoot(path) {
        return this.#aboutRoots.get(path);
    }
    /** At the end of the list, when it is known which roots are in it: what was said about those. */
    tellOfListedRoots(isListed) {
        for (const message of this.#aboutRoots.values()) {
            const kind = (0,tool_message/* saysVanished */.X)(message) ? 'vanished' : 'unreadable';
            if (isListed(message.path))
                this.#problems.push({ kind, path: message.path, message: message.reason });
        }
    }
    /** The problems since the last call. */
    take() {
        const problems = this.#problems;
        if (this.#untold > 0) {
            problems.push({ kind: 'unreadable', path: null, message: `and ${this.#untold} more messages` });
        }
        this.#problems = [];
        this.#untold = 0;
        return problems;
    }
    /**
     * Whether the exit status (find's, or that of the xargs behind it) is explained by what was printed. Lines that name
     * no path become problems by it: of a find that failed, something could not be listed; of one that didn't, a notice.
     */
    explains(status) {
        const kind = status === 0 ? 'notice' : 'unreadable';
        for (const line of this.#others)
            this.#problems.push({ kind, path: null, message: line });
        return status === 0 || ((status === 1 || status === XARGS_SOME_FAILED) && this.#count > 0);
    }
    /** The lines that name no path, for the message of a failure. */
    otherLines() {
        return Buffer.from(this.#others.map(bytestring.display).join('\n'));
    }
}

// EXTERNAL MODULE: ./build/files/listers.js + 2 modules
var listers = __webpack_require__(2421);
// EXTERNAL MODULE: ./build/files/path-patterns.js + 2 modules
var path_patterns = __webpack_require__(61098);
;// CONCATENATED MODULE: ./build/files/selection.js



/**
 * Decides which entries of a listing are kept. Sources themselves always are: who names a path wants it. Entries
 * must come parents first with subtrees contiguous, as find gives them: what is below an entry that was left out is
 * left out too.
 */
class Selection {
    #excludes;
    #iexcludes;
    #largestBytes;
    #tagged;
    #sources;
    /** `/a/b/` while the entries below `/a/b`, which was left out, come. */
    #skipping = null;
    /** Sources of which patterns leave nothing but the folder itself. */
    #emptied = new Set();
    /** @throws HoldfastError bad-input at a pattern with a syntax error. */
    constructor(options, found) {
        this.#excludes = (0,path_patterns/* compilePatterns */.x)(options.excludes ?? []);
        this.#iexcludes = (0,path_patterns/* compilePatterns */.x)(options.iexcludes ?? [], { ignoreCase: true });
        this.#largestBytes = options.excludeLargerThanBytes ?? null;
        this.#tagged = found.tagged;
        this.#sources = new Set(found.sources);
    }
    keeps(entry) {
        if (this.#skipping !== null) {
            if (entry.path.startsWith(this.#skipping))
                return false;
            this.#skipping = null;
        }
        if (!this.excludesPath(entry.path) && !this.#isTooLarge(entry))
            return true;
        if (this.#sources.has(entry.path)) {
            if (entry.type === 'dir' && !this.#takesBack())
                this.#emptied.add(entry.path);
            return true;
        }
        if (entry.type === 'dir')
            this.#skipping = `${entry.path}/`;
        return false;
    }
    /** Whether `path` is left out by its name, or by a tag that lies beside it. */
    excludesPath(path) {
        if (this.#excludes.matches(path) || this.#iexcludes.matches(path))
            return true;
        if (this.#tagged.length === 0)
            return false;
        const folder = (0,files_paths/* parentPath */.yl)(path);
        return this.#tagged.some(({ tag, folders }) => folders.has(folder) && (0,files_paths/* baseName */.Fl)(path) !== tag);
    }
    /** Whether `source`, which `keeps` was asked about, is a folder all of whose contents a pattern leaves out. */
    hasEmptied(source) {
        return this.#emptied.has(source);
    }
    /** A pattern with `!` may keep something below a folder that another one leaves out. */
    #takesBack() {
        return [this.#excludes, this.#iexcludes].some(({ patterns }) => patterns.some((one) => one.isNegated));
    }
    #isTooLarge(entry) {
        return this.#largestBytes !== null && entry.type !== 'dir' && entry.sizeBytes > this.#largestBytes;
    }
    /** Tests of find that are true only for entries that `keeps` says no to, other than by what is above them. */
    findTests() {
        const { patterns } = this.#excludes;
        // Whether a pattern counts depends on those behind it that take it back.
        const lastNegated = patterns.findLastIndex(({ isNegated }) => isNegated);
        const tests = patterns.slice(lastNegated + 1).flatMap((pattern) => findTestOf(pattern) ?? []);
        return tests.filter((test) => ![...this.#sources].some((source) => mayBeTrue(test, source)));
    }
}
/**
 * The test of find that is true for exactly the entries at which `pattern` begins to match, or null. Only literal
 * names map so, and stars in a single relative one: find's own `*` matches slashes, and its `?` and brackets bytes.
 */
function findTestOf({ isAbsolute, isNegated, components }) {
    const joined = components.join('/');
    if (isNegated || components.length === 0 || /[\\?[\]]/.test(joined))
        return null;
    const text = (0,bytestring.fromText)(joined);
    if (components.length === 1 && !isAbsolute && joined !== '**')
        return { test: '-name', pattern: text };
    if (joined.includes('*'))
        return null;
    return { test: '-path', pattern: (isAbsolute ? `/${text}` : `*/${text}`) };
}
/** Whether `test` might prune at the source `path`: a pattern that could is left to the runner. */
function mayBeTrue({ test, pattern }, path) {
    if (test === '-path')
        return pattern.startsWith('*') ? path.endsWith(pattern.slice(1)) : pattern === path;
    return pattern.includes('*') || (0,files_paths/* baseName */.Fl)(path) === pattern;
}

// EXTERNAL MODULE: ./build/files/sources.js
var files_sources = __webpack_require__(26194);
// EXTERNAL MODULE: ./build/files/streaming-command.js
var streaming_command = __webpack_require__(23952);
;// CONCATENATED MODULE: ./build/files/tagged-folders.js






/** Cache Directory Tagging Specification (bford.info/cachedir). */
const CACHEDIR_TAG = {
    name: (0,bytestring.fromText)('CACHEDIR.TAG'),
    header: (0,bytestring.fromText)('Signature: 8a477f597d28d172789f06886806bc55'),
};
/** Longest header that is compared. */
const MAX_HEADER_BYTES = 4096;
/**
 * The tags of `--exclude-caches` and of `--exclude-if-present NAME` or `NAME:HEADER`.
 *
 * @throws HoldfastError bad-input at one without a name, or with a slash in it.
 */
function folderTags(options) {
    const tags = (options.excludeIfPresent ?? []).map(parseTag);
    return options.excludeCaches === true ? [...tags, CACHEDIR_TAG] : tags;
}
function parseTag(spec) {
    const colon = spec.indexOf(':');
    const name = colon === -1 ? spec : spec.slice(0, colon);
    const header = (0,bytestring.fromText)(colon === -1 ? '' : spec.slice(colon + 1));
    if (name === '' || /[/\0]/.test(name) || header.length > MAX_HEADER_BYTES) {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot leave out folders with the tag ${JSON.stringify(spec)}: expected the name of a file, or NAME:HEADER ` +
            `with a header of at most ${MAX_HEADER_BYTES} bytes. Correct it.`);
    }
    return { name: (0,bytestring.fromText)(name), header };
}
/**
 * Finds the folders below `roots` (absolute, clean) that hold one of `tags`, on a host. It takes a walk
 * of its own, since a listing can come upon a tag after what lies beside it. What can't be looked into isn't tagged;
 * the listing says why.
 *
 * @throws HoldfastError command-failed if the walk didn't come to its end.
 */
async function findTaggedFolders(host, roots, options) {
    const found = [];
    for (const tag of options.tags) {
        const paths = await findTag(host, tag, `find ${(0,quote/* quoteAll */._)(roots)} ${options.oneFileSystem ? '-xdev ' : ''}`, options.signal);
        found.push({ tag: tag.name, folders: new Set(paths.map(files_paths/* parentPath */.yl)) });
    }
    return found;
}
/** Paths of the tags whose headers fit. Only what every find and shell can do: some have neither -printf nor -xtype. */
async function findTag(host, tag, find, signal) {
    const named = `${find}-name ${(0,quote/* quote */.h)(escapePattern(tag.name))} -print0`;
    const fitting = `xargs -0 -r sh -c ${(0,quote/* quote */.h)(printFitting(tag.header))} sh`;
    const walk = tag.header === '' ? named : `${named} | ${fitting}`;
    let output = '';
    const command = await streaming_command/* StreamingCommand */.O.start(host, `cd /; ${walk}; printf 'end\\0\\0'`, {
        onErrorLine: () => { },
        signal,
    });
    try {
        for await (const chunk of command.output())
            output += chunk.toString('latin1');
        const exit = await command.finish();
        if (!output.endsWith('end\0\0') || !('code' in exit)) {
            throw new hosts_output/* CommandFailure */.qi('look for folders to leave out', host, { exit, stderr: Buffer.alloc(0) });
        }
    }
    finally {
        await command.end();
    }
    return output.split('\0').slice(0, -3);
}
/**
 * Shell that prints the paths of the files that begin with `header`. Only regular files are read (by symlink too, as
 * restic does): opening a fifo would never end. The `x` keeps newlines at the end, which the shell takes off; NULs,
 * which it drops, leave less than `header`.
 */
function printFitting(header) {
    const begins = `[ "$(head -c ${header.length} <"$f" && echo x)" = ${(0,quote/* quote */.h)(header)}x ]`;
    return `for f do [ -f "$f" ] && ${begins} && printf '%s\\0' "$f"; done 2>/dev/null`;
}
/** `name` as a pattern of find that matches only it. */
function escapePattern(name) {
    return name.replace(/[\\*?[\]]/g, '\\$&');
}

;// CONCATENATED MODULE: ./build/files/find-listing.js















/** Bytes of tests for find on a command line: what is over it, the runner alone leaves out. */
const MAX_TESTS_BYTES = 32 * 1024;
/**
 * A test that is true of everything, for find to go into no folder whose path no call takes: nothing in it could be read. Whoever has a
 * folder could make so many in one another that the list would have terabytes.
 */
const UP_TO_LONGEST = `'(' ! -path ${(0,quote/* quote */.h)(`${'?'.repeat(files_paths/* MAX_PATH_BYTES */.PR + 1)}*`)} -o -prune ')' `;
/** `listTree` by the host's find, and what the reader of `options` has behind it. */
async function* listWithFind(host, roots, options) {
    const { outer, nested } = (0,files_sources/* planSources */._K)(roots);
    const sources = [...outer, ...nested];
    const tags = folderTags(options);
    const oneFileSystem = options.oneFileSystem ?? false;
    const tagged = await findTaggedFolders(host, oneFileSystem ? sources : outer, {
        tags,
        oneFileSystem,
        signal: options.signal,
    });
    const selection = new Selection(options, { sources, tagged });
    checkNested(outer, nested, selection);
    const listing = new Listing(host, { options, selection, nested });
    yield* listing.of(outer);
}
/** A source inside of a folder that is left out would be silently left out with it. */
function checkNested(outer, nested, selection) {
    for (const source of nested) {
        const excluded = (0,files_paths/* ancestorsOf */.Gw)(source).find((folder) => outer.some((path) => (0,files_paths/* isInside */.FK)(folder, path)) && selection.excludesPath(folder));
        if (excluded === undefined)
            continue;
        throw new errors/* HoldfastError */.E('bad-input', `Cannot list the source "${(0,bytestring.display)(source)}": "${(0,bytestring.display)(excluded)}" above it is left out of another source. ` +
            'Exclude less, or back up the two apart.');
    }
}
class Listing {
    #host;
    #options;
    #lister;
    #selection;
    /** Sources in others that were not listed yet. */
    #nested;
    /** Sources that aren't there. */
    #missing = [];
    constructor(host, { options, selection, nested, }) {
        this.#host = host;
        this.#options = options;
        this.#lister = (0,listers/* listerOf */.H)(options.reader ?? file_reader/* GNU_READER */.n);
        this.#selection = selection;
        this.#nested = new Set(nested);
    }
    async *of(outer) {
        if (this.#options.oneFileSystem !== true || this.#nested.size === 0) {
            yield* this.#find(outer);
        }
        else {
            for (const root of outer)
                yield* this.#acrossMounts(root);
            this.#missing.push(...this.#nested);
        }
        if (outer.every((root) => this.#missing.includes(root)))
            throw (0,files_sources/* sourcesMissing */.TQ)(this.#missing);
        this.#checkEmptied(outer);
        const kind = 'missing';
        yield {
            entries: [],
            problems: this.#missing.map((path) => ({ kind, path, message: files_sources/* MISSING_SOURCE */.PL })),
        };
    }
    /** A backup of nothing that is called complete is found out when it is too late. */
    #checkEmptied(outer) {
        const emptied = outer.filter((root) => this.#selection.hasEmptied(root));
        const [first] = emptied;
        if (first === undefined)
            return;
        if (!outer.every((root) => this.#selection.hasEmptied(root) || this.#missing.includes(root)))
            return;
        throw new errors/* HoldfastError */.E('bad-input', `Cannot back up "${(0,bytestring.display)(first)}"${emptied.length > 1 ? ` and ${emptied.length - 1} more` : ''}: the patterns to exclude ` +
            'leave out all that is in it, expected one path with something to save. Exclude less: a pattern without a slash at ' +
            'its beginning matches in any folder, also above the path.');
    }
    /**
     * Lists `root` alone, which is in one filesystem, and at each mount point in it the sources that lie there: so their
     * entries come where they belong in the tree.
     *
     * @param isListed Whether `root` itself was listed already, as a mount point.
     */
    async *#acrossMounts(root, isListed = false) {
        this.#nested.delete(root);
        let device = null;
        for await (const { entries, problems } of this.#find([root])) {
            let start = 0;
            for (const [i, entry] of entries.entries()) {
                if (device === null) {
                    device = entry.device;
                    if (isListed)
                        start = 1;
                }
                if (entry.device === device) {
                    this.#nested.delete(entry.path);
                    continue;
                }
                const mounted = this.#nestedAt(entry.path);
                if (mounted.length === 0)
                    continue;
                yield { entries: entries.slice(start, i + 1), problems: [] };
                start = i + 1;
                for (const source of mounted)
                    yield* this.#acrossMounts(source, source === entry.path);
            }
            yield { entries: entries.slice(start), problems };
        }
    }
    /** The outermost of the sources not listed yet that are at `path` or below it. */
    #nestedAt(path) {
        const below = [...this.#nested].filter((source) => source === path || (0,files_paths/* isInside */.FK)(source, path));
        return below.length === 0 ? [] : (0,files_sources/* planSources */._K)(below).outer;
    }
    async *#find(roots) {
        const unseen = new Set(roots);
        const problems = new FindProblems(roots, this.#lister);
        const records = this.#lister.parser();
        const command = await streaming_command/* StreamingCommand */.O.start(this.#host, this.#script(roots), {
            onErrorLine: (line) => problems.add(line),
            signal: this.#options.signal,
        });
        try {
            for await (const chunk of command.output()) {
                const listed = records.push(chunk);
                for (const entry of listed) {
                    if (unseen.size === 0)
                        break;
                    unseen.delete(entry.path);
                }
                yield await this.#batch(listed, problems);
            }
            const exit = await command.finish();
            if (!records.ended && !(0,exit_status/* isSuccess */.o)(exit))
                throw this.#failure(exit, problems);
            const status = records.finish();
            for (const root of unseen)
                this.#noteUnlisted(root, problems.aboutRoot(root));
            problems.tellOfListedRoots((root) => !unseen.has(root));
            if (!problems.explains(status))
                throw this.#failure(exit, problems);
            yield { entries: [], problems: problems.take() };
        }
        finally {
            await command.end();
        }
    }
    #noteUnlisted(root, failure) {
        if (!(0,files_sources/* isMissing */.b2)(failure))
            throw (0,files_sources/* sourceFault */.qg)(root, failure);
        this.#missing.push(root);
    }
    async #batch(listed, problems) {
        const found = problems.take();
        const kept = listed.filter((entry) => {
            if (!this.#selection.keeps(entry))
                return false;
            const message = (0,files_paths/* tooLong */.Po)(entry.path);
            if (message !== null)
                found.push({ kind: 'unreadable', path: entry.path, message });
            return message === null;
        });
        const reader = this.#options.reader ?? file_reader/* GNU_READER */.n;
        const { entries, failed } = await (0,fill_in/* fillIn */.p)(this.#host, kept, { reader, signal: this.#options.signal });
        for (const message of failed.values()) {
            const kind = (0,tool_message/* saysVanished */.X)(message) ? 'vanished' : 'unreadable';
            found.push({ kind, path: message.path, message: message.reason });
        }
        return { entries, problems: found };
    }
    #failure(exit, problems) {
        return new hosts_output/* CommandFailure */.qi('list the files', this.#host, { exit, stderr: problems.otherLines() });
    }
    #script(roots) {
        const xdev = this.#options.oneFileSystem === true ? '-xdev ' : '';
        return this.#lister.walkScript(`${(0,quote/* quoteAll */._)(roots)} ${xdev}${this.#prune()}${UP_TO_LONGEST}`);
    }
    /** What find can leave out by itself, exactly as the runner would, spares walking through it. */
    #prune() {
        const tests = [];
        let bytes = 0;
        for (const { test, pattern } of this.#selection.findTests()) {
            const word = `${test} ${(0,quote/* quote */.h)(pattern)}`;
            bytes += word.length;
            if (bytes > MAX_TESTS_BYTES)
                break;
            tests.push(word);
        }
        return tests.length === 0 ? '' : `'(' ${tests.join(' -o ')} ')' -prune -o `;
    }
}

;// CONCATENATED MODULE: ./build/files/list.js

/**
 * Lists `roots` and all below them on the host, by its own find, in batches as they come: parents first, subtrees
 * contiguous, sources sorted, those that lie in another listed once. Entries that the options leave out don't come.
 * Memory: one batch. Not iterating on stops the host's find.
 *
 * The iteration ends normally only when the list is complete, but for what its problems say.
 *
 * @param roots Absolute paths.
 * @throws HoldfastError bad-input, source-missing if none of the roots is there, source-unreadable, command-failed (a
 *   list that is cut off or isn't one), and what the host throws.
 */
function listTree(host, roots, options = {}) {
    return listWithFind(host, roots, options);
}


/***/ }),

/***/ 1546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ chooseReader),
/* harmony export */   z: () => (/* binding */ probeHost)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52871);



/**
 * @throws HoldfastError host-unsupported if the answer makes no sense; command-failed and what the host throws.
 */
async function probeHost(host, signal) {
    const { stdout } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_0__/* .runSuccessfully */ .t7)(host, 'ask what the host has', SCRIPT, { signal });
    const answers = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromBytes)(stdout).split('\0');
    const answer = () => (answers.shift() ?? '').trim();
    const kernel = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(answer());
    const hostname = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(answer());
    const uid = answer();
    const username = answer();
    const clock = answer();
    const tool = () => toolOf(answer());
    const tools = { find: tool(), tar: tool(), stat: tool(), xargs: tool() };
    if (!/^\d{1,10}$/.test(uid) || !/^\d+$/.test(clock.replace(/%?N$/, '')) || answer() !== 'end') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('host-unsupported', `Cannot use "${host.name}": it didn't answer what it is as expected. See whether \`id\`, \`date\` and \`uname\` ` +
            'work there.');
    }
    return {
        tools,
        kernel,
        hostname,
        uid: Number(uid),
        username: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(username === '' ? uid : username),
        clockNs: clockOf(clock),
    };
}
/**
 * The way in which the host's files can be listed and read. What finds and what reads is chosen apart.
 *
 * @throws HoldfastError host-unsupported if it lacks the tools for either.
 */
function chooseReader(host, { tools }) {
    const lister = chooseLister(tools);
    const archiver = chooseArchiver(tools);
    if (lister !== null && archiver !== null)
        return { lister, archiver };
    const found = Object.entries(tools).map(([name, { kind }]) => `${name} is ${kind}`);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('host-unsupported', `Cannot read files of "${host.name}": ${found.join(', ')}, expected find and tar of GNU, busybox or toybox ` +
        '(or bsdtar), with xargs, and with stat where find is not GNU. Install findutils and tar there.');
}
function chooseLister({ find, stat, xargs }) {
    if (!isKnown(xargs))
        return null;
    if (find.kind === 'gnu')
        return 'find';
    return isKnown(find) && isKnown(stat) ? 'stat' : null;
}
function chooseArchiver({ tar, xargs }) {
    if (tar.kind === 'missing' || tar.kind === 'unknown')
        return null;
    // An xargs that goes on after 255 (toybox's) would mix up the archives of busybox' tar.
    const needsStop = tar.kind === 'busybox';
    return needsStop && xargs.kind !== 'gnu' && xargs.kind !== 'busybox' ? null : tar.kind;
}
function isKnown({ kind }) {
    return kind === 'gnu' || kind === 'busybox' || kind === 'toybox';
}
/** Answers each ended by NUL. The first line of `--version` tells a tool's kind, whatever its exit status is. */
const SCRIPT = [
    'p() { printf \'%s\\0\' "$1"; }',
    'v() { if command -v "$1" >/dev/null 2>&1; then p "$("$1" --version </dev/null 2>&1 | head -n 1)"; else p missing; fi; }',
    'p "$(uname -s -r)"',
    'p "$(uname -n)"',
    'p "$(id -u)"',
    'p "$(id -un 2>/dev/null)"',
    'p "$(date +%s%N)"',
    'v find',
    'v tar',
    'v stat',
    'v xargs',
    'p end',
].join('; ');
function toolOf(line) {
    return { kind: kindOf(line), version: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(line) };
}
function kindOf(line) {
    if (line === 'missing')
        return 'missing';
    if (/GNU/.test(line))
        return 'gnu';
    if (/toybox/i.test(line))
        return 'toybox';
    if (/bsdtar/.test(line))
        return 'bsdtar';
    // busybox' tar says its name; its find and stat only that they know no such option.
    if (/busybox/i.test(line) || /unrecogni[sz]ed/.test(line))
        return 'busybox';
    return 'unknown';
}
const NS_DIGITS = 9;
const NS_PER_SECOND = 1000000000n;
/** Of `date +%s%N`: seconds and nine digits, or seconds and what stands for `%N` where it isn't known. */
function clockOf(text) {
    const digits = text.replace(/%?N$/, '');
    return digits.length > NS_DIGITS + 1 && digits === text ? BigInt(digits) : BigInt(digits) * NS_PER_SECOND;
}


/***/ }),

/***/ 54989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ul: () => (/* binding */ readFiles),
  P: () => (/* binding */ readFilesByTurns),
  dB: () => (/* binding */ readsAttributes)
});

// EXTERNAL MODULE: ./build/files/archivers.js + 2 modules
var archivers = __webpack_require__(38764);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/files/archive-run.js
var archive_run = __webpack_require__(79046);
// EXTERNAL MODULE: ./build/files/file-reader.js
var file_reader = __webpack_require__(42606);
// EXTERNAL MODULE: ./build/files/streaming-command.js
var streaming_command = __webpack_require__(23952);
;// CONCATENATED MODULE: ./build/files/hole-check.js

/**
 * Filesystems whose block counts include what was written and isn't on disk yet, and what is kept within an inode: so a
 * file without blocks has no data. Magic numbers of statfs(2), as stat prints them. On others (network filesystems,
 * ZFS, FUSE, overlays) a file with data can report none.
 */
const EXACT_FILESYSTEMS = new Set([
    'ef53', // ext2, ext3, ext4
    '58465342', // XFS
    '9123683e', // Btrfs
    '1021994', // tmpfs
]);
/** Below it zeros are sent sooner than the question is asked. */
const MIN_HOLE_BYTES = 4n * 1024n * 1024n;
/** Whether the file is all hole, or its filesystem doesn't say. */
function seemsAllHole({ type, sizeBytes, blocks }) {
    return type === 'file' && blocks === 0n && sizeBytes > 0n;
}
/**
 * Of `files` those that seem all hole and surely are, so that a tar may leave them unread. One command, and only if
 * there are large ones.
 */
async function findHoles(host, files, signal) {
    const seeming = files.filter(seemsAllHole);
    if (!seeming.some(({ sizeBytes }) => sizeBytes >= MIN_HOLE_BYTES))
        return new Set();
    const samples = new Map(seeming.map((file) => [file.device, file]));
    const exact = new Set();
    const filesystems = await filesystemsOf(host, [...samples.values()], signal);
    for (const [device, { path }] of samples) {
        if (EXACT_FILESYSTEMS.has(filesystems.get(path) ?? ''))
            exact.add(device);
    }
    return new Set(seeming.filter(({ device }) => exact.has(device)));
}
/** Magic numbers by path. What can't be told is left out. */
async function filesystemsOf(host, files, signal) {
    const command = await streaming_command/* StreamingCommand */.O.start(host, "cd /; xargs -0 -r stat -f -c '%t//%n//'", {
        names: files.map(({ path }) => path),
        onErrorLine: () => { },
        signal,
    });
    let output = '';
    try {
        for await (const chunk of command.output())
            output += chunk.toString('latin1');
        await command.finish();
    }
    finally {
        await command.end();
    }
    const found = new Map();
    for (const record of output.split('//\n')) {
        const slashes = record.indexOf('//');
        if (slashes > 0)
            found.set(record.slice(slashes + 2), record.slice(0, slashes).toLowerCase());
    }
    return found;
}

// EXTERNAL MODULE: ./build/files/listers.js + 2 modules
var listers = __webpack_require__(2421);
// EXTERNAL MODULE: ./build/files/look.js
var look = __webpack_require__(6849);
// EXTERNAL MODULE: ./build/files/sent-as.js
var sent_as = __webpack_require__(64213);
// EXTERNAL MODULE: ./build/files/tool-message.js
var tool_message = __webpack_require__(89166);
;// CONCATENATED MODULE: ./build/files/tar-reading.js








/** Outcomes that come together. */
const OUTCOMES_AT_ONCE = 256;
/** `readFilesByTurns` by the host's tar. */
async function* readWithTar(host, files, { reader = file_reader/* GNU_READER */.n, signal }) {
    const run = new archive_run/* ArchiveRun */.k(host, reader.archiver, signal);
    const holes = run.archiver.trustsBlocks ? await findHoles(host, files, signal) : null;
    const isDoubtful = (entry) => holes !== null && seemsAllHole(entry) && !holes.has(entry);
    yield* contents(run, files.filter((file) => !isDoubtful(file)), { sparse: true });
    yield* contents(run, files.filter(isDoubtful), { sparse: false });
    const notices = run.takeOtherLines().map((message) => ({ kind: 'notice', message }));
    yield [{ kind: 'received' }, ...notices];
    const listed = files.filter(({ type }) => type === 'file');
    const seen = await (0,look/* look */.O)(host, (0,listers/* listerOf */.H)(reader), listed.map(({ path }) => path), { followSymlinks: false, signal, known: listed });
    for (let start = 0; start < files.length; start += OUTCOMES_AT_ONCE) {
        const some = files.slice(start, start + OUTCOMES_AT_ONCE);
        yield some.map((entry) => ({ kind: 'outcome', entry, outcome: outcomeOf(entry, run, seen) }));
        // Hundreds of folders are complete by them, and their trees would keep this thread from all others for long.
        await (0,promises_.setImmediate)();
    }
}
async function* contents(run, entries, options) {
    for await (const sent of run.members(entries, options)) {
        yield sent.filter(({ entry, member }) => member.header.type === entry.type).map(contentOf);
    }
}
function contentOf({ entry, member: { content, header, segments } }) {
    const { extendedAttributes, sizeBytes } = header;
    const readAs = entry.type === 'file' ? (0,sent_as/* otherAccess */.t)(entry, header) : null;
    return { kind: 'content', entry, content, extendedAttributes, sizeBytes, segments, readAs };
}
function outcomeOf(entry, run, seen) {
    const sent = run.sentAs(entry.path);
    const said = run.said(entry.path);
    if (entry.type !== 'file')
        return attributesOutcome(entry, sent, said);
    if (said?.kind === 'unreadable')
        return { kind: 'unreadable', message: said.message };
    const now = seen.entries.get(entry.path) ?? null;
    if (now === null) {
        const failure = seen.failures.get(entry.path);
        const isGone = failure !== undefined && (0,tool_message/* saysVanished */.X)(failure);
        const message = failure?.reason ?? said?.message ?? 'no account of it';
        return { kind: isGone ? 'vanished' : 'unreadable', message };
    }
    const change = said !== undefined && said.kind !== 'warning' ? said.message : changeOf(entry, now, sent);
    if (change !== null)
        return { kind: 'changed', message: change, now, readAs: sent?.readAs ?? null };
    if (sent === undefined)
        return { kind: 'unreadable', message: 'tar did not send all of it' };
    return { kind: 'read', warning: said?.message ?? null };
}
/** Of an entry without content nothing is read but its attributes, and those by one call: there is no second look. */
function attributesOutcome(entry, sent, said) {
    if (sent === undefined) {
        const kind = said?.kind === 'vanished' ? 'vanished' : 'unreadable';
        return { kind, message: said?.message ?? 'tar sent nothing of it' };
    }
    if (sent.type !== entry.type)
        return { kind: 'vanished', message: `a ${sent.type} stands in its place` };
    return { kind: 'read', warning: said?.kind === 'warning' ? said.message : null };
}
/** What tells that the file isn't the listed one any more, or null. */
function changeOf(entry, now, sent) {
    if (now.device !== entry.device || now.inode !== entry.inode)
        return 'it was replaced by another';
    if (now.type !== entry.type)
        return `it is a ${now.type} now`;
    if (now.sizeBytes !== entry.sizeBytes)
        return `its size went from ${entry.sizeBytes} to ${now.sizeBytes} bytes`;
    if (now.mtimeNs !== entry.mtimeNs || now.ctimeNs !== entry.ctimeNs)
        return 'it was written or altered';
    return sent === undefined || sent.isListedFile ? null : 'another stood in its place while it was read';
}

;// CONCATENATED MODULE: ./build/files/read-files.js


/**
 * Reads the entries of one batch by the host's own tar, fed with their names: of files their contents, of all the
 * extended attributes.
 *
 * Files smaller than WHOLE_CONTENT_BYTES come whole; larger and sparse ones stream, with back-pressure to the host.
 * Holes are not sent where the host's tar knows them. Contents come in the order asked, but files
 * that report no blocks at all come last where a tar would take them for a hole, and so do second names of one file.
 * A content that streams can end early: its file then isn't `read`. What is no file has an empty content. Not iterating
 * on ends the command.
 *
 * @param entries Anything but sockets, by absolute path, a few thousand at most, each once.
 * @throws HoldfastError command-failed if the stream or what the host says of it can't be trusted: then nothing of
 *   the batch counts. And what the host throws.
 */
async function* readFiles(host, entries, options = {}) {
    for await (const events of readFilesByTurns(host, entries, options))
        yield* events;
}
/**
 * As `readFiles`: events that came at once come together, so that small files cost few promises. A content that streams is the
 * last of its turn; all contents of a turn are good until the next is asked for.
 */
function readFilesByTurns(host, entries, options = {}) {
    return readWithTar(host, entries, options);
}
/** Whether reading gives extended attributes, access lists and capabilities. */
function readsAttributes({ archiver }) {
    return (0,archivers/* archiverOf */.m)(archiver).hasAttributes;
}


/***/ }),

/***/ 26194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Id: () => (/* binding */ findSources),
/* harmony export */   PL: () => (/* binding */ MISSING_SOURCE),
/* harmony export */   S0: () => (/* binding */ noSources),
/* harmony export */   TQ: () => (/* binding */ sourcesMissing),
/* harmony export */   _K: () => (/* binding */ planSources),
/* harmony export */   b2: () => (/* binding */ isMissing),
/* harmony export */   qg: () => (/* binding */ sourceFault),
/* harmony export */   wJ: () => (/* binding */ linkWarnings)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52871);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28976);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33684);
/* harmony import */ var _second_look_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75256);
/* harmony import */ var _second_look_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(89166);






/** @throws HoldfastError bad-input if `roots` is empty or one of them is no absolute path without `..`. */
function planSources(roots) {
    if (roots.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', 'Cannot list files: no source was given, expected at least one. Name a path.');
    }
    const all = new Set(roots.map(_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanPath */ .ts));
    const clean = [...all].sort();
    const isNested = (path) => (0,_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .ancestorsOf */ .Gw)(path).some((above) => all.has(above));
    return { outer: clean.filter((path) => !isNested(path)), nested: clean.filter(isNested) };
}
/**
 * Looks whether `roots` (absolute paths) are there, so that a wrong one is told before a long listing.
 *
 * @throws HoldfastError bad-input, source-missing if none of them is there, source-unreadable, command-failed.
 */
async function findSources(host, roots, { reader, signal } = {}) {
    const { outer, nested } = planSources(roots);
    const sources = [...outer, ...nested];
    const above = lookAbove(host, sources, { reader, signal });
    above.catch(() => { }); // met below
    const there = await (0,_second_look_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAt */ .t)(host, sources, { reader, signal });
    const missing = sources.filter((source) => !there.entries.has(source));
    for (const source of missing) {
        const failure = there.failures.get(source);
        if (!isMissing(failure))
            throw sourceFault(source, failure);
    }
    const present = sources.filter((source) => there.entries.has(source));
    if (present.length === 0)
        throw sourcesMissing(missing);
    const ancestors = ancestorsAmong(await above, present);
    const links = present.filter((source) => there.entries.get(source)?.type === 'symlink');
    return { present, missing, ancestors, links: await leavingLinks(host, links, { present, signal }) };
}
/** Where those of `links` lead to that lead out of `present`, by `readlink -f`. */
async function leavingLinks(host, links, { present, signal }) {
    const leaving = new Map();
    for (const link of links) {
        const { stdout } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_3__/* .runToEnd */ .cd)(host, `readlink -f ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(link)}`, { signal });
        const end = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.fromBytes)(stdout).slice(0, -1);
        const isSaved = present.some((source) => source !== link && (end === source || (0,_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .isInside */ .FK)(end, source)));
        if (end !== '' && !isSaved)
            leaving.set(link, end);
    }
    return leaving;
}
/** What to say of `links` of sources. */
function linkWarnings({ links }) {
    return [...links].map(([link, end]) => `"${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.display)(link)}" is a symlink: the link is saved, and nothing of what it leads to, "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.display)(end)}". Name that, too.`);
}
/** For a snapshot that holds no files of the host: nothing but the root. @throws HoldfastError as `findSources`. */
async function noSources(host, options = {}) {
    const ancestors = ancestorsAmong(await lookAbove(host, [], options), []);
    return { present: [], missing: [], ancestors, links: new Map() };
}
/** Looks at the folders above `sources`, also of those that aren't there. */
function lookAbove(host, sources, options) {
    return (0,_second_look_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAt */ .t)(host, foldersAbove(sources), { ...options, followSymlinks: true });
}
function foldersAbove(sources) {
    return [...new Set(['/', ...sources.flatMap(_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .ancestorsOf */ .Gw)])];
}
function ancestorsAmong(above, sources) {
    const ancestors = new Map();
    for (const path of foldersAbove(sources)) {
        const entry = above.entries.get(path);
        if (entry === undefined)
            throw sourceFault(path, above.failures.get(path));
        ancestors.set(path, entry);
    }
    return ancestors;
}
/** What a host said of a source, or that it said nothing, means that the source isn't there. */
function isMissing(failure) {
    return failure === undefined || (0,_second_look_js__WEBPACK_IMPORTED_MODULE_6__/* .saysVanished */ .X)(failure);
}
/** What to say of a source that isn't there. */
const MISSING_SOURCE = "it isn't there";
/** More are counted. */
const MAX_MISSING_NAMED = 5;
/** @param missing All of the sources, clean. */
function sourcesMissing(missing) {
    const names = missing.slice(0, MAX_MISSING_NAMED).map((path) => `"${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.display)(path)}"`);
    const more = missing.length - names.length;
    const which = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    const actual = missing.length === 1 ? MISSING_SOURCE : 'none of them is there';
    const message = `Cannot back up ${which}: ${actual}. Mount the disk if it is on one, or correct the path.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('source-missing', message);
}
/** Why the source `path`, or a folder above one, can't be backed up. */
function sourceFault(path, failure) {
    if (failure === undefined || (0,_second_look_js__WEBPACK_IMPORTED_MODULE_6__/* .saysVanished */ .X)(failure))
        return sourcesMissing([path]);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('source-unreadable', `Cannot back up "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.display)(path)}": ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.display)(failure.reason)}. Give the user of the login the right to read it, ` +
        'or become root.');
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

/***/ 68990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ withBoundedYoungGeneration),
/* harmony export */   m: () => (/* binding */ withSmallYoungGeneration)
/* harmony export */ });
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78877);


/**
 * Does `work` with V8's young generation at the size that it has. Left to itself it grows to some 100 MiB under a stream
 * of short-lived objects, one row of them for each file or each read of a dump, and stays so large: a third of what an archive may
 * take; and the buffers of what was read wait in it to be freed. V8 reads
 * the factor whenever it would grow it; what doesn't fit is moved to the old generation sooner, which cost no time where
 * it was measured. Should a later V8 not heed it, an archive takes more memory and nothing else.
 */
async function withSmallYoungGeneration(work) {
    (0,node_v8__WEBPACK_IMPORTED_MODULE_1__.setFlagsFromString)('--semi-space-growth-factor=1');
    try {
        return await work();
    }
    finally {
        (0,node_v8__WEBPACK_IMPORTED_MODULE_1__.setFlagsFromString)('--semi-space-growth-factor=2');
    }
}
/** Semi-spaces of 4 MiB, and what survives: larger ones were no faster. */
const BOUND_BYTES = 8 * 1024 * 1024;
/**
 * Does `work` with a young generation that stops to grow at some BOUND_BYTES: where it is small at the beginning, and some
 * of what is made lives on, it must grow a little, or all of that is moved too soon.
 */
async function withBoundedYoungGeneration(work) {
    // It is grown by collections alone, twofold at most.
    const observer = new node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.PerformanceObserver(() => {
        if (youngBytes() >= BOUND_BYTES)
            (0,node_v8__WEBPACK_IMPORTED_MODULE_1__.setFlagsFromString)('--semi-space-growth-factor=1');
    });
    observer.observe({ entryTypes: ['gc'] });
    try {
        return await work();
    }
    finally {
        observer.disconnect();
        (0,node_v8__WEBPACK_IMPORTED_MODULE_1__.setFlagsFromString)('--semi-space-growth-factor=2');
    }
}
function youngBytes() {
    return (0,node_v8__WEBPACK_IMPORTED_MODULE_1__.getHeapSpaceStatistics)().find(({ space_name }) => space_name === 'new_space')?.space_size ?? 0;
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


/***/ })

};
