export const id = 6373;
export const ids = [6373];
export const modules = {

/***/ 62528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ runStage)
});

// EXTERNAL MODULE: ./build/failure-text.js
var failure_text = __webpack_require__(53272);
// EXTERNAL MODULE: ./build/github/annotations.js
var annotations = __webpack_require__(68492);
// EXTERNAL MODULE: ./build/github/log.js
var log = __webpack_require__(30284);
// EXTERNAL MODULE: ./build/interrupt.js
var build_interrupt = __webpack_require__(59343);
// EXTERNAL MODULE: ./build/progress/log-reporter.js
var log_reporter = __webpack_require__(86036);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/github/inputs.js
var inputs = __webpack_require__(52325);
// EXTERNAL MODULE: ./build/github/secrets.js
var secrets = __webpack_require__(45907);
;// CONCATENATED MODULE: ./build/actions/variables.js



const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** What the runner and the system tell a process by: no secret, and nothing for a job to alter. */
const NOT_FOR_SECRETS = /^(?:GITHUB_|RUNNER_|ACTIONS_|INPUT_|STATE_|NODE_|LD_|PATH$|HOME$|TMPDIR$)/i;
/**
 * Takes over the variables of the input `variables`, masked: what a configuration names as `env:NAME`. A reusable workflow can't
 * know these names, and so can't set them in `env`; and what stands in `env` the runner shows before a step could mask it.
 * @throws HoldfastError bad-input, without any value in it.
 */
function useVariables() {
    const text = (0,inputs/* textInput */._Z)('variables');
    if (text === null)
        return;
    for (const [name, value] of Object.entries(parseVariables(text))) {
        (0,secrets/* mask */.dK)(value);
        process.env[name] = value;
    }
}
/** Those that aren't empty: a secret that a job may not have is. */
function parseVariables(text) {
    const value = objectIn(text);
    const all = Object.entries(value).map(([name, held]) => {
        if (!NAME.test(name) || NOT_FOR_SECRETS.test(name))
            throw bad(`${JSON.stringify(name)} is no name of a variable for a secret`);
        if (typeof held !== 'string')
            throw bad(`${JSON.stringify(name)} is no text`);
        return [name, held];
    });
    return Object.fromEntries(all.filter(([, held]) => held !== ''));
}
function objectIn(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw bad('it is no JSON'); // the parser's own message would show the beginning of a secret
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw bad('it is no JSON object');
    return value;
}
function bad(what) {
    return new errors/* HoldfastError */.E('bad-input', `Cannot use the input \`variables\`: ${what}, expected a JSON object such as ` +
        `\`{"BACKUP_PASSWORD": \${{ toJSON(secrets.BACKUP_PASSWORD) }}}\`, in one line.`);
}

;// CONCATENATED MODULE: ./build/actions/stage.js






/** Runs a stage of an action: the only place where a thrown error becomes a failed step. */
async function runStage(policy, work) {
    const reporter = new log_reporter/* LogReporter */.w(log/* log */.Rm);
    const interrupt = (0,build_interrupt/* listenForInterrupt */.Y)();
    try {
        useVariables();
        await work({ reporter, signal: interrupt.signal });
    }
    catch (thrown) {
        const error = (0,build_interrupt/* withReason */.Z)(thrown, interrupt.signal);
        const annotate = policy.severity === 'fail' ? annotations/* fail */.fJ : annotations/* warn */.R8;
        annotate(policy.title, (0,failure_text/* failureText */.k)(error));
        if (thrown instanceof Error && thrown.stack !== undefined)
            log/* log */.Rm.debug(thrown.stack);
        policy.onFailure?.(error);
    }
    finally {
        reporter.close();
        interrupt.close();
    }
}


/***/ }),

/***/ 95209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   formatBytes: () => (/* binding */ formatBytes),
/* harmony export */   formatCount: () => (/* binding */ formatCount),
/* harmony export */   formatCounted: () => (/* binding */ formatCounted),
/* harmony export */   formatDuration: () => (/* binding */ formatDuration)
/* harmony export */ });
const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];
/** `bytes` for a person: `0 B`, `999 B`, `1.5 MiB`. Never shows 1024 of a unit. */
function formatBytes(bytes) {
    let amount = Number(bytes);
    let unit = 0;
    while (amount >= 1023.95 && unit < BYTE_UNITS.length - 1) {
        amount /= 1024;
        unit++;
    }
    return `${unit === 0 ? amount : amount.toFixed(1)} ${BYTE_UNITS[unit]}`;
}
/** A span of time for a person, whole seconds: `0:05`, `12:34`, `1:02:03`. Negative spans are shown as none. */
function formatDuration(milliseconds) {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    const two = (n) => String(n).padStart(2, '0');
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor(seconds / 60) % 60;
    return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
/** A whole number with its thousands apart: `1,234,567`. The same on every machine, whatever its language. */
function formatCount(count) {
    return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** `1 file`, `2 files`, `0 files`. */
function formatCounted(count, one, many = `${one}s`) {
    return `${formatCount(count)} ${count === 1 ? one : many}`;
}


/***/ }),

/***/ 63509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   display: () => (/* binding */ display),
/* harmony export */   displayText: () => (/* binding */ displayText),
/* harmony export */   fromBytes: () => (/* binding */ fromBytes),
/* harmony export */   fromText: () => (/* binding */ fromText),
/* harmony export */   toBytes: () => (/* binding */ toBytes),
/* harmony export */   toText: () => (/* binding */ toText)
/* harmony export */ });
/** The bytes in `bytes`, as a ByteString. */
function fromBytes(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
/** The bytes of `text` in UTF-8, as a ByteString. */
function fromText(text) {
    return (isAscii(text) ? text : Buffer.from(text, 'utf8').toString('latin1'));
}
/** A new Buffer of the bytes of `string`. */
function toBytes(string) {
    return Buffer.from(string, 'latin1');
}
/** `string` read as UTF-8, or null if it isn't valid UTF-8. */
function toText(string) {
    if (isAscii(string))
        return string;
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(toBytes(string));
    }
    catch {
        return null;
    }
}
/**
 * `string` for a person: UTF-8 as it is, and control characters, line separators, bidirectional marks, backslashes
 * and invalid bytes as `\n`, `\x1b`, `\u202e`, `\\`.
 * The result is one line, can't move a terminal's cursor and can't become a workflow command.
 */
