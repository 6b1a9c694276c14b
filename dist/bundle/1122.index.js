export const id = 1122;
export const ids = [1122];
export const modules = {

/***/ 48647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F$: () => (/* binding */ isDangerous),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   Ut: () => (/* binding */ OF_COPIES),
/* harmony export */   Zg: () => (/* binding */ sectionChanges),
/* harmony export */   h6: () => (/* binding */ listChange),
/* harmony export */   uH: () => (/* binding */ valueChange)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/** By these a stranger gets in between, reads what is saved, has commands run, or a secret sent elsewhere. */
const DANGEROUS = new Set([
    'known-hosts',
    'jump',
    'identity',
    'identity-passphrase',
    'ssh-password',
    'become',
    'ssh-client',
    'password',
    'recipients',
    'passphrase',
    'unencrypted',
    'aws-access-key-id',
    'aws-secret-access-key',
    'aws-session-token',
    'aws-profile',
    'aws-role',
    'database-password',
    'before',
    'after',
    'quiesce',
    'volume-create',
    'volume-mount',
    'volume-unmount',
    'volume-destroy',
    'notifications',
]);
/** What a change of the second repository is called, beside the same of the first. */
const OF_COPIES = ' of copies';
/** Whether whoever reviews it must look at it, however small it seems. */
function isDangerous({ what }) {
    return DANGEROUS.has(what.endsWith(OF_COPIES) ? what.slice(0, -OF_COPIES.length) : what);
}
function listChange(what, before, after) {
    const gained = after.filter((item) => !before.includes(item));
    const lost = before.filter((item) => !after.includes(item));
    return gained.length + lost.length === 0 ? [] : [{ what, kind: 'list', gained, lost }];
}
function valueChange(what, before, after) {
    return before === after ? [] : [{ what, kind: 'value', before, after }];
}
const NOTHING = 'none';
/** Text that reads as nothing is quoted. */
function shown(value) {
    if (value === undefined)
        return NOTHING;
    return typeof value === 'string' && value !== NOTHING ? value : JSON.stringify(value);
}
/** Of the keys of a section all that changed, but for those `told` otherwise; `suffix` follows each key. */
function sectionChanges(was, is, { told, suffix = '' }) {
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    return keys
        .filter((key) => !told.includes(key) && !(0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(was[key], is[key]))
        .map((key) => ({
        what: `${key}${suffix}`,
        kind: 'value',
        before: shown(was[key]),
        after: shown(is[key]),
    }));
}


/***/ }),

/***/ 96228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ isLoss),
/* harmony export */   R: () => (/* binding */ compareConfigs)
/* harmony export */ });
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48647);
/* harmony import */ var _target_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6688);
/* harmony import */ var _targets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44425);



/** What was saved and isn't any more: `paths` and `databases` that went, exclusions that came. */
function isLoss(change) {
    if (change.kind !== 'changed')
        return change.kind === 'lost';
    return change.changes.some((one) => {
        if (one.kind !== 'list')
            return false;
        return LEFT_OUT.test(one.what) ? one.gained.length > 0 : one.lost.length > 0;
    });
}
/** Lists of what isn't saved. */
const LEFT_OUT = /exclude|leave-out/;
/** What becomes of the targets of `before` in `after`: those of which something changes, by name. */
function compareConfigs(before, after) {
    const old = new Map((0,_targets_js__WEBPACK_IMPORTED_MODULE_0__/* .targetsOf */ .Q)(before).map((target) => [target.name, target]));
    const young = new Map((0,_targets_js__WEBPACK_IMPORTED_MODULE_0__/* .targetsOf */ .Q)(after).map((target) => [target.name, target]));
    const names = [...new Set([...old.keys(), ...young.keys()])].sort();
    return names.flatMap((target) => {
        const [was, is] = [old.get(target), young.get(target)];
        if (was === undefined)
            return is === undefined ? [] : [{ target, kind: 'gained', changes: gained(is, before) }];
        if (is === undefined)
            return [{ target, kind: 'lost', changes: gist(was, null) }];
        const changes = changesOf(was, is);
        return changes.length === 0 ? [] : [{ target, kind: 'changed', changes }];
    });
}
/**
 * Of a new one also where it is and goes, and of the ways there what is dangerous and wasn't said before: for no other target
 * it would be told.
 */
