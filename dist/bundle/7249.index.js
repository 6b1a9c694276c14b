export const id = 7249;
export const ids = [7249];
export const modules = {

/***/ 55067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ageText: () => (/* binding */ ageText),
/* harmony export */   parseAge: () => (/* binding */ parseAge)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 };
/**
 * How old, or how long, something may be at most, in ms: `90m`, `26h`, `7d`, `12w`, `1d12h`. No months and years: how long
 * those are depends on which.
 * @throws HoldfastError bad-input.
 */
function parseAge(text, name) {
    const parts = [...text.matchAll(/(\d{1,6})([mhdw])/g)];
    const ms = parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * UNIT_MS[unit], 0);
    if (ms > 0 && parts.map(([part]) => part).join('') === text)
        return ms;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected a span such as 90m, 26h, 7d or 12w.`);
}
/** `26 h`, `1 d 1 h`, `90 d`: at most two units, for a person. */
function ageText(ms) {
    const minutes = Math.round(ms / UNIT_MS.m);
    const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
    const parts = [days > 0 && `${days} d`, hours > 0 && `${hours} h`, rest > 0 && `${rest} min`];
    return (parts
        .filter((part) => part !== false)
        .slice(0, 2)
        .join(' ') || '0 min');
}


/***/ }),

/***/ 62738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ quiescingFields),
/* harmony export */   t: () => (/* binding */ quiesceWords)
/* harmony export */ });
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25595);
/* harmony import */ var _quiesce_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29872);


const quiesceFields = (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    stop: (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)('Shell commands on the host that stop the application while its files are read.', 'A shell command.').optional(),
    start: (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)('Shell commands that start it. A watchdog on the host runs them, too.', 'A shell command.').optional(),
    status: (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)('A shell command: exit status 0, it runs; 3, it is stopped; else it can’t say.').optional(),
    lease: (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)('How long the run may be silent before the watchdog starts the application: `2m`.').optional(),
    'max-quiesce': (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)('How long the application may stand at most: `1h`.').optional(),
});
/** Whether it fits the host and the application, the rule `unfit-quiesce` says. */
const quiesceSection = (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .checked */ .KD)(quiesceFields, (quiesce) => {
    if (quiesce.stop === undefined && quiesce.start === undefined)
        return;
    (0,_quiesce_words_js__WEBPACK_IMPORTED_MODULE_1__/* .parseQuiesce */ .t)({ ...quiesceWords(quiesce), container: null }, _section_js__WEBPACK_IMPORTED_MODULE_0__/* .shownKey */ .dM);
}).describe('How the application is stopped under a lease while its files are read: by `stop` and `start`, or by its profile.');
/** As flags and inputs have them. */
function quiesceWords(quiesce) {
    return {
        stop: quiesce.stop ?? [],
        start: quiesce.start ?? [],
        status: quiesce.status ?? null,
        lease: quiesce.lease ?? null,
        maxQuiesce: quiesce['max-quiesce'] ?? null,
    };
}
/** How an application holds still. */
const quiescingFields = {
    quiesce: quiesceSection.optional(),
    'no-first-pass': (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .yesNo */ .Lm)('`true`: read nothing before the application is stopped. Else what changed is read first, and while it stands only what changed since.').optional(),
};


/***/ }),

/***/ 20760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ identitiesIn),
/* harmony export */   jJ: () => (/* binding */ sealingOf),
/* harmony export */   uB: () => (/* binding */ recipientsIn)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** Lines that hold something, without comments. */
function linesOf(text) {
    return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
}
/** Public keys, one a line or with commas between, `#` for comments: as in age's own files. */
function recipientsIn(text) {
    return linesOf(text)
        .flatMap((line) => line.split(','))
        .map((recipient) => recipient.trim())
        .filter((recipient) => recipient !== '');
}
/**
 * Secret keys, as `age-keygen` writes them.
 * @param where For the message: the file or the input that held `text`.
 * @throws HoldfastError bad-input if there is none. The message shows nothing of the text.
 */
function identitiesIn(text, where) {
    const lines = linesOf(text);
    if (lines.length > 0 && lines.every((line) => line.startsWith('AGE-SECRET-KEY-')))
        return lines;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot read an identity from ${where}: expected lines that begin with AGE-SECRET-KEY-, as age-keygen writes them.`);
}
/**
 * How an archive is to be encrypted.
 * @param names What the three are called where they were given.
 * @throws HoldfastError bad-input unless it is exactly one: that nothing is encrypted must be said.
 */
function sealingOf(given, names) {
    const { recipients, passphrase, unencrypted } = given;
    const ways = [
        recipients.length > 0 ? names.recipients : null,
        passphrase !== null ? names.passphrase : null,
        unencrypted ? names.unencrypted : null,
    ].filter((name) => name !== null);
    if (ways.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot make an archive: nothing says how it is encrypted. Give ${names.recipients}, ${names.passphrase}, or (whoever comes by it reads it then) ${names.unencrypted}.`);
    }
    if (ways.length > 1) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use both ${ways.join(' and ')}: expected one of them.`);
    }
    if (unencrypted)
        return { kind: 'none' };
    if (passphrase === null)
        return { kind: 'recipients', recipients };
    if (passphrase !== '')
        return { kind: 'passphrase', passphrase };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', 'Cannot use an empty passphrase. Choose a longer one.');
}


/***/ }),

/***/ 77610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mP: () => (/* binding */ UNREADABLE),
/* harmony export */   vo: () => (/* binding */ NEVER_SILENT),
/* harmony export */   y8: () => (/* binding */ AUDIT_RULES),
/* harmony export */   yF: () => (/* binding */ isAuditRule)
/* harmony export */ });
/**
 * What an audit can find, each with a heading of its name in docs/how-to/audit.md, and what it is about. A blocked target has its
 * rule's own name.
 */
const AUDIT_RULES = {
    'missing-run': 'target',
    'stale-target': 'target',
    'stale-copy': 'target',
    'drill-overdue': 'target',
    'drill-failed': 'target',
    'slow-restore': 'target',
    'unreadable-storage': 'storage',
    'nothing-scheduled': 'workflow',
    'disabled-workflow': 'workflow',
    'unknown-workflow': 'workflow',
    'missing-workflow-run': 'workflow',
    'failed-run': 'workflow',
    'unknown-runs': 'workflow',
};
const UNREADABLE = 'unreadable-storage';
/** What couldn't be looked at isn't in order: no reason makes it so. */
const NEVER_SILENT = new Set([UNREADABLE, 'unknown-runs']);
function isAuditRule(name) {
    return Object.hasOwn(AUDIT_RULES, name);
}


/***/ }),

/***/ 38918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hk: () => (/* binding */ safeText),
/* harmony export */   LF: () => (/* binding */ pathText),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   mQ: () => (/* binding */ countsOf)
/* harmony export */ });
/* unused harmony export SEVERITIES */
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);

const SEVERITIES = ['error', 'warning', 'notice'];
/** `targets.wiki.paths[0]`, for a person. */
function pathText(path) {
    return safeText(path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join(''));
}
/** `text` of a file or a message on one line: nothing in it moves a cursor or hides. Backslashes stay. */
function safeText(text) {
    return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) => (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.displayText)(character));
}
/** How many of each severity. */
function countsOf(findings) {
    const counts = { error: 0, warning: 0, notice: 0 };
    for (const { severity } of findings)
        counts[severity]++;
    return counts;
}
/** By file, then line; errors first on the same line. */
function inOrder(findings) {
    return findings.toSorted((a, b) => compareText(a.file, b.file) ||
        a.at.line - b.at.line ||
        a.at.column - b.at.column ||
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 49445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ suggestion),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** A typing mistake, not another word: at most so many letters off, and of a short word less. */
const MAX_DISTANCE = 3;
/** The one of `known` that `word` was likely meant to be, or null. */
function nearest(word, known) {
    const limit = Math.min(MAX_DISTANCE, Math.max(1, Math.floor(word.length / 2)));
    const folded = fold(word);
    const ranked = known
        .map((candidate) => ({ candidate, distance: distance(folded, fold(candidate), limit) }))
        .filter(({ distance }) => distance <= limit)
        .toSorted((a, b) => a.distance - b.distance);
    return ranked[0]?.candidate ?? null;
}
/** Foreign words may be long: more of one says nothing about what it was meant to be. */
const MAX_CHARACTERS = 64;
function fold(word) {
    return word.slice(0, MAX_CHARACTERS).toLowerCase().replace(/[_. ]/g, '-');
}
/** How many letters are missing, too many, other, or changed places (Damerau's restricted distance). */
function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit)
        return limit + 1;
    let before = [];
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost, isSwap ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY);
        }
        before = row;
        row = next;
    }
    return row[b.length] ?? 0;
}
/** More are no help in a sentence. */
const MAX_NAMES = 12;
/** Among more nobody is looked for: each word of a stranger's file would be compared with each name in it. */
const MAX_KNOWN = 500;
/** `Did you mean \`x\`?`, or what there is: to put behind what is unknown. */
function suggestion(word, known) {
    if (known.length > MAX_KNOWN)
        return `There are ${known.length}.`;
    const near = nearest(word, known);
    if (near !== null)
        return `Did you mean \`${near}\`?`;
    if (known.length === 0)
        return 'There is none.';
    if (known.length > MAX_NAMES)
        return 'It is like none that there is.';
    return `There is ${known.map((name) => `\`${name}\``).join(', ')}.`;
}


/***/ }),

/***/ 92568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   b6: () => (/* binding */ textOf)
/* harmony export */ });
/** The members of a map of a YAML file; of anything else, none. */
function entriesOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
/** One of them, or undefined. */
function member(value, key) {
    return typeof value === 'object' && value !== null ? value[key] : undefined;
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}


/***/ }),

/***/ 80723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ readConfig)
});

// EXTERNAL MODULE: ./build/section.js
var section = __webpack_require__(25595);
// EXTERNAL MODULE: ./build/config/finding.js
var finding = __webpack_require__(38918);
;// CONCATENATED MODULE: ./build/config/literal-secrets.js

/**
 * What a text looks like that is a secret by its form, wherever it stands. A text may come from a pull request: each form
 * must look at a character a fixed number of times, whatever stands around it.
 */
const FORMS = [
    [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
    [/\bAGE-SECRET-KEY-/i, 'a secret key of age'],
    [/\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})/, 'a token of GitHub'],
    [/\bglpat-[A-Za-z0-9_-]{20,}/, 'a token of GitLab'],
    [/\bxox[abeoprs]-[A-Za-z0-9-]{10,}/, 'a token of Slack'],
    [/\bhooks\.slack\.com\/services\/\w/, 'the address of a hook'],
    [/\.(?<=\beyJ[\w-]{10,}\.)eyJ[\w-]{10,}\.[\w-]/, 'a JSON web token'],
    [/[a-z0-9+.-]:\/\/[^\s/?#@:]*:[^\s/?#@]+@/i, 'a password in a URL'],
    [
        /\b(?:password|passwd|passphrase|secret|token|api[_-]?key)["']?\s*[=:]\s*(?!\s|["']?[$]|env:|["']?\s*$)["']?[^\s"']{4,}/i,
        'a password',
    ],
    [
        /\b(?:PGPASSWORD|MYSQL_PWD|REDISCLI_AUTH|RESTIC_PASSWORD|AWS_SECRET_ACCESS_KEY)=["']?(?![$])[^\s"']/,
        'a password',
    ],
];
/** `?password-env=NAME` of a database names a variable; a file's name is none either. */
const NOT_SECRET = /\bpassword-(?:env|file|command)=[^&\s]*/gi;
/** A key that says what it holds, also one that nobody knows. */
const SECRET_KEY = /(?:^|[-_])(?:password|passphrase|secret|token)s?$/i;
/** Every text in `value` that looks like a secret, and what it looks like. Never shows it. */
function* literalSecrets(value, path = []) {
    if (typeof value === 'string') {
        const text = value.replace(NOT_SECRET, '');
        const found = FORMS.find(([form]) => form.test(text));
        if (found !== undefined)
            yield { path, what: found[1] };
        return;
    }
    if (Array.isArray(value))
        for (const [i, item] of value.entries())
            yield* literalSecrets(item, [...path, i]);
    else if (typeof value === 'object' && value !== null)
        for (const [key, item] of Object.entries(value)) {
            const isWritten = typeof item === 'string' && SECRET_KEY.test(key) && !isReference(item);
            if (isWritten)
                yield { path: [...path, key], what: 'a secret, by its key' };
            else
                yield* literalSecrets(item, [...path, key]);
        }
}
function isReference(text) {
    return (0,section/* isSecretReference */.IC)(text) || (0,section/* isForeignReference */.o3)(text);
}

// EXTERNAL MODULE: ./build/config/nearest.js
var nearest = __webpack_require__(49445);
// EXTERNAL MODULE: ./build/config/rules/structure.js
var structure = __webpack_require__(74758);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(38816);
// EXTERNAL MODULE: ./build/hosts/address.js
var address = __webpack_require__(88772);
// EXTERNAL MODULE: ./build/hosts/container-address.js
var container_address = __webpack_require__(6410);
// EXTERNAL MODULE: ./build/hosts/host-access.js
var host_access = __webpack_require__(84523);
;// CONCATENATED MODULE: ./build/hosts/host-section.js





const fields = (0,section/* section */.uW)({
    address: (0,section/* checked */.KD)((0,section/* line */.n8)('Where it is: `local` (the runner), or `ssh://user@host:port`.'), address/* parseHostAddress */.un),
    name: schemas/* string */.YjP('expected text')
        .regex(section/* NAME */.o_, 'expected 1 to 64 letters, digits, dots, dashes or underscores')
        .describe('Host name to record in snapshots. Default: its name in this file.')
        .optional(),
    identity: (0,section/* secret */.rJ)('Private SSH key. Default: the agent’s keys.').optional(),
    'identity-passphrase': (0,section/* secret */.rJ)('Passphrase of the private key.').optional(),
    'ssh-password': (0,section/* secret */.rJ)('Password to log in with, where the host takes no key.').optional(),
    'known-hosts': schemas/* string */.YjP('expected text')
        .min(1, 'expected text, it is empty')
        .describe('The host’s pinned key: known_hosts lines, a `SHA256:…` fingerprint, a file, or a reference `env:NAME`. A host whose key is not pinned is refused.')
        .optional(),
    jump: (0,section/* each */.__)((0,section/* lines */.Mn)('Hosts to go through, outermost first.', 'Such as `ssh://user@host:port`.'), address/* parseSshAddress */.UQ).optional(),
    become: (0,section/* checked */.KD)((0,section/* line */.n8)('`sudo`: run everything on the host as root.'), (text) => (0,host_access/* becomeOf */.b)(text, (0,section/* shownKey */.dM)('become'))).optional(),
    'ssh-client': (0,section/* checked */.KD)((0,section/* line */.n8)('`ssh2` (built in, the default), or `openssh`: the runner’s own ssh with its configuration.'), (text) => (0,host_access/* sshClientOf */.l)(text, (0,section/* shownKey */.dM)('ssh-client'))).optional(),
    container: (0,section/* checked */.KD)((0,section/* line */.n8)('The files are in a container on that host: `docker:NAME`, `podman:NAME`, `compose:PROJECT/SERVICE`.'), container_address/* parseContainerAddress */.z).optional(),
});
/** One host, and the way to it. */
const hostSection = fields;

// EXTERNAL MODULE: ./build/retention/policy-section.js
var policy_section = __webpack_require__(26857);
// EXTERNAL MODULE: ./build/backends/location.js + 6 modules
var backends_location = __webpack_require__(68713);
// EXTERNAL MODULE: ./build/archive/archive-keys.js
var archive_keys = __webpack_require__(20760);
;// CONCATENATED MODULE: ./build/archive/archive-fields.js



