export const id = 3347;
export const ids = [3347];
export const modules = {

/***/ 56577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ timingsOf)
/* harmony export */ });
/* harmony import */ var _shell_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97643);

const DEFAULT_TIMINGS = {
    connectTimeoutMs: 20_000,
    retryDelaysMs: [1000, 2000, 4000],
    silentAfterMs: _shell_host_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_SILENT_AFTER_MS */ .yU,
    startTimeoutMs: 60_000,
};
function timingsOf({ timings }) {
    return { ...DEFAULT_TIMINGS, ...timings };
}


/***/ }),

/***/ 25464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WT: () => (/* binding */ unknownHostKey),
/* harmony export */   is: () => (/* binding */ changedHostKey),
/* harmony export */   ql: () => (/* binding */ revokedHostKey)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _known_hosts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34121);


function unknownHostKey(seen, key, notes) {
    const ignored = notes.length === 0 ? '' : `Of the known hosts these lines say nothing: ${notes.join('; ')}. `;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('host-key-unknown', `Cannot trust the host key of "${seen.name}": it is ${key.type} ${(0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprintOf */ .ax)(key.blob)}, ` +
        `expected one that is pinned. ${ignored}If the host itself shows that fingerprint (ssh-keygen -lf ` +
        `/etc/ssh/ssh_host_*_key.pub), add this line to the known hosts: ` +
        `${(0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .knownHostsLine */ .TZ)(seen.host, seen.port, key)}`);
}
function changedHostKey(seen, keys, pinned) {
    const expected = [
        ...pinned.keys.map((key) => `${key.type} ${(0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprintOf */ .ax)(key.blob)}`),
        ...pinned.fingerprints,
    ];
    const actual = keys.map((key) => `${key.type} ${(0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprintOf */ .ax)(key.blob)}`);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('host-key-mismatch', `Cannot trust the host key of "${seen.name}": it is ${actual.join(', ')}, expected ${expected.join(' or ')}. ` +
        'Somebody may be in between: connect only after the host itself shows the new fingerprint, then replace the ' +
        'pinned one.');
}
function revokedHostKey(seen, key) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('host-key-mismatch', `Cannot trust the host key of "${seen.name}": ${key.type} ${(0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprintOf */ .ax)(key.blob)} is marked @revoked in the ` +
        'known hosts, expected a key that is not. Give the host a new key and pin that.');
}


/***/ }),

/***/ 22220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QW: () => (/* binding */ parsePrivateKey),
/* harmony export */   Rx: () => (/* binding */ describeKey),
/* harmony export */   needsPassphrase: () => (/* binding */ needsPassphrase),
/* harmony export */   xN: () => (/* binding */ readIdentity)
/* harmony export */ });
/* harmony import */ var ssh2__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85472);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _key_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62967);
/* harmony import */ var _known_hosts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34121);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22566);






/**
 * `identity` is a private key's text or its path (`~/` is the home folder).
 * @throws HoldfastError bad-input when it is empty or the file can't be read.
 */
async function readIdentity(identity) {
    if (identity.trim() === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', 'Cannot read the private key: an empty one was given, expected its path or its text. Give one; a variable or a ' +
            'secret may be unset.');
    }
    if ((0,_key_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isKeyText */ .l)(identity)) {
        const pem = `${identity.replace(/\r\n?/g, '\n').trim()}\n`;
        return { pem, source: 'given as text', path: null };
    }
    const path = (0,_local_file_js__WEBPACK_IMPORTED_MODULE_3__/* .expandHome */ .k)(identity);
    const pem = await (0,_local_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readLocalFile */ .M)(path, 'the private key').catch((error) => {
        throw (0,_key_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isCertainlyPath */ .B)(identity) ? error : neitherKeyNorFile();
    });
    return { pem, source: `"${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)(path)}"`, path };
}
/** Without the cause, which names what was given. */
function neitherKeyNorFile() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', "Cannot read the private key: no file of that name can be read, and it isn't a key's text, expected one of them " +
        '(what was given isn\'t shown: it may be secret). Give a path that begins with "/", "./" or "~/", or the whole text ' +
        'from "-----BEGIN" on.');
}
/** Never shows what `pem` is. */
function parsePrivateKey(pem, passphrase) {
    const parsed = ssh2__WEBPACK_IMPORTED_MODULE_0__.utils.parseKey(pem, passphrase);
    const key = Array.isArray(parsed) ? parsed[0] : parsed;
    if (key instanceof Error)
        return faultOf(key, passphrase);
    if (key.isPrivateKey())
        return key;
    return { actual: 'it is a public key', advice: 'Give the private one: the file beside it without ".pub".' };
}
/**
 * Whether the private key is encrypted.
 * @param identity As `readIdentity` takes it.
 * @throws HoldfastError bad-input when the file can't be read.
 */
async function needsPassphrase(identity) {
    const key = parsePrivateKey((await readIdentity(identity)).pem, undefined);
    return 'actual' in key && key.isEncrypted === true;
}
function faultOf({ message }, passphrase) {
    if (/no passphrase/i.test(message)) {
        return {
            actual: 'it is encrypted, and no passphrase was given',
            advice: 'Give its passphrase (--identity-passphrase-file, or the input `identity-passphrase`).',
            isEncrypted: true,
        };
    }
    if (passphrase !== undefined && /passphrase|decrypt|integrity/i.test(message)) {
        return { actual: 'the passphrase does not open it', advice: 'Correct the passphrase.' };
    }
    return {
        actual: `it is no private key of a known form (${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)(message)})`,
        advice: 'Give the whole of it, from "-----BEGIN" to "-----END".',
    };
}
/** `ssh-ed25519 SHA256:…` */
function describeKey(key) {
    return `${key.type} ${(0,_known_hosts_js__WEBPACK_IMPORTED_MODULE_5__/* .fingerprintOf */ .ax)(key.getPublicSSH())}`;
}


/***/ }),

/***/ 62967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ isCertainlyPath),
/* harmony export */   l: () => (/* binding */ isKeyText)
/* harmony export */ });
/** No path that a person writes is as long; a key in base64, whose head got lost, is. */
const LONGEST_PATH = 255;
/** Whether `identity` is a key's text (or what is left of it), and not a path: then it is a secret. */
function isKeyText(identity) {
    return (identity.includes('-----BEGIN') ||
        /[\r\n]/.test(identity.trim()) ||
        /^(ssh|ecdsa|sk)-\S+ AAAA/.test(identity) ||
        identity.length > LONGEST_PATH);
}
/**
 * Whether `identity` can only be meant as a path. Anything else may be a key that lost its first line, was put into
 * base64, or a passphrase in the wrong place: so it is never shown, in a message or otherwise.
 */
function isCertainlyPath(identity) {
    return /^(~|\.{1,2})?\/[^\r\n]*$/.test(identity);
}


/***/ }),