function gained(is, before) {
    const { settings, host, storage, copyTo } = is;
    const known = {
        host: (0,_targets_js__WEBPACK_IMPORTED_MODULE_0__.at)(before.hosts, settings.host),
        storage: (0,_targets_js__WEBPACK_IMPORTED_MODULE_0__.at)(before.storage, settings.storage),
        copyTo: (0,_targets_js__WEBPACK_IMPORTED_MODULE_0__.at)(before.storage, settings['copy-to']),
    };
    const changes = [
        ...placeChanges(known, { host, storage, copyTo }),
        ...(0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .sectionChanges */ .Zg)({}, settings, { told: TOLD }),
    ];
    return [
        ...gist(null, is),
        ...VALUES.filter(([what]) => PLACES.includes(what)).flatMap(([what, of]) => (0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .valueChange */ .uH)(what, 'none', of(is))),
        ...changes.filter(_change_js__WEBPACK_IMPORTED_MODULE_1__/* .isDangerous */ .F$),
    ];
}
const PLACES = ['host', 'container', 'storage', 'copy-to'];
/** Of a target that came or went. */
function gist(was, is) {
    const listOf = (target, what) => target?.settings[what] ?? [];
    const textOf = (target) => (target === null ? 'none' : (0,_target_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .scheduleText */ .lH)(target));
    return [
        ...['paths', 'databases', 'buckets'].flatMap((what) => (0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .listChange */ .h6)(what, listOf(was, what), listOf(is, what))),
        ...optionChanges(was?.settings.options, is?.settings.options).filter(({ kind }) => kind === 'list'),
        ...(0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .valueChange */ .uH)('schedule', textOf(was), textOf(is)),
    ];
}
const LISTS = ['paths', 'databases', 'buckets', 'exclude', 'iexclude', 'exclude-if-present'];
/** What is told in words of its own. */
const VALUES = [
    ['application', ({ application }) => application ?? 'none'],
    ['host', ({ settings, host }) => `${settings.host ?? 'none'} (${host?.address ?? 'unknown'})`],
    ['container', ({ host }) => host?.container ?? 'none'],
    ['name in snapshots', ({ hostname }) => hostname ?? 'none'],
    ['storage', ({ settings, storage }) => placeText(settings.storage, storage)],
    ['copy-to', ({ settings, copyTo }) => placeText(settings['copy-to'], copyTo)],
    ['object-lock', ({ storage }) => lockText(storage)],
    ['object-lock of copies', ({ copyTo }) => lockText(copyTo)],
    ['schedule', _target_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .scheduleText */ .lH],
    ['retention', _target_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .retentionText */ .wW],
    ['rpo', ({ settings }) => settings.rpo ?? 'none'],
    ['rto', ({ settings }) => settings.rto ?? 'none'],
    ['drill', ({ settings }) => (settings.drill === undefined ? 'none' : `every ${settings.drill.every}`)],
];
/** Of the settings, those that the two lists above tell; of all others that they changed. */
const TOLD = [
    ...LISTS,
    'options',
    'application',
    'host',
    'storage',
    'copy-to',
    'schedule',
    'timezone',
    'retention',
    'rpo',
    'rto',
    'drill',
];
/** Of the host's and the storage's sections, those that `VALUES` tell. */
const TOLD_OF_HOSTS = ['address', 'name', 'container'];
const TOLD_OF_STORAGE = ['repository', 'archives', 'object-lock', 'object-lock-days'];
/** How a host is reached and trusted, and by what a storage is opened and sealed. */
function placeChanges(was, is) {
    return [
        ...(0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .sectionChanges */ .Zg)(was.host ?? {}, is.host ?? {}, { told: TOLD_OF_HOSTS }),
        ...(0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .sectionChanges */ .Zg)(was.storage ?? {}, is.storage ?? {}, { told: TOLD_OF_STORAGE }),
        ...(0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .sectionChanges */ .Zg)(was.copyTo ?? {}, is.copyTo ?? {}, { told: TOLD_OF_STORAGE, suffix: _change_js__WEBPACK_IMPORTED_MODULE_1__/* .OF_COPIES */ .Ut }),
    ];
}
function changesOf(was, is) {
    const lists = LISTS.flatMap((what) => {
        return (0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .listChange */ .h6)(what, was.settings[what] ?? [], is.settings[what] ?? []);
    });
    const values = VALUES.flatMap(([what, of]) => (0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .valueChange */ .uH)(what, of(was), of(is)));
    const options = optionChanges(was.settings.options, is.settings.options);
    return [
        ...lists,
        ...values,
        ...options,
        ...placeChanges(was, is),
        ...(0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .sectionChanges */ .Zg)(was.settings, is.settings, { told: TOLD }),
    ];
}
/** What an application's profile is told: what it saves may be a list there. */
function optionChanges(was = {}, is = {}) {
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    return keys.flatMap((key) => {
        const [before, after] = [was[key], is[key]];
        if (Array.isArray(before ?? after) && Array.isArray(after ?? before))
            return (0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .listChange */ .h6)(`options.${key}`, textsIn(before), textsIn(after));
        return (0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .valueChange */ .uH)(`options.${key}`, (0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(before), (0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(after));
    });
}
function textsIn(list) {
    return Array.isArray(list) ? list.map((item) => (0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(item)) : [];
}
function placeText(name, storage) {
    if (name === undefined)
        return 'none';
    return `${name} (${storage?.repository ?? storage?.archives ?? 'unknown'})`;
}
function lockText(storage) {
    const mode = storage?.['object-lock'];
    return mode === undefined ? 'none' : `${mode}, ${storage?.['object-lock-days']} days`;
}


/***/ }),

/***/ 67266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   historyIn: () => (/* binding */ historyIn),
/* harmony export */   openHistory: () => (/* binding */ openHistory),
/* harmony export */   withStorage: () => (/* binding */ withStorage)
/* harmony export */ });
/* harmony import */ var _backends_location_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68713);
/* harmony import */ var _backends_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65534);
/* harmony import */ var _operations_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33504);
/* harmony import */ var _repository_open_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65281);