/** Where archives may be kept that repositories may not: it can't be appended to. */
const ARTIFACTS = 'artifact:';
/** Where archives are, and how they are encrypted. */
const archiveFields = {
    archives: (0,section/* checked */.KD)((0,section/* line */.n8)('In place of `repository`: where archives are kept, each of everything in one encrypted file: a folder, `s3:https://host/bucket/prefix`, or `artifact:`.'), (text) => text === ARTIFACTS || (0,backends_location/* checkLocation */.c9)(text)).optional(),
    recipients: (0,section/* lines */.Mn)('With `archives`: age public keys to encrypt for.', 'A public key of age, `age1…`.').optional(),
    passphrase: (0,section/* secret */.rJ)('With `archives`, in place of `recipients`: a passphrase.').optional(),
    unencrypted: (0,section/* yesNo */.Lm)('With `archives`: `true` leaves them unencrypted. Whoever comes by one reads all of it.').optional(),
};
/** @throws HoldfastError bad-input unless it is said in one way how they are encrypted. */
function checkSealing(given) {
    const { recipients = [], passphrase = null, unencrypted = false } = given;
    const names = {
        recipients: '`recipients`',
        passphrase: '`passphrase`',
        unencrypted: '`unencrypted: true`',
    };
    (0,archive_keys/* sealingOf */.jJ)({ recipients, passphrase, unencrypted }, names);
}

// EXTERNAL MODULE: ./build/backends/storage-flags.js
var storage_flags = __webpack_require__(6595);
;// CONCATENATED MODULE: ./build/backends/storage-fields.js


const ROLE = /^arn:[a-z-]+:iam::[^:\s]*:role\/\S+$/;
/** What a storage is told, and with which key. */
const accessFields = {
    'storage-options': (0,section/* checked */.KD)((0,section/* lines */.Mn)('Options of the storage, as restic’s `-o`.', 'Such as `s3.storage-class=STANDARD_IA`.'), (options) => (0,storage_flags/* parseStorageOptions */.z)(options, (0,section/* shownKey */.dM)('storage-options'))).optional(),
    'aws-region': (0,section/* line */.n8)('Region of the bucket. Default: the location’s, or the environment’s.').optional(),
    'aws-access-key-id': (0,section/* line */.n8)('Access key for S3, or a reference `env:NAME`. Default: AWS’s own variables, files and roles.').optional(),
    'aws-secret-access-key': (0,section/* secret */.rJ)('The access key’s secret.').optional(),
    'aws-session-token': (0,section/* secret */.rJ)('The session token of a temporary key.').optional(),
    'aws-profile': (0,section/* line */.n8)('Instead: a profile of AWS’s configuration files on the runner.').optional(),
    'aws-role': (0,section/* line */.n8)('Instead: ARN of a role to assume through GitHub’s OIDC token.')
        .regex(ROLE, 'expected a role’s ARN, such as `arn:aws:iam::123456789012:role/backup`')
        .optional(),
};
/** How what is saved to S3 is kept from removal. */
const lockFields = {
    'object-lock': (0,section/* line */.n8)('Lock what is saved to S3 against removal: `compliance` (nobody can end it), or `governance`.').optional(),
    'object-lock-days': (0,section/* word */.Vm)('For how many days.').optional(),
};
const placeFields = {
    'off-site': (0,section/* yesNo */.Lm)('Whether it is somewhere else than the hosts, so that one fire doesn’t take both. Default: `true` for S3 and artifacts, `false` for a folder.').optional(),
};
/** @throws HoldfastError bad-input unless it is at most one key, and a whole one. */
function checkCredentials(storage) {
    const ways = ['aws-access-key-id', 'aws-profile', 'aws-role'].filter((key) => storage[key] !== undefined);
    if (ways.length > 1)
        throw (0,section/* bad */.MB)('storage', `both \`${ways.join('` and `')}\` are given, expected one of them`);
    const isKeyWhole = (storage['aws-access-key-id'] === undefined) === (storage['aws-secret-access-key'] === undefined);
    if (!isKeyWhole || (storage['aws-session-token'] !== undefined && ways[0] !== 'aws-access-key-id')) {
        throw (0,section/* bad */.MB)('storage', 'only a part of a key is given, expected both `aws-access-key-id` and `aws-secret-access-key`');
    }
}
/** @throws HoldfastError bad-input. */
function checkObjectLock(given) {
    (0,storage_flags/* parseObjectLock */.c)({ mode: given['object-lock'] ?? null, days: (0,section/* text */.Qq)(given['object-lock-days']) }, { mode: (0,section/* shownKey */.dM)('object-lock'), days: (0,section/* shownKey */.dM)('object-lock-days') });
}

// EXTERNAL MODULE: ./build/repository/storage-options.js
var storage_options = __webpack_require__(52419);
;// CONCATENATED MODULE: ./build/repository/repository-fields.js



/** Which repository it is. */
const repositoryFields = {
    repository: (0,section/* checked */.KD)((0,section/* line */.n8)('Location of a restic repository, in restic’s own notation: a folder (`/srv/backup`), or `s3:https://host/bucket/prefix`.'), backends_location/* checkLocation */.c9).optional(),
    password: (0,section/* secret */.rJ)('The repository’s password.').optional(),
};
/** How it is written to. */
const writingFields = {
    compression: (0,section/* line */.n8)('Of what is written: `auto`, `off`, `fastest`, `better` or `max`.').optional(),
    'pack-size': (0,section/* word */.Vm)('Size in MiB of the packs that are written, from 4 to 128.').optional(),
};
const recoveryFields = {
    'recovery-key': (0,section/* line */.n8)('Where a second key of the repository is, in words for a person in need, such as “printed, in the safe of the office”. Never the key itself.').optional(),
};
/** @throws HoldfastError bad-input. */
function checkWriting(given) {
    (0,storage_options/* storageOptions */.E)({ compression: given.compression ?? null, packSize: (0,section/* text */.Qq)(given['pack-size']) }, { compression: (0,section/* shownKey */.dM)('compression'), packSize: (0,section/* shownKey */.dM)('pack-size') });
}

;// CONCATENATED MODULE: ./build/config/schema/storage.js




const storage_fields = (0,section/* section */.uW)({
    ...repositoryFields,
    ...archiveFields,
    ...accessFields,
    ...lockFields,
    ...writingFields,
    ...placeFields,
    ...recoveryFields,
});
/** One place where backups are kept: a repository, or archives. */
const storageSection = (0,section/* checked */.KD)(storage_fields, (storage) => {
    checkKind(storage);
    checkCredentials(storage);
    checkWriting(storage);
    checkObjectLock(storage);
});
const OF_REPOSITORIES = ['password', 'object-lock', 'compression', 'pack-size', 'recovery-key'];
const OF_ARCHIVES = ['recipients', 'passphrase', 'unencrypted'];
function checkKind(storage) {
    const { repository, archives } = storage;
    if ((repository === undefined) === (archives === undefined)) {
        throw (0,section/* bad */.MB)('storage', `${repository === undefined ? 'neither' : 'both'} of \`repository\` and \`archives\` is given, expected one`);
    }
    const foreign = (repository === undefined ? OF_REPOSITORIES : OF_ARCHIVES).find((key) => storage[key] !== undefined);
    if (foreign !== undefined) {
        throw (0,section/* bad */.MB)('storage', `\`${foreign}\` is of no use with ${repository === undefined ? '`archives`' : 'a `repository`'}`);
    }
    if (repository === undefined)
        checkSealing(storage);
    else if (storage.password === undefined)
        throw (0,section/* bad */.MB)('storage', '`password` is missing, expected a reference such as `env:BACKUP_PASSWORD`');
}

// EXTERNAL MODULE: ./build/apps/applications.js + 72 modules
var applications = __webpack_require__(97921);
;// CONCATENATED MODULE: ./build/apps/application-fields.js



/** Which application it is. */
const applicationFields = {
    application: schemas/* string */.YjP('expected a name')
        .regex(section/* NAME */.o_, 'expected an application’s name')
        .describe(`Which application it is, by its profile: ${applications/* APPLICATIONS */.Um.map(({ name }) => name).join(', ')}. Default: none: what is saved is said by \`paths\` and \`databases\` alone.`)
        .optional(),
    options: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J(), 'expected a map')
        .describe('What the application’s profile is told: its page says which there are.')
        .optional(),
};

// EXTERNAL MODULE: ./build/apps/quiesce-section.js
var quiesce_section = __webpack_require__(62738);
// EXTERNAL MODULE: ./build/buckets/bucket.js + 1 modules
var bucket = __webpack_require__(77380);
;// CONCATENATED MODULE: ./build/buckets/bucket-fields.js


/** Whose objects are saved. */
const bucketFields = {
    buckets: (0,section/* each */.__)((0,section/* lines */.Mn)('Buckets whose objects are saved into the same snapshot.', '`s3:https://host/bucket/prefix`.'), (url) => (0,bucket/* parseBucket */.W)(url, (0,section/* shownKey */.dM)('buckets'), {})).optional(),
};

// EXTERNAL MODULE: ./build/databases/databases.js + 31 modules
var databases = __webpack_require__(99298);
// EXTERNAL MODULE: ./build/databases/password-variables.js
var password_variables = __webpack_require__(90600);
// EXTERNAL MODULE: ./build/databases/tunnelled.js
var tunnelled = __webpack_require__(26034);
;// CONCATENATED MODULE: ./build/databases/database-fields.js





/** Which databases are dumped. */
const databaseFields = {
    databases: (0,section/* each */.__)((0,section/* lines */.Mn)('Databases to dump into the same snapshot.', '`postgresql://user@host/name?option=value`, or `command:NAME=SHELL COMMAND`.'), (url) => (0,databases/* parseDatabase */.Jq)(url, (0,section/* shownKey */.dM)('databases'), variablesNamedIn(url))).optional(),
};
/** By which tools, and with which password. */
const databaseAccessFields = {
    'database-on': (0,section/* checked */.KD)((0,section/* line */.n8)('Where their tools run: on the `host` (default), `here` on the runner, there through a `tunnel` over SSH, or in a container (`docker:NAME`).'), (place) => (0,tunnelled/* isPlaceOfOurs */._9)(place) || (0,container_address/* parseContainerAddress */.z)(place)).optional(),
    'database-password': (0,section/* secret */.rJ)('Their password.').optional(),
};
/** What a run finds in its environment: whether it does, only the run knows. */
function variablesNamedIn(url) {
    return Object.fromEntries((0,password_variables/* passwordVariablesIn */.a)(url).map((variable) => [variable, 'set']));
}

;// CONCATENATED MODULE: ./build/drills/drill-fields.js

/** What a drill measures. */
const restoreTimeFields = {
    rto: (0,section/* age */.KW)('rto', 'How long a restore may take at most (recovery time objective): `2h`. A drill measures it.').optional(),
};
/** When one is due. */
const drillFields = {
    drill: (0,section/* section */.uW)({
        every: (0,section/* age */.KW)('every', 'At least so often a restore of it is tried: `90d`.'),
    })
        .describe('When a restore of it is tried.')
        .optional(),
};

// EXTERNAL MODULE: ./build/size.js
var build_size = __webpack_require__(85963);
// EXTERNAL MODULE: ./build/files/given-path.js
var given_path = __webpack_require__(34469);
// EXTERNAL MODULE: ./build/files/path-patterns.js + 2 modules
var path_patterns = __webpack_require__(61098);
;// CONCATENATED MODULE: ./build/files/file-fields.js




/** Which files are saved. */
const fileFields = {
    paths: (0,section/* each */.__)((0,section/* lines */.Mn)('What is saved.', 'An absolute path.'), (path) => (0,given_path/* givenPath */.H)(path, (0,section/* shownKey */.dM)('paths'))).optional(),
    exclude: (0,section/* checked */.KD)((0,section/* lines */.Mn)('What of it is left out: patterns with restic’s meaning.', 'A pattern, such as `/srv/wiki/cache` or `*.tmp`.'), (patterns) => (0,path_patterns/* compilePatterns */.x)(patterns)).optional(),
    iexclude: (0,section/* checked */.KD)((0,section/* lines */.Mn)('The same, letter case ignored.', 'A pattern.'), (patterns) => (0,path_patterns/* compilePatterns */.x)(patterns, { ignoreCase: true })).optional(),
    'exclude-caches': (0,section/* yesNo */.Lm)('`true`: leave out what is in folders with a CACHEDIR.TAG.').optional(),
    'exclude-if-present': (0,section/* lines */.Mn)('Leave out what is in folders that hold a file of this name.', '`NAME` or `NAME:HEADER`.').optional(),
    'exclude-larger-than': (0,section/* checked */.KD)((0,section/* word */.Vm)('Leave out files larger than this: `500M`.'), (size) => (0,build_size/* parseLargestSize */.l)(String(size), (0,section/* shownKey */.dM)('exclude-larger-than'))).optional(),
    'one-file-system': (0,section/* yesNo */.Lm)('`true`: do not go into other filesystems.').optional(),
};

;// CONCATENATED MODULE: ./build/files/volume/volume-fields.js

/** From a snapshot of which volume files are read. What of it goes together, `parseVolume` says. */
const volumeFields = {
    volume: (0,section/* line */.n8)('Read the files from a snapshot of the volume that they lie on, removed afterwards: `lvm`, `btrfs` or `command`.').optional(),
    'volume-size': (0,section/* line */.n8)('With `lvm`: how much may change meanwhile: `5G`. Default: `20%ORIGIN`.').optional(),
    'volume-create': (0,section/* line */.n8)('With `command`: a shell command on the host that takes the snapshot.').optional(),
    'volume-mount': (0,section/* line */.n8)('With `command`: one that mounts it, read-only.').optional(),
    'volume-unmount': (0,section/* line */.n8)('With `command`: one that unmounts it.').optional(),
    'volume-destroy': (0,section/* line */.n8)('With `command`: one that removes it, if it is there.').optional(),
    'volume-keep': (0,section/* yesNo */.Lm)('`true`: leave the snapshot of the volume, for you to remove.').optional(),
};

// EXTERNAL MODULE: ./build/notify/notification-section.js
var notification_section = __webpack_require__(6347);
// EXTERNAL MODULE: ./build/schedule/schedule.js
var schedule = __webpack_require__(1383);
;// CONCATENATED MODULE: ./build/schedule/schedule-fields.js


/** When it is due, and how old its newest backup may be. */
const scheduleFields = {
    schedule: (0,section/* checked */.KD)((0,section/* line */.n8)('When it is due: a cron expression of five fields, as GitHub’s `schedule` takes them: `17 3 * * *`.', 'expected text of five fields such as `17 3 * * *`'), (cron) => (0,schedule/* parseSchedule */.nP)(cron, 'UTC', { cron: (0,section/* shownKey */.dM)('schedule'), timezone: (0,section/* shownKey */.dM)('timezone') })).optional(),
    timezone: (0,section/* checked */.KD)((0,section/* line */.n8)('Of the schedule, a name of the IANA database: `Europe/Vienna`. Default: `UTC`.'), (zone) => (0,schedule/* parseTimezone */.hr)(zone, (0,section/* shownKey */.dM)('timezone'))).optional(),
    'scheduled-by': (0,section/* line */.n8)('What backs it up when it is due, where no workflow of GitHub does, in words: `cron on backup1`. The audit expects no workflow then.').optional(),
    rpo: (0,section/* age */.KW)('rpo', 'How old the newest backup may be at most (recovery point objective): `26h`.').optional(),
};

