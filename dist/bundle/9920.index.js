export const id = 9920;
export const ids = [9920];
export const modules = {

/***/ 41155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   snapshotFilter: () => (/* binding */ snapshotFilter)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _settings_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51767);
/* harmony import */ var _settings_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15787);



/**
 * The filter that the flags ask for. As restic's: the host is RESTIC_HOST's without --host, and anyone's with an empty
 * one; a path is read as restic does, from the working folder. @throws HoldfastError bad-input.
 */
function snapshotFilter(flags, env) {
    const hosts = flags.host.length > 0 ? flags.host : [env['RESTIC_HOST'] ?? ''];
    return {
        hosts: hosts.filter((host) => host !== ''),
        target: flags.of ?? null,
        tags: flags.tag.map((list) => (0,_settings_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .splitTags */ .c)([list])),
        paths: flags.path.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path)),
        ...(flags.notAfter === undefined ? {} : { notAfterNs: (0,_settings_time_js__WEBPACK_IMPORTED_MODULE_2__.parseTime)(flags.notAfter, '--not-after') }),
    };
}


/***/ }),

/***/ 51846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   formatLocalTime: () => (/* binding */ formatLocalTime)
/* harmony export */ });
/** `2026-11-21 10:47:54` in this machine's zone, as restic shows times. Years outside JavaScript's are shown in ns. */
function formatLocalTime(timeNs) {
    const date = new Date(Number(timeNs / 1000000n));
    if (Number.isNaN(date.getTime()))
        return `${timeNs} ns`;
    const two = (n) => String(n).padStart(2, '0');
    const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
    return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}


/***/ }),

/***/ 52803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   formatMode: () => (/* binding */ formatMode),
/* harmony export */   longLine: () => (/* binding */ longLine),
/* harmony export */   moreJson: () => (/* binding */ moreJson),
/* harmony export */   nodeJson: () => (/* binding */ nodeJson)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95209);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _repository_format_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5620);
/* harmony import */ var _local_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51846);




/** Go's letters for the bits of a mode above the permissions, from the highest. restic shows modes so. */
const MODE_LETTERS = 'dalTLDpSugct?';
const PERMISSION_LETTERS = 'rwxrwxrwx';
const HIGHEST_BIT = 31;
/** `drwxr-xr-x`, `-rw-r--r--`, `Lrwxrwxrwx`: a mode as Go and restic write it. */
function formatMode(mode) {
    let letters = '';
    for (const [i, letter] of Array.from(MODE_LETTERS).entries()) {
        if (mode & (2 ** (HIGHEST_BIT - i)))
            letters += letter;
    }
    const permissions = Array.from(PERMISSION_LETTERS, (letter, i) => (mode & (1 << (8 - i)) ? letter : '-'));
    return (letters || '-') + permissions.join('');
}
/** A line of `ls -l`. */
function longLine({ path, node }, humanReadable) {
    const size = humanReadable ? (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatBytes)(node.sizeBytes).padStart(10) : String(node.sizeBytes).padStart(12);
    const target = node.type === 'symlink' ? ` -> ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(node.linkTarget)}` : '';
    const owner = `${String(node.uid).padStart(5)} ${String(node.gid).padStart(5)}`;
    return `${formatMode(node.mode)} ${owner} ${size} ${(0,_local_time_js__WEBPACK_IMPORTED_MODULE_2__.formatLocalTime)(node.mtimeNs)} ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.display)(path)}${target}`;
}
/** A node as restic's `ls --json` and `find --json` show it. */
function nodeJson({ path, node }) {
    return {
        ...textJson('name', node.name),
        type: node.type,
        ...textJson('path', path),
        uid: node.uid,
        gid: node.gid,
        ...(node.type === 'file' ? { size: node.sizeBytes } : {}),
        mode: node.mode,
        permissions: formatMode(node.mode),
        ...timesJson(node),
        ...(node.inode === 0n ? {} : { inode: node.inode }),
        ...(node.type === 'symlink' ? textJson('linktarget', node.linkTarget) : {}),
    };
}
/** What restic's `find --json` shows beside that. */
function moreJson({ node }) {
    return {
        ...(node.user === '' ? {} : { user: node.user }),
        ...(node.group === '' ? {} : { group: node.group }),
        ...(node.deviceId === 0n ? {} : { device_id: node.deviceId }),
        ...(node.links === 0n ? {} : { links: node.links }),
    };
}
function timesJson(node) {
    return {
        mtime: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_3__/* .formatTime */ .fU)(node.mtimeNs),
        atime: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_3__/* .formatTime */ .fU)(node.atimeNs),
        ctime: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_3__/* .formatTime */ .fU)(node.ctimeNs),
    };
}
/** Bytes as JSON: UTF-8 text; for anything else, U+FFFD stands in it and the bytes themselves beside it, in base64. */
function textJson(key, bytes) {
    const text = (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.toText)(bytes);
    if (text !== null)
        return { [key]: text };
    return { [key]: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.toBytes)(bytes).toString('utf8'), [`${key}_base64`]: (0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.toBytes)(bytes).toString('base64') };
}


