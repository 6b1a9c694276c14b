export const id = 6491;
export const ids = [6491];
export const modules = {

/***/ 13166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ clearEarlier),
/* harmony export */   resumeLeft: () => (/* binding */ resumeLeft)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _lease_call_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16992);
/* harmony import */ var _lease_scripts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43406);
/* harmony import */ var _lease_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65283);
/* harmony import */ var _watchdog_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38490);






/**
 * Takes away a lease of the name that an earlier run left; the application that it left stopped is started first.
 * @throws HoldfastError locked: another run has it.
 */
async function clearEarlier(host, terms, { onEarlier, signal }) {
    const look = await linesOf(host, (0,_lease_scripts_js__WEBPACK_IMPORTED_MODULE_0__/* .lookScript */ .l_)(terms), signal);
    const [said = '', attended = '', laid = '', token = '', holder = '', ...log] = look;
    const { state } = (0,_lease_state_js__WEBPACK_IMPORTED_MODULE_1__/* .parseState */ .B)(said);
    if (state === 'gone')
        return;
    const isLaying = state === 'none' && laid !== '-' && Number(laid) < _watchdog_js__WEBPACK_IMPORTED_MODULE_2__/* .LAID_WITHIN_SECONDS */ .N;
    const isHeld = (state === 'held' || state === 'starting') && attended === 'attended';
    if (isHeld || isLaying)
        throw taken(host, terms.name, holder);
    const theirs = { ...terms, token };
    if (state === 'held' || state === 'starting') {
        const [, ...all] = await linesOf(host, (0,_lease_scripts_js__WEBPACK_IMPORTED_MODULE_0__/* .recoverScript */ .Qp)(theirs), signal);
        onEarlier(all);
    }
    else if (log.length > 0)
        onEarlier(log);
    await linesOf(host, (0,_lease_scripts_js__WEBPACK_IMPORTED_MODULE_0__/* .removeScript */ .Wb)(theirs), signal);
}
/**
 * Starts the application of a lease that a part of this very run left, which was killed: by its holder it is known as ours. Null: there
 * is no such lease.
 */
async function resumeLeft(host, terms, signal) {
    const [said = '', , , token = '', holder] = await linesOf(host, (0,_lease_scripts_js__WEBPACK_IMPORTED_MODULE_0__/* .lookScript */ .l_)(terms), signal);
    const { state } = (0,_lease_state_js__WEBPACK_IMPORTED_MODULE_1__/* .parseState */ .B)(said);
    if ((state !== 'held' && state !== 'starting') || holder !== terms.holder)
        return null;
    const ours = { ...terms, token };
    const [ended = '', ...log] = await linesOf(host, (0,_lease_scripts_js__WEBPACK_IMPORTED_MODULE_0__/* .resumeScript */ .jh)(ours), signal);
    if ((0,_lease_state_js__WEBPACK_IMPORTED_MODULE_1__/* .parseState */ .B)(ended).state !== 'started')
        return { state: 'failed', log };
    await linesOf(host, (0,_lease_scripts_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseScript */ .dg)(ours), signal);
    return { state: 'started', log };
}
function taken(host, name, holder) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('locked', `Cannot stop ${JSON.stringify(name)} on "${host.name}": ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_4__.displayText)(JSON.stringify(holder))} holds its lease, expected ` +
        'nobody. Wait until that is done, or look what has become of it.');
}
async function linesOf(host, script, signal) {
    return (await (0,_lease_call_js__WEBPACK_IMPORTED_MODULE_5__/* .call */ .T)(host, script, 'look at a lease', signal)).split('\n');
}


/***/ }),

/***/ 16992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ callForState),
/* harmony export */   T: () => (/* binding */ call)
/* harmony export */ });
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52871);
/* harmony import */ var _lease_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65283);


/** What a script of a lease prints. @throws HoldfastError command-failed. */
async function call(host, script, what, signal) {
    const output = await (0,_output_js__WEBPACK_IMPORTED_MODULE_0__/* .runToEnd */ .cd)(host, script, { signal });
    if ('code' in output.exit && output.exit.code === 0)
        return output.stdout.toString();
    throw new _output_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandFailure */ .qi(what, host, output);
}
/** The state that one prints. @throws HoldfastError command-failed. */
async function callForState(host, script, what, signal) {
    return (0,_lease_state_js__WEBPACK_IMPORTED_MODULE_1__/* .parseState */ .B)((await call(host, script, what, signal)).trim());
}


/***/ }),

/***/ 43406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cl: () => (/* binding */ stopScript),
/* harmony export */   Fi: () => (/* binding */ enterFolder),
/* harmony export */   JE: () => (/* binding */ renewScript),
/* harmony export */   KU: () => (/* binding */ statusScript),
/* harmony export */   Me: () => (/* binding */ armScript),
/* harmony export */   OG: () => (/* binding */ NOT_RUN),
/* harmony export */   Qp: () => (/* binding */ recoverScript),
/* harmony export */   Wb: () => (/* binding */ removeScript),
/* harmony export */   YV: () => (/* binding */ restoringFile),
/* harmony export */   dg: () => (/* binding */ releaseScript),
/* harmony export */   jh: () => (/* binding */ resumeScript),
/* harmony export */   l_: () => (/* binding */ lookScript),
/* harmony export */   nB: () => (/* binding */ stateScript),
/* harmony export */   q9: () => (/* binding */ layScript)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _as_a_person_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37216);
/* harmony import */ var _process_mark_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31355);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28976);
/* harmony import */ var _watchdog_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38490);





/**
 * Enters the folder of leases, made if it isn't there. Others can't write to it; a lease's own folder in it they can't enter, for it says what
 * starts the application. One that was there stays open to whom it was: it may be the home of the account that we log in as, and sshd
 * reads its keys as that account.
 */
function enterFolder({ folder }) {
    const choose = folder === undefined
        ? 'if [ "$(id -u)" = 0 ]; then folder=/var/lib/holdfast; else folder=$HOME/.local/state/holdfast; fi'
        : `folder=${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(folder)}`;
    return `
${choose}
mkdir -p "$folder" && chmod go-w "$folder" && cd "$folder" || exit 1
`;
}
/** How often a second looks whether the first has written all: 5 s. It takes milliseconds. */
const LAID_POLLS = 50;
const named = (name) => (0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(`${name}.lease`));
/** A file of `text` in the current folder. */
function write(name, text) {
    return `printf '%s\\n' ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(text))} >${name} || exit 1\n`;
}
/** Shell: has files of the current folder written to the disk, by a `sync` that takes names, else by one that writes all. */
function toDisk(files) {
    return `sync ${files} 2>/dev/null || sync`;
}
/** Beside the lease, whose application could not be started: it outlives the lease. */
const downFile = ({ name }) => (0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(`${name}.down`));
/** Beside it, while the application is put back: see restore-mark.ts. */
const restoringFile = ({ name }) => (0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(`${name}.restoring`));
/**
 * Makes the lease's folder and all that is in it but `held`. Prints `laid`, or `taken` if there is a lease of the name.
 * A folder is made by one alone; who comes second waits a moment for what the first writes into it, so as to know whose it is.
 */