function display(string) {
    const text = toText(string);
    if (text !== null)
        return escapeUnprintable(text);
    let shown = '';
    const bytes = toBytes(string);
    for (let i = 0; i < bytes.length;) {
        const length = validSequenceLength(bytes, i);
        shown +=
            length === 0
                ? `\\x${bytes[i].toString(16).padStart(2, '0')}`
                : escapeUnprintable(bytes.toString('utf8', i, i + length));
        i += length || 1;
    }
    return shown;
}
/** Any text that isn't ours, made safe in the same way as `display` does it for bytes. */
function displayText(text) {
    return escapeUnprintable(text);
}
const UNPRINTABLE = /[\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Cn}]/gu;
const SHORT_ESCAPES = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };
function escapeUnprintable(text) {
    return text.replace(UNPRINTABLE, (character) => {
        const short = SHORT_ESCAPES[character];
        if (short !== undefined)
            return short;
        const code = character.codePointAt(0);
        if (code < 0x100)
            return `\\x${code.toString(16).padStart(2, '0')}`;
        return code < 0x10000
            ? `\\u${code.toString(16).padStart(4, '0')}`
            : `\\U${code.toString(16).padStart(8, '0')}`;
    });
}
/** Length of the valid UTF-8 sequence at `start`, or 0. */
function validSequenceLength(bytes, start) {
    for (let length = 1; length <= 4 && start + length <= bytes.length; length++) {
        try {
            new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(start, start + length));
            return length;
        }
        catch {
            // Not valid at this length: a longer one may be.
        }
    }
    return 0;
}
function isAscii(text) {
    return /^[\x00-\x7f]*$/.test(text);
}


/***/ }),

/***/ 19473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ asHoldfastError),
/* harmony export */   E: () => (/* binding */ HoldfastError)
/* harmony export */ });
/**
 * The base of every error that Holdfast throws on purpose.
 *
 * Message: "Cannot <do> <quoted subject>: <actual>, expected <limit>. <What to do.>" Never holds a secret.
 * Text that came from a host or a repository is quoted with `display` (src/bytestring.ts) before it goes in.
 */
class HoldfastError extends Error {
    name = 'HoldfastError';
    code;
    constructor(code, message, options) {
        super(message, options);
        this.code = code;
    }
}
/** The HoldfastError in `error` or in its chain of causes, or null. */
function asHoldfastError(error) {
    for (let e = error; e instanceof Error; e = e.cause) {
        if (e instanceof HoldfastError)
            return e;
    }
    return null;
}


/***/ }),

/***/ 53272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ failureText)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53648);



/**
 * What to tell a person about `error`: the message of a HoldfastError with the reasons below it, each once; for any
 * other error, that it is a fault of ours. One line, escaped. The stack is for `--verbose` and debug logs.
 */
function failureText(error) {
    const known = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asHoldfastError */ .C)(error);
    if (known === null && isOfLostFolder(error))
        return LOST_FOLDER;
    if (known === null) {
        const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        return `Unexpected failure: ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(text)}. This is a fault of Holdfast: please report it.`;
    }
    // A message of ours is escaped already where it names something foreign; a second escape would double backslashes.
    const lines = [oneLine(known.message)];
    for (let cause = known.cause; cause instanceof Error; cause = cause.cause) {
        const [text, gist] = (0,_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .isSystemError */ .Or)(cause)
            ? [(0,_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .systemErrorText */ .f9)(cause), (0,_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .xU)(cause)]
            : [oneLine(cause.message), oneLine(cause.message)];
        if (text === '' || quotesWhatItRead(cause) || lines.some((line) => line.includes(gist)))
            continue;
        // A reason that begins with what it is the reason of says more of the same.
        if (text.startsWith(lines.at(-1) ?? ''))
            lines.pop();
        lines.push(text);
    }
    return lines.join(' — ');
}
/** V8 shows what stands around the place where JSON goes wrong: in an application's configuration, a password may. */
function quotesWhatItRead(cause) {
    return cause instanceof SyntaxError && cause.message.endsWith('is not valid JSON');
}
const LOST_FOLDER = 'Cannot tell which folder this runs in: it was removed. Go to another one (cd /), or name all paths from / on, and run again.';
/** Node asks for the current folder wherever a path is relative. */
function isOfLostFolder(error) {
    return (0,_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .xU)(error) === 'ENOENT' && error.syscall === 'uv_cwd';
}
function oneLine(text) {
    return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cf}]/gu, (character) => (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(character));
}


/***/ }),

/***/ 68492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R8: () => (/* binding */ warn),
/* harmony export */   dJ: () => (/* binding */ toldFailures),
/* harmony export */   fJ: () => (/* binding */ fail),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   lm: () => (/* binding */ notice)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96421);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30284);


/** The runner cuts a longer message. */
const MAX_CHARACTERS = 4096;
/** The runner shows 10 of each level for a step, and drops the others without a word. */
const MAX_WARNINGS = 9;
const CUT = ' …';
let warnings = 0;
/** One warning at the top of the run's page. From the tenth on a pointer to the log stands for all the others. */
function warn(title, message) {
    warnings++;
    if (warnings <= MAX_WARNINGS)
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(fit(message), { title });
    else if (warnings === MAX_WARNINGS + 1)
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e('There are more warnings: they stand in the log.', { title });
    else
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(`warning: ${fit(message)}`);
}
function notice(title, message) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm(fit(message), { title });
}
const spotted = { error: 0, warning: 0, notice: 0 };
/** One error is left for the step's own. */
const MAX_SPOTTED = 9;
/**
 * One annotation on a line of a file; `file` is from the checkout's root. It doesn't fail the step. Of each severity those
 * that the runner would drop are left out: whoever gives them writes them elsewhere, too.
 */
