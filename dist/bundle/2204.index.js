export const id = 2204;
export const ids = [2204];
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

/***/ 10292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   undoRestoreAt: () => (/* binding */ undoRestoreAt)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95209);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _files_given_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34469);
/* harmony import */ var _operations_restore_undo_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9087);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65487);






/** `restore --undo`: puts back what a restore had moved out of the way. Needs no repository. */
async function undoRestoreAt(task) {
    const { flags, output, reporter, signal } = task;
    if (flags.target === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', 'Cannot undo a restore: no place is named. Give --target with the undo folder that the restore reported, with what it restored, or with the folder that it restored to.');
    }
    const path = (0,_files_given_path_js__WEBPACK_IMPORTED_MODULE_2__/* .givenPath */ .H)(flags.on === 'local' ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(flags.target) : flags.target, '--target');
    const host = await (0,_connect_js__WEBPACK_IMPORTED_MODULE_3__.connect)(task);
    try {
        const result = await (0,_operations_restore_undo_js__WEBPACK_IMPORTED_MODULE_4__.undoRestore)(host, { path, dryRun: flags.dryRun ?? false }, reporter, signal);
        await output.json({
            message_type: 'summary',
            undone_snapshot_id: result.snapshotId,
            names: result.names,
            kept_in: result.keptIn,
            ...(result.dryRun ? { dry_run: true } : {}),
        });
        const what = `the restore of snapshot ${result.snapshotId.slice(0, 8)}: ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_5__.formatCounted)(result.names, 'name')}`;
        await output.line(result.dryRun ? `would undo ${what}` : `undid ${what}`);
        for (const folder of result.keptIn)
            await output.line(`What had been restored, with all that was changed there since, lies in ${folder}`);
    }
    finally {
        await host.close();
    }
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

/***/ 1546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ chooseReader),
/* harmony export */   z: () => (/* binding */ probeHost)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52871);



/**
 * @throws HoldfastError host-unsupported if the answer makes no sense; command-failed and what the host throws.
 */
async function probeHost(host, signal) {
    const { stdout } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_0__/* .runSuccessfully */ .t7)(host, 'ask what the host has', SCRIPT, { signal });
    const answers = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromBytes)(stdout).split('\0');
    const answer = () => (answers.shift() ?? '').trim();
    const kernel = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(answer());
    const hostname = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(answer());
    const uid = answer();
    const username = answer();
    const clock = answer();
    const tool = () => toolOf(answer());
    const tools = { find: tool(), tar: tool(), stat: tool(), xargs: tool() };
    if (!/^\d{1,10}$/.test(uid) || !/^\d+$/.test(clock.replace(/%?N$/, '')) || answer() !== 'end') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('host-unsupported', `Cannot use "${host.name}": it didn't answer what it is as expected. See whether \`id\`, \`date\` and \`uname\` ` +
            'work there.');
    }
    return {
        tools,
        kernel,
        hostname,
        uid: Number(uid),
        username: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(username === '' ? uid : username),
        clockNs: clockOf(clock),
    };
}
/**
 * The way in which the host's files can be listed and read. What finds and what reads is chosen apart.
 *
 * @throws HoldfastError host-unsupported if it lacks the tools for either.
 */
function chooseReader(host, { tools }) {
    const lister = chooseLister(tools);
    const archiver = chooseArchiver(tools);
    if (lister !== null && archiver !== null)
        return { lister, archiver };
    const found = Object.entries(tools).map(([name, { kind }]) => `${name} is ${kind}`);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('host-unsupported', `Cannot read files of "${host.name}": ${found.join(', ')}, expected find and tar of GNU, busybox or toybox ` +
        '(or bsdtar), with xargs, and with stat where find is not GNU. Install findutils and tar there.');
}
function chooseLister({ find, stat, xargs }) {
    if (!isKnown(xargs))
        return null;
    if (find.kind === 'gnu')
        return 'find';
    return isKnown(find) && isKnown(stat) ? 'stat' : null;
}
function chooseArchiver({ tar, xargs }) {
    if (tar.kind === 'missing' || tar.kind === 'unknown')
        return null;
    // An xargs that goes on after 255 (toybox's) would mix up the archives of busybox' tar.
    const needsStop = tar.kind === 'busybox';
    return needsStop && xargs.kind !== 'gnu' && xargs.kind !== 'busybox' ? null : tar.kind;
}
function isKnown({ kind }) {
    return kind === 'gnu' || kind === 'busybox' || kind === 'toybox';
}
/** Answers each ended by NUL. The first line of `--version` tells a tool's kind, whatever its exit status is. */
const SCRIPT = [
    'p() { printf \'%s\\0\' "$1"; }',
    'v() { if command -v "$1" >/dev/null 2>&1; then p "$("$1" --version </dev/null 2>&1 | head -n 1)"; else p missing; fi; }',
    'p "$(uname -s -r)"',
    'p "$(uname -n)"',
    'p "$(id -u)"',
    'p "$(id -un 2>/dev/null)"',
    'p "$(date +%s%N)"',
    'v find',
    'v tar',
    'v stat',
    'v xargs',
    'p end',
].join('; ');
function toolOf(line) {
    return { kind: kindOf(line), version: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(line) };
}
function kindOf(line) {
    if (line === 'missing')
        return 'missing';
    if (/GNU/.test(line))
        return 'gnu';
    if (/toybox/i.test(line))
        return 'toybox';
    if (/bsdtar/.test(line))
        return 'bsdtar';
    // busybox' tar says its name; its find and stat only that they know no such option.
    if (/busybox/i.test(line) || /unrecogni[sz]ed/.test(line))
        return 'busybox';
    return 'unknown';
}
const NS_DIGITS = 9;
const NS_PER_SECOND = 1000000000n;
/** Of `date +%s%N`: seconds and nine digits, or seconds and what stands for `%N` where it isn't known. */
function clockOf(text) {
    const digits = text.replace(/%?N$/, '');
    return digits.length > NS_DIGITS + 1 && digits === text ? BigInt(digits) : BigInt(digits) * NS_PER_SECOND;
}