function layScript(terms) {
    const { name, start, status } = terms;
    return `${enterFolder(terms)}
[ -r /proc/uptime ] || { echo no-clock; exit; }
mkdir ${named(name)} 2>/dev/null || {
  polls=0
  until [ -e ${named(name)}/settings ] || [ $polls -ge ${LAID_POLLS} ]; do polls=$((polls + 1)); sleep 0.1 2>/dev/null || sleep 1; done
  echo taken
  exit
}
cd ${named(name)} || exit 1
IFS=' .' read -r now rest </proc/uptime
${write('token', terms.token)}${write('holder', terms.holder)}${write('watchdog.sh', _watchdog_js__WEBPACK_IMPORTED_MODULE_2__/* .WATCHDOG */ .u)}${write('start.sh', start)}
${status === null ? '' : write('status.sh', status)}
printf '%s\\n' "$now" >renewed || exit 1
cat >settings.new <<EOF || exit 1
name=${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(name))}
lease=${terms.leaseSeconds}
longest=${terms.longestSeconds}
start_limit=${terms.startLimitSeconds}
max_tries=${terms.maxTries}
begun=$now
hold=../${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(`${name}.hold`))}
down=../${downFile(terms)}
EOF
mv settings.new settings || exit 1
${toDisk(`settings start.sh watchdog.sh token holder ${status === null ? '' : 'status.sh'}`)}
${detached('watch')}
echo laid`;
}
/**
 * Runs the watchdog out of reach of what ends this command: in a session of its own, a child of init's, without our
 * streams; as a unit of systemd's where that may be had, for it can end all processes of a user who logs out
 * (KillUserProcesses): root's, or of a user whose own systemd stays (lingers). What the unit has started, the application
 * itself perhaps, must not be ended with it: hence KillMode=process (systemd.kill(5)).
 */
function detached(args) {
    return `
dog=$PWD/watchdog.sh
as_unit() {
  [ -d /run/systemd/system ] && command -v systemd-run >/dev/null || return 1
  whose=--system
  if [ "$(id -u)" != 0 ]; then
    [ -e "/var/lib/systemd/linger/$(id -un)" ] || return 1
    export XDG_RUNTIME_DIR="/run/user/$(id -u)"
    whose=--user
  fi
  systemd-run $whose --quiet --collect --property=KillMode=process -- sh "$dog" ${args} </dev/null >/dev/null 2>&1
}
if as_unit; then :
elif command -v setsid >/dev/null; then
  (setsid sh "$dog" ${args} </dev/null >/dev/null 2>&1 &)
else
  (sh "$dog" ${args} </dev/null >/dev/null 2>&1 &)
fi
`;
}
/**
 * Enters the lease's folder if it is ours; else prints `gone` and ends. Whoever took it for a dead one puts it back at once
 * (`removeScript`): so it is looked for twice.
 */
function enterOurs({ name, token, folder }, status = 0) {
    return `${enterFolder({ folder })}
ours() { cd ${named(name)} && read -r token <token && [ "$token" = ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(token))} ]; } 2>/dev/null
ours || { cd "$folder"; sleep 0.3 2>/dev/null || sleep 1; ours; } || { echo gone; exit ${status}; }
`;
}
/**
 * Prints `STATE AGE LIFE`: held, starting, started, failed or none; how many seconds ago the watchdog said that it lives; and whether its
 * process is there (`lives`) or not (`dead`): a disk that is slow to write keeps it from saying so, and doesn't end it.
 */
const SAY_STATE = `
${_process_mark_js__WEBPACK_IMPORTED_MODULE_3__/* .RUNS */ .p}
state=none
if [ -e held ]; then state=held
elif [ -e started ]; then state=started
elif [ -e failed ]; then state=failed
else
  set -- starting.*
  [ -e "$1" ] && state=starting
fi
IFS=' .' read -r now rest </proc/uptime
age=- life=dead
if { read -r pid was then <alive; } 2>/dev/null; then
  age=$((now - then))
  if runs "$pid" "$was"; then life=lives; fi
fi
echo $state $age $life
`;
/** Waits until the application was started, or can't be; else prints `gone` and ends. */
const WAIT_UNTIL_OVER = `
until [ -e started ] || [ -e failed ]; do
  [ -e settings ] || { echo gone; exit; }
  sleep 0.05 2>/dev/null || sleep 1
done
`;
/**
 * Arms the lease: from here on the watchdog starts the application when it isn't renewed. On the disk it must be before anything is
 * stopped: what a power failure leaves of it is all that is known after one. An application that isn't stopped is no longer left down.
 */
function armScript(terms) {
    return `${enterOurs(terms)}
rm -f ../${downFile(terms)}
IFS=' .' read -r now rest </proc/uptime
printf '%s\\n' "$now" >renewed.new && mv renewed.new renewed && : >armed &&
  printf '%s\\n' "$now" >held.new && mv held.new held || exit 1
${toDisk('held renewed . ..')}
${SAY_STATE}`;
}
/** Renews it. That `held` is still there afterwards is what counts: whoever starts the application takes it away first. */
function renewScript(terms) {
    return `${enterOurs(terms)}
IFS=' .' read -r now rest </proc/uptime
printf '%s\\n' "$now" >renewed.new && mv renewed.new renewed || { echo full; exit; }
${SAY_STATE}`;
}
function stateScript(terms) {
    return `${enterOurs(terms)}${SAY_STATE}`;
}
/** An exit status that says nothing of an application: neither 0, it runs, nor 3, it is stopped. */
const UNKNOWN = 9;
/** Ends as the status command does. That it said once that the application is stopped is written down: see `goes_down` of the watchdog. */
function statusScript(terms) {
    return `${enterOurs(terms, UNKNOWN)}
${_as_a_person_js__WEBPACK_IMPORTED_MODULE_4__/* .AS_A_PERSON */ .T}
here=$PWD
cd / && sh "$here/status.sh" </dev/null
code=$?
[ $code -ne 3 ] || : >"$here/was_down"
exit $code`;
}
/** The exit status of a stop command that wasn't run, because the lease is lost. */
const NOT_RUN = 119;
/**
 * Runs `command`, which stops the application, unless the lease is lost; the watchdog ends it before it starts the
 * application. So it says first which process it is, and looks then. That it was there stays known (`stopped`), whatever it ended with: one
 * that failed may have stopped the application all the same, later. A rename, which a full disk doesn't keep from it.
 */
function stopScript(terms, command) {
    return `${enterOurs(terms, NOT_RUN)}
${_process_mark_js__WEBPACK_IMPORTED_MODULE_3__/* .RUNS */ .p}
start_of $$ && printf '%s %s\\n' $$ "$start" >stopping.new && mv stopping.new stopping || exit 1
[ -e held ] || exit ${NOT_RUN}
rm -f was_down
(${_as_a_person_js__WEBPACK_IMPORTED_MODULE_4__/* .AS_A_PERSON */ .T}; cd / && eval ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(command))}) </dev/null >&2
code=$?
mv stopping stopped
exit $code`;
}
/** Starts the application, unless the watchdog does, and waits until it runs or can't be started. Prints what it did. */
function resumeScript(terms) {
    return `${enterOurs(terms)}
${detached("start 'the run is done with it'")}${WAIT_UNTIL_OVER}${SAY_STATE}
cat log
tail -n 20 start.out 2>/dev/null
true`;
}
/**
 * Removes the lease, unless its application is still to be started. Prints `down` where an earlier one could not be: it is down by our
 * doing, and not because somebody wants it so.
 */