function annotate(severity, title, message, spot) {
    spotted[severity]++;
    if (spotted[severity] > MAX_SPOTTED)
        return;
    const put = { error: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3, warning: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e, notice: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm }[severity];
    put(fit(message), { title: (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutCommands */ .Df)(title), ...spot, file: (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutCommands */ .Df)(spot.file) });
}
/** An error at the top of the run's page, and the step's end as failed. */
function fail(title, message) {
    process.exitCode = 1;
    failures.push(message);
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(fit(message), { title });
}
const failures = [];
/** What `fail` was told so far. */
function toldFailures() {
    return failures;
}
function fit(message) {
    const line = (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutCommands */ .Df)(message);
    return line.length <= MAX_CHARACTERS ? line : line.slice(0, MAX_CHARACTERS - CUT.length) + CUT;
}


/***/ }),

/***/ 52325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AN: () => (/* binding */ badInput),
/* harmony export */   G: () => (/* binding */ untrimmedInput),
/* harmony export */   GS: () => (/* binding */ requiredList),
/* harmony export */   SF: () => (/* binding */ booleanOf),
/* harmony export */   VR: () => (/* binding */ selectionInput),
/* harmony export */   YF: () => (/* binding */ requiredInput),
/* harmony export */   _Z: () => (/* binding */ textInput),
/* harmony export */   b7: () => (/* binding */ commandsInput),
/* harmony export */   dt: () => (/* binding */ listInput),
/* harmony export */   ij: () => (/* binding */ choiceInput),
/* harmony export */   j3: () => (/* binding */ allInputs),
/* harmony export */   tE: () => (/* binding */ booleanInput),
/* harmony export */   zC: () => (/* binding */ provideInputs)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96421);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45907);




/** An input without the white space around it; null when it isn't given. */
function textInput(name) {
    const value = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4(name);
    return value === '' ? null : value;
}
/** An input as it was given; empty when it isn't. */
function untrimmedInput(name) {
    return _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4(name, { trimWhitespace: false });
}
/** @throws HoldfastError bad-input when it isn't given. */
function requiredInput(name, whatToDo) {
    const value = textInput(name);
    if (value !== null)
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot start: the input \`${name}\` is missing. ${whatToDo}`);
}
/** Every input that the runner gives this step, by its name in small letters: those with defaults, too. */
function allInputs() {
    return Object.entries(process.env).flatMap(([variable, value = '']) => variable.startsWith('INPUT_') ? [[variable.slice('INPUT_'.length).toLowerCase(), value.trim()]] : []);
}
/** Gives this process inputs, as the runner would: what reads them next doesn't know the difference. */
function provideInputs(inputs) {
    for (const [name, value] of Object.entries(inputs))
        process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] = value;
}
/** The lines of an input, without white space around them, empty lines and lines that begin with `#`. */
function listInput(name) {
    return _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4(name)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
}
/** The same of one that must name something. @throws HoldfastError bad-input when no line of it does. */
function requiredList(name, whatToDo) {
    const lines = listInput(name);
    if (lines.length > 0)
        return lines;
    if (textInput(name) === null)
        requiredInput(name, whatToDo);
    throw namesNothing(name, whatToDo);
}
/**
 * The same of one that narrows what is meant: without it all is. A tag `#weekly`, or a file of such a name, is a comment here, and
 * would let a policy loose on everything.
 * @throws HoldfastError bad-input for one that is given, and names nothing.
 */
function selectionInput(name) {
    const lines = listInput(name);
    if (lines.length > 0 || textInput(name) === null)
        return lines;
    throw namesNothing(name, 'Leave it out if all is meant.');
}
function namesNothing(name, whatToDo) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot start: the input \`${name}\` names nothing: each of its lines is empty or begins with \`#\`, a comment. ${whatToDo}`);
}
/** Shell commands, one a line; a line that ends in a backslash goes on in the next one. Messages that quote one are sent nowhere with it. */
function commandsInput(name) {
    const joined = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4(name).replaceAll('\r\n', '\n').replace(/\\\n/g, '');
    const commands = joined
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
    for (const command of commands)
        (0,_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .keepToLog */ .JU)(JSON.stringify((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(command)), '"…"');
    return commands;
}
/** @throws HoldfastError bad-input for anything but YAML's `true` and `false`. */
function booleanInput(name) {
    const value = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4(name);
    const meant = value === '' ? false : booleanOf(value);
    if (meant !== null)
        return meant;
    throw badInput(name, value, '`true` or `false`');
}
/** YAML's words; null for anything else. */
function booleanOf(value) {
    if (/^(true|True|TRUE)$/.test(value))
        return true;
    return /^(false|False|FALSE)$/.test(value) ? false : null;
}
/** @throws HoldfastError bad-input for anything that isn't one of `choices`; not given is the first of them. */
function choiceInput(name, choices) {
    const value = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4(name);
    if (value === '')
        return choices[0];
    const choice = choices.find((one) => one === value);
    if (choice === undefined)
        throw badInput(name, value, `one of ${choices.join(', ')}`);
    return choice;
}
function badInput(name, value, expected) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use the input \`${name}\`: it is ${JSON.stringify(value)}, expected ${expected}.`);
}


/***/ }),

/***/ 30284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Df: () => (/* binding */ withoutCommands),
/* harmony export */   HB: () => (/* binding */ inGroup),
/* harmony export */   Rm: () => (/* binding */ log)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96421);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _workflow_commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17526);



/**
 * `line` as one line that the runner can't take for a workflow command. Names of files and the output of commands on
 * hosts end up in the log. They are escaped with `display` where they come from; should one have been forgotten, it
 * still moves no cursor here: no control character is left.
 */
function withoutCommands(line) {
    const safe = line.replace(/[\r\n\u2028\u2029]+/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, _bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText);
    return (0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutWorkflowCommands */ .C)(safe);
}
/** The job's log. Lines may hold names from a host that are already escaped with `display`. */
const log = {
    info: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(withoutCommands(line)),
    warning: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(`warning: ${withoutCommands(line)}`),
    debug: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz(withoutCommands(line)),
};
/** Runs `work` inside a foldable group of the log. Groups don't nest. */
async function inGroup(title, work) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .startGroup */ .Oh(withoutCommands(title));
    try {
        return await work();
    }
    finally {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .endGroup */ .N4();
    }
}


/***/ }),

/***/ 31224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C7: () => (/* binding */ loadState),
/* harmony export */   LZ: () => (/* binding */ saveState),
/* harmony export */   n0: () => (/* binding */ setOutputs)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96421);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53272);
/* harmony import */ var _annotations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68492);
/* harmony import */ var _runner_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44161);