// EXTERNAL MODULE: ./build/choice.js
var choice = __webpack_require__(68881);
// EXTERNAL MODULE: ./build/settings/checkpoint-interval.js
var checkpoint_interval = __webpack_require__(65912);
// EXTERNAL MODULE: ./build/settings/spool-size.js
var spool_size = __webpack_require__(47177);
// EXTERNAL MODULE: ./build/settings/tags.js
var settings_tags = __webpack_require__(51767);
;// CONCATENATED MODULE: ./build/settings/run-fields.js





/** What runs on the host around the reading of files. */
const hookFields = {
    before: (0,section/* lines */.Mn)('Shell commands to run on the host before files are read.', 'A shell command.').optional(),
    after: (0,section/* lines */.Mn)('Shell commands to run after files are read, whatever happened.', 'A shell command.').optional(),
};
/** How a backup's run goes, whatever it is of. */
const runFields = {
    tags: (0,section/* checked */.KD)((0,section/* lines */.Mn)('Tags for its snapshots.', 'A tag.'), (tags) => (0,settings_tags/* parseNewTags */.X)(tags, (0,section/* shownKey */.dM)('tags'))).optional(),
    'skip-if-unchanged': (0,section/* yesNo */.Lm)('`true`: make no snapshot that holds what the one before does.').optional(),
    'on-unreadable': (0,section/* checked */.KD)((0,section/* line */.n8)('`fail` (default) or `warn` when something can’t be read.'), (text) => (0,choice.parseChoice)(text, (0,section/* shownKey */.dM)('on-unreadable'), ['fail', 'warn'])).optional(),
    'on-changed': (0,section/* checked */.KD)((0,section/* line */.n8)('`fail`, `warn` or `auto` (default) when a file changes while it is read.'), (text) => (0,choice.parseChoice)(text, (0,section/* shownKey */.dM)('on-changed'), ['auto', 'fail', 'warn'])).optional(),
    'checkpoint-interval': (0,section/* checked */.KD)((0,section/* line */.n8)('How often to save what is read so far: `30m`; `0m`: never.'), (text) => (0,checkpoint_interval/* parseCheckpointInterval */.f)(text, (0,section/* shownKey */.dM)('checkpoint-interval'))).optional(),
    'spool-size': (0,section/* checked */.KD)((0,section/* word */.Vm)('How much may wait on the runner while the application is held: `2g`.'), (size) => (0,spool_size.parseSpoolSize)(String(size), (0,section/* shownKey */.dM)('spool-size'))).optional(),
};

;// CONCATENATED MODULE: ./build/config/schema/target.js











/** What a target has, each of which `defaults` may say for all. What names something in the file is the file's own. */
const targetShape = {
    ...applicationFields,
    host: (0,section/* reference */.ir)('On which of `hosts` it is.').optional(),
    storage: (0,section/* reference */.ir)('In which of `storage` its backups are kept.').optional(),
    'copy-to': (0,section/* reference */.ir)('In which other repository of `storage` each snapshot is copied.').optional(),
    ...fileFields,
    ...databaseFields,
    ...bucketFields,
    ...databaseAccessFields,
    ...quiesce_section/* quiescingFields */.Q,
    ...volumeFields,
    ...hookFields,
    ...scheduleFields,
    ...restoreTimeFields,
    retention: (0,section/* reference */.ir)('By which policy of `retention` its snapshots are kept. Default: nothing is removed.').optional(),
    ...drillFields,
    notifications: notification_section/* notificationsSection */.i5.optional(),
    ...runFields,
};
/** One application on one host. */
const targetSection = (0,section/* section */.uW)(targetShape);

;// CONCATENATED MODULE: ./build/config/schema/file.js






/** Of the file's own layout. A reader refuses a higher one. */
const CONFIG_VERSION = 1;
const silenceSection = (0,section/* section */.uW)({
    rule: (0,section/* line */.n8)('The rule’s name, as its findings have it.'),
    target: schemas/* string */.YjP('expected a name')
        .regex(section/* NAME */.o_, 'expected a target’s name')
        .describe('Only where it is about this target. Default: everywhere.')
        .optional(),
    file: (0,section/* line */.n8)('Only where it stands in this file, by its path from the checkout’s root: `.github/workflows/report.yml`. Default: everywhere.').optional(),
    reason: (0,section/* line */.n8)('Why it doesn’t hold here. It is shown wherever the finding would be.'),
});
/** `backup.yml`: the whole. */
const fileSection = (0,section/* section */.uW)({
    version: schemas/* literal */.euz(CONFIG_VERSION, `expected ${CONFIG_VERSION}`).describe('Of this file’s layout.'),
    defaults: targetSection
        .describe('What every target has that doesn’t say otherwise itself. A key of a target replaces it whole.')
        .optional(),
    storage: (0,section/* named */.KT)(storageSection, 'Where backups are kept, each place by a name.'),
    hosts: (0,section/* named */.KT)(hostSection, 'Where applications are, each host by a name.'),
    retention: (0,section/* named */.KT)(policy_section/* retentionSection */.aW, 'Policies, each by a name: which snapshots are kept.').optional(),
    targets: (0,section/* named */.KT)(targetSection, 'What is backed up: one application on one host each, by a name.'),
    silence: schemas/* array */.YOg(silenceSection, 'expected a list')
        .describe('Findings of `validate-config` and of the audit that are known and meant so.')
        .optional(),
}).meta({
    title: 'backup.yml',
    description: 'What Holdfast backs up, where to, when, and for how long it is kept.',
});

// EXTERNAL MODULE: ./build/config/source.js + 1 modules
var config_source = __webpack_require__(13580);
;// CONCATENATED MODULE: ./build/config/read-config.js







/** Reads a `backup.yml`: nothing of it is expanded or run. Never throws for what stands in it. */
function readConfig(text, file) {
    const source = (0,config_source/* readSource */.o)(text, file);
    const faults = source.faults.map(({ kind, at, what }) => (0,structure/* structureFinding */.hH)(kind, { file, at }, what));
    if (source.faults.some(({ kind }) => kind === 'syntax'))
        return { config: null, source, findings: faults };
    const newer = newerVersion(source);
    if (newer !== null)
        return { config: null, source, findings: [newer] };
    const parsed = fileSection.safeParse(source.value);
    const issues = parsed.success ? [] : parsed.error.issues.flatMap((issue) => findingsOf(issue, source));
    const others = issues.filter(({ at }) => !source.faults.some((fault) => isSamePlace(fault.at, at)));
    const lost = [...lostKeys(source.value)].map((path) => lostKey(source, path));
    const findings = withoutDoubles([...faults, ...others, ...lost, ...secretsIn(source)]);
    const isRead = parsed.success && faults.length === 0 && lost.length === 0;
    return { config: isRead ? parsed.data : null, source, findings };
}
function newerVersion(source) {
    const version = source.value?.version;
    if (typeof version !== 'number' || version <= CONFIG_VERSION)
        return null;
    const place = { file: source.file, at: source.at(['version']) };
    return (0,structure/* structureFinding */.hH)('newer-version', place, `the file’s layout is of version ${version}, and this Holdfast knows ${CONFIG_VERSION}`);
}
function findingsOf(issue, source) {
    const path = issue.path;
    const { file } = source;
    if (issue.code === 'unrecognized_keys') {
        const known = issue.message.split(section/* KNOWN_KEYS_SEPARATOR */.VW);
        return issue.keys.map((key) => unknownKey(source, [...path, key], known));
    }
    if (isMissing(source.value, path)) {
        const what = `\`${(0,finding/* pathText */.LF)(path)}\` is missing`;
        return [
            (0,structure/* structureFinding */.hH)('missing-key', { file, at: source.keyAt(path.slice(0, -1)) }, what, targetIn(path)),
        ];
    }
    const place = { file, at: issue.code === 'invalid_key' ? source.keyAt(path) : source.at(path) };
    const message = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
    const rule = message === section/* LITERAL_SECRET */.Td ? 'literal-secret' : 'wrong-value';
    const hint = path.length === 0 ? '`holdfast setup` writes one.' : null;
    const what = whatOf(path, withActual(message, issue, valueIn(source.value, path)));
    return [(0,structure/* structureFinding */.hH)(rule, place, what, targetIn(path), hint)];
}
/** A message of ours says what was expected; a parser's says what it is, too, and a secret is never shown. */
function withActual(message, { code }, value) {
    const isWhole = code === 'custom' || code === 'invalid_key' || /^it is |\bit is empty$|env:/.test(message);
    return isWhole ? message : `${actualText(value)}, ${message}`;
}
const LONGEST_SHOWN = 60;
function actualText(value) {
    if (value === null)
        return 'it is empty';
    if (typeof value === 'number' || typeof value === 'boolean')
        return `it is ${value}`;
    if (typeof value === 'object')
        return Array.isArray(value) ? 'it is a list' : 'it is a map';
    const text = String(value);
    const isShown = text.length <= LONGEST_SHOWN && [...literalSecrets(text)].length === 0;
    return isShown ? `it is the text \`${text}\`` : 'it is text';
}
/** A message of a parser says what it is about itself, and ends in a full stop. */
function whatOf(path, message) {
    const place = path.length === 0 ? 'the file' : `\`${(0,finding/* pathText */.LF)(path)}\``;
    return `${place}: ${(0,finding/* safeText */.Hk)(message).replace(/\.$/, '')}`;
}
function unknownKey(source, path, known) {
    const key = String(path.at(-1));
    const place = { file: source.file, at: source.keyAt(path) };
    const where = path.length === 1 ? 'the file' : `\`${(0,finding/* pathText */.LF)(path.slice(0, -1))}\``;
    return (0,structure/* structureFinding */.hH)('unknown-key', place, `${where} has no key \`${(0,finding/* safeText */.Hk)(key)}\``, targetIn(path), (0,nearest/* suggestion */.h)(key, known));
}
/** The schemas' library leaves this one out of a map without a word, and so a target of that name out of all backups. */
const LOST_KEY = '__proto__';
function* lostKeys(value, path = []) {
    if (typeof value !== 'object' || value === null)
        return;
    for (const [key, item] of Object.entries(value)) {
        const below = [...path, Array.isArray(value) ? Number(key) : key];
        if (key === LOST_KEY)
            yield below;
        yield* lostKeys(item, below);
    }
}
function lostKey(source, path) {
    const place = { file: source.file, at: source.keyAt(path) };
    return (0,structure/* structureFinding */.hH)('wrong-value', place, whatOf(path, 'nothing can have this name, expected another'));
}
function secretsIn(source) {
    return [...literalSecrets(source.value)].map(({ path, what }) => (0,structure/* structureFinding */.hH)(structure/* LOOKS_LIKE */.xB, { file: source.file, at: source.at(path) }, `\`${(0,finding/* pathText */.LF)(path)}\`: what stands here looks like ${what}`, targetIn(path)));
}
function isSamePlace(one, other) {
    return one.line === other.line && one.column === other.column;
}
function isMissing(value, path) {
    return path.length > 0 && valueIn(value, path) === undefined;
}
/** What stands at `path`: undefined where there is nothing, null where it can't be. */
function valueIn(value, path) {
    let at = value;
    for (const step of path) {
        if (typeof at !== 'object' || at === null)
            return null;
        at = at[step];
    }
    return at;
}
function targetIn(path) {
    return path[0] === 'targets' && typeof path[1] === 'string' ? path[1] : null;
}
/** A secret in a key that is for one is found twice: the first counts. */
function withoutDoubles(findings) {
    const seen = new Set();
    return findings.filter(({ rule, at }) => {
        const key = `${rule === structure/* LOOKS_LIKE */.xB ? 'literal-secret' : rule} ${at.line} ${at.column}`;
        if (seen.has(key))
            return false;
        seen.add(key);
        return true;
    });
}


/***/ }),

/***/ 7775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ RULES)
});

// EXTERNAL MODULE: ./build/age.js
var age = __webpack_require__(55067);
// EXTERNAL MODULE: ./build/schedule/schedule.js
var schedule_schedule = __webpack_require__(1383);
// EXTERNAL MODULE: ./build/config/rules/rule.js
var rule = __webpack_require__(55361);
;// CONCATENATED MODULE: ./build/config/rules/archive-not-incremental.js



const DAY_MS = 86_400_000;
/** What only a repository can do: an archive is always of everything. */
const OF_REPOSITORIES = ['copy-to', 'skip-if-unchanged', 'checkpoint-interval', 'spool-size'];
const archiveNotIncremental = {
    name: 'archive-not-incremental',
    severity: 'warning',
    advice: 'Use a repository, which takes only what is new, or expect that every run reads, sends and keeps all of it.',
    *check({ source, targets }) {
        for (const { name, settings, storage, pathOf } of targets) {
            if (storage?.archives === undefined)
                continue;
            const ignored = OF_REPOSITORIES.find((key) => settings[key] !== undefined && settings[key] !== false);
            if (ignored !== undefined) {
                const what = `the target \`${name}\` is kept as archives, which know no \`${ignored}\``;
                yield { place: (0,rule/* valueAt */.y)(source, pathOf(ignored)), what, target: name };
            }
            if (settings.drill !== undefined) {
                const what = `the target \`${name}\` is kept as archives, which can’t be drilled: no drill of it will ever have passed, as the audit tells every day`;
                yield { place: (0,rule/* valueAt */.y)(source, pathOf('drill')), what, target: name };
            }
            if (settings.schedule === undefined)
                continue;
            const zone = settings.timezone ?? 'UTC';
            const schedule = (0,schedule_schedule/* parseSchedule */.nP)(settings.schedule, zone, { cron: '`schedule`', timezone: '`timezone`' });
            const [first = 0, second = DAY_MS] = schedule.next(2, SOME_DAY_MS);
            if (second - first >= DAY_MS - HOUR_MS)
                continue;
            const what = `the target \`${name}\` is kept as archives, each of everything, and is due every ${(0,age.ageText)(second - first)}`;
            yield { place: (0,rule/* valueAt */.y)(source, pathOf('schedule')), what, target: name };
        }
    },
};
/** Clocks change by one. */
const HOUR_MS = 3_600_000;
const SOME_DAY_MS = Date.UTC(2027, 0, 4);

;// CONCATENATED MODULE: ./build/config/rules/busy-minute.js

const busyMinute = {
    name: 'busy-minute',
    severity: 'notice',
    advice: 'Take any other minute, such as `17 3 * * *`.',
    *check({ source, targets }) {
        const seen = new Set();
        for (const { name, settings, pathOf } of targets) {
            if (settings['scheduled-by'] !== undefined)
                continue; // GitHub doesn’t begin it
            if (settings.schedule === undefined || !/^\s*0\s/.test(settings.schedule))
                continue;
            const path = pathOf('schedule');
            if (seen.has(path.join()))
                continue; // the defaults’ is said once
            seen.add(path.join());
            const what = `the target \`${name}\` is due at minute 0, when GitHub delays or drops scheduled runs most`;
            yield { place: (0,rule/* valueAt */.y)(source, path), what, target: name };
        }
    },
};

;// CONCATENATED MODULE: ./build/config/rules/copy-ignores.js

/** What a copy is not written with: it is written as the first repository is. */
const IGNORED = ['compression', 'pack-size'];
const copyIgnores = {
    name: 'copy-ignores',
    severity: 'error',
    advice: 'Say it of the storage that is copied from, or take it out here.',
    *check({ source, targets }) {
        const seen = new Set();
        for (const { name, settings, copyTo } of targets) {
            for (const key of IGNORED) {
                const place = [settings['copy-to'] ?? '', key];
                if (copyTo?.[key] === undefined || seen.has(place.join()))
                    continue;
                seen.add(place.join());
                const what = `copies of the target \`${name}\` would be made without \`${key}\` of \`${settings['copy-to']}\`: a copy knows none`;
                yield { place: (0,rule/* keyAt */.f)(source, ['storage', ...place]), what, target: name };
            }
        }
    },
};

