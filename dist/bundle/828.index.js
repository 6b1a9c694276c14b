export const id = 828;
export const ids = [828];
export const modules = {

/***/ 27:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ annotateBlocked)
/* harmony export */ });
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30284);

/** The runner shows ten of a level. */
const MAX_ANNOTATIONS = 9;
/** Tells of each target that can't be planned, as the configuration has it, why; of the last ones the log alone. */
function annotateBlocked(title, blocked, tell) {
    for (const { target, why } of blocked.slice(0, MAX_ANNOTATIONS))
        tell(title, `${target}: ${why}.`);
    for (const { target, why } of blocked.slice(MAX_ANNOTATIONS))
        _github_log_js__WEBPACK_IMPORTED_MODULE_0__/* .log */ .Rm.info(`${target}: ${title.charAt(0).toLowerCase()}${title.slice(1)}: ${why}.`);
}


/***/ }),

/***/ 38110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ storageTools),
/* harmony export */   j: () => (/* binding */ accessHere)
/* harmony export */ });
/* harmony import */ var _config_storage_access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34545);
/* harmony import */ var _github_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45907);
/* harmony import */ var _archives_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84649);
/* harmony import */ var _storage_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22465);




/** How a storage of `backup.yml` is reached in a job: by the variables that it names, or by a role. @throws HoldfastError bad-input. */
function accessHere(storage) {
    return (0,_config_storage_access_js__WEBPACK_IMPORTED_MODULE_0__/* .storageAccess */ .Q)(storage, { env: process.env, onSecret: _github_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .mask */ .dK, role: _storage_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .roleFor */ .IJ });
}
/** What one is read by. */
function storageTools(tools) {
    return {
        signal: tools.signal,
        caFile: process.env['RESTIC_CACERT'] || undefined,
        onInfo: (message) => tools.reporter.onInfo(message),
        onWarning: (message) => tools.reporter.onWarning(message),
        openArchives: (access) => (0,_archives_js__WEBPACK_IMPORTED_MODULE_3__/* .openArchives */ .aB)(access, tools),
    };
}


/***/ }),

/***/ 72166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ requireHandedOn)
/* harmony export */ });
/* harmony import */ var _github_annotations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68492);
/* harmony import */ var _github_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45907);


/**
 * Fails where GitHub won't hand `matrix` on to the next job: it drops every output in which a secret stands, with no more
 * than a warning, and then there is no job at all.
 */
function requireHandedOn(matrix) {
    if ((0,_github_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutSecrets */ .cT)(matrix) === matrix)
        return;
    (0,_github_annotations_js__WEBPACK_IMPORTED_MODULE_1__/* .fail */ .fJ)('GitHub drops this plan', 'The name of a target that is due, of its host or of its storage holds the value of a secret, such as a password that is ' +
        'the application’s name. GitHub hands no such output on, so that the next job has no matrix, and does nothing for any ' +
        'target. Change that secret; or, if it is none, write it into the configuration, or rename the target, host or storage.');
}


/***/ }),

/***/ 47076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planOthers: () => (/* binding */ planOthers)
});

// EXTERNAL MODULE: ./build/audit/context.js
var context = __webpack_require__(17379);
;// CONCATENATED MODULE: ./build/audit/drilled.js

/**
 * What a repository and the evidence beside it say of each target. Evidence from the future, of a clock that was wrong, counts
 * for nothing, as with the audit: by it a target would never be due again.
 */
function drilledIn(drills, history, nowMs) {
    return (target) => {
        const own = drills
            .filter((drill) => (0,context/* isDrillOf */.z)(drill, target))
            .map(({ record }) => record)
            .filter(({ timeMs }) => timeMs <= nowMs);
        return {
            hasBackup: history(target.hostname ?? '', target.name) !== null,
            triedMs: newest(own.map(({ timeMs }) => timeMs)),
            provedMs: newest(own.filter(({ passed }) => passed).map(({ timeMs }) => timeMs)),
        };
    };
}
function newest(times) {
    return times.length === 0 ? null : Math.max(...times);
}