/**
 * Gives later steps what this one found, by the names in action.yml. If that can't be done the step fails, but not the
 * work, which is done: so it doesn't throw.
 */
function setOutputs(outputs) {
    try {
        (0,_runner_file_js__WEBPACK_IMPORTED_MODULE_1__/* .appendWhole */ .g)('GITHUB_OUTPUT', 'the outputs', () => {
            for (const [name, value] of Object.entries(outputs))
                _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH(name, value);
        });
    }
    catch (error) {
        (0,_annotations_js__WEBPACK_IMPORTED_MODULE_2__/* .fail */ .fJ)('Outputs are missing', `${(0,_failure_text_js__WEBPACK_IMPORTED_MODULE_3__/* .failureText */ .k)(error)} All else is done: see the log.`);
    }
}
/**
 * Hands `value` to this action's post step. The last one wins; written at once, so that a kill doesn't lose it.
 * @throws HoldfastError no-space, no-permission.
 */
function saveState(name, value) {
    (0,_runner_file_js__WEBPACK_IMPORTED_MODULE_1__/* .appendWhole */ .g)('GITHUB_STATE', `the state "${name}"`, () => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ(name, value));
}
/** What main saved under `name`, or null. */
function loadState(name) {
    const value = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu(name);
    return value === '' ? null : value;
}


/***/ }),

/***/ 61418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ askRest)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58508);
/* harmony import */ var _toolkit_process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49620);




const SILENCE_MS = 30_000;
/** GitHub's answers are of some hundred KB. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
/**
 * One request to GitHub's REST interface, through a proxy where the environment names one. Follows no redirection.
 * @param path `/repos/OWNER/NAME`, what is in it already encoded.
 * @param body Sent as JSON.
 * @returns The JSON that came; null where none did.
 * @throws ToolkitError with the status, if it isn't one of success.
 */
async function askRest(method, path, { token, body, signal }) {
    const url = new URL((process.env['GITHUB_API_URL'] || 'https://api.github.com') + path);
    const answer = await send(method, url, { token, body, signal });
    const text = await textOf(answer);
    const status = answer.statusCode ?? 0;
    if (status >= 200 && status < 300)
        return text === '' ? null : JSON.parse(text);
    throw new _toolkit_process_js__WEBPACK_IMPORTED_MODULE_2__/* .ToolkitError */ .h4({
        name: 'RequestError',
        message: `GitHub answered ${status} ${messageIn(text)}`,
        status,
    });
}
function send(method, url, { token, body, signal }) {
    const json = body === undefined ? null : Buffer.from(JSON.stringify(body), 'utf8');
    const headers = {
        ...(json === null ? {} : { 'content-type': 'application/json', 'content-length': json.length }),
        accept: 'application/vnd.github+json',
        'user-agent': _version_js__WEBPACK_IMPORTED_MODULE_3__/* .PROGRAM_VERSION */ .c,
        'x-github-api-version': '2022-11-28',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    };
    const proxy = { proxyEnv: process.env };
    const isTls = url.protocol === 'https:';
    const agent = isTls ? new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent(proxy) : new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent(proxy);
    return new Promise((resolve, reject) => {
        const options = {
            method,
            headers,
            agent,
            timeout: SILENCE_MS,
            ...(signal === undefined ? {} : { signal }),
        };
        const sent = (isTls ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request)(url, options, resolve);
        sent.on('timeout', () => sent.destroy(new Error('ETIMEDOUT: GitHub does not answer')));
        sent.on('error', reject);
        rejectOnAbort(signal, reject);
        sent.end(json ?? undefined);
    });
}
/** Node tells a request nothing of its signal before a proxy has opened the tunnel. The error is as Node's own of a request. */
function rejectOnAbort(signal, reject) {
    const abort = () => reject(Object.assign(new Error('The operation was aborted', { cause: signal?.reason }), {
        name: 'AbortError',
    }));
    if (signal?.aborted)
        abort();
    else
        signal?.addEventListener('abort', abort, { once: true });
}
async function textOf(answer) {
    const parts = [];
    let sizeBytes = 0;
    for await (const part of answer) {
        sizeBytes += part.length;
        if (sizeBytes > MAX_ANSWER_BYTES)
            throw new Error('GitHub gave an endless answer');
        parts.push(part);
    }
    return Buffer.concat(parts).toString('utf8');
}
function messageIn(text) {
    try {
        const { message } = JSON.parse(text);
        return typeof message === 'string' ? message : '';
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 44161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ appendWhole)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53648);




/**
 * Runs `append`, which adds to a file of the runner's. If that fails, what was written of it is taken back: the runner
 * fails a step that leaves half a value.
 *
 * @param what For the message: `the outputs`.
 * @throws HoldfastError no-space, no-permission.
 */
function appendWhole(file, what, append) {
    const path = process.env[file] ?? '';
    const sizeBytes = sizeOf(path);
    try {
        append();
    }
    catch (cause) {
        if (sizeBytes !== null)
            takeBack(path, sizeBytes);
        throw cannotWrite(path, what, cause);
    }
}
function takeBack(path, sizeBytes) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.truncateSync)(path, sizeBytes);
    }
    catch {
        // It is no file that can be cut; why it can't be written is what is told.
    }
}
function sizeOf(path) {
    return path === '' ? null : ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.size ?? null);
}
function cannotWrite(path, what, cause) {
    const code = (0,_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCode */ .xU)(cause);
    const isFull = code === 'ENOSPC' || code === 'EDQUOT';
    // The runner's own client looks for it first, and gives no code.
    const why = isFull ? 'the disk is full' : code === '' ? 'it isn’t there' : (0,_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .systemErrorText */ .f9)(cause);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E(isFull ? 'no-space' : 'no-permission', `Cannot give the runner ${what} by "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(path)}": ${why}, expected to add to it. ` +
        `${isFull ? "Make room where the runner's temporary files are." : 'Look at the runner’s temporary folder.'}`, { cause });
}


/***/ }),

