export const id = 3880;
export const ids = [3880];
export const modules = {

/***/ 2362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ wholeSeconds),
/* harmony export */   Z: () => (/* binding */ unpackerOf)
/* harmony export */ });
const NS_PER_SECOND = 1000000000n;
/** The second that `ns` lies in. */
function wholeSeconds(ns) {
    const rest = ns % NS_PER_SECOND;
    return ns - (rest < 0n ? rest + NS_PER_SECOND : rest);
}
/**
 * Times in the future are what was saved, no reason to warn. `-p`: modes as sent, whatever the umask. Folders get their
 * metadata at the very end. `-b`: reads and writes of 128 KiB, where its own 10 KiB take half as much time again, most of
 * it in the kernel. Of a pipe it takes what is there.
 */
const GNU = {
    script: "tar -x -p -b 256 --numeric-owner --xattrs --xattrs-include='*' --delay-directory-restore --warning=no-timestamp -f -",
    dialect: 'pax',
    keepsAttributes: true,
    makesHoles: true,
    keepsFolderModes: true,
    keepsSpecialBits: true,
    keepsFractions: true,
    closesApart: false,
    maxDeviceMinor: Number.POSITIVE_INFINITY,
    maxAclId: Number.POSITIVE_INFINITY,
    timeToSend: (mtimeNs) => mtimeNs,
    leavesWrong: null,
    isTime: (mtimeNs, savedNs) => mtimeNs === savedNs,
};
/** Before 1970 its versions differ in what a fraction means. Of what is no file it takes the umask off. */
const BSDTAR = {
    ...GNU,
    script: 'umask 0; tar -x -p --numeric-owner -f -',
    dialect: 'libarchive',
    keepsSpecialBits: false,
    closesApart: true,
    maxAclId: 2 ** 31 - 1,
    timeToSend: (mtimeNs) => (mtimeNs < 0n ? wholeSeconds(mtimeNs) : mtimeNs),
    leavesWrong: ({ mtimeNs }) => mtimeNs < 0n && mtimeNs % NS_PER_SECOND !== 0n,
    isTime: (mtimeNs, savedNs) => mtimeNs === savedNs || (savedNs < 0n && mtimeNs === wholeSeconds(savedNs)),
};
/** Of symlinks it sets neither owner nor time; modes, without root, only by what the umask lets through. */
const BUSYBOX = {
    script: 'umask 0; tar -x -p --numeric-owner -f -',
    dialect: 'gnu',
    keepsAttributes: false,
    makesHoles: false,
    keepsFolderModes: false,
    keepsSpecialBits: false,
    keepsFractions: false,
    closesApart: true,
    maxDeviceMinor: Number.POSITIVE_INFINITY,
    maxAclId: Number.POSITIVE_INFINITY,
    timeToSend: wholeSeconds,
    leavesWrong: ({ type }) => type === 'symlink',
    isTime: (mtimeNs, savedNs) => mtimeNs === savedNs || mtimeNs === wholeSeconds(savedNs),
};
/** It takes a header with a time before 1970 for a damaged one. */
const TOYBOX = {
    ...BUSYBOX,
    script: 'tar -x -p --numeric-owner -f -',
    keepsFolderModes: true,
    keepsSpecialBits: true,
    maxDeviceMinor: 2 ** 19 - 1,
    timeToSend: (mtimeNs) => (mtimeNs < 0n ? 0n : wholeSeconds(mtimeNs)),
    leavesWrong: ({ mtimeNs }) => mtimeNs < 0n,
};
const UNPACKERS = {
    gnu: GNU,
    bsdtar: BSDTAR,
    busybox: BUSYBOX,
    toybox: TOYBOX,
};
function unpackerOf(kind) {
    return UNPACKERS[kind];
}


/***/ }),

/***/ 54175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isAtOrBelow),
/* harmony export */   y: () => (/* binding */ chooser)
/* harmony export */ });
/* harmony import */ var _files_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33684);

function chooser(options) {
    const { leftOut } = options;
    const include = options.include.filter(({ patterns }) => patterns.length > 0);
    const exclude = options.exclude.filter(({ patterns }) => patterns.length > 0);
    const noPatterns = include.length === 0 && exclude.length === 0;
    return (path, isFolder) => {
        if (leftOut !== null && isAtOrBelow(path, leftOut))
            return 'none';
        const place = placeOf(path, options.roots);
        if (place !== 'inside')
            return place === 'above' && isFolder ? 'below' : 'none';
        const holdsLeftOut = leftOut !== null && isAtOrBelow(leftOut, path);
        if (noPatterns)
            return holdsLeftOut ? 'own' : 'all';
        const seen = relativeTo(path, options.patternRoot);
        if (exclude.some((list) => list.matches(seen)))
            return 'none';
        if (include.length === 0 || include.some((list) => list.matches(seen)))
            return 'own';
        return isFolder && include.some((list) => list.mayMatchBelow(seen)) ? 'below' : 'none';
    };
}
/** Whether `path` is `folder` or stands below it. */
function isAtOrBelow(path, folder) {
    return path === folder || (0,_files_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .isInside */ .FK)(path, folder);
}
function placeOf(path, roots) {
    if (roots.some((root) => isAtOrBelow(path, root)))
        return 'inside';
    return roots.some((root) => isAtOrBelow(root, path)) ? 'above' : 'apart';
}
function relativeTo(path, root) {
    return root === '/' ? path : (path.slice(root.length) || '/');
}


/***/ }),

/***/ 14041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ swapBatches),
/* harmony export */   Nw: () => (/* binding */ beginSwap),
/* harmony export */   _o: () => (/* binding */ folderMetadata),
/* harmony export */   fY: () => (/* binding */ writeJournal),
/* harmony export */   fz: () => (/* binding */ MARK_DONE)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63509);
/* harmony import */ var _files_paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33684);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(28976);
/* harmony import */ var _repository_format_mode_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41246);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(88929);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93759);
/* harmony import */ var _swap_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88663);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93939);
/* harmony import */ var _write_back_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71029);









/** The renames of `groups`: what is placed first, so that what is removed has its successor already. */
function swapBatches(groups) {
    return ['place', 'remove'].flatMap((kind) => groups.flatMap(({ id, stay, standing }) => (0,_swap_js__WEBPACK_IMPORTED_MODULE_0__/* .inNameBatches */ .hZ)(kind === 'place' ? (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .placedNames */ .w7)(stay) : (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .removedNames */ .RO)(stay)).map((names) => ({
        kind,
        parent: standing.physical,
        parentIdentity: standing.identity,
        group: id,
        names,
    }))));
}
/** The metadata of folders that stay and are restored themselves. Inner ones first: each touches the one around it. */
function folderMetadata(stays, owners, physicalOf) {
    const folders = [];
    for (const { own, folder } of stays) {
        if (own === null)
            continue;
        const { node, entry } = own;
        const { uid, gid } = owners.forTar(node);
        folders.push({
            path: physicalOf(folder.path),
            identity: `${entry.device}:${entry.inode}`,
            before: { permissions: entry.permissions, uid: entry.uid, gid: entry.gid, mtimeNs: entry.mtimeNs },
            after: { permissions: (0,_repository_format_mode_js__WEBPACK_IMPORTED_MODULE_2__/* .permissionsOf */ .k)(node.mode), uid, gid, mtimeNs: node.mtimeNs },
        });
    }
    return folders.reverse();
}
/**
 * Writes the journal of a swap that hasn't begun, and makes it durable, with all that was staged: whoever ends a swap that a power cut
 * ended finds renames on the disk, and must not find files without contents behind them.
 */
async function writeJournal(workspace, plan, head, signal) {
    const body = `cat > journal.part && mv -f journal.part journal || exit 1${_write_back_js__WEBPACK_IMPORTED_MODULE_3__/* .WRITE_BACK */ .WZ}`;
    const name = (0,_files_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .baseName */ .Fl)(head.workspaces[0]);
    const at = { path: (0,_files_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)(workspace.home.physical, name), identity: workspace.identity };
    const stdin = journalBytes(plan, { ...head, at });
    await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .runIn */ .VO)(workspace, 'write the journal of a restore', (0,_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .asItsRun */ .Qi)(workspace, body), { stdin, signal });
}
/**
 * Gives a workspace its name as an undo folder: from that rename on the swap has begun, and whoever finds the folder
 * without `done` in it ends it or takes it back.
 */
async function beginSwap(workspace, name) {
    const { home, path } = workspace;
    const staging = (0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)((0,_files_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .baseName */ .Fl)(path));
    const undo = (0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_7__.fromText)(name));
    const body = `
${(0,_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .enter */ .Ve)(home.physical, home.identity)}
[ ! -e ${undo} ] && [ ! -L ${undo} ] && mv -- ${staging} ${undo}`;
    await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .runIn */ .VO)(workspace, 'begin to swap in what was restored', (0,_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .asItsRun */ .Qi)(workspace, body));
    return { ...workspace, path: (0,_files_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)(home.physical, (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_7__.fromText)(name)) };
}
async function* journalBytes({ batches, folders }, head) {
    yield Buffer.from((0,_journal_js__WEBPACK_IMPORTED_MODULE_8__/* .encodeJournalLine */ .e)({ is: 'head', head }));
    for (const batch of batches)
        yield Buffer.from((0,_journal_js__WEBPACK_IMPORTED_MODULE_8__/* .encodeJournalLine */ .e)({ is: 'swap', batch }));
    for (const folder of folders)
        yield Buffer.from((0,_journal_js__WEBPACK_IMPORTED_MODULE_8__/* .encodeJournalLine */ .e)({ is: 'folder', folder }));
    yield Buffer.from((0,_journal_js__WEBPACK_IMPORTED_MODULE_8__/* .encodeJournalLine */ .e)({ is: 'end', lines: 2 + batches.length + folders.length }));
}
/** Marks a swap as ended, so that nobody ends it again. */
const MARK_DONE = `: > done || exit 1${_write_back_js__WEBPACK_IMPORTED_MODULE_3__/* .WRITE_BACK */ .WZ}`;


/***/ }),

/***/ 74734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ Destination)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _files_paths_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(33684);
/* harmony import */ var _files_second_look_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75256);
/* harmony import */ var _files_second_look_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89166);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52871);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(28976);
/* harmony import */ var _workspace_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16639);







const LIMIT_BYTES = 64 * 1024 * 1024;
const PATHS_PER_VISIT = 5000;
/**
 * For each folder: its own path, where it really is, identity, whether we may write, free space, unfinished undo
 * folders, staging folders, and an empty part. A folder that can't be entered gives nothing.
 */
