export const id = 176;
export const ids = [176];
export const modules = {

/***/ 54810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ VolumeSnapshot),
  removeLeftSnapshot: () => (/* binding */ removeLeftSnapshot)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/hosts/output.js
var output = __webpack_require__(52871);
;// CONCATENATED MODULE: ./build/files/volume/first-line.js
/** A hostile host may print without ever ending a line. */
const LINE_LIMIT_BYTES = 4096;
/** The first line of `stream`, or what there is of it when it ends or is too long. What follows is read and dropped. */
function firstLine(stream) {
    return new Promise((resolve) => {
        let held = '';
        const end = () => resolve(held.split('\n', 1)[0] ?? '');
        stream.on('data', (chunk) => {
            if (held.includes('\n') || held.length >= LINE_LIMIT_BYTES)
                return;
            held += chunk.toString('utf8', 0, LINE_LIMIT_BYTES);
            if (held.includes('\n') || held.length >= LINE_LIMIT_BYTES)
                end();
        });
        stream.once('close', end).on('error', end);
    });
}

// EXTERNAL MODULE: ./build/hosts/shell.js
var shell = __webpack_require__(9078);
;// CONCATENATED MODULE: ./build/files/volume/mount-namespace.js

/**
 * `host`, on which every script sees the mounts of process `pid`. The script goes there as every script does, on stdin.
 * Closing it leaves `host` open.
 */
function inMountNamespace(host, pid) {
    return {
        name: host.name,
        recordedName: host.recordedName,
        async start(script, options) {
            const command = await host.start(`exec nsenter -t ${pid} -m ${shell/* SHELL_COMMAND */.h3}`, options);
            command.stdin.write((0,shell/* scriptLine */.WK)(script, { reportExit: false }));
            return command;
        },
        close: async () => { },
    };
}

// EXTERNAL MODULE: ./build/hosts/mountinfo.js
var mountinfo = __webpack_require__(33281);
// EXTERNAL MODULE: ./build/hosts/quote.js
var quote = __webpack_require__(28976);
// EXTERNAL MODULE: ./build/files/paths.js
var paths = __webpack_require__(33684);
// EXTERNAL MODULE: ./build/files/sources.js
var sources = __webpack_require__(26194);
;// CONCATENATED MODULE: ./build/files/volume/place.js







/** For each path a line: `missing`, `link REAL`, or `ok FOLDER`, the nearest above that may be a subvolume's own. */
function lookScript(paths) {
    return `
for path in ${(0,quote/* quoteAll */._)(paths)}; do
  if [ ! -e "$path" ] && [ ! -L "$path" ]; then echo missing
  elif real=$(readlink -f "$path") && [ "$real" = "$path" ]; then
    above=$path
    [ -d "$above" ] || above=\${above%/*}
    until [ -z "$above" ] || [ "$(stat -c %i "$above")" = 256 ]; do above=\${above%/*}; done
    echo "ok \${above:-/}"
  else echo "link $real"
  fi
done
cat /proc/self/mountinfo`;
}
/**
 * Finds the one volume that all paths lie on but those that may be `aside`.
 * @throws HoldfastError bad-input where there isn't one, or a path is the root or leads elsewhere; source-missing where none is
 *   there; command-failed.
 */
