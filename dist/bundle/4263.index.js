export const id = 4263;
export const ids = [4263];
export const modules = {

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


/***/ })

};
