export const id = 3604;
export const ids = [3604];
export const modules = {

/***/ 31320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ removeContainers),
/* harmony export */   j: () => (/* binding */ DrillContainer)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19473);
/* harmony import */ var _hosts_container_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5150);
/* harmony import */ var _hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(62585);
/* harmony import */ var _hosts_local_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60051);
/* harmony import */ var _hosts_output_tail_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(59958);
/* harmony import */ var _id_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37993);
/* harmony import */ var _run_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31794);









const UP = /^up$/m;
/** For an engine to start a container from an image that is there. */
const START_LIMIT_MS = 60_000;
/** For an engine to remove a container with its volume: where that holds a database, all of its files. */
const REMOVAL_LIMIT_MS = 120_000;
/** The same where the drill was cancelled: what isn't removed by then the engine removes by itself. */
const HASTY_LIMIT_MS = 5000;
/** A container of a drill: without network, with a root that can't be written, gone when we are. */
class DrillContainer {
    name;
    /** Its mounts that hold data. */
    volumes;
    /** The accounts of those that it could make, by their paths; null: root's. */
    rooms;
    /** Null: all users are there. */
    ids;
    #client;
    #environment;
    #lifeline;
    #feed;
    /** By the account. */
    #hosts = new Map();
    constructor(client, name, parts) {
        this.#client = client;
        this.name = name;
        this.volumes = parts.volumes;
        this.#lifeline = parts.lifeline;
        this.#feed = parts.feed;
        this.rooms = parts.rooms;
        this.ids = parts.ids;
        this.#environment = parts.environment;
    }
    /**
     * One that doesn't start with the feed is tried without it: what a mount fails by, each engine says in other words.
     * @throws HoldfastError host-unsupported when it doesn't start; what the engine says. Nothing is left then.
     */
    static async start(client, wish) {
        return DrillContainer.#start(client, wish).catch((error) => {
            if (wish.feed === null || !(error instanceof NotStarted))
                throw error;
            return DrillContainer.#start(client, { ...wish, feed: null });
        });
    }
    static async #start(client, wish) {
        const { drillId, image, feed, environment } = wish;
        const name = `holdfast-drill-${drillId}-${image.role}`;
        const signal = AbortSignal.any([wish.signal, AbortSignal.timeout(START_LIMIT_MS)]);
        const folders = [...wish.folders, ...(0,_run_words_js__WEBPACK_IMPORTED_MODULE_2__/* .ownVolumes */ .y7)(image.volumes, wish.folders)];
        const words = (0,_run_words_js__WEBPACK_IMPORTED_MODULE_2__/* .runWords */ .$W)(client.engine, name, { ...wish, image: image.id, folders });
        const lifeline = await client.host.start(client.script(words));
        lifeline.stdin.on('error', () => { }); // the container has ended: its exit says so
        try {
            const printed = await untilUp(client, lifeline, { image, signal });
            const [volumes, isFed] = await Promise.all([
                volumesOf(client, name, signal),
                feed?.isWay(lifeline.stdout, signal) ?? false,
            ]);
            return new DrillContainer(client, name, {
                volumes,
                lifeline,
                feed: isFed ? feed : null,
                rooms: roomsIn(printed, wish),
                ids: _id_map_js__WEBPACK_IMPORTED_MODULE_3__/* .IdMap */ .E.parse(printed),
                environment,
            });
        }
        catch (error) {
            lifeline.stdin.end();
            await removeContainers(client, [name]);
            wish.signal.throwIfAborted();
            throw error;
        }
    }
    /** Whether what is restored comes to it without the engine. */
    get isFed() {
        return this.#feed !== null;
    }
    /** A way into it, the same each time; `remove` closes it. @param user Default: root. */
    connect(user, signal) {
        const there = this.#hosts.get(user);
        if (there !== undefined)
            return there;
        const which = { name: this.name };
        const address = { engine: this.#client.engine, user, which };
        const options = { environment: this.#environment, signal };
        const host = (0,_hosts_container_js__WEBPACK_IMPORTED_MODULE_4__/* .connectContainer */ .I)((0,_hosts_local_js__WEBPACK_IMPORTED_MODULE_5__/* .localHost */ .O)(), address, options).then((one) => this.#feed?.feed(one, signal) ?? one);
        this.#hosts.set(user, host);
        host.catch(() => this.#hosts.delete(user));
        return host;
    }
    /**
     * Removes it with all that is in it, however long an engine takes for that, unless `isHasty`. Idempotent. Never rejects.
     * @returns whether it, and its volumes, are seen to be gone.
     */
    async remove({ isHasty }) {
        const signal = AbortSignal.timeout(isHasty ? HASTY_LIMIT_MS : REMOVAL_LIMIT_MS);
        const hosts = [...this.#hosts.values()];
        this.#hosts.clear();
        await Promise.all(hosts.map((host) => host.then((one) => one.close()).catch(() => { })));
        this.#lifeline.stdin.end();
        await removeContainers(this.#client, [this.name], signal);
        // It ends with its container; an engine that hangs must not keep the drill from its end.
        await Promise.race([this.#lifeline.exited.catch(() => { }), aborted(signal)]);
        return isGone(this.#client, this, signal);
    }
}
/** The engine has said no. */
class NotStarted extends _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .HoldfastError */ .E {
}
/** @returns what its first process has printed by then. */
async function untilUp(client, lifeline, { image, signal }) {
    const what = `start a container of the image ${JSON.stringify(image.name)} for ${image.role}`;
    let said = Buffer.alloc(0);
    lifeline.stderr.on('data', (chunk) => {
        said = Buffer.concat([said, chunk]).subarray(-SAID_BYTES);
    });
    let onAbort = () => { };
    const tooLate = new Promise((_, reject) => {
        onAbort = () => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .HoldfastError */ .E('host-unsupported', `Cannot ${what}: it isn't up after ${START_LIMIT_MS / 1000} s${(0,_hosts_output_tail_js__WEBPACK_IMPORTED_MODULE_7__/* .displayTail */ .D)(said)}. Look at what the engine does.`));
        if (signal.aborted)
            onAbort();
        else
            signal.addEventListener('abort', onAbort, { once: true });
    });
    const ended = lifeline.exited.then((exit) => {
        throw 'code' in exit && exit.code === NO_ENGINE_OR_IMAGE
            ? client.explain(what, { exit, stderr: said })
            : new NotStarted('host-unsupported', `Cannot ${what}: the engine's client ${(0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_8__/* .endedWith */ .t)(exit)}${(0,_hosts_output_tail_js__WEBPACK_IMPORTED_MODULE_7__/* .displayTail */ .D)(said)}. ${adviceOn(said)}`);
    });
    ended.catch(() => { }); // later it is `remove` that waits
    const up = new Promise((resolve) => {
        let printed = '';
        lifeline.stdout.on('data', (chunk) => {
            printed = (printed + chunk.toString('latin1')).slice(-PRINTED_CHARACTERS);
            if (UP.test(printed))
                resolve(printed);
        });
    });
    try {
        return await Promise.race([up, ended, tooLate]);
    }
    finally {
        signal.removeEventListener('abort', onAbort);
    }
}
/** Podman answers Docker's client so when that is to start a container and stay with it. */
function adviceOn(said) {
    return said.includes('unable to upgrade to tcp')
        ? 'If it is Podman that answers there, name that: `--engine podman`.'
        : 'Try the same with the client itself.';
}
/** No word of an image's decides who its server runs as. */
function roomsIn(printed, { rooms }) {
    const made = new Map();
    for (const [, path, account] of printed.matchAll(/^room (\S+) (\S*)$/gm)) {
        const room = rooms.find((one) => one.path === path);
        if (room !== undefined)
            made.set(room.path, room.accounts.find((one) => one === account) ?? null);
    }
    return made;
}
const SAID_BYTES = 1000;
const PRINTED_CHARACTERS = 10_000;
/** Of EngineClient's script. */
const NO_ENGINE_OR_IMAGE = 97;
async function volumesOf(client, name, signal) {
    const format = '{{range .Mounts}}{{if eq .Type "volume"}}{{.Name}} {{end}}{{end}}';
    const text = await client.ask(`look at the container ${name}`, ['inspect', '--format', format, name], signal);
    return text.trim().split(/\s+/).filter(Boolean);
}
/** Never rejects: whether they are gone is looked at afterwards. */
async function removeContainers(client, names, signal = AbortSignal.timeout(HASTY_LIMIT_MS)) {
    if (names.length === 0)
        return;
    await client
        .ask('remove what a drill left', ['rm', '--force', '--volumes', ...names], signal)
        .catch(() => { });
}
/** Who removes a container that has just ended by itself is the engine, as long as that takes: it is looked at until it has. */
async function isGone(client, { name, volumes }, signal) {
    const what = 'see that a drill left nothing';
    const ask = (words) => client.ask(what, [...words], signal);
    try {
        for (;;) {
            const containers = await ask(['ps', '--all', '--quiet', '--filter', `name=^/?${name}$`]);
            const there = (await ask(['volume', 'ls', '--quiet'])).split('\n');
            if (containers.trim() === '' && !volumes.some((volume) => there.includes(volume)))
                return true;
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(GONE_PAUSE_MS, undefined, { signal });
        }
    }
    catch {
        return false; // nobody knows
    }
}
const GONE_PAUSE_MS = 100;
function aborted(signal) {
    return signal.aborted ? Promise.resolve() : (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(signal, 'abort');
}


/***/ }),

/***/ 86255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ DrillFolder),
/* harmony export */   m: () => (/* binding */ sweepFolders)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19473);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(52871);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28976);








/** `holdfast-drill-<drill's ID>-<when it is over, in seconds since 1970>-<random>`. */
const PREFIX = 'holdfast-drill-';
const NAME = /^holdfast-drill-(.+)-(\d{9,12})-[^-]+$/;
/**
 * Removes the folder `$1`. What is mounted in it is not entered: it may be anybody's. Where we were killed, a tar of ours may still
 * be at its last bytes: then it is tried again.
 */
const REMOVE = `for i in 1 2 3 4 5; do
chmod -R u+rwX -- "$1" 2>/dev/null
rm -rf --one-file-system -- "$1" 2>/dev/null || find "$1" -xdev -depth -delete 2>/dev/null
[ -e "$1" ] || break; sleep 1
done`;
/**
 * Makes the folder, and removes it once its stdin, which is ours, ends: however we end, the data doesn't stay, nor an empty folder
 * where we end between the two. In a session of its own, where what ends our commands doesn't reach it.
 */
const KEEPER = (path) => `umask 077
command -v setsid >/dev/null && set -- setsid -w || set --
exec "$@" sh -c ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.fromText)(`mkdir -- "$1" || exit 1\necho ${MADE}\ncat >/dev/null\n${REMOVE}`))} sh ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.fromText)(path))}`;
const MADE = 'made';
/** A folder of this machine that a drill works in. It is gone when we are. */
class DrillFolder {
    path;
    #host;
    #keeper;
    constructor(host, path, keeper) {
        this.#host = host;
        this.path = path;
        this.#keeper = keeper;
    }
    /**
     * @param host This machine.
     * @param drill Its ID, and how long it may last.
     * @throws HoldfastError bad-input when it can't be made.
     */
    static async make(host, drill) {
        const parent = parentFolder();
        const ends = Math.ceil((Date.now() + drill.timeMs) / 1000);
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(parent, `${PREFIX}${drill.id}-${ends}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}`);
        const keeper = await host.start(KEEPER(path));
        keeper.stdin.on('error', () => { });
        let said = '';
        keeper.stderr.on('data', (chunk) => {
            said = (said + chunk.toString('utf8')).slice(-SAID_CHARACTERS);
        });
        const isMade = await new Promise((resolve) => {
            keeper.stdout.once('data', () => resolve(true)).once('close', () => resolve(false));
        });
        if (isMade) {
            keeper.stdout.resume();
            return new DrillFolder(host, path, keeper);
        }
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .HoldfastError */ .E('bad-input', `Cannot make a folder for the drill in ${JSON.stringify(parent)}: ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.displayText)(said.trim())}. Set TMPDIR to one that ` +
            'can be written.');
    }
    /** Idempotent. @returns whether it is gone. */
    async remove() {
        this.#keeper.stdin.end();
        await this.#keeper.exited.catch(() => { });
        return removeFolder(this.#host, this.path);
    }
}
const SAID_CHARACTERS = 500;
function parentFolder() {
    return process.env['RUNNER_TEMP'] || (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)();
}
async function removeFolder(host, path) {
    if (!(await isThere(path)))
        return true;
    const script = `set -- ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.fromText)(path))}\n${REMOVE}`;
    await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_7__/* .runToEnd */ .cd)(host, script).catch(() => { });
    return !(await isThere(path));
}
async function isThere(path) {
    return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path).then(() => true, (error) => error.code !== 'ENOENT');
}
/**
 * Removes folders of our own user's that drills have left: those whose time is over, and all of the drill `drillId`.
 * @param host This machine. @returns how many.
 */
async function sweepFolders(host, drillId) {
    const parent = parentFolder();
    let count = 0;
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(parent).catch(() => [])) {
        const [, drill, ends] = NAME.exec(name) ?? [];
        if (drill === undefined || (drill !== drillId && Number(ends) * 1000 > Date.now()))
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(parent, name);
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path).catch(() => null);
        if (found === null || !found.isDirectory() || found.uid !== process.getuid?.())
            continue;
        if (await removeFolder(host, path))
            count++;
    }
    return count;
}


/***/ }),

/***/ 57497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ug: () => (/* binding */ DrillFeed),
  Mg: () => (/* binding */ FEED_FOLDER),
  pb: () => (/* binding */ UNFIT_IN_MOUNT)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/hosts/fifo-end.js



/** How long a wide pipe that is full is left alone: a reader takes some 300 KiB meanwhile; and longer while it takes nothing. */
const PAUSE_MS = 1;
const LONGEST_PAUSE_MS = 20;
/**
 * The end of a FIFO that we write into, open without waiting. A pipe that is full tells of each page that is read of it, so that
 * writing as soon as there is room is writing by pages, each of which wakes us: a quarter of a million times a gigabyte. Once there
 * is much room, it is written by what has been read in a moment.
 */
class FifoEnd {
    #socket;
    #fd;
    #isWide = false;
    /** @param fd Taken over. */
    constructor(fd) {
        this.#fd = fd;
        this.#socket = new external_node_net_.Socket({ fd, readable: false, writable: true });
    }
    /** To be called once it has so much room that its reader has enough to do for more than a pause. */
    setWide() {
        this.#isWide = true;
    }
    /** @param onError Called when nobody can read any more, as far as that shows while nothing is written. */
    onError(onError) {
        this.#socket.on('error', onError);
    }
    /** One at a time. Resolves when `bytes` are in the pipe. @throws EPIPE when nobody reads any more. */
    async write(bytes) {
        if (this.#isWide)
            return this.#writeByPauses(bytes);
        return new Promise((resolve, reject) => {
            this.#socket.write(bytes, (error) => (error == null ? resolve() : reject(error)));
        });
    }
    async #writeByPauses(bytes) {
        let pauseMs = PAUSE_MS;
        for (let start = 0;;) {
            // The number of one that is closed may be another file's.
            if (this.#socket.destroyed)
                throw brokenPipe();
            const written = writeNow(this.#fd, bytes.subarray(start));
            start += written;
            if (start === bytes.length)
                return;
            pauseMs = written > 0 ? PAUSE_MS : Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
            await (0,promises_.setTimeout)(pauseMs);
        }
    }
    /** Closes it: what was written is still read. Idempotent. */
    destroy() {
        this.#socket.destroy();
    }
}
/** @returns how much of it there was room for. */
function writeNow(fd, bytes) {
    try {
        return (0,external_node_fs_.writeSync)(fd, bytes);
    }
    catch (error) {
        if (error.code === 'EAGAIN')
            return 0;
        throw error;
    }
}
function brokenPipe() {
    return Object.assign(new Error('the command reads no more'), { code: 'EPIPE' });
}

// EXTERNAL MODULE: ./build/hosts/quote.js
var quote = __webpack_require__(28976);
;// CONCATENATED MODULE: ./build/hosts/fed-by-fifo.js




/**
 * `host`, but that large inputs go through FIFOs that it shares with this machine, and not through the way that its commands take:
 * an engine's client, its daemon and its shim each copy what comes by stdin. All else is as it was, the end of a command that is
 * cancelled included. Closing it closes `host`.
 *
 * @param makeFifo A new one for each command: what a command before has left running must not read what is meant for the next.
 *   Where it fails the input goes the other way.
 */
function fedByFifo(host, makeFifo) {
    return {
        name: host.name,
        recordedName: host.recordedName,
        async start(script, options = {}) {
            if (options.hasLargeInput !== true)
                return host.start(script, options);
            const made = await makeFifo().catch(() => null);
            if (made === null)
                return host.start(script, options);
            const { fifo, there } = made;
            const failing = new AbortController();
            const signals = options.signal === undefined ? [] : [options.signal];
            try {
                const command = await host.start(`exec <${(0,quote/* quote */.h)((0,bytestring.fromText)(there))}\n${script}`, {
                    ...options,
                    signal: AbortSignal.any([failing.signal, ...signals]),
                });
                const { stdout, stderr, exited } = command;
                return { stdin: writableInto(fifo, command, failing), stdout, stderr, exited };
            }
            catch (error) {
                await fifo.remove();
                throw error;
            }
        },
        ...(host.startAhead === undefined ? {} : { startAhead: host.startAhead.bind(host) }),
        ...(host.forward === undefined ? {} : { forward: host.forward.bind(host) }),
        ...(host.forwardPort === undefined ? {} : { forwardPort: host.forwardPort.bind(host) }),
        close: () => host.close(),
    };
}
/**
 * The command's stdin. Destroying it is no end to the command, which would take what it has for all: the FIFO stays open until the
 * command has ended. `failing` is aborted when we can't open it: the command would wait for us for ever.
 */
function writableInto(fifo, { stdin, exited }, failing) {
    const ended = new AbortController();
    const opened = fifo.open(ended.signal);
    opened.catch((error) => {
        if (!ended.signal.aborted)
            failing.abort(error);
    });
    const into = (use, done) => void opened.then(use).then(() => done(), done); // biome-ignore format: one thought
    const writable = new external_node_stream_.Writable({
        write: (chunk, _encoding, done) => into((end) => end.write(chunk), done),
        final: (done) => into((end) => {
            end.destroy();
            stdin.end();
        }, done),
    });
    writable.on('error', () => { }); // whoever writes listens; if nobody does, `exited` tells it
    opened.then((end) => {
        end.onError((error) => writable.destroy(error));
        void fifo.widen().then((isWide) => {
            if (isWide)
                end.setWide();
            return fifo.remove(); // its name isn't needed any more
        });
    }, (error) => writable.destroy(error));
    stdin.on('error', (error) => writable.destroy(error));
    const end = () => {
        ended.abort(brokenPipe());
        writable.destroy(brokenPipe());
        void fifo.remove();
        opened.then((one) => one.destroy()).catch(() => { });
    };
    exited.then(end, end);
    return writable;
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/hosts/exit-status.js
var exit_status = __webpack_require__(62585);
// EXTERNAL MODULE: ./build/hosts/output.js
var output = __webpack_require__(52871);
;// CONCATENATED MODULE: ./build/hosts/fifo.js










/** How often it is looked whether somebody reads at the other end: soon, and then less often. */
const FIRST_PAUSE_MS = 2;
const fifo_LONGEST_PAUSE_MS = 20;
/**
 * As much as anybody may have in a pipe. The 64 KiB that it has else a tool reads by pieces of 4, each of which wakes us: a fifth of a
 * dump's work. Where there is no Perl it stays so.
 */
const PIPE_BYTES = 1024 * 1024;
/** Linux's number of what sets a pipe's size. */
const F_SETPIPE_SZ = 1031;
const WIDEN = `command -v perl >/dev/null && exec perl -e 'open my $f, "+<", $ARGV[0] or exit 1; fcntl $f, ${F_SETPIPE_SZ}, ${PIPE_BYTES} or exit 1'`;
/** A pipe with a name, on this machine, into which we write: once, to whoever opens it for reading. */
class Fifo {
    path;
    #machine;
    #identity;
    constructor(machine, path, identity) {
        this.#machine = machine;
        this.path = path;
        this.#identity = identity;
    }
    /**
     * Makes one that everybody may read who comes as far: its folder must keep out others.
     * @param machine This machine. @throws HoldfastError command-failed.
     */
    static async make(machine, path, signal) {
        const script = `mkfifo -m 644 -- ${(0,quote/* quote */.h)((0,bytestring.fromText)(path))}`;
        await (0,output/* runSuccessfully */.t7)(machine, 'make a FIFO', script, { signal });
        return new Fifo(machine, path, identityOf(await (0,external_node_fs_promises_.lstat)(path, { bigint: true })));
    }
    /**
     * Opens it as soon as there is a reader, without waiting in the kernel, from where nobody could call us back.
     * @throws HoldfastError host-unsupported when it isn't what was made; `until`'s reason.
     */
    async open(until) {
        for (let pauseMs = FIRST_PAUSE_MS;; pauseMs = Math.min(2 * pauseMs, fifo_LONGEST_PAUSE_MS)) {
            until.throwIfAborted();
            const fd = await this.#tryToOpen();
            if (fd !== null)
                return this.#owned(fd);
            await (0,promises_.setTimeout)(pauseMs, undefined, { signal: until }).catch(() => { });
        }
    }
    /** @returns null: nobody reads. */
    async #tryToOpen() {
        const flags = external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_NONBLOCK | external_node_fs_.constants.O_NOFOLLOW;
        return (0,external_node_util_.promisify)(external_node_fs_.open)(this.path, flags).catch((error) => {
            if (error.code === 'ENXIO')
                return null;
            throw this.#notOurs(error.code ?? error.message);
        });
    }
    async #owned(fd) {
        const stats = await (0,external_node_util_.promisify)(external_node_fs_.fstat)(fd, { bigint: true });
        if (stats.isFIFO() && identityOf(stats) === this.#identity) {
            return new FifoEnd(fd);
        }
        await (0,external_node_util_.promisify)(external_node_fs_.close)(fd);
        throw this.#notOurs('another file is there');
    }
    /** Gives it more room, as long as it is open. Never rejects. @returns whether it has it: else it stays as it is. */
    async widen() {
        const script = `${WIDEN} ${(0,quote/* quote */.h)((0,bytestring.fromText)(this.path))}`;
        return (0,output/* runToEnd */.cd)(this.#machine, script).then(({ exit }) => (0,exit_status/* isSuccess */.o)(exit), () => false); // biome-ignore format: one thought
    }
    #notOurs(actual) {
        return new errors/* HoldfastError */.E('host-unsupported', `Cannot write into the FIFO ${JSON.stringify((0,bytestring.displayText)(this.path))}: ${actual}, expected the one that was made. ` +
            'Look at who else writes into that folder.');
    }
    /** Removes its name. Idempotent. */
    async remove() {
        await (0,external_node_fs_promises_.unlink)(this.path).catch(() => { });
    }
}
/** The number of a file that is gone is soon another's. */
function identityOf({ dev, ino, ctimeNs }) {
    return `${dev}:${ino}:${ctimeNs}`;
}

;// CONCATENATED MODULE: ./build/drills/feed.js






/** Where a container sees the folder. */
const FEED_FOLDER = '/holdfast-feed';
/** For the container's first process to open the FIFO of the trial, and for what it read to come back. */
const TRIAL_LIMIT_MS = 5000;
/** Engines take a mount as fields with commas between, and quotes around. */
const UNFIT_IN_MOUNT = /[,"\n]/;
/**
 * A folder of this machine that a container sees, and can't write: in it FIFOs that bring what is restored. What goes by an
 * engine's `exec` instead is copied by its client, its daemon and its shim.
 *
 * Nobody else comes to it, for the folder around it is ours alone; in the container everybody may read, for nobody knows which
 * account will. It holds nothing but FIFOs, each for as long as nobody has opened it, and none but of ours: the container can
 * make nothing there, and we never read from one.
 *
 * An engine on another machine hasn't such a folder, and one in a machine of its own (Docker Desktop) shows its files but has
 * other FIFOs than we do: `isWay` tells.
 */
class DrillFeed {
    #machine;
    /** As this machine calls it. */
    path;
    #trial;
    #limitMs;
    constructor(machine, path, trial, limitMs) {
        this.#machine = machine;
        this.path = path;
        this.#trial = trial;
        this.#limitMs = limitMs;
    }
    /**
     * @param parent A folder of the drill's, for nobody but us.
     * @returns null where it can't be: then nothing is lost but time.
     */
    static async make(machine, { parent, name, trialLimitMs = TRIAL_LIMIT_MS }, signal) {
        const path = `${parent}/${name}`;
        if (UNFIT_IN_MOUNT.test(path))
            return null;
        try {
            const what = 'make a folder for FIFOs';
            await (0,output/* runSuccessfully */.t7)(machine, what, `mkdir -m 711 -- ${(0,quote/* quote */.h)((0,bytestring.fromText)(path))}`, { signal });
            const trial = await Fifo.make(machine, `${path}/${newName()}`, signal);
            return new DrillFeed(machine, path, trial, trialLimitMs);
        }
        catch (error) {
            if (signal.aborted)
                throw error;
            return null;
        }
    }
    /** For the engine's `run`. A missing folder is an error to it: by `--volume` one would be made, on whichever machine. */
    get mount() {
        return ['--mount', `type=bind,source=${this.path},target=${FEED_FOLDER},readonly`];
    }
    /** The FIFO of the trial, as the container sees it: it is to print `feed` and the line that it reads there. */
    get trial() {
        return this.#thereOf(this.#trial);
    }
    /** Whether the container reads what we write here. @param said What its first process prints. */
    async isWay(said, signal) {
        const nonce = newName();
        const limit = AbortSignal.any([signal, AbortSignal.timeout(this.#limitMs)]);
        let printed = '';
        const answer = new Promise((resolve) => {
            const look = (chunk) => {
                printed = (printed + chunk.toString('latin1')).slice(-SAID_CHARACTERS);
                if (printed.includes(`feed ${nonce}`))
                    resolve(true);
            };
            said.on('data', look);
            limit.addEventListener('abort', () => resolve(false), { once: true });
        });
        try {
            const end = await this.#trial.open(limit);
            end.onError(() => { }); // nobody reads any more: nothing comes back
            const written = end.write(Buffer.from(`${nonce}\n`)).catch(() => { });
            void written.then(() => end.destroy());
            return await answer;
        }
        catch {
            return false;
        }
        finally {
            await this.#trial.remove();
        }
    }
    /** The container `host`, to which large inputs go by FIFOs in the folder. */
    feed(host, signal) {
        return fedByFifo(host, async () => {
            const fifo = await Fifo.make(this.#machine, `${this.path}/${newName()}`, signal);
            return { fifo, there: this.#thereOf(fifo) };
        });
    }
    #thereOf({ path }) {
        return `${FEED_FOLDER}${path.slice(this.path.length)}`;
    }
}
const SAID_CHARACTERS = 200;
function newName() {
    return (0,external_node_crypto_.randomBytes)(8).toString('hex');
}


/***/ }),

/***/ 37993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ IdMap),
/* harmony export */   I: () => (/* binding */ TELL_ID_MAPS)
/* harmony export */ });
/** Shell: prints the maps of the process's users and groups, `ids u FIRST OUTSIDE COUNT` a line. */
const TELL_ID_MAPS = `for k in u g; do while read -r f o n; do echo "ids $k $f $o $n"; done </proc/self/\${k}id_map; done 2>/dev/null`;
/** As the kernel shows it where nothing is mapped. */
const ALL_IDS = '0 0 4294967295';
/**
 * Which users and groups a container has, where its engine gives it some of its own (Docker's `userns-remap`, an engine without root): no
 * others can own a file there, and the kernel lets nobody make devices.
 */
class IdMap {
    #users;
    #groups;
    constructor(users, groups) {
        this.#users = users;
        this.#groups = groups;
    }
    /** @param printed With what TELL_ID_MAPS prints. @returns null where all IDs are there, or nothing is known. */
    static parse(printed) {
        const lines = [...printed.matchAll(/^ids ([ug]) +(\d+) +(\d+) +(\d+)$/gm)];
        if (lines.every(([, , ...numbers]) => numbers.join(' ') === ALL_IDS))
            return null;
        const rangesOf = (kind) => lines
            .filter(([, one]) => one === kind)
            .map(([, , first, , count]) => ({ first: Number(first), count: Number(count) }));
        return new IdMap(rangesOf('u'), rangesOf('g'));
    }
    has({ uid, gid }) {
        return isIn(this.#users, uid) && isIn(this.#groups, gid);
    }
    /** Ready to show: `0–65535`. */
    get users() {
        return this.#users.map(({ first, count }) => `${first}–${first + count - 1}`).join(', ');
    }
}
function isIn(ranges, id) {
    return ranges.some(({ first, count }) => id >= first && id < first + count);
}


/***/ }),