/***/ 34121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BV: () => (/* binding */ KnownHosts),
/* harmony export */   TZ: () => (/* binding */ knownHostsLine),
/* harmony export */   Tx: () => (/* binding */ judgeHostKey),
/* harmony export */   ax: () => (/* binding */ fingerprintOf),
/* harmony export */   xK: () => (/* binding */ parseHostKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/**
 * Pinned host keys: lines of sshd(8)'s known_hosts (plain and hashed names, wildcards, negation, `[host]:port`,
 * `@revoked`), and ours: `SHA256:…` alone pins the destination (no jump host), `PATTERNS SHA256:…` whatever matches.
 */
class KnownHosts {
    /** Lines that say nothing to us, for messages: `line 3: @cert-authority isn't supported`. */
    notes;
    #entries;
    constructor(entries, notes) {
        this.#entries = entries;
        this.notes = notes;
    }
    /** Never throws: lines that can't be read pin nothing and are in `notes`. */
    static parse(text) {
        const entries = [];
        const notes = [];
        for (const [index, raw] of text.split(/\r?\n/).entries()) {
            const line = raw.trim();
            if (line === '' || line.startsWith('#'))
                continue;
            const entry = parseLine(line);
            if (typeof entry === 'string')
                notes.push(`line ${index + 1}: ${entry}`);
            else
                entries.push(entry);
        }
        return new KnownHosts(entries, notes);
    }
    get isEmpty() {
        return this.#entries.length === 0;
    }
    /** As ssh does it: with a port of its own a host is `[host]:port`, and `host` where that isn't known. */
    lookUp(host, port, { isDestination }) {
        const name = knownHostsName(host, port);
        const exact = this.#matching(name, isDestination);
        const plain = name === host ? exact : this.#matching(host, isDestination);
        const trusted = (entry) => !entry.revoked;
        const pins = exact.some(trusted) ? exact.filter(trusted) : plain.filter(trusted);
        return {
            keys: pins.map((entry) => entry.key).filter((key) => typeof key !== 'string'),
            fingerprints: pins.map((entry) => entry.key).filter((key) => typeof key === 'string'),
            revoked: [...exact, ...plain].filter((entry) => entry.revoked).map((entry) => entry.key),
        };
    }
    #matching(name, isDestination) {
        return this.#entries.filter(({ matches }) => matches === null ? isDestination : matches(name.toLowerCase()));
    }
}
/** `host`, or `[host]:port` for a port other than 22. */
function knownHostsName(host, port) {
    return port === 22 ? host : `[${host}]:${port}`;
}
function judgeHostKey(key, pinned) {
    const fingerprint = fingerprintOf(key.blob);
    const isThis = (known) => typeof known === 'string' ? known === fingerprint : known.blob.equals(key.blob);
    if (pinned.revoked.some(isThis))
        return 'revoked';
    if ([...pinned.keys, ...pinned.fingerprints].some(isThis))
        return 'trusted';
    return pinned.keys.length + pinned.fingerprints.length > 0 ? 'changed' : 'unknown';
}
/** As `ssh-keygen -l` shows it: `SHA256:` and base64 without padding. */
function fingerprintOf(blob) {
    return `SHA256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}
/** The line that pins `key`. */
function knownHostsLine(host, port, key) {
    return `${knownHostsName(host, port)} ${key.type} ${key.blob.toString('base64')}`;
}
/** The key in `blob`, which begins with its type (RFC 4253, 6.6). Null if it doesn't. */
function parseHostKey(blob) {
    if (blob.length < 4)
        return null;
    const length = blob.readUInt32BE(0);
    const type = blob.toString('latin1', 4, 4 + length);
    return length > 0 && blob.length > 4 + length && /^[\x21-\x7e]+$/.test(type) ? { type, blob } : null;
}
const FINGERPRINT = /^SHA256:[A-Za-z0-9+/]{43}=?$/;
/** Or why the line pins nothing. */
function parseLine(line) {
    const words = line.split(/[ \t]+/);
    const marker = words[0]?.startsWith('@') ? words.shift() : undefined;
    if (marker === '@cert-authority')
        return '@cert-authority is not supported';
    if (marker !== undefined && marker !== '@revoked')
        return `unknown marker ${marker}`;
    const revoked = marker === '@revoked';
    const [first = '', second = '', third = ''] = words;
    if (FINGERPRINT.test(first))
        return { matches: null, revoked, key: first.replace('=', '') };
    const matches = nameMatcher(first);
    if (matches === null)
        return 'its hashed name is damaged';
    if (FINGERPRINT.test(second))
        return { matches, revoked, key: second.replace('=', '') };
    const key = parseHostKey(Buffer.from(third, 'base64'));
    const isWhole = key?.type === second && key.blob.toString('base64') === third;
    return isWhole ? { matches, revoked, key } : 'it holds no host key';
}
/** Null for a hashed name that can't be one. */
function nameMatcher(names) {
    if (names.startsWith('|'))
        return hashedNameMatcher(names);
    const patterns = names
        .toLowerCase()
        .split(',')
        .map((pattern) => ({
        negated: pattern.startsWith('!'),
        regExp: globToRegExp(pattern.replace(/^!/, '')),
    }));
    return (name) => {
        const hits = patterns.filter(({ regExp }) => regExp.test(name));
        return hits.length > 0 && !hits.some(({ negated }) => negated);
    };
}
const SHA1_BYTES = 20;
/** `|1|salt|HMAC-SHA1 of the name`, both in base64. */
function hashedNameMatcher(names) {
    const [, version, salt = '', hash = ''] = names.split('|');
    const expected = Buffer.from(hash, 'base64');
    if (version !== '1' || expected.length !== SHA1_BYTES)
        return null;
    return (name) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha1', Buffer.from(salt, 'base64')).update(name).digest(), expected);
}
/** `*` is any characters, `?` any one. */
function globToRegExp(glob) {
    const source = glob
        .replace(/\*+/g, '*')
        .replace(/[^*?]/g, (character) => character.replace(/[\\^$.|+()[\]{}]/, '\\$&'))
        .replaceAll('*', '.*')
        .replaceAll('?', '.');
    return new RegExp(`^${source}$`, 's');
}


/***/ }),

/***/ 54794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DC: () => (/* binding */ readKnownHosts),
/* harmony export */   VZ: () => (/* binding */ loadKnownHosts),
/* harmony export */   qT: () => (/* binding */ pinsNothing)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19473);
/* harmony import */ var _known_hosts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34121);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(22566);







/**
 * The pinned host keys: of a file, or in a text (anything that holds white space or begins with `SHA256:`), or, when
 * nothing is given, in the files that ssh reads.
 *
 * @throws HoldfastError bad-input for a file that can't be read, and for one or a text that pins nothing.
 */
async function loadKnownHosts(given) {
    if (given === undefined)
        return _known_hosts_js__WEBPACK_IMPORTED_MODULE_3__/* .KnownHosts */ .BV.parse(await readDefaultFiles());
    const known = _known_hosts_js__WEBPACK_IMPORTED_MODULE_3__/* .KnownHosts */ .BV.parse(await readKnownHosts(given));
    if (known.isEmpty)
        throw pinsNothing(given, known);
    return known;
}
/** Of known hosts in which no line says anything. */
function pinsNothing(given, known) {
    const what = isKnownHostsText(given) ? 'the text that was given' : `"${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)(given)}"`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('bad-input', `Cannot find a host key in the known hosts, ${what}: ${known.notes.map(_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText).join('; ') || 'it is empty'}, ` +
        'expected lines like "db.example ssh-ed25519 AAAA…" or "SHA256:…". Correct them.');
}
function isKnownHostsText(given) {
    return given === '' || /\s/.test(given.trim()) || given.startsWith('SHA256:');
}
/**
 * The text that is given, or that of the file.
 * @throws HoldfastError bad-input for a file that can't be read.
 */
async function readKnownHosts(given) {
    if (isKnownHostsText(given))
        return given;
    return (0,_local_file_js__WEBPACK_IMPORTED_MODULE_6__/* .readLocalFile */ .M)((0,_local_file_js__WEBPACK_IMPORTED_MODULE_6__/* .expandHome */ .k)(given), 'the known hosts');
}
async function readDefaultFiles() {
    const files = [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.ssh', 'known_hosts'), '/etc/ssh/ssh_known_hosts'];
    const texts = await Promise.all(files.map((file) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8').catch(() => '')));
    return texts.join('\n');
}


/***/ }),

/***/ 22566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readLocalFile),
/* harmony export */   k: () => (/* binding */ expandHome)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53648);






function expandHome(path) {
    return path.startsWith('~/') ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), path.slice(2)) : path;
}
const REASONS = {
    ENOENT: 'there is no such file',
    ENOTDIR: 'there is no such file',
    EISDIR: 'it is a folder',
    EACCES: 'this user may not read it',
    EPERM: 'this user may not read it',
};
/**
 * The text of a file on this machine.
 * @param what For the message: `the private key`.
 * @throws HoldfastError bad-input.
 */
async function readLocalFile(path, what) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', `Cannot read ${what} "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)(path)}": ${REASONS[(0,_system_error_js__WEBPACK_IMPORTED_MODULE_5__/* .systemCode */ .xU)(error)] ?? (0,_system_error_js__WEBPACK_IMPORTED_MODULE_5__/* .systemErrorText */ .f9)(error)}, expected a file that can ` +
            'be read. Give its path, or its text itself.');
    }
}


/***/ }),

/***/ 20837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectOpenSsh: () => (/* binding */ connectOpenSsh)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/hosts/address.js
var hosts_address = __webpack_require__(88772);
// EXTERNAL MODULE: ./build/hosts/connect-options.js
var connect_options = __webpack_require__(56577);
// EXTERNAL MODULE: ./build/hosts/connect-socket.js
var connect_socket = __webpack_require__(98538);
// EXTERNAL MODULE: ./build/hosts/destination.js
var destination = __webpack_require__(49592);
// EXTERNAL MODULE: ./build/hosts/held-open.js
var held_open = __webpack_require__(65714);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
// EXTERNAL MODULE: ./build/hosts/identity.js
var hosts_identity = __webpack_require__(22220);
// EXTERNAL MODULE: ./build/hosts/known-hosts.js
var known_hosts = __webpack_require__(34121);
// EXTERNAL MODULE: ./build/hosts/load-known-hosts.js
var load_known_hosts = __webpack_require__(54794);
// EXTERNAL MODULE: ./build/hosts/quote.js
var quote = __webpack_require__(28976);
// EXTERNAL MODULE: ./build/hosts/secret-folder.js
var secret_folder = __webpack_require__(12715);
// EXTERNAL MODULE: ./build/hosts/shell-host.js + 7 modules
var shell_host = __webpack_require__(97643);
;// CONCATENATED MODULE: ./build/hosts/openssh-config.js














/**
 * Writes what the system's ssh needs into a new folder. Its configuration comes first and so wins; the user's and the
 * system's follow. It is a file, for ssh hands its options to the ssh of a jump host by file alone.
 *
 * @throws HoldfastError bad-input for a passphrase or password, and for files that can't be read.
 */
async function writeOpenSshFiles(address, options) {
    refuseQuestions(options);
    const parent = (0,secret_folder/* parentForSocket */.D)(options.temporaryFolder ?? (0,external_node_os_.tmpdir)());
    const secrets = await secret_folder/* SecretFolder */.r.make(parent, 'holdfast-ssh-').catch((error) => {
        throw cannotWrite(parent, error);
    });
    try {
        options.onSecretFolder?.(secrets.path);
        return await fillFolder(secrets, address, options);
    }
    catch (error) {
        await secrets.remove();
        throw error instanceof errors/* HoldfastError */.E ? error : cannotWrite(parent, error);
    }
}
function cannotWrite(folder, cause) {
    const { message } = cause;
    const code = (0,system_error/* systemCode */.xU)(cause);
    const isFull = code === 'ENOSPC' || code === 'EDQUOT';
    return new errors/* HoldfastError */.E(isFull ? 'no-space' : 'no-permission', `Cannot write the files for the system's ssh below "${(0,bytestring.displayText)(folder)}": ` +
        `${isFull ? 'the disk is full' : (0,bytestring.displayText)(message)}, expected room for a few KiB. ` +
        `Make room there, set TMPDIR to another folder, or use the client "ssh2", which needs no files.`, { cause });
}
async function fillFolder(secrets, address, options) {
    const folder = secrets.path;
    const seenKeys = (0,external_node_path_.join)(folder, 'seen-keys');
    const { known, fingerprints, pinLines, noteKeys } = await pinKeys(folder, seenKeys, address, options);
    const identity = await identityLines(folder, options);
    const lines = [
        'BatchMode yes',
        'StrictHostKeyChecking yes',
        'ControlPersist no',
        'RequestTTY no',
        'RemoteCommand none',
        'ClearAllForwardings yes',
        'ForwardAgent no', // the host could log in to others with our keys
        'ForwardX11 no',
        'PermitLocalCommand no',
        'ConnectionAttempts 1',
        ...timingLines(options),
        ...pinLines,
        ...identity.lines,
        'Include ~/.ssh/config',
        'Include /etc/ssh/ssh_config',
        '',
    ];
    const config = (0,external_node_path_.join)(folder, 'config');
    await (0,external_node_fs_promises_.writeFile)(config, lines.join('\n'), { mode: 0o600 });
    return {
        secrets,
        config,
        controlSocket: (0,external_node_path_.join)(folder, 's'),
        seenKeys,
        noteKeys,
        login: identity,
        known,
        fingerprints,
    };
}
function refuseQuestions({ passphrase, password }) {
    if (passphrase === undefined && password === undefined)
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot give a ${passphrase === undefined ? 'password' : 'passphrase'} to the system's ssh: it asks a person, ` +
        'expected a key that needs none. Put the key into an agent, or use the client "ssh2".');
}
function timingLines(options) {
    const { connectTimeoutMs, silentAfterMs } = (0,connect_options/* timingsOf */.L)(options);
    return [
        `ConnectTimeout ${wholeSeconds(connectTimeoutMs)}`,
        `ServerAliveInterval ${wholeSeconds(silentAfterMs / shell_host/* BEATS_BEFORE_SILENT */.qo)}`,
        `ServerAliveCountMax ${shell_host/* BEATS_BEFORE_SILENT */.qo - 1}`,
    ];
}
function wholeSeconds(ms) {
    return Math.max(1, Math.floor(ms / 1000));
}
async function pinKeys(folder, seenKeys, address, { knownHosts, jump = [] }) {
    const command = (0,external_node_path_.join)(folder, 'known-hosts-command');
    // No quotes: ssh splits this at white space, and there is none in the folders that we make.
    const noteKeys = `KnownHostsCommand ${command} %I %n %H %t %K %f %p`;
    const text = knownHosts === undefined ? '' : await (0,load_known_hosts/* readKnownHosts */.DC)(knownHosts);
    const known = known_hosts/* KnownHosts */.BV.parse(text);
    const hops = [...jump.map(hosts_address/* parseSshAddress */.UQ), address];
    const pins = hops.map((hop) => {
        const isDestination = hop === address;
        return { ...hop, ...known.lookUp(hop.host, hop.port ?? 22, { isDestination }) };
    });
    await (0,external_node_fs_promises_.writeFile)(command, knownHostsCommand(seenKeys, pins), { mode: 0o700 });
    if (knownHosts === undefined)
        return { known: null, fingerprints: [], pinLines: [], noteKeys };
    // An authority's line, which says nothing to us, does to ssh.
    if (known.isEmpty && !text.includes('@cert-authority'))
        throw (0,load_known_hosts/* pinsNothing */.qT)(knownHosts, known);
    const file = (0,external_node_path_.join)(folder, 'known_hosts');
    await (0,external_node_fs_promises_.writeFile)(file, text.replace(/^.*\bSHA256:.*$/gm, '').replaceAll('\r', ''), { mode: 0o600 });
    const pinLines = [
        `UserKnownHostsFile ${configWord(file)}`,
        'GlobalKnownHostsFile /dev/null',
        'VerifyHostKeyDNS no',
        'FingerprintHash sha256',
        'IgnoreUnknown KnownHostsCommand', // before OpenSSH 8.5: then fingerprints pin nothing, and errors show none
        noteKeys,
    ];
    const fingerprints = pins.at(-1)?.fingerprints ?? [];
    return { known, fingerprints, pinLines, noteKeys };
}
/** ssh asks it for the known keys of a host and tells the key it has seen: we know it by its fingerprint. */
function knownHostsCommand(seenKeys, hops) {
    const when = (hop, fingerprint, marker) => {
        const [host = '', print = ''] = [hop.host, fingerprint].map((word) => (0,quote/* quote */.h)((0,bytestring.fromText)(word)));
        return `  ${host}:${hop.port ?? '*'}:${print}) printf '%s%s %s %s\\n' '${marker}' "$3" "$4" "$5" ;;\n`;
    };
    const revoked = hops.flatMap((hop) => hop.revoked.filter((key) => typeof key === 'string').map((key) => when(hop, key, '@revoked ')));
    const trusted = hops.flatMap((hop) => hop.fingerprints.map((key) => when(hop, key, '')));
    return `#!/bin/sh
[ "$1" = HOSTNAME ] || exit 0
printf '%s %s %s\\n' "$3" "$4" "$5" >>${(0,quote/* quote */.h)((0,bytestring.fromText)(seenKeys))}
case $2:$7:$6 in
${revoked.join('')}${trusted.join('')}esac
`;
}
async function identityLines(folder, { identity, agent }) {
    const lines = agent ? [`IdentityAgent ${configWord(agent)}`] : [];
    if (identity === undefined) {
        const whose = agent ? `the agent at "${(0,bytestring.displayText)(agent)}"` : 'no agent: SSH_AUTH_SOCK is not set';
        return {
            lines,
            said: `no identity was given; ${whose}; ssh tried the keys of its own configuration`,
            advice: GIVE_A_KEY,
        };
    }
    const { pem, path, source } = await (0,hosts_identity/* readIdentity */.xN)(identity);
    const file = path ?? (0,external_node_path_.join)(folder, 'identity');
    if (path === null)
        await (0,external_node_fs_promises_.writeFile)(file, pem, { mode: 0o600 });
    lines.push(`IdentityFile ${configWord(file)}`, 'IdentitiesOnly yes');
    // A certificate, a hardware key's handle and the public key of an agent's are ssh's own matter: nothing is refused.
    const key = (0,hosts_identity/* parsePrivateKey */.QW)(pem, undefined);
    const advice = !('actual' in key) ? null : key.isEncrypted ? HAVE_IT_OPENED : key.advice;
    return {
        lines,
        said: `the identity ${source}: ${'actual' in key ? key.actual : (0,hosts_identity/* describeKey */.Rx)(key)}`,
        advice,
    };
}
const GIVE_A_KEY = 'Give the path or the text of a key (--identity, or the input `identity`).';
const HAVE_IT_OPENED = 'Put the key into an agent, or use the client "ssh2", which takes a passphrase.';
/** @throws HoldfastError bad-input for a path that ssh_config can't hold. */
function configWord(path) {
    if (/["\n\r\0]|\$\{/.test(path)) {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot give the system's ssh the path ${JSON.stringify(path)}: it holds a character that its configuration ` +
            'cannot hold, expected none of \'"\', "${" and newline. Move the file.');
    }
    return `"${path.replaceAll('%', '%%')}"`;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./build/hosts/host-key-errors.js
var host_key_errors = __webpack_require__(25464);
// EXTERNAL MODULE: ./build/hosts/output-tail.js
var output_tail = __webpack_require__(59958);
// EXTERNAL MODULE: ./build/hosts/ssh-errors.js
var ssh_errors = __webpack_require__(95892);
;// CONCATENATED MODULE: ./build/hosts/openssh-errors.js







/** What the system's ssh prints (OpenSSH 7.6 to 10), the telling ones first. */
const MEANINGS = [
    {
        says: /bad configuration option/i,
        code: 'bad-input',
        advice: 'Correct what it names in the configuration of ssh.',
    },
    {
        says: /REMOTE HOST IDENTIFICATION HAS CHANGED|REVOKED HOST KEY|host key .* (has changed|was revoked)/i,
        code: 'host-key-mismatch',
        advice: 'Somebody may be in between: connect only after the host itself shows the new key, then pin that.',
    },
    {
        says: /Host key verification failed|No .{0,100} host key is known|no matching host key/i,
        code: 'host-key-unknown',
        advice: "Compare the fingerprint with the host's own (ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub), then pin it.",
    },
    {
        says: /bad permissions/i,
        code: 'host-login-refused',
        advice: 'Take the rights of others away from the private key (chmod 600).',
    },
    {
        says: /Permission denied|Too many authentication failures|no such identity|Load key/i,
        code: 'host-login-refused',
        advice: "Add the public key to that user's authorized_keys, or correct the user or the identity.",
    },
    {
        says: /Timeout, server .* not responding/i,
        code: 'host-silent',
        advice: 'Look at the host and the network.',
    },
    {
        says: /Name or service not known|nodename nor servname|No address associated/i,
        code: 'host-unreachable',
        advice: 'Correct the name of the host.',
    },
    {
        says: /refused|reset by |timed out|Broken pipe|No route to host|unreachable|Temporary failure|Connection closed|kex_exchange/i,
        code: 'host-unreachable',
        advice: 'Look at the address, the host and its firewall.',
        mayPass: true,
    },
];
const ANY_OTHER = { says: /^/, code: 'host-unreachable' };
const OTHERS = {
    'connect to': { ...ANY_OTHER, advice: 'Try the same with ssh itself.' },
    'go on with': { ...ANY_OTHER, advice: 'Look at the host and the network, and run again.' },
};
/** What ssh says of the far end when the way there, through a jump host, broke: that was told before. */
const ECHOES = /^(?:kex_exchange_identification: .*|Connection closed by UNKNOWN .*|stdio forwarding failed)\r?\n?/gm;
/**
 * What ssh printed as it ended, as an error for a person.
 * @param aside What one might not know, with a space before it, or nothing.
 * @param advice Better than what can be said in general.
 */
function explain(doing, name, { stderr, aside = '', advice, }) {
    const text = stderr.toString('latin1');
    const meaning = MEANINGS.find(({ says }) => says.test(text)) ?? OTHERS[doing];
    const telling = Buffer.from(text.replace(ECHOES, ''), 'latin1');
    const said = (0,output_tail/* displayTail */.D)(telling.length > 0 ? telling : stderr).replace(/^: /, '') || 'nothing';
    return new errors/* HoldfastError */.E(meaning.code, `Cannot ${doing} "${name}": ssh ended and said ${said}${aside}, expected a connection. ${advice ?? meaning.advice}`, { cause: meaning.mayPass === true ? new ssh_errors/* PassingFault */.yg(said) : undefined });
}
function explainSshLoss(name, stderr) {
    return explain('go on with', name, { stderr });
}
/** Of a connection that didn't come about; a host key that isn't trusted is told with its fingerprint if ssh told us. */
async function explainSshFailure(attempt, stderr) {
    const error = explain('connect to', attempt.name, { stderr });
    if (error.code === 'host-login-refused') {
        const { said, advice } = attempt.files.login;
        return explain('connect to', attempt.name, { stderr, aside: ` (${said})`, advice });
    }
    if (error.code !== 'host-key-unknown' && error.code !== 'host-key-mismatch')
        return error;
    const { seenKeys } = attempt.files;
    const known = attempt.files.known ?? known_hosts/* KnownHosts */.BV.parse('');
    const seen = await readSeenKeys(seenKeys);
    const last = seen.at(-1);
    if (last === undefined)
        return error;
    const keys = seen
        .filter(({ host, port }) => host === last.host && port === last.port)
        .map(({ key }) => key);
    const isDestination = last.host === attempt.destination.host && last.port === (attempt.destination.port ?? 22);
    const pinned = known.lookUp(last.host, last.port, { isDestination });
    const host = { ...last, name: isDestination ? attempt.name : (0,hosts_address/* formatSshAddress */.__)({ user: null, ...last }) };
    if (/revoked/i.test(stderr.toString('latin1')))
        return (0,host_key_errors/* revokedHostKey */.ql)(host, last.key);
    return pinned.keys.length + pinned.fingerprints.length > 0
        ? (0,host_key_errors/* changedHostKey */.is)(host, keys, pinned)
        : (0,host_key_errors/* unknownHostKey */.WT)(host, last.key, known.notes);
}
async function readSeenKeys(file) {
    const text = await (0,external_node_fs_promises_.readFile)(file, 'utf8').catch(() => '');
    return text.split('\n').flatMap((line) => {
        const match = /^\[?([^\]\s]+)\]?(?::([0-9]+))? \S+ (\S+)$/.exec(line);
        const key = (0,known_hosts/* parseHostKey */.xK)(Buffer.from(match?.[3] ?? '', 'base64'));
        return match === null || key === null
            ? []
            : [{ host: match[1] ?? '', port: Number(match[2] ?? 22), key }];
    });
}

