export const id = 4763;
export const ids = [4763];
export const modules = {

/***/ 65487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connect: () => (/* binding */ connect)
/* harmony export */ });
/* harmony import */ var _hosts_connect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79662);
/* harmony import */ var _hosts_host_access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84523);
/* harmony import */ var _settings_secret_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95850);
/* harmony import */ var _password_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64986);
/* harmony import */ var _prompt_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9863);





/** Connects to the host that the flags name. The agent is the one that ssh would ask. */
async function connect(task) {
    const { flags, terminal, signal } = task;
    const client = (0,_hosts_host_access_js__WEBPACK_IMPORTED_MODULE_0__/* .sshClientOf */ .l)(flags.sshClient, '--ssh-client');
    const password = client === 'ssh2' || flags.sshPasswordFile !== undefined ? await sshPassword(task) : null;
    return (0,_hosts_connect_js__WEBPACK_IMPORTED_MODULE_1__.connectHost)(flags.on, {
        client,
        identity: flags.identity,
        passphrase: await identityPassphrase(task),
        password: password ?? undefined,
        knownHosts: flags.knownHosts,
        jump: flags.jump,
        become: (0,_hosts_host_access_js__WEBPACK_IMPORTED_MODULE_0__/* .becomeOf */ .b)(flags.become, '--become'),
        container: flags.container,
        // Servers let nobody try often: an agent's keys would use up the tries before the password's turn.
        agent: password === null ? terminal.env['SSH_AUTH_SOCK'] : undefined,
        signal,
    });
}
async function sshPassword({ flags, terminal: { env } }) {
    const file = flags.sshPasswordFile;
    if (file !== undefined)
        return (0,_password_js__WEBPACK_IMPORTED_MODULE_2__.readSecretFile)(file, 'the SSH password');
    return (0,_settings_secret_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentSecret */ .q)(env['HOLDFAST_SSH_PASSWORD'], 'HOLDFAST_SSH_PASSWORD');
}
/** Asked for when the key needs one and somebody is there. */
async function identityPassphrase({ flags, terminal, signal }) {
    const { identity, identityPassphraseFile: file } = flags;
    if (file !== undefined)
        return (0,_password_js__WEBPACK_IMPORTED_MODULE_2__.readSecretFile)(file, 'the key’s passphrase');
    if (identity === undefined || flags.on === 'local' || !(0,_prompt_js__WEBPACK_IMPORTED_MODULE_4__.canAsk)(terminal))
        return undefined;
    const { needsPassphrase } = await Promise.all(/* import() | ssh */[__webpack_require__.e(5472), __webpack_require__.e(3347)]).then(__webpack_require__.bind(__webpack_require__, 22220));
    if (!(await needsPassphrase(identity)))
        return undefined;
    return (0,_prompt_js__WEBPACK_IMPORTED_MODULE_4__/* .askSecret */ .w)(terminal, 'enter passphrase of the private key: ', signal);
}


/***/ }),

/***/ 16002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   databaseHost: () => (/* binding */ databaseHost),
/* harmony export */   databasesOf: () => (/* binding */ databasesOf),
/* harmony export */   parserOf: () => (/* binding */ parserOf)
/* harmony export */ });
/* harmony import */ var _databases_tunnelled_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26034);
/* harmony import */ var _hosts_container_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6410);
/* harmony import */ var _hosts_local_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60051);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65487);




/** The databases that --database names. @throws HoldfastError bad-input. */
function databasesOf({ database, databaseOn }, env) {
    const parse = parserOf(databaseOn);
    return database.map((url) => ({ database: parse(url, 'the database', env) }));
}
/** `parseDatabase` for what --database-on says. @throws HoldfastError bad-input for a place that is none. */
function parserOf(databaseOn) {
    if (!(0,_databases_tunnelled_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlaceOfOurs */ ._9)(databaseOn))
        (0,_hosts_container_address_js__WEBPACK_IMPORTED_MODULE_1__/* .parseContainerAddress */ .z)(databaseOn);
    return (text, name, env) => (0,_databases_tunnelled_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDatabaseAt */ .Qh)(databaseOn, text, name, env);
}
/** How what --database-on says is reached; undefined: it is the host that --on names. */
function databaseHost(task) {
    const { databaseOn } = task.flags;
    if (databaseOn === 'host' || databaseOn === 'tunnel')
        return undefined;
    if (databaseOn === 'here')
        return async () => (0,_hosts_local_js__WEBPACK_IMPORTED_MODULE_2__/* .localHost */ .O)();
    return () => (0,_connect_js__WEBPACK_IMPORTED_MODULE_3__.connect)({ ...task, flags: { ...task.flags, container: databaseOn } });
}


/***/ }),

/***/ 80973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreDatabaseOf: () => (/* binding */ restoreDatabaseOf)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(95209);
/* harmony import */ var _databases_databases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99298);
/* harmony import */ var _databases_fingerprint_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(26861);
/* harmony import */ var _operations_restore_outcome_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(488);
/* harmony import */ var _operations_restore_record_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35139);
/* harmony import */ var _progress_compared_words_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(14085);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65487);
/* harmony import */ var _database_flags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16002);
/* harmony import */ var _restore_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19168);
/* harmony import */ var _restore_recorder_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(65330);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69261);











