export const id = 8472;
export const ids = [8472];
export const modules = {

/***/ 29872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseStopSpans),
/* harmony export */   t: () => (/* binding */ parseQuiesce)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73110);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


const DEFAULT_LEASE_MS = 120_000;
const DEFAULT_LONGEST_MS = 3_600_000;
/** A busy host, a slow line and four renewals must fit. */
const MIN_LEASE_MS = 20_000;
/**
 * How the application is stopped, or undefined: it isn't.
 * @param show A word as the user knows it: `--stop`, or `the input \`stop\``.
 * @throws HoldfastError bad-input for words that are missing, would be ignored, or mean too short a time.
 */
function parseQuiesce({ stop, start, status, lease, maxQuiesce, container }, show) {
    if (stop.length === 0 || start.length === 0) {
        const given = [
            start.length > 0 && 'start',
            stop.length > 0 && 'stop',
            status !== null && 'status',
            lease !== null && 'lease',
            maxQuiesce !== null && 'max-quiesce',
        ].find((word) => word !== false);
        if (given === undefined)
            return undefined;
        const missing = stop.length === 0 ? 'stop' : 'start';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show(given)} without ${show(missing)}: an application that is stopped must be started again, and who starts it must have stopped it.`);
    }
    const blank = [...stop, ...start, status ?? '-'].some((command) => command.trim() === '');
    if (blank) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use an empty command for ${show('stop')}, ${show('start')} or ${show('status')}: expected a shell command.`);
    }
    if (container !== null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('stop')} with ${show('container')}: a watchdog in a container ends with it. Back the container’s volumes up from its host, and stop the container there.`);
    }
    return { stop, start, status, ...parseStopSpans({ lease, maxQuiesce }, show) };
}
/** How long an application may be held. @throws HoldfastError bad-input for too short a time. */
function parseStopSpans({ lease, maxQuiesce }, show) {
    const leaseMs = lease === null ? DEFAULT_LEASE_MS : (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(lease, show('lease'));
    const longestMs = maxQuiesce === null ? DEFAULT_LONGEST_MS : (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(maxQuiesce, show('max-quiesce'));
    if (leaseMs < MIN_LEASE_MS) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('lease')}: it is ${JSON.stringify(lease)}, expected 20s at least: it is renewed four times in that time, over a line that may be slow.`);
    }
    if (longestMs < leaseMs) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('max-quiesce')}: it is ${longestMs / 1000} s, and ${show('lease')} ${leaseMs / 1000} s, expected no less than that.`);
    }
    return { leaseMs, longestMs };
}


/***/ }),

/***/ 26034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qh: () => (/* binding */ parseDatabaseAt),
/* harmony export */   _9: () => (/* binding */ isPlaceOfOurs)
/* harmony export */ });
/* unused harmony export tunnelledDatabase */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _hosts_local_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60051);
/* harmony import */ var _databases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99298);





const ENGINES = {
    postgresql: { port: 5432, socketName: '.s.PGSQL.5432', option: (socket) => `host=${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(socket)}` },
    mysql: { port: 3306, option: (socket) => `socket=${socket}` },
    redis: { port: 6379, option: (socket) => `socket=${socket}` },
};
const ALIASES = {
    postgres: 'postgresql',
    mariadb: 'mysql',
    valkey: 'redis',
};
const PARTS = /^([a-z]+):\/\/(?:([^@/?#]*)@)?(\[[^\]/]*\]|[^:/?#@]+)(?::([0-9]{1,5}))?(\/[^?#]*)?(?:\?([^#]*))?$/;
/**
 * A database whose tools run on this machine, and reach the server through the connection to a host: at the address of the URL, as
 * that host sees it.
 * @throws HoldfastError bad-input, also for an engine whose client takes no socket, and for a URL without a host.
 */
function tunnelledDatabase(text, name, env) {
    const direct = (0,_databases_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDatabase */ .Jq)(text, name, env); // says what else is wrong
    const [, scheme = '', user, host = '', port, path = '', query] = PARTS.exec(text) ?? [];
    const engine = ENGINES[ALIASES[scheme] ?? scheme];
    if (engine === undefined || host === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot reach ${JSON.stringify(direct.shown)} through a tunnel: expected a URL of PostgreSQL, MySQL or Redis with the server’s host, as ` +
            'the host of the files sees it: postgresql://user@127.0.0.1/name. Or run the tools on that host (host).');
    }
    const said = new URLSearchParams(query ?? '');
    refuseLostName(said, direct.shown);
    const to = {
        host: said.get('hostaddr') ?? decodeURIComponent(host.replace(/^\[(.*)\]$/, '$1')),
        port: Number(port ?? engine.port),
    };
    // At the end here it would lead past the tunnel.
    const options = (query ?? '')
        .split('&')
        .filter((option) => option !== '' && !option.startsWith('hostaddr='));
    const login = user === undefined ? '' : `${user}@`;
    const parsed = (authority, option) => (0,_databases_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDatabase */ .Jq)(`${scheme}://${login}${authority}${path}?${[...options, option].join('&')}`, name, env);
    // The name stays, for the certificate; where it is, is this machine's end.
    const atPort = (number) => parsed(`${host}:${number}`, 'hostaddr=127.0.0.1');
    const atSocket = (socket) => parsed('', engine.option(encodeURI(socket)));
    const open = async (login) => {
        if (demandsTls(said)) {
            const tunnel = await login.forwardPort?.(to);
            return tunnel && { tunnel, database: atPort(tunnel.port) };
        }
        const tunnel = await login.forward?.(to, { socketName: engine.socketName });
        return tunnel && { tunnel, database: atSocket(tunnel.socketPath) };
    };
    return new TunnelledDatabase(direct.shown, open);
}
/** libpq holds it on its way to a port, and not on a Unix socket: there it says nothing, and speaks in plain. */
function demandsTls(said) {
    return !['disable', 'allow', 'prefer'].includes(said.get('sslmode') ?? 'prefer');
}
/** What the client of MySQL compares with the name that it connects to, which is ours. @throws HoldfastError bad-input. */
function refuseLostName(said, shown) {
    const kept = ['preferred', 'off', 'required', 'true', 'false'];
    const lost = said.getAll('tls').find((word) => !kept.includes(word));
    if (lost === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot reach ${JSON.stringify(shown)} through a tunnel with tls=${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(lost)}: its client sees a Unix socket, and no name that the ` +
        'certificate could say. Run the tools on that host (host), or say tls=required if the way from the host to the server is safe.');
}
/** As `parseDatabase`, for tools that run at `place`: `tunnel`, or any other. @throws HoldfastError as both. */
function parseDatabaseAt(place, text, name, env) {
    return place === 'tunnel' ? tunnelledDatabase(text, name, env) : (0,_databases_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDatabase */ .Jq)(text, name, env);
}
/** Where databases' tools may run beside a container: on the host, here, or here through a tunnel. */
function isPlaceOfOurs(place) {
    return place === 'host' || place === 'here' || place === 'tunnel';
}
class TunnelledDatabase {
    shown;
    #openTunnel;
    constructor(shown, openTunnel) {
        this.shown = shown;
        this.#openTunnel = openTunnel;
    }
    async prepareDumps(login, context) {
        const { database, host, tunnel, close } = await this.#open(login);
        try {
            const dumps = await database.prepareDumps(host, context);
            if (dumps.length === 0)
                await close();
            // The last one that is closed takes the tunnel with it.
            const open = new Set(dumps);
            return dumps.map((dump) => closingAfter(dump, async () => {
                open.delete(dump);
                if (open.size === 0)
                    await close();
            }));
        }
        catch (error) {
            await close();
            throw explained(error, tunnel);
        }
    }
    async restore(login, dump, terms, context) {
        const { database, host, tunnel, close } = await this.#open(login);
        try {
            return await database.restore(host, dump, terms, context);
        }
        catch (error) {
            throw explained(error, tunnel);
        }
        finally {
            await close();
        }
    }
    /** @throws HoldfastError host-unsupported, and as openTunnel. */
    async #open(login) {
        const opened = await this.#openTunnel(login);
        if (opened === undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('host-unsupported', `Cannot reach ${JSON.stringify(this.shown)} through "${login.name}": it gives no way to its network, expected a host over SSH. ` +
                'Run the tools there (host), or in a container of it.');
        }
        const host = (0,_hosts_local_js__WEBPACK_IMPORTED_MODULE_4__/* .localHost */ .O)();
        const close = async () => {
            await host.close();
            await opened.tunnel.close();
        };
        return { ...opened, host, close };
    }
}
/** A client only sees that it is closed. */
function explained(error, { failure }) {
    return failure ?? error;
}
function closingAfter(dump, closed) {
    return {
        name: dump.name,
        isPinned: dump.isPinned,
        stream: () => dump.stream(),
        record: () => dump.record(),
        close: async () => {
            try {
                await dump.close();
            }
            finally {
                await closed();
            }
        },
    };
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

/***/ 84523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ becomeOf),
/* harmony export */   l: () => (/* binding */ sshClientOf)
/* harmony export */ });
/* harmony import */ var _choice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68881);

/** @throws HoldfastError bad-input. */
function sshClientOf(text, name) {
    return text == null ? 'ssh2' : (0,_choice_js__WEBPACK_IMPORTED_MODULE_0__.parseChoice)(text, name, ['ssh2', 'openssh']);
}
/** @throws HoldfastError bad-input. */
function becomeOf(text, name) {
    return text == null ? undefined : (0,_choice_js__WEBPACK_IMPORTED_MODULE_0__.parseChoice)(text, name, ['sudo']);
}


/***/ }),

/***/ 75221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ reachDays)
/* harmony export */ });
/* harmony import */ var _span_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77461);

/** Of a calendar's periods the longest, so that a reach is never told too short. */
const DAYS = { hour: 1 / 24, day: 1, week: 7, month: 31, year: 366 };
/**
 * For how many days a backup may be kept by the policy, when there is one in each of its periods; Infinity: for ever. What is
 * kept by number alone (`last`) or for its tags has no such time, and doesn't count.
 */
function reachDays(policy) {
    const spans = [
        policy.within,
        policy.withinHourly,
        policy.withinDaily,
        policy.withinWeekly,
        policy.withinMonthly,
        policy.withinYearly,
    ];
    return Math.max(policy.hourly * DAYS.hour, policy.daily * DAYS.day, policy.weekly * DAYS.week, policy.monthly * DAYS.month, policy.yearly * DAYS.year, ...spans.filter((span) => !(0,_span_js__WEBPACK_IMPORTED_MODULE_0__/* .isNoSpan */ .ck)(span)).map(daysOf));
}
function daysOf({ years, months, days, hours }) {
    return years * DAYS.year + months * DAYS.month + days * DAYS.day + hours * DAYS.hour;
}


/***/ }),

/***/ 65912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ parseCheckpointInterval)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73110);


/** Each checkpoint adds packs, an index and a snapshot, however little was read since the last. */
const MIN_MS = 60_000;
/**
 * How often a backup writes a checkpoint, in milliseconds; null: never.
 * @param text `0` for never; null where none was given: then the backup's default holds (undefined).
 * @param name Of the flag or input, for the message.
 * @throws HoldfastError bad-input.
 */
function parseCheckpointInterval(text, name) {
    if (text === null)
        return undefined;
    const everyMs = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(text, name);
    if (everyMs === 0)
        return null;
    if (everyMs >= MIN_MS)
        return everyMs;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected 0 for no checkpoints, or at least ${MIN_MS / 60_000}m.`);
}


