export const id = 299;
export const ids = [299];
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

/***/ 10128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main),
/* harmony export */   post: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(19473);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52325);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30284);
/* harmony import */ var _github_summary_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(13794);
/* harmony import */ var _backup_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40003);
/* harmony import */ var _configured_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20998);
/* harmony import */ var _notices_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91637);
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62528);








/** Backs up one target of a `backup.yml`, or what the inputs alone say. */
async function main() {
    let use = null;
    await (0,_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .runStage */ .S)({ title: 'Backup failed', severity: 'fail', onFailure: _backup_host_js__WEBPACK_IMPORTED_MODULE_1__.summarizeFailure }, async (tools) => {
        const ifDue = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .booleanInput */ .tE)('if-due');
        const configuration = await (0,_configured_target_js__WEBPACK_IMPORTED_MODULE_3__/* .useTarget */ .PL)();
        if (configuration === null)
            requireSomething(ifDue);
        use = ifDue && !(await isDueStill(tools)) ? 'nothing' : { configuration };
    });
    if (use === null)
        await (0,_notices_js__WEBPACK_IMPORTED_MODULE_4__/* .noticeFailure */ .HL)(_backup_host_js__WEBPACK_IMPORTED_MODULE_1__.ABOUT);
    else if (use !== 'nothing')
        await (0,_backup_host_js__WEBPACK_IMPORTED_MODULE_1__.main)(use.configuration);
}
/** Who waited for another run of the same target may come when that has done it: then nothing is held a second time. */
async function isDueStill(tools) {
    const { whyNotDue } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 3469));
    const why = await whyNotDue(tools);
    if (why === null)
        return true;
    const name = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .requiredInput */ .YF)('target', 'Name a target of `backup.yml`.');
    _github_log_js__WEBPACK_IMPORTED_MODULE_5__/* .log */ .Rm.info(`${name}: ${why}. Nothing is done.`);
    (0,_github_summary_js__WEBPACK_IMPORTED_MODULE_6__/* .addSummary */ .S0)(`### ⏭️ Backup of ${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownCode */ .D9)(name)}: nothing to do\n\n${(0,_github_summary_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeMarkdown */ .FV)(why)}.\n`);
    return false;
}
/** A step without a target says all by its inputs. @throws HoldfastError bad-input for one that says nothing. */
function requireSomething(ifDue) {
    if (ifDue) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .HoldfastError */ .E('bad-input', 'Cannot use the input `if-due` without `target`: what is due when stands in `backup.yml` alone.');
    }
    const isArchive = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)('format') === 'archive' || (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)('archive-to') !== null;
    if (isArchive || (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)('repository') !== null || process.env['RESTIC_REPOSITORY'])
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .HoldfastError */ .E('bad-input', 'Cannot start: neither `target` nor `repository` is given, expected the name of a target of `backup.yml`, or a repository and what is saved.');
}
async function post() {
    let isReady = false;
    await (0,_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .runStage */ .S)({ title: 'The application may still be held', severity: 'fail' }, async () => {
        (0,_configured_target_js__WEBPACK_IMPORTED_MODULE_3__/* .useTargetOfMain */ .ls)();
        isReady = true;
    });
    if (isReady)
        await (0,_backup_host_js__WEBPACK_IMPORTED_MODULE_1__.post)();
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

/***/ 20998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PL: () => (/* binding */ useTarget),
/* harmony export */   ls: () => (/* binding */ useTargetOfMain),
/* harmony export */   qU: () => (/* binding */ give)
/* harmony export */ });
/* harmony import */ var _config_backup_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59587);
/* harmony import */ var _config_checkout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18443);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91573);
/* harmony import */ var _config_find_target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32520);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _github_annotations_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68492);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52325);
/* harmony import */ var _github_outputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31224);
/* harmony import */ var _github_secrets_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(45907);









/** Inputs that are of one run, or of the runner: they may stand beside a target. */
const OF_A_RUN = new Set([
    'target',
    'config',
    'variables',
    'if-due',
    'init',
    'dry-run',
    'keep-because',
    'force',
    'parent',
    'ignore-ctime',
    'ignore-inode',
    'no-cache',
    'cache-dir',
    'retry-lock',
    'aws-role-session-name',
    'artifact-retention-days',
    'artifact-token',
    'ping-url',
    'webhook-url',
    'webhook-template',
    'webhook-on',
    'issue-token',
]);
/** What action.yml gives where nobody said anything; `false` is no word either. */
const DEFAULTS = {
    'ssh-client': 'ssh2',
    'database-on': 'host',
    format: 'snapshot',
    of: 'files',
    'on-unreadable': 'fail',
    'on-changed': 'auto',
    'webhook-on': 'all',
};
/**
 * Reads the target that the input `target` names, and gives the step the inputs that it means. Null: it names none.
 * @throws HoldfastError bad-input.
 */
