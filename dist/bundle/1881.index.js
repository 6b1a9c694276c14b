export const id = 1881;
export const ids = [1881,6276];
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

/***/ 63838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   showFindings: () => (/* binding */ showFindings),
/* harmony export */   showValidation: () => (/* binding */ showValidation)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95209);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63509);
/* harmony import */ var _config_change_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(48647);
/* harmony import */ var _config_compare_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(96228);
/* harmony import */ var _config_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38918);
/* harmony import */ var _config_silence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31360);
/* harmony import */ var _config_target_facts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6688);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81681);








/** What a check of the configuration came to, for a person. */
async function showValidation(output, checked, nowMs) {
    const { validation, changes, counts } = checked;
    await showFindings(output, validation);
    for (const silence of validation.audit)
        await output.line(`silenced in the audit: ${(0,_config_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .safeText */ .Hk)((0,_config_silence_js__WEBPACK_IMPORTED_MODULE_1__/* .silenceText */ .Zf)(silence))}`);
    await showTargets(output, checked, nowMs);
    for (const change of changes ?? [])
        await output.line(changeLine(change));
    for (const effect of checked.retention)
        await output.line(effectLine(effect));
    for (const change of checked.silences)
        await output.line(`! ${partText(change)}`);
    if (changes?.length === 0 && checked.silences.length === 0)
        await output.line('Nothing changes for any target.');
    const found = [
        (0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatCounted)(counts.error, 'error'),
        (0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatCounted)(counts.warning, 'warning'),
        (0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__.formatCounted)(counts.notice, 'notice'),
    ];
    await output.line(`${found.join(', ')}.`);
}
/** As compilers give them. */
async function showFindings(output, { findings, silenced }) {
    for (const { rule, severity, file, at, what, advice } of findings) {
        await output.line(`${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(file)}:${at.line}:${at.column}: ${severity}: ${(0,_config_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .safeText */ .Hk)(what)} [${rule}]`);
        await output.line(`    ${(0,_config_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .safeText */ .Hk)(advice)}`);
    }
    for (const { finding, reason } of silenced)
        await output.line(`silenced: ${(0,_config_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .safeText */ .Hk)(finding.what)} [${finding.rule}]: ${(0,_config_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .safeText */ .Hk)(reason)}`);
}
async function showTargets(output, { validation }, nowMs) {
    if (validation.targets.length === 0)
        return;
    const rows = validation.targets.map((target) => {
        const schedule = (0,_config_target_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .scheduleOf */ .rH)(target);
        const next = schedule === null ? [] : schedule.next(1, nowMs).map((time) => (0,_config_target_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .timeText */ .Tc)(time, schedule.timezone));
        return [target.name, target.hostname ?? '?', (0,_config_target_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .scheduleText */ .lH)(target), ...next];
    });
    const columns = ['Target', 'Host', 'Due', 'Next'].map((title) => ({ title }));
    for (const line of (0,_table_js__WEBPACK_IMPORTED_MODULE_5__.tableLines)(columns, rows))
        await output.line(line);
}
function effectLine(effect) {
    if ('unknown' in effect)
        return `? ${effect.target}: how many snapshots the new retention removes isn’t known: ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(effect.unknown)}`;
    const { target, stored, before, after } = effect;
    return `${after > before ? '!' : 'M'} ${target}: the next run of retention would remove ${after} of ${stored}; by the policy as it is, ${before}`;
}
function changeLine(change) {
    const parts = change.changes.map(partText).join('; ');
    if (change.kind === 'gained')
        return `+ ${change.target}: ${parts}`;
    if (change.kind === 'lost')
        return `- ${change.target}: not backed up any more: ${parts}`;
    const isMarked = (0,_config_compare_js__WEBPACK_IMPORTED_MODULE_6__/* .isLoss */ .Q)(change) || change.changes.some(_config_change_js__WEBPACK_IMPORTED_MODULE_7__/* .isDangerous */ .F$);
    return `${isMarked ? '!' : 'M'} ${change.target}: ${parts}`;
}
function partText(change) {
    if (change.kind === 'value')
        return `${change.what} ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(change.before)} → ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(change.after)}`;
    const parts = [
        ...change.gained.map((item) => `+${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(item)}`),
        ...change.lost.map((item) => `-${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_3__.displayText)(item)}`),
    ];
    return `${change.what} ${parts.join(' ')}`;
}


/***/ }),

/***/ 81681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tableLines: () => (/* binding */ tableLines)
/* harmony export */ });
/** Lines of a table: titles, a rule, and the rows; each column as wide as its widest cell. Cells are already escaped. */
function tableLines(columns, rows) {
    const widths = columns.map(({ title }, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
    const line = (cells) => cells
        .map((cell, i) => (columns[i]?.right ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd();
    const rule = '-'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
    return [line(columns.map(({ title }) => title)), rule, ...rows.map(line)];
}


/***/ })

};
