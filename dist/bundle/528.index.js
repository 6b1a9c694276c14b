export const id = 528;
export const ids = [528];
export const modules = {

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

/***/ 52154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y0: () => (/* binding */ isAhead),
/* harmony export */   ZZ: () => (/* binding */ DEFAULT_SHRUNKEN_BELOW),
/* harmony export */   dM: () => (/* binding */ judgeTarget),
/* harmony export */   gB: () => (/* binding */ judgeMixture),
/* harmony export */   qG: () => (/* binding */ FREEZE_REASONS)
/* harmony export */ });
/* harmony import */ var _repository_future_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20750);
/* harmony import */ var _item_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1298);


const FREEZE_REASONS = ['stale', 'shrunken', 'future', 'flood', 'mixed-paths'];
const DEFAULT_SHRUNKEN_BELOW = 0.5;
/** The newest is compared with the median of so many before it: after half of them a smaller size counts as usual. */
const MAX_FORERUNNERS = 10;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** More backups of one target in a span than this are a flood, if nobody said how often they are due: one in 5 minutes is none. */
const FLOODS = [
    { spanMs: HOUR_MS, words: 'an hour', most: 20 },
    { spanMs: DAY_MS, words: 'a day', most: 300 },
];
/** Where the longest age is known: so many times what is due in a span, or MIN_FLOOD if that is more. */
const FLOOD_FACTOR = 4;
const MIN_FLOOD = 10;
/** What speaks against removing anything of a target. `items` are all of its backups, in any order. */
function judgeTarget(items, limits, nowNs) {
    const sorted = items.toSorted(_item_js__WEBPACK_IMPORTED_MODULE_0__/* .newestFirst */ .l);
    const judgements = [stale, shrunken, future, flood];
    return judgements.map((judge) => judge(sorted, limits, nowNs)).filter((freeze) => freeze !== null);
}
const stale = (sorted, { maxAgeMs }, nowNs) => {
    if (maxAgeMs === null)
        return null;
    const limit = `expected one that is at most ${ageText(maxAgeMs)} old`;
    const newest = sorted.find((item) => item.complete && !isAhead(item, nowNs));
    if (newest === undefined)
        return { reason: 'stale', message: `it has no complete ${sorted[0]?.noun}, ${limit}` };
    const ageMs = Number((nowNs - newest.timeNs) / 1000000n);
    if (ageMs <= maxAgeMs)
        return null;
    const message = `its newest complete ${newest.noun}, ${(0,_item_js__WEBPACK_IMPORTED_MODULE_0__/* .shownId */ .f)(newest.id)}, is ${ageText(ageMs)} old, ${limit}`;
    return { reason: 'stale', message };
};
/** Of each set of paths by itself: what a target's dump holds says nothing of its files. */
const shrunken = (sorted, { shrunkenBelow }) => {
    const complete = sorted.filter((item) => item.complete);
    for (const same of Map.groupBy(complete, pathsOf).values()) {
        const [newest, ...before] = same;
        const loss = newest === undefined ? null : lossOf(newest, before.slice(0, MAX_FORERUNNERS));
        if (newest === undefined || loss === null || loss.share >= shrunkenBelow)
            continue;
        const percent = Math.floor(loss.share * 100);
        return {
            reason: 'shrunken',
            message: `its newest complete ${newest.noun}, ${(0,_item_js__WEBPACK_IMPORTED_MODULE_0__/* .shownId */ .f)(newest.id)}, has ${percent} % of the ${loss.what} that those before it ` +
                `have, expected at least ${Math.round(shrunkenBelow * 100)} %`,
        };
    }
    return null;
};
/** What is left of the bytes or of the files, whichever is less; null: nobody knows. */
function lossOf(newest, forerunners) {
    const losses = ['sizeBytes', 'fileCount'].flatMap((count) => {
        const usual = median(forerunners.map((item) => item[count]).filter((value) => value !== null));
        const own = newest[count];
        if (usual === null || usual === 0 || own === null)
            return [];
        return [{ share: own / usual, what: count === 'sizeBytes' ? 'bytes' : 'files' }];
    });
    return losses.sort((a, b) => a.share - b.share)[0] ?? null;
}
function median(values) {
    return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}