// EXTERNAL MODULE: ./build/hosts/shell.js
var shell = __webpack_require__(9078);
// EXTERNAL MODULE: ./build/hosts/tunnel-errors.js
var tunnel_errors = __webpack_require__(12614);
;// CONCATENATED MODULE: ./build/hosts/openssh-master.js











/** The ssh process that has the connection. */
class Master {
    name;
    #connecting;
    #process;
    #ended;
    #stderr = Buffer.alloc(0);
    #printedBytes = 0;
    #forwards = 0;
    /** Of ssh processes that look whether the connection stands: none outlives it. */
    #checks = new Set();
    constructor(connecting, options) {
        this.name = connecting.name;
        this.#connecting = connecting;
        const ssh = ['ssh', ...options, '-M', '-N', ...this.#arguments()];
        this.#process = (0,external_node_child_process_.spawn)('sh', ['-c', ENDED_WITH_US, 'sh', ...ssh], {
            stdio: ['pipe', 'ignore', 'pipe'],
            env: sshEnvironment(),
            detached: true,
        });
        this.#process.stdin?.on('error', () => undefined); // it has ended: that is seen otherwise
        this.#ended = (0,external_node_events_.once)(this.#process, 'close');
        this.#ended.catch(() => undefined); // asked for later
        this.#process.stderr?.on('data', (chunk) => {
            this.#printedBytes += chunk.length;
            this.#stderr = Buffer.concat([this.#stderr, chunk]).subarray(-STDERR_LIMIT_BYTES);
        });
    }
    /** A fingerprint doesn't say its key's type, and a server shows but one key: each type is asked for. */
    static async start(connecting) {
        const { fingerprints, seenKeys } = connecting.files;
        await (0,external_node_fs_promises_.rm)(seenKeys, { force: true });
        if (fingerprints.length === 0)
            return Master.#startByKeys(connecting);
        for (const [index, types] of HOST_KEY_TYPES.entries()) {
            try {
                return await Master.#startWith(connecting, ['-o', `HostKeyAlgorithms=${types}`]);
            }
            catch (error) {
                const isOtherKey = error instanceof errors/* HoldfastError */.E && error.code.startsWith('host-key-');
                if (!isOtherKey || index === HOST_KEY_TYPES.length - 1)
                    throw error;
            }
        }
        throw new Error('HOST_KEY_TYPES is empty');
    }
    /** A key that the user's own known hosts lack is looked at in a second try, which must fail, too: to be told. */
    static async #startByKeys(connecting) {
        const { known, noteKeys } = connecting.files;
        try {
            return await Master.#startWith(connecting, []);
        }
        catch (error) {
            const isUnknown = error instanceof errors/* HoldfastError */.E && error.code === 'host-key-unknown';
            if (!isUnknown || known !== null)
                throw error;
            return Master.#startWith(connecting, ['-o', 'IgnoreUnknown=KnownHostsCommand', '-o', noteKeys]);
        }
    }
    static async #startWith(connecting, options) {
        const master = new Master(connecting, options);
        try {
            await master.#untilConnected();
            return master;
        }
        catch (error) {
            await master.stop();
            throw error;
        }
    }
    /** Starts ssh for one command, over the master's connection. */
    spawnCommand() {
        const ssh = ['-o', 'ControlMaster=no', '-T', ...this.#arguments(), shell/* SHELL_COMMAND */.h3];
        return (0,external_node_child_process_.spawn)('ssh', ssh, { env: sshEnvironment(), detached: true }); // a Ctrl-C at the terminal is ours to handle
    }
    /**
     * A Unix socket at which the connection's ssh takes connections to `to`. It stays until the end.
     * @throws HoldfastError host-unreachable.
     */
    async forward(to) {
        const socket = `${this.#connecting.files.controlSocket}-${this.#forwards++}`;
        const far = (0,destination/* formatDestination */.k)(to);
        // Without the configuration, whose own forwards would all be made, too.
        const ssh = [
            '-F',
            'none',
            '-S',
            this.#connecting.files.controlSocket,
            '-O',
            'forward',
            '-L',
            `${socket}:${far}`,
        ];
        const child = (0,external_node_child_process_.spawn)('ssh', [...ssh, '--', this.#connecting.destination.host], {
            stdio: ['ignore', 'ignore', 'pipe'],
            env: sshEnvironment(),
        });
        const said = [];
        child.stderr.on('data', (chunk) => said.push(chunk));
        const [code] = await (0,external_node_events_.once)(child, 'close');
        if (code !== 0)
            throw (await this.lost()) ?? (0,tunnel_errors/* noWay */.v)(this.name, to, Buffer.concat(said).toString('latin1').trim());
        return socket;
    }
    /** How much ssh has printed so far. */
    get printedBytes() {
        return this.#printedBytes;
    }
    /** Why ssh refused a connection that it forwards, if it has said so since it had printed so much. */
    refusalSince(printedBytes) {
        const news = this.#stderr.subarray(-Math.min(this.#printedBytes - printedBytes, this.#stderr.length));
        if (this.#printedBytes === printedBytes)
            return null;
        return /open failed: (.*?)\r?$/m.exec(news.toString('latin1'))?.[1] ?? null;
    }
    /** Null while the connection stands, else why it doesn't. */
    async lost() {
        const check = (0,external_node_child_process_.spawn)('ssh', ['-O', 'check', ...this.#arguments()], {
            stdio: 'ignore',
            env: sshEnvironment(),
        });
        const closed = (0,external_node_events_.once)(check, 'close');
        this.#checks.add(closed);
        const [code] = await closed.finally(() => this.#checks.delete(closed));
        if (code === 0)
            return null;
        await Promise.race([this.#ended, (0,promises_.setTimeout)(END_LIMIT_MS, undefined, { ref: false })]);
        return explainSshLoss(this.name, this.#stderr);
    }
    get hasEnded() {
        return this.#process.exitCode !== null || this.#process.signalCode !== null;
    }
    async stop() {
        if (!this.hasEnded)
            this.#process.stdin?.write('end\n');
        const all = Promise.allSettled([this.#ended, ...this.#checks]);
        await Promise.race([all, (0,promises_.setTimeout)(END_LIMIT_MS, undefined, { ref: false })]);
    }
    /** ssh makes the control socket once it is logged in. */
    async #untilConnected() {
        const { files, options } = this.#connecting;
        const timings = (0,connect_options/* timingsOf */.L)(options);
        const deadlineMs = performance.now() + timings.connectTimeoutMs;
        while (!(await exists(files.controlSocket))) {
            if (options.signal?.aborted)
                throw (0,ssh_errors/* connectingCancelled */.Op)(this.name);
            if (this.hasEnded) {
                await this.#ended;
                if (this.#process.exitCode === NOT_FOUND)
                    throw sshMissing();
                throw await explainSshFailure(this.#connecting, this.#stderr);
            }
            if (performance.now() > deadlineMs)
                throw (0,ssh_errors/* noAnswer */.qE)(this.name, timings);
            await (0,promises_.setTimeout)(POLL_MS);
        }
    }
    #arguments() {
        const { destination, files, jumps } = this.#connecting;
        return [
            ...['-F', files.config, '-S', files.controlSocket],
            ...(jumps.length === 0 ? [] : ['-J', jumps.join(',')]),
            ...(destination.user === null ? [] : ['-l', destination.user]),
            ...(destination.port === null ? [] : ['-p', String(destination.port)]),
            ...['--', destination.host],
        ];
    }
}
/** Runs its arguments until they end, or until its stdin has a line or ends: when we are killed, ssh must not live on. */
const ENDED_WITH_US = `
exec 3<&0 </dev/null
"$@" 3<&- &
ssh=$!
{ read -r line <&3; kill $ssh; } >/dev/null 2>&1 &
exec 3<&- 2>/dev/null
wait $ssh
status=$?
kill $!
exit $status`;
const NOT_FOUND = 127;
function sshMissing() {
    return new errors/* HoldfastError */.E('host-unsupported', `Cannot start the system's ssh: there is none, expected OpenSSH on the PATH. Install it, or use the client "ssh2".`);
}
const HOST_KEY_TYPES = [
    'ssh-ed25519',
    'ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521',
    'rsa-sha2-512,rsa-sha2-256',
];
const STDERR_LIMIT_BYTES = 64 * 1024;
const END_LIMIT_MS = 2000;
const POLL_MS = 20;
/**
 * A ProxyCommand may need any of it, but never our own secrets and the runner's tokens: what ssh may send to the host
 * (SendEnv) is for the user's configuration to say.
 */
function sshEnvironment() {
    const ours = /^(RESTIC_|HOLDFAST_|INPUT_|STATE_|ACTIONS_|GITHUB_TOKEN$|GH_TOKEN$)/;
    return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
function exists(path) {
    return (0,external_node_fs_promises_.access)(path).then(() => true, () => false);
}

// EXTERNAL MODULE: ./build/hosts/retry-connect.js
var retry_connect = __webpack_require__(44625);
;// CONCATENATED MODULE: ./build/hosts/openssh.js












/**
 * Connects to a host by the system's `ssh` with the user's own configuration: ProxyCommand, certificates and hardware
 * keys work. One connection is made and shared by all commands through a control socket. It asks nobody anything.
 *
 * @throws HoldfastError as connectSsh; bad-input for a passphrase or password; host-unsupported without ssh.
 */
async function connectOpenSsh(address, options = {}) {
    const destination = typeof address === 'string' ? (0,hosts_address/* parseSshAddress */.UQ)(address) : address;
    const jumps = (options.jump ?? []).map((jump) => (0,hosts_address/* formatSshAddress */.__)((0,hosts_address/* parseSshAddress */.UQ)(jump)));
    const name = (0,hosts_address/* formatSshAddress */.__)(destination);
    const files = await writeOpenSshFiles(destination, options);
    const { retryDelaysMs: delaysMs, connectTimeoutMs: attemptMs, ...timings } = (0,connect_options/* timingsOf */.L)(options);
    const { silentAfterMs, startTimeoutMs } = timings;
    try {
        const master = await (0,retry_connect/* retryConnect */.r)({ name, delaysMs, attemptMs, signal: options.signal }, () => Master.start({ name, destination, jumps, files, options }));
        const shell = { become: options.become, silentAfterMs, startTimeoutMs };
        return await (0,shell_host/* openShellHost */.rc)(openSshTransport(master, files.secrets, attemptMs), shell, options.signal);
    }
    catch (error) {
        await files.secrets.remove();
        throw error;
    }
}
function openSshTransport(master, secrets, limitMs) {
    const sockets = new Map();
    return {
        name: master.name,
        knowsExitStatus: false, // ssh says 255 for any signal
        open: async () => {
            if (master.hasEnded)
                throw await master.lost();
            return openChannel(master);
        },
        connectTo: async (to) => {
            if (master.hasEnded)
                throw await master.lost();
            const key = (0,destination/* formatDestination */.k)(to);
            const forwarding = sockets.get(key) ?? master.forward(to);
            sockets.set(key, forwarding);
            forwarding.catch(() => sockets.delete(key));
            const socketPath = await forwarding;
            const before = master.printedBytes;
            const stream = await (0,connect_socket/* connectSocket */.c)(master.name, { socketPath }, limitMs);
            return { stream, whyEmpty: () => whyEmpty(master, to, before) };
        },
        close: async () => {
            await master.stop();
            await secrets.remove();
        },
    };
}
/** ssh takes a connection first and asks the host then; what the host says comes on stderr, and may come late. */
async function whyEmpty(master, to, printedBytes) {
    for (let looks = 0; looks < MAX_LOOKS; looks++) {
        const said = master.refusalSince(printedBytes);
        if (said !== null)
            return (0,tunnel_errors/* noWay */.v)(master.name, to, said);
        await (0,promises_.setTimeout)(POLL_MS);
    }
    return master.hasEnded ? master.lost() : null;
}
const MAX_LOOKS = 10;
function openChannel(master) {
    const child = master.spawnCommand();
    const exit = exitOf(child, master);
    const onClose = (source) => void source.destroy();
    const stdout = (0,held_open/* heldOpen */.Q)(child.stdout, exit, { onClose });
    const stderr = (0,held_open/* heldOpen */.Q)(child.stderr, exit, { onClose });
    exit.catch((error) => {
        for (const stream of [child.stdin, stdout, stderr])
            stream.destroy(error);
    });
    const close = () => {
        child.kill('SIGTERM');
        for (const stream of [child.stdin, child.stdout, child.stderr])
            stream.destroy();
    };
    return { stdin: child.stdin, stdout, stderr, exit, close };
}
const SSH_FAILED = 255;
/** 255 is a lost connection, the command's own code (then its report says so), or a signal. */
async function exitOf(child, master) {
    const [code] = await (0,external_node_events_.once)(child, 'exit');
    if (typeof code === 'number' && code !== SSH_FAILED)
        return { code };
    const lost = await master.lost();
    if (lost !== null)
        throw lost;
    return { signal: 'KILL' };
}


/***/ }),

/***/ 44625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ retryConnect)
/* harmony export */ });
/* unused harmony export CONNECT_LIMIT_MS */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _ssh_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95892);



/** Somebody waits for the outcome, who may have to stop an application or a clock: by then it is known. */
const CONNECT_LIMIT_MS = 60_000;
/** What took so long to fail, an address that swallows everything, is no fault that soon passes. */
const LAST_ATTEMPT_AFTER_MS = 15_000;
/** Tries `connect` again while it fails by a fault that may pass. */
async function retryConnect({ name, delaysMs, attemptMs, limitMs = CONNECT_LIMIT_MS, signal }, connect) {
    const startedMs = performance.now();
    const lastBeginMs = Math.min(startedMs + limitMs - attemptMs, startedMs + LAST_ATTEMPT_AFTER_MS);
    for (let attempt = 0;; attempt++) {
        try {
            return await connect();
        }
        catch (error) {
            const delayMs = delaysMs[attempt];
            if (delayMs === undefined || !mayPass(error))
                throw error;
            const waitMs = spread(delayMs);
            if (performance.now() + waitMs > lastBeginMs)
                throw error;
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(waitMs, undefined, { signal }).catch(() => {
                throw (0,_ssh_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .connectingCancelled */ .Op)(name);
            });
        }
    }
}
/** Jobs that failed together must not come back together. */
function spread(delayMs) {
    return delayMs * (0.75 + Math.random() / 2);
}
function mayPass(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E && error.cause instanceof _ssh_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PassingFault */ .yg;
}


/***/ }),

