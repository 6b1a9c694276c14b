export const id = 827;
export const ids = [827];
export const modules = {

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

/***/ 68881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseChoice: () => (/* binding */ parseChoice)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/**
 * `text` if it is one of `choices`.
 * @param name Of the flag or input, for the message.
 * @throws HoldfastError bad-input.
 */
function parseChoice(text, name, choices) {
    const choice = choices.find((one) => one === text);
    if (choice !== undefined)
        return choice;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected ${choices.join(', ')}.`);
}


/***/ }),

/***/ 26670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ addDrillFlags),
/* harmony export */   f: () => (/* binding */ refuseUnmeantOfDrill)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6222);


function addDrillFlags(command) {
    (0,_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .addFilterFlags */ .pg)(command);
    command
        .option('--random-within <span>', 'one of the last 90d, say, drawn by --seed')
        .option('--seed <text>', 'what it is drawn by; the same seed draws the same')
        .option('--image <what=image>', 'restore into a container of this image: files=IMAGE, postgresql=IMAGE, mariadb=, mysql=, redis=, dolt=, opensearch=; several (default: a temporary folder)', _flags_js__WEBPACK_IMPORTED_MODULE_0__/* .collect */ .Fo, [])
        .option('--application <key=value>', 'start the application itself beside it: image=IMAGE, command=SHELL COMMAND, ready=CHECK, user=, init-limit=, mount=/PATH/IN/SNAPSHOT=/PATH; several', _flags_js__WEBPACK_IMPORTED_MODULE_0__/* .collect */ .Fo, [])
        .option('--engine <engine>', 'docker or podman (default: docker)')
        .option('--check <check>', "of your own: 'sql: SELECT … => RESULT', 'command: SHELL COMMAND => OUTPUT', 'http: URL => TEXT', 'file: /PATH => TEXT', and 'command application: …', 'http application: …'; several", _flags_js__WEBPACK_IMPORTED_MODULE_0__/* .collect */ .Fo, [])
        .option('--leave-out <dump>', 'do not drill this dump or bucket, or run this check of the application; the evidence says so; several', _flags_js__WEBPACK_IMPORTED_MODULE_0__/* .collect */ .Fo, [])
        .option('--trust-snapshot', 'run checks that are commands out of the snapshot (profile generic) without a container, too')
        .option('--max-age <age>', 'fail if the newest complete snapshot is older, such as 30h or 8d')
        .option('--max-restore-time <span>', 'fail if restoring and proving takes longer, such as 2h')
        .option('--memory <size>', 'of each container (default: 2g)')
        .option('--cpus <number>', 'of each container (default: 2)')
        .option('--processes <n>', 'in each container at most (default: 512)')
        .option('--time-limit <span>', 'of the whole drill (default: 4h)')
        .option('--init-limit <span>', 'until a service must answer (default: 1m)')
        .option('--restic <mode>', 'stock restic as a witness: restore, check, never, or auto: restore where it is installed (default: auto)')
        .option('--signing-key <file>', 'sign the evidence with the Ed25519 key in a file (PEM; default: $HOLDFAST_SIGNING_KEY)')
        .option('--recovery-code-file <file>', 'every fourth drill opens the repository with the recovery code in a file (default: $HOLDFAST_RECOVERY_CODE)')
        .option('--evidence <location>', 'where evidence is kept (default: beside the repository)')
        .option('--no-evidence', 'keep none')
        .option('--statement <file>', 'also write the evidence (in-toto statement) to a new file')
        .option('--page <file>', 'also write a page for people to a new file')
        .option('--sheet <file>', 'also write the recovery sheet to a new file');
}
/** Of containers alone. */
const OF_CONTAINERS = ['engine', 'memory', 'cpus', 'processes', 'initLimit'];
/**
 * Who bounds a container believes that there is one: a temporary folder has no bounds.
 * @throws HoldfastError bad-input for that, and for a signature of what isn't kept.
 */
function refuseUnmeantOfDrill(flags) {
    const alone = flags.image.length === 0 ? OF_CONTAINERS.find((name) => flags[name] !== undefined) : undefined;
    if (alone !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use --${alone === 'initLimit' ? 'init-limit' : alone} without --image: expected both. Without an image files ` +
            'are restored into a temporary folder, where no container is started. Name one, or leave it out.');
    }
    if (flags.evidence !== false || flags.signingKey === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', 'Cannot use both --signing-key and --no-evidence: only evidence that is kept is signed, expected one of them. Leave out ' +
        'the other.');
}


/***/ }),

/***/ 32900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BI: () => (/* binding */ EXIT_STATUS_MEANINGS),
/* harmony export */   et: () => (/* binding */ exitStatusOf),
/* harmony export */   vu: () => (/* binding */ ExitStatus)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** Exit statuses of the command line: restic's, where restic has one. */
const ExitStatus = {
    ok: 0,
    /** Failed; nothing half-done counts. */
    fatal: 1,
    /**
     * A snapshot was made, but something could not be read, or a path isn't there: it is tagged `incomplete`. Or a
     * snapshot could not be removed, or was not because its target is frozen. Or a plan has targets that can't be run, or an
     * audit found something.
     */
    incomplete: 3,
    repositoryMissing: 10,
    locked: 11,
    wrongPassword: 12,
    interrupted: 130,
};
/** For `--help` and the documentation. */
const EXIT_STATUS_MEANINGS = {
    0: 'done',
    1: 'failed: the message says what and what to do',
    3: 'the backup is incomplete: some files could not be read, or a path is not there (the snapshot is kept, tagged `incomplete`); or not all was forgotten: a snapshot could not be removed, or a target is frozen; or a plan has targets that can’t be backed up; or an audit found that backups are not as they were promised',
    10: 'the repository does not exist',
    11: 'the repository is locked by somebody else',
    12: 'wrong password',
    130: 'interrupted (SIGINT, SIGTERM)',
};
const STATUS_OF_CODE = {
    'repository-missing': ExitStatus.repositoryMissing,
    locked: ExitStatus.locked,
    'wrong-password': ExitStatus.wrongPassword,
    cancelled: ExitStatus.interrupted,
};
/** The exit status that says what `error` was. */
function exitStatusOf(error) {
    const known = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asHoldfastError */ .C)(error);
    return (known === null ? undefined : STATUS_OF_CODE[known.code]) ?? ExitStatus.fatal;
}


/***/ }),

/***/ 6222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fo: () => (/* binding */ collect),
/* harmony export */   NT: () => (/* binding */ addAsOfFlag),
/* harmony export */   kQ: () => (/* binding */ addGlobalFlags),
/* harmony export */   pg: () => (/* binding */ addFilterFlags),
/* harmony export */   rR: () => (/* binding */ addHostFlags)
/* harmony export */ });
/** For flags that may be given several times. */
function collect(value, earlier) {
    return [...earlier, value];
}
function addGlobalFlags(program) {
    program
        .option('-r, --repo <location>', 'repository to use (default: $RESTIC_REPOSITORY)')
        .option('--repository-file <file>', 'read the repository’s location from a file (default: $RESTIC_REPOSITORY_FILE)')
        .option('-p, --password-file <file>', 'read the password from a file (default: $RESTIC_PASSWORD_FILE)')
        .option('--password-command <command>', 'get the password from a command (default: $RESTIC_PASSWORD_COMMAND)')
        .option('--json', 'print JSON for a program; the last line is the result')
        .option('-q, --quiet', 'print results and problems alone')
        .option('-v, --verbose', 'say more: each change of a restore, all figures of a prune, where a failure came from', (_value, count) => count + 1, 0)
        .option('--no-lock', 'do not lock the repository when reading it (for storage that can’t be written)')
        .option('--retry-lock <duration>', 'wait this long for somebody else’s lock, e.g. 5m (default: fail at once)')
        .option('--key-hint <key>', 'ID of the key to try first (default: $RESTIC_KEY_HINT)')
        .option('--compression <mode>', 'of what is written: auto, off, fastest, better, max; not in version 1 (default: $RESTIC_COMPRESSION, else auto)')
        .option('--pack-size <size>', 'in MiB, of packs that are written: 4 to 128 (default: $RESTIC_PACK_SIZE, else 16)')
        .option('--cacert <file>', 'believe the authorities whose certificates are in a file, too, for S3 (default: $RESTIC_CACERT)')
        .option('-o, --option <key=value>', 's3.region, s3.bucket-lookup, s3.connections, s3.storage-class, s3.sse, s3.sse-kms-key-id; several', collect, [])
        .option('--object-lock <mode>', 'lock what is saved to S3 against removal: compliance (by anybody), or governance')
        .option('--object-lock-days <days>', 'for so many days; extended when less than half is left')
        .option('--no-cache', 'keep nothing of a repository on this machine')
        .option('--cache-dir <folder>', 'where caches lie (default: $RESTIC_CACHE_DIR, else $XDG_CACHE_HOME, else ~/.cache); ours below holdfast/')
        .option('--cleanup-cache', 'remove caches of repositories that were not used for 30 days')
        .option('--profile <file>', 'write a CPU profile of this run to a file');
}
/** For commands that read a repository. */
function addAsOfFlag(command) {
    return command.option('--as-of <time>', 'the repository as it was then, from an S3 bucket that keeps versions: 2026-11-21T10:47:54');
}
function addHostFlags(command) {
    command
        .option('--on <host>', 'where the files are: local, or ssh://user@host:port', 'local')
        .option('--identity <file>', 'private key to log in with (default: those of $SSH_AUTH_SOCK, then ~/.ssh/id_*)')
        .option('--identity-passphrase-file <file>', 'read its passphrase from a file')
        .option('--ssh-password-file <file>', 'log in with the password in a file, instead of the agent’s keys (default: $HOLDFAST_SSH_PASSWORD)')
        .option('--known-hosts <file>', 'known_hosts file, or the host’s SHA256:… fingerprint (default: ~/.ssh/known_hosts)')
        .option('--jump <host>', 'go through this host: ssh://user@host:port; several: in this order', collect, [])
        .option('--become <how>', 'run commands with more rights: sudo (must not ask for a password)')
        .option('--ssh-client <client>', 'ssh2 (built in), or openssh: the system’s ssh with your own configuration', 'ssh2')
        .option('--container <container>', 'the files are in a container there: docker:[USER@]NAME, podman:[USER@]NAME, compose:[USER@]PROJECT/SERVICE');
}
/** What narrows snapshots. @param host Its letter is restic's, which forget has for something else. */
function addFilterFlags(command, host = '-H, --host <name>') {
    command
        .option(host, 'only snapshots of this host; several: of any of them (default: $RESTIC_HOST; empty: of all)', collect, [])
        .option('--tag <tag,…>', 'only snapshots with all of these tags; several: with any such list', collect, [])
        .option('--path <path>', 'only snapshots of this path; several: of all of them', collect, [])
        .option('--of <target>', 'only snapshots of this application')
        .option('--not-after <time>', 'only snapshots taken until then: 2026-11-21, 2026-11-21T10:47:54');
}


/***/ }),

/***/ 10431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ isFromNamed),
/* harmony export */   l: () => (/* binding */ addFromFlags)
/* harmony export */ });
/** Flags of a command that reads another repository, too. */
function addFromFlags(command) {
    return command
        .option('--from-repo <location>', 'that other repository (default: $RESTIC_FROM_REPOSITORY)')
        .option('--from-repository-file <file>', 'read its location from a file')
        .option('--from-password-file <file>', 'read its password from a file (default: $RESTIC_FROM_PASSWORD_FILE)')
        .option('--from-password-command <command>', 'get its password from a command')
        .option('--from-key-hint <key>', 'ID of its key to try first');
}
/** Whether the other repository is named, by flags or the environment. */
function isFromNamed({ flags, terminal: { env } }) {
    return (flags.fromRepo !== undefined ||
        flags.fromRepositoryFile !== undefined ||
        Boolean(env['RESTIC_FROM_REPOSITORY'] || env['RESTIC_FROM_REPOSITORY_FILE']));
}


/***/ }),

/***/ 30772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./node_modules/commander/index.js + 6 modules
var commander = __webpack_require__(67375);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
// EXTERNAL MODULE: ./build/cli/exit-status.js
var exit_status = __webpack_require__(32900);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./build/workflow-commands.js
var workflow_commands = __webpack_require__(17526);
;// CONCATENATED MODULE: ./build/cli/output.js


/** Characters that a terminal may act on, or that a person can't see, and JSON leaves as they are. */
const UNSAFE_IN_JSON = /[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]/gu;
/** Digits as they are: numbers past 2^53 (inodes) survive. TypeScript doesn't know of it yet. */
const rawJson = JSON.rawJSON;
/**
 * What a command says. Results go to stdout: lines of text, or with --json one JSON value a line, the last of which
 * is the result. What a person should know beside them goes to stderr. Lines must already be escaped (`display`).
 */
class Output {
    mode;
    /** 0 quiet, 1 normal, from 2 on verbose. */
    verbosity;
    #terminal;
    #beforeOutput = null;
    constructor(terminal, mode, verbosity) {
        this.#terminal = terminal;
        this.mode = mode;
        this.verbosity = verbosity;
    }
    /** A line of the result; nothing with --json. Await it: a slow reader holds us up instead of filling the memory. */
    async line(text) {
        if (this.mode === 'text')
            await this.#write(`${(0,workflow_commands/* withoutWorkflowCommands */.C)(text)}\n`);
    }
    /** A JSON value on a line of its own; nothing without --json. */
    async json(value) {
        if (this.mode === 'json')
            await this.#write(`${toJsonLine(value)}\n`);
    }
    /** Bytes as they are: what `dump` gives. Resolves when they are read no more. */
    bytes(bytes) {
        const { stdout } = this.#terminal;
        this.#makeWay();
        return new Promise((resolve, reject) => {
            stdout.write(bytes, (error) => (error == null ? resolve() : reject(error)));
        });
    }
    /** A line for a person beside the result; nothing with --quiet or --json. */
    note(text) {
        if (this.verbosity >= 1 && this.mode === 'text')
            this.#writeStderr(`${text}\n`);
    }
    warning(text) {
        this.#writeStderr(this.mode === 'json'
            ? `${toJsonLine({ message_type: 'warning', message: text })}\n`
            : `warning: ${text}\n`);
    }
    /** restic's form of a failure, with --json too. */
    failure(text, status) {
        this.#writeStderr(this.mode === 'json'
            ? `${toJsonLine({ message_type: 'exit_error', code: status, message: text })}\n`
            : `Fatal: ${text}\n`);
    }
    /** `clear` is called before anything is written to stderr, or to stdout on the same terminal: it takes a progress bar off the line. */
    onBeforeOutput(clear) {
        this.#beforeOutput = clear;
    }
    #makeWay() {
        if (this.#terminal.stdout.isTTY)
            this.#beforeOutput?.();
    }
    #writeStderr(text) {
        this.#beforeOutput?.();
        this.#terminal.stderr.write((0,workflow_commands/* withoutWorkflowCommands */.C)(text));
    }
    async #write(data) {
        const { stdout } = this.#terminal;
        this.#makeWay();
        if (!stdout.write(data))
            await (0,external_node_events_.once)(stdout, 'drain');
    }
}
/** One line of JSON (several with an `indent`); bigints as numbers, all digits kept; nothing in it that a terminal or GitHub's runner acts on. */
function toJsonLine(value, indent = 0) {
    const json = JSON.stringify(value, (_key, member) => (typeof member === 'bigint' ? rawJson(member.toString()) : member), indent);
    return json
        .replaceAll('##[', '#\\u0023[')
        .replace(UNSAFE_IN_JSON, (character) => Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''));
}

// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(58508);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
;// CONCATENATED MODULE: ./build/cli/examples.js
/** Shows examples below a command's flags: what a person looks for first. */
function addExamples(command, ...examples) {
    const lines = examples.map(([line, meaning]) => `  # ${meaning}\n  ${line}`);
    command.addHelpText('after', `\nExamples:\n${lines.join('\n\n')}\n\nFlags of every command (--repo, --json, --quiet …): holdfast --help`);
}

;// CONCATENATED MODULE: ./build/cli/commands/archives.js


function addArchivesCommand(program, runner) {
    const command = program
        .command('archives')
        .summary('list the archives of a folder or a bucket')
        .description('Lists the archives that `backup --archive-to` made, oldest first, by their manifests: nothing is decrypted.')
        .argument('<location>', 'a folder, or s3:https://HOST/BUCKET/PREFIX')
        .option('-H, --host <name>', 'only those of this host')
        .option('--of <target>', 'only those of this application');
    addExamples(command, ['holdfast archives /srv/archives --of wiki', 'Those of one application']);
    runner.handle(command, run);
}
async function run(task, [location = '']) {
    const [{ openArchives }, { findArchives }] = await Promise.all([
        Promise.all(/* import() | command-archives */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(7150)]).then(__webpack_require__.bind(__webpack_require__, 74495)),
        Promise.all(/* import() | command-archives */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(7150)]).then(__webpack_require__.bind(__webpack_require__, 90456)),
    ]);
    const { host, of } = task.flags;
    const store = await openArchives(task, location);
    try {
        const found = (await findArchives(store, task.signal)).filter(({ manifest }) => (of === undefined || manifest?.target === of) && (host === undefined || manifest?.hostname === host));
        await show(task, found);
    }
    finally {
        await store.close();
    }
}
async function show({ output }, found) {
    const [{ tableLines }, { formatLocalTime }, { formatBytes, formatCounted }, { archiveJson }] = await Promise.all([
        Promise.all(/* import() | command-archives */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(7150)]).then(__webpack_require__.bind(__webpack_require__, 81681)),
        Promise.all(/* import() | command-archives */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(7150)]).then(__webpack_require__.bind(__webpack_require__, 51846)),
        Promise.all(/* import() | command-archives */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(7150)]).then(__webpack_require__.bind(__webpack_require__, 95209)),
        Promise.all(/* import() | command-archives */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(7150)]).then(__webpack_require__.bind(__webpack_require__, 50566)),
    ]);
    await output.json(found.map(archiveJson));
    const rows = found.map(({ id, file, manifest, fault }) => [
        id,
        manifest === null ? '' : formatLocalTime(manifest.timeNs),
        (0,bytestring.displayText)(manifest?.hostname ?? ''),
        (0,bytestring.displayText)(manifest?.target ?? ''),
        fault === null ? (manifest?.complete ? '' : 'incomplete') : (0,bytestring.displayText)(fault),
        file === null ? '' : formatBytes(file.sizeBytes),
    ]);
    const columns = ['ID', 'Time', 'Host', 'Of', 'Fault'].map((title) => ({ title }));
    for (const line of tableLines([...columns, { title: 'Size', right: true }], rows))
        await output.line(line);
    await output.line(formatCounted(found.length, 'archive'));
}

// EXTERNAL MODULE: ./build/config/defaults.js
var defaults = __webpack_require__(91573);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/cli/commands/audit.js




function addAuditCommand(program, runner) {
    const command = program
        .command('audit')
        .summary('compare what a backup.yml promises with what there is')
        .description('Says which targets missed a run, are older than their RPO, lack a copy or a drill, and which workflows are disabled, failed or ' +
        'didn’t run. Repositories are only read; their passwords are taken from the variables that the file names.')
        .argument('[config]', 'the file', defaults/* DEFAULT_CONFIG */.P)
        .option('--workflows <folder>', 'workflows to look at, too', defaults/* DEFAULT_WORKFLOWS */.B)
        .option('--grace <span>', 'how late a run may be', '3h')
        .option('--evidence <location>', 'evidence of drills (default: beside each repository)')
        .option('--evidence-key <file>', 'only what is signed by the Ed25519 key in a file (PEM) counts')
        .option('--token-file <file>', 'ask GitHub for runs by the token in a file (default: $GH_TOKEN, $GITHUB_TOKEN)')
        .option('--github-repository <owner/name>', 'of which GitHub repository (default: $GITHUB_REPOSITORY)')
        .option('--on-findings <policy>', 'fail (exit status 3) or warn when something isn’t as it was promised', 'fail');
    addExamples(command, [
        'holdfast audit --github-repository acme/backups',
        'All of it, with the token in $GH_TOKEN',
    ]);
    runner.handle(command, audit_run);
}
async function audit_run(task, [config = defaults/* DEFAULT_CONFIG */.P]) {
    const { parseChoice } = await Promise.all(/* import() | command-audit */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(1173), __webpack_require__.e(3758), __webpack_require__.e(1122), __webpack_require__.e(7557), __webpack_require__.e(9680)]).then(__webpack_require__.bind(__webpack_require__, 68881));
    const onFindings = parseChoice(task.flags.onFindings, '--on-findings', ['fail', 'warn']);
    const audited = await read(task, config);
    await audit_show(task, audited);
    const failed = audited.findings.some(({ severity }) => severity === 'error');
    return failed && onFindings === 'fail' ? exit_status/* ExitStatus */.vu.incomplete : exit_status/* ExitStatus */.vu.ok;
}
async function read(task, config) {
    const [{ audit }, { readAuditedStorage }, { readFileOf, readWorkflowsOf }, { accessHere, storageTools }, { parseAge }, { evidenceKey },] = await Promise.all([
        Promise.all(/* import() | command-audit */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(1173), __webpack_require__.e(3758), __webpack_require__.e(1122), __webpack_require__.e(7557), __webpack_require__.e(9680)]).then(__webpack_require__.bind(__webpack_require__, 12579)),
        Promise.all(/* import() | command-audit */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(1173), __webpack_require__.e(3758), __webpack_require__.e(1122), __webpack_require__.e(7557), __webpack_require__.e(9680)]).then(__webpack_require__.bind(__webpack_require__, 4458)),
        Promise.all(/* import() | command-audit */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(1173), __webpack_require__.e(3758), __webpack_require__.e(1122), __webpack_require__.e(7557), __webpack_require__.e(9680)]).then(__webpack_require__.bind(__webpack_require__, 18443)),
        Promise.all(/* import() | command-audit */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(1173), __webpack_require__.e(3758), __webpack_require__.e(1122), __webpack_require__.e(7557), __webpack_require__.e(9680)]).then(__webpack_require__.bind(__webpack_require__, 70849)),
        Promise.all(/* import() | command-audit */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(1173), __webpack_require__.e(3758), __webpack_require__.e(1122), __webpack_require__.e(7557), __webpack_require__.e(9680)]).then(__webpack_require__.bind(__webpack_require__, 55067)),
        Promise.all(/* import() | command-audit */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(1173), __webpack_require__.e(3758), __webpack_require__.e(1122), __webpack_require__.e(7557), __webpack_require__.e(9680)]).then(__webpack_require__.bind(__webpack_require__, 93758)),
    ]);
    const { flags } = task;
    const root = process.cwd();
    const nowMs = Date.now();
    const key = await evidenceKey(flags.evidenceKey);
    return audit({
        file: await readFileOf(root, config),
        workflows: await readWorkflowsOf(root, flags.workflows),
        nowMs,
        graceMs: parseAge(flags.grace, '--grace'),
        readStorage: (storage) => readAuditedStorage(accessHere(task, storage), {
            evidence: flags.evidence ?? null,
            evidenceKey: key,
            nowMs,
            ...storageTools(task),
        }),
        runs: await readRuns(task),
    });
}
async function readRuns({ flags, terminal: { env }, signal }) {
    const { readSecretFile } = await Promise.all(/* import() | command-audit */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(1173), __webpack_require__.e(3758), __webpack_require__.e(1122), __webpack_require__.e(7557), __webpack_require__.e(9680)]).then(__webpack_require__.bind(__webpack_require__, 64986));
    const { tokenFile } = flags;
    const token = tokenFile === undefined
        ? env['GH_TOKEN'] || env['GITHUB_TOKEN'] || null
        : await readSecretFile(tokenFile, 'the token');
    const named = flags.githubRepository;
    const repository = named ?? env['GITHUB_REPOSITORY'] ?? '';
    const isName = /^[\w.-]+\/[\w.-]+$/.test(repository);
    if (named !== undefined && !isName)
        throw cannotAsk(`${JSON.stringify(named)} is no GitHub repository`);
    if (tokenFile !== undefined && !isName)
        throw cannotAsk('nobody says of which GitHub repository');
    if (token === null || !isName)
        return null;
    const { githubRuns } = await Promise.all(/* import() | command-audit */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(1173), __webpack_require__.e(3758), __webpack_require__.e(1122), __webpack_require__.e(7557), __webpack_require__.e(9680)]).then(__webpack_require__.bind(__webpack_require__, 38468));
    return githubRuns({ repository, token, ownRef: env['GITHUB_WORKFLOW_REF'] ?? null, signal });
}
function cannotAsk(why) {
    return new errors/* HoldfastError */.E('bad-input', `Cannot ask GitHub for runs: ${why}, expected OWNER/NAME. Give --github-repository acme/backups.`);
}
async function audit_show({ output }, { findings, silenced, targets }) {
    const { showFindings } = await Promise.all(/* import() | command-audit */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(1173), __webpack_require__.e(3758), __webpack_require__.e(1122), __webpack_require__.e(7557), __webpack_require__.e(9680)]).then(__webpack_require__.bind(__webpack_require__, 63838));
    await output.json({
        findings,
        silenced,
        targets: targets.map(({ target: { name, hostname }, lastMs, provedMs }) => ({
            target: name,
            hostname,
            lastMs,
            provedMs,
        })),
    });
    await showFindings(output, { findings, silenced });
    if (findings.length === 0)
        await output.line('Backups are as they were promised.');
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/cli/flags.js
var flags = __webpack_require__(6222);
;// CONCATENATED MODULE: ./build/cli/age-flags.js


function addSealingFlags(command) {
    command
        .option('--age-recipient <key>', 'encrypt the archive for this public key (age1…); several: each can open it', flags/* collect */.Fo, [])
        .option('--age-recipients-file <file>', 'the same, keys in a file, one a line; several', flags/* collect */.Fo, [])
        .option('--age-passphrase-file <file>', 'or encrypt it with the passphrase in a file')
        .option('--unencrypted', 'or not at all: whoever comes by the archive reads all of it');
}
function addOpeningFlags(command) {
    command
        .option('--age-identity <file>', 'open the archive with the secret keys in a file; several', flags/* collect */.Fo, [])
        .option('--age-passphrase-file <file>', 'or with the passphrase in a file');
}
/** Refuses flags of archives where there is none. @throws HoldfastError bad-input. */
function refuseSealingFlags(flags) {
    const given = (flags.ageRecipient.length > 0 && '--age-recipient') ||
        (flags.ageRecipientsFile.length > 0 && '--age-recipients-file') ||
        (flags.agePassphraseFile !== undefined && '--age-passphrase-file') ||
        (flags.unencrypted && '--unencrypted');
    if (!given)
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot use ${given} without --archive-to: a repository is encrypted with its own password.`);
}
/** The same for what opens one. @throws HoldfastError bad-input. */
function refuseOpeningFlags(flags) {
    const given = (flags.ageIdentity.length > 0 && '--age-identity') ||
        (flags.agePassphraseFile !== undefined && '--age-passphrase-file');
    if (!given)
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot use ${given} without --archive-from: a repository is opened by its own password.`);
}

;// CONCATENATED MODULE: ./build/cli/application-flags.js

function addApplicationFlags(command) {
    command
        .option('--app <name>', 'save an application as its profile says: generic, looker, dss, dokku, dolt, kestra. It is looked at, stopped under a lease, saved with its databases, and started')
        .option('--app-option <key=value>', 'what the profile must know; a list’s key stands once for each value; several', flags/* collect */.Fo, []);
}

;// CONCATENATED MODULE: ./build/cli/backup-flags.js
/** Help of --database-on. */
const DATABASE_ON = 'where databases’ tools run: on the host, here (an address must lead to it), here through a tunnel to the address as the host sees it (tunnel), or in a container of the host, as --container';

// EXTERNAL MODULE: ./build/cli/notify-flags.js
var notify_flags = __webpack_require__(14218);
;// CONCATENATED MODULE: ./build/cli/quiesce-flags.js

function addQuiesceFlags(command) {
    command
        .option('--stop <command>', 'shell command on the host that stops the application while files are read; several. A watchdog there starts it again, whatever becomes of this run', flags/* collect */.Fo, [])
        .option('--start <command>', 'shell command that starts it; several', flags/* collect */.Fo, [])
        .option('--status <command>', 'shell command that says whether it runs: exit status 0, it does; 3, it is stopped')
        .option('--lease <time>', 'how long this run may be silent before the application is started (default: 2m)')
        .option('--max-quiesce <time>', 'how long it may stand at most (default: 1h)')
        .option('--no-first-pass', 'with --stop: read nothing before the application is stopped (default: what changed is read first, and while it stands only what changed since)');
}

;// CONCATENATED MODULE: ./build/cli/told.js
/** `work`, of which others are told as the flags say. */
function told(about, work) {
    return async (task, positional) => {
        const { withNotices } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 2396));
        return withNotices(about, task, () => work(task, positional));
    };
}

// EXTERNAL MODULE: ./build/cli/volume-flags.js
var volume_flags = __webpack_require__(78933);
;// CONCATENATED MODULE: ./build/cli/commands/backup.js