async function findPlace(host, roots, { kind, aside = [], signal, }) {
    const { outer, beside } = apart(roots, aside);
    for (const path of outer) {
        if (path === '/')
            throw refusal(path, 'it is the root of all', 'a folder. Name the folders in it');
    }
    const broken = [...outer, ...beside].find((path) => path.includes('\n'));
    if (broken !== undefined)
        throw refusal(broken, 'it has a line break', 'none');
    const what = 'look for the volume';
    const all = [...outer, ...beside];
    const { stdout } = await (0,output/* runSuccessfully */.t7)(host, what, lookScript(all), { signal });
    const lines = (0,bytestring.fromBytes)(stdout).split('\n');
    const mounts = (0,mountinfo/* parseMountLines */.K)(stdout);
    const found = all.flatMap((path, i) => {
        const [word = '', ...rest] = (lines[i] ?? '').split(' ');
        const other = rest.join(' ');
        if (word === 'link' && beside.includes(path))
            return [];
        if (word === 'link')
            throw refusal(path, `it leads to "${(0,bytestring.display)(other)}"`, 'a path without symlinks. Name that one');
        return word === 'ok' ? [{ path, above: other, mount: mountOf(path, mounts) }] : [];
    });
    const [first] = found;
    if (first === undefined || beside.includes(first.path))
        throw new errors/* HoldfastError */.E('source-missing', `Cannot take a snapshot of the volume of "${(0,bytestring.display)(outer[0])}": it isn't there. Mount the disk if it is on one, or correct the path.`);
    const places = found.map(({ path, above, mount }) => ({
        path,
        ...(kind.word === 'btrfs' && mount.fileSystem === 'btrfs'
            ? { origin: above, within: relative(path, above) }
            : { origin: mount.point, within: join(mount.root, relative(path, mount.point)) }),
    }));
    const { origin } = places[0];
    const here = places.filter((place) => place.origin === origin);
    const elsewhere = places.find((place) => place.origin !== origin && !beside.includes(place.path));
    if (elsewhere !== undefined)
        throw refusal(elsewhere.path, `it lies on "${(0,bytestring.display)(elsewhere.origin)}", and "${(0,bytestring.display)(first.path)}" on "${(0,bytestring.display)(origin)}"`, 'one volume for all, for two snapshots are of two moments. Back them up one by one');
    const { fileSystem, source } = first.mount;
    if (kind.refused.includes(fileSystem))
        throw refusal(first.path, `it lies on ${fileSystem}`, `another filesystem with ${kind.word}. Use \`${fileSystem}\``);
    const absent = mounts
        .map(({ point }) => point)
        .filter((point) => here.some(({ path }) => (0,paths/* isInside */.FK)(point, path)));
    return { origin, source, fileSystem, paths: here, absent: new Set(absent) };
}
/** Those that must lie on the volume, and those that may, each without what lies in one of them. */
function apart(roots, aside) {
    const { outer } = (0,sources/* planSources */._K)(roots.filter((path) => !aside.includes(path)));
    const others = roots.filter((path) => aside.includes(path));
    const beside = others.length === 0 ? [] : (0,sources/* planSources */._K)(others).outer;
    const isWithin = (path) => outer.some((one) => path === one || (0,paths/* isInside */.FK)(path, one));
    return { outer, beside: beside.filter((path) => !isWithin(path)) };
}
function mountOf(path, mounts) {
    const over = mounts.filter(({ point }) => point === path || (0,paths/* isInside */.FK)(path, point));
    const longest = Math.max(0, ...over.map(({ point }) => point.length));
    const mount = over.findLast(({ point }) => point.length === longest);
    if (mount !== undefined)
        return mount;
    throw refusal(path, 'nobody knows what is mounted there', 'a line in /proc/self/mountinfo');
}
/** What of `path` stands below `folder`, without a slash at either end. */
function relative(path, folder) {
    return path.slice(folder === '/' ? 1 : folder.length + 1);
}
function join(root, within) {
    return [...root.split('/'), within].filter((part) => part !== '').join('/');
}
function refusal(path, actual, expected) {
    return new errors/* HoldfastError */.E('bad-input', `Cannot back up "${(0,bytestring.display)(path)}" from a snapshot of its volume: ${actual}, expected ${expected}.`);
}

// EXTERNAL MODULE: ./build/files/volume/volume-kind.js
var volume_kind = __webpack_require__(75816);
// EXTERNAL MODULE: ./build/hosts/lease/lease-scripts.js
var lease_scripts = __webpack_require__(43406);
// EXTERNAL MODULE: ./build/hosts/process-mark.js
var process_mark = __webpack_require__(31355);
;// CONCATENATED MODULE: ./build/files/volume/volume-scripts.js




const recordOf = ({ target }) => (0,quote/* quote */.h)((0,bytestring.fromText)(`${target}.volume`));
const ownerOf = ({ target }) => (0,quote/* quote */.h)((0,bytestring.fromText)(`${target}.volume-owner`));
function variables({ target, name, place }, folder) {
    return `target=${(0,quote/* quote */.h)((0,bytestring.fromText)(target))} name=${(0,quote/* quote */.h)((0,bytestring.fromText)(name))} at=${folder}/at
origin=${(0,quote/* quote */.h)(place.origin)} source=${(0,quote/* quote */.h)(place.source)} fstype=${(0,quote/* quote */.h)((0,bytestring.fromText)(place.fileSystem))}
created=$(cat ${folder}/created 2>/dev/null)
`;
}
/**
 * Holds the target's volume for one run, in a mount namespace of its own, for as long as its stdin is open: prints
 * `owned PID`, `taken HOLDER`, or `no-unshare`. A file that is linked to its name by one alone says which process has it; that
 * of a process that is gone is nobody's.
 */