// EXTERNAL MODULE: ./build/backends/location.js + 6 modules
var backends_location = __webpack_require__(68713);
// EXTERNAL MODULE: ./build/backends/retry.js
var retry = __webpack_require__(65534);
// EXTERNAL MODULE: ./build/config/checkout.js
var checkout = __webpack_require__(18443);
// EXTERNAL MODULE: ./build/config/defaults.js
var defaults = __webpack_require__(91573);
// EXTERNAL MODULE: ./build/config/find-target.js
var find_target = __webpack_require__(32520);
// EXTERNAL MODULE: ./build/age.js
var age = __webpack_require__(55067);
// EXTERNAL MODULE: ./build/config/plan.js
var plan = __webpack_require__(31072);
;// CONCATENATED MODULE: ./build/config/other-plans.js


/** A target without a `drill` of its own is drilled once a quarter. */
const DEFAULT_DRILL_EVERY = '90d';
/**
 * Which targets `work` can be done for, and which not, since a name in the configuration leads nowhere. Who left those out would
 * drill nothing of them, or remove nothing, for ever, and nobody would see it.
 */
function reachableFor(work, targets) {
    const judged = targets.map((target) => ({ target, why: whyUnreachable(work, target) }));
    return {
        reachable: judged.filter(({ why }) => why === null).map(({ target }) => target),
        blocked: judged.flatMap(({ target, why }) => (why === null ? [] : [{ target: target.name, why }])),
    };
}
function whyUnreachable(work, { settings, host, storage, policy }) {
    const lead = { host, storage };
    for (const key of ['host', 'storage']) {
        if (lead[key] !== null)
            continue;
        return settings[key] === undefined ? `it has no \`${key}\`` : leadsNowhere(key, settings[key]);
    }
    const isPolicyMissing = work === 'retention' && settings.retention !== undefined && policy === null;
    return isPolicyMissing ? leadsNowhere('retention', settings.retention ?? '') : null;
}
function leadsNowhere(key, name) {
    return `its \`${key}\` is ${JSON.stringify(name)}, and there is no such in the configuration`;
}
/**
 * Which targets must be drilled now, the longest without a drill first: one that fails again and again keeps no other from its turn,
 * and stays due. Where there is no backup there is nothing to drill; that it is missing others tell.
 * @param known By storage; a text says why nobody knows: its targets are due then.
 */
function drillJobs(targets, known, nowMs) {
    const judged = targets.map((target) => {
        const drilledOf = known.get(target.settings.storage ?? '');
        if (typeof drilledOf !== 'function') {
            const why = `nobody knows when it was proved: ${drilledOf ?? 'nobody asked'}`;
            return { target, triedMs: null, isDue: true, why };
        }
        const drilled = drilledOf(target);
        return { target, triedMs: drilled.triedMs, ...judge(target, drilled, nowMs) };
    });
    return judged
        .toSorted((a, b) => (a.triedMs ?? Number.NEGATIVE_INFINITY) - (b.triedMs ?? Number.NEGATIVE_INFINITY) || 0)
        .map(({ target, isDue, why }) => ({ job: jobOf(target), isDue, why }));
}
function judge({ settings }, { hasBackup, provedMs }, nowMs) {
    if (!hasBackup)
        return { isDue: false, why: 'there is no complete backup of it yet' };
    if (provedMs === null)
        return { isDue: true, why: 'no drill has passed yet' };
    const everyMs = (0,age.parseAge)(settings.drill?.every ?? DEFAULT_DRILL_EVERY, '`drill.every`');
    const isDue = nowMs - provedMs >= everyMs;
    return { isDue, why: `proved on ${dayOf(provedMs)}, every ${dayCount(everyMs)}` };
}
const WEEK_MS = 604_800_000;
/**
 * Whose backups a policy removes. Where they are more than a matrix holds, those that stand first in it change every week: nothing is
 * seen of what was done, and the last ones would never have their turn.
 */