/** Puts a dump of the snapshot that `spec` names back into its database, and tells what became of it. */
async function restoreDatabaseOf(task, spec) {
    const [{ restoreDatabase }, { resolveSnapshot }] = await Promise.all([
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 36583)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 75207)),
    ]);
    const { flags, terminal, reporter } = task;
    const request = await (0,_restore_options_js__WEBPACK_IMPORTED_MODULE_0__.readSourceRequest)(task, spec);
    const parse = (0,_database_flags_js__WEBPACK_IMPORTED_MODULE_1__.parserOf)(flags.databaseOn);
    const given = flags.into === undefined ? null : parse(flags.into, '--into', terminal.env);
    const into = (record) => given ?? parse((0,_databases_databases_js__WEBPACK_IMPORTED_MODULE_2__/* .urlOf */ .rs)(record), '--into', terminal.env);
    const result = await (0,_session_js__WEBPACK_IMPORTED_MODULE_3__.withRepository)(task, 'none', async ({ repository, signal }) => {
        const snapshot = await resolveSnapshot(repository, request.snapshot, request.filter, signal);
        const about = { source: repository, snapshot, what: 'database' };
        const restore = async () => {
            const host = await (0,_connect_js__WEBPACK_IMPORTED_MODULE_4__.connect)(task);
            try {
                return await restoreDatabase(host, repository, options, reporter, signal);
            }
            finally {
                await host.close();
            }
        };
        const options = {
            snapshot,
            name: flags.database === true ? null : (flags.database ?? null),
            into,
            connectDatabase: (0,_database_flags_js__WEBPACK_IMPORTED_MODULE_1__.databaseHost)(task),
            overwrite: flags.overwriteDatabase ?? false,
            dryRun: flags.dryRun ?? false,
            noLock: !flags.lock,
            retryLockMs: (0,_session_js__WEBPACK_IMPORTED_MODULE_3__.retryLockMs)(flags),
            before: flags.before,
            after: flags.after,
        };
        return (0,_operations_restore_record_js__WEBPACK_IMPORTED_MODULE_5__.recorded)(await (0,_restore_recorder_js__WEBPACK_IMPORTED_MODULE_6__.restoreRecorder)(task), about, restore, (one) => (0,_operations_restore_outcome_js__WEBPACK_IMPORTED_MODULE_7__.databasesOutcome)([one]));
    });
    await show(task.output, result);
    if (result.afterFailure !== null)
        throw result.afterFailure;
}
async function show(output, result) {
    const { record, restored } = result;
    await output.json({
        message_type: 'summary',
        snapshot_id: result.snapshotId,
        dump: record.name,
        ...(restored === null ? { dry_run: true } : {}),
        total_bytes: record.size_bytes,
        database: restored?.database ?? null,
        moved_aside: restored?.movedAside ?? null,
        verified_tables: restored?.verified?.tables ?? null,
        verified_rows: restored?.verified?.rows ?? null,
        verified_only_counted: restored?.verified?.onlyCounted ?? null,
        seconds_elapsed: result.durationMs / 1000,
    });
    for (const line of lines(result))
        await output.line(line);
}
function* lines({ snapshotId, record, restored, durationMs }) {
    const what = `Snapshot ${snapshotId.slice(0, 8)}: dump ${record.name}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_8__.formatBytes)(record.size_bytes)}.`;
    yield what;
    if (restored === null) {
        yield 'Dry run: nothing was written.';
        return;
    }
    const { movedAside, verified, database } = restored;
    if (movedAside !== null)
        yield `The database that was there is called ${movedAside} now.`;
    if (verified === null) {
        yield `Not compared: ${(0,_databases_fingerprint_js__WEBPACK_IMPORTED_MODULE_9__/* .whyNotVerified */ .kG)(record.fingerprint)}.`;
    }
    else {
        yield `Compared: ${(0,_progress_compared_words_js__WEBPACK_IMPORTED_MODULE_10__/* .comparedWords */ .$)(verified)}.`;
    }
    yield `restored${database === null ? '' : ` to ${database}`} in ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_8__.formatDuration)(durationMs)}`;
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

/***/ 6770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ newDrillId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** A new drill's: `20261126T041500Z-1a2b3c4d`, the time it began and something of its own. */
function newDrillId(nowMs) {
    const time = new Date(nowMs).toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
    return `${time}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}`;
}


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

/***/ 30423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E8: () => (/* binding */ addDump),
/* harmony export */   cG: () => (/* binding */ pieceName)
/* harmony export */ });
/* unused harmony export DUMP_ENTRY_BYTES */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _entry_header_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82734);




/** A member's size stands before its content, and nobody knows a dump's: so much of it is held until it is written. */
const DUMP_ENTRY_BYTES = 64 * 1024 * 1024;
/** By their names the shell's `*` puts them in order: 64 TiB of dump. */
const NUMBER_DIGITS = 6;
/**
 * Writes a dump as members `<path>.000000`, `<path>.000001` and so on, all of `entryBytes` but the last: `cat <path>.*`
 * gives it back. An empty one has one empty member. Memory: one entry.
 *
 * @param dump.path In the archive: no leading slash.
 * @throws What `content` throws. The archive is of no use then.
 */
async function addDump(writer, dump, content) {
    const { entryBytes = DUMP_ENTRY_BYTES } = dump;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let bytes = 0;
    let entries = 0;
    let parts = [];
    let gathered = 0;
    const write = async () => {
        if (entries >= 10 ** NUMBER_DIGITS)
            throw tooLong(dump.path);
        const path = pieceName(dump.path, entries);
        await writer.add((0,_entry_header_js__WEBPACK_IMPORTED_MODULE_1__/* .ownHeader */ .sG)(path, 'file', gathered, dump.timeNs), parts);
        entries++;
        parts = [];
        gathered = 0;
    };
    for await (const part of content) {
        hash.update(part);
        bytes += part.length;
        for (let at = 0; at < part.length;) {
            if (gathered === entryBytes)
                await write();
            const length = Math.min(part.length - at, entryBytes - gathered);
            parts.push(Buffer.from(part.subarray(at, at + length)));
            gathered += length;
            at += length;
        }
    }
    if (gathered > 0 || entries === 0)
        await write();
    return { path: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(dump.path), bytes, sha256: hash.digest('hex'), entries };
}
/** What the member number `piece` of a dump is called, from 0. */
function pieceName(path, piece) {
    return `${path}.${String(piece).padStart(NUMBER_DIGITS, '0')}`;
}
function tooLong(path) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', `Cannot put the dump "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(path)}" into an archive: it has more than ${10 ** NUMBER_DIGITS} entries of 64 MiB. Dump it in parts.`);
}


/***/ }),

/***/ 82734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ linkHeader),
/* harmony export */   Io: () => (/* binding */ entryHeader),
/* harmony export */   sG: () => (/* binding */ ownHeader)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _restore_tar_header_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5003);


const NONE = '';
const NOTHING_READ = { sizeBytes: 0n, segments: null, extendedAttributes: [], readAs: null };
/** The member that holds `entry` at its own path without the leading slash: metadata as listed, contents as read. */
function entryHeader(entry, accounts, read = NOTHING_READ) {
    const isDevice = entry.type === 'dev' || entry.type === 'chardev';
    // Who led tar elsewhere must not come to own what was read there: such a file has no name's owner either.
    const { uid, gid, permissions } = read.readAs ?? entry;
    const isAsListed = read.readAs === null;
    return {
        path: entry.path.slice(1),
        type: entry.type,
        linkTarget: entry.type === 'symlink' ? entry.linkTarget : NONE,
        permissions,
        uid,
        gid,
        user: isAsListed ? (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(accounts.users.get(uid) ?? '') : NONE,
        group: isAsListed ? (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(accounts.groups.get(gid) ?? '') : NONE,
        mtimeNs: entry.mtimeNs,
        sizeBytes: entry.type === 'file' ? read.sizeBytes : 0n,
        deviceMajor: isDevice ? (0,_restore_tar_header_js__WEBPACK_IMPORTED_MODULE_1__/* .majorOf */ .Ds)(entry.deviceNumber) : 0,
        deviceMinor: isDevice ? (0,_restore_tar_header_js__WEBPACK_IMPORTED_MODULE_1__/* .minorOf */ .Hs)(entry.deviceNumber) : 0,
        extendedAttributes: read.extendedAttributes,
        segments: entry.type === 'file' ? read.segments : null,
    };
}
/** Another name of the file in the member of `header`. */
function linkHeader(path, header) {
    return {
        ...header,
        path: path.slice(1),
        type: 'hardlink',
        linkTarget: header.path,
        sizeBytes: 0n,
        segments: null,
        extendedAttributes: [],
    };
}
/** What Holdfast adds: root's, for root alone. */
function ownHeader(path, type, sizeBytes, timeNs) {
    return {
        path,
        type,
        linkTarget: NONE,
        permissions: type === 'dir' ? 0o700 : 0o600,
        uid: 0,
        gid: 0,
        user: 'root',
        group: 'root',
        mtimeNs: timeNs,
        sizeBytes: BigInt(sizeBytes),
        deviceMajor: 0,
        deviceMinor: 0,
        extendedAttributes: [],
        segments: null,
    };
}


/***/ }),