function releaseScript(terms) {
    return `${enterOurs(terms)}
[ -e held ] && { echo held; exit; }
rm -rf ../${named(terms.name)}
[ -e ../${downFile(terms)} ] && { echo down; exit; }
echo released`;
}
/**
 * Prints of a lease that somebody laid, a line each: STATE AGE; `attended` or not, by a watchdog or whoever starts the
 * application; seconds since it was laid, or `-` before a reboot; its token; its holder; then its log.
 */
function lookScript(terms) {
    return `${enterFolder(terms)}
cd ${named(terms.name)} 2>/dev/null || { echo gone; exit; }
${SAY_STATE}
attended=unattended
[ $life = dead ] || attended=attended
set -- starting.*
if [ -e "$1" ] && set -- $(IFS=.; echo $1) && runs "$2" "$3"; then attended=attended; fi
echo $attended
begun=
[ -r settings ] && . ./settings
[ -n "$begun" ] && [ "$begun" -le "$now" ] && echo $((now - begun)) || echo -
cat token 2>/dev/null || echo
cat holder 2>/dev/null || echo
cat log 2>/dev/null
true`;
}
/** Has the application started that a lease left stopped which nobody attends any more, and waits until that is done. */
function recoverScript(terms) {
    return `${enterOurs(terms)}
${detached('recover')}${WAIT_UNTIL_OVER}${SAY_STATE}
cat log`;
}
/** Removes a lease that is over, if it is still the one of that token. */
function removeScript(terms) {
    const old = (0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(`${terms.name}.old`));
    return `${enterFolder(terms)}
token=
read -r token 2>/dev/null <${named(terms.name)}/token
[ "$token" = ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(terms.token))} ] || exit 0
mv ${named(terms.name)} ${old}.$$ 2>/dev/null || exit 0
token=
read -r token 2>/dev/null <${old}.$$/token
if [ "$token" = ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.fromText)(terms.token))} ]; then rm -rf ${old}.$$; else mv ${old}.$$ ${named(terms.name)}; fi`;
}


/***/ }),

/***/ 65283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ parseState)
/* harmony export */ });
const STATES = ['none', 'held', 'starting', 'started', 'failed', 'gone', 'full'];
/** From a line `STATE AGE LIFE`, or `STATE`. What a host says else is taken for `gone`. */
function parseState(line) {
    const [word = '', age = '', life = ''] = line.split(' ');
    const state = STATES.find((known) => known === word) ?? 'gone';
    const watchdogSeconds = /^-?[0-9]{1,12}$/.test(age) ? Number(age) : null;
    return { state, watchdogSeconds, watchdogLives: life === 'lives' };
}


/***/ }),

/***/ 52969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ requireNoRestore),
/* harmony export */   q: () => (/* binding */ markRestore)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _earlier_lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13166);
/* harmony import */ var _lease_call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16992);
/* harmony import */ var _lease_scripts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43406);




/**
 * Has an application kept from runs that would stop it and start it: what is half put back is no backup, and must not be started. One that an
 * earlier run left stopped is started first.
 * @throws HoldfastError locked: a run has it.
 */
async function markRestore(host, name, { onEarlier, signal }) {
    const file = (0,_lease_scripts_js__WEBPACK_IMPORTED_MODULE_0__/* .restoringFile */ .YV)(name);
    const script = `${(0,_lease_scripts_js__WEBPACK_IMPORTED_MODULE_0__/* .enterFolder */ .Fi)(name)}\n[ -e ${file} ] && echo old || { : >${file} && echo new; }`;
    const wasThere = (await (0,_lease_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T)(host, script, 'note that it is restored', signal)).trim() === 'old';
    const remove = async (until) => {
        await (0,_lease_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T)(host, `${(0,_lease_scripts_js__WEBPACK_IMPORTED_MODULE_0__/* .enterFolder */ .Fi)(name)}\nrm -f ${file}`, 'note that it is restored', until);
    };
    try {
        await (0,_earlier_lease_js__WEBPACK_IMPORTED_MODULE_2__/* .clearEarlier */ .U)(host, name, { onEarlier, signal });
    }
    catch (error) {
        if (!wasThere)
            await remove(signal).catch(() => undefined);
        throw error;
    }
    return { wasThere, remove };
}
/** @throws HoldfastError locked: it is being put back, or a restore of it failed. */
async function requireNoRestore(host, name, signal) {
    const script = `${(0,_lease_scripts_js__WEBPACK_IMPORTED_MODULE_0__/* .enterFolder */ .Fi)(name)}\n[ ! -e ${(0,_lease_scripts_js__WEBPACK_IMPORTED_MODULE_0__/* .restoringFile */ .YV)(name)} ] || printf '%s\\n' "$PWD"`;
    const folder = (await (0,_lease_call_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T)(host, script, 'look for a restore', signal)).trim();
    if (folder === '')
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('locked', `Cannot stop ${JSON.stringify(name.name)} on "${host.name}": it is being restored, or a restore of it was begun and didn't end well, expected neither: what is half ` +
        `put back is no backup. Wait until that is done, restore again, or remove ${folder}/${name.name}.restoring.`);
}


/***/ }),

/***/ 38490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ LAID_WITHIN_SECONDS),
  u: () => (/* binding */ WATCHDOG)
});

// EXTERNAL MODULE: ./build/hosts/process-mark.js
var process_mark = __webpack_require__(31355);
;// CONCATENATED MODULE: ./build/hosts/lease/watchdog-look.js
/** How long an application is waited for that was told to stop, where its status can't say what has become of it. */
const UNCLEAR_SECONDS = 10;
/** Shell, of the watchdog: what the status command says of the application, and how long that is not believed. */
const LOOK = `
ask() { # sets is: 0 runs, 3 is stopped, else nobody knows
  is=9
  [ -e status.sh ] || return 0
  limited 30 status.sh /dev/null
  if [ $code != late ]; then is=$code; else end_all $child 5 || kill_left $child; fi
}

goes_down() { # what was told to stop, by a command that worked or not, may do so late: nobody may believe too early that it runs on
  if [ ! -e status.sh ] || [ -e was_down ] || [ -e going ]; then return; fi
  if [ ! -e stopping ] && [ ! -e stopped ]; then return; fi
  now
  soon=$((now + ${UNCLEAR_SECONDS}))
  late=$((now + start_limit))
  [ $late -ge $soon ] || late=$soon
  [ $is -ne 0 ] || say 'it was told to stop, and is waited for'
  while [ $is -ne 3 ] && now; do
    if [ $is -eq 0 ]; then until=$late; else until=$soon; fi # a status that can't say may never do
    [ "$now" -lt $until ] || break
    sleep 1
    ask
  done
  [ $is -ne 0 ] || say 'it was told to stop, and runs still: should it stop later, nobody starts it'
}

stays_up() { # what is being stopped says that it runs, too
  polls=0
  while [ $is -eq 0 ] && [ $polls -lt 5 ]; do
    sleep 1
    ask
    polls=$((polls + 1))
  done
  [ $is -eq 0 ]
}

comes_up() { # after the start command ended
  now
  if [ "$ended" = 0 ]; then until=$((now + patience)); else until=$((now + 5)); fi
  ask
  while [ -e status.sh ] && [ $is -ne 0 ] && now && [ "$now" -lt $until ]; do
    pause
    ask
  done
}
`;