const future = (sorted, _limits, nowNs) => {
    const ahead = sorted.filter((item) => isAhead(item, nowNs));
    const [farthest] = ahead;
    if (farthest === undefined)
        return null;
    const byMs = Number((farthest.timeNs - nowNs) / 1000000n);
    return {
        reason: 'future',
        message: `${counted(ahead)} from the future, the farthest, ${(0,_item_js__WEBPACK_IMPORTED_MODULE_0__/* .shownId */ .f)(farthest.id)}, by ${ageText(byMs)}: a clock is wrong, ` +
            'or somebody forged it',
    };
};
/** Whether it says that it was taken later than now. */
function isAhead({ timeNs }, nowNs) {
    return (0,_repository_future_js__WEBPACK_IMPORTED_MODULE_1__/* .isFromFuture */ .S5)(timeNs, nowNs);
}
const flood = (sorted, { maxAgeMs }) => {
    const items = sorted.filter((item) => !item.leftover);
    const times = items.map(({ timeNs }) => timeNs);
    for (const { spanMs, words, most: usual } of FLOODS) {
        const most = maxAgeMs === null ? usual : Math.max(MIN_FLOOD, (FLOOD_FACTOR * spanMs) / maxAgeMs);
        const densest = mostWithin(times, toNs(spanMs));
        if (densest <= most)
            continue;
        return {
            reason: 'flood',
            message: `${counted(items.slice(0, densest))} within ${words}, expected at most ${Math.floor(most)}: somebody may have forged them`,
        };
    }
    return null;
};
/** How many of `times`, newest first, lie within the span that has the most. */
function mostWithin(times, spanNs) {
    let most = 0;
    let first = 0;
    for (const [last, timeNs] of times.entries()) {
        while (times[first] - timeNs >= spanNs)
            first++;
        most = Math.max(most, last - first + 1);
    }
    return most;
}
/**
 * Whether backups of different paths alternate in a group: of a target of which two jobs each save a part. A changed
 * configuration makes one set of paths follow the other.
 */
function judgeMixture(items) {
    const sets = items
        .filter((item) => !item.leftover)
        .toSorted(_item_js__WEBPACK_IMPORTED_MODULE_0__/* .newestFirst */ .l)
        .map(pathsOf);
    const turns = sets.filter((paths, i) => paths !== sets[i - 1]).length;
    const kinds = new Set(sets).size;
    if (turns <= kinds)
        return null;
    return {
        reason: 'mixed-paths',
        message: `${items[0]?.noun}s of ${kinds} different sets of paths take turns, expected one set: the policy would keep only one of them ` +
            'where it keeps the newest. Give each job a target of its own, or add `paths` to group-by',
    };
}
/** The same for items of the same set of paths, and for no others. */
function pathsOf({ paths }) {
    return JSON.stringify(paths.length < 2 ? paths : paths.toSorted());
}
function counted({ length, 0: first }) {
    return length === 1 ? `1 ${first?.noun} is` : `${length} ${first?.noun}s are`;
}
/** `3d4h`, `30h` below two days, `12m` below an hour. */
function ageText(ms) {
    const hours = Math.floor(ms / HOUR_MS);
    if (hours < 1)
        return `${Math.floor(ms / 60_000)}m`;
    if (hours < 48)
        return `${hours}h`;
    return hours % 24 === 0 ? `${hours / 24}d` : `${Math.floor(hours / 24)}d${hours % 24}h`;
}
function toNs(ms) {
    return BigInt(Math.round(ms)) * 1000000n;
}


/***/ }),

/***/ 40510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Az: () => (/* binding */ groupItems),
/* harmony export */   K0: () => (/* binding */ BY_TARGET),
/* harmony export */   c6: () => (/* binding */ groupNameOf),
/* harmony export */   qV: () => (/* binding */ groupKeyOf)
/* harmony export */ });
/** A target: what a backup is of, whatever it is grouped by. */
const BY_TARGET = { host: true, paths: false, tags: false, target: true };
function groupKeyOf(item, by) {
    const ofNone = by.target && item.target === null;
    return {
        hostname: by.host || by.target ? item.hostname : null,
        target: by.target ? item.target : null,
        paths: by.paths || ofNone ? item.paths.toSorted() : null,
        tags: by.tags ? item.tags.toSorted() : null,
    };
}
/** A plan asks for an item's target several times, and a report makes four plans of each of many items. */
const targetNames = new WeakMap();
/** A name for a group, the same for all its items and no others. */
function groupNameOf(item, by) {
    if (by !== BY_TARGET)
        return JSON.stringify(groupKeyOf(item, by));
    const known = targetNames.get(item) ?? JSON.stringify(groupKeyOf(item, by));
    targetNames.set(item, known);
    return known;
}
/** Items by their group's name, in the order in which the groups come up. */
function groupItems(items, by) {
    return Map.groupBy(items, (item) => groupNameOf(item, by));
}