;// CONCATENATED MODULE: ./build/config/rules/copy-to-itself.js

const copyToItself = {
    name: 'copy-to-itself',
    severity: 'error',
    advice: 'Name a second repository.',
    *check({ source, targets }) {
        for (const { name, settings, storage, copyTo, pathOf } of targets) {
            if (copyTo === null || storage === null)
                continue;
            const place = (0,rule/* valueAt */.y)(source, pathOf('copy-to'));
            if (copyTo.repository === undefined) {
                const what = `the copies of the target \`${name}\` would go to \`${settings['copy-to']}\`, which keeps archives and takes no copies`;
                yield { place, what, target: name };
            }
            else if (copyTo.repository === storage.repository) {
                yield {
                    place,
                    what: `the copies of the target \`${name}\` would go where the originals are`,
                    target: name,
                };
            }
        }
    },
};

// EXTERNAL MODULE: ./build/retention/policy-reach.js
var policy_reach = __webpack_require__(75221);
// EXTERNAL MODULE: ./build/retention/policy-section.js
var policy_section = __webpack_require__(26857);
;// CONCATENATED MODULE: ./build/config/rules/drill-out-of-reach.js




const drill_out_of_reach_DAY_MS = 86_400_000;
const drillOutOfReach = {
    name: 'drill-out-of-reach',
    severity: 'warning',
    advice: 'Keep some snapshots for longer than it is from drill to drill (`keep-within-monthly: 6m`), or drill more often.',
    *check({ source, targets }) {
        for (const { name, settings, policy, pathOf } of targets) {
            if (settings.drill === undefined || policy === null)
                continue;
            const everyMs = (0,age.parseAge)(settings.drill.every, '`every`');
            const reachMs = (0,policy_reach/* reachDays */.P)((0,policy_section/* policyOf */.US)(policy)) * drill_out_of_reach_DAY_MS;
            if (reachMs >= everyMs)
                continue;
            const what = `the target \`${name}\` is drilled every ${(0,age.ageText)(everyMs)}, and its policy \`${settings.retention}\` reaches back ${(0,age.ageText)(reachMs)}: when a drill fails, all that is left is younger than the fault may be`;
            yield { place: (0,rule/* valueAt */.y)(source, pathOf('retention')), what, target: name };
        }
    },
};

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/files/path-patterns.js + 2 modules
var path_patterns = __webpack_require__(61098);
// EXTERNAL MODULE: ./build/config/finding.js
var finding = __webpack_require__(38918);
// EXTERNAL MODULE: ./build/apps/applications.js + 72 modules
var applications = __webpack_require__(97921);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/config/foreseen.js


