export const id = 8402;
export const ids = [8402];
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

/***/ 8624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runDrill: () => (/* binding */ runDrill)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(95209);
/* harmony import */ var _drills_drill_id_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6770);
/* harmony import */ var _drills_page_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(34688);
/* harmony import */ var _hosts_container_engine_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(76422);
/* harmony import */ var _new_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90701);
/* harmony import */ var _operations_drill_evidence_trial_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(99369);
/* harmony import */ var _operations_drill_recovery_key_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(66820);
/* harmony import */ var _operations_drill_witness_environment_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(51646);
/* harmony import */ var _operations_drill_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(17679);
/* harmony import */ var _operations_evidence_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(5202);
/* harmony import */ var _settings_drill_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14992);
/* harmony import */ var _drill_flags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26670);
/* harmony import */ var _evidence_place_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93758);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(32900);
/* harmony import */ var _filter_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(41155);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69261);

















/** Drills the snapshot that `spec` names, keeps the evidence, and tells. */
async function runDrill(task, spec) {
    const { flags, terminal, reporter, signal } = task;
    (0,_drill_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseUnmeantOfDrill */ .f)(flags);
    const { witness, ...parsed } = (0,_settings_drill_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDrill */ .R)(wordsOf(flags, spec), (word) => `--${word}`);
    const files = [flags.statement, flags.page, flags.sheet].filter((file) => file !== undefined);
    await (0,_new_file_js__WEBPACK_IMPORTED_MODULE_3__.requireNewFiles)(files);
    const key = await (0,_evidence_place_js__WEBPACK_IMPORTED_MODULE_4__.signingKey)(task, flags.signingKey);
    const code = await (0,_evidence_place_js__WEBPACK_IMPORTED_MODULE_4__.recoveryCode)(task, flags.recoveryCodeFile);
    const place = await (0,_evidence_place_js__WEBPACK_IMPORTED_MODULE_4__.evidencePlace)(task, typeof flags.evidence === 'string' ? flags.evidence : null);
    let password = '';
    const open = await (0,_session_js__WEBPACK_IMPORTED_MODULE_5__.prepareOpening)(task, {
        onPassword: (given) => {
            password = given;
        },
    });
    const repository = await open();
    try {
        if (flags.evidence !== false)
            await (0,_operations_drill_evidence_trial_js__WEBPACK_IMPORTED_MODULE_6__/* .requireEvidencePlace */ .m)(place, signal);
        const location = await (0,_session_js__WEBPACK_IMPORTED_MODULE_5__.repositoryLocation)(task);
        const environment = (0,_operations_drill_witness_environment_js__WEBPACK_IMPORTED_MODULE_7__/* .witnessEnvironment */ .h)({ repository: location, password }, terminal.env);
        const options = {
            ...parsed,
            drillId: (0,_drills_drill_id_js__WEBPACK_IMPORTED_MODULE_8__/* .newDrillId */ .p)(Date.now()),
            recovery: await (0,_operations_drill_recovery_key_js__WEBPACK_IMPORTED_MODULE_9__/* .recoveryTrial */ .S)(repository, { place, code }, signal),
            filter: (0,_filter_js__WEBPACK_IMPORTED_MODULE_10__.snapshotFilter)(flags, terminal.env),
            engineEnvironment: (0,_hosts_container_engine_js__WEBPACK_IMPORTED_MODULE_11__/* .engineEnvironment */ .I)(terminal.env),
            witness: { mode: witness, program: 'restic', environment },
            who: { machine: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)() },
            noLock: !flags.lock,
            trustSnapshot: flags.trustSnapshot,
            retryLockMs: (0,_session_js__WEBPACK_IMPORTED_MODULE_5__.retryLockMs)(flags),
        };
        const result = await (0,_operations_drill_js__WEBPACK_IMPORTED_MODULE_12__/* .drill */ .E)(repository, options, reporter, signal);
        await keepAndTell(task, repository, result, key);
        return result.passed ? _exit_status_js__WEBPACK_IMPORTED_MODULE_13__/* .ExitStatus */ .vu.ok : _exit_status_js__WEBPACK_IMPORTED_MODULE_13__/* .ExitStatus */ .vu.fatal;
    }
    finally {
        await repository.close();
    }
}
function wordsOf(flags, snapshot) {
    return {
        snapshot,
        'random-within': flags.randomWithin ?? null,
        seed: flags.seed ?? null,
        'max-age': flags.maxAge ?? null,
        'max-restore-time': flags.maxRestoreTime ?? null,
        engine: flags.engine ?? null,
        memory: flags.memory ?? null,
        cpus: flags.cpus ?? null,
        processes: flags.processes ?? null,
        'time-limit': flags.timeLimit ?? null,
        'init-limit': flags.initLimit ?? null,
        restic: flags.restic ?? null,
        image: flags.image,
        application: flags.application,
        check: flags.check,
        'leave-out': flags.leaveOut,
    };
}
/** Whatever of it can't be kept any more, the rest is, and what came of the drill is told. */
async function keepAndTell(task, repository, result, key) {
    let kept = null;
    try {
        try {
            await writeFiles(task.flags, result);
        }
        finally {
            kept = await keep(task, repository, result, key);
        }
    }
    finally {
        await tell(task, result, kept);
    }
}
async function writeFiles({ statement: statementFile, page, sheet: sheetFile }, { statement, sheet }) {
    const write = async (file, text) => {
        if (file !== undefined)
            await (0,_new_file_js__WEBPACK_IMPORTED_MODULE_3__.writeNewFile)(file, (sink) => sink(Buffer.from(text, 'utf8')));
    };
    await write(statementFile, `${JSON.stringify(statement, null, 2)}\n`);
    await write(page, (0,_drills_page_js__WEBPACK_IMPORTED_MODULE_14__/* .drillPage */ .v)(statement, sheet));
    await write(sheetFile, sheet);
}
/** @returns the evidence's name; null: none is kept. */
async function keep(task, repository, { statement, sheet }, key) {
    const { flags, signal } = task;
    if (flags.evidence === false)
        return null;
    const place = await (0,_evidence_place_js__WEBPACK_IMPORTED_MODULE_4__.evidencePlace)(task, typeof flags.evidence === 'string' ? flags.evidence : null);
    const envelope = (0,_operations_evidence_js__WEBPACK_IMPORTED_MODULE_15__.evidenceEnvelope)(statement, key);
    return (0,_operations_evidence_js__WEBPACK_IMPORTED_MODULE_15__.keepEvidence)(place, repository, { envelope, sheet }, signal);
}
async function tell({ output }, { passed, reasons, snapshot, statement, checks }, evidence) {
    const { recovery_time: time, drill_id: id } = statement.predicate;
    await output.json({ message_type: 'summary', passed, evidence, statement });
    const proofs = checks.filter(({ proves_data, result }) => proves_data && result === 'passed').length;
    const took = time.restore_ms === null ? '' : `, restored and proved in ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_16__.formatDuration)(time.restore_ms)}`;
    await output.line(`Drill ${id} of snapshot ${snapshot.id.slice(0, 8)}: ${checks.length} checks, of which ${proofs} proved data${took}.`);
    for (const reason of reasons)
        await output.line(`  ${reason}`);
    if (evidence !== null)
        await output.line(`Evidence: ${evidence}`);
    await output.line(passed ? 'The drill passed.' : 'The drill FAILED.');
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

/***/ 76422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ EngineClient),
/* harmony export */   I: () => (/* binding */ engineEnvironment)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19473);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62585);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52871);
/* harmony import */ var _output_tail_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59958);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28976);