/***/ }),

/***/ 1298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ shownId),
/* harmony export */   l: () => (/* binding */ newestFirst)
/* harmony export */ });
/** What a person is shown of an ID: of a hash its beginning, of an archive's, which tells more, all of it. */
function shownId(id) {
    return /^[0-9a-f]{64}$/.test(id) ? id.slice(0, 8) : id;
}
/** Newest first; of the same moment by ID, so that two runs choose alike. */
function newestFirst(a, b) {
    if (a.timeNs !== b.timeNs)
        return a.timeNs > b.timeNs ? -1 : 1;
    return a.id < b.id ? -1 : 1;
}


/***/ }),

/***/ 89498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mq: () => (/* binding */ PROTECT_REASONS),
/* harmony export */   SA: () => (/* binding */ planRetention),
/* harmony export */   _X: () => (/* binding */ protectionsOf),
/* harmony export */   je: () => (/* binding */ targetName),
/* harmony export */   zq: () => (/* binding */ LOCK_REASON)
/* harmony export */ });
/* unused harmony export KEEP_NOTHING */
/* harmony import */ var _freeze_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52154);
/* harmony import */ var _group_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40510);
/* harmony import */ var _item_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1298);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(418);




function targetName(item) {
    return (0,_group_js__WEBPACK_IMPORTED_MODULE_0__/* .groupNameOf */ .c6)(item, _group_js__WEBPACK_IMPORTED_MODULE_0__/* .BY_TARGET */ .K0);
}
const PROTECT_REASONS = ['newest', 'verified', 'kept'];
/** Why a policy isn't followed at all, whatever there is: locks end before what they hold may go. */
const LOCK_REASON = 'short-lock';
/** Decides upon every selected item. Removes nothing. */
function planRetention(request) {
    const selected = request.items.filter(request.isSelected);
    const groups = [...(0,_group_js__WEBPACK_IMPORTED_MODULE_0__/* .groupItems */ .Az)(selected, request.groupBy).values()];
    const frozen = frozenTargets(request, groups);
    const holds = holdsOf(frozen, request, groups);
    const complete = request.items.filter((item) => item.complete && !(0,_freeze_js__WEBPACK_IMPORTED_MODULE_1__/* .isAhead */ .Y0)(item, request.clock.nowNs));
    const guards = { holds, protections: protectionsOf(request), completeOf: (0,_group_js__WEBPACK_IMPORTED_MODULE_0__/* .groupItems */ .Az)(complete, _group_js__WEBPACK_IMPORTED_MODULE_0__/* .BY_TARGET */ .K0) };
    return { groups: groups.map((items) => planGroup(items, request, guards)), frozen };
}
/** What protects single items: the newest complete one of each target, the last that was verified, what was to stay. */
function protectionsOf({ items, verified, isReleased, clock, }) {
    const protections = new Map();
    const protect = (item, protection) => {
        if (item === undefined)
            return;
        protections.set(item, [...(protections.get(item) ?? []), protection]);
    };
    const isVerified = ({ id, formerIds }) => [id, ...formerIds].some((one) => verified.has(one));
    for (const target of (0,_group_js__WEBPACK_IMPORTED_MODULE_0__/* .groupItems */ .Az)(items, _group_js__WEBPACK_IMPORTED_MODULE_0__/* .BY_TARGET */ .K0).values()) {
        const sorted = target.toSorted(_item_js__WEBPACK_IMPORTED_MODULE_2__/* .newestFirst */ .l);
        const newest = { reason: 'newest', words: `newest complete ${target[0]?.noun}` };
        // One from the future may be forged: it must not stand in front of the true one.
        protect(sorted.find((item) => item.complete && !(0,_freeze_js__WEBPACK_IMPORTED_MODULE_1__/* .isAhead */ .Y0)(item, clock.nowNs)) ??
            sorted.find((item) => item.complete), newest);
        protect(sorted.find(isVerified), { reason: 'verified', words: 'last one that a drill verified' });
    }
    for (const item of items) {
        if (item.keptBecause === null || isReleased(item))
            continue;
        const words = item.keptBecause === '' ? 'kept until taken back' : `kept because: ${item.keptBecause}`;
        protect(item, { reason: 'kept', words });
    }
    return protections;
}
function planGroup(items, request, guards) {
    const counted = items.filter(({ leftover }) => !leftover);
    const verdicts = (0,_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .applyPolicy */ .V)(counted, request.policy, request.clock);
    const matchesOf = new Map(verdicts.map(({ item, matches }) => [item, matches]));
    const decisions = items.toSorted(_item_js__WEBPACK_IMPORTED_MODULE_2__/* .newestFirst */ .l).map((item) => {
        const matches = matchesOf.get(item) ?? [];
        const others = [...leftoverReasons(item, request, guards), ...ownReasons(item, request, guards)];
        if (matches.length + others.length > 0)
            return { item, keep: true, matches, others };
        return { item, keep: false, matches, others: [whyRemoved(item, request)] };
    });
    const isKept = ({ matches, item }) => matches.length > 0 || guards.protections.get(item)?.some(({ reason }) => reason === 'kept');
    const keepsNone = counted.length > 0 &&
        !(0,_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .isEmptyPolicy */ .k)(request.policy) &&
        !decisions.some((one) => !one.item.leftover && isKept(one));
    return { key: (0,_group_js__WEBPACK_IMPORTED_MODULE_0__/* .groupKeyOf */ .qV)(items[0], request.groupBy), decisions, keepsNone };
}
/** What a run left that was cut off is worth something until a complete one came after it. */
function leftoverReasons(item, { policy }, { completeOf }) {
    if (!item.leftover || (0,_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .isEmptyPolicy */ .k)(policy))
        return [];
    const after = completeOf.get(targetName(item)) ?? [];
    if (!after.some((complete) => supersedes(complete, item)))
        return [`no complete ${item.noun} with all of its paths came after it`];
    // What a person marked to be kept is kept, whatever it is.
    return (0,_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .applyPolicy */ .V)([item], { ...KEEP_NOTHING, tags: policy.tags }, { nowNs: 0n })[0]?.matches ?? [];
}
/** A complete one of the same target that has all of its paths. */
function supersedes(complete, leftover) {
    return (0,_item_js__WEBPACK_IMPORTED_MODULE_2__/* .newestFirst */ .l)(complete, leftover) < 0 && leftover.paths.every((path) => complete.paths.includes(path));
}
const NOTHING = { years: 0, months: 0, days: 0, hours: 0 };
const KEEP_NOTHING = {
    last: 0,
    hourly: 0,
    daily: 0,
    weekly: 0,
    monthly: 0,
    yearly: 0,
    within: NOTHING,
    withinHourly: NOTHING,
    withinDaily: NOTHING,
    withinWeekly: NOTHING,
    withinMonthly: NOTHING,
    withinYearly: NOTHING,
    tags: [],
};
/** Why an item stays whatever the policy says. */
function ownReasons(item, { policy, despite }, { holds, protections }) {
    // Who has all removed has named them all: but not what was verified, or was to stay.
    const isOverridden = ({ reason }) => (0,_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .isEmptyPolicy */ .k)(policy) && (reason === 'newest' || despite.has(reason));
    const words = (protections.get(item) ?? []).filter((one) => !isOverridden(one)).map((one) => one.words);
    const hold = holds.get(item) ?? [];
    return hold.length === 0 ? words : [...words, `frozen: ${hold.join(', ')}`];
}
function whyRemoved(item, { policy }) {
    if ((0,_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .isEmptyPolicy */ .k)(policy))
        return 'all are to go';
    return item.leftover ? 'incomplete, and a complete one came after it' : 'no rule keeps it';
}
/** Every target of which something is selected, with what speaks against removing any of it. */
function frozenTargets({ items, isSelected, groupBy, limits, despite, clock, policy }, groups) {
    const found = [];
    const add = (item, freeze) => {
        if (freeze === null)
            return;
        const { hostname, target, paths } = (0,_group_js__WEBPACK_IMPORTED_MODULE_0__/* .groupKeyOf */ .qV)(item, _group_js__WEBPACK_IMPORTED_MODULE_0__/* .BY_TARGET */ .K0);
        const key = { hostname: hostname ?? '', target, paths };
        found.push({ ...key, name: targetName(item), freeze, overridden: despite.has(freeze.reason) });
    };
    for (const target of (0,_group_js__WEBPACK_IMPORTED_MODULE_0__/* .groupItems */ .Az)(items, _group_js__WEBPACK_IMPORTED_MODULE_0__/* .BY_TARGET */ .K0).values()) {
        if (!target.some(isSelected))
            continue;
        for (const freeze of (0,_freeze_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeTarget */ .dM)(target, limits, clock.nowNs))
            add(target[0], freeze);
    }
    if (!groupBy.target || groupBy.paths || (0,_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .isEmptyPolicy */ .k)(policy))
        return found;
    for (const group of groups)
        add(group[0], (0,_freeze_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeMixture */ .gB)(group));
    return found;
}
/** Forged backups displace those beside them in the same group, whatever target they say they are of. */
const SPREADING = ['future', 'flood'];
function holdsOf(frozen, { items }, groups) {
    const byTarget = new Map();
    for (const { name, freeze, overridden } of frozen) {
        if (!overridden)
            byTarget.set(name, (byTarget.get(name) ?? new Set()).add(freeze.reason));
    }
    const reasonsOf = (item) => byTarget.get(targetName(item)) ?? new Set();
    const holds = new Map(items.map((item) => [item, new Set(reasonsOf(item))]));
    for (const group of groups) {
        const all = new Set(group.flatMap((item) => [...reasonsOf(item)]));
        for (const reason of SPREADING.filter((one) => all.has(one)))
            for (const item of group)
                holds.get(item)?.add(reason);
    }
    return new Map([...holds].map(([item, reasons]) => [item, [...reasons]]));
}