function ownScript(terms) {
    const owner = ownerOf(terms);
    const inside = `
mount --make-rprivate / || exit 1
${process_mark/* RUNS */.p}
start_of $$ || exit 1
printf '%s %s\\n%s\\n' $$ "$start" ${(0,quote/* quote */.h)((0,bytestring.fromText)(terms.holder))} >${owner}.$$ || exit 1
taken() { read -r process && read -r who; echo "taken $who"; rm -f ${owner}.$$; exit; }
if ! ln ${owner}.$$ ${owner} 2>/dev/null; then
  read -r pid was <${owner}
  runs "$pid" "$was" && taken <${owner}
  mv ${owner} ${owner}.old.$$ 2>/dev/null && read -r pid2 was2 <${owner}.old.$$
  if [ "$pid $was" != "$pid2 $was2" ]; then ln ${owner}.old.$$ ${owner} 2>/dev/null; fi
  rm -f ${owner}.old.$$
  ln ${owner}.$$ ${owner} 2>/dev/null || taken <${owner}
fi
rm -f ${owner}.$$
echo "owned $$"
cat >/dev/null
read -r pid was <${owner}
[ "$pid" != $$ ] || rm -f ${owner}`;
    return `${(0,lease_scripts/* enterFolder */.Fi)(terms)}
command -v unshare >/dev/null && command -v nsenter >/dev/null || { echo no-unshare; exit; }
[ "$(id -u)" = 0 ] || { echo no-root; exit; }
exec unshare -m sh -c ${(0,quote/* quote */.h)((0,bytestring.fromText)(inside))}`;
}
/** Fails where the volume isn't of its kind. Prints its device's number at the end. */
function volume_scripts_lookScript(terms) {
    return `${variables(terms, '/nonexistent')}( ${terms.kind.look}
) </dev/null >&2 && stat -c %d "$origin"`;
}
/** Its files are removed by their names: nothing that might be mounted in it is walked. */
function removeRecord(terms) {
    const record = recordOf(terms);
    return `rm -f ${record}/name ${record}/destroy.sh ${record}/created; rmdir ${record}/at ${record}`;
}
/**
 * Removes what the record of an earlier run of the target says, by the commands of that run: it needs to know nothing else. Prints
 * `removed NAME` or `left NAME`. Only whoever owns the volume may run it.
 */
function clearRecordScript(terms) {
    const record = recordOf(terms);
    return `${(0,lease_scripts/* enterFolder */.Fi)(terms)}
if [ -e ${record} ]; then
  said=$(cat ${record}/name 2>/dev/null)
  if [ ! -e ${record}/destroy.sh ] || sh ${record}/destroy.sh </dev/null; then
    [ -z "$said" ] || echo "removed $said"
    ${removeRecord(terms)}
  else echo "left $said"; exit
  fi
fi`;
}
/** The same, and then what bears the target's name. */
function clearScript(terms) {
    const { kind } = terms;
    const listed = kind.list === null
        ? ''
        : `
(${variables(terms, '/nonexistent')}${kind.list}
) | while read -r name; do
  ( found=$name
    ${variables(terms, '/nonexistent')}name=$found
    ${kind.destroy}
  ) </dev/null && echo "removed $name" || echo "left $name"
done`;
    return `${clearRecordScript(terms)}
${listed}
true`;
}
/**
 * Writes the record of the snapshot, and then takes it, of a filesystem that is written back before: else a file could have
 * its new times in the snapshot and its old content, and with them be taken for unchanged by the next backup.
 */
