export const id = 6903;
export const ids = [6903];
export const modules = {

/***/ 23952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ StreamingCommand)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _free_buffer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35115);



/** A longer line of stderr is cut: four times the longest path, escaped, with room for the message. */
const MAX_LINE_BYTES = 64 * 1024;
/** Names gathered for one write to the command's stdin. */
const NAMES_WRITE_BYTES = 32 * 1024;
/**
 * A command on a host that is fed names while its stdout streams out: the three streams are pumped side by side, so
 * that none can block another. Use: iterate `output` to its end, then `finish`; `end` in any case.
 */
class StreamingCommand {
    #command;
    #ending;
    #exited;
    #errors;
    #finished = false;
    #isDrained = false;
    constructor(command, ending, options) {
        this.#command = command;
        this.#ending = ending;
        this.#exited = command.exited;
        this.#exited.catch(() => { }); // met by `output`, `finish` or `end`
        // What breaks the streams breaks `exited` too, which says why.
        this.#errors = readLines(command.stderr, options.onErrorLine).catch(() => { });
        command.stdin.on('error', () => { }); // a command that ends before it has read all says so by its exit status
        if (options.input !== undefined)
            command.stdin.write(options.input);
        void feed(command, options.names ?? []).catch(() => { });
    }
    /** @throws HoldfastError as `Host.start` does. */
    static async start(host, script, options) {
        const ending = new AbortController();
        const signal = AbortSignal.any([
            ending.signal,
            ...(options.signal === undefined ? [] : [options.signal]),
        ]);
        return new StreamingCommand(await host.start(script, { signal }), ending, options);
    }
    /**
     * The command's stdout, to be read once. What was given is gone when the next is asked for: copy what you keep.
     * @throws HoldfastError as `RunningCommand.exited` does.
     */
    async *output() {
        try {
            for await (const chunk of this.#command.stdout) {
                yield chunk;
                (0,_free_buffer_js__WEBPACK_IMPORTED_MODULE_1__/* .freeNow */ .V)(chunk);
            }
            this.#isDrained = true;
        }
        catch (error) {
            await this.#exited; // why the stream broke, if the host knows
            throw error;
        }
    }
    /** Whether `output` came to its end, so that `finish` will say how the command ended by itself. */
    get isDrained() {
        return this.#isDrained;
    }
    /** How the command ended, after all that it printed was read. @throws HoldfastError as `RunningCommand.exited`. */
    async finish() {
        const [exit] = await Promise.all([this.#exited, this.#errors]);
        this.#finished = true;
        return exit;
    }
    /** Ends the command if it still runs, and waits until it is gone. Idempotent. */
    async end() {
        if (this.#finished)
            return;
        this.#finished = true;
        this.#ending.abort();
        this.#command.stdout.destroy();
        this.#command.stderr.destroy();
        await this.#exited.catch(() => { });
    }
}
async function feed(command, names) {
    const { stdin } = command;
    let text = '';
    for (const name of names) {
        text += `${name}\0`;
        if (text.length < NAMES_WRITE_BYTES)
            continue;
        if (stdin.destroyed)
            return;
        if (!stdin.write((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.toBytes)(text)))
            await (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(stdin, 'drain');
        text = '';
    }
    stdin.end((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.toBytes)(text));
}
async function readLines(stream, onLine) {
    let line = '';
    for await (const chunk of stream) {
        const pieces = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromBytes)(chunk).split('\n');
        for (const [i, piece] of pieces.entries()) {
            if (i > 0) {
                onLine(line);
                line = '';
            }
            line = (line + piece).slice(0, MAX_LINE_BYTES);
        }
    }
    if (line !== '')
        onLine(line);
}


/***/ }),

/***/ 34497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ TarParser)
});

// UNUSED EXPORTS: WHOLE_CONTENT_BYTES

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/free-buffer.js
var free_buffer = __webpack_require__(35115);
// EXTERNAL MODULE: ./build/files/tar/extensions.js
var tar_extensions = __webpack_require__(51988);
// EXTERNAL MODULE: ./build/files/tar/fault.js
var fault = __webpack_require__(21280);
;// CONCATENATED MODULE: ./build/files/tar/assemble-header.js


const NS_PER_SECOND = 1000000000n;
const TYPES = {
    '0': 'file',
    '7': 'file', // "contiguous": a file like any other
    '1': 'hardlink',
    '2': 'symlink',
    '3': 'chardev',
    '4': 'dev',
    '5': 'dir',
    '6': 'fifo',
};
/**
 * Puts a header block and what extended headers said before it together.
 *
 * @throws HoldfastError command-failed if they contradict each other or the member is of a kind that we don't know.
 */
function assembleHeader(block, extensions) {
    const type = TYPES[block.typeflag];
    if (type === undefined)
        throw (0,fault/* tarFault */.e)(`a member is of the unknown type ${JSON.stringify(block.typeflag)}`);
    const storedBytes = extensions.sizeBytes ?? block.sizeBytes;
    if (storedBytes < 0)
        throw (0,fault/* tarFault */.e)(`a member's size is ${storedBytes}`);
    if (type !== 'file' && storedBytes !== 0) {
        throw (0,fault/* tarFault */.e)(`a member of type ${type} has ${storedBytes} bytes of content, expected none`);
    }
    const isSparse = extensions.sparse !== undefined;
    const header = {
        path: pathOf(type, extensions.sparse?.name ?? extensions.path ?? block.name),
        type,
        linkTarget: linkTargetOf(type, extensions.linkTarget ?? block.linkName),
        permissions: block.permissions,
        uid: idOf(extensions.uid ?? block.uid, 'uid'),
        gid: idOf(extensions.gid ?? block.gid, 'gid'),
        user: extensions.user ?? block.user,
        group: extensions.group ?? block.group,
        mtimeNs: extensions.mtimeNs ?? BigInt(block.mtimeSeconds) * NS_PER_SECOND,
        ctimeNs: extensions.ctimeNs ?? null,
        sizeBytes: BigInt(isSparse ? realSizeOf(type, extensions) : storedBytes),
        deviceMajor: block.deviceMajor,
        deviceMinor: block.deviceMinor,
        extendedAttributes: (0,tar_extensions/* attributesOf */.Td)(extensions),
        sparse: isSparse,
    };
    return { header, storedBytes };
}
function pathOf(type, path) {
    let end = path.length;
    if (type === 'dir')
        while (end > 1 && path[end - 1] === '/')
            end--;
    else if (path.endsWith('/'))
        throw (0,fault/* tarFault */.e)(`a member of type ${type} has a name that ends in a slash`);
    if (end === 0)
        throw (0,fault/* tarFault */.e)('a member has no name');
    return end === path.length ? path : path.slice(0, end);
}
function linkTargetOf(type, target) {
    if (type !== 'symlink' && type !== 'hardlink')
        return '';
    if (target === '')
        throw (0,fault/* tarFault */.e)(`a ${type} has no target`);
    return target;
}
function idOf(id, name) {
    if (id < 0 || id > tar_extensions/* MAX_ID */.rc)
        throw (0,fault/* tarFault */.e)(`a member's ${name} is ${id}, expected 0 to ${tar_extensions/* MAX_ID */.rc}`);
    return id;
}
function realSizeOf(type, { sparse }) {
    if (type !== 'file')
        throw (0,fault/* tarFault */.e)(`a member of type ${type} claims to be sparse`);
    if (sparse?.major !== '1' || sparse.minor !== '0') {
        throw (0,fault/* tarFault */.e)(`a sparse file is in format ${sparse?.major}.${sparse?.minor}, expected 1.0`);
    }
    if (sparse.name === undefined || sparse.realSizeBytes === undefined) {
        throw (0,fault/* tarFault */.e)('a sparse file lacks its name or its size');
    }
    return sparse.realSizeBytes;
}

// EXTERNAL MODULE: ./build/files/tar/block.js
var tar_block = __webpack_require__(17577);
// EXTERNAL MODULE: ./build/files/tar/pax.js
var pax = __webpack_require__(22853);
// EXTERNAL MODULE: ./build/files/tar/sparse.js
var sparse = __webpack_require__(61002);
;// CONCATENATED MODULE: ./build/files/tar/sparse-content.js



/**
 * Turns the stored content of a sparse file (its map, then its data without holes) into data and holes in order, behind
 * its `start`, which comes once the map is known.
 */