const VISIT = `xargs -0 -r -n 200 sh -c 'for p; do (
cd -P -- "$p" 2>/dev/null || exit
if [ -w . ]; then w=yes; else w=no; fi
printf "%s\\0%s\\0%s %s %s\\0" "$p" "$PWD" "$(stat -c %d:%i .)" $w "$(stat -f -c "%a %S %d %c %b" .)"
for u in ${_workspace_name_js__WEBPACK_IMPORTED_MODULE_0__/* .UNDO_PREFIX */ .kV}*; do
  if [ -O "$u" ] && [ -f "$u/journal" ]; then
    if [ -e "$u/done" ]; then printf "done %s\\0" "$u"; else printf "open %s\\0" "$u"; fi
  fi
done
for u in ${_workspace_name_js__WEBPACK_IMPORTED_MODULE_0__/* .STAGING_PREFIX */ .th}*; do if [ -O "$u" ] && [ -d "$u" ]; then printf "%s\\0" "$u"; fi; done
printf "\\0"
); done' _`;
/** What stands where a restore is to write. Nothing is looked at twice. */
class Destination {
    facts;
    host;
    source;
    #signal;
    #entries = new Map();
    #folders = new Map();
    #ledTo = new Map();
    /** @param source Where what is restored lies, if that is on this host. */
    constructor(host, facts, signal, source = null) {
        this.source = source;
        this.host = host;
        this.facts = facts;
        this.#signal = signal;
    }
    /** Makes `entry` answer for each of `paths`. */
    async lookAt(paths) {
        const unknown = [...new Set(paths)].filter((path) => !this.#entries.has(path));
        if (unknown.length === 0)
            return;
        for (let at = 0; at < unknown.length; at += PATHS_PER_VISIT) {
            const batch = unknown.slice(at, at + PATHS_PER_VISIT);
            const { entries, failures } = await (0,_files_second_look_js__WEBPACK_IMPORTED_MODULE_1__/* .lookAt */ .t)(this.host, batch, {
                reader: this.facts.reader,
                signal: this.#signal,
            });
            for (const path of batch)
                this.#entries.set(path, entries.get(path) ?? null);
            for (const [path, message] of failures)
                if (!(0,_files_second_look_js__WEBPACK_IMPORTED_MODULE_2__/* .saysVanished */ .X)(message))
                    throw this.#hidden(path, message.reason);
        }
    }
    #hidden(path, reason) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('no-permission', `Cannot look at "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.display)(path)}" on ${this.host.name}: ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)(reason)}. Connect as a user who may, such as root, or restore elsewhere with --target.`);
    }
    /** What stands at a path that was looked at; null: nothing. */
    entry(path) {
        const entry = this.#entries.get(path);
        if (entry === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('internal', `Nobody looked at "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.display)(path)}".`);
        return entry;
    }
    /** `device:inode` of what is known to stand at a path, and of the folder that it leads to. */
    identitiesAt(path) {
        const entry = this.#entries.get(path) ?? null;
        const folder = this.#folders.get(path) ?? null;
        return [
            ...(entry === null ? [] : [`${entry.device}:${entry.inode}`]),
            ...(folder === null ? [] : [folder.identity]),
        ];
    }
    /** Makes `folder` answer for each of `paths`, symlinks followed. */
    async visit(paths) {
        const unknown = [...new Set(paths)].filter((path) => !this.#folders.has(path));
        for (let at = 0; at < unknown.length; at += PATHS_PER_VISIT) {
            const batch = unknown.slice(at, at + PATHS_PER_VISIT);
            const stdin = Buffer.from(`${batch.join('\0')}\0`, 'latin1');
            const { stdout } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_5__/* .runToEnd */ .cd)(this.host, VISIT, {
                stdin,
                limitBytes: LIMIT_BYTES,
                signal: this.#signal,
            });
            const found = parseVisits((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.fromBytes)(stdout));
            for (const path of batch)
                this.#folders.set(path, found.get(path) ?? null);
        }
    }
    /** The folder at a path that was visited; null if there is none that we may enter. */
    folder(path) {
        const folder = this.#folders.get(path);
        if (folder === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('internal', `Nobody visited "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.display)(path)}".`);
        return folder;
    }
    /** All folders that were visited and may be entered. */
    get visited() {
        return [...this.#folders.values()].filter((folder) => folder !== null);
    }
    /** The names in a folder, in no order. @throws HoldfastError command-failed if it can't be read. */
    async namesIn(path) {
        const script = `cd -P -- ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)(path)} && find . -mindepth 1 -maxdepth 1 -print0`;
        const what = `list "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.display)(path)}"`;
        const options = { limitBytes: LIMIT_BYTES, signal: this.#signal };
        const { stdout } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_5__/* .runSuccessfully */ .t7)(this.host, what, script, options);
        return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.fromBytes)(stdout)
            .split('\0')
            .filter((name) => name !== '')
            .map((name) => (0,_files_paths_js__WEBPACK_IMPORTED_MODULE_7__/* .baseName */ .Fl)(name));
    }
    /**
     * Where `path` (absolute, clean) leads, every symlink on the way followed by hand, those behind others too. One that
     * somebody else made is refused: it would lead a restore, which often runs as root, wherever they want. Those of
     * root and our own are part of the system (`/var/run`).
     * @throws HoldfastError restore-unsafe.
     */
    async follow(path) {
        const ahead = componentsOf(path).reverse();
        let at = '/';
        let symlinks = 0;
        for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
            if (name === '..')
                at = (0,_files_paths_js__WEBPACK_IMPORTED_MODULE_7__/* .parentPath */ .yl)(at);
            else {
                const next = (0,_files_paths_js__WEBPACK_IMPORTED_MODULE_7__/* .joinPath */ .uJ)(at, name);
                await this.lookAt([next]);
                const entry = this.entry(next);
                if (entry?.type !== 'symlink')
                    at = next;
                else {
                    this.#assertTrusted(entry);
                    if (++symlinks > MAX_SYMLINKS)
                        throw loop(path);
                    if (entry.linkTarget.startsWith('/'))
                        at = '/';
                    ahead.push(...componentsOf(entry.linkTarget).reverse());
                }
            }
        }
        this.#ledTo.set(path, at);
        return at;
    }
    /** Where `follow` found that the symlink at `path` leads; null if it wasn't asked. */
    ledTo(path) {
        return this.#ledTo.get(path) ?? null;
    }
    #assertTrusted({ path, uid, linkTarget }) {
        if (uid === 0 || uid === this.facts.uid)
            return;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('restore-unsafe', `Cannot restore through "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.display)(path)}": it is a symlink to "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.display)(linkTarget)}" that belongs to user ${uid}, expected one of root's or our own. Remove it, or restore to another folder with --target.`);
    }
}
/** As many as Linux follows. */
const MAX_SYMLINKS = 40;
function loop(path) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('restore-unsafe', `Cannot restore through "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.display)(path)}": it leads through more than ${MAX_SYMLINKS} symlinks. Remove some, or restore to another folder with --target.`);
}
function componentsOf(path) {
    return path.split('/').filter((name) => name !== '' && name !== '.');
}
function parseVisits(text) {
    const found = new Map();
    const parts = text.split('\0');
    for (let i = 0; i + 2 < parts.length;) {
        const [path, physical, facts] = parts.slice(i, i + 3);
        const end = parts.indexOf('', i + 3);
        const own = parts.slice(i + 3, end);
        const [identity = '', writable, free, blockSize, freeInodes, inodes, blocks] = facts.split(' ');
        found.set(path, {
            path,
            physical,
            identity,
            writable: writable === 'yes',
            freeBytes: Number(blocks) === 0 ? null : Number(free) * Number(blockSize),
            freeInodes: Number(inodes) === 0 ? null : Number(freeInodes),
            undoable: [...named(own, 'done '), ...named(own, 'open ')],
            unfinished: named(own, 'open '),
            staged: named(own, ''),
        });
        i = end + 1;
    }
    return found;
}
function named(own, state) {
    return own
        .filter((name) => name.startsWith(`${state}.`))
        .map((name) => name.slice(state.length));
}


/***/ }),

/***/ 19361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NW: () => (/* binding */ HardLinks),
/* harmony export */   Rz: () => (/* binding */ hardLinkKey),
/* harmony export */   o2: () => (/* binding */ linkedFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Which file a hard link was saved of, or null if the node is no hard link. */
function hardLinkKey(node) {
    if (node.type !== 'file' || node.links < 2n)
        return null;
    return `${node.deviceId}:${node.inode}`;
}
/**
 * The same, proved by all else that was saved: equal for two nodes only if they are names of one file, or can't be
 * told from that.
 */
function linkedFile(node) {
    const key = hardLinkKey(node);
    return key === null ? null : `${key} ${fingerprintOf(node)}`;
}
/**
 * Finds the names of one file among what is restored.
 *
 * Device and inode alone don't prove it: programs write snapshots with both zero, and inodes are used again while a
 * backup runs. restic then gives every such file the first one's content. So all that was saved must be equal too.
 */
class HardLinks {
    #first = new Map();
    /** The path under which this file was met first; null if this is the first (or only) time. */
    firstName(node, path) {
        const key = hardLinkKey(node);
        if (key === null)
            return null;
        const first = this.#first.get(key);
        if (first === undefined) {
            this.#first.set(key, { path, fingerprint: fingerprintOf(node), remaining: node.links - 1n });
            return null;
        }
        if (first.fingerprint !== fingerprintOf(node))
            return null;
        first.remaining -= 1n;
        if (first.remaining <= 0n)
            this.#first.delete(key);
        return first.path;
    }
}
function fingerprintOf(node) {
    const { content, sizeBytes, mode, mtimeNs, uid, gid, links } = node;
    const attributes = node.extendedAttributes.map(({ name, value }) => [
        name,
        Buffer.from(value).toString('base64'),
    ]);
    const saved = [content, String(sizeBytes), mode, String(mtimeNs), uid, gid, String(links), attributes];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(saved)).digest('base64');
}


/***/ }),

/***/ 51090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $m: () => (/* binding */ parseHashTools),
/* harmony export */   AU: () => (/* binding */ PROBE_HASH_TOOLS),
/* harmony export */   Cz: () => (/* binding */ HASH_WAYS)
/* harmony export */ });
const HASH_WAYS = {
    openssl: {
        script: 'xargs -0 -r openssl dgst -sha256 -r',
        recordEnd: '\n',
        // Its versions escape these, or don't.
        takes: (path) => !/[\n\r\\]/.test(path),
        nameOf: (path) => ` *${path}`,
    },
    'sha256sum-zero': {
        script: 'xargs -0 -r sha256sum -z --',
        recordEnd: '\0',
        takes: () => true,
        nameOf: (path) => `  ${path}`,
    },
    'sha256sum-plain': {
        script: `xargs -0 -r sh -c 'for f; do sha256sum < "$f" || exit 255; done' _`,
        recordEnd: '\n',
        takes: () => true,
        nameOf: () => '  -',
    },
};
/** Prints the tools that a host has, the preferred one first, in one line. Only what gives a known hash counts. */
const PROBE_HASH_TOOLS = `
e=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
case "$(printf '' | openssl dgst -sha256 -r 2>/dev/null)" in "$e "*) printf 'openssl ';; esac
case "$(printf '' | sha256sum -z 2>/dev/null | tr '\\0' ' ')" in "$e "*) printf 'sha256sum-zero ';; esac
case "$(printf '' | sha256sum 2>/dev/null)" in "$e "*) printf 'sha256sum-plain ';; esac
echo`;
/** The tools in a line of PROBE_HASH_TOOLS. */
function parseHashTools(line) {
    return line.split(' ').filter((word) => Object.hasOwn(HASH_WAYS, word));
}


/***/ }),

