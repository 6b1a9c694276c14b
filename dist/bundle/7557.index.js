export const id = 7557;
export const ids = [7557];
export const modules = {

/***/ 12579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  audit: () => (/* binding */ audit)
});

// EXTERNAL MODULE: ./build/config/audit-rules.js
var audit_rules = __webpack_require__(77610);
// EXTERNAL MODULE: ./build/config/find-target.js
var find_target = __webpack_require__(32520);
// EXTERNAL MODULE: ./build/config/finding.js
var finding = __webpack_require__(38918);
// EXTERNAL MODULE: ./build/config/read-config.js + 16 modules
var read_config = __webpack_require__(80723);
// EXTERNAL MODULE: ./build/config/silence.js
var silence = __webpack_require__(31360);
// EXTERNAL MODULE: ./build/config/workflow.js + 1 modules
var workflow = __webpack_require__(93636);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/failure-text.js
var failure_text = __webpack_require__(53272);
// EXTERNAL MODULE: ./build/operations/plan.js + 1 modules
var plan = __webpack_require__(33504);
// EXTERNAL MODULE: ./build/age.js
var age = __webpack_require__(55067);
// EXTERNAL MODULE: ./build/config/target-facts.js
var target_facts = __webpack_require__(6688);
;// CONCATENATED MODULE: ./build/audit/backups.js


/** Of each target: a run that was due and left no backup, one that is older than promised, a copy that is behind. */
function auditBackups(context) {
    return context.targets.flatMap((target) => [...ofTarget(target, context)]);
}
function* ofTarget(target, context) {
    const { name, hostname, settings } = target;
    const stored = context.storages.get(settings.storage ?? '');
    if (stored === undefined)
        return; // told of the storage
    const lastMs = stored.history(hostname ?? '', name);
    const late = lateness(target, lastMs, context);
    if (late !== null) {
        yield context.at(target, ['schedule'], {
            rule: 'missing-run',
            severity: 'error',
            what: `the target \`${name}\`: ${late}`,
            advice: 'See what became of the runs that were to make it: whether the workflow is disabled, failed, or never began.',
        });
    }
    const stale = staleness(target, lastMs, context);
    if (stale !== null) {
        yield context.at(target, ['rpo'], {
            rule: 'stale-target',
            severity: 'error',
            what: `the target \`${name}\`: ${stale}`,
            advice: 'Back it up now, and see why nobody did.',
        });
    }
    if (late === null && stale === null)
        yield* ofCopy(target, lastMs, context);
}
/** That the backup itself is missing was told. */
function* ofCopy(target, lastMs, context) {
    const { name, hostname, settings } = target;
    const copies = context.storages.get(settings['copy-to'] ?? '');
    if (settings['copy-to'] === undefined || copies === undefined || lastMs === null)
        return;
    const copiedMs = copies.history(hostname ?? '', name);
    const why = lateness(target, copiedMs, context) ?? staleness(target, copiedMs, context);
    if (why === null && copiedMs !== null)
        return;
    yield context.at(target, ['copy-to'], {
        rule: 'stale-copy',
        severity: 'error',
        what: `the target \`${name}\` in \`${settings['copy-to']}\`: ${why ?? 'no complete backup of it was copied there'}`,
        advice: 'See why copies fail; the next run that copies makes up for it.',
    });
}
/** More are told as so many. */
const MAX_MISSED = 1000;
function lateness(target, lastMs, { nowMs, graceMs }) {
    const schedule = (0,target_facts/* scheduleOf */.rH)(target);
    const dueMs = schedule?.last(nowMs - graceMs) ?? null;
    if (schedule === null || dueMs === null || (lastMs !== null && lastMs >= dueMs))
        return null;
    const due = `${(0,target_facts/* timeText */.Tc)(dueMs, schedule.timezone)} (${schedule.timezone})`;
    if (lastMs === null)
        return `a backup was due at ${due}, and there is none that is complete`;
    const missed = schedule.next(MAX_MISSED, lastMs).filter((time) => time <= dueMs).length;
    const runs = missed === 1 ? 'the run' : `${missed} runs, the last`;
    return `${runs} that was due at ${due} left no complete backup; the newest is of ${(0,target_facts/* timeText */.Tc)(lastMs, schedule.timezone)}`;
}
function staleness({ settings }, lastMs, { nowMs }) {
    if (settings.rpo === undefined)
        return null;
    const rpoMs = (0,age.parseAge)(settings.rpo, '`rpo`');
    const expected = `expected at most ${(0,age.ageText)(rpoMs)} (RPO)`;
    if (lastMs === null)
        return settings.schedule === undefined ? `there is no complete backup, ${expected}` : null;
    return nowMs - lastMs > rpoMs
        ? `its newest complete backup is ${(0,age.ageText)(nowMs - lastMs)} old, ${expected}`
        : null;
}

