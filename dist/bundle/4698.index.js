export const id = 4698;
export const ids = [4698];
export const modules = {

/***/ 55060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ readArchivePlace),
/* harmony export */   b: () => (/* binding */ wayToArchive)
/* harmony export */ });
/* harmony import */ var _archive_archive_keys_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52325);
/* harmony import */ var _github_secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(45907);
/* harmony import */ var _settings_unlocked_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52395);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58999);
/* harmony import */ var _archives_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(84649);
/* harmony import */ var _storage_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22465);








const ARCHIVE_INPUTS = ['archive-to', 'archive-recipients', 'archive-passphrase'];
/** What an archive, which is always of everything, and in no repository, would ignore. */
const IGNORED_TEXTS = [
    'repository',
    'parent',
    'checkpoint-interval',
    'compression',
    'pack-size',
    'copy-to',
    'keep-because',
    'spool-size',
];
const IGNORED_WORDS = [
    'init',
    'force',
    'skip-if-unchanged',
    'ignore-ctime',
    'ignore-inode',
    'dry-run',
];
/** Null: the step makes a snapshot. @throws HoldfastError bad-input for inputs of which one would be ignored. */
function readArchivePlace() {
    if ((0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .choiceInput */ .ij)('format', ['snapshot', 'archive']) === 'snapshot') {
        const given = ARCHIVE_INPUTS.find((name) => (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)(name) !== null) ??
            ((0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .booleanInput */ .tE)('archive-unencrypted') ? 'archive-unencrypted' : undefined);
        if (given === undefined)
            return null;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use the input \`${given}\` without \`format: archive\`.`);
    }
    const ignored = IGNORED_TEXTS.find((name) => (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)(name) !== null) ??
        IGNORED_WORDS.find((name) => (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .booleanInput */ .tE)(name));
    if (ignored !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use both \`format: archive\` and the input \`${ignored}\`: an archive is always of everything, and in no repository. Leave out one of them.`);
    }
    (0,_access_js__WEBPACK_IMPORTED_MODULE_2__/* .maskStorageSecrets */ .Vh)();
    const s3 = (0,_settings_unlocked_js__WEBPACK_IMPORTED_MODULE_3__/* .unlocked */ .Y)((0,_storage_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .readStorageInputs */ .vY)());
    const passphrase = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('archive-passphrase');
    if (passphrase !== null)
        (0,_github_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .mask */ .dK)(passphrase);
    return {
        s3,
        location: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredInput */ .YF)('archive-to', 'Say where archives are kept: a folder, or s3:https://HOST/BUCKET/PREFIX.'),
        retentionDays: readRetentionDays(),
        sealing: (0,_archive_archive_keys_js__WEBPACK_IMPORTED_MODULE_6__/* .sealingOf */ .jJ)({
            recipients: (0,_archive_archive_keys_js__WEBPACK_IMPORTED_MODULE_6__/* .recipientsIn */ .uB)((0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('archive-recipients') ?? ''),
            passphrase,
            unencrypted: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .booleanInput */ .tE)('archive-unencrypted'),
        }, {
            recipients: 'the input `archive-recipients`',
            passphrase: 'the input `archive-passphrase`',
            unencrypted: 'the input `archive-unencrypted: true`',
        }),
    };
}
/** By the inputs as they are. */
function wayToArchive() {
    return {
        location: (0,_archives_js__WEBPACK_IMPORTED_MODULE_7__/* .shownLocation */ .RI)((0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('archive-to') ?? ''),
        isByPassphrase: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('archive-passphrase') !== null,
    };
}
/** GitHub's, for private repositories; for public ones it takes 90. */
const MAX_RETENTION_DAYS = 400;
function readRetentionDays() {
    const text = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('artifact-retention-days');
    if (text === null)
        return null;
    const days = /^\d{1,3}$/.test(text) ? Number(text) : 0;
    if (days >= 1 && days <= MAX_RETENTION_DAYS)
        return days;
    throw (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)('artifact-retention-days', text, `a whole number from 1 to ${MAX_RETENTION_DAYS}`);
}


/***/ }),

/***/ 66227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SP: () => (/* binding */ failedArchiveSummary),
/* harmony export */   c3: () => (/* binding */ heldArchiveSummary),
/* harmony export */   xd: () => (/* binding */ archiveSummary)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95209);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(63509);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53272);
/* harmony import */ var _github_summary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13794);
/* harmony import */ var _hosts_quote_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(28976);
/* harmony import */ var _backup_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75889);
/* harmony import */ var _backup_summary_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(80521);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39863);
/* harmony import */ var _next_steps_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97041);