/***/ 15937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OD: () => (/* binding */ segmentsOf),
/* harmony export */   W5: () => (/* binding */ withoutHoles),
/* harmony export */   fO: () => (/* binding */ ZERO_BLOB),
/* harmony export */   tP: () => (/* binding */ ZERO_BLOB_BYTES)
/* harmony export */ });
/**
 * The blob of 512 KiB of zeros: what the chunker makes of every hole, since no cut falls into zeros before its
 * smallest chunk is full.
 */
const ZERO_BLOB = '07854d2fef297a06ba81685e660c332de36d5d18d546927d30daad6d7fda1541';
const ZERO_BLOB_BYTES = 512 * 1024;
/** A hole begins and ends at multiples of tar's block, or at the file's end. */
const ALIGNMENT_BYTES = 512;
/** Where a file of these blobs has data, if the rest is left as holes; null for a file without zero blobs. */
function segmentsOf(blobs) {
    if (blobs.every(({ id }) => id !== ZERO_BLOB))
        return null;
    const segments = [];
    let dataStart = 0;
    let offset = 0;
    for (let i = 0; i < blobs.length;) {
        if (blobs[i]?.id !== ZERO_BLOB) {
            offset += blobs[i++]?.sizeBytes ?? 0;
            continue;
        }
        const holeStart = Math.ceil(offset / ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
        while (blobs[i]?.id === ZERO_BLOB)
            offset += blobs[i++]?.sizeBytes ?? 0;
        const holeEnd = i === blobs.length ? offset : Math.floor(offset / ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
        if (holeStart > dataStart)
            segments.push({ offset: dataStart, length: holeStart - dataStart });
        dataStart = holeEnd;
    }
    if (offset > dataStart)
        segments.push({ offset: dataStart, length: offset - dataStart });
    return segments;
}
/** The parts of the bytes `[offset, offset + bytes.length)` of a file that lie in its segments. */
function* withoutHoles(bytes, offset, segments) {
    if (segments === null) {
        yield bytes;
        return;
    }
    for (let i = firstEndingBehind(segments, offset); i < segments.length; i++) {
        const segment = segments[i];
        const start = Math.max(segment.offset, offset);
        const end = Math.min(segment.offset + segment.length, offset + bytes.length);
        if (start >= end)
            return;
        yield bytes.subarray(start - offset, end - offset);
    }
}
function firstEndingBehind(segments, offset) {
    let low = 0;
    let high = segments.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        const segment = segments[middle];
        if (segment.offset + segment.length > offset)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}


/***/ }),

/***/ 72985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ readHostFacts)
});

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/files/probe.js
var files_probe = __webpack_require__(1546);
// EXTERNAL MODULE: ./build/files/unpackers.js
var unpackers = __webpack_require__(2362);
// EXTERNAL MODULE: ./build/hosts/output.js
var output = __webpack_require__(52871);
// EXTERNAL MODULE: ./build/operations/restore/hash-tools.js
var hash_tools = __webpack_require__(51090);
// EXTERNAL MODULE: ./build/hosts/mountinfo.js
var mountinfo = __webpack_require__(33281);
// EXTERNAL MODULE: ./build/operations/restore/chooser.js
var chooser = __webpack_require__(54175);
;// CONCATENATED MODULE: ./build/operations/restore/mounts.js


const PSEUDO = new Set('proc sysfs devtmpfs devpts cgroup cgroup2 debugfs tracefs securityfs pstore bpf mqueue hugetlbfs configfs fusectl binfmt_misc autofs'.split(' '));
/** What is mounted where on a host: which renames are possible, and which folders can't be renamed at all. */
class Mounts {
    #mounts;
    /** @param mounts In the order of mounting: where two have one mount point, the last one is seen. */
    constructor(mounts) {
        this.#mounts = mounts;
    }
    /** The mount that `path` (without symlinks) lies on; null where the host doesn't say. */
    of(path) {
        let found = null;
        for (const mount of this.#mounts) {
            if ((0,chooser/* isAtOrBelow */.a)(path, mount.point) && mount.point.length >= (found?.point.length ?? 0))
                found = mount;
        }
        return found;
    }
    /** Mount points of filesystems that hold no files but what the kernel shows (`/proc`). */
    get pseudo() {
        return this.#mounts.filter(({ fileSystem }) => PSEUDO.has(fileSystem)).map(({ point }) => point);
    }
    /** Mount points strictly below `path` of filesystems that a restore may have written to. Containers' own are not. */
    writableBelow(path) {
        const pseudo = new Set(this.pseudo);
        return this.#mounts
            .filter(({ point, readOnly, fileSystem }) => !readOnly && !pseudo.has(point) && fileSystem !== 'overlay')
            .map(({ point }) => point)
            .filter((point) => point !== path && (0,chooser/* isAtOrBelow */.a)(point, path));
    }
    isMountPoint(path) {
        return path === '/' || this.#mounts.some(({ point }) => point === path);
    }
    /** Mount points strictly below `path`. */
    below(path) {
        const points = this.#mounts.map(({ point }) => point);
        return points.filter((point) => point !== path && (0,chooser/* isAtOrBelow */.a)(point, path));
    }
}
/** Of /proc/self/mountinfo. */
function parseMountinfo(text) {
    return new Mounts((0,mountinfo/* parseMountLines */.K)(text));
}

// EXTERNAL MODULE: ./build/operations/restore/source-place.js
var source_place = __webpack_require__(35931);
;// CONCATENATED MODULE: ./build/operations/restore/host-facts.js








const LIMIT_BYTES = 16 * 1024 * 1024;
const PROBE = `${hash_tools/* PROBE_HASH_TOOLS */.AU}
case "$(getfattr --version 2>/dev/null)" in getfattr*) echo yes;; *) echo no;; esac
echo "$(cat ${source_place/* BOOT_ID */.d} 2>/dev/null)"
cat /proc/self/mountinfo 2>/dev/null; :`;
/** @throws HoldfastError host-unsupported if a tool is missing. */
async function readHostFacts(host, signal) {
    const [probe, { stdout }] = await Promise.all([
        (0,files_probe/* probeHost */.z)(host, signal),
        (0,output/* runSuccessfully */.t7)(host, 'ask what is mounted', PROBE, { limitBytes: LIMIT_BYTES, signal }),
    ]);
    const reader = (0,files_probe/* chooseReader */.P)(host, probe);
    const [tools = '', getfattr = '', bootId = ''] = (0,bytestring.fromBytes)(stdout).split('\n', 3);
    const hashTools = (0,hash_tools/* parseHashTools */.$m)(tools);
    if (hashTools.every((tool) => tool === 'openssl')) {
        throw new errors/* HoldfastError */.E('host-unsupported', `Cannot restore on "${host.name}": it has no sha256sum, expected one to verify what is restored. Install coreutils there.`);
    }
    return {
        uid: probe.uid,
        mounts: parseMountinfo(stdout.subarray(tools.length + getfattr.length + bootId.length + 3)),
        hashTools,
        hasGetfattr: getfattr === 'yes',
        bootId: bootId.trim(),
        reader,
        unpacker: (0,unpackers/* unpackerOf */.Z)(reader.archiver),
        tarVersion: probe.tools.tar.version,
    };
}


/***/ }),

/***/ 8568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ readJournal)
});

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/files/paths.js
var paths = __webpack_require__(33684);
// EXTERNAL MODULE: ./build/hosts/exit-status.js
var exit_status = __webpack_require__(62585);
// EXTERNAL MODULE: ./build/hosts/output.js
var output = __webpack_require__(52871);
// EXTERNAL MODULE: ./build/hosts/quote.js
var quote = __webpack_require__(28976);
// EXTERNAL MODULE: ./build/operations/restore/journal.js
var journal = __webpack_require__(88929);
;// CONCATENATED MODULE: ./build/operations/restore/relocated.js

/**
 * A swap with all paths as they are now, where its disk is mounted elsewhere than it was: below `/mnt` on a rescue system, or at
 * its own place after a restore from there. What stands at a path is told by device and inode, before anything is renamed.
 */
function relocated(swap) {
    const { head, workspace } = swap;
    const was = head.at?.path ?? (head.workspaces.length === 1 ? head.workspaces[0] : null);
    if (was === null || (0,paths/* parentPath */.yl)(was) === workspace.home.physical)
        return swap;
    const [before, now] = withoutCommonEnd((0,paths/* parentPath */.yl)(was), workspace.home.physical);
    const pathNow = (path) => {
        if (path === before)
            return now;
        if (!(0,paths/* isInside */.FK)(path, before))
            return path;
        const below = before === '/' ? path : path.slice(before.length);
        return (now === '/' ? below : `${now}${below}`);
    };
    return {
        ...swap,
        head: { ...head, workspaces: head.workspaces.map(pathNow) },
        batches: swap.batches.map((batch) => ({ ...batch, parent: pathNow(batch.parent) })),
        folders: swap.folders.map((folder) => ({ ...folder, path: pathNow(folder.path) })),
    };
}
/** Two folders without the names that both end in. */
function withoutCommonEnd(a, b) {
    const [x, y] = [namesOf(a), namesOf(b)];
    while (x.length > 0 && y.length > 0 && x.at(-1) === y.at(-1)) {
        x.pop();
        y.pop();
    }
    return [`/${x.join('/')}`, `/${y.join('/')}`];
}
function namesOf(folder) {
    return folder.split('/').filter((name) => name !== '');
}

// EXTERNAL MODULE: ./build/operations/restore/workspace.js
var restore_workspace = __webpack_require__(93939);
;// CONCATENATED MODULE: ./build/operations/restore/journal-file.js









/** 60 bytes a name: some four million swapped names. */
const LIMIT_BYTES = 256 * 1024 * 1024;
const NO_JOURNAL = 95;
/** @throws HoldfastError restore-blocked if there is no whole journal of ours in `path` (absolute). */
async function readJournal(host, path, signal) {
    const script = `
[ ! -L ${(0,quote/* quote */.h)(path)} ] && cd -P -- ${(0,quote/* quote */.h)(path)} 2>/dev/null || exit ${NO_JOURNAL}
[ -f journal ] && [ "$(stat -c %u .)" = "$(id -u)" ] || exit ${NO_JOURNAL}
case "$(stat -c %a .)" in *700) ;; *) exit ${NO_JOURNAL};; esac
if [ -e done ]; then d=done; else d=open; fi
printf '%s\\0' "$(stat -c %d:%i .)" "$PWD" "$(stat -c %d:%i ..)" $d "$(cat run)"
cat journal`;
    const { stdout, stderr, exit } = await (0,output/* runToEnd */.cd)(host, script, { limitBytes: LIMIT_BYTES, signal });
    if ('code' in exit && exit.code === NO_JOURNAL)
        throw noJournal(host, path);
    if (!(0,exit_status/* isSuccess */.o)(exit))
        throw (0,restore_workspace/* failureOf */.g5)(host, `read the journal in "${(0,bytestring.display)(path)}"`, { stderr, exit });
    const [identity = '', physical = '', homeIdentity = '', state = '', token = '', ...rest] = (0,bytestring.fromBytes)(stdout).split('\0');
    const folder = physical;
    const home = homeOf((0,paths/* parentPath */.yl)(folder), homeIdentity);
    const found = { wasThere: true, isLeftToVerify: false, isTakenBack: false };
    const workspace = { host, home, path: folder, identity, token, ...found };
    return relocated({ workspace, isDone: state === 'done', ...parseJournal(rest.join('\0'), path) });
}
function parseJournal(text, path) {
    const lines = text.split('\n').filter((line) => line !== '');
    const batches = [];
    const folders = [];
    let head = null;
    let isWhole = false;
    for (const line of lines.map(journal/* decodeJournalLine */.A)) {
        if (line.is === 'head')
            head = line.head;
        else if (line.is === 'swap')
            batches.push(line.batch);
        else if (line.is === 'folder')
            folders.push(line.folder);
        else
            isWhole = line.lines === lines.length;
    }
    if (head !== null && isWhole)
        return { head, batches, folders };
    throw new errors/* HoldfastError */.E('restore-blocked', `Cannot use the journal in "${(0,bytestring.display)(path)}": it isn't whole. What was in the way lies in the folder "old" beside it; move it back by hand.`);
}
function homeOf(path, identity) {
    return {
        path,
        physical: path,
        identity,
        writable: true,
        freeBytes: null,
        freeInodes: null,
        undoable: [],
        unfinished: [],
        staged: [],
    };
}
function noJournal(host, path) {
    return new errors/* HoldfastError */.E('restore-blocked', `Cannot undo by "${(0,bytestring.display)((0,paths/* baseName */.Fl)(path))}": there is no journal of a restore in "${(0,bytestring.display)(path)}" on "${host.name}", expected a folder that a restore by the same user left. Name an undo folder, or a path beside one.`);
}