// EXTERNAL MODULE: ./build/audit/context.js
var audit_context = __webpack_require__(17379);
;// CONCATENATED MODULE: ./build/audit/drills.js




/** Of each target that is to be drilled: whether one passed lately, and in time. */
function auditDrills(context) {
    return context.targets.flatMap((target) => [...drills_ofTarget(target, context)]);
}
function* drills_ofTarget(target, context) {
    const { name, settings } = target;
    const { storages, nowMs } = context;
    const isKnown = storages.has(settings.storage ?? '');
    if (!isKnown)
        return; // told of the storage
    const drills = (0,audit_context/* drillsOf */.w)(target, storages).filter(({ record }) => record.timeMs <= nowMs);
    const last = drills.at(-1)?.record;
    if (last !== undefined && !last.passed) {
        const because = last.reasons[0] === undefined ? '' : `: ${(0,finding/* safeText */.Hk)(last.reasons[0])}`;
        yield context.at(target, ['drill'], {
            rule: 'drill-failed',
            severity: 'error',
            what: `the last drill of the target \`${name}\`, of ${(0,target_facts/* timeText */.Tc)(last.timeMs, 'UTC')} (UTC), failed${because}`,
            advice: 'Find out why: until one passes, nobody knows whether its backups can be restored.',
        });
    }
    const proof = drills.findLast(({ record }) => record.passed)?.record;
    const overdue = overdueText(settings.drill?.every, proof?.timeMs ?? null, nowMs);
    if (overdue !== null) {
        yield context.at(target, ['drill'], {
            rule: 'drill-overdue',
            severity: 'error',
            what: `the target \`${name}\`: ${overdue}`,
            advice: 'Run its drill, and see why the workflow for it didn’t.',
        });
    }
    const tookMs = proof?.restoreMs ?? null;
    if (settings.rto === undefined || tookMs === null || tookMs <= (0,age.parseAge)(settings.rto, '`rto`'))
        return;
    yield context.at(target, ['rto'], {
        rule: 'slow-restore',
        severity: 'error',
        what: `the last restore of the target \`${name}\` took ${(0,age.ageText)(tookMs)}, expected at most ${settings.rto} (RTO)`,
        advice: 'Make it faster, or promise less.',
    });
}
function overdueText(every, provedMs, nowMs) {
    if (every === undefined)
        return null;
    if (provedMs === null)
        return `no drill of it has passed, expected one every ${every}`;
    const ageMs = nowMs - provedMs;
    return ageMs > (0,age.parseAge)(every, '`every`')
        ? `its last drill that passed was ${(0,age.ageText)(ageMs)} ago, expected one every ${every}`
        : null;
}

// EXTERNAL MODULE: ./build/schedule/schedule.js
var schedule = __webpack_require__(1383);
// EXTERNAL MODULE: ./build/config/plain-data.js
var plain_data = __webpack_require__(92568);
;// CONCATENATED MODULE: ./build/config/workflow-schedules.js



/** When a workflow's own schedule begins it. What GitHub wouldn't take either is left out: GitHub says so. */
function schedulesOf({ source }) {
    const list = (0,plain_data/* member */.Dc)((0,plain_data/* member */.Dc)(source.value, 'on'), 'schedule');
    return (Array.isArray(list) ? list : []).flatMap((one) => {
        const timezone = (0,plain_data/* textOf */.b6)((0,plain_data/* member */.Dc)(one, 'timezone')) || schedule/* DEFAULT_TIMEZONE */.GI;
        try {
            return [
                (0,schedule/* parseSchedule */.nP)((0,plain_data/* textOf */.b6)((0,plain_data/* member */.Dc)(one, 'cron')), timezone, { cron: '`cron`', timezone: '`timezone`' }),
            ];
        }
        catch (error) {
            if (error instanceof errors/* HoldfastError */.E)
                return [];
            throw error;
        }
    });
}