/** Of ours, what leads the engine's client to its daemon: where it isn't the one that it takes by itself. */
const ENVIRONMENT = [
    'DOCKER_HOST',
    'DOCKER_CONTEXT',
    'DOCKER_CONFIG',
    'DOCKER_TLS_VERIFY',
    'DOCKER_CERT_PATH',
    'DOCKER_API_VERSION',
    // An engine over SSH is reached by the system's own ssh.
    'SSH_AUTH_SOCK',
    'CONTAINER_HOST',
    'CONTAINER_CONNECTION',
    'CONTAINERS_CONF',
    'CONTAINERS_STORAGE_CONF',
    'CONTAINER_SSHKEY',
    'XDG_RUNTIME_DIR',
    'XDG_CONFIG_HOME',
    'XDG_DATA_HOME',
];
/** For an engine's client on this machine. One on a host over SSH is found by what is configured there (`docker context`). */
function engineEnvironment(env) {
    const given = ENVIRONMENT.flatMap((name) => (env[name] ? [[name, env[name]]] : []));
    return Object.fromEntries(given);
}
/** `docker` or `podman` on a host. */
class EngineClient {
    engine;
    host;
    #environment;
    constructor(engine, host, environment) {
        this.engine = engine;
        this.host = host;
        this.#environment = environment;
    }
    /** A script that becomes the client. Variables stand in it, which goes over by stdin, and on no command line. */
    script(words) {
        const variables = Object.entries({ ...this.#environment, DOCKER_CLI_HINTS: 'false' });
        const exports = variables.map(([name, value]) => `export ${name}=${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(value))}\n`);
        const client = (0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteAll */ ._)([this.engine, ...words].map(_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText));
        return `${exports.join('')}command -v ${this.engine} >/dev/null || exit ${NO_ENGINE}\nexec ${client}`;
    }
    /**
     * What the client prints to a question.
     * @param what `find the container "db"`: see EngineFailure.
     * @throws HoldfastError as `explainEngine`, and what runToEnd throws.
     */
    async ask(what, words, signal) {
        const output = await (0,_output_js__WEBPACK_IMPORTED_MODULE_2__/* .runToEnd */ .cd)(this.host, this.script(words), { signal });
        if (!(0,_exit_status_js__WEBPACK_IMPORTED_MODULE_3__/* .isSuccess */ .o)(output.exit))
            throw this.explain(what, output);
        return output.stdout.toString('latin1');
    }
    /** Why the client failed, by what it says. The code is what can be done about it, never whether it failed. */
    explain(what, { exit, stderr }) {
        const { engine, host } = this;
        if ('code' in exit && exit.code === NO_ENGINE) {
            return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('host-unsupported', `Cannot ${what} on "${host.name}": there is no "${engine}", expected it on the PATH. Install it, or correct the container's address.`);
        }
        const text = stderr.toString('latin1');
        const { code, advice } = MEANINGS.find(({ says }) => says.test(text)) ?? ANY_OTHER;
        return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E(code, `Cannot ${what} on "${host.name}": "${engine}" ${(0,_exit_status_js__WEBPACK_IMPORTED_MODULE_3__/* .endedWith */ .t)(exit)}${(0,_output_tail_js__WEBPACK_IMPORTED_MODULE_5__/* .displayTail */ .D)(stderr)}, expected exit status 0. ${advice}`);
    }
}
/** No client gives this exit status. */
const NO_ENGINE = 97;
/** What Docker (20.10 to 28) and Podman (4) print, the telling ones first. */
const MEANINGS = [
    {
        says: /executable file not found|exec: "sh"|attempted to invoke a command that was not found/,
        code: 'host-unsupported',
        advice: 'An image without a shell ("distroless") gives nothing to run: back its volumes up from the host, or from another ' +
            'container that mounts them.',
    },
    {
        says: /unable to find (user|group)|no matching entries in (passwd|group) file/,
        code: 'bad-input',
        advice: 'Name a user that the container has, or a number.',
    },
    {
        says: /permission denied.*(socket|dial unix)|dial unix.*permission denied/i,
        code: 'no-permission',
        advice: 'Use become (sudo), or let the user reach the socket; whoever reaches it is root on that host, in any case.',
    },
    {
        says: /cannot connect to (the docker daemon|podman)|is the docker daemon running|unable to connect to podman/i,
        code: 'host-unreachable',
        advice: 'Start the daemon, or name it by DOCKER_HOST or a context.',
    },
    {
        says: /no such container|no container with (name|id)/i,
        code: 'host-unreachable',
        advice: 'Correct the name; "docker ps" (or "podman ps") shows the names.',
    },
    {
        says: /is not running|container state improper|is paused|is restarting/i,
        code: 'host-unreachable',
        advice: 'Start the container.',
    },
];
const ANY_OTHER = {
    code: 'host-unreachable',
    advice: 'Try the same with the client itself.',
};


/***/ }),