/***/ 35944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ holdApplication)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _repository_grace_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2441);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47508);
/* harmony import */ var _application_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76340);
/* harmony import */ var _quiesce_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70238);
/* harmony import */ var _quiesce_nodes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76523);






/**
 * How long the after commands may go on once the run is cancelled. A runner kills us 10 s after it said so; children
 * must be stopped before and locks removed after.
 */
const AFTER_WHEN_CANCELLED_MS = 5000;
/**
 * Runs the before commands, `work`, and then in every case the after commands, also when a before command failed
 * half-way or the run is cancelled. A dry run is `work` alone.
 *
 * @throws What `work` or a before command threw; if the after commands failed too, their failure, with the first
 *   one as its cause: an application that stays down is the worse of the two.
 */
async function holdApplication(run, work) {
    const { host, options, reporter, signal } = run;
    // Somebody looks at it before they decide, and what is stopped by a command of theirs is as down as by ours.
    if (options.dryRun)
        return { result: await work(signal), heldMs: null, afterFailure: null };
    if (options.before.length === 0 && options.after.length === 0) {
        const { result, stoppedMs, startFailure } = await stopApplication(run, work, options.onApplication);
        return { result, heldMs: stoppedMs, afterFailure: startFailure };
    }
    const startedMs = performance.now();
    options.onApplication?.('held');
    let quiesced;
    try {
        const commands = { when: 'before', commands: options.before, limitMs: options.commandLimitMs };
        await (0,_application_commands_js__WEBPACK_IMPORTED_MODULE_0__.runApplicationCommands)(host, commands, reporter, signal);
        quiesced = await stopApplication(run, work); // held until the after commands have run, too
    }
    catch (error) {
        const afterFailure = await release(run);
        if (afterFailure === null)
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E(afterFailure.code, `${afterFailure.message} Before that the work itself had failed.`, {
            cause: error,
        });
    }
    const afterFailure = await release(run);
    return {
        result: quiesced.result,
        heldMs: options.before.length > 0 ? Math.round(performance.now() - startedMs) : quiesced.stoppedMs,
        afterFailure: quiesced.startFailure ?? afterFailure,
    };
}
async function stopApplication(run, work, onApplication) {
    const { quiesce: options = null, application, target = _repository_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_TARGET */ .Kv } = run.options;
    // What a run that died still holds, the last look would wait for.
    if (options !== null)
        await (0,_quiesce_js__WEBPACK_IMPORTED_MODULE_3__/* .recoverEarlier */ .tc)({ ...run, options, target });
    await application?.beforeStop(run.host, run.signal);
    return (0,_quiesce_nodes_js__WEBPACK_IMPORTED_MODULE_4__/* .quiesceAll */ .l)({ ...run, options, target, onApplication }, application?.nodes ?? [], async (signal) => {
        await application?.whileStopped(run.host, signal);
        const result = await work(signal);
        await application?.afterReading(run.host, signal);
        return result;
    });
}
async function release(run) {
    try {
        const grace = (0,_repository_grace_js__WEBPACK_IMPORTED_MODULE_5__/* .graceAfter */ .D)(run.signal, AFTER_WHEN_CANCELLED_MS);
        const { after: commands, commandLimitMs: limitMs } = run.options;
        await (0,_application_commands_js__WEBPACK_IMPORTED_MODULE_0__.runApplicationCommands)(run.host, { when: 'after', commands, limitMs }, run.reporter, grace);
        run.options.onApplication?.('released');
        return null;
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('command-failed', `${reason} The application may still be held: see to it first.`, { cause });
    }
}


/***/ }),

/***/ 79663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gM: () => (/* binding */ MAX_BLOBS),
  Nq: () => (/* binding */ saveContent),
  UC: () => (/* binding */ tooManyBlobs)
});

// EXTERNAL MODULE: ./build/backends/cancel.js
var cancel = __webpack_require__(54716);
// EXTERNAL MODULE: ./build/copy-bytes.js
var copy_bytes = __webpack_require__(95865);
// EXTERNAL MODULE: ./build/wasm/kernels.js + 1 modules
var kernels = __webpack_require__(35040);
// EXTERNAL MODULE: ./build/chunker/polynomial.js
var chunker_polynomial = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/chunker/tables.js

const WINDOW_BYTES = 64;
const BYTE_VALUES = 256;
let latest = null;
/** The tables of `polynomial`. A process works on one repository at a time: the last ones are kept. */
function tablesOf(polynomial) {
    if (latest?.polynomial !== polynomial)
        latest = { polynomial, tables: computeTables(polynomial) };
    return latest.tables;
}
function computeTables(polynomial) {
    const append = new BigUint64Array(BYTE_VALUES);
    const leave = new BigUint64Array(BYTE_VALUES);
    const left = (0,chunker_polynomial/* remainder */.CQ)(1n << BigInt(8 * WINDOW_BYTES), polynomial);
    for (let byte = 0; byte < BYTE_VALUES; byte++) {
        const top = BigInt(byte) << BigInt(chunker_polynomial/* POLYNOMIAL_DEGREE */.g1);
        append[byte] = top | (0,chunker_polynomial/* remainder */.CQ)(top, polynomial);
        leave[byte] = (0,chunker_polynomial/* remainder */.CQ)(multiply(left, BigInt(byte)), polynomial);
    }
    return { append, leave };
}
function multiply(a, b) {
    let product = 0n;
    for (let shift = 0n, rest = b; rest !== 0n; shift++, rest >>= 1n) {
        if (rest & 1n)
            product ^= a << shift;
    }
    return product;
}

;// CONCATENATED MODULE: ./build/chunker/chunker.js



/** No chunk but a file's last is shorter. */
const MIN_CHUNK_BYTES = 512 * 1024;
const MAX_CHUNK_BYTES = 8 * 1024 * 1024;
const SEARCH_STEP_BYTES = 64 * 1024;
/** Kernels that wait for the next file: each has 8 MiB of memory, so few are kept. */
const idleKernels = [];
const MAX_IDLE_KERNELS = 4;
/**
 * Cuts one file into restic's content-defined chunks: after a byte when the chunk has MIN_CHUNK_BYTES at least and the
 * Rabin fingerprint of the last 64 bytes ends in 20 zero bits, or at MAX_CHUNK_BYTES. The same bytes give the same
 * chunks however they are pushed.
 *
 * Up to 8 MiB are held, until `finish`.
 */