/***/ 25751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ DEFAULT_LIMITS),
/* harmony export */   m: () => (/* binding */ unkeptLimits)
/* harmony export */ });
const DEFAULT_LIMITS = {
    memoryBytes: 2 * 1024 ** 3,
    cpus: 2,
    processes: 512,
    timeMs: 4 * 3_600_000,
    initMs: 60_000,
};
/** What Docker says that it can keep, by the words of its `info`. Podman says nothing of it. */
const KEPT = {
    MemoryLimit: 'memory',
    SwapLimit: 'swap',
    CPUCfsQuota: 'processors',
    PidsLimit: 'processes',
};
/**
 * An engine without cgroups of its own (Docker without root) takes limits, and drops them without a word: that is to be told.
 * @returns ready to show after other words; empty: all are kept, or it doesn't say (Podman behind Docker's client).
 */
async function unkeptLimits(client, signal) {
    if (client.engine !== 'docker')
        return '';
    const format = Object.keys(KEPT).map((word) => `{{.${word}}}`);
    const what = 'ask which limits the engine keeps';
    const answer = await client.ask(what, ['info', '--format', format.join(' ')], signal).catch(() => '');
    signal.throwIfAborted();
    const said = answer.trim().split(' ');
    const unkept = Object.values(KEPT).filter((_, i) => said[i] === 'false');
    return unkept.length === 0
        ? ''
        : `, without limits of ${unkept.join(', ')}, which this engine doesn’t keep`;
}


/***/ }),

/***/ 34688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ drillPage),
/* harmony export */   x: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _teardown_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78791);
/* harmony import */ var _time_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57488);



const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; background: light-dark(#fff, #121212); color: light-dark(#16181b, #f2f2f2); }
body { max-width: 68rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
.verdict { display: inline-block; padding: .2rem .8rem; border-radius: .4rem; color: #fff; font-weight: 600; }
.passed { background: #1a7f37; } .failed { background: #b42318; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.2rem; } dt { opacity: .75; } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-top: 1px solid #8884; overflow-wrap: anywhere; }
thead th { font-weight: 600; opacity: .75; border-top: 0; } .time { white-space: nowrap; text-align: right; font-variant-numeric: tabular-nums; }
td:first-child { white-space: nowrap; color: light-dark(#1a7f37, #4ac26b); font-weight: 600; } tr.bad td:first-child { color: light-dark(#b42318, #ff8a80); } td:nth-child(2) { min-width: 9rem; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .4rem; } table, tbody { display: block; } thead { position: absolute; clip-path: inset(50%); } tr { display: grid; grid-template-columns: max-content 1fr max-content; border-top: 1px solid #8884; padding: .4rem 0; } td { border: 0; padding: .1rem .4rem .1rem 0; } td:nth-child(3), td:nth-child(4) { grid-column: 1 / -1; grid-row: auto; } td.time { grid-column: 3; grid-row: 1; } }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #8881; padding: 1rem; border-radius: .4rem; }
`;
/**
 * One drill as a page by itself: no script, nothing loaded, and by its own policy nothing that could be. What stands in it
 * is all escaped, wherever it came from.
 * @param sheet The recovery sheet, or null.
 */
function drillPage({ predicate, subject }, sheet) {
    const title = `Restore drill ${predicate.result}: ${predicate.snapshot.target ?? 'files'} of ${predicate.snapshot.hostname}`;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(STYLE).digest('base64');
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p><span class="verdict ${predicate.result === 'passed' ? 'passed' : 'failed'}">${escaped(predicate.result)}</span></p>
${list(predicate.reasons)}
${facts(factsOf(predicate))}
<h2>Checks</h2>
${checksTable(predicate.checks)}
<h2>How long the steps took</h2>
${facts(Object.entries(predicate.steps_ms).map(([name, ms]) => [name, (0,_time_text_js__WEBPACK_IMPORTED_MODULE_1__/* .timeText */ .T)(ms)]))}
<h2>What it is about</h2>
${facts(subject.map(({ name, digest }) => [name, `sha256:${digest.sha256}`]))}
${sheet === null ? '' : `<h2>Recovery sheet</h2>\n<pre>${escaped(sheet)}</pre>`}
</main>
</body>
</html>
`;
}
/** What a person wants to know first. */
function factsOf(predicate) {
    const { snapshot, recovery_time: time, recovery_point: point, environment, teardown, choice } = predicate;
    const most = (ms) => (ms === null ? '' : ` (at most ${(0,_time_text_js__WEBPACK_IMPORTED_MODULE_1__/* .timeText */ .T)(ms)} wanted)`);
    const images = environment.images.map(({ role, name, id }) => `${role}: ${name} ${id}`);
    return [
        ['Snapshot', `${snapshot.id.slice(0, 8)} of ${snapshot.time}, chosen by ${choice.how}`],
        [
            'Restored, proofs and all, in',
            `${time.restore_ms === null ? 'never' : (0,_time_text_js__WEBPACK_IMPORTED_MODULE_1__/* .timeText */ .T)(time.restore_ms)}${most(time.target_ms)}`,
        ],
        [
            'Age of the newest snapshot',
            `${point.age_ms === null ? 'there is none' : (0,_time_text_js__WEBPACK_IMPORTED_MODULE_1__/* .timeText */ .T)(point.age_ms)}${most(point.target_ms)}`,
        ],
        ['Where', [environment.kind, environment.engine, ...images].filter((text) => text !== null).join('; ')],
        ['Removed afterwards', `${(0,_teardown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .teardownText */ .E)(teardown)}${teardown.clean ? '' : ': NOT ALL'}`],
        ...(predicate.left_out.length === 0
            ? []
            : [['Not drilled', predicate.left_out.join(', ')]]),
        ...(predicate.witness === undefined
            ? []
            : [['Stock restic as a witness', WITNESSES[predicate.witness] ?? '?']]),
        ...(predicate.recovery_key === undefined
            ? []
            : [['Recovery key', recoveryText(predicate.recovery_key)]]),
        ...(snapshot.downtime_ms === null
            ? []
            : [['The backup held the application for', (0,_time_text_js__WEBPACK_IMPORTED_MODULE_1__/* .timeText */ .T)(snapshot.downtime_ms)]]),
        ['When', `${predicate.started} to ${predicate.finished}`],
        [
            'By',
            Object.entries(predicate.who)
                .map(([name, value]) => `${name} ${value}`)
                .join(', '),
        ],
        ['Drill', `${predicate.drill_id}, by ${predicate.program_version}`],
    ];
}
const WITNESSES = {
    restored: 'checked and restored it',
    checked: 'checked it',
    'not-installed': 'NOT CALLED: it isn’t installed there',
    'not-asked': 'not called: as asked',
};
function recoveryText({ state, key, drills_since: since }) {
    const known = since === null ? 'no drill has opened the repository by it' : `${since} drills ago one opened it`;
    switch (state) {
        case 'opened':
            return `opens the repository (key ${key?.slice(0, 8) ?? '?'})`;
        case 'failed':
            return 'does not open the repository';
        case 'not-due':
            return `not tried this time; ${known}`;
        case 'not-given':
            return `NOT TRIED: no recovery code was given; ${known}`;
    }
}
/** Never by colour alone. */
const MARKS = { passed: '✓', failed: '✕', 'could-not-run': '✕' };
function checksTable(checks) {
    const rows = checks.map(({ name, result, expected, found, duration_ms: took }) => `<tr${result === 'passed' ? '' : ' class="bad"'}><td>${MARKS[result]} ${escaped(result)}</td><td>${escaped(name)}</td><td>${escaped(expected)}</td>` +
        `<td>${escaped(found)}</td><td class="time">${escaped((0,_time_text_js__WEBPACK_IMPORTED_MODULE_1__/* .timeText */ .T)(took))}</td></tr>`);
    return `<table><thead><tr><th>Result</th><th>Check</th><th>Expected</th><th>Found</th><th class="time">Took</th></tr></thead>\n<tbody>${rows.join('\n')}</tbody></table>`;
}
function facts(pairs) {
    return `<dl>${pairs.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join('\n')}</dl>`;
}
function list(texts) {
    return texts.length === 0 ? '' : `<ul>${texts.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>`;
}
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
function escaped(text) {
    return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}


/***/ }),

/***/ 71749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   it: () => (/* binding */ RECOVERY_EVERY),
/* harmony export */   iv: () => (/* binding */ drillsSinceOpened),
/* harmony export */   xX: () => (/* binding */ isTrialDue),
/* harmony export */   z7: () => (/* binding */ EARLIER_NAMED)
/* harmony export */ });
/** So much evidence a drill names of what was there before. */
const EARLIER_NAMED = 32;
/** Of so many drills one tries it, the first of all among them. */
const RECOVERY_EVERY = 4;
/** How many of the newest drills came after the last that has opened the repository with the recovery key; null: none has. */
function drillsSinceOpened(oldestFirst) {
    const last = oldestFirst.findLastIndex(({ predicate }) => predicate.recovery_key?.state === 'opened');
    return last < 0 ? null : oldestFirst.length - 1 - last;
}
/** @param drillsSince See RecoveryTrial. */
function isTrialDue(drillsSince) {
    return drillsSince === null || drillsSince >= RECOVERY_EVERY - 1;
}


/***/ }),

/***/ 31794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ runWords),
/* harmony export */   Zn: () => (/* binding */ DRILL_LABEL),
/* harmony export */   o4: () => (/* binding */ ENDS_LABEL),
/* harmony export */   pH: () => (/* binding */ DRILL_FOLDER),
/* harmony export */   y7: () => (/* binding */ ownVolumes)
/* harmony export */ });
/* harmony import */ var _feed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57497);
/* harmony import */ var _id_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37993);


/** On everything that a drill has an engine make: the drill's ID, and when it is over, in seconds since 1970. */
const DRILL_LABEL = 'holdfast.drill';
const ENDS_LABEL = 'holdfast.drill.ends';
/** A volume without a name, on the engine's disk: it goes with its container. All that is restored is in it. */
const DRILL_FOLDER = '/holdfast-drill';
/** What restoring files takes, and services being started as their own users; nothing of the network, nothing of the kernel. */
const CAPABILITIES = ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'MKNOD', 'SETFCAP', 'SETGID', 'SETUID'];
/** Of each of /tmp, /run and /var/run; it counts as memory. */
const TMPFS = 'rw,nosuid,nodev,size=256m,mode=1777';
/**
 * The container's first process. It lives as long as its stdin, which is ours, is open: however we end, the engine ends
 * the container then, and removes it with its volume. And no longer than the drill may last. Beside it tries the feed, if there is
 * one: it may wait there for ever. It makes the folders, and says whose they are, and which users there are: each command of ours in
 * there would cost time.
 */
const LIFELINE = `exec 3<&0
cat <&3 >/dev/null &
c=$!
(sleep "$1" && kill "$c") >/dev/null 2>&1 &
[ -z "$2" ] || { IFS= read -r w <"$2" && echo "feed $w"; } 2>/dev/null &
shift 2
for room; do
  set -- $room; f=$1 m=$2 u=; shift 2
  for a; do grep -q "^$a:" /etc/passwd && u=$a && break; done
  mkdir -m "$m" "$f" && chown "\${u:-root}" "$f" && echo "room $f $u"
done
${_id_map_js__WEBPACK_IMPORTED_MODULE_0__/* .TELL_ID_MAPS */ .I}
echo up
wait "$c"`;
/** What an engine's client is told to start a container named `name` with. */
function runWords(engine, name, { drillId, image, limits, sharing, folders, feed, rooms }) {
    const seconds = Math.ceil(limits.timeMs / 1000);
    const labels = [`${DRILL_LABEL}=${drillId}`, `${ENDS_LABEL}=${Math.ceil(Date.now() / 1000) + seconds}`];
    const shared = sharing === null
        ? volume(engine, DRILL_FOLDER, labels)
        : ['--volumes-from', `${sharing.container}${sharing.isReadOnly ? ':ro' : ''}`];
    // What another container is fed with isn't for this one.
    const feeding = feed?.mount ?? (sharing === null ? [] : ['--tmpfs', `${_feed_js__WEBPACK_IMPORTED_MODULE_1__/* .FEED_FOLDER */ .Mg}:ro,size=4k`]);
    return [
        ...['run', '--rm', '--interactive', '--name', name, '--hostname', 'drill'],
        ...labels.flatMap((label) => ['--label', label]),
        ...['--network', 'none', '--read-only', '--user', '0:0', '--workdir', '/'],
        ...['--tmpfs', `/tmp:${TMPFS}`, '--tmpfs', `/run:${TMPFS}`, ...shared, ...feeding],
        ...folders.flatMap((folder) => volume(engine, folder, labels)),
        ...['--cap-drop', 'ALL', ...CAPABILITIES.flatMap((one) => ['--cap-add', one])],
        // What an image's own check of its health prints would be kept by the engine, on its disk.
        ...['--security-opt', 'no-new-privileges', '--log-driver', 'none', '--no-healthcheck'],
        // What would be in a core is production data. Podman takes its own limits back once one is named.
        ...(engine === 'docker' ? ['--ulimit', 'core=0'] : []),
        // As much with swap: nothing of the data goes to the machine's own disk by that way.
        ...['--memory', String(limits.memoryBytes), '--memory-swap', String(limits.memoryBytes)],
        ...['--cpus', String(limits.cpus), '--pids-limit', String(limits.processes), '--entrypoint', 'sh'],
        ...[image, '-c', LIFELINE, 'sh', String(seconds), feed?.trial ?? ''],
        ...rooms.map(({ path, mode, accounts }) => [path, mode, ...accounts].join(' ')),
    ];
}
/**
 * One without a name: it goes with its container, but for a person who removes that without it. Docker's has labels, by which it is
 * found then; Podman knows none here.
 */
function volume(engine, folder, labels) {
    if (engine !== 'docker' || _feed_js__WEBPACK_IMPORTED_MODULE_1__/* .UNFIT_IN_MOUNT */ .pb.test(folder))
        return ['--volume', folder];
    const fields = labels.map((label) => `,volume-label=${label}`).join('');
    return ['--mount', `type=volume,target=${folder}${fields}`];
}
/** Of the places of an image's own volumes, those that are to be volumes of ours. The engine makes the others. */
function ownVolumes(places, taken) {
    const normal = places.map((place) => place.replace(/\/+$/, ''));
    const others = new Set([...taken, DRILL_FOLDER, _feed_js__WEBPACK_IMPORTED_MODULE_1__/* .FEED_FOLDER */ .Mg, '/tmp', '/run', '']);
    return [...new Set(normal)].filter((place) => !others.has(place) && !_feed_js__WEBPACK_IMPORTED_MODULE_1__/* .UNFIT_IN_MOUNT */ .pb.test(place));
}


/***/ }),

/***/ 90343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ sweepContainers),
/* harmony export */   q: () => (/* binding */ sweepVolumes)
/* harmony export */ });
/* harmony import */ var _drill_container_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31320);
/* harmony import */ var _run_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31794);


const ID = /^[0-9a-f]{12,64}$/;
/**
 * Removes containers that drills have left (a machine that lost its power, an engine that was killed): those whose time is
 * over, and all of the drill `drillId`. Those of others that may still run are left alone.
 * @returns how many. @throws what the engine says.
 */
async function sweepContainers(client, drillId, signal) {
    const words = ['ps', '--all', '--no-trunc', '--filter', `label=${_run_words_js__WEBPACK_IMPORTED_MODULE_0__/* .DRILL_LABEL */ .Zn}`];
    const left = await leftOf(client, { words: [...words, '--format', formatOf('.ID')], drillId }, signal);
    await (0,_drill_container_js__WEBPACK_IMPORTED_MODULE_1__/* .removeContainers */ .D)(client, left);
    return left.length;
}
/**
 * The same of volumes without a container: somebody has removed that without them. None of Podman's, which have no labels.
 * @returns how many are gone. @throws what the engine says.
 */
async function sweepVolumes(client, drillId, signal) {
    if (client.engine !== 'docker')
        return 0;
    const words = ['volume', 'ls', '--filter', `label=${_run_words_js__WEBPACK_IMPORTED_MODULE_0__/* .DRILL_LABEL */ .Zn}`, '--filter', 'dangling=true'];
    const left = await leftOf(client, { words: [...words, '--format', formatOf('.Name')], drillId }, signal);
    const removed = left.map((name) => client.ask('remove a volume that a drill left', ['volume', 'rm', name], signal).then(() => 1, () => 0));
    return (await Promise.all(removed)).reduce((sum, count) => sum + count, 0);
}
function formatOf(id) {
    return `{{${id}}} {{.Label "${_run_words_js__WEBPACK_IMPORTED_MODULE_0__/* .ENDS_LABEL */ .o4}"}} {{.Label "${_run_words_js__WEBPACK_IMPORTED_MODULE_0__/* .DRILL_LABEL */ .Zn}"}}`;
}
async function leftOf(client, { words, drillId }, signal) {
    const text = await client.ask('look for what drills have left', words, signal);
    const nowSeconds = Date.now() / 1000;
    return text.split('\n').flatMap((line) => {
        const [id = '', ends, drill] = line.trim().split(' ');
        const isOver = Number(ends) < nowSeconds || (drillId !== null && drill === drillId);
        return ID.test(id) && isOver ? [id] : [];
    });
}


/***/ }),

/***/ 78791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ teardownText)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95209);

/** `1 container, 0 volumes, 2 folders`: what was removed. */
function teardownText({ containers, volumes, folders, }) {
    return [
        (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(containers, 'container'),
        (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(volumes, 'volume'),
        (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(folders, 'folder'),
    ].join(', ');
}


/***/ }),

/***/ 57488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ timeText)
/* harmony export */ });
const UNITS = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1000],
];
/** A span for evidence, in the largest unit of which there are two at least: `45 s`, `26.5 h`, `90 d`. */
function timeText(milliseconds) {
    const [unit, size] = UNITS.find(([, ms]) => Math.abs(milliseconds) >= 2 * ms) ?? ['ms', 1];
    return `${Math.round((10 * milliseconds) / size) / 10} ${unit}`;
}


/***/ }),

/***/ 27117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ parseFileCheck),
/* harmony export */   p: () => (/* binding */ parseUserCheck)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

const FORMS = 'expected "sql: SELECT … => RESULT", "sql DATABASE: SELECT … => RESULT", "command: SHELL COMMAND => OUTPUT", ' +
    '"http: http://localhost:PORT/PATH => TEXT IN IT", "http: unix:/SOCKET:/PATH => TEXT IN IT" or "file: /PATH => TEXT IN IT" ' +
    '(what follows => may be left out; "command application: …" and "http application: …" are asked in the application’s container)';
/** Between the kind and the colon: not where the data is, but in the application's container. */
const APPLICATION = 'application';
/**
 * A check as a person writes it: see FORMS. What is expected follows the last ` => `.
 * @param name Of the flag or input, for messages. @throws HoldfastError bad-input.
 */
function parseUserCheck(text, name) {
    const [, kind, database = null, rest = ''] = /^(sql|command|http|file)(?: ([^\s:]+))?:(.*)$/s.exec(text.trim()) ?? [];
    // Nothing may follow the arrow: that nothing is printed.
    const [, before = rest, after = null] = /^(.*) =>(?: (.*))?$/s.exec(rest) ?? [];
    const expected = before === rest ? null : (after ?? '').trim();
    const what = before.trim();
    if (what !== '' && kind === 'sql')
        return { kind, text, database, statement: what, expected };
    const inApplication = database === APPLICATION;
    if (what !== '' && (database === null || inApplication)) {
        if (kind === 'command')
            return { kind, text, inApplication, command: what, expected };
        const address = kind === 'http' ? addressOf(what) : null;
        if (kind === 'http' && address !== null)
            return { kind, text, inApplication, ...address, expected };
        if (kind === 'file' && !inApplication && isPathInside(what))
            return { kind, text, path: what, expected };
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, ${FORMS}.`);
}
/**
 * A check by somebody who may start a drill and needn't be trusted with what it holds: `file:` alone. SQL isn't: a client's shell
 * runs commands too (`.shell`, `\\!`), and what a statement prints is in the log.
 * @param name Of the input, for messages. @throws HoldfastError bad-input.
 */
function parseFileCheck(text, name) {
    const check = parseUserCheck(text, name);
    if (check.kind === 'file')
        return check;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected "file: /PATH => TEXT IN IT". Write checks that run something into ` +
        'the workflow, as its `check`.');
}
/** Nobody else can be reached from there. */
const OWN_ADDRESS = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?(\/\S*)?$/;
/** As nginx writes it. */
const UNIX_ADDRESS = /^unix:(\/[^\s:]+):(\/\S*)$/;
function addressOf(text) {
    if (OWN_ADDRESS.test(text))
        return { url: text, socket: null };
    const [, socket = null, path = ''] = UNIX_ADDRESS.exec(text) ?? [];
    return socket === null ? null : { url: `http://localhost${path}`, socket };
}
/** From the snapshot's root, and never out of it again. */
function isPathInside(path) {
    return path.startsWith('/') && !path.split('/').includes('..');
}


/***/ }),

/***/ 90701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   requireNewFiles: () => (/* binding */ requireNewFiles),
/* harmony export */   writeNewFile: () => (/* binding */ writeNewFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53648);



/**
 * Writes a new file on this machine, for its owner alone: what is in a backup may be secret. Nothing is overwritten,
 * and a file that was not finished is removed: a half must not look like a whole.
 *
 * @param write Gets a sink for the bytes, which resolves when more are wanted.
 * @throws HoldfastError bad-input if the file can't be made; what `write` throws.
 */
async function writeNewFile(path, write) {
    const file = await openNew(path);
    try {
        // On a handle writeFile goes on where the last one ended; unlike write, it never writes only a part.
        const result = await write((bytes) => file.writeFile(bytes));
        await file.sync();
        return result;
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true });
        throw asNoSpace(path, error);
    }
    finally {
        await file.close();
    }
}
/** More than a page or a sheet mostly has: see tryWritingTo. */
const TRIAL_BYTES = 64 * 1024;
/**
 * That `writeNewFile` can make each of `paths` is tried before what goes into them is worked for, which may take hours: under their own
 * names, side by side, so that one that is named twice, or is too long, shows too. All are removed again.
 *
 * @throws HoldfastError bad-input, no-space, naming the first that can't be made.
 */