/***/ 5150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ connectContainer)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/hosts/container-address.js
var container_address = __webpack_require__(6410);
// EXTERNAL MODULE: ./build/hosts/container-engine.js
var container_engine = __webpack_require__(76422);
// EXTERNAL MODULE: ./build/hosts/exit-status.js
var exit_status = __webpack_require__(62585);
;// CONCATENATED MODULE: ./build/hosts/find-container.js



/**
 * The one container that `address` means, whether it runs or not.
 * @throws HoldfastError host-unreachable (no such container), bad-input (several of a service), what the engine's
 * client says (see EngineClient).
 */
async function findContainer(client, address, signal) {
    const shown = (0,container_address/* formatContainerAddress */.f)(address);
    const what = `find the container "${shown}"`;
    const { which } = address;
    const names = 'name' in which ? [which.name] : await idsOf(client, what, which, signal);
    const found = names.length === 0 ? [] : await lookAt(client, { what, names, signal });
    const [first, ...others] = found.filter(({ isOneOff }) => 'name' in which || !isOneOff);
    if (first === undefined)
        throw noneFound(client, what);
    if (others.length > 0)
        throw severalFound(client, what, shown, [first, ...others]);
    return first;
}
/** As `findContainer`, by an ID. */
async function lookAgain(client, what, id) {
    const [found] = await lookAt(client, { what, names: [id], signal: undefined });
    if (found === undefined)
        throw noneFound(client, what);
    return found;
}
/** Compose tells its containers by labels, so that its own program isn't needed. */
const LABEL = 'com.docker.compose';
async function idsOf(client, what, { project, service, number }, signal) {
    const labels = [`${LABEL}.project=${project}`, `${LABEL}.service=${service}`];
    if (number !== null)
        labels.push(`${LABEL}.container-number=${number}`);
    const filters = labels.flatMap((label) => ['--filter', `label=${label}`]);
    const text = await client.ask(what, ['ps', '--all', '--quiet', '--no-trunc', ...filters], signal);
    const ids = text.split('\n').filter((line) => line !== '');
    if (!ids.every((id) => ID.test(id)))
        throw unknownAnswer(client, what, text);
    return ids;
}
const ID = /^[0-9a-f]{64}$/;
/**
 * As JSON, a line for each: an image's author writes labels, too, with newlines and whatever else. Podman knows `.Id`
 * in just this form.
 */