const ABOUT = {
    action: 'Backup',
    isOfAHost: true,
    ifNotWell: 'incomplete',
    byEnvironment: true,
};
function addBackupCommand(program, runner) {
    const command = program
        .command('backup')
        .summary('save files of a host as a new snapshot')
        .description('Saves files and folders of a host as a new snapshot. Only what changed since the last one is read.')
        .argument('[path...]', 'absolute paths on the host (on this machine also relative ones)');
    (0,flags/* addHostFlags */.rR)(command);
    command
        .option('--files-from <file>', 'also the paths in a file of this machine, one a line, `#` for comments; no patterns; -: standard input; several', flags/* collect */.Fo, [])
        .option('--files-from-verbatim <file>', 'the same, each line as it is; several', flags/* collect */.Fo, [])
        .option('--files-from-raw <file>', 'the same, a NUL after each path; several', flags/* collect */.Fo, [])
        .option('-e, --exclude <pattern>', 'leave out what matches; several', flags/* collect */.Fo, [])
        .option('--iexclude <pattern>', 'the same, letter case ignored; several', flags/* collect */.Fo, [])
        .option('--exclude-file <file>', 'read such patterns from a file of this machine; several', flags/* collect */.Fo, [])
        .option('--iexclude-file <file>', 'the same, letter case ignored; several', flags/* collect */.Fo, [])
        .option('--database <url>', 'also a dump of this database: postgresql://user@host/name?option=value, mysql://…, sqlite:/path, redis://…, dolt://…, ' +
        'opensearch://…, or command:NAME=COMMAND; several', flags/* collect */.Fo, [])
        .option('--database-on <where>', DATABASE_ON, 'host')
        .option('--bucket <url>', 'also the objects of this bucket, s3:https://host/bucket/prefix, as far as they are new or changed; several', flags/* collect */.Fo, [])
        .option('--exclude-caches', 'leave out what is in folders with a CACHEDIR.TAG')
        .option('--exclude-if-present <name>', 'leave out what is in folders with such a file (NAME or NAME:HEADER)', flags/* collect */.Fo, [])
        .option('--exclude-larger-than <size>', 'leave out files larger than this (units k, m, g, t)')
        .option('-x, --one-file-system', 'do not go into other filesystems')
        .option('-H, --host <name>', 'host name to record (default: $RESTIC_HOST, else what the host calls itself)')
        .option('--of <target>', 'the application that the files belong to')
        .option('--tag <tag,…>', 'tags for the new snapshot; several', flags/* collect */.Fo, [])
        .option('--keep-because <reason>', 'keep the new snapshot whatever policy forgets others, until that is taken back, such as "before upgrading"')
        .option('--parent <snapshot>', 'compare with this snapshot (default: the newest of the same host and paths)')
        .option('-g, --group-by <what>', 'which snapshot is the newest: of the same host, paths, tags, with commas between; empty: of all', 'host,paths')
        .option('-f, --force', 'compare with none: read every file again')
        .option('--skip-if-unchanged', 'make no snapshot that holds what the one before does')
        .option('--ignore-ctime', 'a file is unchanged whatever its change time (ctime): new extended attributes alone go unseen')
        .option('--ignore-inode', 'the same, and whatever its inode number: for network filesystems that give new ones')
        .option('--time <time>', 'time to record: 2026-11-21T10:47:54 (default: now)')
        .option('--before <command>', 'shell command on the host, before files are read; several', flags/* collect */.Fo, [])
        .option('--after <command>', 'shell command on the host, after files are read, whatever happened; several', flags/* collect */.Fo, [])
        .option('--on-unreadable <policy>', 'fail or warn when something can’t be read (a missing path always fails)', 'fail')
        .option('--on-changed <policy>', 'fail or warn when a file changes while it is read; auto: fail with --before', 'auto')
        .option('--checkpoint-interval <time>', 'how often to save what is read so far, for the next run to go on from (default: 15m; 0: never)')
        .option('--copy-to <location>', 'a second repository, to copy the new snapshot to (default: $HOLDFAST_COPY_TO_REPOSITORY)')
        .option('--copy-to-password-file <file>', 'read its password from a file (default: $HOLDFAST_COPY_TO_PASSWORD_FILE)')
        .option('--copy-to-password-command <command>', 'get its password from a command')
        .option('--copy-to-key-hint <key>', 'ID of its key to try first')
        .option('--spool-size <size>', 'with --stop or --before and a repository in S3: how much may wait in $TMPDIR to be uploaded (default: 10g, at most half of what is free; 0: nothing)')
        .option('-n, --dry-run', 'list and compare only: read nothing, write nothing, run none of your commands')
        .option('--archive-to <location>', 'instead of a snapshot: one archive of everything, in a folder or at s3:https://HOST/BUCKET/PREFIX');
    addApplicationFlags(command);
    addQuiesceFlags(command);
    (0,notify_flags/* addNotifyFlags */.Y)(command, ABOUT);
    (0,volume_flags/* addVolumeFlags */.V)(command);
    addSealingFlags(command);
    addExamples(command, ['holdfast backup /etc /srv/data', 'Folders of this machine'], [
        'holdfast backup --on ssh://deploy@db.example --identity ~/.ssh/backup /srv/data',
        'A folder of another machine',
    ], [
        "holdfast backup --on ssh://deploy@db.example --of wiki --before 'docker stop wiki' --after 'docker start wiki' /srv/wiki",
        'An application that must hold still meanwhile',
    ], [
        'holdfast backup --on ssh://root@wiki.example --of wiki --database postgresql:///wiki?as=postgres /srv/wiki',
        'An application’s files with its database, in one snapshot',
    ], ['holdfast backup --on ssh://looker@bi.example --of looker --app looker', 'Looker, as its profile says'], [
        "holdfast backup --exclude '*.tmp' --exclude-caches --tag nightly /home",
        'Without what can be made again',
    ], [
        'holdfast backup --archive-to /srv/archives --age-recipient age1… --of wiki /srv/wiki',
        'One encrypted archive, which is restored by hand with three standard tools',
    ]);
    runner.handle(command, told(ABOUT, runBackup));
}
/** A backup by its flags: `dump-db` is one, too. */
async function runBackup(task, paths) {
    if (task.flags.archiveTo !== undefined) {
        const { backupToArchive } = await Promise.all(/* import() | backup-to-archive */[__webpack_require__.e(8816), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(176), __webpack_require__.e(4535), __webpack_require__.e(5270), __webpack_require__.e(3536), __webpack_require__.e(5064)]).then(__webpack_require__.bind(__webpack_require__, 42018));
        return backupToArchive(task, paths, task.flags.archiveTo);
    }
    refuseSealingFlags(task.flags);
    const [{ connect }, { backupOptions }, { databaseHost }, { withOpeningRepository }, { unlessFails }, { backup }, { AfterFailure }, { showBackup }, { prepareCopy }, { heldBy }, { quiesceOptions, refuseUnlessHeld }, { spoolOf }, { parseSpoolSize }, applications,] = await Promise.all([
        Promise.all(/* import() | command-backup */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(5873), __webpack_require__.e(176), __webpack_require__.e(4535), __webpack_require__.e(6486), __webpack_require__.e(3536), __webpack_require__.e(3877)]).then(__webpack_require__.bind(__webpack_require__, 65487)),
        Promise.all(/* import() | command-backup */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(5873), __webpack_require__.e(176), __webpack_require__.e(4535), __webpack_require__.e(6486), __webpack_require__.e(3536), __webpack_require__.e(3877)]).then(__webpack_require__.bind(__webpack_require__, 80776)),
        Promise.all(/* import() | command-backup */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(5873), __webpack_require__.e(176), __webpack_require__.e(4535), __webpack_require__.e(6486), __webpack_require__.e(3536), __webpack_require__.e(3877)]).then(__webpack_require__.bind(__webpack_require__, 16002)),
        Promise.all(/* import() | command-backup */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(5873), __webpack_require__.e(176), __webpack_require__.e(4535), __webpack_require__.e(6486), __webpack_require__.e(3536), __webpack_require__.e(3877)]).then(__webpack_require__.bind(__webpack_require__, 69261)),
        Promise.all(/* import() | command-backup */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(5873), __webpack_require__.e(176), __webpack_require__.e(4535), __webpack_require__.e(6486), __webpack_require__.e(3536), __webpack_require__.e(3877)]).then(__webpack_require__.bind(__webpack_require__, 54201)),
        Promise.all(/* import() | command-backup */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(5873), __webpack_require__.e(176), __webpack_require__.e(4535), __webpack_require__.e(6486), __webpack_require__.e(3536), __webpack_require__.e(3877)]).then(__webpack_require__.bind(__webpack_require__, 9179)),
        Promise.all(/* import() | command-backup */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(5873), __webpack_require__.e(176), __webpack_require__.e(4535), __webpack_require__.e(6486), __webpack_require__.e(3536), __webpack_require__.e(3877)]).then(__webpack_require__.bind(__webpack_require__, 58119)),
        Promise.all(/* import() | command-backup */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(5873), __webpack_require__.e(176), __webpack_require__.e(4535), __webpack_require__.e(6486), __webpack_require__.e(3536), __webpack_require__.e(3877)]).then(__webpack_require__.bind(__webpack_require__, 20447)),
        Promise.all(/* import() | command-backup */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(5873), __webpack_require__.e(176), __webpack_require__.e(4535), __webpack_require__.e(6486), __webpack_require__.e(3536), __webpack_require__.e(3877)]).then(__webpack_require__.bind(__webpack_require__, 24495)),
        Promise.all(/* import() | command-backup */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(5873), __webpack_require__.e(176), __webpack_require__.e(4535), __webpack_require__.e(6486), __webpack_require__.e(3536), __webpack_require__.e(3877)]).then(__webpack_require__.bind(__webpack_require__, 17421)),
        Promise.all(/* import() | command-backup */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(5873), __webpack_require__.e(176), __webpack_require__.e(4535), __webpack_require__.e(6486), __webpack_require__.e(3536), __webpack_require__.e(3877)]).then(__webpack_require__.bind(__webpack_require__, 80563)),
        Promise.all(/* import() | command-backup */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(5873), __webpack_require__.e(176), __webpack_require__.e(4535), __webpack_require__.e(6486), __webpack_require__.e(3536), __webpack_require__.e(3877)]).then(__webpack_require__.bind(__webpack_require__, 93991)),
        Promise.all(/* import() | command-backup */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(5873), __webpack_require__.e(176), __webpack_require__.e(4535), __webpack_require__.e(6486), __webpack_require__.e(3536), __webpack_require__.e(3877)]).then(__webpack_require__.bind(__webpack_require__, 47177)),
        namesApplication(task.flags) ? Promise.all(/* import() | applications */[__webpack_require__.e(8816), __webpack_require__.e(5055), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(9662), __webpack_require__.e(4454)]).then(__webpack_require__.bind(__webpack_require__, 57528)) : null,
    ]);
    refuseUnlessHeld(task.flags);
    const application = applications?.applicationOf(task) ?? null;
    const given = {
        ...(await backupOptions(task.flags, paths, task.terminal)),
        quiesce: application === null ? quiesceOptions(task) : undefined,
    };
    const connectDatabase = databaseHost(task);
    const dumps = given.dumps?.map(({ database }) => ({ database, connect: connectDatabase }));
    const maxBytes = parseSpoolSize(task.flags.spoolSize, '--spool-size');
    const spool = spoolOf({ ...given, mayBeHeld: application !== null }, { folder: (0,external_node_os_.tmpdir)(), maxBytes }, task);
    const options = { ...given, dumps, onApplication: spool?.onApplication };
    const work = async (opening) => {
        const copy = await unlessFails(opening, prepareCopy(task), async () => { });
        const host = await unlessFails(opening, connect(task), (late) => late.close());
        try {
            const planned = applications === null || application === null
                ? options
                : await applications.planApplication(task, host, { application, options });
            return { copy, result: await backup(host, opening, planned, task.reporter, task.signal) };
        }
        finally {
            await host.close();
        }
    };
    const { copy, result } = await withOpeningRepository(task, work, spool?.wrap).catch(async (error) => {
        // What was saved is saved, whatever became of the application.
        if (error instanceof AfterFailure)
            await showBackup(task.output, error.result);
        throw error;
    });
    await showBackup(task.output, result);
    const held = heldBy(result);
    if (held !== null)
        await copy?.(held);
    return result.complete ? exit_status/* ExitStatus */.vu.ok : exit_status/* ExitStatus */.vu.incomplete;
}
/** Whether profiles are needed, with the schemas of their settings: half of what a backup would load. */
function namesApplication({ app, appOption }) {
    return app !== undefined || appOption.length > 0;
}

// EXTERNAL MODULE: ./build/amounts.js
var amounts = __webpack_require__(95209);
;// CONCATENATED MODULE: ./build/cli/repair-steps.js
/** An index that lacks what is there, or says what isn't so. */
const INDEX_FAULTS = [
    'index-unreadable',
    'pack-missing',
    'pack-split',
    'pack-overlap',
];
/** Something that a snapshot needs, or may need, is gone. */
const LOSSES = [
    'pack-missing',
    'pack-wrong-size',
    'pack-unreadable',
    'tree-missing',
    'tree-unreadable',
    'node-broken',
    'blob-missing',
];
/** Whether prune may be advised: with an error, what looks superfluous may be what is missing elsewhere. */
function suggestsPrune({ errors, codes }) {
    return errors === 0 && (codes.has('pack-mixed') || codes.has('pack-unindexed'));
}
/** What prune would tidy up, without which the repository is as good. */
function leavesToPrune(outcome) {
    return suggestsPrune(outcome) || (outcome.errors === 0 && outcome.codes.has('blobs-unused'));
}
function suggestsRepairIndex(outcome) {
    return outcome.codes.has('pack-twice') || has(outcome, INDEX_FAULTS) || isIndexLost(outcome);
}
/** What mends the damage, in the order in which to do it, ready to show. None when nothing is damaged. */
function repairSteps(outcome) {
    if (outcome.errors === 0)
        return [];
    const steps = [];
    if (outcome.codes.has('snapshot-unreadable')) {
        steps.push('Put the snapshot files back, or move them away, as said above: neither restic nor we can mend one.');
    }
    // Before the index is made anew: of a pack without a whole header, only the old index knows what is in it.
    if (!mayBeThere(outcome))
        steps.push(...packSteps(outcome));
    if (has(outcome, INDEX_FAULTS) || isIndexLost(outcome))
        steps.push(indexStep(outcome));
    // What seems lost may only be in no index: taken out of the snapshots now, it would be lost for good.
    if (!mayBeThere(outcome) && has(outcome, LOSSES))
        steps.push(...LOSS_STEPS);
    return [...steps, 'Check again: "holdfast check --read-data".'];
}
function indexStep(outcome) {
    const repair = '"restic repair index" reads again what the packs hold.';
    if (!isIndexLost(outcome))
        return repair;
    const pruned = 'Never prune before: it would remove the packs that no index names, and the data with them.';
    return outcome.codes.has('index-unreadable')
        ? `${repair} ${pruned}`
        : `${repair} So does the next backup with Holdfast. ${pruned}`;
}
function packSteps({ brokenPacks }) {
    const ids = brokenPacks.join(' ');
    return ids === '' ? [] : [`"restic repair packs ${ids}" saves what is whole in them.`];
}
const LOSS_STEPS = [
    '"holdfast backup --force" of what was backed up stores anew whatever is still there.',
    '"restic repair snapshots --forget" takes out of the snapshots what is lost for good.',
];
/** Packs are there that no index names, and something is wrong: what is missing may be in them. */
function isIndexLost({ errors, codes }) {
    return errors > 0 && codes.has('pack-unindexed');
}
function mayBeThere(outcome) {
    return outcome.codes.has('index-unreadable') || isIndexLost(outcome);
}
function has({ codes }, any) {
    return any.some((code) => codes.has(code));
}

;// CONCATENATED MODULE: ./build/cli/commands/check.js






function addCheckCommand(program, runner) {
    const command = program
        .command('check')
        .summary('see whether everything in the repository is there and readable')
        .description('Checks that every snapshot’s files are there: indexes, packs, trees. With --read-data every byte is read, ' +
        'decrypted and compared with its hash.')
        .option('--read-data', 'read all packs')
        .option('--read-data-subset <part>', 'read a part of them: n/t (the nth of t parts), 10%, or a size such as 5G')
        .option('--with-cache', 'believe the cache: what it has is not read from the storage');
    (0,flags/* addAsOfFlag */.NT)(command);
    addExamples(command, ['holdfast check', 'Structure only: quick'], ['holdfast check --read-data-subset 2/7', 'A seventh of the data each day of the week']);
    runner.handle(command, check_run);
}
/** Of what trees leave behind: 25 MiB less of 375, for three hundredths of the time, by three runs each in turn. */
const HEAP_GROWTH_PERCENT = 70;
async function check_run(task) {
    const [{ withRepository }, { CheckedIndex, checkRepository, parseReadDataSubset }, { withModestHeap }] = await Promise.all([
        Promise.all(/* import() | command-check */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(3229)]).then(__webpack_require__.bind(__webpack_require__, 69261)),
        Promise.all(/* import() | command-check */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(3229)]).then(__webpack_require__.bind(__webpack_require__, 23783)),
        Promise.all(/* import() | command-check */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(3229)]).then(__webpack_require__.bind(__webpack_require__, 48606)),
    ]);
    const { flags, output, reporter } = task;
    const readData = subsetOf(flags, parseReadDataSubset);
    const counts = { error: 0, warning: 0, hint: 0 };
    const codes = new Set();
    const brokenPacks = new Set();
    // A check of the storage that reads a copy beside it proves nothing of the storage.
    const checking = { ...task, flags: { ...flags, cache: flags.cache && flags.withCache === true } };
    let index;
    const ahead = ({ repository, signal }) => {
        index = new CheckedIndex(repository, signal);
        return index;
    };
    const lock = flags.lock ? 'exclusive' : 'none';
    const check = async ({ repository, signal }) => {
        const onProgress = (progress) => reporter.onProgress(describe(progress));
        for await (const finding of checkRepository(repository, { readData, index, signal, onProgress })) {
            counts[finding.severity]++;
            codes.add(finding.code);
            if (finding.pack !== undefined)
                brokenPacks.add(finding.pack);
            await check_show(output, finding);
        }
    };
    await withModestHeap(HEAP_GROWTH_PERCENT, () => withRepository(checking, { lock, ahead }, check));
    const outcome = { errors: counts.error, codes, brokenPacks: [...brokenPacks] };
    const steps = repairSteps(outcome);
    await output.json({
        message_type: 'summary',
        num_errors: counts.error,
        broken_packs: brokenPacks.size === 0 ? null : [...brokenPacks],
        suggest_repair_index: suggestsRepairIndex(outcome),
        suggest_prune: suggestsPrune(outcome),
        num_warnings: counts.warning,
        num_hints: counts.hint,
        read_data: readData !== null,
        repair_steps: steps,
    });
    await output.line(verdict(counts, readData !== null));
    for (const [i, step] of steps.entries())
        await output.line(`  ${i + 1}. ${step}`);
    if (leavesToPrune(outcome))
        await output.line('"holdfast prune" removes what no snapshot needs, all but 5 % at most; "holdfast prune --max-unused 0" all of it.');
    return counts.error === 0 ? exit_status/* ExitStatus */.vu.ok : exit_status/* ExitStatus */.vu.fatal;
}
function subsetOf(flags, parse) {
    if (flags.readData && flags.readDataSubset !== undefined) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot use both --read-data and --read-data-subset: expected one of them.');
    }
    if (flags.readDataSubset !== undefined)
        return parse(flags.readDataSubset);
    return flags.readData ? parse('100%') : null;
}
async function check_show(output, finding) {
    await output.json({ message_type: finding.severity, code: finding.code, message: finding.message });
    if (finding.severity !== 'hint' || output.verbosity > 0) {
        await output.line(`${finding.severity}: ${finding.message}`);
    }
}
function verdict({ error, warning }, dataWasRead) {
    const warnings = (0,amounts.formatCounted)(warning, 'warning');
    if (error > 0) {
        return `The repository is damaged: ${(0,amounts.formatCounted)(error, 'error')}, ${warnings}. Keep a copy of it as it is, then:`;
    }
    const odd = warning > 0 ? ` (${warnings})` : '';
    return dataWasRead
        ? `No errors were found; the data was read${odd}.`
        : `No errors were found${odd}. The data itself was not read: --read-data does that.`;
}
function describe({ phase, done, total }) {
    const inBytes = phase === 'data';
    return {
        phase: inBytes ? 'reading-packs' : 'checking',
        filesDone: inBytes ? 0 : done,
        filesTotal: null,
        bytesDone: inBytes ? done : 0,
        bytesTotal: inBytes ? total : null,
        current: '',
    };
}

// EXTERNAL MODULE: ./build/cli/from-flags.js
var from_flags = __webpack_require__(10431);
;// CONCATENATED MODULE: ./build/cli/commands/copy.js




function addCopyCommand(program, runner) {
    const command = program
        .command('copy')
        .summary('bring snapshots from another repository into this one')
        .description('Brings snapshots from the repository of --from-repo into that of --repo: those that are not there yet, each with ' +
        'all that it needs. Everything is verified as it is read, and encrypted with the other key.')
        .argument('[snapshot...]', 'IDs, their beginnings, or latest (default: all)');
    (0,from_flags/* addFromFlags */.l)(command);
    (0,flags/* addFilterFlags */.pg)(command);
    addExamples(command, [
        'holdfast copy -r s3:https://s3.example.org/offsite --from-repo /srv/backup --from-password-file ~/.backup-password',
        'All that is not there yet',
    ], ['holdfast copy -r /mnt/disk/backup --from-repo /srv/backup latest', 'The newest']);
    runner.handle(command, copy_run);
}
async function copy_run(task, specs) {
    const [{ withRepository, retryLockMs }, { copySnapshots }, { snapshotFilter }, { fromTask }, { showCopy }] = await Promise.all([
        Promise.all(/* import() | command-copy */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(5873), __webpack_require__.e(1492)]).then(__webpack_require__.bind(__webpack_require__, 69261)),
        Promise.all(/* import() | command-copy */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(5873), __webpack_require__.e(1492)]).then(__webpack_require__.bind(__webpack_require__, 23250)),
        Promise.all(/* import() | command-copy */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(5873), __webpack_require__.e(1492)]).then(__webpack_require__.bind(__webpack_require__, 41155)),
        Promise.all(/* import() | command-copy */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(5873), __webpack_require__.e(1492)]).then(__webpack_require__.bind(__webpack_require__, 48546)),
        Promise.all(/* import() | command-copy */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(5873), __webpack_require__.e(1492)]).then(__webpack_require__.bind(__webpack_require__, 36336)),
    ]);
    if (!(0,from_flags/* isFromNamed */.W)(task)) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot copy: no repository is named to copy from. Give --from-repo, or set RESTIC_FROM_REPOSITORY.');
    }
    const { flags, reporter, output, terminal } = task;
    const options = {
        specs,
        filter: snapshotFilter(flags, terminal.env),
        lockSource: flags.lock,
        retryLockMs: retryLockMs(flags),
    };
    const result = await withRepository(fromTask(task), 'none', ({ repository: from }) => withRepository(task, 'none', ({ repository: to, signal }) => copySnapshots(from, to, options, reporter, signal)));
    await showCopy(output, result);
}

;// CONCATENATED MODULE: ./build/cli/commands/diff.js




const LETTERS = `Letters, as restic's:
  +   added             -   removed
  M   content changed   T   another type
  U   metadata changed  M?  content changed, all else the same: bit rot?`;
function addDiffCommand(program, runner) {
    const command = program
        .command('diff')
        .summary('show what differs between two snapshots')
        .description('Shows what differs between two snapshots.')
        .argument('<before>', 'ID, its beginning, or latest; with :/FOLDER only that folder')
        .argument('<after>', 'the same')
        .option('--metadata', 'also what differs in owner, mode or times alone')
        .addHelpText('after', `\n${LETTERS}`);
    (0,flags/* addAsOfFlag */.NT)(command);
    addExamples(command, ['holdfast diff 4bd21c8a latest', 'What has happened since']);
    runner.handle(command, diff_run);
}
async function diff_run(task, [before = '', after = '']) {
    const [{ withRepository }, { parseSnapshotSpec }, { treeAt }, { resolveSnapshot }, { diffSnapshots }] = await Promise.all([
        Promise.all(/* import() | command-diff */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(315), __webpack_require__.e(1638)]).then(__webpack_require__.bind(__webpack_require__, 69261)),
        Promise.all(/* import() | command-diff */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(315), __webpack_require__.e(1638)]).then(__webpack_require__.bind(__webpack_require__, 59400)),
        Promise.all(/* import() | command-diff */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(315), __webpack_require__.e(1638)]).then(__webpack_require__.bind(__webpack_require__, 48846)),
        Promise.all(/* import() | command-diff */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(315), __webpack_require__.e(1638)]).then(__webpack_require__.bind(__webpack_require__, 75207)),
        Promise.all(/* import() | command-diff */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(315), __webpack_require__.e(1638)]).then(__webpack_require__.bind(__webpack_require__, 49880)),
    ]);
    const { flags, output } = task;
    await withRepository(task, 'shared', async ({ repository, signal }) => {
        const [oldSpec, youngSpec] = [parseSnapshotSpec(before), parseSnapshotSpec(after)];
        const old = await resolveSnapshot(repository, oldSpec.snapshot, {}, signal);
        const young = await resolveSnapshot(repository, youngSpec.snapshot, {}, signal);
        await repository.loadIndex(signal);
        const trees = {
            before: await treeAt(repository, old.snapshot.tree, oldSpec.folder, signal),
            after: await treeAt(repository, young.snapshot.tree, youngSpec.folder, signal),
        };
        await output.line(`comparing snapshot ${old.id.slice(0, 8)} to ${young.id.slice(0, 8)}:\n`);
        const changes = diffSnapshots(repository, trees, { metadata: flags.metadata ?? false, signal });
        let step = await changes.next();
        for (; !step.done; step = await changes.next())
            await showChange(output, step.value);
        await showTotals(output, step.value, {
            before: withFolder(old.id, oldSpec),
            after: withFolder(young.id, youngSpec),
        });
    });
}
function withFolder(id, { folder }) {
    return folder === null ? id : `${id}:${(0,bytestring.toBytes)(folder).toString('utf8')}`;
}
async function showChange(output, { path, isFolder, letters }) {
    const slash = isFolder ? '/' : '';
    await output.line(`${letters.padEnd(5)}${(0,bytestring.display)(path)}${slash}`);
    await output.json({
        message_type: 'change',
        path: `${(0,bytestring.toBytes)(path).toString('utf8')}${slash}`,
        modifier: letters,
    });
}
async function showTotals(output, totals, ids) {
    await output.json({
        message_type: 'statistics',
        source_snapshot: ids.before,
        target_snapshot: ids.after,
        changed_files: totals.changedFiles,
        added: countsJson(totals.added),
        removed: countsJson(totals.removed),
    });
    const { added, removed } = totals;
    for (const line of [
        '',
        `Files: ${added.files} new, ${removed.files} removed, ${totals.changedFiles} changed`,
        `Dirs:  ${added.dirs} new, ${removed.dirs} removed`,
        `Others: ${added.others} new, ${removed.others} removed`,
        `Data blobs: ${added.dataBlobs} new, ${removed.dataBlobs} removed`,
        `Tree blobs: ${added.treeBlobs} new, ${removed.treeBlobs} removed`,
        `  Added:   ${(0,amounts.formatBytes)(added.bytes)}`,
        `  Removed: ${(0,amounts.formatBytes)(removed.bytes)}`,
    ]) {
        await output.line(line);
    }
}
function countsJson(counts) {
    return {
        files: counts.files,
        dirs: counts.dirs,
        others: counts.others,
        data_blobs: counts.dataBlobs,
        tree_blobs: counts.treeBlobs,
        bytes: counts.bytes,
    };
}

// EXTERNAL MODULE: ./build/cli/drill-flags.js
var drill_flags = __webpack_require__(26670);
;// CONCATENATED MODULE: ./build/cli/commands/drill.js




const drill_ABOUT = {
    action: 'Restore drill',
    isOfAHost: false,
    ifNotWell: 'failed',
    byEnvironment: false,
};
function addDrillCommand(program, runner) {
    const command = program
        .command('drill')
        .alias('restore-verify')
        .summary('restore a snapshot somewhere else, prove that it is right, and remove it again')
        .description('Restores a snapshot into containers of its own, without a network, or into a temporary folder; compares files and ' +
        'databases with what was saved; shows that the comparison can fail; measures how long it took; removes everything; ' +
        'and keeps the evidence, with a recovery sheet, beside the repository. It fails unless data was proved.')
        .argument('[snapshot]', 'ID, its beginning, or latest', 'latest');
    (0,drill_flags/* addDrillFlags */.S)(command);
    (0,notify_flags/* addNotifyFlags */.Y)(command, drill_ABOUT);
    addExamples(command, ['holdfast drill --of wiki', 'The files of the newest snapshot, in a temporary folder'], [
        "holdfast drill --of wiki --image postgresql=postgres:16 --max-age 30h --max-restore-time 1h --check 'sql: SELECT count(*) > 0 FROM page => t'",
        'Files and database in a container; how old and how slow it may be; a check of your own',
    ], ['holdfast drill --of wiki --random-within 90d --seed 4711', 'One of the last 90 days, drawn by a seed'], [
        'holdfast drill 4bd21c8a --page drill.html --sheet recovery.md',
        'One snapshot, with a page and a sheet to print',
    ]);
    runner.handle(command, told(drill_ABOUT, drill_run));
}
async function drill_run(task, [snapshot = 'latest']) {
    const { runDrill } = await Promise.all(/* import() | command-drill */[__webpack_require__.e(8816), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(4687), __webpack_require__.e(1087), __webpack_require__.e(3758), __webpack_require__.e(3880), __webpack_require__.e(6917), __webpack_require__.e(746), __webpack_require__.e(3711), __webpack_require__.e(3604), __webpack_require__.e(8402)]).then(__webpack_require__.bind(__webpack_require__, 8624));
    return runDrill(task, snapshot);
}

