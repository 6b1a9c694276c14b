export const id = 9310;
export const ids = [9310];
export const modules = {

/***/ 73019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main),
  post: () => (/* binding */ dump_db_post)
});

// EXTERNAL MODULE: ./build/amounts.js
var amounts = __webpack_require__(95209);
// EXTERNAL MODULE: ./build/databases/fingerprint.js
var fingerprint = __webpack_require__(26861);
// EXTERNAL MODULE: ./build/github/annotations.js
var annotations = __webpack_require__(68492);
// EXTERNAL MODULE: ./build/github/inputs.js
var inputs = __webpack_require__(52325);
// EXTERNAL MODULE: ./build/github/log.js
var log = __webpack_require__(30284);
// EXTERNAL MODULE: ./build/github/outputs.js
var outputs = __webpack_require__(31224);
// EXTERNAL MODULE: ./build/github/summary.js
var summary = __webpack_require__(13794);
// EXTERNAL MODULE: ./build/repository/tags.js
var tags = __webpack_require__(47508);
// EXTERNAL MODULE: ./build/actions/access.js + 2 modules
var access = __webpack_require__(58999);
// EXTERNAL MODULE: ./build/actions/backup-run.js
var backup_run = __webpack_require__(82176);
// EXTERNAL MODULE: ./build/actions/backup-summary.js
var backup_summary = __webpack_require__(80521);
// EXTERNAL MODULE: ./build/github/run.js
var run = __webpack_require__(67503);
// EXTERNAL MODULE: ./build/settings/tags.js
var settings_tags = __webpack_require__(51767);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(58508);
// EXTERNAL MODULE: ./build/actions/database-inputs.js
var database_inputs = __webpack_require__(43409);
// EXTERNAL MODULE: ./build/actions/snapshot-inputs.js
var snapshot_inputs = __webpack_require__(87434);
;// CONCATENATED MODULE: ./build/actions/dump-db-inputs.js







/** A backup of databases alone. @throws HoldfastError bad-input, before anything is connected to. */
async function readDumpDbInputs() {
    const repository = { ...(await (0,access/* readRepositoryAccess */.J1)()), storage: (0,snapshot_inputs/* readStorage */.GJ)() };
    const host = (0,access/* readHostAccess */.Ni)();
    (0,inputs/* requiredList */.GS)('databases', 'Name the databases to dump, one a line: `postgresql://user@host/name`.');
    return {
        host,
        repository,
        copyTo: null,
        quiesce: undefined,
        application: null,
        spoolBytes: null,
        options: {
            ...WITHOUT_FILES,
            dumps: (0,database_inputs/* readDumps */.wL)(),
            hostname: (0,snapshot_inputs/* hostnameFor */.fM)(host.on),
            target: (0,snapshot_inputs/* targetInput */.Mn)(),
            tags: (0,settings_tags/* parseNewTags */.X)((0,inputs/* selectionInput */.VR)('tags'), 'the input `tags`'),
            before: (0,inputs/* commandsInput */.b7)('before'),
            after: (0,inputs/* commandsInput */.b7)('after'),
            dryRun: (0,inputs/* booleanInput */.tE)('dry-run'),
            retryLockMs: repository.retryLockMs,
            programVersion: version/* PROGRAM_VERSION */.c,
            origin: { configuration: null, run: (0,run/* currentRun */.x)() },
        },
    };
}
const WITHOUT_FILES = {
    paths: [],
    excludes: [],
    iexcludes: [],
    excludeCaches: false,
    excludeIfPresent: [],
    excludeLargerThanBytes: null,
    oneFileSystem: false,
    parent: 'newest',
    onUnreadable: 'fail',
    onChanged: 'auto',
};

// EXTERNAL MODULE: ./build/actions/issues.js
var issues = __webpack_require__(34198);
// EXTERNAL MODULE: ./build/actions/notices.js
var notices = __webpack_require__(91637);
// EXTERNAL MODULE: ./build/actions/post.js
var post = __webpack_require__(97752);
// EXTERNAL MODULE: ./build/actions/unfinished.js
var unfinished = __webpack_require__(51719);
;// CONCATENATED MODULE: ./build/actions/dump-db.js
















