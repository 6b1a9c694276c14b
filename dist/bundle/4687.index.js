export const id = 4687;
export const ids = [4687];
export const modules = {

/***/ 79046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ArchiveRun)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(19473);
/* harmony import */ var _hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62585);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(52871);
/* harmony import */ var _archivers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38764);
/* harmony import */ var _sent_as_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64213);
/* harmony import */ var _streaming_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23952);
/* harmony import */ var _tar_decode_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20064);
/* harmony import */ var _tar_fault_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21280);









/** Asks a host's tar for entries, and takes account of what it sends. */
class ArchiveRun {
    archiver;
    #host;
    #signal;
    #messages;
    /** Of the entries of which all was sent, by path. No headers: thousands of them would wait for the outcomes. */
    #sent = new Map();
    /** What there is too much of in an entry, by path. */
    #tooMuch = new Map();
    #last = null;
    constructor(host, archiver, signal) {
        this.archiver = (0,_archivers_js__WEBPACK_IMPORTED_MODULE_0__/* .archiverOf */ .m)(archiver);
        this.#host = host;
        this.#signal = signal;
        this.#messages = this.archiver.messages();
    }
    /**
     * Sends of `entries` what it can, in their order, but second names of one file after all others where they would come
     * as links. What came at once comes together, and is good until more is asked for: see readArchives. A content that
     * streams may end early: then the entry has no header at the end. One of which there is more than we take in is passed over.
     *
     * @throws HoldfastError command-failed if the stream, or how tar ended, can't be trusted: then nothing counts.
     */
    async *members(entries, options) {
        let left = entries.filter(({ path }) => this.archiver.takesName(path));
        let isFirstAlone = false;
        while (left.length > 0) {
            const now = isFirstAlone ? left.slice(0, 1) : left;
            const { asked, later } = this.archiver.linksNames ? namesApart(now) : { asked: now, later: [] };
            const { behind, isFirstDoubtful } = yield* this.#command(asked, options.sparse);
            left = [...behind, ...later, ...left.slice(now.length)];
            isFirstAlone = isFirstDoubtful;
        }
    }
    /** What was sent for the entry at `path`, if all of it was. */
    sentAs(path) {
        return this.#sent.get(path);
    }
    /** What tar said of the entry at `path`. */
    said(path) {
        const tooMuch = this.#tooMuch.get(path);
        if (tooMuch !== undefined)
            return { kind: 'unreadable', message: tooMuch };
        return this.#messages.about(path, this.#sent.has(path));
    }
    /** Lines of tar that name no entry, once. */
    takeOtherLines() {
        return this.#messages.takeOthers();
    }
    /** Runs tar once. */
    async *#command(asked, sparse) {
        const namesPerArchive = namesOfOneArchive(this.archiver, asked);
        const progress = { asked, namesPerArchive, archives: 0, next: 0, cut: null };
        const command = await _streaming_command_js__WEBPACK_IMPORTED_MODULE_1__/* .StreamingCommand */ .O.start(this.#host, this.archiver.script({ sparse, namesPerArchive }), {
            names: archiveNames(asked),
            onErrorLine: (line) => this.#messages.add(line),
            signal: this.#signal,
        });
        try {
            const inARow = Number.isFinite(namesPerArchive);
            for await (const steps of (0,_tar_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .readArchives */ .i)(command.output(), { inARow })) {
                yield steps.flatMap((step) => this.#take(step, progress));
            }
            if (progress.cut?.fault instanceof _tar_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .TooMuch */ .G)
                return this.#passOver(progress.cut.fault, progress);
            return { behind: this.#judge(await command.finish(), progress), isFirstDoubtful: false };
        }
        finally {
            await command.end();
        }
    }
    /** What `step` sends: an entry, or nothing. */
    #take(step, progress) {
        if (step.kind === 'member') {
            const { header } = step.member;
            const entry = claim(header, progress);
            this.#sent.set(entry.path, (0,_sent_as_js__WEBPACK_IMPORTED_MODULE_4__/* .sentAs */ .D)(entry, header, this.archiver));
            this.#last = { entry, header };
            return { entry, member: step.member };
        }
        if (step.kind === 'end') {
            progress.archives++;
            progress.next = Math.min(progress.archives * progress.namesPerArchive, progress.asked.length);
        }
        else {
            progress.cut = step;
            if (step.unfinished !== null)
                this.#forget(step.unfinished, progress);
        }
        return [];
    }
    /** Of a member that was cut off: if it streamed, it was taken for sent; else it is the next. */
    #forget(unfinished, progress) {
        if (this.#last?.header === unfinished)
            this.#sent.delete(this.#last.entry.path);
        else
            claim(unfinished, progress);
    }
    /**
     * Where there was more of an entry than we take in: without its name it is the first of those that weren't sent, or stands behind
     * some that tar could not open.
     */
    #passOver({ found }, { asked, next, cut }) {
        const isNamed = cut?.unfinished !== null;
        const [first] = isNamed ? asked.slice(next - 1) : asked.slice(next);
        if (first === undefined || (!isNamed && asked.length > 1))
            return { behind: asked.slice(next), isFirstDoubtful: true };
        this.#tooMuch.set(first.path, found);
        return { behind: asked.slice(isNamed ? next : next + 1), isFirstDoubtful: false };
    }
    /**
     * The entries behind the one at which tar stopped; none if it came to its end.
     *
     * @throws HoldfastError command-failed if it stopped, or failed, without a reason that we know.
     */
    #judge(exit, { asked, next, archives, namesPerArchive, cut }) {
        const isAllSent = asked.slice(0, next).every(({ path }) => this.#sent.has(path));
        const isComplete = cut === null && next === asked.length && archives === archivesOf(asked, namesPerArchive);
        if (!isComplete && (0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_5__/* .isSuccess */ .o)(exit))
            throw cut?.fault ?? this.#failure(exit);
        const hasStopped = !isComplete && (!this.archiver.cutsOff || next === 0);
        if (hasStopped || !('code' in exit) || !this.#messages.explains(exit.code, isAllSent)) {
            throw this.#failure(exit);
        }
        return asked.slice(next);
    }
    #failure(exit) {
        const lines = this.#messages.takeOthers().map(_bytestring_js__WEBPACK_IMPORTED_MODULE_6__.display);
        return new _hosts_output_js__WEBPACK_IMPORTED_MODULE_7__/* .CommandFailure */ .qi('read files', this.#host, { exit, stderr: Buffer.from(lines.join('\n')) });
    }
}
/** The entry that `header` is of: the next of those asked for, but for some that tar could not open. */
function claim(header, progress) {
    const { asked, archives, namesPerArchive } = progress;
    const end = Math.min((archives + 1) * namesPerArchive, asked.length);
    while (progress.next < end && !isNamed(header, asked[progress.next]))
        progress.next++;
    const entry = progress.next < end ? asked[progress.next++] : undefined;
    if (entry === undefined)
        throw unasked(header);
    return entry;
}
/** tar takes off the slash of absolute names and says so: relative to the root there is nothing to take off. */
function* archiveNames(entries) {
    for (const { path } of entries)
        yield `.${path}`;
}
function isNamed({ path }, entry) {
    return path === `.${entry.path}` || (entry.path === '/' && path === '.');
}
/** As many as a command line takes, however long they are: so it is known where one archive ends. */
function namesOfOneArchive({ maxNamesPerArchive }, entries) {
    if (!Number.isFinite(maxNamesPerArchive))
        return maxNamesPerArchive;
    const longest = entries.reduce((length, { path }) => Math.max(length, path.length), 0);
    return Math.min(maxNamesPerArchive, Math.floor(_archivers_js__WEBPACK_IMPORTED_MODULE_0__/* .NAMES_BYTES */ .B / (longest + POINT_AND_NUL_BYTES)));
}
const POINT_AND_NUL_BYTES = 2;
function archivesOf(asked, namesPerArchive) {
    return Math.max(1, Math.ceil(asked.length / namesPerArchive));
}
/** Of each file one name, and the other names. */
function namesApart(entries) {
    const seen = new Set();
    const later = [];
    const asked = entries.filter((entry) => {
        if (entry.links < 2n || entry.type === 'dir')
            return true;
        const key = `${entry.device}:${entry.inode}`;
        if (seen.has(key))
            later.push(entry);
        else
            seen.add(key);
        return later.at(-1) !== entry;
    });
    return { asked, later };
}
function unasked(header) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .HoldfastError */ .E('command-failed', `Cannot use what the host's tar sent: "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_6__.display)(header.path)}" wasn't asked for, or comes out of order. Look at ` +
        'the tar of the host.');
}