const FORMAT = `["{{.Id}}",${[
    '.State.Status',
    '.State.StartedAt',
    `(index .Config.Labels "${LABEL}.container-number")`,
    `(index .Config.Labels "${LABEL}.oneoff")`,
]
    .map((value) => `{{json ${value}}}`)
    .join(',')}]`;
async function lookAt(client, { what, names, signal }) {
    const text = await client.ask(what, ['container', 'inspect', '--format', FORMAT, '--', ...names], signal);
    return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => parseAnswer(line) ?? refuse(client, what, line));
}
/** @returns null for what isn't an answer to FORMAT. */
function parseAnswer(line) {
    const words = parseJson(line);
    if (!Array.isArray(words))
        return null;
    const [id, status, startedAt, number, oneOff] = words.map((word) => (typeof word === 'string' ? word : ''));
    if (!ID.test(id ?? '') || !status || !startedAt)
        return null;
    return {
        id: id,
        status,
        startedAt,
        number: number ?? '',
        isOneOff: /^true$/i.test(oneOff ?? ''),
    };
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}
function refuse(client, what, answer) {
    throw unknownAnswer(client, what, answer);
}
function unknownAnswer({ engine, host }, what, answer) {
    return new errors/* HoldfastError */.E('host-unsupported', `Cannot ${what} on "${host.name}": "${engine}" answers "${(0,bytestring.displayText)(answer.slice(0, 200))}", expected a container's ` +
        'ID and state. Look at its version.');
}
function noneFound({ engine, host }, what) {
    return new errors/* HoldfastError */.E('host-unreachable', `Cannot ${what} on "${host.name}": there is none, expected one. Correct the name; "${engine} ps -a" shows them.`);
}
function severalFound({ host }, what, shown, found) {
    const each = found.map(({ number, id, status }) => `${number || '?'} (${id.slice(0, 12)}, ${status})`);
    const list = (0,bytestring.displayText)(each.sort().join(', '));
    return new errors/* HoldfastError */.E('bad-input', `Cannot ${what} on "${host.name}": there are ${found.length}, ${list}, expected one, for each has files of its own. ` +
        `Add the number: "${shown}/1".`);
}

// EXTERNAL MODULE: ./build/hosts/held-open.js
var held_open = __webpack_require__(65714);
// EXTERNAL MODULE: ./build/hosts/output.js
var output = __webpack_require__(52871);
// EXTERNAL MODULE: ./build/hosts/shell.js
var shell = __webpack_require__(9078);
// EXTERNAL MODULE: ./build/hosts/shell-host.js + 7 modules
var shell_host = __webpack_require__(97643);
;// CONCATENATED MODULE: ./build/hosts/container.js













/**
 * A Host whose commands run in a container on `outer`, as `docker exec` or `podman exec` runs them. The container is
 * found once and then known by its ID: another that takes its name is never entered.
 *
 * It has a guard in the container, for the engine ends nothing: a command there outlives its client. Takes `outer`
 * over, and closes it with itself, and when it throws.
 *
 * @throws HoldfastError bad-input, host-unreachable (no such container, not running, no daemon), no-permission (to the
 * engine's socket), host-unsupported (no engine, no shell in the container), host-silent, cancelled.
 */