const ABOUT = {
    ...notices/* OF_A_HOST */.be,
    action: 'Dump',
    byEnvironment: false,
    settleIssue: (0,issues/* issueOf */.v)('dump'),
};
/** Streams dumps of databases into one snapshot. */
async function main() {
    const policy = { title: 'Dump failed', severity: 'fail', onFailure: summarizeFailure };
    await (0,notices/* runMain */.VN)(ABOUT, policy, dumpDatabases);
}
async function dump_db_post() {
    await (0,post/* finishForMain */.y)();
    await (0,notices/* noticeCutOff */.QB)(ABOUT);
}
async function dumpDatabases(tools) {
    unfinished/* unfinished */.M.mainStarted();
    const inputs = await readDumpDbInputs();
    const title = `Dump databases of ${inputs.options.target} on ${inputs.host.on}`;
    const { result, afterFailure } = await (0,log/* inGroup */.HB)(title, () => (0,backup_run/* runBackup */.Q3)(inputs, tools));
    giveOutputs(result);
    log/* log */.Rm.info(oneLine(result));
    const shrunk = shrunkIn(result);
    if (shrunk.length > 0)
        (0,annotations/* warn */.R8)('A dump has shrunk', `${shrunk.join('; ')}. See whether that is meant.`);
    if (afterFailure !== null)
        throw afterFailure;
    (0,summary/* addSummary */.S0)((0,backup_summary/* backupSummary */.fj)(result, inputs.repository.location));
}
function shrunkIn(result) {
    return result.dumps.flatMap(({ record, change }) => (change?.shrunk ?? []).map((line) => `${record.name}: ${line}`));
}
function giveOutputs(result) {
    const { summary } = result;
    const fingerprints = result.dumps.flatMap(({ record: { fingerprint } }) => fingerprint ?? []);
    const tableCount = fingerprints.reduce((sum, one) => sum + Object.keys(one.tables).length, 0);
    const rowCount = fingerprints.reduce((sum, one) => sum + (0,fingerprint/* rowsIn */.Nn)(one), 0);
    (0,outputs/* setOutputs */.n0)({
        'snapshot-id': result.snapshotId ?? '',
        'parent-id': result.parentId ?? '',
        dumps: (0,backup_run/* dumpNames */.N0)(result),
        tables: tableCount,
        rows: rowCount,
        shrunk: shrunkIn(result).length > 0,
        'bytes-total': summary.totalBytesProcessed,
        'bytes-added': summary.dataAdded,
        'bytes-stored': summary.dataAddedPacked,
        'duration-seconds': Math.round(result.durationMs / 1000),
    });
}
function oneLine(result) {
    if (result.snapshotId === null)
        return 'Dry run: the databases can be dumped.';
    const what = `${(0,amounts.formatCounted)(result.dumps.length, 'dump')}, ${(0,amounts.formatBytes)(result.bytesRead)}`;
    return `Snapshot ${result.snapshotId.slice(0, 8)}: ${what}; ${(0,amounts.formatBytes)(result.summary.dataAddedPacked)} stored.`;
}
function summarizeFailure(error) {
    const { way, repository } = (0,access/* shownPlaces */.GF)();
    const target = (0,inputs/* textInput */._Z)('of') ?? tags/* DEFAULT_TARGET */.Kv;
    (0,summary/* addSummary */.S0)((0,backup_summary/* failedBackupSummary */._n)(error, { target, on: way.on, repository, checkpoint: (0,backup_run/* lastCheckpoint */.ZP)() }));
}


/***/ }),

/***/ 22465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eY: () => (/* binding */ readRoleArn),
  vY: () => (/* binding */ readStorageInputs),
  IJ: () => (/* binding */ roleFor)
});

// EXTERNAL MODULE: ./build/backends/storage-flags.js
var storage_flags = __webpack_require__(6595);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(96421);
// EXTERNAL MODULE: ./build/github/log.js
var log = __webpack_require__(30284);
;// CONCATENATED MODULE: ./build/github/id-token.js



/**
 * A fresh token in which GitHub says what job this is, for one who trusts it (`audience`). Good for some minutes; masked.
 * @throws HoldfastError no-permission when the job may have none; backend-failed when GitHub gives none.
 */
async function idToken(audience) {
    if (!process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] || !process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']) {
        throw new errors/* HoldfastError */.E('no-permission', 'Cannot ask GitHub for the token that `aws-role` needs: this job has no right to one, expected ' +
            '`permissions: id-token: write` in the workflow. (Pull requests from forks never get it.)');
    }
    try {
        return await core/* getIDToken */.V9(audience);
    }
    catch (cause) {
        const reason = (0,log/* withoutCommands */.Df)(cause instanceof Error ? cause.message : String(cause));
        throw new errors/* HoldfastError */.E('backend-failed', `Cannot get GitHub’s token for ${JSON.stringify(audience)}: ${reason}. Run the job again.`, { cause });
    }
}

// EXTERNAL MODULE: ./build/github/inputs.js
var inputs = __webpack_require__(52325);
// EXTERNAL MODULE: ./build/github/secrets.js
var secrets = __webpack_require__(45907);
;// CONCATENATED MODULE: ./build/actions/storage-inputs.js