/***/ }),

/***/ 38764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ NAMES_BYTES),
  m: () => (/* binding */ archiverOf)
});

// EXTERNAL MODULE: ./build/files/tool-message.js
var tool_message = __webpack_require__(89166);
;// CONCATENATED MODULE: ./build/files/plain-tar-messages.js

/** Bytes of messages kept: those of some thousand entries with long names. */
const MAX_TEXT_BYTES = 4 * 1024 * 1024;
const MAX_OTHER_LINES = 20;
/** Highest status that a tar or an xargs ends with by itself: above it begin those of a shell. */
const MAX_OWN_STATUS = 124;
/**
 * Messages with names as they are (`tar: ./a: No such file or directory`, `tar: can't open './a': Permission denied`):
 * a name with a newline can pretend to be a message about another entry. So they are believed only about entries that
 * did not come, and which entries those are, the archive says.
 */
class PlainTarMessages {
    #text = '\n';
    /** A failure was explained by what was printed. */
    #isExplained = false;
    add(line) {
        if (this.#text.length < MAX_TEXT_BYTES)
            this.#text += `${line}\n`;
    }
    about(path, isSent) {
        if (isSent)
            return undefined;
        for (const named of [` .${path}: `, `'.${path}': `, `\`.${path}': `]) {
            const at = this.#text.indexOf(named);
            if (at === -1)
                continue;
            const start = at + named.length;
            const reason = this.#text.slice(start, this.#text.indexOf('\n', start));
            return { kind: (0,tool_message/* saysVanished */.X)({ reason }) ? 'vanished' : 'unreadable', message: reason };
        }
        return undefined;
    }
    explains(status, isAllSent) {
        if (status === 0)
            return true;
        if (status > MAX_OWN_STATUS || isAllSent)
            return false;
        this.#isExplained = true;
        return true;
    }
    /** After an explained failure there are none: which lines explain it can't be told. */
    takeOthers() {
        if (this.#isExplained)
            return [];
        const lines = this.#text.split('\n').filter((line) => line !== '');
        this.#text = '\n';
        return lines.slice(0, MAX_OTHER_LINES);
    }
}

;// CONCATENATED MODULE: ./build/files/tar-problems.js

const tar_problems_MAX_OTHER_LINES = 20;
/** Files of a batch, many times over: a host could name others without end. */
const MAX_FILES = 100_000;
const CHANGED = /file changed as we read it$|File shrank by \d+ bytes?; padding with zeros$/;
const REMOVED = /File removed before we read it$/;
/** What GNU tar says at the end when it said something else before. */
const SUMMARY = 'tar: Exiting with failure status due to previous errors';
/** A filesystem without extended attributes: there is nothing to miss. */
const NO_ATTRIBUTES_THERE = /^Warning: Cannot f?l?listxattr(at)?: Operation not supported$/;
/** Makes sense of what GNU tar prints on stderr while it reads files named `./…` from the root. */
class TarProblems {
    #byPath = new Map();
    #others = [];
    add(line) {
        if (line === SUMMARY)
            return;
        const message = (0,tool_message/* parseToolMessage */.t)(line, 'tar');
        if (message === null || !message.path.startsWith('./')) {
            if (this.#others.length < tar_problems_MAX_OTHER_LINES)
                this.#others.push(line);
            return;
        }
        if (NO_ATTRIBUTES_THERE.test(message.reason))
            return;
        const kind = kindOf(message);
        const path = message.path.slice(1);
        const known = this.#byPath.get(path);
        if (known === undefined && this.#byPath.size >= MAX_FILES)
            return;
        // The worst said of a file is what counts.
        if (known === undefined || SEVERITY.indexOf(kind) > SEVERITY.indexOf(known.kind)) {
            this.#byPath.set(path, { kind, message: message.reason });
        }
    }
    about(path) {
        return this.#byPath.get(path);
    }
    /** Whether what was printed explains tar's exit status: 1 is for files that changed, 2 for what can't be read. */
    explains(status) {
        if (status === 0)
            return true;
        if (status > 2 || this.#others.length > 0)
            return false;
        const kinds = [...this.#byPath.values()].map(({ kind }) => kind);
        return kinds.some((kind) => kind === 'unreadable' || kind === 'vanished' || (kind === 'changed' && status === 1));
    }
    /** The lines that name no file, once. */
    takeOthers() {
        return this.#others.splice(0);
    }
}
const SEVERITY = ['warning', 'changed', 'vanished', 'unreadable'];
function kindOf(message) {
    if (message.reason.startsWith('Warning: '))
        return 'warning';
    if (CHANGED.test(message.reason))
        return 'changed';
    if (REMOVED.test(message.reason) || (0,tool_message/* saysVanished */.X)(message))
        return 'vanished';
    return 'unreadable';
}

;// CONCATENATED MODULE: ./build/files/archivers.js


/**
 * GNU: `--hard-dereference`: each name is a file of its own, since links are found by device and inode from the
 * listing. Attributes include ACLs and capabilities; `--acls` would write them with the names of users. Messages name
 * files as in C, so that a name can't pretend to be one.
 */
const GNU_TAR = 'tar -c -f - -b 256 --format=pax --pax-option=delete=atime --numeric-owner --xattrs --xattrs-include="*" ' +
    '--hard-dereference --no-recursion --quoting-style=c';
const GNU = {
    script: ({ sparse }) => `cd /; ${GNU_TAR} ${sparse ? '--sparse ' : ''}-C / --null -T -`,
    maxNamesPerArchive: Number.POSITIVE_INFINITY,
    takesName: () => true,
    linksNames: false,
    cutsOff: false,
    hasAttributes: true,
    trustsBlocks: true,
    hasTimesOf: (header, entry) => header.mtimeNs === entry.mtimeNs && hasCtimeOf(header, entry),
    messages: () => new TarProblems(),
};
/**
 * libarchive's. By default it would write attributes under a key that ends at the first `=` in their names, and turn
 * names into UTF-8.
 */
const BSDTAR = {
    script: () => 'cd /; tar -c -f - -b 256 --format=pax --options=hdrcharset=BINARY,xattrheader=LIBARCHIVE --numeric-owner -n --null -T -',
    maxNamesPerArchive: Number.POSITIVE_INFINITY,
    takesName: () => true,
    linksNames: true,
    cutsOff: true,
    hasAttributes: true,
    trustsBlocks: false,
    // It writes times before 1970 as the second before and a fraction that counts forward: −1.5 as −2.5.
    hasTimesOf: (header, entry) => (header.mtimeNs === entry.mtimeNs || entry.mtimeNs < 0n) && hasCtimeOf(header, entry),
    messages: () => new PlainTarMessages(),
};
/** Of a command line: less than what kernels before 2.6.23 take, and any shell. */
const COMMAND_BYTES = 120_000;
/** Of names on a command line, with room for what stands before them. */
const NAMES_BYTES = COMMAND_BYTES - 2000;
/**
 * Many of these tars have neither `-T` nor `--null`, and the one with both takes names by line: so they stand on
 * command lines, which xargs makes. It stops at 255: behind an archive that was cut off, nothing could be told apart.
 */
const BUSYBOX = {
    script: ({ namesPerArchive }) => `cd /; xargs -0 -r -n ${namesPerArchive} -s ${COMMAND_BYTES} sh -c ` +
        '\'tar -c -f - --no-recursion -- "$@" || exit 255\' tar',
    maxNamesPerArchive: 500,
    takesName: () => true,
    linksNames: true,
    cutsOff: true,
    hasAttributes: false,
    trustsBlocks: false,
    hasTimesOf: hasSecondsOf,
    messages: () => new PlainTarMessages(),
};
const TOYBOX = {
    ...BUSYBOX,
    script: () => 'cd /; tar -c -f - --no-recursion --numeric-owner --null -T -',
    maxNamesPerArchive: Number.POSITIVE_INFINITY,
    // It takes a newline off the end of a name, wherever it comes from: that would be another file.
    takesName: (path) => !path.endsWith('\n'),
};
const ARCHIVERS = {
    gnu: GNU,
    bsdtar: BSDTAR,
    busybox: BUSYBOX,
    toybox: TOYBOX,
};
function archiverOf(kind) {
    return ARCHIVERS[kind];
}
function hasCtimeOf({ ctimeNs }, entry) {
    return ctimeNs === null || ctimeNs === entry.ctimeNs;
}
const NS_PER_SECOND = 1000000000n;
/** Whole seconds; before 1970 there are none. */
function hasSecondsOf({ mtimeNs }, entry) {
    return entry.mtimeNs < 0n || mtimeNs === entry.mtimeNs - (entry.mtimeNs % NS_PER_SECOND);
}


/***/ }),

/***/ 27628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ deviceNumber)
/* harmony export */ });
/** Linux' encoding of a device's major and minor number in st_rdev (glibc's makedev). */
function deviceNumber(major, minor) {
    return ((major & ~0xfffn) << 32n) | ((major & 0xfffn) << 8n) | ((minor & ~0xffn) << 12n) | (minor & 0xffn);
}


/***/ }),