class Chunker {
    #polynomial;
    #kernel = null;
    /** Bytes of the open chunk, in the kernel's buffer. */
    #filled = 0;
    /** How many of them can't be a cut's place any more. A cut before the smallest size isn't looked for. */
    #searched = MIN_CHUNK_BYTES - 1;
    /** @param polynomial The repository's, of degree 53. */
    constructor(polynomial) {
        this.#polynomial = polynomial;
    }
    /**
     * Takes in the next bytes of the file and gives the chunks that end in them. A chunk is a view of memory that the next
     * step overwrites: copy what you keep. Iterate to the end, for the bytes are taken in on the way.
     */
    *push(bytes) {
        const kernel = this.#takeKernel();
        for (let taken = 0; taken < bytes.length;) {
            const piece = bytes.subarray(taken, taken + this.#nextPieceBytes());
            (0,copy_bytes/* copyBytes */.n)(piece, kernel.buffer, this.#filled);
            this.#filled += piece.length;
            const length = this.#findCut(kernel);
            // What stands behind the cut is taken again from the caller's bytes.
            taken += piece.length;
            if (length === null)
                continue;
            taken -= this.#filled - length;
            yield this.#takeChunk(kernel, length);
        }
    }
    /** Whether no bytes of an open chunk are held. */
    get isAtCut() {
        return this.#filled === 0;
    }
    /** Ends the file. Gives its last chunk, as `push` does, unless it is empty or ended at a cut. Then as new. */
    *finish() {
        const kernel = this.#kernel;
        if (kernel === null)
            return;
        this.#kernel = null;
        if (this.#filled > 0)
            yield this.#takeChunk(kernel, this.#filled);
        if (idleKernels.length < MAX_IDLE_KERNELS)
            idleKernels.push(kernel);
    }
    /** To the smallest chunk at once; from there in steps, for what stands behind a cut is copied twice. */
    #nextPieceBytes() {
        if (this.#filled < MIN_CHUNK_BYTES)
            return MIN_CHUNK_BYTES - this.#filled;
        return Math.min(SEARCH_STEP_BYTES, MAX_CHUNK_BYTES - this.#filled);
    }
    #takeKernel() {
        if (this.#kernel !== null)
            return this.#kernel;
        const kernel = idleKernels.pop() ?? (0,kernels/* createChunkerKernel */.Mx)();
        const { append, leave } = tablesOf(this.#polynomial);
        kernel.appendTable.set(append);
        kernel.leaveTable.set(leave);
        kernel.prepare();
        this.#kernel = kernel;
        return kernel;
    }
    /** Length of the chunk, if it ends in what is filled. */
    #findCut(kernel) {
        if (this.#filled <= this.#searched)
            return null;
        const cut = kernel.findCut(this.#searched, this.#filled);
        this.#searched = this.#filled;
        if (cut !== -1)
            return cut;
        return this.#filled === MAX_CHUNK_BYTES ? MAX_CHUNK_BYTES : null;
    }
    #takeChunk(kernel, length) {
        this.#filled = 0;
        this.#searched = MIN_CHUNK_BYTES - 1;
        return kernel.buffer.subarray(0, length);
    }
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/operations/backup/content.js



/**
 * Blobs of the files in folders that aren't saved yet, or of one: a tree names each, in one string of JSON that V8 can hold. So many
 * are 3 TiB of nothing but holes, and some 10 TB of data.
 */
const MAX_BLOBS = 6_500_000;
function tooManyBlobs(count) {
    return `it has ${count} pieces, and with those beside it more than ${MAX_BLOBS}, which a tree can't name: leave it out (--exclude)`;
}
/**
 * Cuts `content` into chunks and saves them, as far as there are no more than MAX_BLOBS. Resolves when all of it has been handed over,
 * so that the next file can be read.
 * @param signal Ends the waiting for room, which a slow backend makes long.
 */
async function saveContent(repository, content, signal) {
    if (content instanceof Uint8Array && content.length < MIN_CHUNK_BYTES) {
        if (content.length > 0)
            await untilRoom(repository, signal);
        const saved = savedWhole(repository, content);
        return { blobCount: Math.min(content.length, 1), saved: () => saved };
    }
    const blobs = new ContentBlobs(repository, signal);
    const chunker = new Chunker(repository.chunkerPolynomial);
    for await (const part of content instanceof Uint8Array ? [content] : content) {
        if ('holeBytes' in part)
            await saveHole(blobs, chunker, part.holeBytes);
        else
            await blobs.saveAll(chunker.push(part));
    }
    await blobs.saveAll(chunker.finish());
    return blobs;
}
/** Less than the smallest chunk is one chunk: no boundary to look for. */
function savedWhole(repository, content) {
    if (content.length === 0)
        return Promise.resolve({ blobs: [], sizeBytes: 0n });
    const sizeBytes = BigInt(content.length); // the bytes may be gone when the blob is saved
    return metLater(repository.saveBlob('data', content).then(({ id }) => ({ blobs: [id], sizeBytes })));
}
/** A failure is met by who awaits `saved`; until then it must not count as unhandled. */
function metLater(saved) {
    saved.catch(() => { });
    return saved;
}
/** Most blobs find room, and needn't wait for a turn of anything. */
async function untilRoom(repository, signal) {
    (0,cancel/* throwIfCancelled */.dZ)(signal);
    if (!repository.takeRoom())
        await (0,cancel/* untilCancelled */.c8)(repository.room(), signal);
}
const ZEROS = new Uint8Array(MIN_CHUNK_BYTES);
/**
 * Chunks of zeros are of the smallest size: the fingerprint of 64 zeros is 0. So behind a cut a hole has chunks that are
 * all the same, of which one is made: a disk image is mostly hole.
 */
async function saveHole(blobs, chunker, holeBytes) {
    let left = holeBytes;
    while (left > 0) {
        const repeats = chunker.isAtCut ? Math.floor(left / ZEROS.length) : 0;
        const zeros = ZEROS.subarray(0, Math.min(left, ZEROS.length));
        if (repeats > 0)
            await blobs.save(ZEROS, repeats);
        else
            await blobs.saveAll(chunker.push(zeros));
        left -= repeats > 0 ? repeats * ZEROS.length : zeros.length;
    }
}
class ContentBlobs {
    #repository;
    #runs = [];
    #signal;
    #sizeBytes = 0;
    blobCount = 0;
    constructor(repository, signal) {
        this.#repository = repository;
        this.#signal = signal;
    }
    async saveAll(chunks) {
        for (const chunk of chunks)
            await this.save(chunk);
    }
    /** Saves `chunk`, which stands `times` in a row. */
    async save(chunk, times = 1) {
        this.blobCount += times;
        if (this.blobCount > MAX_BLOBS)
            return;
        await untilRoom(this.#repository, this.#signal);
        this.#sizeBytes += chunk.length * times;
        const id = this.#repository.saveBlob('data', chunk).then((saved) => saved.id);
        // A failure is met in `saved`; until somebody awaits that, it must not count as unhandled.
        id.catch(() => { });
        this.#runs.push({ id, times });
    }
    saved = async () => {
        if (this.blobCount > MAX_BLOBS)
            throw new errors/* HoldfastError */.E('bad-input', `Cannot save a file: ${tooManyBlobs(this.blobCount)}.`);
        const blobs = [];
        // One by one: Promise.all takes no more than two million, which a file of a terabyte can have.
        for (const { id, times } of this.#runs) {
            const known = await id;
            for (let i = 0; i < times; i++)
                blobs.push(known);
        }
        return { blobs, sizeBytes: BigInt(this.#sizeBytes) };
    };
}


/***/ }),

/***/ 9077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ dumpRecordsOf),
/* harmony export */   G: () => (/* binding */ parseDumpRecords)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _databases_dump_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39435);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27273);




/**
 * What a snapshot's manifest says of its dumps; none where there is no manifest, or one from before there were dumps.
 * @throws HoldfastError repository-damaged for records that can't be read.
 */
async function dumpRecordsOf(repository, snapshot, target, signal) {
    const json = await (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .loadManifest */ .eY)(repository, snapshot, target, signal);
    return json === null ? [] : parseDumpRecords(json);
}
/** @throws HoldfastError repository-damaged. */
function parseDumpRecords(json) {
    let manifest;
    try {
        manifest = JSON.parse((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.toText)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromBytes)(json)) ?? '');
    }
    catch (cause) {
        throw damaged('it is not JSON', cause);
    }
    const dumps = isRecord(manifest) ? (manifest['dumps'] ?? []) : null;
    if (!Array.isArray(dumps))
        throw damaged('it has no list of dumps');
    return dumps.map(requireRecord);
}
function requireRecord(value) {
    if (!isRecord(value))
        throw damaged('a dump is no object');
    const texts = ['name', 'engine', 'format', 'tool'].map((key) => value[key]);
    const [name] = texts;
    if (texts.some((text) => typeof text !== 'string'))
        throw damaged('a dump lacks its name, engine or format');
    (0,_databases_dump_name_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDumpName */ .Z)(String(name), 'a dump’s name in the manifest');
    const isFit = typeof value['size_bytes'] === 'number' &&
        (value['database'] === null || typeof value['database'] === 'string') &&
        isTexts(value['options']) &&
        isTexts(value['warnings']) &&
        isRecord(value['restore']) &&
        isTexts(Object.values(value['restore'])) &&
        isFingerprint(value['fingerprint']);
    if (!isFit)
        throw damaged(`what it says of ${name} can't be read`);
    return value;
}
function isFingerprint(value) {
    if (value === null)
        return true;
    if (!isRecord(value) || typeof value['fingerprint_version'] !== 'number')
        return false;
    const { tables, values, schema, facts } = value;
    return (isRecord(tables) &&
        Object.values(tables).every((table) => isRecord(table) && typeof table['rows'] === 'number') &&
        [values, schema, facts].every((texts) => isRecord(texts) && isTexts(Object.values(texts))));
}
function isTexts(value) {
    return Array.isArray(value) && value.every((text) => typeof text === 'string');
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function damaged(problem, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('repository-damaged', `Cannot read the manifest of a snapshot: ${problem}.`, {
        cause,
    });
}


/***/ }),

/***/ 27273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Es: () => (/* binding */ savedRootDevice),
/* harmony export */   Gb: () => (/* binding */ encodeManifest),
/* harmony export */   K7: () => (/* binding */ listingOf),
/* harmony export */   eY: () => (/* binding */ loadManifest),
/* harmony export */   hh: () => (/* binding */ MANIFEST_VERSION)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19473);
/* harmony import */ var _repository_damage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68656);
/* harmony import */ var _repository_find_node_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2111);
/* harmony import */ var _repository_format_time_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5620);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47508);
/* harmony import */ var _own_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68071);