/***/ 95892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bx: () => (/* binding */ connectionLost),
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   Ku: () => (/* binding */ silent),
/* harmony export */   Op: () => (/* binding */ connectingCancelled),
/* harmony export */   Q$: () => (/* binding */ handshakeFailure),
/* harmony export */   Qx: () => (/* binding */ LoginRefusedError),
/* harmony export */   iQ: () => (/* binding */ NoSuchHostKeyError),
/* harmony export */   qE: () => (/* binding */ noAnswer),
/* harmony export */   vZ: () => (/* binding */ connectFailure),
/* harmony export */   yg: () => (/* binding */ PassingFault)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


/** The cause of errors that may pass: trying again can help. */
class PassingFault extends Error {
    name = 'PassingFault';
}
/** A server that took none of the ways to log in that it was offered. */
class LoginRefusedError extends Error {
    name = 'LoginRefusedError';
    /** The ways that it would take, in SSH's words: `publickey`, `password`, `keyboard-interactive`; empty: unknown. */
    takes;
    constructor(message, takes) {
        super(message);
        this.takes = takes;
    }
}
/** A server that has no host key of the types that were offered to it. */
class NoSuchHostKeyError extends Error {
    name = 'NoSuchHostKeyError';
}
function connectingCancelled(name) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('cancelled', `Cannot connect to "${name}": the run was cancelled.`);
}
function noAnswer(name, { connectTimeoutMs }) {
    return unreachable(name, `no answer within ${connectTimeoutMs / 1000} s`, new PassingFault('timed out'));
}
function unreachable(name, actual, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('host-unreachable', `Cannot connect to "${name}": ${actual}, expected an SSH server. Look at the address, the host and its firewall.`, { cause });
}
const PASSING_CODES = new Set([
    'ECONNREFUSED',
    'ECONNRESET',
    'ECONNABORTED',
    'EPIPE',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EAI_AGAIN',
]);
/** Of TCP. */
function connectFailure(name, error) {
    const code = error.code ?? '';
    const actual = code === 'ENOTFOUND' ? 'there is no host of that name' : (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(error.message || code);
    return unreachable(name, actual, PASSING_CODES.has(code) ? new PassingFault(code, { cause: error }) : error);
}
/** Of SSH, up to and with the login. @param takes See LoginRefusedError. */
function handshakeFailure(name, error, takes) {
    if (error.level === 'client-authentication')
        return new LoginRefusedError(error.message, takes);
    if (error.message.includes('no matching host key format'))
        return new NoSuchHostKeyError(error.message);
    if (error.level === 'handshake' && error.message.includes('no matching')) {
        return unreachable(name, `${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(error.message)} in common`, error);
    }
    // A server that has too many unfinished logins drops a connection before or in the middle of a handshake.
    return unreachable(name, (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(error.message), new PassingFault(error.message, { cause: error }));
}
function connectionLost(name, error) {
    const why = error === null ? 'the other side closed it' : (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(error.message);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('host-unreachable', `Cannot go on with "${name}": the connection is lost, ${why}. Look at the host and the network, and run again.`, { cause: error ?? undefined });
}
function silent(name, silentAfterMs) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('host-silent', `Cannot go on with "${name}": not a byte came for ${silentAfterMs / 1000} s, expected a sign of life. ` +
        'Look at the host and the network, and run again.');
}


/***/ }),