/** The job summary of an archive that was made, complete or not. */
function archiveSummary(result, way) {
    return `${[heading(result), ...body(result, way)].join('\n\n')}\n`;
}
/** Of one whose after commands failed. */
function heldArchiveSummary(error, result, way) {
    const parts = [
        `### ❌ Archive of ${whose(result)} made, but an after command failed`,
        (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_failure_text_js__WEBPACK_IMPORTED_MODULE_1__/* .failureText */ .k)(error)),
        '**Held:** the application may still be stopped: run the `after` commands by hand on the host, and see that it works, before anything else.',
        ...body(result, way),
    ];
    return `${parts.join('\n\n')}\n`;
}
/** Of one that was not made. */
function failedArchiveSummary(error, what) {
    const { advice } = (0,_next_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .nextSteps */ .Zn)(error);
    const parts = [
        `### ❌ Archive of ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(what.target)} on ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(what.on)} failed`,
        (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_failure_text_js__WEBPACK_IMPORTED_MODULE_1__/* .failureText */ .k)(error)),
        '**Saved:** nothing. What is left of it in the store has no manifest, and counts for nothing; archives from before are untouched.',
        `**Next:** ${advice}`,
    ];
    return `${parts.join('\n\n')}\n`;
}
function heading(result) {
    if (!result.complete)
        return `### ⚠️ Archive of ${whose(result)} is incomplete`;
    return (0,_backup_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problemTotal */ .sS)(result) === 0
        ? `### ✅ Made an archive of ${whose(result)}`
        : `### ⚠️ Made an archive of ${whose(result)}, with problems`;
}
function whose({ target, hostname }) {
    return `${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(target)} on ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(hostname)}`;
}
function body(result, way) {
    const rows = [
        ['Archive', (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(result.archiveFile)],
        ['Paths', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .codeList */ .E5)(result.paths)],
        ['Files', (0,_amounts_js__WEBPACK_IMPORTED_MODULE_5__.formatCount)(result.files)],
        ['Size', `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_5__.formatBytes)(result.contentBytes)} (${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_5__.formatBytes)(result.storedBytes)} stored)`],
        ['SHA-256', (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(result.storedSha256)],
        ['Took', (0,_amounts_js__WEBPACK_IMPORTED_MODULE_5__.formatDuration)(result.durationMs)],
    ];
    if (result.quiescedMs !== null)
        rows.push(['Application held for', (0,_amounts_js__WEBPACK_IMPORTED_MODULE_5__.formatDuration)(result.quiescedMs)]);
    if (result.tags.length > 0)
        rows.push(['Tags', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .codeList */ .E5)(result.tags)]);
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .factsTable */ .wd)(rows), (0,_backup_summary_js__WEBPACK_IMPORTED_MODULE_6__/* .notSaved */ .b3)(result), next(result, way)];
}
function next(result, { location, isByPassphrase }) {
    const todo = result.complete ? 'nothing' : `${(0,_backup_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .remedy */ .zL)(result)} Then run the job again`;
    if (location?.startsWith('artifact:')) {
        // A terminal reaches none.
        return (`**Next:** ${todo}. To look at what was saved, run the action \`restore\` with \`archive-from: 'artifact:'\`, ` +
            `\`artifact-token\` and \`snapshot: ${result.id}\`.`);
    }
    const from = location === null ? 'LOCATION' : (0,_hosts_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_8__.fromText)(location));
    const key = isByPassphrase ? ' --age-passphrase-file passphrase.txt' : ' --age-identity key.txt';
    const by = result.archiveFile.endsWith(SEALED) ? key : '';
    const look = [`holdfast restore ${result.id} --archive-from ${from}${by} --target /tmp/restored`];
    return `**Next:** ${todo}. To look at what was saved:\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .shellBlock */ .OV)(look)}`;
}
const SEALED = '.age';


/***/ }),

/***/ 93807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   backUpToArchive: () => (/* binding */ backUpToArchive)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(95209);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19473);
/* harmony import */ var _github_annotations_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(68492);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(30284);
/* harmony import */ var _github_outputs_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(31224);
/* harmony import */ var _github_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67503);
/* harmony import */ var _github_summary_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(13794);
/* harmony import */ var _operations_archive_after_failure_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(69415);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58999);
/* harmony import */ var _application_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38308);
/* harmony import */ var _archive_place_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(55060);
/* harmony import */ var _archive_summary_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(66227);
/* harmony import */ var _archives_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(84649);
/* harmony import */ var _backup_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66961);
/* harmony import */ var _backup_problems_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(75889);
/* harmony import */ var _database_inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(43409);
/* harmony import */ var _quiesce_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28039);
/* harmony import */ var _unfinished_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(51719);


















/**
 * `format: archive`: an archive in place of a snapshot.
 * @param configuration What a `backup.yml` said of it, for the manifest in it; null: the inputs say all.
 */