/***/ }),

/***/ 35115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ freeNow)
/* harmony export */ });
/**
 * Gives the memory of bytes back that nobody needs any more, now and not when V8 next looks: of a stream's reads, 64 KiB each, it
 * would leave 100 MiB and more. Bytes that share their memory with others are left alone; whoever still looks at these finds
 * none. Once more of the same bytes does nothing.
 */
function freeNow({ buffer, byteLength }) {
    if (!(buffer instanceof ArrayBuffer) || buffer.detached)
        return;
    if (buffer.byteLength === byteLength)
        buffer.transfer(0);
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

/***/ 9087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  undoRestore: () => (/* binding */ undoRestore)
});

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/files/second-look.js
var second_look = __webpack_require__(75256);
// EXTERNAL MODULE: ./build/operations/restore/host-facts.js + 1 modules
var host_facts = __webpack_require__(72985);
// EXTERNAL MODULE: ./build/operations/restore/journal-file.js + 1 modules
var journal_file = __webpack_require__(8568);
// EXTERNAL MODULE: ./build/operations/restore/renumbered.js
var renumbered = __webpack_require__(58661);
// EXTERNAL MODULE: ./build/operations/restore/swap.js
var swap = __webpack_require__(88663);
// EXTERNAL MODULE: ./build/operations/restore/swaps.js
var restore_swaps = __webpack_require__(33186);
// EXTERNAL MODULE: ./build/files/paths.js
var paths = __webpack_require__(33684);
// EXTERNAL MODULE: ./build/operations/restore/destination.js
var restore_destination = __webpack_require__(74734);
// EXTERNAL MODULE: ./build/hosts/output.js
var output = __webpack_require__(52871);
// EXTERNAL MODULE: ./build/hosts/quote.js
var quote = __webpack_require__(28976);
// EXTERNAL MODULE: ./build/operations/restore/workspace-name.js
var workspace_name = __webpack_require__(16639);
;// CONCATENATED MODULE: ./build/operations/restore/search-below.js




/** A restore below a folder leaves its undo folder as deep as what it replaced lay: `TARGET/srv/wiki/data`. */
const SEARCH_DEPTH = 8;
/** Nearly all lie no deeper: they are found before the search of a whole machine takes its time. */
const SHALLOW_DEPTH = 3;
const SHALLOW_SECONDS = 5;
const SEARCH_SECONDS = 20;
const LIMIT_BYTES = 16 * 1024 * 1024;
/**
 * Undo folders of ours below `folder` (without symlinks), at most SEARCH_DEPTH deep in each filesystem. What Holdfast
 * has moved away or staged is not searched. What can't be read is left out: no restore of ours was there.
 */
async function searchUndoFolders(host, folder, { mounts, signal }) {
    const script = searchScript([folder, ...mounts.writableBelow(folder)]);
    const { stdout } = await (0,output/* runToEnd */.cd)(host, script, { limitBytes: LIMIT_BYTES, signal });
    const parts = (0,bytestring.fromBytes)(stdout).split('\0');
    const end = parts.indexOf('');
    return { folders: [...new Set(parts.slice(0, end))], isWhole: parts[end + 1] === 'whole' };
}
/** Without `timeout` on the host only what isn't deep is searched. 1 is find's word for what it couldn't read. */
function searchScript(starts) {
    const find = (depth) => `find ${(0,quote/* quoteAll */._)(starts)} -xdev -maxdepth ${depth} -name '.holdfast-*' -prune ` +
        `-name '${workspace_name/* UNDO_PREFIX */.kV}*' -type d -user "$(id -u)" -print0 2>/dev/null`;
    return `
if command -v timeout >/dev/null; then
  timeout ${SHALLOW_SECONDS} ${find(SHALLOW_DEPTH)}
  timeout ${SEARCH_SECONDS} ${find(SEARCH_DEPTH)}
  status=$?
else ${find(SHALLOW_DEPTH)}; status=cut
fi
printf '\\0'
case $status in 0|1) printf 'whole\\0';; *) printf 'cut\\0';; esac`;
}