/** Who the tokens of GitHub's for AWS are for. */
const AUDIENCE = 'sts.amazonaws.com';
/** What AWS takes for the name of a session. */
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
/** How the repository's storage is reached, from the inputs that every action has for it. Secrets are masked. @throws HoldfastError bad-input. */
function readStorageInputs() {
    const options = (0,storage_flags/* parseStorageOptions */.z)((0,inputs/* listInput */.dt)('storage-options'), 'the input `storage-options`');
    const region = (0,inputs/* textInput */._Z)('aws-region');
    if (region !== null && options.region !== undefined && options.region !== region) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot use both the input `aws-region` and `s3.region` of `storage-options`: they differ, expected one of them.');
    }
    const objectLock = (0,storage_flags/* parseObjectLock */.c)({ mode: (0,inputs/* textInput */._Z)('object-lock'), days: (0,inputs/* textInput */._Z)('object-lock-days') }, { mode: 'the input `object-lock`', days: 'the input `object-lock-days`' });
    return {
        ...options,
        ...(region === null ? {} : { region }),
        credentials: readCredentials(region ?? undefined),
        objectLock,
    };
}
/** Undefined: by AWS's own chain. */
function readCredentials(region) {
    const ways = [readKeys(), readProfile(), readRole(region)].filter((way) => way !== undefined);
    if (ways.length <= 1)
        return ways[0];
    throw new errors/* HoldfastError */.E('bad-input', 'Cannot use several of the inputs `aws-access-key-id`, `aws-profile` and `aws-role`: expected one of them.');
}
function readKeys() {
    const accessKeyId = (0,inputs/* textInput */._Z)('aws-access-key-id');
    const secretAccessKey = (0,inputs/* textInput */._Z)('aws-secret-access-key');
    const sessionToken = (0,inputs/* textInput */._Z)('aws-session-token');
    for (const secret of [secretAccessKey, sessionToken])
        (0,secrets/* mask */.dK)(secret ?? '');
    if (accessKeyId !== null && secretAccessKey !== null) {
        return {
            kind: 'keys',
            accessKeyId,
            secretAccessKey,
            ...(sessionToken === null ? {} : { sessionToken }),
        };
    }
    if (accessKeyId === null && secretAccessKey === null && sessionToken === null)
        return undefined;
    throw new errors/* HoldfastError */.E('bad-input', 'Cannot use only a part of a key: expected both the inputs `aws-access-key-id` and `aws-secret-access-key`. ' +
        '(Secrets are empty in pull requests from forks.)');
}
function readProfile() {
    const name = (0,inputs/* textInput */._Z)('aws-profile');
    return name === null ? undefined : { kind: 'profile', name };
}
function readRole(region) {
    const arn = readRoleArn((0,inputs/* textInput */._Z)('aws-role'), 'aws-role');
    const name = (0,inputs/* textInput */._Z)('aws-role-session-name');
    if (arn === null) {
        if (name === null)
            return undefined;
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot use the input `aws-role-session-name` alone: expected `aws-role` with it.');
    }
    if (name !== null && !SESSION_NAME.test(name)) {
        throw (0,inputs/* badInput */.AN)('aws-role-session-name', name, '2 to 64 letters, digits and +=,.@-_');
    }
    return { ...roleFor(arn, region), ...(name === null ? {} : { sessionName: name }) };
}
/** @throws HoldfastError bad-input for what is no ARN of a role. */
function readRoleArn(text, input) {
    if (text === null || /^arn:[a-z-]+:iam::[^:\s]*:role\/\S+$/.test(text))
        return text;
    throw (0,inputs/* badInput */.AN)(input, text, 'a role’s ARN, such as `arn:aws:iam::123456789012:role/backup`');
}
/** A role to assume by GitHub's token, for as long as the job runs. */
function roleFor(arn, region) {
    return {
        kind: 'role',
        arn,
        sessionName: defaultSessionName(),
        region,
        token: () => idToken(AUDIENCE),
        onSecret: secrets/* mask */.dK,
    };
}
/** By it the storage's own log tells which run it was. */
function defaultSessionName() {
    const run = process.env['GITHUB_RUN_ID'] ?? '';
    return `holdfast-${/^\d{1,20}$/.test(run) ? run : 'run'}`;
}


/***/ }),

/***/ 29872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseStopSpans),
/* harmony export */   t: () => (/* binding */ parseQuiesce)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73110);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


const DEFAULT_LEASE_MS = 120_000;
const DEFAULT_LONGEST_MS = 3_600_000;
/** A busy host, a slow line and four renewals must fit. */
const MIN_LEASE_MS = 20_000;
/**
 * How the application is stopped, or undefined: it isn't.
 * @param show A word as the user knows it: `--stop`, or `the input \`stop\``.
 * @throws HoldfastError bad-input for words that are missing, would be ignored, or mean too short a time.
 */
