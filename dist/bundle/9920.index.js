export const id = 9920;
export const ids = [9920];
export const modules = {

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
            yield* (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .walkTree */ .I)(repository, (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .subtreeOf */ .g)(placed), { below: path, enter, signal });
        }
    }
}
/** @throws HoldfastError bad-input if the snapshot holds nothing at `path`. */
async function nodeAt(repository, root, path, signal) {
    const node = await (0,_repository_find_node_js__WEBPACK_IMPORTED_MODULE_1__/* .findNode */ .c)(repository, root, path, signal);
    if (node !== null)
        return { path, node };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('bad-input', `Cannot find "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.display)(path)}": the snapshot holds nothing there. List what it holds with \`holdfast ls\`.`);
}
function withoutTrailingSlash(path) {
    return path.replace(/\/+$/, '');
}


/***/ }),

/***/ 2111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ findNode)
/* harmony export */ });
/**
 * The node at `path` (absolute) in the tree of a snapshot, or null if there is none.
 * The root itself has no node: null.
 */
async function findNode(repository, rootTree, path, signal) {
    let tree = rootTree;
    let found = null;
    for (const name of path.split('/').filter((part) => part !== '')) {
        if (tree === null)
            return null;
        const { nodes } = await repository.loadTree(tree, signal);
        found = nodes.find((node) => node.name === name) ?? null;
        if (found === null)
            return null;
        tree = found.subtree;
    }
    return found;
}


/***/ }),

/***/ 48846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   treeAt: () => (/* binding */ treeAt)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _find_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2111);



/**
 * The tree of `folder` (absolute; null: the root) in the snapshot with tree `root`.
 * @throws HoldfastError bad-input if the snapshot holds nothing there, or no folder.
 */
async function treeAt(repository, root, folder, signal) {
    if (folder === null)
        return root;
    const node = await (0,_find_node_js__WEBPACK_IMPORTED_MODULE_0__/* .findNode */ .c)(repository, root, folder, signal);
    if (node?.type === 'dir' && node.subtree !== null)
        return node.subtree;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot find the folder "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.display)(folder)}": the snapshot holds ${node === null ? 'nothing' : `a ${node.type}`} there. ` +
        'List what it holds with `holdfast ls`.');
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