;// CONCATENATED MODULE: ./build/operations/restore/undo-folder.js







/** An error names so many undo folders, and so many paths of each. */
const MAX_FOLDERS_SHOWN = 10;
const MAX_PATHS_SHOWN = 3;
/**
 * The undo folder that `path` means: itself if it is one; else the newest, in it, above it or below it, whose journal
 * names `path` or something below it. Folders of several applications stand side by side: the newest of all may
 * belong to another one. If the newest lies deeper than `path`, or `path` is `/`, which says no more than "here", then
 * all that fit must be of the same restore, and all must have been found.
 *
 * @throws HoldfastError restore-blocked if none fits, or several do; it tells which there are and what they restored.
 */
async function findUndoFolder(host, { path, facts, reporter, signal, }) {
    if ((0,workspace_name/* isUndoFolder */.Dg)((0,paths/* baseName */.Fl)(path)))
        return (0,journal_file/* readJournal */.a)(host, path, signal);
    const destination = new restore_destination/* Destination */.D(host, facts, signal);
    const places = [...(0,paths/* ancestorsOf */.Gw)(path), path];
    await destination.visit(places);
    const around = new Set(undoFoldersIn(destination, places));
    const below = await searchBelow(destination, path, signal);
    if (!below.isWhole)
        reporter.onInfo(`Not all folders below "${(0,bytestring.display)(path)}" were searched: ${TOO_MANY}.`);
    const newestFirst = [...new Set([...around, ...below.folders])].sort(byNewest);
    const wanted = namesOf(destination, path);
    const fits = [];
    const seen = [];
    for (const folder of newestFirst) {
        const swap = await readIfWhole(host, folder, signal);
        if (swap !== null && isAbout(swap, wanted)) {
            if (fits.length === 0 && path !== '/' && around.has(folder))
                return swap;
            fits.push(swap);
        }
        if (seen.length < MAX_FOLDERS_SHOWN)
            seen.push(`"${(0,bytestring.display)(folder)}" (${whatItRestored(swap)})`);
    }
    const [newest] = fits;
    if (newest !== undefined && below.isWhole && fits.every((swap) => keyOf(swap) === keyOf(newest)))
        return newest;
    throw noneIsMeant(host, path, { seen, total: newestFirst.length, expected: expectedOf(fits, below) });
}
const TOO_MANY = `there are too many for ${SEARCH_SECONDS} seconds`;
async function searchBelow(destination, path, signal) {
    const folder = destination.folder(path);
    if (folder === null)
        return { folders: [], isWhole: true };
    const { mounts } = destination.facts;
    return searchUndoFolders(destination.host, folder.physical, { mounts, signal });
}
function keyOf({ workspace }) {
    return (0,workspace_name/* keyOfUndoName */.y_)((0,paths/* baseName */.Fl)(workspace.path));
}
/** Their names begin with the time. */
function byNewest(a, b) {
    return (0,paths/* baseName */.Fl)(a) < (0,paths/* baseName */.Fl)(b) ? 1 : -1;
}
/** Folders reached by two ways count once. */
function undoFoldersIn(destination, places) {
    const found = new Set();
    for (const place of places) {
        const folder = destination.folder(place);
        for (const name of folder?.undoable ?? [])
            found.add((0,paths/* joinPath */.uJ)(folder?.physical ?? place, name));
    }
    return [...found];
}
/** `path` as it may stand in a journal, which has paths without symlinks. */
function namesOf(destination, path) {
    if (path === '/')
        return [path];
    const around = destination.folder((0,paths/* parentPath */.yl)(path));
    const within = destination.folder(path);
    return [
        path,
        ...(around === null ? [] : [(0,paths/* joinPath */.uJ)(around.physical, (0,paths/* baseName */.Fl)(path))]),
        ...(within === null ? [] : [within.physical]),
    ];
}
/** Null for a journal that can't be used: it can't be known to fit. */
async function readIfWhole(host, folder, signal) {
    try {
        return await (0,journal_file/* readJournal */.a)(host, folder, signal);
    }
    catch (error) {
        if (error instanceof errors/* HoldfastError */.E && error.code === 'restore-blocked')
            return null;
        throw error;
    }
}
function isAbout(swap, wanted) {
    for (const path of touchedBy(swap)) {
        if (wanted.some((name) => path === name || (0,paths/* isInside */.FK)(path, name)))
            return true;
    }
    return false;
}
function* touchedBy({ batches, folders }) {
    for (const { parent, names } of batches)
        for (const name of names)
            yield (0,paths/* joinPath */.uJ)(parent, name);
    for (const { path } of folders)
        yield path;
}
function whatItRestored(swap) {
    if (swap === null)
        return 'its journal is not whole';
    const shown = [];
    let count = 0;
    for (const path of touchedBy(swap))
        if (++count <= MAX_PATHS_SHOWN)
            shown.push(`"${(0,bytestring.display)(path)}"`);
    const more = count > shown.length ? ` and ${count - shown.length} more` : '';
    return `restored ${shown.join(', ')}${more} from ${swap.head.snapshotId.slice(0, 8)}`;
}
function expectedOf(fits, { isWhole }) {
    if (fits.length === 0)
        return 'expected one of a restore of that path or of something below it';
    return isWhole ? 'expected those of one restore alone' : 'expected to have searched everywhere for others';
}
function noneIsMeant(host, path, { seen, total, expected }) {
    const more = total > seen.length ? `, and ${total - seen.length} more` : '';
    const found = total === 0
        ? `there is no undo folder in it, beside it, above it or up to ${SEARCH_DEPTH} folders below it`
        : `the undo folders there are ${seen.join(', ')}${more}`;
    return new errors/* HoldfastError */.E('restore-blocked', `Cannot undo a restore at "${(0,bytestring.display)(path)}" on "${host.name}": ${found}, ${expected}. Name the undo folder that the restore reported (".holdfast-undo-…").`);
}