/** Opens a storage to read it, without a lock, and closes it. @throws What opening and `work` throw. */
async function withStorage(access, tools, work) {
    if (access.password === null) {
        const store = await tools.openArchives(access);
        try {
            return await work({ kind: 'archives', store });
        }
        finally {
            await store.close();
        }
    }
    const { signal, caFile } = tools;
    const backend = (0,_backends_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .withRetry */ .b)(await (0,_backends_location_js__WEBPACK_IMPORTED_MODULE_1__/* .openBackend */ .f2)(access.location, { caFile, s3: access.s3 }), {
        onRetry: (message) => tools.onInfo(message),
    });
    const onWarning = (message) => tools.onWarning(message);
    const repository = await (0,_repository_open_js__WEBPACK_IMPORTED_MODULE_2__.openRepository)(backend, access.password, { signal, onWarning });
    try {
        return await work({ kind: 'repository', repository });
    }
    finally {
        await repository.close();
    }
}
/** What a storage has of all targets. @throws What opening and reading throw. */
function openHistory(access, tools) {
    return withStorage(access, tools, (storage) => historyIn(storage, tools));
}
/** The same of one that is open. */
function historyIn(storage, { nowMs, signal, onWarning }) {
    return storage.kind === 'archives'
        ? (0,_operations_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .archiveHistory */ .hX)(storage.store, nowMs, signal)
        : (0,_operations_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryHistory */ .h5)(storage.repository, nowMs, { signal, onUnreadable: onWarning });
}


/***/ }),

/***/ 33504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Vo: () => (/* binding */ NO_HISTORY),
  hX: () => (/* binding */ archiveHistory),
  iS: () => (/* binding */ planTargets),
  h5: () => (/* binding */ repositoryHistory)
});

// EXTERNAL MODULE: ./build/archive/find-archives.js
var find_archives = __webpack_require__(90456);
// EXTERNAL MODULE: ./build/repository/find-snapshot.js
var find_snapshot = __webpack_require__(75207);
// EXTERNAL MODULE: ./build/repository/tags.js
var tags = __webpack_require__(47508);
;// CONCATENATED MODULE: ./build/schedule/due.js
/** More are told as so many. */
const MAX_MISSED = 1000;
/** A run that comes later than this wasn't on time: GitHub delays by minutes, not by hours. */
const LATE_MS = 3_600_000;
/**
 * A run is due when a time of the schedule has passed since the newest one began: so one that was missed or came late is
 * made up for once, not twice, and one that came early doesn't count for the time after it.
 * @param lastMs When the newest complete run began; null: there was none.
 */