/** Version of the manifest's own layout. A reader refuses a higher one. */
const MANIFEST_VERSION = 1;
/** A manifest is small; one that claims more than this is not ours. */
const MAX_MANIFEST_BYTES = 64 * 1024 * 1024;
function encodeManifest(manifest) {
    return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, 'utf8');
}
async function listingOf(repository, parent, target, signal) {
    const json = await loadManifest(repository, parent, target, signal);
    return json === null ? { startedNs: startOf(parent.snapshot), rootDevice: 0n } : listingIn(json);
}
/** What the host's root was on when `stored` was made; 0: nobody knows, or its manifest is damaged. */
async function savedRootDevice(repository, stored, signal) {
    const target = (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(stored.snapshot);
    try {
        const json = target === null ? null : await loadManifest(repository, stored, target, signal);
        return json === null ? 0n : listingIn(json).rootDevice;
    }
    catch (error) {
        if ((0,_repository_damage_js__WEBPACK_IMPORTED_MODULE_1__/* .isDamage */ .e6)(error))
            return 0n;
        throw error;
    }
}
/** A manifest's bytes, or null when the snapshot has none of ours. */
async function loadManifest(repository, { snapshot }, target, signal) {
    const node = await (0,_repository_find_node_js__WEBPACK_IMPORTED_MODULE_2__/* .findNode */ .c)(repository, snapshot.tree, (0,_own_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestPath */ .ji)(target), signal);
    if (node?.content == null || node.sizeBytes > MAX_MANIFEST_BYTES)
        return null;
    const blobs = [];
    for await (const blob of repository.loadBlobs('data', node.content, signal))
        blobs.push(blob);
    return Buffer.concat(blobs);
}
/** Not by its time alone: `--time` and `rewrite` set that to whatever they are told. */
function startOf({ timeNs, summary }) {
    const startNs = summary?.backupStartNs ?? timeNs;
    return startNs < timeNs ? startNs : timeNs;
}
function listingIn(json) {
    try {
        const manifest = JSON.parse((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.toText)(json.toString('latin1')) ?? '');
        if (isRecord(manifest) && typeof manifest['listing_started'] === 'string') {
            return { startedNs: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTime */ .pe)(manifest['listing_started']), rootDevice: deviceIn(manifest) };
        }
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .HoldfastError */ .E('repository-damaged', 'Cannot read the manifest of the parent snapshot: not JSON.', { cause });
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .HoldfastError */ .E('repository-damaged', 'Cannot read the manifest of the parent snapshot: no listing_started.');
}
/** Not in manifests of older versions. */
function deviceIn({ root_device: device }) {
    return typeof device === 'string' && /^\d{1,20}$/.test(device) ? BigInt(device) : 0n;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null;
}


/***/ }),

/***/ 68071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ dumpsPath),
/* harmony export */   $c: () => (/* binding */ bucketsPath),
/* harmony export */   aq: () => (/* binding */ saveOwnTree),
/* harmony export */   ji: () => (/* binding */ manifestPath),
/* harmony export */   w5: () => (/* binding */ OWN_FOLDER),
/* harmony export */   xD: () => (/* binding */ OWN_PATH)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);
/* harmony import */ var _repository_format_blank_node_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10152);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79663);