function retentionJobs(targets, nowMs) {
    const jobs = targets.map((target) => {
        const isDue = target.policy !== null;
        return {
            job: jobOf(target),
            isDue,
            why: isDue ? `by the policy ${target.settings.retention}` : 'it keeps all',
        };
    });
    const due = jobs.filter(({ isDue }) => isDue);
    if (due.length <= plan.MAX_MATRIX)
        return jobs;
    const first = (Math.floor(nowMs / WEEK_MS) * plan.MAX_MATRIX) % due.length;
    return [...due.slice(first), ...due.slice(0, first), ...jobs.filter(({ isDue }) => !isDue)];
}
function jobOf({ name, hostname, settings }) {
    return { target: name, host: hostname ?? '', storage: settings.storage ?? '' };
}
function dayOf(ms) {
    return new Date(ms).toISOString().slice(0, 10);
}
function dayCount(ms) {
    return `${Math.round(ms / 8_640_000) / 10} d`;
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/failure-text.js
var failure_text = __webpack_require__(53272);
// EXTERNAL MODULE: ./build/github/annotations.js
var annotations = __webpack_require__(68492);
// EXTERNAL MODULE: ./build/github/inputs.js
var inputs = __webpack_require__(52325);
// EXTERNAL MODULE: ./build/github/log.js
var log = __webpack_require__(30284);
// EXTERNAL MODULE: ./build/github/outputs.js
var outputs = __webpack_require__(31224);
// EXTERNAL MODULE: ./build/github/summary.js
var summary = __webpack_require__(13794);
// EXTERNAL MODULE: ./build/operations/plan.js + 1 modules
var operations_plan = __webpack_require__(33504);
// EXTERNAL MODULE: ./build/report/read-evidence.js
var read_evidence = __webpack_require__(62173);
// EXTERNAL MODULE: ./build/repository/open.js
var repository_open = __webpack_require__(65281);
// EXTERNAL MODULE: ./build/settings/unlocked.js
var unlocked = __webpack_require__(52395);
// EXTERNAL MODULE: ./build/actions/archives.js
var archives = __webpack_require__(84649);
// EXTERNAL MODULE: ./build/actions/blocked-targets.js
var blocked_targets = __webpack_require__(27);
// EXTERNAL MODULE: ./build/actions/configured-storage.js
var configured_storage = __webpack_require__(38110);
// EXTERNAL MODULE: ./build/actions/evidence-inputs.js
var evidence_inputs = __webpack_require__(36877);
// EXTERNAL MODULE: ./build/actions/handed-on-matrix.js
var handed_on_matrix = __webpack_require__(72166);
;// CONCATENATED MODULE: ./build/actions/plan-others.js
























/** Says of which targets another workflow than that of backups must do its work now. */
async function planOthers(work, tools) {
    const most = wholeInput('most') ?? Number.POSITIVE_INFINITY;
    const tellBlocked = (0,inputs/* choiceInput */.ij)('on-blocked', ['fail', 'warn']) === 'fail' ? annotations/* fail */.fJ : annotations/* warn */.R8;
    const root = process.env['GITHUB_WORKSPACE'] || process.cwd();
    const file = await (0,checkout.readFileOf)(root, (0,inputs/* textInput */._Z)('config') ?? defaults/* DEFAULT_CONFIG */.P);
    const { reachable, blocked } = reachableFor(work, (0,find_target.targetsIn)(file).targets);
    const jobs = await jobsOf(work, reachable, tools);
    const due = jobs
        .filter(({ isDue }) => isDue)
        .slice(0, most)
        .map(({ job }) => job);
    tell(work, { jobs, blocked, begun: due.length });
    const chunks = Math.max(1, Math.ceil(due.length / plan.MAX_MATRIX));
    const matrices = Array.from({ length: chunks }, (_, i) => ({
        include: due.slice(i * plan.MAX_MATRIX, (i + 1) * plan.MAX_MATRIX),
    }));
    (0,outputs/* setOutputs */.n0)({
        count: due.length,
        due: due.map(({ target }) => target).join('\n'),
        matrix: JSON.stringify(matrices[0]),
        matrices: JSON.stringify(matrices),
        blocked: blocked.map(({ target }) => target).join('\n'),
    });
    // After the outputs: whatever is due is done all the same.
    (0,handed_on_matrix/* requireHandedOn */.$)(JSON.stringify(matrices[0]));
    (0,blocked_targets/* annotateBlocked */.p)(`No ${work} is planned`, blocked, tellBlocked);
}
async function jobsOf(work, targets, tools) {
    switch (work) {
        case 'retention':
            return retentionJobs(targets, Date.now());
        case 'drill': {
            // What is kept as archives can't be drilled: the report says that it was never proved.
            const drilled = targets.filter((target) => target.storage?.repository !== undefined);
            const nowMs = Date.now();
            return drillJobs(drilled, await drillsOf(drilled, nowMs, tools), nowMs);
        }
    }
}
/** By storage. */
async function drillsOf(targets, nowMs, tools) {
    const known = new Map();
    for (const { settings, storage } of targets) {
        const name = settings.storage ?? '';
        if (storage === null || known.has(name))
            continue;
        try {
            known.set(name, await readDrills((0,configured_storage/* accessHere */.j)(storage), nowMs, tools));
        }
        catch (error) {
            if ((0,errors/* asHoldfastError */.C)(error)?.code === 'cancelled' || tools.signal.aborted)
                throw error;
            const why = (0,failure_text/* failureText */.k)(error).replace(/\.$/, '');
            (0,annotations/* warn */.R8)('What was drilled isn’t known', `Of the storage ${name}: ${why}. Its targets are due.`);
            known.set(name, why);
        }
    }
    return known;
}
async function readDrills(access, nowMs, tools) {
    const { signal } = tools;
    const onWarning = (message) => tools.reporter.onWarning(message);
    const caFile = process.env['RESTIC_CACERT'] || undefined;
    const backend = (0,retry/* withRetry */.b)(await (0,backends_location/* openBackend */.f2)(access.location, { caFile, s3: access.s3 }), {
        onRetry: (message) => tools.reporter.onInfo(message),
    });
    const repository = await (0,repository_open.openRepository)(backend, access.password ?? '', { signal, onWarning });
    try {
        const history = await (0,operations_plan/* repositoryHistory */.h5)(repository, nowMs, { signal, onUnreadable: onWarning });
        const place = {
            location: (0,inputs/* textInput */._Z)('evidence'),
            repository: access.location,
            open: (at) => (0,archives/* openArchives */.aB)({ location: at, s3: (0,unlocked/* unlocked */.Y)(access.s3) }, tools),
        };
        const key = (0,evidence_inputs.readEvidenceKey)();
        const { drills } = await (0,read_evidence/* readEvidence */.A)(repository, { place, key, signal, onWarning });
        return drilledIn(drills, history, nowMs);
    }
    finally {
        await repository.close();
    }
}
/** @throws HoldfastError bad-input for anything but a whole number of 1 or more. */
function wholeInput(name) {
    const text = (0,inputs/* textInput */._Z)(name);
    if (text === null)
        return null;
    if (/^[1-9]\d{0,5}$/.test(text))
        return Number(text);
    throw (0,inputs/* badInput */.AN)(name, text, 'a whole number of 1 or more');
}
function tell(work, { jobs, blocked, begun }) {
    for (const job of jobs)
        log/* log */.Rm.info(`${job.job.target}: ${job.isDue ? 'due' : 'not due'}: ${job.why}`);
    const row = (mark, target, why) => `| ${mark} | ${(0,summary/* markdownCode */.D9)(target)} | ${(0,summary/* escapeMarkdown */.FV)(why)} |`;
    const rows = [
        ...jobs.map(({ job, isDue, why }) => row(isDue ? '▶️' : '', job.target, why)),
        ...blocked.map(({ target, why }) => row('❌', target, why)),
    ];
    const due = jobs.filter(({ isDue }) => isDue).length;
    const title = `### ${due} of ${rows.length} due${begun < due ? `, ${begun} now` : ''}: ${work}`;
    (0,summary/* addSummary */.S0)([title, '', '| | target | why |', '| --- | --- | --- |', ...rows, ''].join('\n'));
}


/***/ }),