/***/ }),

/***/ 418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ applyPolicy),
  k: () => (/* binding */ isEmptyPolicy)
});

;// CONCATENATED MODULE: ./build/retention/calendar.js
const MACHINE_ZONE = (timeMs) => -60 * new Date(timeMs).getTimezoneOffset();
const NS_PER_MS = 1000000n;
const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 24 * MS_PER_HOUR;
const NS_PER_HOUR = BigInt(MS_PER_HOUR) * NS_PER_MS;
/** The hour, day, ISO week, month and year of a moment in its own zone: numbers that differ where the periods do. */
function periodsOf(moment) {
    const date = new Date(wallMs(moment));
    const year = date.getUTCFullYear();
    const month = year * 100 + date.getUTCMonth() + 1;
    const day = month * 100 + date.getUTCDate();
    return { year, month, week: isoWeek(date), day, hour: day * 100 + date.getUTCHours() };
}
/** A week belongs to the year that its Thursday is in. */
function isoWeek(date) {
    const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * MS_PER_DAY);
    const year = thursday.getUTCFullYear();
    const newYear = new Date(0);
    newYear.setUTCFullYear(year, 0, 1);
    return year * 100 + Math.floor((thursday.getTime() - newYear.getTime()) / MS_PER_DAY / 7) + 1;
}
/**
 * The moment `span` before `moment`, as Go's `AddDate` has it and so restic: years, months and days by the calendar of
 * the moment's zone (a month before 31 March is 3 March), then the hours. Go takes a zone that is the machine's own at
 * that moment for the machine's, with its summer time; `machineZone` says what that is.
 *
 * @returns Nanoseconds since 1970; null for what lies before all that a Date can be.
 */