/***/ }),

/***/ 88929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ decodeJournalLine),
/* harmony export */   e: () => (/* binding */ encodeJournalLine)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


const VERSION = 1;
/** One line with its newline. */
function encodeJournalLine(line) {
    return `${JSON.stringify(jsonOf(line))}\n`;
}
function jsonOf(line) {
    switch (line.is) {
        case 'head': {
            const { snapshotId, timeNs, workspaces, at } = line.head;
            const names = workspaces.map(encodeName);
            return {
                holdfastRestore: VERSION,
                snapshot: snapshotId,
                timeNs: String(timeNs),
                workspaces: names,
                at: at === null ? null : { path: encodeName(at.path), identity: at.identity },
            };
        }
        case 'swap': {
            const { kind, parent, parentIdentity, group, names } = line.batch;
            return { [kind]: names.map(encodeName), in: encodeName(parent), identity: parentIdentity, group };
        }
        case 'folder': {
            const { path, identity, before, after } = line.folder;
            return {
                folder: encodeName(path),
                identity,
                before: encodeMetadata(before),
                after: encodeMetadata(after),
            };
        }
        case 'end':
            return { end: line.lines };
    }
}
/** @throws HoldfastError restore-blocked if the line is none that `encodeJournalLine` writes. */
function decodeJournalLine(text) {
    try {
        return lineOf(JSON.parse(text));
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('restore-blocked', `Cannot read the journal of a restore: ${JSON.stringify(text.slice(0, 80))} is no line of it, expected JSON as Holdfast wrote it. What was in the way lies unharmed in the folder "old" beside the journal; move it back by hand.`, { cause: error });
    }
}
function lineOf(json) {
    if (json['holdfastRestore'] === VERSION) {
        const workspaces = list(json['workspaces']).map(decodeName);
        const timeNs = BigInt(string(json['timeNs']));
        const at = json['at'] == null ? null : decodePlace(json['at']);
        return { is: 'head', head: { snapshotId: string(json['snapshot']), timeNs, workspaces, at } };
    }
    if (json['end'] !== undefined)
        return { is: 'end', lines: number(json['end']) };
    const identity = string(json['identity']);
    if (json['folder'] !== undefined) {
        const path = decodeName(json['folder']);
        const [before, after] = [decodeMetadata(json['before']), decodeMetadata(json['after'])];
        return { is: 'folder', folder: { path, identity, before, after } };
    }
    const kind = json['place'] === undefined ? 'remove' : 'place';
    const names = list(json[kind]).map(decodeName);
    const parent = decodeName(json['in']);
    return {
        is: 'swap',
        batch: { kind, parent, parentIdentity: identity, group: string(json['group']), names },
    };
}
function decodePlace(json) {
    const { path, identity } = json;
    return { path: decodeName(path), identity: string(identity) };
}
/** A name as JSON: text where it is UTF-8, for the eyes of who must read a journal. */
function encodeName(name) {
    return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.toText)(name) ?? { base64: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.toBytes)(name).toString('base64') };
}
function decodeName(json) {
    if (typeof json === 'string')
        return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(json);
    return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromBytes)(Buffer.from(string(json.base64), 'base64'));
}
function encodeMetadata({ permissions, uid, gid, mtimeNs }) {
    return { mode: permissions.toString(8), uid, gid, mtimeNs: String(mtimeNs) };
}
function decodeMetadata(json) {
    const { mode, uid, gid, mtimeNs } = json;
    return {
        permissions: Number.parseInt(string(mode), 8),
        uid: number(uid),
        gid: number(gid),
        mtimeNs: BigInt(string(mtimeNs)),
    };
}
function string(value) {
    if (typeof value === 'string')
        return value;
    throw new TypeError(`expected text, found ${typeof value}`);
}
function number(value) {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
        return value;
    throw new TypeError(`expected a whole number, found ${String(value)}`);
}
function list(value) {
    if (Array.isArray(value))
        return value;
    throw new TypeError(`expected a list, found ${typeof value}`);
}


/***/ }),

/***/ 93759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ isPlaced),
/* harmony export */   Mp: () => (/* binding */ Stay),
/* harmony export */   PB: () => (/* binding */ stays),
/* harmony export */   R3: () => (/* binding */ prune),
/* harmony export */   RO: () => (/* binding */ removedNames),
/* harmony export */   fs: () => (/* binding */ changesOf),
/* harmony export */   w5: () => (/* binding */ changedFolders),
/* harmony export */   w7: () => (/* binding */ placedNames)
/* harmony export */ });
/* harmony import */ var _files_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33684);

/** A folder that exists and stays: some of its entries change. */
class Stay {
    /** What is restored of it. */
    folder;
    /** Its node and what stands there, if its own metadata is restored; else null. */
    own;
    changes = new Map();
    /** Names of what a listing shows as it was saved, but that was touched since: its attributes may be others. */
    doubtful = new Set();
    constructor(folder, own) {
        this.folder = folder;
        this.own = own;
    }
}
/** All folders that stay, from the root down. */
function* stays(root) {
    yield root;
    for (const plan of root.changes.values())
        if (plan instanceof Stay)
            yield* stays(plan);
}
/** The folders in which something is placed or removed. */
function* changedFolders(root) {
    for (const stay of stays(root)) {
        for (const plan of stay.changes.values()) {
            if (plan instanceof Stay)
                continue;
            yield stay;
            break;
        }
    }
}
/** Whether something is swapped in. */
function isPlaced(plan) {
    return plan === 'create' || plan === 'replace';
}
/** Names in `stay` at which something is swapped in. */
function placedNames(stay) {
    return [...stay.changes].filter(([, plan]) => isPlaced(plan)).map(([name]) => name);
}
/** Names in `stay` that go. */
function removedNames(stay) {
    return [...stay.changes].filter(([, plan]) => plan === 'remove').map(([name]) => name);
}
/** Every change, as a person would list it. */
function* changesOf(root) {
    for (const stay of stays(root)) {
        for (const [name, plan] of stay.changes) {
            if (!(plan instanceof Stay))
                yield { path: (0,_files_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(stay.folder.path, name), kind: plan };
        }
    }
}
/** Drops folders in which nothing changes and whose own metadata is right. */
function prune(root, isRight) {
    for (const [name, plan] of root.changes) {
        if (!(plan instanceof Stay))
            continue;
        prune(plan, isRight);
        if (plan.changes.size === 0 && (plan.own === null || isRight(plan.own)))
            root.changes.delete(name);
    }
}


/***/ }),

/***/ 58661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ renumbered)
/* harmony export */ });
/**
 * Swaps of which the journals were written before the machine was started again, perhaps: then the kernel may have given their
 * filesystems other device numbers (Btrfs, LVM and overlays most of all), and a folder would pass for another one than it was.
 * A journal says which number its own workspace had. Where that is still the same folder, by its inode, its number of now
 * is the one of all that was beside it.
 */
function renumbered(swaps) {
    const now = new Map();
    for (const { head, workspace } of swaps) {
        const [was, inode] = parts(head.at?.identity ?? '');
        const [is, sameInode] = parts(workspace.identity);
        if (inode === sameInode)
            now.set(was, is);
    }
    const identityNow = (identity) => {
        const [device, inode] = parts(identity);
        return `${now.get(device) ?? device}:${inode}`;
    };
    return swaps.map((swap) => ({
        ...swap,
        batches: swap.batches.map((batch) => ({ ...batch, parentIdentity: identityNow(batch.parentIdentity) })),
        folders: swap.folders.map((folder) => ({ ...folder, identity: identityNow(folder.identity) })),
    }));
}
/** Device and inode. */
function parts(identity) {
    const [device = '', inode = ''] = identity.split(':');
    return [device, inode];
}


/***/ }),

/***/ 64757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pq: () => (/* binding */ differenceOf),
/* harmony export */   XK: () => (/* binding */ MAX_SETTINGS_BYTES),
/* harmony export */   f5: () => (/* binding */ settingsOf),
/* harmony export */   g0: () => (/* binding */ encodeSettings),
/* harmony export */   oC: () => (/* binding */ decodeSettings)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

const PARTS_DIGITS = 16;
/** What is longer was not written by us. */
const MAX_SETTINGS_BYTES = 1024;
function settingsOf(options) {
    const { folder, target, includes, excludes, iincludes, iexcludes, includeOwn } = options;
    const parts = JSON.stringify([folder, target, includes, excludes, iincludes, iexcludes, includeOwn]);
    return {
        parts: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(parts).digest('hex').slice(0, PARTS_DIGITS),
        overwrite: options.overwrite,
        delete: options.delete,
        owners: options.owners,
    };
}
function encodeSettings(settings) {
    return JSON.stringify(settings);
}
/** @returns Null if `text` is none that `encodeSettings` writes. */
function decodeSettings(text) {
    try {
        const json = JSON.parse(text);
        const { parts, overwrite, owners } = json;
        const isOurs = [parts, overwrite, owners].every((value) => typeof value === 'string');
        if (!isOurs || typeof json['delete'] !== 'boolean')
            return null;
        return json;
    }
    catch {
        return null;
    }
}
/** In what `then` differs from `now`: `overwrite: if-changed (now: always)`. Words of flags and inputs alike. */
function differenceOf(then, now) {
    if (then === null)
        return 'with other settings';
    if (then.parts !== now.parts)
        return 'of other parts, or to another place';
    const words = ['overwrite', 'delete']
        .filter((name) => then[name] !== now[name])
        .map((name) => `${name}: ${then[name]} (now: ${now[name]})`);
    if (then.owners !== now.owners) {
        words.push(`ownership-by-name: ${then.owners === 'names'} (now: ${now.owners === 'names'})`);
    }
    return words.length === 0 ? 'with other settings' : `with ${words.join(', ')}`;
}


/***/ }),