async function requireNewFiles(paths) {
    const made = [];
    try {
        for (const path of paths) {
            const file = await openNew(path);
            made.push(path);
            try {
                await file.writeFile(Buffer.alloc(TRIAL_BYTES));
                await file.sync();
            }
            catch (error) {
                throw asNoSpace(path, error);
            }
            finally {
                await file.close();
            }
        }
    }
    finally {
        for (const path of made)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.unlink)(path);
    }
}
/** @throws HoldfastError bad-input when there is something, or nothing can be made. */
async function openNew(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'wx', 0o600).catch((cause) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot make the file ${JSON.stringify(path)}: ${(0,_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .systemErrorText */ .f9)(cause)}. ${adviceOn(cause)}`, { cause });
    });
}
function adviceOn(error) {
    return (0,_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .xU)(error) === 'EEXIST'
        ? "Name one that isn't there yet."
        : 'Name one in a folder that is there and that you may write to.';
}
function asNoSpace(path, error) {
    const code = (0,_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .xU)(error);
    if (code !== 'ENOSPC' && code !== 'EDQUOT')
        return error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('no-space', `Cannot write the file ${JSON.stringify(path)}: its disk is full. What was written is removed; make room, or name ` +
        'a file on another disk.', { cause: error });
}


/***/ }),

/***/ 17679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ drill)
});

// EXTERNAL MODULE: ./build/amounts.js
var amounts = __webpack_require__(95209);
// EXTERNAL MODULE: ./build/databases/versions.js
var databases_versions = __webpack_require__(44332);
// EXTERNAL MODULE: ./build/drills/drill-folder.js
var drill_folder = __webpack_require__(86255);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/databases/databases.js + 31 modules
var databases = __webpack_require__(99298);
// EXTERNAL MODULE: ./build/databases/folder-tar.js
var folder_tar = __webpack_require__(57203);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/hosts/output.js
var hosts_output = __webpack_require__(52871);
// EXTERNAL MODULE: ./build/hosts/quote.js
var quote = __webpack_require__(28976);
// EXTERNAL MODULE: ./build/hosts/exit-status.js
var exit_status = __webpack_require__(62585);
;// CONCATENATED MODULE: ./build/drills/services/daemon.js





/** Of a script whose server doesn't answer in time. */
const NOT_READY = 96;
/**
 * In seconds, between two looks: short for a server that comes at once, then longer. The drill's own clock ends it if the shell's
 * pauses are longer.
 */
const FIRST_PAUSE = 0.02;
const LATER_PAUSE = 0.1;
const SHORT_PAUSES = 25;
/** Shell: prints the path of the first of some programs that one of the usual folders has. */
const FIND_PROGRAM = `find_program() { for p in "$@"; do
  for d in $(echo "$PATH" | tr : ' ') /usr/local/sbin /usr/local/bin /usr/sbin /usr/bin /sbin /bin /usr/libexec /usr/local/mysql/bin /opt/dolt/bin; do
    [ -f "$d/$p" ] && [ -x "$d/$p" ] && { echo "$d/$p"; return 0; }; done; done; return 1; }
lacks() { echo "$1 is in none of the usual folders: the image holds no $2" >&2; exit 127; }`;
/** Makes what the server needs; `startDaemon` comes after it. @throws HoldfastError host-unsupported; cancelled. */
async function makeDaemon(place, daemon) {
    await runWithin(place, daemon, `${headOf(daemon, place)}\n${daemon.make ?? ''}`);
}
/** @returns what `facts` prints. @throws HoldfastError host-unsupported; cancelled. */
async function startDaemon(place, daemon) {
    const output = await runWithin(place, daemon, scriptOf(daemon, place));
    return output.trim().split('\n');
}
/** @returns what the script prints. */
async function runWithin({ host, limitMs, spentMs, signal }, { title }, script) {
    const limit = AbortSignal.timeout(Math.max(0, Math.ceil(limitMs - spentMs)));
    const output = await (0,hosts_output/* runToEnd */.cd)(host, script, { signal: AbortSignal.any([signal, limit]) }).catch((error) => {
        signal.throwIfAborted();
        throw limit.aborted ? notReady(title, limitMs, error) : error;
    });
    if ((0,exit_status/* isSuccess */.o)(output.exit))
        return output.stdout.toString('utf8');
    const cause = new hosts_output/* CommandFailure */.qi(`start ${title} for the drill`, host, output);
    throw 'code' in output.exit && output.exit.code === NOT_READY
        ? notReady(title, limitMs, cause)
        : new errors/* HoldfastError */.E('host-unsupported', cause.message, { cause });
}
function scriptOf(daemon, place) {
    const { command, isReady, facts } = daemon;
    const later = (place.limitMs - place.spentMs) / 1000 - SHORT_PAUSES * FIRST_PAUSE;
    const tries = SHORT_PAUSES + Math.max(1, Math.ceil(later / LATER_PAUSE));
    const start = `setsid ${command} >log 2>&1 </dev/null &
pid=$!; i=0
until ${isReady} >/dev/null 2>&1; do
  kill -0 $pid 2>/dev/null || { tail -n 5 log >&2; exit 1; }
  i=$((i + 1)); [ $i -lt ${tries} ] || { tail -n 5 log >&2; exit ${NOT_READY}; }
  [ $i -le ${SHORT_PAUSES} ] && sleep ${FIRST_PAUSE} || sleep ${LATER_PAUSE}
done`;
    return `${headOf(daemon, place)}
${command === null ? '' : start}
${facts}`;
}
function headOf({ prepare }, { folder }) {
    // A core would hold production data; Podman can't be told by words of its own (see runWords).
    // Slim images may lack it: then the server is of the shell's session, and ends with the container as well.
    return `cd ${(0,quote/* quote */.h)((0,bytestring.fromText)(folder))} || exit 1
ulimit -c 0 2>/dev/null
command -v setsid >/dev/null || setsid() { "$@"; }
${FIND_PROGRAM}
${prepare}`;
}
function notReady(title, limitMs, cause) {
    const said = cause instanceof hosts_output/* CommandFailure */.qi ? ` (${cause.message})` : '';
    return new errors/* HoldfastError */.E('host-unsupported', `Cannot go on with the drill: ${title} isn't ready after ${limitMs / 1000} s${said}, expected it to answer. Allow it ` +
        'more time, or look at the image.', { cause });
}

;// CONCATENATED MODULE: ./build/drills/services/service.js

/** A dump that goes where `database` says, by its engine's own restore. */
function plainPlace(host, database, { order = 0, isData = true } = {}) {
    return {
        order,
        database: isData ? database : null,
        restore: async (dump, context) => {
            await database.restore(host, dump, { overwrite: false, isDrill: true }, context);
            return '';
        },
    };
}
/** @throws HoldfastError host-unsupported. */
function tooOld({ title, role }, record, { is, expected }) {
    return new errors/* HoldfastError */.E('host-unsupported', `Cannot restore ${record.name} for the drill: the image holds ${title} ${is}, expected ${expected} or newer. Name an image ` +
        `of that version: ${role}=IMAGE.`);
}

;// CONCATENATED MODULE: ./build/drills/services/dolt.js









const doltService = {
    role: 'dolt',
    title: 'Dolt',
    engine: 'dolt',
    accounts: ['dolt'],
    versionOf: ({ restore }) => restore['server_version'] ?? null,
    start: startDolt,
};
/** In a container without a network nobody else is there. */
const PORT = 13306;
const SETTINGS = `{"user.name":"drill","user.email":"drill@localhost","metrics.disabled":"true","versioncheck.disabled":"true"}`;
const PREPARE = `dolt=$(find_program dolt) || lacks dolt 'Dolt server'
mkdir data work home; mkdir home/.dolt
echo ${(0,quote/* quote */.h)((0,bytestring.fromText)(SETTINGS))} >home/.dolt/config_global.json
HOME=$PWD/home DOLT_ROOT_PATH=$PWD/home DOLT_DISABLE_EVENT_FLUSH=1; export HOME DOLT_ROOT_PATH DOLT_DISABLE_EVENT_FLUSH
printf 'log_level: warning\\ndata_dir: %s/data\\ncfg_dir: %s/data/.doltcfg\\nlistener:\\n  host: 127.0.0.1\\n  port: ${PORT}\\n  socket: %s/s\\n' "$PWD" "$PWD" "$PWD" >config.yaml
ask() { DOLT_CLI_PASSWORD='' "$dolt" --host 127.0.0.1 --port ${PORT} --user root --no-tls sql -r csv -q "$1" </dev/null; }`;
async function startDolt(place) {
    const { host, folder } = place;
    const [toolFolder = '', , version = ''] = await startDaemon(place, {
        title: 'Dolt',
        prepare: PREPARE,
        command: '"$dolt" sql-server --config config.yaml',
        isReady: `[ -S s ] && ask 'SELECT 1'`,
        facts: `dirname "$dolt"\nask 'SELECT dolt_version()'`,
    });
    return {
        version,
        folder,
        variables: { DOLT_PORT: String(PORT) },
        requireFit: (record) => {
            const dumped = record.restore['server_version'] ?? '';
            if ((0,databases_versions/* isOlder */.t)(version, dumped))
                throw tooOld(doltService, record, { is: version, expected: dumped });
        },
        open: (record) => placeOf(host, { folder, toolFolder }, record),
    };
}
/** What users are granted, and branch control, comes after the databases that it names. */
function placeOf(host, { folder, toolFolder }, record) {
    if (record.format === 'config')
        return configPlace(host, folder, record);
    const isGlobals = record.format === 'globals';
    const options = new URLSearchParams({ bin: toolFolder, 'work-folder': `${folder}/work`, tls: 'false' });
    if (isGlobals)
        options.set('globals', 'only');
    const name = encodeURIComponent(record.database ?? '');
    const database = (0,databases/* parseDolt */.Fe)(`dolt://root@127.0.0.1:${PORT}/${name}?${options}`);
    return plainPlace(host, database, { order: isGlobals ? 1 : 0, isData: !isGlobals });
}
/** They are for a person to put back: here they are unpacked beside, and counted. */
function configPlace(host, folder, { name, restore }) {
    const to = `${folder}/config`;
    return {
        order: 2,
        database: null,
        restore: async ({ content }, { signal }) => {
            const what = `unpack ${name}`;
            await (0,folder_tar/* unpackTar */.Ag)(host, { folder: to, content: content(), what, signal });
            const count = `find ${(0,quote/* quote */.h)((0,bytestring.fromText)(to))} -type f | wc -l`;
            const { stdout } = await (0,hosts_output/* runSuccessfully */.t7)(host, 'count what was unpacked', count, { signal });
            const files = stdout.toString('latin1').trim();
            if (files === restore['files'])
                return '';
            throw new errors/* HoldfastError */.E('restore-mismatch', `Cannot count ${name} as restored: it holds ${files} files, expected ${restore['files'] ?? 'another number'}.`);
        },
    };
}

;// CONCATENATED MODULE: ./build/drills/services/mysql.js





const mariadbService = service('mariadb', 'MariaDB');
const mysqlService = service('mysql', 'MySQL');
function service(engine, title) {
    return {
        role: engine,
        title,
        engine,
        accounts: ['mysql'],
        versionOf: ({ restore }) => restore['server_version'] ?? null,
        make: (place) => makeDaemon(place, daemonOf(title)),
        start: (place) => start(place, engine, title),
    };
}
/** Nothing of a drill's needs to survive anything; and nothing that was scheduled in the database may happen. */
const OPTIONS = [
    '--skip-networking --loose-mysqlx=OFF --event-scheduler=OFF --max-allowed-packet=1G --secure-file-priv=',
    '--loose-innodb-doublewrite=0 --innodb-flush-log-at-trx-commit=0 --innodb-buffer-pool-size=256M --loose-skip-log-bin',
].join(' ');
const mysql_PREPARE = `server=$(find_program mariadbd mysqld) || lacks mysqld 'MariaDB or MySQL server'
client=$(find_program mariadb mysql) || lacks mysql 'client of MariaDB or MySQL'
me=$(id -un)
ask() { "$client" --no-defaults --socket="$PWD/s" -uroot --batch --skip-column-names -e "$1"; }`;
const MAKE = `mkdir data tmp
case $("$server" --no-defaults --version) in
  *MariaDB*)
    install=$(find_program mariadb-install-db mysql_install_db) || lacks mariadb-install-db 'MariaDB server'
    "$install" --no-defaults --user="$me" --datadir="$PWD/data" --tmpdir="$PWD/tmp" --auth-root-authentication-method=normal \\
      --skip-test-db --skip-name-resolve >install.log 2>&1 ;;
  *) "$server" --no-defaults --user="$me" --initialize-insecure --datadir="$PWD/data" --tmpdir="$PWD/tmp" >install.log 2>&1 ;;
esac || { tail -n 5 install.log >&2; exit 1; }`;
function daemonOf(title) {
    return {
        title,
        prepare: mysql_PREPARE,
        make: MAKE,
        command: `"$server" --no-defaults --user="$me" --datadir="$PWD/data" --tmpdir="$PWD/tmp" --socket="$PWD/s" --pid-file="$PWD/pid" ${OPTIONS}`,
        isReady: "ask 'SELECT 1'",
        facts: "ask 'SELECT VERSION()'",
    };
}
async function start(place, engine, title) {
    const { host, folder } = place;
    const [text = ''] = await startDaemon(place, daemonOf(title));
    const product = /mariadb/i.test(text) ? 'mariadb' : 'mysql';
    if (product !== engine) {
        throw new errors/* HoldfastError */.E('host-unsupported', `Cannot restore dumps of ${title} for the drill: the image holds ${product}, expected ${engine}. Name another image: ` +
            `${engine}=IMAGE.`);
    }
    const [, version = ''] = /^(\d+\.\d+)/.exec(text.replace(/^5\.5\.5-/, '')) ?? [];
    return {
        version,
        folder,
        variables: { MYSQL_UNIX_PORT: `${folder}/s` },
        requireFit: (record) => {
            const dumped = record.restore['server_version'] ?? '';
            if ((0,databases_versions/* isOlder */.t)(version, dumped))
                throw tooOld({ role: engine, title }, record, { is: version, expected: dumped });
        },
        open: (record) => {
            const socket = encodeURIComponent(`${folder}/s`);
            const isUsers = record.database === null;
            const name = encodeURIComponent(record.database ?? '');
            const url = `${engine}://root@/${name}?socket=${socket}${isUsers ? '&users=only' : ''}`;
            // Grants name what must be there.
            return plainPlace(host, (0,databases/* parseMysql */.uV)(url), { order: isUsers ? 1 : 0, isData: !isUsers });
        },
    };
}

;// CONCATENATED MODULE: ./build/drills/services/opensearch.js





const opensearchService = {
    role: 'opensearch',
    title: 'OpenSearch',
    engine: 'opensearch',
    accounts: ['opensearch', 'elasticsearch'],
    versionOf: ({ restore }) => restore['server_version'] ?? null,
    start: startOpensearch,
};
/** In a container without a network nobody else is there. */
const opensearch_PORT = 19200;
const TRANSPORT_PORT = 19300;
/**
 * A node that knows no other, with the image's own configuration but for what would write into the image, and without the
 * security plugin: its accounts are the cluster's, and nobody else can reach it.
 */
const opensearch_PREPARE = `for home in /usr/share/opensearch /usr/share/elasticsearch; do name=\${home##*/}; [ -x "$home/bin/$name" ] && break; done
[ -x "$home/bin/$name" ] || lacks "opensearch or elasticsearch" 'OpenSearch'
mkdir data logs repositories tmp; cp -r "$home/config" config 2>/dev/null || mkdir -p config
[ ! -f config/jvm.options ] || sed -i '/Xlog:gc/d;/HeapDumpPath/d;/ErrorFile/d' config/jvm.options
{ echo "discovery.type: single-node"; echo "network.host: 127.0.0.1"; echo "http.port: ${opensearch_PORT}"; echo "transport.port: ${TRANSPORT_PORT}"
  echo "node.store.allow_mmap: false"; echo "path.data: $PWD/data"; echo "path.logs: $PWD/logs"; echo "path.repo: $PWD/repositories"
  [ ! -d "$home/plugins/opensearch-security" ] || echo "plugins.security.disabled: true"
  [ "$name" != elasticsearch ] || echo "xpack.security.enabled: false"; } >"config/$name.yml"
OPENSEARCH_PATH_CONF=$PWD/config ES_PATH_CONF=$PWD/config OPENSEARCH_TMPDIR=$PWD/tmp ES_TMPDIR=$PWD/tmp
OPENSEARCH_JAVA_OPTS='-Xms512m -Xmx512m' ES_JAVA_OPTS='-Xms512m -Xmx512m'
export OPENSEARCH_PATH_CONF ES_PATH_CONF OPENSEARCH_TMPDIR ES_TMPDIR OPENSEARCH_JAVA_OPTS ES_JAVA_OPTS
command -v curl >/dev/null || lacks curl curl
ask() { curl -q -sf "http://127.0.0.1:${opensearch_PORT}$1"; }`;
async function startOpensearch(place) {
    const { host, folder } = place;
    const lines = await startDaemon(place, {
        title: 'OpenSearch',
        prepare: opensearch_PREPARE,
        command: '"$home/bin/$name"',
        isReady: `ask '/_cluster/health?wait_for_status=yellow&timeout=1s'`,
        facts: 'ask /',
    });
    const [, version = ''] = /"number"\s*:\s*"([\d.]+)"/.exec(lines.join('\n')) ?? [];
    return {
        version,
        folder,
        variables: { OPENSEARCH_URL: `http://127.0.0.1:${opensearch_PORT}` },
        requireFit: (record) => {
            if (record.format === 'reference') {
                throw new errors/* HoldfastError */.E('host-unsupported', `Cannot restore ${record.name} for the drill: it only says where the cluster’s own snapshot is, which nothing without a ` +
                    'network can read. Dump the files (?content=files), or leave it out by its name.');
            }
            const dumped = record.restore['server_version'] ?? '';
            if ((0,databases_versions/* isOlder */.t)(version, dumped))
                throw tooOld(opensearchService, record, { is: version, expected: dumped });
        },
        open: () => plainPlace(host, (0,databases/* parseOpensearch */.So)(`opensearch://127.0.0.1:${opensearch_PORT}/?tls=false`)),
    };
}

;// CONCATENATED MODULE: ./build/drills/services/postgresql.js







/** The superuser of a drill's server, and the account that it runs as in the image. */
const USER = 'postgres';
const postgresqlService = {
    role: 'postgresql',
    title: 'PostgreSQL',
    engine: 'postgresql',
    accounts: [USER],
    versionOf: ({ restore }) => restore['server_major'] ?? null,
    make: (place) => makeDaemon(place, DAEMON),
    start: startPostgresql,
};
/** Folders that packages and images keep the server's programs in; the newest version counts. */
const FIND_PROGRAMS = `for b in $(ls -d /usr/lib/postgresql/*/bin /usr/local/pgsql/bin /usr/local/bin /usr/pgsql-*/bin /usr/bin 2>/dev/null | sort -rV); do
  [ -x "$b/initdb" ] && [ -x "$b/postgres" ] && break; done
[ -x "$b/initdb" ] || lacks initdb 'PostgreSQL server'`;
/**
 * A drill's data need not survive anything; what a restore waits for otherwise is the disk. While the log of its commit isn't written,
 * nobody who reads a row notes in it that it is committed: the first comparison would write each page once more. To compile
 * statements takes longer than they do.
 */
const postgresql_SETTINGS = `listen_addresses = ''
fsync = off
full_page_writes = off
synchronous_commit = off
wal_writer_delay = 10s
autovacuum = off
wal_level = minimal
max_wal_senders = 0
max_wal_size = 4GB
max_connections = 20
max_locks_per_transaction = 4096
jit = off
maintenance_work_mem = 256MB
logging_collector = off`;
const DAEMON = {
    title: 'PostgreSQL',
    prepare: FIND_PROGRAMS,
    make: `"$b/initdb" -D data -A trust -N -E UTF8 --locale=C -U ${USER} >initdb.log 2>&1 || { cat initdb.log >&2; exit 1; }
{ echo ${(0,quote/* quote */.h)((0,bytestring.fromText)(postgresql_SETTINGS))}; echo "unix_socket_directories = '$PWD'"; } >>data/postgresql.conf`,
    command: '"$b/postgres" -D "$PWD/data"',
    // What it writes there once it takes connections: pg_ctl waits for the same, but looks ten times a second.
    isReady: "grep -q '^ready' data/postmaster.pid",
    facts: `echo "$b"
"$b/psql" -X -A -t -h "$PWD" -U ${USER} -d postgres -c 'SHOW server_version_num' -c 'SELECT DISTINCT name FROM pg_available_extensions'`,
};
/** It listens on a socket alone. */
async function startPostgresql(place) {
    const { host, folder } = place;
    const lines = await startDaemon(place, DAEMON);
    const [toolFolder = '', version = '', ...extensions] = lines;
    const major = Math.floor(Number(version) / 10_000);
    const cluster = { host, major, toolFolder, socketFolder: folder, extensions: new Set(extensions) };
    return {
        version: String(major),
        folder,
        variables: { PGHOST: folder, PGUSER: USER },
        requireFit: (record) => requireFit(cluster, record),
        open: (record, all) => postgresql_placeOf(cluster, record, all),
    };
}
function requireFit({ major, extensions }, record) {
    const dumped = Number(record.restore['server_major'] ?? 0);
    if (major < dumped)
        throw tooOld(postgresqlService, record, { is: String(major), expected: String(dumped) });
    const needed = (record.fingerprint?.facts['extensions'] ?? '').split(', ').filter(Boolean);
    const missing = needed.map((text) => text.split(' ')[0] ?? '').filter((name) => !extensions.has(name));
    if (missing.length === 0)
        return;
    throw new errors/* HoldfastError */.E('host-unsupported', `Cannot restore ${record.name} for the drill: the image lacks the extensions ${(0,bytestring.displayText)(missing.join(', '))}, which ` +
        'the dumped database has. Name an image that has them: postgresql=IMAGE.');
}
/** Roles come first. */
function postgresql_placeOf(cluster, record, all) {
    const isGlobals = record.format === 'globals';
    const hasRoles = isGlobals || all.some(({ format }) => format === 'globals');
    const database = (0,databases/* parsePostgresql */.SL)(urlOf(cluster, record, hasRoles));
    const owners = hasRoles ? '' : ', without owners and privileges: no roles were dumped';
    return {
        order: isGlobals ? 0 : 1,
        database: isGlobals ? null : database,
        restore: async (dump, context) => `${await restoreDump(cluster, dump, database, context)}${owners}`,
    };
}
function urlOf({ socketFolder, toolFolder }, record, hasRoles) {
    const name = record.database === null ? '' : encodeURIComponent(record.database);
    const options = new URLSearchParams({ host: socketFolder, bin: toolFolder });
    if (record.format === 'globals')
        options.set('globals', 'only');
    // Without the roles nothing can be theirs.
    else if (!hasRoles)
        for (const option of ['owner', 'privileges'])
            options.set(option, 'false');
    const query = [...options].map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
    return `postgresql://${USER}@/${name}?${query}`;
}
/**
 * Images seldom have the locales of the servers that are backed up: where the database can't be made as it was, it is made
 * without one. The same data has the same fingerprint in another locale.
 */
