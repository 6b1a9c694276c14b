export const id = 4971;
export const ids = [4971];
export const modules = {

/***/ 75889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KI: () => (/* binding */ problemsAnnotation),
/* harmony export */   TE: () => (/* binding */ uncertainty),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   sS: () => (/* binding */ problemTotal),
/* harmony export */   zL: () => (/* binding */ remedy)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95209);

function problemTotal({ problemCounts }) {
    return Object.values(problemCounts).reduce((sum, count) => sum + count, 0);
}
/** Null when there is no problem to tell of. */
function annotationOf(result) {
    return problemsAnnotation(result, whatIsKept(result));
}
/**
 * Null when there is no problem to tell of.
 * @param kept `Snapshot 4bd21c8a is kept, but incomplete`.
 */
function problemsAnnotation(result, kept) {
    if (!result.complete) {
        const message = `${kept}: ${problemsInWords(result)} ${remedy(result)} Then run it again.`;
        return { severity: 'fail', title: 'Backup incomplete', message };
    }
    if (problemTotal(result) === 0)
        return null;
    const message = `${problemsInWords(result)} ${uncertainty(result)}`;
    return { severity: 'warn', title: 'Backup with problems', message };
}
function whatIsKept({ snapshotId }) {
    return snapshotId === null
        ? 'A backup would be incomplete'
        : `Snapshot ${snapshotId.slice(0, 8)} is kept, but incomplete`;
}
/** The annotation names so many paths that are missing; of other problems the first. */
const MAX_MISSING_NAMED = 3;
/** A path that isn't there stands for all that is in it: it is named before anything else. */
function problemsInWords(result) {
    const missing = result.problems.filter(({ kind }) => kind === 'missing');
    const named = missing.length > 0 ? missing.slice(0, MAX_MISSING_NAMED) : result.problems.slice(0, 1);
    const words = named.map(({ path, kind, message }) => `"${path}" (${kind}: ${message})`);
    const others = problemTotal(result) - named.length;
    if (others > 0)
        words.push(`and ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(others, 'more', 'more')} (see the summary)`);
    return `${words.join(', ')}.`;
}
/** What to do about the problems: a sentence for each kind. */
function remedy({ problemCounts }) {
    const { missing, unreadable, changed, vanished, unsupported } = problemCounts;
    const sentences = [];
    if (missing > 0) {
        sentences.push('Mount the disk of a missing path, correct it, or take it out of `paths`.');
    }
    if (unreadable > 0)
        sentences.push('See to the permissions of what is unreadable, or exclude it.');
    if (changed + vanished > 0) {
        sentences.push('Exclude what changes or vanishes meanwhile, or have `before` stop what changes it.');
    }
    if (unsupported > 0)
        sentences.push('Exclude what can’t be saved.');
    return sentences.join(' ');
}
/** What is uncertain about a snapshot that counts as complete though it has problems: a sentence for each kind. */
function uncertainty({ problemCounts: { changed, vanished, unreadable, unsupported }, }) {
    const sentences = [];
    if (changed > 0) {
        sentences.push(`${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(changed, 'file')} changed while being read: what is saved of such a file may never have been in it at one moment.`);
    }
    if (vanished > 0) {
        sentences.push(`${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(vanished, 'entry', 'entries')} vanished before being read, and can’t be restored from this snapshot.`);
    }
    const missing = unreadable + unsupported;
    if (missing > 0)
        sentences.push(`${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__.formatCounted)(missing, 'entry', 'entries')} could not be saved.`);
    return sentences.join(' ');
}


/***/ }),

/***/ 82176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N0: () => (/* binding */ dumpNames),
/* harmony export */   Q3: () => (/* binding */ runBackup),
/* harmony export */   ZP: () => (/* binding */ lastCheckpoint)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _operations_backup_after_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58119);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58999);
/* harmony import */ var _application_plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(38308);
/* harmony import */ var _database_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43409);
/* harmony import */ var _quiesce_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28039);
/* harmony import */ var _unfinished_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51719);