/***/ 47812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectSsh: () => (/* binding */ connectSsh)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/hosts/address.js
var hosts_address = __webpack_require__(88772);
// EXTERNAL MODULE: ./build/hosts/connect-options.js
var connect_options = __webpack_require__(56577);
// EXTERNAL MODULE: ./build/hosts/load-known-hosts.js
var load_known_hosts = __webpack_require__(54794);
// EXTERNAL MODULE: ./build/hosts/retry-connect.js
var retry_connect = __webpack_require__(44625);
// EXTERNAL MODULE: ./build/hosts/shell.js
var shell = __webpack_require__(9078);
// EXTERNAL MODULE: ./build/hosts/shell-host.js + 7 modules
var shell_host = __webpack_require__(97643);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./build/hosts/ssh-channel.js


/**
 * `channel` as three streams and an exit status. When `lost` aborts, the streams are destroyed with its reason: ssh2
 * would end them as if the output were whole.
 */
function sshChannel(name, channel, lost) {
    const reopen = boundWindow(channel);
    const stdin = writableOf(channel);
    const stdout = readableOf(channel, { lost, onTaken: reopen });
    const stderr = readableOf(channel.stderr, { lost, onTaken: reopen });
    for (const stream of [stdin, stdout, stderr])
        stream.on('error', () => undefined); // nobody may listen yet
    const exit = exitOf(name, channel, lost);
    const fail = () => {
        for (const stream of [stdin, stdout, stderr])
            stream.destroy(lost.reason);
    };
    exit.then(() => stdin.destroy(brokenPipe()), fail);
    return { stdin, stdout, stderr, exit, close: () => channel.close() };
}
function exitOf(name, channel, lost) {
    return new Promise((resolve, reject) => {
        const onLost = () => reject(lost.reason);
        lost.addEventListener('abort', onLost, { once: true });
        if (lost.aborted)
            onLost();
        channel.once('exit', (code, signal) => {
            resolve(code === null ? { signal: (signal ?? '').replace(/^SIG/, '') } : { code });
        });
        channel.once('close', () => {
            lost.removeEventListener('abort', onLost);
            reject(noExitStatus(name)); // nothing to reject after an exit
        });
    });
}
function noExitStatus(name) {
    return new errors/* HoldfastError */.E('host-unreachable', `Cannot know how a command on "${name}" ended: the host closed its channel without a word, expected an exit ` +
        'status. Look at the log of its SSH server, and run again.');
}
function writableOf(channel) {
    return new external_node_stream_.Writable({
        write: (chunk, _encoding, done) => {
            channel.write(chunk, done);
        },
        final: (done) => {
            channel.end();
            done();
        },
    });
}
/** What is gathered of a stream at most, beyond what waits in `source`: some packets in one piece. */
const GATHERED_BYTES = 256 * 1024;
/**
 * Gives what `source` has so far in one piece whenever it is asked, in memory of that piece's own, and gives the memory of the
 * packets back at once. Left to itself, Node joins what waits and V8 collects its whole heap for what lies around.
 *
 * Once the stream is destroyed by its reader, what still comes is dropped, so that the command doesn't stop for ever.
 * @param onTaken Called after each piece that leaves the buffer of `source`.
 */