/***/ 42606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ GNU_READER)
/* harmony export */ });
/** Of hosts with GNU find and GNU tar. */
const GNU_READER = { lister: 'find', archiver: 'gnu' };


/***/ }),

/***/ 40035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ fillIn)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63509);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52871);
/* harmony import */ var _archive_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79046);
/* harmony import */ var _listers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2421);
/* harmony import */ var _look_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6849);
/* harmony import */ var _stat_lister_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64525);






/**
 * Asks for what the records of the reader's lister lack: the numbers of devices (by stat) or the targets of symlinks
 * (from tar, which gives them exactly). One command, and only if there are such entries.
 */
async function fillIn(host, entries, options) {
    const isNumbers = (0,_listers_js__WEBPACK_IMPORTED_MODULE_0__/* .listerOf */ .H)(options.reader).lacks === 'device-number';
    const lacking = entries.filter(isNumbers ? isDevice : isSymlink);
    if (lacking.length === 0)
        return { entries, failed: NONE };
    const whole = isNumbers
        ? await withNumbers(host, lacking, options)
        : await withTargets(host, lacking, options);
    const failed = new Map();
    const filled = entries.flatMap((entry) => {
        const found = whole.get(entry.path) ?? entry;
        if (!('reason' in found))
            return [found];
        failed.set(entry.path, found);
        return [];
    });
    return { entries: filled, failed };
}
const NONE = new Map();
function isDevice({ type }) {
    return type === 'dev' || type === 'chardev';
}
function isSymlink({ type }) {
    return type === 'symlink';
}
async function withNumbers(host, devices, { signal }) {
    const paths = devices.map(({ path }) => path);
    const seen = await (0,_look_js__WEBPACK_IMPORTED_MODULE_1__/* .look */ .O)(host, _stat_lister_js__WEBPACK_IMPORTED_MODULE_2__/* .STAT_LISTER */ .R, paths, { followSymlinks: false, signal });
    const whole = new Map(seen.failures);
    for (const device of devices) {
        const now = seen.entries.get(device.path);
        if (now === undefined)
            continue;
        const { path } = device;
        whole.set(path, isDevice(now) ? { ...device, deviceNumber: now.deviceNumber } : goneAs(path));
    }
    return whole;
}
async function withTargets(host, symlinks, { reader, signal }) {
    const whole = new Map();
    const run = new _archive_run_js__WEBPACK_IMPORTED_MODULE_3__/* .ArchiveRun */ .k(host, reader.archiver, signal);
    for await (const sent of run.members(symlinks, { sparse: false })) {
        for (const { entry, member } of sent) {
            const { type, linkTarget } = member.header;
            whole.set(entry.path, type === 'symlink' ? { ...entry, linkTarget } : goneAs(entry.path));
        }
    }
    for (const [path, linkTarget] of await targetsOf(host, symlinks.filter(isUnasked(run)), signal)) {
        const entry = symlinks.find((symlink) => symlink.path === path);
        if (entry !== undefined)
            whole.set(path, { ...entry, linkTarget });
    }
    for (const { path } of symlinks) {
        if (whole.has(path))
            continue;
        const reason = run.said(path)?.message ?? 'tar sent nothing of it';
        whole.set(path, { path, reason });
    }
    return whole;
}
/** Another stands there now: it wasn't there when it was listed, and what was is gone. */
function goneAs(path) {
    return { path, reason: 'No such file or directory' };
}
function isUnasked({ archiver }) {
    return ({ path }) => !archiver.takesName(path);
}
/** The targets of symlinks whose names tar can't be asked for (toybox': a newline at the end), from readlink. */
async function targetsOf(host, symlinks, signal) {
    const targets = new Map();
    if (symlinks.length === 0)
        return targets;
    const stdin = Buffer.from(symlinks.map(({ path }) => `${path}\0`).join(''), 'latin1');
    const { stdout } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_4__/* .runToEnd */ .cd)(host, READLINKS, { stdin, signal });
    const answers = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_5__.fromBytes)(stdout).split('\0');
    for (let i = 0; i + 1 < answers.length; i += 2) {
        const [path, target] = answers.slice(i, i + 2);
        if (target !== '')
            targets.set(path, target);
    }
    return targets;
}
const READLINKS = `xargs -0 -r -n 1 sh -c 'printf "%s\\0" "$1"; readlink -n "$1"; printf "\\0"' _`;


/***/ }),

/***/ 2421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ listerOf)
});

// EXTERNAL MODULE: ./build/hosts/quote.js
var quote = __webpack_require__(28976);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/files/uint64.js
var uint64 = __webpack_require__(11128);
;// CONCATENATED MODULE: ./build/files/find-records.js



