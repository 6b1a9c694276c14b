export const id = 9662;
export const ids = [9662];
export const modules = {

/***/ 79662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectHost: () => (/* binding */ connectHost)
/* harmony export */ });
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88772);
/* harmony import */ var _container_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5150);
/* harmony import */ var _container_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6410);
/* harmony import */ var _container_engine_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76422);
/* harmony import */ var _local_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60051);





/**
 * The host at `on`: `local`, or `ssh://user@host:port`; or the container `options.container` there. For this machine only
 * `become`, the container and the timings count.
 *
 * @throws HoldfastError bad-input for another `on`; what connectSsh, connectOpenSsh and connectContainer throw.
 */
async function connectHost(on, options = {}) {
    const address = (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .parseHostAddress */ .un)(on);
    const container = options.container === undefined ? null : (0,_container_address_js__WEBPACK_IMPORTED_MODULE_1__/* .parseContainerAddress */ .z)(options.container);
    const host = await connectMachine(address, options);
    if (container === null)
        return host;
    const environment = address === 'local' ? (0,_container_engine_js__WEBPACK_IMPORTED_MODULE_2__/* .engineEnvironment */ .I)(process.env) : {};
    return (0,_container_js__WEBPACK_IMPORTED_MODULE_3__/* .connectContainer */ .I)(host, container, { environment, signal: options.signal, ...options.timings });
}
/** What speaks SSH is loaded for a host over SSH alone. */
async function connectMachine(address, options) {
    if (address === 'local')
        return (0,_local_js__WEBPACK_IMPORTED_MODULE_4__/* .localHost */ .O)({ become: options.become, ...options.timings });
    if (options.client === 'openssh') {
        const { connectOpenSsh } = await Promise.all(/* import() | ssh */[__webpack_require__.e(5472), __webpack_require__.e(3347)]).then(__webpack_require__.bind(__webpack_require__, 20837));
        return connectOpenSsh(address, options);
    }
    const { connectSsh } = await Promise.all(/* import() | ssh */[__webpack_require__.e(5472), __webpack_require__.e(3347)]).then(__webpack_require__.bind(__webpack_require__, 47812));
    return connectSsh(address, options);
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


/***/ })

};