/** Runs one backup of this process: of a host's files, of databases, or of both. */
function runBackup(inputs, tools) {
    return run(inputs, tools).catch(savedAllTheSame);
}
/** The dumps in the snapshot, one a line. */
function dumpNames({ dumps }) {
    return dumps.map(({ record }) => record.name).join('\n');
}
/** What stands when the one backup of this process fails, or null. */
function lastCheckpoint() {
    return checkpoint;
}
/** The result is told before the failure, whatever becomes of the application. */
function savedAllTheSame(error) {
    if (error instanceof _operations_backup_after_failure_js__WEBPACK_IMPORTED_MODULE_1__.AfterFailure)
        return { result: error.result, afterFailure: error };
    throw error;
}
async function run({ host: access, repository: place, quiesce: stopping, application, options: given, spoolBytes, }, tools) {
    const [{ backup }, { unlessFails }, { spoolOf }] = await Promise.all([
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 9179)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 54201)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 93991)),
    ]);
    const { reporter, signal } = tools;
    const options = { ...given, quiesce: (0,_quiesce_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .quiesceOn */ .HQ)(access, stopping, tools) };
    const spool = spoolOf({ ...options, mayBeHeld: application !== null }, { folder: process.env['RUNNER_TEMP'] || (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)(), maxBytes: spoolBytes }, tools);
    const opening = (0,_access_js__WEBPACK_IMPORTED_MODULE_3__/* .openRepositoryOf */ .Kq)({ ...place, dryRun: given.dryRun }, tools, spool?.wrap);
    try {
        const host = await unlessFails(opening, (0,_access_js__WEBPACK_IMPORTED_MODULE_3__/* .connect */ .Ng)(access, tools), (late) => late.close());
        try {
            const onApplication = (state) => {
                _unfinished_js__WEBPACK_IMPORTED_MODULE_4__/* .unfinished */ .M.application(state);
                spool?.onApplication(state);
            };
            const reach = (0,_database_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .databaseHost */ .iz)(access, tools);
            const dumps = options.dumps?.map(({ database }) => ({ database, connect: reach }));
            const all = { ...options, dumps, onApplication, onCheckpoint };
            const planned = application === null
                ? all
                : await (0,_application_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .planApplication */ .s)({ application, options: all }, { access, host }, tools);
            const result = await backup(host, opening, planned, reporter, signal);
            checkpoint = null;
            return { result, afterFailure: null };
        }
        finally {
            await host.close();
        }
    }
    finally {
        const repository = await opening.catch(() => null);
        await repository?.close();
    }
}
/** What stands when the one backup of this process fails, or null. */
let checkpoint = null;
function onCheckpoint(id) {
    checkpoint = id;
}


/***/ }),

/***/ 80521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _n: () => (/* binding */ failedBackupSummary),
/* harmony export */   b3: () => (/* binding */ notSaved),
/* harmony export */   fj: () => (/* binding */ backupSummary)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95209);
/* harmony import */ var _databases_fingerprint_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(26861);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53272);
/* harmony import */ var _github_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13794);
/* harmony import */ var _operations_backup_after_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58119);
/* harmony import */ var _operations_backup_own_tree_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(68071);
/* harmony import */ var _operations_backup_result_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17421);
/* harmony import */ var _backup_problems_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75889);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39863);
/* harmony import */ var _next_steps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97041);