/**
 * What GNU find prints of an entry: three parts, each ended by NUL: numbers, the path, a symlink's target. Names come
 * as raw bytes. The times are seconds since 1970 with a fraction that counts forward: before 1970 too, so that −1.5 s
 * is printed as `-2.5000000000`.
 */
const FIND_FORMAT = '%D %i %n %y %m %U %G %s %b %T@ %C@\\0%p\\0%l\\0';
/** Bytes of a record that is taken in: paths that find walks to can be longer than any single call takes. */
const MAX_RECORD_BYTES = 4 * 1024 * 1024;
const NS_PER_SECOND = 1000000000n;
const NS_DIGITS = 9;
/** Until the year 2242: what is below it, times 10⁹, fits 63 bits. */
const MAX_SECONDS_BY_HALVES = 2 ** 33;
const SPACE = 0x20;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const LETTER_E = 0x65;
const MAX_ID = 2 ** 32 - 1;
/** Any number of no more digits is exact as a double. */
const MAX_EXACT_DIGITS = 15;
const FILE_TYPES = {
    f: 'file',
    d: 'dir',
    l: 'symlink',
    p: 'fifo',
    s: 'socket',
    b: 'dev',
    c: 'chardev',
};
/** Of a record that a message shows. */
const MAX_SHOWN = 200;
/**
 * A push parser of what find printed with FIND_FORMAT. Entries of devices have a deviceNumber of 0: find doesn't print
 * it.
 */