/***/ 45907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JU: () => (/* binding */ keepToLog),
/* harmony export */   cT: () => (/* binding */ withoutSecrets),
/* harmony export */   dK: () => (/* binding */ mask)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96421);

/** Masking a shorter line would black out half the log, and so tell its length and letters. */
const SHORTEST_MASKED_LINE = 4;
/** The fences of a private key are no secret, and stand in public keys' errors too. */
const FENCE = /^-----(BEGIN|END) [A-Z0-9 ]+-----$/;
/**
 * Has the runner black out `secret` wherever it would stand in the log: line by line, as the log goes through it.
 * A secret of several lines is never given to it whole, since it would then mask the short lines in it, too.
 */
function mask(secret) {
    const lines = secret.split(/\r\n|\r|\n/).map((line) => line.trim());
    for (const line of new Set(lines)) {
        if (line.length < SHORTEST_MASKED_LINE || FENCE.test(line))
            continue;
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(line);
        masked.add(line);
    }
}
const masked = new Set();
/**
 * `text`, by which messages quote a command of the user's own, isn't sent elsewhere, but what is given in its place: it may
 * hold what only GitHub masks. The log and the summary show it.
 */
function keepToLog(text, inPlace) {
    quoted.set(text, inPlace);
}
const quoted = new Map();
/** `text` with asterisks for what was masked, and without commands of `keepToLog`: the runner does it for the log alone, not for what is sent elsewhere. */
function withoutSecrets(text) {
    // Before them: with asterisks in it a command wouldn't be known again.
    const told = longestFirst(quoted.keys()).reduce((shown, command) => shown.replaceAll(command, () => quoted.get(command) ?? ''), text);
    return longestFirst(masked).reduce((shown, secret) => shown.replaceAll(secret, '***'), told);
}
/** Another one may be a part of it. */
function longestFirst(texts) {
    return [...texts].sort((a, b) => b.length - a.length);
}


/***/ }),

/***/ 13794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   Q0: () => (/* binding */ MAX_SUMMARY_BYTES),
/* harmony export */   S0: () => (/* binding */ addSummary)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63509);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53272);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30284);
/* harmony import */ var _runner_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44161);





/** A larger summary is dropped whole by the runner, with an error annotation. Half, so that other parts have room. */
const MAX_SUMMARY_BYTES = 512 * 1024;
const CUT = '\n\n_Cut here: the rest stands in the log._\n';
/**
 * Adds `markdown` to the job's summary; cut at a line's end if it is too long. Does nothing where there is no
 * summary (older servers). Never throws: what it says stands in the log, too, and decides nothing.
 */
function addSummary(markdown) {
    const file = process.env['GITHUB_STEP_SUMMARY'];
    if (file === undefined || file === '')
        return;
    try {
        (0,_runner_file_js__WEBPACK_IMPORTED_MODULE_1__/* .appendWhole */ .g)('GITHUB_STEP_SUMMARY', 'the summary', () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(file, fit(markdown)));
    }
    catch (error) {
        _log_js__WEBPACK_IMPORTED_MODULE_2__/* .log */ .Rm.warning((0,_failure_text_js__WEBPACK_IMPORTED_MODULE_3__/* .failureText */ .k)(error));
    }
}
function fit(markdown) {
    if (Buffer.byteLength(markdown) <= MAX_SUMMARY_BYTES)
        return markdown;
    const kept = Buffer.from(markdown)
        .subarray(0, MAX_SUMMARY_BYTES - CUT.length)
        .toString('utf8');
    return kept.slice(0, kept.lastIndexOf('\n')) + CUT;
}
/**
 * `text` as it is in Markdown's tables and paragraphs: characters that would begin markup, HTML, a link, a mention or
 * a new cell or block are escaped. Names of files and hosts go through here.
 */