async function backUpToArchive(place, configuration, tools) {
    const access = (0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .readHostAccess */ .Ni)();
    const application = (0,_application_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .readApplication */ .n)();
    const stopping = application === null ? (0,_quiesce_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readQuiesceInputs */ .bG)() : undefined;
    const origin = { configuration, run: (0,_github_run_js__WEBPACK_IMPORTED_MODULE_3__/* .currentRun */ .x)() };
    const options = { ...(0,_backup_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .readOptions */ .T)(access.on, 0), sealing: place.sealing, origin };
    if (options.buckets !== undefined && options.buckets.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('bad-input', 'Cannot use the input `buckets` with `format: archive`: an archive holds files alone, expected one of them. Give a repository for the buckets.');
    }
    await (0,_archives_js__WEBPACK_IMPORTED_MODULE_6__/* .refusePlainInPublic */ .Dx)(place.location, place.sealing, tools.signal);
    const run = async () => {
        const { archive } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 89914));
        const store = await (0,_archives_js__WEBPACK_IMPORTED_MODULE_6__/* .openArchives */ .aB)(place, tools);
        try {
            const host = await (0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .connect */ .Ng)(access, tools);
            try {
                const onApplication = _unfinished_js__WEBPACK_IMPORTED_MODULE_7__/* .unfinished */ .M.application;
                const reach = (0,_database_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .databaseHost */ .iz)(access, tools);
                const dumps = options.dumps?.map(({ database }) => ({ database, connect: reach }));
                const given = { ...options, dumps, quiesce: (0,_quiesce_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .quiesceOn */ .HQ)(access, stopping, tools), onApplication };
                const way = { access, host };
                const planned = application === null ? given : await (0,_application_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .planApplication */ .s)({ application, options: given }, way, tools);
                return await archive(host, store, planned, tools.reporter, tools.signal);
            }
            finally {
                await host.close();
            }
        }
        finally {
            await store.close();
        }
    };
    const title = `Make an archive of ${options.target} on ${access.on}`;
    const { result, afterFailure } = await (0,_github_log_js__WEBPACK_IMPORTED_MODULE_9__/* .inGroup */ .HB)(title, () => run().then(saved, savedAllTheSame));
    giveOutputs(result);
    _github_log_js__WEBPACK_IMPORTED_MODULE_9__/* .log */ .Rm.info(oneLine(result));
    annotateProblems(result);
    if (afterFailure !== null)
        throw afterFailure;
    (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_10__/* .addSummary */ .S0)((0,_archive_summary_js__WEBPACK_IMPORTED_MODULE_11__/* .archiveSummary */ .xd)(result, (0,_archive_place_js__WEBPACK_IMPORTED_MODULE_12__/* .wayToArchive */ .b)()));
}
function saved(result) {
    return { result, afterFailure: null };
}
/** The result is told before the failure, whatever becomes of the application. */
function savedAllTheSame(error) {
    if (error instanceof _operations_archive_after_failure_js__WEBPACK_IMPORTED_MODULE_13__/* .ArchiveAfterFailure */ .n)
        return { result: error.result, afterFailure: error };
    throw error;
}
function annotateProblems(result) {
    const annotation = (0,_backup_problems_js__WEBPACK_IMPORTED_MODULE_14__/* .problemsAnnotation */ .KI)(result, `The archive ${result.id} is kept, but incomplete`);
    if (annotation === null)
        return;
    const annotate = annotation.severity === 'fail' ? _github_annotations_js__WEBPACK_IMPORTED_MODULE_15__/* .fail */ .fJ : _github_annotations_js__WEBPACK_IMPORTED_MODULE_15__/* .warn */ .R8;
    annotate(annotation.title, annotation.message);
}
function giveOutputs(result) {
    (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_16__/* .setOutputs */ .n0)({
        'archive-id': result.id,
        'archive-file': result.archiveFile,
        'archive-sha256': result.storedSha256,
        dumps: result.dumps.map(({ name }) => name).join('\n'),
        complete: result.complete,
        'files-total': result.files,
        'bytes-total': result.contentBytes,
        'bytes-stored': result.storedBytes,
        'duration-seconds': Math.round(result.durationMs / 1000),
        'quiesced-seconds': result.quiescedMs === null ? '' : result.quiescedMs / 1000,
    });
}
function oneLine(result) {
    const what = `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_17__.formatCounted)(result.files, 'file')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_17__.formatBytes)(result.contentBytes)}`;
    return `Archive ${result.id}: ${what}; ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_17__.formatBytes)(result.storedBytes)} stored.`;
}


/***/ }),

/***/ 40003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ABOUT: () => (/* binding */ ABOUT),
/* harmony export */   main: () => (/* binding */ main),
/* harmony export */   post: () => (/* binding */ post),
/* harmony export */   summarizeFailure: () => (/* binding */ summarizeFailure)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(95209);
/* harmony import */ var _github_annotations_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(68492);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(52325);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(30284);
/* harmony import */ var _github_outputs_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(31224);
/* harmony import */ var _github_summary_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(13794);
/* harmony import */ var _operations_archive_after_failure_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(69415);
/* harmony import */ var _operations_backup_result_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(17421);
/* harmony import */ var _operations_copy_after_backup_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(86868);
/* harmony import */ var _settings_target_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(47508);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(58999);
/* harmony import */ var _archive_place_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55060);
/* harmony import */ var _archive_summary_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(66227);
/* harmony import */ var _backup_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66961);
/* harmony import */ var _backup_problems_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(75889);
/* harmony import */ var _backup_run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(82176);
/* harmony import */ var _backup_summary_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(80521);
/* harmony import */ var _copy_to_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(82085);
/* harmony import */ var _issues_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34198);
/* harmony import */ var _notices_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91637);
/* harmony import */ var _post_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97752);
/* harmony import */ var _unfinished_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51719);






















/** What others are told of it. */
const ABOUT = {
    ..._notices_js__WEBPACK_IMPORTED_MODULE_0__/* .OF_A_HOST */ .be,
    action: 'Backup',
    byEnvironment: true,
    settleIssue: (0,_issues_js__WEBPACK_IMPORTED_MODULE_1__/* .issueOf */ .v)('backup'),
};
/**
 * Backs up one target: its files become one snapshot.
 * @param configuration What a `backup.yml` said of it, for the manifest; null: the inputs say all.
 */