async function connectContainer(outer, container, options = {}) {
    const { signal } = options;
    let transport;
    let recordedName;
    try {
        const address = typeof container === 'string' ? (0,container_address/* parseContainerAddress */.z)(container) : container;
        const client = new container_engine/* EngineClient */.A(address.engine, outer, options.environment ?? {});
        const found = await findContainer(client, address, signal);
        recordedName = `${lastingName(address)}.${await nameOf(outer, signal)}`;
        transport = new ContainerTransport(client, address, found);
    }
    catch (error) {
        await outer.close();
        throw error;
    }
    return (0,shell_host/* openShellHost */.rc)(transport, { ...options, recordedName }, signal);
}
/** A container that is made anew gets another ID, and a host name after that. */
function lastingName({ which }) {
    if ('name' in which)
        return which.name;
    return [which.project, which.service, which.number].filter((part) => part !== null).join('-');
}
async function nameOf(outer, signal) {
    const { stdout } = await (0,output/* runSuccessfully */.t7)(outer, 'ask for the name of the machine', 'uname -n', { signal });
    return (0,bytestring.display)((0,bytestring.fromBytes)(stdout).trim());
}
class ContainerTransport {
    name;
    /** 137 may be an exit status, a KILL, or the container's end. */
    knowsExitStatus = false;
    #client;
    #user;
    #id;
    /** When the container last started, as far as we know. */
    #startedAt;
    /** It was seen when it didn't run: whoever starts it, or has started it, does so anew. */
    #wasDown = false;
    constructor(client, address, found) {
        this.name = `${(0,container_address/* formatContainerAddress */.f)(address)} on ${client.host.name}`;
        this.#client = client;
        this.#user = address.user === null ? [] : ['--user', address.user];
        this.#id = found.id;
        this.#startedAt = found.startedAt;
        if (found.status !== 'running')
            throw this.#notRunning('start a command on', found);
    }
    async open(signal) {
        if (this.#wasDown)
            await this.#seeRunning();
        const startedAt = this.#startedAt;
        const words = ['exec', '--interactive', '--workdir', '/', ...this.#user, '--', this.#id];
        const script = this.#client.script([...words, 'sh', '-c', shell/* READ_AND_EVALUATE */.TU]);
        const letGo = new AbortController();
        const giveUp = () => letGo.abort();
        signal?.addEventListener('abort', giveUp, { once: true });
        try {
            if (signal?.aborted)
                giveUp();
            const command = await this.#client.host.start(script, { signal: letGo.signal });
            const said = new Said();
            const exit = command.exited.then((status) => this.#exitOf(status, said.bytes, startedAt));
            return channelOf(command, { exit, said, close: giveUp });
        }
        finally {
            signal?.removeEventListener('abort', giveUp); // from now on it is the guard that ends the command
        }
    }
    close() {
        return this.#client.host.close();
    }
    /**
     * How a command ended, of which the engine's client ended with `status`. Whatever its shell could report (see
     * ExitReport) the client ends with 0, so that any other status needs a reason: without one, nobody knows.
     */
    async #exitOf(status, said, startedAt) {
        if ((0,exit_status/* isSuccess */.o)(status))
            return status;
        let now = await this.#lookAgain();
        if (signalOf(status) === 'KILL' && now.status === 'running') {
            await (0,promises_.setTimeout)(SETTLE_MS); // with its container: that ends its processes first, and is told a moment later
            now = await this.#lookAgain();
        }
        const wasRestarted = now.startedAt !== startedAt;
        this.#startedAt = now.startedAt;
        this.#wasDown = now.status !== 'running';
        if (this.#wasDown)
            throw this.#notRunning('go on with', now);
        if (wasRestarted)
            throw this.#restarted();
        const signal = signalOf(status);
        if (signal !== null)
            return { signal };
        throw this.#client.explain(`run a command in "${this.name.replace(/ on .*$/, '')}"`, {
            exit: status,
            stderr: said,
        });
    }
    async #seeRunning() {
        const now = await this.#lookAgain();
        if (now.status !== 'running')
            throw this.#notRunning('start a command on', now);
        this.#startedAt = now.startedAt;
        this.#wasDown = false;
    }
    #lookAgain() {
        return lookAgain(this.#client, `go on with "${this.name}"`, this.#id);
    }
    #notRunning(doing, { status }) {
        return new errors/* HoldfastError */.E('host-unreachable', `Cannot ${doing} "${this.name}": the container is ${(0,bytestring.displayText)(status)}, expected it to run. Start it` +
            `${status === 'paused' ? ' again (unpause)' : ', and look at why it stopped'}.`);
    }
    #restarted() {
        return new errors/* HoldfastError */.E('host-unreachable', `Cannot go on with "${this.name}": the container was started anew, expected it to run on. Look at why, and run again.`);
    }
}
const SETTLE_MS = 100;
/** Processes that a signal ended are told as 128 and its number. */
function signalOf(status) {
    const number = 'code' in status ? status.code - 128 : 0;
    const [name] = Object.entries(external_node_os_.constants.signals).find(([, value]) => value === number) ?? [];
    return name === undefined ? null : name.replace(/^SIG/, '');
}
/**
 * What the engine's client may have said of itself: the end of stderr; or, while that is empty, the beginning of stdout,
 * where Docker's daemon says that it could start nothing. A shell that has started speaks on stderr first, so that this
 * never is what a command printed there.
 */