class SparseContent {
    #header;
    #sizeBytes;
    #map;
    /** The part of a map's block that came with the last push. */
    #block = Buffer.alloc(tar_block/* BLOCK_BYTES */.Yo);
    #blockFilled = 0;
    #mapBytes = 0;
    #storedBytes;
    /** Null until the map is complete. */
    #segments = null;
    #segmentIndex = 0;
    #segmentDone = 0;
    /** How far into the file the events have come. */
    #position = 0;
    constructor(header, storedBytes) {
        const sizeBytes = Number(header.sizeBytes);
        this.#header = header;
        this.#sizeBytes = sizeBytes;
        this.#storedBytes = storedBytes;
        this.#map = new sparse/* SparseMapDecoder */.n6(sizeBytes);
    }
    push(bytes, events) {
        let at = 0;
        while (this.#segments === null && at < bytes.length)
            at += this.#pushMap(bytes.subarray(at), events);
        while (at < bytes.length)
            at += this.#pushData(bytes.subarray(at), events);
    }
    /** Says that the stored content has ended. @throws HoldfastError command-failed if some of it was missing. */
    finish(events) {
        if (this.#segments === null || this.#segmentIndex < this.#segments.length) {
            throw (0,fault/* tarFault */.e)('a sparse file has less data than its map says');
        }
        this.#fillUpTo(this.#sizeBytes, events);
    }
    #pushMap(bytes, events) {
        const taken = bytes.copy(this.#block, this.#blockFilled);
        this.#blockFilled += taken;
        if (this.#blockFilled < tar_block/* BLOCK_BYTES */.Yo)
            return taken;
        this.#blockFilled = 0;
        this.#mapBytes += tar_block/* BLOCK_BYTES */.Yo;
        if (this.#map.push(this.#block)) {
            this.#segments = this.#map.segments();
            this.#checkStoredBytes(this.#segments);
            events.push({ kind: 'start', header: this.#header, segments: this.#segments });
        }
        return taken;
    }
    /** The data of all segments is what must follow the map: no more, no less. */
    #checkStoredBytes(segments) {
        const dataBytes = (0,sparse/* dataBytesOf */.x8)(segments);
        const storedBytes = this.#storedBytes - this.#mapBytes;
        if (storedBytes !== dataBytes) {
            throw (0,fault/* tarFault */.e)(`a sparse file has ${storedBytes} bytes of data, expected ${dataBytes} by its map`);
        }
    }
    #pushData(bytes, events) {
        const segment = this.#segments?.[this.#segmentIndex];
        if (segment === undefined)
            throw (0,fault/* tarFault */.e)('a sparse file has more data than its map says');
        this.#fillUpTo(segment.offset, events);
        const length = Math.min(bytes.length, segment.length - this.#segmentDone);
        events.push({ kind: 'data', bytes: bytes.subarray(0, length) });
        this.#position += length;
        this.#segmentDone += length;
        if (this.#segmentDone === segment.length) {
            this.#segmentIndex++;
            this.#segmentDone = 0;
        }
        return length;
    }
    #fillUpTo(offset, events) {
        if (offset <= this.#position)
            return;
        events.push({ kind: 'hole', lengthBytes: offset - this.#position });
        this.#position = offset;
    }
}

// EXTERNAL MODULE: ./build/files/tar/ustar.js
var ustar = __webpack_require__(30195);
;// CONCATENATED MODULE: ./build/files/tar/parser.js









/** Content of fewer bytes than this comes whole, in one event; of as many or more (or sparse), as it streams. */
const WHOLE_CONTENT_BYTES = 512 * 1024;
/** Longest GNU long name: what no call of Linux takes is no name. */
const MAX_LONG_NAME_BYTES = 1024 * 1024;
/**
 * A push parser of a tar archive, or of archives in a row: ustar, GNU (long names, base-256 numbers) and pax, with sparse files of format
 * 1.0. Synchronous, so that small members cost no promise; memory is bounded by MAX_PAX_BYTES and the largest map.
 * Contents are good until the next `push`.
 */
class TarParser {
    #offset = 0;
    #gathering = null;
    /** Where contents gather, in turn: one may still be looked at while the next begins. */
    #rooms = [null, null];
    #nextRoom = 0;
    #streamingBytes = 0;
    #skippingBytes = 0;
    #sparse = null;
    #inARow;
    #global = {};
    #pending = {};
    /** Type flags of the extended headers before the next member. */
    #pendingTypes = '';
    #zeroBlocks = 0;
    #unfinished = null;
    #tooMuch = null;
    /**
     * @param options.inARow Archives follow one another without padding, as each tar of a row writes one: every two zero
     *   blocks end one. Default: one archive, with any padding of zeros behind it.
     */
    constructor(options = {}) {
        this.#inARow = options.inARow ?? false;
    }
    /**
     * Takes in the next bytes.
     *
     * @throws HoldfastError command-failed if they are no archive that we can read exactly. Use no parser after that. TooMuch only
     *   once all that stands before it was given.
     */
    push(bytes) {
        if (this.#tooMuch !== null)
            throw this.#tooMuch;
        const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        const events = [];
        let at = 0;
        try {
            while (at < chunk.length) {
                const taken = this.#take(chunk, at, events);
                at += taken;
                this.#offset += taken;
            }
        }
        catch (error) {
            if (!(error instanceof fault/* TooMuch */.G) || events.length === 0)
                throw error;
            this.#tooMuch = error;
        }
        return events;
    }
    /** Says that no more bytes come. @throws HoldfastError command-failed if the archive isn't at its end. */
    finish() {
        if (this.#tooMuch !== null)
            throw this.#tooMuch;
        if (this.#zeroBlocks < 2)
            throw (0,fault/* tarFault */.e)('the stream ended before the archive did', this.#offset);
    }
    /** The member whose content has not come to its end, or null. */
    get unfinished() {
        return this.#unfinished;
    }
    /** Gives the memory of contents back: nobody looks at one any more, and no more bytes come. */
    release() {
        for (const room of this.#rooms)
            if (room !== null)
                (0,free_buffer/* freeNow */.V)(room);
        this.#rooms.fill(null);
    }
    /** Takes bytes of `chunk` from `at` on: at least one. Returns how many. */
    #take(chunk, at, events) {
        const available = chunk.length - at;
        if (this.#gathering !== null)
            return this.#gather(this.#gathering, chunk, at, events);
        if (this.#streamingBytes > 0) {
            const length = Math.min(available, this.#streamingBytes);
            this.#stream(chunk.subarray(at, at + length), events);
            return length;
        }
        if (this.#skippingBytes > 0) {
            const length = Math.min(available, this.#skippingBytes);
            this.#skippingBytes -= length;
            return length;
        }
        if (available < tar_block/* BLOCK_BYTES */.Yo) {
            const block = this.#gatherNext(tar_block/* BLOCK_BYTES */.Yo, (bytes, found) => void this.#readBlock(bytes, 0, found));
            return this.#gather(block, chunk, at, events);
        }
        return this.#readBlock(chunk, at, events);
    }
    /** Reads the block at `at`, and the content behind it if all of it is there too. Returns the bytes taken. */
    #readBlock(chunk, at, events) {
        if (chunk[at] === 0 && (0,ustar/* isZeroBlock */.ei)(chunk, at)) {
            this.#readZeroBlock(events);
            return tar_block/* BLOCK_BYTES */.Yo;
        }
        if (this.#inARow && this.#zeroBlocks === 2) {
            this.#zeroBlocks = 0;
            this.#global = {};
        }
        if (this.#zeroBlocks > 0) {
            throw (0,fault/* tarFault */.e)(this.#zeroBlocks === 1 ? 'a single zero block' : 'bytes behind the end of the archive', this.#offset);
        }
        const block = (0,ustar/* decodeHeaderBlock */.dP)(chunk, at);
        const content = at + tar_block/* BLOCK_BYTES */.Yo;
        if ('xgLK'.includes(block.typeflag)) {
            this.#expectExtension(block);
            return tar_block/* BLOCK_BYTES */.Yo;
        }
        const extensions = (0,tar_extensions/* merged */.Zu)(this.#global, this.#pending);
        this.#pending = {};
        this.#pendingTypes = '';
        const { header, storedBytes } = assembleHeader(block, extensions);
        if (header.sparse || storedBytes >= WHOLE_CONTENT_BYTES) {
            this.#startStream(header, storedBytes, events);
            return tar_block/* BLOCK_BYTES */.Yo;
        }
        if (content + storedBytes <= chunk.length) {
            events.push({ kind: 'member', header, content: chunk.subarray(content, content + storedBytes) });
            this.#skippingBytes = (0,tar_block/* paddingOf */.Zt)(storedBytes);
            return tar_block/* BLOCK_BYTES */.Yo + storedBytes;
        }
        this.#unfinished = header;
        this.#gatherIn(this.#roomFor(storedBytes), (bytes, found) => {
            this.#unfinished = null;
            found.push({ kind: 'member', header, content: bytes });
        });
        return tar_block/* BLOCK_BYTES */.Yo;
    }
    #readZeroBlock(events) {
        if (this.#pendingTypes !== '')
            throw (0,fault/* tarFault */.e)('an extended header without a member', this.#offset);
        if (this.#inARow && this.#zeroBlocks === 2)
            this.#zeroBlocks = 0;
        if (this.#zeroBlocks < 2 && ++this.#zeroBlocks === 2)
            events.push({ kind: 'end' });
    }
    #expectExtension({ typeflag, sizeBytes }) {
        const limit = typeflag === 'x' || typeflag === 'g' ? pax/* MAX_PAX_BYTES */.Lo : MAX_LONG_NAME_BYTES;
        if (sizeBytes < 0)
            throw (0,fault/* tarFault */.e)(`an extended header has ${sizeBytes} bytes`, this.#offset);
        if (sizeBytes > limit) {
            throw new fault/* TooMuch */.G(`an extended header has ${sizeBytes} bytes, expected at most ${limit}`);
        }
        if (typeflag !== 'g') {
            if (this.#pendingTypes.includes(typeflag))
                throw (0,fault/* tarFault */.e)('two extended headers for one member', this.#offset);
            this.#pendingTypes += typeflag;
        }
        const read = (bytes) => this.#readExtension(typeflag, bytes);
        if (sizeBytes === 0)
            read(Buffer.alloc(0));
        else
            this.#gatherNext(sizeBytes, read);
    }
    #readExtension(typeflag, bytes) {
        if (typeflag === 'x')
            (0,tar_extensions/* addRecords */.Ug)((0,pax/* decodePax */.m)(bytes), this.#pending, 'member');
        else if (typeflag === 'g')
            (0,tar_extensions/* addRecords */.Ug)((0,pax/* decodePax */.m)(bytes), this.#global, 'global');
        else if (typeflag === 'L')
            this.#pending.path = longName(bytes);
        else
            this.#pending.linkTarget = longName(bytes);
    }
    #startStream(header, storedBytes, events) {
        if (header.sparse)
            this.#sparse = new SparseContent(header, storedBytes);
        this.#streamingBytes = storedBytes;
        this.#skippingBytes = (0,tar_block/* paddingOf */.Zt)(storedBytes);
        this.#unfinished = header;
        if (!header.sparse)
            events.push({ kind: 'start', header, segments: null });
        if (storedBytes === 0)
            throw (0,fault/* tarFault */.e)('a sparse file lacks its map', this.#offset);
    }
    #stream(bytes, events) {
        this.#streamingBytes -= bytes.length;
        if (this.#sparse === null)
            events.push({ kind: 'data', bytes });
        else
            this.#sparse.push(bytes, events);
        if (this.#streamingBytes > 0)
            return;
        this.#sparse?.finish(events);
        this.#sparse = null;
        this.#unfinished = null;
        events.push({ kind: 'finish' });
    }
    #gatherNext(length, complete) {
        return this.#gatherIn(Buffer.allocUnsafe(length), complete);
    }
    #gatherIn(bytes, complete) {
        this.#gathering = { bytes, filled: 0, complete };
        this.#skippingBytes = (0,tar_block/* paddingOf */.Zt)(bytes.length);
        return this.#gathering;
    }
    /**
     * Used again and again: a buffer for each content would have V8 collect its whole heap every few of them. Of one push
     * at most one content is gathered whole and one begun, so that two rooms do.
     */
    #roomFor(length) {
        this.#nextRoom = this.#nextRoom === 0 ? 1 : 0;
        const room = this.#rooms[this.#nextRoom] ?? Buffer.allocUnsafeSlow(WHOLE_CONTENT_BYTES);
        this.#rooms[this.#nextRoom] = room;
        return room.subarray(0, length);
    }
    #gather(gathering, chunk, at, events) {
        const length = Math.min(chunk.length - at, gathering.bytes.length - gathering.filled);
        chunk.copy(gathering.bytes, gathering.filled, at, at + length);
        gathering.filled += length;
        if (gathering.filled === gathering.bytes.length) {
            this.#gathering = null;
            gathering.complete(gathering.bytes, events);
        }
        return length;
    }
}
/** A GNU long name, which ends at a NUL or with its content. */
function longName(bytes) {
    const nul = bytes.indexOf(0);
    const name = (0,bytestring.fromBytes)(nul === -1 ? bytes : bytes.subarray(0, nul));
    if (name === '')
        throw (0,fault/* tarFault */.e)('a GNU long name is empty');
    return name;
}


/***/ }),

/***/ 98538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ connectSocket)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var _tunnel_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12614);


/**
 * A connection from this machine to `to`.
 * @param host For messages.
 * @throws HoldfastError host-unreachable, no-permission.
 */
function connectSocket(host, to, limitMs) {
    const place = 'socketPath' in to ? { path: to.socketPath } : { host: to.host, port: to.port, noDelay: true };
    return new Promise((resolve, reject) => {
        const socket = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.connect)({ ...place, allowHalfOpen: true });
        const fail = (error) => {
            clearTimeout(timer);
            socket.destroy();
            reject(error);
        };
        const timer = setTimeout(() => fail((0,_tunnel_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .noAnswerFrom */ .g)(host, to, limitMs)), limitMs);
        socket.once('error', (error) => fail((0,_tunnel_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .noWay */ .v)(host, to, error.message, error)));
        socket.once('connect', () => {
            clearTimeout(timer);
            socket.removeAllListeners('error');
            resolve(socket);
        });
    });
}


/***/ }),

/***/ 6410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ formatContainerAddress),
/* harmony export */   z: () => (/* binding */ parseContainerAddress)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


const FORMS = 'expected "docker:NAME", "podman:NAME", "compose:PROJECT/SERVICE" or "podman-compose:PROJECT/SERVICE", with "USER@" ' +
    'before the name if it is not the container’s own user';
/** Engines and compose allow no other names; none of these can be taken for an option, a label's end or two words. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;
const USER = /^[A-Za-z0-9_][A-Za-z0-9_.-]*\$?(:[A-Za-z0-9_][A-Za-z0-9_.-]*)?$/;
const NUMBER = /^[1-9][0-9]{0,5}$/;
/**
 * `docker:[user@]name`, `podman:[user@]name`, `compose:[user@]project/service[/number]`, and the last with
 * `podman-compose`.
 * @throws HoldfastError bad-input with the value.
 */
function parseContainerAddress(address) {
    const [, kind = '', user = null, rest = ''] = /^(docker|podman|compose|podman-compose):(?:([^@/]*)@)?([^@]*)$/.exec(address) ?? [];
    if (kind === '')
        throw badAddress(address, 'it has another form');
    if (user !== null && !USER.test(user))
        throw badAddress(address, 'what stands before "@" is no user');
    const which = kind.endsWith('compose') ? parseService(address, rest) : parseName(address, rest);
    return { engine: kind.startsWith('podman') ? 'podman' : 'docker', user, which };
}
/** As `parseContainerAddress` takes it. */
function formatContainerAddress({ engine, user, which }) {
    const who = user === null ? '' : `${user}@`;
    if ('name' in which)
        return `${engine}:${who}${which.name}`;
    const kind = engine === 'docker' ? 'compose' : 'podman-compose';
    const number = which.number === null ? '' : `/${which.number}`;
    return `${kind}:${who}${which.project}/${which.service}${number}`;
}
function parseName(address, name) {
    if (!NAME.test(name))
        throw badAddress(address, 'what stands at the end is no name or ID of a container');
    return { name };
}
function parseService(address, text) {
    const [project = '', service = '', number, ...more] = text.split('/');
    if (!NAME.test(project) || !NAME.test(service) || more.length > 0) {
        throw badAddress(address, 'what stands at the end is no project and service');
    }
    if (number !== undefined && !NUMBER.test(number)) {
        throw badAddress(address, 'what stands at the end is no number of a container, which count from 1');
    }
    return { project, service, number: number === undefined ? null : Number(number) };
}
function badAddress(address, actual) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot look for the container "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(address)}": ${actual}, ${FORMS}. Correct it.`);
}


/***/ }),

/***/ 49592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ checkDestination),
/* harmony export */   k: () => (/* binding */ formatDestination)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);



/** `127.0.0.1:5432`, `[::1]:5432`, `/run/mysqld/mysqld.sock`. */
function formatDestination(to) {
    if ('socketPath' in to)
        return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(to.socketPath);
    return `${to.host.includes(':') ? `[${to.host}]` : (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(to.host)}:${to.port}`;
}
const MAX_PORT = 65_535;
/**
 * The system's ssh takes it as one word, in which it looks for colons, variables and `%` tokens: nothing that has one
 * is let through, to neither client.
 * @throws HoldfastError bad-input.
 */
function checkDestination(to) {
    const actual = faultIn(to);
    if (actual === null)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot make a tunnel to "${formatDestination(to)}": ${actual}, expected a host and a port, or the absolute path of a ` +
        'Unix socket. Correct it.');
}
function faultIn(to) {
    if ('socketPath' in to) {
        if (!to.socketPath.startsWith('/'))
            return 'the path is not absolute';
        return /^[\x21-\x7e]+$/.test(to.socketPath) && !/[:\\%$[\]"'`]/.test(to.socketPath)
            ? null
            : 'the path holds a character that ssh would take for something else';
    }
    if (!/^[A-Za-z0-9_.-]+$/.test(to.host) && !(0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(to.host))
        return 'that is no host';
    if (to.host.startsWith('-'))
        return 'that is no host';
    return Number.isInteger(to.port) && to.port >= 1 && to.port <= MAX_PORT
        ? null
        : `the port isn't a number from 1 to ${MAX_PORT}`;
}


/***/ }),

/***/ 62585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ isSuccess),
/* harmony export */   t: () => (/* binding */ endedWith)
/* harmony export */ });
function isSuccess(exit) {
    return 'code' in exit && exit.code === 0;
}
/** `ended with exit status 3`, `was ended by signal KILL`. */
function endedWith(exit) {
    return 'code' in exit ? `ended with exit status ${exit.code}` : `was ended by signal ${exit.signal}`;
}


/***/ }),

