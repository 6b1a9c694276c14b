export const id = 5598;
export const ids = [5598];
export const modules = {

/***/ 70849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   accessHere: () => (/* binding */ accessHere),
/* harmony export */   storageTools: () => (/* binding */ storageTools)
/* harmony export */ });
/* harmony import */ var _config_storage_access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34545);

/** How a storage of `backup.yml` is reached here: by the variables that it names. @throws HoldfastError bad-input. */
function accessHere({ terminal: { env } }, storage) {
    return (0,_config_storage_access_js__WEBPACK_IMPORTED_MODULE_0__/* .storageAccess */ .Q)(storage, { env, onSecret: () => { }, role: null });
}
/** What one is read by. */
function storageTools({ flags, terminal: { env }, signal, reporter }) {
    return {
        signal,
        caFile: flags.cacert ?? (env['RESTIC_CACERT'] || undefined),
        onInfo: (message) => reporter.onInfo(message),
        onWarning: (message) => reporter.onWarning(message),
        openArchives: async ({ location, s3 }) => (await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 2663))).openArchiveStore(location, s3),
    };
}


/***/ }),

/***/ 32520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findBackedUp: () => (/* binding */ findBackedUp),
/* harmony export */   findTarget: () => (/* binding */ findTarget),
/* harmony export */   targetsIn: () => (/* binding */ targetsIn)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49445);
/* harmony import */ var _validate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27249);




/** Rules by which a target can't be run as it is meant. What only makes little sense mustn't keep a backup from being made. */
const BLOCKING = new Set([
    'incomplete-target',
    'unknown-host',
    'unknown-storage',
    'unknown-application',
    'copy-to-itself',
    'copy-ignores',
    'unfit-quiesce',
    'unfit-volume',
]);
/** Every target of a configuration that can be run. @throws HoldfastError bad-input if the file can't be read. */
function targetsIn(file) {
    const { config, findings, silenced, targets } = (0,_validate_js__WEBPACK_IMPORTED_MODULE_0__/* .validate */ .t)(file, []);
    const [first] = findings;
    if (config === null && first !== undefined)
        throw cannotUse(file, first);
    const all = [...findings, ...silenced.map(({ finding }) => finding)];
    const blocked = new Map();
    for (const finding of all)
        if (finding.target !== null && BLOCKING.has(finding.rule))
            blocked.set(finding.target, finding);
    return { targets, blocked };
}
/** @throws HoldfastError bad-input if there is no such target, or it can't be run. */
function findTarget(file, name) {
    const { targets, blocked } = targetsIn(file);
    const target = named(file, targets, name);
    const fault = blocked.get(name);
    if (fault !== undefined)
        throw cannotUse(file, fault);
    return target;
}
/** The same where nothing is backed up: what keeps a target from that needn't keep it from being restored. */
function findBackedUp(file, name) {
    return named(file, targetsIn(file).targets, name);
}
function named(file, targets, name) {
    const target = targets.find((one) => one.name === name);
    if (target === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot find the target ${JSON.stringify(name)} in "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(file.name)}". ${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestion */ .h)(name, targets.map((one) => one.name))}`);
    }
    return target;
}
function cannotUse(file, { at, what, advice }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(file.name)}": line ${at.line}: ${what}. ${advice}`);
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

/***/ 31072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MAX_MATRIX: () => (/* binding */ MAX_MATRIX),
/* harmony export */   matricesOf: () => (/* binding */ matricesOf),
/* harmony export */   planOf: () => (/* binding */ planOf),
/* harmony export */   reasonText: () => (/* binding */ reasonText)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53272);
/* harmony import */ var _operations_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33504);
/* harmony import */ var _find_target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32520);
/* harmony import */ var _target_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6688);





/** Of one job matrix: GitHub's limit. */
const MAX_MATRIX = 256;
/** Which targets of a configuration are due. @throws HoldfastError bad-input if the file can't be read; cancelled. */
async function planOf({ file, nowMs, only, historyOf }) {
    const { targets, blocked } = (0,_find_target_js__WEBPACK_IMPORTED_MODULE_0__.targetsIn)(file);
    const runnable = targets.filter(({ name }) => !blocked.has(name) && name === (only ?? name));
    const asked = new Map();
    for (const target of runnable) {
        const { settings, storage } = target;
        if (storage !== null && settings.storage !== undefined && settings.schedule !== undefined)
            asked.set(settings.storage, storage);
    }
    const histories = new Map();
    for (const [name, storage] of asked)
        histories.set(name, await historyOrWhy(() => historyOf(storage, name)));
    return {
        targets: (0,_operations_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .planTargets */ .iS)(runnable.map(planTarget), histories, nowMs),
        blocked: [...blocked].map(([target, { what }]) => ({ target, why: what })),
    };
}
function planTarget(target) {
    const { name, hostname, settings } = target;
    return { name, hostname: hostname ?? '', storage: settings.storage ?? '', schedule: (0,_target_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .scheduleOf */ .rH)(target) };
}
async function historyOrWhy(read) {
    try {
        return await read();
    }
    catch (error) {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .asHoldfastError */ .C)(error)?.code;
        if (code === 'cancelled')
            throw error;
        return code === 'repository-missing' ? _operations_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_HISTORY */ .Vo : (0,_failure_text_js__WEBPACK_IMPORTED_MODULE_4__/* .failureText */ .k)(error);
    }
}
/** What is due as matrices of jobs, each of no more than GitHub takes. At least one, which may be empty. */
function matricesOf({ targets }) {
    const jobs = targets
        .filter(({ due }) => due.isDue)
        .map(({ target, hostname, storage }) => ({ target, host: hostname, storage }));
    const chunks = Math.max(1, Math.ceil(jobs.length / MAX_MATRIX));
    return Array.from({ length: chunks }, (_, i) => ({
        include: jobs.slice(i * MAX_MATRIX, (i + 1) * MAX_MATRIX),
    }));
}
/** Why a target is due or not, as a sentence without its full stop. Times are those of its schedule's clock. */
function reasonText({ due, lastMs, unknown, timezone }) {
    const zone = timezone ?? 'UTC';
    const last = lastMs === null ? '' : (0,_target_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .timeText */ .Tc)(lastMs, zone);
    const scheduled = due.scheduledMs === null ? '' : (0,_target_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .timeText */ .Tc)(due.scheduledMs, zone);
    if (unknown !== null)
        return `due, since nobody knows what there is: ${unknown.replace(/\.$/, '')}`;
    switch (due.why) {
        case 'not-scheduled':
            return 'not due: it has no schedule';
        case 'not-yet':
            return 'not due: its schedule has had no time yet';
        case 'never':
            return 'due: there is no complete backup of it yet';
        case 'done':
            return `not due: backed up at ${last}, after ${scheduled} (${zone})`;
        case 'on-time':
            return `due since ${scheduled} (${zone})`;
        case 'missed':
            return `due since ${scheduled} (${zone}): ${due.missed === 1 ? 'that run' : `${due.missed} runs`} since the last at ${last} ${due.missed === 1 ? 'is' : 'are'} made up for by one`;
    }
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