;// CONCATENATED MODULE: ./build/cli/commands/dump.js




function addDumpCommand(program, runner) {
    const command = program
        .command('dump')
        .summary('print a file of a snapshot, or a folder as tar')
        .description('Writes a file of a snapshot, or a folder as a tar archive, to standard output.')
        .argument('<snapshot>', 'ID, its beginning, or latest; with :/FOLDER as if that were the root')
        .argument('<path>', 'absolute path in the snapshot, also as ls shows it; / is all of it');
    (0,flags/* addFilterFlags */.pg)(command);
    (0,flags/* addAsOfFlag */.NT)(command);
    command
        .option('-t, --target <file>', 'write to this new file instead')
        .option('-a, --archive <format>', 'of a folder: tar', 'tar');
    addExamples(command, ['holdfast dump latest /etc/fstab', 'One file'], ['holdfast dump latest /srv/wiki | tar -x -C /tmp/wiki', 'A folder']);
    runner.handle(command, dump_run);
}
async function dump_run(task, [spec = '', path = '']) {
    const [{ withRepository }, { snapshotFilter }, { resolveSnapshot }, { treeAt }, { parseSnapshotSpec }, { dump }, { writeNewFile },] = await Promise.all([
        Promise.all(/* import() | command-dump */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(4105), __webpack_require__.e(315), __webpack_require__.e(781)]).then(__webpack_require__.bind(__webpack_require__, 69261)),
        Promise.all(/* import() | command-dump */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(4105), __webpack_require__.e(315), __webpack_require__.e(781)]).then(__webpack_require__.bind(__webpack_require__, 41155)),
        Promise.all(/* import() | command-dump */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(4105), __webpack_require__.e(315), __webpack_require__.e(781)]).then(__webpack_require__.bind(__webpack_require__, 75207)),
        Promise.all(/* import() | command-dump */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(4105), __webpack_require__.e(315), __webpack_require__.e(781)]).then(__webpack_require__.bind(__webpack_require__, 48846)),
        Promise.all(/* import() | command-dump */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(4105), __webpack_require__.e(315), __webpack_require__.e(781)]).then(__webpack_require__.bind(__webpack_require__, 59400)),
        Promise.all(/* import() | command-dump */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(4105), __webpack_require__.e(315), __webpack_require__.e(781)]).then(__webpack_require__.bind(__webpack_require__, 62321)),
        Promise.all(/* import() | command-dump */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(4105), __webpack_require__.e(315), __webpack_require__.e(781)]).then(__webpack_require__.bind(__webpack_require__, 90701)),
    ]);
    if (!path.startsWith('/')) {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot dump ${JSON.stringify(path)}: expected an absolute path.`);
    }
    requireTar(task.flags);
    const { snapshot: id, folder } = parseSnapshotSpec(spec);
    const filter = snapshotFilter(task.flags, task.terminal.env);
    await withRepository(task, 'shared', async ({ repository, signal }) => {
        const { snapshot } = await resolveSnapshot(repository, id, filter, signal);
        await repository.loadIndex(signal);
        const tree = await treeAt(repository, snapshot.tree, folder, signal);
        const write = (sink) => dump(repository, tree, (0,bytestring.fromText)(path), { sink, signal });
        const { target } = task.flags;
        if (target === undefined)
            await write((bytes) => task.output.bytes(bytes));
        else
            await writeNewFile(target, write);
    });
}
/** @throws HoldfastError bad-input for restic's other format. */
function requireTar({ archive }) {
    if (archive === 'tar')
        return;
    const advice = archive === 'zip' ? ' A zip loses owners and links; `restic dump --archive zip` makes one.' : '';
    throw new errors/* HoldfastError */.E('bad-input', `Cannot use --archive: it is ${JSON.stringify(archive)}, expected tar.${advice}`);
}

;// CONCATENATED MODULE: ./build/cli/commands/dump-db.js







const dump_db_ABOUT = {
    action: 'Dump',
    isOfAHost: true,
    ifNotWell: 'incomplete',
    byEnvironment: false,
};
function addDumpDbCommand(program, runner) {
    const command = program
        .command('dump-db')
        .summary('save dumps of databases as a new snapshot')
        .description('Streams dumps of databases, made by their own tools, into a new snapshot: never through a disk (but SQLite’s), fingerprinted ' +
        'in the moment that they are of. With an application’s files beside them: backup --database.')
        .argument('<url...>', 'postgresql://user@host/name?option=value, mysql://… or mariadb://…, sqlite:/path, redis://…, dolt://…, opensearch://…, ' +
        'or command:NAME=COMMAND (docs/how-to)');
    (0,flags/* addHostFlags */.rR)(command);
    command
        .option('--database-on <where>', DATABASE_ON, 'host')
        .option('-H, --host <name>', 'host name to record (default: $RESTIC_HOST, else what the host calls itself)')
        .option('--of <target>', 'the application that the databases belong to')
        .option('--tag <tag,…>', 'tags for the new snapshot; several', flags/* collect */.Fo, [])
        .option('--time <time>', 'time to record: 2026-11-21T10:47:54 (default: now)')
        .option('--before <command>', 'shell command on the host, before the dumps begin; several', flags/* collect */.Fo, [])
        .option('--after <command>', 'shell command on the host, as soon as the dumps’ moment is pinned, whatever happened; several', flags/* collect */.Fo, [])
        .option('-n, --dry-run', 'look at the databases only: dump nothing, write nothing');
    (0,notify_flags/* addNotifyFlags */.Y)(command, dump_db_ABOUT);
    addExamples(command, ['holdfast dump-db --of wiki postgresql:///wiki?as=postgres', 'A database of this machine'], [
        'holdfast dump-db --on ssh://root@db.example postgresql:///?all=true&as=postgres',
        'All databases of a server, and its roles',
    ], [
        "holdfast dump-db --of etcd 'command:etcd.snapshot=etcdctl snapshot save /dev/stdout'",
        'What a command prints',
    ]);
    runner.handle(command, told(dump_db_ABOUT, dump_db_run));
}
/** What `backup` has by default, and this command no flags for. */
const NO_FILES = {
    appOption: [],
    ageRecipient: [],
    ageRecipientsFile: [],
    exclude: [],
    iexclude: [],
    excludeFile: [],
    iexcludeFile: [],
    excludeIfPresent: [],
    filesFrom: [],
    filesFromVerbatim: [],
    filesFromRaw: [],
    stop: [],
    start: [],
    groupBy: 'host,paths',
    onUnreadable: 'fail',
    onChanged: 'auto',
};
async function dump_db_run(task, urls) {
    if (urls.length === 0)
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot dump: no database is named. Give its URL.');
    return runBackup({ ...task, flags: { ...NO_FILES, ...task.flags, database: urls } }, []);
}

// EXTERNAL MODULE: ./build/drills/statement.js
var drills_statement = __webpack_require__(79310);
;// CONCATENATED MODULE: ./build/cli/commands/evidence.js






function addEvidenceCommand(program, runner) {
    const evidence = program
        .command('evidence')
        .summary('list, verify and show what drills and restores have left')
        .description('What drills have proved and restores have done, kept beside the repository and sealed with its key.');
    const list = evidence
        .command('list')
        .summary('list all of it')
        .description('Lists all evidence, oldest first.');
    const verify = evidence
        .command('verify')
        .summary('verify who signed it')
        .description('Fails unless all evidence can be read and is signed by the key that is given, none is a copy of another, and all is there ' +
        'that drills have seen before.');
    const show = evidence
        .command('show')
        .summary('print one statement')
        .description('Prints a statement as JSON.')
        .argument('<name>', 'its name, a part of it, or latest');
    const sheet = evidence
        .command('sheet')
        .summary('print a recovery sheet')
        .description('Prints the recovery sheet that a drill made: what to do when nothing else is there.')
        .argument('[name]', 'the evidence’s name, a part of it, or latest', 'latest');
    for (const command of [list, verify, show, sheet]) {
        command
            .option('--evidence <location>', 'where it is kept (default: beside the repository)')
            .option('--evidence-key <file>', 'whose signature counts: an Ed25519 public key in a file (PEM)');
    }
    addExamples(verify, [
        'holdfast evidence verify --evidence-key drill.pub',
        'Whether all of it is of the drills’ own making',
    ]);
    addExamples(sheet, ['holdfast evidence sheet >recovery.md', 'The newest, to be printed']);
    runner.handle(list, listCommand);
    runner.handle(verify, verifyCommand);
    runner.handle(show, showCommand);
    runner.handle(sheet, sheetCommand);
}
async function evidence_read(task) {
    const [{ withRepository }, { evidencePlace, evidenceKey }, { listWithCopies }] = await Promise.all([
        Promise.all(/* import() | command-evidence */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(3758), __webpack_require__.e(6276)]).then(__webpack_require__.bind(__webpack_require__, 69261)),
        Promise.all(/* import() | command-evidence */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(3758), __webpack_require__.e(6276)]).then(__webpack_require__.bind(__webpack_require__, 93758)),
        Promise.all(/* import() | command-evidence */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(3758), __webpack_require__.e(6276)]).then(__webpack_require__.bind(__webpack_require__, 5202)),
    ]);
    const { evidence, evidenceKey: file } = task.flags;
    const key = await evidenceKey(file);
    const place = await evidencePlace(task, evidence ?? null);
    return withRepository(task, 'none', ({ repository, signal }) => listWithCopies(place, repository, key, signal));
}
async function listCommand(task) {
    const { tableLines } = await Promise.all(/* import() | command-evidence */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(3758), __webpack_require__.e(6276)]).then(__webpack_require__.bind(__webpack_require__, 81681));
    const found = await evidence_read(task);
    const { output } = task;
    await output.json(found.map(evidenceJson));
    const rows = found.map(({ name, statement, signature, copyOf }) => [
        name.slice(name.indexOf('.') + 1),
        (0,drills_statement/* isDrill */.KH)(statement) ? 'drill' : 'restore',
        (0,bytestring.displayText)(statement.predicate.result),
        (0,bytestring.displayText)(statement.predicate.snapshot.id.slice(0, 8)),
        (0,bytestring.displayText)(statement.predicate.snapshot.target ?? ''),
        (0,bytestring.displayText)(statement.predicate.snapshot.hostname),
        copyOf === null ? signature : `copy of ${(0,bytestring.displayText)(copyOf.slice(copyOf.indexOf('.') + 1))}`,
    ]);
    const columns = ['Name', 'Kind', 'Result', 'Snapshot', 'Of', 'Host', 'Signature'].map((title) => ({
        title,
    }));
    for (const line of tableLines(columns, rows))
        await output.line(line);
}
function evidenceJson({ name, statement, signature, copyOf }) {
    const { result, started, snapshot } = statement.predicate;
    const own = (0,drills_statement/* isDrill */.KH)(statement)
        ? { kind: 'drill', drill_id: statement.predicate.drill_id }
        : { kind: 'restore', restore_id: statement.predicate.restore_id };
    const copy = copyOf === null ? {} : { copy_of: copyOf };
    return {
        name,
        signature,
        ...copy,
        ...own,
        result,
        started,
        snapshot_id: snapshot.id,
        target: snapshot.target,
    };
}
async function verifyCommand(task) {
    if (task.flags.evidenceKey === undefined) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot verify signatures: no key is given, expected the public half of the one that drills sign with. Give --evidence-key.');
    }
    const { missingEvidence } = await Promise.all(/* import() | command-evidence */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(3758), __webpack_require__.e(6276)]).then(__webpack_require__.bind(__webpack_require__, 5202));
    const found = await evidence_read(task);
    const bad = found.filter(({ signature, copyOf }) => signature !== 'valid' || copyOf !== null);
    const missing = missingEvidence(found);
    await task.output.json({
        message_type: 'summary',
        total: found.length,
        bad: bad.map(evidenceJson),
        missing: missing.map(({ name, namedBy }) => ({ name, named_by: namedBy })),
    });
    for (const { name, signature, copyOf } of bad) {
        const signed = signature === 'none' ? 'nobody has signed it' : 'another key has signed it';
        await task.output.line(`${name}: ${signature === 'valid' ? `it is a copy of ${copyOf}` : signed}`);
    }
    for (const { name, namedBy } of missing)
        await task.output.line((0,bytestring.displayText)(`${name}: it is gone; ${namedBy} says that it was there`));
    await task.output.line(`${found.length - bad.length} of ${found.length} are signed by the key.`);
    return bad.length + missing.length === 0 && found.length > 0 ? exit_status/* ExitStatus */.vu.ok : exit_status/* ExitStatus */.vu.fatal;
}
async function showCommand(task, [name = 'latest']) {
    const { statement } = choose(await evidence_read(task), name);
    await task.output.json(statement);
    for (const line of toJsonLine(statement, 2).split('\n'))
        await task.output.line(line);
}
async function sheetCommand(task, [name = 'latest']) {
    // Restores leave no sheet: the newest is a drill's.
    const found = choose((await evidence_read(task)).filter(({ statement }) => (0,drills_statement/* isDrill */.KH)(statement)), name);
    if (found.sheet === null)
        throw new errors/* HoldfastError */.E('snapshot-missing', `Cannot print a recovery sheet: ${found.name} has none. Drill again.`);
    await task.output.json({ name: found.name, sheet: found.sheet });
    for (const line of found.sheet.trimEnd().split('\n'))
        await task.output.line((0,bytestring.displayText)(line).replaceAll('\\\\', '\\'));
}
function choose(all, name) {
    const found = all.filter(({ copyOf }) => copyOf === null);
    const those = name === 'latest' ? found.slice(-1) : found.filter((one) => one.name.includes(name));
    const [one, ...more] = those;
    if (one !== undefined && more.length === 0)
        return one;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot find the evidence ${JSON.stringify(name)}: there are ${those.length} of that name among ${found.length}, expected one. ` +
        '`holdfast evidence list` shows them.');
}

;// CONCATENATED MODULE: ./build/cli/commands/explain.js


function addExplainCommand(program, runner) {
    const command = program
        .command('explain')
        .summary('say what a target of a backup.yml means')
        .description('Says in words what would be backed up of a target, from where to where, what stands still meanwhile, what is kept, and ' +
        'when it is due next; and prints the recovery sheet: how it comes back by stock tools alone. Asks nobody.')
        .argument('<target>', 'its name')
        .option('--config <file>', 'the file', defaults/* DEFAULT_CONFIG */.P)
        .option('--sheet', 'the recovery sheet alone, to be printed')
        .option('--no-sheet', 'without the recovery sheet');
    addExamples(command, ['holdfast explain wiki', 'What the file says of the wiki'], ['holdfast explain wiki --sheet >recovery.md', 'How it comes back when nothing else is there']);
    runner.handle(command, explain_run);
}
async function explain_run(task, [name = '']) {
    const [{ readFileOf }, { findTarget }, { explanationOf }, { configuredSheet }] = await Promise.all([
        Promise.all(/* import() | command-explain */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(2524)]).then(__webpack_require__.bind(__webpack_require__, 18443)),
        Promise.all(/* import() | command-explain */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(2524)]).then(__webpack_require__.bind(__webpack_require__, 32520)),
        Promise.all(/* import() | command-explain */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(2524)]).then(__webpack_require__.bind(__webpack_require__, 8988)),
        Promise.all(/* import() | command-explain */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(2524)]).then(__webpack_require__.bind(__webpack_require__, 33994)),
    ]);
    const target = findTarget(await readFileOf(process.cwd(), task.flags.config), name);
    const sheet = configuredSheet(target);
    const explanation = explanationOf(target, Date.now());
    const { output, flags } = task;
    await output.json({
        ...Object.fromEntries(explanation),
        ...(flags.sheet === false ? {} : { 'Recovery sheet': sheet.trimEnd().split('\n') }),
    });
    if (flags.sheet !== true)
        await showExplanation(task, explanation);
    if (flags.sheet === undefined)
        await output.line('');
    if (flags.sheet !== false)
        for (const line of sheet.trimEnd().split('\n'))
            await output.line(line);
}
async function showExplanation({ output }, explanation) {
    const width = Math.max(...explanation.map(([title]) => title.length));
    for (const [title, lines] of explanation)
        for (const [i, line] of lines.entries())
            await output.line(`${(i === 0 ? title : '').padEnd(width)}  ${line}`);
}

// EXTERNAL MODULE: ./build/settings/time.js
var time = __webpack_require__(15787);
;// CONCATENATED MODULE: ./build/cli/commands/find.js






function addFindCommand(program, runner) {
    const command = program
        .command('find')
        .summary('find files in the snapshots')
        .description('Finds files by name in all snapshots, newest first. Patterns mean what they mean in --exclude.')
        .argument('<pattern...>', 'such as fstab, *.conf, /etc/**/hosts');
    (0,flags/* addFilterFlags */.pg)(command);
    (0,flags/* addAsOfFlag */.NT)(command);
    command
        .option('-s, --snapshot <snapshot>', 'only in this snapshot; several', flags/* collect */.Fo, [])
        .option('-i, --ignore-case', 'letter case does not matter')
        .option('-l, --long', 'with mode, owner, size and time')
        .option('--human-readable', 'with -l: sizes in KiB, MiB …')
        .option('-O, --oldest <time>', 'only files changed since: 2026-11-21, 2026-11-21T10:47:54')
        .option('-N, --newest <time>', 'only files changed until')
        .option('-R, --reverse', 'the oldest snapshot first');
    addExamples(command, ["holdfast find '*.conf' --host db.example", 'Which snapshots of a host hold such files'], ['holdfast find -l -s latest /etc/passwd', 'One path in the newest snapshot']);
    runner.handle(command, find_run);
}
async function find_run(task, patterns) {
    const { flags, output } = task;
    const options = findOptions(flags, patterns);
    const { withRepository } = await Promise.all(/* import() | command-find */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(7974)]).then(__webpack_require__.bind(__webpack_require__, 69261));
    await withRepository(task, 'shared', async (session) => {
        const results = [];
        const snapshots = await snapshotsToSearch(session, task);
        for (const stored of snapshots)
            results.push(await findIn(task, session, stored, options));
        const hits = results.filter((result) => result.hits > 0);
        await output.json(hits);
        if (hits.length === 0)
            output.note(`Nothing of that name in ${(0,amounts.formatCounted)(snapshots.length, 'snapshot')}.`);
    });
}
async function snapshotsToSearch({ repository, signal }, { flags, terminal, reporter }) {
    const [{ snapshotFilter }, { listSnapshots }] = await Promise.all([
        Promise.all(/* import() | command-find */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(7974)]).then(__webpack_require__.bind(__webpack_require__, 41155)),
        Promise.all(/* import() | command-find */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(7974)]).then(__webpack_require__.bind(__webpack_require__, 26299)),
    ]);
    const found = await listSnapshots(repository, {
        specs: flags.snapshot,
        filter: snapshotFilter(flags, terminal.env),
        latest: null,
        signal,
        onUnreadable: (message) => reporter.onWarning(message),
    });
    await repository.loadIndex(signal);
    return flags.reverse ? found : found.toReversed();
}
async function findIn({ flags, output }, { repository, signal }, { id, snapshot }, options) {
    const [{ findEntries }, view, { formatLocalTime }] = await Promise.all([
        Promise.all(/* import() | command-find */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(7974)]).then(__webpack_require__.bind(__webpack_require__, 7317)),
        Promise.all(/* import() | command-find */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(7974)]).then(__webpack_require__.bind(__webpack_require__, 52803)),
        Promise.all(/* import() | command-find */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(7974)]).then(__webpack_require__.bind(__webpack_require__, 51846)),
    ]);
    const matches = [];
    let hits = 0;
    for await (const placed of findEntries(repository, snapshot.tree, { ...options, signal })) {
        hits++;
        if (output.mode === 'json')
            matches.push({ ...view.nodeJson(placed), ...view.moreJson(placed) });
        if (hits === 1) {
            await output.line(`Found in snapshot ${id.slice(0, 8)} of ${formatLocalTime(snapshot.timeNs)}:`);
        }
        await output.line(flags.long ? view.longLine(placed, flags.humanReadable ?? false) : (0,bytestring.display)(placed.path));
    }
    if (hits > 0)
        await output.line('');
    return { matches, hits, snapshot: id };
}
function findOptions(flags, patterns) {
    if (patterns.includes('')) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot find "": it is empty, expected a pattern. A variable may be unset; `holdfast ls` lists all that a snapshot has.');
    }
    return {
        patterns,
        ignoreCase: flags.ignoreCase ?? false,
        oldestNs: flags.oldest === undefined ? undefined : (0,time.parseTime)(flags.oldest, '--oldest'),
        newestNs: flags.newest === undefined ? undefined : (0,time.parseTime)(flags.newest, '--newest'),
    };
}

// EXTERNAL MODULE: ./build/cli/prune-flags.js
var prune_flags = __webpack_require__(85359);
;// CONCATENATED MODULE: ./build/cli/forget-flags.js


/** What a policy alone heeds, or what chooses the snapshots that it is applied to. */
const OF_A_POLICY = [
    'groupBy',
    'maxAge',
    'shrunkenBelow',
    'onFrozen',
    'unsafeAllowRemoveAll',
];
/**
 * Ends the program where snapshots are named, and flags are given that hold back a policy alone: who gives these believes that
 * they hold back this, too.
 */
function refuseOfPolicyWithIds(command) {
    if (command.args.length === 0)
        return;
    const given = [...OF_A_POLICY, ...(command.args.includes('latest') ? [] : ['notAfter'])];
    const alone = given.find((name) => command.getOptionValueSource(name) === 'cli');
    if (alone === undefined)
        return;
    const { long } = command.options.find((option) => option.attributeName() === alone) ?? {};
    command.error(`error: ${long} is given, and ${JSON.stringify(command.args[0])} is named, expected one of them: only a policy heeds ` +
        'that flag, and what is named goes whatever it says. Leave it out, or give a policy in place of names.');
}
/** restic's flags with its letters: `-H` is --keep-hourly here, as there. */
function addForgetFlags(command) {
    addPolicyFlags(command);
    command.option('--archives <location>', 'archives in place of snapshots: of a folder, or s3:https://HOST/BUCKET/PREFIX');
    (0,flags/* addFilterFlags */.pg)(command, '--host <name>');
    command
        .option('-g, --group-by <what>', 'what the policy is applied to, each by itself: those of the same host, paths, tags, target (application on its ' +
        'host), with commas between; empty: all as one', 'host,paths')
        .option('--unsafe-allow-remove-all', 'without a policy, with a filter: remove all that match');
    addGuardFlags(command);
    command.option('--prune', 'then remove the data that no snapshot needs any more');
    (0,prune_flags/* addPruneFlags */.B)(command);
    command
        .option('-c, --compact', 'without paths')
        .option('-n, --dry-run', 'show what would be kept and removed, and why; remove nothing');
}
function addPolicyFlags(command) {
    const newest = (what) => `keep the newest of each of the last n ${what} (\`unlimited\`: of all)`;
    const within = (what) => `keep the newest of each ${what}, so far back from the newest of all`;
    command
        .option('-l, --keep-last <n>', 'keep the last n snapshots (`unlimited`: all)')
        .option('-H, --keep-hourly <n>', newest('hours'))
        .option('-d, --keep-daily <n>', newest('days'))
        .option('-w, --keep-weekly <n>', newest('weeks'))
        .option('-m, --keep-monthly <n>', newest('months'))
        .option('-y, --keep-yearly <n>', newest('years'))
        .option('--keep-within <span>', 'keep all, so far back from the newest: 1y5m7d2h')
        .option('--keep-within-hourly <span>', within('hour'))
        .option('--keep-within-daily <span>', within('day'))
        .option('--keep-within-weekly <span>', within('week'))
        .option('--keep-within-monthly <span>', within('month'))
        .option('--keep-within-yearly <span>', within('year'))
        .option('--keep-tag <tag,…>', 'keep those with all of these tags; several: with any such list', flags/* collect */.Fo, []);
}
function addGuardFlags(command) {
    command
        .option('--max-age <age>', 'freeze a target whose newest complete snapshot is older, such as 30h or 8d: its last run gave none')
        .option('--shrunken-below <percent>', 'freeze a target whose newest snapshot has less of the bytes or files of those before it (default: 50%; 0%: never)')
        .option('--despite <reason,…>', 'what you have seen and want all the same: stale, shrunken, future, flood, mixed-paths, short-lock; with IDs: newest, ' +
        'verified, kept', flags/* collect */.Fo, [])
        .option('--release <snapshot>', 'a snapshot that was taken with --keep-because need not stay any more; several', flags/* collect */.Fo, [])
        .option('--on-frozen <policy>', 'fail or warn when a target is frozen', 'fail')
        .option('--evidence <location>', 'evidence of drills, by which the last verified snapshot of each target stays (default: beside the repository, where it may be read)')
        .option('--evidence-key <file>', 'only what is signed by the Ed25519 key in a file (PEM) counts');
}

;// CONCATENATED MODULE: ./build/cli/commands/forget.js





const forget_ABOUT = {
    action: 'Retention',
    isOfAHost: false,
    ifNotWell: 'incomplete',
    byEnvironment: false,
};
function addForgetCommand(program, runner) {
    const command = program
        .command('forget')
        .summary('remove snapshots, by a policy or by their IDs')
        .description('Removes snapshots that a policy (one or more --keep-… flags) does not keep, or that are named. What they held is ' +
        'removed by prune. The newest complete snapshot of each target stays, whatever the policy; a target about which ' +
        'something is odd is frozen: nothing of it is removed.')
        .argument('[snapshot...]', 'remove these: IDs, their beginnings, or latest');
    addForgetFlags(command);
    (0,notify_flags/* addNotifyFlags */.Y)(command, forget_ABOUT);
    addExamples(command, [
        'holdfast forget --keep-daily 7 --keep-weekly 5 --keep-monthly 12 --dry-run',
        'What a policy would do, and why',
    ], [
        'holdfast forget --group-by target --keep-within-daily 14d --keep-within-monthly 2y --max-age 30h',
        'A policy for each application, unless its last backup is missing',
    ], ['holdfast forget 1a2b3c4d', 'One snapshot'], [
        'holdfast forget --archives /srv/archives --group-by target --keep-last 2 --keep-yearly 10',
        'The same of archives',
    ]);
    command.hook('preAction', () => refuseOfPolicyWithIds(command));
    runner.handle(command, told(forget_ABOUT, forget_run));
}
async function forget_run(task, specs) {
    const { archives } = task.flags;
    if (archives === undefined)
        return forgetSnapshots(task, specs);
    const { forgetArchivesIn } = await Promise.all(/* import() | command-forget */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(528), __webpack_require__.e(3758), __webpack_require__.e(1742), __webpack_require__.e(7714), __webpack_require__.e(7820)]).then(__webpack_require__.bind(__webpack_require__, 85850));
    return forgetArchivesIn(task, specs, archives);
}
async function forgetSnapshots(task, specs) {
    const [{ withRepository }, { forgetOptions }, { forget }, { kindOf }, { showForget }, { endForget }, { policyText }, { parseChoice }, { snapshotJson }, { drilledSnapshots },] = await Promise.all([
        Promise.all(/* import() | command-forget */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(528), __webpack_require__.e(3758), __webpack_require__.e(1742), __webpack_require__.e(7714), __webpack_require__.e(7820)]).then(__webpack_require__.bind(__webpack_require__, 69261)),
        Promise.all(/* import() | command-forget */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(528), __webpack_require__.e(3758), __webpack_require__.e(1742), __webpack_require__.e(7714), __webpack_require__.e(7820)]).then(__webpack_require__.bind(__webpack_require__, 88923)),
        Promise.all(/* import() | command-forget */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(528), __webpack_require__.e(3758), __webpack_require__.e(1742), __webpack_require__.e(7714), __webpack_require__.e(7820)]).then(__webpack_require__.bind(__webpack_require__, 44863)),
        Promise.all(/* import() | command-forget */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(528), __webpack_require__.e(3758), __webpack_require__.e(1742), __webpack_require__.e(7714), __webpack_require__.e(7820)]).then(__webpack_require__.bind(__webpack_require__, 27323)),
        Promise.all(/* import() | command-forget */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(528), __webpack_require__.e(3758), __webpack_require__.e(1742), __webpack_require__.e(7714), __webpack_require__.e(7820)]).then(__webpack_require__.bind(__webpack_require__, 87564)),
        Promise.all(/* import() | command-forget */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(528), __webpack_require__.e(3758), __webpack_require__.e(1742), __webpack_require__.e(7714), __webpack_require__.e(7820)]).then(__webpack_require__.bind(__webpack_require__, 21620)),
        Promise.all(/* import() | command-forget */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(528), __webpack_require__.e(3758), __webpack_require__.e(1742), __webpack_require__.e(7714), __webpack_require__.e(7820)]).then(__webpack_require__.bind(__webpack_require__, 87427)),
        Promise.all(/* import() | command-forget */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(528), __webpack_require__.e(3758), __webpack_require__.e(1742), __webpack_require__.e(7714), __webpack_require__.e(7820)]).then(__webpack_require__.bind(__webpack_require__, 68881)),
        Promise.all(/* import() | command-forget */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(528), __webpack_require__.e(3758), __webpack_require__.e(1742), __webpack_require__.e(7714), __webpack_require__.e(7820)]).then(__webpack_require__.bind(__webpack_require__, 50492)),
        Promise.all(/* import() | command-forget */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(528), __webpack_require__.e(3758), __webpack_require__.e(1742), __webpack_require__.e(7714), __webpack_require__.e(7820)]).then(__webpack_require__.bind(__webpack_require__, 93758)),
    ]);
    const { flags, output, reporter, terminal } = task;
    const options = forgetOptions(flags, specs, terminal.env);
    const onFrozen = parseChoice(flags.onFrozen, '--on-frozen', ['fail', 'warn']);
    // Before a password is asked for.
    if (kindOf(options) !== 'named')
        output.note(`Policy: ${policyText(options.policy)}`);
    const verified = await drilledSnapshots(task);
    let removed = 0;
    const onRemoved = () => void removed++;
    const result = await withRepository(task, 'none', ({ repository, signal }) => forget(repository, { ...options, verified, onRemoved }, reporter, signal)).catch((error) => {
        if (removed > 0)
            reporter.onWarning(`${(0,amounts.formatCounted)(removed, 'snapshot')} had been removed by then.`);
        throw error;
    });
    const compact = flags.compact ?? false;
    await showForget(output, result, { compact, json: ({ stored }) => snapshotJson(stored) });
    return endForget(task, result, onFrozen);
}