function parseQuiesce({ stop, start, status, lease, maxQuiesce, container }, show) {
    if (stop.length === 0 || start.length === 0) {
        const given = [
            start.length > 0 && 'start',
            stop.length > 0 && 'stop',
            status !== null && 'status',
            lease !== null && 'lease',
            maxQuiesce !== null && 'max-quiesce',
        ].find((word) => word !== false);
        if (given === undefined)
            return undefined;
        const missing = stop.length === 0 ? 'stop' : 'start';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show(given)} without ${show(missing)}: an application that is stopped must be started again, and who starts it must have stopped it.`);
    }
    const blank = [...stop, ...start, status ?? '-'].some((command) => command.trim() === '');
    if (blank) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use an empty command for ${show('stop')}, ${show('start')} or ${show('status')}: expected a shell command.`);
    }
    if (container !== null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('stop')} with ${show('container')}: a watchdog in a container ends with it. Back the container’s volumes up from its host, and stop the container there.`);
    }
    return { stop, start, status, ...parseStopSpans({ lease, maxQuiesce }, show) };
}
/** How long an application may be held. @throws HoldfastError bad-input for too short a time. */
function parseStopSpans({ lease, maxQuiesce }, show) {
    const leaseMs = lease === null ? DEFAULT_LEASE_MS : (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(lease, show('lease'));
    const longestMs = maxQuiesce === null ? DEFAULT_LONGEST_MS : (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(maxQuiesce, show('max-quiesce'));
    if (leaseMs < MIN_LEASE_MS) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('lease')}: it is ${JSON.stringify(lease)}, expected 20s at least: it is renewed four times in that time, over a line that may be slow.`);
    }
    if (longestMs < leaseMs) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('max-quiesce')}: it is ${longestMs / 1000} s, and ${show('lease')} ${leaseMs / 1000} s, expected no less than that.`);
    }
    return { leaseMs, longestMs };
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

/***/ 26034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qh: () => (/* binding */ parseDatabaseAt),
/* harmony export */   _9: () => (/* binding */ isPlaceOfOurs)
/* harmony export */ });
/* unused harmony export tunnelledDatabase */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _hosts_local_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60051);
/* harmony import */ var _databases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99298);





const ENGINES = {
    postgresql: { port: 5432, socketName: '.s.PGSQL.5432', option: (socket) => `host=${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(socket)}` },
    mysql: { port: 3306, option: (socket) => `socket=${socket}` },
    redis: { port: 6379, option: (socket) => `socket=${socket}` },
};
const ALIASES = {
    postgres: 'postgresql',
    mariadb: 'mysql',
    valkey: 'redis',
};
const PARTS = /^([a-z]+):\/\/(?:([^@/?#]*)@)?(\[[^\]/]*\]|[^:/?#@]+)(?::([0-9]{1,5}))?(\/[^?#]*)?(?:\?([^#]*))?$/;
/**
 * A database whose tools run on this machine, and reach the server through the connection to a host: at the address of the URL, as
 * that host sees it.
 * @throws HoldfastError bad-input, also for an engine whose client takes no socket, and for a URL without a host.
 */
function tunnelledDatabase(text, name, env) {
    const direct = (0,_databases_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDatabase */ .Jq)(text, name, env); // says what else is wrong
    const [, scheme = '', user, host = '', port, path = '', query] = PARTS.exec(text) ?? [];
    const engine = ENGINES[ALIASES[scheme] ?? scheme];
    if (engine === undefined || host === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot reach ${JSON.stringify(direct.shown)} through a tunnel: expected a URL of PostgreSQL, MySQL or Redis with the server’s host, as ` +
            'the host of the files sees it: postgresql://user@127.0.0.1/name. Or run the tools on that host (host).');
    }
    const said = new URLSearchParams(query ?? '');
    refuseLostName(said, direct.shown);
    const to = {
        host: said.get('hostaddr') ?? decodeURIComponent(host.replace(/^\[(.*)\]$/, '$1')),
        port: Number(port ?? engine.port),
    };
    // At the end here it would lead past the tunnel.
    const options = (query ?? '')
        .split('&')
        .filter((option) => option !== '' && !option.startsWith('hostaddr='));
    const login = user === undefined ? '' : `${user}@`;
    const parsed = (authority, option) => (0,_databases_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDatabase */ .Jq)(`${scheme}://${login}${authority}${path}?${[...options, option].join('&')}`, name, env);
    // The name stays, for the certificate; where it is, is this machine's end.
    const atPort = (number) => parsed(`${host}:${number}`, 'hostaddr=127.0.0.1');
    const atSocket = (socket) => parsed('', engine.option(encodeURI(socket)));
    const open = async (login) => {
        if (demandsTls(said)) {
            const tunnel = await login.forwardPort?.(to);
            return tunnel && { tunnel, database: atPort(tunnel.port) };
        }
        const tunnel = await login.forward?.(to, { socketName: engine.socketName });
        return tunnel && { tunnel, database: atSocket(tunnel.socketPath) };
    };
    return new TunnelledDatabase(direct.shown, open);
}
/** libpq holds it on its way to a port, and not on a Unix socket: there it says nothing, and speaks in plain. */
function demandsTls(said) {
    return !['disable', 'allow', 'prefer'].includes(said.get('sslmode') ?? 'prefer');
}
/** What the client of MySQL compares with the name that it connects to, which is ours. @throws HoldfastError bad-input. */
function refuseLostName(said, shown) {
    const kept = ['preferred', 'off', 'required', 'true', 'false'];
    const lost = said.getAll('tls').find((word) => !kept.includes(word));
    if (lost === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot reach ${JSON.stringify(shown)} through a tunnel with tls=${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(lost)}: its client sees a Unix socket, and no name that the ` +
        'certificate could say. Run the tools on that host (host), or say tls=required if the way from the host to the server is safe.');
}
/** As `parseDatabase`, for tools that run at `place`: `tunnel`, or any other. @throws HoldfastError as both. */
function parseDatabaseAt(place, text, name, env) {
    return place === 'tunnel' ? tunnelledDatabase(text, name, env) : (0,_databases_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDatabase */ .Jq)(text, name, env);
}
/** Where databases' tools may run beside a container: on the host, here, or here through a tunnel. */
function isPlaceOfOurs(place) {
    return place === 'host' || place === 'here' || place === 'tunnel';
}
class TunnelledDatabase {
    shown;
    #openTunnel;
    constructor(shown, openTunnel) {
        this.shown = shown;
        this.#openTunnel = openTunnel;
    }
    async prepareDumps(login, context) {
        const { database, host, tunnel, close } = await this.#open(login);
        try {
            const dumps = await database.prepareDumps(host, context);
            if (dumps.length === 0)
                await close();
            // The last one that is closed takes the tunnel with it.
            const open = new Set(dumps);
            return dumps.map((dump) => closingAfter(dump, async () => {
                open.delete(dump);
                if (open.size === 0)
                    await close();
            }));
        }
        catch (error) {
            await close();
            throw explained(error, tunnel);
        }
    }
    async restore(login, dump, terms, context) {
        const { database, host, tunnel, close } = await this.#open(login);
        try {
            return await database.restore(host, dump, terms, context);
        }
        catch (error) {
            throw explained(error, tunnel);
        }
        finally {
            await close();
        }
    }
    /** @throws HoldfastError host-unsupported, and as openTunnel. */
    async #open(login) {
        const opened = await this.#openTunnel(login);
        if (opened === undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('host-unsupported', `Cannot reach ${JSON.stringify(this.shown)} through "${login.name}": it gives no way to its network, expected a host over SSH. ` +
                'Run the tools there (host), or in a container of it.');
        }
        const host = (0,_hosts_local_js__WEBPACK_IMPORTED_MODULE_4__/* .localHost */ .O)();
        const close = async () => {
            await host.close();
            await opened.tunnel.close();
        };
        return { ...opened, host, close };
    }
}
/** A client only sees that it is closed. */
function explained(error, { failure }) {
    return failure ?? error;
}
function closingAfter(dump, closed) {
    return {
        name: dump.name,
        isPinned: dump.isPinned,
        stream: () => dump.stream(),
        record: () => dump.record(),
        close: async () => {
            try {
                await dump.close();
            }
            finally {
                await closed();
            }
        },
    };
}


/***/ }),

/***/ 61098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ compilePatterns)
});

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/files/rune.js
/** What Go puts for a byte that isn't part of valid UTF-8. */
const REPLACEMENT = 0xfffd;
/** The character of `bytes` at `at`, which is inside it. */
function decodeRune(bytes, at) {
    const first = bytes.charCodeAt(at);
    if (first < 0x80)
        return { codePoint: first, length: 1 };
    const length = first >= 0xc2 && first <= 0xdf
        ? 2
        : first >= 0xe0 && first <= 0xef
            ? 3
            : first >= 0xf0 && first <= 0xf4
                ? 4
                : 0;
    if (length === 0 || at + length > bytes.length)
        return INVALID;
    let codePoint = first & (0xff >> (length + 1));
    for (let i = 1; i < length; i++) {
        const next = bytes.charCodeAt(at + i);
        if ((next & 0xc0) !== 0x80)
            return INVALID;
        codePoint = (codePoint << 6) | (next & 0x3f);
    }
    const isOverlong = codePoint < (length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000);
    const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
    return isOverlong || isSurrogate || codePoint > 0x10ffff ? INVALID : { codePoint, length };
}
const INVALID = { codePoint: REPLACEMENT, length: 1 };
/** `bytes` in lower case as Go's `strings.ToLower` writes it: character by character, invalid bytes as U+FFFD. */
function toLowerBytes(bytes) {
    if (/^[\x00-\x7f]*$/.test(bytes))
        return bytes.toLowerCase();
    let lower = '';
    for (let at = 0; at < bytes.length;) {
        const { codePoint, length } = decodeRune(bytes, at);
        // One character's lower case is one character, but for U+0130, whose second is left out (as in Unicode's table).
        lower += String.fromCodePoint(String.fromCodePoint(codePoint).toLowerCase().codePointAt(0));
        at += length;
    }
    return Buffer.from(lower, 'utf8').toString('latin1');
}

;// CONCATENATED MODULE: ./build/files/pattern.js



/**
 * @throws HoldfastError bad-input at a syntax error (an open bracket, a backslash at the end), which filepath.Match
 *   calls ErrBadPattern.
 */
function compileComponent(pattern) {
    const bytes = (0,bytestring.fromText)(pattern);
    if (!/[\\[\]*?]/.test(pattern))
        return { matches: (name) => name === bytes };
    if (!/[\\[\]?]/.test(pattern))
        return starPattern(bytes.split('*'));
    const chunks = new ComponentParser(pattern, bytes).parse();
    return { matches: (name) => matchChunks(chunks, 0, name, 0) };
}
/** What most patterns are: literal text with stars between. The first text begins a name, the last one ends it. */
function starPattern(texts) {
    const first = texts[0] ?? '';
    const last = texts.at(-1) ?? '';
    const middle = texts.slice(1, -1);
    return {
        matches: (name) => {
            if (!name.startsWith(first) || !name.endsWith(last))
                return false;
            let at = first.length;
            for (const text of middle) {
                const found = name.indexOf(text, at);
                if (found === -1)
                    return false;
                at = found + text.length;
            }
            return at + last.length <= name.length;
        },
    };
}
class ComponentParser {
    #pattern;
    #bytes;
    #at = 0;
    constructor(pattern, bytes) {
        this.#pattern = pattern;
        this.#bytes = bytes;
    }
    parse() {
        const chunks = [];
        while (this.#at < this.#bytes.length) {
            const afterStar = this.#bytes[this.#at] === '*';
            while (this.#bytes[this.#at] === '*')
                this.#at++;
            const items = [];
            while (this.#at < this.#bytes.length && this.#bytes[this.#at] !== '*')
                items.push(this.#item());
            chunks.push({ afterStar, items });
        }
        return chunks;
    }
    #item() {
        const byte = this.#bytes[this.#at++];
        if (byte === '?')
            return { kind: 'any' };
        if (byte === '[')
            return this.#set();
        if (byte !== '\\')
            return { kind: 'byte', byte };
        const escaped = this.#bytes[this.#at++];
        if (escaped === undefined)
            throw this.#malformed('it ends in a backslash');
        return { kind: 'byte', byte: escaped };
    }
    #set() {
        const negated = this.#bytes[this.#at] === '^';
        if (negated)
            this.#at++;
        const ranges = [];
        while (this.#bytes[this.#at] !== ']' || ranges.length === 0) {
            const low = this.#setCharacter();
            if (this.#bytes[this.#at] === '-') {
                this.#at++;
                ranges.push([low, this.#setCharacter()]);
            }
            else {
                ranges.push([low, low]);
            }
        }
        this.#at++;
        return { kind: 'set', negated, ranges };
    }
    #setCharacter() {
        const first = this.#bytes[this.#at];
        if (first === undefined || first === '-' || first === ']')
            throw this.#malformed('a bracket is not closed or empty');
        if (first === '\\')
            this.#at++;
        if (this.#at >= this.#bytes.length)
            throw this.#malformed('it ends in a backslash');
        const rune = decodeRune(this.#bytes, this.#at);
        this.#at += rune.length;
        if (this.#at >= this.#bytes.length)
            throw this.#malformed('a bracket is not closed');
        return rune.codePoint;
    }
    #malformed(why) {
        return new errors/* HoldfastError */.E('bad-input', `Cannot use the pattern ${JSON.stringify(this.#pattern)}: ${why}. ` +
            'Put a backslash before characters of a name that mean something in a pattern: * ? [ ] \\.');
    }
}
/** Whether `chunks` from `index` on match all of `name` from `at` on. */
function matchChunks(chunks, index, name, at) {
    const chunk = chunks[index];
    if (chunk === undefined)
        return at === name.length;
    const isLast = index === chunks.length - 1;
    if (chunk.afterStar && chunk.items.length === 0)
        return true;
    // A chunk has no star in it, so where it fits first is as good as any later place for all chunks but the last.
    for (let start = at; start <= name.length; start++) {
        const end = matchItems(chunk.items, name, start);
        if (end !== -1 && !isLast)
            return matchChunks(chunks, index + 1, name, end);
        if (end === name.length && isLast)
            return true;
        if (!chunk.afterStar)
            return false;
    }
    return false;
}
/** Where the match of `items` at `at` ends, or -1. */
function matchItems(items, name, at) {
    for (const item of items) {
        if (at >= name.length)
            return -1;
        if (item.kind === 'byte') {
            if (name[at++] !== item.byte)
                return -1;
            continue;
        }
        const { codePoint, length } = decodeRune(name, at);
        at += length;
        if (item.kind === 'any')
            continue;
        const isIn = item.ranges.some(([low, high]) => codePoint >= low && codePoint <= high);
        if (isIn === item.negated)
            return -1;
    }
    return at;
}

;// CONCATENATED MODULE: ./build/files/path-patterns.js



/**
 * @param options.ignoreCase As restic's `--iexclude`: both sides in lower case.
 * @throws HoldfastError bad-input at a pattern with a syntax error.
 */
function compilePatterns(patterns, options = {}) {
    const ignoreCase = options.ignoreCase === true;
    const compiled = patterns
        .filter((pattern) => pattern !== '')
        .map((pattern) => compilePattern(pattern, ignoreCase));
    return new PatternList(compiled, ignoreCase ? toLowerBytes : (name) => name);
}
class PatternList {
    patterns;
    #fold;
    /** The folder of the last path asked for, with a slash behind it, and what is known of it: most paths come by it. */
    #folder = '';
    #components = [];
    #folderMatches = [];
    constructor(patterns, fold) {
        this.patterns = patterns;
        this.#fold = fold;
    }
    matches(path) {
        if (this.patterns.length === 0)
            return false;
        const nameAt = path.lastIndexOf('/') + 1;
        if (nameAt !== this.#folder.length || !path.startsWith(this.#folder))
            this.#enter(path.slice(0, nameAt));
        const name = path === '/' ? null : this.#fold(path.slice(nameAt));
        let matched = false;
        for (const [i, pattern] of this.patterns.entries()) {
            // One that would change nothing isn't looked at.
            if (matched !== pattern.isNegated)
                continue;
            const isMatch = this.#folderMatches[i] === true || (name !== null && matchesAtEnd(pattern, this.#components, name));
            if (isMatch)
                matched = !pattern.isNegated;
        }
        return matched;
    }
    mayMatchBelow(path) {
        const components = componentsOf(this.#fold(path));
        let mayMatch = false;
        for (const pattern of this.patterns) {
            if (pattern.isNegated)
                mayMatch &&= !matchesPattern(pattern, components);
            else
                mayMatch ||= mayMatchDeeper(pattern, components);
        }
        return mayMatch;
    }
    #enter(folder) {
        this.#folder = folder;
        this.#components = componentsOf(this.#fold((folder.slice(0, -1) || '/')));
        this.#folderMatches = this.patterns.map((pattern) => matchesPattern(pattern, this.#components));
    }
}
function compilePattern(original, ignoreCase) {
    const folded = ignoreCase
        ? Buffer.from(toLowerBytes((0,bytestring.fromText)(original)), 'latin1').toString('utf8')
        : original;
    const isNegated = folded.startsWith('!');
    const { isAbsolute, components } = cleaned(isNegated ? folded.slice(1) : folded);
    const parts = withoutIdleStars(components, isAbsolute).map((component) => component === '**' ? component : compileComponent(component));
    return { original, isNegated, isAbsolute, components, parts, hasDoubleStar: parts.includes('**') };
}
/**
 * `components` without double stars that say nothing: at the beginning, since a relative pattern matches below any
 * folder, and at the end, since a pattern matches all that is below what it matches.
 */
function withoutIdleStars(components, isAbsolute) {
    const first = isAbsolute ? 0 : components.findIndex((component) => component !== '**');
    const last = components.findLastIndex((component) => component !== '**');
    if (last === -1)
        return isAbsolute ? [] : components.slice(0, 1);
    return components.slice(first, last + 1);
}
/** As Go's `filepath.Clean`: no empty components, no `.`, `..` taken back where it can be. */
function cleaned(pattern) {
    const isAbsolute = pattern.startsWith('/');
    const components = [];
    for (const component of pattern.split('/')) {
        if (component === '' || component === '.')
            continue;
        if (component !== '..')
            components.push(component);
        else if (components.length > 0 && components.at(-1) !== '..')
            components.pop();
        else if (!isAbsolute)
            components.push('..');
    }
    return { isAbsolute, components: components.length === 0 && !isAbsolute ? ['.'] : components };
}
function componentsOf(path) {
    return path === '/' ? [] : path.slice(1).split('/');
}
/** Whether `pattern` matches the beginning of `path`, or, if it is relative, some run of its components. */
function matchesPattern({ isAbsolute, parts }, path) {
    return (isAbsolute || path.length > 0) && matchesFrom(parts, path, !isAbsolute);
}
/** Whether `pattern` matches at the end of the path of `name` in `folder`. It may say so if it matches `folder` alone. */
function matchesAtEnd(pattern, folder, name) {
    const { parts } = pattern;
    const last = parts.at(-1);
    if (last !== undefined && last !== '**' && !last.matches(name))
        return false;
    if (pattern.hasDoubleStar)
        return matchesPattern(pattern, [...folder, name]);
    const start = folder.length + 1 - parts.length;
    if (start < 0 || parts.length === 0 || (pattern.isAbsolute && start > 0))
        return false;
    for (let i = parts.length - 2; i >= 0; i--) {
        if (!parts[i].matches(folder[start + i]))
            return false;
    }
    return true;
}
/**
 * Whether `parts` match components of `path` from `at` on, at its beginning or, if it `floats`, anywhere. Where a run of parts between
 * two `**` fits first is as good as any later place for what comes after it, so nothing is tried twice: a pattern comes
 * from a pull request, and must not cost more than its length times the path's.
 */
function matchesFrom(parts, path, floats) {
    let mayMove = floats;
    let at = 0;
    for (let part = 0; part < parts.length;) {
        if (parts[part] === '**') {
            mayMove = true;
            part++;
            continue;
        }
        const end = endOfRun(parts, part);
        while (!fits(parts, part, end, path, at))
            if (!mayMove || ++at > path.length - (end - part))
                return false;
        at += end - part;
        part = end;
        mayMove = false;
    }
    return true;
}
/** Where the parts from `part` on come to a `**`, or to their end. */
function endOfRun(parts, part) {
    const end = parts.indexOf('**', part);
    return end === -1 ? parts.length : end;
}
function fits(parts, part, end, path, at) {
    if (at + end - part > path.length)
        return false;
    for (let i = part; i < end; i++) {
        if (!parts[i].matches(path[at + i - part]))
            return false;
    }
    return true;
}
/** Whether `pattern` may match something below the folder `path`. */
function mayMatchDeeper({ isAbsolute, parts }, path) {
    if (!isAbsolute)
        return true;
    const fixed = parts.indexOf('**');
    const length = Math.min(path.length, fixed === -1 ? parts.length : fixed);
    return matchesFrom(parts.slice(0, length), path, false);
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

/***/ 84523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ becomeOf),
/* harmony export */   l: () => (/* binding */ sshClientOf)
/* harmony export */ });
/* harmony import */ var _choice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68881);