function readableOf(source, { lost, onTaken }) {
    let packets = [];
    let gatheredBytes = 0;
    let isAsked = false;
    let hasEnded = false;
    const give = () => {
        if (!isAsked || readable.destroyed)
            return;
        if (gatheredBytes > 0) {
            isAsked = false;
            const piece = join(packets, gatheredBytes);
            packets = [];
            gatheredBytes = 0;
            readable.push(piece);
        }
        else if (hasEnded && !lost.aborted) {
            readable.push(null);
        }
        if (!hasEnded)
            source.resume();
    };
    const readable = new external_node_stream_.Readable({
        highWaterMark: 1, // with a piece there, no other is asked for: see above
        read: () => {
            isAsked = true;
            // Later, or Node would join what it gives just now with what comes.
            process.nextTick(give);
        },
        destroy: (error, done) => {
            packets = [];
            source.resume();
            done(error);
        },
    });
    source.on('data', (packet) => {
        if (!readable.destroyed) {
            packets.push(packet);
            gatheredBytes += packet.length;
            if (gatheredBytes >= GATHERED_BYTES)
                source.pause();
            if (isAsked)
                process.nextTick(give);
        }
        onTaken();
    });
    source.pause();
    source.on('end', () => {
        hasEnded = true;
        give();
    });
    return readable;
}
function join(packets, sizeBytes) {
    const piece = Buffer.allocUnsafeSlow(sizeBytes);
    let at = 0;
    for (const packet of packets) {
        piece.set(packet, at);
        at += packet.length;
        freePacket(packet);
    }
    return piece;
}
/** Smaller ones can lie in memory that Node shares out. */
const MIN_OWN_BYTES = 8 * 1024;
/** Of a packet, around its data (RFC 4253, 6; RFC 4254, 5.2): type, channel, lengths, and padding. */
const MAX_AROUND_BYTES = 300;
/** ssh2 decrypts each packet into memory of its own, of which nobody but us knows any more. */
function freePacket({ buffer, byteLength }) {
    const isOwn = byteLength >= MIN_OWN_BYTES && buffer.byteLength - byteLength <= MAX_AROUND_BYTES;
    if (isOwn && buffer instanceof ArrayBuffer)
        buffer.transfer(0);
}
function brokenPipe() {
    return Object.assign(new Error('the command reads no more'), { code: 'EPIPE' });
}
/**
 * stdout and stderr share one SSH window. ssh2 opens it again when either has room: while one isn't read, a little
 * traffic on the other lets it grow without bound. Here the window stays shut while either is full.
 *
 * @returns What to call whenever one of them has been read from. `_read` alone won't do: Node calls it while what is
 *   being read still counts, and not again before more has come, which with a shut window never happens.
 */
function boundWindow(channel) {
    const both = [channel, channel.stderr];
    const isFull = () => both.some((stream) => stream.readableLength >= stream.readableHighWaterMark);
    const read = channel._read.bind(channel);
    const reopen = () => {
        if (!isFull())
            read(0);
    };
    for (const stream of both) {
        const push = stream.push.bind(stream);
        stream.push = (chunk, encoding) => push(chunk, encoding) && !isFull();
        stream._read = reopen;
    }
    return reopen;
}

// EXTERNAL MODULE: ./build/hosts/ssh-errors.js
var ssh_errors = __webpack_require__(95892);
// EXTERNAL MODULE: ./build/hosts/tunnel-errors.js
var tunnel_errors = __webpack_require__(12614);
;// CONCATENATED MODULE: ./build/hosts/ssh-forward.js


/**
 * A connection from the host to `to`, over `connection`. It is destroyed with the reason when that is lost: ssh2 would
 * end it as if all had come.
 *
 * @throws HoldfastError host-unreachable, no-permission, host-silent.
 */
function forwardOut(host, connection, to, limitMs) {
    const { client, lost } = connection;
    return new Promise((resolve, reject) => {
        let isGivenUp = false;
        const fail = (error) => {
            isGivenUp = true;
            settle();
            reject(error);
        };
        const settle = () => {
            clearTimeout(timer);
            lost.removeEventListener('abort', onLost);
        };
        const onLost = () => fail(lost.reason);
        const timer = setTimeout(() => fail((0,tunnel_errors/* noAnswerFrom */.g)(host, to, limitMs)), limitMs);
        lost.addEventListener('abort', onLost, { once: true });
        if (lost.aborted)
            return onLost();
        const onOpened = (error, channel) => {
            if (isGivenUp)
                return void channel?.destroy();
            if (error !== undefined)
                return fail((0,errors/* asHoldfastError */.C)(error) ?? (0,tunnel_errors/* noWay */.v)(host, to, saidBy(error), error));
            settle();
            destroyWith(channel, lost);
            resolve(channel);
        };
        if ('socketPath' in to)
            client.openssh_forwardOutStreamLocal(to.socketPath, onOpened);
        else
            client.forwardOut('127.0.0.1', 0, to.host, to.port, onOpened);
    });
}
function destroyWith(channel, lost) {
    const onLost = () => void channel.destroy(lost.reason);
    lost.addEventListener('abort', onLost, { once: true });
    channel.once('close', () => lost.removeEventListener('abort', onLost));
}
/** RFC 4254, 5.1. */
const ADMINISTRATIVELY_PROHIBITED = 1;
/** As OpenSSH's own client tells it. */
function saidBy(error) {
    const said = error.message.replace(/^\(SSH\) Channel open failure: /, '');
    return error.reason === ADMINISTRATIVELY_PROHIBITED ? `administratively prohibited: ${said}` : said;
}

// EXTERNAL MODULE: ./build/hosts/host-key-errors.js
var host_key_errors = __webpack_require__(25464);
// EXTERNAL MODULE: ./build/hosts/known-hosts.js
var known_hosts = __webpack_require__(34121);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./node_modules/ssh2/lib/index.js
var lib = __webpack_require__(85472);
;// CONCATENATED MODULE: ./build/hosts/ssh-connection.js