;// CONCATENATED MODULE: ./build/cli/commands/help.js

/** `help`, which commander's own answers for one word only: `help key add` would show `key`. */
function addHelpCommand(program) {
    const command = program
        .helpCommand(false)
        .command('help')
        .summary('show what a command takes')
        .description('Shows what a command takes, with examples.')
        .argument('[command...]', 'such as backup, or key add')
        .action((words) => showHelp(program, words));
    addExamples(command, ['holdfast help key add', 'What one command takes']);
}
function showHelp(parent, [word, ...more]) {
    const command = parent.commands.find((known) => known.name() === word || known.aliases().includes(word ?? ''));
    if (command !== undefined)
        showHelp(command, more);
    else if (word === undefined || parent.commands.length === 0)
        parent.help();
    // As if it had been called, which runs nothing: commander tells what it is instead, and what may have been meant.
    else
        parent.parse([word], { from: 'user' });
}

// EXTERNAL MODULE: ./build/choice.js
var choice = __webpack_require__(68881);
// EXTERNAL MODULE: ./build/cli/recovery-code-place.js
var recovery_code_place = __webpack_require__(46608);
// EXTERNAL MODULE: ./build/cli/show-recovery-code.js
var show_recovery_code = __webpack_require__(10234);
;// CONCATENATED MODULE: ./build/cli/commands/init.js





function addInitCommand(program, runner) {
    const command = program
        .command('init')
        .summary('make a new repository')
        .description('Makes a new repository. A recovery code is a second password, printed once, to be kept on paper:\n' +
        'who loses the place where the password is kept (a GitHub secret can’t be read back) loses no backup.')
        .option('--recovery-key', 'make a recovery code without asking')
        .option('--no-recovery-key', 'make none')
        .option('--repository-version <version>', 'of the format: 2, stable, latest (all the same), or 1', 'stable')
        .option('--copy-chunker-params', 'cut files as the repository of --from-repo does, for `copy`');
    (0,from_flags/* addFromFlags */.l)(command);
    addExamples(command, ['holdfast init -r /srv/backup', 'In a folder; asks for a password'], ['holdfast init -r /srv/backup --password-file ~/.backup-password --recovery-key', 'Without questions']);
    runner.handle(command, init_run);
}
async function init_run(task) {
    const [{ openStorage }, { readNewPassword }, { initRepository }, { addRecoveryKey }, { chunkerPolynomialFrom },] = await Promise.all([
        Promise.all(/* import() | command-init */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(9569)]).then(__webpack_require__.bind(__webpack_require__, 69261)),
        Promise.all(/* import() | command-init */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(9569)]).then(__webpack_require__.bind(__webpack_require__, 64986)),
        Promise.all(/* import() | command-init */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(9569)]).then(__webpack_require__.bind(__webpack_require__, 48315)),
        Promise.all(/* import() | command-init */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(9569)]).then(__webpack_require__.bind(__webpack_require__, 23118)),
        Promise.all(/* import() | command-init */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(9569)]).then(__webpack_require__.bind(__webpack_require__, 48546)),
    ]);
    const { output, signal } = task;
    if (task.flags.recoveryKey)
        (0,recovery_code_place/* requirePlaceForRecoveryCode */.E)(task.terminal);
    const version = versionOf(task.flags);
    const backend = await openStorage(task);
    const chunkerPolynomial = await chunkerPolynomialFrom(task);
    const password = await readNewPassword(task.flags, task.terminal, signal);
    const repository = await initRepository(backend, password, {
        version,
        ...(chunkerPolynomial === null ? {} : { chunkerPolynomial }),
    });
    try {
        const code = (await wantsRecoveryKey(task)) ? await addRecoveryKey(repository) : null;
        await output.json({
            message_type: 'initialized',
            id: repository.id,
            repository: repository.location,
            ...(code === null ? {} : { recovery_code: code }),
        });
        await output.line(`created repository ${repository.id.slice(0, 10)} at ${repository.location}`);
        for (const line of code === null ? WITHOUT_CODE : (0,show_recovery_code/* recoveryCodeLines */.E)(code))
            await output.line(line);
    }
    finally {
        await repository.close();
    }
}
function versionOf({ repositoryVersion }) {
    const word = (0,choice.parseChoice)(repositoryVersion, '--repository-version', ['1', '2', 'stable', 'latest']);
    return word === '1' ? 1 : 2;
}
async function wantsRecoveryKey({ flags, terminal, output, signal }) {
    if (flags.recoveryKey !== undefined)
        return flags.recoveryKey;
    const { askYes, canAsk } = await Promise.all(/* import() | command-init */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(9569)]).then(__webpack_require__.bind(__webpack_require__, 9863));
    if (output.mode === 'json' || !canAsk(terminal))
        return false;
    return askYes(terminal, 'Make a recovery code, to be kept on paper?', signal);
}
const WITHOUT_CODE = [
    'The password is the only key: without it all backups are lost.',
    '`holdfast key add --recovery` makes a second one, to be kept on paper.',
];

;// CONCATENATED MODULE: ./build/cli/commands/key.js



function addKeyCommand(program, runner) {
    const key = program
        .command('key')
        .summary('list, add, remove and change passwords')
        .description('Manages the keys of the repository: each is a password that opens it.');
    const list = key
        .command('list')
        .summary('list the keys')
        .description('Lists the keys; * marks the one in use.');
    const add = key.command('add').summary('add a password').description('Adds a password to the repository.');
    addNewKeyFlags(add).option('--recovery', 'make a recovery code instead, printed once, to be kept on paper');
    const passwd = key
        .command('passwd')
        .summary('change the password')
        .description('Replaces the password in use by a new one.');
    addNewKeyFlags(passwd);
    const remove = key
        .command('remove')
        .summary('remove a password')
        .description('Removes a key, never the one in use.')
        .argument('<id>', 'ID of the key, or its beginning');
    addExamples(add, ['holdfast key add --new-password-file new.txt', 'A second password'], ['holdfast key add --recovery', 'A code for paper']);
    runner.handle(list, listKeysCommand);
    runner.handle(add, addKeyCommandWork);
    runner.handle(passwd, changePasswordCommand);
    runner.handle(remove, removeKeyCommand);
}
function addNewKeyFlags(command) {
    return command
        .option('--new-password-file <file>', 'read the new password from a file (default: ask)')
        .option('--user <name>', 'user name to note in the key')
        .option('--host <name>', 'host name to note in the key');
}
async function listKeysCommand(task) {
    const [{ withRepository }, { listKeys }] = await modules();
    const keys = await withRepository(task, 'shared', ({ repository, signal }) => listKeys(repository, signal));
    await showKeys(task, keys);
}
async function showKeys({ output }, keys) {
    const [{ tableLines }, { formatLocalTime }] = await Promise.all([
        Promise.all(/* import() | command-key */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(3468)]).then(__webpack_require__.bind(__webpack_require__, 81681)),
        Promise.all(/* import() | command-key */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(3468)]).then(__webpack_require__.bind(__webpack_require__, 51846)),
    ]);
    await output.json(keys.map((key) => ({
        current: key.current,
        id: key.id,
        userName: key.username,
        hostName: key.hostname,
        created: formatLocalTime(key.createdNs),
        ...(key.problem === null ? {} : { problem: key.problem }),
    })));
    const rows = keys.map((key) => [
        `${key.current ? '*' : ' '}${key.id.slice(0, 8)}`,
        ...(key.problem === null
            ? [key.username, key.hostname, formatLocalTime(key.createdNs)]
            : ['unusable', key.problem, '']),
    ]);
    const columns = [{ title: ' ID' }, { title: 'User' }, { title: 'Host' }, { title: 'Created' }];
    for (const line of tableLines(columns, rows))
        await output.line(line);
}
async function addKeyCommandWork(task) {
    const [{ withRepository }, { addKey }] = await modules();
    const { flags, output } = task;
    if (flags.recovery) {
        refuseOwnPassword(flags);
        (0,recovery_code_place/* requirePlaceForRecoveryCode */.E)(task.terminal);
    }
    await withRepository(task, 'shared', async ({ repository }) => {
        if (flags.recovery) {
            const { addRecoveryKey } = await Promise.all(/* import() | command-key */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(3468)]).then(__webpack_require__.bind(__webpack_require__, 23118));
            const code = await addRecoveryKey(repository);
            await output.json({ message_type: 'key_added', recovery_code: code });
            await output.line(`Recovery code (shown this once; keep it on paper):\n\n    ${code}\n`);
            return;
        }
        const id = await addKey(repository, await newPassword(task), names(flags));
        await output.json({ message_type: 'key_added', id });
        await output.line(`saved new key as ${id.slice(0, 8)}`);
    });
}
/** Who gives a password believes that it opens the repository from now on. @throws HoldfastError bad-input. */
function refuseOwnPassword({ newPasswordFile, user, host }) {
    const given = (newPasswordFile !== undefined && '--new-password-file') ||
        (user !== undefined && '--user') ||
        (host !== undefined && '--host');
    if (!given)
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot use both --recovery and ${given}: a recovery code is made here, as a key of its own with the user name ` +
        '"recovery", expected one of them. Leave out the other, or run the command once for each.');
}
async function changePasswordCommand(task) {
    const [{ withRepository }, { changePassword }] = await modules();
    await withRepository(task, 'exclusive', async ({ repository }) => {
        const id = await changePassword(repository, await newPassword(task), names(task.flags));
        await task.output.json({ message_type: 'key_added', id });
        await task.output.line(`saved new key as ${id.slice(0, 8)}; the old password opens nothing any more`);
    });
}
async function removeKeyCommand(task, [spec = '']) {
    const [{ withRepository }, { removeKey }] = await modules();
    await withRepository(task, 'exclusive', async ({ repository }) => {
        const id = await removeKey(repository, spec);
        await task.output.json({ message_type: 'key_removed', id });
        await task.output.line(`removed key ${id.slice(0, 8)}`);
    });
}
function modules() {
    return Promise.all([Promise.all(/* import() | command-key */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(3468)]).then(__webpack_require__.bind(__webpack_require__, 69261)), Promise.all(/* import() | command-key */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(3468)]).then(__webpack_require__.bind(__webpack_require__, 21805))]);
}
async function newPassword({ flags, terminal, signal }) {
    const { readFurtherPassword } = await Promise.all(/* import() | command-key */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(3468)]).then(__webpack_require__.bind(__webpack_require__, 64986));
    return readFurtherPassword(flags.newPasswordFile, terminal, signal);
}
function names({ user, host }) {
    return {
        ...(user === undefined ? {} : { username: user }),
        ...(host === undefined ? {} : { hostname: host }),
    };
}

;// CONCATENATED MODULE: ./build/cli/commands/ls.js




function addLsCommand(program, runner) {
    const command = program
        .command('ls')
        .summary('list the files in a snapshot')
        .description('Lists the files in a snapshot: all of them, or those in the folders that are asked for.')
        .argument('<snapshot>', 'ID, its beginning, or latest; with :/FOLDER as if that were the root')
        .argument('[path...]', 'absolute paths in the snapshot, also as it shows them');
    (0,flags/* addFilterFlags */.pg)(command);
    (0,flags/* addAsOfFlag */.NT)(command);
    command
        .option('-l, --long', 'with mode, owner, size and time')
        .option('--recursive', 'also what is deeper in the folders that are asked for')
        .option('--human-readable', 'with -l: sizes in KiB, MiB …')
        .option('-s, --sort <by>', 'name, size, time (or mtime), atime, ctime, extension', 'name')
        .option('--reverse', 'the other way round');
    addExamples(command, ['holdfast ls latest', 'Everything in the newest snapshot'], ['holdfast ls -l latest --host db.example /etc', 'One folder, in detail']);
    runner.handle(command, ls_run);
}
async function ls_run(task, [text = '', ...paths]) {
    const [{ withRepository }, { snapshotFilter }, { resolveSnapshot }, { treeAt }, { listEntries }, { parseSnapshotSpec }, { sortEntries, sortOrder }, { snapshotJson },] = await Promise.all([
        Promise.all(/* import() | command-ls */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(315), __webpack_require__.e(9920)]).then(__webpack_require__.bind(__webpack_require__, 69261)),
        Promise.all(/* import() | command-ls */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(315), __webpack_require__.e(9920)]).then(__webpack_require__.bind(__webpack_require__, 41155)),
        Promise.all(/* import() | command-ls */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(315), __webpack_require__.e(9920)]).then(__webpack_require__.bind(__webpack_require__, 75207)),
        Promise.all(/* import() | command-ls */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(315), __webpack_require__.e(9920)]).then(__webpack_require__.bind(__webpack_require__, 48846)),
        Promise.all(/* import() | command-ls */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(315), __webpack_require__.e(9920)]).then(__webpack_require__.bind(__webpack_require__, 45400)),
        Promise.all(/* import() | command-ls */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(315), __webpack_require__.e(9920)]).then(__webpack_require__.bind(__webpack_require__, 59400)),
        Promise.all(/* import() | command-ls */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(315), __webpack_require__.e(9920)]).then(__webpack_require__.bind(__webpack_require__, 81992)),
        Promise.all(/* import() | command-ls */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(315), __webpack_require__.e(9920)]).then(__webpack_require__.bind(__webpack_require__, 50492)),
    ]);
    const { flags, output } = task;
    const filter = snapshotFilter(flags, task.terminal.env);
    const spec = parseSnapshotSpec(text);
    const order = sortOrder(flags);
    requireAbsolute(paths);
    await withRepository(task, 'shared', async ({ repository, signal }) => {
        const found = await resolveSnapshot(repository, spec.snapshot, filter, signal);
        await repository.loadIndex(signal);
        const tree = await treeAt(repository, found.snapshot.tree, spec.folder, signal);
        await output.json({ message_type: 'snapshot', struct_type: 'snapshot', ...snapshotJson(found) });
        const options = { paths: paths.map(bytestring.fromText), recursive: flags.recursive ?? false, signal };
        const entries = await ls_show(task, sortEntries(listEntries(repository, tree, options), order), signal);
        await output.json({ message_type: 'summary', snapshot_id: found.id, entries });
    });
}
/** @throws HoldfastError bad-input. */
function requireAbsolute(paths) {
    const relative = paths.find((path) => !path.startsWith('/'));
    if (relative === undefined)
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot list ${JSON.stringify(relative)}: it is a relative path, expected one in the snapshot, such as /etc.`);
}
/** Gives how many there were. */
async function ls_show({ flags, output }, entries, signal) {
    const { longLine, nodeJson } = await Promise.all(/* import() | command-ls */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(315), __webpack_require__.e(9920)]).then(__webpack_require__.bind(__webpack_require__, 52803));
    let count = 0;
    for await (const placed of entries) {
        signal.throwIfAborted();
        count++;
        if (output.mode === 'json') {
            await output.json({ ...nodeJson(placed), message_type: 'node', struct_type: 'node' });
        }
        else {
            await output.line(flags.long ? longLine(placed, flags.humanReadable ?? false) : (0,bytestring.display)(placed.path));
        }
    }
    return count;
}

;// CONCATENATED MODULE: ./build/cli/commands/plan.js





function addPlanCommand(program, runner) {
    const command = program
        .command('plan')
        .summary('say which targets of a backup.yml are due')
        .description('Says which targets are due by their schedules and by the snapshots that there are: one that was missed is made up ' +
        'for once. Repositories are only read; their passwords are taken from the variables that the file names.')
        .argument('[config]', 'the file', defaults/* DEFAULT_CONFIG */.P)
        .option('--at <time>', 'as if it were then: 2026-11-21T10:47:54')
        .option('--on-blocked <what>', 'fail (exit status 3) or warn when a target can’t be backed up as the file has it', 'fail');
    addExamples(command, ['holdfast plan --json | jq -r .due[]', 'The names of those that are due']);
    runner.handle(command, plan_run);
}
async function plan_run(task, [config = defaults/* DEFAULT_CONFIG */.P]) {
    const [{ planOf, matricesOf, reasonText }, { readFileOf }, { openHistory }, { accessHere, storageTools }, { parseTimeMs },] = await Promise.all([
        Promise.all(/* import() | command-plan */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(1173), __webpack_require__.e(5598)]).then(__webpack_require__.bind(__webpack_require__, 31072)),
        Promise.all(/* import() | command-plan */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(1173), __webpack_require__.e(5598)]).then(__webpack_require__.bind(__webpack_require__, 18443)),
        Promise.all(/* import() | command-plan */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(1173), __webpack_require__.e(5598)]).then(__webpack_require__.bind(__webpack_require__, 67266)),
        Promise.all(/* import() | command-plan */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(1173), __webpack_require__.e(5598)]).then(__webpack_require__.bind(__webpack_require__, 70849)),
        Promise.all(/* import() | command-plan */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(1173), __webpack_require__.e(5598)]).then(__webpack_require__.bind(__webpack_require__, 15787)),
    ]);
    const { flags, output } = task;
    const onBlocked = (0,choice.parseChoice)(flags.onBlocked, '--on-blocked', ['fail', 'warn']);
    const nowMs = flags.at === undefined ? Date.now() : parseTimeMs(flags.at, '--at');
    const plan = await planOf({
        file: await readFileOf(process.cwd(), config),
        nowMs,
        historyOf: (storage) => openHistory(accessHere(task, storage), { nowMs, ...storageTools(task) }),
    });
    const due = plan.targets.filter((target) => target.due.isDue).map(({ target }) => target);
    const matrix = matricesOf(plan);
    await output.json({ due, targets: plan.targets, blocked: plan.blocked, matrices: matrix });
    for (const target of plan.targets)
        await output.line(`${target.target}: ${(0,bytestring.displayText)(reasonText(target))}`);
    for (const { target, why } of plan.blocked)
        await output.line(`${target}: can’t be backed up: ${why}`);
    return plan.blocked.length === 0 || onBlocked === 'warn' ? exit_status/* ExitStatus */.vu.ok : exit_status/* ExitStatus */.vu.incomplete;
}

;// CONCATENATED MODULE: ./build/cli/commands/prune.js



function addPruneCommand(program, runner) {
    const command = program
        .command('prune')
        .summary('remove data that no snapshot needs')
        .description('Removes data that no snapshot needs any more. What is written anew is verified, written and indexed before ' +
        'anything is removed, so that nothing is lost whenever it is cut off. Nobody else can use the repository meanwhile.');
    (0,prune_flags/* addPruneFlags */.B)(command).option('-n, --dry-run', 'say what would be done; write nothing');
    addExamples(command, ['holdfast prune --dry-run', 'How much would be freed'], ['holdfast prune --max-unused 10% --retry-lock 30m', 'Write less anew; wait for a backup that runs']);
    runner.handle(command, prune_run);
}
async function prune_run(task) {
    const [{ withRepository, repositoryOptions }, { prune }, { pruneOptions }, { showPrune }] = await Promise.all([
        Promise.all(/* import() | command-prune */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(1742), __webpack_require__.e(8493)]).then(__webpack_require__.bind(__webpack_require__, 69261)),
        Promise.all(/* import() | command-prune */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(1742), __webpack_require__.e(8493)]).then(__webpack_require__.bind(__webpack_require__, 45251)),
        Promise.all(/* import() | command-prune */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(1742), __webpack_require__.e(8493)]).then(__webpack_require__.bind(__webpack_require__, 25964)),
        Promise.all(/* import() | command-prune */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(1742), __webpack_require__.e(8493)]).then(__webpack_require__.bind(__webpack_require__, 24813)),
    ]);
    const { flags, reporter, output } = task;
    const dryRun = flags.dryRun ?? false;
    if (!flags.lock && !dryRun) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot prune with --no-lock: others could use what is removed. Expected --dry-run with it.');
    }
    if (flags.repackUncompressed && repositoryOptions(task).compression === 'off') {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot use both --repack-uncompressed and --compression off: expected one of them.');
    }
    const options = pruneOptions((0,prune_flags/* pruneSettings */.U)(flags), (word) => `--${word}`);
    const result = await withRepository(task, flags.lock ? 'exclusive' : 'none', ({ repository, signal }) => prune(repository, { ...options, dryRun }, reporter, signal));
    await showPrune(output, result);
}

;// CONCATENATED MODULE: ./build/cli/report-flags.js

function addReportFlags(command) {
    command
        .option('--config <file>', 'a backup.yml: its storages are read (unless others are named by flags), its targets are expected, each by its own RPO, RTO, drills and retention')
        .option('--html <file>', 'write a page to this file: replaced once the new one is whole')
        .option('--metrics <file>', 'write an OpenMetrics text to this file, in the same way')
        .option('--rpo <age>', 'how old a newest complete backup may be (default: 26h), such as 8d, or of one target wiki=2h, wiki@db1=30m; several', flags/* collect */.Fo, [])
        .option('--rto <span>', 'how long a restore may take, in the same way; several', flags/* collect */.Fo, [])
        .option('--proved-within <age>', 'how long ago the last drill that passed may be (default: 99d), in the same way; several', flags/* collect */.Fo, [])
        .option('--period <span>', 'figures over time are of so long back from now', '30d')
        .option('--archives <location>', 'archives, too: of a folder, or s3:https://HOST/BUCKET/PREFIX')
        .option('--copy-to <location>', 'a second repository, too, in which each backup has its copy (default: $HOLDFAST_COPY_TO_REPOSITORY)')
        .option('--copy-to-password-file <file>', 'read its password from a file (default: $HOLDFAST_COPY_TO_PASSWORD_FILE)')
        .option('--copy-to-password-command <command>', 'get its password from a command')
        .option('--copy-to-key-hint <key>', 'ID of its key to try first')
        .option('--evidence <location>', 'evidence of drills (default: beside the repository)')
        .option('--evidence-key <file>', 'only what is signed by the Ed25519 key in a file (PEM) counts')
        .option('--shallow', 'read snapshots alone, no trees: neither downtime, nor table rows, nor what changed')
        .option('--on-unprotected <policy>', 'fail or warn when a target is failing or stale', 'warn');
}

;// CONCATENATED MODULE: ./build/cli/commands/report.js







const report_ABOUT = {
    action: 'Report',
    isOfAHost: false,
    ifNotWell: 'failed',
    byEnvironment: false,
};
function addReportCommand(program, runner) {
    const command = program
        .command('report')
        .summary('show how every target stands, as a table, a page, metrics')
        .description('Shows of every target whether it is protected, and why not: from the repositories and archives themselves. A table, or ' +
        'JSON; with --html a page that needs nothing but a browser; with --metrics a file for Prometheus’ node_exporter.');
    addReportFlags(command);
    (0,flags/* addFilterFlags */.pg)(command, '--host <name>');
    addPolicyFlags(command);
    (0,notify_flags/* addNotifyFlags */.Y)(command, report_ABOUT);
    addExamples(command, ['holdfast report --rpo 26h --rpo wiki=2h --html /tmp/backups.html', 'A page of all targets'], ['holdfast report --config backup.yml --html /tmp/backups.html', 'Of all that a configuration expects'], [
        'holdfast report --shallow --metrics /var/lib/prometheus/node-exporter/holdfast.prom',
        'For a pager, often and cheaply',
    ]);
    runner.handle(command, told(report_ABOUT, report_run));
}
async function report_run(task) {
    const [{ reportSettings, readTargets }, { needsAttention, reportOf }, { writePage, writeMetrics }, { parseChoice },] = await Promise.all([
        Promise.all(/* import() | command-report */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(5873), __webpack_require__.e(1173), __webpack_require__.e(3758), __webpack_require__.e(1742), __webpack_require__.e(5537), __webpack_require__.e(2441)]).then(__webpack_require__.bind(__webpack_require__, 47720)),
        Promise.all(/* import() | command-report */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(5873), __webpack_require__.e(1173), __webpack_require__.e(3758), __webpack_require__.e(1742), __webpack_require__.e(5537), __webpack_require__.e(2441)]).then(__webpack_require__.bind(__webpack_require__, 47712)),
        Promise.all(/* import() | command-report */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(5873), __webpack_require__.e(1173), __webpack_require__.e(3758), __webpack_require__.e(1742), __webpack_require__.e(5537), __webpack_require__.e(2441)]).then(__webpack_require__.bind(__webpack_require__, 81680)),
        Promise.all(/* import() | command-report */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(5873), __webpack_require__.e(1173), __webpack_require__.e(3758), __webpack_require__.e(1742), __webpack_require__.e(5537), __webpack_require__.e(2441)]).then(__webpack_require__.bind(__webpack_require__, 68881)),
    ]);
    const { flags, output } = task;
    const onUnprotected = parseChoice(flags.onUnprotected, '--on-unprotected', ['fail', 'warn']);
    const settings = reportSettings(flags, task.terminal.env);
    const { histories, ...read } = await readTargets(task);
    const report = reportOf(histories, { ...settings, ...read, nowMs: Date.now() });
    if (flags.html !== undefined)
        await writePage(flags.html, report);
    if (flags.metrics !== undefined)
        await writeMetrics(flags.metrics, report);
    if (output.mode === 'json') {
        const { reportJson } = await Promise.all(/* import() | command-report */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(5873), __webpack_require__.e(1173), __webpack_require__.e(3758), __webpack_require__.e(1742), __webpack_require__.e(5537), __webpack_require__.e(2441)]).then(__webpack_require__.bind(__webpack_require__, 77012));
        await output.json(reportJson(report));
    }
    else {
        await showTable(task, report);
    }
    return onUnprotected === 'fail' && needsAttention(report) ? exit_status/* ExitStatus */.vu.incomplete : undefined;
}
async function showTable({ output }, report) {
    const [{ tableLines }, { formatBytes, formatCounted }, { displayText }, { HEALTH_NAMES, targetShort }, { spanText }, { shareText },] = await Promise.all([
        Promise.all(/* import() | command-report */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(5873), __webpack_require__.e(1173), __webpack_require__.e(3758), __webpack_require__.e(1742), __webpack_require__.e(5537), __webpack_require__.e(2441)]).then(__webpack_require__.bind(__webpack_require__, 81681)),
        Promise.all(/* import() | command-report */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(5873), __webpack_require__.e(1173), __webpack_require__.e(3758), __webpack_require__.e(1742), __webpack_require__.e(5537), __webpack_require__.e(2441)]).then(__webpack_require__.bind(__webpack_require__, 95209)),
        Promise.all(/* import() | command-report */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(5873), __webpack_require__.e(1173), __webpack_require__.e(3758), __webpack_require__.e(1742), __webpack_require__.e(5537), __webpack_require__.e(2441)]).then(__webpack_require__.bind(__webpack_require__, 63509)),
        Promise.all(/* import() | command-report */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(5873), __webpack_require__.e(1173), __webpack_require__.e(3758), __webpack_require__.e(1742), __webpack_require__.e(5537), __webpack_require__.e(2441)]).then(__webpack_require__.bind(__webpack_require__, 39563)),
        Promise.all(/* import() | command-report */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(5873), __webpack_require__.e(1173), __webpack_require__.e(3758), __webpack_require__.e(1742), __webpack_require__.e(5537), __webpack_require__.e(2441)]).then(__webpack_require__.bind(__webpack_require__, 98699)),
        Promise.all(/* import() | command-report */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(5873), __webpack_require__.e(1173), __webpack_require__.e(3758), __webpack_require__.e(1742), __webpack_require__.e(5537), __webpack_require__.e(2441)]).then(__webpack_require__.bind(__webpack_require__, 51550)),
    ]);
    const rows = report.targets.map((facts) => [
        targetShort(facts.history),
        displayText(facts.history.hostname),
        HEALTH_NAMES[facts.judgement.health],
        facts.ageMs === null ? '' : spanText(facts.ageMs),
        shareText(facts),
        facts.newest?.item.sizeBytes == null ? '' : formatBytes(facts.newest.item.sizeBytes),
        facts.judgement.reasons[0]?.text ?? '',
    ]);
    const columns = ['Target', 'Host', 'Health', 'Age', 'RPO kept', 'Size', 'Why'].map((title) => ({ title }));
    for (const line of tableLines(columns, rows))
        await output.line(line);
    await output.line(formatCounted(report.targets.length, 'target'));
}

// EXTERNAL MODULE: ./build/settings/restore-meaning.js
var restore_meaning = __webpack_require__(17448);
;// CONCATENATED MODULE: ./build/cli/commands/restore.js