/** What the profile of a target says of its backup by its options alone; null: it doesn't, or they can't be right, which another rule tells. */
function foreseenOf({ application, settings, }) {
    const known = applications/* APPLICATIONS */.Um.find(({ name }) => name === application);
    if (known === undefined)
        return null;
    try {
        return known.configure(settings.options ?? {}, `the options of ${application}`).foreseen;
    }
    catch (error) {
        if (error instanceof errors/* HoldfastError */.E)
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/config/rules/excluded-path.js





const excludedPath = {
    name: 'excluded-path',
    severity: 'error',
    advice: 'Exclude less: what is left out can’t be restored.',
    *check({ source, targets }) {
        let left = MAX_COMPARISONS;
        for (const target of targets) {
            const needed = neededBy(target);
            for (const list of exclusionsOf(target)) {
                if (list.patterns.length === 0)
                    continue;
                left -= list.patterns.length * segmentsOf(needed);
                if (left < 0) {
                    const what = `${list.patterns.length} patterns for ${needed.length} paths are more than is looked at, so that nobody knows whether they leave out all of one`;
                    yield { place: (0,rule/* valueAt */.y)(source, list.path), what, target: target.name };
                    return;
                }
                const roots = new Set(needed.map(({ path }) => path));
                const told = new Set();
                for (const { path, why } of needed) {
                    for (const at of blamed(list, path, roots).filter((one) => !told.has(one))) {
                        told.add(at);
                        const what = `the pattern \`${(0,finding/* safeText */.Hk)(list.patterns[at] ?? '')}\` leaves out all of \`${(0,finding/* safeText */.Hk)(path)}\`, which ${why}`;
                        yield { place: (0,rule/* valueAt */.y)(source, [...list.path, at]), what, target: target.name };
                    }
                }
            }
        }
    },
};
/** Of a path, or of a folder above it, with a pattern, in all targets: a stranger's file must not keep the check busy for minutes. */
const MAX_COMPARISONS = 1_000_000;
/** Each is looked at with all folders above it. */
function segmentsOf(needed) {
    return needed.reduce((sum, { path }) => sum + path.split('/').length - 1, 0);
}
/** The target's own, and those of a profile that takes some. */
function exclusionsOf({ settings, pathOf }) {
    const { exclude = [], iexclude = [], options } = settings;
    const ofOptions = Array.isArray(options?.['exclude'])
        ? options['exclude'].map(String).filter(isPattern)
        : [];
    return [
        exclusions(exclude, pathOf('exclude')),
        exclusions(iexclude, pathOf('iexclude'), true),
        exclusions(ofOptions, [...pathOf('options'), 'exclude']),
    ];
}
/** What is none in a profile's options, another rule tells. */
function isPattern(text) {
    try {
        (0,path_patterns/* compilePatterns */.x)([text]);
        return true;
    }
    catch {
        return false;
    }
}
function exclusions(patterns, path, ignoreCase = false) {
    return { patterns, path, ignoreCase, compiled: (0,path_patterns/* compilePatterns */.x)(patterns, { ignoreCase }) };
}
/**
 * Which patterns leave `path` out, by itself or by a folder above it. What a later one takes back stays, but not below a folder that
 * nobody goes into.
 */
function blamed({ patterns, compiled, ignoreCase }, path, roots) {
    const left = [path, ...foldersAbove(path, roots)].find((one) => compiled.matches((0,bytestring.fromText)(one)));
    if (left === undefined)
        return [];
    const matches = (one) => (0,path_patterns/* compilePatterns */.x)([one], { ignoreCase }).matches((0,bytestring.fromText)(left));
    const takenBack = patterns.findLastIndex((one) => one.startsWith('!') && matches(one.slice(1)));
    return patterns.flatMap((one, i) => (i > takenBack && !one.startsWith('!') && matches(one) ? [i] : []));
}
/** Those that are gone into to come to it: below what is saved as a whole. */
function foldersAbove(path, roots) {
    const folders = [];
    for (let end = path.indexOf('/', 1); end > 0; end = path.indexOf('/', end + 1)) {
        const folder = path.slice(0, end);
        if (folders.length > 0 || roots.has(folder))
            folders.push(folder);
    }
    return folders.reverse();
}
function neededBy({ name, application, settings }) {
    const own = (settings.paths ?? []).map((path) => ({ path, why: `is one of the paths of \`${name}\`` }));
    const foreseen = foreseenOf({ application, settings })?.paths ?? [];
    return [...own, ...foreseen.map((path) => ({ path, why: `a backup of ${application} is none without` }))];
}

;// CONCATENATED MODULE: ./build/config/rules/incomplete-target.js

const incompleteTarget = {
    name: 'incomplete-target',
    severity: 'error',
    advice: 'Say it in the target, or for all in `defaults`.',
    *check({ source, targets }) {
        if (targets.length === 0)
            yield { place: (0,rule/* keyAt */.f)(source, ['targets']), what: 'there is no target: nothing is backed up' };
        for (const { name, application, settings } of targets) {
            const place = (0,rule/* keyAt */.f)(source, ['targets', name]);
            for (const key of ['host', 'storage'])
                if (settings[key] === undefined)
                    yield { place, what: `the target \`${name}\` has no \`${key}\``, target: name };
            const { paths = [], databases = [], buckets = [] } = settings;
            const isNothing = paths.length + databases.length + buckets.length === 0;
            if (application === null && isNothing)
                yield { place, what: `the target \`${name}\` has neither \`paths\` nor \`databases\``, target: name };
        }
    },
};

;// CONCATENATED MODULE: ./build/config/rules/moving-tag.js


const PINNED = /@(?:[0-9a-f]{40}|sha256:[0-9a-f]{64})$/;
const movingTag = {
    name: 'moving-tag',
    severity: 'warning',
    advice: 'Pin it by the full SHA of a commit, with the version as a comment: what runs beside your secrets must not change unseen.',
    *check({ workflows }) {
        for (const { source, uses } of workflows) {
            for (const { uses: name, path } of uses) {
                if (name.startsWith('./') || PINNED.test(name))
                    continue;
                yield { place: (0,rule/* valueAt */.y)(source, path), what: `\`${(0,finding/* safeText */.Hk)(name)}\` is pinned to what can be moved` };
            }
        }
    },
};

;// CONCATENATED MODULE: ./build/config/rules/one-key.js

const oneKey = {
    name: 'one-key',
    severity: 'warning',
    advice: 'Make a second key with `holdfast key add --recovery`, put it where GitHub can’t lose it, and say under `recovery-key` where that is.',
    *check({ config, source }) {
        for (const [name, storage] of Object.entries(config.storage)) {
            if (storage.repository === undefined || storage['recovery-key'] !== undefined)
                continue;
            const what = `whoever loses the password of the repository \`${name}\` loses all of it: nothing says that it has a second key`;
            yield { place: (0,rule/* keyAt */.f)(source, ['storage', name]), what };
        }
    },
};

;// CONCATENATED MODULE: ./build/config/rules/pull-request-target.js

const pullRequestTarget = {
    name: 'pull-request-target',
    severity: 'error',
    advice: 'Use `pull_request`: checking a configuration needs no secret.',
    *check({ workflows }) {
        for (const { source, triggers } of workflows) {
            for (const { name, path } of triggers) {
                if (name !== 'pull_request_target')
                    continue;
                const what = 'the workflow runs on `pull_request_target`: strangers’ pull requests run with your secrets';
                yield { place: (0,rule/* valueAt */.y)(source, path), what };
            }
        }
    },
};

;// CONCATENATED MODULE: ./build/config/rules/rpo-out-of-reach.js



/**
 * Of all schedules together, for their longest gaps: some seconds. One that is due once a day takes some tens, one that is
 * due each minute some thousands, and a stranger's file may hold thousands of schedules, no two the same.
 */
const MOST_LOOKED_UP = 100_000;
const rpoOutOfReach = {
    name: 'rpo-out-of-reach',
    severity: 'error',
    advice: 'Back up more often, or expect less: add to the longest gap what a run takes, and what a busy hour delays it.',
    check: (context) => rpoFaults(context, MOST_LOOKED_UP),
};
/** @param mostLookedUp Times of all schedules together. What is beyond isn't measured, and that is a fault, too. */
function* rpoFaults({ source, targets }, mostLookedUp) {
    const gaps = new Map();
    const unmeasured = [];
    let left = mostLookedUp;
    for (const { name, settings, pathOf } of targets) {
        if (settings.rpo === undefined)
            continue;
        const place = (0,rule/* valueAt */.y)(source, pathOf('rpo'));
        const rpoMs = (0,age.parseAge)(settings.rpo, '`rpo`');
        const fault = (what) => ({ place, what: `the target \`${name}\` ${what}`, target: name });
        if (settings.schedule === undefined) {
            yield fault(`has an RPO of ${(0,age.ageText)(rpoMs)} and no \`schedule\``);
            continue;
        }
        const schedule = (0,schedule_schedule/* parseSchedule */.nP)(settings.schedule, settings.timezone ?? 'UTC', NAMES);
        const key = `${schedule.cron} ${schedule.timezone}`;
        if (!gaps.has(key) && left <= 0) {
            unmeasured.push({ place, name });
            continue;
        }
        const gapMs = gaps.get(key) ?? schedule.longestGapMs();
        gaps.set(key, gapMs);
        left -= schedule.lookedUp;
        if (gapMs > rpoMs)
            yield fault(`has an RPO of ${(0,age.ageText)(rpoMs)}, and between two runs of its schedule are up to ${(0,age.ageText)(gapMs)}`);
    }
    yield* beyond(unmeasured, gaps.size);
}
/** One for all of them. */
function* beyond(unmeasured, measured) {
    const [first, ...others] = unmeasured;
    if (first === undefined)
        return;
    const whose = others.length === 0 ? '' : ` and of ${others.length} more`;
    const what = `whether the schedule of the target \`${first.name}\`${whose} meets its RPO isn’t known: the file has more different schedules than are measured, which are the first ${measured}`;
    const hint = 'Let targets share their schedules, under `defaults` if they can, or put them into several files.';
    yield { place: first.place, what, hint };
}
const NAMES = { cron: '`schedule`', timezone: '`timezone`' };

// EXTERNAL MODULE: ./build/section.js
var section = __webpack_require__(25595);
// EXTERNAL MODULE: ./build/config/secret-references.js
var secret_references = __webpack_require__(91546);
;// CONCATENATED MODULE: ./build/config/rules/secret-in-workflow.js



const secretInWorkflow = {
    name: 'secret-in-workflow',
    severity: 'error',
    advice: 'Take it out, and make a new one: what was committed is known. Put that into a secret of the GitHub repository, and refer to it as `secrets.NAME`.',
    *check({ config, workflows }) {
        const names = new Set((0,secret_references/* secretsOf */.F)(config).map(({ name }) => name));
        for (const { source, variables } of workflows) {
            for (const { name, value, path } of variables) {
                if (!names.has(name) || value === '' || value === null || String(value).includes(section/* EXPRESSION */.N3))
                    continue;
                yield {
                    place: (0,rule/* valueAt */.y)(source, path),
                    what: `the secret \`${name}\` stands in the workflow in the clear`,
                };
            }
        }
    },
};

;// CONCATENATED MODULE: ./build/config/rules/secret-not-passed.js


const secretNotPassed = {
    name: 'secret-not-passed',
    severity: 'error',
    advice: 'Set it in the workflow, in `env` of the step that needs it, or in `HOLDFAST_ENV` of the reusable workflow, to `secrets.NAME`.',
    *check({ config, source, workflows }) {
        if (workflows.length === 0 || workflows.some(({ inheritsSecrets }) => inheritsSecrets))
            return;
        const passed = new Set(workflows.flatMap(({ variables }) => variables.map(({ name }) => name)));
        for (const { name, path } of (0,secret_references/* secretsOf */.F)(config)) {
            if (passed.has(name))
                continue;
            yield { place: (0,rule/* valueAt */.y)(source, path), what: `no workflow that uses Holdfast sets \`${name}\`` };
        }
    },
};

// EXTERNAL MODULE: ./build/backends/storage-flags.js
var storage_flags = __webpack_require__(6595);
// EXTERNAL MODULE: ./build/settings/retention.js
var retention = __webpack_require__(88706);
;// CONCATENATED MODULE: ./build/config/rules/short-lock.js







const shortLock = {
    name: 'short-lock',
    severity: 'error',
    advice: 'Lock for as long as the policy keeps, or say `despite: [short-lock]` in the policy if its runs extend the locks.',
    *check({ source, targets }) {
        for (const target of targets) {
            const fault = faultOf(target);
            if (fault === null)
                continue;
            const path = ['storage', target.settings.storage ?? '', 'object-lock-days'];
            yield {
                place: (0,rule/* valueAt */.y)(source, path),
                what: `the target \`${target.name}\`: ${fault}`,
                target: target.name,
            };
        }
    },
};
function faultOf({ storage, policy }) {
    if (storage === null || policy === null)
        return null;
    const names = { mode: '`object-lock`', days: '`object-lock-days`' };
    const lock = { mode: storage['object-lock'] ?? null, days: (0,section/* text */.Qq)(storage['object-lock-days']) };
    try {
        const terms = { policy: (0,policy_section/* policyOf */.US)(policy), despite: (0,policy_section/* despiteOf */.M_)(policy) };
        (0,retention/* requireLocksThatLast */.PX)((0,storage_flags/* parseObjectLock */.c)(lock, names), terms, (word) => `\`${word}\``);
        return null;
    }
    catch (error) {
        // What to do is the rule's advice: the message's own is for whoever runs it.
        if (error instanceof errors/* HoldfastError */.E)
            return (0,finding/* safeText */.Hk)(error.message).replace(/\.(?: If .*)?$/, '');
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/config/rules/single-place.js

const singlePlace = {
    name: 'single-place',
    severity: 'warning',
    advice: 'Add a `copy-to` that is somewhere else, or say `off-site: true` if this is.',
    *check({ source, targets }) {
        for (const { name, settings, storage, copyTo, pathOf } of targets) {
            if (storage === null || isOffSite(storage) || (copyTo !== null && isOffSite(copyTo)))
                continue;
            const what = `no backup of the target \`${name}\` is off-site: what takes the building takes \`${settings.storage}\`, too`;
            yield { place: (0,rule/* valueAt */.y)(source, pathOf('storage')), what, target: name };
        }
    },
};
/** A folder may be anywhere, and is likely here. */
function isOffSite(storage) {
    const location = storage.repository ?? storage.archives ?? '';
    return storage['off-site'] ?? /^(?:s3|artifact):/.test(location);
}

;// CONCATENATED MODULE: ./build/config/rules/unexpanded-expression.js



/** Of a key that is for a secret it is told as a wrong value: nothing else can stand there. */
const unexpandedExpression = {
    name: 'unexpanded-expression',
    severity: 'error',
    advice: 'Write out what is meant: this file is read as it stands. Only secrets come from elsewhere, by `env:NAME`.',
    *check({ source }) {
        for (const path of expressionsIn(source.value, [])) {
            const [section, name] = path;
            yield {
                place: (0,rule/* valueAt */.y)(source, path),
                what: `\`${(0,finding/* pathText */.LF)(path)}\` holds an expression of a workflow (\`\${{ … }}\`), which nobody expands here`,
                ...(section === 'targets' && typeof name === 'string' ? { target: name } : {}),
            };
        }
    },
};
function* expressionsIn(value, path) {
    if (typeof value === 'string') {
        if (value.includes(section/* EXPRESSION */.N3))
            yield path;
    }
    else if (Array.isArray(value)) {
        for (const [i, item] of value.entries())
            yield* expressionsIn(item, [...path, i]);
    }
    else if (typeof value === 'object' && value !== null) {
        for (const [key, item] of Object.entries(value))
            yield* expressionsIn(item, [...path, key]);
    }
}

// EXTERNAL MODULE: ./build/apps/quiesce-section.js
var quiesce_section = __webpack_require__(62738);
// EXTERNAL MODULE: ./build/apps/quiesce-words.js
var quiesce_words = __webpack_require__(29872);
;// CONCATENATED MODULE: ./build/config/rules/unfit-quiesce.js





const unfitQuiesce = {
    name: 'unfit-quiesce',
    severity: 'error',
    advice: 'An application is stopped on its host, in one way: by its profile, or by `stop` and `start`.',
    *check({ source, targets }) {
        for (const target of targets) {
            const fault = unfit_quiesce_faultOf(target);
            if (fault === null)
                continue;
            const what = `the target \`${target.name}\`: ${fault}`;
            yield { place: (0,rule/* valueAt */.y)(source, target.pathOf('quiesce')), what, target: target.name };
        }
    },
};
function unfit_quiesce_faultOf({ application, settings, host }) {
    const { quiesce } = settings;
    if (quiesce === undefined)
        return null;
    const words = (0,quiesce_section/* quiesceWords */.t)(quiesce);
    const isSaid = words.stop.length > 0 || words.start.length > 0 || words.status !== null;
    if (application !== null && isSaid) {
        return `the profile \`${application}\` knows how it is stopped and started, so that \`stop\`, \`start\` and \`status\` say it twice`;
    }
    try {
        if (application !== null)
            (0,quiesce_words/* parseStopSpans */.D)(words, (word) => `\`${word}\``);
        else
            (0,quiesce_words/* parseQuiesce */.t)({ ...words, container: host?.container ?? null }, (word) => `\`${word}\``);
        return null;
    }
    catch (error) {
        if (error instanceof errors/* HoldfastError */.E)
            return (0,finding/* safeText */.Hk)(error.message).replace(/\.$/, '');
        throw error;
    }
}

// EXTERNAL MODULE: ./build/files/volume/volume-words.js + 2 modules
var volume_words = __webpack_require__(1962);
;// CONCATENATED MODULE: ./build/config/rules/unfit-volume.js





const unfitVolume = {
    name: 'unfit-volume',
    severity: 'error',
    advice: 'Say how the volume’s snapshot is taken on a host that has the volume: docs/how-to/volume-snapshots.md.',
    *check({ source, targets }) {
        for (const target of targets) {
            const fault = unfit_volume_faultOf(target);
            if (fault === null)
                continue;
            const key = VOLUME_KEYS.find((one) => target.settings[one] !== undefined) ?? 'volume';
            yield {
                place: (0,rule/* valueAt */.y)(source, target.pathOf(key)),
                what: `the target \`${target.name}\`: ${fault}`,
                target: target.name,
            };
        }
    },
};
const VOLUME_KEYS = [
    'volume',
    'volume-size',
    'volume-create',
    'volume-mount',
    'volume-unmount',
    'volume-destroy',
    'volume-keep',
];
function unfit_volume_faultOf({ application, settings, host }) {
    if (settings.volume === undefined && foreseenOf({ application, settings })?.needsVolume === true)
        return `the options of ${application} rely on a snapshot of the volume, and no \`volume\` says how it is taken`;
    const words = {
        volume: settings.volume ?? null,
        size: settings['volume-size'] ?? null,
        create: settings['volume-create'] ?? null,
        mount: settings['volume-mount'] ?? null,
        unmount: settings['volume-unmount'] ?? null,
        destroy: settings['volume-destroy'] ?? null,
        keep: settings['volume-keep'] ?? false,
        container: host?.container ?? null,
    };
    try {
        (0,volume_words/* parseVolume */.w)(words, (word) => `\`${word}\``);
        return null;
    }
    catch (error) {
        if (error instanceof errors/* HoldfastError */.E)
            return (0,finding/* safeText */.Hk)(error.message).replace(/\.$/, '');
        throw error;
    }
}

// EXTERNAL MODULE: ./build/config/nearest.js
var nearest = __webpack_require__(49445);
;// CONCATENATED MODULE: ./build/config/rules/unknown-application.js





const unknownApplication = {
    name: 'unknown-application',
    severity: 'error',
    advice: 'Name an application that Holdfast knows, with options that it takes. For any other there is `generic`.',
    *check({ source, targets }) {
        for (const target of targets) {
            const { name, application, pathOf } = target;
            if (application === null) {
                if (target.settings.options === undefined)
                    continue;
                const what = `the target \`${name}\` has \`options\`, and no \`application\` that takes them`;
                yield { place: (0,rule/* valueAt */.y)(source, pathOf('options')), what, target: name };
                continue;
            }
            const fault = unknown_application_faultOf(target);
            if (fault !== null)
                yield { ...fault, place: (0,rule/* valueAt */.y)(source, pathOf(fault.key)), target: name };
        }
    },
};
function unknown_application_faultOf({ name, application, settings }) {
    const known = applications/* APPLICATIONS */.Um.find((one) => one.name === application);
    if (known === undefined) {
        const hint = (0,nearest/* suggestion */.h)(application ?? '', applications/* APPLICATIONS */.Um.map((one) => one.name));
        const what = `the target \`${name}\` is of the application \`${application}\`, and there is no such profile`;
        return { key: 'application', what, hint };
    }
    try {
        known.configure(settings.options ?? {}, `the options of ${application}`);
        return null;
    }
    catch (error) {
        if (!(error instanceof errors/* HoldfastError */.E))
            throw error;
        const what = `the target \`${name}\`: ${(0,finding/* safeText */.Hk)(error.message).replace(/\.$/, '')}`;
        return { key: settings.options === undefined ? 'application' : 'options', what };
    }
}

;// CONCATENATED MODULE: ./build/config/rules/unknown-host.js


const unknownHost = {
    name: 'unknown-host',
    severity: 'error',
    advice: 'Name one of `hosts`, or add it there.',
    *check({ config, source, targets }) {
        for (const { name, settings, host, pathOf } of targets) {
            if (settings.host === undefined || host !== null)
                continue;
            const place = (0,rule/* valueAt */.y)(source, pathOf('host'));
            const hint = (0,nearest/* suggestion */.h)(settings.host, Object.keys(config.hosts));
            yield {
                place,
                what: `the target \`${name}\` is on \`${settings.host}\`, and there is no such host`,
                target: name,
                hint,
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/config/rules/unknown-retention.js


const unknownRetention = {
    name: 'unknown-retention',
    severity: 'error',
    advice: 'Name one of `retention`, or add it there.',
    *check({ config, source, targets }) {
        for (const { name, settings, policy, pathOf } of targets) {
            if (settings.retention === undefined || policy !== null)
                continue;
            yield {
                place: (0,rule/* valueAt */.y)(source, pathOf('retention')),
                what: `the target \`${name}\` is kept by \`${settings.retention}\`, and there is no such policy`,
                target: name,
                hint: (0,nearest/* suggestion */.h)(settings.retention, Object.keys(config.retention ?? {})),
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/config/rules/unknown-storage.js


const unknownStorage = {
    name: 'unknown-storage',
    severity: 'error',
    advice: 'Name one of `storage`, or add it there.',
    *check({ config, source, targets }) {
        for (const { name, settings, storage, copyTo, pathOf } of targets) {
            for (const [key, found] of [
                ['storage', storage],
                ['copy-to', copyTo],
            ]) {
                const wanted = settings[key];
                if (wanted === undefined || found !== null)
                    continue;
                yield {
                    place: (0,rule/* valueAt */.y)(source, pathOf(key)),
                    what: `\`${key}\` of the target \`${name}\` is \`${wanted}\`, and there is no such storage`,
                    target: name,
                    hint: (0,nearest/* suggestion */.h)(wanted, Object.keys(config.storage)),
                };
            }
        }
    },
};

;// CONCATENATED MODULE: ./build/config/rules/unknown-target.js




const unknownTarget = {
    name: 'unknown-target',
    severity: 'error',
    advice: 'Name one of `targets`, or add it to the configuration.',
    *check({ config, source: own, workflows }) {
        for (const { source, uses } of workflows) {
            for (const use of uses.filter(({ takesTarget }) => takesTarget)) {
                const { target, config: file } = use.inputs;
                if (typeof target !== 'string' ||
                    target.includes(section/* EXPRESSION */.N3) ||
                    Object.hasOwn(config.targets, target))
                    continue;
                if (typeof file === 'string' && file !== own.file)
                    continue; // of another configuration
                const what = `the workflow names the target \`${(0,finding/* safeText */.Hk)(target)}\`, and there is no such`;
                yield {
                    place: (0,rule/* valueAt */.y)(source, [...use.inputsPath, 'target']),
                    what,
                    hint: (0,nearest/* suggestion */.h)(target, Object.keys(config.targets)),
                };
            }
        }
    },
};

;// CONCATENATED MODULE: ./build/config/rules/unpinned-host.js

const unpinnedHost = {
    name: 'unpinned-host',
    severity: 'warning',
    advice: 'Add `known-hosts` with its key or fingerprint: the error of a first run prints it; compare it with the host’s own.',
    *check({ config, source }) {
        for (const [name, host] of Object.entries(config.hosts)) {
            if (host.address === 'local' || host['known-hosts'] !== undefined)
                continue;
            const what = `the key of the host \`${name}\` is not pinned: a run refuses it unless the runner’s own known_hosts has it`;
            yield { place: (0,rule/* keyAt */.f)(source, ['hosts', name]), what };
        }
    },
};

;// CONCATENATED MODULE: ./build/config/rules/unread-workflow.js
const unreadWorkflow = {
    name: 'unread-workflow',
    severity: 'warning',
    advice: 'Write it so that it can be read: without aliases, one document, lines of at most 4096 characters, 256 KiB. GitHub may run what no rule has looked at.',
    *check({ workflows }) {
        for (const { source } of workflows) {
            const [fault] = source.faults;
            if (fault === undefined)
                continue;
            const what = `nobody knows all that this workflow does: ${fault.what}`;
            yield { place: { file: source.file, at: fault.at }, what };
        }
    },
};

;// CONCATENATED MODULE: ./build/config/rules/unseen-runs.js

const unseenRuns = {
    name: 'unseen-runs',
    severity: 'warning',
    advice: 'Leave out `skip-if-unchanged`: a snapshot in which nothing changed costs some hundred bytes.',
    *check({ source, targets }) {
        for (const { name, settings, pathOf } of targets) {
            if (settings.schedule === undefined || settings['skip-if-unchanged'] !== true)
                continue;
            const what = `runs of the target \`${name}\` that make no snapshot aren’t seen: \`plan\` takes it for due again, and its backups for old`;
            yield { place: (0,rule/* valueAt */.y)(source, pathOf('skip-if-unchanged')), what, target: name };
        }
    },
};

// EXTERNAL MODULE: ./build/notify/notification-section.js
var notification_section = __webpack_require__(6347);
;// CONCATENATED MODULE: ./build/config/rules/unsent-notifications.js


const unsentNotifications = {
    name: 'unsent-notifications',
    severity: 'warning',
    advice: 'Leave it out, and let the drill’s workflow say it: its step opens an issue, and GitHub tells of a workflow that failed.',
    *check({ source, targets }) {
        const seen = new Set();
        for (const { name, settings, pathOf } of targets) {
            for (const [i, one] of (settings.notifications ?? []).entries()) {
                const unsent = [
                    one.issue === true && 'issue',
                    one.webhook !== undefined && (0,notification_section/* kindsOf */.tG)(one).includes('drill') && 'on',
                ].filter((key) => key !== false);
                for (const key of unsent) {
                    const path = [...pathOf('notifications'), i, key];
                    if (seen.has(path.join()))
                        continue;
                    seen.add(path.join());
                    const what = key === 'issue' ? 'no issue is opened by what stands here' : 'no webhook is told of a drill';
                    yield { place: (0,rule/* valueAt */.y)(source, path), what, target: name };
                }
            }
        }
    },
};

;// CONCATENATED MODULE: ./build/config/rules/unused-name.js

const unusedName = {
    name: 'unused-name',
    severity: 'notice',
    advice: 'Remove it, or name it where it was meant to be used.',
    *check({ config, source, targets }) {
        const used = {
            storage: targets.flatMap(({ settings }) => [settings.storage, settings['copy-to']]),
            hosts: targets.map(({ settings }) => settings.host),
            retention: targets.map(({ settings }) => settings.retention),
        };
        for (const section of ['storage', 'hosts', 'retention']) {
            for (const name of Object.keys(config[section] ?? {}))
                if (!used[section].includes(name))
                    yield { place: (0,rule/* keyAt */.f)(source, [section, name]), what: `no target uses \`${section}.${name}\`` };
        }
    },
};

;// CONCATENATED MODULE: ./build/config/rules/all.js




























/** Every rule of sense. One more is one more line here, and a page in docs/rules. */
const RULES = [
    incompleteTarget,
    unexpandedExpression,
    unknownHost,
    unknownStorage,
    unknownRetention,
    unknownApplication,
    rpoOutOfReach,
    drillOutOfReach,
    shortLock,
    archiveNotIncremental,
    excludedPath,
    singlePlace,
    oneKey,
    copyToItself,
    copyIgnores,
    unpinnedHost,
    unfitQuiesce,
    unfitVolume,
    busyMinute,
    unseenRuns,
    unusedName,
    unsentNotifications,
    secretNotPassed,
    secretInWorkflow,
    unknownTarget,
    movingTag,
    pullRequestTarget,
    unreadWorkflow,
];


/***/ }),

/***/ 55361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ keyAt),
/* harmony export */   y: () => (/* binding */ valueAt)
/* harmony export */ });
/** Where the value at `path` stands. */
function valueAt(source, path) {
    return { file: source.file, at: source.at(path) };
}
/** Where its key stands. */
function keyAt(source, path) {
    return { file: source.file, at: source.keyAt(path) };
}


/***/ }),

/***/ 74758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ar: () => (/* binding */ STRUCTURE_RULES),
/* harmony export */   hH: () => (/* binding */ structureFinding),
/* harmony export */   xB: () => (/* binding */ LOOKS_LIKE)
/* harmony export */ });
/** What is found before there is a configuration that could make sense or none. But for LOOKS_LIKE none can be silenced. */
const STRUCTURE_RULES = {
    syntax: 'Mend the YAML: nothing of the file is read until it is right.',
    'yaml-trick': 'Write it out, or put what all targets share under `defaults`: what a reviewer reads must be what runs.',
    'newer-version': 'Use a newer Holdfast, or the layout of the older version.',
    'missing-key': 'Add it: docs/reference/backup-yml.md says what each key takes.',
    'unknown-key': 'Correct or remove it: a key that nobody reads protects nothing.',
    'wrong-value': 'Correct it: docs/reference/backup-yml.md says what each key takes.',
    'literal-secret': 'Take it out, and make a new one: what was committed is known. Put the new one into a secret of the GitHub repository, pass that in the workflow’s `env`, and write `env:NAME` here.',
    'looks-like-secret': 'If it is one, take it out and make a new one: what was committed is known. Write `env:NAME` where a key takes that, `$NAME` in a command on a host that has it. If it is none, silence the rule and say so.',
};
/** By its form alone: it may be wrong. */
const LOOKS_LIKE = 'looks-like-secret';
function structureFinding(rule, place, what, target = null, hint = null) {
    const advice = hint === null ? STRUCTURE_RULES[rule] : `${hint} ${STRUCTURE_RULES[rule]}`;
    return { rule, severity: 'error', ...place, what, advice, target };
}


/***/ }),

/***/ 91546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ secretsOf)
/* harmony export */ });
/* harmony import */ var _databases_password_variables_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90600);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25595);