/** What Holdfast adds to a snapshot stands below this folder of its tree. */
const OWN_FOLDER = '.holdfast';
const OWN_PATH = '/.holdfast';
const MANIFEST_NAME = 'manifest.json';
const DUMPS_NAME = 'dumps';
const BUCKETS_NAME = 'buckets';
/** Where a target's manifest stands in a snapshot's tree. */
function manifestPath(target) {
    return `${OWN_PATH}/${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(target)}/${MANIFEST_NAME}`;
}
/** Where a target's dumps stand in a snapshot's tree. */
function dumpsPath(target) {
    return `${OWN_PATH}/${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(target)}/${DUMPS_NAME}`;
}
/** Where the folders of a target's buckets stand in a snapshot's tree. */
function bucketsPath(target) {
    return `${OWN_PATH}/${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(target)}/${BUCKETS_NAME}`;
}
/**
 * Saves `/.holdfast/<target>/manifest.json`, the dumps beside it in `dumps`, what is in `buckets`, and the folders above them;
 * gives the node of `/.holdfast`.
 */
async function saveOwnTree(repository, own) {
    const { saved } = await (0,_content_js__WEBPACK_IMPORTED_MODULE_1__/* .saveContent */ .Nq)(repository, own.manifest);
    const { blobs, sizeBytes } = await saved();
    const manifest = fileNode({ name: MANIFEST_NAME, blobs, sizeBytes }, own.timeNs);
    const children = [manifest];
    if (own.dumps.length > 0) {
        const files = own.dumps.map((dump) => fileNode(dump, own.timeNs));
        children.unshift(await folderOf(repository, DUMPS_NAME, files, own.timeNs));
    }
    if (own.buckets.length > 0) {
        const folders = own.buckets.map(({ name, tree }) => ({
            ...ownNode((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(name), 'dir', own.timeNs),
            subtree: tree,
        }));
        children.push(await folderOf(repository, BUCKETS_NAME, folders, own.timeNs));
    }
    const target = await folderOf(repository, (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(own.target), children, own.timeNs);
    return folderOf(repository, OWN_FOLDER, [target], own.timeNs);
}
function fileNode({ name, blobs, sizeBytes }, timeNs) {
    return { ...ownNode((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.fromText)(name), 'file', timeNs), content: blobs, sizeBytes, links: 1n };
}
async function folderOf(repository, name, children, timeNs) {
    const nodes = children.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const subtree = (await repository.saveTree({ nodes })).id;
    return { ...ownNode(name, 'dir', timeNs), subtree };
}
function ownNode(name, type, timeNs) {
    const times = { mtimeNs: timeNs, atimeNs: timeNs, ctimeNs: timeNs };
    return { ...(0,_repository_format_blank_node_js__WEBPACK_IMPORTED_MODULE_2__/* .blankNode */ .t)(name, type, type === 'dir' ? 0o700 : 0o600), ...times, user: 'root', group: 'root' };
}


/***/ }),

/***/ 79529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ contentOfDump)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _repository_find_node_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2111);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47508);
/* harmony import */ var _archive_dump_entries_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(30423);
/* harmony import */ var _backup_own_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68071);
/* harmony import */ var _list_tree_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(45400);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72120);








/** A dump's bytes, as often as they are asked for: a file of a snapshot, or the pieces that an archive has of it. @throws HoldfastError repository-damaged. */
async function contentOfDump(source, { record, snapshot }, reporter, signal) {
    const path = `${(0,_backup_own_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .dumpsPath */ .$6)((0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .targetOf */ .$r)(snapshot.snapshot) ?? '')}/${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(record.name)}`;
    const nodes = await nodesOf(source, { root: snapshot.snapshot.tree, path }, signal);
    const content = nodes.flatMap((node) => node.content ?? []);
    const sizeBytes = nodes.reduce((sum, node) => sum + node.sizeBytes, 0n);
    if (nodes.some((node) => node.content === null) || sizeBytes !== BigInt(record.size_bytes)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('repository-damaged', `Cannot read the dump ${record.name}: the snapshot holds ${sizeBytes} bytes of it, expected ${record.size_bytes}. ` +
            'Run `holdfast check --read-data`, or choose another one.');
    }
    return async function* read({ isLent } = { isLent: false }) {
        let bytesDone = 0;
        const chunks = isLent ? lent(source, content, signal) : source.loadBlobs('data', content, signal);
        for await (const bytes of chunks) {
            bytesDone += bytes.length;
            const amounts = { bytesDone, bytesTotal: record.size_bytes, current: record.name };
            reporter.onProgress({ ..._progress_js__WEBPACK_IMPORTED_MODULE_4__/* .IDLE */ .n, ...amounts, phase: 'restoring' });
            yield bytes;
        }
    };
}
/** Each is there until the next one is asked for. */
async function* lent(source, ids, signal) {
    for await (const blob of source.lendBlobs('data', ids, signal)) {
        try {
            yield blob.bytes;
        }
        finally {
            blob.giveBack();
        }
    }
}
/** The file at `path`; or, where there is none, `path.000000`, `path.000001` and so on. */
async function nodesOf(source, { root, path }, signal) {
    const pieces = [];
    for (;;) {
        const piece = await (0,_repository_find_node_js__WEBPACK_IMPORTED_MODULE_5__/* .findNode */ .c)(source, root, (0,_archive_dump_entries_js__WEBPACK_IMPORTED_MODULE_6__/* .pieceName */ .cG)(path, pieces.length), signal);
        if (piece === null)
            break;
        pieces.push(piece);
    }
    return pieces.length > 0 ? pieces : [(await (0,_list_tree_js__WEBPACK_IMPORTED_MODULE_7__.nodeAt)(source, root, path, signal)).node];
}


/***/ }),

/***/ 45400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listEntries: () => (/* binding */ listEntries),
/* harmony export */   nodeAt: () => (/* binding */ nodeAt)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _repository_find_node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2111);
/* harmony import */ var _walk_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82187);




/**
 * What `ls` shows of the snapshot with tree `root`: each asked path itself, then what is in it.
 * @throws HoldfastError bad-input for a path that the snapshot doesn't hold.
 */
async function* listEntries(repository, root, options) {
    const { signal } = options;
    const paths = options.paths.map(withoutTrailingSlash);
    if (paths.length === 0) {
        yield* (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .walkTree */ .I)(repository, root, { signal });
        return;
    }
    for (const path of paths) {
        const enter = () => options.recursive;
        if (path === '') {
            yield* (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .walkTree */ .I)(repository, root, { enter, signal });
            continue;
        }
        const placed = await nodeAt(repository, root, path, signal);
        yield placed;
        if (placed.node.type === 'dir') {
            yield* (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .walkTree */ .I)(repository, (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .subtreeOf */ .g)(placed), { below: placed.path, enter, signal });
        }
    }
}
/** By its path, or as `ls` shows that. @throws HoldfastError bad-input if the snapshot holds nothing at `path`. */
async function nodeAt(repository, root, path, signal) {
    const placed = await (0,_repository_find_node_js__WEBPACK_IMPORTED_MODULE_1__/* .findShownNode */ .D)(repository, root, path, signal);
    if (placed !== null)
        return placed;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot find "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.display)(path)}": the snapshot holds nothing there. List what it holds with \`holdfast ls\`.`);
}
function withoutTrailingSlash(path) {
    return path.replace(/\/+$/, '');
}