const restore_ABOUT = {
    action: 'Restore',
    isOfAHost: true,
    ifNotWell: 'incomplete',
    byEnvironment: false,
};
function addRestoreCommand(program, runner) {
    const command = program
        .command('restore')
        .summary('put a snapshot, or a part of it, back on a host')
        .description('Puts a snapshot, or a part of it, on a host. It is sent beside the destination, read again there and compared, ' +
        'and only then swapped in; what was in the way goes into an undo folder. A restore that was cut off goes on ' +
        'where it was when it is called again.')
        .argument('[snapshot]', 'ID, its beginning, or latest; with :/FOLDER only what is in that folder');
    command.option('-t, --target <folder>', 'folder to restore below; / is the original place');
    (0,flags/* addHostFlags */.rR)(command);
    (0,flags/* addFilterFlags */.pg)(command);
    (0,flags/* addAsOfFlag */.NT)(command);
    addPatternFlags(command)
        .option('--overwrite <when>', 'replace what is there: always, if-changed (in place), if-newer, never', DEFAULT_OVERWRITE)
        .option('--delete', 'also move away what is not in the snapshot, in folders that stay in place (one that is replaced as a whole takes it along anyway)')
        .option('--ownership-by-name', 'owners by their names on the host (default: by number)')
        .option('--own', 'also what Holdfast added to the snapshot, at /.holdfast')
        .addOption(new commander/* Option */.c$('--sparse', 'always so').hideHelp())
        .addOption(new commander/* Option */.c$('--verify', 'always so, but for --no-verify').default(true).hideHelp())
        .option('--no-verify', 'do not read everything again before it is swapped in')
        .option('--before <command>', 'shell command on the host, before anything is restored; several', flags/* collect */.Fo, [])
        .option('--after <command>', 'shell command on the host afterwards, whatever happened; several', flags/* collect */.Fo, [])
        .option('-n, --dry-run', 'say what would happen; write nothing, run none of your commands')
        .option('--archive-from <location>', 'from an archive in a folder or at s3:https://HOST/BUCKET/PREFIX, instead of a snapshot: its ID, the beginning of one, or latest')
        .option('--trust-archive <sha256>', 'with --app and --archive-from: the SHA-256 of the archive that is yours; commands that it names are run on the host')
        .option('--tar <file>', 'instead: write a tar archive to a new file of this machine; -: standard output')
        .option('--app [name]', 'instead: put an application back as the profile that it was saved by says: stopped, files, databases, what else it takes, started')
        .option('--app-option <key=value>', 'what is otherwise than when it was saved, as for backup; several', flags/* collect */.Fo, [])
        .option('--database [dump]', 'instead: put a dump of the snapshot back into its database and compare (with --target: the dump as a file below it)')
        .option('--bucket [name]', 'instead: put the objects of a bucket of the snapshot back into a bucket')
        .option('--into <url>', 'which database or bucket that is: as --database and --bucket of backup (default: the bucket that was saved, or the database of that name as its tools reach it without being told how)')
        .option('--database-on <where>', DATABASE_ON, DEFAULT_PLACE)
        .option('--replace-objects', 'objects that are others than were saved, in a bucket that keeps versions')
        .option('--overwrite-database', 'a database that holds something is renamed aside')
        .option('--signing-key <file>', 'sign the record of the restore with the Ed25519 key in a file (PEM; default: $HOLDFAST_SIGNING_KEY)')
        .option('--evidence <location>', 'where the record of the restore is kept, as a drill’s (default: beside the repository)')
        .option('--no-evidence', 'keep none')
        .option('--undo', 'instead: put back what a restore moved out of the way (--target: its undo folder, what it restored, or the folder it restored to)');
    addOpeningFlags(command);
    (0,notify_flags/* addNotifyFlags */.Y)(command, restore_ABOUT);
    addExamples(command, ['holdfast restore latest --target /tmp/look', 'The newest snapshot, below a folder of this machine'], [
        'holdfast restore latest --of wiki --on ssh://root@wiki.example --target / --dry-run',
        'What putting an application back would do',
    ], [
        'holdfast restore latest --of looker --on ssh://root@bi.example --app',
        'An application with its databases, as its profile says',
    ], ['holdfast restore latest:/srv/wiki --target /srv/wiki-copy', 'One folder, elsewhere'], ["holdfast restore 4bd21c8a --include '*.conf' --target /tmp/conf", 'Some files'], ['holdfast restore latest --tar everything.tar', 'As a tar archive'], [
        'holdfast restore latest --of wiki --on ssh://root@wiki.example --database --into postgresql:///wiki_copy?as=postgres',
        'A database, beside the one that is there',
    ], [
        'holdfast restore latest --of wiki --on ssh://wiki.example --database --database-on tunnel --into postgresql://wiki@127.0.0.1/wiki_copy',
        'With the tools of this machine, through the connection to the host',
    ], [
        'holdfast restore latest --of kestra --bucket --into s3:https://s3.example/kestra-copy',
        'The objects of a bucket, into another one',
    ], [
        'holdfast restore latest --archive-from /srv/archives --age-identity key.txt --target /tmp/look',
        'The newest archive',
    ], ['holdfast restore --undo --on ssh://root@wiki.example --target /srv/wiki', 'As it was before']);
    runner.handle(command, told(restore_ABOUT, restore_run));
}
function addPatternFlags(command) {
    return command
        .option('-i, --include <pattern>', 'only what matches; several', flags/* collect */.Fo, [])
        .option('--iinclude <pattern>', 'the same, letter case ignored; several', flags/* collect */.Fo, [])
        .option('--include-file <file>', 'read such patterns from a file of this machine; several', flags/* collect */.Fo, [])
        .option('--iinclude-file <file>', 'the same, letter case ignored; several', flags/* collect */.Fo, [])
        .option('-e, --exclude <pattern>', 'leave out what matches; several', flags/* collect */.Fo, [])
        .option('--iexclude <pattern>', 'the same, letter case ignored; several', flags/* collect */.Fo, [])
        .option('--exclude-file <file>', 'read such patterns from a file of this machine; several', flags/* collect */.Fo, [])
        .option('--iexclude-file <file>', 'the same, letter case ignored; several', flags/* collect */.Fo, []);
}
async function restore_run(task, [spec]) {
    const { tar, undo } = task.flags;
    requireMeaning(task.flags, spec);
    if (task.flags.archiveFrom === undefined)
        refuseOpeningFlags(task.flags);
    if (undo) {
        const { undoRestoreAt } = await Promise.all(/* import() | undo-restore */[__webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(3880), __webpack_require__.e(2204)]).then(__webpack_require__.bind(__webpack_require__, 10292));
        await undoRestoreAt(task);
    }
    else if (spec === undefined) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot restore: no snapshot is named. Give an ID, or latest.');
    }
    else if (task.flags.app !== undefined) {
        const { restoreApplicationOf } = await Promise.all(/* import() | restore-application */[__webpack_require__.e(8816), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(3758), __webpack_require__.e(3880), __webpack_require__.e(6917), __webpack_require__.e(746), __webpack_require__.e(263), __webpack_require__.e(9083), __webpack_require__.e(3711), __webpack_require__.e(6823), __webpack_require__.e(8686)]).then(__webpack_require__.bind(__webpack_require__, 48580));
        await restoreApplicationOf(task, spec);
    }
    else if (task.flags.database !== undefined && task.flags.target === undefined) {
        const { restoreDatabaseOf } = await Promise.all(/* import() | restore-database */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(9662), __webpack_require__.e(6491), __webpack_require__.e(3758), __webpack_require__.e(9083), __webpack_require__.e(4763)]).then(__webpack_require__.bind(__webpack_require__, 80973));
        await restoreDatabaseOf(task, spec);
    }
    else if (task.flags.bucket !== undefined) {
        const { restoreBucketOf } = await Promise.all(/* import() | restore-bucket */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(3758), __webpack_require__.e(9083), __webpack_require__.e(2974)]).then(__webpack_require__.bind(__webpack_require__, 31662));
        await restoreBucketOf(task, spec);
    }
    else if (tar !== undefined) {
        const { restoreToTar } = await Promise.all(/* import() | restore-to-tar */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6917), __webpack_require__.e(263), __webpack_require__.e(3277)]).then(__webpack_require__.bind(__webpack_require__, 67531));
        await restoreToTar(task, spec, tar);
    }
    else {
        await restoreToHost(task, spec);
    }
}
/** The flags that have another name than the rest of the world has for them. */
const FLAGS = {
    tags: 'tag',
    paths: 'path',
    'not-after': 'notAfter',
    'as-of': 'asOf',
    'include-file': 'includeFile',
    'iinclude-file': 'iincludeFile',
    'exclude-file': 'excludeFile',
    'iexclude-file': 'iexcludeFile',
    'ownership-by-name': 'ownershipByName',
    'dry-run': 'dryRun',
    'overwrite-database': 'overwriteDatabase',
    'database-on': 'databaseOn',
    'replace-objects': 'replaceObjects',
    'archive-from': 'archiveFrom',
    'trust-archive': 'trustArchive',
    'app-option': 'appOption',
};
/** @throws HoldfastError bad-input for flags of which one would be ignored. */
function requireMeaning(flags, spec) {
    const isGiven = (word) => {
        if (word === 'snapshot')
            return spec !== undefined;
        const value = flags[FLAGS[word] ?? word];
        if (word === 'overwrite')
            return value !== DEFAULT_OVERWRITE;
        if (word === 'on')
            return value !== DEFAULT_HOST;
        if (word === 'database-on')
            return value !== DEFAULT_PLACE;
        return value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
    };
    const show = (word) => {
        if (word === 'snapshot')
            return 'a snapshot';
        return `--${word === 'tags' || word === 'paths' ? word.slice(0, -1) : word}`;
    };
    (0,restore_meaning/* requireOneMeaning */.V)(flags.undo ?? false, isGiven, show);
}
const DEFAULT_OVERWRITE = 'always';
/** An archive is written there in any case. */
const DEFAULT_HOST = 'local';
const DEFAULT_PLACE = 'host';
async function restoreToHost(task, spec) {
    const [{ readSourceRequest, readRestoreOptions }, { withRepository }, { resolveSnapshot }, { restoreRecorder }, { recorded }, { filesOutcome },] = await Promise.all([
        Promise.all(/* import() | command-restore */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(3758), __webpack_require__.e(3880), __webpack_require__.e(6917), __webpack_require__.e(746), __webpack_require__.e(263), __webpack_require__.e(9083), __webpack_require__.e(6823), __webpack_require__.e(8555)]).then(__webpack_require__.bind(__webpack_require__, 19168)),
        Promise.all(/* import() | command-restore */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(3758), __webpack_require__.e(3880), __webpack_require__.e(6917), __webpack_require__.e(746), __webpack_require__.e(263), __webpack_require__.e(9083), __webpack_require__.e(6823), __webpack_require__.e(8555)]).then(__webpack_require__.bind(__webpack_require__, 69261)),
        Promise.all(/* import() | command-restore */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(3758), __webpack_require__.e(3880), __webpack_require__.e(6917), __webpack_require__.e(746), __webpack_require__.e(263), __webpack_require__.e(9083), __webpack_require__.e(6823), __webpack_require__.e(8555)]).then(__webpack_require__.bind(__webpack_require__, 75207)),
        Promise.all(/* import() | command-restore */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(3758), __webpack_require__.e(3880), __webpack_require__.e(6917), __webpack_require__.e(746), __webpack_require__.e(263), __webpack_require__.e(9083), __webpack_require__.e(6823), __webpack_require__.e(8555)]).then(__webpack_require__.bind(__webpack_require__, 65330)),
        Promise.all(/* import() | command-restore */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(3758), __webpack_require__.e(3880), __webpack_require__.e(6917), __webpack_require__.e(746), __webpack_require__.e(263), __webpack_require__.e(9083), __webpack_require__.e(6823), __webpack_require__.e(8555)]).then(__webpack_require__.bind(__webpack_require__, 35139)),
        Promise.all(/* import() | command-restore */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(3758), __webpack_require__.e(3880), __webpack_require__.e(6917), __webpack_require__.e(746), __webpack_require__.e(263), __webpack_require__.e(9083), __webpack_require__.e(6823), __webpack_require__.e(8555)]).then(__webpack_require__.bind(__webpack_require__, 488)),
    ]);
    const request = await readSourceRequest(task, spec);
    const options = readRestoreOptions(task.flags, request);
    if (task.flags.archiveFrom === undefined) {
        const { held, shown } = await withRepository(task, 'none', async ({ repository, signal }) => {
            const snapshot = await resolveSnapshot(repository, request.snapshot, request.filter, signal);
            const recorder = await restoreRecorder(task);
            const about = { source: repository, snapshot, what: 'files' };
            const restore = () => putBack(task, repository, { ...options, snapshot }, signal);
            return recorded(recorder, about, restore, ({ held: { result } }) => filesOutcome([result], options.verify));
        });
        return showHeld(task, held, shown);
    }
    const { withArchive } = await Promise.all(/* import() | command-restore */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(3758), __webpack_require__.e(3880), __webpack_require__.e(6917), __webpack_require__.e(746), __webpack_require__.e(263), __webpack_require__.e(9083), __webpack_require__.e(6823), __webpack_require__.e(8555)]).then(__webpack_require__.bind(__webpack_require__, 13106));
    const { held, shown } = await withArchive(task, request.snapshot, (contents) => putBack(task, contents, { ...options, snapshot: contents.snapshot }, task.signal));
    return showHeld(task, held, shown);
}
async function putBack(task, source, options, signal) {
    const [{ connect }, { restoreHeld }, { showChanges }] = await Promise.all([
        Promise.all(/* import() | command-restore */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(3758), __webpack_require__.e(3880), __webpack_require__.e(6917), __webpack_require__.e(746), __webpack_require__.e(263), __webpack_require__.e(9083), __webpack_require__.e(6823), __webpack_require__.e(8555)]).then(__webpack_require__.bind(__webpack_require__, 65487)),
        Promise.all(/* import() | command-restore */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(3758), __webpack_require__.e(3880), __webpack_require__.e(6917), __webpack_require__.e(746), __webpack_require__.e(263), __webpack_require__.e(9083), __webpack_require__.e(6823), __webpack_require__.e(8555)]).then(__webpack_require__.bind(__webpack_require__, 41)),
        Promise.all(/* import() | command-restore */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(3758), __webpack_require__.e(3880), __webpack_require__.e(6917), __webpack_require__.e(746), __webpack_require__.e(263), __webpack_require__.e(9083), __webpack_require__.e(6823), __webpack_require__.e(8555)]).then(__webpack_require__.bind(__webpack_require__, 99323)),
    ]);
    const { onChange, shown } = showChanges(task);
    const host = await connect(task);
    try {
        const held = await restoreHeld(host, source, { ...options, onChange }, task.reporter, signal);
        return { held, shown };
    }
    finally {
        await host.close();
    }
}
async function showHeld(task, held, shown) {
    const { showRestore } = await Promise.all(/* import() | command-restore */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(9662), __webpack_require__.e(4687), __webpack_require__.e(6491), __webpack_require__.e(1087), __webpack_require__.e(3758), __webpack_require__.e(3880), __webpack_require__.e(6917), __webpack_require__.e(746), __webpack_require__.e(263), __webpack_require__.e(9083), __webpack_require__.e(6823), __webpack_require__.e(8555)]).then(__webpack_require__.bind(__webpack_require__, 99323));
    await shown();
    await showRestore(task, held.result);
    if (held.afterFailure !== null)
        throw held.afterFailure;
}

;// CONCATENATED MODULE: ./build/cli/setup/flags.js

function addSetupFlags(command) {
    (0,flags/* addHostFlags */.rR)(command);
    command
        .setOptionValue('on', undefined) // whether it was given is what counts
        .option('--folder <folder>', 'the checkout that files are written to', '.')
        .option('--name <name>', 'what the host is called (default: by its address)')
        .option('--no-look', 'do not look at the host for applications')
        .option('--app <name>', 'of what is found, only this: looker, dss, dokku, postgresql, mysql, redis, sqlite …; several (default: all)', flags/* collect */.Fo, [])
        .option('--path <path>', 'a folder of the host to save, too; several', flags/* collect */.Fo, [])
        .option('--aws-role <arn>', 'with S3: the role that workflows assume by GitHub’s OIDC token (default: an access key)')
        .option('--aws-region <region>', 'with S3: region of the bucket')
        .option('--retention-role <arn>', 'the role that alone may delete')
        .option('--schedule <cron>', 'when backups are due: 17 3 * * * (default: once a night)')
        .option('--timezone <zone>', 'of the schedule: Europe/Vienna (default: this machine’s)')
        .option('--runs-on <labels>', 'labels of the runner, as JSON: \'["self-hosted", "backup"]\'')
        .option('--pin <commit>', 'full SHA of the Holdfast that workflows use (default: GitHub is asked for this version’s)')
        .option('--recovery-key', 'make a recovery code without asking')
        .option('--no-recovery-key', 'make none')
        .option('--recovery-key-place <words>', 'where it is kept: “printed, in the safe of the office”')
        .option('--overwrite', 'replace files that are there')
        .option('-y, --yes', 'ask nothing: answer as most would, fail where nobody can')
        .option('-n, --dry-run', 'look, and show what would be written; make nothing');
}

;// CONCATENATED MODULE: ./build/cli/commands/setup.js



function addSetupCommand(program, runner) {
    const command = program
        .command('setup')
        .summary('write a backup.yml and its workflows, and make the repository')
        .description('Asks where applications and backups are, looks at the host for the applications it knows, makes the repository with a recovery ' +
        'code (or opens the one that is there), writes backup.yml and the workflows that call ours, and says which secrets are to be made. Each question ' +
        'has a flag; without a terminal, or with --yes, nothing is asked.');
    addSetupFlags(command);
    addExamples(command, ['holdfast setup', 'Asks for everything'], [
        'holdfast setup --yes --on ssh://root@wiki.example --identity ~/.ssh/backup -r s3:https://s3.example/backups -p ~/.backup-password --recovery-key',
        'Asks nothing',
    ]);
    runner.handle(command, setup_run);
}
async function setup_run(given) {
    const { flags } = given;
    const task = flags.yes ? { ...given, terminal: withNobody(given.terminal) } : given;
    if (flags.recoveryKey)
        (0,recovery_code_place/* requirePlaceForRecoveryCode */.E)(task.terminal);
    const [{ planSetup }, { carryOut }] = await Promise.all([
        Promise.all(/* import() | command-setup */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(9662), __webpack_require__.e(7249), __webpack_require__.e(8522)]).then(__webpack_require__.bind(__webpack_require__, 25941)),
        Promise.all(/* import() | command-setup */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(9662), __webpack_require__.e(7249), __webpack_require__.e(8522)]).then(__webpack_require__.bind(__webpack_require__, 43037)),
    ]);
    await carryOut(task, await planSetup(task));
}
/** The same terminal, at which nobody is asked for a password either. */
function withNobody({ stdin, stdout, stderr, env }) {
    return { stdin: Object.create(stdin, { isTTY: { value: false } }), stdout, stderr, env };
}

// EXTERNAL MODULE: ./build/repository/group-by.js
var group_by = __webpack_require__(57194);
;// CONCATENATED MODULE: ./build/cli/commands/snapshots.js





function addSnapshotsCommand(program, runner) {
    const command = program
        .command('snapshots')
        .summary('list the snapshots')
        .description('Lists the snapshots of the repository, oldest first.')
        .argument('[snapshot...]', 'only these: IDs, their beginnings, or latest');
    (0,flags/* addFilterFlags */.pg)(command);
    (0,flags/* addAsOfFlag */.NT)(command);
    command
        .option('--latest <n>', 'only the newest n of each host and set of paths')
        .option('-g, --group-by <what>', 'a table for each group: of the same host, paths, tags, with commas between')
        .option('-c, --compact', 'without their paths');
    addExamples(command, ['holdfast snapshots --host db.example --latest 3', 'The last three of a host'], ['holdfast snapshots --of wiki --json | jq -r .[-1].id', 'The ID of an application’s newest one']);
    runner.handle(command, snapshots_run);
}
async function snapshots_run(task, specs) {
    const [{ withRepository }, { snapshotFilter }, { listSnapshots }, { parseGroupBy }, { findSnapshots, whyNone },] = await Promise.all([
        Promise.all(/* import() | command-snapshots */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(8854)]).then(__webpack_require__.bind(__webpack_require__, 69261)),
        Promise.all(/* import() | command-snapshots */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(8854)]).then(__webpack_require__.bind(__webpack_require__, 41155)),
        Promise.all(/* import() | command-snapshots */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(8854)]).then(__webpack_require__.bind(__webpack_require__, 26299)),
        Promise.all(/* import() | command-snapshots */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(8854)]).then(__webpack_require__.bind(__webpack_require__, 74177)),
        Promise.all(/* import() | command-snapshots */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(8854)]).then(__webpack_require__.bind(__webpack_require__, 75207)),
    ]);
    const filter = snapshotFilter(task.flags, task.terminal.env);
    const latest = latestOf(task.flags);
    const by = parseGroupBy(task.flags.groupBy ?? '', '--group-by');
    await withRepository(task, 'shared', async ({ repository, signal }) => {
        const found = await listSnapshots(repository, {
            specs,
            filter,
            latest,
            groupBy: { ...group_by.BY_HOST_AND_PATHS, tags: by.tags },
            signal,
            onUnreadable: (message) => task.reporter.onWarning(message),
        });
        await (by.host || by.paths || by.tags ? showGroups(task, found, by) : snapshots_show(task, found));
        if (found.length > 0)
            return;
        const unreadable = [];
        const onUnreadable = (_message, id) => unreadable.push(id);
        const all = await findSnapshots(repository, {}, { signal, onUnreadable });
        const why = all.length === 0 && unreadable.length > 0 ? 'no snapshot can be read' : whyNone(all, filter);
        task.output.note(`${why.charAt(0).toUpperCase()}${why.slice(1)}.`);
    });
}
async function snapshots_show(task, found) {
    if (task.output.mode === 'json') {
        const { snapshotJson } = await Promise.all(/* import() | command-snapshots */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(8854)]).then(__webpack_require__.bind(__webpack_require__, 50492));
        await task.output.json(found.map(snapshotJson));
        return;
    }
    await snapshots_showTable(task, found);
}
/** With --json in restic's form: a list of groups, each with its key and its snapshots. */
async function showGroups(task, found, by) {
    const [{ groupSnapshots }, { snapshotJson }] = await Promise.all([
        Promise.all(/* import() | command-snapshots */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(8854)]).then(__webpack_require__.bind(__webpack_require__, 57194)),
        Promise.all(/* import() | command-snapshots */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(8854)]).then(__webpack_require__.bind(__webpack_require__, 50492)),
    ]);
    const groups = groupSnapshots(found, by);
    await task.output.json(groups.map(({ key, snapshots }) => ({
        group_key: { ...key, hostname: key.hostname ?? '', tags: key.tags?.length ? key.tags : null },
        snapshots: snapshots.map(snapshotJson),
    })));
    for (const { key, snapshots } of groups) {
        await task.output.line(describeGroup(key));
        await snapshots_showTable(task, snapshots);
        await task.output.line('');
    }
}
function describeGroup({ hostname, paths, tags }) {
    const parts = [
        ...(hostname === null ? [] : [`host ${(0,bytestring.displayText)(hostname)}`]),
        ...(paths === null ? [] : [`paths ${paths.map(bytestring.displayText).join(', ')}`]),
        ...(tags === null ? [] : [`tags ${tags.map(bytestring.displayText).join(',') || '(none)'}`]),
    ];
    return `snapshots of ${parts.join('; ') || 'all'}:`;
}
async function snapshots_showTable({ flags, output }, found) {
    const [{ tableLines }, { formatLocalTime }, { formatBytes, formatCounted }] = await Promise.all([
        Promise.all(/* import() | command-snapshots */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(8854)]).then(__webpack_require__.bind(__webpack_require__, 81681)),
        Promise.all(/* import() | command-snapshots */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(8854)]).then(__webpack_require__.bind(__webpack_require__, 51846)),
        Promise.all(/* import() | command-snapshots */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(8854)]).then(__webpack_require__.bind(__webpack_require__, 95209)),
    ]);
    const rows = found.map(({ id, snapshot }) => [
        id.slice(0, 8),
        formatLocalTime(snapshot.timeNs),
        (0,bytestring.displayText)(snapshot.hostname),
        (0,bytestring.displayText)(snapshot.tags.join(',')),
        ...(flags.compact ? [] : [(0,bytestring.displayText)(snapshot.paths.join(', '))]),
        snapshot.summary === null ? '' : formatBytes(snapshot.summary.totalBytesProcessed),
    ]);
    const titles = ['ID', 'Time', 'Host', 'Tags', ...(flags.compact ? [] : ['Paths'])];
    const columns = [...titles.map((title) => ({ title })), { title: 'Size', right: true }];
    for (const line of tableLines(columns, rows))
        await output.line(line);
    await output.line(formatCounted(found.length, 'snapshot'));
}
function latestOf({ latest: text }) {
    if (text === undefined)
        return null;
    if (/^[1-9]\d*$/.test(text))
        return Number(text);
    throw new errors/* HoldfastError */.E('bad-input', `Cannot use --latest: it is ${JSON.stringify(text)}, expected 1 or more.`);
}

;// CONCATENATED MODULE: ./build/cli/commands/unlock.js

function addUnlockCommand(program, runner) {
    const command = program
        .command('unlock')
        .summary('remove locks that nobody holds any more')
        .description('Removes stale locks: those that were not refreshed for half an hour, and those of processes of this machine ' +
        'that are gone. Live locks stay.')
        .option('--remove-all', 'remove every lock, also those in use: only when you know that nothing runs');
    addExamples(command, ['holdfast unlock', 'After a run that was cut off']);
    runner.handle(command, unlock_run);
}
async function unlock_run(task) {
    const [{ withRepository }, { removeAllLocks, removeStaleLocks }] = await Promise.all([
        Promise.all(/* import() | command-unlock */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(663)]).then(__webpack_require__.bind(__webpack_require__, 69261)),
        Promise.all(/* import() | command-unlock */[__webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(5029), __webpack_require__.e(663)]).then(__webpack_require__.bind(__webpack_require__, 55144)),
    ]);
    const removed = await withRepository(task, 'none', ({ repository, signal }) => task.flags.removeAll
        ? removeAllLocks(repository, signal)
        : removeStaleLocks(repository, { signal, onWarning: (message) => task.reporter.onWarning(message) }));
    await task.output.json({ message_type: 'unlocked', removed });
    await task.output.line(`removed ${removed} ${removed === 1 ? 'lock' : 'locks'}`);
}

;// CONCATENATED MODULE: ./build/cli/commands/validate.js




function addValidateCommand(program, runner) {
    const command = program
        .command('validate')
        .alias('validate-config')
        .summary('check a backup.yml and the workflows that use it')
        .description('Says what in a backup.yml can’t be right or makes no sense, by line and column, and what to do about it. Opens no ' +
        'repository (but with --snapshots), asks no host, runs nothing. Rules, and how to silence one: docs/rules.')
        .argument('[config]', 'the file', defaults/* DEFAULT_CONFIG */.P)
        .option('--workflows <folder>', 'workflows to look at, too', defaults/* DEFAULT_WORKFLOWS */.B)
        .option('--base <file>', 'say also what changes from this file on')
        .option('--base-ref <ref>', 'the same from the file in another commit, by git')
        .option('--strict', 'warnings count as errors')
        .option('--snapshots', 'with a base, read its repositories to say how many snapshots a changed retention removes');
    addExamples(command, ['holdfast validate', 'Before a commit'], ['holdfast validate --base-ref main', 'What a branch would change']);
    runner.handle(command, validate_run);
}
async function validate_run(task, [config = defaults/* DEFAULT_CONFIG */.P]) {
    const [{ baseOf, checkCheckout }, { showValidation }] = await Promise.all([
        Promise.all(/* import() | command-validate */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(1173), __webpack_require__.e(1122), __webpack_require__.e(3222), __webpack_require__.e(1881)]).then(__webpack_require__.bind(__webpack_require__, 30849)),
        Promise.all(/* import() | command-validate */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(1173), __webpack_require__.e(1122), __webpack_require__.e(3222), __webpack_require__.e(1881)]).then(__webpack_require__.bind(__webpack_require__, 63838)),
    ]);
    const { flags, output } = task;
    const checked = await checkCheckout({
        root: process.cwd(),
        config,
        workflows: flags.workflows,
        base: baseOf(flags.base ?? null, flags.baseRef ?? null, { file: '--base', ref: '--base-ref' }),
        strict: flags.strict ?? false,
        readItems: flags.snapshots ? await itemsReader(task) : null,
    });
    const { validation, changes, silences, retention, counts, passed } = checked;
    await output.json({
        findings: validation.findings,
        silenced: validation.silenced,
        targets: validation.targets.map(({ name }) => name),
        silenced_in_audit: validation.audit,
        changes,
        silences,
        retention,
        errors: counts.error,
        warnings: counts.warning,
        notices: counts.notice,
        passed,
    });
    await showValidation(output, checked, Date.now());
    if (checked.noComparison !== null)
        output.note(`What changes isn’t known: ${(0,bytestring.displayText)(checked.noComparison)}.`);
    return passed ? exit_status/* ExitStatus */.vu.ok : exit_status/* ExitStatus */.vu.fatal;
}
/** Only what the base names is read, by the variables that it names. */
async function itemsReader(task) {
    const [{ readStoredItems }, { accessHere, storageTools }] = await Promise.all([
        Promise.all(/* import() | command-validate */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(1173), __webpack_require__.e(1122), __webpack_require__.e(3222), __webpack_require__.e(1881)]).then(__webpack_require__.bind(__webpack_require__, 56710)),
        Promise.all(/* import() | command-validate */[__webpack_require__.e(8816), __webpack_require__.e(2290), __webpack_require__.e(5055), __webpack_require__.e(9985), __webpack_require__.e(2663), __webpack_require__.e(4105), __webpack_require__.e(6903), __webpack_require__.e(1115), __webpack_require__.e(7921), __webpack_require__.e(528), __webpack_require__.e(8472), __webpack_require__.e(7249), __webpack_require__.e(1173), __webpack_require__.e(1122), __webpack_require__.e(3222), __webpack_require__.e(1881)]).then(__webpack_require__.bind(__webpack_require__, 70849)),
    ]);
    return (storage) => readStoredItems(accessHere(task, storage), storageTools(task));
}