;// CONCATENATED MODULE: ./build/audit/workflows.js





/** That there is a workflow for what is scheduled, that GitHub runs it, and how it went. */
async function auditWorkflows(workflows, runs, context) {
    const unscheduled = nothingScheduled(workflows, context);
    if (workflows.length === 0)
        return unscheduled;
    if (runs === null)
        return [...unscheduled, unknownRuns(workflows, 'warning', 'no token is given to ask GitHub')];
    try {
        const known = await runs.workflows();
        const found = [];
        for (const workflow of workflows)
            found.push(...(await ofWorkflow(workflow, known, { runs, context })));
        return [...unscheduled, ...found];
    }
    catch (error) {
        if ((0,errors/* asHoldfastError */.C)(error)?.code === 'cancelled')
            throw error;
        return [...unscheduled, unknownRuns(workflows, 'error', (0,failure_text/* failureText */.k)(error).replace(/\.$/, ''))];
    }
}
function nothingScheduled(workflows, { targets, at }) {
    const scheduled = targets.filter(({ settings }) => settings.schedule !== undefined && settings['scheduled-by'] === undefined);
    const [first] = scheduled;
    if (first === undefined ||
        workflows.some(({ triggers }) => triggers.some(({ name }) => name === 'schedule')))
        return [];
    const more = scheduled.length > 1 ? ` and ${scheduled.length - 1} more` : '';
    const finding = at(first, ['schedule'], {
        rule: 'nothing-scheduled',
        severity: 'error',
        what: `no workflow that uses Holdfast runs on a schedule: nobody backs up \`${first.name}\`${more} when due`,
        advice: 'Add one that runs `plan` every hour: examples are in `examples`. If cron or a timer of a host does, say so with `scheduled-by`.',
    });
    return [{ ...finding, target: null }];
}
function unknownRuns(workflows, severity, why) {
    const [first] = workflows;
    return {
        rule: 'unknown-runs',
        severity,
        file: first?.source.file ?? '',
        at: { line: 1, column: 1 },
        what: `what workflows did can’t be known: ${why}`,
        advice: 'Give it a token with `actions: read`, such as `github.token`. All else was looked at.',
        target: null,
    };
}
async function ofWorkflow(workflow, known, { runs, context }) {
    const { source, triggers } = workflow;
    const on = (path, found) => ({
        ...found,
        file: source.file,
        at: source.keyAt(path),
        target: null,
    });
    const own = known.find(({ path }) => path === source.file);
    if (own === undefined) {
        const isCalled = triggers.every(({ name }) => name === 'workflow_call');
        return isCalled ? [] : [on(['on'], UNREGISTERED(source.file))];
    }
    if (own.state !== 'active')
        return [on(['on'], disabled(own))];
    if (!triggers.some(({ name }) => name === 'schedule'))
        return [];
    const scheduled = await runs.scheduledRuns(own);
    const missing = missingRun(workflow, { lastMs: scheduled[0]?.startedMs ?? null, own }, context);
    const ended = scheduled.find(({ conclusion }) => conclusion !== null);
    const isFailed = ended !== undefined && FAILED.has(ended.conclusion ?? '') && source.file !== runs.ownPath;
    return [
        ...(missing === null ? [] : [on(['on', 'schedule'], missing)]),
        ...(isFailed ? [on(['on', 'schedule'], failed(source.file, ended))] : []),
    ];
}
const UNREGISTERED = (file) => ({
    rule: 'unknown-workflow',
    severity: 'error',
    what: `GitHub knows no workflow \`${(0,finding/* safeText */.Hk)(file)}\``,
    advice: 'Schedules run on the default branch alone: merge it there.',
});
function disabled({ path, state }) {
    const why = state === 'disabled_inactivity'
        ? 'GitHub disabled it, after 60 days without a commit'
        : `GitHub has it as \`${(0,finding/* safeText */.Hk)(state)}\``;
    return {
        rule: 'disabled-workflow',
        severity: 'error',
        what: `the workflow \`${(0,finding/* safeText */.Hk)(path)}\` doesn’t run: ${why}`,
        advice: 'Enable it: `gh workflow enable`, or on its page.',
    };
}
/** A time before GitHub knew the workflow is none that was missed: one that is due once a week may be six days old. */
function missingRun(workflow, { lastMs, own }, { nowMs, graceMs }) {
    const sinceMs = lastMs ?? own.createdMs;
    const due = schedulesOf(workflow)
        .map((schedule) => ({ schedule, dueMs: schedule.last(nowMs - graceMs) }))
        .filter(({ dueMs }) => dueMs !== null && (sinceMs === null || sinceMs < dueMs));
    const [first] = due.toSorted((a, b) => (b.dueMs ?? 0) - (a.dueMs ?? 0));
    if (first === undefined)
        return null;
    const { schedule, dueMs } = first;
    const last = lastMs === null
        ? 'and its schedule never began one'
        : `and the last was at ${(0,target_facts/* timeText */.Tc)(lastMs, 'UTC')} (UTC)`;
    return {
        rule: 'missing-workflow-run',
        severity: 'error',
        what: `the workflow \`${(0,finding/* safeText */.Hk)(workflow.source.file)}\` was due at ${(0,target_facts/* timeText */.Tc)(dueMs ?? 0, schedule.timezone)} (${schedule.timezone}), ${last}`,
        advice: 'GitHub drops runs at busy hours: choose another minute. If it stays away, run it by hand, and look at its page.',
    };
}
const FAILED = new Set(['failure', 'timed_out', 'startup_failure', 'action_required']);
function failed(file, { conclusion, url }) {
    return {
        rule: 'failed-run',
        severity: 'error',
        what: `the last scheduled run of \`${(0,finding/* safeText */.Hk)(file)}\` ended as \`${(0,finding/* safeText */.Hk)(conclusion ?? '')}\``,
        advice: url === '' ? 'See what its log says.' : `See what its log says: ${(0,finding/* safeText */.Hk)(url)}`,
    };
}