// EXTERNAL MODULE: ./build/hosts/as-a-person.js
var as_a_person = __webpack_require__(37216);
// EXTERNAL MODULE: ./build/hosts/process-tree.js
var process_tree = __webpack_require__(97538);
;// CONCATENATED MODULE: ./build/hosts/lease/watchdog-processes.js


/** Shell, of the watchdog: what it runs in processes of their own, with a limit, and how it ends those and what they began. */
const PROCESSES = `
${process_tree/* TREE */.P}
own_session=
if command -v setsid >/dev/null; then own_session=setsid; fi

end_stop() { # a stop command that goes on would stop what was started
  read -r pid start <stopping || return 0
  runs "$pid" "$start" || return 0
  say "ending the stop command, which goes on"
  kill -TERM -"$pid"
  polls=0
  while runs "$pid" "$start" && [ $polls -lt 5 ]; do polls=$((polls + 1)); sleep 1; done
  kill -KILL -"$pid"
} 2>/dev/null

await() { # SECONDS: until the process child is gone; false where it goes on
  now
  limit=$((now + $1))
  while runs "$child" "$begun_at"; do
    now
    [ "$now" -lt $limit ] || return 1
    pause
  done
}

limited() { # SECONDS WORDS OUTPUT: runs a script of ours; sets code, which is late where it goes on
  (${as_a_person/* AS_A_PERSON */.T}; cd / && exec $own_session sh "$here"/$2) </dev/null >>"$3" 2>&1 &
  child=$!
  if start_of $child; then begun_at=$start; else begun_at=; fi
  if await "$1"; then
    wait $child
    code=$?
  else
    code=late
  fi
}

group() { # PID: those in its process group that run
  for status in /proc/[0-9]*/stat; do
    IFS= read -r line <$status || continue
    one=\${line%% *}
    set -- $1 \${line##*')'}
    case $2 in [ZX]) continue ;; esac
    [ $4 = $1 ] && echo $one
  done 2>/dev/null
}

end_all() { # PID SECONDS: asks the process, its group and its descendants to end; false where some go on. Sets marks
  marks=
  in_group=" $(echo $(group $1)) "
  others=
  for target in $(tree $1); do # each is asked once: a second time may mean more
    case $in_group in *" $target "*) ;; *) others="$others $target" ;; esac
  done
  for target in $in_group $others; do
    start_of $target && marks="$marks $target.$start"
  done
  kill -TERM -$1
  for target in $others; do kill -TERM $target; done
  now
  give_up=$((now + $2))
  while left $1; do
    now
    [ "$now" -lt $give_up ] || return 1
    pause
  done
} 2>/dev/null

left() { # PID: whether some of what end_all asked go on. A number may be another's by now
  for mark in $marks; do
    runs "\${mark%.*}" "\${mark#*.}" && return
  done
  [ -n "$(group $1)" ]
}

kill_left() { # PID: those, and what they have begun since
  for mark in $marks; do
    if runs "\${mark%.*}" "\${mark#*.}"; then
      for target in $(tree "\${mark%.*}"); do kill -KILL $target; done
    fi
  done
  for target in $(group $1); do kill -KILL $target; done
} 2>/dev/null
`;

;// CONCATENATED MODULE: ./build/hosts/lease/watchdog-start.js
/** What a start that takes too long has at least to end by itself: what recovers from a crash must not be killed in it. */
const END_SECONDS = 60;
/** Shell, of the watchdog: from the moment that it alone may start the application until that runs, or is given up. */
const START = `
bring_up() { # WHY
  say "starting the application: $1"
  end_stop
  tries=0
  cut=
  patience=$start_limit
  if [ -e cut ]; then is_cut; fi
  if adopt; then judge; fi
  ask
  goes_down
  if [ $is -eq 0 ] && stays_up; then finish started 'the application runs already'; fi
  while :; do
    wait_for_operator
    tries=$((tries + 1))
    limited "$patience" 'watchdog.sh command' start.out
    judge
    sleep $tries
  done
}

wait_for_operator() {
  [ -e "$hold" ] && say "not started while $hold is there"
  while [ -e "$hold" ]; do sleep 1; done
}

adopt() { # a start command that goes on although its starter died: another beside it would be two
  { read -r child begun_at <going; } 2>/dev/null && runs "$child" "$begun_at" || return 1
  say "the start command of the one before goes on"
  tries=1
  code=unknown
  await "$patience" || code=late
}

judge() { # what a start command came to; returns where it is to be tried again
  ended=$code began=$child
  if [ "$ended" = late ]; then
    say "the start command goes on after $patience s"
    ask
    [ $is -eq 0 ] && finish started 'the application runs; its start command goes on'
    [ $is -eq 3 ] || finish failed "nobody knows whether it runs, and its start command goes on: look at it"
    [ -z "$cut" ] || finish failed 'it is stopped still, and its start command goes on, which is not ended a second time: look at it'
    end_start $began
  else
    say "the start command ended with $ended"
    comes_up
  fi
  [ $is -eq 0 ] && finish started 'the application runs'
  if [ ! -e status.sh ]; then
    [ "$ended" = 0 ] && finish started 'the application was started'
    finish failed 'without a status command nobody knows whether to start it again: look at it'
  fi
  [ $is -eq 3 ] || finish failed "nobody knows whether it runs, for the status command says $is: look at it"
  [ $tries -lt "$max_tries" ] || finish failed "still stopped after $tries tries: start it by hand"
}

is_cut() {
  cut=1
  patience=$((start_limit * max_tries))
}

end_start() { # PID: one that brings up what is slow must not be killed in the middle of it
  say 'it is stopped still: ending the start command and all that it began'
  put cut 1 # for whoever follows us
  is_cut
  grace=$start_limit
  [ $grace -ge ${END_SECONDS} ] || grace=${END_SECONDS}
  if end_all $1 $grace; then ask; return; fi
  kept=$marks # asking may end a status command
  ask
  [ $is -eq 3 ] || return
  marks=$kept
  say "it goes on $grace s after it was told to end: killing it"
  kill_left $1
  ask
}

finish() { # STATE WORDS
  say "$2"
  if [ "$1" = started ]; then rm -f "$down"; else : >"$down"; fi 2>/dev/null
  [ "$1" = started ] || logger -t holdfast -p user.crit "$name: $2" 2>/dev/null
  mv "$mine" "$1"
  exit
}
`;

;// CONCATENATED MODULE: ./build/hosts/lease/watchdog.js