;// CONCATENATED MODULE: ./build/cli/json-version.js
/**
 * Version of what `--json` prints, all commands together (docs/reference/json.md): members are added without another number; it
 * goes up where one goes, or means something else. `holdfast version --json` says it.
 */
const JSON_VERSION = 1;

;// CONCATENATED MODULE: ./build/cli/commands/version.js



/** What --version gives, under the name that restic has for it. */
function addVersionCommand(program, runner) {
    const command = program
        .command('version')
        .summary('print the version')
        .description('Prints the version, as --version does.');
    addExamples(command, ['holdfast version --json', 'For a program']);
    runner.handle(command, async ({ output }) => {
        await output.line(version/* PROGRAM_VERSION */.c);
        await output.json({ message_type: 'version', version: version/* VERSION */.x, json_version: JSON_VERSION });
    });
}

;// CONCATENATED MODULE: ./build/cli/empty-values.js
/** An empty one of these has a meaning, as restic's have, or a message of its own. */
const HAS_ITS_OWN = new Set([
    'host',
    'tag',
    'groupBy',
    'keepTag',
    'keepBecause',
    'repo',
    'include',
    'iinclude',
    'target',
    'copyTo',
    'evidence',
]);
/** Ends the program where a flag of `command`, or of those above it, has an empty value: mostly a variable that is not set. */
function refuseEmptyValues(command) {
    for (let at = command; at !== null; at = at.parent) {
        const empty = at.options.find((option) => isEmpty(at, option));
        if (empty !== undefined)
            command.error(`error: ${said(empty)}`);
    }
}
function isEmpty(command, option) {
    const name = option.attributeName();
    if (HAS_ITS_OWN.has(name) || command.getOptionValueSource(name) !== 'cli')
        return false;
    const value = command.getOptionValue(name);
    return value === '' || (Array.isArray(value) && value.includes(''));
}
function said({ long, flags }) {
    const [expected = 'a value'] = /<.*>/.exec(flags) ?? [];
    return `${long ?? flags} is empty, expected ${expected}: a variable may be unset. Leave ${long ?? flags} out where there is none.`;
}

;// CONCATENATED MODULE: ./build/cli/restic-flags.js
/**
 * What stock restic has and the commands of the same name here lack, and why: told to who tries it.
 * docs/how-to/coming-from-restic.md lists the same.
 */
const NO_LIMIT = 'what bounds a transfer is the host and the storage';
const NO_TLS_CHOICE = 'a storage is always asked for a certificate that `--cacert` or the system believes';
const TROUBLESHOOTING = 'stock restic does it on the same repository, for troubleshooting';
const NOT_EMPTY = 'an empty password is no password: a repository needs one';
const STREAM = 'contents come from the host’s own tar, in one stream';
const WHOLE = 'a check is of the whole repository';
const STDIN = "`holdfast dump-db 'command:NAME=COMMAND'` saves what a command prints";
/** Long flags without their dashes. One that only some command has is absent. */
const ABSENT_FLAGS = {
    'http-user-agent': 'the storage is told what the client is',
    'insecure-tls': NO_TLS_CHOICE,
    'limit-download': NO_LIMIT,
    'limit-upload': NO_LIMIT,
    'stuck-request-timeout': 'it is always a minute',
    'tls-client-cert': 'S3 knows who asks by the access key',
    'from-insecure-no-password': NOT_EMPTY,
    'insecure-no-password': NOT_EMPTY,
    'new-insecure-no-password': NOT_EMPTY,
    'no-extra-verify': 'what is written is always verified',
    'no-scan': 'there is no scan of its own: files are read while the host is still listing',
    'read-concurrency': STREAM,
    'with-atime': 'access times are not saved',
    stdin: STDIN,
    'stdin-filename': STDIN,
    'stdin-from-command': STDIN,
    'exclude-xattr': 'all extended attributes are restored',
    'include-xattr': 'all extended attributes are restored',
    ncdu: '`ls --json` has all that it would show',
    blob: TROUBLESHOOTING,
    pack: TROUBLESHOOTING,
    'show-pack-id': TROUBLESHOOTING,
    tree: TROUBLESHOOTING,
    'unsafe-recover-no-free-space': 'indexes are never removed before their successors are there; `--max-repack-size 0` needs next to no room',
};
/** The same for flags that other commands do have. */
const ABSENT_FROM = {
    check: { host: WHOLE, path: WHOLE, tag: WHOLE },
};
/** Commands of restic's that we don't have. */
const ABSENT_COMMANDS = [
    'cat',
    'list',
    'migrate',
    'mount',
    'rebuild-index',
    'recover',
    'repair',
    'rewrite',
    'stats',
    'tag',
];
/**
 * What to tell about an unknown flag or command that is restic's, or null if it is none.
 * @param message commander's.
 * @param command The one that was called.
 */
function adviceOnUnknown(message, command) {
    const [, flag] = /^unknown option '(-[^'=]*)/.exec(message) ?? [];
    if (flag !== undefined) {
        const name = flag.replace(/^--/, '');
        const reason = ABSENT_FROM[command]?.[name] ?? ABSENT_FLAGS[name];
        return reason === undefined ? null : `This flag of restic’s is absent here: ${reason}.`;
    }
    const [, verb] = /^unknown command '([^']*)/.exec(message) ?? [];
    if (verb === undefined || !ABSENT_COMMANDS.includes(verb))
        return null;
    return `Stock restic does it: \`restic ${verb}\` on the same repository, with the same password.`;
}

;// CONCATENATED MODULE: ./build/cli/unmeant-flags.js
/**
 * Of our own flags those that name what is to be done, where and of what. Who gives one of these twice means both, and would
 * have the last alone: one host of two, one copy of two. restic's own flags are read as restic reads them: the last counts.
 */
const NAMES_ONE = new Set([
    'on',
    'container',
    'of',
    'app',
    'volume',
    'database',
    'bucket',
    'into',
    'copyTo',
    'archiveTo',
    'archiveFrom',
    'archives',
    'tar',
    'pingUrlFile',
    'webhookUrlFile',
]);
/** Ends the program where one of these is given twice, with other values. To be called before `command` is parsed. */
function refuseSecondNames(command) {
    for (const option of command.options) {
        // A list's beginning is what several are collected into.
        if (!NAMES_ONE.has(option.attributeName()) || Array.isArray(option.defaultValue))
            continue;
        let first;
        command.on(`option:${option.name()}`, (value) => {
            first ??= value;
            if (first === value)
                return;
            command.error(`error: ${option.long} is given twice, as ${JSON.stringify(first)} and as ${JSON.stringify(value)}, expected one ` +
                'of them: only the last would count. Run the command once for each.');
        });
    }
}
/** Ends the program where a flag and its opposite are given: the last alone would count. To be called before `command` is parsed. */
function refuseOpposites(command) {
    for (const no of command.options.filter(({ negate }) => negate)) {
        const yes = command.options.find((one) => !one.negate && one.attributeName() === no.attributeName());
        if (yes === undefined)
            continue;
        const given = new Set();
        for (const option of [yes, no]) {
            command.on(`option:${option.name()}`, () => {
                given.add(option.name());
                if (given.size > 1)
                    command.error(`error: both ${yes.long} and ${no.long} are given, expected one of them. Leave out the other.`);
            });
        }
    }
}
/** How a host is reached over SSH. */
const WAYS_TO_HOST = [
    'identity',
    'identityPassphraseFile',
    'sshPasswordFile',
    'knownHosts',
    'jump',
    'sshClient',
];
/** Ends the program where flags say how a host is reached, and none says which: this machine would be saved in its place. */
function refuseWayToNowhere(command) {
    if (command.getOptionValueSource('on') !== 'default')
        return;
    const way = WAYS_TO_HOST.find((name) => command.getOptionValueSource(name) === 'cli');
    if (way === undefined)
        return;
    const { long } = command.options.find((option) => option.attributeName() === way) ?? {};
    command.error(`error: ${long} is given without --on, expected both: no host is named that is reached so, and this machine’s own files ` +
        'would be meant. Give --on ssh://user@host, or --on local.');
}

;// CONCATENATED MODULE: ./build/cli/program.js


































const DESCRIPTION = 'Back up hosts over SSH, without installing anything on them, into a repository that stock restic reads.\n\n' +
    'Flags are restic’s own wherever restic has one. What is new: --on says where the files are (this machine, or ' +
    'ssh://user@host), and --of names the application that they belong to.';
const FIRST_STEPS = `
First steps:
  export RESTIC_REPOSITORY=/srv/backup RESTIC_PASSWORD_FILE=~/.backup-password
  holdfast init                                        # make the repository
  holdfast backup --on ssh://deploy@db.example /etc    # back up a folder of a host
  holdfast snapshots                                   # what is in it
  holdfast restore latest --target /tmp/look           # put it somewhere to look at
  holdfast check --read-data                           # prove that all of it is readable

Help on one command, with examples: holdfast help backup`;
/**
 * The whole command line. Its commands run under `runner`.
 * @param errors How mistakes of the command line itself are told; a command tells its failures by itself.
 */
function createProgram(runner, errors = 'text') {
    const program = new commander/* Command */.uB('holdfast')
        .description(DESCRIPTION)
        .version(version/* PROGRAM_VERSION */.c, '--version', 'print the version')
        .helpOption('-h, --help', 'show this help, or a command’s')
        .exitOverride()
        // An empty list is how flags that can be given several times begin: no default worth showing.
        .configureHelp({
        optionDescription: (option) => Array.isArray(option.defaultValue) ? option.description : new commander/* Help */._V().optionDescription(option),
    })
        .configureOutput({
        writeOut: (text) => void runner.terminal.stdout.write(text),
        writeErr: (text) => void runner.terminal.stderr.write(text),
    })
        .addHelpText('after', `${FIRST_STEPS}\n\n${exitStatusHelp()}`);
    (0,flags/* addGlobalFlags */.kQ)(program);
    for (const add of COMMANDS)
        add(program, runner);
    addHelpCommand(program);
    program.hook('preAction', (_program, command) => {
        refuseEmptyValues(command);
        refuseWayToNowhere(command);
    });
    for (const command of withSubcommands(program)) {
        refuseSecondNames(command);
        refuseOpposites(command);
        command.configureOutput({
            outputError: (text) => new Output(runner.terminal, errors, 1).failure(usageError(text, command), exit_status/* ExitStatus */.vu.fatal),
        });
    }
    return program;
}
function withSubcommands(command) {
    return [command, ...command.commands.flatMap(withSubcommands)];
}
/** commander's `error: unknown option '--x'`, with what to do about it; without the value: `--password=…` has a secret for one. */
function usageError(text, command) {
    const said = text
        .trim()
        .replace(/^error: /, '')
        .replaceAll('\n', ' ')
        .replace(/^(unknown option '-[^'=]*=).*'/, "$1…'");
    const advice = adviceOnUnknown(said, command.name()) ?? adviceOnDash(said);
    return `${said.replace(/([^.?)])$/, '$1.')} ${advice ?? `\`${helpOn(command)}\` shows what it takes.`}`;
}
/** A folder's name may begin so: restic's flags with one dash have one letter. */
function adviceOnDash(said) {
    return /^unknown option '-[^-]/.test(said)
        ? 'A path that begins with a dash is given after `--`, or as `./-…`.'
        : null;
}
function helpOn(command) {
    const names = [];
    for (let at = command; at?.parent != null; at = at.parent)
        names.unshift(at.name());
    return ['holdfast help', ...names].join(' ');
}
const COMMANDS = [
    addInitCommand,
    addBackupCommand,
    addRestoreCommand,
    addSnapshotsCommand,
    addArchivesCommand,
    addLsCommand,
    addReportCommand,
    addFindCommand,
    addDiffCommand,
    addDumpCommand,
    addDumpDbCommand,
    addCopyCommand,
    addCheckCommand,
    addDrillCommand,
    addEvidenceCommand,
    addForgetCommand,
    addPruneCommand,
    addUnlockCommand,
    addKeyCommand,
    addSetupCommand,
    addValidateCommand,
    addPlanCommand,
    addAuditCommand,
    addExplainCommand,
    addVersionCommand,
];
function exitStatusHelp() {
    const lines = Object.entries(exit_status/* EXIT_STATUS_MEANINGS */.BI).map(([status, meaning]) => `  ${status.padEnd(4)} ${meaning}`);
    return ['Exit status:', ...lines].join('\n');
}

// EXTERNAL MODULE: ./build/failure-text.js
var failure_text = __webpack_require__(53272);
// EXTERNAL MODULE: ./build/interrupt.js
var build_interrupt = __webpack_require__(59343);
// EXTERNAL MODULE: ./build/progress/log-reporter.js
var log_reporter = __webpack_require__(86036);
// EXTERNAL MODULE: ./build/progress/describe.js
var progress_describe = __webpack_require__(75169);
// EXTERNAL MODULE: ./build/progress/estimate.js
var estimate = __webpack_require__(37650);
;// CONCATENATED MODULE: ./build/cli/bar-reporter.js


const REDRAW_MS = 100;
const BAR_CELLS = 20;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const DEFAULT_COLUMNS = 80;
const CLEAR_LINE = '\r\x1b[2K';
/** Shows progress at a terminal: one line of stderr, drawn again and again. `close` takes it away; idempotent. */
class BarReporter {
    #terminal;
    #output;
    #estimate = new estimate/* Estimate */.H();
    #timer;
    #latest = null;
    #drawn = false;
    constructor(terminal, output) {
        this.#terminal = terminal;
        this.#output = output;
        output.onBeforeOutput(() => this.#clear());
        this.#timer = setInterval(() => this.#draw(), REDRAW_MS);
        this.#timer.unref();
    }
    onProgress(progress) {
        this.#latest = progress;
    }
    onWarning(message) {
        this.#output.warning(message);
    }
    onInfo(message) {
        this.#output.note(message);
    }
    close() {
        clearInterval(this.#timer);
        this.#clear();
        this.#output.onBeforeOutput(null);
    }
    #draw() {
        if (this.#latest === null)
            return;
        this.#estimate.observe(this.#latest, performance.now());
        // 0 is what a terminal says that was never told its size: one of a container's, a serial line.
        const columns = this.#terminal.stderr.columns || DEFAULT_COLUMNS;
        const line = barLine(this.#latest, this.#estimate.remainingMs(this.#latest), columns);
        this.#terminal.stderr.write(CLEAR_LINE + line);
        this.#drawn = true;
    }
    #clear() {
        if (this.#drawn)
            this.#terminal.stderr.write(CLEAR_LINE);
        this.#drawn = false;
    }
}
/** Bar, numbers and, where there is room, what is worked on; never wider than `columns`. */
function barLine(progress, remainingMs, columns) {
    const fraction = (0,progress_describe/* fractionDone */.Pw)(progress);
    const bar = fraction === null ? '' : `${drawBar(fraction)} `;
    const line = `${bar}${(0,progress_describe/* describeProgress */.vk)(progress, remainingMs)}${progress.current === '' ? '' : `  ${progress.current}`}`;
    // One column is left free: a terminal that is filled to its last column may wrap.
    const cells = Array.from(line);
    return cells.length < columns ? line : `${cells.slice(0, Math.max(0, columns - 2)).join('')}…`;
}
function drawBar(fraction) {
    const eighths = Math.floor(fraction * BAR_CELLS * 8);
    const full = '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
    return `▕${full.padEnd(BAR_CELLS)}▏`;
}

;// CONCATENATED MODULE: ./build/cli/json-reporter.js


const STATUS_EVERY_MS = 1000;
/** Shows progress to a program: restic's `status` messages, one a second. `close` ends them; idempotent. */
class JsonReporter {
    #output;
    #estimate = new estimate/* Estimate */.H();
    #timer;
    #startMs = performance.now();
    #latest = null;
    constructor(output) {
        this.#output = output;
        this.#timer = setInterval(() => this.#speak(), STATUS_EVERY_MS);
        this.#timer.unref();
    }
    onProgress(progress) {
        this.#latest = progress;
    }
    onWarning(message) {
        this.#output.warning(message);
    }
    onInfo() { }
    close() {
        clearInterval(this.#timer);
    }
    #speak() {
        const progress = this.#latest;
        if (progress === null)
            return;
        const nowMs = performance.now();
        this.#estimate.observe(progress, nowMs);
        const remainingMs = this.#estimate.remainingMs(progress);
        // restic's status messages name what is done by the command.
        const isRestore = progress.phase === 'restoring';
        const status = {
            message_type: 'status',
            phase: progress.phase,
            seconds_elapsed: Math.round((nowMs - this.#startMs) / 1000),
            ...(remainingMs === null ? {} : { seconds_remaining: Math.round(remainingMs / 1000) }),
            percent_done: (0,progress_describe/* fractionDone */.Pw)(progress) ?? 0,
            ...(progress.filesTotal === null ? {} : { total_files: progress.filesTotal }),
            [isRestore ? 'files_restored' : 'files_done']: progress.filesDone,
            ...(progress.bytesTotal === null ? {} : { total_bytes: progress.bytesTotal }),
            [isRestore ? 'bytes_restored' : 'bytes_done']: progress.bytesDone,
            ...(progress.current === '' ? {} : { current_files: [progress.current] }),
        };
        // A reader that has gone away is met where the result is written.
        this.#output.json(status).catch(() => { });
    }
}

;// CONCATENATED MODULE: ./build/cli/task.js








/** Runs commands at one terminal and remembers how the last one ended. */
class TaskRunner {
    terminal;
    status = exit_status/* ExitStatus */.vu.ok;
    constructor(terminal) {
        this.terminal = terminal;
    }
    /** Makes `work` what `command` does. */
    handle(command, work) {
        command.action(async () => {
            this.status = await this.#run(command.optsWithGlobals(), command.args, work);
        });
    }
    async #run(flags, positional, work) {
        const { terminal } = this;
        const output = new Output(terminal, flags.json ? 'json' : 'text', flags.quiet ? 0 : 1 + flags.verbose);
        const reporter = reporterFor(terminal, output);
        const interrupt = (0,build_interrupt/* listenForInterrupt */.Y)();
        const gone = readerGone(terminal);
        const signal = AbortSignal.any([interrupt.signal, gone.signal]);
        try {
            const task = { flags, terminal, output, reporter, signal };
            const result = await inProfile(flags.profile, () => work(task, positional));
            return result ?? exit_status/* ExitStatus */.vu.ok;
        }
        catch (error) {
            return reportFailure((0,build_interrupt/* withReason */.Z)(error, interrupt.signal), output, gone.signal.aborted);
        }
        finally {
            reporter.close();
            interrupt.close();
            gone.close();
        }
    }
}
function reportFailure(error, output, readerIsGone) {
    // `holdfast ls … | head` is no failure worth a message; of a full disk main.ts tells.
    if (readerIsGone)
        return exit_status/* ExitStatus */.vu.interrupted;
    const status = (0,exit_status/* exitStatusOf */.et)(error);
    output.failure((0,failure_text/* failureText */.k)(error), status);
    if (output.verbosity > 1 && error instanceof Error)
        output.note(error.stack ?? '');
    return status;
}
async function inProfile(file, work) {
    if (file === undefined)
        return work();
    const { profiled } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 77908));
    return profiled(file, work);
}
function reporterFor(terminal, output) {
    if (output.mode === 'json')
        return new JsonReporter(output);
    if (output.verbosity > 0 && terminal.stderr.isTTY)
        return new BarReporter(terminal, output);
    return new log_reporter/* LogReporter */.w({ info: (line) => output.note(line), warning: (line) => output.warning(line) });
}
/** Aborts when our results can't be written any more: nobody reads them (EPIPE), or the disk is full. */
function readerGone({ stdout, stderr }) {
    const controller = new AbortController();
    const end = (cause) => {
        controller.abort(new errors/* HoldfastError */.E('cancelled', 'Cancelled: the output can’t be written any more.', { cause }));
    };
    // Messages that can't be written must not end a backup.
    const ignore = () => { };
    stdout.on('error', end);
    stderr.on('error', ignore);
    return {
        signal: controller.signal,
        close() {
            stdout.off('error', end);
            stderr.off('error', ignore);
        },
    };
}

;// CONCATENATED MODULE: ./build/cli/terminal.js
const processTerminal = process;

;// CONCATENATED MODULE: ./build/cli/main.js








/**
 * Runs one command line (without `node` and the script's name) and gives its exit status. Never throws for what a
 * user can get wrong.
 */
async function main(args, terminal = processTerminal) {
    const lost = outputLost(terminal);
    const mode = wantsJson(args) ? 'json' : 'text';
    const status = await statusOf(args, terminal, mode);
    // Of the last write that failed we are told after the promises that wait for it.
    await (0,promises_.setImmediate)();
    if (lost.error === null)
        return status;
    new Output(terminal, mode, 1).failure(lostText(lost.error), exit_status/* ExitStatus */.vu.fatal);
    return exit_status/* ExitStatus */.vu.fatal;
}
async function statusOf(args, terminal, mode) {
    const runner = new TaskRunner(terminal);
    const program = createProgram(runner, mode);
    try {
        await program.parseAsync(args, { from: 'user' });
        return runner.status;
    }
    catch (error) {
        // commander has told what is wrong, or shown the help that was asked for.
        if (error instanceof commander/* CommanderError */.b7)
            return error.exitCode === 0 ? exit_status/* ExitStatus */.vu.ok : exit_status/* ExitStatus */.vu.fatal;
        throw error;
    }
}
/** Whether mistakes of the command line itself are to be told as JSON: it isn't parsed then. */
function wantsJson(args) {
    const end = args.indexOf('--');
    return args.slice(0, end < 0 ? undefined : end).includes('--json');
}
/**
 * Why not all of the result could be written, as soon as it is known. `holdfast help | head` is no failure, and messages
 * that can't be written (a log on a full disk) end no backup. Nothing takes the listeners away: the error of a last write
 * comes later than our end. A command whose result can't be written ends by itself (task.ts).
 */
function outputLost({ stdout, stderr }) {
    const lost = { error: null };
    stdout.on('error', (error) => {
        if ((0,system_error/* systemCode */.xU)(error) !== 'EPIPE')
            lost.error ??= error;
    });
    stderr.on('error', () => { });
    return lost;
}
function lostText(error) {
    return `Cannot write the output: ${(0,system_error/* systemErrorText */.f9)(error)}. Make room where it goes, or send it to another place.`;
}


/***/ }),

/***/ 14218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ addNotifyFlags),
/* harmony export */   w: () => (/* binding */ EVERY_END)
/* harmony export */ });
/** What --webhook-on is where nobody says it. */
const EVERY_END = 'all';
/** Addresses are secrets, which stand on no command line. */
function addNotifyFlags(command, { byEnvironment }) {
    const byVariable = (name) => (byEnvironment ? ` (default: $${name})` : '');
    return command
        .option('--ping-url-file <file>', `tell start, success and failure to the address in this file, as Healthchecks takes them${byVariable('HOLDFAST_PING_URL')}`)
        .option('--webhook-url-file <file>', `tell the end to the address in this file, by a POST in Slack’s shape${byVariable('HOLDFAST_WEBHOOK_URL')}`)
        .option('--webhook-template-file <file>', 'in this shape instead: JSON with {{action}}, {{outcome}}, {{target}}, {{host}}, {{duration}}, {{run}}, {{reason}}')
        .option('--webhook-on <ends>', 'which ends it is told: all, failure, success', EVERY_END);
}


/***/ }),

/***/ 2396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withNotices: () => (/* binding */ withNotices)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95209);
/* harmony import */ var _choice_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68881);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53272);
/* harmony import */ var _hosts_address_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(88772);
/* harmony import */ var _notify_notifier_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(20977);
/* harmony import */ var _settings_target_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(47508);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32900);
/* harmony import */ var _notify_flags_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14218);
/* harmony import */ var _password_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64986);









/** Runs a command's work, and tells others of it. That they can't be told changes nothing of it, and is a warning. */
async function withNotices(about, task, work) {
    const notifier = task.flags.dryRun ? null : await notifierOf(about, task);
    if (notifier === null)
        return work();
    const startedMs = Date.now();
    const end = (outcome, reason) => notifier.end(outcome === 'complete', { ...fieldsOf(about, task), outcome, reason, duration: (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatDuration)(Date.now() - startedMs) }, { hurried: task.signal.aborted });
    notifier.start();
    let status;
    try {
        status = await work();
    }
    catch (error) {
        await end('failed', (0,_failure_text_js__WEBPACK_IMPORTED_MODULE_1__/* .failureText */ .k)(error));
        throw error;
    }
    await end((status ?? _exit_status_js__WEBPACK_IMPORTED_MODULE_2__/* .ExitStatus */ .vu.ok) === _exit_status_js__WEBPACK_IMPORTED_MODULE_2__/* .ExitStatus */ .vu.ok ? 'complete' : about.ifNotWell, '');
    return status;
}
async function notifierOf({ byEnvironment }, task) {
    const onProblem = (message) => task.reporter.onWarning(message);
    try {
        const { flags, terminal } = task;
        const read = (file, what) => file === undefined ? null : (0,_password_js__WEBPACK_IMPORTED_MODULE_3__.readSecretFile)(file, what);
        const byVariable = (name) => (byEnvironment ? terminal.env[name] || null : null);
        const given = {
            pingUrl: (await read(flags.pingUrlFile, 'the address to ping')) ?? byVariable('HOLDFAST_PING_URL'),
            webhookUrl: (await read(flags.webhookUrlFile, 'the webhook’s address')) ?? byVariable('HOLDFAST_WEBHOOK_URL'),
            template: await read(flags.webhookTemplateFile, 'the webhook’s template'),
        };
        if (given.webhookUrl === null)
            warnOfNoWebhook(task);
        if (given.pingUrl === null && given.webhookUrl === null)
            return null;
        const names = {
            pingUrl: '--ping-url-file or HOLDFAST_PING_URL',
            webhookUrl: '--webhook-url-file or HOLDFAST_WEBHOOK_URL',
            template: '--webhook-template-file',
        };
        const webhookOn = (0,_choice_js__WEBPACK_IMPORTED_MODULE_4__.parseChoice)(flags.webhookOn, '--webhook-on', _notify_notifier_js__WEBPACK_IMPORTED_MODULE_5__/* .WEBHOOK_ON */ .Kf);
        return new _notify_notifier_js__WEBPACK_IMPORTED_MODULE_5__/* .Notifier */ .ze((0,_notify_notifier_js__WEBPACK_IMPORTED_MODULE_5__/* .notifierSettings */ .A8)(given, names, webhookOn), onProblem);
    }
    catch (error) {
        onProblem(`Nobody is notified: ${(0,_failure_text_js__WEBPACK_IMPORTED_MODULE_1__/* .failureText */ .k)(error)}`);
        return null;
    }
}
/** Who says what it is told, or of which ends, believes that there is one. */
function warnOfNoWebhook({ flags, reporter }) {
    const flag = flags.webhookTemplateFile !== undefined
        ? '--webhook-template-file'
        : flags.webhookOn !== _notify_flags_js__WEBPACK_IMPORTED_MODULE_6__/* .EVERY_END */ .w
            ? '--webhook-on'
            : null;
    if (flag === null)
        return;
    reporter.onWarning(`No webhook is told: ${flag} is given, and no address, expected --webhook-url-file.`);
}
function fieldsOf({ action, isOfAHost }, { flags }) {
    const hosts = [flags.host ?? []].flat().join(', ');
    const place = flags.on === undefined ? '' : (0,_hosts_address_js__WEBPACK_IMPORTED_MODULE_7__/* .withoutPassword */ .G5)(flags.on);
    const host = action === 'Restore' ? place : hosts || place;
    return {
        ...{ action, run: '' },
        target: flags.of ?? (isOfAHost ? _settings_target_js__WEBPACK_IMPORTED_MODULE_8__/* .DEFAULT_TARGET */ .Kv : 'all targets'),
        host: host || 'all hosts',
    };
}


/***/ }),

/***/ 64986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  askNewPassword: () => (/* binding */ askNewPassword),
  readFurtherPassword: () => (/* binding */ readFurtherPassword),
  readNewPassword: () => (/* binding */ readNewPassword),
  readPassword: () => (/* binding */ readPassword),
  readSecretFile: () => (/* binding */ readSecretFile)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/repository/recovery-code.js
var recovery_code = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/settings/secret.js
var secret = __webpack_require__(95850);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
// EXTERNAL MODULE: ./build/cli/prompt.js
var cli_prompt = __webpack_require__(9863);
;// CONCATENATED MODULE: ./build/cli/shell-words.js

/** A word: quoted and bare parts in a row. */
const WORD = /(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)|([^\s"'\\]))/gsy;
/**
 * Splits a command line into words as restic does for `--password-command`: single and double quotes and backslashes;
 * nothing is expanded, no shell runs.
 * @throws HoldfastError bad-input for an open quote or an empty line.
 */
function splitShellWords(line, name) {
    const words = [];
    let word = null;
    for (let at = 0; at < line.length;) {
        WORD.lastIndex = at;
        const part = WORD.exec(line);
        if (part !== null) {
            const [whole, double, single, escaped, bare] = part;
            word = (word ?? '') + (double?.replace(/\\(["\\$`])/g, '$1') ?? single ?? escaped ?? bare ?? '');
            at += whole.length;
        }
        else if (/\s/.test(line.charAt(at))) {
            if (word !== null)
                words.push(word);
            word = null;
            at++;
        }
        else {
            throw new errors/* HoldfastError */.E('bad-input', `Cannot use ${name}: a quote is opened and never closed.`);
        }
    }
    if (word !== null)
        words.push(word);
    if (words.length === 0)
        throw new errors/* HoldfastError */.E('bad-input', `Cannot use ${name}: it holds no command.`);
    return words;
}

