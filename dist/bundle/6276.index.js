export const id = 6276;
export const ids = [6276];
export const modules = {

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