function createScript(terms) {
    const destroy = `cd "\${0%/*}" || exit 1
here=$(pwd -P)
${variables(terms, '$here')}${terms.kind.destroy}`;
    return `${(0,lease_scripts/* enterFolder */.Fi)(terms)}
mkdir ${recordOf(terms)} && cd ${recordOf(terms)} && mkdir at || exit 1
here=$(pwd -P)
printf '%s\\n' ${(0,quote/* quote */.h)((0,bytestring.fromText)(destroy))} >destroy.sh && printf '%s\\n' ${(0,quote/* quote */.h)((0,bytestring.fromText)(terms.name))} >name || exit 1
${variables(terms, '$here')}
sync || exit 1
( ${terms.kind.create}
) >created </dev/null`;
}
/** In the namespace: mounts the snapshot, and lays it over the paths, read-only. Prints its device's number. */
function mountScript(terms) {
    const binds = terms.place.paths.map(({ path, within }) => `
lay "$at"/${(0,quote/* quote */.h)(within)} ${(0,quote/* quote */.h)(path)} &&
  mount --bind "$at"/${(0,quote/* quote */.h)(within)} ${(0,quote/* quote */.h)(path)} && mount -o remount,bind,ro ${(0,quote/* quote */.h)(path)} || exit 1`);
    return `${(0,lease_scripts/* enterFolder */.Fi)(terms)}
cd ${recordOf(terms)} || exit 1
here=$(pwd -P)
${variables(terms, '$here')}
( ${terms.kind.mount}
) </dev/null >&2 || exit 1
cd /
grep -Fqs " $at " /proc/self/mountinfo || { echo "nothing is mounted on $at" >&2; exit 1; }
lay() { # a folder keeps its number: another one is of another volume
  [ -e "$1" ] || { echo "the snapshot has no $2" >&2; return 1; }
  [ ! -d "$2" ] || [ "$(stat -c %i "$1")" = "$(stat -c %i "$2")" ] || { echo "the snapshot has another folder in the place of $2" >&2; return 1; }
}
${binds.join('')}
stat -c %d "$at/"`;
}
/** In the namespace. What isn't mounted is passed over. */
function unmountScript(terms) {
    const paths = terms.place.paths.map(({ path }) => path).toReversed();
    return `${(0,lease_scripts/* enterFolder */.Fi)(terms)}
cd ${recordOf(terms)} || exit 0
here=$(pwd -P)
${variables(terms, '$here')}
cd /
grep -Fqs " $at " /proc/self/mountinfo || exit 0
${paths.map((path) => `umount ${(0,quote/* quote */.h)(path)} 2>/dev/null`).join('\n')}
( ${terms.kind.unmount}
) </dev/null`;
}
/**
 * Fails unless the snapshot is still ours, and what it was. Had the owner died, its number could be another's by now, in
 * whose namespace the live files would have been read.
 */
function checkScript(terms, owner) {
    return `${(0,lease_scripts/* enterFolder */.Fi)(terms)}
${process_mark/* RUNS */.p}
read -r pid was <${ownerOf(terms)} && [ "$pid" = ${owner} ] && runs "$pid" "$was" && read -r said <${recordOf(terms)}/name &&
  [ "$said" = ${(0,quote/* quote */.h)((0,bytestring.fromText)(terms.name))} ] || { echo 'nobody holds it any more, or another run does' >&2; exit 1; }
cd ${recordOf(terms)} || exit 1
here=$(pwd -P)
${variables(terms, '$here')}
( ${terms.kind.check}
) </dev/null`;
}
/** @param keep Forgets the snapshot, and leaves it. */
function removeScript(terms, keep) {
    const record = recordOf(terms);
    return `${(0,lease_scripts/* enterFolder */.Fi)(terms)}
[ -e ${record} ] || exit 0
${keep ? ':' : `sh ${record}/destroy.sh </dev/null`} || exit 1
${removeRecord(terms)}`;
}

;// CONCATENATED MODULE: ./build/files/volume/volume-snapshot.js










/**
 * A snapshot of the volume that a backup's paths lie on. In this order: `own`, which finds out all that can be known before
 * anything is stopped; `create`, the moment; `mount`, which gives a host on which the paths are the snapshot's; `check` after
 * the last byte; and in any case `close`.
 *
 * On the host it is known by a record beside the leases and by its name. Who owns the record is a process there, which ends with our
 * connection: so a run that died has left something, and one that goes on hasn't.
 */