/***/ 42713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(95209);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91573);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(19473);
/* harmony import */ var _github_annotations_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68492);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52325);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(30284);
/* harmony import */ var _github_outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31224);
/* harmony import */ var _github_summary_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(13794);
/* harmony import */ var _blocked_targets_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(27);
/* harmony import */ var _configured_storage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38110);
/* harmony import */ var _handed_on_matrix_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72166);
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62528);












/** Says which targets of a `backup.yml` are due, as a job matrix. */
async function main() {
    await (0,_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .runStage */ .S)({ title: 'Planning failed', severity: 'fail' }, plan);
}
async function plan(tools) {
    const work = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .choiceInput */ .ij)('for', ['backup', 'drill', 'retention']);
    refuseUnheeded(work);
    if (work !== 'backup')
        return (await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 47076))).planOthers(work, tools);
    const [{ planOf, matricesOf, reasonText }, { readFileOf }, { openHistory }] = await Promise.all([
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 31072)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 18443)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 67266)),
    ]);
    const root = process.env['GITHUB_WORKSPACE'] || process.cwd();
    const onBlocked = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .choiceInput */ .ij)('on-blocked', ['fail', 'warn']);
    const nowMs = Date.now();
    const found = await planOf({
        file: await readFileOf(root, (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .textInput */ ._Z)('config') ?? _config_defaults_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_CONFIG */ .P),
        nowMs,
        historyOf: (storage) => openHistory((0,_configured_storage_js__WEBPACK_IMPORTED_MODULE_3__/* .accessHere */ .j)(storage), { nowMs, ...(0,_configured_storage_js__WEBPACK_IMPORTED_MODULE_3__/* .storageTools */ .N)(tools) }),
    });
    const matrices = matricesOf(found);
    const due = found.targets.filter((target) => target.due.isDue).map(({ target }) => target);
    (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .setOutputs */ .n0)({
        count: due.length,
        due: due.join('\n'),
        matrix: JSON.stringify(matrices[0]),
        matrices: JSON.stringify(matrices),
        blocked: found.blocked.map(({ target }) => target).join('\n'),
    });
    // After the outputs: whatever is due is run all the same.
    (0,_handed_on_matrix_js__WEBPACK_IMPORTED_MODULE_5__/* .requireHandedOn */ .$)(JSON.stringify(matrices[0]));
    tell(found, reasonText, onBlocked === 'fail' ? _github_annotations_js__WEBPACK_IMPORTED_MODULE_6__/* .fail */ .fJ : _github_annotations_js__WEBPACK_IMPORTED_MODULE_6__/* .warn */ .R8);
}
/** What is of drills alone. @throws HoldfastError bad-input where somebody takes it to be of other work, too. */
function refuseUnheeded(work) {
    if (work === 'drill')
        return;
    const given = ['most', 'evidence', 'evidence-key'].find((name) => (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .textInput */ ._Z)(name) !== null);
    if (given === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .HoldfastError */ .E('bad-input', `Cannot use the input \`${given}\` with \`for: ${work}\`: it is of no effect there, expected \`for: drill\`. Leave it out.`);
}
function tell(plan, reasonText, tellBlocked) {
    for (const target of plan.targets)
        _github_log_js__WEBPACK_IMPORTED_MODULE_8__/* .log */ .Rm.info(`${target.target}: ${reasonText(target)}`);
    const due = plan.targets.filter((target) => target.due.isDue);
    for (const { storage, unknown } of oncePerStorage(plan.targets))
        (0,_github_annotations_js__WEBPACK_IMPORTED_MODULE_6__/* .warn */ .R8)('What there is isn’t known', `Of the storage ${storage}: ${unknown?.replace(/\.$/, '')}. Its targets are due.`);
    (0,_blocked_targets_js__WEBPACK_IMPORTED_MODULE_9__/* .annotateBlocked */ .p)('A target can’t be backed up', plan.blocked, tellBlocked);
    const rows = [...plan.targets]
        .toSorted((a, b) => Number(b.due.isDue) - Number(a.due.isDue))
        .map((target) => {
        const cells = [
            (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_10__/* .markdownCode */ .D9)(target.target),
            (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_10__/* .markdownCode */ .D9)(target.hostname),
            (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_10__/* .escapeMarkdown */ .FV)(reasonText(target)),
        ];
        return `| ${target.due.isDue ? '▶️' : ''} | ${cells.join(' | ')} |`;
    });
    const blocked = plan.blocked.map(({ target, why }) => `| ❌ | ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_10__/* .markdownCode */ .D9)(target)} | | ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_10__/* .escapeMarkdown */ .FV)(why)} |`);
    (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_10__/* .addSummary */ .S0)([
        `### ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_11__.formatCounted)(due.length, 'target')} of ${plan.targets.length + plan.blocked.length} due`,
        '',
        '| | target | host | why |',
        '| --- | --- | --- | --- |',
        ...rows,
        ...blocked,
        '',
    ].join('\n'));
}
function oncePerStorage(targets) {
    const unknown = targets.filter((target) => target.unknown !== null);
    return unknown.filter(({ storage }, i) => unknown.findIndex((one) => one.storage === storage) === i);
}


/***/ }),