/***/ 60051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ THIS_MACHINE),
/* harmony export */   O: () => (/* binding */ localHost)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77030);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48161);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(19473);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(53648);
/* harmony import */ var _connect_socket_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(98538);
/* harmony import */ var _shell_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9078);
/* harmony import */ var _shell_host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(97643);









/** Its name as a Host. */
const THIS_MACHINE = 'this machine';
/** This machine. Commands run as the user that we run as, or as root with `become`. */
function localHost(options = {}) {
    return (0,_shell_host_js__WEBPACK_IMPORTED_MODULE_4__/* .createShellHost */ .dr)(localTransport(), options);
}
function localTransport() {
    const name = THIS_MACHINE;
    return {
        name,
        knowsExitStatus: true,
        isThisMachine: true,
        open: openChannel,
        connectTo: async (to) => ({ stream: await (0,_connect_socket_js__WEBPACK_IMPORTED_MODULE_5__/* .connectSocket */ .c)(name, to, CONNECT_LIMIT_MS) }),
        close: async () => undefined,
    };
}
const CONNECT_LIMIT_MS = 20_000;
async function openChannel() {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('/bin/sh', ['-c', _shell_js__WEBPACK_IMPORTED_MODULE_6__/* .READ_AND_EVALUATE */ .TU], { detached: true, env: shellEnvironment() });
    const exit = exitOf(child);
    exit.catch(() => undefined); // asked for later, or not at all
    try {
        await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'spawn');
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .HoldfastError */ .E('host-unsupported', `Cannot start "/bin/sh" on this machine: ${(0,_system_error_js__WEBPACK_IMPORTED_MODULE_8__/* .systemErrorText */ .f9)(error)}. Make it possible to start processes.`, { cause: error });
    }
    const { stdin, stdout, stderr } = child;
    return { stdin, stdout, stderr, exit, close: () => letGo(child), unref: () => unref(child) };
}
/** Ours may hold secrets, which `/proc/<pid>/environ` would show until the shell has cleaned its own. */
function shellEnvironment() {
    const { PATH, HOME, USER = ourName() } = process.env;
    return { PATH, HOME, USER };
}
/** Else each command asks `id`, as containers often have no USER. Undefined: nobody knows us by name. */
function ourName() {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_3__.userInfo)().username;
    }
    catch {
        return undefined;
    }
}
function exitOf(child) {
    return new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('exit', (code, signal) => {
            resolve(code === null ? { signal: String(signal).replace(/^SIG/, '') } : { code });
        });
    });
}
function letGo(child) {
    unref(child);
    for (const stream of [child.stdin, child.stdout, child.stderr])
        stream.destroy();
}
function unref(child) {
    child.unref();
    for (const stream of [child.stdin, child.stdout, child.stderr]) {
        if (stream instanceof node_net__WEBPACK_IMPORTED_MODULE_2__.Socket)
            stream.unref();
    }
}


/***/ }),

/***/ 59958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ displayTail)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);

