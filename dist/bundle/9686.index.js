export const id = 9686;
export const ids = [9686];
export const modules = {

/***/ 28898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ keepCheckToLog)
/* harmony export */ });
/* harmony import */ var _github_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45907);

const COMMAND = 'command:';
/** Of a drill's check that is a command it is sent elsewhere that it failed, and not how it reads. @param name As statements have it. */
function keepCheckToLog(name) {
    if (name.startsWith(COMMAND))
        (0,_github_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .keepToLog */ .JU)(name, `${COMMAND} …`);
}


/***/ }),

/***/ 98007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _drills_statement_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(79310);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(19473);
/* harmony import */ var _failure_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53272);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52325);
/* harmony import */ var _github_outputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31224);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(53648);
/* harmony import */ var _check_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(28898);
/* harmony import */ var _issues_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34198);
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62528);










/** Opens or changes a target's issue when its drill failed, and closes it, or the drill's part of it, when one passed. */
async function main() {
    await (0,_stage_js__WEBPACK_IMPORTED_MODULE_1__/* .runStage */ .S)({ title: 'The drill’s issue could not be kept', severity: 'fail' }, keepIssue);
}
async function keepIssue() {
    const isPassed = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .booleanOf */ .SF)((0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)('passed') ?? '') === true;
    const of = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)('of');
    const asked = { target: of ?? 'files', hostname: (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .listInput */ .dt)('host').join(', ') };
    const statement = await readStatement((0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)('statement')).catch(async (error) => {
        if (!isPassed)
            tell(await (0,_issues_js__WEBPACK_IMPORTED_MODULE_3__/* .settleIssues */ .y)([{ ...asked, subject: 'drill', problems: [(0,_failure_text_js__WEBPACK_IMPORTED_MODULE_4__/* .failureText */ .k)(error)] }]));
        throw error;
    });
    const { snapshot, checks } = statement?.predicate ?? { snapshot: null, checks: [] };
    for (const { kind, name } of checks)
        if (kind === 'user')
            (0,_check_text_js__WEBPACK_IMPORTED_MODULE_5__/* .keepCheckToLog */ .n)(name);
    const problems = problemsOf(statement, isPassed);
    if (snapshot === null)
        return tell(await (0,_issues_js__WEBPACK_IMPORTED_MODULE_3__/* .settleIssues */ .y)([{ ...asked, subject: 'drill', problems }]));
    const drilled = { target: of ?? snapshot.target ?? 'files', hostname: snapshot.hostname };
    const settled = await (0,_issues_js__WEBPACK_IMPORTED_MODULE_3__/* .settleIssues */ .y)([{ ...drilled, subject: 'drill', problems }]);
    // What a drill without a result opened under the names that the inputs have is over: this one has one.
    if (drilled.target !== asked.target || drilled.hostname !== asked.hostname)
        await (0,_issues_js__WEBPACK_IMPORTED_MODULE_3__/* .settleIssues */ .y)([{ ...asked, subject: 'drill', problems: [] }]);
    tell(settled);
}
/** A drill has passed where both say so: an issue that is closed by mistake tells somebody that all is well. */
function problemsOf(statement, isPassed) {
    const { result, reasons } = statement?.predicate ?? { result: null, reasons: [] };
    if (isPassed && result !== 'failed')
        return [];
    return reasons.length === 0 ? [NO_RESULT] : reasons;
}
function tell([settled]) {
    (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_6__/* .setOutputs */ .n0)({ issue: settled?.number ?? '' });
}
const NO_RESULT = 'It came to no result: look at the run.';
/** Null: the drill came to no result. @throws HoldfastError bad-input. */
async function readStatement(path) {
    if (path === null)
        return null;
    const statement = (0,_drills_statement_js__WEBPACK_IMPORTED_MODULE_7__/* .parseStatement */ .By)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path).catch((cause) => unusable(path, (0,_system_error_js__WEBPACK_IMPORTED_MODULE_8__/* .systemErrorText */ .f9)(cause), cause)));
    if (statement !== null && (0,_drills_statement_js__WEBPACK_IMPORTED_MODULE_7__/* .isDrill */ .KH)(statement))
        return statement;
    return unusable(path, 'it holds no statement of a drill');
}
function unusable(path, why, cause) {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_9__/* .HoldfastError */ .E('bad-input', `Cannot use the input \`statement\`: ${JSON.stringify(path)}: ${why}, expected restore-verify's output. Give it as it came, in the same job.`, { cause });
}


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