/***/ 17379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ drillsOf),
/* harmony export */   z: () => (/* binding */ isDrillOf)
/* harmony export */ });
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47508);

/** Of a target on its host, of its storage and its copy's, oldest first. */
function drillsOf(target, storages) {
    const places = [target.settings.storage, target.settings['copy-to']].filter((one) => one !== undefined);
    return places
        .flatMap((place) => storages.get(place)?.drills ?? [])
        .filter((drill) => isDrillOf(drill, target))
        .sort((a, b) => a.record.timeMs - b.record.timeMs);
}
/** Evidence has no name for files of no application in particular, a configuration has. */
function isDrillOf(drill, { name, hostname }) {
    return (drill.target ?? _repository_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_TARGET */ .Kv) === name && drill.hostname === hostname;
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

/***/ 71749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   it: () => (/* binding */ RECOVERY_EVERY),
/* harmony export */   iv: () => (/* binding */ drillsSinceOpened),
/* harmony export */   xX: () => (/* binding */ isTrialDue),
/* harmony export */   z7: () => (/* binding */ EARLIER_NAMED)
/* harmony export */ });
/** So much evidence a drill names of what was there before. */
const EARLIER_NAMED = 32;
/** Of so many drills one tries it, the first of all among them. */
const RECOVERY_EVERY = 4;
/** How many of the newest drills came after the last that has opened the repository with the recovery key; null: none has. */
function drillsSinceOpened(oldestFirst) {
    const last = oldestFirst.findLastIndex(({ predicate }) => predicate.recovery_key?.state === 'opened');
    return last < 0 ? null : oldestFirst.length - 1 - last;
}
/** @param drillsSince See RecoveryTrial. */
function isTrialDue(drillsSince) {
    return drillsSince === null || drillsSince >= RECOVERY_EVERY - 1;
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

/***/ 62173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readEvidence)
/* harmony export */ });
/* unused harmony export foundDrill */
/* harmony import */ var _backends_location_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68713);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63509);
/* harmony import */ var _drills_recovery_trial_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71749);
/* harmony import */ var _drills_statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79310);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _operations_evidence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5202);
/* harmony import */ var _repository_tags_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(47508);