const TAIL_LINES = 5;
const TAIL_BYTES = 1000;
/** The last lines of what a command printed, ready to show in one line: `: "sudo: a password is required"`, or ''. */
function displayTail(output) {
    const lines = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromBytes)(output)
        .slice(-TAIL_BYTES)
        .split(/[\r\n]+/)
        .filter((line) => line.trim() !== '')
        .slice(-TAIL_LINES);
    if (lines.length === 0)
        return '';
    return `: "${lines.map((line) => (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.display)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromBytes)(Buffer.from(line.trim(), 'latin1')))).join(' | ')}"`;
}


/***/ }),

/***/ 52871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cd: () => (/* binding */ runToEnd),
/* harmony export */   qi: () => (/* binding */ CommandFailure),
/* harmony export */   t7: () => (/* binding */ runSuccessfully)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46466);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62585);
/* harmony import */ var _output_tail_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59958);





const DEFAULT_LIMIT_BYTES = 1024 * 1024;
/** A command on a host that ended with something else than exit status 0. */
class CommandFailure extends _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E {
    exit;
    /** `what`: what the command was to do, ready to show: `Cannot <what> on "host": …`. */
    constructor(what, host, { exit, stderr }) {
        super('command-failed', `Cannot ${what} on "${host.name}": the command ${(0,_exit_status_js__WEBPACK_IMPORTED_MODULE_3__/* .endedWith */ .t)(exit)}${(0,_output_tail_js__WEBPACK_IMPORTED_MODULE_4__/* .displayTail */ .D)(stderr)}, expected exit status 0.`);
        this.exit = exit;
    }
}
/**
 * Runs `script` to its end and gives what it printed. A command that fails gives an Output like any other: pass it to
 * `CommandFailure` where that is an error.
 *
 * @throws HoldfastError host-unsupported, after ending the command, when stdout is over the limit; else what `start`
 * and `exited` throw.
 */
async function runToEnd(host, script, options = {}) {
    const limitBytes = options.limitBytes ?? DEFAULT_LIMIT_BYTES;
    const excess = new AbortController();
    const signal = AbortSignal.any([excess.signal, ...(options.signal === undefined ? [] : [options.signal])]);
    const command = await host.start(script, { signal, hasLargeInput: options.hasLargeInput });
    const onExcess = () => excess.abort(tooMuchOutput(host, limitBytes));
    const feeding = feed(command, options.stdin).catch((error) => {
        // Not every way to a host tells the command that no more comes: it would wait for ever.
        if (!signal.aborted)
            excess.abort(error);
        throw error;
    });
    const outcomes = await Promise.allSettled([
        readAll(command.stdout, limitBytes, onExcess),
        readLast(command.stderr, limitBytes),
        command.exited,
        feeding,
    ]);
    if (excess.signal.aborted)
        throw excess.signal.reason;
    const [stdout, stderr, exit, fed] = outcomes;
    if (exit.status === 'rejected')
        throw exit.reason;
    if (stdout.status === 'rejected')
        throw stdout.reason;
    if (stderr.status === 'rejected')
        throw stderr.reason;
    if (fed.status === 'rejected')
        throw fed.reason;
    return { stdout: stdout.value, stderr: stderr.value, exit: exit.value };
}
/** As `runToEnd`. @throws CommandFailure for any exit but 0; `what` as it takes it. */
async function runSuccessfully(host, what, script, options = {}) {
    const output = await runToEnd(host, script, options);
    if (!(0,_exit_status_js__WEBPACK_IMPORTED_MODULE_3__/* .isSuccess */ .o)(output.exit))
        throw new CommandFailure(what, host, output);
    return output;
}
/**
 * A command need not read its stdin to the end: what it says of itself is in its exit status. Only what the source
 * itself throws is an error here, not what a pipe that ends early makes of it.
 */
async function feed(command, input) {
    if (typeof input === 'function')
        return feedBy(input, command);
    const source = input instanceof Uint8Array ? [input] : (input ?? []);
    let failure = null;
    async function* watched() {
        try {
            yield* source;
        }
        catch (error) {
            failure = { error };
            throw error;
        }
    }
    // A stream that breaks throws into the iterator that it reads: not into `watched`, which would take it for its own.
    async function* passedOn() {
        for await (const chunk of watched())
            yield chunk;
    }
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(passedOn(), { objectMode: false }), command.stdin).catch(() => {
        if (failure !== null)
            throw failure.error;
    });
}
async function feedBy(source, { stdin }) {
    const waiting = new Set();
    const refuse = () => {
        for (const reject of waiting)
            reject(new StdinClosed());
    };
    stdin.on('error', () => { }); // a command that ends early says so by its exit status
    stdin.on('close', refuse); // not every stream tells that to the write that is under way
    const write = (bytes) => new Promise((resolve, reject) => {
        waiting.add(reject);
        stdin.write(bytes, (error) => {
            waiting.delete(reject);
            if (error == null)
                resolve();
            else
                reject(new StdinClosed());
        });
        if (stdin.destroyed)
            refuse();
    });
    try {
        await source(write);
        stdin.end();
    }
    catch (error) {
        stdin.destroy();
        if (!(error instanceof StdinClosed))
            throw error;
    }
}
/** The command reads no more. */
class StdinClosed extends Error {
    name = 'StdinClosed';
}
async function readAll(stream, limitBytes, onExcess) {
    const chunks = [];
    let length = 0;
    for await (const chunk of stream) {
        length += chunk.length;
        if (length > limitBytes) {
            onExcess();
            break;
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
async function readLast(stream, limitBytes) {
    let last = Buffer.alloc(0);
    for await (const chunk of stream) {
        last = Buffer.concat([last, chunk]);
        if (last.length > 2 * limitBytes)
            last = Buffer.from(last.subarray(-limitBytes));
    }
    return last.subarray(-limitBytes);
}
function tooMuchOutput(host, limitBytes) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('host-unsupported', `Cannot keep the output of a command on "${host.name}": it is larger than expected, over ${limitBytes} bytes. ` +
        'Look at what the host prints; the command was ended.');
}


/***/ }),

/***/ 97538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ TREE)
/* harmony export */ });
/** Shell: `tree PID` prints a process and its descendants, by what /proc says of their parents. */
const TREE = `
tree() {
  echo $1
  for status in /proc/[0-9]*/stat; do
    IFS= read -r line <$status || continue
    child=\${line%% *}
    set -- $1 \${line##*')'}
    [ $3 = $1 ] && (tree $child)
  done 2>/dev/null
}
`;


/***/ }),

/***/ 12715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parentForSocket),
/* harmony export */   r: () => (/* binding */ SecretFolder)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77030);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58500);






/**
 * A folder (0700) for secrets, which doesn't outlive us: a process that watches us removes it when we are gone, however
 * suddenly. It is there before anything can be written into the folder.
 *
 * Only if all processes are killed at once (the machine stops, a container ends) does the folder stay.
 */
class SecretFolder {
    path;
    #guard;
    constructor(path, guard) {
        this.path = path;
        this.#guard = guard;
    }
    /** Makes one in `parent`, whose name begins with `prefix`. */
    static async make(parent, prefix) {
        const path = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(parent, prefix));
        // A session of its own: a Ctrl-C at the terminal is meant for us, who may yet need the folder.
        const guard = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('sh', ['-c', REMOVE_WHEN_ALONE, path], {
            stdio: ['pipe', 'ignore', 'ignore'],
            env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin' },
            detached: true,
        });
        guard.stdin?.on('error', () => undefined); // it has ended: then there is nothing to end
        try {
            await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(guard, 'spawn');
        }
        catch (error) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(path, { recursive: true, force: true });
            throw error;
        }
        guard.unref(); // it waits for our end: we must not wait for its own
        if (guard.stdin instanceof node_net__WEBPACK_IMPORTED_MODULE_3__.Socket)
            guard.stdin.unref();
        return new SecretFolder(path, guard);
    }
    /** Idempotent. */
    async remove() {
        const hasEnded = this.#guard.exitCode !== null || this.#guard.signalCode !== null;
        const ended = hasEnded ? null : (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(this.#guard, 'exit');
        this.#guard.ref();
        this.#guard.stdin?.end('end\n');
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(this.path, { recursive: true, force: true });
        await Promise.race([ended, (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_5__.setTimeout)(END_LIMIT_MS, undefined, { ref: false })]);
    }
}
const END_LIMIT_MS = 2000;
/** A line on its stdin ends it; the end of that without one says that we were killed. */
const REMOVE_WHEN_ALONE = 'read -r line || rm -rf -- "$0"';
/** The path of a Unix socket has at most 104 bytes, of which ssh wants some for itself. */
const MAX_SOCKET_PARENT_BYTES = 60;
/** Where to make a folder that is to hold a Unix socket: in `temporary` unless its path is too long. */
function parentForSocket(temporary) {
    return Buffer.byteLength(temporary) <= MAX_SOCKET_PARENT_BYTES ? temporary : '/tmp';
}


/***/ }),

/***/ 97643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qo: () => (/* binding */ BEATS_BEFORE_SILENT),
  yU: () => (/* binding */ DEFAULT_SILENT_AFTER_MS),
  dr: () => (/* binding */ createShellHost),
  rc: () => (/* binding */ openShellHost)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/hosts/process-tree.js
var process_tree = __webpack_require__(97538);
;// CONCATENATED MODULE: ./build/hosts/guard.js


/**
 * The guard of a host: one shell beside the commands, over a channel of its own. It ends a command's whole group when
 * we ask for that, and every group that is still there when we are gone: when its stdin ends (connection closed or
 * reset, we were killed), or when no beat has come for a while (a network that fell silent). Closing a channel alone
 * would leave commands running for ever, and those that read would take the end of their stdin for the end of the
 * data.
 */