/** Every reference to a variable of the environment in `value`: the name, and where it stands. */
function secretsOf(value, path = []) {
    if (typeof value === 'string') {
        const names = (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretReference */ .IC)(value) ? [value.slice('env:'.length)] : (0,_databases_password_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .passwordVariablesIn */ .a)(value);
        return names.map((name) => ({ name, path }));
    }
    if (Array.isArray(value))
        return value.flatMap((item, i) => secretsOf(item, [...path, i]));
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.entries(value).flatMap(([key, item]) => secretsOf(item, [...path, key]));
}


/***/ }),

/***/ 31360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ sortOut),
/* harmony export */   Zf: () => (/* binding */ silenceText),
/* harmony export */   aG: () => (/* binding */ silencesInVain),
/* harmony export */   wh: () => (/* binding */ auditSilences)
/* harmony export */ });
/* unused harmony export UNUSED_SILENCE */
/* harmony import */ var _audit_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77610);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38918);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49445);
/* harmony import */ var _rules_all_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7775);
/* harmony import */ var _rules_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55361);
/* harmony import */ var _rules_structure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74758);






/** Those that hold, and those that are known and meant so. */
function sortOut(findings, silences) {
    const loud = [];
    const silenced = [];
    for (const finding of findings) {
        const silence = silences.find((one) => holdsFor(one, finding));
        if (silence === undefined)
            loud.push(finding);
        else
            silenced.push({ finding, reason: silence.reason });
    }
    return { loud, silenced };
}
function holdsFor({ rule, target, file }, finding) {
    return (!_audit_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .NEVER_SILENT */ .vo.has(rule) &&
        rule === finding.rule &&
        (target === undefined || target === finding.target) &&
        (file === undefined || file === finding.file));
}
/** `stale-target of wiki: made anew from sources`, as it stands in the file. */
function silenceText({ rule, target, file, reason }) {
    const where = [target !== undefined && ` of ${target}`, file !== undefined && ` in ${file}`];
    return `${rule}${where.filter((one) => one !== false).join('')}: ${reason}`;
}
/** By this a silence that silences nothing is told: it would hide the next finding of the rule. */
const UNUSED_SILENCE = 'unused-silence';
/** Silences of what an audit finds, some day: nobody else can say whether they are used. */
function auditSilences(silences) {
    return silences.filter(({ rule }) => (0,_audit_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .isAuditRule */ .yF)(rule) && !_audit_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .NEVER_SILENT */ .vo.has(rule));
}
function silencesInVain(context, sense) {
    return (context.config.silence ?? []).flatMap((silence, i) => {
        const what = (0,_audit_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .isAuditRule */ .yF)(silence.rule)
            ? auditInVain(silence, context)
            : sense.some((finding) => holdsFor(silence, finding))
                ? null
                : inVain(silence.rule);
        if (what === null)
            return [];
        return [
            {
                rule: UNUSED_SILENCE,
                severity: 'warning',
                ...(0,_rules_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .y)(context.source, ['silence', i, 'rule']),
                what,
                advice: 'Correct or remove it: it would hide a finding to come.',
                target: silence.target ?? null,
            },
        ];
    });
}
function inVain(rule) {
    if (rule !== _rules_structure_js__WEBPACK_IMPORTED_MODULE_2__/* .LOOKS_LIKE */ .xB && (Object.hasOwn(_rules_structure_js__WEBPACK_IMPORTED_MODULE_2__/* .STRUCTURE_RULES */ .ar, rule) || rule === UNUSED_SILENCE))
        return `the rule \`${rule}\` can’t be silenced`;
    const names = [_rules_structure_js__WEBPACK_IMPORTED_MODULE_2__/* .LOOKS_LIKE */ .xB, ..._rules_all_js__WEBPACK_IMPORTED_MODULE_3__/* .RULES */ .y.map(({ name }) => name), ...Object.keys(_audit_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .AUDIT_RULES */ .y8)];
    if (names.includes(rule))
        return `nothing is found by the rule \`${rule}\` here`;
    const near = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(rule, names);
    return `there is no rule \`${(0,_finding_js__WEBPACK_IMPORTED_MODULE_5__/* .safeText */ .Hk)(rule)}\`${near === null ? '' : `, but \`${near}\``}`;
}
/** Null: an audit may find what it silences. */
function auditInVain({ rule, target, file }, { config, source, workflows }) {
    if (!(0,_audit_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .isAuditRule */ .yF)(rule) || _audit_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .NEVER_SILENT */ .vo.has(rule))
        return `the rule \`${rule}\` can’t be silenced`;
    const isOfTarget = _audit_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .AUDIT_RULES */ .y8[rule] === 'target';
    if (target !== undefined && !isOfTarget)
        return `the rule \`${rule}\` is about no target`;
    if (target !== undefined && !Object.hasOwn(config.targets, target))
        return `there is no target \`${target}\` that \`${rule}\` could be about`;
    const files = [source.file, ...(isOfTarget ? [] : workflows.map((workflow) => workflow.source.file))];
    if (file !== undefined && !files.includes(file))
        return `nothing is found by the rule \`${rule}\` in \`${(0,_finding_js__WEBPACK_IMPORTED_MODULE_5__/* .safeText */ .Hk)(file)}\``;
    return null;
}


/***/ }),

/***/ 46623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ MAX_SOURCE_BYTES),
/* harmony export */   m: () => (/* binding */ extremeIn)
/* harmony export */ });
/** A file larger than this is no configuration. */
const MAX_SOURCE_BYTES = 256 * 1024;
const MAX_LINE_CHARACTERS = 4096;
/** Far more than anybody nests, in brackets or by `- - -` on one line. */
const MAX_OPEN_BRACKETS = 100;
const NESTED_ON_A_LINE = /^[ \t]*(?:[-?:][ \t]+){20}/;
/**
 * What the YAML library must not be given, or null: it builds a pattern for each depth of nesting, and some hundred
 * thousand brackets end the process without an error. Brackets are counted in texts and comments, too.
 */
function extremeIn(text) {
    if (Buffer.byteLength(text) > MAX_SOURCE_BYTES) {
        return { line: 1, what: `it is larger than ${MAX_SOURCE_BYTES / 1024} KiB` };
    }
    let open = 0;
    for (const [i, line] of text.split('\n').entries()) {
        if (line.length > MAX_LINE_CHARACTERS) {
            return { line: i + 1, what: `the line is longer than ${MAX_LINE_CHARACTERS} characters` };
        }
        for (const bracket of line.match(/[[{\]}]/g) ?? [])
            open = Math.max(0, open + (bracket === '[' || bracket === '{' ? 1 : -1));
        if (open > MAX_OPEN_BRACKETS || NESTED_ON_A_LINE.test(line))
            return { line: i + 1, what: 'it is nested too deeply' };
    }
    return null;
}


/***/ }),

/***/ 13580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ readSource)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/config/source-limits.js
var source_limits = __webpack_require__(46623);
;// CONCATENATED MODULE: ./build/config/syntax-words.js

/** A space to the eye alone: a key and its value aren't told apart by it. */
const FOREIGN_SPACE = /[\p{Zs}](?<! )/u;
const WORDS = {
    TAB_AS_INDENT: 'the line is indented by a tab, expected spaces',
    MULTIPLE_DOCS: 'a second document begins here (`---`), expected one',
    BAD_ALIAS: '`*` begins an alias, expected text: what begins with a star belongs in quotes',
    BLOCK_AS_IMPLICIT_KEY: 'a second key stands on the line, expected one: text with a colon and a space in it belongs in quotes',
    MULTILINE_IMPLICIT_KEY: 'what stands here is no key, expected `key: value`, with a space behind the colon',
};
/**
 * What is wrong with YAML in the words of one who writes it, not of one who parses it; escaped.
 * @param text The whole file.
 */
function syntaxText({ code, message, pos: [offset] }, text) {
    const line = lineAt(text, offset);
    if (code === 'MULTILINE_IMPLICIT_KEY' && FOREIGN_SPACE.test(line))
        return 'the line holds a character that looks like a space and is none, expected spaces';
    if (code === 'BAD_INDENT')
        return indentText(message);
    if (code === 'MISSING_CHAR' && message.includes('quote'))
        return 'a quote is opened before and not closed by here, expected its end';
    return WORDS[code] ?? (0,bytestring.displayText)(message);
}
function indentText(message) {
    return message.startsWith('Flow')
        ? 'a bracket is opened before and not closed by here, expected its end'
        : 'it begins in another column than what it belongs to, expected the same indentation';
}
/** The one that is worth telling: the rest mostly follow from it. */
function firstError(errors) {
    return errors.toSorted((a, b) => a.pos[0] - b.pos[0])[0];
}
function lineAt(text, offset) {
    return text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? '';
}

;// CONCATENATED MODULE: ./build/config/source.js




/** Deeper than anything that a configuration or a workflow has. */
const MAX_DEPTH = 40;
/** What a decoder puts where bytes are no UTF-8, and other programs where they lost a character. A name with it is another name. */
const LOST = '\uFFFD';
const NOT_UTF8 = 'what stands here is no text in UTF-8, or was lost before (U+FFFD): a path or a name would be another one';
/**
 * Reads YAML 1.2 as data alone: anchors, aliases, merge keys and tags are never resolved, so that no text grows by
 * being read. Never throws for what the text holds.
 */
function readSource(text, file, { tricks } = { tricks: 'refused' }) {
    const reader = new Reader(tricks === 'refused');
    const value = reader.read(text);
    return {
        file,
        value,
        faults: reader.faults,
        at: (path) => reader.positionOf(path, 'value'),
        keyAt: (path) => reader.positionOf(path, 'key'),
    };
}
class Reader {
    faults = [];
    #refuseTricks;
    /** Where something is told, by line and column: a stranger's file may have one at every third character. */
    #told = new Set();
    #lines = new dist/* LineCounter */.HN();
    #root = place(null, 0);
    constructor(refuseTricks) {
        this.#refuseTricks = refuseTricks;
    }
    read(text) {
        const extreme = (0,source_limits/* extremeIn */.m)(text);
        if (extreme !== null) {
            this.faults.push({ kind: 'syntax', at: { line: extreme.line, column: 1 }, what: extreme.what });
            return {};
        }
        const lost = this.#refuseTricks ? text.indexOf(LOST) : -1;
        if (lost !== -1) {
            const line = text.slice(0, lost).split('\n').length;
            this.faults.push({ kind: 'syntax', at: { line, column: 1 }, what: NOT_UTF8 });
            return {};
        }
        const document = this.#parse(text);
        if (document === null)
            return {};
        const error = firstError(document.errors);
        if (error !== undefined)
            this.#fault('syntax', error.pos[0], syntaxText(error, text));
        this.#root = place(null, document.contents?.range?.[0] ?? 0);
        return this.#valueOf(document.contents, this.#root, 0);
    }
    positionOf(path, part) {
        let at = this.#root;
        for (const [i, step] of path.entries()) {
            const next = at.children.get(step);
            if (next === undefined)
                return this.#position(at.key ?? at.value);
            if (i === path.length - 1) {
                const [first, second] = part === 'key' ? [next.key, next.value] : [next.value, next.key];
                return this.#position(first ?? second);
            }
            at = next;
        }
        return this.#position(at.value);
    }
    /** The library works in recursion: text that is nothing but brackets ends its stack. */
    #parse(text) {
        try {
            return (0,dist/* parseDocument */.Tp)(text, {
                lineCounter: this.#lines,
                prettyErrors: false,
                version: '1.2',
                merge: false,
                uniqueKeys: false, // it compares each with each: a file of thousands would take minutes
            });
        }
        catch (error) {
            if (!(error instanceof RangeError))
                throw error;
            this.#fault('syntax', 0, 'it is nested too deeply');
            return null;
        }
    }
    #valueOf(node, at, depth) {
        if (node === null || node === undefined)
            return null;
        const start = node.range?.[0] ?? 0;
        if (depth > MAX_DEPTH) {
            this.#fault('syntax', start, 'it is nested too deeply');
            return null;
        }
        if ((0,dist/* isAlias */.Vj)(node)) {
            const what = `\`*${(0,bytestring.displayText)(node.source)}\` is an alias`;
            // What it stands for is unread in a workflow, too.
            if (this.#refuseTricks)
                this.#trick(start, `${what} (text that begins with a star belongs in quotes)`);
            else
                this.#fault('yaml-trick', start, what);
            return null;
        }
        if ('anchor' in node && node.anchor)
            this.#trick(start, `\`&${(0,bytestring.displayText)(node.anchor)}\` is an anchor`);
        if (node.tag !== undefined)
            this.#trick(start, 'a tag stands before the value');
        if ((0,dist/* isScalar */.jn)(node))
            return node.value;
        if ((0,dist/* isSeq */.oP)(node))
            return node.items.map((item, i) => this.#itemOf(item, i, at, depth));
        return (0,dist/* isMap */.jh)(node) ? this.#mapOf(node, at, depth) : null;
    }
    #itemOf(item, index, at, depth) {
        const below = place(null, item?.range?.[0] ?? null);
        at.children.set(index, below);
        return this.#valueOf(item, below, depth + 1);
    }
    #mapOf(map, at, depth) {
        const object = Object.create(null);
        for (const { key, value } of map.items) {
            const start = key?.range?.[0] ?? 0;
            const name = (0,dist/* isScalar */.jn)(key) ? String(key.value ?? '') : null;
            if (name === '<<')
                this.#trick(start, '`<<` is a merge key');
            else if (name === null)
                this.#trick(start, 'a key is no plain text');
            else {
                if (Object.hasOwn(object, name))
                    this.#fault('syntax', start, `the key \`${(0,bytestring.displayText)(name)}\` is there already, expected it once`);
                const below = place(start, value?.range?.[0] ?? null);
                at.children.set(name, below);
                object[name] = this.#valueOf(value, below, depth + 1);
            }
        }
        return object;
    }
    #trick(offset, what) {
        const { line, column } = this.#position(offset);
        if (this.#refuseTricks && !this.#told.has(`${line}:${column}`))
            this.#fault('yaml-trick', offset, what);
    }
    #fault(kind, offset, what) {
        const at = this.#position(offset);
        this.#told.add(`${at.line}:${at.column}`);
        this.faults.push({ kind, at, what });
    }
    #position(offset) {
        const { line, col } = this.#lines.linePos(offset ?? 0);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    }
}
function place(key, value) {
    return { key, value, children: new Map() };
}