/** More stand in the snapshot's manifest and in the log. */
const MAX_PROBLEMS_SHOWN = 50;
/** The job summary of a backup that made a snapshot, complete or not. */
function backupSummary(result, repository) {
    return `${[heading(result), facts(result), ...databases(result), ...buckets(result), notSaved(result), next(result, repository)].join('\n\n')}\n`;
}
/** The job summary of a backup that made none, or whose after commands failed. */
function failedBackupSummary(error, what) {
    if (error instanceof _operations_backup_after_failure_js__WEBPACK_IMPORTED_MODULE_0__.AfterFailure)
        return heldSummary(error, what.repository);
    const { advice, commands } = (0,_next_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .nextSteps */ .Zn)(error);
    const parts = [
        `### ❌ Backup of ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(what.target)}${what.on === '?' ? '' : ` on ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(what.on)}`} failed`,
        (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)((0,_failure_text_js__WEBPACK_IMPORTED_MODULE_3__/* .failureText */ .k)(error)),
        savedByFailed(what.checkpoint),
        `**Next:** ${advice}`,
    ];
    if (commands.length > 0)
        parts.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .shellBlock */ .OV)((0,_next_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .withEnvironment */ .Ec)(commands, what.repository)));
    return `${parts.join('\n\n')}\n`;
}
function savedByFailed(checkpoint) {
    if (checkpoint === null)
        return '**Saved:** nothing. No snapshot was made; those from before are untouched.';
    return (`**Saved:** a part. Checkpoint ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(checkpoint.slice(0, 8))} holds what was read by then: it is tagged ` +
        '`incomplete` and is never `latest`, and the next run goes on from it. The snapshots from before are untouched.');
}
/** What was saved, for a person who must see to the application first. */
function heldSummary(error, repository) {
    const { result } = error;
    const joint = result.complete ? 'but' : 'and';
    const parts = [
        `### ❌ ${outcome(result)}, ${joint} an after command failed`,
        (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)((0,_failure_text_js__WEBPACK_IMPORTED_MODULE_3__/* .failureText */ .k)(error)),
        '**Held:** the application may still be stopped: run the `after` commands by hand on the host, and see that it works, before anything else.',
        facts(result),
        notSaved(result),
        next(result, repository, 'nothing is to be saved again'),
    ];
    return `${parts.join('\n\n')}\n`;
}
function outcome(result) {
    const what = whatWasSaved(result);
    if (result.unchanged)
        return `Nothing has changed of ${what}`;
    if (result.snapshotId === null)
        return `Dry run of the backup of ${what}`;
    return result.complete ? `Backed up ${what}` : `Backup of ${what} is incomplete`;
}
function whatWasSaved({ target, hostname }) {
    return `${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(target)} on ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(hostname)}`;
}
function heading(result) {
    const what = whatWasSaved(result);
    if (result.unchanged)
        return `### ✅ Nothing has changed of ${what}`;
    if (result.snapshotId === null)
        return `### Dry run of the backup of ${what}`;
    if (!result.complete)
        return `### ⚠️ Backup of ${what} is incomplete`;
    return (0,_backup_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .problemTotal */ .sS)(result) === 0 ? `### ✅ Backed up ${what}` : `### ⚠️ Backed up ${what}, with problems`;
}
function facts(result) {
    const { summary } = result;
    const rows = [
        ['Snapshot', snapshotCell(result)],
        ['Paths', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .codeList */ .E5)(result.paths)],
        [
            'Files',
            `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCount)(summary.totalFilesProcessed)} (${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCount)(summary.filesNew)} new, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCount)(summary.filesChanged)} changed, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCount)(summary.filesUnmodified)} unmodified)`,
        ],
        ['Size', (0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatBytes)(summary.totalBytesProcessed)],
        [(0,_operations_backup_result_js__WEBPACK_IMPORTED_MODULE_7__.heldBy)(result) === null ? 'Would be read' : 'Read from the host', (0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatBytes)(result.bytesRead)],
    ];
    if (result.snapshotId !== null) {
        const stored = (0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatBytes)(summary.dataAddedPacked);
        rows.push(['Added to the repository', `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatBytes)(summary.dataAdded)} (${stored} stored)`]);
    }
    rows.push(['Took', (0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatDuration)(result.durationMs)]);
    if (result.quiescedMs !== null)
        rows.push(['Application held for', (0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatDuration)(result.quiescedMs)]);
    if (result.tags.length > 0 && !result.unchanged)
        rows.push(['Tags', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .codeList */ .E5)(result.tags)]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .factsTable */ .wd)(rows);
}
/** A table of the dumps, if there are any. */
function databases({ dumps }) {
    if (dumps.length === 0)
        return [];
    const lines = [
        '| dump | tables | rows | size | since the last one |',
        '| --- | --- | --- | --- | --- |',
        ...dumps.map(dumpRow),
    ];
    const shrunk = dumps.flatMap(({ record, change }) => (change?.shrunk ?? []).map((line) => `- ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(record.name)}: ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(line)}`));
    const told = shrunk.length === 0 ? [] : [`**Shrunk since the last dump:**\n\n${shrunk.join('\n')}`];
    return [lines.join('\n'), ...told];
}
/** A table of the buckets, if there are any. */
function buckets({ buckets: all }) {
    if (all.length === 0)
        return [];
    const rows = all.map(({ location, objects, size_bytes: bytes }) => `| ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(location)} | ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCount)(objects)} | ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatBytes)(bytes)} |`);
    return [['| bucket | objects | size |', '| --- | --- | --- |', ...rows].join('\n')];
}
function dumpRow({ record, change }) {
    const { fingerprint } = record;
    const tables = fingerprint === null ? '' : (0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCount)(Object.keys(fingerprint.tables).length);
    const rows = fingerprint === null ? '' : (0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCount)((0,_databases_fingerprint_js__WEBPACK_IMPORTED_MODULE_8__/* .rowsIn */ .Nn)(fingerprint));
    return `| ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(record.name)} | ${tables} | ${rows} | ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatBytes)(record.size_bytes)} | ${sinceCell(change)} |`;
}
function sinceCell(change) {
    if (change === null)
        return 'none to compare with';
    const { rowsBefore, rowsNow, sizeBytesBefore } = change;
    if (rowsBefore === null || rowsNow === null)
        return `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatBytes)(sizeBytesBefore)} before`;
    const difference = rowsNow - rowsBefore;
    if (difference === 0)
        return 'as many rows';
    return `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCounted)(Math.abs(difference), 'row')} ${difference > 0 ? 'more' : 'fewer'}`;
}
function snapshotCell(result) {
    const id = (0,_operations_backup_result_js__WEBPACK_IMPORTED_MODULE_7__.heldBy)(result);
    if (id === null)
        return 'none (dry run)';
    return `${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(id.slice(0, 8))}${result.unchanged ? ' (holds it already: no new one was made)' : ''}`;
}
function notSaved(result) {
    const total = (0,_backup_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .problemTotal */ .sS)(result);
    if (total === 0)
        return '**Not saved:** nothing but what the inputs exclude.';
    const shown = result.problems.slice(0, MAX_PROBLEMS_SHOWN);
    const lines = [
        ...(result.complete ? [`**Uncertain:** ${(0,_backup_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .uncertainty */ .TE)(result)}`, ''] : []),
        `**Not saved as it is:** ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCounted)(total, 'entry', 'entries')}.`,
        '',
        '| path | what happened |',
        '| --- | --- |',
        ...shown.map(problemRow),
    ];
    const more = total - shown.length;
    if (more > 0)
        lines.push('', `… and ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__.formatCount)(more)} more: the log and the snapshot’s manifest name them.`);
    return lines.join('\n');
}
function problemRow({ kind, path, message }) {
    return `| ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(path)} | ${kind}: ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(message)} |`;
}
function next(result, repository, nothing = 'nothing') {
    const held = (0,_operations_backup_result_js__WEBPACK_IMPORTED_MODULE_7__.heldBy)(result);
    if (held === null)
        return '**Next:** run it without `dry-run`.';
    const id = held.slice(0, 8);
    // What Holdfast added a restore leaves out, unless that is all there is to look at: dumps alone, say.
    const isOwnAlone = result.paths.every((path) => path.startsWith(`${_operations_backup_own_tree_js__WEBPACK_IMPORTED_MODULE_9__/* .OWN_PATH */ .xD}/`));
    const what = isOwnAlone ? `${id}:${_operations_backup_own_tree_js__WEBPACK_IMPORTED_MODULE_9__/* .OWN_PATH */ .xD}` : id;
    const look = [...(0,_next_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .shellEnvironment */ .en)(repository), `holdfast restore ${what} --target /tmp/restored`];
    if (result.complete) {
        const todo = (0,_backup_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .problemTotal */ .sS)(result) === 0 ? nothing : CALM;
        return `**Next:** ${todo}. To look at what was saved (stock restic takes the same command):\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .shellBlock */ .OV)(look)}`;
    }
    return (`**Next:** ${(0,_backup_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .remedy */ .zL)(result)} Then run the job again: only what isn’t saved yet is read. ` +
        `Until then the snapshot is tagged \`incomplete\` and is never \`latest\`, but what is in it can be restored:\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .shellBlock */ .OV)(look)}`);
}
const CALM = 'if the application must be consistent, let `before` and `after` hold it still; leave out with `exclude` what needs no backup';