function escapeMarkdown(text) {
    return onOneLine(text)
        .trim()
        .replace(/[\\`*_[\]#|~>$]/g, '\\$&')
        .replace(/^[-+=]|(?<=^\d{1,9})[.)]/, '\\$&')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('@', '&#64;')
        .replaceAll('://', ':&#47;&#47;')
        .replace(/(?<=www)\./gi, '&#46;');
}
/** `text` as code: in a fence of backticks longer than any inside it. Also inside a table's cell. */
function markdownCode(text) {
    const line = text.trim() === '' ? JSON.stringify(text) : onOneLine(text); // there is no code of nothing
    const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    const padding = longest > 0 || /^ .* $/.test(line) ? ' ' : '';
    return `${fence}${padding}${line.replaceAll('|', '\\|')}${padding}${fence}`;
}
/** A line's end would end a paragraph, a cell, and the code in it. */
function onOneLine(text) {
    return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, _bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText);
}


/***/ }),

/***/ 49620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eY: () => (/* binding */ askToolkit),
/* harmony export */   h4: () => (/* binding */ ToolkitError),
/* harmony export */   si: () => (/* binding */ ToolkitProcess)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);



/**
 * What of our environment GitHub's clients need. Passwords, keys of storage and inputs are in it, too, and are none of
 * their business.
 */
const KNOWN_VARIABLES = [
    // Not those by which a job asks for tokens of its identity.
    /^ACTIONS_(RUNTIME|RESULTS|CACHE|ARTIFACT)_/,
    /^GITHUB_(SERVER_URL|API_URL|RETENTION_DAYS|RUN_ID)$/,
    /^RUNNER_TEMP$/,
    /^(HTTP|HTTPS|NO|ALL)_PROXY$/i,
    /^NODE_EXTRA_CA_CERTS$/,
    /^(HOME|PATH|TMPDIR)$/,
];
/**
 * The client gives an upload up when its storage took nothing for five minutes, which is also how it looks when a dump has
 * nothing to give, or little: it sends 8 MiB at a time. So its patience is that of a whole job, and who writes to it looks
 * whether it takes what there is (artifact-upload.ts).
 */
const CLIENT_PATIENCE_MS = 6 * 60 * 60_000;
/** An error of GitHub's client. */
class ToolkitError extends Error {
    name = 'ToolkitError';
    /** What the client calls it, such as `UsageError`. */
    kind;
    status;
    constructor({ name, message, status }) {
        super(message);
        this.kind = name;
        this.status = status;
    }
}
/** One request to GitHub's services, under way in a process of its own. */
class ToolkitProcess {
    /** @throws ToolkitError; HoldfastError cancelled. */
    result;
    #child;
    constructor(request, options = {}) {
        const env = { ...knownEnvironment(), ...options.env };
        this.#child = takeIdle(env) ?? start(env, options.cwd);
        this.result = this.#outcome(options);
        this.result.catch(() => { }); // told to who waits for it
        this.#child.send(request, () => { });
    }
    /** What is uploaded. */
    get input() {
        return this.#child.stdin;
    }
    /** Says that `input` was written to its end. */
    complete(message) {
        this.input.end();
        this.#child.send(message, () => { });
    }
    /** Ends it, whatever it does: nothing is finished after that. Resolves when it is gone. */
    async kill() {
        if (this.#child.exitCode !== null || this.#child.signalCode !== null)
            return;
        const gone = new Promise((resolve) => this.#child.once('exit', resolve));
        this.#child.ref();
        this.#child.kill('SIGKILL');
        await gone;
    }
    /** For one that did its work: it may do the next one's, since to load the clients takes most of the time. */
    keep() {
        if (idle !== null)
            idle.child.kill('SIGKILL');
        this.#child.unref();
        this.#child.channel?.unref();
        idle = { child: this.#child, environment: environments.get(this.#child) ?? '' };
    }
    async #outcome({ signal, limitMs }) {
        const { promise, resolve, reject } = Promise.withResolvers();
        const hear = (answer) => {
            if ('failure' in answer)
                reject(new ToolkitError(answer.failure));
            else
                resolve(answer.result);
        };
        const end = (code, killedBy) => reject(lost(`the process that speaks to GitHub ended (${killedBy ?? code})`));
        this.#child.once('message', hear).once('error', reject).once('exit', end);
        const cancel = () => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('cancelled', 'Cancelled.', { cause: signal?.reason }));
        if (signal?.aborted)
            cancel();
        signal?.addEventListener('abort', cancel, { once: true });
        const late = () => reject(lost(`GitHub took longer than ${(limitMs ?? 0) / 1000} s`));
        const timer = limitMs === undefined ? undefined : setTimeout(late, limitMs);
        try {
            return await promise;
        }
        catch (error) {
            await this.kill();
            throw error;
        }
        finally {
            clearTimeout(timer);
            signal?.removeEventListener('abort', cancel);
            this.#child.off('message', hear).off('error', reject).off('exit', end);
        }
    }
}
/** Does one thing, and waits for it. @throws ToolkitError; HoldfastError cancelled. */
async function askToolkit(request, options) {
    const asked = new ToolkitProcess(request, options);
    const result = await asked.result;
    asked.keep();
    return result;
}
/** A process that waits for the next request. It keeps nobody alive, and ends with us. */
let idle = null;
const environments = new WeakMap();
function takeIdle(env) {
    const taken = idle;
    if (taken === null || taken.environment !== JSON.stringify(env) || !taken.child.connected)
        return null;
    idle = null;
    taken.child.ref();
    taken.child.channel?.ref();
    return taken.child;
}
function start(env, cwd) {
    // The end of ours is the end of its own: it has no part in a terminal's signals.
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.fork)(entryFile(), [], {
        stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
        env,
        execArgv: [],
        detached: true,
        ...(cwd === undefined ? {} : { cwd }),
    });
    environments.set(child, JSON.stringify(env));
    // Signed addresses may stand in what it says, which nobody has masked then: it isn't shown, also not to who debugs.
    for (const stream of [child.stdout, child.stderr]) {
        stream?.resume();
        stream?.unref();
    }
    child.stdin?.unref();
    // One that ended takes no more: its end is told by the result.
    child.stdin?.on('error', () => { });
    child.on('error', () => { });
    return child;
}
function lost(message) {
    return new ToolkitError({ name: 'Lost', message, status: null });
}
function knownEnvironment() {
    const known = Object.entries(process.env).filter(([name]) => KNOWN_VARIABLES.some((one) => one.test(name)));
    return { ...Object.fromEntries(known), ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS: `${CLIENT_PATIENCE_MS}` };
}
/** As for the threads: beside this file, or beside the bundle that it is in. */
function entryFile() {
    const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(import.meta.dirname, `toolkit.${extension}`);
}


/***/ }),

/***/ 28520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ownVisibility: () => (/* binding */ ownVisibility),
/* harmony export */   refusePlainArtifact: () => (/* binding */ refusePlainArtifact)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _rest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61418);
/* harmony import */ var _toolkit_process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49620);




/** Of the GitHub repository that this workflow runs in: by the event that started it, else by asking. Never rejects. */
async function ownVisibility(token, signal) {
    const told = visibilityIn((await eventPayload())?.repository);
    if (told !== 'unknown')
        return told;
    const [owner = '', name = ''] = (process.env['GITHUB_REPOSITORY'] ?? '').split('/');
    const path = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`;
    try {
        return visibilityIn(await (0,_rest_js__WEBPACK_IMPORTED_MODULE_1__/* .askRest */ .y)('GET', path, { token, signal }));
    }
    catch (error) {
        // Nobody sees a private one without a token; a wrong one is another matter.
        const isHidden = token === null && error instanceof _toolkit_process_js__WEBPACK_IMPORTED_MODULE_2__/* .ToolkitError */ .h4 && error.status === 404;
        return isHidden ? 'private' : 'unknown';
    }
}
/**
 * An archive that isn't encrypted never becomes an artifact of a public GitHub repository, where everybody who is logged in
 * may download it: nor of one of which nobody says who may.
 * @throws HoldfastError bad-input.
 */
async function refusePlainArtifact(archive, token, signal) {
    if (archive.isEncrypted)
        return;
    const visibility = await ownVisibility(token, signal);
    if (visibility === 'private' || visibility === 'internal')
        return;
    const actual = visibility === 'public' ? 'the GitHub repository is public' : "GitHub doesn't say who may see it";
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', `Cannot store an archive that is not encrypted as an artifact: ${actual}, expected a private one. ` +
        'Encrypt it, or store it elsewhere: whoever can see the repository can download its artifacts.');
}
async function eventPayload() {
    try {
        return JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(process.env['GITHUB_EVENT_PATH'] ?? '', 'utf8'));
    }
    catch {
        return null;
    }
}
function visibilityIn(repository) {
    if (typeof repository !== 'object' || repository === null)
        return 'unknown';
    const { visibility, private: isPrivate } = repository;
    if (visibility === 'public' || visibility === 'internal' || visibility === 'private')
        return visibility;
    if (typeof isPrivate !== 'boolean')
        return 'unknown';
    return isPrivate ? 'private' : 'public';
}