/***/ }),

/***/ 74177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseGroupBy: () => (/* binding */ parseGroupBy)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/**
 * restic's `--group-by`: any of `host`, `paths` and `tags`, with commas between; empty: everything is one group.
 * @param name Of the flag or input, for the message.
 * @throws HoldfastError bad-input.
 */
function parseGroupBy(text, name) {
    const words = text === '' ? [] : text.split(',').map((word) => word.trim());
    const wrong = words.find((word) => !/^(hosts?|paths?|tags?)?$/.test(word));
    if (wrong !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it has ${JSON.stringify(wrong)}, expected any of host, paths and tags, with commas between.`);
    }
    const has = (start) => words.some((word) => word.startsWith(start));
    return { host: has('host'), paths: has('path'), tags: has('tag') };
}


/***/ }),

/***/ 88706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PX: () => (/* binding */ requireLocksThatLast),
/* harmony export */   So: () => (/* binding */ parseRetentionGroupBy),
/* harmony export */   hZ: () => (/* binding */ parseKeepBecause)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _retention_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89498);
/* harmony import */ var _retention_policy_reach_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75221);
/* harmony import */ var _group_by_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74177);




/** restic's words, and `target`: the application on its host. @throws HoldfastError bad-input. */
function parseRetentionGroupBy(text, name) {
    const words = text.split(',').map((word) => word.trim());
    const isTarget = (word) => word === 'target' || word === 'targets';
    const others = words.filter((word) => !isTarget(word));
    return { ...(0,_group_by_js__WEBPACK_IMPORTED_MODULE_0__.parseGroupBy)(others.join(','), name), target: words.some(isTarget) };
}
/**
 * Locks that end before the policy lets go leave the oldest backups to whoever has stolen a key and stops the runs that
 * extend them.
 * @throws HoldfastError bad-input when a lock is shorter than the policy's reach, unless `despite` says that this is known.
 */
function requireLocksThatLast(objectLock, { policy, despite }, show) {
    const reach = Math.ceil((0,_retention_policy_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .reachDays */ .P)(policy));
    if (objectLock === undefined || objectLock.days >= reach || despite.has(_retention_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .LOCK_REASON */ .zq))
        return;
    const kept = reach === Number.POSITIVE_INFINITY ? 'for ever' : `for up to ${reach} days`;
    const longer = reach === Number.POSITIVE_INFINITY ? 'a policy with an end' : `at least ${reach}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('object-lock-days')}: it is ${objectLock.days}, but the policy keeps snapshots ${kept}: expected ` +
        `${longer}. If it is enough that each run of this extends the locks, give ${show('despite')} ${_retention_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .LOCK_REASON */ .zq}.`);
}
function notA(text, name, expected) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected ${expected}.`);
}
/** Long enough for a sentence, short enough for a table. */
const MAX_REASON_CHARACTERS = 200;
/**
 * Why a backup's snapshot is to stay until that is taken back. It becomes a tag.
 * @throws HoldfastError bad-input.
 */
function parseKeepBecause(text, name) {
    const reason = text.trim();
    const isOneLine = !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(reason);
    if (reason !== '' && isOneLine && [...reason].length <= MAX_REASON_CHARACTERS)
        return reason;
    throw notA(text, name, `a reason of one line and at most ${MAX_REASON_CHARACTERS} characters`);
}


/***/ })

};