class FindRecords {
    #rest = Buffer.alloc(0);
    #at = 0;
    #exitStatus = null;
    /** Of the last entry: most have the same. */
    #device = 0n;
    /**
     * The entries that are complete with `chunk`.
     *
     * @throws HoldfastError command-failed if it isn't what find prints.
     */
    push(chunk) {
        if (this.#exitStatus !== null)
            throw listingFault('bytes behind the end of the list');
        const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
        const entries = [];
        let start = 0;
        while (this.#exitStatus === null) {
            const path = bytes.indexOf(0, start) + 1;
            const link = path === 0 ? 0 : bytes.indexOf(0, path) + 1;
            const next = link === 0 ? 0 : bytes.indexOf(0, link) + 1;
            if (next === 0)
                break;
            this.#at = start;
            if (bytes[start] === LETTER_E)
                this.#exitStatus = readEnd(bytes, start, next);
            else
                entries.push(this.#readEntry(bytes, { path, link, next }));
            start = next;
        }
        if (this.#exitStatus !== null && start < bytes.length)
            throw listingFault('bytes behind the end of the list');
        if (bytes.length - start > MAX_RECORD_BYTES)
            throw listingFault(`a record over ${MAX_RECORD_BYTES} bytes`);
        // A copy: a view would keep all of the chunk alive.
        this.#rest = start === bytes.length ? Buffer.alloc(0) : Buffer.from(bytes.subarray(start));
        return entries;
    }
    /** Whether the end record has come. */
    get ended() {
        return this.#exitStatus !== null;
    }
    /** find's exit status. @throws HoldfastError command-failed if the list is cut off. */
    finish() {
        if (this.#exitStatus === null)
            throw listingFault('it stopped before its end');
        return this.#exitStatus;
    }
    #readEntry(bytes, at) {
        const device = this.#readDevice(bytes);
        const inode = this.#readBigInt(bytes);
        const links = this.#readBigInt(bytes);
        const type = FILE_TYPES[String.fromCharCode(bytes[this.#at])] ?? 'other';
        this.#at += 2;
        const permissions = this.#readOctal(bytes);
        const uid = this.#readId(bytes);
        const gid = this.#readId(bytes);
        const sizeBytes = this.#readBigInt(bytes);
        const blocks = this.#readBigInt(bytes);
        const mtimeNs = this.#readTime(bytes);
        const ctimeNs = this.#readTime(bytes);
        if (this.#at !== at.path)
            throw listingFault('a record of another form');
        return {
            path: bytes.toString('latin1', at.path, at.link - 1),
            type,
            permissions,
            uid,
            gid,
            sizeBytes,
            blocks,
            mtimeNs,
            ctimeNs,
            device,
            inode,
            links,
            linkTarget: (at.link === at.next - 1
                ? ''
                : bytes.toString('latin1', at.link, at.next - 1)),
            deviceNumber: 0n,
        };
    }
    /** Reads digits and the space or NUL behind them. As text where a double couldn't hold them exactly. */
    #readDigits(bytes) {
        const start = this.#at;
        let value = 0;
        let at = start;
        for (;; at++) {
            const byte = bytes[at];
            if (!(byte >= ZERO && byte <= NINE))
                break;
            value = value * 10 + (byte - ZERO);
        }
        const end = bytes[at];
        if (at === start || (end !== SPACE && end !== 0))
            throw listingFault('a number that is none');
        this.#at = at + 1;
        return at - start <= MAX_EXACT_DIGITS ? value : bytes.toString('latin1', start, at);
    }
    #readBigInt(bytes) {
        return bounded(this.#readDigits(bytes));
    }
    #readDevice(bytes) {
        const device = this.#readBigInt(bytes);
        if (device !== this.#device)
            this.#device = device;
        return this.#device;
    }
    #readId(bytes) {
        const id = Number(this.#readDigits(bytes));
        if (!(id <= MAX_ID))
            throw listingFault('an owner that is none');
        return id;
    }
    #readOctal(bytes) {
        const value = Number.parseInt(String(this.#readDigits(bytes)), 8);
        if (!(value <= 0o7777))
            throw listingFault('permissions that are none');
        return value;
    }
    /** Reads `SECONDS.FRACTION`, of whose digits find prints ten. */
    #readTime(bytes) {
        const isNegative = bytes[this.#at] === MINUS;
        if (isNegative)
            this.#at++;
        const point = bytes.indexOf(POINT, this.#at);
        if (point === -1)
            throw listingFault('a time that is none');
        const seconds = this.#readSeconds(bytes, point);
        let nanoseconds = 0;
        this.#at = point + 1;
        for (let digit = 0;; digit++, this.#at++) {
            const byte = bytes[this.#at];
            if (!(byte >= ZERO && byte <= NINE)) {
                for (; digit < NS_DIGITS; digit++)
                    nanoseconds *= 10;
                break;
            }
            if (digit < NS_DIGITS)
                nanoseconds = nanoseconds * 10 + (byte - ZERO);
        }
        const end = bytes[this.#at++];
        if (end !== SPACE && end !== 0)
            throw listingFault('a time that is none');
        if (!isNegative && typeof seconds === 'number' && seconds < MAX_SECONDS_BY_HALVES)
            return nsByHalves(seconds, nanoseconds);
        const whole = bounded(seconds) * NS_PER_SECOND;
        return (isNegative ? -whole : whole) + BigInt(nanoseconds);
    }
    #readSeconds(bytes, point) {
        const start = this.#at;
        let value = 0;
        for (let at = start; at < point; at++) {
            const byte = bytes[at];
            if (!(byte >= ZERO && byte <= NINE))
                throw listingFault('a time that is none');
            value = value * 10 + (byte - ZERO);
        }
        if (point === start)
            throw listingFault('a time that is none');
        return point - start <= MAX_EXACT_DIGITS ? value : bytes.toString('latin1', start, point);
    }
}
const halves = new DataView(new ArrayBuffer(8));
/** `seconds · 10⁹ + nanoseconds` with one big integer made for it, and not four. */
function nsByHalves(seconds, nanoseconds) {
    // All products and sums stay below 2⁵³.
    const top = Math.floor(seconds / 65_536) * 1e9;
    const topHigh = Math.floor(top / 65_536);
    const rest = (top - topHigh * 65_536) * 65_536 + (seconds % 65_536) * 1e9 + nanoseconds;
    const carry = Math.floor(rest / 2 ** 32);
    halves.setUint32(0, topHigh + carry);
    halves.setUint32(4, rest - carry * 2 ** 32);
    return halves.getBigInt64(0);
}
function bounded(digits) {
    const value = (0,uint64/* uint64 */.V)(digits);
    if (value === null)
        throw listingFault('a number of more than 64 bits');
    return value;
}
function readEnd(bytes, start, next) {
    const text = bytes.toString('latin1', start, next);
    const status = /^end (\d{1,3})\0\0\0$/.exec(text)?.[1];
    if (status === undefined)
        throw listingFault(`the end record "${(0,bytestring.display)(text.slice(0, MAX_SHOWN))}"`);
    return Number(status);
}
function listingFault(found) {
    return new errors/* HoldfastError */.E('command-failed', `Cannot read the list of files that the host's find printed: ${found}, expected records of 11 fields, a path and ` +
        'a link target, and an end record. Run again; if it stays, look whether something else prints to its output.');
}

// EXTERNAL MODULE: ./build/files/tool-message.js
var tool_message = __webpack_require__(89166);
;// CONCATENATED MODULE: ./build/files/find-lister.js



/**
 * Shell to stand behind a find that prints FIND_FORMAT: prints an end record with find's exit status, and exits with
 * it. A list that was cut off lacks the record, whatever its reader was told of the exit.
 */
const PRINT_END = '; s=$?; printf \'end %s\\0\\0\\0\' "$s"; exit "$s"';
const PRINT_RECORD = `-printf ${(0,quote/* quote */.h)(FIND_FORMAT)}`;
/** GNU find, which prints everything but the numbers of devices. */
const FIND_LISTER = {
    walkScript: (walk) => `cd /; find ${walk} ${PRINT_RECORD}${PRINT_END}`,
    // The names are cut into commands by xargs: find takes a list from a file only since findutils 4.9.
    lookScript: (followSymlinks) => {
        const find = `find ${followSymlinks ? '-L ' : ''}"$@" -maxdepth 0 ${PRINT_RECORD}`;
        return `cd /; xargs -0 -r sh -c ${(0,quote/* quote */.h)(find)} find${PRINT_END}`;
    },
    parser: () => new FindRecords(),
    lacks: 'device-number',
    parseMessage: (line) => (0,tool_message/* parseToolMessage */.t)(line, 'find'),
    failuresOf: (lines) => {
        const failures = new Map();
        for (const line of lines) {
            const message = (0,tool_message/* parseToolMessage */.t)(line, 'find');
            if (message !== null)
                failures.set(message.path, message);
        }
        return failures;
    },
};

// EXTERNAL MODULE: ./build/files/stat-lister.js + 1 modules
var stat_lister = __webpack_require__(64525);
;// CONCATENATED MODULE: ./build/files/listers.js


const LISTERS = { find: FIND_LISTER, stat: stat_lister/* STAT_LISTER */.R };
/** How a host with these tools is looked at. */
function listerOf({ lister }) {
    return LISTERS[lister];
}


/***/ }),

/***/ 6849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ look)
/* harmony export */ });
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52871);
/* harmony import */ var _streaming_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23952);


/** Lines kept of stderr over one for each path. */
const MAX_OTHER_LINES = 20;
/** xargs: some command ended with 1 to 125, as find and stat do for a path that isn't there. */
const XARGS_SOME_FAILED = 123;
/**
 * Looks at `wanted` with `lister` alone: entries lack what its records lack.
 *
 * @throws HoldfastError command-failed if the command failed otherwise than by paths that can't be looked at, or gave
 *   no account of one.
 */
async function look(host, lister, wanted, options) {
    const entries = new Map();
    if (wanted.length === 0)
        return { entries, failures: new Map() };
    const known = new KnownEntries(options.known ?? []);
    const lines = [];
    const command = await _streaming_command_js__WEBPACK_IMPORTED_MODULE_0__/* .StreamingCommand */ .O.start(host, lister.lookScript(options.followSymlinks), {
        names: wanted,
        signal: options.signal,
        onErrorLine: (line) => {
            if (lines.length < wanted.length + MAX_OTHER_LINES)
                lines.push(line);
        },
    });
    try {
        const records = lister.parser();
        for await (const chunk of command.output()) {
            for (const entry of records.push(chunk)) {
                const now = known.sameAs(entry);
                entries.set(now.path, now);
            }
        }
        const exit = await command.finish();
        const status = records.finish();
        const missing = wanted.filter((path) => !entries.has(path));
        const failures = lister.failuresOf(lines, missing);
        const isAccounted = missing.every((path) => failures.has(path));
        if (!isAccounted || (status !== 0 && status !== XARGS_SOME_FAILED)) {
            const stderr = Buffer.from(lines.slice(0, MAX_OTHER_LINES).join('\n'), 'latin1');
            throw new _hosts_output_js__WEBPACK_IMPORTED_MODULE_1__/* .CommandFailure */ .qi('look at files again', host, { exit, stderr });
        }
        return { entries, failures };
    }
    finally {
        await command.end();
    }
}
/** So many that are gone are passed over in a row. */
const MOST_GONE = 64;
/** Entries that come again in their order, but for some that are gone. Where they don't, nothing is lost but memory. */
class KnownEntries {
    #entries;
    #next = 0;
    constructor(entries) {
        this.#entries = entries;
    }
    /** The known entry that says all that `entry` says; else `entry`. */
    sameAs(entry) {
        const at = this.#indexOf(entry.path);
        if (at === null)
            return entry;
        this.#next = at + 1;
        const known = this.#entries[at];
        return isSameEntry(known, entry) ? known : entry;
    }
    /** Null: it isn't known, or came out of order. */
    #indexOf(path) {
        const end = Math.min(this.#next + MOST_GONE, this.#entries.length);
        for (let at = this.#next; at < end; at++) {
            if (this.#entries[at]?.path === path)
                return at;
        }
        return null;
    }
}
function isSameEntry(a, b) {
    for (const field in a) {
        if (a[field] !== b[field])
            return false;
    }
    return true;
}


/***/ }),

/***/ 33684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   Fl: () => (/* binding */ baseName),
/* harmony export */   GC: () => (/* binding */ isEntryName),
/* harmony export */   Gw: () => (/* binding */ ancestorsOf),
/* harmony export */   PR: () => (/* binding */ MAX_PATH_BYTES),
/* harmony export */   Po: () => (/* binding */ tooLong),
/* harmony export */   pg: () => (/* binding */ MAX_NAME_BYTES),
/* harmony export */   ts: () => (/* binding */ cleanPath),
/* harmony export */   uJ: () => (/* binding */ joinPath),
/* harmony export */   yl: () => (/* binding */ parentPath)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


/**
 * Longest path in bytes that Linux takes in one call: PATH_MAX less the closing NUL. `find` lists longer ones, step by
 * step; `tar -T` and `stat` refuse them.
 */
const MAX_PATH_BYTES = 4095;
/** What is wrong with a path that no call takes, as a listing's problem; null for any other. */
function tooLong({ length }) {
    return length <= MAX_PATH_BYTES ? null : `its path has ${length} bytes, expected at most ${MAX_PATH_BYTES}`;
}
/** Longest name of one entry in bytes (NAME_MAX of every common Linux filesystem). */
const MAX_NAME_BYTES = 255;
const ROOT = '/';
/** The folder that `path` (absolute, clean) stands in; that of the root is the root. */
function parentPath(path) {
    const slash = path.lastIndexOf('/');
    return slash <= 0 ? ROOT : path.slice(0, slash);
}
/** The last component of `path` (absolute, clean); empty for the root. */
function baseName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
/**
 * The path of the entry `name` in `folder` (absolute, clean).
 *
 * @throws HoldfastError restore-unsafe if `name` isn't the name of one entry: empty, `.`, `..`, or holding `/` or NUL.
 *   Names come from trees that somebody else may have written.
 */
function joinPath(folder, name) {
    if (!isEntryName(name)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('restore-unsafe', `Cannot use the name "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(name)}" in "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(folder)}": expected one component of a path. ` +
            'The tree that holds it was damaged or made to write outside its root: do not trust it.');
    }
    return (folder === ROOT ? `/${name}` : `${folder}/${name}`);
}
/** Whether `name` can be the name of one entry of a folder. */
function isEntryName(name) {
    return name !== '' && name !== '.' && name !== '..' && !name.includes('/') && !name.includes('\0');
}
/** Whether `path` lies below `folder`, at any depth. Both absolute and clean; nothing lies inside itself. */
function isInside(path, folder) {
    if (folder === ROOT)
        return path !== ROOT;
    return path.length > folder.length && path[folder.length] === '/' && path.startsWith(folder);
}
/** The folders above `path` (absolute, clean) from the root down, without `path` itself. */
function ancestorsOf(path) {
    if (path === ROOT)
        return [];
    const ancestors = [ROOT];
    for (let slash = path.indexOf('/', 1); slash !== -1; slash = path.indexOf('/', slash + 1)) {
        ancestors.push(path.slice(0, slash));
    }
    return ancestors;
}
/**
 * `path` as an absolute path without empty components, `.` or a trailing slash.
 *
 * @throws HoldfastError bad-input if it is relative, holds NUL or `..` (which, behind a symlink, isn't what it looks
 *   like), or is longer than MAX_PATH_BYTES.
 */
function cleanPath(path) {
    const refuse = (actual, advice) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use the path "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(path)}": ${actual}. ${advice}`);
    if (!path.startsWith('/'))
        throw refuse('it is relative, expected an absolute path', 'Begin it with "/".');
    if (path.includes('\0'))
        throw refuse('it holds a NUL byte, which no path can', 'Take it out.');
    const components = path.split('/').filter((component) => component !== '' && component !== '.');
    if (components.includes('..'))
        throw refuse('it holds "..", expected none', 'Write the path without "..".');
    const clean = `/${components.join('/')}`;
    if (clean.length > MAX_PATH_BYTES) {
        throw refuse(`it has ${clean.length} bytes, expected at most ${MAX_PATH_BYTES}`, 'Choose a folder above it.');
    }
    return clean;
}


/***/ }),

/***/ 75256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ lookAt)
/* harmony export */ });
/* harmony import */ var _file_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42606);
/* harmony import */ var _fill_in_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40035);
/* harmony import */ var _listers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2421);
/* harmony import */ var _look_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6849);





/**
 * Looks at `paths` (absolute, a few thousand at most) by one command, and one more if there are entries that it can't
 * tell all of (devices with GNU find, symlinks with stat).
 *
 * @throws HoldfastError command-failed if the command failed otherwise than by paths that can't be looked at, or gave
 *   no account of one.
 */
async function lookAt(host, paths, { reader = _file_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .GNU_READER */ .n, followSymlinks = false, signal } = {}) {
    const lister = (0,_listers_js__WEBPACK_IMPORTED_MODULE_1__/* .listerOf */ .H)(reader);
    const found = await (0,_look_js__WEBPACK_IMPORTED_MODULE_2__/* .look */ .O)(host, lister, [...paths], { followSymlinks, signal });
    if (followSymlinks)
        return found;
    const { entries, failed } = await (0,_fill_in_js__WEBPACK_IMPORTED_MODULE_3__/* .fillIn */ .p)(host, [...found.entries.values()], { reader, signal });
    return {
        entries: new Map(entries.map((entry) => [entry.path, entry])),
        failures: new Map([...found.failures, ...failed]),
    };
}


/***/ }),

/***/ 64213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ sentAs),
/* harmony export */   t: () => (/* binding */ otherAccess)
/* harmony export */ });
/** Nearly all are so: one for all of them. */
const AS_LISTED = { type: 'file', isListedFile: true, readAs: null };
function sentAs(entry, header, archiver) {
    const readAs = otherAccess(entry, header);
    const isListedFile = header.type === 'file' &&
        header.sizeBytes === entry.sizeBytes &&
        archiver.hasTimesOf(header, entry) &&
        readAs === null;
    return isListedFile ? AS_LISTED : { type: header.type, isListedFile, readAs };
}
/** busybox cuts owners to so many bits. */
const OWNER_BITS = 24;
/** Who may read the file that tar read, where that isn't who may read the listed one; null where it is. */
function otherAccess(entry, header) {
    const isSame = (a, b) => (a - b) % 2 ** OWNER_BITS === 0;
    const { uid, gid, permissions } = header;
    if (isSame(uid, entry.uid) && isSame(gid, entry.gid) && permissions === entry.permissions)
        return null;
    return { uid, gid, permissions };
}


/***/ }),

/***/ 64525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ STAT_LISTER)
});

// EXTERNAL MODULE: ./build/hosts/quote.js
var quote = __webpack_require__(28976);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/files/device-number.js
var device_number = __webpack_require__(27628);
// EXTERNAL MODULE: ./build/files/uint64.js
var uint64 = __webpack_require__(11128);
;// CONCATENATED MODULE: ./build/files/stat-records.js




/**
 * What stat prints of an entry: numbers, then the path between double slashes, which no listed path holds. Formats of
 * stat know no NUL, and `%Y` no fraction (in toybox no sign either): so the times are dates.
 */
const STAT_FORMAT = '%d %i %h %f %u %g %s %b %t %T %y|%z//%n//';
/** Bytes of a record that is taken in. A path that stat takes has 4,095. */
const MAX_RECORD_BYTES = 64 * 1024;
const DATE = String.raw `(-?\d{4,9}-\d\d-\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))? \+0000`;
const NUMBERS = new RegExp(String.raw `^(\d+) (\d+) (\d+) ([0-9a-f]+) (\d+) (\d+) (\d+) (\d+) ([0-9a-f]{1,16}) ([0-9a-f]{1,16}) ${DATE}\|${DATE}$`);
/** By the four bits of a mode above its permissions (Linux' S_IFMT, inode(7)). */
const FILE_TYPES = {
    1: 'fifo',
    2: 'chardev',
    4: 'dir',
    6: 'dev',
    8: 'file',
    10: 'symlink',
    12: 'socket',
};
const PERMISSION_BITS = 12;
const MAX_ID = 2 ** 32 - 1;
/** Of a record that a message shows. */
const MAX_SHOWN = 200;
const NS_PER_SECOND = 1000000000n;
const MS_PER_SECOND = 1000;
/** A push parser of what stat printed with STAT_FORMAT. Entries of symlinks have an empty target: stat has no field. */
class StatRecords {
    #rest = '';
    #statuses = null;
    push(chunk) {
        const text = this.#rest + chunk.toString('latin1');
        const entries = [];
        let start = 0;
        while (start < text.length) {
            const path = text.indexOf('//', start) + 2;
            if (path === 1)
                break;
            if (this.#statuses !== null)
                throw statFault('bytes behind the end of the list');
            if (text[start] === 'e') {
                if (path === text.length)
                    break;
                this.#statuses = readEnd(text.slice(start, path + 1));
                start = path + 1;
                continue;
            }
            const end = text.indexOf('//\n', path);
            if (end === -1)
                break;
            entries.push(readEntry(text.slice(start, path - 2), text.slice(path, end)));
            start = end + 3;
        }
        this.#rest = text.slice(start);
        if (this.#rest.length > MAX_RECORD_BYTES)
            throw statFault(`a record over ${MAX_RECORD_BYTES} bytes`);
        return entries;
    }
    get ended() {
        return this.#statuses !== null;
    }
    finish() {
        if (this.#statuses === null || this.#rest !== '')
            throw statFault('it stopped before its end');
        const [walk, look] = this.#statuses;
        return walk === 0 ? look : walk;
    }
}
function readEnd(text) {
    const match = /^end (\d{1,3}) (\d{1,3})\/\/\n$/.exec(text);
    if (match === null)
        throw statFault(`the end record "${(0,bytestring.display)(text.slice(0, MAX_SHOWN))}"`);
    return [Number(match[1]), Number(match[2])];
}
function readEntry(numbers, path) {
    const match = NUMBERS.exec(numbers);
    if (match === null || !path.startsWith('/')) {
        throw statFault(`the record "${(0,bytestring.display)(numbers.slice(0, MAX_SHOWN))}"`);
    }
    const field = (i) => match[i];
    const mode = Number.parseInt(field(4), 16);
    const type = FILE_TYPES[mode >> PERMISSION_BITS] ?? 'other';
    const isDevice = type === 'dev' || type === 'chardev';
    return {
        path,
        type,
        permissions: mode & 0o7777,
        uid: idOf(field(5)),
        gid: idOf(field(6)),
        sizeBytes: bounded(field(7)),
        blocks: bounded(field(8)),
        mtimeNs: timeOf(match, 11),
        ctimeNs: timeOf(match, 16),
        device: bounded(field(1)),
        inode: bounded(field(2)),
        links: bounded(field(3)),
        linkTarget: '',
        deviceNumber: isDevice ? (0,device_number/* deviceNumber */.O)(BigInt(`0x${field(9)}`), BigInt(`0x${field(10)}`)) : 0n,
    };
}
function bounded(digits) {
    const value = (0,uint64/* uint64 */.V)(digits);
    if (value === null)
        throw statFault('a number of more than 64 bits');
    return value;
}
function idOf(digits) {
    const id = Number(digits);
    if (!(id <= MAX_ID))
        throw statFault('an owner that is none');
    return id;
}
/** The time whose five parts are in `match` from `at` on: day, hours, minutes, seconds, fraction. */
function timeOf(match, at) {
    const [day = '', hours, minutes, seconds, fraction = ''] = match.slice(at, at + 5);
    const ofDay = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    return BigInt(secondsOfDay(day) + ofDay) * NS_PER_SECOND + BigInt(fraction.padEnd(9, '0'));
}
let lastDay = '';
let lastDaySeconds = 0;
/** Seconds since 1970 at which `YEAR-MONTH-DAY` begins. Most entries of a listing share a few days. */
function secondsOfDay(day) {
    if (day === lastDay)
        return lastDaySeconds;
    const [, year, month, date] = /^(-?\d+)-(\d\d)-(\d\d)$/.exec(day) ?? [];
    const time = new Date(0);
    time.setUTCFullYear(Number(year), Number(month) - 1, Number(date));
    const seconds = time.getTime() / MS_PER_SECOND;
    if (!Number.isSafeInteger(seconds))
        throw statFault(`the date "${(0,bytestring.display)(day)}"`);
    lastDay = day;
    lastDaySeconds = seconds;
    return seconds;
}
function statFault(found) {
    return new errors/* HoldfastError */.E('command-failed', `Cannot read the list of files that the host's stat printed: ${found}, expected records of 12 fields and a path, ` +
        'and an end record. Run again; if it stays, look whether something else prints to its output.');
}