/** A lease is laid and armed within seconds; one that was not has a dead run, and goes. */
const LAID_WITHIN_SECONDS = 120;
/**
 * What lies on the target while its application is stopped, and starts it again when nobody else does: a shell script
 * of its own, in the lease's folder.
 *
 * One file is the truth: `held`, which whoever starts the application first renames to `starting.PID.START`, its own
 * process by number and start time. A rename succeeds for one alone, so that there are never two starters; a starter
 * that died is followed by whoever renames its file to its own. At the end it becomes `started` or `failed`.
 *
 *     held ──▶ starting.PID.START ──▶ started | failed
 *               ▲            │ its process is gone
 *               └────────────┘
 *
 *     sh watchdog.sh watch        waits beside the runner, and starts the application when `renewed` is too old
 *     sh watchdog.sh start WHY    starts it now, unless another does
 *     sh watchdog.sh recover      after a reboot, or where the watchdog was killed: starts what was left stopped
 *     sh watchdog.sh command      becomes the start command, in a session of its own
 *
 * A start command outlives a starter that is killed: whoever follows waits for that one, which \`going\` names, before it looks
 * whether another is needed. One that takes too long is ended with all that it began, but only where the status says that the
 * application is stopped: else it may be what brings the application up, or be the application itself. It is asked to (TERM), and killed
 * only if it goes on for as long again. That is done once: an application that starts slowly, because it recovers, would never get to the end of it.
 * The next start may take as long as all tries together, and is left alone then.
 *
 * Time is the kernel's since boot, which goes on while a machine sleeps and which nobody sets. dash, busybox and bash
 * run it, with no tool but sleep, mv, rm, cat and date.
 */
const WATCHDOG = `
cd "\${0%/*}" || exit 1
here=$PWD
. ./settings

say() { printf '%s %s\\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$*" >>log; } 2>/dev/null

now() { IFS=' .' read -r now rest </proc/uptime; }

put() { printf '%s\\n' "$2" >"$1.$$" && mv "$1.$$" "$1"; } 2>/dev/null

pause() { sleep 0.05 2>/dev/null || sleep 1; }

take() { mv "$1" "$mine" 2>/dev/null; } # FILE: true for one alone

starter_runs() { # starting.PID.START
  set -- $(IFS=.; echo $1)
  runs "$2" "$3"
}
${process_mark/* RUNS */.p}${PROCESSES}${LOOK}${START}
watch() {
  say "watching, as process $$"
  while [ -e settings ]; do
    now
    put alive "$$ $start_of_me $now"
    if [ -e held ]; then
      if over && take held; then bring_up "$why"; fi
    elif [ -e started ] || [ -e failed ]; then
      return
    else
      follow
    fi
    sleep 1
  done
}

over() { # sets why
  now
  read -r renewed <renewed && read -r armed <held || return 1
  if [ $((now - renewed)) -ge "$lease" ]; then
    why="not renewed for $((now - renewed)) s"
  elif [ $((now - armed)) -ge "$longest" ]; then
    why="stopped for $((now - armed)) s"
  else
    return 1
  fi
}

follow() { # whoever started and died; or nobody, in a lease that is still being laid
  set -- starting.*
  if [ ! -e "$1" ]; then
    now
    if [ ! -e armed ] && [ $((now - begun)) -ge ${LAID_WITHIN_SECONDS} ]; then rm -rf "$here"; fi
    return
  fi
  starter_runs "$1" && return
  if take "$1"; then bring_up 'who started it has died'; fi
}

start_of $$ || exit 1
start_of_me=$start
mine=starting.$$.$start
case $1 in
  watch) watch ;;
  command)
    put going "$$ $start_of_me"
    cd / && exec sh "$here/start.sh" ;;
  start) if take held; then bring_up "$2"; fi ;;
  recover)
    read -r pid start then <alive
    if runs "$pid" "$start"; then exit; fi
    if take held; then bring_up 'nobody watched over it any more'; fi
    follow ;;
esac
`;


/***/ }),

/***/ 76340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runApplicationCommands: () => (/* binding */ runApplicationCommands)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46193);
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _hosts_as_a_person_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37216);




/** Longest line of a command's output that is shown; the rest of it is left out. */
const MAX_LINE_CHARACTERS = 500;
/**
 * Runs the user's own shell commands on the host one after the other; what they print goes to the reporter as it
 * comes, escaped.
 *
 * @throws HoldfastError command-failed at the first that ends with anything but 0, or takes longer than it may and is ended;
 *   the others aren't run.
 */