async function main(configuration = null) {
    const policy = { title: 'Backup failed', severity: 'fail', onFailure: summarizeFailure };
    await (0,_notices_js__WEBPACK_IMPORTED_MODULE_0__/* .runMain */ .VN)(ABOUT, policy, (tools) => backUp(tools, configuration));
}
/** Does what main could not when it was cut off: lets the application go on, and removes our lock. */
async function post() {
    await (0,_post_js__WEBPACK_IMPORTED_MODULE_2__/* .finishForMain */ .y)();
    await (0,_notices_js__WEBPACK_IMPORTED_MODULE_0__/* .noticeCutOff */ .QB)(ABOUT);
}
async function backUp(tools, configuration) {
    _unfinished_js__WEBPACK_IMPORTED_MODULE_3__/* .unfinished */ .M.mainStarted();
    const place = (0,_archive_place_js__WEBPACK_IMPORTED_MODULE_4__/* .readArchivePlace */ .a)();
    if (place !== null) {
        _unfinished_js__WEBPACK_IMPORTED_MODULE_3__/* .unfinished */ .M.needsNoRepository();
        const { backUpToArchive } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 93807));
        return backUpToArchive(place, configuration, tools);
    }
    const inputs = await (0,_backup_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .readBackupInputs */ .Q)(configuration);
    const title = `Back up ${inputs.options.target} on ${inputs.host.on}`;
    const { result, afterFailure } = await (0,_github_log_js__WEBPACK_IMPORTED_MODULE_6__/* .inGroup */ .HB)(title, () => (0,_backup_run_js__WEBPACK_IMPORTED_MODULE_7__/* .runBackup */ .Q3)(inputs, tools));
    giveOutputs(result);
    _github_log_js__WEBPACK_IMPORTED_MODULE_6__/* .log */ .Rm.info(oneLine(result));
    annotateProblems(result);
    const snapshot = (0,_operations_backup_result_js__WEBPACK_IMPORTED_MODULE_8__.heldBy)(result);
    if (afterFailure !== null) {
        // Who must see to the application isn't to wait for hours of copying.
        if (inputs.copyTo !== null && snapshot !== null)
            (0,_github_annotations_js__WEBPACK_IMPORTED_MODULE_9__/* .warn */ .R8)('No copy is made', NOT_COPIED);
        throw afterFailure;
    }
    (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_10__/* .addSummary */ .S0)((0,_backup_summary_js__WEBPACK_IMPORTED_MODULE_11__/* .backupSummary */ .fj)(result, inputs.repository.location));
    if (inputs.copyTo === null || snapshot === null)
        return;
    const places = { from: inputs.repository, to: inputs.copyTo, snapshot };
    await (0,_github_log_js__WEBPACK_IMPORTED_MODULE_6__/* .inGroup */ .HB)('Copy to the second repository', () => (0,_copy_to_js__WEBPACK_IMPORTED_MODULE_12__/* .copyBackup */ .UO)(places, tools));
}
const NOT_COPIED = 'The snapshot is in the first repository alone, since an after command failed. The next run that ends well makes up for its copy.';
function annotateProblems(result) {
    const annotation = (0,_backup_problems_js__WEBPACK_IMPORTED_MODULE_13__/* .annotationOf */ .lW)(result);
    if (annotation === null)
        return;
    const annotate = annotation.severity === 'fail' ? _github_annotations_js__WEBPACK_IMPORTED_MODULE_9__/* .fail */ .fJ : _github_annotations_js__WEBPACK_IMPORTED_MODULE_9__/* .warn */ .R8;
    annotate(annotation.title, annotation.message);
}
function giveOutputs(result) {
    const { summary } = result;
    (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_14__/* .setOutputs */ .n0)({
        'snapshot-id': result.snapshotId ?? '',
        'parent-id': result.parentId ?? '',
        complete: result.complete,
        'files-new': summary.filesNew,
        'files-changed': summary.filesChanged,
        'files-unmodified': summary.filesUnmodified,
        'files-total': summary.totalFilesProcessed,
        'bytes-total': summary.totalBytesProcessed,
        'bytes-read': result.bytesRead,
        'bytes-added': summary.dataAdded,
        'bytes-stored': summary.dataAddedPacked,
        dumps: (0,_backup_run_js__WEBPACK_IMPORTED_MODULE_7__/* .dumpNames */ .N0)(result),
        'duration-seconds': Math.round(result.durationMs / 1000),
        'quiesced-seconds': result.quiescedMs === null ? '' : result.quiescedMs / 1000,
    });
}
function oneLine(result) {
    const { summary } = result;
    const what = `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_15__.formatCounted)(summary.totalFilesProcessed, 'file')}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_15__.formatBytes)(summary.totalBytesProcessed)}`;
    const stored = `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_15__.formatBytes)(result.bytesRead)} read, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_15__.formatBytes)(summary.dataAddedPacked)} stored`;
    if (result.unchanged)
        return `Unchanged since snapshot ${result.parentId?.slice(0, 8)}: ${what}; no new one was made.`;
    if (result.snapshotId === null)
        return `Dry run: ${what}; ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_15__.formatBytes)(result.bytesRead)} would be read.`;
    return `Snapshot ${result.snapshotId.slice(0, 8)}: ${what}; ${stored}.`;
}
/** Of a backup that made no snapshot, whether it began or not. */
function summarizeFailure(error) {
    const copyFailure = copyFailureIn(error);
    if (copyFailure !== null) {
        (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_10__/* .addSummary */ .S0)((0,_copy_to_js__WEBPACK_IMPORTED_MODULE_12__/* .failedCopySummary */ .zc)(copyFailure));
        return;
    }
    const { way, repository } = (0,_access_js__WEBPACK_IMPORTED_MODULE_16__/* .shownPlaces */ .GF)();
    const target = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_17__/* .textInput */ ._Z)('of') ?? _settings_target_js__WEBPACK_IMPORTED_MODULE_18__/* .DEFAULT_TARGET */ .Kv;
    if (error instanceof _operations_archive_after_failure_js__WEBPACK_IMPORTED_MODULE_19__/* .ArchiveAfterFailure */ .n)
        (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_10__/* .addSummary */ .S0)((0,_archive_summary_js__WEBPACK_IMPORTED_MODULE_20__/* .heldArchiveSummary */ .c3)(error, error.result, (0,_archive_place_js__WEBPACK_IMPORTED_MODULE_4__/* .wayToArchive */ .b)()));
    else if ((0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_17__/* .textInput */ ._Z)('format') === 'archive')
        (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_10__/* .addSummary */ .S0)((0,_archive_summary_js__WEBPACK_IMPORTED_MODULE_20__/* .failedArchiveSummary */ .SP)(error, { target, on: way.on }));
    else
        (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_10__/* .addSummary */ .S0)((0,_backup_summary_js__WEBPACK_IMPORTED_MODULE_11__/* .failedBackupSummary */ ._n)(error, { target, on: way.on, repository, checkpoint: (0,_backup_run_js__WEBPACK_IMPORTED_MODULE_7__/* .lastCheckpoint */ .ZP)() }));
}
/** That a run was cancelled hides what it was at. */
function copyFailureIn(error) {
    for (let cause = error; cause instanceof Error; cause = cause.cause) {
        if (cause instanceof _operations_copy_after_backup_js__WEBPACK_IMPORTED_MODULE_21__/* .CopyFailure */ .i)
            return cause;
    }
    return null;
}