class Said {
    #stdout = Buffer.alloc(0);
    #stderr = Buffer.alloc(0);
    get bytes() {
        return this.#stderr.length > 0 ? this.#stderr : this.#stdout;
    }
    onStdout = (chunk) => {
        if (this.#stdout.length < SAID_BYTES)
            this.#stdout = Buffer.concat([this.#stdout, chunk.subarray(0, SAID_BYTES)]);
    };
    onStderr = (chunk) => {
        this.#stderr = Buffer.concat([this.#stderr, chunk.subarray(-SAID_BYTES)]).subarray(-SAID_BYTES);
    };
}
const SAID_BYTES = 1000;
/** `command` as a channel into the container. */
function channelOf(command, { exit, said, close }) {
    // Without a reader what still comes is dropped: were the client to die of it, nobody would know how the command ended.
    const onClose = (source) => void source.resume();
    const stdin = writableOf(command.stdin);
    const stdout = (0,held_open/* heldOpen */.Q)(command.stdout, exit, { onClose, onData: said.onStdout });
    const stderr = (0,held_open/* heldOpen */.Q)(command.stderr, exit, { onClose, onData: said.onStderr });
    const fail = (error) => {
        for (const stream of [stdin, stdout, stderr])
            stream.destroy(error);
    };
    exit.then(() => stdin.destroy(brokenPipe()), fail);
    return { stdin, stdout, stderr, exit, close };
}
/**
 * Destroying it doesn't end the client's stdin: a command that is about to be ended would take that for the end of its
 * data, and might finish with a part of it.
 */
function writableOf(stdin) {
    return new external_node_stream_.Writable({
        write: (chunk, _encoding, done) => {
            stdin.write(chunk, done);
        },
        final: (done) => {
            stdin.end();
            done();
        },
    });
}
function brokenPipe() {
    return Object.assign(new Error('the command reads no more'), { code: 'EPIPE' });
}


/***/ }),

/***/ 65714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ heldOpen)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);

/**
 * What comes from `source`. Its end isn't the output's end until `exit` has told that the command has ended: the way
 * to it may be lost instead, and then an end would look like the whole output.
 *
 * @param onClose Called once nobody reads any more, with `source` as it is then.
 * @param onData Told of each piece as it goes by.
 */
function heldOpen(source, exit, { onClose, onData }) {
    const held = new node_stream__WEBPACK_IMPORTED_MODULE_0__.Transform({
        transform: (chunk, _encoding, done) => {
            onData?.(chunk);
            done(null, chunk);
        },
        flush: (done) => {
            exit.then(() => done(), done);
        },
    });
    source.on('error', (error) => held.destroy(error));
    held.on('close', () => onClose(source));
    return source.pipe(held);
}


/***/ }),

/***/ 48606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withModestHeap: () => (/* binding */ withModestHeap)
/* harmony export */ });
/* harmony import */ var _old_generation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49865);
/* harmony import */ var _young_generation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68990);


/**
 * Does `work` in less memory than V8 takes when it is left to itself: a fifth to a quarter less where tens of thousands of entries pass,
 * for two to seven hundredths of the time.
 * @param growthPercent See withSlowlyGrowingHeap.
 */
function withModestHeap(growthPercent, work) {
    return (0,_old_generation_js__WEBPACK_IMPORTED_MODULE_0__/* .withSlowlyGrowingHeap */ .s)(growthPercent, () => (0,_young_generation_js__WEBPACK_IMPORTED_MODULE_1__/* .withBoundedYoungGeneration */ .g)(work));
}


/***/ }),

/***/ 49865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ withSlowlyGrowingHeap)
/* harmony export */ });
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78877);

/**
 * Does `work` with an old generation that is collected more often: what outlives the young one and is of no use soon after, as
 * each file of a backup or a restore leaves something, doesn't pile up to several times of what is in use. V8 reads the limit at each
 * collection. Should a later V8 not heed it, more memory is taken and nothing else.
 * @param growthPercent By so much of what it holds it may grow before it is collected again. Left to itself it takes up to four
 *   times.
 */
async function withSlowlyGrowingHeap(growthPercent, work) {
    const before = percent;
    setPercent(growthPercent);
    try {
        return await work();
    }
    finally {
        setPercent(before);
    }
}
/** 0: its own measure. */
let percent = 0;
function setPercent(growthPercent) {
    percent = growthPercent;
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)(`--heap-growing-percent=${growthPercent}`);
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

/***/ 18270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ lockExclusive),
/* harmony export */   h: () => (/* binding */ lockShared)
/* harmony export */ });
/* harmony import */ var _repository_lock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55144);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72120);


/**
 * The lock under which a snapshot is written, or read whole: beside others of its kind, and against prune.
 * @throws HoldfastError locked, cancelled.
 */
function lockShared(...asked) {
    return lock(false, ...asked);
}
/**
 * The lock under which something is removed: nobody else has one meanwhile.
 * @throws HoldfastError locked, cancelled.
 */