/***/ 35931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ SourcePlace),
/* harmony export */   d: () => (/* binding */ BOOT_ID)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19473);
/* harmony import */ var _files_paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33684);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93759);






/** Which kernel runs. Two hosts of one have the same numbers for the same devices. */
const BOOT_ID = '/proc/sys/kernel/random/boot_id';
/**
 * Where on the host the repository, or the store of archives, lies that is restored from. A restore that moved it away would
 * take the only copy of what was saved out of its place, and whoever then removes the undo folder, would remove it.
 */
class SourcePlace {
    /** Ready to show. */
    shown;
    #own;
    #around;
    /** Of the folders on the way to it: only what has one of these can be one of them. */
    #names;
    constructor(folder, path, [own = '', ...around]) {
        this.shown = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(folder);
        this.#own = own;
        this.#around = new Set(around);
        const names = path.split('/').filter((name) => name !== '');
        this.#names = new Set(names.map((name) => (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(name)));
    }
    /**
     * @param folder Of this machine; undefined: it lies elsewhere.
     * @param bootId The host's; empty: it doesn't say.
     * @returns Null where the host has nothing of it.
     */
    static async find(folder, bootId) {
        if (folder === undefined || bootId === '')
            return null;
        const here = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(BOOT_ID, 'latin1').catch(() => '');
        if (here.trim() !== bootId)
            return null;
        const path = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder).catch(() => null);
        if (path === null)
            return null;
        const identities = [];
        for (const at of ancestorsOf(path)) {
            const { dev, ino } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(at, { bigint: true });
            identities.push(`${dev}:${ino}`);
        }
        return new SourcePlace(folder, path, identities);
    }
    /** What must be looked at before `assertStays` is asked: nothing that is changed can be the source but by its name. */
    *doubtful(root) {
        for (const { path, kind } of (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .changesOf */ .fs)(root))
            if (kind !== 'create' && this.#names.has((0,_files_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .baseName */ .Fl)(path)))
                yield path;
        for (const { folder } of (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .stays */ .PB)(root))
            if (this.#names.has((0,_files_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .baseName */ .Fl)(folder.path)))
                yield folder.path;
    }
    /** @param identities Of what stands at one path: `device:inode`, also of what a symlink there leads to. */
    is(identities) {
        return identities.includes(this.#own);
    }
    /** Whether it is the source, or a folder that it lies in, however deep. */
    isIn(identities) {
        return this.is(identities) || identities.some((identity) => this.#around.has(identity));
    }
    /**
     * @param standing What stands at a path.
     * @throws HoldfastError restore-blocked if the plan moves the source, or changes something in it.
     */
    assertStays(root, standing) {
        if (this.#isChangedIn(root, standing))
            throw this.#blocked('the snapshot holds an earlier state of it, which would take its place');
        for (const { path, kind } of (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .changesOf */ .fs)(root))
            if (kind !== 'create' && this.isIn(standing(path)))
                throw this.#blocked(WORDS[kind]);
    }
    #isChangedIn(stay, standing) {
        const plans = [...stay.changes.values()];
        if (plans.length > 0 && this.is(standing(stay.folder.path)))
            return true;
        return plans.some((plan) => typeof plan !== 'string' && this.#isChangedIn(plan, standing));
    }
    #blocked(why) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('restore-blocked', `Cannot restore over "${this.shown}", from which it is restored: ${why}, expected it to stay. Nothing was changed. ` +
            'Leave it out with --exclude (the input "exclude"), leave out --delete, or restore elsewhere with --target.');
    }
}
const WORDS = {
    replace: 'what is in its place would be moved away',
    remove: 'it isn’t in the snapshot, and would be moved away with what else isn’t',
};
/** Itself first, the root last. */
function* ancestorsOf(path) {
    yield path;
    if (path !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path))
        yield* ancestorsOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
}


/***/ }),

/***/ 53608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ assertSpace),
/* harmony export */   Y: () => (/* binding */ spaceNeeded)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _hard_links_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19361);
/* harmony import */ var _holes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15937);




/** What a workspace has of its own: itself, `new`, `old`, and its small files. */
const WORKSPACE_ENTRIES = 10;
/** The block of nearly every filesystem. */
const BLOCK_BYTES = 4096;
/**
 * Counts all that is in `folder`.
 * @param makesHoles Whether holes take no space.
 * @param check Called for each folder with what was counted so far: what it throws ends the count.
 */
async function spaceNeeded(folder, { repository, makesHoles, check, }) {
    const needed = { entries: 0, files: 0, links: 0, bytes: 0, allocatedBytes: 0 };
    const names = new _hard_links_js__WEBPACK_IMPORTED_MODULE_0__/* .HardLinks */ .NW();
    await count(folder, needed);
    return needed;
    async function count(around, sum) {
        for (const { node, folder: below } of await around.children()) {
            sum.entries++;
            if (below !== null) {
                sum.allocatedBytes += BLOCK_BYTES;
                await count(below, sum);
            }
            if (node.type !== 'file')
                continue;
            sum.files++;
            if (names.firstName(node, node.name) === null)
                addContent(node, makesHoles ? holeBytes(node, repository) : 0, sum);
            else
                sum.links++;
        }
        check(sum);
    }
}
function addContent({ sizeBytes }, holeBytes, sum) {
    sum.bytes += Number(sizeBytes);
    sum.allocatedBytes += Math.ceil((Number(sizeBytes) - holeBytes) / BLOCK_BYTES) * BLOCK_BYTES;
}
function holeBytes({ content }, repository) {
    const holes = (content ?? []).filter((id) => id === _holes_js__WEBPACK_IMPORTED_MODULE_1__/* .ZERO_BLOB */ .fO);
    return holes.length === 0 ? 0 : holes.length * (repository.blobSize('data', _holes_js__WEBPACK_IMPORTED_MODULE_1__/* .ZERO_BLOB */ .fO) ?? 0);
}
/** @throws HoldfastError no-space if the filesystem of `home` can't take what is needed. */
function assertSpace(home, needed, hostName) {
    const where = `"${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(home.path)}" on ${hostName}`;
    if (home.freeBytes !== null && needed.allocatedBytes > home.freeBytes) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('no-space', `Cannot restore into ${where}: ${home.freeBytes} bytes are free there, expected ${needed.allocatedBytes} at least; what is there now is kept until all is verified. Free some space, restore less with --include, or restore elsewhere with --target.`);
    }
    if (home.freeInodes !== null && needed.entries + WORKSPACE_ENTRIES > home.freeInodes) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('no-space', `Cannot restore into ${where}: ${home.freeInodes} inodes are free there, expected ${needed.entries + WORKSPACE_ENTRIES} at least. Remove some small files there, or restore elsewhere with --target.`);
    }
}


/***/ }),

/***/ 88663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ holdsOld),
/* harmony export */   NW: () => (/* binding */ swapBack),
/* harmony export */   Ys: () => (/* binding */ setFolderMetadata),
/* harmony export */   hZ: () => (/* binding */ inNameBatches),
/* harmony export */   xr: () => (/* binding */ isEmptied),
/* harmony export */   zN: () => (/* binding */ swapIn)
/* harmony export */ });
/* unused harmony export NAMES_PER_BATCH */
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63509);
/* harmony import */ var _hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62585);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52871);
/* harmony import */ var _touch_dates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18181);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93939);





/** Names that one shell swaps: while it works, each of them may be gone for a moment. */
const NAMES_PER_BATCH = 100;
const BATCH_FIELDS = 4;
/**
 * The state of a name is where things stand, so that both directions can begin anywhere, again and again:
 *
 *     new  old  there   of a name to be placed
 *      x         ?      nothing was done
 *      x    x           what was in the way is away
 *           ?    x      done
 *
 * A name in all three is none of these: somebody made a new one meanwhile, or an interrupted `mv` copied. Then
 * nothing is touched and a person must look.
 *
 * The workspace is reached by a file descriptor of the folder itself, wherever /proc is there, and the folder of the
 * names by its path together with its device and inode: no symlink put in the way can lead a rename elsewhere.
 *
 * `carry` moves what it is given to the folder `$to`. Without root, Linux lets a folder leave the one around it only
 * while its owner may write it. While such a folder is open, its mode stands in the workspace's `opened`, for whoever
 * goes on after a kill (see `CLOSE_OPENED`). What can't be opened (an attribute forbids it) is none to be closed.
 */
const SWAP_LIBRARY = `
kind=$1; parent=$2; identity=$3; g=$4; shift 4
say() { printf "%s\\n" "$*" >&2; exit 255; }
there() { [ -e "$1" ] || [ -L "$1" ]; }
clash() { say "both the new and the old one of a name are there, and a third in their place: $parent/$1"; }
cd -P -- "$parent" && [ "$(stat -c %d:%i .)" = "$identity" ] || say "another folder stands at $parent than before"
carry() {
  for p; do
    shift
    if [ -d "$p" ] && [ ! -L "$p" ] && [ ! -w "$p" ] && [ -O "$p" ]; then
      m=$(stat -c "%a %d:%i" "$p") && n=\${p##*/} || exit 255
      printf "%s\\0" "\${m%% *}" "\${m#* }" "$parent/$n" "$V/new/$g/$n" "$V/old/$g/$n" > "$V/opened" || exit 255
      chmod u+w "$p" || { rm -f "$V/opened"; exit 255; }
      mv -f -- "$p" "$to" && chmod "\${m%% *}" "$to$n" && rm -f "$V/opened" || exit 255
    else
      set -- "$@" "$p"
    fi
  done
  [ $# -eq 0 ] || mv -f -- "$@" "$to" || exit 255
}
`;
const OPENED_FIELDS = 5;
/**
 * Gives the folder that a killed `carry` left open its mode back, wherever it stands by now: it is known by its inode, on the
 * device of the workspace, which has another number after a reboot, perhaps. What was killed before all of that was written had opened nothing yet.
 */