/***/ }),

/***/ 36583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreDatabase: () => (/* binding */ restoreDatabase)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19473);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47508);
/* harmony import */ var _backup_application_hold_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35944);
/* harmony import */ var _backup_dump_records_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9077);
/* harmony import */ var _dump_content_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79529);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72120);
/* harmony import */ var _take_lock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18270);







/**
 * Puts a dump of a snapshot back into its database by the engine's own tool, and compares what is there then with the
 * fingerprint in the manifest.
 *
 * @throws HoldfastError bad-input for a dump that isn't there, restore-blocked, restore-mismatch, command-failed,
 *   repository-damaged, locked, lock-lost, cancelled, and what the host and the backend throw.
 */
async function restoreDatabase(host, repository, options, reporter, signal) {
    const startedMs = performance.now();
    const { snapshot, dryRun } = options;
    // An archive has no locks.
    const lock = !('guardBy' in repository) || options.noLock || dryRun
        ? null
        : await (0,_take_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .lockShared */ .h)(repository, { ...options, onlyReads: true }, reporter, signal);
    try {
        const guarded = lock === null ? signal : AbortSignal.any([signal, lock.lost]);
        reporter.onProgress({ ..._progress_js__WEBPACK_IMPORTED_MODULE_1__/* .IDLE */ .n, phase: 'loading-index' });
        await repository.loadIndex(guarded);
        const record = await chooseRecord(repository, options, guarded);
        const dump = {
            record,
            content: await (0,_dump_content_js__WEBPACK_IMPORTED_MODULE_2__/* .contentOfDump */ .r)(repository, { record, snapshot }, reporter, guarded),
        };
        const database = options.into(record);
        const context = {
            signal: guarded,
            onInfo: (message) => reporter.onInfo(message),
            onWarning: (message) => reporter.onWarning(message),
        };
        const end = { snapshotId: snapshot.id, record };
        if (dryRun)
            return { ...end, restored: null, durationMs: since(startedMs), afterFailure: null };
        const run = { host, options, reporter, signal };
        const { result, afterFailure } = await (0,_backup_application_hold_js__WEBPACK_IMPORTED_MODULE_3__/* .holdApplication */ .u)(run, () => atItsPlace(options.connectDatabase, host, (place) => database.restore(place, dump, { overwrite: options.overwrite }, context)));
        return { ...end, restored: result, durationMs: since(startedMs), afterFailure };
    }
    finally {
        await lock?.release();
    }
}
async function atItsPlace(connect, host, work) {
    if (connect === undefined)
        return work(host);
    const place = await connect();
    try {
        return await work(place);
    }
    finally {
        await place.close();
    }
}
function since(startedMs) {
    return Math.round(performance.now() - startedMs);
}
/** The dump that is meant. @throws HoldfastError bad-input naming those that there are. */
async function chooseRecord(repository, { snapshot, name }, signal) {
    const target = (0,_repository_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .targetOf */ .$r)(snapshot.snapshot);
    const records = target === null ? [] : await (0,_backup_dump_records_js__WEBPACK_IMPORTED_MODULE_5__/* .dumpRecordsOf */ .E)(repository, snapshot, target, signal);
    const record = name === null && records.length === 1 ? records[0] : records.find((one) => one.name === name);
    if (record !== undefined)
        return record;
    const names = records.map((one) => one.name).join(', ');
    const asked = name === null ? 'a database' : `the dump ${JSON.stringify(name)}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .HoldfastError */ .E('bad-input', `Cannot restore ${asked} of snapshot ${snapshot.id.slice(0, 8)}: ` +
        (records.length === 0 ? 'it holds no dump. Choose another snapshot.' : `expected one of ${names}.`));
}


/***/ }),

/***/ 5003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ linkHeader),
/* harmony export */   Ds: () => (/* binding */ majorOf),
/* harmony export */   Hs: () => (/* binding */ minorOf),
/* harmony export */   cZ: () => (/* binding */ openFolderHeader),
/* harmony export */   rR: () => (/* binding */ headerOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _repository_format_mode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41246);


const NO_NAME = '';
/** The tar header that gives back all that `node` holds. */
function headerOf(node, path, owner, segments = null) {
    const isDevice = node.type === 'dev' || node.type === 'chardev';
    return {
        path,
        type: tarTypeOf(node),
        linkTarget: node.type === 'symlink' ? node.linkTarget : NO_NAME,
        permissions: (0,_repository_format_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .permissionsOf */ .k)(node.mode),
        uid: owner.uid,
        gid: owner.gid,
        user: NO_NAME,
        group: NO_NAME,
        mtimeNs: node.mtimeNs,
        sizeBytes: node.type === 'file' ? node.sizeBytes : 0n,
        deviceMajor: isDevice ? majorOf(node.deviceNumber) : 0,
        deviceMinor: isDevice ? minorOf(node.deviceNumber) : 0,
        extendedAttributes: node.extendedAttributes,
        segments,
    };
}
/** Another name of the file that an earlier member, `first`, has made. */
function linkHeader(node, path, first, owner) {
    const header = headerOf(node, path, owner);
    return { ...header, type: 'hardlink', linkTarget: first, sizeBytes: 0n, extendedAttributes: [] };
}
/** A folder before its contents are sent: ours alone, and writable whatever its final mode is. */
function openFolderHeader(node, path, owner) {
    return { ...headerOf(node, path, owner), permissions: 0o700, extendedAttributes: [] };
}
function tarTypeOf({ type, name }) {
    switch (type) {
        case 'file':
        case 'dir':
        case 'symlink':
        case 'fifo':
        case 'dev':
        case 'chardev':
            return type;
        default:
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('internal', `A node of type ${JSON.stringify(type)} (${name}) can't be sent.`);
    }
}
/** Linux's st_rdev (gnu_dev_major(3)): 12 low bits of the major from bit 8, the rest from bit 44. */
function majorOf(device) {
    return Number(((device >> 8n) & 0xfffn) | ((device >> 32n) & 0xfffff000n));
}
function minorOf(device) {
    return Number((device & 0xffn) | ((device >> 12n) & 0xffffff00n));
}


/***/ }),

/***/ 82187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ walkTree),
/* harmony export */   g: () => (/* binding */ subtreeOf)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


/**
 * Every node below the tree `root`, parents before their children, siblings in the tree's order.
 *
 * @param options.below Path of `root` itself; default `` (the root of the snapshot).
 * @param options.enter Whether to go into a folder; default: into every one.
 * @param options.check Called with each tree before its nodes come, and the path of its folder. Trees come as they were
 *   read: whoever makes paths of their names for anything but a person's eyes refuses those that aren't safe here.
 * @throws HoldfastError repository-damaged for a folder without a tree, or one that can't be read.
 */