/***/ }),

/***/ 66961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ readBackupInputs),
  T: () => (/* binding */ readOptions)
});

// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/github/inputs.js
var inputs = __webpack_require__(52325);
// EXTERNAL MODULE: ./build/github/run.js
var run = __webpack_require__(67503);
// EXTERNAL MODULE: ./build/settings/checkpoint-interval.js
var checkpoint_interval = __webpack_require__(65912);
// EXTERNAL MODULE: ./build/settings/retention.js
var retention = __webpack_require__(88706);
// EXTERNAL MODULE: ./build/settings/spool-size.js
var spool_size = __webpack_require__(47177);
// EXTERNAL MODULE: ./build/settings/tags.js
var tags = __webpack_require__(51767);
// EXTERNAL MODULE: ./build/size.js
var size = __webpack_require__(85963);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(58508);
// EXTERNAL MODULE: ./build/actions/access.js + 2 modules
var access = __webpack_require__(58999);
// EXTERNAL MODULE: ./build/actions/application-plan.js
var application_plan = __webpack_require__(38308);
// EXTERNAL MODULE: ./build/actions/bucket-inputs.js
var bucket_inputs = __webpack_require__(54940);
// EXTERNAL MODULE: ./build/actions/copy-to.js
var copy_to = __webpack_require__(82085);
// EXTERNAL MODULE: ./build/actions/database-inputs.js
var database_inputs = __webpack_require__(43409);
// EXTERNAL MODULE: ./build/actions/quiesce-inputs.js
var quiesce_inputs = __webpack_require__(28039);
// EXTERNAL MODULE: ./build/actions/snapshot-inputs.js
var snapshot_inputs = __webpack_require__(87434);
// EXTERNAL MODULE: ./build/files/volume/volume-words.js + 2 modules
var volume_words = __webpack_require__(1962);
;// CONCATENATED MODULE: ./build/actions/volume-inputs.js



/** The snapshot of a volume that files are read from; undefined: none. @throws HoldfastError bad-input. */
function readVolumeInputs() {
    const words = {
        volume: (0,inputs/* textInput */._Z)('volume'),
        size: (0,inputs/* textInput */._Z)('volume-size'),
        create: (0,inputs/* textInput */._Z)('volume-create'),
        mount: (0,inputs/* textInput */._Z)('volume-mount'),
        unmount: (0,inputs/* textInput */._Z)('volume-unmount'),
        destroy: (0,inputs/* textInput */._Z)('volume-destroy'),
        keep: (0,inputs/* booleanInput */.tE)('volume-keep'),
        container: (0,inputs/* textInput */._Z)('container'),
    };
    const parsed = (0,volume_words/* parseVolume */.w)(words, (word) => `the input \`${word}\``);
    return parsed === undefined ? undefined : { ...parsed, holder: (0,quiesce_inputs/* holder */.Lm)() };
}

;// CONCATENATED MODULE: ./build/actions/backup-inputs.js


