const CLOSE_OPENED = `
[ $# -eq ${OPENED_FIELDS} ] || exit 0
mode=$1 identity=$(stat -c %d .):\${2#*:}; shift 2
for p; do
  [ -d "$p" ] && [ ! -L "$p" ] && [ "$(stat -c %d:%i "$p")" = "$identity" ] || continue
  chmod "$mode" "$p" || exit 255
done`;
const FORWARD = `${SWAP_LIBRARY}
mkdir -p "$V/old/$g" || exit 255
away() {
  for n; do
    shift
    [ -n "$n" ] && there "./$n" || continue
    [ $kind = remove ] || there "$V/new/$g/$n" || continue
    if there "$V/old/$g/$n"; then clash "$n"; fi
    set -- "$@" "./$n"
  done
  to="$V/old/$g/"
  carry "$@"
}
into() {
  for n; do
    shift
    [ -n "$n" ] && there "$V/new/$g/$n" || continue
    set -- "$@" "$V/new/$g/$n"
  done
  to=./
  carry "$@"
}
away "$@"
[ $kind = remove ] || into "$@"`;
/** Makes no folder that is there already: the disk may be full, by the very restore that is taken back. */
const BACKWARD = `${SWAP_LIBRARY}
[ $kind = remove ] || mkdir -p "$V/new/$g" || exit 255
out() {
  for n; do
    shift
    [ -n "$n" ] && there "./$n" || continue
    if there "$V/new/$g/$n"; then
      if there "$V/old/$g/$n"; then clash "$n"; fi
      continue
    fi
    set -- "$@" "./$n"
  done
  to="$V/new/$g/"
  carry "$@"
}
back() {
  for n; do
    shift
    [ -n "$n" ] && there "$V/old/$g/$n" || continue
    if there "./$n"; then clash "$n"; fi
    set -- "$@" "$V/old/$g/$n"
  done
  to=./
  carry "$@"
}
[ $kind = remove ] || out "$@"
back "$@"`;
/** Swaps in what the batches name. Names that were swapped before are left alone. */
async function swapIn(workspace, batches, signal) {
    await runBatches(workspace, 'swap in what was restored', FORWARD, batches, signal);
}
/** Puts back what was in the way of the batches' names, and what was swapped in into `new`. */
async function swapBack(workspace, batches, signal) {
    await runBatches(workspace, 'put back what was there before', BACKWARD, batches, signal);
}
async function runBatches(workspace, what, script, batches, signal) {
    // Descriptor 8: the hosts' own scripts use 9.
    const body = `
exec 8<. && if [ -e /proc/self/fd/8/key ]; then V=/proc/self/fd/8; else V=$PWD; fi
export V
if [ -e "$V/opened" ]; then
  xargs -0 -r -n ${OPENED_FIELDS} sh -c '${CLOSE_OPENED}' close < "$V/opened" && rm -f "$V/opened" || exit 255
fi
xargs -0 -r -n ${BATCH_FIELDS + NAMES_PER_BATCH} sh -c '${script}' swap`;
    await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_0__/* .runIn */ .VO)(workspace, what, (0,_workspace_js__WEBPACK_IMPORTED_MODULE_0__/* .inWorkspace */ .ve)(workspace, body), { stdin: encodeBatches(batches), signal });
}
async function* encodeBatches(batches) {
    for (const { kind, parent, parentIdentity, group, names } of batches) {
        const padding = Array(NAMES_PER_BATCH - names.length).fill('');
        const fields = [kind, parent, parentIdentity, group, ...names, ...padding];
        yield Buffer.from(fields.map((field) => `${field}\0`).join(''), 'latin1');
    }
}
/** An empty owner: it can't be given. */
const SET_METADATA = `
cd -P -- "$1" && [ "$(stat -c %d:%i .)" = "$2" ] || exit 255
[ -z "$3" ] || chown "$3" . || exit 255
chmod "$4" . || exit 255
touch -m -d "$5" . 2>/dev/null && exit
touch -m -d "$6" . 2>/dev/null || touch -m -d @0 . || exit 255
case $5 in *.000000000*) [ "$(stat -c %Y .)" = "\${6#@}" ] || echo lost;; *) echo lost;; esac`;
/** Gives folders that stay their own metadata: the saved one, or what they had before. */
async function setFolderMetadata(host, folders, which, giving) {
    if (folders.length === 0)
        return;
    const fields = folders.flatMap((folder) => {
        const { uid, gid, permissions, mtimeNs } = folder[which];
        const owner = giving.owners ? `${uid}:${gid}` : '';
        return [folder.path, folder.identity, owner, permissions.toString(8), ...(0,_touch_dates_js__WEBPACK_IMPORTED_MODULE_1__/* .datesForTouch */ .u)(mtimeNs)];
    });
    const stdin = Buffer.from(fields.map((field) => `${field}\0`).join(''), 'latin1');
    const script = `xargs -0 -r -n 6 sh -c '${SET_METADATA}' _`;
    const output = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_2__/* .runToEnd */ .cd)(host, script, { stdin });
    if (!(0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_3__/* .isSuccess */ .o)(output.exit))
        throw (0,_workspace_js__WEBPACK_IMPORTED_MODULE_0__/* .failureOf */ .g5)(host, "set the folders' own metadata", output);
    const lost = output.stdout.length / 'lost\n'.length;
    if (lost > 0)
        giving.onWarning(timesLost(host, lost));
}
function timesLost({ name }, folders) {
    return `Not all times of folders that stay are exact on ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)(name)} (folders: ${folders}): the touch there takes no fractions of seconds, or no such time. Install GNU coreutils there and restore again to have them.`;
}
/** Whether anything was put away in `old`; removes its empty folders. */
async function holdsOld(workspace) {
    const body = 'rmdir old/* 2>/dev/null; [ -z "$(ls -A old)" ] && echo empty; :';
    return !(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.fromBytes)(await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_0__/* .runIn */ .VO)(workspace, 'look at the undo folder', (0,_workspace_js__WEBPACK_IMPORTED_MODULE_0__/* .inWorkspace */ .ve)(workspace, body))).includes('empty');
}
/** Whether there is neither anything that was put away nor anything that was taken back: nothing to undo by. */
async function isEmptied(workspace) {
    const body = 'for d in old/* new/*; do [ ! -d "$d" ] || [ -z "$(ls -A "$d")" ] || exit 0; done; echo emptied';
    const said = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_0__/* .runIn */ .VO)(workspace, 'look at the undo folder', (0,_workspace_js__WEBPACK_IMPORTED_MODULE_0__/* .inWorkspace */ .ve)(workspace, body));
    return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.fromBytes)(said).includes('emptied');
}
/** Whether a name is one that `SwapBatch` can carry: padding stands for empty ones. */
function inNameBatches(names) {
    const batches = [];
    for (let at = 0; at < names.length; at += NAMES_PER_BATCH)
        batches.push(names.slice(at, at + NAMES_PER_BATCH));
    return batches;
}


/***/ }),

/***/ 33186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SF: () => (/* binding */ undone),
/* harmony export */   U2: () => (/* binding */ giveMetadataBack),
/* harmony export */   _3: () => (/* binding */ endSwaps),
/* harmony export */   dl: () => (/* binding */ takeBackSwaps),
/* harmony export */   qh: () => (/* binding */ removeWorkspace),
/* harmony export */   ss: () => (/* binding */ toStagingFolders)
/* harmony export */ });
/* harmony import */ var _files_paths_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33684);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(28976);
/* harmony import */ var _commit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14041);
/* harmony import */ var _swap_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88663);
/* harmony import */ var _taken_back_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64049);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93939);
/* harmony import */ var _workspace_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16639);
/* harmony import */ var _write_back_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71029);








/**
 * Ends swaps, wherever they stand: renames, then what is left of the workspace, then the metadata of folders that
 * stay (for the renames and the workspace touched them), then `done`. The empty folders in `new` stay for an undo, which
 * could not make them on a full disk.
 *
 * @returns The undo folders: the workspaces, if one of them holds what was in the way. Else they are gone.
 */
async function endSwaps(swaps, giving) {
    for (const { workspace, batches } of swaps)
        await (0,_swap_js__WEBPACK_IMPORTED_MODULE_0__/* .swapIn */ .zN)(workspace, batches);
    const workspaces = swaps.map(({ workspace }) => workspace);
    const isUndoable = (await Promise.all(workspaces.map(_swap_js__WEBPACK_IMPORTED_MODULE_0__/* .holdsOld */ .G5))).includes(true);
    if (!isUndoable)
        for (const workspace of workspaces)
            await removeWorkspace(workspace);
    for (const { workspace, folders } of swaps) {
        await (0,_swap_js__WEBPACK_IMPORTED_MODULE_0__/* .setFolderMetadata */ .Ys)(workspace.host, folders, 'after', giving);
    }
    if (!isUndoable) {
        for (const workspace of workspaces)
            await (0,_write_back_js__WEBPACK_IMPORTED_MODULE_1__/* .writeBackHome */ .ys)(workspace);
        return [];
    }
    for (const workspace of workspaces) {
        await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_2__/* .runIn */ .VO)(workspace, 'end the journal', (0,_workspace_js__WEBPACK_IMPORTED_MODULE_2__/* .inWorkspace */ .ve)(workspace, _commit_js__WEBPACK_IMPORTED_MODULE_3__/* .MARK_DONE */ .fz));
    }
    return workspaces.map(({ path }) => path);
}
/** Takes swaps back, wherever they stand. What was swapped in lies in the workspaces' `new` again. */
async function takeBackSwaps(swaps) {
    for (const { workspace, batches } of [...swaps].reverse()) {
        await (0,_swap_js__WEBPACK_IMPORTED_MODULE_0__/* .swapBack */ .NW)(workspace, [...batches].reverse());
    }
}
/**
 * Ends the taking back: the workspaces are staging folders again, from which the same restore goes on if nothing was
 * changed there since (the first of them, if the same one was undone several times), and the folders that stay get the
 * metadata that they had: before, since an undo that is cut off later finds no journal any more; and after, since the
 * renames touch the folders around. Only the second one must succeed.
 * @returns The staging folders.
 */
async function undone(swaps, giving) {
    await giveMetadataBack(swaps, { ...giving, onWarning: () => { } }).catch(() => { });
    const kept = await toStagingFolders(swaps);
    await giveMetadataBack(swaps, giving);
    return kept;
}
async function toStagingFolders(swaps) {
    const kept = [];
    for (const { workspace } of swaps) {
        kept.push(await toStaging(workspace, (0,_workspace_name_js__WEBPACK_IMPORTED_MODULE_4__/* .stagingName */ .zb)((0,_workspace_name_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOfUndoName */ .y_)((0,_files_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .baseName */ .Fl)(workspace.path)))));
    }
    return kept;
}
async function giveMetadataBack(swaps, giving) {
    for (const { workspace, folders } of swaps) {
        await (0,_swap_js__WEBPACK_IMPORTED_MODULE_0__/* .setFolderMetadata */ .Ys)(workspace.host, folders, 'before', giving);
    }
}
/**
 * Makes an undo folder a staging folder, beside its old name. The name may be taken: by an undo of the same restore
 * done another time, or by one that was cut off. Then the next free one is given, from which nothing goes on.
 *
 * `done` goes first, for a staging folder may not have it; the journal last, for until then all can be done again. It
 * becomes the mark of what was taken back: a new file might not fit on a full disk.
 */
function toStaging(workspace, name) {
    return (0,_taken_back_js__WEBPACK_IMPORTED_MODULE_6__/* .toFreeName */ .r7)(workspace, name, { before: 'rm -f done', after: `mv -f journal ${_workspace_js__WEBPACK_IMPORTED_MODULE_2__/* .TAKEN_BACK */ .gG}` });
}
/** Removes a workspace with all that was staged in it; nothing that was in the way may be there. */
async function removeWorkspace(workspace) {
    const { home, path } = workspace;
    const name = (0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(`./${path.slice(path.lastIndexOf('/') + 1)}`);
    const body = `
rmdir old/* 2>/dev/null
rmdir old && chmod -R u+rwx new 2>/dev/null
[ ! -e old ] && rm -rf -- ./* || exit 1
${(0,_workspace_js__WEBPACK_IMPORTED_MODULE_2__/* .enter */ .Ve)(home.physical, home.identity)}
rmdir -- ${name}`;
    await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_2__/* .runIn */ .VO)(workspace, 'remove the staging folder', (0,_workspace_js__WEBPACK_IMPORTED_MODULE_2__/* .inWorkspace */ .ve)(workspace, body));
}


/***/ }),