async function* walkTree(repository, root, options = {}) {
    const { below = '', enter = () => true, check = () => { }, signal } = options;
    const load = async (id, path) => {
        const tree = await repository.loadTree(id, signal);
        check(tree, path);
        return { path, nodes: tree.nodes, next: 0 };
    };
    // A stack of our own: a tree may be deeper than JavaScript's.
    const open = [await load(root, below)];
    for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
        signal?.throwIfAborted();
        const node = level.nodes[level.next++];
        if (node === undefined) {
            open.pop();
            continue;
        }
        const placed = { path: `${level.path}/${node.name}`, node };
        yield placed;
        if (node.type === 'dir' && enter(placed))
            open.push(await load(subtreeOf(placed), placed.path));
    }
}
/** @throws HoldfastError repository-damaged if the folder has no tree. */
function subtreeOf({ path, node }) {
    if (node.subtree !== null)
        return node.subtree;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('repository-damaged', `Cannot read the folder "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(path)}": its node has no tree. Run \`holdfast check\`.`);
}


/***/ }),

/***/ 14085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ comparedWords)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95209);

/** `3 tables, 120 rows, as they were dumped`, and of how many tables that isn't said of the data. */
function comparedWords({ tables, rows, onlyCounted }) {
    const counts = `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(tables, 'table')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(rows, 'row')}, as they were dumped`;
    if (onlyCounted === 0)
        return counts;
    return `${counts}; of ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(onlyCounted, 'table')} only the rows were counted, the data was not compared`;
}


/***/ }),

/***/ 2111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ findShownNode),
/* harmony export */   c: () => (/* binding */ findNode)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);

/**
 * The node at `path` (absolute) in the tree of a snapshot, or null if there is none.
 * The root itself has no node: null.
 */
async function findNode(repository, rootTree, path, signal) {
    return (await walkTo(repository, rootTree, path, isNamed, signal)).at(-1) ?? null;
}
/**
 * The same of a path as `ls` shows it, where there is nothing by that very name: whoever copies it from there finds
 * also what no command line can name, bytes that are no UTF-8. With the path that it really has.
 */
async function findShownNode(repository, rootTree, path, signal) {
    const nodes = await walkTo(repository, rootTree, path, isShownAs, signal);
    const node = nodes.at(-1);
    return node === undefined
        ? null
        : { path: nodes.map(({ name }) => `/${name}`).join(''), node };
}
const isNamed = (node, name) => node.name === name;
const isShownAs = (node, name) => (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.display)(node.name) === (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.toText)(name);
/** The nodes on the way to `path`, itself the last; none if it isn't there. */
async function walkTo(repository, rootTree, path, isIt, signal) {
    let tree = rootTree;
    const way = [];
    for (const name of path.split('/').filter((part) => part !== '')) {
        if (tree === null)
            return [];
        const { nodes } = await repository.loadTree(tree, signal);
        const found = nodes.find((node) => isNamed(node, name)) ?? nodes.find((node) => isIt(node, name));
        if (found === undefined)
            return [];
        way.push(found);
        tree = found.subtree;
    }
    return way;
}


/***/ }),

/***/ 10152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ blankNode)
/* harmony export */ });
/* harmony import */ var _mode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41246);

/** The node of an entry that no host has: root's by number, without names, times and content. */
function blankNode(name, type, permissions) {
    return {
        name,
        type,
        mode: (0,_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .modeOf */ .V)(type, permissions),
        mtimeNs: 0n,
        atimeNs: 0n,
        ctimeNs: 0n,
        uid: 0,
        gid: 0,
        user: '',
        group: '',
        inode: 0n,
        deviceId: 0n,
        sizeBytes: 0n,
        links: 0n,
        linkTarget: '',
        extendedAttributes: [],
        deviceNumber: 0n,
        content: null,
        subtree: null,
        error: '',
        otherFields: null,
    };
}


/***/ }),

/***/ 41246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ modeOf),
/* harmony export */   k: () => (/* binding */ permissionsOf)
/* harmony export */ });
/** Type bits of Go's os.FileMode, by node type. */
const TYPE_BITS = new Map([
    ['dir', 2 ** 31],
    ['symlink', 2 ** 27],
    ['dev', 2 ** 26],
    ['chardev', 2 ** 26 + 2 ** 21],
    ['fifo', 2 ** 25],
    ['socket', 2 ** 24],
    ['irregular', 2 ** 19],
]);
/** Go's bits of setuid, setgid and sticky, and those of Unix. */
const SPECIAL_BITS = [
    [2 ** 23, 0o4000],
    [2 ** 22, 0o2000],
    [2 ** 20, 0o1000],
];
/** Go's os.FileMode of an entry with these Unix permission bits (0 to 0o7777). A type without bits is a file's. */
function modeOf(type, permissions) {
    let mode = (TYPE_BITS.get(type) ?? 0) + (permissions & 0o777);
    for (const [goBit, unixBit] of SPECIAL_BITS)
        if ((permissions & unixBit) !== 0)
            mode += goBit;
    return mode;
}
/** The Unix permission bits (0 to 0o7777) in Go's os.FileMode `mode`. */
function permissionsOf(mode) {
    let permissions = mode & 0o777;
    for (const [goBit, unixBit] of SPECIAL_BITS)
        if ((mode & goBit) !== 0)
            permissions |= unixBit;
    return permissions;
}


/***/ }),

/***/ 92095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ dumpAsFile)
/* harmony export */ });
/* harmony import */ var _databases_dump_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39435);

/** What of a snapshot is a dump as a file, or all of its dumps (null). @throws HoldfastError bad-input. */
function dumpAsFile(name) {
    const pattern = name === null
        ? '*'
        : (0,_databases_dump_name_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDumpName */ .Z)(name, 'the dump’s name (such as `wiki.dump`, as the snapshot has it; the database’s own address is another setting)');
    return {
        folder: null,
        includes: [`/.holdfast/*/dumps/${pattern}`],
        iincludes: [],
        excludes: [],
        iexcludes: [],
        includeOwn: true,
    };
}


/***/ }),

/***/ 59400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseSnapshotSpec: () => (/* binding */ parseSnapshotSpec)
/* harmony export */ });
/* harmony import */ var _files_given_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34469);

/** Takes restic's `SNAPSHOT` and `SNAPSHOT:FOLDER` apart. @throws HoldfastError bad-input for a relative folder. */
function parseSnapshotSpec(text) {
    const colon = text.indexOf(':');
    if (colon < 0)
        return { snapshot: text, folder: null };
    const folder = (0,_files_given_path_js__WEBPACK_IMPORTED_MODULE_0__/* .givenPath */ .H)(text.slice(colon + 1), 'the folder of the snapshot');
    return { snapshot: text.slice(0, colon), folder: folder === '/' ? null : folder };
}


/***/ })

};