/** An authenticated connection to one host. */
class SshConnection {
    client;
    /** Aborts, with a HoldfastError as its reason, when the connection is lost or closed. */
    lost;
    #stream;
    constructor(client, stream, lost) {
        this.client = client;
        this.lost = lost;
        this.#stream = stream;
    }
    /**
     * @throws HoldfastError host-unreachable, host-silent, cancelled, what `verifyHostKey` throws.
     * @throws NoSuchHostKeyError, LoginRefusedError
     */
    static async open(options) {
        const stream = await openStream(options);
        const client = new lib.Client();
        client.on('error', () => undefined); // each step has a listener of its own; what comes between must not crash
        try {
            await shakeHands(client, stream, options);
        }
        catch (error) {
            stream.destroy();
            throw error;
        }
        return new SshConnection(client, stream, watch(client, stream, options));
    }
    /** Idempotent. */
    close() {
        this.client.end();
        setTimeout(() => this.#stream.destroy(), FAREWELL_MS).unref();
    }
}
/** For the other side to take our goodbye. */
const FAREWELL_MS = 500;
/** Aborts when `client`'s connection is lost: closed, failed, or without a byte for too long. */
function watch(client, stream, { hop, timings }) {
    const lost = new AbortController();
    const lose = (error) => {
        clearInterval(timer);
        lost.abort(error);
        stream.destroy();
    };
    let silentBeats = 0;
    const timer = setInterval(() => {
        silentBeats++;
        if (silentBeats > shell_host/* BEATS_BEFORE_SILENT */.qo)
            lose((0,ssh_errors/* silent */.Ku)(hop.name, timings.silentAfterMs));
    }, timings.silentAfterMs / shell_host/* BEATS_BEFORE_SILENT */.qo).unref();
    stream.on('data', () => {
        silentBeats = 0;
    });
    client.on('error', (error) => lose((0,ssh_errors/* connectionLost */.Bx)(hop.name, error)));
    client.on('close', () => lose((0,ssh_errors/* connectionLost */.Bx)(hop.name, null)));
    return lost.signal;
}
/** The byte stream that SSH runs on: TCP, or a channel through another connection. */
function openStream(options) {
    const { through } = options;
    return through === null ? openTcp(options) : openForwarded(options, through);
}
/** A timer of 0 would stand for none. */
function leftMs({ deadlineMs }) {
    return Math.max(1, deadlineMs - performance.now());
}
/** Some packets: of those that aren't whole yet, ssh2 makes copies. */
const SOCKET_READ_BYTES = 256 * 1024;
/**
 * Connections of which ssh2 keeps nothing of what it was given: with AES-GCM everything is decrypted, which copies it, before
 * the next comes. ChaCha20-Poly1305 waits for a packet's MAC, and the handshake's packets are kept. All that isn't kept is
 * read into the same memory.
 */
const decryptsAtOnce = new WeakSet();
function openTcp(options) {
    const { hop, timings, signal } = options;
    return new Promise((resolve, reject) => {
        const onread = {
            buffer: Buffer.allocUnsafeSlow(SOCKET_READ_BYTES),
            callback: (bytes, buffer) => {
                const read = buffer.subarray(0, bytes);
                socket.emit('data', decryptsAtOnce.has(socket) ? read : Buffer.from(read));
                return true;
            },
        };
        const socket = (0,external_node_net_.connect)({ host: hop.host, port: hop.port, noDelay: true, onread });
        const fail = (error) => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', onAbort);
            socket.on('error', () => undefined).destroy();
            reject(error);
        };
        const onAbort = () => fail((0,ssh_errors/* connectingCancelled */.Op)(hop.name));
        const timer = setTimeout(() => fail((0,ssh_errors/* noAnswer */.qE)(hop.name, timings)), leftMs(options));
        signal?.addEventListener('abort', onAbort, { once: true });
        if (signal?.aborted)
            onAbort();
        socket.once('error', (error) => fail((0,ssh_errors/* connectFailure */.vZ)(hop.name, error)));
        socket.once('connect', () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', onAbort);
            socket.removeAllListeners('error');
            resolve(socket);
        });
    });
}
function openForwarded(options, through) {
    const { hop, timings } = options;
    return new Promise((resolve, reject) => {
        const fail = (error) => {
            clearTimeout(timer);
            through.lost.removeEventListener('abort', onLost);
            reject(error);
        };
        const onLost = () => fail(through.lost.reason);
        const timer = setTimeout(() => fail((0,ssh_errors/* noAnswer */.qE)(hop.name, timings)), leftMs(options));
        through.lost.addEventListener('abort', onLost, { once: true });
        through.client.forwardOut('127.0.0.1', 0, hop.host, hop.port, (error, channel) => {
            if (error !== undefined)
                return fail((0,ssh_errors/* unreachable */.HB)(hop.name, `the jump host says "${ssh_connection_saidBy(error)}"`));
            clearTimeout(timer);
            through.lost.removeEventListener('abort', onLost);
            resolve(channel);
        });
    });
}
function ssh_connection_saidBy(error) {
    return (0,bytestring.displayText)(error.message.replace(/^\(SSH\) Channel open failure: /, ''));
}
/** Key exchange, the host's key, our login. */
function shakeHands(client, stream, options) {
    const { hop, timings, signal } = options;
    return new Promise((resolve, reject) => {
        let untrusted;
        let takes = [];
        const login = options.login.values();
        const settle = (action) => {
            signal?.removeEventListener('abort', onAbort);
            client.removeListener('error', onError).removeListener('close', onClose);
            action();
        };
        const onAbort = () => settle(() => reject((0,ssh_errors/* connectingCancelled */.Op)(hop.name)));
        const onError = (error) => {
            if (error.level === 'agent')
                return; // no answer from it: the next way to log in is tried
            settle(() => reject(untrusted ?? (0,ssh_errors/* handshakeFailure */.Q$)(hop.name, error, takes)));
        };
        const onClose = () => onError(new Error('connection closed'));
        signal?.addEventListener('abort', onAbort, { once: true });
        client.on('error', onError).on('close', onClose);
        let isGcm = false;
        client.on('handshake', ({ sc }) => {
            isGcm = sc.cipher.endsWith('-gcm@openssh.com');
            if (!isGcm)
                decryptsAtOnce.delete(stream);
        });
        client.once('ready', () => {
            if (isGcm)
                decryptsAtOnce.add(stream);
            settle(resolve);
        });
        client.connect({
            sock: stream,
            username: hop.user,
            authHandler: (left) => {
                takes = left ?? takes; // nothing was refused yet
                return login.next().value ?? false;
            },
            readyTimeout: leftMs(options),
            keepaliveInterval: Math.ceil(timings.silentAfterMs / shell_host/* BEATS_BEFORE_SILENT */.qo),
            keepaliveCountMax: Number.MAX_SAFE_INTEGER, // any byte is a sign of life, not only the answer: see `watch`
            algorithms: { cipher: CIPHERS, serverHostKey: [...options.hostKeyAlgorithms] },
            hostVerifier: (key) => {
                try {
                    options.verifyHostKey(key);
                    return true;
                }
                catch (error) {
                    untrusted = error;
                    return false;
                }
            },
        });
    });
}
/** AES-GCM first: with the processor's help it is several times as fast as the rest. */
const CIPHERS = [
    'aes256-gcm@openssh.com',
    'aes128-gcm@openssh.com',
    'chacha20-poly1305@openssh.com',
    'aes256-ctr',
    'aes192-ctr',
    'aes128-ctr',
];

;// CONCATENATED MODULE: ./build/hosts/ssh-host-key.js





/** How a server may prove that it has a key of a type; the best first. SHA-1 (`ssh-rsa`) isn't among them. */
const ALGORITHMS = [
    ['ssh-ed25519', 'ssh-ed25519'],
    ['ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp256'],
    ['ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp384'],
    ['ecdsa-sha2-nistp521', 'ecdsa-sha2-nistp521'],
    ['ssh-rsa', 'rsa-sha2-512', 'rsa-sha2-256'],
];
/**
 * Connects to a hop whose host key is pinned. A server has keys of several types and shows the first that we offer to
 * take: we offer the pinned types, and for a fingerprint, which says no type, each type in turn.
 *
 * @throws HoldfastError host-key-unknown, host-key-mismatch (revoked too), what SshConnection.open throws.
 */
async function openPinned(known, isDestination, options) {
    const { hop } = options;
    const pinned = known.lookUp(hop.host, hop.port, { isDestination });
    const seen = [];
    const verifyHostKey = (blob) => {
        const key = (0,known_hosts/* parseHostKey */.xK)(blob);
        if (key === null)
            throw (0,ssh_errors/* unreachable */.HB)(hop.name, 'its host key is damaged');
        const verdict = (0,known_hosts/* judgeHostKey */.Tx)(key, pinned);
        if (verdict === 'revoked')
            throw (0,host_key_errors/* revokedHostKey */.ql)(hop, key);
        if (verdict === 'unknown')
            throw (0,host_key_errors/* unknownHostKey */.WT)(hop, key, known.notes);
        if (verdict === 'trusted')
            return;
        seen.push(key);
        throw (0,host_key_errors/* changedHostKey */.is)(hop, seen, pinned);
    };
    let failure;
    for (const hostKeyAlgorithms of rounds(new Set(pinned.keys.map((key) => key.type)), pinned.fingerprints.length)) {
        try {
            return await SshConnection.open({ ...options, hostKeyAlgorithms, verifyHostKey });
        }
        catch (error) {
            if (!mayHaveAnotherKey(error, pinned.fingerprints.length))
                throw error;
            if (!(error instanceof ssh_errors/* NoSuchHostKeyError */.iQ))
                failure = error;
        }
    }
    throw failure ?? noKeyInCommon(hop);
}
/** What to offer, try after try. The last tries of pinned keys are made to see what the server has instead. */
function rounds(pinnedTypes, fingerprints) {
    if (fingerprints > 0)
        return ALGORITHMS.map(([, ...algorithms]) => algorithms);
    const isPinned = ([type]) => pinnedTypes.has(type);
    const offer = (types) => types.flatMap(([, ...algorithms]) => algorithms);
    return [offer(ALGORITHMS.filter(isPinned)), offer(ALGORITHMS.filter((type) => !isPinned(type)))].filter((algorithms) => algorithms.length > 0);
}
function mayHaveAnotherKey(error, fingerprints) {
    if (error instanceof ssh_errors/* NoSuchHostKeyError */.iQ)
        return true;
    return fingerprints > 0 && error instanceof errors/* HoldfastError */.E && error.code === 'host-key-mismatch';
}
function noKeyInCommon(hop) {
    const types = ALGORITHMS.map(([type]) => type).join(', ');
    return (0,ssh_errors/* unreachable */.HB)(hop.name, `it has no host key of a type that we know (${types})`);
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/hosts/identity.js
var hosts_identity = __webpack_require__(22220);
;// CONCATENATED MODULE: ./build/hosts/ssh-login.js







/** SSH's words for the ways in which a key or a password can be offered. */
const WAYS = { key: ['publickey'], password: ['password', 'keyboard-interactive'] };
/**
 * The ways to log in as `user`: the identity, the agent, the password. Without identity and password: the agent, then
 * the user's own keys, as ssh does it.
 *
 * @throws HoldfastError bad-input for a given private key that can't be read.
 */
async function loginAs(user, options) {
    const { identity, password } = options;
    const isGiven = identity !== undefined || password !== undefined;
    const agent = options.agent || (isGiven ? undefined : process.env['SSH_AUTH_SOCK']) || null;
    const byAgent = agent === null ? [] : [{ type: 'agent', username: user, agent }];
    const { keys, notes } = isGiven ? { keys: await givenKey(options), notes: [] } : await ownKeys();
    const byKey = keys.map(({ key }) => ({ type: 'publickey', username: user, key }));
    const methods = isGiven ? [...byKey, ...byAgent] : [...byAgent, ...byKey];
    const offered = keys.map(({ key, source }) => ({
        kind: 'key',
        shown: `the key ${source} (${(0,hosts_identity/* describeKey */.Rx)(key)})`,
    }));
    if (password !== undefined) {
        methods.push(...byPassword(user, password));
        offered.push({ kind: 'password', shown: 'the password' });
    }
    return { methods, offered, notes, agent };
}
async function givenKey({ identity, passphrase }) {
    if (identity === undefined)
        return [];
    const { pem, source } = await (0,hosts_identity/* readIdentity */.xN)(identity);
    const key = (0,hosts_identity/* parsePrivateKey */.QW)(pem, passphrase);
    if (!('actual' in key))
        return [{ key, source }];
    throw new errors/* HoldfastError */.E('bad-input', `Cannot use the private key ${source}: ${key.actual}, expected a private key that can be read. ${key.advice}`);
}
const OWN_KEYS = ['id_ed25519', 'id_ecdsa', 'id_rsa'];
/** Those that can be read: an encrypted one is the agent's business. */
async function ownKeys() {
    const keys = [];
    const notes = [];
    for (const name of OWN_KEYS) {
        const pem = await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)((0,external_node_os_.homedir)(), '.ssh', name), 'utf8').catch(() => null);
        if (pem === null)
            continue;
        const key = (0,hosts_identity/* parsePrivateKey */.QW)(pem, undefined);
        if ('actual' in key)
            notes.push(`~/.ssh/${name} is not tried: ${key.actual}`);
        else
            keys.push({ key, source: `~/.ssh/${name}` });
    }
    if (keys.length + notes.length === 0)
        notes.push(`none of ~/.ssh/${OWN_KEYS.join(', ')} is there`);
    return { keys, notes: ['no identity was given', ...notes] };
}
/** Many servers ask for the password as a question, the only one that hides its answer. */
function byPassword(user, password) {
    return [
        { type: 'password', username: user, password },
        {
            type: 'keyboard-interactive',
            username: user,
            prompt: (_name, _instructions, _language, prompts, finish) => {
                finish(prompts.map(({ echo }) => (echo === true ? '' : password)));
            },
        },
    ];
}
/**
 * Why `name` let nobody in, with all that was tried: the agent is asked how many keys it has.
 * @param takes See LoginRefusedError.
 */