/***/ }),

/***/ 34198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ issueOf),
/* harmony export */   y: () => (/* binding */ settleIssues)
/* harmony export */ });
/* harmony import */ var _github_annotations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68492);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52325);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30284);
/* harmony import */ var _github_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67503);
/* harmony import */ var _github_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45907);





/** Tells how a target stands by its issue, where a token for that is given. */
function issueOf(subject) {
    return async (target, hostname, problems) => {
        await settleIssues([{ target, hostname, subject, problems }]);
    };
}
/** Never throws: what can't be told is a warning. @returns What was done. */
async function settleIssues(states) {
    const token = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('issue-token');
    if (token === null)
        return [];
    (0,_github_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .mask */ .dK)(token);
    const [{ settleTargetIssues }, { ownVisibility }] = await Promise.all([
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 5401)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 28520)),
    ]);
    // Names of files and tables in an error's message are not everybody's business.
    const visibility = await ownVisibility(token);
    const isForFew = visibility === 'private' || visibility === 'internal';
    const shown = isForFew ? states : states.map((state) => withoutReasons(state, visibility));
    const settled = await settleTargetIssues(shown, {
        repository: process.env['GITHUB_REPOSITORY'] ?? '',
        token,
        run: (0,_github_run_js__WEBPACK_IMPORTED_MODULE_2__/* .runAddress */ .Y)(),
        onProblem: (message) => (0,_github_annotations_js__WEBPACK_IMPORTED_MODULE_3__/* .warn */ .R8)('No issue tells it', message),
    });
    for (const { number, done, url } of settled)
        _github_log_js__WEBPACK_IMPORTED_MODULE_4__/* .log */ .Rm.info(`Issue ${number} ${done}: ${url}`);
    return settled;
}
function withoutReasons(state, visibility) {
    if (state.problems.length === 0)
        return state;
    const because = visibility === 'public'
        ? 'this GitHub repository is public'
        : 'GitHub doesn’t say who may see this repository';
    return { ...state, problems: [`Why stands in the run’s summary: ${because}.`] };
}