async function restoreDump({ host, toolFolder, socketFolder }, dump, database, context) {
    const { record } = dump;
    const terms = { overwrite: false, isDrill: true };
    try {
        await database.restore(host, dump, terms, context);
        return '';
    }
    catch (error) {
        const isMade = error instanceof errors/* HoldfastError */.E && error.code === 'restore-blocked';
        if (!isMade || record.database === null || context.signal.aborted)
            throw error;
        const settings = ['-T', 'template0', '-E', record.restore['encoding'] ?? 'UTF8', '--locale=C'];
        const connection = ['-h', socketFolder, '-U', USER, '-w'];
        const command = [`${toolFolder}/createdb`, ...connection, ...settings, '--', record.database];
        const { signal } = context;
        await (0,hosts_output/* runSuccessfully */.t7)(host, 'make a database for the drill', (0,quote/* quoteAll */._)(command.map(bytestring.fromText)), { signal });
        await database.restore(host, dump, terms, context);
        return `, in the locale C: the image lacks ${record.restore['collate'] ?? 'the database’s'}`;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/databases/tool-output.js
var tool_output = __webpack_require__(36297);
// EXTERNAL MODULE: ./build/databases/redis/client.js
var redis_client = __webpack_require__(3346);
;// CONCATENATED MODULE: ./build/databases/redis/loaded.js







/** Deletes any one key of a database: KEYS of a script are for clusters. */
const DELETE_ANY = "redis.call('SELECT', ARGV[1]); return redis.call('DEL', redis.call('RANDOMKEY'))";
/**
 * A dump that a server has loaded. No fingerprint of what it held is of the dump's own moment, so that two other things are
 * compared: the file that was loaded, byte by byte, with the dump, of which the server checks the checksum as it loads it; and
 * how many keys the server has with how many another program counts in the file. The server was started as a replica, which
 * keeps keys whose time is over.
 */
class LoadedRedis {
    #loaded;
    constructor(loaded) {
        this.#loaded = loaded;
    }
    async compare(host, record, tampering, { signal }) {
        const { file, checkTool, sha256 } = this.#loaded;
        const tampered = tampering === 'nothing' ? null : await this.#deleteKey(host, signal);
        const path = (0,quote/* quote */.h)((0,bytestring.fromText)(file));
        const script = `sha256sum <${path} && exec ${(0,quote/* quote */.h)((0,bytestring.fromText)(checkTool))} ${path}`;
        const { stdout } = await (0,hosts_output/* runSuccessfully */.t7)(host, `check the RDB ${record.name}`, script, { signal });
        const text = stdout.toString('latin1');
        const [, inFile] = /\[info\] (\d+) keys read/.exec(text) ?? [];
        if (inFile === undefined)
            throw unreadable(host, checkTool);
        const keyspace = await this.#keyspace(host, signal);
        const keys = Object.values(keyspace).reduce((sum, count) => sum + count, 0);
        const differences = [];
        if (!text.startsWith(`${sha256()} `))
            differences.push('the file that was loaded: it isn’t the dump');
        if (keys !== Number(inFile))
            differences.push(`table keys: ${keys} keys, expected ${inFile}`);
        return {
            differences,
            remarks: [
                'the file is the dump, byte by byte; of what was loaded the keys were counted',
                ...remarksOn(record, keyspace),
            ],
            tables: Object.keys(keyspace).length,
            rows: Number(inFile),
            onlyCounted: [],
            countedRows: 0,
            tampered,
        };
    }
    /** @param statement A command that changes nothing: `GET name`. What it answers, as redis-cli prints it. */
    async ask(host, _record, statement, { signal }) {
        const { choices } = this.#loaded;
        const client = await (0,redis_client/* findClient */.$r)(host, choices, signal);
        const { script } = (0,redis_client/* clientCall */.w)(choices, client, []);
        const stdin = Buffer.from(`${statement.replaceAll('\n', ' ')}\n`, 'utf8');
        const { exit, stdout, stderr } = await (0,hosts_output/* runToEnd */.cd)(host, script, { stdin, limitBytes: LIMIT_BYTES, signal });
        const answer = (0,bytestring.displayText)(stdout.toString('utf8').trimEnd());
        // The client ends well when the server answers an error.
        if ((0,exit_status/* isSuccess */.o)(exit) && !/^[A-Z]{3,20} /.test(answer))
            return answer;
        const messages = new tool_output/* ToolMessages */.D4().addAll(stderr);
        messages.add((0,bytestring.fromText)(answer));
        throw new errors/* HoldfastError */.E('command-failed', `Cannot ask Redis on "${host.name}"${messages.shown}, expected an answer. Correct the command: it must only read.`);
    }
    async #keyspace(host, signal) {
        const { choices } = this.#loaded;
        const client = await (0,redis_client/* findClient */.$r)(host, choices, signal);
        const { keyspace } = (0,redis_client/* parseInfo */.YL)(await (0,redis_client/* askServer */.Pj)(host, choices, { client, command: ['INFO'], signal }));
        return Object.fromEntries(Object.entries(keyspace).map(([name, { keys }]) => [name, keys]));
    }
    async #deleteKey(host, signal) {
        const { choices } = this.#loaded;
        const [name] = Object.keys(await this.#keyspace(host, signal));
        if (name === undefined) {
            throw new errors/* HoldfastError */.E('command-failed', `Cannot tamper with Redis on "${host.name}": it holds no key, expected one. A drill of nothing proves nothing.`);
        }
        const client = await (0,redis_client/* findClient */.$r)(host, choices, signal);
        const ask = (...command) => (0,redis_client/* askServer */.Pj)(host, choices, { client, command, signal });
        await ask('CONFIG', 'SET', 'replica-read-only', 'no');
        await ask('EVAL', DELETE_ANY, '0', name.slice('db'.length));
        return 'keys';
    }
}
const LIMIT_BYTES = 1024 * 1024;
/** What the server told just before the dump is of another moment: keys may have come and gone. */
function remarksOn({ fingerprint }, keyspace) {
    return Object.entries(fingerprint?.tables ?? {}).flatMap(([name, { rows }]) => rows === (keyspace[name] ?? 0)
        ? []
        : [`${(0,bytestring.displayText)(name)} had ${rows} keys just before it was dumped, and has ${keyspace[name] ?? 0}`]);
}
function unreadable(host, tool) {
    return new errors/* HoldfastError */.E('host-unsupported', `Cannot count the keys of an RDB on "${host.name}": ${JSON.stringify(tool)} doesn't tell how many it read, expected "… keys ` +
        'read". Use an image with the server’s own tool.');
}

;// CONCATENATED MODULE: ./build/drills/services/redis.js






const redisService = {
    role: 'redis',
    title: 'Redis',
    engine: 'redis',
    accounts: ['redis', 'valkey'],
    versionOf: ({ restore }) => /(\d{1,9}\.\d{1,9})/.exec(restore['server_version'] ?? '')?.[1] ?? null,
    start: startRedis,
};
const redis_PREPARE = `server=$(find_program redis-server valkey-server) || lacks redis-server 'Redis or Valkey server'
client=$(find_program redis-cli valkey-cli) || lacks redis-cli 'client of Redis or Valkey'
check=$(find_program redis-check-rdb valkey-check-rdb) || lacks redis-check-rdb 'redis-check-rdb'`;
/**
 * A replica of nobody: it keeps keys whose time is over, so that as many are there as were dumped, and lets nobody write. It
 * never saves: the file that it loaded stays what it is.
 */
const redis_OPTIONS = `--port 0 --save '' --appendonly no --replicaof 127.0.0.1 1 --dir "$PWD"`;
/** A dump is loaded when a server starts: until then it is looked at that there is one. */
async function startRedis(place) {
    const { folder } = place;
    const [text = '', tools = '', checkTool = ''] = await startDaemon(place, {
        title: 'Redis',
        prepare: redis_PREPARE,
        command: null,
        isReady: 'true',
        facts: `"$server" --version\ndirname "$client"\necho "$check"`,
    });
    const [, version = ''] = /v=(\d+\.\d+)/.exec(text) ?? [];
    return {
        version,
        folder,
        variables: { REDIS_SOCKET: `${folder}/s` },
        requireFit: (record) => {
            const dumped = redisService.versionOf(record) ?? '';
            if ((0,databases_versions/* isOlder */.t)(version, dumped))
                throw tooOld(redisService, record, { is: version, expected: dumped });
        },
        open: (record) => record.format === 'acl' ? aclPlace(place) : rdbPlace(place, record, { toolFolder: tools, checkTool }),
    };
}
function rdbPlace(place, { name }, { toolFolder, checkTool }) {
    const file = `${place.folder}/dump.rdb`;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let sha256 = '';
    const choices = {
        ...NO_CHOICES,
        socket: `${place.folder}/s`,
        toolFolder,
        name,
        file,
    };
    return {
        order: 0,
        database: new LoadedRedis({ choices, file, checkTool, sha256: () => sha256 }),
        restore: async (dump, context) => {
            const hashed = { ...dump, content: () => through(dump.content(), hash.update.bind(hash)) };
            await (0,databases/* parseRedis */.JF)(file).restore(place.host, hashed, { overwrite: false }, context);
            sha256 = hash.digest('hex');
            await startDaemon(place, {
                title: 'Redis',
                prepare: redis_PREPARE,
                command: `"$server" ${redis_OPTIONS} --dbfilename dump.rdb --unixsocket "$PWD/s"`,
                isReady: `[ "$("$client" -s "$PWD/s" INFO persistence | grep -c '^loading:0')" = 1 ]`,
                facts: 'true',
            });
            return '';
        },
    };
}
/** The server must take the accounts; they would keep us out of the one that has the data. */
function aclPlace(place) {
    const file = `${place.folder}/users.acl`;
    return {
        order: 1,
        database: null,
        restore: async (dump, context) => {
            await (0,databases/* parseRedis */.JF)(file).restore(place.host, dump, { overwrite: false }, context);
            await startDaemon(place, {
                title: 'Redis with the dumped accounts',
                prepare: redis_PREPARE,
                command: `"$server" ${redis_OPTIONS} --dbfilename none.rdb --aclfile "$PWD/users.acl" --unixsocket "$PWD/a"`,
                isReady: '[ -S a ]',
                facts: 'kill $pid',
            });
            return '';
        },
    };
}
const NO_CHOICES = {
    host: null,
    port: null,
    user: null,
    password: null,
    tls: false,
    tlsCa: null,
    runAs: null,
    users: false,
};
async function* through(stream, look) {
    for await (const chunk of stream) {
        look(chunk);
        yield chunk;
    }
}

;// CONCATENATED MODULE: ./build/drills/services/services.js





/** Every engine that a drill can start a server of. One more is one more line here, and a role in IMAGE_ROLES. */
const SERVICES = [
    postgresqlService,
    mariadbService,
    mysqlService,
    redisService,
    doltService,
    opensearchService,
];
/** Null: no server is started for it. @param engine As dump records name it. */
function serviceOf(engine) {
    return SERVICES.find((service) => service.engine === engine) ?? null;
}

// EXTERNAL MODULE: ./build/drills/sweep.js
var sweep = __webpack_require__(90343);
// EXTERNAL MODULE: ./build/drills/teardown-text.js
var teardown_text = __webpack_require__(78791);
// EXTERNAL MODULE: ./build/drills/time-text.js
var time_text = __webpack_require__(57488);
// EXTERNAL MODULE: ./build/hosts/container-engine.js
var container_engine = __webpack_require__(76422);
// EXTERNAL MODULE: ./build/hosts/local.js
var local = __webpack_require__(60051);
// EXTERNAL MODULE: ./build/hosts/output-tail.js
var output_tail = __webpack_require__(59958);
;// CONCATENATED MODULE: ./build/operations/drill/ask-address.js


/** Exit status where there is nothing to ask with. */
const NO_CLIENT = 77;
/** Shell: `ask` prints what an address of the container's own, or a Unix socket in it, answers; it fails without success. */
function askScript({ url, socket }) {
    const at = socket === null ? '' : ` --unix-socket ${(0,quote/* quote */.h)((0,bytestring.fromText)(socket))}`;
    const wget = socket === null ? `elif command -v wget >/dev/null; then ask() { wget -q -t 1 -T 10 -O - "$u"; }\n` : '';
    return `u=${(0,quote/* quote */.h)((0,bytestring.fromText)(url))}
if command -v curl >/dev/null; then ask() { curl -q -sS -f --max-time 10${at} -- "$u"; }
${wget}else exit ${NO_CLIENT}; fi`;
}

;// CONCATENATED MODULE: ./build/operations/drill/application.js








/** Of its output, in memory as all of the container's /tmp is. */
const FOLDER = '/tmp/holdfast';
/**
 * Starts the application that the user names, beside what was restored, which it sees and can't write; its databases it can: so
 * all that is compared has been compared before. @returns null: it isn't ready, as a check says, or nobody has asked for it.
 */
async function startApplication(run, drillPlace, { files, dumps }) {
    const wish = run.options.application;
    if (wish === null)
        return null;
    const limitMs = wish.initMs ?? run.options.limits.initMs;
    let running = null;
    const title = {
        kind: 'environment',
        name: 'application',
        expected: `it is ready within ${limitMs / 1000} s`,
    };
    await run.check(title, async () => {
        const container = await drillPlace.startApplication(wish);
        const root = await container.connect(null, run.signal);
        await copyFiles(root, wish.mounts, files, run.signal);
        const host = wish.user === null ? root : await container.connect(wish.user, run.signal);
        await (0,hosts_output/* runSuccessfully */.t7)(host, 'make a folder for the application', `mkdir -p ${FOLDER}`, {
            signal: run.signal,
        });
        const startedMs = performance.now();
        const place = { host, folder: FOLDER, limitMs, spentMs: 0, signal: run.signal };
        const [pid] = await startDaemon(place, application_daemonOf(wish, dumps)).catch((cause) => withItsWords(host, cause, run.signal));
        running = { host, pid: Number(pid) };
        return { passed: true, found: `it is ready after ${Math.round(performance.now() - startedMs)} ms` };
    });
    return running;
}
/**
 * Notes whether it still runs when all else is done: one that is taken for ready by its first breath, and ends, wouldn't serve
 * anybody.
 */
async function checkItStays(run, application) {
    if (application === null)
        return;
    const { host, pid } = application;
    const title = {
        kind: 'environment',
        name: 'application stays up',
        expected: 'it runs until the end',
    };
    await run.check(title, async () => {
        // The process 1 may not have taken leave of one that has ended: that has no words.
        const look = `read -r words </proc/${pid}/cmdline; [ -n "$words" ]`;
        const { exit } = await (0,hosts_output/* runToEnd */.cd)(host, look, { signal: run.signal });
        if ((0,exit_status/* isSuccess */.o)(exit))
            return { passed: true, found: 'it runs' };
        return { passed: false, found: `it has ended${await lastWords(host, run.signal)}` };
    });
}
/** @throws `cause`, with the end of what the application has said. */
async function withItsWords(host, cause, signal) {
    if (!(cause instanceof errors/* HoldfastError */.E) || signal.aborted)
        throw cause;
    throw new errors/* HoldfastError */.E(cause.code, `${cause.message}${await lastWords(host, signal)}`, { cause });
}
async function lastWords(host, signal) {
    const { stdout } = await (0,hosts_output/* runToEnd */.cd)(host, `tail -n 5 ${FOLDER}/log`, { signal });
    return `; what it printed last${(0,output_tail/* displayTail */.D)(stdout) || ': nothing'}`;
}
function application_daemonOf({ command, ready }, dumps) {
    const inShell = (script) => `sh -c ${(0,quote/* quote */.h)((0,bytestring.fromText)(script))}`;
    return {
        title: 'the application',
        prepare: variablesOf(dumps),
        command: inShell(command),
        isReady: inShell(readyScript(ready)),
        facts: 'echo $pid',
    };
}
/** By which commands find the databases. */
function variablesOf(dumps) {
    const variables = Object.entries(Object.assign({}, ...dumps.map((dump) => dump.variables)));
    return variables
        .map(([name, value]) => `${name}=${(0,quote/* quote */.h)((0,bytestring.fromText)(String(value)))}; export ${name}\n`)
        .join('');
}
function readyScript(ready) {
    return ready.kind === 'command' ? ready.command : `${askScript(ready)}\nask`;
}
/**
 * Copies, so that what it writes changes nothing of what was restored; nothing of the image's stays between. A link on the way leads
 * nowhere but inside its container, where there is nothing but this.
 */
async function copyFiles(root, mounts, files, signal) {
    for (const { from, to } of mounts) {
        const what = `give the application its copy of ${JSON.stringify(from)}`;
        if (files === null) {
            throw new errors/* HoldfastError */.E('host-unsupported', `Cannot ${what}: no files were restored, expected those of the snapshot. See why in the checks before this one.`);
        }
        const target = (0,quote/* quote */.h)((0,bytestring.fromText)(to));
        const clear = `find ${target} -xdev -mindepth 1 -delete`;
        const copy = `cp -a -- ${(0,quote/* quote */.h)((0,bytestring.fromText)(`${files.folder}${from}`))}/. ${target}/`;
        await (0,hosts_output/* runSuccessfully */.t7)(root, what, `${clear} && ${copy}`, { signal });
    }
}

// EXTERNAL MODULE: ./build/apps/applications.js + 72 modules
var applications = __webpack_require__(97921);
;// CONCATENATED MODULE: ./build/operations/drill/application-checks.js


/** Whose checks are commands, which stand in the snapshot: whoever can write to the repository may have written them. */
const OF_COMMANDS = 'generic';
/**
 * What the application's profile can prove of the restored files, with nothing of it running. A tool that isn't there makes a
 * check that could not run, unless it was left out by its name: `looker/hsqldb-opens`. What needs the application running is
 * left out by its nature, and so are commands out of the snapshot where neither a container keeps them in nor anybody has said
 * that the snapshot is trusted.
 * @returns what was left out, for the evidence, ready to show.
 */
async function runApplicationChecks(run, record, { files, isContained }) {
    if (record === null)
        return [];
    const title = { kind: 'application', name: record.profile, expected: 'its profile is known' };
    let checks = [];
    const isKnown = await run.check(title, async () => {
        checks = (0,applications/* checksOf */.tg)(record);
        return {
            passed: true,
            found: `${checks.filter(({ needs }) => needs === 'files').length} checks of files`,
        };
    });
    if (!isKnown)
        return [];
    const leftOut = [];
    const mayRun = record.profile !== OF_COMMANDS || isContained || run.options.trustSnapshot === true;
    for (const check of checks) {
        const name = `${record.profile}/${check.name}`;
        if (run.options.leaveOut.includes(name))
            continue;
        if (check.needs === 'software')
            leftOut.push(`${name}: it needs the application running`);
        else if (!mayRun)
            leftOut.push(`${name}: a command out of the snapshot runs in a container alone`);
        else
            await runOne(run, check, { name, files });
    }
    return leftOut;
}
async function runOne(run, check, { name, files }) {
    const title = { kind: 'application', name, expected: check.title };
    if (files === null) {
        run.couldNotRun(title, 'no files were restored');
        return;
    }
    const place = { host: files.host, root: (0,bytestring.fromText)(files.folder), signal: run.signal };
    let impossible = null;
    const look = async () => {
        const result = await check.run(place);
        if (result.state === 'impossible')
            impossible = result.detail;
        const found = result.state === 'passed' ? `${result.proved} seen to be so` : result.detail;
        return { passed: result.state === 'passed', found };
    };
    const result = await look().catch((error) => ({ error }));
    if (impossible !== null)
        run.couldNotRun(title, impossible);
    else
        await run.check(title, async () => {
            if ('error' in result)
                throw result.error;
            return result;
        });
}

// EXTERNAL MODULE: ./build/buckets/object-path.js
var object_path = __webpack_require__(15229);
// EXTERNAL MODULE: ./build/repository/find-node.js
var find_node = __webpack_require__(2111);
// EXTERNAL MODULE: ./build/repository/tags.js
var tags = __webpack_require__(47508);
// EXTERNAL MODULE: ./build/operations/backup/object-content.js
var object_content = __webpack_require__(48743);
// EXTERNAL MODULE: ./build/operations/backup/own-tree.js
var own_tree = __webpack_require__(68071);
// EXTERNAL MODULE: ./build/operations/restore.js + 29 modules
var restore = __webpack_require__(99867);
// EXTERNAL MODULE: ./build/operations/walk-tree.js
var walk_tree = __webpack_require__(82187);
;// CONCATENATED MODULE: ./build/drills/choice.js

/** How `drawn` draws: it stands in the evidence. */
const DRAW_ALGORITHM = 'sort the candidates’ IDs; of SHA-256(seed + "\\n" + IDs joined by "\\n") the first 8 bytes, big-endian, modulo their number';
/**
 * The candidate that a seed draws: see DRAW_ALGORITHM. The IDs are hashed, too, so that nobody can look for a seed before
 * the snapshots are there, nor add a snapshot that is sure to be drawn. Their order doesn't count.
 * @param ids At least one.
 */
function drawn(seed, ids) {
    const sorted = ids.toSorted();
    const digest = (0,external_node_crypto_.createHash)('sha256')
        .update([seed, ...sorted].join('\n'))
        .digest();
    return sorted[Number(digest.readBigUInt64BE() % BigInt(sorted.length))];
}

// EXTERNAL MODULE: ./build/files/paths.js
var paths = __webpack_require__(33684);
// EXTERNAL MODULE: ./build/operations/restore/host-facts.js + 1 modules
var host_facts = __webpack_require__(72985);
// EXTERNAL MODULE: ./build/operations/restore/list-folder.js
var list_folder = __webpack_require__(46265);
// EXTERNAL MODULE: ./build/operations/restore/owners.js
var owners = __webpack_require__(76440);
// EXTERNAL MODULE: ./build/operations/restore/source.js + 5 modules
var restore_source = __webpack_require__(25678);
// EXTERNAL MODULE: ./build/operations/restore/staged-nodes.js
var staged_nodes = __webpack_require__(32590);
// EXTERNAL MODULE: ./build/operations/restore/verify.js + 1 modules
var verify = __webpack_require__(69859);
// EXTERNAL MODULE: ./build/operations/restore/verify-contents.js
var verify_contents = __webpack_require__(98800);
;// CONCATENATED MODULE: ./build/operations/drill/restored-files.js












/** The times that every filesystem for Linux keeps: ext4's, with 128 bytes an inode. Others may come back otherwise. */
const KEPT_TIMES_NS = { from: -(2n ** 31n) * 10n ** 9n, to: 2n ** 31n * 10n ** 9n };
/** How many files a drill looks at for one to tamper with. */
const MAX_CANDIDATES = 1000;
/** What was restored below a folder of a host, and what the snapshot says of it. */
class RestoredFiles {
    host;
    folder;
    /** Whether owners can be compared: only root could give files to them. */
    hasOwners;
    totals;
    #repository;
    #source;
    #facts;
    #signal;
    constructor(host, repository, parts) {
        this.host = host;
        this.folder = parts.folder;
        this.hasOwners = parts.facts.uid === 0;
        this.totals = parts.totals;
        this.#repository = repository;
        this.#source = parts.source;
        this.#facts = parts.facts;
        this.#signal = parts.signal;
    }
    /**
     * @param options.part The folder of the snapshot that was restored; default: all of it.
     * @param options.includeOwn Whether what Holdfast has added to the snapshot was restored, too.
     */
    static async open(host, repository, options, signal) {
        const none = { includes: [], excludes: [], iincludes: [], iexcludes: [] };
        const { snapshot, folder, part = null, includeOwn } = options;
        const chosen = { ...none, snapshot, includeOwn, folder: part, target: folder };
        const { root, totals } = await (0,restore_source/* restoreSource */.M)(repository, chosen, signal);
        const facts = await (0,host_facts/* readHostFacts */.a)(host, signal);
        const source = await below(root, folder);
        return new RestoredFiles(host, repository, { folder, source, totals, facts, signal });
    }
    /**
     * Compares all that is below the folder with the snapshot: names, kinds, modes, owners, times and symlinks of all, and the
     * SHA-256 of what the files hold, as a restore verifies them.
     * @param only Hashes this file alone.
     */
    async compare(only = null) {
        const counts = { files: 0, bytes: 0 };
        const source = only === null ? this.#source : await this.#narrowed(only.path);
        const differences = [];
        const metadata = await mismatchOf(() => this.#compareMetadata());
        if (metadata !== null)
            differences.push(metadata);
        // What is missing can't be read: that is told already.
        const contents = await mismatchOf(() => this.#compareContents(source, counts)).catch((error) => {
            if (metadata === null || this.#signal.aborted)
                throw error;
            return null;
        });
        if (contents !== null)
            differences.push(contents);
        return { differences, ...counts };
    }
    /** Files that hold something, by the tree's order: some of them. */
    async candidates() {
        const found = [];
        const folders = [this.#source];
        for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
            for (const { node, folder: sub } of await folder.children()) {
                if (sub !== null)
                    folders.push(sub);
                else if (node.type === 'file' && node.sizeBytes > 0n)
                    found.push({ path: (0,paths/* joinPath */.uJ)(folder.path, node.name), node });
                if (found.length === MAX_CANDIDATES)
                    return found;
            }
        }
        return found;
    }
    async #compareMetadata() {
        const { reader, unpacker, uid } = this.#facts;
        const doubts = await (0,verify/* verifyMetadata */.b)({
            path: this.folder,
            folder: this.#source,
            owners: new owners/* Owners */.d(uid === 0, null),
            nodes: new staged_nodes/* StagedNodes */.W(0, unpacker),
            isTime: unpacker.isTime,
            listing: (0,list_folder/* listFolder */.b)(this.host, this.folder, { reader, signal: this.#signal }),
        });
        const wrong = doubts.find(({ savedNs }) => savedNs > KEPT_TIMES_NS.from && savedNs < KEPT_TIMES_NS.to);
        if (wrong === undefined)
            return;
        throw new errors/* HoldfastError */.E('restore-mismatch', `"${(0,bytestring.display)(wrong.path)}": its mtime is ${wrong.mtimeNs}, expected ${wrong.savedNs}`);
    }
    async #compareContents(source, counts) {
        const stat = `stat -c %d:%i -- ${(0,quote/* quote */.h)(this.folder)}`;
        const { stdout } = await (0,hosts_output/* runSuccessfully */.t7)(this.host, 'find the restored files', stat, {
            signal: this.#signal,
        });
        const identity = stdout.toString('latin1').trim();
        const workspace = { host: this.host, path: this.folder, identity };
        await (0,verify_contents/* verifyContents */.W)(workspace, { path: HERE, children: () => source.children() }, {
            repository: this.#repository,
            hashTools: this.#facts.hashTools,
            hashes: new Map(),
            onVerified: (files, bytes) => {
                counts.files += files;
                counts.bytes += bytes;
            },
            signal: this.#signal,
        });
    }
    /** The folder with nothing in it but the way to `path`, and that. */
    async #narrowed(path) {
        const narrow = (folder) => ({
            path: folder.path,
            children: async () => (await folder.children())
                .filter(({ node }) => {
                const here = (0,paths/* joinPath */.uJ)(folder.path, node.name);
                return path === here || path.startsWith(`${here}/`);
            })
                .map((child) => ({ ...child, folder: child.folder === null ? null : narrow(child.folder) })),
        });
        return narrow(this.#source);
    }
}
const HERE = '.';
async function below(root, path) {
    let folder = root;
    for (const name of path.split('/').filter(Boolean)) {
        const child = (await folder.children()).find(({ node }) => node.name === name)?.folder;
        if (child == null)
            throw new errors/* HoldfastError */.E('internal', `The restore has no folder "${(0,bytestring.display)(path)}".`);
        folder = child;
    }
    return folder;
}
/** Null: no mismatch. */
async function mismatchOf(compare) {
    try {
        await compare();
        return null;
    }
    catch (error) {
        if (!(error instanceof errors/* HoldfastError */.E) || error.code !== 'restore-mismatch')
            throw error;
        const [, told = error.message] = /it isn't what was saved\. (.*?)\.? Nothing was swapped in/s.exec(error.message) ?? [];
        return told;
    }
}

;// CONCATENATED MODULE: ./build/operations/drill/tamper-file.js



/**
 * Flips the lowest bit of a file's byte at `offset`, by tools that every image with a shell has. Size, mode and mtime stay
 * as they were: only what the file holds can tell. Doing it twice undoes it.
 * @param reference A file that may be made, to keep the time in: on the same kind of filesystem.
 */
async function flipByte(host, { path, offset, reference }, signal) {
    const script = `set -e
f=${(0,quote/* quote */.h)(path)}; r=${(0,quote/* quote */.h)((0,bytestring.fromText)(reference))}
touch -r "$f" "$r"
m=$(stat -c %a -- "$f")
chmod u+rw -- "$f"
b=$(dd if="$f" bs=1 skip=${offset} count=1 2>/dev/null | od -An -tu1)
printf "\\\\$(printf %03o $((b ^ 1)))" | dd of="$f" bs=1 seek=${offset} conv=notrunc 2>/dev/null
chmod "$m" -- "$f"
touch -r "$r" -- "$f"
rm -f -- "$r"`;
    await (0,hosts_output/* runSuccessfully */.t7)(host, 'tamper with a restored file', script, { signal });
}

;// CONCATENATED MODULE: ./build/operations/drill/files.js









const FILES_CHECK = 'restored files';
/** Whether the snapshot has anything beside what Holdfast has added. */
async function hasFiles({ repository, snapshot, signal }) {
    const { nodes } = await repository.loadTree(snapshot.snapshot.tree, signal);
    return nodes.some(({ name }) => name !== own_tree/* OWN_FOLDER */.w5);
}
/** @returns where they are; null: they could not be restored, as a check says. */
async function restoreFiles(run, place) {
    let restored = null;
    await run.check({ kind: 'restore', name: 'restore of files', expected: 'every file is restored' }, async () => {
        const to = await place.forFiles();
        if (to.ids !== null)
            await requireFitting(run, to.ids);
        const { files, bytes } = await (0,restore/* restore */.P)(to.host, run.repository, {
            ...WHOLE,
            snapshot: run.snapshot,
            target: (0,bytestring.fromText)(to.folder),
            retryLockMs: run.options.retryLockMs,
        }, run.reporter, run.signal);
        restored = to;
        return {
            passed: true,
            found: `${(0,amounts.formatCounted)(files, 'file')}, ${(0,amounts.formatCounted)(bytes, 'byte')}, to a ${place.evidence.files_in}`,
        };
    });
    return restored;
}
/**
 * That the container can have what the snapshot holds is told before a byte is restored.
 * @throws HoldfastError host-unsupported naming the first that it can't have.
 */
async function requireFitting({ repository, snapshot, signal }, ids) {
    const enter = ({ path }) => path !== `/${own_tree/* OWN_FOLDER */.w5}`;
    for await (const { path, node } of (0,walk_tree/* walkTree */.I)(repository, snapshot.snapshot.tree, { enter, signal })) {
        const isDevice = node.type === 'dev' || node.type === 'chardev';
        if (ids.has(node) && !isDevice)
            continue;
        const what = isDevice ? 'is a device' : `belongs to ${node.uid}:${node.gid}`;
        throw new errors/* HoldfastError */.E('host-unsupported', `Cannot restore the files for the drill: "${(0,bytestring.display)(path)}" ${what}, expected users ${ids.users} and no devices, which is all ` +
            'that this engine’s containers can have (userns-remap, or an engine without root). Name an engine that has all users, by ' +
            'DOCKER_HOST or a context.');
    }
}
/** The drill has a lock of its own. */
const WHOLE = {
    folder: null,
    includes: [],
    excludes: [],
    iincludes: [],
    iexcludes: [],
    overwrite: 'always',
    delete: false,
    owners: 'numeric',
    includeOwn: false,
    verify: true,
    dryRun: false,
    noLock: true,
};
/** Compares what was restored with the snapshot. @returns what a negative control is made with; null: it has failed. */
async function proveFiles(run, at) {
    let files = null;
    const passed = await run.check({
        kind: 'files',
        name: FILES_CHECK,
        expected: 'names, kinds, modes, owners, times and contents are the snapshot’s',
    }, async () => {
        const options = { snapshot: run.snapshot, folder: (0,bytestring.fromText)(at.folder), includeOwn: false };
        const opened = await RestoredFiles.open(at.host, run.repository, options, run.signal);
        files = opened;
        const { differences, files: hashed, bytes } = await opened.compare();
        const counts = `${(0,amounts.formatCounted)(hashed, 'file')} with ${(0,amounts.formatCounted)(bytes, 'byte')} hashed`;
        const owners = opened.hasOwners ? '' : '; owners weren’t restored nor compared: not root';
        return differences.length === 0
            ? { passed: true, found: `all the same: ${counts}${owners}`, provesData: bytes > 0 }
            : { passed: false, found: differences.join('; ') };
    });
    return passed ? files : null;
}
/** Flips one byte of a restored file: the same comparison must tell that file, and must be content again afterwards. */
async function controlFiles(run, { scratch }, files, { name, controls } = { name: 'one byte flipped in a restored file', controls: FILES_CHECK }) {
    const candidates = await files.candidates();
    if (candidates.length === 0)
        return; // nothing was proved either
    await run.check({
        kind: 'negative-control',
        name,
        expected: `${controls} fails by its content, and by nothing else`,
        controls,
    }, async () => {
        const byPath = new Map(candidates.map((one) => [(0,bytestring.display)(one.path), one]));
        const file = byPath.get(drawn(run.options.drillId, [...byPath.keys()])) ?? candidates[0];
        if (file === undefined)
            return { passed: false, found: 'there is no file' };
        const offset = Number(file.node.sizeBytes / 2n);
        const tamper = () => flipByte(files.host, { path: file.path, offset, reference: `${scratch}/time` }, run.signal);
        await tamper();
        const { differences } = await files.compare(file);
        await tamper();
        const after = await files.compare(file);
        const shown = `byte ${offset} of "${(0,bytestring.display)(relative(files, file.path))}"`;
        if (differences.length === 0)
            return { passed: false, found: `${shown} was flipped, and nothing was noticed` };
        if (after.differences.length > 0)
            return { passed: false, found: `flipped back, it still differs: ${after.differences.join('; ')}` };
        const isThat = differences.length === 1 && differences[0]?.includes('its content differs');
        return { passed: isThat === true, found: `${shown} was flipped: ${differences.join('; ')}` };
    });
}
function relative({ folder }, path) {
    return path.slice(folder.length);
}

;// CONCATENATED MODULE: ./build/operations/drill/buckets.js












function checkName({ name }) {
    return `bucket ${name}`;
}
/** Where a bucket's folder stands in the snapshot that is drilled. */
function pathIn({ snapshot }, { name }) {
    return `${(0,own_tree/* bucketsPath */.$c)((0,tags/* targetOf */.$r)(snapshot.snapshot) ?? '')}/${(0,bytestring.fromText)(name)}`;
}
/**
 * Restores each bucket into a folder of its own: nothing of a drill reaches a storage. @returns those that are there now.
 * @param place Null: there is none.
 */
async function restoreBuckets(run, place, records) {
    const restored = [];
    for (const record of records) {
        const title = {
            kind: 'restore',
            name: `restore of the bucket ${record.name}`,
            expected: 'every object is restored, each as a file',
        };
        if (place === null) {
            run.couldNotRun(title, 'there is no place to restore it to');
            continue;
        }
        await run.check(title, async () => {
            const path = pathIn(run, record);
            const { host, scratch } = await place.forFiles();
            const folder = `${scratch}/buckets/${record.name}`;
            if (record.objects === 0) {
                await requireAll(run, record);
                return { passed: true, found: 'it held no object' };
            }
            const { files, bytes } = await (0,restore/* restore */.P)(host, run.repository, {
                ...WHOLE,
                snapshot: run.snapshot,
                folder: path,
                target: (0,bytestring.fromText)(folder),
                retryLockMs: run.options.retryLockMs,
            }, run.reporter, run.signal);
            restored.push({ record, path, host, folder, scratch });
            return {
                passed: true,
                found: `${(0,amounts.formatCounted)(files, 'object')}, ${(0,amounts.formatCounted)(bytes, 'byte')}, to a ${place.evidence.files_in}`,
            };
        });
    }
    return restored;
}
/**
 * Compares each with the snapshot, object by object, and what the snapshot holds with what the manifest says was saved.
 * @returns what negative controls are made with.
 */
async function proveBuckets(run, buckets) {
    const proved = [];
    for (const bucket of buckets) {
        const { record, host, folder, path } = bucket;
        const title = {
            kind: 'bucket',
            name: checkName(record),
            expected: `${(0,amounts.formatCounted)(record.objects, 'object')} with ${(0,amounts.formatCounted)(record.size_bytes, 'byte')}, each as it was saved, with what it was kept with`,
        };
        await run.check(title, async () => {
            await requireAll(run, record);
            const { snapshot, repository, signal } = run;
            const options = { snapshot, folder: (0,bytestring.fromText)(folder), part: path, includeOwn: false };
            const files = await RestoredFiles.open(host, repository, options, signal);
            const { differences, files: hashed, bytes } = await files.compare();
            if (differences.length > 0)
                return { passed: false, found: differences.join('; ') };
            proved.push({ bucket, files });
            const found = `all the same: ${(0,amounts.formatCounted)(hashed, 'object')} with ${(0,amounts.formatCounted)(bytes, 'byte')} hashed`;
            return { passed: true, found, provesData: bytes > 0 };
        });
    }
    return proved;
}
/** @throws HoldfastError restore-mismatch; repository-damaged for a name, or what is kept beside an object, that is none of ours. */
async function requireAll(run, record) {
    const { repository, snapshot, signal } = run;
    const tree = (await (0,find_node/* findNode */.c)(repository, snapshot.snapshot.tree, pathIn(run, record), signal))?.subtree ?? null;
    let [objects, bytes] = [0, 0n];
    if (tree !== null) {
        for await (const { path: at, node } of (0,walk_tree/* walkTree */.I)(repository, tree, { signal })) {
            if (node.type === 'dir')
                continue;
            (0,object_content/* headersIn */.WD)(node.extendedAttributes, JSON.stringify((0,bytestring.display)((0,bytestring.fromText)((0,object_path/* keyOfPath */.yt)(at)))));
            objects++;
            bytes += node.sizeBytes;
        }
    }
    if (objects === record.objects && bytes === BigInt(record.size_bytes))
        return;
    throw new errors/* HoldfastError */.E('restore-mismatch', `Cannot count the bucket ${record.name} as restored: the snapshot holds ${objects} objects of it with ${bytes} bytes, ` +
        `expected ${record.objects} with ${record.size_bytes}.`);
}
/** Flips a byte of an object of each: the same comparison must tell it. */
async function controlBuckets(run, proved) {
    for (const { bucket, files } of proved)
        await controlFiles(run, bucket, files, {
            name: `one byte flipped in an object of ${bucket.record.name}`,
            controls: checkName(bucket.record),
        });
}

// EXTERNAL MODULE: ./build/repository/find-snapshot.js
var find_snapshot = __webpack_require__(75207);
;// CONCATENATED MODULE: ./build/operations/drill/choose.js




/**
 * The snapshot that the drill is of. An incomplete one is drilled only if it is named.
 * @throws HoldfastError snapshot-missing, bad-input, repository-damaged.
 */
async function chooseSnapshot(repository, choice, filter, { nowMs, signal }) {
    const chosen = await choose(repository, choice, filter, { nowMs, signal });
    return { ...chosen, newest: await newestBeside(repository, chosen.snapshot, signal) };
}
/** The newest of the same application on the same host: that of another one says nothing of this one's age. */
async function newestBeside(repository, { snapshot }, signal) {
    const target = (0,tags/* targetOf */.$r)(snapshot);
    const same = { hosts: [snapshot.hostname], target, ...(target === null ? { paths: snapshot.paths } : {}) };
    // One that can't be read may be newer: then the age that is told is too great, never too small.
    const found = await (0,find_snapshot.findSnapshots)(repository, same, { signal, onUnreadable: () => { } });
    return found.findLast((one) => !(0,tags/* isIncomplete */.Ne)(one.snapshot)) ?? null;
}
async function choose(repository, choice, filter, { nowMs, signal }) {
    const plain = { algorithm: null, seed: null, within_ms: null, candidates: null };
    if (choice.how !== 'random') {
        const spec = choice.how === 'id' ? choice.spec : 'latest';
        const snapshot = await (0,find_snapshot.resolveSnapshot)(repository, spec, filter, signal);
        return { snapshot, evidence: { how: choice.how, ...plain } };
    }
    const { withinMs, seed } = choice;
    const sinceNs = BigInt(nowMs - withinMs) * 1000000n;
    const found = (await (0,find_snapshot.findSnapshots)(repository, filter, { signal })).filter(({ snapshot }) => !(0,tags/* isIncomplete */.Ne)(snapshot) && snapshot.timeNs >= sinceNs);
    const candidates = found.map(({ id }) => id).sort();
    if (candidates.length === 0) {
        throw new errors/* HoldfastError */.E('snapshot-missing', `Cannot choose a snapshot at random: none that is complete was taken since ${new Date(nowMs - withinMs).toISOString()}, ` +
            'expected one at least. Widen the window.');
    }
    const id = drawn(seed, candidates);
    return {
        snapshot: found.find((one) => one.id === id),
        evidence: { how: 'random', algorithm: DRAW_ALGORITHM, seed, within_ms: withinMs, candidates },
    };
}

// EXTERNAL MODULE: ./build/databases/fingerprint.js
var fingerprint = __webpack_require__(26861);
;// CONCATENATED MODULE: ./build/drills/compared-text.js


const MAX_NAMED = 5;
/** What a comparison without a difference has looked at: values are the same only where there were checksums of them. */
function comparedText({ tables, rows, onlyCounted, countedRows, }) {
    if (onlyCounted.length === 0)
        return `all the same: ${(0,amounts.formatCounted)(tables, 'table')}, ${(0,amounts.formatCounted)(rows, 'row')}`;
    const names = onlyCounted.slice(0, MAX_NAMED).map(bytestring.displayText).join(', ');
    const more = onlyCounted.length > MAX_NAMED ? ` and ${onlyCounted.length - MAX_NAMED} more` : '';
    const only = `only counted, not compared: ${(0,amounts.formatCounted)(countedRows, 'row')} of ${names}${more}, as many as were dumped`;
    if (countedRows === rows)
        return `${only}; of no row is the value known`;
    return `the same: ${(0,amounts.formatCounted)(rows - countedRows, 'row')} of ${(0,amounts.formatCounted)(tables - onlyCounted.length, 'table')}; ${only}`;
}

// EXTERNAL MODULE: ./build/operations/dump-content.js
var dump_content = __webpack_require__(79529);
;// CONCATENATED MODULE: ./build/operations/drill/databases.js









const FILE_ENGINE = 'sqlite';
function databases_checkName({ name }) {
    return `database ${name}`;
}
/** Starts what the dumps need. @returns those that are ready: of the others a check says why. */
async function startServers(run, place, records) {
    const started = [];
    for (const service of SERVICES) {
        const needed = records.filter(({ engine }) => engine === service.engine);
        if (needed.length === 0)
            continue;
        const title = {
            kind: 'environment',
            name: service.title,
            expected: `it answers within ${run.options.limits.initMs / 1000} s, is as new as the dumped servers, and has their extensions`,
        };
        await run.check(title, async () => {
            const server = await place.startService(service);
            for (const record of needed)
                server.running.requireFit(record);
            started.push(server);
            return { passed: true, found: `version ${server.running.version} is ready` };
        });
    }
    return started;
}
/**
 * Restores what others need first. @returns the databases that are there now.
 * @param at `place`: null: it isn't there. `servers`: those that are. Nothing goes to another place than was meant.
 */
async function restoreDatabases(run, { place, servers }, records) {
    const restored = [];
    const homes = records.map((record) => ({ record, home: homeOf(record, servers, records) }));
    for (const { record, home } of homes.toSorted((a, b) => (a.home?.at.order ?? 0) - (b.home?.at.order ?? 0))) {
        const title = {
            kind: 'restore',
            name: `restore of ${record.name}`,
            expected: 'the engine’s own tool restores it without an error',
        };
        if (record.engine === FILE_ENGINE) {
            if (place === null)
                run.couldNotRun(title, 'there is no place to restore it to');
            else
                await run.check(title, async () => {
                    const { host, scratch } = await place.forFiles();
                    const database = (0,databases/* parseSqlite */.OC)(`${scratch}/sqlite/${record.name}`);
                    const found = await restoreInto(run, record, plainPlace(host, database));
                    restored.push({ record, host, role: null, socketFolder: null, variables: {}, database });
                    return found;
                });
        }
        else if (serviceOf(record.engine) === null) {
            run.couldNotRun(title, `dumps of "${(0,bytestring.displayText)(record.engine)}" can’t be drilled: ${LEAVE_OUT}`);
        }
        else if (home === null)
            run.couldNotRun(title, 'there is no server to restore it to');
        else {
            const { host, running, service } = home.server;
            const passed = await run.check(title, () => restoreInto(run, record, home.at));
            const { database } = home.at;
            if (!passed || database === null)
                continue;
            const { folder: socketFolder, variables } = running;
            restored.push({ record, host, role: service.role, socketFolder, variables, database });
        }
    }
    return restored;
}
const LEAVE_OUT = 'leave it out of the drill by its name, which the evidence then says';
function homeOf(record, servers, all) {
    const server = servers.find(({ service }) => service.engine === record.engine);
    if (server === undefined)
        return null;
    const same = all.filter(({ engine }) => engine === record.engine);
    return { server, at: server.running.open(record, same) };
}
async function restoreInto(run, record, at) {
    const { repository, snapshot, reporter, signal } = run;
    const content = await (0,dump_content/* contentOfDump */.r)(repository, { record, snapshot }, reporter, signal);
    const otherwise = await at.restore({ record, content }, contextOf(run));
    return { passed: true, found: `${(0,amounts.formatCounted)(record.size_bytes, 'byte')} read${otherwise}` };
}
function contextOf({ reporter, signal }) {
    return {
        signal,
        onInfo: (message) => reporter.onInfo(message),
        onWarning: (message) => reporter.onWarning(message),
    };
}
/** Compares each with the fingerprint in the manifest. @returns those that are as they were, and hold something. */
async function proveDatabases(run, dumps) {
    const proved = [];
    for (const dump of dumps) {
        const { record, host, database } = dump;
        const title = {
            kind: 'database',
            name: databases_checkName(record),
            expected: 'every table, sequence and large object, and all objects, are as they were dumped',
        };
        await run.check(title, async () => {
            const found = await database.compare(host, record, 'nothing', contextOf(run));
            if (found === null)
                return { passed: false, found: (0,fingerprint/* whyNotCompared */.DI)(record.fingerprint) };
            if (found.differences.length > 0)
                return { passed: false, found: found.differences.join('; ') };
            if (found.rows > 0)
                proved.push(dump);
            const remarks = found.remarks.map((one) => `; ${one}`).join('');
            const provesData = found.rows > found.countedRows;
            return { passed: true, found: `${comparedText(found)}${remarks}`, provesData };
        });
    }
    return proved;
}
/** Deletes a row of each, in a transaction that is rolled back where there are such: the same comparison must tell it. */
async function controlDatabases(run, proved) {
    for (const { record, host, database } of proved) {
        const controls = databases_checkName(record);
        const title = {
            kind: 'negative-control',
            name: `one row deleted in ${record.name}`,
            expected: `${controls} fails by that table, and by nothing else`,
            controls,
        };
        await run.check(title, async () => {
            const found = await database.compare(host, record, 'row-deleted', contextOf(run));
            const shown = `a row of ${(0,bytestring.displayText)(found?.tampered ?? '?')} was deleted`;
            const differences = found?.differences ?? [];
            if (differences.length === 0)
                return { passed: false, found: `${shown}, and nothing was noticed` };
            const isThat = differences.length === 1 && differences[0]?.startsWith((0,bytestring.displayText)(`table ${found?.tampered}:`));
            return { passed: isThat === true, found: `${shown}: ${differences.join('; ')}` };
        });
    }
}
/** @throws HoldfastError bad-input for a database that isn't there. */
function requireDump(dumps, name) {
    const dump = name === null
        ? dumps.length === 1
            ? dumps[0]
            : undefined
        : dumps.find(({ record }) => record.database === name || record.name === name);
    if (dump !== undefined)
        return dump;
    const names = dumps.map(({ record }) => (0,bytestring.display)((record.database ?? record.name))).join(', ');
    throw new errors/* HoldfastError */.E('bad-input', `Cannot ask ${name === null ? 'a database' : `the database ${JSON.stringify(name)}`}: expected ${names === '' ? 'that one was restored' : `one of ${names}`}.`);
}

// EXTERNAL MODULE: ./build/operations/backup/application-record.js
var application_record = __webpack_require__(52044);
// EXTERNAL MODULE: ./build/operations/backup/bucket-record.js
var bucket_record = __webpack_require__(59042);
// EXTERNAL MODULE: ./build/operations/backup/dump-records.js
var dump_records = __webpack_require__(9077);
// EXTERNAL MODULE: ./build/operations/backup/manifest.js
var manifest = __webpack_require__(27273);
;// CONCATENATED MODULE: ./build/operations/drill/manifest-facts.js






/** Of a snapshot without one: of stock restic's, say. */
const NO_MANIFEST = {
    sha256: null,
    dumps: [],
    buckets: [],
    downtimeMs: null,
    application: null,
};
/** @throws HoldfastError repository-damaged. */
async function readManifestFacts(repository, stored, signal) {
    const target = (0,tags/* targetOf */.$r)(stored.snapshot);
    const json = target === null ? null : await (0,manifest/* loadManifest */.eY)(repository, stored, target, signal);
    if (json === null)
        return NO_MANIFEST;
    const dumps = (0,dump_records/* parseDumpRecords */.G)(json);
    const buckets = (0,bucket_record/* parseBucketRecords */.K)(json);
    const { quiesced_ms: held } = JSON.parse(json.toString('utf8'));
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(json).digest('hex');
    const application = (0,application_record/* parseApplicationRecord */.d)(json);
    return { sha256, dumps, buckets, downtimeMs: typeof held === 'number' ? held : null, application };
}

;// CONCATENATED MODULE: ./build/operations/drill/own-contents.js





/**
 * That the manifest tells of each dump and each bucket that the snapshot holds: what it doesn't tell of, nothing would restore and nothing
 * would prove, and the drill would pass without it. A tag that somebody has removed (`restic tag`) hides all of them.
 * @throws HoldfastError repository-damaged naming the first that isn't told.
 */
async function requireAllTold(repository, { snapshot }, { dumps, buckets }, signal) {
    const namesIn = async (path) => {
        const node = await (0,find_node/* findNode */.c)(repository, snapshot.tree, path, signal);
        if (node?.subtree == null)
            return [];
        return (await repository.loadTree(node.subtree, signal)).nodes.map(({ name }) => name);
    };
    const target = (0,tags/* targetOf */.$r)(snapshot);
    for (const name of await namesIn(own_tree/* OWN_PATH */.xD)) {
        const folder = `${own_tree/* OWN_PATH */.xD}/${name}`;
        if (target === null || name !== (0,bytestring.fromText)(target))
            throw untold(folder, `the snapshot’s tag names ${target === null ? 'no target' : 'another target'}`);
        const told = { dumps, buckets };
        for (const kind of ['dumps', 'buckets']) {
            const known = new Set(told[kind].map((record) => (0,bytestring.fromText)(record.name)));
            const unknown = (await namesIn(`${folder}/${kind}`)).find((one) => !known.has(one));
            if (unknown !== undefined)
                throw untold(`${folder}/${kind}/${unknown}`, 'the manifest doesn’t tell of it');
        }
    }
}
function untold(path, why) {
    return new errors/* HoldfastError */.E('repository-damaged', `Cannot drill "${(0,bytestring.display)(path)}", which the snapshot holds: ${why}, expected all that is there to be told. ` +
        'Find out who changed the snapshot, and drill another one.');
}

// EXTERNAL MODULE: ./build/drills/drill-container.js
var drill_container = __webpack_require__(31320);
// EXTERNAL MODULE: ./build/drills/feed.js + 3 modules
var feed = __webpack_require__(57497);
;// CONCATENATED MODULE: ./build/drills/image.js


const FORMAT = '["{{.Id}}",{{json .RepoDigests}},{{json .Config.Volumes}}]';
const ID = /^(sha256:)?[0-9a-f]{64}$/;
/** What an engine takes for an image's name; none can be taken for an option. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._/:@-]{0,511}$/;
/** In an image's name: the version of the server that was dumped. */
const VERSION = '{version}';
/** As much as a tag may be, and no more: no other registry, repository or digest. */
const TAG_OF_VERSION = /^\d[A-Za-z0-9._-]{0,63}$/;
/**
 * The image `name` of a dump's server's version. That is what the server said, or what who may write to the repository did.
 * @throws HoldfastError host-unsupported for what would make another image of it.
 */
function ofVersion(name, version) {
    if (TAG_OF_VERSION.test(version))
        return name.replaceAll(VERSION, version);
    throw new errors/* HoldfastError */.E('host-unsupported', `Cannot use the image ${JSON.stringify(name)}: the dumped server's version is ${JSON.stringify((0,bytestring.displayText)(version.slice(0, 100)))}, ` +
        'expected a number such as 16 or 10.11. Name the image whole.');
}
/**
 * What an image's name stands for now. One that isn't there is pulled: before the drill, and by the engine's own login.
 * @throws HoldfastError bad-input for what is no name; host-unsupported when the image is nowhere; what the engine says.
 */
async function findImage(client, { role, name }, signal) {
    if (!NAME.test(name)) {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot use the image for ${role}: ${JSON.stringify(name)} is no image's name, expected one such as postgres:16.`);
    }
    const what = `find the image ${JSON.stringify(name)} for ${role}`;
    const inspect = () => client.ask(what, ['image', 'inspect', '--format', FORMAT, name], signal);
    const answer = await inspect().catch(async () => {
        await client.ask(what, ['pull', '--quiet', name], signal).catch((cause) => {
            signal.throwIfAborted();
            const said = cause instanceof Error ? cause.message : String(cause);
            throw new errors/* HoldfastError */.E('host-unsupported', `Cannot run a drill: the image ${JSON.stringify(name)} for ${role} is neither here nor can it be pulled. Pull it ` +
                `beforehand, or name another one. (${said})`, { cause });
        });
        return inspect();
    });
    return { role, name, ...parseAnswer(answer, client, what) };
}
function parseAnswer(answer, { engine, host }, what) {
    const [id, digests, volumes] = parsed(answer.trim());
    if (typeof id === 'string' && ID.test(id)) {
        const texts = Array.isArray(digests) ? digests.filter((one) => typeof one === 'string') : [];
        return {
            id: id.startsWith('sha256:') ? id : `sha256:${id}`,
            digests: texts.map(bytestring.displayText),
            volumes: Object.keys(volumes ?? {}),
        };
    }
    throw new errors/* HoldfastError */.E('host-unsupported', `Cannot ${what} on "${host.name}": "${engine}" answers "${(0,bytestring.displayText)(answer.slice(0, 200))}", expected an image's ID. ` +
        'Look at its version.');
}
function parsed(text) {
    try {
        const value = JSON.parse(text);
        return Array.isArray(value) ? value : [];
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: ./build/drills/limits.js
var limits = __webpack_require__(25751);
// EXTERNAL MODULE: ./build/drills/run-words.js
var run_words = __webpack_require__(31794);
;// CONCATENATED MODULE: ./build/operations/drill/servers.js


/**
 * What starts the server and asks it, looks for the tool, restores and compares: their shells start while the server's files are made,
 * which one core does alone.
 */
const COMMANDS_OF_A_RESTORE = 5;
/** The servers that a drill's containers hold. */
class DrillServers {
    #containerOf;
    #initMs;
    #signal;
    #made = new Map();
    constructor(containerOf, { initMs }, signal) {
        this.#containerOf = containerOf;
        this.#initMs = initMs;
        this.#signal = signal;
    }
    /** Makes what they need, side by side. Where that can't be, `start` throws what has kept it. @throws what the signal does. */
    async make(services) {
        await Promise.allSettled(services.map((service) => this.#make(service)));
        this.#signal.throwIfAborted();
    }
    /** @throws HoldfastError host-unsupported without an image for it, or when it isn't ready in time. */
    async start(service) {
        const { host, folder, tookMs: spentMs } = await this.#make(service);
        const running = await service.start({
            host,
            folder,
            limitMs: this.#initMs,
            spentMs,
            signal: this.#signal,
        });
        return { service, running, host };
    }
    /** Once. */
    #make(service) {
        let made = this.#made.get(service);
        if (made === undefined) {
            made = this.#makeNow(service);
            this.#made.set(service, made);
        }
        return made;
    }
    async #makeNow(service) {
        const folder = roomOf(service.role);
        const host = await this.#hostOf(service, folder);
        host.startAhead?.(COMMANDS_OF_A_RESTORE);
        const startedMs = performance.now();
        await service.make?.({ host, folder, limitMs: this.#initMs, spentMs: 0, signal: this.#signal });
        return { host, folder, tookMs: performance.now() - startedMs };
    }
    /** As the account that it runs as. */
    #hostOf({ role, title }, folder) {
        const container = this.#containerOf(role);
        if (container === null) {
            throw new errors/* HoldfastError */.E('host-unsupported', `Cannot start ${title} for the drill: no image is named for it, expected one of the server’s version. Name it: ` +
                `${role}=IMAGE.`);
        }
        const account = container.rooms.get(folder);
        if (account === undefined) {
            throw new errors/* HoldfastError */.E('host-unsupported', `Cannot start ${title} for the drill: the image makes no folder for it, expected mkdir, chown and grep there. Name another one.`);
        }
        return container.connect(account, this.#signal);
    }
}
/** A server's folder in its container. */
function roomOf(role) {
    return `${run_words/* DRILL_FOLDER */.pH}/${role}`;
}

;// CONCATENATED MODULE: ./build/operations/drill/place.js











/** In the evidence, of its image. */
const APPLICATION = 'application';
/** How what is restored comes into the containers. */
const FED = 'fed by FIFOs of this machine';
const FED_BY_ENGINE = 'fed by the engine';
/** Where a drill restores to: containers of its own, or a folder of this machine. Gone after `tearDown`. */
class DrillPlace {
    #options;
    #machine = (0,local/* localHost */.O)();
    #client;
    #images = [];
    /** By the image's ID: what goes into the same image goes into the same container. */
    #containers = new Map();
    #folders = [];
    #signal;
    #versions;
    #feeds = null;
    #application = null;
    #engineVersion = null;
    #forFiles = null;
    #services;
    #servers;
    /** @param services Those that it will hold. @param versions Of the dumped servers, for images that are named by them. */
    constructor(options, { services, versions }, signal) {
        this.#services = services;
        this.#versions = versions;
        this.#servers = new DrillServers((role) => this.#containerOf(role), options.limits, signal);
        this.#options = options;
        this.#signal = signal;
        this.#client = new container_engine/* EngineClient */.A(options.engine, (0,local/* localHost */.O)(), options.engineEnvironment);
    }
    /** This machine, for what isn't restored into a container. */
    get machine() {
        return this.#machine;
    }
    /** Whether files go into a container. */
    get #filesImage() {
        return this.#options.images.files ?? this.#needed()[0]?.[1];
    }
    /** Of the images that are named: of what the snapshot has no dump of, none can be named by its version, and none is needed. */
    #needed() {
        const named = Object.entries(this.#options.images);
        return named.filter(([role, name]) => role === 'files' || !name.includes(VERSION) || this.#isDumped(role));
    }
    #isDumped(image) {
        return this.#services.some(({ role }) => role === image);
    }
    /** Finds the images, and starts a container of each. @throws HoldfastError what DrillContainer and findImage throw. */
    async start() {
        const roles = this.#roles();
        if (roles.length === 0)
            return `a temporary folder of this machine, without isolation${this.#unneeded()}`;
        const { engine } = this.#options;
        const version = ['version', '--format', '{{.Server.Version}}'];
        const answer = await this.#client.ask('use the container engine', version, this.#signal);
        this.#engineVersion = `${engine} ${answer.trim().replaceAll(/[^\w.+~-]/g, '_')}`;
        const unkept = (0,limits/* unkeptLimits */.m)(this.#client, this.#signal);
        unkept.catch(() => { }); // met below
        for (const [role, name] of roles)
            this.#images.push(await findImage(this.#client, { role, name }, this.#signal));
        const ownImages = [...this.#images];
        const { application } = this.#options;
        // One that isn't there is told now, and pulled before the clock of the restore runs.
        if (application !== null) {
            const wish = { role: APPLICATION, name: application.image };
            this.#images.push(await findImage(this.#client, wish, this.#signal));
        }
        for (const image of ownImages) {
            if (this.#containers.has(image.id))
                continue;
            // An application finds all that was restored in one volume.
            const sharing = application === null ? null : this.#shared(false);
            const options = { sharing, folders: [], feed: await this.#feedOf(image), rooms: this.#roomsOf(image) };
            this.#containers.set(image.id, await this.#startContainer(image, options));
        }
        await this.#connectAll();
        await this.#servers.make(this.#services);
        const names = this.#images.map(({ role, name, id }) => `${role}: ${name} (${id.slice(0, 19)})`);
        const isFed = [...this.#containers.values()].every((one) => one.isFed);
        return `${this.#engineVersion}, no network, ${isFed ? FED : FED_BY_ENGINE}${await unkept}; ${names.join(', ')}${this.#unneeded()}`;
    }
    /** Who has named an image reads why it isn't there. */
    #unneeded() {
        const needed = new Map(this.#needed());
        const others = Object.keys(this.#options.images).filter((role) => !needed.has(role));
        return others.length === 0 ? '' : `; no dump is of ${others.join(', ')}: no image for it`;
    }
    /**
     * A container for the application, from an image of its own or not: it sees all that was restored, and can't write there.
     * @throws HoldfastError host-unsupported without anything restored; what DrillContainer throws.
     */
    async startApplication({ mounts }) {
        const sharing = this.#shared(true);
        const image = this.#images.find(({ role }) => role === APPLICATION);
        if (sharing === null || image === undefined) {
            throw new errors/* HoldfastError */.E('host-unsupported', 'Cannot start the application for the drill: there is no container with what was restored, expected one. See why in ' +
                'the checks before this one.');
        }
        const folders = mounts.map(({ to }) => to);
        this.#application = await this.#startContainer(image, { sharing, folders, feed: null, rooms: [] });
        return this.#application;
    }
    async #startContainer(image, options) {
        const { drillId, limits, engineEnvironment: environment } = this.#options;
        const wish = { drillId, image, limits, environment, signal: this.#signal, ...options };
        return drill_container/* DrillContainer */.j.start(this.#client, wish);
    }
    /** Side by side, as whoever the servers run as: the first command of each would wait for it. */
    async #connectAll() {
        const connecting = [...this.#containers.values()].flatMap((container) => [...new Set(container.rooms.values())].map(async (account) => {
            const host = await container.connect(account, this.#signal);
            host.startAhead?.(1);
        }));
        await Promise.all(connecting);
    }
    /** A folder for each server that is restored into the image. */
    #roomsOf({ id }) {
        // The application needn't run as the account: it may pass to the socket, and list nothing.
        const mode = this.#options.application === null ? '700' : '711';
        const roles = this.#images.filter((image) => image.id === id).map(({ role }) => role);
        return SERVICES.filter(({ role }) => roles.includes(role)).map(({ role, accounts }) => {
            return { path: roomOf(role), mode, accounts };
        });
    }
    /** Null where the engine hasn't this machine's folders, as far as that can be known, or none can be made. */
    async #feedOf({ role: name }) {
        if (isElsewhere(this.#options.engineEnvironment))
            return null;
        this.#feeds ??= this.makeFolder();
        const parent = await this.#feeds.catch(() => null);
        if (parent === null)
            return null;
        return feed/* DrillFeed */.Ug.make(this.#machine, { parent: parent.path, name }, this.#signal);
    }
    #shared(isReadOnly) {
        const [first] = this.#containers.values();
        return first === undefined ? null : { container: first.name, isReadOnly };
    }
    #roles() {
        const files = this.#filesImage;
        const named = this.#needed().filter(([role]) => role !== 'files');
        const all = [...(files === undefined ? [] : [['files', files]]), ...named];
        return all.map(([role, name]) => [role, this.#versioned(role, name)]);
    }
    /** Where files go into a database's image they go into the one of that version. */
    #versioned(role, name) {
        if (!name.includes(VERSION))
            return name;
        const named = Object.entries(this.#options.images).filter(([one]) => one !== 'files');
        const [same = role] = named.find(([, image]) => image === name) ?? [];
        const version = this.#versions[(role === 'files' ? same : role)];
        if (version !== undefined)
            return ofVersion(name, version);
        throw new errors/* HoldfastError */.E('host-unsupported', `Cannot use the image ${JSON.stringify(name)} for ${role}: no dump says which version its server had, expected one. ` +
            'Name the image whole.');
    }
    forFiles() {
        this.#forFiles ??= this.#makeRoom();
        return this.#forFiles;
    }
    async #makeRoom() {
        const container = this.#containerOf('files');
        if (container !== null) {
            const host = await container.connect(null, this.#signal);
            return { host, folder: `${run_words/* DRILL_FOLDER */.pH}/files`, scratch: run_words/* DRILL_FOLDER */.pH, ids: container.ids };
        }
        const { path } = await this.makeFolder();
        return { host: this.#machine, folder: `${path}/files`, scratch: path, ids: null };
    }
    /** A folder of this machine that goes with the drill. */
    async makeFolder() {
        const { drillId: id, limits } = this.#options;
        const folder = await drill_folder/* DrillFolder */.Q.make(this.#machine, { id, timeMs: limits.timeMs });
        this.#folders.push(folder);
        return folder;
    }
    /** @throws HoldfastError host-unsupported without an image for it, or when it isn't ready in time. */
    startService(service) {
        return this.#servers.start(service);
    }
    #containerOf(role) {
        const image = this.#images.find((one) => one.role === role);
        return image === undefined ? null : (this.#containers.get(image.id) ?? null);
    }
    get evidence() {
        const hasFolder = this.#containerOf('files') === null;
        const hasContainers = this.#containers.size > 0;
        const kind = !hasContainers
            ? 'temporary folder'
            : hasFolder
                ? 'containers and a temporary folder'
                : 'containers';
        return {
            kind,
            engine: this.#engineVersion,
            images: this.#images.map(({ role, name, id, digests }) => ({ role, name, id, digests })),
            files_in: hasFolder ? 'temporary folder' : 'container',
        };
    }
    /** Removes everything, whatever has happened. Never rejects. */
    async tearDown() {
        const containers = [
            ...this.#containers.values(),
            ...(this.#application === null ? [] : [this.#application]),
        ];
        const gone = await Promise.all([
            ...containers.map((container) => container.remove({ isHasty: this.#signal.aborted })),
            ...this.#folders.map((folder) => folder.remove()),
        ]);
        await Promise.all([this.#machine.close(), this.#client.host.close()].map((end) => end.catch(() => { })));
        return {
            containers: containers.length,
            volumes: new Set(containers.flatMap(({ volumes }) => volumes)).size,
            folders: this.#folders.length,
            clean: gone.every(Boolean),
        };
    }
}
/** Whether an engine is told to be on another machine; one of a context's is found out when the container starts. */
function isElsewhere({ DOCKER_HOST, CONTAINER_HOST }) {
    return [DOCKER_HOST, CONTAINER_HOST].some((where) => where !== undefined && !/^(unix:|\/)/.test(where));
}

// EXTERNAL MODULE: ./build/repository/tree-walk.js + 1 modules
var tree_walk = __webpack_require__(18115);
// EXTERNAL MODULE: ./build/operations/progress.js
var progress = __webpack_require__(72120);
;// CONCATENATED MODULE: ./build/operations/drill/read-snapshot.js


/**
 * Reads every blob that a snapshot is made of, in the order in which they are stored; each is opened, and its hash
 * compared with its name. The index must be loaded.
 * @throws HoldfastError repository-damaged naming the first that isn't as it must be.
 */
async function readSnapshot(repository, tree, reporter, signal) {
    const walk = new tree_walk/* TreeWalk */.O(repository, { signal });
    await walk.walk([tree]);
    const { index } = repository;
    const counts = { blobs: 0, bytes: 0 };
    const dataBlobs = function* dataBlobs() {
        for (const row of walk.reached) {
            if (index.typeAt(row) === 'data')
                yield index.idAt(row);
            else
                counts.blobs++; // the walk has read it
        }
    };
    for await (const blob of repository.lendBlobs('data', dataBlobs(), signal)) {
        counts.blobs++;
        counts.bytes += blob.bytes.length;
        blob.giveBack();
        reporter.onProgress({ ...progress/* IDLE */.n, phase: 'reading-packs', bytesDone: counts.bytes });
    }
    return counts;
}

// EXTERNAL MODULE: ./build/operations/drill/recovery-key.js
var recovery_key = __webpack_require__(66820);
;// CONCATENATED MODULE: ./build/drills/check.js
/** Kinds whose passing, with data to compare, is a proof that a negative control must be there for. */
const CONTROLLED = ['files', 'database', 'bucket'];
/**
 * Whether a drill has passed: all of its checks have, one of them has proved data, and each proof was shown to fail on
 * tampered data.
 */
function verdictOf(checks) {
    const reasons = checks
        .filter(({ result }) => result !== 'passed')
        .map(({ name, result, found }) => `${name} ${result === 'failed' ? 'failed' : 'could not run'}: ${found}`);
    const proofs = checks.filter(({ proves_data, result }) => proves_data && result === 'passed');
    if (proofs.length === 0)
        reasons.push('no proof: no check has compared any restored data');
    for (const { name } of proofs.filter(({ kind }) => CONTROLLED.includes(kind))) {
        if (!checks.some(({ controls, result }) => controls === name && result === 'passed'))
            reasons.push(`no negative control has shown that ${name} can fail`);
    }
    return { passed: reasons.length === 0, reasons };
}

// EXTERNAL MODULE: ./build/drills/evidence-place.js
var evidence_place = __webpack_require__(65848);
// EXTERNAL MODULE: ./build/drills/in-toto.js
var in_toto = __webpack_require__(52873);
;// CONCATENATED MODULE: ./build/drills/sheet-markup.js


/** Commands to be pasted as they stand. No name in them ends the block: other commands could seem to stand behind it. */
function block(lines) {
    const text = lines.join('\n');
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}sh\n${text}\n${fence}`;
}
function shell(text) {
    return (0,quote/* quote */.h)((0,bytestring.fromText)(text));
}
/** In a line: nothing in it ends it, nor is more than a letter to a terminal. */
function code(text) {
    const shown = text
        .replaceAll('`', '’')
        .replaceAll('\n', ' ')
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, bytestring.displayText);
    return `\`${shown}\``;
}

;// CONCATENATED MODULE: ./build/drills/sheet-dumps.js

/** What brings one dump back, by stock tools. */
function dumpPart(record, target) {
    const path = `/.holdfast/${target ?? 'files'}/dumps/${record.name}`;
    const dump = `restic dump "$HOLDFAST_SNAPSHOT" ${shell(path)}`;
    switch (record.engine) {
        case 'sqlite':
            return sqlitePart(record, dump);
        case 'postgresql':
            return postgresqlPart(record, dump);
        case 'mariadb':
        case 'mysql':
            return mysqlPart(record, dump);
        case 'redis':
            return redisPart(record, dump);
        case 'dolt':
            return doltPart(record, dump);
        case 'opensearch':
            return opensearchPart(record, dump);
        default:
            return asFile(record, dump);
    }
}
function asFile({ name, engine, tool }, dump) {
    const how = tool === '' ? 'a command of yours' : code(tool);
    return `Of ${code(engine)}, as ${how} made it; give it to what reads it:\n\n${block([`${dump} >${shell(name)}`])}`;
}
function sqlitePart({ database, name }, dump) {
    const file = shell(database ?? name);
    return `It is the database’s file itself. While the application stands; its owner and mode are yours to set:\n\n${block([
        `for s in '' -wal -shm -journal; do [ ! -e ${file}$s ] || mv ${file}$s ${file}.before$s; done`,
        `${dump} >${file}`,
    ])}`;
}
function postgresqlPart({ name, database, format, restore }, dump) {
    if (format === 'globals')
        return `The roles, before any database. That some are there already is no error:\n\n${block([
            `${dump} | psql -X -d postgres`,
        ])}`;
    const word = shell(database ?? name);
    const create = `createdb -T template0 -E ${shell(restore['encoding'] ?? 'UTF8')} --lc-collate=${shell(restore['collate'] ?? 'C')} ` +
        `--lc-ctype=${shell(restore['ctype'] ?? 'C')} -- ${word}`;
    const fill = format === 'plain'
        ? `${dump} | psql -X -v ON_ERROR_STOP=1 -d ${word}`
        : `${dump} | pg_restore --exit-on-error --format=${shell(format)} -d ${word}`;
    return `Into a new database; if one of that name is there, rename it first:\n\n${block([create, fill])}`;
}
function mysqlPart({ engine, database, restore }, dump) {
    const client = engine === 'mariadb' ? 'mariadb' : 'mysql';
    if (database === null)
        return `The accounts, after the databases that their rights name. That some are there already is no error:\n\n${block([`${dump} | ${client} --force`])}`;
    const { character_set: characterSet = '', collation = '' } = restore;
    const isKnown = /^\w+$/.test(characterSet) && /^\w+$/.test(collation);
    const settings = isKnown ? ` CHARACTER SET ${characterSet} COLLATE ${collation}` : '';
    const create = `CREATE DATABASE \`${database.replaceAll('`', '``')}\`${settings}`;
    return `Into a new database; if one of that name is there, move it away first:\n\n${block([
        `${client} -e ${shell(create)}`,
        `${dump} | ${client} --binary-mode --max-allowed-packet=1G --database=${shell(database)}`,
    ])}`;
}
/** Debian's places; whoever has others sees them in the commands. */
function redisPart({ format }, dump) {
    const file = format === 'acl' ? '/etc/redis/users.acl' : '/var/lib/redis/dump.rdb';
    const why = format === 'acl'
        ? 'The accounts, if `aclfile` of its configuration names that file:'
        : 'It is read when the server starts; with `appendonly yes` start it once with `appendonly no`. If its places are others than Debian’s, change them:';
    return `${why}\n\n${block([
        'systemctl stop redis-server',
        `[ ! -e ${file} ] || mv ${file} ${file}.before`,
        `${dump} >${file}`,
        `chown redis:redis ${file}; chmod 640 ${file}`,
        'systemctl start redis-server',
    ])}`;
}
function doltPart({ name, database, format }, dump) {
    if (format === 'config')
        return `Configuration, to be put back by hand before the server starts:\n\n${block([
            `mkdir -p dolt-config && ${dump} | tar -x -C dolt-config`,
        ])}`;
    if (format === 'globals')
        return `Users, rights and branch control, after the databases, in the folder of the server’s databases; what is there already is left:\n\n${block([`${dump} >${shell(name)}`, `dolt sql <${shell(name)}`])}`;
    const folder = shell(`${name}.backup`);
    return `In the folder of the server’s databases, while the server stands; with every branch, tag and uncommitted change:\n\n${block([
        `mkdir ${folder} && ${dump} | tar -x -C ${folder}`,
        `dolt backup restore "file://$PWD"/${folder} ${shell(database ?? name)}`,
    ])}`;
}
function opensearchPart({ format, restore, name }, dump) {
    const { snapshot = '', repository = '' } = restore;
    if (format === 'reference')
        return `It only says which snapshot it is: ${code(snapshot)} of the cluster’s own repository ${code(repository)}. Restore that one.`;
    const folder = shell(`/var/lib/opensearch/repositories/${name}`);
    const body = JSON.stringify({
        type: 'fs',
        settings: { location: `/var/lib/opensearch/repositories/${name}`, readonly: true },
    });
    const put = "curl -f -X PUT -H 'content-type: application/json'";
    return `Below a folder that \`path.repo\` names (here \`/var/lib/opensearch/repositories\`), on a node that listens on port 9200:\n\n${block([
        `mkdir -p ${folder} && ${dump} | tar -x -C ${folder} && chown -R opensearch: ${folder}`,
        `${put} http://localhost:9200/_snapshot/recovered -d ${shell(body)}`,
        `curl -f -X POST ${shell(`http://localhost:9200/_snapshot/recovered/${encodeURIComponent(snapshot)}/_restore?wait_for_completion=true`)}`,
    ])}`;
}

;// CONCATENATED MODULE: ./build/drills/sheet.js



/**
 * What a person does at three in the morning when neither GitHub nor Holdfast is there: commands of stock tools, in their
 * order, to be pasted as they stand. In Markdown, which reads as well when it is printed.
 */
function recoverySheet(facts) {
    const { predicate, target, hostname } = facts;
    const took = predicate.recovery_time.restore_ms;
    const parts = [
        `# Recovery sheet: ${code(target ?? 'files')} of ${code(hostname)}`,
        `Made by the drill ${code(predicate.drill_id)} on ${predicate.finished.slice(0, 16)}Z, which ${predicate.result}. ` +
            (took === null
                ? 'Nothing was restored by it.'
                : `Its restore, with all proofs, took ${Math.ceil(took / 1000)} s.`),
        'It needs neither Holdfast nor GitHub: a shell, the programs below, and the keys.',
        `## 1. What you need\n\n${needs(facts)}`,
        `## 2. Open the repository\n\n${block([
            `export RESTIC_REPOSITORY=${shell(facts.repository)}`,
            'read -rs RESTIC_PASSWORD && export RESTIC_PASSWORD   # type it; or: export RESTIC_PASSWORD_FILE=/path',
            `export HOLDFAST_SNAPSHOT=${facts.snapshotId}`,
            'restic snapshots "$HOLDFAST_SNAPSHOT"',
        ])}\n\nA newer snapshot of the same application may be there: ${code(`restic snapshots${tagArgument(target)}`)} lists them, the newest ` +
            'last; one with the tag `incomplete` lacks something.',
    ];
    let number = 3;
    if (facts.hasFiles)
        parts.push(`## ${number++}. The files\n\n${filesPart(facts)}`);
    for (const dump of facts.dumps)
        parts.push(`## ${number++}. The dump ${code(dump.name)}\n\n${dumpPart(dump, target)}`);
    parts.push(`## ${number}. Before the application starts\n\n${LAST}`);
    return `${parts.join('\n\n')}\n`;
}
const LAST = 'Compare what is there with what you expect (newest records, number of users). A restored application may send mail and run ' +
    'what was scheduled: start it where it can’t reach others until you have looked.';
function needs({ repository, dumps }) {
    const engines = [...new Set(dumps.map(({ engine }) => engine))];
    const servers = engines.flatMap((engine) => {
        const version = dumps
            .map((dump) => serviceOf(engine)?.versionOf(dump) ?? null)
            .find((one) => one !== null);
        const need = NEEDS[engine];
        return need === undefined ? [] : [`- ${need.replace('{version}', isVersion(version) ? version : '?')}`];
    });
    return [
        '- `restic` 0.14 or newer (from your distribution, or https://restic.net)',
        '- the repository’s password, or the recovery code, which opens it as a password does',
        ...(repository.startsWith('s3:')
            ? [
                '- the storage’s key: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, and `AWS_DEFAULT_REGION` if it has one, exported',
            ]
            : ['- the disk that the repository lies on, mounted where step 2 says, or say where']),
        ...servers,
    ].join('\n');
}
/** A server says it, or who may write to the repository: what is no version could be commands for who reads the sheet. */
function isVersion(text) {
    return /^\d[\w.+-]{0,63}$/.test(text ?? '');
}
/** By the engine, what the commands of its dumps need. */
const NEEDS = {
    postgresql: 'a PostgreSQL server, version {version} or newer, its client programs, and its superuser (`PGHOST`, `PGUSER` … say which)',
    mariadb: 'a MariaDB server, version {version} or newer, and its client `mariadb`, which `~/.my.cnf` tells where the server is',
    mysql: 'a MySQL server, version {version} or newer, and its client `mysql`, which `~/.my.cnf` tells where the server is',
    redis: 'a Redis or Valkey server, version {version} or newer',
    dolt: '`dolt`, version {version} or newer, `tar`',
    opensearch: 'an OpenSearch or Elasticsearch node, version {version} or newer, with `path.repo` set, `curl` and `tar`',
};
function tagArgument(target) {
    return target === null ? '' : ` --tag ${shell(`holdfast:target=${target}`)}`;
}
function filesPart({ paths }) {
    const commands = [
        'mkdir -p recovered',
        `restic restore "$HOLDFAST_SNAPSHOT" --target recovered --exclude /.holdfast --verify`,
    ];
    return (`As root, so that owners come back. First beside, then into place:\n\n${block(commands)}\n\n` +
        `They stand below \`recovered\` at their own paths:\n\n${paths.map((path) => `- ${code(path)}`).join('\n')}`);
}

// EXTERNAL MODULE: ./build/drills/statement.js
var statement = __webpack_require__(79310);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(58508);
;// CONCATENATED MODULE: ./build/operations/drill/result.js









function resultOf(run, end) {
    const verdict = verdictOf(run.checks);
    const { id, snapshot } = run.snapshot;
    const facts = predicateOf(run, end, verdict);
    const sheet = recoverySheet({
        repository: (0,evidence_place/* folderOf */.y)(run.repository.location) ?? run.repository.location,
        snapshotId: id,
        target: (0,tags/* targetOf */.$r)(snapshot),
        hostname: (0,bytestring.displayText)(snapshot.hostname),
        paths: snapshot.paths.map(bytestring.displayText),
        hasFiles: end.hasFiles,
        dumps: end.manifest.dumps.toSorted((a, b) => orderOf(a) - orderOf(b)),
        predicate: facts,
    });
    const predicate = { ...facts, sheet_sha256: (0,external_node_crypto_.createHash)('sha256').update(sheet).digest('hex') };
    const subject = (0,in_toto/* subjectsOf */.Z6)({ id, tree: snapshot.tree, manifestSha256: end.manifest.sha256 });
    return {
        ...verdict,
        snapshot: run.snapshot,
        statement: (0,statement/* statementOf */.T8)(subject, predicate),
        checks: run.checks,
        sheet,
    };
}
function predicateOf(run, { chosen, manifest, environment, teardown, leftOut, witness, recoveryKey }, { passed, reasons }) {
    const { options, startedAtMs } = run;
    return {
        drill_id: options.drillId,
        result: passed ? 'passed' : 'failed',
        reasons,
        program_version: version/* PROGRAM_VERSION */.c,
        started: new Date(startedAtMs).toISOString(),
        finished: new Date().toISOString(),
        who: options.who,
        repository_id: run.repository.id,
        snapshot: snapshotFacts(run, manifest),
        choice: chosen.evidence,
        environment,
        left_out: [...options.leaveOut, ...leftOut],
        dumps_left_out: manifest.dumps.map(({ name }) => name).filter((name) => options.leaveOut.includes(name)),
        buckets_left_out: manifest.buckets
            .map(({ name }) => name)
            .filter((name) => options.leaveOut.includes(name)),
        witness,
        earlier_evidence: options.recovery.earlier,
        recovery_key: recoveryKey,
        checks: run.checks,
        steps_ms: run.stepsMs,
        recovery_time: recoveryTime(run),
        recovery_point: recoveryPoint(run, chosen),
        teardown,
        sheet_sha256: null,
    };
}
function snapshotFacts(run, { downtimeMs }) {
    const { id, snapshot } = run.snapshot;
    const takenMs = Number(snapshot.timeNs / 1000000n);
    return {
        id,
        tree: snapshot.tree,
        time: new Date(takenMs).toISOString(),
        hostname: (0,bytestring.displayText)(snapshot.hostname),
        target: (0,tags/* targetOf */.$r)(snapshot),
        age_ms: run.startedAtMs - takenMs,
        downtime_ms: downtimeMs,
    };
}
function recoveryTime(run) {
    const { restoreStartedMs, lastProofMs, startedMs, options, checks } = run;
    const hasProof = checks.some(({ proves_data, result }) => proves_data && result === 'passed');
    // An application is started after the negative control, which is no part of a recovery.
    const isAfter = run.provedInApplication;
    const control = isAfter ? (run.stepsMs['negative control'] ?? 0) : 0;
    const proved = hasProof && lastProofMs !== null && restoreStartedMs !== null;
    return {
        restore_ms: proved ? Math.round(lastProofMs - restoreStartedMs) - control : null,
        drill_ms: proved ? Math.round(lastProofMs - startedMs) : null,
        target_ms: options.maxRestoreMs,
    };
}
function recoveryPoint(run, { newest }) {
    return {
        newest_snapshot: newest?.id ?? null,
        age_ms: newest === null ? null : run.startedAtMs - Number(newest.snapshot.timeNs / 1000000n),
        target_ms: run.options.maxAgeMs,
    };
}
/**
 * PostgreSQL's roles come before all databases; what others say of accounts names databases, which come before. Redis must find its data when
 * it starts with its accounts.
 */
function orderOf({ engine, format, database }) {
    if (engine === 'postgresql')
        return format === 'globals' ? -1 : 0;
    if (engine === 'redis')
        return format === 'acl' ? 1 : 0;
    return database === null ? 1 : 0;
}

// EXTERNAL MODULE: ./build/failure-text.js
var failure_text = __webpack_require__(53272);
;// CONCATENATED MODULE: ./build/operations/drill/run.js


/** Errors that say that something isn't as it must be; others only say that nobody could look. */
const FAILURES = [
    'restore-mismatch',
    'repository-damaged',
    'command-failed',
    'dump-failed',
];
/** One drill as it goes: what its steps share, and what they have found. */
class DrillRun {
    repository;
    options;
    snapshot;
    reporter;
    /** Also ends when the drill's time is over. */
    signal;
    checks = [];
    stepsMs = {};
    startedAtMs = Date.now();
    /** Of the restore, by performance.now(); null before. */
    restoreStartedMs = null;
    /** When the last check that proves data has passed. */
    lastProofMs = null;
    /** Whether that was in the application's own container. */
    provedInApplication = false;
    startedMs = performance.now();
    #cancelled;
    #limit;
    constructor(parts) {
        this.repository = parts.repository;
        this.options = parts.options;
        this.snapshot = parts.snapshot;
        this.reporter = parts.reporter;
        this.#cancelled = parts.signal;
        this.#limit = AbortSignal.timeout(parts.options.limits.timeMs);
        this.signal = AbortSignal.any([parts.signal, this.#limit]);
    }
    /** Runs a part of the drill and notes how long it took. */
    async step(name, work) {
        const startedMs = performance.now();
        this.reporter.onInfo(`Drill: ${name}`);
        try {
            return await work();
        }
        finally {
            this.stepsMs[name] = Math.round(performance.now() - startedMs);
        }
    }
    /**
     * Runs a check and notes what it found. What `look` throws is noted too, except that the drill was cancelled.
     * @returns whether it has passed.
     */
    async check(title, look) {
        const startedMs = performance.now();
        try {
            const outcome = await look();
            this.note(title, outcome, startedMs);
            return outcome.passed;
        }
        catch (error) {
            if (this.#cancelled.aborted)
                throw error;
            const known = (0,errors/* asHoldfastError */.C)(error);
            const isFailure = known !== null && FAILURES.includes(known.code);
            this.#note(title, { result: isFailure ? 'failed' : 'could-not-run', found: this.#why(error) }, startedMs);
            return false;
        }
    }
    /** Notes what ended the drill before its end. @throws `error` if it was cancelled. */
    breakOff(error) {
        if (this.#cancelled.aborted)
            throw error;
        this.couldNotRun({ kind: 'environment', name: 'drill', expected: 'it comes to its end' }, this.#why(error));
    }
    /** Notes a check that there is nothing to run on. */
    couldNotRun(title, why) {
        this.#note(title, { result: 'could-not-run', found: why }, performance.now());
    }
    /** Notes what was found out otherwise. */
    note(title, { passed, found, provesData = false }, startedMs = performance.now()) {
        this.#note(title, { result: passed ? 'passed' : 'failed', found, provesData }, startedMs);
    }
    #why(error) {
        if (this.#limit.aborted)
            return `the drill’s time is over: ${this.options.limits.timeMs / 1000} s`;
        return error instanceof errors/* HoldfastError */.E ? error.message : (0,failure_text/* failureText */.k)(error);
    }
    #note({ kind, name, expected, controls }, end, startedMs) {
        const nowMs = performance.now();
        const { result, found, provesData = false } = end;
        // Nobody knows whether a check of the user's looks at any data: it takes its time, and proves none.
        if (result === 'passed' && (provesData || kind === 'user' || kind === 'application'))
            this.lastProofMs = nowMs;
        const check = {
            kind,
            name,
            expected,
            found,
            result,
            proves_data: provesData,
            controls: controls ?? null,
            duration_ms: Math.round(nowMs - startedMs),
        };
        this.checks.push(check);
        const words = { passed: 'passed', failed: 'FAILED', 'could-not-run': 'COULD NOT RUN' }[result];
        this.reporter.onInfo(`  ${words}: ${name}: ${found}`);
    }
}

;// CONCATENATED MODULE: ./build/operations/drill/unknown-left-out.js


/**
 * Tells of names to leave out that nothing in the snapshot has. It is no failure: all of it is drilled then, and one that is drawn may
 * be of a time before the dump had that name.
 */
function tellUnknownLeftOut(run, { dumps, buckets, application }) {
    const checks = application === null ? [] : checkNames(application);
    const known = [...dumps, ...buckets].map(({ name }) => name).concat(checks);
    for (const name of run.options.leaveOut) {
        if (known.includes(name))
            continue;
        const there = known.length === 0 ? 'none' : (0,bytestring.displayText)(known.join(', '));
        run.reporter.onWarning(`Nothing is left out by the name "${(0,bytestring.displayText)(name)}": no dump, bucket or check of the snapshot has it, expected ` +
            `one of those that there are: ${there}. All of them are drilled but those that are named rightly.`);
    }
}
/** Of a profile that isn't known a check will tell. */
function checkNames(record) {
    try {
        return (0,applications/* checksOf */.tg)(record).map(({ name }) => `${record.profile}/${name}`);
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./build/operations/drill/user-checks.js









/** Runs those that are asked in the application's container, in their order. @param application Null: it isn't running. */
async function runChecksInApplication(run, application, dumps) {
    const provedMs = run.lastProofMs;
    for (const check of run.options.checks) {
        if (!isInApplication(check))
            continue;
        const title = titleOf(check);
        if (application === null)
            run.couldNotRun(title, 'the application isn’t running');
        else if (check.kind === 'http')
            await run.check(title, () => lookAtAnswer(run, check, application.host));
        else
            await run.check(title, () => runCommand(run, check, { host: application.host, before: variablesOf(dumps) }));
    }
    run.provedInApplication = run.lastProofMs !== provedMs;
}
function isInApplication(check) {
    return (check.kind === 'command' || check.kind === 'http') && check.inApplication;
}
function titleOf(check) {
    return { kind: 'user', name: (0,bytestring.displayText)(check.text), expected: expectedOf(check) };
}
/** More than anybody compares by eye. */
const SHOWN_CHARACTERS = 500;
/** Runs the checks of the user's own that need no application, in their order. */
async function runUserChecks(run, restored) {
    for (const check of run.options.checks) {
        if (isInApplication(check))
            continue;
        await run.check(titleOf(check), () => user_checks_runOne(run, check, restored));
    }
}
function expectedOf({ kind, expected }) {
    if (expected === null)
        return { sql: 'no error', command: 'exit status 0', http: 'it answers', file: 'it isn’t empty' }[kind];
    return `${kind === 'file' || kind === 'http' ? 'it holds ' : ''}${(0,bytestring.displayText)(expected)}`;
}
async function user_checks_runOne(run, check, restored) {
    switch (check.kind) {
        case 'sql': {
            const { host, database, record } = requireDump(restored.dumps, check.database);
            const context = { signal: run.signal, onInfo: () => { }, onWarning: () => { } };
            return compared(await database.ask(host, record, check.statement, context), check.expected);
        }
        case 'command':
            return runWhereRestored(run, check, restored);
        case 'http':
            return askWhereRestored(run, check, restored);
        case 'file':
            return lookAtFile(run, check, restored);
    }
}
function compared(actual, expected) {
    const found = actual.length > SHOWN_CHARACTERS ? `${actual.slice(0, SHOWN_CHARACTERS)}…` : actual;
    return { passed: expected === null || actual === expected, found };
}
/** Where the files are; where a database is, if there are none. Nowhere else: it isn't meant for this machine. */
async function runWhereRestored(run, check, { files, dumps }) {
    const host = files?.host ?? dumps[0]?.host;
    if (host === undefined)
        return { passed: false, found: 'nothing was restored' };
    const folder = files === null
        ? ''
        : `DRILL_FILES=${(0,quote/* quote */.h)((0,bytestring.fromText)(files.folder))}; export DRILL_FILES; cd "$DRILL_FILES" || exit 1\n`;
    return runCommand(run, check, { host, before: `${variablesOf(dumps)}${folder}` });
}
async function runCommand(run, { command, expected }, { host, before }) {
    const output = await (0,hosts_output/* runToEnd */.cd)(host, `${before}${command}`, { signal: run.signal });
    const said = (0,bytestring.display)(output.stdout.toString('latin1').trim());
    if (!(0,exit_status/* isSuccess */.o)(output.exit))
        return { passed: false, found: `it ${(0,exit_status/* endedWith */.t)(output.exit)}${(0,output_tail/* displayTail */.D)(output.stderr)}` };
    if (expected === null)
        return {
            passed: true,
            found: `exit status 0${said === '' ? '' : `: ${said.slice(0, SHOWN_CHARACTERS)}`}`,
        };
    return compared(said, expected);
}
async function askWhereRestored(run, check, { files, dumps, isContained }) {
    const host = isContained ? (files?.host ?? dumps[0]?.host) : undefined;
    if (host === undefined) {
        throw new errors/* HoldfastError */.E('host-unsupported', `Cannot ask ${JSON.stringify(check.url)}: nothing was restored into a container, expected one. On this machine itself another one would answer.`);
    }
    return lookAtAnswer(run, check, host);
}
/** The answer may come later: whoever was started by the check before needs a moment. */
async function lookAtAnswer(run, { url, socket, expected }, host) {
    const seconds = Math.max(1, Math.ceil(run.options.limits.initMs / 1000));
    const script = `${askScript({ url, socket })}
end=$(($(date +%s) + ${seconds}))
until ask 2>/dev/null; do [ "$(date +%s)" -lt "$end" ] || { ask; exit; }; sleep 1; done`;
    const { exit, stdout, stderr } = await (0,hosts_output/* runToEnd */.cd)(host, script, { signal: run.signal });
    if ('code' in exit && exit.code === NO_CLIENT) {
        throw new errors/* HoldfastError */.E('host-unsupported', `Cannot ask ${JSON.stringify(url)}: the image has neither curl nor wget (which can’t ask a Unix socket), expected one of them. Name another image.`);
    }
    const said = (0,bytestring.display)(stdout.toString('latin1').trim());
    const found = said.slice(0, SHOWN_CHARACTERS);
    if (!(0,exit_status/* isSuccess */.o)(exit))
        return { passed: false, found: `it doesn’t answer${(0,output_tail/* displayTail */.D)(stderr)}` };
    return { passed: expected === null || said.includes((0,bytestring.displayText)(expected)), found };
}
async function lookAtFile(run, { path, expected }, { files }) {
    if (files === null)
        return { passed: false, found: 'no files were restored' };
    const looks = expected === null ? '[ -s "$f" ]' : `grep -qF -e ${(0,quote/* quote */.h)((0,bytestring.fromText)(expected))} -- "$f"`;
    const look = `d=$(cd -P ${(0,quote/* quote */.h)((0,bytestring.fromText)(files.folder))} && pwd -P) || exit 1
f=$(readlink -f ${(0,quote/* quote */.h)((0,bytestring.fromText)(`${files.folder}${path}`))}) || exit 1
case $f in "$d"/*) ;; *) exit ${LEADS_OUT} ;; esac
[ -f "$f" ] && ${looks}`;
    const { exit } = await (0,hosts_output/* runToEnd */.cd)(files.host, look, { signal: run.signal });
    if ('code' in exit && exit.code === LEADS_OUT)
        return { passed: false, found: 'it is not: a link leads out of what was restored' };
    const passed = (0,exit_status/* isSuccess */.o)(exit);
    return { passed, found: passed ? 'it is so' : 'it is not' };
}
/** Of a file of this machine the check would say nothing; and who may only ask of restored files must not ask of those. */
const LEADS_OUT = 9;

// EXTERNAL MODULE: ./build/operations/restore/workspace-name.js
var workspace_name = __webpack_require__(16639);
;// CONCATENATED MODULE: ./build/operations/drill/witness.js







/** What it prints is small; of its errors the last are told. */
const OUTPUT_LIMIT_BYTES = 16 * 1024 * 1024;
/**
 * Has stock restic check the repository and restore the snapshot: another program, by other people, of the same data.
 * @returns what it was called to do, whatever came of it.
 */
async function callWitness(run, place) {
    const { witness } = run.options;
    if (witness.mode === 'never')
        return 'not-asked';
    const version = await versionOf(place.machine, witness, run.signal);
    if (version === null) {
        if (witness.mode !== 'auto')
            run.couldNotRun(witness_titleOf('it is there'), `there is no ${JSON.stringify(witness.program)} on this machine`);
        return 'not-installed';
    }
    await run.check(witness_titleOf('restic check finds no errors'), async () => {
        await restic(place.machine, witness, ['check'], run.signal);
        return { passed: true, found: `${version} finds none` };
    });
    if (witness.mode === 'check')
        return 'checked';
    await run.check(witness_titleOf('what restic restores is what the snapshot holds'), () => restoreByRestic(run, place, version));
    return 'restored';
}
function witness_titleOf(expected) {
    const name = expected.startsWith('what') ? 'restore by stock restic' : 'check by stock restic';
    return { kind: 'witness', name, expected };
}
async function restoreByRestic(run, place, version) {
    const { snapshot, repository, signal, options } = run;
    const work = await place.makeFolder();
    const folder = `${work.path}/by-restic`;
    try {
        // Our own folders, which we don't restore: see SourceTrees.
        const without = workspace_name/* OWN_FOLDER_PATTERNS */.Ag.flatMap((pattern) => ['--exclude', pattern]);
        const words = ['restore', snapshot.id, '--target', folder, ...without];
        await restic(place.machine, options.witness, words, signal);
        const what = { snapshot, folder: (0,bytestring.fromText)(folder), includeOwn: true };
        const files = await RestoredFiles.open(place.machine, repository, what, signal);
        const { differences, files: count, bytes } = await files.compare();
        return differences.length === 0
            ? {
                passed: true,
                found: `${version}: all the same, ${(0,amounts.formatCounted)(count, 'file')} with ${(0,amounts.formatCounted)(bytes, 'byte')}`,
            }
            : { passed: false, found: `${version}: ${differences.join('; ')}` };
    }
    finally {
        await work.remove();
    }
}
/** Null: it isn't there. */
async function versionOf(host, { program }, signal) {
    const { exit, stdout } = await (0,hosts_output/* runToEnd */.cd)(host, `exec ${(0,quote/* quoteAll */._)([(0,bytestring.fromText)(program), (0,bytestring.fromText)('version')])}`, { signal });
    const [, version] = /^(restic [\w.+-]+)/.exec(stdout.toString('latin1')) ?? [];
    return (0,exit_status/* isSuccess */.o)(exit) ? (version ?? null) : null;
}
/** The password stands in the script, which goes over by stdin, and then in restic's environment alone. */
async function restic(host, { program, environment }, args, signal) {
    const exports = Object.entries(environment).map(([name, value]) => `export ${name}=${(0,quote/* quote */.h)((0,bytestring.fromText)(value))}\n`);
    // Our own lock keeps prune away; restic's check would want to be alone.
    const words = [program, '--no-cache', '--no-lock', '--quiet', ...args].map(bytestring.fromText);
    const script = `${exports.join('')}exec ${(0,quote/* quoteAll */._)(words)}`;
    await (0,hosts_output/* runSuccessfully */.t7)(host, `have restic ${args[0]}`, script, { limitBytes: OUTPUT_LIMIT_BYTES, signal });
}

// EXTERNAL MODULE: ./build/operations/take-lock.js
var take_lock = __webpack_require__(18270);
;// CONCATENATED MODULE: ./build/operations/drill.js



























/**
 * Restores a snapshot into containers of its own, or a temporary folder; proves that what is there is what was saved, and
 * that the proofs can fail; measures how long it took; removes everything.
 *
 * What goes wrong on the way is a check that failed, not an exception: a drill that can't be done is a drill that failed.
 *
 * @throws HoldfastError before there is anything to tell (snapshot-missing, bad-input, locked …); cancelled, lock-lost.
 *   Nothing is left then either.
 */
async function drill(repository, options, reporter, signal) {
    await drill_sweep(options, reporter, signal);
    const lock = options.noLock
        ? null
        : await (0,take_lock/* lockShared */.h)(repository, { ...options, onlyReads: true }, reporter, signal);
    try {
        const guarded = lock === null ? signal : AbortSignal.any([signal, lock.lost]);
        await repository.loadIndex(guarded);
        const chosen = await chooseSnapshot(repository, options.choice, options.filter, {
            nowMs: Date.now(),
            signal: guarded,
        });
        const run = new DrillRun({ repository, options, snapshot: chosen.snapshot, reporter, signal: guarded });
        return await runDrill(run, chosen);
    }
    finally {
        await lock?.release();
    }
}
async function runDrill(run, chosen) {
    const { manifest, withFiles } = await readContents(run);
    tellUnknownLeftOut(run, manifest);
    const isWanted = ({ name }) => !run.options.leaveOut.includes(name);
    const dumps = manifest.dumps.filter(isWanted);
    const place = new DrillPlace(run.options, serversOf(dumps), run.signal);
    let teardown;
    let leftOut = [];
    let witness = 'not-asked';
    let recoveryKey = { state: 'failed', key: null, drills_since: null };
    try {
        await checkRecoveryPoint(run, chosen);
        await run.step('reading', () => checkReading(run));
        recoveryKey = await run.step('recovery key', () => (0,recovery_key/* tryRecoveryKey */.s)(run));
        witness = await run.step('witness', () => callWitness(run, place));
        const isUp = await run.step('environment', () => startPlace(run, place));
        run.restoreStartedMs = performance.now();
        // First, so that an image that can't hold a dump is told before hours of files.
        const servers = isUp ? await run.step('services', () => startServers(run, place, dumps)) : [];
        const files = withFiles && isUp ? await run.step('restore of files', () => restoreFiles(run, place)) : null;
        if (withFiles && files === null)
            run.couldNotRun(NO_FILES, 'no files were restored');
        const buckets = await run.step('restore of buckets', () => restoreBuckets(run, isUp ? place : null, manifest.buckets.filter(isWanted)));
        const databases = await run.step('restore of databases', () => restoreDatabases(run, { place: isUp ? place : null, servers }, dumps));
        await tamperForTests(run, { files, databases });
        leftOut = await proveAll(run, place, { files, buckets, databases, application: manifest.application });
    }
    catch (error) {
        run.breakOff(error);
    }
    finally {
        teardown = await run.step('teardown', () => place.tearDown());
    }
    checkRecoveryTime(run);
    checkTeardown(run, teardown);
    const environment = place.evidence;
    const end = { chosen, manifest, hasFiles: withFiles, environment, teardown, leftOut, witness, recoveryKey };
    return resultOf(run, end);
}
/** What there is to restore. Where that can't be read, a check says so, and nothing is believed of it. */
async function readContents(run) {
    let contents = { manifest: NO_MANIFEST, withFiles: true };
    const title = {
        kind: 'reading',
        name: 'contents',
        expected: 'what the snapshot is made of can be read',
    };
    await run.check(title, async () => {
        const manifest = await readManifestFacts(run.repository, run.snapshot, run.signal);
        const withFiles = await hasFiles(run);
        contents = { manifest, withFiles };
        await requireAllTold(run.repository, run.snapshot, manifest, run.signal);
        const counts = `${(0,amounts.formatCounted)(manifest.dumps.length, 'dump')}, ${(0,amounts.formatCounted)(manifest.buckets.length, 'bucket')}`;
        return { passed: true, found: `${counts}, ${withFiles ? 'and files' : 'no files'}` };
    });
    return contents;
}
function serversOf(dumps) {
    const services = new Set();
    const versions = {};
    for (const record of dumps) {
        const service = serviceOf(record.engine);
        if (service === null)
            continue;
        services.add(service);
        const version = service.versionOf(record);
        if (version === null)
            continue;
        const known = versions[service.role];
        if (known === undefined || (0,databases_versions/* isOlder */.t)(known, version))
            versions[service.role] = version;
    }
    return { services: [...services], versions };
}
const NO_FILES = {
    kind: 'files',
    name: FILES_CHECK,
    expected: 'they are compared with the snapshot',
};
/** @returns what of the application could not be looked at, by its nature. */
async function proveAll(run, place, { files, buckets, databases, application }) {
    const proved = files === null ? null : await run.step('proof of files', () => proveFiles(run, files));
    const provedBuckets = await run.step('proof of buckets', () => proveBuckets(run, buckets));
    const provedDumps = await run.step('proof of databases', () => proveDatabases(run, databases));
    const isContained = place.evidence.files_in === 'container';
    const leftOut = await run.step('application’s checks', () => runApplicationChecks(run, application, { files, isContained }));
    await run.step('user’s checks', () => runUserChecks(run, { files, dumps: databases, isContained }));
    await run.step('negative control', async () => {
        if (files !== null && proved !== null)
            await controlFiles(run, files, proved);
        await controlBuckets(run, provedBuckets);
        await controlDatabases(run, provedDumps);
    });
    // It may change its databases: it comes when they have been compared for the last time.
    if (run.options.application !== null) {
        await run.step('application', async () => {
            const running = await startApplication(run, place, { files, dumps: databases });
            await runChecksInApplication(run, running, databases);
            await checkItStays(run, running);
        });
    }
    return leftOut;
}
/** As far as clocks may be apart. */
const MOST_AHEAD_MS = 5 * 60_000;
async function checkRecoveryPoint(run, chosen) {
    const { age_ms: age, target_ms: most } = recoveryPoint(run, chosen);
    if (most === null)
        return;
    const expected = `the newest complete snapshot is at most ${(0,time_text/* timeText */.T)(most)} old`;
    await run.check({ kind: 'recovery-point', name: 'recovery point', expected }, async () => ({
        // One from the future would be fresh for ever.
        passed: age !== null && age <= most && age >= -MOST_AHEAD_MS,
        found: age === null
            ? 'there is none'
            : age < -MOST_AHEAD_MS
                ? `its time is ${(0,time_text/* timeText */.T)(-age)} ahead of this machine’s clock`
                : withLimit(`it is ${(0,time_text/* timeText */.T)(age)} old`, age, most),
    }));
}
async function checkReading(run) {
    const { repository, snapshot, reporter, signal } = run;
    const title = {
        kind: 'reading',
        name: 'reading',
        expected: 'each blob of the snapshot is what its name says',
    };
    await run.check(title, async () => {
        const { blobs, bytes } = await readSnapshot(repository, snapshot.snapshot.tree, reporter, signal);
        return {
            passed: true,
            found: `${(0,amounts.formatCounted)(blobs, 'blob')}, ${(0,amounts.formatCounted)(bytes, 'byte')} of data`,
        };
    });
}
function startPlace(run, place) {
    const title = {
        kind: 'environment',
        name: 'environment',
        expected: 'what is restored has a place of its own',
    };
    return run.check(title, async () => ({ passed: true, found: await place.start() }));
}
function checkRecoveryTime(run) {
    const { restore_ms: took, target_ms: most } = recoveryTime(run);
    if (most === null)
        return;
    const title = {
        kind: 'recovery-time',
        name: 'recovery time',
        expected: `from the restore’s beginning to the last proof at most ${(0,time_text/* timeText */.T)(most)}`,
    };
    if (took === null)
        run.couldNotRun(title, 'nothing was proved');
    else
        run.note(title, { passed: took <= most, found: withLimit((0,time_text/* timeText */.T)(took), took, most) });
}
/** `2.6 s: more than 1 s`: a reason is read where what was expected stands nowhere else. */
function withLimit(found, ms, mostMs) {
    return ms <= mostMs ? found : `${found}: more than ${(0,time_text/* timeText */.T)(mostMs)}`;
}
function checkTeardown(run, { containers, volumes, folders, clean }) {
    const title = {
        kind: 'teardown',
        name: 'teardown',
        expected: 'nothing of what was restored is left',
    };
    const found = (0,teardown_text/* teardownText */.E)({ containers, volumes, folders });
    run.note(title, {
        passed: clean,
        found: clean
            ? `${found}: gone`
            : `${found}: not all is seen to be gone; look for the label holdfast.drill=${run.options.drillId}`,
    });
}
/** An engine that never answers must not keep the drill from telling so. */
const SWEEP_LIMIT_MS = 60_000;
/** What earlier drills have left; an engine that isn't there is told later, if it is needed. */
async function drill_sweep(options, reporter, cancelled) {
    const limit = AbortSignal.timeout(Math.min(SWEEP_LIMIT_MS, options.limits.timeMs));
    const signal = AbortSignal.any([cancelled, limit]);
    const client = new container_engine/* EngineClient */.A(options.engine, (0,local/* localHost */.O)(), options.engineEnvironment);
    const usesEngine = Object.keys(options.images).length > 0;
    const folders = await (0,drill_folder/* sweepFolders */.m)(client.host, null);
    const containers = usesEngine ? await (0,sweep/* sweepContainers */.V)(client, null, signal).catch(() => 0) : 0;
    const volumes = usesEngine ? await (0,sweep/* sweepVolumes */.q)(client, null, signal).catch(() => 0) : 0;
    await client.host.close();
    if (folders + containers + volumes === 0)
        return;
    const found = (0,teardown_text/* teardownText */.E)({ containers, volumes, folders });
    reporter.onInfo(`Removed what earlier drills had left: ${found}.`);
}
async function tamperForTests(run, { files, databases }) {
    const server = databases.find(({ socketFolder }) => socketFolder !== null);
    await run.options.afterRestore?.({
        filesFolder: files?.folder ?? '',
        serverFolder: server?.socketFolder ?? '',
        run: async (role, script) => {
            const host = role === 'files' ? files?.host : databases.find((dump) => dump.role === role)?.host;
            if (host === undefined)
                return '';
            return (await (0,hosts_output/* runSuccessfully */.t7)(host, 'do what a test asks for', script)).stdout.toString('utf8');
        },
    });
}


/***/ }),

/***/ 99369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ requireOutputFolder),
/* harmony export */   m: () => (/* binding */ requireEvidencePlace)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _archive_folder_store_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93301);
/* harmony import */ var _backends_directory_errors_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(26439);
/* harmony import */ var _backends_location_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68713);
/* harmony import */ var _backends_s3_url_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4532);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63509);
/* harmony import */ var _drills_evidence_place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65848);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(19473);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(53648);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5202);











/**
 * That what a drill attests can be kept is asked before it begins: it may take hours. A folder is written to as the evidence will be,
 * and nothing is left. In a bucket nothing is written, since a credential that may only create could not remove it: what a look
 * tells, counts (there is no such bucket, nobody answers); that one may not look says nothing.
 *
 * @throws HoldfastError no-permission, no-space, backend-failed, bad-input; cancelled.
 */
async function requireEvidencePlace(place, signal) {
    const location = (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__.locationOf)(place);
    const folder = (0,_drills_evidence_place_js__WEBPACK_IMPORTED_MODULE_3__/* .folderOf */ .y)(location);
    try {
        await (folder === null ? lookAt(place, location, signal) : tryFolder(folder));
    }
    catch (cause) {
        signal.throwIfAborted();
        const shown = folder === null ? (0,_backends_location_js__WEBPACK_IMPORTED_MODULE_4__/* .redactUrl */ .BO)(location) : (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.displayText)(folder);
        const advice = 'name another place (`evidence`), or keep none (`no-evidence`)';
        throw cannotBegin(`its evidence can't be kept in "${shown}"`, cause, advice);
    }
}
/**
 * The same of the folder, which is there, that later steps of a workflow find everything in.
 * @throws HoldfastError no-permission, no-space, backend-failed, bad-input.
 */
async function requireOutputFolder(folder) {
    try {
        await (0,_archive_folder_store_js__WEBPACK_IMPORTED_MODULE_6__/* .tryWritingTo */ .l)(folder);
    }
    catch (cause) {
        const what = `its files for later steps can't be written to "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.displayText)(folder)}"`;
        throw cannotBegin(what, cause, 'or set RUNNER_TEMP (TMPDIR) to another folder');
    }
}
async function lookAt(place, location, signal) {
    const store = await place.open(location);
    try {
        if (location.startsWith(_backends_s3_url_js__WEBPACK_IMPORTED_MODULE_7__/* .S3_SCHEME */ .b))
            await store.list(signal)[Symbol.asyncIterator]().next();
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .asHoldfastError */ .C)(error)?.code !== 'no-permission')
            throw error;
    }
    finally {
        await store.close();
    }
}
/** One that isn't there will be made: it is tried under another name, at which nobody else looks meanwhile. */
async function tryFolder(folder) {
    const there = await nearestThere(folder);
    if (there === folder)
        return (0,_archive_folder_store_js__WEBPACK_IMPORTED_MODULE_6__/* .tryWritingTo */ .l)(folder);
    const trial = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(there, '.holdfast-evidence-'));
    try {
        await (0,_archive_folder_store_js__WEBPACK_IMPORTED_MODULE_6__/* .tryWritingTo */ .l)(trial);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(trial);
    }
}
/** A link counts as there, wherever it leads. */
async function nearestThere(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path);
        return path;
    }
    catch (error) {
        if ((0,_system_error_js__WEBPACK_IMPORTED_MODULE_9__/* .systemCode */ .xU)(error) !== 'ENOENT')
            throw error;
        return nearestThere((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
    }
}
function cannotBegin(what, cause, advice) {
    const told = (0,_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .asHoldfastError */ .C)(cause);
    const why = told?.message ?? `${(0,_system_error_js__WEBPACK_IMPORTED_MODULE_9__/* .systemErrorText */ .f9)(cause)}, expected a folder that takes new files.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .HoldfastError */ .E(told?.code ?? (0,_backends_directory_errors_js__WEBPACK_IMPORTED_MODULE_10__/* .directoryError */ .yJ)('', cause).code, `Cannot begin the drill: ${what}: ${why} Put that right, ${advice}. Nothing has been restored yet.`, { cause });
}


/***/ }),

/***/ 66820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ recoveryTrial),
/* harmony export */   s: () => (/* binding */ tryRecoveryKey)
/* harmony export */ });
/* harmony import */ var _crypto_seal_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(41420);
/* harmony import */ var _drills_recovery_trial_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71749);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _repository_format_config_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53967);
/* harmony import */ var _repository_key_store_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51095);
/* harmony import */ var _repository_recovery_code_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32202);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5202);







/**
 * Whether the drill that is about to run tries the recovery key: by the drills of which evidence is kept, one in RECOVERY_EVERY,
 * and each until one has opened the repository. A credential that may only create can't look: then it is tried.
 * @param code As it was given, however it is written; null: it isn't. Secret.
 */
async function recoveryTrial(repository, { place, code }, signal) {
    const written = code === null ? null : (0,_repository_recovery_code_js__WEBPACK_IMPORTED_MODULE_0__/* .asWritten */ .qm)(code);
    try {
        const found = await (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.listEvidence)(place, repository, null, signal);
        const drillsSince = (0,_drills_recovery_trial_js__WEBPACK_IMPORTED_MODULE_2__/* .drillsSinceOpened */ .iv)(found.filter(_evidence_js__WEBPACK_IMPORTED_MODULE_1__.isOfDrill).map(({ statement }) => statement));
        const earlier = found.slice(-_drills_recovery_trial_js__WEBPACK_IMPORTED_MODULE_2__/* .EARLIER_NAMED */ .z7).map(({ name }) => name);
        return { code: written, isDue: (0,_drills_recovery_trial_js__WEBPACK_IMPORTED_MODULE_2__/* .isTrialDue */ .xX)(drillsSince), drillsSince, earlier };
    }
    catch (error) {
        if (signal.aborted || (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .asHoldfastError */ .C)(error) === null)
            throw error;
        return { code: written, isDue: true, drillsSince: null, earlier: null };
    }
}
/** Opens the repository by the recovery key, where this drill is to: by another key than the one that it is open by. */
async function tryRecoveryKey(run) {
    const { code, isDue, drillsSince } = run.options.recovery;
    const facts = { key: null, drills_since: drillsSince };
    if (!isDue)
        return { ...facts, state: 'not-due' };
    if (code === null) {
        run.reporter.onWarning('The recovery key isn’t tried: no recovery code is given (`recovery-code`, or HOLDFAST_RECOVERY_CODE). Nobody knows that it ' +
            'opens the repository until a drill has done it.');
        return { ...facts, state: 'not-given' };
    }
    let key = null;
    const title = {
        kind: 'recovery-key',
        name: 'recovery key',
        expected: 'the recovery code opens the repository, by a key of its own',
    };
    await run.check(title, async () => {
        const { repository, signal } = run;
        const { backend, keyId } = repository;
        const found = await (0,_repository_key_store_js__WEBPACK_IMPORTED_MODULE_4__/* .findKey */ .Tj)(backend, code, { signal }).catch((error) => {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .asHoldfastError */ .C)(error)?.code !== 'wrong-password')
                throw error;
            return null;
        });
        if (found === null)
            return { passed: false, found: 'it opens no key of the repository' };
        if (found.id === keyId)
            return { passed: false, found: 'it is the key that the repository is open by: no other one was tried' };
        const what = `the config of repository "${backend.location}"`;
        const sealed = await backend.load({ kind: 'config', name: '' }, undefined, signal);
        const { id } = (0,_repository_format_config_js__WEBPACK_IMPORTED_MODULE_5__/* .decodeConfig */ .F)((0,_crypto_seal_js__WEBPACK_IMPORTED_MODULE_6__/* .open */ .ho)(found.masterKey, sealed, what), what);
        if (id !== repository.id)
            return { passed: false, found: 'it opens another repository' };
        key = found.id;
        return { passed: true, found: `key ${found.id.slice(0, 8)} opens it` };
    });
    return { ...facts, key, state: key === null ? 'failed' : 'opened' };
}


/***/ }),

/***/ 51646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ witnessEnvironment)
/* harmony export */ });
/* harmony import */ var _drills_evidence_place_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65848);

/** Of ours, what leads restic to a bucket, with what right, and by which certificates. */
const PASSED_ON = [
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'AWS_DEFAULT_REGION',
    'AWS_REGION',
    'AWS_PROFILE',
    'AWS_SHARED_CREDENTIALS_FILE',
    'RESTIC_CACERT',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
];
/** restic's variables for a repository: no command line shows the password. Of a bucket's credential it is told for a bucket alone. */
function witnessEnvironment({ repository, password, s3 }, env) {
    const folder = (0,_drills_evidence_place_js__WEBPACK_IMPORTED_MODULE_0__/* .folderOf */ .y)(repository);
    const names = folder === null ? ['HOME', ...PASSED_ON] : ['HOME'];
    const passed = names.flatMap((name) => (env[name] ? [[name, env[name]]] : []));
    return {
        ...Object.fromEntries(passed),
        ...(folder === null ? storageVariables(s3) : {}),
        RESTIC_REPOSITORY: folder ?? repository,
        RESTIC_PASSWORD: password,
    };
}
/** A role's keys are fetched as they are needed, and end meanwhile: restic is not given any. */
function storageVariables({ credentials, region } = {}) {
    const at = region === undefined ? {} : { AWS_DEFAULT_REGION: region };
    if (credentials?.kind === 'profile')
        return { ...at, AWS_PROFILE: credentials.name };
    if (credentials?.kind !== 'keys')
        return at;
    const { accessKeyId, secretAccessKey, sessionToken } = credentials;
    return {
        ...at,
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        ...(sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: sessionToken }),
    };
}


/***/ }),

/***/ 14992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ parseDrill)
});

// EXTERNAL MODULE: ./build/choice.js
var choice = __webpack_require__(68881);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/drills/user-check.js
var user_check = __webpack_require__(27117);
;// CONCATENATED MODULE: ./build/drills/application-wish.js


const FORMS = 'expected image=IMAGE, command=SHELL COMMAND and ready=CHECK once each ("http: http://localhost:PORT/PATH", ' +
    '"http: unix:/SOCKET:/PATH" or "command: SHELL COMMAND"), and what else is meant of user=ACCOUNT, init-limit=SPAN and ' +
    'mount=/PATH/IN/SNAPSHOT=/PATH (several, none within another, nor in /proc, /sys, /dev, /tmp or /run)';
const ONCE = ['image', 'command', 'user', 'ready', 'init-limit'];
/**
 * @param texts Words `key=value`; none: no application is started. @param name Of the flag or input, for messages.
 * @param parseSpan Of `init-limit`. @throws HoldfastError bad-input.
 */
function parseApplicationWish(texts, name, parseSpan) {
    if (texts.length === 0)
        return null;
    const words = new Map();
    const mounts = [];
    for (const text of texts) {
        const [, key = '', value = ''] = /^([a-z-]+)=(.+)$/s.exec(text.trim()) ?? [];
        if (key === 'mount')
            addMount(mounts, value, name);
        else if (!ONCE.includes(key) || words.has(key))
            throw bad(name, `it is ${JSON.stringify(text)}`);
        else
            words.set(key, value);
    }
    const [image, command, ready] = ['image', 'command', 'ready'].map((key) => words.get(key));
    if (image === undefined || command === undefined || ready === undefined)
        throw bad(name, 'one of image, command and ready is missing');
    const user = words.get('user') ?? null;
    if (user !== null && !ACCOUNT.test(user))
        throw bad(name, `user is ${JSON.stringify(user)}`);
    const limit = words.get('init-limit');
    const initMs = limit === undefined ? null : parseSpan(limit);
    return { image, command, user, mounts, ready: parseReady(ready, name), initMs };
}
const ACCOUNT = /^[\w.][\w.-]{0,63}$/;
function parseReady(text, name) {
    const check = (0,user_check/* parseUserCheck */.p)(text, name);
    if ((check.kind === 'command' || check.kind === 'http') && check.expected === null)
        return check;
    throw bad(name, `ready is ${JSON.stringify(text)}`);
}
/** What an engine takes for a path in a volume's option, without what would end it. */
const PATH = /^(\/[^/:,\0\n]+)+$/;
/** Are there already, and not for this. */
const TAKEN = /^\/(holdfast-drill|proc|sys|dev|tmp|run)(\/|$)/;
/** None within another: what is copied into one would be hidden by the next. */
function addMount(mounts, text, name) {
    const [from = '', to = from, ...more] = text.split('=');
    const isFit = [from, to].every((path) => PATH.test(path) && !/\/\.{1,2}(\/|$)/.test(path));
    const isApart = mounts.every((one) => !isWithin(one.to, to) && !isWithin(to, one.to));
    if (!isFit || !isApart || more.length > 0 || TAKEN.test(to))
        throw bad(name, `mount is ${JSON.stringify(text)}`);
    mounts.push({ from, to });
}
function isWithin(path, folder) {
    return path === folder || path.startsWith(`${folder}/`);
}
function bad(name, actual) {
    return new errors/* HoldfastError */.E('bad-input', `Cannot use ${name}: ${actual}, ${FORMS}.`);
}

// EXTERNAL MODULE: ./build/drills/limits.js
var limits = __webpack_require__(25751);
;// CONCATENATED MODULE: ./build/drills/wishes.js
/** What an image is for: what is restored into its container. */
const IMAGE_ROLES = [
    'files',
    'postgresql',
    'mariadb',
    'mysql',
    'redis',
    'dolt',
    'opensearch',
];
/** `auto`: `restore` where restic is installed. `restore` and `check`: it must be. */
const WITNESS_MODES = ['auto', 'restore', 'check', 'never'];

// EXTERNAL MODULE: ./build/retention/policy-words.js
var policy_words = __webpack_require__(15035);
// EXTERNAL MODULE: ./build/size.js
var size = __webpack_require__(85963);
// EXTERNAL MODULE: ./build/duration.js
var duration = __webpack_require__(73110);
;// CONCATENATED MODULE: ./build/settings/drill.js









/**
 * @param show A word as it is written where it was given: `--max-age`, or `the input max-age`.
 * @throws HoldfastError bad-input.
 */
function parseDrill(words, show) {
    const restore = words['max-restore-time'];
    const checks = words.check.map((text) => (0,user_check/* parseUserCheck */.p)(text, show('check')));
    const application = readApplication(words, checks, show);
    return {
        choice: readChoice(words, show),
        maxAgeMs: (0,policy_words/* parseMaxAge */.pq)(words['max-age'], show('max-age')),
        maxRestoreMs: restore === null ? null : (0,duration/* parseDuration */.E)(restore, show('max-restore-time')),
        engine: (0,choice.parseChoice)(words.engine ?? 'docker', show('engine'), ['docker', 'podman']),
        images: readImages(words.image, show('image')),
        limits: readLimits(words, show),
        application,
        checks,
        leaveOut: words['leave-out'],
        witness: (0,choice.parseChoice)(words.restic ?? 'auto', show('restic'), WITNESS_MODES),
    };
}
function readApplication(words, checks, show) {
    const wish = parseApplicationWish(words.application, show('application'), (text) => {
        const ms = (0,duration/* parseDuration */.E)(text, show('application'));
        if (ms < 1000)
            throw drill_bad(show('application'), `init-limit is ${JSON.stringify(text)}`, 'a second at least');
        return ms;
    });
    if (wish !== null && words.image.length === 0)
        throw drill_bad(show('application'), 'nothing is restored into a container', `${show('image')} with it`);
    const lost = checks.find((check) => 'inApplication' in check && check.inApplication);
    if (wish === null && lost !== undefined)
        throw drill_bad(show('check'), `it is ${JSON.stringify(lost.text)}`, `${show('application')} with it`);
    return wish;
}
function readChoice(words, show) {
    const { snapshot, seed } = words;
    const within = (0,policy_words/* parseMaxAge */.pq)(words['random-within'], show('random-within'));
    if (within !== null) {
        if (snapshot !== 'latest')
            throw drill_bad(show('random-within'), 'a snapshot is named, too', 'one of them. Leave out the other');
        if (seed === null || seed === '')
            throw drill_bad(show('random-within'), 'there is no seed', `${show('seed')}, such as the run’s ID`);
        return { how: 'random', withinMs: within, seed };
    }
    if (seed !== null)
        throw drill_bad(show('seed'), 'nothing is drawn', `${show('random-within')} with it`);
    return snapshot === 'latest' ? { how: 'latest' } : { how: 'id', spec: snapshot };
}
function readImages(texts, name) {
    const images = {};
    for (const text of texts) {
        const [, role = '', image = ''] = /^([a-z]+)=(.+)$/.exec(text.trim()) ?? [];
        if (!IMAGE_ROLES.some((one) => one === role) || Object.hasOwn(images, role)) {
            const expected = `each of ${IMAGE_ROLES.map((one) => `${one}=IMAGE`).join(', ')} once at most`;
            throw drill_bad(name, `it is ${JSON.stringify(text)}`, expected);
        }
        images[role] = image;
    }
    return images;
}
function readLimits(words, show) {
    const { memory, cpus, processes } = words;
    const span = (word, otherwise) => {
        const text = words[word];
        const ms = text === null ? otherwise : (0,duration/* parseDuration */.E)(text, show(word));
        if (ms < 1000)
            throw drill_bad(show(word), `it is ${JSON.stringify(text)}`, 'a second at least');
        return ms;
    };
    return {
        memoryBytes: memory === null ? limits/* DEFAULT_LIMITS */.d.memoryBytes : Number((0,size/* parseSize */.D)(memory, show('memory'))),
        cpus: cpus === null ? limits/* DEFAULT_LIMITS */.d.cpus : positive(cpus, show('cpus')),
        processes: processes === null ? limits/* DEFAULT_LIMITS */.d.processes : Math.ceil(positive(processes, show('processes'))),
        timeMs: span('time-limit', limits/* DEFAULT_LIMITS */.d.timeMs),
        initMs: span('init-limit', limits/* DEFAULT_LIMITS */.d.initMs),
    };
}
function positive(text, name) {
    const number = /^\d{1,6}(\.\d{1,3})?$/.test(text) ? Number(text) : 0;
    if (number > 0)
        return number;
    throw drill_bad(name, `it is ${JSON.stringify(text)}`, 'a number above 0');
}
function drill_bad(name, actual, expected) {
    return new errors/* HoldfastError */.E('bad-input', `Cannot use ${name}: ${actual}, expected ${expected}.`);
}


/***/ })

};
