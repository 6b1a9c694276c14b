export const id = 7974;
export const ids = [7974];
export const modules = {

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


/***/ })

};