/***/ }),

/***/ 97041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ec: () => (/* binding */ withEnvironment),
/* harmony export */   Zn: () => (/* binding */ nextSteps),
/* harmony export */   en: () => (/* binding */ shellEnvironment)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28976);



const STEPS = {
    'bad-input': { advice: 'Correct the inputs of the step, then run the job again.', commands: [] },
    'repository-missing': {
        advice: 'Check the input `repository`. If this is the first backup, make the repository once, from anywhere that reaches it:',
        commands: ['holdfast init'],
    },
    'wrong-password': {
        advice: 'Check the secret behind the input `password`. Which keys the repository has, and whether yours opens it:',
        commands: ['holdfast key list'],
    },
    locked: {
        advice: 'Another run uses the repository. Wait for it, set `retry-lock: 30m`, or, if it was cut off:',
        commands: ['holdfast unlock'],
    },
    'repository-damaged': {
        advice: 'Find out how far the damage goes before anything else, and keep a copy of the repository as it is:',
        commands: ['holdfast check --read-data'],
    },
    'host-unreachable': {
        advice: 'See whether the runner can reach the host at all: its address, port and firewall. Then run the job again.',
        commands: [],
    },
    'host-key-unknown': {
        advice: 'Compare the fingerprint in the message with the host’s own, on the host; if they agree, put it into the input `known-hosts`:',
        commands: ['ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub'],
    },
    'host-key-mismatch': {
        advice: 'Either the host was set up anew, or somebody stands between. Compare the fingerprint on the host itself before you change `known-hosts`:',
        commands: ['ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub'],
    },
    'host-login-refused': {
        advice: 'Check the user in `on` and what it logs in with. The public half of the key in `identity` must stand in that user’s `~/.ssh/authorized_keys`; a password in `ssh-password` helps only where the server takes passwords.',
        commands: [],
    },
    'no-space': {
        advice: 'Make room where the message says, then run the job again: what is stored already is reused.',
        commands: [],
    },
    'command-failed': {
        advice: 'Run the command by hand on the host to see why it fails, then run the job again.',
        commands: [],
    },
    'restore-mismatch': {
        advice: 'See whether the repository itself is whole:',
        commands: ['holdfast check --read-data'],
    },
    cancelled: {
        advice: 'Run the job again when you are ready: what is stored already is reused.',
        commands: [],
    },
};
const DEFAULT = { advice: 'Follow the message above, then run the job again.', commands: [] };
function nextSteps(error) {
    const known = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asHoldfastError */ .C)(error);
    return (known === null ? undefined : STEPS[known.code]) ?? DEFAULT;
}
/** The commands with the lines that they need before them: those for the host itself need none. */
function withEnvironment(commands, repository) {
    const usesRepository = commands.some((command) => command.startsWith('holdfast '));
    return usesRepository ? [...shellEnvironment(repository), ...commands] : [...commands];
}
/** The lines before commands on a repository. */
function shellEnvironment(repository) {
    return repository === null ? [] : [`export RESTIC_REPOSITORY=${(0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.fromText)(repository))}`];
}