class VolumeSnapshot {
    #host;
    #terms;
    #keep;
    #owner;
    #ownerPid;
    #work;
    #device;
    #isCreated = false;
    #isMounted = false;
    constructor(host, parts) {
        this.#host = host;
        this.#terms = parts.terms;
        this.#keep = parts.keep;
        this.#owner = parts.owner;
        this.#ownerPid = parts.ownerPid;
        this.#work = parts.work;
        this.#device = parts.device;
    }
    /**
     * Finds the volume, owns it, and removes what an earlier run of the target left of it.
     * @throws HoldfastError locked (another run has it); host-unsupported; bad-input, source-missing (see findPlace); command-failed.
     */
    static async own(host, options, work) {
        const { kind, keep, holder, folder, aside } = options;
        const { target, signal } = work;
        const place = await findPlace(host, work.paths, { kind, aside, signal });
        const random = (0,external_node_crypto_.randomBytes)(volume_kind/* RANDOM_DIGITS */.Je / 2).toString('hex');
        const name = (0,volume_kind/* snapshotName */.aN)(target, random, keep);
        const terms = { target, name, holder, kind, place, folder };
        const looked = await (0,output/* runSuccessfully */.t7)(host, `use \`${kind.word}\` for the volume`, volume_scripts_lookScript(terms), {
            signal,
        });
        const device = deviceIn(looked.stdout);
        const { owner, ownerPid } = await ownVolume(host, terms, signal);
        const snapshot = new VolumeSnapshot(host, { terms, keep, owner, ownerPid, work, device });
        try {
            await snapshot.#clear();
            return snapshot;
        }
        catch (error) {
            await snapshot.#letGo();
            throw error;
        }
    }
    get name() {
        return this.#terms.name;
    }
    get place() {
        return this.#terms.place;
    }
    /** Takes the snapshot. */
    async create(signal) {
        this.#work.onInfo(`snapshot: ${this.name} of the volume`);
        this.#isCreated = true; // also a part of it must go
        await (0,output/* runSuccessfully */.t7)(this.#host, 'take a snapshot of the volume', createScript(this.#terms), { signal });
    }
    /**
     * A host on which the paths are as the snapshot has them, and read-only. It ends with this. And the number of the snapshot's
     * device, with that of the volume's own.
     */
    async mount(signal) {
        const within = inMountNamespace(this.#host, this.#ownerPid);
        this.#isMounted = true;
        const script = mountScript(this.#terms);
        const mounted = await (0,output/* runSuccessfully */.t7)(within, 'mount the snapshot of the volume', script, { signal });
        const device = deviceIn(mounted.stdout);
        const isKnown = device !== null && this.#device !== null;
        return { host: within, devices: new Map(isKnown ? [[device, this.#device]] : []) };
    }
    /** Whether all that was read came from the snapshot as it was taken. @throws HoldfastError source-changed. */
    async check(signal) {
        try {
            const script = checkScript(this.#terms, this.#ownerPid);
            await (0,output/* runSuccessfully */.t7)(this.#host, 'believe what was read from the snapshot', script, { signal });
        }
        catch (cause) {
            if (signal.aborted || (0,errors/* asHoldfastError */.C)(cause)?.code !== 'command-failed')
                throw cause;
            const { message } = cause;
            throw new errors/* HoldfastError */.E('source-changed', `${message} There is no backup of it. If it has overflowed, give it more room (\`volume-size\`), and back up again.`, { cause });
        }
    }
    /**
     * Unmounts it, and removes it unless it is to be kept. Never rejects: what can't be removed is told, and found by the next
     * run.
     * @param isGood False: what was to be kept is removed, too.
     */
    async close(signal, { isGood }) {
        try {
            const within = inMountNamespace(this.#host, this.#ownerPid);
            if (this.#isMounted)
                await (0,output/* runSuccessfully */.t7)(within, 'unmount the snapshot of the volume', unmountScript(this.#terms), {
                    signal,
                });
            const keep = this.#keep && isGood;
            const script = removeScript(this.#terms, keep);
            if (this.#isCreated)
                await (0,output/* runSuccessfully */.t7)(this.#host, `remove the snapshot ${this.name}`, script, { signal });
            if (this.#isCreated && keep)
                this.#work.onInfo(`snapshot: ${this.name} is kept`);
        }
        catch (error) {
            const reason = error instanceof Error ? error.message : String(error);
            this.#work.onWarning(`${reason} The next run of this target tries again.`);
        }
        await this.#letGo();
    }
    async #clear() {
        await clearBy(this.#host, clearScript(this.#terms), this.#work);
    }
    async #letGo() {
        await letGo(this.#owner);
    }
}
/**
 * Removes what a run of the target left that died, as its record says; nothing where there is none. A moment may pass until the
 * host knows that the run is gone.
 * @throws HoldfastError locked where another run has the volume; host-unsupported; command-failed where it can't be removed.
 */
async function removeLeftSnapshot(host, left) {
    const giveUpMs = performance.now() + GONE_WITHIN_MS;
    for (;;) {
        try {
            const { owner } = await ownVolume(host, left, left.signal);
            try {
                return await clearBy(host, clearRecordScript(left), left);
            }
            finally {
                await letGo(owner);
            }
        }
        catch (error) {
            if ((0,errors/* asHoldfastError */.C)(error)?.code !== 'locked' || performance.now() > giveUpMs)
                throw error;
            await (0,promises_.setTimeout)(LOOK_EVERY_MS, undefined, { signal: left.signal });
        }
    }
}
const GONE_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 500;
/** @throws HoldfastError command-failed where something is left. */
async function clearBy(host, script, { signal, onInfo }) {
    const what = 'look for what an earlier run left of the volume';
    const { stdout, stderr } = await (0,output/* runSuccessfully */.t7)(host, what, script, { signal });
    for (const line of stdout.toString().split('\n').filter(Boolean)) {
        const [word, name = ''] = line.split(' ');
        if (word === 'removed')
            onInfo(`snapshot: ${(0,bytestring.displayText)(name)}, which an earlier run left, is removed`);
        else
            throw new errors/* HoldfastError */.E('command-failed', `Cannot remove the snapshot ${JSON.stringify((0,bytestring.displayText)(name))}, which an earlier run left on "${host.name}": ` +
                `${(0,bytestring.displayText)(stderr.toString().trim().slice(-500)) || 'nobody knows why'}. Remove it by hand, then back up again.`);
    }
}
async function letGo(owner) {
    owner.stdin.end();
    await owner.exited.catch(() => { });
}
/** The last line that a script prints, if it is a number. */
function deviceIn(stdout) {
    const [, device] = /(?:^|\n)([0-9]{1,20})\n$/.exec(stdout.toString()) ?? [];
    return device === undefined ? null : BigInt(device);
}
/** The process on the host that owns the volume for as long as we let it. */
async function ownVolume(host, terms, signal) {
    signal.throwIfAborted();
    const owner = await host.start(ownScript(terms));
    owner.stdin.on('error', () => { });
    owner.stderr.resume();
    owner.exited.catch(() => { });
    const [word, ...rest] = (await firstLine(owner.stdout)).split(' ');
    if (word === 'owned')
        return { owner, ownerPid: Number(rest[0]) };
    owner.stdin.end();
    const said = (0,bytestring.displayText)(rest.join(' '));
    if (word === 'taken')
        throw new errors/* HoldfastError */.E('locked', `Cannot take a snapshot of the volume of ${JSON.stringify(terms.target)} on "${host.name}": ${JSON.stringify(said)} has one, expected nobody. ` +
            'Wait until that is done.');
    const actual = word === 'no-unshare'
        ? 'there is no `unshare` or no `nsenter`, expected both'
        : word === 'no-root'
            ? 'the user of the login isn’t root, expected root'
            : 'it gives no mount namespace, expected one';
    throw new errors/* HoldfastError */.E('host-unsupported', `Cannot mount a snapshot on "${host.name}": ${actual}. Install util-linux, and connect as root or by \`become\`; in a container it can’t be done.`);
}


/***/ }),

/***/ 67503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ runAddress),
/* harmony export */   x: () => (/* binding */ currentRun)
/* harmony export */ });
/** Where a person sees this run; empty outside of one. */
function runAddress(env = process.env) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
    return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : '';
}
/** Which run this is, as GitHub tells every step; null outside of one. */
function currentRun(env = process.env) {
    const { GITHUB_REPOSITORY, GITHUB_SHA, GITHUB_REF, GITHUB_WORKFLOW_REF, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, } = env;
    if (!GITHUB_RUN_ID)
        return null;
    return {
        repository: GITHUB_REPOSITORY ?? '',
        commit: GITHUB_SHA ?? '',
        ref: GITHUB_REF ?? '',
        workflow: GITHUB_WORKFLOW_REF ?? '',
        run_id: GITHUB_RUN_ID,
        run_attempt: GITHUB_RUN_ATTEMPT ?? '',
    };
}


/***/ }),

/***/ 59487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ parseTarget)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


/** It becomes the name of a folder in the snapshot and a tag: no slash, no comma, no leading dot. */
const TARGET = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** @throws HoldfastError bad-input. */
function parseTarget(text, name) {
    if (TARGET.test(text))
        return text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected 1 to 64 letters, digits, dots, dashes or underscores.`);
}


/***/ })

};