function lockExclusive(...asked) {
    return lock(true, ...asked);
}
function lock(exclusive, ...[repository, { retryLockMs, ahead, onlyReads = false, lockTimings = {} }, reporter, signal]) {
    reporter.onProgress({ ..._progress_js__WEBPACK_IMPORTED_MODULE_0__/* .IDLE */ .n, phase: 'locking' });
    return (0,_repository_lock_js__WEBPACK_IMPORTED_MODULE_1__.acquireLock)(repository, {
        exclusive,
        retryForMs: retryLockMs,
        ahead,
        onlyReads,
        signal,
        timings: lockTimings,
        onWaiting: reporter.onInfo.bind(reporter),
        onWarning: reporter.onWarning.bind(reporter),
    });
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

/***/ 18115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ TreeWalk)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/repository/format/fault.js
var fault = __webpack_require__(69701);
// EXTERNAL MODULE: ./build/repository/format/fields.js
var fields = __webpack_require__(872);
// EXTERNAL MODULE: ./build/repository/format/parse-json.js
var parse_json = __webpack_require__(79417);
;// CONCATENATED MODULE: ./build/repository/format/tree-references.js



/**
 * What a tree's JSON refers to, whatever else is in it: names and times that `decodeTree` would refuse don't make a
 * blob needless. Whatever could hide a reference is a fault.
 * @throws HoldfastError repository-damaged.
 */
function decodeTreeReferences(json, what = 'a tree') {
    return (0,fault/* decoding */.uw)(what, () => {
        const { nodes } = (0,parse_json/* parseObject */.lj)(json);
        if (!Array.isArray(nodes))
            throw new fault/* FormatFault */._z(`nodes is ${(0,fault/* shown */.SP)(nodes)}`, 'an array');
        const data = [];
        const trees = [];
        for (const node of nodes) {
            const { type, content, subtree } = (0,parse_json/* asObject */.eB)(node, 'a node');
            for (const id of (0,fields/* asArray */._j)(content, 'content'))
                data.push((0,fields/* asId */.gR)(id, 'an element of content'));
            const tree = (0,fields/* asIdOrNull */.aA)(subtree, 'subtree');
            if (tree !== null)
                trees.push(tree);
            else if (type === 'dir')
                throw new fault/* FormatFault */._z('a folder has no subtree', 'an ID');
        }
        return { data, trees };
    });
}

// EXTERNAL MODULE: ./build/repository/row-set.js
var row_set = __webpack_require__(67952);
;// CONCATENATED MODULE: ./build/repository/tree-walk.js



/** Trees asked for together: those that lie close to one another are then loaded in one range. */
const TREES_AT_ONCE = 4096;
/** Walks trees of several snapshots, each tree once. Takes a bit for each blob of the index, and 8 bytes for each tree in line. */
class TreeWalk {
    /** First rows in the index of the blobs that were reached. */
    reached;
    #repository;
    #options;
    /** Rows of trees that were reached and not yet read. */
    #line = [];
    /** The index must be loaded. */
    constructor(repository, options = {}) {
        this.#repository = repository;
        this.#options = options;
        this.reached = new row_set/* RowSet */.r(repository.index.rowCount);
    }
    /**
     * Goes through everything below `roots` that wasn't reached before.
     * @param onReached Told once of each blob's first row: a tree's when the tree was read.
     * @throws HoldfastError repository-damaged for a tree that can't be read, and for a blob that no index names.
     */
    async walk(roots, onReached = () => { }) {
        for (const root of roots)
            this.#reachTree(root, 'a snapshot');
        while (this.#line.length > 0) {
            const rows = this.#line.splice(-TREES_AT_ONCE);
            const ids = rows.map((row) => this.#repository.index.idAt(row));
            let next = 0;
            for await (const json of this.#repository.loadBlobs('tree', ids, this.#options.signal)) {
                const id = ids[next];
                const { data, trees } = decodeTreeReferences(json, `tree ${id}`);
                for (const blob of data) {
                    const row = this.#rowOf('data', blob, `tree ${id}`);
                    if (this.reached.add(row))
                        onReached(row, 'data', blob);
                }
                for (const tree of trees)
                    this.#reachTree(tree, `tree ${id}`);
                onReached(rows[next++], 'tree', id);
                this.#options.onTree?.(this.#line.length);
            }
        }
    }
    #reachTree(id, namedBy) {
        const row = this.#rowOf('tree', id, namedBy);
        if (this.reached.add(row))
            this.#line.push(row);
    }
    #rowOf(type, id, namedBy) {
        const row = this.#repository.index.find(type, id);
        if (row >= 0)
            return row;
        throw new errors/* HoldfastError */.E('repository-damaged', `Cannot find ${type} blob ${id}, which ${namedBy} names: it is in no index. ` +
            'Run "holdfast check" to see what else is missing, and how to mend it.');
    }
}