/***/ 64049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fi: () => (/* binding */ setAside),
/* harmony export */   f: () => (/* binding */ isAsRestored),
/* harmony export */   r7: () => (/* binding */ toFreeName)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _files_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33684);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28976);
/* harmony import */ var _space_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53608);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93939);






/** What can't be read or looked at is not as it was restored, either. */
const SAYS_CHANGED = new Set(['restore-mismatch', 'no-permission', 'command-failed']);
/**
 * Whether what an undo took back, of which people and services may have made more since it was restored, is still what
 * was restored: then the restore needs to send nothing.
 *
 * @param proven Reads all that is there, and throws where it isn't as it was saved.
 */
async function isAsRestored(run, workspace, proven) {
    try {
        await proven();
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E && SAYS_CHANGED.has(error.code) && !run.signal.aborted)
            return false;
        throw error;
    }
    await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_1__/* .runIn */ .VO)(workspace, 'use what was undone', (0,_workspace_js__WEBPACK_IMPORTED_MODULE_1__/* .asItsRun */ .Qi)(workspace, `rm -f ${_workspace_js__WEBPACK_IMPORTED_MODULE_1__/* .TAKEN_BACK */ .gG} journal`));
    return true;
}
/**
 * Gives what an undo took back another name, from which no restore goes on: what was changed there since it was
 * restored is nowhere else.
 *
 * @throws HoldfastError no-space if all of the restore doesn't fit beside it.
 */
async function setAside(run, workspace, folder) {
    const path = await toFreeName(workspace, (0,_files_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .baseName */ .Fl)(workspace.path));
    const shown = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.display)(path);
    run.reporter.onWarning(`What an undo took back was changed after it had been restored: it is kept in "${shown}", and this restore sends all anew. Look whether you miss anything in it; then free the space: rm -rf -- ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.display)((0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(path))}`);
    await (0,_space_js__WEBPACK_IMPORTED_MODULE_5__/* .spaceNeeded */ .Y)(folder, {
        repository: run.repository,
        makesHoles: run.facts.unpacker.makesHoles,
        check: (needed) => (0,_space_js__WEBPACK_IMPORTED_MODULE_5__/* .assertSpace */ .X)(workspace.home, needed, run.host.name),
    });
}
/**
 * Renames a workspace beside its old name: to `name`, or the next free one (`NAME-2`), from which nothing goes on.
 * @param before Shell lines that are run in it first.
 * @returns Where it is now.
 */
async function toFreeName(workspace, name, { before = '', after = '' } = {}) {
    const { home, path } = workspace;
    const body = `
${before}
(
${(0,_workspace_js__WEBPACK_IMPORTED_MODULE_1__/* .enter */ .Ve)(home.physical, home.identity)}
wanted=${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromText)(name))}
name=$wanted
n=1
while [ -e "$name" ] || [ -L "$name" ]; do n=$((n + 1)); name=$wanted-$n; done
mv -- ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(`./${(0,_files_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .baseName */ .Fl)(path)}`)} "./$name" && echo "$name"
) || exit $?
${after}`;
    const given = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.fromBytes)(await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_1__/* .runIn */ .VO)(workspace, 'rename the undo folder', (0,_workspace_js__WEBPACK_IMPORTED_MODULE_1__/* .inWorkspace */ .ve)(workspace, body)));
    return (0,_files_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(home.physical, given.trimEnd());
}


/***/ }),

/***/ 18181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ TOUCH_ENTRY),
/* harmony export */   u: () => (/* binding */ datesForTouch)
/* harmony export */ });
/* harmony import */ var _files_unpackers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2362);

const NS_PER_SECOND = 1000000000n;
const NS_PER_MS = 1000000n;
const NS_DIGITS = 9;
/** Of the years with four digits. What is older loses its fraction. */
const MIN_SECONDS = -62167219200n;
/**
 * Dates for `touch -d`, with TZ=UTC0: the exact one, and one of whole seconds for a touch that takes no fraction
 * (busybox').
 */
function datesForTouch(ns) {
    const seconds = (0,_files_unpackers_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeSeconds */ .$)(ns) / NS_PER_SECOND;
    const whole = `@${seconds}`;
    const fraction = (ns - (0,_files_unpackers_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeSeconds */ .$)(ns)).toString().padStart(NS_DIGITS, '0');
    if (ns >= 0n)
        return [`${whole}.${fraction}`, whole];
    if (seconds < MIN_SECONDS)
        return [whole, whole];
    // toybox takes the fraction of a negative number for one that counts forward.
    const date = new Date(Number((0,_files_unpackers_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeSeconds */ .$)(ns) / NS_PER_MS)).toISOString().replace(/\.\d+Z$/, '');
    return [`${date}.${fraction}Z`, whole];
}
/**
 * Shell that sets the time of the entry `$1` itself to the date `$2`, or else to `$3`, as well as the host's touch can:
 * busybox' knows no second before 1970 began, for which its library has no other number than the one that says failure.
 * An empty `$3`: then the entry keeps the time that it has.
 */
const TOUCH_ENTRY = `t() {
  touch -c -h -m -d "$2" "$1" || [ -z "$3" ] || touch -c -h -m -d "$3" "$1" || touch -c -h -m -d @0 "$1"
} 2>/dev/null`;


/***/ }),

/***/ 35098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ adviceAgainst),
/* harmony export */   K: () => (/* binding */ WHAT_STOPS_ROOT)
/* harmony export */ });
/** What root itself is stopped by; ready to show. */
const WHAT_STOPS_ROOT = 'Root is stopped by file attributes alone (lsattr -d shows i or a, of it or of the folder around it; chattr -i -a takes them away), and by filesystems whose rights are given elsewhere (NFS, a container, a read-only disk).';
/** What helps against the system's refusal, by its own words or code; ready to show. */
function adviceAgainst(said) {
    if (/Read-only file system|EROFS/.test(said))
        return "Mount it for writing (if it was, the system's log, dmesg, says why it isn't any more), or restore elsewhere with --target.";
    if (/not permitted|EPERM/.test(said))
        return `Connect as a user who may, or restore elsewhere with --target. ${WHAT_STOPS_ROOT}`;
    return 'Connect as a user who may, such as root, or restore elsewhere with --target.';
}


/***/ }),

/***/ 16639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ OWN_FOLDER_PATTERNS),
/* harmony export */   Dg: () => (/* binding */ isUndoFolder),
/* harmony export */   QA: () => (/* binding */ snapshotStagingPrefix),
/* harmony export */   Zn: () => (/* binding */ isOwnFolder),
/* harmony export */   ao: () => (/* binding */ undoName),
/* harmony export */   eE: () => (/* binding */ restoreKey),
/* harmony export */   kV: () => (/* binding */ UNDO_PREFIX),
/* harmony export */   th: () => (/* binding */ STAGING_PREFIX),
/* harmony export */   y_: () => (/* binding */ keyOfUndoName),
/* harmony export */   zb: () => (/* binding */ stagingName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

const STAGING_PREFIX = '.holdfast-restore-';
const UNDO_PREFIX = '.holdfast-undo-';
/**
 * Names one restore: the same snapshot to the same place with the same choice. Two runs with one key do the same, so
 * the second goes on where the first was cut off.
 */
function restoreKey(snapshot, choice) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([snapshot, choice]))
        .digest('hex');
    return `${snapshot.slice(0, 8)}-${digest.slice(0, 8)}`;
}
function stagingName(key) {
    return `${STAGING_PREFIX}${key}`;
}
/** How the staging folders of all restores of one snapshot begin. */
function snapshotStagingPrefix(snapshot) {
    return `${STAGING_PREFIX}${snapshot.slice(0, 8)}-`;
}
/** Sorts by time, which is UTC: `.holdfast-undo-20261121T115906.042Z-…`. */
function undoName(key, time) {
    const digits = time.toISOString().replace(/[-:]/g, '');
    return `${UNDO_PREFIX}${digits}-${key}`;
}
/** The key of the restore that an undo folder is of. */
function keyOfUndoName(name) {
    return name.slice(UNDO_PREFIX.length).replace(/^[^-]*-/, '');
}
function isUndoFolder(name) {
    return name.startsWith(UNDO_PREFIX);
}
/** The names that Holdfast gives to its own folders at a destination: never extra, never deleted. */
function isOwnFolder(name) {
    return name.startsWith(STAGING_PREFIX) || name.startsWith(UNDO_PREFIX);
}
/** Patterns for the same. */
const OWN_FOLDER_PATTERNS = [`${STAGING_PREFIX}*`, `${UNDO_PREFIX}*`];


/***/ }),

/***/ 93939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fe: () => (/* binding */ refusedFile),
/* harmony export */   GH: () => (/* binding */ takenOver),
/* harmony export */   OH: () => (/* binding */ openWorkspace),
/* harmony export */   Q6: () => (/* binding */ failureIn),
/* harmony export */   Qi: () => (/* binding */ asItsRun),
/* harmony export */   VO: () => (/* binding */ runIn),
/* harmony export */   Ve: () => (/* binding */ enter),
/* harmony export */   eA: () => (/* binding */ LEFT_TO_VERIFY),
/* harmony export */   g5: () => (/* binding */ failureOf),
/* harmony export */   gG: () => (/* binding */ TAKEN_BACK),
/* harmony export */   ve: () => (/* binding */ inWorkspace)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(19473);
/* harmony import */ var _files_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33684);
/* harmony import */ var _hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62585);
/* harmony import */ var _hosts_output_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52871);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(28976);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64757);
/* harmony import */ var _who_may_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(35098);
/* harmony import */ var _workspace_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16639);










/** Statuses of our scripts that say more than that they failed. */
const NO_MODES = 95;
const NOT_OURS = 96;
const MOVED = 97;
const TAKEN_OVER = 98;
/** Stands in a workspace into which contents are written that only their verification compares with what they are named by. */
const LEFT_TO_VERIFY = 'left-to-verify';
/** Stands in a workspace that an undo has made of an undo folder; one that was cut off has left a journal there. */
const TAKEN_BACK = 'taken-back';
/** Makes the workspace of restore `key` in `home`, or takes over the one that an earlier run left there. */
async function openWorkspace(host, home, { key, settings, signal, onWarning }) {
    const path = (0,_files_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .joinPath */ .uJ)(home.physical, (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)((0,_workspace_name_js__WEBPACK_IMPORTED_MODULE_3__/* .stagingName */ .zb)(key)));
    const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex');
    const { stdout, stderr, exit } = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_4__/* .runToEnd */ .cd)(host, openScript(home, { key, settings, token }), {
        signal,
    });
    if (!(0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_5__/* .isSuccess */ .o)(exit))
        throw refused(host, path, exit, stderr);
    const [identity = '', state, left, swapped, access] = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromBytes)(stdout).trim().split('\n');
    if (access === HANDED_ON)
        onWarning(handedOn(host, home));
    return {
        host,
        home,
        path,
        identity,
        token,
        wasThere: state === 'found',
        isLeftToVerify: left === 'left',
        isTakenBack: swapped === TAKEN_BACK,
    };
}
const HANDED_ON = 'acl';
function handedOn({ name }, { path }) {
    return `What is restored gets an access list that was not saved: "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(path)}" on ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(name)} hands its default one on, and no setfacl there takes it away. Whoever it names may come to read what is restored: see getfacl; or install setfacl (the package acl) there and restore again.`;
}
/** A folder that was just made and isn't ours alone is of a filesystem without owners or modes (vfat, exFAT, NTFS, some shares): none
 * to be restored to, and what is checked below would take the folder for a stranger's.
 * A default ACL of the folder around it must not be handed on to what is restored. ls marks a folder that has any with a plus.
 * Of a key that was written just before a power cut there may be the name alone. */