/***/ }),

/***/ 50492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   snapshotJson: () => (/* binding */ snapshotJson),
/* harmony export */   summaryJson: () => (/* binding */ summaryJson)
/* harmony export */ });
/* harmony import */ var _repository_format_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5620);

/** What a snapshot says of its making, as restic's --json shows it there and at the end of a backup. */
function summaryJson(summary) {
    return {
        backup_start: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(summary.backupStartNs),
        backup_end: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(summary.backupEndNs),
        files_new: summary.filesNew,
        files_changed: summary.filesChanged,
        files_unmodified: summary.filesUnmodified,
        dirs_new: summary.dirsNew,
        dirs_changed: summary.dirsChanged,
        dirs_unmodified: summary.dirsUnmodified,
        data_blobs: summary.dataBlobs,
        tree_blobs: summary.treeBlobs,
        data_added: summary.dataAdded,
        data_added_packed: summary.dataAddedPacked,
        total_files_processed: summary.totalFilesProcessed,
        total_bytes_processed: summary.totalBytesProcessed,
    };
}
/** A snapshot as restic's --json shows it. */
function snapshotJson({ id, snapshot }) {
    const { summary } = snapshot;
    return {
        time: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(snapshot.timeNs),
        ...(snapshot.parent === null ? {} : { parent: snapshot.parent }),
        tree: snapshot.tree,
        paths: snapshot.paths,
        hostname: snapshot.hostname,
        username: snapshot.username,
        ...(snapshot.uid === 0 ? {} : { uid: snapshot.uid }),
        ...(snapshot.gid === 0 ? {} : { gid: snapshot.gid }),
        ...(snapshot.excludes.length === 0 ? {} : { excludes: snapshot.excludes }),
        ...(snapshot.tags.length === 0 ? {} : { tags: snapshot.tags }),
        ...(snapshot.original === null ? {} : { original: snapshot.original }),
        program_version: snapshot.programVersion,
        ...(summary === null
            ? {}
            : {
                summary: summaryJson(summary),
            }),
        id,
        short_id: id.slice(0, 8),
    };
}


/***/ }),

/***/ 81992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sortEntries: () => (/* binding */ sortEntries),
/* harmony export */   sortOrder: () => (/* binding */ sortOrder)
/* harmony export */ });
/* harmony import */ var _choice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68881);

/** How `ls` orders what it lists. Null: as it comes, which is by name and needs no memory. */
function sortOrder({ sort, reverse }) {
    const by = (0,_choice_js__WEBPACK_IMPORTED_MODULE_0__.parseChoice)(sort, '--sort', ['name', 'size', 'time', 'mtime', 'atime', 'ctime', 'extension']);
    if (by === 'name' && !reverse)
        return null;
    const compare = thenByPath(COMPARE[by]);
    return reverse ? (a, b) => compare(b, a) : compare;
}
/** `entries` in that order, of equal ones by path. All are held in memory unless the order is null. */
async function* sortEntries(entries, order) {
    if (order === null)
        yield* entries;
    else
        yield* (await Array.fromAsync(entries)).sort(order);
}
const byTime = (field) => {
    return ({ node: a }, { node: b }) => compareValues(a[field], b[field]);
};
const byPath = (a, b) => compareValues(a.path, b.path);
const COMPARE = {
    name: byPath,
    size: ({ node: a }, { node: b }) => compareValues(a.sizeBytes, b.sizeBytes),
    time: byTime('mtimeNs'),
    mtime: byTime('mtimeNs'),
    atime: byTime('atimeNs'),
    ctime: byTime('ctimeNs'),
    extension: (a, b) => compareValues(extensionOf(a.path), extensionOf(b.path)),
};
function thenByPath(compare) {
    return (a, b) => compare(a, b) || byPath(a, b);
}
/** As Go's: from the last dot of the name on, also where the name begins with it. */
function extensionOf(path) {
    return /\.[^./]*$/.exec(path)?.[0] ?? '';
}
function compareValues(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
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