;// CONCATENATED MODULE: ./build/files/stat-lister.js


const PRINT_RECORD = `-c ${(0,quote/* quote */.h)(STAT_FORMAT)}`;
/**
 * Shell that runs `feed | look` and then prints an end record with both exit statuses: a pipe alone hides the first.
 * They come by a descriptor of their own, so that they can't get between the records.
 */
function piped(feed, look) {
    const both = `{ { ${feed}; echo "$?" >&3; } | ${look} >&4; echo "$?" >&3; } 3>&1`;
    return `cd /; exec 4>&1; s=$(${both}); set -- $s; printf 'end %s %s//\\n' "$1" "$2"`;
}
/**
 * A `stat` behind a find that only prints names: busybox, toybox, and any mixture with GNU's. Names come and go raw,
 * also in messages.
 */
const STAT_LISTER = {
    walkScript: (walk) => piped(`find ${walk} -print0`, `xargs -0 -r stat ${PRINT_RECORD}`),
    lookScript: (followSymlinks) => piped('cat', `xargs -0 -r stat ${followSymlinks ? '-L ' : ''}${PRINT_RECORD}`),
    parser: () => new StatRecords(),
    lacks: 'link-target',
    parseMessage,
    failuresOf,
};
/** `find: /a: Permission denied`, `stat: can't stat '/a': No such file or directory`, and the same without the verb. */
function parseMessage(line) {
    const match = /^find: '?(\/.*?)'?: ([^:]*)$/.exec(line) ?? /^stat: [^/]*'(\/.*)': ([^:]*)$/.exec(line);
    return match === null ? null : { path: match[1], reason: match[2] };
}
/** Names with newlines are spread over lines: so the names are looked for in the whole. */
function failuresOf(lines, missing) {
    const text = `${lines.join('\n')}\n`;
    const failures = new Map();
    for (const path of missing) {
        const message = `'${path}': `;
        const at = text.indexOf(message);
        const start = at + message.length;
        const reason = at === -1 ? 'it could not be looked at' : text.slice(start, text.indexOf('\n', start));
        failures.set(path, { path, reason: reason });
    }
    return failures;
}