/***/ }),

/***/ 59343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ listenForInterrupt),
/* harmony export */   Z: () => (/* binding */ withReason)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** What a person (Ctrl-C), the runner or a service manager sends to end us. */
const ENDING_SIGNALS = ['SIGINT', 'SIGTERM'];
/**
 * Turns SIGINT and SIGTERM into an AbortSignal, so that the work can stop its children, let the application go on and
 * unlock. SIGHUP is swallowed: restic's `unlock` sends it to every process that a lock names, to see whether it lives,
 * and Node would die of it.
 */
function listenForInterrupt() {
    const controller = new AbortController();
    const end = (name) => {
        controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('cancelled', `Cancelled by ${name}.`));
    };
    const ignore = () => { };
    for (const name of ENDING_SIGNALS)
        process.on(name, end);
    process.on('SIGHUP', ignore);
    return {
        signal: controller.signal,
        close() {
            for (const name of ENDING_SIGNALS)
                process.off(name, end);
            process.off('SIGHUP', ignore);
        },
    };
}
/** `error`, or if it only says that the run was cancelled: by what. */
function withReason(error, signal) {
    if (!signal.aborted || (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asHoldfastError */ .C)(error)?.code !== 'cancelled')
        return error;
    const reason = signal.reason instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E ? signal.reason.message : 'Cancelled.';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('cancelled', reason, { cause: error });
}


/***/ }),

/***/ 75169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $8: () => (/* binding */ describePhase),
/* harmony export */   Pw: () => (/* binding */ fractionDone),
/* harmony export */   vk: () => (/* binding */ describeProgress)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95209);

const PHASE_WORDS = {
    connecting: 'connecting',
    unlocking: 'opening the repository',
    locking: 'locking the repository',
    'loading-index': 'loading the index',
    'before-commands': 'running the before commands',
    listing: 'backing up',
    dumping: 'dumping databases',
    'after-commands': 'running the after commands',
    finishing: 'finishing the snapshot',
    preflight: 'looking at the destination',
    restoring: 'restoring',
    verifying: 'verifying',
    swapping: 'swapping in',
    'removing-snapshots': 'removing snapshots',
    'removing-archives': 'removing archives',
    checking: 'checking',
    'reading-packs': 'reading packs',
    'walking-trees': 'finding what is needed',
    planning: 'choosing packs',
    repacking: 'writing packs anew',
    'rewriting-indexes': 'writing indexes',
    removing: 'removing packs',
    copying: 'copying',
};
function describePhase(phase) {
    return PHASE_WORDS[phase];
}
/** Done part of the work, 0 to 1, or null while the total isn't known. */
function fractionDone(progress) {
    const { bytesDone, bytesTotal, filesDone, filesTotal } = progress;
    if (bytesTotal !== null && bytesTotal > 0)
        return Math.min(1, bytesDone / bytesTotal);
    if (filesTotal !== null && filesTotal > 0)
        return Math.min(1, filesDone / filesTotal);
    return null;
}
/**
 * Where the work stands, on one line:
 * `backing up: 1,234 of 5,000 files, 1.2 GiB of 2.0 GiB, 60 %, about 1:10 left`.
 */
function describeProgress(progress, remainingMs) {
    const parts = [];
    if (progress.filesDone > 0 || progress.filesTotal !== null) {
        const { filesDone, filesTotal } = progress;
        const done = filesTotal === null ? '' : `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCount)(filesDone)} of `;
        parts.push(`${done}${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(filesTotal ?? filesDone, 'file')}`);
    }
    if (progress.bytesDone > 0 || progress.bytesTotal !== null) {
        const { bytesDone, bytesTotal } = progress;
        parts.push(bytesTotal === null
            ? (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatBytes)(bytesDone)
            : `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatBytes)(bytesDone)} of ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatBytes)(bytesTotal)}`);
    }
    const fraction = fractionDone(progress);
    if (fraction !== null)
        parts.push(`${Math.floor(fraction * 100)} %`);
    if (remainingMs !== null)
        parts.push(`about ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatDuration)(remainingMs)} left`);
    const words = describePhase(progress.phase);
    return parts.length === 0 ? words : `${words}: ${parts.join(', ')}`;
}


/***/ }),

/***/ 37650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ Estimate)
/* harmony export */ });
/** A file costs about as much as this many bytes, whatever its size: opening, listing, a tree's node. */
const FILE_COST_BYTES = 16 * 1024;
/** Weight of the newest pace against the older ones, for samples `SAMPLE_MS` apart. */
const SMOOTHING = 0.2;
const SAMPLE_MS = 1000;
/** Who waits for something (a lock on storage, a host that hangs) can't tell for how long. */
const STALLED_MS = 10_000;
/**
 * How long the work will still take, from its pace so far: a running mean that forgets, so that a slow start doesn't
 * spoil the rest. Knows nothing until totals are known and two seconds of one phase have passed.
 */