function goBack(moment, span, machineZone) {
    const { zoneSeconds } = moment;
    const date = new Date(wallMs(moment));
    const restNs = moment.timeNs - floorMs(moment.timeNs) * NS_PER_MS;
    date.setUTCFullYear(date.getUTCFullYear() - span.years, date.getUTCMonth() - span.months, date.getUTCDate() - span.days);
    const wall = date.getTime();
    if (Number.isNaN(wall))
        return null;
    const isMachines = zoneSeconds !== 0 && machineZone(Number(floorMs(moment.timeNs))) === zoneSeconds;
    const offsetSeconds = isMachines ? offsetAtWall(wall, machineZone) : zoneSeconds;
    return BigInt(wall - offsetSeconds * 1000) * NS_PER_MS + restNs - BigInt(span.hours) * NS_PER_HOUR;
}
/** Go's choice where a clock's time comes twice or not at all: it looks the offset up as if the time were UTC's first. */
function offsetAtWall(wall, machineZone) {
    const first = machineZone(wall);
    return first === 0 ? 0 : machineZone(wall - first * 1000);
}
/** What a clock in the moment's zone shows, as if it were UTC's. */
function wallMs({ timeNs, zoneSeconds }) {
    return Number(floorMs(timeNs)) + zoneSeconds * 1000;
}
function floorMs(ns) {
    const ms = ns / NS_PER_MS;
    return ns < 0n && ns % NS_PER_MS !== 0n ? ms - 1n : ms;
}