async function useTarget() {
    const name = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('target');
    const config = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)('config');
    if (name === null) {
        if (config === null)
            return null;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', 'Cannot use the input `config` without `target`: expected the name of a target in it.');
    }
    refuseOthers();
    (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .provideInputs */ .zC)({ of: name }); // whoever is told that it failed before it began learns which
    const root = process.env['GITHUB_WORKSPACE'] || process.cwd();
    const file = await (0,_config_checkout_js__WEBPACK_IMPORTED_MODULE_2__.readFileOf)(root, config ?? _config_defaults_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CONFIG */ .P);
    const notices = giveNotices((0,_config_find_target_js__WEBPACK_IMPORTED_MODULE_4__.targetsIn)(file).targets.find((one) => one.name === name));
    const target = (0,_config_find_target_js__WEBPACK_IMPORTED_MODULE_4__.findTarget)(file, name);
    const inputs = { ...withoutNotices((0,_config_backup_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .backupInputsOf */ .d)(target)), ...notices };
    give(inputs);
    (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_6__/* .saveState */ .LZ)('target-inputs', JSON.stringify(inputs));
    return configurationOf(target);
}
const NOTICE_INPUTS = ['ping-url', 'webhook-url', 'webhook-template', 'webhook-on'];
function withoutNotices(inputs) {
    return Object.fromEntries(Object.entries(inputs).filter(([name]) => !NOTICE_INPUTS.includes(name)));
}
/**
 * Gives the step, first of all, who is told how it ends: also of a target that can't be backed up. An input of the same name
 * goes before, and an address that isn't set is a warning: no backup is left out because of it.
 * @returns Those that it gave.
 */
function giveNotices(target) {
    if (target === undefined)
        return {};
    const isHookSaid = NOTICE_INPUTS.some((name) => name.startsWith('webhook-') && isSaid(name));
    const given = Object.entries((0,_config_backup_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .noticeInputsOf */ .P)(target)).filter(([name, value]) => {
        if (name === 'ping-url' ? isSaid(name) : isHookSaid)
            return false;
        if ('text' in value || process.env[value.variable])
            return true;
        (0,_github_annotations_js__WEBPACK_IMPORTED_MODULE_7__/* .warn */ .R8)('Nobody was notified', `The variable \`${value.variable}\`, which the configuration names for \`${name}\`, is not set or empty.`);
        return false;
    });
    const inputs = Object.fromEntries(given);
    give(inputs);
    return inputs;
}
function isSaid(name) {
    const value = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .textInput */ ._Z)(name);
    return value !== null && value !== DEFAULTS[name];
}
/** The same in post, from what main noted: the file may be another one by now. */
function useTargetOfMain() {
    const noted = (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_6__/* .loadState */ .C7)('target-inputs');
    if (noted !== null)
        give(JSON.parse(noted));
}
/** Gives the step inputs; what is in variables is masked first. @throws HoldfastError bad-input for one that isn't set. */
function give(inputs) {
    (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .provideInputs */ .zC)(Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, resolve(name, value)])));
}
function resolve(name, value) {
    if ('text' in value)
        return value.text;
    const held = process.env[value.variable] ?? '';
    if (held === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot start: the variable \`${value.variable}\`, which the configuration names for \`${name}\`, is not set or empty. ` +
            'Set it in `env` of the step, from a secret. (Secrets are empty in pull requests from forks.)');
    }
    if (name !== 'known-hosts' && !name.endsWith('access-key-id'))
        (0,_github_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .mask */ .dK)(held);
    return held;
}
/** What a target is stands in the file alone: what two places say, nobody sees in one. */
function refuseOthers() {
    const other = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .allInputs */ .j3)().find(([name, value]) => !OF_A_RUN.has(name) && value !== '' && value !== 'false' && value !== DEFAULTS[name]);
    if (other === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use both the inputs \`target\` and \`${other[0]}\`: what a target is stands in the configuration alone. ` +
        'Say it there, or leave the input out.');
}
function configurationOf({ name, settings, host, storage, copyTo, policy }) {
    const placeOf = (place) => place?.repository ?? place?.archives ?? null;
    return {
        target: name,
        ...settings,
        host,
        storage: placeOf(storage),
        'copy-to': placeOf(copyTo),
        retention: policy,
    };
}