/***/ }),

/***/ 5401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  settleTargetIssues: () => (/* binding */ settleTargetIssues)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/amounts.js
var amounts = __webpack_require__(95209);
// EXTERNAL MODULE: ./build/github/secrets.js
var secrets = __webpack_require__(45907);
// EXTERNAL MODULE: ./build/github/summary.js
var summary = __webpack_require__(13794);
;// CONCATENATED MODULE: ./build/github/issue-text.js





/** What can be wrong with a target, each told by another action: one that is well again doesn't speak for the others. */
const SUBJECTS = ['backup', 'dump', 'drill', 'report'];
/** GitHub refuses a longer title, and a body of more than 65,536 characters. */
const MAX_NAME_CHARACTERS = 80;
const MAX_PROBLEM_CHARACTERS = 800;
/** Of each subject's list, which leaves room for what stands beside it. */
const MAX_LIST_CHARACTERS = 14_000;
const END = '<!-- holdfast:end -->';
const SECTION = new RegExp(`<!-- holdfast:(${SUBJECTS.join('|')}) (\\d{1,6}) (\\d{1,15}) -->\\n([\\s\\S]*?)\\n${END}`, 'g');
/** Stands in the issue's text and isn't shown: it finds the issue again. Names are in it as a hash, since they may end a comment. */
function markerOf({ target, hostname }) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(`${target}\0${hostname}`).digest('hex').slice(0, 32);
    return `<!-- holdfast:target ${hash} -->`;
}
function issueTitle({ target, hostname }, troubles) {
    const what = inOrder(troubles)
        .map(({ subject }) => WORDS[subject].title)
        .join(', ');
    return (0,secrets/* withoutSecrets */.cT)(`${nameText(target)} on ${nameText(hostname)}: ${what}`);
}
function inOrder(troubles) {
    return troubles.toSorted((a, b) => SUBJECTS.indexOf(a.subject) - SUBJECTS.indexOf(b.subject));
}
const WORDS = {
    backup: { title: 'backup fails', heading: 'The backup failed' },
    dump: { title: 'dump of its databases fails', heading: 'The dump of its databases failed' },
    drill: { title: 'drill fails', heading: 'The restore drill failed' },
    report: { title: 'not protected', heading: 'The report finds it not protected' },
};
/** A mention in a title would tell somebody. */
function nameText(name) {
    const text = (0,bytestring.displayText)(name).replaceAll('@', '＠');
    return text.length <= MAX_NAME_CHARACTERS ? text : `${text.slice(0, MAX_NAME_CHARACTERS)}…`;
}
/** The issue's whole text. `troublesIn` reads it again. */
function issueBody(target, troubles) {
    const name = `**${(0,summary/* escapeMarkdown */.FV)(nameText(target.target))}** on **${(0,summary/* escapeMarkdown */.FV)(nameText(target.hostname))}**`;
    const parts = inOrder(troubles).map(({ subject, times, sinceMs, text }) => `<!-- holdfast:${subject} ${times} ${sinceMs} -->\n${text.replaceAll(END, '')}\n${END}`);
    return [
        markerOf(target),
        `What Holdfast finds wrong with ${name}. The next run changes this text, and closes the issue once all is well.`,
        ...parts,
    ].join('\n\n');
}
/** What an issue's text says, as far as it is as `issueBody` writes it. */
function troublesIn(body) {
    return [...body.replaceAll('\r\n', '\n').matchAll(SECTION)].map(([, subject, times, since, text = '']) => ({
        subject: subject,
        times: Number(times),
        sinceMs: Number(since),
        text,
    }));
}
/** The same trouble once more, or for the first time. @param problems Text as it is, a line each. */
function troubleOf({ subject, problems }, { before, run, nowMs }) {
    const [times, sinceMs] = [(before?.times ?? 0) + 1, before?.sinceMs ?? nowMs];
    const shown = asMuchAsFits(problems.map((problem) => `- ${(0,summary/* escapeMarkdown */.FV)(cut((0,secrets/* withoutSecrets */.cT)(problem)))}`));
    const more = problems.length - shown.length;
    const heading = `### ${WORDS[subject].heading}${times > 1 ? `, ${(0,amounts.formatCounted)(times, 'time')} since ${minuteText(sinceMs)}` : ''}`;
    const last = `Last: ${minuteText(nowMs)}${run === '' ? '' : `, [its run](${run})`}.`;
    const lines = [heading, '', ...shown, ...(more > 0 ? [`- and ${more} more`] : []), '', last];
    return { subject, times, sinceMs, text: lines.join('\n') };
}
function asMuchAsFits(lines) {
    let room = MAX_LIST_CHARACTERS;
    return lines.filter((line) => {
        room -= line.length;
        return room >= 0;
    });
}
function cut(text) {
    return text.length <= MAX_PROBLEM_CHARACTERS ? text : `${text.slice(0, MAX_PROBLEM_CHARACTERS)} …`;
}
function minuteText(ms) {
    return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

// EXTERNAL MODULE: ./build/github/rest.js
var rest = __webpack_require__(61418);
// EXTERNAL MODULE: ./build/github/toolkit-process.js
var toolkit_process = __webpack_require__(49620);
;// CONCATENATED MODULE: ./build/github/target-issue.js






/** Who may set a label may triage: so an outsider's issue can't pass for ours. */
const LABEL = 'holdfast';
const PER_PAGE = 100;
const MAX_PAGES = 10;
/** GitHub holds back who writes too much at once. */
const MAX_OPENED = 20;
const LIMIT_MS = 60_000;
const TRIES = 3;
const PAUSE_MS = 1000;
/**
 * One issue for each target that isn't well: opened, changed by the next run, closed by the one that finds it well. What
 * another subject says of the same target stays in it, and keeps it open.
 *
 * An issue that a person closed is left alone: if the target still fails, there will be a new one.
 * @returns What was done. Never throws: what couldn't be is told to `onProblem`.
 */
async function settleTargetIssues(states, access) {
    const settling = new Settling(byTarget(states), access, AbortSignal.timeout(access.limitMs ?? LIMIT_MS));
    for (let attempt = 1;; attempt++) {
        try {
            await settling.run();
            return settling.settled;
        }
        catch (error) {
            if (!mayPass(error) || attempt >= TRIES) {
                access.onProblem(`Cannot tell it by an issue of ${(0,bytestring.displayText)(access.repository)}: ${whyNot(error)}`);
                return settling.settled;
            }
            await (0,promises_.setTimeout)((access.pauseMs ?? PAUSE_MS) * 2 ** (attempt - 1));
        }
    }
}
/** Of the same target in the same subject one state: not well if one of them isn't. */
function byTarget(states) {
    const groups = Map.groupBy(states, (state) => `${markerOf(state)} ${state.subject}`);
    return [...groups.values()].map(([first, ...others]) => ({
        ...first,
        problems: [first, ...others].flatMap(({ problems }) => problems),
    }));
}
/** What is settled stays so when the rest is tried again. */
class Settling {
    settled = [];
    #todo;
    #access;
    #signal;
    #path;
    #found = [];
    constructor(todo, access, signal) {
        this.#todo = todo;
        this.#access = access;
        this.#signal = signal;
        const [owner = '', name = ''] = access.repository.split('/');
        this.#path = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}/issues`;
    }
    async run() {
        if (this.#todo.length === 0)
            return;
        this.#found = await this.#openIssues();
        for (let state = this.#todo[0]; state !== undefined; state = this.#todo[0]) {
            const marker = markerOf(state);
            const ours = this.#found.filter(({ body }) => body.startsWith(marker));
            await this.#settle(state, ours);
            this.#todo.shift();
        }
    }
    /** Oldest first. */
    async #openIssues() {
        const found = [];
        for (let page = 1; page <= MAX_PAGES; page++) {
            const query = `state=open&labels=${LABEL}&sort=created&direction=asc&per_page=${PER_PAGE}&page=${page}`;
            const answer = await this.#ask('GET', `?${query}`);
            const items = Array.isArray(answer) ? answer : [];
            found.push(...items.flatMap(issueIn));
            if (items.length < PER_PAGE)
                break;
        }
        return found;
    }
    /** Two runs at once may have opened one each: the older one is gone on with, and both are closed. */
    async #settle(state, ours) {
        const [first] = ours;
        if (state.problems.length > 0)
            return first === undefined ? this.#open(state) : this.#update(state, first);
        for (const issue of ours)
            await this.#relieve(state, issue);
    }
    async #open(state) {
        if (this.settled.filter(({ done }) => done === 'opened').length >= MAX_OPENED) {
            this.#access.onProblem(`No issue is opened for ${(0,bytestring.displayText)(state.target)}: ${MAX_OPENED} were opened by this run already.`);
            return;
        }
        const answer = await this.#ask('POST', '', {
            ...this.#textOf(state, [this.#trouble(state, undefined)]),
            labels: [LABEL],
        });
        const [issue] = issueIn(answer);
        if (issue === undefined)
            throw new Error('GitHub answered without an issue');
        this.#found.push(issue);
        this.settled.push({ number: issue.number, url: issue.url, done: 'opened' });
        if (!labelsIn(answer).includes(LABEL))
            this.#access.onProblem(`The issue ${issue.number} has not the label ${LABEL}, by which the next run finds it: the token may not set it. Set it yourself, or give another token.`);
    }
    async #update(state, issue) {
        const known = troublesIn(issue.body);
        const before = known.find(({ subject }) => subject === state.subject);
        const others = known.filter((one) => one !== before);
        await this.#ask('PATCH', `/${issue.number}`, this.#textOf(state, [...others, this.#trouble(state, before)]));
        this.settled.push({ number: issue.number, url: issue.url, done: 'updated' });
    }
    /** Closed before it is said why: a comment that can't be made leaves nothing open. */
    async #relieve(state, issue) {
        const known = troublesIn(issue.body);
        const left = known.filter(({ subject }) => subject !== state.subject);
        if (left.length === known.length && known.length > 0)
            return;
        if (left.length > 0) {
            await this.#ask('PATCH', `/${issue.number}`, this.#textOf(state, left));
            this.settled.push({ number: issue.number, url: issue.url, done: 'updated' });
            return;
        }
        await this.#ask('PATCH', `/${issue.number}`, { state: 'closed', state_reason: 'completed' });
        this.settled.push({ number: issue.number, url: issue.url, done: 'closed' });
        const { run } = this.#access;
        const body = `It is well again${run === '' ? '' : `: [the run that found it so](${run})`}.`;
        await this.#ask('POST', `/${issue.number}/comments`, { body });
    }
    #trouble(state, before) {
        return troubleOf(state, { before, run: this.#access.run, nowMs: Date.now() });
    }
    #textOf(target, troubles) {
        return { title: issueTitle(target, troubles), body: issueBody(target, troubles) };
    }
    #ask(method, path, body) {
        return (0,rest/* askRest */.y)(method, this.#path + path, {
            token: this.#access.token,
            signal: this.#signal,
            ...(body === undefined ? {} : { body }),
        });
    }
}
function issueIn(json) {
    if (typeof json !== 'object' || json === null || 'pull_request' in json)
        return [];
    const { number, html_url: url, body } = json;
    if (typeof number !== 'number')
        return [];
    return [{ number, url: typeof url === 'string' ? url : '', body: typeof body === 'string' ? body : '' }];
}
function labelsIn(json) {
    const { labels } = json;
    return Array.isArray(labels) ? labels.map((label) => label?.name) : [];
}
/** The end of the time for all together doesn't pass. */
function mayPass(error) {
    if (error instanceof Error && error.name === 'AbortError')
        return false;
    if (!(error instanceof toolkit_process/* ToolkitError */.h4) || error.status === null)
        return true;
    return error.status >= 500 || error.status === 429;
}
function whyNot(error) {
    const status = error instanceof toolkit_process/* ToolkitError */.h4 ? error.status : null;
    if (error instanceof Error && /rate limit/i.test(error.message))
        return 'GitHub holds back who asks too much; the next run tries again.';
    if (status === 401)
        return 'GitHub does not know the token (401): it is wrong, or has expired.';
    if (status === 403 || status === 404)
        return `the token may not write issues (${status}): give the job \`permissions: issues: write\` and pass \`github.token\`, or another token that may.`;
    if (status === 410)
        return 'issues are switched off there (410): switch them on in its settings, or give no token.';
    if (error instanceof Error && error.name === 'AbortError')
        return 'GitHub took too long.';
    return (0,bytestring.displayText)((0,system_error/* systemErrorText */.f9)(error)).replace(/\.?$/, '.');
}


/***/ })

};