/** @throws HoldfastError bad-input. */
function sshClientOf(text, name) {
    return text == null ? 'ssh2' : (0,_choice_js__WEBPACK_IMPORTED_MODULE_0__.parseChoice)(text, name, ['ssh2', 'openssh']);
}
/** @throws HoldfastError bad-input. */
function becomeOf(text, name) {
    return text == null ? undefined : (0,_choice_js__WEBPACK_IMPORTED_MODULE_0__.parseChoice)(text, name, ['sudo']);
}


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

/***/ 20750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S5: () => (/* binding */ isFromFuture),
/* harmony export */   VC: () => (/* binding */ futureProblem),
/* harmony export */   h5: () => (/* binding */ shownTime)
/* harmony export */ });
/** By so much clocks of machines that take backups and of the one that reads them may differ. */
const FUTURE_TOLERANCE_NS = 10n * 60n * 1000000000n;
/** Whether something says that it was taken later than now: a clock is wrong, or somebody forged it. */
function isFromFuture(timeNs, nowNs = BigInt(Date.now()) * 1000000n) {
    return timeNs > nowNs + FUTURE_TOLERANCE_NS;
}
/** Why `latest` is not taken for it. @param what `snapshot 1234abcd`. */
function futureProblem(what, timeNs) {
    const now = new Date().toISOString().slice(0, SHOWN_CHARACTERS);
    return `the newest, ${what}, is from the future (${shownTime(timeNs)}, and by this machine’s clock it is ${now}), expected one that was taken before now. If it is this machine’s clock that is wrong, set it. Else another’s is or was, or somebody forged it: look at it, and at those before it`;
}
/** `2026-11-21T10:47`. */
const SHOWN_CHARACTERS = 16;
function shownTime(timeNs) {
    const time = new Date(Number(timeNs / 1000000n));
    return Number.isNaN(time.getTime()) ? 'far in the future' : time.toISOString().slice(0, SHOWN_CHARACTERS);
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

/***/ 51767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ parseNewTags),
/* harmony export */   c: () => (/* binding */ splitTags)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47508);


/** Single tags out of restic's form `a,b`, given once or several times; empty ones are left out, as restic does. */
function splitTags(lists) {
    return lists.flatMap((list) => list.split(',').map((tag) => tag.trim())).filter((tag) => tag !== '');
}
/**
 * The same for a new snapshot. Ours say what it is: with one of them it would be another application's, or a checkpoint, which
 * the next backup removes.
 *
 * @param name What a person gave them by.
 * @throws HoldfastError bad-input.
 */
function parseNewTags(lists, name) {
    const tags = splitTags(lists);
    const own = tags.find(_repository_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .isOwnTag */ .$3);
    if (own === undefined)
        return tags;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(own)}, and that is a tag of Holdfast’s own, expected neither \`incomplete\` nor one that ` +
        'begins with `holdfast:`. Choose another; what a snapshot is of, and why it stays, is said by `of` (`target`) and `keep-because`.');
}


/***/ })

};
