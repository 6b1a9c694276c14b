export const id = 1638;
export const ids = [1638];
export const modules = {

/***/ 49880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   diffSnapshots: () => (/* binding */ diffSnapshots)
/* harmony export */ });
/* harmony import */ var _walk_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82187);

/**
 * How the trees of two snapshots differ, in the order of names; a folder's own change comes before those in it.
 * Blobs that only one side holds are counted once, however often they are used.
 */
async function* diffSnapshots(repository, trees, options) {
    return yield* new Diff(repository, options).run(trees);
}
class Diff {
    #repository;
    #options;
    #totals = { changedFiles: 0, added: noCounts(), removed: noCounts() };
    #before = new Set();
    #after = new Set();
    constructor(repository, options) {
        this.#repository = repository;
        this.#options = options;
    }
    async *run(trees) {
        this.#use(this.#before, 'tree', trees.before);
        this.#use(this.#after, 'tree', trees.after);
        if (trees.before !== trees.after)
            yield* this.#compareFolders(trees.before, trees.after, '');
        this.#countBlobs(this.#before, this.#after, this.#totals.removed);
        this.#countBlobs(this.#after, this.#before, this.#totals.added);
        return this.#totals;
    }
    async *#compareFolders(before, after, folder) {
        const { signal } = this.#options;
        const old = await this.#repository.loadTree(before, signal);
        const young = await this.#repository.loadTree(after, signal);
        for (const [was, is] of pairByName(old.nodes, young.nodes)) {
            signal?.throwIfAborted();
            const path = `${folder}/${(was ?? is)?.name}`;
            if (was === null && is !== null)
                yield* this.#only(is, path, '+');
            else if (was !== null && is === null)
                yield* this.#only(was, path, '-');
            else if (was !== null && is !== null)
                yield* this.#compareNodes(was, is, path);
        }
    }
    async *#compareNodes(was, is, path) {
        this.#useNode(this.#before, was);
        this.#useNode(this.#after, is);
        const letters = this.#lettersOf(was, is);
        if (letters.startsWith('M'))
            this.#totals.changedFiles++;
        if (letters !== '')
            yield { path, isFolder: is.type === 'dir', letters };
        if (was.type === 'dir' && is.type === 'dir') {
            const [before, after] = [(0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .subtreeOf */ .g)({ path, node: was }), (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .subtreeOf */ .g)({ path, node: is })];
            if (before === after)
                await this.#useBelow([this.#before, this.#after], before);
            else
                yield* this.#compareFolders(before, after, path);
        }
        else if (was.type === 'dir') {
            yield* this.#below(was, path, '-');
        }
        else if (is.type === 'dir') {
            yield* this.#below(is, path, '+');
        }
    }
    #lettersOf(was, is) {
        const same = sameMetadata(was, is);
        if (was.type === 'file' && is.type === 'file' && !sameContent(was, is))
            return same ? 'M?' : 'M';
        const type = was.type === is.type ? '' : 'T';
        return this.#options.metadata && !same ? `${type}U` : type;
    }
    /** A node that only one side has, and everything in it. */
    async *#only(node, path, letter) {
        this.#useNode(letter === '+' ? this.#after : this.#before, node);
        this.#countNode(node, letter);
        yield { path, isFolder: node.type === 'dir', letters: letter };
        if (node.type === 'dir')
            yield* this.#below(node, path, letter);
    }
    async *#below(folder, path, letter) {
        const root = (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .subtreeOf */ .g)({ path, node: folder });
        for await (const { path: at, node } of (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .walkTree */ .I)(this.#repository, root, {
            below: path,
            signal: this.#options.signal,
        })) {
            this.#useNode(letter === '+' ? this.#after : this.#before, node);
            this.#countNode(node, letter);
            yield { path: at, isFolder: node.type === 'dir', letters: letter };
        }
    }
    async #useBelow(sides, root) {
        for await (const { node } of (0,_walk_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .walkTree */ .I)(this.#repository, root, { signal: this.#options.signal })) {
            for (const side of sides)
                this.#useNode(side, node);
        }
    }
    #countNode(node, letter) {
        const counts = letter === '+' ? this.#totals.added : this.#totals.removed;
        if (node.type === 'file')
            counts.files++;
        else if (node.type === 'dir')
            counts.dirs++;
        else
            counts.others++;
    }
    #useNode(side, node) {
        if (node.subtree !== null)
            this.#use(side, 'tree', node.subtree);
        for (const id of node.content ?? [])
            this.#use(side, 'data', id);
    }
    #use(side, type, id) {
        side.add(`${type} ${id}`);
    }
    #countBlobs(side, other, counts) {
        for (const used of side) {
            if (other.has(used))
                continue;
            const [type, id] = used.split(' ');
            if (type === 'data')
                counts.dataBlobs++;
            else
                counts.treeBlobs++;
            counts.bytes += this.#repository.blobSize(type, id) ?? 0;
        }
    }
}
/** Both sides' nodes side by side, in the order of names; null where one side lacks it. Both are sorted by name. */
function* pairByName(old, young) {
    let [i, j] = [0, 0];
    for (;;) {
        const was = old[i] ?? null;
        const is = young[j] ?? null;
        if (was === null && is === null)
            return;
        if (is === null || (was !== null && was.name < is.name)) {
            i++;
            yield [was, null];
        }
        else if (was === null || is.name < was.name) {
            j++;
            yield [null, is];
        }
        else {
            i++;
            j++;
            yield [was, is];
        }
    }
}
function sameContent(a, b) {
    const [x, y] = [a.content ?? [], b.content ?? []];
    return x.length === y.length && x.every((id, i) => id === y[i]);
}
/** Everything but name, content and the access time, which reading alone moves. */
function sameMetadata(a, b) {
    const fields = (node) => [
        node.type,
        node.subtree,
        node.mode,
        node.mtimeNs,
        node.ctimeNs,
        node.uid,
        node.gid,
        node.user,
        node.group,
        node.inode,
        node.deviceId,
        node.sizeBytes,
        node.links,
        node.linkTarget,
        node.deviceNumber,
        ...node.extendedAttributes.map(({ name, value }) => `${name}=${Buffer.from(value).toString('base64')}`),
    ];
    const [x, y] = [fields(a), fields(b)];
    return x.length === y.length && x.every((value, i) => value === y[i]);
}
function noCounts() {
    return { files: 0, dirs: 0, others: 0, dataBlobs: 0, treeBlobs: 0, bytes: 0 };
}


/***/ })

};