class Estimate {
    #phase = null;
    #costPerMs = null;
    #sampledAtMs = 0;
    #sampledCost = 0;
    #cost = 0;
    #movedAtMs = 0;
    #isStalled = false;
    /** Takes note of where the work stands at `nowMs` (any steady clock). */
    observe(progress, nowMs) {
        const cost = costOf(progress.bytesDone, progress.filesDone);
        this.#lookForMovement(progress.phase, cost, nowMs);
        if (progress.phase !== this.#phase) {
            this.#phase = progress.phase;
            this.#costPerMs = null;
            this.#sampledAtMs = nowMs;
            this.#sampledCost = cost;
            return;
        }
        const elapsedMs = nowMs - this.#sampledAtMs;
        if (elapsedMs < SAMPLE_MS)
            return;
        const pace = (cost - this.#sampledCost) / elapsedMs;
        const weight = 1 - (1 - SMOOTHING) ** (elapsedMs / SAMPLE_MS);
        this.#costPerMs = this.#costPerMs === null ? pace : this.#costPerMs + weight * (pace - this.#costPerMs);
        this.#sampledAtMs = nowMs;
        this.#sampledCost = cost;
    }
    #lookForMovement(phase, cost, nowMs) {
        if (phase !== this.#phase || cost !== this.#cost)
            this.#movedAtMs = nowMs;
        this.#cost = cost;
        this.#isStalled = nowMs - this.#movedAtMs >= STALLED_MS;
    }
    /** Milliseconds left, or null when nobody can tell. */
    remainingMs(progress) {
        const { filesTotal, bytesTotal } = progress;
        if (this.#isStalled || this.#costPerMs === null || this.#costPerMs <= 0 || bytesTotal === null)
            return null;
        const total = costOf(bytesTotal, filesTotal ?? progress.filesDone);
        const left = total - costOf(progress.bytesDone, progress.filesDone);
        return left <= 0 ? 0 : left / this.#costPerMs;
    }
}
function costOf(bytes, files) {
    return bytes + files * FILE_COST_BYTES;
}


/***/ }),

/***/ 86036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ LogReporter)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95209);
/* harmony import */ var _describe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75169);
/* harmony import */ var _estimate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37650);



/** A log gets one line of progress this often. */
const LINE_EVERY_MS = 10_000;
/**
 * Speaks to a log: a line when a phase begins, and every 10 s one that says how far it is and how long it will take.
 * The timer keeps speaking while the operation is silent, so that a reader sees the difference between slow and dead.
 * `close` ends it; idempotent.
 */
class LogReporter {
    #log;
    #now;
    #startMs;
    #estimate = new _estimate_js__WEBPACK_IMPORTED_MODULE_0__/* .Estimate */ .H();
    #timer;
    #latest = null;
    /** @param now A steady clock in milliseconds; tests bring their own. */
    constructor(log, now = () => performance.now()) {
        this.#log = log;
        this.#now = now;
        this.#startMs = now();
        this.#timer = setInterval(() => this.#speak(), LINE_EVERY_MS);
        this.#timer.unref();
    }
    onProgress(progress) {
        if (progress.phase !== this.#latest?.phase)
            this.#log.info(this.#stamped((0,_describe_js__WEBPACK_IMPORTED_MODULE_1__/* .describePhase */ .$8)(progress.phase)));
        this.#latest = progress;
        this.#estimate.observe(progress, this.#now());
    }
    onWarning(message) {
        this.#log.warning(message);
    }
    onInfo(message) {
        this.#log.info(message);
    }
    close() {
        clearInterval(this.#timer);
    }
    #speak() {
        if (this.#latest === null)
            return;
        this.#estimate.observe(this.#latest, this.#now());
        this.#log.info(this.#stamped((0,_describe_js__WEBPACK_IMPORTED_MODULE_1__/* .describeProgress */ .vk)(this.#latest, this.#estimate.remainingMs(this.#latest))));
    }
    #stamped(text) {
        return `[${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatDuration)(this.#now() - this.#startMs)}] ${text}`;
    }
}


/***/ }),

/***/ 53648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Or: () => (/* binding */ isSystemError),
/* harmony export */   f9: () => (/* binding */ systemErrorText),
/* harmony export */   xU: () => (/* binding */ systemCode)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);


/** Errors of Linux that Node has no name for: it gives them as `Unknown system error -116`. By their numbers. */
const UNNAMED = new Map([
    [-74, ['EBADMSG', 'its checksum is wrong']],
    [-116, ['ESTALE', 'stale file handle']],
    [-117, ['EUCLEAN', 'the filesystem is damaged']],
    [-122, ['EDQUOT', 'the disk quota is used up']],
    [-126, ['ENOKEY', 'the key to what is encrypted there is not loaded']],
]);
/** The system's name of `error` (`ENOENT`), or empty. */
function systemCode(error) {
    if (!(error instanceof Error && 'code' in error && typeof error.code === 'string'))
        return '';
    return unnamed(error)?.[0] ?? error.code;
}
function unnamed(error) {
    const isOurs = process.platform === 'linux' && 'errno' in error && typeof error.errno === 'number';
    return isOurs ? UNNAMED.get(error.errno) : undefined;
}
/**
 * What the system says, for a message that names the file itself: `no such file or directory (ENOENT)`. Node's own text
 * names it too, and the call. Any other error's message is shown as it is, escaped.
 */
function systemErrorText(error) {
    if (!(error instanceof Error))
        return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(String(error));
    const code = systemCode(error);
    if (!isSystemError(error))
        return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(error.message || code);
    const text = unnamed(error)?.[1] ?? (0,node_util__WEBPACK_IMPORTED_MODULE_0__.getSystemErrorMessage)(error.errno);
    return `${text ?? 'the system refuses it'} (${code})`;
}
/** Whether `error` is Node's for a system call that failed. What zlib and zstd say has an `errno` too, a number of their own. */
function isSystemError(error) {
    const code = systemCode(error);
    if (code === '' || /^Z(STD)?_/.test(code))
        return false;
    return error instanceof Error && 'errno' in error && typeof error.errno === 'number' && error.errno < 0;
}


/***/ }),

/***/ 58508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ PROGRAM_VERSION),
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** Kept equal to package.json's by test/version.test.ts: a bundle can't read that file. */
const VERSION = '0.1.0';
/** How we name ourselves in snapshots and at the terminal. */
const PROGRAM_VERSION = `holdfast ${VERSION}`;


/***/ }),

/***/ 17526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ withoutWorkflowCommands)
/* harmony export */ });
/**
 * `text`, each line of it so that GitHub's runner can't take it for a workflow command. The runner acts on a line that
 * begins with `::` after any white space (.NET's: U+0085 too), and on an older form, `##[command]`, anywhere in a line.
 * The command line runs in workflows, too: a file called `##[add-mask]a` must stay a name there.
 */
function withoutWorkflowCommands(text) {
    return text.replace(/^((?:[^\S\n]|\x85)*):(?=:)/gm, '$1\\x3a').replaceAll('##[', '#\\x23[');
}


/***/ })

};