function dueAt(schedule, lastMs, nowMs) {
    if (schedule === null)
        return { isDue: false, why: 'not-scheduled', scheduledMs: null, missed: 0 };
    const scheduledMs = schedule.last(nowMs);
    if (scheduledMs === null)
        return { isDue: false, why: 'not-yet', scheduledMs, missed: 0 };
    if (lastMs === null)
        return { isDue: true, why: 'never', scheduledMs, missed: 0 };
    if (lastMs >= scheduledMs)
        return { isDue: false, why: 'done', scheduledMs, missed: 0 };
    const missed = schedule.next(MAX_MISSED, lastMs).filter((time) => time <= nowMs).length;
    const why = missed === 1 && nowMs - scheduledMs < LATE_MS ? 'on-time' : 'missed';
    return { isDue: true, why, scheduledMs, missed };
}

;// CONCATENATED MODULE: ./build/operations/plan.js




/** A clock that is ahead by more than this is wrong, or a snapshot forged: it doesn't count as a run. */
const FUTURE_MS = 3_600_000;
/**
 * Which targets are due at `nowMs`.
 * @param histories By storage; a text says why there is none.
 */
function planTargets(targets, histories, nowMs) {
    return targets.map(({ name, hostname, schedule, storage }) => {
        const history = histories.get(storage);
        const isKnown = typeof history === 'function';
        const lastMs = isKnown ? history(hostname, name) : null;
        const due = dueAt(schedule, lastMs, nowMs);
        const unknown = isKnown || !due.isDue ? null : (history ?? 'its storage wasn’t asked');
        return { target: name, hostname, storage, timezone: schedule?.timezone ?? null, due, lastMs, unknown };
    });
}
/** What a repository's snapshots say. Reads only. @throws What the repository throws. */
async function repositoryHistory(repository, nowMs, options) {
    const found = await (0,find_snapshot.findSnapshots)(repository, {}, options);
    const complete = found.filter(({ snapshot }) => !(0,tags/* isIncomplete */.Ne)(snapshot));
    return historyOf(complete.map(({ snapshot }) => ({
        hostname: snapshot.hostname,
        target: (0,tags/* targetOf */.$r)(snapshot),
        timeMs: Number(snapshot.timeNs / NS_PER_MS),
    })), nowMs);
}
/** What a store's manifests say. @throws What the store throws. */
async function archiveHistory(store, nowMs, signal) {
    const manifests = (await (0,find_archives.findArchives)(store, signal))
        .map(({ manifest }) => manifest)
        .filter((one) => one !== null);
    return historyOf(manifests
        .filter(({ complete }) => complete)
        .map(({ hostname, target, timeNs }) => ({ hostname, target, timeMs: Number(timeNs / NS_PER_MS) })), nowMs);
}
/** There is nothing yet. */
const NO_HISTORY = () => null;
const NS_PER_MS = 1000000n;
function historyOf(runs, nowMs) {
    const newest = new Map();
    for (const { hostname, target, timeMs } of runs) {
        if (target === null || timeMs > nowMs + FUTURE_MS)
            continue;
        const key = keyOf(hostname, target);
        newest.set(key, Math.max(newest.get(key) ?? Number.NEGATIVE_INFINITY, timeMs));
    }
    return (hostname, target) => newest.get(keyOf(hostname, target)) ?? null;
}
function keyOf(hostname, target) {
    return JSON.stringify([hostname, target]);
}


/***/ }),

/***/ 75207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findSnapshots: () => (/* binding */ findSnapshots),
/* harmony export */   matches: () => (/* binding */ matches),
/* harmony export */   resolveSnapshot: () => (/* binding */ resolveSnapshot),
/* harmony export */   whyNone: () => (/* binding */ whyNone)
/* harmony export */ });
/* harmony import */ var _backends_backend_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77656);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68656);
/* harmony import */ var _future_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20750);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47508);