function openScript(home, { key, settings, token }) {
    const name = (0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)((0,_workspace_name_js__WEBPACK_IMPORTED_MODULE_3__/* .stagingName */ .zb)(key)));
    return `
${enter(home.physical, home.identity)}
state=found
if [ ! -e ${name} ] && [ ! -L ${name} ]; then
  mkdir -m 700 ${name} || exit 1
  state=made
  case "$(stat -c %u:%a ${name})" in "$(id -u)":*700) ;; *) stat -c 'mode %a of user %u' ${name} >&2; rmdir ${name}; exit ${NO_MODES};; esac
fi
[ ! -L ${name} ] && cd -P ./${name} || exit ${NOT_OURS}
[ "$(stat -c %u .)" = "$(id -u)" ] || exit ${NOT_OURS}
case "$(stat -c %a .)" in *700) ;; *) exit ${NOT_OURS};; esac
if [ ! -s key ]; then
  [ -e key ] || [ -z "$(ls -A .)" ] || exit ${NOT_OURS}
  if command -v setfacl >/dev/null; then setfacl -b -k . 2>/dev/null; fi
  echo ${key} > key || exit 1
fi
[ "$(cat key)" = ${key} ] || exit ${NOT_OURS}
printf '%s\\n' ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)((0,_settings_js__WEBPACK_IMPORTED_MODULE_7__/* .encodeSettings */ .g0)(settings)))} > settings || exit 1
mkdir -p new old && echo ${token} > run && rm -f received || exit 1
stat -c %d:%i . && echo $state || exit 1
if [ -e ${LEFT_TO_VERIFY} ]; then echo left; else echo none; fi
if [ -e ${TAKEN_BACK} ] || [ -e journal ]; then echo ${TAKEN_BACK}; else echo none; fi
case "$(ls -ld .)" in ??????????+*) echo ${HANDED_ON};; esac`;
}
/** Shell lines that enter a folder, if it is still the one that it was. */
function enter(path, identity) {
    return `cd -P -- ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)(path)} && [ "$(stat -c %d:%i .)" = ${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(identity))} ] || exit ${MOVED}`;
}
/** `body`, to be run in the workspace. */
function inWorkspace(workspace, body) {
    return `\n${enter(workspace.path, workspace.identity)}\n${body}`;
}
/** The same, unless another run has taken it over. */
function asItsRun(workspace, body) {
    return inWorkspace(workspace, `[ "$(cat run)" = ${workspace.token} ] || exit ${TAKEN_OVER}\n${body}`);
}
/**
 * Runs a script made by `inWorkspace` or `asItsRun` and gives its stdout.
 * @param what For messages: `swap in what was restored`.
 * @throws HoldfastError restore-unsafe, restore-blocked, no-space, no-permission, command-failed.
 */
async function runIn(workspace, what, script, options = {}) {
    const output = await (0,_hosts_output_js__WEBPACK_IMPORTED_MODULE_4__/* .runToEnd */ .cd)(workspace.host, script, options);
    if ((0,_hosts_exit_status_js__WEBPACK_IMPORTED_MODULE_5__/* .isSuccess */ .o)(output.exit))
        return output.stdout;
    throw failureIn(workspace, what, output);
}
/** Why a script made by `inWorkspace` or `asItsRun` ended as it did. */
function failureIn({ host, path }, what, { exit, stderr }) {
    const isOurs = 'code' in exit && [NOT_OURS, MOVED, TAKEN_OVER].includes(exit.code);
    return isOurs ? refused(host, path, exit, stderr) : failureOf(host, what, { exit, stderr });
}
/** Why a thread of ours writes no more in a workspace that another run works in. */
function takenOver({ host, path }) {
    return refused(host, path, { code: TAKEN_OVER }, Buffer.alloc(0));
}
/** What a failed command's last words mean. */
function failureOf(host, what, output) {
    const cause = new _hosts_output_js__WEBPACK_IMPORTED_MODULE_4__/* .CommandFailure */ .qi(what, host, output);
    const said = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromBytes)(output.stderr);
    const where = `${what} on "${host.name}"`;
    if (/No space left on device|Disk quota exceeded/.test(said))
        return noSpace(where, lastLine(said), cause);
    if (/Read-only file system|Permission denied|Operation not permitted/.test(said))
        return noPermission(where, lastLine(said), cause);
    return cause;
}
/** Why a thread of ours could not write or make what is in the workspace. */
function refusedFile({ host }, { path, code, text }) {
    const where = `write what is restored on "${host.name}"`;
    const said = `${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(path)}: ${text}`;
    if (code === 'ENOSPC' || code === 'EDQUOT')
        return noSpace(where, said);
    if (['EACCES', 'EPERM', 'EROFS'].includes(code))
        return noPermission(where, said);
    if (code === 'EMFILE' || code === 'ENFILE') {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .HoldfastError */ .E('command-failed', `Cannot ${where}: ${said}, expected to open some hundred at once. Allow more (ulimit -n 1024) and restore again.`);
    }
    if (code === 'ENOENT') {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .HoldfastError */ .E('command-failed', `Cannot ${where}: ${said}, expected the folder that was made for it. Another run of the same restore has taken it over, or somebody removed it: let that one end, or restore again.`);
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .HoldfastError */ .E('command-failed', `Cannot ${where}: ${said}, expected to write it. Look at that filesystem (dmesg, df) and restore again.`);
}
function noSpace(where, said, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .HoldfastError */ .E('no-space', `Cannot ${where}: its filesystem is full (${said}). Free some space there (or inodes; df -i tells) and do the same again.`, { cause });
}
function noPermission(where, said, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .HoldfastError */ .E('no-permission', `Cannot ${where}: ${said}. ${(0,_who_may_js__WEBPACK_IMPORTED_MODULE_9__/* .adviceAgainst */ .E)(said)}`, { cause });
}
function lastLine(text) {
    const lines = text.trim().split('\n');
    const telling = lines.findLast((line) => /No space|quota|Read-only|Permission|not permitted/.test(line));
    return (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)((telling ?? lines.at(-1) ?? ''));
}
function refused(host, path, exit, stderr) {
    const where = `"${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(path)}" on ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(host.name)}`;
    switch ('code' in exit ? exit.code : 0) {
        case NO_MODES:
            return new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .HoldfastError */ .E('restore-blocked', `Cannot restore by way of ${where}: its filesystem keeps no owners and modes (a folder that was made with mode 700 has ${lastLine((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromBytes)(stderr))}), expected one that does; vfat, exFAT, and NTFS as it is mostly mounted don't. Nothing was written. Restore elsewhere with --target, or take a tar there: holdfast dump SNAPSHOT / > FILE.tar.`);
        case NOT_OURS:
            return new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .HoldfastError */ .E('restore-unsafe', `Cannot restore by way of ${where}: something is there that this restore didn't make, expected nothing or our own folder. Look at it, remove it, and restore again.`);
        case MOVED:
            return new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .HoldfastError */ .E('restore-unsafe', `Cannot restore by way of ${where}: another folder stands there than before, or none. Somebody moved it while we worked; nothing was written elsewhere. Restore again.`);
        case TAKEN_OVER:
            return new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .HoldfastError */ .E('restore-blocked', `Cannot go on with the restore in ${where}: another run of the same restore has taken it over. Let that one end.`);
        default:
            return failureOf(host, `make the folder "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(path)}"`, { exit, stderr });
    }
}


/***/ }),

/***/ 71029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WZ: () => (/* binding */ WRITE_BACK),
/* harmony export */   cl: () => (/* binding */ WriteBackAhead),
/* harmony export */   ys: () => (/* binding */ writeBackHome)
/* harmony export */ });
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93939);

/**
 * Shell lines that have all on the disk that was written to the filesystem they stand in. A sync that knows no filesystems
 * (toybox') writes back all of them. It may be the first to hear that the disk didn't take something.
 */
const WRITE_BACK = `
said=$(sync -f . 2>&1) || case $said in
  *"nput/output error"*|*"I/O error"*|*"No space left"*|*[Qq]"uota exceeded"*) printf "%s\\n" "$said" >&2; exit 1;;
  *) sync;;
esac`;
/** Has what was swapped in on the disk, where no workspace stays. */
async function writeBackHome(workspace) {
    const { physical, identity } = workspace.home;
    const script = `\n${(0,_workspace_js__WEBPACK_IMPORTED_MODULE_0__/* .enter */ .Ve)(physical, identity)}${WRITE_BACK}`;
    await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_0__/* .runIn */ .VO)(workspace, 'have on the disk what is restored', script);
}
/** What is worth a command: it keeps a disk busy for some tenths of a second. */
const AHEAD_BYTES = 256 * 1024 * 1024;
const REST_BYTES = 32 * 1024 * 1024;
/**
 * Has what is staged on the disk while more is written and read again: a system with much memory leaves the disk idle then, and what
 * is written back before the swap is little. A system tells only once that the disk didn't take something: whoever hears it must fail.
 */
class WriteBackAhead {
    #workspace;
    #signal;
    #askedAtBytes;
    #isRunning = false;
    #ended = Promise.resolve();
    #failure = null;
    /** @param writtenBytes All that this restore has written elsewhere. */
    constructor(workspace, writtenBytes, signal) {
        this.#workspace = workspace;
        this.#askedAtBytes = writtenBytes;
        this.#signal = signal;
    }
    /**
     * Begins where enough was written since it last did.
     * @param writtenBytes All that this restore has written.
     * @throws HoldfastError no-space, command-failed …: the disk didn't take what was written earlier.
     */
    look(writtenBytes) {
        if (this.#failure !== null)
            throw this.#failure.error;
        if (!this.#isRunning && writtenBytes - this.#askedAtBytes >= AHEAD_BYTES)
            this.#begin(writtenBytes);
    }
    /** Once all is written: what is left, beside what follows. */
    lookAtRest(writtenBytes) {
        if (writtenBytes - this.#askedAtBytes >= REST_BYTES)
            this.#begin(writtenBytes);
    }
    #begin(writtenBytes) {
        this.#askedAtBytes = writtenBytes;
        this.#isRunning = true;
        this.#ended = this.#ended.then(() => this.#writeBack());
    }
    async #writeBack() {
        try {
            const script = (0,_workspace_js__WEBPACK_IMPORTED_MODULE_0__/* .asItsRun */ .Qi)(this.#workspace, WRITE_BACK);
            await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_0__/* .runIn */ .VO)(this.#workspace, 'have on the disk what is restored', script, { signal: this.#signal });
        }
        catch (error) {
            this.#failure ??= { error };
        }
        this.#isRunning = false;
    }
    /** Resolves when none runs any more. @throws As `look`. */
    async end() {
        await this.#ended;
        if (this.#failure !== null)
            throw this.#failure.error;
    }
}


/***/ })

};