/***/ }),

/***/ 3469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   whyNotDue: () => (/* binding */ whyNotDue)
/* harmony export */ });
/* harmony import */ var _config_checkout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18443);
/* harmony import */ var _config_defaults_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91573);
/* harmony import */ var _config_open_history_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67266);
/* harmony import */ var _config_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31072);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52325);
/* harmony import */ var _configured_storage_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38110);






/**
 * Why the target that the input `target` names isn't due now, ready to show; null: it is, or nobody knows.
 * @throws HoldfastError bad-input if the file can't be read; cancelled.
 */
async function whyNotDue(tools) {
    const root = process.env['GITHUB_WORKSPACE'] || process.cwd();
    const nowMs = Date.now();
    const { targets } = await (0,_config_plan_js__WEBPACK_IMPORTED_MODULE_0__.planOf)({
        file: await (0,_config_checkout_js__WEBPACK_IMPORTED_MODULE_1__.readFileOf)(root, (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)('config') ?? _config_defaults_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CONFIG */ .P),
        only: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)('target') ?? '',
        nowMs,
        historyOf: (storage) => (0,_config_open_history_js__WEBPACK_IMPORTED_MODULE_4__.openHistory)((0,_configured_storage_js__WEBPACK_IMPORTED_MODULE_5__/* .accessHere */ .j)(storage), { nowMs, ...(0,_configured_storage_js__WEBPACK_IMPORTED_MODULE_5__/* .storageTools */ .N)(tools) }),
    });
    const [target] = targets;
    return target === undefined || target.due.isDue ? null : (0,_config_plan_js__WEBPACK_IMPORTED_MODULE_0__.reasonText)(target);
}


/***/ }),

/***/ 59587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ noticeInputsOf),
/* harmony export */   d: () => (/* binding */ backupInputsOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _notify_notification_section_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6347);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25595);



/**
 * A target as the inputs of the action that backs it up, so that the file means what the inputs mean. No secret is in it:
 * only the names of the variables that hold them.
 * @throws HoldfastError bad-input for a target that has no host or no storage.
 */