;// CONCATENATED MODULE: ./build/audit/audit.js













/**
 * Compares what a configuration promises with what is there: backups by schedule and RPO, copies, drills, and the workflows
 * that are to make them. What couldn't be looked at is a finding, too.
 * @throws HoldfastError bad-input if the file can't be read; cancelled.
 */
async function audit(order) {
    const { file, nowMs, graceMs } = order;
    const { targets, blocked } = (0,find_target.targetsIn)(file);
    const { source, config } = (0,read_config/* readConfig */.X)(file.text, file.name);
    const at = (target, keys, found) => {
        const key = keys.find((one) => target.settings[one] !== undefined);
        const path = key === undefined ? ['targets', target.name] : target.pathOf(key);
        return { ...found, file: file.name, at: source.keyAt(path), target: target.name };
    };
    const runnable = targets.filter(({ name }) => !blocked.has(name));
    const { storages, unreadable } = await readStorages(order, runnable);
    const context = { targets: runnable, storages, nowMs, graceMs, at };
    const workflows = (0,workflow/* readWorkflows */.L)(order.workflows);
    const { loud, silenced } = (0,silence/* sortOut */.$I)([
        ...auditBackups(context),
        ...auditDrills(context),
        ...(await auditWorkflows(workflows, order.runs, context)),
    ], config?.silence ?? []);
    const sure = [
        ...blocked.values(),
        ...[...unreadable].map(([name, why]) => unreadableStorage(name, why, { name: file.name, source })),
    ];
    return {
        findings: (0,finding/* inOrder */.al)([...sure, ...loud]),
        silenced,
        targets: runnable.map((target) => auditedTarget(target, context)),
    };
}
async function readStorages(order, targets) {
    const named = new Map();
    for (const { settings, storage, copyTo } of targets) {
        if (settings.storage !== undefined && storage !== null)
            named.set(settings.storage, storage);
        if (settings['copy-to'] !== undefined && copyTo !== null)
            named.set(settings['copy-to'], copyTo);
    }
    const storages = new Map();
    const unreadable = new Map();
    for (const [name, storage] of named) {
        try {
            storages.set(name, await order.readStorage(storage, name));
        }
        catch (error) {
            const code = (0,errors/* asHoldfastError */.C)(error)?.code;
            if (code === 'cancelled')
                throw error;
            if (code === 'repository-missing')
                storages.set(name, { history: plan/* NO_HISTORY */.Vo, drills: [] });
            else
                unreadable.set(name, (0,failure_text/* failureText */.k)(error));
        }
    }
    return { storages, unreadable };
}
function unreadableStorage(name, why, { name: file, source }) {
    return {
        rule: audit_rules/* UNREADABLE */.mP,
        severity: 'error',
        file,
        at: source.keyAt(['storage', name]),
        what: `nobody knows what is in the storage \`${name}\`: ${why.replace(/\.$/, '')}`,
        advice: 'Give the audit what it takes to read it: what can’t be looked at isn’t in order.',
        target: null,
    };
}
function auditedTarget(target, { storages, nowMs }) {
    const { name, hostname, settings } = target;
    const stored = storages.get(settings.storage ?? '');
    const passed = (0,audit_context/* drillsOf */.w)(target, storages).filter(({ record }) => record.passed && record.timeMs <= nowMs);
    return {
        target,
        lastMs: stored?.history(hostname ?? '', name) ?? null,
        provedMs: passed.length === 0 ? null : Math.max(...passed.map(({ record }) => record.timeMs)),
    };
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

/***/ 4458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readAuditedStorage: () => (/* binding */ readAuditedStorage)
/* harmony export */ });
/* harmony import */ var _config_open_history_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67266);
/* harmony import */ var _report_read_evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62173);