;// CONCATENATED MODULE: ./build/operations/restore-undo.js









/**
 * Puts back what a restore has moved out of the way, on all filesystems that it touched, and what it has restored
 * into its staging folders. Nothing is deleted. Works on a swap that was cut off, and may itself be cut off and
 * called again.
 *
 * @throws HoldfastError restore-blocked if there is no undo folder of a restore of that path, or if something new stands where what was moved
 *   is to go back; no-permission, command-failed, and what the host throws.
 */
async function undoRestore(host, options, reporter, signal) {
    const facts = await (0,host_facts/* readHostFacts */.a)(host, signal);
    const first = await findUndoFolder(host, { path: options.path, facts, reporter, signal });
    reporter.onInfo(`Undoing by "${(0,bytestring.display)(first.workspace.path)}".`);
    const swaps = (0,renumbered/* renumbered */.e)(await allSwaps(host, { first, facts, reporter, signal }));
    await assertNotEmptied(host, swaps);
    const names = swaps.flatMap(({ batches }) => batches.map((batch) => batch.names.length));
    const result = {
        snapshotId: first.head.snapshotId,
        names: names.reduce((sum, count) => sum + count, 0),
        dryRun: options.dryRun,
    };
    if (options.dryRun)
        return { ...result, keptIn: [] };
    await (0,restore_swaps/* takeBackSwaps */.dl)(swaps);
    const giving = { owners: facts.uid === 0, onWarning: (message) => reporter.onWarning(message) };
    return { ...result, keptIn: (await (0,restore_swaps/* undone */.SF)(swaps, giving)).map(bytestring.display) };
}
function notThere(path) {
    return `Nothing is undone by "${(0,bytestring.display)(path)}": it isn't there. Where its disk isn't mounted, mount it and undo by that folder, too; else an undo that was cut off has done it, or its part of the restore had not begun.`;
}
/** Else what was restored would be taken away, and nothing put in its place. */
async function assertNotEmptied(host, swaps) {
    for (const { workspace, isDone } of swaps)
        if (!isDone || !(await (0,swap/* isEmptied */.xr)(workspace)))
            return;
    const folders = swaps.map(({ workspace }) => `"${(0,bytestring.display)(workspace.path)}"`).join(', ');
    throw new errors/* HoldfastError */.E('restore-blocked', `Cannot undo by ${folders} on "${host.name}": nothing of what was in the way is there any more, expected it in "old". Somebody has removed it; what was restored stays. Restore another snapshot instead.`);
}
/** A restore to several filesystems has an undo folder on each. One that had nothing to swap yet has none. */
async function allSwaps(host, { first, facts, reporter, signal, }) {
    const swaps = [];
    for (const path of first.head.workspaces) {
        if (path === first.workspace.path) {
            swaps.push(first);
            continue;
        }
        const { entries } = await (0,second_look/* lookAt */.t)(host, [path], { reader: facts.reader, signal });
        if (entries.has(path))
            swaps.push(await (0,journal_file/* readJournal */.a)(host, path, signal));
        else
            reporter.onWarning(notThere(path));
    }
    return swaps.includes(first) ? swaps : [first, ...swaps];
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


/***/ })

};