async function runApplicationCommands(host, { when, commands, limitMs }, reporter, signal) {
    for (const command of commands) {
        reporter.onInfo(`${when}: ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(command)}`);
        const limit = limitMs === undefined ? null : AbortSignal.timeout(limitMs);
        const within = limit === null ? signal : AbortSignal.any([signal, limit]);
        const { exit, printed } = await runOne(host, command, reporter, within).catch((error) => {
            throw limit?.aborted && !signal.aborted ? tookTooLong(command, host, { when, limitMs }) : error;
        });
        if ('code' in exit && exit.code === 0)
            continue;
        const status = 'code' in exit ? `exit status ${exit.code}` : `killed by ${exit.signal}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('command-failed', `Cannot run the ${when} command ${JSON.stringify((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(command))} on ${host.name}: ${status}, expected 0. ` +
            `${printed ? 'What it printed stands in the log of this run' : 'It printed nothing'}; run it by hand on the host to see why.`);
    }
}
function tookTooLong(command, host, { when, limitMs = 0 }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('command-failed', `Cannot run the ${when} command ${JSON.stringify((0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(command))} on ${host.name}: it was ended after ${limitMs / 1000} s, ` +
        'expected it to take no longer. Give it more time (hook-limit), or see by hand what it waits for.');
}
async function runOne(host, command, reporter, signal) {
    const running = await host.start(`${_hosts_as_a_person_js__WEBPACK_IMPORTED_MODULE_3__/* .AS_A_PERSON */ .T}\n${command}`, { signal });
    running.stdin.on('error', () => { }); // a command that doesn't read its input isn't a failure
    running.stdin.end();
    const [exit, ...printed] = await Promise.all([
        running.exited,
        showLines(running.stdout, reporter),
        showLines(running.stderr, reporter),
    ]);
    return { exit, printed: printed.includes(true) };
}
/** Whether there was anything. */
async function showLines(output, reporter) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    let line = '';
    let isAny = false;
    for await (const bytes of output) {
        isAny ||= bytes.length > 0;
        const pieces = decoder.write(bytes).split('\n');
        for (const [i, piece] of pieces.entries()) {
            if (i > 0) {
                reporter.onInfo(`  ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(line)}`);
                line = '';
            }
            line = (line + piece).slice(0, MAX_LINE_CHARACTERS);
        }
    }
    if (line !== '')
        reporter.onInfo(`  ${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(line)}`);
    return isAny;
}


/***/ }),

/***/ 76523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ quiesceAll),
/* harmony export */   nodeTarget: () => (/* binding */ nodeTarget)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _quiesce_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70238);


/**
 * `quiesce` of an application that runs on several hosts: each has a lease of its own. `nodes` are stopped in their order, and
 * then the run's own host, if it is stopped at all; they are started in the opposite order, each once the one before runs.
 *
 * @throws As `quiesce`. Those that were stopped before one could not be are started again.
 */
async function quiesceAll(run, nodes, work) {
    const [node, ...others] = nodes;
    const { options, cancelled = run.signal } = run;
    if (node === undefined) {
        if (options !== null)
            return (0,_quiesce_js__WEBPACK_IMPORTED_MODULE_0__/* .quiesce */ .en)({ ...run, options }, work);
        return { result: await work(run.signal), stoppedMs: null, startFailure: null };
    }
    const host = await node.quiesce.connect(run.signal);
    try {
        const target = nodeTarget(run.target, others.length);
        const outer = { ...run, host, target, options: node.quiesce };
        const inner = { ...run, onApplication: undefined };
        const { result, stoppedMs, startFailure } = await (0,_quiesce_js__WEBPACK_IMPORTED_MODULE_0__/* .quiesce */ .en)(outer, (signal) => quiesceAll({ ...inner, signal, cancelled }, others, work));
        const failure = startFailure === null ? null : onNode(startFailure, node.address);
        return { result: result.result, stoppedMs, startFailure: failure ?? result.startFailure };
    }
    finally {
        await host.close();
    }
}
/** What the lease of a node is named by, of which so many others are stopped after it. */
function nodeTarget(target, stoppedAfter) {
    return `${target}.node${stoppedAfter + 1}`;
}
function onNode(failure, address) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E(failure.code, `${failure.message} That is the node ${address}.`, {
        cause: failure,
    });
}


/***/ }),

/***/ 70238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  en: () => (/* binding */ quiesce),
  tc: () => (/* binding */ recoverEarlier),
  aL: () => (/* binding */ tellEarlier)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/apps/application.js
var application = __webpack_require__(96571);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/failure-text.js
var failure_text = __webpack_require__(53272);
// EXTERNAL MODULE: ./build/hosts/ask-status.js
var ask_status = __webpack_require__(14480);
// EXTERNAL MODULE: ./build/hosts/lease/earlier-lease.js
var earlier_lease = __webpack_require__(13166);
// EXTERNAL MODULE: ./build/hosts/output.js
var hosts_output = __webpack_require__(52871);
// EXTERNAL MODULE: ./build/hosts/lease/lease-call.js
var lease_call = __webpack_require__(16992);
// EXTERNAL MODULE: ./build/hosts/lease/lease-scripts.js
var lease_scripts = __webpack_require__(43406);
;// CONCATENATED MODULE: ./build/hosts/lease/lay-lease.js





const MAX_LAYS = 3;
const SEEN_WITHIN_MS = 20_000;
/** More than a beat longer than a watchdog that died at once would seem to live. */
const SEEN_ALIVE_FOR_MS = 3500;
const LOOK_EVERY_MS = 250;
/** A cancelled run has not much longer; another may wait for a busy host. */
const GIVE_UP_WITHIN_MS = { cancelled: 3000, else: 30_000 };
/**
 * Lays a lease, and sees from `host` that its watchdog lives although the connection that laid it is gone. It does nothing before it is
 * armed.
 *
 * @throws HoldfastError locked (another run has it), host-unsupported (no /proc/uptime, or the watchdog doesn't live): the application
 *   must not be stopped then.
 */
async function layLease(host, terms, options) {
    await layOverAnother(host, terms, options);
    try {
        await untilSeen(host, terms, options.signal);
    }
    catch (error) {
        // Else the next run is told for two minutes that this one holds it.
        const limitMs = GIVE_UP_WITHIN_MS[options.signal.aborted ? 'cancelled' : 'else'];
        const limit = AbortSignal.timeout(limitMs);
        await (0,lease_call/* call */.T)(host, (0,lease_scripts/* releaseScript */.dg)(terms), 'remove the lease', limit).catch(() => undefined);
        throw error;
    }
}
async function layOverAnother(host, terms, options) {
    for (let lays = 1;; lays++) {
        const laying = await options.connect(options.signal);
        let said;
        try {
            said = (await (0,lease_call/* call */.T)(laying, (0,lease_scripts/* layScript */.q9)(terms), 'lay the lease', options.signal)).trim();
        }
        finally {
            await laying.close();
        }
        if (said === 'laid')
            return;
        if (said === 'no-clock')
            throw noClock(host);
        if (lays >= MAX_LAYS)
            throw new errors/* HoldfastError */.E('internal', `The lease ${terms.name} was taken ${lays} times.`);
        await (0,earlier_lease/* clearEarlier */.U)(host, terms, options);
    }
}
/** The watchdog lives, and its clock goes on. */
async function untilSeen(host, terms, signal) {
    const giveUpMs = performance.now() + SEEN_WITHIN_MS;
    const ages = [];
    while (performance.now() < giveUpMs) {
        const said = await (0,lease_call/* callForState */.B)(host, (0,lease_scripts/* stateScript */.nB)(terms), 'look for the watchdog', signal);
        if (said.watchdogSeconds !== null && said.watchdogSeconds <= 2)
            ages.push(performance.now());
        const [first, last] = [ages[0], ages.at(-1)];
        if (first !== undefined && last !== undefined && last - first > SEEN_ALIVE_FOR_MS)
            return;
        await (0,promises_.setTimeout)(LOOK_EVERY_MS, undefined, { signal });
    }
    throw new errors/* HoldfastError */.E('host-unsupported', `Cannot stop the application on "${host.name}": the watchdog that would start it again doesn't outlive the connection ` +
        `that laid it, expected to see it alive within ${SEEN_WITHIN_MS / 1000} s. Where systemd ends what users leave behind, ` +
        'run `loginctl enable-linger` for this user, or connect as root.');
}
function noClock(host) {
    return new errors/* HoldfastError */.E('host-unsupported', `Cannot lay a lease on "${host.name}": there is no /proc/uptime, expected a Linux host. Use before and after commands.`);
}

;// CONCATENATED MODULE: ./build/hosts/lease/lease-renewal.js




/** A quarter, so that three renewals may fail. */
const RENEWALS_IN_A_LEASE = 4;
/**
 * The watchdog says every second that it lives. One whose process is there and that doesn't is on a host whose disk is slow (it writes it
 * down), or hangs: it gets half of the lease, or so much.
 */
const MAX_WATCHDOG_AGE_SECONDS = 15;
/** Keeps an armed lease renewed, and knows when it is lost. */
class LeaseRenewal {
    #host;
    #terms;
    #lost = new AbortController();
    #ended = new AbortController();
    #renewedMs = 0;
    #going = Promise.resolve();
    constructor(host, terms) {
        this.#host = host;
        this.#terms = terms;
    }
    /** @param armedMs When it was about to be armed, by `performance.now()`. */
    begin(armedMs) {
        this.#renewedMs = armedMs;
        this.#going = this.#keepRenewed();
    }
    /** Resolves when no renewal is under way any more. */
    async end() {
        this.#ended.abort();
        await this.#going;
    }
    /** Aborted, with a HoldfastError lease-lost as its reason, when the application may have been started. */
    get lost() {
        return this.#lost.signal;
    }
    /** Counts it as lost, and gives that as an error to throw. */
    lose(why) {
        const loss = leaseLost(this.#host, this.#terms, why);
        this.#lost.abort(loss);
        return loss;
    }
    async #keepRenewed() {
        const periodMs = (this.#terms.leaseSeconds * 1000) / RENEWALS_IN_A_LEASE;
        while (!this.#ended.signal.aborted && !this.lost.aborted) {
            await (0,promises_.setTimeout)(periodMs, undefined, { signal: this.#ended.signal }).catch(() => undefined);
            if (!this.#ended.signal.aborted)
                await this.#renew();
        }
    }
    async #renew() {
        const askedMs = performance.now();
        const leaseMs = this.#terms.leaseSeconds * 1000;
        if (askedMs - this.#renewedMs >= leaseMs) {
            this.lose(`it wasn't renewed for ${Math.round((askedMs - this.#renewedMs) / 1000)} s`);
            return;
        }
        const limit = AbortSignal.timeout(Math.ceil(leaseMs - (askedMs - this.#renewedMs)));
        try {
            const signal = AbortSignal.any([limit, this.#ended.signal]);
            const said = await (0,lease_call/* callForState */.B)(this.#host, (0,lease_scripts/* renewScript */.JE)(this.#terms), 'renew the lease', signal);
            const why = this.#whyLost(said);
            if (why === null)
                this.#renewedMs = askedMs;
            else
                this.lose(why);
        }
        catch {
            // The next one may come through. That none does is found out above.
        }
    }
    #whyLost({ state, watchdogSeconds, watchdogLives }) {
        const maxSeconds = Math.max(MAX_WATCHDOG_AGE_SECONDS, this.#terms.leaseSeconds / 2);
        if (state !== 'held')
            return `its state is ${state}`;
        if (!watchdogLives)
            return 'its watchdog has died';
        if (watchdogSeconds === null || watchdogSeconds > maxSeconds)
            return `its watchdog has done nothing for ${watchdogSeconds} s`;
        return null;
    }
}
function leaseLost(host, { name }, why) {
    return new errors/* HoldfastError */.E('lease-lost', `Cannot go on with ${JSON.stringify(name)} on "${host.name}": the lease on it is lost (${why}), ` +
        'expected it to be held until all was read. What was read may be of a running application. See that it runs, then back up again.');
}

// EXTERNAL MODULE: ./build/hosts/lease/lease-state.js
var lease_state = __webpack_require__(65283);
;// CONCATENATED MODULE: ./build/hosts/lease/shown-command.js

/** A shell command for a message. Of a script, which a profile's is, nobody wants to read the text in a log. */
function shownCommand(command) {
    const lines = command.trim().split('\n');
    return lines.length === 1
        ? JSON.stringify((0,bytestring.displayText)(command.trim()))
        : `its script of ${lines.length} lines`;
}

;// CONCATENATED MODULE: ./build/hosts/lease/lease.js










const lease_LOOK_EVERY_MS = 250;
/**
 * A promise on the target that an application which a run stops is started again: by the run, or, when that dies,
 * stalls or loses its way to the target, by a watchdog there (watchdog.ts).
 */
class Lease {
    #host;
    #terms;
    #renewal;
    constructor(host, terms) {
        this.#host = host;
        this.#terms = terms;
        this.#renewal = new LeaseRenewal(host, terms);
    }
    /** @throws As layLease. */
    static async lay(host, terms, options) {
        await layLease(host, terms, options);
        return new Lease(host, terms);
    }
    /** From here on the watchdog starts the application when the lease isn't renewed, which it is until `resume`. */
    async arm(signal) {
        const askedMs = performance.now();
        const { state } = await (0,lease_call/* callForState */.B)(this.#host, (0,lease_scripts/* armScript */.Me)(this.#terms), 'arm the lease', signal);
        if (state !== 'held')
            throw leaseLost(this.#host, this.#terms, `its state is ${state}`);
        this.#renewal.begin(askedMs);
    }
    /** What the status command says of the application. */
    async status(signal) {
        if (this.#terms.status === null)
            return 'unknown';
        return (0,ask_status/* statusBy */.E)(this.#host, (0,lease_scripts/* statusScript */.KU)(this.#terms), signal);
    }
    /** Aborted, with a HoldfastError lease-lost as its reason, when the application may have been started. */
    get lost() {
        return this.#renewal.lost;
    }
    /**
     * Runs a command that stops the application, unless the lease is lost.
     * @throws HoldfastError lease-lost; command-failed.
     */
    async stop(command, signal) {
        const output = await this.#unlessLost(signal, (either) => (0,hosts_output/* runToEnd */.cd)(this.#host, (0,lease_scripts/* stopScript */.Cl)(this.#terms, command), { signal: either }));
        if ('code' in output.exit && output.exit.code === 0)
            return;
        if ('code' in output.exit && output.exit.code === lease_scripts/* NOT_RUN */.OG)
            throw this.#renewal.lose('the application was started');
        await this.fence(signal); // the watchdog ends a stop command before it starts the application
        throw new hosts_output/* CommandFailure */.qi(`stop the application by ${shownCommand(command)}`, this.#host, output);
    }
    /**
     * A stop command that has ended doesn't say that the application has.
     * @throws HoldfastError command-failed if it isn't stopped after `limitMs`; lease-lost; cancelled.
     */
    async untilStopped(limitMs, signal) {
        const giveUpMs = performance.now() + limitMs;
        for (;;) {
            this.lost.throwIfAborted();
            const status = await this.#unlessLost(signal, (either) => this.status(either));
            if (status === 'stopped')
                return;
            if (performance.now() < giveUpMs && status === 'runs') {
                await (0,promises_.setTimeout)(lease_LOOK_EVERY_MS, undefined, { signal });
                continue;
            }
            throw new errors/* HoldfastError */.E('command-failed', `Cannot read the files of ${JSON.stringify(this.#terms.name)} on "${this.#host.name}": after its stop commands the status command ` +
                `${status === 'runs' ? `says for ${limitMs / 1000} s that it runs` : "can't say whether it runs"}, expected exit status 3, stopped. ` +
                'See whether the stop command does what it should.');
        }
    }
    /**
     * Whether all that was read until now was read while the application was stopped: reads the lease back.
     * @throws HoldfastError lease-lost.
     */
    async fence(signal) {
        this.lost.throwIfAborted();
        const script = (0,lease_scripts/* stateScript */.nB)(this.#terms);
        const { state } = await (0,lease_call/* callForState */.B)(this.#host, script, 'read the lease back', signal);
        this.lost.throwIfAborted();
        if (state !== 'held')
            throw this.#renewal.lose(`its state is ${state}`);
    }
    /** Starts the application, or waits for the watchdog that does. The lease goes when it runs. */
    async resume(signal) {
        await this.#renewal.end();
        const output = await (0,lease_call/* call */.T)(this.#host, (0,lease_scripts/* resumeScript */.jh)(this.#terms), 'start the application', signal);
        const heardMs = performance.now();
        const [first = '', ...log] = output.split('\n').filter((line) => line !== '');
        const { state } = (0,lease_state/* parseState */.B)(first);
        if (state !== 'started' && state !== 'failed')
            throw leaseLost(this.#host, this.#terms, `its state is ${state}`);
        // It runs, whatever becomes of the folder: what is left of that the next run removes.
        if (state === 'started')
            await this.release(signal).catch(() => undefined);
        return { state, log, heardMs };
    }
    /**
     * Removes a lease that isn't armed, or whose application runs.
     * @returns Whether the application is down because an earlier run could not start it.
     */
    async release(signal) {
        await this.#renewal.end();
        const said = await (0,lease_call/* call */.T)(this.#host, (0,lease_scripts/* releaseScript */.dg)(this.#terms), 'remove the lease', signal);
        return { wasLeftDown: said.trim() === 'down' };
    }
    /** A command that is ended because the lease is lost says that it was cancelled. */
    async #unlessLost(signal, work) {
        try {
            return await work(AbortSignal.any([signal, this.lost]));
        }
        catch (error) {
            this.lost.throwIfAborted();
            throw error;
        }
    }
}

// EXTERNAL MODULE: ./build/hosts/lease/restore-mark.js
var restore_mark = __webpack_require__(52969);
// EXTERNAL MODULE: ./build/repository/grace.js
var grace = __webpack_require__(2441);
;// CONCATENATED MODULE: ./build/operations/backup/quiesce.js












const START_TRIES = 5;
/** A runner kills us 10 s after it said so; the start goes on without us. */
const START_WHEN_CANCELLED_MS = 5000;
/**
 * Stops the application, runs `work`, and starts it again, whatever becomes of the work or of us. One that is found stopped
 * stays as it is.
 *
 * @param work Gets a signal that also aborts when the application may have been started meanwhile.
 * @throws HoldfastError lease-lost: what was read may be of a running application. locked, host-unsupported: nothing was
 *   stopped. command-failed. What `work` throws.
 */
async function quiesce({ host, options, target, reporter, signal, cancelled = signal, onApplication }, work) {
    const onEarlier = (log) => tellEarlier(log, reporter);
    reporter.onInfo('lease: laying it on the host');
    const lease = await Lease.lay(host, termsOf(options, target), {
        connect: options.connect,
        onEarlier,
        signal,
    });
    if ((await lease.status(signal)) === 'stopped') {
        const { wasLeftDown } = await lease.release(signal);
        reporter.onWarning('The application is stopped already: it is backed up as it is, and stays stopped.');
        const result = await work(signal);
        // Nothing was laid for it to be read back: only itself can say that it was left alone.
        await requireStillStopped(options, { host, target }, signal);
        return { result, stoppedMs: null, startFailure: wasLeftDown ? leftDown(host, target) : null };
    }
    await lease.arm(signal);
    const startedMs = performance.now();
    let result;
    try {
        onApplication?.('held');
        await stop(lease, options, reporter, signal);
        result = await work(AbortSignal.any([signal, lease.lost]));
        await lease.fence(signal);
        await requireStillStopped(options, { host, target }, signal);
    }
    catch (error) {
        const cause = lease.lost.aborted ? ((0,errors/* asHoldfastError */.C)(lease.lost.reason) ?? error) : error;
        tellFailure(cause, options, reporter);
        const { failure } = await start(lease, reporter, cancelled);
        if (failure === null) {
            onApplication?.('released');
            throw cause;
        }
        throw new errors/* HoldfastError */.E(failure.code, `${failure.message} Before that the work itself had failed.`, {
            cause,
        });
    }
    const { failure: startFailure, endedMs } = await start(lease, reporter, cancelled);
    if (startFailure === null)
        onApplication?.('released');
    return { result, stoppedMs: Math.round(endedMs - startedMs), startFailure };
}
/** Before minutes in which nothing else is seen to happen: it isn't started before it is down. */
function tellFailure(cause, { settleMs = application/* SETTLE_LIMIT_MS */.x }, reporter) {
    reporter.onInfo(`failed: ${(0,failure_text/* failureText */.k)(cause)}`);
    reporter.onInfo(`an application that was told to stop and runs still is waited for, ${settleMs / 1000} s at most`);
}
/** Night after night it would be backed up as it is, and nobody would look. */
function leftDown(host, target) {
    return new errors/* HoldfastError */.E('command-failed', `The application ${JSON.stringify(target)} on "${host.name}" is down: an earlier run stopped it, and could not start it again. Start it by hand; if it is to stay ` +
        `down, remove ${target}.down beside where its leases lie (/var/lib/holdfast).`);
}
const ASKS = 3;
const ASK_AGAIN_MS = 1000;
/**
 * A supervisor, or a person, may start it beside us: the lease knows nothing of that. One that can't say may be starting.
 * @throws HoldfastError lease-lost.
 */
async function requireStillStopped({ status }, { host, target }, signal) {
    if (status === null)
        return;
    let said = await (0,ask_status/* askStatus */.u)(host, status, signal);
    for (let asks = 1; said === 'unknown' && asks < ASKS; asks++) {
        await (0,promises_.setTimeout)(ASK_AGAIN_MS, undefined, { signal });
        said = await (0,ask_status/* askStatus */.u)(host, status, signal);
    }
    if (said === 'stopped')
        return;
    throw new errors/* HoldfastError */.E('lease-lost', `Cannot count what was read of ${JSON.stringify(target)} on "${host.name}": its status command ` +
        `${said === 'runs' ? 'says that it runs' : "can't say whether it runs"}, and nobody here started it, expected it to stand until all was read. ` +
        'See what starts it (a supervisor, another person), then back up again.');
}
/**
 * Puts right what an earlier run of the target left: its application is started, and what it held is let go, before anybody
 * looks at the host to see whether it may be stopped.
 * @throws HoldfastError locked: another run has it, or a restore.
 */
async function recoverEarlier({ host, options, target, reporter, signal }) {
    const name = { name: target, folder: options.folder };
    await (0,restore_mark/* requireNoRestore */.b)(host, name, signal);
    const onEarlier = (log) => tellEarlier(log, reporter);
    await (0,earlier_lease/* clearEarlier */.U)(host, name, { onEarlier, signal });
}
function termsOf({ start, status, settleMs = application/* SETTLE_LIMIT_MS */.x, leaseMs, longestMs, holder, folder }, target) {
    return {
        name: target,
        start: start.map((command) => `${command}\n[ $? -eq 0 ] || exit 1`).join('\n'),
        status,
        leaseSeconds: Math.ceil(leaseMs / 1000),
        longestSeconds: Math.ceil(longestMs / 1000),
        startLimitSeconds: Math.ceil(settleMs / 1000),
        maxTries: START_TRIES,
        holder,
        folder,
        token: (0,external_node_crypto_.randomBytes)(16).toString('hex'),
    };
}
async function stop(lease, { stop: commands, status, settleMs = application/* SETTLE_LIMIT_MS */.x }, reporter, signal) {
    for (const command of commands) {
        reporter.onInfo(`stop: ${command.includes('\n') ? shownCommand(command) : (0,bytestring.displayText)(command)}`);
        await lease.stop(command, signal);
    }
    if (status !== null)
        await lease.untilStopped(settleMs, signal);
}
async function start(lease, reporter, signal) {
    reporter.onInfo('start: the application');
    try {
        const { state, log, heardMs } = await lease.resume((0,grace/* graceAfter */.D)(signal, START_WHEN_CANCELLED_MS));
        for (const line of log)
            reporter.onInfo(`  ${(0,bytestring.displayText)(line)}`);
        if (state === 'started')
            return { failure: null, endedMs: heardMs };
        const failure = new errors/* HoldfastError */.E('command-failed', `Cannot start the application: ${(0,bytestring.displayText)(log.findLast((line) => line !== '') ?? 'nobody knows why')}. It may be down: see to it first.`);
        return { failure, endedMs: heardMs };
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        const failure = new errors/* HoldfastError */.E('command-failed', `${reason} The application may be stopped still; the lease on the host starts it by itself. See to it first.`, { cause });
        return { failure, endedMs: performance.now() };
    }
}
function tellEarlier(log, reporter) {
    reporter.onWarning('An earlier run left a lease on the application. What was done for it:');
    for (const line of log)
        if (line !== '')
            reporter.onWarning(`  ${(0,bytestring.displayText)(line)}`);
}


/***/ }),

/***/ 72120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ IDLE)
/* harmony export */ });
/** Before anything is counted. */
const IDLE = { filesDone: 0, bytesDone: 0, filesTotal: null, bytesTotal: null, current: '' };


/***/ })

};