/***/ }),

/***/ 15035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ON: () => (/* binding */ parsePolicy),
/* harmony export */   kd: () => (/* binding */ parseLimits),
/* harmony export */   pq: () => (/* binding */ parseMaxAge),
/* harmony export */   y_: () => (/* binding */ parseDespite)
/* harmony export */ });
/* harmony import */ var _choice_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68881);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19473);
/* harmony import */ var _freeze_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52154);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89498);
/* harmony import */ var _span_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77461);





const COUNTS = {
    'keep-last': 'last',
    'keep-hourly': 'hourly',
    'keep-daily': 'daily',
    'keep-weekly': 'weekly',
    'keep-monthly': 'monthly',
    'keep-yearly': 'yearly',
};
const SPANS = {
    'keep-within': 'within',
    'keep-within-hourly': 'withinHourly',
    'keep-within-daily': 'withinDaily',
    'keep-within-weekly': 'withinWeekly',
    'keep-within-monthly': 'withinMonthly',
    'keep-within-yearly': 'withinYearly',
};
/**
 * The policy, as restic reads it.
 * @param keepTags Lists of tags with commas between. A snapshot is kept that has all tags of one of them.
 * @param show A word as it is written where it was given: `--keep-last`, or `the input keep-last`.
 * @throws HoldfastError bad-input.
 */
function parsePolicy(given, keepTags, show) {
    const counts = Object.entries(COUNTS).map(([word, kind]) => [
        kind,
        parseCount(given(word), show(word)),
    ]);
    const spans = Object.entries(SPANS).map(([word, kind]) => [
        kind,
        readSpan(given(word), show(word)),
    ]);
    const tags = keepTags.map((list) => list.split(',').map((tag) => tag.trim()));
    return { ...Object.fromEntries([...counts, ...spans]), tags };
}
/** As restic: a number, or `unlimited`. */
function parseCount(text, name) {
    if (text === null)
        return 0;
    if (text === 'unlimited')
        return Number.POSITIVE_INFINITY;
    if (/^\+?\d{1,9}$/.test(text))
        return Number(text);
    throw notA(text, name, 'a whole number that is not negative, or `unlimited`');
}
function readSpan(text, name) {
    if (text === null)
        return _span_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_SPAN */ .vI;
    const span = (0,_span_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSpan */ .wr)(text);
    if (span !== null)
        return span;
    throw notA(text, name, 'a span such as 7d, 1y5m7d2h (years, months, days, hours; at most six digits each)');
}
/** When a target is frozen. @throws HoldfastError bad-input. */
function parseLimits(given, show) {
    const below = given('shrunken-below');
    return {
        maxAgeMs: parseMaxAge(given('max-age'), show('max-age')),
        shrunkenBelow: below === null ? _freeze_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_SHRUNKEN_BELOW */ .ZZ : parsePercent(below, show('shrunken-below')),
    };
}
const HOUR_MS = 3_600_000;
/** Days and hours alone: `m` would be minutes to some and months to others. @throws HoldfastError bad-input. */
function parseMaxAge(text, name) {
    if (text === null)
        return null;
    const [, days, hours] = /^(?:(\d{1,5})d)?(?:(\d{1,5})h)?$/.exec(text) ?? [];
    const ms = (Number(days ?? 0) * 24 + Number(hours ?? 0)) * HOUR_MS;
    if (ms > 0)
        return ms;
    throw notA(text, name, 'days and hours, such as 30h or 8d');
}
function parsePercent(text, name) {
    const percent = /^(\d{1,3})%?$/.exec(text)?.[1];
    if (percent !== undefined && Number(percent) <= 100)
        return Number(percent) / 100;
    throw notA(text, name, 'a percentage from 0% to 100%');
}
/** Reasons with commas between, given once or several times. @throws HoldfastError bad-input. */
function parseDespite(lists, name) {
    const reasons = [..._freeze_js__WEBPACK_IMPORTED_MODULE_1__/* .FREEZE_REASONS */ .qG, ..._plan_js__WEBPACK_IMPORTED_MODULE_2__/* .PROTECT_REASONS */ .Mq, _plan_js__WEBPACK_IMPORTED_MODULE_2__/* .LOCK_REASON */ .zq];
    return new Set(commaSeparated(lists).map((reason) => (0,_choice_js__WEBPACK_IMPORTED_MODULE_3__.parseChoice)(reason, name, reasons)));
}
function commaSeparated(lists) {
    return lists.flatMap((list) => list.split(',').map((one) => one.trim())).filter((one) => one !== '');
}
function notA(text, name, expected) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected ${expected}.`);
}


/***/ })

};