/***/ }),

/***/ 44425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ targetsOf),
/* harmony export */   at: () => (/* binding */ at)
/* harmony export */ });
/** All targets, in the file's order. */
function targetsOf(config) {
    return Object.entries(config.targets).map(([name, own]) => targetOf(config, name, own));
}
function targetOf(config, name, own) {
    const defaults = config.defaults ?? {};
    const settings = { ...defaults, ...own };
    const host = at(config.hosts, settings.host);
    return {
        name,
        application: settings.application ?? null,
        settings,
        host,
        hostname: host === null ? null : (host.name ?? settings.host ?? null),
        storage: at(config.storage, settings.storage),
        copyTo: at(config.storage, settings['copy-to']),
        policy: at(config.retention ?? {}, settings.retention),
        pathOf: (key) => {
            if (own[key] !== undefined)
                return ['targets', name, key];
            return defaults[key] !== undefined ? ['defaults', key] : ['targets', name];
        },
    };
}
/** Null: nothing is named, or there is no such. */
function at(sections, name) {
    return name !== undefined && Object.hasOwn(sections, name) ? (sections[name] ?? null) : null;
}


/***/ }),

/***/ 27249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38918);
/* harmony import */ var _read_config_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80723);
/* harmony import */ var _rules_all_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7775);
/* harmony import */ var _rules_structure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74758);
/* harmony import */ var _silence_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31360);
/* harmony import */ var _targets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44425);
/* harmony import */ var _workflow_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93636);







/**
 * What is wrong with a configuration, and with the workflows that use it. It reads what it is given, and nothing else:
 * nothing is expanded, asked or run, and no text in the files makes it throw.
 */
function validate(file, workflowFiles) {
    const { config, source, findings } = (0,_read_config_js__WEBPACK_IMPORTED_MODULE_0__/* .readConfig */ .X)(file.text, file.name);
    const workflows = (0,_workflow_js__WEBPACK_IMPORTED_MODULE_1__/* .readWorkflows */ .L)(workflowFiles);
    if (config === null) {
        const nothing = { targets: [], silenced: [], audit: [] };
        return { config, ...nothing, findings: (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .inOrder */ .al)(findings), workflows: workflows.length };
    }
    const context = { config, source, targets: (0,_targets_js__WEBPACK_IMPORTED_MODULE_3__/* .targetsOf */ .Q)(config), workflows };
    const sense = [
        ...findings.filter(({ rule }) => rule === _rules_structure_js__WEBPACK_IMPORTED_MODULE_4__/* .LOOKS_LIKE */ .xB),
        ..._rules_all_js__WEBPACK_IMPORTED_MODULE_5__/* .RULES */ .y.flatMap((rule) => [...rule.check(context)].map((fault) => findingOf(rule, fault))),
    ];
    const sure = findings.filter(({ rule }) => rule !== _rules_structure_js__WEBPACK_IMPORTED_MODULE_4__/* .LOOKS_LIKE */ .xB);
    const silences = config.silence ?? [];
    const { loud, silenced } = (0,_silence_js__WEBPACK_IMPORTED_MODULE_6__/* .sortOut */ .$I)(sense, silences);
    return {
        config,
        targets: context.targets,
        findings: (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .inOrder */ .al)([...sure, ...loud, ...(0,_silence_js__WEBPACK_IMPORTED_MODULE_6__/* .silencesInVain */ .aG)(context, sense)]),
        silenced,
        audit: (0,_silence_js__WEBPACK_IMPORTED_MODULE_6__/* .auditSilences */ .wh)(silences),
        workflows: workflows.length,
    };
}
function findingOf({ name, severity, advice }, { place, what, target, hint }) {
    const whole = hint === undefined ? advice : `${hint} ${advice}`;
    return { rule: name, severity, ...place, what, advice: whole, target: target ?? null };
}


/***/ }),

/***/ 93636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ readWorkflows)
});

// UNUSED EXPORTS: isHoldfast

// EXTERNAL MODULE: ./build/config/plain-data.js
var plain_data = __webpack_require__(92568);
// EXTERNAL MODULE: ./build/config/source.js + 1 modules
var config_source = __webpack_require__(13580);
;// CONCATENATED MODULE: ./build/config/workflow-variables.js

/** Of `env` in the workflow, a job or a step. */
function variablesOf(value, path) {
    return (0,plain_data/* entriesOf */.Mc)((0,plain_data/* member */.Dc)(value, 'env')).map(([name, one]) => ({
        name,
        value: one,
        path: [...path, 'env', name],
    }));
}
/** What a job hands on to the workflow that it calls: its `secrets`, and those that stand in the one of all. */
function handedOn(job, path) {
    return (0,plain_data/* entriesOf */.Mc)((0,plain_data/* member */.Dc)(job, 'secrets')).flatMap(([name, value]) => {
        const at = [...path, 'secrets', name];
        return name === SECRET ? variablesIn(value, at) : [{ name, value, path: at }];
    });
}
/** What a step is given by the input `variables`. */
function givenByInput(step, path) {
    return variablesIn((0,plain_data/* member */.Dc)((0,plain_data/* member */.Dc)(step, 'with'), INPUT), [...path, 'with', INPUT]);
}
/** The secret of our reusable workflows, and the input of our actions, that hold them all. */
const SECRET = 'HOLDFAST_ENV';
const INPUT = 'variables';
/** All of them, or nobody can tell which: `secrets: inherit`, or one expression that holds the whole object. */
function handsOnAll(part) {
    const secrets = (0,plain_data/* member */.Dc)(part, 'secrets');
    const texts = [(0,plain_data/* member */.Dc)(secrets, SECRET), (0,plain_data/* member */.Dc)((0,plain_data/* member */.Dc)(part, 'with'), INPUT)];
    return secrets === 'inherit' || texts.some((text) => /^\s*\$\{\{[^{}]*\}\}\s*$/.test((0,plain_data/* textOf */.b6)(text)));
}
/** `"NAME": value`, in JSON whose values are expressions that nobody expands here. */
const MEMBER = /"([A-Za-z_][A-Za-z0-9_]*)"\s*:\s*("(?:[^"\\]|\\.)*"|\$\{\{[^{}]*\}\}|[^\s,}]*)/gs;
function variablesIn(text, path) {
    if (typeof text !== 'string')
        return [];
    return [...text.matchAll(MEMBER)].map(([, name = '', value = '']) => ({
        name,
        value: value.replace(/^"(.*)"$/s, '$1'),
        path,
    }));
}

;// CONCATENATED MODULE: ./build/config/workflow.js



/** How deep GitHub lets workflows call others. */
const MAX_NESTED = 10;
/** Those that use Holdfast, by themselves or by another workflow of the same folder that they call. */
function readWorkflows(files) {
    const all = files.map(({ name, text }) => read(text, name));
    const ours = new Map(all.filter(({ isOurs }) => isOurs).map((one) => [`./${one.name}`, one.workflow]));
    for (let pass = 0; pass < MAX_NESTED; pass++) {
        for (const { name, workflow } of all) {
            if (!workflow.uses.some(({ kind, uses }) => kind === 'workflow' && ours.has(uses)))
                continue;
            ours.set(`./${name}`, { ...workflow, uses: workflow.uses.map((use) => asWrapped(use, ours)) });
        }
    }
    return all.flatMap(({ name }) => ours.get(`./${name}`) ?? []);
}
/** One that hands its own input `target` on takes the names of targets as that does. */
function asWrapped(use, ours) {
    const called = use.kind === 'workflow' ? ours.get(use.uses) : undefined;
    const handsOn = called?.uses.some(({ takesTarget, inputs }) => takesTarget && /\binputs\.target\b/.test((0,plain_data/* textOf */.b6)(inputs['target'])));
    return handsOn ? { ...use, takesTarget: true } : use;
}
/** In a text of which a part can't be read: it names Holdfast, or may do so by an escape. */
const MAY_USE_IT = /holdfast|\\[xuU\r\n]/i;
/** Whatever is in it. GitHub itself tells what is wrong with one. */
function read(text, name) {
    const source = (0,config_source/* readSource */.o)(text, name, { tricks: 'ignored' });
    const parts = (0,plain_data/* entriesOf */.Mc)((0,plain_data/* member */.Dc)(source.value, 'jobs')).map(([job, value]) => ({
        job: value,
        path: ['jobs', job],
    }));
    const steps = parts.flatMap(({ job, path }) => stepsOf(job, path));
    const uses = [
        ...parts.map(({ job, path }) => useOf(job, path, 'workflow')),
        ...steps.map(({ step, path }) => useOf(step, path, 'action')),
    ].filter((use) => use !== null);
    const runsIt = steps.some(({ step }) => /\bholdfast\b/.test((0,plain_data/* textOf */.b6)((0,plain_data/* member */.Dc)(step, 'run'))));
    const workflow = {
        source,
        triggers: triggersOf((0,plain_data/* member */.Dc)(source.value, 'on')),
        uses,
        variables: [
            ...variablesOf(source.value, []),
            ...parts.flatMap(({ job, path }) => [...variablesOf(job, path), ...handedOn(job, path)]),
            ...steps.flatMap(({ step, path }) => [...variablesOf(step, path), ...givenByInput(step, path)]),
        ],
        inheritsSecrets: [...parts.map(({ job }) => job), ...steps.map(({ step }) => step)].some(handsOnAll),
    };
    const isUnknown = source.faults.length > 0 && MAY_USE_IT.test(text);
    return { name, workflow, isOurs: runsIt || isUnknown || uses.some(({ uses: used }) => isHoldfast(used)) };
}
/** An action or a reusable workflow of Holdfast's, by whoever publishes it; `./` in its own checkout. */
function isHoldfast(uses) {
    return /^[^/@\s]+\/holdfast(?:\/[^@]*)?@/i.test(uses) || /^\.\/(?:actions\/[\w-]+)?$/.test(uses);
}
/** The root action, and reusable workflows: to other actions a `target` is something else. */
function takesTarget(uses, kind) {
    return isHoldfast(uses) && (kind === 'workflow' || /^(?:[^/@\s]+\/holdfast@|\.\/$)/i.test(uses));
}
function stepsOf(job, path) {
    const steps = (0,plain_data/* member */.Dc)(job, 'steps');
    return Array.isArray(steps) ? steps.map((step, i) => ({ step, path: [...path, 'steps', i] })) : [];
}
function useOf(value, path, kind) {
    const uses = (0,plain_data/* member */.Dc)(value, 'uses');
    if (typeof uses !== 'string')
        return null;
    return {
        uses,
        path: [...path, 'uses'],
        kind,
        inputs: Object.fromEntries((0,plain_data/* entriesOf */.Mc)((0,plain_data/* member */.Dc)(value, 'with'))),
        inputsPath: [...path, 'with'],
        takesTarget: takesTarget(uses, kind),
    };
}
function triggersOf(on) {
    if (typeof on === 'string')
        return [{ name: on, path: ['on'] }];
    if (Array.isArray(on))
        return on.map((name, i) => ({ name: String(name), path: ['on', i] }));
    return (0,plain_data/* entriesOf */.Mc)(on).map(([name]) => ({ name, path: ['on', name] }));
}


/***/ }),

/***/ 90600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ passwordVariablesIn)
/* harmony export */ });
/** The variables that a database's URL names: `?password-env=NAME`. */
function passwordVariablesIn(url) {
    return [...url.matchAll(/[?&]password-env=([A-Za-z_][A-Za-z0-9_]*)(?=&|$)/g)].map(([, name = '']) => name);
}


/***/ }),

/***/ 34469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ givenPath)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/**
 * An absolute path without doubled or trailing slashes and `.`.
 * @throws HoldfastError bad-input for a relative path, or one with `..`, which a symlink would lead elsewhere.
 */