function matches(snapshot, filter) {
    const { hosts = [], target = null, tags = [], paths = [], notAfterNs } = filter;
    return ((hosts.length === 0 || hosts.includes(snapshot.hostname)) &&
        (target === null || (0,_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(snapshot) === target) &&
        (tags.length === 0 || tags.some((all) => hasTags(snapshot, all))) &&
        paths.every((path) => snapshot.paths.includes(path)) &&
        (notAfterNs === undefined || snapshot.timeNs <= notAfterNs));
}
/** The snapshots that match, oldest first. @throws HoldfastError repository-damaged, unless it can be told. */
async function findSnapshots(repository, filter, options = {}) {
    const found = [];
    for await (const stored of repository.snapshots(options)) {
        if (matches(stored.snapshot, filter))
            found.push(stored);
    }
    return found.sort(byTime);
}
/**
 * The snapshot that `spec` names: an ID, a unique prefix of one, or `latest`: the newest complete one that matches
 * `filter` (which only narrows `latest`). Of an ID, only that snapshot's file is read: a damaged one hides no other.
 * @throws HoldfastError snapshot-missing, also for a `latest` from the future; bad-input if the prefix is ambiguous; repository-damaged if it can't be read,
 *   for `latest` if any can't: it may be the newest.
 */
async function resolveSnapshot(repository, spec, filter = {}, signal) {
    return spec === 'latest'
        ? await findLatest(repository, filter, signal)
        : await findByPrefix(repository, spec, signal);
}
async function findLatest(repository, filter, signal) {
    const all = await findSnapshots(repository, {}, { signal, onUnreadable: refuseLatest });
    const found = all.filter(({ snapshot }) => matches(snapshot, filter));
    const complete = found.filter(({ snapshot }) => !(0,_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .isIncomplete */ .Ne)(snapshot));
    const latest = complete.at(-1);
    if (latest !== undefined)
        return notFromFuture(latest, complete);
    const actual = found.length === 0 ? whyNone(all, filter) : `only incomplete ones match (${listShort(found)})`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('snapshot-missing', `Cannot find snapshot "latest": ${actual}, expected a complete one. List them with "snapshots".`);
}
/** A forged one would be `latest` for ever, whatever is backed up after it. */
function notFromFuture(latest, complete) {
    const { id, snapshot } = latest;
    if (!(0,_future_js__WEBPACK_IMPORTED_MODULE_2__/* .isFromFuture */ .S5)(snapshot.timeNs))
        return latest;
    const problem = (0,_future_js__WEBPACK_IMPORTED_MODULE_2__/* .futureProblem */ .VC)(`snapshot ${id.slice(0, SHORT_ID_DIGITS)}`, snapshot.timeNs);
    const earlier = complete.findLast((other) => !(0,_future_js__WEBPACK_IMPORTED_MODULE_2__/* .isFromFuture */ .S5)(other.snapshot.timeNs));
    const before = earlier === undefined
        ? 'None was taken before now.'
        : `The newest that was taken before now is snapshot ${earlier.id.slice(0, SHORT_ID_DIGITS)} (${(0,_future_js__WEBPACK_IMPORTED_MODULE_2__/* .shownTime */ .h5)(earlier.snapshot.timeNs)}).`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('snapshot-missing', `Cannot find snapshot "latest": ${problem}, and name one by its ID. ${before} One that is wrong goes by "forget ID"; then "latest" is found again.`);
}
/** Nobody knows the time of one that can't be read. An older one in its place would be old data without a word. */
function refuseLatest(message, id) {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('repository-damaged', `Cannot find snapshot "latest": snapshot ${id} cannot be read and may be the newest. Name one that "snapshots" ` +
        'lists by its ID; "check" tells what else is damaged.', { cause: message });
}
/** Why none of `all` matches: `no snapshot is of host "db2", there are some of "db1"`. */
function whyNone(all, filter) {
    if (all.length === 0)
        return 'the repository holds no snapshot';
    const { hosts = [], target = null } = filter;
    const wanted = new Set(hosts);
    const actualHosts = new Set(all.map(({ snapshot }) => snapshot.hostname));
    if (hosts.length > 0 && wanted.isDisjointFrom(actualHosts)) {
        return `no snapshot is of host ${quoted(wanted)}, there are some of ${quoted(actualHosts)}`;
    }
    const targets = new Set(all.map(({ snapshot }) => (0,_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(snapshot)).filter((name) => name !== null));
    if (target !== null && targets.size > 0 && !targets.has(target)) {
        return `no snapshot is of application ${quoted([target])}, there are some of ${quoted(targets)}`;
    }
    return all.length === 1 ? 'the only snapshot does not match' : `none of ${all.length} snapshots matches`;
}
function quoted(names) {
    const all = [...names].sort();
    const shown = all.slice(0, SHOWN_CANDIDATES).map((name) => `"${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(name)}"`);
    return all.length > SHOWN_CANDIDATES ? `${shown.join(', ')}, …` : shown.join(', ');
}
async function findByPrefix(repository, spec, signal) {
    const cannot = `Cannot find snapshot "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(spec)}"`;
    if (!/^[0-9a-f]{1,64}$/.test(spec)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `${cannot}: expected "latest", an ID, or the first digits of one. List them with "snapshots".`);
    }
    const all = await repository.snapshotIds(signal);
    const found = all.filter((id) => id.startsWith(spec));
    const [id, ...others] = found;
    const missing = new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('snapshot-missing', `${cannot}: ${noneOf(all.length)} has such an ID. List them with "snapshots".`);
    if (id === undefined)
        throw missing;
    if (others.length === 0)
        return await loadListed(repository, id, { missing, signal });
    const candidates = await listCandidates(repository, found, signal);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `${cannot}: ${found.length} snapshots begin so, expected 1. Give more digits: ${candidates}.`);
}
function noneOf(count) {
    return count > 1 ? `none of ${count} snapshots` : 'no snapshot';
}
async function loadListed(repository, id, { missing, signal }) {
    try {
        return { id, snapshot: await repository.loadSnapshot(id, signal) };
    }
    catch (error) {
        throw (0,_backends_backend_js__WEBPACK_IMPORTED_MODULE_4__/* .isMissing */ .b2)(error) ? missing : error;
    }
}
async function listCandidates(repository, ids, signal) {
    const shown = [];
    for (const id of ids.slice(0, SHOWN_CANDIDATES))
        shown.push(await describeCandidate(repository, id, signal));
    return inShort(shown, ids.length);
}
async function describeCandidate(repository, id, signal) {
    try {
        return describe({ id, snapshot: await repository.loadSnapshot(id, signal) });
    }
    catch (error) {
        if (!(0,_damage_js__WEBPACK_IMPORTED_MODULE_5__/* .isUnreadable */ .GZ)(error))
            throw error;
        return `${id.slice(0, SHORT_ID_DIGITS)}, which cannot be read`;
    }
}
function hasTags({ tags }, wanted) {
    return wanted.length === 0 ? tags.length === 0 : wanted.every((tag) => tags.includes(tag));
}
/** By time; of the same moment by ID, so that two runs choose alike. */
function byTime(a, b) {
    if (a.snapshot.timeNs !== b.snapshot.timeNs)
        return a.snapshot.timeNs < b.snapshot.timeNs ? -1 : 1;
    return a.id < b.id ? -1 : 1;
}
const SHOWN_CANDIDATES = 10;
const SHORT_ID_DIGITS = 12;
function listShort(found) {
    return inShort(found.slice(0, SHOWN_CANDIDATES).map(describe), found.length);
}
function describe({ id, snapshot }) {
    const time = new Date(Number(snapshot.timeNs / 1000000n)).toISOString().slice(0, 16);
    return `${id.slice(0, SHORT_ID_DIGITS)} of ${time} on ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(snapshot.hostname)}`;
}
function inShort(shown, count) {
    return count > shown.length ? `${shown.join(', ')}, …` : shown.join(', ');
}


/***/ }),

/***/ 30482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ otherStorage)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/**
 * @param named The variable's or the input's name, of AWS's word for it (`access-key-id`): for messages.
 * @returns Undefined: nothing is given, and it is reached as the first one is.
 * @throws HoldfastError bad-input for half a key, and for a key beside a profile.
 */
function otherStorage(given, named) {
    const region = given.region || undefined;
    const credentials = credentialsOf(given, named);
    if (region === undefined && credentials === undefined)
        return undefined;
    return { region, credentials };
}
function credentialsOf({ accessKeyId, secretAccessKey, sessionToken, profile }, named) {
    const isKeyGiven = [accessKeyId, secretAccessKey, sessionToken].some(Boolean);
    if (isKeyGiven && profile) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use both ${named('access-key-id')} and ${named('profile')}: expected one of them.`);
    }
    if (profile)
        return { kind: 'profile', name: profile };
    if (!isKeyGiven)
        return undefined;
    if (accessKeyId && secretAccessKey) {
        return { kind: 'keys', accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use only a part of a key: expected both ${named('access-key-id')} and ${named('secret-access-key')}.`);
}


/***/ })

};
