export const id = 1115;
export const ids = [1115];
export const modules = {

/***/ 96571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ SETTLE_LIMIT_MS)
/* harmony export */ });
/** How long an application may take to start or to stop that says nothing else. */
const SETTLE_LIMIT_MS = 300_000;


/***/ }),

/***/ 86484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ askAhead)
/* harmony export */ });
/** Questions that a client has before it, so that it needn't wait for each answer of ours to come over SSH. */
const QUESTIONS_AHEAD = 32;
/**
 * `ask` of each, in order, some asked before the answers to those before are there.
 * @throws what the first to fail throws.
 */
async function askAhead(items, ask) {
    const answers = [];
    for (let from = 0; from < items.length; from += QUESTIONS_AHEAD) {
        answers.push(...(await Promise.all(items.slice(from, from + QUESTIONS_AHEAD).map(ask))));
    }
    return answers;
}


/***/ }),

/***/ 27829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ requireAsDumped)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26861);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25065);




/**
 * What a restore says of the comparison with what was dumped; what isn't certain it tells as warnings.
 * @param found Null: there was no fingerprint that could be compared with.
 * @param aboutRemarks A sentence or two after each remark.
 * @returns null where `found` is.
 * @throws HoldfastError restore-mismatch.
 */
function requireAsDumped(found, { host, database, dump, context, aboutRemarks = '', }) {
    if (found === null) {
        context.onWarning(`${dump.record.name}: ${(0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .whyNotCompared */ .DI)(dump.record.fingerprint)}.`);
        return null;
    }
    if (found.differences.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('restore-mismatch', `Cannot count the database ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .T)(database)} on "${host.name}" as restored: ${found.differences.join('; ')}, ` +
            'expected what was dumped.');
    }
    const shown = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(database);
    for (const remark of found.remarks)
        context.onWarning(`${shown}: ${remark}. ${aboutRemarks}`);
    const counted = (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .toldOfOnlyCounted */ .f8)(found.onlyCounted);
    if (counted !== null)
        context.onWarning(`${shown}: ${counted}.`);
    return { tables: found.tables, rows: found.rows, onlyCounted: found.onlyCounted.length };
}


/***/ }),

/***/ 45351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ BrokenDump)
/* harmony export */ });
/** A dump that isn't what its tool writes, or not all of it. Its message says where: ready to show, without a full stop. */
class BrokenDump extends Error {
    name = 'BrokenDump';
}


/***/ }),

/***/ 15159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ rowsOf),
/* harmony export */   e: () => (/* binding */ ClientSession)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62585);




/** An answer that is larger isn't what was asked for; names, numbers and definitions are its records. */
const MAX_ANSWER_BYTES = 256 * 1024 * 1024;
const MAX_RECORD_BYTES = 64 * 1024 * 1024;
/** Then a client that was told to end is ended. */
const CLOSE_LIMIT_MS = 2000;
/**
 * One connection to a database through its own client on a host, for as many questions as one likes: one transaction, if
 * need be. The client must end at its first error.
 */
class ClientSession {
    #host;
    #protocol;
    #command;
    #messages;
    #ending;
    #waiting = [];
    /** Of the record that isn't whole yet. */
    #parts = [];
    #partBytes = 0;
    #failure = null;
    #ended;
    constructor(host, protocol, command, messages, ending) {
        this.#host = host;
        this.#protocol = protocol;
        this.#command = command;
        this.#messages = messages;
        this.#ending = ending;
        command.stdin.on('error', () => { }); // its end says why
        this.#ended = this.#listen();
    }
    /**
     * Starts one; whether it can connect, the first question tells.
     * @param input What the script reads before the client does: a password's line.
     * @param messages Takes what the client says of errors.
     * @throws what `Host.start` throws.
     */
    static async start(host, protocol, options) {
        const ending = new AbortController();
        const signal = AbortSignal.any([ending.signal, options.signal]);
        const command = await host.start(options.script, { signal });
        const session = new ClientSession(host, protocol, command, options.messages, ending);
        command.stdin.write(options.input);
        return session;
    }
    /**
     * Runs `statements` and gives the records of what they print.
     * @throws HoldfastError command-failed with the client's own words; the session is over then.
     */
    ask(statements) {
        return this.#ask(statements, null);
    }
    /**
     * Runs `statements`, and passes on what they print, in which no separator is, as it comes: of whatever size it is.
     * @throws as `ask`, and what `onBytes` throws.
     */
    async askBytes(statements, onBytes) {
        await this.#ask(statements, onBytes);
    }
    #ask(statements, onBytes) {
        if (this.#failure !== null)
            return Promise.reject(this.#failure);
        const marker = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex');
        const { promise, resolve, reject } = Promise.withResolvers();
        promise.catch(() => { }); // met by whoever awaits it
        const answer = this.#protocol.answerOf(marker);
        this.#waiting.push({ answer, records: [], sizeBytes: 0, onBytes, resolve, reject });
        this.#command.stdin.write((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.toBytes)(this.#protocol.question(statements, marker)));
        return promise;
    }
    /** Ends the session, and with it its transaction, which isn't committed. Idempotent; never rejects. */
    async close() {
        if (this.#waiting.length > 0)
            this.#ending.abort();
        // A client that waits for us ends by itself, sooner than it could be ended.
        else
            this.#command.stdin.end();
        const late = setTimeout(() => this.#ending.abort(), CLOSE_LIMIT_MS);
        await this.#ended;
        clearTimeout(late);
        await this.#command.exited.catch(() => { });
    }
    unexpected(problem) {
        const { server, client } = this.#protocol;
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('command-failed', `Cannot ask ${server} on "${this.#host.name}": ${problem}. Look at what ${client} prints there.`);
    }
    /** Never rejects. */
    async #listen() {
        const { stdout, exited } = this.#command;
        const { server, client } = this.#protocol;
        exited.catch(() => { });
        const errors = this.#messages.read(this.#command.stderr).catch(() => { });
        try {
            for await (const chunk of stdout)
                this.#take(chunk);
            const exit = await exited;
            await errors;
            this.#fail(new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('command-failed', `Cannot ask ${server} on "${this.#host.name}": ${client} ${(0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_3__/* .endedWith */ .t)(exit)}${this.#messages.shown}.` +
                this.#protocol.advice(this.#messages.shown)));
        }
        catch (error) {
            const known = await exited.then(() => error, (reason) => reason);
            this.#fail(known);
            this.#ending.abort();
        }
    }
    #fail(error) {
        this.#failure ??= error;
        for (const { reject } of this.#waiting.splice(0))
            reject(this.#failure);
    }
    #take(chunk) {
        let from = 0;
        const { separator } = this.#protocol;
        for (let end = chunk.indexOf(separator); end >= 0; end = chunk.indexOf(separator, from)) {
            this.#keep(chunk.subarray(from, end));
            from = end + 1;
            const record = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromBytes)(Buffer.concat(this.#parts));
            this.#parts = [];
            this.#partBytes = 0;
            this.#takeRecord(record);
        }
        if (from < chunk.length)
            this.#keep(Buffer.from(chunk.subarray(from)));
    }
    #keep(part) {
        const [first] = this.#waiting;
        if (first?.onBytes)
            this.#passOn(part, first.onBytes, first.answer.length);
        else
            this.#keepForRecord(part);
    }
    /** All but what may be the answer. */
    #passOn(part, onBytes, answerBytes) {
        const held = Buffer.concat([...this.#parts, part]);
        const ready = Math.max(0, held.length - answerBytes);
        if (ready > 0)
            onBytes(held.subarray(0, ready));
        this.#parts = [held.subarray(ready)];
    }
    #keepForRecord(part) {
        this.#partBytes += part.length;
        if (this.#partBytes > MAX_RECORD_BYTES)
            throw this.unexpected('a record is larger than expected');
        this.#parts.push(part);
    }
    #takeRecord(record) {
        const [first] = this.#waiting;
        if (first === undefined) {
            throw this.unexpected(`${this.#protocol.client} said something that nobody had asked for`);
        }
        if (record === first.answer) {
            this.#waiting.shift();
            first.resolve(first.records);
            return;
        }
        if (first.onBytes !== null)
            throw this.unexpected(`${this.#protocol.client} printed another end than expected`);
        first.sizeBytes += record.length;
        if (first.sizeBytes > MAX_ANSWER_BYTES)
            throw this.unexpected('an answer is larger than expected');
        first.records.push(record);
    }
}
/** `fields` as rows of so many columns each. @returns null when they don't come out even. */
function rowsOf(fields, columns) {
    if (fields.length % columns !== 0)
        return null;
    const rows = [];
    for (let i = 0; i < fields.length; i += columns)
        rows.push(fields.slice(i, i + columns));
    return rows;
}


/***/ }),

/***/ 93646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sg: () => (/* binding */ LOCKS_ADVICE),
/* harmony export */   dO: () => (/* binding */ PASSWORD_ADVICE),
/* harmony export */   mU: () => (/* binding */ adviceBy)
/* harmony export */ });
/* harmony import */ var _password_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8972);

/** Of servers that aren't reached at all. */
const UNREACHED = /connection refused|can't connect|could not connect|no route to host|name or service not known|unknown (mysql )?server host|could not translate|timeout expired|timed out|no such file or directory.*server running/i;
const PASSWORD_ADVICE = `Name the right user in the URL, and set ${_password_js__WEBPACK_IMPORTED_MODULE_0__/* .PASSWORD_VARIABLE */ .H} (the input database-password), or the variable that ?password-env=NAME names.`;
/** @param own What the engine says in its own words, each with what to do (nothing: it says so itself); the first that fits. */
function adviceBy(own) {
    const all = [...own, [UNREACHED, NOT_REACHED]];
    return (said) => {
        const advice = all.find(([words]) => words.test(said))?.[1];
        return advice === undefined || advice === '' ? '' : ` ${advice}`;
    };
}
const NOT_REACHED = 'See that the server runs, and that the URL’s host, port or socket is the server’s, as seen from where the tools run.';
/** PostgreSQL's hint names the setting, and no number. */
const LOCKS_ADVICE = [
    /max_locks_per_transaction/,
    'Each table (of a restore also each index and sequence) takes a lock: set max_locks_per_transaction in postgresql.conf so that, ' +
        'times max_connections, it is more than all of them, and start the server again.',
];


/***/ }),

/***/ 2636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ DatabaseUrl)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** Scheme, user, host, port, path, options. An empty host with a user, which WHATWG's URL refuses, is the usual one. */
const URL_PARTS = /^([a-z][a-z0-9+.-]*):\/\/(?:([^@/?#]*)@)?(\[[^\]/]*\]|[^:/?#@]*)(?::([0-9]{1,5}))?(\/[^?#]*)?(?:\?([^#]*))?$/;
/**
 * A database as a user names it: `postgresql://user@host:5432/app?format=plain&schema=a&schema=b`. Each engine reads its
 * own options from it by `take…`; one that nobody took is a mistake (`requireAllTaken`).
 */
class DatabaseUrl {
    scheme;
    user;
    host;
    port;
    /** What follows the first slash, decoded; empty without one. */
    path;
    /** As it was given; no secret is in it once all options are taken. */
    shown;
    #options;
    #taken = new Set();
    /**
     * @param shown As the user wrote it, where `text` is another way to write it.
     * @throws HoldfastError bad-input; no password that stands in the URL, or in what is none, is shown.
     */
    constructor(text, name, shown = text) {
        const match = URL_PARTS.exec(text);
        const [, scheme = '', user = '', host = '', port = '', path = '', query = ''] = match ?? [];
        if (holdsPassword(text)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: a password stands in the URL, where others can read it. Leave it out, set an environment ` +
                'variable to it, and name that: ?password-env=NAME.');
        }
        if (match === null) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(withoutSecrets(text))}, expected a URL such as postgresql://user@/database.`);
        }
        this.scheme = scheme;
        this.user = decode(user, name) || null;
        this.host = decode(host.replace(/^\[(.*)\]$/, '$1'), name) || null;
        this.port = port || null;
        this.path = decode(path.slice(1), name);
        this.shown = shown;
        this.#options = query
            .split('&')
            .filter((option) => option !== '')
            .map((option) => {
            const [, key = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(option) ?? [];
            return { key: decode(key, name), value: decode(value, name) };
        });
    }
    /** All values of an option. */
    takeAll(option) {
        this.#taken.add(option);
        return this.#options.filter(({ key }) => key === option).map(({ value }) => value);
    }
    /** Null when it isn't given. @throws HoldfastError bad-input when it is given twice or empty. */
    take(option) {
        const values = this.takeAll(option);
        if (values.length > 1 || values[0] === '')
            throw this.bad(option, values.join(', '), 'one value');
        return values[0] ?? null;
    }
    /** `first` when it isn't given. */
    takeChoice(option, choices) {
        const value = this.take(option);
        if (value === null)
            return choices[0];
        const choice = choices.find((one) => one === value);
        if (choice === undefined)
            throw this.bad(option, value, `one of ${choices.join(', ')}`);
        return choice;
    }
    takeBoolean(option, otherwise) {
        const words = otherwise ? ['true', 'false'] : ['false', 'true'];
        return this.takeChoice(option, words) === 'true';
    }
    /** Null when it isn't given. @throws HoldfastError bad-input but for a whole number from 1 to `most`. */
    takeCount(option, most) {
        const value = this.take(option);
        if (value === null)
            return null;
        const count = /^[0-9]{1,15}$/.test(value) ? Number(value) : 0;
        if (count < 1 || count > most)
            throw this.bad(option, value, `a whole number from 1 to ${most}`);
        return count;
    }
    /** @throws HoldfastError bad-input for an option that nobody asked for. */
    requireAllTaken() {
        const unknown = this.#options.find(({ key }) => !this.#taken.has(key))?.key;
        if (unknown === undefined)
            return;
        const known = [...this.#taken].sort().join(', ');
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use the option ${JSON.stringify(unknown)} of ${this.#quoted()}: ${this.scheme} knows no such ` +
            `option, expected one of ${known}.`);
    }
    bad(option, actual, expected) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use the option ${option} of ${this.#quoted()}: it is ${JSON.stringify(actual)}, expected ${expected}.`);
    }
    /** Without options: as long as not all of them are taken, one may be a password under a mistyped name. */
    #quoted() {
        return JSON.stringify(this.shown.replace(/\?.*$/s, ''));
    }
}
/** Of the ways that other programs' URLs (JDBC's, libpq's) hold one, too; `password-env=NAME` names a variable. */
const PASSWORD_OPTION = /[?&;\s](?:[a-z_]*passw(?:or)?d|passphrase|pwd|pass|secret|token)\s*=/i;
function holdsPassword(text) {
    const [address = ''] = text.split('?', 1);
    const isAddress = /^(?:[a-z0-9+.-]+:)*\/\//i.exec(address);
    // By places: a pattern with two open ends looks at a text of colons for as long as it is, squared.
    const colon = isAddress === null ? -1 : address.lastIndexOf(':', address.lastIndexOf('@'));
    return colon >= (isAddress?.[0].length ?? 0) || PASSWORD_OPTION.test(text);
}
/** What can't be read may hold a password at any place where one is usual: nothing that stands there is shown. */
function withoutSecrets(text) {
    return text
        .replace(/^([a-z][a-z0-9+.-]*:\/{1,2})?.*@/is, '$1…@')
        .replace(/^([a-z][a-z0-9+.-]*:\/{1,2}[^:/@]*:)(?![0-9]{1,5}(?:[/?#]|$))[^/?#@]*/i, '$1…')
        .replace(/=[^&\s]*/g, '=…');
}
function decode(part, name) {
    try {
        return decodeURIComponent(part);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: ${JSON.stringify(part)} isn't rightly encoded, expected %XX of UTF-8.`, { cause });
    }
}


/***/ }),

/***/ 99298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Jq: () => (/* binding */ parseDatabase),
  Fe: () => (/* binding */ parseDolt),
  uV: () => (/* binding */ parseMysql),
  So: () => (/* binding */ parseOpensearch),
  SL: () => (/* binding */ parsePostgresql),
  JF: () => (/* binding */ parseRedis),
  OC: () => (/* binding */ parseSqlite),
  rs: () => (/* binding */ urlOf)
});

// EXTERNAL MODULE: ./build/errors.js
var build_errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/hosts/exit-status.js
var exit_status = __webpack_require__(62585);
// EXTERNAL MODULE: ./build/hosts/output.js
var output = __webpack_require__(52871);
// EXTERNAL MODULE: ./build/databases/dump-name.js
var dump_name = __webpack_require__(39435);
// EXTERNAL MODULE: ./build/databases/tool-output.js
var tool_output = __webpack_require__(36297);
;// CONCATENATED MODULE: ./build/databases/command.js





const COMMAND_SCHEME = 'command';
/**
 * Any producer and consumer of a stream: `command:NAME=SHELL COMMAND`. When dumping, what the command prints is the dump
 * NAME; when restoring, the command reads it on stdin. What it printed isn't known to be whole but by its exit status.
 *
 * @param name Of the flag or input, for messages.
 * @throws HoldfastError bad-input.
 */
function commandDatabase(text, name) {
    const [, dumpName = '', command = ''] = /^command:([^=]*)=(.*)$/s.exec(text) ?? [];
    if (command.trim() === '') {
        throw new build_errors/* HoldfastError */.E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected command:NAME=SHELL COMMAND.`);
    }
    return new CommandDatabase((0,dump_name/* parseDumpName */.Z)(dumpName, `the name in ${name}`), command);
}
class CommandDatabase {
    shown;
    #name;
    #command;
    constructor(name, command) {
        this.shown = `command:${name}`;
        this.#name = name;
        this.#command = command;
    }
    async prepareDumps(host, context) {
        return [new CommandDump(this.#name, this.#command, host, context)];
    }
    async restore(host, { content }, _terms, { signal }) {
        const { exit, stderr } = await (0,output/* runToEnd */.cd)(host, this.#command, untilItFails(content(), signal));
        if (!(0,exit_status/* isSuccess */.o)(exit)) {
            const messages = new tool_output/* ToolMessages */.D4().addAll(stderr);
            throw new build_errors/* HoldfastError */.E('command-failed', `Cannot restore the dump ${this.#name} on "${host.name}": the command ${(0,exit_status/* endedWith */.t)(exit)}${messages.shown}, ` +
                'expected exit status 0. See what it has done so far before you run it again.');
        }
        return { database: null, movedAside: null, verified: null };
    }
}
/**
 * To a command the end of what it reads looks the same whether all was sent or reading failed: then it is ended before it
 * can take a part for the whole.
 */
function untilItFails(content, signal) {
    const failed = new AbortController();
    async function* watched() {
        try {
            yield* content;
        }
        catch (error) {
            failed.abort(error);
            throw error;
        }
    }
    return { stdin: watched(), signal: AbortSignal.any([signal, failed.signal]) };
}
class CommandDump {
    name;
    /** Nobody knows when the command looks at its data. */
    isPinned = false;
    #messages = new tool_output/* ToolMessages */.D4();
    #closing = new AbortController();
    #output;
    #sizeBytes = 0;
    constructor(name, command, host, { signal }) {
        this.name = name;
        this.#output = (0,tool_output/* dumpOutput */.sQ)({
            host,
            script: command,
            messages: this.#messages,
            signal: AbortSignal.any([signal, this.#closing.signal]),
            what: `make the dump ${name}`,
        });
    }
    async *stream() {
        for await (const chunk of this.#output) {
            this.#sizeBytes += chunk.length;
            yield chunk;
        }
    }
    record() {
        return {
            name: this.name,
            engine: COMMAND_SCHEME,
            database: null,
            format: 'stream',
            tool: '',
            size_bytes: this.#sizeBytes,
            pinned: false,
            proof: 'none',
            options: [],
            warnings: this.#messages.lines,
            fingerprint: null,
            restore: {},
        };
    }
    async close() {
        this.#closing.abort();
        await this.#output.return().catch(() => { });
    }
}

// EXTERNAL MODULE: ./build/databases/database-url.js
var database_url = __webpack_require__(2636);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/databases/dolt/choices.js
var choices = __webpack_require__(49847);
// EXTERNAL MODULE: ./build/databases/dolt/client.js
var client = __webpack_require__(35940);
// EXTERNAL MODULE: ./build/hosts/quote.js
var quote = __webpack_require__(28976);
// EXTERNAL MODULE: ./build/databases/folder-tar.js
var folder_tar = __webpack_require__(57203);
;// CONCATENATED MODULE: ./build/databases/dolt/config-dump.js






const CONFIG_NAME = 'dolt-config.tar';
const WHAT = 'dump the configuration files';
/** What lies beside the databases and isn't theirs: no SQL and no backup of Dolt's holds it. */
class DoltConfigDump {
    name = CONFIG_NAME;
    isPinned = true;
    #client;
    #facts;
    #files;
    #context;
    #messages = new tool_output/* ToolMessages */.D4();
    #closing = new AbortController();
    #sizeBytes = 0;
    constructor(client, facts, files, context) {
        this.#client = client;
        this.#facts = facts;
        this.#files = files;
        this.#context = context;
    }
    async *stream() {
        const signal = AbortSignal.any([this.#context.signal, this.#closing.signal]);
        const { host } = this.#client;
        const tar = (0,folder_tar/* folderTar */.CW)({
            host,
            folder: '/',
            files: this.#files,
            messages: this.#messages,
            signal,
            what: WHAT,
        });
        for await (const chunk of tar) {
            this.#sizeBytes += chunk.length;
            yield chunk;
        }
    }
    record() {
        return {
            name: this.name,
            engine: 'dolt',
            database: null,
            format: 'config',
            tool: `dolt ${this.#facts.tool}`,
            size_bytes: this.#sizeBytes,
            pinned: true,
            proof: 'deferred',
            options: [],
            warnings: this.#messages.lines,
            fingerprint: null,
            restore: { files: String(this.#files.length) },
        };
    }
    async close() {
        this.#closing.abort();
    }
}
/**
 * The files that `paths` are or hold; in the folder of databases, if that is known, those of the server and of each database
 * that aren't data. With a relative `data_dir` Dolt keeps branch control in a folder of the same name below it: it is found
 * wherever it is.
 * @returns paths from `/`, without it.
 * @throws HoldfastError bad-input for one that isn't there.
 */
async function listConfigFiles(client, paths, dataFolder, context) {
    const files = [];
    if (paths.length > 0)
        files.push(...(await find(client, `find -L ${(0,quote/* quoteAll */._)(paths.map(bytestring.fromText))} -type f -print`)));
    if (dataFolder !== null) {
        const [folder = ''] = [(0,quote/* quoteAll */._)([(0,bytestring.fromText)(dataFolder)])];
        const own = await find(client, `find ${folder} -type d \\( -name noms -o -name temptf -o -name stats -o -name .dolt_dropped_databases \\) -prune -o -type f ` +
            `\\( -path '*/.doltcfg/*' -o -path '*/.dolt/config.json' -o -path '*/.dolt/repo_state.json' \\) -print
       root=\${DOLT_ROOT_PATH:-$HOME}/.dolt
       for f in "$root/config_global.json" "$root"/creds/*; do [ -f "$f" ] && printf '%s\\n' "$f"; done; true`);
        files.push(...own);
        const stray = own.find((path) => path.endsWith('/branch_control.db') && path !== `${dataFolder}/.doltcfg/branch_control.db`);
        if (stray !== undefined) {
            context.onWarning(`Branch control lies in ${JSON.stringify(stray)}, where Dolt won't find it when it starts again: the data_dir is a relative path. ` +
                'Make it an absolute one. The dump of the users has its rows.');
        }
    }
    return [...new Set(files)].sort().map((path) => path.replace(/^\/+/, ''));
}
async function find(client, script) {
    try {
        const { stdout } = await (0,output/* runSuccessfully */.t7)(client.host, 'look for configuration files', script, {
            signal: client.signal,
        });
        return stdout
            .toString('latin1')
            .split('\n')
            .filter((path) => path !== '');
    }
    catch (cause) {
        if (!(cause instanceof build_errors/* HoldfastError */.E) || cause.code !== 'command-failed')
            throw cause;
        throw new build_errors/* HoldfastError */.E('dump-failed', `${cause.message} Look at the options config and data-dir.`, {
            cause,
        });
    }
}

// EXTERNAL MODULE: ./build/databases/quoted.js
var quoted = __webpack_require__(25065);
// EXTERNAL MODULE: ./build/databases/work-folder.js
var work_folder = __webpack_require__(65145);
// EXTERNAL MODULE: ./build/databases/dolt/staging.js
var staging = __webpack_require__(6098);
// EXTERNAL MODULE: ./build/databases/dolt/state.js
var dolt_state = __webpack_require__(27022);
;// CONCATENATED MODULE: ./build/databases/dolt/dump.js








/** One database's backup, as a tar of the files that are a whole backup of Dolt's own: `dolt backup restore file://…` takes them. */
class DoltDump {
    name;
    isPinned = true;
    #plan;
    #messages = new tool_output/* ToolMessages */.D4();
    #closing = new AbortController();
    #sizeBytes = 0;
    constructor(plan) {
        this.#plan = plan;
        this.name = plan.name ?? (0,dump_name/* dumpNameOf */.X)(plan.staged.outline.database, 'dolt.tar');
    }
    async *stream() {
        const { client, staged, context } = this.#plan;
        const signal = AbortSignal.any([context.signal, this.#closing.signal]);
        const what = `dump the database ${(0,quoted/* quoted */.T)(staged.outline.database)}`;
        const folder = (0,staging/* backupFolder */.j0)(staged.mirror);
        const files = await (0,folder_tar/* listFolder */.bt)(client.host, folder, what, signal);
        const tar = (0,folder_tar/* folderTar */.CW)({ host: client.host, folder, files, messages: this.#messages, signal, what });
        for await (const chunk of tar) {
            this.#sizeBytes += chunk.length;
            yield chunk;
        }
    }
    record() {
        const { facts, staged } = this.#plan;
        const { outline, state, stagingBytes, isOfServer } = staged;
        return {
            name: this.name,
            engine: 'dolt',
            database: outline.database,
            format: 'backup',
            tool: `dolt ${facts.tool}`,
            size_bytes: this.#sizeBytes,
            pinned: true,
            // Dolt itself has opened the copy and told the same of it as the server.
            proof: isOfServer ? 'counted' : 'deferred',
            options: [],
            warnings: this.#messages.lines,
            fingerprint: (0,dolt_state/* fingerprintOf */.ax)(state, {
                'server version': facts.version,
                'default branch': (0,bytestring.displayText)(outline.defaultBranch),
                'staging in bytes': String(stagingBytes),
            }),
            restore: {
                server_version: facts.version,
                default_branch: outline.defaultBranch,
                outline: JSON.stringify({ branches: outline.branches, tables: outline.tables }),
                remotes: JSON.stringify(outline.remotes),
            },
        };
    }
    async close() {
        this.#closing.abort();
        await (0,work_folder/* removeFolder */.v$)(this.#plan.client.host, this.#plan.staged.mirror, this.#plan.context.signal);
    }
}

// EXTERNAL MODULE: ./build/databases/dolt/globals.js
var dolt_globals = __webpack_require__(56307);
// EXTERNAL MODULE: ./build/databases/dolt/server.js
var server = __webpack_require__(82304);
// EXTERNAL MODULE: ./build/hosts/as-user.js
var as_user = __webpack_require__(73972);
;// CONCATENATED MODULE: ./build/databases/engine.js


/** What every engine's class begins with: what a URL says, and as whom its tools run. */
class Engine {
    shown;
    choices;
    constructor({ shown }, choices) {
        this.shown = shown;
        this.choices = choices;
    }
    /** The host as the account that the tools run as. */
    hostOf(login) {
        const { runAs } = this.choices;
        return runAs === null ? login : (0,as_user/* asUser */.e)(login, runAs);
    }
}
/** What `prepare` puts into its list; if it throws, those that are in it are closed first. */
async function preparedOrNone(prepare) {
    const prepared = [];
    try {
        await prepare(prepared);
        return prepared;
    }
    catch (error) {
        await Promise.all(prepared.map((dump) => dump.close()));
        throw error;
    }
}
/** A command's failure as one of the dump; anything else as it is. @param what Ready to show: `the database "app" on "host"`. */
function asDumpFailure(error, what) {
    const known = (0,build_errors/* asHoldfastError */.C)(error);
    if (known?.code !== 'command-failed')
        return error;
    return new build_errors/* HoldfastError */.E('dump-failed', `Cannot dump ${what}: ${known.message}`, { cause: error });
}

;// CONCATENATED MODULE: ./build/databases/dolt.js











const DOLT_SCHEMES = ['dolt'];
/** `dolt://user@host:port/database?staging=/folder&option=value`. @throws HoldfastError bad-input. */
function doltDatabase(url, env) {
    return new Dolt(url, (0,choices/* readDoltChoices */.Q)(url, env));
}
class Dolt extends Engine {
    async prepareDumps(login, context) {
        const { globals } = this.choices;
        const client = this.#clientOn(login, context);
        const preparing = preparedOrNone(async (prepared) => {
            const facts = await (0,server/* readDoltFacts */.$_)(client, this.choices.workFolder);
            const names = this.#chosenDatabases(client, facts);
            if (globals !== 'without')
                prepared.push(await this.#prepareGlobals(client, facts, context));
            prepared.push(...(await this.#prepareConfig(client, facts, context)));
            if (globals === 'only')
                return;
            const taken = new Set();
            for (const name of names)
                prepared.push(await this.#prepare(client, name, { facts, taken }, context));
        });
        return preparing.catch((error) => {
            throw asDumpFailure(error, JSON.stringify(this.shown));
        });
    }
    async restore(login, dump, terms, context) {
        const { restoreDolt } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 73905));
        return restoreDolt({
            client: this.#clientOn(login, context),
            choices: this.choices,
            dump,
            terms,
            context,
        });
    }
    async compare(login, record, tampering, context) {
        const { compareNow } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 22281));
        const what = { database: this.#nameOf(record), record };
        return compareNow(this.#clientOn(login, context), what, tampering);
    }
    async ask(login, record, statement, context) {
        const { ask } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 40410));
        return ask(this.#clientOn(login, context), this.#nameOf(record), statement);
    }
    #nameOf({ database }) {
        return this.choices.database ?? database ?? '';
    }
    #clientOn(login, { signal }) {
        return new client/* DoltClient */.r(this.hostOf(login), this.choices, signal);
    }
    #chosenDatabases(client, { databases: there }) {
        const { database, globals } = this.choices;
        if (globals === 'only')
            return [];
        if (database === null)
            return there;
        if (there.includes(database))
            return [database];
        const names = there.map(quoted/* quoted */.T).join(', ');
        throw new build_errors/* HoldfastError */.E('dump-failed', `Cannot dump the database ${(0,quoted/* quoted */.T)(database)} on "${client.host.name}": it is not there, expected one of ${names || 'none'}.`);
    }
    async #prepareGlobals(client, facts, context) {
        const { globals: which, name } = this.choices;
        const globals = await (0,dolt_globals/* readGlobals */.$q)(client, facts.databases[0] ?? null);
        (0,dolt_globals/* requireSomebody */.uY)(globals);
        return new dolt_globals/* DoltGlobalsDump */.AO(client, globals, facts, { name: which === 'only' ? name : null, context });
    }
    /** What the URL names; with the users also what lies in the folder of the databases, where that is known. */
    async #prepareConfig(client, facts, context) {
        const { configFiles, globals } = this.choices;
        const dataFolder = globals === 'without' ? null : this.choices.dataFolder;
        if (configFiles.length === 0 && dataFolder === null)
            return [];
        const files = await listConfigFiles(client, configFiles, dataFolder, context);
        return files.length === 0 ? [] : [new DoltConfigDump(client, facts, files, context)];
    }
    async #prepare(client, database, { facts, taken }, context) {
        const { workFolder, name } = this.choices;
        const where = this.#requireStaging();
        const staged = await (0,staging/* stageBackup */.zI)(client, { database, ...where, taken, workFolder }, context);
        taken.add(staged.folder);
        context.onInfo(`${(0,bytestring.displayText)(database)}: backed up by Dolt ${facts.version} in ${(0,bytestring.displayText)(staged.folder)}, which takes ` +
            `${staged.stagingBytes} bytes there for it`);
        return new DoltDump({ client, facts, staged, name, context });
    }
    #requireStaging() {
        const { staging, namedBackup } = this.choices;
        if (staging !== null || namedBackup !== null)
            return { staging, namedBackup };
        throw new build_errors/* HoldfastError */.E('bad-input', `Cannot dump ${JSON.stringify(this.shown)}: Dolt backs up into a folder of the host, which is kept for the next time. Name one ` +
            'with room for as much as the databases take, which the server’s account may write: ?staging=/var/backups/dolt.');
    }
}

// EXTERNAL MODULE: ./build/databases/password.js
var databases_password = __webpack_require__(8972);
;// CONCATENATED MODULE: ./build/databases/mysql/table-filters.js

const OPTIONS = ['table', 'exclude-table', 'exclude-table-data'];
/** Which tables are dumped, and of which the rows: names in which `*` stands for any characters. */
class TableFilters {
    /** As they were given. */
    given;
    #patterns;
    constructor(url) {
        const given = OPTIONS.map((option) => ({ option, values: url.takeAll(option) }));
        this.given = given.flatMap(({ option, values }) => values.map((value) => `${option}=${value}`));
        const [table, excluded, withoutData] = given.map(({ values }) => values.map(pattern));
        this.#patterns = {
            table: table ?? [],
            'exclude-table': excluded ?? [],
            'exclude-table-data': withoutData ?? [],
        };
    }
    /** Whether only some tables were named: routines and events, which belong to no table, are left out then. */
    get isPositive() {
        return this.#patterns.table.length > 0;
    }
    isDumped({ name }) {
        const { table, 'exclude-table': excluded } = this.#patterns;
        return (table.length === 0 || matches(table, name)) && !matches(excluded, name);
    }
    hasRows(table) {
        return this.isDumped(table) && !matches(this.#patterns['exclude-table-data'], table.name);
    }
}
function matches(patterns, name) {
    return patterns.some((one) => one.test(name));
}
function pattern(text) {
    const parts = (0,bytestring.fromText)(text)
        .split('*')
        .map((part) => part.replace(/[.+?^${}()|[\]\\/-]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`, 's');
}

;// CONCATENATED MODULE: ./build/databases/mysql/choices.js




const DEFAULT_LOCK_WAIT_SECONDS = 30;
const MAX_LOCK_WAIT_SECONDS = 3600;
/**
 * Reads `mysql://user@host:port/database?option=value`.
 * @param env Where passwords are taken from.
 * @throws HoldfastError bad-input.
 */
function readChoices(url, env) {
    const every = url.takeBoolean('all', false);
    const users = url.takeChoice('users', every ? ['with', 'without', 'only'] : ['without', 'with', 'only']);
    const others = url.takeAll('database');
    const fingerprint = url.takeChoice('fingerprint', ['full', 'count', 'none']);
    const upTo = url.takeCount('checksum-up-to', Number.MAX_SAFE_INTEGER);
    const name = url.take('name');
    const filters = new TableFilters(url);
    const named = [...(url.path === '' ? [] : [url.path]), ...others];
    const choices = {
        access: readAccess(url, env),
        runAs: url.take('as'),
        databases: every ? null : users === 'only' ? [] : named,
        users,
        filters,
        fingerprint: fingerprint === 'none'
            ? null
            : { rows: fingerprint, checksumUpToBytes: upTo ?? Number.POSITIVE_INFINITY },
        lock: url.takeChoice('lock', ['auto', 'global', 'tables', 'none']),
        lockWaitSeconds: url.takeCount('lock-wait', MAX_LOCK_WAIT_SECONDS) ?? DEFAULT_LOCK_WAIT_SECONDS,
        name: name === null ? null : (0,dump_name/* parseDumpName */.Z)(name, 'the option name'),
        given: [
            ...filters.given,
            ...(fingerprint === 'full' ? [] : [`fingerprint=${fingerprint}`]),
            ...(upTo === null ? [] : [`checksum-up-to=${upTo}`]),
        ],
    };
    url.requireAllTaken();
    requireMeaning(choices, url, { every, named });
    return choices;
}
function readAccess(url, env) {
    const socket = url.take('socket');
    if (socket !== null && url.host !== null)
        throw url.bad('socket', socket, 'no socket beside a host');
    return {
        host: url.host,
        port: url.port,
        socket,
        user: url.user,
        password: (0,databases_password/* passwordOf */.N)(url, env),
        tls: url.takeChoice('tls', ['preferred', 'off', 'required', 'verified']),
        tlsCa: url.take('tls-ca'),
        toolFolder: url.take('bin'),
    };
}
function requireMeaning({ databases, users, name, access }, url, { every, named }) {
    const isMeant = every || users === 'only' ? named.length === 0 : named.length > 0;
    if (!isMeant || named.includes('') || new Set(named).size < named.length) {
        throw new build_errors/* HoldfastError */.E('bad-input', `Cannot use ${JSON.stringify(url.shown)}: expected one database (mysql:///app), several (mysql:///app?database=other), ` +
            'all (mysql:///?all=true), or the accounts alone (mysql:///?users=only).');
    }
    if (name !== null && users !== 'only' && databases?.length !== 1)
        throw url.bad('name', name, 'no name for several dumps');
    const words = [access.user, access.host, access.socket, ...named].join('');
    if (words.includes('\0'))
        throw url.bad('user', '…', 'names without NUL');
}

// EXTERNAL MODULE: ./build/databases/mysql/connect.js
var connect = __webpack_require__(11202);
// EXTERNAL MODULE: ./build/databases/connection-advice.js
var connection_advice = __webpack_require__(93646);
// EXTERNAL MODULE: ./build/free-buffer.js
var free_buffer = __webpack_require__(35115);
// EXTERNAL MODULE: ./build/databases/broken-dump.js
var broken_dump = __webpack_require__(45351);
;// CONCATENATED MODULE: ./build/databases/counted-dump.js





/** A dump of one database by the engine's own tool, beside which the server counts: what its failures say. */
class CountedDump {
    messages;
    /** For messages: `dump the database "app"`. */
    what;
    #host;
    #database;
    #lossIn;
    /**
     * @param password Masked in what the tool says.
     * @param lossIn The first line of the tool's that means that it left something out, or null.
     */
    constructor(host, database, { password, lossIn }) {
        this.messages = new tool_output/* ToolMessages */.D4([password ?? ''], (line) => lossIn([line]) !== null);
        this.#lossIn = lossIn;
        this.what = `dump the database ${(0,quoted/* quoted */.T)(database)}`;
        this.#host = host;
        this.#database = database;
    }
    /** `problem`: ready to show, without a full stop. */
    failed(problem) {
        return (0,tool_output/* dumpFailed */.eJ)(this.what, this.#host, problem);
    }
    /** Does `work` that reads along. @throws HoldfastError dump-failed for what isn't a whole dump, with the tool's words. */
    judged(work) {
        try {
            work();
        }
        catch (error) {
            if (!(error instanceof broken_dump/* BrokenDump */.U))
                throw error;
            throw this.failed(`the dump is broken: ${error.message}${this.messages.shown}`);
        }
    }
    /** All else that the tool said is passed on. @throws HoldfastError dump-failed where it left something out. */
    requireNoLoss({ name, context }) {
        const loss = this.#lossIn(this.messages.lines);
        if (loss !== null)
            throw this.failed(`the dump tool left something out: "${loss}"`);
        for (const line of this.messages.lines)
            context.onWarning(`${name}: ${line}`);
    }
    /** What kept the server from being asked, as a failure of the dump. */
    explained(error) {
        if (!(error instanceof build_errors/* HoldfastError */.E) || error.code !== 'command-failed')
            return error;
        return new build_errors/* HoldfastError */.E('dump-failed', `Cannot take the fingerprint of the database ${(0,quoted/* quoted */.T)(this.#database)}: ${error.message} ` +
            'Nothing of it was kept as a dump.', { cause: error });
    }
    /**
     * Passes `chunks` on while the fingerprint is taken beside them, and gives it. A fingerprint that fails ends the dump at once. A
     * chunk is there until the next one is asked for: copy what you keep.
     * @param onEnd After the last chunk, before the fingerprint is waited for: judges the dump as a whole.
     * @throws HoldfastError dump-failed, of whichever fails; what `chunks` and `onEnd` throw.
     */
    async *beside(chunks, fingerprint, onEnd) {
        let failure = null;
        fingerprint.catch((error) => {
            failure = { error };
        });
        const failed = () => failure;
        try {
            for await (const chunk of chunks) {
                if (failed() !== null)
                    break;
                yield chunk;
                (0,free_buffer/* freeNow */.V)(chunk);
            }
        }
        catch (error) {
            // Without our transaction the tool may not be able to read either: that it began there.
            const first = failed();
            throw first === null ? error : this.explained(first.error);
        }
        const first = failed();
        if (first !== null)
            throw this.explained(first.error);
        onEnd();
        try {
            return await fingerprint;
        }
        catch (error) {
            throw this.explained(error);
        }
    }
}

// EXTERNAL MODULE: ./build/databases/mysql/access.js
var access = __webpack_require__(61816);
// EXTERNAL MODULE: ./build/databases/mysql/contents.js
var contents = __webpack_require__(85560);
;// CONCATENATED MODULE: ./build/databases/mysql/dump-args.js

const COMMON_ARGS = [
    '--single-transaction',
    '--quick',
    '--triggers',
    '--hex-blob',
    '--no-tablespaces',
    // A date would be another in each dump, and nothing else.
    '--skip-dump-date',
    '--default-character-set=utf8mb4',
    '--max-allowed-packet=1G',
];
/** Of MySQL's: positions of its replication would keep a restore from working elsewhere. */
const dump_args_OPTIONS = {
    mariadb: COMMON_ARGS,
    mysql: [...COMMON_ARGS, '--set-gtid-purged=OFF'],
};
/** Words for the dump tool: what is dumped, and how. */
function dumpArgs(product, { database, tables, filters }) {
    const withoutRows = tables.filter((table) => !filters.hasRows(table));
    const args = [
        ...dump_args_OPTIONS[product],
        // MariaDB would restore no row of a table that has a sequence's number for a default: it asks for a lock on that, too.
        ...(tables.some(({ kind }) => kind === 'sequence') ? ['--skip-add-locks'] : []),
        ...(filters.isPositive ? [] : ['--routines', '--events']),
        ...withoutRows.map(({ name }) => `--ignore-table-data=${database}.${toUtf8(name)}`),
        '--',
        database,
    ].map(bytestring.fromText);
    // Named one by one where some are left out: a name may hold anything.
    const names = filters.given.length === 0 ? [] : tables.map(({ name }) => name);
    return [...args, ...names];
}
/** As text that the shell's words are made of. */
function toUtf8(name) {
    return Buffer.from(name, 'latin1').toString('utf8');
}

// EXTERNAL MODULE: ./build/databases/mysql/dump-reader.js
var dump_reader = __webpack_require__(92938);
// EXTERNAL MODULE: ./build/databases/mysql/tables.js
var mysql_tables = __webpack_require__(52371);
;// CONCATENATED MODULE: ./build/databases/mysql/dump-whole.js

/**
 * Every table that was counted must be in the stream, with as many rows, and as many objects as the server has.
 * @returns what isn't, ready to show, without a full stop; null: the dump is whole.
 */
function whatIsLacking(contents, counted) {
    for (const table of counted.tables) {
        const problem = table.kind === 'table' ? rowsLacking(contents, counted, table) : null;
        if (problem !== null)
            return problem;
    }
    return objectsLacking(contents, counted);
}
function rowsLacking({ tables, rows }, { fingerprint, filled }, { name, shown }) {
    const counted = fingerprint.tables[shown]?.rows ?? null;
    if (!tables.has(name))
        return `it lacks table ${shown}, which the server has`;
    if (counted === 0 && filled.has(name))
        return `table ${shown} was emptied (TRUNCATE) after the dump's moment: dump again`;
    const dumped = rows.get(name) ?? 0;
    if (counted === null || dumped === counted)
        return null;
    return `it has ${dumped} rows of table ${shown}, expected ${counted} rows as the server counts in the same moment`;
}
function objectsLacking({ objects }, { fingerprint: { schema }, tables, isWhole }) {
    const views = tables.filter(({ kind }) => kind === 'view').length;
    for (const kind of ['views', 'routines', 'triggers', 'events']) {
        const expected = kind === 'views' ? views : Number((schema[kind] ?? '0').split(' ', 1)[0]);
        const dumped = objects[kind];
        if (dumped === expected || (kind !== 'views' && !isWhole))
            continue;
        return `it has ${dumped} ${kind}, expected ${expected} as the server has`;
    }
    return null;
}
const MAX_NAMED = 5;
/** What a dump of these doesn't hold, a line each, ready to show. */
function notWrittenWhole(tables) {
    const line = (some, problem) => {
        if (some.length === 0)
            return [];
        const named = some.slice(0, MAX_NAMED).map(({ shown }) => shown);
        const more = some.length > MAX_NAMED ? ` and ${some.length - MAX_NAMED} more` : '';
        return [`${named.join(', ')}${more}: ${problem}`];
    };
    const hasFloat = tables.filter(({ columns }) => columns.some(({ dataType }) => dataType === 'float'));
    return [
        ...line(hasFloat, 'the dump tool writes six digits of FLOAT columns; DOUBLE ones it writes whole'),
        ...line(tables.filter((table) => table.kind === 'table' && (0,mysql_tables/* isElsewhere */.l5)(table) && !/^mrg/i.test(table.engine)), 'rows lie elsewhere, where its engine is told: they are not dumped'),
        ...line(tables.filter(({ isVersioned }) => isVersioned), 'rows as they are now are dumped, not their history'),
    ];
}

// EXTERNAL MODULE: ./build/databases/mysql/fingerprint.js
var mysql_fingerprint = __webpack_require__(39000);
// EXTERNAL MODULE: ./build/databases/mysql/sql.js
var sql = __webpack_require__(67596);
;// CONCATENATED MODULE: ./build/databases/mysql/moment.js



/**
 * Stops writers: all of the server for an instant, by FLUSH TABLES WITH READ LOCK; where the account may not (many services
 * forbid it), those of the databases' tables, by LOCK TABLES.
 *
 * @throws HoldfastError dump-failed when neither is allowed, or long work of others keeps the lock from being had in time:
 *   those that wait behind ours are let go then.
 */
async function holdMoment(options) {
    const { lock, onInfo } = options;
    if (lock === 'none')
        return { kind: 'none', release: async () => { } };
    if (lock !== 'tables') {
        const moment = await lockBy(options, 'global', async () => (0,sql/* sql */.ll) `FLUSH TABLES WITH READ LOCK`);
        if (moment !== null)
            return moment;
        if (lock === 'global')
            throw refused('the account may not FLUSH TABLES WITH READ LOCK', 'grant it RELOAD');
        onInfo('the account may not lock the whole server: the tables of the databases are locked instead');
    }
    for (let tries = 0; tries < MAX_TRIES; tries++) {
        const moment = await lockTables(options);
        if (moment === 'refused') {
            const advice = 'grant it LOCK TABLES, or RELOAD, or let the application stand still yourself and say lock=none';
            throw refused('the account may not lock tables', advice);
        }
        if (moment !== 'changed')
            return moment;
    }
    throw refused('tables keep being made and dropped', 'wait till that ends');
}
/** Nobody is kept from writing longer than this, whatever hangs. */
const MAX_HOLD_MS = 120_000;
/**
 * Does `work` while nobody writes.
 * @param giveUp Ends what hangs, so that `work` rejects.
 * @throws HoldfastError dump-failed when it takes too long: writers are let go, and nothing of it counts.
 */
async function whileHeld(hold, { work, giveUp }) {
    const moment = await hold();
    let isLate = false;
    const late = setTimeout(() => {
        isLate = true;
        void moment.release();
        void giveUp();
    }, MAX_HOLD_MS);
    try {
        await work(moment);
    }
    catch (error) {
        if (!isLate)
            throw error;
    }
    finally {
        clearTimeout(late);
        await moment.release();
    }
    if (!isLate)
        return;
    throw new build_errors/* HoldfastError */.E('dump-failed', `Cannot pin the moment of a dump: the dump tool had not begun after ${MAX_HOLD_MS / 1000} s in which writers waited, expected an ` +
        'instant. They go on; nothing was dumped. Look at what holds the server up.');
}
/** How often tables may come and go before we have them locked. */
const MAX_TRIES = 5;
async function lockTables(options) {
    const list = async (session) => {
        const names = [];
        for (const database of options.databases) {
            const tables = (await (0,mysql_tables/* listTables */.WS)(session, database)).filter((table) => table.kind === 'table' && !(0,mysql_tables/* isElsewhere */.l5)(table));
            names.push(...tables.map(({ name }) => (0,sql/* sql */.ll) `${(0,sql/* identifier */.Cv)(database)}.${(0,sql/* identifier */.Cv)(name)}`));
        }
        return names;
    };
    let wanted = [];
    const moment = await lockBy(options, 'tables', async (session) => {
        wanted = await list(session);
        return lockStatement(wanted);
    });
    if (moment === null)
        return 'refused';
    const other = await options.open();
    try {
        const now = await list(other);
        if (now.join() === wanted.join())
            return moment;
    }
    finally {
        await other.close();
    }
    await moment.release();
    return 'changed';
}
function lockStatement(tables) {
    if (tables.length === 0)
        return (0,sql/* sql */.ll) `DO 0`;
    return (0,sql/* sql */.ll) `LOCK TABLES ${tables.map((table) => `${table} READ`).join(', ')}`;
}
/** Null: the account may not. */
async function lockBy({ open, waitSeconds }, kind, statement) {
    const session = await open();
    try {
        const lock = await statement(session);
        await session.run((0,sql/* sql */.ll) `SET SESSION lock_wait_timeout = ${waitSeconds}; ${lock}`);
        return { kind, release: () => session.close() };
    }
    catch (error) {
        await session.close();
        if (isDenied(error))
            return null;
        if (!isLockTimeout(error))
            throw error;
        throw new build_errors/* HoldfastError */.E('dump-failed', `Cannot lock the server for an instant: somebody's work kept it from us for ${waitSeconds} s (lock-wait), expected less. ` +
            'Choose a quieter hour, or let us wait longer: ?lock-wait=SECONDS. Nothing was dumped.', { cause: error });
    }
}
/** A lock on those tables that no snapshot shows as they were, till the dump has ended. Null: there are none. */
async function lockUntransactional(open, database, tables) {
    const names = tables
        .filter((table) => table.kind === 'table' && !(0,mysql_tables/* isTransactional */.ky)(table) && !(0,mysql_tables/* isElsewhere */.l5)(table))
        .map(({ name }) => (0,sql/* sql */.ll) `${(0,sql/* identifier */.Cv)(database)}.${(0,sql/* identifier */.Cv)(name)}`);
    if (names.length === 0)
        return null;
    const session = await open();
    try {
        await session.run(lockStatement(names));
        return session;
    }
    catch (error) {
        await session.close();
        if (!isDenied(error))
            throw error;
        throw refused(`${names.length} of its tables aren't transactional, and the account may not lock them`, 'grant it LOCK TABLES, or let the application stand still yourself and say lock=none');
    }
}
function refused(problem, advice) {
    return new build_errors/* HoldfastError */.E('dump-failed', `Cannot take a dump and its fingerprint of one moment: ${problem}. Please ${advice}. Nothing was dumped.`);
}
/** 1044, 1045, 1142, 1227: access denied; 1290: an option of the server forbids it. A service answers 1045, too. */
function isDenied(error) {
    return /ERROR (1044|1045|1142|1227|1290|1370) /.test((0,build_errors/* asHoldfastError */.C)(error)?.message ?? '');
}
function isLockTimeout(error) {
    return /ERROR (1205|3572) /.test((0,build_errors/* asHoldfastError */.C)(error)?.message ?? '');
}

// EXTERNAL MODULE: ./build/databases/mysql/server.js
var mysql_server = __webpack_require__(19357);
// EXTERNAL MODULE: ./build/databases/mysql/users.js
var mysql_users = __webpack_require__(29264);
;// CONCATENATED MODULE: ./build/databases/mysql/warnings.js
/**
 * What the dump tools say when they leave something out, or can't read it, and exit 0 all the same (mysqldump.c of MariaDB 10 and
 * 11, mysqldump.cc of MySQL 5.7 and 8).
 */
const LOSS = /error|couldn't|could not|can't|cannot|skipp|insufficient|denied|privilege|lost|invalid|not dumped|ignor|fail/i;
/** What they say of themselves. */
const HARMLESS = /deprecated|using a password|partial dump from a server that has GTIDs|column statistics/i;
/** The first line that means loss, or null. */
function lossIn(lines) {
    return lines.find((line) => LOSS.test(line) && !HARMLESS.test(line)) ?? null;
}

;// CONCATENATED MODULE: ./build/databases/mysql/dump.js



















const EXTENSION = 'sql';
const ADVICE = (0,connection_advice/* adviceBy */.mU)([
    [
        /\(1356\)/,
        'The server itself can’t read that view: mend it, drop it, or leave it out by its name: ?exclude-table=NAME.',
    ],
]);
/**
 * One database's dump, and beside it the fingerprint in a session whose snapshot is of the same moment: both are opened while
 * nobody may write.
 */
class MysqlDump {
    name;
    isPinned;
    #plan;
    #contents = new contents/* DumpContents */.hg();
    #reader = new dump_reader/* DumpReader */.i(this.#contents);
    #counted;
    #closing = new AbortController();
    #opened = [];
    #pinned = null;
    #fingerprint = null;
    #sizeBytes = 0;
    #warnings = [];
    constructor(plan) {
        const { choices, database } = plan;
        this.#plan = plan;
        this.name = choices.name ?? (0,dump_name/* dumpNameOf */.X)(database, EXTENSION, choices.users === 'with' ? mysql_users/* USERS_NAME */.BZ : null);
        this.isPinned = plan.isPinned;
        this.#counted = new CountedDump(plan.host, database, { password: choices.access.password, lossIn: lossIn });
    }
    /**
     * Takes both snapshots: to be called while nobody may write. The dump tool has its own when it has printed more than its head.
     * What isn't read yet, the pipe holds back.
     * @throws HoldfastError dump-failed, and what the host throws.
     */
    async pin() {
        try {
            this.#pinned = await this.#pin();
        }
        catch (error) {
            throw this.#counted.explained(error);
        }
        this.#tellOf(this.#pinned);
    }
    async *stream() {
        const pinned = this.#pinned ?? (await this.#pinLate());
        this.#fingerprint = yield* this.#counted.beside(this.#measured(pinned), this.#takeFingerprint(pinned), () => {
            this.#counted.judged(() => this.#reader.finish());
            const { context } = this.#plan;
            this.#counted.requireNoLoss({ name: this.name, context });
        });
        if (this.#fingerprint !== null)
            this.#fingerprint = this.#withStreamsValues(this.#fingerprint, pinned);
        await this.#requireStillLocked(pinned.lock);
    }
    async *#measured({ first, output }) {
        for await (const chunk of joined(first, output)) {
            this.#sizeBytes += chunk.length;
            yield chunk;
        }
    }
    /** Counters and sequences know no transaction: they are the stream's own. */
    #withStreamsValues(fingerprint, { tables, filled }) {
        const isWhole = this.#plan.choices.filters.given.length === 0;
        const problem = whatIsLacking(this.#contents, { fingerprint, tables, filled, isWhole });
        if (problem !== null)
            throw this.#counted.failed(problem);
        const { counters, sequences } = this.#contents;
        const values = [
            ...[...counters].map(([name, value]) => [(0,mysql_fingerprint/* counterKey */.SR)(name), value]),
            ...[...sequences].map(([name, value]) => [(0,mysql_fingerprint/* sequenceKey */.Rx)(name), value]),
        ];
        return { ...fingerprint, values: Object.fromEntries(values) };
    }
    /** Had somebody ended the session that holds tables still, they may have been written meanwhile. */
    async #requireStillLocked(lock) {
        try {
            await lock?.run((0,sql/* sql */.ll) `DO 0`);
        }
        catch (error) {
            const reason = error instanceof Error ? error.message : String(error);
            throw this.#counted.failed(`the session that kept tables without transactions still has ended: ${reason}`);
        }
        await lock?.close();
    }
    record() {
        const { choices, facts, databaseFacts, tool, database, isPinned } = this.#plan;
        return {
            name: this.name,
            engine: facts.product,
            database,
            format: 'sql',
            tool: tool.said,
            size_bytes: this.#sizeBytes,
            pinned: isPinned,
            proof: this.#fingerprint === null ? 'deferred' : 'counted',
            options: choices.given,
            warnings: [...this.#counted.messages.lines, ...this.#warnings],
            fingerprint: this.#fingerprint,
            restore: {
                character_set: databaseFacts.characterSet,
                collation: databaseFacts.collation,
                server_version: `${facts.major}.${facts.minor}`,
            },
        };
    }
    async close() {
        this.#closing.abort();
        if (this.#pinned !== null)
            await endOf(this.#pinned.output);
        await Promise.all(this.#opened.map((one) => one.close()));
    }
    #tellOf({ tables, lock }) {
        const { context, database } = this.#plan;
        this.#warnings = notWrittenWhole(tables);
        for (const line of this.#warnings)
            context.onWarning(`${this.name}: ${line}`);
        if (lock === null)
            return;
        context.onInfo(`${(0,bytestring.displayText)(database)}: tables that aren't InnoDB's are locked till the dump has ended: who writes to them waits`);
    }
    async #pinLate() {
        await whileHeld(this.#plan.hold, { work: () => this.pin(), giveUp: () => this.close() });
        return this.#pinned;
    }
    async #pin() {
        const { open, choices } = this.#plan;
        const database = (0,bytestring.fromText)(this.#plan.database);
        const session = await this.#open(open);
        await session.run((0,sql/* sql */.ll) `SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ; START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY`);
        const all = await (0,mysql_tables/* listTables */.WS)(session, database);
        const tables = all.filter((table) => choices.filters.isDumped(table));
        if (tables.length === 0 && (choices.filters.isPositive || all.length > 0))
            throw this.#nothingFits();
        const counted = tables.filter((table) => table.kind === 'table' && choices.filters.hasRows(table) && !(0,mysql_tables/* isElsewhere */.l5)(table));
        const filled = await (0,mysql_fingerprint/* listFilled */.vR)(session, database, counted);
        if (!choices.filters.isPositive)
            await this.#requireEndingEvents(session, database);
        const lock = choices.lock === 'none' ? null : await lockUntransactional(open, database, tables);
        if (lock !== null)
            this.#opened.push(lock);
        const output = this.#run(tables);
        this.#opened.push({ close: () => endOf(output) });
        const first = [];
        while (!this.#reader.isPastHead) {
            const { value, done } = await output.next();
            if (done === true)
                break;
            this.#counted.judged(() => this.#reader.push(value));
            first.push(Buffer.from(value)); // whose bytes are gone when the next are asked for
        }
        return { session, lock, tables, filled, output: this.#watched(output), first };
    }
    async #open(open) {
        const session = await open();
        this.#opened.push(session);
        return session;
    }
    async *#watched(output) {
        for await (const chunk of output) {
            this.#counted.judged(() => this.#reader.push(chunk));
            yield chunk;
        }
    }
    /** In the text of one with `;;` the dump tools look for another delimiter for ever (`create_delimiter` of mysqldump.c). */
    async #requireEndingEvents(session, database) {
        const row = await session.row((0,sql/* sql */.ll) `SELECT event_name FROM information_schema.events WHERE ${(0,mysql_server/* isNamed */.ev)('event_schema', database)}
        AND CONCAT_WS(' ', definer, event_name, event_definition, event_comment) LIKE '%;;%' LIMIT 1`, 1);
        if (row === null)
            return;
        throw this.#counted.failed(`the event ${(0,sql/* shownName */.HD)(row[0] ?? '')} has two semicolons side by side in its text, at which the dump tool never ` +
            'ends: write a space between them (ALTER EVENT)');
    }
    /** The tool takes no names for all tables. */
    #nothingFits() {
        const { choices, database } = this.#plan;
        return new build_errors/* HoldfastError */.E('dump-failed', `Cannot ${this.#counted.what}: no table of ${(0,quoted/* quoted */.T)(database)} fits ${choices.filters.given.join(', ')}, expected one at ` +
            'least. Look at the names; nothing was dumped.');
    }
    #run(tables) {
        const { host, choices, tool, database, context } = this.#plan;
        const args = dumpArgs(tool.product, { database, tables, filters: choices.filters });
        const { script, input } = (0,access/* toolCall */.L)(choices.access, tool, args);
        const signal = AbortSignal.any([context.signal, this.#closing.signal]);
        const { messages, what } = this.#counted;
        return (0,tool_output/* dumpOutput */.sQ)({ host, script, input, messages, signal, what, advice: ADVICE });
    }
    /** Its session ends as soon as it can: nobody who wants to alter a table waits for it. */
    async #takeFingerprint({ session, tables }) {
        const { facts, databaseFacts, choices, database } = this.#plan;
        if (choices.fingerprint === null) {
            await session.close();
            return null;
        }
        const scope = {
            database: (0,bytestring.fromText)(database),
            tables,
            hasRowsOf: (table) => choices.filters.hasRows(table),
            choices: choices.fingerprint,
            digest: 'sha256',
        };
        const fingerprint = await (0,mysql_fingerprint/* readFingerprint */.bi)(session, facts, databaseFacts, scope);
        await session.close();
        return fingerprint;
    }
}
async function* joined(...parts) {
    for (const part of parts)
        yield* part;
}
async function endOf(output) {
    await output.return().catch(() => { });
}

;// CONCATENATED MODULE: ./build/databases/mysql/patience.js


/** A server that waits so long for who reads a dump needs no other limit. */
const ENOUGH_SECONDS = 3600;
/**
 * A dump may wait for the files before it, or for slow storage: a week and more. What the server had said before is added, so
 * that the setting itself says it: who finds such a value finds what a run that was killed has left, and what to put back.
 */
const PATIENT_SECONDS = 1_000_000;
/** The setting must be put back also when the run was cancelled, which has little time. */
const SET_BACK_LIMIT_MS = 4000;
/** What the server says when it isn't raised: `isRaised` if it is, by another run or by one that was killed. */
function ownTimeout(seconds) {
    const isRaised = seconds > PATIENT_SECONDS && seconds < PATIENT_SECONDS + ENOUGH_SECONDS;
    return { seconds: isRaised ? seconds - PATIENT_SECONDS : seconds, isRaised };
}
/** Whoever has it raises the setting and puts it back: a run that began meanwhile would put it back under the other's hands. */
const TURN = (0,sql/* literal */.eu)('holdfast net_write_timeout');
/** Another run begins in seconds. */
const TURN_WAIT_SECONDS = 120;
/**
 * A server cuts off who doesn't read on for `net_write_timeout`, 60 s where nobody said otherwise; a dump that is pinned waits for
 * the files before it. MySQL's dump tool asks for more itself; MariaDB's can't, but what a connection begins with is the server's
 * own setting: it is raised while they connect, and set back.
 *
 * @param isToolPatient Whether the dump tool asks for more: then nothing is raised.
 * @returns null when the account may not set it.
 */
async function makePatient(server, isToolPatient, context) {
    const { seconds, isRaised } = ownTimeout(server.facts.netWriteTimeoutSeconds);
    const needsNone = seconds >= ENOUGH_SECONDS || isToolPatient;
    if (needsNone && !isRaised)
        return NOTHING_RAISED;
    const turn = await takeTurn(server);
    const patience = await raise(server, needsNone, { seconds: turn.seconds, context }).catch(async (error) => {
        await turn.end();
        throw error;
    });
    if (patience === null || needsNone) {
        await turn.end();
        return patience;
    }
    return {
        setBack: async () => {
            await patience.setBack();
            await turn.end();
        },
    };
}
const NOTHING_RAISED = { setBack: async () => { } };
/** @returns what the setting is then. A run that hangs keeps nobody longer than the wait. */
async function takeTurn({ open }) {
    const session = await open();
    try {
        await session.query((0,sql/* sql */.ll) `SELECT IFNULL(GET_LOCK(${TURN}, ${TURN_WAIT_SECONDS}), 0)`, 1);
        const row = await session.row((0,sql/* sql */.ll) `SELECT @@GLOBAL.net_write_timeout`, 1);
        return { seconds: Number(row?.[0]), end: () => session.close() };
    }
    catch (error) {
        await session.close();
        throw error;
    }
}
async function raise({ open }, needsNone, { seconds, context }) {
    const { seconds: own, isRaised } = ownTimeout(seconds);
    const set = async (value, signal) => {
        const session = await open(signal);
        try {
            await session.run((0,sql/* sql */.ll) `SET GLOBAL net_write_timeout = ${value}`);
        }
        finally {
            await session.close();
        }
    };
    const setBack = async () => {
        const limit = AbortSignal.timeout(SET_BACK_LIMIT_MS);
        await set(own, limit).catch(() => {
            const statement = `SET GLOBAL net_write_timeout = ${own}`;
            context.onWarning(`the server's net_write_timeout may still be raised: set it back by ${statement}`);
        });
    };
    if (isRaised) {
        context.onWarning(`the server's net_write_timeout is ${seconds}: a run that was killed, or one that hangs, has raised it. It is set back to ${own}`);
    }
    if (needsNone && !isRaised)
        return NOTHING_RAISED;
    try {
        await set(needsNone ? own : PATIENT_SECONDS + own);
    }
    catch (error) {
        if (isDenied(error))
            return needsNone ? NOTHING_RAISED : null;
        // It may have been set before we were cut off.
        await setBack();
        throw error;
    }
    return needsNone ? NOTHING_RAISED : { setBack };
}

// EXTERNAL MODULE: ./build/databases/mysql/product.js
var product = __webpack_require__(65611);
// EXTERNAL MODULE: ./build/databases/mysql/tools.js
var tools = __webpack_require__(1227);
;// CONCATENATED MODULE: ./build/databases/mysql.js













const MYSQL_SCHEMES = ['mysql', 'mariadb'];
/** `mysql://user@host:port/database?option=value`, of either product. @throws HoldfastError bad-input. */
function mysqlDatabase(url, env) {
    return new Mysql(url, readChoices(url, env));
}
class Mysql extends Engine {
    /** All databases' dumps are of one moment. */
    async prepareDumps(login, context) {
        const host = this.hostOf(login);
        const { users, name } = this.choices;
        const preparing = preparedOrNone(async (prepared) => {
            const server = await (0,connect/* connectServer */.C)(host, this.choices.access, context.signal);
            if (users !== 'without') {
                (0,mysql_users/* requireUsersKnown */.Jn)(server.facts);
                prepared.push(new mysql_users/* UsersDump */.tQ({ host, ...server, name: users === 'only' ? name : null }));
            }
            if (users === 'only')
                return;
            const names = this.choices.databases ?? (await asked(server, mysql_server/* listDatabases */.Pf));
            prepared.push(...(await this.#prepareThose(host, server, names, context)));
        });
        return preparing.catch((error) => {
            throw asDumpFailure(error, `${(0,quoted/* quoted */.T)(this.shown)} on "${host.name}"`);
        });
    }
    async *select(login, statement, signal) {
        const { selectMysql } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 10398));
        yield* selectMysql(this.hostOf(login), this.choices, statement, signal);
    }
    async lookBeforeRestore(login, _dump, { signal }) {
        await (0,connect/* connectServer */.C)(this.hostOf(login), this.choices.access, signal);
    }
    async restore(login, dump, terms, context) {
        const { restoreMysql } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 50512));
        return restoreMysql(this.hostOf(login), this.choices, dump, terms, context);
    }
    async compare(login, record, tampering, { signal }) {
        const { compareNow } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 41190));
        const host = this.hostOf(login);
        const server = await (0,connect/* connectServer */.C)(host, this.choices.access, signal);
        return compareNow({ host, server, record }, this.#nameOf(record), tampering);
    }
    async ask(login, record, statement, { signal }) {
        const { ask } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 92765));
        const what = { access: this.choices.access, database: this.#nameOf(record), statement };
        return ask(this.hostOf(login), what, signal);
    }
    #nameOf({ database }) {
        return this.choices.databases?.[0] ?? database ?? '';
    }
    async #prepareThose(host, server, names, context) {
        const { facts } = server;
        const { toolFolder: folder } = this.choices.access;
        const tool = await (0,tools/* findDumpTool */.a)(host, { server: facts, folder, signal: context.signal });
        this.#requireFilters(tool);
        const patience = await makePatient(server, tool.isPatient, context);
        const dumps = [];
        try {
            if (patience === null)
                context.onInfo(IMPATIENT);
            const plans = { host, server, tool, context, isPinned: patience !== null };
            for (const name of names)
                dumps.push(await this.#plan(name, plans));
            if (patience !== null)
                await this.#pin(dumps, this.#holder(server, names, context), context);
            return dumps;
        }
        catch (error) {
            await Promise.all(dumps.map((dump) => dump.close()));
            throw error;
        }
        finally {
            await patience?.setBack();
        }
    }
    async #plan(database, plan) {
        const { server, context } = plan;
        const databaseFacts = await asked(server, (session) => (0,mysql_server/* readDatabaseFacts */.LK)(session, (0,bytestring.fromText)(database)));
        if (databaseFacts === null) {
            throw new build_errors/* HoldfastError */.E('dump-failed', `Cannot dump the database ${(0,quoted/* quoted */.T)(database)} on "${plan.host.name}": it is not there, or the account may not see it.`);
        }
        const hold = this.#holder(server, [database], context);
        return new MysqlDump({ ...plan, ...server, choices: this.choices, database, databaseFacts, hold });
    }
    async #pin(dumps, hold, context) {
        if (dumps.length === 0)
            return;
        const startedMs = performance.now();
        const names = dumps.map(({ name }) => (0,bytestring.displayText)(name)).join(', ');
        await whileHeld(hold, {
            work: async ({ kind }) => {
                for (const dump of dumps)
                    await dump.pin();
                context.onInfo(`${names}: pinned; ${HELD[kind]} ${Math.round(performance.now() - startedMs)} ms`);
            },
            giveUp: async () => {
                await Promise.all(dumps.map((dump) => dump.close()));
            },
        });
    }
    #holder({ open }, names, context) {
        const { lock, lockWaitSeconds } = this.choices;
        const databases = names.map(bytestring.fromText);
        const onInfo = (message) => context.onInfo(message);
        return () => holdMoment({ open, lock, waitSeconds: lockWaitSeconds, databases, onInfo });
    }
    #requireFilters(tool) {
        const option = this.choices.filters.given.find((one) => one.startsWith('exclude-table-data='));
        if (option === undefined || tool.product === 'mariadb')
            return;
        throw new build_errors/* HoldfastError */.E('bad-input', `Cannot use the option ${JSON.stringify(option)} of ${JSON.stringify(this.shown)}: ${product/* PRODUCT_NAMES */.Tk.mysql}’s dump tool ` +
            'leaves out no data of a table that it dumps. Leave out the table: exclude-table.');
    }
}
const HELD = {
    global: 'writers waited',
    tables: 'writers of these tables waited',
    none: 'nobody was locked out',
};
const IMPATIENT = "the server's net_write_timeout may not be raised by this account: the dump begins only when it is read, and the application " +
    'is held until it has ended';
async function asked({ open }, question) {
    const session = await open();
    try {
        return await question(session);
    }
    finally {
        await session.close();
    }
}

;// CONCATENATED MODULE: ./build/databases/opensearch/choices.js



const DEFAULT_HOST = 'localhost';
const DEFAULT_PORT = '9200';
const DEFAULT_TIME_LIMIT_MINUTES = 240;
const MAX_TIME_LIMIT_MINUTES = 10_080;
const MINUTE_MS = 60_000;
/** What both engines take for a repository's name, and what needs no care in a path. */
const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/;
/** What both engines take for an index's name, with our `*`; a dot may begin a hidden one. */
const INDEX = /^[^A-Z\s\\/?"<>|,#:\0]{1,255}$/;
const PREFIX = /^[a-z0-9][a-z0-9_.-]{0,60}$/;
/**
 * Reads `opensearch://user@host:port/repository?option=value`.
 * @param env Where passwords are taken from.
 * @throws HoldfastError bad-input.
 */
function readOpensearchChoices(url, env) {
    const indexes = url.takeAll('index');
    const badIndex = indexes.find((index) => !INDEX.test(index));
    if (badIndex !== undefined)
        throw url.bad('index', badIndex, 'an index’s name in lower case, or one with *');
    const fingerprint = url.takeChoice('fingerprint', ['full', 'count']);
    const upTo = url.takeCount('checksum-up-to', Number.MAX_SAFE_INTEGER);
    const name = url.take('name');
    const content = url.takeChoice('content', ['auto', 'files', 'reference']);
    const minutes = url.takeCount('time-limit-minutes', MAX_TIME_LIMIT_MINUTES) ?? DEFAULT_TIME_LIMIT_MINUTES;
    const choices = {
        access: choices_readAccess(url, env),
        runAs: url.take('as'),
        repository: readRepository(url),
        indexes,
        content: content === 'auto' ? null : content,
        fingerprint,
        checksumUpToBytes: upTo ?? Number.POSITIVE_INFINITY,
        name: name === null ? null : (0,dump_name/* parseDumpName */.Z)(name, 'the option name'),
        prefix: readPrefix(url),
        workFolder: readFolder(url, 'work-folder'),
        timeLimitMs: minutes * MINUTE_MS,
        given: [
            ...indexes.map((index) => `index=${index}`),
            ...(fingerprint === 'full' ? [] : [`fingerprint=${fingerprint}`]),
            ...(upTo === null ? [] : [`checksum-up-to=${upTo}`]),
        ],
    };
    url.requireAllTaken();
    return choices;
}
function choices_readAccess(url, env) {
    const named = url.take('password-env');
    const password = (0,databases_password/* passwordOf */.N)(url, env);
    if (named !== null && url.user === null)
        throw url.bad('password-env', named, 'a user in the URL beside it');
    if (url.user?.includes(':'))
        throw url.bad('user', url.user, 'a name without a colon');
    const scheme = url.takeBoolean('tls', true) ? 'https' : 'http';
    const host = url.host ?? DEFAULT_HOST;
    if (!/^[A-Za-z0-9._:-]+$/.test(host))
        throw url.bad('host', host, 'a host’s name or address');
    return {
        origin: `${scheme}://${host.includes(':') ? `[${host}]` : host}:${url.port ?? DEFAULT_PORT}`,
        user: url.user,
        password: url.user === null ? null : password,
        caCertificate: readFolder(url, 'ca'),
    };
}
function readRepository(url) {
    if (url.path === '')
        return null;
    if (REPOSITORY.test(url.path))
        return url.path;
    throw new build_errors/* HoldfastError */.E('bad-input', `Cannot use ${JSON.stringify(url.shown)}: the snapshot repository is ${JSON.stringify(url.path)}, expected the name that one ` +
        'is registered under: letters, digits, dots, dashes or underscores.');
}
function readPrefix(url) {
    const prefix = url.take('prefix');
    if (prefix !== null && !PREFIX.test(prefix))
        throw url.bad('prefix', prefix, 'what an index’s name may begin with: small letters, digits, _ . -');
    return prefix ?? '';
}
function readFolder(url, option) {
    const folder = url.take(option);
    if (folder !== null && !folder.startsWith('/'))
        throw url.bad(option, folder, 'an absolute path');
    return folder;
}

// EXTERNAL MODULE: ./build/databases/opensearch/cluster.js
var cluster = __webpack_require__(89940);
// EXTERNAL MODULE: ./build/databases/opensearch/dump.js
var dump = __webpack_require__(81994);
// EXTERNAL MODULE: ./build/databases/opensearch/fingerprint.js
var opensearch_fingerprint = __webpack_require__(63258);
// EXTERNAL MODULE: ./build/databases/opensearch/http.js
var http = __webpack_require__(38076);
// EXTERNAL MODULE: ./build/databases/opensearch/repository-roots.js
var repository_roots = __webpack_require__(57092);
// EXTERNAL MODULE: ./build/databases/opensearch/snapshot.js
var opensearch_snapshot = __webpack_require__(2188);
;// CONCATENATED MODULE: ./build/databases/opensearch.js












const OPENSEARCH_SCHEMES = ['opensearch', 'elasticsearch'];
/** `opensearch://user@host:port/repository?option=value`. @throws HoldfastError bad-input. */
function opensearchDatabase(url, env) {
    return new Opensearch(url, readOpensearchChoices(url, env));
}
class Opensearch extends Engine {
    async prepareDumps(login, context) {
        try {
            return [await this.#prepare(this.#clientOn(login, context), context)];
        }
        catch (error) {
            throw asDumpFailure(error, JSON.stringify(this.shown));
        }
    }
    async lookBeforeRestore(login, _dump, context) {
        await (0,cluster/* readCluster */.D$)(this.#clientOn(login, context));
    }
    async restore(login, dump, terms, context) {
        const { restoreOpensearch } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 30705));
        const client = this.#clientOn(login, context);
        return restoreOpensearch({ client, choices: this.choices, dump, terms, context });
    }
    async compare(login, record, tampering, context) {
        const { compareIndexes } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 41390));
        return compareIndexes(this.#clientOn(login, context), this.choices, record, tampering);
    }
    /** @param statement `GET /index/_count`: a path to get. */
    async ask(login, _record, statement, context) {
        const { ask } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 36023));
        return ask(this.#clientOn(login, context), statement);
    }
    #clientOn(login, { signal }) {
        return new http/* OpensearchClient */.iR(this.hostOf(login), this.choices.access, signal);
    }
    async #prepare(client, context) {
        const facts = await (0,cluster/* readCluster */.D$)(client);
        const repository = await (0,opensearch_snapshot/* readRepository */.Nu)(client, this.#requireRepository());
        const content = this.#contentOf(repository);
        const folder = content === 'files' ? await folderOf(client, repository) : null;
        const { open: indexes, closed } = await (0,cluster/* chooseIndexes */.yq)(client, this.choices.indexes);
        for (const index of closed) {
            context.onWarning(`${(0,bytestring.displayText)(index)}: it is closed, so that nobody can read it: it is not in the dump. Open it first, if it is to be saved.`);
        }
        if (indexes.length === 0) {
            throw new build_errors/* HoldfastError */.E('dump-failed', `Cannot dump ${JSON.stringify(this.shown)}: the cluster has no open index whose name doesn't begin with a dot, expected one.`);
        }
        const name = this.choices.name ??
            (0,dump_name/* dumpNameOf */.X)(repository.name, content === 'files' ? 'snapshot.tar' : 'snapshot.json');
        const { snapshot, fingerprint, unsettled } = await this.#snapshot(client, { facts, repository, indexes, name }, context);
        const files = folder === null ? null : await this.#files(client, folder, snapshot);
        const { given } = this.choices;
        return new dump/* OpensearchDump */.l({
            client,
            name,
            facts,
            snapshot,
            fingerprint,
            unsettled,
            files,
            options: given,
            context,
        });
    }
    /** The indexes are looked at before and after it: what was written meanwhile may be in it or not. */
    async #snapshot(client, what, context) {
        const { facts, repository, indexes } = what;
        const choices = this.choices;
        const before = await (0,cluster/* readStates */.rs)(client, indexes);
        const wanted = { repository: repository.name, name: (0,opensearch_snapshot/* newSnapshotName */.mZ)(what.name), indexes };
        const snapshot = await (0,opensearch_snapshot/* takeSnapshot */.W9)(client, wanted, choices.timeLimitMs);
        const { fingerprint, notRead } = await (0,opensearch_fingerprint/* readOpensearchFingerprint */.d)(client, {
            states: before,
            choices,
            facts,
        });
        const after = await (0,cluster/* readStates */.rs)(client, indexes);
        const changed = indexes.filter((index) => !isSame(before.get(index), after.get(index)));
        context.onInfo(`snapshot ${snapshot.name} of ${indexes.length} indexes in the repository ${repository.name} (${repository.type}) ` +
            `of ${facts.distribution} ${facts.version}`);
        for (const index of notRead) {
            context.onWarning(`${(0,bytestring.displayText)(index)}: its documents are only counted: the cluster reads none by a script.`);
        }
        for (const index of changed) {
            context.onWarning(`${(0,bytestring.displayText)(index)}: it was written while the snapshot was taken: nothing of it is compared after a restore. Hold the ` +
                'application meanwhile (--before, --after).');
        }
        return { snapshot, fingerprint: onlyCounted(fingerprint, changed), unsettled: changed };
    }
    /** The whole folder: earlier snapshots of ours are in it, too, till this one is saved. */
    async #files(client, folder, snapshot) {
        const paths = await (0,folder_tar/* listFolder */.bt)(client.host, folder, `read the snapshot repository's folder`, client.signal);
        if (paths.some((path) => path === `snap-${snapshot.uuid}.dat`))
            return { folder, paths };
        throw new build_errors/* HoldfastError */.E('dump-failed', `Cannot dump the files of ${snapshot.repository}: the snapshot isn't in ${JSON.stringify((0,bytestring.displayText)(folder))} on "${client.host.name}", ` +
            'expected snap-….dat there. Run on a host that has the repository’s folder, as an account that may read it (?as=opensearch), or ' +
            'keep the files where they are: ?content=reference.');
    }
    #contentOf({ type, name }) {
        const isFolder = type === 'fs';
        const content = this.choices.content ?? (isFolder ? 'files' : 'reference');
        if (content === 'reference' || isFolder)
            return content;
        throw new build_errors/* HoldfastError */.E('bad-input', `Cannot dump the files of the snapshot repository ${name}: its type is ${type}, expected fs. Leave the option content out.`);
    }
    #requireRepository() {
        const { repository } = this.choices;
        if (repository !== null)
            return repository;
        throw new build_errors/* HoldfastError */.E('bad-input', `Cannot dump ${JSON.stringify(this.shown)}: expected the name of a registered snapshot repository after the host: ` +
            'opensearch://user@localhost:9200/backups.');
    }
}
/** A location that isn't absolute is below the first folder that the cluster allows. */
async function folderOf(client, { location }) {
    if (location.startsWith('/'))
        return location;
    const [root = ''] = await (0,repository_roots/* readRepositoryRoots */.s)(client);
    return `${root}/${location}`;
}
function isSame(a, b) {
    return a !== undefined && a.uuid === b?.uuid && a.sequence === b.sequence && a.documents === b.documents;
}
/** What was written meanwhile has a count, for whoever looks at what has shrunk, but none to compare with. */
function onlyCounted(fingerprint, indexes) {
    const tables = { ...fingerprint.tables };
    for (const name of indexes.map(bytestring.displayText))
        tables[name] = { rows: tables[name]?.rows ?? 0, checksum: null };
    return { ...fingerprint, tables };
}

// EXTERNAL MODULE: ./build/databases/postgresql/choices.js
var postgresql_choices = __webpack_require__(1748);
// EXTERNAL MODULE: ./build/databases/postgresql/access.js
var postgresql_access = __webpack_require__(23464);
// EXTERNAL MODULE: ./build/databases/postgresql/contents.js
var postgresql_contents = __webpack_require__(79976);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/databases/postgresql/row-hash.js
var row_hash = __webpack_require__(39929);
// EXTERNAL MODULE: ./build/databases/postgresql/sql.js
var postgresql_sql = __webpack_require__(34940);
;// CONCATENATED MODULE: ./build/databases/postgresql/copied-rows.js



const NEWLINE = 10;
/** A longer row is only counted: it would have to be held whole. */
const MAX_ROW_BYTES = 128 * 1024 * 1024;
/**
 * What the session's transaction sees of a table, by COPY: the server sends all of it, and it is hashed here, as `rowHash` of the kind `md5`
 * does it there.
 * @param isHashed False: rows are only counted.
 * @throws HoldfastError command-failed.
 */
async function readByCopy(session, { schema, name }, { isHashed }) {
    const rows = new CopiedRows(isHashed);
    await session.copy((0,postgresql_sql/* sql */.ll) `COPY ${(0,postgresql_sql/* identifier */.Cv)(schema)}.${(0,postgresql_sql/* identifier */.Cv)(name)} TO STDOUT`, (bytes) => rows.push(bytes));
    return rows.fingerprint;
}
/** Counts and hashes rows as COPY prints them, however they are cut into chunks. */
class CopiedRows {
    #isHashed;
    #parts = [];
    #bytes = 0;
    #rows = 0;
    #high = 0n;
    #low = 0n;
    constructor(isHashed) {
        this.#isHashed = isHashed;
    }
    push(chunk) {
        let from = 0;
        for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
            this.#keep(chunk.subarray(from, end));
            from = end + 1;
            this.#rows++;
            if (this.#isHashed)
                this.#add(Buffer.concat(this.#parts));
            this.#parts = [];
            this.#bytes = 0;
        }
        if (from < chunk.length)
            this.#keep(Buffer.from(chunk.subarray(from)));
    }
    get fingerprint() {
        const digits = [this.#high, this.#low].map((sum) => BigInt.asUintN(64, sum).toString(16).padStart(16, '0'));
        return { rows: this.#rows, checksum: this.#isHashed ? (0,row_hash/* checksumText */.d8)('md5', digits.join('')) : null };
    }
    #keep(part) {
        if (!this.#isHashed)
            return;
        this.#bytes += part.length;
        this.#parts.push(part);
        if (this.#bytes <= MAX_ROW_BYTES)
            return;
        this.#isHashed = false;
        this.#parts = [];
    }
    #add(line) {
        const hash = (0,external_node_crypto_.createHash)('md5').update(rowText(line), 'latin1').digest();
        this.#high += hash.readBigUInt64BE(0);
        this.#low += hash.readBigUInt64BE(8);
    }
}
const ESCAPES = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
/** The text of a row (record_out in rowtypes.c of PostgreSQL) of which COPY printed `line` (CopyAttributeOutText in copyto.c). */
function rowText(line) {
    const fields = line
        .toString('latin1')
        .split('\t')
        .map((field) => (field === '\\N' ? '' : quotedField(unescaped(field))));
    return `(${fields.join(',')})`;
}
function unescaped(field) {
    if (!field.includes('\\'))
        return field;
    return field.replace(/\\(.)/gs, (_, letter) => ESCAPES[letter] ?? letter);
}
function quotedField(value) {
    if (value !== '' && !/["\\(),\t\n\v\f\r ]/.test(value))
        return value;
    return `"${value.replace(/["\\]/g, '$&$&')}"`;
}

// EXTERNAL MODULE: ./build/databases/postgresql/fingerprint.js
var postgresql_fingerprint = __webpack_require__(5992);
;// CONCATENATED MODULE: ./build/databases/walk.js
const NOTHING = Buffer.alloc(0);
/**
 * Runs a walker along a stream whose bytes go elsewhere, in bounded memory: only what a walker takes is kept, until it has it.
 */
class Walk {
    #walker;
    #want = null;
    #parts = [];
    #missing = 0;
    #result = null;
    /** @throws what the walker throws: also `push`. */
    constructor(walker) {
        this.#walker = walker;
        this.#next(NOTHING);
    }
    /** What the walker returned, or null while it wants more. */
    get result() {
        return this.#result;
    }
    /** @returns how many of `bytes` came after the walker's end. */
    push(bytes) {
        let left = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        while (this.#want !== null && left.length > 0) {
            const part = left.subarray(0, this.#missing);
            left = left.subarray(part.length);
            this.#missing -= part.length;
            if ('pass' in this.#want)
                this.#want.onBytes(part);
            else
                this.#parts.push(Buffer.from(part)); // whose bytes are the caller's
            if (this.#missing > 0)
                break;
            const taken = this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts);
            this.#parts = [];
            this.#next(taken);
        }
        return left.length;
    }
    #next(bytes) {
        let given = bytes;
        for (;;) {
            const { done, value } = this.#walker.next(given);
            if (done) {
                this.#want = null;
                this.#result = { value };
                return;
            }
            this.#want = value;
            this.#missing = 'pass' in value ? value.pass : value.take;
            if (this.#missing > 0)
                return;
            given = NOTHING;
        }
    }
}

;// CONCATENATED MODULE: ./build/databases/postgresql/archive.js




/**
 * pg_dump's archives: a table of contents, then in the custom format a block of data for each entry that has some.
 * Source: src/bin/pg_dump/pg_backup_archiver.c (ReadHead, ReadToc) and pg_backup_custom.c (_PrintTocData,
 * _readBlockHeader) of PostgreSQL 10 to 18, archive versions 1.13 to 1.16.
 */
const MAGIC = 'PGDMP';
const MAJOR = 1;
const OLDEST_MINOR = 12;
const NEWEST_MINOR = 16;
const CUSTOM_FORMAT = 1;
const TAR_FORMAT = 3;
/** A definition: PostgreSQL allows no text over 1 GB, and nobody writes one of this size. */
const MAX_STRING_BYTES = 256 * 1024 * 1024;
const MAX_ENTRIES = 50_000_000;
const DATA_BLOCK = 1;
const LARGE_OBJECTS_BLOCK = 3;
/** Walks a whole archive of the custom format, and says what is in it. It never ends by itself: see `atBlockEnd`. */
class CustomArchive {
    #contents;
    #missing = new Map();
    #isBetweenBlocks = false;
    constructor(contents) {
        this.#contents = contents;
    }
    *walk() {
        const { shape, entries } = yield* tableOfContents(this.#contents, CUSTOM_FORMAT);
        for (const entry of entries)
            this.#missing.set(entry.id, entry);
        for (;;) {
            this.#isBetweenBlocks = true;
            const [type] = yield { take: 1 };
            this.#isBetweenBlocks = false;
            const entry = this.#begin(yield* archive_int(shape));
            if (type === LARGE_OBJECTS_BLOCK)
                yield* largeObjects(shape);
            else if (type === DATA_BLOCK)
                yield* this.#tableData(shape, entry);
            else
                throw new broken_dump/* BrokenDump */.U(`a block of type ${type}, expected 1 or 3`);
        }
    }
    /** @throws BrokenDump unless the archive may end here, with all the data that its table of contents promises. */
    finish() {
        if (!this.#isBetweenBlocks)
            throw new broken_dump/* BrokenDump */.U('it ends in the middle of its data');
        const [first] = this.#missing.values();
        if (first !== undefined)
            throw new broken_dump/* BrokenDump */.U(`it lacks the data of ${first.name}`);
    }
    #begin(id) {
        const entry = this.#missing.get(id);
        if (entry === undefined)
            throw new broken_dump/* BrokenDump */.U(`data of no entry of its table of contents (${id})`);
        this.#missing.delete(id);
        return entry;
    }
    *#tableData(shape, entry) {
        const rows = new postgresql_contents/* RowCounter */.N();
        yield* chunks(shape, (bytes) => rows.add(bytes));
        if (entry.kind === 'TABLE DATA')
            this.#contents.rows.set(entry.name, rows.finish(entry.name));
    }
}
function* largeObjects(shape) {
    while ((yield* archive_int(shape)) !== 0)
        yield* chunks(shape, () => { });
}
function* chunks(shape, onBytes) {
    for (;;) {
        const length = yield* archive_int(shape);
        if (length === 0)
            return;
        if (length < 0)
            throw new broken_dump/* BrokenDump */.U(`a chunk of ${length} bytes`);
        yield { pass: length, onBytes };
    }
}
/** Walks `toc.dat` of the tar format. */
function* tarContents(contents) {
    return (yield* tableOfContents(contents, TAR_FORMAT)).entries;
}
function* tableOfContents(contents, format) {
    const shape = yield* head(format);
    const count = yield* archive_int(shape);
    if (count < 0 || count > MAX_ENTRIES)
        throw new broken_dump/* BrokenDump */.U(`a table of contents of ${count} entries`);
    const entries = [];
    for (let i = 0; i < count; i++) {
        const entry = yield* tocEntry(shape, contents);
        if (entry !== null)
            entries.push(entry);
    }
    contents.setTables(entries.filter(({ kind }) => kind === 'TABLE DATA').map(({ name }) => name));
    return { shape, entries };
}
function* head(format) {
    const magic = (0,bytestring.fromBytes)(yield { take: MAGIC.length });
    if (magic !== MAGIC)
        throw new broken_dump/* BrokenDump */.U(`it begins with ${JSON.stringify(magic)}, expected "${MAGIC}"`);
    const [major, minor = 0, , intBytes = 0, offsetBytes = 0, actual] = yield { take: 6 };
    if (major !== MAJOR || minor < OLDEST_MINOR || minor > NEWEST_MINOR) {
        throw new broken_dump/* BrokenDump */.U(`it is an archive of version ${major}.${minor}, which this program can't judge (1.12 to 1.16): use format=plain`);
    }
    if (actual !== format)
        throw new broken_dump/* BrokenDump */.U(`it is an archive of format ${actual}, expected ${format}`);
    const shape = { minor, intBytes, offsetBytes, format };
    if (minor >= 15)
        yield { take: 1 };
    else
        yield* archive_int(shape);
    for (let i = 0; i < 7; i++)
        yield* archive_int(shape); // when it was made
    for (let i = 0; i < 3; i++)
        yield* archive_text(shape); // the database, the server's version, pg_dump's version
    return shape;
}
/** Null for an entry without data. */
function* tocEntry(shape, contents) {
    const id = yield* archive_int(shape);
    const hasData = (yield* archive_int(shape)) !== 0;
    yield* archive_text(shape);
    yield* archive_text(shape);
    const tag = yield* archive_text(shape);
    const kind = yield* archive_text(shape);
    yield* archive_int(shape); // section
    const definition = yield* archive_text(shape);
    yield* archive_text(shape); // how to drop it
    yield* archive_text(shape); // how to copy it
    const schema = yield* archive_text(shape);
    yield* archive_text(shape); // tablespace
    if (shape.minor >= 14)
        yield* archive_text(shape); // access method
    if (shape.minor >= 16)
        yield* archive_int(shape); // kind of relation
    yield* archive_text(shape); // owner
    yield* archive_text(shape); // with OIDs
    while ((yield* archive_text(shape)) !== null)
        ; // dependencies
    const member = yield* extra(shape);
    if (kind === 'SEQUENCE SET') {
        contents.addSequence(schema ?? EMPTY, tag ?? EMPTY, definition ?? EMPTY);
    }
    if (!hasData)
        return null;
    const name = kind === 'TABLE DATA' ? (0,postgresql_sql/* qualifiedName */.OL)(schema ?? EMPTY, tag ?? EMPTY) : String(kind);
    return { id, kind: kind ?? EMPTY, name, member };
}
const EMPTY = '';
/** Where the data is: an offset that a pipe doesn't know, or a member's name. */
function* extra(shape) {
    if (shape.format === TAR_FORMAT)
        return (yield* archive_text(shape)) ?? '';
    yield { take: 1 + shape.offsetBytes };
    return '';
}
/** A sign and the bytes, the lowest first. */
function* archive_int({ intBytes }) {
    const bytes = yield { take: 1 + intBytes };
    let value = 0;
    for (let i = intBytes; i >= 1; i--)
        value = value * 256 + bytes[i];
    return bytes[0] === 0 ? value : -value;
}
function* archive_text(shape) {
    const length = yield* archive_int(shape);
    if (length < 0)
        return null;
    if (length > MAX_STRING_BYTES)
        throw new broken_dump/* BrokenDump */.U(`a name or definition of ${length} bytes`);
    return (0,bytestring.fromBytes)(yield { take: length });
}

// EXTERNAL MODULE: ./build/databases/postgresql/plain.js
var plain = __webpack_require__(57276);
;// CONCATENATED MODULE: ./build/databases/postgresql/tar-archive.js





const BLOCK_BYTES = 512;
const NAME = { start: 0, end: 100 };
const SIZE = { start: 124, end: 136 };
const CONTENTS_MEMBER = 'toc.dat';
/** Large objects have members of their own, and a list of them: `blobs.toc`, from PostgreSQL 17 on `blobs_16.toc`. */
const LARGE_OBJECTS = new Set(['BLOBS']);
const LARGE_OBJECTS_MEMBER = 'blobs.toc';
const LARGE_OBJECTS_LIST = /^blobs(_[0-9]+)?\.toc$/;
/**
 * pg_dump's tar format: `toc.dat` first, then a member for each table's data, `restore.sql`, two blocks of zeros.
 * Source: pg_backup_tar.c of PostgreSQL. Only what pg_dump writes: plain headers, a size in octal or in base 256.
 */
class TarArchive {
    #contents;
    #missing = new Map();
    #hasContents = false;
    #hasEnd = false;
    constructor(contents) {
        this.#contents = contents;
    }
    *walk() {
        for (;;) {
            const header = yield { take: BLOCK_BYTES };
            if (header.every((byte) => byte === 0))
                break;
            const name = (0,bytestring.fromBytes)(header.subarray(NAME.start, NAME.end)).replace(/\0.*$/s, '');
            const sizeBytes = sizeOf(header);
            yield* this.#member(name, sizeBytes);
            const padding = (BLOCK_BYTES - (sizeBytes % BLOCK_BYTES)) % BLOCK_BYTES;
            yield { take: padding };
        }
        const second = yield { take: BLOCK_BYTES };
        if (second.some((byte) => byte !== 0))
            throw new broken_dump/* BrokenDump */.U('it has one block of zeros, expected two');
        this.#hasEnd = true;
    }
    /** @throws BrokenDump unless the walk came to its end and all data was there. */
    finish() {
        if (!this.#hasEnd)
            throw new broken_dump/* BrokenDump */.U('it lacks the two blocks of zeros at its end');
        if (!this.#hasContents)
            throw new broken_dump/* BrokenDump */.U('it has no table of contents');
        const [first] = this.#missing.values();
        if (first !== undefined)
            throw new broken_dump/* BrokenDump */.U(`it lacks the data of ${first.name}`);
    }
    *#member(name, sizeBytes) {
        if (name === CONTENTS_MEMBER)
            return yield* this.#readContents(sizeBytes);
        const entry = this.#missing.get(name);
        if (LARGE_OBJECTS_LIST.test(name))
            this.#missing.delete(LARGE_OBJECTS_MEMBER);
        if (entry?.kind !== 'TABLE DATA') {
            yield { pass: sizeBytes, onBytes: () => { } };
            return;
        }
        const rows = new postgresql_contents/* RowCounter */.N();
        yield { pass: sizeBytes, onBytes: (bytes) => rows.add(bytes) };
        this.#contents.rows.set(entry.name, rows.finish(entry.name));
        this.#missing.delete(name);
    }
    *#readContents(sizeBytes) {
        const walk = new Walk(tarContents(this.#contents));
        yield { pass: sizeBytes, onBytes: (bytes) => void walk.push(bytes) };
        if (walk.result === null)
            throw new broken_dump/* BrokenDump */.U('its table of contents is cut off');
        this.#hasContents = true;
        for (const entry of walk.result.value) {
            const member = LARGE_OBJECTS.has(entry.kind) ? LARGE_OBJECTS_MEMBER : entry.member;
            this.#missing.set(member, entry);
        }
    }
}
function sizeOf(header) {
    const field = header.subarray(SIZE.start, SIZE.end);
    if ((field[0] & 0x80) !== 0) {
        return Number(BigInt(`0x${field.subarray(1).toString('hex')}`));
    }
    const digits = (0,bytestring.fromBytes)(field).replace(/[\0 ].*$/s, '');
    if (!/^[0-7]+$/.test(digits))
        throw new broken_dump/* BrokenDump */.U('a member of its tar has no size');
    return Number.parseInt(digits, 8);
}

;// CONCATENATED MODULE: ./build/databases/postgresql/format-reader.js




function formatReader(format, contents) {
    switch (format) {
        case 'plain':
            return new plain/* PlainDump */.HZ(contents, plain/* DUMP_END */.Lt);
        case 'custom': {
            const archive = new CustomArchive(contents);
            return along(new Walk(archive.walk()), archive);
        }
        case 'tar': {
            const archive = new TarArchive(contents);
            return along(new Walk(archive.walk()), archive);
        }
    }
}
function along(walk, archive) {
    return { push: (bytes) => void walk.push(bytes), finish: () => archive.finish() };
}

// EXTERNAL MODULE: ./build/databases/postgresql/globals.js
var globals = __webpack_require__(26316);
;// CONCATENATED MODULE: ./build/databases/postgresql/guarded-tables.js

/** Tables that are locked, looked at and planned together: three answers have to be waited for. */
const TABLES_AT_ONCE = 200;
/**
 * Reads tables for a superuser, whosever they are. What stands in an index's expressions and conditions, and in statistics, the server's planner
 * evaluates as far as it is constant, with the rights of whoever wrote the SELECT: the owner of a table could have us make him a
 * superuser. (pg_dump reads by COPY, which plans nothing.) So a table is looked at first, under a lock that lets nobody make an index until
 * our SELECT is planned; one with code of others in these places, and one that can't be locked at once, is read by COPY, too.
 */
class GuardedTables {
    #session;
    #open;
    #copy;
    /**
     * @param session In whose transaction they are read.
     * @param open Another one, which sees what others do meanwhile. It isn't there for longer than it takes to look.
     * @param copy How one is read by COPY; `isPlain`: it has columns, and the server computes none of them.
     */
    constructor(session, open, copy) {
        this.#session = session;
        this.#open = open;
        this.#copy = copy;
    }
    /** @param select What is asked of a table: one row of `columns` fields, of which `read` makes its fingerprint. */
    async read(tables, { select, columns, read }) {
        const found = [];
        for (let from = 0; from < tables.length; from += TABLES_AT_ONCE) {
            const some = tables.slice(from, from + TABLES_AT_ONCE);
            const { looked, harmless } = await this.#plan(some, select);
            const rows = await Promise.all(harmless.map((table) => {
                const cursor = cursorOf(table);
                return this.#session.row((0,postgresql_sql/* sql */.ll) `FETCH ALL FROM ${cursor}; CLOSE ${cursor}`, columns);
            }));
            for (const table of some) {
                const at = harmless.indexOf(table);
                const fingerprint = at >= 0
                    ? read(rows[at] ?? null, table)
                    : await this.#copy(table, looked.get(table.oid)?.isPlain === true);
                found.push([table.shown, fingerprint]);
            }
        }
        return found;
    }
    async #plan(tables, select) {
        const guard = await this.#open();
        try {
            const looked = await lookAt(guard, tables);
            const harmless = tables.filter(({ oid }) => looked.get(oid)?.isHarmless === true);
            const declared = harmless.map((table) => (0,postgresql_sql/* sql */.ll) `DECLARE ${cursorOf(table)} NO SCROLL CURSOR FOR ${select(table)}`);
            if (declared.length > 0)
                await this.#session.run(declared.join(';\n'));
            return { looked, harmless };
        }
        finally {
            await guard.close();
        }
    }
}
function cursorOf({ oid }) {
    return `holdfast_${oid}`;
}
/** Who works on a table now (VACUUM say) isn't waited for. A replica knows no such lock. */
async function lookAt(guard, tables) {
    const locks = tables.map(({ schema, name }) => {
        const command = (0,postgresql_sql/* sql */.ll) `LOCK TABLE ONLY ${(0,postgresql_sql/* identifier */.Cv)(schema)}.${(0,postgresql_sql/* identifier */.Cv)(name)} IN SHARE UPDATE EXCLUSIVE MODE NOWAIT`;
        return (0,postgresql_sql/* sql */.ll) `BEGIN EXECUTE ${(0,postgresql_sql/* literal */.eu)(command)}; EXCEPTION WHEN lock_not_available OR undefined_table OR wrong_object_type
      OR invalid_schema_name OR insufficient_privilege THEN NULL; END;`;
    });
    const body = (0,postgresql_sql/* sql */.ll) `BEGIN IF NOT pg_is_in_recovery() THEN ${locks.join('\n')} END IF; END`;
    const oids = tables.map(({ oid }) => oid).join(', ');
    await guard.run((0,postgresql_sql/* sql */.ll) `BEGIN READ ONLY; DO ${(0,postgresql_sql/* literal */.eu)(body)}`);
    const rows = await guard.query(looksAt(oids), 3);
    return new Map(rows.map(([oid = '', isHarmless, isPlain]) => [
        oid,
        { isHarmless: isHarmless === 'true', isPlain: isPlain === 'true' },
    ]));
}
/** Whatever isn't a superuser's may be made to do anything by whom it belongs to; what an extension brings, too. */
const OF_OTHERS = `NOT EXISTS (SELECT FROM pg_roles AS r WHERE r.oid = p.proowner AND r.rolsuper)`;
function looksAt(oids) {
    return (0,postgresql_sql/* sql */.ll) `SELECT c.oid,
    ((pg_is_in_recovery() OR EXISTS (SELECT FROM pg_locks AS l WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation'
        AND l.relation = c.oid AND l.mode = 'ShareUpdateExclusiveLock' AND l.granted))
      AND NOT EXISTS (SELECT FROM pg_depend AS d JOIN pg_proc AS p ON p.oid = CASE d.refclassid
          WHEN 'pg_proc'::regclass THEN d.refobjid
          WHEN 'pg_operator'::regclass THEN (SELECT o.oprcode FROM pg_operator AS o WHERE o.oid = d.refobjid) END
        WHERE ((d.classid = 'pg_class'::regclass AND d.objid IN (SELECT i.indexrelid FROM pg_index AS i WHERE i.indrelid = c.oid))
          OR (d.classid = 'pg_statistic_ext'::regclass AND d.objid IN (SELECT s.oid FROM pg_statistic_ext AS s WHERE s.stxrelid = c.oid)))
        AND ${OF_OTHERS}))::text,
    (SELECT count(*) > 0 AND bool_and(coalesce(to_jsonb(a)->>'attgenerated', '') = '') FROM pg_attribute AS a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)::text
    FROM pg_class AS c WHERE c.oid IN (${oids})`;
}

// EXTERNAL MODULE: ./build/databases/postgresql/warnings.js
var warnings = __webpack_require__(65899);
;// CONCATENATED MODULE: ./build/databases/postgresql/dump.js














const EXTENSIONS = { custom: 'dump', tar: 'tar', plain: 'sql' };
/**
 * pg_dump waits no longer for its locks than this. We have the same ones already: it only ever waits behind somebody who wants a table
 * alone (TRUNCATE, ALTER TABLE) and waits for ours. The server sees no deadlock in that, and everybody else waits behind them.
 */
const LOCK_WAIT_MS = 15_000;
const LOCKED_OUT = /\bLOCK TABLE\b/;
const MAX_TOLD = 5;
/** Of a failure to begin: whether pg_dump waited in vain for a table that we had locked. */
function isLockedOut(error) {
    return error instanceof build_errors/* HoldfastError */.E && LOCKED_OUT.test(error.message);
}
const dump_ADVICE = (0,connection_advice/* adviceBy */.mU)([
    connection_advice/* LOCKS_ADVICE */.Sg,
    [
        LOCKED_OUT,
        'Somebody wants that table alone (TRUNCATE, ALTER TABLE …) each time that a dump begins: choose a quieter hour.',
    ],
    [
        /permission denied for/,
        'Let the user read everything: GRANT pg_read_all_data TO it (PostgreSQL 14 and newer), or dump as the owner (?as=postgres).',
    ],
]);
/**
 * One database's dump: pg_dump in the pinned snapshot, and beside it the fingerprint in the session that pinned it. Both see
 * the same moment, whatever is written meanwhile.
 */
class PostgresqlDump {
    name;
    isPinned = true;
    #plan;
    #contents = new postgresql_contents/* DumpContents */.h();
    #counted;
    #closing = new AbortController();
    #output;
    #first = null;
    #fingerprint = null;
    #copied = [];
    #sizeBytes = 0;
    constructor(plan) {
        const { choices, database } = plan;
        this.#plan = plan;
        const taken = choices.globals === 'with' ? globals/* GLOBALS_NAME */.X4 : null;
        this.name = choices.name ?? (0,dump_name/* dumpNameOf */.X)(database, EXTENSIONS[choices.format], taken);
        this.#counted = new CountedDump(plan.host, database, { password: choices.access.password, lossIn: warnings/* lossIn */.R });
        this.#output = this.#run();
        for (const { shown } of plan.pin.unread) {
            plan.context.onWarning(`${this.name}: ${shown}: it is unlogged, and a replica has none of its rows: they are not in the dump. Dump the primary, if they matter.`);
        }
    }
    /**
     * Resolves when pg_dump has printed something: by then it has a lock on each table. Later one who waits for a stronger lock
     * would be between ours and its, each waiting for the other. What isn't read yet, the pipe holds back.
     * @throws HoldfastError dump-failed, and what the host throws.
     */
    async begin() {
        const { value } = await this.#output.next();
        this.#first = value ?? null;
    }
    async *stream() {
        const { choices, context } = this.#plan;
        const reader = formatReader(choices.format, this.#contents);
        this.#fingerprint = yield* this.#counted.beside(this.#readAlong(reader), this.#takeFingerprint(), () => {
            this.#counted.judged(() => reader.finish());
            this.#counted.requireNoLoss({ name: this.name, context });
        });
        this.#requireAllRows();
        await this.#plan.session.close();
    }
    record() {
        const { choices, facts, properties, tool, database } = this.#plan;
        return {
            name: this.name,
            engine: 'postgresql',
            database,
            format: choices.format,
            tool: tool.version,
            size_bytes: this.#sizeBytes,
            pinned: true,
            // An archive's contents and rows are counted, too; that pg_restore can use them, only it can say.
            proof: choices.format === 'plain' && this.#fingerprint !== null ? 'counted' : 'deferred',
            options: choices.given,
            warnings: this.#counted.messages.lines,
            fingerprint: this.#fingerprint,
            restore: {
                encoding: facts.encoding,
                collate: facts.collate,
                ctype: facts.ctype,
                provider: facts.provider,
                provider_locale: facts.providerLocale,
                owner: facts.owner,
                server_major: String(facts.major),
                properties: JSON.stringify(properties),
            },
        };
    }
    async close() {
        this.#closing.abort();
        await this.#output.return().catch(() => { });
        await this.#plan.session.close();
    }
    async *#readAlong(reader) {
        for await (const chunk of this.#chunks()) {
            this.#sizeBytes += chunk.length;
            this.#counted.judged(() => reader.push(chunk));
            yield chunk;
        }
    }
    async *#chunks() {
        if (this.#first !== null)
            yield this.#first;
        yield* this.#output;
    }
    #run() {
        const { host, choices, pin, tool, database, context } = this.#plan;
        const args = [
            `--format=${choices.format}`,
            // Compressed, two days' dumps would have nothing in common.
            ...(choices.format === 'custom' ? ['--compress=0'] : []),
            `--snapshot=${pin.snapshot}`,
            `--lock-wait-timeout=${LOCK_WAIT_MS}`,
            '--no-password',
            ...choices.filterArgs,
        ];
        const { script, input } = (0,postgresql_access/* toolCall */.LW)(choices.access, tool.path, args, { database });
        const signal = AbortSignal.any([context.signal, this.#closing.signal]);
        const { messages, what } = this.#counted;
        return (0,tool_output/* dumpOutput */.sQ)({ host, script, input, messages, signal, what, advice: dump_ADVICE });
    }
    async #takeFingerprint() {
        const { session, facts, choices, pin } = this.#plan;
        if (choices.fingerprint === null)
            return null;
        const wanted = choices.isFiltered ? new Set([...(await this.#contents.tables)].map(this.#shown)) : null;
        const tables = pin.tables.filter(({ shown }) => wanted?.has(shown) ?? true);
        const { hasLargeObjects: largeObjects } = choices;
        const what = { tables, largeObjects, sequences: new Map(), choices: choices.fingerprint };
        if (!facts.isSuperuser)
            return (0,postgresql_fingerprint/* readFingerprint */.bi)(session, facts, what);
        const guarded = new GuardedTables(session, this.#plan.open, this.#copy(choices.fingerprint));
        const fingerprint = await (0,postgresql_fingerprint/* readFingerprint */.bi)(session, facts, { ...what, guarded });
        this.#tellOfCopied();
        return fingerprint;
    }
    #copy(fingerprint) {
        const { session } = this.#plan;
        return (table, isPlain) => {
            this.#copied.push(table.shown);
            return readByCopy(session, table, { isHashed: isPlain && (0,postgresql_fingerprint/* isHashed */.Sc)(table, fingerprint) });
        };
    }
    #tellOfCopied() {
        if (this.#copied.length === 0)
            return;
        const more = this.#copied.length > MAX_TOLD ? ` and ${this.#copied.length - MAX_TOLD} more` : '';
        this.#plan.context.onInfo(`${(0,bytestring.displayText)(this.#plan.database)}: tables that are compared by COPY, since a SELECT would run code of others with our rights, or ` +
            `somebody works on them: ${this.#copied.slice(0, MAX_TOLD).join(', ')}${more}`);
    }
    /** As the session calls what the dump calls so. */
    #shown = (dumped) => this.#plan.names.get(dumped) ?? dumped;
    /** Every table that was counted must be in the stream, with as many rows. The sequences are the stream's own. */
    #requireAllRows() {
        const fingerprint = this.#fingerprint;
        if (fingerprint === null)
            return;
        const all = new Map([...this.#contents.rows].map(([name, rows]) => [this.#shown(name), rows]));
        for (const [name, { rows }] of Object.entries(fingerprint.tables)) {
            const dumped = all.get(name);
            if (dumped === rows)
                continue;
            const actual = dumped === undefined ? `it lacks table ${name}` : `it has ${dumped} rows of table ${name}`;
            throw this.#counted.failed(`${actual}, expected ${rows} rows as the server counts in the same snapshot`);
        }
        const sequences = [...this.#contents.sequences].map(([name, value]) => [
            `sequence ${this.#shown(name)}`,
            value,
        ]);
        this.#fingerprint = {
            ...fingerprint,
            values: { ...Object.fromEntries(sequences), ...fingerprint.values },
        };
    }
}

// EXTERNAL MODULE: ./build/databases/postgresql/pin.js
var postgresql_pin = __webpack_require__(10843);
;// CONCATENATED MODULE: ./build/databases/postgresql/dumped-names.js



/**
 * How tables and sequences are called in a dump, which is in the database's encoding, and how in the
 * session, which is in UTF-8: qualified, as they are shown. Those that are called the same aren't among them.
 */
async function readDumpedNames(session, { encoding }) {
    // The session speaks no other encoding then.
    if (encoding === 'UTF8' || encoding === 'SQL_ASCII')
        return new Map();
    const rows = await session.query((0,postgresql_sql/* sql */.ll) `SELECT nspname, relname, encode(convert_to(nspname::text, encoding), 'hex'), encode(convert_to(relname::text, encoding), 'hex')
      FROM (SELECT getdatabaseencoding() AS encoding) AS e, pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'S') AND c.relpersistence <> 't' AND ${postgresql_pin/* OWN_NAMESPACE */.Bl}
      AND concat(nspname, relname) ~ '[^\\x01-\\x7f]'`, 4);
    const names = new Map();
    for (const [schema = dumped_names_EMPTY, name = dumped_names_EMPTY, rawSchema = dumped_names_EMPTY, rawName = dumped_names_EMPTY] of rows) {
        const dumped = (0,postgresql_sql/* qualifiedName */.OL)(bytesOf(rawSchema), bytesOf(rawName));
        const shown = (0,postgresql_sql/* qualifiedName */.OL)(schema, name);
        if (dumped !== shown)
            names.set(dumped, shown);
    }
    return names;
}
function bytesOf(digits) {
    return (0,bytestring.fromBytes)(Buffer.from(digits, 'hex'));
}
const dumped_names_EMPTY = '';

// EXTERNAL MODULE: ./build/databases/postgresql/properties.js
var postgresql_properties = __webpack_require__(35571);
// EXTERNAL MODULE: ./build/databases/postgresql/session.js
var postgresql_session = __webpack_require__(82996);
// EXTERNAL MODULE: ./build/databases/postgresql/tools.js
var postgresql_tools = __webpack_require__(92187);
;// CONCATENATED MODULE: ./build/databases/postgresql.js













const POSTGRESQL_SCHEMES = ['postgresql', 'postgres'];
/** `postgresql://user@host:port/database?option=value`. @throws HoldfastError bad-input. */
function postgresqlDatabase(url, env) {
    return new Postgresql(url, (0,postgresql_choices/* readChoices */.B)(url, env));
}
/** How often others may lock tables just before pg_dump does. */
const postgresql_MAX_TRIES = 3;
class Postgresql extends Engine {
    async prepareDumps(login, context) {
        const host = this.hostOf(login);
        const { database, globals } = this.choices;
        return preparedOrNone(async (prepared) => {
            if (globals !== 'without')
                prepared.push(await this.#prepareGlobals(host, context));
            if (globals === 'only')
                return;
            const names = database === null ? await this.#listDatabases(host, context) : [database];
            for (const name of names)
                prepared.push(await this.#prepare(host, name, context));
        });
    }
    async *select(login, statement, signal) {
        const { selectPostgresql } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 48334));
        yield* selectPostgresql(this.hostOf(login), this.choices, statement, signal);
    }
    async lookBeforeRestore(login, dump, context, earlier) {
        const { lookBeforeRestore } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 47994));
        await lookBeforeRestore({ host: this.hostOf(login), choices: this.choices, dump, context }, earlier);
    }
    async restore(login, dump, terms, context) {
        const { restorePostgresql } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 68865));
        return restorePostgresql(this.hostOf(login), this.choices, dump, terms, context);
    }
    async compare(login, record, tampering, { signal }) {
        const { compareNow } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 50070));
        const work = { host: this.hostOf(login), choices: this.choices, record, signal };
        return compareNow(work, this.#nameOf(record), tampering);
    }
    async ask(login, record, statement, { signal }) {
        const { ask } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 48333));
        const work = { host: this.hostOf(login), choices: this.choices, signal };
        return ask(work, this.#nameOf(record), statement);
    }
    #nameOf({ database }) {
        return this.choices.database ?? database ?? postgresql_choices/* MAINTENANCE_DATABASE */.i;
    }
    async #prepare(host, database, context) {
        for (let tries = 1;; tries++) {
            try {
                return await this.#begin(host, database, context);
            }
            catch (error) {
                if (tries === postgresql_MAX_TRIES || !isLockedOut(error))
                    throw error;
                context.onInfo(`${(0,bytestring.displayText)(database)}: somebody who wants a table alone came before pg_dump, and goes first: pinned anew`);
            }
        }
    }
    async #begin(host, database, context) {
        const { session, facts } = await this.#open(host, database, context);
        try {
            const { access } = this.choices;
            const { signal } = context;
            const options = { serverMajor: facts.major, folder: access.toolFolder, signal };
            const tool = await (0,postgresql_tools/* findTool */.S)(host, 'pg_dump', options);
            const pin = await (0,postgresql_pin/* pinSnapshot */.Sg)(session);
            if (pin === null) {
                throw cannotDump(database, host, 'its tables keep being rewritten (TRUNCATE, ALTER TABLE): wait till that ends');
            }
            context.onInfo(`${(0,bytestring.displayText)(database)}: pinned snapshot ${pin.snapshot} of PostgreSQL ${(0,bytestring.displayText)(facts.version)}`);
            const properties = await (0,postgresql_properties/* readProperties */.Qh)(session, facts.database);
            const names = await readDumpedNames(session, facts);
            const open = async () => (await this.#open(host, database, context)).session;
            const found = { session, open, facts, pin, names, properties, tool };
            return await begun(new PostgresqlDump({ host, choices: this.choices, database, context, ...found }));
        }
        catch (error) {
            await session.close();
            throw asDumpFailure(error, `the database ${(0,quoted/* quoted */.T)(database)} on "${host.name}"`);
        }
    }
    async #prepareGlobals(host, context) {
        const database = this.choices.database ?? postgresql_choices/* MAINTENANCE_DATABASE */.i;
        const { session, facts } = await this.#open(host, database, context);
        await session.close();
        const folder = this.choices.access.toolFolder;
        const tool = await (0,postgresql_tools/* findTool */.S)(host, 'pg_dumpall', {
            serverMajor: facts.major,
            folder,
            signal: context.signal,
        });
        return new globals/* GlobalsDump */.VU(host, this.choices, database, tool, context);
    }
    /**
     * Those that pg_dumpall dumps: all but templates and those that let nobody connect, of which it says nothing and we warn. A limit of
     * -2 is what a DROP DATABASE leaves that was cut off.
     */
    async #listDatabases(host, context) {
        const { session } = await this.#open(host, postgresql_choices/* MAINTENANCE_DATABASE */.i, context);
        try {
            const rows = await session.query((0,postgresql_sql/* sql */.ll) `SELECT datname, (datallowconn AND datconnlimit <> -2)::text FROM pg_database WHERE NOT datistemplate ORDER BY datname`, 2);
            const all = rows.map(([name = '', isOpen]) => ({
                name: Buffer.from(name, 'latin1').toString('utf8'),
                isOpen: isOpen === 'true',
            }));
            for (const { name, isOpen } of all) {
                if (!isOpen)
                    context.onWarning(`${(0,bytestring.displayText)(name)}: it lets nobody connect: it is not dumped. Open it (ALTER DATABASE … ALLOW_CONNECTIONS true), if it is to be saved.`);
            }
            return all.flatMap(({ name, isOpen }) => (isOpen ? [name] : []));
        }
        finally {
            await session.close();
        }
    }
    async #open(host, database, { signal }) {
        const session = await (0,postgresql_session/* openSession */.fA)(host, this.choices.access, database, signal);
        try {
            const facts = await (0,postgresql_pin/* readServerFacts */.TX)(session);
            if (facts.major < postgresql_pin/* OLDEST_MAJOR */.wl) {
                const problem = `the server is PostgreSQL ${(0,bytestring.displayText)(facts.version)}, expected ${postgresql_pin/* OLDEST_MAJOR */.wl} or newer`;
                throw cannotDump(database, host, problem);
            }
            return { session, facts };
        }
        catch (error) {
            await session.close();
            throw asDumpFailure(error, `the database ${(0,quoted/* quoted */.T)(database)} on "${host.name}"`);
        }
    }
}
async function begun(dump) {
    try {
        await dump.begin();
        return dump;
    }
    catch (error) {
        await dump.close();
        throw error;
    }
}
function cannotDump(database, host, problem) {
    return new build_errors/* HoldfastError */.E('dump-failed', `Cannot dump the database ${(0,quoted/* quoted */.T)(database)} on "${host.name}": ${problem}.`);
}

;// CONCATENATED MODULE: ./build/databases/redis/choices.js




const REDIS_SCHEMES = ['redis', 'valkey'];
/** `redis:/path/dump.rdb` is a file, `redis://…` a server. @throws HoldfastError bad-input. */
function redisUrl(text, name) {
    return new database_url/* DatabaseUrl */.z(text.replace(/^(redis|valkey):\/(?!\/)/, '$1:///'), name, text);
}
/** @throws HoldfastError bad-input. */
function choices_readChoices(url, env) {
    const socket = url.take('socket');
    if (socket !== null && url.host !== null)
        throw url.bad('socket', socket, 'no socket beside a host');
    const file = url.path === '' ? null : `/${url.path}`;
    const choices = {
        host: url.host,
        port: url.port,
        socket,
        user: url.user,
        password: (0,databases_password/* passwordOf */.N)(url, env),
        tls: url.takeBoolean('tls', false),
        tlsCa: url.take('tls-ca'),
        toolFolder: url.take('bin'),
        runAs: url.take('as'),
        users: url.takeChoice('users', ['without', 'with']) === 'with',
        name: (0,dump_name/* parseDumpName */.Z)(url.take('name') ?? 'redis.rdb', 'the option name'),
        file,
    };
    url.requireAllTaken();
    if (file !== null && (url.host !== null || /(^|\/)(\.{0,2})$/.test(file) || file.includes('\0'))) {
        throw new build_errors/* HoldfastError */.E('bad-input', `Cannot use ${JSON.stringify(url.shown)}: expected a server with all its databases (redis://host:6379), or, to restore, ` +
            'the absolute path of a file (redis:/var/lib/redis/dump.rdb).');
    }
    return choices;
}

// EXTERNAL MODULE: ./build/databases/fingerprint.js
var fingerprint = __webpack_require__(26861);
// EXTERNAL MODULE: ./build/databases/redis/client.js
var redis_client = __webpack_require__(3346);
// EXTERNAL MODULE: ./build/databases/redis/rdb-stream.js + 1 modules
var rdb_stream = __webpack_require__(46765);
;// CONCATENATED MODULE: ./build/databases/redis.js








/** `redis://user@host:port?option=value`, of Redis and Valkey. @throws HoldfastError bad-input. */
function redisDatabase(url, env) {
    return new Redis(url, choices_readChoices(url, env));
}
class Redis extends Engine {
    async prepareDumps(login, context) {
        const choices = this.choices;
        if (choices.file !== null) {
            throw new build_errors/* HoldfastError */.E('bad-input', `Cannot dump ${JSON.stringify(this.shown)}: it names a file, expected a server: redis://host:6379. Its dump holds all ` +
                'databases.');
        }
        const host = this.hostOf(login);
        const { signal } = context;
        const client = await (0,redis_client/* findClient */.$r)(host, choices, signal);
        const facts = (0,redis_client/* parseInfo */.YL)(await (0,redis_client/* askServer */.Pj)(host, choices, { client, command: ['INFO'], signal }));
        if (facts.isCluster) {
            context.onWarning(`${(0,bytestring.displayText)(this.shown)}: one node of a cluster: the others' keys need dumps of their own`);
        }
        const plan = { host, choices, client, facts, context };
        return [...(choices.users ? [new AclDump(plan)] : []), new RdbDump(plan)];
    }
    async restore(login, dump, terms, context) {
        const { restoreRedis } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 46295));
        return restoreRedis(this.hostOf(login), this.choices, dump, terms, context);
    }
}
/** What the two dumps' records have in common. */
function recordOf({ facts, client }, own) {
    return {
        ...own,
        engine: 'redis',
        database: null,
        tool: client.version,
        pinned: false,
        proof: 'deferred',
        options: [],
        warnings: [],
        fingerprint: own.format === 'rdb' ? fingerprintOf(facts) : null,
        restore: { server_version: facts.version },
    };
}
/**
 * How many keys each database had just before the dump: to be told from yesterday's. It is of another moment than the dump, and
 * keys expire while it is loaded: nothing is compared with it.
 */
function fingerprintOf({ version, keyspace }) {
    const counts = Object.entries(keyspace).map(([name, { keys }]) => [name, { rows: keys, checksum: null }]);
    const expiring = Object.entries(keyspace).map(([name, { expires }]) => [
        `${name} keys that expire`,
        String(expires),
    ]);
    return {
        fingerprint_version: fingerprint/* FINGERPRINT_VERSION */.UZ,
        tables: Object.fromEntries(counts),
        values: {},
        schema: {},
        facts: { 'server version': version, ...Object.fromEntries(expiring) },
        rows: 'count',
    };
}
/** The RDB that the server makes for us as for a replica: of the moment at which it forks, some time after it was asked. */
class RdbDump {
    name;
    /** Redis can't be told when. */
    isPinned = false;
    #plan;
    #messages;
    #closing = new AbortController();
    #output;
    #sizeBytes = 0;
    constructor(plan) {
        this.name = plan.choices.name;
        this.#plan = plan;
        const { host, choices, client, context } = plan;
        this.#messages = new tool_output/* ToolMessages */.D4([choices.password ?? '']);
        this.#output = (0,tool_output/* dumpOutput */.sQ)({
            host,
            ...(0,redis_client/* clientCall */.w)(choices, client, ['--rdb', '-']),
            messages: this.#messages,
            signal: AbortSignal.any([context.signal, this.#closing.signal]),
            what: redis_WHAT,
        });
    }
    async *stream() {
        try {
            for await (const chunk of (0,rdb_stream/* rdbOf */.C)(this.#output)) {
                this.#sizeBytes += chunk.length;
                yield chunk;
            }
        }
        catch (error) {
            if (!(error instanceof rdb_stream/* BrokenRdb */.O))
                throw error;
            throw (0,tool_output/* dumpFailed */.eJ)(redis_WHAT, this.#plan.host, `the RDB is broken: ${error.message}${this.#messages.shown}`);
        }
    }
    record() {
        return recordOf(this.#plan, { name: this.name, format: 'rdb', size_bytes: this.#sizeBytes });
    }
    async close() {
        this.#closing.abort();
        await this.#output.return().catch(() => { });
    }
}
const redis_WHAT = 'dump Redis';
/** The accounts as an ACL file has them, a line each. Passwords are in it as the server keeps them, hashed. */
class AclDump {
    name = 'redis-users.acl';
    isPinned = false;
    #plan;
    #sizeBytes = 0;
    constructor(plan) {
        this.#plan = plan;
    }
    async *stream() {
        const { host, choices, client, context } = this.#plan;
        const answer = await (0,redis_client/* askServer */.Pj)(host, choices, {
            client,
            command: ['ACL', 'LIST'],
            signal: context.signal,
        });
        const lines = answer.split('\n').filter((line) => line !== '');
        if (lines.length === 0 || !lines.every((line) => line.startsWith('user '))) {
            throw (0,tool_output/* dumpFailed */.eJ)('dump the accounts of Redis', host, 'the server’s list of them is none');
        }
        const bytes = Buffer.from(answer, 'utf8');
        this.#sizeBytes = bytes.length;
        yield bytes;
    }
    record() {
        return recordOf(this.#plan, { name: this.name, format: 'acl', size_bytes: this.#sizeBytes });
    }
    async close() { }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/databases/sqlite/choices.js




const SQLITE_SCHEME = 'sqlite';
const choices_DEFAULT_LOCK_WAIT_SECONDS = 60;
const choices_MAX_LOCK_WAIT_SECONDS = 3600;
/** `sqlite:/path/to.db?option=value` as a URL whose path that is. @throws HoldfastError bad-input. */
function sqliteUrl(text, name) {
    return new database_url/* DatabaseUrl */.z(text.replace(/^sqlite:\/(?!\/)/, 'sqlite:///'), name, text);
}
/** @throws HoldfastError bad-input. */
function sqlite_choices_readChoices(url) {
    const name = url.take('name');
    const path = `/${url.path}`;
    const fingerprint = url.takeChoice('fingerprint', ['full', 'count', 'none']);
    const check = url.takeChoice('check', ['full', 'quick', 'none']);
    const choices = {
        path,
        runAs: url.take('as'),
        toolFolder: url.take('bin'),
        workFolder: url.take('work-folder') ?? '/var/tmp',
        check,
        fingerprint,
        lockWaitSeconds: url.takeCount('lock-wait', choices_MAX_LOCK_WAIT_SECONDS) ?? choices_DEFAULT_LOCK_WAIT_SECONDS,
        name: name === null ? (0,dump_name/* dumpNameOf */.X)((0,external_node_path_.basename)(path), 'sqlite') : (0,dump_name/* parseDumpName */.Z)(name, 'the option name'),
        given: [
            ...(fingerprint === 'full' ? [] : [`fingerprint=${fingerprint}`]),
            ...(check === 'full' ? [] : [`check=${check}`]),
        ],
    };
    url.requireAllTaken();
    if (url.host !== null || url.user !== null || /(^|\/)(\.{0,2})$/.test(path) || path.includes('\0')) {
        throw new build_errors/* HoldfastError */.E('bad-input', `Cannot use ${JSON.stringify(url.shown)}: expected the absolute path of a file, sqlite:/var/lib/app/app.db.`);
    }
    if (!choices.workFolder.startsWith('/'))
        throw url.bad('work-folder', choices.workFolder, 'an absolute path');
    return choices;
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./build/databases/sqlite/tool.js
var sqlite_tool = __webpack_require__(70650);
;// CONCATENATED MODULE: ./build/databases/sqlite/copy.js








/** What a script of ours says is short. */
const MAX_WORDS_BYTES = 64 * 1024;
/**
 * A copy of a database's one moment, in a folder of its own that nobody else may enter. It is there for as long as the shell runs
 * that made it: that removes it, also when it is ended or the connection is cut.
 */
class Copy {
    /** Of letters, digits and what `work-folder` has. */
    path;
    sizeBytes;
    /** Of the database's own file: `640 1000:1000`. */
    owner;
    #host;
    #command;
    #ending;
    #isClosed = false;
    constructor(host, said, command, ending) {
        const [path = '', size, owner = ''] = said.split('\n');
        this.path = path;
        this.sizeBytes = Number(size);
        this.owner = owner;
        this.#host = host;
        this.#command = command;
        this.#ending = ending;
    }
    /**
     * Resolves when the copy is made: from then on nothing of the database is held.
     * @throws HoldfastError dump-failed with sqlite3's own words, and what the host throws.
     */
    static async make(host, { choices, tool, signal }) {
        const ending = new AbortController();
        const command = await host.start(copyScript(choices, tool), {
            signal: AbortSignal.any([ending.signal, signal]),
        });
        command.stdin.on('error', () => { });
        command.exited.catch(() => { });
        const errors = readWords(command.stderr);
        const said = await readUntilReady(command);
        if (said !== null)
            return new Copy(host, said, command, ending);
        const exit = await command.exited;
        const words = (0,sqlite_tool/* wordsOf */.Z9)(await errors);
        throw new build_errors/* HoldfastError */.E('dump-failed', `Cannot copy the SQLite database ${JSON.stringify(choices.path)} on "${host.name}": the command ` +
            `${(0,exit_status/* endedWith */.t)(exit)}${words}. Nothing of it was kept as a dump.${words.includes(READONLY) ? READONLY_ADVICE : ''}`);
    }
    /** Removes it. Idempotent; never rejects. */
    async close() {
        this.#command.stdin.end();
        const late = setTimeout(() => this.#ending.abort(), CLOSE_LIMIT_MS);
        const hasEnded = await this.#command.exited.then(() => true, () => false);
        clearTimeout(late);
        if (hasEnded || this.#isClosed)
            return;
        this.#isClosed = true;
        // A shell that was ended may have been ended before it had removed it.
        const script = `rm -rf ${(0,quote/* quote */.h)((0,bytestring.fromText)((0,external_node_path_.dirname)(this.path)))}`;
        await (0,output/* runToEnd */.cd)(this.#host, script, { signal: AbortSignal.timeout(REMOVE_LIMIT_MS) }).catch(() => { });
    }
}
/** A large file takes a moment to be removed. */
const CLOSE_LIMIT_MS = 10_000;
const REMOVE_LIMIT_MS = 5000;
const READY = 'holdfast-ready';
const READONLY = 'attempt to write a readonly database';
const READONLY_ADVICE = ' Beside it lies the journal of a transaction that was cut off, which root does not play back: start the application, which ' +
    'does, or name the account that it has (?as=).';
/**
 * Sets `$f`, which sqlite3 opens. Root opens a database for reading alone unless it was named by `as`: whoever may write beside it
 * could lay a journal there, and what plays that back removes the file that it names, any of the host. And only by a sqlite3 that
 * opens no WAL through a symlink, as old ones do: it would make the file where that leads, and give it to the database's owner.
 */
function openedAs({ path, runAs }, tool) {
    if (runAs !== null)
        return 'f=$p';
    return `f=$p
if [ "$(id -u)" = 0 ]; then
  f=${(0,quote/* quote */.h)((0,bytestring.fromText)((0,sqlite_tool/* fileUri */.bO)(path, 'mode=ro')))}
  ${tool} probe 'PRAGMA journal_mode = wal' >/dev/null || exit 1
  for x in wal shm; do
    ln -s led "probe-$x" && { ${tool} probe 'PRAGMA user_version = 1' >/dev/null 2>&1; rm "probe-$x"; }
    [ ! -h led ] && [ ! -e led ] || {
      echo "this sqlite3 follows symlinks that somebody may lay beside the database: name the account that it has (?as=), or a newer one (?bin=)" >&2
      exit 1
    }
  done
fi`;
}
/**
 * The transaction is what makes the copy of one moment: without it sqlite3 begins anew whenever somebody writes. A folder whose
 * name is odd is only entered: SQLite's own commands read things into names.
 */
function copyScript(choices, { path: toolPath }) {
    const { path, workFolder, lockWaitSeconds } = choices;
    const tool = `${(0,quote/* quote */.h)((0,bytestring.fromText)(toolPath))} ${sqlite_tool/* OWN_FLAGS */.l1}`;
    return `p=${(0,quote/* quote */.h)((0,bytestring.fromText)(path))}
[ -f "$p" ] || { echo "there is no such file" >&2; exit 1; }
[ -s "$p" ] || { echo "the file is empty: it is no database yet" >&2; exit 1; }
umask 077
d=$(mktemp -d ${(0,quote/* quote */.h)((0,bytestring.fromText)(workFolder))}/holdfast-sqlite-XXXXXXXX) || exit 1
trap 'rm -rf "$d"' EXIT
trap 'exit 143' HUP INT TERM
cd "$d" || exit 1
${openedAs(choices, tool)}
${tool} "$f" >out <<'END' || exit 1
.timeout ${lockWaitSeconds * 1000}
BEGIN;
SELECT count(*) FROM sqlite_master;
.backup main copy
COMMIT;
END
[ -s copy ] || { echo "sqlite3 made no copy" >&2; exit 1; }
o=$(stat -L -c '%a %u:%g' "$p" 2>/dev/null || stat -L -f '%Lp %u:%g' "$p" 2>/dev/null)
printf '%s\\n%s\\n%s\\n${READY}\\n' "$d/copy" "$(wc -c <copy)" "$o"
cat >/dev/null`;
}
/** Null: the command ended without. */
async function readUntilReady({ stdout }) {
    let said = '';
    const onData = (chunk) => {
        said += chunk.toString('utf8');
        if (said.length > MAX_WORDS_BYTES || said.endsWith(`${READY}\n`))
            stdout.emit('ready');
    };
    stdout.on('data', onData);
    await Promise.race([(0,external_node_events_.once)(stdout, 'ready'), (0,external_node_events_.once)(stdout, 'end'), (0,external_node_events_.once)(stdout, 'close')]);
    return said.endsWith(`${READY}\n`) ? said : null;
}
async function readWords(stderr) {
    const parts = [];
    let length = 0;
    try {
        for await (const part of stderr) {
            if (length < MAX_WORDS_BYTES)
                parts.push(part);
            length += part.length;
        }
    }
    catch {
        // How the command ended says why.
    }
    return Buffer.concat(parts);
}

// EXTERNAL MODULE: ./build/databases/sqlite/fingerprint.js
var sqlite_fingerprint = __webpack_require__(19410);
;// CONCATENATED MODULE: ./build/databases/sqlite.js











/** `sqlite:/path/to.db?option=value`. @throws HoldfastError bad-input. */
function sqliteDatabase(url) {
    return new Sqlite(url, sqlite_choices_readChoices(url));
}
class Sqlite extends Engine {
    async prepareDumps(login, context) {
        const host = this.hostOf(login);
        const { signal } = context;
        const tool = await (0,sqlite_tool/* findTool */.SG)(host, this.choices.toolFolder, signal);
        const startedMs = performance.now();
        const copy = await Copy.make(host, { choices: this.choices, tool, signal });
        context.onInfo(`${(0,bytestring.displayText)(this.choices.path)}: copied at one moment in ${Math.round(performance.now() - startedMs)} ms`);
        return [new SqliteDump(host, { choices: this.choices, tool, copy, context })];
    }
    async restore(login, dump, terms, context) {
        const { restoreSqlite } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 72811));
        return restoreSqlite(this.hostOf(login), this.choices, dump, terms, context);
    }
    async compare(login, record, tampering, context) {
        const [still, { compareNow }, { withoutARow }] = await Promise.all([
            this.#still(login, context),
            Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 31592)),
            Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 54641)),
        ]);
        if (tampering === 'row-deleted') {
            return withoutARow(still, async (copy, tampered) => {
                const found = await compareNow(copy, record);
                return found === null ? null : { ...found, tampered };
            });
        }
        await (0,sqlite_fingerprint/* requireIntact */.h)(still, this.choices.check);
        return compareNow(still, record);
    }
    async ask(login, _record, statement, context) {
        const lines = await (0,sqlite_tool/* ask */.kA)(await this.#still(login, context), (0,bytestring.fromText)(statement));
        return (0,bytestring.display)(lines.join('\n').trimEnd());
    }
    async #still(login, { signal }) {
        const host = this.hostOf(login);
        const tool = await (0,sqlite_tool/* findTool */.SG)(host, this.choices.toolFolder, signal);
        return { host, tool, path: this.choices.path, signal };
    }
}
/** The bytes of a copy that was made of one moment; what it holds is read from the very same file. */
class SqliteDump {
    name;
    isPinned = true;
    #host;
    #plan;
    #messages = new tool_output/* ToolMessages */.D4();
    #closing = new AbortController();
    #fingerprint = null;
    #sizeBytes = 0;
    constructor(host, plan) {
        this.name = plan.choices.name;
        this.#host = host;
        this.#plan = plan;
    }
    async *stream() {
        const { copy, choices, tool, context } = this.#plan;
        const signal = AbortSignal.any([context.signal, this.#closing.signal]);
        const still = { host: this.#host, tool, path: copy.path, signal };
        try {
            await (0,sqlite_fingerprint/* requireIntact */.h)(still, choices.check);
            const { fingerprint } = choices;
            this.#fingerprint = fingerprint === 'none' ? null : await (0,sqlite_fingerprint/* readFingerprint */.b)(still, fingerprint);
        }
        catch (error) {
            throw this.#explained(error);
        }
        const hash = (0,external_node_crypto_.createHash)('sha256');
        const script = `exec cat ${(0,quote/* quote */.h)((0,bytestring.fromText)(copy.path))}`;
        for await (const chunk of (0,tool_output/* dumpOutput */.sQ)({
            host: this.#host,
            script,
            messages: this.#messages,
            signal,
            what: this.#what,
        })) {
            this.#sizeBytes += chunk.length;
            hash.update(chunk);
            yield chunk;
        }
        if (this.#sizeBytes !== copy.sizeBytes) {
            const problem = `${this.#sizeBytes} bytes of its copy came, expected ${copy.sizeBytes}`;
            throw (0,tool_output/* dumpFailed */.eJ)(this.#what, this.#host, problem);
        }
        if (this.#fingerprint === null)
            return;
        const values = { ...this.#fingerprint.values, file: `sha256 ${hash.digest('hex')}` };
        this.#fingerprint = { ...this.#fingerprint, values };
    }
    record() {
        const { choices, tool, copy } = this.#plan;
        return {
            name: this.name,
            engine: 'sqlite',
            database: choices.path,
            format: 'file',
            tool: tool.version,
            size_bytes: this.#sizeBytes,
            pinned: true,
            proof: this.#fingerprint === null ? 'deferred' : 'counted',
            options: choices.given,
            warnings: this.#messages.lines,
            fingerprint: this.#fingerprint,
            restore: { owner: copy.owner },
        };
    }
    async close() {
        this.#closing.abort();
        await this.#plan.copy.close();
    }
    get #what() {
        return `dump the database ${(0,quoted/* quoted */.T)(this.#plan.choices.path)}`;
    }
    #explained(error) {
        const known = (0,build_errors/* asHoldfastError */.C)(error);
        if (known?.code !== 'command-failed')
            return error;
        return new build_errors/* HoldfastError */.E('dump-failed', `Cannot ${this.#what} on "${this.#host.name}": ${known.message}`, {
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./build/databases/databases.js











const ENGINES = [
    {
        engines: ['postgresql'],
        schemes: POSTGRESQL_SCHEMES,
        open: postgresqlDatabase,
        urlOf: ({ database }) => database === null ? 'postgresql:///?globals=only' : `postgresql:///${encodeURIComponent(database)}`,
    },
    {
        engines: MYSQL_SCHEMES,
        schemes: MYSQL_SCHEMES,
        open: mysqlDatabase,
        urlOf: ({ engine, database }) => database === null ? `${engine}:///?users=only` : `${engine}:///${encodeURIComponent(database)}`,
    },
    {
        engines: ['dolt'],
        schemes: DOLT_SCHEMES,
        open: doltDatabase,
        urlOf: () => null,
        place: 'dolt://USER@HOST:PORT/DATABASE',
    },
    {
        engines: [SQLITE_SCHEME],
        schemes: [SQLITE_SCHEME],
        parse: sqliteUrl,
        open: sqliteDatabase,
        urlOf: ({ database }) => database === null ? null : `sqlite:${encodeURI(database).replace(/[?#]/g, encodeURIComponent)}`,
    },
    {
        engines: ['redis'],
        schemes: REDIS_SCHEMES,
        parse: redisUrl,
        open: redisDatabase,
        urlOf: () => 'redis://', // which says that a file is wanted, and how to find it
    },
    {
        engines: ['opensearch'],
        schemes: OPENSEARCH_SCHEMES,
        open: opensearchDatabase,
        urlOf: () => null,
        place: 'opensearch://USER@HOST:PORT/',
    },
];
const KNOWN = [...ENGINES.map(({ schemes: [first] }) => first), COMMAND_SCHEME].join(', ');
/**
 * The database that a user names: a URL of one of the engines, or `command:NAME=SHELL COMMAND`.
 *
 * @param name Of the flag or input, for messages.
 * @param env Where engines take passwords from.
 * @throws HoldfastError bad-input, also for options that the engine doesn't know.
 */
function parseDatabase(text, name, env) {
    if (text.startsWith(`${COMMAND_SCHEME}:`))
        return commandDatabase(text, name);
    const scheme = /^([a-z]+):/.exec(text)?.[1] ?? '';
    const engine = ENGINES.find(({ schemes }) => schemes.includes(scheme));
    const url = engine?.parse?.(text, name) ?? new database_url/* DatabaseUrl */.z(text, name);
    if (engine !== undefined)
        return engine.open(url, env);
    throw new build_errors/* HoldfastError */.E('bad-input', `Cannot use ${name}: its engine is ${JSON.stringify(url.scheme)}, expected one of ${KNOWN}.`);
}
/** A file of a drill's own, by its path. */
function parseSqlite(path) {
    const encoded = encodeURI(path).replace(/[?#]/g, encodeURIComponent);
    return sqliteDatabase(sqliteUrl(`${SQLITE_SCHEME}:${encoded}`, OF_DRILL));
}
/** A database of a drill's own server, by a URL of ours. */
function parsePostgresql(text) {
    return postgresqlDatabase(new database_url/* DatabaseUrl */.z(text, OF_DRILL), {});
}
/** As parsePostgresql, of either product. */
function parseMysql(text) {
    return mysqlDatabase(new database_url/* DatabaseUrl */.z(text, OF_DRILL), {});
}
/** As parsePostgresql. */
function parseDolt(text) {
    return doltDatabase(new database_url/* DatabaseUrl */.z(text, OF_DRILL), {});
}
/** As parsePostgresql. */
function parseOpensearch(text) {
    return opensearchDatabase(new database_url/* DatabaseUrl */.z(text, OF_DRILL), {});
}
/** The file that a drill's own server loads. */
function parseRedis(path) {
    return redisDatabase(redisUrl(`redis:${encodeURI(path)}`, OF_DRILL), {});
}
const OF_DRILL = 'the drill’s database';
/** The database that was dumped, reached as its client does by default. @throws HoldfastError bad-input where none is meant. */
function urlOf(record) {
    const engine = ENGINES.find(({ engines }) => engines.includes(record.engine));
    const url = engine?.urlOf(record) ?? null;
    if (url !== null)
        return url;
    const place = engine?.place ?? `command:${record.name}=COMMAND THAT READS IT`;
    throw new build_errors/* HoldfastError */.E('bad-input', `Cannot restore the dump ${record.name}: it is of ${record.engine}, which has no place of its own. Say where to: ` +
        `--into '${place}'.`);
}


/***/ }),

/***/ 40410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ask: () => (/* binding */ ask)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25065);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68075);



/** What a user's statement selects, in a transaction that can write nothing. */
async function ask(client, database, statement) {
    const csv = await client.csv(`ask the database ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(database)}`, [
        'SET autocommit = 0',
        `USE ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .identifier */ .Cv)(database)}`,
        'START TRANSACTION READ ONLY',
        statement.trim().replace(/;$/, ''),
        'ROLLBACK',
    ]);
    const [, ...rows] = recordsIn(csv.trim());
    return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(rows.map((fields) => fields.join('|')).join('\n'));
}
/** Of RFC 4180, as Dolt writes it; the first has the columns' names. */
function recordsIn(csv) {
    const records = [[]];
    for (const [, quotedField, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/gy)) {
        records.at(-1)?.push(quotedField?.replaceAll('""', '"') ?? plain ?? '');
        if (end === '\n')
            records.push([]);
        if (end === '')
            break;
    }
    return records;
}


/***/ }),

/***/ 49847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ readDoltChoices)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _dump_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39435);
/* harmony import */ var _password_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8972);



const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_PORT = '3306';
const DEFAULT_USER = 'root';
/**
 * Reads `dolt://user@host:port/database?option=value`.
 * @param env Where passwords are taken from.
 * @throws HoldfastError bad-input.
 */
function readDoltChoices(url, env) {
    const every = url.takeBoolean('all', false);
    const globals = url.takeChoice('globals', every ? ['with', 'without', 'only'] : ['without', 'with', 'only']);
    const name = url.take('name');
    const given = url.takeAll('config');
    const isWithoutConfig = given.length === 1 && given[0] === 'none';
    const configFiles = isWithoutConfig ? [] : given;
    const relative = configFiles.find((path) => !path.startsWith('/') || path.includes('\n'));
    if (relative !== undefined)
        throw url.bad('config', relative, 'an absolute path, or none alone');
    const dataFolder = readFolder(url, 'data-dir');
    const choices = {
        access: readAccess(url, env, dataFolder),
        dataFolder: isWithoutConfig ? null : dataFolder,
        runAs: url.take('as'),
        database: every || (globals === 'only' && url.path === '') ? null : url.path,
        staging: readFolder(url, 'staging'),
        namedBackup: url.take('backup'),
        globals,
        configFiles,
        toolFolder: readFolder(url, 'bin'),
        workFolder: readFolder(url, 'work-folder') ?? '/tmp',
        name: name === null ? null : (0,_dump_name_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDumpName */ .Z)(name, 'the option name'),
    };
    url.requireAllTaken();
    if (choices.namedBackup !== null && choices.staging !== null)
        throw url.bad('staging', choices.staging, 'none with the option backup, whose own URL says where it is');
    if (choices.database === '' || (every && url.path !== '')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${JSON.stringify(url.shown)}: expected one database (dolt://root@127.0.0.1/app), all (dolt://root@127.0.0.1/?all=true), ` +
            'or the users alone (dolt://root@127.0.0.1/?globals=only).');
    }
    if (choices.database?.includes('/'))
        throw url.bad('database', choices.database, 'a database’s name: every branch is dumped');
    if (choices.database === null && name !== null && globals !== 'only')
        throw url.bad('name', name, 'no name for several dumps');
    return choices;
}
/** Who names a folder and no server means the folder. */
function readAccess(url, env, dataFolder) {
    const password = (0,_password_js__WEBPACK_IMPORTED_MODULE_2__/* .passwordOf */ .N)(url, env) ?? '';
    const host = url.host ?? DEFAULT_HOST;
    const tls = url.takeBoolean('tls', !['127.0.0.1', '::1', 'localhost'].includes(host));
    const isFolder = url.host === null && url.user === null && url.port === null;
    if (dataFolder !== null && isFolder) {
        const privilegeFile = readFolder(url, 'privilege-file');
        const branchControlFile = readFolder(url, 'branch-control-file');
        return { dataFolder, privilegeFile, branchControlFile, root: readFolder(url, 'root') };
    }
    return { host, port: url.port ?? DEFAULT_PORT, user: url.user ?? DEFAULT_USER, password, tls };
}
function readFolder(url, option) {
    const folder = url.take(option);
    if (folder !== null && (!folder.startsWith('/') || folder.includes('\n')))
        throw url.bad(option, folder, 'an absolute path');
    return folder === null || folder === '/' ? folder : folder.replace(/\/+$/, '');
}


/***/ }),

/***/ 35940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ DoltClient)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62585);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52871);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28976);
/* harmony import */ var _tool_output_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36297);






/** Names and hashes; a database with more branches and tables than that fill isn't one we ask about. */
const MAX_ANSWER_BYTES = 256 * 1024 * 1024;
/**
 * Asks Dolt, by `dolt sql` on a host. The password is on no command line and in no file: the shell reads it from its stdin
 * into the tool's own variable. What is asked follows it there.
 */
class DoltClient {
    host;
    signal;
    #toolFolder;
    #access;
    constructor(host, { toolFolder, access }, signal) {
        this.host = host;
        this.signal = signal;
        this.#toolFolder = toolFolder;
        this.#access = access;
    }
    /** Whether it opens a folder, whose server (if one runs there) is of the same tool. */
    get isOnFolder() {
        return 'dataFolder' in this.#access;
    }
    /** The same tool on a folder of databases of our own, which no server knows. */
    ofFolder(dataFolder) {
        return new DoltClient(this.host, { toolFolder: this.#toolFolder, access: { dataFolder } }, this.signal);
    }
    /** The same, under another signal: what is to be put right after a cancelled run. */
    under(signal) {
        return new DoltClient(this.host, { toolFolder: this.#toolFolder, access: this.#access }, signal);
    }
    /**
     * Runs `statements` in one session and gives the rows that they select, in order. The first error ends it.
     * @throws HoldfastError command-failed with Dolt's own words: `what` it was to do, ready to show.
     */
    async query(what, statements) {
        const args = [...this.#accessArgs(), 'sql', '-r', 'json'];
        const output = await this.#run(args, `${statements.join(';\n')};\n`);
        if (!(0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_0__/* .isSuccess */ .o)(output.exit))
            throw this.#failed(what, output);
        const rows = rowsIn(output.stdout.toString('utf8'));
        if (rows !== null)
            return rows;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('command-failed', `Cannot ${what} on "${this.host.name}": dolt answers something else than JSON. Look at what \`dolt sql -r json\` prints there.`);
    }
    /** The same, as CSV with a line of names: the fields in the order in which they were selected. */
    async csv(what, statements) {
        const output = await this.#run([...this.#accessArgs(), 'sql', '-r', 'csv'], `${statements.join(';\n')};\n`);
        if (!(0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_0__/* .isSuccess */ .o)(output.exit))
            throw this.#failed(what, output);
        return output.stdout.toString('utf8');
    }
    /** Runs a command of `dolt` in the folder `folder`. @throws HoldfastError command-failed. */
    async run(what, folder, args) {
        const output = await this.#run(args, '', folder);
        if (!(0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_0__/* .isSuccess */ .o)(output.exit))
            throw this.#failed(what, output);
        return output.stdout.toString('utf8');
    }
    #accessArgs() {
        const access = this.#access;
        if ('dataFolder' in access)
            return folderArgs(access);
        const { host, port, user, tls } = access;
        return ['--host', host, '--port', port, '--user', user, ...(tls ? [] : ['--no-tls'])];
    }
    #run(args, input, folder = '/') {
        const access = this.#access;
        const isServer = 'host' in access && args.includes('--host');
        const script = [
            ...(isServer ? ['IFS= read -r password || exit 1'] : []),
            findDolt(this.#toolFolder),
            settings('dataFolder' in access ? (access.root ?? null) : null),
            `cd ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromText)(folder))} || exit 1`,
            // In no other program's environment: those that make and remove a folder for it have no need of it.
            `${isServer ? 'DOLT_CLI_PASSWORD=$password ' : ''}"$dolt" ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteAll */ ._)(args.map(_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromText))}`,
        ].join('\n');
        return (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_4__/* .runToEnd */ .cd)(this.host, script, {
            stdin: Buffer.from(isServer ? `${access.password}\n${input}` : input, 'utf8'),
            limitBytes: MAX_ANSWER_BYTES,
            signal: this.signal,
        });
    }
    #failed(what, { exit, stderr, stdout }) {
        const messages = new _tool_output_js__WEBPACK_IMPORTED_MODULE_5__/* .ToolMessages */ .D4(['password' in this.#access ? this.#access.password : '']);
        for (const line of `${stderr.toString('latin1')}\n${errorsIn(stdout)}`.split('\n')) {
            const plain = line.replace(NOISE, '').replace(PASSWORD_HASH, "AS '***'");
            messages.add(plain.replace(PASSWORD_IN_URL, '$1:***@'));
        }
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('command-failed', `Cannot ${what} on "${this.host.name}": dolt ${(0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_0__/* .endedWith */ .t)(exit)}${messages.shown}.${adviceFor(messages.shown)}`);
    }
}
/** Some of Dolt's errors stand on stdout. */
function errorsIn(stdout) {
    return stdout
        .toString('latin1')
        .split('\n')
        .filter((line) => /error|fail|denied/i.test(line) && !line.startsWith('{'))
        .join('\n');
}
function folderArgs({ dataFolder, privilegeFile = null, branchControlFile = null }) {
    return [
        '--data-dir',
        dataFolder,
        ...(privilegeFile === null ? [] : ['--privilege-file', privilegeFile]),
        ...(branchControlFile === null ? [] : ['--branch-control-file', branchControlFile]),
    ];
}
/** What stands before the error itself, without a space between. */
const NOISE = /^failed to initialize commit identity session variables from environment: /;
/** Dolt tells the statement that failed. */
const PASSWORD_HASH = /\bAS '(?:[^']|'')*'/g;
/** Of a remote. */
const PASSWORD_IN_URL = /(\b[a-z+]+:\/\/[^\s/@:]*):[^\s/@]*@/gi;
function adviceFor(text) {
    if (text.includes('TLS requested but'))
        return ' If it is meant to speak without TLS: ?tls=false.';
    if (text.includes('command denied'))
        return ' Backups are for administrators: a user with SUPER.';
    if (text.includes('correct permissions on branch'))
        return ' Branch control forbids it: give the user a rule in dolt_branch_control.';
    if (text.includes('Access denied'))
        return ' Name the user in the URL, and set HOLDFAST_DATABASE_PASSWORD.';
    if (text.includes('dolt is not there'))
        return '';
    if (/no space left on device/i.test(text))
        return ' Make room there, or name a staging folder on another disk (?staging=/folder).';
    if (text.includes('database is locked'))
        return ' Another dolt has it open: name the server instead of the folder.';
    return '';
}
/**
 * Dolt keeps a folder in the home of the account, which a service's may not even have: here it has one that goes again, unless its credentials are needed. Nothing of
 * what it counts is to leave the host on our behalf.
 */
function settings(root) {
    const own = `DOLT_ROOT_PATH=$(mktemp -d) || exit 1; export DOLT_ROOT_PATH
trap 'rm -rf "$DOLT_ROOT_PATH"' EXIT; trap 'exit 143' HUP INT TERM`;
    return `export DOLT_DISABLE_EVENT_FLUSH=1
${root === null ? own : `export DOLT_ROOT_PATH=${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromText)(root))}`}`;
}
/** Sets `$dolt`. */
function findDolt(folder) {
    if (folder !== null) {
        const dolt = (0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromText)(`${folder}/dolt`));
        return `dolt=${dolt}; [ -x "$dolt" ] || { echo "dolt is not there: ${folder === '' ? '' : 'look at the option bin'}" >&2; exit 127; }`;
    }
    return `dolt=$(command -v dolt) || for dolt in /usr/local/bin/dolt /opt/dolt/bin/dolt /opt/homebrew/bin/dolt; do [ -x "$dolt" ] && break; done
[ -x "$dolt" ] || { echo 'dolt is not there: install it, or name its folder: ?bin=/folder' >&2; exit 127; }`;
}
/** `{"rows": […]}` of each statement that selected something; null for anything else. */
function rowsIn(text) {
    const rows = [];
    for (const line of text.split('\n')) {
        if (!line.startsWith('{"rows"'))
            continue;
        try {
            const answer = JSON.parse(line);
            for (const row of answer.rows ?? []) {
                rows.push(Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value)])));
            }
        }
        catch {
            return null;
        }
    }
    return rows;
}


/***/ }),

/***/ 22281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compareNow: () => (/* binding */ compareNow)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(19473);
/* harmony import */ var _drilled_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26357);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26861);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25065);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68075);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27022);
/* harmony import */ var _stored_backup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54623);








/**
 * Compares what is in `database` now with what the manifest says was dumped: every branch, tag, stash, working set and table.
 * With `row-deleted`, a table lacks a row meanwhile: that must come out as a difference.
 * @returns null without a fingerprint to compare with.
 */
async function compareNow(client, { database, record }, tampering) {
    const dumped = record.fingerprint;
    if (dumped === null || dumped.fingerprint_version !== _fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .FINGERPRINT_VERSION */ .UZ)
        return null;
    const { outline } = (0,_stored_backup_js__WEBPACK_IMPORTED_MODULE_1__/* .storedBackup */ ._w)(record);
    const table = tampering === 'nothing' ? null : await tableToTamperWith(client, database, outline, dumped);
    const statements = (0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .stateStatements */ .e8)(outline, database);
    const rows = await client.query(`compare the database ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(database)}`, table === null ? statements : withoutARow({ database, outline, table }, statements));
    const now = (0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .stateIn */ .pQ)(rows);
    const found = (0,_drilled_js__WEBPACK_IMPORTED_MODULE_4__/* .findingsOf */ .W)((0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .compareFingerprints */ .tS)(dumped, (0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprintOf */ .ax)(now, {})), {
        objects: (0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .tooMuchIn */ .RV)(dumped, now),
        tampered: table === null ? null : (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.displayText)(table),
    });
    if (table === null)
        return found;
    // The digest of the working set is of that table, too.
    const implied = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.displayText)(`working set of ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.displayText)(outline.defaultBranch)}:`);
    return { ...found, differences: found.differences.filter((text) => !text.startsWith(implied)) };
}
function withoutARow({ database, outline, table }, statements) {
    return [
        'SET autocommit = 0',
        'SET foreign_key_checks = 0',
        `USE ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .identifier */ .Cv)(`${database}/${outline.defaultBranch}`)}`,
        'START TRANSACTION',
        `DELETE FROM ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .identifier */ .Cv)(table)} LIMIT 1`,
        ...statements,
        'ROLLBACK',
    ];
}
/** The first that has a row; one on which a trigger would do more comes last. */
async function tableToTamperWith(client, database, { tables }, dumped) {
    const triggers = await client.query(`look for triggers in ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(database)}`, [
        `SELECT DISTINCT event_object_table AS n FROM information_schema.triggers
      WHERE event_object_schema = ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .eu)(database)} AND event_manipulation = 'DELETE'`,
    ]);
    const triggered = new Set(triggers.map(({ n }) => n));
    const filled = tables.filter((table) => (dumped.tables[(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.displayText)(table)]?.rows ?? 0) > 0);
    const [table] = filled.toSorted((a, b) => Number(triggered.has(a)) - Number(triggered.has(b)));
    if (table !== undefined)
        return table;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .HoldfastError */ .E('command-failed', `Cannot tamper with the database ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(database)} on "${client.host.name}": no table of its default branch has a row, ` +
        'expected one. A drill of an empty database proves nothing.');
}


/***/ }),

/***/ 56307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $q: () => (/* binding */ readGlobals),
/* harmony export */   AO: () => (/* binding */ DoltGlobalsDump),
/* harmony export */   Kg: () => (/* binding */ RULES_MARK),
/* harmony export */   Yf: () => (/* binding */ isEverybody),
/* harmony export */   eN: () => (/* binding */ END_MARK),
/* harmony export */   s3: () => (/* binding */ DROP_EVERYBODY),
/* harmony export */   uY: () => (/* binding */ requireSomebody),
/* harmony export */   wD: () => (/* binding */ ACCOUNT_MARK),
/* harmony export */   yN: () => (/* binding */ insertRule)
/* harmony export */ });
/* unused harmony exports GLOBALS_NAME, RULE_COLUMNS, globalsSql */
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19473);
/* harmony import */ var _tool_output_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36297);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68075);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27022);





const GLOBALS_NAME = 'dolt-globals.sql';
const ACCOUNT_MARK = '-- account ';
const RULES_MARK = '-- branch control';
const END_MARK = '-- end: ';
/** Dolt makes them itself, anew at each start. */
const BUILT_IN_USERS = new Set(['event_scheduler', '__dolt_local_user__']);
const RULE_COLUMNS = {
    dolt_branch_control: ['database', 'branch', 'user', 'host', 'permissions'],
    dolt_branch_namespace_control: ['database', 'branch', 'user', 'host'],
};
/**
 * Accounts, roles, what is granted to them, and branch control, by SQL: no dump tool gets at them. `anyDatabase` is one that
 * there is: the branch control tables are the server's, but are only asked for in a database.
 */
async function readGlobals(client, anyDatabase) {
    const accounts = await readAccounts(client);
    const rules = anyDatabase === null ? [] : await readRules(client, anyDatabase);
    return { accounts, rules };
}
async function readAccounts(client) {
    const rows = await client.query('read the users', [
        `SELECT 'user' AS k, User AS n, Host AS h, plugin AS p, hex(authentication_string) AS a, account_locked AS l FROM mysql.user ORDER BY User, Host`,
    ]);
    const users = rows.filter(({ n = '' }) => !BUILT_IN_USERS.has(n));
    const grants = await readGrants(client, users.map(({ n = '', h = '' }) => (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .account */ .ct)(n, h)));
    return users.map(({ n: user = '', h: host = '', p: plugin = '', a = '', l }, index) => {
        const authentication = Buffer.from(a, 'hex').toString('latin1');
        // A role is an account that nobody can log in by.
        const isRole = l === 'Y' && authentication === '';
        const own = grants[index] ?? [];
        return { user, host, isRole, plugin, authentication, isLocked: l === 'Y', grants: own };
    });
}
/** Of each of `names` what it may. */
async function readGrants(client, names) {
    const rows = await client.query('read what is granted', names.flatMap((name) => [`SELECT 'next' AS k`, `SHOW GRANTS FOR ${name}`]));
    const grants = [];
    for (const { k, ...row } of rows) {
        if (k === 'next')
            grants.push([]);
        else
            grants.at(-1)?.push(...Object.values(row).filter((grant) => grant.startsWith('GRANT ')));
    }
    return grants;
}
async function readRules(client, database) {
    const tables = Object.keys(RULE_COLUMNS);
    const rows = await client.query('read branch control', [
        `USE ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .identifier */ .Cv)(database)}`,
        ...tables.map((table) => `SELECT ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(table)} AS k, ${RULE_COLUMNS[table].map(_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .identifier */ .Cv).join(', ')} FROM ${table}`),
    ]);
    return tables.flatMap((table) => rows
        .filter(({ k }) => k === table)
        .map((row) => ({ table, values: RULE_COLUMNS[table].map((column) => row[column] ?? '') })));
}
/** As SQL for `dolt sql`, which makes anew what isn't there. Ends with a line of ours that says how much it holds. */
function globalsSql({ accounts, rules }) {
    const lines = ['-- Users, roles, grants and branch control of a Dolt server.'];
    // A grant may name any role: all accounts first.
    for (const { user, host, isRole, plugin, authentication, isLocked } of accounts) {
        const name = (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .account */ .ct)(user, host);
        const how = plugin === '' ? '' : ` IDENTIFIED WITH ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(plugin)} AS ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(authentication)}`;
        lines.push(`${ACCOUNT_MARK}${name}`);
        lines.push(isRole
            ? `CREATE ROLE IF NOT EXISTS ${name};`
            : `CREATE USER IF NOT EXISTS ${name}${how}${isLocked ? ' ACCOUNT LOCK' : ''};`);
    }
    for (const { user, host, grants } of accounts) {
        lines.push(`${ACCOUNT_MARK}${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .account */ .ct)(user, host)}`);
        lines.push(...grants.map((grant) => `${grant};`));
    }
    lines.push(RULES_MARK);
    // A rule that another one covers is no rule that can be inserted: the one that covers all goes first, the wider ones come last.
    if (!rules.some(isEverybody))
        lines.push(`${DROP_EVERYBODY};`);
    for (const rule of narrowFirst(rules))
        lines.push(`${insertRule(rule)};`);
    lines.push(`${END_MARK}${accounts.length} accounts, ${rules.length} rules`);
    return `${lines.join('\n')}\n`;
}
/** What every new server has: everybody may write to every branch. */
const DROP_EVERYBODY = "DELETE FROM dolt_branch_control WHERE `database` = '%' AND `branch` = '%' AND `user` = '%' AND `host` = '%'";
function isEverybody({ table, values }) {
    return table === 'dolt_branch_control' && values.slice(0, 4).every((value) => value === '%');
}
function narrowFirst(rules) {
    const wildcards = ({ values }) => values.join('').replace(/[^%_]/g, '').length;
    return [...rules].sort((a, b) => wildcards(a) - wildcards(b));
}
function insertRule({ table, values }) {
    return `INSERT IGNORE INTO ${table} VALUES (${values.map(_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu).join(', ')})`;
}
/** Users, grants and branch control: of a server, not of a database. */
class DoltGlobalsDump {
    name;
    /** Read when it was prepared. */
    isPinned = true;
    #globals;
    #facts;
    #sql;
    constructor(client, globals, facts, options) {
        this.name = options.name ?? GLOBALS_NAME;
        this.#globals = globals;
        this.#facts = facts;
        const grants = globals.accounts.flatMap((one) => one.grants);
        const broken = grants.find((grant) => /[\0\n\r]/.test(grant));
        if (broken !== undefined)
            throw (0,_tool_output_js__WEBPACK_IMPORTED_MODULE_1__/* .dumpFailed */ .eJ)('dump the users', client.host, `a grant has a line break: ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(broken)}`);
        this.#sql = Buffer.from(globalsSql(globals), 'utf8');
    }
    async *stream() {
        yield this.#sql;
    }
    record() {
        const { accounts, rules } = this.#globals;
        const counted = (rows) => ({ rows, checksum: null });
        const tables = {
            accounts: counted(accounts.length),
            grants: counted(accounts.reduce((sum, { grants }) => sum + grants.length, 0)),
            dolt_branch_control: counted(rules.filter(({ table }) => table === 'dolt_branch_control').length),
            dolt_branch_namespace_control: counted(rules.filter(({ table }) => table === 'dolt_branch_namespace_control').length),
        };
        return {
            name: this.name,
            engine: 'dolt',
            database: null,
            format: 'globals',
            tool: `dolt ${this.#facts.tool}`,
            size_bytes: this.#sql.length,
            pinned: true,
            proof: 'counted',
            options: [],
            warnings: [],
            fingerprint: {
                ...(0,_state_js__WEBPACK_IMPORTED_MODULE_3__/* .fingerprintOf */ .ax)({ tables, values: {} }, { 'server version': this.#facts.version }),
                rows: 'count',
            },
            restore: { server_version: this.#facts.version },
        };
    }
    async close() { }
}
/** No user at all: somebody may not read them, and it would look like a server without any. */
function requireSomebody(globals) {
    if (globals.accounts.length > 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('dump-failed', 'Cannot dump the users of Dolt: it tells of none, expected at least the one that we are. Use an administrator.');
}


/***/ }),

/***/ 73905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restoreDolt: () => (/* binding */ restoreDolt)
});

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/databases/dumped-by.js
var dumped_by = __webpack_require__(69394);
// EXTERNAL MODULE: ./build/databases/fingerprint.js
var databases_fingerprint = __webpack_require__(26861);
// EXTERNAL MODULE: ./build/databases/quoted.js
var quoted = __webpack_require__(25065);
// EXTERNAL MODULE: ./build/databases/stamp.js
var stamp = __webpack_require__(38594);
// EXTERNAL MODULE: ./build/databases/versions.js
var versions = __webpack_require__(44332);
// EXTERNAL MODULE: ./build/databases/work-folder.js
var work_folder = __webpack_require__(65145);
// EXTERNAL MODULE: ./build/databases/dolt/globals.js
var globals = __webpack_require__(56307);
// EXTERNAL MODULE: ./build/databases/dolt/sql.js
var sql = __webpack_require__(68075);
;// CONCATENATED MODULE: ./build/databases/dolt/restore-globals.js




/** Accounts are few; more isn't what we write. */
const MAX_BYTES = 64 * 1024 * 1024;
/**
 * Makes the accounts that aren't there, with what is granted to them. Those that are stay as they are, passwords and rights and
 * all: a restore must not lock anybody out. Rules of branch control are added; the one of every new server, by which everybody may
 * write everywhere, goes when the dump doesn't have it.
 */
async function restoreGlobals(work, facts) {
    const { client, context, dump } = work;
    const dumped = parseGlobals(await readWhole(work), dump.record.name);
    const [anyDatabase = null] = facts.databases;
    const before = await (0,globals/* readGlobals */.$q)(client, anyDatabase);
    const names = new Set(before.accounts.map(({ user, host }) => (0,sql/* account */.ct)(user, host)));
    const made = dumped.accounts.filter(({ name }) => !names.has(name));
    const left = new Set(dumped.accounts.filter(({ name }) => names.has(name)).map(({ name }) => name));
    if (left.size > 0)
        context.onInfo(`Left as they are: ${left.size} accounts that are there already.`);
    await client.query('make the users', ['SELECT 1', ...made.flatMap(({ statements }) => statements)]);
    await restoreRules(work, { dumped, before, anyDatabase });
    requireAll(work, dumped, await (0,globals/* readGlobals */.$q)(client, anyDatabase));
    return { database: null, movedAside: null, verified: null };
}
async function restoreRules({ client, context }, options) {
    const { dumped, before, anyDatabase } = options;
    if (anyDatabase === null) {
        if (dumped.rules.length === 0)
            return;
        throw new errors/* HoldfastError */.E('restore-blocked', 'Cannot restore branch control: the server has no database yet, and tells of it only in one. Restore a database first.');
    }
    await client.query('restore branch control', [`USE ${(0,sql/* identifier */.Cv)(anyDatabase)}`, ...dumped.rules]);
    const wanted = new Set(dumped.rules);
    for (const rule of before.rules) {
        if ((0,globals/* isEverybody */.Yf)(rule) || wanted.has((0,globals/* insertRule */.yN)(rule)))
            continue;
        context.onInfo(`Branch control has a rule that the dump doesn't have: ${(0,bytestring.displayText)(rule.values.join(', '))}`);
    }
}
/** @throws HoldfastError repository-damaged for what isn't whole, or not ours. */
function parseGlobals(text, dump) {
    const lines = text.split('\n');
    const [, accountCount, ruleCount] = /^-- end: (\d+) accounts, (\d+) rules$/.exec(lines.at(-2) ?? '') ?? [];
    const accounts = [];
    const rules = [];
    let target = [];
    for (const line of lines) {
        if (line.startsWith(globals/* ACCOUNT_MARK */.wD)) {
            target = [];
            accounts.push({ name: line.slice(globals/* ACCOUNT_MARK */.wD.length), statements: target });
        }
        else if (line === globals/* RULES_MARK */.Kg)
            target = rules;
        else if (!line.startsWith('--') && line !== '')
            target.push(line.replace(/;$/, ''));
    }
    const isWhole = lines.at(-2)?.startsWith(globals/* END_MARK */.eN) === true &&
        new Set(accounts.map(({ name }) => name)).size === Number(accountCount) &&
        rules.filter((rule) => rule !== globals/* DROP_EVERYBODY */.s3).length === Number(ruleCount);
    if (isWhole)
        return { accounts, rules };
    throw new errors/* HoldfastError */.E('repository-damaged', `Cannot restore the dump ${dump}: its end doesn't say what it holds. Choose another snapshot.`);
}
function requireAll({ dump, context }, dumped, now) {
    const names = new Set(now.accounts.map(({ user, host }) => (0,sql/* account */.ct)(user, host)));
    const missing = dumped.accounts.map(({ name }) => name).filter((name) => !names.has(name));
    if (missing.length > 0) {
        throw new errors/* HoldfastError */.E('restore-mismatch', `Cannot count the dump ${dump.record.name} as restored: ${(0,bytestring.displayText)(missing[0] ?? '')} is not there, expected it with ${missing.length - 1} others.`);
    }
    const rules = new Set(now.rules.map(globals/* insertRule */.yN));
    for (const rule of dumped.rules.filter((one) => one !== globals/* DROP_EVERYBODY */.s3 && !rules.has(one))) {
        context.onWarning(`Dolt took this rule for one that another one covers already: ${(0,bytestring.displayText)(rule)}`);
    }
}
async function readWhole({ dump }) {
    const parts = [];
    let sizeBytes = 0;
    for await (const part of dump.content()) {
        sizeBytes += part.length;
        if (sizeBytes > MAX_BYTES) {
            throw new errors/* HoldfastError */.E('repository-damaged', `Cannot restore the dump ${dump.record.name}: it is larger than ${MAX_BYTES} bytes, expected users and rules.`);
        }
        parts.push(part);
    }
    return Buffer.concat(parts).toString('utf8');
}

// EXTERNAL MODULE: ./build/databases/dolt/server.js
var server = __webpack_require__(82304);
// EXTERNAL MODULE: ./build/databases/dolt/staging-place.js
var staging_place = __webpack_require__(59564);
// EXTERNAL MODULE: ./build/databases/dolt/state.js
var dolt_state = __webpack_require__(27022);
// EXTERNAL MODULE: ./build/databases/dolt/stored-backup.js
var stored_backup = __webpack_require__(54623);
;// CONCATENATED MODULE: ./build/databases/dolt/restore.js














const CLEANUP_MS = 5000;
/**
 * Puts a dump back. It is unpacked on the host, and opened, checked and compared there before the server hears of it. What was
 * there under its name is first copied under another one.
 */
async function restoreDolt(work) {
    const { client, choices, dump } = work;
    requireRestorable(work);
    const facts = await (0,server/* readDoltFacts */.$_)(client, choices.workFolder);
    const source = dump.record.restore['server_version'] ?? '';
    if ((0,versions/* isOlder */.t)(facts.version, source)) {
        throw new errors/* HoldfastError */.E('restore-blocked', `Cannot restore the dump ${dump.record.name} on "${client.host.name}": Dolt is ${facts.version} there, expected ` +
            `${(0,bytestring.displayText)(source)} or newer, which it was dumped from. Install that.`);
    }
    if (dump.record.format === 'globals')
        return restoreGlobals(work, facts);
    const backup = (0,stored_backup/* storedBackup */._w)(dump.record);
    const database = choices.database ?? dump.record.database ?? '';
    // Names that differ by case alone are the same.
    const there = facts.databases.find((name) => name.toLowerCase() === database.toLowerCase()) ?? null;
    requireNotInTheWay(work, there);
    const folder = await (0,work_folder/* makeFolder */.fc)(client.host, choices.workFolder, client.signal);
    try {
        (0,staging_place/* requirePlainPath */.s)(folder);
        const url = await (0,stored_backup/* unpackBackup */.Jq)(work, folder, backup);
        return await putInPlace(work, { database, there, url, folder, backup });
    }
    finally {
        if (!(await (0,work_folder/* removeFolder */.v$)(client.host, folder, client.signal)))
            work.context.onWarning(`The folder ${(0,quoted/* quoted */.T)(folder)} is left on "${client.host.name}": remove it.`);
    }
}
function requireRestorable({ dump: { record } }) {
    (0,dumped_by/* requireDumpedBy */.I)(['dolt'], record, 'into Dolt');
    if (record.format !== 'config')
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot restore ${record.name} into a server: configuration files are for you to put back, before it starts. Restore them ` +
        'into a folder: --target.');
}
function requireNotInTheWay({ client, terms }, there) {
    if (there === null || terms.overwrite)
        return;
    throw new errors/* HoldfastError */.E('restore-blocked', `Cannot restore the database ${(0,quoted/* quoted */.T)(there)} on "${client.host.name}": it is there already, expected none of that name. Name ` +
        'another one, or say that it may be copied aside (--overwrite-database).');
}
async function putInPlace(work, place) {
    const { client, context, dump } = work;
    const { database, there, backup } = place;
    const aside = there === null ? null : await copyAside(work, there, place.folder);
    if (aside !== null)
        await dropForGood(client, aside);
    let verified;
    try {
        await restoreAs(client, place.url, database);
        verified = await verify(work, database, backup);
    }
    catch (error) {
        if (!isThere(error))
            await undo(work, database, aside);
        else if (aside !== null)
            context.onWarning(`What was there is in ${(0,quoted/* quoted */.T)(aside.name)}.`);
        throw error;
    }
    await (0,stored_backup/* addRemotes */.xt)(client, database, (0,stored_backup/* remotesIn */.hX)(dump.record), context);
    if (aside !== null) {
        context.onInfo('Dolt also keeps what it dropped: CALL dolt_purge_dropped_databases() gives that room back, for all that were dropped.');
    }
    return {
        database: (0,bytestring.displayText)(database),
        movedAside: aside === null ? null : (0,bytestring.displayText)(aside.name),
        verified,
    };
}
/** What is in the way. If it can't be dropped all stays as it was. */
async function dropForGood(client, { of, name }) {
    try {
        await client.query(`drop the database ${(0,quoted/* quoted */.T)(of.database)}`, [
            `DROP DATABASE ${(0,sql/* identifier */.Cv)(of.database)}`,
        ]);
    }
    catch (error) {
        const still = client.under(AbortSignal.timeout(CLEANUP_MS));
        await still.query(`drop the copy ${(0,quoted/* quoted */.T)(name)}`, [`DROP DATABASE ${(0,sql/* identifier */.Cv)(name)}`]).catch(() => { });
        throw error;
    }
}
async function restoreAs(client, url, database) {
    await client.query(`restore the database ${(0,quoted/* quoted */.T)(database)}`, [
        `CALL dolt_backup('restore', ${(0,sql/* literal */.eu)(url)}, ${(0,sql/* literal */.eu)(database)})`,
    ]);
}
/** Somebody else made one of that name meanwhile: it isn't ours to drop. */
function isThere(error) {
    return error instanceof Error && error.message.includes('already exists');
}
async function verify({ client, dump, context }, database, backup) {
    const { fingerprint } = dump.record;
    if (fingerprint === null || fingerprint.fingerprint_version !== databases_fingerprint/* FINGERPRINT_VERSION */.UZ) {
        context.onWarning(`${dump.record.name}: ${(0,databases_fingerprint/* whyNotCompared */.DI)(dump.record.fingerprint)}.`);
        return null;
    }
    const what = `read the restored database ${(0,quoted/* quoted */.T)(database)}`;
    const rows = await client.query(what, (0,dolt_state/* stateStatements */.e8)(backup.outline, database));
    return (0,stored_backup/* requireSameState */.Jd)(fingerprint, (0,dolt_state/* stateIn */.pQ)(rows), `the database ${(0,quoted/* quoted */.T)(database)} on "${client.host.name}"`);
}
/** Dolt can't rename a database: it is copied under another name by a backup of its own, and compared. */
async function copyAside({ client, context }, database, folder) {
    const aside = `${database.slice(0, MAX_STEM)}_before_${(0,stamp/* stampNow */.S)()}`;
    const url = `file://${folder}/aside`;
    const outline = await (0,dolt_state/* readOutline */.pm)(client, database);
    const rows = await client.query(`copy the database ${(0,quoted/* quoted */.T)(database)} aside`, [
        `USE ${(0,sql/* identifier */.Cv)(database)}`,
        `CALL dolt_backup('sync-url', ${(0,sql/* literal */.eu)(url)})`,
        `CALL dolt_backup('restore', ${(0,sql/* literal */.eu)(url)}, ${(0,sql/* literal */.eu)(aside)})`,
        ...(0,dolt_state/* stateStatements */.e8)(outline),
        `SELECT 'copy' AS k`,
        ...(0,dolt_state/* stateStatements */.e8)(outline, aside),
    ]);
    const middle = rows.findIndex(({ k }) => k === 'copy');
    const [was, is] = [(0,dolt_state/* stateIn */.pQ)(rows.slice(0, middle)), (0,dolt_state/* stateIn */.pQ)(rows.slice(middle))];
    try {
        (0,stored_backup/* requireSameState */.Jd)(was, is, `the copy ${(0,quoted/* quoted */.T)(aside)} of the database ${(0,quoted/* quoted */.T)(database)}`);
        return { name: aside, url, of: outline, state: was };
    }
    catch (error) {
        const what = `drop the copy ${(0,quoted/* quoted */.T)(aside)}`;
        await client.query(what, [`DROP DATABASE ${(0,sql/* identifier */.Cv)(aside)}`]).catch(() => { });
        context.onWarning(`${(0,bytestring.displayText)(database)} is as it was: stop what writes to it before it is restored.`);
        throw error;
    }
}
/** A database's folder may have a name of 64 characters; what we add has 24. */
const MAX_STEM = 40;
/**
 * Nothing is left of a restore that failed, and what was there comes back under its name. Not by `dolt_undrop`: of two that were
 * dropped under one name that brings the later one. The copy goes only when the other one is there again, and compared.
 */
async function undo({ client, context }, database, aside) {
    const still = client.under(client.signal.aborted ? AbortSignal.timeout(CLEANUP_MS) : client.signal);
    await still.query('drop what was restored', [`DROP DATABASE ${(0,sql/* identifier */.Cv)(database)}`]).catch(() => { });
    if (aside === null)
        return;
    const { name, url, of, state } = aside;
    const what = `bring back ${(0,quoted/* quoted */.T)(of.database)}`;
    try {
        await restoreAs(still, url, of.database);
        (0,stored_backup/* requireSameState */.Jd)(state, (0,dolt_state/* stateIn */.pQ)(await still.query(what, (0,dolt_state/* stateStatements */.e8)(of))), what);
        await (0,stored_backup/* addRemotes */.xt)(still, of.database, of.remotes, context);
        await still.query(`drop the copy ${(0,quoted/* quoted */.T)(name)}`, [`DROP DATABASE ${(0,sql/* identifier */.Cv)(name)}`]);
    }
    catch {
        context.onWarning(`The database ${(0,quoted/* quoted */.T)(of.database)} isn't there as it was: what it held is in ${(0,quoted/* quoted */.T)(name)}.`);
    }
}


/***/ }),

/***/ 82304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $_: () => (/* binding */ readDoltFacts),
/* harmony export */   Pj: () => (/* binding */ askServer),
/* harmony export */   fX: () => (/* binding */ toolVersion)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _versions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44332);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65145);




/** They belong to no user. */
const BUILT_IN = new Set(['information_schema', 'mysql', 'performance_schema', 'sys', 'dolt_cluster']);
/**
 * Both versions. The client's is asked for by SQL in an empty folder: `dolt version` would ask GitHub for a newer one.
 * @throws HoldfastError host-unsupported for a client that is older than its server: it may not know what lies there.
 */
async function readDoltFacts(client, workFolder) {
    const { version, databases } = (await askServer(client)).facts;
    const tool = client.isOnFolder ? version : await toolVersion(client, workFolder);
    const facts = { version, tool, databases };
    if (!(0,_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .isOlder */ .t)(facts.tool, facts.version))
        return facts;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('host-unsupported', `Cannot use dolt on "${client.host.name}": it is version ${facts.tool}, expected the server’s ${facts.version} or newer. ` +
        'Install the server’s version there, or name its folder: ?bin=/folder.');
}
/** Its version and its databases; and what else is asked in the same session. @throws HoldfastError command-failed. */
async function askServer(client, statements = []) {
    const rows = await client.query('ask Dolt what it has', [VERSION, 'SHOW DATABASES', ...statements]);
    const others = rows.filter((row) => row['v'] === undefined && row['Database'] === undefined);
    return { facts: { version: versionIn(rows), databases: databasesIn(rows) }, others };
}
const VERSION = `SELECT dolt_version() AS v`;
function versionIn(rows) {
    return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(rows.find(({ v }) => v !== undefined)?.['v'] ?? '');
}
function databasesIn(rows) {
    const names = rows.flatMap((row) => row['Database'] ?? []);
    // What a session has chosen as `app/branch` is told, too.
    return names.filter((name) => !BUILT_IN.has(name) && !name.includes('/')).sort();
}
/** Of the `dolt` on the host, whatever a server is. @throws HoldfastError command-failed where there is none. */
async function toolVersion(client, workFolder) {
    const folder = await (0,_work_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .makeFolder */ .fc)(client.host, workFolder, client.signal);
    try {
        return versionIn(await client.ofFolder(folder).query('ask dolt for its version', [VERSION]));
    }
    finally {
        await (0,_work_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .removeFolder */ .v$)(client.host, folder, client.signal);
    }
}


/***/ }),

/***/ 68075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ identifier),
/* harmony export */   ct: () => (/* binding */ account),
/* harmony export */   eu: () => (/* binding */ literal)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** `name` as an identifier of Dolt's, whatever it holds. Nothing else in this room may quote one. @throws HoldfastError bad-input. */
function identifier(name) {
    if (name === '' || name.includes('\0')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot write ${JSON.stringify(name)} as a name in Dolt: it is empty or holds a NUL, which none can hold.`);
    }
    return `\`${name.replaceAll('`', '``')}\``;
}
const ESCAPES = {
    '\0': '\\0',
    '\n': '\\n',
    '\r': '\\r',
    '\x1a': '\\Z',
    '\\': '\\\\',
    "'": "''",
};
/** `text` as a string literal on one line. Nothing else in this room may quote one. */
function literal(text) {
    return `'${text.replace(/[\0\n\r\x1a\\']/g, (character) => ESCAPES[character] ?? character)}'`;
}
/** `'reader'@'%'` */
function account(user, host) {
    return `${literal(user)}@${literal(host)}`;
}


/***/ }),

/***/ 59564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   s: () => (/* binding */ requirePlainPath)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _dump_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39435);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25065);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68075);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27022);






/**
 * A sync makes its destination exactly what the database is, whatever that was: a folder that is a remote, or a backup of
 * another name, would be no more what its owner takes it for.
 * @throws HoldfastError bad-input.
 */
function placeOf(host, { database, remotes, backups }, { staging, namedBackup, taken: others }) {
    const folder = namedBackup === null
        ? `${staging ?? ''}/${(0,_dump_name_js__WEBPACK_IMPORTED_MODULE_0__/* .dumpNameOf */ .X)(database, 'backup')}`
        : folderOfBackup(host, { database, backups, name: namedBackup });
    requirePlainPath(folder);
    if (others.has(folder)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot back up the database ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .T)(database)} on "${host.name}" in ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .T)(folder)}: that is where another database has its backup, ` +
            'expected a folder of its own. Give each its own: CALL dolt_backup(…).');
    }
    const taken = [...remotes.map(({ name, url }) => [name, url]), ...Object.entries(backups)];
    const other = taken.find(([name, url = '']) => sameFolder(url, folder) && (name !== namedBackup || backups[name] !== url));
    if (other === undefined) {
        const what = namedBackup === null ? ['sync-url', `file://${folder}`] : ['sync', namedBackup];
        return { folder, call: `CALL dolt_backup(${what.map(_sql_js__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .eu).join(', ')})` };
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot back up the database ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .T)(database)} on "${host.name}" in ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .T)(folder)}: that is its remote or backup ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .T)(other[0] ?? '')}, ` +
        'expected a folder that is nothing else: a sync would make it all that the database is. Name another one.');
}
/** @throws HoldfastError bad-input where there is none of that name, or it isn't on the host. */
function folderOfBackup(host, { database, backups, name }) {
    const url = backups[name];
    const folder = /^file:\/\/(?:localhost)?(\/.*[^/])\/*$/.exec(url ?? '')?.[1];
    if (folder !== undefined)
        return folder;
    const is = url === undefined ? 'it has none' : `it is at ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)((0,_state_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutPassword */ .G5)(url))}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use the backup ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .T)(name)} of the database ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .T)(database)} on "${host.name}": ${is}, expected one in a folder of that host. ` +
        `Make it there: CALL dolt_backup('add', '${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)(name)}', 'file:///FOLDER').`);
}
function sameFolder(url, folder) {
    const [, path = ''] = /^file:\/\/(?:localhost)?(\/.*)$/.exec(url) ?? [];
    const plain = (text) => text.replace(/\/+/g, '/').replace(/\/$/, '');
    return plain(path) === plain(folder);
}
/** @throws HoldfastError bad-input for a folder whose name a `file:` URL would have to escape. */
function requirePlainPath(folder) {
    if (/^\/[A-Za-z0-9._/-]+$/.test(folder))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot have Dolt use the folder ${JSON.stringify(folder)}: expected a path of letters, digits, dots, dashes and underscores. ` +
        'Name another one.');
}


/***/ }),

/***/ 6098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XN: () => (/* binding */ openable),
/* harmony export */   j0: () => (/* binding */ backupFolder),
/* harmony export */   wy: () => (/* binding */ MIRROR_DATABASE),
/* harmony export */   zI: () => (/* binding */ stageBackup)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(19473);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(52871);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(28976);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25065);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65145);
/* harmony import */ var _staging_place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59564);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27022);








/** How often a database may be written while it is synced before the copy's own state is what counts. */
const MAX_TRIES = 4;
/** Name of the database in a mirror, as `dolt` opens it: what that leaves there isn't dumped. */
const MIRROR_DATABASE = 'db';
const NOMS = `${MIRROR_DATABASE}/.dolt/noms`;
const BACKUP = 'backup';
/** The folder in a mirror whose files are a whole backup, which nobody opens. */
function backupFolder(mirror) {
    return `${mirror}/${BACKUP}`;
}
/**
 * Has Dolt bring the database's backup in the staging folder up to date, and asks before and after it what the database
 * holds. Nothing written meanwhile: that is what the copy must hold. Else it is done anew.
 * @throws HoldfastError dump-failed where the copy holds anything else; command-failed with Dolt's own words.
 */
async function stageBackup(client, names, context) {
    const { database, workFolder } = names;
    for (let tries = 1;; tries++) {
        const outline = await (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .readOutline */ .pm)(client, database);
        const { folder, call } = (0,_staging_place_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$)(client.host, outline, names);
        const { before, after } = await sync(client, outline, call);
        const { mirror, stagingBytes } = await makeMirror(client, { folder, workFolder, outline });
        try {
            const state = await readMirror(client, mirror, outline);
            const isQuiet = (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameState */ ._G)(before, after) && knowsAll(outline, after);
            if (isQuiet && (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameState */ ._G)(state, after))
                return { mirror, folder, outline, state, isOfServer: true, stagingBytes };
            // Another one's sync may have come between.
            if (isQuiet && tries === MAX_TRIES)
                throw otherCopy(client.host, database, folder);
            if (tries === MAX_TRIES && knowsAll(outline, state)) {
                context.onWarning(`${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(database)}: it was written each time that it was backed up, so what the copy holds can't be compared with it. ` +
                    'Hold the application meanwhile (--before, --after).');
                return { mirror, folder, outline, state, isOfServer: false, stagingBytes };
            }
        }
        catch (error) {
            await (0,_work_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .removeFolder */ .v$)(client.host, mirror, client.signal);
            throw error;
        }
        await (0,_work_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .removeFolder */ .v$)(client.host, mirror, client.signal);
        if (tries === MAX_TRIES)
            throw restless(client.host, database);
    }
}
async function sync(client, outline, call) {
    const mark = `SELECT 'synced' AS k`;
    const rows = await client.query(`back up the database ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(outline.database)}`, [
        ...(0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .stateStatements */ .e8)(outline),
        call,
        mark,
        ...(0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .stateStatements */ .e8)(outline),
    ]);
    const middle = rows.findIndex(({ k }) => k === 'synced');
    return { before: (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .stateIn */ .pQ)(rows.slice(0, middle)), after: (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .stateIn */ .pQ)(rows.slice(middle)) };
}
/** Whether each branch that there is was asked about. */
function knowsAll({ branches }, { values }) {
    const heads = Object.keys(values).filter((name) => name.startsWith('branch '));
    return heads.length === branches.length;
}
/**
 * Of the staging folder only what its manifest names, as links; the manifest itself is copied. `dolt` opens it like any
 * database of its own, and leaves its own files here.
 */
async function makeMirror(client, options) {
    const { folder, workFolder, outline } = options;
    const script = `umask 077
cd ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(folder))} || exit 1
m=$(mktemp -d ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(`${workFolder}/holdfast-dolt-XXXXXX`))}) || exit 1
trap 'rm -rf "$m"' EXIT
trap 'exit 143' HUP INT TERM
set -e
mkdir -p "$m"/${BACKUP}/oldgen
for d in . oldgen; do
  [ -e $d/manifest ] || continue
  cp $d/manifest "$m"/${BACKUP}/$d/manifest
  named=:$(cat "$m"/${BACKUP}/$d/manifest):
  for f in $d/*; do
    b=\${f##*/}
    case $named in *:"\${b%.darc}":*) [ ! -f "$f" ] || ln -s "$PWD/$f" "$m"/${BACKUP}/"$f" ;; esac
  done
done
[ -e "$m"/${BACKUP}/manifest ]
du -sk . | cut -f 1
cd "$m"
${openable(outline.defaultBranch)}
trap - EXIT
printf '%s' "$m"`;
    const what = `read the backup of the database ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(outline.database)} in ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(folder)}`;
    try {
        const { stdout } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_6__/* .runSuccessfully */ .t7)(client.host, what, script, { signal: client.signal });
        const [size = '', mirror = ''] = stdout.toString('utf8').split('\n');
        return { mirror, stagingBytes: Number(size) * 1024 };
    }
    catch (cause) {
        if (!(cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .HoldfastError */ .E) || cause.code !== 'command-failed')
            throw cause;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .HoldfastError */ .E('dump-failed', `${cause.message} ${adviceOn(cause.message)}`, { cause });
    }
}
function adviceOn(said) {
    return /no space left/i.test(said)
        ? 'Make room there: links to the backup’s files, and what dolt writes when it opens them (?work-folder=/folder).'
        : 'The server writes it as its own account, on its own host: run there, as that account (?as=dolt).';
}
/**
 * Shell that makes, of the backup in the folder that it runs in, a database that `dolt` opens there: its files are linked, not
 * copied. (cat writes, since a shell calls a full disk an "I/O error".)
 */
function openable(defaultBranch) {
    const state = { head: `refs/heads/${defaultBranch}`, remotes: {}, backups: {}, branches: {} };
    return `mkdir -p ${NOMS}/oldgen || exit 1
for d in . oldgen; do
  for f in ${BACKUP}/$d/*; do
    [ -f "$f" ] || continue
    case $f in */manifest) cp "$f" ${NOMS}/$d/manifest ;; *) ln -s "$PWD/$f" ${NOMS}/$d/ ;; esac || exit 1
  done
done
printf '%s' ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(JSON.stringify(state)))} | cat >${MIRROR_DATABASE}/.dolt/repo_state.json || exit 1
printf '{}' | cat >${MIRROR_DATABASE}/.dolt/config.json || exit 1`;
}
async function readMirror(client, mirror, outline) {
    const rows = await client
        .ofFolder(mirror)
        .query(`read the copy of the database ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(outline.database)}`, (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .stateStatements */ .e8)(outline, MIRROR_DATABASE));
    return (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .stateIn */ .pQ)(rows);
}
function otherCopy(host, database, folder) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .HoldfastError */ .E('dump-failed', `Cannot dump the database ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(database)} on "${host.name}": Dolt said that it is backed up, but the copy in ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(folder)} ` +
        'holds other branches, tags or uncommitted work than the database. Remove that folder, and try again; look for a newer Dolt.');
}
function restless(host, database) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .HoldfastError */ .E('dump-failed', `Cannot dump the database ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(database)} on "${host.name}": branches were made or removed each of ${MAX_TRIES} times that it was ` +
        'backed up. Hold the application meanwhile (--before, --after).');
}


/***/ }),

/***/ 27022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ withoutPassword),
/* harmony export */   RV: () => (/* binding */ tooMuchIn),
/* harmony export */   _G: () => (/* binding */ isSameState),
/* harmony export */   ax: () => (/* binding */ fingerprintOf),
/* harmony export */   e8: () => (/* binding */ stateStatements),
/* harmony export */   pQ: () => (/* binding */ stateIn),
/* harmony export */   pm: () => (/* binding */ readOutline)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26861);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68075);



async function readOutline(client, database) {
    const rows = await client.query(`look at the database ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(database))}`, [
        `USE ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .identifier */ .Cv)(database)}`,
        `SELECT 'default' AS k, active_branch() AS n`,
        `SELECT 'branch' AS k, name AS n FROM dolt_branches ORDER BY name`,
        `SELECT 'remote' AS k, name AS n, url AS a FROM dolt_remotes`,
        `SELECT 'backup' AS k, name AS n, url AS a FROM dolt_backups`,
        `SELECT 'pushed' AS k, name AS n, hash AS a FROM dolt_remote_branches`,
        'SHOW FULL TABLES', // of the default branch, on which one is
    ]);
    return {
        database,
        defaultBranch: namesOf(rows, 'default')[0] ?? '',
        branches: namesOf(rows, 'branch'),
        tables: rows.flatMap(tableIn),
        remotes: remotesIn(rows),
        backups: Object.fromEntries(rows.filter(({ k }) => k === 'backup').map(({ n = '', a = '' }) => [n, a])),
    };
}
/** The column of the names is called after the database. */
function tableIn({ Table_type: type, ...names }) {
    const [name] = Object.values(names);
    return type === 'BASE TABLE' && name !== undefined ? [name] : [];
}
function namesOf(rows, kind) {
    return rows.filter(({ k }) => k === kind).map(({ n = '' }) => n);
}
/** Without the passwords that URLs may hold. */
function remotesIn(rows) {
    const pushed = rows.filter(({ k }) => k === 'pushed');
    return rows
        .filter(({ k }) => k === 'remote')
        .map(({ n: name = '', a: url = '' }) => ({
        name,
        url: withoutPassword(url),
        branches: branchesOf(pushed, `remotes/${name}/`),
    }));
}
function withoutPassword(url) {
    return url.replace(/^([a-z+]+:\/\/[^/@:]*):[^/@]*@/i, '$1@');
}
function branchesOf(pushed, prefix) {
    const own = pushed.filter(({ n = '' }) => n.startsWith(prefix));
    return Object.fromEntries(own.map(({ n = '', a = '' }) => [n.slice(prefix.length), a]));
}
function onBranch(database, branch) {
    return (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .identifier */ .Cv)(`${database}/${branch}`);
}
/**
 * Statements that tell what `outline.database` holds, each row with its kind: the commit of each branch and tag, of each
 * branch what is uncommitted, the stashes; of each table of the default branch its rows and its hash. Every hash is of content:
 * the same on every server, whatever the database is called there.
 */
function stateStatements(outline, database = outline.database) {
    const { defaultBranch, branches, tables } = outline;
    const statements = [
        `USE ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .identifier */ .Cv)(database)}`,
        `SELECT 'head' AS k, name AS n, hash AS a FROM dolt_branches`,
        `SELECT 'tag' AS k, tag_name AS n, tag_hash AS a FROM dolt_tags`,
        `SELECT 'stash' AS k, concat(name, ' ', stash_id) AS n, concat(branch, ' ', hash) AS a FROM dolt_stashes`,
    ];
    for (const branch of branches) {
        statements.push(`USE ${onBranch(database, branch)}`, `SELECT 'branch' AS k, ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(branch)} AS n, dolt_hashof('HEAD') AS a, dolt_hashof_db('HEAD') AS b, ` +
            `dolt_hashof_db('STAGED') AS c, dolt_hashof_db('WORKING') AS d`);
    }
    if (tables.length > 0)
        statements.push(`USE ${onBranch(database, defaultBranch)}`);
    for (const table of tables) {
        const statement = `SELECT 'table' AS k, ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(table)} AS n, dolt_hashof_table(${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(table)}) AS a, count(*) AS b FROM ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .identifier */ .Cv)(table)}`;
        statements.push(...asScanned(statement, table));
    }
    return statements;
}
/**
 * `statement`, in which `name` stands as an identifier, so that `dolt sql` sees where it ends: to it a backslash goes before a quote that ends
 * nothing, in identifiers too, to the server it doesn't.
 */
function asScanned(statement, name) {
    if (!name.includes('\\'))
        return [statement];
    return [`PREPARE holdfast FROM ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(statement)}`, 'EXECUTE holdfast'];
}
/** What the rows that `stateStatements` selected say. */
function stateIn(rows) {
    const tables = {};
    const values = {};
    for (const { k, n = '', a = '', b = '', c = '', d = '' } of rows) {
        const name = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(n);
        if (k === 'head')
            values[`branch ${name}`] = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(a);
        else if (k === 'tag')
            values[`tag ${name}`] = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(a);
        else if (k === 'stash')
            values[`stash ${name}`] = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(a);
        else if (k === 'table')
            tables[name] = { rows: Number(b), checksum: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(a) };
        else if (k === 'branch')
            values[`working set of ${name}`] = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(`${a} ${b} staged ${c} working ${d}`);
    }
    return { tables, values };
}
function fingerprintOf(state, facts) {
    return { fingerprint_version: _fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .FINGERPRINT_VERSION */ .UZ, ...state, schema: {}, facts, rows: 'full' };
}
/** Branches, tags and stashes that nobody dumped. */
function tooMuchIn(dumped, now) {
    const more = Object.keys(now.values).filter((name) => dumped.values[name] === undefined);
    return more.map((name) => `${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(name)}: it is there, expected none`);
}
/** Whether nothing is other. */
function isSameState(a, b) {
    return (JSON.stringify([sorted(a.tables), sorted(a.values)]) ===
        JSON.stringify([sorted(b.tables), sorted(b.values)]));
}
function sorted(object) {
    return Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
}


/***/ }),

/***/ 54623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jd: () => (/* binding */ requireSameState),
/* harmony export */   Jq: () => (/* binding */ unpackBackup),
/* harmony export */   _w: () => (/* binding */ storedBackup),
/* harmony export */   hX: () => (/* binding */ remotesIn),
/* harmony export */   xt: () => (/* binding */ addRemotes)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(53272);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52871);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28976);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26861);
/* harmony import */ var _folder_tar_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57203);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(25065);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(68075);
/* harmony import */ var _staging_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6098);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27022);











/** @throws HoldfastError repository-damaged. */
function storedBackup(record) {
    const { outline = '', default_branch: defaultBranch = '' } = record.restore;
    try {
        const { branches, tables } = JSON.parse(outline);
        if (isTexts(branches) && isTexts(tables))
            return {
                outline: {
                    database: record.database ?? '',
                    defaultBranch,
                    branches,
                    tables,
                    remotes: [],
                    backups: {},
                },
            };
    }
    catch {
        // Told below.
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('repository-damaged', `Cannot restore the dump ${record.name}: what its manifest says of its branches and tables can't be read. Restore it as a file (--target): ` +
        'it is a tar of a folder that `dolt backup restore file://…` takes.');
}
/**
 * Unpacks the backup in `folder`, checks it by Dolt's own `fsck`, and opens it there to compare it with the manifest: all that can be
 * known of it before a server has it.
 * @returns its URL.
 * @throws HoldfastError restore-mismatch, command-failed.
 */
async function unpackBackup({ client, dump, context }, folder, { outline }) {
    const { record } = dump;
    const what = `unpack the dump ${record.name}`;
    const unpacked = (0,_staging_js__WEBPACK_IMPORTED_MODULE_1__/* .backupFolder */ .j0)(folder);
    await (0,_folder_tar_js__WEBPACK_IMPORTED_MODULE_2__/* .unpackTar */ .Ag)(client.host, { folder: unpacked, content: dump.content(), what, signal: client.signal });
    const script = `cd ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.fromText)(folder))} || exit 1\n${(0,_staging_js__WEBPACK_IMPORTED_MODULE_1__/* .openable */ .XN)(outline.defaultBranch)}`;
    await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_5__/* .runSuccessfully */ .t7)(client.host, what, script, { signal: client.signal });
    const copy = client.ofFolder(folder);
    const said = await copy.run(`check the dump ${record.name}`, `${folder}/${_staging_js__WEBPACK_IMPORTED_MODULE_1__/* .MIRROR_DATABASE */ .wy}`, [
        'fsck',
        '--quiet',
    ]);
    if (!said.includes('No problems found')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('restore-mismatch', `Cannot restore the dump ${record.name}: dolt fsck says ${JSON.stringify((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)(said.slice(-200)))}, expected no problems.`);
    }
    const rows = await copy.query(`open the dump ${record.name}`, (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .stateStatements */ .e8)(outline, _staging_js__WEBPACK_IMPORTED_MODULE_1__/* .MIRROR_DATABASE */ .wy));
    const { fingerprint } = record;
    if (fingerprint !== null && fingerprint.fingerprint_version === _fingerprint_js__WEBPACK_IMPORTED_MODULE_7__/* .FINGERPRINT_VERSION */ .UZ)
        requireSameState(fingerprint, (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .stateIn */ .pQ)(rows), `the dump ${record.name}`);
    context.onInfo(`${record.name}: unpacked, and dolt fsck finds no problem`);
    return `file://${unpacked}`;
}
/** @throws HoldfastError restore-mismatch unless `is` has every branch, tag, stash, uncommitted work and table as `was`, and no other. */
function requireSameState(was, is, what) {
    const { differences, differenceCount, onlyCounted, tables, rows } = (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_7__/* .compareFingerprints */ .tS)((0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .fingerprintOf */ .ax)(was, {}), (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .fingerprintOf */ .ax)(is, {}));
    const told = differences.map(_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText);
    told.push(...(0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .tooMuchIn */ .RV)(was, is));
    if (told.length === 0)
        return { tables, rows, onlyCounted: onlyCounted.length };
    const left = differenceCount - differences.length;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('restore-mismatch', `Cannot count ${what} as restored: ${told.join('; ')}${left > 0 ? ` and ${left} more` : ''}, expected what was dumped.`);
}
/** Where it was pushed to. A backup of Dolt's doesn't hold that. One that can't be made again is told. */
async function addRemotes(client, database, remotes, context) {
    for (const { name, url } of remotes) {
        const statements = [
            `USE ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_8__/* .identifier */ .Cv)(database)}`,
            `CALL dolt_remote('add', ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_8__/* .literal */ .eu)(name)}, ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_8__/* .literal */ .eu)(url)})`,
        ];
        await client.query(`add the remote ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_9__/* .quoted */ .T)(name)}`, statements).catch((error) => {
            if (client.signal.aborted)
                throw error;
            context.onWarning(`${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)(database)} has no remote ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_9__/* .quoted */ .T)(name)} (${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)(url)}) yet: ${(0,_failure_text_js__WEBPACK_IMPORTED_MODULE_10__/* .failureText */ .k)(error)} Its own repo_state.json brings it, where that is put back; else add it by hand.`);
        });
    }
}
/** Those of the manifest. */
function remotesIn({ restore }) {
    try {
        const remotes = JSON.parse(restore['remotes'] ?? '[]');
        return remotes.flatMap(({ name, url }) => typeof name === 'string' && name !== '' && typeof url === 'string' ? [{ name, url }] : []);
    }
    catch {
        return [];
    }
}
function isTexts(value) {
    return Array.isArray(value) && value.every((text) => typeof text === 'string' && !text.includes('\0'));
}


/***/ }),

/***/ 26357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ findingsOf)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);

/** What a comparison says of the data, of which an engine adds what it knows beside. */
function findingsOf(comparison, own = {}) {
    const { differences, differenceCount, tables, rows, onlyCounted, countedRows } = comparison;
    const told = differences.map(_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.displayText); // the names are the manifest's
    if (differenceCount > told.length)
        told.push(`${differenceCount - told.length} more`);
    const { objects = [], remarks = [], tampered = null } = own;
    return { differences: [...told, ...objects], remarks, tables, rows, onlyCounted, countedRows, tampered };
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

/***/ 69394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ requireDumpedBy)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** @param where For the message: `into MySQL`. @throws HoldfastError bad-input for a dump of another engine. */
function requireDumpedBy(engines, record, where) {
    if (engines.includes(record.engine))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot restore the dump ${record.name} ${where}: it is of ${record.engine}, expected ${engines.join(' or ')}.`);
}


/***/ }),

/***/ 57989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PX: () => (/* binding */ runFed),
/* harmony export */   bJ: () => (/* binding */ wholeContent),
/* harmony export */   fl: () => (/* binding */ fedOutput)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46466);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52871);




/**
 * Runs a tool that reads a dump, to its end. A chunk of it has been read by the tool's side when the next one is asked for. A dump that breaks off ends the tool: it must not take a part for the whole, and
 * some wait for the rest for ever (pg_restore does of a tar).
 * @throws what `stdin` throws, and what `runToEnd` throws.
 */
async function runFed(host, script, { stdin, limitBytes, signal, }) {
    const source = new WatchedSource(stdin);
    const running = (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_2__/* .runToEnd */ .cd)(host, script, {
        stdin: async (write) => {
            for await (const bytes of source.bytes())
                await write(bytes);
        },
        hasLargeInput: true,
        limitBytes,
        signal: AbortSignal.any([signal, source.failed]),
    });
    return running.catch((error) => {
        source.requireWhole();
        throw error;
    });
}
/**
 * What a tool prints that reads a dump meanwhile; returns how it ended. It is ended when its reader stops, and when the dump
 * breaks off, as by `runFed`.
 * @param messages Takes what it says of errors.
 * @throws what `stdin` throws, and what the host throws.
 */
async function* fedOutput(host, script, options) {
    const source = new WatchedSource(options.stdin);
    const ending = new AbortController();
    const signal = AbortSignal.any([ending.signal, source.failed, options.signal]);
    const command = await host.start(script, { signal, hasLargeInput: true });
    command.exited.catch(() => { }); // met below
    // A tool need not read all: what that means its exit status says.
    const feeding = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(passedOn(source.bytes()), { objectMode: false }), command.stdin).catch(() => { });
    const errors = options.messages.read(command.stderr).catch(() => { });
    try {
        for await (const chunk of command.stdout)
            yield chunk;
        const exit = await command.exited;
        await Promise.all([errors, feeding]);
        source.requireWhole();
        return exit;
    }
    catch (error) {
        source.requireWhole();
        await command.exited; // why the stream broke, if the host knows
        throw error;
    }
    finally {
        ending.abort();
        command.stdout.destroy();
        command.stderr.destroy();
        await command.exited.catch(() => { });
    }
}
/** Remembers whether it was the source that broke, and not who reads it. */
class WatchedSource {
    #source;
    #failing = new AbortController();
    #failure = null;
    constructor(source) {
        this.#source = source;
    }
    /** Aborts when the source throws. */
    get failed() {
        return this.#failing.signal;
    }
    async *bytes() {
        try {
            yield* this.#source;
        }
        catch (error) {
            this.#failure = { error };
            this.#failing.abort(error);
            throw error;
        }
    }
    /** @throws what the source threw, if it did. */
    requireWhole() {
        if (this.#failure !== null)
            throw this.#failure.error;
    }
}
/** A stream that breaks throws into the iterator that it reads: not into the source, which would take it for its own. */
async function* passedOn(source) {
    for await (const chunk of source)
        yield chunk;
}
/** The dump's bytes, which must be as many as its record says. @throws HoldfastError repository-damaged, at their end. */
async function* wholeContent(content, { name, size_bytes: expected }) {
    let sizeBytes = 0;
    for await (const chunk of content) {
        sizeBytes += chunk.length;
        yield chunk;
    }
    if (sizeBytes === expected)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('repository-damaged', `Cannot restore the dump ${name}: it has ${sizeBytes} bytes, expected ${expected} as its manifest says. Choose another one.`);
}


/***/ }),

/***/ 26861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DI: () => (/* binding */ whyNotCompared),
/* harmony export */   Nn: () => (/* binding */ rowsIn),
/* harmony export */   UZ: () => (/* binding */ FINGERPRINT_VERSION),
/* harmony export */   f8: () => (/* binding */ toldOfOnlyCounted),
/* harmony export */   kG: () => (/* binding */ whyNotVerified),
/* harmony export */   tS: () => (/* binding */ compareFingerprints)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95209);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);


/** Version of what a fingerprint means. Two of different versions say nothing of each other. */
const FINGERPRINT_VERSION = 1;
/**
 * Of one that nothing can be compared with: why, ready to show. That this version doesn't know its kind isn't that there is none: another
 * version of ours could compare it.
 */
function whyNotCompared(fingerprint) {
    if (fingerprint === null)
        return 'there is no fingerprint to compare with what was restored';
    const { fingerprint_version: version } = fingerprint;
    if (version === FINGERPRINT_VERSION)
        return 'the fingerprint holds nothing that could be compared';
    return (`the fingerprint is of version ${version}, expected ${FINGERPRINT_VERSION}: nothing was compared. Use the version of Holdfast ` +
        'that made the backup');
}
/** Of a restore that didn't compare: why, ready to show. What could be compared, and wasn't, is a file that no server has loaded yet. */
function whyNotVerified(fingerprint) {
    return fingerprint?.fingerprint_version === FINGERPRINT_VERSION
        ? 'its server has not loaded it yet'
        : whyNotCompared(fingerprint);
}
/** How many differences are told; more are counted. */
const MAX_TOLD = 10;
/**
 * Compares `now` with what was `dumped`. Rows that `now` has beside are a difference, too: a restored database holds nothing
 * else, but for tables whose data was left out.
 */
function compareFingerprints(dumped, now) {
    const told = [];
    let count = 0;
    const tell = (text) => {
        count++;
        if (told.length < MAX_TOLD)
            told.push(text);
    };
    for (const name of namesOf(dumped.tables, now.tables)) {
        const difference = tableDifference(dumped.tables[name], now.tables[name]);
        if (difference !== null)
            tell(`table ${name}: ${difference}`);
    }
    for (const [name, was] of Object.entries(dumped.values)) {
        const is = now.values[name];
        if (was !== is)
            tell(`${name}: ${is ?? 'missing'}, expected ${was}`);
    }
    const onlyCounted = Object.keys(dumped.tables)
        .filter((name) => isOnlyCounted(dumped.tables[name], now.tables[name]))
        .sort();
    return {
        differences: told,
        differenceCount: count,
        onlyCounted,
        countedRows: onlyCounted.reduce((sum, name) => sum + (dumped.tables[name]?.rows ?? 0), 0),
        schemaDifferences: namesOf(dumped.schema, now.schema).filter((k) => dumped.schema[k] !== now.schema[k]),
        tables: Object.keys(dumped.tables).length,
        rows: rowsIn(dumped),
    };
}
/** A sentence without its full stop, ready to show; null: all was compared. @param names As a manifest has them. */
function toldOfOnlyCounted(names) {
    if (names.length === 0)
        return null;
    const more = names.length > MAX_TOLD ? ` and ${names.length - MAX_TOLD} more` : '';
    const shown = names.slice(0, MAX_TOLD).map(_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.displayText).join(', ');
    return `not compared, only the rows counted: the data of ${shown}${more}`;
}
/** Rows of all tables. */
function rowsIn({ tables }) {
    return Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);
}
function isOnlyCounted(was, is) {
    if (was === undefined || is === undefined || was.rows !== is.rows || was.rows === 0)
        return false;
    return was.checksum === null || is.checksum === null;
}
function namesOf(a, b) {
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
}
function tableDifference(was, is) {
    if (was === undefined)
        return is === undefined || is.rows === 0 ? null : `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCounted)(is.rows, 'row')}, expected none`;
    if (is === undefined)
        return 'it is missing';
    if (was.rows !== is.rows)
        return `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCounted)(is.rows, 'row')}, expected ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCount)(was.rows)}`;
    if (was.checksum === null || is.checksum === null)
        return null; // told by onlyCounted
    if (was.checksum !== is.checksum)
        return `other data in ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__.formatCounted)(is.rows, 'row')}`;
    return null;
}


/***/ }),

/***/ 57203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ unpackTar),
/* harmony export */   CW: () => (/* binding */ folderTar),
/* harmony export */   bt: () => (/* binding */ listFolder)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19473);
/* harmony import */ var _files_tar_parser_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34497);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52871);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28976);
/* harmony import */ var _tool_output_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36297);






/** A folder with more files isn't one that an engine keeps its backup in. */
const MAX_LIST_BYTES = 256 * 1024 * 1024;
/**
 * The regular files below `folder`, by their paths there; ordered by name, so that two days' archives have the same order.
 * @throws HoldfastError command-failed where it can't be read.
 */
async function listFolder(host, folder, what, signal) {
    const script = `cd ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(folder))} && find -L . -type f -print`;
    const { stdout } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_2__/* .runSuccessfully */ .t7)(host, what, script, { limitBytes: MAX_LIST_BYTES, signal });
    const paths = stdout
        .toString('latin1')
        .split('\n')
        .filter((path) => path !== '');
    return paths.map((path) => path.replace(/^\.\//, '')).sort();
}
/**
 * Exactly those files as one tar, as the host's own tar writes it. Ends in order only if all were in it, whole: a file that
 * changed or vanished meanwhile is an error.
 * @throws HoldfastError dump-failed with tar's own words.
 */
async function* folderTar(options) {
    const { host, folder, files, messages, signal, what } = options;
    const parser = new _files_tar_parser_js__WEBPACK_IMPORTED_MODULE_3__/* .TarParser */ .J();
    const missing = new Set(files);
    const packed = new Set();
    // A name that began with a dash would be an option to GNU tar, of which some run commands.
    const input = Buffer.from(files.map((path) => `./${path}\n`).join(''), 'latin1');
    const script = `cd ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(folder))} && exec tar -c -h -f - -T -`;
    const output = (0,_tool_output_js__WEBPACK_IMPORTED_MODULE_4__/* .dumpOutput */ .sQ)({ host, script, input, messages, signal, what });
    try {
        for await (const chunk of output) {
            for (const event of parser.push(chunk)) {
                if (event.kind !== 'member' && event.kind !== 'start')
                    continue;
                if (isInside(event.header, packed))
                    missing.delete(plain(event.header.path));
            }
            yield chunk;
        }
        parser.finish();
    }
    catch (error) {
        // It is a tar of the host's that we can't read: nobody else may be able to, either.
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E && error.code === 'command-failed')
            throw (0,_tool_output_js__WEBPACK_IMPORTED_MODULE_4__/* .dumpFailed */ .eJ)(what, host, error.message);
        throw error;
    }
    const [first] = missing;
    if (first === undefined)
        return;
    throw (0,_tool_output_js__WEBPACK_IMPORTED_MODULE_4__/* .dumpFailed */ .eJ)(what, host, `tar left out ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(first)}, expected every file`);
}
/**
 * Unpacks what `folderTar` gave into `folder`, which is made, for nobody else to read.
 * @throws HoldfastError command-failed with tar's own words, no-space; what `content` throws.
 */
async function unpackTar(host, options) {
    const { folder, content, what, signal, keepOwners = false } = options;
    const flags = keepOwners ? '-p' : '-o';
    const failed = new AbortController();
    const script = `umask 077 && ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteAll */ ._)(['mkdir', '-p', '--', folder].map(_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText))} && cd ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(folder))} && exec tar -x -f - ${flags}`;
    try {
        const stdin = safely(content, failed);
        await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_2__/* .runSuccessfully */ .t7)(host, what, script, { stdin, signal: AbortSignal.any([signal, failed.signal]) });
    }
    catch (error) {
        // Ended because of what it was given.
        throw failed.signal.aborted ? failed.signal.reason : asNoSpace(error, folder);
    }
}
/** GNU tar doesn't always say it in the system's words. */
function asNoSpace(error, folder) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E) || !/No space left|Wrote only \d+ of \d+ bytes/i.test(error.message))
        return error;
    const advice = `The disk of ${JSON.stringify(folder)} is full: make room there.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('no-space', `${error.message} ${advice}`, { cause: error });
}
/**
 * The members as they come, none of which leads out of the folder: a snapshot's dump may be anybody's. Where reading fails
 * tar is ended, for which a part would look like a whole.
 */
async function* safely(content, failed) {
    const parser = new _files_tar_parser_js__WEBPACK_IMPORTED_MODULE_3__/* .TarParser */ .J();
    const unpacked = new Set();
    try {
        for await (const chunk of content) {
            for (const event of parser.push(chunk)) {
                if (event.kind === 'member' || event.kind === 'start')
                    requireInside(event.header, unpacked);
            }
            yield chunk;
        }
        parser.finish();
    }
    catch (error) {
        failed.abort(error);
        throw error;
    }
}
/**
 * Whether it is a file or folder below the archive's own, or a file that repeats one that came before it (as tar writes the
 * second of two links to one file); what it is is added to `before`.
 */
function isInside({ path, type, linkTarget }, before) {
    if (path.startsWith('/') || path.split('/').includes('..'))
        return false;
    if (type === 'dir')
        return true;
    if (type !== 'file' && !(type === 'hardlink' && before.has(plain(linkTarget))))
        return false;
    before.add(plain(path));
    return true;
}
function plain(path) {
    return path.replace(/^\.\//, '');
}
function requireInside(header, before) {
    if (isInside(header, before))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('repository-damaged', `Cannot unpack the dump: it holds ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(header.path)} (${header.type}), expected files and folders below its own. Choose another snapshot.`);
}


/***/ }),

/***/ 81754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ sessionsUseIt),
/* harmony export */   k: () => (/* binding */ requireNotInTheWay)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/**
 * @param where Ready to show: `the database "app" on "host"`.
 * @param moved How the engine gets what is there out of the way: `renamed aside`.
 * @throws HoldfastError restore-blocked for a database that holds something, unless it may be moved and nobody uses it.
 */
function requireNotInTheWay(state, where, { overwrite, moved }) {
    if (state.kind !== 'full')
        return;
    if (!overwrite) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('restore-blocked', `Cannot restore ${where}: it holds ${state.objects} object${state.objects === 1 ? '' : 's'}, expected an empty or no database. Name another one, or ` +
            `say that it may be ${moved} (--overwrite-database).`);
    }
    if (state.sessions === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('restore-blocked', `Cannot restore ${where}: ${sessionsUseIt(state.sessions)}, expected none while it is ${moved}. Stop what uses it.`);
}
/** `2 sessions use it`. */
function sessionsUseIt(count) {
    return count === 1 ? '1 session uses it' : `${count} sessions use it`;
}


/***/ }),

/***/ 11520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JU: () => (/* binding */ userIn),
/* harmony export */   gO: () => (/* binding */ whoRunsIn),
/* harmony export */   hI: () => (/* binding */ WHO_HAS_IT_OPEN)
/* harmony export */ });
/**
 * Shell that prints `in-use PID NAME` of a process that has the file `$p` open, as far as /proc shows it to the account: root sees
 * all. Nothing where nobody has, or nothing can be known.
 */
const WHO_HAS_IT_OPEN = `for d in /proc/[0-9]*; do
  for l in "$d"/fd/*; do
    if [ "$l" -ef "$p" ]; then n=; read -r n <"$d/comm"; echo "in-use \${d#/proc/} $n"; break 2; fi
  done
done 2>/dev/null`;
/** As WHO_HAS_IT_OPEN: of a process of that name whose folder is `$p`. @param names Of letters and dashes. */
function whoRunsIn(names) {
    return `for d in /proc/[0-9]*; do
  n=; read -r n <"$d/comm" || continue
  case $n in ${names.join(' | ')}) [ ! "$d/cwd" -ef "$p" ] || { echo "in-use \${d#/proc/} $n"; break; } ;; esac
done 2>/dev/null`;
}
/** What those scripts said, ready to show: `redis-server (process 123)`; null: nobody is known to. */
function userIn(said) {
    const [, pid, name = ''] = /^in-use (\d+) (.*)$/m.exec(said) ?? [];
    return pid === undefined ? null : `${name.replace(/[^\w.:+-]/g, '?') || 'a process'} (process ${pid})`;
}


/***/ }),

/***/ 61816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ toolCall),
/* harmony export */   f: () => (/* binding */ findScript)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28976);



/**
 * A shell script that runs `tool` with `args`. The password is on no command line and in no file: the script reads it from
 * its stdin into the tools' own variable, which only the same user and root can see. An option file of the host would count
 * more than that variable: with a password of ours none is read.
 */
function toolCall(access, tool, args) {
    const { password } = access;
    const setup = password === null ? '' : 'IFS= read -r MYSQL_PWD || exit 1\nexport MYSQL_PWD\n';
    const words = [
        tool.path,
        ...(password === null ? [] : ['--no-defaults']),
        ...connectionArgs(access, tool.product),
    ].map(_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText);
    return {
        script: `${setup}exec ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteAll */ ._)([...words, ...args])}`,
        input: password === null ? Buffer.alloc(0) : Buffer.from(`${password}\n`, 'utf8'),
    };
}
function connectionArgs(access, product) {
    const { host, port, socket, user } = access;
    return [
        ...(host === null ? [] : [`--host=${host}`]),
        // `localhost` with a port would be the socket all the same.
        ...(port === null ? [] : [`--port=${port}`, '--protocol=tcp']),
        ...(socket === null ? [] : [`--socket=${socket}`, '--protocol=socket']),
        ...(user === null ? [] : [`--user=${user}`]),
        ...tlsArgs(access, product),
    ];
}
function tlsArgs({ tls, tlsCa }, product) {
    const ca = tlsCa === null ? [] : [`--ssl-ca=${tlsCa}`];
    if (product === 'mysql') {
        const modes = { preferred: null, off: 'DISABLED', required: 'REQUIRED', verified: 'VERIFY_IDENTITY' };
        const mode = modes[tls];
        return [...ca, ...(mode === null ? [] : [`--ssl-mode=${mode}`])];
    }
    if (tls === 'required') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', 'Cannot use tls=required with the client of MariaDB: it sends the password also to a server without TLS, expected tls=verified. ' +
            'Say that, with tls-ca=/file for a certificate of your own.');
    }
    const words = {
        preferred: [],
        off: ['--skip-ssl'],
        verified: ['--ssl', '--ssl-verify-server-cert'],
    };
    return [...ca, ...words[tls]];
}
/** A folder's tool, or PATH's: the first of `names` that is there, as a line `path NUL`, then what it says of its version. */
function findScript(names, folder) {
    const candidates = names.map((name) => folder === null ? `"$(command -v ${name})"` : (0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(`${folder}/${name}`)));
    return (`for t in ${candidates.join(' ')}; do ` +
        '[ -x "$t" ] && printf \'%s\\0\' "$t" && exec "$t" --no-defaults --version; done; exit 127');
}


/***/ }),

/***/ 92765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ask: () => (/* binding */ ask)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(19473);
/* harmony import */ var _hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62585);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52871);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(25065);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61816);
/* harmony import */ var _client_messages_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(40514);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38724);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1227);









/** Nobody expects more of a check. */
const LIMIT_BYTES = 1024 * 1024;
/** What a user's statement prints. The session is read-only: a check of a restored database changes nothing in it. */
async function ask(host, { access, database, statement }, signal) {
    const client = await (0,_tools_js__WEBPACK_IMPORTED_MODULE_0__/* .findClient */ .$)(host, { prefer: 'mariadb', folder: access.toolFolder, signal });
    const { script, input } = (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .toolCall */ .L)(access, client, [..._session_js__WEBPACK_IMPORTED_MODULE_2__/* .CLIENT_ARGS */ ._v, `--database=${database}`].map(_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromText));
    const stdin = Buffer.concat([
        input,
        Buffer.from(`SET SESSION TRANSACTION READ ONLY;\n${statement}\n;\n`, 'utf8'),
    ]);
    const { exit, stdout, stderr } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_4__/* .runToEnd */ .cd)(host, script, { stdin, limitBytes: LIMIT_BYTES, signal });
    if ((0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_5__/* .isSuccess */ .o)(exit)) {
        const lines = stdout.toString('latin1').trimEnd().split('\n');
        return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.display)(lines.map((line) => (0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .Pf)(line).join('|')).join('\n'));
    }
    const messages = new _client_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .ClientMessages */ .m([access.password ?? '']).addAll(stderr);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .HoldfastError */ .E('command-failed', `Cannot ask the database ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_8__/* .quoted */ .T)(database)} on "${host.name}": the client ${(0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_5__/* .endedWith */ .t)(exit)}${messages.shown}, expected ` +
        'exit status 0. Correct the statement.');
}


/***/ }),

/***/ 40514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ ClientMessages)
/* harmony export */ });
/* harmony import */ var _tool_output_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36297);

/** Before and after a statement that failed. */
const RULE = '--------------';
const ERROR = /^ERROR \d+ /;
/**
 * What the client says of errors. In batches it shows the whole statement that failed before the error: rows of a dump, which
 * belong in no log, and between which nobody finds the error. Of what follows the first such statement only errors are kept.
 */
class ClientMessages extends _tool_output_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolMessages */ .D4 {
    #hasShownStatement = false;
    add(line) {
        this.#hasShownStatement ||= line.trimEnd() === RULE;
        if (this.#hasShownStatement && !ERROR.test(line))
            return;
        super.add(line);
    }
}


/***/ }),

/***/ 41190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compareNow: () => (/* binding */ compareNow)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(19473);
/* harmony import */ var _drilled_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26357);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26861);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(25065);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(39000);
/* harmony import */ var _row_hash_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73673);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33329);
/* harmony import */ var _server_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19357);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(67596);
/* harmony import */ var _tables_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(52371);











/**
 * Compares what is in `database` now with what the manifest says was dumped: a restore's verification and a drill's alike.
 * With `row-deleted`, what is compared lacks a row: that must come out as a difference.
 * @returns null without a fingerprint to compare with.
 */
async function compareNow(work, database, tampering = 'nothing') {
    const { record } = work;
    const dumped = record.fingerprint;
    if (dumped === null || dumped.fingerprint_version !== _fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .FINGERPRINT_VERSION */ .UZ)
        return null;
    const { now, tampered } = await readNow(work, database, dumped, tampering);
    const comparison = (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .compareFingerprints */ .tS)(dumped, now);
    const isFiltered = record.options.some((option) => /^(exclude-)?table(-data)?=/.test(option));
    const known = comparison.schemaDifferences.filter((kind) => dumped.schema[kind] !== undefined);
    const kinds = isFiltered ? [] : known;
    const compared = dumped.schema[_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .LASTING */ .De] === undefined ? _schema_js__WEBPACK_IMPORTED_MODULE_1__/* .OBJECTS */ .fQ : _schema_js__WEBPACK_IMPORTED_MODULE_1__/* .LASTING */ .De;
    const objects = kinds.includes(compared) ? [OTHER_OBJECTS] : [];
    if (kinds.includes(_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .INDEXES */ .lj))
        objects.push('other indexes than were dumped');
    return (0,_drilled_js__WEBPACK_IMPORTED_MODULE_2__/* .findingsOf */ .W)(comparison, { objects, remarks: remarksOn(work, kinds), tampered });
}
const OTHER_OBJECTS = 'other tables, columns, routines, triggers or views than were dumped';
const PASSED = 'events whose time has passed are not there (ON COMPLETION NOT PRESERVE)';
function remarksOn({ record, server }, kinds) {
    const others = kinds.filter((kind) => ![_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .OBJECTS */ .fQ, _schema_js__WEBPACK_IMPORTED_MODULE_1__/* .LASTING */ .De, _schema_js__WEBPACK_IMPORTED_MODULE_1__/* .INDEXES */ .lj].includes(kind));
    const remarks = kinds.includes(_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .OBJECTS */ .fQ) && !kinds.includes(_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .LASTING */ .De) ? [PASSED] : [];
    if (others.length === 0)
        return remarks;
    const { product, major, minor } = server.facts;
    const isOther = record.engine !== product || record.restore['server_version'] !== `${major}.${minor}`;
    const versions = isOther ? ' (the servers’ versions differ)' : '';
    return [
        ...remarks,
        `definitions read otherwise than when they were dumped: ${others.map(_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText).join(', ')}${versions}`,
    ];
}
async function readNow({ server, host }, database, dumped, tampering) {
    // As it was hashed when it was dumped it is hashed here; where the server can't, rows are counted.
    const known = Object.values(dumped.tables).flatMap(({ checksum }) => (checksum === null ? [] : [checksum]));
    const digest = (0,_row_hash_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .ol)(known[0] ?? '');
    const isReadable = known.length > 0 && (await canHash(server, digest));
    const session = await server.open();
    try {
        const name = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromText)(database);
        const facts = (await (0,_server_js__WEBPACK_IMPORTED_MODULE_5__/* .readDatabaseFacts */ .LK)(session, name)) ?? { characterSet: '', collation: '' };
        const mode = tampering === 'nothing' ? (0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .sql */ .ll) `READ ONLY` : (0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .sql */ .ll) `READ WRITE`;
        await session.run((0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .sql */ .ll) `START TRANSACTION WITH CONSISTENT SNAPSHOT, ${mode}`);
        const tables = await (0,_tables_js__WEBPACK_IMPORTED_MODULE_7__/* .listTables */ .WS)(session, name);
        const tampered = tampering === 'nothing' ? null : await deleteRow(session, tables, { host, database });
        // What was only counted when it was dumped is only counted here.
        const counted = new Set(Object.entries(dumped.tables).flatMap(([table, { checksum }]) => (checksum === null ? [table] : [])));
        const fingerprint = await (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_8__/* .readFingerprint */ .bi)(session, server.facts, facts, {
            database: name,
            tables: tables.map((table) => (counted.has(table.shown) ? table : { ...table, sizeBytes: 0 })),
            hasRowsOf: () => true,
            choices: {
                rows: isReadable ? dumped.rows : 'count',
                checksumUpToBytes: counted.size > 0 ? 0 : Number.POSITIVE_INFINITY,
            },
            digest,
        });
        const values = await (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_8__/* .readValues */ .N$)(session, name, tables);
        await session.run((0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .sql */ .ll) `ROLLBACK`);
        return { now: { ...fingerprint, values }, tampered };
    }
    finally {
        await session.close();
    }
}
/** In a session of its own: a function that isn't there ends it. */
async function canHash({ open }, digest) {
    const session = await open();
    try {
        return (await session.row((0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .sql */ .ll) `SELECT ${(0,_row_hash_js__WEBPACK_IMPORTED_MODULE_4__/* .hashed */ .Yr)((0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .sql */ .ll) `''`, digest)}`, 1))?.[0] !== 'NULL';
    }
    catch (error) {
        if (/ERROR (1046|1305) /.test((0,_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .asHoldfastError */ .C)(error)?.message ?? ''))
            return false;
        throw error;
    }
    finally {
        await session.close();
    }
}
/**
 * Of the first table that has one, whose engine can roll it back and which has no trigger on it if there is such a table:
 * triggers can't be held off. No foreign key does anything about it.
 */
async function deleteRow(session, tables, { host, database }) {
    const name = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromText)(database);
    await session.run((0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .sql */ .ll) `SET SESSION foreign_key_checks = 0`);
    const rows = await session.query((0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .sql */ .ll) `SELECT DISTINCT event_object_table FROM information_schema.triggers
      WHERE ${(0,_server_js__WEBPACK_IMPORTED_MODULE_5__/* .isNamed */ .ev)('event_object_schema', name)} AND event_manipulation = 'DELETE'`, 1);
    const triggered = new Set(rows.map(([table]) => table));
    const unfitness = (table) => ((0,_tables_js__WEBPACK_IMPORTED_MODULE_7__/* .isTransactional */ .ky)(table) ? 0 : 2) + (triggered.has(table.name) ? 1 : 0);
    const candidates = tables.filter(({ kind }) => kind === 'table');
    for (const table of candidates.toSorted((a, b) => unfitness(a) - unfitness(b))) {
        const from = (0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .sql */ .ll) `${(0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .identifier */ .Cv)(name)}.${(0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .identifier */ .Cv)(table.name)}`;
        const row = await session.row((0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .sql */ .ll) `DELETE FROM ${from} LIMIT 1; SELECT ROW_COUNT()`, 1);
        if (Number(row?.[0]) > 0)
            return table.shown;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_9__/* .HoldfastError */ .E('command-failed', `Cannot tamper with the database ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_10__/* .quoted */ .T)(database)} on "${host.name}": no table of it has a row, expected one. ` +
        'A drill of an empty database proves nothing.');
}


/***/ }),

/***/ 11202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ connectServer)
/* harmony export */ });
/* harmony import */ var _server_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19357);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38724);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1227);



/** @throws HoldfastError host-unsupported without a client, or for a server that is too old; command-failed. */
async function connectServer(host, access, signal) {
    const client = await (0,_tools_js__WEBPACK_IMPORTED_MODULE_0__/* .findClient */ .$)(host, { prefer: 'mariadb', folder: access.toolFolder, signal });
    const openWith = async (ending) => {
        const session = await _session_js__WEBPACK_IMPORTED_MODULE_1__/* .MysqlSession */ .Zh.start(host, { access, client, signal: ending });
        try {
            return { session, facts: await (0,_server_js__WEBPACK_IMPORTED_MODULE_2__/* .readServerFacts */ .TX)(session) };
        }
        catch (error) {
            await session.close();
            throw error;
        }
    };
    const first = await openWith(signal);
    await first.session.close();
    return { facts: first.facts, open: async (other = signal) => (await openWith(other)).session };
}


/***/ }),

/***/ 85560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fi: () => (/* binding */ madeKey),
/* harmony export */   hg: () => (/* binding */ DumpContents),
/* harmony export */   i: () => (/* binding */ INSERT),
/* harmony export */   qZ: () => (/* binding */ unquoted)
/* harmony export */ });
/** What a dump's own statements say that it holds. */
class DumpContents {
    /** Tables that it makes. */
    tables = new Set();
    /** Rows that it inserts, by table. */
    rows = new Map();
    /** The next value of tables' counters, and of sequences. */
    counters = new Map();
    sequences = new Map();
    objects = { views: 0, routines: 0, triggers: 0, events: 0 };
    /** Names of all that it makes, whatever that is: `table`, `sequence` and `view` are one namespace; the others by `madeKey`. */
    made = new Set();
    /** A statement but INSERT; of a long one its beginning. */
    takeStatement(text) {
        const table = CREATE_TABLE.exec(text)?.[1];
        if (table !== undefined)
            this.#takeTable(unquoted(table), text);
        const [, sequence, value] = SETVAL.exec(text) ?? [];
        if (sequence !== undefined && value !== undefined)
            this.sequences.set(unquoted(sequence), value);
        const kind = kindOf(text);
        if (kind !== null)
            this.objects[kind]++;
        const [, what, name] = NAMED.exec(withoutMarks(text)) ?? [];
        if (what !== undefined && name !== undefined)
            this.made.add(madeKey(what, plainName(name)));
    }
    #takeTable(name, text) {
        this.tables.add(name);
        // What stands in quotes has its line breaks escaped: this is where the columns end.
        const options = text.slice(text.lastIndexOf('\n) ')).split(" COMMENT='", 1)[0] ?? '';
        const counter = / AUTO_INCREMENT=(\d+)/.exec(options)?.[1];
        if (counter !== undefined)
            this.counters.set(name, counter);
    }
}
const NAME = '(`(?:[^`]|``)+`)';
const CREATE_TABLE = new RegExp(`^CREATE TABLE (?:/\\*!\\d+ )?(?:IF NOT EXISTS )?(?:\\*/ ?)?${NAME}`, 's');
const SETVAL = new RegExp(`^(?:DO|SELECT) SETVAL\\(${NAME}, (-?\\d+), 0\\)`, 's');
/** A row's beginnings follow. */
const INSERT = new RegExp(`^(?:INSERT|REPLACE)(?: IGNORE)? INTO ${NAME}`, 's');
function unquoted(name) {
    return name.slice(1, -1).replaceAll('``', '`');
}
/** Of an object in a database: tables, views and sequences have their names from one pool, each other kind from its own. */
function madeKey(what, name) {
    return `${/^(table|view|sequence)$/i.test(what) ? 'table' : what.toLowerCase()} ${name}`;
}
/** As whoever made it wrote it: with or without quotes. */
function plainName(name) {
    return name.startsWith('`') ? unquoted(name) : name;
}
/** What a version may heed of a statement's beginning, in which an object's kind and name stand. */
function withoutMarks(text) {
    return text.slice(0, MAX_HEAD).replace(/\/\*M?!\d*|\*\//g, ' ');
}
/** How a statement begins that makes something: with a definer, each part in a comment that a version may heed. */
const DEFINER = '(?:DEFINER=(?:`(?:[^`]|``)*`@`(?:[^`]|``)*`|`(?:[^`]|``)*`|\\S+)\\s+)?';
const MADE = new RegExp(`^\\s*CREATE\\s+(?:OR REPLACE\\s+)?${DEFINER}(?:AGGREGATE\\s+)?(PROCEDURE|FUNCTION|PACKAGE|TRIGGER|EVENT)\\b`, 's');
const NAMED = new RegExp(`^\\s*CREATE\\s+(?:OR REPLACE\\s+)?(?:ALGORITHM=\\w+\\s+)?${DEFINER}(?:SQL SECURITY \\w+\\s+)?(?:AGGREGATE\\s+)?` +
    `(TABLE|SEQUENCE|VIEW|PROCEDURE|FUNCTION|PACKAGE BODY|PACKAGE|TRIGGER|EVENT)\\s+(?:IF NOT EXISTS\\s+)?(${NAME.slice(1, -1)}|[\\w$\\x80-\\xff]+)`, 's');
const VIEW = /^\/\*!50001 CREATE ALGORITHM=[A-Z]+ \*\//;
function kindOf(text) {
    if (!/^(\/\*!\d+ )?CREATE/.test(text))
        return null;
    if (VIEW.test(text))
        return 'views';
    switch (MADE.exec(withoutMarks(text))?.[1]) {
        case 'TRIGGER':
            return 'triggers';
        case 'EVENT':
            return 'events';
        case undefined:
            return null;
        default:
            return 'routines';
    }
}
/** Names have at most 64 characters each. */
const MAX_HEAD = 4096;


/***/ }),

/***/ 92938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ DUMP_END),
/* harmony export */   i: () => (/* binding */ DumpReader)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _broken_dump_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45351);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85560);



/** What the dump tools end a whole dump with. */
const DUMP_END = '-- Dump completed';
/** Of a longer statement only the beginning is kept. */
const MAX_STATEMENT_BYTES = 4 * 1024 * 1024;
const NEWLINE = 0x0a;
const SPACE = 0x20;
const EXCLAMATION = 0x21;
const DOUBLE_QUOTE = 0x22;
const HASH = 0x23;
const QUOTE = 0x27;
const OPEN = 0x28;
const CLOSE = 0x29;
const STAR = 0x2a;
const DASH = 0x2d;
const SLASH = 0x2f;
const UPPER_M = 0x4d;
const UPPER_S = 0x53;
const BACKSLASH = 0x5c;
const BACKTICK = 0x60;
/**
 * Reads a dump along as it streams, however it is cut into chunks: what it makes, how many rows it inserts into each table,
 * and that its end is there. As the client does it: what stands in a string, a name, a comment or a routine's body is part of
 * its statement, whatever it looks like.
 */
class DumpReader {
    #contents;
    #onComment;
    #onStatement;
    #state = 'normal';
    #bytes = [];
    /** Bytes of the statement, kept or not. */
    #length = 0;
    #quote = 0;
    #isEscaped = false;
    /** Of the `sql_mode` that a routine's text is read under. */
    #hasEscapes = true;
    #hasQuotedNames = false;
    #delimiter = ';';
    /** The last bytes outside of quotes. */
    #previous = 0;
    #beforePrevious = 0;
    #table = '';
    #depth = 0;
    #rows = 0;
    #hasEnd = false;
    /** Beside what is counted, `onStatement` gets each statement but INSERTs, without its delimiter; `onComment` each line. */
    constructor(contents, on = {}) {
        this.#contents = contents;
        this.#onStatement = on.statement ?? (() => { });
        this.#onComment = on.comment ?? (() => { });
    }
    push(bytes) {
        let at = 0;
        while (at < bytes.length) {
            if (this.#state === 'values')
                at = this.#takeValues(bytes, at);
            else
                this.#take(bytes[at++]);
        }
    }
    /** @throws BrokenDump without the end marker, or in the middle of a statement. */
    finish() {
        if (this.#state !== 'normal' || this.#length > 0)
            throw new _broken_dump_js__WEBPACK_IMPORTED_MODULE_0__/* .BrokenDump */ .U('it ends in the middle of a statement');
        if (!this.#hasEnd)
            throw new _broken_dump_js__WEBPACK_IMPORTED_MODULE_0__/* .BrokenDump */ .U(`it lacks its end marker, "${DUMP_END}"`);
    }
    /** Whether a statement or a row has been seen whose place is after the dump's head. */
    get isPastHead() {
        return this.#isPastHead;
    }
    #isPastHead = false;
    #take(byte) {
        switch (this.#state) {
            case 'normal':
                this.#takeNormal(byte);
                break;
            case 'quoted':
                this.#keep(byte);
                if (this.#isEscaped)
                    this.#isEscaped = false;
                else if (byte === BACKSLASH && this.#knowsEscapes)
                    this.#isEscaped = true;
                else if (byte === this.#quote)
                    this.#leave(); // a doubled one begins another at once
                break;
            case 'line':
                this.#takeInLine(byte);
                break;
            default:
                this.#keep(byte);
                if (byte === SLASH && this.#previous === STAR)
                    this.#leave();
                else
                    this.#previous = byte;
        }
    }
    /** As the client asks the server's status. */
    get #knowsEscapes() {
        if (this.#quote === BACKTICK || (this.#quote === DOUBLE_QUOTE && this.#hasQuotedNames))
            return false;
        return this.#hasEscapes;
    }
    #leave() {
        this.#state = 'normal';
        this.#previous = 0;
        this.#beforePrevious = 0;
    }
    #takeNormal(byte) {
        if (this.#length === 0 && (byte === NEWLINE || byte === SPACE))
            return;
        const previous = this.#previous;
        const before = this.#beforePrevious;
        this.#beforePrevious = previous;
        this.#previous = byte;
        this.#keep(byte);
        if (byte === QUOTE || byte === DOUBLE_QUOTE || byte === BACKTICK) {
            this.#quote = byte;
            this.#state = 'quoted';
        }
        else if (byte === HASH ||
            ((byte === SPACE || byte === NEWLINE) && previous === DASH && before === DASH)) {
            this.#state = 'line';
            if (byte === NEWLINE)
                this.#endLine();
        }
        else if (this.#isComment(byte, previous, before)) {
            this.#state = 'comment';
        }
        else if (byte === UPPER_S)
            this.#beginValues();
        else if (this.#length === DELIMITER.length && this.#startsWith(DELIMITER))
            this.#state = 'line';
        else
            this.#endIfDelimited(byte);
    }
    /** Whether `byte` follows `/*` that no version heeds: neither `/*!` nor `/*M!`. */
    #isComment(byte, previous, before) {
        if (before === SLASH && previous === STAR)
            return byte !== EXCLAMATION && byte !== UPPER_M;
        if (before !== STAR || previous !== UPPER_M || byte === EXCLAMATION)
            return false;
        return this.#bytes.at(-4) === SLASH;
    }
    #endIfDelimited(byte) {
        const { length } = this.#delimiter;
        if (byte !== this.#delimiter.charCodeAt(length - 1))
            return;
        if (this.#length > MAX_STATEMENT_BYTES) {
            // What isn't kept can't be looked at: the last two bytes are, and delimiters aren't longer.
            if (length > 1 && this.#beforePrevious !== this.#delimiter.charCodeAt(0))
                return;
        }
        else if ((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromBytes)(Uint8Array.from(this.#bytes.slice(-length))) !== this.#delimiter)
            return;
        this.#endStatement();
    }
    #endStatement() {
        const text = this.#takeText();
        const statement = text.slice(0, -this.#delimiter.length).trimEnd();
        this.#hasEnd = false;
        this.#isPastHead ||= !/^\/\*[!M]/.test(statement);
        const mode = SQL_MODE.exec(statement);
        if (mode !== null) {
            this.#hasEscapes = !/\bNO_BACKSLASH_ESCAPES\b/i.test(mode[1] ?? '');
            this.#hasQuotedNames = /\bANSI_QUOTES\b/i.test(mode[1] ?? '');
        }
        this.#contents.takeStatement(statement);
        this.#onStatement(statement);
    }
    #takeInLine(byte) {
        this.#keep(byte);
        if (byte === NEWLINE)
            this.#endLine();
    }
    /** Within a statement a comment is a part of it. */
    #endLine() {
        this.#leave();
        if (this.#startsWith(DELIMITER)) {
            this.#delimiter = this.#takeText().slice(DELIMITER.length).trim() || ';';
            if (this.#delimiter.length > MAX_DELIMITER)
                throw new _broken_dump_js__WEBPACK_IMPORTED_MODULE_0__/* .BrokenDump */ .U('a delimiter in it is none of the tool’s');
        }
        else if (this.#startsWith('--') || this.#startsWith('#')) {
            const line = this.#takeText().trimEnd();
            if (line.startsWith(DUMP_END))
                this.#hasEnd = true;
            this.#onComment(line);
        }
    }
    #beginValues() {
        if (!this.#startsWith('INSERT') && !this.#startsWith('REPLACE'))
            return;
        const text = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromBytes)(Uint8Array.from(this.#bytes));
        const name = _contents_js__WEBPACK_IMPORTED_MODULE_2__/* .INSERT */ .i.exec(text)?.[1];
        if (name === undefined || !text.endsWith(' VALUES'))
            return;
        this.#table = (0,_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .unquoted */ .qZ)(name);
        this.#rows = 0;
        this.#depth = 0;
        this.#quote = 0;
        this.#state = 'values';
    }
    /** Rows, up to the end of the statement. Returns where it stopped. */
    #takeValues(bytes, from) {
        let at = from;
        while (at < bytes.length) {
            if (this.#quote !== 0) {
                at = this.#skipString(bytes, at);
                continue;
            }
            const byte = bytes[at++];
            if (byte === QUOTE)
                this.#quote = QUOTE;
            else if (byte === OPEN) {
                if (this.#depth++ === 0)
                    this.#rows++;
            }
            else if (byte === CLOSE)
                this.#depth--;
            else if (byte === SEMICOLON && this.#depth === 0) {
                this.#endValues();
                return at;
            }
        }
        return at;
    }
    #skipString(bytes, from) {
        let at = from;
        while (at < bytes.length) {
            const byte = bytes[at++];
            if (this.#isEscaped)
                this.#isEscaped = false;
            else if (byte === BACKSLASH)
                this.#isEscaped = true;
            else if (byte === QUOTE) {
                this.#quote = 0;
                return at;
            }
        }
        return at;
    }
    #endValues() {
        this.#takeText();
        this.#hasEnd = false;
        this.#isPastHead = true;
        const { rows } = this.#contents;
        rows.set(this.#table, (rows.get(this.#table) ?? 0) + this.#rows);
        this.#leave();
    }
    #startsWith(word) {
        if (this.#bytes.length < word.length)
            return false;
        for (let i = 0; i < word.length; i++)
            if (this.#bytes[i] !== word.charCodeAt(i))
                return false;
        return true;
    }
    #keep(byte) {
        this.#length++;
        if (this.#bytes.length < MAX_STATEMENT_BYTES)
            this.#bytes.push(byte);
    }
    #takeText() {
        const text = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromBytes)(Uint8Array.from(this.#bytes));
        this.#bytes = [];
        this.#length = 0;
        this.#quote = 0;
        this.#previous = 0;
        this.#beforePrevious = 0;
        return text;
    }
}
/** What the dump tools write before a routine, and after it: then it is a variable's. */
const SQL_MODE = /^(?:\/\*!\d+ )?SET sql_mode\s*=\s*(?:'([^']*)'|@)/i;
const SEMICOLON = 0x3b;
const DELIMITER = 'DELIMITER ';
const MAX_DELIMITER = 2;


/***/ }),

/***/ 39000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N$: () => (/* binding */ readValues),
/* harmony export */   Rx: () => (/* binding */ sequenceKey),
/* harmony export */   SR: () => (/* binding */ counterKey),
/* harmony export */   bi: () => (/* binding */ readFingerprint),
/* harmony export */   vR: () => (/* binding */ listFilled)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19473);
/* harmony import */ var _ahead_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86484);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26861);
/* harmony import */ var _row_hash_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73673);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33329);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67596);
/* harmony import */ var _tables_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52371);








/**
 * What the session's transaction sees. Counters and sequences know no transaction: they are those of `scope.tables`, and the
 * dump's own count more.
 */
async function readFingerprint(session, { version }, { characterSet, collation }, scope) {
    const { database } = scope;
    const schema = await (0,_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .readSchemaDigests */ .LS)(session, database, scope.tables);
    const read = scope.tables.filter((table) => table.kind === 'table' && scope.hasRowsOf(table) && !(0,_tables_js__WEBPACK_IMPORTED_MODULE_1__/* .isElsewhere */ .l5)(table));
    const tables = await (0,_ahead_js__WEBPACK_IMPORTED_MODULE_2__/* .askAhead */ .x)(read, async (table) => [table.shown, await readTable(session, table, scope)]);
    const sizeBytes = scope.tables.reduce((sum, table) => sum + table.sizeBytes, 0);
    const engines = [
        ...new Set(scope.tables.map(({ engine }) => engine).filter((engine) => engine !== '')),
    ].sort();
    return {
        fingerprint_version: _fingerprint_js__WEBPACK_IMPORTED_MODULE_3__/* .FINGERPRINT_VERSION */ .UZ,
        tables: Object.fromEntries(tables),
        values: {},
        schema,
        facts: {
            'server version': version,
            'character set': characterSet,
            collation,
            engines: engines.join(', '),
            'size in bytes': String(sizeBytes),
        },
        rows: scope.choices.rows,
    };
}
/**
 * Who waits to alter a table waits for all that was read in our transaction, and the dump would wait for that: what was
 * locked by reading is let go at once, as the dump tool does.
 */
async function readTable(session, table, { database, digest, choices: { rows, checksumUpToBytes } }) {
    const from = (0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `${(0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .identifier */ .Cv)(database)}.${(0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .identifier */ .Cv)(table.name)} ${_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .NO_VIEW */ .o}`;
    const counted = rows === 'count' || table.sizeBytes > checksumUpToBytes;
    const what = counted ? (0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `COUNT(*), COUNT(*), 0, 0` : (0,_row_hash_js__WEBPACK_IMPORTED_MODULE_5__/* .sumsOf */ .yg)('h');
    const source = counted ? from : (0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `(SELECT ${(0,_row_hash_js__WEBPACK_IMPORTED_MODULE_5__/* .rowHash */ .rG)(table.columns, digest)} AS h FROM ${from}) AS hashes`;
    const row = await session.row((0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `SAVEPOINT holdfast; SELECT ${what} FROM ${source}; ROLLBACK TO SAVEPOINT holdfast`, 4);
    const [count = '0', hashed, ...sums] = row ?? [];
    if (count !== hashed) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .HoldfastError */ .E('command-failed', `Cannot compute the checksum of table ${table.shown}: of ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_7__.display)(count)} rows the server hashed ` +
            `${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_7__.display)((hashed ?? ''))}. Look at its max_allowed_packet, or say fingerprint=count.`);
    }
    return { rows: Number(count), checksum: counted ? null : (0,_row_hash_js__WEBPACK_IMPORTED_MODULE_5__/* .checksumOf */ .lf)(sums, digest) };
}
/** Counters' and sequences' values now, as the manifest has them. */
async function readValues(session, database, tables) {
    const values = {};
    for (const table of tables) {
        if (table.kind === 'sequence') {
            const from = (0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `${(0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .identifier */ .Cv)(database)}.${(0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .identifier */ .Cv)(table.name)}`;
            const row = await session.row((0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `SELECT next_not_cached_value FROM ${from}`, 1);
            values[sequenceKey(table.name)] = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_7__.display)(row?.[0] ?? '');
        }
        else if (table.autoIncrement !== null && table.autoIncrement !== '1') {
            values[counterKey(table.name)] = table.autoIncrement;
        }
    }
    return values;
}
function sequenceKey(name) {
    return `sequence ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .shownName */ .HD)(name)}`;
}
function counterKey(name) {
    return `next number of ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .shownName */ .HD)(name)}`;
}
/**
 * Of those tables that hold a row, the names: what is emptied by TRUNCATE shows empty to old snapshots of older MySQLs, which
 * say nothing of it.
 */
async function listFilled(session, database, tables) {
    const filled = new Set();
    for (let from = 0; from < tables.length; from += TABLES_A_QUESTION) {
        const some = tables.slice(from, from + TABLES_A_QUESTION);
        const questions = some.map(({ name }) => (0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `SELECT EXISTS (SELECT 1 FROM ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .identifier */ .Cv)(database)}.${(0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .identifier */ .Cv)(name)} ${_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .NO_VIEW */ .o})`);
        const rows = await session.query((0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `SAVEPOINT holdfast; ${questions.join('; ')}; ROLLBACK TO SAVEPOINT holdfast`, 1);
        for (const [i, [answer]] of rows.entries()) {
            const table = some[i];
            if (answer === '1' && table !== undefined)
                filled.add(table.name);
        }
    }
    return filled;
}
const TABLES_A_QUESTION = 100;


/***/ }),

/***/ 65611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tk: () => (/* binding */ PRODUCT_NAMES),
/* harmony export */   VW: () => (/* binding */ parseClientVersion),
/* harmony export */   tW: () => (/* binding */ isOlder),
/* harmony export */   xA: () => (/* binding */ parseServerVersion)
/* harmony export */ });
const PRODUCT_NAMES = { mariadb: 'MariaDB', mysql: 'MySQL' };
/** Of what a server's `VERSION()` says: `10.11.19-MariaDB-0+deb12u1`, `8.4.2`, `5.5.5-10.4.1-MariaDB`. */
function parseServerVersion(text) {
    const product = /mariadb/i.test(text) ? 'mariadb' : 'mysql';
    // MariaDB puts `5.5.5-` before its own for old replicas.
    const match = /^(\d+)\.(\d+)/.exec(text.replace(/^5\.5\.5-(?=\d+\.)/, ''));
    return match === null ? null : { product, major: Number(match[1]), minor: Number(match[2]) };
}
/**
 * Of what a client says: `mysqldump  Ver 10.19 Distrib 10.11.19-MariaDB, for …`, `mariadb-dump from 11.4.2-MariaDB, client …`,
 * `mysqldump  Ver 8.4.2 for Linux on x86_64 (MySQL Community Server - GPL)`.
 */
function parseClientVersion(text) {
    const match = /(?:Distrib|from) (\d+)\.(\d+)/.exec(text) ?? /Ver (\d+)\.(\d+)/.exec(text);
    const product = /mariadb/i.test(text) ? 'mariadb' : 'mysql';
    return match === null ? null : { product, major: Number(match[1]), minor: Number(match[2]) };
}
function isOlder(a, b) {
    return a.major < b.major || (a.major === b.major && a.minor < b.minor);
}


/***/ }),

/***/ 50512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restoreMysql: () => (/* binding */ restoreMysql)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/databases/dumped-by.js
var dumped_by = __webpack_require__(69394);
// EXTERNAL MODULE: ./build/databases/in-the-way.js
var in_the_way = __webpack_require__(81754);
// EXTERNAL MODULE: ./build/databases/quoted.js
var quoted = __webpack_require__(25065);
// EXTERNAL MODULE: ./build/databases/stamp.js
var stamp = __webpack_require__(38594);
// EXTERNAL MODULE: ./build/databases/mysql/connect.js
var connect = __webpack_require__(11202);
// EXTERNAL MODULE: ./build/hosts/exit-status.js
var exit_status = __webpack_require__(62585);
// EXTERNAL MODULE: ./build/hosts/output.js
var hosts_output = __webpack_require__(52871);
// EXTERNAL MODULE: ./build/databases/tool-output.js
var tool_output = __webpack_require__(36297);
// EXTERNAL MODULE: ./build/databases/mysql/access.js
var mysql_access = __webpack_require__(61816);
// EXTERNAL MODULE: ./build/databases/mysql/tools.js
var tools = __webpack_require__(1227);
;// CONCATENATED MODULE: ./build/databases/mysql/move-objects.js







/** Triggers, routines, events and views are text, and not much of it. */
const MAX_OBJECTS_BYTES = 256 * 1024 * 1024;
/**
 * What of `database` isn't a table, as the dump tool writes it: first triggers, routines and events, then its views.
 * @throws HoldfastError command-failed with the tool's own words, host-unsupported without one.
 */
async function readObjects(work, database, views) {
    const { host, choices, server, context } = work;
    const search = { server: server.facts, folder: choices.access.toolFolder, signal: context.signal };
    const tool = await (0,tools/* findDumpTool */.a)(host, search);
    const all = ['--routines', '--events', '--triggers', '--no-create-info'];
    const texts = [await read(work, tool, [...all, '--', database], [])];
    if (views.length > 0)
        texts.push(await read(work, tool, ['--skip-triggers', '--', database], views));
    return texts;
}
async function read({ host, choices, context }, tool, options, names) {
    const args = [
        ...['--no-data', '--no-tablespaces', '--skip-dump-date', '--default-character-set=utf8mb4'],
        ...(tool.product === 'mysql' ? ['--set-gtid-purged=OFF'] : []),
        ...options,
    ];
    const { script, input } = (0,mysql_access/* toolCall */.L)(choices.access, tool, [...args.map(bytestring.fromText), ...names]);
    const limitBytes = MAX_OBJECTS_BYTES;
    const output = await (0,hosts_output/* runToEnd */.cd)(host, script, { stdin: input, limitBytes, signal: context.signal });
    if ((0,exit_status/* isSuccess */.o)(output.exit))
        return output.stdout;
    const messages = new tool_output/* ToolMessages */.D4([choices.access.password ?? '']).addAll(output.stderr);
    throw new errors/* HoldfastError */.E('command-failed', `Cannot read triggers, routines and views on "${host.name}": the dump tool ${(0,exit_status/* endedWith */.t)(output.exit)}${messages.shown}.`);
}

// EXTERNAL MODULE: ./build/databases/broken-dump.js
var broken_dump = __webpack_require__(45351);
// EXTERNAL MODULE: ./build/databases/connection-advice.js
var connection_advice = __webpack_require__(93646);
// EXTERNAL MODULE: ./build/databases/fed-tool.js
var fed_tool = __webpack_require__(57989);
// EXTERNAL MODULE: ./build/databases/mysql/client-messages.js
var client_messages = __webpack_require__(40514);
// EXTERNAL MODULE: ./build/databases/mysql/contents.js
var contents = __webpack_require__(85560);
// EXTERNAL MODULE: ./build/databases/mysql/dump-reader.js
var dump_reader = __webpack_require__(92938);
// EXTERNAL MODULE: ./build/databases/mysql/session.js
var session = __webpack_require__(38724);
// EXTERNAL MODULE: ./build/databases/mysql/sql.js
var sql = __webpack_require__(67596);
;// CONCATENATED MODULE: ./build/databases/mysql/restore-run.js















/** What the client may print: our own marker, and what a dump asks for. */
const OUTPUT_LIMIT_BYTES = 64 * 1024 * 1024;
/**
 * Rows that were there before a check was, or that came while none was made, come back as they were: what counts is that they are compared.
 * (The dump itself says the same of foreign keys. MySQL has nothing of the kind.)
 */
const UNCHECKED = (0,sql/* sql */.ll) `SET SESSION check_constraint_checks = 0;\n`;
const ADVICE = (0,connection_advice/* adviceBy */.mU)([
    [
        /ERROR (1153|2006|2013) /,
        'Unless the server was stopped, a row is larger than it takes: SET GLOBAL max_allowed_packet = 1073741824, and restore again.',
    ],
    [
        /ERROR (1227|1419) /,
        'Restore as an account that may make objects of others: it wants SET USER (MariaDB), SET_USER_ID or SUPER.',
    ],
    [
        /ERROR (1115|1273|1286) /,
        'Restore onto a server of the product and version that was dumped, or a newer one; or edit the dump: --target FOLDER gives it as a file.',
    ],
    [
        /ERROR 3819 /,
        'Its own checks refuse a row that it holds: --target FOLDER gives the dump as a file, to be edited.',
    ],
]);
/** To be given to `runStatements`, which writes into it what it has sent. */
function newTrace() {
    const lock = `holdfast_restore_${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
    return { contents: new contents/* DumpContents */.hg(), lock };
}
/**
 * Has the client run a dump in `database`; it stops at the first error. To it the end of its input looks the same when a
 * connection is cut: only what a last statement of ours answers says that all was read.
 *
 * @throws HoldfastError command-failed with the client's own words.
 */
async function runStatements(work, database, content, trace = newTrace()) {
    const { host, choices, context } = work;
    const { access } = choices;
    const client = await (0,tools/* findClient */.$)(host, {
        prefer: work.server.facts.product,
        folder: access.toolFolder,
        signal: context.signal,
    });
    const args = [...session/* CLIENT_ARGS */._v, '--max-allowed-packet=1G', `--database=${database}`].map(bytestring.fromText);
    const { script, input } = (0,mysql_access/* toolCall */.L)(access, client, args);
    const marker = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    async function* stdin() {
        yield input;
        yield (0,bytestring.toBytes)((0,sql/* sql */.ll) `DO GET_LOCK(${(0,sql/* literal */.eu)(trace.lock)}, 0);\n`);
        if (work.server.facts.product === 'mariadb')
            yield (0,bytestring.toBytes)(UNCHECKED);
        yield* whole(content, trace.contents);
        yield Buffer.from(`\nSELECT '${marker}';\n`);
    }
    const { signal } = context;
    const options = { stdin: stdin(), limitBytes: OUTPUT_LIMIT_BYTES, signal };
    const output = await (0,fed_tool/* runFed */.PX)(host, script, options).catch((error) => {
        throw explained(work, database, error);
    });
    const messages = new client_messages/* ClientMessages */.m([access.password ?? '']).addAll(output.stderr);
    if (!(0,exit_status/* isSuccess */.o)(output.exit)) {
        throw failure(work, database, `the command ${(0,exit_status/* endedWith */.t)(output.exit)}${messages.shown}, expected exit status 0`);
    }
    if (!output.stdout.toString('latin1').trimEnd().endsWith(marker)) {
        throw failure(work, database, 'the client ended before it had read all of the dump');
    }
    for (const line of messages.lines)
        context.onWarning(line);
}
function explained(work, database, error) {
    return error instanceof broken_dump/* BrokenDump */.U
        ? failure(work, database, `the dump is broken: ${error.message}`)
        : error;
}
async function* whole(content, contents) {
    const reader = new dump_reader/* DumpReader */.i(contents);
    for await (const chunk of content) {
        reader.push(chunk); // before it is sent: what may have been made is known
        yield chunk;
    }
    reader.finish();
}
function failure({ host, dump }, database, problem) {
    return new errors/* HoldfastError */.E('command-failed', `Cannot restore the dump ${dump.record.name} into the database ${(0,quoted/* quoted */.T)(database)} on "${host.name}": ${problem}.${ADVICE(problem)}`);
}

// EXTERNAL MODULE: ./build/databases/mysql/schema.js
var schema = __webpack_require__(33329);
// EXTERNAL MODULE: ./build/databases/mysql/server.js
var mysql_server = __webpack_require__(19357);
// EXTERNAL MODULE: ./build/databases/mysql/tables.js
var mysql_tables = __webpack_require__(52371);
;// CONCATENATED MODULE: ./build/databases/mysql/move.js










/**
 * Moves all that the database `from` holds into `to`, which is there and empty; `from` is gone then. A database can't be renamed:
 * its tables and sequences are, all in one statement, with their data where it is. What isn't a table is read by the dump tool
 * first and made anew: triggers keep their tables from being moved, and nothing else can be. Until that is done its text stands
 * in a table of `to`, so that nothing is lost wherever it ends.
 *
 * @param events `off`: those that are moved don't fire any more.
 * @throws HoldfastError what is left in `from` then is what isn't in `to` yet.
 */
async function moveDatabase(work, { from, to, events }) {
    const session = await work.server.open();
    try {
        const [source, target] = [(0,bytestring.fromText)(from), (0,bytestring.fromText)(to)];
        const tables = await (0,mysql_tables/* listTables */.WS)(session, source);
        const views = tables.filter(({ kind }) => kind === 'view').map(({ name }) => name);
        const before = await countObjects(session, source);
        const texts = await readObjects(work, from, views);
        const kept = await keepTexts(session, target, texts);
        await dropTriggers(session, source);
        const renames = tables
            .filter(({ kind }) => kind !== 'view')
            .map(({ name }) => {
            const named = (0,sql/* identifier */.Cv)(name);
            return (0,sql/* sql */.ll) `${(0,sql/* identifier */.Cv)(source)}.${named} TO ${(0,sql/* identifier */.Cv)(target)}.${named}`;
        });
        if (renames.length > 0)
            await session.run((0,sql/* sql */.ll) `RENAME TABLE ${(0,sql/* joined */.oR)(renames, ', ')}`);
        for (const text of texts)
            await runStatements(work, to, once(text));
        if (events === 'off')
            await switchEventsOff(session, target);
        await requireMoved(session, { source, target, before, from });
        await session.run((0,sql/* sql */.ll) `DROP DATABASE ${(0,sql/* identifier */.Cv)(source)}; DROP TABLE ${kept}`);
    }
    finally {
        await session.close();
    }
}
/** A row holds no more than any server takes in one statement. */
const PART_BYTES = 256 * 1024;
async function keepTexts(session, target, texts) {
    const name = `holdfast_moved_${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
    const table = (0,sql/* sql */.ll) `${(0,sql/* identifier */.Cv)(target)}.${(0,sql/* identifier */.Cv)(name)}`;
    await session.run((0,sql/* sql */.ll) `CREATE TABLE ${table} (part int AUTO_INCREMENT PRIMARY KEY, text mediumblob)`);
    for (const text of texts) {
        for (let at = 0; at < text.length; at += PART_BYTES) {
            const part = text.subarray(at, at + PART_BYTES).toString('hex');
            await session.run((0,sql/* sql */.ll) `INSERT INTO ${table} (text) VALUES (X'${part}')`);
        }
    }
    return table;
}
async function dropTriggers(session, source) {
    const triggers = await session.query((0,sql/* sql */.ll) `SELECT trigger_name FROM information_schema.triggers WHERE ${(0,mysql_server/* isNamed */.ev)('trigger_schema', source)}`, 1);
    const drops = triggers.map(([name = EMPTY]) => (0,sql/* sql */.ll) `DROP TRIGGER ${(0,sql/* identifier */.Cv)(source)}.${(0,sql/* identifier */.Cv)(name)}`);
    if (drops.length > 0)
        await session.run((0,sql/* joined */.oR)(drops, '; '));
}
async function switchEventsOff(session, target) {
    const events = await session.query((0,sql/* sql */.ll) `SELECT event_name FROM information_schema.events WHERE ${(0,mysql_server/* isNamed */.ev)('event_schema', target)}`, 1);
    const offs = events.map(([name = EMPTY]) => (0,sql/* sql */.ll) `ALTER EVENT ${(0,sql/* identifier */.Cv)(target)}.${(0,sql/* identifier */.Cv)(name)} DISABLE`);
    if (offs.length > 0)
        await session.run((0,sql/* joined */.oR)(offs, '; '));
}
/** How many views, triggers, routines and events there are; one whose time may have passed is made anew or isn't. */
async function countObjects(session, database) {
    const row = await session.row((0,sql/* sql */.ll) `SELECT (SELECT COUNT(*) FROM information_schema.views WHERE ${(0,mysql_server/* isNamed */.ev)('table_schema', database)}),
      (SELECT COUNT(*) FROM information_schema.triggers WHERE ${(0,mysql_server/* isNamed */.ev)('trigger_schema', database)}),
      (SELECT COUNT(*) FROM information_schema.routines WHERE ${(0,mysql_server/* isNamed */.ev)('routine_schema', database)}),
      (SELECT COUNT(*) FROM information_schema.events WHERE ${(0,mysql_server/* isNamed */.ev)('event_schema', database)} AND NOT (${schema/* PASSES */._4}))`, 4);
    return (row ?? []).join(' ');
}
/** What is dropped next must hold nothing of its own: somebody may have made a table meanwhile. */
async function requireMoved(session, { source, target, before, from }) {
    const row = await session.row((0,sql/* sql */.ll) `SELECT COUNT(*) FROM information_schema.tables
      WHERE ${(0,mysql_server/* isNamed */.ev)('table_schema', source)} AND table_type <> 'VIEW'`, 1);
    const after = await countObjects(session, target);
    if (row?.[0] === '0' && after === before)
        return;
    const problem = row?.[0] === '0'
        ? `${after} views, triggers, routines and events were made anew, expected ${before}`
        : `${row?.[0]} tables are in it that were not there before`;
    throw new errors/* HoldfastError */.E('command-failed', `Cannot empty the database ${(0,quoted/* quoted */.T)(from)}: ${problem}. It was left as it is.`);
}
async function* once(bytes) {
    yield bytes;
}
const EMPTY = '';

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/databases/mysql/restore-cleanup.js










/** A large one takes its time; a cancelled run has little. */
const REMOVE_LIMIT_MS = 300_000;
const REMOVE_WHEN_CANCELLED_MS = 5000;
/** Whoever holds a table for so long uses it. */
const LOCK_WAIT_SECONDS = 5;
const POLL_MS = 50;
/** A busy server shows for so long a session whose client is gone. */
const SHOWN_AFTER_END_MS = 3000;
const MAX_TOLD = 5;
/**
 * Removes what a restore that failed has made in `database`, and the database where the restore made that, too. Nothing is
 * removed once somebody else has a part in it: a session that uses the database, an object that isn't the dump's, or more rows in
 * a table than the dump has sent. Never rejects: what is left is told.
 */
async function removeMade(work, database, { trace, madeDatabase }) {
    const { host, choices, context } = work;
    const signal = AbortSignal.timeout(context.signal.aborted ? REMOVE_WHEN_CANCELLED_MS : REMOVE_LIMIT_MS);
    try {
        const { open } = await (0,connect/* connectServer */.C)(host, choices.access, signal);
        const session = await open();
        try {
            await endOwnSession({ session, open }, trace.lock);
            const others = await removeUnlessUsed(session, (0,bytestring.fromText)(database), { trace, madeDatabase });
            if (others !== null)
                context.onWarning(left(database, `${others}: nothing was removed`));
        }
        finally {
            await session.close();
        }
    }
    catch (error) {
        context.onWarning(left(database, (0,errors/* asHoldfastError */.C)(error)?.message ?? 'it could not be looked at'));
    }
}
function left(database, reason) {
    return `What the failed restore made is left in the database ${(0,quoted/* quoted */.T)(database)} (${reason}). Look at it, and remove it.`;
}
/** Our client is gone, but the server may still be at its last statement. In a session of its own: what is gone is an error. */
async function endOwnSession({ session, open }, lock) {
    const holder = async () => (await session.row((0,sql/* sql */.ll) `SELECT IFNULL(IS_USED_LOCK(${(0,sql/* literal */.eu)(lock)}), '')`, 1))?.[0] ?? restore_cleanup_EMPTY;
    const id = await holder();
    if (!/^[0-9]+$/.test(id))
        return;
    const other = await open();
    try {
        await other.run((0,sql/* sql */.ll) `KILL ${Number(id)}`).catch(() => { });
    }
    finally {
        await other.close();
    }
    while ((await holder()) === id)
        await (0,promises_.setTimeout)(POLL_MS);
}
/** @returns who or what else is there, ready to show; null: it was nobody, and what was made is gone. */
async function removeUnlessUsed(session, database, { trace, madeDatabase }) {
    const sessions = await countSessions(session, database);
    if (sessions > 0)
        return (0,in_the_way/* sessionsUseIt */.T)(sessions);
    const all = await (0,mysql_tables/* listTables */.WS)(session, database);
    const locked = all.filter((table) => table.kind === 'table' && !(0,mysql_tables/* isElsewhere */.l5)(table)).map(({ name }) => name);
    await session.run((0,sql/* sql */.ll) `SET SESSION lock_wait_timeout = ${LOCK_WAIT_SECONDS}, foreign_key_checks = 0`);
    if (locked.length > 0) {
        // From here on nobody can write into them: what is counted is what is dropped.
        const locks = locked.map((name) => (0,sql/* sql */.ll) `${(0,sql/* identifier */.Cv)(database)}.${(0,sql/* identifier */.Cv)(name)} WRITE`);
        await session.run((0,sql/* sql */.ll) `LOCK TABLES ${(0,sql/* joined */.oR)(locks, ', ')}`);
    }
    const objects = await listObjects(session, database);
    const foreign = foreignNames(all, objects, trace.contents) ?? (await moreRows(session, database, locked, trace.contents));
    if (foreign !== null)
        return foreign;
    const named = (name) => (0,sql/* sql */.ll) `${(0,sql/* identifier */.Cv)(database)}.${(0,sql/* identifier */.Cv)(name)}`;
    if (locked.length > 0)
        await session.run((0,sql/* sql */.ll) `DROP TABLE ${(0,sql/* joined */.oR)(locked.map(named), ', ')}; UNLOCK TABLES`);
    const others = all.flatMap(({ kind, name }) => (locked.includes(name) ? [] : [{ what: kind, name }]));
    // With their tables the triggers are gone.
    const drops = [...others, ...objects]
        .filter(({ what }) => what !== 'trigger')
        .map(({ what, name }) => (0,sql/* sql */.ll) `DROP ${what.toUpperCase()} ${named(name)}`);
    if (drops.length > 0)
        await session.run((0,sql/* joined */.oR)(drops, '; '));
    if (!madeDatabase)
        return null;
    const rest = [...(await (0,mysql_tables/* listTables */.WS)(session, database)), ...(await listObjects(session, database))];
    if (rest.length > 0)
        return `${told(rest.map(({ name }) => name))}, made meanwhile`;
    await session.run((0,sql/* sql */.ll) `DROP DATABASE IF EXISTS ${(0,sql/* identifier */.Cv)(database)}`);
    return null;
}
/** One that was ended is shown a little longer. */
async function countSessions(session, database) {
    const lastMs = performance.now() + SHOWN_AFTER_END_MS;
    for (;;) {
        const row = await session.row((0,sql/* sql */.ll) `SELECT COUNT(*) FROM information_schema.processlist WHERE ${(0,mysql_server/* isNamed */.ev)('db', database)}`, 1);
        const count = Number(row?.[0]);
        if (count === 0 || performance.now() > lastMs)
            return count;
        await (0,promises_.setTimeout)(POLL_MS);
    }
}
async function listObjects(session, database) {
    const rows = await session.query((0,sql/* sql */.ll) `SELECT LOWER(routine_type), routine_name FROM information_schema.routines WHERE ${(0,mysql_server/* isNamed */.ev)('routine_schema', database)}
      UNION ALL SELECT 'trigger', trigger_name FROM information_schema.triggers WHERE ${(0,mysql_server/* isNamed */.ev)('trigger_schema', database)}
      UNION ALL SELECT 'event', event_name FROM information_schema.events WHERE ${(0,mysql_server/* isNamed */.ev)('event_schema', database)}`, 2);
    return rows.map(([what = restore_cleanup_EMPTY, name = restore_cleanup_EMPTY]) => ({ what, name }));
}
/** Ready to show; null: all that is there is what the dump makes. */
function foreignNames(tables, objects, { made }) {
    const all = [...tables.map(({ kind, name }) => ({ what: kind, name })), ...objects];
    const others = all.filter(({ what, name }) => !made.has((0,contents/* madeKey */.fi)(what, name))).map(({ name }) => name);
    return others.length === 0 ? null : `${told(others)} isn't of the dump`;
}
/** Ready to show; null: no table holds more than the dump has sent. */
async function moreRows(session, database, tables, { rows }) {
    for (const name of tables) {
        const row = await session.row((0,sql/* sql */.ll) `SELECT COUNT(*) FROM ${(0,sql/* identifier */.Cv)(database)}.${(0,sql/* identifier */.Cv)(name)} ${sql/* NO_VIEW */.o}`, 1);
        const sent = rows.get(name) ?? 0;
        if (Number(row?.[0]) > sent)
            return `table ${(0,sql/* shownName */.HD)(name)} has ${(0,bytestring.display)(row?.[0] ?? restore_cleanup_EMPTY)} rows, of which the dump sent ${sent}`;
    }
    return null;
}
function told(names) {
    const more = names.length > MAX_TOLD ? ` and ${names.length - MAX_TOLD} more` : '';
    return `${names.slice(0, MAX_TOLD).map(sql/* shownName */.HD).join(', ')}${more}`;
}
const restore_cleanup_EMPTY = '';

;// CONCATENATED MODULE: ./build/databases/mysql/restore-state.js





async function readState({ server }, database) {
    const session = await server.open();
    try {
        const name = (0,bytestring.fromText)(database);
        const facts = await (0,mysql_server/* readDatabaseFacts */.LK)(session, name);
        if (facts === null)
            return { kind: 'absent' };
        const row = await session.row((0,sql/* sql */.ll) `SELECT (SELECT COUNT(*) FROM information_schema.tables WHERE ${(0,mysql_server/* isNamed */.ev)('table_schema', name)})
        + (SELECT COUNT(*) FROM information_schema.routines WHERE ${(0,mysql_server/* isNamed */.ev)('routine_schema', name)})
        + (SELECT COUNT(*) FROM information_schema.events WHERE ${(0,mysql_server/* isNamed */.ev)('event_schema', name)}),
        (SELECT COUNT(*) FROM information_schema.processlist WHERE ${(0,mysql_server/* isNamed */.ev)('db', name)})`, 2);
        const [objects, sessions] = (row ?? []).map(Number);
        if (objects === 0)
            return { kind: 'empty', facts };
        return { kind: 'full', facts, objects: objects ?? 0, sessions: sessions ?? 0 };
    }
    finally {
        await session.close();
    }
}
/** Makes an empty one. @throws HoldfastError restore-blocked. */
async function createDatabase({ server }, database, { characterSet, collation }) {
    const isKnown = /^\w+$/.test(characterSet) && /^\w+$/.test(collation);
    const settings = isKnown ? ` CHARACTER SET ${characterSet} COLLATE ${collation}` : '';
    const session = await server.open();
    try {
        await session.run((0,sql/* sql */.ll) `CREATE DATABASE ${(0,sql/* identifier */.Cv)((0,bytestring.fromText)(database))}${(0,bytestring.fromText)(settings)}`);
    }
    catch (error) {
        const reason = (0,errors/* asHoldfastError */.C)(error)?.message ?? String(error);
        throw new errors/* HoldfastError */.E('restore-blocked', `Cannot make the database ${(0,quoted/* quoted */.T)(database)} for the restore: ${reason} Make an empty one yourself, and restore into that.`, { cause: error });
    }
    finally {
        await session.close();
    }
}

// EXTERNAL MODULE: ./build/databases/mysql/users.js
var users = __webpack_require__(29264);
;// CONCATENATED MODULE: ./build/databases/mysql/restore-users.js






/** Accounts are few; more isn't what we wrote. */
const MAX_BYTES = 64 * 1024 * 1024;
/**
 * Makes the accounts that aren't there, with what they are granted. Those that are stay as they are, passwords and rights and
 * all: a restore must not lock anybody out.
 */
async function restoreUsers(work) {
    const { server, dump, context } = work;
    if (dump.record.engine !== server.facts.product) {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot restore the dump ${dump.record.name}: its accounts are ${dump.record.engine}’s, and the server is ` +
            `${server.facts.product}, which writes them otherwise. Make them by hand from the file: --target.`);
    }
    const statements = await readStatements(work);
    const session = await server.open();
    try {
        const there = new Set((await (0,users/* listAccounts */.B)(session, server.facts)).map(users/* accountKey */.LQ));
        const accounts = new Set(statements.map(({ account }) => account));
        const left = [...accounts].filter((account) => there.has(account));
        if (left.length > 0)
            context.onInfo(`Left as they are: ${left.length} accounts that are there already.`);
        for (const { account, text } of statements) {
            if (there.has(account))
                continue;
            try {
                await session.run(text);
            }
            catch (error) {
                throw refused(work, account, error);
            }
        }
    }
    finally {
        await session.close();
    }
    return { database: null, movedAside: null, verified: null };
}
async function readStatements({ dump, host }) {
    const statements = [];
    let account = null;
    const reader = new dump_reader/* DumpReader */.i(new contents/* DumpContents */.hg(), {
        comment: (line) => {
            if (line.startsWith(users/* ACCOUNT_MARK */.wD))
                account = line.slice(users/* ACCOUNT_MARK */.wD.length);
        },
        statement: (text) => {
            if (account === null)
                throw new broken_dump/* BrokenDump */.U('a statement in it belongs to no account');
            statements.push({ account, text });
        },
    });
    try {
        let sizeBytes = 0;
        for await (const part of dump.content()) {
            sizeBytes += part.length;
            if (sizeBytes > MAX_BYTES)
                throw new broken_dump/* BrokenDump */.U(`it is larger than ${MAX_BYTES} bytes`);
            reader.push(part);
        }
        reader.finish();
    }
    catch (error) {
        if (!(error instanceof broken_dump/* BrokenDump */.U))
            throw error;
        throw new errors/* HoldfastError */.E('command-failed', `Cannot restore the dump ${dump.record.name} on "${host.name}": it is broken: ${error.message}. Nothing was changed.`);
    }
    return statements;
}
function refused({ dump, host }, account, error) {
    const [user = '', from = ''] = account
        .split(' ')
        .map((part) => (0,bytestring.display)((0,bytestring.fromBytes)(Buffer.from(part === '-' ? '' : part, 'hex'))));
    const reason = withoutStatement((0,errors/* asHoldfastError */.C)(error)?.message ?? String(error));
    return new errors/* HoldfastError */.E('command-failed', `Cannot restore the account "${user}"@"${from}" of ${dump.record.name} on "${host.name}": ${reason} What came before it ` +
        'was made. Restore the databases that grants name first.');
}
/** The client shows the whole statement before the error, and the server a part of it: a password's hash may stand in both. */
function withoutStatement(said) {
    const [, before = ''] = /^(.*?ended with exit status \d+)/s.exec(said) ?? [];
    const at = said.lastIndexOf('ERROR ');
    if (at < 0)
        return /\bIDENTIFIED\b/i.test(said) ? 'the server refused it.' : said;
    const error = said
        .slice(at)
        .replace(/ near '.*$/s, ' near what is not shown here, since it may be a password’s hash.');
    return `${before === '' ? '' : `${before}: `}${error}`;
}

// EXTERNAL MODULE: ./build/databases/as-dumped.js
var as_dumped = __webpack_require__(27829);
// EXTERNAL MODULE: ./build/databases/mysql/compare-now.js
var compare_now = __webpack_require__(41190);
;// CONCATENATED MODULE: ./build/databases/mysql/verify.js


/**
 * Compares what is in `database` now with what the dump's manifest says was dumped.
 * @returns null without a fingerprint to compare with, and where it is compared later.
 * @throws HoldfastError restore-mismatch.
 */
async function verifyRestored({ host, server, dump, terms, context }, database) {
    if (terms.isDrill)
        return null;
    const found = await (0,compare_now.compareNow)({ host, server, record: dump.record }, database);
    const aboutRemarks = 'Compare them by hand if it matters.';
    return (0,as_dumped/* requireAsDumped */.b)(found, { host, database, dump, context, aboutRemarks });
}

;// CONCATENATED MODULE: ./build/databases/mysql/restore.js
















/**
 * Puts a dump back. Where nothing is in the way it goes into the database that is meant, and what it has made is removed when
 * it fails. Else it goes into one beside, is compared there, and then the tables of both change places.
 */
async function restoreMysql(host, choices, dump, terms, context) {
    (0,dumped_by/* requireDumpedBy */.I)(['mysql', 'mariadb'], dump.record, 'into MySQL');
    const server = await (0,connect/* connectServer */.C)(host, choices.access, context.signal);
    const work = { host, choices, server, dump, terms, context };
    if (dump.record.format === users/* USERS_FORMAT */.xv)
        return restoreUsers(work);
    const database = targetOf(work);
    const state = await readState(work, database);
    (0,in_the_way/* requireNotInTheWay */.k)(state, `the database ${(0,quoted/* quoted */.T)(database)} on "${host.name}"`, {
        ...terms,
        moved: 'moved aside',
    });
    if (state.kind === 'full')
        return restoreBeside(work, database, state.facts);
    if (state.kind === 'absent')
        await createDatabase(work, database, dumpedFacts(dump));
    return restoreDirectly(work, database, { madeDatabase: state.kind === 'absent' });
}
function targetOf({ choices, dump }) {
    const { databases } = choices;
    const [only = dump.record.database ?? ''] = databases ?? [];
    if ((databases?.length ?? 0) <= 1 && only !== '')
        return only;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot restore the dump ${dump.record.name}: expected one database to restore it into: mysql:///app.`);
}
async function restoreDirectly(work, database, { madeDatabase }) {
    const trace = newTrace();
    try {
        await runStatements(work, database, work.dump.content(), trace);
        const verified = await verifyRestored(work, database);
        return { database: (0,bytestring.displayText)(database), movedAside: null, verified };
    }
    catch (error) {
        await removeMade(work, database, { trace, madeDatabase });
        throw error;
    }
}
async function restoreBeside(work, database, facts) {
    const stem = [...database].slice(0, MAX_STEM).join('');
    const scratch = `${stem}_restore_${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
    const dumped = dumpedFacts(work.dump);
    let verified;
    try {
        await createDatabase(work, scratch, dumped);
        await runStatements(work, scratch, work.dump.content());
        verified = await verifyRestored(work, scratch);
    }
    catch (error) {
        await dropScratch(work, scratch);
        throw error;
    }
    const aside = `${stem}_before_${(0,stamp/* stampNow */.S)()}`;
    await moving(database, { scratch, aside }, async () => {
        await createDatabase(work, aside, facts);
        await moveDatabase(work, { from: database, to: aside, events: 'off' });
        await createDatabase(work, database, dumped);
        await moveDatabase(work, { from: scratch, to: database, events: 'as they are' });
    });
    return { database: (0,bytestring.displayText)(database), movedAside: (0,bytestring.displayText)(aside), verified };
}
/** A name has at most 64 characters; what we add has 24. */
const MAX_STEM = 40;
/** Of older dumps and of other servers the names of collations may not be known: then the server's own serve. */
function dumpedFacts({ record: { restore } }) {
    return { characterSet: restore['character_set'] ?? '', collation: restore['collation'] ?? '' };
}
async function moving(database, { scratch, aside }, move) {
    try {
        await move();
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new errors/* HoldfastError */.E('restore-blocked', `Cannot give the restored database its place: ${reason} Nothing is lost: what was restored and compared is in ` +
            `${(0,quoted/* quoted */.T)(scratch)} or already in ${(0,quoted/* quoted */.T)(database)}, what was there is in ${(0,quoted/* quoted */.T)(database)} or already in ${(0,quoted/* quoted */.T)(aside)}. ` +
            'Look at the three, and move the tables on by RENAME TABLE; the text of triggers, routines and views that were on their way is ' +
            'in the table `holdfast_moved_…` of where they were to go.', { cause: error });
    }
}
/** Whose name nobody else knows. In a session of its own: another one may have ended by the same error. */
async function dropScratch({ host, choices, context }, scratch) {
    const signal = AbortSignal.timeout(context.signal.aborted ? DROP_WHEN_CANCELLED_MS : DROP_LIMIT_MS);
    try {
        const server = await (0,connect/* connectServer */.C)(host, choices.access, signal);
        const session = await server.open();
        try {
            await session.run((0,sql/* sql */.ll) `DROP DATABASE IF EXISTS ${(0,sql/* identifier */.Cv)((0,bytestring.fromText)(scratch))}`);
        }
        finally {
            await session.close();
        }
    }
    catch {
        context.onWarning(`The database ${(0,quoted/* quoted */.T)(scratch)} is left of the restore that failed: drop it.`);
    }
}
/** A large one takes its time; a cancelled run has little. */
const DROP_LIMIT_MS = 300_000;
const DROP_WHEN_CANCELLED_MS = 5000;


/***/ }),

/***/ 73673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yr: () => (/* binding */ hashed),
/* harmony export */   lf: () => (/* binding */ checksumOf),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   rG: () => (/* binding */ rowHash),
/* harmony export */   yg: () => (/* binding */ sumsOf)
/* harmony export */ });
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67596);

/** Begins a checksum by SHA-256; one by MD5 has its digits alone. */
const SHA256_MARK = 'sha256 ';
function digestOf(checksum) {
    return checksum.startsWith(SHA256_MARK) ? 'sha256' : 'md5';
}
function hashed(value, digest) {
    return digest === 'md5' ? (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `MD5(${value})` : (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SHA2(${value}, 256)`;
}
/** Of these the bytes are the value; of those that may be large a digest of them serves. */
const BYTES = /^(binary|varbinary|vector)$/;
const LARGE_BYTES = /^((tiny|medium|long)?blob|geometry|point|linestring|polygon|multi[a-z]+|geom(etry)?collection)$/;
/** Text, in whatever character set: as UTF-8 it is the same everywhere. */
const TEXTS = /^(char|varchar|enum|set)$/;
const LARGE_TEXTS = /^((tiny|medium|long)?text|json)$/;
/**
 * A column's value as bytes that are the same on every server, or NULL: binary values and shapes as they are stored and text
 * as UTF-8, in hexadecimal, or as their digest where they may be large (a function's result can't be larger than
 * `max_allowed_packet`); numbers, times and all else as the text that they have, which is what a dump holds of them. So none
 * of them holds the `,` that stands between columns.
 */
function canonical({ name, dataType }, digest) {
    const column = (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .identifier */ .Cv)(name);
    if (dataType === 'bit')
        return (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `CAST(${column} + 0 AS CHAR)`;
    if (BYTES.test(dataType))
        return (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `HEX(${column})`;
    if (LARGE_BYTES.test(dataType))
        return hashed(column, digest);
    if (TEXTS.test(dataType))
        return (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `HEX(CONVERT(${column} USING utf8mb4))`;
    if (LARGE_TEXTS.test(dataType))
        return hashed((0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `CONVERT(${column} USING utf8mb4)`, digest);
    return (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `CAST(${column} AS CHAR)`;
}
/**
 * A row's digest in hexadecimal: of its columns' values in their order, but for generated ones, with a `,` after each. NULL is
 * `N`, anything else `V` and its value: no value can be taken for NULL, nor a part of one column for a part of the next.
 */
function rowHash(columns, digest) {
    const values = columns
        .filter(({ isGenerated }) => !isGenerated)
        .map((column) => (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `IF(${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .identifier */ .Cv)(column.name)} IS NULL, 'N', CONCAT('V', ${canonical(column, digest)})), ','`);
    return hashed(values.length === 0 ? (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `''` : (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `CONCAT(${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)(values, ', ')})`, digest);
}
/**
 * How many rows, how many of them have a hash, and two sums of 64 bits each, of the halves of the hashes' first 128: unlike XOR, sums
 * count a row that stands twice. The server sums whole numbers as decimals, which don't overflow.
 */
function sumsOf(hash) {
    const half = (from) => `IFNULL(SUM(CAST(CONV(SUBSTRING(${hash}, ${from}, 16), 16, 10) AS UNSIGNED)), 0)`;
    return `COUNT(*), COUNT(${hash}), ${half(1)}, ${half(17)}`;
}
/** 32 hex digits, each half modulo 2^64, after what says how rows were hashed. */
function checksumOf(sums, digest) {
    const digits = sums.map((sum) => BigInt.asUintN(64, BigInt(sum)).toString(16).padStart(16, '0')).join('');
    return digest === 'md5' ? digits : `${SHA256_MARK}${digits}`;
}


/***/ }),

/***/ 33329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   De: () => (/* binding */ LASTING),
/* harmony export */   LS: () => (/* binding */ readSchemaDigests),
/* harmony export */   _4: () => (/* binding */ PASSES),
/* harmony export */   fQ: () => (/* binding */ OBJECTS),
/* harmony export */   lj: () => (/* binding */ INDEXES)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _server_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19357);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67596);




/** The digest of what there is, by name and kind: the same after every restore, whatever the server's version. */
const OBJECTS = 'objects';
/**
 * The same without events that don't outlast their time: no server makes one whose time has passed, and a dump holds it all the same. Dumps of
 * earlier versions have none.
 */
const LASTING = 'lasting objects';
/** Condition on information_schema.events: once its time has passed, it isn't there any more, or is made no more. */
const PASSES = `on_completion = 'NOT PRESERVE' AND (execute_at IS NOT NULL OR ends IS NOT NULL)`;
/** The digest of what indexes there are, of which columns. Dumps of earlier versions have none. */
const INDEXES = 'indexes';
/** Kinds that say more of what OBJECTS names. */
const BESIDE = ['definers', INDEXES];
/** Of each kind a query that gives a line per object, of one field. */
function linesOf(database) {
    return {
        views: (0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `SELECT CONCAT_WS(' ', HEX(table_name), HEX(view_definition), check_option, security_type)
      FROM information_schema.views WHERE ${(0,_server_js__WEBPACK_IMPORTED_MODULE_2__/* .isNamed */ .ev)('table_schema', database)}`,
        routines: (0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `SELECT CONCAT_WS(' ', routine_type, HEX(routine_name), HEX(IFNULL(dtd_identifier, '')), HEX(routine_definition),
      is_deterministic, sql_data_access, security_type, sql_mode)
      FROM information_schema.routines WHERE ${(0,_server_js__WEBPACK_IMPORTED_MODULE_2__/* .isNamed */ .ev)('routine_schema', database)}`,
        triggers: (0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `SELECT CONCAT_WS(' ', HEX(trigger_name), HEX(event_object_table), action_timing, event_manipulation, action_order,
      HEX(action_statement), sql_mode) FROM information_schema.triggers WHERE ${(0,_server_js__WEBPACK_IMPORTED_MODULE_2__/* .isNamed */ .ev)('trigger_schema', database)}`,
        events: (0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `SELECT CONCAT_WS(' ', HEX(event_name), event_type, IFNULL(execute_at, ''), IFNULL(interval_value, ''),
      IFNULL(interval_field, ''), status, on_completion, HEX(event_definition), sql_mode)
      FROM information_schema.events WHERE ${(0,_server_js__WEBPACK_IMPORTED_MODULE_2__/* .isNamed */ .ev)('event_schema', database)}`,
        definers: (0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `SELECT CONCAT_WS(' ', 'view', HEX(table_name), HEX(definer)) FROM information_schema.views
        WHERE ${(0,_server_js__WEBPACK_IMPORTED_MODULE_2__/* .isNamed */ .ev)('table_schema', database)}
      UNION ALL SELECT CONCAT_WS(' ', routine_type, HEX(routine_name), HEX(definer)) FROM information_schema.routines
        WHERE ${(0,_server_js__WEBPACK_IMPORTED_MODULE_2__/* .isNamed */ .ev)('routine_schema', database)}
      UNION ALL SELECT CONCAT_WS(' ', 'trigger', HEX(trigger_name), HEX(definer)) FROM information_schema.triggers
        WHERE ${(0,_server_js__WEBPACK_IMPORTED_MODULE_2__/* .isNamed */ .ev)('trigger_schema', database)}
      UNION ALL SELECT CONCAT_WS(' ', 'event', HEX(event_name), HEX(definer)) FROM information_schema.events
        WHERE ${(0,_server_js__WEBPACK_IMPORTED_MODULE_2__/* .isNamed */ .ev)('event_schema', database)}`,
        // Without what versions tell otherwise: lengths of prefixes, kinds.
        [INDEXES]: (0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `SELECT CONCAT_WS(' ', HEX(table_name), HEX(index_name), non_unique, seq_in_index, HEX(IFNULL(column_name, '')))
      FROM information_schema.statistics WHERE ${(0,_server_js__WEBPACK_IMPORTED_MODULE_2__/* .isNamed */ .ev)('table_schema', database)}`,
    };
}
/** As lines of OBJECTS. */
function passingEvents(database) {
    return (0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `SELECT CONCAT('events ', HEX(event_name)) FROM information_schema.events
    WHERE ${(0,_server_js__WEBPACK_IMPORTED_MODULE_2__/* .isNamed */ .ev)('event_schema', database)} AND ${PASSES}`;
}
/** A digest of the definitions of each kind. */
async function readSchemaDigests(session, database, tables) {
    const digests = {};
    const objects = tables.flatMap(objectLines);
    for (const [kind, question] of Object.entries(linesOf(database))) {
        const lines = (await session.query(question, 1)).map(([line = '']) => withoutDatabase(line, database));
        digests[kind] = digestOf(lines);
        if (!BESIDE.includes(kind)) {
            // What there is, without how it is written: a routine's kind and name.
            objects.push(...lines.map((line) => `${kind} ${line.split(' ', kind === 'routines' ? 2 : 1).join(' ')}`));
        }
    }
    digests['tables'] = digestOf(await readDefinitions(session, database, tables));
    digests[OBJECTS] = digestOf(objects);
    const passing = new Set((await session.query(passingEvents(database), 1)).map(([line]) => line));
    digests[LASTING] = digestOf(objects.filter((line) => !passing.has(line)));
    return digests;
}
/** A generic name for each type: MySQL and MariaDB, and their versions, call some otherwise. */
function objectLines({ name, kind, columns }) {
    if (kind !== 'table')
        return [`${kind} ${name}`];
    return [
        `table ${name}`,
        ...columns.map((column, i) => `column ${name}\0${i}\0${column.name}\0${genericType(column.dataType)}`),
    ];
}
function genericType(dataType) {
    if (dataType === 'json')
        return 'longtext'; // MariaDB's JSON is one
    return dataType === 'geomcollection' ? 'geometrycollection' : dataType;
}
const DEFINITIONS_A_QUESTION = 100;
async function readDefinitions(session, database, tables) {
    const lines = [];
    const own = tables.filter(({ kind }) => kind === 'table');
    for (let from = 0; from < own.length; from += DEFINITIONS_A_QUESTION) {
        const questions = own
            .slice(from, from + DEFINITIONS_A_QUESTION)
            .map(({ name }) => (0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `SHOW CREATE TABLE ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .identifier */ .Cv)(database)}.${(0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .identifier */ .Cv)(name)}`);
        const rows = await session.query((0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `SAVEPOINT holdfast; ${questions.join('; ')}; ROLLBACK TO SAVEPOINT holdfast`, 2);
        lines.push(...rows.map(([, definition = '']) => definition.replace(/ AUTO_INCREMENT=\d+/, '')));
    }
    return lines;
}
/** A view names its own database before each table: in hexadecimal as all the text here. */
function withoutDatabase(line, database) {
    const own = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.toBytes)(`${(0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .identifier */ .Cv)(database)}.`)
        .toString('hex')
        .toUpperCase();
    return line.replaceAll(own, '');
}
/** How many lines, and a digest of them in whatever order. */
function digestOf(lines) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const line of [...lines].sort())
        hash.update(`${line.length}:${line}`, 'latin1');
    return `${lines.length} ${hash.digest('hex').slice(0, 32)}`;
}


/***/ }),

/***/ 10398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   selectMysql: () => (/* binding */ selectMysql)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _selected_rows_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(76492);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61816);
/* harmony import */ var _client_messages_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(40514);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38724);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67596);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1227);







/**
 * The rows of a SELECT (UTF-8), each as the server sends it. NULL is the text `NULL`; the session can write nothing.
 * @throws HoldfastError command-failed, host-unsupported without a client.
 */
async function* selectMysql(host, { access, databases }, statement, signal) {
    const client = await (0,_tools_js__WEBPACK_IMPORTED_MODULE_0__/* .findClient */ .$)(host, { prefer: 'mariadb', folder: access.toolFolder, signal });
    const { script, input } = (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .toolCall */ .L)(access, client, [..._session_js__WEBPACK_IMPORTED_MODULE_2__/* .CLIENT_ARGS */ ._v, '--quick'].map(_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromText));
    const [database] = databases ?? [];
    const use = database === undefined ? '' : (0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `USE ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .identifier */ .Cv)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromText)(database))};\n`;
    const ask = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.toBytes)((0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `SET SESSION TRANSACTION READ ONLY;\n${use}${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromText)(statement)};\n`);
    yield* (0,_selected_rows_js__WEBPACK_IMPORTED_MODULE_5__/* .selectedRows */ .v)(host, {
        client: 'the client',
        script,
        input: Buffer.concat([input, ask]),
        messages: new _client_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .ClientMessages */ .m([access.password ?? '']),
        advice: _session_js__WEBPACK_IMPORTED_MODULE_2__/* .SESSION_ADVICE */ .uW,
        signal,
    });
}


/***/ }),

/***/ 19357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LK: () => (/* binding */ readDatabaseFacts),
/* harmony export */   Pf: () => (/* binding */ listDatabases),
/* harmony export */   TX: () => (/* binding */ readServerFacts),
/* harmony export */   ev: () => (/* binding */ isNamed)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _product_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65611);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67596);




/** Before these the catalogs are others. */
const OLDEST = {
    mariadb: { product: 'mariadb', major: 10, minor: 3 },
    mysql: { product: 'mysql', major: 5, minor: 6 },
};
/** Nobody waits longer than this for a lock that we hold or ask for, but where another limit is said. */
const LOCK_WAIT_SECONDS = 60;
/** Nothing may end our session while a dump streams for hours: a week. */
const IDLE_SECONDS = 604_800;
/**
 * What a value looks like as text depends on these: the same everywhere; and that all rows come, of tables and columns, too. The rest keeps the session alive, and the answers
 * fresh (`information_schema_stats_expiry` of MySQL 8 would give yesterday's counters).
 */
const SETTINGS = `
SET NAMES utf8mb4;
SET SESSION sql_mode = '';
SET SESSION time_zone = '+00:00';
SET SESSION sql_quote_show_create = 1;
SET SESSION sql_select_limit = 18446744073709551615;
SET SESSION sql_big_selects = 1;
SET SESSION div_precision_increment = 4;
SET SESSION group_concat_max_len = 1048576;
SET SESSION lock_wait_timeout = ${LOCK_WAIT_SECONDS};
SET SESSION wait_timeout = ${IDLE_SECONDS};
SET SESSION interactive_timeout = ${IDLE_SECONDS};
SET SESSION net_write_timeout = 3600`;
/** What is asked first: the session is ours from here on. @throws HoldfastError host-unsupported for a server that is too old. */
async function readServerFacts(session) {
    await session.run(SETTINGS);
    const row = await session.row((0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT VERSION(), @@GLOBAL.net_write_timeout`, 2);
    const [text = '', timeout] = (row ?? []).map((field) => (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.toText)(field) ?? (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(field));
    const version = (0,_product_js__WEBPACK_IMPORTED_MODULE_2__/* .parseServerVersion */ .xA)(text);
    if (version === null || (0,_product_js__WEBPACK_IMPORTED_MODULE_2__/* .isOlder */ .tW)(version, OLDEST[version.product])) {
        const oldest = Object.values(OLDEST).map(({ product, major, minor }) => `${_product_js__WEBPACK_IMPORTED_MODULE_2__/* .PRODUCT_NAMES */ .Tk[product]} ${major}.${minor}`);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('host-unsupported', `Cannot work with this server: its version is ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(text))}, expected ${oldest.join(' or ')} or newer.`);
    }
    await session.run(version.product === 'mariadb' ? OF_MARIADB : await ofMysql(session));
    return { ...version, version: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(text)), netWriteTimeoutSeconds: Number(timeout) };
}
const OF_MARIADB = 'SET SESSION max_statement_time = 0, idle_transaction_timeout = 0';
/** Of those settings that not every version has, the ones that this one has. */
async function ofMysql(session) {
    const wanted = ['max_execution_time', 'information_schema_stats_expiry'];
    const names = wanted.map((name) => (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)).join(', ');
    const rows = await session.query((0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SHOW SESSION VARIABLES WHERE Variable_name IN (${names})`, 2);
    const there = wanted.filter((name) => rows.some(([row]) => row === name));
    return (there.map((name) => `SET SESSION ${name} = 0`).join(';\n') || 'DO 0');
}
/** Databases of the server's own. */
const SYSTEM = ['information_schema', 'performance_schema', 'mysql', 'sys'];
/** Those with data of users, as text. */
async function listDatabases(session) {
    const rows = await session.query((0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT schema_name FROM information_schema.schemata ORDER BY schema_name`, 1);
    const names = rows.map(([name = '']) => Buffer.from(name, 'latin1').toString('utf8'));
    return names.filter((name) => !SYSTEM.includes(name.toLowerCase()));
}
/**
 * Condition: `column` of the catalogs is `name`. They compare without case; the first half is for their indexes, the second
 * for the truth.
 */
function isNamed(column, name) {
    return (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `${column} = ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)} AND BINARY ${column} = ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)}`;
}
/** Null when it isn't there. */
async function readDatabaseFacts(session, database) {
    const row = await session.row((0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT default_character_set_name, default_collation_name FROM information_schema.schemata
      WHERE ${isNamed('schema_name', database)}`, 2);
    const [characterSet, collation] = (row ?? []).map(_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display);
    return characterSet === undefined || collation === undefined ? null : { characterSet, collation };
}


/***/ }),

/***/ 38724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pf: () => (/* binding */ fieldsOf),
/* harmony export */   Zh: () => (/* binding */ MysqlSession),
/* harmony export */   _v: () => (/* binding */ CLIENT_ARGS),
/* harmony export */   uW: () => (/* binding */ SESSION_ADVICE)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63509);
/* harmony import */ var _client_session_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(15159);
/* harmony import */ var _connection_advice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93646);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61816);
/* harmony import */ var _client_messages_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40514);
/* harmony import */ var _product_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65611);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67596);







/** A server that doesn't answer is told after this long. */
const CONNECT_TIMEOUT_SECONDS = 30;
/**
 * A row is a line, a tab stands between fields, and what would be mistaken for either is escaped. In binary mode the client
 * knows none of its own commands but `delimiter`: what a name or a dump holds can't make it run a program.
 */
const CLIENT_ARGS = [
    '--batch',
    '--skip-column-names',
    '--unbuffered',
    '--no-auto-rehash',
    '--binary-mode',
    // An option file of the host may have them.
    '--skip-safe-updates', // SELECTs would give 1000 rows at most
    '--skip-raw',
    '--local-infile=0', // a hostile server could ask for any file
    '--default-character-set=utf8mb4',
    `--connect-timeout=${CONNECT_TIMEOUT_SECONDS}`,
];
const NEWLINE = 10;
/** 1698: the server asks which account of the host comes. */
const SESSION_ADVICE = (0,_connection_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .adviceBy */ .mU)([
    [/ERROR 1698 /, 'Run the tools as the account of the host that is called as the user: ?as=root.'],
    [/ERROR 1045 /, _connection_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .PASSWORD_ADVICE */ .dO],
    [/ERROR 1130 /, 'Give the user a right to come from there: CREATE USER … @ that host.'],
]);
/** One connection to a server through its client on a host. */
class MysqlSession {
    #session;
    constructor(session) {
        this.#session = session;
    }
    /** Starts one; whether it can connect, the first question tells. @throws what `Host.start` throws. */
    static async start(host, options) {
        const { access, client, signal } = options;
        const protocol = {
            server: _product_js__WEBPACK_IMPORTED_MODULE_1__/* .PRODUCT_NAMES */ .Tk[client.product],
            client: client.product === 'mariadb' ? 'mariadb' : 'mysql',
            separator: NEWLINE,
            question: (statements, marker) => (0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .sql */ .ll) `${statements};\nSELECT '${marker}';\n`,
            answerOf: (marker) => marker,
            advice: SESSION_ADVICE,
        };
        const call = (0,_access_js__WEBPACK_IMPORTED_MODULE_3__/* .toolCall */ .L)(access, client, CLIENT_ARGS.map(_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.fromText));
        const messages = new _client_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .ClientMessages */ .m([access.password ?? '']);
        return new MysqlSession(await _client_session_js__WEBPACK_IMPORTED_MODULE_6__/* .ClientSession */ .e.start(host, protocol, { ...call, messages, signal }));
    }
    /**
     * Runs `statements` and gives the rows of what they select, each of `columns` fields. NULL is the text `NULL`: questions
     * that may meet one say what they want instead.
     * @throws HoldfastError command-failed with the client's own words; the session is over then.
     */
    async query(statements, columns) {
        const lines = await this.#session.ask(statements);
        return lines.map((line) => {
            const fields = fieldsOf(line);
            if (fields.length !== columns)
                throw this.#session.unexpected('an answer has other columns than expected');
            return fields;
        });
    }
    /** The one row, or null when there is none. */
    async row(statements, columns) {
        return (await this.query(statements, columns))[0] ?? null;
    }
    /** Runs what selects nothing. */
    async run(statements) {
        await this.query(statements, 1);
    }
    /** As `ClientSession.close`. */
    close() {
        return this.#session.close();
    }
}
/** The fields of a line that the client prints in batches. */
function fieldsOf(line) {
    return line.split('\t').map(unescaped);
}
const ESCAPES = { n: '\n', t: '\t', '0': '\0', '\\': '\\' };
function unescaped(field) {
    return field.replace(/\\(.)/gs, (_, character) => ESCAPES[character] ?? character);
}


/***/ }),

/***/ 67596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ identifier),
/* harmony export */   HD: () => (/* binding */ shownName),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   ll: () => (/* binding */ sql),
/* harmony export */   o: () => (/* binding */ NO_VIEW),
/* harmony export */   oR: () => (/* binding */ joined)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


/**
 * `name` as an identifier, whatever `sql_mode` says. Nothing else in this room may quote one.
 * @throws HoldfastError bad-input for NUL, which no identifier holds, and for an empty one.
 */
function identifier(name) {
    if (name === '' || name.includes('\0')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot write ${JSON.stringify(name)} as a MySQL identifier: it is empty or holds a NUL, which none can hold.`);
    }
    return `\`${name.replaceAll('`', '``')}\``;
}
/** `text`, UTF-8, as a string: hexadecimal, so that no mode, character set or client reads anything into it. */
function literal(text) {
    return (text === '' ? "''" : `_utf8mb4 X'${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.toBytes)(text).toString('hex')}'`);
}
/** SQL of ours, of identifiers and literals: nothing else is put in. */
function sql(parts, ...values) {
    return String.raw({ raw: parts.map(_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText) }, ...values);
}
/**
 * Stands behind a table that is read. It changes nothing for a table, and a view that stands in its place by then is an error: one that runs
 * functions as who reads it could set the server's own variables, in a transaction that writes nothing, too.
 */
const NO_VIEW = 'USE INDEX FOR ORDER BY ()';
function joined(parts, separator) {
    return parts.join(separator);
}
/** As MySQL shows a name: quoted only where it needs to be. Ready to show. */
function shownName(name) {
    return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(/^[A-Za-z_][A-Za-z0-9_$]*$/.test(name) ? name : identifier(name));
}


/***/ }),

/***/ 52371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WS: () => (/* binding */ listTables),
/* harmony export */   ky: () => (/* binding */ isTransactional),
/* harmony export */   l5: () => (/* binding */ isElsewhere)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _server_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19357);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67596);



/** Whether a snapshot shows the table as it was: of others, what is written meanwhile shows. */
function isTransactional({ engine }) {
    return /^(innodb|rocksdb|tokudb|ndbcluster)$/i.test(engine);
}
/**
 * Whether its rows are another table's, or lie where the engine is told: the dump tools write none (`check_if_ignore_table` of
 * mysqldump.c). A lock on a MERGE table would wait for our own on all the server.
 */
function isElsewhere({ engine }) {
    return /^(mrg_myisam|mrg_isam|federated|connect|oqgraph|spider|vp)$/i.test(engine);
}
const KINDS = {
    'BASE TABLE': 'table',
    'SYSTEM VERSIONED': 'table',
    VIEW: 'view',
    SEQUENCE: 'sequence',
};
/** What `database` has, by name. What the catalogs call otherwise (temporary tables, say) is left out. */
async function listTables(session, database) {
    const columns = await listColumns(session, database);
    const rows = await session.query((0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT table_name, table_type, IFNULL(engine, ''), IFNULL(data_length, 0) + IFNULL(index_length, 0),
      IFNULL(auto_increment, '') FROM information_schema.tables WHERE ${(0,_server_js__WEBPACK_IMPORTED_MODULE_1__/* .isNamed */ .ev)('table_schema', database)} ORDER BY BINARY table_name`, 5);
    return rows.flatMap(([name = EMPTY, type = EMPTY, engine = EMPTY, size, next = EMPTY]) => {
        const kind = KINDS[type];
        if (kind === undefined)
            return [];
        const table = {
            name,
            shown: (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .shownName */ .HD)(name),
            kind,
            engine: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(engine),
            isVersioned: type === 'SYSTEM VERSIONED',
            sizeBytes: Number(size),
            autoIncrement: next === '' ? null : (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(next),
            columns: columns.get(name) ?? [],
        };
        return [table];
    });
}
async function listColumns(session, database) {
    const rows = await session.query((0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT table_name, column_name, data_type, IFNULL(extra, '') FROM information_schema.columns
      WHERE ${(0,_server_js__WEBPACK_IMPORTED_MODULE_1__/* .isNamed */ .ev)('table_schema', database)} ORDER BY BINARY table_name, ordinal_position`, 4);
    const tables = new Map();
    for (const [table = EMPTY, name = EMPTY, type = EMPTY, extra = EMPTY] of rows) {
        const columns = tables.get(table) ?? [];
        // `VIRTUAL GENERATED`, `STORED GENERATED`; of MySQL 8's `DEFAULT_GENERATED` the values are the user's.
        const isGenerated = /(^|\s)(VIRTUAL|STORED|PERSISTENT) GENERATED/i.test(extra);
        columns.push({ name, dataType: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(type).toLowerCase(), isGenerated });
        tables.set(table, columns);
    }
    return tables;
}
const EMPTY = '';


/***/ }),

/***/ 1227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ findClient),
/* harmony export */   a: () => (/* binding */ findDumpTool)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19473);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52871);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28976);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61816);
/* harmony import */ var _product_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65611);






const NAMES = {
    client: { mariadb: ['mariadb', 'mysql'], mysql: ['mysql', 'mariadb'] },
    dump: { mariadb: ['mariadb-dump', 'mysqldump'], mysql: ['mysqldump'] },
};
/** A client of whichever product: it carries questions, and dumps. @throws HoldfastError host-unsupported without one. */
async function findClient(host, { prefer, ...search }) {
    return find(host, NAMES.client[prefer], search);
}
/**
 * The dump tool of the server's own product: the other's leaves out what it doesn't know.
 * @throws HoldfastError host-unsupported if there is none, if it is the other product's, or older than the server.
 */
async function findDumpTool(host, { server, ...search }) {
    const tool = await find(host, NAMES.dump[server.product], search);
    const expected = `${_product_js__WEBPACK_IMPORTED_MODULE_0__/* .PRODUCT_NAMES */ .Tk[server.product]} ${server.major}.${server.minor}`;
    if (tool.product !== server.product)
        throw unfit(host, tool, `the server is ${expected}`, expected);
    if ((0,_product_js__WEBPACK_IMPORTED_MODULE_0__/* .isOlder */ .tW)(tool, server))
        throw unfit(host, tool, 'it is older than the server', `${expected} or newer`);
    return { ...tool, isPatient: tool.product === 'mysql' && (await isPatient(host, tool, search.signal)) };
}
async function isPatient(host, { path }, signal) {
    const { stdout } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_1__/* .runToEnd */ .cd)(host, `${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromText)(path))} --no-defaults --help`, { signal });
    return stdout.includes('--network-timeout');
}
function unfit(host, tool, problem, expected) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('host-unsupported', `Cannot use ${JSON.stringify(tool.path)} on "${host.name}": it is "${tool.said}" and ${problem}, expected the dump tool of ` +
        `${expected}. Install the server's own client there, or name its folder: ?bin=/folder.`);
}
async function find(host, names, { folder, signal }) {
    const { stdout, exit } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_1__/* .runToEnd */ .cd)(host, (0,_access_js__WEBPACK_IMPORTED_MODULE_5__/* .findScript */ .f)(names, folder), { signal });
    const end = stdout.indexOf(0);
    const path = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromBytes)(stdout.subarray(0, Math.max(0, end)));
    const said = stdout
        .subarray(end + 1)
        .toString('utf8')
        .trim();
    const version = end < 0 ? null : (0,_product_js__WEBPACK_IMPORTED_MODULE_0__/* .parseClientVersion */ .VW)(said);
    if (version === null) {
        const where = folder === null ? 'on PATH' : `in ${JSON.stringify(folder)}`;
        const status = 'code' in exit ? exit.code : exit.signal;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('host-unsupported', `Cannot find ${names.join(' or ')} on "${host.name}": none that works is ${where} (${status}). Install the server's ` +
            'client package there, or name its folder: ?bin=/folder.');
    }
    return {
        ...version,
        path: Buffer.from(path, 'latin1').toString('utf8'),
        said: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.display)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromText)(said.slice(0, 200))),
    };
}


/***/ }),

/***/ 29264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ listAccounts),
/* harmony export */   BZ: () => (/* binding */ USERS_NAME),
/* harmony export */   Jn: () => (/* binding */ requireUsersKnown),
/* harmony export */   LQ: () => (/* binding */ accountKey),
/* harmony export */   tQ: () => (/* binding */ UsersDump),
/* harmony export */   wD: () => (/* binding */ ACCOUNT_MARK),
/* harmony export */   xv: () => (/* binding */ USERS_FORMAT)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _tool_output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36297);
/* harmony import */ var _dump_reader_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92938);
/* harmony import */ var _product_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65611);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67596);






const USERS_NAME = 'users.sql';
const USERS_FORMAT = 'users';
/** Begins what belongs to one account: its names in hexadecimal, so that the line is one. */
const ACCOUNT_MARK = '-- Account ';
/** Of the server's own: made with it. */
const OWN = ['mysql.sys', 'mysql.session', 'mysql.infoschema', 'mariadb.sys', 'PUBLIC'];
/**
 * Accounts, roles and what is granted to them, as SQL that makes them: of a server, not of a database. Passwords are in it as
 * the server keeps them, hashed.
 */
class UsersDump {
    name;
    /** It takes an instant, in which accounts don't change. */
    isPinned = false;
    #host;
    #facts;
    #open;
    #session = null;
    #sizeBytes = 0;
    constructor(plan) {
        this.name = plan.name ?? USERS_NAME;
        this.#host = plan.host;
        this.#facts = plan.facts;
        this.#open = plan.open;
    }
    async *stream() {
        try {
            this.#session = await this.#open();
            const text = await readUsers(this.#session, this.#facts);
            const bytes = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toBytes)(text);
            this.#sizeBytes = bytes.length;
            yield bytes;
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E) || error.code !== 'command-failed')
                throw error;
            throw (0,_tool_output_js__WEBPACK_IMPORTED_MODULE_2__/* .dumpFailed */ .eJ)('dump the accounts', this.#host, error.message.replace(/\.$/, ''));
        }
        finally {
            await this.close();
        }
    }
    record() {
        return {
            name: this.name,
            engine: this.#facts.product,
            database: null,
            format: USERS_FORMAT,
            tool: '',
            size_bytes: this.#sizeBytes,
            pinned: false,
            proof: 'deferred',
            options: [],
            warnings: [],
            fingerprint: null,
            restore: { server_version: `${this.#facts.major}.${this.#facts.minor}` },
        };
    }
    async close() {
        await this.#session?.close();
    }
}
/** @throws HoldfastError host-unsupported for a server that can't say how an account is made. */
function requireUsersKnown(facts) {
    if (facts.product === 'mariadb' || !(0,_product_js__WEBPACK_IMPORTED_MODULE_3__/* .isOlder */ .tW)(facts, { product: 'mysql', major: 5, minor: 7 }))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('host-unsupported', `Cannot dump the accounts of MySQL ${facts.version}: it has no SHOW CREATE USER, expected 5.7 or newer. Leave them out: ` +
        '?users=without.');
}
async function readUsers(session, facts) {
    const accounts = await listAccounts(session, facts);
    // Hashes of MySQL 8 hold any byte.
    if (facts.product === 'mysql' && facts.major >= 8)
        await session.run((0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `SET SESSION print_identified_with_as_hex = 1`);
    const made = [];
    const granted = [];
    for (const account of accounts) {
        const mark = `${ACCOUNT_MARK}${accountKey(account)}\n`;
        const { create, later } = await creationOf(session, account);
        made.push(`${mark}${create};\n`);
        const grants = await session.query((0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `SHOW GRANTS FOR ${accountName(account)}`, 1);
        const statements = [...grants.map(([grant = '']) => grant), ...later];
        granted.push(`${mark}${statements.map((statement) => `${statement};\n`).join('')}`);
    }
    return `-- Accounts and grants of ${facts.product} ${facts.major}.${facts.minor}: first who there is, then what each may.\n${made.join('')}\n${granted.join('')}\n${_dump_reader_js__WEBPACK_IMPORTED_MODULE_5__/* .DUMP_END */ .L}\n`;
}
async function listAccounts(session, { product }) {
    const role = product === 'mariadb' ? (0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `is_role` : (0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `'N'`;
    const rows = await session.query((0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `SELECT user, host, ${role} FROM mysql.user ORDER BY BINARY user, BINARY host`, 3);
    return rows
        .map(([user = EMPTY, host = EMPTY, isRole]) => ({ user, host, isRole: isRole === 'Y' }))
        .filter(({ user, isRole, host }) => !OWN.includes(user) || (user === 'PUBLIC' && !isRole && host !== ''));
}
/** Its default roles may not be there yet when it is made: they come with the grants. */
async function creationOf(session, account) {
    if (account.isRole)
        return { create: `CREATE ROLE IF NOT EXISTS ${quotedName(account.user)}`, later: [] };
    const [row] = await session.query((0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `SHOW CREATE USER ${accountName(account)}`, 1);
    const statement = (row?.[0] ?? EMPTY).replace(/^CREATE USER /, 'CREATE USER IF NOT EXISTS ');
    const roles = / DEFAULT ROLE ((?:`(?:[^`]|``)*`@`(?:[^`]|``)*`,?)+)/.exec(statement);
    if (roles === null)
        return { create: statement, later: [] };
    return {
        create: statement.replace(roles[0], ''),
        later: [`SET DEFAULT ROLE ${roles[1]} TO ${accountName(account)}`],
    };
}
function accountName({ user, host, isRole }) {
    return (isRole ? quotedName(user) : `${quotedName(user)}@${quotedName(host)}`);
}
/** In backticks: no mode reads anything into them; an empty one is the anonymous user's. */
function quotedName(name) {
    return `\`${name.replaceAll('`', '``')}\``;
}
/** In hexadecimal, one word each. */
function accountKey({ user, host }) {
    return [user, host].map((name) => (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toBytes)(name).toString('hex') || '-').join(' ');
}
const EMPTY = '';


/***/ }),

/***/ 36023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ask: () => (/* binding */ ask)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


/** What the server answers to `GET /path`, as JSON. It is read alone: another method is refused. @throws HoldfastError command-failed. */
async function ask(client, statement) {
    const [, path] = /^GET (\/\S*)$/.exec(statement.trim()) ?? [];
    if (path === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot ask OpenSearch ${JSON.stringify(statement)}: expected what is to be read: GET /index/_count.`);
    }
    const answer = await client.require('ask what a check asks', { method: 'GET', path });
    return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(JSON.stringify(answer));
}


/***/ }),

/***/ 89940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D$: () => (/* binding */ readCluster),
/* harmony export */   TL: () => (/* binding */ readDefinitions),
/* harmony export */   VZ: () => (/* binding */ whatStandsAt),
/* harmony export */   rs: () => (/* binding */ readStates),
/* harmony export */   yq: () => (/* binding */ chooseIndexes)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38076);




/** @throws HoldfastError command-failed where nothing of the kind answers. */
async function readCluster(client) {
    const answer = await client.require('ask for the version', { method: 'GET', path: '/' });
    const version = (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIn */ .D7)(answer, 'version');
    const number = (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(version, 'number');
    if (number === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('command-failed', 'Cannot back up what answers there: it names no version, expected OpenSearch or Elasticsearch. Look at the URL’s port.');
    }
    return {
        clusterName: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)((0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(answer, 'cluster_name')),
        distribution: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)((0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(version, 'distribution') || 'elasticsearch'),
        version: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(number),
    };
}
/**
 * The indexes and data streams that `patterns` mean, without what a data stream is made of; with none, all whose names
 * begin with no dot: those are the cluster's own.
 * @throws HoldfastError bad-input for a pattern that means no open one, or a closed one by its name.
 */
async function chooseIndexes(client, patterns) {
    const { indexes, streams } = await listIndexes(client);
    const all = [...indexes, ...streams];
    if (patterns.length === 0)
        return byState(all.filter(({ name }) => !isHidden(name)));
    const chosen = new Set();
    for (const pattern of patterns) {
        const meant = all.filter(({ name }) => matches(pattern, name));
        const open = meant.filter(({ isOpen }) => isOpen);
        for (const one of meant)
            chosen.add(one);
        if (open.length > 0 && (pattern.includes('*') || meant.length === open.length))
            continue;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot dump the index ${JSON.stringify(pattern)}: ` +
            `${meant.length > 0 ? 'it is closed, expected an open one. Open it' : 'there is none of that name. Look at _cat/indices'}.`);
    }
    return byState([...chosen]);
}
function byState(all) {
    const those = (isOpen) => all.flatMap((one) => (one.isOpen === isOpen ? [one.name] : [])).sort();
    return { open: those(true), closed: those(false) };
}
async function listIndexes(client) {
    const path = '/_resolve/index/*?expand_wildcards=all';
    const answer = await client.require('list the indexes', { method: 'GET', path });
    const indexes = (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .listIn */ .Of)(answer, 'indices').map((index) => ({
        name: (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(index, 'name'),
        isOpen: !(0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .listIn */ .Of)(index, 'attributes').includes('closed'),
        stream: (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(index, 'data_stream'),
    }));
    const streams = (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .listIn */ .Of)(answer, 'data_streams').map((stream) => ({
        name: (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(stream, 'name'),
        isOpen: true,
    }));
    return {
        indexes: indexes.filter(({ name, stream }) => name !== '' && stream === ''),
        streams: streams.filter(({ name }) => name !== ''),
    };
}
function isHidden(name) {
    return name.startsWith('.');
}
function matches(pattern, name) {
    if (isHidden(name) && !isHidden(pattern))
        return false;
    const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\-]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`, 's').test(name);
}
/** What stands under each of `names` now: nothing, an index, a closed one, an alias, a data stream. */
async function whatStandsAt(client, names) {
    const path = '/_resolve/index/*?expand_wildcards=all';
    const answer = await client.require('list the indexes', { method: 'GET', path });
    const found = new Map();
    const wanted = new Set(names);
    const add = (key, kind) => {
        for (const one of (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .listIn */ .Of)(answer, key)) {
            const name = (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(one, 'name');
            if (wanted.has(name))
                found.set(name, kind(one));
        }
    };
    add('aliases', () => 'alias');
    add('data_streams', () => 'data stream');
    add('indices', (one) => ((0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .listIn */ .Of)(one, 'attributes').includes('closed') ? 'closed' : 'index'));
    return found;
}
/**
 * The state of each index, the indexes that a data stream is made of counted as one. Refreshed first: what was written is
 * counted.
 */
async function readStates(client, names) {
    const states = new Map();
    for (const batch of inBatches(names)) {
        const what = `count ${batch.length} indexes, ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(batch[0] ?? '')} the first`;
        const path = (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(batch.join(','));
        await client.require(what, { method: 'POST', path: `${path}/_refresh` });
        const answer = await client.require(what, {
            method: 'GET',
            path: `${path}/_stats/docs,store?level=shards`,
        });
        for (const name of batch) {
            const isIndex = (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIn */ .D7)(answer, 'indices')[name] !== undefined;
            states.set(name, isIndex || batch.length === 1 ? stateIn(answer, name, isIndex) : await streamState(client, name));
        }
    }
    return states;
}
/** Of a data stream: it isn't told by its own name. */
async function streamState(client, name) {
    const path = `${(0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(name)}/_stats/docs,store?level=shards`;
    const answer = await client.require(`count ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(name)}`, { method: 'GET', path });
    return stateIn(answer, name, false);
}
/** Thousands of names are no line of a request. */
const MAX_BATCH_CHARACTERS = 2000;
function inBatches(names) {
    const batches = [];
    let characters = Number.POSITIVE_INFINITY;
    for (const name of names) {
        if (characters + name.length > MAX_BATCH_CHARACTERS) {
            batches.push([]);
            characters = 0;
        }
        batches.at(-1)?.push(name);
        characters += name.length + 1;
    }
    return batches;
}
/** @param isIndex Of that one index alone; else of all that were asked for. */
function stateIn(answer, name, isIndex) {
    const uuids = [];
    const sequence = [];
    let documents = 0;
    let sizeBytes = 0;
    const all = (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsIn */ .Qv)((0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIn */ .D7)(answer, 'indices')).filter(([index]) => !isIndex || index === name);
    for (const [index, body] of all.sort(byName)) {
        uuids.push((0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(body, 'uuid'));
        for (const [shard, copies] of Object.entries((0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIn */ .D7)(body, 'shards'))) {
            const list = Array.isArray(copies) ? copies.filter(_http_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv) : [];
            const primary = list.find((copy) => (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIn */ .D7)(copy, 'routing')['primary'] === true);
            if (primary === undefined)
                continue;
            documents += (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .numberIn */ .Po)((0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIn */ .D7)(primary, 'docs'), 'count');
            sizeBytes += (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .numberIn */ .Po)((0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIn */ .D7)(primary, 'store'), 'size_in_bytes');
            const last = (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .numberIn */ .Po)((0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIn */ .D7)(primary, 'seq_no'), 'max_seq_no');
            sequence.push(`${index === name ? '' : `${index}/`}${shard}:${last}`);
        }
    }
    if (sequence.length === 0 || Number.isNaN(documents)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('command-failed', `Cannot count the index ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(name)}: none of its primary shards answers. Look at the cluster’s health.`);
    }
    return { uuid: uuids.join(' '), documents, sizeBytes, sequence: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(sequence.sort().join(' ')) };
}
/** A digest of the mappings of each index, whatever order the server tells them in; of a data stream none: each of its indexes has its own. */
async function readDefinitions(client, names) {
    const digests = {};
    for (const batch of inBatches(names)) {
        const what = `read the mappings of ${batch.length} indexes, ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(batch[0] ?? '')} the first`;
        const answer = await client.require(what, { method: 'GET', path: `${(0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(batch.join(','))}/_mapping` });
        for (const name of batch) {
            const body = answer[name];
            if ((0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(body))
                digests[`mappings ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(name)}`] = digestOf(body['mappings']);
        }
    }
    return digests;
}
function digestOf(value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify(ordered(value)))
        .digest('hex');
}
function ordered(value) {
    if (Array.isArray(value))
        return value.map(ordered);
    if (!(0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value))
        return value;
    return Object.fromEntries(Object.entries(value)
        .sort(byName)
        .map(([key, inner]) => [key, ordered(inner)]));
}
function byName([a], [b]) {
    return a < b ? -1 : 1;
}


/***/ }),

/***/ 81994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ OPENSEARCH_ENGINE),
/* harmony export */   l: () => (/* binding */ OpensearchDump)
/* harmony export */ });
/* harmony import */ var _folder_tar_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57203);
/* harmony import */ var _tool_output_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36297);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2188);



const OPENSEARCH_ENGINE = 'opensearch';
/** A snapshot that the cluster has taken: the tar of its repository's folder, or a file that says which one it is. */
class OpensearchDump {
    name;
    isPinned = true;
    #plan;
    #messages = new _tool_output_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolMessages */ .D4();
    #closing = new AbortController();
    #sizeBytes = 0;
    constructor(plan) {
        this.#plan = plan;
        this.name = plan.name;
    }
    async *stream() {
        for await (const chunk of this.#content()) {
            this.#sizeBytes += chunk.length;
            yield chunk;
        }
    }
    async *#content() {
        const { client, snapshot, files, context } = this.#plan;
        if (files === null) {
            yield Buffer.from(`${JSON.stringify(snapshot, null, 2)}\n`, 'utf8');
            return;
        }
        const signal = AbortSignal.any([context.signal, this.#closing.signal]);
        const what = `dump the snapshot ${snapshot.name}`;
        const { folder, paths } = files;
        yield* (0,_folder_tar_js__WEBPACK_IMPORTED_MODULE_1__/* .folderTar */ .CW)({ host: client.host, folder, files: paths, messages: this.#messages, signal, what });
    }
    record() {
        const { facts, snapshot, fingerprint, unsettled, files, options } = this.#plan;
        const content = files === null ? 'reference' : 'files';
        return {
            name: this.name,
            engine: OPENSEARCH_ENGINE,
            database: facts.clusterName,
            format: content,
            tool: `${facts.distribution} ${facts.version}`,
            size_bytes: this.#sizeBytes,
            pinned: true,
            // SUCCESS and no failed shard is the cluster's own word; that it can be read back, only a restore proves.
            proof: 'deferred',
            options,
            warnings: this.#messages.lines,
            fingerprint,
            restore: {
                repository: snapshot.repository,
                snapshot: snapshot.name,
                uuid: snapshot.uuid,
                indexes: JSON.stringify(snapshot.indexes),
                unsettled: JSON.stringify(unsettled),
                server_version: facts.version,
                distribution: facts.distribution,
            },
        };
    }
    async close() {
        this.#closing.abort();
    }
    /** Our earlier snapshots in the same repository: what only they hold is in earlier dumps. Of a reference they are the dump. */
    async giveUpEarlier() {
        const { client, snapshot, files, context } = this.#plan;
        if (files === null)
            return;
        try {
            const removed = await (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .removeEarlier */ .Hm)(client, snapshot, this.name);
            if (removed > 0)
                context.onInfo(`removed ${removed} earlier snapshots of ours from ${snapshot.repository}`);
        }
        catch (error) {
            const reason = error instanceof Error ? error.message : String(error);
            context.onWarning(`Earlier snapshots of ours are left in ${snapshot.repository}: ${reason}`);
        }
    }
}


/***/ }),

/***/ 63258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ readOpensearchFingerprint)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26861);
/* harmony import */ var _cluster_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89940);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38076);




/**
 * Sums, over all documents, 64 bits of each one's source: order doesn't count, one that stands twice does. No digest is at
 * hand there: Java's hash of the text and of the text read backwards, mixed as SplitMix64 does. It finds what was lost or
 * changed by accident; that files are whole, Lucene's own checksums say.
 */
const MAP = `String s = String.valueOf(params._source);
long x = ((long)s.hashCode() << 32) ^ (new StringBuilder(s).reverse().toString().hashCode() & 0xffffffffL);
x ^= x >>> 33; x *= -49064778989728563L; x ^= x >>> 33;
state.n += 1; state.sum += x`;
const REDUCE = `long n = 0L; long sum = 0L;
for (s in states) { if (s != null) { n += s.n; sum += s.sum } }
return n + ' ' + Long.toHexString(sum)`;
const CHECKSUM = {
    size: 0,
    track_total_hits: false,
    aggs: {
        sum: {
            scripted_metric: {
                init_script: 'state.n = 0L; state.sum = 0L',
                map_script: MAP,
                combine_script: 'state',
                reduce_script: REDUCE,
            },
        },
    },
};
/** What `wanted.states` hold; an index whose documents the cluster won't read by a script is only counted. */
async function readOpensearchFingerprint(client, { states, choices, facts }) {
    const tables = {};
    const notRead = [];
    let sizeBytes = 0;
    for (const [name, state] of states) {
        sizeBytes += state.sizeBytes;
        const isRead = choices.fingerprint === 'full' && state.sizeBytes <= choices.checksumUpToBytes;
        const checksum = isRead ? await readChecksum(client, name, choices.timeLimitMs) : null;
        if (isRead && checksum === null)
            notRead.push(name);
        tables[(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.displayText)(name)] = { rows: state.documents, checksum };
    }
    const fingerprint = {
        fingerprint_version: _fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .FINGERPRINT_VERSION */ .UZ,
        tables,
        values: {},
        schema: await (0,_cluster_js__WEBPACK_IMPORTED_MODULE_2__/* .readDefinitions */ .TL)(client, [...states.keys()]),
        facts: {
            'server version': `${facts.distribution} ${facts.version}`,
            cluster: facts.clusterName,
            'size in bytes': String(sizeBytes),
        },
        rows: choices.fingerprint,
    };
    return { fingerprint, notRead };
}
/** Null where the server refuses the script, or some of its shards don't answer. */
async function readChecksum(client, name, timeLimitMs) {
    const { status, json } = await client.ask({
        method: 'POST',
        path: `${(0,_http_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOf */ .XM)(name)}/_search?allow_partial_search_results=false&request_cache=false`,
        body: CHECKSUM,
        timeoutSeconds: Math.ceil(timeLimitMs / 1000),
    });
    const value = (0,_http_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)((0,_http_js__WEBPACK_IMPORTED_MODULE_3__/* .objectIn */ .D7)((0,_http_js__WEBPACK_IMPORTED_MODULE_3__/* .objectIn */ .D7)(json, 'aggregations'), 'sum'), 'value');
    if (status !== 200 || (0,_http_js__WEBPACK_IMPORTED_MODULE_3__/* .objectIn */ .D7)(json, '_shards')['failed'] !== 0)
        return null;
    const [, count, sum = ''] = /^([0-9]+) ([0-9a-f]{1,16})$/.exec(value) ?? [];
    return count === undefined ? null : `${count} ${sum.padStart(16, '0')}`;
}


/***/ }),

/***/ 38076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D7: () => (/* binding */ objectIn),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Of: () => (/* binding */ listIn),
/* harmony export */   Po: () => (/* binding */ numberIn),
/* harmony export */   Qv: () => (/* binding */ objectsIn),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   iR: () => (/* binding */ OpensearchClient),
/* harmony export */   r7: () => (/* binding */ textIn)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62585);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52871);
/* harmony import */ var _tool_output_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36297);





/** A cluster with thousands of indexes answers that much of their mappings; more isn't what we asked for. */
const MAX_ANSWER_BYTES = 256 * 1024 * 1024;
const CONNECT_TIMEOUT_SECONDS = 30;
/** An answer that takes longer than this doesn't come; what takes hours is asked after again and again instead. */
const ANSWER_TIMEOUT_SECONDS = 300;
const COULD_NOT_CONNECT = 7;
const BAD_TLS = 35;
/** Asks a cluster, by `curl` on a host. No command line shows the password, nor what is asked: both go over stdin. */
class OpensearchClient {
    host;
    #access;
    #signal;
    constructor(host, access, signal) {
        this.host = host;
        this.#access = access;
        this.#signal = signal;
    }
    /** The same cluster, asked under another signal: what is to be cleaned up after a cancelled run. */
    under(signal) {
        return new OpensearchClient(this.host, this.#access, signal);
    }
    get signal() {
        return this.#signal;
    }
    /** Any answer, also one that refuses. @throws HoldfastError command-failed without one; what the host throws. */
    async ask(request) {
        const { stdout, stderr, exit } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_0__/* .runToEnd */ .cd)(this.host, SCRIPT, {
            stdin: Buffer.from(curlConfig(this.#access, request)),
            limitBytes: MAX_ANSWER_BYTES,
            signal: this.#signal,
        });
        const text = stdout.toString('utf8');
        const end = text.lastIndexOf('\n');
        const status = Number(text.slice(end + 1));
        if ('code' in exit && exit.code === 0 && status >= 100)
            return { status, json: parse(text.slice(0, end)) };
        const messages = new _tool_output_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolMessages */ .D4([this.#access.password ?? '']).addAll(stderr);
        const code = 'code' in exit ? exit.code : null;
        if (code === NO_CURL)
            throw this.#hasNoCurl();
        const advice = code === COULD_NOT_CONNECT
            ? ' Look whether it runs there, and listens on this port.'
            : code === BAD_TLS
                ? ' If it speaks plain HTTP: ?tls=false.'
                : '';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('command-failed', `Cannot ask ${this.#access.origin} from "${this.host.name}": curl ${(0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_3__/* .endedWith */ .t)(exit)}${messages.shown}.${advice}`);
    }
    /** wget can't do it: busybox's knows neither PUT nor DELETE, GNU's takes no password but on its command line or in a file. */
    #hasNoCurl() {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('host-unsupported', `Cannot ask ${this.#access.origin} from "${this.host.name}": there is no curl on PATH, which alone can do it (wget can't). Install ` +
            'the package curl there, or run where there is one and the cluster can be reached: --database-on here.');
    }
    /**
     * An answer of status 2xx.
     * @throws HoldfastError command-failed with the server's own reason; `what`: to do, ready to show: `take a snapshot`.
     */
    async require(what, request) {
        const { status, json } = await this.ask(request);
        if (status >= 200 && status < 300 && isObject(json))
            return json;
        throw this.refused(what, { status, json });
    }
    refused(what, { status, json }) {
        const advice = status === 401
            ? ' Name the user in the URL, and set HOLDFAST_DATABASE_PASSWORD.'
            : status === 403
                ? ' Give the user the right to do that.'
                : '';
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('command-failed', `Cannot ${what} at ${this.#access.origin}: it answers ${status}${reasonOf(json)}.${advice}`);
    }
}
/** The names of `segments` in a path. @throws HoldfastError bad-input for one that would be another path: curl takes `..` for the one above. */
function pathOf(...segments) {
    const other = segments.find((segment) => /^\.{0,2}$/.test(segment));
    if (other !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot ask a cluster about ${JSON.stringify(other)}, expected the name of an index, a repository or a snapshot.`);
    }
    return segments.map((segment) => `/${encodeURIComponent(segment).replaceAll('%2C', ',')}`).join('');
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Whatever of `value` is an object of objects, by name. */
function objectsIn(value) {
    if (!isObject(value))
        return [];
    return Object.entries(value).filter((entry) => isObject(entry[1]));
}
function objectIn(value, key) {
    const found = isObject(value) ? value[key] : null;
    return isObject(found) ? found : {};
}
function listIn(value, key) {
    const found = isObject(value) ? value[key] : null;
    return Array.isArray(found) ? found : [];
}
function textIn(value, key) {
    const found = isObject(value) ? value[key] : null;
    return typeof found === 'string' ? found : '';
}
function numberIn(value, key) {
    const found = isObject(value) ? value[key] : null;
    return typeof found === 'number' ? found : Number.NaN;
}
const NO_CURL = 127;
const SCRIPT = `command -v curl >/dev/null || exit ${NO_CURL}
exec curl -q --config -`;
function curlConfig({ user, password, origin, caCertificate }, request) {
    const { method, path, body, timeoutSeconds = ANSWER_TIMEOUT_SECONDS } = request;
    const lines = [
        ['url', origin + path],
        ...(method === 'HEAD' ? [] : [['request', method]]),
        ['proto', '=http,https'],
        ['noproxy', '*'],
        ['write-out', '\n%{http_code}'],
        ['connect-timeout', String(CONNECT_TIMEOUT_SECONDS)],
        ['max-time', String(timeoutSeconds)],
    ];
    if (user !== null)
        lines.push(['user', `${user}:${password ?? ''}`]);
    if (caCertificate !== null)
        lines.push(['cacert', caCertificate]);
    if (body !== undefined) {
        lines.push(['header', 'content-type: application/json'], ['data-binary', JSON.stringify(body)]);
    }
    const flags = ['silent', 'show-error', 'globoff', ...(method === 'HEAD' ? ['head'] : [])];
    return [...flags, ...lines.map(([name, value]) => `${name} = ${inConfig(value)}`), ''].join('\n');
}
/** As curl's manual says of --config: in quotes these five are escaped. */
function inConfig(value) {
    if (value.includes('\0'))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', 'Cannot send a NUL to curl: remove it.');
    const escapes = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v' };
    return `"${value.replace(/[\\"\n\r\t\v]/g, (character) => escapes[character] ?? `\\${character}`)}"`;
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}
const MAX_REASON_CHARACTERS = 500;
/** `: type: reason`, as OpenSearch and Elasticsearch explain a refusal; else nothing. */
function reasonOf(json) {
    const error = isObject(json) ? json['error'] : undefined;
    if (typeof error === 'string')
        return `: ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)(error).slice(0, MAX_REASON_CHARACTERS)}`;
    const words = [
        textIn(error, 'type'),
        textIn(error, 'reason'),
        textIn(objectIn(error, 'caused_by'), 'reason'),
    ];
    const reason = words.filter((word) => word !== '').join(': ');
    return reason === '' ? '' : `: ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)(reason).slice(0, MAX_REASON_CHARACTERS)}`;
}


/***/ }),

/***/ 57092:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ readRepositoryRoots)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38076);


/** The folders below which the cluster lets repositories be registered (`path.repo`). @throws HoldfastError bad-input for none. */
async function readRepositoryRoots(client) {
    const path = '/_nodes/settings?filter_path=nodes.*.settings.path';
    const answer = await client.require('ask for path.repo', { method: 'GET', path });
    for (const [, node] of (0,_http_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)((0,_http_js__WEBPACK_IMPORTED_MODULE_0__/* .objectIn */ .D7)(answer, 'nodes'))) {
        const paths = (0,_http_js__WEBPACK_IMPORTED_MODULE_0__/* .objectIn */ .D7)((0,_http_js__WEBPACK_IMPORTED_MODULE_0__/* .objectIn */ .D7)(node, 'settings'), 'path');
        const roots = (0,_http_js__WEBPACK_IMPORTED_MODULE_0__/* .listIn */ .Of)(paths, 'repo').filter((root) => typeof root === 'string');
        if (roots.length > 0)
            return roots;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', 'Cannot use a folder as a snapshot repository: the cluster allows none. Set path.repo on each node.');
}


/***/ }),

/***/ 30705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restoreOpensearch: () => (/* binding */ restoreOpensearch)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/databases/dumped-by.js
var dumped_by = __webpack_require__(69394);
// EXTERNAL MODULE: ./build/databases/folder-tar.js
var folder_tar = __webpack_require__(57203);
// EXTERNAL MODULE: ./build/databases/versions.js
var versions = __webpack_require__(44332);
// EXTERNAL MODULE: ./build/databases/work-folder.js
var work_folder = __webpack_require__(65145);
// EXTERNAL MODULE: ./build/databases/stamp.js
var databases_stamp = __webpack_require__(38594);
// EXTERNAL MODULE: ./build/databases/opensearch/cluster.js
var cluster = __webpack_require__(89940);
// EXTERNAL MODULE: ./build/databases/opensearch/http.js
var http = __webpack_require__(38076);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/databases/opensearch/wait.js




const POLL_MS = 250;
const SLOW_POLL_MS = 5000;
const SLOW_AFTER_MS = 30_000;
/** A primary shard that failed is tried again a few times by the cluster itself. */
const FAILED_POLLS = 8;
/**
 * Waits until every primary shard of the indexes `names` (or data streams) has started.
 * @throws HoldfastError command-failed for one that can't be, with the cluster's reason, or after the time limit.
 */
async function untilStarted(client, names, timeLimitMs) {
    const startedMs = performance.now();
    for (const name of names) {
        for (let failedPolls = 0;;) {
            const primaries = await primariesOf(client, name);
            if (primaries.length > 0 &&
                primaries.every(({ state }) => state === 'STARTED' || state === 'RELOCATING'))
                break;
            const failed = primaries.find(({ state, reason }) => state === 'UNASSIGNED' && reason === 'ALLOCATION_FAILED');
            failedPolls = failed === undefined ? 0 : failedPolls + 1;
            if (failed !== undefined && failedPolls >= FAILED_POLLS)
                throw cannotStart(name, failed.details);
            const elapsedMs = performance.now() - startedMs;
            if (elapsedMs > timeLimitMs)
                throw cannotStart(name, `not after ${Math.round(timeLimitMs / 60_000)} minutes`);
            await (0,promises_.setTimeout)(elapsedMs < SLOW_AFTER_MS ? POLL_MS : SLOW_POLL_MS, undefined, { signal: client.signal });
        }
    }
}
async function primariesOf(client, name) {
    const columns = 'h=prirep,state,unassigned.reason,unassigned.details';
    const answer = await client.ask({
        method: 'GET',
        path: `/_cat/shards${(0,http/* pathOf */.XM)(name)}?format=json&${columns}`,
    });
    if (answer.status !== 200 || !Array.isArray(answer.json))
        throw client.refused(`look at ${(0,bytestring.displayText)(name)}`, answer);
    return answer.json
        .filter(http/* isObject */.Gv)
        .filter((shard) => shard['prirep'] === 'p')
        .map((shard) => ({
        state: (0,http/* textIn */.r7)(shard, 'state'),
        reason: (0,http/* textIn */.r7)(shard, 'unassigned.reason'),
        details: (0,http/* textIn */.r7)(shard, 'unassigned.details'),
    }));
}
const MAX_DETAILS_CHARACTERS = 600;
function cannotStart(name, why) {
    return new errors/* HoldfastError */.E('command-failed', `Cannot start the index ${JSON.stringify((0,bytestring.displayText)(name))}: ${(0,bytestring.displayText)(why).slice(0, MAX_DETAILS_CHARACTERS)}, expected all of its ` +
        'primary shards. Look at _cluster/allocation/explain.');
}

;// CONCATENATED MODULE: ./build/databases/opensearch/aside.js






/** An index's name has at most 255 bytes; what we add has 24. */
const MAX_STEM = 200;
/** A cancelled run has little time; copying back is a matter of hard links. */
const BRING_BACK_MS = 7000;
/**
 * Copies each of `names` under another one, by the cluster's own clone: hard links, for which the index must not be written to.
 * No index can be renamed.
 * @returns the copies, by the names that they are of; both can't be written to.
 * @throws HoldfastError restore-mismatch unless a copy holds as many documents; then all is as it was.
 */
async function copyAside(client, names, timeLimitMs) {
    const stamp = (0,databases_stamp/* stampNow */.S)().toLowerCase();
    const aside = new Map();
    try {
        for (const name of names) {
            const copy = `${name.slice(0, MAX_STEM)}_before_${stamp}`;
            const aliases = await readAliases(client, name);
            await setWriteBlock(client, name, true);
            aside.set(name, { copy, aliases });
            await clone(client, name, copy, timeLimitMs);
        }
        return aside;
    }
    catch (error) {
        const still = client.under(AbortSignal.timeout(BRING_BACK_MS));
        const copies = [...aside.values()].map(({ copy }) => copy);
        await removeIndexes(still, copies).catch(() => { });
        for (const name of aside.keys())
            await setWriteBlock(still, name, false).catch(() => { });
        throw error;
    }
}
async function clone(client, from, to, timeLimitMs) {
    await client.require(`copy the index ${(0,bytestring.displayText)(from)}`, {
        method: 'POST',
        path: `${(0,http/* pathOf */.XM)(from)}/_clone${(0,http/* pathOf */.XM)(to)}`,
    });
    await untilStarted(client, [to], timeLimitMs);
    const states = await (0,cluster/* readStates */.rs)(client, [from, to]);
    const [was, is] = [states.get(from)?.documents, states.get(to)?.documents];
    if (was === is)
        return;
    throw new errors/* HoldfastError */.E('restore-mismatch', `Cannot copy the index ${(0,bytestring.displayText)(from)} aside: the copy holds ${is} documents, expected ${was}.`);
}
async function readAliases(client, name) {
    const what = `read the aliases of ${(0,bytestring.displayText)(name)}`;
    const answer = await client.require(what, { method: 'GET', path: `${(0,http/* pathOf */.XM)(name)}/_alias` });
    return (0,http/* objectIn */.D7)((0,http/* objectIn */.D7)(answer, name), 'aliases');
}
async function addAliases(client, name, aliases) {
    const actions = (0,http/* objectsIn */.Qv)(aliases).map(([alias, how]) => ({ add: { ...how, index: name, alias } }));
    if (actions.length === 0)
        return;
    const what = `give ${(0,bytestring.displayText)(name)} its aliases back`;
    await client.require(what, { method: 'POST', path: '/_aliases', body: { actions } });
}
async function setWriteBlock(client, name, isBlocked) {
    await client.require(`${isBlocked ? 'hold' : 'release'} the index ${(0,bytestring.displayText)(name)}`, {
        method: 'PUT',
        path: `${(0,http/* pathOf */.XM)(name)}/_settings`,
        body: { 'index.blocks.write': isBlocked ? true : null },
    });
}
async function releaseBlocks(client, names) {
    for (const name of names)
        await setWriteBlock(client, name, false);
}
/** Each by its own name; one that isn't there is no failure. */
async function removeIndexes(client, names) {
    for (const name of names) {
        const answer = await client.ask({ method: 'DELETE', path: (0,http/* pathOf */.XM)(name) });
        if (answer.status === 200 || answer.status === 404)
            continue;
        const stream = await client.ask({ method: 'DELETE', path: `/_data_stream${(0,http/* pathOf */.XM)(name)}` });
        if (stream.status !== 200)
            throw client.refused(`remove the index ${(0,bytestring.displayText)(name)}`, answer);
    }
}
/**
 * Removes what was restored, and gives what was there its name back. Also after the run was cancelled. Never rejects: false if
 * something is left under its other name.
 */
async function bringBack(client, what) {
    const still = client.under(client.signal.aborted ? AbortSignal.timeout(BRING_BACK_MS) : client.signal);
    try {
        await removeIndexes(still, what.names);
        for (const [name, { copy, aliases }] of what.aside) {
            await clone(still, copy, name, what.timeLimitMs);
            await setWriteBlock(still, name, false);
            await addAliases(still, name, aliases);
            await removeIndexes(still, [copy]);
        }
        return true;
    }
    catch {
        return what.aside.size === 0;
    }
}

// EXTERNAL MODULE: ./build/databases/opensearch/dump.js
var dump = __webpack_require__(81994);
// EXTERNAL MODULE: ./build/databases/opensearch/repository-roots.js
var repository_roots = __webpack_require__(57092);
// EXTERNAL MODULE: ./build/databases/opensearch/snapshot.js
var opensearch_snapshot = __webpack_require__(2188);
// EXTERNAL MODULE: ./build/databases/opensearch/verify.js + 1 modules
var verify = __webpack_require__(41390);
;// CONCATENATED MODULE: ./build/databases/opensearch/restore.js















/**
 * Puts the indexes of a snapshot back, each by its name, without the cluster's own state. An index that is there is first copied
 * aside, and comes back if the restore fails.
 */
async function restoreOpensearch(work) {
    const { client, choices, dump } = work;
    const snapshot = snapshotOf(work);
    const facts = await (0,cluster/* readCluster */.D$)(client);
    const source = dump.record.restore['server_version'] ?? '';
    if (facts.distribution === dump.record.restore['distribution'] && (0,versions/* isOlder */.t)(facts.version, source)) {
        throw new errors/* HoldfastError */.E('restore-blocked', `Cannot restore the dump ${dump.record.name}: the cluster is ${facts.distribution} ${facts.version}, expected ${(0,bytestring.displayText)(source)} or newer, ` +
            'which the snapshot is of.');
    }
    const names = snapshot.indexes.map((index) => choices.prefix + index);
    const inTheWay = await requireNotInTheWay(work, names);
    if (dump.record.format === 'reference') {
        await (0,opensearch_snapshot/* requireSnapshot */.So)(client, snapshot);
        return putInPlace(work, snapshot, inTheWay);
    }
    return fromFiles(work, snapshot, inTheWay);
}
/** What the manifest says; where it is a reference, the URL may name the repository that holds it now. */
function snapshotOf({ dump: { record }, choices }) {
    const { repository = '', snapshot: name = '', uuid = '', indexes = '' } = record.restore;
    (0,dumped_by/* requireDumpedBy */.I)([dump/* OPENSEARCH_ENGINE */.Q], record, 'into OpenSearch');
    // As clusters have them: what begins otherwise is more than one (`_all`), or none (`-x`), when one is removed by it.
    const isName = (text) => typeof text === 'string' && /^(?![-_+])(?!\.{1,2}$)[^A-Z\s\\/?"<>|,#:*\0]{1,255}$/.test(text);
    try {
        const list = JSON.parse(indexes);
        if (Array.isArray(list) && list.length > 0 && list.every(isName) && isName(name) && uuid !== '')
            return { repository: choices.repository ?? repository, name, uuid, indexes: list };
    }
    catch {
        // Told below.
    }
    throw new errors/* HoldfastError */.E('repository-damaged', `Cannot restore the dump ${record.name}: what its manifest says of the snapshot can't be read. Choose another one.`);
}
/** @returns the indexes that are to be copied aside. @throws HoldfastError restore-blocked. */
async function requireNotInTheWay({ client, terms, choices }, names) {
    const there = await (0,cluster/* whatStandsAt */.VZ)(client, names);
    for (const [name, kind] of there) {
        if (kind === 'index' && terms.overwrite)
            continue;
        const advice = kind === 'index'
            ? `Restore beside it (?prefix=${choices.prefix}copy_), or say that it may be copied aside (--overwrite-database).`
            : `Restore beside it (?prefix=${choices.prefix}copy_), or remove it.`;
        throw new errors/* HoldfastError */.E('restore-blocked', `Cannot restore the index ${JSON.stringify((0,bytestring.displayText)(name))}: ${kind === 'closed' ? 'a closed index' : `an ${kind}`.replace('an data', 'a data')} of that name is ` +
            `there, expected none. ${advice}`);
    }
    return [...there.keys()];
}
/** Unpacks them where the cluster may read, and registers that for as long as it takes. */
async function fromFiles(work, snapshot, inTheWay) {
    const { client, choices, dump, context } = work;
    const parent = choices.workFolder ?? (await (0,repository_roots/* readRepositoryRoots */.s)(client))[0] ?? '';
    const folder = await (0,work_folder/* makeFolder */.fc)(client.host, parent, client.signal);
    const repository = `holdfast-restore-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
    try {
        const what = `unpack the dump ${dump.record.name}`;
        await (0,folder_tar/* unpackTar */.Ag)(client.host, { folder, content: dump.content(), what, signal: client.signal });
        await client.require(`register ${JSON.stringify(folder)} as a snapshot repository`, {
            method: 'PUT',
            path: `/_snapshot${(0,http/* pathOf */.XM)(repository)}`,
            body: { type: 'fs', settings: { location: folder, readonly: true } },
        });
        const unpacked = { ...snapshot, repository };
        await (0,opensearch_snapshot/* requireSnapshot */.So)(client, unpacked);
        return await putInPlace(work, unpacked, inTheWay);
    }
    finally {
        await unregister(client, repository);
        if (!(await (0,work_folder/* removeFolder */.v$)(client.host, folder, client.signal)))
            context.onWarning(`The folder ${JSON.stringify(folder)} is left on "${client.host.name}": remove it.`);
    }
}
const CLEANUP_MS = 5000;
async function unregister(client, repository) {
    const still = client.under(AbortSignal.timeout(CLEANUP_MS));
    await still.ask({ method: 'DELETE', path: `/_snapshot${(0,http/* pathOf */.XM)(repository)}` }).catch(() => { });
}
async function putInPlace(work, snapshot, inTheWay) {
    const { client, choices, context } = work;
    const names = snapshot.indexes.map((index) => choices.prefix + index);
    const aside = await copyAside(client, inTheWay, choices.timeLimitMs);
    const copies = [...aside.values()].map(({ copy }) => copy);
    let verified;
    // Until the cluster has taken the restore, an index that isn't one of those moved aside is somebody else's, made meanwhile.
    let ours = inTheWay;
    try {
        await removeIndexes(client, inTheWay);
        await beginRestore(work, snapshot);
        ours = names;
        await untilStarted(client, names, choices.timeLimitMs);
        verified = await (0,verify/* verifyIndexes */.w)(work);
    }
    catch (error) {
        const isBack = await bringBack(client, { names: ours, aside, timeLimitMs: choices.timeLimitMs });
        if (!isBack)
            context.onWarning(`What was there is in ${copies.map(bytestring.displayText).join(', ')}.`);
        throw error;
    }
    await releaseBlocks(client, copies);
    return {
        database: names.map(bytestring.displayText).join(', '),
        movedAside: copies.length === 0 ? null : copies.map(bytestring.displayText).join(', '),
        verified,
    };
}
/** Beside others an index must not come under the aliases that the application reads the others by. */
async function beginRestore({ client, choices, dump }, snapshot) {
    const { repository, name, indexes } = snapshot;
    const renamed = choices.prefix === ''
        ? {}
        : { rename_pattern: '^(.+)$', rename_replacement: `${choices.prefix}$1`, include_aliases: false };
    await client.require(`restore the dump ${dump.record.name}`, {
        method: 'POST',
        path: `/_snapshot${(0,http/* pathOf */.XM)(repository, name)}/_restore?wait_for_completion=false`,
        body: {
            indices: indexes.join(','),
            ignore_unavailable: false,
            include_global_state: false,
            partial: false,
            ...renamed,
        },
    });
}


/***/ }),

/***/ 2188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hm: () => (/* binding */ removeEarlier),
/* harmony export */   Nu: () => (/* binding */ readRepository),
/* harmony export */   So: () => (/* binding */ requireSnapshot),
/* harmony export */   W9: () => (/* binding */ takeSnapshot),
/* harmony export */   mZ: () => (/* binding */ newSnapshotName)
/* harmony export */ });
/* unused harmony export listSnapshots */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19473);
/* harmony import */ var _stamp_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38594);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38076);






const POLL_MS = 250;
const SLOW_POLL_MS = 5000;
const SLOW_AFTER_MS = 30_000;
/** What must be undone when a run is cancelled has this long. */
const CLEANUP_MS = 5000;
const MAX_TOLD = 5;
/** @throws HoldfastError command-failed where none is registered under that name. */
async function readRepository(client, name) {
    const path = `/_snapshot${(0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(name)}`;
    const answer = await client.require(`use the snapshot repository ${name}`, { method: 'GET', path });
    const repository = (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .objectIn */ .D7)(answer, name);
    const type = (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(repository, 'type');
    const location = type === 'fs' ? (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)((0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .objectIn */ .D7)(repository, 'settings'), 'location') : '';
    return { name, type: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(type), location };
}
/** Unique, in lower case as the API wants it, and ours to know again. */
function newSnapshotName(dumpName) {
    return `${prefixOf(dumpName)}${(0,_stamp_js__WEBPACK_IMPORTED_MODULE_4__/* .stampNow */ .S)().toLowerCase()}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}`;
}
function prefixOf(dumpName) {
    return `holdfast-${dumpName.toLowerCase()}-`;
}
/**
 * Takes a snapshot of `indexes` and waits until it is done.
 * @throws HoldfastError dump-failed unless it ends as SUCCESS with no shard failed, within the time limit; then it is
 *   removed again.
 */
async function takeSnapshot(client, snapshot, timeLimitMs) {
    const { repository, name, indexes } = snapshot;
    const path = `/_snapshot${(0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(repository, name)}`;
    const body = {
        indices: indexes.join(','),
        ignore_unavailable: false,
        partial: false,
        include_global_state: false,
        metadata: { taken_by: 'holdfast' },
    };
    try {
        await client.require('begin a snapshot', {
            method: 'PUT',
            path: `${path}?wait_for_completion=false`,
            body,
        });
        const done = await untilDone(client, { path, timeLimitMs, name });
        requireWhole(done, snapshot);
        return { ...snapshot, uuid: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)((0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(done, 'uuid')) };
    }
    catch (error) {
        await removeAgain(client, path);
        throw error;
    }
}
const OK = 200;
const NOT_FOUND = 404;
/** One that can't be written at all is gone as soon as it fails; why, only the cluster's log says. */
function vanished({ host }, name) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('dump-failed', `Cannot dump by the snapshot ${name} from "${host.name}": the cluster began it and gave it up, expected SUCCESS. Most often the ` +
        'repository can’t be written, or its disk is full: the log of the cluster’s manager node says which.');
}
async function untilDone(client, { path, timeLimitMs, name }) {
    const startedMs = performance.now();
    for (;;) {
        const answer = await client.ask({ method: 'GET', path });
        if (answer.status === NOT_FOUND)
            throw vanished(client, name);
        if (answer.status !== OK)
            throw client.refused('look at a snapshot', answer);
        const [found] = (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .listIn */ .Of)(answer.json, 'snapshots').filter(_http_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv);
        if (found !== undefined && (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(found, 'state') !== 'IN_PROGRESS')
            return found;
        const elapsedMs = performance.now() - startedMs;
        if (elapsedMs > timeLimitMs) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('dump-failed', `Cannot dump by the snapshot ${name}: it isn't done after ${Math.round(timeLimitMs / 60_000)} minutes. Give it longer ` +
                '(?time-limit-minutes=), or look at what slows the cluster down.');
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(elapsedMs < SLOW_AFTER_MS ? POLL_MS : SLOW_POLL_MS, undefined, { signal: client.signal });
    }
}
/** A snapshot that lacks shards is answered with status 200, too. */
function requireWhole(done, { name, indexes }) {
    const state = (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(done, 'state');
    const shards = (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .objectIn */ .D7)(done, 'shards');
    const failed = (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .numberIn */ .Po)(shards, 'failed');
    const held = new Set([...(0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .listIn */ .Of)(done, 'indices'), ...(0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .listIn */ .Of)(done, 'data_streams')]);
    const missing = indexes.find((index) => !held.has(index));
    if (state === 'SUCCESS' && failed === 0 && missing === undefined)
        return;
    const failures = (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .listIn */ .Of)(done, 'failures').map((failure) => (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(`${(0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(failure, 'index')} shard ${(0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .numberIn */ .Po)(failure, 'shard_id')}: ${(0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(failure, 'reason')}`));
    const told = failures.length === 0 ? '' : `: ${failures.slice(0, MAX_TOLD).join('; ')}`;
    const problem = missing === undefined
        ? `it ended as ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(state)} with ${failed} of ${(0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .numberIn */ .Po)(shards, 'total')} shards failed${told}`
        : `it lacks the index ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(missing)}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('dump-failed', `Cannot dump by the snapshot ${name}: ${problem}, expected SUCCESS and every shard. It was removed again.`);
}
/** Also after the run was cancelled; one that is under way is stopped by that. */
async function removeAgain(client, path) {
    const still = client.under(AbortSignal.timeout(CLEANUP_MS));
    await still.ask({ method: 'DELETE', path, timeoutSeconds: CLEANUP_MS / 1000 }).catch(() => { });
}
/** The names of all snapshots of a repository. */
async function listSnapshots(client, repository) {
    const path = `/_snapshot${(0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(repository)}/_all?verbose=false`;
    const answer = await client.require('list the snapshots', { method: 'GET', path });
    return (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .listIn */ .Of)(answer, 'snapshots').map((snapshot) => (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(snapshot, 'snapshot'));
}
/** Removes our earlier snapshots of the same dump: those that Holdfast took, by their names, and nobody else's. */
async function removeEarlier(client, { repository, name }, dumpName) {
    const prefix = prefixOf(dumpName);
    const isOurs = (one) => one.startsWith(prefix) && /^\d{8}t\d{6}z-[0-9a-f]{8}$/.test(one.slice(prefix.length));
    const earlier = (await listSnapshots(client, repository)).filter((one) => one !== name && isOurs(one));
    for (const one of earlier) {
        const path = `/_snapshot${(0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(repository, one)}`;
        await client.require(`remove the earlier snapshot ${one}`, { method: 'DELETE', path });
    }
    return earlier.length;
}
/**
 * That snapshot as the cluster knows it. @throws HoldfastError bad-input where the repository has none of that name, or
 * another one under it.
 */
async function requireSnapshot(client, snapshot) {
    const { repository, name, uuid } = snapshot;
    const path = `/_snapshot${(0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(repository, name)}`;
    const answer = await client.require(`find the snapshot ${name}`, { method: 'GET', path });
    const [found] = (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .listIn */ .Of)(answer, 'snapshots');
    const actual = (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(found, 'uuid');
    if (actual === uuid && (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(found, 'state') === 'SUCCESS')
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('bad-input', `Cannot restore the snapshot ${name} of the repository ${repository}: its UUID is ${JSON.stringify((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(actual))} and its state ` +
        `${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)((0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(found, 'state'))}, expected ${JSON.stringify(uuid)} and SUCCESS. Name the repository that it was taken into.`);
}


/***/ }),

/***/ 41390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compareIndexes: () => (/* binding */ compareIndexes),
  w: () => (/* binding */ verifyIndexes)
});

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/databases/drilled.js
var drilled = __webpack_require__(26357);
// EXTERNAL MODULE: ./build/databases/fingerprint.js
var databases_fingerprint = __webpack_require__(26861);
// EXTERNAL MODULE: ./build/databases/opensearch/cluster.js
var cluster = __webpack_require__(89940);
// EXTERNAL MODULE: ./build/databases/opensearch/fingerprint.js
var opensearch_fingerprint = __webpack_require__(63258);
// EXTERNAL MODULE: ./build/databases/opensearch/http.js
var http = __webpack_require__(38076);
;// CONCATENATED MODULE: ./build/databases/opensearch/tamper.js



/**
 * Deletes a document of the first of `indexes` that has one, for good: there are no transactions.
 * @returns the index, as it was named. @throws HoldfastError command-failed where there is no document.
 */
async function deleteDocument(client, indexes) {
    for (const index of indexes) {
        const what = `find a document of ${(0,bytestring.displayText)(index)}`;
        const path = `${(0,http/* pathOf */.XM)(index)}/_search?size=1&_source=false`;
        const answer = await client.require(what, { method: 'POST', path, body: {} });
        const [hit] = (0,http/* listIn */.Of)((0,http/* objectIn */.D7)(answer, 'hits'), 'hits');
        if (hit === undefined)
            continue;
        // Of a data stream the document is in one of its indexes.
        const place = (0,http/* pathOf */.XM)((0,http/* textIn */.r7)(hit, '_index'), '_doc', (0,http/* textIn */.r7)(hit, '_id'));
        const request = { method: 'DELETE', path: `${place}?refresh=true` };
        await client.require(`delete a document of ${(0,bytestring.displayText)(index)}`, request);
        return index;
    }
    throw new errors/* HoldfastError */.E('command-failed', `Cannot tamper with what was restored on "${client.host.name}": no index of it has a document, expected one. A drill of ` +
        'empty indexes proves nothing.');
}

;// CONCATENATED MODULE: ./build/databases/opensearch/verify.js







/**
 * Compares the restored indexes with what the dump's manifest says was dumped.
 * @returns null without anything to compare with.
 * @throws HoldfastError restore-mismatch.
 */
async function verifyIndexes({ client, choices, dump: { record }, context, }) {
    const found = await compareIndexes(client, choices, record);
    if (found === null) {
        context.onWarning(`${record.name}: ${(0,databases_fingerprint/* whyNotCompared */.DI)(record.fingerprint)}.`);
        return null;
    }
    if (found.differences.length > 0) {
        throw new errors/* HoldfastError */.E('restore-mismatch', `Cannot count the dump ${record.name} as restored: ${found.differences.join('; ')}, expected what was dumped.`);
    }
    for (const remark of found.remarks)
        context.onWarning(`${remark}. Compare them if it matters.`);
    const counted = (0,databases_fingerprint/* toldOfOnlyCounted */.f8)(found.onlyCounted);
    if (counted !== null)
        context.onWarning(`${record.name}: ${counted}.`);
    return { tables: found.tables, rows: found.rows, onlyCounted: found.onlyCounted.length };
}
/**
 * What is there now against what was dumped: a restore's verification and a drill's alike. With `row-deleted` a document is
 * missing: nothing brings it back.
 * @returns null without anything to compare with.
 */
async function compareIndexes(client, choices, record, tampering = 'nothing') {
    const dumped = settled(record);
    const indexes = Object.keys(dumped?.tables ?? {});
    if (dumped === null || dumped.fingerprint_version !== databases_fingerprint/* FINGERPRINT_VERSION */.UZ || indexes.length === 0)
        return null;
    const prefixed = indexes.map((index) => choices.prefix + index);
    const deleted = tampering === 'nothing' ? null : await deleteDocument(client, prefixed);
    const states = await (0,cluster/* readStates */.rs)(client, prefixed);
    const unread = new Set(indexes.filter((index) => dumped.tables[index]?.checksum === null));
    const how = {
        ...choices,
        fingerprint: unread.size === indexes.length ? 'count' : 'full',
        checksumUpToBytes: Number.POSITIVE_INFINITY,
    };
    const facts = await (0,cluster/* readCluster */.D$)(client);
    const { fingerprint } = await (0,opensearch_fingerprint/* readOpensearchFingerprint */.d)(client, { states, choices: how, facts });
    const comparison = (0,databases_fingerprint/* compareFingerprints */.tS)(dumped, withoutPrefix(fingerprint, choices.prefix));
    const mappings = comparison.schemaDifferences.filter((kind) => indexes.includes(kind.replace(/^mappings /, '')));
    const told = `Mappings read otherwise than when they were dumped: ${mappings.map(bytestring.displayText).join(', ')}`;
    return (0,drilled/* findingsOf */.W)(comparison, {
        remarks: mappings.length === 0 ? [] : [told],
        tampered: deleted === null ? null : deleted.slice(choices.prefix.length),
    });
}
/** Without what was written while the snapshot was taken: how much of that is in it, nobody knows. */
function settled({ fingerprint, restore }) {
    if (fingerprint === null)
        return null;
    let unsettled = [];
    try {
        unsettled = JSON.parse(restore['unsettled'] ?? '[]');
    }
    catch {
        // Then all is compared.
    }
    const left = new Set(Array.isArray(unsettled) ? unsettled.map((index) => (0,bytestring.displayText)(String(index))) : []);
    const tables = Object.entries(fingerprint.tables).filter(([index]) => !left.has(index));
    return { ...fingerprint, tables: Object.fromEntries(tables) };
}
function withoutPrefix(fingerprint, prefix) {
    const short = (named, before = '') => Object.fromEntries(Object.entries(named).map(([name, value]) => [before + name.slice((before + prefix).length), value]));
    return {
        ...fingerprint,
        tables: short(fingerprint.tables),
        schema: short(fingerprint.schema, 'mappings '),
    };
}


/***/ }),

/***/ 8972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ PASSWORD_VARIABLE),
/* harmony export */   N: () => (/* binding */ passwordOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** Where a password is looked for when the URL names no variable. */
const PASSWORD_VARIABLE = 'HOLDFAST_DATABASE_PASSWORD';
/**
 * The password of the variable that `?password-env=` names, or of PASSWORD_VARIABLE; null without one.
 * @throws HoldfastError bad-input for a variable that was named and holds nothing, and for more than one line.
 */
function passwordOf(url, env) {
    const named = url.take('password-env');
    const password = env[named ?? PASSWORD_VARIABLE] ?? '';
    if (named !== null && password === '') {
        throw url.bad('password-env', named, 'the name of an environment variable that holds the password');
    }
    if (/[\0\r\n]/.test(password)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use the password in ${named ?? PASSWORD_VARIABLE}: it holds a line break or a NUL, expected one line. ` +
            'Put no line break at its end.');
    }
    return password === '' ? null : password;
}


/***/ }),

/***/ 23464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LW: () => (/* binding */ toolCall),
/* harmony export */   NV: () => (/* binding */ knowsRestrict),
/* harmony export */   Pn: () => (/* binding */ psqlCall)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52871);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28976);



/** A server that doesn't answer is told after this long. */
const CONNECT_TIMEOUT_SECONDS = 30;
/** A psql, of whatever version: it only carries our questions, and plain dumps. */
const PSQL_PLACES = '/usr/lib/postgresql/*/bin/psql /usr/pgsql-*/bin/psql /usr/local/pgsql*/bin/psql';
function findPsql(folder) {
    if (folder !== null) {
        const psql = (0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(`${folder}/psql`));
        return `psql=${psql}; [ -x "$psql" ] || { echo "psql is not in the folder that ?bin= names" >&2; exit 127; }`;
    }
    return `psql=$(command -v psql) || for psql in ${PSQL_PLACES}; do [ -x "$psql" ] && break; done
[ -x "$psql" ] || { echo "psql is not there: install PostgreSQL's client, or name its folder: ?bin=/folder" >&2; exit 127; }`;
}
/** Minor releases of August 2025, by their major: from these on psql knows `\restrict`. */
const FIRST_WITH_RESTRICT = { 13: 22, 14: 19, 15: 14, 16: 10, 17: 6 };
/** Whether the psql that `psqlCall` runs can be kept from commands of its own. False where it doesn't say of what version it is. */
async function knowsRestrict(host, { toolFolder }, signal) {
    const { stdout } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_2__/* .runToEnd */ .cd)(host, `${findPsql(toolFolder)}\nexec "$psql" --version`, { signal });
    const [, major, minor] = /\(PostgreSQL\) (\d+)(?:\.(\d+))?/.exec(stdout.toString('latin1')) ?? [];
    return (Number(major) >= 18 || Number(minor) >= (FIRST_WITH_RESTRICT[Number(major)] ?? Number.POSITIVE_INFINITY));
}
/** As `toolCall`, with the psql that the host has. */
function psqlCall(access, args, options) {
    const { setup: variables, input } = toolCall(access, 'psql', args, options);
    const setup = `${variables}\n${findPsql(access.toolFolder)}`;
    const command = `"$psql" ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteAll */ ._)(args.map(_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText))}`;
    return { script: `${setup}\nexec ${command}`, setup, command, input };
}
/**
 * A shell script that runs `tool` with `args` against `database`. The password is on no command line and in no file: the
 * script reads it from its stdin into the tool's own variable, which only the same user and root can see.
 */
function toolCall(access, tool, args, options) {
    const { password } = access;
    const variables = {
        PGHOST: access.host,
        PGHOSTADDR: access.hostAddress,
        PGPORT: access.port,
        PGUSER: access.user,
        PGSSLMODE: access.sslMode,
        PGSSLROOTCERT: access.sslRootCertificate,
        PGSSLCERT: access.sslCertificate,
        PGSSLKEY: access.sslKey,
        PGCONNECT_TIMEOUT: String(CONNECT_TIMEOUT_SECONDS),
        PGAPPNAME: 'holdfast',
        // As an argument a name with `=` would be taken for a connection string.
        PGDATABASE: options.database,
        ...options.variables,
    };
    const settings = Object.entries(variables)
        .filter((entry) => entry[1] !== null)
        .map(([name, value]) => `export ${name}; ${name}=${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(value))}`);
    const setup = [
        ...(password === null ? [] : ['IFS= read -r PGPASSWORD || exit 1', 'export PGPASSWORD']),
        ...settings,
    ].join('\n');
    const command = (0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteAll */ ._)([tool, ...args].map(_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText));
    return {
        script: `${setup}\nexec ${command}`,
        setup,
        command,
        input: password === null ? Buffer.alloc(0) : Buffer.from(`${password}\n`, 'utf8'),
    };
}


/***/ }),

/***/ 48333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ask: () => (/* binding */ ask)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19473);
/* harmony import */ var _hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62585);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52871);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(25065);
/* harmony import */ var _tool_output_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36297);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23464);







/** Nobody expects more of a check. */
const LIMIT_BYTES = 1024 * 1024;
/** What a user's statement prints. The session is read-only: a check of a restored database changes nothing in it. */
async function ask({ host, choices, signal }, database, statement) {
    const args = ['-X', '-q', '-A', '-t', '-w', '-v', 'ON_ERROR_STOP=1', '-f', '-'];
    const variables = { PGCLIENTENCODING: 'UTF8', PGOPTIONS: '-c default_transaction_read_only=on' };
    const { script, input } = (0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .psqlCall */ .Pn)(choices.access, args, { database, variables });
    const stdin = Buffer.concat([input, Buffer.from(`${statement}\n;\n`, 'utf8')]);
    const { exit, stdout, stderr } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_1__/* .runToEnd */ .cd)(host, script, { stdin, limitBytes: LIMIT_BYTES, signal });
    if ((0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_2__/* .isSuccess */ .o)(exit))
        return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.display)(stdout.toString('latin1').trimEnd());
    const messages = new _tool_output_js__WEBPACK_IMPORTED_MODULE_4__/* .ToolMessages */ .D4([choices.access.password ?? '']).addAll(stderr);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('command-failed', `Cannot ask the database ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_6__/* .quoted */ .T)(database)} on "${host.name}": psql ${(0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_2__/* .endedWith */ .t)(exit)}${messages.shown}, expected ` +
        'exit status 0. Correct the statement.');
}


/***/ }),

/***/ 1748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ readChoices),
/* harmony export */   i: () => (/* binding */ MAINTENANCE_DATABASE)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _dump_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39435);
/* harmony import */ var _password_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8972);




/** What every server has, for questions that are about no database in particular. */
const MAINTENANCE_DATABASE = 'postgres';
const FILTERS = ['schema', 'exclude-schema', 'table', 'exclude-table', 'exclude-table-data'];
/** With one of these pg_dump leaves large objects out. */
const POSITIVE_FILTERS = ['schema', 'table'];
const MAX_JOBS = 64;
/**
 * Reads `postgresql://user@host:port/database?option=value`.
 * @param env Where passwords are taken from.
 * @throws HoldfastError bad-input.
 */
function readChoices(url, env) {
    const filters = FILTERS.flatMap((name) => url.takeAll(name).map((pattern) => ({ name, pattern })));
    const every = url.takeBoolean('all', false);
    const globals = url.takeChoice('globals', every ? ['with', 'without', 'only'] : ['without', 'with', 'only']);
    const fingerprint = url.takeChoice('fingerprint', ['full', 'count', 'none']);
    const upTo = url.takeCount('checksum-up-to', Number.MAX_SAFE_INTEGER);
    const name = url.take('name');
    const choices = {
        access: readAccess(url, env),
        runAs: url.take('as'),
        database: every || (globals === 'only' && url.path === '') ? null : url.path,
        format: url.takeChoice('format', ['custom', 'tar', 'plain']),
        globals,
        filterArgs: filters.map(({ name, pattern }) => `--${name}=${pattern}`),
        isFiltered: filters.length > 0,
        hasLargeObjects: !filters.some((filter) => POSITIVE_FILTERS.includes(filter.name)),
        fingerprint: fingerprint === 'none'
            ? null
            : { rows: fingerprint, checksumUpToBytes: upTo ?? Number.POSITIVE_INFINITY },
        name: name === null ? null : (0,_dump_name_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDumpName */ .Z)(name, 'the option name'),
        owner: url.takeBoolean('owner', true),
        privileges: url.takeBoolean('privileges', true),
        jobs: url.takeCount('jobs', MAX_JOBS) ?? 1,
        workFolder: url.take('work-folder') ?? '/tmp',
        given: [
            ...filters.map(({ name, pattern }) => `${name}=${pattern}`),
            ...(fingerprint === 'full' ? [] : [`fingerprint=${fingerprint}`]),
            ...(upTo === null ? [] : [`checksum-up-to=${upTo}`]),
        ],
    };
    url.requireAllTaken();
    requireMeaning(choices, url, every);
    return choices;
}
function readAccess(url, env) {
    const folder = url.take('host');
    if (folder !== null && url.host !== null)
        throw url.bad('host', folder, 'no other host than the URL’s own');
    return {
        host: folder ?? url.host,
        hostAddress: url.take('hostaddr'),
        port: url.port ?? url.take('port'),
        user: url.user,
        password: (0,_password_js__WEBPACK_IMPORTED_MODULE_1__/* .passwordOf */ .N)(url, env),
        sslMode: url.take('sslmode'),
        sslRootCertificate: url.take('sslrootcert'),
        sslCertificate: url.take('sslcert'),
        sslKey: url.take('sslkey'),
        toolFolder: url.take('bin'),
    };
}
function requireMeaning(choices, url, every) {
    const { database } = choices;
    if (database === '' || (every && url.path !== '')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot use ${JSON.stringify(url.shown)}: expected one database (postgresql:///app), all (postgresql:///?all=true), ` +
            'or the roles alone (postgresql:///?globals=only).');
    }
    if (database === null && choices.name !== null && choices.globals !== 'only')
        throw url.bad('name', choices.name, 'no name for several dumps');
    if (choices.workFolder !== '' && !choices.workFolder.startsWith('/'))
        throw url.bad('work-folder', choices.workFolder, 'an absolute path');
    if ((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromText)(choices.access.user ?? '').includes('\0'))
        throw url.bad('user', '…', 'a name without NUL');
}


/***/ }),

/***/ 50070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compareNow: () => (/* binding */ compareNow)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(19473);
/* harmony import */ var _drilled_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26357);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26861);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(25065);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5992);
/* harmony import */ var _pin_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10843);
/* harmony import */ var _row_hash_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(39929);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26337);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82996);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(34940);











/**
 * Compares what is in `database` now with what the manifest says was dumped: a restore's verification and a drill's alike.
 * With `row-deleted`, what is compared lacks a row: that must come out as a difference.
 * @returns null without a fingerprint to compare with.
 */
async function compareNow(work, database, tampering = 'nothing') {
    const dumped = work.record.fingerprint;
    if (dumped === null || dumped.fingerprint_version !== _fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .FINGERPRINT_VERSION */ .UZ)
        return null;
    const { now, major, tampered } = await readNow(work, database, dumped, tampering);
    const comparison = (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .compareFingerprints */ .tS)(dumped, now);
    const kinds = comparison.schemaDifferences.filter((kind) => isCompared(work, kind));
    const objects = kinds.includes(_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .OBJECTS */ .fQ) ? [OTHER_OBJECTS] : [];
    return (0,_drilled_js__WEBPACK_IMPORTED_MODULE_2__/* .findingsOf */ .W)(comparison, { objects, remarks: remarksOn(work.record, kinds, major), tampered });
}
const OTHER_OBJECTS = 'other tables, columns, indexes, routines or types than were dumped';
/** PostgreSQL writes some expressions anew when it reads them. */
function remarksOn(record, kinds, major) {
    const others = kinds.filter((kind) => kind !== _schema_js__WEBPACK_IMPORTED_MODULE_1__/* .OBJECTS */ .fQ);
    if (others.length === 0)
        return [];
    const versions = String(major) === record.restore['server_major'] ? '' : ' (the servers’ versions differ)';
    return [
        `definitions read otherwise than when they were dumped: ${others.map(_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText).join(', ')}${versions}`,
    ];
}
async function readNow(work, database, dumped, tampering) {
    const { host, choices, signal } = work;
    const session = await (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .openSession */ .fA)(host, choices.access, database, signal);
    try {
        const facts = await (0,_pin_js__WEBPACK_IMPORTED_MODULE_5__/* .readServerFacts */ .TX)(session);
        await (0,_pin_js__WEBPACK_IMPORTED_MODULE_5__/* .allowWorkers */ .Ve)(session, facts);
        const mode = tampering === 'nothing' ? (0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .sql */ .ll) `READ ONLY` : (0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .sql */ .ll) `READ WRITE`;
        await session.run((0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .sql */ .ll) `BEGIN ISOLATION LEVEL REPEATABLE READ, ${mode}`);
        const tables = await (0,_pin_js__WEBPACK_IMPORTED_MODULE_5__/* .listTables */ .WS)(session);
        const tampered = tampering === 'nothing' ? null : await deleteRow(session, tables, { host, database });
        // What was only counted when it was dumped is only counted here.
        const counted = new Set(Object.entries(dumped.tables).flatMap(([name, { checksum }]) => (checksum === null ? [name] : [])));
        const now = await (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_7__/* .readFingerprint */ .bi)(session, facts, {
            tables: tables.map((table) => (counted.has(table.shown) ? table : { ...table, sizeBytes: 0 })),
            sequences: await (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_7__/* .readSequences */ .lu)(session),
            largeObjects: dumped.values['large objects'] !== undefined,
            hash: hashBy(dumped, work.record),
            choices: { rows: dumped.rows, checksumUpToBytes: counted.size > 0 ? 0 : Number.POSITIVE_INFINITY },
        });
        await session.run((0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .sql */ .ll) `ROLLBACK`);
        return { now, major: facts.major, tampered };
    }
    finally {
        await session.close();
    }
}
/** How the rows of each table were hashed. @throws HoldfastError host-unsupported for checksums of a kind that this version can't make. */
function hashBy({ tables }, { name }) {
    const unknown = Object.values(tables).find(({ checksum }) => checksum !== null && (0,_row_hash_js__WEBPACK_IMPORTED_MODULE_8__/* .rowHashOf */ .A)(checksum) === null);
    if (unknown === undefined)
        return ({ shown }) => (0,_row_hash_js__WEBPACK_IMPORTED_MODULE_8__/* .rowHashOf */ .A)(tables[shown]?.checksum ?? '') ?? _fingerprint_js__WEBPACK_IMPORTED_MODULE_7__/* .NEW_ROW_HASH */ .hx;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_9__/* .HoldfastError */ .E('host-unsupported', `Cannot compare what was restored with the fingerprint of ${name}: its checksums are of a kind that this version doesn't ` +
        `know, such as ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_10__/* .quoted */ .T)(unknown.checksum ?? '')}, expected "sha256 …" or 32 digits. Use the version that made the backup.`);
}
/** Of the first table that has one. Neither triggers nor foreign keys do anything about it; nor is it ever committed. */
async function deleteRow(session, tables, { host, database }) {
    await session.run((0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .sql */ .ll) `SET LOCAL session_replication_role = replica`);
    for (const { schema, name, shown } of tables) {
        const table = (0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .sql */ .ll) `ONLY ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .identifier */ .Cv)(schema)}.${(0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .identifier */ .Cv)(name)}`;
        const row = await session.row((0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .sql */ .ll) `DELETE FROM ${table} WHERE ctid = (SELECT ctid FROM ${table} LIMIT 1) RETURNING 1`, 1);
        if (row !== null)
            return shown;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_9__/* .HoldfastError */ .E('command-failed', `Cannot tamper with the database ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_10__/* .quoted */ .T)(database)} on "${host.name}": no table of it has a row, expected one. ` +
        'A drill of an empty database proves nothing.');
}
/** What a filter left out, and owners that were left out as asked, say nothing. */
function isCompared({ choices, record }, kind) {
    if (record.options.some((option) => /^(schema|table|exclude-[a-z-]+)=/.test(option)))
        return false;
    return (choices.owner && choices.privileges) || !_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .OWNERS_AND_GRANTS */ .VH.includes(kind);
}


/***/ }),

/***/ 79976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ RowCounter),
/* harmony export */   h: () => (/* binding */ DumpContents)
/* harmony export */ });
/* harmony import */ var _broken_dump_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45351);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34940);


/** What a dump's own bytes say that it holds. */
class DumpContents {
    /** By qualified name, ready to show: rows of each table whose data is in the dump. */
    rows = new Map();
    /** By qualified name: `42 true`, the value that a sequence is set to and whether it was given out. */
    sequences = new Map();
    /** Whether the tables are known, if not yet their rows. */
    #knowTables = Promise.withResolvers();
    constructor() {
        this.#knowTables.promise.catch(() => { });
    }
    /** The tables whose data is in the dump, once that is known: of an archive as soon as its contents are read. */
    get tables() {
        return this.#knowTables.promise;
    }
    setTables(names) {
        this.#knowTables.resolve(new Set(names));
    }
    addSequence(schema, name, statement) {
        const match = /setval\(.*, (-?[0-9]+), (true|false)\);?\s*$/s.exec(statement);
        if (match === null)
            throw new _broken_dump_js__WEBPACK_IMPORTED_MODULE_0__/* .BrokenDump */ .U(`the value of ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .qualifiedName */ .OL)(schema, name)} can't be read`);
        this.sequences.set((0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .qualifiedName */ .OL)(schema, name), `${match[1]} ${match[2]}`);
    }
}
/** What ends a table's data, and what pg_dump puts after it. */
const END_OF_DATA = Buffer.from('\\.\n\n\n', 'latin1');
const NEWLINE = 10;
/** Counts the rows in a table's data as an archive has it: one a line, with a marker at the end. */
class RowCounter {
    #newlines = 0;
    #tail = Buffer.alloc(0);
    add(bytes) {
        for (let i = bytes.indexOf(NEWLINE); i >= 0; i = bytes.indexOf(NEWLINE, i + 1))
            this.#newlines++;
        this.#tail =
            bytes.length >= END_OF_DATA.length
                ? Buffer.from(bytes.subarray(-END_OF_DATA.length))
                : Buffer.concat([this.#tail, bytes]).subarray(-END_OF_DATA.length);
    }
    /** @throws BrokenDump without the marker. */
    finish(table) {
        if (!this.#tail.equals(END_OF_DATA))
            throw new _broken_dump_js__WEBPACK_IMPORTED_MODULE_0__/* .BrokenDump */ .U(`the data of ${table} has no end marker`);
        return this.#newlines - 3;
    }
}


/***/ }),

/***/ 5992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sc: () => (/* binding */ isHashed),
/* harmony export */   bi: () => (/* binding */ readFingerprint),
/* harmony export */   hx: () => (/* binding */ NEW_ROW_HASH),
/* harmony export */   lu: () => (/* binding */ readSequences)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63509);
/* harmony import */ var _ahead_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86484);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26861);
/* harmony import */ var _pin_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(10843);
/* harmony import */ var _row_hash_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39929);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26337);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34940);







/** Of a new fingerprint; what is compared with an older one is hashed as that was. */
const NEW_ROW_HASH = 'sha256';
/**
 * What the session's transaction sees of `tables`.
 * @param sequences By qualified name, as `42 true`: those of the dump, since sequences know no snapshot.
 * @param largeObjects Whether they belong to it.
 * @param hash How the rows of a table are hashed; default: the new way.
 * @param guarded How a superuser reads tables, which may be anybody's.
 */
async function readFingerprint(session, facts, what) {
    const { choices, hash = () => NEW_ROW_HASH, guarded } = what;
    const isNeeded = choices.rows !== 'count' && what.tables.some((table) => hash(table) === NEW_ROW_HASH);
    const columns = isNeeded ? await (0,_row_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .readColumns */ .Ej)(session) : null;
    const select = (table) => selectOf(facts, { table, hash: hash(table), columns: columns?.get(table.oid) ?? [] }, choices);
    const tableOf = (row, table) => tableIn(row, hash(table));
    const question = { select, columns: COLUMNS, read: tableOf };
    const tables = guarded === undefined
        ? await (0,_ahead_js__WEBPACK_IMPORTED_MODULE_1__/* .askAhead */ .x)(what.tables, async (table) => {
            const row = await session.row(select(table), COLUMNS);
            return [table.shown, tableOf(row, table)];
        })
        : await guarded.read(what.tables, question);
    const values = {};
    for (const [name, value] of what.sequences)
        values[`sequence ${name}`] = value;
    if (what.largeObjects)
        values['large objects'] = await readLargeObjects(session, choices);
    return {
        fingerprint_version: _fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .FINGERPRINT_VERSION */ .UZ,
        tables: Object.fromEntries(tables),
        values,
        schema: await (0,_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .readSchemaDigests */ .LS)(session, facts.encoding),
        facts: await readFacts(session, facts),
        rows: choices.rows,
    };
}
/** Of what `selectOf` selects: the number of rows, and the two sums of a checksum, or nothing. */
const COLUMNS = 3;
function selectOf({ encoding }, { table, hash, columns }, choices) {
    const from = (0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `ONLY ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .identifier */ .Cv)(table.schema)}.${(0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .identifier */ .Cv)(table.name)} AS x`;
    if (!isHashed(table, choices))
        return (0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `SELECT count(*), NULL, NULL FROM ${from}`;
    // OFFSET 0 keeps the hash from being computed for each of the sums.
    return (0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `SELECT count(*), ${_row_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .SUMS */ .vf[hash]} FROM (SELECT ${(0,_row_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .rowHash */ .rG)(hash, columns, encoding)} AS h FROM ${from} OFFSET 0) AS hashes`;
}
/** Whether a table's data is looked at, too. */
function isHashed({ sizeBytes }, { rows, checksumUpToBytes }) {
    return rows !== 'count' && sizeBytes <= checksumUpToBytes;
}
function tableIn(row, hash) {
    const [rows, high = ''] = row ?? [];
    return { rows: Number(rows), checksum: high === '' ? null : (0,_row_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .checksumText */ .d8)(hash, sumOf(row)) };
}
function sumOf(row) {
    const [, high = '0', low = '0'] = row ?? [];
    return [high, low].map((sum) => BigInt.asUintN(64, BigInt(sum)).toString(16).padStart(16, '0')).join('');
}
/** lo_get gives no more than 1 GB at once. */
const LARGE_OBJECT_PART_BYTES = 64 * 1024 * 1024;
/** How a large object is opened to be read, and where its end is: libpq's INV_READ and SEEK_END. */
const INV_READ = 0x40000;
const SEEK_END = 2;
async function readLargeObjects(session, { rows }) {
    if (rows === 'count') {
        const row = await session.row((0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `SELECT count(*) FROM pg_largeobject_metadata`, 1);
        return String(row?.[0]);
    }
    const row = await session.row((0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `SELECT count(DISTINCT oid), ${_row_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .SUMS */ .vf.md5} FROM (
      SELECT oid, md5(convert_to(oid || ' ' || part || ' ' || size || ' ', 'UTF8')
        || lo_get(oid, part * ${LARGE_OBJECT_PART_BYTES}, ${LARGE_OBJECT_PART_BYTES})) AS h
      FROM (SELECT oid, lo_lseek64(fd, 0, ${SEEK_END}) AS size, lo_close(fd) FROM
        (SELECT oid, lo_open(oid, ${INV_READ}) AS fd FROM pg_largeobject_metadata OFFSET 0) AS opened OFFSET 0) AS sized,
      generate_series(0, size / ${LARGE_OBJECT_PART_BYTES}) AS part OFFSET 0) AS hashes`, 3);
    return `${row?.[0]} ${sumOf(row)}`;
}
async function readFacts(session, facts) {
    const extensions = await session.query((0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `SELECT extname, extversion FROM pg_extension ORDER BY extname COLLATE "C"`, 2);
    return {
        'server version': facts.version,
        encoding: facts.encoding,
        collate: facts.collate,
        ctype: facts.ctype,
        'size in bytes': String(facts.sizeBytes),
        extensions: extensions.map((row) => row.map(_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.display).join(' ')).join(', '),
    };
}
/** Each sequence's value now, by qualified name, as `42 true`. */
async function readSequences(session) {
    const rows = await session.query((0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `SELECT n.nspname, c.relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE c.relkind = 'S' AND c.relpersistence <> 't' AND ${_pin_js__WEBPACK_IMPORTED_MODULE_6__/* .OWN_NAMESPACE */ .Bl} AND ${(0,_pin_js__WEBPACK_IMPORTED_MODULE_6__/* .notOfExtension */ .KG)('c', 'pg_class')}`, 2);
    const sequences = await (0,_ahead_js__WEBPACK_IMPORTED_MODULE_1__/* .askAhead */ .x)(rows, async ([schema = EMPTY, name = EMPTY]) => {
        const value = await session.row((0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .sql */ .ll) `SELECT last_value, CASE WHEN is_called THEN 'true' ELSE 'false' END FROM ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .identifier */ .Cv)(schema)}.${(0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .identifier */ .Cv)(name)}`, 2);
        return [(0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .qualifiedName */ .OL)(schema, name), (value ?? []).map((field) => (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.toText)(field)).join(' ')];
    });
    return new Map(sequences);
}
const EMPTY = '';


/***/ }),

/***/ 26316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VU: () => (/* binding */ GlobalsDump),
/* harmony export */   X4: () => (/* binding */ GLOBALS_NAME),
/* harmony export */   h_: () => (/* binding */ connectionWord)
/* harmony export */ });
/* harmony import */ var _broken_dump_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(45351);
/* harmony import */ var _tool_output_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36297);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23464);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79976);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57276);
/* harmony import */ var _warnings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65899);






const GLOBALS_NAME = 'globals.sql';
/** Roles, tablespaces and what is granted on them, by `pg_dumpall --globals-only`: of a server, not of a database. */
class GlobalsDump {
    name;
    /** pg_dumpall takes no snapshot. It takes an instant. */
    isPinned = false;
    #tool;
    #host;
    #messages;
    #closing = new AbortController();
    #output;
    #sizeBytes = 0;
    constructor(host, choices, database, tool, { signal }) {
        this.name = choices.globals === 'only' ? (choices.name ?? GLOBALS_NAME) : GLOBALS_NAME;
        this.#host = host;
        this.#tool = tool;
        this.#messages = new _tool_output_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolMessages */ .D4([choices.access.password ?? ''], (line) => (0,_warnings_js__WEBPACK_IMPORTED_MODULE_1__/* .lossIn */ .R)([line]) !== null);
        const args = ['--globals-only', '--no-password', `--database=dbname=${connectionWord(database)}`];
        const { script, input } = (0,_access_js__WEBPACK_IMPORTED_MODULE_2__/* .toolCall */ .LW)(choices.access, tool.path, args, { database });
        this.#output = (0,_tool_output_js__WEBPACK_IMPORTED_MODULE_0__/* .dumpOutput */ .sQ)({
            host,
            script,
            input,
            messages: this.#messages,
            signal: AbortSignal.any([signal, this.#closing.signal]),
            what: WHAT,
        });
    }
    async *stream() {
        const reader = new _plain_js__WEBPACK_IMPORTED_MODULE_3__/* .PlainDump */ .HZ(new _contents_js__WEBPACK_IMPORTED_MODULE_4__/* .DumpContents */ .h(), _plain_js__WEBPACK_IMPORTED_MODULE_3__/* .CLUSTER_END */ .f_);
        for await (const chunk of this.#output) {
            this.#sizeBytes += chunk.length;
            reader.push(chunk);
            yield chunk;
        }
        try {
            reader.finish();
        }
        catch (error) {
            if (!(error instanceof _broken_dump_js__WEBPACK_IMPORTED_MODULE_5__/* .BrokenDump */ .U))
                throw error;
            throw (0,_tool_output_js__WEBPACK_IMPORTED_MODULE_0__/* .dumpFailed */ .eJ)(WHAT, this.#host, `${error.message}${this.#messages.shown}`);
        }
        const loss = (0,_warnings_js__WEBPACK_IMPORTED_MODULE_1__/* .lossIn */ .R)(this.#messages.lines);
        if (loss !== null)
            throw (0,_tool_output_js__WEBPACK_IMPORTED_MODULE_0__/* .dumpFailed */ .eJ)(WHAT, this.#host, `pg_dumpall left something out: "${loss}"`);
    }
    record() {
        return {
            name: this.name,
            engine: 'postgresql',
            database: null,
            format: 'globals',
            tool: this.#tool.version,
            size_bytes: this.#sizeBytes,
            pinned: false,
            proof: 'deferred',
            options: [],
            warnings: this.#messages.lines,
            fingerprint: null,
            restore: {},
        };
    }
    async close() {
        this.#closing.abort();
        await this.#output.return().catch(() => { });
    }
}
const WHAT = 'dump roles and tablespaces';
/** A database's name in a connection string: as a word of its own, a name with `=` would be taken for one. */
function connectionWord(database) {
    return `'${database.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}


/***/ }),

/***/ 3332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ inertLine),
/* harmony export */   O: () => (/* binding */ isClear)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34940);


const HEAD = (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT pg_catalog.convert_from(pg_catalog.decode('`;
const TAIL = `','hex'),pg_catalog.pg_client_encoding()) \\gexec\n`;
/** Of a statement that is turned into digits at a time. */
const PIECE_BYTES = 64 * 1024;
/**
 * A line for psql that has the server run `statement` (one, whatever it is) without psql's looking into it: where a string
 * ends, and so what is a command for psql, depends on settings and encodings that a dump or a server can change under
 * its hands. psql gets nothing but digits; it asks the server for their text, and sends that back as it is.
 */
function* inertLine(statement) {
    const bytes = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.toBytes)(statement);
    yield Buffer.from(HEAD, 'latin1');
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
        yield Buffer.from(bytes.toString('hex', at, Math.min(at + PIECE_BYTES, bytes.length)), 'latin1');
    }
    yield Buffer.from(TAIL, 'latin1');
}
/**
 * Whether psql may be given `text`, all strings of which are ours to quote: without a backslash there is no command in it, and
 * without another byte than ASCII's it ends a string where we do, in each encoding that there is.
 */
function isClear(text) {
    return !text.includes('\\') || !/[\x80-\xff]/.test(text);
}


/***/ }),

/***/ 47994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lookBeforeRestore: () => (/* binding */ lookBeforeRestore)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19473);
/* harmony import */ var _choices_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1748);
/* harmony import */ var _properties_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35571);
/* harmony import */ var _restore_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71766);
/* harmony import */ var _restore_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76970);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82996);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34940);







/** See Database.lookBeforeRestore. Roles may come with a dump of the same restore. */
async function lookBeforeRestore(work, earlier) {
    const { host, choices, dump, context } = work;
    const session = await (0,_session_js__WEBPACK_IMPORTED_MODULE_0__/* .openPatientSession */ .q3)(host, choices.access, _choices_js__WEBPACK_IMPORTED_MODULE_1__/* .MAINTENANCE_DATABASE */ .i, context.signal);
    try {
        await (0,_restore_run_js__WEBPACK_IMPORTED_MODULE_2__/* .toolAhead */ .q)(work);
        if (dump.record.format === 'globals')
            return;
        const state = await (0,_restore_state_js__WEBPACK_IMPORTED_MODULE_3__/* .readState */ .u)(work, session, choices.database ?? dump.record.database ?? '');
        if (state.kind === 'empty')
            return;
        const properties = (0,_properties_js__WEBPACK_IMPORTED_MODULE_4__/* .recordedProperties */ .Sq)(work);
        if (properties !== null && !earlier.some(({ format }) => format === 'globals'))
            await (0,_properties_js__WEBPACK_IMPORTED_MODULE_4__/* .requireRoles */ .rb)(session, properties, work);
        await requireMaking(session);
    }
    finally {
        await session.close();
    }
}
/** A database that is there and holds something gives way to a new one. */
async function requireMaking(session) {
    const row = await session.row((0,_sql_js__WEBPACK_IMPORTED_MODULE_5__/* .sql */ .ll) `SELECT (rolsuper OR rolcreatedb)::text FROM pg_roles WHERE rolname = current_user`, 1);
    if (row?.[0] === 'true')
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .HoldfastError */ .E('restore-blocked', (0,_restore_state_js__WEBPACK_IMPORTED_MODULE_3__/* .mayMakeNone */ .m)('permission denied to create database.'));
}


/***/ }),

/***/ 10843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bl: () => (/* binding */ OWN_NAMESPACE),
/* harmony export */   KG: () => (/* binding */ notOfExtension),
/* harmony export */   Sg: () => (/* binding */ pinSnapshot),
/* harmony export */   TX: () => (/* binding */ readServerFacts),
/* harmony export */   Ve: () => (/* binding */ allowWorkers),
/* harmony export */   WS: () => (/* binding */ listTables),
/* harmony export */   wl: () => (/* binding */ OLDEST_MAJOR)
/* harmony export */ });
/* unused harmony export listUnread */
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82996);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34940);



/** Before PostgreSQL 11 the catalogs are others. */
const OLDEST_MAJOR = 11;
/** Nothing may end our transaction while a dump streams for hours; nobody waits longer than this for a lock of ours. */
const LOCK_TIMEOUT_MS = 60_000;
/**
 * What a value looks like as text depends on these: the same everywhere. (GMT every server knows, also one in a container without
 * a list of time zones.) `row_security=off` makes a policy that would hide
 * rows an error.
 */
const SETTINGS = `
SET statement_timeout = 0;
SET lock_timeout = ${LOCK_TIMEOUT_MS};
SET idle_in_transaction_session_timeout = 0;
SET row_security = off;
SET search_path = ${_session_js__WEBPACK_IMPORTED_MODULE_0__/* .OWN_NAMES_ALONE */ .OQ};
SET constraint_exclusion = off;
SET TimeZone = 'GMT';
SET DateStyle = 'ISO, YMD';
SET IntervalStyle = 'postgres';
SET bytea_output = 'hex';
SET extra_float_digits = 3;
SET lc_monetary = 'C';
SET xmlbinary = 'base64';
SET standard_conforming_strings = on;
SET quote_all_identifiers = off;
SET synchronize_seqscans = off;
SET max_parallel_workers_per_gather = 0`;
/** Where the server can: nothing of users' but tables is read. A view that stands in the place of one would run its owner's code as ours. */
const WITHOUT_VIEWS = `SELECT set_config(name, 'view, foreign-table', false) FROM pg_settings WHERE name = 'restrict_nonsystem_relation_kind'`;
/**
 * For a server that has nothing better to do than to be compared: as many workers as it is configured for. Only where it needn't
 * convert texts: a worker sends them in the database's encoding, whatever the session's is.
 */
async function allowWorkers(session, { encoding }) {
    if (encoding !== 'UTF8')
        return;
    await session.run((0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `RESET max_parallel_workers_per_gather; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0`);
}
/** What is asked first: the session is ours from here on. */
async function readServerFacts(session) {
    await session.run(SETTINGS);
    const row = await session.row((0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `SELECT current_setting('server_version'), current_setting('server_version_num'),
      pg_encoding_to_char(encoding), datcollate, datctype, datname, pg_database_size(oid),
      coalesce(to_jsonb(d)->>'datlocprovider', 'c'),
      coalesce(to_jsonb(d)->>'datlocale', to_jsonb(d)->>'daticulocale', ''), pg_get_userbyid(datdba),
      (SELECT rolsuper FROM pg_roles WHERE rolname = session_user)::text
      FROM pg_database AS d WHERE datname = current_database()`, 11);
    const [version, number, encoding, collate, ctype, database, size, provider, locale, owner, isSuper] = (row ?? []).map((field) => (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.toText)(field) ?? (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(field));
    const versionNumber = Number(number);
    await session.run(WITHOUT_VIEWS);
    if (versionNumber >= 170_000)
        await session.run((0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `SET transaction_timeout = 0`);
    // Of bytes that aren't of any encoding nothing else comes through.
    if (encoding === 'SQL_ASCII')
        await session.run((0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `SET client_encoding = 'SQL_ASCII'`);
    return {
        version: version ?? '',
        versionNumber,
        major: Math.floor(versionNumber / 10_000),
        encoding: encoding ?? '',
        collate: collate ?? '',
        ctype: ctype ?? '',
        provider: { i: 'icu', b: 'builtin' }[provider ?? ''] ?? 'libc',
        providerLocale: locale ?? '',
        database: database ?? '',
        owner: owner ?? '',
        sizeBytes: Number(size),
        isSuperuser: isSuper === 'true',
    };
}
const OF_EXTENSION = (alias, catalog) => `EXISTS (SELECT FROM pg_depend AS d WHERE d.classid = '${catalog}'::regclass AND d.objid = ${alias}.oid AND d.deptype = 'e')`;
/** Condition on a namespace `n`: one that pg_dump dumps. */
const OWN_NAMESPACE = `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;
/** Condition: the row `alias` of `catalog` doesn't belong to an extension. */
function notOfExtension(alias, catalog) {
    return (0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `NOT ${OF_EXTENSION(alias, catalog)}`;
}
/** Those that can be read: on a replica not the unlogged ones. */
function listTables(session) {
    return listThose(session, (0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `NOT ${UNREAD}`);
}
/** On a replica those without their rows: what isn't logged doesn't come there. pg_dump leaves their data out, and says nothing. */
function listUnread(session) {
    return listThose(session, UNREAD);
}
const UNREAD = `(c.relpersistence = 'u' AND pg_is_in_recovery())`;
async function listThose(session, condition) {
    const rows = await session.query((0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `SELECT c.oid, n.nspname, c.relname, pg_table_size(c.oid)
      FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND ${OWN_NAMESPACE} AND ${notOfExtension('c', 'pg_class')}
        AND ${condition}
      ORDER BY n.nspname, c.relname`, 4);
    return rows.map(([oid = '', schema = '', name = '', size]) => ({
        oid,
        schema: schema,
        name: name,
        shown: (0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .qualifiedName */ .OL)(schema, name),
        sizeBytes: Number(size),
    }));
}
/** How often tables may be rewritten under our hands before we lock them. */
const MAX_TRIES = 5;
/**
 * Opens the transaction in which everything is read, exports its snapshot, and locks the tables as a reader does: a
 * TRUNCATE, or an ALTER TABLE that rewrites, takes effect for old snapshots, too, and pg_dump, which locks only when it
 * starts, would find nothing. One that came between snapshot and lock shows in the table's file: then all is done anew. So it is where a
 * name is another thing's by then: the table that was renamed isn't locked, and a view in its place would run its owner's code as ours.
 *
 * Those that we may not read aren't locked: pg_dump says what it can't dump.
 * @returns null when tables keep being rewritten.
 */
async function pinSnapshot(session) {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
        await session.run((0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY`);
        const row = await session.row((0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `SELECT pg_export_snapshot()`, 1);
        const readable = await session.query((0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `SELECT n.nspname, c.relname ${READABLE}`, 2);
        if (readable.length > 0)
            await session.run(lockAll(readable));
        const rewritten = await session.row((0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `SELECT count(*) ${READABLE} AND (to_regclass(format('%I.%I', n.nspname, c.relname)) IS DISTINCT FROM c.oid
        OR (c.relkind = 'r' AND c.relfilenode IS DISTINCT FROM pg_relation_filenode(c.oid)))`, 1);
        if (rewritten?.[0] === '0') {
            const snapshot = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(row?.[0] ?? EMPTY);
            return { snapshot, tables: await listTables(session), unread: await listUnread(session) };
        }
        await session.run((0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `ROLLBACK`);
    }
    return null;
}
const READABLE = (0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND ${OWN_NAMESPACE}
  AND has_table_privilege(c.oid, 'SELECT') AND has_schema_privilege(n.oid, 'USAGE')`;
/** One that was dropped meanwhile must not end the session: that its file is gone shows afterwards. */
function lockAll(tables) {
    const locks = tables.map(([schema = EMPTY, name = EMPTY]) => {
        const command = (0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `LOCK TABLE ONLY ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .identifier */ .Cv)(schema)}.${(0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .identifier */ .Cv)(name)} IN ACCESS SHARE MODE`;
        return (0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `BEGIN EXECUTE ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(command)}; EXCEPTION WHEN undefined_table OR invalid_schema_name THEN NULL; END;`;
    });
    return (0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `DO ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)((0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `BEGIN ${locks.join('\n')} END`)}`;
}
const EMPTY = '';


/***/ }),

/***/ 56479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o_: () => (/* binding */ NAME),
  uU: () => (/* binding */ PlainReader),
  qZ: () => (/* binding */ unquoted)
});

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/databases/broken-dump.js
var broken_dump = __webpack_require__(45351);
// EXTERNAL MODULE: ./build/databases/postgresql/sql.js
var sql = __webpack_require__(34940);
;// CONCATENATED MODULE: ./build/databases/postgresql/sql-lexer.js


/** A longer statement is none that names a table or a sequence; of it only the beginning is kept. */
const KEPT_BYTES = 1024 * 1024;
const FIRST_ROOM_BYTES = 4096;
/** The longest tag of a dollar quote: an identifier. */
const MAX_TAG_BYTES = 1024;
/** Of a word only so much is kept: the longest one that is looked for is shorter. */
const MAX_WORD_BYTES = 8;
const NEWLINE = 0x0a;
const DOUBLE_QUOTE = 0x22;
const DOLLAR = 0x24;
const QUOTE = 0x27;
const OPEN = 0x28;
const CLOSE = 0x29;
const DASH = 0x2d;
const SEMICOLON = 0x3b;
const BACKSLASH = 0x5c;
/**
 * Cuts the SQL that pg_dump writes into statements and comment lines, however it is cut into chunks. What stands in a
 * string, in a quoted name, in parentheses or in a function's body is part of its statement, whatever it looks like.
 */
class SqlLexer {
    #on;
    #keptBytes;
    #isWhole;
    #kept = Buffer.allocUnsafe(FIRST_ROOM_BYTES);
    #length = 0;
    #state = 'normal';
    /** The name or number that stands just before, as far as it is kept. */
    #word = '';
    #wordBefore = '';
    #previous = 0;
    #isEscaped = false;
    /** Whether a string without E knows escapes, too: `standard_conforming_strings`. */
    #hasEscapes = false;
    #openParentheses = 0;
    /** BEGIN ATOMIC and the CASEs within it that have no END yet. */
    #openBlocks = 0;
    #tag = '';
    #end = '';
    /** @param wholeUpToBytes Of statements that must be whole: a longer one is refused. Default: its beginning does. */
    constructor(on, { wholeUpToBytes } = {}) {
        this.#on = on;
        this.#isWhole = wholeUpToBytes !== undefined;
        this.#keptBytes = wholeUpToBytes ?? KEPT_BYTES;
    }
    /** Takes one byte. @throws BrokenDump for what pg_dump never writes: a NUL, a backslash between words. */
    take(byte) {
        switch (this.#state) {
            case 'normal':
                this.#takeNormal(byte);
                break;
            case 'string':
            case 'escape-string':
                this.#takeInString(byte);
                break;
            case 'name':
                this.#keep(byte);
                if (byte === DOUBLE_QUOTE)
                    this.#state = 'normal'; // `""` begins another at once
                break;
            case 'comment':
            case 'command':
                this.#takeInLine(byte);
                break;
            case 'tag':
                this.#takeInTag(byte);
                break;
            case 'dollar':
                this.#takeInDollar(byte);
                break;
        }
    }
    /** Whether a statement or a line could end here. */
    get isBetween() {
        return this.#state === 'normal' && this.#length === 0;
    }
    #takeNormal(byte) {
        const previous = this.#previous;
        this.#previous = byte;
        if (isNamePart(byte) || (byte === DOLLAR && this.#word !== '')) {
            if (this.#word.length < MAX_WORD_BYTES)
                this.#word += String.fromCharCode(byte);
            this.#keep(byte);
            return;
        }
        const word = this.#endWord();
        if (byte === SEMICOLON && this.#openParentheses === 0 && this.#openBlocks === 0) {
            this.#endStatement();
            return;
        }
        if (this.#length === 0 && isWhitespace(byte))
            return;
        this.#state = this.#stateAfter(byte, { previous, word });
        if (byte === OPEN)
            this.#openParentheses++;
        else if (byte === CLOSE && this.#openParentheses > 0)
            this.#openParentheses--;
        this.#keep(byte);
    }
    #stateAfter(byte, { previous, word }) {
        if (byte === DASH && previous === DASH)
            return 'comment';
        if (byte === BACKSLASH) {
            if (this.#length === 0)
                return 'command';
            throw new broken_dump/* BrokenDump */.U('within a statement there is a command for psql (a backslash)');
        }
        if (byte === QUOTE)
            return this.#hasEscapes || word === 'E' ? 'escape-string' : 'string';
        if (byte === DOUBLE_QUOTE)
            return 'name';
        if (byte !== DOLLAR)
            return 'normal';
        this.#tag = '$';
        return 'tag';
    }
    /** The body of an SQL function is statements, each with a semicolon, in words of its own. Returns the word that ended. */
    #endWord() {
        const word = this.#word.toUpperCase();
        this.#word = '';
        if (word === '')
            return word;
        if (word === 'ATOMIC' && this.#wordBefore === 'BEGIN' && this.#isRoutine)
            this.#openBlocks = 1;
        else if (this.#openBlocks > 0 && word === 'CASE')
            this.#openBlocks++;
        else if (this.#openBlocks > 0 && word === 'END')
            this.#openBlocks--;
        this.#wordBefore = word;
        return word;
    }
    get #isRoutine() {
        const head = this.#kept.toString('latin1', 0, Math.min(this.#length, 40));
        return /^CREATE (?:OR REPLACE )?(?:FUNCTION|PROCEDURE) /i.test(head);
    }
    #takeInString(byte) {
        this.#keep(byte);
        if (this.#isEscaped)
            this.#isEscaped = false;
        else if (this.#state === 'escape-string' && byte === BACKSLASH)
            this.#isEscaped = true;
        else if (byte === QUOTE) {
            // `''` goes on in the string: what begins anew is one of the same kind.
            this.#word = this.#state === 'escape-string' ? 'E' : '';
            this.#previous = byte;
            this.#state = 'normal';
        }
    }
    #takeInLine(byte) {
        if (byte !== NEWLINE) {
            this.#keep(byte);
            return;
        }
        if (this.#state === 'command')
            this.#on.command(this.#takeText());
        else if (this.#kept[0] === DASH && this.#kept[1] === DASH)
            this.#on.comment(this.#takeText());
        else
            this.#keep(byte);
        this.#state = 'normal';
        this.#previous = byte;
    }
    #takeInTag(byte) {
        const isFirst = this.#tag.length === 1;
        if (byte !== DOLLAR &&
            (!isNamePart(byte) || (isFirst && isDigit(byte)) || this.#tag.length > MAX_TAG_BYTES)) {
            this.#state = 'normal'; // `$1` and the like
            this.#takeNormal(byte);
            return;
        }
        this.#keep(byte);
        this.#tag += String.fromCharCode(byte);
        if (byte !== DOLLAR)
            return;
        this.#state = 'dollar';
        this.#end = '';
    }
    #takeInDollar(byte) {
        this.#keep(byte);
        this.#end = byte === DOLLAR && this.#end === '' ? '$' : this.#end + String.fromCharCode(byte);
        if (this.#end === this.#tag) {
            this.#state = 'normal';
            this.#previous = byte;
        }
        else if (!this.#tag.startsWith(this.#end))
            this.#end = byte === DOLLAR ? '$' : '';
    }
    #endStatement() {
        const text = this.#takeText();
        const setting = /^SET standard_conforming_strings = (on|off)$/.exec(text);
        if (setting !== null)
            this.#hasEscapes = setting[1] === 'off';
        this.#on.statement(text);
    }
    #keep(byte) {
        if (byte === 0)
            throw new broken_dump/* BrokenDump */.U('it holds a NUL byte');
        if (this.#length === this.#keptBytes) {
            if (!this.#isWhole)
                return;
            throw new broken_dump/* BrokenDump */.U(`a statement in it is longer than ${this.#keptBytes} bytes`);
        }
        if (this.#length === this.#kept.length) {
            const more = Buffer.allocUnsafe(Math.min(2 * this.#length, this.#keptBytes));
            this.#kept.copy(more);
            this.#kept = more;
        }
        this.#kept[this.#length++] = byte;
    }
    #takeText() {
        const text = (0,bytestring.fromBytes)(this.#kept.subarray(0, this.#length));
        if (this.#kept.length > KEPT_BYTES)
            this.#kept = Buffer.allocUnsafe(FIRST_ROOM_BYTES);
        this.#length = 0;
        this.#previous = 0;
        this.#word = '';
        this.#wordBefore = '';
        this.#openParentheses = 0;
        this.#openBlocks = 0;
        return text;
    }
}
function isWhitespace(byte) {
    return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}
function isNamePart(byte) {
    return (byte >= 0x80 ||
        byte === 0x5f ||
        isDigit(byte) ||
        (byte >= 0x41 && byte <= 0x5a) ||
        (byte >= 0x61 && byte <= 0x7a));
}
function isDigit(byte) {
    return byte >= 0x30 && byte <= 0x39;
}

;// CONCATENATED MODULE: ./build/databases/postgresql/plain-reader.js




const plain_reader_NEWLINE = 10;
/** A line of data that ends it; of longer ones no more needs to be kept. */
const END_OF_DATA = '\\.';
/**
 * Reads a text of pg_dump or pg_dumpall as psql does: statements, and after COPY a table's data. What neither of them writes
 * is refused: another command for psql than `\restrict` first of all.
 */
class PlainReader {
    #on;
    #lexer;
    #state = 'statements';
    #table = '';
    #rows = 0;
    /** The beginning of the line that we are in, in a table's data. */
    #lineStart = '';
    /** @param wholeUpToBytes as `SqlLexer` takes it. */
    constructor(on, options = {}) {
        this.#on = on;
        this.#lexer = new SqlLexer({
            statement: (text) => this.#takeStatement(text),
            comment: (line) => on.comment(line),
            command: requireOwnCommand,
        }, options);
    }
    /** @throws BrokenDump */
    push(bytes) {
        let at = 0;
        while (at < bytes.length) {
            if (this.#state === 'data')
                at = this.#takeData(bytes, at);
            else {
                const byte = bytes[at++];
                if (this.#state === 'statements')
                    this.#lexer.take(byte);
                else if (byte === plain_reader_NEWLINE)
                    this.#state = 'data';
                else
                    throw new broken_dump/* BrokenDump */.U(`something stands between the COPY of ${this.#table} and its data`);
            }
        }
    }
    /** @throws BrokenDump in the middle of a statement or a table's data. */
    finish() {
        if (this.#state !== 'statements')
            throw new broken_dump/* BrokenDump */.U(`it ends in the middle of the data of ${this.#table}`);
        if (!this.#lexer.isBetween)
            throw new broken_dump/* BrokenDump */.U('it ends in the middle of a statement');
    }
    /** Up to the data's end, or what there is of it. Returns where it ends. */
    #takeData(bytes, from) {
        let at = from;
        while (at < bytes.length) {
            const newline = bytes.indexOf(plain_reader_NEWLINE, at);
            const end = newline < 0 ? bytes.length : newline;
            for (let i = at; i < end && this.#lineStart.length <= END_OF_DATA.length; i++) {
                this.#lineStart += String.fromCharCode(bytes[i]);
            }
            at = newline < 0 ? end : newline + 1;
            if (newline >= 0 && this.#isEnd()) {
                this.#on.data(bytes.subarray(from, at));
                this.#on.dataEnd(this.#table, this.#rows);
                return at;
            }
        }
        this.#on.data(bytes.subarray(from, at));
        return at;
    }
    /** Whether the line that has come to its end is the marker. psql takes one with a carriage return for it, too. */
    #isEnd() {
        const line = this.#lineStart;
        this.#lineStart = '';
        if (!line.startsWith(END_OF_DATA)) {
            this.#rows++;
            return false;
        }
        if (line !== END_OF_DATA) {
            throw new broken_dump/* BrokenDump */.U(`in the data of ${this.#table} a line begins as its end marker, and goes on`);
        }
        this.#state = 'statements';
        return true;
    }
    #takeStatement(statement) {
        if (!statement.startsWith('COPY ')) {
            this.#on.statement(statement);
            return;
        }
        const match = COPY.exec(statement);
        if (match === null)
            throw new broken_dump/* BrokenDump */.U('a COPY in it names no table');
        this.#table = (0,sql/* qualifiedName */.OL)(unquoted(match[1] ?? ''), unquoted(match[2] ?? ''));
        this.#rows = 0;
        this.#state = 'before-data';
        this.#on.copy(statement, this.#table);
    }
}
/** A name as the dump tools write it. */
const NAME = '(?:"(?:[^"]|"")+"|[a-z_][a-z0-9_]*)';
const COPY = new RegExp(`^COPY (${NAME})\\.(${NAME}) (?:\\(${NAME}(?:, ${NAME})*\\))? FROM stdin$`, 's');
/** As pg_dump writes it, or without its quotes. */
function unquoted(name) {
    return (name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name);
}
/** Since August 2025 dumps keep psql from its other commands while it reads them (CVE-2025-8714). */
function requireOwnCommand(line) {
    if (/^\\(?:un)?restrict [0-9A-Za-z]+$/.test(line))
        return;
    throw new broken_dump/* BrokenDump */.U(`it holds "${(0,bytestring.display)(line.slice(0, MAX_SHOWN))}", a command for psql that pg_dump never writes`);
}
const MAX_SHOWN = 60;


/***/ }),

/***/ 57276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HZ: () => (/* binding */ PlainDump),
/* harmony export */   Lt: () => (/* binding */ DUMP_END),
/* harmony export */   f_: () => (/* binding */ CLUSTER_END)
/* harmony export */ });
/* harmony import */ var _broken_dump_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45351);
/* harmony import */ var _plain_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56479);


/** Ends of what pg_dump and pg_dumpall write. */
const DUMP_END = '-- PostgreSQL database dump complete';
const CLUSTER_END = '-- PostgreSQL database cluster dump complete';
/**
 * Reads a plain dump along: which tables' data is in it and how many rows, what sequences are set to, and that its end is
 * there.
 */
class PlainDump {
    #contents;
    #end;
    #reader;
    #hasEnd = false;
    constructor(contents, end) {
        this.#contents = contents;
        this.#end = end;
        this.#reader = new _plain_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .PlainReader */ .uU({
            statement: (text) => this.#takeStatement(text),
            comment: (line) => {
                this.#hasEnd ||= line === this.#end;
            },
            copy: () => { },
            data: () => { },
            dataEnd: (table, rows) => contents.rows.set(table, (contents.rows.get(table) ?? 0) + rows),
        });
    }
    /** @throws BrokenDump */
    push(bytes) {
        this.#reader.push(bytes);
    }
    /** @throws BrokenDump without the end marker, or in the middle of a statement or a table's data. */
    finish() {
        this.#reader.finish();
        if (!this.#hasEnd)
            throw new _broken_dump_js__WEBPACK_IMPORTED_MODULE_1__/* .BrokenDump */ .U(`it lacks its end marker, "${this.#end}"`);
        this.#contents.setTables(this.#contents.rows.keys());
    }
    #takeStatement(statement) {
        if (!statement.startsWith('SELECT pg_catalog.setval('))
            return;
        const text = SETVAL.exec(statement)?.[1]?.replaceAll("''", "'").replaceAll('\\\\', '\\');
        const names = QUALIFIED.exec(text ?? '');
        if (names === null)
            throw new _broken_dump_js__WEBPACK_IMPORTED_MODULE_1__/* .BrokenDump */ .U('a sequence in it has no name');
        this.#contents.addSequence((0,_plain_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .unquoted */ .qZ)(names[1] ?? ''), (0,_plain_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .unquoted */ .qZ)(names[2] ?? ''), statement);
    }
}
const QUALIFIED = new RegExp(`^(${_plain_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME */ .o_})\\.(${_plain_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME */ .o_})$`, 's');
const SETVAL = /^SELECT pg_catalog\.setval\((?: ?E)?'((?:[^']|'')+)', -?[0-9]+, (?:true|false)\)$/s;


/***/ }),

/***/ 35571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ propertyStatements),
/* harmony export */   Qh: () => (/* binding */ readProperties),
/* harmony export */   Sq: () => (/* binding */ recordedProperties),
/* harmony export */   cY: () => (/* binding */ differingProperties),
/* harmony export */   rb: () => (/* binding */ requireRoles)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34940);



/** The values of these are lists of names, which must not be quoted as one: `variable_is_guc_list_quote` of PostgreSQL. */
const LISTS = new Set([
    'local_preload_libraries',
    'search_path',
    'session_preload_libraries',
    'shared_preload_libraries',
    'temp_tablespaces',
    'unix_socket_directories',
]);
const PRIVILEGES = ['CONNECT', 'CREATE', 'TEMPORARY'];
async function readProperties(session, database) {
    const name = (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(database));
    const settings = await session.query((0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT coalesce((SELECT rolname FROM pg_roles WHERE oid = s.setrole), ''), unnest(s.setconfig)
      FROM pg_db_role_setting AS s JOIN pg_database AS d ON d.oid = s.setdatabase
      WHERE d.datname = ${name}`, 2);
    const grants = await session.query((0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT CASE WHEN x.grantee = 0 THEN '' ELSE pg_get_userbyid(x.grantee) END, x.privilege_type, x.is_grantable::text
      FROM pg_database AS d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) AS x
      WHERE d.datname = ${name} AND x.grantee <> d.datdba`, 3);
    const row = await session.row((0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT coalesce(shobj_description(oid, 'pg_database'), ''), datconnlimit FROM pg_database WHERE datname = ${name}`, 2);
    return {
        settings: sorted(settings).map(([role = '', setting = '']) => ({ role, setting })),
        grants: sorted(grants).map(([grantee = '', privilege = '', grantable]) => ({
            grantee,
            privilege,
            grantable: grantable === 'true',
        })),
        comment: text(row?.[0]),
        connection_limit: text(row?.[1]),
    };
}
/** Those of the dump; null where it is from before they were recorded. @throws HoldfastError repository-damaged. */
function recordedProperties({ choices, dump, }) {
    const json = dump.record.restore['properties'];
    if (json === undefined)
        return null;
    const properties = parse(json, dump.record.name);
    if (choices.privileges)
        return properties;
    return { ...properties, grants: null, settings: properties.settings.filter(({ role }) => role === '') };
}
/** @throws HoldfastError restore-blocked naming a role that they need and that isn't there. */
async function requireRoles(session, properties, { dump, host }) {
    const rows = await session.query((0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT rolname FROM pg_roles`, 1);
    const roles = new Set(rows.map(([role]) => text(role)));
    const needed = [
        ...properties.settings.map(({ role }) => role),
        ...(properties.grants ?? []).map(({ grantee }) => grantee),
    ];
    const missing = needed.find((role) => role !== '' && !roles.has(role));
    if (missing === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('restore-blocked', `Cannot restore the dump ${dump.record.name} on "${host.name}": role ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)((0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .identifier */ .Cv)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(missing)))} does not exist, ` +
        'which has rights on the database or settings in it. Restore the roles first (the dump globals.sql), or leave them out: ' +
        '?owner=false&privileges=false.');
}
/** What gives `database`, which has none of its own yet, these properties; to be run in a transaction. */
function propertyStatements(properties, database) {
    const name = (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .identifier */ .Cv)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(database));
    const { settings, grants, comment, connection_limit } = properties;
    return [
        ...settings.flatMap(({ role, setting }) => settingStatements(name, role, setting)),
        ...(grants === null ? [] : [(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `REVOKE ALL ON DATABASE ${name} FROM PUBLIC`]),
        ...(grants ?? []).map((grant) => grantStatement(name, grant)),
        ...(comment === '' ? [] : [(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `COMMENT ON DATABASE ${name} IS ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(comment))}`]),
        ...(connection_limit === '-1'
            ? []
            : [(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `ALTER DATABASE ${name} CONNECTION LIMIT ${Number(connection_limit)}`]),
    ];
}
/** A list is set in the session first, where the server reads it as it wrote it. */
function settingStatements(database, role, setting) {
    const [, key = '', value = ''] = /^([^=]*)=(.*)$/s.exec(setting) ?? [];
    const name = (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .identifier */ .Cv)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(key));
    const whose = role === ''
        ? (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `ALTER DATABASE ${database}`
        : (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `ALTER ROLE ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .identifier */ .Cv)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(role))} IN DATABASE ${database}`;
    if (!LISTS.has(key))
        return [(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `${whose} SET ${name} TO ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(value))}`];
    return [
        (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `DO ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)((0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `BEGIN PERFORM set_config(${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(key))}, ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(value))}, true); END`)}`,
        (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `${whose} SET ${name} FROM CURRENT`,
        (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SET LOCAL search_path = pg_catalog`,
    ];
}
function grantStatement(database, { grantee, privilege, grantable }) {
    const known = PRIVILEGES.find((one) => one === privilege) ?? 'ALL';
    const to = grantee === '' ? PUBLIC : (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .identifier */ .Cv)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(grantee));
    const option = grantable ? WITH_GRANT : NOTHING;
    return (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `GRANT ${known} ON DATABASE ${database} TO ${to}${option}`;
}
const PUBLIC = 'PUBLIC';
const WITH_GRANT = ' WITH GRANT OPTION';
const NOTHING = '';
/** The kinds that differ, ready to show. */
function differingProperties(was, is) {
    const kinds = ['settings', 'grants', 'comment', 'connection_limit'];
    const compared = kinds.filter((kind) => kind !== 'grants' || was.grants !== null);
    return compared.filter((kind) => JSON.stringify(was[kind]) !== JSON.stringify(is[kind]));
}
function parse(json, dump) {
    try {
        const value = JSON.parse(json);
        const { settings, grants, comment, connection_limit } = value;
        const isFit = settings.every(({ role, setting }) => isText(role) && isText(setting) && /^[^=]+=/.test(setting)) &&
            (grants ?? []).every(({ grantee, privilege }) => isText(grantee) && PRIVILEGES.includes(privilege)) &&
            isText(comment) &&
            /^-?[0-9]{1,10}$/.test(connection_limit);
        if (isFit)
            return { settings, grants, comment, connection_limit };
    }
    catch {
        // Told below.
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('repository-damaged', `Cannot restore the dump ${dump}: what its manifest says of the database’s settings and rights can't be read.`);
}
function isText(value) {
    return typeof value === 'string' && !value.includes('\0');
}
/** By code points: servers sort otherwise, each in its locale. */
function sorted(rows) {
    const texts = rows.map((row) => row.map(text));
    return texts.sort((a, b) => (a.join('\0') < b.join('\0') ? -1 : 1));
}
function text(field) {
    return field === undefined ? '' : ((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.toText)(field) ?? (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(field));
}


/***/ }),

/***/ 71766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ runRestore),
  q: () => (/* binding */ toolAhead)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/hosts/quote.js
var quote = __webpack_require__(28976);
// EXTERNAL MODULE: ./build/databases/postgresql/access.js
var postgresql_access = __webpack_require__(23464);
// EXTERNAL MODULE: ./build/databases/postgresql/globals.js
var globals = __webpack_require__(26316);
// EXTERNAL MODULE: ./build/hosts/exit-status.js
var exit_status = __webpack_require__(62585);
// EXTERNAL MODULE: ./build/databases/broken-dump.js
var broken_dump = __webpack_require__(45351);
// EXTERNAL MODULE: ./build/databases/fed-tool.js
var fed_tool = __webpack_require__(57989);
// EXTERNAL MODULE: ./build/databases/tool-output.js
var tool_output = __webpack_require__(36297);
// EXTERNAL MODULE: ./build/databases/postgresql/inert.js
var inert = __webpack_require__(3332);
// EXTERNAL MODULE: ./build/databases/postgresql/plain-reader.js + 1 modules
var plain_reader = __webpack_require__(56479);
;// CONCATENATED MODULE: ./build/databases/postgresql/guarded-script.js



/** pg_dump's own have a few thousand; what rows hold is in COPY's data, which isn't kept. */
const MAX_STATEMENT_BYTES = 32 * 1024 * 1024;
const BACKSLASH = 0x5c;
/** What follows a backslash in the data that COPY writes: \b \f \n \r \t \v \N, \\, and \. at its end. */
const ESCAPES = new Set(Buffer.from('bfnrtvN\\.', 'latin1'));
/**
 * The text of a plain dump as input for psql that makes it run statements and take rows, and nothing else: a dump is a
 * program for the server that it goes to, but psql knows commands that run programs where psql is (`\!`, `\o |…`, backquotes).
 *
 * Commands in the text are refused. Statements go by psql unseen (`inertLine`), so that our reading of the text can't differ
 * from its own. Data psql must be given as it is, after a COPY that it has understood; a server that does as if there had been
 * none would make it read the data as commands: those it is kept from, where it can be.
 *
 * @throws BrokenDump for what pg_dump doesn't write.
 */
async function* guardedScript(content, { restrictKey, leftOut = [] }) {
    const lines = [];
    let isRestricted = false;
    const escapes = new EscapeCheck();
    const takeCopy = (text) => {
        isRestricted = restrictKey !== null && (0,inert/* isClear */.O)(text);
        if (isRestricted)
            lines.push(Buffer.from(`\\restrict ${restrictKey}\n${text};\n`, 'latin1'));
        else
            lines.push(...(0,inert/* inertLine */.F)(text));
    };
    const reader = new plain_reader/* PlainReader */.uU({
        statement: (text) => {
            if (!leftOut.includes(text))
                lines.push(...(0,inert/* inertLine */.F)(text));
        },
        comment: () => { },
        copy: takeCopy,
        data: (bytes) => {
            escapes.push(bytes);
            lines.push(bytes);
        },
        dataEnd: () => {
            if (isRestricted)
                lines.push(Buffer.from(`\\unrestrict ${restrictKey}\n`));
        },
    }, { wholeUpToBytes: MAX_STATEMENT_BYTES });
    for await (const chunk of content) {
        reader.push(chunk);
        if (lines.length > 0)
            yield lines.length === 1 ? lines[0] : Buffer.concat(lines);
        lines.length = 0;
    }
    reader.finish();
}
/**
 * Data has no other backslashes than COPY writes. `\unrestrict` isn't among them, which a psql that is kept from all else would
 * heed, and with it, before August 2026, what stands in backquotes behind it (CVE-2026-18408).
 */
class EscapeCheck {
    #isEscaped = false;
    push(bytes) {
        if (bytes.includes(0))
            throw new broken_dump/* BrokenDump */.U('it holds a NUL byte');
        let at = 0;
        while (at < bytes.length) {
            if (!this.#isEscaped) {
                at = bytes.indexOf(BACKSLASH, at) + 1;
                if (at === 0)
                    return;
                this.#isEscaped = true;
            }
            else {
                const byte = bytes[at++];
                if (!ESCAPES.has(byte))
                    throw new broken_dump/* BrokenDump */.U('in its data there is a backslash that COPY never writes');
                this.#isEscaped = false;
            }
        }
    }
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/databases/connection-advice.js
var connection_advice = __webpack_require__(93646);
// EXTERNAL MODULE: ./build/databases/quoted.js
var quoted = __webpack_require__(25065);
;// CONCATENATED MODULE: ./build/databases/postgresql/restore-tool.js






/** What pg_restore and psql may print: psql a line for each sequence. */
const OUTPUT_LIMIT_BYTES = 64 * 1024 * 1024;
/**
 * Has a tool fill `database` with what it reads; what it says on its way is passed on. Gives what it printed.
 * @throws HoldfastError command-failed with the tool's own words; what `stdin` throws.
 */
async function runRestoreTool(work, database, { script, stdin }) {
    const { host, choices, context } = work;
    const { exit, stdout, stderr } = await (0,fed_tool/* runFed */.PX)(host, script, {
        stdin,
        limitBytes: OUTPUT_LIMIT_BYTES,
        signal: context.signal,
    });
    const messages = new tool_output/* ToolMessages */.D4([choices.access.password ?? '']).addAll(work.hasSecrets === true ? withoutStatements(stderr) : withoutConnections(stderr));
    if (!(0,exit_status/* isSuccess */.o)(exit)) {
        const how = `the command ${(0,exit_status/* endedWith */.t)(exit)}${messages.shown}`;
        throw restoreFailed(work, database, `${how}, expected exit status 0`);
    }
    for (const line of messages.lines)
        context.onWarning(line);
    return stdout.toString('latin1');
}
/** psql shows a piece of the statement that failed: a password's hash may stand in it. */
function withoutStatements(stderr) {
    return Buffer.from(stderr.toString('latin1').replace(/^LINE \d+: .*\n.*$/gm, ''), 'latin1');
}
/** pg_restore shows all of the statement that failed, which is its last word: of these the passwords to other servers are a part. */
const CONNECTION = /((?:Command was|LINE \d+): (?:CREATE|ALTER) (?:SUBSCRIPTION|USER MAPPING|SERVER)\b)[\s\S]*$/;
function withoutConnections(stderr) {
    return Buffer.from(stderr.toString('latin1').replace(CONNECTION, '$1 ...'), 'latin1');
}
/** Without its end some of the tools would go on, or wait for ever. @param isLent See StoredDump. */
function contentOf({ dump }, { isLent } = { isLent: false }) {
    return (0,fed_tool/* wholeContent */.bJ)(dump.content({ isLent }), dump.record);
}
const ENCODING_ADVICE = [
    /invalid byte sequence for encoding|has no equivalent in encoding/,
    'Restore it into a database of the same encoding: one that is not there is made so.',
];
const DATA_ADVICE = [
    [
        /violates (foreign key|check|unique|not-null|exclusion)|could not create (unique|exclusion)/,
        'The data broke that rule already when it was dumped. --target FOLDER gives the dump as a file: pg_restore without --exit-on-error ' +
            '(or psql, of a plain one) restores all but that rule.',
    ],
    [
        /tablespace .* does not exist|invalid value for parameter "default_tablespace"/i,
        'Make that tablespace first: CREATE TABLESPACE … LOCATION an empty folder of the server’s account.',
    ],
];
const ADVICE_WITHOUT_OWNERS = (0,connection_advice/* adviceBy */.mU)([connection_advice/* LOCKS_ADVICE */.Sg, ENCODING_ADVICE, ...DATA_ADVICE]);
const ADVICE = (0,connection_advice/* adviceBy */.mU)([
    connection_advice/* LOCKS_ADVICE */.Sg,
    ENCODING_ADVICE,
    ...DATA_ADVICE,
    [
        /role .* does not exist/,
        'Restore the roles first (the dump globals.sql), or leave them out: ?owner=false&privileges=false.',
    ],
]);
/** `problem`: ready to show, without a full stop. */
function restoreFailed({ host, dump, choices }, database, problem) {
    const advice = choices.owner ? ADVICE : ADVICE_WITHOUT_OWNERS;
    return new errors/* HoldfastError */.E('command-failed', `Cannot restore the dump ${dump.record.name} into the database ${(0,quoted/* quoted */.T)(database)} on "${host.name}": ` +
        `${problem}.${advice(problem)}`);
}

;// CONCATENATED MODULE: ./build/databases/postgresql/restore-text.js








const PSQL_ARGS = ['-X', '-q', '-A', '-t', '-w', '-v', 'ON_ERROR_STOP=1', '-f', '-'];
/** From 17 on the tools begin with a SET that servers before 17 don't know, which would be the first error. */
const FIRST_WITH_SETTING = 17;
const SETTING = 'SET transaction_timeout = 0';
/** Whether the text of a tool of this version has something in it that the server doesn't know. */
function isTooNew(toolMajor, { serverMajor }) {
    return toolMajor >= FIRST_WITH_SETTING && serverMajor < FIRST_WITH_SETTING;
}
/** Has psql run a dump that is a text. @throws HoldfastError command-failed with psql's own words. */
async function restorePlain(work, database, inOneTransaction) {
    const dumpMajor = Number(/\(PostgreSQL\) (\d+)/.exec(work.dump.record.tool)?.[1] ?? 0);
    const leftOut = isTooNew(dumpMajor, work) ? [SETTING] : [];
    await runText(work, database, contentOf(work), { inOneTransaction, leftOut });
}
/**
 * Archives by way of pg_restore's text, for a server that is older than its first SET: no option leaves that out. It comes by
 * us: an archive can hold commands for psql as well as a text.
 * @throws HoldfastError command-failed with the tool's own words.
 */
async function restoreAsText(work, database, options) {
    const { tool, archiveArgs, inOneTransaction } = options;
    const { choices, context, host } = work;
    if (choices.jobs > 1) {
        context.onInfo(`pg_restore ${tool.major} is newer than the server, which is ${work.serverMajor}: jobs is not heeded.`);
    }
    const single = inOneTransaction ? ['--single-transaction'] : [];
    // It connects to nothing: it needs no password.
    const access = { ...choices.access, password: null };
    const { script } = (0,postgresql_access/* toolCall */.LW)(access, tool.path, [...archiveArgs, '--file=-', ...single], { database });
    async function* text() {
        const messages = new tool_output/* ToolMessages */.D4();
        const exit = yield* (0,fed_tool/* fedOutput */.fl)(host, script, {
            stdin: contentOf(work),
            messages,
            signal: context.signal,
        });
        if (!(0,exit_status/* isSuccess */.o)(exit)) {
            throw restoreFailed(work, database, `pg_restore ${(0,exit_status/* endedWith */.t)(exit)}${messages.shown}`);
        }
        for (const line of messages.lines)
            context.onWarning(line);
    }
    await runText(work, database, text(), { inOneTransaction, leftOut: [SETTING] });
}
/**
 * Has psql run what a text has for the server. To psql the end of its input looks the same when a connection is cut: only what a
 * last statement of ours answers says that all was read, and only that commits a transaction of ours.
 */
async function runText(work, database, text, { inOneTransaction, leftOut }) {
    const { choices, host, context } = work;
    const { script, input } = (0,postgresql_access/* psqlCall */.Pn)(choices.access, PSQL_ARGS, { database });
    const isKnown = await (0,postgresql_access/* knowsRestrict */.NV)(host, choices.access, context.signal);
    const marker = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    const options = {
        restrictKey: isKnown ? (0,external_node_crypto_.randomBytes)(16).toString('hex') : null,
        // A transaction of pg_restore's own would end before we know that it has succeeded.
        leftOut: inOneTransaction ? [...leftOut, 'BEGIN', 'COMMIT'] : leftOut,
    };
    async function* stdin() {
        yield input;
        if (inOneTransaction)
            yield Buffer.from('BEGIN;\n');
        yield* guardedScript(text, options);
        yield Buffer.from(`${inOneTransaction ? 'COMMIT;\n' : ''}SELECT '${marker}';\n`);
    }
    const printed = await runRestoreTool(work, database, { script, stdin: stdin() }).catch((error) => {
        if (!(error instanceof broken_dump/* BrokenDump */.U))
            throw error;
        throw restoreFailed(work, database, `the dump is broken: ${error.message}`);
    });
    if (printed.trimEnd().endsWith(marker))
        return;
    throw restoreFailed(work, database, 'psql ended before it had read all of the dump');
}

// EXTERNAL MODULE: ./build/databases/postgresql/tools.js
var tools = __webpack_require__(92187);
;// CONCATENATED MODULE: ./build/databases/postgresql/restore-run.js








/**
 * Has the dump's own tool fill `database`; it stops at the first error.
 * @throws HoldfastError command-failed with the tool's own words.
 */
async function runRestore(work, database, { inOneTransaction }) {
    if (work.dump.record.format === 'plain')
        return restorePlain(work, database, inOneTransaction);
    const tool = await (work.tool ?? findRestoreTool(work));
    if (isTooNew(tool.major, work)) {
        return restoreAsText(work, database, { tool, archiveArgs: archiveArgs(work), inOneTransaction });
    }
    if (work.choices.jobs > 1 && !inOneTransaction)
        return restoreFromFile(work, database, tool);
    const args = [...restoreArgs(work, database), ...(inOneTransaction ? ['--single-transaction'] : [])];
    const { script, input } = (0,postgresql_access/* toolCall */.LW)(work.choices.access, tool.path, args, { database });
    await runRestoreTool(work, database, { script, stdin: after(input, contentOf(work, LENT)) });
}
/** The tool that `runRestore` will need, looked for while the server is asked; undefined: none is. */
function toolAhead(work) {
    const { format } = work.dump.record;
    if (format === 'plain' || format === 'globals')
        return undefined;
    const tool = findRestoreTool(work);
    tool.catch(() => { }); // met by whoever needs it
    return tool;
}
function findRestoreTool({ choices, dump, host, context }) {
    const serverMajor = Number(dump.record.restore['server_major']);
    const { toolFolder } = choices.access;
    return (0,tools/* findTool */.S)(host, 'pg_restore', { serverMajor, folder: toolFolder, signal: context.signal });
}
function restoreArgs(work, database) {
    return [
        ...archiveArgs(work),
        '--exit-on-error',
        '--no-password',
        `--dbname=dbname=${(0,globals/* connectionWord */.h_)(database)}`,
    ];
}
function archiveArgs({ choices, dump }) {
    return [
        `--format=${dump.record.format}`,
        ...(choices.owner ? [] : ['--no-owner']),
        ...(choices.privileges ? [] : ['--no-privileges']),
    ];
}
/**
 * Several tables at a time: pg_restore does that only from a file, which stands in the work folder meanwhile, for nobody
 * else to read. The shell that wrote it removes it, also when it is ended.
 */
async function restoreFromFile(work, database, tool) {
    const { choices } = work;
    const file = `${choices.workFolder}/holdfast-restore-${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
    const toolArgs = [...restoreArgs(work, database), `--jobs=${choices.jobs}`, file];
    const { setup, command, input } = (0,postgresql_access/* toolCall */.LW)(choices.access, tool.path, toolArgs, { database });
    // The password's line comes first, then the dump to the end of the input.
    const whole = `f=${(0,quote/* quote */.h)((0,bytestring.fromText)(file))}
trap 'rm -f "$f"' EXIT
trap 'exit 143' HUP INT TERM
${setup}
cat >"$f" || exit 1
${command} </dev/null`;
    await runRestoreTool(work, database, { script: whole, stdin: after(input, contentOf(work, LENT)) });
}
/** To `runRestoreTool` it goes as it is. */
const LENT = { isLent: true };
async function* after(input, content) {
    yield input;
    yield* content;
}


/***/ }),

/***/ 76970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ mayMakeNone),
/* harmony export */   u: () => (/* binding */ readState)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _pin_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10843);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82996);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34940);




async function readState(work, server, database) {
    const name = (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(database));
    const row = await server.row((0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT count(*), (SELECT count(*) FROM pg_stat_activity WHERE datname = ${name} AND pid <> pg_backend_pid())
      FROM pg_database WHERE datname = ${name}`, 2);
    if (row?.[0] !== '1')
        return { kind: 'absent' };
    const objects = await countObjects(work, database);
    return objects === 0 ? { kind: 'empty' } : { kind: 'full', objects, sessions: Number(row[1]) };
}
/** What somebody made: relations, routines, types, schemas, large objects. */
async function countObjects({ host, choices, context }, database) {
    const session = await (0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .openPatientSession */ .q3)(host, choices.access, database, context.signal);
    try {
        const row = await session.row((0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT (SELECT count(*) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
          WHERE ${_pin_js__WEBPACK_IMPORTED_MODULE_3__/* .OWN_NAMESPACE */ .Bl} AND ${(0,_pin_js__WEBPACK_IMPORTED_MODULE_3__/* .notOfExtension */ .KG)('c', 'pg_class')})
        + (SELECT count(*) FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
          WHERE ${_pin_js__WEBPACK_IMPORTED_MODULE_3__/* .OWN_NAMESPACE */ .Bl} AND ${(0,_pin_js__WEBPACK_IMPORTED_MODULE_3__/* .notOfExtension */ .KG)('p', 'pg_proc')})
        + (SELECT count(*) FROM pg_type AS t JOIN pg_namespace AS n ON n.oid = t.typnamespace
          WHERE t.typtype IN ('e', 'd', 'r') AND ${_pin_js__WEBPACK_IMPORTED_MODULE_3__/* .OWN_NAMESPACE */ .Bl} AND ${(0,_pin_js__WEBPACK_IMPORTED_MODULE_3__/* .notOfExtension */ .KG)('t', 'pg_type')})
        + (SELECT count(*) FROM pg_namespace AS n WHERE ${_pin_js__WEBPACK_IMPORTED_MODULE_3__/* .OWN_NAMESPACE */ .Bl} AND n.nspname <> 'public' AND ${(0,_pin_js__WEBPACK_IMPORTED_MODULE_3__/* .notOfExtension */ .KG)('n', 'pg_namespace')})
        + (SELECT count(*) FROM pg_largeobject_metadata)`, 1);
        return Number(row?.[0]);
    }
    finally {
        await session.close();
    }
}
/** @param reason The server's, a sentence. */
function mayMakeNone(reason) {
    const advice = /permission denied to create database/.test(reason)
        ? 'Let the account do that (ALTER ROLE … CREATEDB). Or have another one rename what is there and make an empty one of that name (CREATE ' +
            'DATABASE … OWNER …), and restore again: an empty one is filled.'
        : 'Make an empty one yourself, with the locale that you want, and restore into that.';
    return `Cannot make a database for the restore: ${reason} ${advice}`;
}


/***/ }),

/***/ 68865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restorePostgresql: () => (/* binding */ restorePostgresql)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/databases/dumped-by.js
var dumped_by = __webpack_require__(69394);
// EXTERNAL MODULE: ./build/databases/in-the-way.js
var in_the_way = __webpack_require__(81754);
// EXTERNAL MODULE: ./build/databases/quoted.js
var quoted = __webpack_require__(25065);
// EXTERNAL MODULE: ./build/databases/stamp.js
var stamp = __webpack_require__(38594);
// EXTERNAL MODULE: ./build/databases/postgresql/choices.js
var postgresql_choices = __webpack_require__(1748);
// EXTERNAL MODULE: ./build/databases/postgresql/properties.js
var postgresql_properties = __webpack_require__(35571);
// EXTERNAL MODULE: ./build/databases/broken-dump.js
var broken_dump = __webpack_require__(45351);
// EXTERNAL MODULE: ./build/databases/fed-tool.js
var fed_tool = __webpack_require__(57989);
// EXTERNAL MODULE: ./build/databases/postgresql/plain-reader.js + 1 modules
var plain_reader = __webpack_require__(56479);
// EXTERNAL MODULE: ./build/databases/postgresql/restore-run.js + 3 modules
var restore_run = __webpack_require__(71766);
// EXTERNAL MODULE: ./build/databases/postgresql/sql.js
var sql = __webpack_require__(34940);
;// CONCATENATED MODULE: ./build/databases/postgresql/restore-globals.js








/** Roles and tablespaces are few; more isn't what pg_dumpall writes. */
const MAX_BYTES = 64 * 1024 * 1024;
/**
 * Makes the roles and tablespaces that aren't there. Those that are stay as they are, passwords and rights and all: a
 * restore must not lock anybody out.
 */
async function restoreGlobals(work, session) {
    const there = await session.query((0,sql/* sql */.ll) `SELECT rolname FROM pg_roles UNION ALL SELECT spcname FROM pg_tablespace`, 1);
    const names = new Set(there.map(([name = '']) => name));
    const { kept, left } = await withoutThose(work, names);
    if (left.size > 0)
        work.context.onInfo(`Left as they are: ${left.size} roles and tablespaces that are there already.`);
    const dump = {
        record: { ...work.dump.record, format: 'plain', size_bytes: kept.length },
        content: async function* content() {
            yield (0,bytestring.toBytes)(kept);
        },
    };
    // A tablespace can't be made in a transaction; what a first try made, a second leaves as it is.
    await (0,restore_run/* runRestore */.Y)({ ...work, dump, hasSecrets: true }, postgresql_choices/* MAINTENANCE_DATABASE */.i, { inOneTransaction: false });
    return { database: null, movedAside: null, verified: null };
}
/** The statements but those that make or alter what is there. @throws HoldfastError before anything was changed. */
async function withoutThose({ dump, host }, names) {
    const statements = [];
    const left = new Set();
    const { record } = dump;
    const reader = new plain_reader/* PlainReader */.uU({
        statement: (text) => {
            const name = nameIn(text);
            if (name !== null && names.has(name))
                left.add(name);
            else
                statements.push(`${text};\n`);
        },
        comment: () => { },
        copy: (_text, table) => {
            throw new broken_dump/* BrokenDump */.U(`it has data of ${table}, expected none`);
        },
        data: () => { },
        dataEnd: () => { },
    }, { wholeUpToBytes: MAX_BYTES });
    try {
        if (record.size_bytes > MAX_BYTES)
            throw new broken_dump/* BrokenDump */.U(`it is larger than ${MAX_BYTES} bytes`);
        for await (const part of (0,fed_tool/* wholeContent */.bJ)(dump.content(), record))
            reader.push(part);
        reader.finish();
    }
    catch (error) {
        if (!(error instanceof broken_dump/* BrokenDump */.U))
            throw error;
        throw new errors/* HoldfastError */.E('command-failed', `Cannot restore the dump ${record.name} on "${host.name}": the dump is broken: ${error.message}. Nothing was changed.`);
    }
    return { kept: statements.join(''), left };
}
const MADE = /^(?:CREATE|ALTER) (?:ROLE|TABLESPACE) ("(?:[^"]|"")+"|[^\s;]+)/s;
function nameIn(statement) {
    const name = MADE.exec(statement)?.[1];
    return name === undefined ? null : (0,plain_reader/* unquoted */.qZ)(name);
}

// EXTERNAL MODULE: ./build/databases/postgresql/restore-state.js
var restore_state = __webpack_require__(76970);
// EXTERNAL MODULE: ./build/databases/postgresql/session.js
var postgresql_session = __webpack_require__(82996);
;// CONCATENATED MODULE: ./build/databases/postgresql/stem.js
/**
 * An identifier has at most 63 bytes (NAMEDATALEN), what is added to a stem at most 24. The server cuts a longer one, and says only that it
 * does: `CREATE` and `DROP DATABASE` would then be of another name, at worst of the very database that is to be replaced.
 */
const MAX_STEM_BYTES = 39;
/** Of a character that isn't ASCII, in the widest encoding of a server. */
const WIDEST_BYTES = 4;
/** The beginning of a database's name, for the names of those beside it: the server keeps `STEM_before_20261126T031700Z` as it is. */
function stemOf(database) {
    let stem = '';
    let bytes = 0;
    for (const character of database) {
        bytes += character < '\u0080' ? 1 : WIDEST_BYTES;
        if (bytes > MAX_STEM_BYTES)
            break;
        stem += character;
    }
    return stem;
}

// EXTERNAL MODULE: ./build/databases/as-dumped.js
var as_dumped = __webpack_require__(27829);
// EXTERNAL MODULE: ./build/databases/postgresql/compare-now.js
var compare_now = __webpack_require__(50070);
;// CONCATENATED MODULE: ./build/databases/postgresql/verify.js


const ABOUT_REMARKS = 'PostgreSQL writes some expressions anew when it reads them; compare them by hand if it matters.';
/**
 * Compares what is in `database` now with what the dump's manifest says was dumped.
 * @returns null without a fingerprint to compare with, and where it is compared later.
 * @throws HoldfastError restore-mismatch.
 */
async function verifyRestored({ host, choices, dump, terms, context }, database) {
    if (terms.isDrill)
        return null;
    const found = await (0,compare_now.compareNow)({ host, choices, record: dump.record, signal: context.signal }, database);
    return (0,as_dumped/* requireAsDumped */.b)(found, { host, database, dump, context, aboutRemarks: ABOUT_REMARKS });
}

;// CONCATENATED MODULE: ./build/databases/postgresql/restore.js
















/**
 * Puts a dump back. Into a database that is there and empty it goes in one transaction. Else it goes into a new database,
 * is compared there, and gets its name only then, in one transaction with the renaming of what was there.
 */
async function restorePostgresql(host, choices, dump, terms, context) {
    requireRestorable(choices, dump);
    const tool = (0,restore_run/* toolAhead */.q)({ host, choices, dump, context });
    const session = await (0,postgresql_session/* openPatientSession */.q3)(host, choices.access, postgresql_choices/* MAINTENANCE_DATABASE */.i, context.signal);
    try {
        const work = { host, choices, dump, terms, context, tool, serverMajor: await readMajor(session) };
        if (dump.record.format === 'globals')
            return await restoreGlobals(work, session);
        const database = choices.database ?? dump.record.database ?? '';
        const state = await (0,restore_state/* readState */.u)(work, session, database);
        (0,in_the_way/* requireNotInTheWay */.k)(state, `the database ${(0,quoted/* quoted */.T)(database)} on "${host.name}"`, {
            ...terms,
            moved: 'renamed aside',
        });
        if (state.kind === 'empty')
            requireOneTransaction(work, database);
        if (state.kind === 'empty')
            return await restoreDirectly(work, database);
        return await restoreBeside(work, session, database, state);
    }
    finally {
        await session.close();
    }
}
async function readMajor(session) {
    const row = await session.row((0,sql/* sql */.ll) `SELECT current_setting('server_version_num')`, 1);
    return Math.floor(Number(row?.[0]) / 10_000);
}
function requireRestorable(choices, { record }) {
    (0,dumped_by/* requireDumpedBy */.I)(['postgresql'], record, 'into PostgreSQL');
    if (record.format !== 'plain' || (choices.owner && choices.privileges))
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot leave owners or privileges out of ${record.name}: its format is plain, expected custom or tar. ` +
        'Make the roles first, or edit it by hand: restore it with --target.');
}
/** A plain dump commits its large objects by itself: what fails afterwards would leave them. */
function requireOneTransaction({ dump: { record } }, database) {
    if (record.format !== 'plain')
        return;
    const { values } = record.fingerprint ?? { values: { 'large objects': '?' } };
    if (/^0\b/.test(values['large objects'] ?? '0'))
        return;
    throw new errors/* HoldfastError */.E('restore-blocked', `Cannot restore the plain dump ${record.name} into ${(0,quoted/* quoted */.T)(database)}, which is there already: it may hold ` +
        'large objects, which it commits half-way. Drop the empty database, or name one that is not there: it is made.');
}
async function restoreDirectly(work, database) {
    if (work.choices.jobs > 1)
        work.context.onInfo('A database that is there is filled in one transaction: jobs is not heeded.');
    await (0,restore_run/* runRestore */.Y)(work, database, { inOneTransaction: true });
    const verified = await verifyRestored(work, database);
    return { database: (0,bytestring.displayText)(database), movedAside: null, verified };
}
async function restoreBeside(work, session, database, state) {
    const properties = (0,postgresql_properties/* recordedProperties */.Sq)(work);
    if (properties !== null)
        await (0,postgresql_properties/* requireRoles */.rb)(session, properties, work);
    const scratch = `${stemOf(database)}_restore_${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
    let verified;
    try {
        // Cut off here, the server makes it all the same.
        await createScratch(work, session, scratch);
        await (0,restore_run/* runRestore */.Y)(work, scratch, { inOneTransaction: isInOneTransaction(work) });
        verified = await verifyRestored(work, scratch);
    }
    catch (error) {
        await dropScratch(work, scratch);
        throw error;
    }
    const aside = state.kind === 'full' ? `${stemOf(database)}_before_${(0,stamp/* stampNow */.S)()}` : null;
    await nameIt(work, session, { scratch, database, aside, properties });
    return {
        database: (0,bytestring.displayText)(database),
        movedAside: aside === null ? null : (0,bytestring.displayText)(aside),
        verified,
    };
}
/** Tables and large objects for whose locks a server of a drill's own has room by far: its settings say so. */
const MOST_TABLES = 2000;
const MOST_LARGE_OBJECTS = 10_000;
/**
 * Where nobody else needs the server, all of an archive in one transaction: into tables that were made in it the server copies
 * without writing all once more to its log. On others its locks might be too few.
 */
function isInOneTransaction({ dump: { record }, terms }) {
    const { fingerprint, format } = record;
    if (terms.isDrill !== true || fingerprint === null || format === 'plain')
        return false;
    const largeObjects = Number.parseInt(fingerprint.values['large objects'] ?? '0', 10);
    return Object.keys(fingerprint.tables).length <= MOST_TABLES && largeObjects <= MOST_LARGE_OBJECTS;
}
async function createScratch(work, session, scratch) {
    const { restore } = work.dump.record;
    const word = (key) => (0,sql/* literal */.eu)((0,bytestring.fromText)(restore[key] ?? ''));
    const provider = restore['provider'] === 'icu'
        ? (0,sql/* sql */.ll) `LOCALE_PROVIDER icu ICU_LOCALE ${word('provider_locale')}`
        : restore['provider'] === 'builtin'
            ? (0,sql/* sql */.ll) `LOCALE_PROVIDER builtin BUILTIN_LOCALE ${word('provider_locale')}`
            : EMPTY;
    const statement = (0,sql/* sql */.ll) `CREATE DATABASE ${restore_name(scratch)} TEMPLATE template0 ENCODING ${word('encoding')}
    LC_COLLATE ${word('collate')} LC_CTYPE ${word('ctype')} ${provider}`;
    try {
        await session.run(statement);
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new errors/* HoldfastError */.E('restore-blocked', (0,restore_state/* mayMakeNone */.m)(reason), { cause: error });
    }
}
/** In a session of its own: the other one may have ended by the same error. Nothing is left of a failed restore. */
async function dropScratch({ host, choices, context }, scratch) {
    const signal = AbortSignal.timeout(context.signal.aborted ? DROP_WHEN_CANCELLED_MS : DROP_LIMIT_MS);
    try {
        const session = await (0,postgresql_session/* openPatientSession */.q3)(host, choices.access, postgresql_choices/* MAINTENANCE_DATABASE */.i, signal);
        try {
            // Also the one that still makes it.
            await session.run((0,sql/* sql */.ll) `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()
          AND (datname = ${(0,sql/* literal */.eu)((0,bytestring.fromText)(scratch))} OR position(${(0,sql/* literal */.eu)((0,bytestring.fromText)(scratch))} IN query) > 0)`);
            await forgetSubscriptions({ host, choices }, session, scratch);
            await session.run((0,sql/* sql */.ll) `DROP DATABASE IF EXISTS ${restore_name(scratch)}`);
        }
        finally {
            await session.close();
        }
    }
    catch {
        context.onWarning(`The database ${(0,quoted/* quoted */.T)(scratch)} may be left of the restore that failed: look, and drop it.`);
    }
}
/**
 * A database with a subscription can't be dropped. Its slot is that of the one which was dumped: it must stay where it is, at the publisher.
 */
async function forgetSubscriptions({ host, choices }, session, scratch) {
    const row = await session.row((0,sql/* sql */.ll) `SELECT count(*) FROM pg_subscription WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = ${(0,sql/* literal */.eu)((0,bytestring.fromText)(scratch))})`, 1);
    if (row?.[0] === '0')
        return;
    const own = await (0,postgresql_session/* openPatientSession */.q3)(host, choices.access, scratch, AbortSignal.timeout(DROP_WHEN_CANCELLED_MS));
    try {
        const names = await own.query((0,sql/* sql */.ll) `SELECT subname FROM pg_subscription WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())`, 1);
        for (const [found] of names) {
            const subscription = (0,sql/* identifier */.Cv)(found);
            await own.run((0,sql/* sql */.ll) `ALTER SUBSCRIPTION ${subscription} DISABLE; ALTER SUBSCRIPTION ${subscription} SET (slot_name = NONE);
          DROP SUBSCRIPTION ${subscription}`);
        }
    }
    finally {
        await own.close();
    }
}
/** A large one takes its time; a cancelled run has little. */
const DROP_LIMIT_MS = 300_000;
const DROP_WHEN_CANCELLED_MS = 5000;
/** In a session of its own: one that was opened before a restore of hours may have been cut off as idle, but by a drill's server. */
async function nameIt(work, asked, naming) {
    const { host, choices, context, terms } = work;
    try {
        if (terms.isDrill === true)
            return await nameInOneGo(work, asked, naming);
        const session = await (0,postgresql_session/* openPatientSession */.q3)(host, choices.access, postgresql_choices/* MAINTENANCE_DATABASE */.i, context.signal);
        try {
            await nameInOneGo(work, session, naming);
        }
        finally {
            await session.close();
        }
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const { scratch, database } = naming;
        throw new errors/* HoldfastError */.E('restore-blocked', `Cannot give the restored database its name: ${reason} It is complete, and was compared: it is called ` +
            `${(0,quoted/* quoted */.T)(scratch)}. Rename it to ${(0,quoted/* quoted */.T)(database)} by hand, or drop it and restore again.`, { cause: error });
    }
}
/** All at once: at no time is there no database of that name, or a wrong one. */
async function nameInOneGo({ choices, dump }, session, { scratch, database, aside, properties }) {
    const owner = dump.record.restore['owner'];
    const statements = [(0,sql/* sql */.ll) `BEGIN`];
    if (aside !== null) {
        const row = await session.row((0,sql/* sql */.ll) `SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = ${(0,sql/* literal */.eu)((0,bytestring.fromText)(database))}`, 1);
        if (row !== null)
            statements.push((0,sql/* sql */.ll) `ALTER DATABASE ${restore_name(scratch)} OWNER TO ${(0,sql/* identifier */.Cv)(row[0])}`);
        statements.push((0,sql/* sql */.ll) `ALTER DATABASE ${restore_name(database)} RENAME TO ${restore_name(aside)}`);
    }
    else if (choices.owner && owner !== undefined && owner !== '') {
        statements.push((0,sql/* sql */.ll) `ALTER DATABASE ${restore_name(scratch)} OWNER TO ${restore_name(owner)}`);
    }
    statements.push((0,sql/* sql */.ll) `ALTER DATABASE ${restore_name(scratch)} RENAME TO ${restore_name(database)}`);
    if (properties !== null)
        statements.push(...(0,postgresql_properties/* propertyStatements */.CV)(properties, database));
    await session.run(statements.join(';\n'));
    if (properties !== null)
        await requireProperties(session, properties, database);
    await session.run((0,sql/* sql */.ll) `COMMIT`);
}
async function requireProperties(session, was, database) {
    const row = await session.row((0,sql/* sql */.ll) `SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = ${(0,sql/* literal */.eu)((0,bytestring.fromText)(database))}`, 1);
    // It may belong to another one now, whose rights go without saying.
    const grants = was.grants?.filter(({ grantee }) => grantee === '' || (0,bytestring.fromText)(grantee) !== row?.[0]) ?? null;
    const different = (0,postgresql_properties/* differingProperties */.cY)({ ...was, grants }, await (0,postgresql_properties/* readProperties */.Qh)(session, database));
    if (different.length === 0)
        return;
    throw new errors/* HoldfastError */.E('restore-mismatch', `the server keeps other ${different.join(', ')} of the database than it was given.`);
}
function restore_name(text) {
    return (0,sql/* identifier */.Cv)((0,bytestring.fromText)(text));
}
const EMPTY = '';


/***/ }),

/***/ 39929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ rowHashOf),
/* harmony export */   Ej: () => (/* binding */ readColumns),
/* harmony export */   d8: () => (/* binding */ checksumText),
/* harmony export */   rG: () => (/* binding */ rowHash),
/* harmony export */   vf: () => (/* binding */ SUMS)
/* harmony export */ });
/* harmony import */ var _pin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10843);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34940);


const SHA256 = 'sha256 ';
/** The one by which a manifest's checksums were made; null for what this version doesn't know. */
function rowHashOf(checksum) {
    if (/^[0-9a-f]{32}$/.test(checksum))
        return 'md5';
    return checksum.startsWith(SHA256) && /^[0-9a-f]{32}$/.test(checksum.slice(SHA256.length))
        ? 'sha256'
        : null;
}
/** The checksum as a manifest has it. */
function checksumText(hash, digits) {
    return hash === 'md5' ? digits : `${SHA256}${digits}`;
}
/**
 * Types of which a value has one binary form only, whatever became of it and wherever it was restored. Others go in as their text:
 * floats, of which there is more than one NaN; arrays, which may keep the place of a NULL that is gone; enums, domains and all that
 * somebody has made, whose OIDs are each server's own.
 */
const BINARY_TYPES = [
    ...['bool', 'bytea', 'int2', 'int4', 'int8', 'oid', 'numeric', 'uuid'],
    ...['name', 'text', 'varchar', 'bpchar', 'json', 'jsonb'],
    ...['date', 'time', 'timestamp', 'timestamptz'],
];
/** The columns of all tables, by the table's OID, in their order. */
async function readColumns(session) {
    const binary = BINARY_TYPES.map((name) => `'pg_catalog.${name}'::regtype`).join(', ');
    const rows = await session.query((0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT a.attrelid, a.attname, CASE WHEN a.atttypid IN (${binary}) THEN 'binary' ELSE 'text' END
      FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind = 'r' AND c.relpersistence <> 't'
      AND ${_pin_js__WEBPACK_IMPORTED_MODULE_1__/* .OWN_NAMESPACE */ .Bl} AND ${(0,_pin_js__WEBPACK_IMPORTED_MODULE_1__/* .notOfExtension */ .KG)('c', 'pg_class')}
      ORDER BY a.attrelid, a.attnum`, 3);
    const columns = new Map();
    for (const [oid = '', name = '', how] of rows) {
        const list = columns.get(oid) ?? [];
        list.push({ name: name, isBinary: how === 'binary' });
        columns.set(oid, list);
    }
    return columns;
}
/**
 * The hash of the row `x` as SQL: 32 hex digits, or bytes of which the first 16 count. NULL is none of the empty values in either.
 * Texts are hashed as UTF-8, whatever the database's encoding is: the session's is that.
 */
function rowHash(hash, columns, encoding) {
    if (hash === 'md5')
        return (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `md5(${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesOf */ .$$)((0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `ROW(x.*)::text`, encoding)})`;
    const fields = columns.map(({ name, isBinary }) => {
        const field = (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `x.${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .identifier */ .Cv)(name)}`;
        return isBinary ? field : (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `ROW(${field})::text`;
    });
    return (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `sha256(record_send(ROW(${fields.join(', ')})))`;
}
/**
 * The sum of eight bytes of `h`, as a number of 64 bits: that of each byte, put together at the end. What a byte is costs the server half
 * of what it takes to read a number from its hex digits, and that was a tenth of all that a checksum takes.
 */
function sumFrom(first) {
    const parts = Array.from({ length: 8 }, (_, i) => `sum(get_byte(h, ${first + i}))::numeric * ${256n ** BigInt(7 - i)}`);
    return `coalesce(${parts.join(' + ')}, 0)`;
}
/** Two sums over the hashes `h`, of which 64 bits each count: unlike XOR they count a row that stands twice. */
const SUMS = {
    md5: `coalesce(sum(('x' || substr(h, 1, 16))::bit(64)::bigint), 0), coalesce(sum(('x' || substr(h, 17))::bit(64)::bigint), 0)`,
    sha256: `${sumFrom(0)}, ${sumFrom(8)}`,
};


/***/ }),

/***/ 26337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LS: () => (/* binding */ readSchemaDigests),
/* harmony export */   VH: () => (/* binding */ OWNERS_AND_GRANTS),
/* harmony export */   fQ: () => (/* binding */ OBJECTS)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _pin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10843);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34940);



/** The digest of what there is, by name and kind: the same after every restore, whatever the server's version. */
const OBJECTS = 'objects';
/** Differ when a restore leaves owners and rights out, as asked. */
const OWNERS_AND_GRANTS = ['owners', 'grants'];
const RELATION = "format('%I.%I', n.nspname, c.relname)";
const RELATIONS = `pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace`;
const OWN_RELATION = (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `${_pin_js__WEBPACK_IMPORTED_MODULE_1__/* .OWN_NAMESPACE */ .Bl} AND c.relpersistence <> 't' AND ${(0,_pin_js__WEBPACK_IMPORTED_MODULE_1__/* .notOfExtension */ .KG)('c', 'pg_class')}`;
const ROUTINES = (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
  WHERE ${_pin_js__WEBPACK_IMPORTED_MODULE_1__/* .OWN_NAMESPACE */ .Bl} AND ${(0,_pin_js__WEBPACK_IMPORTED_MODULE_1__/* .notOfExtension */ .KG)('p', 'pg_proc')}`;
const TYPES = (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `pg_type AS t JOIN pg_namespace AS n ON n.oid = t.typnamespace
  WHERE t.typtype IN ('e', 'd', 'r') AND ${_pin_js__WEBPACK_IMPORTED_MODULE_1__/* .OWN_NAMESPACE */ .Bl} AND ${(0,_pin_js__WEBPACK_IMPORTED_MODULE_1__/* .notOfExtension */ .KG)('t', 'pg_type')}`;
const ROUTINE = "format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid))";
/** Of each kind a query that gives a line per object, in which everything is qualified: search_path is pg_catalog. */
const LINES = {
    [OBJECTS]: (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `
    SELECT c.relkind::text || ' ' || ${RELATION} FROM ${RELATIONS} WHERE c.relkind <> 't' AND ${OWN_RELATION}
    UNION ALL SELECT 'column ' || ${RELATION} || format(' %I', a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
      FROM pg_attribute AS a JOIN ${RELATIONS} ON c.oid = a.attrelid
      WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND ${OWN_RELATION}
    UNION ALL SELECT 'routine ' || ${ROUTINE} FROM ${ROUTINES}
    UNION ALL SELECT 'type ' || format('%I.%I', n.nspname, t.typname) FROM ${TYPES}
    UNION ALL SELECT 'trigger ' || ${RELATION} || format(' %I', g.tgname)
      FROM pg_trigger AS g JOIN ${RELATIONS} ON c.oid = g.tgrelid WHERE NOT g.tgisinternal AND ${OWN_RELATION}
    UNION ALL SELECT 'extension ' || extname FROM pg_extension`,
    columns: (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT concat_ws(' ', ${RELATION}, format('%I', a.attname), format_type(a.atttypid, a.atttypmod),
      a.attnotnull, a.attidentity, to_jsonb(a)->>'attgenerated', pg_get_expr(b.adbin, b.adrelid))
    FROM pg_attribute AS a JOIN ${RELATIONS} ON c.oid = a.attrelid
    LEFT JOIN pg_attrdef AS b ON b.adrelid = a.attrelid AND b.adnum = a.attnum
    WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f', 'c') AND ${OWN_RELATION}`,
    constraints: (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT concat_ws(' ', ${RELATION}, format('%I', o.conname), pg_get_constraintdef(o.oid))
    FROM pg_constraint AS o JOIN ${RELATIONS} ON c.oid = o.conrelid WHERE o.contype <> 'n' AND ${OWN_RELATION}`,
    indexes: (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT pg_get_indexdef(c.oid) FROM ${RELATIONS} WHERE c.relkind IN ('i', 'I') AND ${OWN_RELATION}`,
    partitions: (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT concat_ws(' ', ${RELATION}, pg_get_partkeydef(c.oid), pg_get_expr(c.relpartbound, c.oid))
    FROM ${RELATIONS} WHERE (c.relkind = 'p' OR c.relispartition) AND c.relkind IN ('r', 'p', 'f') AND ${OWN_RELATION}`,
    views: (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT concat_ws(' ', ${RELATION}, pg_get_viewdef(c.oid)) FROM ${RELATIONS}
    WHERE c.relkind IN ('v', 'm') AND ${OWN_RELATION}`,
    routines: (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT concat_ws(' ', ${ROUTINE}, pg_get_function_result(p.oid), p.provolatile, p.proisstrict,
      p.prosecdef, p.prosrc, (SELECT lanname FROM pg_language AS l WHERE l.oid = p.prolang)) FROM ${ROUTINES}`,
    triggers: (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT concat_ws(' ', pg_get_triggerdef(g.oid), g.tgenabled) FROM pg_trigger AS g JOIN ${RELATIONS} ON c.oid = g.tgrelid
    WHERE NOT g.tgisinternal AND ${OWN_RELATION}`,
    types: (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT concat_ws(' ', format('%I.%I', n.nspname, t.typname), t.typtype, format_type(t.typbasetype, t.typtypmod), t.typdefault,
      (SELECT string_agg(quote_literal(e.enumlabel), ',' ORDER BY e.enumsortorder) FROM pg_enum AS e WHERE e.enumtypid = t.oid),
      (SELECT string_agg(pg_get_constraintdef(o.oid), ',' ORDER BY o.conname) FROM pg_constraint AS o WHERE o.contypid = t.oid))
    FROM ${TYPES}`,
    sequences: (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT concat_ws(' ', ${RELATION}, format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmax, s.seqmin,
      s.seqcache, s.seqcycle) FROM pg_sequence AS s JOIN ${RELATIONS} ON c.oid = s.seqrelid WHERE ${OWN_RELATION}`,
    policies: (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT concat_ws(' ', format('%I.%I', schemaname, tablename), policyname, permissive, roles::text, cmd, qual, with_check)
    FROM pg_policies UNION ALL SELECT concat_ws(' ', ${RELATION}, c.relrowsecurity, c.relforcerowsecurity) FROM ${RELATIONS}
    WHERE c.relrowsecurity AND ${OWN_RELATION}`,
    owners: (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT concat_ws(' ', ${RELATION}, pg_get_userbyid(c.relowner)) FROM ${RELATIONS}
    WHERE c.relkind NOT IN ('i', 'I', 't') AND ${OWN_RELATION}
    UNION ALL SELECT concat_ws(' ', ${ROUTINE}, pg_get_userbyid(p.proowner)) FROM ${ROUTINES}
    UNION ALL SELECT concat_ws(' ', n.nspname, pg_get_userbyid(n.nspowner)) FROM pg_namespace AS n
      WHERE ${_pin_js__WEBPACK_IMPORTED_MODULE_1__/* .OWN_NAMESPACE */ .Bl} AND n.nspname <> 'public'`,
    grants: (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT concat_ws(' ', ${RELATION}, CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(x.grantee) END,
      x.privilege_type, x.is_grantable)
    FROM ${RELATIONS}, aclexplode(coalesce(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner))) AS x
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND ${OWN_RELATION}`,
};
/** A digest of the definitions of each kind. */
async function readSchemaDigests(session, encoding) {
    const digests = {};
    for (const [kind, lines] of Object.entries(LINES)) {
        const row = await session.row((0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .sql */ .ll) `SELECT count(*) || ' ' || md5(coalesce(string_agg(h, '' ORDER BY h COLLATE "C"), ''))
        FROM (SELECT md5(${(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesOf */ .$$)('line', encoding)}) AS h FROM (${lines}) AS q(line)) AS hashes`, 1);
        digests[kind] = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(row?.[0] ?? '');
    }
    return digests;
}


/***/ }),

/***/ 48334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   selectPostgresql: () => (/* binding */ selectPostgresql)
/* harmony export */ });
/* harmony import */ var _selected_rows_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76492);
/* harmony import */ var _tool_output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36297);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23464);
/* harmony import */ var _choices_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1748);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82996);





/**
 * A database's owner may have put a schema before the server's own, with functions and operators of the same names: they would run as
 * whoever asks. What isn't named comes first.
 */
const CATALOG_FIRST = `DO $$BEGIN PERFORM pg_catalog.set_config('search_path', coalesce((
  SELECT pg_catalog.string_agg(pg_catalog.quote_ident(s), ',') FROM pg_catalog.unnest(pg_catalog.current_schemas(false)) AS s
  WHERE s OPERATOR(pg_catalog.<>) 'pg_catalog'::pg_catalog.name), ''), false); END$$;`;
/**
 * The rows of a SELECT (UTF-8), by COPY: neither server nor client gathers them first. NULL is the text `N`; the session can
 * write nothing. @throws HoldfastError command-failed.
 */
function selectPostgresql(host, { access, database }, statement, signal) {
    const args = ['-X', '-q', '-w', '-v', 'ON_ERROR_STOP=1', '-f', '-'];
    const variables = { PGCLIENTENCODING: 'UTF8', PGOPTIONS: '-c default_transaction_read_only=on' };
    const { script, input } = (0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .psqlCall */ .Pn)(access, args, {
        database: database ?? _choices_js__WEBPACK_IMPORTED_MODULE_1__/* .MAINTENANCE_DATABASE */ .i,
        variables,
    });
    const copy = Buffer.from(`${CATALOG_FIRST}\nCOPY (\n${statement}\n) TO STDOUT;\n`, 'utf8');
    const messages = new _tool_output_js__WEBPACK_IMPORTED_MODULE_2__/* .ToolMessages */ .D4([access.password ?? '']);
    return (0,_selected_rows_js__WEBPACK_IMPORTED_MODULE_3__/* .selectedRows */ .v)(host, {
        client: 'psql',
        script,
        input: Buffer.concat([input, copy]),
        messages,
        advice: _session_js__WEBPACK_IMPORTED_MODULE_4__/* .SESSION_ADVICE */ .uW,
        signal,
    });
}


/***/ }),

/***/ 82996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OQ: () => (/* binding */ OWN_NAMES_ALONE),
/* harmony export */   fA: () => (/* binding */ openSession),
/* harmony export */   q3: () => (/* binding */ openPatientSession),
/* harmony export */   uW: () => (/* binding */ SESSION_ADVICE)
/* harmony export */ });
/* unused harmony export PsqlSession */
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _client_session_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(15159);
/* harmony import */ var _connection_advice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93646);
/* harmony import */ var _tool_output_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36297);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23464);
/* harmony import */ var _inert_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3332);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34940);







/**
 * Rows without decoration, in which a NUL ends each field: no value and no name can hold one. The first error ends it.
 */
const PSQL_ARGS = ['-X', '-q', '-A', '-t', '-z', '-0', '-w', '-v', 'ON_ERROR_STOP=1', '-f', '-'];
/** What to do where `psql` can't get in. */
const SESSION_ADVICE = (0,_connection_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .adviceBy */ .mU)([
    [/psql is not/, ''],
    _connection_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .LOCKS_ADVICE */ .Sg,
    [/password authentication failed|no password supplied/, _connection_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .PASSWORD_ADVICE */ .dO],
    [
        /(Peer|Ident) authentication failed|FATAL: {2}role "/,
        'Name the right user in the URL; where the server asks which account of the host comes, run the tools as that: ?as=postgres.',
    ],
    [/no pg_hba\.conf entry/, 'Let this user in from there: pg_hba.conf.'],
    [/FATAL: {2}database ".*" does not exist/, 'Look at the name: `psql -l` lists the databases.'],
    [/permission denied for database/, 'Grant the user CONNECT on it.'],
]);
const PROTOCOL = {
    server: 'PostgreSQL',
    client: 'psql',
    separator: 0,
    question: (statements, marker) => (0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `${textFor(statements)}SELECT ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(marker)};\n`,
    answerOf: (marker) => marker,
    advice: SESSION_ADVICE,
};
/** Names are a server's own, and so is what psql takes for their end: by the encoding and the settings that the server tells it. */
function textFor(statements) {
    return (0,_inert_js__WEBPACK_IMPORTED_MODULE_2__/* .isClear */ .O)(statements) ? (0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `${statements};\n` : (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromBytes)(Buffer.concat([...(0,_inert_js__WEBPACK_IMPORTED_MODULE_2__/* .inertLine */ .F)(statements)]));
}
/** Temporary things come last: else one that is called as a catalog would come first. */
const OWN_NAMES_ALONE = 'pg_catalog, pg_temp';
/** One connection to a server through `psql` on a host. */
class PsqlSession {
    #session;
    constructor(session) {
        this.#session = session;
    }
    /** Starts one; whether it can connect, the first question tells. @throws what `Host.start` throws. */
    static async start(host, options) {
        const { access, database, signal } = options;
        const call = (0,_access_js__WEBPACK_IMPORTED_MODULE_4__/* .psqlCall */ .Pn)(access, PSQL_ARGS, { database, variables: { PGCLIENTENCODING: 'UTF8' } });
        const messages = new _tool_output_js__WEBPACK_IMPORTED_MODULE_5__/* .ToolMessages */ .D4([access.password ?? '']);
        return new PsqlSession(await _client_session_js__WEBPACK_IMPORTED_MODULE_6__/* .ClientSession */ .e.start(host, PROTOCOL, { ...call, messages, signal }));
    }
    /**
     * Runs `statements` and gives the rows of what they select, each of `columns` fields; NULL is an empty one.
     * @throws HoldfastError command-failed with psql's own words; the session is over then.
     */
    async query(statements, columns) {
        const rows = (0,_client_session_js__WEBPACK_IMPORTED_MODULE_6__/* .rowsOf */ .R)(await this.#session.ask(statements), columns);
        if (rows === null)
            throw this.#session.unexpected('an answer has other columns than expected');
        return rows;
    }
    /** The one row, or null when there is none. */
    async row(statements, columns) {
        return (await this.query(statements, columns))[0] ?? null;
    }
    /** Runs what selects nothing. */
    async run(statements) {
        await this.query(statements, 1);
    }
    /** What a COPY … TO STDOUT prints, as it comes. */
    copy(statement, onBytes) {
        return this.#session.askBytes(statement, onBytes);
    }
    /** As `ClientSession.close`. */
    close() {
        return this.#session.close();
    }
}
/**
 * As `openSession`, and connected. What it is asked may take its time, and its names are the server's own, whatever the database, the user or
 * the server says of that: the owner of a database chooses where names are looked for in it, and else whoever may make things in `public`.
 */
async function openPatientSession(host, access, database, signal) {
    const session = await openSession(host, access, database, signal);
    try {
        await session.run((0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .sql */ .ll) `SET statement_timeout = 0; SET search_path = ${OWN_NAMES_ALONE}`);
        return session;
    }
    catch (error) {
        await session.close();
        throw error;
    }
}
/** As `PsqlSession.start`. */
function openSession(host, access, database, signal) {
    return PsqlSession.start(host, { access, database, signal });
}


/***/ }),

/***/ 34940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   Cv: () => (/* binding */ identifier),
/* harmony export */   OL: () => (/* binding */ qualifiedName),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   ll: () => (/* binding */ sql)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/**
 * `name` as an identifier of PostgreSQL, whatever bytes it holds. Nothing else in this room may quote one.
 * @throws HoldfastError bad-input for NUL, which no identifier holds, and for an empty one.
 */
function identifier(name) {
    return `"${checked(name, 'identifier').replaceAll('"', '""')}"`;
}
/**
 * `text` as a string literal, whatever `standard_conforming_strings` says. Nothing else in this room may quote one.
 * @throws HoldfastError bad-input for NUL.
 */
function literal(text) {
    const quoted = checked(`${text} `, 'literal').slice(0, -1).replaceAll("'", "''");
    if (!quoted.includes('\\'))
        return `'${quoted}'`;
    return ` E'${quoted.replaceAll('\\', '\\\\')}'`;
}
/** SQL of ours, of identifiers and literals: nothing else is put in. */
function sql(parts, ...values) {
    return String.raw({ raw: parts.map(_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText) }, ...values);
}
/** As PostgreSQL shows a name: quoted only where it needs to be. Ready to show. */
function qualifiedName(schema, name) {
    return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.display)(`${plainOrQuoted(schema)}.${plainOrQuoted(name)}`);
}
function plainOrQuoted(name) {
    return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : identifier(name);
}
function checked(text, kind) {
    if (text !== '' && !text.includes('\0'))
        return text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot write ${JSON.stringify(text)} as a PostgreSQL ${kind}: it is empty or holds a NUL, which none can hold.`);
}
/**
 * Text as bytes that are the same whatever the database's encoding is. In a row's text NULL is nothing and an empty string
 * is `""`. What is of no encoding stays as it is.
 */
function bytesOf(expression, encoding) {
    return encoding === 'SQL_ASCII'
        ? sql `convert_to(${expression}, 'SQL_ASCII')`
        : sql `convert_to(${expression}, 'UTF8')`;
}


/***/ }),

/***/ 92187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ findTool)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52871);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28976);




/** Where packages keep the tools of one major version. */
const VERSION_FOLDERS = [
    '/usr/lib/postgresql/MAJOR/bin',
    '/usr/pgsql-MAJOR/bin',
    '/usr/local/pgsql-MAJOR/bin',
    '/usr/lib/postgresqlMAJOR/bin',
    '/opt/homebrew/opt/postgresql@MAJOR/bin',
];
/**
 * The tool of the server's own version, else the one on PATH: what it writes, that version's server reads back.
 *
 * @param folder The only place to look, where the user names one.
 * @throws HoldfastError host-unsupported if there is none, or if it is older than the server: such a one would leave out
 *   what it doesn't know, or refuse half-way.
 */
async function findTool(host, name, options) {
    const { serverMajor, folder, signal } = options;
    const folders = folder === null ? VERSION_FOLDERS.map((f) => f.replace('MAJOR', String(serverMajor))) : [folder];
    const candidates = folders.map((f) => (0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(`${f}/${name}`)));
    const script = `for t in ${candidates.join(' ')}${folder === null ? ` "$(command -v ${name})"` : ''}; do ` +
        '[ -x "$t" ] && printf \'%s\\0\' "$t" && exec "$t" --version; done; exit 127';
    const { stdout, exit } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_2__/* .runToEnd */ .cd)(host, script, { signal });
    const end = stdout.indexOf(0);
    const path = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromBytes)(stdout.subarray(0, Math.max(0, end)));
    const said = stdout
        .subarray(end + 1)
        .toString('latin1')
        .trim();
    const major = Number(/\(PostgreSQL\) (\d+)/.exec(said)?.[1] ?? Number.NaN);
    if (end < 0 || Number.isNaN(major)) {
        const where = folder === null ? 'in the usual places or on PATH' : `in ${JSON.stringify(folder)}`;
        const status = 'code' in exit ? exit.code : exit.signal;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('host-unsupported', `Cannot find ${name} on "${host.name}": none that works is ${where} (${status}), expected that of PostgreSQL ` +
            `${serverMajor}. Install the server's client package there, or name its folder: ?bin=/folder.`);
    }
    const version = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(said));
    if (major < serverMajor) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('host-unsupported', `Cannot use "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(path)}" on "${host.name}": it is ${version}, expected version ${serverMajor} or newer as the ` +
            'server’s. Install the client of the server’s version there, or name its folder: ?bin=/folder.');
    }
    return { path: Buffer.from(path, 'latin1').toString('utf8'), version, major };
}


/***/ }),

/***/ 65899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ lossIn)
/* harmony export */ });
/**
 * What pg_dump says when it leaves something out, or writes what can't be restored, and exits 0 all the same. Source: the
 * warnings in src/bin/pg_dump/{pg_dump,pg_dumpall,common,pg_backup_db}.c of PostgreSQL 11 to 17. That foreign keys go in
 * circles, say, is no loss;
 * nor is what the server says at each connection of a collation's version ("has no actual collation version, but a version was recorded").
 */
const LOSS = /warning: (?!.*collation version).*(not dumped|ignor|skip|appears to be invalid|bogus|could not|unrecognized|invalid|missing|has no)/i;
/** The first warning that means loss, or null. */
function lossIn(lines) {
    return lines.find((line) => LOSS.test(line)) ?? null;
}


/***/ }),

/***/ 25065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ quoted)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);

/** A name that came from a server, a repository or a user, in quotes and ready to show. */
function quoted(name) {
    return `"${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.displayText)(name)}"`;
}


/***/ }),

/***/ 3346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ findClient),
/* harmony export */   Pj: () => (/* binding */ askServer),
/* harmony export */   YL: () => (/* binding */ parseInfo),
/* harmony export */   w: () => (/* binding */ clientCall)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19473);
/* harmony import */ var _hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62585);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52871);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28976);
/* harmony import */ var _connection_advice_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93646);
/* harmony import */ var _tool_output_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36297);







const NAMES = ['redis-cli', 'valkey-cli', 'keydb-cli'];
/** @throws HoldfastError host-unsupported without one. */
async function findClient(host, { toolFolder: folder }, signal) {
    const candidates = NAMES.map((name) => folder === null ? `"$(command -v ${name})"` : (0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(`${folder}/${name}`)));
    const script = `for t in ${candidates.join(' ')}; do [ -x "$t" ] && printf '%s\\0' "$t" && exec "$t" --version; done; exit 127`;
    const { stdout, exit } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_2__/* .runToEnd */ .cd)(host, script, { signal });
    const end = stdout.indexOf(0);
    if (end < 0 || !(0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_3__/* .isSuccess */ .o)(exit)) {
        const where = folder === null ? 'on PATH' : `in ${JSON.stringify(folder)}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('host-unsupported', `Cannot find ${NAMES.join(' or ')} on "${host.name}": none that works is ${where}. Install the server's tools there ` +
            '(the package redis-tools, or valkey), or name their folder: ?bin=/folder.');
    }
    const said = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromBytes)(stdout.subarray(end + 1)).trim();
    return { path: stdout.toString('utf8', 0, end), version: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(said.slice(0, 100)) };
}
/** The password goes over stdin into the client's own variable: no command line and no file has it. */
function clientCall(choices, client, args) {
    const { host, port, socket, user, password, tls, tlsCa } = choices;
    const connection = [
        ...(host === null ? [] : ['-h', host]),
        ...(port === null ? [] : ['-p', port]),
        ...(socket === null ? [] : ['-s', socket]),
        ...(user === null ? [] : ['--user', user]),
        ...(tls ? ['--tls'] : []),
        ...(tlsCa === null ? [] : ['--cacert', tlsCa]),
        '--no-auth-warning',
    ];
    const setup = password === null
        ? ''
        : 'IFS= read -r REDISCLI_AUTH || exit 1\nVALKEYCLI_AUTH=$REDISCLI_AUTH\nexport REDISCLI_AUTH VALKEYCLI_AUTH\n';
    return {
        script: `${setup}exec ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteAll */ ._)([client.path, ...connection, ...args].map(_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText))}`,
        input: password === null ? Buffer.alloc(0) : Buffer.from(`${password}\n`, 'utf8'),
    };
}
const ADVICE = (0,_connection_advice_js__WEBPACK_IMPORTED_MODULE_5__/* .adviceBy */ .mU)([
    [/NOAUTH|WRONGPASS|AUTH failed/, _connection_advice_js__WEBPACK_IMPORTED_MODULE_5__/* .PASSWORD_ADVICE */ .dO],
    [/NOPERM/, 'Give the user the right to: ACL SETUSER.'],
]);
const ANSWER_LIMIT_BYTES = 16 * 1024 * 1024;
/** What a command answers. @throws HoldfastError dump-failed with the server's own words. */
async function askServer(host, choices, { client, command, signal }) {
    const { script, input } = clientCall(choices, client, command);
    const output = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_2__/* .runToEnd */ .cd)(host, script, { stdin: input, limitBytes: ANSWER_LIMIT_BYTES, signal });
    const answer = output.stdout.toString('utf8');
    // The client ends well when the server answers an error.
    const refusal = /^(NOAUTH|WRONGPASS|NOPERM|ERR|LOADING|MASTERDOWN|AUTH failed)\b.*/.exec(answer)?.[0];
    if ((0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_3__/* .isSuccess */ .o)(output.exit) &&
        refusal === undefined &&
        !/AUTH failed/.test(output.stderr.toString('latin1')))
        return answer;
    const messages = new _tool_output_js__WEBPACK_IMPORTED_MODULE_6__/* .ToolMessages */ .D4([choices.password ?? '']).addAll(output.stderr);
    if (refusal !== undefined)
        messages.add((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(refusal));
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('dump-failed', `Cannot ask Redis on "${host.name}": the client ${(0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_3__/* .endedWith */ .t)(output.exit)}${messages.shown}, expected an answer to ${command[0]}.` +
        ADVICE(messages.shown));
}
function parseInfo(text) {
    const fields = new Map(text.split(/\r?\n/).map((line) => [line.split(':', 1)[0] ?? '', line.slice(line.indexOf(':') + 1)]));
    const valkey = fields.get('valkey_version');
    const version = valkey === undefined ? `Redis ${fields.get('redis_version') ?? '?'}` : `Valkey ${valkey}`;
    const counts = [...fields].flatMap(([name, value]) => {
        const [, keys, expires] = /^keys=(\d+),expires=(\d+)/.exec(value) ?? [];
        return /^db\d+$/.test(name) && keys !== undefined
            ? [[name, { keys: Number(keys), expires: Number(expires) }]]
            : [];
    });
    return {
        version: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(version)),
        keyspace: Object.fromEntries(counts),
        isCluster: fields.get('cluster_enabled') === '1',
    };
}


/***/ }),

/***/ 46765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ BrokenRdb),
  C: () => (/* binding */ rdbOf)
});

;// CONCATENATED MODULE: ./build/databases/redis/crc64.js
/** The polynomial of Jones, its bits reversed, as two halves. Source: redis/src/crc64.c. */
const HIGH = 0x95ac9329;
const LOW = 0xac4bc9b5;
const TABLE_HIGH = new Uint32Array(256);
const TABLE_LOW = new Uint32Array(256);
for (let byte = 0; byte < 256; byte++) {
    let high = 0;
    let low = byte;
    for (let bit = 0; bit < 8; bit++) {
        const isSet = (low & 1) === 1;
        low = (low >>> 1) | ((high & 1) << 31);
        high >>>= 1;
        if (isSet) {
            high ^= HIGH;
            low ^= LOW;
        }
    }
    TABLE_HIGH[byte] = high;
    TABLE_LOW[byte] = low;
}
/** CRC-64 as an RDB file ends with, of bytes as they come. */
class Crc64 {
    #high = 0;
    #low = 0;
    update(bytes) {
        let high = this.#high;
        let low = this.#low;
        for (let i = 0; i < bytes.length; i++) {
            const index = (low ^ bytes[i]) & 0xff;
            low = ((low >>> 8) | (high << 24)) ^ TABLE_LOW[index];
            high = (high >>> 8) ^ TABLE_HIGH[index];
        }
        this.#high = high >>> 0;
        this.#low = low >>> 0;
    }
    get value() {
        return (BigInt(this.#high >>> 0) << 32n) | BigInt(this.#low >>> 0);
    }
}

;// CONCATENATED MODULE: ./build/databases/redis/rdb-stream.js

/** A stream that isn't a whole RDB. Its message: ready to show, without a full stop. */
class BrokenRdb extends Error {
    name = 'BrokenRdb';
}
const MAGIC = /^(REDIS|VALKEY)[0-9]{3,4}/;
const MAGIC_BYTES = 10;
const END_OPCODE = 0xff;
const CRC_BYTES = 8;
/** What a server without a disk of its own puts after an RDB, and redis-cli leaves there when it writes to a pipe. */
const MARKER_BYTES = 40;
const MARKER = /^[0-9a-f]{40}$/;
/** Kept back till the end is known: end opcode, CRC, marker. */
const TAIL_BYTES = 1 + CRC_BYTES + MARKER_BYTES;
/**
 * An RDB as it passes, without the transfer's marker behind it. It ends in order only when it begins as an RDB, its end is there
 * and its CRC is right.
 * @throws BrokenRdb.
 */
async function* rdbOf(stream) {
    const crc = new Crc64();
    let held = Buffer.alloc(0);
    let isBegun = false;
    for await (const chunk of stream) {
        held = Buffer.concat([held, chunk]);
        if (!isBegun && held.length >= MAGIC_BYTES) {
            if (!MAGIC.test(held.toString('latin1', 0, MAGIC_BYTES)))
                throw new BrokenRdb('it does not begin as an RDB');
            isBegun = true;
        }
        const ready = held.length - TAIL_BYTES;
        if (ready <= 0)
            continue;
        const part = held.subarray(0, ready);
        held = held.subarray(ready);
        crc.update(part);
        yield part;
    }
    if (!isBegun)
        throw new BrokenRdb('it is shorter than an RDB can be');
    yield endOf(held, crc);
}
/** What of the kept bytes belongs to the RDB. */
function endOf(held, crc) {
    const withoutMarker = held.subarray(0, -MARKER_BYTES);
    if (held.length > MARKER_BYTES && MARKER.test(held.toString('latin1', held.length - MARKER_BYTES))) {
        if (withoutMarker.at(-CRC_BYTES - 1) === END_OPCODE)
            return checked(withoutMarker, crc);
    }
    if (held.at(-CRC_BYTES - 1) !== END_OPCODE)
        throw new BrokenRdb('it lacks its end');
    return checked(held, crc);
}
function checked(end, crc) {
    crc.update(end.subarray(0, -CRC_BYTES));
    const stored = end.readBigUInt64LE(end.length - CRC_BYTES);
    // Zero: the server was told to write none (rdbchecksum no).
    if (stored === 0n || stored === crc.value)
        return end;
    throw new BrokenRdb('its checksum is wrong');
}


/***/ }),

/***/ 46295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreRedis: () => (/* binding */ restoreRedis)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(19473);
/* harmony import */ var _hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(62585);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52871);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(28976);
/* harmony import */ var _dumped_by_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69394);
/* harmony import */ var _fed_tool_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57989);
/* harmony import */ var _in_use_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(11520);
/* harmony import */ var _stamp_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38594);
/* harmony import */ var _tool_output_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(36297);
/* harmony import */ var _work_folder_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(65145);
/* harmony import */ var _rdb_stream_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46765);













/**
 * Puts a dump where a server finds it when it starts: beside its place first, checked as it passes and by `redis-check-rdb` where
 * that is, then in its place. A server that runs doesn't look at it, and writes over it when it stops.
 */
async function restoreRedis(host, { file, toolFolder }, { record, content }, { overwrite }, context) {
    (0,_dumped_by_js__WEBPACK_IMPORTED_MODULE_1__/* .requireDumpedBy */ .I)(['redis'], record, 'as Redis’s');
    if (file === null)
        throw noFile(record.name);
    const aside = `${file}.before-${(0,_stamp_js__WEBPACK_IMPORTED_MODULE_2__/* .stampNow */ .S)()}`;
    const work = `${file}.restore-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}`;
    const names = { file, aside, work, folder: toolFolder };
    const script = restoreScript(names, { overwrite, isRdb: record.format === 'rdb' });
    // An RDB says itself whether it is whole.
    const stdin = record.format === 'rdb' ? (0,_rdb_stream_js__WEBPACK_IMPORTED_MODULE_3__/* .rdbOf */ .C)(content()) : (0,_fed_tool_js__WEBPACK_IMPORTED_MODULE_4__/* .wholeContent */ .bJ)(content(), record);
    const output = await (0,_fed_tool_js__WEBPACK_IMPORTED_MODULE_4__/* .runFed */ .PX)(host, script, { stdin, signal: context.signal }).catch(async (error) => {
        // The shell removes it, unless it was ended too soon for that.
        const late = AbortSignal.timeout(REMOVE_LIMIT_MS);
        await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_5__/* .runToEnd */ .cd)(host, `rm -rf ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_7__.fromText)(work))}`, { signal: late }).catch(() => { });
        throw explained(host, record.name, error);
    });
    const said = output.stdout.toString('latin1').split('\n');
    if (said.includes('in-the-way'))
        throw inTheWay(host, file, overwrite);
    const user = (0,_in_use_js__WEBPACK_IMPORTED_MODULE_8__/* .userIn */ .JU)(output.stdout.toString('latin1'));
    if (user !== null)
        throw inUse(host, file, user);
    if (!(0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_9__/* .isSuccess */ .o)(output.exit)) {
        const messages = new _tool_output_js__WEBPACK_IMPORTED_MODULE_10__/* .ToolMessages */ .D4().addAll(output.stderr);
        throw failure(host, record.name, `the command ${(0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_9__/* .endedWith */ .t)(output.exit)}${messages.shown}, expected exit status 0`);
    }
    if (record.format === 'rdb')
        context.onInfo(`${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_7__.displayText)(file)}: start the server now; with appendonly yes it reads its AOF instead`);
    return {
        database: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_7__.displayText)(file),
        movedAside: said.includes('aside') ? (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_7__.displayText)(aside) : null,
        verified: null,
    };
}
const REMOVE_LIMIT_MS = 5000;
/** As /proc names them. */
const SERVERS = ['redis-server', 'valkey-server', 'keydb-server'];
/** The new file belongs to whom the old one did, else to the folder's owner. */
function restoreScript({ file, aside, work, folder }, { overwrite, isRdb }) {
    const tools = ['redis-check-rdb', 'valkey-check-rdb', 'keydb-check-rdb'].map((name) => folder === null ? `"$(command -v ${name})"` : (0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_7__.fromText)(`${folder}/${name}`)));
    const unlessServed = `p=$(dirname "$f"); u=$(${(0,_in_use_js__WEBPACK_IMPORTED_MODULE_8__/* .whoRunsIn */ .gO)(SERVERS)}); [ -z "$u" ] || { echo "$u"; exit 0; }`;
    const check = `for t in ${tools.join(' ')}; do [ -x "$t" ] || continue; "$t" "$s" >&2 || exit 1; break; done`;
    return `f=${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_7__.fromText)(file))} a=${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_7__.fromText)(aside))} d=${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_7__.fromText)(work))} s=restored
${isRdb ? unlessServed : ''}
if [ -d "$f" ] || { [ -s "$f" ] && ${overwrite ? 'false' : 'true'}; }; then echo in-the-way; exit 0; fi
trap 'rm -rf "$d"' EXIT
trap 'exit 143' HUP INT TERM
{ ${_work_folder_js__WEBPACK_IMPORTED_MODULE_11__/* .MAKE_AND_ENTER */ .AR}; } || exit 1
cat >"$s" || exit 1
${isRdb ? check : ''}
o=$f; [ -e "$o" ] || o=$(dirname "$f")
u=$(stat -L -c %u:%g "$o" 2>/dev/null || stat -L -f %u:%g "$o" 2>/dev/null)
chmod 640 "$s" || exit 1
[ -z "$u" ] || chown "$u" "$s" 2>/dev/null
if [ -e "$f" ]; then mv "$f" "$a" || exit 1; [ ! -s "$a" ] || echo aside; fi
mv -f "$s" "$f" || { mv "$a" "$f"; exit 1; }`;
}
function noFile(name) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_12__/* .HoldfastError */ .E('bad-input', `Cannot restore the dump ${name} into a running Redis: it loads an RDB only when it starts. Ask it for its place (CONFIG GET ` +
        'dir, CONFIG GET dbfilename), stop it, restore into that file (--into redis:/var/lib/redis/dump.rdb), and start it; with ' +
        'appendonly yes start it once with appendonly no, and switch it on again when it has loaded (CONFIG SET appendonly yes).');
}
function inUse(host, file, user) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_12__/* .HoldfastError */ .E('restore-blocked', `Cannot restore ${JSON.stringify(file)} on "${host.name}": ${user} runs in that folder, and would write over it when it stops. Stop it ` +
        'first (--before), and start it afterwards (--after); or restore into another folder.');
}
function inTheWay(host, file, overwrite) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_12__/* .HoldfastError */ .E('restore-blocked', `Cannot restore ${JSON.stringify(file)} on "${host.name}": ${overwrite ? 'it is a folder' : 'it is there'}, expected none. ` +
        'Name another file, or say that it may be renamed aside (--overwrite-database).');
}
function explained(host, name, error) {
    return error instanceof _rdb_stream_js__WEBPACK_IMPORTED_MODULE_3__/* .BrokenRdb */ .O ? failure(host, name, `the RDB is broken: ${error.message}`) : error;
}
function failure(host, name, problem) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_12__/* .HoldfastError */ .E('command-failed', `Cannot restore the dump ${name} on "${host.name}": ${problem}. Nothing of it was kept.`);
}


/***/ }),

/***/ 76492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ selectedRows)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _files_streaming_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23952);
/* harmony import */ var _hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62585);




/** A longer row isn't what was asked for. */
const MAX_ROW_BYTES = 64 * 1024 * 1024;
const NEWLINE = 10;
/**
 * The rows that a client prints, one after the other: however many they are, one is held.
 * @throws HoldfastError command-failed with the client's own words, also once rows have come: then what came is no answer.
 */
async function* selectedRows(host, call) {
    const command = await _files_streaming_command_js__WEBPACK_IMPORTED_MODULE_0__/* .StreamingCommand */ .O.start(host, call.script, {
        input: call.input,
        onErrorLine: (line) => call.messages.add(line),
        signal: call.signal,
    });
    try {
        for await (const line of linesOf(command.output(), call.client, host))
            yield fieldsOf(line);
        const exit = await command.finish();
        if ((0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_1__/* .isSuccess */ .o)(exit))
            return;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('command-failed', `Cannot ask the database on "${host.name}": ${call.client} ${(0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_1__/* .endedWith */ .t)(exit)}${call.messages.shown}, expected exit status 0.` +
            call.advice(call.messages.shown));
    }
    finally {
        await command.end();
    }
}
async function* linesOf(output, client, host) {
    let parts = [];
    let bytes = 0;
    for await (const chunk of output) {
        let from = 0;
        for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
            yield (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromBytes)(Buffer.concat([...parts, chunk.subarray(from, end)]));
            from = end + 1;
            parts = [];
            bytes = 0;
        }
        if (from === chunk.length)
            continue;
        parts.push(Buffer.from(chunk.subarray(from)));
        bytes += chunk.length - from;
        if (bytes > MAX_ROW_BYTES)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('command-failed', `Cannot ask the database on "${host.name}": ${client} prints a row of more than ${MAX_ROW_BYTES} bytes, expected less.`);
    }
    if (bytes > 0)
        yield (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromBytes)(Buffer.concat(parts)); // cut off: the exit status says so
}
const ESCAPES = {
    n: '\n',
    t: '\t',
    r: '\r',
    b: '\b',
    f: '\f',
    v: '\v',
    '0': '\0',
};
/** PostgreSQL's COPY and MySQL's batch mode escape alike, as far as text goes. */
function fieldsOf(line) {
    return line
        .split('\t')
        .map((field) => field.includes('\\')
        ? field.replace(/\\(.)/gs, (_, letter) => ESCAPES[letter] ?? letter)
        : field);
}


/***/ }),

/***/ 31592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compareNow: () => (/* binding */ compareNow)
/* harmony export */ });
/* harmony import */ var _drilled_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26357);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26861);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19410);



/**
 * Compares what is in a file now with what the manifest says was dumped: a restore's verification and a drill's alike.
 * @returns null without a fingerprint to compare with.
 */
async function compareNow(still, { fingerprint: dumped }) {
    if (dumped === null || dumped.fingerprint_version !== _fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .FINGERPRINT_VERSION */ .UZ)
        return null;
    const now = await (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .readFingerprint */ .b)(still, dumped.rows);
    const { file: _, ...values } = dumped.values; // of bytes, which the repository has compared
    const comparison = (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .compareFingerprints */ .tS)({ ...dumped, values }, now);
    const objects = comparison.schemaDifferences.length > 0
        ? ['other tables, indexes, views or triggers than were dumped']
        : [];
    return (0,_drilled_js__WEBPACK_IMPORTED_MODULE_2__/* .findingsOf */ .W)(comparison, { objects });
}


/***/ }),

/***/ 19410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ readFingerprint),
/* harmony export */   h: () => (/* binding */ requireIntact)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26861);
/* harmony import */ var _tool_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70650);





/** Looks a file through: pages, trees, indexes. @throws HoldfastError command-failed with what is wrong. */
async function requireIntact(file, check) {
    if (check === 'none')
        return;
    const lines = await (0,_tool_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(file, (check === 'full' ? 'PRAGMA integrity_check' : 'PRAGMA quick_check'));
    if (lines.length === 1 && lines[0] === 'ok')
        return;
    const [first = 'nothing was answered'] = lines;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('command-failed', `Cannot take the SQLite database as sound: its own check says "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.display)(first).slice(0, 300)}"` +
        `${lines.length > 1 ? ` and ${lines.length - 1} more` : ''}, expected "ok".`);
}
/** What is in a file that nobody writes to. */
async function readFingerprint(file, rows) {
    const encoding = await readEncoding(file);
    const objects = await readObjects(file, encoding);
    const names = objects.filter(isOwnTable).map(({ name }) => name);
    const tables = await readTables(file, { names, rows, encoding });
    const facts = ['page_size', 'page_count', 'encoding', 'journal_mode', 'auto_vacuum'];
    const values = ['user_version', 'application_id'];
    const said = await (0,_tool_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(file, [...facts, ...values].map((name) => `PRAGMA ${name}`).join('; '));
    const entry = (name, i) => [
        name.replace('_', ' '),
        (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.display)(said[i] ?? EMPTY),
    ];
    return {
        fingerprint_version: _fingerprint_js__WEBPACK_IMPORTED_MODULE_4__/* .FINGERPRINT_VERSION */ .UZ,
        tables,
        values: Object.fromEntries(values.map((name, i) => entry(name, i + facts.length))),
        schema: {
            objects: digestOf(objects.map(({ type, name, table, sql }) => [type, name, table, sql].join('\0'))),
        },
        facts: { 'server version': file.tool.version, ...Object.fromEntries(facts.map(entry)) },
        rows,
    };
}
/** What `hex()` gives of a text: its bytes as the file has them. What is asked and answered as text is UTF-8 in any case. */
const ENCODINGS = ['UTF-8', 'UTF-16le', 'UTF-16be'];
async function readEncoding(file) {
    const [said = EMPTY] = await (0,_tool_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(file, 'PRAGMA encoding');
    const encoding = ENCODINGS.find((one) => one === said);
    if (encoding !== undefined)
        return encoding;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('command-failed', `Cannot read the SQLite database: its encoding is ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.display)(said)}, expected UTF-8 or UTF-16.`);
}
function textIn(hex, encoding) {
    const bytes = Buffer.from(hex, 'hex');
    if (encoding === 'UTF-8')
        return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromBytes)(bytes);
    return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromText)((encoding === 'UTF-16le' ? bytes : bytes.swap16()).toString('utf16le'));
}
async function readObjects(file, encoding) {
    const lines = await (0,_tool_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(file, 'SELECT type, hex(name), hex(tbl_name), hex(sql) FROM sqlite_master');
    return lines.map((line) => {
        const [type = '', name = '', table = '', sql = ''] = line.split('|');
        const text = (hex) => textIn(hex, encoding);
        return { type: type, name: text(name), table: text(table), sql: text(sql) };
    });
}
/** A virtual table has no rows of its own: what it keeps is in tables beside it. */
function isOwnTable({ type, sql }) {
    return type === 'table' && !/^create\s+virtual\s/i.test(sql);
}
/** Each question is a process, over SSH a round trip. */
const TABLES_A_QUESTION = 50;
async function readTables(file, { names, rows, encoding }) {
    const columns = rows === 'count' ? null : await readColumns(file, encoding);
    const tables = {};
    for (let from = 0; from < names.length; from += TABLES_A_QUESTION) {
        const some = names.slice(from, from + TABLES_A_QUESTION);
        const questions = some.map((name) => columns === null ? `SELECT count(*) FROM ${identifier(name)}` : sumsOf(name, columns.get(name) ?? []));
        const lines = await (0,_tool_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(file, questions.join(';\n'));
        if (lines.length !== some.length) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('command-failed', `Cannot count the rows of ${some.length} SQLite tables: ${lines.length} answers came.`);
        }
        for (const [i, name] of some.entries()) {
            const [count = '0', ...sums] = (lines[i] ?? '').split('|');
            const checksum = columns === null ? null : sums.map((sum) => modulo(BigInt(sum))).join('');
            tables[shownName(name)] = { rows: Number(count), checksum };
        }
    }
    return tables;
}
/** Of each table those whose values are kept: 2 and 3 are computed. A virtual table's module need not be known here. */
async function readColumns(file, encoding) {
    const lines = await (0,_tool_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(file, `SELECT hex(m.name), hex(x.name) FROM sqlite_master AS m, pragma_table_xinfo(m.name) AS x
      WHERE m.type = 'table' AND m.sql NOT LIKE 'create virtual %' AND x.hidden = 0 ORDER BY m.rowid, x.cid`);
    const columns = new Map();
    for (const line of lines) {
        const [table = EMPTY, name = EMPTY] = line.split('|').map((hex) => textIn(hex, encoding));
        columns.set(table, [...(columns.get(table) ?? []), name]);
    }
    return columns;
}
/** SQLite knows no number of hexadecimal digits: eight at a time are made one by hand. */
const DIGITS_A_SUM = 8;
const SUMS = 4;
/**
 * How many rows, and four sums of 32 bits each, of the first 128 bits of each row's SHA3-256: a row is its columns' values in
 * their order, but for generated ones, each with its type before and a `,` after it; texts and blobs in hexadecimal.
 * The limit, which is none, keeps the hash from being computed for each of its digits.
 */
function sumsOf(table, columns) {
    const values = columns.map((name) => {
        const c = identifier(name);
        return `CASE typeof(${c}) WHEN 'null' THEN 'n' WHEN 'text' THEN 't' || hex(${c}) WHEN 'blob' THEN 'b' || hex(${c})
      WHEN 'real' THEN 'r' || printf('%!.17g', ${c}) ELSE 'i' || ${c} END || ','`;
    });
    const row = values.length === 0 ? "''" : values.join(' || ');
    const digit = (i) => `((instr('0123456789ABCDEF', substr(h, ${i}, 1)) - 1) << ${(7 - ((i - 1) % 8)) * 4})`;
    const sums = Array.from({ length: SUMS }, (_, sum) => {
        const digits = Array.from({ length: DIGITS_A_SUM }, (_, i) => digit(sum * DIGITS_A_SUM + i + 1));
        return `coalesce(sum(${digits.join(' + ')}), 0)`;
    });
    return `SELECT count(*), ${sums.join(', ')} FROM (SELECT hex(sha3(${row}, 256)) AS h FROM ${identifier(table)} LIMIT -1)`;
}
function modulo(sum) {
    return BigInt.asUintN(32, sum).toString(16).padStart(8, '0');
}
function identifier(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
function shownName(name) {
    return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.display)(/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : identifier(name));
}
function digestOf(lines) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const line of [...lines].sort())
        hash.update(`${line.length}:${line}`, 'latin1');
    return `${lines.length} ${hash.digest('hex').slice(0, 32)}`;
}
const EMPTY = '';


/***/ }),

/***/ 72811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restoreSqlite: () => (/* binding */ restoreSqlite)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
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
// EXTERNAL MODULE: ./build/databases/as-dumped.js
var as_dumped = __webpack_require__(27829);
// EXTERNAL MODULE: ./build/databases/dumped-by.js
var dumped_by = __webpack_require__(69394);
// EXTERNAL MODULE: ./build/databases/in-use.js
var in_use = __webpack_require__(11520);
// EXTERNAL MODULE: ./build/databases/quoted.js
var quoted = __webpack_require__(25065);
// EXTERNAL MODULE: ./build/databases/stamp.js
var stamp = __webpack_require__(38594);
// EXTERNAL MODULE: ./build/databases/work-folder.js
var work_folder = __webpack_require__(65145);
;// CONCATENATED MODULE: ./build/databases/sqlite/behind-links.js





const MAX_LINKS = 40;
/**
 * The file that `path` means, where it is a link: what an application opens by it. A file in the link's place would be another one,
 * which the next deployment that makes the link anew leaves behind. As root only links of root are followed, and those that lead to
 * a folder of who made them: whoever may put a link in a folder must not choose what of the host root writes over.
 * @throws HoldfastError restore-blocked for any other link; command-failed.
 */
async function behindLinks(host, path, signal) {
    const what = `look where ${(0,quoted/* quoted */.T)(path)} leads`;
    const { stdout } = await (0,hosts_output/* runSuccessfully */.t7)(host, what, script(path), { signal });
    const [, word, target = ''] = /^(\w+) (.*)\n$/s.exec(stdout.toString('latin1')) ?? [];
    const found = (0,bytestring.toText)(target);
    if (word === 'file' && found !== null)
        return found;
    throw new errors/* HoldfastError */.E('restore-blocked', `Cannot restore the SQLite database ${JSON.stringify(path)} on "${host.name}": it is a link ` +
        (word === 'foreign'
            ? `that somebody else than root made, to ${(0,quoted/* quoted */.T)((0,bytestring.displayText)(found ?? target))}, which isn't in a folder of theirs. If that is what is ` +
                'meant, name it (--into sqlite:/path); else remove the link.'
            : 'that leads to no file, expected a file, or a link to one. Remove it, or name another file (--into sqlite:/path).'));
}
function script(path) {
    return `p=${(0,quote/* quote */.h)((0,bytestring.fromText)(path))} n=0
owner() { set -- $(ls -ldn "$1" 2>/dev/null); echo "$3"; }
while [ -L "$p" ]; do
  n=$((n + 1))
  [ $n -le ${MAX_LINKS} ] || { printf 'loop %s\\n' "$p"; exit 0; }
  t=$(readlink "$p") || exit 1
  case $t in /*) ;; *) t=$(dirname "$p")/$t ;; esac
  if [ "$(id -u)" = 0 ]; then
    o=$(owner "$p")
    [ "$o" = 0 ] || [ "$o" = "$(owner "$(dirname "$t")/.")" ] || { printf 'foreign %s\\n' "$t"; exit 0; }
  fi
  p=$t
done
if [ $n -gt 0 ] && d=$(cd -P "$(dirname "$p")" 2>/dev/null && pwd -P); then p=\${d%/}/$(basename "$p"); fi
printf 'file %s\\n' "$p"`;
}

// EXTERNAL MODULE: ./build/databases/sqlite/compare-now.js
var compare_now = __webpack_require__(31592);
// EXTERNAL MODULE: ./build/databases/sqlite/fingerprint.js
var fingerprint = __webpack_require__(19410);
// EXTERNAL MODULE: ./build/databases/sqlite/tool.js
var sqlite_tool = __webpack_require__(70650);
;// CONCATENATED MODULE: ./build/databases/sqlite/restore.js
















/** In a folder of its own, beside the file that it becomes. */
const STAGED = 'restored';
/**
 * Puts a dump back: into a file beside the one that is meant, which is compared there and gets its name only then. What was there
 * keeps its data under another name, with what its journal or WAL held.
 */
async function restoreSqlite(host, named, dump, { overwrite }, context) {
    (0,dumped_by/* requireDumpedBy */.I)(['sqlite'], dump.record, 'as a SQLite database');
    const choices = { ...named, path: await behindLinks(host, named.path, context.signal) };
    const work = { host, choices, dump, context };
    const tool = await (0,sqlite_tool/* findTool */.SG)(host, choices.toolFolder, context.signal);
    await requireFree(work, overwrite);
    const folder = `${choices.path}.restore-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
    const still = { host, tool, path: `${folder}/${STAGED}`, signal: context.signal };
    try {
        await stage(work, folder);
        const verified = await verify(work, still);
        const movedAside = await swap(work, { folder, tool: tool.path });
        return { database: (0,bytestring.displayText)(choices.path), movedAside, verified };
    }
    catch (error) {
        await remove(work, folder);
        throw error;
    }
}
async function requireFree({ host, choices, context }, overwrite) {
    const script = `p=${(0,quote/* quote */.h)((0,bytestring.fromText)(choices.path))}
if [ -d "$p" ]; then echo folder; elif [ -s "$p" ]; then echo full; fi
[ ! -f "$p" ] || { ${in_use/* WHO_HAS_IT_OPEN */.hI}; }`;
    const { stdout } = await (0,hosts_output/* runToEnd */.cd)(host, script, { signal: context.signal });
    const said = stdout.toString('latin1');
    const problem = inTheWay(said, overwrite);
    if (problem === null)
        return;
    throw new errors/* HoldfastError */.E('restore-blocked', `Cannot restore the SQLite database ${JSON.stringify(choices.path)} on "${host.name}": ${problem}`);
}
/** Whoever has the file open goes on writing into what is renamed aside: what it writes there, nobody reads again. */
function inTheWay(said, overwrite) {
    const state = /^(folder|full)$/m.exec(said)?.[1];
    if (state === 'folder')
        return 'it is a folder, expected a file or nothing.';
    if (state === 'full' && !overwrite)
        return 'there is one, expected none. Name another file, or say that it may be renamed aside (--overwrite-database).';
    const user = (0,in_use/* userIn */.JU)(said);
    return user === null
        ? null
        : `${user} has it open, and would write on into the old one. Stop what uses it (--before, --after).`;
}
/** Its owner is that of the file that it stands for, else of the one that was dumped. */
async function stage({ host, choices, dump, context }, folder) {
    const [, mode = '600', owner = ''] = /^([0-7]{3,4}) ([0-9]+:[0-9]+)$/.exec(dump.record.restore['owner'] ?? '') ?? [];
    const script = `set -e
d=${(0,quote/* quote */.h)((0,bytestring.fromText)(folder))} s=${STAGED} p=${(0,quote/* quote */.h)((0,bytestring.fromText)(choices.path))}
mkdir -p "$(dirname "$p")"
{ ${work_folder/* MAKE_AND_ENTER */.AR}; } || exit 1
cat >"$s"
o=$(stat -L -c '%a %u:%g' "$p" 2>/dev/null || stat -L -f '%Lp %u:%g' "$p" 2>/dev/null || echo ${(0,quote/* quote */.h)((0,bytestring.fromText)(`${mode} ${owner}`))})
chmod "\${o%% *}" "$s"
[ -z "\${o#* }" ] || chown "\${o#* }" "$s" 2>/dev/null || true
wc -c <"$s"`;
    const output = await (0,hosts_output/* runToEnd */.cd)(host, script, {
        stdin: dump.content(),
        hasLargeInput: true,
        signal: context.signal,
    });
    requireSuccess({ host, choices, dump }, output);
    const sizeBytes = Number(output.stdout.toString('latin1').trim());
    if (sizeBytes !== dump.record.size_bytes) {
        throw failed({ host, choices, dump }, `${sizeBytes} bytes of it were written, expected ${dump.record.size_bytes}`);
    }
}
async function verify({ host, choices, dump, context }, still) {
    await (0,fingerprint/* requireIntact */.h)(still, choices.check);
    const found = await (0,compare_now.compareNow)(still, dump.record);
    return (0,as_dumped/* requireAsDumped */.b)(found, { host, database: choices.path, dump, context });
}
/**
 * What the old one's WAL holds goes into its file first: under its new name it has no WAL. Root doesn't open it for that, unless it
 * was named by `as` (`openedAs` in copy.ts says why): WAL and journal move aside with the file, and count for it there. What is left
 * of a file that is gone moves, too: SQLite would play it back into the new one.
 */
async function swap(work, { folder, tool }) {
    const { host, choices, context } = work;
    const aside = `${choices.path}.before-${(0,stamp/* stampNow */.S)()}`;
    const script = `d=${(0,quote/* quote */.h)((0,bytestring.fromText)(folder))} p=${(0,quote/* quote */.h)((0,bytestring.fromText)(choices.path))} a=${(0,quote/* quote */.h)((0,bytestring.fromText)(aside))}
moved=
if [ -s "$p" ]${choices.runAs === null ? ' && [ "$(id -u)" != 0 ]' : ''}; then
  ${(0,quote/* quote */.h)((0,bytestring.fromText)(tool))} ${sqlite_tool/* OWN_FLAGS */.l1} "$p" 'PRAGMA busy_timeout = 5000' 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null 2>&1
fi
for x in -wal -shm -journal; do
  [ -e "$p$x" ] || continue
  mv "$p$x" "$a$x" || exit 1
  moved=1
done
if [ -s "$p" ]; then
  mv "$p" "$a" || exit 1
  moved=1
fi
[ -z "$moved" ] || echo aside
mv -f "$d/${STAGED}" "$p" && { rm -rf "$d"; exit 0; }
[ ! -e "$a" ] || mv "$a" "$p"
exit 1`;
    const output = await (0,hosts_output/* runToEnd */.cd)(host, script, { signal: context.signal });
    requireSuccess(work, output);
    return output.stdout.toString('latin1').includes('aside') ? (0,bytestring.displayText)(aside) : null;
}
async function remove({ host, context }, folder) {
    const signal = AbortSignal.timeout(REMOVE_LIMIT_MS);
    const { exit } = await (0,hosts_output/* runToEnd */.cd)(host, `rm -rf ${(0,quote/* quote */.h)((0,bytestring.fromText)(folder))}`, { signal }).catch(() => ({
        exit: { code: 1 },
    }));
    if (!(0,exit_status/* isSuccess */.o)(exit)) {
        context.onWarning(`The folder ${(0,quoted/* quoted */.T)(folder)} may be left of the restore that failed: remove it.`);
    }
}
const REMOVE_LIMIT_MS = 5000;
function requireSuccess(work, { exit, stderr }) {
    if (!(0,exit_status/* isSuccess */.o)(exit))
        throw failed(work, `the command ${(0,exit_status/* endedWith */.t)(exit)}${(0,sqlite_tool/* wordsOf */.Z9)(stderr)}, expected exit status 0`);
}
function failed({ host, choices, dump }, problem) {
    return new errors/* HoldfastError */.E('command-failed', `Cannot restore the dump ${dump.record.name} as ${(0,quoted/* quoted */.T)(choices.path)} on "${host.name}": ${problem}. Nothing of it was kept.`);
}


/***/ }),

/***/ 54641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withoutARow: () => (/* binding */ withoutARow)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19473);
/* harmony import */ var _hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62585);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52871);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28976);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(25065);
/* harmony import */ var _tool_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70650);








/**
 * Runs `look` on a copy of a file in which a row is missing, of the first table that has one; the copy is removed afterwards.
 * @throws HoldfastError command-failed, also where there is no row.
 */
async function withoutARow(still, look) {
    const { host, path, signal } = still;
    const copy = { ...still, path: `${path}.tampered-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}` };
    const at = (0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(copy.path));
    try {
        await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_3__/* .runSuccessfully */ .t7)(host, 'copy the database', `cp -- ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(path))} ${at}`, { signal });
        return await look(copy, await deleteRow(copy));
    }
    finally {
        await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_3__/* .runToEnd */ .cd)(host, `rm -f -- ${at}`).catch(() => { });
    }
}
const OWN_TABLES = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
  AND sql NOT LIKE 'create virtual%' ORDER BY name`;
/** Without its triggers, where the shell can. A table without row numbers is passed over. @returns the table, ready to show. */
async function deleteRow(copy) {
    const { host, tool, path, signal } = copy;
    for (const name of await (0,_tool_js__WEBPACK_IMPORTED_MODULE_4__/* .ask */ .kA)(copy, OWN_TABLES)) {
        const table = `"${name.replaceAll('"', '""')}"`;
        const statements = `.dbconfig enable_trigger off\nDELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} LIMIT 1);\nSELECT 'deleted', changes();`;
        const script = `exec ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(tool.path)} ${(0,_tool_js__WEBPACK_IMPORTED_MODULE_4__/* .flagsOnNames */ .x5)(tool)} ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(path))}`;
        const { stdout, exit } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_3__/* .runToEnd */ .cd)(host, script, {
            stdin: (0,_tool_js__WEBPACK_IMPORTED_MODULE_4__/* .asInput */ .lv)(host, statements),
            signal,
        });
        if ((0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_5__/* .isSuccess */ .o)(exit) && stdout.toString('latin1').includes('deleted|1'))
            return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(name);
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .HoldfastError */ .E('command-failed', `Cannot tamper with the SQLite database ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_7__/* .quoted */ .T)(path)} on "${host.name}": no table of it has a row that could be deleted, ` +
        'expected one. A drill of an empty database proves nothing.');
}


/***/ }),

/***/ 70650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SG: () => (/* binding */ findTool),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   bO: () => (/* binding */ fileUri),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   l1: () => (/* binding */ OWN_FLAGS),
/* harmony export */   lv: () => (/* binding */ asInput),
/* harmony export */   x5: () => (/* binding */ flagsOnNames)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19473);
/* harmony import */ var _hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62585);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52871);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28976);
/* harmony import */ var _tool_output_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36297);






/** `sha3()` came with the shell of 3.17, `table_xinfo` with 3.26. */
const OLDEST = [3, 26];
const FIRST_SAFE = [3, 37];
/** @throws HoldfastError host-unsupported without one, or for one that is too old. */
async function findTool(host, folder, signal) {
    const candidate = folder === null ? '"$(command -v sqlite3)"' : (0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(`${folder}/sqlite3`));
    const script = `t=${candidate}; [ -x "$t" ] || exit 127; printf '%s\\0' "$t"; exec "$t" -version`;
    const { stdout, exit } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_2__/* .runToEnd */ .cd)(host, script, { signal });
    const end = stdout.indexOf(0);
    const said = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromBytes)(stdout.subarray(end + 1));
    const [, major, minor, patch] = /^(\d+)\.(\d+)(?:\.(\d+))?/.exec(said) ?? [];
    if (end < 0 || !(0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_3__/* .isSuccess */ .o)(exit) || major === undefined) {
        const where = folder === null ? 'on PATH' : `in ${JSON.stringify(folder)}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('host-unsupported', `Cannot find sqlite3 on "${host.name}": none that works is ${where}, expected SQLite's own shell. Install it there (the ` +
            'package sqlite3, or sqlite), or name its folder: ?bin=/folder.');
    }
    const version = `sqlite3 ${[major, minor, patch ?? '0'].join('.')}`;
    const isFrom = ([first, second]) => Number(major) > first || (Number(major) === first && Number(minor) >= second);
    if (!isFrom(OLDEST)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('host-unsupported', `Cannot use sqlite3 on "${host.name}": it is ${version}, expected ${OLDEST.join('.')} or newer. Install a newer one, or ` +
            'name its folder: ?bin=/folder.');
    }
    return { path: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromBytes)(stdout.subarray(0, end)), version, knowsSafe: isFrom(FIRST_SAFE) };
}
/** Nothing that a ~/.sqliterc says; the first error ends it. */
const OWN_FLAGS = '-init /dev/null -batch -bail';
/**
 * A view and all else that a file's schema names may call only what can do no harm: the shell has functions that run programs
 * (`edit`). Before 3.31 SQLite doesn't know that, and heeds it not.
 */
const UNTRUSTED = 'PRAGMA trusted_schema = OFF;\n';
/** Of a shell that is told names out of a file. */
function flagsOnNames({ knowsSafe }) {
    return `-init /dev/null -batch -noheader -list${knowsSafe ? ' -safe' : ''}`;
}
/**
 * What such a shell reads. It drops what stands behind a NUL in a line, also the quote that ends a name: what comes then, another
 * name, would be read as statements, and as commands that run programs. SQLite writes no such name; whoever writes its file can.
 * @throws HoldfastError command-failed.
 */
function asInput(host, statements) {
    if (!statements.includes('\0'))
        return Buffer.from(`${UNTRUSTED}${statements}\n`, 'latin1');
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('command-failed', `Cannot ask SQLite on "${host.name}": a name in the database's schema holds a NUL, expected none, since SQLite never writes one. ` +
        'Somebody wrote the file otherwise: look who can, and what else is in it.');
}
const OUTPUT_LIMIT_BYTES = 256 * 1024 * 1024;
/** As SQLite opens a file in another way than by its name alone. */
function fileUri(path, how) {
    return `file:${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}?${how}`;
}
/** The lines that `statements` print of a file that nobody writes to. @throws HoldfastError command-failed. */
async function ask(file, statements) {
    const { host, tool, signal } = file;
    const script = `exec ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(tool.path)} ${flagsOnNames(tool)} -bail ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(fileUri(file.path, 'immutable=1')))}`;
    const stdin = asInput(host, `${statements};`);
    const { stdout, stderr, exit } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_2__/* .runToEnd */ .cd)(host, script, {
        stdin,
        limitBytes: OUTPUT_LIMIT_BYTES,
        signal,
    });
    if (!(0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_3__/* .isSuccess */ .o)(exit) || stderr.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('command-failed', `Cannot ask SQLite on "${host.name}": sqlite3 ${(0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_3__/* .endedWith */ .t)(exit)}${wordsOf(stderr)}.`);
    }
    return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromBytes)(stdout).split('\n').slice(0, -1);
}
/** `: "first | second"`, ready to show. */
function wordsOf(stderr) {
    const messages = new _tool_output_js__WEBPACK_IMPORTED_MODULE_5__/* .ToolMessages */ .D4().addAll(stderr);
    return messages.shown;
}


/***/ }),

/***/ 38594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ stampNow)
/* harmony export */ });
/** Now, as it stands in names: `20261126T031700Z`. */
function stampNow() {
    return new Date().toISOString().replace(/[-:]|\.\d+/g, '');
}


/***/ }),

/***/ 36297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ ToolMessages),
/* harmony export */   eJ: () => (/* binding */ dumpFailed),
/* harmony export */   sQ: () => (/* binding */ dumpOutput)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _files_streaming_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23952);
/* harmony import */ var _hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62585);




/** Lines of a tool's stderr that are kept: the first, which say what went wrong first, and the last. */
const MAX_FIRST_LINES = 20;
const MAX_LAST_LINES = 20;
/** Of those between the two that mean loss. */
const MAX_LOSS_LINES = 5;
const MAX_LINE_CHARACTERS = 1000;
/** A line that is longer than this is cut before its secrets are looked for. */
const MAX_READ_LINE_BYTES = 64 * 1024;
/** A tool's stderr in bounded memory, ready to show, without the secrets that it was given. Of what says that data is lost, some always stays. */
class ToolMessages {
    #secrets;
    #first = [];
    #losses = [];
    #last = [];
    #isLoss;
    #count = 0;
    /** @param isLoss Whether a line of the tool's means that it left something out. */
    constructor(secrets = [], isLoss = () => false) {
        this.#secrets = secrets.filter((secret) => secret !== '');
        this.#isLoss = isLoss;
    }
    add(line) {
        if (line.trim() === '')
            return;
        this.#count++;
        const shown = this.#masked(line);
        if (this.#first.length < MAX_FIRST_LINES)
            this.#first.push(shown);
        else {
            this.#last.push(shown);
            if (this.#last.length > MAX_LAST_LINES)
                this.#drop(this.#last.shift() ?? '');
        }
    }
    #drop(line) {
        if (this.#losses.length < MAX_LOSS_LINES && this.#isLoss(line))
            this.#losses.push(line);
    }
    /** Every line of what a tool said. */
    addAll(stderr) {
        for (const line of stderr.toString('latin1').split('\n'))
            this.add(line);
        return this;
    }
    /** Every line of what a tool says, as it comes. */
    async read(stderr) {
        let line = '';
        for await (const chunk of stderr) {
            const pieces = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromBytes)(chunk).split('\n');
            line = (line + (pieces.shift() ?? '')).slice(0, MAX_READ_LINE_BYTES);
            for (const piece of pieces) {
                this.add(line);
                line = piece;
            }
        }
        this.add(line);
    }
    get lines() {
        const first = [...this.#first, ...this.#losses];
        const left = this.#count - first.length - this.#last.length;
        return left === 0 ? [...first, ...this.#last] : [...first, `(${left} more lines)`, ...this.#last];
    }
    /** `: "first | second"`, or nothing. */
    get shown() {
        const { lines } = this;
        return lines.length === 0 ? '' : `: "${lines.join(' | ')}"`;
    }
    #masked(line) {
        let text = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toBytes)(line).toString('utf8');
        const isText = !text.includes('\ufffd');
        for (const secret of this.#secrets)
            text = text.replaceAll(secret, '***');
        const safe = isText || text.includes('***') ? text : null;
        return (safe === null ? (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.display)(line) : (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.display)(Buffer.from(safe, 'utf8').toString('latin1'))).slice(0, MAX_LINE_CHARACTERS);
    }
}
/**
 * What a dump command prints. Ends in order only after the command succeeded and printed something; ends the command in
 * any case, also when its reader stops.
 *
 * @throws HoldfastError dump-failed with the command's own words; what the host throws.
 */
async function* dumpOutput(options) {
    const { host, script, input, messages, signal, what, advice = () => '' } = options;
    const onErrorLine = (line) => messages.add(line);
    const command = await _files_streaming_command_js__WEBPACK_IMPORTED_MODULE_1__/* .StreamingCommand */ .O.start(host, script, { input, onErrorLine, signal });
    try {
        let isEmpty = true;
        for await (const chunk of command.output()) {
            isEmpty &&= chunk.length === 0;
            yield chunk;
        }
        const exit = await command.finish();
        if (!(0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_2__/* .isSuccess */ .o)(exit)) {
            const how = `the command ${(0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_2__/* .endedWith */ .t)(exit)}${messages.shown}`;
            throw dumpFailed(what, host, `${how}, expected exit status 0`, advice(messages.shown));
        }
        if (isEmpty)
            throw dumpFailed(what, host, `the command printed nothing${messages.shown}`);
    }
    finally {
        await command.end();
    }
}
/** `problem`: ready to show, without a full stop. `advice`: a space and sentences, or nothing. */
function dumpFailed(what, host, problem, advice = '') {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('dump-failed', `Cannot ${what} on "${host.name}": ${problem}. Nothing of it was kept as a dump.${advice}`);
}


/***/ }),

/***/ 44332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ isOlder)
/* harmony export */ });
/** Whether version `a` comes before `b`, by the numbers that both have: `2.9.1` before `2.10`. What is no number says nothing. */
function isOlder(a, b) {
    const [x = [], y = []] = [a, b].map((version) => version.split(/[.-]/).map(Number));
    for (let i = 0; i < Math.min(x.length, y.length, 3); i++) {
        const [m, n] = [x[i] ?? Number.NaN, y[i] ?? Number.NaN];
        if (m !== n)
            return m < n;
    }
    return false;
}


/***/ }),

/***/ 65145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ MAKE_AND_ENTER),
/* harmony export */   fc: () => (/* binding */ makeFolder),
/* harmony export */   v$: () => (/* binding */ removeFolder)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52871);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28976);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25065);




/** Of a restore much may lie there. */
const REMOVE_LIMIT_MS = 60_000;
/** A cancelled run has little time. */
const REMOVE_WHEN_CANCELLED_MS = 5000;
/** A new folder below `parent`, which nobody else may read; to be removed by `removeFolder`. @throws HoldfastError command-failed. */
async function makeFolder(host, parent, signal) {
    const script = `umask 077; exec mktemp -d ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(`${parent}/holdfast-XXXXXX`))}`;
    const { stdout } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_2__/* .runSuccessfully */ .t7)(host, `make a folder in ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(parent)}`, script, { signal });
    return stdout.toString('utf8').replace(/\n$/, '');
}
/** Removes a folder of ours; `signal` is the run's, whose being aborted doesn't keep it. Never rejects: false if it is left. */
async function removeFolder(host, folder, signal) {
    const limit = AbortSignal.timeout(signal.aborted ? REMOVE_WHEN_CANCELLED_MS : REMOVE_LIMIT_MS);
    const script = `rm -rf -- ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(folder))}`;
    return (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_2__/* .runSuccessfully */ .t7)(host, `remove ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(folder)}`, script, { signal: limit }).then(() => true, () => false);
}
/**
 * Shell that makes the folder `$d`, for us alone, and goes into it; false if that isn't where it is then. Whoever owns the folder
 * around it may put a symlink in the place of anything there at any moment, and so choose what root writes to or gives away: of
 * what is in here, by names without a folder, that isn't so.
 */
const MAKE_AND_ENTER = `mkdir -m 700 "$d" && cd -P "$d" && [ -O . ] && [ -z "$(ls -A .)" ] &&
case "$(ls -ld .)" in drwx------*) ;; *) echo "somebody put another folder in the place of $d" >&2; false;; esac`;


/***/ }),

/***/ 73972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ scriptAs),
/* harmony export */   e: () => (/* binding */ asUser)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28976);
/* harmony import */ var _shell_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9078);



/**
 * `host`, on which every script runs as the account `user`: root becomes it by `runuser`, others by `sudo -n`. The script
 * goes there as every script does, on stdin: no command line shows it. Closing it leaves `host` open.
 *
 * A command that is cancelled is ended as the host ends its own; where the login may not signal `user`'s processes, they
 * end because nobody reads their output any more.
 */
function asUser(host, user) {
    return {
        name: host.name,
        async start(script, options) {
            const command = await host.start(become(user), options);
            command.stdin.write((0,_shell_js__WEBPACK_IMPORTED_MODULE_0__/* .scriptLine */ .WK)(script, { reportExit: false }));
            return command;
        },
        close: async () => { },
    };
}
function become(user) {
    const name = (0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(user));
    const shell = `env PATH="$PATH" LC_ALL=C TZ=UTC0 ${_shell_js__WEBPACK_IMPORTED_MODULE_0__/* .SHELL_COMMAND */ .h3}`;
    // A folder that the account may not enter makes tools complain.
    return `cd /
[ "$(id -un)" = ${name} ] && exec ${_shell_js__WEBPACK_IMPORTED_MODULE_0__/* .SHELL_COMMAND */ .h3}
[ "$(id -u)" = 0 ] && command -v runuser >/dev/null && exec runuser -u ${name} -- ${shell}
exec sudo -n -H -u ${name} -- ${shell}`;
}
/**
 * Shell that runs `script` (POSIX sh) as the account `user`, as `asUser` does it, within a script of another: for commands
 * that a host keeps, such as a lease's. `script` stands on a command line: no secret may be in it.
 */
function scriptAs(user, script) {
    const name = (0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(user));
    const words = (0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(script));
    return `if [ "$(id -un)" = ${name} ]; then sh -c ${words}
elif [ "$(id -u)" = 0 ] && command -v runuser >/dev/null; then
  home=$(getent passwd ${name} 2>/dev/null | cut -d : -f 6)
  HOME=\${home:-/} runuser -u ${name} -- sh -c ${words}
else sudo -n -H -u ${name} -- sh -c ${words}
fi`;
}


/***/ }),

/***/ 14480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ statusBy),
/* harmony export */   u: () => (/* binding */ askStatus)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _as_a_person_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37216);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52871);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28976);




/** What a status command says of an application, by its exit status: 0 it runs, 3 it is stopped. */
function askStatus(host, status, signal) {
    return statusBy(host, `(${_as_a_person_js__WEBPACK_IMPORTED_MODULE_0__/* .AS_A_PERSON */ .T}; cd / && eval ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(status))}) </dev/null >&2`, signal);
}
/** The same of a script of ours that ends as the command does. */
async function statusBy(host, script, signal) {
    const { exit } = await (0,_output_js__WEBPACK_IMPORTED_MODULE_3__/* .runToEnd */ .cd)(host, script, { signal });
    if (!('code' in exit))
        return 'unknown';
    return exit.code === 0 ? 'runs' : exit.code === 3 ? 'stopped' : 'unknown';
}


/***/ }),

/***/ 31355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ RUNS)
/* harmony export */ });
/**
 * Shell: `start_of PID` sets `start` to when the process started; `runs PID START` says whether it is that one. A number may
 * be another's by now, and what has ended stays in /proc until somebody waits for it.
 */
const RUNS = `
start_of() {
  IFS= read -r line </proc/$1/stat || return 1
  set -- \${line##*')'}
  case $1 in [ZX]) return 1 ;; esac
  start=\${20}
} 2>/dev/null
runs() { [ -n "$1" ] && start_of "$1" && [ "$start" = "$2" ]; }
`;


/***/ })

};