class Guard {
    #channel;
    #beat;
    #ending = new Map();
    #lost = false;
    /** The beginning of a line that isn't whole yet. */
    #held = '';
    /** Takes over `channel`, on which `guardScript` runs. `onLost`: it ended without being stopped. */
    constructor(channel, options) {
        this.#channel = channel;
        this.#beat = setInterval(() => void this.#say('beat'), options.beatPeriodMs).unref();
        channel.stderr.resume();
        channel.stdout.on('data', (chunk) => this.#read(chunk)).on('error', () => undefined); // of the stream: `exit` rejects with the same
        const lose = () => {
            this.#lost = true;
            clearInterval(this.#beat);
            for (const settle of this.#ending.values())
                settle(false);
            options.onLost();
        };
        channel.exit.then(lose, lose);
    }
    /**
     * From here on the command is ended when we are gone. Resolves once that is on its way to the host before all that is
     * written later, to whatever channel; false if the guard is lost instead.
     */
    add(command) {
        return this.#say(`add ${words(command)}`);
    }
    remove(command) {
        void this.#say(`remove ${words(command)}`);
    }
    /** Ends the command's processes: TERM, and KILL after 2 s. Whether they are known to be gone. */
    async end(command) {
        if (this.#lost)
            return false;
        const ended = new Promise((resolve) => this.#ending.set(command.pid, resolve));
        void this.#say(`end ${words(command)}`);
        const isGone = await within(END_LIMIT_MS, ended);
        this.#ending.delete(command.pid);
        return isGone ?? false;
    }
    /** Ends every command that it still has, and itself. */
    async stop() {
        clearInterval(this.#beat);
        this.#channel.stdin.end();
        await within(END_LIMIT_MS, this.#channel.exit.catch(() => null));
        this.#channel.close();
    }
    /** Resolves when `line` was handed over: true; or when it can't be: false. */
    async #say(line) {
        const { stdin, exit } = this.#channel;
        const isHandedOver = !this.#lost &&
            stdin.writable &&
            (await new Promise((resolve) => stdin.write(`${line}\n`, (error) => resolve(error == null))));
        // Only then does whoever asks next get another guard.
        if (!isHandedOver)
            await within(END_LIMIT_MS, exit.catch(() => null));
        return isHandedOver;
    }
    /** Of a line that is too long only its end is kept: a hostile host may print without ever ending one. */
    #read(chunk) {
        const lines = (this.#held + chunk.toString('latin1')).split('\n');
        this.#held = (lines.pop() ?? '').slice(-LINE_LIMIT_BYTES);
        for (const line of lines)
            this.#hear(line);
    }
    #hear(line) {
        const [word, pid] = line.split(' ');
        if (word === 'ended' || word === 'left')
            this.#ending.get(Number(pid))?.(word === 'ended');
    }
}
/** What `promise` gives within `limitMs`, else null. */
async function within(limitMs, promise) {
    const timer = new AbortController();
    const limit = (0,promises_.setTimeout)(limitMs, null, { signal: timer.signal }).catch(() => null);
    try {
        return await Promise.race([promise, limit]);
    }
    finally {
        timer.abort();
    }
}
function words({ kind, pid, start }) {
    return `${kind} ${pid} ${start}`;
}
/** TERM first: this long before KILL. */
const GRACE_MS = 2000;
const POLL_MS = 100;
/** TERM, KILL, and a slow line: a cancelled run has no more time than this. */
const END_LIMIT_MS = 5000;
/** Of what a guard answers: a word and a number. */
const LINE_LIMIT_BYTES = 256;
/** So many periods without a beat, and the guard takes us for lost. */
const SILENT_PERIODS = 12;
/**
 * The script that the guard runs. Words on its stdin: `add KIND PID START`, `remove KIND PID START`,
 * `end KIND PID START` (answered by `ended PID` or `left PID`), `beat`.
 */
function guardScript(beatPeriodMs) {
    const periodSeconds = Math.max(1, Math.round(beatPeriodMs / 1000));
    return `
nl='
'
commands=$nl
silent=0

send() { # SIGNAL TARGET...: true if any could take it; this form alone is the same in every shell
  name=$1 sent=1
  shift
  for target; do kill -$name $target 2>/dev/null && sent=0; done
  return $sent
}

${process_tree/* TREE */.P}
alive() { # TARGET...: what has ended but wasn't waited for takes signals too, in a container without init for ever
  send 0 "$@" || return 1
  [ -r /proc/self/stat ] || return 0
  running='none'
  for target; do
    case $target in
      -*) running="$running|[)] [^ZX] [0-9]+ \${target#-} " ;;
      *) running="$running|^$target .*[)] [^ZX] " ;;
    esac
  done
  grep -Eqs "$running" /proc/[0-9]*/stat
  case $? in [12]) return 1 ;; esac # 2: none of them, but a file went away meanwhile; else there is no grep
}

ours() { # PID START: a number whose process started at another time is somebody else's by now
  [ $2 != - ] && [ -r /proc/$1/stat ] && IFS= read -r line </proc/$1/stat || return 0
  start=$2
  set -- \${line##*')'}
  [ "\${20}" = $start ]
} 2>/dev/null

now() { IFS=' .' read -r seconds hundredths rest </proc/uptime; } 2>/dev/null

waited() { # sets ms: since \`end\` began; on a busy host looks take their time, and are the measure only where there is no clock
  ms=$((polls * ${POLL_MS}))
  [ -n "$began" ] && now && ms=$(((seconds - began) * 1000 + (1$hundredths - 1$part) * 10))
}

end() { # KIND PID START: true if nothing of it is left
  ours $2 $3 || return 0
  if [ $1 = group ]; then set -- -$2; else set -- $(tree $2); fi
  began=
  now && began=$seconds part=$hundredths
  send TERM "$@" || return 0
  send CONT "$@"
  polls=0 limit=${GRACE_MS} killed=
  while alive "$@"; do
    waited
    if [ $ms -ge $limit ]; then
      [ -z "$killed" ] || break
      send KILL "$@"
      killed=1 limit=$((ms + ${GRACE_MS}))
    fi
    polls=$((polls + 1))
    sleep ${POLL_MS / 1000} 2>/dev/null || sleep 1
  done
  ! alive "$@"
}

end_all() {
  printf %s "$commands" | {
    while read -r command; do [ -z "$command" ] || end $command & done
    wait
  }
  kill -KILL -$$
}

{ while sleep ${periodSeconds}; do echo tick; done &
  cat
  echo gone
} 2>/dev/null | while read -r word command; do
  case $word in
    add) commands=$commands$command$nl ;;
    remove)
      case $commands in *"$nl$command$nl"*)
        commands=\${commands%%"$nl$command$nl"*}$nl\${commands#*"$nl$command$nl"} ;;
      esac ;;
    end) { end $command && word=ended || word=left; set -- $command; echo $word $2; } & ;;
    beat) silent=0 ;;
    tick) silent=$((silent + 1)); [ $silent -lt ${SILENT_PERIODS} ] || end_all ;;
    gone) end_all ;;
  esac
done`;
}

// EXTERNAL MODULE: ./build/hosts/exit-status.js
var exit_status = __webpack_require__(62585);
// EXTERNAL MODULE: ./build/hosts/output-tail.js
var output_tail = __webpack_require__(59958);
;// CONCATENATED MODULE: ./build/hosts/preamble.js
/** How much rc files may print before a script begins. */
const NOISE_LIMIT_BYTES = 1024 * 1024;
const NEWLINE = 0x0a;
/** The marker didn't come: `seen` is what came instead (the last of it, if it was too much). */
class NoPreambleError extends Error {
    name = 'NoPreambleError';
    seen;
    constructor(message, seen) {
        super(message);
        this.seen = seen;
    }
}
/**
 * Reads `stream` up to the end of the line that begins with `marker` and gives that line's other words. What login
 * shells and rc files printed before is dropped; what follows stays in the stream, unread.
 *
 * @throws NoPreambleError when the stream ends, fails, or holds over 1 MiB before the marker.
 */
function readPreamble(stream, marker) {
    return new Promise((resolve, reject) => {
        let seen = Buffer.alloc(0);
        const settle = (action) => {
            stream.off('readable', onReadable).off('end', onEnd).off('error', onError).off('close', onEnd);
            action();
        };
        const onEnd = () => settle(() => reject(new NoPreambleError('it ended', seen)));
        const onError = (error) => settle(() => reject(new NoPreambleError(error.message, seen)));
        const onReadable = () => {
            for (let chunk = stream.read(); chunk !== null; chunk = stream.read()) {
                seen = Buffer.concat([seen, chunk]);
                const line = findLine(seen, marker);
                if (line !== null) {
                    const rest = seen.subarray(line.end);
                    return settle(() => {
                        if (rest.length > 0)
                            stream.unshift(rest);
                        resolve(line.words);
                    });
                }
                if (seen.length > NOISE_LIMIT_BYTES) {
                    return settle(() => reject(new NoPreambleError('it printed over 1 MiB', seen)));
                }
            }
        };
        stream.on('readable', onReadable).on('end', onEnd).on('error', onError).on('close', onEnd);
    });
}
/** The words after `marker`, and where its line ends; null while it isn't there as a whole. */
function findLine(bytes, marker) {
    const start = bytes.indexOf(marker);
    if (start < 0)
        return null;
    const newline = bytes.indexOf(NEWLINE, start);
    if (newline < 0)
        return null;
    const words = bytes
        .toString('latin1', start + marker.length, newline)
        .split(' ')
        .filter(Boolean);
    return { start, end: newline + 1, words };
}

;// CONCATENATED MODULE: ./build/hosts/no-shell.js





const EXIT_WAIT_MS = 2000;
/** Why a script's preamble didn't come, as an error for a person. */
async function explainNoShell(host, become, channel, outcomes) {
    let exit;
    try {
        exit = await Promise.race([channel.exit, (0,promises_.setTimeout)(EXIT_WAIT_MS, null, { ref: false })]);
    }
    catch (error) {
        return (0,errors/* asHoldfastError */.C)(error) ?? new errors/* HoldfastError */.E('host-unreachable', String(error), { cause: error });
    }
    const said = outcomes
        .map((outcome) => outcome.status === 'rejected' && outcome.reason instanceof NoPreambleError ? outcome.reason.seen : null)
        .filter((seen) => seen !== null);
    const ended = `${exit === null ? 'still runs' : (0,exit_status/* endedWith */.t)(exit)}${(0,output_tail/* displayTail */.D)(Buffer.concat(said))}`;
    if (become === 'sudo')
        return explainNoSudo(host, ended);
    return new errors/* HoldfastError */.E('host-unsupported', `Cannot start a shell on "${host}": the login ${ended}, expected it to run "sh". ` +
        'Give the user a login shell and no forced command.');
}
function explainNoSudo(host, ended) {
    return new errors/* HoldfastError */.E('no-permission', `Cannot become root on "${host}": "sudo -n" ${ended}, expected it to run "sh" without a password. ` +
        'Give the user a NOPASSWD rule in sudoers, or leave become out.');
}

// EXTERNAL MODULE: ./build/hosts/shell.js
var shell = __webpack_require__(9078);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./build/hosts/exit-report.js


/**
 * Takes the report of the exit status (src/hosts/shell.ts) out of a script's stderr. Afterwards `status` has it, or
 * null: then the script's whole group was killed, or the connection is lost.
 */
class ExitReport extends external_node_stream_.Transform {
    status = null;
    #marker;
    #held = Buffer.alloc(0);
    constructor(marker) {
        super();
        this.#marker = marker;
    }
    _transform(chunk, _encoding, done) {
        const bytes = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
        const line = findLine(bytes, this.#marker);
        if (line === null) {
            this.#pass(bytes, startOfMarker(bytes, this.#marker), done);
            return;
        }
        const [kind, value = ''] = line.words;
        this.status = kind === 'signal' ? { signal: value } : { code: Number(value) };
        this.push(bytes.subarray(0, line.start));
        this.#pass(bytes.subarray(line.end), Number.POSITIVE_INFINITY, done);
    }
    _flush(done) {
        done(null, this.#held);
    }
    #pass(bytes, end, done) {
        this.#held = bytes.subarray(end);
        done(null, bytes.subarray(0, end));
    }
}
/** Where the marker, or what may be its beginning, starts; else the end of `bytes`. */
function startOfMarker(bytes, marker) {
    const whole = bytes.indexOf(marker);
    if (whole >= 0)
        return whole;
    for (let start = Math.max(0, bytes.length - marker.length + 1); start < bytes.length; start++) {
        if (marker.startsWith(bytes.toString('latin1', start)))
            return start;
    }
    return bytes.length;
}

;// CONCATENATED MODULE: ./build/hosts/shell-command.js




/** A script that runs on `channel`, past its preamble. */
class ShellCommand {
    stdin;
    stdout;
    stderr;
    exited;
    identity;
    /** Resolves when `exited` has settled, either way. */
    settled;
    /** As `settled`; whether its processes are known to be gone. */
    isOver;
    #channel;
    #options;
    #cancelled = Promise.withResolvers();
    #isCancelled = false;
    #isGone = false;
    constructor(channel, options) {
        this.#channel = channel;
        this.#options = options;
        this.identity = options.identity;
        this.stdin = channel.stdin;
        this.stdout = channel.stdout;
        const report = options.reportMarker === null ? null : new ExitReport(options.reportMarker);
        this.stderr = report === null ? channel.stderr : filtered(channel.stderr, report);
        this.exited = Promise.race([this.#untilExited(report), this.#cancelled.promise]);
        this.settled = this.exited.then(() => undefined, () => undefined);
        this.isOver = this.exited.then(() => true, () => this.#isGone);
    }
    /** Ends the command when `signal` aborts. */
    cancelOn(signal) {
        const cancel = () => void this.#cancel(signal.reason);
        signal.addEventListener('abort', cancel, { once: true });
        void this.settled.then(() => signal.removeEventListener('abort', cancel));
        if (signal.aborted)
            cancel();
    }
    async #untilExited(report) {
        try {
            const [status] = await Promise.all([this.#channel.exit, shell_command_closed(this.stdout), shell_command_closed(this.stderr)]);
            if (this.#isCancelled)
                return await this.#cancelled.promise;
            this.#channel.close();
            return report === null ? status : this.#reported(report, status);
        }
        catch (error) {
            if (this.#isCancelled)
                return await this.#cancelled.promise;
            this.#destroyStreams(error);
            await Promise.all([shell_command_closed(this.stdout), shell_command_closed(this.stderr)]);
            this.#channel.close();
            throw error;
        }
    }
    /** Without a report something was killed, or lost. That can't end well, whatever the channel makes of it. */
    #reported({ status }, channelStatus) {
        if (status !== null)
            return status;
        if (!(0,exit_status/* isSuccess */.o)(channelStatus))
            return channelStatus;
        throw new errors/* HoldfastError */.E('host-unreachable', `Cannot know how a command on "${this.#options.host}" ended: it didn't report its exit status, expected it to. ` +
            'Look at what may have ended its shell, and run again.');
    }
    /** The streams fail at once; `exited` rejects when the processes are gone, or can't be ended. */
    async #cancel(reason) {
        this.#isCancelled = true;
        const ending = this.#options.end();
        this.#destroyStreams(this.#cancellation(reason, { isGone: true }));
        this.#isGone = await ending;
        this.#channel.close();
        this.#cancelled.reject(this.#cancellation(reason, { isGone: this.#isGone }));
    }
    /** A lost lock or lease that ended the command is what is told, whoever hears of it first. */
    #cancellation(reason, { isGone }) {
        const { host, identity } = this.#options;
        const rest = isGone
            ? ''
            : ` Processes of ours may still run on "${host}": look for process group ${identity.pid}.`;
        if (reason instanceof errors/* HoldfastError */.E) {
            return isGone ? reason : new errors/* HoldfastError */.E(reason.code, `${reason.message}${rest}`, { cause: reason });
        }
        return new errors/* HoldfastError */.E('cancelled', `Cannot finish a command on "${host}": it was cancelled.${rest}`);
    }
    #destroyStreams(error) {
        for (const stream of [this.stdin, this.stdout, this.stderr])
            stream.destroy(error);
    }
}
function filtered(stderr, report) {
    (0,external_node_stream_.pipeline)(stderr, report, () => undefined); // an error destroys `report` with it, whose reader sees it
    report.on('error', () => undefined);
    return report;
}
/** Resolves once `stream` has ended, failed or been destroyed. */
function shell_command_closed(stream) {
    return new Promise((resolve) => (0,external_node_stream_.finished)(stream, { writable: false }, () => resolve()));
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/hosts/destination.js
var destination = __webpack_require__(49592);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
;// CONCATENATED MODULE: ./build/hosts/peer-owner.js


/** A socket's own address, the other end's, its state, two queues, a timer, retransmissions, and its user's number. */
const ROW = /^ *\d+: ([0-9A-F]{8}:[0-9A-F]{4}) ([0-9A-F]{8}:[0-9A-F]{4}) ([0-9A-F]{2}) \S+ \S+ \S+ +(\d+) /;
const ESTABLISHED = '01';
/**
 * The user (number) who holds the other end of an accepted connection of IPv4 on this machine, by Linux's table of
 * connections (proc_net_tcp in the kernel's documentation). Null: there is none, also since it has gone meanwhile.
 */
async function ownerOfPeer({ remoteAddress, remotePort, localAddress, localPort, }) {
    const [peer, own] = [rowAddress(remoteAddress, remotePort), rowAddress(localAddress, localPort)];
    if (peer === null || own === null)
        return null;
    const lines = (0,external_node_readline_.createInterface)({
        input: (0,external_node_fs_.createReadStream)('/proc/net/tcp'),
        crlfDelay: Number.POSITIVE_INFINITY,
    });
    try {
        for await (const line of lines) {
            const [, itsOwn, itsPeer, state, user] = ROW.exec(line) ?? [];
            if (itsOwn === peer && itsPeer === own && state === ESTABLISHED)
                return Number(user);
        }
        return null;
    }
    finally {
        lines.close();
    }
}
/** As the table writes it: an address's four bytes as a number of this machine (little-endian), the port as one. */
function rowAddress(address, port) {
    const parts = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address ?? '')?.slice(1);
    if (parts === undefined || port === undefined)
        return null;
    const hex = (value, digits) => value.toString(16).toUpperCase().padStart(digits, '0');
    return `${parts
        .reverse()
        .map((part) => hex(Number(part), 2))
        .join('')}:${hex(port, 4)}`;
}

// EXTERNAL MODULE: ./build/hosts/secret-folder.js
var secret_folder = __webpack_require__(12715);
;// CONCATENATED MODULE: ./build/hosts/tunnel.js









/**
 * Nothing is sent to `to`, and nobody asks whether it is there, before somebody connects.
 * @throws HoldfastError bad-input, host-unsupported where `way` is none, no-permission, no-space.
 */
async function openTunnel(way, to, options = {}) {
    const name = options.socketName ?? 'socket';
    if (!/^[A-Za-z0-9._-]{1,30}$/.test(name) || /^\.+$/.test(name)) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot make a tunnel: the name of its socket has another form, expected up to 30 letters, digits, "." and "-".');
    }
    const connect = connectorOf(way, to);
    const parent = (0,secret_folder/* parentForSocket */.D)(options.temporaryFolder ?? (0,external_node_os_.tmpdir)());
    const folder = await secret_folder/* SecretFolder */.r.make(parent, 'holdfast-tunnel-');
    const socketPath = (0,external_node_path_.join)(folder.path, name);
    try {
        const passage = await Passage.listen({ path: socketPath }, { connect, closed: () => folder.remove() });
        return Object.assign(passage, { socketPath });
    }
    catch (error) {
        await folder.remove();
        throw error;
    }
}
/** As `openTunnel`. @throws HoldfastError also host-unsupported where this machine doesn't tell whose a connection is. */
async function openPortTunnel(way, to) {
    const connect = connectorOf(way, to);
    const own = process.getuid?.();
    if (own === undefined || !(0,external_node_fs_.existsSync)('/proc/net/tcp')) {
        throw new errors/* HoldfastError */.E('host-unsupported', `Cannot make a tunnel to "${(0,destination/* formatDestination */.k)(to)}" with a port: this machine doesn't say whose a connection is, expected ` +
            'Linux with /proc. Run the tools on the host.');
    }
    const admits = async (near) => [own, 0].includes((await ownerOfPeer(near)) ?? -1);
    const passage = await Passage.listen({ host: '127.0.0.1', port: 0 }, { connect, admits });
    return Object.assign(passage, { port: passage.listeningPort() });
}
function connectorOf(way, to) {
    (0,destination/* checkDestination */.b)(to);
    const connect = way.connectTo?.bind(way);
    if (connect === undefined) {
        throw new errors/* HoldfastError */.E('host-unsupported', `Cannot make a tunnel to "${(0,destination/* formatDestination */.k)(to)}" from "${way.name}": a container gives no way to its ` +
            "network, expected this machine or a host over SSH. Make it from the container's host.");
    }
    return () => connect(to);
}
class Passage {
    failure = null;
    #options;
    #server;
    #streams = new Set();
    #closing;
    constructor(options) {
        this.#options = options;
        this.#server = (0,external_node_net_.createServer)({ allowHalfOpen: true, pauseOnConnect: true }, (near) => void this.#serve(near));
    }
    static async listen(at, options) {
        const passage = new Passage(options);
        passage.#server.listen(at);
        await (0,external_node_events_.once)(passage.#server, 'listening');
        passage.#server.on('error', () => undefined); // one connection less
        passage.#server.unref();
        return passage;
    }
    /** Where it listens at one. */
    listeningPort() {
        return this.#server.address().port;
    }
    close() {
        this.#closing ??= this.#close();
        return this.#closing;
    }
    async #close() {
        const closed = new Promise((resolve) => this.#server.close(resolve));
        for (const stream of this.#streams)
            stream.destroy();
        await this.#options.closed?.();
        await closed;
    }
    async #serve(near) {
        this.#keep(near);
        try {
            if ((await this.#options.admits?.(near)) === false) {
                near.destroy();
                return;
            }
            const far = await this.#options.connect();
            this.#keep(far.stream);
            if (near.destroyed || this.#closing !== undefined)
                far.stream.destroy();
            else
                this.#join(near, far);
        }
        catch (error) {
            this.#fail(error);
            near.destroy();
        }
    }
    #join(near, { stream: far, whyEmpty }) {
        let isEmpty = true;
        far.once('data', () => {
            isEmpty = false;
        });
        far.on('end', async () => {
            if (isEmpty && whyEmpty !== undefined)
                this.#fail(await whyEmpty().catch(() => null));
            near.end();
        });
        near.on('close', () => {
            if (!near.readableEnded)
                far.destroy(); // it broke; else what it sent may still be on its way
        });
        far.on('error', (error) => {
            this.#fail(error);
            near.destroy();
        });
        far.on('close', () => {
            if (!far.readableEnded)
                near.destroy();
        });
        near.pipe(far);
        far.pipe(near, { end: false });
    }
    #keep(stream) {
        this.#streams.add(stream);
        stream.on('close', () => this.#streams.delete(stream));
        stream.on('error', () => undefined); // closed with it
    }
    #fail(error) {
        const failure = (0,errors/* asHoldfastError */.C)(error);
        if (failure !== null)
            this.failure = failure;
    }
}

;// CONCATENATED MODULE: ./build/hosts/shell-host.js









const DEFAULT_START_TIMEOUT_MS = 60_000;
const DEFAULT_SILENT_AFTER_MS = 45_000;
/** How often each side says that it is there, so that three beats may be late. */
const BEATS_BEFORE_SILENT = 4;
/** A Host whose commands run by the shell protocol (src/hosts/shell.ts) over `transport`, watched by a guard. */
function createShellHost(transport, options) {
    return new ShellHost(transport, options);
}
/**
 * As `createShellHost`, once a shell is known to run there. Else `transport` is closed.
 * @throws HoldfastError host-unsupported (no shell), no-permission (no sudo), host-silent, host-unreachable, cancelled.
 */
async function openShellHost(transport, options, signal) {
    const host = new ShellHost(transport, options);
    try {
        await host.prepare(signal);
        return host;
    }
    catch (error) {
        await host.close();
        throw error;
    }
}
class ShellHost {
    name;
    recordedName;
    sharesFiles;
    #transport;
    #options;
    #running = new Set();
    #closed = new AbortController();
    #tunnels = new Set();
    /** Of commands that aren't there yet; null: it couldn't be started. */
    #ahead = [];
    #guard;
    #closing;
    constructor(transport, options) {
        this.name = transport.name;
        this.recordedName = options.recordedName;
        this.sharesFiles = transport.isThisMachine === true && options.become === undefined;
        this.#transport = transport;
        this.#options = options;
    }
    /** Starts the guard: a command without one would outlive a lost connection. */
    async prepare(signal) {
        this.#throwIfAborted(this.#orClosed(signal));
        await this.#guarding(this.#orClosed(signal));
    }
    async #guarding(ended) {
        this.#throwIfAborted(ended);
        try {
            return await orAborted(this.#theGuard(), ended);
        }
        catch (error) {
            this.#throwIfAborted(ended);
            throw error;
        }
    }
    async start(script, { signal } = {}) {
        const line = (0,shell/* scriptLine */.WK)(script, { reportExit: this.#reportsExit });
        await this.prepare(signal);
        const ended = this.#orClosed(signal);
        const { channel, identity, marker } = await this.#takeGuardedShell(ended);
        const command = new ShellCommand(channel, {
            host: this.name,
            identity,
            reportMarker: this.#reportsExit ? marker : null,
            end: () => this.#end(identity),
        });
        this.#watch(command);
        channel.stdin.write(line);
        command.cancelOn(ended);
        return command;
    }
    /**
     * A shell that waits for its script. The guard knows it: only such a command may be told what to do, for a connection
     * that is lost in between would leave it running for ever.
     */
    async #takeGuardedShell(ended) {
        const opened = { signal: ended, reportExit: this.#reportsExit };
        const shell = (await this.#takeShellAhead(ended)) ?? (await this.#openShell(opened));
        try {
            for (;;) {
                const guard = await this.#guarding(ended); // another one if the last was lost
                if (await orAborted(guard.add(shell.identity), ended))
                    return shell;
            }
        }
        catch (error) {
            shell.channel.close(); // the shell finds no script, and ends
            this.#throwIfAborted(ended);
            throw error;
        }
    }
    startAhead(count) {
        const opened = { signal: this.#closed.signal, reportExit: this.#reportsExit };
        while (this.#ahead.length < count)
            this.#ahead.push(this.#openShell(opened).catch(() => null));
    }
    /** One that still waits; null: there is none. */
    async #takeShellAhead(ended) {
        for (;;) {
            const [first] = this.#ahead;
            if (first === undefined)
                return null;
            const shell = await orAborted(first, ended); // cancelled, it stays, for another command or to be closed
            if (this.#ahead[0] !== first)
                continue; // another command has it
            this.#ahead.shift();
            if (shell !== null && !shell.hasEnded)
                return shell;
        }
    }
    forward(to, options) {
        return this.#tunnel(() => openTunnel(this.#transport, to, options));
    }
    forwardPort(to) {
        return this.#tunnel(() => openPortTunnel(this.#transport, to));
    }
    async #tunnel(open) {
        this.#throwIfAborted(this.#closed.signal);
        const tunnel = await open();
        this.#tunnels.add(tunnel);
        if (this.#closed.signal.aborted)
            await tunnel.close();
        this.#throwIfAborted(this.#closed.signal);
        return tunnel;
    }
    close() {
        this.#closing ??= this.#close();
        return this.#closing;
    }
    async #close() {
        this.#closed.abort();
        for (const ahead of this.#ahead.splice(0))
            void ahead.then((shell) => shell?.channel.close());
        await Promise.all([...this.#tunnels].map((tunnel) => tunnel.close()));
        await Promise.all([...this.#running].map((command) => command.settled));
        const guard = await this.#guard?.catch(() => null);
        await guard?.stop();
        await this.#transport.close();
    }
    #watch(command) {
        this.#running.add(command);
        void command.isOver.then(async (isOver) => {
            this.#running.delete(command);
            const guard = await this.#guard?.catch(() => null);
            // The way to it broke, and it may run on. What can't be ended now, the guard ends when it ends itself.
            if (isOver || (await guard?.end(command.identity)))
                guard?.remove(command.identity);
        });
    }
    /** A shell that has said its preamble and waits for its script. */
    async #openShell({ signal, reportExit }) {
        this.#throwIfAborted(signal);
        const marker = (0,external_node_crypto_.randomBytes)(16).toString('hex');
        const channel = await this.#transport.open(signal);
        for (const stream of [channel.stdin, channel.stdout, channel.stderr]) {
            stream.on('error', () => undefined); // whoever uses the stream listens; if nobody does, `exited` tells it
        }
        channel.exit.catch(() => undefined); // the same
        channel.stdin.write((0,shell/* openingLines */.QY)({ marker, become: this.#options.become, reportExit }));
        try {
            const identity = await orAborted(this.#readPreambles(channel, marker), signal);
            const shell = { channel, marker, identity, hasEnded: false };
            const end = () => {
                shell.hasEnded = true;
            };
            channel.exit.then(end, end);
            return shell;
        }
        catch (error) {
            channel.close(); // the shell finds no line to read, and ends
            this.#throwIfAborted(signal);
            throw error;
        }
    }
    async #readPreambles(channel, marker) {
        const limitMs = this.#options.startTimeoutMs ?? DEFAULT_START_TIMEOUT_MS;
        const timer = new AbortController();
        const timeout = (0,promises_.setTimeout)(limitMs, undefined, { signal: timer.signal }).then(() => {
            throw new errors/* HoldfastError */.E('host-silent', `Cannot start a command on "${this.name}": no shell after ${limitMs / 1000} s, expected one sooner. ` +
                'Look for rc files that wait for input.');
        });
        timeout.catch(() => undefined);
        try {
            const preambles = [readPreamble(channel.stdout, marker), readPreamble(channel.stderr, marker)];
            const [outcome] = await Promise.race([
                Promise.allSettled(preambles).then((settled) => [settled]),
                timeout,
            ]);
            return await this.#identityFrom(outcome, channel);
        }
        finally {
            timer.abort();
        }
    }
    async #identityFrom([stdout, stderr], channel) {
        const identity = stdout.status === 'fulfilled' && stderr.status === 'fulfilled' ? (0,shell/* parseIdentity */.aZ)(stdout.value) : null;
        if (identity !== null)
            return identity;
        channel.close();
        throw await explainNoShell(this.name, this.#options.become, channel, [stdout, stderr]);
    }
    async #end(identity) {
        try {
            return await (await this.#theGuard()).end(identity);
        }
        catch {
            return false;
        }
    }
    #theGuard() {
        if (this.#guard === undefined) {
            this.#guard = this.#startGuard();
            this.#guard.catch(() => {
                this.#guard = undefined;
            });
        }
        return this.#guard;
    }
    async #startGuard() {
        const beatPeriodMs = (this.#options.silentAfterMs ?? DEFAULT_SILENT_AFTER_MS) / BEATS_BEFORE_SILENT;
        const { channel } = await this.#openShell({ signal: this.#closed.signal, reportExit: false });
        channel.unref?.();
        channel.stdin.write((0,shell/* scriptLine */.WK)(guardScript(beatPeriodMs), { reportExit: false }));
        const guard = new Guard(channel, { beatPeriodMs, onLost: () => this.#replaceGuard() });
        for (const command of this.#running)
            void guard.add(command.identity);
        return guard;
    }
    /** If the connection is lost too, there is nothing to guard any more. */
    #replaceGuard() {
        this.#guard = undefined;
        if (this.#running.size > 0 && !this.#closed.signal.aborted)
            this.#theGuard().catch(() => undefined);
    }
    get #reportsExit() {
        return !this.#transport.knowsExitStatus;
    }
    #orClosed(signal) {
        return signal === undefined ? this.#closed.signal : AbortSignal.any([signal, this.#closed.signal]);
    }
    #throwIfAborted(signal) {
        if (!signal.aborted)
            return;
        if (!this.#closed.signal.aborted && signal.reason instanceof errors/* HoldfastError */.E)
            throw signal.reason;
        const why = this.#closed.signal.aborted ? 'its connection is closed' : 'the run was cancelled';
        throw new errors/* HoldfastError */.E('cancelled', `Cannot run a command on "${this.name}": ${why}.`);
    }
}
function orAborted(promise, signal) {
    return new Promise((resolve, reject) => {
        const onAbort = () => reject(signal.reason);
        signal.addEventListener('abort', onAbort, { once: true });
        if (signal.aborted)
            onAbort();
        promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
    });
}


/***/ }),

/***/ 9078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QY: () => (/* binding */ openingLines),
/* harmony export */   TU: () => (/* binding */ READ_AND_EVALUATE),
/* harmony export */   WK: () => (/* binding */ scriptLine),
/* harmony export */   aZ: () => (/* binding */ parseIdentity),
/* harmony export */   h3: () => (/* binding */ SHELL_COMMAND)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28976);


/**
 * The protocol between us and a host's shell, the same over every transport.
 *
 * A transport starts one fixed command line, which sh, bash, zsh, mksh, ash, fish, tcsh and rbash all can run as
 * login shells. It reads one line of its stdin and evaluates it; our lines follow one another, each read by a shell
 * that the line before has made:
 *
 *     line 1 (only with sudo)  as the login user     exec sudo -n sh -c '…'
 *     line 2                   rc files' environment setsid, env -i, umask; then the same `sh -c` again
 *     line 3                   clean environment     the preamble (CommandIdentity), which we wait for
 *     line 4                   the same              the script
 *     then                                           the script's own stdin
 *
 * So no script ever stands on a command line, where every user of the host could read it, and none runs before we
 * know how to end it. A shell reads a line from a pipe byte by byte: nothing of what follows is lost. A line that was
 * cut off, which could mean something terrible, has no newline at its end: then `read` fails, and nothing runs.
 */
const READ_AND_EVALUATE = 'IFS= read -r s && eval "$s"';
/** Inside the quotes there may be no `'`, `!`, newline (tcsh) and no pair of backslashes (fish). */
const SHELL_COMMAND = `sh -c '${READ_AND_EVALUATE}'`;
/** Folders where systems keep their tools, for a user's own PATH often lacks sbin; the last ones are NixOS's, snap's … */
const SYSTEM_PATH = [
    '/usr/local/sbin',
    '/usr/local/bin',
    '/usr/sbin',
    '/usr/bin',
    '/sbin',
    '/bin',
    '/snap/bin',
    '/opt/bin',
    '/run/wrappers/bin',
    '/run/current-system/sw/bin',
].join(':');
/** @returns null for words that our preamble doesn't say. */
function parseIdentity(words) {
    const [kind, pid, start] = words;
    if ((kind !== 'group' && kind !== 'tree') || start === undefined)
        return null;
    return /^[1-9][0-9]*$/.test(pid ?? '') && /^([0-9]+|-)$/.test(start)
        ? { kind, pid: Number(pid), start }
        : null;
}
/** What a transport sends first to the fixed command line; the host answers with the preamble. */
function openingLines({ marker, become, reportExit }) {
    const next = reportExit ? reportExitOfNextLine(marker) : READ_AND_EVALUATE;
    const lines = [CLEAN_ENVIRONMENT, `${preamble(marker)}\n${next}`];
    if (become === 'sudo')
        lines.unshift(BECOME_ROOT);
    return Buffer.from(lines.map(toLine).join(''));
}
/**
 * What it sends next.
 * @throws HoldfastError bad-input for a NUL in the script.
 */
function scriptLine(script, { reportExit }) {
    const evaluate = `unset s n\neval ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(script))}`;
    return Buffer.from(toLine(reportExit ? `${SAY_EXIT}\n${evaluate}` : evaluate));
}
/** Root needs no sudo, and many a container has none. */
const BECOME_ROOT = `
PATH="$PATH:${SYSTEM_PATH}"; export PATH
[ "$(id -u)" = 0 ] && exec ${SHELL_COMMAND}
exec sudo -n -- ${SHELL_COMMAND}`;
/** Sets `group` and `start` of this shell from Linux's /proc, or `group` alone from ps where there is no /proc. */
const LOOK_AT_MYSELF = `
if IFS= read -r stat; then
  set -- \${stat##*')'}
  group=$3 start=\${20}
fi </proc/$$/stat 2>/dev/null || group=$(ps -o pgid= -p $$ 2>/dev/null)
set -- $group
group=\${1:-0}`;
/** setsid makes a group of its own without a fork unless this shell leads one, so its exit status survives. */
const CLEAN_ENVIRONMENT = `
umask 077
PATH=${SYSTEM_PATH}; export PATH
${LOOK_AT_MYSELF}
own=
[ "$group" = $$ ] || own=$(command -v setsid)
exec $own env -i PATH="$PATH" LC_ALL=C TZ=UTC0 HOME="\${HOME:-/}" USER="\${USER:-$(id -un)}" ${SHELL_COMMAND}`;
function preamble(marker) {
    return `
start=-
${LOOK_AT_MYSELF}
[ "$group" = $$ ] && group=group || group=tree
printf '%s %s %s %s\\n' ${marker} $group $$ $start
printf '%s\\n' ${marker} >&2
set --; unset stat group start`;
}
/** Signals that end a shell and that it can outlive; what it outlives, its children still get. */
const SIGNALS = 'HUP INT QUIT PIPE ALRM TERM USR1 USR2';
/**
 * A child runs the next line, and we report how that ended. `$?` alone can't tell `exit 137` from death by KILL, so
 * the child says its code as it exits by itself (SAY_EXIT). What it says goes through a pipe, not to stderr, because
 * a daemon that the script starts keeps the descriptor (`9>&9`: ksh hands over none but those it is told to). A shell prints the text of what it ran when that is killed: it
 * can't, our stderr is closed.
 */
function reportExitOfNextLine(marker) {
    return `
trap : ${SIGNALS}
exec 7>&1 8>&2 2>/dev/null
{ exec 9>&1 >&7 7>&-
  trap : ${SIGNALS}
  ${SHELL_COMMAND} 2>&8 8>&- 9>&9
  echo status $? >&9
} | { trap '' ${SIGNALS}
  exec >&8 7>&- 8>&-
  while read -r word code; do
    case $word in exit) exit=$code ;; status) break ;; esac
  done
  if [ "$exit" = $code ] || [ $code -le 128 ] || [ $code -gt 192 ]; then kind=code
  else kind=signal code=$(kill -l $((code - 128))); fi
  printf '%s %s %s\\n' ${marker} $kind $code
}`;
}
/** Not in mksh: with such a trap it makes exit status 0 of a death by TERM. There codes over 128 are taken for signals. */
const SAY_EXIT = `[ -n "$KSH_VERSION" ] || trap 'echo exit $? >&9' EXIT`;
/**
 * `script` as one line, its newline at the end, that a POSIX shell evaluates to the same. Inside it only the newline
 * needs care: it is put in from a variable.
 */
function toLine(script) {
    const lines = script
        .trim()
        .split('\n')
        .map((line) => `'${line.replaceAll("'", `'\\''`)}'`);
    return `n=$(printf '\\nx'); n=\${n%x}; eval ${lines.join('"$n"')}\n`;
}


/***/ }),

/***/ 12614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ noAnswerFrom),
/* harmony export */   v: () => (/* binding */ noWay)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _destination_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49592);



const LET_IT = 'Let it: AllowTcpForwarding in its sshd_config, and "port-forwarding" behind "restrict" in authorized_keys.';
/** OpenSSH's server gives one answer for all of it. */
const AS_A_SOCKET = ' Over SSH also at whether the user may write to the socket, and at AllowStreamLocalForwarding in sshd_config.';
/** Why `host` made no connection to `to`: `said` is what it, or its SSH server, says. */
function noWay(host, to, said, cause) {
    const subject = `Cannot reach "${(0,_destination_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDestination */ .k)(to)}" from "${host}"`;
    if (/prohibited|not permitted|disabled|unknown channel/i.test(said)) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('no-permission', `${subject}: the SSH server says "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(said)}", expected it to forward the connection. ${LET_IT}`, { cause });
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('host-unreachable', `${subject}: "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(said)}", expected a server there. Look at the address, as seen from that host, and at ` +
        `whether the server runs.${'socketPath' in to ? AS_A_SOCKET : ''}`, { cause });
}
function noAnswerFrom(host, to, limitMs) {
    return noWay(host, to, `no answer within ${limitMs / 1000} s`);
}


/***/ })

};