// EXTERNAL MODULE: ./build/retention/item.js
var item = __webpack_require__(1298);
// EXTERNAL MODULE: ./build/retention/span.js
var retention_span = __webpack_require__(77461);
;// CONCATENATED MODULE: ./build/retention/policy.js



/** Of each kind: its part of the policy, the period of which it keeps the newest (null: each is its own), restic's words. */
const COUNTED = [
    ['last', null, 'last snapshot'],
    ['hourly', 'hour', 'hourly snapshot'],
    ['daily', 'day', 'daily snapshot'],
    ['weekly', 'week', 'weekly snapshot'],
    ['monthly', 'month', 'monthly snapshot'],
    ['yearly', 'year', 'yearly snapshot'],
];
const WITHIN = [
    ['withinHourly', 'hour', 'hourly within'],
    ['withinDaily', 'day', 'daily within'],
    ['withinWeekly', 'week', 'weekly within'],
    ['withinMonthly', 'month', 'monthly within'],
    ['withinYearly', 'year', 'yearly within'],
];
/** Whether it would keep nothing, whatever there is: restic takes that for a mistake. */
function isEmptyPolicy(policy) {
    return (policy.tags.length === 0 &&
        COUNTED.every(([kind]) => policy[kind] === 0) &&
        [policy.within, ...WITHIN.map(([kind]) => policy[kind])].every(retention_span/* isNoSpan */.ck));
}
/**
 * What the policy keeps of one group, newest first: exactly what restic 0.19 keeps (`ApplyPolicy` in its
 * internal/data/snapshot_policy.go), with the same reasons. Calendars are those of each item's own zone; spans are
 * counted back from the newest item that isn't in the future.
 */
function applyPolicy(items, policy, clock) {
    const sorted = items.toSorted(item/* newestFirst */.l);
    const rules = rulesOf(policy, newestUntil(sorted, clock.nowNs), clock.machineZone ?? MACHINE_ZONE);
    return sorted.map((item, nr) => {
        const at = { item, nr, periods: periodsOf(item), isOldest: nr === sorted.length - 1 };
        return { item, matches: rules.flatMap((rule) => rule(at)) };
    });
}
function rulesOf(policy, newest, machineZone) {
    const since = (span) => goBack(newest, span, machineZone);
    const rules = policy.tags.map(tagRule);
    if (!(0,retention_span/* isNoSpan */.ck)(policy.within))
        rules.push(withinRule(policy.within, since(policy.within)));
    for (const [kind, period, words] of COUNTED)
        if (policy[kind] > 0)
            rules.push(countedRule(policy[kind], period, words));
    for (const [kind, period, words] of WITHIN) {
        const span = policy[kind];
        if (!(0,retention_span/* isNoSpan */.ck)(span))
            rules.push(periodsWithinRule(`${words} ${(0,retention_span/* spanText */.Cp)(span)}`, period, since(span)));
    }
    return rules;
}
/** Go's zero time, for a group whose items are all in the future: then all are within any span of it. */
const YEAR_ONE = { timeNs: -62135596800000000000n, zoneSeconds: 0 };
function newestUntil(sorted, nowNs) {
    return sorted.find(({ timeNs }) => timeNs < nowNs && timeNs > YEAR_ONE.timeNs) ?? YEAR_ONE;
}
function tagRule(wanted) {
    return ({ item }) => (hasTags(item.tags, wanted) ? [`has tags [${wanted.join(', ')}]`] : []);
}
/** As restic's: in their order, and an empty one ends the question for an item without tags. */
function hasTags(tags, wanted) {
    for (const tag of wanted) {
        if (tag === '' && tags.length === 0)
            return true;
        if (!tags.includes(tag))
            return false;
    }
    return true;
}
function withinRule(span, sinceNs) {
    return ({ item }) => (isAfter(item, sinceNs) ? [`within ${(0,retention_span/* spanText */.Cp)(span)}`] : []);
}
/** The newest of each of the `count` newest periods; and the oldest of all while some are left, for a longer history. */
function countedRule(count, period, words) {
    let left = count;
    let last = null;
    return ({ nr, periods, isOldest }) => {
        const value = period === null ? nr : periods[period];
        const isSame = value === last;
        if (left <= 0 || (isSame && !isOldest))
            return [];
        last = value;
        left--;
        return [isSame ? `oldest ${words}` : words];
    };
}
/** The newest of each period that began to count at `sinceNs`. */
function periodsWithinRule(words, period, sinceNs) {
    let last = null;
    return ({ item, periods, isOldest }) => {
        const isSame = periods[period] === last;
        if (!isAfter(item, sinceNs) || (isSame && !isOldest))
            return [];
        last = periods[period];
        return [isSame ? `oldest ${words}` : words];
    };
}
function isAfter({ timeNs }, sinceNs) {
    return sinceNs === null || timeNs > sinceNs;
}