function backupInputsOf(target) {
    const { host, storage, copyTo, hostname, name } = target;
    if (host === null || storage === null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot back up the target ${JSON.stringify(name)}: it has no ${host === null ? 'host' : 'storage'} that is in the file. ` +
            '`holdfast validate` says more.');
    }
    const given = {
        ...hostInputs(host),
        ...(storage.repository === undefined ? archiveInputs(storage) : repositoryInputs(storage)),
        ...storageInputs(storage),
        ...(copyTo === null ? {} : copyInputs(copyTo)),
        ...targetInputs(target),
        ...noticeWords(target),
        of: name,
        host: hostname ?? undefined,
    };
    return inputsOf(given);
}
/** Of these who is told: also of a target that can't be backed up. */
function noticeInputsOf(target) {
    return inputsOf(noticeWords(target));
}
function inputsOf(given) {
    return Object.fromEntries(Object.entries(given).flatMap(([key, value]) => value === undefined ? [] : [[key, inputOf(key, value)]]));
}
function noticeWords({ settings: { notifications = [] } }) {
    const ping = notifications.find((one) => one.ping !== undefined)?.ping;
    const hook = notifications.find(_notify_notification_section_js__WEBPACK_IMPORTED_MODULE_1__/* .isOfBackups */ .NH);
    const kinds = hook === undefined ? [] : (0,_notify_notification_section_js__WEBPACK_IMPORTED_MODULE_1__/* .kindsOf */ .tG)(hook);
    const isOfBoth = kinds.includes('success') && kinds.includes('failure');
    return {
        'ping-url': ping,
        'webhook-url': hook?.webhook,
        'webhook-template': hook?.template,
        'webhook-on': hook === undefined || isOfBoth ? undefined : kinds.includes('failure') ? 'failure' : 'success',
    };
}
/** Keys whose text may be a reference. Of all others it is what it is. */
const REFERENCES = /(?:^|-)(?:password|passphrase|identity|known-hosts|access-key-id|secret-access-key|session-token|ping-url|webhook-url)$/;
function inputOf(key, value) {
    if (typeof value === 'string' && REFERENCES.test(key) && (0,_section_js__WEBPACK_IMPORTED_MODULE_2__/* .isSecretReference */ .IC)(value)) {
        return { variable: value.slice('env:'.length) };
    }
    return { text: typeof value === 'object' ? value.join('\n') : String(value) };
}
function hostInputs(host) {
    const { address, name: _, ...way } = host;
    return { on: address, ...way };
}
function repositoryInputs(storage) {
    return {
        repository: storage.repository,
        password: storage.password,
        compression: storage.compression,
        'pack-size': storage['pack-size'],
        'object-lock': storage['object-lock'],
        'object-lock-days': storage['object-lock-days'],
    };
}
function archiveInputs(storage) {
    return {
        format: 'archive',
        'archive-to': storage.archives,
        'archive-recipients': storage.recipients,
        'archive-passphrase': storage.passphrase,
        'archive-unencrypted': storage.unencrypted,
    };
}
function storageInputs(storage) {
    return {
        'storage-options': storage['storage-options'],
        'aws-region': storage['aws-region'],
        'aws-access-key-id': storage['aws-access-key-id'],
        'aws-secret-access-key': storage['aws-secret-access-key'],
        'aws-session-token': storage['aws-session-token'],
        'aws-profile': storage['aws-profile'],
        'aws-role': storage['aws-role'],
    };
}
/** What a copy takes of its storage; the rule `copy-ignores` tells what it doesn't. */
function copyInputs(storage) {
    return {
        'copy-to': storage.repository,
        'copy-to-password': storage.password,
        'copy-to-aws-region': storage['aws-region'],
        'copy-to-aws-access-key-id': storage['aws-access-key-id'],
        'copy-to-aws-secret-access-key': storage['aws-secret-access-key'],
        'copy-to-aws-session-token': storage['aws-session-token'],
        'copy-to-aws-profile': storage['aws-profile'],
        'copy-to-aws-role': storage['aws-role'],
        'copy-to-storage-options': storage['storage-options'],
        'copy-to-object-lock': storage['object-lock'],
        'copy-to-object-lock-days': storage['object-lock-days'],
    };
}
/** As the input `app-options` has them: a list's key stands once for each value. */
function optionLines(options) {
    return Object.entries(options).flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).map((one) => optionLine(key, one)));
}
function optionLine(key, value) {
    const line = `${key}=${String(value)}`;
    if (typeof value !== 'object' && !/[\r\n]|\\$/.test(line))
        return line;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use the option ${JSON.stringify(key)}: expected one line that doesn't end in a backslash.`);
}
function targetInputs({ application, settings }) {
    const { quiesce } = settings;
    return {
        app: application ?? undefined,
        'app-options': settings.options === undefined ? undefined : optionLines(settings.options),
        paths: settings.paths,
        databases: settings.databases,
        buckets: settings.buckets,
        'database-on': settings['database-on'],
        'database-password': settings['database-password'],
        exclude: settings.exclude,
        iexclude: settings.iexclude,
        'exclude-caches': settings['exclude-caches'],
        'exclude-if-present': settings['exclude-if-present'],
        'exclude-larger-than': settings['exclude-larger-than'],
        'one-file-system': settings['one-file-system'],
        tags: settings.tags,
        'skip-if-unchanged': settings['skip-if-unchanged'],
        stop: quiesce?.stop,
        start: quiesce?.start,
        status: quiesce?.status,
        lease: quiesce?.lease,
        'max-quiesce': quiesce?.['max-quiesce'],
        'no-first-pass': settings['no-first-pass'],
        volume: settings.volume,
        'volume-size': settings['volume-size'],
        'volume-create': settings['volume-create'],
        'volume-mount': settings['volume-mount'],
        'volume-unmount': settings['volume-unmount'],
        'volume-destroy': settings['volume-destroy'],
        'volume-keep': settings['volume-keep'],
        before: settings.before,
        after: settings.after,
        'spool-size': settings['spool-size'],
        'on-unreadable': settings['on-unreadable'],
        'on-changed': settings['on-changed'],
        'checkpoint-interval': settings['checkpoint-interval'],
    };
}


/***/ }),

/***/ 91573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ DEFAULT_WORKFLOWS),
/* harmony export */   P: () => (/* binding */ DEFAULT_CONFIG)
/* harmony export */ });
// By itself: whoever shows these in a help text needs nothing else of this room.
/** From the checkout's root. */
const DEFAULT_CONFIG = 'backup.yml';
const DEFAULT_WORKFLOWS = '.github/workflows';


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


/***/ })

};