/** @throws HoldfastError bad-input, before anything is connected to. */
async function readBackupInputs(configuration = null) {
    const repository = { ...(await (0,access/* readRepositoryAccess */.J1)()), storage: (0,snapshot_inputs/* readStorage */.GJ)() };
    const host = (0,access/* readHostAccess */.Ni)();
    const copyTo = (0,copy_to/* readCopyTo */.LZ)(repository);
    const spoolBytes = (0,spool_size.parseSpoolSize)((0,inputs/* textInput */._Z)('spool-size'), 'the input `spool-size`');
    const application = (0,application_plan/* readApplication */.n)();
    return {
        host,
        repository,
        copyTo,
        quiesce: application === null ? (0,quiesce_inputs/* readQuiesceInputs */.bG)() : undefined,
        application,
        options: {
            ...readOptions(host.on, repository.retryLockMs),
            origin: { configuration, run: (0,run/* currentRun */.x)() },
        },
        spoolBytes,
    };
}
function readOptions(on, retryLockMs) {
    const larger = (0,inputs/* textInput */._Z)('exclude-larger-than');
    const dumps = (0,database_inputs/* readDumps */.wL)();
    const buckets = (0,bucket_inputs/* readBuckets */.m)();
    return {
        paths: readPaths(dumps.length + buckets.length > 0 || (0,inputs/* textInput */._Z)('app') !== null),
        dumps,
        buckets,
        excludes: (0,inputs/* listInput */.dt)('exclude'),
        iexcludes: (0,inputs/* listInput */.dt)('iexclude'),
        excludeCaches: (0,inputs/* booleanInput */.tE)('exclude-caches'),
        excludeIfPresent: (0,inputs/* listInput */.dt)('exclude-if-present'),
        excludeLargerThanBytes: larger === null ? null : (0,size/* parseLargestSize */.l)(larger, 'the input `exclude-larger-than`'),
        oneFileSystem: (0,inputs/* booleanInput */.tE)('one-file-system'),
        hostname: (0,snapshot_inputs/* hostnameFor */.fM)(on),
        target: (0,snapshot_inputs/* targetInput */.Mn)(),
        tags: (0,tags/* parseNewTags */.X)((0,inputs/* selectionInput */.VR)('tags'), 'the input `tags`'),
        keepBecause: keepBecauseInput(),
        parent: readParent(),
        skipIfUnchanged: (0,inputs/* booleanInput */.tE)('skip-if-unchanged'),
        ignore: (0,inputs/* booleanInput */.tE)('ignore-inode') ? 'inode' : (0,inputs/* booleanInput */.tE)('ignore-ctime') ? 'ctime' : 'nothing',
        firstPass: !(0,inputs/* booleanInput */.tE)('no-first-pass'),
        volume: readVolumeInputs(),
        before: (0,inputs/* commandsInput */.b7)('before'),
        after: (0,inputs/* commandsInput */.b7)('after'),
        onUnreadable: (0,inputs/* choiceInput */.ij)('on-unreadable', ['fail', 'warn']),
        onChanged: (0,inputs/* choiceInput */.ij)('on-changed', ['auto', 'fail', 'warn']),
        checkpointEveryMs: (0,checkpoint_interval/* parseCheckpointInterval */.f)((0,inputs/* textInput */._Z)('checkpoint-interval'), 'the input `checkpoint-interval`'),
        dryRun: (0,inputs/* booleanInput */.tE)('dry-run'),
        retryLockMs,
        programVersion: version/* PROGRAM_VERSION */.c,
    };
}
function keepBecauseInput() {
    const reason = (0,inputs/* textInput */._Z)('keep-because');
    return reason === null ? undefined : (0,retention/* parseKeepBecause */.hZ)(reason, 'the input `keep-because`');
}
function readParent() {
    const parent = (0,inputs/* textInput */._Z)('parent');
    if (!(0,inputs/* booleanInput */.tE)('force'))
        return parent === null ? 'newest' : { spec: parent };
    if (parent === null)
        return 'none';
    throw new errors/* HoldfastError */.E('bad-input', 'Cannot use both the inputs `force: true` and `parent`: expected one of them.');
}
function readPaths(mayBeNone) {
    const paths = mayBeNone
        ? (0,inputs/* listInput */.dt)('paths')
        : (0,inputs/* requiredList */.GS)('paths', 'Give the absolute paths to back up, one a line.');
    const relative = paths.find((path) => !path.startsWith('/'));
    if (relative !== undefined) {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot back up ${JSON.stringify(relative)}: it is a relative path, expected an absolute one.`);
    }
    return paths.map(bytestring.fromText);
}


/***/ }),

/***/ 20760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ identitiesIn),
/* harmony export */   jJ: () => (/* binding */ sealingOf),
/* harmony export */   uB: () => (/* binding */ recipientsIn)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** Lines that hold something, without comments. */
function linesOf(text) {
    return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
}
/** Public keys, one a line or with commas between, `#` for comments: as in age's own files. */
function recipientsIn(text) {
    return linesOf(text)
        .flatMap((line) => line.split(','))
        .map((recipient) => recipient.trim())
        .filter((recipient) => recipient !== '');
}
/**
 * Secret keys, as `age-keygen` writes them.
 * @param where For the message: the file or the input that held `text`.
 * @throws HoldfastError bad-input if there is none. The message shows nothing of the text.
 */
function identitiesIn(text, where) {
    const lines = linesOf(text);
    if (lines.length > 0 && lines.every((line) => line.startsWith('AGE-SECRET-KEY-')))
        return lines;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot read an identity from ${where}: expected lines that begin with AGE-SECRET-KEY-, as age-keygen writes them.`);
}
/**
 * How an archive is to be encrypted.
 * @param names What the three are called where they were given.
 * @throws HoldfastError bad-input unless it is exactly one: that nothing is encrypted must be said.
 */
function sealingOf(given, names) {
    const { recipients, passphrase, unencrypted } = given;
    const ways = [
        recipients.length > 0 ? names.recipients : null,
        passphrase !== null ? names.passphrase : null,
        unencrypted ? names.unencrypted : null,
    ].filter((name) => name !== null);
    if (ways.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot make an archive: nothing says how it is encrypted. Give ${names.recipients}, ${names.passphrase}, or (whoever comes by it reads it then) ${names.unencrypted}.`);
    }
    if (ways.length > 1) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use both ${ways.join(' and ')}: expected one of them.`);
    }
    if (unencrypted)
        return { kind: 'none' };
    if (passphrase === null)
        return { kind: 'recipients', recipients };
    if (passphrase !== '')
        return { kind: 'passphrase', passphrase };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', 'Cannot use an empty passphrase. Choose a longer one.');
}


/***/ }),

/***/ 23833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GS: () => (/* binding */ MAX_ARCHIVE_MANIFEST_BYTES),
/* harmony export */   KB: () => (/* binding */ encodeArchiveManifest),
/* harmony export */   iz: () => (/* binding */ decodeArchiveManifest)
/* harmony export */ });
/* unused harmony export ARCHIVE_MANIFEST_VERSION */
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _repository_format_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5620);
/* harmony import */ var _archive_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16207);




/** Version of the manifest's own layout. A reader refuses a higher one. */
const ARCHIVE_MANIFEST_VERSION = 1;
/** It names no file of the host; one that is larger isn't ours. */
const MAX_ARCHIVE_MANIFEST_BYTES = 4 * 1024 * 1024;
function encodeArchiveManifest(manifest) {
    const json = {
        archive_manifest_version: ARCHIVE_MANIFEST_VERSION,
        program_version: manifest.programVersion,
        archive: (0,_archive_name_js__WEBPACK_IMPORTED_MODULE_0__/* .archiveFile */ .Bf)(manifest.id, manifest.encryption.kind !== 'none'),
        time: (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTime */ .fU)(manifest.timeNs),
        target: manifest.target,
        hostname: manifest.hostname,
        tags: manifest.tags,
        paths: manifest.paths,
        complete: manifest.complete,
        encryption: manifest.encryption,
        stored_bytes: manifest.stored.bytes,
        stored_sha256: manifest.stored.sha256,
        tar_bytes: manifest.tar.bytes,
        tar_sha256: manifest.tar.sha256,
        files: manifest.files,
        folders: manifest.folders,
        others: manifest.others,
        content_bytes: manifest.contentBytes,
        dumps: manifest.dumps,
        problem_counts: manifest.problemCounts,
        tools: manifest.tools,
    };
    return Buffer.from(`${JSON.stringify(json, null, 2)}\n`, 'utf8');
}
/**
 * @param id By its name in the store: it must be the manifest of that archive.
 * @throws HoldfastError archive-damaged. Whoever can write to the store chooses what is in it.
 */
function decodeArchiveManifest(bytes, id) {
    const fields = new Fields(parsed(bytes, id), id);
    const version = fields.number('archive_manifest_version');
    if (version > ARCHIVE_MANIFEST_VERSION) {
        throw damaged(id, `it is of version ${version}, expected at most ${ARCHIVE_MANIFEST_VERSION}. Use a newer Holdfast`);
    }
    const encryption = encryptionOf(fields);
    const named = fields.text('archive');
    if (named !== (0,_archive_name_js__WEBPACK_IMPORTED_MODULE_0__/* .archiveFile */ .Bf)(id, encryption.kind !== 'none')) {
        throw damaged(id, `it is of another archive, "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(named)}"`);
    }
    return {
        id,
        programVersion: fields.text('program_version'),
        timeNs: fields.time('time'),
        target: fields.text('target'),
        hostname: fields.text('hostname'),
        tags: fields.texts('tags'),
        paths: fields.texts('paths'),
        complete: fields.boolean('complete'),
        encryption,
        stored: { bytes: fields.number('stored_bytes'), sha256: fields.hash('stored_sha256') },
        tar: { bytes: fields.number('tar_bytes'), sha256: fields.hash('tar_sha256') },
        files: fields.number('files'),
        folders: fields.number('folders'),
        others: fields.number('others'),
        contentBytes: fields.number('content_bytes'),
        dumps: fields.list('dumps').map((dump) => dumpOf(new Fields(dump, id))),
        problemCounts: fields.record('problem_counts', 'number'),
        tools: fields.record('tools', 'string'),
    };
}
function dumpOf(fields) {
    return {
        path: fields.text('path'),
        bytes: fields.number('bytes'),
        sha256: fields.hash('sha256'),
        entries: fields.number('entries'),
    };
}
function encryptionOf(fields) {
    const encryption = new Fields(fields.value('encryption'), fields.id);
    const kind = encryption.text('kind');
    if (kind === 'recipients')
        return { kind, recipients: encryption.texts('recipients') };
    if (kind === 'passphrase' || kind === 'none')
        return { kind };
    throw damaged(fields.id, `its encryption is ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(JSON.stringify(kind))}, which nobody knows`);
}
function parsed(bytes, id) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch (cause) {
        throw damaged(id, 'it is no JSON', cause);
    }
}
/** Members of an object of JSON, each proved to be what it must be. */
class Fields {
    id;
    #members;
    constructor(value, id) {
        this.id = id;
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            throw damaged(id, 'an object is missing');
        this.#members = value;
    }
    value(name) {
        return Object.hasOwn(this.#members, name) ? this.#members[name] : undefined;
    }
    text(name) {
        const value = this.value(name);
        if (typeof value === 'string')
            return value;
        throw damaged(this.id, `its ${name} is no text`);
    }
    boolean(name) {
        const value = this.value(name);
        if (typeof value === 'boolean')
            return value;
        throw damaged(this.id, `its ${name} is neither true nor false`);
    }
    number(name) {
        const value = this.value(name);
        if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
            return value;
        throw damaged(this.id, `its ${name} is no whole number`);
    }
    hash(name) {
        const value = this.text(name);
        if (/^[0-9a-f]{64}$/.test(value))
            return value;
        throw damaged(this.id, `its ${name} is no SHA-256`);
    }
    time(name) {
        try {
            return (0,_repository_format_time_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTime */ .pe)(this.text(name));
        }
        catch (cause) {
            throw damaged(this.id, `its ${name} is no time`, cause);
        }
    }
    list(name) {
        const value = this.value(name);
        if (Array.isArray(value))
            return value;
        throw damaged(this.id, `its ${name} is no list`);
    }
    texts(name) {
        return this.list(name).map((value) => {
            if (typeof value === 'string')
                return value;
            throw damaged(this.id, `its ${name} holds what is no text`);
        });
    }
    record(name, type) {
        const value = this.value(name);
        if (typeof value === 'object' &&
            value !== null &&
            Object.values(value).every((member) => typeof member === type))
            return { ...value };
        throw damaged(this.id, `its ${name} isn't as it must be`);
    }
}
function damaged(id, actual, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('archive-damaged', `Cannot use the manifest of the archive "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_2__.displayText)(id)}": ${actual}.`, { cause });
}