/***/ }),

/***/ 77461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cp: () => (/* binding */ spanText),
/* harmony export */   ck: () => (/* binding */ isNoSpan),
/* harmony export */   vI: () => (/* binding */ NO_SPAN),
/* harmony export */   wr: () => (/* binding */ parseSpan)
/* harmony export */ });
const NO_SPAN = { years: 0, months: 0, days: 0, hours: 0 };
const UNITS = { y: 'years', m: 'months', d: 'days', h: 'hours' };
/** Of one unit; more would leave what a clock can count. */
const MAX_DIGITS = 6;
const PARTS = new RegExp(`^(?:\\d{1,${MAX_DIGITS}}[ymdh])*$`);
/** A span as restic writes it, or null. Of a unit that is given twice the last counts, as for restic. */
function parseSpan(text) {
    const trimmed = text.trim();
    if (!PARTS.test(trimmed))
        return null;
    const span = { ...NO_SPAN };
    for (const [, amount, unit] of trimmed.matchAll(/(\d+)([ymdh])/g))
        span[UNITS[unit]] = Number(amount);
    return span;
}
/** restic's `String()`: units that are none are left out. */
function spanText(span) {
    return Object.entries(UNITS)
        .map(([letter, unit]) => (span[unit] === 0 ? '' : `${span[unit]}${letter}`))
        .join('');
}
function isNoSpan(span) {
    return spanText(span) === '';
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


/***/ }),

/***/ 85963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseSize),
/* harmony export */   l: () => (/* binding */ parseLargestSize)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

const UNITS = {
    '': 1n,
    b: 1n,
    k: 1n << 10n,
    m: 1n << 20n,
    g: 1n << 30n,
    t: 1n << 40n,
};
/** restic keeps it in a signed 64-bit number. */
const MAX_SIZE_BYTES = 2n ** 63n - 1n;
/**
 * A size as restic reads it: a whole number with an optional unit `b`, `k`, `m`, `g` or `t` (of 1024), in any case.
 * @param name Of the flag or input, for the message.
 * @throws HoldfastError bad-input.
 */
function parseSize(text, name) {
    const match = /^\+?(\d+)([bkmgt]?)$/i.exec(text.trim());
    const unit = UNITS[match?.[2]?.toLowerCase() ?? '-'];
    const size = match?.[1] === undefined || unit === undefined ? null : BigInt(match[1]) * unit;
    if (size !== null && size <= MAX_SIZE_BYTES)
        return size;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected a whole number with an optional unit such as 500M or 2g.`);
}
/**
 * The size above which files are left out.
 * @throws HoldfastError bad-input, also for none at all: nothing but empty files would be saved.
 */
function parseLargestSize(text, name) {
    const size = parseSize(text, name);
    if (size > 0n)
        return size;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, by which every file with something in it would be left out, expected a size such as 500M. Leave it away to save all.`);
}


/***/ })

};