/**
 * The drills and restores of which there is evidence beside the repository, oldest first. What can't be read is told, and is no
 * evidence: the targets then stand there as never proved.
 */
async function readEvidence(repository, options) {
    const { place, key, signal, onWarning } = options;
    try {
        // One object that somebody spoilt must not hide all others: a drill that failed among them.
        const onDamaged = (message) => onWarning(`Some evidence does not count: ${message}`);
        const all = await (0,_operations_evidence_js__WEBPACK_IMPORTED_MODULE_0__.listEvidence)(place, repository, key, signal, onDamaged);
        const found = all.filter((one) => counts(one, options));
        const drills = found.filter(_operations_evidence_js__WEBPACK_IMPORTED_MODULE_0__.isOfDrill);
        tellOfRecoveryKey(drills, options);
        return {
            drills: drills.map(foundDrill),
            restores: found.flatMap(({ name, statement }) => (0,_drills_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .isDrill */ .KH)(statement) ? [] : [foundRestore(name, statement)]),
        };
    }
    catch (error) {
        const known = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asHoldfastError */ .C)(error);
        if (known === null || signal.aborted)
            throw error;
        onWarning(`No evidence of drills counts: ${known.message}`);
        return { drills: [], restores: [] };
    }
}
/** A recovery key that nobody has tried for long may be one that nobody has any more. */
function tellOfRecoveryKey(drills, { place, onWarning }) {
    if (drills.length === 0)
        return;
    const since = (0,_drills_recovery_trial_js__WEBPACK_IMPORTED_MODULE_3__/* .drillsSinceOpened */ .iv)(drills.map(({ statement }) => statement));
    if (since !== null && since <= _drills_recovery_trial_js__WEBPACK_IMPORTED_MODULE_3__/* .RECOVERY_EVERY */ .it)
        return;
    const last = since === null ? 'No drill has' : `None of the last ${since} drills has`;
    onWarning(`${last} opened the repository ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)((0,_backends_location_js__WEBPACK_IMPORTED_MODULE_5__/* .redactUrl */ .BO)(place.repository))} with its recovery key: give drills the recovery code ` +
        '(`recovery-code`, or HOLDFAST_RECOVERY_CODE), of which every fourth tries it.');
}
function counts({ name, signature }, { key, onWarning }) {
    if (key === null || signature === 'valid')
        return true;
    onWarning(`The evidence ${name} does not count: ${signature === 'none' ? 'nobody has signed it' : 'another key signed it'}.`);
    return false;
}
function foundDrill({ name, statement: { predicate } }) {
    const { snapshot, started, result, reasons, recovery_time: time, checks, left_out: leftOut } = predicate;
    const timeMs = Date.parse(started);
    const restoreMs = time?.restore_ms;
    return {
        target: snapshot.target === _repository_tags_js__WEBPACK_IMPORTED_MODULE_6__/* .DEFAULT_TARGET */ .Kv ? null : snapshot.target,
        hostname: snapshot.hostname,
        record: {
            id: name,
            timeMs: Number.isNaN(timeMs) ? 0 : timeMs,
            snapshotId: snapshot.id,
            passed: result === 'passed',
            reasons: reasons.map(String),
            restoreMs: typeof restoreMs === 'number' ? restoreMs : null,
            leftOut: (leftOut ?? []).map(String),
            provesWhole: (0,_drills_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .provesWhole */ .dy)(predicate),
            checks: checks.map(checkOf),
        },
    };
}
function foundRestore(name, { predicate }) {
    const { snapshot, started, result, reasons, what, to, done } = predicate;
    const timeMs = Date.parse(started);
    return {
        target: snapshot.target === _repository_tags_js__WEBPACK_IMPORTED_MODULE_6__/* .DEFAULT_TARGET */ .Kv ? null : snapshot.target,
        hostname: snapshot.hostname,
        record: {
            id: name,
            timeMs: Number.isNaN(timeMs) ? 0 : timeMs,
            snapshotId: snapshot.id,
            succeeded: result === 'restored',
            what: String(what),
            to: String(to),
            lines: [...reasons, ...done].map(String),
        },
    };
}
function checkOf({ name, expected, found, result }) {
    const known = result === 'passed' || result === 'failed' ? result : 'could-not-run';
    return { name: String(name), expected: String(expected), found: String(found), result: known };
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