async function loginRefused({ name, user }, login, takes) {
    const agent = await keysOfAgent(login.agent);
    const offered = [...login.offered];
    if (agent.count > 0)
        offered.push({ kind: 'key', shown: agent.described });
    const isWorthTelling = agent.count === 0 && (login.agent !== null || login.offered.length === 0);
    const notes = [...login.notes, ...(isWorthTelling ? [agent.described] : [])];
    const aside = notes.length === 0 ? '' : ` (${notes.join('; ')})`;
    const who = `Cannot log in to "${name}" as "${(0,bytestring.displayText)(user)}"`;
    if (offered.length === 0) {
        return new errors/* HoldfastError */.E('host-login-refused', `${who}: there is nothing to log in with${aside}, expected a private key or an agent that has one. Give the path ` +
            'or the text of a key (--identity, or the input `identity`).');
    }
    const [kind] = ['password', 'key'].filter((one) => isPointless(one, offered, takes));
    if (kind !== undefined)
        return pointless(who, kind, { offered, takes, aside });
    return new errors/* HoldfastError */.E('host-login-refused', `${who}: the server refused ${inWords(offered)}${aside}, expected one that it knows. Add the public key to ` +
        "that user's authorized_keys, or correct the user, the identity or the password.");
}
/** Whether something of this kind was offered that no server takes which only takes the ways `takes`. */
function isPointless(kind, offered, takes) {
    const isOffered = offered.some((offer) => offer.kind === kind);
    return isOffered && takes.length > 0 && !WAYS[kind].some((way) => takes.includes(way));
}
function pointless(who, kind, { offered, takes, aside }) {
    const others = offered.filter((offer) => offer.kind !== kind);
    const refused = others.length === 0 ? '' : `, and it refused ${inWords(others)}`;
    const ways = takes.map(bytestring.displayText).join(', ');
    return new errors/* HoldfastError */.E('host-login-refused', `${who}: the server offers no login with a ${kind}, expected one; it offers ${ways}${refused}${aside}. ${ADVICE[kind]}`);
}
const ADVICE = {
    password: "Give a private key (--identity, or the input `identity`) whose public half is in that user's authorized_keys, or " +
        'have the server take passwords (PasswordAuthentication in its sshd_config).',
    key: 'Give a password (--ssh-password-file, or the input `ssh-password`), or have the server take keys ' +
        '(PubkeyAuthentication in its sshd_config).',
};
function inWords(offered) {
    return offered.map(({ shown }) => shown).join(' and ');
}
/** An agent that doesn't answer in time has none for us. */
const AGENT_LIMIT_MS = 2000;
async function keysOfAgent(path) {
    if (path === null)
        return { count: 0, described: 'no agent: SSH_AUTH_SOCK is not set' };
    const shown = `the agent at "${(0,bytestring.displayText)(path)}"`;
    const count = await new Promise((resolve) => {
        setTimeout(() => resolve(null), AGENT_LIMIT_MS).unref();
        lib.createAgent(path)
            .getIdentities((error, keys) => resolve(error == null ? (keys?.length ?? 0) : null));
    });
    if (count === null)
        return { count: 0, described: `${shown} does not answer` };
    if (count === 0)
        return { count, described: `${shown} has no keys` };
    return { count, described: `${count === 1 ? 'the key' : `the ${count} keys`} of ${shown}` };
}

;// CONCATENATED MODULE: ./build/hosts/ssh.js















/**
 * Connects to a host over SSH, by ssh2, which is built in. Faults that may pass (refused, reset, timed out) are tried
 * again; a wrong key, login or name isn't.
 *
 * @throws HoldfastError bad-input, host-unreachable, host-key-unknown, host-key-mismatch, host-login-refused,
 * host-silent, cancelled.
 */
async function connectSsh(address, options = {}) {
    const route = new Route(address, options, await (0,load_known_hosts/* loadKnownHosts */.VZ)(options.knownHosts));
    const transport = await SshTransport.connect(route);
    const { silentAfterMs, startTimeoutMs } = (0,connect_options/* timingsOf */.L)(options);
    const shell = { become: options.become, silentAfterMs, startTimeoutMs };
    return (0,shell_host/* openShellHost */.rc)(transport, shell, options.signal);
}
/** The way to a host: through the jump hosts to the destination. */
class Route {
    hops;
    #options;
    #known;
    constructor(address, options, known) {
        this.hops = [...(options.jump ?? []), address].map(toHop);
        this.#options = options;
        this.#known = known;
    }
    get destination() {
        return this.hops.at(-1); // the address is always there
    }
    get connectTimeoutMs() {
        return (0,connect_options/* timingsOf */.L)(this.#options).connectTimeoutMs;
    }
    /** The connections to all hops, the destination's last. */
    connect() {
        const { signal } = this.#options;
        const { retryDelaysMs: delaysMs, connectTimeoutMs: attemptMs } = (0,connect_options/* timingsOf */.L)(this.#options);
        const retrying = { name: this.destination.name, delaysMs, attemptMs, signal };
        return (0,retry_connect/* retryConnect */.r)(retrying, () => this.#connectOnce());
    }
    async #connectOnce() {
        const connections = [];
        const deadlineMs = performance.now() + (0,connect_options/* timingsOf */.L)(this.#options).connectTimeoutMs;
        try {
            for (const hop of this.hops) {
                connections.push(await this.#open(hop, connections.at(-1) ?? null, deadlineMs));
            }
            return connections;
        }
        catch (error) {
            for (const connection of connections.reverse())
                connection.close();
            throw error;
        }
    }
    async #open(hop, through, deadlineMs) {
        const { signal } = this.#options;
        const login = await loginAs(hop.user, this.#options);
        const isDestination = hop === this.destination;
        try {
            return await openPinned(this.#known, isDestination, {
                hop,
                through,
                login: login.methods,
                timings: (0,connect_options/* timingsOf */.L)(this.#options),
                deadlineMs,
                signal,
            });
        }
        catch (error) {
            throw error instanceof ssh_errors/* LoginRefusedError */.Qx ? await loginRefused(hop, login, error.takes) : error;
        }
    }
}
function toHop(address) {
    const parsed = typeof address === 'string' ? (0,hosts_address/* parseSshAddress */.UQ)(address) : address;
    const hop = { user: parsed.user ?? (0,external_node_os_.userInfo)().username, host: parsed.host, port: parsed.port ?? 22 };
    return { ...hop, name: (0,hosts_address/* formatSshAddress */.__)(hop) };
}
/** Servers limit the sessions of a connection (OpenSSH: 10): when one is full, another is made. */
const MAX_CONNECTIONS = 8;
class SshTransport {
    name;
    knowsExitStatus = true;
    #route;
    #connections;
    #widening = Promise.resolve();
    constructor(route, first) {
        this.name = route.destination.name;
        this.#route = route;
        this.#connections = [first];
    }
    static async connect(route) {
        return new SshTransport(route, await route.connect());
    }
    async open() {
        for (let next = 0;; next++) {
            const connection = this.#connections[next]?.at(-1) ?? (await this.#widen(next));
            try {
                return await executeSurely(this.name, connection);
            }
            catch (error) {
                if (connection.lost.aborted && next === 0)
                    throw connection.lost.reason;
                if (!isFull(error) || next + 1 >= MAX_CONNECTIONS)
                    throw this.#refused(error);
            }
        }
    }
    async connectTo(to) {
        const connection = this.#connections[0]?.at(-1); // the first is always there
        return { stream: await forwardOut(this.name, connection, to, this.#route.connectTimeoutMs) };
    }
    async close() {
        for (const connections of this.#connections) {
            for (const connection of connections.reverse())
                connection.close();
        }
    }
    /** The connection at place `index`, made if it isn't there yet; commands that start together share it. */
    async #widen(index) {
        this.#widening = this.#widening
            .catch(() => undefined)
            .then(async () => {
            if (this.#connections[index] === undefined)
                this.#connections.push(await this.#route.connect());
        });
        await this.#widening;
        return this.#connections[index]?.at(-1); // made above
    }
    #refused(error) {
        const known = (0,errors/* asHoldfastError */.C)(error);
        if (known !== null)
            return known;
        return new errors/* HoldfastError */.E('host-unsupported', `Cannot start a command on "${this.name}": the SSH server says "${(0,bytestring.displayText)(error.message)}", ` +
            'expected it to run commands. Allow sessions for this user and key.', { cause: error });
    }
}
/**
 * dropbear (2022.83) may take the end of one command for that of another that starts in the same moment: it closes the
 * new channel before it has said whether the command runs. A server that takes no commands is asked so often, too.
 */
const EXECUTE_DELAYS_MS = [100, 300];
async function executeSurely(name, connection) {
    for (const delayMs of EXECUTE_DELAYS_MS) {
        try {
            return await execute(name, connection);
        }
        catch (error) {
            if (isFull(error) || connection.lost.aborted)
                throw error;
            await (0,promises_.setTimeout)(delayMs);
        }
    }
    return execute(name, connection);
}
/** Listened to at once: how a login ends that doesn't wait for us may come with the very packet that says that it began. */
function execute(name, { client, lost }) {
    return new Promise((resolve, reject) => {
        client.exec(shell/* SHELL_COMMAND */.h3, (error, channel) => error === undefined ? resolve(sshChannel(name, channel, lost)) : reject(error));
    });
}
/** ssh2 gives the reason when the server refuses to open one more channel (RFC 4254, 5.1). */
function isFull(error) {
    return error instanceof Error && 'reason' in error;
}


/***/ })

};