/***/ }),

/***/ 20064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readArchives),
/* harmony export */   s: () => (/* binding */ readTar)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21280);
/* harmony import */ var _parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34497);



/**
 * The members of one tar archive in its order. Content that isn't read is skipped. Back-pressure: no more of `source`
 * is asked for than what is read here needs. The source is read to its end, or ended when the iteration is.
 *
 * @throws HoldfastError command-failed if the bytes are no archive that we can read exactly, or stop before its two
 *   zero blocks. What was given before that was right, unless it was still streaming.
 */
async function* readTar(source) {
    const events = new TarEvents(source, new _parser_js__WEBPACK_IMPORTED_MODULE_0__/* .TarParser */ .J());
    try {
        for (let event = await events.next(); event !== null; event = events.buffered() ?? (await events.next())) {
            if (event.kind === 'member') {
                yield { header: event.header, content: event.content, segments: null };
            }
            else if (event.kind === 'start') {
                const content = new StreamedContent(events);
                yield { header: event.header, content, segments: event.segments };
                await content.skipRest();
            }
        }
    }
    finally {
        await events.close();
    }
}
/**
 * As `readTar`, for archives that may be cut off: that is the last step, and ends the content that is streaming, which
 * then is no content of anything. Steps that came at once come together, so that small members cost no promise; a content
 * that streams is the last of them. Contents are good until the next steps are asked for.
 *
 * @param options.inARow Any number of archives, one behind the other, without padding between them.
 * @throws HoldfastError command-failed if the bytes are no archive that we can read exactly.
 */