/** What a storage has, which is only read. @throws What opening and reading throw. */
function readAuditedStorage(access, tools) {
    return (0,_config_open_history_js__WEBPACK_IMPORTED_MODULE_0__.withStorage)(access, tools, async (storage) => {
        const history = await (0,_config_open_history_js__WEBPACK_IMPORTED_MODULE_0__.historyIn)(storage, tools);
        if (storage.kind === 'archives')
            return { history, drills: [] };
        const place = {
            location: tools.evidence,
            repository: access.location,
            open: (location) => tools.openArchives({ ...access, location, password: null }),
        };
        const { evidenceKey: key, signal, onWarning } = tools;
        const { drills } = await (0,_report_read_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .readEvidence */ .A)(storage.repository, { place, key, signal, onWarning });
        return { history, drills };
    });
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

/***/ 38468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubRuns: () => (/* binding */ githubRuns)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _rest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61418);


const PER_PAGE = 100;
const MAX_PAGES = 10;
/** Enough to have one among them that is at its end. */
const RUNS = 5;
/** What GitHub says of a repository's workflows. */
function githubRuns({ repository, token, ownRef, signal }) {
    const [owner = '', name = ''] = repository.split('/');
    const actions = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}/actions`;
    const ask = (path) => askOrSay(`${actions}${path}`, { token, signal });
    return {
        ownPath: /^[^/]+\/[^/]+\/([^@]+)@/.exec(ownRef ?? '')?.[1] ?? null,
        async workflows() {
            const all = [];
            for (let page = 1; page <= MAX_PAGES; page++) {
                const found = listIn(await ask(`/workflows?per_page=${PER_PAGE}&page=${page}`), 'workflows');
                all.push(...found.map(workflowOf));
                if (found.length < PER_PAGE)
                    break;
            }
            return all;
        },
        async scheduledRuns({ id }) {
            const answer = await ask(`/workflows/${id}/runs?event=schedule&per_page=${RUNS}`);
            return listIn(answer, 'workflow_runs').map(runOf);
        },
    };
}
async function askOrSay(path, how) {
    try {
        return await (0,_rest_js__WEBPACK_IMPORTED_MODULE_0__/* .askRest */ .y)('GET', path, how);
    }
    catch (cause) {
        if (how.signal.aborted)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('cancelled', 'Cancelled.', { cause });
        const said = cause instanceof Error ? cause.message : String(cause);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('backend-failed', `Cannot ask GitHub for workflows and their runs: ${said}.`, {
            cause,
        });
    }
}
function listIn(answer, name) {
    const list = answer?.[name];
    if (Array.isArray(list) && list.every((one) => typeof one === 'object' && one !== null))
        return list;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('backend-failed', `Cannot use GitHub’s answer: it is no list of ${name}.`);
}
function workflowOf({ id, path, state, created_at: created }) {
    const createdMs = Date.parse(String(created));
    return {
        ...{ id: Number(id), path: String(path), state: String(state) },
        createdMs: Number.isNaN(createdMs) ? null : createdMs,
    };
}
function runOf({ created_at: created, conclusion, html_url: url }) {
    const startedMs = Date.parse(String(created));
    return {
        startedMs: Number.isNaN(startedMs) ? 0 : startedMs,
        conclusion: typeof conclusion === 'string' ? conclusion : null,
        url: typeof url === 'string' && url.startsWith('https://') ? url : '',
    };
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


/***/ })

};