/***/ }),

/***/ 16207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $q: () => (/* binding */ parseName),
/* harmony export */   Bf: () => (/* binding */ archiveFile),
/* harmony export */   Jm: () => (/* binding */ timeMsOf),
/* harmony export */   YE: () => (/* binding */ manifestFile),
/* harmony export */   cC: () => (/* binding */ mayBeOf),
/* harmony export */   nR: () => (/* binding */ timeOf),
/* harmony export */   qU: () => (/* binding */ newArchiveId),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
/* unused harmony exports SEALED_SUFFIX, PLAIN_SUFFIX */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/**
 * Names in a store: `<target>-<host>.<YYYYMMDDTHHMMSSZ>.<8 random hex digits>`, the archive's ID, with `.tar.zst.age` (or
 * `.tar.zst` for one that isn't encrypted) for the archive and `.manifest.json` for its manifest. No colon, no space: it
 * must be a file on any system and the name of a GitHub artifact.
 */
const MANIFEST_SUFFIX = '.manifest.json';
const SEALED_SUFFIX = '.tar.zst.age';
const PLAIN_SUFFIX = '.tar.zst';
const ID_PATTERN = /^[A-Za-z0-9_-][A-Za-z0-9._-]*\.\d{8}T\d{6}Z\.[0-9a-f]{8}$/;
/** What of a target's or a host's name stands in an ID; the manifest has it whole. */
const MAX_PART_LENGTH = 60;
function newArchiveId({ target, hostname, timeNs, }) {
    const time = new Date(Number(timeNs / 1000000n))
        .toISOString()
        .replace(/\.\d+/, '')
        .replaceAll(/[-:]/g, '');
    return `${partOf(target)}-${partOf(hostname)}.${time}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}`;
}
/** Whether it can be the ID of an archive of that target and host, where its manifest doesn't say. Null: any. */
function mayBeOf(id, { target, host }) {
    const isOfTarget = target === null || id.startsWith(`${partOf(target)}-`);
    return isOfTarget && (host === null || id.includes(`-${partOf(host)}.`));
}
function partOf(name) {
    const plain = name.replaceAll(/[^A-Za-z0-9._-]/g, '_').slice(0, MAX_PART_LENGTH);
    return plain.replace(/^[.-]/, '_') || '_';
}
function archiveFile(id, isSealed) {
    return `${id}${isSealed ? SEALED_SUFFIX : PLAIN_SUFFIX}`;
}
function manifestFile(id) {
    return `${id}${MANIFEST_SUFFIX}`;
}
/** Null for names that aren't of an archive of ours. */
function parseName(name) {
    for (const [suffix, is] of [
        [MANIFEST_SUFFIX, 'manifest'],
        [SEALED_SUFFIX, 'archive'],
        [PLAIN_SUFFIX, 'archive'],
    ]) {
        const id = name.endsWith(suffix) ? name.slice(0, -suffix.length) : '';
        if (ID_PATTERN.test(id))
            return { id, is };
    }
    return null;
}
/** The time in an ID, `YYYYMMDDTHHMMSSZ`, which rises as a text does. */
function timeOf(id) {
    return id.split('.').at(-2) ?? '';
}
/** The same in milliseconds since 1970; NaN if there is no such time. */
function timeMsOf(id) {
    const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(timeOf(id)) ?? [];
    const [, year, month, day, hour, minute, second] = parts;
    return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
/** `<target>-<host>` of an ID: the same for all archives of a target, although those of another may have it, too. */
function originOf(id) {
    return id.split('.').slice(0, -2).join('.');
}


/***/ }),

/***/ 47177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseSpoolSize: () => (/* binding */ parseSpoolSize)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85963);


/**
 * How many bytes of packs may wait on this machine while an application is held. Null: the default; 0: none.
 * @throws HoldfastError bad-input.
 */
function parseSpoolSize(text, name) {
    if (text === null || text === undefined)
        return null;
    const sizeBytes = (0,_size_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSize */ .D)(text, name);
    if (sizeBytes <= BigInt(Number.MAX_SAFE_INTEGER))
        return Number(sizeBytes);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected at most 8191t.`);
}


/***/ })

};