async function* readArchives(source, options) {
    const parser = new _parser_js__WEBPACK_IMPORTED_MODULE_0__/* .TarParser */ .J(options);
    const events = new TarEvents(source, parser);
    events.takesCut = true;
    try {
        for (let event = await events.next(); event !== null; event = await events.next()) {
            const { steps, streaming } = stepsAtHand(event, events);
            yield steps;
            await streaming?.skipRest();
        }
        parser.release(); // each command has its own, and V8 would let them pile up
        if (events.cut !== null)
            yield [{ kind: 'cut', unfinished: parser.unfinished, fault: events.cut }];
    }
    finally {
        await events.close();
    }
}
/** What comes of `first` and of the events that are there already, up to a content that streams. */
function stepsAtHand(first, events) {
    const steps = [];
    for (let event = first; event !== undefined; event = events.buffered()) {
        if (event.kind === 'member')
            steps.push({ kind: 'member', member: { ...event, segments: null } });
        else if (event.kind === 'end')
            steps.push({ kind: 'end' });
        else if (event.kind === 'start') {
            const content = new StreamedContent(events);
            steps.push({ kind: 'member', member: { header: event.header, content, segments: event.segments } });
            return { steps, streaming: content };
        }
    }
    return { steps, streaming: null };
}
/** The events of a parser that is fed from `source` as they are wanted. */
class TarEvents {
    /** Whether the source may stop before the archive does: then `cut` says it. Else that throws. */
    takesCut = false;
    cut = null;
    #parser;
    #source;
    #events = [];
    #index = 0;
    constructor(source, parser) {
        this.#source = source[Symbol.asyncIterator]();
        this.#parser = parser;
    }
    /** An event that is there already, or undefined: spares a promise for each small member. */
    buffered() {
        return this.#events[this.#index++];
    }
    /** The next event, or null at the end. */
    async next() {
        for (;;) {
            const event = this.buffered();
            if (event !== undefined)
                return event;
            if (this.cut !== null)
                return null;
            const { done, value } = await this.#source.next();
            if (done === true) {
                this.#finish();
                return null;
            }
            if (!this.#push(value))
                return null;
        }
    }
    /** False: what comes isn't taken in. */
    #push(bytes) {
        this.#index = 0;
        try {
            this.#events = this.#parser.push(bytes);
            return true;
        }
        catch (error) {
            if (!this.takesCut || !(error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .TooMuch */ .G))
                throw error;
            this.cut = error;
            this.#events = [];
            return false;
        }
    }
    #finish() {
        try {
            this.#parser.finish();
        }
        catch (error) {
            if (!this.takesCut || !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E))
                throw error;
            this.cut = error;
        }
    }
    async close() {
        await this.#source.return?.();
    }
}
class StreamedContent {
    #events;
    #finished = false;
    constructor(events) {
        this.#events = events;
    }
    async *[Symbol.asyncIterator]() {
        for (let part = await this.#next(); part !== null; part = await this.#next())
            yield part;
    }
    async skipRest() {
        while ((await this.#next()) !== null)
            ;
    }
    async #next() {
        if (this.#finished)
            return null;
        const event = await this.#events.next();
        if (event?.kind === 'data')
            return event.bytes;
        if (event?.kind === 'hole')
            return { holeBytes: event.lengthBytes };
        this.#finished = true;
        return null;
    }
}


/***/ }),

/***/ 89166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ saysVanished),
/* harmony export */   t: () => (/* binding */ parseToolMessage)
/* harmony export */ });
/**
 * Reads a line like `find: 'a\nb': Permission denied` or `tar: "./a": Cannot open: Permission denied` (as they are in
 * the C locale, names escaped as in C). A line that names a path somewhere else (`find: File system loop detected;
 * '/a' is …`) gives the whole line as the reason.
 *
 * @returns null if the line isn't from `tool` or names no path.
 */
function parseToolMessage(line, tool) {
    const prefix = `${tool}: `;
    if (!line.startsWith(prefix))
        return null;
    const quoteMark = tool === 'find' ? "'" : '"';
    const start = line.indexOf(quoteMark, prefix.length);
    if (start === -1)
        return null;
    const quoted = readQuoted(line, start);
    if (quoted === null)
        return null;
    const isFirst = start === prefix.length && line.startsWith(': ', quoted.end);
    const reason = line.slice(isFirst ? quoted.end + 2 : prefix.length);
    return { path: quoted.value, reason };
}
/** Whether `message` says that the path isn't there. */
function saysVanished(message) {
    return /(^|: )(No such file or directory|Not a directory)$/.test(message.reason);
}
const SHORT_ESCAPES = {
    a: '\x07',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
};
/** The string that begins with a quotation mark at `start`, and where it ends; null if it never does. */
function readQuoted(line, start) {
    const quoteMark = line[start];
    let value = '';
    for (let i = start + 1; i < line.length; i++) {
        const character = line[i];
        if (character === quoteMark)
            return { value: value, end: i + 1 };
        if (character !== '\\') {
            value += character;
            continue;
        }
        const octal = /^[0-7]{1,3}/.exec(line.slice(i + 1, i + 4))?.[0];
        if (octal !== undefined) {
            value += String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
            i += octal.length;
        }
        else {
            const escaped = line[++i] ?? '';
            value += SHORT_ESCAPES[escaped] ?? escaped;
        }
    }
    return null;
}


/***/ }),

/***/ 11128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ uint64)
/* harmony export */ });
const MAX_UINT64 = 2n ** 64n - 1n;
const MAX_DIGITS = 20;
/** Of links, blocks and sizes most are small: made once, they take no memory in each of the tens of thousands of entries that wait. */
const SMALL = Array.from({ length: 1024 }, (_, value) => BigInt(value));
/** The number that `digits` (decimal, nothing else) stand for, or null if 64 bits can't hold it, as no system's do. */
function uint64(digits) {
    if (typeof digits === 'number')
        return SMALL[digits] ?? BigInt(digits);
    if (digits.length > MAX_DIGITS)
        return null;
    const value = BigInt(digits);
    return value <= MAX_UINT64 ? value : null;
}


/***/ }),

/***/ 33281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ parseMountLines)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);

/**
 * Reads /proc/self/mountinfo (proc_pid_mountinfo(5)): `36 35 98:0 /root /point options tags… - ext3 source options`.
 * Blanks, newlines and backslashes in paths stand as `\040`, `\011`, `\012`, `\134`. Lines that don't look so are
 * left out. In the order of mounting: where two have one mount point, the last one is seen.
 */
function parseMountLines(text) {
    const mounts = [];
    for (const line of (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromBytes)(text).split('\n')) {
        const fields = line.split(' ');
        const separator = fields.indexOf('-', 6);
        const [id, , , root, point, options] = fields;
        const [, fileSystem, source] = fields.slice(separator);
        if (separator === -1 || id === undefined || root === undefined || point === undefined)
            continue;
        if (fileSystem === undefined)
            continue;
        const readOnly = options?.split(',').includes('ro') === true;
        mounts.push({
            id,
            root: unescapeOctal(root),
            point: unescapeOctal(point),
            readOnly,
            fileSystem,
            source: unescapeOctal(source ?? ''),
        });
    }
    return mounts;
}
function unescapeOctal(path) {
    return path.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
}


/***/ })

};