/***/ 52873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uc: () => (/* binding */ PAYLOAD_TYPE),
/* harmony export */   Z6: () => (/* binding */ subjectsOf),
/* harmony export */   zG: () => (/* binding */ STATEMENT_TYPE)
/* harmony export */ });
/** https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
/** What DSSE calls the payload. */
const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
/** The subjects that a snapshot is known by. Its ID is the SHA-256 of its file. */
function subjectsOf(snapshot) {
    const named = [
        ['snapshot', snapshot.id],
        ['tree', snapshot.tree],
        ['manifest', snapshot.manifestSha256],
    ];
    return named.flatMap(([name, sha256]) => (sha256 === null ? [] : [{ name, digest: { sha256 } }]));
}


/***/ }),

/***/ 63649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ readyToShow),
/* harmony export */   c: () => (/* binding */ RESTORE_PREDICATE_TYPE)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63509);

/** What docs/design.md describes. Another meaning of a field gets another number. */
const RESTORE_PREDICATE_TYPE = 'urn:holdfast:restore:1';
function readyToShow({ done, verified }) {
    return { done: done.map(_bytestring_js__WEBPACK_IMPORTED_MODULE_0__.displayText), verified };
}


/***/ }),

/***/ 79310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ parseStatement),
/* harmony export */   KH: () => (/* binding */ isDrill),
/* harmony export */   T8: () => (/* binding */ statementOf),
/* harmony export */   dy: () => (/* binding */ provesWhole)
/* harmony export */ });
/* unused harmony export PREDICATE_TYPE */
/* harmony import */ var _in_toto_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52873);
/* harmony import */ var _restore_statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63649);


/** What docs/design.md describes. Another meaning of a field gets another number. */
const PREDICATE_TYPE = 'urn:holdfast:restore-drill:1';
function statementOf(subject, predicate) {
    return { _type: _in_toto_js__WEBPACK_IMPORTED_MODULE_0__/* .STATEMENT_TYPE */ .zG, subject, predicateType: PREDICATE_TYPE, predicate };
}
function isDrill(statement) {
    return statement.predicateType === PREDICATE_TYPE;
}
/** Whether a drill has passed, and no dump or bucket of the snapshot was left out of it: what retention counts as a proof of it. */
function provesWhole(predicate) {
    const { result, dumps_left_out: dumps, buckets_left_out: buckets = [], left_out: names } = predicate;
    // Earlier versions told dumps and checks together: a check's name has a slash, a dump's never.
    const left = dumps ?? (names ?? []).filter((name) => !String(name).includes('/'));
    return result === 'passed' && left.length === 0 && buckets.length === 0;
}
/** Null for bytes that are no statement of ours. Only what is used later is looked at. */
function parseStatement(json) {
    const value = parsed(json);
    if (!isRecord(value) || value['_type'] !== _in_toto_js__WEBPACK_IMPORTED_MODULE_0__/* .STATEMENT_TYPE */ .zG)
        return null;
    const { subject, predicate, predicateType: type } = value;
    if (!Array.isArray(subject) || !isRecord(predicate) || !isRecord(predicate['snapshot']))
        return null;
    const ids = { [PREDICATE_TYPE]: 'drill_id', [_restore_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .RESTORE_PREDICATE_TYPE */ .c]: 'restore_id' };
    const lists = { [PREDICATE_TYPE]: 'checks', [_restore_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .RESTORE_PREDICATE_TYPE */ .c]: 'done' };
    if (type !== PREDICATE_TYPE && type !== _restore_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .RESTORE_PREDICATE_TYPE */ .c)
        return null;
    const texts = [ids[type], 'result', 'started', 'repository_id'].map((name) => predicate[name]);
    const isFit = texts.every((text) => typeof text === 'string') &&
        typeof predicate['snapshot']['id'] === 'string' &&
        Array.isArray(predicate[lists[type]]) &&
        Array.isArray(predicate['reasons']);
    return isFit ? value : null;
}
function parsed(json) {
    try {
        return JSON.parse(Buffer.from(json).toString('utf8'));
    }
    catch {
        return null;
    }
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 67503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ runAddress),
/* harmony export */   x: () => (/* binding */ currentRun)
/* harmony export */ });
/** Where a person sees this run; empty outside of one. */
function runAddress(env = process.env) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
    return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : '';
}
/** Which run this is, as GitHub tells every step; null outside of one. */
function currentRun(env = process.env) {
    const { GITHUB_REPOSITORY, GITHUB_SHA, GITHUB_REF, GITHUB_WORKFLOW_REF, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, } = env;
    if (!GITHUB_RUN_ID)
        return null;
    return {
        repository: GITHUB_REPOSITORY ?? '',
        commit: GITHUB_SHA ?? '',
        ref: GITHUB_REF ?? '',
        workflow: GITHUB_WORKFLOW_REF ?? '',
        run_id: GITHUB_RUN_ID,
        run_attempt: GITHUB_RUN_ATTEMPT ?? '',
    };
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