;// CONCATENATED MODULE: ./build/cli/password.js










const HOW = 'Give --password-file or --password-command, or set RESTIC_PASSWORD, RESTIC_PASSWORD_FILE or RESTIC_PASSWORD_COMMAND.';
/**
 * The repository's password, from where restic looks for it and in the same order: --password-file,
 * --password-command, their environment variables, RESTIC_PASSWORD, the terminal. White space around the contents of
 * a file and the output of a command is cut, as restic does.
 *
 * @param location For the prompt: of two repositories a person must know which is meant.
 * @throws HoldfastError bad-input when none is given and nobody can be asked; cancelled at the prompt.
 */
async function readPassword(flags, terminal, signal, location) {
    const given = await givenPassword(flags, terminal, signal);
    if (given !== null)
        return (0,recovery_code/* asWritten */.qm)(given);
    requireTerminal(terminal, `Cannot open the repository: no password is given. ${HOW}`);
    const typed = await (0,cli_prompt/* askSecret */.w)(terminal, `enter password or recovery code of ${(0,bytestring.displayText)(location)}: `, signal);
    return (0,recovery_code/* looksLikeRecoveryCode */.mt)(typed) ? (0,recovery_code/* normalizeRecoveryCode */.AM)(typed) : (0,recovery_code/* asWritten */.qm)(typed);
}
/** The password for a new repository or key: as `readPassword`, but asked twice. */
async function readNewPassword(flags, terminal, signal) {
    const given = await givenPassword(flags, terminal, signal);
    if (given !== null)
        return (0,recovery_code/* requireAsPrinted */.Em)(given);
    return askNewPassword(terminal, signal, `Cannot make the repository: no password is given. ${HOW}`);
}
/** The password for a further key: from `file`, else asked twice. @throws HoldfastError bad-input, cancelled. */
async function readFurtherPassword(file, terminal, signal) {
    if (file !== undefined)
        return (0,recovery_code/* requireAsPrinted */.Em)(await readSecretFile(file, 'the new password'));
    return askNewPassword(terminal, signal, 'Cannot set a new password: none is given, and nobody can be asked here. Give --new-password-file.');
}
/** Asks twice at the terminal. @param nobody What to say when there is none. */
async function askNewPassword(terminal, signal, nobody) {
    requireTerminal(terminal, nobody);
    const password = await (0,cli_prompt/* askSecret */.w)(terminal, 'enter new password: ', signal);
    if (password === '')
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot use an empty password. Choose a longer one.');
    const again = await (0,cli_prompt/* askSecret */.w)(terminal, 'enter the same again: ', signal);
    if (again !== password)
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot use the password: the two entries differ.');
    return (0,recovery_code/* requireAsPrinted */.Em)(password);
}
/** The contents of a file, white space around them cut. @throws HoldfastError bad-input; see `secretText`. */
async function readSecretFile(path, what) {
    const where = JSON.stringify(path);
    const bytes = await (0,promises_.readFile)(path).catch((cause) => {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot read ${what} from ${where}: ${(0,system_error/* systemErrorText */.f9)(cause)}.`, {
            cause,
        });
    });
    return (0,secret/* secretText */.y)(bytes, what, where);
}
async function givenPassword(flags, terminal, signal) {
    const { env } = terminal;
    const { passwordFile, passwordCommand } = flags;
    const isFlagged = passwordFile !== undefined || passwordCommand !== undefined;
    // A flag given empty (an unset variable, say) doesn't mean the environment's; an empty variable is none.
    const file = isFlagged ? passwordFile : env['RESTIC_PASSWORD_FILE'] || undefined;
    const command = isFlagged ? passwordCommand : env['RESTIC_PASSWORD_COMMAND'] || undefined;
    if (file !== undefined && command !== undefined) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot use both a password file and a password command: expected one of them.');
    }
    if (file !== undefined)
        return readSecretFile(file, 'the password');
    if (command !== undefined)
        return runPasswordCommand(command, signal);
    return (0,secret/* environmentSecret */.q)(env['RESTIC_PASSWORD'], 'RESTIC_PASSWORD');
}
async function runPasswordCommand(command, signal) {
    const [program = '', ...args] = splitShellWords(command, 'the password command');
    const child = (0,external_node_child_process_.spawn)(program, args, { stdio: ['ignore', 'pipe', 'inherit'], signal });
    const ended = new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
    try {
        const [output, status] = await Promise.all([(0,consumers_.buffer)(child.stdout), ended]);
        if (status === 0)
            return (0,secret/* secretText */.y)(output, 'the password', `the output of ${program}`);
        throw new errors/* HoldfastError */.E('bad-input', `Cannot get the password: ${program} ended with ${status}, expected 0.`);
    }
    catch (cause) {
        if (cause instanceof errors/* HoldfastError */.E)
            throw cause;
        throw new errors/* HoldfastError */.E('bad-input', `Cannot get the password: ${program} could not be run: ${(0,system_error/* systemErrorText */.f9)(cause)}.`, { cause });
    }
}
function requireTerminal(terminal, otherwise) {
    if (!(0,cli_prompt.canAsk)(terminal))
        throw new errors/* HoldfastError */.E('bad-input', otherwise);
}


/***/ }),

/***/ 77908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   profiled: () => (/* binding */ profiled)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_inspector_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53119);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53648);




/** Runs `work` and writes a CPU profile of it to `file` (for Chrome's DevTools), whether it succeeds or not. */
async function profiled(file, work) {
    const session = new node_inspector_promises__WEBPACK_IMPORTED_MODULE_1__.Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
    try {
        return await work();
    }
    finally {
        const { profile } = await session.post('Profiler.stop');
        session.disconnect();
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, JSON.stringify(profile)).catch((cause) => {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot write the profile to ${JSON.stringify(file)}: ${(0,_system_error_js__WEBPACK_IMPORTED_MODULE_3__/* .systemErrorText */ .f9)(cause)}. The work itself is over.`, { cause });
        });
    }
}


/***/ }),

/***/ 9863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   askYes: () => (/* binding */ askYes),
/* harmony export */   canAsk: () => (/* binding */ canAsk),
/* harmony export */   k: () => (/* binding */ askLine),
/* harmony export */   w: () => (/* binding */ askSecret)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

const ENTER = ['\r', '\n'];
const CTRL_C = '\x03';
const CTRL_D = '\x04';
const BACKSPACE = ['\x7f', '\b'];
const CLEAR_LINE = '\x15'; // Ctrl-U
const RUB_OUT = '\b \b';
/** Arrows and others are sequences that begin with one; what follows is typed. */
const CONTROL = /\p{Cc}/u;
function canAsk(terminal) {
    return terminal.stdin.isTTY === true && terminal.stderr.isTTY === true;
}
/** Asks at the terminal without showing what is typed. The question goes to stderr: stdout is for results. */
function askSecret(terminal, question, signal) {
    return ask(terminal, question, { echo: false, signal });
}
/** The same, showing it. */
function askLine(terminal, question, signal) {
    return ask(terminal, question, { echo: true, signal });
}
async function ask(terminal, question, asking) {
    const { stdin, stderr } = terminal;
    // Raw: the terminal neither echoes nor edits the line, so both are done here; before who is quick has read the question.
    stdin.setRawMode?.(true);
    stdin.setEncoding('utf8');
    stderr.write(question);
    try {
        return await readLine(terminal, asking);
    }
    finally {
        stdin.setRawMode?.(false);
        stdin.pause();
        stderr.write('\n');
    }
}
/** Asks a yes-or-no question; an empty answer is yes. */
async function askYes(terminal, question, signal) {
    const answer = await askSecret(terminal, `${question} [Y/n] `, signal);
    return !/^n/i.test(answer.trim());
}
function readLine({ stdin, stderr }, { echo, signal }) {
    const { promise, resolve, reject } = Promise.withResolvers();
    let line = '';
    const cancelled = () => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('cancelled', 'Cancelled at the prompt.'));
    const show = (before, after, character) => {
        if (after > before)
            stderr.write(character);
        else if (before > after)
            stderr.write(RUB_OUT.repeat(before - after));
    };
    const onData = (text) => {
        for (const character of text) {
            if (ENTER.includes(character))
                return resolve(line);
            if (character === CTRL_C || (character === CTRL_D && line === ''))
                return cancelled();
            const before = Array.from(line).length;
            if (BACKSPACE.includes(character))
                line = Array.from(line).slice(0, -1).join('');
            else if (character === CLEAR_LINE)
                line = '';
            else if (!echo || !CONTROL.test(character))
                line += character;
            if (echo)
                show(before, Array.from(line).length, character);
        }
    };
    stdin.on('data', onData).once('end', cancelled);
    signal.addEventListener('abort', cancelled, { once: true });
    stdin.resume();
    return promise.finally(() => {
        stdin.off('data', onData).off('end', cancelled);
        signal.removeEventListener('abort', cancelled);
    });
}


/***/ }),

/***/ 85359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ addPruneFlags),
/* harmony export */   U: () => (/* binding */ pruneSettings)
/* harmony export */ });
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67375);

function addPruneFlags(command) {
    return command
        .option('--max-unused <limit>', 'unused data that may stay: a size (units k, m, g, t), a part such as 5%, or unlimited (default: 5%)')
        .option('--max-repack-size <size>', 'write no more than this anew')
        .option('--repack-cacheable-only', 'write packs of folders anew, none of files’ contents')
        .option('--repack-smaller-than <size>', 'put packs below this together (default: by those that are there)')
        .option('--repack-uncompressed', 'compress what isn’t')
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--repack-small', 'small packs are always put together').hideHelp());
}
/** For `pruneOptions`. */
function pruneSettings(flags) {
    return {
        maxUnused: flags.maxUnused ?? null,
        maxRepackSize: flags.maxRepackSize ?? null,
        repackSmallerThan: flags.repackSmallerThan ?? null,
        repackCacheableOnly: flags.repackCacheableOnly ?? false,
        repackUncompressed: flags.repackUncompressed ?? false,
    };
}


/***/ }),

/***/ 46608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ requirePlaceForRecoveryCode)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/**
 * A recovery code is shown once, to be printed. A workflow's log keeps what it shows, for everybody who may read it.
 * @throws HoldfastError bad-input in a workflow.
 */
function requirePlaceForRecoveryCode({ env }) {
    if (env['GITHUB_ACTIONS'] !== 'true')
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', 'Cannot show a recovery code: this is a workflow (GITHUB_ACTIONS is set), whose log would keep it, expected a ' +
        'terminal of yours. Run `holdfast key add --recovery` on your own machine.');
}


/***/ }),

/***/ 10234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ recoveryCodeLines)
/* harmony export */ });
/** A code that was just made, for a person to print. It is shown this once. */
function recoveryCodeLines(code) {
    return [
        '',
        'Recovery code (shown this once: print it, or write it down, and keep it apart from the password):',
        '',
        `    ${code}`,
        '',
        'It is a password like the first: `holdfast snapshots` and stock `restic snapshots` both take it.',
    ];
}


/***/ }),

/***/ 78933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ addVolumeFlags),
/* harmony export */   r: () => (/* binding */ volumeOptions)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _files_volume_volume_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1962);


function addVolumeFlags(command) {
    command
        .option('--volume <kind>', 'read the files from a snapshot of the volume that they lie on, which is removed afterwards: lvm, btrfs, or command')
        .option('--volume-size <size>', 'with lvm: how much may change meanwhile, such as 5G (default: 20%ORIGIN)')
        .option('--volume-create <command>', 'with command: a shell command that takes it, named $HOLDFAST_SNAPSHOT')
        .option('--volume-mount <command>', 'with command: that mounts it on $HOLDFAST_MOUNT, read-only')
        .option('--volume-unmount <command>', 'with command: that unmounts it')
        .option('--volume-destroy <command>', 'with command: that removes it, if it is there')
        .option('--volume-keep', 'leave the snapshot of the volume, for you to remove');
}
/** @throws HoldfastError bad-input. */
function volumeOptions(flags) {
    const words = {
        volume: flags.volume ?? null,
        size: flags.volumeSize ?? null,
        create: flags.volumeCreate ?? null,
        mount: flags.volumeMount ?? null,
        unmount: flags.volumeUnmount ?? null,
        destroy: flags.volumeDestroy ?? null,
        keep: flags.volumeKeep ?? false,
        container: flags.container ?? null,
    };
    const parsed = (0,_files_volume_volume_words_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVolume */ .w)(words, (word) => `--${word}`);
    return parsed === undefined ? undefined : { ...parsed, holder: `process ${process.pid} on ${(0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)()}` };
}


/***/ }),

/***/ 91573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ DEFAULT_WORKFLOWS),
/* harmony export */   P: () => (/* binding */ DEFAULT_CONFIG)
/* harmony export */ });
// By itself: whoever shows these in a help text needs nothing else of this room.
/** From the checkout's root. */
const DEFAULT_CONFIG = 'backup.yml';
const DEFAULT_WORKFLOWS = '.github/workflows';


/***/ }),

/***/ 52873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uc: () => (/* binding */ PAYLOAD_TYPE),
/* harmony export */   Z6: () => (/* binding */ subjectsOf),
/* harmony export */   zG: () => (/* binding */ STATEMENT_TYPE)
/* harmony export */ });
/** https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
/** What DSSE calls the payload. */
const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
/** The subjects that a snapshot is known by. Its ID is the SHA-256 of its file. */
function subjectsOf(snapshot) {
    const named = [
        ['snapshot', snapshot.id],
        ['tree', snapshot.tree],
        ['manifest', snapshot.manifestSha256],
    ];
    return named.flatMap(([name, sha256]) => (sha256 === null ? [] : [{ name, digest: { sha256 } }]));
}


/***/ }),

/***/ 63649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ readyToShow),
/* harmony export */   c: () => (/* binding */ RESTORE_PREDICATE_TYPE)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);

/** What docs/design.md describes. Another meaning of a field gets another number. */
const RESTORE_PREDICATE_TYPE = 'urn:holdfast:restore:1';
function readyToShow({ done, verified }) {
    return { done: done.map(_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.displayText), verified };
}


/***/ }),

/***/ 79310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ parseStatement),
/* harmony export */   KH: () => (/* binding */ isDrill),
/* harmony export */   T8: () => (/* binding */ statementOf),
/* harmony export */   dy: () => (/* binding */ provesWhole)
/* harmony export */ });
/* unused harmony export PREDICATE_TYPE */
/* harmony import */ var _in_toto_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52873);
/* harmony import */ var _restore_statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63649);


/** What docs/design.md describes. Another meaning of a field gets another number. */
const PREDICATE_TYPE = 'urn:holdfast:restore-drill:1';
function statementOf(subject, predicate) {
    return { _type: _in_toto_js__WEBPACK_IMPORTED_MODULE_0__/* .STATEMENT_TYPE */ .zG, subject, predicateType: PREDICATE_TYPE, predicate };
}
function isDrill(statement) {
    return statement.predicateType === PREDICATE_TYPE;
}
/** Whether a drill has passed, and no dump or bucket of the snapshot was left out of it: what retention counts as a proof of it. */
function provesWhole(predicate) {
    const { result, dumps_left_out: dumps, buckets_left_out: buckets = [], left_out: names } = predicate;
    // Earlier versions told dumps and checks together: a check's name has a slash, a dump's never.
    const left = dumps ?? (names ?? []).filter((name) => !String(name).includes('/'));
    return result === 'passed' && left.length === 0 && buckets.length === 0;
}
/** Null for bytes that are no statement of ours. Only what is used later is looked at. */
function parseStatement(json) {
    const value = parsed(json);
    if (!isRecord(value) || value['_type'] !== _in_toto_js__WEBPACK_IMPORTED_MODULE_0__/* .STATEMENT_TYPE */ .zG)
        return null;
    const { subject, predicate, predicateType: type } = value;
    if (!Array.isArray(subject) || !isRecord(predicate) || !isRecord(predicate['snapshot']))
        return null;
    const ids = { [PREDICATE_TYPE]: 'drill_id', [_restore_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .RESTORE_PREDICATE_TYPE */ .c]: 'restore_id' };
    const lists = { [PREDICATE_TYPE]: 'checks', [_restore_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .RESTORE_PREDICATE_TYPE */ .c]: 'done' };
    if (type !== PREDICATE_TYPE && type !== _restore_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .RESTORE_PREDICATE_TYPE */ .c)
        return null;
    const texts = [ids[type], 'result', 'started', 'repository_id'].map((name) => predicate[name]);
    const isFit = texts.every((text) => typeof text === 'string') &&
        typeof predicate['snapshot']['id'] === 'string' &&
        Array.isArray(predicate[lists[type]]) &&
        Array.isArray(predicate['reasons']);
    return isFit ? value : null;
}
function parsed(json) {
    try {
        return JSON.parse(Buffer.from(json).toString('utf8'));
    }
    catch {
        return null;
    }
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
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

/***/ 64020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aZ: () => (/* binding */ SNAPSHOT_FOLDER),
/* harmony export */   bZ: () => (/* binding */ EMPTY_SUBVOLUME_INODE),
/* harmony export */   gH: () => (/* binding */ BTRFS)
/* harmony export */ });
/* harmony import */ var _volume_kind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75816);

/** The number that a folder has in a snapshot where another subvolume stands in its origin (btrfs(5)). */
const EMPTY_SUBVOLUME_INODE = 2n;
/** What stands in a subvolume where a snapshot of ours is, or was when it was snapshotted itself. */
const SNAPSHOT_FOLDER = /^\.(kept-)?holdfast-.*-[0-9a-f]{12}$/;
/** Subvolumes of Btrfs. The snapshot stands in the subvolume itself, hidden by a point before its name. */
const BTRFS = {
    word: 'btrfs',
    refused: [],
    look: `[ "$fstype" = btrfs ] || { echo "$origin is $fstype, not Btrfs" >&2; exit 1; }
command -v btrfs >/dev/null || { echo 'there is no program btrfs' >&2; exit 1; }`,
    create: 'btrfs subvolume snapshot -r "$origin" "$origin/.$name" >&2',
    mount: 'mount --bind "$origin/.$name" "$at"',
    check: `[ "$(btrfs property get -ts "$origin/.$name" ro)" = ro=true ] || {
  echo "the snapshot $origin/.$name is gone, or somebody may have written to it" >&2
  exit 1
}`,
    unmount: 'umount "$at"',
    destroy: `[ -e "$origin/.$name" ] || exit 0
btrfs subvolume delete "$origin/.$name" >&2`,
    list: `${_volume_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .OURS */ .o6}
for folder in "$origin/.holdfast-$target-"*; do
  found=\${folder##*/.}
  if ours "$found" && [ "$(stat -c %i "$folder")" = 256 ]; then echo "$found"; fi
done`,
};


/***/ }),

/***/ 75816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Je: () => (/* binding */ RANDOM_DIGITS),
/* harmony export */   aN: () => (/* binding */ snapshotName),
/* harmony export */   o6: () => (/* binding */ OURS)
/* harmony export */ });
/** `NAME` of a snapshot of ours: nobody else's looks so. A kept one looks otherwise, so that it isn't taken for a leftover. */
function snapshotName(target, random, keep) {
    return `${keep ? 'kept-' : ''}holdfast-${target}-${random}`;
}
/** How many hex digits stand behind the target. */
const RANDOM_DIGITS = 12;
/** Shell: `ours NAME` is true for a snapshot's name that is of `target`, and of none whose name only begins so. */
const OURS = `
ours() {
  case $1 in "holdfast-$target-"*) set -- "\${1#"holdfast-$target-"}" ;; *) return 1 ;; esac
  [ \${#1} -eq ${RANDOM_DIGITS} ] || return 1
  case $1 in *[!0-9a-f]*) return 1 ;; esac
}
`;


/***/ }),

/***/ 1962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ parseVolume)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/files/volume/btrfs.js
var btrfs = __webpack_require__(64020);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/hosts/as-a-person.js
var as_a_person = __webpack_require__(37216);
// EXTERNAL MODULE: ./build/hosts/quote.js
var quote = __webpack_require__(28976);
;// CONCATENATED MODULE: ./build/files/volume/command-kind.js



const VARIABLES = `
export HOLDFAST_SNAPSHOT="$name" HOLDFAST_TARGET="$target" HOLDFAST_VOLUME="$origin" HOLDFAST_SOURCE="$source"
export HOLDFAST_MOUNT="$at" HOLDFAST_CREATED="$created"
`;
/** They find what they need in variables, `HOLDFAST_…`; nothing that we know is read as shell. */
function commandKind({ create, mount, unmount, destroy }) {
    const run = (command) => `${VARIABLES}(${as_a_person/* AS_A_PERSON */.T}; cd / && eval ${(0,quote/* quote */.h)((0,bytestring.fromText)(command))}) </dev/null`;
    return {
        word: 'command',
        refused: [],
        look: ':',
        create: run(create),
        mount: `${run(mount)} >&2`,
        check: ':',
        unmount: `${run(unmount)} >&2`,
        destroy: `${run(destroy)} >&2`,
        list: null,
    };
}

// EXTERNAL MODULE: ./build/files/volume/volume-kind.js
var volume_kind = __webpack_require__(75816);
;// CONCATENATED MODULE: ./build/files/volume/lvm.js



/** Of the volume itself. */
const LVM_DEFAULT_SIZE = '20%ORIGIN';
/** Sets `group`, `volume` and `segment` of the volume. */
const VOLUME = `
set -- $(lvs --noheadings --separator ' ' -o vg_name,lv_name,segtype "$source")
[ $# -ge 3 ] || { echo "$source is no logical volume" >&2; exit 1; }
group=$1 volume=$2 segment=$3
`;
/**
 * Logical volumes (lvm(8)). A snapshot of a thick one has room for so much change; if it overflows, it is void. That of a
 * thin one needs no size. It is writable, so that a filesystem that was in use can play its journal back.
 *
 * @param size `5G`, or `20%ORIGIN`; of a thin volume it counts for nothing.
 */
function lvmKind(size) {
    const room = size.includes('%') ? `--extents ${(0,quote/* quote */.h)((0,bytestring.fromText)(size))}` : `--size ${(0,quote/* quote */.h)((0,bytestring.fromText)(size))}`;
    return {
        word: 'lvm',
        refused: ['btrfs'],
        look: `command -v lvcreate >/dev/null || { echo 'there is no lvcreate' >&2; exit 1; }\n${VOLUME}`,
        create: `${VOLUME}
case $segment in
  thin) set -- --setactivationskip n ;;
  *) set -- ${room} ;;
esac
lvcreate --yes --snapshot --name "$name" --addtag holdfast "$@" "$group/$volume" >&2`,
        mount: `${VOLUME}
options=ro
[ "$fstype" != xfs ] || options=ro,nouuid
mount -t "$fstype" -o "$options" "/dev/$group/$name" "$at"`,
        check: `${VOLUME}
set -- $(lvs --noheadings --separator ' ' -o lv_attr,data_percent "$group/$name")
[ $# -ge 1 ] || { echo "the snapshot $group/$name is gone" >&2; exit 1; }
case $1 in
  ????a???-*) ;;
  *) echo "the snapshot $group/$name is no longer whole (lvs says $1)" >&2; exit 1 ;;
esac
case $segment in
  thin) ;;
  *) case \${2:-} in
      '' | *[!0-9.]* | 1[0-9][0-9]*) echo "the snapshot $group/$name has overflowed (\${2:-unknown} % used)" >&2; exit 1 ;;
    esac ;;
esac`,
        unmount: 'umount "$at"',
        destroy: `${VOLUME}
lvs "$group/$name" >/dev/null 2>&1 || exit 0
lvremove --force --yes "$group/$name" >&2`,
        list: `${volume_kind/* OURS */.o6}${VOLUME}
lvs --noheadings --separator ' ' -o lv_name,origin "$group" | while read -r lv of; do
  if [ "$of" = "$volume" ] && ours "$lv"; then echo "$lv"; fi
done`,
    };
}

;// CONCATENATED MODULE: ./build/files/volume/volume-words.js




const COMMANDS = ['create', 'mount', 'unmount', 'destroy'];
/** lvcreate's own: `20%ORIGIN`, `512M`, `5g`. */
const LVM_SIZE = /^[1-9][0-9]*([kmgtKMGT]|%(ORIGIN|VG|FREE))$/;
/**
 * The snapshot of a volume that files are read from, or undefined: they are read where they are.
 * @param show A word as the user knows it: `--volume`, or `the input \`volume\``.
 * @throws HoldfastError bad-input for words that are missing, unknown, or would be ignored.
 */
function parseVolume(words, show) {
    const { volume, size, keep, container } = words;
    const given = COMMANDS.filter((command) => words[command] !== null);
    if (volume === null) {
        const word = given[0] ?? (size === null ? (keep ? 'keep' : null) : 'size');
        if (word === null)
            return undefined;
        throw refusal(show(`volume-${word}`), `there is no ${show('volume')}`, 'it too');
    }
    if (container !== null)
        throw refusal(show('volume'), `there is ${show('container')}`, 'the host that has the volume. Back it up there');
    if (volume !== 'command' && given[0] !== undefined)
        throw refusal(show(`volume-${given[0]}`), `${show('volume')} is ${JSON.stringify(volume)}`, '"command" with it');
    if (volume !== 'lvm' && size !== null)
        throw refusal(show('volume-size'), `${show('volume')} is ${JSON.stringify(volume)}`, '"lvm" with it');
    return { kind: kindOf(words, volume, show), keep };
}
function kindOf(words, volume, show) {
    if (volume === 'btrfs')
        return btrfs/* BTRFS */.gH;
    if (volume === 'lvm') {
        const { size } = words;
        if (size !== null && !LVM_SIZE.test(size))
            throw refusal(show('volume-size'), `it is ${JSON.stringify(size)}`, 'such as 5G or 20%ORIGIN');
        return lvmKind(size ?? LVM_DEFAULT_SIZE);
    }
    if (volume !== 'command')
        throw refusal(show('volume'), `it is ${JSON.stringify(volume)}`, 'lvm, btrfs or command');
    const command = (word) => {
        const text = words[word];
        if (text !== null && text.trim() !== '')
            return text;
        throw refusal(show('volume'), `there is no ${show(`volume-${word}`)}`, 'all of create, mount, unmount and destroy');
    };
    return commandKind({
        create: command('create'),
        mount: command('mount'),
        unmount: command('unmount'),
        destroy: command('destroy'),
    });
}
function refusal(what, actual, expected) {
    return new errors/* HoldfastError */.E('bad-input', `Cannot use ${what}: ${actual}, expected ${expected}.`);
}


/***/ }),

/***/ 88772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ withoutPassword),
/* harmony export */   UQ: () => (/* binding */ parseSshAddress),
/* harmony export */   __: () => (/* binding */ formatSshAddress),
/* harmony export */   un: () => (/* binding */ parseHostAddress)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


const FORMS = 'expected "local" or "ssh://user@host:port"';
/**
 * `local`, or `ssh://[user@]host[:port]`, where an IPv6 address stands in brackets.
 * @throws HoldfastError bad-input with the value.
 */