function givenPath(path, what) {
    const names = path.split('/').filter((name) => name !== '' && name !== '.');
    if (path.startsWith('/') && !names.includes('..'))
        return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(`/${names.join('/')}`);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${what}: it is ${JSON.stringify(path)}, expected an absolute path without "..".`);
}


/***/ }),

/***/ 6347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NH: () => (/* binding */ isOfBackups),
/* harmony export */   i5: () => (/* binding */ notificationsSection),
/* harmony export */   tG: () => (/* binding */ kindsOf)
/* harmony export */ });
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38816);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25595);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56268);



/** What can be told: how a backup ended, a target that is stale, how a drill ended. */
const KINDS = ['success', 'failure', 'stale', 'drill'];
/** Of what else isn't said, a backup's end is told. */
const DEFAULT_KINDS = ['success', 'failure'];
const fields = (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    on: _schema_js__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_schema_js__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(KINDS, 'expected `success`, `failure`, `stale` or `drill`'), 'expected a list')
        .min(1, 'expected at least one of `success`, `failure`, `stale` and `drill`')
        .describe('What is told by `webhook` and `issue`: `success` and `failure` of a backup, a `stale` target (by the audit), the outcome of a `drill`. Default: `success` and `failure`.')
        .optional(),
    ping: (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)('Address that is told start, success and failure of each backup, as Healthchecks takes them.').optional(),
    webhook: (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)('Address that is told by a POST, in Slack’s shape.').optional(),
    template: (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .checked */ .KD)((0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)('With `webhook`, in this shape instead: JSON with `{{outcome}}`, `{{target}}`, `{{host}}`, `{{duration}}`, `{{run}}`, and `{{reason}}`, which may name files.'), (text) => (0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .checkTemplate */ .BU)(text, (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .shownKey */ .dM)('template'))).optional(),
    issue: (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .yesNo */ .Lm)('`true`: as an issue of this GitHub repository.').optional(),
});
const notificationSection = (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .checked */ .KD)(fields, ({ ping, webhook, issue, template }) => {
    if (ping === undefined && webhook === undefined && issue === undefined)
        throw (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .MB)('notification', 'it says nobody, expected `ping`, `webhook` or `issue`');
    if (template !== undefined && webhook === undefined)
        throw (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .MB)('notification', '`template` is of no use without `webhook`');
});
/** Who is told what of a target. A backup tells one address of each kind. */
const notificationsSection = (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .checked */ .KD)(_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(notificationSection, 'expected a list').describe('Who is told what.'), (list) => {
    if (list.filter(({ ping }) => ping !== undefined).length > 1)
        throw (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .MB)('list of notifications', 'it has several `ping`, expected at most one');
    if (list.filter(isOfBackups).length > 1)
        throw (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .MB)('list of notifications', 'it has several `webhook` of backups, expected at most one');
});
function kindsOf({ on }) {
    return on ?? DEFAULT_KINDS;
}
/** Whether its webhook is told how a backup ended. */
function isOfBackups(one) {
    const kinds = kindsOf(one);
    return one.webhook !== undefined && (kinds.includes('success') || kinds.includes('failure'));
}


/***/ }),

/***/ 26857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ limitsOf),
/* harmony export */   M_: () => (/* binding */ despiteOf),
/* harmony export */   US: () => (/* binding */ policyOf),
/* harmony export */   aW: () => (/* binding */ retentionSection)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25595);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(418);
/* harmony import */ var _policy_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15035);




const fields = (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    'keep-last': (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .word */ .Vm)('Keep the last so many snapshots; `unlimited`: all.').optional(),
    'keep-hourly': (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .word */ .Vm)('Keep the newest of each of the last so many hours that have one.').optional(),
    'keep-daily': (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .word */ .Vm)('The same of days.').optional(),
    'keep-weekly': (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .word */ .Vm)('The same of weeks.').optional(),
    'keep-monthly': (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .word */ .Vm)('The same of months.').optional(),
    'keep-yearly': (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .word */ .Vm)('The same of years.').optional(),
    'keep-within': (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .word */ .Vm)('Keep all, so far back from the newest: `1y5m7d2h`.').optional(),
    'keep-within-hourly': (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .word */ .Vm)('Keep the newest of each hour, so far back from the newest of all.').optional(),
    'keep-within-daily': (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .word */ .Vm)('The same of days.').optional(),
    'keep-within-weekly': (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .word */ .Vm)('The same of weeks.').optional(),
    'keep-within-monthly': (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .word */ .Vm)('The same of months.').optional(),
    'keep-within-yearly': (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .word */ .Vm)('The same of years.').optional(),
    'keep-tag': (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)('Keep snapshots that have all tags of any of these lists.', 'Tags, with commas between.').optional(),
    'max-age': (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .word */ .Vm)('Freeze a target whose newest complete snapshot is older: `30h`, `8d`.').optional(),
    'shrunken-below': (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .word */ .Vm)('Freeze a target whose newest snapshot has less of the bytes or files of those before it. Default: `50%`.').optional(),
    despite: (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)('Reasons for which a target is not frozen, and `short-lock`: locks that end before the policy lets go will do.', 'Such as `shrunken`.').optional(),
});
/** A policy: which snapshots are kept. */
const retentionSection = (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .checked */ .KD)(fields, (section) => {
    (0,_policy_words_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLimits */ .kd)(givenIn(section), _section_js__WEBPACK_IMPORTED_MODULE_0__/* .shownKey */ .dM);
    despiteOf(section);
    if (!(0,_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .isEmptyPolicy */ .k)(policyOf(section)))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', 'Cannot use this policy: it keeps nothing, expected at least one `keep-…`.');
});
function policyOf(section) {
    return (0,_policy_words_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePolicy */ .ON)(givenIn(section), section['keep-tag'] ?? [], _section_js__WEBPACK_IMPORTED_MODULE_0__/* .shownKey */ .dM);
}
function limitsOf(section) {
    return (0,_policy_words_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLimits */ .kd)(givenIn(section), _section_js__WEBPACK_IMPORTED_MODULE_0__/* .shownKey */ .dM);
}
function despiteOf(section) {
    return (0,_policy_words_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDespite */ .y_)(section.despite ?? [], (0,_section_js__WEBPACK_IMPORTED_MODULE_0__/* .shownKey */ .dM)('despite'));
}
function givenIn(section) {
    return (name) => (section[name] === undefined ? null : String(section[name]));
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


/***/ }),

/***/ 1383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GI: () => (/* binding */ DEFAULT_TIMEZONE),
/* harmony export */   hr: () => (/* binding */ parseTimezone),
/* harmony export */   nP: () => (/* binding */ parseSchedule)
/* harmony export */ });
/* harmony import */ var croner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55814);
/* harmony import */ var cronstrue__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92507);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);



const DEFAULT_TIMEZONE = 'UTC';
/** What GitHub's `schedule` and every crontab take: no seconds, no years, no nicknames. */
const FIELDS = 5;
/** Numbers and names of three letters; croner and some crons know more (`L`, `W`, `#`, `?`), GitHub doesn't. */
const FIELD = /^(?:[0-9*/,-]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat)+$/i;
/**
 * @param cron Five fields, as GitHub's `schedule` takes them: minute, hour, day of the month, month, day of the week.
 * @param names Of the two words, for messages.
 * @throws HoldfastError bad-input for what isn't one, and for one that is never due.
 */
function parseSchedule(cron, timezone, names) {
    const zone = parseTimezone(timezone, names.timezone);
    const fields = cron.trim().split(/\s+/);
    if (fields.length !== FIELDS || !fields.every((field) => FIELD.test(field))) {
        throw bad(cron, names.cron, 'five fields such as "17 3 * * *" (minute, hour, day, month, day of the week)');
    }
    const schedule = new CronSchedule(fields.join(' '), zone, (why) => bad(cron, names.cron, why));
    if (schedule.next(1, Date.now()).length === 0)
        throw bad(cron, names.cron, 'one that is due some day');
    return schedule;
}
/** @throws HoldfastError bad-input. */
function parseTimezone(text, name) {
    try {
        if (/^[A-Za-z]/.test(text))
            return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
    }
    catch {
        // What it throws says less than what follows.
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected a name of the IANA database, such as Europe/Vienna or UTC.`);
}
function bad(cron, name, expected) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(cron)}, expected ${expected}.`);
}
const DAY_MS = 86_400_000;
/** A year, and what is between its last and the next one's first. */
const DAYS_LOOKED_AT = 400;
/** And one more, so that each gap between two of them is seen. */
const DAYS_OF_A_WEEK = 8;
const RUNS_AT_ONCE = 8;
/** Any day will do: the expression is the same on all. It is fixed, so that what is said of a file doesn't change by the day. */
const FROM_MS = Date.UTC(2027, 0, 1);
class CronSchedule {
    cron;
    timezone;
    words;
    lookedUp = 0;
    #cron;
    constructor(cron, timezone, fault) {
        this.cron = cron;
        this.timezone = timezone;
        try {
            this.#cron = new croner__WEBPACK_IMPORTED_MODULE_0__/* .Cron */ .l4(cron, { timezone, mode: '5-part' });
            this.words = cronstrue__WEBPACK_IMPORTED_MODULE_1__.toString(cron, { use24HourTimeFormat: true });
        }
        catch (cause) {
            const expected = 'fields with numbers that they can have, such as "17 3 * * *"';
            throw Object.assign(fault(expected), { cause });
        }
    }
    next(count, afterMs) {
        this.lookedUp += count;
        return this.#cron.nextRuns(count, new Date(afterMs)).map((date) => date.getTime());
    }
    last(atMs) {
        // It gives those before a moment: one that is due at this very second is one, and what the second still brings isn't.
        this.lookedUp += 2;
        const runs = this.#cron.previousRuns(2, new Date(atMs + 1000)).map((date) => date.getTime());
        return runs.find((run) => run <= atMs) ?? null;
    }
    longestGapMs() {
        return Math.max(this.#longestGapOfADay(), this.#longestGapPastADay());
    }
    /** Of gaps shorter than a day: all that are in the 24 hours from a run on. */
    #longestGapOfADay() {
        const [first = FROM_MS] = this.next(1, FROM_MS);
        const runs = [first, ...this.#runsOfADay(first)];
        return Math.max(0, ...runs.slice(1).map((run, i) => run - (runs[i] ?? run)));
    }
    /** A few at a time: of an expression that is due once a year, as many as a day may have would be a thousand years. */
    #runsOfADay(first) {
        const runs = [];
        for (;;) {
            const more = this.next(RUNS_AT_ONCE, runs.at(-1) ?? first);
            const ofTheDay = more.filter((run) => run <= first + DAY_MS);
            runs.push(...ofTheDay);
            if (ofTheDay.length < RUNS_AT_ONCE)
                return runs;
        }
    }
    /** A gap of a day or more has one of these moments in it. */
    #longestGapPastADay() {
        let longest = 0;
        let until = FROM_MS;
        for (const at of this.#daysToLookAt()) {
            if (at < until)
                continue; // within a gap that is measured already
            const next = this.next(1, at)[0];
            const last = this.last(at);
            if (next === undefined || last === null)
                continue;
            longest = Math.max(longest, next - last);
            until = next;
        }
        return longest;
    }
    /** Of a schedule that is the same every week, a week, and the days on which the clock changes. */
    #daysToLookAt() {
        const days = Array.from({ length: DAYS_LOOKED_AT }, (_, day) => FROM_MS + day * DAY_MS);
        const [, , dayOfMonth, month] = this.cron.split(' ');
        if (dayOfMonth !== '*' || month !== '*')
            return days;
        const clock = new Intl.DateTimeFormat('en', { timeZone: this.timezone, timeStyle: 'short' });
        const changes = days.map((at, i) => i > 0 && clock.format(at) !== clock.format(at - DAY_MS));
        return days.filter((_, i) => i < DAYS_OF_A_WEEK || changes[i] || changes[i + 1] || changes[i - 1]);
    }
}


/***/ }),

/***/ 25595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IC: () => (/* binding */ isSecretReference),
/* harmony export */   KD: () => (/* binding */ checked),
/* harmony export */   KT: () => (/* binding */ named),
/* harmony export */   KW: () => (/* binding */ age),
/* harmony export */   Lm: () => (/* binding */ yesNo),
/* harmony export */   MB: () => (/* binding */ bad),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   N3: () => (/* binding */ EXPRESSION),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Td: () => (/* binding */ LITERAL_SECRET),
/* harmony export */   VW: () => (/* binding */ KNOWN_KEYS_SEPARATOR),
/* harmony export */   Vm: () => (/* binding */ word),
/* harmony export */   __: () => (/* binding */ each),
/* harmony export */   dM: () => (/* binding */ shownKey),
/* harmony export */   ir: () => (/* binding */ reference),
/* harmony export */   n8: () => (/* binding */ line),
/* harmony export */   o3: () => (/* binding */ isForeignReference),
/* harmony export */   o_: () => (/* binding */ NAME),
/* harmony export */   rJ: () => (/* binding */ secret),
/* harmony export */   uW: () => (/* binding */ section)
/* harmony export */ });
/* unused harmony export addIssueOf */
/* harmony import */ var _age_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55067);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38816);



/** So many fit into a sentence. */
const FEW_KEYS = 5;
/**
 * A section: a map with these keys and no others. An unknown one is told with those that are known, as the issue's
 * message, for whoever looks for the nearest (src/config/read-config.ts).
 */
function section(shape) {
    const keys = Object.keys(shape).map(shownKey);
    const expected = `expected a map of keys${keys.length > FEW_KEYS ? '' : `: ${keys.join(', ')}`}`;
    return _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej(shape, {
        error: ({ code, input }) => {
            if (code === 'unrecognized_keys')
                return Object.keys(shape).join(KNOWN_KEYS_SEPARATOR);
            if (code !== 'invalid_type')
                return undefined;
            return input === null ? `it is empty, ${expected}` : expected;
        },
    });
}
const KNOWN_KEYS_SEPARATOR = '\n';
/** `schema`, and what `parse` of a flag or an input of the same meaning says against a value. */
function checked(schema, parse) {
    return schema.superRefine((value, context) => {
        try {
            parse(value);
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E))
                throw error;
            context.addIssue({ code: 'custom', message: error.message });
        }
    });
}
/** A span, as `parseAge` reads it. @param key For its message. */
function age(key, description) {
    const span = line(description, 'expected a span such as `90m`, `26h`, `7d` or `12w`');
    return checked(span, (text) => (0,_age_js__WEBPACK_IMPORTED_MODULE_2__.parseAge)(text, shownKey(key)));
}
/** A key as messages name it. */
function shownKey(word) {
    return `\`${word}\``;
}
/** One line of text, as an input has it. @param expected In place of what is no text. */
function line(description, expected = 'expected text') {
    return (_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(expected)
        .min(1, 'expected text, it is empty')
        // A NUL would end an argument, a variable and a path before their end.
        .regex(/^(?!\s)[^\r\n\0]*(?<!\s)$/, 'expected one line, no NUL, without white space around it')
        .describe(description));
}
/** Lines, as an input of several lines has them: one that begins with `#` would be a comment there. */
function lines(description, item) {
    return _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(line(item).regex(/^[^#].*(?<!\\)$/, 'expected one that neither begins with `#` nor ends in `\\`'), 'expected a list')
        .describe(description);
}
function yesNo(description) {
    return _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY('expected `true` or `false`').describe(description);
}
/** What flags take as text and a person writes as a number: `7`, `unlimited`, `50%`. */
function word(description) {
    return _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr()], 'expected text or a whole number').describe(description);
}
/** The name of something in the file. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
function named(value, description) {
    return _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(NAME, 'expected a name of 1 to 64 letters, digits, dots, dashes or underscores'), value, 'expected a map: names, and below each what it is')
        .describe(description);
}
function reference(description) {
    return _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP('expected a name as it stands in this file')
        .regex(NAME, 'expected a name as it stands in this file')
        .describe(description);
}
const SECRET = /^env:[A-Za-z_][A-Za-z0-9_]*$/;
/** Of a workflow: what GitHub expands there, and nobody here. */
const EXPRESSION = '${{';
/** As a shell would have it. */
const VARIABLE = /^\$(?:[A-Z_][A-Z0-9_]*|\{[A-Z_][A-Z0-9_]*\})$/;
/** Whether it names where a secret is, if in the way of somebody else. */
function isForeignReference(text) {
    return text.includes(EXPRESSION) || VARIABLE.test(text);
}
function isSecretReference(text) {
    return SECRET.test(text);
}
/** Where a secret is: never itself. The message doesn't show what stands there. */
function secret(description) {
    return _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP('expected a reference such as `env:BACKUP_PASSWORD`')
        .regex(SECRET, {
        error: ({ input }) => (isForeignReference(String(input)) ? UNEXPANDED_SECRET : LITERAL_SECRET),
    })
        .describe(`${description} A reference \`env:NAME\` to a variable of the environment, never the secret itself.`)
        .meta({ secret: true });
}
/** By this an issue is known to be about a secret in the clear. */
const LITERAL_SECRET = 'a secret is expected to be a reference such as `env:BACKUP_PASSWORD`';
const UNEXPANDED_SECRET = 'it is what a workflow or a shell expands, and nobody here, expected a reference such as `env:BACKUP_PASSWORD`, and in the workflow that variable';
/** What `parse` throws, as an issue at `path` below. */
function addIssueOf(parse, context, path) {
    try {
        parse();
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E))
            throw error;
        context.addIssue({ code: 'custom', message: error.message, path });
    }
}
/** Each item of a list is what `parse` takes. */
function each(list, parse) {
    return list.superRefine((items, context) => {
        for (const [i, item] of items.entries())
            addIssueOf(() => parse(item), context, [i]);
    });
}
/** What `word` took, as flags have it; null: nothing was given. */
function text(value) {
    return value === undefined ? null : String(value);
}
/** What a section can't be. @param what Its end is no full stop. */
function bad(section, what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use this ${section}: ${what}.`);
}


/***/ }),

/***/ 47177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseSpoolSize: () => (/* binding */ parseSpoolSize)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85963);


/**
 * How many bytes of packs may wait on this machine while an application is held. Null: the default; 0: none.
 * @throws HoldfastError bad-input.
 */
function parseSpoolSize(text, name) {
    if (text === null || text === undefined)
        return null;
    const sizeBytes = (0,_size_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSize */ .D)(text, name);
    if (sizeBytes <= BigInt(Number.MAX_SAFE_INTEGER))
        return Number(sizeBytes);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected at most 8191t.`);
}


/***/ })

};