function parseHostAddress(address) {
    return address === 'local' ? 'local' : parseSshAddress(address);
}
/** @throws HoldfastError bad-input with the value. */
function parseSshAddress(address) {
    const match = /^ssh:\/\/(?:([^@]*)@)?(\[[^\]]*\]|[^:[\]/]*)(?::([^:/]*))?\/?$/i.exec(address);
    if (match === null)
        throw badAddress(address, 'it has another form');
    const [, user = null, bracketed = '', port] = match;
    const host = bracketed.replace(/^\[|\]$/g, '');
    if (user?.includes(':'))
        throw badAddress(address, 'a password stands in it');
    if (user !== null)
        checkWord(address, 'user', user);
    checkWord(address, 'host', host);
    if (bracketed.startsWith('[') !== host.includes(':'))
        throw badAddress(address, 'only IPv6 has brackets');
    return { user, host, port: port === undefined ? null : parsePort(address, port) };
}
/** `ssh://user@host:port`, with the parts that are known. */
function formatSshAddress({ user, host, port }) {
    const name = host.includes(':') ? `[${host}]` : host;
    return `ssh://${user === null ? '' : `${user}@`}${name}${port === null ? '' : `:${port}`}`;
}
/** `address`, right or wrong, for people: what stands where some write a password (`user:password@`) becomes `…`. */
function withoutPassword(address) {
    return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)?([^:@/]*):(?!\/\/).*@/is, '$1$2:…@');
}
/** A word that begins with `-` would be an option to the system's ssh. */
function checkWord(address, what, word) {
    if (word === '')
        throw badAddress(address, `the ${what} is empty`);
    if (word.startsWith('-'))
        throw badAddress(address, `the ${what} begins with "-"`);
    if (!/^[\x21-\x7e]+$/.test(word) || /[/\\"'`$;&|<>(){}*?!#,]/.test(word)) {
        throw badAddress(address, `the ${what} holds a character that no ${what} has`);
    }
}
const MAX_PORT = 65_535;
function parsePort(address, text) {
    const port = /^[0-9]{1,5}$/.test(text) ? Number(text) : 0;
    if (port < 1 || port > MAX_PORT)
        throw badAddress(address, `the port isn't a number from 1 to ${MAX_PORT}`);
    return port;
}
function badAddress(address, actual) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot reach the host "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(withoutPassword(address))}": ${actual}, ${FORMS}. Correct the address.`);
}


/***/ }),

/***/ 37216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ AS_A_PERSON)
/* harmony export */ });
/**
 * Shell, before a user's own command: what that starts must not keep the locale, the time zone and the file modes that our
 * own commands are run with (Host).
 */
const AS_A_PERSON = 'unset LC_ALL TZ; umask 022';


/***/ }),

/***/ 28976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ quoteAll),
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


/**
 * `word` as one word of a POSIX shell script: whatever bytes it holds, the shell takes them as they are.
 *
 * The result is ASCII, so that it means the same bytes wherever a script goes; text that isn't known to be ASCII
 * comes here by `fromText`. It may hold newlines. Nothing else in the project may quote.
 *
 * @throws HoldfastError bad-input for NUL, which no argument of a command can hold.
 */
function quote(word) {
    if (word.includes('\0')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', 'Cannot pass a word with a NUL byte to a command: no argument can hold one. Remove it.');
    }
    if (word === '')
        return "''";
    if (PLAIN.test(word))
        return word;
    return word.replace(RUN, (run) => /^[\x20-\x7e\n]/.test(run) ? inQuotes(run) : byPrintf(run));
}
/** `words`, each quoted, with a space between. */
function quoteAll(words) {
    return words.map(quote).join(' ');
}
/** Words that no shell reads anything into: not even `~`, `=` or `{`, which some do at a word's beginning. */
const PLAIN = /^[A-Za-z0-9_./:@%+,-]+$/;
/** Runs of printable ASCII and newlines, and runs of all else. */
const RUN = /[\x20-\x7e\n]+|[^\x20-\x7e\n]+/g;
function inQuotes(run) {
    return `'${run.replaceAll("'", `'\\''`)}'`;
}
/** A command substitution strips newlines at its end: `run` holds none. */
function byPrintf(run) {
    const octal = [...(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.toBytes)(run)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`);
    return `"$(printf '${octal.join('')}')"`;
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

/***/ 20977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ze: () => (/* binding */ Notifier),
  Kf: () => (/* binding */ WEBHOOK_ON),
  A8: () => (/* binding */ notifierSettings)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(58508);
;// CONCATENATED MODULE: ./build/notify/deliver.js






const PATIENT = { timeoutMs: 10_000, tries: 3, pauseMs: 1000 };
/** Where the run is being cancelled, and has seconds. */
const HURRIED = { timeoutMs: 1500, tries: 1, pauseMs: 0 };
/**
 * Sends `message`, again where that may help. Redirects aren't followed: they would take a secret elsewhere.
 * @returns Null when it was taken, or why it wasn't, ready to show. Never throws.
 */
async function deliver(message, limits) {
    for (let attempt = 1;; attempt++) {
        const refusal = await send(message, limits.timeoutMs);
        if (refusal === null)
            return null;
        if (!refusal.mayPass || attempt >= limits.tries)
            return attempt === 1 ? refusal.text : `${refusal.text} (tried ${attempt} times)`;
        await (0,promises_.setTimeout)(limits.pauseMs * 2 ** (attempt - 1) * (1 + Math.random() / 2));
    }
}
async function send(message, timeoutMs) {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
        return refusalOf(await post(message, { signal, timeoutMs }));
    }
    catch (error) {
        return faultOf(error, { timeoutMs, isLate: signal.aborted });
    }
}
/** Through a proxy where the environment names one. @returns The status: what else is answered isn't read. */
function post({ url, body, contentType }, { signal, timeoutMs }) {
    const isTls = url.protocol === 'https:';
    const proxy = { proxyEnv: process.env };
    const agent = isTls ? new external_node_https_.Agent(proxy) : new external_node_http_.Agent(proxy);
    const text = body ?? '';
    const headers = {
        'content-length': Buffer.byteLength(text),
        'user-agent': version/* PROGRAM_VERSION */.c,
        ...(body === null ? {} : { 'content-type': contentType }),
    };
    return new Promise((resolve, reject) => {
        // Before a proxy has opened the tunnel Node tells a request nothing of its signal: its socket ends by its own time.
        const options = { method: 'POST', headers, agent, signal, timeout: 2 * timeoutMs };
        const request = (isTls ? external_node_https_.request : external_node_http_.request)(url, options, (response) => {
            resolve(response.statusCode ?? 0);
            response.destroy();
        });
        request.on('error', reject);
        request.on('timeout', () => request.destroy());
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        request.end(text);
    }).finally(() => agent.destroy());
}
function refusalOf(status) {
    if (status >= 200 && status < 300)
        return null;
    if (status >= 300 && status < 400)
        return {
            text: `it answered ${status}, a redirect, which is not followed: give the address that it leads to`,
            mayPass: false,
        };
    return { text: `it answered ${status}, expected 2xx`, mayPass: status >= 500 || status === 429 };
}
/** What OpenSSL says of certificates, by Node's codes for it. */
const TLS_FAULTS = {
    DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
    SELF_SIGNED_CERT_IN_CHAIN: 'an authority that this machine does not know signed its certificate',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'an authority that this machine does not know signed its certificate, or it leaves out one between',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'an authority that this machine does not know signed its certificate',
    CERT_HAS_EXPIRED: 'its certificate has expired',
    CERT_NOT_YET_VALID: 'its certificate is not valid yet: is this machine’s clock right?',
    ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};
const TLS_ADVICE = 'For an authority of your own set NODE_EXTRA_CA_CERTS to its certificate’s file';
function faultOf(error, { timeoutMs, isLate }) {
    if (isLate)
        return { text: `it did not answer within ${timeoutMs / 1000} s`, mayPass: true };
    const code = (0,system_error/* systemCode */.xU)(error);
    const tls = TLS_FAULTS[code];
    if (tls !== undefined)
        return { text: `${tls} (${code}). ${TLS_ADVICE}`, mayPass: false };
    // Node's own messages may name more than the server.
    return {
        text: code === '' ? 'the connection failed' : `the connection failed (${(0,bytestring.displayText)(code)})`,
        mayPass: true,
    };
}

// EXTERNAL MODULE: ./build/notify/template.js
var notify_template = __webpack_require__(56268);
;// CONCATENATED MODULE: ./build/notify/notifier.js



const WEBHOOK_ON = ['all', 'failure', 'success'];
/** @throws HoldfastError bad-input; no message holds a URL. */
function notifierSettings(given, names, webhookOn = 'all') {
    const template = given.template ?? notify_template/* SLACK_TEMPLATE */.c2;
    (0,notify_template/* checkTemplate */.BU)(template, names.template);
    return {
        pingUrl: urlOf(given.pingUrl, names.pingUrl),
        webhookUrl: urlOf(given.webhookUrl, names.webhookUrl),
        template,
        webhookOn,
    };
}
function urlOf(text, name) {
    if (text === null || text.trim() === '')
        return null;
    const url = URL.parse(text.trim());
    if (url !== null &&
        (url.protocol === 'https:' || url.protocol === 'http:') &&
        url.username + url.password === '')
        return url;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot use ${name}: it is no address that begins with https://, expected one without a user in it.`);
}
/**
 * Tells others how a run goes. What can't be told is no failure of the run, and is never passed over: `onProblem` is told, with
 * the server's name and never the secret path.
 */
class Notifier {
    #settings;
    #onProblem;
    #patience;
    #started = Promise.resolve();
    constructor(settings, onProblem, patience = PATIENT) {
        this.#settings = settings;
        this.#onProblem = onProblem;
        this.#patience = patience;
    }
    /** Told meanwhile: nothing waits for it but the end. */
    start() {
        this.#started = this.#ping('/start', this.#patience);
    }
    /** @param hurried The run is being cancelled: there is little time. */
    async end(succeeded, fields, { hurried }) {
        const limits = hurried ? HURRIED : this.#patience;
        // The server would take a start that comes after the end for another run.
        if (!hurried)
            await this.#started;
        const { webhookUrl, template, webhookOn } = this.#settings;
        const notices = [this.#ping(succeeded ? '' : '/fail', limits)];
        if (webhookUrl !== null && (webhookOn === 'all' || succeeded === (webhookOn === 'success')))
            notices.push(this.#send({ url: webhookUrl, body: (0,notify_template/* fillIn */.pz)(template, fields), contentType: 'application/json' }, limits));
        await Promise.all(notices);
    }
    async #ping(end, limits) {
        const { pingUrl } = this.#settings;
        if (pingUrl === null)
            return;
        const url = new URL(pingUrl);
        url.pathname = url.pathname.replace(/\/+$/, '') + end;
        await this.#send({ url, body: null, contentType: '' }, limits);
    }
    async #send(message, limits) {
        const problem = await deliver(message, limits);
        if (problem !== null)
            this.#onProblem(`Cannot notify ${message.url.origin}: ${problem}. The run itself is not touched by this.`);
    }
}


/***/ }),

/***/ 56268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ checkTemplate),
/* harmony export */   c2: () => (/* binding */ SLACK_TEMPLATE),
/* harmony export */   pz: () => (/* binding */ fillIn)
/* harmony export */ });
/* unused harmony export FIELDS */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** What a webhook's template can name. No name of a file is in it, but `reason` may hold one: it is told only where it is named. */
const FIELDS = ['action', 'outcome', 'target', 'host', 'duration', 'run', 'reason'];
/** Slack's shape, which others take, too. */
const SLACK_TEMPLATE = '{"text":"{{action}} of {{target}} on {{host}}: {{outcome}} ({{duration}}). {{run}}"}';
const PLACEHOLDER = /\{\{\s*([\w-]*)\s*\}\}/g;
/** @throws HoldfastError bad-input for a field that there isn't, or what isn't JSON once it is filled in. */
function checkTemplate(template, name) {
    const unknown = [...template.matchAll(PLACEHOLDER)]
        .map(([, field = '']) => field)
        .find((field) => !isField(field));
    if (unknown !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it names {{${unknown}}}, expected ${FIELDS.map((field) => `{{${field}}}`).join(', ')}.`);
    }
    try {
        JSON.parse(fillIn(template, Object.fromEntries(FIELDS.map((field) => [field, 'x']))));
    }
    catch {
        // The parser's own message would show a part of it, which may be a key of the service's.
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it isn't JSON, expected such as ${SLACK_TEMPLATE}.`);
    }
}
/** Each value stands in a JSON string, and can neither end it nor be a mention or a link to a chat. */
function fillIn(template, fields) {
    return template.replace(PLACEHOLDER, (_, field) => (isField(field) ? inString(fields[field]) : ''));
}
function inString(value) {
    const inert = value.replaceAll('<', '‹').replaceAll('>', '›').replaceAll('@', '＠');
    return JSON.stringify(inert).slice(1, -1);
}
function isField(field) {
    return FIELDS.some((one) => one === field);
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

/***/ 57194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BY_HOST_AND_PATHS: () => (/* binding */ BY_HOST_AND_PATHS),
/* harmony export */   groupSnapshots: () => (/* binding */ groupSnapshots)
/* harmony export */ });
/** restic's own, for parents and for `snapshots --latest`. */
const BY_HOST_AND_PATHS = { host: true, paths: true, tags: false };
/** `snapshots` by group, in the order in which the groups come up. */
function groupSnapshots(snapshots, by) {
    const groups = new Map();
    for (const stored of snapshots) {
        const key = keyOf(stored.snapshot, by);
        const name = JSON.stringify(key);
        const group = groups.get(name);
        if (group === undefined)
            groups.set(name, { key, snapshots: [stored] });
        else
            group.snapshots.push(stored);
    }
    return [...groups.values()];
}
function keyOf({ hostname, paths, tags }, by) {
    return {
        hostname: by.host ? hostname : null,
        paths: by.paths ? paths.toSorted() : null,
        tags: by.tags ? tags.toSorted() : null,
    };
}


/***/ }),

/***/ 32202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ normalizeRecoveryCode),
/* harmony export */   Em: () => (/* binding */ requireAsPrinted),
/* harmony export */   Le: () => (/* binding */ newRecoveryCode),
/* harmony export */   mt: () => (/* binding */ looksLikeRecoveryCode),
/* harmony export */   qm: () => (/* binding */ asWritten)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


// A recovery code is a second password of the repository, made to be printed and typed in again: six groups of five
// random characters (150 bits in all) and one check character. Stock restic takes it as it is printed.
/** Crockford's base 32: no i, l, o or u, which are misread or spell words. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const GROUPS = 6;
const RANDOM_PER_GROUP = 5;
const GROUP_LENGTH = RANDOM_PER_GROUP + 1;
/** What people read for characters that aren't in the alphabet. */
const MISREAD = { o: '0', i: '1', l: '1' };
/** A new random code, as it is printed and as it is the password: `x7k2mq-0d9fh3-…`. Secret. */
function newRecoveryCode() {
    const groups = Array.from({ length: GROUPS }, (_, group) => {
        const values = Array.from({ length: RANDOM_PER_GROUP }, () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomInt)(ALPHABET.length));
        return [...values, checkValue(values, group)].map((value) => ALPHABET[value]).join('');
    });
    return groups.join('-');
}
/** Whether `text` has the shape of a recovery code, typed however: to tell a mistyped code from a password. */
function looksLikeRecoveryCode(text) {
    return compact(text).length === GROUPS * GROUP_LENGTH && /^\s*\w{6}([\s-]+\w{6}){5}\s*$/.test(text);
}
/**
 * The password that a typed code stands for: capitals, spaces and misread characters (`O` for `0`, `l` for `1`) are
 * put right.
 * @throws HoldfastError bad-input that says which group has a mistake (any single wrong character, any two swapped
 * neighbours, and 31 of 32 others), before a second is spent on trying it. The code isn't in the message.
 */
function normalizeRecoveryCode(text) {
    const characters = compact(text);
    if (characters.length !== GROUPS * GROUP_LENGTH) {
        throw mistake(`it has ${characters.length} characters, expected ${GROUPS * GROUP_LENGTH}`);
    }
    const groups = [];
    for (let group = 0; group < GROUPS; group++) {
        const written = characters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH);
        const values = [...written].map((character) => ALPHABET.indexOf(character));
        const check = values.pop();
        if (values.includes(-1) || check !== checkValue(values, group)) {
            throw mistake(`group ${group + 1} of ${GROUPS} has a typing mistake`);
        }
        groups.push(written);
    }
    return groups.join('-');
}
/**
 * The password that `text` stands for, which nobody typed just now: a recovery code however it is written, also without
 * its hyphens, and anything else as it is. Never throws: a password may have a code's shape, which its check characters
 * tell.
 */
function asWritten(text) {
    if (!/^[\w\s-]+$/.test(text))
        return text;
    try {
        return normalizeRecoveryCode(text);
    }
    catch {
        return text;
    }
}
/**
 * A recovery code opens however it is written: one that is made a password by itself must be that password.
 * @throws HoldfastError bad-input for one that was written otherwise than it is printed.
 */
function requireAsPrinted(password) {
    if (asWritten(password) === password)
        return password;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', 'Cannot use the password: it is a recovery code, but not as it was printed. Write it in small letters with hyphens, ' +
        'or choose another.');
}
function compact(text) {
    return text
        .toLowerCase()
        .replace(/[\s-]/g, '')
        .replace(/[oil]/g, (character) => MISREAD[character] ?? character);
}
/**
 * A weighted sum in GF(32): as the weights differ and aren't 0, one wrong character or two swapped ones always change
 * it. The group's number is in it, so that swapped groups are found too.
 */
function checkValue(values, group) {
    return values.reduce((sum, value, position) => sum ^ multiply(value, position + 2), multiply(group + 1, 29));
}
/** In GF(2^5) modulo x^5 + x^2 + 1. */
function multiply(a, b) {
    let product = 0;
    for (let bit = 0; bit < 5; bit++) {
        if ((b >> bit) & 1)
            product ^= a << bit;
    }
    for (let bit = 8; bit >= 5; bit--) {
        if ((product >> bit) & 1)
            product ^= 0b100101 << (bit - 5);
    }
    return product;
}
function mistake(actual) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot read the recovery code: ${actual}. Compare it with the printed sheet and type it again.`);
}


/***/ }),

/***/ 47508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $3: () => (/* binding */ isOwnTag),
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   Kv: () => (/* binding */ DEFAULT_TARGET),
/* harmony export */   Ne: () => (/* binding */ isIncomplete),
/* harmony export */   XY: () => (/* binding */ keptBecause),
/* harmony export */   Zx: () => (/* binding */ isCheckpoint),
/* harmony export */   dy: () => (/* binding */ keepTags),
/* harmony export */   mI: () => (/* binding */ targetTag),
/* harmony export */   sD: () => (/* binding */ CHECKPOINT_TAG),
/* harmony export */   yt: () => (/* binding */ INCOMPLETE_TAG)
/* harmony export */ });
/* unused harmony export KEEP_TAG */
// restic's snapshots have one field that is free: tags. Holdfast's own among them are these.
/** How all of ours but INCOMPLETE_TAG begin. */
const OWN_TAG_PREFIX = 'holdfast:';
/** On a snapshot that lacks something: never `latest`, never fresh, but a parent for the next run. */
const INCOMPLETE_TAG = 'incomplete';
/** Beside INCOMPLETE_TAG, on a snapshot that a long run left on its way: removed once a complete one exists. */
const CHECKPOINT_TAG = 'holdfast:checkpoint';
/** On a snapshot that was taken for a reason and stays until that is taken back: stock restic keeps it by `--keep-tag`. */
const KEEP_TAG = 'holdfast:keep';
/** Before that reason, in a tag of its own. */
const BECAUSE_TAG_PREFIX = 'holdfast:because=';
/** The application's name where none is given: a host's files that belong to no application in particular. */
const DEFAULT_TARGET = 'files';
/** Before the name of the target (application) that a snapshot is of. */
const TARGET_TAG_PREFIX = 'holdfast:target=';
function targetTag(target) {
    return `${TARGET_TAG_PREFIX}${target}`;
}
/** The target that a snapshot is of, or null if it names none (restic's own). */
function targetOf(snapshot) {
    const tag = snapshot.tags.find((candidate) => candidate.startsWith(TARGET_TAG_PREFIX));
    return tag?.slice(TARGET_TAG_PREFIX.length) ?? null;
}
function isIncomplete(snapshot) {
    return snapshot.tags.includes(INCOMPLETE_TAG);
}
/** One of ours, which may go. An incomplete snapshot without our tag is what a run came to: it stays. */
function isCheckpoint(snapshot) {
    return isIncomplete(snapshot) && snapshot.tags.includes(CHECKPOINT_TAG);
}
/** Whether what a snapshot is, by its tags, would be another thing with this one. */
function isOwnTag(tag) {
    return tag === INCOMPLETE_TAG || tag.startsWith(OWN_TAG_PREFIX);
}
/** The tags of a snapshot that stays because of `reason`. */
function keepTags(reason) {
    return [KEEP_TAG, `${BECAUSE_TAG_PREFIX}${reason}`];
}
/** Why a snapshot stays until that is taken back: empty if nobody said so, null if it needn't stay. */
function keptBecause({ tags }) {
    if (!tags.includes(KEEP_TAG))
        return null;
    const tag = tags.find((candidate) => candidate.startsWith(BECAUSE_TAG_PREFIX));
    return tag?.slice(BECAUSE_TAG_PREFIX.length) ?? '';
}


/***/ }),

/***/ 17448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ requireOneMeaning)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** What chooses files of a snapshot. */
const OF_FILES = [
    'include',
    'iinclude',
    'include-file',
    'iinclude-file',
    'exclude',
    'iexclude',
    'exclude-file',
    'iexclude-file',
    'own',
];
/** What chooses the snapshot, and what of it. */
const SELECTING = ['host', 'of', 'tags', 'paths', 'not-after', 'as-of', ...OF_FILES];
/** What says how it is put on a host. */
const PLACING = ['overwrite', 'delete', 'ownership-by-name', 'before', 'after'];
/** What is ignored by a restore that is undone: it puts back all that one restore moved away. */
const IGNORED_BY_UNDO = [
    'snapshot',
    'archive-from',
    'trust-archive',
    'tar',
    'app',
    'app-option',
    'database',
    'bucket',
    'into',
    'overwrite-database',
    'database-on',
    'replace-objects',
    ...SELECTING,
    ...PLACING,
];
/** What is ignored when an archive is written; `dry-run` would write it all the same. */
const IGNORED_BY_TAR = [
    'target',
    'on',
    'dry-run',
    'database',
    'database-on',
    'bucket',
    'app',
    ...PLACING,
];
/** What is ignored when an application is put back: its profile says what goes where, and in which order. */
const IGNORED_BY_APP = [
    'target',
    'database',
    'bucket',
    'into',
    'overwrite-database',
    'database-on',
    'replace-objects',
    'overwrite',
    'delete',
    'before',
    'after',
    ...OF_FILES,
];
/** What is ignored when a dump goes back into its database. */
const IGNORED_BY_DATABASE = [...OF_FILES, 'overwrite', 'delete', 'ownership-by-name'];
/** What is ignored when objects go back into a bucket: no host has a part in it. */
const IGNORED_BY_BUCKET = [
    'archive-from',
    'target',
    'on',
    'database',
    'overwrite-database',
    'database-on',
    ...OF_FILES,
    ...PLACING,
];
/** Whoever can write to its store may have made an archive: nothing of it is run, unless all of an application is put back by a person's word. */
const WITHOUT_DUMPS = ['archive-from'];
/** What says how a dump goes into a database. */
const OF_DATABASES = ['into', 'overwrite-database', 'database-on'];
/**
 * Refuses a restore that was asked for in words of which one would be ignored.
 *
 * @param isGiven Whether a word was given with another value than its default.
 * @param show A word as it is written where it was given: `--tar`, or `the input tar`.
 * @throws HoldfastError bad-input.
 */
function requireOneMeaning(undo, isGiven, show) {
    if (undo) {
        const ignored = IGNORED_BY_UNDO.find(isGiven);
        if (ignored === undefined)
            return;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('undo')} with ${show(ignored)}: it puts back all that one restore moved away, expected no ` +
            `more than the place. Name that alone, with ${show('target')}.`);
    }
    requireApplicationMeaning(isGiven, show);
    requireDatabaseMeaning(isGiven, show);
    requireBucketMeaning(isGiven, show);
    const ignored = isGiven('tar') ? IGNORED_BY_TAR.find(isGiven) : undefined;
    if (ignored === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use both ${show('tar')} and ${show(ignored)}: an archive is written to this machine, expected one of ` +
        'them. Leave out the other.');
}
function requireApplicationMeaning(isGiven, show) {
    if (isGiven('tar'))
        return;
    if (!isGiven('app')) {
        const alone = ['app-option', 'trust-archive'].find(isGiven);
        if (alone === undefined)
            return;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show(alone)} without ${show('app')}: expected both. Say that the application is to be restored.`);
    }
    if (isGiven('archive-from') !== isGiven('trust-archive'))
        throw untrusted(isGiven('archive-from'), show);
    const ignored = IGNORED_BY_APP.find(isGiven);
    if (ignored === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use both ${show('app')} and ${show(ignored)}: an application is put back as its profile says, expected one of them. Leave out the other.`);
}
/** What a profile runs stands in the archive, and is run by whoever the login is: root, as a rule. */
function untrusted(isArchive, show) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', isArchive
        ? `Cannot restore an application from an archive without ${show('trust-archive')}: whoever can write to its store can have made it, and commands in it are run on ` +
            'the host, expected its SHA-256 as the run that made it said (archive-sha256). Without that, see what it says first: ' +
            '`holdfast restore ID --archive-from … --own --include /.holdfast --target FOLDER`, and give that of `sha256sum` of the file. Or by hand: files by ' +
            '`--target /`, then dumps by `cat DUMP.*`, as docs/how-to/archives.md says.'
        : `Cannot use ${show('trust-archive')} without ${show('archive-from')}: expected both. A snapshot needs no such word: only who has the key can have made it.`);
}
function requireBucketMeaning(isGiven, show) {
    if (isGiven('tar'))
        return;
    if (!isGiven('bucket')) {
        if (!isGiven('replace-objects'))
            return;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('replace-objects')} without ${show('bucket')}: expected both. Say which bucket is to be restored.`);
    }
    const ignored = IGNORED_BY_BUCKET.find(isGiven);
    if (ignored === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use both ${show('bucket')} and ${show(ignored)}: it is about one bucket, expected one of them. Leave out the other.`);
}
function requireDatabaseMeaning(isGiven, show) {
    if (isGiven('tar'))
        return;
    const toFile = isGiven('target');
    if (isGiven('database')) {
        const ignored = [
            ...WITHOUT_DUMPS,
            ...(toFile ? [...OF_FILES, ...OF_DATABASES] : IGNORED_BY_DATABASE),
        ].find(isGiven);
        if (ignored === undefined)
            return;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use both ${show('database')} and ${show(ignored)}: it is about one dump, expected one of them. ${ignored === 'archive-from'
            ? `Of an archive dumps come back as files (${show('own')} and ${show('include')} /.holdfast), for the database’s own tool: docs/how-to/archives.md.`
            : 'Leave out the other.'}`);
    }
    if (isGiven('bucket'))
        return;
    const alone = OF_DATABASES.find(isGiven);
    if (alone === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show(alone)} without ${show('database')}: expected both. Say which dump is to be restored.`);
}


/***/ }),

/***/ 95850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ environmentSecret),
/* harmony export */   y: () => (/* binding */ secretText)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/**
 * A password, passphrase or location in bytes of somebody's making: the contents of a file, the output of a command.
 * White space around it and a byte order mark are cut, as restic does.
 *
 * What isn't UTF-8 is refused: read all the same, each foreign byte would become `\ufffd`, and the repository would have
 * another password than its owner's.
 *
 * @param what For the message: `the password`.
 * @param where For the message, quoted already: `"/etc/backup-password"`.
 * @throws HoldfastError bad-input if it is empty, or not UTF-8. Never shows what it is.
 */
function secretText(bytes, what, where) {
    const text = decode(bytes, what, where).trim();
    if (text !== '')
        return text;
    const actual = bytes.length === 0 ? 'it is empty' : 'there is nothing but white space';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot read ${what} from ${where}: ${actual}, expected ${what}.`);
}
/**
 * A secret as the environment has it, or null without one.
 *
 * Node reads the environment as UTF-8 and puts U+FFFD for whatever isn't. Nobody has U+FFFD in a password; who does all
 * the same can put it in a file.
 *
 * @param name Of the variable, for the message.
 * @throws HoldfastError bad-input if it isn't UTF-8.
 */
function environmentSecret(value, name) {
    if (!value?.includes('\ufffd'))
        return value || null;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name} of the environment: it is not valid UTF-8, expected UTF-8 text. Set the terminal and the shell ` +
        'to UTF-8; if it is made of random bytes, write them as text (base64, hex) and use that.');
}
function decode(bytes, what, where) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot read ${what} from ${where}: it is not valid UTF-8, expected UTF-8 text. Save it as UTF-8; if it is made ` +
            'of random bytes, write them as text (base64, hex) and use that.', { cause });
    }
}


/***/ }),

/***/ 15787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseTime: () => (/* binding */ parseTime),
/* harmony export */   parseTimeMs: () => (/* binding */ parseTimeMs)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/**
 * A time as a person writes it, in this machine's zone unless it names one: `2026-11-21`, `2026-11-21 10:47`,
 * `2026-11-21T10:47:54Z`. In nanoseconds since 1970.
 * @param name Of the flag or input, for the message.
 * @throws HoldfastError bad-input.
 */
function parseTime(text, name) {
    const iso = text.trim().replace(' ', 'T');
    if (/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.test(iso)) {
        // Without a time of day JavaScript would take it for UTC.
        const ms = Date.parse(iso.includes('T') ? iso : `${iso}T00:00:00`);
        if (!Number.isNaN(ms) && isOfTheCalendar(iso))
            return BigInt(ms) * 1000000n;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected a time such as 2026-11-21T10:47:54.`);
}
/** JavaScript reads 2026-02-30 as the 2nd of March: other snapshots would be meant than somebody thinks. */
function isOfTheCalendar(iso) {
    const [year = 0, month = 0, day = 0] = iso.slice(0, 'yyyy-mm-dd'.length).split('-').map(Number);
    return year > 0 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
/** The same in milliseconds. A day alone, or a minute, is its beginning. */
function parseTimeMs(text, name) {
    return Number(parseTime(text, name) / 1000000n);
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
